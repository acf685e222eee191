"""The detail of a briefing: options side by side, then one section after another."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import structs

from rationale_cli.domain.acting import waited
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import items
from rationale_cli.domain.form import plain as as_plain
from rationale_cli.domain.option import OptionStatus
from rationale_cli.domain.telling import rated
from rationale_cli.domain.telling.briefing import Choice, Entry, Fact, Section
from rationale_cli.domain.telling.fact import fact, facts, plain
from rationale_cli.domain.telling.saying import capital, general, placed, short
from rationale_cli.domain.telling.silence import SilenceKind, silence
from rationale_cli.domain.words import Words, roled


def choices(decision: Decision, words: Words) -> tuple[Choice, ...]:
    """Give every option, in the order of the record; those not taken keep their reasons."""
    return tuple(_choice(decision, item, words) for item in items(decision, "option"))


def no_choices(decision: Decision) -> str:
    """Say why there are no options; empty if there are some."""
    return "" if decision.option else silence(decision, "option").text


def sections(decision: Decision, words: Words) -> tuple[Section, ...]:
    """Give the parts of the record as it stands, below the risks, in their fixed order."""
    found = [_reasons(decision, words)]
    for one in _LISTS:
        is_rated = one is RATINGS and bool(decision.rating)
        found.append(rated.section(decision, words) if is_rated else listed(decision, one, words))
        if one.name == "person":
            found.append(_family(decision, words))
    return (*found, *_extras(decision, words))


class Listing(NamedTuple):
    """How a list of items is told.

    Attributes:
        name: Of the list.
        title: The field that is an entry's title; role and agency if there is none.
        note: The field that stands beside the title.
        told: The fields told of each item.
        intro: A sentence under the heading.
    """

    name: str
    title: str
    note: str
    told: tuple[str, ...]
    intro: str = ""


def listed(decision: Decision, one: Listing, words: Words) -> Section:
    """Give a list of a decision as a section; if it is empty, with the reason for that."""
    entries = tuple(_entries(decision, one, words))
    quiet = None if entries else silence(decision, one.name)
    return Section(
        anchor=one.name.replace("_", "-"),
        heading=words.field(one.name),
        intro=one.intro,
        entries=entries,
        silence=quiet.text if quiet else "",
        silence_kind=quiet.kind if quiet else "",
    )


_WORST = "The worst that could believably happen, thought through beforehand."
_NO_ADVICE = "What the team relied on, as the law stood on the day named. This is not legal advice."

RATINGS = Listing("rating", "", "value", ("scale", "why", "at"))
"""Told as a table where there are some."""

_LISTS = (
    Listing("control", "what", "state", ("who", "risks", "checked_at")),
    Listing(
        "unthinkable",
        "scenario",
        "",
        ("early_sign", "who_would_see", "stops_it", "warning_sign", "response"),
        _WORST,
    ),
    RATINGS,
    Listing("law", "provision", "role", ("met_how", "as_at", "certainty"), _NO_ADVICE),
    Listing("not_consulted", "", "", ("reason", "plan")),
    Listing(
        "person",
        "age_band",
        "",
        ("voice", "voice_missing_reason", "voice_source", "voice_date", "vulnerability"),
    ),
    Listing("trigger", "text", "kind", ("due", "owner", "fired_at", "acted_at", "late_reason")),
    Listing("action", "what", "", ("owner", "due", "done_at")),
    Listing("approval", "", "", ("outcome", "at", "note")),
)
HEARD = (
    Listing("known", "text", "kind", ("source", "as_of", "confidence")),
    Listing(
        "unknown",
        "question",
        "",
        ("answer", "answered_at", "matters", "owner", "due", "proceed_anyway_because"),
    ),
    Listing("consulted", "", "view", ("summary", "how", "at", "confirmed_by_them")),
)
"""What was known, and what people said: told as it was when the decision was made."""

_WAIVERS = Listing("waiver", "rule", "", ("reason", "by", "at"))

_TOLD_IF_SAID = (
    "acted_at",
    "answer",
    "answered_at",
    "certainty",
    "checked_at",
    "done_at",
    "fired_at",
    "how",
    "late_reason",
    "note",
    "voice_date",
    "voice_missing_reason",
    "voice_source",
    "vulnerability",
    "who",
)
"""Fields whose silence says nothing to a reader; every other silence is told."""


def _choice(decision: Decision, item: dict[str, Any], words: Words) -> Choice:
    def one(key: str, label: str = "") -> Fact:
        path = f"option.{key}"
        return fact(decision, path, item.get(key), words, label=label, item_id=item["id"])

    status = item.get("status")
    return Choice(
        id=item["id"],
        title=item.get("title", "") or "Without a title",
        status=capital(words.value("option.status", status)) if status else "Not yet decided",
        is_chosen=status == OptionStatus.CHOSEN,
        pros=tuple(item.get("for", ())),
        cons=tuple(item.get("against", ())),
        pros_silence="" if item.get("for") else one("for").text,
        cons_silence="" if item.get("against") else one("against").text,
        reason=one("reason"),
        support=one("support"),
        impact=one("impact"),
        facts=tuple(one(key) for key in ("benefit", "burden", "law", "until") if item.get(key)),
    )


def _entries(decision: Decision, one: Listing, words: Words) -> Iterator[Entry]:
    waits = {each.id: waited(each) for each in decision.trigger} if one.name == "trigger" else {}
    for item, told_of in facts(decision, one.name, words, *one.told):
        if one.title:
            value = item.get(one.title)
            text = plain(f"{one.name}.{one.title}", value, words) if value else "Not said"
        else:
            text = capital(roled(item.get("role", ""), item.get("agency", "")))
        code = item.get(one.note) if one.note else None
        yield Entry(
            id=item["id"],
            title=text,
            note=capital(short(words.value(f"{one.name}.{one.note}", code))) if code else "",
            facts=tuple(
                _with_wait(fact, waits.get(item["id"], "")) if key == "acted_at" else fact
                for key, fact in zip(one.told, told_of, strict=True)
                if not (fact.silence == SilenceKind.NOT_ASKED and _hush(item, key))
            ),
        )


def _with_wait(told: Fact, gap: str) -> Fact:
    """When somebody acted, and how long after it came up."""
    return structs.replace(told, text=f"{told.text}, {gap}") if gap else told


def _hush(item: dict[str, Any], key: str) -> bool:
    """Whether a field that was not asked about may stay away: it does not belong to this item."""
    if key == "due":
        return item.get("kind") in {"event", "threshold"}
    if key == "proceed_anyway_because":
        return "answer" in item
    if key == "voice":
        return bool(item.get("voice_missing_reason"))
    return key in _TOLD_IF_SAID


def _reasons(decision: Decision, words: Words) -> Section:
    reason = as_plain(decision.reason)
    return Section(
        anchor="reason",
        heading=words.field("reason"),
        facts=tuple(
            fact(decision, f"reason.{key}", reason.get(key), words)
            for key in decision.reason.__struct_fields__
        ),
    )


def _family(decision: Decision, words: Words) -> Section:
    family = as_plain(decision.family)
    keys = ["views", "told", "told_at" if decision.family.told else "told_reason_if_not"]
    return Section(
        anchor="family",
        heading=words.field("family"),
        facts=tuple(
            fact(decision, f"family.{key}", family.get(key), words)
            for key in keys
            if not (key == "told_reason_if_not" and decision.family.told is None)
        ),
    )


def _extras(decision: Decision, words: Words) -> Iterator[Section]:
    """What few records hold: told where it stands, left out where it does not."""
    answers = tuple(
        fact(
            decision,
            f"answers.{key}",
            value,
            words,
            label=capital(words.answer(f"answers.{key}").replace("-", " ")),
        )
        for key, value in decision.answers.items()
    )
    if answers:
        yield Section(anchor="answers", heading=words.field("answers"), facts=answers)
    if decision.conflict:
        yield Section(
            anchor="conflict",
            heading=words.field("conflict"),
            intro="Two people wrote different things, and nobody has settled it yet.",
            entries=tuple(
                Entry(
                    id=one.id,
                    title=placed(one.path, words),
                    facts=tuple(
                        Fact(label=f"Version {number}", text=plain(general(one.path), value, words))
                        for number, value in enumerate(one.values, 1)
                    ),
                )
                for one in decision.conflict
            ),
        )
    yield Section(
        anchor="gap",
        heading=words.field("gap"),
        intro="Asked about, and left without an answer.",
        entries=tuple(
            Entry(
                id=one.id,
                title=placed(one.path, words),
                note=capital(words.value("gap.kind", one.kind)) if one.kind else "",
                text=one.reason.strip("\n") or "No reason was given.",
            )
            for one in decision.gap
        ),
        silence="" if decision.gap else "No question was skipped.",
    )
    if decision.waiver:
        yield listed(decision, _WAIVERS, words)
