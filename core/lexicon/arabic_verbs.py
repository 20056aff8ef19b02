"""The written forms of an Arabic verb, from the third person masculine of its past ("أطلق * النار")."""

from __future__ import annotations

from collections.abc import Iterator

_HARMS = frozenset({"captured", "killed", "wounded"})
_NO_CASE = ("ة", "ا", "ت", "ين", "ون", "ى", "ات", "ء")  # endings to which an accusative adds no letter
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
    """``(form, tense)`` of the present and the future; none where the past does not tell it."""
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


def further_forms(phrase: str, tense: str, frame: str) -> Iterator[tuple[str, str]]:
    """``(form, tense)`` that follow from a listed form of a verb: persons, presents, an accusative object."""
    verb, tail = _parted(phrase)
    last = tail.rsplit(" ", 1)[-1]
    is_object = bool(tail) and len(last) >= _WEAK and not last.startswith("ال")
    wholes = [phrase]
    if is_object and last.endswith("ة"):
        wholes.append(phrase[:-1] + "تين")
    elif is_object and not last.endswith(_NO_CASE):
        wholes += [phrase + "ا", phrase + "ين"]  # "أقام حاجزا"
    for whole in wholes:
        if tense == "past" and not verb.endswith(("ت", "وا")) and len(verb) >= _WEAK:
            yield from ((form, "past") for form in past_forms(whole))
            if frame != "station" and len(verb) > _WEAK:  # "يتمركز": how things stand
                yield from present_forms(whole)
        elif tense == "present" and verb[0] in "يت" and not verb.endswith("ون"):
            stem = whole[1:]
            many = (verb[1:-1] if verb.endswith("ي") else verb[1:]) + "ون" + whole[len(verb) :]
            yield from ((form, "present") for form in ("ي" + stem, "ت" + stem, "ي" + many))
        else:
            yield whole, tense
    derived = verb[:1] in "اأ" or verb[1:2] == "ا"
    if tense == "past" and not tail and frame in _HARMS | ({"act"} if derived else set()):
        yield from ((form, "past") for form in with_pronouns(verb))
