import json

import msgspec
from hypothesis import given

from briefings import brief
from cases import revisions
from rationale_cli.domain.clean import clean
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.render import json_text, readable
from strategies import decisions


@given(decisions())
def test_a_program_reads_the_whole_briefing_as_it_was_typed(decision: Decision) -> None:
    briefing = brief((decision,))

    told = json_text.render(briefing)

    assert clean(told) == told
    assert json.loads(told) == {"schema": 1, "briefing": json.loads(msgspec.json.encode(briefing))}
    assert msgspec.convert(json.loads(told)["briefing"], Briefing) == briefing


def test_what_it_says_is_read_without_its_escapes() -> None:
    words = 'He said "no".\nThen\u202e he left.'
    decision = msgspec.structs.replace(revisions("alder")[0], title=words)
    told = json_text.render(brief((decision,)))

    assert words not in told
    assert words in readable.from_json(told)
