"""The front page of a briefing as plain lines: what somebody reads before anything else."""

from collections.abc import Iterator

from rationale_cli.domain.telling.briefing import Briefing, Fact, Objection


def front_page(briefing: Briefing) -> Iterator[str]:
    """Give the first page as lines; those that begin with spaces belong to the heading above."""
    opening = briefing.opening
    yield f"{briefing.title} ({briefing.status}, mode: {briefing.mode})"
    yield ""
    yield opening.heading
    yield from _indented(opening.question)
    yield f"  {opening.choice}"
    yield from _indented(opening.reason)
    yield from _facts(opening.facts)
    yield ""
    yield "Why"
    for number, sentence in enumerate(briefing.why.sentences, 1):
        yield from _indented(f"{number}. {sentence}")
    yield from _indented(briefing.why.more or briefing.why.silence)
    yield ""
    yield "Who disagrees, in their own words"
    for one in briefing.objections:
        yield from _objection(one)
    yield from _indented(briefing.objections_silence)
    yield ""
    yield "What could go wrong"
    yield from _dangers(briefing)
    yield ""
    yield "When to call at once"
    for call in briefing.calls:
        yield from _indented(call.text)
    yield from _indented(briefing.calls_silence)


def _objection(one: Objection) -> Iterator[str]:
    yield f"  {one.who}, {one.raised}: “{' '.join(one.words.split())}”"
    yield from _indented(f"{one.standing} {one.confirmed}".strip(), "    ")


def _dangers(briefing: Briefing) -> Iterator[str]:
    harms = briefing.harms
    for worry in harms.worries:
        yield f"  ! {worry}"
    if harms.ask:
        yield f"  ! {harms.ask}"
    if harms.silent:
        yield f"  ! Not yet looked at: {', '.join(harms.silent)}."
    for one in harms.behind:
        yield f"  ! {one}"
    for risk in harms.risks:
        if risk.is_leading:
            yield f"  {risk.harm}: {risk.status}. {risk.how}".rstrip()
    yield from _indented(harms.silence)


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for one in facts:
        yield from _indented(f"{one.label}: {one.text}")


def _indented(text: str, indent: str = "  ") -> Iterator[str]:
    for line in text.strip("\n").split("\n") if text.strip() else ():
        yield f"{indent}{line}".rstrip()
