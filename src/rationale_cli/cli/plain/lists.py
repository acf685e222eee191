"""A list of rows in plain lines: added, shown, changed and taken away one by one."""

from difflib import get_close_matches

from rationale_cli.cli.plain import showing
from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.answering import add
from rationale_cli.domain.asking.asked import columns
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import Misread, quoted
from rationale_cli.domain.asking.reading import Reader, is_none, read
from rationale_cli.domain.asking.reply import (
    Add,
    Answer,
    Change,
    Leave,
    Move,
    Remove,
    Reply,
    Restore,
    Undo,
)
from rationale_cli.domain.asking.row import gone, row, rows
from rationale_cli.domain.asking.step import Step, present
from rationale_cli.domain.asking.step import noun as noun_of
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.questions.question import Kind
from rationale_cli.domain.telling.saying import said

_TEXTS = (Kind.LINE, Kind.PROSE)
_OF_ALL = ("add", "none", "undo")
_OF_ONE = ("change", "show", "up", "down", "remove", "restore")


def show(page: Page, step: Step, interview: Interview, reader: Reader) -> None:
    """Write the rows that are there, and what can be done with them."""
    texts, words = reader.texts, reader.words
    standing = rows(interview.answers, step.question.to)
    noun = noun_of(step, words)
    for item in standing:
        page.say(showing.row(step.question.to, item, words), first="  ")
    if standing:
        one = standing[-1].get("id")
        page.say(texts("list.another", noun=noun, id=one))
        if standing[1:]:
            page.say(texts("list.move", id=one))
        page.say(texts("list.goes_on"))
    elif step.is_none:
        page.say(texts("list.none_said", noun=_a(noun, texts)))
    else:
        page.say(texts("list.begin", noun=_a(noun, texts)))
    if away := gone(interview, step.question.to):
        page.say(texts("list.gone", ids=", ".join(away), id=away[-1]))


def heard(line: str, page: Page, step: Step, interview: Interview, reader: Reader) -> Reply | None:
    """Give the reply that a line at a list means; ``None`` if there is more to hear.

    What is no verb is the first answer of a new row, if that is a text.
    """
    word, _, rest = " ".join(line.split()).partition(" ")
    if not word:
        return _left(page, step, interview, reader.texts)
    if is_none(line, reader.texts):
        return _none(page, step, interview, reader.texts)
    found = _verbs(word.lower(), alone=not rest)
    if not found and _is_text(word, rest, step, interview):
        return _begun(line, page, interview, reader)
    if len(found) != 1:
        page.say(reader.texts("list.not_taken", typed=quoted(line)))
        return None
    match found[0]:
        case "add":
            return Add() if not rest else _begun(rest, page, interview, reader)
        case "none":
            return _none(page, step, interview, reader.texts)
        case "undo":
            return Undo()
        case verb:
            row_id, _, column = rest.partition(" ")
            return _of_one(
                verb,
                row_id,
                column.lower(),
                page=page,
                step=step,
                interview=interview,
                reader=reader,
            )


def _verbs(word: str, *, alone: bool) -> list[str]:
    """The verbs that begin like this; those of no row are one word, and add may have its text."""
    of_all = [verb for verb in _OF_ALL if alone or verb == word == "add"]
    return [verb for verb in (*of_all, *_OF_ONE) if verb.startswith(word)]


def _is_text(word: str, rest: str, step: Step, interview: Interview) -> bool:
    """Whether a line can be the first answer of a new row, and is no slip in typing a verb."""
    first = present(add(interview))
    is_of_a_row = rest.partition(" ")[0] in _ids(interview, step.question.to)
    is_slip = is_of_a_row and bool(get_close_matches(word.lower(), _OF_ONE, n=1))
    is_words = any(letter.isalnum() for letter in word + rest)
    return first is not None and first.kind in _TEXTS and is_words and not is_slip


def _begun(line: str, page: Page, interview: Interview, reader: Reader) -> Reply | None:
    first = present(add(interview))
    if first is None or first.kind not in _TEXTS:
        return Add()
    value = read(line.strip(), first, reader)
    if isinstance(value, Misread):
        page.tell(value)
        return None
    page.say(reader.texts("list.begun", noun=reader.words.noun(first.question.to)))
    return Add(value)


def _left(page: Page, step: Step, interview: Interview, texts: Texts) -> Reply:
    count, least = len(rows(interview.answers, step.question.to)), step.question.least or 0
    if 0 < count < least:
        page.say(texts("list.few", count=count, least=least))
    return Leave()


def _none(page: Page, step: Step, interview: Interview, texts: Texts) -> Reply | None:
    if rows(interview.answers, step.question.to):
        page.say(texts("list.some"))
        return None
    return Answer([])


def _of_one(
    verb: str,
    typed: str,
    column: str,
    *,
    page: Page,
    step: Step,
    interview: Interview,
    reader: Reader,
) -> Reply | None:
    name, texts = step.question.to, reader.texts
    known = gone(interview, name) if verb == "restore" else tuple(_ids(interview, name))
    row_id = next((one for one in known if one.lower() == typed.lower()), None)
    if row_id is None:
        key = "list.no_row" if known else "list.no_rows"
        page.say(texts(key, typed=quoted(typed), command=verb, ids=", ".join(known)))
        return None
    match verb:
        case "change":
            return _changed(row_id, column, page, step, texts)
        case "up":
            return Move(row_id, -1)
        case "down":
            return Move(row_id, 1)
        case "remove":
            return Remove(row_id)
        case "restore":
            return Restore(row_id)
        case _:
            _shown(row_id, page, interview, step, reader)
            return None


def _changed(row_id: str, column: str, page: Page, step: Step, texts: Texts) -> Reply | None:
    ids = [one.id for one in step.question.columns]
    if column and column not in ids:
        page.say(texts("list.no_column", typed=quoted(column), columns=", ".join(ids)))
        return None
    return Change(row_id, column)


def _shown(row_id: str, page: Page, interview: Interview, step: Step, reader: Reader) -> None:
    name, words = step.question.to, reader.words
    item = row(interview.answers, name, row_id) or {}
    page.say(showing.row(name, item, words))
    asked = columns(interview, step.question, row_id)
    for column in step.question.columns:
        value = item.get(column.id)
        if column.makes:
            continue
        if value is None and column not in asked:
            continue
        told = (
            said(f"{name}.{column.id}", value, words)
            if value is not None
            else reader.texts("show.open")
        )
        page.say(told, first=f"  {column.id}: ", rest="    ")


def _ids(interview: Interview, name: str) -> list[str]:
    return [str(one.get("id")) for one in rows(interview.answers, name)]


def _a(noun: str, texts: Texts) -> str:
    return texts("list.an" if noun[:1] in "aeiou" else "list.a", noun=noun)
