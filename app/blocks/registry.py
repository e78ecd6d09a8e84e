"""The registry of all kinds of blocks, in the order in which the builder offers them."""

from app.blocks.embed_blocks import MUSIC, VIDEO
from app.blocks.interactive_blocks import CODE, CONTACT, EVENT, FORM, TIP
from app.blocks.kind import Kind
from app.blocks.link_blocks import LINK, MAP, PRODUCT, SOCIAL, WHATSAPP
from app.blocks.picture_blocks import GALLERY, IMAGE
from app.blocks.post_blocks import POSTS
from app.blocks.text_blocks import DIVIDER, FAQ, HEADING, TEXT
from app.kernel.refusal import N_, InvalidRequest

KINDS = {
    kind.key: kind
    for kind in (
        LINK,
        HEADING,
        TEXT,
        SOCIAL,
        WHATSAPP,
        PRODUCT,
        IMAGE,
        GALLERY,
        VIDEO,
        MUSIC,
        POSTS,
        FORM,
        EVENT,
        FAQ,
        CONTACT,
        MAP,
        TIP,
        CODE,
        DIVIDER,
    )
}


class UnknownKind(InvalidRequest):
    """No kind of block has this key."""

    field, says = "kind", N_("There is no block of that kind.")


def get_kind(key: str) -> Kind:
    """The kind with a key such as `link`. Raises: UnknownKind."""
    if key not in KINDS:
        raise UnknownKind
    return KINDS[key]
