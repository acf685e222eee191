"""What is withheld moves nothing: a copy is the same whether it is there or not."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from canaries import write
from cases import revisions
from program import Program, run
from rationale_cli.codec.companion import encode as encode_companion
from rationale_cli.codec.decision import encode
from rationale_cli.domain.answers import next_id
from rationale_cli.domain.concern import Concern, ConcernKind
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.keeping import Conflict, Gap, GapKind, Handling, Times
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.part import Party
from rationale_cli.domain.seen import Entry, EntryKind, Seen, Via

SETTINGS = '[audience.family]\nlabels = ["family"]\ndefault_label = "family"\n'
POLICE = "police"
AT = revisions("cedar")[3].time.recorded_at
WORKER = Party(role="youth worker", agency="youth service")
TEACHER = Party(role="teacher", agency="school")
LEAD = Party(role="duty manager", agency="children's social care")

COMMANDS = (
    "list --json",
    "list --as-of 2027-01-01",
    "show ID",
    "show ID --json",
    "show ID --revision 2",
    "history ID --json",
    "diff ID 1..4",
    "diff ID 3..4 --stat",
    "diff ID 1..4 --json",
    "diff ID ..2 --format md -o -",
    "diff ID --since-read teacher@school",
    "origin ID --json",
    "timeline",
    "timeline ID --json",
    "timeline ID --format html -o -",
    "timeline --case CASE-UNKNOWN",
    "due --json",
    "seen ID --json",
    "check ID",
    "check ID --json",
    "check ID --format github",
    "check --json",
    "learn --json",
    "law CA89-46 --json",
    "concern list --json",
    "concern show ccc222 --json",
    "concern show ccc222 --form",
    "concern show ccc",
    "concern show ccc333",
    "brief ID --format txt -o -",
    "brief ID --format json -o -",
    "brief ID --format html -o -",
    "brief ID --since 1 --format md -o -",
    "brief ID --since-read teacher@school --format md -o -",
)


def _plain(decision: Decision) -> Decision:
    """A decision with no label anywhere, two versions of its title and one thing left open."""
    items = {
        name: tuple(replace(one, sensitivity="") for one in getattr(decision, name))
        for name in ITEM_LETTERS
    }
    handling = replace(decision.handling, sensitivity={})
    conflict = Conflict(id="Z1", path="title", base="", values=("One", "Another"))
    gap = Gap(id="G1", path="handling.shared_reason", kind=GapKind.SKIPPED)
    open_ = {"conflict": (conflict,), "gap": (gap,)}
    return replace(decision, **{**items, **open_}, handling=handling)


def _with_more(decision: Decision) -> Decision:
    """The same with something withheld at the head of every list that holds anything."""
    found = {}
    for name in ITEM_LETTERS:
        every = [one.id for each in BASE for one in getattr(each, name)]
        rows = getattr(decision, name)
        if rows and name != "waiver":
            more = replace(rows[0], id=next_id(name, every), sensitivity=POLICE)
            found[name] = (more, *rows)
    return _pointing(replace(decision, **found), {name: rows[0].id for name, rows in found.items()})


def _pointing(decision: Decision, hidden: dict[str, str]) -> Decision:
    """The same with what points at the hidden items: what they bear on, is open or was joined."""
    risk, option = hidden["risk"], hidden["option"]
    gap = Gap(id="G9", path=f"risk.{risk}.reason", kind=GapKind.SKIPPED, reason="An informant.")
    conflict = Conflict(id="Z9", path=f"option.{option}.reason", base="", values=("One", "Two"))
    return replace(
        decision,
        risk=tuple(replace(one, options=(*one.options, option)) for one in decision.risk),
        control=tuple(replace(one, risks=(*one.risks, risk)) for one in decision.control),
        gap=(*decision.gap, gap),
        conflict=(*decision.conflict, conflict),
    )


BASE = tuple(_plain(one) for one in revisions("cedar")[:4])
MORE = (BASE[0], *(_with_more(one) for one in BASE[1:]))
RECORD = BASE[0].id


def _concern(record_id: str, label: str, **more: object) -> Concern:
    given = {
        "format": 1,
        "id": record_id,
        "revision": 1,
        "kind": ConcernKind.RAISE,
        "decision": RECORD,
        "raised_against": 1,
        "ladder": "typical",
        "raised_at": AT,
        "raised_by": WORKER,
        "time": Times(recorded_at=Instant(AT.at)),
        "statement": "The search came late.",
        "handling": Handling(sensitivity={"statement": label}),
        **more,
    }
    return Concern(**given)  # type: ignore[arg-type]  # as given


def _entry(kind: EntryKind, who: Party, label: str, **more: object) -> Entry:
    given = {
        "id": "E1",
        "at": AT,
        "recorded_by": LEAD,
        "for_": who,
        "via": Via.EMAIL,
        "kind": kind,
        "revision": 3,
        "sensitivity": label,
        **more,
    }
    return Entry(**given)  # type: ignore[arg-type]  # as given


def _seen(*entries: Entry) -> Seen:
    named = (replace(one, id=f"E{place}") for place, one in enumerate(entries, start=1))
    return Seen(format=1, id=RECORD, entry=tuple(named))


SHARED = _entry(EntryKind.SHARED, WORKER, "family")
ASKED = _entry(EntryKind.QUESTION, WORKER, "family", text="Who searches?")
NOTED = _entry(EntryKind.READ, TEACHER, POLICE)
HEARD = _entry(EntryKind.QUESTION, TEACHER, POLICE, text="Who told you?")


def _folder(folder: Path, history: tuple[Decision, ...], beside: dict[str, str]) -> Program:
    run("init", str(folder), "--bare-minimum", "--by", "lead@team")
    path = folder / "rationale.toml"
    path.write_text(path.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    for name, text in beside.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for words in (["add", "--all"], ["commit", "-qm", "Beside"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    for one in history:
        write(folder, one, encode(one))
    return Program(folder)


def _other(case: str) -> Decision:
    """Another decision, with a case and a title that only the police may see."""
    handling = Handling(sensitivity={"case": POLICE, "title": POLICE})
    return replace(BASE[0], id="ddd222", case=case, title=case, handling=handling)


@pytest.fixture(scope="module")
def folders(module_folder: Path) -> Iterator[tuple[Program, Program]]:
    """One folder, and the same with much in it that only the police may see."""
    ledger = f"seen/{RECORD[0]}/{RECORD[1]}/{RECORD}.toml"
    open_ = encode_companion(_concern("ccc222", "family"))
    hidden = encode_companion(_concern("ccc333", POLICE, dissent=("X1",)))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("GIT_COMMITTER_DATE", "GIT_AUTHOR_DATE"):
            patch.setenv(name, "2026-11-21T05:00:00+00:00")
        yield (
            _folder(
                module_folder / "less",
                (*BASE, _other("CASE-ONE")),
                {
                    ledger: encode_companion(_seen(SHARED, ASKED)),
                    "concerns/c/c/ccc222.toml": open_,
                },
            ),
            _folder(
                module_folder / "more",
                (*MORE, _other("CASE-AND-ANOTHER-NAME")),
                {
                    ledger: encode_companion(_seen(NOTED, SHARED, HEARD, ASKED)),
                    "concerns/c/c/ccc222.toml": open_,
                    "concerns/c/c/ccc333.toml": hidden,
                },
            ),
        )


@pytest.mark.parametrize("audience", ["core-team", "family", "court", "learning"])
def test_a_copy_is_the_same_with_and_without_what_is_withheld(
    folders: tuple[Program, Program], audience: str
) -> None:
    for command in COMMANDS:
        typed = command.replace("ID", RECORD, 1).split() if " ID" in command else command.split()
        less, more = (
            program(*typed, "--audience", audience, now="2026-11-22T10:00+00:00")
            for program in folders
        )
        assert _told(*less) == _told(*more), command


def test_the_folders_differ(folders: tuple[Program, Program]) -> None:
    """Two copies that are the same since the folders are would prove nothing."""
    for command in ("show", "check", "seen", "timeline", "origin"):
        less, more = (program(command, RECORD).out for program in folders)
        assert _told(0, less, "") != _told(0, more, ""), command


def test_a_concern_is_shown_whose_labels_are_all_cleared(folders: tuple[Program, Program]) -> None:
    less, _ = folders
    assert "ccc222" in less("concern", "list", "--audience", "core-team").out


def _told(status: int, out: str, err: str) -> str:
    """What is told, without the sums and commits by which a text is known."""
    return re.sub(r"\b[0-9a-f]{7,64}\b", "SUM", f"{status}\n{out}\n{err}")


def test_what_cannot_be_read_is_not_quoted_to_an_audience(tmp_path: Path) -> None:
    """Nobody knows for whom it is, and a fault quotes what stands there."""
    broken = 'secret = "The informant."\n' + encode_companion(_concern("ccc444", POLICE))
    program = _folder(tmp_path / "store", BASE[:1], {"concerns/c/c/ccc444.toml": broken})

    for command in ("concern list", "concern show ccc444", f"timeline {RECORD}", "check", "due"):
        said = program(*command.split(), "--audience", "core-team")
        assert "ccc444.toml" not in said.err, command
        assert "secret" not in said.out + said.err, command
    assert "secret" in program("concern", "list").err


def test_a_disagreement_and_a_concern_name_each_other_only_where_both_are_seen(
    tmp_path: Path,
) -> None:
    first = BASE[1]
    hidden, open_ = (
        replace(one, sensitivity=label)
        for one, label in zip(first.dissent, (POLICE, ""), strict=True)
    )
    decision = replace(
        first, revision=1, dissent=(hidden, replace(open_, concern="ccc333")), none=()
    )
    program = _folder(
        tmp_path / "store",
        (decision,),
        {
            "concerns/c/c/ccc222.toml": encode_companion(
                _concern("ccc222", "family", dissent=(hidden.id, open_.id))
            ),
            "concerns/c/c/ccc333.toml": encode_companion(_concern("ccc333", POLICE)),
        },
    )
    for command in ("show ID", "show ID --json", "origin ID", "brief ID --format json -o -"):
        typed = (RECORD if one == "ID" else one for one in command.split())
        assert "ccc333" not in program(*typed, "--audience", "core-team").out, command
    shown = program("concern", "show", "ccc222", "--audience", "core-team").out
    assert "Disagreement that it is about: X1\n" in shown
    assert "ccc333" in program("show", RECORD).out
