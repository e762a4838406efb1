"""What AWS's own files and variables say; nothing of it is copied, and no secret is read here."""

from __future__ import annotations

import configparser
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_ASSIGNED = {
    "aws_access_key_id": "access_key",
    "aws_secret_access_key": "secret_key",
    "aws_session_token": "session_token",
}


@dataclass(frozen=True, slots=True)
class AwsKeys:
    """A pair of keys, for a session with its token."""

    access_key: str
    secret_key: str
    session_token: str = ""


def aws_keys_in(text: str) -> AwsKeys | None:
    """The keys in lines such as `export AWS_ACCESS_KEY_ID=…`, as the access portal gives them, or
    as they stand in a credentials file; None where it is something else, as a bearer token."""
    found: dict[str, str] = {}
    for line in text.replace(";", "\n").splitlines():
        name, _, value = line.replace("$Env:", "").partition("=")
        words = name.split()
        field = _ASSIGNED.get(words[-1].lower()) if words else None
        if field:
            found[field] = value.strip().strip("\"'")
    if not found.get("access_key") or not found.get("secret_key"):
        return None
    return AwsKeys(**found)


def clean_aws_secret(text: str) -> str:
    """What is kept of a pasted secret: the keys, each on a line, or a bearer token."""
    keys = aws_keys_in(text)
    if keys is None:
        name, _, value = text.partition("=")
        token = value if name.strip().lower().endswith("aws_bearer_token_bedrock") else text
        return "".join(token.split()).strip("\"'")
    lines = [f"AWS_ACCESS_KEY_ID={keys.access_key}", f"AWS_SECRET_ACCESS_KEY={keys.secret_key}"]
    if keys.session_token:
        lines.append(f"AWS_SESSION_TOKEN={keys.session_token}")
    return "\n".join(lines)


def aws_profiles(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The profiles that this computer has, by name."""
    names = [*_read(_config(environment)).sections(), *_read(_credentials(environment)).sections()]
    plain = [name.removeprefix("profile ").strip() for name in names]
    return [
        name for name in dict.fromkeys(plain) if not name.startswith(("sso-session", "services"))
    ]


def region_of(
    region: str, aws_profile: str, environment: Mapping[str, str] = os.environ
) -> str:  # fmt: skip
    """The region that is set, else that of the environment, else the profile's own, else empty."""
    if region:
        return region
    given = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION") or ""
    if given and not aws_profile:
        return given
    name = aws_profile or environment.get("AWS_PROFILE") or "default"
    config = _read(_config(environment))
    for section in (f"profile {name}", name):
        if found := config.get(section, "region", fallback=""):
            return found
    return given


def _config(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("AWS_CONFIG_FILE") or Path.home() / ".aws" / "config")


def _credentials(environment: Mapping[str, str]) -> Path:
    given = environment.get("AWS_SHARED_CREDENTIALS_FILE")
    return Path(given or Path.home() / ".aws" / "credentials")


def _read(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(path.expanduser(), encoding="utf-8")
    except (OSError, configparser.Error, UnicodeDecodeError):
        return configparser.ConfigParser()  # not ours to repair
    return parser
