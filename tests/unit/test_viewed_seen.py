"""Who has seen a decision, as an audience sees it: nothing untrue, and no gap."""

from msgspec.structs import replace

from builders import DECIDED, make_decision, make_view
from histories import linear
from rationale_cli.domain.audience import view_of_seen
from rationale_cli.domain.form import plain
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.part import Party
from rationale_cli.domain.seen import Entry, EntryKind, Seen
from rationale_cli.domain.settings import Audience, Settings
from rationale_cli.domain.understanding import told
from rationale_cli.domain.understanding.reading_state import ReadingState, last_read, reading_state
from rationale_cli.services import audiences

CORE = audiences.clearance(Settings(), "core-team")
OPEN = Settings(audience={"family": Audience(labels=("family",), default_label="family")})
FAMILY = audiences.clearance(OPEN, "family")
NURSE = Party(role="district nurse", agency="health")
PORTER = Party(role="porter", agency="health")
HISTORY = linear(make_decision(consulted=(make_view(),)))


def entry(kind: EntryKind, who: Party = NURSE, label: str = "", **more: object) -> Entry:
    given = {"id": "", "at": Instant(DECIDED), "for_": who, "kind": kind, "revision": 1, **more}
    return Entry(**given, sensitivity=label)  # type: ignore[arg-type]  # as given


def seen(*entries: Entry) -> Seen:
    named = (replace(one, id=f"E{number}") for number, one in enumerate(entries, start=1))
    return Seen(format=1, id="abc234", entry=tuple(named))


def core(*entries: Entry) -> ReadingState:
    return reading_state(HISTORY, view_of_seen(seen(*entries), CORE))


def test_nobody_is_said_not_to_have_read_what_they_read_where_a_copy_does_not_know_it() -> None:
    shared, read = entry(EntryKind.SHARED), entry(EntryKind.READ, label="police")

    assert [str(one.who) for one in core(shared).readers] == ["district nurse, health"]
    assert core(shared, read).readers == ()
    assert core(read).readers == ()


def test_a_question_that_was_answered_where_a_copy_does_not_know_it_is_not_said_to_wait() -> None:
    asked = entry(EntryKind.QUESTION, text="Who comes?")
    answer = entry(EntryKind.ANSWER, PORTER, "police", text="The inspector.", answers="E1")

    assert [one.entry.text for one in core(asked).waiting] == ["Who comes?"]
    assert core(asked, answer).waiting == ()


def test_entries_are_numbered_without_a_gap_and_an_answer_goes_with_its_question() -> None:
    found = view_of_seen(
        seen(
            entry(EntryKind.QUESTION, PORTER, "police", text="Where is the informant?"),
            entry(EntryKind.ANSWER, text="Not here.", answers="E1"),
            entry(EntryKind.QUESTION, text="Who comes?"),
            entry(EntryKind.ANSWER, PORTER, text="I do.", answers="E3"),
        ),
        CORE,
    )

    assert [(one.id, one.answers) for one in found.entry] == [("E1", ""), ("E2", "E1")]
    assert set(plain(found)) == {"format", "id", "entry"}


def test_nothing_is_numbered_anew_where_nothing_is_left_out() -> None:
    alone = Seen(format=1, id="abc234", entry=(entry(EntryKind.READ, id="E7"),))

    assert [one.id for one in view_of_seen(alone, CORE).entry] == ["E7"]


def test_what_somebody_read_last_is_not_known_from_a_part() -> None:
    found = view_of_seen(
        seen(entry(EntryKind.READ), entry(EntryKind.READ, label="police", revision=2)), CORE
    )

    assert last_read(found, NURSE) is None


def test_a_family_is_not_told_what_nobody_has_read_or_answered() -> None:
    state = reading_state(
        HISTORY,
        view_of_seen(
            seen(entry(EntryKind.QUESTION, PORTER, text="Who comes?"), entry(EntryKind.READ)),
            FAMILY,
        ),
    )

    assert [str(one.who) for one in state.readers] == ["district nurse, health"]
    assert state.waiting == ()
    assert told.summary(state) == "This copy names nobody who has yet to read revision 1."
