"""A team's own templates, started in a process of their own and never waited for too long."""

import json
import subprocess
import sys
from typing import Any, Final

from rationale_cli.errors import RationaleError
from rationale_cli.render import templates

PATIENCE: Final = 30
"""Seconds by the clock. A template is stopped long before by what it may compute."""


class TemplateFaultError(RationaleError):
    """A team's own template cannot be followed.

    Attributes:
        name: Of the template, as ``templates/briefing.html.j2``.
        line: Counted from 1; 0 if it is not known.
    """

    def __init__(self, name: str, line: int, what: str) -> None:
        place = f"{name}:{line}" if line else name
        super().__init__(
            f"{place}: {what}",
            hint="Nothing was written. Mend it, or leave the team's templates out with --shipped.",
        )
        self.name = name
        self.line = line


def run(template: str, plain: dict[str, Any], own: templates.Own) -> str:
    """Let a template make text of plain values, where it can reach nothing else.

    Args:
        template: Its name.
        plain: What it tells.
        own: A team's own templates, by name.

    Raises:
        TemplateFaultError: Naming the template, the line and what is wrong; nothing of a record.
    """
    asked = json.dumps({"template": template, "plain": plain, "own": dict(own)}).encode()
    # -P: a file of the working folder is no part of the program.
    command = [sys.executable, "-P", "-m", "rationale_cli.render.sandbox"]
    name = f"templates/{template}"
    try:
        done = subprocess.run(  # noqa: S603 - all of it is ours; the record goes by standard input
            command, input=asked, capture_output=True, timeout=PATIENCE, check=False
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise TemplateFaultError(name, 0, "it takes too long") from None
    except ValueError:
        raise TemplateFaultError(name, 0, "it takes more time or memory than it may") from None
    if "text" not in answer:
        raise TemplateFaultError(**answer["fault"])
    return str(answer["text"])
