"""Pictures of pages against those that were looked at and accepted: a third in size and in grey, so that a glyph counts little and places much."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "pictures"
SHARE, SHADE = 0.02, 64
"""The share of a picture that may differ, and by how many shades of grey a point has to."""


def compare(data: bytes, name: str, accept: bool, folder: Path) -> None:
    """Fail where a picture (PNG) is not like the accepted one; ``folder`` takes the one of now then. ``accept`` makes it the accepted one."""
    if not _fonts():
        pytest.skip("no Noto CJK fonts: pictures are not compared (make setup installs them)")
    picture = Image.open(io.BytesIO(data)).convert("L")
    now = picture.resize((picture.width // 3, picture.height // 3), Image.Resampling.BOX)
    golden = FOLDER / f"{name}.png"
    if accept:
        golden.parent.mkdir(exist_ok=True)
        now.quantize(16).save(golden, optimize=True)
    assert golden.exists(), f"no {golden.name}: run pytest with --accept after looking at the page"
    then = Image.open(golden).convert("L")
    assert abs(then.height - now.height) <= 8 and then.width == now.width
    size = (now.width, min(then.height, now.height))
    difference = ImageChops.difference(then.crop((0, 0, *size)), now.crop((0, 0, *size))).histogram()
    share = sum(difference[SHADE:]) / (size[0] * size[1])
    if share > SHARE:
        now.save(folder / golden.name)
    assert share <= SHARE, f"{share:.1%} of the picture differs: see {folder / golden.name}"


@lru_cache(maxsize=1)
def _fonts() -> bool:
    listed = shutil.which("fc-list") and subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=True).stdout
    return bool(listed) and "Noto Serif CJK SC" in str(listed) and "Noto Sans CJK SC" in str(listed)
