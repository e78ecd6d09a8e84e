"""What is typed into the forms of the builder: every fault by its field, links as people paste them, nothing lost."""

import re
from dataclasses import replace

import pytest

from app.accounts.models import Account
from app.blocks.registry import KINDS
from app.kernel import clock, i18n
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from tests.client import Browser
from tests.pages.gallery import qris_payload, rich

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
URL = "/dashboard/pages/"
AREAS = {"textarea", "qris"}
FAULT = re.compile(r'<hx-partial hx-target="#e-([\w-]+)" hx-swap="innerHTML"><p class="field__error">')
FAULTY = {
    "link": {"title": "x" * 90, "url": "https://exa mple", "note": "y" * 130},
    "product": {"title": "x" * 90, "url": "https://exa mple", "price": "dear"},
    "contact": {"title": "x" * 90, "mobile": "12ab", "phone": "what", "email": "nobody", "website": "https://exa mple"},
    "event": {"title": "x" * 130, "starts": "soon", "ends": "later", "url": "https://exa mple"},
    "tip": {"title": "x" * 90, "payload": "000201", "amounts": "ten"},
    "whatsapp": {"title": "x" * 90, "number": "12ab", "message": "y" * 600},
    "form": {"title": "x" * 90, "button": "y" * 40, "consent": "z" * 400},
    "image": {"picture": "z" * 50, "alt": "x" * 170, "caption": "y" * 170, "url": "https://exa mple"},
    "video": {"title": "x" * 90, "url": "https://example.com/x"},
    "map": {"title": "x" * 90, "place": "y" * 300},
    "qr": {"title": "x" * 90, "content": "y" * 400},
}


async def opened(account: Account, *kinds: str) -> Page:
    return await Page.make(
        account, "rumahkawung", Content(name="Rumah Kawung", blocks=tuple(Block.new(kind) for kind in kinds))
    )


async def sent(
    browser: Browser, page: Page, form: dict[str, str], *, at: int = 0, headers: dict[str, str] = HX
) -> tuple[int, str]:
    block = page.content.blocks[at]
    answer = await browser.post(f"{URL}{page.id}/blocks/{block.id}", form=form, headers=headers)
    return answer.status_code, await answer.get_data(as_text=True)


async def first(page: Page) -> Block:
    return (await Page.get(id=page.id)).content.blocks[0]


def faulty(text: str, page: Page) -> set[str]:
    return {slot.removeprefix(f"{page.content.blocks[0].id}-") for slot in FAULT.findall(text)}


@pytest.mark.parametrize("kind", FAULTY)
async def test_all_faults_of_a_block_are_said_at_once_each_by_its_field(
    as_sari: Browser, sari: Account, kind: str
) -> None:
    page, form = await opened(sari, kind), FAULTY[kind] | {"show_from": "soon", "show_until": "later"}
    status, text = await sent(as_sari, page, form)
    assert status in {400, 422}
    assert faulty(text, page) == form.keys() - {"picture"} | ({"picture"} if kind == "image" else set())
    status, text = await sent(as_sari, page, form, headers={})
    assert text.count('aria-invalid="true"') >= len(form) - 1
    for name, value in form.items():
        if name in {field.name for field in KINDS[kind].fields if field.input in AREAS}:
            assert f">{value}</textarea>" in text, name
        elif name != "picture":
            assert f'value="{value}"' in text, name
    assert (await first(page)).values == {}, "and nothing of it is kept"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if any(field.required for field in KINDS[kind].fields)])
async def test_nobody_is_blamed_for_a_field_they_have_not_come_to(as_sari: Browser, sari: Account, kind: str) -> None:
    page = await opened(sari, kind)
    fields = [
        field
        for field in KINDS[kind].fields
        if field.input in {"text", "textarea"}
        and field.name != "price"
        and field.name not in {"number", "mobile", "phone", "email", "website", "amounts"}
    ]
    form = {field.name: "" for field in KINDS[kind].fields} | ({fields[0].name: "Kawung"} if fields else {})
    status, text = await sent(as_sari, page, form)
    assert (status, faulty(text, page)) == (200, set())
    if fields:
        assert (await first(page)).values[fields[0].name] == "Kawung", "what was typed is kept"
    block = await first(page)
    assert block.partly_hidden == bool(block.missing_labels) or kind == "text"
    if block.missing_labels:
        assert "Masih perlu diisi:" in text
        assert not (await Page.get(id=page.id)).content.visible_at(clock.now())


