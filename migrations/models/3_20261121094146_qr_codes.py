from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "media" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "media_type" VARCHAR(32) NOT NULL,
    "width" INT NOT NULL,
    "height" INT NOT NULL,
    "size" INT NOT NULL,
    "file" VARCHAR(40) NOT NULL UNIQUE,
    "sha256" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_media_account_847c29" UNIQUE ("account_id", "sha256")
);
        CREATE TABLE IF NOT EXISTS "qr_codes" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "mark" VARCHAR(16) UNIQUE,
    "title" VARCHAR(80) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "content" TEXT NOT NULL,
    "given" JSON NOT NULL,
    "design" JSON NOT NULL,
    "grade" VARCHAR(8) NOT NULL,
    "scans" BIGINT NOT NULL,
    "last_scanned_at" TIMESTAMP,
    "deleted_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" CHAR(36) REFERENCES "links" ("id") ON DELETE CASCADE,
    "logo_id" CHAR(36) REFERENCES "media" ("id") ON DELETE SET NULL,
    "name_id" BIGINT REFERENCES "names" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_qr_codes_deleted_71aa7d" ON "qr_codes" ("deleted_at");
CREATE INDEX IF NOT EXISTS "idx_qr_codes_link_id_04a519" ON "qr_codes" ("link_id");
CREATE INDEX IF NOT EXISTS "idx_qr_codes_logo_id_794458" ON "qr_codes" ("logo_id");
CREATE INDEX IF NOT EXISTS "idx_qr_codes_name_id_7171cc" ON "qr_codes" ("name_id");
CREATE INDEX IF NOT EXISTS "idx_qr_codes_account_c2398b" ON "qr_codes" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "qr_styles" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "name" VARCHAR(40) NOT NULL,
    "folded" VARCHAR(40) NOT NULL,
    "design" JSON NOT NULL,
    "chosen_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "logo_id" CHAR(36) REFERENCES "media" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_qr_styles_account_2923b3" UNIQUE ("account_id", "folded")
);
CREATE INDEX IF NOT EXISTS "idx_qr_styles_logo_id_fc83eb" ON "qr_styles" ("logo_id");
        CREATE TABLE IF NOT EXISTS "batches" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "typed" TEXT NOT NULL,
    "options" JSON NOT NULL,
    "codes" JSON NOT NULL,
    "done" INT NOT NULL,
    "unread" JSON NOT NULL,
    "tries" INT NOT NULL,
    "made_at" TIMESTAMP,
    "beat_at" TIMESTAMP,
    "packed_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_batches_expires_319d63" ON "batches" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_batches_account_d406a1" ON "batches" ("account_id");
        ALTER TABLE "names" ADD "printed" INT NOT NULL DEFAULT 0;
        ALTER TABLE "visits" ADD "placement" VARCHAR(16) NOT NULL DEFAULT '';""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "media" (
    "id" UUID NOT NULL PRIMARY KEY,
    "media_type" VARCHAR(32) NOT NULL,
    "width" INT NOT NULL,
    "height" INT NOT NULL,
    "size" INT NOT NULL,
    "file" VARCHAR(40) NOT NULL UNIQUE,
    "sha256" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_media_account_847c29" UNIQUE ("account_id", "sha256")
);
        CREATE TABLE IF NOT EXISTS "qr_codes" (
    "id" UUID NOT NULL PRIMARY KEY,
    "mark" VARCHAR(16) UNIQUE,
    "title" VARCHAR(80) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "content" TEXT NOT NULL,
    "given" JSONB NOT NULL,
    "design" JSONB NOT NULL,
    "grade" VARCHAR(8) NOT NULL,
    "scans" BIGINT NOT NULL,
    "last_scanned_at" TIMESTAMPTZ,
    "deleted_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "version" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" UUID REFERENCES "links" ("id") ON DELETE CASCADE,
    "logo_id" UUID REFERENCES "media" ("id") ON DELETE SET NULL,
    "name_id" BIGINT REFERENCES "names" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_qr_codes_deleted_71aa7d" ON "qr_codes" ("deleted_at");
CREATE INDEX IF NOT EXISTS "idx_qr_codes_link_id_04a519" ON "qr_codes" ("link_id");
CREATE INDEX IF NOT EXISTS "idx_qr_codes_logo_id_794458" ON "qr_codes" ("logo_id");
CREATE INDEX IF NOT EXISTS "idx_qr_codes_name_id_7171cc" ON "qr_codes" ("name_id");
CREATE INDEX IF NOT EXISTS "idx_qr_codes_account_c2398b" ON "qr_codes" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "qr_styles" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(40) NOT NULL,
    "folded" VARCHAR(40) NOT NULL,
    "design" JSONB NOT NULL,
    "chosen_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "logo_id" UUID REFERENCES "media" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_qr_styles_account_2923b3" UNIQUE ("account_id", "folded")
);
CREATE INDEX IF NOT EXISTS "idx_qr_styles_logo_id_fc83eb" ON "qr_styles" ("logo_id");
        CREATE TABLE IF NOT EXISTS "batches" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "typed" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "codes" JSONB NOT NULL,
    "done" INT NOT NULL,
    "unread" JSONB NOT NULL,
    "tries" INT NOT NULL,
    "made_at" TIMESTAMPTZ,
    "beat_at" TIMESTAMPTZ,
    "packed_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_batches_expires_319d63" ON "batches" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_batches_account_d406a1" ON "batches" ("account_id");
        ALTER TABLE "names" ADD "printed" INT NOT NULL DEFAULT 0;
        ALTER TABLE "visits" ADD "placement" VARCHAR(16) NOT NULL DEFAULT '';""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "names" DROP COLUMN "printed";
        ALTER TABLE "visits" DROP COLUMN "placement";
        DROP TABLE IF EXISTS "media";
        DROP TABLE IF EXISTS "qr_styles";
        DROP TABLE IF EXISTS "qr_codes";
        DROP TABLE IF EXISTS "batches";""",
    "postgres": """
        ALTER TABLE "names" DROP COLUMN "printed";
        ALTER TABLE "visits" DROP COLUMN "placement";
        DROP TABLE IF EXISTS "qr_styles";
        DROP TABLE IF EXISTS "media";
        DROP TABLE IF EXISTS "qr_codes";
        DROP TABLE IF EXISTS "batches";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztnetv4zYSwP8Vw5+2QG4vcZ53OBzgZNM23TzajdMruigE2qJtXWTJK8nJur3934+U9R"
    "Ypi7IkU8x82YfEke3fUOTMcIb8q7+wdWy674eTib2yvP4/e3/1LbTA5B/ZWwe9Plou4xv0"
    "gofGpt8WbRr5F9HY9Rw0oQ+bItPF5JKO3YljLD3DtshVa2Wa9KI9IQ0NaxZfWlnGlxXWPH"
    "uGvTl2yI3Pf5DLhqXjr9gN/7t81qYGNvXUtzV0+tn+dc1bL/1rT083H773W9KPG2sT21wt"
    "rLj1cu3NbStqvloZ+nsqQ+/NsIUd5GE98TPotwx+cXhp843JBc9Z4eir6vEFHU/RyqQw+v"
    "+arqwJZdDzP4n+cfLv4Kslmmna/cNIe7weaVpfgN3Etih3g2qBgPm2eW4MxL/apx9w9ePw"
    "07vjs+98BLbrzRz/po+r/80XRB7aiPrQY8p4gQwzD/pqjhw26Eggw5p81WYoh4AaQNpfoK"
    "+aia2ZNyf/HZyeFDD+dfjJx0xa+Zxt8kZsXpX74NZgc4/yjvn6fwvgDdvXQze8EOONX+DW"
    "+V4clsB7ccilS2+l4S6R677ajq7NkTsXoZwTVBD34LAMb9KK350Pc8RNZM1WaCbUpZMyKn"
    "IuQ5nPOEvYMxZY+9O2hBCnhNpj3B+6Bvr7T+gZOR5qat5L0z4rM0af8Yfos9wITewSsSE6"
    "EmgRtLt2PbxoB/FFmWGaP0rnBmny/mui02BKqEXOUwfjdigfnZXAfHTG5UxvZcZmw3p2Nd"
    "NYGF4e9Y3lcUbntFSGtbHxE7awDmw2acbnGf0SfxscnZyfXByfnVyQJv73jK6cF7C/uR9l"
    "wDqY/CzXE2ebFwS8ebybHrhyMcPh29JtQ6FKWCuNEIcdgfqM18JMUzKANIvUnmrEitUQYw"
    "T4QJBQG4zNNSWY4aoHku/Df3TQHi6gOLq5u34cDe9+po9fuO4X08c1HF3TOwP/6jpz9V12"
    "0ose0vvPzejHHv1v7/eH++tsuCNqN/q9T78TWnm2ZtmvGtKTTMLL4aWUkicOpuAraDktCW"
    "qWTs000jh9TkTB6IUxmjy/IkfXUnfi/uBi1yWc3HxvuAwkv//4CZvIh5nXexByfdw8pbtK"
    "j68G9kguyLUjoXvU5XeiGM8C6wbaDc9d+AgV+aCloVHbYzdEw6XxEa9VZbRymVE3EUBP4S"
    "NU5OP7A7vxuSWPUBWPh2Y70hmhmapwvjikgb7rDPaLc0X+oTAj11ubu0N6pE9RldIYeZP5"
    "rowu6UNUJeTOkbMroEf6DJUAUUfEHtg81yR/azFYZK8gi8zuevDZ9JMyrgcjESThlfATQZ"
    "IOECSCqJsIohsz7DKCHvw1mlhCuVSQ+lcZdfxiTISWwGIJBRfN688FgcBdlQGjE4G7dAKK"
    "62kuxlYFRWdlQdVSqxp/XRrkcRUUnZZsR81tTlYqaTlINNbErLy0VJ3WnrSa3WLb5VY3co"
    "jzfL+3HWzMrI947VO+IV8FWUybI5863kmuOdeLXHbQa+R0ZPoVAUB+NvY2ltrw8Wr44br/"
    "jb9s1KQfd79RZs6JCxdO+B5ctDojj/t2acy4WQjMV5qRfhCoT16PYpN+8I/B4Pj4fHB4fH"
    "ZxenJ+fnpxGOUh5G8VJSRc3vxAcxJSA3WYpMB366a2qbOSQPh+RywBbt1Wt86d26+WCN1I"
    "QEGnrn68c/occfsvIVaD8SdZ+p1Kxt+S/FJPKEctIQEZatkMtTFyHKxr47WIKZ0S2sGS7s"
    "5rsjVKCt5Jk0zpUr0g0IRIoz20GzDB1WvL1ct22xq4lswykbKvbmWaeE9TQMnn9+6fbm+L"
    "nOe95WPIOXG1u0q8yS9khBeixEN+fCFKb6w3vvA5OZi5czQ4Pev/AWvGMq0Z+5rfAMvR5r"
    "vAaSkF/eDjMiXBx/ya4ONcUfCroXuMAneulxS1b89Haj6SVpubNCcz9lykji8WAJ4Mnq7x"
    "J2MA4NIMmwNLBsupYQoNpmF75WK1J2UyRE74GSInuQyRwIYQgBtLKDhL1R+thRScKvZX54"
    "K28sfEZFGtcnEcKRzhg1rX7CHsIHMVSFcgNRmbuUJkztaR02eEZ6J7B0URmknQao9ZINwB"
    "rSgVJCFUj7MACSF90a3F2t9VrMMW8DNeetrUsRcC7nBKBta0RyzDaD8pdx/QemR7yGQNvN"
    "G9woFXR2syWpJmMPLCyMteQCzSQiihUqSsFSUkIudzO8/8cYFMkx8834ioBP14cH4WYab/"
    "KQL7eDe8vc2TJGOZwKwWtFYJYm0x3olpTJibVRQMBbGMSkhbHgzcCWLu5FTAPRIB7JWxvx"
    "j4VRB7JALYd8DuGp7tCJOPpQC+EHx53JZfkemjZ7ktm3sH29yWF9oM3BZwW8Bt2cPYDW5L"
    "vy63xVhgK9zmpmzQMyWkYOSz/s3nwTusyzt8Cefnsp01ElCwow5OT0v0VNKq4Eym01yeCv"
    "jf4H+/Iezgf781F/Ane+VYyPzZJr48Z/O/bJODIofwv5vGsIvEG/UBA/2LWCUJEeVykxvY"
    "RwLPiMchGO1ICCmTN9Dy1Dhee8xktgLqkQgwr8bc34ZPdDxPCAH3ztkjd7blzblB6cTdQi"
    "tkQdtBYFqC2VAKowQC03sYvCEw3YfAdJcC0/6kIRCajtqr1F8hOA3B6Q5RhuD028EOwem3"
    "5gw+LLH1Aa37DE8wvHVQ5AbapJGmozX4gOADQtqBAnVWj8gHkz+fil4vHApc0gIWpeDdb/"
    "vdl4F+fds3Ba9ZWZcubK+gR1fPwp4kw+qvNJP/k7+JS25oje4VDq9+LUDz4+vnKDBLBkhy"
    "L7XzI73U+gDclTEAIvASmGAtO8xy+B5vEv0z+bWiqx+hjErY61j+gIWkukgGFXuiMbRISC"
    "WeLQ8IDp5ix8EM9nzzOSmjoAndyKLIyltorr1yxE7QTUspyProsMwmqaQVf730MLdNKqVG"
    "t+heMTYxKmYdSwHr8qwnaLFExkwoDSArB7zL8/awI9yzQxngLNCvbctjpjRv6daxGNAuR9"
    "t37RxGMJRPOiGiIOUy5y/wj1/Inb4wMTwxuEF7Bck20n91/GKIWXaxhIqMa8+BGzv2qyvm"
    "pSREFER8VqYXn/E78Vn+cIG162EhuyKWAMAlAJvImq3QTGiYSMooCLn+gWJpoglmF6LxKa"
    "eE2sPc73cIsiRLgsOl8REzM6+COwdFy4FoaWjPeJ95V3CsWxvHuvl/CwwAYXsFh9j65zHd"
    "mGFXaHyNJaCQOos3V0g9NRzX06b2SsjaTUsp2I/LcOZjzlH2q3FFIaeEgPE2xnCaVpVpr3"
    "OnaflvxcqtpOisbA2qlvPAHSU07eAX+7mSntOSoGWZtSz/6Xh7ODi+goOS85ilPxxvD1xb"
    "Oxtv5TJDbyKHvhGtPIVP6aa90e6xbxEvRrQmyXJrvEaLlLc1aNMf/nzTczCB7npuz+86WO"
    "8ZVg/1nkZXPb82/qA3XvfIY9/3M+yEhRmBoM/9500UalOG/wdU4siT9sYPGHH2WOC7grxN"
    "FlRwA4vwhm7gOdcNPM+6geELlcfL7dxJEZWSO2ureKKDoph9FkvAycXFxlkwfu9qmEXLEd"
    "1kutUwizuUqFHWpM3BNThKWhsNWBqBBUsoznHPsV/9v/3b5rpnGgvD6xlujx6iSaSr2yTi"
    "H8O0XhKuCVgwYMF0ZdQCC6ZjFoz8UabuWzKShpmkNGd2izM1adLc0opjhkVzG1Qi8w0aWq"
    "vcRvF7op+lV+6ES98hFabuVBh3bjse4agLJcSkpRS0EOrP2yBfyzMsP4SsrRyhkwYYogoi"
    "HxyeXJQpayDN+JUN/s00eM/wTKHOHQkol+o5KFXcMCgobhiwihvibybWqZNiyrE+LcX6tI"
    "D1aZ61ZTNPcyjIXLTZZzl0ny/piSU7c2FvziHGX5cGmT4rJDGkJSGJQeYkBn9DYc0Pe4lF"
    "pTKClXx3yfS6n50llsh1X23i/MyRKxSYyglWGtpk00Hz8/TUdnxnk/xeVintpW2bGFmc9O"
    "GsbIb5mAg3NZ+Eble7I9rlw8NtajC7vMl06funu8vrT++OfB2QRobH6ekO1sm8MPE010Pe"
    "ijF9F28KxBBvL2J4fDhodtSpZ38gpKGlIdinE1It9uboSme7M40UPWPWYk4R7YQUjB3lYS"
    "OdGBoek3bRZngJKThMrJp9MrVN034VJZ+UAvIqn1OhFvOgdGnTeasWamTkwQOW2QNeooo1"
    "OSlB0LHMOkbOZG68VNJyRhT0LLOex6Y9qVZ4lZYELXdBy69zoc26MmLKLQQ0stCyye6o8k"
    "alJVt5oySpd+vcCwUF6G9CzaulXlHNaUlQs9RqfsEO+7Bh/hbxsUR7cYOjpiZFSMCFBNzu"
    "gm2t0Jv+zYouChR636MOu0L5Gu/kW//F8bM6dwT0i3MVpIYqiMglntaugB7pMxTis2N+e2"
    "JxEc0YaO+QtR7Z9M+Sw+EIzaoMhXutEysYCP1fpWXy+4Pf6NDORmzU5JFlG4RBzsazvx8m"
    "JRuMnZFagjtUIrjlzR17NZtHV0N1MIdbcl3LEf5WWKtAvzOjVCH4KfxKhfB71FuokKpMmN"
    "qmjnUoZ5RpfQp28CwR/zoucxjAMf80gOPccQDBqyCAN5ZQEHD9tSDgW4FvpaJvBaZxg6Zx"
    "bNjtZhuHdaFKG8fhj8xax5F/kTaOEyZw1jqO7eadjOOoL3Bt48BpZpjHsTvNt5CTjjuU81"
    "bqviqU8y6QwziwumCXj6B9LTUUEu27Xv/JIVBGGsG9KLPgfsFfb7/ILbezz53ms+WcOd0k"
    "2vBg9y72Xe5JhSP8lVfnto9TChvrv0XrnNe/jVJLnCHId3fD375LLXPePtz/EDZPgL+6fb"
    "jMAJ8ZL5ixEvnT48M9G3ckkF1kNiZe738903Ab8z8S0954ZZieYbnv6cfuY+ajgIqVkeWe"
    "mSLpA7LKIF+TefosXxuxBKijdnXMHCS22UgkoMBAlJlIy8yj/Gk0d0QfFE7sp3CCUrSq10"
    "2kxSEJV+YsI0gMfQNKhsTQN6FmSAx9E2qGxNA+JIZKuHiZMiPjBYiyRBMiO+DsjBEhAtOe"
    "2aIwYxGAmd5yjvzNhFnkViaEGtohS82UJ8hnaC2fITv61gC25Mq6XJ27LNPEdLMdKDs9Tx"
    "hobYn2MgJNjJEpoOTze/dPt7f93JxWA9E7rBtIWaSJWZyDlJ/FtGOezpbUjkdv7XNl5HZs"
    "bh1sSe5waasu5EBDTkfdOR2Q6xyfQF4m8+CEn3lwwtgVE3KdGwUMq69Srb5O5raLrSqR7a"
    "QgrFHJHPCECB0EleSDCbGN/cQ2wHHsruN4ibzJvM9wGzc3DoqcxjFt0kJBAHiHe/UOIXW6"
    "2bR/8ggGX37idCSgQLZi22nTtv8NGSmMfGcxIQLeYv3eInsvGL46IgE5lEE/Txll6LbFiA"
    "Ny12DD5spk9taWwbKyHIwYgzq/W8cS0K9r79fk27AGGW7HjtpDz8727AXScYXYXkIMInsy"
    "R/bGGHlVdvmOxUC/Mut3iSru454SBB3LrGMoLngTapboHNkSapZkCaFzWpZ/qU0SzSq3OC"
    "TjMsZu+3g1uZCx2dWLsZARbffFX8iIdxWDdQx11zHcib0USnOLBOoJtEu0eVH9++uAzQnW"
    "CFgjUJm3b5jxZorla8liGSglU7qUrKsWNVSSNVhJ5m2OBtiRZ7nzILqJMx4fZXL4htgx2K"
    "lrwZ2DIpcPxW2kcfneyskOOy5G8j087j4cfB+PvxGHCsU2g9PTEo4eacX19Px7me05yEsl"
    "QDhoriDdo1Lnwh4VnAt7lD8XlruTalFKFG8n1RaSR/bjEdSWJpIzYtuczL79H4T4c9s="
)
