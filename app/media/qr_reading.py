"""Reads the QR codes in an uploaded picture."""

from app.kernel.refusal import N_
from app.kernel.text import replace_surrogates
from app.media.upload_sandbox import InvalidPicture, run_in_worker
from app.payloads import qris


class NoQrCodeFound(InvalidPicture):
    """Raised when a picture has no readable QR code."""

    says = N_("We see no QR code in that picture. Choose a sharper one, or crop it to the code.")


async def read_codes(raw: bytes) -> list[str]:
    """The texts of the QR codes in an uploaded picture, without duplicates; an empty list without any.

    Raises: those of `upload.run_in_worker`, all with the field "picture".
    """
    result, _ = await run_in_worker(raw, "codes")
    return [str(text) for text in result["codes"]]


async def read_qris(raw: bytes) -> str:
    """The text of the QRIS code in an uploaded picture, or that of its first QR code; it is not validated.

    Raises: NoQrCodeFound, those of `read_codes`.
    """
    texts = await read_codes(raw)
    if not texts:
        raise NoQrCodeFound
    return replace_surrogates(next((text for text in texts if text.startswith(qris.PREFIX)), texts[0]))
