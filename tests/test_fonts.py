"""Fonts of the PDF: roles from data, what the package alone brings, conversion, licences, fonts of one's own, the command."""

from __future__ import annotations

import gc
import io
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.statisticsPen import StatisticsPen
from fontTools.ttLib import TTFont

from govreport.cli.main import main
from govreport.writers.pdf import cubic, discovery, faces, pack
from govreport.writers.pdf.sfnt import FaceError
from govreport.writers.pdf.truetype import face
from govreport.writers.pdf.typography import typography

PACKAGED = faces.Choice(system=False)
SOME = "一政府信息公开2023年第（一）项规章𣲗𬭎䶮㛃𨱑𫖯㘵"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user who has no fonts, no cache and no configuration of their own."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv(faces.VARIABLE, raising=False)
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    discovery.forget()
    faces._chain.cache_clear()
    faces._chosen.cache_clear()


def own_font(place: Path, rights: int = 0) -> Path:
    """Write a small TrueType face with two characters, and the rights that it gives."""
    first = faces.chain("body", PACKAGED)[0]
    data = face(first.path, first.index).subset([face(first.path, first.index).glyph(ord(each)) for each in "公开"])
    font = TTFont(io.BytesIO(data))
    source = TTFont(first.path, lazy=True)
    font["cmap"] = source["cmap"]
    for table in font["cmap"].tables:
        table.cmap = {ord("公"): "glyph00001", ord("开"): "glyph00002"}
    font["OS/2"], font["name"], font["post"] = source["OS/2"], source["name"], source["post"]
    font["OS/2"].fsType = rights
    font["post"].formatType = 3.0
    font.save(place)
    return place


def test_the_package_alone_has_every_character_of_the_standard_list(home: Path) -> None:
    known = typography()
    assert len(set(known.characters)) == 8105
    for role in known.roles:
        opened = [face(each.path, each.index) for each in faces.chain(role, PACKAGED)]
        assert not [each for each in known.characters + known.names if not any(one.glyph(ord(each)) for one in opened)], role


def test_a_substitute_says_so(home: Path) -> None:
    assert faces.chain("body", PACKAGED)[0].substitute
    assert not faces.chain("heading1", PACKAGED)[0].substitute
    assert all(each.licence for role in typography().roles for each in faces.chain(role, PACKAGED))


def test_no_file_of_a_font_stays_open(home: Path) -> None:
    first = faces.chain("body", PACKAGED)[0]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        opened = cubic.CubicFace(first.path, first.index)
        assert opened.subset([opened.glyph(ord("一"))])
        assert {each.path for each in discovery.faces_of(first.path)} == {first.path}
        del opened
        gc.collect()
    assert not [each.message for each in caught if issubclass(each.category, ResourceWarning)]


def test_converted_outlines_are_the_originals(home: Path) -> None:
    first = faces.chain("body", PACKAGED)[0]
    opened = cubic.CubicFace(first.path, first.index)
    glyphs = [opened.glyph(ord(each)) for each in SOME if opened.glyph(ord(each))]
    made, source = TTFont(io.BytesIO(opened.subset(glyphs))), TTFont(first.path, lazy=True)
    new, old, order = made.getGlyphSet(), source.getGlyphSet(), source.getGlyphOrder()
    for number, glyph in enumerate(glyphs, 1):
        areas = []
        for glyphs_of, name in ((new, made.getGlyphName(number)), (old, order[glyph])):
            pen = StatisticsPen(glyphset=glyphs_of)
            glyphs_of[name].draw(pen)
            areas.append(abs(pen.area))
        assert areas[0] == pytest.approx(areas[1], rel=0.01)
        recorded = DecomposingRecordingPen(new)
        new[made.getGlyphName(number)].draw(recorded)
        assert not [step for step, _ in recorded.value if step == "curveTo"]


