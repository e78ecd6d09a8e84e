"""Every cookie that Kliqs sets; a test compares the table with the code that sets them."""

from typing import NamedTuple

from app.accounts.guest import ABANDONED_AFTER
from app.accounts.known_device import REMEMBERED_FOR
from app.accounts.models import SESSION_LIFETIME
from app.accounts.trusted_browser import TRUSTED_FOR
from app.analytics import exclude_self
from app.kernel.refusal import N_
from app.team import invitation_cookie
from app.web import language

DAY = 24 * 3600


class Cookie(NamedTuple):
    """A row of the table of cookies.

    On https some names begin with `__Host-`. `days` is how long it lasts, 0 until the browser closes.
    """

    name: str
    when: str
    why: str
    days: int


COOKIES = (
    Cookie(
        "kliqs_session",
        N_("When you sign in."),
        N_("Keeps you signed in: a random secret that no script can read."),
        SESSION_LIFETIME.days,
    ),
    Cookie(
        "kliqs_known",
        N_("When you sign in."),
        N_(
            "A random secret by which your account knows this browser again: a sign-in by another one is told to you "
            "by email, and strangers who guess at your password do not keep you out here."
        ),
        REMEMBERED_FOR.days,
    ),
    Cookie(
        "kliqs_passkey",
        N_("When your browser offers or makes a passkey, on the sign-in page too."),
        N_("Ties the passkey to this browser while it is used: a random secret that no script can read."),
        0,
    ),
    Cookie(
        "kliqs_step",
        N_("When you sign in and an authenticator app is on."),
        N_("Says for ten minutes that this browser showed your password and still has to show a code of the app."),
        0,
    ),
    Cookie(
        "kliqs_trusted",
        N_("When you tick that this device is not asked for a code."),
        N_("A random secret by which your account knows that this browser needs no code of the app."),
        TRUSTED_FOR.days,
    ),
    Cookie(
        "kliqs_oauth",
        N_("When you sign in with Google or another provider."),
        N_("A random secret by which the answer of the provider is only taken by the browser where you began."),
        0,
    ),
    Cookie(
        "kliqs_notice",
        N_("When something you did is to be told on the next page."),
        N_("Carries that one message to it, and the way to undo."),
        0,
    ),
    Cookie(
        "kliqs_inbox",
        N_("When you ask for a link or a code by email."),
        N_("Shows this browser, and no other, the page about that email: a random secret that no script can read."),
        0,
    ),
    Cookie(
        "kliqs_guest",
        N_("When you make a page or a link without an account."),
        N_("Lets you change it on this device: the save code, which no script can read."),
        ABANDONED_AFTER.days,
    ),
    Cookie(
        "kliqs_invitation",
        N_("When you open an invitation into a workspace."),
        N_("Keeps the invitation while you sign in or sign up, until you answer it; no script can read it."),
        invitation_cookie.LIFETIME.days,
    ),
    Cookie(
        language.COOKIE,
        N_("When you choose a language yourself."),
        N_("Remembers the language, nothing else."),
        language.COOKIE_MAX_AGE // DAY,
    ),
    Cookie(
        exclude_self.COOKIE,
        N_("When you switch off in the statistics that your own visits count."),
        N_("Says that visits of this browser are not counted."),
        exclude_self.COOKIE_MAX_AGE // DAY,
    ),
)
