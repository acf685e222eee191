"""What speaks of a harm at which nobody has looked, as a sentence: curious, never a verdict."""

from rationale_cli.domain.several import several
from rationale_cli.domain.spoken import Spoken, Voice
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.words import Words

ASK = "Does this need a referral or strategy discussion now?"
"""Asked wherever a harm is named or spoken of, and nobody has looked at it."""

_MOST = 3
"""So many voices are told; of more the others are counted."""


def speaks(one: Spoken, words: Words) -> str:
    """Say who speaks of a harm, and that nobody has looked at it."""
    return f"{capital(_voices(one.voices))}; nobody has looked at {words.harm(one.harm)}."


def _voices(voices: tuple[Voice, ...]) -> str:
    first, *others = voices[:_MOST]
    more = len(voices) - _MOST
    rest = f" ({more} more {'says' if more == 1 else 'say'} the like)" if more > 0 else ""
    if not others:
        return f"{first.who} speaks of “{first.word}”{rest}"
    if all(one.word.casefold() == first.word.casefold() for one in others):
        return f"{several([one.who for one in (first, *others)])} speak of “{first.word}”{rest}"
    told = [
        f"{first.who} speaks of “{first.word}”",
        *(f"{one.who} of “{one.word}”" for one in others),
    ]
    return f"{several(told)}{rest}"
