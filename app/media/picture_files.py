"""The files of a picture: written and dropped together, and offered to browsers by width and kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from app.media import file_store
from app.media.reencode import Picture

PATH = "/media/"
KINDS = ("avif", "webp")  # a browser takes the first that it knows
MAIN = ""


class Source(NamedTuple):
    """A `<source>`: its media type, and its srcset with widths."""

    type: str
    srcset: str


@dataclass(slots=True)
class Files:
    """`main` is the name of the largest, `sizes` are names by width and kind, `contents` bytes by width and kind."""

    main: str = ""
    sizes: dict[str, str] = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict)
    media_type: str = ""

    @classmethod
    def of(cls, picture: Picture) -> Self:
        return cls(contents=cls.contents_of(picture), media_type=picture.media_type)

    @staticmethod
    def contents_of(picture: Picture) -> dict[str, bytes]:
        """The largest stands under no name."""
        return {**picture.sizes, MAIN: picture.content}

    async def write(self, salt: bytes) -> None:
        """Keeps them all on the disk, or none."""
        try:
            for name, content in self.contents.items():
                media_type = self.media_type if name == MAIN else file_store.media_type_of(name)
                self._call(name, await file_store.write(content, media_type, salt))
        except BaseException:
            await self.drop()
            raise

    def _call(self, name: str, file: str) -> None:
        if name == MAIN:
            self.main = file
        else:
            self.sizes[name] = file

    async def restore(self) -> None:
        """Puts back what the data directory lost."""
        for name, content in self.contents.items():
            if file := self.main if name == MAIN else self.sizes.get(name, ""):
                await file_store.restore(file, content)

    async def drop(self) -> None:
        """Deletes what is there of them."""
        for file in {self.main, *self.sizes.values()} - {""}:
            await file_store.drop(file)


def address(file: str) -> str:
    """Where everybody finds a file."""
    return PATH + file


def sources(variants: Mapping[str, str]) -> list[Source]:
    """Each kind with all its widths, the kind with the smallest files first."""
    found = []
    for kind in KINDS:
        if widths := widths_of(variants, kind):
            srcset = ", ".join(f"{address(file)} {width}w" for width, file in widths)
            found.append(Source(f"image/{kind}", srcset))
    return found


def nearest(variants: Mapping[str, str], width: int) -> str:
    """The WebP of at least this width, or the widest; empty where there are none."""
    widths = widths_of(variants, "webp")
    return next((file for wide, file in widths if wide >= width), widths[-1][1] if widths else "")


def widths_of(variants: Mapping[str, str], kind: str) -> list[tuple[int, str]]:
    """The files of a kind with their widths in pixels, the narrowest first."""
    named = ((name.partition("."), file) for name, file in variants.items())
    return sorted((int(width), file) for (width, _, of), file in named if of == kind)
