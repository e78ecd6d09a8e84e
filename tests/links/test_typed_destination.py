"""What somebody means who types something where a link is asked."""

import pytest

from app.kernel.destination import InvalidUrl, OwnHostUrl
from app.kernel.refusal import Refusal
from app.links.known_sites import SITES
from app.links.site_icon import site_icon
from app.links.typed_destination import SITES_TO_CHOOSE, NotWhatsApp, SiteUnknown, parse_link, suggest_title
from app.payloads.phone_number import InvalidNumber, OtherCountry


@pytest.mark.parametrize(
    ("typed", "url", "site"),
    [
        ("https://shopee.co.id/toko?x=1#y", "https://shopee.co.id/toko?x=1#y", "shopee"),
        ("HTTPS://Shopee.co.id/toko", "HTTPS://Shopee.co.id/toko", "shopee"),
        ("shopee.co.id/toko", "https://shopee.co.id/toko", "shopee"),
        ("  www.tokopedia.com/toko \u200b", "https://www.tokopedia.com/toko", "tokopedia"),
        ("toko.example.com", "https://toko.example.com", ""),
        ("instagram.com/toko", "https://instagram.com/toko", "instagram"),
        ("ig @toko", "https://www.instagram.com/toko", "instagram"),
        ("IG: toko.kita", "https://www.instagram.com/toko.kita", "instagram"),
        ("@toko (Instagram)", "https://www.instagram.com/toko", "instagram"),
        ("tiktok @toko_kita", "https://www.tiktok.com/@toko_kita", "tiktok"),
        ("yt toko", "https://www.youtube.com/@toko", "youtube"),
        ("twitter toko", "https://x.com/toko", "x"),
        ("tele: toko", "https://t.me/toko", "telegram"),
        ("tokped toko", "https://www.tokopedia.com/toko", "tokopedia"),
        ("ig https://www.instagram.com/toko/", "https://www.instagram.com/toko/", "instagram"),
        ("081234567890", "https://wa.me/6281234567890", "whatsapp"),
        ("0812-3456-7890", "https://wa.me/6281234567890", "whatsapp"),
        ("+62 812 3456 7890", "https://wa.me/6281234567890", "whatsapp"),
        ("62812.3456.7890", "https://wa.me/6281234567890", "whatsapp"),
        ("(0274) 123 4567", "https://wa.me/622741234567", "whatsapp"),
        ("0812\u00a03456\u00a07890", "https://wa.me/6281234567890", "whatsapp"),
        ("0812\u20113456\u20117890", "https://wa.me/6281234567890", "whatsapp"),
        ("wa 0812 3456 7890", "https://wa.me/6281234567890", "whatsapp"),
        ("WhatsApp: +65 9123 4567", "https://wa.me/6591234567", "whatsapp"),
        ("wa.me/081234567890", "https://wa.me/6281234567890", "whatsapp"),
        ("https://wa.me/081234567890?text=Halo%20kak", "https://wa.me/6281234567890?text=Halo%20kak", "whatsapp"),
        ("https://wa.me/message/ABCDEFG1234567", "https://wa.me/message/ABCDEFG1234567", "whatsapp"),
        ("8.8.8.8/x", "https://8.8.8.8/x", ""),
        ("81.28.120.155", "https://81.28.120.155", ""),
        ("", "", ""),
        ("  \u200b ", "", ""),
    ],
)
def test_what_is_pasted_becomes_the_right_link(typed: str, url: str, site: str) -> None:
    assert parse_link(typed) == (url, site)


@pytest.mark.parametrize("typed", ["@toko", "@toko.kita", "toko", "rumah_kawung"])
def test_a_name_alone_asks_which_site_it_is_on(typed: str) -> None:
    with pytest.raises(SiteUnknown) as refused:
        parse_link(typed, field="url-2")
    assert refused.value.field == "url-2"
    assert refused.value.facts == {"handle": f"@{typed.lstrip('@')}"}


@pytest.mark.parametrize("site", SITES_TO_CHOOSE)
def test_a_name_becomes_the_address_of_an_account_on_the_site_that_was_chosen(site: str) -> None:
    url, link = parse_link("@toko", site)
    assert (url, link) == (SITES[site].profile.format("toko"), site)
    assert site_icon(url).icon == SITES[site].icon


def test_an_address_goes_before_the_site_that_was_chosen() -> None:
    assert parse_link("tiktok.com/@toko", "instagram") == ("https://tiktok.com/@toko", "tiktok")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("wa toko", NotWhatsApp),
        ("91234567 890", OtherCountry),
        ("0812", SiteUnknown),
        ("00000000000", InvalidNumber),
        ("not an address", InvalidUrl),
        ("javascript:alert(1)", InvalidUrl),
        ("toko@example.com", InvalidUrl),
        ("https://exa mple", InvalidUrl),
        ("kliqs.test/x", OwnHostUrl),
        ("@" + "a" * 90, InvalidUrl),
        ("@", InvalidUrl),
        (":", InvalidUrl),
        ("::", InvalidUrl),
        ("ig", SiteUnknown),
        ("ig @not/an account", InvalidUrl),
        ("@a\u0301" * 3000, InvalidUrl),
    ],
)
def test_what_means_no_link_is_refused_by_its_field(typed: str, kind: type[Refusal]) -> None:
    with pytest.raises(kind) as refused:
        parse_link(typed, field="website")
    assert refused.value.field == "website"


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://www.instagram.com/toko", "Instagram @toko"),
        ("https://instagram.com/toko/", "Instagram @toko"),
        ("https://www.tiktok.com/@toko", "TikTok @toko"),
        ("https://www.tiktok.com/@toko/video/123", "TikTok"),
        ("https://youtu.be/dQw4w9WgXcQ", "YouTube"),
        ("https://www.youtube.com/watch?v=x", "YouTube"),
        ("https://wa.me/6281234567890", "WhatsApp"),
        ("https://shopee.co.id/toko", "Shopee @toko"),
        ("https://www.linkedin.com/in/ratna", "LinkedIn @ratna"),
        ("https://www.linkedin.com/company/kliqs", "LinkedIn"),
        ("https://example.com/katalog-november", "Katalog november"),
        ("https://example.com/menu.pdf", "Menu"),
        ("https://www.example.com/", "example.com"),
        ("https://example.com/p/8f3a9c", "example.com"),
        ("https://example.com/%F0%9F%8D%9C", "example.com"),
        ("https://example.com/" + "a" * 300, "example.com"),
    ],
)
def test_a_title_is_proposed_from_the_address_alone(url: str, title: str) -> None:
    assert suggest_title(url) == title
