"""Templates as the files in which somebody writes them."""

from collections.abc import Iterator
from pathlib import Path

from rationale_cli.errors import RationaleError
from rationale_cli.services import templates
from rationale_cli.store import disk
from rationale_cli.store.repository import Store


class UnknownTemplateError(RationaleError):
    """Nothing shipped has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"there is no template {name!r} to copy",
            hint="'rationale templates list' names them. Those of PDF and Word are not among them.",
        )


class NoOwnTemplateError(RationaleError):
    """The folder has no template of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"there is no template 'templates/{name}' in the folder",
            hint="'rationale templates list' names those that there are; "
            "'rationale templates copy NAME' begins one.",
        )


class TemplateThereError(RationaleError):
    """A file would have been written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{str(path)!r} is there already",
            hint="Move it away or change it; nothing was written.",
        )


class NoFolderError(RationaleError):
    """What is called ``templates`` is no folder of this place."""

    def __init__(self, path: Path) -> None:
        what = "a link to elsewhere" if path.is_symlink() else "a file"
        super().__init__(
            f"{str(path)!r} is {what}, where templates have a folder",
            hint="Move it away, then copy again; nothing was written.",
        )


class ClosedTemplateError(RationaleError):
    """A template may not be read."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: it cannot be read",
            hint="Look after who may read it, then try again.",
        )


def written(store: Store) -> dict[str, str]:
    """Give a team's own templates as they are written now, by name; links are none.

    Raises:
        ClosedTemplateError: If one cannot be read.
        RationaleError: As `services.templates.texts` says.
    """
    folder = store.root / templates.FOLDER
    return {} if folder.is_symlink() else templates.texts(_files(store.root, folder))


def _files(root: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.rglob("*")):
        if one.name.endswith(templates.ENDINGS) and _is_plain(one, folder):
            path = one.relative_to(root).as_posix()
            try:
                with one.open("rb") as file:
                    yield path, file.read(templates.LARGEST + 1)
            except OSError:
                raise ClosedTemplateError(path) from None


def begin(store: Store, name: str) -> Path:
    """Write the shipped template of a name into the folder, and give its place.

    Raises:
        UnknownTemplateError: If nothing shipped has this name.
        NoFolderError: If there can be no folder of templates.
        TemplateThereError: If the folder has one; it is unchanged.
    """
    from rationale_cli.services import template_copies

    text = templates.shipped().get(name)
    if text is None:
        raise UnknownTemplateError(name)
    path = store.root / templates.FOLDER / name
    if path.parent.is_symlink() or path.parent.is_file():
        raise NoFolderError(path.parent)
    with disk.told(path.parent):
        path.parent.mkdir(exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(template_copies.begun(name, text))
        except FileExistsError:
            raise TemplateThereError(path) from None
    return path


def one(store: Store, name: str) -> str:
    """Give the name of a template of the folder as it is written, however it was typed.

    Raises:
        NoOwnTemplateError: If there is none.
    """
    plain = name.removeprefix(f"{templates.FOLDER}/")
    if plain not in written(store):
        raise NoOwnTemplateError(plain)
    return plain


def _is_plain(path: Path, folder: Path) -> bool:
    above = path.relative_to(folder).parents
    return path.is_file() and not any((folder / one).is_symlink() for one in (*above, path))
