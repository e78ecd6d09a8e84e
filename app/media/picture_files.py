"""The files of a picture in all its sizes: written and deleted as a set, and listed for browsers by width and kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from app.media import file_store
from app.media.reencode import EncodedPicture

PATH = "/media/"
KINDS = ("avif", "webp")  # a browser takes the first that it supports
MAIN = ""  # the key of the largest file


class PictureSource(NamedTuple):
    """A `<source>` element: its media type and its srcset with widths."""

    type: str
    srcset: str


@dataclass(slots=True)
class PictureFiles:
    """The files of one picture.

    `main` is the name of the largest file, `sizes` are names by width and kind ("480.webp"), `contents` the bytes by
    the same keys, with the largest under MAIN.
    """

    main: str = ""
    sizes: dict[str, str] = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict)
    media_type: str = ""

    @classmethod
    def of(cls, picture: EncodedPicture) -> Self:
        """The files of a picture that is not written yet."""
        return cls(contents=cls.contents_of(picture), media_type=picture.media_type)

    @staticmethod
    def contents_of(picture: EncodedPicture) -> dict[str, bytes]:
        """The bytes of each file, by width and kind; the largest under MAIN."""
        return {**picture.sizes, MAIN: picture.content}

    async def write(self, salt: bytes) -> None:
        """Writes all files, or none: after an error it deletes those already written."""
        try:
            for name, content in self.contents.items():
                media_type = self.media_type if name == MAIN else file_store.media_type_of(name)
                self._record_name(name, await file_store.write_file(content, media_type, salt))
        except BaseException:
            await self.delete()
            raise

    def _record_name(self, name: str, file: str) -> None:
        """Stores the name under which a file was written."""
        if name == MAIN:
            self.main = file
        else:
            self.sizes[name] = file

    async def restore(self) -> None:
        """Writes again the files that are missing from the data directory."""
        for name, content in self.contents.items():
            if file := self.main if name == MAIN else self.sizes.get(name, ""):
                await file_store.restore_file(file, content)

    async def delete(self) -> None:
        """Deletes the files that exist."""
        for file in {self.main, *self.sizes.values()} - {""}:
            await file_store.delete_file(file)


def url_path(file: str) -> str:
    """The public URL path of a file."""
    return PATH + file


def picture_sources(variants: Mapping[str, str]) -> list[PictureSource]:
    """One `<source>` for each kind with all its widths, the kind with the smallest files first."""
    elements = []
    for kind in KINDS:
        if widths := files_by_width(variants, kind):
            srcset = ", ".join(f"{url_path(file)} {width}w" for width, file in widths)
            elements.append(PictureSource(f"image/{kind}", srcset))
    return elements


def webp_at_least(variants: Mapping[str, str], width: int) -> str:
    """The name of the WebP of at least this width, or of the widest; empty without any."""
    widths = files_by_width(variants, "webp")
    return next((file for wide, file in widths if wide >= width), widths[-1][1] if widths else "")


def files_by_width(variants: Mapping[str, str], kind: str) -> list[tuple[int, str]]:
    """The files of a kind with their widths in pixels, the narrowest first."""
    named = ((name.partition("."), file) for name, file in variants.items())
    return sorted((int(width), file) for (width, _, of), file in named if of == kind)
