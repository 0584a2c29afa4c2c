"""How a site is to be, as whoever builds it says."""

from __future__ import annotations

from dataclasses import dataclass

from govreport.readers import DEFAULT, Limits


@dataclass(frozen=True)
class Wish:
    """How a site is to be: its title, empty for the usual one, the address it will have, empty where none is known, PDFs of all reports.

    ``profile``, a name or the path of a file, has the page of every report list the findings under it; empty for none.
    """

    title: str = ""
    base_url: str = ""
    pdf: bool = False
    limits: Limits = DEFAULT
    profile: str = ""


USUAL = Wish()
