"""The rules of the house, as tests: floors, sizes, words, and routes that are closed to strangers unless opened."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment, meta, nodes
from quart import Quart

from app.kernel.error_codes import API_CODES
from app.kernel.refusal import Refusal
from app.names import slug
from app.operators.guard import is_operator_path
from tests.client import Browser
from tests.conftest import WITHOUT_A_PART
from tests.route_paths import fill_rule
from tests.source_files import MODULES, source, syntax

ROOT = Path(__file__).parent.parent
APP, TEMPLATES = ROOT / "app", ROOT / "templates"
FLOORS = [
    "kernel",
    "jobs",
    "colour",
    "mail",
    "web",
    "accounts",
    "sign_in",
    "operators",
    "plans",
    "names",
    "payloads",
    "media",
    "visits",
    "keys",
    "webhooks",
    "team",
    "payments",
    "gateway",
    "blocklists",
    "links",
    "qr",
    "batch",
    "blocks",
    "pages",
    "guests",
    "audience",
    "publishing",
    "reports",
    "abuse",
    "qris_checker",
    "settings",
    "analytics",
    "home",
    "privacy",
    "front",
    "docs",
    "legal",
    "ops",
    "console",
]
ROOMS = {  # of the packages that have packages inside, lowest first
    "gateway": [
        "upstreams",
        "catalogue",
        "metering",
        "contents notices",
        "routing key_terms",
        "credits videos",
        ".",
        "assistant",
        "api",
        "screens",
        "playground",
    ],
    "pages": ["theme", ".", "json public", "transfer", "api builder"],
    "front": [".", "lanes"],
    "links": ["rules", ". history utm rule_editor", "checker"],
    "sign_in": [".", "oauth", "passkeys second_factor"],
    "privacy": [".", "export bring_in"],
    "publishing": ["networks", "connections files", "posts", "planning delivery", "composer statistics", ".", "api"],
    "payments": [". providers", "checkout operator", "tips"],
}
OPEN = {
    "objection.letter_form",
    "objection.send_letter",
    "disown.disown_page",
    "disown.disown_sign_in",
    "unsubscribe.unsubscribe_page",
    "unsubscribe.unsubscribe",
    "static",
    "icons.favicon",
    "icons.apple-touch-icon",
    "icons.apple-touch-icon-precomposed",
    "health.liveness",
    "health.readiness",
    "sign_in.sign_in_form",
    "sign_in.sign_in",
    "sign_in.sign_in_after_expiry",
    "sign_in.sign_out",
    "sign_up.sign_up_form",
    "sign_up.submit_sign_up",
    "sign_up.code_form",
    "sign_up.submit_code",
    "sign_up.send_code_again",
    "mail_links.request_link",
    "mail_links.link_form",
    "mail_links.forgotten_form",
    "mail_links.request_reset",
    "mail_links.inbox",
    "mail_links.send_again",
    "mail_links.link_page",
    "mail_links.use_sign_in_link",
    "password_reset.reset_page",
    "password_reset.use_reset",
    "password_reset.restore_page",
    "password_reset.use_restore",
    "password_reset.new_password_form",
    "password_reset.set_new_password",
    "passkeys.sign_in_options",
    "passkeys.sign_in",
    "second_factor.two_factor_form",
    "second_factor.take_second_factor",
    "oauth.start",
    "oauth.callback",
    "publishing_callback.callback",
    "oauth.question",
    "oauth.join",
    "oauth.sign_up",
    "invitation.open_link",
    "invitation.invitation_page",
    "invitation.accept",
    "invitation.decline",
    "invitation.sign_in_as_another",
    "docs.index",
    "docs.openapi",
    "docs.gateway_openapi",
    "landing.home",
    "landing.show_sample",
    "front.follow_link",
    "front.submit_link_form",
    "metrics.metrics_endpoint",
    "shared_statistics.shared_statistics",
    "media.serve_file",
    "post_media.serve_file",
    "webhooks.receive_webhook",
    "tip_webhooks.receive_webhook",
    "tip_pages.choose_amount",
    "tip_pages.open_tip",
    "tip_pages.show_payment",
    "guests.new_page_form",
    "guests.create_page",
    "guests.edit_form",
    "guests.submit_edit_token",
    "guests.update_page",
    "guests.links_page",
    "guests.shorten_url",
    "guests.token_form",
    "guests.show_token",
    "guests.claim_form",
    "guests.claim_to_account",
    "guests.forget_token",
    "guests.erase_guest_data",
    "guests.apply_starter",
    "bio_pages.download_event",
    "bio_pages.download_contact",
    "bio_pages.show_tip",
    "bio_pages.preview_picture",
    "reports.report_form",
    "reports.send_report",
    "subscribe.subscribe_form",
    "subscribe.subscribe",
    "subscribe.token_page",
    "subscribe.apply_action",
    "crawlers.robots_txt",
    "crawlers.sitemap_xml",
    "legal.legal_page",
    "legal.contact",
    "legal.send_request",
    "legal.privacy_centre",
    "undo_deletion.undo_form",
    "undo_deletion.undo_by_token",
    "legal.security_txt",
    "docs.page",
    "docs.search_results",
    "data_deletion.receive_request",
    "data_deletion.deletion_page",
}
PARTIALS = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("_*.html"))
TEMPLATE_GLOBALS = {
    "_",
    "ngettext",
    "url_for",
    "surface_url",
    "asset",
    "dom_id",
    "ui",
    "site",
    "in_language",
    "read_only",
    "demo",
    "languages",
    "regions",
    "operator_email",
    "sells_plans",
    "locale",
    "zone",
    "account",
    "user",
    "may",
    "workspace_field",
    "memberships",
    "request",
    "get_flashed_messages",
    "g",
    "config",
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def imports(path: Path) -> list[str]:
    """What a module imports of ours, by dotted names; to look through all modules takes seconds."""
    if "app" not in source(path):
        return []
    return [
        f"{node.module}.{alias.name}"
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("app")
        for alias in node.names
    ]


def package(dotted: str) -> str:
    part = dotted.split(".")[1]
    return part if part in FLOORS else ""


def top(path: Path) -> str:
    """The package below `app` that a module is in, empty for the modules of `app` itself."""
    inside = path.relative_to(APP).parts
    return inside[0] if len(inside) > 1 else ""


def dotted(path: Path) -> str:
    """A module's name as it is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_modules(path: Path) -> set[str]:
    """The modules of ours that a module imports, for its annotations too."""
    return {imported if imported in NAMES else imported.rpartition(".")[0] for imported in imports(path)} & NAMES


