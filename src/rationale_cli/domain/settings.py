"""The settings of a folder: what its ``rationale.toml`` says."""

from datetime import date

import msgspec

FORMAT = 1
"""The newest settings format that this program reads."""


class Audience(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which labels an audience is cleared for, and what an item without one counts as.

    Attributes:
        labels: Left out: as shipped for an audience of this name, and none for any other.
        default_label: Empty: what the folder's own ``default_label`` says.
        tells_silence: Whether its copies say what was not asked and what nobody looked at; left
            out, as shipped for an audience of this name.
    """

    labels: tuple[str, ...] | None = None
    default_label: str = ""
    tells_silence: bool | None = None


class LabelSaid(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a copy says where something with a label was withheld.

    Attributes:
        ground: As ``legal advice``: why it is not in the copy.
        is_said: Whether a copy may say that something of it was withheld at all.
    """

    ground: str = ""
    is_said: bool = True


class HarmSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which kinds of harm are looked at in every decision here, whoever it is about: codes."""

    also: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything a folder can be told.

    Attributes:
        question_set: Asked by ``new`` unless another is named.
        language: What the interview is in, as ``cy``; English where a text is not translated.
        timezone: Where times without offset are read, as ``Europe/London``.
        calendar: Region whose holidays are no working days.
        extra: Further days that are no working days.
        ladder: Name of the concerns ladder.
        marking: Printed on every page of every document.
        accessible: Whether the plain-line interview is always used.
        default_label: Label of an item that has none of its own.
        expected: Who should be consulted, each ``role@agency``.
        expected_by_set: The same for one question set, by its name.
        harms: Which kinds of harm are looked at besides those that are due anyway.
        contacts: What a briefing prints where it says how to question it.
        audience: What each audience may see.
        label: What is said of a label where it keeps something back.
    """

    format: int = FORMAT
    question_set: str = "general"
    language: str = "en"
    timezone: str = "Europe/London"
    calendar: str = "GB-ENG"
    extra: tuple[date, ...] = ()
    ladder: str = "typical"
    marking: str = ""
    accessible: bool = False
    default_label: str = "team"
    expected: tuple[str, ...] = ()
    expected_by_set: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    harms: HarmSettings = HarmSettings()
    contacts: dict[str, str] = msgspec.field(default_factory=dict)
    audience: dict[str, Audience] = msgspec.field(default_factory=dict)
    label: dict[str, LabelSaid] = msgspec.field(default_factory=dict)

    def expects(self, question_set: str) -> tuple[str, ...]:
        """Give who should be consulted when this question set is used, ``role@agency``."""
        return self.expected_by_set.get(question_set, self.expected)
