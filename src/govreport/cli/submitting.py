"""``submit`` and ``exchange``: reports sent to a service, and packages of them taken from a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli import receipts
from govreport.cli.archives import opened, put, year_of
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError, flat
from govreport.cli.serving import installed
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, readable, suffixes
from govreport.cli.texts import Texts
from govreport.sources import Document, Unreadable, documents

if TYPE_CHECKING:
    from govreport.web.exchange.client import Outcome

KEY_VARIABLE = "GOVREPORT_KEY"


@dataclass(frozen=True)
class Sending:
    """What a submission was asked for; empty leaves it to the report, or to the account."""

    sources: tuple[str, ...]
    to: str
    receipts: str
    key_file: str
    authorities: str
    organ: str
    year: str
    scope: str
    reason: str
    draft: bool


def submit(settings: Settings, sending: Sending, as_json: bool) -> int:
    """Send every source and print what became of it; exits 1 where one was refused, 3 where one has no receipt yet."""
    settings.standard()
    key, code = _key(sending.key_file), ACCEPTED
    for name, outcome in _outcomes(settings, sending, key):
        _print(settings, name, outcome, as_json)
        receipt = outcome.answer.get("receipt")
        waits = outcome.status == "packed" or (receipt is not None and receipt["verdict"] == "undetermined")
        code = max(code, ACCEPTED if outcome.accepted else UNDETERMINED if waits else REJECTED)
    return code


def _outcomes(settings: Settings, sending: Sending, key: str) -> Iterator[tuple[str, Outcome]]:
    with installed():
        import httpx

        from govreport.web.exchange.client import Client, by_folder, wished
    folder = Path(sending.receipts)
    options = (sending.organ or None, year_of(sending.year), sending.scope or None, sending.reason or None)
    more = {**dict(zip(("organ", "year", "scope", "reason"), options, strict=True)), "submit": not sending.draft}
    if "://" not in sending.to:
        for each in _documents(sending, settings.say):
            yield each.source, by_folder(Path(sending.to), folder, key, wished(each.name, each.data, **more), each.data)
        return
    try:
        client = Client(sending.to, key, settings.say.lang, sending.authorities or None)
    except (OSError, ValueError, httpx.InvalidURL) as error:
        raise CommandError(USAGE, "error.service.address", name=sending.to, detail=error) from error
    try:
        for each in _documents(sending, settings.say):
            yield each.source, client.send(folder, wished(each.name, each.data, **more), each.data)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise CommandError(UNDETERMINED, "error.service.unreachable", name=sending.to, detail=error) from error
    finally:
        client.close()


def _documents(sending: Sending, say: Texts) -> Iterator[Document]:
    for found in documents(expanded(sending.sources, say), suffixes()):
        if isinstance(found, Unreadable) and found.reason == "foreign":
            # what is packed beside a report does not keep the report
            print(flat(say("error.source.foreign", name=found.source, detail=found.detail)), file=sys.stderr)
            continue
        yield readable(found)


def _key(file: str) -> str:
    """Return the API key of a file, else of the environment; never of the command line, which others can read."""
    try:
        key = Path(file).read_text("utf-8").strip() if file else os.environ.get(KEY_VARIABLE, "").strip()
    except (OSError, UnicodeError) as error:
        raise CommandError(USAGE, "error.service.key-file", name=file, detail=error) from error
    if not key:
        raise CommandError(USAGE, "error.service.no-key", name=KEY_VARIABLE)
    if not key.isascii() or key.count("_") < 2:
        raise CommandError(USAGE, "error.service.not-key", name=file or KEY_VARIABLE)
    return key


def _print(settings: Settings, name: str, outcome: Outcome, as_json: bool) -> None:
    if as_json:
        put({"source": name, "status": outcome.status, **outcome.answer})
        return
    say, answer = settings.say, outcome.answer
    if "problem" in answer or "receipt" not in answer:
        print(say(f"submit.{outcome.status}", source=name, detail=answer.get("detail") or answer.get("package") or answer.get("problem")))
        return
    receipt = answer["receipt"]
    print(receipts.line(settings, name, receipt, answer["state"]))
    for each in answer.get("findings") or () if receipt["verdict"] != "accepted" else ():
        if each["severity"] == "error":
            print(receipts.refusal(settings, each))


def exchange(settings: Settings, place: str, folder: str, as_json: bool) -> int:
    """Take the packages of a folder into an archive and put receipts out; exits 1 where one was refused."""
    with installed():
        from govreport.web import service
        from govreport.web import settings as found
        from govreport.web.exchange.folders import take
        from govreport.web.texts import texts
    if not Path(folder).is_dir():
        raise CommandError(USAGE, "error.not-a-folder", name=folder)
    code = ACCEPTED
    try:
        given = found.read(archive=place or None)
    except found.SettingsError as error:
        raise CommandError(USAGE, "error.service.settings", detail=error) from error
    with opened(settings, place) as archive:
        for each in take(service.opened(given, archive), Path(folder), texts(settings.say.lang)):
            if as_json:
                put({"package": each.package, **each.answer})
            else:
                state = each.answer.get("state")
                detail = each.answer.get("detail") or (settings.say(f"archive.state.{state}") if state else "")
                print(settings.say("exchange.taken", package=each.package, detail=detail))
            code = max(code, ACCEPTED if each.accepted else REJECTED)
    return code
