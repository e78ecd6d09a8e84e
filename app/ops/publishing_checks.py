"""What `kliqs doctor` says of publishing: networks, tokens, what waits for people, files, and what measures videos."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from uuid import UUID

from app.kernel import clock, encryption
from app.kernel.config import Config
from app.kernel.storage_calls import call, current
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.connections.redirect_uri import redirect_uri
from app.publishing.connections.token_store import decrypt_tokens, tokens_purpose
from app.publishing.files import file_store
from app.publishing.files.file_kinds import STORED_ENDINGS
from app.publishing.files.post_file import READY, PostFile
from app.publishing.files.video_check import FFPROBE, PYAV, measuring_program
from app.publishing.networks.errors import ReconnectNeeded
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts.phases import UNCONFIRMED
from app.publishing.posts.post_variant import PostVariant

PROGRAMS = {FFPROBE: "ffprobe", PYAV: "PyAV"}
VERSION_OLD = 10  # months after which a version of LinkedIn's API must be replaced soon


async def check_publishing(config: Config) -> AsyncGenerator[Finding]:
    """Yields the findings; one only, where publishing is switched off."""
    if not config.publishing:
        yield Finding("Publishing to social networks is off (KLIQS_PUBLISHING).")
        return
    set_up = sorted((network for network in NETWORKS.values() if network.configured()), key=lambda each: each.label)
    names = ", ".join(network.label for network in set_up)
    yield Finding(f"Posts go out by themselves to: {names or 'no network'}; to others by hand.")
    for network in set_up:
        if not network.needs_server:
            yield Finding(f"{network.label} sends people back to {redirect_uri(network.name)}, as its app has to say.")
    if config.linkedin_client_id:
        yield check_linkedin_version(config)
    yield await count_waiting()
    yield await check_tokens()
    yield await check_files()
    yield check_videos()


def check_videos() -> Finding:
    """Which program measures videos and which draws their posters, if there is one."""
    program = measuring_program()
    if not program:
        return Finding(
            "Nothing measures videos here, so networks may refuse what is too long: install ffmpeg, or Kliqs as "
            "kliqs[video] (PyAV)."
        )
    return Finding(f"{PROGRAMS[program]} measures the videos of posts.")


def check_linkedin_version(config: Config) -> Finding:
    """Whether the version of LinkedIn's API, which it keeps for a year, is still a while from its end."""
    version, today = config.linkedin_version, clock.now()
    months = (today.year - int(version[:4])) * 12 + today.month - int(version[4:])
    if months >= VERSION_OLD:
        says = f"KLIQS_LINKEDIN_VERSION is {version}, and LinkedIn refuses versions after a year: set a newer one."
        return Finding(says, False)
    return Finding(f"The version of LinkedIn's API is {version}; it may be replaced within a year of that month.")


async def count_waiting() -> Finding:
    """How many connections there are, and how many posts and connections wait for a person."""
    live = Connection.filter(disconnected_at=None)
    broken = await live.filter(state=NEEDS_RECONNECT).count()
    unsure = await PostVariant.filter(phase=UNCONFIRMED, post__deleted_at=None).count()
    have = "has" if broken == 1 else "have"
    return Finding(
        f"Connected accounts: {await live.count()}, of which {broken} {have} to be connected again. "
        f"A person has to say of {count_of(unsure, 'post', 'posts')} whether it went out."
    )


async def check_tokens() -> Finding:
    """Whether KLIQS_SECRET_KEY still has the secrets that tokens of connections are encrypted under."""
    unreadable = outdated = 0
    async for connection in Connection.exclude(tokens=""):
        try:
            decrypt_tokens(connection)
        except ReconnectNeeded:
            unreadable += 1
        else:
            outdated += encryption.is_outdated(connection.tokens, tokens_purpose(connection.id))
    if unreadable:
        connections = count_of(unreadable, "connection", "connections")
        says = f"The tokens of {connections} need a secret that is not in KLIQS_SECRET_KEY any more"
        return Finding(f"{says}: put it back, last, or let their owners connect again.", False)
    if outdated:
        connections = count_of(outdated, "connection", "connections")
        says = f"The tokens of {connections} still need an older secret of KLIQS_SECRET_KEY"
        return Finding(f"{says}: keep it, or run kliqs reencrypt.")
    return Finding("Tokens of connections need no other secret than the newest.")


async def check_files() -> Finding:
    """Whether the file of each picture and video of posts is there."""
    rows = await PostFile.filter(state=READY).values_list("id", "media_type")
    names = [file_store.name_of(UUID(str(id)), STORED_ENDINGS[media_type]) for id, media_type in rows]
    missing = await call(_missing, names)
    if missing:
        return Finding(
            f"{count_of(len(missing), 'file of a post is', 'files of posts are')} missing, the first is {missing[0]}.",
            False,
        )
    return Finding("Every picture and video of posts is there.")


def _missing(names: Iterable[str]) -> list[str]:
    """The names of files that are not in the storage."""
    return sorted({*names} - {file.name for file in file_store.files_in(current())})
