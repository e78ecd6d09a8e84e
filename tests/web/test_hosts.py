"""Five surfaces by host: one origin by default, each host only its own surface when they are named."""

from collections.abc import AsyncGenerator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image
from quart import Quart

from app import create_app
from app.front.redirect_service import redirects_running
from app.kernel import installation, site
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.web import hosts
from tests import world
from tests.client import Browser, browsers_of
from tests.conftest import SECRET, prepare
from tests.subtests import as_subtests
from tests.ways import ways

HOSTS = "public=k.test dashboard=dash.k.test api=api.k.test docs=docs.k.test marketing=home.k.test"


@pytest.fixture(scope="module")
def split_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Quart, Config]:
    """The application in production on five hosts, which compiles its templates once."""
    data_dir = tmp_path_factory.mktemp("split")
    config = Config(env="production", data_dir=data_dir, hosts=HOSTS, secret_key=SECRET)
    return browsers_of(create_app(config)), config


@pytest.fixture
async def split(
    split_once: tuple[Quart, Config], database: str, tmp_path: Path, country_database: Path
) -> AsyncGenerator[Quart]:
    app, config = split_once
    config = config.model_copy(update={"data_dir": tmp_path, "database_url": database})
    prepare(config, country_database)
    installation.use(Installation(config))
    app.extensions["installation"] = installation.current()
    async with redirects_running(config, database, app.extensions["redirects"]):
        yield app


@pytest.mark.parametrize("host", ["evil.test", "kliqs.test.evil.test", "kliqs.test:81", "", "127.0.0.1"])
async def test_a_host_that_is_not_ours_is_a_400(visitor: Browser, database: str, host: str) -> None:
    response = await visitor.get("/login", headers={"Host": host})
    assert response.status_code == 400


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_a_load_balancer_may_ask_for_health_by_the_servers_address(visitor: Browser, path: str) -> None:
    response = await visitor.get(path, headers={"Host": "10.0.0.7:8000"})
    assert response.status_code == 200
    assert "10.0.0.7" not in str(response.headers) + await response.get_data(as_text=True)


async def test_a_hosts_case_does_not_matter(visitor: Browser, database: str) -> None:
    assert (await visitor.get("/login", headers={"Host": "KLIQS.test"})).status_code == 200


@pytest.mark.parametrize(
    "host, path, status",
    [
        ("dash.k.test", "/login", 200),
        ("dash.k.test", "/api/v1/me", 404),
        ("dash.k.test", "/docs/", 404),
        ("dash.k.test", "/promo", 404),
        ("api.k.test", "/api/v1/me", 401),
        ("api.k.test", "/v1/models", 401),
        ("dash.k.test", "/v1/models", 404),
        ("k.test", "/v1/models", 404),
        ("api.k.test", "/login", 404),
        ("docs.k.test", "/docs/", 200),
        ("docs.k.test", "/dashboard/links/", 404),
        ("home.k.test", "/", 200),
        ("home.k.test", "/promo", 404),
        ("k.test", "/promo", 302),
        ("k.test", "/login", 404),
        ("k.test", "/dashboard/links/", 404),
        ("k.test", "/api/v1/me", 404),
        ("k.test", "/healthz", 200),
        ("k.test", "/", 302),
        ("docs.k.test", "/", 302),
        ("dash.k.test", "/", 302),
        ("api.k.test", "/", 404),
    ],
)
async def test_a_host_serves_only_its_surface(split: Quart, host: str, path: str, status: int) -> None:
    await world.shorten(await world.sari(), "promo")
    client = split.test_client()
    assert (await client.get(path, headers={"Host": host})).status_code == status


async def test_links_in_answers_come_from_configuration(split: Quart) -> None:
    link = await world.shorten(await world.sari(), "promo")
    assert link.short_url == "https://k.test/promo"
    assert site.url("api", "/api/v1/links") == "https://api.k.test/api/v1/links"


