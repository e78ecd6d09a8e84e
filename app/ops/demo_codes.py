"""The QR codes of the demo world: where scanned links were printed, and how the codes look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from app.accounts.models import Account
from app.links.models import Link
from app.payloads.registry import get_kind
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.visits.localtime import from_milliseconds
from app.visits.visit import Kind, Visit, milliseconds

PLACES: dict[str, dict[str, tuple[str, ...]]] = {
    "id": {"menu": ("Kartu meja", "Poster pintu"), "": ("Label paket", "Kartu nama")},
    "en": {"menu": ("Table tent", "Window poster", "Receipt"), "": ("Flyer", "Poster")},
}
SCAN_ME = {"id": "Pindai aku", "en": "Scan me"}
LOOKS = (
    Design(dark="#3551b9", frame="label_below"),
    Design(dark="#116139", corners="circle"),
    Design(pattern="square", corners="square"),
    Design(dark="#884b1c", background="#fdf4e7", pattern="dots"),
)
SEVERAL_CODES_FROM = 50  # scans; a link with fewer has one code


async def create_link_codes(account: Account, link: Link, tags: Sequence[str], scans: int) -> tuple[str, ...]:
    """Makes the QR codes of a link with this many scans; returns their placement marks."""
    places = PLACES[account.language]
    names = places["menu" if "menu" in tags else ""] if scans >= SEVERAL_CODES_FROM else places[""][:1]
    codes = [await QrCode.create_for_link(account, link, name, _look(account, at)) for at, name in enumerate(names)]
    return tuple(code.mark or "" for code in codes)


async def create_wifi_code(account: Account) -> None:
    """Makes a static code for a Wi-Fi network."""
    fields = {"network": "Nusantara Kopi", "password": "seduh-pelan"}
    await QrCode.create_static(account, "wifi", fields, get_kind("wifi").encode(fields), "Wi-Fi", _look(account, 2))


async def set_scan_counters(visits: Sequence[Visit]) -> None:
    """Sets each code's scan counter and last scan from the visits."""
    scans, last = Counter[str](), dict[str, datetime]()
    for visit in visits:
        if visit.kind == Kind.SCAN and visit.placement:
            scans[visit.placement] += 1
            last[visit.placement] = from_milliseconds(milliseconds(visit.id), "UTC")
    for mark, number in scans.items():
        await QrCode.filter(mark=mark).update(scans=number, last_scanned_at=last[mark])


def _look(account: Account, at: int) -> Look:
    design = LOOKS[at % len(LOOKS)]
    words = SCAN_ME[account.language] if design.frame != "none" else ""
    return Look(design.with_changes({"words": words}), grade="good")
