"""Normalising with its way back, tokens, sentences and the folding of names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lexicon.names import is_article, key_of, name_key
from core.text import LONGEST, fold, normalise, sentences_of, span_of, tokens_in, tokens_of

# What real reports are made of, and what is put between letters to hide a word from filters.
WORDS = ["ISIS", "killed", "ez-Zor", "U.S.", "it's", "al", "25", "1,200", "قوات", "قتلى", "ة", "أ", "ى", "٢"]
MARKS = [*".?,'\"-*_…“’–()،ـ", "\u064e", " ", "\n", "\t", "\r", "\u200b", "\u200f", "\u00ad", "\u00a0"]
texts = st.lists(st.sampled_from(WORDS + MARKS), max_size=14).map("".join)
arabic = st.characters(min_codepoint=0x0620, max_codepoint=0x06D3)
latin_and_arabic = st.characters(max_codepoint=0x024F) | arabic
any_text = st.one_of(texts, st.text(max_size=40))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("IS*IS", "ISIS"),
        ("Gu•nmen", "Gunmen"),
        ("قـ.ـوات", "قوات"),
        ("قتـ ـلى", "قتلى"),
        ("ق ت ل", "قتل"),
        ("دا*عش", "داعش"),
        ("المياديـن", "الميادين"),
        ("مَيَادِين", "ميادين"),
        ("con\u00advoy", "convoy"),
        ("\u200fقسد\u200f", "قسد"),
        ("ﻗﻮات", "قوات"),
        ("کردی", "كردي"),
        ("“raid” – it’s", '"raid" - it\'s'),
        ("٢٥ و۱۲", "25 و12"),
        ("Deir\u00a0ez\u2011Zor", "Deir ez-Zor"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("one\ttwo\rthree `four`", "one two\nthree 'four'"),
        ("و قسد", "و قسد"),
        ("end. Next", "end. Next"),
    ],
)
def test_one_form_of_each_character_and_cuts_undone(written: str, plain: str) -> None:
    normal = normalise(written)
    assert normal.text == plain
    assert normal.original == written


def test_a_span_slices_back_out_of_the_text_as_given() -> None:
    normal = normalise("قالت قـ.ـوات “IS*IS” إن")
    start = normal.text.index("قوات")
    assert normal.slice(start, start + 4) == "قـ.ـوات"
    start = normal.text.index("ISIS")
    assert normal.slice(start, start + 4) == "IS*IS"
    assert normal.back(0, 4) == (0, 4)


@given(any_text)
def test_each_character_goes_back_to_the_one_it_came_from(text: str) -> None:
    normal = normalise(text)
    spans = [normal.back(k, k + 1) for k in range(len(normal.text))]
    assert all(end == start + 1 for start, end in spans)
    assert all(one < other for one, other in pairwise(start for start, _ in spans))
    assert [normalise(text[start:end]).text for start, end in spans] == list(normal.text)


@given(any_text, st.data())
def test_spans_go_back_in_order_and_inside_the_text(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    first, last = normal.back(start, end)
    assert 0 <= first <= len(text)
    if start < end:
        assert normal.slice(start, end) == text[first:last]
        assert first == normal.back(start, start + 1)[0]
        assert last == normal.back(end - 1, end)[1]


@pytest.mark.parametrize(
    ("text", "lows", "kinds"),
    [
        ("U.S.-led forces", ["us", "-", "led", "forces"], "wpww"),
        ("Deir ez-Zor's 1,200 men", ["deir", "ez", "zor", "s", "1,200", "men"], "wwwwnw"),
        ("Qa'im - not far", ["qaim", "-", "not", "far"], "wpww"),
        ("أُصيب ٣٫٥", ["اصيب", "3.5"], "wn"),
        ("قُتل، ثم", ["قتل", "،", "ثم"], "wpw"),
        ("Māyadīn (town)", ["mayadin", "(", "town", ")"], "wpwp"),
    ],
)
def test_tokens_and_the_forms_they_are_compared_by(text: str, lows: list[str], kinds: str) -> None:
    tokens = tokens_of(normalise(text).text)
    assert [token.low for token in tokens] == lows
    assert "".join(token.kind for token in tokens) == kinds


@given(any_text)
def test_tokens_slice_out_of_the_text_in_order_and_leave_out_only_space_and_joints(text: str) -> None:
    tokens = tokens_of(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    borders = [0, *(border for token in tokens for border in (token.start, token.end)), len(text)]
    assert borders == sorted(borders)
    between = "".join(text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True))
    assert [c for c in between if not c.isspace() and c not in "-_"] == []


@given(any_text, st.data())
def test_tokens_of_a_part_count_in_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    tokens = tokens_of(text, start, end)
    assert all(start <= token.start < token.end <= end for token in tokens)
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]


def test_a_span_of_tokens_is_in_characters() -> None:
    tokens = tokens_of("in Deir ez-Zor city")
    assert span_of(tokens, 1, 3) == (3, 14)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One came. Two left!", ["One came.", "Two left!"]),
        ("Col. Ali met Mr. Omar. They left.", ["Col. Ali met Mr. Omar.", "They left."]),
        ("J. Doe of the U.S. left. Done", ["J. Doe of the U.S. left.", "Done"]),
        ("It cost 1.5 million. ok then", ["It cost 1.5 million. ok then"]),
        ("A headline\nThe lead.\n\nMore", ["A headline", "The lead.", "More"]),
        ("قتل عنصر. أصيب آخر؟ نعم", ["قتل عنصر.", "أصيب آخر؟", "نعم"]),
        (' "Go." He went. ', ['"Go.', "He went."]),
        ("\n \n", []),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in sentences_of(text)] == sentences


@given(any_text)
def test_sentences_hold_every_word_once_and_slice_back(text: str) -> None:
    plain = normalise(text).text
    sentences = sentences_of(plain, index=3)
    assert [plain[s.start : s.end] for s in sentences] == [s.text for s in sentences]
    assert [s.index for s in sentences] == list(range(3, 3 + len(sentences)))
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    assert all(one.paragraph <= other.paragraph for one, other in pairwise(sentences))
    told = [token for s in sentences for token in s.tokens if token.kind != "p"]
    assert told == [token for token in tokens_of(plain) if token.kind != "p"]


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Māyadīn", "mayadin"),
        ("U.S.", "us"),
        ("Qa'im", "qaim"),
        ("إلى", "الي"),
        ("قذيفة", "قذيفه"),
        ("مسؤول", "مسوول"),
        ("أجواء", "اجوا"),
    ],
)
def test_a_folded_word(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text(latin_and_arabic, max_size=20))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    "spellings",
    [
        ("al-Mayadin", "Mayadeen", "Al Mayādīn", "EL-MAYADIN"),
        ("Deir ez-Zor", "Dayr az Zawr", "Deir al-Zor", "Deir-ez-Zor"),
        ("Abu Kamal", "al-Bukamal", "Albu Kamal", "Abou Kamal"),
        ("al-Shuhayl", "Ash Shuhail", "Al-Shuheil"),
        ("Dhiban", "Theban", "Zeban"),
        ("al-Busayrah", "Busayra", "Al Busaira"),
        ("al-Quriyah", "Al Qouriyeh"),
        ("ar-Raqqah", "Raqqa", "Raqa"),
        ("al-Baghuz", "Baghouz"),
        ("الميادين", "ميادين", "المَيادين", "وادي الميادين"[5:]),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert {key_of(spelling) for spelling in spellings} == {key_of(spellings[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hajin", "Khasham"),
        ("al-Sur", "al-Susah"),
        ("Marat", "Muhasan"),
        ("al-Tayyanah", "al-Tibni"),
        ("الصور", "السوسة"),
        ("Abu Kamal", "Abu Hamam"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@given(st.lists(st.sampled_from(["Deir", "Zor", "Abu", "Hamam", "ميادين"]), min_size=1, max_size=3))
def test_articles_and_letter_case_are_no_part_of_a_key(words: list[str]) -> None:
    key = name_key(words)
    assert name_key([part for word in words for part in ("al", word)]) == key
    assert name_key([word.upper() for word in words]) == key


def test_articles_are_known_by_their_sun_letter_forms() -> None:
    assert [word for word in ("al", "ez", "ash", "deir", "ibn") if is_article(word)] == ["al", "ez", "ash"]


def test_a_sentence_without_end_is_cut_at_commas_so_that_no_word_is_lost() -> None:
    text = "one two, three " * 200
    found = sentences_of(text)
    assert max(len(sentence.tokens) for sentence in found) <= LONGEST
    assert {sentence.tokens[-1].text for sentence in found[:-1]} == {","}
    assert [token for sentence in found for token in sentence.tokens] == tokens_of(text)
    assert [sentence.index for sentence in found] == list(range(len(found)))
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)


def test_a_sentence_without_end_or_mark_is_cut_between_words() -> None:
    assert [len(sentence.tokens) for sentence in sentences_of("word " * 400)] == [LONGEST, LONGEST, 100]


@given(st.text("a1.- ,", max_size=30), st.integers(0, 32), st.integers(0, 32))
def test_tokens_in_a_span_are_those_that_begin_in_it(text: str, start: int, end: int) -> None:
    tokens = tokens_of(text)
    inside = [k for k, token in enumerate(tokens) if start <= token.start < end]
    assert list(tokens_in(tokens, start, end)) == inside


@pytest.mark.parametrize(
    ("text", "low", "kind"),
    [
        ("U.S.", "us", "w"),
        ("d'Or", "dor", "w"),
        ("x's", "s", "w"),
        ("²", "2", "w"),
        ("1,200", "1,200", "n"),
        ("\u0663", "\u0663", "n"),
        ("'", "'", "p"),
        ("...", ".", "p"),
    ],
)
def test_the_last_token_has_the_kind_of_its_first_character(text: str, low: str, kind: str) -> None:
    last = tokens_of(text)[-1]
    assert (last.low, last.kind) == (low, kind)
