"""Blocks that link somewhere: link, product, WhatsApp chat, map and social icons."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from app.blocks.kind import Destination, Kind, Values
from app.kernel.refusal import N_
from app.links.known_sites import SITES
from app.payloads.field import Field, InvalidContent
from app.payloads.message import format_whatsapp_url, validate_email_address
from app.payloads.phone_number import normalize_phone_number

MOST_RUPIAH = 999_999_999_999
URL = Field("url", N_("Destination"), N_("The address, such as https://shopee.co.id/your-shop."), "url", True, 2_048)
# The label and the URL template of each network, into which the name of an account is put.
NETWORKS = {key: (site.name, site.profile) for key, site in SITES.items() if site.profile} | {
    "website": (N_("Website"), "https://{}"),
    "email": (N_("Email"), "mailto:{}"),
}


class InvalidPrice(InvalidContent):
    """The price is not a whole number of rupiah, or more than MOST_RUPIAH."""

    field, says = "price", N_("Write the price in whole rupiah, such as 75000.")


def _link_destinations(values: Values, items: Sequence[Values]) -> list[Destination]:
    return [Destination("", values.get("title", ""), values["url"])] if values.get("url") else []


def _check_price(values: dict[str, str]) -> dict[str, str]:
    """The values with the price as digits, or empty. Raises: InvalidPrice."""
    digits = values["price"].removeprefix("Rp").replace(".", "").replace(" ", "")
    if digits and not (digits.isascii() and digits.isdigit() and int(digits) <= MOST_RUPIAH):
        raise InvalidPrice
    return values | {"price": str(int(digits)) if digits else ""}


def _whatsapp_destinations(values: Values, items: Sequence[Values]) -> list[Destination]:
    return [Destination("", values["title"], format_whatsapp_url(values["number"], values["message"]))]


def _check_whatsapp(values: dict[str, str]) -> dict[str, str]:
    format_whatsapp_url(values["number"])
    return values


def _map_destinations(values: Values, items: Sequence[Values]) -> list[Destination]:
    """The search for the place on Google Maps (developers.google.com/maps/documentation/urls)."""
    query = quote(values["place"], safe="")
    return [Destination("", values["title"], f"https://www.google.com/maps/search/?api=1&query={query}")]


def _check_profile(line: dict[str, str]) -> dict[str, str]:
    """The line with the URL of the account: `@rumahkawung` on Instagram becomes the URL of that profile.

    An email address stays an address. Raises: those of the field, of `validate_email_address` and of the phone number.
    """
    typed, template = line["account"].strip(), NETWORKS[line["network"]][1]
    if line["network"] == "email":
        return line | {"account": validate_email_address(typed.removeprefix("mailto:"), "account").normalized}
    if line["network"] == "whatsapp" and "/" not in typed:
        return line | {"account": template.format(normalize_phone_number(typed, "account"))}
    is_account_name = "/" not in typed and line["network"] != "website"
    url = template.format(quote(typed.lstrip("@"), safe="._-")) if is_account_name else typed
    return line | {"account": Field("account", "", input="url", required=True).read({"account": url})}


def _profile_destinations(values: Values, items: Sequence[Values]) -> list[Destination]:
    return [
        Destination(f"{at}-{line['network']}", network_label(line["network"]), line["account"])
        for at, line in enumerate(items)
        if line["network"] != "email"
    ]


def network_label(key: str) -> str:
    """The label of a network by its key, to be translated."""
    return NETWORKS[key][0]


def display_host(url: str) -> str:
    """The host of a URL without `www.`; empty when the URL has none."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


LINK = Kind(
    "link",
    N_("Link"),
    N_("A button to anywhere: your shop, an article, a form."),
    "link",
    (Field("title", N_("Title"), required=True, most=80), URL, Field("note", N_("Second line"), most=120)),
    destinations=_link_destinations,
    words="button tombol tautan alamat url website situs toko shop shopee tokopedia lazada instagram ig tiktok "
    "tt facebook fb twitter form formulir artikel katalog",
)
PRODUCT = Kind(
    "product",
    N_("Product"),
    N_("Picture, name and price, and a tap to the shop."),
    "shopping-bag",
    (
        Field("title", N_("Name"), required=True, most=80),
        Field("picture", N_("Picture"), input="picture"),
        Field("price", N_("Price"), N_("In rupiah, such as 75000. May stay empty."), most=20),
        URL,
        Field("note", N_("Second line"), most=120),
    ),
    check=_check_price,
    destinations=_link_destinations,
    words="barang jualan dagangan harga price jual sell produk shopee tokopedia item",
)
WHATSAPP = Kind(
    "whatsapp",
    N_("WhatsApp chat"),
    N_("Opens a chat with you, the first words already typed."),
    "brand-whatsapp",
    (
        Field("title", N_("Title"), required=True, most=80),
        Field("number", N_("Phone number"), N_("The one WhatsApp is on: 0812…"), required=True, most=40),
        Field("message", N_("First message"), N_("What the customer will send you."), "textarea", most=500),
    ),
    check=_check_whatsapp,
    destinations=_whatsapp_destinations,
    words="wa chat pesan order hubungi contact nomor hp telepon phone number message",
)
MAP = Kind(
    "map",
    N_("Place"),
    N_("Shows the way to your shop in the visitor's map."),
    "map-pin",
    (
        Field("title", N_("Title"), required=True, most=80),
        Field("place", N_("Address or name of the place"), required=True, most=200),
    ),
    destinations=_map_destinations,
    words="lokasi alamat peta map maps google gmaps address toko store arah directions",
)
SOCIAL = Kind(
    "social",
    N_("Social icons"),
    N_("A row of icons: Instagram, TikTok, YouTube and others."),
    "at",
    (),
    item=(
        Field(
            "network",
            N_("Network"),
            input="select",
            choices=tuple((key, label) for key, (label, _) in NETWORKS.items()),
        ),
        Field("account", N_("Account or address"), required=True, most=300),
    ),
    more=N_("Another icon"),
    most_items=12,
    check_item=_check_profile,
    destinations=_profile_destinations,
    words="sosmed medsos media sosial ikon ig instagram insta tt tiktok yt youtube fb facebook x twitter "
    "threads telegram tele line linkedin discord spotify shopee tokopedia akun follow ikuti",
)
