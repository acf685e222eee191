"""The scanner itself: it must find a canary in every place in which tools have hidden one."""

import base64
import io
import zipfile
import zlib

import pytest

from canaries import found

CANARY = "canary00007bird"


def _zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>{CANARY}</w:t>")
    return packed.getvalue()


def _member() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(f"{CANARY}.xml", "nothing")
    return packed.getvalue()


PLANTED = {
    "text": f"a {CANARY} b".encode(),
    "another case": CANARY.upper().encode(),
    "a comment": f"<!-- {CANARY} -->".encode(),
    "alternative text": f'<img alt="{CANARY}">'.encode(),
    "a hidden element": f'<p style="display:none">{CANARY}</p>'.encode(),
    "metadata": f'<meta name="author" content="{CANARY}">'.encode(),
    "entities": "".join(f"&#{ord(one)};" for one in CANARY).encode(),
    "percent signs": "".join(f"%{ord(one):02x}" for one in CANARY).encode(),
    "base 64": base64.b64encode(f"xx {CANARY} yy".encode()),
    "hexadecimal": CANARY.encode().hex().encode(),
    "backwards": CANARY[::-1].encode(),
    "sixteen bits": f"a{CANARY}".encode("utf-16-le"),
    "sixteen bits, big end first": CANARY.encode("utf-16-be"),
    "a soft line break": f"{CANARY[:6]}=\r\n{CANARY[6:]}".encode(),
    "tags in between": f"{CANARY[:6]}<b>{CANARY[6:]}</b>".encode(),
    "an archive": _zipped(),
    "the name of a member": _member(),
}


@pytest.mark.parametrize("place", PLANTED)
def test_a_planted_leak_is_found(place: str) -> None:
    assert found(PLANTED[place], [CANARY]) == [CANARY]


def test_a_leak_in_a_file_name_is_found() -> None:
    assert found(b"", [CANARY], name=f"briefing-{CANARY}.html") == [CANARY]


def test_a_packed_stream_of_a_pdf_is_opened() -> None:
    packed = zlib.compress(f"({CANARY}) Tj".encode())
    data = b"%PDF-1.7\n1 0 obj <<>> stream\n" + packed + b"\nendstream endobj"
    assert CANARY.encode() not in data
    assert found(data, [CANARY]) == [CANARY]


def test_nothing_is_found_where_nothing_is() -> None:
    for data in PLANTED.values():
        assert found(data, ["canary00008bird"]) == []
