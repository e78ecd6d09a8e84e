from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE "accounts" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL UNIQUE,
    "name" VARCHAR(80) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "time_zone" VARCHAR(64) NOT NULL,
    "theme" VARCHAR(8) NOT NULL,
    "plan_name" VARCHAR(16) NOT NULL,
    "links_limit" INT,
    "requests_limit" INT,
    "links_used" INT NOT NULL,
    "keys_used" INT NOT NULL,
    "of_age_at" TIMESTAMP NOT NULL,
    "created_at" TIMESTAMP NOT NULL
);
CREATE TABLE "sessions" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "device" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "last_seen_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_sessions_expires_6bcc94" ON "sessions" ("expires_at");
CREATE INDEX "idx_sessions_account_7516aa" ON "sessions" ("account_id");
CREATE TABLE "api_keys" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "name" VARCHAR(60) NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "first_four" VARCHAR(4) NOT NULL,
    "last_four" VARCHAR(4) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "last_used_at" TIMESTAMP,
    "revoked_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_api_keys_account_28a086" ON "api_keys" ("account_id");
CREATE TABLE "api_key_usage" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "requests" INT NOT NULL,
    "key_id" CHAR(36) NOT NULL REFERENCES "api_keys" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_api_key_usa_key_id_8198c0" UNIQUE ("key_id", "month")
) /* API requests counted in a UTC month, by key. */;
CREATE TABLE "api_usage" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "requests" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_api_usage_account_db1af5" UNIQUE ("account_id", "month")
) /* API requests counted in a UTC month, by account: the row the monthly limit is kept in. */;
CREATE TABLE "links" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "short_code" VARCHAR(64) NOT NULL,
    "destination_url" VARCHAR(2048) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "description" VARCHAR(500) NOT NULL,
    "notes" VARCHAR(2000) NOT NULL,
    "expires_at" TIMESTAMP,
    "click_limit" BIGINT,
    "password_hash" VARCHAR(200),
    "forward_query" INT NOT NULL,
    "redirect_status" SMALLINT NOT NULL,
    "via_api" INT NOT NULL,
    "followed" BIGINT NOT NULL,
    "scans" BIGINT NOT NULL,
    "last_followed_at" TIMESTAMP,
    "paused_at" TIMESTAMP,
    "archived_at" TIMESTAMP,
    "blocked_at" TIMESTAMP,
    "blocked_why" VARCHAR(500) NOT NULL,
    "deleted_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_links_deleted_726ff9" ON "links" ("deleted_at");
