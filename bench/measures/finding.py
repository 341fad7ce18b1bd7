"""Findings: what was asked, what was measured, and whether it is met."""

from dataclasses import asdict, dataclass

from measures.running import Run


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table."""

    case: str
    what: str
    asked: str
    measured: str
    met: bool | None = None
    """None where nothing is asked, or where it could not be measured."""

    @property
    def verdict(self) -> str:
        """Return the last column."""
        return {True: "met", False: "**not met**", None: "–"}[self.met]

    def record(self) -> dict[str, object]:
        """Return it for a line of JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a figure must not be above, or not below."""

    case: str
    what: str
    limit: float
    unit: str = "×"

    def at_most(self, value: float, figures: str) -> Finding:
        """Return the finding where less is better."""
        return self._finding("≤", value, figures, met=value <= self.limit)

    def at_least(self, value: float, figures: str) -> Finding:
        """Return the finding where more is better."""
        return self._finding("≥", value, figures, met=value >= self.limit)

    def _finding(self, sign: str, value: float, figures: str, *, met: bool) -> Finding:
        asked, measured = f"{sign} {self.limit:g} {self.unit}", f"{value:.3g} {self.unit} ({figures})"
        return Finding(self.case, self.what, asked, measured, met)


def not_met(case: str, what: str, asked: str, why: str) -> Finding:
    """Return a finding about what turned out wrong, however fast it was."""
    return Finding(case, what, asked, why, met=False)


def times(**found: Run) -> str:
    """Write times down: "sitegen 1.20 s (processor 1.10 s), hugo 0.90 s (processor 1.70 s)"."""
    return ", ".join(f"{name} {each.seconds:.2f} s (processor {each.processor:.2f} s)" for name, each in found.items())
