"""What stands above a dossier, as it is shown and as it is counted among the hits of a search."""

from __future__ import annotations

from review_app.model.package.manifest import PackageCase
from review_app.model.text import visible
from review_app.ui.expert.wording import route_words


def title_lines(case: PackageCase) -> tuple[str, str, str]:
    """A small line (region, facet, route), the title, and who nominated it."""
    above = [visible(case.region, 40), visible(case.facet, 40), route_words(case.route)]
    return (
        " · ".join(part for part in above if part),
        visible(case.title, 200),
        visible(case.organisation, 200),
    )
