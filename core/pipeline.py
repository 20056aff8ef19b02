"""Files to events in the store: readers, extraction and the store joined."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.errors import EventMapError, ReportError
from core.extract import read_report
from core.lexicon import DATA_DIR, Lexicon
from core.model import Reading, Report
from core.readers import read_directory
from core.store import Store, check_storable, labels_of

_LOG = logging.getLogger(__name__)
_CORE = Path(__file__).resolve().parent
# What decides what the read model says of a report; the last three lay readings out as rows.
_READER_CODE = (
    "extract",
    "lexicon",
    "model.py",
    "text.py",
    "store/edits.py",
    "store/labels.py",
    "store/rows.py",
)
_NOT_LEXICON = ("reports", "basemap")
_BATCH = 50  # readings a transaction: a load that is broken off keeps what it did

Reader = Callable[[Report, Lexicon], Reading]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """``reports``: readable ones of the directory; ``written``: readings appended; ``errors``: messages
    for people, each naming its file or report."""

    reports: int
    written: int
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaveResult:
    """Where a saved report is; ``is_new`` is false where the store had its text already."""

    report_id: str
    is_new: bool


def load_reports(
    store: Store,
    directory: Path,
    lexicon: Lexicon,
    progress: Callable[[int, int], None] | None = None,
    *,
    data_dir: Path = DATA_DIR,
    read: Reader = read_report,
) -> LoadResult:
    """Bring the store up to date with a directory of reports and with the reader of today.

    New and changed reports are read, and so is every report of the store that another reader version
    read last. A second program that starts meanwhile waits and finds nothing left to do.
    ``progress(done, total)`` is called from 0 on; not at all where there is nothing to read. What cannot
    be read is told in ``errors`` and the rest goes on. Raises :class:`ReportError` where the directory
    is missing.
    """
    if not directory.is_dir():
        raise ReportError(f"{directory}: there is no such directory of reports")
    version = reader_version(data_dir)
    found, problems = read_directory(directory)
    given, doubles = _distinct(found)
    problems += doubles
    if not store.needs_reading(version, given):
        return LoadResult(len(given), 0, tuple(problems))
    labels, written = labels_of(lexicon), 0
    with store.filling():
        wanted = store.needs_reading(version, given)
        for start in range(0, len(wanted), _BATCH):
            if progress:
                progress(start, len(wanted))
            items, failed = _read_all(wanted[start : start + _BATCH], lexicon, read)
            problems += failed
            written += store.add_readings(items, version, labels)
        if progress and wanted:
            progress(len(wanted), len(wanted))
    return LoadResult(len(given), written, tuple(problems))


def preview(report: Report, lexicon: Lexicon) -> Reading:
    """What the reader makes of a report; nothing is stored."""
    return read_report(report, lexicon)


def save_report(
    store: Store, report: Report, lexicon: Lexicon, *, data_dir: Path = DATA_DIR, read: Reader = read_report
) -> SaveResult:
    """Read a report and store it; a text that the store has already is recognised and left as it is.

    Raises :class:`ReportError` where another report has its id, or no database can hold it.
    """
    same = store.report_with_text(report.text)
    if same is not None:
        return SaveResult(same, is_new=False)
    if store.has_report(report.report_id):
        raise ReportError(f"there is another report with the id {report.report_id!r}: give this one its own")
    items = [(report, read(report, lexicon))]
    store.add_readings(items, reader_version(data_dir), labels_of(lexicon))
    return SaveResult(report.report_id, is_new=True)


def reader_version(data_dir: Path = DATA_DIR) -> str:
    """A hash (16 hex digits) of the code and the data files that decide what is read from a report."""
    digest = hashlib.sha256()
    for base, files in ((_CORE, _code_files()), (data_dir, _data_files(data_dir))):
        for path in sorted(files):
            digest.update(path.relative_to(base).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _code_files() -> Iterator[Path]:
    for name in _READER_CODE:
        path = _CORE / name
        yield from path.rglob("*.py") if path.is_dir() else [path]


def _data_files(data_dir: Path) -> Iterator[Path]:
    for path in data_dir.rglob("*"):
        inside = path.relative_to(data_dir)
        hidden = any(part.startswith(".") for part in inside.parts)
        if path.is_file() and not hidden and inside.parts[0] not in _NOT_LEXICON and path.suffix != ".md":
            yield path


def _distinct(found: Iterable[Report]) -> tuple[list[Report], list[str]]:
    """The reports, one an id, and a message for each id that stands for two texts."""
    kept: dict[str, Report] = {}
    doubles = [report.report_id for report in found if kept.setdefault(report.report_id, report) != report]
    told = "another report has this id, the later one is left out"
    return list(kept.values()), [f"report {report_id!r}: {told}" for report_id in doubles]


def _read_all(
    wanted: Iterable[Report], lexicon: Lexicon, read: Reader
) -> tuple[list[tuple[Report, Reading]], list[str]]:
    """The reports with their readings, and a message for each that could not be read."""
    items, problems = [], []
    for report in wanted:
        try:
            reading = read(report, lexicon)
            check_storable(report, reading)
        except EventMapError as error:
            problems.append(str(error))
        except Exception:
            # A fault of ours in one report must not keep the others off the map; the log has the trace.
            _LOG.exception("reading report %r failed", report.report_id)
            problems.append(f"report {report.report_id!r}: it could not be read; the log says why")
        else:
            items.append((report, reading))
    return items, problems
