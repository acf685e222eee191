"""How a briefing is made: the options that only some formats have."""

from pathlib import Path
from typing import Any

from rationale_cli.cli.document import UnknownFormatError
from rationale_cli.errors import RationaleError, UsageError


class OtherFormatError(UsageError):
    """An option was given that the format does not have."""

    def __init__(self, option: str, hint: str) -> None:
        super().__init__(f"{option} is not for this format", hint=hint)


class UnknownLengthError(UsageError):
    """A length was asked for that no briefing has."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"--length is {text!r}, and a briefing is never that",
            hint="Choose --length page for page one alone, or full.",
        )


class UnreadableTemplateError(RationaleError):
    """The letterhead cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"cannot read the template {path!r}: {why.lower()}",
            hint="Name a Word document (.docx) with --template. Nothing was written.",
        )


def length(text: str) -> Any:
    """Give how much of a briefing is told.

    Raises:
        UnknownLengthError: If it is neither a page nor all of it.
    """
    from rationale_cli.services.telling import Length

    if text not in tuple(Length):
        raise UnknownLengthError(text)
    return Length(text)


def making(form: Any, *, attach: str, template: str) -> Any:
    """Give how a briefing is made.

    Args:
        form: What it is rendered as.
        attach: What an e-mail carries it as; empty if nothing was named.
        template: File with the letterhead of a Word document; empty if none was named.

    Raises:
        OtherFormatError: If the format has no such option.
        UnknownFormatError: If it cannot be attached as that.
        UnreadableTemplateError: If the file cannot be read.
    """
    from rationale_cli.services.telling import ATTACHABLE, Format, Making

    if attach and form is not Format.MAIL:
        raise OtherFormatError("--attach", "Give it with --format eml: an e-mail carries a file.")
    if attach and attach not in ATTACHABLE:
        raise UnknownFormatError(attach, ATTACHABLE, option="--attach")
    carried = Format(attach) if attach else Format.HTML
    if template and Format.WORD not in {form, carried}:
        raise OtherFormatError("--template", "Give it with --format docx: Word has letterheads.")
    return Making(attach=carried, template=_template(template) if template else None)


def _template(path: str) -> Any:
    from rationale_cli.render.word.template import LARGEST, Template

    try:
        with Path(path).open("rb") as file:
            # One byte more tells that it is too large, and no more than that is taken in.
            return Template(path, file.read(LARGEST + 1))
    except OSError as error:
        raise UnreadableTemplateError(path, error.strerror or "it is no file") from None
