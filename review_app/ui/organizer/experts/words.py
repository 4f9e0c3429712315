"""What overlaps mean and what a counting rule says, in plain words."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QObject

from review_app.model.rubric import CountingRule, Rubric
from review_app.model.text import visible
from review_app.model.workspace.overlaps import Overlap
from review_app.ui.language import criterion_name

translate = QCoreApplication.translate


class _Counted(QObject):
    """Sentences with a number in them: only a class's own ``tr`` has its plurals collected."""

    def criteria(self, count: int) -> str:
        return self.tr("%n criteria, each scored from {lowest} to {highest}.", "", count)

    def left_out(self, count: int) -> str:
        return self.tr(
            "Of a case's totals the %n highest and the %n lowest are left out; the rest is averaged.",
            "",
            count,
        )

    def winners(self, count: int) -> str:
        return self.tr("The first %n rank(s) win.", "", count)

    def fewest(self, count: int) -> str:
        return self.tr("A case scored on fewer than %n sheet(s) gets no rank.", "", count)

    def auditors(self, count: int) -> str:
        return self.tr(
            "The anonymous sheets and the comments are sealed to %n auditor(s); nobody else can count again.",
            "",
            count,
        )

    def minimum(self, count: int) -> str:
        return self.tr(
            "With fewer than %n accepted sheets the box shows counts only, and closes again.", "", count
        )


def kind_words(overlap: Overlap) -> str:
    """What two have in common, in a few words."""
    return {
        "same-person": translate("experts", "Sits on the panel"),
        "same-name": translate("experts", "Same name as on the panel"),
        "same-institution": translate("experts", "Institution of the panel"),
        "nominating-institution": translate("experts", "Institution behind a case"),
        "named-in-nomination": translate("experts", "Named in a nomination"),
    }[overlap.kind]


def side_words(overlap: Overlap) -> str:
    """Which list the person is on."""
    if overlap.side == "panel":
        return translate("experts", "Panel")
    return translate("experts", "Roster")


def meaning_words(overlap: Overlap) -> str:
    """What it means."""
    return {
        "same-person": translate(
            "experts",
            "Who helped to choose the candidates would score them, too: one voice counts in two stages.",
        ),
        "same-name": translate("experts", "Perhaps the same person, perhaps only the same name: ask."),
        "same-institution": translate(
            "experts",
            "Not forbidden. Where one institution is heard in both stages often, others will ask why.",
        ),
        "nominating-institution": translate(
            "experts",
            "The own institution is behind the case, or has much the same name: an interest in the outcome.",
        ),
        "named-in-nomination": translate(
            "experts",
            "The nomination names this person as its contact: an interest in the outcome, if it is the same one.",
        ),
    }[overlap.kind]


def remedy_words(overlap: Overlap) -> str:
    """What may be done about it."""
    if overlap.side == "panel":
        return translate("experts", "Have the member stand aside in the shortlist's votes on this case.")
    return {
        "same-person": translate("experts", "Ask another expert, or say so openly in the report."),
        "same-name": translate("experts", "If it is the same person, ask another expert, or say so openly."),
        "same-institution": translate("experts", "Leave it, or balance the roster with other institutions."),
        "nominating-institution": translate(
            "experts",
            "The expert recuses from this case: the program asks for the own institution and suggests it. "
            "With many such cases, ask another expert.",
        ),
        "named-in-nomination": translate(
            "experts", "Ask another expert, or agree on a recusal from this case."
        ),
    }[overlap.kind]


def rubric_words(rubric: Rubric) -> list[str]:
    """What is scored: the scale, and each criterion with its weight where weights differ."""
    same = len({criterion.weight for criterion in rubric.criteria}) == 1
    names = []
    for criterion in rubric.criteria:
        if same:
            names.append(criterion_name(criterion))
        else:
            words = translate("experts", "{criterion} (weight {weight})")
            names.append(words.format(criterion=criterion_name(criterion), weight=criterion.weight))
    return [
        _Counted().criteria(len(rubric.criteria)).format(lowest=rubric.lowest, highest=rubric.highest),
        translate("experts", ", ").join(names),
    ]


