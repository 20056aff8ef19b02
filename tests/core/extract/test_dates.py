from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.dates import DateMention, find_dates, resolve_anaphoric
from core.lexicon.dates import DateWords, load_date_words
from core.lexicon.numbers import load_number_words
from core.text import normalise, sentences_of
from tests.core.extract.date_cases import RANGES, SINGLE_DAYS

DATA = Path(__file__).parents[3] / "data"
THURSDAY = date(2020, 6, 4)


@cache
def words() -> DateWords:
    return load_date_words(DATA / "date_words.csv", load_number_words(DATA / "number_words.csv"))


def mentions(text: str, published: date | None = THURSDAY) -> list[DateMention]:
    found = [m for s in sentences_of(normalise(text).text) for m in find_dates(s, words(), published)]
    return list(resolve_anaphoric(found, published))


def told(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    """Each mention as (words, "kind first..last")."""
    flat = normalise(text).text
    return [(flat[m.start : m.end], shown(m)) for m in mentions(text, published)]


def shown(mention: DateMention) -> str:
    if mention.date_start is None or mention.date_end is None:
        return mention.kind
    days = mention.date_start.isoformat()
    if mention.date_end != mention.date_start:
        days += ".." + mention.date_end.isoformat()
    return f"{mention.kind} {days}"


@pytest.mark.parametrize(("text", "span", "day"), SINGLE_DAYS, ids=[case[0] for case in SINGLE_DAYS])
def test_single_days(text: str, span: str, day: str) -> None:
    [(found, shown_as)] = told(text)
    assert (found.lower(), shown_as) == (span.lower(), f"day {day}")


@pytest.mark.parametrize(("text", "days"), RANGES, ids=[case[0] for case in RANGES])
def test_ranges(text: str, days: str) -> None:
    [(_, shown_as)] = told(text)
    assert shown_as == f"range {days}"


OTHER_KINDS = [
    ("Recently a bus was robbed.", "vague"),
    ("A few days ago a bus was robbed.", "vague"),
    ("Several days ago a bus was robbed.", "vague"),
    ("Months ago a bus was robbed.", "vague"),
    ("A tomb of 3000 years ago was robbed.", "vague"),
    ("Earlier, a bus was robbed.", "vague"),
    ("قبل أيام سرقت حافلة", "vague"),
    ("قبل أشهر سرقت حافلة", "vague"),
    ("مؤخراً سرقت حافلة", "vague"),
    ("Since the beginning of the year 40 men have died.", "since 2020-01-01..2020-06-04"),
    ("Since early 2019 40 men have died.", "since 2019-01-01..2020-06-04"),
    ("Since Monday 40 men have died.", "since 2020-06-01..2020-06-04"),
    ("Over the past two years 40 men have died.", "since 2018-06-05..2020-06-04"),
    ("In the last few months 40 men have died.", "since"),
    ("منذ مطلع العام قتل 40", "since 2020-01-01..2020-06-04"),
    ("منذ بداية عام 2019 قتل 40", "since 2019-01-01..2020-06-04"),
    ("This year 40 men have died.", "since 2020-01-01..2020-06-04"),
    ("منذ شهور يتقاتلون", "since"),
    ("لليوم الثاني على التوالي يدخل رتل", "duration"),
    ("They fought for three days.", "duration"),
]


@pytest.mark.parametrize(("text", "shown_as"), OTHER_KINDS, ids=[case[0] for case in OTHER_KINDS])
def test_vague_since_and_duration(text: str, shown_as: str) -> None:
    assert [kind for _, kind in told(text)] == [shown_as]


STATEMENTS = [
    ("The base was hit, the SDF said on Sunday.", ["statement 2020-05-31"]),
    ("The army told Reuters on Monday that calm had returned.", ["statement 2020-06-01"]),
    ("The council said in a statement on Friday it was safe.", ["statement 2020-05-29"]),
    ("The governor announced on Monday, June 1, that it is over.", ["statement 2020-06-01"]),
    ("On Friday, the SDF said that two of its men died.", ["statement 2020-05-29"]),
    ("The SDF on Friday announced the end of it.", ["statement 2020-05-29"]),
    ("A note of May 27, 2020 calls it likely.", ["statement 2020-05-27"]),
    (
        "DAMASCUS, June 4 (Xinhua) -- Two men were shot on Tuesday.",
        ["statement 2020-06-04", "day 2020-06-02"],
    ),
    ("On Sunday, the Observatory said, police stormed a house.", ["day 2020-05-31"]),
    ("Gunmen on Sunday killed two men, the Observatory said.", ["day 2020-05-31"]),
    ("The monitor said gunmen on Sunday killed two men.", ["day 2020-05-31"]),
    ("The monitor said that on Sunday two men died.", ["day 2020-05-31"]),
    ("The SDF said on Tuesday that gunmen had come at dawn.", ["statement 2020-06-02", "day 2020-06-02"]),
    ("The United States on Sunday hit a depot.", ["day 2020-05-31"]),
    ("Gunmen attacked a post on Sunday.", ["day 2020-05-31"]),
    ("أعلن المرصد، مساء الأحد، أن مسلحين قتلوا راعياً", ["statement 2020-05-31"]),
    ("قال مصدر محلي يوم الأحد إن رتلاً وصل", ["statement 2020-05-31"]),
    ("قال مصدر محلي إن رتلاً وصل يوم الأحد", ["day 2020-05-31"]),
    ("أفاد مراسلنا باندلاع معارك، يوم الأحد، بين الطرفين", ["day 2020-05-31"]),
    ("جاء ذلك في بيان للوزارة يوم الأحد", ["statement 2020-05-31"]),
]


@pytest.mark.parametrize(("text", "shown_as"), STATEMENTS, ids=[case[0] for case in STATEMENTS])
def test_day_of_a_statement_is_not_the_day_of_the_event(text: str, shown_as: list[str]) -> None:
    assert [kind for _, kind in told(text)] == shown_as


ANAPHORIC = [
    ("On Friday they came. A day earlier others had left.", "2020-05-28"),
    ("On Friday they came. The day before, others had left.", "2020-05-28"),
    ("On Friday they came. The next day they left.", "2020-05-30"),
    ("On Friday they came. Two days later they left.", "2020-05-31"),
    ("On Friday they came. Hours before, others had left.", "2020-05-29"),
    ("On Friday they came. They left on the same day.", "2020-05-29"),
    ("On Friday they came. That night they left.", "2020-05-29"),
    ("They came on Friday, one day after the town fell.", "2020-05-28"),
    ("The force said on Friday it had foiled an attack the evening before.", "2020-05-28"),
    ("وصلوا يوم الجمعة. وقبل ذلك بيوم قصفوا البلدة", "2020-05-28"),
    ("وصلوا يوم الجمعة. وفي اليوم التالي غادروا", "2020-05-30"),
    ("وصلوا يوم الجمعة. وفي اليوم نفسه غادروا", "2020-05-29"),
    ("قتل مدني يوم الجمعة، بعد يوم على مقتل آخر", "2020-05-28"),
]


@pytest.mark.parametrize(("text", "day"), ANAPHORIC, ids=[case[0] for case in ANAPHORIC])
def test_days_counted_from_the_day_told_before(text: str, day: str) -> None:
    last = mentions(text)[-1]
    assert (last.kind, str(last.date_start), str(last.date_end)) == ("anaphoric", day, day)


def test_what_was_before_undated_news_counts_from_the_two_days_it_may_be_of() -> None:
    [earlier] = mentions("A day earlier they left.")
    assert (str(earlier.date_start), str(earlier.date_end)) == ("2020-06-02", "2020-06-03")
    assert mentions("A day earlier they left.", published=None)[0].date_start is None


NO_DATES = [
    "Troops may march on the town.",
    "A second group came at 3 pm with 2,000 fighters.",
    "May God help them.",
    "Sheikh Sunday Okoro came with his men.",
    "The 47th Regiment and Brigade 113 hold it.",
    "Ahmed Mansour al-Ramadan was held.",
    "فجر عنصر نفسه أمام المقر",
    "قتل عنصر في سوق الجمعة",
    "There was no report of losses.",
    "Syria Today has it that all is calm.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_is_found(text: str) -> None:
    assert told(text) == []


def test_day_list_shares_its_month() -> None:
    assert told("Reinforcements came on 6, 8 and 22 January.") == [
        ("on 6", "day 2020-01-06"),
        ("8", "day 2020-01-08"),
        ("22 January", "day 2020-01-22"),
    ]


def test_part_of_day_alone_gives_way_to_a_day() -> None:
    assert told("Jets struck at dawn.") == [("at dawn", "day 2020-06-04")]
    assert told("On Monday jets struck at dawn.")[0] == ("On Monday", "day 2020-06-01")
    assert len(told("On Monday they left and jets struck at dawn.")) == 1


@pytest.mark.parametrize(
    "text",
    ["On Sunday it fell.", "Yesterday it fell.", "On June 3 it fell.", "Last week it fell.", "أمس سقطت"],
)
def test_without_publication_nothing_is_guessed(text: str) -> None:
    [mention] = mentions(text, published=None)
    assert (mention.date_start, mention.date_end, mention.time_precision) == (None, None, None)
    assert "no publication date" in mention.rule


@pytest.mark.parametrize("published", [date.min, date.max])
def test_an_impossible_day_of_publication_counts_as_none(published: date) -> None:
    assert told("Yesterday it fell.", published) == [("Yesterday", "day")]


def test_full_dates_need_no_publication() -> None:
    assert told("It fell on 3 June 2019.", None) == [("on 3 June 2019", "day 2019-06-03")]


def test_weekday_decides_the_order_of_a_numeric_date() -> None:
    assert told("On Wednesday 6-5-2020 it fell.")[0][1] == "day 2020-05-06"
    assert told("On Friday 6-5-2020 it fell.")[0][1] == "day 2020-06-05"


def test_term_ahead_is_not_a_year_back() -> None:
    assert told("They have until June 20 to leave.")[0][1] == "day 2020-06-20"


def test_this_week_on_a_sunday_is_the_week_that_ends() -> None:
    assert told("The order came this week.", date(2018, 12, 23))[0][1] == "range 2018-12-17..2018-12-23"


def test_a_number_after_a_span_is_not_of_it() -> None:
    assert told("In the past 10 days two columns left.")[0][0] == "In the past 10 days"


def test_precision_is_by_length() -> None:
    lengths = [
        mentions(t)[0].time_precision for t in ("On Monday.", "Last week they came.", "In May they came.")
    ]
    assert lengths == [1, 2, 3]


EVERY_TEXT = [
    case[0] for cases in (SINGLE_DAYS, RANGES, OTHER_KINDS, STATEMENTS, ANAPHORIC) for case in cases
]
DAYS = st.dates(date(2012, 1, 1), date(2030, 12, 31))


@given(st.sampled_from(EVERY_TEXT), DAYS)
def test_intervals_are_ordered_and_spans_slice(text: str, published: date) -> None:
    flat = normalise(text).text
    end = 0
    for mention in mentions(text, published):
        assert end <= mention.start < mention.end <= len(flat)
        assert flat[mention.start : mention.end].strip() == flat[mention.start : mention.end]
        end = mention.end
        assert (mention.date_start is None) == (mention.date_end is None) == (mention.time_precision is None)
        if mention.date_start is not None and mention.date_end is not None:
            assert mention.date_start <= mention.date_end
    assert mentions(text, published) == mentions(text, published)


@given(
    st.sampled_from(["On Monday it fell.", "On Friday night it fell.", "الأحد سقطت", "last Tuesday"]), DAYS
)
def test_weekdays_shift_with_publication(text: str, published: date) -> None:
    week = timedelta(days=7)
    [now], [later] = mentions(text, published), mentions(text, published + week)
    assert now.date_start is not None
    assert later.date_start == now.date_start + week
    assert timedelta(0) <= published - now.date_start <= week


@given(st.text(alphabet="Monday June 3-5, 2020 الأحد 3 أيار on since ago يوم قبل", max_size=60), DAYS)
def test_any_text_is_read_without_error(text: str, published: date) -> None:
    for mention in mentions(text, published):
        assert mention.start < mention.end
