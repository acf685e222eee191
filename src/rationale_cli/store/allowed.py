"""The settings of git that a folder of decisions needs, or that cannot harm it."""

import re
from collections.abc import Iterator

from rationale_cli.store import wiring
from rationale_cli.store.repository import Store

# A setting can make git start a program, look elsewhere or write elsewhere. There are many of
# that kind and more with each release, so that those are listed which cannot.
_HARMLESS = re.compile(
    r"core\.(abbrev|autocrlf|bare|checkstat|commitgraph|compression|eol|filemode|fsync(method)?"
    r"|ignorecase|logallrefupdates|multipackindex|precomposeunicode|protect(hfs|ntfs)|quotepath"
    r"|repositoryformatversion|safecrlf|sharedrepository|symlinks|trustctime)"
    r"|user\.(name|email|signingkey|useconfigonly)|(author|committer)\.(name|email)"
    r"|commit\.gpgsign|gpg\.format|rationale\.\w+"
    r"|remote\.[^\n]+\.(url|pushurl|fetch|push|tagopt|prune)"
    r"|branch\.[^\n]+\.(remote|merge|rebase|pushremote|description)"
    r"|branch\.autosetup(merge|rebase)|pull\.(ff|rebase)|push\.(default|autosetupremote)"
    r"|fetch\.(prune|fsckobjects|writecommitgraph)|transfer\.fsckobjects"
    r"|receive\.(deny\w+|fsckobjects)|init\.defaultbranch|commitgraph\.\w+"
    r"|gc\.(auto|autodetach|autopacklimit|\w*expire\w*|writecommitgraph)|maintenance\.auto"
    r"|(color|advice|status)\.[\w.]+|log\.(date|decorate|abbrevcommit)"
    r"|diff\.(algorithm|colormoved|context|renames|tool)|difftool\.prompt"
    r"|merge\.(conflictstyle|ff)|i18n\.commitencoding"
)
_OUR_OWN = (wiring.TEXTCONV, wiring.CACHE, wiring.DIFFTOOL)


def foreign_settings(store: Store) -> tuple[str, ...]:
    """Give the keys of this clone's settings that no folder of decisions needs, each once.

    Those by which the clone is wired are not among them: `wiring.look` knows them by their values.
    """
    return tuple(dict.fromkeys(_foreign(store)))


def remotes(store: Store) -> tuple[tuple[str, str], ...]:
    """Give the name and the address of every copy elsewhere that the clone's settings name."""
    return tuple(
        (key.removeprefix("remote.").rpartition(".")[0], value)
        for key, value in _settings(store)
        if key.startswith("remote.") and key.endswith((".url", ".pushurl"))
    )


def _foreign(store: Store) -> Iterator[str]:
    for key, value in _settings(store):
        # Behind two colons stands what a helper program is given: "ext::sh -c …".
        runs = key.startswith("remote.") and "::" in value.partition("/")[0]
        if runs or not (_HARMLESS.fullmatch(key) or key in _OUR_OWN):
            yield key


def _settings(store: Store) -> Iterator[tuple[str, str]]:
    listed = store.git.run("config", "--local", "-z", "--list").output
    for line in listed.decode("utf-8", "backslashreplace").split("\0")[:-1]:
        key, _, value = line.partition("\n")
        yield key, value
