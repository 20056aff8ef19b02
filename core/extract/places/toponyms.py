"""Place names as written: what of a sentence names places, longest first, and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.extract.places.not_places import INSIDE, not_places
from core.lexicon import Lexicon
from core.lexicon.matcher import Match, Matches
from core.lexicon.names import fold_name_word, is_article, key_of
from core.model import Place
from core.text import Token

ENGLISH_WORDS = frozenset(
    ["as", "at", "an", "in", "er", "ed", "es", "en", "et", "il"]
)  # articles that are English words, too
PLURAL_KINDS = (
    "ات",
    "قري",
    "احيا",
    "مناطق",
    "بلدتي",
    "قريتي",
    "مدن",
    "بلدتين",
    "قريتين",
    "حيي",
    "حيا",
)  # folded
_OF = frozenset({"of", "in", "at", "near", "outside"})
_CITY_IN = ["city", "in"]  # "X city in Y", "a city in Y": none of that name
_OF_CITY = frozenset({"the", "city", "محافظه", "مدينه"})
_IN_ARABIC = frozenset({"في", "بمحافظه", "بمدينه"})
_AIRPORT = "مطار"
_AIRFIELDS = frozenset({"base", "airbase", "airport", "airfield"})
_PROVINCE = frozenset(
    {"of", "the", "in", "province", "governorate", "eastern", "city", "rich", "s", "'s", "'"}
)
_AREAS = frozenset({"province", "governorate", "district", "subdistrict", "region"})
_TO_AIRFIELD = 9  # tokens from "air base" to the name
_ADJECTIVE = ("ي", "يا")  # "a military Syrian airport in"
_SMALL = frozenset({"of", "al", "the"})
_ROAD, _DASHES = "طريق", frozenset("-–")
_POSSESSIVE = frozenset({"'s", "’s", "s"})
_SIDE_WORDS = frozenset({"شرقي", "غربي", "شمالي", "جنوبي"})
_HUBS = frozenset(
    ["دير", "ديرالزور", "مدينه", "محافظه", "البلاد", "سوريا", "سوريه", "الميادين", "البوكمال", "الفرات"]
)
_ORDINAL = frozenset(["st", "nd", "rd", "th"])
_DESERTS = dict.fromkeys(["badia", "badiya", "badiyah", "deserts", "steppe"], "desert")
_SOUND_WORDS = 3  # of a name known by its consonants
_WORDS = 6  # the longest window tried, articles not counted


class Toponym(NamedTuple):
    """A name as written, from its first token to its last, and the places it may mean."""

    first: int
    last: int
    candidates: tuple[Place, ...]
    prefix: str
    key: str


def toponyms_of(tokens: Sequence[Token], matches: Matches, lexicon: Lexicon) -> list[Toponym]:
    """Place names as written, longest first from the left, with every place they may mean.

    A name inside a longer actor, outlet or person's name is none; Latin names start with a capital, unless
    the gazetteer itself writes them small.
    """
    blocked = not_places(tokens, matches, lexicon)
    found: list[Toponym] = []
    free = 0
    small = lexicon.gazetteer.small  # first words and keys of names that are written small
    starts = [
        k
        for k, t in enumerate(tokens)
        if (t.kind == "w" and (t.text[0].isupper() or t.low > "\u0600" or t.low in small))
        or (t.kind == "n" and _is_ordinal(tokens, k))
    ]
    for at in starts:
        if at < free or at in blocked:
            continue
        best = _longest(tokens, at, lexicon) or _by_sound(tokens, at, matches, lexicon)
        if best is not None and tokens[at].text.islower() and best.key not in small:
            continue
        if best is None or any(i in blocked and not _is_part(blocked[i], best) for i in _tokens_of(best)):
            continue
        free = best.last + 1
        if _has_article(tokens, best.first):
            best = best._replace(first=best.first - 1)
        best = _with_kind_after(tokens, _with_kind(tokens, best, lexicon), lexicon)
        free = best.last + 1
        if found and _is_desert_of(found[-1], best, tokens):
            best = _in_desert(found.pop(), best, lexicon)
        found.append(best)
    return found


def _is_ordinal(tokens: Sequence[Token], at: int) -> bool:
    """ "the 137th Brigade"."""
    return at + 1 < len(tokens) and tokens[at + 1].low in _ORDINAL


def _is_desert_of(before: Toponym, toponym: Toponym, tokens: Sequence[Token]) -> bool:
    """ "Badiya al-X", «بادية X»: the desert beside X, not the whole of it."""
    between = tokens[before.last + 1 : toponym.first]
    return before.candidates[0].feature_type == "region" and all(
        is_article(t.low) or t.text in INSIDE for t in between
    )


def _in_desert(desert: Toponym, toponym: Toponym, lexicon: Lexicon) -> Toponym:
    keys = (toponym.key, *map(lexicon.gazetteer.main_key, toponym.candidates))  # "بادية مدينة X"
    named = (lexicon.gazetteer.by_key(key + fold_name_word("desert")) for key in keys)
    places = next(filter(None, named), ())
    return toponym._replace(first=desert.first, prefix=desert.prefix, candidates=places or toponym.candidates)


def _tokens_of(toponym: Toponym) -> range:
    return range(toponym.first, toponym.last + 1)


def _is_part(other: tuple[int, int], toponym: Toponym) -> bool:
    """Whether a name is only part of a longer place name: the tribe of "Jadid Bakkarah"."""
    first, last = other
    return toponym.first < first and last <= toponym.last


def _with_kind(tokens: Sequence[Token], toponym: Toponym, lexicon: Lexicon) -> Toponym:
    """ "The desert of X", "the airport in X" may mean the place called "X desert", "X airport"."""
    k = toponym.first - 1
    while k > 1 and tokens[k].low in _OF_CITY:
        k -= 1
    k = _airfield_before(tokens, k)
    key = toponym.key
    if (
        k >= 1
        and tokens[k].low in _OF
        and (tokens[k - 1].low in _AIRFIELDS or not _has_own_kind(tokens, toponym))
        and [t.low for t in tokens[k - 1 : k + 1]] != _CITY_IN
        and tokens[k - 1].low in lexicon.gazetteer.kind_words
    ):
        kind = "".join(fold_name_word(t.low) for t in tokens[max(k - 2, 0) : k])  # "the air base of X"
        seats = filter(None, map(lexicon.gazetteer.seat, toponym.candidates))  # "of the province of X"
        whole = (key, *map(lexicon.gazetteer.main_key, seats))
        wide = next((name + kind for name in whole if lexicon.gazetteer.by_key(name + kind)), None)
        last = fold_name_word(tokens[k - 1].low)
        key = wide or next(
            (name + last for name in whole if lexicon.gazetteer.by_key(name + last)), key + last
        )
    elif _is_airport_in(tokens, toponym):
        own = [t.low.removeprefix(toponym.prefix) for t in tokens[toponym.first : toponym.last + 1]]
        key = "".join(fold_name_word(low) for low in (_AIRPORT, *own) if low not in _OF_CITY)
    places = () if key == toponym.key else lexicon.gazetteer.by_key(key)
    return toponym._replace(candidates=places) if places else toponym


def _has_own_kind(tokens: Sequence[Token], toponym: Toponym) -> bool:
    """ "the district of X province": the province, whatever is told of it."""
    ends = tokens[max(toponym.last, toponym.first + 1) : toponym.last + 2]
    return any(t.low in _AREAS for t in ends)


def _airfield_before(tokens: Sequence[Token], at: int) -> int:
    """The "in" of "the air base in the eastern Syrian province of X": a province has one; else ``at``."""
    for k in range(at, max(at - _TO_AIRFIELD, 0), -1):
        if tokens[k].low in _OF and tokens[k - 1].low in _AIRFIELDS:
            return k
        if not (tokens[k].low in _PROVINCE or tokens[k].text[0].isupper() or tokens[k].low == "oil"):
            break
    return at


def _with_kind_after(tokens: Sequence[Token], toponym: Toponym, lexicon: Lexicon) -> Toponym:
    """ "X desert", "X crossing" in any spelling of X may mean the place that has the kind in its name."""
    after = tokens[toponym.last + 1 : toponym.last + 2]
    if not after or after[0].low > "\u0600" or after[0].low not in lexicon.gazetteer.kind_words:
        return toponym
    kind = fold_name_word(_DESERTS.get(after[0].low, after[0].low))
    for place in toponym.candidates:
        key = lexicon.gazetteer.main_key(place) + kind
        places = lexicon.gazetteer.by_key(key)
        if places:
            return Toponym(toponym.first, toponym.last + 1, places, toponym.prefix, key)
    return toponym


def _is_airport_in(tokens: Sequence[Token], toponym: Toponym) -> bool:
    """«مطار (عسكري سوري) في X», «المطار العسكري بX»."""
    k = toponym.first - 1
    while k > 0 and tokens[k].low in _OF_CITY:
        k -= 1
    if k > 0 and tokens[k].low in _IN_ARABIC:
        k -= 1
    elif not toponym.prefix.endswith("ب"):
        return False
    while k > 0 and tokens[k].low.endswith(_ADJECTIVE):
        k -= 1
    return k >= 0 and tokens[k].low.removeprefix("ال").startswith(_AIRPORT)


def _longest(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Toponym | None:
    first = tokens[at]
    if is_article(first.low) and first.low not in {"as", "at", "an"} and first.text[0].isupper() is False:
        return None
    if first.low in {"as", "at", "an"} and tokens[at + 1 : at + 2] and tokens[at + 1].text[0].islower():
        return None  # "An hour later"
    if first.low in {"a", "i"}:  # English words that would join the next one to a name ("A base")
        return None
    best = shorter = None
    kinds, by_key = lexicon.gazetteer.kind_words, lexicon.gazetteer.by_key
    beginnings = lexicon.gazetteer.beginnings
    for head, prefix in lexicon.gazetteer.openings(first.low):
        key, words = "", 0
        for k in range(at, min(at + _WORDS + 3, len(tokens))):
            token = tokens[k]
            if token.kind == "p":
                if token.text in INSIDE or (token.text in _DASHES and head == _ROAD):
                    continue  # «طريق أ - ب»
                break
            low = head if k == at else token.low
            if is_article(low) or low in _POSSESSIVE:  # "X's airport"
                continue
            small = token.kind == "w" and low[:1] < "\u0600" and token.text[0].islower()
            if k > at and small and not (
                low in kinds or low in _ORDINAL or by_key(key + fold_name_word(low))
            ):  # fmt: skip
                break
            key += fold_name_word(low)
            words += 1
            if words > _WORDS or key not in beginnings:
                break
            places = by_key(key)
            if not places or low == "و" or (k == at and _ordinary(tokens, at, low, lexicon)):
                continue
            if best is None or k > best.last:
                best, shorter = Toponym(at, k, places, prefix, key), best
    if best is not None and shorter is not None and _is_bearing(tokens, best.last):
        return shorter
    if best is None and len(first.low) > 6 and first.low[:2] in {"al", "el"}:
        key = fold_name_word(first.low[2:])
        places = by_key(key)
        if places:
            best = Toponym(at, at, places, "", key)
    return best


def _is_bearing(tokens: Sequence[Token], at: int) -> bool:
    """«بقرص شرقي دير الزور»: the side is that of the city named next, no part of the village's name."""
    after = tokens[at + 1 : at + 2]
    return tokens[at].low in _SIDE_WORDS and bool(after) and after[0].low in _HUBS


