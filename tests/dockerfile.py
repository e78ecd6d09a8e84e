"""The Dockerfile as its instructions, for tests that follow them where no Docker is."""

import json
import re
import shlex
from typing import NamedTuple

from tests.serving import ROOT


class Instruction(NamedTuple):
    """An instruction of a stage; stages count from 0, `words` is all behind the keyword."""

    stage: int
    keyword: str
    words: str


def instructions() -> list[Instruction]:
    """Every instruction in its order, continued lines joined, comments left out."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE).replace("\\\n", " ")
    stage, parsed = -1, []
    for line in filter(None, map(str.strip, text.splitlines())):
        keyword, _, words = line.partition(" ")
        stage += keyword == "FROM"
        parsed.append(Instruction(stage, keyword, words.strip()))
    return parsed


def of_kind(keyword: str, stage: int | None = None) -> list[str]:
    """What stands behind each instruction of a kind, in one stage or in all of them."""
    return [
        instruction.words
        for instruction in instructions()
        if instruction.keyword == keyword and stage in {None, instruction.stage}
    ]


def copied() -> list[str]:
    """The files and folders that COPY takes from the build context."""
    sources = [words.split()[:-1] for words in of_kind("COPY") if not words.startswith("--from=")]
    return [name for names in sources for name in names]


def image_environment() -> dict[str, str]:
    """The KLIQS_ settings that the image brings."""
    pairs = [pair.partition("=") for words in of_kind("ENV", 1) for pair in shlex.split(words)]
    return {name: value for name, _, value in pairs if name.startswith("KLIQS_")}


def health_check() -> list[str]:
    """The command of HEALTHCHECK, as its words."""
    [words] = of_kind("HEALTHCHECK")
    return [str(word) for word in json.loads(words.partition(" CMD ")[2])]
