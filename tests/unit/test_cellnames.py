"""The clerk's names of cells, from any form's labels."""

from __future__ import annotations

import pytest

from govreport.cellnames import cell_name, ordinal, row_short, term_names
from govreport.diagnostics import CellRef
from govreport.relations import Cell
from govreport.standard import Standard


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("一、本年新收", "一"),
        ("十二、其他", "十二"),
        ("（三）不予公开", "（三）"),
        ("(3) refused", "(3)"),
        ("1.属于国家秘密", "1"),
        ("4) other", "4"),
        ("三类内部事务信息", None),
        ("2019年", None),
        ("（本列）", None),
        ("总计", None),
        ("三", None),
        ("", None),
    ],
)
def test_ordinal_is_a_number_with_its_punctuation(label: str, expected: str | None) -> None:
    assert ordinal(label) == expected


def test_names_join_ordinals_of_outer_labels(shipped: Standard) -> None:
    def name(table: str, row: str | None = None, column: str | None = None, edition: str | None = "2021") -> str:
        return cell_name(shipped, CellRef(table, row, column, edition))

    assert name("applications", "results.refused.stateSecret", "naturalPerson") == "表三 · 三（三）1.属于国家秘密 · 自然人"
    assert name("applications", "received", "total") == "表三 · 一、本年新收政府信息公开申请数量 · 总计"
    assert name("applications", "results.other", "total", "2019") == "表三 · 三（六）其他处理 · 总计"
    assert name("reviewAndLitigation", "litigation.direct", "upheld") == "表四 · 行政诉讼 · 未经复议直接起诉 · 结果维持"
    assert name("proactiveDisclosure") == "表二"
    assert name("proactiveDisclosure", edition=None) == "表二"


def test_unknown_keys_stand_as_they_are(shipped: Standard) -> None:
    assert cell_name(shipped, CellRef("nothing", "row", "column")) == "nothing · row · column"
    assert cell_name(shipped, CellRef("applications", "nothing", "nobody", "2021")) == "表三 · nothing · nobody"


def test_equations_name_only_what_differs(shipped: Standard) -> None:
    tables = shipped.forms["2021"].tables
    down = [Cell("applications", row, "total") for row in ("received", "carriedIn")]
    along = [Cell("applications", "received", column) for column in ("naturalPerson", "total")]
    across = [Cell("applications", "carriedOut", "total"), Cell("reviewAndLitigation", "reconsideration", "total")]
    assert list(term_names(tables, down).values()) == ["一", "二"]
    assert list(term_names(tables, along).values()) == ["自然人", "总计"]
    assert list(term_names(tables, across).values()) == ["表三 · 四", "表四 · 行政复议"]
    assert row_short(tables["applications"], "results.refused.stateSecret") == "三（三）1.属于国家秘密"
