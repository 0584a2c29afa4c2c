"""The texts of a file, parsed one by one, are those of the whole file."""

from __future__ import annotations

import errno
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree

from govreport import resources, texts

COUNTED = re.compile(
    r"\{(?:count|length|lost|rows|cells|entries|files|versions|organs|members|days|reports|problems|new|blank|numbers|size|sources|anchors|max_length"
    r"|min_length|missing|excluded|taken|drawn|removed|changed|others|all|counted|other)\} (?:[a-z-]+ )?(?!is\b|was\b|has\b|does\b)[a-z]+s\b"
)
"""A number in front of what it counts in the plural, which is wrong of one."""
SOURCE = Path(texts.__file__).parent
FILES = ("cli/texts.toml", "web/texts.toml", "web/desk/texts.toml", "site/texts.toml", "archive/aggregate.toml", "faults.toml", "refusals.toml")


def flat(table: Mapping[str, object], path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (dotted key, text by language) for every table that has texts."""
    own = {key: value for key, value in table.items() if isinstance(value, str)}
    if own:
        yield path, own
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{path}.{key}" if path else key)


@pytest.mark.parametrize("name", FILES)
def test_texts_parsed_one_by_one_are_those_of_the_file(name: str) -> None:
    with (SOURCE / name).open("rb") as stream:
        whole = dict(flat(tomllib.load(stream), ""))
    read = texts.read(SOURCE / name)
    assert dict(read) == whole
    assert len(read) == len(whole) and all(key in read for key in whole) and "" not in read


def test_numbers_stand_where_one_reads_as_well_as_many() -> None:
    said = [(f"{name} {key}", text["en"]) for name in FILES if name != "refusals.toml" for key, text in texts.read(SOURCE / name).items()]
    document = etree.parse(resources.schema_root() / "diagnostics.xml")
    said += [(str(each.get("is")), each.get("en", "")) for each in document.iter("value")]
    said += [(str(each.getparent().get("code")), each.text or "") for each in document.iter("message", "advice") if each.get("lang") == "en"]
    assert not [(where, text) for where, text in said if COUNTED.search(text)]


def test_refusals_of_the_system_are_told_in_words() -> None:
    missing = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "报告.xml")
    assert texts.refusal(missing, "zh") == "没有这个文件或文件夹"
    assert texts.refusal(missing, "en") == os.strerror(errno.ENOENT)
    wrapped = RuntimeError(f"标准：{missing}")
    wrapped.__cause__ = missing
    assert texts.refusal(wrapped, "zh") == "标准：没有这个文件或文件夹"
    assert texts.Texts("zh", {"said": {"zh": "读不了：{detail}"}})("said", detail=missing) == "读不了：没有这个文件或文件夹"


@pytest.mark.parametrize(
    "error", [OSError(1, "[SSL] certificate verify failed"), OSError("nobody said why"), OSError(errno.EXDEV, os.strerror(errno.EXDEV)), ValueError("no")]
)
def test_what_the_system_did_not_say_keeps_its_words(error: Exception) -> None:
    assert texts.refusal(error, "zh") in (str(error), os.strerror(errno.EXDEV))


def test_every_refusal_is_of_a_number_that_there_is() -> None:
    assert set(texts.read(texts.REFUSALS)) <= set(errno.errorcode.values())
    assert all(set(each) == {"zh"} for each in texts.read(texts.REFUSALS).values())
