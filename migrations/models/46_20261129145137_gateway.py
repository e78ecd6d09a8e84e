"""The AI gateway: models with prices and routes, requests with their costs, credits, budgets, rates, videos, notices."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "ai_models" (
    "id" VARCHAR(80) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(12) NOT NULL,
    "label" VARCHAR(80) NOT NULL,
    "maker" VARCHAR(60) NOT NULL,
    "policy_url" VARCHAR(300) NOT NULL,
    "abilities" JSON NOT NULL,
    "context" INT NOT NULL,
    "max_output" INT NOT NULL,
    "options" JSON NOT NULL,
    "margin" INT NOT NULL,
    "enabled_at" TIMESTAMP,
    "deprecated_at" TIMESTAMP,
    "sunset_at" TIMESTAMP,
    "successor" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMP NOT NULL
);
        CREATE TABLE IF NOT EXISTS "ai_notices" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "title_id" VARCHAR(120) NOT NULL,
    "title_en" VARCHAR(120) NOT NULL,
    "text_id" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "cause" VARCHAR(120) NOT NULL UNIQUE,
    "created_at" TIMESTAMP NOT NULL,
    "mailed_at" TIMESTAMP
);
CREATE INDEX IF NOT EXISTS "idx_ai_notices_created_acb5f4" ON "ai_notices" ("created_at", "id");
        CREATE TABLE IF NOT EXISTS "ai_upstreams" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(40) NOT NULL UNIQUE,
    "kind" VARCHAR(12) NOT NULL,
    "base_url" VARCHAR(300) NOT NULL,
    "credential" TEXT NOT NULL,
    "region" VARCHAR(60) NOT NULL,
    "own_keys" INT NOT NULL,
    "enabled_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL
);
        CREATE TABLE IF NOT EXISTS "ai_balances" (
    "bought" BIGINT NOT NULL,
    "of_plan" BIGINT NOT NULL,
    "plan_month" DATE,
    "reserved" BIGINT NOT NULL,
    "warn_below" BIGINT NOT NULL,
    "warned_at" TIMESTAMP,
    "paused_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL PRIMARY KEY REFERENCES "accounts" ("id") ON DELETE CASCADE
);
        CREATE TABLE IF NOT EXISTS "ai_budgets" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key_id" VARCHAR(36) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "most" BIGINT NOT NULL,
    "month" DATE NOT NULL,
    "used" BIGINT NOT NULL,
    "reserved" BIGINT NOT NULL,
    "warned_month" DATE,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_budgets_account_638999" UNIQUE ("account_id", "key_id", "model")
);
        CREATE TABLE IF NOT EXISTS "ai_key_terms" (
    "customer" VARCHAR(80) NOT NULL,
    "requests_per_minute" INT,
    "tokens_per_minute" INT,
    "streams" INT,
    "of_models" JSON NOT NULL,
    "models" JSON NOT NULL,
    "content_days" SMALLINT NOT NULL,
    "paused_at" TIMESTAMP,
    "paused_why" VARCHAR(20) NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "parent_id" CHAR(36) REFERENCES "api_keys" ("id") ON DELETE CASCADE,
    "key_id" CHAR(36) NOT NULL PRIMARY KEY REFERENCES "api_keys" ("id") ON DELETE CASCADE
) /* What a key may do with models. A key without a row has the usual limits (settings) and keeps no content. */;
CREATE INDEX IF NOT EXISTS "idx_ai_key_term_account_1daa55" ON "ai_key_terms" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_ai_key_term_parent__32d7b6" ON "ai_key_terms" ("parent_id");
        CREATE TABLE IF NOT EXISTS "ai_ledger" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "amount" BIGINT NOT NULL,
    "cause" VARCHAR(80) NOT NULL UNIQUE,
    "note" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
) /* A change of credits: `amount` is positive where they became more. `cause` is unique, so that it is booked once. */;
CREATE INDEX IF NOT EXISTS "idx_ai_ledger_account_8bf6f4" ON "ai_ledger" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "ai_prices" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "prices" JSON NOT NULL,
    "source" VARCHAR(60) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "model_id" VARCHAR(80) NOT NULL REFERENCES "ai_models" ("id") ON DELETE CASCADE
) /* The price of a model from a moment on; the newest row counts, and rows are never changed. */;
CREATE INDEX IF NOT EXISTS "idx_ai_prices_model_i_f2889e" ON "ai_prices" ("model_id", "created_at");
        CREATE TABLE IF NOT EXISTS "ai_rates" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key_id" VARCHAR(36) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "minute" INT NOT NULL,
    "requests" INT NOT NULL,
    "tokens" BIGINT NOT NULL,
    "open" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_rates_key_id_af1433" UNIQUE ("key_id", "model")
) /* The requests and tokens of the minute `minute` (minutes since 1970), and the requests that are open. */;
CREATE INDEX IF NOT EXISTS "idx_ai_rates_account_537610" ON "ai_rates" ("account_id");
        CREATE TABLE IF NOT EXISTS "ai_requests" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "request_id" VARCHAR(40) NOT NULL UNIQUE,
    "source" VARCHAR(12) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "endpoint" VARCHAR(24) NOT NULL,
    "streamed" INT NOT NULL,
    "own_key" INT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "reserved" BIGINT NOT NULL,
    "cost" BIGINT NOT NULL,
    "price" JSON NOT NULL,
    "usage" JSON NOT NULL,
    "estimated" INT NOT NULL,
    "budget_ids" JSON NOT NULL,
    "rate_ids" JSON NOT NULL,
    "delivered" INT NOT NULL,
    "status" SMALLINT NOT NULL,
    "error" VARCHAR(60) NOT NULL,
    "tries" JSON NOT NULL,
    "first_ms" INT,
    "whole_ms" INT,
    "end_user" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "alive_at" TIMESTAMP NOT NULL,
    "settled_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "key_id" CHAR(36) REFERENCES "api_keys" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_ai_requests_key_id_0f5240" ON "ai_requests" ("key_id");
CREATE INDEX IF NOT EXISTS "idx_ai_requests_account_9b592a" ON "ai_requests" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_ai_requests_account_ed1302" ON "ai_requests" ("account_id", "end_user", "created_at");
CREATE INDEX IF NOT EXISTS "idx_ai_requests_state_33c287" ON "ai_requests" ("state", "alive_at");
CREATE INDEX IF NOT EXISTS "idx_ai_requests_created_656340" ON "ai_requests" ("created_at");
        CREATE TABLE IF NOT EXISTS "ai_usage" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" DATE NOT NULL,
    "key_id" VARCHAR(36) NOT NULL,
    "source" VARCHAR(12) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "requests" INT NOT NULL,
    "failed" INT NOT NULL,
    "input_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "images" INT NOT NULL,
    "milliseconds" BIGINT NOT NULL,
    "cost" BIGINT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_usage_account_abb7b7" UNIQUE ("account_id", "day", "key_id", "source", "model")
) /* What an account used and paid on a UTC day, by key, model and source; written by settlements, never deleted. */;
        CREATE TABLE IF NOT EXISTS "ai_videos" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "model" VARCHAR(80) NOT NULL,
    "route_id" INT,
    "own_key" INT NOT NULL,
    "upstream_id" VARCHAR(200) NOT NULL,
    "seconds" INT NOT NULL,
    "size" VARCHAR(20) NOT NULL,
    "remixed_from" VARCHAR(60) NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "progress" SMALLINT NOT NULL,
    "error_code" VARCHAR(60) NOT NULL,
    "error_message" VARCHAR(300) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "completed_at" TIMESTAMP,
    "ends_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "key_id" CHAR(36) REFERENCES "api_keys" ("id") ON DELETE SET NULL,
    "request_id" CHAR(36) NOT NULL UNIQUE REFERENCES "ai_requests" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_ai_videos_key_id_fbc879" ON "ai_videos" ("key_id");
CREATE INDEX IF NOT EXISTS "idx_ai_videos_account_6af25a" ON "ai_videos" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "ai_contents" (
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "ends_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "request_id" CHAR(36) NOT NULL PRIMARY KEY REFERENCES "ai_requests" ("id") ON DELETE CASCADE
) /* `sealed` is the ciphertext of a JSON object with the request and the answer; `ends_at` is when it is deleted. */;
CREATE INDEX IF NOT EXISTS "idx_ai_contents_ends_at_2d5dfd" ON "ai_contents" ("ends_at");
CREATE INDEX IF NOT EXISTS "idx_ai_contents_account_00f00f" ON "ai_contents" ("account_id");
        CREATE TABLE IF NOT EXISTS "ai_own_keys" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "credential" TEXT NOT NULL,
    "last_four" VARCHAR(4) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "upstream_id" INT NOT NULL REFERENCES "ai_upstreams" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_own_keys_account_e295f7" UNIQUE ("account_id", "upstream_id")
) /* A workspace's own credential for an upstream, encrypted: its requests there are billed at zero. */;
CREATE INDEX IF NOT EXISTS "idx_ai_own_keys_upstrea_650b00" ON "ai_own_keys" ("upstream_id");
        CREATE TABLE IF NOT EXISTS "ai_routes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "upstream_model" VARCHAR(120) NOT NULL,
    "priority" SMALLINT NOT NULL,
    "weight" SMALLINT NOT NULL,
    "first_byte" INT NOT NULL,
    "idle" INT NOT NULL,
    "enabled_at" TIMESTAMP,
    "failures" INT NOT NULL,
    "open_until" TIMESTAMP,
    "model_id" VARCHAR(80) NOT NULL REFERENCES "ai_models" ("id") ON DELETE CASCADE,
    "upstream_id" INT NOT NULL REFERENCES "ai_upstreams" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_routes_model_i_06ae3e" UNIQUE ("model_id", "upstream_id", "upstream_model")
) /* A way to a model: its name at an upstream. Lower `priority` is tried first; `weight` shares among equal ones. */;
CREATE INDEX IF NOT EXISTS "idx_ai_routes_upstrea_3d906b" ON "ai_routes" ("upstream_id");
        ALTER TABLE "users" ADD "ai_news_agreed_at" TIMESTAMP;
        ALTER TABLE "orders" ADD "credits" INT NOT NULL DEFAULT 0;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "ai_models" (
    "id" VARCHAR(80) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(12) NOT NULL,
    "label" VARCHAR(80) NOT NULL,
    "maker" VARCHAR(60) NOT NULL,
    "policy_url" VARCHAR(300) NOT NULL,
    "abilities" JSONB NOT NULL,
    "context" INT NOT NULL,
    "max_output" INT NOT NULL,
    "options" JSONB NOT NULL,
    "margin" INT NOT NULL,
    "enabled_at" TIMESTAMPTZ,
    "deprecated_at" TIMESTAMPTZ,
    "sunset_at" TIMESTAMPTZ,
    "successor" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "ai_notices" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(12) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "title_id" VARCHAR(120) NOT NULL,
    "title_en" VARCHAR(120) NOT NULL,
    "text_id" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "cause" VARCHAR(120) NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "mailed_at" TIMESTAMPTZ
);
CREATE INDEX IF NOT EXISTS "idx_ai_notices_created_acb5f4" ON "ai_notices" ("created_at", "id");
        CREATE TABLE IF NOT EXISTS "ai_upstreams" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(40) NOT NULL UNIQUE,
    "kind" VARCHAR(12) NOT NULL,
    "base_url" VARCHAR(300) NOT NULL,
    "credential" TEXT NOT NULL,
    "region" VARCHAR(60) NOT NULL,
    "own_keys" BOOL NOT NULL,
    "enabled_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "ai_balances" (
    "bought" BIGINT NOT NULL,
    "of_plan" BIGINT NOT NULL,
    "plan_month" DATE,
    "reserved" BIGINT NOT NULL,
    "warn_below" BIGINT NOT NULL,
    "warned_at" TIMESTAMPTZ,
    "paused_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL PRIMARY KEY REFERENCES "accounts" ("id") ON DELETE CASCADE
);
        CREATE TABLE IF NOT EXISTS "ai_budgets" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "key_id" VARCHAR(36) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "most" BIGINT NOT NULL,
    "month" DATE NOT NULL,
    "used" BIGINT NOT NULL,
    "reserved" BIGINT NOT NULL,
    "warned_month" DATE,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_budgets_account_638999" UNIQUE ("account_id", "key_id", "model")
);
        CREATE TABLE IF NOT EXISTS "ai_key_terms" (
    "customer" VARCHAR(80) NOT NULL,
    "requests_per_minute" INT,
    "tokens_per_minute" INT,
    "streams" INT,
    "of_models" JSONB NOT NULL,
    "models" JSONB NOT NULL,
    "content_days" SMALLINT NOT NULL,
    "paused_at" TIMESTAMPTZ,
    "paused_why" VARCHAR(20) NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "parent_id" UUID REFERENCES "api_keys" ("id") ON DELETE CASCADE,
    "key_id" UUID NOT NULL PRIMARY KEY REFERENCES "api_keys" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_ai_key_term_account_1daa55" ON "ai_key_terms" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_ai_key_term_parent__32d7b6" ON "ai_key_terms" ("parent_id");
COMMENT ON TABLE "ai_key_terms" IS 'What a key may do with models. A key without a row has the usual limits (settings) and keeps no content.';
        CREATE TABLE IF NOT EXISTS "ai_ledger" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(12) NOT NULL,
    "amount" BIGINT NOT NULL,
    "cause" VARCHAR(80) NOT NULL UNIQUE,
    "note" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_ai_ledger_account_8bf6f4" ON "ai_ledger" ("account_id", "created_at", "id");
COMMENT ON TABLE "ai_ledger" IS 'A change of credits: `amount` is positive where they became more. `cause` is unique, so that it is booked once.';
        CREATE TABLE IF NOT EXISTS "ai_prices" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "prices" JSONB NOT NULL,
    "source" VARCHAR(60) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "model_id" VARCHAR(80) NOT NULL REFERENCES "ai_models" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_ai_prices_model_i_f2889e" ON "ai_prices" ("model_id", "created_at");
COMMENT ON TABLE "ai_prices" IS 'The price of a model from a moment on; the newest row counts, and rows are never changed.';
        CREATE TABLE IF NOT EXISTS "ai_rates" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "key_id" VARCHAR(36) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "minute" INT NOT NULL,
    "requests" INT NOT NULL,
    "tokens" BIGINT NOT NULL,
    "open" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_rates_key_id_af1433" UNIQUE ("key_id", "model")
);
CREATE INDEX IF NOT EXISTS "idx_ai_rates_account_537610" ON "ai_rates" ("account_id");
COMMENT ON TABLE "ai_rates" IS 'The requests and tokens of the minute `minute` (minutes since 1970), and the requests that are open.';
        CREATE TABLE IF NOT EXISTS "ai_requests" (
    "id" UUID NOT NULL PRIMARY KEY,
    "request_id" VARCHAR(40) NOT NULL UNIQUE,
    "source" VARCHAR(12) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "endpoint" VARCHAR(24) NOT NULL,
    "streamed" BOOL NOT NULL,
    "own_key" BOOL NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "reserved" BIGINT NOT NULL,
    "cost" BIGINT NOT NULL,
    "price" JSONB NOT NULL,
    "usage" JSONB NOT NULL,
    "estimated" BOOL NOT NULL,
    "budget_ids" JSONB NOT NULL,
    "rate_ids" JSONB NOT NULL,
    "delivered" INT NOT NULL,
    "status" SMALLINT NOT NULL,
    "error" VARCHAR(60) NOT NULL,
    "tries" JSONB NOT NULL,
    "first_ms" INT,
    "whole_ms" INT,
    "end_user" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "alive_at" TIMESTAMPTZ NOT NULL,
    "settled_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "key_id" UUID REFERENCES "api_keys" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_ai_requests_key_id_0f5240" ON "ai_requests" ("key_id");
CREATE INDEX IF NOT EXISTS "idx_ai_requests_account_9b592a" ON "ai_requests" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_ai_requests_account_ed1302" ON "ai_requests" ("account_id", "end_user", "created_at");
CREATE INDEX IF NOT EXISTS "idx_ai_requests_state_33c287" ON "ai_requests" ("state", "alive_at");
CREATE INDEX IF NOT EXISTS "idx_ai_requests_created_656340" ON "ai_requests" ("created_at");
        CREATE TABLE IF NOT EXISTS "ai_usage" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "key_id" VARCHAR(36) NOT NULL,
    "source" VARCHAR(12) NOT NULL,
    "model" VARCHAR(80) NOT NULL,
    "requests" INT NOT NULL,
    "failed" INT NOT NULL,
    "input_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "images" INT NOT NULL,
    "milliseconds" BIGINT NOT NULL,
    "cost" BIGINT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_usage_account_abb7b7" UNIQUE ("account_id", "day", "key_id", "source", "model")
);
COMMENT ON TABLE "ai_usage" IS 'What an account used and paid on a UTC day, by key, model and source; written by settlements, never deleted.';
        CREATE TABLE IF NOT EXISTS "ai_videos" (
    "id" UUID NOT NULL PRIMARY KEY,
    "model" VARCHAR(80) NOT NULL,
    "route_id" INT,
    "own_key" BOOL NOT NULL,
    "upstream_id" VARCHAR(200) NOT NULL,
    "seconds" INT NOT NULL,
    "size" VARCHAR(20) NOT NULL,
    "remixed_from" VARCHAR(60) NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "progress" SMALLINT NOT NULL,
    "error_code" VARCHAR(60) NOT NULL,
    "error_message" VARCHAR(300) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "completed_at" TIMESTAMPTZ,
    "ends_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "key_id" UUID REFERENCES "api_keys" ("id") ON DELETE SET NULL,
    "request_id" UUID NOT NULL UNIQUE REFERENCES "ai_requests" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_ai_videos_key_id_fbc879" ON "ai_videos" ("key_id");
CREATE INDEX IF NOT EXISTS "idx_ai_videos_account_6af25a" ON "ai_videos" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "ai_contents" (
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "request_id" UUID NOT NULL PRIMARY KEY REFERENCES "ai_requests" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_ai_contents_ends_at_2d5dfd" ON "ai_contents" ("ends_at");
CREATE INDEX IF NOT EXISTS "idx_ai_contents_account_00f00f" ON "ai_contents" ("account_id");
COMMENT ON TABLE "ai_contents" IS '`sealed` is the ciphertext of a JSON object with the request and the answer; `ends_at` is when it is deleted.';
        CREATE TABLE IF NOT EXISTS "ai_own_keys" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "credential" TEXT NOT NULL,
    "last_four" VARCHAR(4) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "upstream_id" INT NOT NULL REFERENCES "ai_upstreams" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_own_keys_account_e295f7" UNIQUE ("account_id", "upstream_id")
);
CREATE INDEX IF NOT EXISTS "idx_ai_own_keys_upstrea_650b00" ON "ai_own_keys" ("upstream_id");
COMMENT ON TABLE "ai_own_keys" IS 'A workspace''s own credential for an upstream, encrypted: its requests there are billed at zero.';
        CREATE TABLE IF NOT EXISTS "ai_routes" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "upstream_model" VARCHAR(120) NOT NULL,
    "priority" SMALLINT NOT NULL,
    "weight" SMALLINT NOT NULL,
    "first_byte" INT NOT NULL,
    "idle" INT NOT NULL,
    "enabled_at" TIMESTAMPTZ,
    "failures" INT NOT NULL,
    "open_until" TIMESTAMPTZ,
    "model_id" VARCHAR(80) NOT NULL REFERENCES "ai_models" ("id") ON DELETE CASCADE,
    "upstream_id" INT NOT NULL REFERENCES "ai_upstreams" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_ai_routes_model_i_06ae3e" UNIQUE ("model_id", "upstream_id", "upstream_model")
);
CREATE INDEX IF NOT EXISTS "idx_ai_routes_upstrea_3d906b" ON "ai_routes" ("upstream_id");
COMMENT ON TABLE "ai_routes" IS 'A way to a model: its name at an upstream. Lower `priority` is tried first; `weight` shares among equal ones.';
        ALTER TABLE "users" ADD "ai_news_agreed_at" TIMESTAMPTZ;
        ALTER TABLE "orders" ADD "credits" INT NOT NULL DEFAULT 0;""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "users" DROP COLUMN "ai_news_agreed_at";
        ALTER TABLE "orders" DROP COLUMN "credits";
        DROP TABLE IF EXISTS "ai_prices";
        DROP TABLE IF EXISTS "ai_key_terms";
        DROP TABLE IF EXISTS "ai_videos";
        DROP TABLE IF EXISTS "ai_ledger";
        DROP TABLE IF EXISTS "ai_balances";
        DROP TABLE IF EXISTS "ai_own_keys";
        DROP TABLE IF EXISTS "ai_rates";
        DROP TABLE IF EXISTS "ai_budgets";
        DROP TABLE IF EXISTS "ai_upstreams";
        DROP TABLE IF EXISTS "ai_requests";
        DROP TABLE IF EXISTS "ai_models";
        DROP TABLE IF EXISTS "ai_usage";
        DROP TABLE IF EXISTS "ai_notices";
        DROP TABLE IF EXISTS "ai_contents";
        DROP TABLE IF EXISTS "ai_routes";""",
    "postgres": """
        ALTER TABLE "users" DROP COLUMN "ai_news_agreed_at";
        ALTER TABLE "orders" DROP COLUMN "credits";
        DROP TABLE IF EXISTS "ai_contents";
        DROP TABLE IF EXISTS "ai_videos";
        DROP TABLE IF EXISTS "ai_own_keys";
        DROP TABLE IF EXISTS "ai_routes";
        DROP TABLE IF EXISTS "ai_prices";
        DROP TABLE IF EXISTS "ai_key_terms";
        DROP TABLE IF EXISTS "ai_budgets";
        DROP TABLE IF EXISTS "ai_rates";
        DROP TABLE IF EXISTS "ai_ledger";
        DROP TABLE IF EXISTS "ai_balances";
        DROP TABLE IF EXISTS "ai_usage";
        DROP TABLE IF EXISTS "ai_requests";
        DROP TABLE IF EXISTS "ai_upstreams";
        DROP TABLE IF EXISTS "ai_models";
        DROP TABLE IF EXISTS "ai_notices";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztvWtz3Li1LvxXWPqyk7c6jnW1k9m1qySPJscZ2fK2pZnUmUnR6CakRsQmGV4ka07mv7"
    "8A7xcQTbBJNgitD+Oxm1hg97NwWff1/w42roXt4NX5auVGTnjwV+P/HThog+lf6o8WxgHy"
    "vOIB+yBESzsei5JB8YdoGYQ+WrHJ7pAdYPqRhYOVT7yQuA791Ilsm33oruhA4twXH0UO+X"
    "eEzdC9x+Ea+/TBL/+kHxPHwt9wkP3TezDvCLatyrclFnt3/LkZPnvxZ7e377//IR7JXrc0"
    "V64dbZxitPccrl0nHx5FxHrFaNize+xgH4XYKv0M9i3TX5x9lHxj+kHoRzj/qlbxgYXvUG"
    "QzMA7++y5yVgwDI34T++Pkf9KvVhpmmh+vb8wvlzemeSCB3cp1GO6EcYEC83sybwFI/OkB"
    "e8G7/3P++Q/HZ3+MIXCD8N6PH8ZwHfweE6IQJaQx6AXK8f8bOL9bI5+Pcza+hjT9on0wzj"
    "4oQC4WWAZfBtAIkB5s0DfTxs59uKb/fPtaAPFP559jlN++jlF26X5INsrH9MlR/IiBXYBr"
    "I+c+QvdSAJdpNAT5qAPGR60QH9URDskGm7+5jhTEFaLpMD44Dwj689/RA/JDNNYpUUX77K"
    "QD3GcnrXizR1XAPbo+TdlDo0I0IeB3PsbTAH141gHow7NWoNmjKtCux/BwfZOBJwN2g7AX"
    "4Ollp+YhMjzaSze6X4fSWNfIJlzac13W8VGwWtNLDgcmCptgf0+RYge04CSpktdAt1L6V9"
    "lfBlnsDdlvxLUugPzm/YfLLzfnHz6x6TdB8G87huz85pI9OYo/fa59+oc6e/JJjJ/f3/wf"
    "g/3T+L/XHy/r0mM+7ub/HrDvhKLQNR33yURWGcfs4+yjqgREnIfAtMmGcFj93glbZKAqVY"
    "3DJNFdZnaA3bMv8aejw5M3J2+Pz07e0iHx98w/eSPg+/uPN7V95GP6s4JQHtsmIcDbhDdZ"
    "gVGAOUrolmWbEfWCtddl8HomoD7gZ2lMKzQAaR3SAKNQGtMqEYBaB5VdgoHpYGyZyPN89x"
    "HZTXQvXNfGyGkRU/gz1KBe0inGwjr/ZFoB5eL6+qoim1y8v6kJh7cfLi6p0BgLJXQQCbGI"
    "Cx5i67SPpNgkn0RSnPTa00lUvGdiiWkRKtlzmN2ug9XpBlF3txt/J1N2h7fh3Pnub9jpsa"
    "cqhLCbVN5NFrZxiHvwuEIIPFaZx66zdJFv9boe67TAaZU5vfIxw70Hn6uUA3BZNffS3NnM"
    "/N93DyXfLPtgiVYPT3R7mpUnJU8+3iyxH6yJF3A0k5T4hx8/YxvFeDZZn8YCfMgnmi/ri0"
    "/TQ6imIQcBnXdHnL4ks8z2FBRjFBuudgPoik6h7RKiugfedQGxOXQFKET3O8Jzg+51BcdD"
    "97sunk9pPIiO8ATRkk3ObqEdd1g+ka5QLVG4Wu+6li7YJLoihIi5jKx7HO4I0jm5iKfRGK"
    "cH/GyG2N/sjNSP+Pkmm0dTrGxMF4O/K1BX8SyXTug/a4wV+0k7r6nPdBKdMUp98DvDlMyj"
    "MVJRwA2flYPpNtBYfqIgPRILuzsvpp/YLBqjRAeE2Nl10/2IvfBdMpOuWLlPjhl5dABGGy"
    "Ym7IjY9ZNzm85GRQVdQUMeGQCrc49ojBE9YDaeS7fO6nkArN4Xs2mMGVtXw4gLV+79PbY0"
    "FxkGkBc+0NN9bT9rLTTQuUPixECYqzVe7Wr9/b6Y7x2bTlfc2P93hOojmrObbcvuCzdmSE"
    "9le3cd8Dbc3KQz6YrWBlsE7eq+S6fQER/Xt3Y2Cl+zOTT12sW5MB72iWvt6l+gM32KJ9J1"
    "LYU7e8pv9HWRx5kgpo3DcOf9dsWm+hn5DvtSmsJFqNrh7yqNv48n+Rx1CSmYJUr42wAoXc"
    "aTaHx+O9gy44jL3UNUPiXTfZ/Opilo9KmDV6F5Z7tPOwL2LpnqBzqTrpswRWv3xfUun0hX"
    "qOJ8kR13oKuvYYXBY94Re+dQFjrPD3QarXF6RD5BO7saGFQ/JTPpita/fTrA2nVN/a//jv"
    "5FV4wC9EiFhCB83nnvfWEzfWET6YoViiyqyWCHTrVzEAKbSutgDeI8khANIBy8zyfSFarI"
    "CeiiMh9JQHY91W/jqX7KZ9IRrie8XLvuA92IlueSnS/Cn5PpLtPZdEKNJXu4R25b+kf1UT"
    "XOEVF9byXwdV07+Malf3SKdiwm01BnDIlnrioKzK6I3RBPSiOaC2ps8W2ONrXluEEOuo+/"
    "JZuOERdaITvMDjhFRrNHC1GR0VUySLEioxfkvrV0BrfMKOdMShkuOpL2m2KelMz4y9HR8f"
    "Gbo9fHZ29PT968OX37Oq+d0XwkKqJx8f5vrILDopw5l5V0aC8++kB/fBP/9lT/bLyGdTGH"
    "r7T2iP2Ae9y141si0a+UXZfqroft1V0PG9Vd0b2Pe+XkVgghJVe5lNyKKEvCteWjpz7lMu"
    "q0kGOvMqejAPumXNHxEsmQlcebTFWk/OSWOuONVPYquE1kf3B9TO6dH/FzjO97+j0yNaRF"
    "eQ6Gyu7bA6INcZt+TE+HXCotLyf605NCLDHs51/enX9/efB7e2kAKT1SUsr/ngTukxMneH"
    "ME/dJToaxvxePMPNUc5P2XJ+/LF/fasayXYkwYua4X/uYRv1dZ5SrlNCKpIncayCkgp4Cc"
    "ooOc8iPdMc6F7z4FsUzQkFQqz4WyygMbaS6ToSCtgLQC0srw0kqAe9UgLZGBnAJyyqx5Cn"
    "LKS5RTSjUXOVJKtSJju4xSKwE5rIDySxm7tBUk+9c/QXKZg+Tiu7ZUf7ZsvIZ+1bcdxJa3"
    "7S0d60ILFOJ9EbJL6ciTEF+qVCDB/D4beVCVjaKRQKhEQJu0RMg5BAZAtdRxe5Y7fyuu1Z"
    "NPJWH7E3Ys+gu/UH69dw448nZ1gFDk9pKhZkDHmsRRzDAIvdGH7o0OBsBRDYBxkg59wR0H"
    "4i8bZNut2mKVcroGdqdjIZ1ojcdHb85yPZH9Q6QZfvlwfnXV7JoGPuCXoJ+oLEsrwlONRG"
    "kVJT5Fbatf8CrySfh8+diSl1IdIBT3gnSoiR/HSVKpWFmz3IYN9ukvo+Jlw9haGV41J2Wm"
    "WbDFKmeLhRyXXIQ8PuogQh4ftYqQ7FFV2rFwiAinOa9AQs8p9MtwOeuU4nImyHE5ayS5WP"
    "iR8LJMRQhnFNoh/LYLwG/b8X3bzCGyLCqXcPKj2/EtkWgH8MlpB4BPTlsBZo9qDhtml0pq"
    "OHQFuESiHcBdTuD2A7hx/jJNkLN42xX3bPx0OvvhuNLFYE3nC7lPSlirkPVCVbGUsimltr"
    "n6dRVRscFsAi5Ile0m83RB7stwkjS45ZpM8t63ImNJ0WYXfGLgEwOfWC+f2DzU7emi9wZX"
    "uEEfHFMfnJcYrYrINTs5mv60O+Jv+jG6RgusVprVAaY/jsqhVJxz/V7pWk16qIOjMsdtFI"
    "Rmz+S8Oi1sbqVZDcFCL4HLe05m2H5UK8JYTXIZ5oHmnOyIs4y/2ncmg5LbfpdEBvoVjI+3"
    "V1eDWWgb+lTajzXtZVHzAUrXqH5XmrRjfww1peqdy1Tf+FFAf7OgNExtxEJk6Q6TsYqWhw"
    "GLN1i8weI9J4VydIs32GRfgpYHuvxL4DIonqB4Kq547id+5bZFsr/dKs9HIMTrL8TjjWSe"
    "SE6gnQh/dNpFhqej2t3+p83S0wwu8xH7hE7aR9bkTgCOQpVlkfj/ElsqGw9aWwetzUNB8O"
    "TSW3GNgrUMyg1CDeE+et0Fbzqq/Qh73UDcRs59RIULGbDLNDriPHy2kPmb60hBXCGaMP7u"
    "PCDoz39HD8gP0ViyzugVVtZY7ojOCSYEOngOQryZBuKBq0GiRypvyurjFaJR/eqqSDYSjv"
    "UUnDsiV8C0RqZdmO5Jl/vupP26O2ncdg5+CszeHQyb1CCqqyyq22RDwsDcRP0cARxy4LfK"
    "/F767gNOm6315nrrJMB7lXnP5uvP9CY1cFtlbiNi7naVcycAnqvMc+axkDW+lWlAPN4qHn"
    "trSTNFTqAduMNX7XL9e+SQII9f7IpxnU47qA+POlXwOhJU8DritKnH5i4Jezx6iAVS+oJI"
    "vPI9eF0hBCFAZR6H2N8Eca6dlIG3QqXfAdrp/BQcn43T0/UYFq5vBsThhamK91OTGjaVyp"
    "sKYmW1ZXMj7q89Tq2SmBNktZ/5+Tg//NgpEyfA41U43EcGTkXaIAFrlxzbCXcD6vt4pis6"
    "ka5YlZOG+uNU72StI1K1/pb9wao21NQRKl5fov54NRoi6QgZp7Z/f8QaPQX0RKwo8LcLVH"
    "ktQR1B4uWG9germZWqI2bII+YDft4Rq3OP/IifZ6s9iSFiopW5WiPnnldtWwYmJlu9iyfS"
    "FKpc40arXY/163Sq89UMy2h3AotsPNffFab38SSfoy6H+hxBwt8GAOkynkTXI9yzkePQay"
    "82H+8uJHxKpvs+nU1b1HzyiFbPpo/pdw52XWGfktk+J5NpuhdZkhBdZwOYGj7EM3U0NcwR"
    "KmJRZYSEZFeJ4X0yTxfRapa70EVRuDbvbCpj7ygusIl+oPNouqBYYtHucvqnZBZdV1MKEh"
    "PWbeaV2nX3pXC9y6bTdG35eOU+Yv85Ln61I2Sf07k61rya5TJDkUVCkx7M/s7n+zmb6jIr"
    "cK7h2iLOIwnRAGLp+3wiTZF6wsu16z7QdWV5LtnZLPpzMt1lOptGoEkVsmja6VuKEciX+E"
    "tN9ZfZfJrAWz3pwjUTQFfMEjMEZuf1CTUBTbJeSqz5cOqlZBpRe72UXPkauhmylyVSs4jD"
    "pe2uHg7oT/ilXL0UfwtZGLPNsifjZywywHxEPkF50U76HULiJLU0I9/mtFEul0N1bSqx45"
    "gwWKHkisi/CG9yFiCXhXkgf7Umj0XUB4qC/B/xD8j/Va2xtbLJ6sGMs6riaSz6F7YA5Xo4"
    "Q5WYoavEBGvXD1sKsLbH1FWpNCwDMEbRx+oelUCbQ6oh5EevT7rkqrNhghoXJ42M9ZCEcp"
    "nVOYF2saKjFBEpfzO5RV0m0w7r005YnwqwPm1i7bghT/kVFCDKCLTDl67EjotZuJobECtU"
    "VFRNOXy24bCVqOeqOFrTsATNp2uE0H66uRi6tZ/ec7Uv1Xgw/j195/qxqYb+Xl4zyAvXtT"
    "Fy+Jg3aGuYLynxWPdJpnZNe6JdXF9fVQ6zi/e1Jf3x9sPF5ec/HMY8oINI2LLSfWzRe2EV"
    "mkGIwohzfX/ZINtuPXE45L1OnV7gH78+GvfUOT56c5afM+wfopPly4fzq6smwI8Emcgjkm"
    "u6RDXhas4/me1yZgawB8wxzgjRLlHB2dEd7JJhUOqKLFNpJ/qPUPugafbsanjkkEKFu1o6"
    "fmbslZK0y1TTXXivtRKyy7b+7siXqQD5fsjnnpXusBfOGMC8F+ZxK95s8fZt5VujBzOOym"
    "acivtRquZbmRB4rDKPax5nqTo+NWc18FlhPlejB2TYXKUELs+By09rjg2yXaOtkWmn0o7i"
    "LaxG7sgXxZp0RynSSm12Gwrq97wINkee1ZPNVUpgs9JsfsR+wA2kabUalCimsxscjnUpJn"
    "aDo8OTNydvj89OcnNB/onISsCxwmCmAjTRvMHf2owwOYUObmXR1rj8x01lV2SixB8+nP/j"
    "j5WdcXX98W/Z8JLo8e7q+qLu6oxsXnxSO9w5AaAtjzZxA9lQ0hKJdjL0WAGkyLF8l1iyUN"
    "fIAO6OcLsedvqE35XpwAagspBDP7FZ5pjsjqrTwZbquKUcev/Kgl2mAaAlge7VX6xCCieY"
    "yicY8lhiq+mhkKNcCOOgapQQeSYRDFVOhZQ4yWpkOmga9RLw3WrAi4rAN0OifPxI8JMpnT"
    "7VINTw9hghPDuDrWc6VQu5dtiP4ijJwPPIKox8LBsByKWGIMD2/NfVGvcIIW6Zod8VOh+M"
    "B7xA0yoAst2bK1RDptirC7rEwo6DrSVPjIIEjonfm30qGiu2Ce4Pro/JvfMjfo4hfk+/Cu"
    "L3m8mKoBQzzXOZNuqf0I999JRXzqjtU4pA4sWPGXD+5d3595cHjYU7ALCfkE412uqglrYq"
    "H9FKGaSWVRxQsW3XomVf2Bz64FyNYZi8zvdc9ngNJir07NpvphCi3rHpdMWK/X9HqD6iGZ"
    "vZxOj82x+i7OT/+h0LTs4RIh8PUAP9M+5YA30uCEmVAWzWZytlkaJ7DrYfkPN847I/Owof"
    "N+i+zwm2vbbXfkSP+FeZtfp06W/02WrDVv60qAieJuezGsMJsqnAkrMlfRL31EgehWvfje"
    "7X+acZO7gyDv3cbCD8u7DWXiKtcIrt5WJMe7W9QloattxerSgeFJ6bQE0WFJ5buZ5czbmM"
    "YBib5l6PgKpN820Xk+bbdovm24ZBE4KC+6zm+bkhlbfnKRLVL2HOK12SXQEtkYxqzpsfmI"
    "Us0j0NuqAZqbjWpAf9ZInQ8zOiKiJz72RDtdPa0TviOlhTHhUxLR2P2wENE2VnRzy7qYXz"
    "hLM4H2UN0jsq70KFjyHOUfdSRrQre5niOXRl9WrBcwtbjaLoUvqf6MLqelmlzFRXKZmwaE"
    "e7XuikVtfOcarpeA0rYh8fddALj49a9UL2qFEPyOLFXQhirnMKDQEevso7Bc6NOE07xCUe"
    "CyqN6skOUdkRaovzD4ZOQXDHgiC442YQnPrGBFXsRBDOoooqBsEXe3bjtbSllfbjdVSA1R"
    "KYZR152Y+se/JyX2jVkVfSm+uevEIH3MmRV3TRalPr4uAujl6XBX21K3YscGp8J15F0av6"
    "Lgg0l9q7j8+OONYcgYsvHQ+qRgdVA/oaFeB2EYfP2qXhs2bpLB/dccS0v3+5/tiicmQEdZ"
    "cpWYXGfwybdGpQ3w/k4qRYRsQOiRO8Yq/dx2HBAKp4Txt1LuolLWqnCpugXucCiuIcDFkU"
    "J4m2ZbX0eOEB7edHnU67Y2T4uvIZZD3iMCqUEIehdByGFy3pAb/mWVbbb4wK0U63hppa52"
    "TXgxNtlphjc229HQoCbSqtD3Y55KvSlL91ubQAcTvEPeqW12ihTIjK9wJLC5dsApGTaLNv"
    "9tEEgqHYvwVEhRp2mMo7DIrGvyQuQ9F4KBq/2LO3R4sNBfkhL4LNUP66nZdjFGSGEBoIod"
    "ExhKYlykO2OsdsDxBxpYAgWrLJl9jfNcoon0ijNVmDyvPoTme2wZ2xymfSFSwoYSKuz/FI"
    "BlhHn9NpdF1EUOkFKr3sI0RUXB2kuOh4JUIq16CgTkj13h06gywrj4c3iNiN7LEtgYcLoz"
    "IgmwsiFPegTCyM9gjFhLkNoAXFxDMCDWMUj067BCnSUe11rU85GVFOgHn6miDQqCDREOVx"
    "kncCZujugXWDUDsr+Sh428i5j7j1U9uhLtNouK67JKu256o2UlVD9wE7pkXucSC1oOt02l"
    "WLGiNp1bkj/qafP6BGC45UlR0CkZMLzb1ayTbJgd8q8xv8fC+CzeDnAz+fmvDPoY+GPnCC"
    "2/QFNNKYK6o7dNIY1xZdOBK5xuiKn1Fkja66Nkc1R2f6LdQ0UygGfYuVuYcto06nodVohL"
    "x4pQxH+41ZHRtrsCe8LEWTwh704nSFEHisMo/nZTOCDICeKeugbY+obYNGOGON8AKFq/UB"
    "RxdMHixEWuCSDYHmRbqHDT3Q3yejW2TjJwyuyDoTjK9WHJ51UCsO65ddoVawRzUVjk7Bwb"
    "fdnZETaBC9MrUzw42/ISf8tb10TYkEyp2JGdKjnk1LvHY7O3ICNZjB3qcNMyzX4UhyrXbT"
    "bLg21TsGq3oTOVQ7lCqQVVDAuh58XW+QhXuo+CUysOKord/3rItSIQQeq8zjO0TsXjyuEA"
    "KPVebxvKyxwOaebMbfPEKn6+NZqVCC0V1lLqsfN6gIZ7WLc1OkLcmA1UHGtMCfkwtkx9zh"
    "WOGLhwuRJR4Rc5mM26M1XrUNr0K7nIFN8UvW/oaz30XRbQWNNnaaiausunemRzeXHOwlIs"
    "C9H+4MP3PjOiEn24PJiS06fYVKJCNqpewxma+GHz1XsP/Icy6JFm6ZClZuv5VLpQLHXGKb"
    "isZS2FfpAP3+6PeyIlQIwVSksnbpoahfcGaFEHisGo8b2q6MUtZBM7528I1L/xhfL1ZB/R"
    "heLd5V1Y0sqlge8DXd5Nlim6IbDxsl7aiKxgN+Tv8WfxHIP1LptheEq+Vs6xywllNoEFFV"
    "qwfUJVztuD1c7bgRrpbsBQl0cwLtwH3bpdbS2/ZSS28blZY2Li+NS3R2ZBTT6QqaHCBl0C"
    "UtDEMZF1SDX866wMRoubWaUYBe22+hgj1nzxYF6ZOiTveSrZGquYfUBU87h/A+gJ21R5jy"
    "6Qb7m2RJNBTl/Olii6rMFJswH7lNWT74eY1CAxmUytigZ8NyjScSro30vcZ5/IR95EZsnO"
    "8+GWsUGFR/NqIgQrZhkw0JA+MPAQ5DyqLgjwZyLEqFvcBwXIOyJMRO+OqgxsfJXvyr86vz"
    "1cd0mQZhYHrYNzfEiUL8dWF8jSsiVD6M5/hKvyVGm4D+y8fGR9fBxp3rN179nfHVvTOTL5"
    "wMDTbItrFvUIrgV4fRBPSb2Tj9VZSx8V/oWsi+0MJIvsPCSN/5z99fGV/Lc1IAAvYnRYuE"
    "MVQR4+Mv/4y/E30f/YVf0x9rWuiZkpEgframkNH1RrGln2Z4sIcP2AsXxut4kONSdMN4Hu"
    "OrR1/ohPEE7McyDrh3xtOarNb0A/opg4L+D/3K6hr8iT7/q/GUfrPAw47FXkP3FyV32ZZI"
    "pkmNN2yqpRuuFzHGlCIeHzOd8TF5N/0SqygI3Q3289/xtHY3pVcaT3QZsDDt+Aunht14MF"
    "0J7MtSvGOkHnC8EAqos+FP6+d4PPs19Eux70ixD+jhkf0TOS5l5fOvjh/R2eh3oJ+zL+k+"
    "0WMxXss7xEy0GSvaL8RWYwXESlTvwmztyNgqyjRgrthqruAcpU20BYoJl7qXjqKYZDx0Pl"
    "HjcpKAmUsLIDdBTm9dCWhLFAAoN26qkEs7p9uWidTIhdMq4VaeI6qxQ6vUxLK03mTKF6ZE"
    "tB4/dVptrHvHR2/O8sOH/UN07nz5cH51xQkehAARLQNEODyW7JRepdJOzD/qIuYftYv5R8"
    "1+O8pbbueirZaXLjNxSBclKxHtgOhses1rZwmfawxYc+kOgazHTNlzXa8dKr6Vduvu/oWK"
    "0bCJvmxgY1fslTQVbsW+sJKOH9N4ha177F86of98wPXXlAcstrhs7HhsN3/NubFaI+c+Nl"
    "yvfGyRMPir8RVt2G6Ojdr0yCQhecTG0xrH7gP8bCzxin4/Y0M3KzOwM1koHpvwd2EEbu5g"
    "oJ8uXfcBW4ZL11LTbTPx+2PvDSsuVzbYf7plYsuXy4Xx6fz99+bF+bsf6V+vzj8mf5qXH7"
    "+//H5hvLv+/Pny3c3764/FS+OW07GJ3/Ut7C/iv8aueiP18FD0Oxr467GjO/Y+hWjRYSM5"
    "5lzccEwWVEsbdmlqeNje1fCw0dYwOQrklndBAyGNveOV4hNOyvGVEWjXQXJ4r5fj8vwv7d"
    "hm4zW0NHQzNYhsDQ10oQbQNuFXC9Od+jYlVVirnQ0EogElFcwPcQYNV7X8kCXXCJXK4lN1"
    "6rS335dDpmJpKIiALrMXXYb+brm8t5xAQ3hHyHxDD3KhejmBhvCedYH3rB3eswa8nmuT1b"
    "MZ+VJLuEqlnf5y3El/ORboL8dN/QUtiU1CIlfUvkIEUTYVJWawKJtvHElYHFvzTa+yaYMF"
    "9rFd5EahF8kgWiUCUBvRktCaRK1DY4P8e8Kp+idY4RkBrO766sYO+5W9umlWKCEgT2Wrno"
    "U9H6962m8bxMBrlXkdRE6Awx58rhACj9Xm8WqFg8CV0swrRNopjcObPsDjpe1eajhn2l0I"
    "JVuNT1bY9N0nji5wkdL+8ONnbKMYzibnc+/AJzbTfNnecNpUk0+pMsmzsshA9NmN5lypqQ"
    "nQuI6oj25I2voUpM8WW1xRTjxsfF/ULxCCp1ZwErit9uK2gnKNI0puIQltLFlstEyjHcSH"
    "nZLPDgXZZ4fN9LMEMcyxxG1DGfOufkCZjzL+xo/GEjQiL0g0wFika4zRijxGj7eqtwCuza"
    "KeGnAIih73BAE7Rq+lPgc7RtUt1rMR7wYa8arMYwlb1bhWhsRqxTUy5AYtoY0hNqB1rHl5"
    "s8ZGPJ4lE6KkOKNx57Mqg/QfG1Yl0XW+i7MBHfyEgzCuPplUNkyqFzJDXVyd0cGP2E9TIq"
    "1mtuRob4rzIpPfnJSJfFq7Nh2EHPdPlku3i5/UTsSIlW5k1cAWhkdWYeTH5QwDTBeyxb7U"
    "I7GwuzCWz8bKRkFcADEKKJeMP0ReWurqz/EHr7zn73512DdNBn7dENsmyUT0O7DanHEZx/"
    "jX0umSJ398ZXwN3Mhf4a9GwMpQJlmhJDTijFAGxcIIIvolKf1XuvkR+VPys4zXr45eHX/t"
    "nIsZY9vMxAQDkJoGoGK/dg18KSgg7kUsJ/eIe0n2qJTHL6fQQC0ZOxQXxGRtRaiG4VXSNl"
    "im0dC6PYwBVpDw1mLslk93K/KqZgZ413S38kpTK9ntMwpbhP/PaZMMoezPeCUh+mc1iGP5"
    "OqmUm9X9TorlMtk2qQb/h+QvAavjTsXaw7+8ef3HRC4PyxPFxUuYFO562OFrAWO/NCmUEl"
    "fAKddv/y8qlVtMtmZmxEVR4yRWMf4ryOvaWyhYL13Kyu/S6vPxJL8e/HqQlZnPvm0yacqg"
    "FuH8F+ijN0+pfB599Ca7vKCTnvKSQQVc2TLpO9ZG1zp4P7tnJOAskwCg/Hr+crdbQaMNnh"
    "NXRWLCkcQSzoZrA/dgy1f94i1Qvxbq1yqhzSbX4AFfoU0fLrbptKW7dOSg2W1VLBdGfQx2"
    "LDMKklIMZV8LG0mXZqqy2+QR5x/3dsm0ny376IhVcgTEb2J/nOzDC7BDk6x0aUkqelUq7a"
    "JjTrpoIyft2shJQxuZiUsFeWQafe9lxjnPzNBeTd+2PJfw5JF2hMs0GoJ8dNIB5KOT9tqX"
    "J41TIo6xwDyrp+vaGDktR0WJrIbzktKNBXT+ybSX3cX19VXFB3jxvh77efvh4pIeHzHydB"
    "AJ2/TBJ8fk1tIXwl2iArQl0M6Fwc5XYEYw4Q1IJSfsP+Lsy4x9DXaKwhUE4XI6chbfv7tp"
    "qUyljbVj6pLbbiBZ6TyjAMT7Ie5lwaBSUWMcxCFobPegsTguVIYZOQEwY3BmUN2cbGLQ5E"
    "SbCh0INxLCTdLX3iSWVBhrlUqNjaBV3UcGmCxTyjTAksFZYmFmC/Z5Z1OrpFSh0UZcGrBx"
    "OQoj6e7BBZU2iA7RNxj7vly5q5xAu6ic4WPf6dvlEj1yAjiJBz+J74gfhOZGJqqnTNLr1F"
    "AsZ3PokzjOvJODtEwCkPIKxxb+ZQnPQ06j36ncxe9w1u53OGv4HSAjqc+ZPLuMpDwIQ5LJ"
    "ZTpgsdIsDnAY9ivOUKWE6gwqc1n98EtVWLs1Mmp7uks7oK3pLjJgKtna/kWEsu5jjQ4Sy1"
    "pbtUPg6pEfk4nmuFq3glps1Aqg9PXGx9urq8Gigwu2xJVUOM6XlO7awTcu/aNLDeefsqlm"
    "ed+KSzjHTZa4DcKlgfoRe+G7YjpNwJKON7+NvarcaPPbzOEqjDXP3bLb86d/jpOOnSyD2K"
    "AatxWnJnuIWIZLHxi3N+8MCz3HNYXoLlykVY/YoCTA9TvjySch5VpSJojJoKwSUrBIaxwl"
    "u5VTTWnKl/PyqYlVSoIukqrzLOlKIvUr44psCJs4jmmKXxJ/j9Ua+fSvVIuOE7oDHNd4ak"
    "+lrl4P9Mex/xXHWxE0DJnWnTaeGpnWKR+b6lqLNwzxgg8rOtp8JSQeqkzp6iitq5WcPlUf"
    "y8FT0+eRrzBZqDekK8wsXQES1gf2wtzFtVtlPIU5AYBZB5M4XhSafWoA1Cm1wXbqSgBxH9"
    "peLGiQAg/68YBsqKYpc0IXBNpAPlxH5lIBXrn1XKfUBlvI/9AccXCDge9GJTeDynVIEi8C"
    "1y6cOxiEduHYo6FCBRIoGLLXgiFguBjXcMEaknJvtHbDRYkEAkghy3+/iXBZpxBJ63yNTD"
    "sT/dHrLkcFHdVeLuR1s6pQm77XnvOjoZ43XBoV+U3O5ZGO13CxdlqrgqXatMdvCP1RJuvx"
    "IwNxnU47qIdPsWpLBhTXWeEmAo4JLx0aTVZmZXD3nee7TGaWzrks02lzAA+WdUmBsqRO4C"
    "oVHA5bD4cEsA1dgdxqHduQLhFqB/ZxJwntWCChHTclNMisakVfp4SMlbvx4lDBPoyu0ULq"
    "jcqcxlR76sHkEhnwV2X+gk8JUqtUhlJUr7sdTmG97pGdHkpCCh5PyFZ7EdlqjZOjiX+WY9"
    "UV/XLbijkeF1sZUD0tO/jxd/LNlxPXOP75Wl6b0EefptN1bH/5NcDIxkVG04p4a+yzNKak"
    "QT0rGWS4y3/hVWg8kXBd7jiZd6BETvCE/e+Mr6mEG8/2tMYOa+tO/9qavzX527fHHrRGFs"
    "ClO3pYQbIamvDe0AXR5spC/ADzeQYWiJSoy3/cVPSnRvGvXIe6uv74t2x4vSIYWKZeoD6r"
    "hL2iA4MVOcFmx1/17RWKcFY7hVBFyXnoCFjQXlTXXq6fnNs0dIvp5BwFpjZimw6Txt111G"
    "HOjSfXfwg8tML/FRiU1qDSiUV1IILspFm9Y2ShZQsDOyv/2aP8/ivVD4JMm4j1D58qE/S/"
    "JbFtVkciNH7DvtvUWiZ4X4e6D+VgOSjxoFBuSrt+UywTGR2nSgV6Tg89x0b0LLxzI6n6sR"
    "UiLWCvNbjsEOnQXkAW6seCrqGmrqEKayUcesJ4+dbLWRwuP1go4R7u6Z2iueenxWnh1stW"
    "4wDg3pammtf67QpubeuqlCb6mWWSHXB0uOTBYlubejaqu+KGno3QNVBSlS/RkNhrjaSuXw"
    "bTK+PKfcK+8dXzieuT8DnxGPmEqk1xN4rvjK9PdI2tw69GQAU6HBho4zr3BlW2qE7mOjjg"
    "qnHTvT2uHuh62DHpniJ2PEOAQ+NpTWwcv3hF/FWUeKzYuIWB7kL2UlZDJ6JzUhJWz9B3n7"
    "5juqPD5s19YZ7vLulrSfjKuKEyUhDrlYS+M831WbDihJT+BvlUo2xXMWMgOApm+Z8DVBV8"
    "KfrmjllJ7ZpkjRkSWk2TUkPV5rBT8tKhIHvpsJm+lO3+Jtrb0j0KuunSPQ7HXdlDpHskZ6"
    "YsnAUVgFmuzRY3ZVo+87prb+nklBFNiOfRXNJBiWXLAJoNnw7Ks7kgiR32M/vYh6qUEDqv"
    "snkok1ZlDqESiTbpkMMVrsh1BtltU6WEbaPytinrXV0l+TKNhjL88GV1wMo6jZW1RSeVt7"
    "GSD9lMM1vJXc2A5S0MFtZBoVXYwpqDzzGylhkjbtGSDhy/Gh9Y9qa07MX/l5ACsvHDSAD7"
    "hbYantDl/j9pv/9PGvf/A/1ZMtBm4zUUroYvhrNEATYjX8oWXabREOSxionMKIZstLItU0"
    "eQ+fg+7TzXdXEXFBrAPXZJonLAby06tUN9Tp7pCAp0igp0gjH2JViVICRTWzY3zC/tqmzz"
    "lDXdOzMN7+KduOksP/y4veFqM69jnutA3KG2iGnqj1QePaULQGNaSP7uLg84xhH28UJkF/"
    "mXu5yiOwFl5cpNjj1MP4+PSWhJMEXIdLvdBJT7ES0nHnq2XcTBlxXoaIl6Kkjq4gNZhcZ/"
    "DJv0y7/spAcVC3oZETskTvCKvXYfa5pBJFZH65pnbfGzCerqaHpKcUspCWL/KlS9Vr5i0v"
    "oEYX8WRUxegC6oQHhWTniuBKxgh9fjuD1aBfMdaxCqcsAi4mUCf/LxAGUdyiW+j5wex06Z"
    "DmwzKp87Np2vB4NLZMBflflruY7MtZINh6Owcau4Ic/X1X6rZOMByjqUPkaBrBMro9DOiX"
    "XayTt7KvDOnja9syXLUFeISyTaYXzYSR8TqGPN3iWZvU3y3izTwcWp8sUJTitt2SzhtBrT"
    "u5CWDuc4GIqi4oLYS490r022m5+hVK4CWiAr5m/Yb5ymUmbX4cOBLHLPrfPYDm9BoV0g7F"
    "mXQl1n7ZW6zhqlupK0X9l6aFUqDdfxwAXRoOjc+BiDsKitsNjYSlHQi9F1WtD+VOa0jx/d"
    "h158rlICl1XmshINCYC/o/E3WLkezxUsaD+eU0xoBP3/prGCjpIH5OAwrkIupYOWaDS0NX"
    "eCmQ0T2JubQONvHqFbo89xVaGEE0vlEyvm1bO5QaRnWgyHHjiuMsd97Nlo1VPUrJACn2fB"
    "56Vs/+EmJfQhrkALteBHAHWDLCy/VqtUsE6hCvx+qsCn63AAbG8DPExCgorViarbVbrFc2"
    "ktEzOIlm258xL5iefM832D/aSg0CzFFXESJ6tNn/be2hWp7t3jZgrUI7GwuzNMP7FZNAXJ"
    "QrtuuO+pqvh8G6D7GTuXxBhF2Y/rDxI9k7SGaJgT6cq9v8fWDj0tVYVKKgqscoKF2U3GRz"
    "VrGPpC70XJgLnSUcUJmqseZO2Bc1RGMfMjYdjIuV8O0pxWeixDM8x5NMNkrGrAz+xuLQFe"
    "iJe0XLG1DXPyKaLeMttZI32j7bJoXbJlkunyYcZfu4OlxLBDSc7SUlCA6UpsZ+FWJ5C3se"
    "Qx2fPEdKstoFhQKhUpfm/hjeeG2Fk9twTL10YI735SjB0peL4SLZ9GA4MkMA9JYO/R3vu+"
    "1EaP93buse/5hGf0FgV8V8gA6g5Qr2xEOAX628WJnACkCR6U2OrX/KZBDBHeSnvpqRQYRh"
    "zNRtwLsKDqpdwoZq4ZsBsgcoInzEk8aa8QXlDoUBdMtDXGKA+uUJDgfEwcszukIN4FgjNU"
    "shx0Cc7Yj/Ug99tx7AZln97WNHsJj8HB+af3WUP0wIiRwVbSNP325p2xcZ1wvTCWzwadlt"
    "MNXpJY5IWIR4P1YR7Wh4RZDQaI+i6mBBoqxCJ4MzHpTas6/KauDYPHAjwWcxI+wGMxY49F"
    "NQqGI3g0wmTE0kf5JJqm0E8KaqPWzyK3dEDVnylskO3CQromJDs1V6nGEhv2V6GmU9l1Qd"
    "X1ZtH1Dd0rrlw37JxCQ7HsbQd837Z3wm6IZVkvms4LOCPQENtRmgZ4SE6nyMZriO8o2e97"
    "cRcoh/Nw/gLs+65UnaqcQLs6AsN3z+EFIreu0Y1263MwzTctXyGzTEsk+i3U4y4L9bh9oR"
    "43TlXMM7y3+wyz8RpAO7XDcHIH7cuGe151AsE/C/5ZZcKw1LU3K7JNwNetiq+7tmwVM+Wr"
    "WIdATUv+B+ZhFWQcVp4vttnxR4ggSBcjxXSNDd99iv+/Sb6VYZMNCQ0SGA/Yo/93+scayL"
    "9mW2IERCZ02j4QmaDAzQCRCTOzz4D4DSKjSsKNuuGRV8R5oMe4wxdvSk+Fwo1Nx5mreOAU"
    "QQrx6xIspfsPgdAwldAQrn03upcSG0okGgoOh0ed3LsC725ddmBKk2z7pzKNBvbbWnhCF5"
    "fZ23aX2duGyyyxuvIK+LiujZEjstXyBLQlJRsL5PyTaWWIi+vrq4ph9uJ93RB+++Hikq7t"
    "GHc6iISVM6SEdnyHWNl50gC93SnRpNTiBAH3hGKGLC3cEyUBqqtyVCIBzai2aaIA+5Jwlk"
    "igRLJIzWTrbgAd8yqdZp7rc6uCWdqd2x0SUcDz90NZ5DKgpf0pXRN5TH39exyExIkrRb5b"
    "49XDAa8MYn3MQqS7W8VoqsLT4aOURMq2ceTbDaP/LwdrN0mDsCgdCkGjV1SjZ8xrwN+uaa"
    "bDtZDD62kGJ10C4dkwQarBSSMcPtsHXRHOxusI8elpF4RPT9sBZs9q3ZyT86WBsFizKaig"
    "v47KWk18e/XTXSuUwGWVuexG4cqVM3mWSLSzeB6edTEq1xlWMiqfKZHRotiGGTChZem7D9"
    "jpcShVCOFMUvlMoj/tjvibfndPjRY4rTKne7flhH6cs+HxvHwgwOaebFY/SGwexntwLL3w"
    "kDsV7feySRrgZhrEzbQfp8jHhIkNR8jHNMyp3fnBCEbxd1guFfjiZl53rm1hCzId5uHiKP"
    "GtMwcKmumC8V9rwIVSW4hkjzRQF3SEyCk09H0M3wwiWLtPnFXdjm9OAPB2gHfN5pFXF0tk"
    "YBFQWVWMO8/wDqjWO6FEoc2lMFh61hL5Pra4zdnb9cQK0agxc6psEwm9G2wZGtkylIyY2x"
    "FMj2pukmCWSABMMAu9ALOQkmu1t1GoCJWtHwQDIPopnUZLREsnn3TwcYH0v336JoubupZS"
    "/vDj9q7z/+u/o3+ZrVzF7zg/liHyNtzc4I1no5Brjyw/XojMklG4McN05NgdasE+qZ5lrN"
    "0+KZvtO32m73RmnC65vmftub5njVxfMEOOX488cCN/JbWECwrtgjePOlUkPxJUJD9qViTf"
    "YItEnM6/oo4FGQUg3AXhFdp4iIqrMhiXaQDlLiiH2Jdaxdl4QLfTGnadkFtkW7CECxLAuB"
    "PGEEj4ErxD6hvfVWGtdjZOJUwai9lUm7uOwnuX/sRLFg1/wLGQVAcshDXncEhv/CnKzTW6"
    "4NERvxz4eEU8kt6HzSFS9hNojzd0e7wH+vtkZJtsvI5q/OAZgpWl3xXhCpGGMB+ddgkroq"
    "MECeuNwKI9ixZq2vR3dEUH0fJfeCW1dkskOq7ccbT3b1IdnLLxWuAr0m7GqNq3Djecyizt"
    "YGfjAeweYLt3d6ZkJZwSiXaWk9NOp8ep4PQ45XTVpHJCD7NJiQwCalU2mdyTR+yYkdeDxz"
    "VS4LPKfAYLqLZsbhjr9mNS+oAtgg44pqTkwUJkQtrkQ8YLrwnW6Oj0jFPzsDyG/IbBYrRn"
    "i1G8GBLAJCS7KpUW8nStaXqXpgXH7U0LjhtNC56IxWsm1RpAlo+HVkecXJo1Jvdrzu3aCm"
    "dBAHhy8IzP4u5oZsMBS15aL7GlDtNs/DDH6H6jRasN0ruoyCftGvJJU0FOxAoJcAsKDW+p"
    "4VN6H5FPkMNry/f3L9cf+RCXaeoaC1mFxn8MmwSjHQwlIWwZETskTvCKvXYfchjDSGx4q9"
    "vYagIbm2DevUlAmVxAOA2E0ygP7MjhNJCPtSUfqyLVoEd6Sgfhs70rTF/YTF/YRBpBNWpo"
    "lscQcv3z2ArWDMwqPV6IbGpuOtBEq3B/wVnhmk0EJrX9mtToUghcqSyJgkI7P+nwrSmXzx"
    "S5Dd3RvIxMUXfKKiE0qJRoUInkAoeQtkFDw5s0kjNbAtycQLuzYpSILAuHaVB1V4ALCkAY"
    "8n3AQAHtPkc3TEBvyvn2pvyMH0mQ/OaG/pg/W4iUx7jwjZ8OnUJ7zKoRSWfsQMUT9myKii"
    "eticrtfpj2ROUJ3DD7OXFHcbg8rXmSTLu8mI0HdaeDugPC4osQFvdW+HJGTO0vLk5bTVBR"
    "SHvXE9xzNvg7N/L40mL6RCgrruIx4wuJUmLhS5EJdwwRE0l7llTIWDZeu5Cxo07ZxIJk4k"
    "ZEk4f9FVeQFjd2LZFpU8l+iL6uaMOPoBBphgWNNlBO3ClmQ8UDMwp44QGtqFdoIFCXgyoF"
    "R+Yyy4Zrs4gHAxJ/8wgVXnsodVVKyGpUWad7IuHaohJ2n67edVrgtMqcBiONtmyWyF8t1X"
    "7wrbTmWP/QxGs2x2y39bRRiZffVmvk3OPPLRX1K88XInMBTkea/jg19btaDVaR72NnxWl9"
    "JVBySzTaKbpd9Nx2NTfVctsNCn66MjqKttlwUBM40q2FOMuWXYMt4UOIt2Ird98MQRUgxu"
    "4ynr16P+bV5J7hxXJnF5Agiju/50Z2wFeTK0pCUxzGHYTpGik/gKDuvQZ1+/gOs9tIykxb"
    "IdLuCjvu4hw+bncOHzecw56N5OLm0/Eaet6HL1+6cZ1wzRHixXbwgkon2WAISzg9nC3Cy5"
    "RuxbJEATbEOpye7z4SixcGKdj/JRo4AzqcAVAfukhM6pKX1J6W1KhMEXI1LkFhipCvc+mA"
    "7WGnDlqCBlrNsDEl7AdKgTyIBaHS7J0n3Ir8ujmJTqLBxJ5diwQtNQlEyJeptBElJkY+RN"
    "/kQE8JAO/eeJuyfTzLNBom43XKxROk4jVySen0fMuvWMkr02mzvIfQ8UI3RJzcUeEpkZHA"
    "pdj7qPDQs9kn0KxK14sBirkf94U/sXoyoEIIHOjLAR/fRQ63K7MI/jKVNuf41GufKTWmH3"
    "kEccr1blWHSpRwAfSXFdkl2osJdUpgQv8zaMIYAjUP/cGM2+yXm5JxBGWaHYMJFEN3eyxB"
    "tWUzy3gy5VNkKmT6aY+DZ8qkiPnYxijoF/3JnQFifVULAq2UU4uesS9tmKlSaWhdP+xknT"
    "kUmGcOm/aZBDW8kSxIVSPTEO1RuogmsNGtQHcLx02/De8SoXaXx3GnOmDHgjpgx806YAls"
    "zJbIC0nbBndBpx3aw1fRyAIf6FV7JwN1nU47qEc5tmOrlizSJRpAuQvKAV75WKp5bkGhAc"
    "IimXKMfq7/pkeuZLPiEgkA3gdwsuEWbhEintMA5NKQM38Qt2dxO+IlEgBcGnDC3h7Fof4c"
    "ibsd9TodQC8N/colcpjnBAB2L7BlsQaoe0LtPZsPWC7ys0TTC/K6vVGhrJvDs06y95lA9j"
    "5ryN4oZJVDiVzXigqRBit77OB7qJLyEuzpqzVePfTxnZToJuGwIkXT58lgqbSvnECbmJzh"
    "sr7igDHpzVIig72i8l6BQkIvgc177l06H2lmawGCRjSGVLndCs1IcVhzK7vbKEuy33awaq"
    "7VXbrBFv1Xmst3AGiLotizWrpdga1sWem+NiXl8hFz27bLlGj7hJ43dJbLRzzLKNnWUm3N"
    "wPodgfocT6ITRFIVmSrFtYnLS1JICa8dfOPSPzqsPRs5n/LZ9DhEawtvhenUQ2D1uZhKE6"
    "Aka3xVDipOqa/6QSZqvRWPNIvjc9jKX79UapTEb4kN0/+slQSTqu4FXbjYsym6cEFRmins"
    "4vmukEC5QqQjzGOEWLk+uec5LtthLii0xLgTxAKEGwn4fhSE3KxNUWPyEtWEXcn3YwEZsC"
    "k5lFwateTS/GKM5304Q9L9vhNeocjY2EXG7qhixbG9tPe0zQmgo+0OHW2XrvVsBmt0dHom"
    "s7ZrZBou77Mu6/usfYGfNZPOKGZNjNsjA7PxGsRPTR0Z6EbhypVLWy2RaLiah1fN18jzKC"
    "J9HPg1UghaU9mBHxunH3vxuUY6TaQGxOP043Pc4EIyTKNMM25jbkW42r8vt+tzbcXSPu+u"
    "vbLUxHSrz7u8olTqzF3yQfKcShUPpcClRMeZiWN0+lYyS3xPnEC+YQy4lCZzKUGPE+hxMs"
    "U6H6L+LVVbfcSKkMnEu1eJIOa9DuojsiPJSvs5iU4LdGLr7m+uI2UryMZrePAOb/ai8uza"
    "9fklDsWHb5VSp/U9xAFcyHMNWMVqeYUQ0ieU1sqxY/XKCi3IwOqiMn99TIX4VU/rWoUUrK"
    "iz4PPTWsqHXKfTwBc0dnBKDtmSg7S4RH6FEIIlegdLxM0s5cAvaLTRCifvC7Eh/L4QYim7"
    "TDcd9n/5i/oS9p5zV2ckV0skr6rkZ9qrzXkUN9M+8lYVXae7JK728jZtdfZlaVxju/pUWN"
    "ZDe/p28t5lWXEc110pYa7db5cm6I2SBPaMUcxkJ9os6WeQ/aWQcNXuqsu41tHvkQ3XyYY5"
    "mNMjwD7BUlX4Cwrt9OGBe4+np0r3lVoQwFrlrNU+SRg75l8oCikkYOzbVTdwAkaAbbtHu5"
    "8amYY4H3XqiHIk6Ihy1OyIksLWowVNk1JDzEfpQpMiJ91kqU6nId4jdlmC/mHQP0zPlT2v"
    "/mHzPrvn10FsOjlw8B5iJAiiXjEJFUKIPFE5IgH8MMP7YcBboJG34B2z2sRW+janQTZi0c"
    "F3YK6SwePn/bR6DPZqs1bBZ7CjFbDdG2CjIDSlTa01Km3iXsAxoKhjYKf7asjzNS6Ryz1X"
    "s+K5ovM0r9K7n2MUHK/7dLwm7JctCVmlGuZs0L7xF7i6wNWlioljWFeX48pVh8zGaydUjG"
    "Kqm1dnH0VMDWA/gnoxUC9Gm3oxN8Q74Cg47OOFSLsJiTd9ZZjSsUtH1p9mDfXkqsa0HwL7"
    "MB8f/DeV/+Me4kb8JvbHyf+MdcfukighqA5DV5q0M71CpKFgOHy5AqoqYiZKS8FcIdJOvT"
    "zuJiQKZMS2AuJSSxmaZ8hVPJpflfapco7HCMCBlgOjZnWDNWpP1igPPfdsPfC8a+cBYEAC"
    "JDR/2C8HAkw1JA747aXbCwoNLk+R1WqM4u3/9s2QIiuDd4kEAO8DONlQRVES8ZwGIJeGnN"
    "2Okc8J1W5HvEQCgEsDjr95xMe9aqlVKKFentJeidUarx76eJ5KdJNUUlPEQTFPBvdzLlYo"
    "oVyeylzOfA6SLC6RAX9V5u89ecSOyVxtPbjcIAZeq8zreYWDAJt7shmK5UF1N5UiQ4au7j"
    "ZobMg713HwKv3pvCiR0oDFlngRBkU6VrGoeIgBGTwGBPzm4/vNWSli7IQE2Zzco3b7XI1M"
    "C6inttIFyLGW7rcm7Beua2PktHhbCqoa6ktKNhbs+SfT4n5xfX1Vwf3ifR3Y2w8Xl3TNx0"
    "ygg0jY4tcCybzXwgfJHLL9GxJh52z/VhleMt9/BwleBQYML7/vJJNfkQ0Jf0a+k3z1hkhe"
    "eS6UyG02koon4TjJ/r+UF1DcnZD95WmdnMQBlQJx8iQIoZawSuEk7UJ9zsWuEn1OoIWMWR"
    "XnRfBmAuabVmH+TV2WzzZGV2iz8RoiO3Bl4fyoqUIr7jWSE+kUDzhEq5H4vG6AKWhLG2gX"
    "VjlcjWbF5F11VRmwRCspyU5miX6/8Vw//BzrjQ2Rt3golHdJPMz03adRpF0/ii3gjpv+n9"
    "8lIx/3iH2LrOLVROGOsxlrMwRu5NP1KJfNCMLwVMJwxqauAls2HgS2bQIbtIIYVsxIDxKJ"
    "tVpQaBDAO3YN2ifkMCQk4C0otIP3bRd437bD+7YBr2wi+fQ55LOFFi3dSMrokBNoB+4orT"
    "NKMl5XhEskIChsExR8jAJXSggrKLRbwaNUyLLxXWhyDwmhn7tMBo5uCUf3BllY0hxUItnB"
    "FjSfsGKJDr4xNPIxAyUyCNhWOV4gciy3ydy/f7n+yGdsNr7OVXrhGv8xbBKMpi2WQvqWEb"
    "FD4gSv2Gv3EdXH8KlwuBEPVQ99qrGOTVCPh7J81zOjgKcHCW+KCh1cFRJXBVvMTp/jrUII"
    "B5zKB5wfOZLSQEEBjiGxY8jnmW+lnUKp7yGZa56wbnULFWtKQZdQxE1MqLBlm0sIkhE0T0"
    "a4I7Z8QcoKkXbWgsNO1oJDgbXgkNO2lPzGgVjkkswotGkpM3UFfuav5yR/tOtABQVoQYNr"
    "QZCn0IcVsxPLobTHS+AyFf39fpu5SglcVpnLd8QhwboXm2ukwGeV+cysXmb/Lc0hB36rzm"
    "8wj+rN4ztEdfReJ3eZEHisOo8jXv6OwHJTkGhntxklyoMdeE2AW4022XBtjDaDRdqGbog4"
    "pXJbkczHA5R1KOdVBleRwgCzO93Vz4BThLMSUU9RIN3usEQyagzZPMCcXzbhXMti1JftAL"
    "jeBp26SCq5VrdiWtqnFUDp+42Pt1dXIl98KfIhzYCsuelSqh9+/IxtlBX0E0Y9JBmX83RE"
    "NLD+fcxghctvDLADTqRC+mQhClPA3yBM4QWEKfiRw6r2mA9YqqN6jayXyls/DhXq6XjSJW"
    "nkpD1r5KSRNgLqLqi7qkEJoTOTh85ArMZLsDBQXlnPPZhcpgMPgcocBi+Q/jwGa/BL4PKe"
    "rcFK2oTmagyezzbpbw2e1mSpJqK9bZZcI/A+7OtKbvsZ1+r7ZCPHwdb37Pu09I2pD1mIrJ"
    "9eMjj5ger1joGKe8Nq6O32UYvcY17x2XbTaEExViDQ/uyiZycd7KJnJ612UfYILCIgZYOU"
    "DVL2/tEEKRukbAVhVVjK9skjWj1/xhTOgBtZUBshlrGTsaafDB5fxP7lYGW7QS4yWFGccS"
    "FX6xoiEIaOQHigv09Gvs7Ga1iqcvhujXiDCMdb3o5uTqCf8nJ02kV7oaPay62eNvQXGzn3"
    "ET0tZTAu02i4io+6oNyOcR3hEH/jSA3tnUaz8VogK9IBx2gxipzgiSf5tsNdUADgPQCnuG"
    "L6Sy1ziVeICtRSZzWHVrvks9NOyWenguSz02byGVidem2AuVmdUglfksUFFbBXafb6eEPi"
    "869PpFWFFAJxVOZzImL04nONFPisMp8r1hmpS7lMCDxWmceQKKqL00JJQHf3WezHsv7OdR"
    "y8Cn+w+d0my48XIpv6Khlo3tmjdJyE3D2VLOcqe4BVuSAlHOoBDgL6YklEq1TQDafWSA+H"
    "T67/IGPVKpFoYVGs93zrYh0XdXxrFMDG/iPv3hd02swptLMWHp2edvLxnAp8PKfNlm/ptR"
    "rINsaoE8LxUFu7If3BpnyMZZ1umHWsUAL68IGWS1aBg17+8mA3KTU8l4cHPMArH0t5LgsK"
    "Dc7lqR1p4NLpxYq52Y8gKfMlcDnqZweOwAo8D/5CAfyXwWcotTm60R+qQ2oQWJ/a91syV0"
    "tPFx2M/5Okq/5SXnhVCZrCSwf/kijp8RdZrXAQmNixAgi4n+bAWAjcBmCTBZvs7G2yLPbV"
    "d5DNFS3EIbMlMh0X8xhoM7ehbC/TMg2s6S4oWyTwbPQs3TW2Tgdod0HbI6sw8rGkblKlAn"
    "9OFVP1c/kOPOwHiSA9x3w+qkFEvPK3F65rY+TwUS6IajgvKdVYQOefTLtYL66vryrWkYv3"
    "defB7YeLSwp7jDodRBINkFMed+WymRtYt/c5LijU6HPM3qdNn+MNveG8aEl/01p6/VcoJ9"
    "wEmf442z1g4RARW2oTlEjU2AVadfsO3QfscPghyIfNKTSQC6f2KsfgmVQzD1LrWxV1QdX5"
    "Gp02FdMHqz5fswo2sN2S2NOgBk+Qyp4gH9/R2dZ92c0hB37PgN+sR0zkhLwaJJ0YXqEHjq"
    "vM8dzdIxXEObFckrrIcPZtZmcACH03YgBI4Fwi0UACrIVtdnHdnLW7bs4arhsfP1LZzZRe"
    "zXU67aDu0hKrvSNWoyFWvhPN5bOkDZZDCobYGrprvHroFw1boYQrV+UrFwpgvAw+e6hnQG"
    "yFEHisMo8tEhT3Wo+iRU1y4LfK/IZ8lRfBZnnT8V6MxodjqRDDG40VDyhXZadoF1G+D2BH"
    "DikvHRPIJ8gJOY69i5Tyhx8/YxuF/JMhq75O+fxTMtNsL/cG5FUjo+3uCtLPGD/Yz1/oRB"
    "qty9/HzE6g4ggSddaqPF+IMhTimHToqVVZPy+vpxYkIIyegLCie08G32y8doU0TrpAe9IO"
    "7QkH2kqWVUepvkYF4SB1yR704W2Xvhb6sOU6vWpyF2Rg1lKNvw1dcj9JtB8TGeE2wDwhtf"
    "RUKKKmkoYZBXgEAfWXgwf8zKa1yYaEecbOE115FGeqT/tpfmwl1bb5GKRa5aTalLGdU1+S"
    "4RpKs8PHZFQ3S1eEq1QaAj28bFs5aCSv6DotCGLKXdT1EksS+ks2HBSXRppY6HoeVT96hb"
    "k2iEG6VW3TKCLdMts+T66NPxdKtAwEJQrClAewv9ABG9ehV1n9qWcjx6mQQ8mYvZaMUb8H"
    "ozYZZyu08RC550QMCKy3JRoNIK/F0HdqAHgoaAB42GwAGKxdPzRt4jzwvImiZOIaJSQTd0"
    "8mjsKNJNgpBYDcHeTq3SkVLFqhBEFUNUG0zOXfXEfKFpKN1+52GL5ue1U0lbmF64TagS1S"
    "jDOs37RC/aZxCbuRv5JLGcwpJsTWQsF66VIFbip5p5O4I5B22rodyyda1Qkhzaq2gqPlho"
    "T93NZ1WrhwVb5wkef57mOfTdSkhF30Ox/bHmVAqqSwh1TeQ0lsdK/spgolcFllLkMg14tg"
    "c+RZPdlcpQQ2K81myF87GNRZjJG/4lgVRE3hMgoNzAlTO1MgXRDSBXVMF9xgiyCOL0UyV/"
    "BDNo0mcFdvrj2kVM4GqLEjVS4fsdMarpI8XGyLWTExGzdF5MpjwWDpYBMIsGbPpgiwflrz"
    "dI12Z0E2XsPI36MuXq+jdq/XUcPrBXUFR45h329GpkLQHnbKdj0UpLseNvNdk6LzMvgWFN"
    "ohfNopYupUEDF1yomYClEYcYSpLxtk2603YEHVyxagmJk2vQePj96c5Tcf+4forvvy4fzq"
    "ihMLFWBfUi0tkYAHqabnyzuOwPg4A+NjIpdL7pMqFZhvxOabku6zo/lGT1V5UTPhVFeXSk"
    "2EGf4/kBhcrtodP1ts1brv6DAl0kXyUtpZDVPIAtlvFoj63f0mU8AHLoYe23MTgCTwrVJp"
    "iPLwCc7scJPNIy/TaKcrHnXSFY8EuuIRR1ckv3EQFllKM4rpPMaamEvLxeBXmDzykrpFwJ"
    "eptMntnhj5YI2OTs9kjpSCQrsDZfiEjCdi8RIxWpd0Pl6b9TxY+MmaanRrjq7XimVBAGDW"
    "wdwQ2yYBpm+xZCoB1sk0MowOBi1TTLAvc6IWFNqdqMNLwciWcqSmw7UD9rCbo+RQ5Ck5bH"
    "GVKN8JL/JsF1kMrGmwHjyrDTzWY3us005gS6m6dlUq7WAe2PAD/dX7WzJH6a+eHIt98vya"
    "lOClhRLPL9Br27NX3bCd6oDBI+ZCQ1YFZFUo5JIfKqsiK/kNSRWT5gokgLUELeRobolayD"
    "NitkYtHJwbzKNnuHcGMhjtXw0SBoZnoxU20MZ17o1wTR+zwIXAQI4VP0Z2iH2Hsv8RG6y6"
    "IRvj41cHNWgHn5xbQ95La36yVzXKxUP2gpLZC5RnJDs8ZCJoy3Q6eUeHCKIFO+aodkx2vE"
    "gKeSWScSW8KQ+QYbTf+JqSQ7NEAvKyWF4ursSdY1jnC+lWSbm0oPhicn37DwRpFno6y32/"
    "FdXSoadaPHAWj90iXZfCtbfI1+Vs6qFbImV7t+iRx+mBVFKIrQi3V5b31ijAyael+Qqq+E"
    "kyqPQhRBbvNbIYOoKO3hE0wP6jXEhFQaGdxHx0etoF39PTdoDZM36xGdn44jodoN0F7Ulb"
    "UszHHTdKGaWWcjPtPuqcYCcP9XxQH8UV7WPP5oRetC/xnECDE2TqJe56LR2d2xd5iQQCMQ"
    "Zf/Xvu0DKfs2fA3iEMM5M4ZsvJI0S9QTth05b8k9kiD11bXkLgBAU04iZoiTZWQQQ7SmJH"
    "FUYimd1UUMFOUnkn5Qa8zvkhGcGUjWN8dBdOo2IfnnVxANY5VnL/nTWcf9jh9eZp9VPn4y"
    "FRrH4U0bfxAovEfv+cSBs8h/D4+zj0n3uc62U6ONmVPtl9l00npYmXaUAVH1wV97C/wrxY"
    "1C2RSwUZnGElOPG3ONrP5gaDtEswNTINbHwTeAnoGqRrlDhSrsUKkX44vz7pksTGhgnciy"
    "eNVLbY8GNK577WyLSD+/Coi2R+JCh2C4mvEye+pmiZsiWb63TaQT1K6eYMNfkSzk1K7RAf"
    "pZQzWvXqBlsjg+zWeoCNE/ZpA1uQgWKqtGJKzxoSrPs5aWq0wGmVOe3jDUOxD6NrpMBnlf"
    "kM9QheBJuhU+mLYDNUJRijZEueQiGJa4MQ1AVIBxwYTiifMVn5jPrKHQBYSLXkHbMDAPuu"
    "Mtksz9at6DaulwrG9FsYH2+vrrqVfSnajNai8iQLv+RtTTVZ0aMWfvkSJ5edx0mnjdTU4u"
    "FClJiaJKiZdMD4/WqgqoqSVVX2n9W4XyaM70Ff2QS3aFWCIrBlIh3Tc0dEOsArH0ulNjYI"
    "tUB86gwwsAb2YsUczEQNRXE/BTl+xvjBfv5iu9x6HKWnQqnnKR5nBnTgKNU4qroIe5uF4o"
    "SuDXGiEOrNzUQyKjFOJmizRAbV5ur9XuL1LwloQQV4KmhbVg3fUayh+zMvKQrvjvalPRf2"
    "+l//HYsw5MgQ6ROh/PBvPw5QVKLFbxZk3XwKBbkm8Ea1Sw8bJFeNKxs/SHUdhUwqw+dVhi"
    "SUjN3OCLQLbn3bJbb1bXto69tGZKv6HarzI2+Oa5e+LuQmgglsUwWJBut3apvUPXnEHJmt"
    "PRMyJ4A0SDEzeqRB0q9JBWUZbhQUwI7B2XHvI7n0nJxAg4No1KZ0wQrxKqEJ+7dnJNpk+k"
    "7cQ9xGQWgyFPtVgeKQQ+y5am6I6mXCjAl9WF2lnITLijRbmB2TwaX4ItgMCQYvgs2P2A+4"
    "JvRWqahEMZ1cdDiuXDRYVawAI3+1lrElFBRQxFvelgD5MSNkcSRVb6UQLZFATkwNTffelU"
    "WzIBkVTUVEYAkw2f+5YIr0+BJRrxtLLSD3o8p76F62bV6JBFYx5HXtJ6+LXyZNGtirdJpZ"
    "XmBbQS3d3tsR5XcCkkb0I5qvHWcroKUbpyWHq362DoDop3QaLREtXSYdNj2VnwYAtGvT83"
    "kiWhIypfMMR02iQ4/Y+hI+x9A2s+iKp4stAWEBGzVKNHn5wnZtC1u7xY9DpNfgrRclu9VN"
    "36VusmCvky7xSCft8UgnzQ7ayZKXgLegAIA7AAwxGUrFZKzWboCdPv6uMiF4rlV2g4AdGS"
    "yf6oEJNqP92IxAfZyv+vgZe67PzUVOnyxEaqMfj5kijWhlU+EgC5IoRcZAkhCojopoNmcn"
    "HTSbs5P2JgQnzXYaKOAFm4g6aWQUGgI8fDLLk+tbnCjndnxzAh3hfd2p0QAb1g7x62arAY"
    "iA7HMmz04nrNzQUlwuE4LerzKPFQ51moeKCjEi0+j7qsUxKKmSyoQxgNN9AKf7flT8D4jY"
    "2IqXMkfNLz1diFT9TTzOZItGsUqroNQPrdR7kU8p5HqrFyQ6qkaDN3DEG8lGdzmBhvAenX"
    "YxndBRglKqDeOJRe4xr0h9O8QFhW4lbIY3TS199ymQq7pcIhlrDTdP47EO3rHxtfAjWUmd"
    "wAWFfrUNBi8SNAfD32S9oLucve3gNru5OvhbaHoo5CT2CRwDZSLtQB6lh2uAHd4ibi/QkY"
    "2HRNRGHVKwUb8E+yX+5hE6XQ82VymnYbMiVrjZcTmiUqakYbVEAoZVkWE14gr90nbA23Sa"
    "OQK61Q5YWkwq2QE/0euf/rzL2JDAsQRWni9EtkAvGWnGNolu1sCDc8egW5ius8Bw7wxkMJ"
    "AWhusbroONcI1CgwRG6BpLvHI32CDhIvn0CQUG649OSVjJ4lcHNVYNOjFYJhU4fRYCyySY"
    "zcY2m7G9YMrbzmpkGqI9vI1nDkaI6Rbz4GYI+nYsox7n47WpXzlgnSawNAwHZdhD/yyRgY"
    "1Bae0TTEkvgs1gSnoJXN6bKamHfjcPU5KM7WOb2enawTcu/WNYo5OS0A9sdBrCkPSF3Du3"
    "3N7d1QGLLqYklpBvRh2beB+cG2z8nyLPeGJJ47kBaLuxSIIQjEEKnB8LMAaBMUg9tMEYBM"
    "YgMAaBMWh3KMEYpLP+CMagF8FmMAa9BC6rEPOudVIBFBMZMeTdQ0HAdAZzjQKpyOwGoYZw"
    "H3WKzz4SxGcfNeOzbeTcR9y82XawyzQ64twF5XaMG1od9jeBGWBeg1xBN+0KlYYoH3ar4y"
    "Ko4lIHmmU201feEX/TS5rl0YNMq7S0M6csnsl21ih5PCF6wCayXfotGlBfuK6NkdNykFUI"
    "a3AvKeUM8RbAe3F9fVXZPRfv6z3Pbj9cXNKjLUafDiKJDywxvOzkihzOe/bewk5IwucDju"
    "Msf7YQ+cxIMoqMU62fBEGUaCxBtPwXXoW7VesXdZrq2mQq1XHU1Ysm7DHV7g4rGNf1tC4o"
    "NDyqj05POznETgUOsdNGymW6JSRALpEAyt1Qpj8dSzl2cwINER6+YcIc/OZTJb+P4jUHo/"
    "9LUJCifuUuo0GLXQKDX0Lwp7I+nLkkEquJ6Fwzia/ptln/YMfbpqHDFg8XIiXWZcPMOzoO"
    "yglqHqcZ4CCgX0TyKK1SQZv0mjcPSjTWHKZd/KXt7tKGt9R3H4klZ04p02iI8PBBmfRyD/"
    "vEF9fpILSiBjUntMKlYlQPqOt0Gq7r0Ypj9oC7SQmAd1ndM/JVTmTZOnx91AVmNkwQB3DU"
    "gJpNw5HjbiiYLU7KjEADiEXWjct/3FQMG41eqrlx4+r649+y4fUGq1Ww5+HSmcxW+4IdOn"
    "PGGPwN4/obYrjMR+wTOinPBS+KIWkSTxhHkn8yq0CSeYUsz7ZGN7jReskhc/OyQO7MS+Cy"
    "Es7S+ViCZ8ffO+KQYN2LxzVS4LPKfIba2rq4xJUEdK4e8U8oCB4wN6Y7e7QQecOf8JL5wx"
    "2Tiq5xdDfqWFcb3OKzdYv7HvcgFTR39/jHqA4+gaPT406GkWOBYeSYo0Gmm0kS6Qahdh7G"
    "w+NOXhg2rN09cNz0xHjR0iYrMz3wuvoIqlRaLO+pXQXxxbhGjmVL2aNqZFpAX4uf73KwnL"
    "SfKyeNYyWuVbhyI4ej6ojSnap02hSWmiTtaU4W1+kc6V1srmftNtezhs2VScNUE488SS9C"
    "hQ4cCBIOBLBy97pC52Y3sVEQmj2NoHVasJCpzGnIGtHGRKYmojO3kVFJzWYSDD5oN5YVYx"
    "bdrGbZeMWMZlD8YFgtoN2YJh9qC+HjEgG2kG5St5+ddbGe1eWQku3sDILG97ym52YxmyiQ"
    "a3h7GUT4gN4DkQHzUXuUBHSuWs85VVCYK3GFQtc/4Kg81QELkb6DykNB1Xmhqk6AVz6Wy1"
    "jJKTQUDEeqQBaEZhBinh9EsNArZNM5+DRZ8uAUAZFxT6ZyFVo8DiEyysg40F1Tye6a75Iy"
    "6Yj9lHf0I57M2BgjFBtXpdEm680HouMLFR33byXftzgzsk0xbhtIX3DHAfnLBtm2uOFgTj"
    "md7Hg67oI/Pnpzli9x9g/Rov7y4fzqqikNgv3wJQiDe64Sp9Z1sXeRMMV1Z6nwSzHPHBmw"
    "VTCsrr+xZcPPeOU+Yv+5TS6sPBfKhH46EuRBkAf3KQ9qHTUBZqwXIbmoY8ZSVhqdi+tTTU"
    "Tn6/u0SHjphD43Mbr0VCiqIDbOxE6sIY8uqfxygFZxjlaKZ/Ukpp/9E9Km95o27WE/4Ckm"
    "gkjEnEJDG9bwdbeWz/z0XXEC2HNL9i5kf4myv5Bc6UmkbR+x4ZdxuCa8hpqCtsAZgXYhna"
    "N0t56XcqOIHDw73aYqDHWVbapU42o4qqitEs07IFR2PH0xXXoDqIznxUzzXKVb1cbqNuVr"
    "jvV1O50uruRi7a2K0/cbH2+vrvali793HkmI0l/dbDxdPF0IW0/n40bpPV1dkEkZ8J26T4"
    "P6PbT6PYdi7hPGHo9Qzt135RLSsvEa4jtwUy9wd4G7Szm9YXYqIYRjvQQu+1RyRf3qFdVI"
    "oVyRynwGA88IBp5YTaIbYPksiWuDEIw9YOzZj7GnWIpg8hEj29i0Shl+3iEq8luIm3ueP1"
    "sI84fSUXsME23d6KJY0RLRMPkUEDF68JvrSBknsvEaGieGV6AfsBead767aSLcusgrNNrU"
    "lD46PHlz8vb47CRf3PknojWdrN+dUiCGO3i/R883bohs3sGbPxMevBZ6pqclHQYnL5y8Nn"
    "Ee5LiQUUAhCkkmFKA/rd0m5uJEzpREJ9CHSOKkZ5nErZaO1gnEna60ipndJquHQO4oKGh0"
    "gnTiwyBYIUcS95wEYO8N+yPBT5Kw5yQA+w6wByQrMyeDfEEF4EuBr47a8hOyY+h5akvybL"
    "FNbXlkw0BtAbUF1JY9nN2gthwMpbaQDXb4lTBEUUMlIg0tn8MXvwftcCjt8DG7n7su1pxA"
    "w4U6Sm1Y0L9B/35JsIP+/dJUwL+7ke8g+5NLdfmWhJH6kIVIIfxXMhjKTL1QHTDlv4xUUi"
    "KByPuaTNIMHAjwPdU4ZNtRF0TaxA1MfDUun0MseTXmJIB5P8zjHguy53mJCHCfnTzyBcXw"
    "NYSQ+HOh5BHQESB2vFCxY49GJRXQH8ykFKTbrKvslo3X0KA0jOimyLH6E/PV/kDi79g4W4"
    "uHwgM29vfSF9odnX0H5wYbbLh3RoCRjS0jniGgO2SNDfpVyR0OQvb463+zjW1YxMer0PWf"
    "/+fPycivrw5qjBtizl+dXx3K+ZAKxPTiNu5cP51kYRzG/wqizQaxCoRsnuQRnR6FBvKx4b"
    "iG7Tr32DdYOK7xh+Rr/DlYrfEGvfKe/0jnvyM+lUHoKbMwsGOxvyTfj/4lMIhjkHBhrJF9"
    "9yfXw87CQPRFvkWY2szeyJLlgu+M25t3le9muytkV78ffVUs7WCL0J/C/gyMyDNCl76N0D"
    "dZ8TemHLUJRYq+mH0Jhl+M6w6XXfx/iWMiG6+dfjdULbP2my1dqbI+vhKZToa5Ifx8+e6U"
    "kBgqNDoBOpjkkB50EpiWKABRDqKs1becTpFR6AQnmHleAuy5GNPD1pORgbWnZwSRT0IqK/"
    "So/lClhFouylV/UE37vGRbVaSBXqZ7uYsWGm/8zqroao2o1sZ0o4rimCh2PvZcn/6DqUrP"
    "RuSExDYw65mTaJtrqqEtMXbouHTJG08kXFM9jqegjvQmprb+zP7+1cGU8Un86tdYpUtfwL"
    "Te/PMlZmpqogsy1TX5/Ltkuq8s8PJr8oT91Xii703y2K1Yxbx3Xeu7X514sIMJ0w/jN6XT"
    "lMfvqkuC4XSfhlM1gqdfpswzg3BpvSSd0sEpB3yNEPDvh/8GWbiHmFkiAxkTZMwtMuZP2A"
    "9aItkaY7pKmo/J+I7C5rWDDd99+qvxNaX7atwz00wieyXSXiokUpGt6rhIxKxYsl0YX++w"
    "s8JfEzq68IMGQVP+nPrlA0t+Yqv2kGEdKgh//c3Z7RLdY7G2JaJ4CyKQ6Hrfb/GOkQM+Jw"
    "HY5xiuFN8on+PbkH/bsGfbb5kJe92xN0m3thtCH5/LmQxJtC/jBOFUxgUryPTQP9BfKysG"
    "ZjQ6wT5EZAPkgg+FZFrbRFKILoh0wnPiA8HHd9j3ed2nBH1RSjQahqKOktschRszcCOfp7"
    "G0I12l0hDrw04NNA8FDTQPmw00GWobbJGIU+5VjHVBBVh3x3qFNh4i91KVPOp0gHd3vEPs"
    "S6/sjAZwlljXbcHAW5Z1azAwoN2Cdqza+Zxw1nakSyQaonzURQJplz8a+JJQDtx0vIbIjr"
    "J+LfxI5CS7gkJHjAcvY7VkTjU5LaVEoiHEZ11W8Vn7Ij5rrOHgOQixlFxRUADAHQC2kXMf"
    "oXupY6JMoyHIwx8Uno1WmF+yox3lCtF0MB8czBRkP7LlGumm4wHardA+Ip8gudVbItEO4K"
    "Mup/BR+yl89FqhtPBbJ6BnzE+JC5rjwq48X4jc2E94uXbdB3Msd3bFf808nmbmxIYYczUs"
    "+GKXtmRzzBIJdBztWJRUqYqkKjcN61BoVKUqo7OBknCj38Sx3TkRRHYrF9kNvaNHOMkbkh"
    "+0OOYAO0iL4/3I1D8nkvB5GOKNx812rY3oJFejZDAUuHuhMjTd8WHEEVTE0V0FVS9xZXuP"
    "7rnGd3m+S3+ilG25RKKfUaNLrbuj9lp3R40yxRti2yTA9K2WjHhdJ9Mpjm4wQZtqIE9ynq"
    "eCQr+l+/rkbSeL3MlbgU2OPYRc1Rel0VBRi7BsSOkC0zXCsY4oPWUcgfqT4TqA/pNK2N+X"
    "ZpwXQ7qqQbW1qKAelPOgXREqs2m7JpT+ZDJGy8lfWFFCz033MH7EiYZZ9zNUh618zNZVeu"
    "rvJbcOdKguOlTOTwnJqUyjYbjDSRdv5km7N/OkEVOSABZjJA1zRqUh0Mdd4ieP2wMojxsR"
    "lEvX4lyVN/hbW5nKdLwW4IoE0ct/3FRk0AzEP3w4/8cfK3Lo1fXHv2XDS6C/u7q+qPs2Qo"
    "qNzILOCSZUuJ4QCRlokyzov3RYz39pXc5/qa/mMLvQOxoK8vHgh+PWUu1nL6yRgtGwqjFG"
    "fSwCBdUABgHFwNXJHuBjz0bPuRwvw+IaKfBZZT5T1a0Xk8t0wGGVOVxVyGV4XKWcxoC7B7"
    "OSFlzOTDCSISk1MohJERtly4auYYyyl6UZ54nwVqtsbY3JWmVLnr5S1EfNaphS/vDjZ2yj"
    "rC+zEPhSvIkmuP8+gf06X67t9uvyit5uv84Wx8Q135pW6oXxy8ETol8kC9ovfYK/ecTHsq"
    "bs9lN3+MN2uz374L/vImfFcDTiN7E/Tv5nLOvILrHd7SbryJdqpZ0O18LEN42bv/zlJICu"
    "kWkYVdEtzUmU58R3DXDusr9/uf4ocAvwTFEWWYXGfwybBKPdZ6XjYxkROyRO8Iq9bx8nCE"
    "NIbNOum69rRw2boG7Trpz9TQHDdW2MHD5f6qQ17iwp7VhsyT+ZlgMX19dXFQ5cvK+7DW4/"
    "XFx+/sNhzA46iIQVt2Qd9+yG7QN8iRaQl0A+wFQK4qgy7U6zgkKLO3Vqt1nsT7hzI6lgxQ"
    "qRFrDXfO5dXO7tHvf6rerSSeQXdpWqF8ozsmCOsbYLBM24jZesrZFHD3ZllS2OgZ0Uc5e4"
    "rzMSuKYlruk7RGz6LcxeCaUNYthTKu8p9+6uh5+moALuqs5dH6NAzrhSpdLOttLFjtVuxG"
    "pYsJYoXK1NVqelx0ZqEMN+Unk/pYp/P4GzQQwJSkozGwKSXhKfzdANEWdPt8Zq1skgELau"
    "R8wrDgj2T8/9E3lWTzZXKYHNSrMZKhCNUEsuTldf8nOg20GtUu0A6napQpHoSCjqpEpRJ8"
    "7qHQDb27Qu+xzX61ZYq9u1Aiv9CsbH26urbuGI1dTrnQMSh03PV2JFjxqReE6hX60POIGI"
    "6ZOFKP4QFWOUqR/2UhLfd1RpejT7FhTnbm31rYNzfZRWeWxTSSCcDtcQ3ZFaLbU0tWqPC2"
    "xvaDVBYOB+JNDBQgAbsuqU5WF+//8BpvTkIQ=="
)
