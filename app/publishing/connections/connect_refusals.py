"""Why an account at a network is not connected. The fact `network` is the network's own name."""

from __future__ import annotations

from app.kernel.refusal import N_, Refusal
from app.publishing.networks.errors import NetworkError
from app.publishing.networks.trouble_sentences import TROUBLES, UNKNOWN


class StaleConnect(Refusal):
    """Raised for a `state` or choice that is unknown, used, late, or of another browser, session or network."""

    code = "STALE_CONNECT"
    says = N_("That took too long, was finished already or began in another browser. Please connect again.")


class ConnectDeclined(Refusal):
    """Raised when the network sends the person back without a permission."""

    code, says = "CONNECT_DECLINED", N_("%(network)s gave no permission, so nothing was connected.")


class NoAccounts(Refusal):
    """Raised when the permission reaches no account that posts could be published to."""

    code = "NO_NETWORK_ACCOUNTS"
    says = N_(
        "%(network)s showed us no account to publish to. Sign in there as somebody who may publish, and allow the "
        "pages or profiles you want to use."
    )


class NoneChosen(Refusal):
    """Raised when somebody connects none of the accounts they could choose among."""

    code, field, says = "NO_ACCOUNT_CHOSEN", "accounts", N_("Choose at least one account.")


class OtherAccount(Refusal):
    """Raised when a permission that is renewed is for another account. Facts: network, expected, got."""

    code = "OTHER_NETWORK_ACCOUNT"
    says = N_(
        "You allowed %(got)s, but this connection is for %(expected)s. Sign in at %(network)s as %(expected)s, or "
        "connect the other account as a new one."
    )


class NotSetUp(Refusal):
    """Raised for a network whose app the operator has not set up."""

    code = "NETWORK_NOT_SET_UP"
    says = N_("%(network)s is not set up here. You can still plan reminders for it.")


class NetworkFailed(Refusal):
    """Raised when the network itself does not let a connection be made; `says` is the sentence of its trouble."""

    code = "NETWORK_FAILED"
    says = UNKNOWN

    @classmethod
    def of(cls, error: NetworkError, network: str) -> NetworkFailed:
        """Returns the refusal of an error; `network` is the network's own name."""
        return cls(says=TROUBLES.get(error.trouble, UNKNOWN), network=network)


class HandleMissing(Refusal):
    """Raised when a manual connection has no name."""

    code, field, says = "HANDLE_MISSING", "name", N_("Write the name of the account, as people see it there.")


class AlreadyConnected(Refusal):
    """Raised when a manual connection with this name exists. Facts: network."""

    code, field, says = "ALREADY_CONNECTED", "name", N_("You have that account of %(network)s already.")


class ServerInvalid(Refusal):
    """Raised for what is no host of a server."""

    code, field = "SERVER_INVALID", "server"
    says = N_("Write only the name of the server, such as mastodon.social.")


class ServerFailed(Refusal):
    """Raised when no server of the network answers at a host. Facts: server, network."""

    code, field = "SERVER_FAILED", "server"
    says = N_("%(server)s does not answer as a server of %(network)s. Check the name, or try again later.")
