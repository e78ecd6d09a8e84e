"""An example request and response for every API operation, with this installation's own host names.

A test validates each of them against the OpenAPI schema.
"""

import json

from app.docs.api_example import ID, Example, Json
from app.docs.bio_page_examples import bio_page_examples
from app.docs.link_examples import link_examples
from app.docs.post_examples import post_examples
from app.docs.webhook_examples import webhook_examples
from app.kernel import site
from app.qr.design import Design
from app.qr.render.pool import TYPES

CODE = "c1d94a30-55f2-4c0b-8e57-6a0f7f0b9d12"
SUBSCRIBER: Json = {
    "id": "3d0b6f7e-1c2a-4b8e-9a51-5f0c7e2d4a90",
    "page_id": "b2a7c1d8-6a3f-4f0e-8d57-0e9f7f0b9d34",
    "email": "rani@example.com",
    "status": "active",
    "consent": "Satu email sebulan tentang koleksi baru.",
    "language": "id",
    "created_at": "2026-11-20T12:10:00Z",
    "confirmed_at": "2026-11-20T12:14:00Z",
    "unsubscribed_at": None,
}
ACCOUNT: Json = {
    "name": "Toko Sari",
    "plan": "starter",
    "limits": {"requests": 1000, "links": 50},
    "used": {"requests": 312, "links": 18},
    "resets_at": "2026-12-01T00:00:00Z",
}


def all_examples() -> dict[str, Example]:
    """Returns the example of every operation, by operation id."""
    return {
        **link_examples(),
        **qr_code_examples(),
        **bio_page_examples(),
        **subscriber_examples(),
        **webhook_examples(),
        **post_examples(),
        "linkStatistics": Example(_statistics(), query="from=2026-11-01&to=2026-11-02&by=country&filter=kind:click"),
        "linkVisits": Example({"visits": [_visit()], "next_cursor": None}, query="from=2026-11-01&limit=100"),
        "allStatistics": Example(_statistics(), query="from=2026-11-01&to=2026-11-02&by=country"),
        "allVisits": Example({"visits": [_visit()], "next_cursor": None}, query="who=bots"),
        "me": Example(ACCOUNT),
    }


def subscriber_examples() -> dict[str, Example]:
    """Returns the examples of the operations on subscribers, by operation id."""
    return {
        "listSubscribers": Example({"subscribers": [SUBSCRIBER], "next_cursor": None}, query="limit=20"),
        "deleteSubscriber": Example({"id": SUBSCRIBER["id"], "deleted": True}),
    }


def qr_code_examples() -> dict[str, Example]:
    """Returns the examples of the operations on QR codes, by operation id."""
    design = {"pattern": "dots", "dark": "#0b4f4a"}
    created, scan_fields = _code(**design), {"scans": 214, "last_scanned_at": "2026-12-02T05:12:44Z"}
    scanned = created | scan_fields
    row = {name: value for name, value in scanned.items() if name != "verdict"}
    changed = scanned | {"name": "Poster", "updated_at": "2026-12-02T08:30:00Z"}
    file_head = 'HTTP/1.1 200 OK\nContent-Type: image/png\nETag: "5d0c41f2b8a97e36d1c04f58"\nContent-Length: 21840'
    return {
        "createQrCode": Example(created, {"name": "Table tent", "design": design}),
        "listQrCodes": Example({"qr_codes": [row], "next_cursor": None}, query="limit=20"),
        "readQrCode": Example(scanned),
        "changeQrCode": Example(changed, {"name": "Poster"}),
        "deleteQrCode": Example({"id": CODE, "deleted": True}),
        "qrCodeImage": Example({}, query="format=png&size=1200", head=file_head, into="code.png"),
    }


def refusal_example() -> str:
    """Returns the JSON body of a refusal, as an example."""
    return json.dumps(
        {
            "success": False,
            "error": "SLUG_ALREADY_EXISTS",
            "message": "produk-8f3f is taken. Try produk-8f3f-k7d.",
            "field": "slug",
            "request_id": "5b1f0c7e9d2a4a63",
        },
        indent=2,
    )


def _statistics() -> Json:
    def counts(clicks: int, visitors: int) -> Json:
        return {"clicks": clicks, "scans": 0, "views": 0, "visitors": visitors}

    return {
        "from": "2026-10-31T17:00:00Z",
        "to": "2026-11-02T17:00:00Z",
        "tz": "Asia/Jakarta",
        "interval": "day",
        "who": "people",
        "totals": counts(41, 36),
        "before": counts(30, 28),
        "series": [
            {"start": f"2026-{day}T17:00:00Z"} | count
            for day, count in (("10-31", counts(17, 15)), ("11-01", counts(24, 21)))
        ],
        "tables": {
            "country": [
                {"value": value, "clicks": clicks, "scans": 0, "views": 0}
                for value, clicks in (("ID", 38), ("MY", 2), ("", 1))
            ]
        },
        "complete_since": None,
    }


def _visit() -> Json:
    return {
        "time": "2026-11-01T12:14:03.120Z",
        "link": ID,
        "kind": "click",
        "who": "people",
        "referrer": "instagram.com",
        "utm_source": "",
        "utm_medium": "",
        "utm_campaign": "",
        "utm_term": "",
        "utm_content": "",
        "country": "ID",
        "city": "",
        "device": "mobile",
        "browser": "Instagram",
        "system": "Android",
        "language": "id",
        "placement": "",
        "rule": "",
        "variant": "",
    }


def _code(**design: object) -> Json:
    image = site.url("api", f"/api/v1/qr-codes/{CODE}/image")
    return {
        "id": CODE,
        "name": "Table tent",
        "link_id": ID,
        "short_url": site.url("public", "/produk-8f3f?qr=4kTz9"),
        "scans": 0,
        "last_scanned_at": None,
        "logo_id": None,
        "design": Design.of(design).as_dict(),
        "grade": "good",
        "images": {form: f"{image}?format={form}&v=0f3a9c1b77d2" for form in TYPES},
        "created_at": "2026-11-20T12:05:00Z",
        "updated_at": "2026-11-20T12:05:00Z",
        "verdict": {
            "grade": "good",
            "reasons": [],
            "contrast": 9.41,
            "survives_percent": 15,
            "print_at_least_cm": 1.9,
            "reads_from_m": 0.2,
        },
    }