CREATE INDEX "idx_links_account_577626" ON "links" ("account_id", "created_at", "id");
CREATE TABLE "names" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "folded" VARCHAR(64) NOT NULL UNIQUE,
    "shown" VARCHAR(64) NOT NULL,
    "held_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" CHAR(36) REFERENCES "links" ("id") ON DELETE SET NULL
);
CREATE INDEX "idx_names_account_785427" ON "names" ("account_id");
CREATE INDEX "idx_names_link_id_95a8fe" ON "names" ("link_id");
CREATE TABLE "tags" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(32) NOT NULL,
    "folded" VARCHAR(64) NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_tags_account_f658de" UNIQUE ("account_id", "folded")
);
CREATE TABLE "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
);
CREATE TABLE "link_tags" (
    "link_id" CHAR(36) NOT NULL REFERENCES "links" ("id") ON DELETE CASCADE,
    "tag_id" BIGINT NOT NULL REFERENCES "tags" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "uidx_link_tags_link_id_15a20b" ON "link_tags" ("link_id", "tag_id");
CREATE INDEX "idx_link_tags_tag_id" ON "link_tags" ("tag_id");""",
    "postgres": """
        CREATE TABLE "accounts" (
    "id" UUID NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL UNIQUE,
    "name" VARCHAR(80) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "time_zone" VARCHAR(64) NOT NULL,
    "theme" VARCHAR(8) NOT NULL,
    "plan_name" VARCHAR(16) NOT NULL,
    "links_limit" INT,
    "requests_limit" INT,
    "links_used" INT NOT NULL,
    "keys_used" INT NOT NULL,
    "of_age_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "sessions" (
    "id" UUID NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "device" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "last_seen_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_sessions_expires_6bcc94" ON "sessions" ("expires_at");
CREATE INDEX "idx_sessions_account_7516aa" ON "sessions" ("account_id");
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(60) NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "first_four" VARCHAR(4) NOT NULL,
    "last_four" VARCHAR(4) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "last_used_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_api_keys_account_28a086" ON "api_keys" ("account_id");
CREATE TABLE "api_key_usage" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "month" VARCHAR(7) NOT NULL,
    "requests" INT NOT NULL,
    "key_id" UUID NOT NULL REFERENCES "api_keys" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_api_key_usa_key_id_8198c0" UNIQUE ("key_id", "month")
);
COMMENT ON TABLE "api_key_usage" IS 'API requests counted in a UTC month, by key.';
CREATE TABLE "api_usage" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "month" VARCHAR(7) NOT NULL,
    "requests" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_api_usage_account_db1af5" UNIQUE ("account_id", "month")
);
COMMENT ON TABLE "api_usage" IS 'API requests counted in a UTC month, by account: the row the monthly limit is kept in.';
CREATE TABLE "links" (
    "id" UUID NOT NULL PRIMARY KEY,
    "short_code" VARCHAR(64) NOT NULL,
    "destination_url" VARCHAR(2048) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "description" VARCHAR(500) NOT NULL,
    "notes" VARCHAR(2000) NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "click_limit" BIGINT,
    "password_hash" VARCHAR(200),
    "forward_query" BOOL NOT NULL,
    "redirect_status" SMALLINT NOT NULL,
    "via_api" BOOL NOT NULL,
    "followed" BIGINT NOT NULL,
    "scans" BIGINT NOT NULL,
    "last_followed_at" TIMESTAMPTZ,
    "paused_at" TIMESTAMPTZ,
    "archived_at" TIMESTAMPTZ,
    "blocked_at" TIMESTAMPTZ,
    "blocked_why" VARCHAR(500) NOT NULL,
    "deleted_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "version" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_links_deleted_726ff9" ON "links" ("deleted_at");
CREATE INDEX "idx_links_account_577626" ON "links" ("account_id", "created_at", "id");
CREATE TABLE "names" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "folded" VARCHAR(64) NOT NULL UNIQUE,
    "shown" VARCHAR(64) NOT NULL,
    "held_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" UUID REFERENCES "links" ("id") ON DELETE SET NULL
);
CREATE INDEX "idx_names_account_785427" ON "names" ("account_id");
CREATE INDEX "idx_names_link_id_95a8fe" ON "names" ("link_id");
CREATE TABLE "tags" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(32) NOT NULL,
    "folded" VARCHAR(64) NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_tags_account_f658de" UNIQUE ("account_id", "folded")
);
CREATE TABLE "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);
CREATE TABLE "link_tags" (
    "link_id" UUID NOT NULL REFERENCES "links" ("id") ON DELETE CASCADE,
    "tag_id" BIGINT NOT NULL REFERENCES "tags" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "uidx_link_tags_link_id_15a20b" ON "link_tags" ("link_id", "tag_id");
CREATE INDEX "idx_link_tags_tag_id" ON "link_tags" ("tag_id");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        """,
    "postgres": """
        """,
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtv4zYW/SuCP80C3VnHjp10sVjAzmS27iROMXHaRYuBwEi0TVgWXYlKxtvmvy9J6y"
    "1RlmRLI6n8Esckrx7n8nHug/QfvS3WoWG/n2gadkzS+6fyR88EW0j/iVd9p/TAbhdUsAIC"
    "ng3eFhwa8ULwbBMLaOxiS2DYkBbp0NYstCMIm7TUdAyDFWKNNkTmKihyTPS7A1WCV5CsoU"
    "UrfvtCi5Gpw6/Q9r7uNuoSQUOPPC3S2b15uUr2O1729DT78JG3ZLd7VjVsOFszaL3bkzU2"
    "/eaOg/T3TIbVraAJLUCgHnoN9pTuG3tFhyemBcRyoP+oelCgwyVwDAZG719Lx9QYBgq/E/"
    "tz+W/30ULNVHX+sFAfbxeq2iuAnYZNhjtiWqDAvB2uGwDCS3vsBjc/TD6/G47/xiHANllZ"
    "vJLD1XvjgoCAgygHPUAZbgEykkDfrIGVDrQvEMOaPmo1KHsAVQBpbwu+qgY0V2RNvw5Glx"
    "kY/zz5zGGmrTjOmI6Iw1CZu1WDQx3DO8CXfxaA12t/HnS9ggDeYADXju91Pwe8130huqwq"
    "Cu4O2PYrtnR1Dex1EZQTgh2Ee9DPgzdtJe7O/QTiBjBXDlgV6tJhmS7inAdlMcZxhAnaQv"
    "V/2CwEcUSoPox7ExuBf/wINsAioKp1L4r2OM8cPRZP0ePEDE15SbEp2heoEWh7bxO4rQfi"
    "6zzTtHiWTkzSdPyrRZfBiFCNOC8tCOtB+WKcA+aLsRBnVhWbm5G5sVUDbRFJQj0ziWB2jk"
    "rFsEYHO+EI1i5na8z8vGIP8ffBxeXV5fVwfHlNm/Dn9EuuMrCfzRcxYC1IX8smxbFNCkp4"
    "k/AeeqBjwxSD70i39YRKwVpqhui3BNQN3BfGNCIjIY1DipcqZbEqSJkBPlBIGAdLxzUiGM"
    "NVdyXfe/+0kA9noLiY3d8+Lib3P7HLb237d4PDNVncspoBL93HSt/FFz3/Isovs8UPCvuq"
    "/Powv427O/x2i1977JmAQ7Bq4lcV6GFMvGKvKKJkzYIM+BJajkpKNTdOzczTuNyEvGCs4B"
    "lom1dg6WqkJugPNrRtipOd7A1TV/Ljp8/QABzMpN5dl+vj4SrtVXpQ6vKRhJPrRITmoM1j"
    "IhsesEMqW1tPQ2iyQ5/gvqsYOXaqV6kIQE/eJbqID+e7p+FzRy/RVXgIWJ2IzgKsugQOW9"
    "vwAItWu2TVdrCNlwCTDijdvTe7U2w1S4kthhY6cWwxvKbK2GJ3Y4s6WkE7hUeL3X6BROei"
    "i+d3XOvwBWmFvKqBRAfjMOcPL0pbsMyE0QpbMBrTtIlqQ2iWUHRcVqq60aqGX3eIXq6Eoq"
    "OS9ai5zsWqS1p2c9fUYiwvKnVOttdYzR7hdgmHWQLiJL4fsQXRyvwE9xzlGX0UYKZyjmQ2"
    "YitxTZhetNgCr77REetXFAD62pAcmNrk8Wby4bb3JvZEVmnHzQ/KTBhxni9ObMH5Dr/mmG"
    "9TtBIGtlKHdEpEy1Vfcy2KQ0Tr+8FgOLwa9Ifj69Hl1dXouu+HtpJVWTGu6ew/LMwVmai9"
    "uJfYrFtiQ0+LK4rtjkBCmnVHzTp7jV/NIuj6Ah006s4P75pdpzj/C4mdgfw1LKNDkj9J/p"
    "KOvWjwoSCgIZET0Dw+TtoBpmTSdTHpeLc9A64542aN7KtHMQ2N0wig9P7K/Onu7lvZJm60"
    "O237mh8Hz9i9Foq4N8dEkRGmc0eY5O6qgCnnCX+MxeGPcSL8IcN3lRoiS2TZRF1ixypkSk"
    "ekOtiP8+AshjmBMg/QFAU5IiQxPoaxjJOWWfZaZ1nzUcG2B5SNk4ZkpQ+lyZq24AvelNJz"
    "VFJquclalp4y6dxpjiPitDDpWRPJqVY6l0tepa/GxyvFWxPG8qi/RvWVd9Rp05v8NFO8/b"
    "UK7zpQV5CpAOVpcaNssUnW3ynPe4Ve9n0vhl1h4RRH0G9suySf1Fnr3hcZu25D7PqgrIQC"
    "xKagL9BBMzALXs8MvBKagVdxM9AbUEl4j26Qz9fF2wDw+bdxF+RngUS13KwptLs8OXPn71"
    "OJWde25cWJWdChmpS7JiQcOdlGBUzDZbAUxTVULPzKP3m1sVf4CSAKsiml2NFPszwnKX6b"
    "VPYSMk0kg5EMpi2zlmQwLWMwzfcytZ/JNNTN1Eg609x0fJ5nlMJovPwjMaHxDweoNNclwh"
    "mikTsK5heZCvNNU2HsNbYIxVEvlBATleogQ6hi27VNkMldyKpjFTo7O0W0g5AP+pd5jhBl"
    "zTKOHr5MHCRKEDEKnorrCtR4gGhVk0YNZzuHn6xYpw6LdQ7rUS6sRxlYj5JYm5iknZiVkb"
    "noCXQOX9oTc3bmzN6cgLhBe71lEkN15zUaSNuIDubN8krFBDt0MG8tDqrG/AhD03RQ/Tq9"
    "xBY3Nun7WikRjCnGBgSmIH04LhvD/JkKV7WeeGZXvTPa9OHhLjKZTWexLj1/up/efn53wX"
    "VAGyEi6OkW1Om6oBHVJoA4Kcv34xYYRoarMCFen8dw2B9UO+sMB1djf55hX7Jmlsf7yd1d"
    "EuAXBFSwQwX7dEiqxt7sl7S2Oy+xYeDXtJ38WetmWKozZ4TXvGTaGkg9UTgDdl9EYl4Oc3"
    "dPx6Hzls1gj8lL06DJpsEOlNysEBGUOm6yjoGlrdFLKS3HRKWem6znZwNr5XakRCWlltug"
    "5dd1il0rdiTExDrnIa3EA30Ie5cZUVHJWkZUQzYCtW5AyZ25fwk1Ozu9pJqjklLNjVbzC7"
    "Ts1OCs0GsQkqjPb3BR1aIoMxNlZmJ7ga1tB2x9v8bVTFPo7Jtfj/3M0D0w9wvM/ubsyyV/"
    "a+ib7n7I6MX8rdRY1qr7jhbra5RgJH/Hyo1EbvgpbwxZt+P7anFrQifUkbWFndXaL/XUkT"
    "pWaLmaQPgtMwOXPXNKAq77KuL8W+85zpt+G8m3dY9Qlpt0GhRckOfS5XBeDAc5fBfDgdB1"
    "waoScctvfP54owA+f4azJMaSGHeHGJ+N/Al+grMw+yv7O5yton/eS8b5n8+go/QvRPLi/C"
    "9ghifRP98QEB85DC2krdMIoFuTyQFB0KYxBw7/VdjeiS4hMY8TetzEXEPscusC2RiMRnkS"
    "WkcjcUIrq4vxDTqoCiDsNu8guhe5An0XGYG+i2Sgj96RwDSm8ePjw1wQ/AlE4iEBpBHlT8"
    "VAdosJRxq4DIxIHMDD9N395L9xuG/uHqZxyscuME3jfHVuJn77PxxYB2Q="
)
