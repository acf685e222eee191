"""What is safe to put right in a folder without asking."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from rationale_cli.errors import RationaleError
from rationale_cli.services import wiring as clone
from rationale_cli.store import commit_graph, quarantine, wiring
from rationale_cli.store.heal import heal
from rationale_cli.store.repository import Store


def mend(store: Store, program: str, *, at: datetime) -> Iterator[str]:
    """Refresh working files, put stale locks aside, wire the clone and write the commit-graph.

    What cannot be put right is left as it is, for whoever looks the folder over afterwards. A
    change made by hand is kept as a draft, and a setting that somebody else made is not touched.

    Args:
        store: The folder.
        program: Absolute path of this program, or the name under which ``PATH`` has it.
        at: Time of a commit, aware.

    Yields:
        What was done, a sentence each.
    """
    for step in (_files, lambda one: _wiring(one, program, at), _graph):
        with suppress(RationaleError):
            yield from step(store)


def _files(store: Store) -> Iterator[str]:
    locks = quarantine.stale(store)
    for found in heal(store):
        yield f"Kept the change made by hand in {found.path!r} as draft {found.draft}."
    for path in locks:
        yield f"Put the lock {path.name!r} aside."


def _graph(store: Store) -> Iterator[str]:
    if not commit_graph.is_true(store):
        commit_graph.put_aside(store)
    elif commit_graph.has_graph(store) and not commit_graph.missing(store):
        return
    commit_graph.write(store)
    yield "Wrote the commit-graph."


def _wiring(store: Store, program: str, at: datetime) -> Iterator[str]:
    if wiring.look(store, program).state not in {wiring.State.WIRED, wiring.State.FOREIGN}:
        wiring.wire(store, program)
        yield "Wired the clone: git itself tells records in words."
    if clone.tell_attributes(store, at=at):
        yield "Committed what tells git which files are records."
