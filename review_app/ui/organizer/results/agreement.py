"""Figures of agreement: each with its name, and with a sentence for readers who are no statisticians."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.result.agreement import AgreementLine
from review_app.model.workspace.standing import Method
from review_app.ui.organizer.results.words import NONE

translate = QCoreApplication.translate
FIGURES = ("kendall_w", "alpha_ordinal", "alpha_interval", "icc_2_1", "icc_2_k")
SHOWN = ("kendall_w", "alpha_interval", "icc_2_k")
"""What the panel beside the ranking shows."""


def figure_name(figure: str) -> str:
    """The figure's name, as statisticians write it."""
    return {
        "kendall_w": translate("results", "Kendall's W"),
        "alpha_ordinal": translate("results", "Krippendorff's α, ordinal"),
        "alpha_interval": translate("results", "Krippendorff's α, interval"),
        "icc_2_1": translate("results", "ICC(2,1), intraclass correlation of one sheet"),
        "icc_2_k": translate("results", "ICC(2,k), intraclass correlation of the mean of all sheets"),
    }[figure]


def short_name(figure: str) -> str:
    """The figure's name where there is little room."""
    return {
        "kendall_w": translate("results", "Kendall W"),
        "alpha_ordinal": translate("results", "α ordinal"),
        "alpha_interval": translate("results", "α interval"),
        "icc_2_1": "ICC(2,1)",
        "icc_2_k": "ICC(2,k)",
    }[figure]


def meaning(figure: str, method: Method) -> str:
    """What the figure says in a round that is counted by ``method``, in few sentences."""
    if figure == "icc_2_k":
        return _of_the_mean(method)
    return {
        "kendall_w": translate(
            "results", "How alike the experts order the cases: 1 all in the same order, 0 in no common order."
        ),
        "alpha_ordinal": translate(
            "results",
            "Agreement beyond chance on what is higher and lower: 1 complete, 0 what dice would give; gaps are "
            "allowed for.",
        ),
        "alpha_interval": translate(
            "results",
            "Agreement beyond chance on the points themselves: 1 complete, 0 what dice would give. It is low where "
            "some are strict and others generous.",
        ),
        "icc_2_1": translate("results", "How far one sheet alone could be relied on: 1 fully, 0 not at all."),
    }[figure]


def _of_the_mean(method: Method) -> str:
    """What ICC(2,k) says: of the score itself only where that is the mean of all sheets."""
    return {
        "mean": translate(
            "results",
            "How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking goes by this mean.",
        ),
        "trimmed-mean": translate(
            "results",
            "How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking leaves the highest "
            "and the lowest out: for it, this is a guide only.",
        ),
        "median": translate(
            "results",
            "How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking goes by the median: "
            "for it, this is a guide only.",
        ),
        "severity-corrected": translate(
            "results",
            "How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking evens out who is "
            "strict: for it, this is a guide only.",
        ),
        "borda": translate(
            "results",
            "How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking goes by each sheet's "
            "order: for it, this is a guide only.",
        ),
    }[method]


def figure_text(line: AgreementLine, figure: str) -> str:
    """A figure with two decimals, or that it isn't defined."""
    value: float | None = getattr(line, figure)
    return translate("results", "not defined") if value is None else f"{value:.2f}".replace("-", "−")


def total_line(lines: list[AgreementLine]) -> AgreementLine | None:
    """The figures of the total."""
    return next((line for line in lines if line.what == "total"), None)


def sheets_text(line: AgreementLine) -> str:
    """How many complete sheets W and ICC rest on."""
    return str(line.sheets) if line.sheets else NONE
