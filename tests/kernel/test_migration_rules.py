"""From migration 52 on, migrations only add, so that the version before goes on to work beside the new one.

What is removed is removed later: by a migration whose name says which one a version must have to survive it, when the
last released version has that one.
"""

import re
from pathlib import Path

import pytest
from aerich.utils import import_py_file

from app.kernel.migration_files import (
    FIRST_EXPANDING,
    LOCATION,
    contracted,
    fatal_migrations,
    migration_files,
    migration_number,
)
from tests import last_release

FILES = [file for file in migration_files(LOCATION / "models") if migration_number(file.name) >= FIRST_EXPANDING]
COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
CREATED = re.compile(r'CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)"?', re.IGNORECASE)
ALTERED = re.compile(r'(?:ALTER TABLE (?:IF EXISTS )?(?:ONLY )?|INDEX .* ON )"?(\w+)"?', re.IGNORECASE)
BREAKING = {
    "drops": r"^DROP (?!(INDEX|TRIGGER|FUNCTION)\b)|^ALTER TABLE .*\bDROP (?!CONSTRAINT\b|NOT NULL\b|EXPRESSION\b)",
    "renames": r"\bRENAME\b",
    "changes a type": r"\bALTER (COLUMN )?\S+ (SET DATA )?TYPE\b",
    "refuses what was allowed": (
        r"\bSET NOT NULL\b|^CREATE UNIQUE INDEX\b|\bADD (CONSTRAINT \S+ )?(UNIQUE|CHECK|EXCLUDE)\b"
    ),
    "needs a value": r"\bADD (COLUMN )?(?!CONSTRAINT\b)(?!.*\bDEFAULT\b).*\bNOT NULL\b",
    "changes rows": r"^(UPDATE|DELETE|TRUNCATE)\b",
}


def faults(sql: str) -> list[str]:
    """What statements do to which the version before is not prepared. New tables are nobody's but the new version's."""
    statements = [" ".join(part.split()) for part in COMMENT.sub("", sql).split(";")]
    created = {table for statement in statements for table in CREATED.findall(statement)}
    return [
        f"{what}: {statement}"
        for statement in statements
        if not ((altered := ALTERED.search(statement)) and altered[1] in created)
        for what, pattern in BREAKING.items()
        if re.search(pattern, statement, re.IGNORECASE)
    ]


@pytest.mark.parametrize(
    "sql",
    [
        'CREATE TABLE "x" ("n" INT NOT NULL); CREATE UNIQUE INDEX "u" ON "x" ("n"); ALTER TABLE "x" ADD CHECK (n > 0)',
        'ALTER TABLE "links" ADD "note" TEXT; ALTER TABLE "links" ADD COLUMN "n" INT NOT NULL DEFAULT 0;',
        'DROP INDEX IF EXISTS "i"; CREATE INDEX "i" ON "links" ("note");',
        'ALTER TABLE "links" ADD CONSTRAINT "fk" FOREIGN KEY ("page_id") REFERENCES "pages" ("id") ON DELETE CASCADE;',
        'ALTER TABLE "links" ALTER COLUMN "note" DROP NOT NULL; ALTER TABLE "links" DROP CONSTRAINT "c";',
        'DROP TRIGGER "t" ON "links"; PRAGMA foreign_keys=OFF; BEGIN; -- DROP TABLE "links";',
    ],
)
def test_a_migration_may_add(sql: str) -> None:
    assert faults(sql) == []


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ('DROP TABLE "links"', "drops"),
        ('ALTER TABLE "links" DROP COLUMN "note"', "drops"),
        ('ALTER TABLE "links" ALTER COLUMN "note" DROP DEFAULT', "drops"),
        ('ALTER TABLE "links" RENAME COLUMN "note" TO "remark"', "renames"),
        ('ALTER TABLE "new_links" RENAME TO "links"', "renames"),
        ('ALTER TABLE "links" ALTER COLUMN "note" TYPE INT', "changes a type"),
        ('ALTER TABLE "links" ALTER "note" SET DATA TYPE INT', "changes a type"),
        ('ALTER TABLE "links" ALTER COLUMN "note" SET NOT NULL', "refuses what was allowed"),
        ('CREATE UNIQUE INDEX "u" ON "links" ("note")', "refuses what was allowed"),
        ('ALTER TABLE "links" ADD CONSTRAINT "c" CHECK (n > 0)', "refuses what was allowed"),
        ('ALTER TABLE "links"\n    ADD "n" INT NOT NULL', "needs a value"),
        ('ALTER TABLE "links" ADD COLUMN "n" INT NOT NULL REFERENCES "pages" ("id")', "needs a value"),
        ('UPDATE "links" SET "note" = NULL', "changes rows"),
    ],
)
def test_a_migration_may_take_nothing_away(sql: str, what: str) -> None:
    assert [fault.partition(":")[0] for fault in faults(sql)] == [what]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_version_before_survives_the_migration(file: Path) -> None:
    if contracted(file.name) is None:
        scripts = import_py_file(file).UPGRADE
        assert {dialect: found for dialect, sql in scripts.items() if (found := faults(sql))} == {}
    else:
        released = {migration_number(name) for name in last_release.migrations()}
        assert contracted(file.name) in released, "the last release still uses what this removes"


def test_a_version_survives_what_only_adds_and_what_removes_what_it_no_longer_uses() -> None:
    version = ["51_20261129150051_gateway_indexes.py", "53_20270101000000_new_colours.py"]
    newer = [*version, "54_20270102000000_more.py", "57_20270105000000_contract_of_53_old_colours.py"]
    assert fatal_migrations(newer, version) == []
    assert fatal_migrations(newer, version[:1]) == newer[-1:]


def test_nothing_is_known_of_migrations_from_before_the_rule() -> None:
    old, later = "9_20261128163728_withdrawn_consent.py", "51_20261129150051_gateway_indexes.py"
    assert fatal_migrations([old, later], [old]) == [later]
