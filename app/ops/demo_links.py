"""The links of the demo world: those of a batik studio, a marketing agency and a shop's backend."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DemoLink:
    """A link that is `age` days old, with this many clicks and scans, last followed `quiet` hours ago.

    `then` is a method of Link to call on it, or "expired". `peak` is how many days ago most visits came; 0 for no peak.
    """

    url: str
    slug: str
    title: str
    tags: list[str]
    clicks: int
    scans: int
    age: int
    quiet: float
    aliases: list[str] = field(default_factory=list)
    opens_with: str = ""
    click_limit: int | None = None
    expires_in: int = 0
    via_api: bool = False
    then: str = ""
    peak: int = 0


SARI = (
    DemoLink(
        "https://shopee.co.id/batik.sari?utm_source=instagram",
        "batik-sari",
        "Toko Shopee Batik Sari",
        ["toko"],
        1_204,
        263,
        180,
        0.2,
        aliases=["toko-sari"],
    ),
    DemoLink(
        "https://wa.me/6281200000000?text=Halo%20Sari",
        "tanya-sari",
        "WhatsApp: tanya ukuran & motif",
        ["kontak"],
        386,
        52,
        164,
        1.5,
    ),
    DemoLink("https://www.instagram.com/batik.sari/", "ig-sari", "Instagram studio", ["sosial"], 842, 21, 150, 0.7),
    DemoLink(
        "https://example.com/lokakarya/canting-pemula",
        "kelas-canting",
        "Kelas canting untuk pemula",
        ["acara"],
        96,
        112,
        32,
        5,
        expires_in=21,
    ),
)

BUDI = (
    DemoLink(
        "https://www.tokopedia.com/nusantara-kopi/kopi-gayo-250g?utm_campaign=11-11",
        "gayo-1111",
        "Gayo 250 g · 11.11 deal",
        ["11.11", "coffee"],
        3_221,
        160,
        24,
        3,
        aliases=["kopi1111"],
        then="archive",
        peak=10,
    ),
    DemoLink(
        "https://shopee.co.id/nusantara.kopi?utm_campaign=11-11",
        "kopi-shopee",
        "Shopee store · 11.11",
        ["11.11", "coffee"],
        2_433,
        76,
        24,
        0.4,
        peak=10,
    ),
    DemoLink(
        "https://www.tokopedia.com/nusantara-kopi?utm_campaign=12-12",
        "kopi-1212",
        "Store front · 12.12",
        ["12.12", "coffee"],
        187,
        9,
        4,
        0.1,
        aliases=["harbolnas-kopi"],
    ),
    DemoLink(
        "https://example.com/vouchers/first-100",
        "first100",
        "First 100 cups on us",
        ["coffee", "promo"],
        81,
        19,
        61,
        480,
        click_limit=100,
    ),
    DemoLink(
        "https://example.com/vouchers/next-500",
        "next500",
        "500 cups, half the price",
        ["coffee", "promo"],
        137,
        74,
        12,
        2,
        click_limit=500,
    ),
    DemoLink(
        "https://example.com/flash/october",
        "flash-oct",
        "October flash sale",
        ["promo"],
        1_605,
        29,
        52,
        530,
        then="expired",
    ),
    DemoLink(
        "https://example.com/press/kit-2026.zip",
        "press-kit-2026",
        "Press kit 2026",
        ["press"],
        92,
        0,
        75,
        70,
        opens_with="kopi-pagi",
    ),
    DemoLink(
        "https://example.com/menu/jakarta", "menu-jkt", "Table menu · Jakarta", ["menu", "print"], 53, 2_232, 143, 0.1
    ),
    DemoLink(
        "https://example.com/menu/bandung", "menu-bdg", "Table menu · Bandung", ["menu", "print"], 24, 1_328, 143, 0.3
    ),
    DemoLink(
        "https://example.com/menu/surabaya", "menu-sby", "Table menu · Surabaya", ["menu", "print"], 15, 551, 98, 1
    ),
    DemoLink(
        "https://example.com/menu/medan",
        "menu-medan",
        "Table menu · Medan (opens in January)",
        ["menu", "print"],
        0,
        0,
        6,
        0,
        then="pause",
    ),
    DemoLink(
        "https://wa.me/6281300000000?text=I%27d%20like%20to%20order",
        "order-wa",
        "Order on WhatsApp",
        ["coffee"],
        764,
        281,
        120,
        0.5,
    ),
    DemoLink("https://www.instagram.com/nusantara.kopi/", "ig-kopi", "Instagram", ["social"], 1_467, 58, 118, 0.3),
    DemoLink("https://www.tiktok.com/@nusantara.kopi", "tiktok-kopi", "TikTok", ["social"], 1_850, 10, 97, 0.2),
    DemoLink("https://www.youtube.com/@nusantarakopi", "yt-kopi", "YouTube: how we roast", ["social"], 297, 3, 97, 6),
    DemoLink(
        "https://gofood.co.id/jakarta/restaurant/nusantara-kopi",
        "gofood-kopi",
        "GoFood · Jakarta",
        ["delivery"],
        577,
        122,
        88,
        0.6,
    ),
    DemoLink(
        "https://food.grab.com/id/id/restaurant/nusantara-kopi",
        "grab-kopi",
        "GrabFood · Jakarta",
        ["delivery"],
        493,
        100,
        88,
        0.9,
    ),
    DemoLink("https://maps.google.com/?q=Nusantara+Kopi+Jakarta", "peta-kopi", "Find us", ["print"], 175, 413, 110, 2),
    DemoLink(
        "https://example.com/careers/barista", "barista-jobs", "We are hiring baristas", ["people"], 211, 24, 40, 9
    ),
    DemoLink(
        "https://example.com/newsletter?utm_medium=receipt",
        "kabar-kopi",
        "Newsletter, from the receipt",
        ["print"],
        33,
        695,
        66,
        0.4,
    ),
    DemoLink("https://example.com/survey/november", "survey-nov", "Two-minute survey", ["people"], 69, 14, 18, 11),
    DemoLink("https://example.com/franchise", "franchise-kopi", "Open your own branch", ["people"], 129, 2, 58, 14),
)

DEWI = (
    DemoLink("https://example.com/status", "status-toko", "Status page", ["ops"], 233, 0, 90, 20),
    DemoLink("https://example.com/docs/returns", "retur-toko", "How to return a parcel", ["help"], 354, 19, 90, 1),
    *(
        DemoLink(
            f"https://example.com/orders/{code}/track",
            f"lacak-{code}",
            f"Order {code.upper()}",
            ["tracking"],
            clicks,
            0,
            age,
            quiet,
            via_api=True,
        )
        for code, clicks, age, quiet in (
            ("8f3f", 14, 9, 26),
            ("91ab", 9, 8, 31),
            ("a04c", 22, 6, 8),
            ("b7d2", 6, 5, 44),
            ("c15e", 17, 3, 3),
            ("cc90", 4, 2, 6),
            ("d3a8", 11, 1, 0.8),
        )
    ),
    DemoLink(
        "https://example.com/invoices/2026-11/4711",
        "inv-4711",
        "Invoice 4711",
        ["billing"],
        3,
        0,
        7,
        52,
        opens_with="dewi-4711",
        via_api=True,
    ),
    DemoLink(
        "https://example.com/carts/recover?c=77f1",
        "",
        "Abandoned cart 77f1",
        ["carts"],
        2,
        0,
        4,
        29,
        expires_in=3,
        via_api=True,
    ),
    DemoLink(
        "https://example.com/carts/recover?c=80aa",
        "",
        "Abandoned cart 80aa",
        ["carts"],
        0,
        0,
        1,
        0,
        expires_in=6,
        via_api=True,
    ),
    DemoLink(
        "https://wa.me/6281400000000?text=Order%20help",
        "bantu-order",
        "WhatsApp bot",
        ["help"],
        240,
        0,
        85,
        0.5,
        via_api=True,
    ),
    DemoLink(
        "https://example.com/beta/checkout",
        "beta-checkout",
        "New checkout, for testers",
        ["ops"],
        48,
        0,
        15,
        90,
        then="pause",
    ),
)
