"""E-mail: a message that nobody has sent yet, to be opened, addressed and sent by a person."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import NamedTuple

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.render import text
from rationale_cli.render.templates import NONE, Own

BOUNDARY = "=_rationale_part"
"""Between the parts. Neither can hold it: one has ``=`` before figures only, the other no ``_``."""

_TYPES = {
    "html": ("text", "html"),
    "md": ("text", "markdown"),
    "pdf": ("application", "pdf"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


class Attachment(NamedTuple):
    """The whole briefing as a file; its name ends with what it is."""

    name: str
    content: bytes


def render(briefing: Briefing, attachment: Attachment, own: Own = NONE) -> bytes:
    """Render a message; the same briefing gives the same bytes.

    Its subject names the revision and nothing of the record: a subject shows on locked screens.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # mail programs open it as a draft
    message["Subject"] = f"Decision briefing {briefing.reference}"
    message["Date"] = format_datetime(datetime.fromisoformat(briefing.committed))
    body = text.rendered("mail.txt.j2", briefing, own, attached=attachment.name)
    message.set_content(body, cte="quoted-printable")
    kind, subtype = _TYPES[attachment.name.rpartition(".")[2]]
    message.add_attachment(
        attachment.content,
        maintype=kind,
        subtype=subtype,
        filename=attachment.name,
        params={"charset": "utf-8"} if kind == "text" else None,
    )
    message.set_boundary(BOUNDARY)
    return message.as_bytes()
