"""New ids, by chance."""

import secrets

from rationale_cli.domain.ids import ALPHABET, LENGTH


def new_id() -> str:
    """Give an id that no record is likely to have; see `domain.ids`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
