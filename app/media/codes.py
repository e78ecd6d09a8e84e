"""Which QR codes a picture holds."""

from app.media.upload import open_apart


async def read_codes(raw: bytes) -> list[str]:
    """What the QR codes in an uploaded picture say, each text once; none found is an empty list.

    Refusals: those of `upload.open_apart`, all of the field "picture".
    """
    told, _ = await open_apart(raw, "codes")
    return [str(text) for text in told["codes"]]