NAMES = {dotted(path) for path in MODULES}
ROUTES = {dotted(path) for path in MODULES if re.search(r"^\w+ = Blueprint\(", path.read_text(), re.MULTILINE)}


def test_every_package_has_a_floor() -> None:
    assert {name(path).split("/")[1] for path in MODULES if top(path)} == set(FLOORS)


def test_imports_only_go_down() -> None:
    height = {floor: level for level, floor in enumerate(FLOORS)}
    climbs = [
        f"{name(path)} imports {imported}"
        for path in MODULES
        if top(path)
        for imported in imports(path)
        if package(imported) and height[package(imported)] > height[top(path)]
    ]
    assert not climbs


@pytest.mark.parametrize("package", ROOMS)
def test_inside_a_package_imports_only_go_down(package: str) -> None:
    """The modules of the package itself are the room named by a dot."""

    def room(module: str) -> str:
        inside = module.removeprefix(f"app.{package}.").split(".")
        return inside[0] if len(inside) > 1 else "."

    height = {name: level for level, names in enumerate(ROOMS[package]) for name in names.split()}
    modules = [path for path in MODULES if top(path) == package]
    assert {room(dotted(path)) for path in modules if path.name != "__init__.py"} == set(height)
    climbs = [
        f"{name(path)} imports {imported}"
        for path in modules
        if path.name != "__init__.py"
        for imported in imported_modules(path)
        if imported.startswith(f"app.{package}.") and height[room(imported)] > height[room(dotted(path))]
    ]
    assert not climbs


