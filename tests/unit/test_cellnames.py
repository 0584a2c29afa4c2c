"""The clerk's names of cells, from any form's labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.cellnames import cell_name, column_name, ordinal, row_name, row_short, term_names
from govreport.diagnostics import CellRef
from govreport.relations import Cell
from govreport.standard import Standard, read_form


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


ALIKE = """<form edition="2098"><years from="2098"/>
  <chapter key="a" number="一" title="甲" kind="table">
    <table key="a" name="表一" label="甲">
      <group label="自然人"><column key="pw" label="网上"/><column key="pt" label="小计"/></group>
      <group label="法人"><column key="ow" label="网上"/><column key="op" label="信函"/></group>
      <row key="granted" label="（一）公开"/>
      <row key="online" label="（一）之二 网上公开"/>
      <row key="one" label="（二）办公"><row key="other" label="1.其他"/></row>
      <row key="two" label="（二）平台"><row key="other" label="1.其他"/></row>
    </table>
  </chapter>
</form>
"""


def test_rows_and_columns_that_bear_one_label_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "form.xml").write_text(ALIKE, "utf-8")
    table = read_form(tmp_path / "form.xml").tables["a"]
    assert [column_name(table, "granted", key) for key in ("pw", "pt", "ow", "op")] == ["自然人 · 网上", "小计", "法人 · 网上", "信函"]
    assert [row_name(table, row.key) for row in table.leaves] == ["（一）公开", "（一）之二 网上公开", "（二）办公 · 1.其他", "（二）平台 · 1.其他"]
    assert [row_short(table, row.key) for row in table.leaves] == ["（一）公开", "（一）之二 网上公开", "（二）办公 · 1.其他", "（二）平台 · 1.其他"]
