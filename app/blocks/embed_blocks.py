"""Videos and music of other sites, behind a picture of ours: their player is asked for only when somebody taps.

Addresses of players: developers.google.com/youtube/player_parameters, developer.vimeo.com/player,
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
    """A player's own address, the origin it comes from, and how high it is: a ratio to its width, or pixels."""

    site: str
    url: str
    origin: str
    ratio: str = "16/9"
    pixels: int = 0


class UnknownPlayer(InvalidContent):
    field, says = "url", N_("We cannot play from there. Add it as a link instead.")


_ID = "([A-Za-z0-9_-]{6,64})"
_YOUTUBE = re.compile(
    r"https?://(?:www\.|m\.|music\.)?(?:youtube\.com/(?:watch\?(?:\S*&)?v=|shorts/|live/|embed/)|youtu\.be/)" + _ID)
_VIMEO = re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{5,12})")
_TIKTOK = re.compile(r"https?://(?:www\.)?tiktok\.com/@[\w.-]+/video/(\d{10,24})", re.ASCII)
_SPOTIFY = re.compile(
    r"https?://open\.spotify\.com/(?:intl-\w\w/)?(track|album|playlist|artist|episode|show)/([A-Za-z0-9]{10,40})",
    re.ASCII)
_SOUNDCLOUD = re.compile(r"https?://(?:www\.|m\.)?soundcloud\.com/[\w-]+/[\w/-]+", re.ASCII)
_APPLE = re.compile(r"https?://(?:embed\.)?music\.apple\.com/([a-z]{2}/(?:album|playlist|song)/[\w%.-]+/[\w.]+)",
                    re.ASCII)


def video(url: str) -> Player:
    """The player of a video's address. Refusals: UnknownPlayer."""
    if found := _YOUTUBE.match(url):
        return Player("YouTube", f"https://www.youtube-nocookie.com/embed/{found[1]}?autoplay=1",
                      "https://www.youtube-nocookie.com", "9/16" if "/shorts/" in url else "16/9")
    if found := _VIMEO.match(url):
        return Player("Vimeo", f"https://player.vimeo.com/video/{found[1]}?dnt=1&autoplay=1",
                      "https://player.vimeo.com")
    if found := _TIKTOK.match(url):
        return Player("TikTok", f"https://www.tiktok.com/player/v1/{found[1]}?autoplay=1",
                      "https://www.tiktok.com", "9/16")
    raise UnknownPlayer


def music(url: str) -> Player:
    """The player of a piece of music's address. Refusals: UnknownPlayer."""
    if found := _SPOTIFY.match(url):
        high = 152 if found[1] in {"track", "episode"} else 352
        return Player("Spotify", f"https://open.spotify.com/embed/{found[1]}/{found[2]}", "https://open.spotify.com",
                      "", high)
    if found := _SOUNDCLOUD.match(url):
        return Player("SoundCloud", f"https://w.soundcloud.com/player/?url={quote(found[0], safe='')}&auto_play=true",
                      "https://w.soundcloud.com", "", 166)
    if found := _APPLE.match(url):
        return Player("Apple Music", f"https://embed.music.apple.com/{found[1]}",
                      "https://embed.music.apple.com", "", 175)
    return video(url)


def _playable(given: dict[str, str]) -> dict[str, str]:
    video(given["url"])
    return given


def _audible(given: dict[str, str]) -> dict[str, str]:
    music(given["url"])
    return given


def player(kind: str, given: Mapping[str, str]) -> Player:
    """The player of a block."""
    return (video if kind == "video" else music)(given["url"])


_COVER = Field("picture", N_("Picture"), N_("Shown until somebody taps. Nothing is loaded from elsewhere before."),
               "picture", most=40)
VIDEO = Kind(
    "video", N_("Video"), N_("YouTube, TikTok or Vimeo. It loads only when somebody taps."), "video",
    (Field("title", N_("Title"), required=True, most=80),
     Field("url", N_("Address of the video"), N_("Copied from YouTube, TikTok or Vimeo."), "url", True, 500), _COVER),
    check=_playable,
    words="yt youtube shorts tiktok tt vimeo film putar play",
)
MUSIC = Kind(
    "music", N_("Music"), N_("Spotify, SoundCloud, Apple Music or YouTube. It loads only when somebody taps."),
    "music",
    (Field("title", N_("Title"), required=True, most=80),
     Field("url", N_("Address of the music"), N_("Copied from Spotify, SoundCloud, Apple Music or YouTube."), "url",
           True, 500), _COVER),
    check=_audible,
    words="lagu song spotify soundcloud apple musik podcast yt youtube album playlist putar play",
)
