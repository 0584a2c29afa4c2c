"""Noise: what authors and copying do to any form; each has up to three stages, on the truth, on the printed page, on the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .forms import Rendered
from .printed import Document
from .truth import Truth


def _as_is(text: str, rng: Random) -> bytes:
    return text.encode()


def _no_change(truth: Truth, rng: Random) -> None:
    return None


def _same_page(page: Document, rng: Random) -> Document:
    return page


def _same_text(rendered: Rendered, rng: Random) -> Rendered:
    return rendered


@dataclass(frozen=True)
class Noise:
    """``author`` changes the truth before it is printed, ``page`` the printed page, ``text`` the text, ``encode`` makes the bytes.

    ``plain`` noises need a careful clerk's labels; ``unfit`` are the beginnings of names of forms that they would make no such form.
    """

    name: str
    author: Callable[[Truth, Random], None] = _no_change
    page: Callable[[Document, Random], Document] = _same_page
    text: Callable[[Rendered, Random], Rendered] = _same_text
    encode: Callable[[str, Random], bytes] = _as_is
    plain: bool = False
    unfit: tuple[str, ...] = ()

    def suits(self, form: str) -> bool:
        """Return whether the noise may lie over a form of that name."""
        return not form.startswith(self.unfit) if self.unfit else True


NOISES: dict[str, Noise] = {}


def register(noise: Noise) -> Noise:
    """Register a noise under its name and return it."""
    NOISES[noise.name] = noise
    return noise


register(Noise("none"))
