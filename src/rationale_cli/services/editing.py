"""Editing: a draft as a form for an editor, and what comes back as the draft's answers."""

from collections.abc import Iterator
from datetime import tzinfo

from msgspec import structs

from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import form_text
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError, faulty
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking import beside
from rationale_cli.domain.asking.draft import Draft, interview
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.form import InvalidDecisionError
from rationale_cli.domain.item_ids import ItemIdError
from rationale_cli.domain.laying import changes
from rationale_cli.domain.questions.question import Question, QuestionSet
from rationale_cli.domain.succession import UnknownOriginError
from rationale_cli.errors import RationaleError
from rationale_cli.services.keeping import TooLargeError
from rationale_cli.services.recording import OtherStatusError
from rationale_cli.services.terms import NoReasonError, NoRecorderError
from rationale_cli.services.translating import Asked, untold

NAME = "the form"
"""What faults call it."""

_PLACES: dict[type[RationaleError], Path] = {
    NoReasonError: ("change", "because"),
    NoRecorderError: ("by", "recorder"),
    UnknownOriginError: ("change", "from"),
    OtherStatusError: ("status",),
    NewerFormatError: ("format",),
    TooLargeError: (),
}
"""What only forming a record can tell, and where it stands in the form."""


def form(draft: Draft, asked: Asked, *, asks_recorder: bool, revision: int = 0) -> str:
    """Give a draft as a form: everything that stands, everything that is asked.

    Args:
        draft: With what stands.
        asked: The questions, in the language of whoever fills it in.
        asks_recorder: Whether nobody has said yet who types.
        revision: That stands; 0 for a new record.
    """
    said, texts = asked.speech.vocabulary, asked.speech.vocabulary.texts
    questions = with_late_reason(asked.questions, texts)
    if asks_recorder:
        questions = beside.with_recorder(questions, texts)
    if draft.verb != "new":
        questions = beside.with_reason(questions, texts)
    opening = (
        texts("whole.further", record=draft.record, revision=revision, verb=draft.verb)
        if revision
        else texts("whole.new", set=questions.title)
    )
    found = interview(draft, questions, said.harms, texts)
    paragraphs = "\n\n".join((*untold(asked.speech), opening))
    return form_text.encode(found, said.words, opening=paragraphs)


def with_late_reason(questions: QuestionSet, texts: Texts) -> QuestionSet:
    """Give a set that asks for the reason of a late entry right after when it was decided.

    A form asks for it in any case: nobody is there to ask once the time is known.
    """
    asked: list[Question] = []
    for one in questions.questions:
        asked.append(one)
        if one.to == "time.decided_at":
            asked.append(structs.replace(beside.late_reason(texts), section=one.section))
    return structs.replace(questions, questions=tuple(asked))


def filled(draft: Draft, zone: tzinfo) -> Draft:
    """Give a draft with what its form says.

    Raises:
        NewerFormatError: If the form says that it is of a format to come.
        FaultyFileError: Naming every fault of the form.
    """
    said = decision_text.decode_form(
        draft.form, name=NAME, before=draft.answers, used=draft.used, zone=zone
    )
    changed = dict.fromkeys((*draft.changed, *changes(draft.answers, said)))
    return structs.replace(draft, answers=said, changed=tuple(changed))


def says_nothing(answers: Answers) -> bool:
    """Whether a form says nothing at all."""
    return not decision_text.without_given(answers)


def mendable(error: RationaleError, draft: Draft) -> FaultyFileError | None:
    """Give an error as faults of the form, if it can be mended there; ``None`` if not."""
    if isinstance(error, FaultyFileError):
        # Another file, such as a question set of the folder, is not mended in the form.
        return error if error.name == NAME else None
    found = tuple(_faults(error, draft))
    return faulty(NAME, draft.form, found) if found else None


def _faults(error: RationaleError, draft: Draft) -> Iterator[Fault]:
    match error:
        case InvalidDecisionError():
            yield from error.faults
        case ItemIdError(name=name, item_id=item_id):
            row = _row(draft.answers, name, item_id)
            yield Fault(row, f"{error}. {error.hint}", at_key=True)
        case _ if (place := _PLACES.get(type(error))) is not None:
            yield Fault(place, str(error), at_key=True)
        case _:
            return


def _row(answers: Answers, name: str, item_id: str) -> Path:
    ids = [row.get("id") for row in answers.get(name, [])]
    return (name, ids.index(item_id), "id") if item_id in ids else ("none",)
