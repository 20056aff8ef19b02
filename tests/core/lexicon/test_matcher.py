"""The longest-match engine, checked by example and against trying every entry at every word."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lexicon.matcher import Matcher, words_of
from core.text import normalise, tokens_of

ENTRIES = [
    ("military", "force", "military", False),
    ("military vehicle", "vehicle", "military vehicle", False),
    ("military police", "actor", "military police", False),
    ("military police unit", "actor", "unit", False),
    ("opened * fire", "trigger", "open fire", False),
    ("opened gun fire", "trigger", "open gun fire", False),
    ("opened up", "trigger", "open up", False),
    ("IS", "actor", "IS", True),
    ("الحرس الثوري", "actor", "IRGC", False),
    ("حرس", "person", "guard", False),
    ("الدفاع الوطني", "actor", "NDF", False),
    ("الدفاع", "word", "defence", False),
]
MATCHER = Matcher(ENTRIES)
KINDS = tuple(dict.fromkeys(kind for _, kind, _, _ in ENTRIES))


def matches(text: str) -> list[tuple[str, str]]:
    tokens = tokens_of(normalise(text).text)
    return [
        (match.value, normalise(text).text[tokens[match.first].start : tokens[match.last].end])
        for match in MATCHER.find(tokens).among(KINDS)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a military police unit", [("unit", "military police unit"), ("military", "military")]),
        ("the military police", [("military police", "military police"), ("military", "military")]),
        ('the military "police"', [("military police", 'military "police'), ("military", "military")]),
        ("the military", [("military", "military")]),
        ("they opened very heavy and long machine-gun fire", []),
        ("they opened heavy gun fire", [("open fire", "opened heavy gun fire")]),
        ("they opened fire", [("open fire", "opened fire")]),
        ("they opened gun fire", [("open gun fire", "opened gun fire")]),
        ("they opened up fire", [("open fire", "opened up fire")]),
        ("they opened, then fire", []),
        ("IS fled", [("IS", "IS")]),
        ("this is it", []),
        ("وللحرس الثوري", [("IRGC", "وللحرس الثوري"), ("guard", "وللحرس")]),
        ("بالدفاع الوطني", [("NDF", "بالدفاع الوطني"), ("defence", "بالدفاع")]),
        ("بالدفاع المدني", [("defence", "بالدفاع")]),
    ],
)
def test_what_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(matches(text)) == sorted(found)


PHRASES = [" ".join(words) for n in (1, 2, 3) for words in product("abc", repeat=n)] + ["a * b", "b * c"]


@given(
    st.lists(st.sampled_from(PHRASES), unique=True, max_size=12), st.lists(st.sampled_from("abc"), max_size=8)
)
def test_the_longest_entry_is_taken_at_each_free_word(phrases: list[str], words: list[str]) -> None:
    matcher = Matcher((phrase, "kind", phrase, False) for phrase in phrases)
    found = matcher.find(tokens_of(" ".join(words))).of("kind")
    plain = [phrase for phrase in phrases if "*" not in phrase]
    if len(plain) < len(phrases):
        assert all(words[m.first] == words_of(m.value)[0] for m in found)
        return
    expected, at = [], 0
    while at < len(words):
        here = [p for p in plain if words[at : at + len(p.split())] == p.split()]
        if here:
            best = max(here, key=len)
            expected.append((best, at, at + len(best.split()) - 1))
            at += len(best.split())
        else:
            at += 1
    assert [(m.value, m.first, m.last) for m in found] == expected


@pytest.mark.parametrize(
    ("text", "first", "last", "stands"),
    [
        ("a b c", 1, 1, True),
        ("a b c", 0, 0, False),
        ("a b c", -3, 1, True),
        ("a b c", 2, 9, False),
        ("a b c", 1, 0, False),
        ("a b c", -2, -1, False),
        ("", 0, 3, False),
    ],
)
def test_a_flag_tells_where_a_kind_stands(text: str, first: int, last: int, stands: bool) -> None:
    found = Matcher((), (("b", "mark"),)).find(tokens_of(text))
    assert found.has("mark", first, last) is stands
    assert list(found.of("mark")) == []


def test_flags_cover_all_words_of_a_match_and_words_under_their_clitics() -> None:
    found = Matcher([("took * place", "mark", "", False)], [("حرس", "mark")]).find(tokens_of("took no place"))
    assert [found.has("mark", k, k) for k in range(4)] == [True, True, True, False]
    arabic = Matcher((), (("حرس", "mark"),)).find(tokens_of("قال للحرس"))
    assert [arabic.has("mark", k, k) for k in range(2)] == [False, True]
