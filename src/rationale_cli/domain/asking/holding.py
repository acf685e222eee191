"""What is typed and not yet ended, kept by the path it would go to."""

import msgspec

from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.step import present


def hold(interview: Interview, text: str) -> Interview:
    """Keep what was typed so far at the present question; nothing is kept of an empty text.

    At a kind of harm that has no row yet nothing is kept: its path is that of every new row.
    """
    step = present(interview)
    if step is None or (step.is_new and step.harm is not None):
        return interview
    others = {path: one for path, one in interview.typed.items() if path != step.held}
    typed = {**others, step.held: text} if text else others
    return msgspec.structs.replace(interview, typed=typed)
