"""The columns of a batch: those of short links, or the fields of a kind of static code, by the names people use.

The names of short links' columns are those of spreadsheets and of the exports of Bitly, Dub, Shlink, YOURLS, Kutt,
Short.io, Rebrandly, TinyURL and s.id, the surest first: where a table has several that could be meant, the first is.
So `address` is a destination by itself, and a short link beside Kutt's `target`.
"""

from app.batch.table_reader import Column, squeezed
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.payloads.kinds import kind_of

LINK, PLACEMENT = "link", "placement"
_URL = ("url", "destination url", "destination", "long url", "long link", "original url", "original link", "target url",
        "target link", "target", "full url", "redirect url", "tujuan", "alamat tujuan", "tautan asli", "web address",
        "address", "alamat web", "alamat", "website", "long", "link", "tautan")
_SLUG = ("slug", "keyword", "back half", "custom back half", "short code", "slashtag", "alias", "custom alias", "key",
         "path", "code", "kode", "short link", "short url", "shortened url", "bitlink", "custom bitlink", "tiny url",
         "short", "tautan pendek", "short path", "name", "nama", "address", "link", "tautan")
_TITLE = ("title", "judul", "link title", "page title", "name", "nama")
_PLACEMENT = ("placement", "label", "penempatan", "tempat", "code name", "nama kode")


def _column(key: str, label: str, names: tuple[str, ...], *, required: bool = False) -> Column:
    return Column(key, label, tuple(dict.fromkeys(squeezed(name) for name in names)), required)


LINKS = (
    _column("url", N_("Destination"), _URL, required=True),
    _column("slug", N_("Short link"), _SLUG),
    _column("title", N_("Title"), _TITLE),
    _column(PLACEMENT, N_("Placement"), _PLACEMENT),
)


def columns_of(kind: str) -> tuple[Column, ...]:
    """What the rows of a batch of this kind are made of: url, slug, title and placement, or the kind's fields and a
    placement.

    A field goes by its name and by what our forms call it. Refusals: NotFound for a kind we do not know.
    """
    if kind == LINK:
        return LINKS
    fields = kind_of(kind).fields
    own = [_column(field.name, field.label, (field.name, field.label, gettext(field.label)), required=field.required)
           for field in fields]
    if len(own) == 1:  # so that a column of contents needs no other name
        only = own[0]
        own = [_column(only.key, only.label, (*only.names, "content", "isi"), required=only.required)]
    taken = {name for column in own for name in column.names}
    return (*own, _column(PLACEMENT, N_("Placement"), tuple(name for name in _PLACEMENT if name not in taken)))
