from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.counts import CountMention, find_counts, noun_number
from core.extract.counts.numerals import digits_value, numeral_at
from core.lexicon.numbers import NumberWords, load_number_words
from core.text import Sentence, normalise, sentences_of, tokens_of

DATA = Path(__file__).parents[3] / "data"


@cache
def words() -> NumberWords:
    return load_number_words(DATA / "number_words.csv")


def found(text: str) -> list[tuple[Sentence, CountMention]]:
    return [(s, c) for s in sentences_of(normalise(text).text) for c in find_counts(s, words())]


def bounds(text: str, *kinds: str) -> list[tuple[int | None, int | None, int | None]]:
    wanted = kinds or ("count",)
    return [(c.count.low, c.count.best, c.count.high) for _, c in found(text) if c.kind in wanted]


COUNTS = [
    ("20 soldiers fell", [(20, 20, 20)]),
    ("2,000 men came", [(2000, 2000, 2000)]),
    ("60 thousand men came", [(60000, 60000, 60000)]),
    ("Seventy-five trucks came", [(75, 75, 75)]),
    ("one hundred and five men came", [(105, 105, 105)]),
    ("a hundred men came", [(100, 100, 100)]),
    ("at least nine people died", [(9, 9, None)]),
    ("no fewer than nine people died", [(9, 9, None)]),
    ("12 soldiers at least died", [(12, 12, None)]),
    ("more than 50 were held", [(50, 50, None)]),
    ("over 60 of them died", [(60, 60, None)]),
    ("upwards of 10,000 fighters", [(10000, 10000, None)]),
    ("nearly 50 vehicles came", [(50, 50, 50)]),
    ("some 125 members left", [(125, 125, 125)]),
    ("an estimated 15 men died", [(15, 15, 15)]),
    ("up to 400 civilians were seized", [(1, None, 400)]),
    ("as many as 8 men died", [(1, None, 8)]),
    ("between 100 and 200 men stood", [(100, 100, 200)]),
    ("between one and six men fell", [(1, 1, 6)]),
    ("6 to 8 men fell", [(6, 6, 8)]),
    ("5-7 men fell", [(5, 5, 7)]),
    ("one or two men fell", [(1, 1, 2)]),
    ("dozens of men came", [(24, 24, None)]),
    ("several dozen men came", [(24, 24, None)]),
    ("Several hundred men came", [(200, 200, None)]),
    ("a few thousand men came", [(2000, 2000, None)]),
    ("tens of trucks came", [(20, 20, None)]),
    ("hundreds of men came", [(200, 200, None)]),
    ("several men came", [(3, 3, None)]),
    ("a number of men came", [(3, 3, None)]),
    ("a dozen men, two dozen trucks, half a dozen boys", [(12, 12, 12), (24, 24, 24), (6, 6, 6)]),
    ("about a dozen men", [(12, 12, 12)]),
    ("a couple of men came", [(2, 2, 2)]),
    ("both men died", [(2, 2, 2)]),
    ("10 soldiers and three civilians", [(10, 10, 10), (3, 3, 3)]),
    ("killing one fighter and wounding three", [(1, 1, 1), (3, 3, 3)]),
    ("قتل 20 عنصراً", [(20, 20, 20)]),
    ("قتل ثلاثة عشر عنصراً", [(13, 13, 13)]),
    ("قتل خمسة وعشرون عنصراً", [(25, 25, 25)]),
    ("قتل مئة وخمسة عناصر", [(105, 105, 105)]),
    ("مئتان وخمسون مقاتلاً", [(250, 250, 250)]),
    ("قتل عنصران وأصيب جريحين", [(2, 2, 2), (2, 2, 2)]),
    ("عربتين مصفحتين و4 سيارات", [(2, 2, 2), (4, 4, 4)]),
    ("استشهاد مدنيين اثنين", [(2, 2, 2)]),
    ("مقتل شخص واحد", [(1, 1, 1)]),
    ("ما لا يقل عن خمسة قتلى", [(5, 5, None)]),
    ("12 عنصراً على الأقل", [(12, 12, None)]),
    ("أكثر من عشرة مدنيين", [(10, 10, None)]),
    ("نحو 18 شهيداً", [(18, 18, 18)]),
    ("قرابة 70 رأساً", [(70, 70, 70)]),
    ("ما يقارب 24 عنصراً", [(24, 24, 24)]),
    ("ما بين 15 و20 جندياً", [(15, 15, 20)]),
    ("بين خمسة وعشرة عناصر", [(5, 5, 10)]),
    ("عشرات الآليات", [(20, 20, None)]),
    ("مئات العناصر", [(200, 200, None)]),
    ("عدة صواريخ", [(3, 3, None)]),
    ("عدد من المدنيين", [(3, 3, None)]),
    ("بضعة رجال", [(3, 3, None)]),
    ("60 ألف متظاهر", [(60000, 60000, 60000)]),
    ("ارتفعت الحصيلة لـ57 قتيلاً", [(57, 57, 57)]),
    ("including 15+ killed", [(15, 15, None)]),
    ("23 على الأقل من المقاتلين", [(23, 23, None)]),
    ("ستة مدنيين، على الأقل، بينهم", [(6, 6, None)]),
    ("six civilians, at least, fell", [(6, 6, None)]),
    ("wounding another 15", [(15, 15, 15)]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS, ids=[case[0] for case in COUNTS])
def test_counts(text: str, expected: list[tuple[int | None, int | None, int | None]]) -> None:
    assert bounds(text) == expected


NO_COUNTS = [
    "a 20-year-old man",
    "a man aged 15",
    "a23 mm gun",
    "an M16 rifle",
    "F-16 jets",
    "the 47th Regiment",
    "the third attack",
    "Brigade 113 left",
    "brigades 30 and 17 left",
    "4×4 cars came",
    "children between 8 and 13 years",
    "88,000 sq km of it",
    "في تمام الساعة 1،10 بدأ",
    "أعمارهم بين 8 و 13 سنة",
    "Highway 4 is shut",
    "No. 5 is here",
    "it began at 3 pm",
    "at about 7:20 p.m.",
    "it began at nine on Sunday",
    "in 2017 they left",
    "30 percent of it",
    "$400 was paid",
    "it lasted 10 days",
    "hit five times",
    "on 1-11-2019 it fell",
    "one of the largest campaigns",
    "رشاش من عيار 14.5",
    "الفرقة 17 هناك",
    "طفل عمره 15 عاماً",
    "قبل ثلاثة أيام",
    "في عام 2017 غادروا",
    "30 بالمئة منها",
    "الهجوم الثالث",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_numbers_that_count_nothing(text: str) -> None:
    assert bounds(text) == []


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("7 km south of it", 7.0),
        ("about 35 kilometers away", 35.0),
        ("700 meters inside", 0.7),
        ("10 miles east", 16.09),
        ("1.5 kilometres", 1.5),
        ("على بعد 7 كم منها", 7.0),
        ("على بعد عشرة كيلومترات", 10.0),
        ("33كم شرق المدينة", 33.0),
    ],
)
def test_distances(text: str, km: float) -> None:
    [distance] = [c for _, c in found(text) if c.kind == "distance"]
    assert distance.km == pytest.approx(km)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("killed five people, including two officers and three children", [False, True, True]),
        ("killed five people, including two officers, and wounded 7", [False, True, False]),
        ("13 were hurt, among them three boys", [False, True]),
        ("15 died, 14 of whom were soldiers", [False, True]),
        ("200 soldiers fell, of whom 48 were shot", [False, True]),
        ("24 are held, three of them for murder", [False, True]),
        ("13 were hurt; seven of the injured are children", [False, True]),
        ("40 vehicles, including five Bradleys, carried 300 soldiers", [False, True, False]),
        ("قتل خمسة مدنيين بينهم طفلان", [False, True]),
        ("قتل سبعة، من بينهم ثلاثة أطفال", [False, True]),
    ],
)
def test_subsets(text: str, flags: list[bool]) -> None:
    assert [c.is_subset for _, c in found(text) if c.kind == "count"] == flags


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The death toll rises to five", 5),
        ("The toll has risen to 12", 12),
        ("bringing the number of dead to 12", 12),
        ("The toll rose from three to five", 5),
        ("ارتفاع حصيلة القتلى إلى خمسة", 5),
        ("ارتفع عدد القتلى إلى 12 عنصراً", 12),
        ("ليبلغ عدد القتلى 9 عناصر", 9),
    ],
)
def test_running_totals(text: str, value: int) -> None:
    counts = [c for _, c in found(text) if c.kind == "count"]
    assert [c.count.low for c in counts] == [value]
    assert counts[0].is_total is True


