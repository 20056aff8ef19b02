"""Normalising that keeps character offsets, tokens, sentences, and the folding of names.

Every stage works on the normalised text; :class:`Normal` maps its offsets back to the
original, so that evidence always slices back out of the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

# --- normalising ---------------------------------------------------------------------------

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʻ`´′ʿʾ＇", "'"),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "
        ),
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
        "ک": "ك",
        "ی": "ي",
        "ھ": "ه",
        "ە": "ه",
        "ٱ": "ا",
        "٪": "%",
        "٫": ".",
        "٬": ",",
        "…": ".",
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
    }
)
# Tashkeel, tatweel, zero-width and direction marks, soft hyphen, byte-order mark.
_DROP = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff"
)
_L = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_AR = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_MARK = "\u0640\u064b-\u0652\u0670"  # vowel signs may stand before the cut: قُـ ـتل
# A dot between two Arabic letters ends a sentence, the space left out, after a letter that only ends words or
# before a word that often opens a sentence; elsewhere it cuts a word.
_OPENS_AR = r"(?:و?في|و?من|كما|فيما|وقال|وقالت|وأضاف|وأضافت|وأشار|وكان|وكانت)\s"
_NOISE = re.compile(
    # Arabic words cut by tatweel and dots or a space: قتـ ـلى, قـ.ـوات
    rf"(?<=[{_AR}{_MARK}])\u0640+[ .*_-]+\u0640*(?=[{_AR}])|(?<=[{_AR}{_MARK}])[ .*_-]+\u0640+(?=[{_AR}])"
    rf"|(?<=[{_AR}])(?:\*|(?<![\u0629\u0649])\.(?!{_OPENS_AR}))(?=[{_AR}])"
    # Latin words cut by stars: IS*IS, Gu*nmen
    rf"|(?<=[{_L}])[*•]+(?=[{_L}])"
    # an article parted from its name: al- Mayadin
    r"|(?<=\b[AaEe]l-) +(?=[A-Z])"
    rf"|[{_DROP}]+"
)
_SPACED = re.compile(rf"(?<![{_AR}])(?:[{_AR}] ){{2,}}[{_AR}](?![{_AR}])")
# A quick look that spares most texts the search above.
_MAYBE_NOISE = re.compile(rf"[{_DROP}*•]|l- |[{_AR}](?:\.[{_AR}]| [{_AR}] )")


@dataclass(frozen=True, slots=True)
class Normal:
    """A normalised text with the way back: ``starts[k]`` and ``shifts[k]`` say by how much
    an offset at or after ``starts[k]`` moved; both are empty when nothing was cut."""

    text: str
    original: str
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The original's ``start, end`` of a span of the normalised text (end exclusive)."""
        if not self.starts:
            return start, end
        first = self.shifts[bisect_right(self.starts, start) - 1]
        last = self.shifts[bisect_right(self.starts, max(end - 1, start)) - 1]
        return start + first, end + last

    def slice(self, start: int, end: int) -> str:
        """The original's own characters of a span of the normalised text."""
        first, last = self.back(start, end)
        return self.original[first:last]


@lru_cache(maxsize=4096)
def _compat_of(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def _compat(found: re.Match[str]) -> str:
    """NFKC of one character where that keeps one character, else the character itself."""
    return _compat_of(found[0])


_FAR = re.compile("[\u0700-\U0010ffff]")  # characters that NFKC may change


def normalise(text: str) -> Normal:
    """The text with one form per character, cuts undone, and offsets kept.

    Same-length changes (quotes, dashes, digits, Arabic letter forms) cost no map; cuts
    (diacritics, tatweel, obfuscation inside words) are recorded.
    """
    same = text.translate(_SAME_LENGTH)
    if not same.isascii():
        same = _FAR.sub(_compat, same)
    if _MAYBE_NOISE.search(same) is None:
        return Normal(same, text)
    cuts = [match.span() for match in _NOISE.finditer(same)]
    for run in _SPACED.finditer(same):
        cuts += [(i, i + 1) for i in range(run.start(), run.end()) if same[i] == " "]
    if not cuts:
        return Normal(same, text)
    cuts.sort()
    pieces: list[str] = []
    starts, shifts, at, length = [0], [0], 0, 0
    for start, end in cuts:
        if start < at:
            continue
        pieces.append(same[at:start])
        length += start - at
        at = end
        if starts[-1] == length:
            shifts[-1] = at - length
        else:
            starts.append(length)
            shifts.append(at - length)
    pieces.append(same[at:])
    return Normal("".join(pieces), text, tuple(starts), tuple(shifts))


# --- tokens --------------------------------------------------------------------------------


class Token(NamedTuple):
    """A word, number or mark; ``start, end`` index the normalised text.

    ``low`` is the form to compare: lower case, without Latin accents, Arabic letters folded.
    ``kind`` is ``w`` (word), ``n`` (number) or ``p`` (punctuation). A hyphen inside a word
    separates two word tokens and leaves no token of its own; ``'s`` is a token.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str


# In this order: a dotted abbreviation, a word, a number, 's, a mark.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*"
    r"|\d+(?:[,.]\d{3})*(?:[.,]\d+)?"
    r"|'s\b"
    r"|(?<![^\W_])-|-(?![^\W_])|[^\w\s-]"
)
_AR_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ء": None})


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word's form to compare: lower case, no accents, no apostrophes or dots, Arabic folded.

    >>> fold("Māyadīn"), fold("U.S."), fold("الميادين")
    ('mayadin', 'us', 'الميادين')
    """
    if word.isascii():
        return word.lower().replace("'", "").replace(".", "")
    flat = unicodedata.normalize("NFKD", word.lower().translate(_AR_FOLD)).translate(_AR_FOLD)
    bare = "".join(c for c in flat if not unicodedata.combining(c) and c not in "'.")
    return bare.replace("اا", "ا")  # a slip of the key: «االجورة»


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]`` of a normalised text, offsets into the whole of it."""
    new, low_and_kind = tuple.__new__, _low_and_kind
    return [
        new(Token, (*match.span(), word := match[0], *low_and_kind(word)))
        for match in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]


@lru_cache(maxsize=65536)
def _low_and_kind(word: str) -> tuple[str, str]:
    """What every token written so has in common."""
    if word[0].isdecimal():
        return word, "n"
    return (fold(word), "w") if word[0].isalnum() or word == "'s" else (word, "p")


# --- sentences -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the normalised text; ``index`` counts in the report, ``paragraph`` too."""

    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    index: int
    paragraph: int


