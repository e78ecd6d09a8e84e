"""Emails about posts: one when a post needs somebody, and one for each reminder of a post that is published by hand.

They go to whoever planned the post, or to the owners when that person is no member any more, and can be switched off.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app import jobs
from app.accounts.models import Account, Membership
from app.accounts.roles import EDIT, may
from app.accounts.user import User
from app.jobs import Job
from app.kernel import clock, i18n, site
from app.kernel.bidi import isolate
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email
from app.publishing.delivery.outcomes import MAIL
from app.publishing.networks.registry import network_named
from app.publishing.networks.trouble_sentences import trouble_sentence
from app.publishing.posts.phases import FAILED, NEEDS_RECONNECT, UNCONFIRMED
from app.publishing.posts.post import Post
from app.publishing.posts.post_title import post_title
from app.publishing.posts.post_variant import PostVariant

KIND, REMINDER_KIND = "posts", "post-reminder"
TROUBLED = (FAILED, NEEDS_RECONNECT, UNCONFIRMED)


@jobs.handler(MAIL)
async def mail_trouble(job: Job) -> None:
    """Sends one email about the variants of a post that need a person and were not in an email yet.

    The job gives its key back first: a variant that fails from now on gets a job of its own.
    """
    await Job.filter(id=job.id).update(unique_key=None)
    async with transaction():
        post = await Post.filter(id=job.payload["post"], deleted_at=None).select_for_update().first()
        rows = PostVariant.filter(post_id=job.payload["post"], phase__in=TROUBLED, reminded_at=None).order_by("id")
        variants = await rows if post else []
        if post is None or not variants:
            return
        await PostVariant.filter(id__in=[variant.id for variant in variants]).update(reminded_at=clock.now())
        for user in await _readers(await Account.get(id=post.account_id), post, variants[0]):
            with i18n.language_context(user.language, user.time_zone):
                await queue_email(user.email, _trouble_content(post, variants), KIND, post.account_id)


async def send_reminder(variant: PostVariant) -> None:
    """Queues the email that it is time to publish a variant by hand; call it in the transaction that makes it due."""
    post = await Post.get(id=variant.post_id)
    for user in await _readers(await Account.get(id=variant.account_id), post, variant):
        with i18n.language_context(user.language, user.time_zone):
            await queue_email(user.email, _reminder_content(post, variant), REMINDER_KIND, variant.account_id)


async def _readers(account: Account, post: Post, variant: PostVariant) -> list[User]:
    """The people to write to: whoever planned the post, else the owners, without those who want no such emails."""
    members = Membership.filter(account_id=account.id).order_by("id").select_related("user")
    by_user: dict[UUID, Membership] = {member.user_id: member for member in await members}
    for id in (variant.acted_by_id, post.created_by_id):
        if id in by_user and may(by_user[id].role, EDIT):
            readers = [by_user[id].user]
            break
    else:
        readers = await account.owners()
    return [user for user in readers if user.posts_muted_at is None]


def _trouble_content(post: Post, variants: Sequence[PostVariant]) -> EmailContent:
    """Returns the email about variants that need somebody, in the current language."""
    title = isolate(post_title(post.text))
    unsure = all(variant.phase == UNCONFIRMED for variant in variants)
    subject = _("Is “%(title)s” there?") if unsure else _("“%(title)s” was not published everywhere")
    return EmailContent(
        subject % {"title": title},
        (_("This post needs you. Nothing is sent a second time by itself."),),
        facts=tuple((_label(variant), trouble_sentence(variant.trouble, _name(variant))) for variant in variants),
        action=(_("Open the post"), _url(post.id)),
        choice=True,
        why=_("Kliqs tells you when a post that you planned did not go out."),
    )


def _reminder_content(post: Post, variant: PostVariant) -> EmailContent:
    """Returns the email of a reminder, in the current language."""
    title, text = isolate(post_title(post.text)), post.text if variant.text is None else variant.text
    names = {"title": title, "network": _name(variant), "account": isolate(variant.account_name)}
    return EmailContent(
        _("Time to post “%(title)s” on %(network)s") % names,
        (
            _("It is due now on %(network)s as %(account)s, and you post it by hand.") % names,
            _("On its page you copy the text, download the files, open the network, and tick it as posted."),
            isolate(text.strip()) or _("Post without text"),
        ),
        action=(_("Open the post"), _url(post.id)),
        choice=True,
        why=_("You planned this post for an account that Kliqs does not publish to by itself."),
    )


def _label(variant: PostVariant) -> str:
    return f"{_name(variant)}, {isolate(variant.account_name)}"


def _name(variant: PostVariant) -> str:
    return network_named(variant.network).label


def _url(post_id: UUID) -> str:
    return site.url("dashboard", f"/dashboard/publishing/posts/{post_id}")
