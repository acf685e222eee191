"""Which decisions of a folder rest on a provision, and how its test was met."""

from collections.abc import Iterable, Iterator

import msgspec

from rationale_cli.domain.citing.citation import Citations
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.reason import Law


class Resting(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a decision rests on a provision.

    Attributes:
        decision: As it now stands.
        law: The item that names the provision.
    """

    decision: Decision
    law: Law


def resting(
    decisions: Iterable[Decision], row: Provision, citations: Citations
) -> Iterator[Resting]:
    """Give every place where decisions rest on a provision, by its id or as somebody typed it.

    Args:
        decisions: As they now stand.
        row: The provision.
        citations: Of the library.
    """
    for decision in decisions:
        for item in decision.law:
            if item.provision and citations.read(item.provision).one == row:
                yield Resting(decision=decision, law=item)
