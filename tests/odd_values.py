"""Values that nobody types by accident, and a world in which every address of the app leads somewhere."""

import base64
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from werkzeug.datastructures import MultiDict
from werkzeug.routing import Rule

from app import jobs
from app.abuse import objection_link
from app.abuse.case import BLOCKED, Case
from app.abuse.intake import open_case
from app.accounts.disown import DisownLink
from app.accounts.models import Account, Membership, Session
from app.accounts.unsubscribing import AI_NEWS, unsubscribe_path
from app.accounts.user import User
from app.analytics.share import Share
from app.analytics.subject import Subject
from app.audience.models import Subscriber
from app.batch.models import Batch
from app.batch.options import Options
from app.blocklists.block_list import BlockList
from app.blocklists.blocked_host import BlockedHost, block_host
from app.gateway.catalogue.upstream import Route
from app.gateway.key_terms.sub_keys import NewSubKey, make_sub_key
from app.gateway.metering.ai_request import PLAYGROUND, AiRequest
from app.gateway.notices.announcement import write_notice
from app.gateway.videos.video import COMPLETED, AiVideo
from app.kernel import clock, encryption, installation, secrets
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.keys.scopes import AI, EVERYTHING
from app.links.history.models import LinkChange
from app.links.tag import Tag
from app.links.utm.models import UtmTemplate
from app.mail.models import OutgoingEmail
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.operators.announcement import Announcement
from app.operators.setting_changes import change_settings
from app.ops import retention_sweep  # noqa: F401 - registers the kind of the job that waits
from app.pages.models import Page
from app.payments import ordering, transitions
from app.payments.buyer import Buyer
from app.payments.coupon import Coupon
from app.payments.order import new_reference
from app.payments.payment_event import PaymentEvent
from app.payments.providers import registry
from app.payments.tips.tip import Tip
from app.payments.tips.tip_connection import TipConnection, credentials_purpose
from app.privacy.disclosure import Disclosure
from app.privacy.privacy_request import PrivacyRequest
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import Connection
from app.publishing.files import signed_urls
from app.publishing.files.post_file import PostFile
from app.publishing.posts import drafts
from app.publishing.posts.drafts import Draft, VariantDraft
from app.publishing.posts.post_variant import PostVariant
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from app.sign_in.mailed_link import LIFETIMES, RESET, RESTORE, SIGN_IN, MailedLink
from app.web import limits
from app.webhooks.delivery import WebhookAttempt, WebhookDelivery, new_event_id
from app.webhooks.endpoint import BY_MEMBER, WebhookEndpoint
from app.webhooks.endpoint_values import EndpointValues
from app.webhooks.switching import stop_endpoint
from tests import world
from tests.documents import Document, Element
from tests.gateway.offering import offer_model, offer_upstream
from tests.gateway.screens.usage_rows import kept_request, request_of
from tests.keys.callers import past_request
from tests.pages.gallery import rich
from tests.payments.tips.paid_tips import arrived
from tests.privacy.bring_in import archives
from tests.publishing.furnished import store_film

