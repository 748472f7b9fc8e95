"""Statistics of paired measurements, and the lines that a benchmark prints."""

from dataclasses import asdict, dataclass
from statistics import median


def percentile(values, share):
    """The value below which `share` (0 to 1) of the values lie: nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def paired_ratio(ours, theirs):
    """Median of the ratios of measurements made side by side: what the machine does to both falls out."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


@dataclass
class Figure:
    """One measured number. `aim` is for the ratio where there is a peer and `of` is "ratio", else for the value."""

    name: str
    value: float
    unit: str
    peer: float | None = None
    peer_name: str = ""
    ratio: float | None = None
    aim: float | None = None
    of: str = "value"
    at_least: bool = False

    @property
    def met(self):
        if self.aim is None:
            return None
        measured = self.ratio if self.of == "ratio" else self.value
        return measured >= self.aim if self.at_least else measured <= self.aim

    def line(self):
        parts = [f"  {self.name:<46} {show(self.value):>9} {self.unit:<9}"]
        if self.peer is not None:
            parts.append(f"{self.peer_name} {show(self.peer)}")
        if self.ratio is not None:
            parts.append(f"ratio {self.ratio:.2f}")
        if self.aim is not None:
            what = "ratio " if self.of == "ratio" and self.ratio is not None else ""
            sign = ">=" if self.at_least else "<="
            parts.append(f"aim {what}{sign} {show(self.aim)}: {'met' if self.met else 'MISSED'}")
        return "  ".join(parts)


def show(number):
    if isinstance(number, int) or abs(number) >= 1000:
        return f"{number:,.0f}"
    return f"{number:.3g}" if abs(number) < 1 else f"{number:.4g}"


class Report:
    """Prints figures as they come, and keeps them for `--json`."""

    def __init__(self):
        self.figures = []
        self.benchmark = ""

    def begin(self, benchmark, about):
        self.benchmark = benchmark
        print(f"{benchmark}: {about}", flush=True)

    def note(self, text):
        print(f"  {text}", flush=True)

    def add(self, name, value, unit, **options):
        figure = Figure(name, value, unit, **options)
        self.figures.append((self.benchmark, figure))
        print(figure.line(), flush=True)

    def rows(self):
        return [{"benchmark": name, **asdict(figure), "met": figure.met} for name, figure in self.figures]