def test_a_risen_toll_is_no_upper_bound() -> None:
    counts = [c for _, c in found("The number of the dead has gone up to 68")]
    assert [(c.count.low, c.count.high, c.is_total) for c in counts] == [(68, 68, True)]


def test_a_number_behind_a_name_is_an_age() -> None:
    assert [c.kind for _, c in found("They buried Hamed al-Ali, 13, and Salem al-Ali, 11.")] == [
        "other",
        "other",
    ]


def test_a_number_that_only_follows_is_no_total() -> None:
    assert [c.is_total for _, c in found("They injured at least three men")] == [False]
    assert [(c.count.low, c.count.high) for _, c in found("They injured at least three men")] == [(3, None)]


def test_articles_and_singulars_are_kept_apart() -> None:
    assert bounds("a soldier and an officer fell", "article") == [(1, 1, 1), (1, 1, 1)]
    assert bounds("قتل عنصر وأصيب ضابط", "article") == [(1, 1, 1), (1, 1, 1)]
    assert bounds("قتل خمسة عشر عنصراً", "article") == []


def test_none_is_zero() -> None:
    assert bounds("There were no casualties", "none") == [(0, 0, 0)]
    assert bounds("Nobody was hurt", "none") == [(0, 0, 0)]


def test_definite_numbers_are_marked() -> None:
    assert [c.is_definite for _, c in found("the two men and three boys") if c.kind == "count"] == [
        True,
        False,
    ]
    assert [c.is_definite for _, c in found("اعتقلوا العناصر الثلاثة")] == [True]


