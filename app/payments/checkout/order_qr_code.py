"""The QR code of an order: drawn here from its text, large and sharp.

A provider that sends a picture alone has its text read from it; where that fails the picture is shown as it is.
"""

from __future__ import annotations

import base64
import io
from contextlib import suppress
from functools import lru_cache

from app.kernel.refusal import Refusal
from app.media.qr_reading import read_codes
from app.payments.order import Order
from app.payments.order_state import OPEN
from app.payments.providers.message_fields import is_code_text

QUIET_ZONE = 4  # modules, of ISO/IEC 18004
PNG_MODULE = 16  # pixels: a picture that an app reads from the gallery is large
CORRECTION = "m"


async def read_picture(order: Order) -> None:
    """Stores the text of a code that came as a picture, if there is exactly one code in it, which can be drawn."""
    if order.qr_text or not order.qr_image:
        return
    with suppress(Refusal):
        texts = await read_codes(base64.b64decode(order.qr_image))
        if len(texts) == 1 and is_code_text(texts[0]):
            await Order.filter(id=order.id, qr_text="", state__in=list(OPEN)).update(qr_text=texts[0])


def picture_uri(order: Order) -> str:
    """Returns the code as a data URI for an image, black on white in every theme; empty for an order without one."""
    if order.qr_text:
        return draw_uri(order.qr_text)
    return f"data:image/png;base64,{order.qr_image}" if order.qr_image else ""


def draw_png(order: Order) -> bytes:
    """Returns the code as a PNG, to be saved on a phone and opened in a banking app; empty for an order without one."""
    if not order.qr_text:
        return base64.b64decode(order.qr_image)
    import segno  # not above: a server starts without it

    file = io.BytesIO()
    code = segno.make_qr(order.qr_text, error=CORRECTION)
    code.save(file, kind="png", scale=PNG_MODULE, border=QUIET_ZONE, dark="#000", light="#fff")
    return file.getvalue()


@lru_cache(256)
def draw_uri(text: str) -> str:
    """Returns the code of a text as a data URI for an image, black on white in every theme."""
    import segno  # not above, as in draw_png

    code = segno.make_qr(text, error=CORRECTION)
    return str(code.svg_data_uri(border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True))
