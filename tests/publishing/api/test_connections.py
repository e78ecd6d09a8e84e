"""The JSON API says of each connection what it allows, and what its limits have left."""

from datetime import timedelta

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.connections.connection import DISCONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.delivery import network_limits
from app.publishing.networks.registry import NETWORKS
from tests.counting import queries
from tests.links.test_api import Caller
from tests.publishing.posts.stand_ins import connect

URL = "/api/v1/connections"


async def test_each_connection_says_what_it_allows_and_what_is_left(call: Caller, dewi: Account, sari: Account) -> None:
    warung = await connect(dewi, scopes=["write"])
    stage = await connect(dewi, "panggung", state=NEEDS_RECONNECT, may_publish=False, paused_at=clock.now())
    await connect(sari)
    await network_limits.count_post(NETWORKS["warung"], warung, clock.now())

    _, answer, headers = await call("GET", URL)

    first, second = answer["data"]["connections"]
    assert (first["id"], first["name"], first["scopes"], first["may_publish"]) == (
        str(warung.id),
        "Kopi",
        ["write"],
        True,
    )
    assert [(limit["name"], limit["most"], limit["left"]) for limit in first["limits"]] == [("day", 2, 1)]
    assert (second["id"], second["state"], second["may_publish"], second["paused"]) == (
        str(stage.id),
        "needs_reconnect",
        False,
        True,
    )
    assert second["questions"] == [
        {"name": "privacy", "kind": "choice", "required": True, "choices": ["public", "private"]},
        {"name": "comments", "kind": "switch", "required": False, "choices": []},
    ]
    assert "X-RateLimit-Remaining" in headers


async def test_no_token_is_told_and_what_is_disconnected_is_gone(call: Caller, dewi: Account) -> None:
    await connect(dewi, tokens="zz-secret", details={"privacy_choices": ["private"]})
    await connect(dewi, username="gone", state=DISCONNECTED, disconnected_at=clock.now())
    _, answer, _ = await call("GET", URL)
    assert "zz-secret" not in str(answer)
    assert len(answer["data"]["connections"]) == 1


async def test_a_network_that_wants_no_calls_says_until_when(call: Caller, dewi: Account) -> None:
    until = clock.now() + timedelta(hours=2)
    await network_limits.stop_connection(await connect(dewi), until)
    [connection] = (await call("GET", URL))[1]["data"]["connections"]
    assert connection["stopped_until"] == clock.format_rfc3339(until)
    assert connection["limits"][0]["left"] == 0


async def test_connections_are_made_and_ended_in_the_dashboard_only(call: Caller, dewi: Account) -> None:
    connection = await connect(dewi)
    assert (await call("POST", URL, {}))[0] == 405
    assert (await call("DELETE", f"{URL}/{connection.id}"))[0] == 404
    assert await Connection.exists()


async def test_more_connections_ask_no_more_questions(call: Caller, dewi: Account) -> None:
    async def asked() -> int:
        with queries() as seen:
            await call("GET", URL)
        return len(seen)

    await connect(dewi)
    await asked()  # the first request of a key also notes that it is used
    few = await asked()
    for number in range(8):
        await connect(dewi, "panggung" if number % 2 else "warung", f"kopi{number}")
    assert await asked() == few
