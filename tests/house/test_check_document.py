"""docs/check.md says what the rules are: it is written from their table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rationale_cli.cli.rules import severity
from rationale_cli.domain.check.checking import RULES
from rationale_cli.domain.check.requirements import REQUIREMENTS

DOCUMENT = Path(__file__).parents[2] / "docs" / "check.md"
_BEGINS, _ENDS = "<!-- rules: begin -->\n", "<!-- rules: end -->"


def test_the_document_lists_every_rule_as_its_table_has_it(request: pytest.FixtureRequest) -> None:
    """--update-golden writes the list anew; the text around it is written by hand."""
    text = DOCUMENT.read_text(encoding="utf-8")
    above, _, rest = text.partition(_BEGINS)
    below = rest.partition(_ENDS)[2]
    listed = "\n".join(_listed())
    wanted = f"{above}{_BEGINS}{listed}\n{_ENDS}{below}"
    if request.config.getoption("--update-golden"):
        DOCUMENT.write_text(wanted, encoding="utf-8", newline="\n")

    assert DOCUMENT.read_text(encoding="utf-8") == wanted


def test_every_requirement_is_served_by_a_rule_or_says_what_serves_it() -> None:
    served = {rule.requirement for rule in RULES}

    assert served <= {one.key for one in REQUIREMENTS}
    assert [one.key for one in REQUIREMENTS if one.key not in served and not one.elsewhere] == []
    assert {"R18", "R28"} <= {one.key for one in REQUIREMENTS if one.elsewhere} - served


def test_the_requirements_are_those_of_the_list() -> None:
    assert [one.key for one in REQUIREMENTS] == [f"R{number}" for number in range(1, 31)]


def _listed() -> Iterator[str]:
    for requirement in REQUIREMENTS:
        yield f"\n**{requirement.key}. {requirement.text}**"
        rules = [rule for rule in RULES if rule.requirement == requirement.key]
        if rules:
            yield "\n| Rule | Severity | What it finds |\n|---|---|---|"
        for rule in rules:
            yield f"| `{rule.id}` | {severity(rule)} | {rule.title} |"
        if requirement.elsewhere:
            yield f"\n{requirement.elsewhere}"
