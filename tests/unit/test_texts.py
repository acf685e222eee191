from rationale_cli.codec import shipped
from rationale_cli.domain.asking.texts import Texts, places


def test_a_value_is_put_in_and_never_read_as_a_place() -> None:
    texts = Texts({"a.b": "Not taken: {typed}."})

    assert texts("a.b", typed="{typed}") == "Not taken: {typed}."


def test_every_shipped_text_says_something() -> None:
    said = shipped.texts().said

    assert {key: text for key, text in said.items() if not text.strip()} == {}
    assert places(said["plain.greeting"]) == frozenset()
