"""The text that a team's own question set begins with."""

import re

from rationale_cli.codec import shipped
from rationale_cli.domain.translating.translation import VOCABULARIES
from rationale_cli.errors import RationaleError, UsageError

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)


class OddNameError(UsageError):
    """A question set cannot be called this."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} cannot be the name of a question set",
            hint="Use small letters, digits and hyphens, as in 'family-meeting'.",
        )


class TakenNameError(RationaleError):
    """Texts that are no question set are translated under this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} is the name of texts that are no question set",
            hint=f"Choose another name, such as 'our-{name}'.",
        )


class ShippedNameError(RationaleError):
    """A shipped question set has this name; records that name it would mean two things."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} is the name of a shipped question set",
            hint=f"Choose another name, such as 'our-{name}', and let it include {name!r}.",
        )


def starting_set(name: str) -> str:
    """Give a question set that passes its check, with notes on what can be changed.

    Raises:
        OddNameError: If the name would not do for a file.
        TakenNameError: If translations of other texts have it.
        ShippedNameError: If a shipped set has it.
    """
    if not _NAME.fullmatch(name):
        raise OddNameError(name)
    if name in VOCABULARIES:
        raise TakenNameError(name)
    if name in shipped.question_set_names():
        raise ShippedNameError(name)
    return shipped.starting_set_text().replace("NAME", name)
