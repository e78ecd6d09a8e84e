"""Which account a request is for: that of the page it came from, whatever another tab chose meanwhile."""

import re

import pytest
from jinja2 import Environment

from app.accounts.models import Account, Membership
from app.accounts.request_account import FIELD, HEADER
from app.accounts.roles import EDITOR, VIEWER
from app.kernel import clock
from app.kernel.package_files import ROOT
from app.links.models import Link
from app.web.templates import CarryWorkspace
from tests import world
from tests.client import Browser
from tests.subtests import as_subtests

LINKS = "/dashboard/links/"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


async def join(person: Account, account: Account, role: str) -> Membership:
    """Makes the owner of an account a member of another one."""
    user = await world.owner(person)
    return await Membership.create(user=user, account=account, role=role, created_at=clock.now())


async def owners_of_links() -> list[str]:
    return [link.account.name for link in await Link.all().order_by("created_at").select_related("account")]


def test_every_form_that_is_posted_carries_the_account_of_its_page() -> None:
    carrying = CarryWorkspace(Environment(autoescape=True))
    for path in TEMPLATES:
        source = path.read_text()
        forms = len(re.findall(r'<form\b[^<]*?\smethod="post"', source))
        assert carrying.preprocess(source, None).count("{{ workspace_field() }}") == forms, path.name


@pytest.mark.parametrize("attribute", ["""hx-config='{"timeout": 0}'""", """title='a > "b"'""", """alt="it's > 1\""""])
def test_a_form_carries_the_account_whatever_quotes_its_attributes_have(attribute: str) -> None:
    form = f'<form method="post" {attribute}>'
    assert CarryWorkspace(Environment(autoescape=True)).preprocess(form, None) == form + "{{ workspace_field() }}"


async def test_a_form_goes_to_the_account_of_its_page(as_sari: Browser, sari: Account, budi: Account) -> None:
    await join(sari, budi, EDITOR)
    form = {"url": world.DESTINATION, FIELD: str(budi.id)}
    answer = await as_sari.post(LINKS, form=form)
    assert answer.status_code == 303 and f"{FIELD}={budi.id}" in answer.headers["Location"]
    await as_sari.post(LINKS, form={"url": world.DESTINATION})
    await as_sari.post(LINKS, form={"url": "https://example.com/htmx"}, headers={HEADER: str(budi.id)})
    assert await owners_of_links() == ["Budi", "Sari", "Budi"]


async def test_a_page_shows_the_account_that_was_chosen_and_carries_it(
    as_sari: Browser, sari: Account, budi: Account
) -> None:
    await join(sari, budi, EDITOR)
    page = await (await as_sari.get(LINKS)).get_data(as_text=True)
    assert f'name="{FIELD}" value="{sari.id}"' in page and f'name="{FIELD}" value="{budi.id}"' not in page
    assert f'"{HEADER}": "{sari.id}"' in page


@as_subtests("carried", ["budi", "x", "\x00", "0" * 36, "x" * 10_000, "{}"])
async def test_an_account_of_others_is_refused_and_nothing_is_changed(
    as_sari: Browser, sari: Account, budi: Account, carried: str
) -> None:
    value = str(budi.id) if carried == "budi" else carried
    answer = await as_sari.post(LINKS, form={"url": world.DESTINATION, FIELD: value})
    assert answer.status_code == 409 and "Sari" in await answer.get_data(as_text=True)
    assert await Link.all().count() == 0


async def test_the_open_page_of_a_removed_member_does_nothing(as_sari: Browser, sari: Account, budi: Account) -> None:
    membership = await join(sari, budi, EDITOR)
    await membership.delete()
    answer = await as_sari.post(LINKS, form={"url": world.DESTINATION, FIELD: str(budi.id)})
    assert answer.status_code == 409 and await Link.all().count() == 0


async def test_a_viewer_reads_and_changes_nothing(as_sari: Browser, sari: Account, budi: Account) -> None:
    await join(sari, budi, VIEWER)
    link = await world.shorten(budi)
    assert (await as_sari.get(f"{LINKS}?{FIELD}={budi.id}")).status_code == 200
    answer = await as_sari.post(LINKS, form={"url": world.DESTINATION, FIELD: str(budi.id)})
    assert answer.status_code == 403 and "Budi" in await answer.get_data(as_text=True)
    assert await owners_of_links() == ["Budi"] and link.deleted_at is None
