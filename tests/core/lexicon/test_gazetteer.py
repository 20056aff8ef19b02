from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DataError
from core.lexicon.gazetteer import Gazetteer, load_gazetteer
from core.lexicon.gazetteer_rows import COLUMNS
from core.lexicon.names import key_of
from core.model import Place

TYPES = """
[governorate]
label = "governorate"
label_ar = "محافظة"
group = "region"
is_area = true
drawn = true
geo_precision = 3
words = ["governorate", "province"]
words_ar = ["محافظة"]

[district]
label = "district"
label_ar = "منطقة"
group = "region"
is_area = true
drawn = true
geo_precision = 3
words = ["district"]
words_ar = []

[countryside]
label = "countryside"
label_ar = "ريف"
group = "region"
is_area = true
drawn = true
geo_precision = 3
words = ["countryside"]
words_ar = ["ريف"]

[town]
label = "town"
label_ar = "بلدة"
group = "settlement"
is_area = false
drawn = true
geo_precision = 1
words = ["town"]
words_ar = ["بلدة", "بلدتي"]

[village]
label = "village"
label_ar = "قرية"
group = "settlement"
is_area = false
drawn = true
geo_precision = 1
words = ["village"]
words_ar = ["قرية"]

[country]
label = "country"
label_ar = "دولة"
group = "wide"
is_area = true
drawn = false
geo_precision = 3
words = []
words_ar = []
"""
ROWS = (
    "land,Land,بلاد,,country,,,,400,,,,made for the test",
    "deir,Deir Governorate,محافظة الدير,Deir|Dayr,governorate,land,35,40,100,SY99,,,made for the test",
    "east-deir,Eastern Deir countryside,ريف الدير,,countryside,deir,34.9,40.5,40,,east,,made for the test",
    "river-district,River District,منطقة النهر,,district,deir,35,40.4,40,,,,made for the test",
    "dhiban,Dhiban,ذيبان,Theban|Thubyan|ديبان,town,river-district,35.0,40.51,2,C1,,,made for the test",
    "salih,Al-Salihiyah,الصالحية,,village,river-district,35.3,40.2,2,,,,made for the test",
    "salih-south,Al-Salihiyah (south),الصالحية,,village,river-district,34.7,40.7,2,,,,made for the test",
    "abbas,Al-Abbas,العباس,,village,river-district,34.7,40.8,2,,,1,made for the test",
)
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def written(*rows: str, header: str = ",".join(COLUMNS), types: str = TYPES) -> Path:
        (tmp_path / "feature_types.toml").write_text(types, encoding="utf-8")
        (tmp_path / "ordinary_words.csv").write_text(
            "word,needs_article,reads_like\nthere,,salih\nomar,1,salih\n", encoding="utf-8"
        )
        path = tmp_path / "gazetteer.csv"
        path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
        return path

    return written


@pytest.fixture
def gazetteer(make: Make) -> Gazetteer:
    return load_gazetteer(make(*ROWS))


def ids(places: tuple[Place, ...]) -> list[str]:
    return [place.place_id for place in places]


def test_places_keep_file_order_and_their_fields(gazetteer: Gazetteer) -> None:
    assert list(gazetteer.places) == [row.split(",")[0] for row in ROWS]
    assert gazetteer.places["dhiban"] == Place(
        "dhiban",
        "Dhiban",
        "ذيبان",
        ("Theban", "Thubyan", "ديبان"),
        "town",
        "river-district",
        35.0,
        40.51,
        2.0,
        "C1",
        "made for the test",
    )
    assert gazetteer.places["land"].latitude is None


@pytest.mark.parametrize("written", ["Dhiban", "al-Dhiban", "Theban", "Dheeban", "ذيبان", "ديبان", "ذِيبان"])
def test_every_transliteration_finds_its_place(gazetteer: Gazetteer, written: str) -> None:
    assert ids(gazetteer.named(written)) == ["dhiban"]
    assert ids(gazetteer.by_key(key_of(written))) == ["dhiban"]


def test_namesakes_come_in_file_order_and_a_full_name_means_its_own_place(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.named("الصالحية")) == ["salih", "salih-south"]
    assert ids(gazetteer.named("al-Salihiya")) == ["salih", "salih-south"]
    assert ids(gazetteer.named("Al-Salihiyah")) == ["salih"]
    assert ids(gazetteer.named("Al-Salihiyah (south)")) == ["salih-south"]


def test_an_unknown_or_empty_name_means_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("Atlantis") == ()
    assert gazetteer.named("") == ()
    assert gazetteer.named("al-") == ()


