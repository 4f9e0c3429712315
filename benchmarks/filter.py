"""Filtering and sorting 1,000 records of the organizer's table against Qt's own proxy over plain strings.

Ours is what a key press in the search field costs: words folded, every searched column looked through, the table on
the screen told.  Qt's is a ``QSortFilterProxyModel`` with ``setFilterFixedString`` (case-insensitive) between a model
of the same texts, one string a record, and a table of the same size.  Each side gets the same run of queries, as
somebody types them: a word that many have, one that few have, one that none has, and back to all.  The sides take
turns, the best of each is compared.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from benchmarks.figure import Figure
from benchmarks.offscreen import SIZE, application
from review_app.model.value import Value

RECORDS, ROUNDS = 1000, 15
LIMIT = 3.0
PLACES = ("湖北省武汉市", "浙江省杭州市", "贵州省贵阳市", "江苏省南京市", "四川省成都市")
QUERIES = ("湖", "湖北", "湖北省", "湖北省武", "", "案", "案例5", "案例51", "", "Wang", "Wangl", "")


class Record(Value, frozen=True):
    """What a row of nominations shows."""

    title: str
    organisation: str
    region: str
    facet: str
    state: str


def records() -> list[Record]:
    """Titles of ten to forty characters, other fields as they are usual."""
    drawn = random.Random(7)
    return [
        Record(
            "".join(chr(0x4E00 + drawn.randrange(3000)) for _ in range(drawn.randrange(10, 40)))
            + f"案例{number}",
            f"{drawn.choice(PLACES)}人民政府办公室",
            drawn.choice(PLACES),
            drawn.choice(("政务公开", "网络问政", "在线服务")),
            drawn.choice(("incomplete", "accepted")),
        )
        for number in range(RECORDS)
    ]


def run() -> list[Figure]:
    """One ratio: the whole run of queries."""
    app = application()
    made = records()
    ours, counts = _ours(made)
    plain, expected = _plain(made)
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for side, query_all in zip(times, (ours, plain), strict=True):
            started = time.perf_counter()
            query_all()
            side.append(time.perf_counter() - started)
            app.processEvents()
    if counts != expected:
        raise RuntimeError(f"the two sides find different records: {counts}, {expected}")
    mine, theirs = min(times[0]), min(times[1])
    detail = (
        f"{mine / len(QUERIES) * 1e3:.2f} ms a query over {RECORDS:,} records, "
        f"QSortFilterProxyModel {theirs / len(QUERIES) * 1e3:.2f} ms"
    )
    return [Figure("filtering a list", mine / theirs, LIMIT, "at most", detail)]


def _ours(made: list[Record]) -> tuple[Callable[[], None], list[int]]:
    from review_app.ui.organizer.table import Column, RecordTable

    table = RecordTable(
        [
            Column(title="Case", text=lambda one: str(one.title)),
            Column(title="Body", text=lambda one: str(one.organisation)),
            Column(title="Region", text=lambda one: str(one.region), width=120),
            Column(title="Facet", text=lambda one: str(one.facet), width=120),
            Column(title="State", text=lambda one: str(one.state), width=90),
        ],
        name="Nominations",
    )
    table.set_records(made)
    table.resize(*SIZE)
    table.show()
    counts = [0] * len(QUERIES)

    def query_all() -> None:
        for place, query in enumerate(QUERIES):
            table.set_filter(query)
            counts[place] = table.records_model.rowCount()

    return query_all, counts


def _plain(made: list[Record]) -> tuple[Callable[[], None], list[int]]:
    from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
    from PySide6.QtWidgets import QTableView

    texts = [" ".join((one.title, one.organisation, one.region, one.facet, one.state)) for one in made]
    view = QTableView()
    proxy = QSortFilterProxyModel(view)
    proxy.setSourceModel(QStringListModel(texts, view))
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view.setModel(proxy)
    view.resize(*SIZE)
    view.show()
    counts = [0] * len(QUERIES)

    def query_all() -> None:
        for place, query in enumerate(QUERIES):
            proxy.setFilterFixedString(query)
            counts[place] = proxy.rowCount()
        view.isVisible()  # the view lives as long as the queries do

    return query_all, counts
