"""A site of a small province: what is on it, what adds up, what is built again, and that nothing else ever changes."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import duckdb
import pytest
from lxml import etree
from lxml import html as web

from govreport import generate, readers
from govreport.cli.main import main
from govreport.comparison import CHANGED, compare
from govreport.conversion import equal
from govreport.model import NA, Report, Table
from govreport.site import addresses, builder, data, desk, facts, figures, files, lineup, search
from govreport.site.holding import WITHDRAWN, Earlier, File, Holding, Organ, Region, Version, digest_of
from govreport.site.state import FOLDER
from govreport.site.wish import Wish
from govreport.standard import Standard, read_standard
from govreport.texts import LANGUAGES
from govreport.writers import write
from tests import holdings, schematrees

BASE = "https://example.cn/reports"


@pytest.fixture(scope="module")
def province(shipped: Standard) -> list[Holding]:
    """The holdings of a province in small."""
    return holdings.province(shipped)


@pytest.fixture(scope="module")
def site(province: list[Holding], shipped: Standard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site."""
    folder = tmp_path_factory.mktemp("site") / "public"
    built = builder.build(folder, province, (), shipped, Wish(base_url=BASE))
    assert (built.reports, built.taken, built.failures, built.broken) == (len(province), len(province), (), ())
    return folder


@pytest.fixture(scope="module")
def reports(shipped: Standard) -> dict[str, Report]:
    """Its reports by id."""
    return dict(holdings.reports(shipped))


def paths(site: Path) -> dict[str, str]:
    """Return every file of a site but its memory, with a digest of its bytes."""
    found = (each for each in site.rglob("*") if each.is_file() and FOLDER not in each.parts)
    return {each.relative_to(site).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest() for each in found}


def page(site: Path, path: str) -> etree._Element:
    """Return a page of a site as a tree."""
    return web.fromstring((site / path).read_bytes())


