"""How fast reports are read, and in how much memory: ``python -m benchmarks.extract [N]``.

The reports are made up for this measure: 200 words each, of the kinds of sentences that real ones
hold. Aim: 500 a second on one core, under 300 MB. Processor time is measured; as it, too, grows on a
machine that others share, a plain loop is timed beside it.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date

from core import lexicon
from core.extract import read_report
from core.model import Report, report_id_of

SEED = 1
N_WORDS = 200
TOWNS = ("al-Mayadin", "Hajin", "Dhiban", "al-Bukamal", "al-Shuhayl", "al-Busayrah", "Gharanij", "al-Susah")
ACTORS = ("ISIS", "the SDF", "the Syrian army", "Liwa Fatemiyoun", "unknown gunmen", "the US-led Coalition")
DAYS = ("On Monday", "On June 3", "Yesterday", "Last week", "On Friday evening", "Two days earlier")
SENTENCES = (
    "{day}, {a} attacked a checkpoint of {b} in the town of {town}, killing {n} fighters, according to SOHR.",
    "A convoy of {n} vehicles of {a} arrived in {town} from {other}, local sources said.",
    "{day}, an explosive device blew up a car near {town}, wounding {n} civilians.",
    "Residents of {town} said that the price of bread had risen again and that the bakery stood closed.",
    "{a} did not comment on the reports, which could not be verified by our correspondent.",
    "{day}, warplanes struck positions of {a} in the desert south of {town}; the losses are not known.",
    "{a} may send reinforcements to {town}, the source added, as the tension with {b} goes on.",
    "{day}, {a} arrested {n} people in {town} on charges of dealing with {b}.",
)


def main(n_reports: int) -> None:
    """Read the reports once and print the figures."""
    begin = time.perf_counter()
    words = lexicon.load()
    loaded = time.perf_counter() - begin
    reports = list(made_up_reports(n_reports))
    read_report(reports[0], words)
    begin = time.process_time()
    n_events = sum(len(read_report(report, words).events) for report in reports)
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 * 1024 if sys.platform == "darwin" else 1024
    )
    print("| reports | events | reports a second | ms each | lexicon loaded s | peak MB | loop step ns |")
    print("|---|---|---|---|---|---|---|")
    print(
        f"| {n_reports:,} | {n_events:,} | {n_reports / seconds:,.0f} | {seconds / n_reports * 1000:.1f} "
        f"| {loaded:.2f} | {peak:,.0f} | {_loop_step() * 1e9:.0f} |"
    )


def _loop_step(n_steps: int = 100_000) -> float:
    """Seconds of processor time that a step of a plain loop takes just now: the least of five tries."""
    tries = []
    for _ in range(5):
        begin = time.process_time()
        total = 0
        for number in range(n_steps):
            total += number
        tries.append((time.process_time() - begin) / n_steps)
    return min(tries)


def made_up_reports(n_reports: int) -> Iterator[Report]:
    """Reports of about ``N_WORDS`` words, the same ones every time."""
    draw = random.Random(SEED)
    for _ in range(n_reports):
        paragraphs: list[str] = []
        while sum(len(paragraph.split()) for paragraph in paragraphs) < N_WORDS:
            a, b = draw.sample(ACTORS, 2)
            town, other = draw.sample(TOWNS, 2)
            filled = draw.choice(SENTENCES).format(
                a=a, b=b, town=town, other=other, n=draw.randint(2, 30), day=draw.choice(DAYS)
            )
            paragraphs.append(filled[0].upper() + filled[1:])
        text = "\n\n".join(paragraphs)
        yield Report(report_id_of(text), text, published=date(2020, 6, 8), language="en")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
