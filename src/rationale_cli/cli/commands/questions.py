"""``rationale questions``: list, show, check, begin and translate question sets."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, reporting, saying
from rationale_cli.cli.parts import PartGroup
from rationale_cli.cli.session import Session, anywhere, opened
from rationale_cli.errors import RationaleError

app = typer.Typer(cls=PartGroup, rich_markup_mode=None, no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Of the question set")]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write it there, not to the folder"),
]


@app.callback()
def questions() -> None:
    """List, show, check, try out, begin or translate question sets."""


@app.command("list")
def list_(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """List the question sets that can be asked, a team's own included."""
    from rationale_cli.cli import set_files, sets

    with _store(context) as store:
        rows, translations = sets.rows(store), sets.translations(store)
        unkept = set_files.unkept(store)
    if json:
        console.write_json({"question_sets": rows, "translations": translations})
    elif console.is_terminal():
        console.write(sets.told(rows, translations))
    else:
        console.write_tsv(
            (row["name"], str(row["version"] or "-"), row["source"], row["title"] or row["fault"])
            for row in rows
        )
    for name in unkept:
        reporting.say(f"Not kept yet as it is written: {name}. {_keep_it(name)}")


@app.command()
def show(context: typer.Context, name: Name) -> None:
    """Show the questions of a set in the order in which they are asked."""
    from rationale_cli.cli import set_files, sets

    with _store(context) as store:
        found = set_files.read_set(set_files.written(store), name)
        is_unkept = name in set_files.unkept(store)
    console.write(sets.shown(found))
    if is_unkept:
        reporting.say(f"This is how it is written now. {_keep_it(name)}")


@app.command()
def check(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="[FILE|NAME]", help="A file or a set; else all sets")
    ] = "",
) -> None:
    """Check question sets and translations, and tell every fault with its line."""
    from rationale_cli.cli import set_files, sets

    with _store(context) as store:
        wrong = False
        for one in [name] if name else set_files.names(store):
            try:
                told = sets.checked(set_files.read(store, one))
            except RationaleError as error:
                if name:
                    raise
                reporting.tell(error)
                wrong = True
            else:
                console.write([told])
        is_unkept = name in set_files.unkept(store)
    if wrong:
        raise typer.Exit(1)
    if is_unkept:
        reporting.say(_keep_it(name))


@app.command()
def preview(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A set, or a file of one")],
    full: saying.Full = False,
) -> None:
    """Ask the questions of a set as 'new' would, and save nothing."""
    from rationale_cli.cli import previewing, set_files

    with anywhere(context) as run:
        store = run.store if isinstance(run, Session) else None
        beside = set_files.written(store)

        def read(*, lay: Any) -> Any:
            return set_files.read_set(beside, name, lay=lay)

        answers = previewing.preview(run, beside, read, name=name, full=full)
    console.write_text(answers.encode())


@app.command()
def new(context: typer.Context, name: Name, output: Output = None) -> None:
    """Write a question set to begin with; a file that is there is never touched."""
    from rationale_cli.cli import set_files
    from rationale_cli.services import starting_set

    text = starting_set.starting_set(name)
    set_files.begin(context, name, text, output)


@app.command()
def translate(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A question set, words, harms or interview")
    ],
    language: Annotated[str, typer.Argument(metavar="LANGUAGE", help="As cy or pt-BR")],
    output: Output = None,
) -> None:
    """Write the texts of a set for somebody to translate; what is translated stays."""
    from rationale_cli.cli import set_files
    from rationale_cli.domain.translating.translation import Named

    of = Named(name, language)
    with _store(context) as store:
        text = set_files.translation_begun(store, of)
    set_files.begin(context, str(of), text, output)


@app.command()
def keep(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of a set or a translation in the folder")
    ],
) -> None:
    """Let a set of the folder count: check it, and commit it as it is written."""
    from rationale_cli.cli import set_files, sets

    with opened(context) as session:
        kept = set_files.keep(session, name)
    console.write([sets.checked(kept.found)])
    for line in sets.after_keeping(kept):
        reporting.say(line)


def _keep_it(name: str) -> str:
    return f"'rationale questions keep {name}' lets it count."


@contextmanager
def _store(context: typer.Context) -> Iterator[Any]:
    """The folder around us, or ``None``: the shipped sets can be read anywhere."""
    with anywhere(context) as run:
        yield run.store if isinstance(run, Session) else None
