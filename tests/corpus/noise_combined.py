"""Several noises one upon the other, as real copies have them."""

from __future__ import annotations

from random import Random

from . import encodings, noise_page, noise_script, noise_text  # noqa: F401  (they register themselves)
from .forms import Rendered
from .noise import NOISES, Noise, register
from .printed import Document


def combined(*names: str) -> Noise:
    """Return the noises of these names one upon the other, the last one's encoding."""
    parts = [NOISES[name] for name in names]

    def text(rendered: Rendered, rng: Random) -> Rendered:
        for part in parts:
            rendered = part.text(rendered, rng)
        return rendered

    def page(document: Document, rng: Random) -> Document:
        for part in parts:
            document = part.page(document, rng)
        return document

    unfit = tuple(beginning for part in parts for beginning in part.unfit)
    return Noise("+".join(names), page=page, text=text, encode=parts[-1].encode, plain=any(part.plain for part in parts), unfit=unfit)


register(combined("ascii-punctuation", "lost-bytes", "traditional-pinyin", "furniture", "crlf"))
register(combined("pages-broken", "ascii-punctuation", "pinyin", "indented", "gb18030"))
register(combined("adverts", "traditional-phrases", "furniture", "utf-16-le-bom"))