def _by_sound(tokens: Sequence[Token], at: int, matches: Matches, lexicon: Lexicon) -> Toponym | None:
    """A name that no row spells so, right beside "village" or "town": the one settlement of the area whose
    consonants it has."""
    if is_article(tokens[at].low):
        return None
    settled = lexicon.words["settlement"]
    opens = at
    while opens and (tokens[opens - 1].low in _SMALL or tokens[opens - 1].text in INSIDE):
        opens -= 1
    before = (
        opens > 0 and tokens[opens - 1].low in settled and not matches.has("several", opens - 1, opens - 1)
    )
    if not before and (
        tokens[at].low > "\u0600"
        or settled.isdisjoint([t.low for t in tokens[at + 1 : at + 1 + _SOUND_WORDS]])
    ):
        return None
    for last in range(min(at + _SOUND_WORDS, len(tokens)) - 1, at - 1, -1):
        words = tokens[at : last + 1]
        closed = last + 1 < len(tokens) and tokens[last + 1].low in settled and tokens[at].low < "\u0600"
        if not (before or closed) or any(t.kind != "w" or not _is_capital(t) for t in words):
            continue
        key = "".join(fold_name_word(t.low) for t in words if not is_article(t.low))
        places = [p for p in lexicon.gazetteer.by_sound(key) if p.place_id in lexicon.in_area]
        if len(places) == 1:
            return Toponym(at, last, tuple(places), "", lexicon.gazetteer.main_key(places[0]))
    return None


