"""A team's own templates in the folder's ``templates/``: once committed they make its documents."""

import subprocess
from pathlib import Path

import pytest

from program import Program
from rationale_cli.render.harmless import META

OURS = "<h1>Our letterhead</h1>\n<p>{{ title }}</p>\n"


def _commit(program: Program, **files: str) -> None:
    folder = program.folder / "templates"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for arguments in (("add", "templates"), ("commit", "--quiet", "--message", "templates")):
        subprocess.run(["git", *arguments], cwd=program.folder, check=True)


def _page(program: Program, record: str, *more: str) -> str:
    done = program("brief", record, "-o", "-", *more)
    assert (done.status, done.err) == (0, "")
    return done.out


def test_the_teams_own_template_makes_the_briefing_once_it_is_committed(
    program: Program, record: str
) -> None:
    shipped = _page(program, record)
    (program.folder / "templates").mkdir()
    (program.folder / "templates" / "briefing.html.j2").write_text(OURS, encoding="utf-8")
    assert _page(program, record) == shipped

    _commit(program)

    assert _page(program, record) == (
        f"{META}<h1>Our letterhead</h1>\n<p>Stay with the foster carers</p>\n"
    )
    assert _page(program, record, "--shipped") == shipped
    assert "letterhead" not in _page(program, record, "--format", "md")


@pytest.mark.parametrize(
    ("verb", "name"),
    [
        (("brief", "--format", "txt"), "briefing.txt.j2"),
        (("brief", "--format", "md"), "briefing.md.j2"),
        (("diff", "--format", "html"), "diff.html.j2"),
        (("diff", "--format", "md"), "diff.md.j2"),
        (("timeline", "--format", "html"), "timeline.html.j2"),
        (("timeline", "--format", "md"), "timeline.md.j2"),
    ],
)
def test_every_document_can_be_the_teams_own(
    program: Program, record: str, verb: tuple[str, ...], name: str
) -> None:
    _commit(
        program, **{name: "Ours, {{ title | wrap }}" if ".txt" in name else "Ours, {{ title }}"}
    )

    done = program(verb[0], record, *verb[1:], "-o", "-")

    assert (done.status, done.err) == (0, "")
    policy = META if ".html" in name else ""
    assert done.out.removeprefix(policy).strip() == "Ours, Stay with the foster carers"
    assert "Ours" not in program(verb[0], record, *verb[1:], "-o", "-", "--shipped").out


def test_a_fault_is_told_with_its_place_and_nothing_is_written(
    program: Program, record: str, tmp_path: Path
) -> None:
    _commit(program, **{"briefing.html.j2": "one\ntwo {{ titel }}"})

    done = program("brief", record, "-o", str(tmp_path / "briefing.html"))

    assert (done.status, done.out) == (1, "")
    assert done.err == (
        "error: templates/briefing.html.j2:2: there is no value 'titel' here\n"
        "hint: Nothing was written. Mend it, or leave the team's templates out with --shipped.\n"
    )
    assert not (tmp_path / "briefing.html").exists()


def test_a_page_that_loads_from_elsewhere_is_not_written(
    program: Program, record: str, tmp_path: Path
) -> None:
    _commit(program, **{"letterhead.j2": "\n<img src='https://x.example/logo.png'>"})
    _commit(program, **{"briefing.html.j2": '{% include "letterhead.j2" %}{{ title }}'})

    done = program("brief", record, "-o", str(tmp_path / "briefing.html"))

    assert (done.status, done.out) == (1, "")
    assert done.err == (
        "error: templates/letterhead.j2:2: this loads something from elsewhere: "
        "a page of ours holds all of it\n"
        "hint: Nothing was written. Mend it, or leave the team's templates out with --shipped.\n"
    )
    assert not (tmp_path / "briefing.html").exists()


def test_a_symbolic_link_is_no_template(program: Program, record: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    shipped = _page(program, record)
    (program.folder / "templates").mkdir()
    (program.folder / "templates" / "page.css").symlink_to(tmp_path / "secret.txt")
    _commit(program)

    assert _page(program, record) == shipped


def test_a_template_that_is_no_text_is_told(program: Program, record: str) -> None:
    _commit(program, **{"page.css": ""})
    (program.folder / "templates" / "page.css").write_bytes(b"\xff\xfe")
    _commit(program)

    done = program("brief", record, "-o", "-")

    assert (done.status, done.out) == (1, "")
    assert "error: templates/page.css: this is not UTF-8 text\n" in done.err


def test_what_may_not_be_seen_does_not_reach_a_template(program: Program) -> None:
    """A template is given what the audience may see, and nothing else to leave out."""
    answers = 'title = "T"\n[[known]]\ntext = "CANARY-1"\nsensitivity = "health"\n'
    made = program("new", "--answers", "-", stdin=answers)
    everything = "{% for part in known.sections %}{{ part }}{% endfor %}{{ sections }}{{ known }}"
    _commit(program, **{"briefing.html.j2": everything})

    assert "CANARY-1" in _page(program, made.last[:6], "--audience", "lead")
    assert "CANARY-1" not in _page(program, made.last[:6], "--audience", "agency:police")


def test_a_template_that_holds_what_is_withheld_makes_no_copy(program: Program) -> None:
    """Whoever wrote it may have copied it from a page for somebody else."""
    answers = 'title = "T"\n[[known]]\ntext = "CANARY one two"\nsensitivity = "health"\n'
    made = program("new", "--answers", "-", stdin=answers)
    _commit(program, **{"briefing.html.j2": "<p>{{ title }}</p><p>CANARY one two</p>"})

    assert "CANARY" in _page(program, made.last[:6], "--audience", "lead")
    for format_ in ("html", "eml"):
        done = program(
            "brief", made.last[:6], "--audience", "family", "--format", format_, "-o", "-"
        )
        assert (done.status, done.out) == (1, "")
        assert "CANARY" not in done.err
        assert "or in a template of your own" in done.err
