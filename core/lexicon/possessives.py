"""Arabic nouns with "his", "her", "their" written onto them: "زوجته", "ولداها", "أبناؤهم"."""

from __future__ import annotations

from collections.abc import Iterator

_OWNERS = ("ه", "ها", "هم", "هما", "هن")
_PLURAL_OF_TWO_CASES = ("اء", ("اء", "ائ", "اؤ"))  # the seat of the hamza follows the case


def possessives(word: str) -> Iterator[str]:
    """A noun's forms with a possessive; duals and sound plurals lose their last letter before it.

    >>> " ".join(list(possessives("زوجة"))[:2])
    'زوجته زوجتها'
    >>> next(possessives("ولدان")), next(possessives("مرافقين"))
    ('ولداه', 'مرافقيه')
    """
    ending, seats = _PLURAL_OF_TWO_CASES
    if word.endswith("ة"):
        stems: tuple[str, ...] = (word[:-1] + "ت",)
    elif word.endswith(("ان", "ين", "ون")):
        stems = (word[:-1],)
    elif word.endswith(ending):
        stems = tuple(word[: -len(ending)] + seat for seat in seats)
    else:
        stems = (word,)
    for stem in stems:
        yield from (stem + owner for owner in _OWNERS)
