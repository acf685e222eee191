"""What a browser would make of a page."""

import re
from html.parser import HTMLParser

FETCHING = {"script", "img", "link", "iframe", "object", "embed", "base", "form", "video", "audio"}
"""Elements that load or send something."""

ATTRIBUTES = {
    "aria-hidden", "aria-label", "aria-labelledby", "charset", "class", "content",
    "data-label", "href", "http-equiv", "id", "lang", "name", "role", "scope",
}  # fmt: skip
"""Every attribute that our pages need."""

VOID = {"meta", "br"}


class Page(HTMLParser):
    """The elements of a page, and what they open and close."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.headings: list[int] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
