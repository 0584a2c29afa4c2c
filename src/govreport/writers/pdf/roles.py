"""The faces of every role of the page, opened once a process."""

from __future__ import annotations

from functools import lru_cache

from govreport.writers import UnwritableError
from govreport.writers.pdf import faces
from govreport.writers.pdf.cascade import Cascade
from govreport.writers.pdf.faces import Choice, FontError
from govreport.writers.pdf.sfnt import FaceError
from govreport.writers.pdf.style import page_style
from govreport.writers.pdf.truetype import Face, face


def cascades(choice: Choice | None = None) -> dict[str, Cascade]:
    """Return the faces of every role of the page, by default of the fonts that the user chose; raises ``UnwritableError`` where one is missing."""
    try:
        return _cascades(choice or faces.chosen())
    except (FaceError, FontError) as error:
        raise UnwritableError(f"a font cannot be used: {error}") from error


@lru_cache(maxsize=4)
def _cascades(choice: Choice) -> dict[str, Cascade]:
    style = page_style()
    latin = _faces(style.latin, choice)
    return {role: Cascade(_faces(role, choice), latin, latin_first=role in style.latin_roles) for role in style.roles}


def _faces(role: str, choice: Choice) -> list[Face]:
    return [face(each.path, each.index) for each in faces.chain(role, choice)]