def text(element: etree._Element) -> str:
    """Return the text of an element in one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def rows(site: Path, path: str, caption: str) -> list[list[str]]:
    """Return the rows of the table of a page whose caption begins so."""
    table = next(each for each in page(site, path).iter("table") if text(each.find("caption")).startswith(caption))
    return [[text(cell) for cell in row] for row in table.iter("tr")]


# --- The pages hang together ---


def test_every_link_leads_to_a_file_of_the_site(site: Path) -> None:
    linked = set[str]()
    for path in (each for each in paths(site) if each.endswith(".html")):
        for element, _, link, _ in page(site, path).iterlinks():
            parts = urlsplit(link)
            if element.get("rel") == "canonical":
                assert link == f"{BASE}/{path}"
                continue
            assert not parts.scheme and not parts.netloc, f"{path}: {link}"
            if parts.path:
                target = (site / path).parent / unquote(parts.path)
                assert target.is_file(), f"{path}: {link}"
                linked.add(target.resolve().relative_to(site.resolve()).as_posix())
    unlinked = {path for path in set(paths(site)) - linked if not path.startswith("search/")} - {"sitemap.xml", "index.en.html"}
    assert not unlinked


def test_pages_know_no_script_but_the_search(site: Path) -> None:
    for path in (each for each in paths(site) if each.endswith(".html")):
        scripts = [each for each in page(site, path).iter("script") if each.get("type") not in ("application/xml", "application/ld+json")]
        assert [each.get("src") for each in scripts] == (["search-index.js", "search.js"] if path == "search.html" else [])


def test_ids_are_unique_on_a_page(site: Path) -> None:
    for path in (each for each in paths(site) if each.endswith(".html")):
        ids = [each.get("id") for each in page(site, path).iter() if each.get("id")]
        assert len(ids) == len(set(ids)), path


def test_a_report_of_the_site_is_the_report(site: Path, reports: dict[str, Report], shipped: Standard) -> None:
    for id, report in reports.items():
        stem = addresses.report(facts.slug(id), "")
        for suffix in (".html", ".xml", ".json"):
            found = readers.read((site / f"{stem}{suffix}").read_bytes(), f"x{suffix}", shipped)
            assert found.report is not None and equal(found.report, report, shipped) and not found.diagnostics
        assert (site / f"{stem}.csv").read_bytes() == write(report, "csv", shipped)


# --- Regions, years, totals ---


def test_the_tree_is_that_of_the_division_codes(site: Path) -> None:
    listed = [(each.get("class"), text(each.find("a"))) for each in page(site, "index.html").iter("li") if (each.get("class") or "").startswith("depth")]
    assert listed == [("depth0", "示例市"), ("depth1", "示例市甲县"), ("depth1", "示例市乙县")]
    agencies = [row[0] for row in rows(site, "regions/990121.html", "机关")[1:]]
    assert agencies[0].startswith("示例市甲县人民政府") and set(agencies[1:]) == {"示例市甲县民政局", "甲县城关镇人民政府"}


def test_totals_are_the_sums_and_name_who_is_missing(site: Path, reports: dict[str, Report], shipped: Standard) -> None:
    for year in holdings.YEARS:
        path = f"totals/_all/{year}.html"
        standing = {row[0]: row[2] for row in rows(site, path, "成员")[1:]}
        for body in holdings.BODIES:
            missing = (body.name, year) in holdings.ABSENT
            assert any(row[0] == body.name and ("缺报告" in row[2]) == missing for row in rows(site, path, "成员")[1:] if "汇总" not in row[2]), standing
        single = [report for report in reports.values() if report.metadata.year == year and report.metadata.scope == "organ"]
        form = shipped.in_force(year)
        for table in form.tables.values():
            drawn = next(each for each in page(site, path).iter("table") if each.get("data-table") == table.key)
            shown = [text(each) for each in drawn.iter("td") if each.get("headers")]
            sums = {place: sum(found.cells[place] for report in single if (found := report.table(table.key))) for place in table.cells}
            expected = Table(table.key, form.edition, sums)
            assert sorted(shown) == sorted(str(each) if isinstance(each, int) else format(each.normalize(), "f") for each in expected.cells.values())


def test_an_aggregate_is_compared_and_never_added(site: Path) -> None:
    path = "totals/990121/2022.html"
    assert any("本身是汇总" in row[2] for row in rows(site, path, "成员"))
    (_, wrong) = rows(site, path, "与本级")
    assert wrong[3] == "+1"
    assert "一致" in text(page(site, "totals/990122/2022.html"))


def test_figures_of_a_chart_stand_in_its_table(site: Path) -> None:
    """Every bar of a drawing has its number in the table below it; drawings have no script, no style and no address."""
    for path in ("index.html", *(each for each in paths(site) if each.startswith("agencies/"))):
        for figure in page(site, path).iter("figure"):
            svg = etree.tostring(figure.find(".//svg"), encoding="unicode")
            assert not re.search(r"<script|<style|<!--|href|\sid=", svg)
            bars = len(figure.findall(".//svg//rect[@class='rect reactive tooltip-trigger']"))
            cells = [text(each) for each in figure.iterfind(".//tbody//td")]
            assert bars == sum(each not in ("",) for each in cells)


# --- Years side by side, and two of them compared ---


def test_comparisons_mark_what_changed(site: Path, reports: dict[str, Report], shipped: Standard) -> None:
    pairs = {(body, before, after) for body in (0, 2) for before, after in ((2019, 2020), (2020, 2021), (2021, 2022))}
    for body, before, after in pairs:
        code = holdings.BODIES[body].code
        left, right = (reports[f"{code}-{body}/{year}"] for year in (before, after))
        found = compare(left, right, shipped).cells
        named = [each for each in paths(site) if each.startswith("compare/") and f"/{before}-{after}-organ" in each]
        (path,) = [each for each in named if holdings.BODIES[body].name in text(page(site, each).find(".//h1"))]
        marked = [row for row in page(site, path).iter("tr") if row.get("class") == "changed"]
        assert len(marked) == sum(line.state == CHANGED for line in found)
        assert all(text(row[3]) for row in marked)
        reasons = [text(row[3]) for row in page(site, path).iterfind(".//section//tbody/tr")]
        assert all(reasons) and len(reasons) == sum(line.state == "incomparable" for line in found)


def test_editions_are_joined_as_the_migration_says(site: Path, reports: dict[str, Report], shipped: Standard) -> None:
    (path,) = [each for each in paths(site) if each.startswith("agencies/") and text(page(site, each).find(".//h1")) == holdings.BODIES[0].name]
    table = rows(site, path, "表三")
    sums = [row for row in table if "以上各行之和" in row[0]]
    assert sums, "2021 has three rows where 2019 has one: their sum stands beside it"
    old = reports["990100-0/2019"].table("applications")
    assert old is not None and sums[0][2] == str(old.get("results.other", "naturalPerson"))
    assert "不可比" in {cell for row in rows(site, path, "表二") for cell in row}
    assert rows(site, path, "仅见于 2019 版：表二")


def test_lines_join_by_sums_in_both_directions(reports: dict[str, Report], shipped: Standard) -> None:
    old, new = reports["990100-0/2020"].table("applications"), reports["990100-0/2021"].table("applications")
    assert old and new
    forms = shipped.forms["2019"].tables["applications"], shipped.forms["2021"].tables["applications"]
    parts = [("results.other.notCorrected", "total"), ("results.other.feeUnpaid", "total"), ("results.other.other", "total")]
    whole = ("results.other", "total")
    assert lineup.value(forms[0], (whole,), new, shipped) == sum(new.cells[part] for part in parts)
    assert lineup.value(forms[1], tuple(parts), old, shipped) == lineup.value(forms[1], tuple(reversed(parts)), old, shipped) == old.cells[whole]
    assert lineup.value(forms[1], (parts[0],), old, shipped) is lineup.State.INCOMPARABLE
    assert lineup.value(forms[1], tuple(parts), None, shipped) is lineup.State.ABSENT


# --- Data ---


def test_data_hold_every_cell_and_agree(site: Path, reports: dict[str, Report]) -> None:
    lines = list(csv.DictReader((site / data.CELLS_CSV).open(encoding="utf-8", newline="")))
    cells = sum(len(table.cells) for report in reports.values() for table in report.tables())
    assert len(lines) == cells
    query = f"select count(*), sum(value), count(distinct report) from '{site / data.CELLS_PARQUET}'"
    ((count, total, names),) = duckdb.sql(query).fetchall()
    assert (count, names) == (cells, len(reports))
    assert total == sum(value for report in reports.values() for table in report.tables() for value in table.cells.values())
    listed = list(csv.DictReader((site / data.REPORTS).open(encoding="utf-8", newline="")))
    assert {each["report"] for each in listed} == set(reports) == {each["report"] for each in lines}
    assert all((site / each["address"]).is_file() for each in listed)


def test_the_package_describes_its_files(site: Path, shipped: Standard) -> None:
    package = json.loads((site / data.PACKAGE).read_text("utf-8"))
    assert package["versions"]["schema"] == shipped.release and package["versions"]["data"] == package["version"]
    assert package["version"] in (site / "data.html").read_text("utf-8")
    for each in package["resources"]:
        content = (site / each["path"]).read_bytes()
        assert each.get("bytes") == (len(content) if each["format"] == "csv" else None)
        assert each["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        if each["format"] == "csv":
            head = content.decode().splitlines()[0].split(",")
            assert [field["name"] for field in each["schema"]["fields"]] == head
            assert all(field["title"] and field["description"] for field in each["schema"]["fields"])


def test_the_feed_and_the_sitemap_name_pages_of_the_site(site: Path) -> None:
    atom = etree.parse(site / "feed.xml")
    links = atom.xpath("//a:entry/a:link/@href", namespaces={"a": "http://www.w3.org/2005/Atom"})
    assert links and all((site / unquote(link.removeprefix(BASE + "/"))).is_file() for link in links)
    assert all(each.text.endswith("+08:00") for each in atom.iterfind(".//{*}updated"))
    listed = [each.text for each in etree.parse(site / "sitemap.xml").iterfind(".//{*}loc")]
    assert {unquote(each.removeprefix(BASE + "/")) for each in listed} == {path for path in paths(site) if path.endswith(".html")}


def test_the_index_of_the_search_lists_every_report(site: Path, reports: dict[str, Report]) -> None:
    script = (site / "search-index.js").read_text("utf-8")
    entries = json.loads(script.partition("=")[2].strip().removesuffix(";"))
    assert len(entries) == len(reports) and all((site / each[5]).is_file() for each in entries)
    # what has the same title is told apart by its scope
    assert len({tuple(map(str, each[:5] + each[6:])) for each in entries}) == len(reports)


def test_the_index_of_the_texts_finds_every_pair(site: Path, reports: dict[str, Report]) -> None:
    entries = json.loads((site / "search-index.js").read_text("utf-8").partition("=")[2].strip().removesuffix(";"))
    listed = {entry[5].removeprefix("reports/").removesuffix(".html"): number for number, entry in enumerate(entries)}
    found: dict[str, set[int]] = {}
    for number in range(search.SHARES):
        script = (site / addresses.pairs(number)).read_text("utf-8")
        for pair, steps in json.loads(script.partition(",")[2].strip().removesuffix(");")).items():
            assert search.share(pair) == number
            found[pair] = set(accumulate(int(step, 36) for step in steps.split()))
    for id, report in reports.items():
        for chapter in report.chapters:
            for paragraph in chapter.paragraphs():
                pairs = [one + other for one, other in pairwise(paragraph) if one.isalnum() and other.isalnum()]
                assert pairs and all(listed[facts.slug(id)] in found[pair] for pair in pairs)


# --- Building again ---


def test_the_same_reports_give_the_same_bytes(site: Path, province: list[Holding], shipped: Standard, tmp_path: Path) -> None:
    builder.build(tmp_path / "again", list(reversed(province)), (), shipped, Wish(base_url=BASE))
    assert paths(tmp_path / "again") == paths(site)


def test_only_what_depends_on_a_change_is_built_again(site: Path, province: list[Holding], shipped: Standard, tmp_path: Path) -> None:
    wish = Wish(base_url=BASE)
    shutil.copytree(site, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mine.txt").write_text("not of the site")
    before = {path: (tmp_path / path).stat().st_mtime_ns for path in paths(tmp_path)}
    again = builder.build(tmp_path, province, (), shipped, wish)
    assert (again.taken, again.drawn, again.removed) == (0, 0, 0)
    assert {path: (tmp_path / path).stat().st_mtime_ns for path in paths(tmp_path)} == before

    body, form = holdings.BODIES[4], shipped.in_force(2022)
    other = holdings.holding("990121100-4/2022", holdings.report(body, 2022, shipped, form, seed=1), shipped)
    changed = builder.build(tmp_path, [other if each.id == other.id else each for each in province], (), shipped, wish)
    assert changed.taken == 1 and changed.removed == 0
    touched = {path for path, time in before.items() if (tmp_path / path).stat().st_mtime_ns != time}
    foreign = {path for path in touched if path.startswith(("reports/", "agencies/", "compare/"))}
    assert {path.split("/")[0] for path in foreign} == {"reports", "agencies", "compare"} and len(foreign) == 4 + 1 + 1
    assert {path for path in touched if path.startswith("totals/")} == {f"totals/{area}/2022.html" for area in ("_all", "9901", "990121")}
    assert not {path for path in touched if path.startswith("years/")}

    less = builder.build(tmp_path, province[1:], (), shipped, wish)
    assert less.reports == len(province) - 1 and less.removed >= 4
    assert not list((tmp_path / "reports").glob(f"{facts.slug(province[0].id)}.*"))
    assert (tmp_path / "mine.txt").exists()


def test_a_spoilt_memory_is_built_anew(province: list[Holding], shipped: Standard, tmp_path: Path) -> None:
    builder.build(tmp_path, province[:1], (), shipped)
    before = paths(tmp_path)
    (tmp_path / FOLDER / "site.sqlite").write_bytes(b"no database" * 100)
    (tmp_path / "index.html").unlink()
    assert builder.build(tmp_path, province[:1], (), shipped).taken == 1
    assert paths(tmp_path) == before


def test_two_holdings_of_one_id_are_refused(province: list[Holding], shipped: Standard, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two holdings"):
        builder.build(tmp_path, [province[0], province[0]], (), shipped)


# --- What an archive adds: versions, corrections, tombstones, a register ---


def test_versions_corrections_and_tombstones_are_seen(shipped: Standard, tmp_path: Path) -> None:
    body, form = holdings.BODIES[1], shipped.in_force(2022)
    report = holdings.report(body, 2022, shipped, form)
    versions = (Version(1, day="2023-01-20"), Version(2, day="2023-03-02", reason="更正表三"))
    corrected = holdings.holding("x.2022.organ", report, shipped, organ="x", versions=versions, notice="一人办理")
    first = write(replace(report, metadata=replace(report.metadata, contact="电话有误")), "xml", shipped)
    earlier = (Earlier(1, "x.xml", partial(bytes, first)),)
    corrected = replace(corrected, files=(File(".docx", partial(bytes, b"PK original")),), earlier=earlier)
    ended = (Version(1, WITHDRAWN, "2022-05-01", "有误"),)
    stone = Holding("x.2021.organ", "w", None, "-", "x", state=WITHDRAWN, agency=body.name, year=2021, title="某报告", versions=ended)
    register = [Organ("x", "示例市教育局", (Region("city", "示例市"),)), Organ("y", "示例市民政局", (Region("city", "示例市"),), first=2022)]
    built = builder.build(tmp_path, [corrected, stone], register, shipped)
    assert built.reports == 2
    shown = text(page(tmp_path, "reports/x.2022.organ.html"))
    assert all(word in shown for word in ("第 2 版", "更正表三", "一人办理", "x.2022.organ.docx"))
    assert (tmp_path / "reports/x.2022.organ.docx").read_bytes() == b"PK original"
    older = page(tmp_path, "reports/x.2022.organ/v1.html")
    assert all(word in text(older) for word in ("已被第 2 版更正", "更正表三", "电话有误"))
    assert "../x.2022.organ.html" in older.xpath("//nav[@class='trail']//a/@href")
    assert "x.2022.organ/v1.html" in page(tmp_path, "reports/x.2022.organ.html").xpath("//nav[@class='trail']//a/@href")
    assert (tmp_path / "reports/x.2022.organ/v1.xml").read_bytes() == first
    gone = text(page(tmp_path, "reports/x.2021.organ.html"))
    assert all(word in gone for word in ("已经撤回", "有误", "2022-05-01", body.name))
    assert not list((tmp_path / "reports").glob("x.2021.organ.xml"))
    standing = {(row[0], row[2]) for row in rows(tmp_path, "totals/city/2022.html", "成员")[1:]}
    assert standing == {("示例市教育局", "计入"), ("示例市民政局", "缺报告")}
    assert "已撤回，未计入" in text(page(tmp_path, "totals/city/2021.html"))
    assert (tmp_path / "agencies/y.html").exists()
    withdrawn = replace(stone, id="x.2022.organ", digest="w2")
    assert builder.build(tmp_path, [withdrawn, stone], register, shipped).removed >= 4
    assert not (tmp_path / "reports/x.2022.organ.docx").exists()
    assert not (tmp_path / "reports/x.2022.organ").exists()


def test_findings_are_listed_where_they_are_asked_for(shipped: Standard, tmp_path: Path) -> None:
    report = holdings.report(holdings.BODIES[1], 2022, shipped, shipped.in_force(2022))
    found = [holdings.holding("one", report, shipped)]
    shown = []
    for profile in ("", "submission"):
        built = builder.build(tmp_path, found, (), shipped, Wish(profile=profile))
        tree = page(tmp_path, "reports/one.html")
        shown.append((built.taken, len(tree.findall(".//*[@class='findings']//li"))))
        reading = readers.read((tmp_path / "reports/one.html").read_bytes(), "one.html", shipped)
        assert reading.report is not None and equal(reading.report, report, shipped)
    assert shown[0] == (1, 0) and shown[1][0] == 0 and shown[1][1] > 0


def test_no_report_is_said_and_not_shown(shipped: Standard, tmp_path: Path) -> None:
    good = holdings.province(shipped)[0]
    bad = Holding("bad", "1", partial(bytes, b"no report"), "bad.txt")
    built = builder.build(tmp_path, [good, bad], (), shipped)
    assert [(each.holding.id, each.reason) for each in built.failures] == [("bad", "report")]
    assert built.reports == 1 and not list(tmp_path.rglob("bad*"))


# --- Any edition, any text ---


def test_an_invented_edition_has_its_pages(tmp_path: Path) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    generate.build(root)
    standard = read_standard(root)
    form = standard.forms[schematrees.INVENTED.name]
    body = replace(holdings.BODIES[0], name="未来市人民政府")
    made = [holdings.report(body, year, standard, form) for year in (form.first_year, form.first_year + 1)]
    found = [holdings.holding(f"{at}", report, standard) for at, report in enumerate(made)]
    built = builder.build(tmp_path / "out", found, (), standard)
    assert built.reports == 2 and not built.failures
    (agency,) = (tmp_path / "out" / "agencies").iterdir()
    captions = {text(each) for each in web.fromstring(agency.read_bytes()).iter("caption")}
    assert {f"{table.name} {table.label}" for table in form.tables.values()} <= captions


def test_hostile_names_stay_text(shipped: Standard, tmp_path: Path) -> None:
    nasty = """</script><script>alert(1)</script>'"<img src=x onerror=alert(1)>&amp;|{{7*7}}"""
    body = replace(holdings.BODIES[1], name=nasty)
    report = holdings.report(body, 2022, shipped, shipped.in_force(2022))
    path = (Region("../../evil", nasty), Region("a/b c", "x"))
    found = [holdings.holding("../../etc/passwd", report, shipped, region=path, notice=nasty), holdings.holding("CON", report, shipped)]
    built = builder.build(tmp_path / "out", found, (), shipped, Wish(title=nasty))
    assert built.reports == 2 and {each.name for each in tmp_path.iterdir()} == {"out"}
    for each in (tmp_path / "out").rglob("*.html"):
        tree = web.fromstring(each.read_bytes())
        assert not list(tree.iter("img")) and "{{7*7}}" in text(tree)
        assert all(element.get("src") or element.get("type") for element in tree.iter("script"))


