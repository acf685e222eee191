"""The reference of concerns says what the types say, and its examples are real."""

import re
from pathlib import Path

import msgspec
import pytest

from rationale_cli.codec import companion
from rationale_cli.codec import ladder as ladder_text
from rationale_cli.domain.concern import Close, Concern, Heard, Parallel, Pause, Stage

TEXT = (Path(__file__).parents[2] / "docs" / "concerns.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"(?m)^\| `(\w+)` \| (.*) \|$", TEXT))


def _example(name: str) -> str:
    (found,) = re.findall(rf"(?ms)^```toml {name}\n(.*?)^```$", TEXT)
    return str(found)


def test_the_examples_are_read_as_they_stand() -> None:
    assert ladder_text.decode(_example("ladder"), name="concerns.md").last == 1
    concern = companion.decode(_example("concern"), Concern, name="concerns.md")
    assert companion.encode(concern) == _example("concern")


def test_every_key_is_told_in_the_order_of_the_file() -> None:
    keys = [field.encode_name for field in msgspec.structs.fields(Concern)]
    told = {"format", "id", "revision", "previous"}
    assert [key for key in ROWS if key in keys] == [key for key in keys if key not in told]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("stage", Stage),
        ("pause", Pause),
        ("parallel", Parallel),
        ("close", Close),
        ("heard", Heard),
    ],
)
def test_every_key_of_a_table_is_told(key: str, kind: type[msgspec.Struct]) -> None:
    wanted = [field.encode_name for field in msgspec.structs.fields(kind)]
    written = re.findall(r"`(\w+)`", ROWS[key])
    assert [one for one in written if one in wanted] == [
        one for one in wanted if one != "sensitivity"
    ]
