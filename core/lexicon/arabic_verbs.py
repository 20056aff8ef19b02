"""The written forms of an Arabic verb, from the third person masculine of its past ("أطلق * النار").

Persons follow from every form. Presents and pronouns of a verb of three letters may be another word's
("يكمن") or, folded, a noun's ("سرقه", "سرقة"): of those, only what a row's own verb has or what harms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Pair = tuple[str, str]  # form and tense

_HARMS = frozenset({"captured", "killed", "wounded"})
_DONE_TO = _HARMS | {"act", "mutual", "burst"}
_NO_CASE = ("ا", "ت", "ين", "ون", "ى", "ء")  # endings to which an accusative adds no letter
_THIRD = ("ه", "ها", "هم", "هما")  # written on: whom a verb befalls, and whose a noun is
_PLAIN = 3  # letters of a verb of the first measure
_STRUCK = "-"


def arabic_verb_forms(listed: Sequence[Pair], frame: str) -> tuple[list[Pair], list[Pair]]:
    """The forms that are a row's own and those that follow from it, which give way to any row's own.

    ``listed`` is what the row writes, its verb first; a "-" before a form strikes it from the row's own,
    which are those written and the persons of the verb itself, alone or in a listed phrase.
    """
    verb = listed[0][0].split()[0]
    own: dict[Pair, None] = {}
    follow: dict[str, str] = {}
    struck = {phrase[1:] for phrase, _ in listed if phrase[0] == _STRUCK}
    for phrase, tense in listed:
        if phrase[0] == _STRUCK:
            continue
        if tense == "past" and phrase.split()[0] == verb:
            own.update(dict.fromkeys(_of_verb(phrase, frame)))
        else:
            own[phrase, tense] = None
        follow.update(_of_listed(phrase, tense, frame))
    return [pair for pair in own if pair[0] not in struck], list(follow.items())


def _of_verb(phrase: str, frame: str) -> Iterator[Pair]:
    """Of the row's verb: presents and pronouns only where it is done to another, else they tell of states
    ("تصل", "عبره"); nobody is written on a mutual one."""
    for whole in _owned(phrase):
        yield from _past(whole)
        if frame in _DONE_TO:
            if frame != "mutual":
                yield from _befalling(whole)
            yield from _present_of_past(whole)


def _of_listed(phrase: str, tense: str, frame: str) -> Iterator[Pair]:
    """Of any listed form: its persons, its present if that is sure, with its object in every case."""
    verb, tail = _parted(phrase)
    is_cited = tense == "past" and len(verb) >= _PLAIN and not verb.endswith(("ت", "وا"))
    for whole in _in_cases(phrase):
        if is_cited:
            yield from _past(whole)
            if frame != "station" and len(verb) > _PLAIN:  # "يتمركز": how things stand
                yield from _present_of_past(whole)
        elif tense == "present" and verb[0] in "يت" and not verb.endswith("ون"):
            yield from _present(verb[1:], whole[len(verb) :], "ي")
        else:
            yield whole, tense
    is_derived = verb[0] in "اأ" or verb[1:2] == "ا"  # "أوقف", "اعتقل", "حاصر": no noun looks like these
    if tense == "past" and not tail and (frame in _HARMS or (frame == "act" and is_derived)):
        yield from _befalling(phrase)


def _past(phrase: str) -> Iterator[Pair]:
    """The third persons: he, she, they, the two and the two women; a weak ending falls ("رمى": "رمت") or
    comes back ("رميا")."""
    verb, tail = _parted(phrase)
    stem, dual = (verb[:-1], verb[:-1] + "يا") if verb.endswith("ى") else (verb, verb + "ا")
    for form in (verb, stem + "ت", stem + "وا", dual, stem + "تا"):
        yield form + tail, "past"


def _befalling(phrase: str) -> Iterator[Pair]:
    """The past with whom it befalls written on: "قتلته", "قتلوه"; a weak ending becomes "ا" ("أرداه")."""
    verb, tail = _parted(phrase)
    stem, alone = (verb[:-1], verb[:-1] + "ا") if verb.endswith("ى") else (verb, verb)
    for form in (alone, stem + "ت", stem + "و"):
        for end in _THIRD:
            if form + end != verb + "ه":  # "سرقه"
                yield form + end + tail, "past"


def _present_of_past(phrase: str) -> Iterator[Pair]:
    """The present and the future ("س"), where the past tells the present."""
    verb, tail = _parted(phrase)
    stem = _present_stem(verb)
    if stem is not None:
        yield from _present(stem, tail)
        yield from (("س" + form, "future") for form, _ in _present(stem, tail))


def _present(stem: str, tail: str, weak: str = "يى") -> Iterator[Pair]:
    """He, she and they: "يقصف", "تقصف", "يقصفون"; before "ون" a weak ending falls ("يستولون")."""
    many = (stem[:-1] if stem[-1] in weak else stem) + "ون"
    for form in ("ي" + stem, "ت" + stem, "ي" + many):
        yield form + tail, "present"


def _present_stem(verb: str) -> str | None:
    """What follows the prefix of the present: "طلق" of "أطلق", "ستهدف" of "استهدف"; ``None`` of a verb of
    three letters that is hollow ("قام": "يقوم", "سار": "يسير") or begins with "و" ("وصل": "يصل")."""
    if verb[0] in "أا" and len(verb) > _PLAIN:
        stem = verb[1:]
        if stem[-2] == "ا" and len(stem) != _PLAIN + 1:  # "أغار", "استعاد"; but "اغتال", "اقتاد"
            stem = stem[:-2] + "ي" + stem[-1]
        return stem[:-1] + "ي" if stem[-1] == "ى" else stem
    if len(verb) == _PLAIN and (verb[1] == "ا" or verb[0] == "و"):
        return None
    if verb[-1] == "ى" and verb[0] != "ت":
        return verb[:-1] + "ي"
    return verb[:-1] + "و" if verb[-1] == "ا" else verb


def _owned(phrase: str) -> list[str]:
    """A phrase whose last word ends in "his", also with "her" and "their": "أحكم * سيطرته"."""
    head, _, last = phrase.rpartition(" ")
    if not head or not last.endswith("ه"):
        return [phrase]
    return [f"{head} {last[:-1]}{end}" for end in _THIRD]


def _in_cases(phrase: str) -> list[str]:
    """A phrase whose last word is an object without article, also in the accusative and in the dual:
    "أقام حاجزا", "أقام حاجزين", "نشر نقطتين"; with "his", also with "her" and "their"."""
    head, _, last = phrase.rpartition(" ")
    if not head or len(last) < _PLAIN or last.startswith("ال"):
        return [phrase]
    if last.endswith("ة"):
        return [phrase, phrase[:-1] + "تين"]
    if last.endswith("ه"):
        return _owned(phrase)
    return [phrase] if last.endswith(_NO_CASE) else [phrase, phrase + "ا", phrase + "ين"]


def _parted(phrase: str) -> tuple[str, str]:
    verb, _, rest = phrase.partition(" ")
    return verb, f" {rest}" if rest else ""
