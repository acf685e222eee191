"""Asking about a concern in plain lines; what was typed is kept at once, and kept if it stops."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from rationale_cli.cli import prompt, reporting
from rationale_cli.cli.session import Session
from rationale_cli.errors import RationaleError

if TYPE_CHECKING:
    from rationale_cli.domain.concern import Concern, ConcernKind, Heard
    from rationale_cli.domain.decision import Decision

_FILE = "Give the answers in a file with --answers FILE, or run it at a terminal."


class NothingMeantError(RationaleError):
    """Somebody answered nothing, or said that it shall not be saved."""

    def __init__(self, place: str) -> None:
        kept = f"; what you typed is kept in {place}" if place else ""
        super().__init__(f"nothing was saved{kept}", hint=_go_on(place))


class StoppedError(RationaleError):
    """Somebody stopped while they were asked."""

    exit_status = 130

    def __init__(self, place: str) -> None:
        kept = f"; what you typed is kept in {place}" if place else ""
        super().__init__(f"stopped, nothing was saved{kept}", hint=_go_on(place))


class Sitting:
    """One sitting: what was answered so far, kept as a draft after each answer."""

    def __init__(self, session: Session, of: str, kind: "ConcernKind") -> None:
        self.session = session
        self.of = of
        self.kind = kind
        self.answers: dict[str, Any] = {}
        self._is_kept = False

    @property
    def name(self) -> str:
        """What its draft is called."""
        return f"{self.of}.answers-concern-{self.kind.value}"

    @property
    def place(self) -> str:
        """Where its draft is; empty if nothing was typed."""
        folder = self.session.store.git_dir / "rationale" / "drafts"
        return str(folder / self.name) if self._is_kept else ""

    def put(self, path: str, value: Any) -> None:
        """Take an answer; nothing is an answer that was left."""
        from rationale_cli.codec import toml
        from rationale_cli.store import drafts

        if value in (None, "", []):
            return
        table, _, key = path.rpartition(".")
        (self.answers.setdefault(table, {}) if table else self.answers)[key] = value
        drafts.keep(self.session.store, self.name, toml.write(_rows(self.answers)).encode())
        self._is_kept = True

    def line(self, path: str, question: str, default: str = "") -> str:
        """Ask for one line."""
        text = prompt.ask(question, default)
        self.put(path, text)
        return text

    def lines(self, path: str, question: str) -> None:
        """Ask for several, until one is empty."""
        reporting.say(f"{question} One a line; an empty line ends.")
        found: list[str] = []
        while text := prompt.ask(f"  {len(found) + 1}"):
            found.append(text)
            self.put(path, list(found))

    def choice(self, path: str, question: str, codes: Iterable[str]) -> str:
        """Ask for one of several words, again until it is one of them or nothing."""
        known = tuple(codes)
        while text := prompt.ask(f"{question} ({', '.join(known)})").lower():
            meant = [one for one in known if one.startswith(text)]
            if text in known or len(meant) == 1:
                self.put(path, text if text in known else meant[0])
                return text if text in known else meant[0]
            reporting.say(f"{text!r} is none of them; Enter leaves it.")
        return ""

    def yes_no(self, path: str, question: str) -> bool | None:
        """Ask for yes or no; nothing is neither."""
        while text := prompt.ask(f"{question} (yes/no)").lower():
            if text in {"y", "yes", "n", "no"}:
                self.put(path, text[0] == "y")
                return text[0] == "y"
            reporting.say("Type yes or no; Enter leaves it.")
        return None

    def moment(self, path: str, question: str) -> None:
        """Ask for a day or a time, again until it is one or nothing."""
        from rationale_cli.cli import times

        while text := prompt.ask(f"{question} (as 14 April 2026; Enter: now)"):
            try:
                self.put(path, times.meant(text, option="this", session=self.session).value)
            except RationaleError as error:
                reporting.tell(error)
            else:
                return

    def agreed(self) -> dict[str, Any]:
        """Give what was answered, once somebody says that it is to be saved.

        Raises:
            NothingMeantError: If they do not.
        """
        if not self.answers or not prompt.agree("Save it"):
            raise NothingMeantError(self.place)
        return _rows(self.answers)

    def done(self) -> None:
        """Let go of the draft: it is saved."""
        from rationale_cli.store import drafts

        if self._is_kept:
            drafts.delete(self.session.store, self.name)


def raised(
    sitting: Sitting,
    decision: "Decision",
    whose: "Heard",
    *,
    preview: Callable[[dict[str, Any]], Iterable[str]],
) -> dict[str, Any]:
    """Ask what a concern is, the safety check first.

    Args:
        sitting: What was answered so far.
        decision: That is questioned.
        whose: Whose words they are.
        preview: Says how the steps would lie beside the days of the decision.

    Raises:
        NobodyToAskError: If nobody is there.
        NothingMeantError: If it is not to be saved.
        StoppedError: If somebody stopped.
    """
    from rationale_cli.domain.concern import Urgency

    prompt.demand_somebody(f"{_FILE} What is missing: statement, if_right, asks, urgency.")
    texts = _texts(sitting.session)
    try:
        reporting.say(f"{decision.id} r{decision.revision}: {decision.title or '(no title yet)'}")
        if sitting.yes_no("immediate_danger", texts["immediate_danger"]):
            reporting.say(
                "Use the safeguarding route now. The concern goes on beside it, and can be "
                "written afterwards."
            )
        if whose.for_ is None and (who := _somebody(texts["raised_by"])):
            sitting.put("raised_by", _party(who))
        sitting.moment("raised_at", texts["raised_at"])
        sitting.line("statement", texts["statement"])
        sitting.line("if_right", texts["if_right"])
        for name in ("asks", "agreed", "disputed"):
            sitting.lines(name, texts[name])
        known = ", ".join(f"{one.id} ({one.role})" for one in decision.dissent)
        if known and (ids := prompt.ask(f"Which disagreement is it about: {known}")):
            sitting.put("dissent", ids.replace(",", " ").split())
        for line in preview(sitting.answers):
            reporting.say(line)
        sitting.choice("urgency", texts["urgency"], Urgency)
        sitting.line("clock.reason", texts["clock"])
        if reason := sitting.answers.get("clock"):
            reason["choice"] = sitting.answers.get("urgency", Urgency.STANDARD.value)
        return sitting.agreed()
    except KeyboardInterrupt:
        raise StoppedError(sitting.place) from None


def stepped(sitting: Sitting, concern: "Concern") -> dict[str, Any]:
    """Ask what a step of a concern needs.

    Raises:
        NobodyToAskError: If nobody is there.
        NothingMeantError: If it is not to be saved.
        StoppedError: If somebody stopped.
    """
    from rationale_cli.domain.concern import ConcernKind

    ask, needs = {
        ConcernKind.ADVANCE: (_advanced, "how the stage ended"),
        ConcernKind.PARALLEL: (_beside, "route"),
        ConcernKind.PAUSE: (_paused, "reason, agreed_by, restart_planned, interim_measures"),
        ConcernKind.RESTART: (_restarted, "when it was restarted"),
        ConcernKind.CLOSE: (_closed, "status, result, effect, learning"),
    }[sitting.kind]
    prompt.demand_somebody(f"{_FILE} What is missing: {needs}.")
    try:
        reporting.say(f"{concern.id} r{concern.revision}, about {concern.decision}")
        ask(sitting, concern)
        return sitting.agreed()
    except KeyboardInterrupt:
        raise StoppedError(sitting.place) from None


def _advanced(sitting: Sitting, concern: "Concern") -> None:
    from rationale_cli.domain.clock import running

    stage = running(concern)
    if stage is None:
        return
    sitting.put("stage.n", stage.n)
    sitting.line("stage.acted_by", f"Who acted in stage {stage.n}? Roles, not names")
    sitting.line("stage.method", "How: meeting, phone, letter")
    sitting.line("stage.outcome", "What came of it")
    sitting.moment("stage.closed", "When did that stage end")
    sitting.lines("agreed", "On what do both sides agree now?")
    sitting.lines("disputed", "Where do they still differ?")


def _beside(sitting: Sitting, concern: "Concern") -> None:  # noqa: ARG001 - one signature
    sitting.line("parallel.route", "Which route: complaint, guardian telling the court")
    sitting.line("parallel.to", "To whom")
    sitting.line("parallel.note", "What was said")


def _paused(sitting: Sitting, concern: "Concern") -> None:
    from rationale_cli.domain.clock import running
    from rationale_cli.domain.pausing import paused

    stage = running(concern)
    if stage is not None and paused(concern) is None:
        sitting.put("pause.stage", stage.n)
    sitting.line("pause.reason", "Why does it pause")
    sitting.lines("pause.agreed_by", "Who agreed to it, as role@agency? Both sides.")
    sitting.moment("pause.restart_planned", "When does it go on")
    sitting.lines("pause.interim_measures", "What keeps people safe meanwhile?")


def _restarted(sitting: Sitting, concern: "Concern") -> None:
    from rationale_cli.domain.concern import Urgency

    sitting.choice(
        "urgency", f"Which clock fits now, {concern.urgency.value} so far; Enter keeps it", Urgency
    )
    sitting.moment("pause.restarted", "When does it go on")
    sitting.answers.setdefault("pause", {})


def _closed(sitting: Sitting, concern: "Concern") -> None:
    from rationale_cli.domain.stepping_rows import ENDS

    if not sitting.choice("status", "How did it end", [one.value for one in ENDS]):
        return
    sitting.line("close.result", "With what result: upheld, partly upheld, not upheld")
    sitting.line("close.effect", "What changed in the decision because of it")
    sitting.lines("close.learning", "What have we learned for the next time?")
    _ = concern


def _rows(answers: dict[str, Any]) -> dict[str, Any]:
    """Tables that are rows of a list in the file."""
    lists = ("stage", "pause", "parallel")
    return {key: [one] if key in lists else one for key, one in answers.items()}


def _texts(session: Session) -> dict[str, str]:
    """The questions of the set for concerns, by the field that each fills."""
    from rationale_cli.services import question_sets

    found = question_sets.question_set(session.store, "concern")
    return {one.id.removeprefix("co."): one.text for one in found.questions}


def _somebody(question: str) -> str:
    """Ask for a role and an agency until it is one; a sentence names nobody."""
    while (who := prompt.ask(f"{question} (Enter: me)")) and not {"@", ","} & set(who):
        reporting.say(f"{who!r} names no role and agency: write it as health visitor@health.")
    return who


def _party(text: str) -> dict[str, str]:
    role, _, agency = (one.strip() for one in text.replace("@", ",", 1).partition(","))
    return {"role": role, "agency": agency} if agency else {"role": role}


def _go_on(place: str) -> str:
    return f"Go on with the same command and --answers {place}" if place else "Begin again."
