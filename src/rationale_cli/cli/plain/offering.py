"""``?`` where a provision is asked for: the ids that fit some words, one a line."""

from collections.abc import Callable

from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.misread import quoted
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.suggestion import Suggestions, matching

_FIELD = "law.provision"


def sought(line: str, step: Step) -> str | None:
    """Give the words behind a question mark, empty if there are none; ``None`` for an answer."""
    typed = line.strip()
    if typed == "?":
        return ""
    is_search = step.field == _FIELD and typed.startswith("?")
    return typed.removeprefix("?").strip() if is_search else None


def offer(
    page: Page, step: Step, words: str, suggest: Callable[[], Suggestions], texts: Texts
) -> None:
    """Write the ids that fit some words, or else the answer that stands.

    Args:
        page: Where to.
        step: What is asked; nothing is written unless it is a provision.
        words: As `sought` gives them.
        suggest: Gives all that can be suggested; called only if it is needed.
        texts: What is said besides.
    """
    if step.field != _FIELD:
        return
    typed = words or (step.value if isinstance(step.value, str) else "")
    if not typed:
        page.say(texts("plain.seek"))
        return
    found = matching(suggest(), step.field, typed)
    for one in found:
        page.say(one.shown, first=f"{one.insert}  ")
    if not found:
        page.say(texts("plain.not_found", typed=quoted(typed)))