APP = str(Path(limits.__file__).parent.parent)
NOWHERE = "http://127.0.0.1:9"  # which requests of the server must not reach
NIL = "00000000-0000-0000-0000-000000000000"
TEXTS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud800",
    "x" * 5_000,
    "e" + "\u0301" * 1_500,
    "ﬃ" * 64,
    "%",
    "%00",
    "'\"<>&",
    "..",
    "../../etc/passwd",
    "\r\nX: y",
    "\u202e",
    "\U000e0041\u200b",
    "👩‍🍳",
    "\ufeff",
    "[",
    "{}",
    "null",
    "//[",
    "http://[x",
    "http://℀.com/",
    "xn--a",
    "\\",
    "a/b",
    "@",
    "+",
    "$1",
    "%s%n",
    "{0}",
    "{{7*7}}",
)
NUMBERS = (
    "0",
    "-1",
    "-0",
    "+1",
    "1.5",
    "1e9",
    "1e999",
    "NaN",
    "Infinity",
    "٣",
    "１２",
    "²",
    "1_000",
    "0x10",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "9" * 40,
    "9" * 5_000,
)
TIMES = (
    "9999-12-31",
    "0001-01-01",
    "0000-01-01",
    "2026-02-30",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00",
    "2026-11-28T10:00:60Z",
    "10000-01-01T00:00:00Z",
    "2026-W01-1",
    "2026-11-28T10:00:00+99:99",
    "20261128",
)
IDS = (NIL, NIL[:-1], f"{{{NIL}}}", f"urn:uuid:{NIL}", NIL.replace("0", "g"), "f" * 32, "F" * 36)
ODD = (*TEXTS, *NUMBERS, *TIMES, *IDS)
ORDERS = ("created_at", "last_followed_at", "followed", "name", "updated_at", "printed", "id", "slug", "\x00", None, 7)
POSITIONS: tuple[Any, ...] = (
    None,
    True,
    -1,
    2**31,
    2**63,
    2**70,
    -(2**70),
    1e308,
    "",
    "x",
    "\x00",
    "\ud800",
    "x" * 3_000,
    [],
    {},
    [[]] * 40,
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00",
    "2026-11-28T10:00:00",
    "2026-11-28T10:00:00Z",
)


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def cursors() -> Iterator[str]:
    """Cursors that somebody made by hand: every order with every position, and what is no cursor at all."""
    for order, position in product(ORDERS, POSITIONS):
        yield encoded(json.dumps([order, position, NIL]).encode())
    yield from (
        encoded(json.dumps(["created_at", "2026-11-28T10:00:00Z", id]).encode())
        for id in (*POSITIONS, *IDS, *NUMBERS[:12])
    )
    yield from (
        encoded(raw)
        for raw in (
            b"",
            b"\xff",
            b"[",
            b"[1]",
            b"{}",
            b"null",
            b"[" * 3_000,
            b'"',
            b"[1,2,3,4]",
            b"9" * 5_000,
            b"[" + b"9" * 4_999 + b",1,1]",
            b"NaN",
            b'["a",NaN,"b"]',
        )
    )
    yield from ("=", "====", "é", "a", "a" * 5_000)


@dataclass(frozen=True, order=True)
class Reading:
    """The name of an argument of a query, and the function of the app that asked for it."""

    name: str
    reader: str


class Recorded(MultiDict[str, str]):
    """The arguments of a request, which remember by what names they were asked for, and by which functions."""

    readings: set[Reading]

    def get(self, key: str, *rest: Any, **more: Any) -> Any:
        self._note(key)
        return super().get(key, *rest, **more)

    def getlist(self, key: str, *rest: Any, **more: Any) -> Any:
        self._note(key)
        return super().getlist(key, *rest, **more)

    def __contains__(self, key: object) -> bool:
        self._note(str(key))
        return super().__contains__(key)

    def __getitem__(self, key: str) -> str:
        self._note(key)
        return super().__getitem__(key)

    def _note(self, name: str) -> None:
        frame: FrameType | None = sys._getframe(2)
        while frame and not frame.f_code.co_filename.startswith(APP):
            frame = frame.f_back
        code = frame.f_code if frame else None
        self.readings.add(Reading(name, f"{code.co_filename}:{code.co_firstlineno}" if code else ""))


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> set[Reading]:
    """The query's arguments that the code has asked for."""
    readings: set[Reading] = set()
    plain: Any = limits.LimitedRequest.args

    def args(request: limits.LimitedRequest) -> Recorded:
        recorded = Recorded(plain.__get__(request, type(request)))
        recorded.readings = readings
        return recorded

    monkeypatch.setattr(limits.LimitedRequest, "args", property(args))
    return readings


class Addresses:
    """What the variable parts of an address are where it leads to something of an account's.

    `key` is an API key of the account, `session` the secret of a session of it.
    """

    def __init__(self, key: str, session: str, parts: dict[str, str]) -> None:
        self.key, self.session, self.parts = key, session, parts

    def of(self, rule: Rule, /, **other: str) -> str:
        """The path of a rule, quoted; parts that are given by name go before those that lead somewhere."""
        return re.sub(
            r"<(?:\w+(?:\([^)]*\))?:)?(\w+)>",
            lambda match: quoted(other.get(match[1], self._part(rule, match[1]))),
            rule.rule,
        )

    def _part(self, rule: Rule, name: str) -> str:
        wanted = [
            key for key in self.parts if key.partition(" ")[0] == name and rule.rule.startswith(key.partition(" ")[2])
        ]
        return self.parts[max(wanted, key=len)]


