"""What the program itself says: short sentences, days in words, no capitals for emphasis."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rationale_cli
from rationale_cli.render.templates import folder as templates

PACKAGE = Path(rationale_cli.__file__).parent
LIBRARY = PACKAGE / "library"
MOST = 30
"""Words of a sentence, or of a part that a colon or a semicolon ends; most have far fewer."""

EXAMPLES = {"interview.whole.how", "interview.form.moment", "interview.misread.moment_hint"}
"""Texts that show how a day may be typed."""

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{MONTH})\b|\b(?:{MONTH}) \d{{1,2}}\b(?! ?:)"
)
CAPITALS = re.compile(r"\b[A-Z]{5,}\b(?!@)")
NAMES = {"OFFICIAL", "SENSITIVE", "AGENCY", "REASON", "ALDER", "CPPCR", "MARAC"}
"""Capitals that are a marking, a short name or a place in a command line."""

NO_SENTENCES = (".spellings", ".id", ".citation")


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the library and of the templates, with where it stands."""
    for path in sorted(LIBRARY.rglob("*.toml")):
        if not path.is_relative_to(LIBRARY / "demo"):
            with path.open("rb") as file:
                yield from _strings(path.stem, tomllib.load(file))
    for path in sorted(templates().glob("*.j2")):
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}", "\n", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        text = re.sub(r"\{\{.*?\}\}", "X", text, flags=re.DOTALL)
        yield path.name, re.sub(r"<[^>]*>", "\n", text)


def _strings(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _strings(f"{place}.{name}", each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(place, each)


def said() -> Iterator[tuple[str, str]]:
    """Every text in the code, a value in it standing as one word."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        passed = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for one in ast.walk(tree):
            if isinstance(one, ast.JoinedStr):
                passed.update(id(each) for each in one.values)
        for one in ast.walk(tree):
            place = f"{path.relative_to(PACKAGE)}:{getattr(one, 'lineno', 0)}"
            if isinstance(one, ast.JoinedStr):
                parts = (
                    str(each.value) if isinstance(each, ast.Constant) else "X"
                    for each in one.values
                )
                yield place, "".join(parts)
            elif isinstance(one, ast.Constant) and id(one) not in passed:
                yield place, str(one.value)


def long(place: str, text: str) -> Iterator[str]:
    """Give the sentences of a text that are too long, with where they stand."""
    text = re.sub(r"<[^>]*>|^\|.*\|$", "\n\n", text, flags=re.MULTILINE)
    for sentence in re.split(r"(?<=[.?!:;])\s+|\n\s*\n|\n[-*] ", text):
        if len(sentence.split()) > MOST:
            yield f"{place}: {sentence}"


def test_sentences_are_short() -> None:
    written = [each for place, text in (*texts(), *said()) for each in long(place, text)]
    assert written == []


def test_a_long_sentence_would_be_found() -> None:
    assert list(long("here", "word " * MOST)) == []
    assert list(long("here", "word " * (MOST + 1))) != []


def test_days_are_written_in_words() -> None:
    found = [(place, text) for place, text in texts() if DAY.search(text)]
    assert [one for one in found if one[0] not in EXAMPLES] == []


def test_nothing_is_stressed_by_capitals() -> None:
    found = {
        (place, word)
        for place, text in texts()
        for word in CAPITALS.findall(text)
        if word not in NAMES and not place.endswith(NO_SENTENCES)
    }
    assert found == set()
