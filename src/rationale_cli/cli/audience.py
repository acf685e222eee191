"""``--audience``: as whose eyes the verbs that show look at a record."""

from typing import Annotated

import typer

Audience = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar="NAME",
        help="As this audience may see it: family, court, agency:health; else everything",
    ),
]
