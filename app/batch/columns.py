"""The columns of a batch: those of short links, or the fields of a kind of static code, with the names people use for
them.

The names for the columns of short links are those of spreadsheets and of the exports of Bitly, Dub, Shlink, YOURLS,
Kutt, Short.io, Rebrandly, TinyURL and s.id, the least ambiguous first: when several columns of a table could be the
same one, the first name in the list wins. So `address` is a destination when it is the only candidate, and a short link
next to Kutt's `target`.
"""

from app.batch.table_reader import Column, normalize_column_name
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
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


def _column(key: str, label: str, names: tuple[str, ...], *, required: bool = False) -> Column:
    """A column whose names are normalized and unique."""
    return Column(key, label, tuple(dict.fromkeys(normalize_column_name(name) for name in names)), required)


LINKS = (
    _column("url", N_("Destination"), _URL, required=True),
    _column("slug", N_("Short link"), _SLUG),
    _column("title", N_("Title"), _TITLE),
    _column(PLACEMENT, N_("Placement"), _PLACEMENT),
)


def columns_for_kind(kind: str) -> tuple[Column, ...]:
    """The columns of a batch of this kind: url, slug, title and placement, or the kind's fields and a placement.

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
