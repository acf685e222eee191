"""The draft of a running interview: kept after every reply, also past a disk that is full."""

from collections.abc import Callable
from contextlib import suppress

from rationale_cli.codec import draft as draft_text
from rationale_cli.domain.asking.draft import Draft, kept
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.errors import RationaleError
from rationale_cli.store import drafts
from rationale_cli.store.repository import Store


class DraftFile:
    """Where an interview is kept while it runs.

    Args:
        store: The folder.
        draft: As the interview began.
        let_go: Called once an interview is on the disk: what stood elsewhere may go.
        tell: Says to the person why it could not be kept.
    """

    def __init__(
        self,
        store: Store,
        draft: Draft,
        let_go: Callable[[], None],
        tell: Callable[[RationaleError], None],
    ) -> None:
        self._store = store
        self._draft = draft
        self._let_go = let_go
        self._tell = tell
        self._unkept: Interview | None = None

    def keep(self, state: Interview) -> None:
        """Keep an interview as it stands.

        Raises:
            RationaleError: If the disk does not take it.
        """
        text = draft_text.encode(kept(self._draft, state))
        drafts.keep(self._store, self._draft.name, text.encode())
        self._let_go()
        self._unkept = None

    def hold(self, state: Interview) -> None:
        """Keep what is being typed, without a word: it is not confirmed, and comes again."""
        # The last of it comes no more: if it is not on the disk by then, that has to be told.
        self._unkept = state
        with suppress(RationaleError):
            self.keep(state)

    def keep_or_tell(self, state: Interview) -> None:
        """Keep it, or say that it could not be: what was said is still in memory."""
        # Already now: a signal can come while it is being written.
        self._unkept = state
        try:
            self.keep(state)
        except RationaleError as error:
            self._tell(error)

    def keep_at_last(self) -> None:
        """Try once more, before anybody is told that everything is kept.

        Raises:
            RationaleError: If the disk does not take it now either.
        """
        if self._unkept is not None:
            self.keep(self._unkept)
