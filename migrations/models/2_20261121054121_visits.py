from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
# In SQLite only INTEGER makes the id the row's own number: visits lie in the order of their time.
# The keys of totals are written by hand: Tortoise knows none of several columns, and thinks it is the account.
# SQLite keeps those tables in the order of the key; PostgreSQL reads values from the key's index alone.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "calendars" (
    "account" INTEGER NOT NULL PRIMARY KEY,
    "zone" VARCHAR(64) NOT NULL,
    "kept_from" INT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "day_totals" (
    "account" BIGINT NOT NULL,
    "link" BIGINT NOT NULL,
    "who" SMALLINT NOT NULL,
    "day" INT NOT NULL,
    "clicks" BIGINT NOT NULL,
    "scans" BIGINT NOT NULL,
    "views" BIGINT NOT NULL,
    "visitors" BIGINT NOT NULL,
    PRIMARY KEY ("account", "link", "who", "day")
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS "idx_day_totals_day" ON "day_totals" ("account", "day");
        CREATE TABLE IF NOT EXISTS "day_values" (
    "account" BIGINT NOT NULL,
    "link" BIGINT NOT NULL,
    "who" SMALLINT NOT NULL,
    "dimension" VARCHAR(16) NOT NULL,
    "day" INT NOT NULL,
    "value" VARCHAR(255) NOT NULL,
    "clicks" BIGINT NOT NULL,
    "scans" BIGINT NOT NULL,
    "views" BIGINT NOT NULL,
    PRIMARY KEY ("account", "link", "who", "dimension", "day", "value")
) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS "journals" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "journal" VARCHAR(64) NOT NULL UNIQUE,
    "segment" BIGINT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "last_id" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "month_values" (
    "account" BIGINT NOT NULL,
    "link" BIGINT NOT NULL,
    "who" SMALLINT NOT NULL,
    "dimension" VARCHAR(16) NOT NULL,
    "month" INT NOT NULL,
    "value" VARCHAR(255) NOT NULL,
    "clicks" BIGINT NOT NULL,
    "scans" BIGINT NOT NULL,
    "views" BIGINT NOT NULL,
    PRIMARY KEY ("account", "link", "who", "dimension", "month", "value")
) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS "open_days" (
    "account" BIGINT NOT NULL,
    "day" INT NOT NULL,
    PRIMARY KEY ("account", "day")
) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS "salts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" INT NOT NULL UNIQUE,
    "salt" VARCHAR(64) NOT NULL
);
        CREATE TABLE IF NOT EXISTS "visits" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "link" BIGINT NOT NULL,
    "account" BIGINT NOT NULL,
    "kind" SMALLINT NOT NULL,
    "who" SMALLINT NOT NULL,
    "visitor" BIGINT NOT NULL,
    "referrer" VARCHAR(255) NOT NULL,
    "utm_source" VARCHAR(100) NOT NULL,
    "utm_medium" VARCHAR(100) NOT NULL,
    "utm_campaign" VARCHAR(100) NOT NULL,
    "utm_term" VARCHAR(100) NOT NULL,
    "utm_content" VARCHAR(100) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "city" VARCHAR(100) NOT NULL,
    "device" VARCHAR(16) NOT NULL,
    "browser" VARCHAR(60) NOT NULL,
    "system" VARCHAR(60) NOT NULL,
    "language" VARCHAR(16) NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_visits_link_ca02f0" ON "visits" ("link", "id");
CREATE INDEX IF NOT EXISTS "idx_visits_account_eaecf2" ON "visits" ("account", "id");
        CREATE TABLE IF NOT EXISTS "shares" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "scope" VARCHAR(80) NOT NULL UNIQUE,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" CHAR(36) REFERENCES "links" ("id") ON DELETE CASCADE,
    "tag_id" BIGINT REFERENCES "tags" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_shares_account_2b4ece" ON "shares" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_shares_link_id_bce33e" ON "shares" ("link_id");
