"""Citations: what people type becomes one provision of the library, or is said not to be known.

Nothing is guessed: where several provisions fit they are all named, and where none does the
nearest are only told as such.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from rationale_cli.domain.citing import act
from rationale_cli.domain.citing.judgment import Judgment, fits, judgment
from rationale_cli.domain.citing.place import KINDS, Fit, Place, fit, places
from rationale_cli.domain.citing.tokens import tokens, words
from rationale_cli.domain.provision import Provision

NEAR = 3
"""Provisions that are named where none fits."""

_ALIKE = 0.8
"""How much alike two spellings are, from 0 to 1, for one to be told as near the other."""

_LONGEST = 300
"""Letters that a citation can have; a longer text is none."""


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """What a typed citation can mean.

    Attributes:
        typed: As it was typed.
        found: Every provision of the library that it can mean; one if it is known.
        is_exact: Whether it says just what the one provision says: neither a part of it nor
            more than it, and nothing that could be another which the library does not hold.
        near: Where none was found: what looks like it.
    """

    typed: str
    found: tuple[Provision, ...] = ()
    is_exact: bool = False
    near: tuple[Provision, ...] = ()

    @property
    def one(self) -> Provision | None:
        """The provision that is meant; ``None`` if there is none or several."""
        return self.found[0] if len(self.found) == 1 else None


class Citations:
    """Reads citations by the rows of a library.

    Args:
        rows: Each id once; where several fit they are named in this order.
    """

    def __init__(self, rows: Iterable[Provision]) -> None:
        self.rows = tuple(rows)
        self.by_id = {one.id: one for one in self.rows}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Citations) and self.rows == other.rows

    def __hash__(self) -> int:
        return hash(self.rows)

    def read(self, text: str) -> Citation:
        """Say what a citation means; never fails, whatever the text is."""
        found = tokens(text) if len(text) <= _LONGEST else ()
        key = words(found)
        if not key:
            return Citation(typed=text)
        if by_id := self._of_id(text.strip(), key):
            return Citation(typed=text, found=by_id, is_exact=len(by_id) == 1)
        for read in (self._judgment, self._place, self._spelling):
            known = read(found)
            if known is not None:
                rows, is_exact = known
                near = () if rows else tuple(self._near(found))
                is_exact = is_exact and len(rows) == 1
                return Citation(typed=text, found=rows, is_exact=is_exact, near=near)
        return Citation(typed=text, near=tuple(self._near(found)))

    def id_of(self, text: str) -> str:
        """Give the id of what a citation means if it says just that; else the text itself."""
        found = self.read(text)
        return found.found[0].id if found.is_exact else text

    def _of_id(self, text: str, key: tuple[str, ...]) -> tuple[Provision, ...]:
        """The row of an id, also in small letters; of an Act also as ``ca89 38 6``."""
        if text in self.by_id:
            return (self.by_id[text],)
        return tuple(
            one
            for one in self.rows
            if one.id.casefold() == text.casefold() or (one.act and words(tokens(one.id)) == key)
        )

    def _judgment(self, found: tuple[str, ...]) -> tuple[tuple[Provision, ...], bool] | None:
        typed = judgment(found)
        if typed is None:
            return None
        rows = tuple(
            row for row, (said, parties) in self._judgments.items() if fits(typed, said, parties)
        )
        return rows, typed.is_distinct and not typed.has_pinpoint

    def _place(self, found: tuple[str, ...]) -> tuple[tuple[Provision, ...], bool] | None:
        if found[0] == "the":
            found = found[1:]
        named = act.named(found, self._acts)
        wanted = places(named.rest)
        if named.is_named and not wanted and not words(named.rest):
            return self._whole(found, named.acts)
        if not wanted or not _is_place(wanted, is_clear=named.is_named or "(" in found):
            return None
        acts = named.acts if named.is_named else frozenset(self._by_act)
        rows: list[Provision] = []
        best = Fit.EQUAL
        for name in self._by_act:
            if name in acts:
                some, how = _fitting(self._by_act[name], wanted)
                rows += some
                best = min(best, how) if some else best
        return tuple(rows), best is Fit.EQUAL

    def _whole(
        self, found: tuple[str, ...], acts: frozenset[str]
    ) -> tuple[tuple[Provision, ...], bool]:
        """An Act without a section: just one row may be meant by it, and say so."""
        listed = self._spellings.get(words(found), ())
        if listed:
            return listed, True
        return tuple(
            row for name in self._by_act if name in acts for row, _ in self._by_act[name]
        ), False

    def _spelling(self, found: tuple[str, ...]) -> tuple[tuple[Provision, ...], bool] | None:
        rows = self._spellings.get(words(found))
        return (rows, False) if rows else None

    def _near(self, found: tuple[str, ...]) -> Iterator[Provision]:
        """What has the same number or parties; of other texts, what is written nearly alike."""
        if typed := judgment(found):
            rows = [
                row
                for row, (said, parties) in self._judgments.items()
                if typed.parties in parties or (typed.number and typed.number == said.number)
            ]
        else:
            rows = list(self._of_number(found))
        yield from tuple({row.id: row for row in rows}.values())[:NEAR]

    def _of_number(self, found: tuple[str, ...]) -> Iterator[Provision]:
        named = act.named(found, self._acts)
        is_cited = named.is_named or not KINDS.isdisjoint(found)
        numbers = [Place("", one, one) for one in named.rest if is_cited and one[0].isdigit()]
        for name, rows in self._by_act.items():
            if name in named.acts or not named.is_named:
                for row, (said, _) in rows:
                    places_of = [one._replace(part="") for one in said]
                    if any(fit(one, two) > Fit.AROUND for one in numbers for two in places_of):
                        yield row
        if not places(named.rest):
            from difflib import get_close_matches  # seldom needed, and slow to load

            written = {" ".join(key): rows for key, rows in self._spellings.items()}
            for text in get_close_matches(" ".join(words(found)), written, n=NEAR, cutoff=_ALIKE):
                yield from written[text]

    @cached_property
    def _acts(self) -> act.Names:
        return act.names(self.rows)

    @cached_property
    def _spellings(self) -> dict[tuple[str, ...], tuple[Provision, ...]]:
        found: dict[tuple[str, ...], dict[str, Provision]] = {}
        for row in self.rows:
            for text in (row.short, row.name, row.citation, *row.spellings):
                if key := words(tokens(text)):
                    found.setdefault(key, {})[row.id] = row
        return {key: tuple(rows.values()) for key, rows in found.items()}

    @cached_property
    def _by_act(self) -> dict[str, list[tuple[Provision, tuple[tuple[Place, ...], ...]]]]:
        """The rows of each Act, with the places of their citations and those they are called by."""
        found: dict[str, list[tuple[Provision, tuple[tuple[Place, ...], ...]]]] = {}
        for row in self.rows:
            if row.act:
                said = places(tokens(row.citation.removeprefix(row.act)))
                called = [places(self._rest(one)) for one in (row.short, *row.spellings)]
                flat = tuple(
                    place for one in called for place in one if _is_place(one, is_clear=True)
                )
                found.setdefault(row.act, []).append((row, (said, flat)))
        return found

    def _rest(self, text: str) -> tuple[str, ...]:
        return act.named(tokens(text), self._acts).rest

    @cached_property
    def _judgments(self) -> dict[Provision, tuple[Judgment, frozenset[str]]]:
        found: dict[Provision, tuple[Judgment, frozenset[str]]] = {}
        for row in self.rows:
            said = judgment(tokens(row.citation))
            if said is None or not said.court:
                continue
            others = (judgment(tokens(one)) for one in (row.short, *row.spellings))
            parties = frozenset(one.parties for one in (said, *others) if one and one.parties)
            found[row] = (said, parties)
        return found


def _is_place(wanted: tuple[Place, ...], *, is_clear: bool) -> bool:
    """Whether it is a citation: a bare number without its kind, Act or brackets is none."""
    return all(one.kind or is_clear for one in wanted)


def _fitting(
    rows: list[tuple[Provision, tuple[tuple[Place, ...], ...]]], wanted: tuple[Place, ...]
) -> tuple[tuple[Provision, ...], Fit]:
    """Give the rows of one Act that fit best; those of each place, if no row has them all."""
    fitted = [(row, [_fit(one, *where) for one in wanted]) for row, where in rows]
    best = max((min(fits) for _, fits in fitted), default=Fit.NOT)
    if best:
        return tuple(row for row, fits in fitted if min(fits) is best), best
    found: dict[str, Provision] = {}
    for number in range(len(wanted)):
        best = max((fits[number] for _, fits in fitted), default=Fit.NOT)
        if not best:
            return (), Fit.NOT
        found.update({row.id: row for row, fits in fitted if fits[number] is best})
    return tuple(found.values()), Fit.AROUND


def _fit(wanted: Place, said: tuple[Place, ...], called: tuple[Place, ...]) -> Fit:
    """How a place fits a row: by its citation; what it is also called counts if it is the same."""
    found = max((fit(wanted, one) for one in said), default=Fit.NOT)
    is_called = any(fit(wanted, one) is Fit.EQUAL for one in called)
    return Fit.EQUAL if is_called else found
