"""What TikTok wants to know about a post, its limits, and the bodies of the calls that publish.

Source: developers.tiktok.com, "Content sharing guidelines", "Direct post", "Photo post", "Media transfer guide".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.kernel.refusal import N_
from app.publishing.networks.network import Choice, ContentProblem, JsonObject, Option
from app.publishing.networks.post_content import PostContent

SCOPES = ("user.info.basic", "video.publish")
PRIVATE = "SELF_ONLY"
CHUNK, LEAST_CHUNK = 10 * 1024**2, 5 * 1024**2  # bytes: TikTok takes chunks of 5 to 64 MB, the last up to 128 MB
ALLOWS = {"allow_comment": "comment_disabled", "allow_duet": "duet_disabled", "allow_stitch": "stitch_disabled"}
PRIVACY = (
    Choice("PUBLIC_TO_EVERYONE", N_("Everyone")),
    Choice("FOLLOWER_OF_CREATOR", N_("Followers")),
    Choice("MUTUAL_FOLLOW_FRIENDS", N_("Friends")),
    Choice(PRIVATE, N_("Only me")),
)
OPTIONS = (
    Option(
        "privacy_level",
        N_("Who can see it"),
        "choice",
        PRIVACY,
        required=True,
        explains=N_("Choose who can see it. There is no default here."),
        choices_key="privacy_level_options",
    ),
    Option("allow_comment", N_("Comment"), disabled_key="comment_disabled"),
    Option("allow_duet", N_("Duet"), disabled_key="duet_disabled"),
    Option("allow_stitch", N_("Stitch"), disabled_key="stitch_disabled"),
    Option(
        "promotes",
        N_("It promotes a brand, product or service"),
        explains=N_("Then say whether it is your own or somebody else's."),
    ),
    Option("brand_organic", N_("Your own brand"), explains=N_("TikTok labels it as promotional content.")),
    Option("brand_content", N_("Somebody else's brand"), explains=N_("TikTok labels it as a paid partnership.")),
    Option("is_aigc", N_("Made with AI"), explains=N_("TikTok labels it as made with AI.")),
)


def count_utf16(text: str) -> int:
    """Counts as TikTok does: characters beyond the basic plane, such as most emoji, are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def chunks(size: int) -> tuple[int, int]:
    """Returns the size and the number of the chunks of a video; the last one also has the remainder."""
    return (size, 1) if size < 2 * CHUNK else (CHUNK, size // CHUNK)


def problems(content: PostContent, details: Mapping[str, Any]) -> list[ContentProblem]:
    """What TikTok or its guidelines would refuse."""
    options, found = content.options, []
    for name, disabled in ALLOWS.items():
        if options.get(name) and details.get(disabled):
            says = N_("This is turned off in the TikTok account. Turn it off here too.")
            found.append(ContentProblem(f"options.{name}", says))
    if options.get("promotes") and not (options.get("brand_organic") or options.get("brand_content")):
        says = N_("Say whether the brand is your own or somebody else's.")
        found.append(ContentProblem("options.promotes", says))
    if options.get("brand_content") and options.get("privacy_level") == PRIVATE:
        says = N_("A paid partnership cannot be for you only. Choose who else can see it.")
        found.append(ContentProblem("options.privacy_level", says))
    return found + _media_problems(content, details)


def _media_problems(content: PostContent, details: Mapping[str, Any]) -> list[ContentProblem]:
    """Returns the problem of a video that is longer than this account may post."""
    most, seconds = details.get("most_seconds") or 0, max((file.seconds or 0 for file in content.videos), default=0)
    if most and seconds > most:
        says = N_("The video is %(seconds)s seconds long, this account may post %(most)s. Shorten it.")
        return [ContentProblem("media", says, {"seconds": round(seconds), "most": most})]
    return []


def video_info(content: PostContent) -> JsonObject:
    """Returns what `video/init` has to know about the post."""
    options = content.options
    return {
        **_info(content),
        "title": content.text,
        "disable_duet": not options.get("allow_duet"),
        "disable_stitch": not options.get("allow_stitch"),
        "is_aigc": bool(options.get("is_aigc")),
    }


def photo_post(content: PostContent) -> JsonObject:
    """Returns the body of `content/init`: TikTok fetches the photos by their addresses."""
    return {
        "media_type": "PHOTO",
        "post_mode": "DIRECT_POST",
        "post_info": {**_info(content), "description": content.text},
        "source_info": {
            "source": "PULL_FROM_URL",
            "photo_images": [file.public_url for file in content.images],
            "photo_cover_index": 0,
        },
    }


def _info(content: PostContent) -> JsonObject:
    """Returns what both kinds of posts have: what is not allowed by the person is turned off."""
    options = content.options
    return {
        "privacy_level": options.get("privacy_level"),
        "disable_comment": not options.get("allow_comment"),
        "brand_organic_toggle": bool(options.get("brand_organic")),
        "brand_content_toggle": bool(options.get("brand_content")),
    }
