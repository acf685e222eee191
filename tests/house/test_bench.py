"""What is measured can be measured: each line is tried once, and no bound counts."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[1] / "bench" / "bench.py"


def test_everything_that_is_measured_runs() -> None:
    done = subprocess.run(
        [sys.executable, BENCH, "--once"], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()[1:]
    assert len(lines) > 10
    assert all(one.endswith(("kept", "missed")) for one in lines)
