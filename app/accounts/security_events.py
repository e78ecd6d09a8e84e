"""The kinds of events in the security log: the icon, tone and sentence with which each is shown."""

from collections.abc import Mapping
from typing import NamedTuple

from app.accounts.security_log import SIGN_IN_REFUSED, SecurityEvent
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext, ngettext
from app.kernel.refusal import N_


class EventKind(NamedTuple):
    """A kind of event. `tone` is that of the dot: "good", "warm", "bad" or "". `sentence` may contain `%(detail)s`."""

    icon: str
    sentence: str
    tone: str = ""


EVENTS: Mapping[str, EventKind] = {
    "signed_in": EventKind("check", N_("Signed in"), "good"),
    "signed_in_by_passkey": EventKind("fingerprint", N_("Signed in with a passkey"), "good"),
    SIGN_IN_REFUSED: EventKind("x", N_("Wrong password, refused"), "bad"),
    "password_changed": EventKind("lock", N_("Password changed"), "warm"),
    "email_changed": EventKind("mail", N_("Email address changed"), "warm"),
    "email_verified": EventKind("mail-check", N_("Email address verified"), "good"),
    "email_restored": EventKind("mail", N_("Old email address put back"), "warm"),
    "password_reset": EventKind("lock", N_("New password chosen by a link in an email"), "warm"),
    "reset_link_sent": EventKind("mail", N_("Link to choose a new password sent, asked for by %(detail)s")),
    "sign_in_link_sent": EventKind("mail", N_("Sign-in link sent, asked for by %(detail)s")),
    "sign_in_link_used": EventKind("mail-check", N_("Sign-in link used")),
    "passkey_added": EventKind("fingerprint", N_("Passkey added: %(detail)s"), "warm"),
    "passkey_removed": EventKind("fingerprint", N_("Passkey removed: %(detail)s"), "warm"),
    "passkey_refused": EventKind("fingerprint", N_("Passkey refused, it may be a copy: %(detail)s"), "bad"),
    "signed_out_elsewhere": EventKind("logout", N_("Other devices signed out")),
    "identity_connected": EventKind("link", N_("%(detail)s connected to sign in with"), "warm"),
    "identity_disconnected": EventKind("link-off", N_("%(detail)s disconnected")),
    "disowned": EventKind("shield-check", N_("“This was not me” was chosen in an email"), "bad"),
    "authenticator_on": EventKind("shield-check", N_("Authenticator app turned on"), "good"),
    "authenticator_moved": EventKind("shield-check", N_("Authenticator app moved to another phone"), "warm"),
    "authenticator_off": EventKind("shield-check", N_("Authenticator app turned off"), "warm"),
    "new_recovery_codes": EventKind("refresh", N_("New recovery codes made")),
    "recovery_code_used": EventKind("shield-check", N_("Recovery code used"), "warm"),
    "browser_trusted": EventKind("browser", N_("A browser is not asked for a code for 30 days")),
    "wrong_code": EventKind("x", N_("Wrong code of the app or wrong recovery code"), "bad"),
    "wrong_codes": EventKind("x", N_("Right password, then five wrong codes"), "bad"),
    "tips_connected": EventKind("link", N_("Payment service for tips connected"), "warm"),
    "tips_disconnected": EventKind("link-off", N_("Payment service for tips disconnected"), "warm"),
    "network_connected": EventKind("plug-connected", N_("Connected to publish: %(detail)s")),
    "network_disconnected": EventKind("link-off", N_("Disconnected from publishing: %(detail)s")),
    "key_made": EventKind("key", N_("API key “%(detail)s” made")),
    "key_revoked": EventKind("key", N_("API key “%(detail)s” revoked")),
    "webhook_secret_shown": EventKind("eye", N_("Signing secret of the webhook to %(detail)s shown"), "warm"),
    "webhook_secret_replaced": EventKind("refresh", N_("Signing secret of the webhook to %(detail)s replaced"), "warm"),
    "export_requested": EventKind("file-text", N_("Export of your data asked for"), "warm"),
    "export_downloaded": EventKind("download", N_("Export of your data downloaded"), "warm"),
    "import_uploaded": EventKind("arrow-up", N_("Export brought into “%(detail)s”")),
    "deletion_planned": EventKind("trash", N_("Deletion of your account planned"), "bad"),
    "deletion_undone": EventKind("arrow-back-up", N_("Deletion of your account undone"), "good"),
    "workspace_deletion_planned": EventKind("trash", N_("Deletion of %(detail)s planned"), "bad"),
    "workspace_deletion_undone": EventKind("arrow-back-up", N_("Deletion of %(detail)s undone"), "good"),
    "workspace_frozen": EventKind("player-pause", N_("%(detail)s frozen")),
    "workspace_unfrozen": EventKind("player-play", N_("%(detail)s no longer frozen")),
    "workspace_joined": EventKind("users", N_("Joined the workspace %(detail)s"), "good"),
    "workspace_left": EventKind("users", N_("Left the workspace %(detail)s")),
    "workspace_removed": EventKind("users", N_("Removed from the workspace %(detail)s"), "warm"),
    "workspace_role": EventKind("users", N_("Role changed in the workspace %(detail)s")),
    "operator_added": EventKind("shield-check", N_("You became an operator of this installation"), "warm"),
    "operator_removed": EventKind("shield-check", N_("You are no operator of this installation any more"), "warm"),
    "operator_password": EventKind("lock", N_("The operator set a new password"), "warm"),
    "operator_password_link": EventKind("lock", N_("The operator sent a link for a new password"), "warm"),
    "operator_key_revoked": EventKind("key", N_("The operator revoked the API key “%(detail)s”"), "warm"),
    "operator_signed_out": EventKind("logout", N_("The operator signed every device out"), "warm"),
    "operator_authenticator_off": EventKind(
        "shield-check", N_("The operator turned the authenticator app off"), "warm"
    ),
}


def event_sentence(event: SecurityEvent) -> str:
    """Returns the sentence of an event in the reader's language."""
    if event.kind == SIGN_IN_REFUSED and event.times > 1:
        times = event.times
        return ngettext("Wrong password, refused %(num)s time", "Wrong password, refused %(num)s times", times) % {
            "num": times
        }
    return gettext(EVENTS[event.kind].sentence) % {"detail": isolate(event.detail)}