def test_no_modules_import_each_other_in_a_circle() -> None:
    TopologicalSorter({dotted(path): imported_modules(path) - {dotted(path)} for path in MODULES}).prepare()


def test_only_the_app_and_the_docs_know_modules_with_routes_of_other_packages() -> None:
    entered = [
        f"{name(path)} imports {imported}"
        for path in MODULES
        if top(path) not in {"", "docs"}
        for imported in imported_modules(path)
        if imported in ROUTES and package(imported) != top(path)
    ]
    assert not entered


def test_rules_know_nothing_of_the_web() -> None:
    knowing = [
        name(path)
        for path in MODULES
        if path.name in {"models.py", "slug.py", "quota.py", "validation.py"}
        or top(path) in {"kernel", "plans", "names"}
        if "quart" in path.read_text()
    ]
    assert not knowing


def test_only_the_gate_touches_quart_auth_and_only_config_reads_settings() -> None:
    assert [name(p) for p in MODULES if "quart_auth" in p.read_text()] == ["app/accounts/authentication.py"]
    readers = {name(p) for p in MODULES if re.search(r"from os import environ|\benviron\.|os\.getenv", p.read_text())}
    assert readers == {"app/kernel/db.py"}, "aerich reads its configuration at import; nothing else may"


def test_a_start_builds_no_model_of_the_api() -> None:
    models = {name(p) for p in MODULES if re.search(r"^class \w+\([^)]*\bBaseModel\b", p.read_text(), re.MULTILINE)}
    assert models == {"app/kernel/api_model.py"}, "its ApiModel is built when it is first used"


def test_pages_are_rendered_in_threads() -> None:
    """What renders a bio page is passed to a thread, and not called by a coroutine."""
    renderers = {"render", "render_subpage", "render_tip_page"}
    calling = {
        f"{name(path)}: {function.name}"
        for path in MODULES
        if "pages.public" in path.read_text()
        for function in ast.walk(syntax(path))
        if isinstance(function, ast.AsyncFunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in renderers
    }
    assert calling == set()


def test_only_the_kernel_does_work_on_text_that_may_be_endless() -> None:
    work = re.compile(r"\bunicodedata\b|\bcasefold\(|\bidna\b(?!\.?`)")
    working = {name(p) for p in MODULES if work.search(p.read_text())}
    assert working == {"app/kernel/text.py", "app/kernel/destination.py"}


def test_what_is_cut_before_it_is_cleaned_is_cut_again_because_cleaning_may_lengthen_it() -> None:
    refusing = {name(p) for p in MODULES if re.search(r"\bclean_line\([^,]*\[ ?:", p.read_text())}
    assert refusing == {"app/kernel/text.py"}, "its cut_line cleans a search without refusing it"


def test_no_test_depends_on_how_fast_the_machine_is() -> None:
    tests = {str(path.relative_to(ROOT)): path.read_text() for path in (ROOT / "tests").rglob("*.py")}
    stopwatch = re.compile(r"\b(monotonic|perf_counter|process_time|thread_time)(_ns)?\(")
    measuring = {name for name, text in tests.items() if stopwatch.search(text) and not name.startswith("tests/bench/")}
    assert measuring == {"tests/waiting.py"}, "waiting has one deadline; what takes how long is for the benches"


def test_no_test_of_the_browser_looks_only_once_at_a_page_that_may_still_be_loading() -> None:
    read_a_page = re.compile(
        r"\.(count|is_visible|is_hidden|is_checked|is_disabled|is_enabled|is_editable|all_inner_texts|all_text_contents"
        r"|inner_text|inner_html|text_content|input_value|get_attribute|bounding_box|evaluate|evaluate_all|content|title)\("
        r"|\bpage\.url\b"
    )
    looking_once = [
        f"{path.name}:{node.lineno}: use expect or until of expectations.py"
        for path in (ROOT / "tests" / "browser").glob("*.py")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Assert) and read_a_page.search(ast.unparse(node.test))
    ]
    assert looking_once == []


