"""Inventory rows for account owners: how they sign in, and what is kept of it."""

from app.accounts.disown import VALID_FOR as DISOWN_VALID_FOR
from app.accounts.disown import DisownLink
from app.accounts.known_device import REMEMBERED_FOR, KnownBrowser
from app.accounts.models import SESSION_LIFETIME, Session
from app.accounts.pending_sign_in import VALID_FOR as PENDING_FOR
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.security_log import KEPT_FOR as SECURITY_LOG_KEPT_FOR
from app.accounts.security_log import SecurityEvent
from app.accounts.trusted_browser import TRUSTED_FOR, TrustedBrowser
from app.accounts.user import User
from app.kernel.refusal import N_
from app.legal.inventory_row import OWNER, SAFETY, SERVICE, WHILE_ACCOUNT, InventoryRow
from app.sign_in.mailed_code import KEPT_FOR as CODES_KEPT_FOR
from app.sign_in.mailed_link import LIFETIMES as LINK_LIFETIMES
from app.sign_in.mailed_link import RESTORE, SIGN_IN
from app.sign_in.models import MailedLink, PendingEmail, PendingSignUp
from app.sign_in.oauth.flow import LIFETIME as OAUTH_LIFETIME
from app.sign_in.oauth.models import Identity, OauthFlow
from app.sign_in.passkeys.models import Passkey, PasskeyChallenge
from app.sign_in.second_factor.authenticator import Authenticator
from app.sign_in.second_factor.mailed_confirmation_code import ConfirmationCode
from app.sign_in.second_factor.recovery_code import RecoveryCode

HOUR = 3600

