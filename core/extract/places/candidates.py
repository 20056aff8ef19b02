"""The places that a name may mean, ranked, and the one that it means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from core.extract.places.toponyms import ENGLISH_WORDS, PLURAL_KINDS, Toponym, is_of_list
from core.lexicon import Lexicon
from core.lexicon.matcher import Match, Matches
from core.lexicon.names import fold_name_word, is_article, key_of
from core.model import Place
from core.text import Token

LEAST_SCORE = 0.35  # below it a name is rather no place than this one
_NAMES = 2  # words of a man's name before his surname
_MARKS = frozenset("(\"'")
_GOES_ON = frozenset({",", "،", "and"})
_KUNYA = frozenset({"abu", "abou", "umm"})  # after a name that opens a sentence: "Omar Abu X"
_RURAL = frozenset({"ريف", "بريف", "الريف", "بالريف", "countryside"})
_TO_TOWN = frozenset({"of", "the", "city", "town", "مدينه", "بلده"})
_TO_CITY = 3  # tokens: "the city of X", "X city's eastern countryside"
_LONG_LIST = 9  # tokens from a plural kind to a name of its list
_ENDS_LIST = ("in", "from", "to", "near", "against", "boundary", "trigger", "feature", "say", "countryside")
_ONE = frozenset({"a", "an"})
_PART = frozenset(["of", "the", "countryside", "rural", "part", "parts", "areas", "villages", "towns", "ريف"])
_BETWEEN = frozenset({"northeast", "northwest", "southeast", "southwest"})
_POSSESSIVE = frozenset({"'s", "’s", "s", "'"})
_WHERE = (
    "in", "from", "to", "via", "near", "offset", "direction", "border", "coordination", "trigger", "feature",
    "against",
)  # fmt: skip
_IN = frozenset(["in", "at", "inside", "within", "near"])
_ENDS_NAME = frozenset({",", ".", ";", ":", ")", "(", "-"})
_BULLETS = "-•*–"
_SMALL_WORDS = frozenset({"of", "the", "neighboring", "neighbouring", "nearby"})


def choose(
    toponym: Toponym, tokens: Sequence[Token], matches: Matches, lexicon: Lexicon, is_item: bool
) -> tuple[Place, float] | None:
    """The best candidate with its score in 0..1, or ``None`` where no place is meant."""
    score, best = candidates_of(toponym, tokens, matches, lexicon, is_item)[0]
    if score < LEAST_SCORE:
        return None
    direction = _direction(toponym, matches, tokens)
    part = lexicon.gazetteer.part(best, direction) if direction else None
    return part or _around(best, toponym, tokens, matches, lexicon) or best, score


def _around(
    town: Place, toponym: Toponym, tokens: Sequence[Token], matches: Matches, lexicon: Lexicon
) -> Place | None:
    """What lies around a town in whose countryside something is: «ريف مدينة دير الزور» is the governorate,
    "X's eastern countryside", «الريف الشرقي لمدينة أ» the countryside that the gazetteer has."""
    if town.feature_type not in {"city", "town"}:
        return None
    before, after = toponym.first - 1, toponym.last + 1
    while before > 0 and (tokens[before].low in _TO_TOWN or is_article(tokens[before].low)):
        before -= 1
    if toponym.prefix == "ل" and matches.has("direction", before, before):
        before -= 1
    while after < len(tokens) and (
        tokens[after].low in _POSSESSIVE or matches.has("direction", after, after)
    ):
        after += 1
    if not any(
        0 <= k < len(tokens) and tokens[k].low in words
        for k, words in ((before, _RURAL), (after, {"countryside"}))
    ):
        return None
    areas = (a for a in lexicon.gazetteer.ancestors(town.place_id) if a.feature_type == "governorate")
    seat = next((area for area in areas if lexicon.gazetteer.seat(area) is town), None)
    rural = lexicon.gazetteer.by_key("ريف" + (_key_of_arabic(town.name_ar) or ""))
    return seat or (rural[0] if rural else None)


def candidates_of(
    toponym: Toponym, tokens: Sequence[Token], matches: Matches, lexicon: Lexicon, is_item: bool = False
) -> list[tuple[float, Place]]:
    """Every place that a toponym may mean with its score in 0..1, the best first; ``is_item``: it goes on
    with a list of places, which makes it one."""
    gazetteer = lexicon.gazetteer
    kinds = matches.of("feature")
    if own := [m for m in kinds if _closes(m, toponym, tokens)]:
        kinds = own  # "a city of X province": the province
    stated = {
        m.value
        for m in kinds
        if (
            _beside(m, toponym, tokens)
            or is_of_list(m, toponym, tokens)
            or _opens_list_of(m, toponym, tokens, matches)
        )
        and not matches.has("countryside", m.first, m.last)  # "the suburbs of X": around it
    }
    if "district" in stated:
        stated.add("neighbourhood")  # reports call a quarter of a city a district
    rural = any(_beside(m, toponym, tokens) for m in matches.of("countryside"))
    several = _has_several(toponym, tokens, matches)
    every = all(place.place_id in gazetteer.needs_cue for place in toponym.candidates)
    is_item = is_item or (every and _is_plainly_in(toponym, tokens))
    person = _is_in_person(toponym, tokens, matches, lexicon) or _has_given_name(toponym, tokens, matches)
    ranked: list[tuple[float, Place]] = []
    for place in toponym.candidates:
        score = 0.6
        if toponym.key in (gazetteer.main_key(place), _key_of_arabic(place.name_ar)):
            score += 0.06 if "(" not in place.name else 0.03
        is_area = gazetteer.feature_types[place.feature_type].is_area
        if several and is_area:
            score += 0.5
        elif place.feature_type in stated:
            score += 0.35
        elif any(gazetteer.alike(place.feature_type, kind) for kind in stated):
            score += 0.33
        elif stated and not any(gazetteer.alike(place.feature_type, kind) for kind in stated):
            score -= 0.25
        if place.place_id in gazetteer.needs_cue and not stated and not is_item:
            score -= 0.45
        if person and not any(
            gazetteer.alike(place.feature_type, kind) or place.feature_type == kind for kind in stated
        ):
            score -= 0.45  # part of a longer name, that of a man or of another place
        if place.place_id in lexicon.words["bare_is_area"] and not stated & {"city", "town"}:
            score += 0.15  # of other governorates a bare name is the city's
        if rural and is_area:
            score += 0.2
        if place.place_id in lexicon.in_area:
            score += 0.1
        ranked.append((score, place))
    ranked.sort(key=lambda pair: -pair[0])  # before they are bounded: two sure ones are no tie
    return [(max(0.0, min(score, 1.0)), place) for score, place in ranked]


def _closes(match: Match, toponym: Toponym, tokens: Sequence[Token]) -> bool:
    """Whether a kind is the last word of a name in Latin letters, or right behind it: "X province"."""
    ends = match.last == toponym.last and match.first > toponym.first
    return (ends or match.first == toponym.last + 1) and "a" <= tokens[match.first].low[0] <= "z"


def _is_plainly_in(toponym: Toponym, tokens: Sequence[Token]) -> bool:
    """Whether a name in Latin letters stands alone behind "in": Arabic alone has words that look like it."""
    if tokens[toponym.first].low > "\u0600" or tokens[toponym.last].kind == "n":
        return False
    at, after = toponym.first - 1, tokens[toponym.last + 1 : toponym.last + 2]
    while at > 0 and is_article(tokens[at].low) and tokens[at].low not in ENGLISH_WORDS:
        at -= 1
    alone = not after or after[0].low in _ENDS_NAME or after[0].text.islower()
    return at >= 0 and tokens[at].low in _IN and alone


def _opens_list_of(match: Match, toponym: Toponym, tokens: Sequence[Token], matches: Matches) -> bool:
    """Whether an Arabic plural kind opens a list that a name goes on with: «أحياء أ وب وج»."""
    named = not match.prefix.endswith("ال") and tokens[match.last].low.endswith(PLURAL_KINDS)
    joined = toponym.prefix[:1] == "و" or tokens[toponym.first - 1].low == "و"
    if not (joined and named):
        return False
    between = range(match.last + 1, toponym.first)
    return 0 < len(between) <= _LONG_LIST and not any(
        matches.has(kind, k, k) for k in between for kind in _ENDS_LIST
    )


@cache
def _key_of_arabic(name: str | None) -> str | None:
    return key_of(name) if name else None


def _has_several(toponym: Toponym, tokens: Sequence[Token], matches: Matches) -> bool:
    """Whether towns or villages are said to be of a name that opens no list: it is an area's."""
    after = [t for t in tokens[toponym.last + 1 : toponym.last + 3] if not is_article(t.low)]
    if after and after[0].low.startswith("و"):
        return False
    if len(after) == 2 and after[0].text in _GOES_ON and not after[1].text.islower():
        return False
    kinds = (m for m in matches.of("feature") if matches.has("several", m.first, m.last))
    return any(_beside(m, toponym, tokens) for m in kinds)


