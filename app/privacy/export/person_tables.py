"""The tables of a person's part of an export, and the tables that no export holds, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from tortoise.models import Model

from app.abuse.models import SearchPosition
from app.accounts.consent import Consent
from app.accounts.disown import DisownLink
from app.accounts.known_device import KnownBrowser
from app.accounts.models import Membership, Session
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.security_log import SecurityEvent
from app.accounts.trusted_browser import TrustedBrowser
from app.accounts.user import User
from app.audience.suppression import Suppression
from app.blocklists.models import BlockedHost, BlockList, BlockListChunk
from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.metering.limits_of_keys import AiRate
from app.gateway.notices.notice import AiNotice
from app.jobs.models import Job
from app.keys.models import IdempotencyKey
from app.mail.models import OutgoingEmail
from app.operators.announcement import Announcement, AnnouncementDismissal
from app.operators.live_process import LiveProcess
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct
from app.operators.stored_settings import StoredSetting
from app.payments.coupon import Coupon
from app.payments.exchange_rate import ExchangeRate
from app.payments.receipt import ReceiptCounter
from app.privacy.bring_in.import_row import ImportRow
from app.privacy.export.export import Export
from app.privacy.export.exported_table import ExportedTable, Rows
from app.privacy.planned_deletion import PlannedDeletion
from app.privacy.privacy_request import PrivacyRequest, PrivacyStep
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.data_deletion import DataDeletion
from app.publishing.connections.server_app import ServerApp
from app.publishing.delivery.network_use import NetworkUse
from app.reports.models import Report
from app.sign_in.models import MailedLink, PendingEmail, PendingSignUp
from app.sign_in.oauth.models import Identity, OauthFlow
from app.sign_in.passkeys.models import Passkey, PasskeyChallenge
from app.sign_in.second_factor.authenticator import Authenticator
from app.sign_in.second_factor.mailed_confirmation_code import ConfirmationCode
from app.sign_in.second_factor.recovery_code import RecoveryCode
from app.visits.models import (
    Calendar,
    DayTotal,
    DayValue,
    JournalPosition,
    Salt,
    VisitFile,
    VisitFileEdit,
    VisitFileVersion,
    VisitRequest,
    VisitRow,
)


async def _complete_profile(rows: Rows) -> None:
    """Replaces the hash of the password by whether there is one."""
    for row in rows:
        row["has_password"] = bool(row.pop("password_hash"))


PERSON_TABLES = (
    ExportedTable(
        "profile.json",
        User,
        "id email email_verified_at name password_hash language time_zone theme avatar_id news_agreed_at "
        "ai_news_agreed_at limits_muted_at broken_links_muted_at posts_muted_at username phone organisation "
        "age_confirmed_at delete_at terms_seen operator_since created_at",
        "id",
        {"avatar_file": "the name of the file on the server"},
        complete=_complete_profile,
    ),
    ExportedTable(
        "memberships.json", Membership, "id account_id role created_at", "user_id", {"user_id": "the person"}
    ),
    ExportedTable(
        "sessions.json",
        Session,
        "id account_id device country created_at confirmed_at second_factor_at last_seen_at expires_at",
        "user_id",
        {"user_id": "the person", "digest": "the hash of a secret"},
    ),
    ExportedTable(
        "security_log.json",
        SecurityEvent,
        "id kind detail device address country times created_at",
        "user_id",
        {"user_id": "the person", "merged_in": "the hour in which failures are counted as one event"},
    ),
    ExportedTable(
        "browsers.json",
        KnownBrowser,
        "id seen_at",
        "user_id",
        {"user_id": "the person", "digest": "the hash of a secret"},
    ),
    ExportedTable(
        "disown_links.json",
        DisownLink,
        "id expires_at",
        "user_id",
        {"user_id": "the person", "digest": "the hash of a secret"},
    ),
    ExportedTable(
        "consent_history.json", Consent, "id kind version agreed_at withdrawn_at", "user_id", {"user_id": "the person"}
    ),
    ExportedTable(
        "passkeys.json",
        Passkey,
        "id rp_id credential_id public_key user_handle sign_count name backed_up created_at last_used_at",
        "user_id",
        {"user_id": "the person"},
    ),
    ExportedTable(
        "identities.json",
        Identity,
        "id issuer subject label email created_at used_at",
        "user_id",
        {"user_id": "the person"},
    ),
    ExportedTable(
        "authenticators.json",
        Authenticator,
        "id created_at",
        "user_id",
        {"user_id": "the person", "secret": "a secret", "last_step": "when a code was last used"},
    ),
    ExportedTable(
        "recovery_codes.json",
        RecoveryCode,
        "id created_at",
        "user_id",
        {"user_id": "the person", "digest": "the hash of a secret"},
    ),
    ExportedTable(
        "trusted_browsers.json",
        TrustedBrowser,
        "id device created_at expires_at",
        "user_id",
        {"user_id": "the person", "digest": "the hash of a secret"},
    ),
    ExportedTable(
        "planned_deletions.json",
        PlannedDeletion,
        "id account_id created_at",
        "user_id",
        {"user_id": "the person", "digest": "the hash of a secret"},
    ),
    ExportedTable(
        "requests.json",
        PrivacyRequest,
        "id kind email name channel concerns language text answer extended_because created_at due_at reminded_at "
        "answered_at closed_at outcome",
        "user_id",
        {"user_id": "the person"},
    ),
    ExportedTable(
        "request_steps.json",
        PrivacyStep,
        "id request_id text created_at",
        "request__user_id",
        {"user_id": "the operator, who is another person", "person": "the operator, who is another person"},
        "created_at",
    ),
    ExportedTable(
        "exports.json",
        Export,
        "id account_id done total size created_at ready_at failed_at expires_at",
        "user_id",
        {"user_id": "the person", "running_key": "whether it is being made"},
    ),
    ExportedTable(
        "operator_log.json",
        OperatorAct,
        "id person act thing detail created_at",
        "user_id",
        {"user_id": "the person", "by_command": "never true for what a person did"},
        "created_at",
    ),
    ExportedTable(
        "operator_looks.json",
        OperatorLook,
        "id person kind thing created_at",
        "user_id",
        {"user_id": "the person", "slot": "the ten minutes in which looks are counted as one"},
        "created_at",
    ),
    ExportedTable(
        "announcements_closed.json",
        AnnouncementDismissal,
        "id announcement_id created_at",
        "user_id",
        {"user_id": "the person"},
        "created_at",
    ),
)
EMAILS = ExportedTable(  # of the address, not of a row of the person
    "emails.json",
    OutgoingEmail,
    "id kind recipient subject sent_at given_up_at created_at",
    "recipient",
    dict.fromkeys(("text", "html", "off_url"), "may hold a secret, and is deleted as soon as it is sent")
    | {"account_id": "for the server's own work"},
)
LEFT_OUT: Mapping[type[Model], str] = {
    MailedLink: "the hash of a link in an email, which is in emails.json, that waits for a click",
    PendingSignUp: "what was typed to open an account that is not open yet; what comes of it is the profile",
    PendingEmail: "the hash of a code in an email, which is in emails.json, that waits an hour for being typed",
    PendingSignIn: "the hash of a code that waits a few minutes in a browser",
    ConfirmationCode: "the hash of a code that waits a few minutes for being typed",
    OauthFlow: "what waits a few minutes for the answer of another service",
    PasskeyChallenge: "a random number that waits a few minutes for a signature",
    IdempotencyKey: "an encrypted answer to a program, for a day; what it tells is in the other files",
    Suppression: "hashes from which nobody can find the address",
    SearchPosition: "a counter",
    BlockedHost: "the operator's list of hosts that no link may lead to",
    BlockList: "the operator's lists of harmful addresses",
    BlockListChunk: "hashes of harmful addresses",
    Report: "words of the person who reported, and not of the account",
    ImportRow: "the rows of a file that the account has itself; what was made of them is in the export",
    Job: "numbers of rows that are to be worked on, without text",
    ConnectFlow: "hashes and a ciphertext that wait a few minutes for the answer of a network",
    DataDeletion: "what a network asked for, without whom it was about",
    ServerApp: "the server's own apps at Mastodon servers",
    NetworkUse: "counters",
    AiRate: "counters of a minute",
    AiModel: "the operator's list of models",
    AiPrice: "the operator's list of prices",
    AiNotice: "what everybody is told of models",
    Upstream: "the operator's providers of models",
    Route: "the operator's ways to models",
    Announcement: "what everybody is told by the operator",
    StoredSetting: "the operator's settings",
    LiveProcess: "processes that serve now",
    ExchangeRate: "what a dollar costs",
    Coupon: "codes of the operator's, which say nothing of who used them",
    ReceiptCounter: "a counter",
    VisitRow: "in statistics/visits.csv, without the number that tells visitors apart",
    DayTotal: "in statistics/figures-<year>.json",
    DayValue: "in statistics/figures-<year>.json",
    Calendar: "the account's time zone, which is in account.json",
    Salt: "a random number of one day",
    VisitFile: "the list of files that hold visits of all accounts",
    VisitFileEdit: "numbers of rows that are to be worked on",
    VisitFileVersion: "a counter",
    JournalPosition: "a position in a file",
    VisitRequest: "hashes of random numbers of one day",
}