def test_outlines_are_kept_and_shared_by_processes(home: Path) -> None:
    first = faces.chain("body", PACKAGED)[0]
    code = (
        "import sys; from pathlib import Path; from govreport.writers.pdf.cubic import CubicFace; import hashlib;"
        f"one = CubicFace(Path(sys.argv[1])); print(hashlib.sha256(one.subset([one.glyph(ord(each)) for each in {SOME!r} * 1])).hexdigest())"
    )
    started = [subprocess.Popen([sys.executable, "-c", code, str(first.path)], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert len({process.communicate(timeout=60)[0] for process in started}) == 1
    assert all(process.returncode == 0 for process in started)
    assert list((home / "XDG_CACHE_HOME" / "govreport" / "outlines").glob("*.sqlite"))
    again = cubic.CubicFace(first.path)
    again._quadratic = None  # type: ignore[assignment, method-assign]  # nothing is left to convert
    assert again.subset([again.glyph(ord(each)) for each in SOME])


def test_a_cache_that_cannot_be_kept_is_no_hindrance(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "file"))
    first = faces.chain("body", PACKAGED)[0]
    opened = cubic.CubicFace(first.path)
    assert opened.subset([opened.glyph(ord("公"))])


@pytest.mark.parametrize(("rights", "allowed"), [(0, True), (0x4, True), (0x8, True), (0x2, False), (0x100, False), (0x200, False), (0x6, True)])
def test_the_rights_of_a_font_are_held(rights: int, allowed: bool, home: Path) -> None:
    path = own_font(home / "own.ttf", rights)
    if allowed:
        assert faces.check(path).glyph(ord("公"))
        return
    with pytest.raises(faces.FontError) as caught:
        faces.check(path)
    assert caught.value.reason == "restricted"


def test_a_font_of_ones_own_comes_first_and_others_stand_behind_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = own_font(home / "own.ttf")
    for name in ("body", typography().roles["body"].name):
        monkeypatch.setenv(faces.VARIABLE, f"{name}={path}#0;packaged")
        chain = faces.chain("body")
        assert chain[0].path == path and not chain[0].substitute and len(chain) > 1
    monkeypatch.setenv(faces.VARIABLE, "packaged")
    folder = home / "XDG_CONFIG_HOME" / "govreport"
    folder.mkdir(parents=True)
    (folder / "fonts.toml").write_text(f"[fonts]\n\"仿宋\" = '{path}'\n", "utf-8")
    faces._chosen.cache_clear()
    assert faces.chain("body")[0].path == path


NO_FONTS = (b"", b"\0" * 100, b"OTTO" + b"\xff" * 5000, b"\0\1\0\0\0\xff" + b"\1" * 5000, b"ttcf\0\1\0\0\xff\xff\xff\xff", b"%PDF-1.7")


@pytest.mark.parametrize("content", NO_FONTS)
def test_a_file_that_is_no_font_is_said_so(content: bytes, home: Path) -> None:
    path = home / "no.ttf"
    path.write_bytes(content)
    with pytest.raises(FaceError):
        face(path)
    with pytest.raises(faces.FontError) as caught:
        faces.check(path)
    assert caught.value.reason == "damaged"
    assert not list(discovery.faces_of(path))


@pytest.mark.parametrize("given", ["body", "nobody=/tmp/a.ttf", "=x"])
def test_a_role_that_is_none_is_wrong_usage(given: str, home: Path) -> None:
    with pytest.raises(faces.FontError) as caught:
        faces.parse_choice(given)
    assert caught.value.reason == "role"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_lists_every_role(lang: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fonts", "--lang", lang]) == 0
    said = capsys.readouterr().out
    assert all(role.key in said for role in typography().roles.values())
    assert "8105" in said
    assert "OFL-1.1" in said and "This Font Software" not in said


def test_the_pack_is_not_fetched_offline(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fonts", "install", "--offline", "--lang", "en"]) == 3
    assert "offline" in capsys.readouterr().out
    assert not discovery.pack().exists()
    assert {each.state for each in pack.install(offline=True)} == {pack.OFFLINE}


def test_a_font_that_is_named_and_missing_ends_the_command(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "fixtures/legacy/demo.txt", "--to", "pdf", "-o", str(home / "a.pdf"), "--font", f"body={home}/none.ttf"]) == 2
    assert "none.ttf" in capsys.readouterr().err
    assert not (home / "a.pdf").exists()


def test_a_machine_without_fonts_sets_everything_in_what_the_package_brings(home: Path) -> None:
    (home / "none.conf").write_text(f"<fontconfig><cachedir>{home}/cache</cachedir></fontconfig>")
    bare = {"PATH": os.environ["PATH"], "HOME": str(home), "FONTCONFIG_FILE": str(home / "none.conf")}
    script = Path(sys.executable).with_name("govreport")
    made = []
    for number, settings in enumerate(({"TZ": "UTC", "LANG": "C.UTF-8"}, {"TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "PYTHONHASHSEED": "7"})):
        command = [script, "--lang", "en", "convert", "fixtures/legacy/demo.txt", "--to", "pdf", "-o", home / f"{number}.pdf"]
        done = subprocess.run(command, env=bare | settings, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        assert all(f"{role.name}" in done.stderr for role in typography().roles.values() if faces.chain(role.key, PACKAGED)[0].substitute)
        made.append((home / f"{number}.pdf").read_bytes())
    assert made[0] == made[1], "the same bytes whatever the clock, the locale and the hashes"
    assert set(re.findall(rb"/FontName /[A-Z]{6}[+]([A-Za-z-]+)", made[0])) == {b"NotoSerifSC-Regular", b"NotoSansSC-Regular"}
