"""The shape of an inventory row, and the sentences that several rows share."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tortoise.models import Model

from app.kernel.refusal import N_

OWNER = N_("You and the operator.")
OPERATOR = N_("The operator.")
PUBLIC = N_("Everybody who opens it; you and the operator see the rest.")
SERVICE = N_("It is needed for what you asked us to do.")
SAFETY = N_("Our interest in a service that is safe and not abused.")
COUNTING = N_("The interest of whoever made the link in knowing how it does, met without knowing who came.")
CONSENT = N_("Consent, which can be withdrawn at any time.")
WHILE_ACCOUNT = N_("As long as the account exists.")
DELETED = N_("Until you delete it. For %(days)s days you can bring it back, then it is gone for good.")


@dataclass(frozen=True)
class InventoryRow:
    """One kind of stored data. `facts` are the numbers in `kept`, taken from the code that enforces them.

    `columns` maps each model to its column names, separated by blanks; `files` are names in the data directory.
    """

    key: str
    what: str
    why: str
    kept: str
    seen_by: str
    ground: str
    columns: Mapping[type[Model], str] = field(default_factory=dict)
    facts: Mapping[str, int] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @property
    def stored(self) -> list[str]:
        """Where the data is stored, one entry for each table or file: `accounts: name, email`."""
        tables = [f"{model._meta.db_table}: {', '.join(names.split())}" for model, names in self.columns.items()]
        return tables + [f"{name}/" for name in self.files]
