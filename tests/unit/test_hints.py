"""The likely wrong cell: found where it is the one explanation, never claimed where there are two."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import profiles, relations
from govreport.contents import contents
from govreport.model import Agency, Metadata, Report, Value
from govreport.rules import Context
from govreport.rules.slips import kind, slips
from govreport.standard import Standard
from tests.cost import within
from tests.hinted import EDITIONS, Key, at, context, hints, holds, place, singles, sound, this_year, tree


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(EDITIONS), st.data())
def test_one_wrong_cell_in_two_relations_is_found(seed: int, edition: str, data: st.DataObject) -> None:
    own, chance = tree(), random.Random(seed)
    form = own.forms[edition]
    cells = sound(form, chance)
    counts = [place(cell) for equation in this_year(form) for cell in {*equation.left, *equation.right}]
    key = data.draw(st.sampled_from(sorted({each for each in counts if counts.count(each) > 1})))
    before = cells[key]
    cells[key] = data.draw(st.integers(0, 99).filter(lambda number: number != before))
    told, possible = hints(context(form, cells, own)), singles(form, cells)
    assert (key, before) in possible
    if len(possible) == 1:
        (hint,) = told
        assert at(hint) == key and hint.params["likely"] == str(before) and hint.params["value"] == str(cells[key])
        assert hint.params["count"] == sum(not holds(equation, cells) for equation in this_year(form))
    else:
        assert not told
    if edition != "2099":
        assert len(told) == 1, "no two cells of the shipped tables are in the same relations"


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(EDITIONS), st.integers(2, 3))
def test_what_is_claimed_mends_and_is_the_only_change_of_its_size(seed: int, edition: str, errors: int) -> None:
    own, chance = tree(), random.Random(seed)
    form = own.forms[edition]
    cells = sound(form, chance, 9)
    keys = [key for key, value in cells.items() if form.tables[key[0]].columns[key[1]][key[2]].kind == "count"]
    for key in chance.sample(keys, errors):
        cells[key] = chance.randint(0, 9)
    told = hints(context(form, cells, own))
    changed = dict(cells)
    for hint in told:
        key = at(hint)
        if key[2]:
            changed[key] = int(str(hint.params["likely"]))
    counts = [hint for hint in told if at(hint)[2]]
    broken = {equation for equation in this_year(form) if not holds(equation, changed)}
    assert broken <= {equation for equation in this_year(form) if not holds(equation, cells)}, "a change breaks nothing that held"
    for hint in counts:
        touched = [equation for equation in this_year(form) if at(hint) in {place(cell) for cell in (*equation.left, *equation.right)}]
        assert all(holds(equation, changed) for equation in touched)
    possible = singles(form, cells)
    if len(possible) > 1:
        assert not counts
    elif len(possible) == 1:
        assert [(at(hint), int(str(hint.params["likely"]))) for hint in told] == list(possible) or len(told) == 0


def test_two_explanations_are_none(shipped: Standard) -> None:
    """Equal errors at two corners of a rectangle are equal errors at the other two as well."""
    form = shipped.forms["2021"]
    cells = dict.fromkeys(sound(form, random.Random(3)), 0)
    for key, numbers in (
        ("results.granted", [9, 9, 0, 0, 0, 0, 18]),
        ("results.partlyGranted", [9, 9, 0, 0, 0, 0, 18]),
        ("results.total", [18, 18, 0, 0, 0, 0, 36]),
    ):
        cells = row(cells, key, numbers)
    cells = row(cells, "received", [18, 18, 0, 0, 0, 0, 36])
    for key, column in (("results.granted", "naturalPerson"), ("results.partlyGranted", "commercialEnterprise")):
        cells["applications", key, column] = 14
    assert len([equation for equation in this_year(form) if not holds(equation, cells)]) == 4
    assert not hints(context(form, cells, shipped))


def test_two_wrong_cells_are_named_together(shipped: Standard) -> None:
    form = shipped.forms["2021"]
    cells = sound(form, random.Random(3))
    for row, column, step in (("received", "naturalPerson", 5), ("carriedIn", "commercialEnterprise", 3)):
        cells["applications", row, column] += step  # type: ignore[operator]
    told = hints(context(form, cells, shipped))
    assert [(at(hint)[1:], hint.params["problem"]) for hint in told] == [
        (("carriedIn", "commercialEnterprise"), "pair"),
        (("received", "naturalPerson"), "pair"),
    ]
    assert "自然人" in str(told[0].params["other"])


def test_one_relation_alone_tells_nothing(shipped: Standard) -> None:
    form = shipped.forms["2021"]
    cells = sound(form, random.Random(4))
    cells["reviewAndLitigation", "reconsideration", "upheld"] += 1  # type: ignore[operator]
    assert not hints(context(form, cells, shipped))


def row(cells: dict[Key, Value], key: str, numbers: list[int]) -> dict[Key, Value]:
    columns = [each[2] for each in cells if each[:2] == ("applications", key)]
    return {**cells, **{("applications", key, column): number for column, number in zip(columns, numbers, strict=True)}}


def test_a_row_one_column_off_is_found(shipped: Standard) -> None:
    form = shipped.forms["2021"]
    cells = dict.fromkeys(sound(form, random.Random(5)), 0)
    numbers = [46, 3, 0, 7, 2, 0, 58]
    for key in ("received", "results.granted", "results.total"):
        cells = row(cells, key, numbers)
    cells = row(cells, "results.granted", [0, 46, 3, 0, 7, 2, 58])
    (hint,) = hints(context(form, cells, shipped))
    assert (at(hint), hint.params["problem"]) == (("applications", "results.granted", ""), "shifted")
    assert hint.params["likely"] == "46 | 3 | 0 | 7 | 2 | 0"


def test_a_number_over_two_cells_is_found(shipped: Standard) -> None:
    form = shipped.forms["2021"]
    cells = dict.fromkeys(sound(form, random.Random(5)), 0)
    for key in ("received", "results.granted", "results.total"):
        cells = row(cells, key, [46, 0, 0, 0, 0, 0, 46])
    cells = row(cells, "results.granted", [4, 6, 0, 0, 0, 0, 46])
    (hint,) = hints(context(form, cells, shipped))
    assert (at(hint)[1], hint.params["problem"], hint.params["likely"]) == ("results.granted", "split", "46 | 0")


PAIRS = 60
"""How many of some three hundred pairs of rows are exchanged in a report."""


@pytest.mark.parametrize("edition", EDITIONS)
def test_two_rows_exchanged_are_no_two_wrong_cells(edition: str) -> None:
    own = tree()
    form = own.forms[edition]
    shape = form.tables["applications"]
    alike = [(one, other) for one, other in combinations(shape.columns, 2) if shape.columns[one].keys() == shape.columns[other].keys()]
    for seed in range(2):
        cells = sound(form, random.Random(seed))
        for one, other in random.Random(seed).sample(alike, min(PAIRS, len(alike))):
            exchanged = dict(cells)
            for column in shape.columns[one]:
                first, second = ("applications", one, column), ("applications", other, column)
                exchanged[first], exchanged[second] = cells[second], cells[first]
            assert not hints(context(form, exchanged, own)), (one, other)


def test_last_year_and_the_members_count(shipped: Standard) -> None:
    form = shipped.forms["2021"]
    cells = sound(form, random.Random(6))
    year = form.first_year
    last = {**cells, **{key: cells["applications", "carriedIn", key[2]] for key in cells if key[1] == "carriedOut"}}
    stock = ("proactiveDisclosure", "normativeDocuments")
    last[*stock, "inForce"] = cells[*stock, "inForce"] + cells[*stock, "repealed"] - cells[*stock, "issued"] + 0  # type: ignore[operator]
    previous = replace(context(form, last, shipped).report, metadata=Metadata(Agency("甲"), year=year - 1))
    members = (replace(context(form, cells, shipped).report, metadata=Metadata(Agency("乙"), year=year)),)
    cells["applications", "carriedIn", "naturalPerson"] = 64
    (hint,) = hints(context(form, cells, shipped, previous=previous, members=members))
    assert at(hint) == ("applications", "carriedIn", "naturalPerson") and hint.params["count"] == 4
    cells["applications", "carriedIn", "naturalPerson"] = 0
    cells["reviewAndLitigation", "reconsideration", "upheld"] += 10  # type: ignore[operator]
    (hint,) = hints(context(form, cells, shipped, members=members))
    assert at(hint) == ("reviewAndLitigation", "reconsideration", "upheld") and hint.params["count"] == 2


@pytest.mark.parametrize("seed", range(6))
def test_the_search_is_bounded(seed: int, shipped: Standard) -> None:
    """A table of which nothing holds, and one with a few odd cells, take no time to speak of."""
    form, chance = shipped.forms["2021"], random.Random(seed)
    cells = sound(form, chance, 9)
    for key in chance.sample(list(cells), len(cells) if seed < 2 else 2 * seed):
        cells[key] = chance.randint(0, 9)
    whole = context(form, cells, shipped)
    assert whole.failures
    within(0.5, lambda: hints(whole))


@pytest.mark.parametrize(
    ("written", "likely", "slip"),
    [(64, 46, "swapped"), (4, 46, "dropped"), (446, 46, "added"), (7, 46, "cell"), (641, 146, "cell"), (1464, 46, "cell"), (13, 46, "cell")],
)
def test_kinds_of_slips(written: int, likely: int, slip: str) -> None:
    assert kind(written, likely) == slip


def test_slips_change_something_and_keep_the_digits() -> None:
    for row in ((0, 4, 6, 0), (46, 0, 1), (5, 7)):
        for _, changed in slips(row):
            after = [changed.get(place, number) for place, number in enumerate(row)]
            assert after != list(row)
            assert sorted("".join(map(str, after)).replace("0", "")) == sorted("".join(map(str, row)).replace("0", ""))


def test_a_report_without_tables_has_no_hints(shipped: Standard) -> None:
    assert not hints(Context(contents(Report(shipped.claim)), shipped, profiles.load()))
    assert relations.equations(shipped.forms["2021"])
