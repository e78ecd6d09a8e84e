"""What can go wrong with a network, in words for people, with what to do: one sentence for each key of an error.

The sentences are English, to be translated, with the placeholder %(network)s for the network's own name. Each adapter
adds the keys that it raises in a group of its own.
"""

from app.kernel.i18n import gettext
from app.kernel.refusal import N_

UNKNOWN = N_("%(network)s refused this, and we do not know the reason. Open the attempt to see its own words.")
TROUBLES: dict[str, str] = {
    # what any network can answer
    "network_unreachable": N_("%(network)s could not be reached. We try again by ourselves."),
    "network_down": N_("%(network)s has a fault or is overloaded. We try again by ourselves."),
    "network_answer": N_("%(network)s answered something that we do not understand. We try again by ourselves."),
    "rate_limited": N_("%(network)s wants fewer calls for now. We wait as long as it asks, then go on by ourselves."),
    "app_refused": N_(
        "%(network)s does not accept the app of this installation. The operator has to mend it; your account is fine."
    ),
    "app_stopped": N_(
        "%(network)s has stopped the app of this installation for now. It concerns everybody here, and you need do "
        "nothing."
    ),
    # connections
    "permission_ended": N_(
        "%(network)s took the permission back, or it has ended. Reconnect, and planned posts go on."
    ),
    "renewal_lost": N_(
        "We were interrupted while we renewed the permission at %(network)s, and it lets nobody renew it twice. "
        "Reconnect, and planned posts go on."
    ),
    "scope_missing": N_("The permission to publish is missing at %(network)s. Reconnect and allow it there."),
    "account_gone": N_(
        "%(network)s no longer lists this account among yours. Reconnect as somebody who may publish there."
    ),
    "tokens_unreadable": N_(
        "The stored permission cannot be read any more, because the operator removed an old secret. Reconnect, and "
        "planned posts go on."
    ),
    "not_connected": N_("This account is not connected any more. Connect it again, or choose another one."),
    "not_set_up": N_("%(network)s is not set up here any more. Ask the operator, or publish this post by hand."),
    "renewal_under_way": N_("The permission at %(network)s is being renewed at this moment. We go on by ourselves."),
}


def trouble_sentence(key: str, network: str) -> str:
    """Returns the sentence of a trouble in the reader's language; `network` is the network's own name."""
    return gettext(TROUBLES.get(key, UNKNOWN)) % {"network": network}
