"""Evidence that is made when it is first asked for: most readings are never asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import overload

from govreport.reading import Evidence


class LazyEvidence(Sequence[Evidence]):
    """The evidence that a function gives; once made, or sent to another process, it is a plain tuple."""

    def __init__(self, make: Callable[[], Iterable[Evidence]]) -> None:
        self._make = make
        self._made: tuple[Evidence, ...] | None = None

    def _all(self) -> tuple[Evidence, ...]:
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    @overload
    def __getitem__(self, index: int) -> Evidence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Evidence, ...]: ...
    def __getitem__(self, index: int | slice) -> Evidence | tuple[Evidence, ...]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())

    def __reduce__(self) -> tuple[Callable[[tuple[Evidence, ...]], tuple[Evidence, ...]], tuple[tuple[Evidence, ...]]]:
        return tuple, (self._all(),)
