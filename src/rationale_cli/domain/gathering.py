"""Gathering: what earlier records named becomes what is suggested, likeliest first."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from rationale_cli.domain import mention
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.part import Party
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.suggestion import Suggestion, Suggestions, folded
from rationale_cli.domain.words import told

_TOLD = 2
"""Agencies that are told beside a role."""


def gathered(
    decisions: Iterable[Decision],
    *,
    own: tuple[Provision, ...] = (),
    shipped: tuple[Provision, ...] = (),
    expected: tuple[Party, ...] = (),
    usual: tuple[Party, ...] = (),
) -> Suggestions:
    """Gather suggestions, each thing once, in the spelling that earlier records use most.

    Args:
        decisions: Earlier records; each is looked at once.
        own: A team's own provisions, which stand before all others.
        shipped: The provisions of the library.
        expected: Who ought to be consulted, after those whom the records name.
        usual: Who is usually at the table, after them.
    """
    parties, cited = Counter[Party](), Counter[str]()
    for decision in decisions:
        parties.update(mention.parties(decision))
        cited.update(mention.provisions(decision))
    others = dict.fromkeys((*expected, *usual))
    roles, agencies, pairs = (
        _once((*_by_use(parties, part), *map(part, others))) for part in (_role, _agency, _pair)
    )
    went = _went_together(pairs.values(), agencies)
    return Suggestions(
        laws=tuple(_laws(own, shipped, cited)),
        roles=tuple(
            Suggestion(insert=role, shown=", ".join(went.get(key, ())[:_TOLD]))
            for key, role in roles.items()
        ),
        agencies=tuple(Suggestion(insert=agency) for agency in agencies.values()),
        parties=tuple(Suggestion(insert=pair) for pair in pairs.values()),
        agencies_of=went,
    )


def _role(party: Party) -> str:
    return party.role


def _agency(party: Party) -> str:
    return party.agency


def _pair(party: Party) -> str:
    return f"{party.role}@{party.agency}" if party.role and party.agency else ""


def _by_use(parties: Counter[Party], part: Callable[[Party], str]) -> list[str]:
    """The most used first; ways of writing the same count together, the commonest leading."""
    uses, together = Counter[str](), Counter[str]()
    for party, count in parties.items():
        uses[part(party)] += count
        together[folded(part(party))] += count
    return sorted(uses, key=lambda text: (-together[folded(text)], -uses[text], text))


def _once(texts: Iterable[str]) -> dict[str, str]:
    """Each text once, as it is first written, by its folded form; what says nothing is left out."""
    found: dict[str, str] = {}
    for text in texts:
        if key := folded(text):
            found.setdefault(key, text)
    return found


def _went_together(pairs: Iterable[str], agencies: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    went: dict[str, list[str]] = {}
    for party in map(mention.party_of, pairs):
        # A hand can have written an agency of signs alone, which is none to suggest.
        if agency := agencies.get(folded(party.agency)):
            went.setdefault(folded(party.role), []).append(agency)
    return {role: tuple(names) for role, names in went.items()}


def _laws(
    own: tuple[Provision, ...], shipped: tuple[Provision, ...], cited: Counter[str]
) -> Iterator[Suggestion]:
    """A team's own provisions, then what was cited, then the rest of the library."""
    known = {one.id: one for one in (*shipped, *own)}
    meant = _ids(known.values())
    uses = Counter[str]()
    for text, count in cited.items():
        uses[text if text in known else meant.get(folded(text), text)] += count
    first = sorted((one.id for one in own), key=lambda name: -uses[name])
    then = sorted(uses, key=lambda name: (-uses[name], name))
    for name in dict.fromkeys(chain(first, then, known)):
        yield _law(known[name]) if name in known else Suggestion(insert=name)


def _ids(provisions: Iterable[Provision]) -> dict[str, str]:
    """The id that each way of writing a provision means, where it can mean one only."""
    found: dict[str, set[str]] = {}
    for one in provisions:
        for text in _written(one):
            found.setdefault(folded(text), set()).add(one.id)
    return {text: next(iter(ids)) for text, ids in found.items() if len(ids) == 1}


def _written(one: Provision) -> tuple[str, ...]:
    return tuple(filter(None, (one.id, one.short, one.name, one.citation, *one.spellings)))


def _law(one: Provision) -> Suggestion:
    return Suggestion(
        insert=one.id,
        shown=f"{one.short or one.citation}: {one.plain}{_when(one)}",
        spellings=_written(one)[1:],
    )


def _when(one: Provision) -> str:
    """A warning where a provision may not apply on the day of a decision made now."""
    if one.in_force_to:
        return f" It applied until {told(one.in_force_to)}."
    if one.enacted_on and one.commencement:
        return f" Passed on {told(one.enacted_on)}; whether it has begun is not verified."
    return ""
