"""The texts of a file, parsed one by one, are those of the whole file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from govreport import texts

SOURCE = Path(texts.__file__).parent
FILES = ("cli/texts.toml", "web/texts.toml", "web/desk/texts.toml", "site/texts.toml", "archive/aggregate.toml", "faults.toml")


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
