"""The request body of an import: an exported page, a list of links, or pasted lines of text."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.accounts.models import Account
from app.kernel.refusal import N_, InvalidRequest
from app.pages.content import Content
from app.pages.json.block_input import prefix_field
from app.pages.json.block_schema import RequestBody
from app.pages.json.file_format import ContentFile, parse_page_file
from app.pages.json.page_requests import NAME
from app.pages.transfer.link_list import make_link_blocks, pasted_blocks

LONGEST_TEXT = 400_000


class AmbiguousImportSource(InvalidRequest):
    """The body has none, or more than one, of `content`, `links` and `text`."""

    says = N_("Send either content, or links, or text.")


class PictureFile(RequestBody):
    """A picture of an exported page; `data` is base64, sizes are in pixels."""

    media_type: str = ""
    width: int = 0
    height: int = 0
    data: str
    seal: str = ""


class LinkLine(RequestBody):
    """A link of a list of links."""

    title: str = ""
    url: str


class PageImport(RequestBody):
    """The request body of an import; exactly one of `content`, `links` and `text` is set."""

    kliqs_page: Literal[1] = Field(1, description=N_("The format of the file, as an export has it."))
    slug: str = Field(
        json_schema_extra=NAME,
        description=N_("The page's own name, behind the slash: 3 to 64 letters, digits, - or _."),
    )
    name: str = Field("", max_length=60, description=N_("For a list of links: the name at the top of the page."))
    content: ContentFile | None = Field(None, description=N_("The page, as an export has it."))
    pictures: dict[str, PictureFile] = Field(
        {},
        description=N_(
            "The pictures of the page by their ids, as an export has them: “media_type”, “data” in base64, “seal”."
        ),
    )
    links: list[LinkLine] | None = Field(
        None,
        max_length=1_000,
        description=N_("Instead of a page: a list of links with “title” and “url”, as other sites export it."),
    )
    text: str | None = Field(
        None,
        max_length=LONGEST_TEXT,
        description=N_("Instead of a page: a line for each link, such as “My shop, https://shop.example”."),
    )


def to_content(body: PageImport, account: Account) -> Content:
    """The content of the imported page. Its picture ids are still those of the file.

    Raises: OneOfThree, those of `parse_page_file`, `make_link_blocks` and `pasted_blocks`.
    """
    if [body.content, body.links, body.text].count(None) != 2:
        raise AmbiguousImportSource
    if body.content:
        with prefix_field("content"):
            return parse_page_file(body.content)
    if body.links is None:
        blocks = pasted_blocks(body.text or "")
    else:
        blocks = make_link_blocks([(link.title, link.url) for link in body.links], "links")
    return Content(language=account.language, blocks=blocks).with_texts(name=body.name or account.name[:60])
