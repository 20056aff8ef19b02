"""The pages: each file here is one, with ``ORDER``, ``TITLE``, ``ICON``, ``FILTERED`` and ``show()``.

``dashboard.py`` finds them by itself. ``FILTERED`` says whether the shared filters stand in the sidebar.
"""
