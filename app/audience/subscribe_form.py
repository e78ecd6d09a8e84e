"""The email form on a bio page: finds it and subscribes the submitted address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.sign_up_checks import normalize_email
from app.audience import confirmation_email
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
from app.webhooks import outbox

EMAIL, AGREED, HONEYPOT = "email", "consent", "website"  # the form fields; TRAP is a hidden honeypot
by_address = Throttle("subscribing by address", 10, 15)
by_page = Throttle("subscribing by page", 300, 60)
by_recipient = Throttle("questions by recipient", 3, 24 * 60)


class ConsentMissing(Refusal):
    """Raised when the box to agree is not ticked."""

    code, field, says = "CONSENT_MISSING", AGREED, N_("Tick the box to agree, or nothing is kept.")


@dataclass(frozen=True, slots=True)
class SubscribeForm:
    """The email form `block` on a page; `content` is the published content of the page."""

    page: Page
    content: Content
    block: Block

    @classmethod
    async def at(cls, name: str, block: str) -> Self:
        """The email form with the id `block` on the published page at a name.

        Raises: NotFound, also on an unclaimed page of a guest, because the addresses would belong to nobody, and while
        the operator has the account suspended.
        """
        name_row = await Name.find(name, held_at=None)
        id = name_row.page_id if name_row else None
        page = await Page.get_or_none(id=id).select_related("account") if id else None
        if page is None or not page.live or page.account.guest or page.account.suspended_at:
            raise NotFound
        content = Content.of((page.published or {})["content"])
        for candidate in content.visible_at(clock.now()):
            if candidate.id == block and candidate.kind == FORM.key:
                return cls(page, content, candidate)
        raise NotFound

    @property
    def confirmed(self) -> bool:
        """Whether new subscribers are asked by email to confirm."""
        return bool(self.block.values.get("confirm"))

    async def subscribe(self, email: str, *, agreed: bool, trap: str, address: str) -> str:
        """Puts an address on the list, or asks it first; returns a token that can unsubscribe.

        An address is asked first where the owner wants that, and wherever it unsubscribed before. The result looks the
        same for an address that is on the list already, but then the token is random, because somebody else may have
        typed the address. `trap` is a honeypot field: if it is filled in, nothing is stored. `address` is the visitor's
        IP address, used only for the rate limit. Raises: TooManyAttempts, ConsentMissing, InvalidEmail.
        """
        await by_address.attempt(address)
        await by_page.attempt(str(self.page.id))
        if trap:
            return secrets.sha256_hex(secrets.new_token())
        folded, token = self._check(email, agreed=agreed), secrets.new_token()
        is_new = await self._insert(folded, token)
        if not is_new:
            await self._resubscribe(folded, token)
        return secrets.sha256_hex(token if is_new else secrets.new_token())

    @staticmethod
    def _check(email: str, *, agreed: bool) -> str:
        """The canonical form of the address. Raises: InvalidEmail and ConsentMissing, both at once."""
        faults, folded = Faults.gather(), ""
        with faults.catching():
            folded = normalize_email(email)
        with faults.catching():
            if not agreed:
                raise ConsentMissing
        faults.raise_if_any()
        return folded

    async def _insert(self, email: str, token: str) -> bool:
        """Inserts the address; returns false if the page has it already.

        The address is asked to confirm where the owner wants that, and if it unsubscribed before it was deleted.
        """
        now = clock.now()
        try:
            async with transaction():
                subscriber = await self._create_subscriber(email, token, now)
                left_before = await Suppression.withdrawn(self.page.id, email)
                if left_before:
                    await Subscriber.filter(id=subscriber.id).update(confirmed_at=None)
                if (left_before or self.confirmed) and await self._may_ask(email):
                    await confirmation_email.send_confirmation(email, self.page, self.content.language, token)
                await outbox.announce(self.page.account_id, "subscriber.created", [subscriber.id])
        except IntegrityError:
            return False
        return True

    async def _create_subscriber(self, email: str, token: str, now: datetime) -> Subscriber:
        """Creates the row of an address, confirmed unless it is to be asked. Raises: IntegrityError if it is there."""
        return await Subscriber.create(
            id=uuid4(),
            account_id=self.page.account_id,
            page_id=self.page.id,
            email=email,
            consent=self.block.values["consent"],
            language=self.content.language,
            token_digest=_digest(token),
            confirmed_at=None if self.confirmed else now,
            created_at=now,
        )

    async def _resubscribe(self, email: str, token: str) -> None:
        """Subscribes an address that the page has already; after an unsubscription it is asked first."""
        subscriber = await Subscriber.get_or_none(page_id=self.page.id, email=email)
        left_before = subscriber and (subscriber.unsubscribed_at or await Suppression.withdrawn(self.page.id, email))
        if subscriber and (left_before or self.confirmed):
            await self._ask_again(subscriber, token)
            return
        pending = Subscriber.filter(page_id=self.page.id, email=email, confirmed_at=None, unsubscribed_at=None)
        async with transaction():
            confirmed = await pending.update(
                confirmed_at=clock.now(), consent=self.block.values["consent"], language=self.content.language
            )
            if subscriber and confirmed:
                await outbox.announce(self.page.account_id, "subscriber.confirmed", [subscriber.id])

    async def _ask_again(self, subscriber: Subscriber, token: str) -> None:
        """Sends a new email with a new token; the links in earlier emails stop working."""
        if await self._may_ask(subscriber.email):
            async with transaction():
                await Subscriber.filter(id=subscriber.id).update(
                    token_digest=_digest(token), asked_consent=self.block.values["consent"]
                )
                await confirmation_email.send_confirmation(
                    subscriber.email, self.page, self.content.language, token, waiting=subscriber.status == "pending"
                )

    async def _may_ask(self, email: str) -> bool:
        """Counts an email to this recipient; false when the limit per day, over all pages, is reached."""
        try:
            await by_recipient.attempt(email)
        except TooManyAttempts:
            return False
        return True


def _digest(token: str) -> str:
    """The `token_digest` of a token that is sent by email."""
    return secrets.sha256_hex(secrets.sha256_hex(token))
