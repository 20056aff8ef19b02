"""Script text that reaches the browser as it is: never compiled as a template, never read as HTML.

branca wraps the finished script of a ``MacroElement`` in ``Element(str)``, which compiles it a
second time as a Jinja template: ``{{ ... }}`` in a report's text would run in Python. Elements
of this project derive from :class:`RawMacro`, which hands its text over unread, and encode data
with :func:`encode_json`, which leaves nothing in it that a template or an HTML parser would start at.
"""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from typing import Any

from branca.element import Element, Figure, MacroElement
from jinja2 import Template

_ENCODED = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_UNSAFE = re.compile("[<\u2028\u2029]|\\{(?=[{%#])")


def encode_json(value: Any) -> str:
    """``value`` as JSON that is also safe inside a script element and inside a Jinja template.

    ``<``, the line separators of JavaScript and the first brace of ``{{``, ``{%``, ``{#`` are
    written as ``\\uXXXX``. Between tokens JSON never has these pairs, so only strings change and
    every parser reads the same value. Raises ``TypeError`` for a value that JSON cannot hold and
    ``ValueError`` for NaN or infinity.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda found: _ENCODED.get(found[0], "\\u007b"), text)


class RawText(Element):
    """A child of a figure's header, html or script that renders as exactly its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_kwargs: Any) -> str:
        """The text."""
        return self.text


class RawMacro(MacroElement, ABC):
    """A folium element whose script is :meth:`script`, taken as it is.

    streamlit-folium asks the template's ``script`` macro, folium's own rendering calls
    :meth:`render`: both give the same text.
    """

    _template = Template("{% macro script(this, kwargs) %}{{ this.script() }}{% endmacro %}")

    def __init__(self, name: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = name

    @abstractmethod
    def script(self) -> str:
        """The JavaScript of this element."""

    def parent_of(self, levels: int) -> Element:
        """The element ``levels`` above this one. Raises ``ValueError`` where there is none."""
        element: Element = self
        for _ in range(levels):
            if element._parent is None:
                raise ValueError(f"{self._name} is not inside a map")
            element = element._parent
        return element

    def render(self, **_kwargs: Any) -> str:
        """Add the script to the figure; gives nothing. Raises ``ValueError`` outside of a figure."""
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise ValueError("an element renders only inside a figure")
        figure.script.add_child(RawText(self.script()), name=self.get_name())
        return ""
