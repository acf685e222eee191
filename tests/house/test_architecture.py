"""The house: where imports point, how large a module is, what a package's front door holds."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "rationale_cli"
MODULES = sorted(PACKAGE.rglob("*.py"))
LARGEST = 300


def test_imports_keep_every_contract(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)

    assert status == 0, capsys.readouterr().out


def test_no_module_is_larger_than_the_house_allows() -> None:
    """A file over budget is a noun not yet found."""
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}

    assert [str(path.relative_to(ROOT)) for path in MODULES if sizes[path] > LARGEST] == []


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.name == "__init__.py"],
    ids=lambda path: str(path.parent.relative_to(PACKAGE.parent)),
)
def test_a_package_says_what_lives_there_and_exports_nothing(path: Path) -> None:
    body = ast.parse(path.read_text(encoding="utf-8")).body

    assert [type(node) for node in body] == [ast.Expr]
    assert ast.get_docstring(ast.Module(body, type_ignores=[]))


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in MODULES}

    assert [str(one) for one in sorted(folders) if not (one / "__init__.py").is_file()] == []
