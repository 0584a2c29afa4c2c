"""The fonts of the PDF: what each role is set in here, and the pack of one's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from govreport.cli.errors import ACCEPTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.settings import Settings


def fonts(settings: Settings, action: str, offline: bool) -> int:
    """List the fonts, or install the pack; raises ``CommandError``."""
    if action not in ("list", "install"):
        raise CommandError(USAGE, "error.fonts", name=action)
    settings.standard()
    return install(settings, offline) if action == "install" else listing(settings)


def choose(named: Sequence[str]) -> None:
    """Have fonts of one's own taken, in this process and in those it starts; raises ``CommandError`` where one cannot be."""
    from govreport.writers.pdf import faces

    try:
        for each in named:
            _, path, index = faces.parse_choice(each)
            faces.check(path, index)
    except faces.FontError as error:
        raise refusal(error) from error
    os.environ[faces.VARIABLE] = ";".join(filter(None, (*named, os.environ.get(faces.VARIABLE))))


def listing(settings: Settings) -> int:
    """Print for every role the face that sets it, where it lies, its licence and how many characters of the standard list it has."""
    from govreport.writers.pdf import discovery, faces
    from govreport.writers.pdf.truetype import face
    from govreport.writers.pdf.typography import typography

    known, say = typography(), settings.say
    for role in known.roles.values():
        try:
            chain = faces.chain(role.key)
        except faces.FontError as error:
            raise refusal(error) from error
        first, opened = chain[0], [face(each.path, each.index) for each in chain]
        own = sum(bool(opened[0].glyph(ord(each))) for each in known.characters)
        every = known.characters + known.names
        lacking = [each for each in every if not any(one.glyph(ord(each)) for one in opened)]
        licence = first.licence or discovery.licence(discovery.Installed(first.family, "", first.path, first.index))
        print(say("fonts.role", key=role.key, name=role.name, family=first.family, note=say("fonts.substitute") if first.substitute else ""))
        print(say("fonts.place", path=first.path, index=first.index, licence=licence or say("fonts.unknown")))
        print(say("fonts.coverage", own=own, all=len(known.characters), others=len(chain) - 1, missing=len(lacking)))
    return ACCEPTED


def install(settings: Settings, offline: bool) -> int:
    """Build the pack of one's own and print what became of every package."""
    from govreport.writers.pdf import pack

    outcomes = []
    for each in pack.install(offline):
        outcomes.append(each)
        print(settings.say(f"fonts.{each.state}", name=each.name, families=", ".join(each.families), detail=each.detail), flush=True)
    return ACCEPTED if all(each.there for each in outcomes) else UNDETERMINED


def tell_substitutes(settings: Settings) -> None:
    """Print which roles are not set in what the standard of the page names."""
    from govreport.writers.pdf import faces
    from govreport.writers.pdf.typography import typography

    for role in typography().roles.values():
        try:
            first = faces.chain(role.key)[0]
        except faces.FontError as error:
            raise refusal(error) from error
        if first.substitute:
            print(settings.say("fonts.substituted", name=role.name, family=first.family), file=sys.stderr)


def refusal(error: Exception) -> CommandError:
    """Return the failure that says why a font cannot be used."""
    reason, name, detail = getattr(error, "reason", "missing"), getattr(error, "name", ""), getattr(error, "detail", "")
    return CommandError(USAGE, f"error.font.{reason}", name=name, detail=detail)
