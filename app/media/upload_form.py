"""Reads the picture in a form that contains templates/media/_upload.html."""

from collections.abc import Mapping

from quart import request

from app.accounts.models import Account
from app.media.models import Media
from app.media.picture_shapes import Crop, Shape
from app.media.reencode import render_sizes
from app.media.upload_sandbox import NoPicture


async def store_upload(account: Account, form: Mapping[str, str], purpose: str = "") -> Media:
    """Stores the picture of a form and returns it.

    The fields are `picture`, `purpose`, and the region in `crop-x`, `crop-y`, `crop-width` and `crop-height`; the
    argument `purpose` overrides the field. A form without scripts may contain several pictures: then the file's field
    is named after the field that holds the picture, such as `cover-file`, and `name` says which.

    Raises: UnknownPurpose, InvalidCrop, NoPicture, those of `render_sizes` and of `Media.store`.
    """
    shape, crop = Shape.of(purpose or form.get("purpose", "")), Crop.of(form)
    files = await request.files
    for file in (*files.getlist("picture"), *files.getlist(f"{form.get('name', '')}-file")):
        if file.filename:
            return await Media.store(account, await render_sizes(file.read(), shape, crop))
    raise NoPicture