@pytest.fixture(scope="module")
def ours() -> Gazetteer:
    return load_gazetteer(Path(__file__).parents[3] / "data" / "gazetteer.csv")


@given(st.text(max_size=40))
def test_no_name_however_odd_breaks_the_lookup(ours: Gazetteer, text: str) -> None:
    assert {place.place_id for place in ours.named(text)} <= set(ours.places)


@given(st.data())
def test_every_way_of_writing_a_name_leads_back_to_its_place(ours: Gazetteer, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(list(ours.places.values())))
    for written in (place.name, place.name_ar or place.name, *place.spellings):
        assert place in ours.by_key(key_of(written))


def test_ancestors_go_from_the_nearest_to_the_widest(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.ancestors("dhiban")) == ["river-district", "deir", "land"]
    assert gazetteer.ancestors("land") == ()
    with pytest.raises(KeyError):
        gazetteer.ancestors("nowhere")


def test_the_district_is_the_one_that_holds_the_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.district_of("dhiban") == "River District"
    assert gazetteer.district_of("river-district") == "River District"
    assert gazetteer.district_of("deir") is None


def test_a_side_of_an_area_is_its_own_place(gazetteer: Gazetteer) -> None:
    places = gazetteer.places
    assert gazetteer.part(places["deir"], "east") == places["east-deir"]
    assert gazetteer.part(places["deir"], "west") is None
    assert gazetteer.part(places["dhiban"], "east") is None


def test_a_city_stands_for_the_area_of_the_same_name(make: Make) -> None:
    row = "deir-city,Deir,الدير,,town,river-district,35.3,40.1,5,,,,made for the test"
    gazetteer = load_gazetteer(make(*ROWS, row))
    assert gazetteer.part(gazetteer.places["deir-city"], "east") == gazetteer.places["east-deir"]


def test_types_that_reports_mix_up_are_alike(gazetteer: Gazetteer) -> None:
    assert gazetteer.alike("town", "village")
    assert not gazetteer.alike("town", "district")
    assert gazetteer.feature_types["town"].words == ("town", "بلدة", "بلدتي")


def test_words_that_state_a_kind_are_known_folded(gazetteer: Gazetteer) -> None:
    assert {"town", "village", "بلده", "ريف"} <= gazetteer.kind_words
    assert "dhiban" not in gazetteer.kind_words


def test_names_that_are_words_too_are_told_apart(gazetteer: Gazetteer) -> None:
    assert gazetteer.needs_cue == {"abbas"}
    assert gazetteer.ordinary == {"there", "omar"}
    assert gazetteer.needs_article == {"omar"}


def test_the_longest_name_counts_words_without_articles(gazetteer: Gazetteer) -> None:
    assert gazetteer.longest == 3


def test_extra_rows_replace_and_add(make: Make) -> None:
    moved = Place("dhiban", "Dhiban", None, ("Zeban",), "town", "deir", 35.1, 40.6, 1.0, None, "an analyst")
    added = Place("camp-x", "Camp X", None, (), "village", "dhiban", 35.1, 40.6, 1.0, None, "an analyst")
    gazetteer = load_gazetteer(make(*ROWS), (moved, added))
    assert gazetteer.places["dhiban"] == moved
    assert gazetteer.named("Thubyan") == ()
    assert ids(gazetteer.named("Zeban")) == ["dhiban"]
    assert ids(gazetteer.ancestors("camp-x")) == ["dhiban", "deir", "land"]


def test_a_broken_extra_row_is_named_without_a_line(make: Make) -> None:
    lost = Place("x", "X", None, (), "village", "nowhere", 35.1, 40.6, 1.0, None, "an analyst")
    with pytest.raises(DataError, match=r"^gazetteer\.csv: field 'parent': 'nowhere' is no place_id$"):
        load_gazetteer(make(*ROWS), (lost,))


