"""Templates: a team's own before the shipped ones."""

from collections.abc import Iterable
from typing import Final

from rationale_cli.errors import RationaleError
from rationale_cli.store.repository import Store

FOLDER: Final = "templates"
"""Where a store keeps a team's own."""

ENDINGS: Final = (".j2", ".css")
"""What is run or included; anything else that lies there is left alone."""

LARGEST: Final = 2**20
"""Bytes of all templates of a folder together; ours take a tenth of that."""


class TooLargeError(RationaleError):
    """The folder's templates are too many or too long."""

    def __init__(self) -> None:
        super().__init__(
            f"the templates of the folder take more than {LARGEST // 2**20} MiB",
            hint="Take what is no template out of 'templates/', then 'rationale templates check'; "
            "--shipped makes a document without them.",
        )


class UnreadableTemplateError(RationaleError):
    """A template is no text.

    Attributes:
        path: In the folder.
    """

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: this is not UTF-8 text",
            hint="Save it as UTF-8, then 'rationale templates check'; --shipped makes a document "
            "without the team's templates.",
        )
        self.path = path


def own(store: Store) -> dict[str, str]:
    """Give a team's own templates as they are committed, by name: ``briefing.html.j2``.

    A symbolic link is none, so that no file from elsewhere can be one.

    Raises:
        TooLargeError: If they are too long together.
        UnreadableTemplateError: If one is no text.
    """
    entries = [one for one in store.entries(FOLDER) if one.path.endswith(ENDINGS)]
    blobs = store.blobs(one.blob for one in entries)
    return texts(zip((one.path for one in entries), blobs, strict=True))


def texts(files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Give the text of each template by its name, with any line ends.

    Args:
        files: Path in the folder and bytes of each; no more are asked for than are read.

    Raises:
        TooLargeError: If they are too long together.
        UnreadableTemplateError: If one is no text.
    """
    size, found = 0, {}
    for path, data in files:
        size += len(data)
        if size > LARGEST:
            raise TooLargeError
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise UnreadableTemplateError(path) from None
        name = path.removeprefix(f"{FOLDER}/")
        found[name] = text.replace("\r\n", "\n").replace("\r", "\n")
    return found


def shipped() -> dict[str, str]:
    """Give the shipped templates that a team can have its own of, by name."""
    from rationale_cli.render import templates

    return templates.shipped()