def test_texts_are_there_in_both_languages() -> None:
    entries = desk.entries()
    assert not [key for key, texts in entries.items() if set(texts) != set(LANGUAGES) or not all(each.strip() for each in texts.values())]
    names = {key: [set(re.findall(r"\{([a-z_]+)\}", text)) for text in texts.values()] for key, texts in entries.items()}
    assert not [key for key, (one, other) in names.items() if one != other]
    source = "\n".join(each.read_text("utf-8") for each in Path(desk.__file__).parent.rglob("*") if each.suffix in (".py", ".html"))
    source += "\n".join(each.read_text("utf-8") for each in (Path(desk.__file__).parents[1] / "archive").glob("*.py"))
    composed = ("standing.", "state.", "reason.", "data.", "column.")
    assert not [key for key in entries if f"'{key}'" not in source and f'"{key}"' not in source and not key.startswith(composed)]


def test_headlines_are_the_figures_that_prose_speaks_of(shipped: Standard) -> None:
    for form in shipped.forms.values():
        assert len(figures.headlines(form)) >= 5
        assert all(each.whole.cells and len(each.parts) > 1 for each in figures.parts(form)) and figures.parts(form)


def test_what_does_not_apply_is_said_in_words() -> None:
    assert [desk.number(NA, desk.words(lang)) for lang in LANGUAGES] == ["不适用", "does not apply"]


