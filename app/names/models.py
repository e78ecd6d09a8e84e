"""The namespace of names that short links and bio pages share: `/<name>`. Each domain has one; so far the only domain
is the installation's own.

A name belongs to an account and points to a link or a page, or it is *held*: after its link or page was renamed or
deleted it answers 410, its owner can take it again, and nobody else can for a year. `printed` counts the QR codes that
contain the name: while there are any, the name stays with its link. `barred_by` is the id of a link or page that the
operator blocked: nobody can take its names.

Names of the links underneath a bio page or a post are random. They do not count towards the account's limit, and are
deleted with their link.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.expressions import F, Q, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, site
from app.kernel.db import query_rows
from app.kernel.refusal import N_, NotFound, Refusal
from app.names import slug as slugs
from app.names.name_on_domain import INSTALLATION
from app.names.slug import SlugTaken
from app.plans import quota

if TYPE_CHECKING:
    from app.accounts.models import Account

HOLD_PERIOD = timedelta(days=365)
NAMES_PER_LINK = 100
NAMES_IN_USE_PER_LINK = 11  # its main name and its aliases
TRIES_PER_LENGTH = 4


INSERT = """
    INSERT INTO names (domain, folded, shown, account_id, link_id, page_id, printed)
    VALUES (0, $1, $2, $3, $4, $5, 0)
    ON CONFLICT (domain, folded) DO NOTHING
    RETURNING id, (SELECT COUNT(*) FROM names n WHERE n.account_id = $3 AND NOT n.held_at IS NULL) AS held"""


class TooManyNames(Refusal):
    """The account holds as many names as its plan allows. Facts: most."""

    code, field = "SHORTLINK_LIMIT_REACHED", "slug"
    says = N_("You hold %(most)s names, old ones included, the most your plan allows. Use one of those again.")


class Name(Model):
    id = fields.BigIntField(primary_key=True)
    domain = fields.BigIntField(default=INSTALLATION)
    folded = fields.CharField(64)
    shown = fields.CharField(64)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="names", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    link: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "models.Link", related_name="names", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    link_id: UUID | None
    page: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "models.Page", related_name="names", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    page_id: UUID | None
    held_at: datetime | None = fields.DatetimeField(null=True)
    printed = fields.IntField(default=0)
    barred_by: UUID | None = fields.UUIDField(null=True)

    class Meta:
        table = "names"
        ordering = ("id",)
        unique_together = (("domain", "folded"),)

    @classmethod
    def on_domain(cls, domain: int = INSTALLATION) -> QuerySet[Self]:
        """Returns the names of a domain; a folded name is unique among them only."""
        return cls.filter(domain=domain)

    @classmethod
    async def claim(cls, account: Account, link_id: UUID | None, raw: str, *, page_id: UUID | None = None) -> Self:
        """Takes a name for a link or a page; call it inside a transaction.

        Raises: ReservedSlug, InvalidSlug, SlugTaken, TooManyNames.
        """
        shown = slugs.check_slug(raw)
        folded = slugs.fold_name(shown)
        target: dict[str, Any] = {"link_id": link_id, "page_id": page_id}
        ids = [str(id) if id else None for id in (account.id, link_id, page_id)]
        if inserted := await query_rows(INSERT, [folded, shown, *ids]):
            await cls._check_limit(account, held=inserted[0]["held"])
            name = cls(id=inserted[0]["id"], folded=folded, shown=shown, account_id=account.id, **target)
            name._saved_in_db = True
            return name
        await cls._check_limit(account, 1)
        free = Q(account_id=account.id) | Q(held_at__lt=clock.now() - HOLD_PERIOD)
        held = cls.on_domain().filter(free, folded=folded, held_at__not_isnull=True, barred_by=None)
        if not await held.update(account_id=account.id, shown=shown, held_at=None, **target):
            raise SlugTaken(shown)
        return await cls.on_domain().get(folded=folded)

    @classmethod
    async def find(cls, raw: str, **columns: Any) -> Self | None:
        """Returns the name in any case, if its row also has these values in `columns`; otherwise None."""
        key = slugs.lookup_key(raw)
        return await cls.on_domain().get_or_none(folded=key, **columns) if key else None

    @classmethod
    async def find_owned(cls, slug: str, **columns: Any) -> Self:
        """Returns the name in any case, if its row has these column values. Raises: NotFound."""
        name = await cls.find(slug, **columns)
        if name is None:
            raise NotFound
        return name

    @classmethod
    async def claim_random(cls, account: Account, link_id: UUID, first: str) -> Self:
        """Takes the name `first`, or random names until one is free, which get longer after several collisions."""
        candidate = first
        for attempt in range(1, TRIES_PER_LENGTH * 8):
            try:
                return await cls.claim(account, link_id, candidate)
            except (SlugTaken, slugs.ReservedSlug):
                candidate = slugs.random_slug(slugs.RANDOM_LENGTH + attempt // TRIES_PER_LENGTH)
        raise RuntimeError("no random name was free in 31 tries")

    @classmethod
    async def claim_many(cls, account: Account, link_ids: dict[str, UUID]) -> None:
        """Takes a checked name for each link, all or none of them; call it inside a transaction.

        The order is the same for all callers, so that two who claim the same names do not deadlock. Raises: SlugTaken,
        TooManyNames, and IntegrityError if another transaction takes one of them at the same time.
        """
        await cls._check_limit(account, len(link_ids))
        by_folded = {slugs.fold_name(shown): (shown, link_id) for shown, link_id in link_ids.items()}
        existing = {name.folded for name in await cls.on_domain().filter(folded__in=list(by_folded))}
        for folded in sorted(existing):
            await cls.claim(account, by_folded[folded][1], by_folded[folded][0])
        await cls.bulk_create(
            (
                cls(folded=folded, shown=shown, account_id=account.id, link_id=link_id)
                for folded, (shown, link_id) in sorted(by_folded.items())
                if folded not in existing
            ),
            batch_size=50,
        )

    @classmethod
    async def random_free_names(cls, count: int) -> list[str]:
        """Returns `count` different random names that are free at the moment."""
        drawn: dict[str, None] = {}
        while len(drawn) < count:
            fresh = {slugs.random_slug() for _ in range(count - len(drawn))} - slugs.RESERVED
            taken = await cls.on_domain().filter(folded__in=list(fresh)).values_list("folded", flat=True)
            drawn |= dict.fromkeys(fresh - {str(name) for name in taken})
        return list(drawn)

    @classmethod
    async def create_uncounted(cls, account_id: UUID, drawn: dict[str, UUID]) -> None:
        """Creates the random names of links underneath a page or post, without a limit; call it inside a transaction.

        Raises IntegrityError if another transaction takes one of them at the same time.
        """
        await cls.bulk_create(
            (
                cls(folded=slugs.fold_name(shown), shown=shown, account_id=account_id, link_id=link_id)
                for shown, link_id in sorted(drawn.items())
            ),
            batch_size=500,
        )

    @classmethod
    async def reactivate_many(cls, link_ids: list[UUID]) -> set[UUID]:
        """Reactivates the names that these links still hold; returns the ids of the links that have any."""
        if not link_ids:
            return set()
        held = cls.filter(link_id__in=link_ids)
        linked = {name.link_id for name in await held if name.link_id}
        if linked:
            await held.update(held_at=None)
        return linked

    @classmethod
    async def release(cls, link_ids: list[UUID] | Subquery) -> None:
        """Deletes the names of links, so that anybody can take them; names that are barred or printed become held."""
        await cls.filter(link_id__in=link_ids, printed=0, barred_by=None).delete()
        await cls.filter(link_id__in=link_ids).update(held_at=clock.now())

    @classmethod
    async def transfer_all(cls, giver: UUID, account: Account) -> None:
        """Transfers all names of the account `giver`; call it inside a transaction. Raises: TooManyNames."""
        await cls._check_limit(account, await cls._counted(giver).count())
        await cls.filter(account_id=giver).update(account_id=account.id)

    @property
    def url(self) -> str:
        """The public URL of the name."""
        return site.url("public", f"/{self.shown}")

    @property
    def display_url(self) -> str:
        """The URL as it is shown to people, without scheme: `kliqs.me/kopi-senja`."""
        return f"{site.current().host('public')}/{self.shown}"

    def is_claimable_by(self, account: Account) -> bool:
        """Whether the account may claim this name now."""
        return (
            self.held_at is not None
            and self.barred_by is None
            and (self.account_id == account.id or self.held_at < clock.now() - HOLD_PERIOD)
        )

    @classmethod
    async def check_available(cls, account: Account, shown: str, link_id: UUID | None = None) -> None:
        """Checks whether a link of the account could have this name now, `link_id` being the link itself.

        It is for telling people early; only `claim` decides. Raises: InvalidSlug, ReservedSlug, SlugTaken.
        """
        slug = slugs.check_slug(shown)
        name = await cls.on_domain().get_or_none(folded=slugs.fold_name(slug))
        if name and not name.is_claimable_by(account) and (link_id is None or name.link_id != link_id):
            raise slugs.SlugTaken(slug)

    @classmethod
    async def _check_limit(cls, account: Account, count: int = 0, *, held: int | None = None) -> None:
        """Checks the limit on names for `count` more of them; `held` are the held ones, if known. Raises: TooManyNames.

        It only has to stop squatting, so it does not lock: two requests at once may exceed the limit by one.
        """
        most = NAMES_PER_LINK * quota.links_limit(account)
        if held is None:
            held = await cls.filter(account_id=account.id, held_at__not_isnull=True).count()
        if held + cls._most_in_use(account) + count <= most:
            return  # counting them all takes milliseconds for an account with many links
        if await cls._counted(account.id).count() + count > most:
            raise TooManyNames(most=most)

    @staticmethod
    def _most_in_use(account: Account) -> int:
        """Returns how many names all links and pages of the account's plan can have, or all links that it has."""
        links = max(account.links_used, quota.links_limit(account))
        return NAMES_IN_USE_PER_LINK * links + quota.plan_of(account).pages

    @classmethod
    def _counted(cls, account_id: UUID) -> QuerySet[Self]:
        """Returns the names that count towards an account's limit: not those of links underneath pages and posts."""
        return cls.filter(account_id=account_id, link__page_id=None, link__post_variant_id=None)

    async def detach(self) -> bool:
        """Detaches the name from its link or page and holds it; returns False if QR codes contain it."""
        return bool(await Name.filter(id=self.id, printed=0).update(link_id=None, page_id=None, held_at=clock.now()))

    async def count_printed_code(self) -> bool:
        """Counts a QR code that contains the name; returns False if the name points elsewhere by now."""
        unchanged = {"link_id": self.link_id, "page_id": self.page_id, "held_at": None}
        return bool(await Name.filter(id=self.id, **unchanged).update(printed=F("printed") + 1))
