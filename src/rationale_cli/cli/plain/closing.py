"""The last thing before saving: what is open, and what to do with it all."""

from rationale_cli.cli.plain import showing
from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.gaps import left
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import quoted
from rationale_cli.domain.asking.moving import go
from rationale_cli.domain.asking.reply import Back, Discard, Go, Reply, Save, Stop
from rationale_cli.domain.asking.said import said
from rationale_cli.domain.words import Words

_CHOICES = ("save", "back", "draft", "discard")


def gaps(page: Page, interview: Interview, words: Words) -> None:
    """Write what is left open, and the choices."""
    open_ones = left(interview)
    numbers = {one.question.id: one.number for one in said(interview)}
    page.say()
    # No number here: after saving "check" counts, by its own rules.
    page.say("Left open:" if open_ones else "Nothing that was asked is left open.")
    for one in open_ones:
        page.say(showing.gap(one, words, numbers.get(one.question)), first="  - ")
    page.say()
    page.say("Save now?")
    page.say("save", first="  1  ")
    page.say("back: to the last question; back 4: to question 4", first="  2  ")
    page.say("draft: keep it all and stop; nothing is saved in the record", first="  3  ")
    page.say("discard: throw it all away (asked twice)", first="  4  ")


def heard(line: str, page: Page, interview: Interview, *, is_sure: bool) -> Reply | None:
    """Give the reply that a line before saving means; ``None`` if there is more to hear."""
    word, _, rest = line.strip().lower().partition(" ")
    match _meant(word), rest.strip():
        case "save", "":
            return Save()
        case "back", "":
            return Back()
        case "back", where if go(interview, where) is not None:
            return Go(where)
        case "draft", "":
            return Stop()
        case "discard", "" if is_sure:
            return Discard()
        case "discard", "":
            page.say("Everything typed here will be gone. Type discard once more to do it.")
        case _:
            page.say(f"Not taken: {quoted(line)}. Type save, back, back 4, draft or discard.")
    return None


def is_discard(line: str) -> bool:
    """Whether a line asks to throw everything away."""
    return _meant(line.strip().lower()) == "discard"


def _meant(word: str) -> str:
    if word in {"1", "2", "3", "4"}:
        return _CHOICES[int(word) - 1]
    found = [one for one in _CHOICES if word and one.startswith(word)]
    return found[0] if len(found) == 1 else ""
