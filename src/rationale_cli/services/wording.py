"""The text of a file as git's own diff shall see it: a record in words, anything else as it is."""

from collections.abc import Iterator
from datetime import UTC
from itertools import islice

from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import shipped
from rationale_cli.domain.clean import clean
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.lines import lines
from rationale_cli.errors import RationaleError


def worded(data: bytes) -> bytes:
    """Give the text of a record in lines of words; what is no record comes back as it is.

    It depends on the text alone and on nothing around it: not on the folder, its own law or its
    language, nor on the day. So both sides of a diff are told alike, whoever looks.
    """
    found = record(data)
    if found is None:
        return data
    # A name, a role or a key of an answer can hold a line end, and git takes it for one.
    told = (clean(line).replace("\n", " ") for line in lines(found, shipped.words()))
    return "".join(f"{line}\n" for line in told).encode()


def record(data: bytes) -> Decision | None:
    """Read the text of a record, or give ``None`` if it is none, for whatever reason."""
    try:
        # Times without offset are told as they were written, so that any zone will do.
        return decision_text.decode(data.decode(), name="", zone=UTC)
    except (RationaleError, UnicodeDecodeError):
        return None


def compared(name: str, before: bytes, after: bytes) -> Iterator[str]:
    """Tell what changed between two texts of one file, a line each.

    Two records are compared in words, one alone is told whole, and of other files the lines that
    came and went are shown.

    Args:
        name: What the file is called.
        before: Empty if there was none.
        after: Empty if there is none any more.
    """
    old, new = record(before), record(after)
    if old is not None and new is not None:
        yield from _changes(old, new)
    elif old is not None and not after:
        yield f"{old.id}: r{old.revision} was taken away. It said:"
        yield from _indented(old)
    elif new is not None and not before:
        yield f"{new.id}: r{new.revision} is new. It says:"
        yield from _indented(new)
    else:
        yield from _by_lines(name, worded(before), worded(after))


def _changes(before: Decision, after: Decision) -> Iterator[str]:
    from rationale_cli.domain.telling.sentences import tell

    yield _headed(before, after)
    told = tell(before, after, shipped.words())
    if not told:
        yield "Nothing changed but how it is written down."
    for section in told:
        yield ""
        yield section.heading
        for sentence in section.sentences:
            yield f"  {sentence.text}"


def _headed(before: Decision, after: Decision) -> str:
    if before.id != after.id:
        return f"Two decisions: from {before.id} r{before.revision} to {after.id} r{after.revision}"
    if before.revision == after.revision:
        return f"{after.id}: two texts of r{after.revision}"
    return f"{after.id}: from r{before.revision} to r{after.revision}"


def _indented(decision: Decision) -> Iterator[str]:
    for line in lines(decision, shipped.words()):
        yield f"  {line}".rstrip()


def _by_lines(name: str, before: bytes, after: bytes) -> Iterator[str]:
    from difflib import unified_diff

    yield f"{name}: by lines"
    old, new = (text.decode("utf-8", "backslashreplace").splitlines() for text in (before, after))
    # The first two lines would name the two sides, of which git keeps copies under odd names.
    yield from islice(unified_diff(old, new, lineterm=""), 2, None)