def percent_text(share: Fraction) -> str:
    """A share as per cent, without needless zeros: ``12.5``.  It has at most six decimals."""
    millionths = int(share * 10**6)
    whole, rest = divmod(millionths, 10**4)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def _method_words(rule: CountingRule) -> str:
    if rule.method == "mean":
        return translate("experts", "A case's score is the mean of the totals it was given.")
    if rule.method == "median":
        return translate("experts", "A case's score is the median of the totals it was given.")
    if rule.method == "severity-corrected":
        return translate(
            "experts",
            "A case's score is the mean of its totals, corrected for how strict those were who scored it. A case that "
            "no chain of shared experts ties to the others gets no rank.",
        )
    if rule.drop_share:
        words = translate(
            "experts",
            "Of a case's totals the highest {share} % and the lowest {share} % are left out, in whole totals rounded "
            "down; the rest is averaged.",
        )
        return words.format(share=percent_text(rule.share))
    return _Counted().left_out(rule.drop)


def _tie_words(rule: CountingRule, rubric: Rubric) -> str:
    lot = rule.last_tie == "lot"
    if not rule.ties:
        if lot:
            return translate("experts", "Equal scores are put in order by lot.")
        return translate("experts", "Equal scores share a rank.")
    names = {criterion.id: criterion_name(criterion) for criterion in rubric.criteria}
    order = translate("experts", ", then ").join(names[criterion] for criterion in rule.ties)
    if lot:
        words = translate("experts", "Equal scores are told apart by {order}; what is still equal, by lot.")
    else:
        words = translate(
            "experts", "Equal scores are told apart by {order}; what is still equal shares a rank."
        )
    return words.format(order=order)


def rule_words(rule: CountingRule, rubric: Rubric) -> list[str]:
    """How it is counted, a sentence a part of the rule."""
    counted = _Counted()
    said = [_method_words(rule), _tie_words(rule, rubric)]
    if rule.last_tie == "lot" and rule.seed_draw:
        words = translate(
            "experts",
            "The lot follows from the terms, the closed box and a public draw that nobody knows yet: {draw}",
        )
        said.append(words.format(draw=visible(rule.seed_draw, 500)))
    elif rule.last_tie == "lot":
        said.append(
            translate(
                "experts", "The lot follows from the terms and the closed box; anybody can draw it again."
            )
        )
        said.append(
            translate(
                "experts",
                "Without a public draw, whoever signs the box record could sign it again until the lot suits; a draw "
                "held after the box is closed prevents that.",
            )
        )
    said += [counted.winners(rule.winners), counted.fewest(rule.minimum_scores)]
    if rule.abstention:
        said.append(translate("experts", "Experts may abstain from a case."))
    else:
        said.append(translate("experts", "Experts may not abstain; recusal is always possible."))
    return said


def minimum_words(count: int) -> str:
    """What the minimum of accepted sheets does."""
    return _Counted().minimum(count)


def publication_words(level: str, sealed: bool) -> str:
    """What the result will show; ``sealed``: the anonymous sheets go to auditors."""
    if level == "winners":
        return translate("experts", "Only the winners are published, without order and without scores.")
    if level == "winners-scored":
        if sealed:
            return translate(
                "experts", "The winners are published with rank and score; of the others nothing."
            )
        return translate(
            "experts",
            "Scores are published of the winners only; the other cases stay unnamed, and can still be verified.",
        )
    if sealed:
        return translate(
            "experts", "All cases are published with their titles, ranks and scores, but no sheet."
        )
    return translate(
        "experts", "Everything is published: all cases with their titles and all anonymous scores."
    )


def auditor_words(count: int) -> str:
    """Who can count again where sheets aren't public; "" where they are."""
    if not count:
        return ""
    return _Counted().auditors(count)


def publishing_words(rule: CountingRule) -> list[str]:
    """What of the result will be shown, and to whom."""
    count = len(rule.auditors)
    said = [publication_words(rule.publication, bool(count))]
    return [*said, auditor_words(count)] if count else said
