"""Git's commit-graph: by it the history of one record is found in a long one eight times faster."""

from collections.abc import Iterator
from contextlib import suppress

from rationale_cli.errors import RationaleError
from rationale_cli.store import disk, quarantine
from rationale_cli.store.repository import Store

_CHAIN = ("objects", "info", "commit-graphs", "commit-graph-chain")
_MARK = "commit-graph"

# Each move of a branch adds a line of 150 to 200 bytes to its log: about a hundred saves.
_GROWTH = 16 * 1024

# Bytes of the packs' indexes: about 6,000 commits, whose graph is made in 0.2 s.
_SMALL = 1024 * 1024


def extend(store: Store, ref: str) -> None:
    """Write what is new, if that is much; never fails, and takes most saves no git process.

    The first graph of a folder that has grown without one is left to `write`: it would keep
    a person waiting who only wanted to save.

    Args:
        store: The folder.
        ref: Of the branch, as ``refs/heads/main``; how far its log has grown tells how much is new.
    """
    with suppress(OSError, RationaleError):
        size = store.common_dir.joinpath("logs", ref).stat().st_size
        if 0 <= size - _marked(store, ref) < _GROWTH and has_graph(store):
            return
        if not has_graph(store) and not _is_small(store):
            return
        _mark(store, ref, size)  # before the work: what fails now would fail at each save
        write(store)


def write(store: Store) -> None:
    """Write a graph of all commits, or add to it those that are new.

    Raises:
        GitFailedError: If git failed; another process may be writing it.
        DiskError: If the disk is full.
        UnwritableError: If the user may not write in the repository.
    """
    store.git.run("commit-graph", "write", "--reachable", "--changed-paths", "--split")


def has_graph(store: Store) -> bool:
    """Whether there is a graph that saves add to."""
    return store.common_dir.joinpath(*_CHAIN).is_file()


def missing(store: Store) -> int:
    """Count the commits of all branches that stand in no graph."""
    counted = store.git.run("rev-list", "--all", "--count")
    return max(0, int(counted.text) - sum(_counts(store)))


def is_true(store: Store) -> bool:
    """Whether the graph says what the commits say; git believes it without asking them."""
    return store.git.run("commit-graph", "verify", check=False).status == 0


def put_aside(store: Store) -> None:
    """Put a graph that is not true where git does not find it.

    Raises:
        OSError: If it cannot be moved.
    """
    chain = store.common_dir.joinpath(*_CHAIN)
    for path in (chain, chain.parent.with_name("commit-graph")):
        quarantine.put_aside(store, path)


def _marked(store: Store, ref: str) -> int:
    """How large the branch's log was when the graph was last written; long ago if never."""
    with disk.opened(store.common_dir, "rationale", make=True) as folder:
        name, _, size = (disk.read(folder, _MARK) or b"").partition(b" ")
    return int(size) if name == ref.encode() and size.strip().isdigit() else -_GROWTH


def _mark(store: Store, ref: str, size: int) -> None:
    with disk.opened(store.common_dir, "rationale", make=True) as folder:
        text = f"{ref} {size}\n".encode()
        disk.replace(folder, _MARK, text, staging=folder, temporary=f".{_MARK}.tmp")


def _is_small(store: Store) -> bool:
    packs = (store.common_dir / "objects" / "pack").glob("*.idx")
    return sum(path.stat().st_size for path in packs) < _SMALL


def _counts(store: Store) -> Iterator[int]:
    """Give how many commits each file of the graph holds.

    https://git-scm.com/docs/gitformat-commit-graph: eight bytes, of which the seventh counts the
    chunks; their names and places, twelve bytes each; the chunk OIDF ends with the count.
    """
    folder = store.common_dir.joinpath(*_CHAIN[:-1])
    names = [f"graph-{line}.graph" for line in _lines(store)]
    for path in (folder.with_name("commit-graph"), *(folder / name for name in names)):
        with suppress(FileNotFoundError), path.open("rb") as file:
            chunks = file.read(8)[6]
            table = file.read(12 * chunks)
            rows = (table[at : at + 12] for at in range(0, len(table), 12))
            places = {row[:4]: row[4:] for row in rows}
            file.seek(int.from_bytes(places[b"OIDF"]) + 255 * 4)
            yield int.from_bytes(file.read(4))


def _lines(store: Store) -> list[str]:
    try:
        return store.common_dir.joinpath(*_CHAIN).read_text("ascii").split()
    except FileNotFoundError:
        return []
