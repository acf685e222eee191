"""An editor without a person: a program that git's settings name, and that does as it is told."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

Change = tuple[str, str]
"""A text that stands in the form exactly once, and what stands there afterwards."""

_PROGRAM = """\
import json, pathlib, sys

folder, form = (pathlib.Path(one) for one in sys.argv[1:])
text = form.read_bytes().decode()
done = len(list(folder.glob("seen-*")))
(folder / f"seen-{done}").write_text(text)
steps = json.loads((folder / "steps.json").read_text())
step = steps[done] if done < len(steps) else []
for old, new in [] if isinstance(step, str) else step:
    assert text.count(old) == 1, f"{text.count(old)} times in the form: {old!r}"
    text = text.replace(old, new)
form.write_bytes((step if isinstance(step, str) else text).encode())
"""


class ScriptedEditor:
    """What an editor is to do, one step each time it is opened; after that it does nothing.

    Attributes:
        command: What git's settings say, for a shell.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        (folder / "editor.py").write_text(_PROGRAM)
        self._folder = folder
        self.command = f"{sys.executable} {folder / 'editor.py'} {folder}"
        self.does()

    def does(self, *steps: str | Iterable[Change]) -> None:
        """Say anew what it is to do: write a whole text, or change some of it."""
        for seen in self._folder.glob("seen-*"):
            seen.unlink()
        told = [step if isinstance(step, str) else list(step) for step in steps]
        (self._folder / "steps.json").write_text(json.dumps(told))

    @property
    def seen(self) -> list[str]:
        """The forms that it was given since, in order."""
        files = sorted(self._folder.glob("seen-*"), key=lambda path: int(path.name[5:]))
        return [path.read_text() for path in files]