SIGN_IN_ROWS = (
    InventoryRow(
        "password",
        N_("Your password, as a hash that nobody can read back (Argon2id)."),
        N_("To let you in, and nobody else."),
        WHILE_ACCOUNT,
        N_("Nobody."),
        SERVICE,
        {User: "password_hash"},
    ),
    InventoryRow(
        "passkeys",
        N_(
            "Your passkeys: their public keys, the host they were made for, how often each has signed, when it was "
            "added and last used, whether it is copied to your other devices, and the name you gave it. Your "
            "fingerprint and your face never leave your device."
        ),
        N_("To let you in without a password, and to show you what else does."),
        N_("Until you remove them, or as long as the account exists."),
        OWNER,
        SERVICE,
        {Passkey: "rp_id credential_id public_key user_handle sign_count name backed_up created_at last_used_at"},
    ),
    InventoryRow(
        "passkey_challenges",
        N_("The random number that your browser signs with a passkey, as a hash, and a hash of its cookie."),
        N_("So that no signature works twice, or from another browser."),
        N_("Until it is used, or about an hour."),
        N_("Nobody."),
        SAFETY,
        {PasskeyChallenge: "digest purpose browser_digest user_handle expires_at"},
    ),
    InventoryRow(
        "awaited_emails",
        N_(
            "What waits for an email that somebody asked for with your address: the address, the family of browser and "
            "system, two random words, how often it was sent, and hashes of its link or code and of a cookie; for a "
            "sign-up also the name, the language, when the age was stated, and the password as a hash."
        ),
        N_("To let you in by email, to make sure that an address is yours, and to put an old one back."),
        N_(
            "%(hours)s hour at most; a sign-in link works %(link_minutes)s minutes, the way back to an old address "
            "%(days)s days."
        ),
        N_("Nobody."),
        SERVICE,
        {
            MailedLink: "purpose email digest browser device words next_path sends created_at expires_at",
            PendingSignUp: "email code_digest words tries sends sent_at created_at expires_at browser name "
            "password_hash language terms_seen age_confirmed_at next_path take_along",
            PendingEmail: "email code_digest words tries sends sent_at created_at expires_at",
        },
        {
            "hours": int(CODES_KEPT_FOR.total_seconds()) // HOUR,
            "days": LINK_LIFETIMES[RESTORE].days,
            "link_minutes": int(LINK_LIFETIMES[SIGN_IN].total_seconds()) // 60,
        },
    ),
    InventoryRow(
        "identities",
        N_(
            "Sign-ins that you connected, such as Google or GitHub: which provider, your number and your email there, "
            "when you connected it and used it last."
        ),
        N_("To let you in with an account that you have elsewhere."),
        N_("Until you disconnect it, or as long as the account exists."),
        OWNER,
        SERVICE,
        {Identity: "issuer subject label email created_at used_at"},
    ),
    InventoryRow(
        "oauth_flows",
        N_(
            "A sign-in with a provider that is under way: hashes of its secrets, where it leads, and until you have "
            "answered our question what the provider said: your number, email and name there; a form that waits for "
            "it."
        ),
        N_("To make sure that the answer of the provider is for you and is taken once."),
        N_("%(minutes)s minutes; it is deleted within an hour after that."),
        N_("Nobody."),
        SERVICE,
        {
            OauthFlow: "purpose provider session_id state_digest nonce_digest browser_digest next_path typed issuer "
            "subject email email_verified name created_at expires_at used_at finished_at"
        },
        {"minutes": int(OAUTH_LIFETIME.total_seconds() // 60)},
    ),
    InventoryRow(
        "sessions",
        N_(
            "Where you are signed in: family of browser and system, the country, when it began and was last used, and "
            "a hash of the secret in your cookie."
        ),
        N_("To keep you signed in, and to let you end it from anywhere."),
        N_("%(days)s days after you signed in, or until you sign out."),
        OWNER,
        SERVICE,
        {Session: "digest device country created_at confirmed_at last_seen_at expires_at"},
        {"days": SESSION_LIFETIME.days},
    ),
    InventoryRow(
        "security_log",
        N_(
            "What happened with your sign-in: sign-ins and failed ones, changes of your password, your email and your "
            "devices, each with its time, the family of browser and system, the country, and, of what you did "
            "yourself, the IP address it came from."
        ),
        N_("To show you whether somebody else got in, or tried to."),
        N_("%(days)s days."),
        N_("You."),
        SAFETY,
        {SecurityEvent: "kind detail device address country times merged_in created_at"},
        {"days": SECURITY_LOG_KEPT_FOR.days},
    ),
    InventoryRow(
        "disowning",
        N_("For the link “This was not me” in security emails: a hash of it."),
        N_("To let you shut everybody out who is not you."),
        N_("%(days)s days, or until you use it."),
        N_("Nobody."),
        SAFETY,
        {DisownLink: "digest expires_at"},
        {"days": DISOWN_VALID_FOR.days},
    ),
    InventoryRow(
        "browsers",
        N_(
            "Browsers that have signed in to your account: a hash of a random cookie and the day of the "
            "last sign-in. No address, and nothing of what the browser is."
        ),
        N_(
            "To write to you when one signs in that has not before, and to let you in with one of them while strangers "
            "who guess at your password are kept out."
        ),
        N_("%(days)s days after its last sign-in, or until you change your password."),
        N_("Nobody."),
        SAFETY,
        {KnownBrowser: "digest seen_at"},
        {"days": REMEMBERED_FOR.days},
    ),
    InventoryRow(
        "second_factor",
        N_(
            "If you turn on an authenticator app: its key, encrypted, when you turned it on, which of its codes was "
            "used last, and your recovery codes as hashes."
        ),
        N_("To ask for a code of the app when somebody signs in as you."),
        N_("Until you turn it off; a recovery code until you use it."),
        N_("Nobody."),
        SAFETY,
        {Authenticator: "secret last_step created_at", RecoveryCode: "digest created_at"},
    ),
    InventoryRow(
        "trusted_browsers",
        N_(
            "Browsers in which you do not want to be asked for a code: a hash of a random cookie, the family of "
            "browser and system, and the day."
        ),
        N_("To let you in there without a code of the app, and to let you end that."),
        N_("%(days)s days, or until you end it, change your password or turn the app off."),
        OWNER,
        SAFETY,
        {TrustedBrowser: "digest device created_at expires_at"},
        {"days": TRUSTED_FOR.days},
    ),
    InventoryRow(
        "pending_sign_ins",
        N_(
            "A sign-in that waits for the code of the app, and a code mailed to you so that you confirm who you are: "
            "hashes, and how many tries are left."
        ),
        N_("To let in nobody who has only one of the two."),
        N_("%(minutes)s minutes, then they work no longer and are deleted within the hour."),
        N_("Nobody."),
        SAFETY,
        {PendingSignIn: "digest tries_left expires_at", ConfirmationCode: "digest tries_left expires_at"},
        {"minutes": int(PENDING_FOR.total_seconds() // 60)},
    ),
)
