"""A question as lines: what is asked, how it is answered, and what stands so far."""

from rationale_cli.cli.plain import showing
from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.reading import choices
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.questions.question import Kind
from rationale_cli.domain.telling.saying import said as told
from rationale_cli.domain.words import Words

_FORMS = {
    Kind.PROSE: "As many lines as you need; end with a line that is only a full stop.",
    Kind.LIST: "One a line; end with a line that is only a full stop. none: there is none.",
    Kind.SEVERAL: "Several numbers with commas between them. none: there is none.",
    Kind.MOMENT: "A day or a time, as 14 April 2026, 14/4/2026 or tomorrow 10:00.",
    Kind.PARTY: "As role@agency, not a name.",
}


def put(page: Page, step: Step, words: Words) -> None:
    """Write a question with its choices, and what Enter does; at a list the rows follow."""
    page.say()
    page.say(showing.head(step, words))
    page.say(step.text)
    if about := showing.worry(step):
        page.say(about)
    for number, (_, word) in enumerate(choices(step, words), 1):
        page.say(word, first=f"{number:>3}  ")
    if form := _FORMS.get(step.kind):
        page.say(form)
    if step.clash is not None:
        page.say("A colleague has changed this as well, and theirs stands.")
        page.say(showing.whole(step.clash.path, step.clash.yours, words), first="Yours was: ")
        page.say(showing.decision(step.clash))
    if step.kind is not Kind.ROWS:
        _standing(page, step, words)


def _standing(page: Page, step: Step, words: Words) -> None:
    if step.is_answered:
        page.say(showing.value(step, words), first="Now: ")
        page.say("Enter keeps it; an answer takes its place.")
    elif step.suggestion is not None:
        page.say(told(step.field, step.suggestion, words), first="Enter takes: ")
    elif step.asks_harm:
        page.say("Enter leaves it as not yet looked at.")
