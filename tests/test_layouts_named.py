"""Tables in which every figure stands behind the name of its column: sentences, nested lists, records of programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.laid import filled, result, tabbed, text, words

HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
Pairs = Sequence[tuple[str, str]]


def sentence(label: str, pairs: Pairs) -> str:
    return f"{label}：" + "，".join(f"{name}{figure}件" for name, figure in pairs) + "。"


def colons(label: str, pairs: Pairs) -> str:
    return f"{label}：" + "；".join(f"{name}：{figure}" for name, figure in pairs)


def items(label: str, pairs: Pairs) -> str:
    return "\n".join([f"- {label}", *(f"  - {name}：{figure}" for name, figure in pairs)])


def equal(label: str, pairs: Pairs) -> str:
    return "\n".join([label, " ".join(f"{name}={figure}" for name, figure in pairs)])


def record(label: str, pairs: Pairs) -> str:
    return json.dumps({label: dict(pairs)}, ensure_ascii=False, indent=2)


def numbers(label: str, pairs: Pairs) -> str:
    return json.dumps({label: {name: int(figure) for name, figure in pairs}}, ensure_ascii=False, indent=2)


def written(write: Callable[[str, Pairs], str], order: Sequence[int] = range(7)) -> Callable[[PrintedTable], str]:
    def table(printed: PrintedTable) -> str:
        rows = [words(row) for row in printed.rows]
        if not any(label and len(figures) == len(HEADS) for label, figures in rows):
            return tabbed(printed)
        return "\n".join(write(label, [(HEADS[at], figures[at]) for at in order]) if figures else label for label, figures in rows)

    return table


@pytest.mark.parametrize("write", [sentence, colons, items, equal, numbers])
def test_figures_behind_the_names_of_their_columns_are_found(write: Callable[[str, Pairs], str], shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped)
        _, counts = result(text(truth, written(write)), truth, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), (edition, counts.faults)


@pytest.mark.parametrize("write", [colons, items, sentence, equal, record])
def test_a_name_without_a_figure_is_an_empty_cell_or_said(write: Callable[[str, Pairs], str], shipped: Standard) -> None:
    for edition, blanks in (("2019", "leaves-blank"), ("2021", "scattered")):
        truth = filled(edition, shipped, blanks)
        _, counts = result(text(truth, written(write)), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, counts.faults)
        assert write not in (colons, items) or counts.missed == 0, (edition, counts.faults)


@pytest.mark.parametrize("write", [sentence, colons, items, equal, numbers])
def test_columns_in_another_order_or_too_few_are_left_blank_and_said(write: Callable[[str, Pairs], str], shipped: Standard) -> None:
    for order in ((6, 0, 1, 2, 3, 4, 5), (1, 0, 2, 3, 4, 5, 6), (0, 5, 6), (0, 1, 2, 3, 4, 5)):
        truth = filled("2021", shipped)
        _, counts = result(text(truth, written(write, order)), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (order, counts.faults)
