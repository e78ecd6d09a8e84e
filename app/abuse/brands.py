"""Names of banks, wallets, shops and services whose look-alikes deceive people, in Indonesia and in the world.

A name with `common` is also an everyday word, such as *dana* (money) or *mandiri* (independent): it counts only
together with a word that such pages use. `domains` are the brand's own.
"""

from __future__ import annotations

from typing import NamedTuple


class Brand(NamedTuple):
    """A brand: its name as people know it, how it is written in addresses, and its own domains."""

    name: str
    words: tuple[str, ...]
    domains: tuple[str, ...]
    common: bool = False


BRANDS = (
    Brand("BCA", ("bca", "klikbca", "mybca"), ("bca.co.id", "klikbca.com")),
    Brand("BRI", ("bri", "brimo", "britama"), ("bri.co.id",)),
    Brand("BNI", ("bni", "wondr"), ("bni.co.id",)),
    Brand("Bank Mandiri", ("bankmandiri", "livin"), ("bankmandiri.co.id", "livin.id")),
    Brand("Mandiri", ("mandiri",), ("bankmandiri.co.id",), True),
    Brand("BTN", ("btn",), ("btn.co.id",)),
    Brand("BSI", ("bsi", "banksyariahindonesia"), ("bankbsi.co.id", "bsimobile.co.id")),
    Brand("CIMB Niaga", ("cimb", "cimbniaga", "octomobile"), ("cimbniaga.co.id", "cimbclicks.com")),
    Brand("Permata", ("permatabank",), ("permatabank.com",)),
    Brand("Bank Jago", ("bankjago",), ("jago.com",)),
    Brand("SeaBank", ("seabank",), ("seabank.co.id",)),
    Brand("Jenius", ("jenius",), ("jenius.com",), True),
    Brand("DANA", ("dana", "danakaget"), ("dana.id", "link.dana.id"), True),
    Brand("OVO", ("ovo",), ("ovo.id",), True),
    Brand("GoPay", ("gopay",), ("gopay.co.id", "gojek.com")),
    Brand("Gojek", ("gojek",), ("gojek.com", "gojek.link")),
    Brand("LinkAja", ("linkaja",), ("linkaja.id",)),
    Brand("ShopeePay", ("shopeepay",), ("shopeepay.co.id", "shopee.co.id")),
    Brand("Shopee", ("shopee",), ("shopee.co.id", "shopee.com", "shp.ee")),
    Brand("Tokopedia", ("tokopedia",), ("tokopedia.com", "tokopedia.link")),
    Brand("Lazada", ("lazada",), ("lazada.co.id", "lazada.com")),
    Brand("Bukalapak", ("bukalapak",), ("bukalapak.com",)),
    Brand("Blibli", ("blibli",), ("blibli.com",)),
    Brand("Traveloka", ("traveloka",), ("traveloka.com",)),
    Brand("JNE", ("jne",), ("jne.co.id",)),
    Brand("J&T", ("jntexpress",), ("jet.co.id", "jtexpress.id")),
    Brand("Telkomsel", ("telkomsel", "mytelkomsel"), ("telkomsel.com",)),
    Brand("PLN", ("pln", "plnmobile"), ("pln.co.id",)),
    Brand("BPJS", ("bpjs", "bpjstku"), ("bpjs-kesehatan.go.id", "bpjsketenagakerjaan.go.id")),
    Brand("DJP", ("pajak", "djponline"), ("pajak.go.id",), True),
    Brand("QRIS", ("qris",), ("qris.id", "bi.go.id"), True),
    Brand("PayPal", ("paypal",), ("paypal.com", "paypal.me")),
    Brand("Visa", ("visa",), ("visa.com", "visa.co.id"), True),
    Brand("Mastercard", ("mastercard",), ("mastercard.com",)),
    Brand("Wise", ("transferwise",), ("wise.com",)),
    Brand("Binance", ("binance",), ("binance.com",)),
    Brand("Indodax", ("indodax",), ("indodax.com",)),
    Brand("Coinbase", ("coinbase",), ("coinbase.com",)),
    Brand("MetaMask", ("metamask",), ("metamask.io",)),
    Brand("Amazon", ("amazon",), ("amazon.com", "amzn.to"), True),
    Brand("Apple", ("icloud", "appleid"), ("apple.com", "icloud.com")),
    Brand("Google", ("google", "gmail"), ("google.com", "google.co.id", "gmail.com", "goo.gl", "youtube.com")),
    Brand("Microsoft", ("microsoft", "office365", "outlook"), ("microsoft.com", "office.com", "live.com")),
    Brand("WhatsApp", ("whatsapp",), ("whatsapp.com", "wa.me")),
    Brand("Facebook", ("facebook",), ("facebook.com", "fb.com", "fb.me")),
    Brand("Instagram", ("instagram",), ("instagram.com", "instagr.am")),
    Brand("TikTok", ("tiktok",), ("tiktok.com",)),
    Brand("Telegram", ("telegram",), ("telegram.org", "t.me"), True),
    Brand("Netflix", ("netflix",), ("netflix.com",)),
    Brand("Steam", ("steamcommunity",), ("steamcommunity.com", "steampowered.com")),
    Brand("DHL", ("dhl",), ("dhl.com",)),
    Brand("FedEx", ("fedex",), ("fedex.com",)),
)
BAIT_WORDS = """
    undian hadiah promo klaim claim bonus login masuk verif verifikasi verify aktivasi update tarif resmi
    official cs care bantuan blokir kartu saldo gratis kaget kupon voucher event festival poin nasabah akun
    account secure security support signin wallet bank prioritas tagihan refund pinjaman kredit paket kurir
"""  # that pages in a false name use, in both languages
BAIT = frozenset(BAIT_WORDS.split())
