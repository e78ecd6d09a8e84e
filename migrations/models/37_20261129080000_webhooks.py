"""Webhook endpoints, deliveries and their attempts, visits to report, and an index of links that expire."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "webhook_visits" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "link_id" CHAR(36) NOT NULL,
    "clicks" INT NOT NULL,
    "scans" INT NOT NULL,
    "since" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_webhook_vis_account_fe8620" UNIQUE ("account_id", "link_id")
);
        CREATE TABLE IF NOT EXISTS "webhook_endpoints" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "url" VARCHAR(2048) NOT NULL,
    "description" VARCHAR(200) NOT NULL,
    "events" JSON NOT NULL,
    "wants_visits" INT NOT NULL,
    "wants_expired" INT NOT NULL,
    "secret" TEXT NOT NULL,
    "last_four" VARCHAR(4) NOT NULL,
    "old_secret" TEXT,
    "old_secret_until" TIMESTAMP,
    "slow" INT NOT NULL,
    "failing_since" TIMESTAMP,
    "off_at" TIMESTAMP,
    "off_reason" VARCHAR(8) NOT NULL,
    "batch_sent_at" TIMESTAMP,
    "expired_until" TIMESTAMP NOT NULL,
    "replayed_at" TIMESTAMP,
    "replay_total" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "made_by_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_webhook_end_made_by_c7090c" ON "webhook_endpoints" ("made_by_id");
CREATE INDEX IF NOT EXISTS "idx_webhook_end_account_31ee5f" ON "webhook_endpoints" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_webhook_end_wants_v_33b15c" ON "webhook_endpoints" ("wants_visits");
CREATE INDEX IF NOT EXISTS "idx_webhook_end_wants_e_cbc7fb" ON "webhook_endpoints" ("wants_expired");
        CREATE TABLE IF NOT EXISTS "webhook_deliveries" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "event_id" VARCHAR(40) NOT NULL,
    "event_type" VARCHAR(32) NOT NULL,
    "body" TEXT NOT NULL,
    "state" VARCHAR(9) NOT NULL,
    "tries" INT NOT NULL,
    "last_status" SMALLINT,
    "due_at" TIMESTAMP,
    "replayed_at" TIMESTAMP,
    "ended_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "endpoint_id" CHAR(36) NOT NULL REFERENCES "webhook_endpoints" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_webhook_del_endpoin_a67239" UNIQUE ("endpoint_id", "event_id")
);
CREATE INDEX IF NOT EXISTS "idx_webhook_del_created_80aae6" ON "webhook_deliveries" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_webhook_del_endpoin_b759e4" ON "webhook_deliveries" ("endpoint_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "webhook_attempts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "status" SMALLINT,
    "problem" VARCHAR(24) NOT NULL,
    "milliseconds" INT NOT NULL,
    "answer" VARCHAR(2048) NOT NULL,
    "made_at" TIMESTAMP NOT NULL,
    "delivery_id" BIGINT NOT NULL REFERENCES "webhook_deliveries" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_webhook_att_deliver_3e3c5b" ON "webhook_attempts" ("delivery_id");
CREATE INDEX IF NOT EXISTS "webhook_deliveries_waiting" ON "webhook_deliveries" ("endpoint_id", "due_at")
    WHERE "state" = 'waiting';
CREATE INDEX IF NOT EXISTS "webhook_deliveries_due" ON "webhook_deliveries" ("due_at") WHERE "state" = 'waiting';
CREATE INDEX IF NOT EXISTS "links_expiring" ON "links" ("account_id", "expires_at") WHERE "expires_at" IS NOT NULL;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "webhook_visits" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "link_id" UUID NOT NULL,
    "clicks" INT NOT NULL,
    "scans" INT NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_webhook_vis_account_fe8620" UNIQUE ("account_id", "link_id")
);
        CREATE TABLE IF NOT EXISTS "webhook_endpoints" (
    "id" UUID NOT NULL PRIMARY KEY,
    "url" VARCHAR(2048) NOT NULL,
    "description" VARCHAR(200) NOT NULL,
    "events" JSONB NOT NULL,
    "wants_visits" BOOL NOT NULL,
    "wants_expired" BOOL NOT NULL,
    "secret" TEXT NOT NULL,
    "last_four" VARCHAR(4) NOT NULL,
    "old_secret" TEXT,
    "old_secret_until" TIMESTAMPTZ,
    "slow" BOOL NOT NULL,
    "failing_since" TIMESTAMPTZ,
    "off_at" TIMESTAMPTZ,
    "off_reason" VARCHAR(8) NOT NULL,
    "batch_sent_at" TIMESTAMPTZ,
    "expired_until" TIMESTAMPTZ NOT NULL,
    "replayed_at" TIMESTAMPTZ,
    "replay_total" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "made_by_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_webhook_end_made_by_c7090c" ON "webhook_endpoints" ("made_by_id");
CREATE INDEX IF NOT EXISTS "idx_webhook_end_account_31ee5f" ON "webhook_endpoints" ("account_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_webhook_end_wants_v_33b15c" ON "webhook_endpoints" ("wants_visits");
CREATE INDEX IF NOT EXISTS "idx_webhook_end_wants_e_cbc7fb" ON "webhook_endpoints" ("wants_expired");
        CREATE TABLE IF NOT EXISTS "webhook_deliveries" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "event_id" VARCHAR(40) NOT NULL,
    "event_type" VARCHAR(32) NOT NULL,
    "body" TEXT NOT NULL,
    "state" VARCHAR(9) NOT NULL,
    "tries" INT NOT NULL,
    "last_status" SMALLINT,
    "due_at" TIMESTAMPTZ,
    "replayed_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "endpoint_id" UUID NOT NULL REFERENCES "webhook_endpoints" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_webhook_del_endpoin_a67239" UNIQUE ("endpoint_id", "event_id")
);
CREATE INDEX IF NOT EXISTS "idx_webhook_del_created_80aae6" ON "webhook_deliveries" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_webhook_del_endpoin_b759e4" ON "webhook_deliveries" ("endpoint_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "webhook_attempts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "status" SMALLINT,
    "problem" VARCHAR(24) NOT NULL,
    "milliseconds" INT NOT NULL,
    "answer" VARCHAR(2048) NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "delivery_id" BIGINT NOT NULL REFERENCES "webhook_deliveries" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_webhook_att_deliver_3e3c5b" ON "webhook_attempts" ("delivery_id");
CREATE INDEX IF NOT EXISTS "webhook_deliveries_waiting" ON "webhook_deliveries" ("endpoint_id", "due_at")
    WHERE "state" = 'waiting';
CREATE INDEX IF NOT EXISTS "webhook_deliveries_due" ON "webhook_deliveries" ("due_at") WHERE "state" = 'waiting';
CREATE INDEX IF NOT EXISTS "links_expiring" ON "links" ("account_id", "expires_at") WHERE "expires_at" IS NOT NULL;""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "links_expiring";
        DROP TABLE IF EXISTS "webhook_attempts";
        DROP TABLE IF EXISTS "webhook_deliveries";
        DROP TABLE IF EXISTS "webhook_visits";
        DROP TABLE IF EXISTS "webhook_endpoints";""",
    "postgres": """
        DROP INDEX IF EXISTS "links_expiring";
        DROP TABLE IF EXISTS "webhook_attempts";
        DROP TABLE IF EXISTS "webhook_deliveries";
        DROP TABLE IF EXISTS "webhook_visits";
        DROP TABLE IF EXISTS "webhook_endpoints";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXetz47a1/1c0/pTOqOlafuzmttMZ78bp3cS73q7tpHPTDgOJkMSaIhU+7HXa/O8X4B"
    "skQBEUSYHQ+bIPEgeSfgeP8z7/Odm4Jrb9r68WCzd0gpP/mfznxEEbTP5RfjWdnKDtNn9B"
    "HwRobkdjUTwoeojmfuChBZ1siWwfk0cm9heetQ0s1yFPndC26UN3QQZazip/FDrWryE2An"
    "eFgzX2yIuf/0UeW46Jv2A//e/20Vha2DaZb2uZ9LOj50bwso2ePTy8//a7aCT9uLmxcO1w"
    "4+Sjty/B2nWy4WFomV9TGvpuhR3soQCbhZ9Bv2Xyi9NH8TcmDwIvxNlXNfMHJl6i0KZgnP"
    "xlGToLisEk+iT6x/lfk69WGGYYH2/vjbvre8M4kcBu4ToUd4tygQDzezxvDkj09IR+wLv/"
    "vfr81dnlHyIIXD9YedHLCK6T3yNCFKCYNAI9Rzn6u4LzuzXy+Din40tIky/aBuP0QQ5yvs"
    "BS+FKAeoD0ZIO+GDZ2VsGa/PfNqxqIf7z6HKH85lWEskv2Q7xRPiZvZtErCnYOro2cVYhW"
    "UgAXaTQEedYA45kQ4lkZ4cDaYOM315GCmCEaDuOTK99Cf/oePSIvQH2dEizal+cN4L48F+"
    "JNX7GAb8n6NGQPDYZoQMCXHsbDAH162QDo00sh0PQVC7S7pXi4nkHBkwG7QtgK8OSyU/MQ"
    "6R7tuRuu1oE01iWyAZf2WJd1dBQs1uSSw76BgirY3xKk6AFdc5Kw5CXQzYT+6/QfnSz2iu"
    "zX41qvgfz+/Yfru/urD5/o9Bvf/9WOILu6v6ZvZtHTl9LTr8rsySaZ/PT+/n8n9L+T/7v9"
    "eF2WHrNx9/93Qr8TCgPXcNxnA5lFHNPH6SNWArKcR9+wrY3FYfV7JxDIQCxVicNWrLuM7A"
    "Bb0S/xx9np+evzN2eX52/IkOh7Zk9e1/D9/cf70j7yMPlZfiCPbZUQ4K3CG6/A0MccJXTH"
    "sk2JWsHa6jJ4NRJQH/GLNKYMDUBahtTHKJDGlCUCUMugrugBaZgWkTE4J6tYGizTdSJ47z"
    "ZDDSZ2d69NLj33N+y0kAMZwkEkwEGvM51EQBPbOMAteMwQAo9V5rHrzF3kmdhsweYyLXBa"
    "ZU4vPExxb8FnlrIDLqtm6B47m6knbvlY8BLRB3O0eHwm29Ng3hR8ingzx56/trZ+dUG8TY"
    "i/++EztlGEZ5X1iVfyQzbReFmfP00OoZKs7vtk3j1xuotnGe0pWI9RpELvB9ANmULbJUR0"
    "D7zvAqJz6ApQgFZ7wnOPVrqCs0WrfRfPp8QzrSM8fjink9NbaM8dlk2kK1RzFCzW+66lt3"
    "QSXRFCW8ugtsv9ILraWj/gF10xCn1ubIyU1Og6wdp+efA1Ppfo33uuo49ozBpVPTwbbFpo"
    "X90jmUJHfFzP3PtGu6VzaKpyRCEFW+xZrrmvcERm+hRNpOtaCvZW8+/11e8jh7ph4yDYe7"
    "/d0Kl+Qp5Dv5SmcFmbresFewL1Pprkc9jEHjJKlPCXDlC6jibR+Px2sGlE7qL97Wuf4um+"
    "TWbTFLRfPTLA3Fes/Lv3jvxD163noyeyrPzgxd7b5EZnuqMT6YoVCk1y92GHTLUvWFd0qm"
    "syk7Z6r+U8WQHq4Kx6n02kK1Sh45NFZTxZvrXvJfgQTfVjNpOOcD3j+dp1H8lGNLeu5ewL"
    "2U/xdNfJbDqhRn2b7swVeTvZV4wCRCdz8CJFjo/urYPvXfJHI4XoHTOhJtIGhXMz25QA3i"
    "AHraJvSaejxAkMBAO6PU84+arpq2ldvuoiHqRYvupbayWMwuRmrHJ2WcLwuk122BjBOPry"
    "m9ns7Oz17NXZ5ZuL89evL968ysIwq6/q4jHfvv8bDcmcFkMf0hhNcR7rI/nxVfzFsZrpeA"
    "1TLLtP2nnCns897sT4Fkj0y4pqkih8Kk4UPq0kCqOVh1sFVTGEEFOlXEwVI5xZwdr00HOb"
    "eOcyLQRJqszp0MeeIVe/okDSZRGLKlMVyWTcUbKiEovIgltF9jvXw9bK+QG/RPi+J98DOQ"
    "tewnmqDvpdhWccANGKuE0ek9Mhk0qLy4n89DiSPoL96u7d1bfXJ7+LYzulNCNJKf9by3ef"
    "nShCjyPoF97WyvpmNM7IYgVB3j8+eV8+O2vPvCzFmNBzYhb+srW8Vhn6LOUwIqkidxrIKS"
    "CngJyig5zyA9kxzlvPffYjmaAiqTDva2WVRzrSmMdDQVoBaQWkle6lFR+3SiIvkIGcAnLK"
    "qHkKcsoxyimFpFmOlMKm1IpllFIOb7cCys9F7JKqwvR//wLJZQySi+faUqU+0/Ea+lXfNB"
    "Bb3oirA5eFFqikcBSyS+HIkxBfWCqQYH4fjTyoykbRSCBUIqBNWiLkHAIdoFpo3jDKnb8T"
    "V/bkU0nY/oQdk/zCO8Kv984JR95mB9SK3Nt4qOGTsYblKGYYhDYbXbfZAANgrwbAKO2EfM"
    "CSA/HdBtm2UFtkKYerhXrRF9Kx1ng2e32Z6Yn0P3Wa4d2Hq5ubahlU8AEfg36isiytCE81"
    "EqVVlPgUta3e4UXoWcHL9ZMgL4UdUCvu+clQAz/1k6TCWFnT3IYN9sgvI+JlxdjKDGfNSa"
    "lpFmyxytliIcclEyHPmvQROxM3EjurdBIzcYAsW0pCzyj0y3C5bJTiclmT43JZSXIx8ZO1"
    "kHIm5BTaIdx9s0Ei8xG5hJPxK8a3QKIdwOcXDQA+vxACTF+VHDbULhVXJWgKcIFEO4B76O"
    "TIWbxixT0dP5zOftqvdNFZ/5Jc7pMS1hgyjZpCDSK1jdWvq4iKDWYTcEGqbDcZpwvyUIaT"
    "uEMB12SSNS+oM5bkfRLAJwY+MfCJtfKJjUPdHi56r3OFG/TBPvXBcYnRqohco5OjyU9bWt"
    "6mHaNLtMBqpVltIz8wWqZqlWmB1UqzGkJHjoHLBw5t321tVISxmkS2jwPNMVmVRhmNc+i4"
    "diW3/T5h7eQrTD4+3Nx0Zq+rSNdRCeKo4D/HIyRdsfhdYdKG9f8VcwyJmCZbtPjeC33ym2"
    "sKhZRGTOvsnkE8VtFiIWD/BPsn2D/HpFD2bv8EC90xaHmgyx8Dl0HxBMVTccXzMNEMDwLJ"
    "/mGnPB+CEK+/EI83klkDGYF2IvzsookMT0aJncAX1ULEFC7jCXsWmbSNrMmdANonqCyLOE"
    "m38qZbKh0PWlsDrW2LfP/ZJbfiGvlrGZQrhBrCPXvVBG8ySnyEvaogbiNnFRLhQgbsIo2O"
    "OHefO2L85jpSEDNEA0ZjXfkW+tP36BF5AepL1um93sYayx3RGcGAQPsvfoA3w0DccW1A9E"
    "TkTVl9nCHq1a+uimQj4VhPwFlacuUsS2TaBW2eN7nvzsXX3XnltnPws2+07mdXpQZRXWVR"
    "3bY2VuAbm7CdI4BDDvxWmd/UpiWrnhVp4ADdeYBu15KCbEagHbjdV/lwvRVyLD+LcGmKcZ"
    "lOO6hPZ40qfsxqKn7MOG1tsbFPgD+PHrzFSl8Qsd+mBa8ZQhACVOZxgL2NH2VjSJkAGCr9"
    "DtDOm4JDfI22u6kSKyD2bTPBvH5aPZAfw/vdD42id33cX42cQ0TtMvdPqTdwe6DYbsQ6Yl"
    "UMNG6PU7kXoo5IlToktQeLbcmkI1S8yvbt8aqU1NcRMk512PaIVarS6olYXiJmH6iyajQ6"
    "gsTLJ2kPVjWTRUfM0NYyHvHLnlhdba0f8MtoldR6iKzN1vX2PaXeR5N8DptsvjGChL90AN"
    "J1NImuW21rI8chx1Nk+Nn/MP8UT/dtMpu2qHnWE1q8GB4m39nfd4V9imf7HE+m6V6kAaBk"
    "nXWgEn6IZmqoEo4RKsskQqMVWLxKvFLHezxPkytwlLvQRWGwNpY2kYX2A+qWTvQdmUfTBU"
    "WDRveXpz7Fs+i6mhKQjMUa2dSevO/uS+B6l06n6dry8MJ9wt5LVNhgT8g+J3M1rGcwymWG"
    "QtMKDHIwe3uf71d0quu0lKGGa8tynqwAdSCWvs8m0hSpZzxfu+4jWVfm1rX2Nl/9FE93nc"
    "ymEWgtS7ik9lRBopl8+ZbEpHqdzqcJvOxJF6ypALpAgctJvJXH7Ko8oSagSebCRpoPJxc2"
    "1YjEubCZ8tV127NtmiRDY4Xmtrt45DQ7K5apcm0ibePIZ+4vUHy8p5PEMSip3xx5i7X1lL"
    "vRUehn/4k+KfsfW+hgYVuLRyMKbY2mMck/6EqRa6sGqbpdp+r6a9cLBFWwxGErLJWGuVh9"
    "VN7xA8uJi46FnmRPtQqphpDPXp03SRiiw2oSDc8raUOBFcilt2QE2oVj9ZLJWfxmcou6SK"
    "Yd1heNsL6owfqiirXjBjwttSYLPCXQDl+yEhsu5trVXIFYocpOagrMo40vZMJIWXG0pArV"
    "9IMrEUJHuOpiaNYR7sAlF1TjQf/39NL1IpsK+b28/ixvXdfGyOFjXqEtYT4nxH3dJ6naNe"
    "yJ9vb29oY5zN6+Ly3pjw8f3l5//uo04gEZZAWCle5hk9wLi8DwAxSEnOv7boNsW3jicMiH"
    "6+559mrW76lzNnt9mZ0z9D91J8vdh6ubmyrATxYy0NaSXNMFqgFXc/ZktMuZWqoeMa/nfR"
    "3aBSo4O5qDXbDgSV2RRSrtRP/u04szc6SULFikGu5IfqWVGFg0PTdHvkgFyLdDPjP0N4c9"
    "9w0A5q0wjzp2pYu3bcevEj0YGlQ2NDAOMhlWM4TAY5V5XPKJShVzKLlTgc8K85n1b8uwma"
    "UELo+By89rqS7GJTLtlK5e/FlsbIl8ZZRBd5QiHRdGt6GgZMdRsDncmi3ZzFICm5Vm8xP2"
    "fG6oh9BqUKAYzm5w2telGNsNZqfnr8/fnF2eZ+aC7EmdlYBjhcFUBaiieY+/iIwwGYUOjs"
    "+6rXH9j3tmV6SixFcfrv7xB2Zn3Nx+/Fs6vCB6vLu5fVu29B62PfOITiaJOtKRv0EO0QIJ"
    "VOWu7ZN1iHbCii7TfRoKc1s1b7kdKKSB/YR0yicsg1rYqrI9yIpx5sjbN8Hujs6hD85sZC"
    "f5e094PqIRm47q0fnV6yKf9e+eZp252SijDoqrfMYNi6uMBSGp/MJq4lch6gWtONh+QM7L"
    "vUv/bHhT3KNVm+v3oA3tau6J6FcZ5fbu8W/06GojWn3eFSEtNZIEE9LiBTGyye2SsSV5Qy"
    "mSV8Hac8PVOnuasoN7IZHnRgXh32uT+OKrhZPFl9054jS+/GqDnpYaJ8ot3K1cjlxKoF1P"
    "S+iaroZOOTrbofrGF0V8PBK2l8Il2RTQAkmvtpfxgZnLIs2D4nKanpKBBj3oBwuLG5/FSx"
    "GZey+Dl50UpdgT186q/amIaeF43A1oECs7e+LZTC0cJ5z5+ShrPdxTea9V+CjiHHUvYYRY"
    "2UsVz65LtrDVWMy0Mkpb/a/uwmp6WSXMVFcpGTCEW6wXQl/2HjvTJVtBAt6cQkOAu69KQ4"
    "BzQ041sPqU1JxKo/z3LjJR1VdwVbFdgD9cFfUAvLcHdi0JarBL+5baduUalXMp/ZFl71Lm"
    "n2OdSwVdruxdyvWSvZxLeclIkaoRRYdwdI00akSsbNDIi/4dS4zywdrTLSjQeHC/kx1yLA"
    "w1bqdkPIi/DcRfqA2Yg9vEqXcpdupdVpN7PLTkiGnf391+FOT0pARlN561CCb/ndhWo24s"
    "7UDOT4p5aNmB5fhf0489xGFBAWI8epW453KIc+lUoROU454hbP+ky7D9xRo5qyjbj+eyFp"
    "8fZTrtjpHua7OkkLWIDWAoITZA6diAbTgnB/yaZ+0T3xgM0V63hppa52DXgxPSFrwSt0NO"
    "oE0tmM4uh2xVGvK3LpcWIBZD3KKySokWyjGofC88WZjbT67GwZmRaLNvDlGmiqLYvkgVQw"
    "07TOUdBmVtjonLUNYGytpMD+zt0WJDQc7CUbAZCnSIeQkFOiCEBkJomoXQCKI8ZCJoOou6"
    "VwJo9pQN53TyOfb2jTLKJtJoTZag2m7JTvf3b8N8l8+kK1hQVqO+ZsST1cE6+pxMo+sigu"
    "ojUH3kECGi9RUr8ouOV7aCuQZralew925fjajjPu21PairgYfTCTMgnQsiFA+gTEwn4gjF"
    "mLkVoMU2xYxAwxjF2UWTIEUySty674KTpeP4mKev1QQa5SQaonzWyGp7VmO1PatabZFPDd"
    "0tsK4Qamcl7wVvGzmrkFuAUQx1kUbDdd0kgVKcP1lJnwzcR+wYprXCvtSCLtNpV8Goj0RK"
    "Z2l5m3b+gBItOFJVdgiETiY0typ2XyUHfqvMb/DzHQWbwc8Hfj414R9DIX594AS36RFU4h"
    "8rqnuU4u/XFp07ErnGaMbPWGeNZl2bvZqjU/0W6mwpFIO+w8rcwpZRptPQatRDXrxShqPD"
    "xqz2jTXYE45L0SSwt+sIzhACj1Xm8bhsRpAB0DJlHbTtHrVt0AhHrBG+RcFifcLRBeMX0z"
    "otcE6HQEMd3cOGHsnvk9Et0vEDBlek1fL7VytOLxuoFaflyy5XK+irkgpHpuDgK3ZnZAQa"
    "RK8M7cxwo2/ICX8Vl64pkEC5s3qGtKhnI4jXFrMjI1CDGfTztGGG6TocSU5oN02Ha1O9o7"
    "OqN6FDtEOpAlk5Bazrztf1Bpm4hYpfIAMrjtr6fcu6KAwh8FhlHi+RZbfiMUMIPFaZx+Oy"
    "xgKbW7IZf9laZLo2nhWGEozuKnNZ/bhBRTirXZybIm1JOqwO0qcF/nt3fsKxv9PH0zrr+7"
    "/d+RAtR9wwWLjxWYrJ8+iKhUResMgrElLVfRn7LXqxXTnjTYFEDeuNVibi5JSi3aAk1jxL"
    "pUPiR8kRNWuy8skosStqVq2HGbaxk+VUoHgpLZIvcSIENjTwZ+PBwl+28JNP4/mthFBm4w"
    "HKMpRzvAqdNkWtC3Rg11P53LHJfG3q0+dkwF+V+Qt+465uFTdAnApN4lslHQ9QlqH0MPJ5"
    "DX3EGkNOoUFg1QDF8wuWoaYQF0i0w/i0kT5Wo45VAM7sbZL3ZpEOLk6VL05weGrL5orb5j"
    "Dehaut9UPURr3iYEjeTOt8DGhrUQsatDY/bn+Dg+Su+XS8hv6GHrpvSydvQ70/iaztpeX5"
    "gbF0Q07TVDHELJWG67gJzmKYKyhHrQRlQWaIAONdGIOwqK2wWNlKYbvKA2Va0P5U5rSHn9"
    "x2cessJXBZZS5jx2wV6pqTAX9V5q/6ca6qsFaiPmaUejV/kQSVpdoD1NE0Y9UudvgQa7Xz"
    "GpnJOuwA2we/UX88JdfrTljZ7crASr7C5OPDzU2zlo2hzy1BI9PSirDkwderAk2vXa0yvD"
    "iW5SKWO23LRsa8nQbmk6tP7yceJqD7gT+JtiQ2J5YzQZOH+3eTjesE6+lk/jIh0359UsJO"
    "mphbmDQJJ41GQ0HScRQkjZlVYYDYLpURaGiTqoM3tUm9FtqkXpdtUumGqsIrXNxFkuHCVv"
    "pf5Z1FrtBDUU7uzSlAkaiXerlJBPISb+Y6HSemOyWzfEGplCn3gZ7LtljuYN7vlD16kDsS"
    "PYFgusYTz32O/t7E32piWxsrmFg+ETC25G+nvYQi/zFcWaagAYI8A/LMWM4wkGdGJs+AgR"
    "SseSoJN+qWAvgYc7Mi2HxM4qnEAg0l6KUTi+luCJTRunJtE5sgJIxDSCjwrTEHchpt0kkG"
    "4UIh2CzeIxKyWU6hoXDWfTSfv3afpZJ6MgKAtwG8azqPfKxCgQxiFVSOVdiSXxrwDijhnV"
    "Cg0OZS6C5zHXkeNrmeXrFiwxD1GqOgyjaRiPtQX1ccR+AHE1BqOY+SgBZIIIqGPUEP1UpI"
    "FzDHZ8RQMXRGNiIpbZCyJ643yTRjXKs7MS0ceoJYpMP1QR4noqKeV3LRXb96hqBLiEyA19"
    "+9d+Qfo5Wrho3uug2DlUu+1TXtyXvCsUiyA6Z1pknC9AB7Q6QQV/OGp5OfTzy8sLYWhtRi"
    "JVOLoZRpj63FmKXfFGGGSEOYZxdNzGZklBDo6F3JLhnO/40XUjgXSHREuVHFoVlNxaFZte"
    "JQgL9wIK7plJeM1wLfOjtkH63y1sGGU4pMDHY6HsBu05dwuTRCj4N3TS2tnES7Wlq91Cvz"
    "yZ3WwrlRIAPnhsrOjZX1hB0j3LbgcYkU+Kwyn6EOhrZsrhiHDxRojk0LnfAizKMX0zpzxy"
    "Yb0nEkVsE67q/R7OKyEorFjrF+w2DdOLB1I1oMMWASkh1LpYU8zYp3Z7MG0t3ZTCjc0Ves"
    "bPdsmbyYeGFYQzYeIrY5cQ1rbK3WnNtVCGdOAHhy8IzO4uZopsMBS16IpWVLHabpeO1KJX"
    "bf+SoRKyTAzSk0vKW6D698Qp6FHF52kbi3WJEGmovVG95aNBcDZbINK0ahTI4rrlAV1moX"
    "vqVEtMa00xw0iI3ZERvDSDXoiZzSfvBi7wvTHZ3pjk6kEVR92tE+4yfLj79oxZSWvZvWWd"
    "OiCDIvGTpEDFEa1icdGgSpjfTdEKmN5EsF3JgWsRBdIBlehj7MPd6LtPy85snJYv0wHa+h"
    "dti9+g2qSJt1PjpV5GAZJCNianslZNiwfEUhbR2Yf+D6F+/ccMuXFpM3tbLiIhrTv5AoJR"
    "Yei0y4p32/Ttozpez96Xjt7P2zRmHLNVHLFXP0FnsLriB9t0G2LU4Jz8m0SQk/m72+zFYu"
    "/U/dor37cHVzw6lzteGbv+o0w5xGGygHLrmyceOWNzIl2xga8LJyUKU9hCQATYdrs4g7Ax"
    "J/2VpEeG3TAIahhJBUlXW6ZytYm0TCdlrwuUwLnFaZ02Ck0ZbNEsHHhcQdz0ySm9v7lW7p"
    "HKPd1sO6lK6/LNbIWeHPKLJYVAwFzPtpnbkAJyMNivgBrQaL0POws+DUkKpRcgs02im6nb"
    "RNFRsUvGRlNBRt0+GgJnCkWxNxli29BvlYJsPr7r4RglqDGL3LePbqw5hX43uGV80jvYDE"
    "p2V+z/XsgGcjYwpC079oMQ8/SNZI8QUkuRw0ycXDS0xvIykzLUOk3RV21sQ5fCZ2Dp9VnM"
    "NbG0nVvU3Ha+h5775OStQggyPE19vBcyqdZIMuLOFbz32ykiul8YIt0MCibbBooXJSBu6b"
    "Bti+EUL7ppIHE3BVhJo0mICvJOiA7WmTq+xUfJWdVuOclFB4lQK5E5WXKfPNk8bqHJEZiU"
    "532cCuSNPyBRkQtV03ClTa+M8GRj5AX+RATwgA79Z4G07SlKjpEV6k0a5g1axZtbuaYneV"
    "Wndker6psl4rKdJps7y7UEoCN0CcAmu1p0RKApdi66Nii16MNpFRLF0rBijmLzsU/pbZkg"
    "EMIXCgLQc8vAwdbluwOviLVNqc40OvfarUGF64tRCnONBOdahACRdAe1mRXqKtmFCmBCa0"
    "P4MGdHqreeh35vOmv9yQdHwXafb0fiuG7m7nN2P6i1J0DPmcDoZMP+2x89SOBDEP2xj57c"
    "IVuTNAcKpqUYtMP8LwBXvShhmWSkPr+mkj68xpjXnmtGqfiVHDaf8bObAzMg3R7qW/Rgwb"
    "2Qpkt3Ac9bvwLhBqd3mcNaqVf1ZTK/+sWis/ho3aEnkxVLvgzum0Q7v7sg9p4AO5apcyUJ"
    "fptIO6l2M7smrJIl2gAZSboOzjhYelWvXkFBogXCdT9tE95ldy5Eq2RiqQAOBtALc23Eoj"
    "tYhnNAC5NOTUH8TtkCRGvEACgEsDbtFPD6PYdI7ELUa9TAfQS0O/cLcvxiOWi5Ar0LSCvG"
    "yXUSic/vSykYxyWSOjXFZkFBTQkoBJYmZTlBkiDVZ230HKUP7gGOyOizVePLaxMRfoBuHw"
    "AZqk68NgmQo7OYE2sQudORDjwBrpzVIgg72i8l6BCiHHwOYDd5QYjzSzM7O44rWWqqPJ0P"
    "QUrzK2epqVegOHbdKh5lrdp0cH+QqTjw83Nyec5dsBtHm121Et3abAMltWgGuT2kv4CXOb"
    "acnUXvqEXjZklusnPMpoQmENpmoA8p5AfY4m0QkiqVIrTNVcy+UFcyeEtw6+d8kfDdaejZ"
    "xP2Wx6HKKlhbfAZOousPqcT6UJUJLFe5iDilPDp3yQ1fXUiUYa+fHZdavqYi2H6FMiw3S5"
    "XbVU2R5or0PfDdFeB4p3DGEXz3aFBMoMkY4w9xGK4nrWypLy8eQUWmLcCOIahCuJyl7oB9"
    "zsNte1MXIEuT05VQnlOSEbIcx15/Dt7Q1j1nr7vuwEfvjw9prgHsFOBlkBc1hDaZqBStOM"
    "LxZz3IczJCcfOjEQijH1XYxpSRQrqY7vGQG0qtyjVeXcNV8Mf41mF5cya7tEpuHyvmyyvi"
    "/FC/yyssLdMFi4cjlnBRINIe5eX1yj7ZYg0sarXCKFSCqVvcqRxfSpFZ9LpMOED0CQSDs+"
    "R+XUJWMHijT9toFVhKvtu8C6HteAKe2IbdqZRU1MdzpiiytKpT6wBccYz9PBuM1q/BxknB"
    "F764ZvXDDHK8vx5dsTgJ9jMD8HVNSHivpDrPMuilfiL2ReWkFIJgibJYJA7DKoT8gOJctk"
    "ZyQ6LdCBTY6/uY6UrSAdr+HB270thsiza9fj1yerP3xZSp3WdxcHcC7PVWCtV8sZQojpV1"
    "orx47ZKlUxJwOri8r89TAR4hctrWsMKVhRR8Hn57WUY7NMp1+Cd+cREx7eWPzi1vXSRpFu"
    "OFnjm2/UlzQOnFg2IvlCIrNMJXv7QW1vvZjbD5FUpug63SerrJXVfafTI82x6NvlocKy7t"
    "rjsZcXI01Z4bgwCtksYv9Fkj3TS4bGC0YRk51wMyfPIDVDIUuZ2GWRcq2h/TcdrpMtpzPj"
    "b7Lym6OZEwCeHDzbRPHuGcCrKKQQwXtos3rHEbw+tu0WdfVLZBriPGtUenxWU3p8Vi09ns"
    "DWotZ7lVJDzHsp954gJ93NoEynId49tjOARh3QqEPPlT2uRh3jPrvH16pjODmw82Ydlu+H"
    "rfyHDCF4iVX2HoKvoHtfAVi0NbJov6NWm8iSLDJspyOmDezbxiIe3H+MvtCqfVC7qgp27T"
    "2tgGKLtY38wJA2tZaoIHKZW9TzMLk5SR1A7t5PKwTW7fmsFOFhtjo4sA7pwIrZL1v3iqXq"
    "Rk/RvrsJuGPAHaOKGt6tO8Zx5UpgpeO1i+bsxZw0rvYFiqjDYOOA+gNQf0Cb+gP31vaEo+"
    "DQx9M67SawtsNXGigcu2Rk+W3aNUiuCoH4EDiEifPkL0T+jxpKTqJPon+c/7WvO3afgPOa"
    "agNkpUk7fBkiDQXD7tNfiaqIqSgtBTNDpJ16edZMSKyREUVVUqWWMlQIl6ugMb5StKNuWA"
    "91lfvMEgRr1IGsUbQFerv6yi/7llcGBsRAQoXrw3LAx0RD4oAv7mCfU2hwedZZrfroXf+r"
    "ZwQEWRm8CyQAeBvArQ1RFCURz2gAcmnI6e0YepxwYjHiBRIAXBpw/GVrebhVbR6GEuovKe"
    "2ViLrGt/E8FeigN7rqDG7nXGQoofySylxOfQ6SLC6QAX9V5u+4QgSAzS3ZDIWooHKSStEC"
    "XVdO6jRe4J3rOHiR/HRe5EBhwHRHDAGFIhmrWKQ0xAV0HhcAvtT+falE7DCxE1jI5qQki2"
    "02JTItoB7acuMjx5y7Xzi+j7ruwAWqAbsDZ09G2x4YJPNWCx8kc8hSrkiEjbOUhTK8ZJ7y"
    "HhK8CgzoXn7fSya/sTZW8BPynPirV0Ry5n2tRG7TkUQ8CfpJUv65uICiDkj0H8/r+CT2iR"
    "SI4zd+AHU6VQoxEAv1GRebSvQZgRYyJivO18GbCpivhcL867Isn26MptCm4zVE9k0DZN8I"
    "kX1TiYFMjxoW2vo6/hmRTjFiXZTxj87rCpg1re987ULtuqstq5i8q64qA5ZoJSXZwSzR7z"
    "db1ws+R3pjReTNX9bKu1Y0zPDc516kXS+MLOCOm/zNr0CfjXvCnmktotVE4I4y3Eoz+G7o"
    "kfUIfXbVFIZTNjUV2NLxILDtEtighH23YkZykEis1ZxCg6DOvmtnPiOHIiEBb06hHbxvms"
    "D7Rgzvmwq8ssnFw+cVjxZaNHdDKaNDRqAduL2U/C/IeE0RLpCAoLBLUPAw8l0pISyn0G4F"
    "91I1ycbLwOAeErV+7iIZOLolHN0bZGJJc1CBZA9b0HjCiiW6Y0bQyMcMFMggYFvleIHQMd"
    "0qc7+/u/3IZ2w6vsxVcuFO/juxLb83bbEQ0jcPLTuwHP9r+rGHiOqj+DAcrsRDlUOfSqyj"
    "E5TjoUzP3Rqhz9ODam8Khg6uComrgi5mp83xxhDCAafyAeeFjqQ0kFOAY6jeMeTxzLfSTq"
    "HE9xDPNU5Yd7qF8jWloEso5CYmMGzZ5RKCZATNkxGWli1fpJAh0s5acNrIWnBaYy045bRb"
    "tH7jQFznkkwptGmFMXRVduqv5yR/iHWgnAK0oM61IMhTaMOK0YnlUO7hGLhMRH+v3WZmKY"
    "HLKnN5aTmWv27F5hIp8FllPlOrl9F+S3PIgd+q8xvMo3rzeImIjt7q5C4SAo9V53HIy9+p"
    "sdzkJNrZbXqJ8qAHXhVgodEmHa6N0aazSNvADRCnfKoQyWw8QFmGclylURUpDDC60139DD"
    "hFOCsR9RT60i3wCiS9xpCNA8zxZROOtSxGedl2gOuD36izoJJrdSemhX3KAEo+f/Lx4eam"
    "zhdfiHxIMiBLbrqE6rsfPmMbpQX9aqMe4ozLcToiKlj/3mewwvUXCtgJJ1IheTOtC1PAXy"
    "BM4QjCFLzQoVV7pNvIs2StVN7ycahQn7/zJkkj5+KskfNK2giou6DuqgYlhM4MHjoDsRrH"
    "YGEgvDJfWjC5SAceApU5DF4g/XkM1uBj4PKBrcFK2oTGagwezzZpbw0e1mSpJqKtbZZcI/"
    "Ah7OtKbvsR1+r7ZCPHwea39PsI+saUh0zrrJ/beHD8A9XrHQMV97rV0MX2UdNaYV7xWbFp"
    "NKfoKxDocHbRy/MGdtHLc6FdlL4CiwhI2SBlg5R9eDRBygYpW0FYFZayPesJLV4+YwKnz4"
    "0sKI2ol7HjsYYXD+5fxP75ZGG7fiYymGGUcSFX6xoiELqOQHgkv09Gvk7Ha1iqsvtujXiD"
    "LI63XIxuRqCf8jK7aKK9kFHicqsXFf3FRs4qJKelDMZFGg1X8awJymKMywgH+AtHahB3Gk"
    "3Ha4FsnQ7YR4tR5PjPPMlXDHdOAYC3AJzgiskvNY05XiAiUEud1Rxa7ZLPLholn13UJJ9d"
    "VJPPwOrUagOMzeqUSPiSLM6pgL1Ks9fDGys6/9pEWjGkEIijMp9jEaMVn0ukwGeV+cxYZ6"
    "Qu5SIh8FhlHkOiqC5OCyUB3d9ncRjL+t+9d+QfJxyLevJmWmdJ/9UjP5wAN4AFveDGYVWh"
    "tKGkbTmP/LdgZz+onX2DvEcZ60I6Xrfcvu6N7IEV2FKGm4xAO2tN9/3i1HcPZUfeGNcu+b"
    "gA89zyYotvgUSD9Tu0wXdlPWFOEwhx8eyMAGpn1zOjTQch7BPRWIYbOQWwo3N2rDxkSl2k"
    "GYEGB1GvXSv9BXJ49Vfqcr1TEkj2bpfsbSM/MCiKTiujFoccTFsqm7ZiY0IbVrOUg3BZEW"
    "PX6JgMnuOjYHO4NVuymaUENivN5ifs+Ravm7dQKipQDCcXnfYrF3VXUAgjb7GWsSXkFJ2Y"
    "GRXeGr1E6ylfyVYV+CXyqqg1TxLRAgm0Qy+h6a5cWTRzEvD3MmDSv7lg1unxBaJWN5ZaQB"
    "5Gld+iFR948SoukMAqHmF560OctZ3Xt049U3sCe5NMM8oLbCeohdt7N6L8jr7SiH5E47Xj"
    "7AS0cOMIKoaXz9YOEP2UTKMlooXLpMGmJ/JTB4B+wKaFtEW0IGRKV7XvMxDsDj1h8y54ia"
    "CtBIMV3k53BIT5dFQPEWFMCNjStU2chHZBTXdVIr1ku84P33B+sGCv8ybxSOfieKTzSjxS"
    "suQl4M0pAOAGAENMhlIxGYu162OnVdvxAiF4rlV2g4AdGSyf6oEJNqPD2IxAfRyv+vgZi3"
    "p+JW+mdWqjh4fp+VUqxFWIjIEkIVAdFdFsuq91S5a5zws2qWmzllFoCHD3ySzPrmdyopzF"
    "+GYEOsL7qlHlHDpMDPErqJ1zpDohFGPQn8cKhzqNQ0WFGJFh9H3V4hiUVEllwhjA6d6B0/"
    "0wKv6HqINgtJQ5an7h7bRO1d/EfQjpolGstw0o9V0r9dvQIxRSen2BREfVqEmJ4lNxjeLT"
    "SpFi9epsHxDeXgptD96ISeESNt2bpuae+8ytHiaGt0AyWK34gZLvu8fXxE/WQuoEzin0q2"
    "3QeZGgMRj+BgJ31gTcmRjcWQVcB38JjC0KOIl9NY6BIpF2IPdSlNzHDm8Riwt0pOMhEbWc"
    "rwM2aiHUOtkvoUP7MXAZSgb3Z1iFksGjLRn8iVz/5OddR4YEjiWQeT+tbcQXjzQim0Qza+"
    "DJlTMhW5isM3/iLidoQkGaTlxv4jp4EqxRMLH8SeBO5njhbvDECqbx02fkT4jgEhASWrL4"
    "65MSqzqdGCyTCpw+0xrLJJjN+jab0b1gyNvOSmQaot29jWcMRojhFnPnZgjy6VhGPc7Ga1"
    "O/ssM6TWBp6A7KoIX+WSADG4PS2ieYko6CzWBKOgYuH8yU1EK/G4cpScb2scvsdOvge5f8"
    "0a3RSUnoOzY6dWFIurNWzsP2RGxJSgZMm5iSaEK+EW6bGpMmdPwfw+3kmSaNZwag3cYiCU"
    "IwBilwfkzBGATGIPXQBmMQGIPAGATGoP2hBGOQzvojGIOOgs1gDDoGLqsQ8651UgEUE+kx"
    "5H2LfJ/qDMYa+VKR2RVCDeGeNYrPntXEZ8+q8dk2clYhN29WDHaRRkecm6Asxrii1WFv4x"
    "s+5jXIremmzVBpiPJpszouNVVcykDTzGbykUvL27SSZnn0INMqLe2MKYtnsJ3VSx5PgB6x"
    "gWyXfIsK1G9d18bIERxkDGEJ7jmhHCHeNfC+vb29YXbP2/flnmcPH95ek6MtQp8MsmIfWG"
    "x42csV2Z337L2JncAKXk44jrPs3bTOZ2bFo6x+qvVbvh/GGosfzv+NF8F+1frrOk01bTKV"
    "6Djq6kUD9pgSu8NyxjU9rXMKDY/q2cVFI4fYRY1D7KKScplsCQmQCySAcjOUyU/HUo7djE"
    "BDhLtvmDAGv/lQye+9eM3B6H8MClLYrtxl2GmxS2DwMQR/KuvDGUsisZqIjjWT+JZsm/V3"
    "drRtKjps/nJap8S6dJixJOOgnKDmcZo+9n3yRSSPUpYK2qSXvHlQorHkMG3iLxW7SyveUs"
    "99skw5c0qRRkOEuw/KJJd70Ca+uEwHoRUlqDmhFS4Ro1pAXabTcF33VhyzBdxVSgC8yeoe"
    "ka9yIMvW6atZE5jpsJo4gFkFajoNR467J2AKnJQpgQYQ11k3rv9xzxg2Kr1UM+PGze3Hv6"
    "XDyw1WWbDH4dIZzFZ7xA6dMWMM/oZ+/Q0RXMYT9iwyKc8FXxdDUiUeMI4kezKqQJJxhSyP"
    "tkY3uNFaySFj87JA7swxcFkJZ+l4LMGj4+/Scix/3YrHJVLgs8p8htraurjElQR0rB7xT8"
    "j3HzE3pjt9Na3zhj/jOfWHOwYRXaPobtSwrja4xUfrFve23IO0prn7ln+M6uATmF2cNTKM"
    "nNUYRs44GmSymSSRrhBq52E8PWvkhaHDxO6Bs6onZhvObWthJAdeUx8BS6XF8h7aVRBdjG"
    "vkmLaUPapEpgX0pfj5JgfLufhcOa8cK1GtwoUbOhxVpy7diaXTprDUIGlPY7K4DudIb2Jz"
    "vRTbXC8rNlcqDRNNPNxKehEYOnAgSDgQwMrd6godm93ERn5gtDSClmnBQqYypyFrRBsTmZ"
    "qIjtxGRiQ1m0ow+ERsLMvHTJtZzdLxihnNoPhBt1qA2JgmH2oL4eMSAbaQblK2n102sZ6V"
    "5ZCC7ewSgsYPvKbHZjEbKJCre3sZRPiA3gORAeNRe5QEdKxazxVRUKgrcYEC1zvhqDzsgG"
    "mdvoOKQ0HVOVJVx8cLD8tlrGQUGgqGPVUg8wPDDzDPD1Kz0Bmy4Rx8mix5cIqAyHggU7kK"
    "LR67EBllZBzorqlkd813cZl0RH/KO/KIJzNWxtSKjYvCaIP25gPR8UhFx8NbyQ8tzvRsU4"
    "zaBpIPWHJAvtsg265vOJhRDic7XvS74M9mry+zJU7/U7eo7z5c3dxUpUGwHx6DMHjgKnFq"
    "XRcHFwkTXPeWCu/yecbIgJ2CIbv++pYNP+OF+4S9F5FcyLyvlQm9ZCTIgyAPHlIe1DpqAs"
    "xYRyG5qGPGUlYaHYvrU01Ex+v7NK3g2gk8bmJ04W2tqILoOAM7kYbcu6Ty8wlaRDlaCZ7s"
    "SUye/QvSpg+aNr3Fns9TTGoiETMKDW1Y3dfdmr/w03frE8BeBNm7kP1Vl/2F5EpPIm37iH"
    "W/jIO1xWuoWdMWOCXQLqSzl+7W41JuFJGDR6fbsMJQU9mGpepXw1FFbZVo3gGhsv3pi8nS"
    "60BlvMpnGucq3ak2stuUrzmW1+1wuriSi7W1Kk4+f/Lx4ebmULr4e+fJClDyq6uNp/O309"
    "rW09m4XnpPswsyLgO+V/dpUL+7Vr/HUMx9wNjjHsq5e65cQlo6XkN8O27qBe4ucHcppzeM"
    "TiWEcKxj4LJHJFfUrl5RiRTKFanMZzDw9GDgidQksgHmL5K4VgjB2APGnsMYe/KlCCafem"
    "Qrm1Ypw887RER+E3Fzz7N309r8oWTUAcNEhRu9Lla0QNRNPgVEjJ785jpSxol0vIbGie4V"
    "6Ee8DYyl526qCAsXOUOjTU3p2en56/M3Z5fn2eLOntSt6Xj97pUC0d3B+y16uXcDZPMO3u"
    "xd7cFrohdyWpJhcPLCyWtbzqMcF1IKKEQhyYQc9Oe1W8W8PpEzIdEJ9C6SOMlZJnGrJaN1"
    "AnGvK40xs9vW4tGXOwpyGp0gHfgw8BfIkcQ9IwHYW8P+ZOFnSdgzEoB9D9h9Ky0zJ4N8Tg"
    "XgS4GvjtryI7Ij6HlqS/xuuktteaLDQG0BtQXUlgOc3aC2nHSltlgb7PArYdRFDRWINLR8"
    "dl/8HrTDrrTDp/R+brpYMwINF2ovtWFB/wb9+5hgB/372FTA793Qc5D9ySW6vCBhpDxkWq"
    "cQ/jseDGWmjlQHTPgvI5UUSCDyviSTVAMHfLwiGodsO+qcSJu4gYGvxvlLgCWvxowEMG+H"
    "edRjQfY8LxAB7qOTR+5QBF9FCIme10oePhkBYseRih0HNCqpgH5nJiU/2WZNZbd0vIYGpW"
    "5EN0WO1R+pr/Y7K/qOlbM1f1l7wEb+XvKBdkNn38nVhA6euMuJj5GNzUk0g092yBpPyFe1"
    "ltgP6Otf/kI39sS0PLwIXO/lr3+KR/7y9UmJcV3M+U/nnw7hfEAEYnJxT5aul0wynZxG//"
    "PDzQbRCoR0nvgVmR4FE+ThieNObNdZYW9Cw3EnX8Vf40/+Yo036Ovtyx/I/EvLIzIIOWWm"
    "E+yY9B/x9yP/8CeWM7GC6WSN7OUf3S12phNEPsgzLao200+kyXL+nycP9++Y72a7C2Sz34"
    "98VCTtYNMiP4X+6U/C7SRwyadZ5JPM6BsTjtoWQYp8MP0SFL8I1z0uu+hviWMiHa+dftdV"
    "LTPxzZasVFkfX4FMJ8NcF36+bHdKSAwMjU6AdiY5JAedBKYFCkCUgyht9S2nU6QUOsEJZp"
    "5jgD0TY1rYelIysPa0jCDyrIDICi2qP7CUUMtFueoPqmmf13Sr1mmg18lebqKFRhu/sSq6"
    "WCOitVHdiFEcY8XOw1vXI/+hqtLLJHQCy55g2jMn1jbXREObY+yQccmSnzxbwZrocTwFta"
    "dPomrrT/TfvziYMD6OX/0lUumSD6Bab/Z8jqmaGuuCVHWNn/85nu4XGnj5S/yG/nPyTD43"
    "zmM3IxVz5brmn//pRIMdbFH9MPqkZJri+H11STCcHtJwqkbw9HHKPCMIl9ZL0ikcnHLAlw"
    "gB/3b4b5CJW4iZBTKQMUHG3CFj/og9XxDJVhnTVNJ8isc3FDZvHTzx3Of/mfyS0P0yWVHT"
    "TCx7xdJeIiQSkY11XMRiViTZTie/LLGzwL/EdGTh+xWCqvw59Id3LPnVW7W7DOtQQfhrb8"
    "4WS3RP+dqWiOLNiUCia32/RTtGDviMBGAfY7hSdKN8jm5D/m1D3+2+ZQbsdUc/Sbq1XRf6"
    "+FjOZEiiPY4ThFMZF6wgw0P/SH6trBiY0ugEexeRDZAL3hWSSW0TSSE6J9IJz4EPBA8vse"
    "fxuk/V9EUp0GgYitpLbnMYbAzfDT2exiJGmqXSEOvTRg00T2saaJ5WG2hS1DbYtEJOudd6"
    "rHMqwLo51gu02SJrJVXJo0wHeDfHO8Ce9MpOaQBniXUtCgbesayFwcCAtgDtSLXzOOGsYq"
    "QLJBqiPGsigYjljwq+ViAHbjJeQ2R7Wb8mfrLkJLucQkeMOy9jNadONTktpUCiIcSXTVbx"
    "pXgRX1bWsP/iB1hKrsgpAOAGANvIWYVoJXVMFGk0BLn7g2JrowXml+wQo8wQDQfzycmIQF"
    "bEBfjg+IRPP8ZuPI4bkHk/rXMFPuP52nUfjb5cgowPkHqNjNQRCHG6alhB692Ckg0GCyTQ"
    "tbFhYUelqjqq3HipQbFGlSo1jgZKixtBVB8fmxFBdKxy0bHQf7eHk7wi+UGbWA6wnbSJPY"
    "xM/VMsCV8FRJvfcjMGSyMaydUoHgxFwo5UhiY7Pgg5gkp9hExO1UpcUayffYcxMlvPJT9R"
    "yj5XINHOqDFrUi9sJq4XNquUet1Ytm35mHyqKSNel8l0ikXqTNAmGsiznPU+p9Bv6b46f9"
    "Nk8ZJh4uUbvYR8v6PSaIioZdGMMukivSXCvo4oPWWcGvUnxbUD/SeRsL8tzDguhjRVg0pr"
    "UUE9KOOBWBEqsmm3JpT8ZKuPtn0/08JuWzfZw/gJxxpm2c/ADlt4mK6r5NQ/SH4S6FBNdK"
    "iMnxKSU5FGQ5fxeRO//LnYL39e8cvHgEUYScOcUmkI9FmTGLQzcRDaWSUKbe6anKvyHn8R"
    "lfpLxmsBbp0gev2Pe0YGTUH86sPVP/7AyKE3tx//lg4vgP7u5vZt2bcREGxkFnRGMKDC9Y"
    "ysgII2yIL+psF6/ka4nL8pr+YgvdAbGgqy8eCH49ajbGcvLJGC0ZDVGMM2FoGcqgODgGLg"
    "6mQP8PDWRi+ZHC/D4hIp8FllPhPVrRWTi3TAYZU5zCrkMjxmKYcx4B7ArKQFl1MTjGRISo"
    "kMYlLqjbJFQ1c3RtnrwozjRHinVba0xmStsgVPXyHqo2Q1TCi/++EztlHa27YW+EK8iSa4"
    "/z6A/TpbrmL7dXFF77Zfp4tj4LpZVSv1dPLzyTMiXyQN2i88wV+2lodlTdniU7f7w3a3Pf"
    "vkL8vQWVAcJ9En0T/O/9qXdWSf2G6xyTr0pNoRJ8O1MPEN4+YvfjkJoEtkGkZVNHEMzGry"
    "emfVvN7IyM+5y76/u/1Y4xbgmaJMaxFM/juxLb+3+6xwfMxDyw4sx/+aft4hThCKUL1Nu2"
    "y+Lh01dIKyTZs5+6sChuvaGDl8vpRJS9yZE9q+2JI9GZYDb29vbxgOvH1fdhs8fHh7/fmr"
    "04gdZJAVMG7JMu7pDdsG+AItIC+BvI+JFMRRZcROs5xCizt1aLdZ5E9YuqFUsCJDpAXsJZ"
    "97E5e72ONevlVdMon8wmapWqE8IgtmH2s7R9CIWiHJ2hp59GBXVtni6NtxQWyJ+zolgWta"
    "4ppeIssm38JolVBaIYY9pfKecpfLFn6anAq4qzp3PYx8OeMKS6WdbaWJHUtsxKpYsOYoWK"
    "wNWqelxUaqEMN+Unk/JYp/O4GzQgwJSkozGwKSjonPRuAGiLOnhbGaZTIIhC3rEeOKA4L9"
    "03L/hFuzJZtZSmCz0myGCkQ91JKL0tXn/BxoMags1R6g7pYqFImOhKJOqhR14qzeDrB9SG"
    "pbj3G97oSV3a4MrOQrTD4+3Nw0C0dkU6/3DkjsNj1fiRXda0TiFYF+sT7hBCImb6Z18Yco"
    "H6NM/bBjSXzfU6Vp0TBZbF0Vt0vWwbneS7sxuqkkEE6Ga4huT+1qBI2BxHGB4qZAAwQGHk"
    "YC7SwEsCKrDlke5vf/ByRnIrg="
)
