"""Concerns on a screen: the lines at the top of a decision, one concern whole, and the strip."""

from collections.abc import Iterable, Iterator, Sequence

from rationale_cli.domain.concern import Concern
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.stood import About, Stood
from rationale_cli.domain.telling import concern as telling
from rationale_cli.domain.telling.days_strip import Strip, strip
from rationale_cli.domain.words import Words

_WIDTH = 50
"""Days are drawn this wide at the most, so that a terminal of 60 columns holds them."""


def above(found: About, words: Words) -> Iterator[str]:
    """Give what stands above a decision: each open concern, and a line for each that ended."""
    if found.unread:
        yield f"! {found.unread}"
    for stood in found.stood:
        if stood.concern.is_open:
            yield f"! {telling.heading(stood, words)}."
            for line in telling.lines(stood, words):
                yield f"    {line}"
        else:
            yield telling.in_a_line(stood, words)
    if found.stood or found.fault:
        yield ""


def whole(
    stood: Stood, history: Sequence[Concern], words: Words, *, contact: str = ""
) -> Iterator[str]:
    """Give everything that a concern says, below how it stands, and whom the settings name."""
    concern = stood.concern
    yield f"{telling.heading(stood, words)}."
    against = f" r{concern.raised_against}" if concern.raised_against else ""
    yield f"{concern.id} r{concern.revision}, about {concern.decision}{against}"
    yield ""
    yield from telling.lines(stood, words)
    found = strip(stood, words)
    if found is not None:
        yield ""
        yield from drawn(found, words)
    yield from _said(concern)
    yield from _stages(concern, words)
    yield from _pauses(concern, words)
    yield from _beside(concern, words)
    yield from _history(history, words)
    if stood.ladder is not None and stood.ladder.notice:
        yield ""
        yield stood.ladder.notice
        if stood.ladder.link:
            yield stood.ladder.link
    elif stood.ladder is None:
        yield ""
        yield f'The ladder "{concern.ladder}" is not known here, so later days cannot be foreseen.'
    if contact:
        yield f"Contact for concerns: {contact}."


def drawn(found: Strip, words: Words) -> Iterator[str]:
    """Draw days in a row, then say each of them: the row repeats what the words say."""
    days = (found.last - found.first).days
    width = max(1, min(days, _WIDTH - 1))
    places = {tag: round(found.place(tag.day) * width) for tag in found.tags}
    end = round(found.place(found.ends) * width)
    row = ["=" if place <= end else "." for place in range(width + 1)]
    letters = [" "] * (width + 1)
    names: dict[object, str] = {}
    for tag in found.tags:
        if tag.kind == "step":
            row[places[tag]] = str(tag.n)
            names[tag] = str(tag.n)
        else:
            taken = letters[places[tag]]
            name = taken if taken != " " else chr(ord("a") + len(set(letters) - {" "}))
            letters[places[tag]] = names[tag] = name
    yield "".join(row)
    yield "".join(letters).rstrip()
    for tag in found.tags:
        yield f"  {names[tag]}  {words.told(tag.day)}: {tag.text}"
    yield "Each = is a day on which the concern would be open."


def _said(concern: Concern) -> Iterator[str]:
    if concern.statement:
        yield ""
        yield "What the concern is"
        yield f"  “{' '.join(concern.statement.split())}”"
    if concern.if_right:
        yield "If it is right"
        yield f"  “{' '.join(concern.if_right.split())}”"
    for title, texts in (
        ("What they ask for", concern.asks),
        ("On what both sides agree", concern.agreed),
        ("Where they differ", concern.disputed),
    ):
        if texts:
            yield title
            yield from (f"  - {' '.join(one.split())}" for one in texts)
    if concern.dissent:
        yield f"Disagreement that it is about: {', '.join(concern.dissent)}"
    danger = {None: "not asked", True: "yes", False: "no"}[concern.immediate_danger]
    yield f"Immediate danger: {danger}"


def _stages(concern: Concern, words: Words) -> Iterator[str]:
    if concern.stage:
        yield ""
        yield "Stages"
    for stage in concern.stage:
        name = f" ({stage.name})" if stage.name else ""
        yield f"  {stage.n}{name}"
        if stage.opened:
            yield f"      Opened {words.told(stage.opened)}"
        if stage.due:
            yield f"      Due {words.told(stage.due)}"
        for pause in concern.pause:
            if pause.stage == stage.n and pause.new_due:
                yield f"      Due since its restart {words.told(pause.new_due)}"
        who = ", ".join(one for one in (stage.acted_by, stage.method) if one)
        if who:
            yield f"      By {who}"
        if stage.outcome:
            yield f"      “{' '.join(stage.outcome.split())}”"
        yield f"      Ended {words.told(stage.closed)}" if stage.closed else "      Still open"


def _pauses(concern: Concern, words: Words) -> Iterator[str]:
    if concern.pause:
        yield ""
        yield "Pauses"
    for pause in concern.pause:
        yield f"  {pause.id}  {telling.pause_told(concern, pause, words)}"
        for label, text in (
            ("Agreed by", ", ".join(pause.agreed_by)),
            (
                "Planned to go on",
                words.told(pause.restart_planned) if pause.restart_planned else "",
            ),
            ("Keeps people safe meanwhile", "; ".join(pause.interim_measures)),
        ):
            yield f"      {label}: {text or 'nothing recorded'}"
        if pause.working_days_lost is not None:
            yield f"      Lost: {telling.days(pause.working_days_lost)}"


def _beside(concern: Concern, words: Words) -> Iterator[str]:
    if concern.parallel:
        yield ""
        yield "Beside the ladder"
    for one in concern.parallel:
        at = f", {words.told(one.at)}" if one.at else ""
        to = f", to {one.to}" if one.to else ""
        yield f"  {one.id}  {one.route}{at}{to}"
        if one.note:
            yield f"      {' '.join(one.note.split())}"


def _history(history: Sequence[Concern], words: Words) -> Iterator[str]:
    if history:
        yield ""
        yield "What was recorded"
    for one in history:
        by = f", by {one.by.recorder}" if one.by.recorder else ""
        kind = words.value("concern.kind", one.kind.value)
        at = words.told(one.time.recorded_at)
        yield f"  r{one.revision}  {at}, {kind}{by}{_heard(one, words)}"


def _heard(concern: Concern, words: Words) -> str:
    heard = concern.heard
    if heard.for_ is None:
        return ""
    via = f" {words.value('via', heard.via.value)}" if heard.via else ""
    at = f", received {words.told(Moment(heard.received.value))}" if heard.received else ""
    return f"; heard from {heard.for_}{via}{at}"


def listed(found: Iterable[Stood], words: Words) -> Iterator[str]:
    """Give two lines for each concern: where it stands, and what is due and lost."""
    for stood in found:
        concern = stood.concern
        yield f"{concern.id} r{concern.revision}  {telling.where(stood, words)}"
        yield f"    about {concern.decision}, {telling.raised(concern, words)}"
        yield f"    {_days(stood, words)}{telling.drift(stood)}"


def _days(stood: Stood, words: Words) -> str:
    due, now = stood.standing.due, stood.standing.now_due
    if due is None or now is None:
        return ""
    if due == now:
        return f"Due {words.told(due)}. "
    return f"Originally due {words.told(due)}, now due {words.told(now)}. "