def test_the_files_in_which_the_database_has_no_part_are_there() -> None:
    assert [file for file in WITHOUT_A_PART if not (ROOT / "tests" / file).exists()] == []


def test_there_is_no_drawer_for_everything() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "common", "services", "managers", "misc"}


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in [*MODULES, *TEMPLATES.rglob("_*.html")]}
    assert {
        name(path): lines for path, lines in lengths.items() if lines > (40 if path.suffix == ".html" else 300)
    } == {}


def test_functions_are_short() -> None:
    long = [
        f"{name(path)}: {node.name} is longer than 25 lines"
        for path in MODULES
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 25
    ]
    assert not long


def test_modules_say_what_they_are_for() -> None:
    assert [name(path) for path in MODULES if path.read_text() and not ast.get_docstring(syntax(path))] == []


def test_public_functions_and_classes_are_described() -> None:
    nodes = [(path, node) for path in MODULES for node in described(syntax(path).body)]
    assert [f"{name(path)}: {node.name}" for path, node in nodes if not ast.get_docstring(node)] == []


Described = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def described(body: list[ast.stmt]) -> Iterator[Described]:
    """The public functions and classes of a module, and the public methods of its classes.

    Left out are models, whose docstring would be a comment of their table, setters, and validators of pydantic.
    """
    for node in body:
        if not isinstance(node, Described) or node.name.startswith("_") or node.name == "Meta":
            continue
        decorators = {ast.unparse(decorator) for decorator in node.decorator_list}
        bases = {ast.unparse(base) for base in node.bases} if isinstance(node, ast.ClassDef) else set()
        if not bases & {"Model", "Lifecycle", "BaseModel"} and not re.search(r"validator|\.setter", str(decorators)):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from described(node.body)


