"""The list of everything handed in, a line a nomination."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.text import visible
from review_app.ui.organizer.nominations.words import STATES, route_words, standing_words, state_tone
from review_app.ui.organizer.table import Column, RecordTable

translate = QCoreApplication.translate

TITLE, STATE = 0, 5
"""Columns that are left beside an open nomination."""


def make_table() -> RecordTable:
    """The empty list, its records submissions by their ids."""
    return RecordTable(
        [
            Column(title=translate("NominationsPage", "Case"), text=lambda one: visible(one.title, 200)),
            Column(
                title=translate("NominationsPage", "Nominating body"),
                text=lambda one: visible(one.text("organisation"), 200),
            ),
            Column(
                title=translate("NominationsPage", "Region"),
                text=lambda one: visible(one.text("region"), 60),
                width=112,
            ),
            Column(
                title=translate("NominationsPage", "Facet"),
                text=lambda one: visible(one.text("facet"), 60),
                width=132,
            ),
            Column(
                title=translate("NominationsPage", "Route"),
                text=lambda one: route_words(one.text("route")),
                width=140,
                tone=lambda one: "secondary",
            ),
            Column(
                title=translate("NominationsPage", "State"),
                text=standing_words,
                width=104,
                sort_key=lambda one: STATES.index(one.state),
                tone=lambda one: state_tone(one.state),
            ),
        ],
        key=lambda one: one.id,
        name=translate("NominationsPage", "Nominations"),
        empty=translate(
            "NominationsPage",
            "No nominations yet. Send out the form, then drop what comes back here: filled forms, tables, folders "
            "or ZIP files.",
        ),
    )