@pytest.mark.parametrize(
    ("text", "head", "span"),
    [
        ("at least 20 soldiers", "soldiers", "at least 20"),
        ("five of the group's men", "group", "five"),
        ("three other fighters", "fighters", "three"),
        ("قتل عنصران", "عنصران", "عنصران"),
        ("قتل مدنيين اثنين", "مدنيين", "مدنيين اثنين"),
    ],
)
def test_head_and_span(text: str, head: str, span: str) -> None:
    sentence, mention = next((s, c) for s, c in found(text) if c.kind == "count")
    assert sentence.tokens[mention.head].text == head
    assert normalise(text).text[mention.start : mention.end] == span


def test_taken_spans_are_left_out() -> None:
    [sentence] = sentences_of("On June 3 five men fell")
    assert [c.count.low for c in find_counts(sentence, words(), [(0, 9)])] == [5]


@pytest.mark.parametrize(
    ("word", "number"),
    [("عنصر", "singular"), ("والعنصرين", "dual"), ("عناصر", "plural"), ("مدنيين", "plural"), ("بيت", None)],
)
def test_number_of_arabic_nouns(word: str, number: str | None) -> None:
    assert noun_number(tokens_of(word)[0], words()) == number


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
UNITS = [*SMALL.split(), "seventeen", "eighteen", "nineteen"]
TENS = ["", "", *["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]]
UNITS_AR = ["صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
TENS_AR = ["", "", *["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]]
HUNDREDS_AR = ["", *["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]]


def english(number: int) -> str:
    if number >= 100:
        rest = f" and {english(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100]} hundred{rest}"
    if number < 20:
        return UNITS[number]
    return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")


def arabic(number: int) -> str:
    if number >= 100:
        rest = f" و{arabic(number % 100)}" if number % 100 else ""
        return HUNDREDS_AR[number // 100] + rest
    if number <= 10:
        return UNITS_AR[number]
    if number < 20:
        unit = {1: "أحد", 2: "اثنا"}.get(number % 10, UNITS_AR[number % 10])
        return f"{unit} عشر"
    unit = f"{UNITS_AR[number % 10]} و" if number % 10 else ""
    return unit + TENS_AR[number // 10]


@pytest.mark.parametrize("spell", [english, arabic])
def test_number_words_round_trip(spell: object) -> None:
    assert callable(spell)
    for number in range(1000):
        tokens = tokens_of(normalise(spell(number)).text)
        numeral = numeral_at(tokens, 0, words())
        assert numeral is not None
        assert (numeral.value, numeral.end) == (number, len(tokens)), spell(number)


@pytest.mark.parametrize(
    ("text", "value"), [("2,000", 2000), ("3.5", 3.5), ("1.250", 1250), ("41,208", 41208)]
)
def test_digits(text: str, value: float) -> None:
    assert digits_value(text) == value


PIECES = [case[0] for case in COUNTS] + NO_COUNTS


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join))
def test_counts_are_ordered_and_spans_slice(text: str) -> None:
    flat = normalise(text).text
    for sentence in sentences_of(flat):
        end = 0
        for mention in find_counts(sentence, words()):
            assert end <= mention.start < mention.end <= len(flat)
            assert mention.head <= len(sentence.tokens)
            end = mention.end
            known = [b for b in (mention.count.low, mention.count.best, mention.count.high) if b is not None]
            assert known == sorted(known)


@given(st.text(alphabet="at least 3 two of them km, 5-7 ثلاثة و20 عنصرين", max_size=50))
def test_any_text_is_read_without_error(text: str) -> None:
    for sentence, mention in found(text):
        assert sentence.start <= mention.start < mention.end <= sentence.end
