from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "idx_letters_sent_at_82694f";
        CREATE TABLE IF NOT EXISTS "jobs" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(40) NOT NULL,
    "payload" JSON NOT NULL,
    "unique_key" VARCHAR(120),
    "due_at" TIMESTAMP NOT NULL,
    "fence" INT NOT NULL,
    "tries" INT NOT NULL,
    "begun_at" TIMESTAMP,
    "lost_at" TIMESTAMP,
    "done" INT NOT NULL,
    "total" INT NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "outcome" VARCHAR(10) NOT NULL,
    "ended_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_jobs_outcome_3d1149" ON "jobs" ("outcome", "ended_at");
        CREATE INDEX IF NOT EXISTS "idx_jobs_due" ON "jobs" ("due_at", "kind") WHERE "ended_at" IS NULL;
        CREATE UNIQUE INDEX IF NOT EXISTS "uid_jobs_unique_key" ON "jobs" ("unique_key") WHERE "ended_at" IS NULL;
        INSERT INTO "jobs" ("id", "kind", "payload", "due_at", "fence", "tries", "done", "total", "reason", "outcome",
                "created_at")
            SELECT "id", 'mail.send', json_object('letter', "id"), "due_at", 0, "tries", 0, 0, '', '', "created_at"
            FROM "letters" WHERE "sent_at" IS NULL AND "given_up_at" IS NULL;
        INSERT INTO "jobs" ("id", "kind", "payload", "unique_key", "due_at", "fence", "tries", "done", "total",
                "reason", "outcome", "created_at")
            SELECT "id", 'batch.pack', json_object('batch', "id"), 'batch.pack ' || "id", "made_at", 0, "tries", 0, 0,
                '', '', "made_at"
            FROM "batches" WHERE "made_at" IS NOT NULL AND "packed_at" IS NULL AND "tries" < 3;
        ALTER TABLE "batches" ADD "failed_at" TIMESTAMP;
        UPDATE "batches" SET "failed_at" = COALESCE("beat_at", "made_at")
            WHERE "made_at" IS NOT NULL AND "packed_at" IS NULL AND "tries" >= 3;
        ALTER TABLE "batches" DROP COLUMN "beat_at";
        ALTER TABLE "batches" DROP COLUMN "tries";
        ALTER TABLE "letters" DROP COLUMN "due_at";
        ALTER TABLE "letters" DROP COLUMN "tries";""",
    "postgres": """
        DROP INDEX IF EXISTS "idx_letters_sent_at_82694f";
        CREATE TABLE IF NOT EXISTS "jobs" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(40) NOT NULL,
    "payload" JSONB NOT NULL,
    "unique_key" VARCHAR(120),
    "due_at" TIMESTAMPTZ NOT NULL,
    "fence" INT NOT NULL,
    "tries" INT NOT NULL,
    "begun_at" TIMESTAMPTZ,
    "lost_at" TIMESTAMPTZ,
    "done" INT NOT NULL,
    "total" INT NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "outcome" VARCHAR(10) NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_jobs_outcome_3d1149" ON "jobs" ("outcome", "ended_at");
        CREATE INDEX IF NOT EXISTS "idx_jobs_due" ON "jobs" ("due_at", "kind") WHERE "ended_at" IS NULL;
        CREATE UNIQUE INDEX IF NOT EXISTS "uid_jobs_unique_key" ON "jobs" ("unique_key") WHERE "ended_at" IS NULL;
        INSERT INTO "jobs" ("id", "kind", "payload", "due_at", "fence", "tries", "done", "total", "reason", "outcome",
                "created_at")
            SELECT "id", 'mail.send', jsonb_build_object('letter', "id"::text), "due_at", 0, "tries", 0, 0, '', '', "created_at"
            FROM "letters" WHERE "sent_at" IS NULL AND "given_up_at" IS NULL;
        INSERT INTO "jobs" ("id", "kind", "payload", "unique_key", "due_at", "fence", "tries", "done", "total",
                "reason", "outcome", "created_at")
            SELECT "id", 'batch.pack', jsonb_build_object('batch', "id"::text), 'batch.pack ' || "id"::text, "made_at", 0, "tries", 0, 0, '', '', "made_at"
            FROM "batches" WHERE "made_at" IS NOT NULL AND "packed_at" IS NULL AND "tries" < 3;
        ALTER TABLE "batches" ADD "failed_at" TIMESTAMPTZ;
        UPDATE "batches" SET "failed_at" = COALESCE("beat_at", "made_at")
            WHERE "made_at" IS NOT NULL AND "packed_at" IS NULL AND "tries" >= 3;
        ALTER TABLE "batches" DROP COLUMN "beat_at";
        ALTER TABLE "batches" DROP COLUMN "tries";
        ALTER TABLE "letters" DROP COLUMN "due_at";
        ALTER TABLE "letters" DROP COLUMN "tries";""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "letters" ADD "tries" INT NOT NULL DEFAULT 0;
        ALTER TABLE "letters" ADD "due_at" TIMESTAMP NOT NULL DEFAULT '2026-01-01 00:00:00+00:00';
        UPDATE "letters" SET
            "tries" = COALESCE((SELECT "tries" FROM "jobs" WHERE "ended_at" IS NULL AND "kind" = 'mail.send'
                AND json_extract("payload", '$.letter') = "letters"."id"), 0),
            "due_at" = COALESCE((SELECT "due_at" FROM "jobs" WHERE "ended_at" IS NULL AND "kind" = 'mail.send'
                AND json_extract("payload", '$.letter') = "letters"."id"), "created_at");
        ALTER TABLE "batches" ADD "tries" INT NOT NULL DEFAULT 0;
        ALTER TABLE "batches" ADD "beat_at" TIMESTAMP;
        UPDATE "batches" SET "tries" = 3, "beat_at" = "failed_at" WHERE "failed_at" IS NOT NULL;
        ALTER TABLE "batches" DROP COLUMN "failed_at";
        DROP TABLE IF EXISTS "jobs";
        CREATE INDEX IF NOT EXISTS "idx_letters_sent_at_82694f" ON "letters" ("sent_at", "due_at");""",
    "postgres": """
        ALTER TABLE "letters" ADD "tries" INT NOT NULL DEFAULT 0;
        ALTER TABLE "letters" ADD "due_at" TIMESTAMPTZ NOT NULL DEFAULT '2026-01-01 00:00:00+00:00';
        UPDATE "letters" SET
            "tries" = COALESCE((SELECT "tries" FROM "jobs" WHERE "ended_at" IS NULL AND "kind" = 'mail.send'
                AND "payload"->>'letter' = "letters"."id"::text), 0),
            "due_at" = COALESCE((SELECT "due_at" FROM "jobs" WHERE "ended_at" IS NULL AND "kind" = 'mail.send'
                AND "payload"->>'letter' = "letters"."id"::text), "created_at");
        ALTER TABLE "batches" ADD "tries" INT NOT NULL DEFAULT 0;
        ALTER TABLE "batches" ADD "beat_at" TIMESTAMPTZ;
        UPDATE "batches" SET "tries" = 3, "beat_at" = "failed_at" WHERE "failed_at" IS NOT NULL;
        ALTER TABLE "batches" DROP COLUMN "failed_at";
        DROP TABLE IF EXISTS "jobs";
        CREATE INDEX IF NOT EXISTS "idx_letters_sent_at_82694f" ON "letters" ("sent_at", "due_at");""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2ziy/SsqfZqt8s068vNubd0qO8nMJvEjGzszU5uaYkEiJHFMkRo+7Ghn8t8vQP"
    "EBkgBNUCQFwv1lPCFxKOk02OhudDf+HK9cE9v+qw/udPyP0Z9jB60w+R/28sFojNbr7CK9"
    "EKCpHY373Z1GF9DUDzw0C8i1ObJ9TC6Z2J951jqwXIdcdULbphfdGRloOYvsUuhYf4TYCN"
    "wFDpbYIze+/kYuW46Jv2Gf/vPr2A2DmUu+GbmOyXXTQMH4Nzpq/WDMLWybuS9vmXRgdN0I"
    "Nuvo2pcv79/+GI2k32JqzFw7XDnZ6PUmWLpOOjwMLfMVxdB7C+xgDwXYZH4d/fIxCcml7Q"
    "8hFwIvxOkvMLMLJp6j0KYcjf85D50ZpWYUfRL9z/H/xV+NGWYYN7f3xt27e8MYS1A6cx0q"
    "DssJKH9/ft8+NyMkujqmH/DmXxeffzg6/VtEgesHCy+6GdE1/h4BUYC20EgWGcsP5PeVeX"
    "6zRB6f52R8gWnyRZtwnFzISM7mXUJfQlAHlI5X6JthY2cRLMk/jw8rKP754nPE8vFhxLJL"
    "XpPtu3MT35lEtyjZGblrtLFdxOH3w93tDZ9fBlKg2LRmweivkW35QVdUMxN6Glp2YDn+K/"
    "qx+5jTlCL65JXv/2GzRP9wffFrUQZvrm4vi5OfPuCyIJBYSz3gjcycz6MazfxYd6g58V9P"
    "6sx8Mko49aN7eapNwhgKyjS/JSQF1grzqc5Qxdkfw14l/zNAdVNB8v3763d39xfXn3JT/u"
    "3F/Tt6ZxJd3RSu/nBakEf6kNEv7+//NaL/HP3n9uZd8c1Ix93/Z0y/EwoD13DcJwOZLCfJ"
    "5eRSTrxz7MxwWbrvnYAv2HR8Qa6Em64kedjVy7Og3+B/Jq+Pz47Pj06Pz8mQ6FumV84qJP"
    "3+5r7wppBPw74Elel4oLJI5RQvQqeB2mFxLSgexbS9TnrHJs9rIGAGBvJVWb6m68gsK8lw"
    "UIWlVcUNkC2zqiTjgcoilR5GPvkGEh5DhujPTx535aTlnYWTwzrOAhkldBaie3mGmchQXY"
    "oZiHYcv67lj1W4YyWC03ib5LrJ4mDhVHnhnBGdEzSScR4JfrdyYqYh8vkDE76lF6Zo9vCE"
    "PNMo3XEnrmhs+dZqsipeQQ5aREKibNLvGW8jXOEgiCL7pQ2G+M5B1R6DHY3pY5shP58tE/"
    "YYYI9hf8qnsLKf1lnZiwqGWdlPiyu7h2fW2sIOR+1X2acMSEOaJyfHNXgmo4RER/fyTPvh"
    "9Hc8k+KZgejIci1XYFLhCkzKrkCAv3EovidXBX5rPF4LfqsslXe/3lfvh6WGytXtzU/J8O"
    "ImWZ7sZbDixAjEZCfjgewGZLvzuRF6HL4rnNwMop2T20kgwSdrWgMXiIGBl6ua+8PKd2E9"
    "YscI1w1kXICCnFWWM0QztBWzItGMi9nMDZ1gzAlnJLcOquIZaDuo+4AGBC/2GrzAK2RJ2W"
    "wpoB2L7XmWh+1VR38l6E3Ga+GC5Pk9r2MQn4vt4XNOAqrvP7lEVS6Rv5RhuQTUkO5Owhc2"
    "chYhWXFkyGYxOvJch2Uxx6UAETHbjP9y00TEFOdAPbrSF76F/v4BPSAvQP241ad1dPSpWE"
    "WfljQ0sUvkVHQK6JFof+MHeNUPxed11LRYS5eUNHn/DdllMAfqkee5h3E/LLe/VWJbzoNv"
    "2NbK4niVwsSoAqpRepRikYL2E6TIz/IDeW7LQKC3TO92BoY+5jh8z0zbBARJfUVSH/BGmt"
    "McBigtUrqg77JhWgvsS+2SFnGtVFgp5De3b5KhRxQgz5CLAOVAOwSCFNO2u4R9SozOLVvK"
    "DCvAtNuka78m1sFPvoGIJBpF98to2MdRLcCfN12IXecbq7DZZg4HDvJWWd7unLydTQp/c0"
    "DYtVNayAH2Vr7hYyxVE5NHabdStl+z4eMgsBupzTwSNKbKLxNkOmgrZolMB6aE3XOf/LhQ"
    "Ij8bLmPkjx8/YxtFZJblHqcwfCTfw7ncPmq4ks+uxjqooB99nzx3R6butk/RlST6d0eGbt"
    "CQtUc1PStsWmg3eq6TR+jID1pbtO/RjjPoYm193DZP0pGj0Ofu98sQ9CV5hI78RDsRu/Fz"
    "RR6hKz0BWuzIzj1a6ErOHx4ZYO66gv3be0P+R2OO/GBj707SHX2KrixNUTBb7srRJX2Irg"
    "ytyRq0Iz+fNF7G/HBKHz7d2Te7Sx+kLVVL5O06le7oM3QlKNrXMJiWCM15+gV5zjYhQRei"
    "uqz6yMVFOKUfxbiJuP7jgY402GiNOlUgl9ZCmMPC3f7nJK/EId+qCbTfFItt8sr/TiZHR2"
    "eTw6PT85Pjs7OT88M0i6V8qyqd5fL9TzSj5YANECYpLuLqEPlklx3TXBQTQsd5LnS3qNH+"
    "B26xm2cNxdkn50OPiufCS9siOtlEphyqzZI2ZSX7TCZTaaehRHGZ3x9dD1sL5yPeRCy/J1"
    "8F8Xs0l8siB8lrydIglz30lK6phXlFCCA/GwdbfX5x9+bi7bvx9/0UqyabFByLhdm/EBsr"
    "7FaJOmYKFKu2XawK5kin5oiJHy1e1/sKelOEhoV97derQjLEizD7bOQHRkPbvogFUSstav"
    "xtbZHHNWk9nEOCH6eylMGPAz8O/Ljn/bibrTBLTlySYiX24NI8LnXcN4gy9xVlnru2yStU"
    "FfsdGQLcuuejzEv3SaqUIQVo6NS1T++SPkfe/mNgUMGgsvG3Jr80kKqjZxBQRV86ww55Hj"
    "aNKeeIUrEpnQNBbfd38E465pQm9UoSykA6naHDI5Nm3kmSyUCATPCbe/ObizqgBV5rJvcr"
    "OVef5ZRRejlCyeePbr5cXY1LiqAFRmum4Q6TUUbzCRitU2bZc2GBmnZVv7mX20I5TvQrra"
    "ATh7/SOr12w19f2eXBX6LJyen2tDBIaVAlpSGS/JawEtviCE0epWGY5qhOV90jcVvdo1Jf"
    "3SfLDDg9ooVOfDq+Pxe++0Bva178kqzYS5lWmBkA+OTw6Vv/lTkXPBkOXHK4lG1y1253O4"
    "W2EtrvbhfbEBLkZggNV6n2NxMekWeh+NiVPMUf7m5v+BSzmOJWgjULRn+NbMvvTDEwRtg0"
    "tOzAcvxX9GP3YYdRjnLbCqVz7YpH2BUMNvqA4rl2kLTXRBSD2+ZRP4quimi1C1YqEZs4aD"
    "XLByJBKneYGApJXYbL3iBiRpmIW6ac3juoCprN4lF7zBsTKrSq5DEG1I7/BilkY9kDk/o/"
    "K2nATskDXgfG3HNXEhGKHAayYO55htF+knTfos29GyCbp3jTe5WK10Qboi3JMNC8oHn5u+"
    "RVUkgQOgUvexECs5mxdMuc362QbYv3M7YQnUg/mpydpjTTf1QRe3d9cXVVZpLoMolVLR6t"
    "E4mthd1ntjXjNsKsUAUZRidKe1YG/gxxu0RX8J5CgPbGtD9a+EmS9hQCtO9Au28FLretXC"
    "XzGQrIlyJfHbflZ2RH1PPclu29g+fclkc6DNwWcFvAbdmD7ga3ZdyW22KtsJM0xqob9MyB"
    "NIx8tn+kNniHbXmHj8n6XHeypgANJ+rk5KTGTCWjhFM1ugf+txKrGvjf4H/rTbsiLuAHN/"
    "QcZH9yiS8vaBdaHHJQ5RD+vh0MfWdeqA8Yy1/GKmEg2qWLd9HffEE8DsloBwPSJm+g56Vx"
    "ugm4yWwVrKcQ4LwZ51HjTll9zoCA98HZI9euEyyFQWnmbqUVsqLjIDCtwGqohFECgek9KG"
    "8ITI8hMD2kwHS0aEiEptPxOs1XCE5DcHpALENw+uXQDsHpl+YM3q6x8xZtxhxPMLl1UOUG"
    "umSQYaIN+IDgA0LagQZ1VncoIqZ8oh29XqkKfDICNqXg3e/73VeB/fY6asWvWV2XLhmvoU"
    "fXzsaeImr1Z5rJ/zlq4lJSrem9SvUa1QJ0r1+/poFZoiDJvVwzTnqpdwU8FB0AEXgFTLCe"
    "HWY1fI8XSf0D+bWyux8JRifa29j+gI2ktpiMK/ZkY2gpSCc+e1YIHp5jz8Mc7sXmM4vR0I"
    "TuZFMkDFaG74ae3JnbeZSGXL8+rNO3lowS75celjrXUtZo1/SQ08SomusMBVzX53qGVmtk"
    "LaTSAIo44Ls+3wH2pGd2ggGeJea16wTclOZnpnUGA7brsR25dh4nGCpmmoFoyHKdIzHEJ2"
    "KUDsSYWYEcufF4DZntZP6a+NGSs+wyhI4ct54DN/XcJ1/OS2EgGlJ8WmcWn4on8Wn5vIeN"
    "H2ApuyJDAME1CLaRswi5p+KJKWYxGpLcvqJY22iG+YVoYpZzoP5oHo8HRLIiW4IXa+sj5m"
    "ZexXcOqrYD0doyHvA+867gpL0+TtqL/koogGS8hiq2/XXMtBbYl9KvGQIKqYv0lgqp55bn"
    "B8bcDaWs3TxKw3lch2cxzSWWo2pcWZJzIOD4OY7hNK0my97gTtOK3orQbyToIrYFUat54I"
    "4Wkvbwo/vQSM55JEhZZSmrfzpen+Zecwel5DErfzjeHnjt7Wy80OeG3mQOfSNS+ZI8ZZj2"
    "Rr/HvqV8caI1LJfPxmuMVHjPBm3GF5/ejzxMSPcDfxRNHWyOLGeERl/u34yi2viD0XQzIo"
    "99NS5wJw3mBIK+jh+2UahtGf5vUImjTtqbOGAk6LEgdgVFTRZ0cAOr6E3cwDOhG3hWdAOT"
    "F6pMr3BysxCdkjtbq3iiSlHOPssQcHJxtXEW6+9dDbN0O2KYnD5rmGUTStYo69LmEBocNa"
    "2NDiyN2IIlLC7xyHOfor/RbXszsq2VFYwsf0QP0STo5jaJ/MdwrRfGNQELBiyYoWgtsGAG"
    "ZsGoH2UaviWjaJhJSXNmtzhTlybNFa045lg0V3ElstigobXKHeS6fB2vk5Q08teY2u7soW"
    "Qm5CyJ/H6edEE8JMi0nSDjL10vIDyaUmkyeZSGdkP72RzkawWWEwWWjdCTOn+AA9WQ8snh"
    "8XmdYgcyTFzvEN3MEx9YgS01uVOAdgmgk1olD5OKkocJr+Qh+2Zyk5qFacf1SS2uTyq4Pi"
    "lz7bjcMx4q8hld/gkPw+eXzMSak7lyNpcoxt/WFlk+G6Q25JGQ2qByakPUZtiIgmFysaoC"
    "sJFHr5hc99NvYo18/8klLtES+VLhqhKwkWpTTQbdr9Nz14tcUPJ7eQW2l65rY+QIkoqL2A"
    "LnUwLuaj1J3K5+Ndrl7e1VTpldvi9M6Zsv15fvPv/wOpIBGWQFgpnuYZOsC7PA8AMUhJzl"
    "u7pVEAfeXxzx6HDSrdZpp2sQMtDakpzTDKrH2ZxeGex0pvGjB8zb4qlim0GB7qhPNhNXk1"
    "oiWZR2pv9xndXxWLw4HpfWRmQSey7gTuqqToQMCk5ya2YGzl3bdp9kmWdRwLzOh4ToxXlc"
    "N7advE2rZAp4CDSoHGhYo4YFUTkgyFhlGSNvtrQeG0m5AAU5qyznyKJuJOY8EqQ8BCk/La"
    "U6pRVg2jldnexnbVNrmrxReWQvb5QixYaDe6Gg+v9FiDlcmw3FnEeCmJUW8yP2+Cc9i/vz"
    "Z4j+4gavu1oU2z6xClMXoMzmPf4mCsKkCB02PqtejXe/3ufeisSU+OH64te/5d6Mq9ubn5"
    "LhjOnx5ur2ErLNu0oqLexSyDHKQHagcziTGXL3VcndL07cFoj9VK8XhJqz9VlSmVe1edcN"
    "+pe32yDRdeMGDTg0Um64wc7DP7womX5Hgv7tvYkz8jWkyMNr1+NV3skw9Dl6iKYM+Uvk7T"
    "qF7ugzNOJnx3IsJusFLTjUXiNnc+/S/9ZcKe7Rosnyu9ey5op1IvpVRqEcLf6NHp1sxKtn"
    "T9jcUhgnEz5E7Zsps/HqkoolvkMR8a1g6bnhYpleTcTBXZDIdaPE8PfK0jr6nTmVdfFPER"
    "fWJd+j7bo61uhzbRObUH2v0o4+NJyusWNwVOfsmiPx4TVHpdNr4ldBgt4MoSHB7RcpEuK4"
    "nZCrM5QzlEblEG0kJkOwCcIjKnnybbXQBE+jQ08js5N3czWSrhBa+xrJjyw6G6m7lvc1GI"
    "+i6GxkbshOvkY6F4SuRhyl4XgbWfxG7HCwkaJOD66Bth37XvQOKtyMFfKkKkKS8a1sGSp0"
    "6kr754ZBu4iU3PM6GV/n4oSv81K+1wP5VTLcJuN7pNaOV5Qhzl3hOcXibIK9nFHc2fztO5"
    "tgYT1iTirMh7vbGz7dKaCY5WTNgtFfI9vyO/M/mGVvGlp2YDn+K/qx+1j5KEHVwijyXlgi"
    "6QOKwiBfk3v2vFgaGQLE0bo4Fh6SayqWAjRQRIWFtM46Kl5GSwf0QuXefir3KItO88K9PB"
    "yqQFROc4XKhBcgZKhMeBFihsqEFyFmqEwYQ2VCP68GVCYovFmcM9uzDZ+6jDKQTisTFDHa"
    "ZMh0F64smRkEyMyRSf9yyaxy4xlQR6k2umbsDaJYaRizGJJx9lKrlGxM7UhszbQQJSfrs5"
    "wya/fzhPJTdaUJba0sSUVCmQUnRyj5/NHNl6srtcvpVGT02Wq6osXVAqHX2LSQtowyNqZg"
    "jopzGnfM2nsm0esu2ES8cjK9trcOnkn18umoIRSYQIZX2xleUEjSYb9fKCTpmGDIxVAqF2"
    "O2dH3sNNnnYoGwY63y9gfEjyHkqR6ZECzaT7AIHMfhOo6XKJgtxxy3cXvjoMppnNIhPZQH"
    "gXe4V+8QCim6LQIij+DwK059SAEa5C73nfjgRt+Qk9AsdhYZCHiL7XuL/FZkYnGkADWEQT"
    "9PG2GYrsOJAwozBJLh2uT5t5bPFjoeRhylLp7WGQLmdevzeoVM3CAgxcAgHKVyOGqNGp6V"
    "kgOCjFWW8RxZdiMZ54AgY5VlDDUyL0LM+NvaIo9rIOY8sh8xKxL7HpyU1d8jUkSy2u1qqB"
    "h/360dXZcR+CgDkROATzITxfF3mt4HzblednDet8OFTHA+Ga9hZlH7LWqhP1dGbp20rVNx"
    "2tZpOW3LQ3PO0lWRtZUA1IiQaRWGh3rmcZvx39kSOYvogFaejyPWH0Wcdmqk/ezPhLIm+Y"
    "YsEmIGSnuT63BKFPySt1MuXjFyoJ1WjeEE/TpZHpxwNcWcXv3i4uEUAJuDpaLgZFYa8qsu"
    "FwsUiylusCdUwMKWgcrrwqOFnyT7E6YQbd6bffQnpCw2b0+YQ8MbpvIbNrXdhrvreSRIeQ"
    "hSflpuZBzWAkw7f/XksI7DSkYJPdboXrFgEfp9av9CQS7DixAzdC4UyxI6F0JaARRLwpn1"
    "ux83LjinToad1nqRqccOe05bc4KyE+E0pMjDj5bPr/yS4ehz/BiNFFremgmn9OFT7O164m"
    "b6IH2pWq/JitrCpLrLnqQrWR5eu16w88tHH6KRguoyqzDVVJzMQlaLVWcXGjm92XGaYdLR"
    "UTqrsCrYX7eBcTxndkso7DLVrcdIvzjbUHjoX1W9rujQvx7ytjTagpdNJeo/hai3RM8Oko"
    "ggWPcSgnV7a8c+IKE2Dxv125FZUUp378m8nyoUxmHjWIx5d05sMxb8x7YbCSczDK+QZZea"
    "CEOhyr6VQ5XpuJWZhAGTAjS0YCYndWpVyCihDRPdK53I7XON84p88wyiIctHtTbvjyo274"
    "/Km/fIp/kODbguAbVLluiEbxs5i5BrWYipZjEazutJHd0h1hylKjf3ARNLxFpgX2pCF3Ht"
    "ML3fKEvHBYXk4+aWt2rmaRawkE+nsqsZOqkt3Ogw2DIc5K2yvCGC9CLEDOleYllCupfCcT"
    "sIg0L2nHrBUNmjBiDEPOgQc5bnwo0x59JgqoLM+cybTqPMiX+704l1kKDQV4JCTmYlOTwT"
    "bG49lqFU1KiD9khKBY7KZOsUOYJ4wstyNAntfiNJ54AgY5VlPKyYERSCQtKRet42eIQD9g"
    "jjjH5uinqS6y/2A5migo4z02e2m62pjO6FnKL95hTBueUdehxkmvu83mRiejOEhgS3f/Df"
    "k+uZnJKoipT+BKAjvYe1kofoMDHFh+X0oWHZ2KrYY4MzsnMrtJSUWSC4yyrLmDYBkD0fPY"
    "PA+ehqeKW6kFnhkyanEe/ok7bWsULF81iYN1O1bd9hEqqoi39HrFk85m33RjcOKjd66RA4"
    "Xl5zJ96fuWspLz4FaJdwfl7HBToXO0Dn4P68TNNY/TTJYRh14G50RGaAFlwuqzKjMkyjRu"
    "1q0dhfetTwUlNVNKdlM1PB52vZ5yNvfwt83m+foiWdmX5UyeH7BXkOzvtR+TsHVS6fba2s"
    "gBjEQdBRCwlGBa5cJ4gKc5JWSX7ikq5cyPhVaUk7qHAfUynWdR9TgIa7aFX0Jv7jmdB9PC"
    "vtUELPsdQ1r+OZix3zIrOpqslTe7dCti1UHCmov4OLulcfR5Oz01Rh0H9UzeG764urq/KB"
    "RJG+LpEp5DEZrhONrR2dpn4oQZUoEZQIquKI7cfSvcCeNVuOOZZufKfS0kXZGGU2N16Kyb"
    "qjshQbo8IDPcU2k/gcTx3MpsnJSQ3DiYyqaHR2UmrBRV4qCYbj4Rqy+7puzlxVyhynRxH0"
    "eO6vx3PJTOhzMfv+/xNcwTU="
)
