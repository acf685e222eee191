"""The JSON Schema of a record, made from its types."""

from typing import Any

import msgspec

from rationale_cli.domain.decision import FORMAT, Decision
from rationale_cli.domain.fault import LONGEST_TITLE
from rationale_cli.domain.moment import Instant, Moment

_INSTANT = {
    "type": "string",
    "format": "date-time",
    "description": "A day with its time and offset.",
}
_DAY = {"type": "string", "format": "date"}


def schema() -> dict[str, Any]:
    """Give the JSON Schema of record format 1, with TOML's days and times as JSON's text."""
    found: dict[str, Any] = _plain(msgspec.json.schema(Decision, schema_hook=_time))
    fields = found["$defs"]["Decision"]["properties"]
    fields["format"] = {"const": FORMAT}
    fields["title"] |= {"maxLength": LONGEST_TITLE}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"rationale decision record, format {FORMAT}",
        **found,
    }


def _plain(value: Any) -> Any:
    """A schema of files: TOML has no null, defaults go without saying, docstrings are code."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    told = {key: _plain(one) for key, one in value.items() if key != "default"}
    if isinstance(description := told.get("description"), str):
        told["description"] = description.partition("\n")[0].replace("``", "")
    choices = [one for one in told.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        return {**{key: one for key, one in told.items() if key != "anyOf"}, **choices[0]}
    return told


def _time(kind: type) -> dict[str, Any]:
    if kind is Instant:
        return _INSTANT
    if kind is Moment:
        return {"anyOf": [_DAY, _INSTANT], "description": "A day, or a day with its time."}
    raise TypeError(kind)
