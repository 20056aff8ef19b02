"""The written forms of an Arabic verb, from the masculine singular of its past ("قصف", "أطلق * النار")."""

from __future__ import annotations

_AFTER_STEM = ("ه", "ها", "هم", "هما")  # object pronouns
_OWN = ("ه", "ها", "هم", "هما")  # of what the subject owns: "فجر * نفسه", "فجرت * نفسها"
_NOT_OWN = frozenset({"الله", "هذه", "وجه", "مياه", "شبه"})
_WEAK = 3  # letters of a verb of the plain measure


def past_forms(phrase: str) -> list[str]:
    """The third persons of the past."""
    verb, tail = _parted(phrase)
    stem, dual = (verb[:-1], verb[:-1] + "يا") if verb.endswith("ى") else (verb, verb + "ا")
    return [form + tail for form in (verb, stem + "ت", stem + "وا", dual, stem + "تا")]


def with_pronouns(phrase: str) -> list[str]:
    """The third persons of the past with whom the verb befalls written on: "قتلهم", "قتلته", "قتلوه".

    Not "سرقه": folded it is the noun "سرقة".
    """
    verb, tail = _parted(phrase)
    is_weak = verb.endswith("ى")
    stem, alone = (verb[:-1], verb[:-1] + "ا") if is_weak else (verb, verb)
    forms = [form + end for form in (alone, stem + "ت", stem + "و") for end in _AFTER_STEM]
    return [form + tail for form in forms if is_weak or form != verb + "ه"]


def present_forms(phrase: str) -> list[tuple[str, str]]:
    """``(form, tense)`` of the present and the future; none where the past does not tell them."""
    verb, tail = _parted(phrase)
    stem = _present_stem(verb)
    if stem is None:
        return []
    many = (stem[:-1] if stem[-1] in "يى" else stem) + "ون"
    forms = ["ي" + stem, "ت" + stem, "ي" + many]
    return [(f + tail, "present") for f in forms] + [("س" + f + tail, "future") for f in forms]


def owned_forms(phrase: str) -> list[str]:
    """A phrase whose last word ends in "his", also with "her" and "their": "أحكم * سيطرته"."""
    head, _, last = phrase.rpartition(" ")
    if not head or len(last) <= _WEAK or not last.endswith("ه") or last in _NOT_OWN:
        return [phrase]
    return [f"{head} {last[:-1]}{end}" for end in _OWN]


def _parted(phrase: str) -> tuple[str, str]:
    verb, _, rest = phrase.partition(" ")
    return verb, f" {rest}" if rest else ""


def _present_stem(verb: str) -> str | None:
    """What follows the prefix of the present: "طلق" of "أطلق", "ستهدف" of "استهدف"."""
    if len(verb) < _WEAK:
        return verb
    if verb[0] in "أا" and len(verb) > _WEAK:
        stem = verb[1:]
        hollow = verb[0] == "أ" or verb.startswith("است")  # "أغار", "استعاد"; but "اغتال", "اقتاد"
        if stem[-2] == "ا" and hollow and len(stem) in (_WEAK, _WEAK + 2):
            stem = stem[:-2] + "ي" + stem[-1]
        return stem[:-1] + "ي" if stem[-1] == "ى" else stem
    if len(verb) == _WEAK and verb[1] == "ا":
        return None  # "قام": "يقوم", "سار": "يسير"
    if verb[0] == "و" and len(verb) == _WEAK:
        return None  # "وصل": "يصل"
    if verb[-1] == "ى" and verb[0] != "ت":
        return verb[:-1] + "ي"
    return verb[:-1] + "و" if verb[-1] == "ا" else verb
