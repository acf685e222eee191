"""``rationale schema``."""

import typer

app = typer.Typer(rich_markup_mode=None)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from rationale_cli.codec.schema import schema as record_schema

    typer.echo(json.dumps(record_schema(), indent=2, ensure_ascii=False))
