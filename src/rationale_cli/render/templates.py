"""Where templates are, and the Jinja environments that run them."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def folder() -> Path:
    """Give the folder of shipped templates: inside the installed package, else the repository's."""
    package = Path(__file__).parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent.parent / "templates"


@cache
def environment(*, autoescape: bool) -> "Environment":
    """Give the environment for HTML, which escapes everything, or for other text.

    A name that a template has wrong is an error, never an empty place.
    """
    # Imported here: most commands render nothing and should not wait for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder()),
        autoescape=autoescape,  # noqa: S701 - off for Markdown only, which escapes by its filter
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