@pytest.mark.parametrize(
    ("row", "field", "problem"),
    [
        ("x,X,,,town,deir,95,40,2,,,,s", "latitude", "95 is outside -90..90"),
        ("x,X,,,town,deir,nan,40,2,,,,s", "latitude", "nan is outside -90..90"),
        ("x,X,,,town,deir,35,190,2,,,,s", "longitude", "190 is outside -180..180"),
        ("x,X,,,town,deir,north,40,2,,,,s", "latitude", "'north' is not a number"),
        ("x,X,,,town,deir,35,,2,,,,s", "longitude", "come together"),
        ("x,X,,,town,deir,,,2,,,,s", "latitude", "a place of type 'town' has one"),
        ("x,X,,,country,,35,40,2,,,,s", "latitude", "listed, never drawn"),
        ("x,X,,,town,deir,35,40,,,,,s", "radius_km", "'' is not a number"),
        ("x,X,,,town,deir,35,40,0,,,,s", "radius_km", "0 is not a distance above 0"),
        ("dhiban,X,,,town,deir,35,40,2,,,,s", "place_id", "'dhiban' is on line 6, too"),
        ("Big X,X,,,town,deir,35,40,2,,,,s", "place_id", "'Big X' is not a slug"),
        ("x,,,,town,deir,35,40,2,,,,s", "name", "is empty"),
        ("x,X,,,castle,deir,35,40,2,,,,s", "feature_type", "'castle' is not in feature_types.toml"),
        ("x,X,,,town,nowhere,35,40,2,,,,s", "parent", "'nowhere' is no place_id"),
        ("x,X,,,town,x,35,40,2,,,,s", "parent", "'x' holds itself"),
        ("x,X,,,town,deir,35,40,2,,up,,s", "side", "'up' is none of north"),
        ("x,X,,,town,deir,35,40,2,,,yes,s", "needs_cue", "'yes' is neither empty nor 1"),
        ("x,X,,,town,deir,35,40,2,,,,", "source", "is empty"),
        ("x,X,,,town,deir,35,40,2", None, "the row has not 13 cells"),
    ],
)
def test_a_broken_row_is_named_by_file_line_and_field(
    make: Make, row: str, field: str | None, problem: str
) -> None:
    with pytest.raises(DataError) as caught:
        load_gazetteer(make(*ROWS, row))
    error = caught.value
    assert (error.path.name, error.line, error.field) == ("gazetteer.csv", 10, field)
    assert problem in str(error)


def test_a_missing_column_is_named(make: Make) -> None:
    header = ",".join(name for name in COLUMNS if name != "radius_km")
    with pytest.raises(DataError, match=r"line 1: field 'radius_km': the column is missing"):
        load_gazetteer(make(header=header))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('group = "wide"\n', "", "country.group"),
        ('group = "wide"\n', 'group = "wide"\ncolour = "red"\n', "country.colour"),
        ("geo_precision = 1\n", "geo_precision = 4\n", "town.geo_precision"),
        ("drawn = false", 'drawn = "no"', "country.drawn"),
        ('words = ["town"]', "words = [1]", "town.words"),
    ],
)
def test_a_broken_feature_type_is_named(make: Make, old: str, new: str, field: str) -> None:
    with pytest.raises(DataError) as caught:
        load_gazetteer(make(*ROWS, types=TYPES.replace(old, new)))
    assert (caught.value.path.name, caught.value.field) == ("feature_types.toml", field)


def test_broken_toml_is_a_data_error(make: Make) -> None:
    with pytest.raises(DataError, match="the file is not TOML"):
        load_gazetteer(make(*ROWS, types="[town"))


@pytest.mark.parametrize(
    ("low", "forms"),
    [
        ("dhiban", (("dhiban", ""),)),
        ("theban", (("theban", ""),)),
        ("al", (("al", ""),)),  # an article: what follows it decides
        ("gunmen", ()),
        ("وذيبان", (("ذيبان", "و"),)),
        ("مسلحون", ()),
    ],
)
def test_a_word_opens_a_name_only_in_forms_that_begin_one(
    gazetteer: Gazetteer, low: str, forms: tuple[tuple[str, str], ...]
) -> None:
    assert gazetteer.openings(low) == forms


def test_every_beginning_of_a_name_is_known(gazetteer: Gazetteer) -> None:
    key = key_of("Eastern Deir countryside")
    assert {key[:end] for end in range(1, len(key) + 1)} <= gazetteer.beginnings
    assert key + "x" not in gazetteer.beginnings


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (("Hwaijet", "Hawija", "Huwaijah"), True),
        (("Jdeidet", "Jadid", "Judaydat"), True),
        (("Ogaidat", "Aqidat", "Ekeidat"), True),
        (("Jazrat", "Jazirat"), True),
        (("Jazrat", "Jazeera"), False),
        (("Hawija", "Huwayqah"), False),
        (("أبو حمام", "البو حمام", "البوحمام", "ابوحمام"), True),
        (("دير الزور", "ديرالزور"), True),
    ],
)
def test_common_beginnings_of_names_have_one_key(names: tuple[str, ...], same: bool) -> None:
    assert (len({key_of(name) for name in names}) == 1) is same
