"""The JSON Schema is made from the types, so it takes what they take."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from builders import make_decision
from cases import revisions
from rationale_cli.codec.schema import schema
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import seed
from strategies import decisions

RECORD = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
CASES = [(case, decision) for case in ("alder", "cedar") for decision in revisions(case)]


def test_it_is_a_schema_of_its_draft() -> None:
    Draft202012Validator.check_schema(schema())

    assert schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize(
    "decision", [one for _, one in CASES], ids=[f"{case} r{one.revision}" for case, one in CASES]
)
def test_it_takes_every_revision_of_the_cases(decision: Decision) -> None:
    RECORD.validate(as_json(decision))


@given(decisions())
def test_it_takes_every_decision(decision: Decision) -> None:
    RECORD.validate(as_json(decision))


@pytest.mark.parametrize(
    "changed",
    [
        {"titel": "Stay"},
        {"risk": [{"id": "R1", "likelyhood": 2}]},
        {"status": "decied"},
        {"risk": [{"id": "R1", "likelihood": 6}]},
        {"option": [{"title": "An option without an id"}]},
        {"time": {"decided_at": "2026-03-24T16:10:00+00:00"}},
    ],
    ids=["key", "key of an item", "code", "beyond the scale", "no id", "no time of recording"],
)
def test_it_refuses_what_the_types_refuse(changed: dict[str, Any]) -> None:
    record = {**as_json(make_decision()), **changed}

    with pytest.raises(jsonschema.ValidationError):
        RECORD.validate(record)


def as_json(decision: Decision) -> Any:
    """Give a decision as ``show --json`` does."""
    return json.loads(json.dumps(seed(decision), default=lambda day: day.isoformat()))
