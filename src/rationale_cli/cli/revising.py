"""What the verbs that change a decision share: from the command line to the next revision."""

from collections.abc import Mapping
from typing import Any

from rationale_cli.cli import saving, saying
from rationale_cli.cli.session import opened


def note(
    context: Any, record_id: str, *, text: str, quick: dict[str, Any], said: dict[str, Any]
) -> None:
    """Record a note that was said on the command line.

    Args:
        context: Of the command.
        record_id: As typed.
        text: What was heard.
        quick: The other options of `noting.save`.
        said: The options of `saying.terms`.
    """
    from rationale_cli.cli import noting
    from rationale_cli.services import reading

    with opened(context, mends=True) as session:
        if text == "-":  # what stands on a command line can be read by others on this machine
            text = session.stdin.read().strip()
            if not text:
                raise saying.NothingSaidError("standard input")
        terms = saying.terms(session, **said)
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        noting.save(session, history, terms, text=text, **quick)


def revise(
    context: Any,
    record_id: str,
    *,
    verb: str,
    answers: str | None,
    edit: bool = False,
    question_set: str = "",
    full: bool = False,
    fresh: bool = False,
    heard: Mapping[str, Any] | None = None,
    **said: Any,
) -> None:
    """Record the next revision, from a file of answers, by asking or from a form.

    Args:
        context: Of the command.
        record_id: As typed.
        verb: ``note``, ``amend``, ``reassess`` or ``correct``.
        answers: The file, ``-``, or ``None`` to ask.
        edit: Whether the record is opened in an editor instead of asking.
        question_set: What is asked, if not the record's own set.
        heard: What the command line said beside the terms, by the ids of the set's questions.
        full: Whether everything is asked, or only what has no answer yet.
        fresh: Whether it is asked as if it were new, and then compared with what stands.
        said: The options of `saying.terms`.
    """
    from rationale_cli.services import reading

    saying.demand_one_way(answers, edit=edit)
    if fresh:
        from rationale_cli.cli import freshly

        freshly.demand_alone(edit=edit, question_set=question_set)
    with (
        opened(context, mends=True) as session,
        saying.heard(session, answers, of=record_id) as given,
    ):
        terms = saying.terms(session, **said)
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        if fresh:
            _afresh(session, history, given if answers is not None else None, terms)
            return
        if answers is not None:
            own = {**given.get("answers", {}), **(heard or {})}
            answered = {**given, "answers": own} if own else given
            saving.revise(session, history, answered, terms, verb=verb)
            return
        from rationale_cli.cli import editing, interviewing
        from rationale_cli.domain.asking.interview import Mode
        from rationale_cli.domain.decision import Kind
        from rationale_cli.services import question_sets, recording

        recording.kind_of(Kind(verb), terms)  # said before anybody has typed an answer
        name = question_set or history[-1].decision.question_set.partition("/")[0]
        questions = question_sets.question_set(session.store, name)
        if edit:
            editing.revise(session, history, terms, questions, verb=verb, heard=heard or {})
            return
        mode = Mode.FULL if full else Mode.GAPS
        interviewing.revise(
            session, history, terms, questions, verb=verb, mode=mode, heard=heard or {}
        )


def _afresh(session: Any, history: Any, given: Any, terms: Any) -> None:
    from rationale_cli.cli import freshly

    if given is not None:
        freshly.from_file(session, history, given, terms)
        return
    from rationale_cli.cli import interviewing

    interviewing.resume(session, freshly.begin(session, history, terms))