_ABBREVIATIONS = (
    "mr mrs ms dr gen col maj lt capt sgt st no vs etc approx dept jan feb mar apr jun jul "
    "aug sep sept oct nov dec brig"
).split()
# It opens with the few characters that can end a sentence: that is what makes the search fast.
_BREAK = re.compile(
    r"[\n.!?؟۔](?:"
    r"(?<=\n)(?:\s*\n)?"  # a line break always ends a sentence
    r"|(?<!\n)[\"')\]]*\s+(?=[\"'(\[]*[^\sa-z,;)\]])"
    r"|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+,? [a-z]|(?:The|An?|In|On) [A-Z])"  # "troops.Militants fired"
    rf"|(?<=[{_AR}\s\"')\]]\.)(?=[{_AR}])"  # what is left of dots in Arabic words by now
    r")"
)
_LAST_WORD = re.compile(r"([A-Za-z]+)\.$")
_HOUR = re.compile(r"\d\s?[ap]\.m\.$", re.IGNORECASE)
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)"
)


def sentences_of(text: str, start: int = 0, end: int | None = None, index: int = 0) -> list[Sentence]:
    """The sentences of ``text[start:end]`` of a normalised text, in order; blank ones are left out."""
    stop = len(text) if end is None else end
    found: list[Sentence] = []
    at, paragraph = start, 0
    for match in _BREAK.finditer(text, start, stop):
        is_line = "\n" in match.group()
        last = match.start() + (text[match.start()] != "\n")
        if not is_line:
            word = _LAST_WORD.search(text, max(at, last - 12), last)
            if word and (word[1].lower() in _ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper())):
                continue
            if _DAY.match(text, match.end()) and _HOUR.search(text, max(at, last - 12), last):
                continue  # "at 10:30 p.m. Monday"
        _append(found, text, at, last, index, paragraph)
        at = match.end()
        paragraph += is_line
    _append(found, text, at, stop, index, paragraph)
    return found


LONGEST = 150
"""Tokens of the longest sentence; a longer one (a list without full stops, or noise) is cut at its
last comma or semicolon before that, so that what is looked up around each word stays bounded."""
_CUTS = ",;،؛"
_TURNS = frozenset({"while", "also"})  # rather before a clause of its own


def _append(found: list[Sentence], text: str, start: int, end: int, index: int, paragraph: int) -> None:
    raw = text[start:end]
    body = raw.strip()
    if not body:
        return
    first = start + (len(raw) - len(raw.lstrip()))
    tokens = tuple(tokens_of(text, first, first + len(body)))
    if 0 < len(tokens) <= LONGEST:
        found.append(Sentence(first, first + len(body), body, tokens, index + len(found), paragraph))
        return
    at = 0
    while at < len(tokens):
        part = tokens[at : at + LONGEST]
        if at + LONGEST < len(tokens):
            marks = [k for k, token in enumerate(part) if token.kind == "p" and token.text in _CUTS]
            turns = [k for k in marks if k + 1 < len(part) and part[k + 1].low in _TURNS]
            marks = turns if turns and turns[-1] > LONGEST // 2 else marks
            part = part[: marks[-1] + 1 if marks else LONGEST]
        start, end = part[0].start, part[-1].end
        found.append(Sentence(start, end, text[start:end], part, index + len(found), paragraph))
        at += len(part)


_START = attrgetter("start")


def tokens_in(tokens: Sequence[Token], start: int, end: int) -> range:
    """The indexes of the tokens that begin in ``start:end`` of the normalised text."""
    first = bisect_left(tokens, start, key=_START)
    return range(first, bisect_left(tokens, end, first, key=_START))


def span_of(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """``start, end`` in the normalised text of tokens ``first`` to ``last``, both included."""
    return tokens[first].start, tokens[last].end
