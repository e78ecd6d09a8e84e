"""Inventory rows for operators: who is one, and what they did."""

from app.accounts.models import Session
from app.accounts.user import User
from app.kernel.refusal import N_
from app.legal.inventory_row import OPERATOR, SAFETY, SERVICE, WHILE_ACCOUNT, InventoryRow
from app.operators.announcement import AnnouncementDismissal
from app.operators.looks import OperatorLook
from app.operators.operator_log import KEPT_YEARS, OperatorAct

OPERATOR_ROWS = (
    InventoryRow(
        "operators",
        N_(
            "Whether you are an operator, since when, and when you last used a passkey or a code of your app in a "
            "session."
        ),
        N_("To open the operator's pages to operators only."),
        N_("Until you are no operator any more, at most as long as the account exists."),
        N_("You, the other operators, and whoever runs the server."),
        SAFETY,
        {User: "operator_since", Session: "second_factor_at"},
    ),
    InventoryRow(
        "operator_log",
        N_("What an operator did: their name, what was done and to which order, coupon or person, and when."),
        N_("To show who changed what about the money of other people."),
        N_("%(years)s years. The name of somebody who deletes their account is taken out at once."),
        N_("The operators, and whoever runs the server."),
        SAFETY,
        {OperatorAct: "person by_command act thing detail created_at"},
        {"years": KEPT_YEARS},
    ),
    InventoryRow(
        "operator_looks",
        N_("What an operator looked at: their name, which order, account, report or email it was, and when."),
        N_("To show who looked at the data of other people."),
        N_("%(years)s years. The name of somebody who deletes their account is taken out at once."),
        N_("The operators, and whoever runs the server."),
        SAFETY,
        {OperatorLook: "person kind thing slot created_at"},
        {"years": KEPT_YEARS},
    ),
    InventoryRow(
        "announcements_closed",
        N_("Which announcements of the operator you closed, and when."),
        N_("To show you each of them until you close it."),
        WHILE_ACCOUNT,
        OPERATOR,
        SERVICE,
        {AnnouncementDismissal: "created_at"},
    ),
)
