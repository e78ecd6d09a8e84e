"""The columns of a batch: those of short links, or the fields of a kind of static code, with the names people use for
them.

The names for the columns of short links are those of spreadsheets and of the exports of Bitly, Dub, Shlink, YOURLS,
Kutt, Short.io, Rebrandly, TinyURL and s.id, the least ambiguous first: when several columns of a table could be the
same one, the first name in the list wins. So `address` is a destination when it is the only candidate, and a short link
next to Kutt's `target`.
"""

from collections.abc import Iterable, Mapping

from app.batch.table_reader import Column, Row, normalize_column_name
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.links.history.presenter import LABELS
from app.payloads.registry import get_kind

LINK, PLACEMENT = "link", "placement"
_URL = (
    "url",
    "destination url",
    "destination",
    "long url",
    "long link",
    "original url",
    "original link",
    "target url",
    "target link",
    "target",
    "full url",
    "redirect url",
    "tujuan",
    "alamat tujuan",
    "tautan asli",
    "web address",
    "address",
    "alamat web",
    "alamat",
    "website",
    "long",
    "link",
    "tautan",
)
_SLUG = (
    "slug",
    "keyword",
    "back half",
    "custom back half",
    "short code",
    "slashtag",
    "alias",
    "custom alias",
    "key",
    "path",
    "code",
    "kode",
    "short link",
    "short url",
    "shortened url",
    "bitlink",
    "custom bitlink",
    "tiny url",
    "short",
    "tautan pendek",
    "short path",
    "name",
    "nama",
    "address",
    "link",
    "tautan",
)
_TITLE = ("title", "judul", "link title", "page title", "name", "nama")
_PLACEMENT = ("placement", "label", "penempatan", "tempat", "code name", "nama kode")


# The further columns: their own names, those of other products, and what the fields are called in Indonesian
_FURTHER: Mapping[str, tuple[str, ...]] = {
    "tags": ("tags", "tag", "labels", "label"),
    "description": ("keterangan", "deskripsi"),
    "notes": ("note", "comments", "comment", "catatan"),
    "expires_at": (
        *("expires", "expires on", "valid until", "expiration date", "expiry", "ends on"),
        *("berakhir", "berakhir pada", "kedaluwarsa"),
    ),
    "click_limit": ("max visits", "max clicks", "batas klik"),
    "external_id": ("external id", "id in your program", "sku", "id eksternal", "id di programmu"),
    "aliases": ("other names", "nama lain"),
    "opens_at": ("opens", "valid since", "dibuka", "dibuka pada"),
    "fallback_url": ("after the end", "expired url", "expired redirect url", "setelah berakhir"),
    "next_url": ("next destination", "tujuan berikutnya"),
    "next_url_at": ("from when on", "mulai kapan"),
    "ios_url": ("iphone and ipad", "ios", "iphone dan ipad"),
    "android_url": ("android",),
    "redirect_status": ("redirect type", "jenis pengalihan"),
    "forward_query": ("pass parameters on", "teruskan parameter"),
    "append_path": ("add the further path", "tambahkan sisa alamat"),
    "tracked": ("counted", "count visits", "hitung kunjungan"),
    "paused": ("dijeda",),
    "archived": ("in the archive", "di arsip", "diarsipkan"),
    "rules": ("aturan",),
    "preview_title": ("title of the preview", "judul pratinjau"),
    "preview_description": ("text of the preview", "teks pratinjau"),
    "destination_checked": ("check the destination", "periksa tujuan"),
}
_UTM_LABELS = {
    "utm_source": N_("Source"),
    "utm_medium": N_("Medium"),
    "utm_campaign": N_("Campaign"),
    "utm_term": N_("Term"),
    "utm_content": N_("Content"),
}


def _column(key: str, label: str, names: tuple[str, ...], *, required: bool = False, in_order: bool = True) -> Column:
    """A column whose names are normalized and unique."""
    unique = tuple(dict.fromkeys(normalize_column_name(name) for name in names))
    return Column(key, label, unique, required, in_order)


LINKS = (
    _column("url", N_("Destination"), _URL, required=True),
    _column("slug", N_("Short link"), _SLUG),
    _column("title", N_("Title"), _TITLE),
    _column(PLACEMENT, N_("Placement"), _PLACEMENT),
    *(_column(key, LABELS[key], (key, *names), in_order=False) for key, names in _FURTHER.items()),
    *(_column(key, label, (key,), in_order=False) for key, label in _UTM_LABELS.items()),
)


def used_columns(kind: str, rows: Iterable[Row]) -> list[Column]:
    """The columns of a batch of this kind that these rows have, and those that are required.

    Raises: NotFound for an unknown kind.
    """
    there = {key for row in rows for key in row.cells}
    return [column for column in columns_for_kind(kind) if column.required or column.key in there]


def columns_for_kind(kind: str) -> tuple[Column, ...]:
    """The columns of a batch of this kind: url, slug, title, placement and the further fields of a link, or the kind's
    fields and a placement.

    A field is recognized by its name and by its label, in English and in the reader's language. Raises: NotFound for an
    unknown kind.
    """
    if kind == LINK:
        return LINKS
    fields = get_kind(kind).fields
    columns = [
        _column(field.name, field.label, (field.name, field.label, gettext(field.label)), required=field.required)
        for field in fields
    ]
    if len(columns) == 1:  # so that its column may simply be called content
        single = columns[0]
        columns = [_column(single.key, single.label, (*single.names, "content", "isi"), required=single.required)]
    used_names = {name for column in columns for name in column.names}
    free_names = tuple(name for name in _PLACEMENT if name not in used_names)
    return (*columns, _column(PLACEMENT, N_("Placement"), free_names))