def _is_in_person(toponym: Toponym, tokens: Sequence[Token], matches: Matches, lexicon: Lexicon) -> bool:
    """Whether a name is part of a longer one that nothing explains ("Hussam Eesa", "Adnan Afrin")."""
    after = toponym.last + 1
    if after + 1 < len(tokens) and is_article(tokens[after].low) and tokens[after].low not in ENGLISH_WORDS:
        after += 1  # "Kassar Al-Ammash"
    kunya = tokens[toponym.first].low in _KUNYA
    for at in (toponym.first - 1, after):
        if not 0 <= at < len(tokens) or (
            at == 0 and at < toponym.first and not kunya and not _is_subject(after, tokens, matches)
        ):
            continue
        token = tokens[at]
        if token.kind == "w" and token.low < "\u0600" and token.text[0].isupper() and len(token.low) > 1 and (
            not is_article(token.low)
            and token.low not in lexicon.date_words.triggers  # "in Hajin Tuesday"
            and not matches.has_any(matches.flags.keys() - {"place_part"} if kunya else matches.flags, at, at)
        ):  # fmt: skip
            return at <= toponym.last + 1 or not lexicon.gazetteer.by_key(fold_name_word(token.low))
    return False


def _has_given_name(toponym: Toponym, tokens: Sequence[Token], matches: Matches) -> bool:
    """Whether an Arabic name follows a man's own, or his father's: «سليمان الحسين», «أحمد الخاطر الحسين»."""
    if toponym.prefix not in {"", "ال"} or tokens[toponym.first].low < "\u0600":
        return False
    for before in range(toponym.first - 1, max(toponym.first - 1 - _NAMES, -1), -1):
        if matches.has("given_name", before, before):
            return True
        if tokens[before].kind != "w" or matches.has_any(matches.flags.keys(), before, before):
            return False
    return False


