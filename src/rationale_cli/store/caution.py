"""What git is told each time it is started, whatever the folder or the user says."""

import os

# Who is recording is the user's own word; everything else of GIT_* is left behind.
KEPT = (
    "PATH", "HOME", "SSH_AUTH_SOCK",
    "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
)  # fmt: skip

FORCED = {
    "LANG": "C.UTF-8",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_EDITOR": "false",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}

# A folder's own configuration can name programs to run. No setting of it may start one,
# change the bytes of a record, or leave a save to the mercy of a power cut.
_SETTINGS = (
    "advice.graftFileDeprecated=false",
    "core.attributesFile=/dev/null",
    "core.autocrlf=false",
    "core.commitGraph=true",
    "core.fileMode=false",
    "core.fsmonitor=false",
    "core.fsync=all",
    "core.fsyncMethod=fsync",
    "core.hooksPath=/dev/null",
    "core.logAllRefUpdates=always",
    "core.pager=cat",
    "core.splitIndex=false",
    "core.symlinks=false",
    "core.untrackedCache=false",
    "diff.external=",
    "fetch.recurseSubmodules=false",
    "gc.auto=0",
    "i18n.commitEncoding=UTF-8",
    "log.showRoot=true",
    "log.showSignature=false",
    "maintenance.auto=false",
    "protocol.allow=never",
    "protocol.file.allow=always",
    "protocol.https.allow=always",
    "protocol.ssh.allow=always",
    "safe.bareRepository=explicit",
    "submodule.recurse=false",
    "transfer.fsckObjects=true",
    "user.useConfigOnly=true",
)
OPTIONS = tuple(word for setting in _SETTINGS for word in ("-c", setting))
