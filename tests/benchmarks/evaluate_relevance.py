"""How often a search tells right that nothing answers: `python evaluate_relevance.py --data DIR`.

Answerable are an FAQ's questions over its answers alone, and the sample shop's own questions over
its policies without those headings. Out of scope are clinc150's rows of that name, banking77
without what speaks of refunds or exchanges, and XQuAD's questions in four languages. Beside them
stand questions written for the fit (`relevance_written.json`), answered by the shop's policies or
strange to them. The threshold was fitted on even rows; see `policies/relevance.py`.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.policies.index import Index
from supportdesk_gui.resources import resource
from supportdesk_gui.storage.data_folder import DataFolder

_QUESTIONS = "questions-and-answers.md"
_HEADING = re.compile(r"^## (.*)$", re.MULTILINE)
_EVERY = 2  # of banking77's rows, to keep the run short
# Charged twice, card declined, name or address, password, account deleted: the shop tells of them.
_TOLD_BY_SHOPS = frozenset(
    """transaction_charged_twice declined_card_payment edit_personal_details passcode_forgotten
    terminate_account""".split()
)
_WRITTEN = Path(__file__).with_name("relevance_written.json")
_XQUAD = {"en": "en", "es": "es", "de": "de", "zh": "zh-Hans"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; sets that are missing are left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data: Path = parser.parse_args(arguments).data
    print("\n| policies | questions | n | answered | even | odd |\n|---|---|---|---|---|---|")
    strangers = list(_strangers(data))
    with tempfile.TemporaryDirectory() as folder:
        answers = _faq(data, Path(folder))
        if any(answers.iterdir()):
            asked = [("answerable, en", "en", _faq_questions(data)), *strangers]
            _table(Path(folder) / "one", "FAQ answers", answers, asked)
        asked = [*_shop_questions(), *_written(), *strangers, *_xquad(data)]
        _table(Path(folder) / "two", "sample shop", _shop(Path(folder)), asked)
    return 0


def _table(
    folder: Path, name: str, source: Path, asked: Sequence[tuple[str, str, list[str]]]
) -> None:
    with _indexed(folder, source) as index:
        for title, language, questions in asked:
            print(_line(index, name, title, language, questions), flush=True)


def _line(index: Index, name: str, title: str, language: str, questions: Sequence[str]) -> str:
    said = [index.search(text, language, 1, internal=False).answers for text in questions]
    shares = (sum(part) / max(1, len(part)) for part in (said, said[::2], said[1::2]))
    return f"| {name} | {title} | {len(said)} | {' | '.join(f'{one:.3f}' for one in shares)} |"


def _faq(data: Path, folder: Path) -> Path:
    """The FAQ's answers as files of their own, beside the other English policies."""
    place = folder / "faq" / "en"
    place.mkdir(parents=True)
    source = data / "policies" / "en" / "ecommerce_faq_79.json"
    if source.is_file():
        for number, pair in enumerate(json.loads(source.read_text(encoding="utf-8"))["questions"]):
            (place / f"{number}.txt").write_text(pair["answer"], encoding="utf-8")
        for file in source.parent.iterdir():
            if file != source:
                shutil.copyfile(file, place / file.name)
    return place


def _faq_questions(data: Path) -> list[str]:
    source = data / "policies" / "en" / "ecommerce_faq_79.json"
    pairs = json.loads(source.read_text(encoding="utf-8"))["questions"]
    return [pair["question"] for pair in pairs]


def _shop(folder: Path) -> Path:
    """The sample shop's policies without the headings that are questions."""
    place = folder / "shop"
    for file in sorted(resource("sample_shop/policies").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        if file.name == _QUESTIONS:
            text = _HEADING.sub("---", text)
        own = place / file.parent.name / file.name
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(text, encoding="utf-8")
    return place


def _shop_questions() -> Iterator[tuple[str, str, list[str]]]:
    for folder in sorted(resource("sample_shop/policies").iterdir()):
        found = _HEADING.findall((folder / _QUESTIONS).read_text(encoding="utf-8"))
        yield f"answerable, {folder.name}", folder.name, found


def _written() -> Iterator[tuple[str, str, list[str]]]:
    kinds = json.loads(_WRITTEN.read_text(encoding="utf-8"))
    for language, questions in kinds.items():
        for kind, texts in questions.items():
            yield f"written, {kind}, {language}", language, texts


def _strangers(data: Path) -> Iterator[tuple[str, str, list[str]]]:
    clinc = data / "tickets" / "clinc150_val_en.json"
    if clinc.is_file():
        rows = json.loads(clinc.read_text(encoding="utf-8"))["oos_val"]
        yield "clinc150, out of scope", "en", [text for text, _ in rows]
    banking = data / "tickets" / "banking77_sample_en.csv"
    if banking.is_file():
        with banking.open(encoding="utf-8", newline="") as lines:
            kept = [row for row in csv.DictReader(lines) if not _shops(row["category"])][::_EVERY]
        yield "banking77, without refund and exchange", "en", [row["text"] for row in kept]
        rest = [row["text"] for row in kept if row["category"] not in _TOLD_BY_SHOPS]
        yield "the same without five matters that the shop tells of", "en", rest


def _shops(category: str) -> bool:
    return any(word in category.lower() for word in ("refund", "exchange"))


def _xquad(data: Path) -> Iterator[tuple[str, str, list[str]]]:
    for short, language in _XQUAD.items():
        file = data / "xquad" / f"xquad.{short}.json"
        if file.is_file():
            articles = json.loads(file.read_text(encoding="utf-8"))["data"]
            paragraphs = [one for article in articles for one in article["paragraphs"]]
            asked = [entry["question"] for one in paragraphs for entry in one["qas"]]
            yield f"XQuAD, {language}", language, asked[::4]


@contextmanager
def _indexed(folder: Path, source: Path) -> Iterator[Index]:
    folder.mkdir()
    index = Index(DataFolder(folder))
    try:
        index.start()
        index.add([source], internal=False)
        for _ in index.work():
            pass
        yield index
    finally:
        index.close()


if __name__ == "__main__":
    sys.exit(main())
