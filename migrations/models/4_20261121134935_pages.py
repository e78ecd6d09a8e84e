from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "pages" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "slug" VARCHAR(64) NOT NULL,
    "title" VARCHAR(60) NOT NULL,
    "draft" JSON NOT NULL,
    "version" INT NOT NULL,
    "changed_what" VARCHAR(40) NOT NULL,
    "changed_at" TIMESTAMP NOT NULL,
    "published" JSON,
    "number" INT NOT NULL,
    "published_version" INT NOT NULL,
    "published_at" TIMESTAMP,
    "views" BIGINT NOT NULL,
    "last_viewed_at" TIMESTAMP,
    "blocked_at" TIMESTAMP,
    "blocked_why" VARCHAR(500) NOT NULL,
    "deleted_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_pages_deleted_da0025" ON "pages" ("deleted_at");
CREATE INDEX IF NOT EXISTS "idx_pages_account_6aaae0" ON "pages" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "page_revisions" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "content" JSON NOT NULL,
    "what" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "page_id" CHAR(36) NOT NULL REFERENCES "pages" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_page_revisi_page_id_9466c8" ON "page_revisions" ("page_id", "id");
        CREATE TABLE IF NOT EXISTS "subscribers" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "consent" VARCHAR(300) NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "token_digest" VARCHAR(64) NOT NULL UNIQUE,
    "confirmed_at" TIMESTAMP,
    "unsubscribed_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "page_id" CHAR(36) NOT NULL REFERENCES "pages" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_subscribers_page_id_481e6a" UNIQUE ("page_id", "email")
);
CREATE INDEX IF NOT EXISTS "idx_subscribers_account_c544c3" ON "subscribers" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "reports" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "name" VARCHAR(64) NOT NULL,
    "reason" VARCHAR(16) NOT NULL,
    "words" VARCHAR(1000) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "closed_at" TIMESTAMP,
    "link_id" CHAR(36) REFERENCES "links" ("id") ON DELETE CASCADE,
    "page_id" CHAR(36) REFERENCES "pages" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_reports_link_id_1fccd8" ON "reports" ("link_id");
