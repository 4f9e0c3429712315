"""What stands above a dossier, as it is shown and as it is counted among the hits of a search."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.package.manifest import PackageCase
from review_app.model.text import visible
from review_app.ui.expert.wording import route_words


def title_lines(case: PackageCase) -> tuple[str, str, str]:
    """A small line (region, level, facet, route), the title, and who nominated it and carried it out."""
    above = [
        visible(case.region, 40),
        visible(case.level, 40),
        visible(case.facet, 40),
        route_words(case.route),
    ]
    below = visible(case.organisation, 200)
    if case.carrying_body not in ("", case.organisation):
        below = QCoreApplication.translate("wording", "{organisation} · carried out by {body}").format(
            organisation=below, body=visible(case.carrying_body, 200)
        )
    return " · ".join(part for part in above if part), visible(case.title, 200), below
