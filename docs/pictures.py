"""Make the pictures of README anew: ``.venv/bin/python docs/pictures.py``.

The terminal is real: each command runs at a pseudo-terminal, and what it wrote becomes an SVG. The
interview is held in tmux with keys that are pressed one by one. The briefing is real too: Chromium
takes its picture.
"""

import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

DOCS = Path(__file__).parent
PROGRAM = Path(sys.executable).parent / "rationale"
COLUMNS, ROWS = 96, 60
SOCKET = f"rationale-pictures-{os.getpid()}"

KEYS = (
    "Should the baby stay overnight with her mother from Monday?", "Tab", "Tab",
    "a", "2", "Enter", "Settles at contact. Wakes and cries after it ends.", "Tab", "Enter",
    "Tab", "Tab",
    "a", "health v", "Tab", "Enter", "health", "Enter",
    "I cannot support overnight care before the checks are back.", "Tab", "1", "Enter", "Enter",
    "c", "Rough handling was seen at contact.", "Tab", "t", "Calm at both visits.", "Tab",
)  # fmt: skip
"""From the first question to the sheet of harms."""


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
    screen = _screen(COLUMNS)
    for command in commands:
        screen.print(Text.assemble(("$ ", "bold green"), command))
        shown = Text.from_ansi(_written(command)).split("\n")[:22]
        for line in shown:
            screen.print(line)
        screen.print()
    screen.save_svg(str(DOCS / "terminal.svg"), title="rationale")
    _photograph(place, record_id)
    _interview(place.parent / "interview")
    print(f"Made {DOCS / 'terminal.svg'}, {DOCS / 'interview.svg'} and {DOCS / 'briefing.png'}.")


def _screen(columns: int) -> Console:
    """A screen that keeps what is written to it, and shows it to nobody."""
    return Console(record=True, width=columns, force_terminal=True, file=io.StringIO())


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


def _interview(place: Path) -> None:
    """Hold an interview as far as the harms, and keep the screen as it then is."""
    by = ("--by", "lead social worker@children's social care")
    subprocess.run([PROGRAM, "init", place, "--bare-minimum", *by], check=True, capture_output=True)
    _tmux("new-session", "-d", "-x", "88", "-y", "34")
    _pressed(f"PS1='$ '; clear; {PROGRAM} --store {place} new --question-set care-plan", "Enter")
    _until("in one sentence?")
    for key in KEYS:
        _pressed(key)
    _until("[t] emotional harm: thought unlikely")
    shown = Text.from_ansi(_tmux("capture-pane", "-p", "-e").rstrip("\n"))
    _tmux("kill-server")
    screen = _screen(88)
    screen.print(shown)
    screen.save_svg(str(DOCS / "interview.svg"), title="rationale new")


def _pressed(*keys: str) -> None:
    for key in keys:
        _tmux("send-keys", key)
        time.sleep(0.4)


def _until(text: str) -> None:
    while text not in _tmux("capture-pane", "-p"):
        time.sleep(0.1)


def _tmux(*arguments: str) -> str:
    done = subprocess.run(
        ["tmux", "-L", SOCKET, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout


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
