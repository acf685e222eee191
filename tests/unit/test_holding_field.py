from threading import Event

from keyboard import STOP, held
from rationale_cli.cli.terminal.holding import Holding
from rationale_cli.domain.asking.interview import Interview


def test_the_newest_text_is_written_before_flush_ends() -> None:
    written: list[str] = []
    holding = Holding(written.append)
    for text in ("a", "ab", "abc"):
        holding.put(text)
    holding.flush()

    assert written[-1] == "abc"


def test_nothing_is_written_where_nothing_was_typed() -> None:
    written: list[str] = []
    Holding(written.append).flush()

    assert written == []


def test_a_key_never_waits_for_the_disk() -> None:
    """The first write lasts until a later key was read; a key that waited would never come."""
    last_key_read, waited = Event(), []

    def hold(_: Interview) -> None:
        waited.append(last_key_read.wait(timeout=20))

    def edit(text: str) -> str:
        last_key_read.set()
        return text

    found = held("Move" + "\x0f" + "?" + STOP, hold=hold, edit=edit)

    assert set(waited) == {True}
    assert found.interview.typed == {"question.statement": "Move?"}
