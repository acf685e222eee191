"""The last thing before saving: what is open, and what to do with it all."""

from rationale_cli.cli.plain import showing
from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.gaps import left, missing_reason
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import quoted
from rationale_cli.domain.asking.moving import go
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.reply import Back, Discard, Go, Reply, Save, Stop
from rationale_cli.domain.asking.said import said
from rationale_cli.domain.laying import is_within

_CHOICES = ("save", "back", "draft", "discard")


def answers(
    page: Page, interview: Interview, reader: Reader, *, with_open: bool, marks_changes: bool
) -> None:
    """Write every answer so far, those without one only if asked for, and what both changed."""
    for one in said(interview):
        if one.value is None and not one.is_none and not with_open:
            continue
        text = one.question.text
        if one.is_changed and marks_changes:
            text = reader.texts("closing.changed", question=text)
        number = str(one.number) if one.number else one.question.id
        page.say(text, first=f"{number:>3}  ")
        for line in showing.answer(one, reader):
            page.say(line, first="       ")
    _clashes(page, interview, reader)


def _clashes(page: Page, interview: Interview, reader: Reader) -> None:
    if interview.clashes:
        page.say()
    places = {one.question.path: one for one in said(interview)}
    for one in interview.clashes:
        page.say(showing.clash(one, interview.answers, reader))
        found = next((by for path, by in places.items() if is_within(one.path, path)), None)
        if found is not None:
            where = found.number or found.question.id
            how = showing.decision(one, reader.texts)
            page.say(reader.texts("clash.where", where=where, how=how), first="  ")


def gaps(page: Page, interview: Interview, reader: Reader) -> None:
    """Write what is left open, and the choices."""
    texts = reader.texts
    open_ones = left(interview)
    numbers = {one.question.id: one.number for one in said(interview)}
    page.say()
    # No number here: after saving "check" counts, by its own rules.
    page.say(texts("closing.left_open") if open_ones else texts("closing.nothing_open"))
    for one in open_ones:
        number = numbers.get(one.question)
        where = texts("gap.question", number=number) if number else one.question
        page.say(showing.gap(one, reader, where), first="  - ")
    page.say()
    page.say(texts("closing.save_now"))
    for number, choice in enumerate(_CHOICES, 1):
        page.say(texts(f"closing.{choice}"), first=f"  {number}  ")


def heard(
    line: str, page: Page, interview: Interview, reader: Reader, *, is_sure: bool
) -> Reply | None:
    """Give the reply that a line before saving means; ``None`` if there is more to hear."""
    word, _, rest = line.strip().lower().partition(" ")
    match _meant(word), rest.strip():
        case "save", "" | "final" if reason := missing_reason(interview):
            page.say(reader.texts("closing.no_reason"))
            return Go(reason)
        case "save", "":
            return Save()
        case "save", "final":
            return Save(final=True)
        case "back", "":
            return Back()
        case "back", where if go(interview, where) is not None:
            return Go(where)
        case "draft", "":
            return Stop()
        case "discard", "" if is_sure:
            return Discard()
        case "discard", "":
            page.say(reader.texts("closing.sure"))
        case _:
            page.say(reader.texts("closing.not_taken", typed=quoted(line)))
    return None


def is_discard(line: str) -> bool:
    """Whether a line asks to throw everything away."""
    return _meant(line.strip().lower()) == "discard"


def _meant(word: str) -> str:
    if word in {"1", "2", "3", "4"}:
        return _CHOICES[int(word) - 1]
    found = [one for one in _CHOICES if word and one.startswith(word)]
    return found[0] if len(found) == 1 else ""