CREATE INDEX IF NOT EXISTS "idx_reports_page_id_2b03e4" ON "reports" ("page_id");
CREATE INDEX IF NOT EXISTS "idx_reports_closed__337cbd" ON "reports" ("closed_at", "created_at");
        ALTER TABLE "accounts" ADD "guest_digest" VARCHAR(64);
        ALTER TABLE "names" ADD "page_id" CHAR(36) REFERENCES "pages" ("id") ON DELETE SET NULL;
        ALTER TABLE "media" ADD "variants" JSON NOT NULL DEFAULT '{}';
        ALTER TABLE "links" ADD "page_id" CHAR(36) REFERENCES "pages" ("id") ON DELETE CASCADE;
        ALTER TABLE "links" ADD "page_block" VARCHAR(40) NOT NULL DEFAULT '';
        ALTER TABLE "qr_codes" ADD "page_id" CHAR(36) REFERENCES "pages" ("id") ON DELETE CASCADE;
        CREATE UNIQUE INDEX "uid_accounts_guest_d_7256a1" ON "accounts" ("guest_digest");
        CREATE INDEX "idx_names_page_id_e74c53" ON "names" ("page_id");
        CREATE UNIQUE INDEX "uid_links_page_id_12e70c" ON "links" ("page_id", "page_block");
        CREATE INDEX "idx_qr_codes_page_id_f46bf7" ON "qr_codes" ("page_id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "pages" (
    "id" UUID NOT NULL PRIMARY KEY,
    "slug" VARCHAR(64) NOT NULL,
    "title" VARCHAR(60) NOT NULL,
    "draft" JSONB NOT NULL,
    "version" INT NOT NULL,
    "changed_what" VARCHAR(40) NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "published" JSONB,
    "number" INT NOT NULL,
    "published_version" INT NOT NULL,
    "published_at" TIMESTAMPTZ,
    "views" BIGINT NOT NULL,
    "last_viewed_at" TIMESTAMPTZ,
    "blocked_at" TIMESTAMPTZ,
    "blocked_why" VARCHAR(500) NOT NULL,
    "deleted_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_pages_deleted_da0025" ON "pages" ("deleted_at");
CREATE INDEX IF NOT EXISTS "idx_pages_account_6aaae0" ON "pages" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "page_revisions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "content" JSONB NOT NULL,
    "what" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "page_id" UUID NOT NULL REFERENCES "pages" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_page_revisi_page_id_9466c8" ON "page_revisions" ("page_id", "id");
        CREATE TABLE IF NOT EXISTS "subscribers" (
    "id" UUID NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "consent" VARCHAR(300) NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "token_digest" VARCHAR(64) NOT NULL UNIQUE,
    "confirmed_at" TIMESTAMPTZ,
    "unsubscribed_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "page_id" UUID NOT NULL REFERENCES "pages" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_subscribers_page_id_481e6a" UNIQUE ("page_id", "email")
);
CREATE INDEX IF NOT EXISTS "idx_subscribers_account_c544c3" ON "subscribers" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "reports" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(64) NOT NULL,
    "reason" VARCHAR(16) NOT NULL,
    "words" VARCHAR(1000) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "link_id" UUID REFERENCES "links" ("id") ON DELETE CASCADE,
    "page_id" UUID REFERENCES "pages" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_reports_link_id_1fccd8" ON "reports" ("link_id");
CREATE INDEX IF NOT EXISTS "idx_reports_page_id_2b03e4" ON "reports" ("page_id");
CREATE INDEX IF NOT EXISTS "idx_reports_closed__337cbd" ON "reports" ("closed_at", "created_at");
        ALTER TABLE "accounts" ADD "guest_digest" VARCHAR(64) UNIQUE;
        ALTER TABLE "names" ADD "page_id" UUID;
        ALTER TABLE "media" ADD "variants" JSONB NOT NULL DEFAULT '{}';
        ALTER TABLE "links" ADD "page_block" VARCHAR(40) NOT NULL DEFAULT '';
        ALTER TABLE "links" ADD "page_id" UUID;
        ALTER TABLE "qr_codes" ADD "page_id" UUID;
        ALTER TABLE "names" ADD CONSTRAINT "fk_names_pages_2316e654" FOREIGN KEY ("page_id") REFERENCES "pages" ("id") ON DELETE SET NULL;
        CREATE INDEX IF NOT EXISTS "idx_names_page_id_e74c53" ON "names" ("page_id");
        ALTER TABLE "links" ADD CONSTRAINT "fk_links_pages_cd686bab" FOREIGN KEY ("page_id") REFERENCES "pages" ("id") ON DELETE CASCADE;
        CREATE UNIQUE INDEX IF NOT EXISTS "uid_links_page_id_12e70c" ON "links" ("page_id", "page_block");
        ALTER TABLE "qr_codes" ADD CONSTRAINT "fk_qr_codes_pages_dab8904b" FOREIGN KEY ("page_id") REFERENCES "pages" ("id") ON DELETE CASCADE;
        CREATE INDEX IF NOT EXISTS "idx_qr_codes_page_id_f46bf7" ON "qr_codes" ("page_id");
        CREATE FUNCTION kliqs_tell_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('kliqs_names', folded) FROM names WHERE page_id = OLD.id;
    RETURN NULL;
END $$;
        CREATE TRIGGER pages_tell AFTER UPDATE OF number, published_at, blocked_at, deleted_at ON pages
            FOR EACH ROW EXECUTE FUNCTION kliqs_tell_pages();""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "idx_qr_codes_page_id_f46bf7";
        DROP INDEX IF EXISTS "uid_links_page_id_12e70c";
        DROP INDEX IF EXISTS "idx_names_page_id_e74c53";
        DROP INDEX IF EXISTS "uid_accounts_guest_d_7256a1";
        ALTER TABLE "accounts" DROP COLUMN "guest_digest";
        ALTER TABLE "names" DROP COLUMN "page_id";
        ALTER TABLE "media" DROP COLUMN "variants";
        ALTER TABLE "links" DROP COLUMN "page_id";
        ALTER TABLE "links" DROP COLUMN "page_block";
        ALTER TABLE "qr_codes" DROP COLUMN "page_id";
        DROP TABLE IF EXISTS "subscribers";
        DROP TABLE IF EXISTS "pages";
        DROP TABLE IF EXISTS "reports";
        DROP TABLE IF EXISTS "page_revisions";""",
    "postgres": """
        DROP TRIGGER IF EXISTS pages_tell ON pages;
        DROP FUNCTION IF EXISTS kliqs_tell_pages();
        DROP INDEX IF EXISTS "idx_qr_codes_page_id_f46bf7";
        ALTER TABLE "qr_codes" DROP CONSTRAINT IF EXISTS "fk_qr_codes_pages_dab8904b";
        DROP INDEX IF EXISTS "uid_links_page_id_12e70c";
        ALTER TABLE "links" DROP CONSTRAINT IF EXISTS "fk_links_pages_cd686bab";
        DROP INDEX IF EXISTS "idx_names_page_id_e74c53";
        ALTER TABLE "names" DROP CONSTRAINT IF EXISTS "fk_names_pages_2316e654";
        DROP INDEX IF EXISTS "uid_accounts_guest_d_7256a1";
        ALTER TABLE "accounts" DROP COLUMN "guest_digest";
        ALTER TABLE "names" DROP COLUMN "page_id";
        ALTER TABLE "media" DROP COLUMN "variants";
        ALTER TABLE "links" DROP COLUMN "page_block";
        ALTER TABLE "links" DROP COLUMN "page_id";
        ALTER TABLE "qr_codes" DROP COLUMN "page_id";
        DROP TABLE IF EXISTS "subscribers";
        DROP TABLE IF EXISTS "reports";
        DROP TABLE IF EXISTS "pages";
        DROP TABLE IF EXISTS "page_revisions";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zYW/SsafcrOeLOO/NydnZ2xnbR14kcaO91OMx0OJEIS1xSp8GFHbfPfF6D4Jk"
    "ARFEmB0P1SNyQOJZ0LAvdenAv8OVzYOjbd1xeTie1b3vBfgz+HFlpg8j/5WweDIVoukxv0"
    "gofGZtAWrRsFF9HY9Rw0oQ+bItPF5JKO3YljLD3DtshVyzdNetGekIaGNUsu+Zbx1ceaZ8"
    "+wN8cOufHld3LZsHT8DbvRP5dP2tTApp75toZOPzu4rnmrZXDt8+frtz8ELenHjbWJbfoL"
    "K2m9XHlz24qb+76hv6YYem+GLewgD+upn0G/ZfiLo0vrb0wueI6P46+qJxd0PEW+SckY/n"
    "vqWxPKwSD4JPqf4/+EXy3VTNPu7h+1h3ePmjYU4G5iW5R3g1qBEPN9/dyEkODqkH7A1U8X"
    "n14dnf4toMB2vZkT3AzoGn4PgMhDa2hAesIyXiDDLBJ9NUcOm+gYkOOafNV2WI4IaoHS4Q"
    "J900xszbw5+efo5LiE418uPgU0k1YBzzZ5I9avyl14a7S+R/lO+A3+CtAbtW+G3ehCQm/y"
    "AnfO7/lhBXrPD7ns0ltZcpfIdV9sR9fmyJ2LsFwAKkj36LAK36QVvzsfFhg3kTXz0UyoS6"
    "cxKvJchWU+x3mGPWOBtT9sS4jiDKg7jocXroH+8R49IcdDbc17WbZPq4zRp/wh+rQwQhO/"
    "RGyIjgEdEu2uXA8vuqH4vMowzR+lC4M0ef810WkwA+qQ56mDcTcsvzmtQPObUy7P9FZubD"
    "asJ1czjYXhFam+tjzO6JxF5bg21nHCBq5Dn02a8XlGv8TfR2+Oz47Pj06Pz0mT4HvGV85K"
    "uL++e8wR62Dys1xPnNsiEOgt0rvugb6LGQHfhm4bgWrRWmuEOOwJqU94JcxpBgOU5imd0X"
    "dZ040Z+SMyl+Vxtaaz/BggUdzcvEtmTzUSL2iIQfNbQhH1dtlUZ4A5nvUQ+Tr6nx5GHiVE"
    "P17fvnt4vLj9SB+/cN2vZkDXxeM7emcUXF3lrr7KuxfxQwb/vX78aUD/Ofjt/u5dPrEUt3"
    "v8bUi/E/I9W7PsFw3paU6iy9GljJEnDqbE17ByFglmls7MNKc7fUrlG+mFMZo8vSBH1zJ3"
    "kv7gYtclPLnF3nAZIn/48AmbKCCzaPcwuf2wfkp/jZ5cDQf1QjpxS4buUJ/fiXJ6Flg30H"
    "b03EaPUJEftDQ06uVtR9HF0viAV6py5LvM/KYIQZ+jR6jITxB5bcfPDXmEqvR4aLYlO49o"
    "pio5Xx3SQN92BvvZuSL/ozBHrrcytyfpgT5FVZbGyJvMt+Xokj5EVYaWZA7akp+PCk9jrj"
    "+mDx9jZ9uII36QslTNkbNtV3qgz1CJIBrS2iObF+QWby1Gi/wVZJEXTA8/m35SLohliLdS"
    "8S1fvJUOpUG8pa54SzwXvWUWWmb5VvNpaB0/GxOhZesEoaDQpXn9FqSA6wwYvUgBZ0Vjrq"
    "e5GFs1DJ3HgqmlNjX+tjTI42oYOovsxsxdTlYqWTksDtDEvLwsqklvT1rLbvDtCutkBYqL"
    "/P5gO9iYWR/wKmD5mnwVZDF9jmK5Ry95LYRe5LKDXuKgI9evCAHkZ2Nv7aldPFxdvH03/M"
    "5fgGwzjrtbG7MQxEVLcPwILl7nkyd8uzRmXOUQ85VmSIZC88kbUawlQ/8cjY6OzkaHR6fn"
    "J8dnZyfnh7F2qHirTER0ef0j1RFlBupIWMQP66a2qbOEW/y4I0FAWLcxrHPn9oslwm4MUD"
    "Coa57eOX2OuP+XgjXg/EkmmVXJ+VuSX+oJ6UpTCFCV5lWlY+Q4WNfGKxFXOgPawpPuz2uy"
    "MUsK0UmbnFLRhyChKUirPbR/ZNKVWUEyUxAgE+LmzuLm/BjQAK8VxV9S9tWNnKYGvQyh5P"
    "MHd59vboaFgaABRivKNPrJaGrk4zBaRVzesfBMTr+qWxHDWkjNyH7FCmt++ivWcTeb/vqS"
    "nh7cORqdnA5/B0mDTJKGwPJrwgps8zM0WZSCaZqjKrtMHPG3mTgq7DPxYugeY88UbhAft+"
    "8uhG8/0dtYFD8nM/ZcpDQ8AQCfDD5d4w/GAMBlM2oOXDK4nBqm0GAatVduKeG4ioDpmC9g"
    "Oi4ImEIfQoDcBKHgLNX8YsIzcgwUbkOYpfj9w/0dm+I0Jr+UYEy8wV8D03BbGxhSTtjYN0"
    "zPsNzX9GN34YdRjjLLChHVr24vfs1b4erm/jLvsNEHXIJobx+XeeTPostiWuWSlVLkJg4a"
    "VflAJkjmCsS+kNRmuuwKETdKR86QkTGL7x2UJc0mYasd6sa4A1qZeCwFaiZ+AwnZUHQD0e"
    "73Du1xUPKEl542deyFQIYigwEVzCPLMdqNSPctWj3aHjJZA298r3Tg1dGKjJakGYy8MPKy"
    "V8nLrBAhVEpedmKE1GLG3C5y/rBApslfz1hDVCL9aHR2GtNM/1FG7MPtxc1NkUkylgnMam"
    "FrlUhsLO0+MY0Jc6OkkqEgwahEaceDgTtBzF0ES3iPIUB7bdqfDfwiSHsMAdq3oN01PJu5"
    "iU0p8wkKyBciX56w5RdkBtSzwpb1vYNNYcszbQZhC4QtELbsYOyGsGXYVNhiLLAVbYxVNe"
    "mZASmY+Wz+iBmIDpuKDp+j+blqZ40BCnbU0clJhZ5KWpWcvHhS2FwK4m+Iv/eIdoi/9y0E"
    "fG/7joXMjzaJ5TnbheabHJQFhP9bN4Z9Z/Y0BgztL+KVpCDKycVb2HkGz0jEIZjtSIGU0Q"
    "10PDWOVx5TzFbCegwBzutxHmzcKTqep0DAe+/8kVvb8ubcpHTqbqkXsqDtIDEtwWwohVMC"
    "iekdDN6QmB5CYrpPielg0hBITcftVeqvkJyG5HSPWIbk9P7QDsnpfQsG75fYeotWQ0YkGN"
    "06KAsDbdJI09EKYkCIAUF2oECd1QMKiCmeaEevlw4FLmkBi1Lw7nf97svAfnM7aoWvWdWQ"
    "LmqvYETXzMKeJMPqL1TJ/ynYxKUwtMb3SofXoBag/fH1S5yYJQMkuZfZjJNe6nwA7ssYAB"
    "l4CVywjgNmOWKPvaT+ifxa0dWPCKMS7U0sf8BCUlNMhhV7ojm0GKQSnx0PCA6eYsfBDO75"
    "7nMao6AL3cqiiO8tNNf2HbEzt7MoBbl+c1hl31rSir9eeljYuZayRndN9xmbGJVznaCA6+"
    "pcT9BiiYyZkAwgjwO+q/PtYUe4Z0cY4FmgX9uWx5Q0b+jWCQzYrsZ2ENo5jGQon+kUREGW"
    "qxyJwT8Ro3AgxsTwxMgN2yvIbCv9V8fPhphnlyBU5LhxDdzYsV9csSglBVGQ4tMqvfiU34"
    "lPi+c9rFwPC/kVCQIIrkCwiayZzzwVj09xGqMgyc0PFEsTTTC7EI3PcgbUHc3DYY9IlmRJ"
    "8GJpfMBM5VV456BsORAtDe0J71J3BSftdXHSXvBXYACI2is4xDY/j+nGDLtC42uCgELqPL"
    "2FQuqp4bieNrV9IW83i1KwH1fhmU9zgeWgGleU5AwION7EMZymVWfa691pWsFb4bu1DJ3H"
    "NmBqOQ/cUcLSDn62n2rZOYsEK8tsZflPx+vS3asfoBQiZukPx9sBr52djee7zNSbyKFvxC"
    "qfo6f009/o9ti3mC9GtibN5cZ8jRYbb2PSZnjx8XrgYEK667mDoOtgfWBYAzT4/Hg1CGrj"
    "Dwbj1YA89vUwx50wmJEI+jJ8Wmeh1mX4v0MljjyyN37CiLPHAj8U5G2yoEIYWEZvFAaecc"
    "PAs3wYGL1QRXq5nTsNUUnc2VjFEx0UxfyzBAEnF5c7Z+H4va1jFi9H9JPTjY5Z0qFEnbI2"
    "fQ6uw1HR22jB0wg9WMLiHA8c+yX4G9w2VwPTWBjewHAH9BBNgq7vk4h/DNN7SYUm4MGAB9"
    "OXUQs8mJ55MPJnmfrvyUiaZpLSndkuz9SmS3NDK44ZHs1NWInMd2horXILWpcvw2UkSSN/"
    "tbFpT54KbkLGk8iu5wkXxINApmmBjDu3HY/wqAvJZLIoBf2G5tUc5Gt5hhUkljXfETp/gA"
    "FVkPLR4fF5lWIH0oxf7xDczBLvGZ4p1LljgHIC0FGlkodRScnDiFXykHwzsU6dhinH9Ukl"
    "rk9KuD4pcm3ZzDMeSvSMNvuEh/7zS3pixc5c2psLFONvS4NMnzWkDVkkSBtkljYE2wxrQT"
    "JMLFeVA9aK6CWz6272m1gi132xSUg0R65QuqoArDW0yWaD9ufpqe0EISj5vawC20vbNjGy"
    "OKLiPDbH+ZiA25pPorCr2xHt8v7+JjOYXV7nuvTd59vLd59evQlsQBoZHqenO1gn88LE01"
    "wPeT5j+i7fKogB7y6PeHQ4anfUaWbXIKShpSHYp1OoDntzfKW33Znmj54wa4mnjO0UCsaO"
    "6mSn8mpCU2QapZzrf1xldjzmT47HhbkR6cSf85idumwnwhQKTnKr5wZObdO0X0SZT6OAeZ"
    "UPCVGL87BubN1561bJ5PCQaJA50bBENQuiMkCwscw2Rs5kbjzXsnIOCnaW2c6BR13LzFkk"
    "WLkPVn6ZC+2UloMpF3S1sp61ltbUeaOyyE7eKEmKDXv3QkH1/16Y2V/qNc2cRYKZpTbzM3"
    "bYJz3z9+dPEN3lDd60NSmC+llO9XMhay7GaAqyBZ39cctBSy6LljzfcRsg9mO1vQnk7K0b"
    "SU29qvV3gaB/WdlvgV0g7lCPQ/XiBhDpfvjVCcTdWxL0s3MVKsQVpMjBS9thVYKJMPQpeI"
    "iiDLlz5GzbhR7oMxTiZ8vyoJQKA80Y1N4ia/Vo0/9WnCke0azO9LvTMtuSeSL4VVquPCr8"
    "jQ7tbCTKTJ/4uKYwFLc9BdsJU2bD2SU2S3iHIsJb3tyx/dk8vhqZgzkhketageHvpaVe9D"
    "szKr3Cn8Iv9Iq+R9N1XmmnzzZ1rEM1uEwrzLABcoUM9lGVs1SO+IepHBVOUwlfBQF6E4SC"
    "BDdfNAfZEYjnZQo9m9qDEFzjFl3jxLHbzjeOyuqVdo6jH5n3juP4Iuscp1zgvHec+M1bOc"
    "dxX+D6xmFageEeJwkHvoecTm20evIH7Huw60mvzC9eIEdIUh+1b6TYTKJjK5o/eAnq7WNy"
    "z6tIZs75ipnzgmDmifwqEW6j9h1Sa4YzSh/7Lveg10f8jVcQvItDXlvrv2VKhXe/BtmHWK"
    "QQEfnq9uLXgONYqHBzf/dj1DxF/NXN/WWO8JnxjBlagvcP93dsumNAXiZiTLzBXwPTcFuL"
    "P1LT3tg3TM+w3Nf0Y3cx81GCyo2R5z03RdIH5I1Bvibz8G6+NRIEmKNxc8wcJLYrUwxQYC"
    "DKTaRV5lH+NFo44RRKn3ZT+kRZtOpXPmXhIKOXWScI0u49MDJIu/fCzCDt3gszg7R7CNJu"
    "CRcvM25ksgBRldEUpFVptyROhAiZ9swWJTOBAJkZMulfJpllYWUK1NJWgqpKnnpR7dGPXg"
    "zikJ0Ue0QLJVsSW1GmIGVn3chpau7eTChb6yhMaGN1HTISmppwMoSSzx/cfb65kbseSUZG"
    "N5Yj5T2uBgi9xbqBlGU05WNy+ihfY7elimyD8OjBWwW8MpRH61sHG6RHLm3VB4U+KI6aVh"
    "yBEr/FDTxBid8ywaANkEobMJnbLrbqrLukgbCCKnM6HvLHkPKUj0xIFu0mWQSBY38Dx0vk"
    "TeZDRti4vnFQFjSOaZMOylUgOtxpdAjC/naLUsgjGPzyZf0xQAEtbdeifjv4hgyBLT9YTE"
    "EgWmw+WmTv5cQ3RwyQwxj085Qxhm5bjDwgVyEQNVdGd96Yvsq3HIwYgzq/WycI6NeN92vy"
    "bViDDLdjx+2hZ+d79gLpuEZuLwWDzJ7Mmb0xRl6dUyQSGNhXZvsuUc1zQjJAsLHMNobSl7"
    "0ws0THwVcwsyRLCL2zsvxLbZJYVrnFIRmXMbbbZa7NhYxAyMlYx4gEnvxlDKqShD239nuN"
    "wzX9mcgaR9ReQYFW81ulwrZbCblV1G+nfPXbaVH95qApY+oqEb9FADkSjUqtZkCZ8rDJZO"
    "NkjqxZcHAlK8bhjx95nHLDSPMi2oiyOrLNNBJyBlJHk0t/TAb4OUtwwJ8xMqCtZo3+JP1a"
    "mR4sfzHGjsDskABgJapQWx31Sk181mVigWI+xTXWC3JYWDKQeV54NvCL4LaDMUSZ92YX2w"
    "5SFuvvOphBwxsm8xs2Nu2aK69ZJFi5D1Z+ma9EAtYcTLl49eSwSsBKWnEj1uBevu4TtvFU"
    "/oUCLcNemFn+VW5ZTKvcMvcuiO3sNDU4y7vsGGbOcWgi7DS2xZh87MBJ5xspcvCz4bILus"
    "TOOl8/RqEBLUOT64/pw8fY2fZgx/hBqlLlBMfeb92f6EMUeufaFG7FLx9DvJV+McsFXFpm"
    "KGhZyRXtPSgs3ILDxZtNpvIFXdzj0soqS3nHpXUgjVFolVNUrdG9SqMzLV0LOg3Ih+xDPm"
    "RnG4f3yKj1MyHd7h0sKaXb7x68G6F/KgZheIzZCIXvM+ZCoqa3vI16GF4gwyxsdwu1ALse"
    "HMpcx7XNBByYGKCgBzM6qVIOQFpxfZjgXuEsY5fpnJdIehOIgiwfVVofPSpZHz0qro+ayJ"
    "r5zJmOT3MaoyDPoyp9md+TC4Ut9hMmM6Mxw65QZ87jmmF6t1F/yzVE5OOmhrOoF/nksCCh"
    "kTn08a3YN6t1rGMRDvaW2d6Q0dgLM4PCo4UtwyFNBIKZTohtfNNwSMH1OAUXrm8zF2yjlW"
    "9+6i21xN7yOu3EtN3YP0h5C5Bh222GDc6bajFSJt3cZRVD8ulNEAoS3PyG7S+2ozMEQiUL"
    "3BFARXoPK6UuaTM+xYfF5CVEhXXG5N5FhZkZWsjKaSAkeGS2ceqg5KqOVQoC51rJEfGrQm"
    "ZJvA+nnjd86jmc0d3bEP+BeLN4yBLYBDcOSrU1tAkcC6Z4EO9O7KVQFB8DlFvuPq8SAp3z"
    "A6BzCH/20zWWf1GsH04dhBstkemhGZPLskKmBFNrZyi5aOyumql/C5EyutPChxdDzNdszE"
    "fe/gb4fFw/RUk6k/FRpoDvAjsG+yTo8M5BWciHkjbShHz7Umm75Xaf/AiPu68qP8bjb6eq"
    "wmLX6OSkUjHESUkxxEk+1KMvlQDDYXMF2X1TdSWxbCGRoRuHOvDu6sALTmyXk9n3/wNbrk"
    "xu"
)
