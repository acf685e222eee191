import email
import email.policy
import re
from datetime import UTC, datetime
from email.message import EmailMessage

import msgspec
import pytest
from hypothesis import given, settings

from briefings import brief
from cases import revisions
from rationale_cli.domain.clearing.scanning import folded
from rationale_cli.domain.decision import Decision
from rationale_cli.render import html, mail, readable
from rationale_cli.services import telling
from rationale_cli.services.telling import Format, Making
from strategies import decisions

BRIEFING = brief(revisions("alder")[:6])


def _parsed(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)


def _mail(attach: Format = Format.HTML) -> bytes:
    making = Making(attach=attach)
    made = telling.render(BRIEFING, Format.MAIL, making, name="briefing-k7qf2m-r6")
    assert isinstance(made, bytes)
    return made


def test_it_is_unsent_and_its_subject_tells_nothing_of_the_record() -> None:
    message = _parsed(_mail())

    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Decision briefing k7qf2m, revision 6"
    assert message["Date"].datetime == datetime(2026, 4, 16, 16, 50, tzinfo=UTC)
    assert {one.lower() for one in message.keys()} == {  # noqa: SIM118 - of a message, not a dict
        "x-unsent", "subject", "date", "mime-version", "content-type",
    }  # fmt: skip
    assert not message.defects


def test_its_body_is_page_one_and_how_to_reply() -> None:
    body = _parsed(_mail()).get_body(("plain",))
    assert body is not None
    told = body.get_content().replace("\r\n", "\n")

    assert told.startswith("OFFICIAL-SENSITIVE\n")
    assert "\nWho disagrees, in their own words\n====" in told
    assert folded(revisions("alder")[5].dissent[0].words) in folded(told)
    assert "\nHow to reply\n====" in told
    assert "briefing-k7qf2m-r6.html" in told
    assert "Options side by side\n----" not in told
    assert max(map(len, told.splitlines())) <= 72


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        (Format.HTML, "text/html"),
        (Format.MARKDOWN, "text/markdown"),
        (Format.PDF, "application/pdf"),
        (
            Format.WORD,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_it_carries_the_whole_briefing_unchanged(form: Format, kind: str) -> None:
    (part,) = _parsed(_mail(attach=form)).iter_attachments()
    whole = telling.render(BRIEFING, form)

    assert part.get_filename() == f"briefing-k7qf2m-r6.{form}"
    assert part.get_content_type() == kind
    assert part.get_payload(decode=True) == (whole.encode() if isinstance(whole, str) else whole)


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert _mail() == _mail()
    assert _mail(attach=Format.WORD) == _mail(attach=Format.WORD)


@given(decisions())
@settings(max_examples=20)
def test_its_lines_are_short_and_ascii_and_nothing_typed_ends_a_part(decision: Decision) -> None:
    briefing = brief((decision,))
    data = mail.render(briefing, mail.Attachment("a.html", html.render(briefing).encode()))
    lines = data.split(b"\r\n")

    assert data.isascii()
    assert not re.search(rb"[^\r]\n|\r[^\n]", data)
    assert max(map(len, lines)) <= 78
    assert [one for one in lines if one.startswith(b"--")] == [
        f"--{mail.BOUNDARY}".encode(),
        f"--{mail.BOUNDARY}".encode(),
        f"--{mail.BOUNDARY}--".encode(),
    ]


def test_a_subject_stays_one_line() -> None:
    briefing = msgspec.structs.replace(BRIEFING, reference="k7qf2m, revision 6, as of " + "x" * 90)
    data = mail.render(briefing, mail.Attachment("a.md", b"x"))

    assert _parsed(data)["Subject"] == f"Decision briefing {briefing.reference}"


def test_everything_in_it_is_read() -> None:
    for form in (Format.HTML, Format.WORD):
        said = folded(telling.readable(_mail(attach=form), Format.MAIL, BRIEFING))
        assert "x-unsent" in said
        assert folded("Seven weeks without knowing what her mother can do.") in said
    told, files = readable.from_mail(_mail())
    assert "How to reply" in told
    assert [name for name, _ in files] == ["briefing-k7qf2m-r6.html"]
