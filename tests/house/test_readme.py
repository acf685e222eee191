"""README's tutorial works as it stands."""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def test_the_tutorial_runs_from_its_first_line_to_its_last(tmp_path: Path) -> None:
    """A newcomer copies these lines; one that fails costs us the newcomer."""
    script = tmp_path / "tutorial.sh"
    script.write_text("set -eu\n" + _typed(README.read_text(encoding="utf-8")))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    done = subprocess.run(
        ["bash", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, "error: " in done.stderr) == (0, False), done.stderr
    assert "Not yet looked at: physical harm." in done.stdout
    page = (tmp_path / "my-case" / "briefing.html").read_text(encoding="utf-8")
    assert "I cannot support overnight care before the checks are back." in page


def _typed(readme: str) -> str:
    """What a person types: after the prompts, between the two marks."""
    tutorial = readme.partition("<!-- tutorial begins")[2].partition("<!-- tutorial ends")[0]
    blocks = re.findall(r"```console\n(.*?)```", tutorial, flags=re.DOTALL)
    return "".join(re.sub(r"(?m)^[$>] ?", "", block) for block in blocks)
