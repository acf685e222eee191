"""Which audience is meant, and what it is cleared for in a folder."""

from difflib import get_close_matches

from rationale_cli.codec import shipped
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.settings import Audience, Settings
from rationale_cli.errors import UsageError

AGENCY = "agency"


class UnknownAudienceError(UsageError):
    """No audience is called this."""

    def __init__(self, text: str, known: tuple[str, ...]) -> None:
        close = get_close_matches(text.strip().lower(), known, n=1)
        meant = f"Did you mean {close[0]!r}? " if close else ""
        super().__init__(
            f"--audience is {text!r}, and there is no such audience",
            hint=f"{meant}There are: {', '.join(known)}. A folder adds its own in rationale.toml.",
        )


class NoAgencyError(UsageError):
    """An agency's copy was asked for, and nobody said which agency's."""

    def __init__(self) -> None:
        super().__init__(
            "--audience is 'agency', and does not say which",
            hint="Write it as agency:health, with the label of that agency.",
        )


def clearance(settings: Settings, audience: str) -> Clearance:
    """Give what an audience is cleared for.

    Args:
        settings: Of the folder; what they leave out of an audience is as shipped.
        audience: As ``family`` or ``agency:health``; empty for the folder's own view.

    Raises:
        UnknownAudienceError: If there is none of this name.
        NoAgencyError: If it is ``agency`` alone.
    """
    if not audience:
        return EVERYTHING
    name, _, agency = audience.partition(":")
    known = {**shipped.audiences(), **settings.audience}
    of_it = known.get(audience) or known.get(name)
    if of_it is None or (agency and name != AGENCY and audience not in known):
        raise UnknownAudienceError(audience, tuple(known))
    if name == AGENCY and not agency:
        raise NoAgencyError
    return _cleared(settings, audience, of_it, agency)


def meant(settings: Settings, audience: str) -> str:
    """Give the agency that was probably meant, as ``agency:health`` for ``agency:helth``.

    Empty if the label is a known one, or like none of them: a team can have labels of its own.
    """
    name, _, label = audience.partition(":")
    known = tuple({**shipped.labels(), **settings.label})
    if name != AGENCY or not label or label in known:
        return ""
    close = get_close_matches(label.lower(), known, n=1)
    return f"{AGENCY}:{close[0]}" if close else ""


def _cleared(settings: Settings, audience: str, of_it: Audience, agency: str) -> Clearance:
    labels = {**shipped.labels(), **settings.label}
    shipped_one = shipped.audiences().get(audience.partition(":")[0])
    told = (of_it.tells_silence, shipped_one.tells_silence if shipped_one else None)
    named = (of_it.labels, shipped_one.labels if shipped_one else None)
    cleared = next((one for one in named if one is not None), ())
    return Clearance(
        audience=audience,
        labels=frozenset({*cleared, *([agency] if agency else [])}),
        default_label=of_it.default_label or settings.default_label,
        tells_silence=next((one for one in told if one is not None), True),
        described=frozenset(name for name, one in labels.items() if one.is_said),
    )


def ground(settings: Settings, label: str) -> str:
    """Give why something that carries a label is not in a copy, as ``legal advice``."""
    found = {**shipped.labels(), **settings.label}.get(label)
    return found.ground if found else ""
