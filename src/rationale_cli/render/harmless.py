"""A page that a team's own template made: nothing in it acts, and nothing comes from elsewhere.

Two things hold that. The page begins with a policy by which a browser loads and runs nothing,
whatever follows. And what no policy keeps from happening, or what would only be missing because of
it, is a fault: a page that leads on by itself, a script, a picture from elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final, NamedTuple

_SHIPPED: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
POLICY: Final = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)
"""What a page may load: its own styles, and pictures and letters that stand in it."""
META: Final = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'

_HEAD: Final = re.compile(
    r'\s*<!doctype html>\s*<html(?: [a-z]+="[\w -]*")*>\s*<head>', re.IGNORECASE
)
_DOCTYPE: Final = re.compile(r"\s*<!doctype html>\n?", re.IGNORECASE)
_POLICIES: Final = re.compile(
    r'\s*(?:<meta charset="utf-8">\s*)?<meta http-equiv="Content-Security-Policy" content="'
    f'(?:{re.escape(_SHIPPED)}|{re.escape(POLICY)})">'
)

# Tags as https://html.spec.whatwg.org/multipage/parsing.html#tokenization reads them, at every
# place where one could begin: more are found than a browser sees, never fewer.
_TAG: Final = re.compile(r"<([a-z][^\t\n\f\r />]*)", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)"
    r"(?:[\t\n\f\r ]*=[\t\n\f\r ]*"
    r"""(?:"([^"]*)(?:"|\Z)|'([^']*)(?:'|\Z)|([^\t\n\f\r >]*)))?"""
)
_STYLE: Final = re.compile(r"<style\b[^>]*>(.*?)(?:</style|\Z)", re.IGNORECASE | re.DOTALL)
_STYLE_LOADS: Final = re.compile(r"""@import\b|url\((?!["'\s]*(?:#|data:))""", re.IGNORECASE)

_NEVER: Final = frozenset(
    {"script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal"}
)
_LOADING: Final = frozenset(
    {"src", "srcset", "imagesrcset", "poster", "background", "manifest", "ping", "action"}
    | {"formaction", "lowsrc", "dynsrc"}
)
_HREF: Final = frozenset({"href", "xlink:href"})
_LEADING: Final = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead."""


class Found(NamedTuple):
    """Something in a page that is none of ours.

    Attributes:
        said: What it is, in words that hold nothing of a record.
        raw: How it stands in the page.
        begin: How it begins, if a template filled in the rest.
    """

    said: str
    raw: str
    begin: str


def guarded(page: str) -> str:
    """Give a page whose first word is a policy by which it loads and runs nothing."""
    head = _HEAD.match(page)
    if head and _POLICIES.match(page, head.end()):
        return page
    doctype = head or _DOCTYPE.match(page)
    at = doctype.end() if doctype else 0
    return f"{page[:at]}{META}{page[at:]}"


def found(page: str) -> Found | None:
    """Give the first thing in a page that acts or comes from elsewhere, if there is one."""
    for tag in _TAG.finditer(page):
        name, end, attributes = tag[1].lower(), tag.end(), []
        while one := _ATTRIBUTE.match(page, end):
            end = one.end()
            value = next((part for part in one.groups()[1:] if part is not None), "")
            attributes.append((one[1].lower(), unescape(value)))
        said = next(_said(name, attributes), "")
        if said:
            return Found(said, page[tag.start() : end], tag[0])
    for style in _STYLE.finditer(page):
        if loads := _STYLE_LOADS.search(style[1]):
            return Found(_STYLE_SAID, style[1][loads.start() : loads.end() + 10], loads[0])
    return None


_STYLE_SAID: Final = "a style loads something from elsewhere: a page of ours holds all of it"


def place(what: Found, own: Mapping[str, str]) -> tuple[str, int]:
    """Give name and line of the team's template in which something stands; line 0 if in none."""
    for sought in (what.raw, what.begin):
        for name, text in own.items():
            at = text.lower().find(sought.lower())
            if at >= 0:
                return name, text.count("\n", 0, at) + 1
    return "", 0


def _said(tag: str, attributes: list[tuple[str, str]]) -> Iterator[str]:
    if tag in _NEVER:
        yield f"'<{tag}>' is for pages that act: a page of ours only shows"
    for name, value in attributes:
        # As a browser reads an address: without line ends and tabs, and blanks around it.
        plain = re.sub(r"[\t\n\r]", "", value).strip().lower()
        if name.startswith("on"):
            yield "an attribute 'on…' runs a script: a page of ours only shows"
        elif tag == "meta" and name == "http-equiv" and plain == "refresh":
            yield "'refresh' leads to another page by itself: a page of ours only shows"
        elif name == "style" and _STYLE_LOADS.search(value):
            yield _STYLE_SAID
        elif name in _HREF and tag in {"a", "area"}:
            scheme, colon, _ = plain.partition(":")
            if colon and not re.search(r"[/?#]", scheme) and scheme not in _LEADING:
                yield "a link leads to what acts: 'https:', 'mailto:' and 'tel:' can be told"
        elif name in _LOADING | _HREF and plain and not plain.startswith(("#", "data:")):
            yield "this loads something from elsewhere: a page of ours holds all of it"