def _is_capital(token: Token) -> bool:
    return token.low[:1] > "\u0600" or token.text[0].isupper()


def _has_article(tokens: Sequence[Token], first: int) -> bool:
    """Whether the Arabic article in Latin letters stands before a name: it belongs to the name as written."""
    if first == 0 or tokens[first].low[:1] > "\u0600":
        return False
    before = tokens[first - 1]
    return (
        is_article(before.low) and before.low not in ENGLISH_WORDS and tokens[first].start - before.end == 1
    )


def _ordinary(tokens: Sequence[Token], at: int, low: str, lexicon: Lexicon) -> bool:
    """Whether a word alone is no place's name: "there", and "Omar" without the article of the field."""
    if tokens[at].low in lexicon.gazetteer.ordinary and tokens[at].low != low:
        return True  # «فرقة» is no "so (ف) Raqqa"
    if low not in lexicon.gazetteer.ordinary:
        return False
    return low not in lexicon.gazetteer.needs_article or at == 0 or not is_article(tokens[at - 1].low)


_LISTING = frozenset({"and", ",", "of", "the", "-"})
_LONG_LIST = 14  # tokens from a plural kind to a name of its list


def is_of_list(match: Match, toponym: Toponym, tokens: Sequence[Token]) -> bool:
    """Whether a plural kind stands at either end of a list that a name is in: "the villages of A, B and
    C", "A and B oil fields"."""
    if not tokens[match.last].low.endswith("s"):
        return False
    between = tokens[match.last + 1 : toponym.first] or tokens[toponym.last + 1 : match.first]
    beside = tokens[toponym.last + 1 : toponym.last + 2]
    if beside and beside[0].text[0].isupper() and toponym.last + 1 != match.first:
        return False  # part of a longer name
    names = [t for t in between if not (t.low in _LISTING or is_article(t.low))]
    listed = any(t.low in {"and", ","} for t in between)
    return listed and len(between) <= _LONG_LIST and all(t.text[0].isupper() or t.text == "'" for t in names)


def unnamed_sides(matches: Matches, named: Sequence[Toponym], lexicon: Lexicon) -> Iterator[Toponym]:
    """ "the eastern countryside" without a name is the home governorate's."""
    for side in matches.of("direction"):
        rural = next((m for m in matches.of("countryside") if -1 <= m.first - side.last <= 1), None)
        if rural is None:
            continue
        first, last = min(side.first, rural.first), max(side.last, rural.last)
        if any(-4 <= t.first - last <= 4 or -4 <= first - t.last <= 2 for t in named):
            continue
        area = lexicon.gazetteer.part(lexicon.home, side.value)
        if area is not None:
            yield Toponym(first, last, (area,), "", key_of(area.name))
