"""A list of rows in plain lines: added, shown, changed and taken away one by one."""

from rationale_cli.cli.plain import showing
from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.asked import columns
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import quoted
from rationale_cli.domain.asking.reply import Add, Answer, Change, Leave, Remove, Reply, Restore
from rationale_cli.domain.asking.row import row, rows
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.telling.saying import said
from rationale_cli.domain.words import Words

_VERBS = ("add", "change", "show", "remove", "restore", "none")
_OF_ONE = ("change", "show", "remove", "restore")


def show(page: Page, step: Step, interview: Interview, words: Words) -> None:
    """Write the rows that are there, and what can be done with them."""
    standing = rows(interview.answers, step.question.to)
    noun = words.noun(step.question.to)
    for item in standing:
        page.say(showing.row(step.question.to, item, words), first="  ")
    if standing:
        one = standing[-1].get("id")
        page.say(f"Type add for another {noun}; change {one}, show {one}, remove {one}.")
        page.say("Enter goes on.")
    elif step.is_none:
        page.say(f"Said so far: none. Type add for {_a(noun)} after all. Enter goes on.")
    else:
        page.say(f"Type add for {_a(noun)}, or none if there is none. Enter leaves it open.")
    if gone := _gone(step, interview):
        page.say(f"Taken away: {', '.join(gone)}. Type restore {gone[-1]} to put it back.")


def heard(line: str, page: Page, step: Step, interview: Interview, words: Words) -> Reply | None:
    """Give the reply that a line at a list means; ``None`` if there is more to hear."""
    word, _, rest = " ".join(line.split()).partition(" ")
    if not word:
        return _left(page, step, interview)
    found = [verb for verb in _VERBS if verb.startswith(word.lower())]
    if len(found) != 1:
        page.say(f"Not taken: {quoted(line)}. Type add, change, show, remove, none or Enter.")
        return None
    verb = found[0]
    if verb == "add":
        return Add()
    if verb == "none":
        return _none(page, step, interview)
    row_id, _, column = rest.partition(" ")
    return _of_one(
        verb, row_id, column.lower(), page=page, step=step, interview=interview, words=words
    )


def _left(page: Page, step: Step, interview: Interview) -> Reply:
    count, least = len(rows(interview.answers, step.question.to)), step.question.least or 0
    if 0 < count < least:
        page.say(f"{count} so far, and at least {least} are wanted; this stays a gap.")
    return Leave()


def _none(page: Page, step: Step, interview: Interview) -> Reply | None:
    if rows(interview.answers, step.question.to):
        page.say("There are some. Remove them first, one by one.")
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
    words: Words,
) -> Reply | None:
    name = step.question.to
    known = _gone(step, interview) if verb == "restore" else _ids(interview, name)
    row_id = next((one for one in known if one.lower() == typed.lower()), None)
    if row_id is None:
        told = ", ".join(known) or "none is there"
        page.say(f"Not taken: {quoted(typed)} is none of them. Type {verb} and one of: {told}.")
        return None
    match verb:
        case "change":
            return _changed(row_id, column, page, step)
        case "remove":
            return Remove(row_id)
        case "restore":
            return Restore(row_id)
        case _:
            _shown(row_id, page, interview, step, words)
            return None


def _changed(row_id: str, column: str, page: Page, step: Step) -> Reply | None:
    ids = [one.id for one in step.question.columns]
    if column and column not in ids:
        page.say(f"Not taken: {quoted(column)} is no part of it. Choose one of: {', '.join(ids)}.")
        return None
    return Change(row_id, column)


def _shown(row_id: str, page: Page, interview: Interview, step: Step, words: Words) -> None:
    name = step.question.to
    item = row(interview.answers, name, row_id) or {}
    page.say(showing.row(name, item, words))
    asked = columns(interview, step.question, row_id)
    for column in step.question.columns:
        value = item.get(column.id)
        if value is None and column not in asked:
            continue
        told = said(f"{name}.{column.id}", value, words) if value is not None else "(open)"
        page.say(told, first=f"  {column.id}: ", rest="    ")


def _ids(interview: Interview, name: str) -> list[str]:
    return [str(one.get("id")) for one in rows(interview.answers, name)]


def _gone(step: Step, interview: Interview) -> list[str]:
    """Ids of the rows of this list that were taken away, and can be put back."""
    parts = [path.split(".") for path in interview.aside]
    return [part[1] for part in parts if len(part) == 2 and part[0] == step.question.to]  # noqa: PLR2004 - list and id


def _a(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"
