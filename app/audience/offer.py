"""An email form on a page that visitors can see, and what comes of filling it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from uuid import uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.introduced import folded_email
from app.audience import question
from app.audience.models import Subscriber
from app.blocks.encounters import FORM
from app.kernel import clock, secrets
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, NotFound, Refusal, TooManyAttempts
from app.kernel.throttle import Throttle
from app.names.models import Name
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page

EMAIL, AGREED, TRAP = "email", "consent", "website"  # the fields of the form; people do not see the last one
by_address = Throttle("subscribing by address", 10, 15)
by_page = Throttle("subscribing by page", 300, 60)
by_recipient = Throttle("questions by recipient", 3, 24 * 60)


class ConsentMissing(Refusal):
    code, field, says = "CONSENT_MISSING", AGREED, N_("Tick the box to agree, or nothing is kept.")


@dataclass(frozen=True, slots=True)
class Offer:
    """`content` is what visitors see of the page, `block` its email form."""

    page: Page
    content: Content
    block: Block

    @classmethod
    async def at(cls, name: str, block: str) -> Self:
        """The form of a block that visitors see on the page at a name.

        Refusals: NotFound, also on a page that nobody has claimed: there is nobody whom the addresses would belong to.
        """
        found = await Name.find(name, held_at=None)
        page = await Page.get_or_none(id=found.page_id).select_related("account") if found and found.page_id else None
        if page is None or not page.live or page.account.guest:
            raise NotFound
        content = Content.of((page.published or {})["content"])
        for one in content.open_at(clock.now()):
            if one.id == block and one.kind == FORM.key:
                return cls(page, content, one)
        raise NotFound

    @property
    def confirmed(self) -> bool:
        """Whether people are asked by mail first."""
        return bool(self.block.given.get("confirm"))

    async def subscribe(self, email: str, *, agreed: bool, trap: str, address: str) -> str:
        """Puts an address on the list, or asks it first; returns a token with which it can leave again.

        The same whether the address is there already or not: then the token opens nothing, because whoever types an
        address need not be who has it. `trap` is a field that only robots fill in: they are thanked, and nothing is
        kept. `address` is the visitor's, for the limit alone. Refusals: TooManyAttempts, ConsentMissing, InvalidEmail.
        """
        await by_address.attempt(address)
        await by_page.attempt(str(self.page.id))
        if trap:
            return secrets.digest(secrets.token())
        folded, token = self._checked(email, agreed=agreed), secrets.token()
        leaving = secrets.digest(token)
        fresh = await self._kept(folded, secrets.digest(leaving), token)
        if not fresh:
            await (self._ask_again(folded, token) if self.confirmed else self._again(folded))
        return leaving if fresh else secrets.digest(secrets.token())

    @staticmethod
    def _checked(email: str, *, agreed: bool) -> str:
        """The address as it is kept. Refusals: InvalidEmail and ConsentMissing, both at once."""
        faults, folded = Faults.gather(), ""
        with faults.catching():
            folded = folded_email(email)
        with faults.catching():
            if not agreed:
                raise ConsentMissing
        faults.raise_if_any()
        return folded

    async def _kept(self, email: str, digest: str, token: str) -> bool:
        """Whether the address is new to the page; then it is asked, where that is wished."""
        now = clock.now()
        try:
            async with transaction():
                await Subscriber.create(
                    id=uuid4(), account_id=self.page.account_id, page_id=self.page.id, email=email,
                    consent=self.block.given["consent"], language=self.content.language, token_digest=digest,
                    confirmed_at=None if self.confirmed else now, created_at=now)
                if self.confirmed and await self._may_ask(email):
                    await question.ask(email, self.page, self.content.language, token)
        except IntegrityError:
            return False
        return True

    async def _again(self, email: str) -> None:
        there = Subscriber.filter(page_id=self.page.id, email=email)
        await there.filter(confirmed_at=None).update(confirmed_at=clock.now())
        await there.exclude(unsubscribed_at=None).update(unsubscribed_at=None, consent=self.block.given["consent"])

    async def _ask_again(self, email: str, token: str) -> None:
        """The links of an older mail open nothing from then on."""
        if await self._may_ask(email):
            async with transaction():
                digest = secrets.digest(secrets.digest(token))
                await Subscriber.filter(page_id=self.page.id, email=email).update(token_digest=digest)
                await question.ask(email, self.page, self.content.language, token)

    async def _may_ask(self, email: str) -> bool:
        """So many times a day, whatever page asks."""
        try:
            await by_recipient.attempt(email)
        except TooManyAttempts:
            return False
        return True
