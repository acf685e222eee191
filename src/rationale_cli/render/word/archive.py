"""The archive that a Word file is: the same parts give the same bytes on every machine."""

import io
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

FIRST = "[Content_Types].xml"
"""Says what every other member is; readers look for it at the front."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_ANYWHERE = 0  # made under no system in particular


def normalised(data: bytes) -> bytes:
    """Give an archive with its members sorted, their dates fixed, and nothing compressed.

    Compressed bytes depend on the library that packs them, which differs between machines.
    """
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(out, "w", ZIP_STORED) as after:
        for name in sorted(before.namelist(), key=lambda one: (one != FIRST, one)):
            member = ZipInfo(name, _EARLIEST)
            member.create_system = _ANYWHERE
            after.writestr(member, before.read(name))
    return out.getvalue()


def is_as_made(data: bytes) -> bool:
    """Whether a file is an archive as `normalised` leaves it: nobody has saved it since."""
    try:
        with ZipFile(io.BytesIO(data)) as found:
            members = found.infolist()
    except BadZipFile:
        return False
    return all((one.date_time, one.compress_type) == (_EARLIEST, ZIP_STORED) for one in members)
