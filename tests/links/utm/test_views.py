"""The UTM builder in the link editor, and the page of saved templates."""

import asyncio
import re
from typing import Any

import pytest

from app.accounts.models import Account
from app.links.models import Link
from app.links.utm.models import MAX_TEMPLATES, TooManyTemplates, UtmTemplate
from app.team.audit_entry import AuditEntry
from tests import world
from tests.client import Browser
from tests.questions import ask_before

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
HOME, NEW = "/dashboard/links/utm/", "/dashboard/links/new/utm/"
PARAMETERS = {"source": "instagram", "medium": "social", "campaign": "", "term": "", "content": ""}


async def template_of(account: Account, name: str = "Musim hujan") -> UtmTemplate:
    return await UtmTemplate.save_new(account, name, PARAMETERS)


async def press(browser: Browser, link: Link, action: str, headers: Any = None, **fields: str) -> tuple[int, str]:
    form = {"url": link.destination_url, "slug": link.short_code, "title": "typed", "version": "1"} | fields
    answer = await browser.post(f"/dashboard/links/{link.id}/utm/{action}", form=form, headers=headers or {})
    return answer.status_code, await answer.get_data(as_text=True)


async def test_the_editor_shows_the_parameters_of_the_destination(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo", "https://a.id/?utm_source=ig&x=1")
    page = await (await as_budi.get(f"/dashboard/links/{link.id}/edit")).get_data(as_text=True)
    assert re.search(r'name="utm_source"[^>]* value="ig"', page)


async def test_a_button_puts_them_into_the_destination_keeps_what_was_typed_and_saves_nothing(
    as_budi: Browser, budi: Account
) -> None:
    link = await world.shorten(budi, "promo", "https://a.id/?x=1#top")
    status, page = await press(as_budi, link, "apply", utm_source="ig", utm_campaign="lebaran 2027")
    assert status == 200
    result = "https://a.id/?x=1&amp;utm_source=ig&amp;utm_campaign=lebaran%202027#top"
    assert f'value="{result}"' in page and result in page
    assert 'value="typed"' in page
    assert (await Link.get(id=link.id)).destination_url == "https://a.id/?x=1#top"
    status, piece = await press(as_budi, link, "apply", HX, utm_source="ig", utm_campaign="lebaran 2027")
    assert result in piece and "<html" not in piece and f'hx-target="#link-{link.id}-destination"' in piece


async def test_saving_the_link_applies_what_was_typed_into_the_builder_without_the_button(
    as_budi: Browser, budi: Account
) -> None:
    link = await world.shorten(budi, "promo", "https://a.id/?utm_medium=old")
    form = {"url": link.destination_url, "slug": "promo", "utm_source": "ig", "utm_medium": ""}
    shown = {"utm_shown": "source=&medium=old&campaign=&term=&content="}
    answer = await as_budi.post(f"/dashboard/links/{link.id}", form=form | shown)
    assert answer.status_code == 303
    assert (await Link.get(id=link.id)).destination_url == "https://a.id/?utm_source=ig"


async def test_a_destination_typed_anew_wins_over_a_builder_that_nobody_touched(
    as_budi: Browser, budi: Account
) -> None:
    link = await world.shorten(budi, "promo", "https://a.id/?utm_medium=old")
    untouched = {"utm_medium": "old", "utm_source": "", "utm_shown": "source=&medium=old&campaign=&term=&content="}
    form = {"url": "https://b.id/?utm_source=tiktok", "slug": "promo"} | untouched
    await as_budi.post(f"/dashboard/links/{link.id}", form=form)
    assert (await Link.get(id=link.id)).destination_url == "https://b.id/?utm_source=tiktok"


async def test_a_template_is_saved_and_used_in_another_link(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo", "https://a.id/?utm_campaign=own")
    status, page = await press(as_budi, link, "save", utm_source="ig", utm_name="Musim hujan")
    template = await UtmTemplate.get(account=budi)
    assert (status, template.name, template.parameters) == (200, "Musim hujan", {"source": "ig"})
    assert "The template is saved." in page and f'<option value="{template.id}"' in page
    assert await AuditEntry.filter(act="links.build_utm.save", thing="Musim hujan").exists()
    status, page = await press(as_budi, link, "use", utm_template=str(template.id))
    assert "https://a.id/?utm_campaign=own&amp;utm_source=ig" in page
    assert not await AuditEntry.filter(act="links.build_utm.use").exists()


@pytest.mark.parametrize(
    ("action", "fields", "field", "message"),
    [
        ("save", {"utm_source": "ig"}, "utm_name", "Give the template a name"),
        ("save", {"utm_name": "x"}, "utm_source", "at least one"),
        ("save", {"utm_name": "musim HUJAN", "utm_source": "ig"}, "utm_name", "already"),
        ("save", {"utm_name": "x" * 61, "utm_source": "ig"}, "utm_name", "60"),
        ("apply", {"utm_source": "x" * 201}, "utm_source", "200"),
        ("use", {"utm_template": "999999"}, "utm_template", "Choose one"),
        ("use", {"utm_template": "9" * 30}, "utm_template", "Choose one"),
        ("use", {}, "utm_template", "Choose one"),
    ],
)
async def test_a_fault_stands_by_its_field_and_nothing_typed_is_lost(
    action: str, fields: dict[str, str], field: str, message: str, as_budi: Browser, budi: Account
) -> None:
    link = await world.shorten(budi, "promo")
    await template_of(budi)
    for headers in ({}, HX):
        status, page = await press(as_budi, link, action, headers, **fields)
        assert status == 400
        assert re.search(rf'name="{field}"[^>]* aria-invalid="true"', page)
        assert message in page
        assert headers or 'value="typed"' in page
    assert await UtmTemplate.all().count() == 1


async def test_templates_are_listed_renamed_and_deleted_without_scripts(as_budi: Browser, budi: Account) -> None:
    assert "No templates yet" in await (await as_budi.get(HOME)).get_data(as_text=True)
    answer = await as_budi.post(HOME, form={"utm_name": "Musim hujan", "utm_source": "ig"})
    assert (answer.status_code, answer.location) == (303, HOME)
    template = await UtmTemplate.get(account=budi)
    await as_budi.post(f"{HOME}{template.id}", form={"utm_name": "Musim <b>kering</b>"})
    page = await (await as_budi.get(HOME)).get_data(as_text=True)
    assert "Musim &lt;b&gt;kering&lt;/b&gt;" in page and "1 of 50" in page
    await template_of(budi, "Other")
    answer = await as_budi.post(f"{HOME}{template.id}", form={"utm_name": "OTHER"})
    assert answer.status_code == 400 and "already" in await answer.get_data(as_text=True)
    answer = await as_budi.post(HOME, form={"utm_name": "", "utm_source": "kept"})
    assert answer.status_code == 400 and 'value="kept"' in await answer.get_data(as_text=True)
    await ask_before(as_budi, HOME, f"{HOME}{template.id}/delete")
    await as_budi.post(f"{HOME}{template.id}/delete")
    assert [each.name for each in await UtmTemplate.all()] == ["Other"]


async def test_a_strangers_template_is_not_found(as_budi: Browser, sari: Account) -> None:
    template = await template_of(sari)
    for tail in ("", "/delete"):
        assert (await as_budi.post(f"{HOME}{template.id}{tail}", form={"utm_name": "mine"})).status_code == 404
    assert (await UtmTemplate.get(id=template.id)).name == "Musim hujan"
    assert (await as_budi.post(f"{HOME}{10**30}", form={"utm_name": "x"})).status_code == 404


async def test_an_account_has_fifty_templates_at_most_however_many_are_saved_at_once(budi: Account) -> None:
    for number in range(MAX_TEMPLATES - 2):
        await template_of(budi, f"template {number}")
    saves = (template_of(budi, f"late {number}") for number in range(10))
    outcomes = await asyncio.gather(*saves, return_exceptions=True)
    assert sum(isinstance(outcome, TooManyTemplates) for outcome in outcomes) == 8
    assert await UtmTemplate.owned_by(budi).count() == MAX_TEMPLATES


@pytest.mark.parametrize("headers", [{}, HX])
async def test_the_form_of_a_new_link_has_the_builder_too_and_nothing_typed_is_lost(
    headers: dict[str, str], as_budi: Browser, budi: Account
) -> None:
    template = await template_of(budi)
    form = {"url": "a.id/?x=1#top", "slug": "promo", "title": "typed", "utm_campaign": "lebaran"}
    answer = await as_budi.post(f"{NEW}use", form=form | {"utm_template": str(template.id)}, headers=headers)
    page = await answer.get_data(as_text=True)
    result = "https://a.id/?x=1&amp;utm_campaign=lebaran&amp;utm_source=instagram&amp;utm_medium=social#top"
    assert answer.status_code == 200
    assert 'id="new-link-url" name="url"' in page and f'value="{result}"' in page
    assert re.search(r'name="utm_source"[^>]* value="instagram"', page)
    assert ("<html" not in page) if headers else ('value="typed"' in page and 'value="promo"' in page)
    assert not await Link.owned_by(budi).exists()


async def test_a_new_link_is_made_with_what_is_in_the_builder(as_budi: Browser, budi: Account) -> None:
    form = {"url": "https://a.id/?x=1", "slug": "promo", "utm_source": "ig", "utm_shown": ""}
    assert (await as_budi.post("/dashboard/links/", form=form)).status_code == 303
    assert (await Link.get(account=budi)).destination_url == "https://a.id/?x=1&utm_source=ig"
    refused = await as_budi.post("/dashboard/links/", form=form | {"slug": "admin", "utm_source": "x" * 201})
    page = await refused.get_data(as_text=True)
    assert re.search(r'name="utm_source"[^>]* aria-invalid="true"', page)
    assert re.search(r'id="new-link-utm" open', page)


async def test_a_template_chosen_before_the_destination_waits_for_it(as_budi: Browser, budi: Account) -> None:
    template = await template_of(budi)
    answer = await as_budi.post(f"{NEW}use", form={"url": "", "utm_template": str(template.id)})
    page = await answer.get_data(as_text=True)
    assert "once it is there" in page
    shown = dict(re.findall(r'name="(utm_\w+)"[^>]* value="([^"]*)"', page))
    assert (shown["utm_source"], shown["utm_medium"]) == ("instagram", "social")
    await as_budi.post("/dashboard/links/", form=shown | {"url": "https://a.id/"})
    assert (await Link.get(account=budi)).destination_url == "https://a.id/?utm_source=instagram&utm_medium=social"
    await as_budi.post("/dashboard/links/", form={"url": "", "utm_source": "ig"})
    assert await Link.owned_by(budi).count() == 1


async def test_a_template_is_saved_from_the_form_of_a_new_link(as_budi: Browser, budi: Account) -> None:
    form = {"url": "https://a.id/", "utm_source": "ig", "utm_name": "Musim hujan"}
    page = await (await as_budi.post(f"{NEW}save", form=form)).get_data(as_text=True)
    template = await UtmTemplate.get(account=budi)
    assert "The template is saved." in page and f'<option value="{template.id}"' in page
    assert await AuditEntry.filter(act="links.build_utm.save", thing="Musim hujan").exists()
    refused = await as_budi.post(f"{NEW}save", form=form | {"utm_name": "MUSIM hujan"}, headers=HX)
    assert refused.status_code == 400 and "already" in await refused.get_data(as_text=True)
    assert (await as_budi.post(f"{NEW}nothing", form={})).status_code == 404
