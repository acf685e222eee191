"""``rationale templates``: begin a template, try it, let it count, and see whether it is old."""

import json
import subprocess
import time
from pathlib import Path

import pytest

from program import Program, run
from rationale_cli.render.templates import shipped

ACTS = "what people typed can act here instead of being read"


def write(program: Program, name: str, text: str) -> Path:
    path = program.folder / "templates" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rows(program: Program) -> dict[str, dict[str, str]]:
    listed = json.loads(program("templates", "list", "--json").out)
    assert listed["schema"] == 1
    return {row["name"]: row for row in listed["templates"]}


def test_outside_of_a_folder_the_shipped_ones_are_listed() -> None:
    listed = run("templates", "list")

    assert listed.status == 0
    assert "briefing.html.j2\tshipped\t-\t-\n" in listed.out
    assert ".typ" not in listed.out


def test_a_copy_says_what_it_was_copied_from_and_changes_nothing(
    program: Program, record: str
) -> None:
    before = program("brief", record, "-o", "-").out

    made = program("templates", "copy", "briefing.html.j2")
    text = (program.folder / "templates" / "briefing.html.j2").read_text(encoding="utf-8")

    assert (made.status, made.last) == (0, "../case/templates/briefing.html.j2")
    assert text.startswith("{# Copied from rationale 0.1.0: briefing.html.j2 sha256:")
    assert text.partition("\n")[2] == shipped()["briefing.html.j2"]
    assert rows(program)["briefing.html.j2"]["source"] == "own, not kept"
    kept = program("templates", "keep", "briefing.html.j2", now="2026-03-03T09:00")
    assert (kept.status, kept.out) == (
        0,
        "briefing.html.j2: every document was made, for every audience.\n",
    )
    assert rows(program)["briefing.html.j2"] == {
        "name": "briefing.html.j2",
        "source": "own",
        "age": "current",
        "copied_from": "0.1.0",
        "told": "copied from 0.1.0, the shipped one has not changed since",
    }
    assert program("brief", record, "-o", "-").out == before


def test_a_file_that_is_there_is_never_written_over(program: Program) -> None:
    path = write(program, "page.css", "mine")

    again = program("templates", "copy", "page.css")

    assert (again.status, again.out) == (1, "")
    assert "is there already" in again.err
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["nothing.j2", "../page.css", "/etc/passwd", "briefing.typ"])
def test_only_what_is_shipped_can_be_copied(program: Program, name: str) -> None:
    done = program("templates", "copy", name)

    assert (done.status, done.out) == (1, "")
    assert f"there is no template {name!r} to copy" in done.err


def test_a_copy_is_older_once_ours_has_changed(program: Program) -> None:
    program("templates", "copy", "page.css")
    path = program.folder / "templates" / "page.css"
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    head, _, _ = first.partition("sha256:")
    write(program, "page.css", f"{head}sha256:{'0' * 16} #}}\n{rest}")

    assert rows(program)["page.css"]["age"] == "older"
    assert "page.css\town, not kept\tolder\t0.1.0\n" in program("templates", "list").out


def test_a_fault_is_told_by_line_and_not_kept(program: Program) -> None:
    write(program, "briefing.html.j2", "{{ title }}\n{{ titel }}\n")
    write(program, "diff.md.j2", "{% if %}")

    syntax = program("templates", "check")
    value = program("templates", "keep", "briefing.html.j2")

    assert (syntax.status, syntax.err) == (1, "")
    assert syntax.out.startswith("error: templates/diff.md.j2:1: expected an expression")
    assert value.status == 1
    assert (
        "error: templates/briefing.html.j2:2: there is no value 'titel' here "
        "(in the copy for the lead)\n" in value.out
    )
    assert "not kept" in value.err
    assert rows(program)["briefing.html.j2"]["source"] == "own, not kept"


@pytest.mark.parametrize(
    ("name", "lets"),
    [
        ("mail.txt.j2", "{{ attached | wrap }}"),
        ("concern-form.md.j2", "{{ statement | line }}"),
        ("concern-form.html.j2", "{{ statement | prose }}"),
        ("timeline.md.j2", "{{ title | line }}"),
        ("diff.html.j2", "{{ title }}"),
    ],
)
def test_every_document_is_tried(program: Program, name: str, lets: str) -> None:
    write(program, name, lets)
    assert program("templates", "check", name).out.endswith("for every audience.\n")

    write(program, name, f"{lets}\n{{{{ nowhere }}}}")
    assert f"error: templates/{name}:2: there is no value 'nowhere' here" in (
        program("templates", "check", name).out
    )


def test_a_fault_that_only_one_audience_meets_is_found(program: Program) -> None:
    write(program, "briefing.md.j2", "{% if audience == 'family' %}{{ nowhere }}{% endif %}")

    done = program("templates", "check", "templates/briefing.md.j2")

    assert "there is no value 'nowhere' here (in the copy for the family)" in done.out


LOADING = (
    "{# <script src='//x'> and | safe: a comment is none #}\n"
    '<img\n  src="https://x.example/dot.png">\n'
    "<style>p { background: url(//x.example/a) }</style>\n"
    "{{ title | safe }} <a href='https://x.example'>a link loads nothing</a>\n"
)


