"""The language of a text: its script, its small words, and where they do not tell, a trained identifier."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.lexicon import Lexicon
from core.text import fold

READ = frozenset({"en", "ar"})
_ENGLISH = frozenset({"en", "pcm"})
# ISO 639 codes of spoken Arabic that the identifier tells apart; all of them are read as Arabic.
_ARABIC = frozenset({"ar", "arz", "ary", "arb", "apc", "ajp", "acm", "ars", "aeb", "afb", "apd"})
_SMALL = ("be", "determiner", "in", "agent", "preposition")  # cue classes made of small words
_LEAST = {"en": 0.2, "ar": 0.06}  # their share; Arabic writes many onto the next word
_SAMPLE = 400  # words looked at
_SHORT = 12  # words; fewer say too little for the identifier
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def language_of(text: str, lexicon: Lexicon) -> str:
    """The ISO 639 code of a text's language; ``en`` or ``ar`` by script where it is short or mixed."""
    words = _WORD.findall(text)[:_SAMPLE]
    arabic = [word for word in words if "\u0600" <= word[0] <= "\u06ff"]
    script = "ar" if 2 * len(arabic) > len(words) else "en"
    told = arabic if script == "ar" else [word for word in words if word[0] < "\u0250"]
    if len(told) < _SHORT or _share_of_small(told, lexicon) >= _LEAST[script]:
        return script
    code = _identified(" ".join(told))
    return "en" if code in _ENGLISH else "ar" if code in _ARABIC else code


def _share_of_small(words: Sequence[str], lexicon: Lexicon) -> float:
    small = frozenset[str]().union(*(lexicon.words[name] for name in _SMALL))
    return sum(fold(word) in small for word in words) / len(words)


def _identified(text: str) -> str:
    """The identifier's best guess; it is loaded on first use because that takes most of a second."""
    from py3langid import classify

    code: str = classify(text)[0]
    return code
