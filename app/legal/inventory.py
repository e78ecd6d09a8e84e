"""The inventory of personal data: what is stored, why, for how long and who sees it. The privacy policy lists its rows.

A test compares it with the models: every column of every table is in one row or in TECHNICAL.
"""

from collections.abc import Mapping

from tortoise.models import Model

from app.abuse.models import Case, SearchPosition, Suspension
from app.accounts.consent import Consent
from app.accounts.disown import DisownLink
from app.accounts.known_device import KnownBrowser
from app.accounts.models import Account, Membership, Session
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.security_log import SecurityEvent
from app.accounts.trusted_browser import TrustedBrowser
from app.accounts.user import User
from app.analytics.share import Share
from app.audience.models import Subscriber
from app.audience.suppression import Suppression
from app.batch.models import Batch
from app.blocklists.models import BlockedHost, BlockList, BlockListChunk
from app.jobs.models import Job
from app.keys.models import ApiKey, DailyUsage, IdempotencyKey, KeyUsage, LoggedRequest, MonthlyUsage
from app.legal.gateway_inventory import GATEWAY_ROWS, GATEWAY_TECHNICAL
from app.legal.inventory_row import InventoryRow
from app.legal.operator_inventory import OPERATOR_ROWS
from app.legal.owner_inventory import OWNER_ROWS
from app.legal.payment_inventory import PAYMENT_ROWS, PAYMENT_TECHNICAL, TIP_ROWS
from app.legal.publishing_inventory import PUBLISHING_ROWS, PUBLISHING_TECHNICAL
from app.legal.rights_inventory import RIGHTS_ROWS
from app.legal.sign_in_inventory import SIGN_IN_ROWS
from app.legal.visitor_inventory import VISITOR_ROWS
from app.legal.webhook_inventory import WEBHOOK_ROWS, WEBHOOK_TECHNICAL
from app.links.destination_check import DestinationCheck
from app.links.history.models import LinkChange
from app.links.models import Link
from app.links.tag import Tag
from app.links.utm.models import UtmTemplate
from app.mail.models import OutgoingEmail
from app.media.models import Media
from app.names.models import Name
from app.operators.announcement import Announcement, AnnouncementDismissal
from app.operators.live_process import LiveProcess
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct
from app.operators.stored_settings import StoredSetting
from app.pages.models import Page
from app.pages.revision_history import Revision
from app.plans.models import LimitWarning
from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.disclosure import Disclosure, DisclosureNote
from app.privacy.export.export import Export
from app.privacy.planned_deletion import PlannedDeletion
from app.privacy.privacy_request import PrivacyRequest, PrivacyStep
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from app.reports.models import Report
from app.sign_in.models import MailedLink, PendingEmail, PendingSignUp
from app.sign_in.oauth.models import Identity, OauthFlow
from app.sign_in.passkeys.models import Passkey, PasskeyChallenge
from app.sign_in.second_factor.authenticator import Authenticator
from app.sign_in.second_factor.mailed_confirmation_code import ConfirmationCode
from app.sign_in.second_factor.recovery_code import RecoveryCode
from app.team.audit_entry import AuditEntry
from app.team.models import Invitation
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

ROWS: tuple[InventoryRow, ...] = (
    *OWNER_ROWS,
    *PAYMENT_ROWS,
    *TIP_ROWS,
    *PUBLISHING_ROWS,
    *GATEWAY_ROWS,
    *WEBHOOK_ROWS,
    *SIGN_IN_ROWS,
    *OPERATOR_ROWS,
    *RIGHTS_ROWS,
    *VISITOR_ROWS,
)
TECHNICAL: Mapping[type[Model], str] = {  # primary keys, foreign keys, versions and checkpoints: no personal data
    User: "id",
    Account: "id",
    Membership: "id user_id account_id",
    Consent: "id user_id",
    KnownBrowser: "id user_id",
    PlannedDeletion: "id user_id account_id",
    PrivacyRequest: "id user_id",
    PrivacyStep: "id request_id user_id",
    Disclosure: "id account_id user_id",
    DisclosureNote: "id disclosure_id user_id",
    LimitWarning: "id account_id",
    OutgoingEmail: "id account_id",
    Job: "id fence",
    PendingSignIn: "id user_id",
    TrustedBrowser: "id user_id",
    Authenticator: "id user_id",
    RecoveryCode: "id user_id",
    ConfirmationCode: "id session_id",
    SecurityEvent: "id user_id",
    OperatorAct: "id user_id",
    OperatorLook: "id user_id",
    Announcement: "id kind title_id title_en text_id text_en from_at until_at by_mail "
    "mailed_at withdrawn_at created_at",
    AnnouncementDismissal: "id announcement_id user_id",
    StoredSetting: "name value previous version changed_at",
    LiveProcess: "id host pid version started_at seen_at",
    AuditEntry: "id account_id user_id",
    DisownLink: "id user_id",
    Session: "id user_id account_id",
    MailedLink: "id user_id",
    PendingSignUp: "id",
    PendingEmail: "id user_id",
    Passkey: "id user_id",
    PasskeyChallenge: "id user_id",
    Identity: "id user_id",
    OauthFlow: "id user_id",
    Share: "id account_id link_id tag_id",
    Subscriber: "id account_id page_id",
    Suppression: "id page_id",
    Batch: "id account_id",
    Export: "id user_id account_id running_key done total",
    ImportRun: "id account_id user_id done total",
    ImportRow: "id run_id made_id undone_at drop_used",
    ApiKey: "id account_id made_by_id replaced_by_id parent_id",
    LoggedRequest: "id account_id key_id",
    Invitation: "id account_id invited_by_id",
    MonthlyUsage: "id account_id",
    IdempotencyKey: "id account_id",
    KeyUsage: "id key_id",
    DailyUsage: "id key_id",
    Link: "id account_id page_id post_variant_id version",
    LinkChange: "id link_id user_id",
    UtmTemplate: "id account_id",
    DestinationCheck: "id account_id link_id",
    Tag: "id account_id",
    Media: "id account_id",
    Name: "id account_id link_id page_id",
    Page: "id account_id version",
    Revision: "id page_id",
    QrCode: "id account_id link_id name_id page_id logo_id version",
    SavedStyle: "id account_id logo_id",
    Report: "id link_id page_id",
    Case: "id account_id link_id page_id decided_by_id version",
    Suspension: "id account_id decided_by_id version",
    SearchPosition: "id name position",
    BlockedHost: "id host reason note created_at lifted_at change",
    BlockList: "id name url format generation entries etag last_modified created_at updated_at tried_at failure",
    BlockListChunk: "id list_id generation prefix hashes",
    VisitRow: "link account",
    DayTotal: "account link",
    DayValue: "account link",
    Salt: "id",
    Calendar: "account zone kept_from",
    VisitFile: "name content first_day end_day rows bytes last_edit layout written_at",
    VisitFileEdit: "id account link new_account made_at",
    VisitFileVersion: "id version fence",
    JournalPosition: "id journal segment bytes last_id",
    VisitRequest: "request at taken_from",
    **PAYMENT_TECHNICAL,
    **PUBLISHING_TECHNICAL,
    **GATEWAY_TECHNICAL,
    **WEBHOOK_TECHNICAL,
}
# a random key; request metrics; the demo's invented people; copies of files of S3 while a program reads them; the
# countries of networks
TECHNICAL_FILES = ("secret", "metrics", "demo", "work", "geo")
