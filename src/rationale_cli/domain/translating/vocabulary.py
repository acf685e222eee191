"""What is said besides the questions of a set: the words, the harms and the interview itself."""

from collections.abc import Mapping

import msgspec

from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.translating.translation import Key, Said
from rationale_cli.domain.words import Words


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is said besides the questions of a set, in one language."""

    words: Words
    harms: tuple[Harm, ...]
    texts: Texts


def texts_of(vocabulary: Vocabulary, name: str) -> dict[Key, Said]:
    """Give every text of one of its three files: ``words``, ``harms`` or ``interview``."""
    if name == "interview":
        table = (key.partition(".") for key in vocabulary.texts.said)
        return {(of, key): vocabulary.texts.said[f"{of}.{key}"] for of, _, key in table}
    if name == "harms":
        return {
            ("harm", harm.code, key): getattr(harm, key)
            for harm in vocabulary.harms
            for key in ("name", "help", "ask")
        }
    words = vocabulary.words
    values: dict[Key, Said] = {
        ("value", path, code): word
        for path, of in words.values.items()
        for code, word in of.items()
    }
    nouns: dict[Key, Said] = {("noun", name): both for name, both in words.nouns.items()}
    fields: dict[Key, Said] = {("field", path): word for path, word in words.fields.items()}
    return values | nouns | fields


def laid(vocabulary: Vocabulary, name: str, said: Mapping[Key, Said]) -> Vocabulary:
    """Give it with texts laid over those of one of its files; codes and rules stay."""
    plain = {key: text for key, text in said.items() if isinstance(text, str)}
    if name == "interview":
        texts = {f"{of}.{key}": text for (of, key), text in plain.items()}
        return msgspec.structs.replace(vocabulary, texts=Texts({**vocabulary.texts.said, **texts}))
    if name == "harms":
        harms = tuple(_harm(one, plain) for one in vocabulary.harms)
        names = {harm.code: harm.name for harm in harms}
        words = msgspec.structs.replace(vocabulary.words, harms=names)
        return msgspec.structs.replace(vocabulary, harms=harms, words=words)
    words = _words(vocabulary.words, said)
    return msgspec.structs.replace(vocabulary, words=words)


def _harm(harm: Harm, said: Mapping[Key, str]) -> Harm:
    return msgspec.structs.replace(
        harm,
        name=said.get(("harm", harm.code, "name"), harm.name),
        help=said.get(("harm", harm.code, "help"), harm.help),
        ask=said.get(("harm", harm.code, "ask"), harm.ask),
    )


def _words(words: Words, said: Mapping[Key, Said]) -> Words:
    values = {path: dict(of) for path, of in words.values.items()}
    fields, nouns = dict(words.fields), dict(words.nouns)
    for key, text in said.items():
        match key, text:
            case ("value", path, code), str():
                values[path][code] = text
            case ("field", path), str():
                fields[path] = text
            case ("noun", name), (one, several):
                nouns[name] = (one, several)
            case _:  # nothing else is a text of these files
                pass
    return msgspec.structs.replace(words, values=values, fields=fields, nouns=nouns)


def with_choices(vocabulary: Vocabulary, choices: Mapping[str, dict[str, str]]) -> Vocabulary:
    """Give it with words for the choices of a set's own questions, by field and code."""
    values = {path: {**vocabulary.words.values.get(path, {}), **of} for path, of in choices.items()}
    words = msgspec.structs.replace(vocabulary.words, values={**vocabulary.words.values, **values})
    return msgspec.structs.replace(vocabulary, words=words)