def quoted(text: str) -> str:
    """A text as one part of an address, percent-encoded; a lone surrogate as the three bytes that it would be."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


async def mailed_link(user: User, purpose: str) -> str:
    """The token of a link that a user was sent."""
    request = await MailedLink.open_request(purpose, user.email, "a browser", device="Firefox", next_path="")
    return await request.make_token(user.id) or ""


async def tipped(account: Account) -> tuple[TipConnection, Tip]:
    """A payment service for tips that cannot be reached, and a tip that waits for its payment."""
    current, id, now = installation.current(), uuid4(), clock.now()
    current.config = current.config.model_copy(update=dict.fromkeys(("klikqris_url", "midtrans_url"), NOWHERE))
    credentials = encryption.encrypt('{"key": "k", "merchant": "m"}', credentials_purpose(id))
    connection = await TipConnection.create(
        id=id, account=account, provider="klikqris", credentials=credentials, created_at=now
    )
    tip = await Tip.create(
        id=uuid4(), account=account, page_name="toko", reference=new_reference(), provider="klikqris", state="pending",
        amount=10_000, pay_amount=10_016, qr_text="00020101", expires_at=now + timedelta(hours=1), created_at=now,
    )  # fmt: skip
    return connection, tip


async def told(account: Account) -> tuple[WebhookEndpoint, WebhookDelivery]:
    """An endpoint that is off, and what was sent to it."""
    values = EndpointValues("https://shop.example/hooks", ["link.created"])
    endpoint = await WebhookEndpoint.create_for(account, values)
    await stop_endpoint(endpoint, BY_MEMBER)
    delivery = await WebhookDelivery.create(
        endpoint_id=endpoint.id, event_id=new_event_id(), event_type="link.created", body="{}", state="delivered",
        tries=1, last_status=204, created_at=clock.now(),
    )  # fmt: skip
    await WebhookAttempt.create(delivery_id=delivery.id, status=204, milliseconds=12, answer="ok", made_at=clock.now())
    return endpoint, delivery


async def written(account: Account) -> tuple[Connection, PostFile, PostVariant]:
    """A connection by hand, a file, and a post with it for the connection."""
    now = clock.now()
    connection = await Connection.create(
        id=uuid4(), account=account, network="x", external_id="manual:toko", username="toko", manual=True,
        created_at=now,
    )  # fmt: skip
    file = await PostFile.create(
        id=uuid4(), account=account, kind="image", media_type="image/jpeg", size=9, state="ready", created_at=now,
        used_at=now,
    )  # fmt: skip
    variants = {connection.id: VariantDraft(text="Toko https://example.com/x", reply="Lagi")}
    post = await drafts.create(account, None, Draft("Toko", media={str(file.id): "Toko"}, variants=variants))
    return connection, file, await PostVariant.get(post_id=post.id)


async def connecting(account: Account, user: User) -> ConnectFlow:
    """A connection that is being made."""
    now = clock.now()
    return await ConnectFlow.create(
        id=uuid4(), account=account, user_id=user.id, network="x", state_digest="x", browser_digest="x",
        created_at=now, expires_at=now + timedelta(minutes=10),
    )  # fmt: skip


async def asked_models(account: Account, key: ApiKey) -> tuple[ApiKey, AiVideo, AiRequest]:
    """A sub-key of a key that may use models, a film made in the playground, and an answer of it."""
    now = clock.now()
    sub_key, _ = await make_sub_key(key, NewSubKey("Toko", "Budi"))
    paid = await request_of(account, source=PLAYGROUND, endpoint="videos.create")
    video = await AiVideo.create(
        id=uuid4(), account=account, request=paid, model="small-1", upstream_id="video-there", seconds=4,
        size="720x1280", status=COMPLETED, progress=100, created_at=now, completed_at=now,
    )  # fmt: skip
    return sub_key, video, await request_of(account, source=PLAYGROUND)


async def operated(account: Account, page: Page) -> dict[str, Any]:
    """What operators look at and decide about: a page of the account, and the account and the person of Dewi.

    A link of the account is blocked, so that there is something to object to.
    """
    now, dewi = clock.now(), await world.dewi()
    await world.key_of(dewi)
    case = await open_case(await world.shorten(account, "dilarang"), [])
    await Case.filter(id=case.id).update(state=BLOCKED, reason="phishing", decided_at=now)
    news = await Announcement.create(
        id=uuid4(), kind="news", title_id="Kabar", title_en="News", text_id="Ada", text_en="Some", from_at=now,
        created_at=now,
    )  # fmt: skip
    listed = await BlockList.create(id=uuid4(), name="Daftar", url=NOWHERE, format="domains", created_at=now)
    await block_host("evil.example", "phishing")
    person = (await world.owner(dewi)).id
    disclosed = await Disclosure.create(
        id=uuid4(), account_id=dewi.id, subject="Dewi", authority="Polda", basis="KUHAP 38", what="Name",
        disclosed_at=now, created_at=now,
    )  # fmt: skip
    privacy_request = await PrivacyRequest.create(
        id=uuid4(), kind="access", email="rani@example.com", language="id", text="Data", answer="", created_at=now,
        due_at=now + timedelta(days=3),
    )  # fmt: skip
    return {
        "id /dashboard/blocked": case.id,
        "token /objection": objection_link.token_of(await Case.find(str(case.id))),
        "id /dashboard/operator/abuse": (await open_case(page, [])).id,
        "id /dashboard/operator/abuse/hosts": (await BlockedHost.get(host="evil.example")).id,
        "id /dashboard/operator/abuse/lists": listed.id,
        "id /dashboard/operator/accounts": dewi.id,
        "key_id ": (await ApiKey.get(account=dewi)).id,
        "id /dashboard/operator/people": person,
        "verb /dashboard/operator/people": "password-link",
        "verb /dashboard/operator/mail": "run",
        "id /dashboard/operator/queues": await jobs.enqueue("sweep.media", at=now + timedelta(days=1)),
        "verb /dashboard/operator/queues": "retry",
        "id /dashboard/operator/announcements": news.id,
        "id /dashboard/operator/disclosures": disclosed.id,
        "id /dashboard/operator/privacy": privacy_request.id,
        **(await of_models()),
        "id /dashboard/announcements": news.id,
    }


async def of_models() -> dict[str, Any]:
    """Where operators look after the model that is offered, its route and provider, a notice, a setting, a network."""
    notice = await write_notice("service", title_id="Kabar", title_en="News", text_id="Ada", text_en="Some")
    await change_settings({"gateway_requests": "299"}, {})
    route = await Route.all().order_by("id").first().select_related("upstream")
    assert route
    return {
        "id /dashboard/operator/models": route.model_id,
        "verb /dashboard/operator/models": "margin",
        "id /dashboard/operator/routes": route.id,
        "verb /dashboard/operator/routes": "change",
        "name /dashboard/operator/providers": route.upstream.name,
        "verb /dashboard/operator/providers": "on",
        "id /dashboard/operator/model-prices": route.model_id,
        "id /dashboard/operator/model-notices": notice.id,
        "name /dashboard/operator/settings": "gateway_requests",
        "name /dashboard/operator/networks": "mastodon",
        "verb /dashboard/operator/networks": "on",
    }


async def furnished(account: Account) -> Addresses:
    """Something of every kind of the account's, and where it is found."""
    await Account.filter(id=account.id).update(plan_name="pro")
    account = await Account.get(id=account.id)
    link = await world.shorten(account, "promo")
    await link.edit(account, tags=["lebaran"])
    phones = {"id": "phones", "when": [{"kind": "device", "values": ["phone"]}], "to": [{"url": world.DESTINATION}]}
    await link.edit(account, rules=[phones])
    tag = await Tag.get(account=account)
    code = await QrCode.create_for_link(account, link, "Menu", Look(Design()))
    await SavedStyle.save_look(account, "Usual", Look(Design()))
    template = await UtmTemplate.save_new(account, "Musim hujan", {"source": "instagram"})
    change = await LinkChange.of_link(link.id).order_by("-id").first()
    page = await Page.make(
        account,
        "toko",
        replace(
            rich(),
            avatar="",
            cover="",
            blocks=tuple(block for block in rich().blocks if not block.pictures - {block.thumbnail}),
        ),
    )
    await page.publish(account)
    now = clock.now()
    subscriber = await Subscriber.create(
        account=account,
        page=page,
        email="budi@example.com",
        consent="x",
        language="id",
        token_digest=secrets.sha256_hex("leaving"),
        created_at=now,
    )
    batch = await Batch.create_draft(account, "link", "url\nhttps://example.com", Options())
    owner = await world.owner(account)
    letter = await OutgoingEmail.create(
        id=uuid4(), kind="sign_in", recipient=owner.email, subject="x", text="x", html="x", created_at=now
    )
    media = await Media.store(account, EncodedPicture(b"x", "image/webp", 320, 320, {"320.webp": b"x"}))
    brought = await archives.uploaded(account, archives.forged({"links": [archives.link_row("other")]}))
    key, raw = await ApiKey.issue(account, "x", terms=KeyTerms(f"{EVERYTHING} {AI}"))
    called = await past_request(key)
    session = await world.begin_session(account, "Firefox")
    passkey = await world.passkey_of(owner)
    share = await Share.begin(account, Subject(account).name)
    order = await ordering.open_order(account, "pro", 1, registry.provider("test"), Buyer("Sari", owner.email))
    await transitions.mark_paid(order)
    connection, tip = await tipped(account)
    endpoint, delivery = await told(account)
    own, _, variant = await written(account)
    file = await store_film(account, owner.id)
    await offer_model("small-1", await offer_upstream(own_keys=True))
    sub_key, video, answered = await asked_models(account, key)
    parts = {
        "id /dashboard/links": link.id,
        "id /dashboard/links/tags": tag.id,
        "id /dashboard/links/utm": template.id,
        "change /dashboard/links": change.id if change else 0,
        "rule /dashboard/links": "phones",
        "action /dashboard/links/<uuid:id>/rules": "off",
        "action /dashboard/links/<uuid:id>/utm": "apply",
        "id /dashboard/qr": code.id,
        "id /dashboard/qr/for": link.id,
        "id /dashboard/qr/media": media.id,
        "id /dashboard/qr/styles": (await SavedStyle.get(account=account)).id,
        "id /dashboard/pages": page.id,
        "id /dashboard/batch": batch.id,
        "id /dashboard/import": brought.id,
        "id /dashboard/settings/data": await archives.export_id(account),
        "id /dashboard/audience": subscriber.id,
        "id /dashboard/settings/api-keys": key.id,
        "id /dashboard/settings/api-keys/requests": called.id,
        "id /dashboard/webhooks": endpoint.id,
        "id /dashboard/ai/requests": (await kept_request(account, key, "text")).id,
        "id /dashboard/ai/playground/answers": answered.request_id,
        "id /dashboard/ai/playground/videos": video.id,
        "id /v1/models": "small-1",
        "id /v1/videos": video.public_id,
        "id /v1/kliqs/keys": sub_key.id,
        "event ": delivery.event_id,
        "id /api/v1/webhooks": endpoint.id,
        "id /dashboard/outbox": letter.id,
        "id /dashboard/settings/security": (await Session.filter(user=owner).first()).id,  # type: ignore[union-attr]
        "id /dashboard/settings/security/passkeys": passkey.id,
        "id /dashboard/settings/security/connections": 1,
        "id /dashboard/settings/team/members": (await Membership.get(account=account, user=owner)).id,
        "id /dashboard/analytics/links": link.id,
        "id /dashboard/analytics/tags": tag.id,
        "id /api/v1/links": link.id,
        "tag /api/v1/tags": tag.id,
        "external_id ": "shop-1",
        "id /api/v1/qr-codes": code.id,
        "id /api/v1/pages": page.id,
        "id /api/v1/subscribers": subscriber.id,
        **await operated(account, page),
        "id /dashboard/operator/mail": letter.id,
        "id /dashboard/operator/payments": (await PaymentEvent.filter(order_id=order.id).first()).id,  # type: ignore[union-attr]
        "code /dashboard/operator/prices": (await Coupon.create_coupon("LEBARAN", percent=5)).code,
        "code ": "test",
        "id /dashboard/settings/tips": (await arrived(account)).id,
        "token /media/posts": signed_urls.signed_token(file.stored_name),
        "name /media/posts": file.stored_name,
        "id /api/v1/posts": variant.post_id,
        "variant ": variant.id,
        "id /api/v1/media": file.id,
        "id /dashboard/publishing/accounts": own.id,
        "id /dashboard/publishing/accounts/choose": (await connecting(account, owner)).id,
        "id /dashboard/publishing/files": file.id,
        "id /dashboard/publishing/posts": variant.post_id,
        "id /dashboard/publishing/posts/variants": variant.id,
        "variant_id ": variant.id,
        "network ": own.network,
        "code /publish/meta": "x",
        "id ": NIL,
        "version ": "x",
        "path ": "css/app.css",
        "slug /docs": "quick-start",
        "name /media": media.src(320).rpartition("/")[2],
        "form ": "svg",
        "name ": "toko",
        "action ": "x",
        "number ": 1,
        "block ": "form",
        "block_id /<name>/event": "event",
        "amount ": 10_000,
        "block_id /<name>/contact": "contact",
        "block_id /<name>/tip": "tip",
        "id /<name>/tip": tip.id,
        "id /api/hooks/tips": connection.id,
        "provider ": "test",
        "token /audience": "leaving",
        "token /invitation": "leaving",
        "token /undo-deletion": "leaving",
        "token /login/link": await mailed_link(owner, SIGN_IN),
        "token /login/reset": await mailed_link(owner, RESET),
        "token /login/restore": await MailedLink.open_unasked(RESTORE, owner.id, owner.email, LIFETIMES[RESTORE]),
        "token /not-me": await DisownLink.make(owner.id),
        "token /stats": share.token,
        "token /unsubscribe": unsubscribe_path(owner.id, AI_NEWS).rpartition("/")[2],
        "sub ": sub_key.id,
        "digest ": "x",
        "reference ": order.reference,
    }
    return Addresses(raw, session, {name: str(part) for name, part in parts.items()})


