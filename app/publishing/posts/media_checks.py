"""Checks the files of a variant against what its network takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.kernel.refusal import N_
from app.publishing.networks.network import ContentProblem, MediaRules, Network
from app.publishing.networks.post_content import GIF, IMAGE, VIDEO, MediaFile, PostContent

NEEDED = N_("%(network)s takes no post without a picture or a video. Add one.")
NOT_MIXED = N_("Not for %(network)s: one video or pictures, not both.")
NO_IMAGES, NO_GIFS, NO_VIDEOS = (
    N_("%(network)s takes no pictures here."),
    N_("%(network)s takes no GIFs here."),
    N_("%(network)s takes no videos here."),
)
TOO_MANY_IMAGES, TOO_MANY_GIFS, TOO_MANY_VIDEOS = (
    N_("%(network)s takes %(most)s pictures, and there are %(count)s."),
    N_("%(network)s takes %(most)s GIFs, and there are %(count)s."),
    N_("%(network)s takes %(most)s videos, and there are %(count)s."),
)
WRONG_TYPE = N_("%(network)s does not take “%(file)s” in this format.")
TOO_LARGE = N_("“%(file)s” has %(size)s MB, and %(network)s takes %(most)s MB.")
TOO_SHORT = N_("“%(file)s” lasts %(seconds)s seconds, and %(network)s wants at least %(least)s.")
TOO_LONG = N_("“%(file)s” lasts %(seconds)s seconds, and %(network)s takes %(most)s.")
ALT_TOO_LONG = N_("The description of “%(file)s” is too long: %(count)s characters, and %(network)s takes %(most)s.")
MB = 1_000_000  # as networks count


def media_problems(network: Network, content: PostContent) -> Iterator[ContentProblem]:
    """Yields what is wrong with the files: none, too many, mixed, and of each file its type, size and duration."""
    rules, files = network.media_rules, content.media
    if not files:
        if rules.needed:
            yield ContentProblem("media", NEEDED, {"network": network.label})
        return
    yield from _number_problems(network, rules, files)
    for file in files:
        yield from _file_problems(network, rules, file)


def _number_problems(network: Network, rules: MediaRules, files: tuple[MediaFile, ...]) -> Iterator[ContentProblem]:
    """Yields whether there are too many files of a kind, and whether kinds are mixed."""
    counts = Counter(file.kind for file in files)
    if len(counts) > 1 and not rules.mixed:
        yield ContentProblem("media", NOT_MIXED, {"network": network.label})
    for kind, most, none, too_many in (
        (IMAGE, rules.most_images, NO_IMAGES, TOO_MANY_IMAGES),
        (GIF, rules.most_gifs, NO_GIFS, TOO_MANY_GIFS),
        (VIDEO, rules.most_videos, NO_VIDEOS, TOO_MANY_VIDEOS),
    ):
        if counts[kind] > most:
            facts = {"network": network.label, "most": most, "count": counts[kind]}
            yield ContentProblem("media", too_many if most else none, facts)


def _file_problems(network: Network, rules: MediaRules, file: MediaFile) -> Iterator[ContentProblem]:
    """Yields what is wrong with one file; what nobody could measure is not checked."""
    name = {"network": network.label, "file": file.filename or file.media_type}
    types = rules.video_types if file.kind == VIDEO else rules.image_types
    if file.kind != GIF and file.media_type not in types:
        yield ContentProblem("media", WRONG_TYPE, name)
    most = {IMAGE: rules.image_bytes, GIF: rules.gif_bytes, VIDEO: rules.video_bytes}[file.kind]
    if most and file.size > most:
        yield ContentProblem("media", TOO_LARGE, {**name, "size": -(-file.size // MB), "most": most // MB})
    if file.kind == VIDEO and file.seconds is not None:
        yield from _duration_problems(rules, file.seconds, name)
    if rules.most_alt and len(file.alt) > rules.most_alt:
        yield ContentProblem("media", ALT_TOO_LONG, {**name, "count": len(file.alt), "most": rules.most_alt})


def _duration_problems(rules: MediaRules, seconds: float, name: dict[str, str]) -> Iterator[ContentProblem]:
    """Yields whether a video is too short or too long."""
    if rules.shortest and seconds < rules.shortest:
        yield ContentProblem("media", TOO_SHORT, {**name, "seconds": round(seconds, 1), "least": rules.shortest})
    if rules.longest and seconds > rules.longest:
        yield ContentProblem("media", TOO_LONG, {**name, "seconds": round(seconds), "most": round(rules.longest)})
