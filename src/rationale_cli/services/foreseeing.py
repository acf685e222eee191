"""Foreseeing: how an interview would read as a record, before anything is saved."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from rationale_cli.domain import answers as loose
from rationale_cli.domain import relooked, touched
from rationale_cli.domain.answers import Answers, inherited, is_blank, put
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.asking.foreseen import Foreseen
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.form import seed
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.part import Party
from rationale_cli.domain.partial import part
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.succession import first, following
from rationale_cli.domain.telling.letterhead import Letterhead, Seal
from rationale_cli.errors import RationaleError
from rationale_cli.services import checking, drafting
from rationale_cli.store.repository import Store


def foreseer(
    store: Store,
    draft: Draft,
    settings: Settings,
    *,
    zone: tzinfo,
    now: Callable[[], datetime],
    recorder: Party | None = None,
) -> Callable[[Answers], Foreseen]:
    """Give a function that tells how answers would read; the history is read once, when needed.

    Args:
        store: The folder.
        draft: What is being answered.
        settings: Of the folder.
        zone: Where times without offset are read.
        now: The clock.
        recorder: Who usually types, where the answers do not say it.
    """
    before: list[tuple[Revision, ...]] = []

    def foresee(answers: Answers) -> Foreseen:
        if not before:
            begun_on = drafting.begun_on(store, draft, zone=zone) if draft.blob else ()
            before.append(begun_on)
        at = now()
        if recorder is not None and is_blank(loose.at(answers, "by.recorder")):
            by = {"role": recorder.role, "agency": recorder.agency}
            answers = put(answers, "by.recorder", by)
        try:
            decision = _decision(draft, before[0], answers, Instant(at))
        except RationaleError as error:
            return Foreseen(missing=(str(error),))
        return _foreseen(store, before[0], decision, settings, now=at)

    return foresee


def _decision(
    draft: Draft, before: tuple[Revision, ...], answers: Answers, now: Instant
) -> Decision:
    if not before:
        return first(
            answers,
            record_id=draft.record,
            question_set=draft.question_set,
            now=now,
            clock_given=False,
        )
    # An unanswered reason is asked for in its own words, and no fault of the record.
    if draft.verb == "note":
        answers = touched.applied(answers, now=now.at, used=draft.used)
    said = part(inherited(seed(before[-1].decision)), answers)
    if draft.verb == Kind.REASSESS:
        said = relooked.looked(seed(before[-1].decision), said, now.at)
    if is_blank(said.get("change", {}).get("because")):
        said = put(said, "change.because", None)
    return following(before, said, kind=Kind(draft.verb), now=now, clock_given=False)


def _foreseen(
    store: Store,
    before: tuple[Revision, ...],
    decision: Decision,
    settings: Settings,
    *,
    now: datetime,
) -> Foreseen:
    # Read when asked for: none of this is needed to put the first question.
    from rationale_cli.domain.audience import CORE_TEAM
    from rationale_cli.domain.telling.composing import compose
    from rationale_cli.domain.telling.front_page import front_page
    from rationale_cli.domain.telling.sentences import tell
    from rationale_cli.services import harms, law

    own = harms.own(store)
    words = harms.words(law.words(store), own)
    found = checking.check(store, decision, settings)
    told = tell(before[-1].decision, decision, words) if before else ()
    briefing = compose(
        (*(one.decision for one in before), decision),
        seal=Seal(commit="", committed_at=now, sha256=""),
        harms=harms.catalogue(settings, own),
        letterhead=Letterhead(audience=CORE_TEAM),
        words=words,
    )
    return Foreseen(
        page=tuple(front_page(briefing)),
        changes=tuple(
            line
            for section in told
            for line in (section.heading, *(f"  {one.text}" for one in section.sentences))
        ),
        missing=tuple(one.text for one in found if one.is_error),
        warnings=tuple(one.text for one in found if one.is_warning and not one.is_gap),
    )
