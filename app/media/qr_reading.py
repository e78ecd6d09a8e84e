"""Which QR codes a picture holds."""

from app.kernel.refusal import N_
from app.kernel.text import whole
from app.media.upload import InvalidPicture, open_apart
from app.payloads import qris


class NoCodeSeen(InvalidPicture):
    says = N_("We see no QR code in that picture. Choose a sharper one, or crop it to the code.")


async def read_codes(raw: bytes) -> list[str]:
    """What the QR codes in an uploaded picture say, each text once; none found is an empty list.

    Refusals: those of `upload.open_apart`, all of the field "picture".
    """
    told, _ = await open_apart(raw, "codes")
    return [str(text) for text in told["codes"]]


async def read_qris(raw: bytes) -> str:
    """The text of the QRIS in an uploaded picture; where none is one, that of the first code. It is not checked.

    Refusals: NoCodeSeen, those of `read_codes`.
    """
    seen = await read_codes(raw)
    if not seen:
        raise NoCodeSeen
    return whole(next((text for text in seen if text.startswith(qris.FIRST)), seen[0]))
