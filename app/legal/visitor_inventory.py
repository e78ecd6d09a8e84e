"""Inventory rows for people who follow a link, open a page, subscribe or report, and for every request."""

from app.abuse.case import Case
from app.abuse.suspension import Suspension
from app.accounts.models import Account
from app.audience.models import MAX_PENDING, Subscriber
from app.audience.suppression import UNDO_WINDOW, Suppression
from app.jobs.models import FAILED_KEPT, FINISHED_KEPT, Job
from app.kernel.refusal import N_
from app.legal.inventory_row import CONSENT, COUNTING, OPERATOR, OWNER, SAFETY, SERVICE, InventoryRow
from app.links.models import Link
from app.mail.delivery import MAX_TRIES
from app.mail.models import RETENTION, OutgoingEmail
from app.names.models import Name
from app.pages.models import Page
from app.plans.plan_limits import PLANS
from app.qr.models import QrCode
from app.reports.models import Report
from app.reports.models import by_address as longest_limit
from app.visits.models import DayTotal, DayValue, Salt, VisitRequest, VisitRow

VISITOR_ROWS = (
    InventoryRow(
        "visits",
        N_(
            "Of a visit to a short link: the time, click or scan, person or program, the host it came from, "
            "UTM parameters, country (city only with a database of the operator's), device, browser, system "
            "and language. Of a visit to a bio page and the links on it: the time, and on paid plans the "
            "country and the host it came from."
        ),
        N_("So that whoever made the link or page can see how it does."),
        N_(
            "Free plan and without an account: %(free)s days. Starter: %(starter)s, Pro: %(pro)s, Business: "
            "%(business)s. After that nobody sees them any more, and within seven more days they are deleted; only "
            "totals stay."
        ),
        N_("Whoever made the link, those they share statistics with, and the operator."),
        COUNTING,
        {
            VisitRow: "id kind who referrer utm_source utm_medium utm_campaign utm_term utm_content country "
            "city device "
            "browser system language placement rule variant"
        },
        {plan.name: plan.visits_kept for plan in PLANS.values()},
        ("visits",),
    ),
    InventoryRow(
        "visitor",
        N_(
            "A number that tells unique visitors of one day apart: a hash of address, browser and language "
            "under a random key that is new every day."
        ),
        N_("To count people, not page views."),
        N_("The key is erased when its day is over (UTC): from then on nobody can find out whose number it was."),
        N_("Nobody; shown are only counts."),
        COUNTING,
        {VisitRow: "visitor", VisitRequest: "fingerprint", Salt: "day salt"},
    ),
    InventoryRow(
        "totals",
        N_("Counts by link, page, QR code, day, country, device and so on. Nobody stands in them."),
        N_("So that statistics stay when single visits go."),
        N_("As long as the link or page, or the account, exists."),
        OWNER,
        COUNTING,
        {
            DayTotal: "who day clicks scans views visitors",
            DayValue: "who dimension day value clicks scans views",
            Link: "admitted followed scans last_followed_at",
            Page: "views last_viewed_at",
            QrCode: "scans last_scanned_at",
        },
    ),
    InventoryRow(
        "subscribers",
        N_(
            "The email that somebody enters on a bio page, the words they agreed to, their language, and "
            "when they confirmed or left."
        ),
        N_("So that the owner of the page can write to them."),
        N_("Until they or the owner of the page delete it; what is not confirmed, %(days)s days."),
        N_("The owner of the page, who may export it, and the operator."),
        CONSENT,
        {
            Subscriber: "email consent asked_consent language token_digest confirmed_at unsubscribed_at created_at "
            "search"
        },
        {"days": MAX_PENDING.days},
    ),
    InventoryRow(
        "suppressions",
        N_(
            "That somebody left the list of a page, or was deleted from it: a keyed hash of page and "
            "address, from which nobody can find the address, and when."
        ),
        N_("So that nobody else can put them on it again: who left comes back only by confirming an email."),
        N_(
            "As long as the page exists. Of those whom the owner of the page deleted and who had not left: %(hours)s "
            "hour."
        ),
        N_("Nobody."),
        SAFETY,
        {Suppression: "email_digest token_digest unsubscribed_at erased_at created_at"},
        {"hours": int(UNDO_WINDOW.total_seconds()) // 3600},
    ),
    InventoryRow(
        "reports",
        N_("What somebody reports to the operator: the link or page, the reason and their words. Not who."),
        N_("To stop abuse."),
        N_("As long as the link or page exists."),
        OPERATOR,
        SAFETY,
        {Report: "name reason words created_at closed_at"},
    ),
    InventoryRow(
        "abuse_cases",
        N_(
            "What is reported about a link or page, or found in it, as one case: what is striking about it, what it "
            "showed, the operator's decision with reason, note and answer, who decided, and the owner's objection."
        ),
        N_("To stop abuse, to tell the owner why, and to look again when they object."),
        N_("As long as the link or page, or the account, exists."),
        N_("The operator; the owner sees the decision and their own objection."),
        SAFETY,
        {
            Case: "name state kind reports urgency signals content opened_at changed_at decided_at reason note "
            "blocked_host stopped_account before_state objection objected_at answer answered_at",
            Account: "links_stopped_at",
        },
    ),
    InventoryRow(
        "suspensions",
        N_(
            "That the operator suspended an account: since when and until when, what it stops, the reason, note and "
            "answer, who decided, and the owner's objection."
        ),
        N_("To stop abuse, to tell the owner why, and to look again when they object."),
        N_("As long as the account exists."),
        N_("The operator; the owner sees the decision and their own objection."),
        SAFETY,
        {
            Suspension: "level reason note begun_at until ended_at ending objection objected_at answer answered_at",
            Account: "suspended_at suspended_until hidden_at",
        },
    ),
    InventoryRow(
        "blocks",
        N_("That the operator blocked a link or page, when and why."),
        N_("To stop abuse, and to say why."),
        N_("Until the block is lifted, or the link or page is gone."),
        N_("Everybody who opens it."),
        SAFETY,
        {Link: "blocked_at blocked_why", Page: "blocked_at blocked_why", Name: "barred_by"},
    ),
    InventoryRow(
        "address",
        N_(
            "The network address (IP) of a request, in memory only. To limit guessing and floods, a hash of it is "
            "counted; the random number that it is made with is forgotten every day."
        ),
        N_("To find the country, and to limit guessing and floods."),
        N_("For the request; the hash for at most %(minutes)s minutes. The address itself is written nowhere."),
        N_("Nobody."),
        SAFETY,
        facts={"minutes": longest_limit.seconds // 60},
    ),
    InventoryRow(
        "journal",
        N_(
            "Visits that were just answered, with what the browser says of itself and its languages, not "
            "taken into the database yet. Where the operator has several machines, they may be copied to the storage "
            "of files, too."
        ),
        N_("So that no visit is lost when the server stops or a machine breaks."),
        N_("Seconds; while the database or the machine is away, until the visits are taken in."),
        OPERATOR,
        COUNTING,
        files=("journal", "shipped"),
    ),
    InventoryRow(
        "letters",
        N_("Emails that wait to be sent: the address, the subject and the text."),
        N_("So that a slow mail server slows nobody, and none is sent twice."),
        N_("The text until it is sent, after %(tries)s tries at the latest; address and subject %(days)s days."),
        OPERATOR,
        SERVICE,
        {OutgoingEmail: "kind recipient subject text html off_url sent_at given_up_at created_at"},
        {"tries": MAX_TRIES, "days": RETENTION.days},
    ),
    InventoryRow(
        "jobs",
        N_(
            "What the server has to do later, or did: the kind of work, the numbers of the rows it is about, "
            "when, and why it failed. No text and no address."
        ),
        N_("So that nothing that was begun is lost or done twice, and the operator sees what failed."),
        N_("%(days)s days after it was done; when it failed, %(failed)s days."),
        OPERATOR,
        SERVICE,
        {Job: "kind payload unique_key due_at tries begun_at lost_at done total reason outcome ended_at created_at"},
        {"days": FINISHED_KEPT.days, "failed": FAILED_KEPT.days},
    ),
    InventoryRow(
        "logs",
        N_(
            "Of every request: time, kind of address, status, duration and a random number. No network address, "
            "no text, no key."
        ),
        N_("To find and mend faults."),
        N_("As long as the operator keeps the server's logs."),
        OPERATOR,
        SAFETY,
    ),
    InventoryRow(
        "backups",
        N_("Copies of the database and the pictures, without the keys of the day."),
        N_("So that nothing is lost when a machine breaks."),
        N_("As long as the operator keeps backups."),
        OPERATOR,
        SAFETY,
    ),
)