def test_slugs_are_names_of_files() -> None:
    assert facts.slug("organ-1.2022.organ") == "organ-1.2022.organ"
    for id in ("a/b", "../x", "A", "年报", "", "x" * 300, "a b", ".hidden"):
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,63}", facts.slug(id)), id
    assert len({facts.slug(id) for id in ("A", "a", "a/", "a.", "甲", "乙")}) == 6
    assert files.relative("style.css", "totals/x/2021.html") == "../../style.css"
    assert digest_of("1", "a") != digest_of("1", "b")


# --- The command ---


@pytest.fixture
def folder(shipped: Standard, reports: dict[str, Report], tmp_path: Path) -> Path:
    """Some reports in folders of regions and years, and what is no report."""
    for id, report in list(reports.items())[:6]:
        bare = replace(report, metadata=replace(report.metadata, agency=replace(report.metadata.agency, division=None)))
        path = tmp_path / "in" / "甲地" / "2019" / f"{facts.slug(id)}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write(bare, "json", shipped))
    (tmp_path / "in" / "other.txt").write_text("另一篇文章")
    return tmp_path


def told(arguments: Sequence[object], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit code of a command and what it said."""
    code = main(["site", *map(str, arguments), "--lang", "en"])
    return code, capsys.readouterr().err


def test_the_command_builds_from_folders(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = told([folder / "in", "-o", folder / "out", "--jobs", "2"], capsys)
    assert code == 1 and "other is no annual report" in said and "reports on the site: 6; read: 6;" in said and "sitemap" in said
    assert text(next(page(folder / "out", "index.html").iter("li"))) and "甲地" in text(page(folder / "out", "index.html"))
    assert "2019" not in [text(each) for each in page(folder / "out", "index.html").iterfind(".//li/a")]
    (folder / "in" / "other.txt").unlink()
    code, said = told([folder / "in", "-o", folder / "out", "--jobs", "1"], capsys)
    assert code == 0 and "read: 0; pages drawn: 0" in said


def test_a_division_code_counts_before_folders(folder: Path, reports: dict[str, Report], shipped: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "other.txt").unlink()
    (folder / "in" / "inbox").mkdir()
    for id, report in list(reports.items())[:6]:
        (folder / "in" / "inbox" / f"{facts.slug(id)}.json").write_bytes(write(report, "json", shipped))
    code, _ = told([folder / "in", "-o", folder / "out"], capsys)
    assert code == 0
    named = [text(each.find("a")) for each in page(folder / "out", "index.html").iter("li") if (each.get("class") or "").startswith("depth")]
    assert "示例市" in named and "甲地" in named and "inbox" not in named


def test_the_command_takes_a_register(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "other.txt").unlink()
    lines = ["id,name,level,parent", "city,示例市人民政府,city,", "edu,示例市教育局,city,city", "lost,示例市水利局,city,city"]
    (folder / "organs.csv").write_text("\n".join(lines), "utf-8")
    code, _ = told([folder / "in", "-o", folder / "out", "--organs", folder / "organs.csv"], capsys)
    assert code == 0
    standing = {row[0]: row[2] for row in rows(folder / "out", "totals/city/2019.html", "成员")[1:]}
    assert standing == {"示例市人民政府": "计入", "示例市教育局": "计入", "示例市水利局": "缺报告"}


def wrong(folder: Path) -> Iterator[tuple[list[object], str]]:
    """Yield wrong command lines with a word of what is said."""
    yield [folder / "in", "-o", folder / "in" / "out"], "lies in the source"
    yield [folder / "in", "-o", folder], "neither empty"
    yield [folder / "in", "-o", folder / "out", "--base-url", "javascript:x"], "no address"
    yield [folder / "in", "-o", folder / "out", "--organs", folder / "none.csv"], "no such file"
    yield [folder / "none", "-o", folder / "out"], "no such file"


def test_the_command_refuses_what_cannot_be_meant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, word in wrong(folder):
        code, said = told(arguments, capsys)
        assert code == 2 and word in said and len(said.splitlines()) == 1, said
