"""Wi-Fi networks, as phones join them by a code.

The form is that of ZXing (github.com/zxing/zxing, wiki "Barcode Contents"), which Android and iOS read; what a name
and a password may be is IEEE 802.11's.
"""

import re
from collections.abc import Mapping

from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent
from app.payloads.kind import Kind

MOST_NAME = 32  # bytes of an SSID: IEEE 802.11-2020, 9.4.2.2
DOTS = "\u2022" * 8
PASSWORD = re.compile(r"\A(WIFI:T:\w+;S:(?:[^\\;]|\\.)*;P:)(?:[^\\;]|\\.)+", re.DOTALL)
HEX = re.compile("[0-9A-Fa-f]+")
OPEN = "nopass"
WEP_LETTERS, WEP_DIGITS = (5, 13, 16, 29), (10, 26, 32, 58)


class NetworkNameTooLong(InvalidContent):
    field, says = "network", N_("A network name has at most 32 letters; accents and emoji count for more than one.")


class WpaPassword(InvalidContent):
    field, says = "password", N_("A WPA password has 8 to 63 characters.")


class WepKey(InvalidContent):
    field, says = "password", N_("A WEP key has 5, 13, 16 or 29 characters, or twice as many digits from 0 to F.")


class OpenNetwork(InvalidContent):
    field, says = "password", N_("An open network has no password. Leave it empty, or choose WPA.")


def written(network: str, password: str, security: str, *, hidden: bool = False) -> str:
    """`WIFI:T:WPA;S:…;P:…;;`; `security` is WPA (2 and 3 too), WEP or nopass.

    A name that could be taken for hexadecimal stands in quotes, as ZXing asks; a password never does, since iPhones
    take the quotes for a part of it (github.com/Shane32/QRCoder, issue 440).
    Refusals: NetworkNameTooLong, WpaPassword, WepKey, OpenNetwork.
    """
    if len(network.encode()) > MOST_NAME:
        raise NetworkNameTooLong
    _checked(password, security)
    name = f'"{network}"' if HEX.fullmatch(network) else escaped(network)
    parts = [f"T:{security}", f"S:{name}", *([f"P:{escaped(password)}"] if password else []), *["H:true"] * hidden]
    return f"WIFI:{';'.join(parts)};;"


def escaped(text: str) -> str:
    """With a backslash before each `\\ ; , : "`."""
    return re.sub(r'([\\;,:"])', r"\\\1", text)


def masked(content: str) -> str:
    """What a code of `written` says, with dots in the place of the password."""
    return PASSWORD.sub(rf"\1{DOTS}", content, count=1)


def _checked(password: str, security: str) -> None:
    length, digits = len(password.encode()), bool(HEX.fullmatch(password))
    if security == OPEN and password:
        raise OpenNetwork
    if security == "WPA" and not (8 <= length <= 63 or (length == 64 and digits)):
        raise WpaPassword
    if security == "WEP" and length not in WEP_LETTERS and not (length in WEP_DIGITS and digits):
        raise WepKey


def _write(given: Mapping[str, str]) -> str:
    return written(given["network"], given["password"], given["security"], hidden=bool(given["hidden"]))


WIFI = Kind(
    "wifi", N_("Wi-Fi"), N_("Lets a phone join your network without typing. Whoever sees the code can join."),
    (
        Field("network", N_("Network name"), N_("Exactly as phones show it, capitals and blanks too."), "text", True,
              MOST_NAME, verbatim=True),
        Field("security", N_("Security"), N_("WPA is right for nearly every router."), "select",
              choices=(("WPA", N_("WPA, WPA2 or WPA3")), ("WEP", N_("WEP (very old)")),
                       (OPEN, N_("None, open to all")))),
        Field("password", N_("Password"), N_("It stands readable in the code. Change the router's, and print anew."),
              most=64, verbatim=True, secret=True),
        Field("hidden", N_("The network is hidden"), N_("Only when it is missing from the phone's list."), "checkbox"),
    ),
    _write, masked,
)
