"""What the two reference policies promise, one by one, and where ours says it: page, anchor, and words that must stand
there in each language. Where a promise of theirs is not true of this product, the line says what is true instead."""

from typing import NamedTuple


class Promise(NamedTuple):
    """`of` is the reference; words are separated by `|`."""

    of: str
    says: str
    page: str
    anchor: str
    english: str
    indonesian: str


def _kliqs(says: str, anchor: str, english: str, indonesian: str, page: str = "privacy") -> Promise:
    return Promise("kliqs", says, page, anchor, english, indonesian)


def _melinks(says: str, anchor: str, english: str, indonesian: str, page: str = "privacy") -> Promise:
    return Promise("melinks", says, page, anchor, english, indonesian)


PROMISES = (
    _kliqs("account: name, email, profile", "kept-account", "name|email|language", "nama|email|bahasa"),
    _kliqs(
        "authentication: provider, identifiers",
        "no-providers",
        "login provider|account identifier",
        "penyedia login|pengenal akun",
    ),
    _kliqs("content: links and destinations", "kept-links", "destination", "tujuan"),
    _kliqs("content: QR code data", "kept-codes", "QR codes", "kode QR"),
    _kliqs("content: bio pages", "kept-pages", "bio pages", "halaman bio"),
    _kliqs("content: avatars, logos, covers", "kept-pictures", "pictures you upload", "gambar yang Anda unggah"),
    _kliqs(
        "analytics: clicks, scans, referrer, browser, device, system, place",
        "kept-visits",
        "click|scan|host|browser|device|system|country",
        "klik|pindaian|host|browser|perangkat|sistem|negara",
    ),
    _kliqs("API: key metadata, last used", "kept-keys", "last used", "terakhir dipakai"),
    _kliqs("API: request counts", "kept-plan", "API requests", "permintaan API"),
    _kliqs("billing: plan", "kept-plan", "plan", "paket"),
    _kliqs(
        "billing: provider, status, order, transactions",
        "payments-kept",
        "the plan|payment service|order number|the state|reports of the payment",
        "paketnya|layanan pembayaran|nomor pesanan|statusnya|dilaporkan layanan itu",
    ),
    _kliqs(
        "billing: what of it is stored",
        "kept-orders",
        "payment service|order number|state|paid back|10 years|removed",
        "layanan pembayaran|nomor pesanan|status|dikembalikan|10 tahun|dihapus",
    ),
    _kliqs(
        "billing: where none is configured, there is none",
        "no-payments",
        "takes no payments|no payment service is connected|name of your plan",
        "tidak menerima pembayaran|tidak ada layanan pembayaran yang terhubung|nama paket Anda",
    ),
    _kliqs("no full card numbers or wallet keys", "no-cards", "card numbers|wallets", "nomor kartu|dompet"),
    _kliqs("use: provide and operate", "use-run", "run the service", "menjalankan layanan"),
    _kliqs("use: links, QR, bio, API", "use-run", "QR codes|bio pages|API", "kode QR|halaman bio|API"),
    _kliqs(
        "use: payments", "use-payments", "take payments|receipts|remind", "menerima pembayaran|bukti bayar|mengingatkan"
    ),
    _kliqs(
        "use: subscriptions (untrue: everything is paid beforehand)",
        "payments-prepaid",
        "paid beforehand|nothing is taken by itself|no subscription",
        "dibayar di muka|tidak ada yang ditarik otomatis|tidak ada langganan",
    ),
    _kliqs("use: enforce plan limits", "use-limits", "limits", "batas"),
    _kliqs("use: analytics", "use-statistics", "statistics", "statistik"),
    _kliqs("use: prevent abuse, spam, fraud", "use-safety", "abuse|spam|fraud", "penyalahgunaan|spam|penipuan"),
    _kliqs("use: improve the service (only faults are mended)", "use-safety", "mend faults", "memperbaiki gangguan"),
    _kliqs(
        "use: contact about account and product",
        "use-mail",
        "about your account|switched it on",
        "tentang akun|mengaktifkannya",
    ),
    _kliqs("clicks and scans may collect technical metadata", "of-links", "technical details", "rincian teknis"),
    _kliqs("no more than analytics and security need", "of-links", "no more than", "tidak lebih dari"),
    _kliqs("payment providers by name (those in use)", "payments-services", "(/processors)", "(/processors)"),
    _kliqs("payment providers by name (the list)", "list", "[processors]", "[processors]", "processors"),
    _kliqs(
        "payment providers have their own policies",
        "payments-services",
        "rules of that service|leads to them",
        "aturan layanan tersebut|memuat tautannya",
    ),
    _kliqs(
        "payment status and transaction metadata",
        "kept-payment_events",
        "the state, the amount, the time",
        "status, jumlah, waktu",
    ),
    _kliqs(
        "no full payment credentials",
        "no-cards",
        "bank details|only what is on a short list",
        "data bank|daftar pendek",
    ),
    _kliqs("keys are for servers", "keys", "programs on servers", "program di server"),
    _kliqs("raw keys shown once, kept hashed", "keys", "shown once|hash", "ditampilkan sekali|hash"),
    _kliqs("keep keys secret, revoke leaked ones", "keys", "secret|revoke", "rahasiakan|cabut"),
    _kliqs("retention: account while active", "retention-account", "while the account exists", "selama akun ada"),
    _kliqs("retention: analytics by plan", "retention-visits", "plan says", "sesuai paket"),
    _kliqs(
        "retention: payment records, for accounting",
        "retention-payments",
        "${orders_years} years|UU KUP, Article 28|${orders_unpaid} days",
        "${orders_years} tahun|Pasal 28 UU KUP|${orders_unpaid} hari",
    ),
    _kliqs(
        "retention: payment records, when the account is deleted",
        "retention-payments",
        "the name, the email, the address and the tax number are taken out",
        "nama, email, alamat, dan nomor pajaknya dihilangkan",
    ),
    _kliqs(
        "deletion on request (by oneself)",
        "right-delete",
        "in the settings|gone for good",
        "di pengaturan|untuk selamanya",
    ),
    _kliqs("reasonable safeguards, none perfect", "your-part", "reasonable|no system", "wajar|tidak ada sistem"),
    _kliqs("you guard your credentials and keys", "your-part", "responsible|API keys", "bertanggung jawab|kunci API"),
    _kliqs("right: access", "right-access", "what is kept of you", "apa yang disimpan tentang Anda"),
    _kliqs("right: update", "right-change", "changed by yourself", "ubah sendiri"),
    _kliqs("right: delete account or content", "right-delete", "pages|whole account", "halaman|seluruh akun"),
    _kliqs("right: restriction (apiqik)", "right-restrict", "freeze a workspace", "bekukan sebuah ruang kerja"),
    _kliqs("right: objection (apiqik)", "right-object", "object|to emails", "menolak|email"),
    _kliqs("right: revoke keys", "right-revoke", "revoke API keys", "mencabut kunci API"),
    _kliqs("right: contact", "right-ask", "write to us", "tulislah kepada kami"),
    _kliqs("children", "children", "without their parents", "tanpa orang tua"),
    _kliqs("data may be processed abroad", "where", "outside your country", "di luar negara Anda"),
    _kliqs("changes; continued use accepts", "changes", "goes on using", "terus memakai"),
    _kliqs("contact", "contact", "operator", "operator"),
    _melinks("minimum of data", "of-links", "no more than", "tidak lebih dari"),
    _melinks(
        "no tracking cookies, fingerprints, foreign analytics",
        "no-tracking",
        "no cookie or pixel|fingerprint|analytics",
        "tidak ada cookie|sidik jari|analitik",
    ),
    _melinks("never sold", "no-selling", "not sold", "tidak dijual"),
    _melinks(
        "without an account: name, bio, links, theme", "without-account", "name|links|look", "nama|tautan|tampilan"
    ),
    _melinks("hashed claim token", "kept-guests", "hash of the save code", "hash kode simpan"),
    _melinks("sign-in: email", "retention-sessions", "sign-in link", "Tautan masuk"),
    _melinks(
        "session cookie, for sign-in only, 30 days", "kept-sessions", "30|secret in your cookie", "30|rahasia di cookie"
    ),
    _melinks("session cookie does not track", "not-used", "follow people", "membuntuti orang", "cookies"),
    _melinks(
        "Free: link and time alone (true of bio pages)", "of-pages-free", "Free plan|the time", "paket Gratis|waktunya"
    ),
    _melinks("Free: nothing that identifies", "of-pages-free", "point to a visitor", "menunjuk ke seorang pengunjung"),
    _melinks(
        "Pro: country from the address, which is not kept", "of-pages-paid", "country|forgotten", "negara|dilupakan"
    ),
    _melinks("Pro: only the domain of the referrer", "of-pages-paid", "host", "host"),
    _melinks(
        "domain only, not the whole address", "of-links", "never the whole address", "tidak pernah alamat lengkapnya"
    ),
    _melinks(
        "email forms: stored, given to the owner of the page", "subscribers", "owner of that page", "pemilik halaman"
    ),
    _melinks(
        "owners may export; webhooks (untrue: none)",
        "subscribers",
        "may export|no webhooks",
        "boleh mengekspornya|tidak ada webhook",
    ),
    _melinks(
        "no raw addresses stored",
        "no-address",
        "neither into the database nor into a log",
        "tidak ditulis ke basis data maupun ke log",
    ),
    _melinks("no advertising trackers", "no-tracking", "advertising", "iklan"),
    _melinks(
        "mail: service only, no marketing (ours: unless switched on)",
        "use-mail",
        "only to those who switched",
        "hanya dikirim kepada yang mengaktifkannya",
    ),
    _melinks(
        "page content is shown publicly as configured",
        "public",
        "public|as you published",
        "publik|seperti yang Anda terbitkan",
    ),
    _melinks("collected emails by dashboard or API", "subscribers", "dashboard or by the API", "dasbor atau lewat API"),
    _melinks(
        "Cloudflare, Resend (ours: only what is switched on)", "list", "[processors]", "[processors]", "processors"
    ),
    _melinks("no other third parties", "sharing", "nobody, except", "tidak ada, kecuali"),
    _melinks(
        "where data is stored (ours: the operator's server)", "where", "server of the operator", "di server operator"
    ),
    _melinks("encrypted in transit", "protected", "https", "https"),
    _melinks("sensitive values hashed", "protected", "only as hashes", "hanya disimpan sebagai hash"),
    _melinks(
        "pages exist until deleted, or for violations",
        "retention-deleted",
        "until its owner deletes|breach",
        "sampai pemiliknya menghapusnya|melanggar",
    ),
    _melinks(
        "magic links of 15 minutes, once",
        "retention-sessions",
        "once|${awaited_emails_link_minutes} minutes",
        "sekali|${awaited_emails_link_minutes} menit",
    ),
    _melinks("sessions of 30 days", "retention-sessions", "${sessions_days}", "${sessions_days}"),
    _melinks(
        "delete pages by API or dashboard", "right-delete", "in the dashboard or by the API", "di dasbor atau lewat API"
    ),
    _melinks("delete the account by writing", "right-delete", "whole account", "seluruh akun"),
    _melinks("right: export pages by the API", "right-export", "by the API", "lewat API"),
    _melinks(
        "right: withdraw consent", "right-withdraw", "consent|deleting your account", "persetujuan|menghapus akun Anda"
    ),
    _melinks("children under 13", "children", "13|knowingly", "13|sengaja"),
    _melinks("changes are dated on the page", "changes", "new date on this page", "tanggal baru di halaman ini"),
)
