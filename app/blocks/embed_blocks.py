"""Blocks that embed videos and music of other sites. The player loads only when the visitor taps its preview picture.

Documentation of the players' URLs: developers.google.com/youtube/player_parameters, developer.vimeo.com/player,
developers.tiktok.com/doc/embed-player, developer.spotify.com/documentation/embeds.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from app.blocks.kind import Kind
from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent


class Player(NamedTuple):
    """An embeddable player. `url` is what its frame loads, `origin` is for the Content-Security-Policy.

    `ratio` is the CSS aspect ratio of the frame; when it is empty, `pixels` is its height.
    """

    site: str
    url: str
    origin: str
    ratio: str = "16/9"
    pixels: int = 0


class UnknownPlayer(InvalidContent):
    """The URL belongs to no site whose player we can embed."""

    field, says = "url", N_("We cannot play from there. Add it as a link instead.")


_ID = "([A-Za-z0-9_-]{6,64})"
_YOUTUBE = re.compile(
    r"https?://(?:www\.|m\.|music\.)?(?:youtube\.com/(?:watch\?(?:\S*&)?v=|shorts/|live/|embed/)|youtu\.be/)" + _ID
)
_VIMEO = re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{5,12})")
_TIKTOK = re.compile(r"https?://(?:www\.)?tiktok\.com/@[\w.-]+/video/(\d{10,24})", re.ASCII)
_SPOTIFY = re.compile(
    r"https?://open\.spotify\.com/(?:intl-\w\w/)?(track|album|playlist|artist|episode|show)/([A-Za-z0-9]{10,40})",
    re.ASCII,
)
_SOUNDCLOUD = re.compile(r"https?://(?:www\.|m\.)?soundcloud\.com/[\w-]+/[\w/-]+", re.ASCII)
_APPLE = re.compile(
    r"https?://(?:embed\.)?music\.apple\.com/([a-z]{2}/(?:album|playlist|song)/[\w%.-]+/[\w.]+)", re.ASCII
)


def video_player(url: str) -> Player:
    """The player for the URL of a YouTube, Vimeo or TikTok video. Raises: UnknownPlayer."""
    if match := _YOUTUBE.match(url):
        return Player(
            "YouTube",
            f"https://www.youtube-nocookie.com/embed/{match[1]}?autoplay=1",
            "https://www.youtube-nocookie.com",
            "9/16" if "/shorts/" in url else "16/9",
        )
    if match := _VIMEO.match(url):
        return Player(
            "Vimeo", f"https://player.vimeo.com/video/{match[1]}?dnt=1&autoplay=1", "https://player.vimeo.com"
        )
    if match := _TIKTOK.match(url):
        return Player(
            "TikTok", f"https://www.tiktok.com/player/v1/{match[1]}?autoplay=1", "https://www.tiktok.com", "9/16"
        )
    raise UnknownPlayer


def music_player(url: str) -> Player:
    """The player for a URL of Spotify, SoundCloud or Apple Music, or of a video. Raises: UnknownPlayer."""
    if match := _SPOTIFY.match(url):
        height = 152 if match[1] in {"track", "episode"} else 352
        return Player(
            "Spotify", f"https://open.spotify.com/embed/{match[1]}/{match[2]}", "https://open.spotify.com", "", height
        )
    if match := _SOUNDCLOUD.match(url):
        return Player(
            "SoundCloud",
            f"https://w.soundcloud.com/player/?url={quote(match[0], safe='')}&auto_play=true",
            "https://w.soundcloud.com",
            "",
            166,
        )
    if match := _APPLE.match(url):
        return Player(
            "Apple Music", f"https://embed.music.apple.com/{match[1]}", "https://embed.music.apple.com", "", 175
        )
    return video_player(url)


def _check_video(values: dict[str, str]) -> dict[str, str]:
    video_player(values["url"])
    return values


def _check_music(values: dict[str, str]) -> dict[str, str]:
    music_player(values["url"])
    return values


def player_of(kind: str, values: Mapping[str, str]) -> Player:
    """The player of a block by its kind, `video` or `music`, and its values. Raises: UnknownPlayer."""
    return (video_player if kind == "video" else music_player)(values["url"])


_COVER = Field(
    "picture",
    N_("Picture"),
    N_("Shown until somebody taps. Nothing is loaded from elsewhere before."),
    "picture",
    most=40,
)
VIDEO = Kind(
    "video",
    N_("Video"),
    N_("YouTube, TikTok or Vimeo. It loads only when somebody taps."),
    "video",
    (
        Field("title", N_("Title"), required=True, most=80),
        Field("url", N_("Address of the video"), N_("Copied from YouTube, TikTok or Vimeo."), "url", True, 500),
        _COVER,
    ),
    check=_check_video,
    words="yt youtube shorts tiktok tt vimeo film putar play",
)
MUSIC = Kind(
    "music",
    N_("Music"),
    N_("Spotify, SoundCloud, Apple Music or YouTube. It loads only when somebody taps."),
    "music",
    (
        Field("title", N_("Title"), required=True, most=80),
        Field(
            "url",
            N_("Address of the music"),
            N_("Copied from Spotify, SoundCloud, Apple Music or YouTube."),
            "url",
            True,
            500,
        ),
        _COVER,
    ),
    check=_check_music,
    words="lagu song spotify soundcloud apple musik podcast yt youtube album playlist putar play",
)
