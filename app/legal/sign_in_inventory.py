"""Inventory rows for account owners: how they sign in, and what is kept of it."""

from app.accounts.known_device import REMEMBERED_FOR, KnownBrowser
from app.accounts.security_log import KEPT_FOR as SECURITY_LOG_KEPT_FOR
from app.accounts.security_log import SecurityEvent
from app.kernel.refusal import N_
from app.legal.inventory_row import OWNER, SAFETY, SERVICE, InventoryRow
from app.sign_in.mailed_code import KEPT_FOR as CODES_KEPT_FOR
from app.sign_in.mailed_link import LIFETIMES as LINK_LIFETIMES
from app.sign_in.mailed_link import RESTORE
from app.sign_in.models import MailedLink, PendingEmail, PendingSignUp
from app.sign_in.passkeys.models import Passkey, PasskeyChallenge

HOUR = 3600

SIGN_IN_ROWS = (
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
        N_("%(hours)s hour at most; the way back to an old address %(days)s days."),
        N_("Nobody."),
        SERVICE,
        {
            MailedLink: "purpose email digest browser device words next_path sends created_at expires_at",
            PendingSignUp: "email code_digest words tries sends sent_at created_at expires_at browser name "
            "password_hash language terms_seen age_confirmed_at next_path take_along",
            PendingEmail: "email code_digest words tries sends sent_at created_at expires_at",
        },
        {"hours": int(CODES_KEPT_FOR.total_seconds()) // HOUR, "days": LINK_LIFETIMES[RESTORE].days},
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
)
