"""The script by which this program was started: what git is to start in a wired clone."""

import shutil
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

_NAME = "rationale"


def program(environment: Mapping[str, str]) -> str:
    """Give ``rationale`` if ``PATH`` has this program by that name, else its absolute path.

    An activated virtual environment is on ``PATH`` for one terminal only, so that its programs
    are named by their path.
    """
    script = _script(environment)
    on_path = shutil.which(_NAME, path=environment.get("PATH", ""))
    if on_path and not _is_activated(Path(on_path)) and Path(on_path).samefile(script):
        return _NAME
    return str(script)


def _script(environment: Mapping[str, str]) -> Path:
    called = shutil.which(sys.argv[0], path=environment.get("PATH", ""))
    if called and Path(called).name == _NAME:
        return Path(called).absolute()
    return Path(sysconfig.get_path("scripts"), _NAME)


def _is_activated(path: Path) -> bool:
    return sys.prefix != sys.base_prefix and path.parent == Path(sysconfig.get_path("scripts"))
