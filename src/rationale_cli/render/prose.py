"""Prose of a page: what a person typed, with lists, emphasis and addresses that work."""

from markupsafe import Markup, escape

from rationale_cli.render import typed


def prose(text: str) -> Markup:
    """Give a text as HTML that shows it as it was typed.

    One paragraph is given as it is; several, and lists, as elements of their own, so that the
    place for them must be one that can hold such.

    Args:
        text: As a person typed it.
    """
    if typed.is_plain(text):
        return escape(text)  # nearly all that there is
    blocks = typed.blocks(text)
    if len(blocks) == 1 and not blocks[0].kind:
        return _inline(blocks[0].items[0])
    return Markup().join(map(_block, blocks))


def _block(block: typed.Block) -> Markup:
    if not block.kind:
        return Markup("<p>{}</p>").format(_inline(block.items[0]))
    items = Markup().join(
        Markup("<li>{} {}</li>").format(one.mark, _inline(one)) for one in block.items
    )
    # The marks that were typed stand for those of the list; the role keeps it one for Safari.
    return Markup('<{0} class="typed" role="list">{1}</{0}>').format(block.kind, items)


def _inline(item: typed.Item) -> Markup:
    return Markup().join(map(_run, item.runs))


def _run(run: typed.Run) -> Markup:
    if run.kind == "link":
        return Markup('<a href="{0}">{0}</a>').format(run.text)
    return Markup("<{0}>{1}</{0}>").format(run.kind, run.text) if run.kind else escape(run.text)
