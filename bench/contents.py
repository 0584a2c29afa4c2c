"""What stands in a generated report beside the form's tables: prose, local tables, notes, attachments."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from bench.sentences import CHANNELS, DISTRICTS, HEADINGS, NUMBERS, SENTENCES, TALLIES
from govreport.forms import Form
from govreport.model import Attachment, Block, Grid, Note, Paragraph, Section, Table

_LEAST, _MOST = 60, 250
"""Characters of a paragraph; the published reports among the cases have 69 to 426, 200 in the middle."""


def prose(year: int, stated: list[str], characters: int, rng: Random) -> tuple[Block, ...]:
    """Return numbered sections of two to five paragraphs with about so many characters; what is stated comes first."""
    sections: list[Block] = []
    said = 0
    for number, printed in enumerate(NUMBERS):
        if said >= characters and sections:
            break
        texts = [*(stated if not number else ()), *(_paragraph(year, rng) for _ in range(rng.randint(2, 5)))]
        said += sum(map(len, texts))
        sections.append(Section(f"（{printed}）", HEADINGS[number % len(HEADINGS)], tuple(map(Paragraph, texts))))
    return tuple(sections)


def _paragraph(year: int, rng: Random) -> str:
    text, length = "", rng.randint(_LEAST, _MOST)
    while len(text) < _LEAST:
        for sentence in rng.sample(SENTENCES, 6):
            said = _sentence(sentence, year, rng)
            if len(text) + len(said) <= length:
                text += said
        length += _LEAST
    return text


def _sentence(sentence: str, year: int, rng: Random) -> str:
    parts = [rng.randint(1, 90) for _ in range(3)]
    return sentence.format(year=year, number=rng.randint(2, 400), total=sum(parts), a=parts[0], b=parts[1], c=parts[2])


def grid(rng: Random) -> Grid:
    """Return a local table: numbers by district or by channel, with a line of totals."""
    names = rng.choice((DISTRICTS, CHANNELS))
    columns = rng.sample(TALLIES, rng.randint(4, 6))
    lines = [(name, *(rng.choice((0, 0, rng.randint(1, 99), rng.randint(1, 3000))) for _ in columns)) for name in names[: rng.randint(7, len(names))]]
    totals = ("合计", *(sum(int(line[number]) for line in lines) for number in range(1, len(columns) + 1)))
    return Grid((("", *columns), *(tuple(map(str, line)) for line in (*lines, totals))), rng.choice(("分地区情况", "分渠道情况", None)))


def notes(form: Form, tables: dict[str, Table], rng: Random) -> tuple[Note, ...]:
    """Return the notes on tables: totals that were concluded where the report was converted, else a few remarks."""
    largest = max(form.tables.values(), key=lambda table: len(table.cells))
    totals = [(row, column) for row, column in largest.cells if column == largest.cells[-1][1]]
    if rng.randrange(3):
        return tuple(Note(largest.key, f"其中{rng.randint(1, 9)}件为补正后重新提交", row, column) for row, column in rng.sample(totals, rng.randint(0, 4)))
    return tuple(Note(largest.key, str(tables[largest.key].get(row, column)), row, column, "inferred") for row, column in totals)


def attachment(year: int, rng: Random) -> Attachment:
    """Return an attachment with prose, sometimes a table."""
    paragraphs = tuple(Paragraph(_paragraph(year, rng)) for _ in range(rng.randint(2, 6)))
    blocks: tuple[Block, ...] = (*paragraphs, grid(rng)) if rng.randrange(2) else paragraphs
    digest = sha256(rng.randbytes(8)).hexdigest()
    return Attachment("政府信息公开工作统计说明", f"附件{rng.randint(1, 3)}.docx", "application/msword", digest, blocks)
