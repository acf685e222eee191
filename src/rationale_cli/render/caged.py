"""A team's own templates, started in a process of their own and never waited for too long."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.render import templates

PATIENCE: Final = 30
"""Seconds by the clock. A template is stopped long before by what it may compute."""

_NEEDED: Final = frozenset(
    # Where Python finds itself and its packages, and what it needs to start at all.
    {"HOME", "APPDATA", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"}
    | {"PYTHONHOME", "PYTHONPATH", "PYTHONUSERBASE", "PYTHONNOUSERSITE"}
)


class TemplateFaultError(RationaleError):
    """A team's own template cannot be followed.

    Attributes:
        name: Of the template, as ``templates/briefing.html.j2``.
        line: Counted from 1; 0 if it is not known.
        what: What is wrong with it.
    """

    def __init__(self, name: str, line: int, what: str) -> None:
        place = f"{name}:{line}" if line else name
        super().__init__(
            f"{place}: {what}".replace("\n", "‹U+000A›"),  # a name can hold anything
            hint="Nothing was written. Mend it, or leave the team's templates out with --shipped.",
        )
        self.name = name
        self.line = line
        self.what = what


class Tried(NamedTuple):
    """What came of templates that were tried.

    Attributes:
        texts: The documents that were made, in their order, up to the first that was not.
        faults: What is wrong.
    """

    texts: tuple[str, ...]
    faults: tuple[TemplateFaultError, ...]


def run(template: str, plain: dict[str, Any], own: templates.Own) -> str:
    """Let a template make text of plain values, where it can reach nothing else.

    Args:
        template: Its name.
        plain: What it tells.
        own: A team's own templates, by name.

    Raises:
        TemplateFaultError: Naming the template, the line and what is wrong; nothing of a record.
    """
    tried = attempt(template, [plain], own)
    if tried.faults:
        raise tried.faults[0]
    return tried.texts[0]


def attempt(
    template: str,
    documents: Sequence[dict[str, Any]],
    own: templates.Own,
    *,
    parsed: Sequence[str] = (),
) -> Tried:
    """Try a template on some documents, and give what came of it.

    Args:
        template: Its name.
        documents: What it tells, each as plain values.
        own: A team's own templates, by name.
        parsed: Names of templates that are only read before.
    """
    asked = {
        "asker": os.getpid(),
        "template": template,
        "documents": documents,
        "own": dict(own),
        "parsed": parsed,
    }
    # -P: a file of the working folder is no part of the program.
    command = [sys.executable, "-P", "-m", "rationale_cli.render.sandbox"]
    name = f"templates/{template}"
    try:
        done = subprocess.run(  # noqa: S603 - all of it is ours; the record goes by standard input
            command,
            input=json.dumps(asked).encode(),
            capture_output=True,
            env=_surroundings(),
            timeout=PATIENCE,
            check=False,
        )
        answers = json.loads(done.stdout)
    except OSError:
        what = "the process that templates run in cannot be started"
        answers = [{"fault": {"name": name, "line": 0, "what": what}}]
    except subprocess.TimeoutExpired:
        answers = [{"fault": {"name": name, "line": 0, "what": "it takes too long"}}]
    except ValueError:
        what = "it takes more time or memory than it may"
        answers = [{"fault": {"name": name, "line": 0, "what": what}}]
    return Tried(
        tuple(str(one["text"]) for one in answers if "text" in one),
        tuple(TemplateFaultError(**one["fault"]) for one in answers if "fault" in one),
    )


def _surroundings() -> dict[str, str]:
    """Give the environment of the process: no password or token of the user's is in it."""
    needed = {name: value for name, value in os.environ.items() if name.upper() in _NEEDED}
    return {**needed, "PYTHONHASHSEED": "0"}  # the same values give the same text
