from app.accounts.models import Account
from app.keys.models import ApiKey, Usage
from app.links.lifecycle import State
from app.links.models import Link
from app.names.models import Name
from app.ops import demo
from tests import world

PASSWORD = "batik and coffee"


async def test_the_demo_world_is_believable(database: str) -> None:
    made = await demo.build(PASSWORD)

    links = await Link.all()
    accounts = {account.name.split()[0]: account for account in await Account.all()}
    assert made.made
    assert len(links) == 40
    assert {link.state for link in links} == set(State) - {State.DELETED, State.BLOCKED}
    assert [link.short_code for link in links if link.archived_at] == ["gayo-1111"]
    assert any(link.click_limit for link in links)
    assert any(link.via_api for link in links)
    assert all(0 <= link.scans <= link.followed <= (link.click_limit or link.followed) for link in links)
    assert all(link.last_followed_at is None or link.created_at < link.last_followed_at for link in links)
    assert [await world.links_used(accounts[name]) for name in ("Sari", "Budi", "Dewi")] == [4, 22, 14]
    assert {name: account.plan_name for name, account in accounts.items()} == {
        "Sari": "free", "Budi": "pro", "Dewi": "business",
    }


async def test_everybody_in_it_can_sign_in_and_the_key_works(database: str) -> None:
    made = await demo.build(PASSWORD)

    for person in demo.CAST:
        assert (await Account.authenticate(person.email, PASSWORD, "192.0.2.1")).name == person.name
    key = await ApiKey.present(made.key)
    assert (await Usage.share(key.account)).used == demo.REQUESTS


async def test_a_second_time_only_changes_the_passwords(database: str) -> None:
    await demo.build(PASSWORD)
    before = [await model.all().count() for model in (Account, Link, Name, ApiKey, Usage)]

    again = await demo.build("another password")

    assert not again.made
    assert [await model.all().count() for model in (Account, Link, Name, ApiKey, Usage)] == before
    await Account.authenticate("sari@example.com", "another password", "192.0.2.1")


async def test_it_takes_no_name_from_somebody_real(database: str) -> None:
    (somebody,) = await world.crowd(1)
    theirs = await world.shorten(somebody, "ig-sari")

    await demo.build(PASSWORD)

    link, _ = await Link.named("ig-sari")
    assert link is not None
    assert link.id == theirs.id
    assert await Link.filter(title="Instagram studio").count() == 1
