"""Connections to social networks, posts with their variants, files and events, and what publishing needs of accounts."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
INDEX = """
        CREATE UNIQUE INDEX "connections_in_use" ON "connections" ("account_id", "network", "server", "external_id")
            WHERE "disconnected_at" IS NULL;"""
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "data_deletions" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "network" VARCHAR(20) NOT NULL,
    "code" VARCHAR(40) NOT NULL UNIQUE,
    "connections" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "done_at" TIMESTAMP
);
        CREATE TABLE IF NOT EXISTS "network_uses" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(60) NOT NULL,
    "limit_name" VARCHAR(40) NOT NULL,
    "window_start" TIMESTAMP NOT NULL,
    "used" INT NOT NULL,
    "stopped_until" TIMESTAMP,
    CONSTRAINT "uid_network_use_key_5760de" UNIQUE ("key", "limit_name", "window_start")
);
CREATE INDEX IF NOT EXISTS "idx_network_use_window__159aa3" ON "network_uses" ("window_start");
        CREATE TABLE IF NOT EXISTS "server_apps" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "server" VARCHAR(255) NOT NULL UNIQUE,
    "client_id" VARCHAR(255) NOT NULL,
    "client_secret" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL
);
        CREATE TABLE IF NOT EXISTS "connect_flows" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "user_id" CHAR(36) NOT NULL,
    "session_id" CHAR(36),
    "network" VARCHAR(20) NOT NULL,
    "server" VARCHAR(255) NOT NULL,
    "reconnects_id" CHAR(36),
    "state_digest" VARCHAR(64) NOT NULL UNIQUE,
    "browser_digest" VARCHAR(64) NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP,
    "finished_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_connect_flo_expires_baeae5" ON "connect_flows" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_connect_flo_account_d444f1" ON "connect_flows" ("account_id");
        CREATE TABLE IF NOT EXISTS "connections" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "network" VARCHAR(20) NOT NULL,
    "server" VARCHAR(255) NOT NULL,
    "external_id" VARCHAR(255) NOT NULL,
    "username" VARCHAR(255) NOT NULL,
    "display_name" VARCHAR(255) NOT NULL,
    "picture_id" CHAR(36),
    "kind" VARCHAR(16) NOT NULL,
    "manual" INT NOT NULL,
    "scopes" JSON NOT NULL,
    "may_publish" INT NOT NULL,
    "details" JSON NOT NULL,
    "tokens" TEXT NOT NULL,
    "token_version" INT NOT NULL,
    "access_ends_at" TIMESTAMP,
    "refresh_ends_at" TIMESTAMP,
    "refreshing_until" TIMESTAMP,
    "state" VARCHAR(16) NOT NULL,
    "trouble" VARCHAR(60) NOT NULL,
    "revoke_state" VARCHAR(8) NOT NULL,
    "connected_by_id" CHAR(36),
    "checked_at" TIMESTAMP,
    "reminded_at" TIMESTAMP,
    "paused_at" TIMESTAMP,
    "disconnected_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_connections_account_6b33d7" ON "connections" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_connections_state_9fdd1d" ON "connections" ("state", "access_ends_at");
        CREATE TABLE IF NOT EXISTS "posts" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "campaign" VARCHAR(100) NOT NULL,
    "short_links" INT NOT NULL,
    "utm" INT NOT NULL,
    "planned_at" TIMESTAMP,
    "zone" VARCHAR(64) NOT NULL,
    "counted_month" VARCHAR(7) NOT NULL,
    "source" VARCHAR(10) NOT NULL,
    "created_by_id" CHAR(36),
    "submitted_at" TIMESTAMP,
    "approved_by_id" CHAR(36),
    "approved_at" TIMESTAMP,
    "deleted_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "search" TEXT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_posts_account_c54a56" ON "posts" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_posts_account_7a28d2" ON "posts" ("account_id", "counted_month");
CREATE INDEX IF NOT EXISTS "idx_posts_account_3c9b85" ON "posts" ("account_id", "planned_at", "id");
        CREATE TABLE IF NOT EXISTS "post_files" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(8) NOT NULL,
    "media_type" VARCHAR(40) NOT NULL,
    "filename" VARCHAR(200) NOT NULL,
    "size" BIGINT NOT NULL,
    "received" BIGINT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "width" INT NOT NULL,
    "height" INT NOT NULL,
    "milliseconds" INT,
    "poster" VARCHAR(40) NOT NULL,
    "alt" VARCHAR(1500) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "trouble" VARCHAR(60) NOT NULL,
    "checked_by" VARCHAR(8) NOT NULL,
    "details" JSON NOT NULL,
    "uploaded_by_id" CHAR(36),
    "created_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_post_files_account_69d424" ON "post_files" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_post_files_state_532433" ON "post_files" ("state", "used_at");
        CREATE TABLE IF NOT EXISTS "post_media" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "position" SMALLINT NOT NULL,
    "alt" VARCHAR(1500) NOT NULL,
    "file_id" CHAR(36) NOT NULL REFERENCES "post_files" ("id") ON DELETE CASCADE,
    "post_id" CHAR(36) NOT NULL REFERENCES "posts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_post_media_post_id_4956c1" UNIQUE ("post_id", "file_id")
) /* A file of a post: its place among the others and its alternative text there. */;
CREATE INDEX IF NOT EXISTS "idx_post_media_file_id_873016" ON "post_media" ("file_id");
        CREATE TABLE IF NOT EXISTS "post_variants" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "network" VARCHAR(20) NOT NULL,
    "server" VARCHAR(255) NOT NULL,
    "account_name" VARCHAR(255) NOT NULL,
    "text" TEXT,
    "media" JSON,
    "reply" TEXT NOT NULL,
    "options" JSON NOT NULL,
    "planned_at" TIMESTAMP,
    "queued" INT NOT NULL,
    "due_at" TIMESTAMP,
    "phase" VARCHAR(16) NOT NULL,
    "fence" INT NOT NULL,
    "tries" SMALLINT NOT NULL,
    "progress" JSON NOT NULL,
    "percent" SMALLINT NOT NULL,
    "external_id" VARCHAR(255) NOT NULL,
    "permalink" VARCHAR(2048) NOT NULL,
    "reply_state" VARCHAR(12) NOT NULL,
    "trouble" VARCHAR(60) NOT NULL,
    "trouble_code" VARCHAR(120) NOT NULL,
    "trouble_detail" VARCHAR(500) NOT NULL,
    "acted_by_id" CHAR(36),
    "sent_at" TIMESTAMP,
    "published_at" TIMESTAMP,
    "reminded_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "connection_id" CHAR(36) REFERENCES "connections" ("id") ON DELETE SET NULL,
    "post_id" CHAR(36) NOT NULL REFERENCES "posts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_post_varian_post_id_b731fc" UNIQUE ("post_id", "connection_id")
);
CREATE INDEX IF NOT EXISTS "idx_post_varian_account_757ec9" ON "post_variants" ("account_id", "due_at", "id");
CREATE INDEX IF NOT EXISTS "idx_post_varian_account_1854b1" ON "post_variants" ("account_id", "phase");
CREATE INDEX IF NOT EXISTS "idx_post_varian_connect_af5171" ON "post_variants" ("connection_id", "due_at");
CREATE INDEX IF NOT EXISTS "idx_post_varian_phase_e642bb" ON "post_variants" ("phase", "due_at");
        CREATE TABLE IF NOT EXISTS "post_events" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "what" VARCHAR(24) NOT NULL,
    "trouble" VARCHAR(60) NOT NULL,
    "code" VARCHAR(120) NOT NULL,
    "detail" VARCHAR(500) NOT NULL,
    "status" SMALLINT,
    "user_id" CHAR(36),
    "at" TIMESTAMP NOT NULL,
    "variant_id" CHAR(36) NOT NULL REFERENCES "post_variants" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_post_events_variant_c9ab1d" ON "post_events" ("variant_id", "id");
        CREATE TABLE IF NOT EXISTS "weekly_slots" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "minute" SMALLINT NOT NULL,
    "connection_id" CHAR(36) NOT NULL REFERENCES "connections" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_weekly_slot_connect_7694be" UNIQUE ("connection_id", "weekday", "minute")
);
        ALTER TABLE "accounts" ADD "posts_need_approval" INT NOT NULL DEFAULT 0;
        ALTER TABLE "accounts" ADD "posts_paused_at" TIMESTAMP;"""
    + INDEX,
    "postgres": """
        CREATE TABLE IF NOT EXISTS "data_deletions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "network" VARCHAR(20) NOT NULL,
    "code" VARCHAR(40) NOT NULL UNIQUE,
    "connections" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "done_at" TIMESTAMPTZ
);
        CREATE TABLE IF NOT EXISTS "network_uses" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "key" VARCHAR(60) NOT NULL,
    "limit_name" VARCHAR(40) NOT NULL,
    "window_start" TIMESTAMPTZ NOT NULL,
    "used" INT NOT NULL,
    "stopped_until" TIMESTAMPTZ,
    CONSTRAINT "uid_network_use_key_5760de" UNIQUE ("key", "limit_name", "window_start")
);
CREATE INDEX IF NOT EXISTS "idx_network_use_window__159aa3" ON "network_uses" ("window_start");
        CREATE TABLE IF NOT EXISTS "server_apps" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "server" VARCHAR(255) NOT NULL UNIQUE,
    "client_id" VARCHAR(255) NOT NULL,
    "client_secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "connect_flows" (
    "id" UUID NOT NULL PRIMARY KEY,
    "user_id" UUID NOT NULL,
    "session_id" UUID,
    "network" VARCHAR(20) NOT NULL,
    "server" VARCHAR(255) NOT NULL,
    "reconnects_id" UUID,
    "state_digest" VARCHAR(64) NOT NULL UNIQUE,
    "browser_digest" VARCHAR(64) NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_connect_flo_expires_baeae5" ON "connect_flows" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_connect_flo_account_d444f1" ON "connect_flows" ("account_id");
        CREATE TABLE IF NOT EXISTS "connections" (
    "id" UUID NOT NULL PRIMARY KEY,
    "network" VARCHAR(20) NOT NULL,
    "server" VARCHAR(255) NOT NULL,
    "external_id" VARCHAR(255) NOT NULL,
    "username" VARCHAR(255) NOT NULL,
    "display_name" VARCHAR(255) NOT NULL,
    "picture_id" UUID,
    "kind" VARCHAR(16) NOT NULL,
    "manual" BOOL NOT NULL,
    "scopes" JSONB NOT NULL,
    "may_publish" BOOL NOT NULL,
    "details" JSONB NOT NULL,
    "tokens" TEXT NOT NULL,
    "token_version" INT NOT NULL,
    "access_ends_at" TIMESTAMPTZ,
    "refresh_ends_at" TIMESTAMPTZ,
    "refreshing_until" TIMESTAMPTZ,
    "state" VARCHAR(16) NOT NULL,
    "trouble" VARCHAR(60) NOT NULL,
    "revoke_state" VARCHAR(8) NOT NULL,
    "connected_by_id" UUID,
    "checked_at" TIMESTAMPTZ,
    "reminded_at" TIMESTAMPTZ,
    "paused_at" TIMESTAMPTZ,
    "disconnected_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "version" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_connections_account_6b33d7" ON "connections" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_connections_state_9fdd1d" ON "connections" ("state", "access_ends_at");
        CREATE TABLE IF NOT EXISTS "posts" (
    "id" UUID NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "campaign" VARCHAR(100) NOT NULL,
    "short_links" BOOL NOT NULL,
    "utm" BOOL NOT NULL,
    "planned_at" TIMESTAMPTZ,
    "zone" VARCHAR(64) NOT NULL,
    "counted_month" VARCHAR(7) NOT NULL,
    "source" VARCHAR(10) NOT NULL,
    "created_by_id" UUID,
    "submitted_at" TIMESTAMPTZ,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ,
    "deleted_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "version" INT NOT NULL,
    "search" TEXT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_posts_account_c54a56" ON "posts" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_posts_account_7a28d2" ON "posts" ("account_id", "counted_month");
CREATE INDEX IF NOT EXISTS "idx_posts_account_3c9b85" ON "posts" ("account_id", "planned_at", "id");
        CREATE TABLE IF NOT EXISTS "post_files" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(8) NOT NULL,
    "media_type" VARCHAR(40) NOT NULL,
    "filename" VARCHAR(200) NOT NULL,
    "size" BIGINT NOT NULL,
    "received" BIGINT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "width" INT NOT NULL,
    "height" INT NOT NULL,
    "milliseconds" INT,
    "poster" VARCHAR(40) NOT NULL,
    "alt" VARCHAR(1500) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "trouble" VARCHAR(60) NOT NULL,
    "checked_by" VARCHAR(8) NOT NULL,
    "details" JSONB NOT NULL,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_post_files_account_69d424" ON "post_files" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_post_files_state_532433" ON "post_files" ("state", "used_at");
        CREATE TABLE IF NOT EXISTS "post_media" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "position" SMALLINT NOT NULL,
    "alt" VARCHAR(1500) NOT NULL,
    "file_id" UUID NOT NULL REFERENCES "post_files" ("id") ON DELETE CASCADE,
    "post_id" UUID NOT NULL REFERENCES "posts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_post_media_post_id_4956c1" UNIQUE ("post_id", "file_id")
);
CREATE INDEX IF NOT EXISTS "idx_post_media_file_id_873016" ON "post_media" ("file_id");
COMMENT ON TABLE "post_media" IS 'A file of a post: its place among the others and its alternative text there.';
        CREATE TABLE IF NOT EXISTS "post_variants" (
    "id" UUID NOT NULL PRIMARY KEY,
    "network" VARCHAR(20) NOT NULL,
    "server" VARCHAR(255) NOT NULL,
    "account_name" VARCHAR(255) NOT NULL,
    "text" TEXT,
    "media" JSONB,
    "reply" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "planned_at" TIMESTAMPTZ,
    "queued" BOOL NOT NULL,
    "due_at" TIMESTAMPTZ,
    "phase" VARCHAR(16) NOT NULL,
    "fence" INT NOT NULL,
    "tries" SMALLINT NOT NULL,
    "progress" JSONB NOT NULL,
    "percent" SMALLINT NOT NULL,
    "external_id" VARCHAR(255) NOT NULL,
    "permalink" VARCHAR(2048) NOT NULL,
    "reply_state" VARCHAR(12) NOT NULL,
    "trouble" VARCHAR(60) NOT NULL,
    "trouble_code" VARCHAR(120) NOT NULL,
    "trouble_detail" VARCHAR(500) NOT NULL,
    "acted_by_id" UUID,
    "sent_at" TIMESTAMPTZ,
    "published_at" TIMESTAMPTZ,
    "reminded_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "connection_id" UUID REFERENCES "connections" ("id") ON DELETE SET NULL,
    "post_id" UUID NOT NULL REFERENCES "posts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_post_varian_post_id_b731fc" UNIQUE ("post_id", "connection_id")
);
CREATE INDEX IF NOT EXISTS "idx_post_varian_account_757ec9" ON "post_variants" ("account_id", "due_at", "id");
CREATE INDEX IF NOT EXISTS "idx_post_varian_account_1854b1" ON "post_variants" ("account_id", "phase");
CREATE INDEX IF NOT EXISTS "idx_post_varian_connect_af5171" ON "post_variants" ("connection_id", "due_at");
CREATE INDEX IF NOT EXISTS "idx_post_varian_phase_e642bb" ON "post_variants" ("phase", "due_at");
        CREATE TABLE IF NOT EXISTS "post_events" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "what" VARCHAR(24) NOT NULL,
    "trouble" VARCHAR(60) NOT NULL,
    "code" VARCHAR(120) NOT NULL,
    "detail" VARCHAR(500) NOT NULL,
    "status" SMALLINT,
    "user_id" UUID,
    "at" TIMESTAMPTZ NOT NULL,
    "variant_id" UUID NOT NULL REFERENCES "post_variants" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_post_events_variant_c9ab1d" ON "post_events" ("variant_id", "id");
        CREATE TABLE IF NOT EXISTS "weekly_slots" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "weekday" SMALLINT NOT NULL,
    "minute" SMALLINT NOT NULL,
    "connection_id" UUID NOT NULL REFERENCES "connections" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_weekly_slot_connect_7694be" UNIQUE ("connection_id", "weekday", "minute")
);
        ALTER TABLE "accounts" ADD "posts_paused_at" TIMESTAMPTZ;
        ALTER TABLE "accounts" ADD "posts_need_approval" BOOL NOT NULL DEFAULT False;"""
    + INDEX,
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" DROP COLUMN "posts_need_approval";
        ALTER TABLE "accounts" DROP COLUMN "posts_paused_at";
        DROP TABLE IF EXISTS "weekly_slots";
        DROP TABLE IF EXISTS "post_media";
        DROP TABLE IF EXISTS "post_variants";
        DROP TABLE IF EXISTS "connections";
        DROP TABLE IF EXISTS "post_events";
        DROP TABLE IF EXISTS "network_uses";
        DROP TABLE IF EXISTS "server_apps";
        DROP TABLE IF EXISTS "posts";
        DROP TABLE IF EXISTS "post_files";
        DROP TABLE IF EXISTS "connect_flows";
        DROP TABLE IF EXISTS "data_deletions";""",
    "postgres": """
        ALTER TABLE "accounts" DROP COLUMN "posts_paused_at";
        ALTER TABLE "accounts" DROP COLUMN "posts_need_approval";
        DROP TABLE IF EXISTS "post_events";
        DROP TABLE IF EXISTS "post_variants";
        DROP TABLE IF EXISTS "post_media";
        DROP TABLE IF EXISTS "posts";
        DROP TABLE IF EXISTS "post_files";
        DROP TABLE IF EXISTS "weekly_slots";
        DROP TABLE IF EXISTS "connections";
        DROP TABLE IF EXISTS "data_deletions";
        DROP TABLE IF EXISTS "server_apps";
        DROP TABLE IF EXISTS "network_uses";
        DROP TABLE IF EXISTS "connect_flows";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztfWtz2ziW9l9R+dPMW9qeWL4kszs1VXbamU23E2fiuHtqs1NsiIQtjilSzYsd907/9x"
    "fgHSQIERRJgdD5kguJA0nPweXcz/8drT0LO8F3F6bpRW549J+z/zty0RqTf1RfzWdHaLMp"
    "XtAHIVo68ViUDIofomUQ+sikk90jJ8DkkYUD07c3oe255KkbOQ596JlkoO0+FI8i1/41wk"
    "boPeBwhX3y4us/yWPbtfA3HGT/3Twa9zZ2LObb2hb97Pi5Eb5s4md3d++/fxePpB+3NEzP"
    "idZuMXrzEq48Nx8eRbb1HaWh7x6wi30UYqv0M+i3TH9x9ij5xuRB6Ec4/6pW8cDC9yhyKB"
    "hHf7mPXJNiMIs/if5x+tf0q5WGGcbHmy/G7dUXwziSwM70XIq7TblAgPk9mbcAJH56RD/g"
    "7X9ffP7DyfkfYwi8IHzw45cxXEe/x4QoRAlpDHqBcvx3Dee3K+Tzcc7GV5AmX7QLxtmDAu"
    "RigWXwZQANAOnRGn0zHOw+hCvy3zevBBD/dPE5RvnNqxhlj+yHZKN8TN8s4lcU7AJcB7kP"
    "EXqQArhMoyHIixYYLxohXlQRDu01Nn7zXCmIGaLxMD66CGz0px/QI/JDNNQpwaJ9ftoC7v"
    "PTRrzpKxbwDVmfhuyhwRCNCPi9j/E4QB+ftwD6+LwRaPqKBdrbUDw836DgyYBdI+wEeHrZ"
    "qXmI9I/20oseVqE01hWyEZf2VJd1fBSYK3LJ4cBAYR3s7wlS9IAWnCQseQV0K6X/LvtHL4"
    "u9JvsNuNYFkH95/+Hq9svFh090+nUQ/OrEkF18uaJvFvHTl8rTP1TZk08y+/n9l/+e0f/O"
    "/ufm41VVeszHffmfI/qdUBR6hus9G8gq45g9zh6xEpDtPgaGY69tDqvfu2GDDMRSVThsJ7"
    "rLxA6wB/ol/mNxfPr69M3J+ekbMiT+nvmT1wK+v//4pbKPfEx+VhDKY1snBHjr8CYrMAow"
    "Rwndsmwzok6wdroMXk0E1Ef8Io0pQwOQViENMAqlMWWJANQqqPQSDAwXY8tAm43vPSGnju"
    "6l5zkYuQ1iCn+GCtRLMsVQWOdPxhVQLm9urhnZ5PL9l4pwePfh8ooIjbFQQgbZIRZxYYPo"
    "Ou0iKdbJR5EUR732dBIVH6hYYlg2kew5zG7Wwap0vai7242/oym7/dtw7n3vN+x22FMMIe"
    "wmlXeThR0c4g48ZgiBxyrz2HOXHvKtTtdjlRY4rTKnTR9T3DvwmaXsgcuquZemzmbq/75/"
    "LPlm6YMlMh+fyfY0mDclTz5eL7EfrOxNwNFMUuJ3P37GDorxrLM+jQX4kE80XdYXT9NDqK"
    "IhBwGZd0ecbpNZJnsKijGKDVe7AXRNptB2CRHdA++6gOgcugIUoocd4fmCHnQFZ4Medl08"
    "n9J4EB3hCaIlnZzeQjvusHwiXaFaotBc7bqWLukkuiKENrZBPQa7QXSxsX/ELzpjlDkBd8"
    "bpczKRrljZFl5vvBC75ksP6+p9MZvG6ysKuBGPUlqJ54Yr5+Uu0PjeI3OHthsDYZBT3dxV"
    "AP++mO8tnU5X3OjfO0L1EU3Z0rFl94VrIyTHDMFgV5juwvWXdCZd0Vpjy0a7WlDSKXTEx/"
    "OtneXyGzqHpoaTOBxxg33bs3ZV8chMn+KJdF1L4c7Gyi/6WinjYDzDwWG48367plP9jHyX"
    "filN4bKJHO3vqr68jyf5HLWx6k4SJfytB5Su4kk0Pr9dbBmx03t3L8GnZLrv09k0BY28db"
    "EZGveO97wjYG+Tqd6RmXTdhClauy+ut/lEukIVh+ztuAM9fY1RFB7j3nZ29iaQed6RabTG"
    "6Qn5NnL7WE4/JTPpitavPhlg7bqm/u6/Jf/QFaMAPREhIQhfdt57t3SmWzqRrlihyCKaDH"
    "bJVLuCdUGnuiIzaWsrt90nO0Q9CAfv84l0hSpyA7KojCc7sHc91e/iqX7KZ9IRrme8XHne"
    "I9mI1sazd74If06mu0pn0wk1Gm/nLbymCDz2FWPOMkxGJOeje+PiLx75o5V5S0rGn4ruSO"
    "FcL9YVgNfIRQ/xt6TTUeJCz6Hb84hTuSh7NRdVLjKTQYpVLrq0Hxrz8bi1izi7LGW4aJPt"
    "N28lycP782JxcvJ68erk/M3Z6evXZ29e5Ql59VeizLzL93+jaWHzcjhulifWXNHokfz4Ov"
    "7N+UPZeA2L7fRfvuEJ+wH3uGvGt0SiX32MNiWjjptLRh3XSkahBx93CvRnCCHOX7k4f0Y4"
    "s8OV5aPnLjl4VVpI3FGZ01GAfUOukmGJpM9yhnWmKlLTZkvxwlp+DAtuHdl3no/tB/dH/B"
    "Lj+558D+SavNJjmToY9BUyvAdEa+I2eUxOh1wqLS8n8tOT7M4Y9ovbtxffXx393pxvJKUZ"
    "SUr539uB9+zGWSMcQb/0VijrW/E4I89fAXn/8OR9+YoBO9YKUIwJAxcLwN82tt+pVhtLOY"
    "5IqsidBnIKyCkgp+ggp/xIdox76XvPQSwT1CQV5r1QVnmkI41lMhSkFZBWQFrpX1oJcKfC"
    "RiUykFNATpk0T0FOOUQ5pVTIhSOlsGVemmWUSl2ZfgWUr2Xs0v4y9H//BMllCpKL7zlSTR"
    "+y8Rr6Vd+0EFveNPeJqQotUN3rIGSX0pEnIb6wVCDB/D4ZeVCVjaKRQKhEQJu0RMg5BHpA"
    "tdTGb5I7fyuu7MmnkrD9CbsW+YW3hF/v3SOOvM0OEIrcm2SoEZCxhu0qZhiEhot9N1wEA+"
    "CgBsA47YR8wD0H4ts1cpxGbZGlHK8rxtlQSCda48ni9XmuJ9L/iDTD2w8X19f1VgzgAz4E"
    "/URlWVoRnmokSqso8SlqW73FZuTb4cvVU0NeCjtAKO4F6VADPw2TpMJYWbPchjX2yS8j4m"
    "XN2MoMZ81JmWkWbLHK2WIhxyUXIU/adJQ+aW4pfVLrKW3hENmcjl8CCT2n0C/D5bxVisu5"
    "IMflvJbkYuEn25RyJhQU2iHcf9t5IvMRuYST8duMb4lEO4BPz1oAfHrWCDB9VXHYULtUUp"
    "WgLcAlEu0AbnMCNx/AtfOXaoKcxdusuGfjx9PZj4eVLnrrZFnIfVLCGkOmUXvgUaS2qfp1"
    "FVGxwWwCLkiV7SbTdEHuy3CSdM3imkzyhloiY0nRuwt8YuATA59YJ5/YNNTt8aL3ele4QR"
    "8cUh+clhitisg1OTma/LR72193Y3SFFlitNKsDTH4ckUOJOOf5ndK16vRQB0dljjsoCI2O"
    "yXlVWtjcSrMagoUOgct7TmbYflQrwlhNchmmgeaU7IiTjL/adyaDktt+l0QG8hVmH++ur3"
    "uz0Nb0qbTDaNqdoeIDlK5R/bY0acuOD2pK1TuXqf7iRwH5zYLSMJURc5GlO0zGKloeBize"
    "YPEGi/eUFMrBLd5gkz0ELQ90+UPgMiieoHgqrnjuJ37lrkGyv9sqz0cgxOsvxOO1ZJ5ITq"
    "CdCL84ayPDk1HNbv+zeulpCpfxhH2bTNpF1uROAI5ClWWR+G+JLZWNB62thda2QUHw7JFb"
    "cYWClQzKNUIN4V68aoM3GdV8hL2qIe4g9yEiwoUM2GUaHXHuP1vI+M1zpSBmiEaMv7sIbP"
    "SnH9Aj8kM0lKwzeIWVFZY7onOCEYEOXoIQr8eBuOdqkOiJyJuy+jhDNKhfXRXJRsKxnoJz"
    "b8sVMK2QaReme9rmvjttvu5Oa7edi58Do3MHwzo1iOoqi+qOvbbDwFhH3RwBHHLgt8r8Xv"
    "reI06brXXmeuMkwHuVeU/tmbKqeZkGLs+tl+dmJanE5ATagdt/TR/Pf0CuHeTRTW0xrtJp"
    "B/XxolV9n4Wgvs+C08QaG7uk8/DoIVJA6Qsi8dl14DVDCEKAyjwOsb8O4kwcKfMPQ6XfAd"
    "rq/BQcn7XT09tQLDzfCGyXF8Qm3k91athUKm8qiKTTls21qKDmKBYmbD/IKsPyo/Xf/dgq"
    "Tj/Aw9U/20d8PiNtVPq+dweK7TSvI1bllILuOFX73OqIVKX7XXew2HZ7OkLF61rSHa9aux"
    "QdIeNU/u6OWK3iuJ6IFeW/doEqrzSmI0i8zLHuYNVz1nTEDG1s4xG/7IjVxcb+Eb9MVnsS"
    "Q0RFK8NcIfeBV4tXBiYqW72NJ9IUqlzjRuaux/pNOtWFOcEiu63Astcbz98VpvfxJJ+jNo"
    "f6FEHC33oA6SqeRNcjfOMg1yXXXmw+3l1I+JRM9306m7ao+fYTMl8MH5PvHOy6wj4ls31O"
    "JtN0L9IUArLOejA1fIhnamlqmCJUtkWUETu0d5UY3ifztBGtJrkLPRSFK+PeITL2juICne"
    "gdmUfTBUXTDnaX0z8ls+i6mlKQqLDuUK/UrrsvhettNp2ma8vHpveE/Ze4NM6OkH1O52pZ"
    "EWeSywxFlh0a5GD2dz7fL+hUV1n5Yw3Xlu0+2SHqQSx9n0+kKVLPeLnyvEeyrqyNZ+9sFv"
    "05me4qnU0j0KTS3Ot2+oZUZfkCYKmp/iqbTxN42ZMuXFEB1KSWmD4wu6hOqAloktUUYs2H"
    "U00h04iaqynkylffrVI3WZoljThcOp75eER+wtdybUP8LaRhzI6RtUNlmqeWiyB6DpHEcR"
    "ynEZgoOfqzD0ii3LJYDeSbK/upCN1AUZD/J/4W+f/YMjqmY5uPRpw4EU9jkX/QVSTXphUK"
    "QfRdCCJYeX7YUGOxOTCOpdIw03eIum5BaLtJScvIl+zRWiPVEPLFq9M26ah0mCCN/bSWlB"
    "raoVzyZE6gXcDnIHUCyt9MblGXybTD+qwV1mcCrM/qWLteyNNgBTVGMgLt8CUrseViFq7m"
    "GsQK1Q1UU5iebEwrE7rMiqMVNUnQX7ZCCB1m64uhXYfZPRf0UY0Hw9/T954f21vI7+X1e7"
    "v0PAcjl495jbaC+ZIQD3WfZGrXuCfa5c3NNXOYXb6vLOmPdx8urz7/4TjmARlkhw0r3ccW"
    "uRfM0AhCFEac6/t2jRyn8cThkI/XLfzk1WLYU+dk8fo8P2fof0Qny+2Hi+vrOsBPNjLQxp"
    "Zc0yWqEVdz/mSyy5lasR4xxzgjRLtEBWdHe7BL1j2pK7JMpZ3o338Bg9wcKSULlqnGO5Jf"
    "aSUGlk3P7ZEvUwHy3ZDPDf3tYS98A4B5J8zjfpDZ4u3aT7JCD4YGlQ0NjINMhtUMIfBYZR"
    "5XfKJS5WIq7lTgs8J8Zv3bUqXjGErg8hS4/LziWMmada4KmXZK1yD+LDa2RL720qg7SpF+"
    "PpPbUFAm5iDYHG2sjmxmKYHNSrP5CfsBN9Sj0WpQohjPbnA81KWY2A0Wx6evT9+cnJ/m5o"
    "L8ichKwLHCYKoC1NH8gr81GWFyCh0cn6KtcfWPL8yuyESJP3y4+McfmZ1xffPxb9nwkujx"
    "9vrmsuqMixxeBE0z3DkBoC2Ptu0FssGOJRLtZOihQhyRa/mebclCXSEDuFvC7W2w2yVArE"
    "wHNgCVhRzyxKEJSrI7qkoHW6rllnLJ/SsLdpkGgJYEulOTG4YUTjCVTzC0ofmTxgaFHOVC"
    "GKlToYTYKIlwnXLGncRJViHTQdOoVhpvV2pcVGu83nXEx082fjakE3xqhBreHgMEEGewdU"
    "z4aSDXDvtBHCUZeBvbDCMfS7ZY5FNDr8XmDE1zhTsEuTbM0O0KnQ7GPV6gaVK6bAtRhqrP"
    "JHB1QZdY2HE4sOSJUZDAMfF7vR1CbcXWwX3n+dh+cH/ELzHE78lXQfy2JlmtjWKmaS7TWp"
    "kN8thHz3lth8o+JQgkXvyYARe3by++vzqqLdwegP2EdCoFVgW1tFX5iDLVdhpWcUDEtl1r"
    "Y93SOfTBmY1hGL2c9FT2eAUmIvTs2takEKLe0ul0xYr+vSNUH9GEzWxidH71+6hu+He/ZV"
    "3DKULk4x5KbX/GLUttTwUhqWpz9TJgpTxH9MDB9gNyX7549M+WwscX9NDlBNtefWo/okf8"
    "q4xKGbT0N/p0tWErf1sUnk7Tx2kp2wTZVGDJ2ZK+iVs3JK/Cle9FD6v8acYOroxDnhs1hH"
    "8XlnRLpBVOTbdcjGku6lZIS/1WdavUaIPSaCOoyYLSaKa3kauKlhH0Y9Pc6xHA2jTftDFp"
    "vmm2aL6pGTQhKLjLap6eG1J5e54iUf0S5rzSJdkW0BLJoOa86YFZyCLt06ALmoHKP4160I"
    "+WCD09I6oiMvdONlQnLVG8I6699X5REdPS8bgd0DBRdnbEs51aOE04i/NR1iC9o/IuVPgo"
    "4hx1L2VEs7KXKZ59F/Bm629buF6jW0r/E11YbS+rlJnqKiUjFu1o1gvd1OraOk41Ha9hze"
    "aTRQu98GTRqBfSV7V6QBYv7kIQc51TaAhw/3XICXBexOkNIS5CWFBpVPG0j9qDUP2afzC0"
    "CoI7EQTBndSD4NQ3JqhiJ4JwFlVUMQi+2LMbr6H7qbQfr6UCrJbALOvIy35k1ZOX+0JZR1"
    "5Jb6568godcCdHXtGsqUmti4O7OHpdFvTVrNjRwKnhnXiMosf6Lmxof7R3H58Tcaw5Ahdf"
    "Oh5UjRaqBnTeKcBtIw6fN0vD5/XSWT6654hpP9zefGxQOTKCqsvUNsPZv2eO3aoPejeQi5"
    "NiGdlOaLvBd/Rj93FYUIAY72mtzkW1pEXlVKETVOtcQFGcoz6L4iTRtrSWHi88oPn8qNJp"
    "d4z0X/k8g6xDHAZDCXEYSsdhbKIlOeBXPMtq843BEO10a6ipdY52PbjReok5NtfG26Eg0K"
    "bSem+XQ74qDflbl0sLEDdD3KFueYUWyoSofC/QtHDJJhA5iTb7Zh9NICiK3VtAMNSww1Te"
    "YVA0/pC4DEXjoWj8fM/eHi02FOSHHASbofx1My+HKMgMITQQQqNjCE1DlIdsdY7JHiDiSg"
    "FBtKSTL7G/a5RRPpFGa7IC1WZDdjq1De6MVT6TrmBBCRNxfY4nu4d19DmdRtdFBJVeoNLL"
    "PkJExdVBiouOVyKEuQYFdULYe7fvDLKsPB5eI9upZY9tCTycz5gB2VwQobgHZWI+a45QTJ"
    "hbA1pQTDwj0DBGcXHWJkiRjGqua33GyYhyA8zT1wSBRgWJhigPk7wTUEN3B6xrhNpZyQfB"
    "20HuQ8Stn9oMdZlGw3XdJlm1OVe1lqoaeo/YNSz7AQdSC7pKp121qCGSVt1721938wdUaM"
    "GRqrJDIHJzoblTK9k6OfBbZX6Dn+8g2Ax+PvDzqQn/FPpo6AMnuE0PoJHGVFHdoZPGsLbo"
    "wpHINUYzfkaRNZp1bQ5qjs70W6hpplAM+hYrcwdbRpVOQ6vRAHnxShmO9huzOjTWYE84LE"
    "WTwB504jRDCDxWmcfTshlBBkDHlHXQtgfUtkEjnLBGeIlCc3XE0QWTF3ORFrikQ6B5ke5h"
    "Q4/k98noFtn4EYMrss4Ew6sVx+ct1Irj6mVXqBX0VUWFI1Nw8G12Z+QEGkSvjO3M8OJvyA"
    "l/bS5dUyKBcmdihnSoZ9MQr93MjpxADWbQz9OGGZbnciS5RrtpNlyb6h29Vb2JXKIdShXI"
    "KihgXfe+rtfIwh1U/BIZWHHU1u871kVhCIHHKvP4HtlOJx4zhMBjlXk8LWsssLkjm/G3jU"
    "2m6+JZYSjB6K4yl9WPG1SEs9rFuSnSlqTH6iBDWuB/8JZHHPs7fTwXWd//5S3HaDniRaHp"
    "JWcpJs/jKxYSecEir0hIVf9l7DfoxfHkjDclEjWsN1qZiNNTinaDkljzLJUOiR8VR9Sizc"
    "ono5pdUYt6Pcyoi52soALFS2mR/B6nQmBLA38+Hiz8VQs/+TSe36oRynw8QFmFcokfIrdL"
    "UesSHdj1VD53HDJfl/r0BRnwV2X+gt+4r1vFCxGnQlPzrZKNByirUPoYBXKN1AsKDQKrRi"
    "ieX7IMtYW4RKIdxset9DGBOlYDOLe3Sd6bZTq4OFW+OMHhqS2ba26b/XgXLjb2j3Eb9ZqD"
    "IX0zF/kY0MamFjRobX7Y/gYXyV3z2XgN/Q0DdN+WTt6Gen8SWdv3th+Exr0XcZqmNkPMUm"
    "m4jtvg3AxzDeW4laAsyAwRYLwNYxAWtRUWa1sp6lZ5oEoL2p/KnPbxk9ctbp2lBC6rzGXs"
    "Wp1CXQsy4K/K/A1Mb8NzBTfLPQXFiEbQ/zeOFXSQAvQuDp89n9eVTaCDlmg0tDW3gpkOE9"
    "ib60ArFJkPJ9aw+RcvxrprRhWPHjiuMsd9vHGQ2VHUZEiBz5Pg8/JFMu+mTrmDmXwyvcwl"
    "Knarn86kyq6RADXOsJdeqywVrNMJpojtY632Xgo9XYc9YHsXtGqDrOR63Qoru10ZWMlXmH"
    "28u75u15nbx+RnB7s2L73Y2J+TiTRayqxHEb3siNH3RLR/uQv0qsjIJhUF3KqVMiCR7a0d"
    "RAOHomQbjx+OUtqW4pCU8kEwTlhKenjVIlPm1JqEwiiAGJU9x6ika4IrSopifstU+lXBb5"
    "UkKMgRrKcIrsle8aQwLig09PG/aYHvm0Z431TR9b0olAq1ygk0xHaQFNcNCjnN45oBzsZr"
    "iO8gvpr0OqwhfLtGjtOYyFJQjZfJMiTOSTLLyeL1eZ7HQv8jSmG5/XBxfV3PY8G+70lFVe"
    "UE2nm9+q/1sJZJ4V1rtz57S7ZKna0d/LN6LtSTNgv1pHmhntROVW6ne1HLU20a3Iv8M4P0"
    "O3WDZ8w5cZvBLigAbmm4pxXVqog/YHKOSfCeDeA9e8SynrOCAiorgttsT24zbiEveVzz9M"
    "VJLtetqBZbVaVilSXHEMeGz7qNmm349LflDpi+eweny8tCL9AxeBodgymruLJfQ/oj4pX0"
    "YwS+yR4LPFCpAFcrbtLkCW9csmUSsGFwbBjqSlMTEU0F4pR6V76SkpSad/57C683Xohd86"
    "WhlERlhPDut4uxA5WWYGpJpLnyIAlMQxLYey2EfV9qg1dDcB+wv/Ftnm4rKofAkAHULaA2"
    "HWSvZcSJnACkCR6U2DLImW5zyiNuMRNXiaH+gdKm4r0EECiWk9Rj/MDo7izFoBzbn6VQCu"
    "10TByTO6TAnwU+GJUsB+q2t8qzJDh2g3IGxdYilBIeg6OLT+9nmcFzFiODrZntztDs7svb"
    "2dpzw9V8tnyZkWm/O6owQppY5IWIR4P1YRrWh4RZNQYIItszAg0VYhG8mZj0ulEdfl0LbA"
    "ePBXgsJiR8gMdiwh6LD/RcFsQpMO+3yh4DyB2puEYwXeGZ7z3Hf6+TbzVz7LUdzuyACBgb"
    "8rfbXUKR/5ht7hSQZ0CemcoZBvLMxOQZMKqAUUUl4UZdo8q17T6SY9zlizelt0LhxiHjDD"
    "MeOEYphfjjEiyle3qA0DCW0BCufC96kBIbSiQaCg7Hi1ZJ6IIc9KrsQJUm2ZYqZRoNsswq"
    "RRTaJPa+aU7sfVNL7E1yw3hVkDzPwchtCBUoqCoYLwnZUCDnT8aVIS5vbq4Zd9vl+6p78+"
    "7D5RVZ2zHuZJAdMmdICe34DrGy86QGerOvuU6pxQkCSZTgdB6gM0ghQLVVjkokoBlVNk0U"
    "YF8SzhIJlB0VqZl03fWgY16n00xzfW5VMEu7c3vaZBTwwrig1GgZ0NL+lK4zOmjaJA5C24"
    "3rSb5dYfPxiJc8WR0zF+nuVjGaqPBk+CCJFNk2jnynZvT/erTyksh7i9ChEDR6RTV6yrwa"
    "/M2aZjpcCzm8WgzxtE25PjpMUBDxtFa0L9sHbRHOxusI8dlZG4TPzpoBpu8qHVKT86WGsF"
    "izKaigZ4XKWk18e3XTXRlK4LLKXPai0PTkTJ4lEu0snsfnbYzKVYaVjMrnStTdVGzD9Jg2"
    "s/S9R+x2OJQYQjiTVD6TyE+7t/11t7unQgucVpnTnVvdQY+7yfB4Wj4QYHNHNqsfJDYN4z"
    "04lg485E5F+71sKUlwM/XiZtqPU+RjwsSaI+RjGubU7PygBIP4OyyPCHxxy697z7GwBZkO"
    "03BxlPjWmgMFzXjB+K804EKpmFSyR2qoC+pI5RQa+j76LyEVrLxnzqpuxjcnAHhbwLui88"
    "iriyUysAiorCrG9ep4B1TjnVCi0OZS6C09a4l8P24QL6MnMkSDxsypsk206ikPtoyDi+pk"
    "myU+YEkwSyQAJpiFDsAspORa7WwUKkJlqwdBD4h+atcufZqIlk4+6eDjAulfffJJFjd1Ta"
    "I3/d/9t+Qfk5Wrxm1Mfxeuv+D1xkEh1x5Zfj0XmSWjcG2E6cih69qDfVI9y1izfVI223f8"
    "TN/xzDhtcn3Pm3N9z2u5vmCGHL5reuBFvim1hAsK7YI3F636pi8EfdMX9b7pa2zZEadfgK"
    "BaU04BCLdB2ETrDSLiqgzGZRpAuQ3KIfalVnE2HtBttYY9N+S2Ahcs4YIEMG6FMQQSHoJ3"
    "SH3juyqs1c7GqYRJYz6ZanM3UfjgkZ94RaPhjzgWEnbAXFhzDofkxh+j3Bx7GNOKc/PZ1y"
    "Mfm/bGTu/D+hAp+0nzKdH/6bDdiHL0l/vINSl0s/iT6B+nfx3qHt7Fv9RsJ3kkv09GtsnG"
    "66jG954hyCz9tggzRBrCvDhrE1ZERgkS1muBRXsWLdS06e/oig6i5b+wKbV2SyQ6rtxhtP"
    "dvHIib6/dl47XAV6TdDFG1bxWuOZVZmsHOxgPYHcD27u8NyUo4JRLtLCdnrU6PM8HpcVY/"
    "PQIiJ3Qwm5TIIKBWZZPJg/2EXSPadOBxhRT4rDKfwQKqLZtrxrr9mJQ+YMtGRxxTUvJiLj"
    "IhrfMhw4XXBCu0ODvn1Dwsj7F/w2Ax2rPFKF4MCWASkh1LpYU8zYp3J22aFpw0Ny04qTUt"
    "eLYtXjOpxgCyfDy0OuLk0qyw/bDi3K6NcBYEgCcHz/gsbo9mNhyw5KX12o7UYZqN7+cY3W"
    "+0KHOInrZRkU+bNeTTuoKciBUS4BYUGt5S/af0PiHfRi6vLd8Ptzcf+RCXaaoai22Gs3/P"
    "HDsY7GAoCWHLyHZC2w2+ox+7DzmMYiQ2vFVtbBWBjU4w7d4koEzOIZwGwmmUB3bgcBrIx9"
    "qSj8VINeiJnNJB+OLsCtMtnemWTqQRVIOGZm0oQp5/EVvB6oFZpddzkU3NSwcayAz3F5wV"
    "ruhEYFLbr0mNLIXAk8qSKCi085P235py+UKQW5MdzcvIFHWnZAmhQaVEg0okFziEtA0a6t"
    "+kkZzZEuDmBNqdFYNEZFk4TIOq2wJcUADCkO8DBgpo9zm4YQJ6U063N+Vn/GQHyW+u6Y/5"
    "u7lIeYwL3/jp0DG0x6wakXTGDlQ8oe/GqHjSmKjc7IdpTlQewQ2znxN3EIfL84onyTTLi9"
    "l4UHdaqDsgLB6EsLi3wpcTYmp3cXHcaoKKQtq5nuCes8HfetGGLy2mb4SyohmPGV5IlBIL"
    "D0Um3DFETCTtWVIhY9l47ULGFq2yiQXJxLWIpg32Ta4gLW7sWiLTppJ9H31d0ZofQSHSDA"
    "sabaAcuVPMmogHRhTwwgMaUWdoIFCXgyoBR+Yyy4Zrs4h7AxJ/29hEeO2g1LGUkNWosk73"
    "bIcri0jYXbp6V2mB0ypzGow02rJZIn+1VPvBt9KaY91DE2/oHJPd1uNGJV59M1fIfcCfGy"
    "rqM+/nInMBTkca/jA19dtaDczI97FrclpfCZTcEo12im4bPbdZzU213GaDgp+ujJaibTYc"
    "1ASOdGshzrKl12BD+BDirVjm7psgqALE6F3Gs1fvx7ya3DO8WO7sAhJEcef33MAOeDa5oi"
    "Q0xWHcQZiukfILCOrea1C3j+8xvY2kzLQMkXZX2Ekb5/BJs3P4pOYc3jhILm4+Ha+h573/"
    "8qVrzw1XHCFebAcvqHSSDfqwhG9878m2eHF7ggVbooFF22LRQkHjIpOmTSJNcx5NrZRCyF"
    "URBJUUQr6SoAO2x61aPgk6PtXjnJRQeJUCuReVl+lOzpPGRI7InESnu2xkV6RlBw1J9CLk"
    "y1Ta+M9GRj5E3+RATwkA7854G7KNJ8s0GmaPtUoeE+SO1ZIfyfR8U6VYKynTabO8+1BKQi"
    "9EnGRH4SmRkcCl2Pmo2KAXo0tkFEvXiQGK+cv2hb9tdWQAQwgc6MoBH99HLreNsAj+MpU2"
    "5/jYa58qNYYfbWzEqS+7VR0qUcIF0F1WpJdoJyZUKYEJ3c+gEZ3eah76vfm86S83JB3fZZ"
    "odvd+Kobvd+c32GKYpOoZ8TgdDpp/22HtqR4qYjx2Mgm7hitwZIDhVtahFpv5X9IJ9acMM"
    "S6Whdf24lXXmWGCeOa7bZxLU8FqyglKFTEO0B2l7mcBGtgLZLRxH/Ta8S4TaXR4nrQpXnQ"
    "gKV53UC1clsFFbIi+GahvcBZ12aPdf9iELfCBX7b0M1FU67aAe5NiOrVqySJdoAOU2KAfY"
    "9LFUt9eCQgOERTLlEA1IfyVHrmR33RIJAN4FcHvNrTQiRDynAcilIaf+IG6T3WbESyQAuD"
    "TgNv30KI5N50jczahX6QB6aehNz5bDPCcAsDuBLYs1QN0R6s2L8YjlIj9LNJ0gr9obFUoT"
    "OT5vJXufC2Tv85rsjUJa6tKWa7PAEGmwsocOvoeyHodgTzdX2Hzs4jsp0Y3CYUWqfE+TwT"
    "KVowoCbWJyenOMJwFj0pulRAZ7ReW9ApVvDoHNe262OR1pZmvGfC0aQ6o+LEMzUBzW1OrE"
    "1upo7Ld/qZprdZf2pUXDkPry7QHaoorzpJZuW2CZLSvdiKWkXD5hbp9xmZpin9DLmsxy9Y"
    "QnGSXbWFusHli/I1Cf40l0gkiqhBBTDdr2eEkKKeGNi7945I8Wa89B7qd8Nj0O0crCMzGZ"
    "ug+sPhdTaQKUZFEq5qDi1KaqHmSiXlHxSKM4PvstVfWVqVESf0psmP5n20p/0DZqn22joC"
    "jNGHbxfFdIoMwQ6QjzECFWnm8/8ByXzTAXFFpi3ApiAcK1BHw/CkJu1qaok3aJasQ22vux"
    "gPTYRRtKLg1acml6McbTPpwh6X7fCa9QZGzoImP3RLHi2F6am7DmBNCCdYcWrEvPejGCFV"
    "qcncus7QqZhsv7vM36Pm9e4Of1pDOCWR3j5sjAbLwG8VNjRwZ6UWh6cmmrJRINV3P/qvkK"
    "bTYEkS4O/AopBK2p7MCPjdNPnfhcIR0nUgPicbrxOe7IIBmmUaYZtpO0Ilzt3kja87m2Ym"
    "mfd9vmTmpiutXnXV5RKrWSLvkgeU4lxkMpcCmRcUbiGB2/98kSP9huIN/hBFxKo7mUoCkH"
    "NOUYY533Uf+WqK0+okXIZOLdWSKIea+C+oScSLLSfk6i0wId2br7m+dK2Qqy8RoevP2bvY"
    "g8u/J8folD8eHLUuq0vvs4gAt5rgarWC1nCCF9QmmtHLtWp6zQggysLirz18dEiDc7WtcY"
    "UrCiToLPzyspH3KVTgNf0NDBKTlkSw7S4hL5DCEES3QOlvCxZUtGqhQ02miFo/eFWNv8vh"
    "BiKbtMNx72f/6z+hL2nnNXJyRXSySvquRn2qvNeRA30z7yVhVdp7skrnbyNm119mVpXEO7"
    "+lRY1n17+nby3mVZcRzXXSlhrtlvlyboDZIE9oJRzGQ3Wi/JM8j+Uki4anbVZVxr6ffIhu"
    "tkw+zN6RFg38ZSVfgLCu304Z57j6enSvuVWhDAWuWs1S5JGDvmXygKKSRg7NtV13MCRoAd"
    "p0O7nwqZhjgvWnVEWQg6oizqHVFS2Dq0oKlTaoj5IF1oUuSkmyxV6TTEe8AuS9A/DPqH6b"
    "myp9U/bNpn9/Q6iI0nB/beQ8wOgqhTTAJDCJEnKkckgB+mfz8MeAs08ha8pVab2Erf5DTI"
    "Rsxb+A4MMxk8fN5Po8dgrzZrFXwGO1oBm70BDgpCQ9rUWqHSJu4FHAOKOgZ2uq/6PF/jEr"
    "ncczUrnis6T/Mqvfs5RsHxuk/Ha8J+2ZKQLFU/Z4P2jb/A1QWuLlVMHP26ulxPrjpkNl47"
    "oWIQU920OvsoYmoA+xHUi4F6MdrUi/lib444Cg59PBdpN6G9Gb8yTOnYJSOrb7OGenJVY5"
    "oPgX2Yj4/+QuT/uIf4LP4k+sfpX4e6Y3dJlBBUhyErTdqZzhBpKBj2X66AqIqYitJSMDNE"
    "2qmXJ+2ERIGM2FRAXGopQ/MMuYpH06vSPlbO8RABONByYNCsbrBG7ckatUEvHVsPvOzaeQ"
    "AYkAAJzR/2y4EAEw2JA35z6faCQoPLU2S1GqJ4+6++ERJkZfAukQDgXQC310RRlEQ8pwHI"
    "pSGnt2Pkc0K1mxEvkQDg0oDjbxvbx51qqTGUUC9Paa+EucLmYxfPU4lulEpqijgopsngbs"
    "5FhhLK5anM5cznIMniEhnwV2X+PthP2DWoq60Dl2vEwGuVeT2tcBBgc0c2Q7E8qO6mUmRI"
    "39Xdeo0Neeu5LjbTn86LEikNmG+JF6FQpGMVi4qHGJDeY0DAbz6835yWIsZuaCOHk3vUbJ"
    "+rkGkB9dhWugC51tL7Vof90vMcjNwGb0tBVUF9SciGgj1/Mi7ulzc31wzul++rwN59uLwi"
    "az5mAhlkhw1+LZDMOy18kMwh278mEbbO9m+U4SXz/XeQ4FVgQP/y+04y+bW9tsOfke8mX7"
    "0mkjPvhRK5Q0cS8SQcJtn/a3kBxd0J6T+eV8lJHBApECdvghBqCasUTtIs1OdcbCvR5wRa"
    "yJisOC+CNxMwXzcK86+rsny2MdpCm43XENmeKwvnRw0LrbjXSE6kUzxgH61G4vO6BqagLW"
    "2gXVhlfzWaFZN31VVlwBKtpCQ7miX6/Xrj+eHnWG+sibzFS6G8a8fDDN97HkTa9aPYAu56"
    "6d/8Lhn5uCfsW7YZryYCd5zNWJkh8CKfrEe5bEYQhscShjM2tRXYsvEgsG0T2KAVRL9iRn"
    "qQSKzVgkKDAN6ha9A+I5ciIQFvQaEdvG/awPumGd43NXhlE8nHzyGfLLRo6UVSRoecQDtw"
    "B2mdUZLx2iJcIgFBYZug4GMUeFJCWEGh3QoepEKWg+9Dg3tICP3cZTJwdEs4utfIwpLmoB"
    "LJDrag6YQVS3TwjaGRjxkokUHAtsrxApFreXXm/nB785HP2Gx8lavkwp39e+bYwWDaYimk"
    "bxnZTmi7wXf0Y/cR1UfxYThci4eqhj5VWEcnqMZDWb63MaKApwcJbwqGDq4KiauCLma3y/"
    "HGEMIBp/IB50eupDRQUIBjSOwY8nnmW2mnUOp7SOaaJqxb3ULFmlLQJRRxExMYtmxzCUEy"
    "gubJCPe2I1+QkiHSzlpw3MpacCywFhxz2pbav3EgFrkkMwptWsqMXYGf+us5yR/NOlBBAV"
    "pQ71oQ5Cl0YcXkxHIo7XEIXCaiv99tM7OUwGWVuXxvu3aw6sTmCinwWWU+U6uX0X1Lc8iB"
    "36rzG8yjevP4HhEdvdPJXSYEHqvO44iXvyOw3BQk2tltBonyoAdeHeBGo002XBujTW+Rtq"
    "EXIk6p3EYk8/EAZRXKaZXBVaQwwOROd/Uz4BThrETUUxRItzsskQwaQzYNMKeXTTjVshjV"
    "ZdsDrndBqy6SSq7VrZiW9ikDKPn82ce762uRL74U+ZBmQFbcdCnVux8/YwdlBf2EUQ9Jxu"
    "U0HRE1rH8fMljh6hsF7IgTqZC+mYvCFPA3CFM4gDAFP3Jp1R7jEUt1VK+QdVJ5q8ehQj0d"
    "T9skjZw2Z42c1tJGQN0FdVc1KCF0ZvTQGYjVOAQLA+GV9dKByWU68BCozGHwAunPY7AGHw"
    "KX92wNVtImNFVj8HS2SXdr8LgmSzUR7Wyz5BqB92FfV3LbT7hW3ycHuS62vqffp6FvTHXI"
    "XGT93CSDkx+oXu8YqLjXr4bebB+17AfMKz7bbBotKIYKBNqfXfT8tIVd9Py00S5KX4FFBK"
    "RskLJByt4/miBlg5StIKwKS9m+/YTMl8+YwBlwIwsqI8QydjLW8JPBw4vYX49MxwtykcGK"
    "4owLuVrXEIHQdwTCI/l9MvJ1Nl7DUpX9d2vEa2RzvOXN6OYE+ikvi7M22gsZ1Vxu9aymvz"
    "jIfYjIaSmDcZlGw1W8aINyM8ZVhEP8jSM1NHcazcZrgaxIBxyixShyg2ee5NsMd0EBgHcA"
    "nOCKyS+1jCU2ERGopc5qDq12yWdnrZLPzgTJZ2f15DOwOnXaAFOzOqUSviSLCypgr9Ls9f"
    "Hajs+/LpFWDCkE4qjM50TE6MTnCinwWWU+M9YZqUu5TAg8VpnHkCiqi9NCSUB391nsx7L+"
    "1nNdbIbvHH63yfLrucimbiYDjXtnkI6TkLunkuVcZQ+wKhekhEM9wEFAPlgSUZYKuuFUGu"
    "nh8NnzH2WsWiUSLSyK1Z5vbazjoo5vtQLY2H/i3fuCTps5hXbWwsXZWSsfz5nAx3NWb/mW"
    "XquBbGOMKiEcD5W1G5IfbMjHWFbp+lnHCiWg9x9ouaQVOMjlLw92nVLDc7l/wANs+ljKc1"
    "lQaHAuj+1IA5dOJ1ZMzX4ESZmHwOWomx04AivwNPgLBfAPg89QanNwoz9Uh9QgsD617zdk"
    "rpbezlsY/0dJV/1aXnisBE3gJYO/Jkp6/EVMEweBgV0rgID7cQ6MucBtADZZsMlO3iZLY1"
    "99Fzlc0UIcMlsi03ExD4E2dRvK9jIt08CaboOyZQcbB71Id42t0gHabdDe2GYY+VhSN2Gp"
    "wJ/DYqp+Lt/RBvtBIkhPMZ+PaBARr/ztpec5GLl8lAuiCs5LQjUU0PmTcRfr5c3NNWMduX"
    "xfdR7cfbi8IrDHqJNBdqIBcsrjmh6duYZ1c5/jgkKNPsf087Tpc7wmN9wmWpLftJJe/wzl"
    "iJsg0x8nuwcsHCLbkdoEJRI1doFW3b5D7xG7HH4I8mFzCg3kwrG9yjF4BtHMg9T6xqIuqD"
    "pfodOmYnpv1ecrVsEatlsSe2rU4AlS2RPk43sy26oruznkwO8J8Jv2iInckFeDpBXDGXrg"
    "uMocz909UkGcI8slqYsMZ99mcgaA0PciCoAEziUSDSTASthmG9fNebPr5rzmuvHxE5HdDO"
    "nVXKXTDuo2LbGaO2LVGmLlO9FYvkjaYDmkYIitoLvC5mO3aFiGEq5cla9cKIBxGHzeoI4B"
    "sQwh8FhlHlt2UNxrHYoW1cmB3yrzG/JVDoLN8qbjvRiNj4dSIfo3GiseUK7KTtEuonwfwA"
    "4cUl46JpBvIzfkOPYuU8p3P37GDgr5J0NWfZ3w+adkpsle7jXIWSOj4+0K0s8YPzovt2Qi"
    "jdbl70NmJxBxBIk6azHv56IMhTgmHXpqMevn8HpqQQLC4AkIJtl7Mvhm47UrpHHaBtrTZm"
    "hPOdAyWVYtpfoKFYSDVCV70Ie3Xfpa6MOW53aqyV2QgVlLNf7WdMn9JNF+TGSEuwDzhNTS"
    "W6GImkoaRhTgAQTUr0eP+IVO69hrO8wzdp7JyiM4E33aT/NjmVTb+muQapWTalPGtk59SY"
    "ZrKM32H5PBbpa2CLNUGgLdv2zLHDSSV3SVFgQx5S7qaoklCf0lGw6KSy1NLPQ2G6J+dApz"
    "rRGDdKvaplFEuqW2fZ5cGz8XSrQUBCUKwpQH0H+QAWvPJVdZ9e3GQa7LkEPJmL2WjFG/B6"
    "M2GWcmWm+Q/cCJGBBYb0s0GkBeiaFv1QDwWNAA8LjeADBYeX5oOLb7yPMmipKJK5SQTNw+"
    "mTgK15JgpxQAcnuQ2btTKliUoQRBVDVBtMzl3zxXyhaSjdfudui/bjsrmsrcwlVC7cAWKc"
    "YZ1q8boX5du4S9yDflUgZzihGxtVCwWnpEgRtL3mkl7giknaZux/KJVlVCSLOqrOBoubbD"
    "bm7rKi1cuCpfuGiz8b2nLpuoTgm76Hc+th3KgLCksIdU3kNJbHSn7CaGErisMpchkOsg2B"
    "xtrI5sZimBzUqzGfLXjnp1FmPkmxyrgqgpXEahgTlhbGcKpAtCuqCO6YJrbNmI40uRzBX8"
    "kE2jCdzszbWHlMrJADV0pMrVE3Ybw1WSl/NtMSsGpuPGiFx5KhgsHWwCAdb03RgB1s8rnq"
    "7R7CzIxmsY+bto4/VaNHu9FjWvF9QVHDiGfb8ZmQpBe9wq2/VYkO56XM93TYrOy+BbUGiH"
    "8FmriKkzQcTUGSdiKkRhxBGmbtfIcRpvwIKqky1AMTNteg+eLF6f5zcf/Y/orrv9cHF9zY"
    "mFCrAvqZaWSMCDVNHz5R1HYHycgPExkcsl9wlLBeYbsfmmpPvsaL7RU1WeV0w47OpSqYkw"
    "xf+dHYPLVbvjd/OtWvc9GaZEukheSjurYQpZIPvNAlG/u99oCnjPxdBje24CkAS+LJWGKP"
    "ef4EwPN9k88jKNdrriopWuuBDoiguOrmj/xkFYZCnNKMbzGGtiLi0Xgzex/cRL6hYBX6bS"
    "Jrd7ZOSDFVqcncscKQWFdgdK/wkZz7bFS8RoXNL5eG3Wc2/hJyui0a04ul4jlgUBgFkFc2"
    "07jh1g8imWTCXAKplGhtHeoKWKCfZlTtSCQrsTtX8pGDlSjtR0uHbAHrdzlByLPCXHDa4S"
    "5TvhRRvHQxYFaxyse89qA4/10B7rtBPYUqquHUulHcw9G36gv3p3S+Yg/dWTY7FLnl+dEr"
    "y0UOL5AL22HXvV9dupDhg8YC40ZFVAVoVCLvm+siqykt+QVDFqrkACWEPQQo7mlqiFPCNm"
    "a9TC0cWMevRm3v0MzSjtf87sMJhtHGTiGVp77sMsXJHXNHAhmCHXil8jJ8S+S9j/hGe0ui"
    "Ed4+PvjirQ9j45t4b8Jq35ST+qVi4esheUzF4gPLOzw0MmgrZMp5N3tI8gWrBjDmrHpMeL"
    "pJBXIhlWwhvzAOlH+42vKTk0SyQgL4vl5eJK3DmGdbqQbpWUSwuKLyZXt39PkGahp5Pc91"
    "tRLR16qsUDZ/HYDdJ1KVx7i3xdzqbuuyVStneLHnmcHkglhdiKcHNl+c0KBTh5WpqvoIrf"
    "JINKDyGyeK+RxdARdPCOoAH2n+RCKgoK7STmxdlZG3zPzpoBpu/4xWZk44urdIB2G7RHbU"
    "kxHXfcIGWUGsrNNPuoc4KdPNTTQX0QV7SPNw4n9KJ5iecEGpwgYy9xb9PQ0bl5kZdIIBCj"
    "99UPfSwOwZVMAI24KSuirjAF0YiNYfInk+0MU6jNMrupoIKdpPJOyk0arSPmM4IxW2n46D"
    "4cySly3sYlUuVYySFyXnOHYJfXraTRc5ePh9SZ6lFEPo0XaiH2hOZE2uDZhw9043v0GJGS"
    "XMs0ILr2L7pi38S82K0tnv6CDFZ4CU6i79LoGIfrPG2+3ypkGujEI1jVyBoka9R2pUzxDJ"
    "F+OL86bZP0QYcJzPGntdSP2FpjSOeKVci0g/t40UZuWwiKQ0Ki2MiJYilahmyJ0yqddlAP"
    "Uuo0Q02+5GmdUjvEByl9isxO3RMrZJANVnVIu2GXtokFGRiklDZIkbPGDlbdTPgVWuC0yp"
    "z28Zqi2IXRFVLgs8p8hvzdg2AzdPY7CDZDFu8QJQ7ykGPZVutVQlAXIH1mvPQZSDfvN928"
    "unJ7ABZSk3jHbA/AvmUmm+TZuhXd2vXCYEy+xezj3fV1uzIJRVu+SsyWZKGEvA2gJit60E"
    "IJt3EyxkWcpFVL5SpezkWJXElCh0EGDN/fAaoQKFmFYP9ZQPtlwvAedNOxcYNWJSiaWCbS"
    "MZ1tQKQDbPpYKhWoRqgF4mNnTIA1sBMrpmAmqimK+0lg/xnjR+fl1vG4+eult0Kp5zkeZw"
    "Rk4CDZ66wuQj/NQnEW1tp2oxDqM01EMioxTiZos0QG1Zmq/RHi9S8JaEEFeCpoW1YN30Gs"
    "ofszLykK7472pT0Xwvm7/5ZGGHJkiPSNUH741Y8DFJVoiZkFWdffQgGbvRawWSO56jXZ+F"
    "6qUShkUuk/6y60Q8nY7YxAu+DWN21iW980h7a+qUW2qt/RNT/yprh2yceF3EQwgW2qINFg"
    "/Y5tk3qwnzBHZmvOhMwJIA1SzIwOaZDkaxJBWYYbBQWwo3d2PPhILj0nJ9DgIBq0iVNgIl"
    "7lIGG/44xEm0zfkXvuOigIDYpitxpBHHKIPVfNDcFeJtSY0IXVLOUoXFakOPnkmAwuxYNg"
    "MyQYHASbn7AfcE3ojVJRiWI8ueh4WLmot5pJAUa+uZKxJRQUUPRW3pYA+TEDZHFQa54koi"
    "USyImpoOk9eLJoFiSDoqmICCwBJv2bC6ZIjy8Rdbqx1AJyP6r8Bj3ItpkqkcAqhryu/eR1"
    "8cukSQN7nU4zyQtsK6il23s7ovzOGdKIfkTTteNsBbR04zTkcFXP1h4Q/ZROoyWipcukxa"
    "Yn8lMPgLZtEjxNREtCpnSe4aBJdOgJW7fhSwxtPYuueDvfEhAW0FGDRJOXL2zPsbC1W/w4"
    "RHr13qpMsrvT+F2dRgv2Om0Tj3TaHI90Wu84myx5CXgLCgC4BcAQk6FUTIa58gLsdvF3lQ"
    "nBc62yGwTsyGD5VA9MsBntx2YE6uN01cfPeOP53Fzk9M1cpDb68Zgx0ohMhwgHWZBEKTIG"
    "koRAdVREszk/baHZnJ82NyE4rbfTQAEv2ETUSSOj0BDg/pNZnj3f4kQ5N+ObE+gI76tWjQ"
    "bosGaIX9VbDUAEZJczeXI6IXNDS3G5TAh6v8o8VjjUaRoqKsSIjKPvqxbHoKRKKhPGAE73"
    "Hpzu+1HxPyDbwVa8lDlqfuntXKTqr+NxBl00ilVaBaW+b6V+E/mEQq7zdkGio2rUewNHvJ"
    "ZsdJcTaAjv4qyN6YSMEpRSrRlPLPsB84rUN0NcUOhWwqZ/09TS954DuarLJZKh1nD9NB7q"
    "4B0aXws/2abUCVxQ6FfboPciQVMw/I3WC7rN2dsMbr2bq4u/hcYGhZzEPoFjoEykHciD9H"
    "ANsMtbxM0FOrLxkIhaq0MKNupDsF/ibxubTNeBzSzlOGxWxAo3OS5HRMqUNKyWSMCwKjKs"
    "RlyhX9oOeJdOM0VAt9oBS4tJJTvgJ3L9k593FRsSOJZA5v1cZAvcJCON2CbRzhp4dOHOyB"
    "Ym6yyYefczNKMgzWeeP/NcPAtXKJzZwSz0Zktsems8s8N58vQZBTPaH52Q0JLF3x1VWNXr"
    "xGCZVOD0mQssk2A2G9psRveCIW87q5BpiHb/Np4pGCHGW8y9myHIp2MZ9Tgfr039yh7rNI"
    "GloT8oww76Z4kMbAxKa59gSjoINoMp6RC4vDdTUgf9bhqmJBnbxzaz042Lv3jkj36NTkpC"
    "37PRqQ9D0q394N5xe3ezA+ZtTEk0Id+IWjbxPrqY0fH/EW1mzzRpPDcAbTcWSRCCMUiB82"
    "MOxiAwBqmHNhiDwBgExiAwBu0OJRiDdNYfwRh0EGwGY9AhcFmFmHetkwqgmMiAIe8bFARU"
    "ZzBWKJCKzK4Ragj3olV89kIQn72ox2c7yH2IuHmzzWCXaXTEuQ3KzRjXtDrsrwMjwLwGuY"
    "Ju2gyVhigft6vjIqjiUgWaZjaTj7y3/XUnaZZHDzKt0tLOlLJ4RttZg+TxhOgRG8jxyLeo"
    "QX3peQ5GbsNBxhBW4F4SygniLYD38ubmmtk9l++rPc/uPlxekaMtRp8MshMfWGJ42ckV2Z"
    "/37L2F3dAOX444jrP83VzkM7OTUfYw1frtIIgSjSWIlv/CZrhbtX5Rp6m2TaZSHUddvWjE"
    "HlPN7rCCcW1P64JCw6N6cXbWyiF2JnCIndVSLtMtIQFyiQRQbocy+elYyrGbE2iIcP8NE6"
    "bgNx8r+X0QrzkY/Q9BQYq6lbuMei12CQw+hOBPZX04U0kkVhPRqWYS35Bts3rnxNumpsMW"
    "L+ciJdajw4x7Mg7KCWoepxngICBfRPIoZamgTXrFmwclGisO0zb+0mZ3ac1b6ntPtiVnTi"
    "nTaIhw/0GZ5HIPu8QXV+kgtKICNSe0wiNiVAeoq3QaruvBimN2gLtOCYC3Wd0T8lWOZNk6"
    "frVoAzMdJogDWNSgptNw5LgvBMwGJ2VGoAHEIuvG1T++MIaNWi/V3LhxffPxb9nwaoNVFu"
    "xpuHRGs9UesENnyhiDv2FYf0MMl/GEfZtMynPBi2JI6sQjxpHkTyYVSDKtkOXJ1ugGN1on"
    "OWRqXhbInTkELivhLJ2OJXhy/L23XTtYdeJxhRT4rDKfoba2Li5xJQGdqkf8EwqCR8yN6c"
    "5ezUXe8Ge8pP5w1yCiaxzdjVrW1Qa3+GTd4v6Ge5AKmrtv+MeoDj6BxdlJK8PIicAwcsLR"
    "INPNJIl0jVA7D+PxSSsvDB3W7B44qXtiNtHSsU0jPfDa+ghYKi2W99iugvhiXCHXcqTsUR"
    "UyLaCvxM+3OVhOm8+V09qxEtcqNL3I5ag6onQnlk6bwlKjpD1NyeI6niO9jc31vNnmel6z"
    "uVJpmGji0UbSi8DQgQNBwoEAVu5OV+jU7CYOCkKjoxG0SgsWMpU5DVkj2pjI1ER04jYyIq"
    "k5VILBR83GsmLMvJ3VLBuvmNEMih/0qwU0G9PkQ20hfFwiwBbSTar2s/M21rOqHFKynZ1D"
    "0Pie1/TULGYjBXL1by+DCB/QeyAyYDpqj5KATlXruSAKCnUlmij0/COOysMOmIv0HVQeCq"
    "rOgao6ATZ9LJexklNoKBgOVIEsCI0gxDw/iGChM2TjOfg0WfLgFAGRcU+mchVaPPYhMsrI"
    "ONBdU8numm+TMumI/pS35BFPZqyNEYqNZmm0QXvzgeh4oKLj/q3k+xZnBrYpxm0DyQfcc0"
    "C+XSPHETcczCnHkx3Phl3wJ4vX5/kSp/8RLerbDxfX13VpEOyHhyAM7rlKnFrXxd5FwhTX"
    "naXC22KeKTJgq2DIrr+hZcPP2PSesP/SJBcy74UyoZ+OBHkQ5MF9yoNaR02AGesgJBd1zF"
    "jKSqNTcX2qieh0fZ+WHV65oc9NjC69FYoqiI4zsBtryINLKl+PkBnnaKV4sicxefZPSJve"
    "a9r0BvsBTzERRCLmFBrasPqvu7V84afvihPAXhqydyH7S5T9heRKTyJt+4j1v4zDlc1rqC"
    "loC5wRaBfSOUh362kpN4rIwZPTbVhhqK1sw1INq+GoorZKNO+AUNnh9MV06fWgMl4UM01z"
    "lW5VG9ltytccq+t2PF1cycXaWRUnnz/7eHd9vS9d/L37ZIco/dX1xtPF27mw9XQ+bpDe0+"
    "yCTMqA79R9GtTvvtXvKRRzHzH2eIBy7r4nl5CWjdcQ356beoG7C9xdyukNk1MJIRzrELjs"
    "E8kVdatXVCGFckUq8xkMPAMYeGI1iWyA5YskrjVCMPaAsWc/xp5iKYLJR4xsbdMqZfh5i4"
    "jIbyFu7nn+bi7MH0pH7TFMtHGji2JFS0T95FNAxOjRb54rZZzIxmtonOhfgX7Em9C49711"
    "HeHGRc7QaFNTenF8+vr0zcn5ab648yeiNZ2s351SIPo7eL9HL1+8EDm8gzd/Jzx4LfRCTk"
    "syDE5eOHkd232U40JGAYUoJJlQgP688uqYixM5UxKdQO8jiZOcZRK3WjpaJxB3utIYM7tj"
    "m4+B3FFQ0OgE6ciHQWAiVxL3nARg7wz7k42fJWHPSQD2HWAP7KzMnAzyBRWALwW+OmrLT8"
    "iJoeepLcm7+Ta15YkOA7UF1BZQW/ZwdoPactSX2mKvscuvhCGKGioRaWj57L/4PWiHfWmH"
    "T9n93Hax5gQaLtRBasOC/g369yHBDvr3oamAP3iR7yLnk0d0+YaEkeqQuUgh/FcyGMpMHa"
    "gOmPJfRiopkUDkfUUmqQcOBPiBaByy7agLIm3iBka+GpcvIZa8GnMSwLwb5nGPBdnzvEQE"
    "uE9OHrlFMXw1ISR+LpQ8AjICxI4DFTv2aFRSAf3eTEpBus3aym7ZeA0NSv2Iboocqz9RX+"
    "07O/6OtbO1eCk8YGN/L/lAp6Wz7+hiRgfPvPtZgJGDrVk8Q0B2yArPyFe173EQ0te//IVu"
    "7Jll+9gMPf/lr39KRv7y3VGFcX3M+b/u/7qE8yERiMnFPbv3/HSS+ew4/l8QrdeIViCk8y"
    "SvyPQonCEfz1xv5njuA/ZnNBx39ofka/wpMFd4jb7bvPyRzH9v+0QGIafMfIZdi/4j+X7k"
    "H8HMdmd2OJ+tkHP/H94Gu/MZIh/kWzZVm+kn0mS54L9md1/eMt/N8UzksN+PfFQs7WDLJj"
    "+F/hnMos0s9Min2eSTrPgbE446NkGKfDD9EhS/GNcdLrv4b4ljIhuvnX7XVy2z5pstXamy"
    "Pr4SmU6GuT78fPnulJAYGBqdAO1NckgPOglMSxSAKAdR2upbTqfIKHSCE8w8hwB7LsZ0sP"
    "VkZGDt6RhB5NshkRU6VH9gKaGWi3LVH1TTPq/oVhVpoFfpXm6jhcYbv7Uqaq4Q0dqobsQo"
    "joli5+ON55P/UFXpZRa5oe3MMO2Zk2ibK6KhLTF2ybh0yc+e7XBF9DiegjrQJ1G19Wf671"
    "9cTBifxK/+Eqt06QdQrTd/vsRUTU10Qaq6Js//K5nuFxp4+Uvyhv5z9kw+N8ljt2IV88Hz"
    "rP/6Xzce7GKb6ofxJ6XTlMfvqkuC4XSfhlM1gqcPU+aZQLi0XpJO6eCUA75CCPh3w3+NLN"
    "xBzCyRgYwJMuYWGfMn7AcNkWy1MW0lzadkfEth88bFM997/s/ZLyndL7MHappJZK9E2kuF"
    "RCKysY6LRMyKJdv57Jd77Jr4l4SOLPygRlCXP8f+8J4lP7FVu8+wDhWEv+7m7GaJ7qlY2x"
    "JRvAURSHSd77d4x8gBn5MA7FMMV4pvlM/xbci/bei77bfMiL3u6CdJt7brQx+fypkMSbSH"
    "cYJwKuOCFWR86B/Jr5UVAzManWDvI7IBcsH7QjKtbSIpRBdEOuE58oHg43vs+7zuU4K+KC"
    "UaDUNRB8ltjsK1EXiRz9NYmpFmqTTE+rhVA81jQQPN43oDTYraGlt2xCn3Ksa6oAKs22Nt"
    "ovUG2Q9SlTyqdIB3e7xD7Euv7IwGcJZY103BwFuWdWMwMKDdgHas2vmccNZmpEskGqK8aC"
    "OBNMsfNXztUA7cdLyGyA6yfi38ZMtJdgWFjhj3XsZqSZ1qclpKiURDiM/brOLz5kV8XlvD"
    "wUsQYim5oqAAgFsA7CD3IUIPUsdEmUZDkPs/KDYOMjG/ZEczygzReDAfHU0UZD9y5Brppu"
    "MB2q3QPiHfRnKrt0SiHcCLNqfwovkUXrxSKC38zg3IGfNT4oLmuLCZ93ORG/sZL1ee92gM"
    "5c5m/NfU42lkTmyIMVfDgi92aUs2xyyRQMfRlkVJlapIqnLTsBaFRlWqMjoZKG1u9Js4tj"
    "sngshu5SK7oXf0ACd5TfKDFsccYHtpcbwfmfrnRBK+CEO83nCzXSsjWsnVKBkMBe4OVIYm"
    "Oz6MOIKKOLqroOokrmzv0T3V+K6N75GfKGVbLpHoZ9RoU+tu0VzrblErU7y2HccOMPlUS0"
    "a8rpLpFEfXm6BNNJBnOc9TQaHf0n11+qaVRe70jcAmR19CrupBaTRE1LJpNqR0gekK4VBH"
    "lJ4yjkD9yXDtQf9JJezvSzNOiyFt1aDKWlRQD8p50KwIldm0XRNKf7I9RMvJr7Qo4cZL9z"
    "B+womGWfUzsMNMH9N1lZ76e8mtAx2qjQ6V81NCcirTaBjucNrGm3na7M08rcWUJIDFGEnD"
    "nFFpCPRJm/jJk+YAypNaBOXSszhX5Rf8ralMZTpeC3BFgujVP74wMmgG4h8+XPzjj4wcen"
    "3z8W/Z8BLob69vLqu+jZBgI7Ogc4IRFa5nZIcUtFEW9J9brOc/Ny7nP1dXc5hd6C0NBfl4"
    "8MNxa6l2sxdWSMFoyGqMUReLQEHVg0FAMXB1sgf4eOOgl1yOl2FxhRT4rDKfierWicllOu"
    "CwyhxmFXIZHrOU4xhw92BW0oLLmQlGMiSlQgYxKWKjbNnQ1Y9R9qo04zQR3mqVrawxWats"
    "ydNXivqoWA1Tync/fsYOyvoyC4EvxZtogvvvI9iv8+XabL8ur+jt9utscYxc861upZ7Pvh"
    "49I/JFsqD90hP8bWP7WNaU3Xzq9n/YbrdnH/3lPnJNiuMs/iT6x+lfh7KO7BLb3Wyyjnyp"
    "VtrpcC1MfOO4+ctfTgLoCpmGURXt0pxEeU581wDnLvvh9uajwC3AM0VZthnO/j1z7GCw+6"
    "x0fCwj2wltN/iOft4+ThCKkNimXTVfV44aOkHVps2c/XUBw/McjFw+X6qkFe4sCe1QbMmf"
    "jMuBy5uba4YDl++rboO7D5dXn/9wHLODDLJDxi1ZxT27YbsAX6IF5CWQDzCRgjiqTLPTrK"
    "DQ4k4d220W+xPuvUgqWJEh0gL2is+9jcu92eNevVU9Mon8wmapOqE8IQvmEGu7QNCI23jJ"
    "2hp59GBXVtniGDhJMXeJ+zojgWta4pq+R7ZDvoXRKaG0Rgx7SuU95d3fd/DTFFTAXdW562"
    "MUyBlXWCrtbCtt7FjNRqyaBWuJQnNl0DotHTZSjRj2k8r7KVX8uwmcNWJIUFKa2RCQdEh8"
    "NkIvRJw93RirWSWDQNiqHjGtOCDYPx33T7SxOrKZpQQ2K81mqEA0QC25OF19yc+BbgaVpd"
    "oB1O1ShSLRkVDUSZWiTpzV2wO2d2ld9imu162wstuVgZV8hdnHu+vrduGIbOr1zgGJ/abn"
    "K7GiB41IvCDQm6sjTiBi+mYuij9ExRhl6ocdSuL7jipNh2bfguLcja2+dXCuD9Iqj24qCY"
    "TT4RqiO1CrpYamVs1xgc0NrUYIDNyPBNpbCGBNVh2zPMzv/x8uWBYf"
)
