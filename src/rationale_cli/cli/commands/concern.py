"""``rationale concern``: raise one, take its steps, list them and show one."""

from typing import Annotated

import typer

from rationale_cli.cli import saying
from rationale_cli.cli.audience import Audience, AudienceOfDocument
from rationale_cli.cli.concerning import ConcernId, raise_, take
from rationale_cli.cli.from_whom import For, Received, Via
from rationale_cli.cli.own_templates import Shipped
from rationale_cli.cli.parts import PartGroup
from rationale_cli.errors import UsageError

app = typer.Typer(cls=PartGroup, rich_markup_mode=None, no_args_is_help=True)


class OutputWithoutFormError(UsageError):
    """A file was named for something that is no document."""

    def __init__(self) -> None:
        super().__init__(
            "--output goes with --form", hint="Add --form, or send what is shown with '> FILE'."
        )


Json = Annotated[bool, typer.Option("--json", help="For programs")]


@app.callback()
def concern() -> None:
    """Raise a concern about a decision, take its steps, and see that it does not drift."""


@app.command("raise")
def raise_concern(
    context: typer.Context,
    record_id: Annotated[
        str, typer.Argument(metavar="ID", help="The decision, or the start of its id")
    ],
    answers: saying.Answers = None,
    by: saying.By = "",
    for_: For = "",
    via: Via = "",
    received: Received = "",
) -> None:
    """Raise a concern about a decision; the steps begin, and the decision is not touched."""
    raise_(context, record_id, answers, by=by, said_by=(for_, via, received))


@app.command()
def advance(
    context: typer.Context,
    concern_id: ConcernId,
    answers: saying.Answers = None,
    to: Annotated[
        int | None, typer.Option(metavar="N", help="Go straight to this stage; else the next one")
    ] = None,
    by: saying.By = "",
    for_: For = "",
    via: Via = "",
    received: Received = "",
) -> None:
    """Say how a stage ended, and open the next one."""
    said_by = (for_, via, received)
    take(context, concern_id, answers, verb="advance", by=by, said_by=said_by, to=to)


@app.command()
def parallel(
    context: typer.Context,
    concern_id: ConcernId,
    answers: saying.Answers = None,
    by: saying.By = "",
    for_: For = "",
    via: Via = "",
    received: Received = "",
) -> None:
    """Record another route beside the steps, such as a complaint."""
    said_by = (for_, via, received)
    take(context, concern_id, answers, verb="parallel", by=by, said_by=said_by)


@app.command()
def pause(
    context: typer.Context,
    concern_id: ConcernId,
    answers: saying.Answers = None,
    by: saying.By = "",
    for_: For = "",
    via: Via = "",
    received: Received = "",
) -> None:
    """Pause a concern, or say more of a pause: why, who agreed, until when, who keeps watch."""
    said_by = (for_, via, received)
    take(context, concern_id, answers, verb="pause", by=by, said_by=said_by)


@app.command()
def restart(
    context: typer.Context,
    concern_id: ConcernId,
    answers: saying.Answers = None,
    by: saying.By = "",
    for_: For = "",
    via: Via = "",
    received: Received = "",
) -> None:
    """Go on with a concern that was paused or overdue; what was lost stays in sight."""
    said_by = (for_, via, received)
    take(context, concern_id, answers, verb="restart", by=by, said_by=said_by)


@app.command()
def close(
    context: typer.Context,
    concern_id: ConcernId,
    answers: saying.Answers = None,
    by: saying.By = "",
    for_: For = "",
    via: Via = "",
    received: Received = "",
) -> None:
    """Say how a concern ended, what changed because of it, and what was learned."""
    said_by = (for_, via, received)
    take(context, concern_id, answers, verb="close", by=by, said_by=said_by)


@app.command("list")
def list_(
    context: typer.Context,
    is_open: Annotated[bool, typer.Option("--open", help="Only those that have not ended")] = False,
    about: Annotated[str, typer.Option(metavar="ID", help="Only those about this decision")] = "",
    audience: Audience = "",
    json: Json = False,
) -> None:
    """List concerns, open ones first, each with what is due and what was lost."""
    from rationale_cli.cli import concern_list

    concern_list.write(context, is_open=is_open, about=about, audience=audience, json=json)


@app.command()
def show(
    context: typer.Context,
    concern_id: ConcernId,
    audience: AudienceOfDocument = "",
    json: Json = False,
    form: Annotated[
        bool, typer.Option("--form", help="As one page that somebody without this tool fills in")
    ] = False,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to, with --form: .md or .html; else shown"
        ),
    ] = "",
    shipped: Shipped = False,
) -> None:
    """Show one concern: where it stands, what was lost, and every step."""
    from rationale_cli.cli import concern_list

    if output and not form:
        raise OutputWithoutFormError
    if form:
        concern_list.write_form(context, concern_id, output, audience=audience, shipped=shipped)
    else:
        concern_list.show(context, concern_id, audience=audience, json=json)
