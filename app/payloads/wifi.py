"""Wi-Fi networks as codes that phones join by.

The format is ZXing's (github.com/zxing/zxing, wiki "Barcode Contents"), which Android and iOS read; the bounds of names
and passwords are those of IEEE 802.11.
"""

import re
from collections.abc import Mapping

from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent
from app.payloads.kind import PayloadKind

MAX_NAME_BYTES = 32  # bytes of an SSID: IEEE 802.11-2020, 9.4.2.2
DOTS = "\u2022" * 8
PASSWORD_PART = re.compile(r"\A(WIFI:T:\w+;S:(?:[^\\;]|\\.)*;P:)(?:[^\\;]|\\.)+", re.DOTALL)
HEX = re.compile("[0-9A-Fa-f]+")
OPEN = "nopass"
WEP_TEXT_LENGTHS, WEP_HEX_LENGTHS = (5, 13, 16, 29), (10, 26, 32, 58)


class NetworkNameTooLong(InvalidContent):
    """The network name has more than 32 bytes of UTF-8."""

    field, says = "network", N_("A network name has at most 32 letters; accents and emoji count for more than one.")


class WpaPassword(InvalidContent):
    """The password has neither 8 to 63 characters nor 64 hexadecimal digits."""

    field, says = "password", N_("A WPA password has 8 to 63 characters.")


class WepKey(InvalidContent):
    """The WEP key does not have one of the lengths that WEP allows."""

    field, says = "password", N_("A WEP key has 5, 13, 16 or 29 characters, or twice as many digits from 0 to F.")


class OpenNetwork(InvalidContent):
    """A password was typed for a network without security."""

    field, says = "password", N_("An open network has no password. Leave it empty, or choose WPA.")


def format_wifi(network: str, password: str, security: str, *, hidden: bool = False) -> str:
    """Format `WIFI:T:WPA;S:…;P:…;;`. `security` is WPA (also for WPA2 and WPA3), WEP or nopass.

    A name that could be taken for hexadecimal is put in quotes, as ZXing requires; a password never is, since iPhones
    take the quotes for a part of it (github.com/Shane32/QRCoder, issue 440).

    Raises: NetworkNameTooLong, WpaPassword, WepKey, OpenNetwork.
    """
    if len(network.encode()) > MAX_NAME_BYTES:
        raise NetworkNameTooLong
    _check_password(password, security)
    name = f'"{network}"' if HEX.fullmatch(network) else escape_wifi(network)
    parts = [f"T:{security}", f"S:{name}", *([f"P:{escape_wifi(password)}"] if password else []), *["H:true"] * hidden]
    return f"WIFI:{';'.join(parts)};;"


def escape_wifi(text: str) -> str:
    """Put a backslash before each `\\ ; , : "`."""
    return re.sub(r'([\\;,:"])', r"\\\1", text)


def mask_password(content: str) -> str:
    """Replace the password in the content of a Wi-Fi code by dots."""
    return PASSWORD_PART.sub(rf"\1{DOTS}", content, count=1)


def _check_password(password: str, security: str) -> None:
    """Check a password against its kind of security. Raises: OpenNetwork, WpaPassword, WepKey."""
    length, digits = len(password.encode()), bool(HEX.fullmatch(password))
    if security == OPEN and password:
        raise OpenNetwork
    if security == "WPA" and not (8 <= length <= 63 or (length == 64 and digits)):
        raise WpaPassword
    if security == "WEP" and length not in WEP_TEXT_LENGTHS and not (length in WEP_HEX_LENGTHS and digits):
        raise WepKey


def _format_fields(values: Mapping[str, str]) -> str:
    """The content for the fields of `WIFI`."""
    return format_wifi(values["network"], values["password"], values["security"], hidden=bool(values["hidden"]))


WIFI = PayloadKind(
    "wifi",
    N_("Wi-Fi"),
    N_("Lets a phone join your network without typing. Whoever sees the code can join."),
    (
        Field(
            "network",
            N_("Network name"),
            N_("Exactly as phones show it, capitals and blanks too."),
            "text",
            True,
            MAX_NAME_BYTES,
            verbatim=True,
        ),
        Field(
            "security",
            N_("Security"),
            N_("WPA is right for nearly every router."),
            "select",
            choices=(("WPA", N_("WPA, WPA2 or WPA3")), ("WEP", N_("WEP (very old)")), (OPEN, N_("None, open to all"))),
        ),
        Field(
            "password",
            N_("Password"),
            N_("Anyone can read it in the code. If you change it in the router, print a new code."),
            most=64,
            verbatim=True,
            secret=True,
        ),
        Field("hidden", N_("The network is hidden"), N_("Only when it is missing from the phone's list."), "checkbox"),
    ),
    _format_fields,
    mask_password,
)
