"""Concerns listed, and one shown."""

from typing import Any

import typer

from rationale_cli.cli import console, own_templates
from rationale_cli.cli.session import Session, opened


def write(context: typer.Context, *, is_open: bool, about: str, audience: str, json: bool) -> None:
    """List concerns, open ones first."""
    from rationale_cli.services import companions, reading, standing

    with opened(context, audience=audience) as session:
        decision_id = reading.resolve(session.store, about) if about else ""
        found = _every(session, decision_id)
        rows = standing.of(
            session.store,
            (
                one
                for one in found
                if (one.is_open or not is_open) and companions.is_cleared(one, session.clearance)
            ),
            _decisions(session, {one.decision for one in found}),
            session.settings,
            now=session.now,
            zone=session.zone,
        )
        words = session.words
        rows = tuple(as_seen(session, one) for one in rows)
        is_copy = not session.clearance.sees_all
    if json:
        console.write_json({"concerns": [plain(one) for one in rows]})
    elif not console.is_terminal():
        console.write_tsv(_cells(one) for one in rows)
    elif rows:
        from rationale_cli.cli import concern_sheet

        console.write(concern_sheet.listed(rows, words))
    else:
        there = f"No concerns that {audience!r} may see." if is_copy else "No concerns."
        console.write([f"{there} Raise one with 'rationale concern raise ID'."])


def show(context: typer.Context, concern_id: str, *, audience: str, json: bool) -> None:
    """Show one concern with every step."""
    from rationale_cli.services import companions

    with opened(context, audience=audience) as session:
        stood = _stood(session, concern_id)
        past = companions.concern_history(session.store, stood.concern.id, zone=session.zone)
        history = tuple(
            _named_as_seen(session, one)
            for one in past
            if companions.is_cleared(one, session.clearance)
        )
        words = session.words
        contact = session.settings.contacts.get("concerns", "").strip()
    if json:
        from rationale_cli.domain import form

        console.write_json({**plain(stood), "history": [form.plain(one) for one in history]})
    else:
        from rationale_cli.cli import concern_sheet

        console.write(concern_sheet.whole(stood, history, words, contact=contact))


def write_form(
    context: typer.Context, concern_id: str, output: str, *, audience: str, shipped: bool = False
) -> None:
    """Write a concern as a page that somebody fills in who does not have this program."""
    from rationale_cli.cli import document
    from rationale_cli.domain.audience import CORE_TEAM
    from rationale_cli.services import concern_form

    chosen = document.form("" if output else "md", output)
    with opened(context, audience=audience or CORE_TEAM) as session:
        stood = _stood(session, concern_id)
        text = concern_form.render(
            stood,
            session.settings,
            session.words,
            chosen,
            own=own_templates.own(session, shipped=shipped),
        )
    document.give(text, output or "-", name=f"concern.{chosen.value}", whom=session.audience)


def _stood(session: Session, concern_id: str) -> Any:
    from rationale_cli.services import companions, standing

    if session.clearance.sees_all:
        found = companions.concern_id(session.store, concern_id)
        concern = companions.concern(session.store, found, zone=session.zone).value
    else:
        concern = companions.cleared_concern(
            session.store, concern_id, zone=session.zone, clearance=session.clearance
        )
    (stood,) = standing.of(
        session.store,
        (concern,),
        _decisions(session, {concern.decision}),
        session.settings,
        now=session.now,
        zone=session.zone,
    )
    return as_seen(session, stood)


def as_seen(session: Session, stood: Any) -> Any:
    """Give a concern, and how it stands, with disagreements called as in the copy."""
    from msgspec.structs import replace

    return replace(stood, concern=_named_as_seen(session, stood.concern))


def _named_as_seen(session: Session, concern: Any) -> Any:
    from msgspec.structs import replace

    from rationale_cli.errors import RationaleError

    if session.clearance.sees_all or not concern.dissent:
        return concern
    try:
        view = session.view(concern.decision)
    except RationaleError:
        return replace(concern, dissent=())
    return replace(concern, dissent=view.called("dissent", concern.dissent))


def _every(session: Session, decision_id: str) -> Any:
    """Every concern, by when it was raised; an audience is told of none that cannot be read."""
    from rationale_cli.errors import RationaleError
    from rationale_cli.services import companions

    try:
        return companions.concerns(session.store, zone=session.zone, about=decision_id)
    except RationaleError:
        if session.clearance.sees_all:
            raise
        raise companions.UnreadableConcernError from None


def _decisions(session: Session, ids: set[str]) -> dict[str, Any]:
    from rationale_cli.errors import RationaleError

    found = {}
    for one in sorted(ids):
        try:
            found[one] = session.view(one).history[-1].decision
        except RationaleError:
            # A concern is shown although its decision is gone or cannot be read.
            continue
    return found


def plain(stood: Any) -> dict[str, Any]:
    """Give a concern, and how it stands, as plain values."""
    from rationale_cli.domain import form

    found, compared = stood.standing, stood.comparison
    return {
        "concern": {
            **form.plain(stood.concern),
            "status": stood.concern.status,
            "urgency": stood.concern.urgency,
        },
        "standing": {
            "stage": found.stage.n if found.stage else None,
            "originally_due": _value(found.due),
            "now_due": _value(found.now_due),
            "paused": found.is_paused,
            "overdue": found.is_overdue,
            "working_days_lost": found.drift,
            "steps": [_step(one) for one in found.steps],
            "steps_on_other_clock": [_step(one) for one in found.others],
        },
        "comparison": None
        if compared is None
        else {
            "urgency": compared.urgency,
            "ends": _value(compared.ends),
            "other_urgency": compared.other,
            "other_ends": _value(compared.other_ends),
            "times": [
                {
                    "path": one.path,
                    "at": _value(one.at),
                    "concern_open": one.is_open,
                    "past": one.is_past,
                }
                for one in compared.marks
            ],
        },
    }


def _step(one: Any) -> dict[str, Any]:
    return {"n": one.n, "name": one.name, "due": _value(one.due)}


def _value(moment: Any) -> Any:
    return moment.value if moment is not None else None


def _cells(stood: Any) -> tuple[str, ...]:
    concern, found = stood.concern, stood.standing
    return (
        concern.id,
        f"r{concern.revision}",
        "overdue" if found.is_overdue else concern.status.value,
        concern.decision,
        str(found.stage.n) if found.stage else "-",
        str(found.due or "-"),
        str(found.now_due or "-"),
        str(found.drift),
        concern.urgency.value,
        str(concern.raised_by or "-"),
    )
