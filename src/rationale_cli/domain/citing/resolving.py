"""Answers in which law was cited as people write it: each citation becomes its id, and is told."""

from typing import NamedTuple

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.citing.citation import Citations


class Resolved(NamedTuple):
    """A citation that became an id.

    Attributes:
        typed: As it was written.
        id: Of the provision that it means.
    """

    typed: str
    id: str


def resolved(answers: Answers, citations: Citations) -> tuple[Answers, tuple[Resolved, ...]]:
    """Give answers with the ids of what they cite, and what they said instead.

    Only a citation that says just what one provision says becomes its id; what could be several,
    a part of one or something else stays as it was written.
    """
    items = answers.get("law")
    if not isinstance(items, list):
        return answers, ()
    told, law = [], []
    for item in items:
        typed = item.get("provision") if isinstance(item, dict) else None
        found = citations.id_of(typed) if isinstance(typed, str) else typed
        law.append(item if found == typed else {**item, "provision": found})
        if isinstance(typed, str) and isinstance(found, str) and found != typed:
            told.append(Resolved(typed, found))
    return {**answers, "law": law} if told else answers, tuple(told)
