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

DATA = Path(__file__).parents[3] / "data"
THURSDAY = date(2020, 6, 4)


@cache
def words() -> DateWords:
    return load_date_words(DATA / "date_words.csv", load_number_words(DATA / "number_words.csv"))


def mentions(text: str, published: date | None = THURSDAY, anchor: date | None = None) -> list[DateMention]:
    found = [m for s in sentences_of(normalise(text).text) for m in find_dates(s, words(), published)]
    return list(resolve_anaphoric(found, anchor))


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


SINGLE_DAYS = [
    # weekdays: the latest on or before publication (a Thursday)
    ("Gunmen killed two men on Thursday.", "on Thursday", "2020-06-04"),
    ("Gunmen killed two men on Friday morning.", "on Friday morning", "2020-05-29"),
    ("Late on Wednesday night a shell fell.", "Late on Wednesday night", "2020-06-03"),
    ("A patrol was hit last Thursday.", "last Thursday", "2020-05-28"),
    ("A march is called for next Friday.", "next Friday", "2020-06-05"),
    ("Tuesday's attack left no trace.", "Tuesday", "2020-06-02"),
    ("يوم الخميس الفائت خطف مجهولون راعياً", "يوم الخميس الفائت", "2020-05-28"),
    ("اندلع القتال يوم الأحد قبل الماضي", "يوم الأحد قبل الماضي", "2020-05-24"),
    ("انفجرت عبوة مساء الجمعة", "مساء الجمعة", "2020-05-29"),
    ("وفي الأحد الماضي هوجم حاجز", "وفي الأحد الماضي", "2020-05-31"),
    # relative days
    ("A mine went off today.", "today", "2020-06-04"),
    ("Yesterday evening a mine went off.", "Yesterday evening", "2020-06-03"),
    ("They came this morning.", "this morning", "2020-06-04"),
    ("They came this evening.", "this evening", "2020-06-04"),
    ("The day before yesterday a shop burned.", "The day before yesterday", "2020-06-02"),
    ("Three days ago a shop burned.", "Three days ago", "2020-06-01"),
    ("قتل راع أمس قرب التبني", "أمس", "2020-06-03"),
    ("قتل راع أول أمس قرب التبني", "أول أمس", "2020-06-02"),
    ("هاجم مسلحون أمس الأربعاء حاجزاً", "أمس الأربعاء", "2020-06-03"),
    ("سمع دوي فجر اليوم", "فجر اليوم", "2020-06-04"),
    ("سمع دوي عصر أمس", "عصر أمس", "2020-06-03"),
    ("In the early hours of Sunday morning they came.", "In the early hours of Sunday morning", "2020-05-31"),
    ("This morning, Thursday, they came.", "This morning, Thursday", "2020-06-04"),
    ("في الساعات الأولى من فجر اليوم الخميس جاؤوا", "من فجر اليوم الخميس", "2020-06-04"),
    ("الثلاثاء الفائت 2 حزيران وصلوا", "الثلاثاء الفائت 2 حزيران", "2020-06-02"),
    ("في 3 أيار/ مايو الماضي وصلوا", "في 3 أيار/ مايو الماضي", "2020-05-03"),
    ("سمع دوي مساء أمس", "مساء أمس", "2020-06-03"),
    ("سمع دوي ليلة أمس", "ليلة أمس", "2020-06-03"),
    ("سمع دوي منتصف ليل أمس", "منتصف ليل أمس", "2020-06-03"),
    ("وقع الهجوم قبل يومين", "قبل يومين", "2020-06-02"),
    ("وقع الهجوم قبل ثلاثة أيام", "قبل ثلاثة أيام", "2020-06-01"),
    ("وقع الهجوم صباح اليوم الخميس", "صباح اليوم الخميس", "2020-06-04"),
    # with the date written out
    ("A convoy arrived on June 3.", "on June 3", "2020-06-03"),
    ("Mar. 13, 2020: a convoy arrived.", "Mar. 13, 2020", "2020-03-13"),
    ("A convoy arrived on September 18th.", "on September 18th", "2019-09-18"),
    ("A convoy arrived on 24 August.", "on 24 August", "2019-08-24"),
    ("On Dec. 19 a convoy arrived.", "On Dec. 19", "2019-12-19"),
    ("The 21st of October 2019 saw a clash.", "The 21st of October 2019", "2019-10-21"),
    ("On the twenty-first of May a clash began.", "On the twenty-first of May", "2020-05-21"),
    ("Yesterday, Wednesday 3-6-2020, guns fell silent.", "Yesterday, Wednesday 3-6-2020", "2020-06-03"),
    ("On Friday 1-11-2019 soldiers came.", "on Friday 1-11-2019", "2019-11-01"),
    ("On Friday (May 29) they left.", "On Friday (May 29)", "2020-05-29"),
    ("This morning, Thursday (June 4), they left.", "This morning, Thursday (June 4)", "2020-06-04"),
    ("They left on 2019.11.03 at last.", "on 2019.11.03", "2019-11-03"),
    ("They left on 2019-11-03 at last.", "on 2019-11-03", "2019-11-03"),
    ("The date is 29.01.2020 here.", "29.01.2020", "2020-01-29"),
    ("في 19 من حزيران انسحب الرتل", "في 19 من حزيران", "2019-06-19"),
    ("يوم السبت 9 أيار/ مايو انفجر لغم", "يوم السبت 9 أيار/ مايو", "2020-05-09"),
    ("في ١٣ كانون الثاني ٢٠٢٠ وصل رتل", "في 13 كانون الثاني 2020", "2020-01-13"),
    ("فجر 18 من كانون الثاني دخلوا البلدة", "فجر 18 من كانون الثاني", "2020-01-18"),
    ("في التاسع من أيار وصل رتل", "في التاسع من أيار", "2020-05-09"),
    ("في الحادي والعشرين من نيسان وصل رتل", "في الحادي والعشرين من نيسان", "2020-04-21"),
    ("في 19 مايو الماضي وصل رتل", "في 19 مايو الماضي", "2020-05-19"),
    ("في الـ 2 من الشهر الجاري قتل شاب", "في ال 2 من الشهر الجاري", "2020-06-02"),
    ("في 11 من الشهر الفائت قتل شاب", "في 11 من الشهر الفائت", "2020-05-11"),
    ("وفي الـ/2/ من الشهر الجاري أصيبوا", "وفي ال/2/ من الشهر الجاري", "2020-06-02"),
    ("٢٢ / نوفمبر / ٢٠١٩", "22 / نوفمبر / 2019", "2019-11-22"),
    # Hijri days
    ("They struck on the first day of Eid al-Fitr.", "on the first day of Eid al-Fitr", "2020-05-24"),
    ("قصفوا البلدة ثاني أيام عيد الفطر", "ثاني أيام عيد الفطر", "2020-05-25"),
    ("في اليوم الأول من عيد الأضحى قتل رجل", "في اليوم الأول من عيد الأضحى", "2019-08-11"),
    ("On the 10th of Ramadan a mine went off.", "On the 10th of Ramadan", "2020-05-03"),
]


