from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Evidence
from core.view.passage import KIND_COLOURS, Segment, excerpt, kind_of, segments

TEXT = (
    "Rain fell. A convoy of 30 trucks left for Mayadin on June 3. Nobody was hurt.\nOther news."
    " It came from Heri."
)


def found(field: str, words: str, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return Evidence(field, start, start + len(words), words, "test")


def test_words_are_cut_out_with_their_fields() -> None:
    parts = segments(TEXT, [found("place", "Mayadin"), found("trigger", "convoy")], 11, 60)
    assert parts == [
        Segment("A ", None),
        Segment("convoy", "trigger"),
        Segment(" of 30 trucks left for ", None),
        Segment("Mayadin", "place"),
        Segment(" on June 3.", None),
    ]


def test_of_overlapping_spans_the_shorter_wins() -> None:
    parts = segments(
        TEXT, [found("vehicles", "30 trucks"), found("trigger", "convoy of 30 trucks left")], 13, 37
    )
    assert parts == [
        Segment("convoy of ", "trigger"),
        Segment("30 trucks", "vehicles"),
        Segment(" left", "trigger"),
    ]


spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["place", "killed", "date"])),
    max_size=8,
)


@given(st.text(max_size=50), spans)
def test_the_segments_joined_are_the_text(text: str, made: list[tuple[int, int, str]]) -> None:
    evidence = [Evidence(field, start, end, "", "test") for start, end, field in made]
    parts = segments(text, evidence)
    assert "".join(part.text for part in parts) == text
    offset = 0
    for part in parts:
        assert part.text
        for at in range(offset, offset + len(part.text)):
            covered = {item.field for item in evidence if item.start <= at < item.end}
            assert part.field in covered if part.field else not covered
        offset += len(part.text)


def test_an_excerpt_holds_the_sentences_of_the_evidence_and_marks_the_gap() -> None:
    parts = excerpt(TEXT, [found("trigger", "convoy"), found("origin", "Heri")])
    assert (
        "".join(part.text for part in parts)
        == "A convoy of 30 trucks left for Mayadin on June 3. … It came from Heri."
    )
    assert [part for part in parts if part.field] == [Segment("convoy", "trigger"), Segment("Heri", "origin")]
    assert excerpt(TEXT, []) == []


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("trigger", "what"),
        ("date", "when"),
        ("via[0]", "where"),
        ("actors[1]", "who"),
        ("actors[1].killed", "how many"),
        ("attributed_to[0]", "according to"),
        ("something_new", "what"),
    ],
)
def test_the_kind_of_a_field(field: str, kind: str) -> None:
    assert kind_of(field) == kind
    assert kind in KIND_COLOURS
