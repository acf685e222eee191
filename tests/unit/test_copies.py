"""Copies for readers outside the team, as each of them reads it: kept to be read, and looked at."""

from collections.abc import Callable

import pytest

from briefings import brief
from cases import revisions
from histories import linear
from rationale_cli.domain.audience import view
from rationale_cli.domain.settings import Audience, Settings
from rationale_cli.services.audiences import clearance
from rationale_cli.services.telling import Format, render

CLEARED = Settings(
    audience={
        name: Audience(labels=("family",), default_label="family") for name in ("family", "child")
    }
)
"""A folder whose unlabelled items were looked at and may be seen by the family and the child."""

COPIES = (
    ("alder", 6, "family", Format.MARKDOWN),
    ("alder", 6, "family", Format.HTML),
    ("alder", 6, "child", Format.TEXT),
    ("alder", 6, "child", Format.HTML),
    ("alder", 6, "court", Format.MARKDOWN),
    ("alder", 1, "court", Format.HTML),
    ("alder", 1, "views", Format.MARKDOWN),
    ("alder", 1, "views", Format.HTML),
    ("cedar", 4, "family", Format.TEXT),
    ("cedar", 4, "child", Format.MARKDOWN),
    ("cedar", 4, "court", Format.TEXT),
    ("cedar", 4, "views", Format.TEXT),
)


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: "-".join(map(str, copy)))
def test_copies_read_as_they_did(
    copy: tuple[str, int, str, Format], golden: Callable[[str, str], None]
) -> None:
    case, count, audience, form = copy
    cleared = clearance(CLEARED, audience)
    seen = view(linear(*revisions(case)[:count]), cleared).history
    told = brief(tuple(one.decision for one in seen), audience=audience)

    document = str(render(told, form))

    # The looks stand in full in the golden pages of the core team; here they are in nobody's way.
    head, end, body = document.partition("</style>")
    kept = f"{head.partition('<style>')[0]}{body}" if end else document
    golden(f"{case}-r{count}-{audience}.{form.value}", kept)
