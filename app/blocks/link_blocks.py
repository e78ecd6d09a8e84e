"""Blocks that send their visitors somewhere: link, product, WhatsApp, map, social icons."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from app.blocks.kind import Given, Kind, Way
from app.kernel.refusal import N_
from app.links.known_sites import SITES
from app.payloads.field import Field, InvalidContent
from app.payloads.message import address, whatsapp
from app.payloads.phone_number import tidied

MOST_RUPIAH = 999_999_999_999
URL = Field("url", N_("Destination"), N_("The address, such as https://shopee.co.id/your-shop."), "url", True, 2_048)
# Each network's own form of address; an account's name typed alone is put into it. "email" opens a mail program.
NETWORKS = {key: (site.name, site.profile) for key, site in SITES.items() if site.profile} | {
    "website": (N_("Website"), "https://{}"), "email": (N_("Email"), "mailto:{}"),
}


class InvalidPrice(InvalidContent):
    field, says = "price", N_("Write the price in whole rupiah, such as 75000.")


def _link(given: Given, items: Sequence[Given]) -> list[Way]:
    return [Way("", given.get("title", ""), given["url"])] if given.get("url") else []


def _priced(given: dict[str, str]) -> dict[str, str]:
    digits = given["price"].removeprefix("Rp").replace(".", "").replace(" ", "")
    if digits and not (digits.isascii() and digits.isdigit() and int(digits) <= MOST_RUPIAH):
        raise InvalidPrice
    return given | {"price": str(int(digits)) if digits else ""}


def _chat(given: Given, items: Sequence[Given]) -> list[Way]:
    return [Way("", given["title"], whatsapp(given["number"], given["message"]))]


def _chattable(given: dict[str, str]) -> dict[str, str]:
    whatsapp(given["number"])
    return given


def _map(given: Given, items: Sequence[Given]) -> list[Way]:
    asked = quote(given["place"], safe="")
    return [Way("", given["title"], f"https://www.google.com/maps/search/?api=1&query={asked}")]


def _profile(line: dict[str, str]) -> dict[str, str]:
    """An account's name alone becomes its address: `@rumahkawung` on Instagram."""
    typed, form = line["account"].strip(), NETWORKS[line["network"]][1]
    if line["network"] == "email":
        return line | {"account": address(typed.removeprefix("mailto:"), "account").normalized}
    if line["network"] == "whatsapp" and "/" not in typed:
        return line | {"account": form.format(tidied(typed, "account"))}
    alone = "/" not in typed and line["network"] != "website"
    written = form.format(quote(typed.lstrip("@"), safe="._-")) if alone else typed
    return line | {"account": Field("account", "", input="url", required=True).read({"account": written})}


def _profiles(given: Given, items: Sequence[Given]) -> list[Way]:
    return [Way(f"{at}-{line['network']}", network(line["network"]), line["account"])
            for at, line in enumerate(items) if line["network"] != "email"]


def network(key: str) -> str:
    """What a network is called, to be translated."""
    return NETWORKS[key][0]


def host(url: str) -> str:
    """The host of an address as people read it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


LINK = Kind(
    "link", N_("Link"), N_("A button to anywhere: your shop, an article, a form."), "link",
    (Field("title", N_("Title"), required=True, most=80), URL, Field("note", N_("Second line"), most=120)),
    ways=_link,
    words="button tombol tautan alamat url website situs toko shop shopee tokopedia lazada instagram ig tiktok "
          "tt facebook fb twitter form formulir artikel katalog",
)
PRODUCT = Kind(
    "product", N_("Product"), N_("Picture, name and price, and a tap to the shop."), "shopping-bag",
    (Field("title", N_("Name"), required=True, most=80), Field("picture", N_("Picture"), input="picture"),
     Field("price", N_("Price"), N_("In rupiah, such as 75000. May stay empty."), most=20), URL,
     Field("note", N_("Second line"), most=120)),
    check=_priced, ways=_link,
    words="barang jualan dagangan harga price jual sell produk shopee tokopedia item",
)
WHATSAPP = Kind(
    "whatsapp", N_("WhatsApp chat"), N_("Opens a chat with you, the first words already typed."), "brand-whatsapp",
    (Field("title", N_("Title"), required=True, most=80),
     Field("number", N_("Phone number"), N_("The one WhatsApp is on: 0812…"), required=True, most=40),
     Field("message", N_("First message"), N_("What the customer will send you."), "textarea", most=500)),
    check=_chattable, ways=_chat,
    words="wa chat pesan order hubungi contact nomor hp telepon phone number message",
)
MAP = Kind(
    "map", N_("Place"), N_("Shows the way to your shop in the visitor's map."), "map-pin",
    (Field("title", N_("Title"), required=True, most=80),
     Field("place", N_("Address or name of the place"), required=True, most=200)),
    ways=_map,
    words="lokasi alamat peta map maps google gmaps address toko store arah directions",
)
SOCIAL = Kind(
    "social", N_("Social icons"), N_("A row of icons: Instagram, TikTok, YouTube and others."), "at", (),
    item=(Field("network", N_("Network"), input="select",
                choices=tuple((key, called) for key, (called, _) in NETWORKS.items())),
          Field("account", N_("Account or address"), required=True, most=300)),
    more=N_("Another icon"), most_items=12, check_item=_profile, ways=_profiles,
    words="sosmed medsos media sosial ikon ig instagram insta tt tiktok yt youtube fb facebook x twitter "
          "threads telegram tele line linkedin discord spotify shopee tokopedia akun follow ikuti",
)
