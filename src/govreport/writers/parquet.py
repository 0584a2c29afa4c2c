"""The long table as Apache Parquet, row group by row group, with what its columns mean inside the file (``govreport[analysis]``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import chain, islice
from typing import Any, BinaryIO

from govreport.standard import Standard
from govreport.version import __version__
from govreport.writers.longtable import LONG, Row, dictionary

GROUP = 65_536
"""Rows of a row group: so many are held at a time."""

DIGITS, DECIMALS = 18, 6
"""A number has at most 12 digits, and money 6 of them decimals (contract, section 2): this holds all of them exactly."""


@contextmanager
def parquet(target: BinaryIO, standard: Standard) -> Iterator[ParquetTable]:
    """Open the long table as Parquet in a file; it is whole when the block ends well. The same rows give the same bytes."""
    from pyarrow import parquet as files

    schema = _schema(standard)
    with files.ParquetWriter(target, schema, compression="zstd", use_dictionary=[name for name in LONG if name != "value"]) as writer:
        table = ParquetTable(writer, schema)
        yield table
        table.end()


class ParquetTable:
    """A Parquet file under writing; takes the rows of any number of reports in bounded memory."""

    def __init__(self, writer: Any, schema: Any) -> None:
        self._writer, self._schema = writer, schema
        self._held: list[Row] = []

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows of the long table."""
        stream = iter(rows)
        while True:
            self._held += islice(stream, GROUP - len(self._held))
            if len(self._held) < GROUP:
                return
            self._group()

    def end(self) -> None:
        """Write what is held; of an empty table the schema alone is written."""
        if self._held:
            self._group()

    def _group(self) -> None:
        import pyarrow

        columns = dict(zip(LONG, zip(*self._held, strict=True), strict=True))
        columns["value"] = tuple(Decimal(value) if value else None for value in columns["value"])
        for name in ("agency", "scope", "unit"):
            columns[name] = tuple(value or None for value in columns[name])
        arrays = [pyarrow.array(columns[field.name], field.type) for field in self._schema]
        self._writer.write_batch(pyarrow.record_batch(arrays, schema=self._schema), row_group_size=GROUP)
        self._held.clear()


def _schema(standard: Standard) -> Any:
    import pyarrow

    types = {"string": pyarrow.string(), "integer": pyarrow.int32(), "number": pyarrow.decimal128(DIGITS, DECIMALS)}
    fields = [
        pyarrow.field(each.name, types[each.type], not each.required, {f"description:{lang}": text for lang, text in each.texts.items()})
        for each in dictionary()
    ]
    said = chain((("govreport", __version__), ("schema", standard.release)), ((f"edition:{key}", str(form.revision)) for key, form in standard.forms.items()))
    return pyarrow.schema(fields, dict(said))
