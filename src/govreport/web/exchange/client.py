"""What sends reports to a service: tries again, goes on where it was stopped, and keeps every receipt.

A receipt is a file named for the document and its digest. What has one is not sent again; what was sent and not answered is, under the same
key of idempotency, so that it cannot be there twice.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from govreport.archive import durable
from govreport.web.exchange.folders import IN, OUT, RECEIPT
from govreport.web.exchange.package import SUFFIX, Wish, pack

TRIES = 8
"""How often a request is made at most: the waits between, some three quarters of a minute in all, outlast a service that is started again."""
LONGEST_WAIT = 30.0
AGAIN = (429, 500, 502, 503, 504)
SENT, KEPT, PACKED, FAILED = "sent", "kept", "packed", "failed"
_PLAIN = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Outcome:
    """What became of a document: ``sent`` now, ``kept`` (there was a receipt), ``packed`` (waits for its receipt) or ``failed``, and the answer."""

    status: str
    answer: Mapping[str, Any]

    @property
    def accepted(self) -> bool:
        """Whether there is a receipt that says the report was accepted, and it was moved on if that was asked for."""
        receipt = self.answer.get("receipt")
        return isinstance(receipt, dict) and receipt["verdict"] == "accepted" and "problem" not in self.answer


def slug(wish: Wish) -> str:
    """Return the name of a document's receipt and package, without suffix: readable, and no other's."""
    return f"{_PLAIN.sub('_', wish.name)[:60].strip('.') or 'document'}.{wish.identity[:16]}"


def kept(receipts: Path, wish: Wish) -> Mapping[str, Any] | None:
    """Return the receipt that there is for a document, None where there is none or it is not of these bytes."""
    try:
        found = json.loads((receipts / f"{slug(wish)}{RECEIPT}").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("sha256") == wish.sha256 and "problem" not in found else None


def keep(receipts: Path, wish: Wish, answer: Mapping[str, Any]) -> None:
    """Write a receipt down, durable when this returns."""
    receipts.mkdir(parents=True, exist_ok=True)
    durable.replace(receipts / f"{slug(wish)}{RECEIPT}", json.dumps(answer, ensure_ascii=False, indent=1).encode("utf-8"))


def by_folder(folder: Path, receipts: Path, key: str, wish: Wish, data: bytes) -> Outcome:
    """Return what became of a document that goes by a folder: its receipt where there is one, else it is packed and waits."""
    found = kept(receipts, wish)
    if found is not None:
        return Outcome(KEPT, found)
    answered = folder / OUT / f"{slug(wish)}{RECEIPT}"
    if answered.exists():
        answer = json.loads(answered.read_text("utf-8"))
        if "problem" not in answer:
            keep(receipts, wish, answer)
            return Outcome(SENT, answer)
        answered.unlink()
        return Outcome(FAILED, answer)
    place = folder / IN / f"{slug(wish)}{SUFFIX}"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        durable.replace(place, pack(wish, data, key))
    return Outcome(PACKED, {"package": place.name})


class Client:
    """Sends documents to the service at a URL, which answers in ``lang``; ``authorities`` is a file of certificates to trust beside the system's."""

    def __init__(self, url: str, key: str, lang: str, authorities: str | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        context = ssl.create_default_context()
        if authorities:
            context.load_verify_locations(authorities)
        headers = {"Authorization": f"Bearer {key}", "Accept-Language": lang}
        self._http = httpx.Client(base_url=url.rstrip("/"), headers=headers, timeout=60, verify=context)
        self._sleep = sleep

    def close(self) -> None:
        """Give back the connections."""
        self._http.close()

    def send(self, receipts: Path, wish: Wish, data: bytes) -> Outcome:
        """Return what became of a document: its receipt, kept by then, or why there is none; raises ``httpx.HTTPError`` where nobody answers."""
        found = kept(receipts, wish)
        if found is not None:
            return Outcome(KEPT, found)
        asked = {"organ": wish.organ, "year": wish.year, "scope": wish.scope, "reason": wish.reason, "profile": wish.profile, "name": wish.name}
        params = {name: str(value) for name, value in asked.items() if value is not None}
        answer = self._tried("POST", "/api/v1/reports", params=params, content=data, headers={"Idempotency-Key": wish.identity})
        told = _object(answer)
        if answer.status_code not in (200, 201):
            return Outcome(FAILED, {"sha256": wish.sha256, "problem": told.get("reason", str(answer.status_code)), "detail": told.get("detail", "")})
        if told.get("sha256") != wish.sha256:
            return Outcome(FAILED, {"sha256": wish.sha256, "problem": "altered", "detail": str(self._http.base_url)})
        done: dict[str, Any] = {"sha256": wish.sha256, "receipt": told, "state": told["state"]}
        address = {"id": told["id"], "version": told["version"]}
        done["findings"] = _object(self._tried("GET", f"/api/v1/reports/{address['id']}/findings", params={"version": address["version"]})).get("diagnostics")
        if wish.submit and told["state"] == "draft":
            moved = self._tried("POST", f"/api/v1/reports/{address['id']}/actions", json={"action": "submit", "version": address["version"]})
            said = _object(moved)
            if moved.status_code not in (200, 409):
                return Outcome(FAILED, {**done, "problem": said.get("reason", str(moved.status_code)), "detail": said.get("detail", "")})
            done["state"] = said.get("state", "submitted")
        keep(receipts, wish, done)
        return Outcome(SENT, done)

    def _tried(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Return the answer to a request, asked again while nobody answers or the answer says so; the last one in any case."""
        for turn in range(TRIES):
            last = turn == TRIES - 1
            try:
                answer = self._http.request(method, path, **more)
            except httpx.TransportError:
                if last:
                    raise
                self._sleep(_wait(turn))
                continue
            if answer.status_code not in AGAIN or last:
                return answer
            said = answer.headers.get("retry-after", "")
            self._sleep(min(float(said), LONGEST_WAIT) if said.isdigit() else _wait(turn))
        raise httpx.TransportError(path)


def wished(name: str, data: bytes, **more: Any) -> Wish:
    """Return what is asked for with a document."""
    return Wish(name, hashlib.sha256(data).hexdigest(), **more)


def _wait(turn: int) -> float:
    """Return how long to wait before the next try: longer each time, and not the same for all who wait."""
    return float(min(LONGEST_WAIT, 0.5 * 2**turn) * random.uniform(0.5, 1))


def _object(answer: httpx.Response) -> dict[str, Any]:
    try:
        found = answer.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
