"""What the decisions about sign-in, sessions, permissions and data say is what the code does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from app.accounts import roles
from app.accounts.models import CONFIRMATION_LIFETIME, SESSION_LIFETIME
from app.kernel.session_settings import DEFAULT_IDLE_MINUTES, MIN_IDLE_MINUTES
from app.legal.inventory import ROWS
from tests.serving import ROOT
from tests.source_files import MODULES, source, syntax

APP, DECISIONS = ROOT / "app", ROOT / "decisions"
SIGN_IN_PACKAGES = ("accounts", "sign_in")
BEGINNINGS = {"finish_sign_in", "complete_sign_in", "begin_first_session"}
OWN = {"accounts/sign_in_flow.py", "accounts/authentication.py"}  # where the calls of the others end


def read(name: str) -> str:
    return (DECISIONS / f"{name}.md").read_text()


def rows(name: str, columns: int) -> list[list[str]]:
    """The cells of the lines of every table with so many columns, its head left out."""
    lines = [line.strip().strip("|").split("|") for line in read(name).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line] for line in lines if len(line) == columns]
    heads = [number for number, line in enumerate(cells) if set("".join(line)) <= {"-", " "}]
    return [line for number, line in enumerate(cells) if number not in heads and number + 1 not in heads]


def functions(path: Path) -> Iterator[ast.AsyncFunctionDef]:
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.AsyncFunctionDef):
            yield node


def called(function: ast.AsyncFunctionDef) -> set[str]:
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {ast.unparse(call) for call in calls}


def begins_session(function: ast.AsyncFunctionDef) -> bool:
    names = called(function)
    return "authentication.sign_in" in names or bool({name.rpartition(".")[2] for name in names} & BEGINNINGS)


def test_every_function_that_begins_a_session_is_in_the_table_of_ways_in() -> None:
    code = {
        f"{path.relative_to(APP).as_posix()}::{function.name}"
        for path in MODULES
        if path.relative_to(APP).as_posix() not in OWN
        and any(word in source(path) for word in ("sign_in", *BEGINNINGS))
        for function in functions(path)
        if begins_session(function)
    }
    listed = [cells[1].strip("`") for cells in rows("ways-in", 5)]
    assert len(listed) == len(set(listed)) > 10
    assert set(listed) == code


def test_every_way_in_says_what_it_proves_whether_the_second_factor_follows_and_what_limits_it() -> None:
    for cells in rows("ways-in", 5):
        assert all(cells), cells


def test_the_limits_of_the_table_are_those_of_the_code() -> None:
    code = set()
    for package in SIGN_IN_PACKAGES:
        for path in (APP / package).rglob("*.py"):
            for call in ast.walk(syntax(path)) if "Throttle" in source(path) else ():
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "Throttle":
                    name, most, minutes = (eval(ast.unparse(argument)) for argument in call.args)  # noqa: S307 - ours
                    code.add((str(name), int(most), int(minutes)))
    listed = [(name, int(most), int(minutes)) for name, most, minutes in rows("sign-in-limits", 3)]
    assert len(listed) == len(set(listed)) and set(listed) == code


def test_sessions_are_described_with_the_times_of_the_code() -> None:
    text = read("sessions")
    assert f"{SESSION_LIFETIME.days} days after the sign-in" in text
    assert f"{DEFAULT_IDLE_MINUTES // (24 * 60)} days after it was last used" in text
    assert f"within {int(CONFIRMATION_LIFETIME.total_seconds()) // 60} minutes" in text
    assert f"down to {MIN_IDLE_MINUTES} minutes" in text
    for subject in ("How many", "NIST SP 800-63B", "Providers"):
        assert f"**{subject}" in text or subject in text


def test_the_words_that_no_password_is_made_of_are_written_down() -> None:
    text = read("ways-in").partition("**Words that a password is not made of.**")[2].partition("**A lost")[0]
    assert "email address" in text and "name" in text and "`kliqs`" in text and "COMMON_IN_INDONESIA" in text


def test_every_row_of_the_inventory_is_on_one_level_of_protection() -> None:
    levels = {cells[0].partition(":")[0]: re.split(r",\s*", cells[1]) for cells in rows("data-levels", 2)}
    assert list(levels) == ["secret", "personal", "owned", "public or technical"]
    listed = sorted(key for keys in levels.values() for key in keys)
    assert listed == sorted(row.key for row in ROWS)


def test_every_level_says_how_its_data_are_kept_sent_logged_cached_shown_and_deleted() -> None:
    requirements = rows("data-levels", 5)
    subjects = [cells[0] for cells in requirements]
    assert {"at rest", "on the wire", "integrity", "in logs", "in caches", "who", "how long"} <= set(subjects)
    assert all(all(cells) for cells in requirements)


def test_the_fields_that_not_every_member_reads_are_written_down_as_the_roles_have_them() -> None:
    fields = {cells[0]: cells[1] for cells in rows("permissions", 3)}
    assert roles.LOWEST_ROLE[roles.SEE_ADDRESSES] == roles.EDITOR
    assert fields["addresses that people left on pages"].startswith("editors and owners")
    assert roles.LOWEST_ROLE[roles.MANAGE_KEYS] == roles.LOWEST_ROLE[roles.MANAGE_ACCOUNT] == roles.OWNER
    assert fields["audit log, invitations"] == "owners" and fields["API keys"].endswith("owners")


def test_the_guide_for_teams_names_every_role() -> None:
    for language in ("en", "id"):
        table = (APP / "docs" / "guides" / language / "team.md").read_text().partition("{#roles}")[2].partition("{#")[0]
        assert table.count("\n| ") == 2 + len(roles.ROLES)


def test_nobody_is_asked_questions_about_themselves_to_get_in() -> None:
    """No hints, no secret questions (ASVS 5.0, 6.4.2)."""
    columns = {name for row in ROWS for names in row.columns.values() for name in names.split()}
    fields = re.findall(r'name="([\w-]+)"', "".join(path.read_text() for path in _sign_in_templates()))
    assert "email" in fields
    assert not {name for name in [*columns, *fields] if re.search("hint|question|secret_answer|maiden", name)}


def _sign_in_templates() -> list[Path]:
    return [
        path for folder in ("accounts", "sign_in", "oauth") for path in (ROOT / "templates" / folder).rglob("*.html")
    ]


def test_no_form_sends_a_password_in_an_address() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        for form in path.read_text().split("<form")[1:]:
            head, _, rest = form.partition(">")
            if re.search(r"ui\.(password|secret_input)\(", rest.partition("</form>")[0]):
                assert 'method="post"' in head, path


def test_nothing_keeps_a_password_from_being_pasted_or_filled_in() -> None:
    scripts = {path: path.read_text() for path in (ROOT / "static" / "js").glob("*.js")}
    listening = {path.name for path, text in scripts.items() if re.search(r"[\"']paste[\"']", text)}
    assert listening == {"upload.js", "paste.js"}, "pictures, and an address that is pasted outside of a field"
    pages = [path.read_text() for path in _sign_in_templates()]
    assert sum("ui.password(" in page for page in pages) >= 4
    assert not [page for page in pages if "onpaste" in page]
    assert not [page for page in pages if "ui.password(" in page and 'autocomplete="off"' in page]
