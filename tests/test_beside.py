"""What stands beside a report, through the command line: last year's, the members, the batch, waivers, a province's profile."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from govreport.cli import main as entry

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "fixtures" / "conformance"
PROVINCE = ROOT / "fixtures" / "profiles" / "province.xml"
SOUND = CASES / "TEXT-TEMPLATE" / "pass-filled.xml"

Finding = dict[str, object]


def base(source: str) -> str:
    """Return the base name of a source, of an archive's entry too."""
    return re.split("[/!:]", source)[-1]


class Told:
    """What a call of ``validate`` gave: the exit code, and by the base name of each source its verdict and findings."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.err = code, err
        lines = [json.loads(line) for line in out.splitlines()]
        self.verdicts = {base(line["source"]): line["verdict"] for line in lines}
        self.findings: dict[str, list[Finding]] = {base(line["source"]): line["diagnostics"] for line in lines}
        self.stages = {base(line["source"]): {stage["name"]: stage["state"] for stage in line["stages"]} for line in lines}

    def codes(self, name: str) -> list[object]:
        return [each["code"] for each in self.findings[name]]


Run = Callable[..., Told]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Validate in this process and read the JSON lines."""
    monkeypatch.setenv("GOVREPORT_LANG", "zh")
    monkeypatch.delenv("GOVREPORT_SCHEMA", raising=False)

    def call(*arguments: object) -> Told:
        code = entry.main(["validate", *map(str, arguments), "--format", "json"])
        return Told(code, *capfd.readouterr())

    return call


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def edited(path: Path, *changes: tuple[str, str]) -> str:
    text = path.read_text("utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    return text


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """A folder of two years of one agency, whose figures do not follow, and of another agency that copied a chapter."""
    folder = tmp_path / "years"
    folder.mkdir()
    write(folder / "2022.xml", edited(CASES / "TEXT-COPY" / "previous.xml"))
    write(folder / "2023.xml", edited(CASES / "TEXT-COPY" / "pass-rewritten.xml", ('carriedIn naturalPerson="1"', 'carriedIn naturalPerson="3"')))
    write(folder / "other.xml", edited(CASES / "TEXT-COPY" / "fail-figures-changed.xml", ("青山镇", "红石镇")))
    return folder


def test_last_years_report_is_named_by_an_option(run: Run, years: Path) -> None:
    told = run(years / "2023.xml", "--previous", years / "2022.xml")
    assert "YEAR-CARRY" in told.codes("2023.xml") and told.stages["2023.xml"]["series"] == "ran"
    assert [each["code"] for each in told.findings["2023.xml"] if each["code"] == "T3-ROW"] == ["T3-ROW"], "nothing is said twice"


def test_last_years_report_that_names_no_year_is_of_the_year_before(run: Run, tmp_path: Path) -> None:
    last = edited(CASES / "YEAR-CARRY" / "previous.xml", ("<year>2022</year>", ""), ('<period from="2022-01-01" to="2022-12-31"/>', ""))
    told = run(CASES / "YEAR-CARRY" / "fail-differs.xml", "--previous", write(tmp_path / "last.xml", last))
    messages = [str(each["message"]) for each in told.findings["fail-differs.xml"] if each["code"] == "YEAR-CARRY"]
    assert messages and all("：2022 · " in message for message in messages), messages


def test_figures_of_a_year_that_neither_report_names_are_of_no_year(run: Run, tmp_path: Path) -> None:
    bare = [
        edited(CASES / "YEAR-CARRY" / f"{name}.xml", (f"<year>{year}</year>", ""), (f'<period from="{year}-01-01" to="{year}-12-31"/>', ""))
        for name, year in (("fail-differs", 2023), ("previous", 2022))
    ]
    this, last = (write(tmp_path / f"{number}.xml", text) for number, text in enumerate(bare))
    messages = [str(each["message"]) for each in run(this, "--previous", last).findings["0.xml"] if each["code"] == "YEAR-CARRY"]
    assert messages and all("：… · " in message and "-1" not in message for message in messages), messages


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_is_a_series(run: Run, years: Path, jobs: int) -> None:
    for number in range(11):
        write(years / f"more-{number}.xml", edited(SOUND, ("青山镇", f"第{number}镇")))
    told = run(years, "--series", "--jobs", jobs)
    assert "YEAR-CARRY" in told.codes("2023.xml")
    assert "TEXT-COPY" not in told.codes("2023.xml")
    (copied,) = [each for each in told.findings["other.xml"] if each["code"] == "TEXT-COPY" and "主要问题" in str(each["message"])]
    assert "青山镇人民政府 2022" in str(copied["message"]) and "100%" in str(copied["message"]) and copied["severity"] == "info"
    assert "YEAR-SERIES" in told.codes("2022.xml"), "no year before it was in the batch"
    assert not list(Path(tempfile.gettempdir()).glob("govreport-*/series.sqlite")), "nothing is left behind"


def test_an_archive_is_a_series_too(run: Run, years: Path, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "years.zip", "w") as packed:
        for path in years.iterdir():
            packed.write(path, path.name)
    told = run(tmp_path / "years.zip", "--series")
    assert "YEAR-CARRY" in told.codes("2023.xml") and "TEXT-COPY" in told.codes("other.xml")


def test_standard_input_is_no_series(run: Run) -> None:
    told = run("-", "--series")
    assert told.code == 2 and told.err.count("\n") == 1


def test_members_of_an_aggregate(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "members"
    folder.mkdir()
    for number in (1, 2):
        write(folder / f"{number}.xml", edited(CASES / "ROLL-SUM" / f"member-{number}.xml"))
    write(folder / "town.xml", "<letter/>")
    told = run(CASES / "ROLL-SUM" / "fail-differs.xml", "--members", folder)
    assert sorted(map(str, told.codes("fail-differs.xml"))) == ["ROLL-MISSING", "ROLL-SUM"]
    assert "town" in str(next(each["message"] for each in told.findings["fail-differs.xml"] if each["code"] == "ROLL-MISSING"))
    (folder / "town.xml").unlink()
    assert run(CASES / "ROLL-SUM" / "pass-adds-up.xml", "--members", folder).codes("pass-adds-up.xml") == []
    assert run(SOUND, "--members", tmp_path / "nothing").code == 2


def test_a_report_on_one_agency_says_that_it_is_no_sum_of_members(run: Run, tmp_path: Path) -> None:
    folder = CASES / "ROLL-SUM"
    told = run(folder / "member-1.xml", "--members", folder / "member-2.xml")
    assert told.stages["member-1.xml"]["series"] == "skipped" and "ROLL-SUM" not in told.codes("member-1.xml")


def waivers(folder: Path, *lines: str) -> Path:
    return write(folder / "waivers.xml", "<waivers>\n" + "\n".join(lines) + "\n</waivers>")


WRONG = ('decisions="14"', 'decisions="14"'), ('upheld="1"', 'upheld="2"')
"""One sum of table 4 is wrong."""


@pytest.mark.parametrize(
    ("waiver", "profile", "dismissed"),
    [
        ('<waiver code="T4-SUM">查实</waiver>', "legacy", True),
        ('<waiver code="T4-SUM" table="reviewAndLitigation" row="reconsideration" column="total">查实</waiver>', "legacy", True),
        ('<waiver code="T4-SUM" table="reviewAndLitigation" row="litigation.direct">查实</waiver>', "legacy", False),
        ('<waiver code="T3-ROW">查实</waiver>', "legacy", False),
        ('<waiver code="T4-SUM" agency="示例县青山镇人民政府" year="2023" report="report.xml">查实</waiver>', "legacy", True),
        ('<waiver code="T4-SUM" report="report">查实</waiver>', "legacy", True),
        ('<waiver code="T4-SUM" year="2022">查实</waiver>', "legacy", False),
        ('<waiver code="T4-SUM" agency="别的镇">查实</waiver>', "legacy", False),
        ('<waiver code="T4-SUM" report="other.xml">查实</waiver>', "legacy", False),
        ('<waiver code="T4-SUM">查实</waiver>', "submission", False),
    ],
)
def test_waivers_beside_a_report(run: Run, tmp_path: Path, waiver: str, profile: str, dismissed: bool) -> None:
    source = write(tmp_path / "report.xml", edited(SOUND, *WRONG))
    before = source.read_bytes()
    for _ in range(2):
        told = run(source, "--profile", profile, "--waivers", waivers(tmp_path, waiver))
        (finding,) = [each for each in told.findings["report.xml"] if each["code"] == "T4-SUM"]
        assert (finding.get("waived") == "查实") is dismissed, "it stays visible, and holds at every run"
        assert ("DOC-WAIVER" in told.codes("report.xml")) is (profile == "submission"), "an error cannot be waived where the profile forbids it"
        assert told.verdicts["report.xml"] == ("rejected" if profile == "submission" else "accepted")
    assert source.read_bytes() == before


def test_waivers_of_a_file_that_dismiss_nothing_are_told_by_their_line(run: Run, tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml"):
        write(tmp_path / name, edited(SOUND, *WRONG))
    lines = (
        '<waiver code="T4-SUM" report="a.xml">查实</waiver>',
        '<waiver code="T3-ROW">未见</waiver>',
        '<waiver code="T4-SUM" agency="别的镇">别处</waiver>',
        '<waiver code="YEAR-CARRY">未比对</waiver>',
        '<waiver code="T4-SUM" row="nothing" table="reviewAndLitigation">错行</waiver>',
    )
    sidecar, journal = waivers(tmp_path, *lines), tmp_path / "journal.jsonl"
    sidecar.rename(tmp_path / "waivers.list")
    for _ in range(2):
        told = run(tmp_path / "a.xml", tmp_path / "b.xml", "--profile", "legacy", "--waivers", tmp_path / "waivers.list", "--journal", journal)
        said = [line for line in told.err.splitlines() if "waivers.list" in line]
        assert [re.findall(r"第 ([0-9, ]+) 行", line) for line in said] == [["3"], ["5"], ["6"], ["4"]], "the same where a journal has the verdicts"
        assert "DOC-WAIVER" not in [code for name in ("a.xml", "b.xml") for code in told.codes(name)]
    forbidden = run(tmp_path / "a.xml", "--waivers", waivers(tmp_path, lines[0]))
    assert "waivers.xml" not in forbidden.err, "one that is not allowed is told in the findings"


def test_what_a_profile_excepts_can_be_waived(run: Run, tmp_path: Path) -> None:
    source = write(tmp_path / "report.xml", edited(SOUND, ('upheld="1" corrected="0"', 'upheld="1"'), ("2024-01-20", "2024-01-19")))
    sidecar = waivers(tmp_path, '<waiver code="CELL-BLANK" by="李四" on="2024-02-01">无此类</waiver>')
    assert run(source, "--waivers", sidecar).verdicts["report.xml"] == "rejected"
    told = run(source, "--waivers", sidecar, "--profile", PROVINCE)
    assert told.verdicts["report.xml"] == "accepted" and told.findings["report.xml"][0]["waived"] == "无此类"


@pytest.mark.parametrize("suffix", ["json", "txt"])
def test_waivers_in_a_report_survive_another_format(run: Run, tmp_path: Path, suffix: str) -> None:
    carried = '<annotations><waiver code="T4-SUM" table="reviewAndLitigation" by="张三" on="2024-01-02">查实</waiver></annotations>\n</report>'
    source = write(tmp_path / "report.xml", edited(SOUND, *WRONG, ("</report>", carried)))
    target = tmp_path / f"report.{suffix}"
    assert entry.main(["convert", str(source), "-o", str(target)]) == 0
    for path in (source, target):
        told = run(path, "--profile", "legacy")
        assert [(each["code"], each.get("waived")) for each in told.findings[path.name]] == [("T4-SUM", "查实")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('<waiver code="T4-NOTHING">x</waiver>', "T4-NOTHING"),
        ('<waiver code="T4-SUM"></waiver>', "第 2 行"),
        ("<waiver>x</waiver>", "第 2 行"),
        ('<waiver code="T4-SUM" on="2024-02-31">x</waiver>', "第 2 行"),
        ("<waiver", "waivers.xml"),
    ],
)
def test_a_faulty_file_of_waivers_is_one_line(run: Run, tmp_path: Path, line: str, said: str) -> None:
    told = run(SOUND, "--waivers", waivers(tmp_path, line))
    assert told.code == 2 and said in told.err and told.err.count("\n") == 1
    assert run(SOUND, "--waivers", tmp_path / "nothing.xml").code == 2


def test_a_province_changes_limits_deadlines_and_weights_without_a_programmer(run: Run, tmp_path: Path) -> None:
    late = write(tmp_path / "report.xml", edited(SOUND, ("<published>2024-01-20", "<published>2024-01-25")))
    assert run(late).codes("report.xml") == [], "the shipped profile sets no day for townships"
    told = run(late, "--profile", PROVINCE)
    assert told.codes("report.xml") == ["DOC-DEADLINE"] and told.verdicts["report.xml"] == "rejected"
    assert str(told.findings["report.xml"][0]["basis"]).startswith("L 《示例省"), "whose day it is"
    own = '<title lang="zh">镇</title><basis instrument="《县通知》"/><deadline level="township" day="01-01"/>'
    town = f'<profile name="town" base="submission">{own}</profile>'
    of_a_county = run(late, "--profile", write(tmp_path / "town.xml", town)).findings["report.xml"]
    assert [each["basis"] for each in of_a_county] == ["L 《县通知》"]
    long = write(tmp_path / "long.xml", edited(SOUND, ("均依法办理", "均依法办理，" + "逐件登记答复，" * 130)))
    (finding,) = run(long, "--profile", PROVINCE).findings["long.xml"]
    assert (finding["code"], finding["severity"]) == ("DOC-LENGTH", "warning") and str(finding["basis"]).startswith("L 《示例省")
    longer = write(long, long.read_text("utf-8").replace("登记", "登记" * 50))
    bases = {each["code"]: str(each["basis"]) for each in run(longer, "--profile", tmp_path / "town.xml").findings["long.xml"]}
    assert bases["DOC-DEADLINE"] == "L 《县通知》" and "县通知" not in bases["DOC-LENGTH"], "a limit of the standard's own"


def test_a_province_adds_a_relation_and_cites_its_own_instrument(run: Run, tmp_path: Path) -> None:
    changed = ('issued="0" repealed="0" inForce="0"', 'issued="4" repealed="1" inForce="2"')
    source = write(tmp_path / "report.xml", edited(SOUND, changed, ('level="township"', 'level="city"')))
    told = run(source, "--profile", PROVINCE)
    (finding,) = told.findings["report.xml"]
    assert (finding["code"], finding["row"], finding["severity"]) == ("TABLE-BALANCE", "regulations", "error")
    assert str(finding["basis"]).startswith("L 《示例省") and "相差 1" in str(finding["message"])


def test_a_province_is_valid_for_its_years_only(run: Run, tmp_path: Path) -> None:
    early = write(tmp_path / "report.xml", edited(CASES / "TEXT-COPY" / "previous.xml", ("<published>2023-01-20", "<published>2023-01-25")))
    assert run(early, "--profile", PROVINCE).codes("report.xml") == ["SYS-PROFILE"]


def test_a_heuristic_never_rejects_under_any_profile(run: Run, tmp_path: Path) -> None:
    catalogue = re.findall(r'<diagnostic code="([A-Z0-9-]+)" basis="[HG]"', (ROOT / "schema" / "diagnostics.xml").read_text("utf-8"))
    severities = "".join(f'<severity code="{code}" is="error"/>' for code in catalogue)
    title = '<title lang="zh">从严</title><title lang="en">strict</title>'
    strict = write(tmp_path / "strict.xml", f'<profile name="strict" base="submission">{title}{severities}</profile>')
    raising = {
        "TEXT-TEMPLATE": [], "TEXT-CELL": [], "TEXT-SUM": [], "TEXT-SENSITIVE": [], "T2-RULES": [], "T2-UNIT": [], "CELL-NA": [], "DOC-FEE": [],
        "T2-STOCK": ["--previous", CASES / "T2-STOCK" / "previous.xml"], "TEXT-COPY": ["--previous", CASES / "TEXT-COPY" / "previous.xml"],
    }  # fmt: skip
    assert set(raising) <= set(catalogue)
    for code, options in raising.items():
        source = next(path for path in sorted((CASES / code).glob("fail-*.xml")))
        told = run(source, "--profile", strict, *options)
        assert code in told.codes(source.name) and told.verdicts[source.name] == "accepted", code


def test_the_examples_of_the_guide_are_those_of_the_profile() -> None:
    guide = (ROOT / "docs" / "guide" / "profiles.md").read_text("utf-8")
    profile = re.sub(r"\s+", "", PROVINCE.read_text("utf-8"))
    blocks = [block for block in re.findall(r"```xml\n(.*?)```", guide, re.S) if "<waivers>" not in block]
    assert len(blocks) == 8
    for block in blocks[1:]:
        assert re.sub(r"\s+", "", block).removesuffix("</balance>") in profile
