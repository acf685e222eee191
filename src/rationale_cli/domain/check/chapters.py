"""Findings laid out for a reader: in chapters, the loudest first."""

from collections.abc import Iterable
from typing import NamedTuple

from rationale_cli.domain.check.checking import LEADING
from rationale_cli.domain.check.finding import Finding
from rationale_cli.domain.telling.saying import counted, number


class Tally(NamedTuple):
    """How many findings there are of each sort."""

    errors: int
    warnings: int
    waived: int

    def __str__(self) -> str:
        errors = counted(self.errors, "error", "errors")
        warnings = counted(self.warnings, "warning", "warnings")
        waived = f", {number(self.waived)} set aside" if self.waived else ""
        return f"{errors}, {warnings}{waived}"


def tally(found: Iterable[Finding]) -> Tally:
    """Count findings: errors and warnings that stand, and what was set aside."""
    every = tuple(found)
    return Tally(
        errors=sum(one.is_error for one in every),
        warnings=sum(one.is_warning for one in every),
        waived=sum(one.waiver is not None for one in every),
    )


def chapter(finding: Finding) -> str:
    """Give the heading below which a finding is told."""
    if finding.rule in LEADING:
        return "First of all"
    if finding.is_error:
        return "Missing, which --final refuses"
    if finding.waiver is not None:
        return "Set aside for this record"
    return "Not said yet" if finding.is_gap else "Worth a look"
