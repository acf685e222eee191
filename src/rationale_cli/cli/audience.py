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

AudienceOfDocument = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar="NAME",
        help="As this audience may see it: family, court, agency:health; else everything, and a "
        "document for the core team",
    ),
]

ForWhom = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar="NAME",
        help="For whom: family, child, court, agency:health, lead, panel, audit or learning; "
        "views asks for views before you decide",
    ),
]