CREATE INDEX IF NOT EXISTS "idx_shares_tag_id_c13ac3" ON "shares" ("tag_id");
        ALTER TABLE "links" ADD "admitted" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "links" ADD "tracked" INT NOT NULL DEFAULT 1;
        UPDATE "links" SET "admitted" = "followed";""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "calendars" (
    "account" BIGINT NOT NULL PRIMARY KEY,
    "zone" VARCHAR(64) NOT NULL,
    "kept_from" INT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "day_totals" (
    "account" BIGINT NOT NULL,
    "link" BIGINT NOT NULL,
    "who" SMALLINT NOT NULL,
    "day" INT NOT NULL,
    "clicks" BIGINT NOT NULL,
    "scans" BIGINT NOT NULL,
    "views" BIGINT NOT NULL,
    "visitors" BIGINT NOT NULL,
    PRIMARY KEY ("account", "link", "who", "day")
);
CREATE INDEX IF NOT EXISTS "idx_day_totals_day" ON "day_totals" ("account", "day");
        CREATE TABLE IF NOT EXISTS "day_values" (
    "account" BIGINT NOT NULL,
    "link" BIGINT NOT NULL,
    "who" SMALLINT NOT NULL,
    "dimension" VARCHAR(16) NOT NULL,
    "day" INT NOT NULL,
    "value" VARCHAR(255) NOT NULL,
    "clicks" BIGINT NOT NULL,
    "scans" BIGINT NOT NULL,
    "views" BIGINT NOT NULL,
    PRIMARY KEY ("account", "link", "who", "dimension", "day", "value") INCLUDE ("clicks", "scans", "views")
);
        CREATE TABLE IF NOT EXISTS "journals" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "journal" VARCHAR(64) NOT NULL UNIQUE,
    "segment" BIGINT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "last_id" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "month_values" (
    "account" BIGINT NOT NULL,
    "link" BIGINT NOT NULL,
    "who" SMALLINT NOT NULL,
    "dimension" VARCHAR(16) NOT NULL,
    "month" INT NOT NULL,
    "value" VARCHAR(255) NOT NULL,
    "clicks" BIGINT NOT NULL,
    "scans" BIGINT NOT NULL,
    "views" BIGINT NOT NULL,
    PRIMARY KEY ("account", "link", "who", "dimension", "month", "value") INCLUDE ("clicks", "scans", "views")
);
        CREATE TABLE IF NOT EXISTS "open_days" (
    "account" BIGINT NOT NULL,
    "day" INT NOT NULL,
    PRIMARY KEY ("account", "day")
);
        CREATE TABLE IF NOT EXISTS "salts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" INT NOT NULL UNIQUE,
    "salt" VARCHAR(64) NOT NULL
);
        CREATE TABLE IF NOT EXISTS "visits" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "link" BIGINT NOT NULL,
    "account" BIGINT NOT NULL,
    "kind" SMALLINT NOT NULL,
    "who" SMALLINT NOT NULL,
    "visitor" BIGINT NOT NULL,
    "referrer" VARCHAR(255) NOT NULL,
    "utm_source" VARCHAR(100) NOT NULL,
    "utm_medium" VARCHAR(100) NOT NULL,
    "utm_campaign" VARCHAR(100) NOT NULL,
    "utm_term" VARCHAR(100) NOT NULL,
    "utm_content" VARCHAR(100) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "city" VARCHAR(100) NOT NULL,
    "device" VARCHAR(16) NOT NULL,
    "browser" VARCHAR(60) NOT NULL,
    "system" VARCHAR(60) NOT NULL,
    "language" VARCHAR(16) NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_visits_link_ca02f0" ON "visits" ("link", "id");
