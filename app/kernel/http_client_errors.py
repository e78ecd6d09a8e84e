"""Errors of the HTTP client (app/kernel/http_client.py): one class for each cause."""


class NetError(Exception):
    """The request could not be sent, or its response could not be read. The message is for logs.

    `connected` is False when no connection was made, so that the server surely did not see the request.
    """

    connected = True


class BadUrl(NetError):
    """The URL is not http or https with a host, is malformed, or contains a user name or password."""

    connected = False


class AddressForbidden(NetError):
    """The IP address of the host is neither on the public Internet nor listed in KLIQS_NET_ALLOW."""

    connected = False


class PortForbidden(NetError):
    """The port is neither 80 nor 443 nor listed in KLIQS_NET_ALLOW."""

    connected = False


class HostUnknown(NetError):
    """The host name resolves to no address."""

    connected = False


class ConnectionFailed(NetError):
    """The connection was refused, or it was closed before the response began."""


class TlsFailed(NetError):
    """The TLS handshake failed, or the certificate is not valid for the host."""


class TimedOut(NetError):
    """Connecting, waiting for more bytes, or the whole request took longer than the limits allow."""


class ResponseTooLarge(NetError):
    """The headers, or the body before or after decompression, are larger than the limits allow."""


class BadResponse(NetError):
    """The response is not valid HTTP, is shorter than its Content-Length, or its body cannot be decompressed."""


class TooManyRedirects(NetError):
    """There were more redirects than the limits allow."""


class RedirectRefused(NetError):
    """A redirect to an invalid URL, from https to http, or one that would send the request body to another origin."""
