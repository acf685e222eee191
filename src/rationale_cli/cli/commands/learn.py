"""``rationale learn``."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, folders, reporting
from rationale_cli.cli.audience import Audience

app = typer.Typer(rich_markup_mode=None)


@app.command()
def learn(
    context: typer.Context,
    into: folders.In = [],  # noqa: B006 - typer makes a new list of it
    more: folders.More = [],  # noqa: B006 - typer makes a new list of it
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show what all the records teach, with nobody in it.

    Counts and lengths of time only: no id, no title, no role, and none of the words of a record.
    With --audience only what they may see is counted.
    """
    from rationale_cli.codec import shipped
    from rationale_cli.domain.learning import saying
    from rationale_cli.domain.learning.lessons import lessons
    from rationale_cli.domain.learning.observed import together
    from rationale_cli.domain.words import with_harms

    over = folders.over(context, folders.named("learn", into, more), _look, audience=audience)
    every = over.found.values()
    found = lessons(together(seen for seen, _ in every))
    if audience:
        reporting.say(f"What is withheld from {audience!r} was not counted.")
    if json:
        from msgspec import to_builtins

        console.write_json({**to_builtins(found), "folders_unreadable": len(over.faults)})
    else:
        names = {code: name for _, names in every for code, name in names.items()}
        words = with_harms(shipped.words(), names)
        console.write(
            _told(saying.opening(found), saying.sections(found, words, audience=audience))
        )
    if over.faults:
        raise typer.Exit(1)


def _look(session: Any, folder: str) -> Any:
    """What was seen in a folder, and what it calls the kinds of harm."""
    from rationale_cli.services import learning

    del folder
    harms = session.harms
    seen = learning.observed(
        session.store,
        session.settings,
        harms=harms,
        zone=session.zone,
        clearance=session.clearance,
    )
    return seen, {one.code: one.name for one in harms}


def _told(opening: Iterable[str], sections: Iterable[Any]) -> Iterator[str]:
    yield from opening
    for section in sections:
        yield ""
        yield section.heading
        for sentence in section.sentences:
            yield f"  {sentence}"
