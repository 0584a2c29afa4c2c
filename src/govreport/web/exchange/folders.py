"""The exchange by folders: packages that lie in ``in`` are taken, and a receipt for each is put into ``out``.

A package is taken under the same rights as a request over the network. It is moved to ``done`` when its receipt is durable: whatever stops in
between is done again, and comes to the same receipt.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from govreport.archive import ArchiveError, BrokenError, Request, durable
from govreport.web import problems
from govreport.web.accounts.account import Account
from govreport.web.exchange.package import SUFFIX, PackageError, Wish, unpack
from govreport.web.handing import hand_in
from govreport.web.problems import Problem
from govreport.web.rights import Rights
from govreport.web.service import Service
from govreport.web.texts import Texts

IN, OUT, DONE = "in", "out", "done"
RECEIPT = ".receipt.json"
OVERHEAD = 1_048_576
"""Bytes that a package may have beside its document."""


@dataclass(frozen=True)
class Taken:
    """A package and what became of it: the receipt, or why there is none."""

    package: str
    answer: Mapping[str, object]

    @property
    def accepted(self) -> bool:
        """Whether the report was accepted as a draft or moved on."""
        receipt = self.answer.get("receipt")
        return isinstance(receipt, dict) and receipt["verdict"] == "accepted" and "problem" not in self.answer


def take(service: Service, folder: Path, say: Texts) -> Iterator[Taken]:
    """Yield every package of a folder with what became of it, in the order of their names; raises ``BrokenError`` where the archive cannot work."""
    for name in (IN, OUT, DONE):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for path in sorted((folder / IN).glob(f"*{SUFFIX}")):
        if path.is_symlink() or not path.is_file():
            continue
        answer = _answer(service, path, say)
        text = json.dumps({"package": path.name, **answer}, ensure_ascii=False, indent=1)
        durable.replace(folder / OUT / f"{path.name.removesuffix(SUFFIX)}{RECEIPT}", text.encode("utf-8"))
        path.replace(folder / DONE / path.name)
        yield Taken(path.name, answer)


def _answer(service: Service, path: Path, say: Texts) -> dict[str, object]:
    longest = service.settings.upload_limit
    try:
        if path.stat().st_size > longest + OVERHEAD:
            raise PackageError("too long")
        package = unpack(path.read_bytes(), longest)
    except PackageError as error:
        return _problem(say, "package", {"detail": str(error)})
    account = service.keys.signer(package.key, package.by)
    if account is None:
        return _problem(say, "key", {})
    return {"sha256": package.wish.sha256, **_taken(service, account, package.wish, package.data, say)}


def _taken(service: Service, account: Account, wish: Wish, data: bytes, say: Texts) -> dict[str, object]:
    mine = Rights(service, account)
    found: dict[str, object] = {}
    try:
        receipt = hand_in(mine, Request(data, wish.name, wish.organ, wish.year, wish.scope, wish.profile, None, wish.reason, f"package:{wish.identity}"))
        version = service.archive.version(receipt.id, receipt.version)
        found |= {"receipt": receipt.row(), "state": version.state}
        found["findings"] = json.loads(service.archive.findings(version, say.lang))["diagnostics"]
        if wish.submit and version.state == "draft":
            name = mine.need_act("submit", version)
            found["state"] = service.archive.act("submit", version.id, name, version.version).state
    except BrokenError:
        raise
    except (Problem, ArchiveError) as error:
        found |= _problem(say, error.reason, error.params)
    return found


def _problem(say: Texts, reason: str, params: Mapping[str, object]) -> dict[str, object]:
    return {"problem": reason, "detail": problems.sentence(say, reason, params)}
