"""A form with a picture in it, as templates/media/_upload.html sends it."""

from collections.abc import Mapping

from quart import request

from app.accounts.models import Account
from app.media.models import Media
from app.media.picture_shapes import Crop, Shape
from app.media.reencode import drawn
from app.media.upload import NoPicture


async def uploaded(account: Account, form: Mapping[str, str], purpose: str = "") -> Media:
    """Keeps the picture of a form: `picture`, `purpose`, and the region of it in `crop-x`, `crop-y`, `crop-width` and
    `crop-height`; `purpose` given here goes before the form's. A form without scripts may have several pictures: then
    the file is called as the field `name` says that holds it, `cover-file`.

    Refusals: UnknownPurpose, InvalidCrop, NoPicture, those of `picture.drawn` and of `Media.keep`.
    """
    shape, crop = Shape.of(purpose or form.get("purpose", "")), Crop.of(form)
    files = await request.files
    for file in (*files.getlist("picture"), *files.getlist(f"{form.get('name', '')}-file")):
        if file.filename:
            return await Media.keep(account, await drawn(file.read(), shape, crop))
    raise NoPicture
