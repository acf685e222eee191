"""E-mail messages: their words, and never who sent them."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rationale_cli.codec import message
from rationale_cli.codec.message import MessageError

HEADERS = (
    b"From: Jane Example <jane@example.invalid>\r\nTo: team@example.invalid\r\n"
    b"Date: Thu, 26 Mar 2026 15:00:00 +0000\r\nSubject: Re: decision\r\nMIME-Version: 1.0\r\n"
)


def _read(data: bytes) -> message.Message:
    return message.read(data, name="reply.eml")


def test_the_words_are_kept_and_the_sender_is_not() -> None:
    found = _read(HEADERS + b"\r\nI have read it.\r\n\r\nWho checks him?\r\n")
    assert found.text == "I have read it.\n\nWho checks him?"
    assert found.sent == datetime(2026, 3, 26, 15, tzinfo=UTC)
    assert found.subject == "Re: decision"
    assert "jane" not in repr(found).lower()


@pytest.mark.parametrize(
    ("charset", "encoding", "body"),
    [
        (b"utf-8", b"quoted-printable", b"Il s=C3=A9ra seul=\r\n."),
        (b"iso-8859-1", b"quoted-printable", b"Il s=E9ra seul."),
        (b"utf-8", b"base64", b"SWwgc8OpcmEgc2V1bC4="),
        (b"windows-1252", b"8bit", b"Il s\xe9ra seul."),
        (b"no-such-charset", b"8bit", "Il séra seul.".encode()),
        (b"utf-8", b"8bit", b"Il s\xe9ra seul."),
    ],
)
def test_what_is_encoded_is_read(charset: bytes, encoding: bytes, body: bytes) -> None:
    head = b"Content-Type: text/plain; charset=" + charset
    data = HEADERS + head + b"\r\nContent-Transfer-Encoding: " + encoding + b"\r\n\r\n" + body
    assert _read(data).text == "Il séra seul."


def test_plain_words_go_before_a_page_and_attachments_are_named_by_type_alone() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Reply"
    mail.set_content("Plain words.")
    mail.add_alternative("<p>Other words.</p>", subtype="html")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="jane-doe.png")
    mail.add_attachment("notes", filename="jane-doe.txt")
    found = _read(mail.as_bytes())
    assert found.text == "Plain words."
    assert found.attached == ("image/png", "text/plain")
    assert "jane" not in repr(found)
    assert found.sent is None


def test_a_page_becomes_text() -> None:
    page = (
        b"<html><head><title>T</title><style>p {}</style></head><body><p>I disagree&nbsp;&amp; "
        b"ask:<ul><li>wait<li>check him</ul><script>alert(1)</script>"
        b"<div>Yours</div></body></html>"
    )
    data = HEADERS + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page
    assert _read(data).text == "I disagree & ask:\n\n- wait\n- check him\n\nYours"


def test_what_would_act_on_a_screen_is_kept_as_it_is() -> None:
    """It is made visible wherever it is shown."""
    assert _read(HEADERS + b"\r\nRed \x1b[31malert\r\n").text == "Red \x1b[31malert"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no e-mail message"),
        (b"\n\njust words", "is no e-mail message"),
        (HEADERS + b"\r\n\r\n", "holds no words"),
        (HEADERS + b"Content-Type: image/png\r\n\r\nabc", "holds no words"),
        (HEADERS + b"\r\n" + b"a" * (message.LONGEST + 1), "holds more than 100,000 letters"),
        (b"a" * (message.LARGEST + 1), "is larger than 25 MiB"),
    ],
)
def test_what_cannot_be_taken_is_told(data: bytes, told: str) -> None:
    with pytest.raises(MessageError) as error:
        _read(data)
    assert told in str(error.value)


@given(st.binary(max_size=400) | st.binary(max_size=400).map(lambda end: HEADERS + end))
def test_any_bytes_are_a_message_or_told(data: bytes) -> None:
    try:
        found = _read(data)
    except MessageError:
        return
    assert found.text.encode().decode() == found.text


def test_parts_in_parts_without_end_are_told_or_read() -> None:
    inner = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (one, one)
        for one in range(2000)
    )
    with pytest.raises(MessageError):
        _read(HEADERS + inner)
