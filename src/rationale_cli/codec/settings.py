"""The settings of a folder as TOML text."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from rationale_cli.codec.faulty import faulty, formatted
from rationale_cli.domain.fault import Fault, faults
from rationale_cli.domain.settings import FORMAT, Settings
from rationale_cli.domain.translating.translation import is_language

NAME = "rationale.toml"


def decode(text: str, *, name: str = NAME) -> Settings:
    """Read settings.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    data = formatted(text, name=name, newest=FORMAT)
    found_faults = [
        *faults(data, Settings),
        *_unknown_zone(data.get("timezone")),
        *_odd_language(data.get("language")),
    ]
    if found_faults:
        raise faulty(name, text, found_faults)
    return msgspec.convert(data, Settings)


def zone(settings: Settings) -> ZoneInfo:
    """Give the zone in which times without offset are read."""
    return ZoneInfo(settings.timezone)


def _unknown_zone(name: object) -> list[Fault]:
    if not isinstance(name, str):
        return []
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return [Fault(("timezone",), f'is "{name}", not a zone such as Europe/London')]
    return []


def _odd_language(name: object) -> list[Fault]:
    if not isinstance(name, str) or is_language(name):
        return []
    return [Fault(("language",), f'is "{name}", not a language such as cy or pt-BR')]