CREATE INDEX IF NOT EXISTS "idx_visits_account_eaecf2" ON "visits" ("account", "id");
        CREATE TABLE IF NOT EXISTS "shares" (
    "id" UUID NOT NULL PRIMARY KEY,
    "scope" VARCHAR(80) NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" UUID REFERENCES "links" ("id") ON DELETE CASCADE,
    "tag_id" BIGINT REFERENCES "tags" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_shares_account_2b4ece" ON "shares" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_shares_link_id_bce33e" ON "shares" ("link_id");
CREATE INDEX IF NOT EXISTS "idx_shares_tag_id_c13ac3" ON "shares" ("tag_id");
        ALTER TABLE "links" ADD "admitted" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "links" ADD "tracked" BOOL NOT NULL DEFAULT True;
        UPDATE "links" SET "admitted" = "followed";
        CREATE FUNCTION kliqs_tell_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'links' THEN
        PERFORM pg_notify('kliqs_names', folded) FROM names WHERE link_id = OLD.id;
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN PERFORM pg_notify('kliqs_names', OLD.folded); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM pg_notify('kliqs_names', NEW.folded); END IF;
    RETURN NULL;
END $$;
        CREATE TRIGGER names_tell AFTER INSERT OR UPDATE OR DELETE ON names
            FOR EACH ROW EXECUTE FUNCTION kliqs_tell_names();
        CREATE TRIGGER links_tell AFTER UPDATE OF destination_url, redirect_status, forward_query, tracked, expires_at,
            click_limit, password_hash, paused_at, blocked_at, deleted_at ON links
            FOR EACH ROW EXECUTE FUNCTION kliqs_tell_names();""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "links" DROP COLUMN "admitted";
        ALTER TABLE "links" DROP COLUMN "tracked";
        DROP TABLE IF EXISTS "open_days";
        DROP TABLE IF EXISTS "calendars";
        DROP TABLE IF EXISTS "shares";
        DROP TABLE IF EXISTS "salts";
        DROP TABLE IF EXISTS "month_values";
        DROP TABLE IF EXISTS "day_totals";
        DROP TABLE IF EXISTS "visits";
        DROP TABLE IF EXISTS "journals";
        DROP TABLE IF EXISTS "day_values";""",
    "postgres": """
        DROP TRIGGER IF EXISTS links_tell ON links;
        DROP TRIGGER IF EXISTS names_tell ON names;
        DROP FUNCTION IF EXISTS kliqs_tell_names();
        ALTER TABLE "links" DROP COLUMN "admitted";
        ALTER TABLE "links" DROP COLUMN "tracked";
        DROP TABLE IF EXISTS "visits";
        DROP TABLE IF EXISTS "salts";
        DROP TABLE IF EXISTS "open_days";
        DROP TABLE IF EXISTS "day_values";
        DROP TABLE IF EXISTS "journals";
        DROP TABLE IF EXISTS "calendars";
        DROP TABLE IF EXISTS "day_totals";
        DROP TABLE IF EXISTS "month_values";
        DROP TABLE IF EXISTS "shares";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztnVtv47oRgP+K4actkG4TJ3HSoijgZLM92c1lkTjb4iwOBMaibdWy6CNR8bqn+e8lZd"
    "1FyqIsKRLDl1xIjix/JEczw6H4R3+JdGg6H0eTCXIt3P9b74++BZaQ/JGuOuj1wWoVVdAC"
    "DJ5Nry3YNvIKwbODbTChF5sC04GkSIfOxDZW2EAWKbVc06SFaEIaGtYsKnIt43cXahjNIJ"
    "5Dm1T8+I0UG5YOf0In+He10KYGNPXE3Ro6/WyvXMOblVf29HT96bPXkn7cszZBpru0otar"
    "DZ4jK2zuuob+kcrQuhm0oA0w1GNfg96l/42Dou0dkwJsuzC8VT0q0OEUuCaF0f/71LUmlE"
    "HP+yT64+Qf/q3Fmmna3f1Ye7waa1pfgN0EWZS7QXuBgHndXjcC4pX26Qdc/jJ6+HA8/JOH"
    "ADl4ZnuVHq7+qycIMNiKetAjynAJDDML+nIObDboUCDFmtxqPZQDQDUg7S/BT82E1gzPyb"
    "+D05Mcxt9HDx5m0srjjMiM2E6VO79qsK2jvCO+3m8BvEH7augGBRHeaAI3zvf8sADe80Mu"
    "XVqVhLsCjrNGtq7NgTMXoZwRlBD34LAIb9KKP5wPM8RNYM1cMBMa0nEZGTkXocxnnCaMjS"
    "XU/ossIcQJoeYY90eOAf7yBSyAjUFdz70k7WERHT3kq+hhRkMTu0RMRYcCDYJ2Ng6Gy2YQ"
    "nxdR03wtnVHSZP5roo/BhFCDnKc2hM1QPhoWwHw05HKmVSndbFgLRzONpYGzqK8tzNHOSa"
    "kUa2PrJ+xg7dtsrdHPM3oTfx4cnZydnB8PT85JE+8+w5KzHPbXd+MUWBuSr+VgcbZZQYU3"
    "i3c7Al0HMhy+HcM2ECqFtZSGOOwI1AXcCDNNyCikaaRoqhErVgMMDfCJIKE2GJtrQjDFVf"
    "clPwZ/dNAezqE4vr69ehyPbr/Ryy8d53fTwzUaX9GagVe6SZV+SD/0wov0/nU9/qVH/+39"
    "en93lQ53hO3Gv/bpPQEXI81Caw3ocSZBcVCU6OSJDSn4Er2clFTd3LpuppHG6SIWBaMFz2"
    "CyWANb1xI10XhwoOMQTk52NFz4kp+/PkATeDCz/e6HXB+3V+lup0elvj2SCXLtSegOdHlO"
    "5OMBK0Ojz9b9CI1Wxle4kZWR6zCjSiKAnoJLyMjHs3f343NDLiErHgxme9IZg5mscJw5sP"
    "fVz4/0GjIBog9/NEA8cyBbtRws0yXAIhpH9z+bflLqcc9YfI1ZAvzF17jRoRZf5V181Y0Z"
    "dBiOBj8uGklIt/xafWRfhy/GRCjsHElIuFBV/fqrcpbLKIxOOMvJRV8Haw6EVomOTsuqrm"
    "51V8OfK4NcrkRHJyWb6eYmH1Yy9bKf3KeJWXlJqSqtvdb27A7bLhNRzCDO8v2MbGjMrK9w"
    "41G+JrcCLKbNkU3X7CTXjOtFim2wDp2O1LgiAMjXhnhrqY0eL0efrvqv/FBtnX7c3bYzM0"
    "5cEKzke3BhRLQ97tuFMeOu/DGnNGPJz+++9noU2yW/vw4Gx8dng8Pj4fnpydnZ6flhuPaX"
    "rcpbBLy4/iddB0wo6mBhkO/WTZGpsxZe+X5HJKHcup1unTNHa0uEbiggoVNXPd45vY64/R"
    "cTq8D4a1nKi0zG3zOwbeJ5P29EbL+E0B6mX3f6dWdYT5nTdTKl612CQGMitY7QbsBUvklT"
    "vkl62FbAteBSbSvH6k6msXmaAEo+v3f3dHPzVt7eJSBWlQ7sPsPjC+sO8ry+id/qDT0/7t"
    "zOc/9iQtWkfSonsC+6haf53Tsd9lEWcIW1qY2WWcI52c0xGZXdPGbZCG+jeD+BzRhhYLIU"
    "b1iXq3h1sCHakjRTmldpXrYNltcLgURzWkGSToigr+coy/xxCUyTS90XkQn68eBsGGKm/+"
    "SBfbwd3dxkSRJdJvBU81vLBLGyDTsT05gwk2ZzVEEkIxPShpWBMwHMHRM53EMRhb009hcD"
    "rgWxhyIK+x7YHQMjW5h8JKXgC8Fvj9vyHZgeepbbsq072OW2vNBmym1RbotyW95Adyu3pV"
    "+V22IsoRVsbSm+nSEmJGHks/qXvCjvsCrv8CV4PhcdrKGAhAN1cHpaYKSSVjnvPjzNbA9R"
    "/rfyv98RduV/vzcX8AtybQuY3xDx5TkbftNNDvIcwv9sG6vM8XfqA/r9L2KVxERU7njKJm"
    "HkjsMZ8TgEox0xIWnyBhp+ND5vMPMNFDnUQxHFvBxzb+utqD6PCSnunbNHbpGF59ygdKw2"
    "1wpZ0nYqMN2Cp2ErjBIVmH4D5a0C030VmO5SYNp7aAiEpsP2Mo1XFZxWwekOUVbB6feDXQ"
    "Wn35szeL+C1iew6TM8waDqIM8NRKSRpoON8gGVD6jSDiTYZ/UIPDDZd9LS8lxV4JAWalFK"
    "zf2m534b6Ffm0zn+NCvq0gXtJfToqlnYa4la/U4z+R+8t+1kVGtYl6tevb0A9evXH2Fgli"
    "hIUvcjbirRosYVcFd0gIrAt8AEa9hhbofv8S7RL8i3FV39CGRkwl7F8odaSKqKpL9jTzSG"
    "FgrJxLNhhWDDKbRtyGDPN5/jMhKa0LUsirh4qTnItcVOzUhKScj66LDI0RmkFX+99DBzeA"
    "altoS64TJeYpTPOpJSrIuznoDlChgzoTSAtJziXZw3hrbwyA5kFGeBcY0szExp3jGsIzFF"
    "uxhtz7WzGcFQPumYiISUB0UsEL79keFrYDG4fnsJydYyftV5aDXnwD3baO2IeSkxEQkRD4"
    "uM4iF/EA8zY9jZOBgK2RWRhAJcALAJrJnLPIuZjzguIyHkahRFS1ar/GPEGWtV0QHj/JWq"
    "+FHm7ckFUCfTljtugb/iZPknXBXVAEF7CWd/9SpWHftb6x7fqWE7WJsiV8gQS0pJOI6LcO"
    "ZjzlD2NoqKQk4IKca7GKvzlcs89jp3Ipc3K1ynVEenZdXZa23uaRu+oEWpfk5Kql5ucy+r"
    "8+CqcVAyHrM6wqzx45Vja00OMyp04Yt9/voATRC84orNmvTKU3CVbtobGdqvdcZqQl6MaE"
    "2c5c54jRZ23s6gTX/07bpnQwLdwU7PGzpQ7xlWD/Sexpc9b9v2Qe950yOX/dhPsRMWZgSC"
    "fvQX2yjUdof4b2qTSHsysvgBI872f74ryNv/L4MbmIc3cAPPuG7gWdoNDCZUFi93cMdFZM"
    "o7rGwzDlWKYvZZJFGvbdYWs7u8cebr730Ns3A5optMdxpm0YASNcrqtDm4BkdBa6MGS8O3"
    "YAnFOezZaO399qrNTc80lgbuGU6Pnu9IpMvbJOIfw7ReYq6JsmCUBdMVraUsmI5ZMO2PMn"
    "XfkmlpmKmV5sx+caY6TZobuhmWYdHc+Jtk+QYN3UbbxL7s2DhLrtwJ78pWqTBVp8I4c2Rj"
    "wlEXSohJSkloIVSft0FuCxuWF0LWXFvoJfgMUQmRDw5Pzotk3JNm/KR7rzIJHhvYFBrcoU"
    "BzkPt1KY004iLZXoOcvPsBK+8+ujOxQR0Xk471aSHWpzmsT7OsLcQ8aCAncxGxjxnoPl8y"
    "EgsO5tzRnEEMf64M8vgskcSQlFRJDG1OYvDedat5YS+xqFRKsJTv3rJ+fZuXHqyA46wRcX"
    "7mwBEKTGUES6m2tvVB/c/pKbI9Z5N8X9YuzwuETAgsTvpwWjbF/JkI1/U8CdyuZjXaxf39"
    "TUKZXVynhvTd0+3F1cOHI68PSCMDc0a6DXXyXJhgzcEAu4zHd/77ahjizUUMjw8H9Wqdal"
    "5dAzSwMgTHdEyqwdEclnR2ONNI0QKyFnPyaMeklO4oDhvoxNDATNp572mLSalzrsrZJ1Nk"
    "mmgtSj4upcjLfISCXMz9rUvbwVt2o0ZKXnnAbfaAV6DknpyEoOrjNvcxsCdz46VUL6dEVT"
    "+3uZ+fTTQpt/EqKal6uQu9vJ4LvUcqJSbdQkAtCy3b7I4yMyop2ciMasl+t85NKLUB/V10"
    "s7vSS3ZzUlJ1c6u7+QXa7HNw+W8vjySaixsc1fVQVAm4KgG3u2Ab2+hNf7OiiwIbve9Ah1"
    "2h7B7vROyVuBH74nmk15CIz57J27GVMzBjoL0F1maM6M+Cc30MZmXm+ZtugsqZ5d630lLJ"
    "6/53tOlgIwZY/KioLUI/IWHhveyRkvUVQ9gtfg2V8Kvw3EbubB6WBt3B1CWkXMsQfs1NxK"
    "f3zMjD978KPw0/uI9qs/ATafdTZOpQV3v12rT4ol5PWSC4c1zkJezH/LewH2dew+5PBQG8"
    "kYSEgKvf6KAcB+U4yOg4KNO4RtM4Muz2s42DTY9SG8fBl0xbx6F/kTSOYyZw2jqO7Oa9jO"
    "NwLPAPZ/cGPsM6DmdEzvHs4cRT72SXeCPqBK3E9qAGAtK9NPy8yILmOX898zx7tpNa6XoP"
    "SyDtN71bslS9U08lLRNBoDGRPWh2Zt1fAGZkbxSPLUUyNW22kzPA1D3vsSUmt7DzmNYWFX"
    "At6Ma0a2wXZRpTj7uB4m30fE+exZZMuokz0o9teivRCNrGZN5neHx+zUHuqxajNq1x+d7L"
    "4seeGSR8D4+boMP38fgZOjLE3ms55J5OKgHCfnMJ6dZ0SDLnOOovj/d3HA+aexS1bkxw73"
    "8903A6HH9nwaUwEj5zwPTD7ejfadyXN/cXadeBXuDirU+VfP0/ea1tGg=="
)
