"""Inventory rows for what the rights of people need: consents, restriction, deletion and requests."""

from app.accounts.consent import Consent
from app.accounts.deletion_grace import GRACE
from app.accounts.models import Account
from app.accounts.user import User
from app.kernel.refusal import N_
from app.legal.inventory_row import CONSENT, OWNER, SAFETY, SERVICE, WHILE_ACCOUNT, InventoryRow
from app.operators.operator_log import KEPT_YEARS
from app.privacy.disclosure import Disclosure, DisclosureNote
from app.privacy.planned_deletion import PlannedDeletion
from app.privacy.privacy_request import ANSWERED_SOON, ANSWERED_WITHIN, CLOSED_KEPT, PrivacyRequest, PrivacyStep

RIGHTS_ROWS = (
    InventoryRow(
        "consents",
        N_(
            "What you agreed to: these pages, the statement of your age, news; in which version, when, and since when "
            "no more."
        ),
        N_("To show that you agreed, and to let you take it back."),
        WHILE_ACCOUNT,
        OWNER,
        CONSENT,
        {Consent: "kind version agreed_at withdrawn_at"},
    ),
    InventoryRow(
        "restriction",
        N_("Since when a workspace is frozen."),
        N_("To record no visits and to publish nothing while it is."),
        N_("Until you end it."),
        OWNER,
        SERVICE,
        {Account: "frozen_at"},
    ),
    InventoryRow(
        "deletions",
        N_("A deletion that is planned: of what, who wished it, for when, and a hash of the link that undoes it."),
        N_("So that nothing is lost by mistake, or by somebody who got into your account."),
        N_("%(days)s days, or until it is undone."),
        OWNER,
        SAFETY,
        {User: "delete_at", Account: "delete_at", PlannedDeletion: "digest created_at"},
        {"days": GRACE.days},
    ),
    InventoryRow(
        "requests",
        N_(
            "Requests about your data: what you ask for, your name, email, language and words, how it came, the "
            "answer, what came of it, and notes of the operator."
        ),
        N_("To answer you in time, and to be able to show that we did."),
        N_(
            "It is answered within %(hours)s hours or %(answered)s days, as the law says, and kept for %(days)s days "
            "after it is closed."
        ),
        OWNER,
        N_("The law obliges us to answer."),
        {
            PrivacyRequest: "kind email name channel concerns language text answer extended_because created_at due_at "
            "reminded_at answered_at closed_at outcome",
            PrivacyStep: "person text created_at",
        },
        {"hours": ANSWERED_SOON.days * 24, "answered": ANSWERED_WITHIN.days, "days": CLOSED_KEPT.days},
    ),
    InventoryRow(
        "disclosures",
        N_(
            "What had to be disclosed to an authority by law: whom it was about, to whom, on what basis, what, when, "
            "which operator recorded it, their notes, and when you were told."
        ),
        N_("To be able to show what left Kliqs and why, and to tell you as soon as that is allowed."),
        N_("%(years)s years, also after the account is deleted."),
        N_("You, as soon as you may be told, the operators, and whoever runs the server."),
        N_("The law obliges us to be able to show it."),
        {
            Disclosure: "subject authority basis what disclosed_at told_at silent_until person created_at",
            DisclosureNote: "person text created_at",
        },
        {"years": KEPT_YEARS},
    ),
)
