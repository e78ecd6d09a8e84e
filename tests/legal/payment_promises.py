"""What the texts promise of payments beyond the reference policies: page, anchor, and words in each language."""

from tests.legal.promises import Promise


def _payments(says: str, anchor: str, english: str, indonesian: str, page: str = "terms") -> Promise:
    return Promise("payments", says, page, anchor, english, indonesian)


PAYMENT_PROMISES = (
    _payments(
        "the whole price is shown before",
        "prices",
        "whole price before you pay|coupon|tax",
        "seluruh harganya|kupon|pajak",
    ),
    _payments("digits that tell payments apart", "prices", "a few rupiah", "beberapa rupiah"),
    _payments(
        "prepaid, nothing is pulled",
        "prepaid",
        "paid beforehand|nothing is taken by itself|owe nothing",
        "dibayar di muka|tidak ada yang ditarik otomatis|tidak berutang",
    ),
    _payments(
        "a transfer is confirmed by the operator", "prepaid", "operator has confirmed", "operator mengonfirmasinya"
    ),
    _payments("upgrading credits the rest by days", "upgrading", "at once|as days", "langsung mulai|tambahan hari"),
    _payments(
        "after the end everything leads on",
        "plan-ends",
        "${plan_periods_grace} more days|every link leads on|nothing that you made is deleted|only what is new",
        "${plan_periods_grace} hari lagi|tautan tetap mengantar|tidak ada buatan Anda yang dihapus|hanya yang baru",
    ),
    _payments(
        "refunds are the operator's",
        "refunds",
        "paid twice|paid back|rights as a consumer|time that it bought ends",
        "dua kali|dikembalikan|hak Anda sebagai konsumen|masa yang dibeli dengannya berakhir",
    ),
    _payments(
        "without a provider nothing is sold",
        "agreed",
        "takes no payments|the operator",
        "tidak menerima pembayaran|operator",
    ),
    _payments(
        "deleting ends what is left of a plan", "end", "ends with its workspace", "berakhir bersama ruang kerjanya"
    ),
    _payments(
        "tips are between creator and visitor",
        "page-payments",
        "between them and whoever made it|never holds that money",
        "antara dia dan pembuatnya|tidak pernah memegang uang itu",
    ),
    _payments(
        "tips hold nothing of who gives",
        "payments-to-creators",
        "never passes through here|nothing of who gave it",
        "tidak pernah lewat sini|tidak ada apa pun tentang pemberinya",
        "privacy",
    ),
    _payments(
        "what a provider gets, and what not",
        "payments-services",
        "order number, the amount|none of them gets your name",
        "nomor pesanan, jumlahnya|tidak kami kirim ke sana",
        "privacy",
    ),
    _payments(
        "deletion leaves the books without a name",
        "right-delete",
        "stays in the books without your name",
        "tetap ada di pembukuan tanpa nama Anda",
        "privacy",
    ),
    _payments(
        "without a provider none is a processor",
        "no-payment-services",
        "none: this Kliqs takes no payments",
        "tidak ada: Kliqs ini tidak menerima pembayaran",
        "processors",
    ),
    _payments(
        "the service of a creator works for them",
        "creators-services",
        "nothing of the visitor|works for that creator",
        "tidak ada apa pun tentang pengunjung|bekerja untuk kreatornya",
        "processors",
    ),
)
