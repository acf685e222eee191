"""Everybody who is to understand a decision, also when nothing was ever sent to them."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.part import Party
from rationale_cli.domain.seen import Seen


class Why(StrEnum):
    """Why somebody is to understand it."""

    EXPECTED = "expected"
    CONSULTED = "consulted"
    DISSENT = "dissent"
    TOLD = "told"
    SEEN = "seen"


def readers(
    history: Sequence[Decision], seen: Seen, expected: Iterable[str] = ()
) -> dict[Party, tuple[Why, ...]]:
    """Give everybody who is to understand a decision, and why each is.

    Expected are those that the settings name; then come those who were consulted or disagree, as
    the newest revision says; those whom any revision says were told; and those of whom something
    was recorded. Somebody of whom only the role is known is the one person known by that role.

    Args:
        history: Oldest first, never empty.
        seen: What was recorded of who has seen it.
        expected: Each ``role@agency``.
    """
    found: dict[Party, list[Why]] = {}
    names: dict[tuple[str, str], Party] = {}
    for who, why in sorted(_all(history, seen, expected), key=lambda one: not one[0].agency):
        party = _known(who, names)
        reasons = found.setdefault(party, [])
        if why not in reasons:
            reasons.append(why)
    order = list(Why)
    told = {who: tuple(sorted(why, key=order.index)) for who, why in found.items()}
    return dict(sorted(told.items(), key=lambda one: order.index(one[1][0])))


def folded(who: Party) -> tuple[str, str]:
    """Give by what somebody is known: upper and lower case and blanks make nobody another."""
    return " ".join(who.role.casefold().split()), " ".join(who.agency.casefold().split())


def _all(
    history: Sequence[Decision], seen: Seen, expected: Iterable[str]
) -> Iterator[tuple[Party, Why]]:
    newest = history[-1]
    for text in expected:
        role, _, agency = text.partition("@")
        yield Party(role=role.strip(), agency=agency.strip()), Why.EXPECTED
    for one in newest.consulted:
        yield Party(role=one.role, agency=one.agency), Why.CONSULTED
    for each in newest.dissent:
        yield Party(role=each.role, agency=each.agency), Why.DISSENT
    for decision in history:
        for role in decision.change.told:
            yield Party(role=role.strip()), Why.TOLD
    for entry in seen.entry:
        # Who answers a question is not the one who is to understand.
        if entry.for_ is not None and not entry.answers:
            yield entry.for_, Why.SEEN


def _known(who: Party, names: dict[tuple[str, str], Party]) -> Party:
    name = folded(who)
    if not name[1]:
        same = {one for (role, _), one in names.items() if role == name[0]}
        if len(same) == 1:
            return same.pop()
    return names.setdefault(name, who)