async def test_who_empties_a_field_that_is_needed_is_told(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    await sent(as_sari, page, {"title": "Belanja", "url": "https://example.com"})
    status, text = await sent(as_sari, page, {"title": "", "url": "https://example.com"})
    assert (status, faulty(text, page)) == (422, {"title"})
    assert (await first(page)).values["title"] == "Belanja"


async def test_a_line_is_blamed_by_its_own_place_and_the_others_stay_typed(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "faq")
    form = {
        "title": "Tanya",
        "question-0": "",
        "answer-0": "",
        "question-1": "A?",
        "answer-1": "Ya.",
        "question-2": "x" * 200,
        "answer-2": "y" * 1_100,
    }
    _, text = await sent(as_sari, page, form)
    assert faulty(text, page) == {"question-2", "answer-2"}
    _, text = await sent(as_sari, page, form, headers={})
    assert 'name="question-1" type="text" value="A?"' in text and ">Ya.</textarea>" in text
    assert "x" * 200 in text


async def test_a_line_that_is_not_whole_is_kept_and_not_shown(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "faq")
    status, text = await sent(as_sari, page, {"question-0": "A?", "answer-0": "Ya.", "question-1": "B?"})
    block = await first(page)
    assert (status, faulty(text, page)) == (200, set())
    assert [line["question"] for line in block.items] == ["A?", "B?"]
    assert [line["question"] for line in block.lines] == ["A?"]
    assert block.complete and block.partly_hidden
    await as_sari.post(f"{URL}{page.id}/publication", form={})
    shown = await (await as_sari.get("/rumahkawung")).get_data(as_text=True)
    assert "A?" in shown and "B?" not in shown


async def test_without_scripts_a_list_gets_one_line_more(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "faq")
    block = page.content.blocks[0].id
    answer = await as_sari.post(
        f"{URL}{page.id}/blocks/{block}", form={"question-0": "A?", "answer-0": "Ya.", "more": "1"}
    )
    shown = await (await as_sari.get(answer.headers["Location"])).get_data(as_text=True)
    assert 'name="question-1"' in shown
    answer = await as_sari.post(f"{URL}{page.id}/socials", form={"network-0": "x", "account-0": "toko", "more": "1"})
    shown = await (await as_sari.get(answer.headers["Location"])).get_data(as_text=True)
    assert 'name="account-1"' in shown


async def test_an_event_that_begins_next_year_is_shown_today(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "event")
    when = {"starts": "2090-12-12T09:00", "ends": "2090-12-12T12:00", "zone": "Asia/Jakarta"}
    schedule = {"show_from": "", "show_until": ""}
    await sent(as_sari, page, {"title": "Kelas batik"} | when | schedule)
    block = await first(page)
    assert (block.values["starts"], block.values["ends"]) == (when["starts"], when["ends"])
    assert (block.starts, block.ends) == ("", "")
    assert block.visible_at(clock.now())
    await sent(as_sari, page, {"title": "Kelas batik"} | when | {"show_from": "2090-12-01T09:00", "show_until": ""})
    block = await first(page)
    assert block.starts == "2090-12-01T02:00:00Z"
    assert block.values["starts"] == when["starts"]
    shown = await (await as_sari.get(f"{URL}{page.id}?open={block.id}")).get_data(as_text=True)
    assert 'name="starts" type="datetime-local" value="2090-12-12T09:00"' in shown
    assert 'name="show_from" type="datetime-local" value="2090-12-01T09:00"' in shown


@pytest.mark.parametrize(
    ("typed", "url", "icon"),
    [
        ("shopee.co.id/toko", "https://shopee.co.id/toko", "brand-shopee"),
        ("0812-3456-7890", "https://wa.me/6281234567890", "brand-whatsapp"),
        ("ig @toko", "https://www.instagram.com/toko", "brand-instagram"),
        ("https://example.com/x", "https://example.com/x", "link"),
    ],
)
@pytest.mark.parametrize("kind", ["link", "product", "image", "event", "contact"])
async def test_what_is_pasted_becomes_a_link_with_its_icon_wherever_one_is_asked(
    as_sari: Browser, sari: Account, kind: str, typed: str, url: str, icon: str
) -> None:
    page = await opened(sari, kind)
    name = "website" if kind == "contact" else "url"
    status, text = await sent(as_sari, page, {"title": "Toko", name: typed})
    assert (status, (await first(page)).values[name]) == (200, url)
    if typed != url:
        note = text.partition('id="e-')[0].partition(f'#e-{page.content.blocks[0].id}-{name}"')[2].partition("</hx")[0]
        assert f'data-fills="{url}"' in note and f"#{icon}" in note
    if kind == "link":
        tile = text.partition(f'hx-target="#tile-{page.content.blocks[0].id}"')[2].partition("</hx-partial>")[0]
        assert f"#{icon}" in tile


async def test_a_name_alone_asks_which_site_and_the_answer_makes_the_link(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    status, text = await sent(as_sari, page, {"title": "Ikuti kami", "url": "@toko"})
    assert (status, faulty(text, page)) == (400, {"url"})
    offered = re.findall(r'name="site-url" value="(\w+)"', text)
    assert offered[:4] == ["instagram", "tiktok", "youtube", "x"]
    _, plain = await sent(as_sari, page, {"title": "Ikuti kami", "url": "@toko"}, headers={})
    assert 'value="@toko"' in plain and 'name="site-url" value="tiktok"' in plain, "without scripts too"
    status, text = await sent(as_sari, page, {"title": "Ikuti kami", "url": "@toko", "site-url": "tiktok"})
    assert status == 200
    assert (await first(page)).values["url"] == "https://www.tiktok.com/@toko"
    assert 'value="https://www.tiktok.com/@toko"' in text, "the field holds it now"


async def test_a_title_is_proposed_until_there_is_one(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    _, text = await sent(as_sari, page, {"title": "", "url": "instagram.com/toko"})
    assert (await first(page)).values["title"] == "Instagram @toko"
    assert 'data-fills="Instagram @toko" data-from=""' in text
    await sent(as_sari, page, {"title": "Ikuti kami", "url": "https://example.com/menu"})
    assert (await first(page)).values["title"] == "Ikuti kami"
    event = await Page.make(await other(), "acara", Content(blocks=(Block.new("event"),)))
    assert event.content.blocks[0].values == {}


async def other() -> Account:
    from tests import world

    return await world.budi()


@pytest.mark.parametrize(
    ("network", "typed", "kept"),
    [
        ("instagram", "toko.id", ("instagram", "https://www.instagram.com/toko.id")),
        ("", "https://www.tiktok.com/@toko", ("tiktok", "https://www.tiktok.com/@toko")),
        ("instagram", "tiktok.com/@toko", ("tiktok", "https://tiktok.com/@toko")),
        ("", "0812 3456 7890", ("whatsapp", "https://wa.me/6281234567890")),
        ("", "toko@example.com", ("email", "toko@example.com")),
        ("email", "toko@example.com", ("email", "toko@example.com")),
        ("", "yt toko", ("youtube", "https://www.youtube.com/@toko")),
        ("", "toko.example.com", ("website", "https://toko.example.com")),
        ("website", "example.com/x", ("website", "https://example.com/x")),
    ],
)
async def test_social_icons_are_told_by_what_is_pasted(
    as_sari: Browser, sari: Account, network: str, typed: str, kept: tuple[str, str]
) -> None:
    page = await opened(sari)
    answer = await as_sari.post(f"{URL}{page.id}/socials", form={"network-0": network, "account-0": typed}, headers=HX)
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    [line] = (await Page.get(id=page.id)).content.socials
    assert (line["network"], line["account"]) == kept


async def test_a_social_icon_without_a_network_asks_for_it_and_all_lines_stay(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari)
    form = {"network-0": "", "account-0": "@toko", "network-1": "x", "account-1": "a b c/"}
    answer = await as_sari.post(f"{URL}{page.id}/socials", form=form, headers=HX)
    assert set(FAULT.findall(await answer.get_data(as_text=True))) == {"socials-network-0", "socials-account-1"}
    plain = await (await as_sari.post(f"{URL}{page.id}/socials", form=form)).get_data(as_text=True)
    assert 'value="@toko"' in plain and 'value="a b c/"' in plain
    assert (await Page.get(id=page.id)).content.socials == ()


CHOOSING = {
    key: [field.name for field in kind.fields if field.choices]
    + [f"{field.name}-0" for field in kind.item if field.choices]
    for key, kind in KINDS.items()
}


@pytest.mark.parametrize("kind", [key for key, names in CHOOSING.items() if names])
async def test_a_choice_that_is_not_there_any_more_is_the_only_fault(
    as_sari: Browser, sari: Account, kind: str
) -> None:
    fine = {"starts": "2026-11-30T19:00", "title": "Bazar", "account-0": "toko"}
    page, names = await opened(sari, kind), CHOOSING[kind]
    status, text = await sent(as_sari, page, fine | dict.fromkeys(names, "gone"))
    assert (status, faulty(text, page)) == (422, set(names))
    status, text = await sent(as_sari, page, fine | dict.fromkeys(names, "gone"), headers={})
    assert status == 422


async def test_the_other_forms_of_the_builder_say_all_their_faults_too(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari)
    for path, form, names in (
        ("profile", {"name": "x" * 70, "bio": "y" * 200}, {"profile-name", "profile-bio"}),
        (
            "settings",
            {"language": "fr", "share_title": "x" * 100, "share_text": "y" * 300},
            {"settings-language", "settings-share_title", "settings-share_text"},
        ),
        (
            "appearance",
            {"accent": "red-ish", "text": "#12", "mode": "dusk"},
            {"theme-accent", "theme-text", "theme-mode"},
        ),
    ):
        answer = await as_sari.post(f"{URL}{page.id}/{path}", form=form, headers=HX)
        assert set(FAULT.findall(await answer.get_data(as_text=True))) == names
        plain = await (await as_sari.post(f"{URL}{page.id}/{path}", form=form)).get_data(as_text=True)
        assert plain.count('aria-invalid="true"') == len(names), path
    await page.soft_delete()
    answer = await as_sari.post(URL, form={"name": "x" * 70, "slug": "a b"})
    assert (await answer.get_data(as_text=True)).count('aria-invalid="true"') == 2


async def test_a_form_that_was_open_before_the_names_changed_still_schedules(as_sari: Browser, sari: Account) -> None:
    page = await opened(sari, "link")
    await sent(as_sari, page, {"title": "A", "url": "example.com", "starts": "2090-12-01T08:00", "ends": ""})
    assert (await first(page)).starts == "2090-12-01T01:00:00Z"
    await sent(as_sari, page, {"title": "B", "url": "example.com"})
    assert (await first(page)).starts == "2090-12-01T01:00:00Z", "a schedule that is not sent stays"


async def test_whole_blocks_are_read_as_they_were_before(as_sari: Browser, sari: Account) -> None:
    """Every kind of a page as people make it goes through its form unchanged."""
    i18n.set_language("id")
    page = await Page.make(sari, "rumahkawung", replace(rich(), avatar=""))
    pictured = {block.id for block in page.content.blocks if block.pictures}
    for block in page.content.blocks:
        if block.id in pictured:
            continue
        form = {
            **block.values,
            **{f"{name}-{at}": value for at, line in enumerate(block.items) for name, value in line.items()},
        }
        form |= {"highlight": "on"} if block.highlight else {}
        answer = await as_sari.post(f"{URL}{page.id}/blocks/{block.id}", form=form, headers=HX)
        assert answer.status_code == 200, block.kind
    assert (await Page.get(id=page.id)).draft == page.draft
    assert qris_payload() in str(page.draft)
