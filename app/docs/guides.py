"""The guides: Markdown articles with this installation's host names, limits and screenshots filled in."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from app.docs.api_examples import all_examples
from app.docs.sample_programs import render_programs
from app.kernel import i18n, markdown_articles, site
from app.kernel.gateway_settings import LOG_DAYS, MOST_CONTENT_DAYS, GatewaySettings
from app.kernel.package_files import resource
from app.kernel.postgres_limits import BESIDE_POOL, POOL
from app.keys.code_snippets import render_snippets
from app.links.checker.page_check import user_agent
from app.plans.plan_limits import MAX_KEYS, PLANS
from app.sign_in.passkeys.registration import MAX_PASSKEYS
from app.web import assets, hosts

FOLDER = Path(__file__).parent / "guides"
PICTURES = ("first-link", "first-qr-code", "first-bio-page", "scan-check")


def read_guide(slug: str) -> markdown_articles.Article:
    """Reads a guide in the reader's language."""
    values = _values(i18n.current_language(), tuple(site.current().origins.items()), assets.asset_url(""))
    return _read(slug, i18n.current_language(), values)


def guide_title(slug: str) -> str:
    """Returns a guide's title in the reader's language."""
    return read_guide(slug).title


@lru_cache(maxsize=32)
def _values(language: str, _origins: tuple[tuple[str, str], ...], _static: str) -> tuple[tuple[str, str], ...]:
    """The values of the `${…}` placeholders in the guides; cached per language, host names and static files."""
    base = site.url("api", "/api/v1")
    pictures = {
        f"picture_{name.replace('-', '_')}": assets.asset_url(f"img/docs/{name}-{language}.webp") for name in PICTURES
    }
    return tuple(
        {
            "base": base,
            **_addresses(),
            **_limits(),
            **_gateway_numbers(),
            "answer_me": all_examples()["me"].answer,
            "answer_link": _first_response(),
            **_programs(base),
            **pictures,
            **deploy_files(),
        }.items()
    )


def _addresses() -> dict[str, str]:
    """The host names of this installation, and pages that guides link to."""
    return {
        "v1": site.url("api", "/v1"),
        "api": site.url("api", ""),
        "public": site.url("public", ""),
        "host": site.current().host("public"),
        "dashboard_url": site.url("dashboard", ""),
        "dashboard": hosts.surface_url("dashboard", "/dashboard"),
        "contact": hosts.surface_url("marketing", "/contact"),
        "terms": hosts.surface_url("marketing", "/terms"),
        "processors": hosts.surface_url("marketing", "/processors"),
        "join": hosts.surface_url("dashboard", "/signup"),
    }


def _programs(base: str) -> dict[str, str]:
    """The code samples and the whole programs, for the API at this address, and what a program of ours calls itself."""
    samples = {f"program_{name.lower()}": text for name, text in render_snippets(f"{base}/links").items()}
    samples["agent"] = user_agent()
    return samples | {f"recipe_{name}": text for name, text in render_programs(f"{base}/links").items()}


def _limits() -> dict[str, str]:
    """The limits of the free plan, of keys, passkeys and connections to PostgreSQL, in the reader's language."""
    free_plan = PLANS["free"]
    limits = {
        "free_links": free_plan.links,
        "free_requests": free_plan.requests,
        "pool": POOL,
        **{f"connections_{processes}": processes * (POOL + BESIDE_POOL) for processes in (1, 4, 8, 16)},
        "free_pages": free_plan.pages,
        "most_keys": MAX_KEYS,
        "passkeys": MAX_PASSKEYS,
    }
    return {name: i18n.format_number(limit) for name, limit in limits.items()}


def _gateway_numbers() -> dict[str, str]:
    """The usual limits and days of the AI gateway, and the credits of plans, in the reader's language."""
    usual = GatewaySettings.model_fields
    numbers = {
        "ai_log_days": LOG_DAYS,
        "ai_content_days": MOST_CONTENT_DAYS,
        "ai_rate_days": usual["gateway_rate_days"].default,
        "ai_requests": usual["gateway_requests"].default,
        "ai_tokens": usual["gateway_tokens"].default,
        "ai_streams": usual["gateway_streams"].default,
        **{f"ai_credits_{name}": plan.ai_credits for name, plan in PLANS.items()},
    }
    return {name: i18n.format_number(number) for name, number in numbers.items()}


def deploy_files() -> dict[str, str]:
    """Returns the files of the folder `deploy` by their names in a guide: `nginx.conf` is `file_nginx_conf`."""
    return {
        f"file_{file.name.lower().replace('.', '_')}": file.read_text(encoding="utf-8").rstrip()
        for file in sorted(resource("deploy").iterdir())
    }


def _first_response() -> str:
    """The response that the first program of every language gets."""
    example = all_examples()["createLink"]
    fields = {
        "short_code": "x7Kd2mP",
        "short_url": site.url("public", "/x7Kd2mP"),
        "title": "",
        "destination_url": "https://example.com/products/8f3f",
    }
    return replace(example, data=example.data | fields).answer


@lru_cache(maxsize=256)
def _read(slug: str, language: str, values: tuple[tuple[str, str], ...]) -> markdown_articles.Article:
    return markdown_articles.read_article(FOLDER / language / f"{slug}.md", dict(values))
