from __future__ import annotations

import json

import folium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template

from core.view.raw import RawMacro, encode_json

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet="{}%#<>/\u2028\u2029ab'\"\\") | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("{%#<ab"), inner, max_size=3),
    max_leaves=8,
)


@given(values)
def test_encoded_json_reads_back_and_holds_no_start_of_template_or_element(value: object) -> None:
    text = encode_json(value)
    assert json.loads(text) == value
    assert not {"<", "\u2028", "\u2029"} & set(text)
    assert not any(start in text for start in ("{{", "{%", "{#"))


@given(st.text(alphabet="{}%# '\"ab"))
def test_a_template_engine_finds_nothing_to_run_in_encoded_json(text: str) -> None:
    encoded = encode_json({"text": text})
    assert Template(encoded, keep_trailing_newline=True).render() == encoded


def test_json_refuses_what_it_cannot_hold() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode_json(float("nan"))


class _Says(RawMacro):
    def script(self) -> str:
        return 'say("{{ 6 * 7 }} {% raw %} {# #}");'


def test_folium_renders_the_script_as_it_is() -> None:
    chart = folium.Map(tiles=None)
    chart.add_child(_Says("Says"))
    assert 'say("{{ 6 * 7 }} {% raw %} {# #}");' in chart.get_root().render()


def test_an_element_outside_of_a_map_says_so() -> None:
    with pytest.raises(ValueError, match="not inside a map"):
        _Says("Says").parent_of(1)
    with pytest.raises(ValueError, match="inside a figure"):
        _Says("Says").render()
