"""What somebody brings along to make a page of: an export, a list of links, or lines that they pasted."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.accounts.models import Account
from app.kernel.refusal import N_, InvalidRequest
from app.pages.content import Content
from app.pages.json.block_input import within
from app.pages.json.block_schema import Body
from app.pages.json.file_format import ContentFile, content_of
from app.pages.json.page_requests import NAME
from app.pages.transfer.link_list import link_blocks, pasted_blocks

LONGEST_TEXT = 400_000


class OneOfThree(InvalidRequest):
    says = N_("Send either content, or links, or text.")


class PictureFile(Body):
    """A picture of a file."""

    media_type: str = ""
    width: int = 0
    height: int = 0
    data: str
    seal: str = ""


class LinkLine(Body):
    """One of a list of links."""

    title: str = ""
    url: str


class PageImport(Body):
    kliqs_page: Literal[1] = Field(1, description=N_("The format of the file, as an export has it."))
    slug: str = Field(json_schema_extra=NAME, description=N_(
        "The page's own name, behind the slash: 3 to 64 letters, digits, - or _."))
    name: str = Field("", max_length=60, description=N_("Of a list of links: what stands at the top of the page."))
    content: ContentFile | None = Field(None, description=N_("The page, as an export has it."))
    pictures: dict[str, PictureFile] = Field({}, description=N_(
        "The pictures of the page by their ids, as an export has them: “media_type”, “data” in base64, “seal”."))
    links: list[LinkLine] | None = Field(None, max_length=1_000, description=N_(
        "Instead of a page: a list of links with “title” and “url”, as other sites export it."))
    text: str | None = Field(None, max_length=LONGEST_TEXT, description=N_(
        "Instead of a page: a line for each link, such as “My shop, https://shop.example”."))


def meant(given: PageImport, account: Account) -> Content:
    """The page that it becomes, its pictures not kept yet.

    Refusals: OneOfThree, those of `content_of`, `link_blocks` and `pasted_blocks`.
    """
    if [given.content, given.links, given.text].count(None) != 2:
        raise OneOfThree
    if given.content:
        with within("content"):
            return content_of(given.content)
    if given.links is None:
        blocks = pasted_blocks(given.text or "")
    else:
        blocks = link_blocks([(line.title, line.url) for line in given.links], "links")
    return Content(language=account.language, blocks=blocks).told(name=given.name or account.name[:60])