def refusals(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for child in kind.__subclasses__():
        yield child
        yield from refusals(child)


def test_every_code_the_api_documents_can_be_given() -> None:
    spoken = {kind.code for kind in refusals()} | {
        "METHOD_NOT_ALLOWED",
        "PAYLOAD_TOO_LARGE",
        "UNSUPPORTED_MEDIA_TYPE",
        "INTERNAL_ERROR",
        "RATE_LIMITED",
        "REQUEST_TIMEOUT",
    }
    assert set(API_CODES) <= spoken


async def test_strangers_are_turned_away_at_every_door(app: Quart, visitor: Browser, database: str) -> None:
    for rule in app.url_map.iter_rules():
        if rule.endpoint in OPEN:
            continue
        url = fill_rule(rule.rule, "delete")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            response = await visitor.open(url, method=method)
            expected = 401 if url.startswith(("/api/", "/v1/")) else 404 if is_operator_path(url) else 303
            assert response.status_code == expected, f"{method} {url}"


async def test_every_first_segment_of_the_app_is_reserved(app: Quart) -> None:
    segments = {rule.rule.split("/")[1] for rule in app.url_map.iter_rules()}
    for segment in segments - {""}:
        if not segment.startswith("<"):
            with pytest.raises(slug.ReservedSlug):
                slug.check_slug(segment.upper())


def declared(partial: str) -> set[str]:
    match = re.match(r"\A\{# needs: (?P<names>.*?) #\}", (TEMPLATES / partial).read_text())
    assert match, f"{partial} does not begin with {{# needs: … #}}"
    return set(match["names"].split(", ")) - {"nothing"}


def used(env: Environment, partial: str) -> set[str]:
    """What a partial reads from outside, its includes' needs among it; what it sets or loops over is its own."""
    tree = env.parse((TEMPLATES / partial).read_text())
    free = meta.find_undeclared_variables(tree) - TEMPLATE_GLOBALS
    loops: list[Any] = list(tree.find_all((nodes.For, nodes.Assign)))
    targets = [loop.target for loop in loops]
    targets += [target for loop in tree.find_all(nodes.With) for target in loop.targets]
    own = {
        node.name
        for target in targets
        for node in [target, *target.find_all(nodes.Name)]
        if isinstance(node, nodes.Name)
    }
    for included in meta.find_referenced_templates(tree):
        if included and Path(included).name.startswith("_"):
            free |= declared(included) - own
    return free


def test_a_partial_names_what_it_needs_and_no_more(made_once: Quart) -> None:
    needs = {partial: (used(made_once.jinja_env, partial), declared(partial)) for partial in PARTIALS}
    assert {partial: both for partial, both in needs.items() if both[0] != both[1]} == {}


def catalogue(language: str) -> dict[object, object]:
    with (ROOT / "locales" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue_file = read_po(file, locale=language)
    assert not catalogue_file.fuzzy or language, "a fuzzy header hides a whole catalogue"
    return {message.id: message.string for message in catalogue_file if message.id and not message.fuzzy}


def extracted() -> set[object]:
    methods = [("app/**.py", "python"), ("templates/**.html", "jinja2")]
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}
    options = {"templates/**.html": {"trimmed": "true", "newstyle_gettext": "true"}}
    return {
        message
        for folder in ("app", "templates")
        for _, _, message, _, _ in extract_from_dir(
            ROOT / folder,
            [(p.split("/", 1)[1], m) for p, m in methods if p.startswith(folder)],
            {p.split("/", 1)[1]: o for p, o in options.items() if p.startswith(folder)},
            keywords=keywords,
        )
    }


def test_both_catalogues_say_every_word_and_hold_nothing_that_nobody_says() -> None:
    """Both ways in one test, as to extract the words takes seconds in each process of the tests."""
    words = extracted()
    for language in ("id", "en"):
        messages = catalogue(language)
        missing = [message for message in words if not _complete(messages.get(message))]
        assert not missing, f"{len(missing)} without {language}: {missing[:5]}"
        assert messages.keys() <= words, f"{language} has what nobody says: {[*messages.keys() - words][:5]}"


def test_translations_keep_their_placeholders() -> None:
    slots = re.compile(r"%\((\w+)\)s")
    for english, translated in catalogue("id").items():
        one, many = english if isinstance(english, tuple) else (english, english)
        texts = translated if isinstance(translated, tuple) else (translated,)
        for text in texts:
            assert set(slots.findall(str(text))) <= set(slots.findall(f"{one} {many}")), english
            assert "%%" not in str(text) or "%%" in f"{one}{many}", english


def _complete(translation: object) -> bool:
    texts = translation if isinstance(translation, tuple) else (translation,)
    return all(texts)


BARE = re.compile(r">\s*([A-Z][a-z]+(?: [a-z]+)+[.?]?)\s*<")


INLINE = re.compile(r" style=|hx-on|js:|\| *safe|<script(?![^>]*src=)")


def without_comments(template: Path) -> str:
    return re.sub(r"\{#.*?#\}", "", template.read_text(), flags=re.DOTALL)


def test_templates_hold_no_words_outside_gettext() -> None:
    texts = {path: without_comments(path) for path in TEMPLATES.rglob("*.html") if "patterns/" not in name(path)}
    prose = {
        name(path): BARE.findall(re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL))
        for path, text in texts.items()
    }
    assert {path: words for path, words in prose.items() if words} == {}


def test_templates_hold_nothing_inline() -> None:
    matches = {name(path): INLINE.findall(without_comments(path)) for path in TEMPLATES.rglob("*.html")}
    assert {path: inline for path, inline in matches.items() if inline} == {}
