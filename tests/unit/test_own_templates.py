"""A team's own templates: what they can change, and what no template can do."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefings import brief
from cases import revisions
from rationale_cli.render import caged, html, markdown, text
from rationale_cli.render.caged import TemplateFaultError
from rationale_cli.render.harmless import META, guarded

BRIEFING = brief(revisions("alder"))
PLAIN: dict[str, Any] = {"title": "ZEBRA-7", "facts": ["one", "two"]}


def run(template: str, **more: str) -> str:
    made = caged.run("briefing.html.j2", PLAIN, {"briefing.html.j2": template, **more})
    assert made.startswith(META)
    return made.removeprefix(META)


def fault(template: str, **more: str) -> str:
    with pytest.raises(TemplateFaultError) as caught:
        run(template, **more)
    assert "ZEBRA" not in f"{caught.value}{caught.value.hint}"
    return str(caught.value)


def test_an_own_template_wins_and_its_text_is_escaped() -> None:
    own = "<p>{{ title }}</p>{% for one in facts %}<i>{{ one }}</i>{% endfor %}"
    plain = {"title": "<script>", "facts": ["a & b"]}

    made = caged.run("briefing.html.j2", plain, {"briefing.html.j2": own})

    assert made.removeprefix(META) == "<p>&lt;script&gt;</p><i>a &amp; b</i>"


def test_an_own_style_sheet_alone_changes_the_shipped_page() -> None:

    made = html.render(BRIEFING, {"page.css": "/* ours */"})

    assert "/* ours */" in made
    assert made.count("<h2") == html.render(BRIEFING).count("<h2")


@pytest.mark.parametrize("format_", [html, markdown, text])
def test_a_copy_of_the_shipped_templates_makes_the_same_document(format_: Any) -> None:
    from rationale_cli.render.templates import shipped

    assert format_.render(BRIEFING, shipped()) == format_.render(BRIEFING)


def test_an_own_template_can_build_on_the_shipped_one_of_its_name() -> None:
    own = (
        '{% extends "shipped/briefing.html.j2" %}{% block style %}{{ super() }}\n'
        "/* ours */{% endblock %}"
    )

    made = html.render(BRIEFING, {"briefing.html.j2": own})

    assert "/* ours */" in made
    assert made.replace("/* ours */", "").split() == html.render(BRIEFING).split()


def test_other_files_of_the_folder_can_be_included() -> None:
    assert run('{% include "letters/head.j2" %}', **{"letters/head.j2": "Ours"}) == "Ours"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("one\n{{ ''.__class__ }}", ":2: a template may not reach '__class__'"),
        ("{{ title|attr('__class__') }}", ":1: a template may not reach '__class__'"),
        ("{{ facts.append('x') }}", ":1: a template may not reach 'append'"),
        ("{{ '%2000000000d' % 1 }}", ":1: '%' does not fill in a text here: join texts with '~'"),
        ("{{ '%2000000000d'|format(1) }}", ":1: it takes more memory than a template may"),
        ("{{ '{:2000000000d}'.format(1) }}", ":1: it takes more memory than a template may"),
        ("{{ 'x'.ljust(2000000000) }}", ":1: it takes more memory than a template may"),
        ("{{ 'x' * 2000000000 }}", ":1: nothing is repeated more than 10000 times"),
        ("{{ 9 ** 9 ** 9 }}", ":1: '**' is not for templates"),
        ("{{ 10000000000000 * 10000000000000 }}", ":1: it counts too far"),
        ("\n\n{{ range(10**8) }}", ":3: '**' is not for templates"),
        ("\n\n{{ range(100000000) }}", ":3: it counts too far"),
        ('{% include "../rationale.toml" %}', ":1: there is no template '../rationale.toml'"),
        ('{% include "/etc/passwd" %}', ":1: there is no template '/etc/passwd'"),
        ('{% include "shipped/../x.j2" %}', ":1: there is no template 'shipped/../x.j2'"),
        ("{% include title %}", ":1: there is no template of that name"),
        ("{{ {}[title] }}", ":1: a value is not there"),
        ("{{ nothing_of_this_name }}", ":1: there is no value 'nothing_of_this_name' here"),
        ("{{ title.nothing }}", ":1: there is no value 'nothing' here"),
        ("{{ title|random }}", ":1: no filter named 'random'"),
        ("{{ open('/etc/passwd') }}", ":1: there is no value 'open' here"),
        ("{{ lipsum() }}", ":1: there is no value 'lipsum' here"),
        ("{{ title.upper }}", ":1: this is no text: something is missing, as '()' or '| join'"),
        ("{{ facts|map('upper') }}", ":1: this is no text"),
        ("{{ [range] }}", ":1: this is no text"),
        ("{{ self }}", ":1: this is no text"),
        ("{{ facts|map(attribute='__class__')|list }}", ":1: this is no text"),
        ("{{ ['{0.__class__}']|map('attr', 'format')|first }}", ":1: this is no text"),
        ("{% set f = '{0.__class__}'.format %}{{ f(title) }}", "may not reach '__class__'"),
        ("{{ ('{0.__class__}'|e).format(title) }}", "may not reach '__class__'"),
        ("{{ facts|groupby('__class__') }}", "may not reach '__class__'"),
        ("{{ cycler.__init__.__globals__ }}", "may not reach '__init__'"),
        ("{{ joiner|attr('__init__') }}", "may not reach '__init__'"),
        ("{{ (facts|map('upper')).gi_frame }}", "may not reach 'gi_frame'"),
        ("{{ self._TemplateReference__context }}", ":1: a template may not reach"),
        ("{{ 'x'|center(3000000000) }}", ":1: it takes more memory than a template may"),
        ("{{ 'x'|batch(1000000000, 'y')|list }}", ":1: it takes more memory"),
        ("{{ facts|tojson(indent=1000000000) }}", ":1: it takes more memory"),
        ("{{ ('x' * 10000)|replace('', 'x' * 10000)|replace('', 'x' * 10000) }}", "more memory"),
        ("{{ ('x' * 10000) * 10000 }}", ": the document becomes too long"),
        ("{% for x in facts %}" * 30 + "{% endfor %}" * 30, ": it is nested too deep"),
        ("{{ " + "(" * 100_000 + " }}", ": it goes round in circles, or too deep"),
        ("{% extends 'briefing.html.j2' %}", ":1: it goes round in circles, or too deep"),
        ("{% block a %}{{ self.a() }}{% endblock %}", ":1: it goes round in circles"),
        ('{% include "due.html.j2" %}', ":1: there is no template 'due.html.j2'"),
        ('{% include [title, "zz.j2"] %}', ":1: there is no template 'zz.j2'"),
        ("{{ 1 + title }}", ":1: this cannot be worked out (TypeError)"),
        ("{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}", "it goes round in circles"),
        ('{% include "briefing.html.j2" %}', ":1: it goes round in circles, or too deep"),
        ("{{ '}", "templates/briefing.html.j2:1: "),
        ("a\n{% if %}", ":2: expected an expression"),
        ("{% import os %}", "templates/briefing.html.j2:1: "),
    ],
)
def test_what_no_template_can_do_is_told_with_its_line(template: str, told: str) -> None:
    found = fault(template)

    assert found.startswith("templates/briefing.html.j2")
    assert told in found


def test_what_acts_in_a_teams_own_words_is_shown_by_its_number() -> None:
    made = run("a\x1b[31m\u202e\r\n{{ '\\ud800' }}{{ '\\x00' }}")

    assert made == "a‹U+001B›[31m‹U+202E›\n‹U+D800›‹U+0000›"


def test_the_shipped_name_means_the_shipped_template_whatever_the_team_has() -> None:
    own = {"shipped/page.css": "/* ours */"}

    assert "/* ours */" not in run('{% include "shipped/page.css" %}', **own)


def test_tags_are_taken_out_with_what_they_stand_for() -> None:
    assert run("{{ '<b>x</b> &amp; y'|striptags }}") == "x &amp; y"


def test_what_is_said_of_a_fault_is_never_long() -> None:
    found = fault("{% " + "x" * 100_000 + " %}")

    assert found.endswith("xxx…")
    assert len(found) < 250


def test_the_process_of_a_template_is_given_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "SECRET")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "SECRET")

    assert "SECRET" not in caged._surroundings().values()  # noqa: SLF001 - what cannot be looked at
    assert run("{{ title }}") == "ZEBRA-7"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux shows processes so")
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_goes_on_once_nobody_waits_for_an_answer(ending: signal.Signals) -> None:
    """However the program ends that asked: what it had begun ends as well."""
    loops = "".join(f"{{% for a{n} in range(99999) %}}" for n in range(4))
    own = {"briefing.html.j2": f"{loops}{'{% endfor %}' * 4}"}
    code = f"from rationale_cli.render import caged; caged.run('briefing.html.j2', {{}}, {own!r})"
    asking = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)
    begun = _until(lambda: _children(asking.pid))

    asking.send_signal(ending)
    asking.wait()

    assert begun
    assert _until(lambda: not any(map(_is_running, begun)), seconds=3)


def _until(look: Callable[[], Any], *, seconds: float = 20) -> Any:
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(one) for one in listed.read_text(encoding="ascii").split()]


def _is_running(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("\n<script>alert(1)</script>", ":2: '<script>' is for pages that act"),
        ("<ScRiPt/x>", ":1: '<script>' is for pages that act"),
        ("<!-- --!><script>", ":1: '<script>' is for pages that act"),
        ("<textarea><iframe srcdoc='x'>", ":1: '<iframe>' is for pages that act"),
        ("<base href='https://x.example/'>", ":1: '<base>' is for pages that act"),
        ("<svg/onload=alert(1)>", ":1: an attribute 'on…' runs a script"),
        ("<p title='>' ONCLICK = 'x'>", ":1: an attribute 'on…' runs a script"),
        ("<meta content='0;url=x' http-equiv=' Refresh'>", ":1: 'refresh' leads to another page"),
        ("\n<img\n src='https://x.example/a.png'>", ":2: this loads something from elsewhere"),
        ("<img src=logo.png>", ":1: this loads something from elsewhere"),
        ("<img alt='>' src=&#x2f;/x.example>", ":1: this loads something from elsewhere"),
        ("<img srcset='//x.example/a 2x'>", ":1: this loads something from elsewhere"),
        ("<link rel=dns-prefetch href=//x.example>", ":1: this loads something from elsewhere"),
        ("<svg><image xlink:href='https://x'/></svg>", ":1: this loads something from elsewhere"),
        ("<a href=#a ping=https://x.example>", ":1: this loads something from elsewhere"),
        ("<style>\n@import 'x.css';</style>", ":2: a style loads something from elsewhere"),
        ("<style>p { background: url( 'x.png' ) }", ":1: a style loads something"),
        ("<p style='background: url(//x.example)'>", ":1: a style loads something"),
        ("<a href='javascript:alert(1)'>", ":1: a link leads to what acts"),
        ("<a href=' &#1;jAva&Tab;script:alert(1)'>", ":1: a link leads to what acts"),
        ("<a href=' jAva&Tab;script&colon;alert(1)'>", ":1: a link leads to what acts"),
        ("<a href='data:text/html,x'>", ":1: a link leads to what acts"),
        ("<a href='file:///etc/passwd'>", ":1: a link leads to what acts"),
        ('<a href="{{ "javascript:" ~ title }}">', ":1: a link leads to what acts"),
    ],
)
def test_a_page_that_acts_or_loads_from_elsewhere_is_not_made(template: str, told: str) -> None:
    assert fault(template).startswith(f"templates/briefing.html.j2{told}")


def test_a_text_that_a_template_lets_act_makes_no_page_and_is_not_quoted() -> None:
    acting = {"title": "ZEBRA-7 <zebra-8 onclick='ZEBRA-9'><script>ZEBRA-10"}
    for template in ("{{ title | safe }}", "{% autoescape false %}{{ title }}{% endautoescape %}"):
        with pytest.raises(TemplateFaultError) as caught:
            caged.run("briefing.html.j2", acting, {"briefing.html.j2": template})
        assert str(caught.value) == (
            "templates/briefing.html.j2: an attribute 'on…' runs a script: "
            "a page of ours only shows"
        )


def test_what_stands_in_the_page_itself_or_only_leads_on_is_no_fault() -> None:
    page = (
        '<a href="https://x.example/?a:b">a</a><a href="#top">b</a><a href="mailto:x@x.example">c'
        '</a><a href="tel:+44">d</a><a href="notes/a:b.html">e</a><img src="data:image/png;base64,'
        'AAAA" alt="url(x)"><svg><use href="#a"/></svg><style>p { background: url("data:image/'
        'png;base64,AA") } q { mask: url(#a) }</style><p title="@import">1 < 2, url(x)</p>'
    )

    assert run(page) == page


def test_whatever_a_page_begins_with_its_policy_is_before_it() -> None:
    other = '<meta http-equiv="Content-Security-Policy" content="default-src *">'
    for page, begins in (
        ("<p>x", META),
        (f"<!DOCTYPE html>\n{other}", f"<!DOCTYPE html>\n{META}"),
        (f'<!doctype html><html lang="cy"><head>{other}', f'<html lang="cy"><head>{META}'),
        (f'<!doctype html><html title=">"><head>{other}', f"<!doctype html>{META}"),
        (f"<!doctype html><!-- <head> -->{other}", f"<!doctype html>{META}"),
        (f"<p><!doctype html><head>{META}", META),
    ):
        made = guarded(page)
        before, _, after = made.partition(META)
        assert f"{before}{META}".endswith(begins)
        assert before + after == page or page.endswith(META)
    for page in (html.render(BRIEFING), f"<!doctype html><html><head>{META}"):
        assert guarded(page) == page


def test_a_fault_in_an_included_template_is_told_there() -> None:
    included = {"head.j2": "\n{{ nowhere }}"}

    assert fault('{% include "head.j2" %}', **included) == (
        "templates/head.j2:2: there is no value 'nowhere' here"
    )


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    assert fault("{{ title }}") == (
        "templates/briefing.html.j2: the process that templates run in cannot be started"
    )


def test_a_template_that_never_ends_is_stopped_at_its_line() -> None:
    loops = "".join(f"{{% for a{n} in range(99999) %}}" for n in range(4))
    begun = time.monotonic()

    found = fault(f"\n{loops}{{% endfor %}}{{% endfor %}}{{% endfor %}}{{% endfor %}}")

    assert found == "templates/briefing.html.j2:2: it takes more than 5 seconds"
    assert time.monotonic() - begun < 29


def test_a_template_that_takes_all_memory_is_stopped() -> None:
    grows = (
        "{% set n = namespace(x='ab') %}\n"
        "{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    )

    assert fault(grows) == (
        "templates/briefing.html.j2:2: it takes more memory than a template may"
    )
