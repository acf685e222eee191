"""Make the pictures of README anew: ``.venv/bin/python docs/pictures.py``.

The terminal is real: each command runs at a pseudo-terminal, and what it wrote becomes an SVG.
The briefing is real too: Chromium takes its picture.
"""

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

DOCS = Path(__file__).parent
PROGRAM = Path(sys.executable).parent / "rationale"
COLUMNS, ROWS = 96, 60


def main() -> None:
    """Play the demonstration, and take a picture of what a practitioner sees first."""
    place = Path(tempfile.mkdtemp()) / "case"
    subprocess.run([PROGRAM, "demo", place], check=True, capture_output=True)
    os.chdir(place)
    record_id = re.findall(r"\b[0-9a-hjkmnp-tv-z]{6}\b", _written("rationale list"))[0]
    commands = (
        "rationale list",
        f"rationale check {record_id} --revision 2",
        f"rationale diff {record_id} 1..6",
    )
    screen = Console(record=True, width=COLUMNS, quiet=True, force_terminal=True)
    for command in commands:
        screen.print(Text.assemble(("$ ", "bold green"), command))
        shown = Text.from_ansi(_written(command)).split("\n")[:22]
        for line in shown:
            screen.print(line)
        screen.print()
    screen.save_svg(str(DOCS / "terminal.svg"), title="rationale")
    _photograph(place, record_id)
    print(f"Made {DOCS / 'terminal.svg'} and {DOCS / 'briefing.png'}.")


def _written(command: str) -> str:
    """Run a command at a pseudo-terminal and give what it wrote."""
    child, screen = pty.fork()
    if child == 0:
        os.environ.update(COLUMNS=str(COLUMNS), LINES=str(ROWS), TERM="xterm-256color")
        os.execv(PROGRAM, command.split())
    seen = b""
    while True:
        try:
            chunk = os.read(screen, 65536)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
    os.waitpid(child, 0)
    return seen.decode().replace("\r\n", "\n")


def _photograph(place: Path, record_id: str) -> None:
    page = place.parent / "briefing.html"
    subprocess.run([PROGRAM, "brief", record_id, "-o", page], check=True, capture_output=True)
    browser = shutil.which("chromium")
    if browser is None:
        sys.exit("error: no chromium here\nhint: Install Debian's package 'chromium'.")
    subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--no-first-run", "--disable-background-networking", "--disable-sync",
            "--disable-component-update", f"--user-data-dir={tempfile.mkdtemp()}",
            "--window-size=1100,1400", f"--screenshot={DOCS / 'briefing.png'}", page.as_uri(),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()