@pytest.mark.parametrize(("text", "span", "day"), SINGLE_DAYS, ids=[case[0] for case in SINGLE_DAYS])
def test_single_days(text: str, span: str, day: str) -> None:
    [(found, shown_as)] = told(text)
    assert (found.lower(), shown_as) == (span.lower(), f"day {day}")


RANGES = [
    ("Warplanes struck last night.", "2020-06-03..2020-06-04"),
    ("Fighters crossed overnight.", "2020-06-03..2020-06-04"),
    ("Fighters crossed overnight into Monday.", "2020-05-31..2020-06-01"),
    ("Fighters crossed overnight Thursday-Friday.", "2020-05-28..2020-05-29"),
    ("They fought at midnight of Thursday-Friday.", "2020-05-28..2020-05-29"),
    ("In the last few hours they left.", "2020-06-03..2020-06-04"),
    ("أخلوا المقرات خلال الساعات الماضية", "2020-06-03..2020-06-04"),
    ("Between July 7 and 20 they moved up.", "2019-07-07..2019-07-20"),
    ("They moved up from 3 to 5 May 2020.", "2020-05-03..2020-05-05"),
    ("They moved up on May 3-5.", "2020-05-03..2020-05-05"),
    ("From Monday to Wednesday they fought.", "2020-06-01..2020-06-03"),
    ("Between Tuesday night and Wednesday morning they fought.", "2020-06-02..2020-06-03"),
    ("By mid-May they had left.", "2020-05-10..2020-05-20"),
    ("In early April they left.", "2020-04-01..2020-04-10"),
    ("Late in September 2019 they left.", "2019-09-20..2019-09-30"),
    ("Throughout December they trained.", "2019-12-01..2019-12-31"),
    ("They trained throughout June.", "2020-06-01..2020-06-04"),
    ("In March they signed.", "2020-03-01..2020-03-31"),
    ("Last June they signed.", "2019-06-01..2019-06-30"),
    ("In May 2018 they signed.", "2018-05-01..2018-05-31"),
    ("The month before, others had come.", "2020-05-01..2020-05-31"),
    ("Last month others had come.", "2020-05-01..2020-05-31"),
    ("Last week others had come.", "2020-05-24..2020-05-30"),
    ("Earlier this week others had come.", "2020-05-31..2020-06-04"),
    ("Over the weekend others had come.", "2020-05-29..2020-05-31"),
    ("In the past 24 hours three men died.", "2020-06-03..2020-06-04"),
    ("In the past 10 days two columns left.", "2020-05-25..2020-06-04"),
    ("A week ago two columns left.", "2020-05-27..2020-05-29"),
    ("They took the town in 2014.", "2014-01-01..2014-12-31"),
    ("They took the town in early 2018.", "2018-01-01..2018-04-30"),
    ("They took it in the summer of 2019.", "2019-06-01..2019-08-31"),
    ("They took it last winter.", "2019-12-01..2020-02-29"),
    ("Between 2018 and 2019 they took it.", "2018-01-01..2019-12-31"),
    ("الليلة الماضية حلق الطيران", "2020-06-03..2020-06-04"),
    ("On Saturday-Sunday night they arrested five.", "2020-05-30..2020-05-31"),
    ("بعد منتصف ليل أمس الأربعاء قصفوا", "2020-06-03..2020-06-04"),
    ("بعد منتصف ليل الثلاثاء الأربعاء قصفوا", "2020-06-02..2020-06-03"),
    ("مطلع هذا الأسبوع قتلوا", "2020-05-31..2020-06-04"),
    ("استهدفوا البلدة ليلاً", "2020-06-03..2020-06-04"),
    ("بين ليل الثلاثاء وصباح الأربعاء هاجموا", "2020-06-02..2020-06-03"),
    ("ليل الجمعة - السبت قتل عنصر", "2020-05-29..2020-05-30"),
    ("بعد منتصف ليل الخميس-الجمعة داهموا", "2020-05-28..2020-05-29"),
    ("بين 3 و5 أيار داهموا", "2020-05-03..2020-05-05"),
    ("من 3 إلى 5 أيار داهموا", "2020-05-03..2020-05-05"),
    ("مطلع الشهر الجاري وصلوا", "2020-06-01..2020-06-04"),
    ("في منتصف الشهر الفائت وصلوا", "2020-05-10..2020-05-20"),
    ("أواخر نيسان وصلوا", "2020-04-20..2020-04-30"),
    ("في شباط الماضي وصلوا", "2020-02-01..2020-02-29"),
    ("شهر أيلول الفائت أصيبوا", "2019-09-01..2019-09-30"),
    ("خلال اليومين الماضيين قصفوا", "2020-06-02..2020-06-04"),
    ("الأسبوع الماضي قصفوا", "2020-05-24..2020-05-30"),
    ("مطلع عام 2015 حاصروا المدينة", "2015-01-01..2015-04-30"),
    ("في رمضان قصفوا", "2020-04-24..2020-05-23"),
]


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


def test_anaphoric_counts_from_the_anchor_or_stays_unknown() -> None:
    assert mentions("A day earlier they left.")[0].date_start is None
    assert mentions("A day earlier they left.", anchor=date(2020, 1, 2))[0].date_start == date(2020, 1, 1)


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
