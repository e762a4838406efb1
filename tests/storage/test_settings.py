"""Settings survive damage, later versions and other people's hands."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from supportdesk_gui.storage.profiles import STANDARD, Profile
from supportdesk_gui.storage.settings import FrameTexts, Settings, load_settings, save_settings


def test_without_a_file_the_defaults_serve(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path / "settings.json")
    assert loaded.settings == Settings()
    assert not loaded.was_damaged


def test_everything_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    frames = {**Settings().frames, "it": FrameTexts("Ciao {name},", "Saluti")}
    settings = Settings(
        ui_language="zh-Hant", theme="dark", scale=115, show_keys=False, keep_on_top=True,
        agent_language="de", reply_languages=("es", "fr"), frames=frames, splitters={"inbox": [3, 4]},
        geometry="AdnQywAD", translate_inbound=False,
    )  # fmt: skip
    save_settings(path, settings)
    assert load_settings(path).settings == settings


@pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_later_version_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "light", "spend_cap": {"day": 5}}), encoding="utf-8")
    loaded = load_settings(path).settings
    save_settings(path, loaded._replace(theme="dark"))
    values = json.loads(path.read_text(encoding="utf-8"))
    assert values["spend_cap"] == {"day": 5}
    assert values["theme"] == "dark"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"[1]", b"\xff\xfe\x00", b"null", b'{"a": '])
def test_a_damaged_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded = load_settings(path)
    assert loaded.was_damaged
    assert loaded.settings == Settings()
    assert (tmp_path / "settings.damaged.json").read_bytes() == content
    assert not path.exists()


def test_an_entry_that_makes_no_sense_gets_its_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    nonsense = {
        "theme": "pink", "scale": 7000, "show_keys": "yes", "splitters": {"inbox": ["a"], "b": [1]},
        "reply_languages": "en", "frames": {"en": 5, "es": {"greeting": "¡Hola!"}}, "geometry": None,
    }  # fmt: skip
    path.write_text(json.dumps(nonsense), encoding="utf-8")
    found = load_settings(path).settings
    default = Settings()
    assert (found.theme, found.scale, found.show_keys) == ("system", 100, True)
    assert found.splitters == {"b": [1]}
    assert found.reply_languages == default.reply_languages
    assert found.frames["en"] == default.frames["en"]
    assert found.frames["es"] == FrameTexts("¡Hola!", "")
    assert found.geometry == default.geometry


def test_a_number_is_no_switch(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"scale": True, "keep_on_top": 1}), encoding="utf-8")
    found = load_settings(path).settings
    assert found.scale == 100
    assert found.keep_on_top is False


def test_a_failed_save_leaves_the_file_before(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings(theme="dark"))
    with pytest.raises(OSError, match=r"settings\.json\.new"):
        (tmp_path / "settings.json.new").mkdir()
        save_settings(path, Settings(theme="light"))
    assert load_settings(path).settings.theme == "dark"


def test_the_helpdesk_adds_the_signature(tmp_path: Path) -> None:
    settings = Settings(helpdesk_adds_signature=True)
    assert settings.frame_texts("en") == FrameTexts("Hello {name},", "")
    assert settings.frame_texts("ja") == FrameTexts("", "")


def test_the_one_engine_of_an_older_file_becomes_the_standard_profile(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    old = {
        "engine": "claude", "base_url": "https://gateway.example.com",
        "triage_model": "qwen3:8b", "draft_model": "claude-opus-5-5", "theme": "dark",
    }  # fmt: skip
    path.write_text(json.dumps(old), encoding="utf-8")
    settings = load_settings(path).settings
    assert settings.theme == "dark" and settings.engine == STANDARD
    (profile,) = settings.profiles
    assert settings.profile == profile
    assert (profile.id, profile.kind, profile.address) == (
        STANDARD, "claude", "https://gateway.example.com",
    )  # fmt: skip
    assert (profile.triage_model, profile.draft_model) == ("qwen3:8b", "claude-opus-5-5")
    assert profile.translation_model == Profile().translation_model
    save_settings(path, settings)
    values = json.loads(path.read_text(encoding="utf-8"))
    assert "base_url" not in values and "triage_model" not in values
    assert load_settings(path).settings == settings


def test_profiles_come_back_and_what_is_none_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    own = Profile("a1", "Mine", "ollama", "http://127.0.0.1:11434", triage_model="qwen3:8b")
    own = own._replace(
        offered=("qwen3:8b", "gemma3"), found={"http://127.0.0.1:11434 qwen3:8b": {"schema": False}}
    )
    save_settings(path, Settings(engine="a1", profiles=(Profile(), own)))
    settings = load_settings(path).settings
    assert settings.profile == own and settings.engine == "a1"
    values = json.loads(path.read_text(encoding="utf-8"))
    values["profiles"][1] |= {"region": 7, "found": {"x": {"schema": "no"}, "y": 3}}
    values["profiles"] = ["nonsense", *values["profiles"][1:], {"id": "b2", "kind": "of 2030"}]
    values["engine"] = "gone"
    path.write_text(json.dumps(values), encoding="utf-8")
    settings = load_settings(path).settings
    assert settings.engine == STANDARD
    assert [(one.id, one.kind) for one in settings.profiles] == [
        (STANDARD, "claude"), ("a1", "ollama"), ("b2", "compatible"),
    ]  # fmt: skip
    assert settings.profiles[1].region == "" and settings.profiles[1].found == {"x": {}}
