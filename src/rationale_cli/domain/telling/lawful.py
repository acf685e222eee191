"""What the law library adds to a decision: the text on that day, and when a limit runs out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, tzinfo

from msgspec.structs import replace

from rationale_cli.domain import court_route
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.citing.citation import Citations
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.force import Force, force, force_told, looked_at
from rationale_cli.domain.limit import TimeLimit, limits
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.telling.briefing import Briefing, Entry, Fact, Section
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.silence import SilenceKind
from rationale_cli.domain.viewed import tells_silence, withholds
from rationale_cli.domain.words import Words


def law_facts(
    decision: Decision, provisions: Sequence[Provision], *, words: Words, zone: tzinfo
) -> dict[str, tuple[Fact, ...]]:
    """Give what the library adds, by the id of the item of law; nothing of what it does not know.

    Args:
        decision: As it is shown.
        provisions: The law library.
        words: What the facts are called.
        zone: In which limits are told.
    """
    known = {one.id: one for one in provisions}
    running = {one.id: one for one in limits(decision, provisions, zone=zone)}
    return {
        item.id: (
            *_ending(running.get(item.id), words),
            *_standing(known[item.provision], looked_at(decision, item), words),
        )
        for item in decision.law
        if item.provision in known
    }


def plain(
    decision: Decision, provisions: Sequence[Provision], *, zone: tzinfo
) -> dict[str, Answers]:
    """Give the same as plain values, for programs."""
    known = {one.id: one for one in provisions}
    running = {one.id: one for one in limits(decision, provisions, zone=zone)}
    found = {}
    for item in decision.law:
        if row := known.get(item.provision):
            day, limit = looked_at(decision, item), running.get(item.id)
            found[item.id] = {
                "citation": row.citation,
                "force": force(row, day),
                "link": row.link(day) or None,
                "ends": str(limit.end) if limit else None,
            }
    return found


def with_law(
    briefing: Briefing,
    decision: Decision,
    provisions: Sequence[Provision],
    *,
    words: Words,
    zone: tzinfo,
) -> Briefing:
    """Give a briefing with what the library adds, below the law that it tells of.

    Args:
        briefing: Of the decision.
        decision: As its audience may see it.
        provisions: The law library.
        words: What the facts are called.
        zone: In which limits are told.
    """
    added = law_facts(decision, provisions, words=words, zone=zone)
    waiting = tuple(unsaid(decision, provisions, words))
    sections = tuple(
        _with(section, added, waiting) if section.anchor == "law" else section
        for section in briefing.sections
    )
    return replace(briefing, sections=sections)


def unsaid(decision: Decision, provisions: Sequence[Provision], words: Words) -> Iterator[Fact]:
    """Say what nobody has said yet of a decision that takes the court route.

    Nothing is said where a copy leaves something out that may have said it.

    Args:
        decision: As its audience may see it.
        provisions: The law library.
        words: What the facts are called.
    """
    citations = Citations(provisions)
    rows = (citations.read(item.provision).one for item in decision.law)
    cited = {row.id for row in rows if row is not None}
    is_whole = not any(withholds(decision, path) for path in _LOOKED_AT)
    if not (is_whole and tells_silence(decision) and court_route.is_taken(decision, cited)):
        return
    label = words.field("law.route")
    if court_route.is_unchecked(decision, cited):
        yield Fact(label=label, text=_CHECKS, silence=SilenceKind.NOT_ASKED)
    if not court_route.is_said(decision, court_route.STOP):
        yield Fact(label=label, text=_STOP, silence=SilenceKind.NOT_ASKED)


def runs_out(limit: TimeLimit, words: Words) -> str:
    """Say when a limit ends, with the day of the week: ``Tuesday 24 November 2026, 02:30``."""
    weekday = words.value("weekday", limit.end.day.isoweekday())
    return f"{weekday} {words.told(limit.end)}"


def _with(
    section: Section, added: Mapping[str, tuple[Fact, ...]], waiting: tuple[Fact, ...]
) -> Section:
    entries: Iterator[Entry] = (
        replace(entry, facts=(*entry.facts, *added.get(entry.id, ()))) for entry in section.entries
    )
    return replace(section, facts=(*section.facts, *waiting), entries=tuple(entries))


_LOOKED_AT = (court_route.CHECKS, court_route.STOP, "law", "option")
"""Where a decision says whether it takes the court route, and what was done on it."""

_CHECKS = (
    "Some ordinary checks fall away under section 38(6). Nothing says yet which were made all the "
    "same: every adult in the home assessed; home checked; senior approval; placement plan; "
    "visits. Regulation 28(4) has visits weekly until the first review, then at least every "
    "4 weeks; some local text says 6."
)
_STOP = "Nothing says yet who can stop this, and how fast."


def _ending(limit: TimeLimit | None, words: Words) -> Iterator[Fact]:
    if limit is not None:
        text = f"{runs_out(limit, words)} ({limit.limit} from {words.told(limit.start)})"
        yield Fact(label=words.field("law.ends"), text=text)


def _standing(row: Provision, day: date, words: Words) -> Iterator[Fact]:
    if _is_worth_a_word(row, force(row, day)):
        yield Fact(label=words.field("law.force"), text=f"{capital(force_told(row, day))}.")
    if link := row.link(day):
        # Without its scheme it is an address that can be typed from paper. A team's own file of
        # provisions may hold anything: a page leads nowhere but to a site.
        address = link.removeprefix("https://").removeprefix("www.")
        leads = link if link.startswith("https://") else ""
        yield Fact(label=words.field("law.text"), text=address, link=leads)


def _is_worth_a_word(row: Provision, how: Force) -> bool:
    """Whether a reader has to be told how the law stood: old law of unknown age needs no word."""
    is_new = how is Force.UNVERIFIED and row.enacted_on is not None
    return is_new or how in (Force.NOT_YET, Force.ENDED)
