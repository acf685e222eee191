"""The page that goes out before deciding: what the question is, and nothing that leans.

It asks what people see before they know where others stand. So it says nothing of what became of
an option, which one is favoured or why, nor how likely anything is; nobody's view stands on it,
and no title, which often names the favoured option.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.briefing import Briefing, Entry, Fact, Section
from rationale_cli.domain.telling.fact import fact
from rationale_cli.domain.telling.open_questions import answered, still_open
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.sheet import on_a_sheet, prose, section
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.words import Words, told

QUESTIONS = (
    "What would worry you most?",
    "What do we not know?",
    "What have we not thought of?",
)


def views(briefing: Briefing, history: Sequence[Decision], words: Words) -> Briefing:
    """Give the page that asks for views, out of a briefing.

    Args:
        briefing: Of the decision.
        history: As its audience may see it, oldest first; never empty.
        words: What codes and fields are called.
    """
    decision = history[-1]
    page = on_a_sheet(
        briefing, _sections(decision, words), made_for="For everybody who is asked before we decide"
    )
    return replace(
        page,
        title="Your view, before we decide",
        status="",
        mode="",
        slip=replace(page.slip, boxes=_BOXES),
    )


_BOXES = (
    "I have read this",
    "I have nothing to add",
    "I have a question",
    "I see something that is not written here",
)


def _sections(decision: Decision, words: Words) -> Iterator[Section]:
    question = decision.question
    quiet = silence(decision, "question.statement").text
    yield section(
        "question",
        "The question",
        question.statement,
        facts=_around(decision, words),
        silence=quiet,
    )
    yield _known(decision, words)
    yield _unknown(decision)
    yield _heard(decision, words)
    yield _options(decision)
    yield Section(
        anchor="your-view",
        heading="What do you see?",
        intro="Write before you talk to others about it, and as much or as little as you like.",
        room=QUESTIONS,
    )


def _around(decision: Decision, words: Words) -> Iterator[Fact]:
    question, time = decision.question, decision.time
    yield fact(decision, "question.why_now", question.why_now, words)
    if question.not_deciding:
        yield fact(decision, "question.not_deciding", question.not_deciding, words)
    if time.next_hearing:
        yield fact(decision, "time.next_hearing", told(time.next_hearing), words)


def _known(decision: Decision, words: Words) -> Section:
    entries = tuple(
        Entry(
            title=one.text.strip("\n") or "Not said",
            note=capital(words.value("known.kind", one.kind)) if one.kind else "",
            facts=(
                fact(decision, "known.source", one.source, words, item_id=one.id),
                fact(
                    decision,
                    "known.as_of",
                    told(one.as_of) if one.as_of else "",
                    words,
                    item_id=one.id,
                ),
                fact(decision, "known.confidence", one.confidence, words, item_id=one.id),
            ),
        )
        for one in decision.known
    )
    return _listed(decision, "known", "What is known", (*entries, *_answered(decision)))


def _answered(decision: Decision) -> Iterator[Entry]:
    """What was not known once, and is now."""
    for one in answered(decision):
        title = one.question.strip("\n") or "Not said"
        yield Entry(title=title, text=one.answer.strip("\n"), note="Answered")


def _unknown(decision: Decision) -> Section:
    """What is open. Why it matters is left out: it mostly speaks of one option."""
    entries = tuple(
        Entry(title=one.question.strip("\n") or "Not said") for one in still_open(decision)
    )
    found = _listed(decision, "unknown", "What is not known", entries)
    if entries or not decision.unknown:
        return found
    return replace(found, silence="Each question that stands here was answered.", silence_kind="")


def _heard(decision: Decision, words: Words) -> Section:
    entries = tuple(
        Entry(
            title=one.voice.strip("\n"),
            facts=(fact(decision, "person.voice_source", one.voice_source, words, item_id=one.id),),
        )
        for one in decision.person
        if one.voice.strip()
    )
    heading = "What the child or person shows or says"
    return _listed(decision, "person", heading, entries, asked="person.voice")


def _options(decision: Decision) -> Section:
    entries = tuple(
        Entry(
            id=one.id,
            title=one.title.strip("\n") or "Without a title",
            facts=(
                Fact(label="For", text=_points(one.for_) or "Nothing is written here yet."),
                Fact(label="Against", text=_points(one.against) or "Nothing is written here yet."),
            ),
        )
        for one in decision.option
    )
    found = _listed(decision, "option", "What could be done", entries)
    return replace(
        found, intro="In the order in which they were written down, which means nothing."
    )


def _points(texts: tuple[str, ...]) -> str:
    return "\n".join(prose(texts))


def _listed(
    decision: Decision, name: str, heading: str, entries: tuple[Entry, ...], *, asked: str = ""
) -> Section:
    """A list as a section; without entries it says why nothing stands at *asked*, else in it."""
    quiet = None if entries else silence(decision, asked or name)
    return Section(
        anchor=name,
        heading=heading,
        entries=entries,
        silence=quiet.text if quiet else "",
        silence_kind=quiet.kind if quiet else "",
    )