def post_forms(page: str) -> list[tuple[str, dict[str, str | None]]]:
    """The forms of a page: where each is sent by POST, and its fields with what a browser would send of them.

    None stands for what it would not send: a box that is not ticked, a button that is not pressed, a file.
    """
    document = Document(page)
    options = document.inside("select", "option")
    forms = document.inside("form", "input", "button", "textarea", "select")
    return [
        (form.attributes.get("action", ""), _fields(controls, options))
        for form, controls in forms.items()
        if form.attributes.get("method", "").lower() == "post"
    ]


def _fields(controls: list[Element], options: dict[Element, list[Element]]) -> dict[str, str | None]:
    fields: dict[str, str | None] = {}
    for control in controls:
        if not (name := control.attributes.get("name", "")):
            continue
        kind = control.tag if control.tag == "button" else control.attributes.get("type", "text")
        if kind in {"button", "submit", "file"} or (kind == "checkbox" and "checked" not in control.attributes):
            fields.setdefault(name, None)
        elif kind == "radio" and "checked" not in control.attributes:
            fields.setdefault(name, control.attributes.get("value", "on"))
        else:
            fields[name] = _value(control, options.get(control, []), "on" if kind in {"checkbox", "radio"} else "")
    return fields


def _value(control: Element, options: list[Element], ticked: str) -> str:
    if control.tag == "textarea":
        return control.text.strip()
    if control.tag != "select":
        return control.attributes.get("value", ticked)
    chosen = [option for option in options if "selected" in option.attributes] or options[:1]
    return chosen[-1].attributes.get("value", "") if chosen else ""