def _is_subject(after: int, tokens: Sequence[Token], matches: Matches) -> bool:
    """Whether what opens a sentence is said to be or do something right away: "Khaled al-X was killed"."""
    return after < len(tokens) and matches.has_any(("be", "say"), after, after)


def _beside(match: Match, toponym: Toponym, tokens: Sequence[Token]) -> bool:
    """Whether a type word stands in a name, right before it (with "of", articles) or right after it."""
    if toponym.first <= match.first and match.last <= toponym.last:
        return True
    if 0 < match.first - toponym.last <= 2 and all(
        t.kind != "p" for t in tokens[toponym.last + 1 : match.first]
    ):
        if toponym.first and tokens[toponym.first - 1].low in _ONE:
            return False  # "X, a Deir Ezzor town": a town of it
        return match.first - toponym.last == 1 or tokens[match.first - 1].text[0].isupper()
    after = tokens[toponym.last + 1 : match.first]
    if 2 <= len(after) <= 3 and after[0].text == "," and after[1].low in {"a", "an", "the"}:
        return True  # "X, a village in the north"
    gap = toponym.first - match.last - 1
    between = tokens[match.last + 1 : toponym.first]
    return 0 <= gap <= 2 and all(t.low == "of" or t.text in _MARKS or is_article(t.low) for t in between)


def _direction(toponym: Toponym, matches: Matches, tokens: Sequence[Token]) -> str | None:
    """The compass word that makes a part of an area: "eastern countryside of X", "rural western X"."""
    beside = toponym.last if tokens[toponym.last].low > "\u0600" else toponym.last + 1
    if any(
        m.value == "city" and toponym.first - _TO_CITY <= m.first <= beside for m in matches.of("feature")
    ) and not any(
        matches.has("countryside", k, k)
        for k in range(toponym.first - _TO_CITY, toponym.last + _TO_CITY)
        if k >= 0
    ):
        return None  # "the southern front of the city of X", "south of X city"
    for match in matches.of("direction"):
        before = tokens[match.last + 1 : toponym.first]
        after = tokens[toponym.last + 1 : match.first]
        if [t.low for t in before] == ["of"] and match.value in _BETWEEN:
            continue  # "northwest of X": a bearing from the town
        if 0 <= toponym.first - match.last - 1 <= 4:
            is_tied = all(t.kind == "w" and (t.low in _PART or is_article(t.low)) for t in before)
        elif 0 <= match.first - toponym.last - 1 <= 2:
            is_tied = all(t.low in _PART or t.text in _POSSESSIVE for t in after) and (
                tokens[match.first].low[:1] > "\u0600"
                or matches.has("countryside", match.last + 1, match.last + 1)  # "X eastern countryside"
                or (bool(after) and not tokens[match.last].low.endswith("ern"))  # "in X's east"
            )
        else:
            continue
        if is_tied:
            return str(match.value)
    return None


def is_where(tokens: Sequence[Token], toponym: Toponym, matches: Matches) -> bool:
    """Whether a name from outside says where, not who ("Washington keeps soldiers"): a preposition, a
    compass word, a verb or a list stands before it."""
    before = toponym.first - 1
    while before >= 0 and (tokens[before].low in _SMALL_WORDS or is_article(tokens[before].low)):
        if tokens[before].low in ENGLISH_WORDS:
            break  # "at the crossing"
        before -= 1
    if before == 0 and tokens[0].text in _BULLETS:
        before = -1
    if before < 0:
        return toponym.last + 1 < len(tokens) and tokens[toponym.last + 1].kind == "p"
    if matches.has("led_by", before, before):
        return False  # «بقيادة واشنطن»
    if tokens[before].low > "\u0600" and not toponym.prefix:
        return not matches.has("say", toponym.last + 1, toponym.last + 1)  # "Ankara announced ..."
    if toponym.prefix or tokens[before].text in ",(":
        return True
    return matches.has_any(_WHERE, before, before)
