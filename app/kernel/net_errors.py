"""What can go wrong with a request of ours (app/kernel/net.py), one class for each cause."""


class NetError(Exception):
    """A request that could not be made or whose response is not to be had; the message is for a log."""


class BadUrl(NetError):
    """Not an http or https URL with a host, or one with a user name or password in it."""


class AddressForbidden(NetError):
    """The host has an address that is neither on the public Internet nor listed in KLIQS_NET_ALLOW."""


class PortForbidden(NetError):
    """The port is neither 80 nor 443 nor listed in KLIQS_NET_ALLOW."""


class HostUnknown(NetError):
    """The host name resolves to no address."""


class ConnectionFailed(NetError):
    """Nothing took the connection, or it broke off before the response began."""


class TlsFailed(NetError):
    """The server speaks no TLS that we accept, or its certificate is not valid for the host."""


class TimedOut(NetError):
    """Connecting, waiting for the next bytes, or all of it took longer than the limits allow."""


class ResponseTooLarge(NetError):
    """The headers or the body, compressed or expanded, have more bytes than the limits allow."""


class BadResponse(NetError):
    """The response is not HTTP, ends before its announced length, or has a body that cannot be decoded."""


class TooManyRedirects(NetError):
    """More redirects followed one another than the limits allow."""


class RedirectRefused(NetError):
    """A redirect to no URL of the web, from https to http, or of a body to somebody else."""
