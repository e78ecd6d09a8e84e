"""An email form on a page that visitors can see, and what comes of filling it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from uuid import uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.sign_up import folded_email
from app.audience import confirmation
from app.audience.models import Subscriber
from app.audience.suppression import Suppression
from app.blocks.interactive_blocks import FORM
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

        Asked first are all where the owner wishes that, and everywhere who unsubscribed before.

        The same whether the address is there already or not: then the token opens nothing, because whoever types an
        address need not be who has it. `trap` is a field that only robots fill in: they are thanked, and nothing is
        kept. `address` is the visitor's, for the limit alone. Refusals: TooManyAttempts, ConsentMissing, InvalidEmail.
        """
        await by_address.attempt(address)
        await by_page.attempt(str(self.page.id))
        if trap:
            return secrets.digest(secrets.token())
        folded, token = self._checked(email, agreed=agreed), secrets.token()
        fresh = await self._added(folded, token)
        if not fresh:
            await self._again(folded, token)
        return secrets.digest(token if fresh else secrets.token())

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

    async def _added(self, email: str, token: str) -> bool:
        """Whether the address is new to the page; one that left before it was deleted is asked, and so are all where
        that is wished."""
        now = clock.now()
        try:
            async with transaction():
                one = await Subscriber.create(
                    id=uuid4(), account_id=self.page.account_id, page_id=self.page.id, email=email,
                    consent=self.block.given["consent"], language=self.content.language,
                    token_digest=_digest(token), confirmed_at=None if self.confirmed else now, created_at=now)
                returns = await Suppression.withdrawn(self.page.id, email)
                if returns:
                    await Subscriber.filter(id=one.id).update(confirmed_at=None)
                if (returns or self.confirmed) and await self._may_ask(email):
                    await confirmation.ask(email, self.page, self.content.language, token)
        except IntegrityError:
            return False
        return True

    async def _again(self, email: str, token: str) -> None:
        """An address that is there already: only one that never left is on the list without a mail."""
        one = await Subscriber.get_or_none(page_id=self.page.id, email=email)
        returns = one and (one.unsubscribed_at or await Suppression.withdrawn(self.page.id, email))
        if one and (returns or self.confirmed):
            await self._ask_again(one, token)
            return
        waiting = Subscriber.filter(page_id=self.page.id, email=email, confirmed_at=None, unsubscribed_at=None)
        await waiting.update(confirmed_at=clock.now(), consent=self.block.given["consent"],
                             language=self.content.language)

    async def _ask_again(self, one: Subscriber, token: str) -> None:
        """The links of an older mail open nothing from then on."""
        if await self._may_ask(one.email):
            async with transaction():
                await Subscriber.filter(id=one.id).update(
                    token_digest=_digest(token), asked_consent=self.block.given["consent"])
                await confirmation.ask(one.email, self.page, self.content.language, token,
                                   waiting=one.status == "pending")

    async def _may_ask(self, email: str) -> bool:
        """So many times a day, whatever page asks."""
        try:
            await by_recipient.attempt(email)
        except TooManyAttempts:
            return False
        return True


def _digest(token: str) -> str:
    """What is kept of a token that goes out by mail."""
    return secrets.digest(secrets.digest(token))
