"""A team's own provisions in the folder's ``law/``: offered, and told by their names."""

import subprocess

import pytest

from program import Program

OURS = """\
format = 1
[[provision]]
id = "OUR-7"
citation = "Standards 2025, visit 7"
short = "Visit 7"
plain = "Two of us go."
[[provision]]
id = "CA89-47"
citation = "The duty to ask"
plain = "Ask."
"""
LAW = '[[law]]\nid = "L8"\nprovision = "OUR-7"\n[[law]]\nid = "L9"\nprovision = "CA89-47"\n'


def _commit(program: Program, text: str) -> None:
    (program.folder / "law").mkdir()
    (program.folder / "law" / "ours.toml").write_text(text, encoding="utf-8")
    for arguments in (("add", "law"), ("commit", "--quiet", "--message", "law")):
        subprocess.run(["git", *arguments], cwd=program.folder, check=True)


@pytest.fixture
def cited(program: Program, record: str) -> str:
    """The id of a record whose second revision cites two provisions."""
    saved = program("amend", record, "--because", "Law", "--answers", "-", stdin=LAW)
    assert saved.status == 0, saved.err
    return record


def test_a_provision_of_the_team_is_told_by_its_name_everywhere(
    program: Program, cited: str
) -> None:
    _commit(program, OURS)

    shown, changed, briefing = (
        program("show", cited).out,
        program("diff", cited).out,
        program("brief", cited, "--format", "md", "-o", "-").out,
    )

    assert "  Legal basis L8, OUR-7, visit 7 Standards 2025\n" in shown
    assert "  Legal basis L9, CA89-47, The duty to ask\n" in shown
    assert "  New: legal basis L8, OUR-7, visit 7 Standards 2025\n" in changed
    assert "* **L8** OUR-7, visit 7 Standards 2025\n" in briefing


def test_without_a_name_an_id_stands_alone(program: Program, cited: str) -> None:
    _commit(program, 'format = 1\n[[provision]]\nid = "OUR-7"\n')

    shown = program("show", cited).out

    assert "  Legal basis L8, OUR-7\n" in shown
    assert "  Legal basis L9, CA89-47, section 47 Children Act 1989\n" in shown


def test_the_interview_offers_the_law_of_the_team_and_what_was_cited_before(
    program: Program, cited: str
) -> None:
    _commit(program, OURS)
    agreed = '[[law]]\nid = "L7"\nprovision = "Visits agreement"\n'
    program("amend", cited, "--because", "More", "--answers", "-", stdin=agreed)

    typed = "Move?\n.\n:go g.law\nadd\n? visit\nOUR-7\n:stop\n"
    heard = program("new", stdin=typed).err.partition("> ? visit\n")[2].splitlines()

    assert heard[:2] == ["OUR-7  Visit 7: Two of us go.", "Visits agreement"]
    assert "Taken: OUR-7, visit 7 Standards 2025" in heard
