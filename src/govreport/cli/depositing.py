"""``archive deposit`` and the changes of state."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govreport.cli import receipts
from govreport.cli.archives import need_actor, number, opened, put, told, year_of
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError, flat
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, format_name, readable, suffixes
from govreport.sources import Document, Unreadable, documents

if TYPE_CHECKING:
    from govreport.archive import Archive, Receipt


@dataclass(frozen=True)
class Wish:
    """What a deposit was asked for; empty leaves it to the report."""

    sources: tuple[str, ...]
    organ: str
    year: str
    scope: str
    profile: str
    format: str
    reason: str
    key: str
    submit: bool


def deposit(settings: Settings, place: str, actor: str, wish: Wish, as_json: bool) -> int:
    """Deposit every source and print a receipt each; exits 1 where one was refused (it is kept all the same), 3 where one could not be judged."""
    who, year = need_actor(actor), year_of(wish.year)
    format_name(wish.format or None)
    found = expanded(wish.sources, settings.say)
    code = ACCEPTED
    with opened(settings, place) as archive:
        if wish.key and found.several:
            raise CommandError(USAGE, "error.archive.one-key")
        for document in documents(found, suffixes()):
            try:
                code = max(code, _one(settings, archive, document, who, (wish, year), as_json))
            except CommandError as error:
                # what stands in the way of one source does not concern the others; what stands in the way of all ends it
                if not found.several or error.key not in _OF_ONE:
                    raise
                print(flat(settings.say("error.system", name=document.source, detail=settings.say(error.key, **error.params))), file=sys.stderr)
                code = max(code, error.code)
        if found.several:
            # whoever asks something next does not wait for what came in a crowd
            archive.take_in()
    return code


_OF_ONE = frozenset(
    (
        *(f"error.archive.{reason}" for reason in ("correction", "redacted", "legacy-year", "characters")),
        *(f"error.source.{reason}" for reason in ("empty", "denied", "limit", "damaged", "special", "encrypted", "extra", "foreign")),
    )
)
"""What concerns one source alone."""


def _one(settings: Settings, archive: Archive, document: Document | Unreadable, who: str, asked: tuple[Wish, int | None], as_json: bool) -> int:
    """Deposit a document and print its receipt; returns its exit code."""
    from govreport.archive import Request

    wish, year = asked
    held = readable(document)
    options = (wish.organ or None, year, wish.scope or None, wish.profile or None, wish.format or None, wish.reason or None, wish.key or None)
    with told(settings):
        receipt = archive.deposit(Request(held.data, held.name, *options), who)
        if receipt.accepted and wish.submit and archive.version(receipt.id, receipt.version).state == "draft":
            archive.act("submit", receipt.id, who, receipt.version)
        _print(settings, archive, held.name, receipt, as_json, wish.submit)
    return ACCEPTED if receipt.accepted else UNDETERMINED if receipt.verdict == "undetermined" else REJECTED


def _print(settings: Settings, archive: Archive, name: str, receipt: Receipt, as_json: bool, submitted: bool) -> None:
    # the receipt says what the deposit was, whoever hands in at once is told what has become of it
    state = archive.version(receipt.id, receipt.version).state if submitted else receipt.state
    if as_json:
        put({"source": name, **receipt.row(), "state": state})
        return
    print(receipts.line(settings, name, receipt.row(), state))
    if receipt.accepted:
        return
    findings = json.loads(archive.findings(archive.version(receipt.id, receipt.version), settings.say.lang))
    for each in findings["diagnostics"]:
        if each["severity"] == "error":
            print(receipts.refusal(settings, each))


def act(settings: Settings, place: str, action: str, id: str, actor: str, version: str, reason: str, as_json: bool) -> int:
    """Change the state of a version, the last one where none is named."""
    who, chosen = need_actor(actor), number(version, "--version")
    with opened(settings, place) as archive:
        done = archive.act(action, id, who, chosen, reason or None)
    if as_json:
        put(done.row())
    else:
        print(settings.say("archive.done", id=done.id, version=done.version, state=settings.say(f"archive.state.{done.state}")))
    return ACCEPTED


def redact(settings: Settings, place: str, id: str, actor: str, version: str, why: tuple[str, str], as_json: bool) -> int:
    """Ask for the destruction of a version's content, or carry out what another person has asked for."""
    who, chosen = need_actor(actor), number(version, "--version")
    with opened(settings, place) as archive:
        from govreport.archive.redaction import redact

        done = redact(archive, id, who, chosen, *why)
        asked = "archive.redact-asked" if archive.configuration.two_persons else "archive.redact-asked-alone"
    if as_json:
        put({**done.version.row(), "done": done.done, "gone": [each.subject for each in done.gone], "drafts": list(done.drafts)})
    elif not done.done:
        print(settings.say(asked, id=done.version.id, version=done.version.version))
    else:
        for each in done.gone:
            print(settings.say("archive.redacted", id=each.id, version=each.version, sha256=each.sha256))
        for id in done.drafts:
            print(settings.say("archive.redacted-draft", id=id))
    return ACCEPTED
