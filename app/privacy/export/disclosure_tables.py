"""The tables of an account's export about what had to be disclosed by law, as far as its owners were told."""

from tortoise.expressions import Q

from app.privacy.disclosure import Disclosure, DisclosureNote
from app.privacy.export.exported_table import ExportedTable

OPERATOR = "the operator, who is another person"
DISCLOSURE_TABLES = (
    ExportedTable(
        "disclosures.json",
        Disclosure,
        "id subject authority basis what disclosed_at told_at created_at",
        "account_id",
        {
            "account_id": "the account",
            "silent_until": "until when it had to be kept secret, which is over",
            "user_id": OPERATOR,
            "person": OPERATOR,
        },
        "disclosed_at",
        condition=Q(told_at__isnull=False),
    ),
    ExportedTable(
        "disclosure_notes.json",
        DisclosureNote,
        "id disclosure_id text created_at",
        "disclosure__account_id",
        {"user_id": OPERATOR, "person": OPERATOR},
        "created_at",
        condition=Q(disclosure__told_at__isnull=False),
    ),
)
