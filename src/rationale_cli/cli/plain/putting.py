"""A question as lines: what is asked, how it is answered, and what stands so far."""

from rationale_cli.cli.plain import showing
from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.reading import Reader, choices
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.questions.question import Kind
from rationale_cli.domain.telling.saying import said as told

_FORMS = (Kind.PROSE, Kind.LIST, Kind.SEVERAL, Kind.MOMENT, Kind.PARTY)
"""Kinds of question of which it is said how they are answered."""


def put(page: Page, step: Step, reader: Reader) -> None:
    """Write a question with its choices, and what Enter does; at a list the rows follow."""
    words, texts = reader.words, reader.texts
    page.say()
    page.say(showing.head(step, reader))
    page.say(step.text)
    if about := showing.worry(step, reader):
        page.say(about)
    for number, (_, word) in enumerate(choices(step, words), 1):
        page.say(word, first=f"{number:>3}  ")
    if step.kind in _FORMS:
        page.say(texts(f"form.{step.kind}"))
    if step.clash is not None:
        page.say(texts("clash.both"))
        yours = showing.whole(step.clash.path, step.clash.yours, reader)
        page.say(yours, first=f"{texts('clash.yours')} ")
        page.say(showing.decision(step.clash, texts))
    if step.kind is not Kind.ROWS:
        _standing(page, step, reader)


def _standing(page: Page, step: Step, reader: Reader) -> None:
    texts = reader.texts
    if step.is_answered:
        page.say(showing.value(step, reader), first=f"{texts('show.now')} ")
        page.say(texts("show.keeps"))
    elif step.suggestion is not None:
        suggestion = told(step.field, step.suggestion, reader.words)
        page.say(suggestion, first=f"{texts('show.takes')} ")
    elif step.asks_harm:
        page.say(texts("show.leaves_harm"))
