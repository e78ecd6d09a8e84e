"""The settings and commands of an installation, as the documentation lists them."""

from typing import NamedTuple

from app.kernel.config import Config
from app.kernel.oauth_settings import OIDC_PARTS
from app.kernel.refusal import N_


class Setting(NamedTuple):
    """A setting with its default (empty when it has none) and its untranslated English description."""

    name: str
    default: str
    description: str


def list_settings() -> list[Setting]:
    """Returns every setting, in the order of the fields of Config; those of OpenID providers have NAME in them."""
    settings = []
    for name, field in Config.model_fields.items():
        if name == "oidc":
            settings += [Setting(f"KLIQS_OIDC_NAME_{part}", "", words) for part, words in OIDC_PARTS.items()]
        else:
            settings.append(Setting(f"KLIQS_{name.upper()}", str(field.default), field.description or ""))
    return settings


COMMANDS = (
    ("kliqs serve", N_("Runs the server until it is told to stop; requests under way are finished first.")),
    (
        "kliqs restart",
        N_(
            "Replaces the running server by the installed version without refusing a connection, and says whether it "
            "took over."
        ),
    ),
    (
        "kliqs upgrade check",
        N_(
            "Says what an upgrade to this version would do and whether the running one can go on meanwhile; changes "
            "nothing."
        ),
    ),
    (
        "kliqs demo",
        N_(
            "Makes a small world to look at: three accounts with links and a bio page. With --read-only it "
            "serves one of its own that everybody may look at and nobody can change."
        ),
    ),
    (
        "kliqs account create",
        N_("Opens an account; without a password of yours it prints a link with which its owner chooses one."),
    ),
    ("kliqs account add-workspace", N_("Opens a further workspace for somebody who has an account.")),
    ("kliqs account show", N_("Shows an account with its plan and what it has used.")),
    (
        "kliqs account password",
        N_("Signs somebody out everywhere and prints a link, for a day, with which they choose a new password."),
    ),
    ("kliqs account sign-out", N_("Ends every session of a person, or with --everybody of all people.")),
    (
        "kliqs account second-factor off",
        N_("Turns the authenticator app of a person off who lost it and the recovery codes; they are told by email."),
    ),
    ("kliqs account limits", N_("Sets an account's plan, or limits of its own that go before the plan's.")),
    (
        "kliqs account suspend",
        N_(
            "Suspends an account with a reason: nothing in it is changed, made or sent, until you lift it or for some "
            "days; its owners may object."
        ),
    ),
    ("kliqs account lift", N_("Lifts the suspension of an account.")),
    ("kliqs account uphold", N_("Answers the objection to a suspension and leaves the account suspended.")),
    (
        "kliqs account delete",
        N_(
            "Deletes somebody with every workspace that is theirs alone, after 14 days in which they can undo it; with "
            "--at-once, or --under-age for somebody too young, without them."
        ),
    ),
    ("kliqs key create", N_("Makes an API key for an account and prints it this once.")),
    ("kliqs key revoke", N_("Revokes an API key.")),
    ("kliqs link block", N_("Blocks a link: visitors get 451 and the reason you give.")),
    ("kliqs link unblock", N_("Lets a blocked link lead on again.")),
    ("kliqs page block", N_("Blocks a bio page: visitors get 451 and the reason you give.")),
    ("kliqs page unblock", N_("Shows a blocked bio page again.")),
    ("kliqs reports list", N_("Lists what visitors reported and nobody has closed.")),
    ("kliqs reports close", N_("Closes a report that has been dealt with.")),
    ("kliqs abuse list", N_("Lists reports and findings as cases, the most urgent first.")),
    ("kliqs abuse show", N_("Shows a case: where its target leads, what is striking, and what people wrote.")),
    ("kliqs abuse block", N_("Blocks a link or bio page with a reason; its owner is told and can object.")),
    ("kliqs abuse allow", N_("Closes the reports about a link or bio page.")),
    ("kliqs abuse restore", N_("Frees what was blocked, with an answer to the owner.")),
    ("kliqs abuse host list", N_("Lists the hosts that no link may lead to.")),
    ("kliqs abuse host block", N_("Blocks a host, and all below it, for everybody.")),
    ("kliqs abuse host lift", N_("Ends the block of a host.")),
    ("kliqs abuse lists list", N_("Lists the block lists with their entries and last updates.")),
    ("kliqs abuse lists add", N_("Adds a block list from an address or a file.")),
    ("kliqs abuse lists remove", N_("Removes a block list.")),
    ("kliqs abuse lists update", N_("Reads a block list from its address now.")),
    ("kliqs requests list", N_("Lists requests of people about their data, those due first at the beginning.")),
    ("kliqs requests show", N_("Shows a request with what was written and answered.")),
    ("kliqs requests answer", N_("Sends an answer to a request by email.")),
    ("kliqs requests extend", N_("Takes two months more for an answer, once, and tells why.")),
    ("kliqs requests close", N_("Closes a request; it is kept for a year.")),
    ("kliqs mail list", N_("Lists the emails of the last week, to every recipient.")),
    ("kliqs mail show", N_("Shows what an email says that has not been sent yet.")),
    (
        "kliqs jobs list",
        N_("Lists what waits to be done, runs or failed, and why it failed; with --state finished what was done."),
    ),
    ("kliqs jobs retry", N_("Tries failed jobs again.")),
    ("kliqs jobs cancel", N_("Cancels jobs that wait or run; one that runs is stopped within a minute.")),
    ("kliqs jobs run", N_("Does what is due, also without a server; serving does it by itself.")),
    ("kliqs webhooks list", N_("Lists webhook endpoints with their state and how many events wait for them.")),
    ("kliqs webhooks off", N_("Turns a webhook endpoint off, such as one that answers too slowly.")),
    ("kliqs operator add", N_("Opens the operator's pages to somebody with a verified address.")),
    ("kliqs operator remove", N_("Closes the operator's pages to somebody, in every session at once.")),
    ("kliqs operator list", N_("Lists who the operator's pages are open to.")),
    (
        "kliqs settings list",
        N_("Lists the settings that change while the servers run, with their values and what the environment sets."),
    ),
    ("kliqs settings set", N_("Changes one; running servers follow within a second.")),
    ("kliqs settings unset", N_("Gives one its default again.")),
    ("kliqs settings undo", N_("Gives one the value that it had before its last change.")),
    ("kliqs payments list", N_("Lists orders, also only those in a state, of a provider or a buyer, or to look at.")),
    ("kliqs payments show", N_("Shows an order with its receipt, its refunds and what was heard about it.")),
    ("kliqs payments mark-paid", N_("Confirms that an order is paid, such as by transfer; the plan begins.")),
    ("kliqs payments refund", N_("Notes that money was paid back; all of it ends the period that was bought.")),
    ("kliqs payments pay-back", N_("Notes that what came of an underpaid order was paid back, which ends it.")),
    ("kliqs payments second-payment", N_("Books a further payment of an order, which buys the same period again.")),
    ("kliqs payments seen", N_("Takes an order off the list of those to look at.")),
    ("kliqs payments check", N_("Asks the payment service about an order now.")),
    ("kliqs payments replay", N_("Does once more what a stored report said; nothing is credited twice.")),
    ("kliqs payments test", N_("Calls each payment service that is set up, without moving money.")),
    ("kliqs payments sums", N_("Prints the payments and refunds of each month as CSV, for the books.")),
    ("kliqs payments coupon create", N_("Makes a code that takes off a percentage or an amount.")),
    ("kliqs payments coupon list", N_("Lists the codes, and how often each was used.")),
    ("kliqs payments coupon stop", N_("Stops a code; orders that have it keep it.")),
    ("kliqs payments rate show", N_("Shows what a US dollar costs in rupiah here, and since when.")),
    ("kliqs payments rate set", N_("Sets what a US dollar costs; running servers use it within a minute.")),
    (
        "kliqs gateway upstream add",
        N_("Adds a service that runs AI models; its credential is asked for and stored encrypted."),
    ),
    ("kliqs gateway upstream list", N_("Lists the services that run AI models.")),
    ("kliqs gateway upstream test", N_("Asks a service which models your credential may use, which costs nothing.")),
    ("kliqs gateway upstream change", N_("Changes where a service runs, or whether it takes own credentials.")),
    (
        "kliqs gateway upstream move",
        N_("Changes the address of a service; at another server it needs a new credential."),
    ),
    ("kliqs gateway upstream rotate", N_("Replaces the credential of a service.")),
    ("kliqs gateway upstream on", N_("Uses a service again.")),
    ("kliqs gateway upstream off", N_("Uses a service no longer, with every route to it.")),
    (
        "kliqs gateway model add",
        N_("Adds an AI model with its first route, switched off, with the price that genai-prices has for it."),
    ),
    ("kliqs gateway model list", N_("Lists AI models with their prices, margins and routes.")),
    ("kliqs gateway model on", N_("Offers an AI model to everybody, with your margin on top of its price.")),
    ("kliqs gateway model off", N_("Offers an AI model no longer, at once.")),
    ("kliqs gateway model margin", N_("Sets what is on top of the price of an AI model, in percent.")),
    ("kliqs gateway model price", N_("Sets what an AI model costs from now on, in dollars.")),
    ("kliqs gateway model deprecate", N_("Announces the last day of an AI model, 90 days ahead.")),
    ("kliqs gateway route add", N_("Adds a further way to an AI model, such as for when the first one fails.")),
    ("kliqs gateway route list", N_("Lists the ways to AI models in the order in which they are tried.")),
    ("kliqs gateway route on", N_("Uses a route again, as if it had not failed.")),
    ("kliqs gateway route off", N_("Uses a route no longer.")),
    (
        "kliqs gateway route weight",
        N_("Changes the share of a route among those of equal priority, and how long its provider may take."),
    ),
    ("kliqs gateway prices diff", N_("Shows which prices of AI models the installed genai-prices has otherwise.")),
    ("kliqs gateway prices accept", N_("Takes such prices; what was used before keeps its price.")),
    ("kliqs gateway notice add", N_("Tells everybody who uses AI models about a change, in both languages.")),
    ("kliqs gateway notice list", N_("Lists what is shown to everybody who uses AI models.")),
    ("kliqs gateway notice remove", N_("Removes a notice that you wrote from the dashboards.")),
    ("kliqs gateway credits give", N_("Gives a workspace credits for AI models, or takes them back.")),
    ("kliqs gateway request", N_("Shows how a request to an AI model ended and what it cost, without its content.")),
    (
        "kliqs gateway content",
        N_("Reads the content that a key keeps of a request; the owners see that, and the reason, in their audit log."),
    ),
    (
        "kliqs guests sweep",
        N_("Deletes what was made without an account and left alone for 90 days; serving does it every day."),
    ),
    ("kliqs geoip install", N_("Asks your own country or city database before the one that comes with Kliqs.")),
    ("kliqs geoip show", N_("Shows which country and city databases are asked, and of what date they are.")),
    (
        "kliqs visits seal",
        N_("Moves the visits of days that are over into files; a running server does it every hour."),
    ),
    ("kliqs visits purge", N_("Deletes visits older than their account's plan keeps them; totals stay.")),
    (
        "kliqs visits ingest",
        N_("Brings visits that a stopped server left in its journal or shipped to the storage into the database."),
    ),
    ("kliqs media sweep", N_("Deletes pictures that nothing has used for a day; a running server does it by itself.")),
    (
        "kliqs storage move",
        N_("Copies all files between the data directory and S3 and compares every byte; with --check only compares."),
    ),
    ("kliqs storage check", N_("Compares the files with the rows that name them, and says what is missing or left.")),
    (
        "kliqs doctor",
        N_(
            "Checks settings, database, disk and who can read its files, and says what is wrong; with "
            "--mend it puts counters and permissions right."
        ),
    ),
    (
        "kliqs reencrypt",
        N_(
            "Encrypts everything again under the newest secret, so that an old one can be removed from "
            "KLIQS_SECRET_KEY."
        ),
    ),
    ("kliqs migrate", N_("Brings the database up to this version; serving does it by itself.")),
    ("kliqs migrations make", N_("Writes a migration after the models changed; for those who work on Kliqs.")),
    (
        "kliqs backup write",
        N_("Writes everything into one new file, or to KLIQS_BACKUP_URL; the word write may be left out."),
    ),
    (
        "kliqs backup verify",
        N_("Restores a backup into a scratch database and compares every row and file with what was recorded."),
    ),
    ("kliqs backup list", N_("Lists the backups at KLIQS_BACKUP_URL, and which of them were verified.")),
    ("kliqs restore", N_("Restores a backup file into an empty database, SQLite or PostgreSQL.")),
)
