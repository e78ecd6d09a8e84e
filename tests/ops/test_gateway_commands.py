"""What the operator does about the AI gateway, as it is typed."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route, Upstream
from app.gateway.metering.balance import AiLedgerEntry
from app.gateway.notices.notice import AiNotice
from app.gateway.videos.video import AiVideo
from app.kernel import clock
from app.operators.operator_log import OperatorAct
from app.payments import operator_calendar
from tests.gateway.screens.usage_rows import request_of
from tests.networks.stand_in import served
from tests.test_cli import EMAIL, Operator, kliqs
from tests.upstreams.openai_api import OpenAIApi

__all__ = ["kliqs"]


@pytest.fixture
def gateway(kliqs: Operator) -> Operator:
    """An installation with a rate and a provider that is in the list of prices."""
    kliqs.done("payments", "rate", "set", "16250")
    kliqs.done("gateway", "upstream", "add", "openai", "--credential-stdin", stdin="sk-operator\n")
    return kliqs


@pytest.fixture
def api() -> Iterator[OpenAIApi]:
    with served(OpenAIApi()) as stand_in:
        yield stand_in


def test_a_provider_is_added_with_a_credential_that_no_list_and_no_history_shows(kliqs: Operator) -> None:
    output = kliqs.done("gateway", "upstream", "add", "openai", "--credential-stdin", stdin="sk-operator\n")
    assert output == ("openai is added: https://api.openai.com/v1. Now: kliqs gateway upstream test openai\n")
    listed = kliqs.done("gateway", "upstream", "list")
    assert "openai" in listed
    assert "0 routes" in listed
    assert "sk-operator" not in output + listed
    assert "sk-operator" not in kliqs.look(lambda: Upstream.get()).credential


def test_a_provider_is_asked_for_its_models_and_gets_a_new_credential(kliqs: Operator, api: OpenAIApi) -> None:
    kliqs.env["KLIQS_NET_ALLOW"] = "127.0.0.1"
    add = ("gateway", "upstream", "add", "own", "--url", api.base_url, "--region", "Jakarta", "--credential-stdin")
    kliqs.done(*add, stdin="sk-wrong")
    assert "does not answer as it should" in kliqs.refused("gateway", "upstream", "test", "own")
    kliqs.done("gateway", "upstream", "rotate", "own", "--credential-stdin", stdin=api.credential)
    assert kliqs.done("gateway", "upstream", "test", "own") == "own answers and has 5 models.\n"
    assert "Jakarta" in kliqs.done("gateway", "upstream", "list")


def test_a_listed_model_is_added_with_its_price_and_offered_with_a_margin(gateway: Operator) -> None:
    added = gateway.done("gateway", "model", "add", "gpt-4.1-mini", "openai", "--max-output", "32768")
    assert added.startswith("gpt-4.1-mini is added, switched off: input=0.4 ")
    assert gateway.done("gateway", "model", "on", "gpt-4.1-mini", "--margin", "12.5") == (
        "gpt-4.1-mini is on, with 12.5 % on top of its price.\n"
    )
    line = gateway.done("gateway", "model", "list")
    assert re.search(r"gpt-4\.1-mini\s+on\s+chat\s+input=0\.4 .*\+ 12\.5 %  1 route$", line, re.MULTILINE)
    model = gateway.look(lambda: AiModel.get())
    assert (model.maker, model.margin) == ("OpenAI", 1_250)
    assert gateway.look(lambda: AiNotice.get()).cause == "new_model gpt-4.1-mini"
    assert "1 AI model is offered." in gateway("doctor").output
    gateway.done("gateway", "model", "off", "gpt-4.1-mini")
    assert "0 AI models are offered." in gateway("doctor").output


def test_a_picture_model_is_priced_by_hand(gateway: Operator) -> None:
    words = ("--kind", "image", "--maker", "OpenAI", "--size", "1024x1024", "--size", "1536x1024")
    output = gateway.done("gateway", "model", "add", "draw-1", "openai", *words)
    assert "no price yet" in output
    assert "kliqs gateway model price draw-1" in output
    assert "no price or no route" in gateway.refused("gateway", "model", "on", "draw-1")
    gateway.done("gateway", "model", "price", "draw-1", "picture=0.04")
    gateway.done("gateway", "model", "on", "draw-1")
    assert gateway.look(lambda: AiModel.get()).options == {"sizes": ["1024x1024", "1536x1024"]}
    assert gateway.look(lambda: AiPrice.get()).prices == {"images": 40_000_000}
    assert "is no price" in gateway.refused("gateway", "model", "price", "draw-1", "pictures=1")


def test_a_difference_is_shown_and_taken_only_when_the_operator_says_so(gateway: Operator) -> None:
    gateway.done("gateway", "model", "add", "gpt-4.1-mini", "openai", "--max-output", "32768", "--price", "input=9")
    shown = gateway.done("gateway", "prices", "diff")
    assert "(you typed its price)" in shown
    assert "  input: 9 → 0.4\n" in shown
    assert gateway.look(lambda: AiPrice.all().count()) == 1
    assert gateway.done("gateway", "prices", "accept", "--all") == "There is nothing to take.\n"
    assert "costs input=0.4" in gateway.done("gateway", "prices", "accept", "gpt-4.1-mini")
    assert gateway.look(lambda: AiPrice.all().count()) == 2
    assert gateway.done("gateway", "prices", "diff") == "Nothing would change.\n"
    assert "Name the models" in gateway.refused("gateway", "prices", "accept")
    assert "There is no model x" in gateway.refused("gateway", "prices", "accept", "x")


def test_routes_are_added_weighed_and_switched_off(gateway: Operator) -> None:
    gateway.done("gateway", "model", "add", "gpt-4.1-mini", "openai", "--max-output", "32768")
    gateway.done("gateway", "upstream", "add", "second", "--no-credential", "--url", "https://second.example/v1")
    output = gateway.done("gateway", "route", "add", "gpt-4.1-mini", "second", "--as", "mini", "--priority", "2")
    number = gateway.look(lambda: Route.get(upstream__name="second")).id
    assert output == f"Route {number} goes from gpt-4.1-mini to mini at second.\n"
    gateway.done("gateway", "route", "weight", str(number), "7", "--priority", "0")
    first, second = gateway.done("gateway", "route", "list", "--model", "gpt-4.1-mini").splitlines()
    assert f"{number}  on   gpt-4.1-mini → second (mini)  priority 0, weight 7" in first
    assert "openai" in second
    gateway.done("gateway", "route", "off", str(number))
    assert f"{number}  off  " in gateway.done("gateway", "route", "list")
    gateway.done("gateway", "route", "on", str(number))
    move = ("gateway", "upstream", "move", "second")
    assert gateway.done(*move, "https://second.example/v2") == "second is at https://second.example/v2 now.\n"
    assert "KLIQS_NET_ALLOW" in gateway.refused(*move, "http://second.example/v2")
    third = (*move, "https://third.example/v1")
    asked = gateway(*third, "--no-credential", stdin="n\n")
    assert asked.exit_code == 1 and "Move second? [y/N]" in asked.output and " now." not in asked.output
    assert gateway(*third, "--credential-stdin", stdin="sk-third").exit_code == 2, "nobody could be asked"
    assert gateway.look(lambda: Upstream.get(name="second")).base_url == "https://second.example/v2"
    assert gateway.done(*third, "--yes", "--credential-stdin", stdin="sk-third") == (
        "second is at https://second.example/v2. https://third.example/v1 is another server.\n"
        "second is at https://third.example/v1 now. It has the new credential. "
        "Test it: kliqs gateway upstream test second\n"
    )
    moved = gateway.done(*move, "https://fourth.example/v1", "--yes", "--no-credential")
    assert "Your credential will be deleted here." in moved and "It has no credential." in moved
    gateway.done("gateway", "upstream", "off", "second")
    assert re.search(r"second\s+off", gateway.done("gateway", "upstream", "list"))
    gateway.done("gateway", "upstream", "on", "second")
    assert "already" in gateway.refused("gateway", "route", "add", "gpt-4.1-mini", "second", "--as", "mini")
    assert "There is no route" in gateway.refused("gateway", "route", "off", "99")
    for command in (["off"], ["on"], ["weight", "7"]):
        refused = gateway("gateway", "route", command[0], str(10**30), *command[1:])
        assert refused.exit_code == 2 and "is not in the range" in refused.output


def test_the_end_of_a_model_is_announced_ninety_days_ahead(gateway: Operator) -> None:
    gateway.done("gateway", "model", "add", "gpt-4.1-mini", "openai", "--max-output", "32768")
    gateway.done("gateway", "model", "on", "gpt-4.1-mini")
    today = operator_calendar.today()
    soon, day = today + timedelta(days=30), today + timedelta(days=90)
    assert str(day) in gateway.refused("gateway", "model", "deprecate", "gpt-4.1-mini", str(soon))
    assert "Give its last day" in gateway.refused("gateway", "model", "deprecate", "gpt-4.1-mini")
    gateway.done("gateway", "model", "deprecate", "gpt-4.1-mini", str(day))
    assert f"ends after {day}" in gateway.done("gateway", "model", "list")
    assert "ends on" in gateway.done("gateway", "notice", "list")
    gateway.done("gateway", "model", "deprecate", "gpt-4.1-mini", "--keep")
    assert "ends" not in gateway.done("gateway", "model", "list")


def test_the_operator_tells_everybody_and_takes_it_back(kliqs: Operator) -> None:
    words = ("--title-id=Perawatan", "--title-en=Maintenance", "--text-id=Malam ini.", "--text-en=Tonight.")
    kliqs.done("gateway", "notice", "add", *words)
    number = kliqs.look(lambda: AiNotice.get()).id
    assert "Maintenance" in kliqs.done("gateway", "notice", "list")
    assert "There is no model x" in kliqs.refused("gateway", "notice", "add", *words, "--model", "x")
    kliqs.done("gateway", "notice", "remove", str(number))
    assert kliqs.done("gateway", "notice", "list") == "There is no notice.\n"
    assert "You wrote no notice" in kliqs.refused("gateway", "notice", "remove", str(number))


def test_credits_are_given_and_taken_back_as_far_as_they_are_left(kliqs: Operator) -> None:
    kliqs.person()
    assert kliqs.done("gateway", "credits", "give", EMAIL, "5000", "--note", "A fault") == (
        "Sari has 5,000 rupiah of credits now.\n"
    )
    taken = kliqs.done("gateway", "credits", "give", EMAIL, "2000", "--take-back")
    assert taken == "Sari has 3,000 rupiah of credits now.\n"
    assert "not left" in kliqs.refused("gateway", "credits", "give", EMAIL, "3001", "--take-back")
    entries = kliqs.look(lambda: AiLedgerEntry.all().order_by("id"))
    assert [(entry.kind, entry.amount, entry.note) for entry in entries] == [
        ("correction", 5_000_000_000, "A fault"),
        ("correction", -2_000_000_000, ""),
    ]
    acts = kliqs.look(lambda: OperatorAct.all().order_by("created_at"))
    assert [act.act for act in acts] == ["ai_credits_given", "ai_credits_taken"]


def test_what_the_operator_writes_is_one_line_and_refused_where_it_is_too_long(kliqs: Operator) -> None:
    kliqs.person()
    give, add = ("gateway", "credits", "give", EMAIL, "1", "--note"), ("gateway", "upstream", "add", "own", "--region")
    url = ("--no-credential", "--url", "https://own.example/v1")
    assert "200" in kliqs.refused(*give, "x" * 201)
    assert "60" in kliqs.refused(*add, "x" * 61, *url)
    kliqs.done(*give, "a fault\nof ours")
    kliqs.done(*add, "West\nJava", *url)
    assert kliqs.look(lambda: AiLedgerEntry.get()).note == "a fault of ours"
    assert kliqs.look(lambda: Upstream.get()).region == "West Java"


def test_a_move_says_before_what_is_lost_and_after_what_was(kliqs: Operator) -> None:
    kliqs.person()
    kliqs.done("gateway", "upstream", "add", "openai", "--own-keys", "--no-credential")

    async def fill() -> None:
        account, row, now = await Account.get(), await Upstream.get(), clock.now()
        model = await AiModel.create(id="film-1", kind="video", label="Film", maker="Maker", created_at=now)
        route = await Route.create(model=model, upstream=row, upstream_model="film-1")
        await OwnUpstreamKey.create(account=account, upstream=row, credential="", last_four="last", created_at=now)
        for status in ("queued", "completed", "completed"):
            request = await request_of(account)
            terms: dict[str, Any] = {"model": "film-1", "route_id": route.id, "status": status, "created_at": now}
            await AiVideo.create(id=uuid4(), account=account, request=request, **terms)

    kliqs.look(fill)
    move = ("gateway", "upstream", "move", "openai", "https://new.example/v1", "--no-credential")
    assert kliqs.done(*move, stdin="y\n") == (
        "openai is at https://api.openai.com/v1. https://new.example/v1 is another server.\n"
        "The own credentials of 1 workspace will be deleted; the owners get an email.\n"
        "1 video under way will end, at no cost.\n"
        "2 videos that are ready can be fetched no longer; the files stay at the old server.\n"
        "Move openai? [y/N]: y\n"
        "openai is at https://new.example/v1 now. It has no credential. Test it: kliqs gateway upstream test openai\n"
        "Deleted: the own credentials of 1 workspace.\n"
        "Ended: 1 video under way, at no cost.\n"
        "No longer to be fetched: 2 videos that are ready. The files stay at the old server.\n"
    )
