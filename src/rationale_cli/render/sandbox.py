"""A team's own templates, run where they can do no harm: the program that `caged` starts.

It reads what to render from standard input, gives up what it no longer needs, and answers on
standard output. Nobody trusts it: it has neither files nor time nor memory to spare, and gives
back a text or a fault.
"""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Final

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context

from rationale_cli.domain.clean import clean
from rationale_cli.render import harmless, templates
from rationale_cli.render.limits import SECONDS, TooLongError, accompany, limit

LONGEST: Final = 16 * 2**20
"""Letters of a document. The longest that we have seen had a tenth of one million."""
REPEATED: Final = 10_000
"""How often a text can be repeated with ``*``."""
COUNTED: Final = 10**12
"""What a number that is multiplied may be."""
TOLD: Final = 200
"""Letters of what is said of a fault: a template can hold a name of any length."""


class BeyondError(Exception):
    """A template wants what none may.

    Attributes:
        args: What is wrong, in words that hold nothing of a record.
    """


class _Loader(BaseLoader):
    """The team's own before the shipped ones; there is nothing else to be found."""

    def __init__(self, own: templates.Own) -> None:
        self.own = own
        self.shipped = templates.shipped()

    def get_source(self, _: Any, template: str) -> tuple[str, str, None]:
        plain = template.removeprefix(templates.SHIPPED)
        if plain == template and template in self.own:
            return self.own[template], f"templates/{template}", None
        if plain in self.shipped:
            return self.shipped[plain], f"shipped templates/{plain}", None
        raise TemplateNotFound(template)


