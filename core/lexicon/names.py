"""Names in Latin letters: one key for all the ways to write one Arabic name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.text import fold, normalise, tokens_of

_ARTICLES = frozenset("al el ul il as ash ad ar at az an adh ath ez es ed er et en e".split())
_BU = frozenset(["abu", "abou", "abo", "bu", "bou", "bo", "albu", "albou", "albo", "elbu"])
_TRANSLITERATION = (
    (re.compile(r"(?<=..)(?:ah|eh|a|e|(?<![cdgkpst])h)$"), ""),
    (re.compile(r"kh"), "x"),
    (re.compile(r"sh|ch"), "$"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh|th(?=[aeiou])"), "z"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[qc]"), "k"),
    (re.compile(r"(?<=.)(?:iy+|yy)(?=[aeou])"), "i"),
    (re.compile(r"(?:ou|oo|uw|ow|au|aw|[uow])+"), "u"),
    (re.compile(r"(?:ee|ei|ai|ay|ey|ie|[eiy])+"), "i"),
    (re.compile(r"a+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# Words that many names begin with, which writers spell in more ways than their vowels alone tell.
_COMMON = (
    (re.compile(r"h[uaeiow]?w+[aeiy]+(?:j|g)+[aei]h?t?h?"), "huijat"),  # river islands
    (re.compile(r"h[uaeo]?w+(?:a+|e+)[yi]*[aei]*(?:j|g)"), "hauaij"),
    (re.compile(r"j[aeu]*d[aeiy]+d[aei]?h?t?"), "jadid"),
    (re.compile(r"j[aei]?z[aei]?r[ae]t"), "jazrat"),
    (re.compile(r"(?:[aeou]|ou)?[qkg]+(?:[aeiy]+)d[aei]+h?t"), "akidat"),
    (re.compile(r"ba?(?:k|q|g|kk|qq|gg|ck)a+r+[ae]h?"), "bakara"),
)


def _fold_arabic(low: str) -> str:
    """An Arabic word of a name without its article; "father of" (أبو، البو) and the city's name in one word
    are as they are in two."""
    if low == "البو":
        return "بو"
    word = low[2:] if low.startswith("ال") and len(low) > _ARTICLE_AND else low
    if word.startswith("ابو"):
        word = word[1:]
    return "ديرزور" if word == "ديرالزور" else word


_ARTICLE_AND = 4  # letters that a word has with its article, at least


@lru_cache(maxsize=65536)
def fold_name_word(low: str) -> str:
    """One folded word of a name with its transliteration folded away.

    Latin vowels fall into three classes (a, i, u), doubled letters and final ``a/ah/eh`` go,
    digraphs become one sign; an Arabic word loses its article. Values match only each other.

    >>> fold_name_word("mayadeen") == fold_name_word("mayadin")
    True
    """
    if low in _BU:
        return "bu"
    if low[:1] > "\u0600":
        return _fold_arabic(low)
    for pattern, key in _COMMON:
        if pattern.fullmatch(low):
            return key
    word = low
    for pattern, put in _TRANSLITERATION:
        word = pattern.sub(put, word)
    return word or low


_VOWELS = str.maketrans(dict.fromkeys("aiu'ءآأؤإئاةهوىي") | {"x": "h"})
_TWICE = re.compile(r"(.)\1+")


def consonants(key: str) -> str:
    """The consonants of a name's key: what writers who hear a name for the first time still share.

    >>> consonants("kibr") == consonants("kubar")
    True
    """
    return _TWICE.sub(r"\1", key.translate(_VOWELS))


def is_article(low: str) -> bool:
    """Whether a folded word is an Arabic article in Latin letters, sun-letter forms included."""
    return low in _ARTICLES


def name_key(words: Iterable[str]) -> str:
    """The key that all transliterations of one name share: folded words joined, articles left out.

    >>> name_key(["Abu", "Kamal"]) == name_key(["Al", "Bo", "Kamal"])
    True
    """
    lows = [fold(word) for word in words]
    return "".join(fold_name_word(low) for low in lows if low not in _ARTICLES)


def key_of(name: str) -> str:
    """:func:`name_key` of a whole name as written (``al-Mayadin``, ``Deir ez-Zor``, ``الميادين``)."""
    return name_key(token.text for token in tokens_of(normalise(name).text) if token.kind != "p")
