"""The working days of a folder: bank holidays of its region, and its own free days."""

from functools import cache

from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError

YEARS = range(1990, 2061)
"""For which holidays are laid out: decisions that are still kept, and what lies ahead of them."""


class UnknownRegionError(RationaleError):
    """The settings name a region whose holidays are not known."""

    def __init__(self, region: str) -> None:
        super().__init__(
            f"calendar is {region!r} in rationale.toml, and no holidays are known for it",
            hint="Write GB-ENG, GB-WLS, GB-SCT or GB-NIR, or another country by its two letters.",
        )


def calendar(settings: Settings) -> Calendar:
    """Give the working days of a folder.

    Raises:
        UnknownRegionError: If nobody knows the holidays of its region.
    """
    region = _region(settings.calendar)
    return Calendar(free=region.free | set(settings.extra), weekend=region.weekend)


@cache
def _region(name: str) -> Calendar:
    # Imported when working days are counted: it costs half of what a start-up does.
    import holidays

    country, _, part = name.partition("-")
    # Asked before: to the library any name of its own is a country, and some of them have no days.
    known = holidays.list_supported_countries()
    if country not in known or (part and part not in known[country]):
        raise UnknownRegionError(name)
    found = holidays.country_holidays(country, subdiv=part or None, years=YEARS)
    return Calendar(free=frozenset(found), weekend=frozenset(found.weekend))
