"""One run of the program: the folder it works on, its settings, its clock and its streams."""

import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from rationale_cli.cli.options import Options

if TYPE_CHECKING:
    from rationale_cli.domain.asking.texts import Texts
    from rationale_cli.domain.audience import View
    from rationale_cli.domain.clearing.clearance import Clearance
    from rationale_cli.domain.harm import Harm
    from rationale_cli.domain.moment import Instant
    from rationale_cli.domain.provision import Provision
    from rationale_cli.domain.settings import Settings
    from rationale_cli.domain.words import Words
    from rationale_cli.services.harms import Own
    from rationale_cli.services.translating import Speech
    from rationale_cli.store.repository import Store


class Run:
    """One run of the program, in a folder or outside of any.

    Attributes:
        plain: Whether plain lines were asked for.
        clock_given: Whether the time of recording was given with ``--now``.
    """

    def __init__(self, options: Options) -> None:
        self.plain = options.plain
        self.clock_given = bool(options.now)
        self._now = options.now

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment of the program."""
        return os.environ

    @property
    def stdin(self) -> TextIO:
        """Standard input; an empty one where there is none."""
        return sys.stdin or io.StringIO()

    @property
    def stdout(self) -> TextIO:
        """Standard output: what was asked for."""
        return sys.stdout

    @property
    def stderr(self) -> TextIO:
        """Standard error: everything else."""
        return sys.stderr

    @cached_property
    def settings(self) -> "Settings":
        """The settings: outside of a folder, those that a new one has."""
        from rationale_cli.domain.settings import Settings

        return Settings()

    @cached_property
    def zone(self) -> tzinfo:
        """Where times without offset are read."""
        from rationale_cli.codec import settings

        return settings.zone(self.settings)

    @cached_property
    def provisions(self) -> "tuple[Provision, ...]":
        """The law library: outside of a folder, what the program ships."""
        from rationale_cli.services import law

        return law.provisions(None)

    @property
    def language(self) -> str:
        """The language of the person, or else of the team."""
        return self.environment.get("RATIONALE_LANGUAGE") or self.settings.language

    @property
    def now(self) -> "Instant":
        """The time as it is now, or what ``--now`` says."""
        from rationale_cli.cli import times
        from rationale_cli.domain.moment import Instant

        if self._now:
            return Instant(times.typed(self._now, option="--now", zone=self.zone))
        return Instant(times.now(self.zone))


class Session(Run):
    """What a command works with in a folder; settings are read when they are first needed.

    Attributes:
        store: The opened folder.
        audience: As whose eyes it is looked at; empty for the folder's own view.
    """

    def __init__(self, store: "Store", options: Options, audience: str = "") -> None:
        super().__init__(options)
        self.store = store
        self.audience = audience

    @cached_property
    def clearance(self) -> "Clearance":
        """What may be seen in this run.

        Raises:
            UnknownAudienceError: If there is no such audience.
        """
        from rationale_cli.domain.clearing.clearance import EVERYTHING

        if not self.audience:
            return EVERYTHING
        from rationale_cli.services import audiences

        return audiences.clearance(self.settings, self.audience)

    def view(self, record_id: str) -> "View":
        """Read the history of a decision, as far as it may be seen in this run."""
        from rationale_cli.services import viewing

        return viewing.history(self.store, record_id, zone=self.zone, clearance=self.clearance)

    @cached_property
    def settings(self) -> "Settings":
        """The settings of the folder."""
        from rationale_cli.services import reading

        return reading.settings(self.store)

    @cached_property
    def speech(self) -> "Speech":
        """What is said besides the questions of a set, in the language of this run."""
        from rationale_cli.services import harms, law, translating

        found = translating.speech(self.store, self.language)
        said = found.vocabulary
        words = harms.words(law.words(self.store, said.words), self._own_harms)
        every = harms.catalogue(self.settings, self._own_harms, said.harms)
        return translating.with_words(found, words, every)

    @cached_property
    def words(self) -> "Words":
        """What codes and fields are called, and the team's own provisions and kinds of harm."""
        from rationale_cli.services import harms, law

        return harms.words(law.words(self.store), self._own_harms)

    @cached_property
    def harms(self) -> "tuple[Harm, ...]":
        """Every kind of harm that is looked at here: the shipped ones and the team's own."""
        from rationale_cli.services import harms

        return harms.catalogue(self.settings, self._own_harms)

    @cached_property
    def _own_harms(self) -> "Own":
        from rationale_cli.services import harms

        return harms.own(self.store)

    @cached_property
    def provisions(self) -> "tuple[Provision, ...]":
        """The law library of the folder."""
        from rationale_cli.services import law

        return law.provisions(self.store)

    @property
    def texts(self) -> "Texts":
        """What an interview says besides its questions, and when it is over."""
        return self.speech.vocabulary.texts


@contextmanager
def opened(context: Any, *, mends: bool = False, audience: str = "") -> Iterator[Session]:
    """Open the folder that the command line, ``RATIONALE_STORE`` or the place around us names.

    Args:
        context: Of the command.
        mends: Whether working files are first brought to what was committed; a change made there
            by hand is kept as a draft, and told.
        audience: As whose eyes records are looked at; empty for the folder's own view.

    Raises:
        NotAStoreError: If there is none.
    """
    from rationale_cli.store.repository import open_store

    options: Options = context.find_root().obj
    start = options.store or Path(os.environ.get("RATIONALE_STORE") or ".")
    with open_store(start.absolute(), environment=os.environ) as store:
        if mends:
            _mend(store)
        yield Session(store, options, audience)


@contextmanager
def anywhere(context: Any, *, audience: str = "") -> Iterator[Run]:
    """Give this run in the folder that `opened` finds, or outside of any if none was named.

    Args:
        context: Of the command.
        audience: As whose eyes records are looked at; empty for the folder's own view.

    Raises:
        NotAStoreError: If one was named, and there is none.
    """
    from rationale_cli.store.repository import NotAStoreError

    is_named = context.find_root().obj.store is not None or "RATIONALE_STORE" in os.environ
    with ExitStack() as stack:
        try:
            run: Run = stack.enter_context(opened(context, audience=audience))
        except NotAStoreError:
            if is_named:
                raise
            run = Run(context.find_root().obj)
        yield run


def _mend(store: "Store") -> None:
    from rationale_cli.cli import reporting
    from rationale_cli.store.heal import heal

    for found in heal(store):
        reporting.tell_found(found.draft)