def test_a_page_that_loads_from_elsewhere_is_a_fault_and_not_kept(program: Program) -> None:
    write(program, "briefing.html.j2", LOADING)

    done = program("templates", "keep", "briefing.html.j2")

    assert done.status == 1
    assert done.out.splitlines() == [
        "warning: templates/briefing.html.j2:4: this loads something from elsewhere",
        f"warning: templates/briefing.html.j2:5: {ACTS}",
        (
            "error: templates/briefing.html.j2:2: this loads something from elsewhere: "
            "a page of ours holds all of it (in the copy for the lead)"
        ),
    ]
    assert "not kept" in done.err


def test_what_is_worth_a_look_is_told_and_no_fault(program: Program) -> None:
    write(program, "briefing.html.j2", f"{{% if title == 'never' %}}{LOADING}{{% endif %}}")
    write(program, "ours.css", "")

    done = program("templates", "check")

    assert done.status == 0
    assert done.out.splitlines() == [
        "warning: templates/briefing.html.j2:2: this loads something from elsewhere",
        "warning: templates/briefing.html.j2:4: this loads something from elsewhere",
        f"warning: templates/briefing.html.j2:5: {ACTS}",
        *(
            f"warning: templates/briefing.html.j2: the document leaves out {what}"
            for what in (
                "the marking",
                "the reply slip",
                "the sentences on what is not in the copy",
                "the stamp, which says what it was made from",
                "who disagrees, in their own words",
            )
        ),
        "warning: templates/ours.css: no document is made with it",
    ]
    told = json.loads(program("templates", "check", "--json").out)
    assert told["remarks"][0] == {
        "path": "templates/briefing.html.j2",
        "line": 2,
        "level": "warning",
        "text": "this loads something from elsewhere",
    }


def test_a_picture_from_elsewhere_in_markdown_is_worth_a_look(program: Program) -> None:
    write(program, "concern-form.md.j2", "{{ statement | line }}\n![a logo](https://x.example/a)")

    done = program("templates", "check")

    assert done.out == (
        "warning: templates/concern-form.md.j2:2: this loads something from elsewhere\n"
    )


def test_a_name_never_makes_a_line_of_its_own(program: Program) -> None:
    write(program, "a\nerror: b\x1b[31m.j2", "{{ 1")

    done = program("templates", "check")

    assert done.status == 1
    assert done.out.startswith("error: templates/a‹U+000A›error: b‹U+001B›[31m.j2:1: unexpected")
    assert done.out.count("\n") == 1


def test_the_shipped_templates_copied_give_no_remark(program: Program) -> None:
    for name in shipped():
        program("templates", "copy", name)

    done = program("templates", "check")

    assert (done.status, done.out.count("\n")) == (0, 1)
    assert done.out.endswith(": every document was made, for every audience.\n")


@pytest.mark.parametrize("verb", [("check",), ("keep", "page.css"), ("list",)])
def test_what_could_not_be_read_later_is_told_before_it_counts(
    program: Program, verb: tuple[str, ...]
) -> None:
    path = write(program, "page.css", "")
    for data, told in (
        (b"\xe9", "templates/page.css: this is not UTF-8 text"),
        (b"a" * (2**20 + 1), "the templates of the folder take more than 1 MiB"),
    ):
        path.write_bytes(data)
        done = program("templates", *verb)
        assert (done.status, done.out) == (1, "")
        assert done.err.startswith(f"error: {told}\nhint: ")
        assert "TOML" not in done.err
    path.unlink()
    assert rows(program)["page.css"]["source"] == "shipped"  # nothing was committed


def test_line_ends_and_marks_of_other_editors_make_no_difference(program: Program) -> None:
    program("templates", "copy", "page.css")
    path = program.folder / "templates" / "page.css"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    for arguments in (("add", "templates"), ("commit", "--quiet", "--message", "templates")):
        subprocess.run(["git", *arguments], cwd=program.folder, check=True)

    assert rows(program)["page.css"]["source"] == "own"
    assert rows(program)["page.css"]["age"] == "current"


def test_a_copy_is_never_written_elsewhere(program: Program, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    place = program.folder / "templates"
    for make, what in (
        (lambda: place.symlink_to(elsewhere), "is a link to elsewhere"),
        (lambda: place.write_text("mine", encoding="utf-8"), "is a file"),
    ):
        make()
        done = program("templates", "copy", "page.css")
        assert (done.status, done.out) == (1, "")
        assert f"{what}, where templates have a folder\n" in done.err
        assert not list(elsewhere.iterdir())
        place.unlink()


def test_a_look_at_a_hostile_template_ends(program: Program) -> None:
    write(program, "head.j2", "{#" * 50_000)
    write(program, "link.j2", "<link " * 50_000)
    write(program, "blank.j2", f"url({' ' * 90_000}<link src={' ' * 90_000}")
    write(program, "mail.txt.j2", "<" * 50_000)
    begun = time.monotonic()

    done = program("templates", "check", "head.j2")
    program("templates", "check", "link.j2")
    program("templates", "check", "blank.j2")
    program("templates", "check", "mail.txt.j2")

    assert done.out == "error: templates/head.j2:1: missing end of comment tag\n"
    assert time.monotonic() - begun < 20


def test_a_link_is_no_template(program: Program, tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("SECRET", encoding="utf-8")
    (program.folder / "templates").mkdir()
    (program.folder / "templates" / "page.css").symlink_to(tmp_path / "secret.css")

    assert program("templates", "check").out == "The folder has no templates of its own.\n"
    assert program("templates", "keep", "page.css").status == 1
    assert rows(program)["page.css"]["source"] == "shipped"
