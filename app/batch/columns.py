"""The columns of a batch: those of short links, or the fields of a kind of static code, by the names people use."""

from app.batch.rows import LONGEST_CELL, Column
from app.kernel import text
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.payloads.kinds import kind_of

LINK, PLACEMENT = "link", "placement"
_URL = "url,link,address,web address,destination,destination url,long url,tujuan,alamat,tautan,alamat web"
_SLUG = "slug,short link,short code,back half,name,kode,nama,tautan pendek"
_TITLE = "title,label,placement,judul,penempatan,tempat"
_OWN = "placement,label,penempatan,tempat,code name,nama kode"


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split(","))


LINKS = (
    Column("url", N_("Destination"), _names(_URL), required=True),
    Column("slug", N_("Short link"), _names(_SLUG)),
    Column("title", N_("Title"), _names(_TITLE)),
)


def columns_of(kind: str) -> tuple[Column, ...]:
    """What the rows of a batch of this kind are made of: url, slug and title, or the kind's fields and a placement.

    A field goes by its name and by what our forms call it. Refusals: NotFound for a kind we do not know.
    """
    if kind == LINK:
        return LINKS
    fields = kind_of(kind).fields
    own = [Column(field.name, field.label, _said(field.name.replace("_", " "), field.label), field.required)
           for field in fields]
    if len(own) == 1:  # so that a column of contents needs no other name
        only = own[0]
        own = [Column(only.key, only.label, only.names | {"content", "isi"}, only.required)]
    taken = frozenset[str]().union(*(column.names for column in own))
    return (*own, Column(PLACEMENT, N_("Placement"), _names(_OWN) - taken))


def _said(name: str, label: str) -> frozenset[str]:
    return frozenset({name, *(text.caseless(called, LONGEST_CELL) for called in (label, gettext(label)))})
