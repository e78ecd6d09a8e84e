"""Files are checked against what a network takes, each fault in words with the file's name."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.kernel.i18n import language_context
from app.publishing.networks.network import MediaRules
from app.publishing.networks.post_content import GIF, IMAGE, VIDEO, MediaFile, PostContent
from app.publishing.posts.media_checks import media_problems
from app.publishing.posts.post_problem import problem_sentence
from tests.publishing.posts.stand_ins import Plain

RULES = MediaRules(
    most_images=2, most_videos=1, image_bytes=2_000_000, video_bytes=5_000_000, shortest=3, longest=60, most_alt=10
)


async def nothing(_first: int, _length: int) -> AsyncIterator[bytes]:
    yield b""


def file(kind: str = IMAGE, media_type: str = "image/jpeg", size: int = 1_000, **more: Any) -> MediaFile:
    return MediaFile("1", kind, media_type, size, nothing, filename="kopi.jpg", **more)


def sentences(rules: MediaRules, *files: MediaFile) -> list[str]:
    network = Plain()
    network.media_rules = rules
    with language_context("en"):
        return [problem_sentence(problem) for problem in media_problems(network, PostContent("1", "", files))]


@pytest.mark.parametrize(
    ("rules", "files", "said"),
    [
        (RULES, [], []),
        (RULES, [file(), file()], []),
        (MediaRules(needed=True), [], ["Warung takes no post without a picture or a video. Add one."]),
        (RULES, [file()] * 3, ["Warung takes 2 pictures, and there are 3."]),
        (RULES, [file(GIF, "image/gif")], ["Warung takes no GIFs here."]),
        (RULES, [file(), file(VIDEO, "video/mp4", seconds=9)], ["Not for Warung: one video or pictures, not both."]),
        (RULES, [file(media_type="image/webp")], ["Warung does not take “kopi.jpg” in this format."]),
        (RULES, [file(size=2_000_001)], ["“kopi.jpg” has 3 MB, and Warung takes 2 MB."]),
        (RULES, [file(VIDEO, "video/mp4", seconds=61.4)], ["“kopi.jpg” lasts 61 seconds, and Warung takes 60."]),
        (RULES, [file(VIDEO, "video/mp4", seconds=2)], ["“kopi.jpg” lasts 2 seconds, and Warung wants at least 3."]),
        (RULES, [file(VIDEO, "video/mp4", seconds=None)], []),  # nobody could measure it
        (
            RULES,
            [file(alt="a" * 11)],
            ["The description of “kopi.jpg” is too long: 11 characters, and Warung takes 10."],
        ),
    ],
)
def test_each_fault_is_told_with_its_numbers(rules: MediaRules, files: list[MediaFile], said: list[str]) -> None:
    assert sentences(rules, *files) == said


def test_all_faults_are_told_at_once() -> None:
    files = [file(media_type="image/webp", size=9_000_000), *[file()] * 2]

    assert len(sentences(RULES, *files)) == 3
