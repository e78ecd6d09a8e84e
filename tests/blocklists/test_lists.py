"""Block lists are read in their formats, stored small, updated whole or not at all, and asked without an oracle."""

from __future__ import annotations

from array import array
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.blocklists import block_list, list_formats, list_updates
from app.blocklists.block_list import BlockList, BlockListChunk, contains, find_listed
from app.blocklists.destination_guard import DestinationRefused
from app.blocklists.host_names import InvalidHost, clean_host, defanged
from app.blocklists.list_formats import UnreadableList, entry_hash, keys_of_url, read_hashes
from app.jobs.worker import Worker
from app.kernel import clock, installation
from app.links.bulk_create import ItemRefused, create_links
from app.links.models import Link
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.plans.links_stop import LinksStopped
from tests import world
from tests.kernel.sockets import Conversation, serving

URLHAUS = b"""# comment
"id","dateadded","url","url_status"
"1","2026-11-01","http://shared.example/u/evil.exe?x=1","online"
"2","2026-11-01","https://bad.example:8443/","online"
"""


def listed(url: str, hashes: array[int]) -> bool:
    """Whether a list has an address."""
    return any(contains(hashes, entry_hash(key)) for key in keys_of_url(url))


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("domains", b"\xef\xbb\xbf# ours\nEvil.Example\n\n*.bad.example # why\r\n! adblock\nlocalhost\ncom\n"),
        ("hosts", b"127.0.0.1 localhost\n0.0.0.0 evil.example bad.example # two\n::1 ip6-localhost\n"),
    ],
)
def test_lists_of_hosts_cover_what_is_below(kind: str, content: bytes) -> None:
    hashes = read_hashes(content, kind)
    assert len(hashes) == 2
    assert listed("https://a.b.evil.example/x?y", hashes) and listed("http://BAD.example", hashes)
    assert listed("http://bad.example:81/", hashes)
    assert not listed("https://notevil.example", hashes) and not listed("https://example", hashes)


def test_urlhaus_lists_whole_addresses_on_shared_hosts() -> None:
    hashes = read_hashes(URLHAUS, "urlhaus")
    assert len(hashes) == 2
    assert listed("https://shared.example/u/evil.exe?x=1#part", hashes)
    assert not listed("https://shared.example/u/good", hashes)
    assert listed("http://bad.example:8443/", hashes) and not listed("http://bad.example/", hashes)


@pytest.mark.parametrize("content", [b"", b"#\n", b"\x00\xff\n" * 10, b"com\nnet\n", b"x" * 10_000])
def test_what_has_no_entry_is_no_list(content: bytes) -> None:
    with pytest.raises(UnreadableList):
        read_hashes(content, "domains")


def test_a_list_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_formats, "MAX_ENTRIES", 2)
    assert len(read_hashes(b"a.example\nb.example\n", "domains")) == 2
    with pytest.raises(UnreadableList):
        read_hashes(b"a.example\nb.example\nc.example\n", "domains")


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("Evil.example", "evil.example"),
        ("hxxps://evil[.]example/x", "evil.example"),
        ("b\u00fccher.example.", "xn--bcher-kva.example"),
    ],
)
def test_a_host_is_read_as_people_write_it(typed: str, host: str) -> None:
    assert clean_host(typed) == host


@pytest.mark.parametrize("typed", ["", "com", "a b.example", "kliqs.test", "test", "http://", "x" * 300 + ".example"])
def test_what_is_no_host_or_ours_is_refused(typed: str) -> None:
    with pytest.raises(InvalidHost):
        clean_host(typed)


def test_a_defanged_address_is_no_link() -> None:
    assert defanged("https://evil.example:81/a.b?c=d.e") == "hxxps://evil[.]example:81/a.b?c=d.e"


async def test_only_links_of_young_accounts_are_checked_before_they_lead(sari: Account, budi: Account) -> None:
    await block_list.add_list("Ours", "domains", content=b"evil.example\n")
    good = await world.shorten(sari, "good", "https://good.example/")
    evil = "https://www.evil.example/"
    with pytest.raises(DestinationRefused):
        await world.shorten(sari, "bad", evil)
    with pytest.raises(DestinationRefused):
        await good.edit(sari, url=evil)
    with pytest.raises(DestinationRefused):
        await good.edit(sari, fallback_url=evil)
    with pytest.raises(ItemRefused):
        await create_links(sari, [{"url": "https://good.example"}, {"url": evil}])
    page = await Page.make(sari, "kawung", Content(name="K", blocks=(Block.new("link", {"title": "x", "url": evil}),)))
    with pytest.raises(DestinationRefused):
        await page.publish(sari)
    assert await world.links_used(sari) == 1
    await Account.filter(id=budi.id).update(created_at=clock.now() - timedelta(days=8))
    await budi.refresh_from_db()
    assert await world.shorten(budi, "older", evil)


async def test_a_stopped_account_makes_no_link_and_leads_none_elsewhere(sari: Account) -> None:
    link = await world.shorten(sari, "good", "https://good.example/")
    stale = await Account.get(id=sari.id)
    await Account.filter(id=sari.id).update(links_stopped_at=clock.now())
    await sari.refresh_from_db()
    for account in (sari, stale):  # one was read before it was stopped
        with pytest.raises(LinksStopped):
            await Link.shorten(account, url="https://more.example/")
    with pytest.raises(LinksStopped):
        await link.edit(sari, url="https://other.example/")
    await link.edit(sari, title="Still mine")


async def updated(row: BlockList) -> BlockList:
    """The list after the job that updates it."""
    await list_updates.request_update(row)
    await Worker().run_due("blocklists.update_now")
    return await BlockList.get(id=row.id)


async def test_a_list_is_read_again_only_when_it_changed_and_a_failure_keeps_it(sari: Account) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": "127.0.0.1"})
    answers = [b"a.example\nevil.example\n", b"", b"<html>", b"c.example\n"]

    async def answer(conversation: Conversation) -> None:
        if conversation.header("If-None-Match") == '"1"' and len(answers) == 3:
            answers.pop(0)
            await conversation.send(b'HTTP/1.1 304 Same\r\nETag: "1"\r\n\r\n')
            return
        body = answers.pop(0)
        head = f'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: {len(body)}\r\n\r\n'
        await conversation.send(head.encode() + body)

    async with serving(answer) as server:
        row = await block_list.add_list("Theirs", "domains", "https://lists.example/hosts")
        await BlockList.filter(id=row.id).update(url=f"http://127.0.0.1:{server.port}/list")
        row = await updated(row)
        assert (row.entries, row.generation, row.failure) == (2, 1, "")
        row = await updated(row)  # 304
        assert (row.entries, row.generation) == (2, 1)
        row = await updated(row)  # no list at all
        assert row.failure and row.entries == 2
        assert await find_listed(keys_of_url("https://evil.example/"))
        row = await updated(row)
        assert (row.entries, row.generation, row.failure) == (1, 2, "")
        assert not await find_listed(keys_of_url("https://evil.example/"))
    assert {chunk.generation for chunk in await BlockListChunk.all()} == {2}
    row = await updated(row)  # nobody is there
    assert row.failure and row.entries == 1
