"""Names that only look like places: of actors, outlets, persons and tribes."""

from __future__ import annotations

from collections.abc import Sequence

from core.lexicon import Lexicon
from core.lexicon.matcher import Match, Matches
from core.lexicon.names import fold_name_word, is_article
from core.text import Token

_ALI = "علي"  # folded it is the preposition, too
_NEXT_ITEM = "وال"
_LIST = 9  # tokens from a kind of place to a name of its list
_PERSON_WORDS = 3  # of a person's name behind a title
INSIDE = frozenset("'\"()")  # marks that a name may have inside it: حقل (الورد) النفطي


def _names_place_too(tokens: Sequence[Token], match: Match, matches: Matches, lexicon: Lexicon) -> bool:
    """Whether an outlet's or actor's name is also a place's ("al-Mayadeen") and no verb of saying is near."""
    words = [t for t in tokens[match.first : match.last + 1] if t.kind != "p" and not is_article(t.low)]
    if words[-1:] and words[-1].kind == "n" and match.kind == "source":
        return False  # "Deir Ezzor 24"
    if not lexicon.gazetteer.by_key("".join(fold_name_word(t.low) for t in words)):
        return False
    if any(t.kind == "n" for t in words) and not _is_at(tokens, match, matches):
        return False  # "Brigade 137 fired"
    named = {
        i for m in matches.of("actor") for i in range(m.first, m.last + 1)
    }  # "Islamic State" says nothing
    said = (m for m in matches.of("say") if m.first not in named and not _cites_another(m, match, matches))
    return not any(m.first - 3 <= match.last and match.first <= m.last + 3 for m in said)


def _is_at(tokens: Sequence[Token], match: Match, matches: Matches) -> bool:
    """Whether a unit's name follows a word that says where: "near Brigade 137", «محيط اللواء 137»."""
    k = match.first - 1
    while k > 0 and (tokens[k].low in {"the", "both"} or is_article(tokens[k].low)):
        k -= 1
    return match.prefix.startswith("ب") or matches.has_any(("in", "near", "to"), k, k)


def not_places(tokens: Sequence[Token], matches: Matches, lexicon: Lexicon) -> dict[int, tuple[int, int]]:
    """Tokens that belong to actors, outlets, persons or tribes and so name no place, each with the
    first and last token of that name."""
    blocked: dict[int, tuple[int, int]] = {}
    for match in matches.among(("actor", "source")):
        if not _names_place_too(tokens, match, matches, lexicon):
            blocked |= dict.fromkeys(range(match.first, match.last + 1), (match.first, match.last))
    for match in matches.of("modifier"):
        if match.last > match.first:
            span = match.first, match.last  # "Tehran-backed"
            blocked |= dict.fromkeys(range(match.first, match.last + 1), span)
    for match in matches.of("no_place"):  # "of age (من العمر)"
        blocked |= dict.fromkeys(range(match.first, match.last + 1), (match.first, match.last))
    for match in matches.of("slogan"):
        named = _in_quotes(tokens, match.last + 1)
        blocked |= dict.fromkeys(named, (named.start, named.stop))
    for match in matches.of("say"):
        if not _is_said_of(tokens, match.first, matches):
            blocked |= dict.fromkeys(_named_before(tokens, match.first), (0, match.first))
    for match in matches.of("not_place_after"):
        k = match.first - 1
        if matches.has("say", match.first, match.last) and _is_said_of(tokens, match.first, matches):
            continue
        while k >= 0 and k >= match.first - 3 and tokens[k].kind == "w" and tokens[k].text[0].isupper():
            k -= 1
        words = (t.low for t in tokens[k + 1 : match.last + 1] if not is_article(t.low))
        if not lexicon.gazetteer.by_key("".join(map(fold_name_word, words))):  # "X University" may be a place
            blocked |= {i: (0, i) for i in range(k + 1, match.first)}
    for match in matches.of("not_place_before"):
        if match.first and tokens[match.first - 1].low == "so":
            continue  # "the so-called X pocket"
        if tokens[match.first].low < "\u0600" and _is_at(tokens, match, matches):
            continue  # "in Sheikh Yassin": the quarter
        if _is_item(tokens, match, matches, lexicon):
            continue
        named = _named_after(tokens, match.last + 1, matches)
        if not (named and matches.has("feature", named.stop, named.stop)):  # "al-Sheikh Yassin neighborhood"
            blocked |= dict.fromkeys(named, (0, match.last))
    return blocked


def _is_item(tokens: Sequence[Token], match: Match, matches: Matches, lexicon: Lexicon) -> bool:
    """«أحياء أ والشيخ ب»: a title that a place's name begins with, in a list that a kind opens."""
    after = match.last + 1
    if match.prefix[:1] != "و" or after >= len(tokens):
        return False
    title = tokens[match.first].low.removeprefix("و")
    named = lexicon.gazetteer.by_key(fold_name_word(title) + fold_name_word(tokens[after].low))
    opened = any(0 < match.first - m.last <= _LIST for m in matches.of("feature"))
    return bool(named) and opened


def _named_after(tokens: Sequence[Token], first: int, matches: Matches) -> range:
    """The name of a person behind a title: "Colonel Hassan al-X", "الشاب علي الـX" (of several words, and
    what no cue is said of, as Arabic has no capitals)."""
    while first < len(tokens) and tokens[first].text in INSIDE:
        first += 1
    k = first
    while k < min(first + _PERSON_WORDS, len(tokens)) and tokens[k].kind == "w":
        if tokens[k].low < "\u0600":
            if not (tokens[k].text[0].isupper() or is_article(tokens[k].low)):
                break
        elif k > first and tokens[k].low.startswith(_NEXT_ITEM):
            break  # «أحياء الشيخ ياسين والرشدية»
        elif tokens[k].text != _ALI and matches.has_any(matches.flags.keys() - {"given_name"}, k, k):
            break
        k += 1
    is_word = k == first + 1 and tokens[first].low > "\u0600"
    return range(0) if is_word else range(first, k)


def _is_said_of(tokens: Sequence[Token], at: int, matches: Matches) -> bool:
    """Whether the name before a verb of saying is only where the speaker is from: "a local from X told"."""
    k = at - 1
    while k >= 0 and tokens[k].kind == "w" and tokens[k].text[0].isupper():
        k -= 1
    while k >= 0 and is_article(tokens[k].low):
        k -= 1
    return k >= 0 and (tokens[k].low == "of" or matches.has_any(("from", "in", "feature"), k, k))


def _named_before(tokens: Sequence[Token], at: int) -> range:
    """A capitalised name of two or more words right before a verb of saying: an outlet or a person."""
    k = at
    while (
        k > 0
        and tokens[k - 1].kind == "w"
        and tokens[k - 1].low < "\u0600"
        and tokens[k - 1].text[0].isupper()
    ):
        k -= 1
    return range(k, at) if at - k >= 2 else range(0)


def _cites_another(said: Match, match: Match, matches: Matches) -> bool:
    """ "... by al-Mayadeen, according to another channel": who is cited follows."""
    at = said.last + 1
    return (
        match.last < said.first
        and matches.has("cite", said.first, said.last)
        and matches.has("source", at, at + 1)
    )


def _in_quotes(tokens: Sequence[Token], first: int) -> range:
    """What stands in quotes from a token on: a Friday's slogan, "the martyrs of X"."""
    if first >= len(tokens) or tokens[first].text != '"':
        return range(0)
    last = next((k for k in range(first + 1, len(tokens)) if tokens[k].text == '"'), first)
    return range(first, last)
