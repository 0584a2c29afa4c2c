"""Seeded mutations of valid reports in XML: numbers, blanks, marks, units, chapters, tables, metadata; what comes out is still valid."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from govreport.standard import Standard
from govreport.validation import schema

ROOT = Path(__file__).resolve().parents[1]
SEEDS = (*sorted((ROOT / "fixtures" / "reports").rglob("*.xml")), ROOT / "fixtures" / "conformance" / "DOC-EDITION" / "fail-mixed.xml")
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ"

Mutation = Callable[[etree._Element, random.Random, Standard], None]


def documents(count: int, standard: Standard) -> Iterator[tuple[int, etree._Element]]:
    """Yield as many mutated documents with their seeds; each has from one to six mutations and is valid against ``report.xsd``."""
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True)
    originals = [etree.fromstring(path.read_bytes(), parser) for path in SEEDS]
    for seed in range(count):
        chance = random.Random(seed)
        document = copy.deepcopy(chance.choice(originals))
        for _ in range(chance.randint(1, 6)):
            before = copy.deepcopy(document)
            chance.choice(MUTATIONS)(document, chance, standard)
            if schema.check(document, "mutated", standard):
                document = before
        yield seed, document


def parsed(document: etree._Element) -> bytes:
    """Return a document as bytes."""
    return etree.tostring(document, encoding="utf-8")


def _rows(document: etree._Element, standard: Standard) -> list[etree._Element]:
    return [element for element in document.iter() if standard.edition_of(etree.QName(element).namespace) and len(element.attrib) and not len(element)]


def _named(document: etree._Element, standard: Standard, name: str) -> list[etree._Element]:
    return list(document.iter(f"{{{standard.namespace}}}{name}"))


def _number(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    row = chance.choice(_rows(document, standard))
    name = chance.choice([str(key) for key in row.attrib if key != "unit"] or ["total"])
    row.set(name, chance.choice(("0", "1", "7", "-3", "12", "46", "64", "0.5", "10000", "999999999999")))


def _one_off(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    row = chance.choice(_rows(document, standard))
    name = chance.choice(list(map(str, row.attrib)))
    if (row.get(name) or "").isdigit():
        row.set(name, str(int(row.get(name) or "0") + 1))


def _blank(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    for row in chance.sample(_rows(document, standard), chance.choice((1, 1, 3, 9))):
        if row.attrib:
            del row.attrib[chance.choice(list(row.attrib))]


def _mark(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    row = chance.choice(_rows(document, standard))
    row.set(chance.choice(list(map(str, row.attrib))), "NA")


def _unit(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    row = chance.choice(_rows(document, standard))
    if "unit" in row.attrib:
        del row.attrib["unit"]
    else:
        row.set("unit", chance.choice(("元", "万元")))


def _drop_chapter(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    document.remove(chance.choice(_named(document, standard, "chapter")))


def _move_chapter(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    chapters = _named(document, standard, "chapter")
    chance.choice(chapters).addnext(chance.choice(chapters))


def _double_chapter(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    chapters = _named(document, standard, "chapter")
    twin = copy.deepcopy(chance.choice(chapters))
    for table in [child for child in twin if standard.edition_of(etree.QName(child).namespace)]:
        _number(table, chance, standard)
        # an equal copy of a table is folded by readers: a chapter with nothing else would be empty for them
        twin.append(etree.SubElement(twin, f"{{{standard.namespace}}}paragraph"))
        twin[-1].text = "copy"
    chance.choice(chapters).addnext(twin)


def _chapter(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    chapter = chance.choice(_named(document, standard, "chapter"))
    name = chance.choice(("title", "key", "number"))
    if chance.random() < 0.5 and name in chapter.attrib:
        del chapter.attrib[name]
    elif name == "key":
        chapter.set(name, chance.choice([each.get("key") or "other" for each in _named(document, standard, "chapter")] + ["unheardOf"]))


def _empty(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    chapter = chance.choice(_named(document, standard, "chapter"))
    for child in list(chapter):
        chapter.remove(child)


def _drop_text(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    for paragraph in chance.sample(found := _named(document, standard, "paragraph"), min(len(found), chance.choice((1, 4)))):
        parent = paragraph.getparent()
        if parent is not None:
            parent.remove(paragraph)


def _year(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    for year in _named(document, standard, "year"):
        if chance.random() < 0.2:
            year.getparent().remove(year)  # type: ignore[union-attr]
        else:
            year.text = str(chance.choice((2018, 2019, 2020, 2021, 2023, 2030)))


def _agency(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    for agency in _named(document, standard, "agency"):
        agency.set("level", chance.choice(("national", "province", "city", "county", "township")))
        agency.set("kind", chance.choice(("government", "department", "other")))
        for name in agency.findall(f"{{{standard.namespace}}}name"):
            if chance.random() < 0.2:
                agency.remove(name)


def _uscc(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    for agency in _named(document, standard, "agency"):
        code = list(chance.choice(("11341702486344515H", "12620600MB0523338C", "11341703003249434A")))
        if chance.random() < 0.8:
            code[chance.randrange(18)] = chance.choice(ALPHABET)
        agency.set("uscc", "".join(code)[: chance.choice((18, 18, 18, 17))])


def _move_table(document: etree._Element, chance: random.Random, standard: Standard) -> None:
    tables = [each for chapter in _named(document, standard, "chapter") for each in chapter if standard.edition_of(etree.QName(each).namespace)]
    if tables:
        table = chance.choice(tables)
        inside = chance.choice((*_named(document, standard, "section"), *_named(document, standard, "chapter")))
        if chance.random() < 0.5:
            table = copy.deepcopy(table)
            _number(table, chance, standard)
        inside.append(table)
        etree.SubElement(inside, f"{{{standard.namespace}}}paragraph").text = "moved"


MUTATIONS: tuple[Mutation, ...] = (
    *(_number, _number, _one_off, _one_off, _blank, _mark, _unit),
    *(_drop_chapter, _move_chapter, _double_chapter, _chapter, _empty, _drop_text),
    *(_year, _agency, _uscc, _move_table),
)
