"""Every source format: what becomes of good files, and the message that bad ones give."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.errors import ReportError
from core.model import Report, report_id_of
from core.readers import BrokenLine, markdown, read_bytes, read_directory, read_file, read_lines

REPORTS = Path(__file__).parents[3] / "data" / "reports"
ARABIC = "أفاد مراسلنا بأن رتلاً عسكرياً وصل مساء أمس إلى مدينة الميادين قادماً من معبر البوكمال الحدودي."
FRENCH = "Un convoi est arrivé à Deir ez-Zor, où des combattants l’ont accueilli après plusieurs années."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"A convoy arrived.\r\nIt left.\n", "A convoy arrived.\r\nIt left.\n"),
        (b"\xef\xbb\xbfA convoy arrived.", "A convoy arrived."),
        ("A convoy — arrived".encode(), "A convoy — arrived"),
        (ARABIC.encode(), ARABIC),
        (ARABIC.encode("utf-16"), ARABIC),
        (b"\xfe\xff" + ARABIC.encode("utf-16-be"), ARABIC),
        (ARABIC.encode("cp1256"), ARABIC),
        ((ARABIC + " (SOHR) ISIS 2020").encode("cp1256"), ARABIC + " (SOHR) ISIS 2020"),
        (FRENCH.encode("cp1252"), FRENCH),
        (
            "The town’s “convoy” arrived at al-Mayadin.".encode("cp1252"),
            "The town’s “convoy” arrived at al-Mayadin.",
        ),
    ],
)
def test_plain_text_is_decoded_and_else_left_as_it_is(content: bytes, text: str) -> None:
    assert read_bytes("report.txt", content) == [Report(report_id_of(text), text)]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("blank.txt", b" \n\t\n", "blank.txt: the file is empty"),
        ("blank.txt", "\u00a0\u2003".encode(), "blank.txt: the report has no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture.txt: a binary file"),
        ("noise.txt", bytes(range(1, 32)) * 8, "noise.txt: a binary file"),
        ("paper.md", b"%PDF-1.7\n1 0 obj", "paper.md: a PDF file"),
        ("half.txt", b"\xff\xfeA", "half.txt: broken utf-16 text at byte"),
        ("big.txt", b"word " * 1_000_000, "big.txt: 5.0 MB is too large for one report (the limit is 2 MB)"),
        ("big.html", b"<p>" * 2_000_000, "big.html: 6.0 MB is too large"),
        ("head.md", b"---\nid: x\n---\n\n", "head.md: the report has no text"),
        (
            "head.md",
            b"---\nid: x\nsome words\n---\n\ntext",
            "head.md, line 3: front matter needs 'key: value'",
        ),
        ("head.md", b'---\ntitle: "x\n---\n\ntext', "head.md, line 2: the quoted value is broken"),
        ("head.md", b"---\npublished: June\n---\n\ntext", "head.md: field 'published' must be a date"),
        (
            "head.md",
            b"---\nlanguage: xx\n---\n\ntext",
            "head.md: field 'language' must be one of en, ar, not 'xx'",
        ),
        ("page.html", b"<html><body><script>var a = 1;</script></body></html>", "page.html: no text found"),
        ("list.jsonl", b'{"text": "a"}\n{"text": \n', "list.jsonl, line 2: not valid JSON (Expecting value"),
    ],
)
def test_a_file_that_cannot_be_read_says_which_and_why(name: str, content: bytes, problem: str) -> None:
    with pytest.raises(ReportError) as error:
        read_bytes(name, content)
    assert str(error.value).startswith(problem)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"nothing\.txt: No such file"):
        read_file(tmp_path / "nothing.txt")


def test_given_date_and_language_stand_in_where_the_file_is_silent() -> None:
    day = date(2020, 6, 4)
    assert read_bytes("a.txt", b"text", day, "en")[0] == Report(
        report_id_of("text"), "text", None, None, None, day, "en"
    )
    dated = read_bytes("a.md", b"---\npublished: 2021-01-02\nlanguage: ar-SY\n---\n\ntext", day, "en")[0]
    assert (dated.published, dated.language) == (date(2021, 1, 2), "ar")


def test_markdown_front_matter() -> None:
    head = b'---\nid: x-1\ntitle: "A \\"B\\": C"\noutlet: \'North Press\'\nnote: kept out\n---\n'
    [report] = read_bytes("x.md", head + b"\nFirst.\n\nSecond.\n")
    assert report == Report("x-1", "First.\n\nSecond.", 'A "B": C', "North Press")


def test_markdown_without_front_matter_is_all_text() -> None:
    assert read_bytes("x.md", b"--- not a head\n\ntext\n")[0].text == "--- not a head\n\ntext\n"


@given(
    text=st.text(
        st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t-:"), min_size=1
    ).filter(lambda text: bool(text.strip())),
    title=st.none()
    | st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(lambda title: bool(title.strip())),
    published=st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)),
)
@example(text="a carriage return\r", title=None, published=None)
@example(text="a", title="two\u2028lines\x85and\x0bmore", published=None)
def test_markdown_gives_back_what_was_written(text: str, title: str | None, published: date | None) -> None:
    report = Report("some-id", text, title, None, None, published, "en")
    assert markdown.read("x.md", markdown.write(report).encode()) == [report]


def test_html_keeps_the_story_and_its_paragraphs() -> None:
    page = """<html><head><title>Convoy reaches Hajin | Some News</title><meta charset="utf-8">
    <meta property="article:published_time" content="2021-03-05T10:00:00Z"></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <article><h1>Convoy reaches Hajin</h1>
    <p>A convoy of twelve trucks reached the town of Hajin on Thursday, local residents said.</p>
    <p>It had set out from the oil field of Al-Omar two hours before and met no resistance on the way.</p>
    <script>alert("never text")</script>
    </article>
    <div class="comments"><p>Great news, I hope they keep going!</p></div>
    <footer>Copyright 2021 Some News. All rights reserved.</footer></body></html>"""
    [report] = read_bytes("page.html", page.encode())
    assert report.published == date(2021, 3, 5)
    paragraphs = report.text.split("\n\n")
    assert paragraphs[-2].startswith("A convoy of twelve trucks")
    assert paragraphs[-1].endswith("on the way.")
    assert "alert" not in report.text
    assert "Copyright" not in report.text
    assert "Great news" not in report.text


def test_an_html_page_in_a_legacy_code_page() -> None:
    head = '<head><meta charset="windows-1256"></head>'
    page = f"<html>{head}<body><article><p>{ARABIC}</p></article></body></html>"
    assert read_bytes("page.htm", page.encode("cp1256"))[0].text == ARABIC


def test_json_lines_report_broken_ones_in_their_place() -> None:
    lines = [
        json.dumps({"id": 7, "text": "One.", "published": "2020-06-04T10:00:00Z", "language": "en"}).encode(),
        b"\n",
        b"{",
        b"[1]",
        b'{"title": "x"}',
        b'{"text": "  "}',
        b'{"text": "a", "published": "soon"}',
        b'{"text": "a", "title": ["x"]}',
        b'{"text": "\\ud800"}',
        b"\xff\xff",
        "\ufeff".encode() + b'{"text": "Two.", "extra": 1}',
    ]
    items = list(read_lines("reports.jsonl", lines))
    assert items[0] == Report("7", "One.", published=date(2020, 6, 4), language="en")
    assert items[-1] == Report(report_id_of("Two."), "Two.")
    broken = [item for item in items if isinstance(item, BrokenLine)]
    assert [item.line for item in broken] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert [item.error.split(": ", 1)[1][:30] for item in broken] == [
        "not valid JSON (Expecting prop",
        "a report must be a JSON object",
        "field 'text' is missing or not",
        "the report has no text",
        "field 'published' must be a da",
        "field 'title' must be a string",
        "the text holds half a characte",
        "not UTF-8 at byte 0",
    ]


def test_a_deeply_nested_line_is_refused() -> None:
    [item] = read_lines("x.jsonl", [b"[" * 200_000])
    assert item == BrokenLine(1, "x.jsonl, line 1: JSON nested too deep")


def test_a_directory_goes_on_past_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"---\nid: b\n---\n\nSecond.\n")
    (tmp_path / "a.txt").write_bytes(b"First.")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / ".hidden.txt").write_bytes(b"No.")
    (tmp_path / "notes.csv").write_bytes(b"No.")
    reports, problems = read_directory(tmp_path)
    assert [report.text for report in reports] == ["First.", "Second."]
    assert problems == [f"{tmp_path / 'c.txt'}: the file is empty"]


def test_the_reports_of_the_repository_are_all_readable_and_round_trip() -> None:
    reports, problems = read_directory(REPORTS)
    assert problems == []
    assert len(reports) >= 215
    for report in reports:
        path = REPORTS / f"{report.report_id}.md"
        assert path.read_bytes() == markdown.write(report).encode()
        assert report.published is not None
        assert (report.title, report.outlet, report.url, report.language) != (None, None, None, None)
