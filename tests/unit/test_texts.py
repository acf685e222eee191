import ast
import re
from pathlib import Path

import pytest

import rationale_cli
from rationale_cli.codec import shipped
from rationale_cli.domain.asking.texts import Texts, places

PACKAGE = Path(rationale_cli.__file__).parent
INTERVIEW = sorted(
    [
        *(path for path in PACKAGE.glob("cli/plain/*.py") if path.stem != "keyboard"),
        *PACKAGE.glob("domain/asking/*.py"),
        PACKAGE / "cli/interviewing.py",
        PACKAGE / "services/asking.py",
    ]
)
CHOSEN_BY_KIND = ("closing", "form", "gap", "help", "misread", "editor", "word")
"""Tables of which the program puts some keys together: the interview in brackets proves them."""


def test_a_value_is_put_in_and_never_read_as_a_place() -> None:
    texts = Texts({"a.b": "Not taken: {typed}."})

    assert texts("a.b", typed="{typed}") == "Not taken: {typed}."


def test_every_shipped_text_says_something() -> None:
    said = shipped.texts().said

    assert {key: text for key, text in said.items() if not text.strip()} == {}
    assert places(said["plain.greeting"]) == frozenset()


def test_every_shipped_text_is_said_somewhere_and_nothing_else_is() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    named = {node.value for node in nodes if isinstance(node, ast.Constant)}
    called = [node for node in nodes if isinstance(node, ast.Call) and node.args]
    asked = {
        node.args[0].value
        for node in called
        if ast.unparse(node.func).endswith("texts") and isinstance(node.args[0], ast.Constant)
    }
    said = set(shipped.texts().said)

    assert asked - said == set()
    assert {key for key in said - named if key.partition(".")[0] not in CHOSEN_BY_KIND} == set()


@pytest.mark.parametrize("path", INTERVIEW, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_interview_holds_no_sentence_of_its_own(path: Path) -> None:
    """What a person reads stands beside the program, so that it can be given in any language."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes
    ]

    assert [text for text in texts if re.search(r"[A-Za-z]{2} [a-z]{2}", text)] == []