class _Environment(ImmutableSandboxedEnvironment):
    """Plain values only, nothing hidden, and no sums that go on for ever."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            raise BeyondError("'**' is not for templates")
        if operator == "%" and isinstance(left, str):
            raise BeyondError("'%' does not fill in a text here: join texts with '~'")
        if operator == "*":
            most = max(map(_times, (left, right)))
            if most > COUNTED:
                raise BeyondError("it counts too far")
            if most > REPEATED and not all(map(_times, (left, right))):
                raise BeyondError(f"nothing is repeated more than {REPEATED} times")
        return super().call_binop(context, operator, left, right)


def _times(value: Any) -> float:
    return abs(value) if isinstance(value, int | float) else 0


@pass_context
def _shown(_: Context, value: Any) -> Any:
    """Give a value as it is, if it can be shown.

    What stands for a step of computing would be written with its place in memory, which is never
    the same twice. And whatever takes the context keeps Jinja from working out anything before the
    template runs and can be stopped.
    """
    if not (isinstance(value, Undefined) or _is_plain(value)):
        raise BeyondError("this is no text: something is missing, as '()' or '| join'")
    return value


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float)


def environment(kind: str, own: templates.Own) -> _Environment:
    """Give an environment in which a team's own templates run."""
    found = _Environment(
        loader=_Loader(own),
        autoescape=kind == "html",
        undefined=StrictUndefined,
        optimized=False,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(templates.filters(kind))
    # The same values give the same text: no chance.
    del found.filters["random"], found.globals["lipsum"]
    return found


def render(surroundings: _Environment, template: str, plain: dict[str, Any]) -> dict[str, Any]:
    """Give the ``text`` that a template makes, or the ``fault`` in it: name, line and what."""
    try:
        found = surroundings.get_template(template)
        # Not its own render(), which would tell of the fault with a traceback of its own making.
        text = "".join(found.root_render_func(found.new_context(plain)))
        if len(text) > LONGEST:
            return _fault(f"templates/{template}", 0, "the document becomes too long")
        # What acts in a record's text is shown already; here are the team's own words.
        text = clean(text)
        if templates.kind(template) == "html":
            if acts := harmless.found(text):
                return _acting(acts, template, surroundings)
            text = harmless.guarded(text)
    except TemplateSyntaxError as error:
        return _wrong(error, template)
    except (Exception, TooLongError) as error:  # noqa: BLE001 - whatever it is, it is the template's
        name, line, source = _place(error.__traceback__, template, surroundings)
        return _fault(name, line, _told(error, source))
    return {"text": text}


def parse(surroundings: _Environment, names: list[str]) -> list[dict[str, Any]]:
    """Give the ``fault`` of each template that is none, whatever would be made of it."""
    found = []
    for name in names:
        try:
            surroundings.get_template(name)
        except TemplateSyntaxError as error:
            found.append(_wrong(error, name))
        except (Exception, TooLongError) as error:  # noqa: BLE001 - as when it is rendered
            found.append(_fault(f"templates/{name}", 0, _told(error, "")))
    return found


def _wrong(error: TemplateSyntaxError, template: str) -> dict[str, Any]:
    name = error.filename or f"templates/{template}"
    return _fault(name, error.lineno, _lower(error.message or ""))


def _acting(acts: harmless.Found, template: str, surroundings: _Environment) -> dict[str, Any]:
    name, line = harmless.place(acts, surroundings.loader.own)  # type: ignore[union-attr]
    return _fault(f"templates/{name or template}", line, acts.said)


def _fault(name: str, line: int, what: str) -> dict[str, Any]:
    short = what if len(what) <= TOLD else f"{what[:TOLD]}…"
    return {"fault": {"name": name, "line": line, "what": short}}


def _place(
    trace: TracebackType | None, template: str, surroundings: _Environment
) -> tuple[str, int, str]:
    """Where a template is at fault, and its text: the last one of those that ran."""
    name, line, source = f"templates/{template}", 0, ""
    for frame, at in _frames(trace):
        ran = frame.f_globals.get("__jinja_template__")
        if ran is not None:
            name, line = ran.filename, ran.get_corresponding_lineno(at)
            source = surroundings.loader.get_source(surroundings, ran.name)[0]  # type: ignore[union-attr]
    return name, line, source


def _frames(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _told(error: BaseException, source: str) -> str:
    """What is wrong; of the error's own words only those that the template holds itself."""
    quoted = re.findall(r"'([^']*)'", str(error))
    own = next((f" {one!r}" for one in reversed(quoted) if one and one in source), "")
    match error:
        case TooLongError():
            return f"it takes more than {SECONDS} seconds"
        case MemoryError():
            return "it takes more memory than a template may"
        case RecursionError():
            return "it goes round in circles, or too deep"
        case BeyondError() as beyond:
            return str(beyond)
        case SecurityError():
            return f"a template may not reach{own or ' this'}"
        case UndefinedError():
            return f"there is no value{own} here" if own else "a value is not there"
        case TemplateNotFound():
            return (
                f"there is no template {error.name!r}"
                if _holds(source, error.name)
                else ("there is no template of that name")
            )
        case OverflowError():
            return "it counts too far"
        case SyntaxError():
            return "it is nested too deep"
        case _:
            return f"this cannot be worked out ({type(error).__name__})"


def _holds(source: str, name: object) -> bool:
    return bool(name) and str(name) in source


def _lower(text: str) -> str:
    return (text[:1].lower() + text[1:]).rstrip(".")


def _load(surroundings: _Environment) -> None:
    """Let Jinja load what it loads when it first runs: afterwards nothing can be opened."""
    surroundings.from_string(
        "{% macro a() %}{{ '&amp;' | wordwrap | pprint | striptags }}{% endmacro %}{{ a() }}"
    ).render()
    with suppress(UndefinedError):
        surroundings.from_string("{{ nothing }}").render()


def main() -> None:
    """Answer what stands on standard input: parse some templates, then render one.

    What it is rendered with are one or more documents; after the first fault there are no more.
    """
    asked = json.loads(sys.stdin.buffer.read())
    accompany(asked["asker"])
    template = asked["template"]
    surroundings = environment(templates.kind(template), asked["own"])
    _load(surroundings)
    limit()
    answers = parse(surroundings, asked["parsed"])
    for plain in asked["documents"]:
        answers.append(render(surroundings, template, plain))
        if "fault" in answers[-1]:
            break
    sys.stdout.buffer.write(json.dumps(answers).encode())


if __name__ == "__main__":
    main()