async def test_a_session_cookie_belongs_to_the_dashboards_host_alone(split: Quart) -> None:
    await world.sari()
    response = await split.test_client().post(
        "/login", form={"email": "sari@example.com", "password": world.PASSWORD}, headers={"Host": "dash.k.test"}
    )
    cookie = next(c for c in response.headers.getlist("Set-Cookie") if "session" in c)
    assert cookie.startswith("__Host-kliqs_session=")
    assert "Secure" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Domain" not in cookie


async def test_the_pattern_page_is_not_there_in_production(split: Quart) -> None:
    rules = {rule.rule for rule in split.url_map.iter_rules()}
    assert not any("patterns" in rule for rule in rules)


@pytest.mark.parametrize("path", ["*", "nothing", "//", "//evil.test/", "/./"])
async def test_a_path_that_is_none_is_never_our_fault(visitor: Browser, database: str, path: str) -> None:
    for method in ("OPTIONS", "GET"):
        response = await visitor.open("/", method=method, scope_base={"path": path})
        assert response.status_code < 500


@as_subtests("path", ["/favicon.ico", "/apple-touch-icon.png", "/apple-touch-icon-precomposed.png"])
@as_subtests("host", ["k.test", "dash.k.test", "api.k.test", "docs.k.test", "home.k.test"])
async def test_every_surface_has_its_icons(split: Quart, host: str, path: str) -> None:
    response = await split.test_client().get(path, headers={"Host": host})
    picture = Image.open(BytesIO(await response.get_data(as_text=False)))
    assert response.status_code == 200
    assert (response.mimetype, picture.format) in {("image/x-icon", "ICO"), ("image/png", "PNG")}


@pytest.mark.parametrize(
    ("target", "host", "status"),
    [
        (b"http://kliqs.test/login", "kliqs.test", 200),
        (b"https://KLIQS.test/login", "kliqs.test", 200),
        (b"HTTP://kliqs.test/login", "evil.test", 200),
        (b"http://kliqs.test", "kliqs.test", 200),
        (b"http://evil.test/login", "kliqs.test", 400),
        (b"http://kliqs.test@evil.test/login", "kliqs.test", 400),
        (b"http://kliqs.test%40evil.test/", "kliqs.test", 400),
        (b"ftp://kliqs.test/login", "kliqs.test", 400),
        (b"http:///login", "kliqs.test", 400),
        (b"kliqs.test:443", "kliqs.test", 400),
        (b"login", "kliqs.test", 400),
    ],
)
async def test_a_target_in_absolute_form_is_answered_as_its_host(
    visitor: Browser, database: str, target: bytes, host: str, status: int
) -> None:
    base = {"raw_path": target, "path": unquote(target.decode())}
    assert (await visitor.get("/", headers={"Host": host}, scope_base=base)).status_code == status


async def test_http_1_0_without_a_host_means_no_one_of_five(split: Quart) -> None:
    await world.shorten(await world.sari(), "promo")
    async with ways(split) as all_ways:
        answers = await all_ways.answers(b"GET /promo HTTP/1.0\r\n\r\n")
    assert {answer[:12] for answer in answers.values()} == {b"HTTP/1.1 400"}


@pytest.mark.parametrize("segment", ["login", "dashboard", "", "privacy", "static", ".well-known", "healthz"])
@pytest.mark.parametrize("surface", ["dashboard", "marketing"])
def test_a_segment_that_is_served_already_is_put_on_no_surface_again(segment: str, surface: str) -> None:
    before = dict(hosts._surfaces)
    with pytest.raises(hosts.SegmentTaken, match=f"^/{segment} cannot be put on {surface}: it is served on .+ already"):
        hosts.serve_on(surface, segment)
    assert hosts._surfaces == before


def test_a_segment_that_nothing_serves_is_put_on_a_surface(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "_surfaces", dict(hosts._surfaces))
    hosts.serve_on("marketing", "about", "team")
    assert (hosts._surfaces["about"], hosts._surfaces["team"]) == ("marketing", "marketing")
    with pytest.raises(hosts.SegmentTaken, match="/about cannot be put on dashboard: it is served on marketing"):
        hosts.serve_on("dashboard", "about")
