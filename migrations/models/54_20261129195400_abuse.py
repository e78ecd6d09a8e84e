"""Cases of abuse, hosts that are blocked for everybody, and block lists. On PostgreSQL a change of the blocked hosts is
told to every process by a notification that is no name, so that processes of the version before ignore it.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "abuse_positions" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(32) NOT NULL UNIQUE,
    "position" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "block_lists" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "name" VARCHAR(60) NOT NULL,
    "url" VARCHAR(2048) NOT NULL,
    "format" VARCHAR(16) NOT NULL,
    "generation" INT NOT NULL,
    "entries" INT NOT NULL,
    "etag" VARCHAR(200) NOT NULL,
    "last_modified" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP,
    "tried_at" TIMESTAMP,
    "failure" VARCHAR(200) NOT NULL
);
        CREATE TABLE IF NOT EXISTS "blocked_hosts" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "host" VARCHAR(253) NOT NULL UNIQUE,
    "reason" VARCHAR(16) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "lifted_at" TIMESTAMP,
    "change" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_blocked_hos_created_f84669" ON "blocked_hosts" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_blocked_hos_change_b310aa" ON "blocked_hosts" ("change");
        CREATE TABLE IF NOT EXISTS "abuse_cases" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "name" VARCHAR(64) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "reports" INT NOT NULL,
    "urgency" INT NOT NULL,
    "signals" JSON NOT NULL,
    "content" JSON,
    "opened_at" TIMESTAMP NOT NULL,
    "changed_at" TIMESTAMP NOT NULL,
    "decided_at" TIMESTAMP,
    "reason" VARCHAR(16) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "blocked_host" VARCHAR(253) NOT NULL,
    "stopped_account" INT NOT NULL,
    "before_state" VARCHAR(12) NOT NULL,
    "objection" VARCHAR(2000) NOT NULL,
    "objected_at" TIMESTAMP,
    "answer" VARCHAR(500) NOT NULL,
    "answered_at" TIMESTAMP,
    "version" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "decided_by_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL,
    "page_id" CHAR(36) UNIQUE REFERENCES "pages" ("id") ON DELETE CASCADE,
    "link_id" CHAR(36) UNIQUE REFERENCES "links" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_abuse_cases_account_6c9f86" ON "abuse_cases" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_abuse_cases_decided_08271b" ON "abuse_cases" ("decided_by_id");
CREATE INDEX IF NOT EXISTS "idx_abuse_cases_state_dc1ec1" ON "abuse_cases" ("state", "urgency", "id");
CREATE INDEX IF NOT EXISTS "idx_abuse_cases_state_dca3e6" ON "abuse_cases" ("state", "changed_at", "id");
        CREATE TABLE IF NOT EXISTS "block_list_chunks" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "generation" INT NOT NULL,
    "prefix" SMALLINT NOT NULL,
    "hashes" BLOB NOT NULL,
    "list_id" CHAR(36) NOT NULL REFERENCES "block_lists" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_block_list__list_id_38af2b" UNIQUE ("list_id", "generation", "prefix")
);
CREATE INDEX IF NOT EXISTS "idx_block_list__prefix_dca675" ON "block_list_chunks" ("prefix", "list_id");
        ALTER TABLE "accounts" ADD "links_stopped_at" TIMESTAMP;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "abuse_positions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(32) NOT NULL UNIQUE,
    "position" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "block_lists" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(60) NOT NULL,
    "url" VARCHAR(2048) NOT NULL,
    "format" VARCHAR(16) NOT NULL,
    "generation" INT NOT NULL,
    "entries" INT NOT NULL,
    "etag" VARCHAR(200) NOT NULL,
    "last_modified" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ,
    "tried_at" TIMESTAMPTZ,
    "failure" VARCHAR(200) NOT NULL
);
        CREATE TABLE IF NOT EXISTS "blocked_hosts" (
    "id" UUID NOT NULL PRIMARY KEY,
    "host" VARCHAR(253) NOT NULL UNIQUE,
    "reason" VARCHAR(16) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "lifted_at" TIMESTAMPTZ,
    "change" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_blocked_hos_created_f84669" ON "blocked_hosts" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_blocked_hos_change_b310aa" ON "blocked_hosts" ("change");
        CREATE TABLE IF NOT EXISTS "abuse_cases" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(64) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "reports" INT NOT NULL,
    "urgency" INT NOT NULL,
    "signals" JSONB NOT NULL,
    "content" JSONB,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "reason" VARCHAR(16) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "blocked_host" VARCHAR(253) NOT NULL,
    "stopped_account" BOOL NOT NULL,
    "before_state" VARCHAR(12) NOT NULL,
    "objection" VARCHAR(2000) NOT NULL,
    "objected_at" TIMESTAMPTZ,
    "answer" VARCHAR(500) NOT NULL,
    "answered_at" TIMESTAMPTZ,
    "version" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "decided_by_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL,
    "link_id" UUID UNIQUE REFERENCES "links" ("id") ON DELETE CASCADE,
    "page_id" UUID UNIQUE REFERENCES "pages" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_abuse_cases_account_6c9f86" ON "abuse_cases" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_abuse_cases_decided_08271b" ON "abuse_cases" ("decided_by_id");
CREATE INDEX IF NOT EXISTS "idx_abuse_cases_state_dc1ec1" ON "abuse_cases" ("state", "urgency", "id");
CREATE INDEX IF NOT EXISTS "idx_abuse_cases_state_dca3e6" ON "abuse_cases" ("state", "changed_at", "id");
        CREATE TABLE IF NOT EXISTS "block_list_chunks" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "generation" INT NOT NULL,
    "prefix" SMALLINT NOT NULL,
    "hashes" BYTEA NOT NULL,
    "list_id" UUID NOT NULL REFERENCES "block_lists" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_block_list__list_id_38af2b" UNIQUE ("list_id", "generation", "prefix")
);
CREATE INDEX IF NOT EXISTS "idx_block_list__prefix_dca675" ON "block_list_chunks" ("prefix", "list_id");
        ALTER TABLE "accounts" ADD "links_stopped_at" TIMESTAMPTZ;
        CREATE FUNCTION kliqs_tell_hosts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('kliqs_names', '*');
    RETURN NULL;
END $$;
        CREATE TRIGGER hosts_tell AFTER INSERT OR UPDATE OR DELETE ON blocked_hosts
            FOR EACH STATEMENT EXECUTE FUNCTION kliqs_tell_hosts();""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" DROP COLUMN "links_stopped_at";
        DROP TABLE IF EXISTS "block_list_chunks";
        DROP TABLE IF EXISTS "block_lists";
        DROP TABLE IF EXISTS "blocked_hosts";
        DROP TABLE IF EXISTS "abuse_cases";
        DROP TABLE IF EXISTS "abuse_positions";""",
    "postgres": """
        ALTER TABLE "accounts" DROP COLUMN "links_stopped_at";
        DROP TABLE IF EXISTS "block_list_chunks";
        DROP TABLE IF EXISTS "block_lists";
        DROP TABLE IF EXISTS "blocked_hosts";
        DROP TABLE IF EXISTS "abuse_cases";
        DROP TABLE IF EXISTS "abuse_positions";
        DROP FUNCTION kliqs_tell_hosts();""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztfetz2ziW77/C8pftuaXJxPIjmempqbIT926mnTgb291zb/eWAomwhTFFcviw497p//"
    "0CfIIkSBEUSYHw+dDpRMQBpd/B47zP/x5sHBNb/qt3yMcHfzH+98BGG/aXwucz4wC5bv4p"
    "+yBASysaiJahjxcrOi76HC39wEOrgD66Q5aP6Ucm9lcecQPi2PRTO7Qs9qGzogOJfZ9/FN"
    "rkXyFeBM49DtbYow9++R/6MbFN/I1OTv/5y4EfoCD6QqF3j+3VM/srMQ/oOO7Zao3se2wu"
    "UJA+ZvO4D4s7gi2z8DPpQ/oo+nwRPLvRZ7e3H97/EI1k33O5WDlWuLHz0e5zsHbsbHgYEv"
    "MVo2HP6JfCHv0aJvf72c9L0Eo/in8q/SDwQpz9RjP/wMR3KLQYigd/vQvtFQPPiN7E/jj+"
    "W/LVuGGLxaerm8X1xc1icSAB+sqxGcOIHTCE//f3eN4ckOjTA/aCd/919uW7o9M/RBA4fn"
    "DvRQ8juA5+jwhRgGLSiFs5ytH/Kzi/WyNPjHM6voQ0/aJdME4/yEHOV2YKXwrQAJAebNC3"
    "hYXt+2BN/3l63ADxT2dfIpRPjyOUHbqR4k32KXkyjx4xsHNws2XfFt2MYDx4DxwX20Ot2S"
    "LAh/MWAB/OawFmj4oAP9BfJoNvOn5EeEeC9rQNtKf10J6WofWw63iBX0X3gx2IweUoSvjS"
    "7zwUvq+HgveefYM/zg+P3xy/PTo9fkuHRN8y++RNA+IfPt2U4OQuxZZwchQAZxlOn9zbyB"
    "Kszr9fX32qOVtzkhKeJlkFxr8Ni/iD4cqJCsuQWAGx/VfsffuQFhhEbOaN7//L4o+B7z6e"
    "/aN8Qry7vDovixVsgvMSQ+jrAxyvy7YM4Uh2Ykgil6kiVIyNPLu/M4m6iP17ClpANliMf4"
    "GwzIGE8lX6lwlKdw2MuPnw8eL65uzj5wI33p/dXLAn8+jT59Kn35Vvz2wS4+cPN/9lsH8a"
    "/+/q00WZadm4m/93wL4TCgNnYTtPC2TymKQfpx8Vt1dBb5LhcpES2Kw0m028ImYnNhcpe2"
    "DzdE7VyXHZw8h3bBm9JacAzWWr5mI7ckp3Ol47aE9ev26BLR1VC270rIju0nJWD/SgWTu+"
    "4JCqR7lMpx3a85OjFmjTUbVoR8/KFiTHddmxvlo5oUi8PnccCyO7zpxUoS7BvqTkQ+GefT"
    "LudXB+dXVZuAnOP9yUEL/9eH5BD5WIEXQQCWJNvKJlLvGd4+GFtBmvTKfdWu/fkucs/4kj"
    "/VgG5wKRdiDPX7c6v9mw+iPldfUEj1HrpjIWSUHMVFnMRLb/hD2Z/ZRTaLeZBpGFYrw67a"
    "QSKewklXfSI/Z84dVUa7znKMYz3h8OtZN6Nt4n4uhCzsNfpOrT01/FtuLq389G2erXr1qO"
    "ls+SsFYId0B2+xE0PWAtYj9IQsqR9Ajm9ngU5bF00T2WxJIjASxZrNTdgzCOp9ZA8APVRM"
    "m9/SN+jgD+QL8KslcitTSJKzvLZ5rkQZp/mr/fQ09ZhFnpIqEA0J+NYxPAu7Prd2fvLw5q"
    "jtYe0L31cRtRWsmTdCuylbukAC79Fsan28vLg2gdL9Hq4Ql55qKwoNkTZ+4Ilzg7VqscuL"
    "LxjUP/aIn/ZTLJBA+MrfBz9872Vc0O1p3R/JxMoiOa3M0jRrOwiouLlj3azDflT5BN5zST"
    "b8a+RwLjNUbeav3Z8UnyYyrBvqURs+1hv24ydvjQX6kI3nNyX6s0Ca95gb6UcGu34N0hw0"
    "pjfenP8/nR0Zv566PTtyfHb96cvH2dKU7VR00a1PmH/2RK1IxXf1OtStXI3v0yoGD6OWpj"
    "rD6qN1YfVYzVLrcP2y9vnkqbiL4RFnlF6pURH/o7pFO5WHA6cyJzw7EcD1LsPIaMCsioGO"
    "zkfdvG5v623uT+tmJxt5B9Hwol13qAeRoNQW5zu9VfbpW7jXkbFr85thTEBaIRfUdnPkF/"
    "+jt6QF6AxvEj9Z8k5NL1uZA9NApEIwJ+52E8DtD9x4U5LsPD8RYMPBmwK4SdAFfMPzc02k"
    "snvF8H0liXyLTzQ/cPdHQUxFHefgdHtIB8FGe0Ihb3yfmimZHPX1hkQwSsrtU9S1Sd1E/V"
    "DrCevdIepj/LD+SxrRICvFV44xUY+lighG5ZtimRNkaT3kB9wM/SmBZoANJKZilGgTSmRS"
    "IAtQwquwT9hY1ZvJvres4jsgS206ZQ9poZIJxdIpw9xtBFbJ12kRSr5BC2qLKoeM/EkoVJ"
    "qGQvlapTputF3VXIIdS/DSeWU7J0G+mtJaKHvaXy3rrznN+w3YHVBULgsco8jmM+OiVjc4"
    "TAY5V57NhLB3ndcu7LtMBplTm98jDqlvVWpIQSGsqxWSJChIuYLlbHLOmiCfEPP37BFqqJ"
    "2ikV4pwm0ytxkIVNs8GbJfb8NXF3BOljNpGuUNF15Kfxlt1xuo5nmexV0YxRpOfsBlDLAO"
    "5pLiGqku96Gl2zOXQFKED3O8Jzg+51BYcFrO+ITst4/knC44dLNjm7hXbcYdlEukK1RMFq"
    "vetaOmeT6IoQIotlaN5jUYFcGZDOyHk0jcY4PeDnRYC9zc5I/Yifb9J5NMXKwnQxCEp2yA"
    "F1Gc1yYQfes8ZYsZ+085r6klRo0hWjJDRlZ5jieTRGKvSFUeVyMN36GstPFKRHYmJn58X0"
    "E5tFY5SSutY74vQjdoN3eYVsHbFynuxF6NIBGG2YmLAjYldP9m0yGxUVdAUNuaQHrM5coj"
    "FG9IDZuE7A2if0gNWHfDaNMWPrqh9x4dK5v8em5iJDD/LCR3q6r61nrYUGOndA7AiIxWqN"
    "V7taf9/n871j0+mKG/v/jlB9QlP2RW7ZfcFmEdBT2dpdB7wNNjfJTLqitcEmQbu675IpdM"
    "TH8cydjcJXbA5NvXZRipiLPeKYu/oX6Eyfo4l0XUvBzp7yG31d5FGC1MLCQbDzfrtkU/2M"
    "PJt9KU3hIpuaFnxS2ks0yZewTUjBJFHC33pA6SKaROPzm3X6isJSdw9R+RxP9z6ZTVPQ6F"
    "Mbr4LFneU87RogFk/1A51J102YoLX74nqXTaQrVFEa1Y470NHXsMLgWdwRa+dQFjrPD3Qa"
    "rXF6RB5BO7saGFQ/xTPpita/PDrA3HVN/bf3jv5FV4x89EiFBD943nnvXbOZrtlEumKFQp"
    "NqMtimU+0chMCm0jpYg9iPJEA9CAcfsol0hSq0fbqoFo/EJ7ue6rfRVD9lM+kI1xNerh3n"
    "gW5E03XIzhfhz/F0F8lsOqHGMmJaV0YtxjkiKy0CLkY2rRneKtoxn0xDnTEg7mJVUGB2Re"
    "yGuFIa0VRQY4tPovYuxYAdZgeC2rvpo1lT7d1VPEix2rtQC509G6MW+gP98VX86ytgpOM1"
    "LBfbfwHC2u5o9fjWt0cbEOKxKjy2KXp8WF/0+LDaZvDew92aDPKEkLesXN5yQZQlwdr00F"
    "OXmiJlWihEoDKnQx97kl3QOBJofNjYBy30RfkzQ7XpUhPRirg9K7U24pZTi9ZGo3XYeE98"
    "58mOErwFgj73tFHWN6NxiyzVHOT9lyfvy9e827HanWJMGLjcHf7mEq9TtfEi5TgiqSJ3Gs"
    "gpIKeAnKKDnPIj3TH2uec8+ZFMUJFUCs8bZZUHNnKxjIeCtALSCkgr/UsrPu5UqJUjAzkF"
    "5JRJ8xTklJcop3A1FwVSSrEiY72MUioB2a+A8guPXdIhlf3rf0BymYLk4jmWVNvCdLyGft"
    "W3LcSWt/WdTstCC1QrfhGyC3fkSYgvRSqQYH6fjDyoykbRSCBUIqBNWiIUHAI9oMo1op/k"
    "zt+Ka/HkU0nY/oxtk/7Ca8qvD/aBQN4uDmgUud146MKnYxfEVswwWH+M9n+CbpexD/56F9"
    "pReKwRvYn9cfy3A+WO1CYxGgyAgxoAoyQd+oI7AcTXG2RZtdpikXK8vo4nQyEda41H8zen"
    "mZ7I/tGkGV5/PLu8rDYTBB/wS9BPVJalFeGpRqK0ihKforbVa7wKPRI8XzzW5KUUBzSKe3"
    "4ydIEfh0lSKVhZ09yGDfboL6PiZcXYWhheNCelplmwxSpni4Ucl0yEPJq3ECGP5rUiJHtU"
    "lHZMHCAi6FndIKFnFPpluJy2SnE5bchxOa0kuZj4kYiyTJsQTim0Q/htG4Df1uP7tppDZJ"
    "pULhHkR9fjy5FoB/DxSQuAj09qAWaPSg4bZpeKazi0BZgj0Q7gNidw/QFcOX+ZJihYvPWK"
    "ezp+PJ39cFjpYn54/Ob47dHpcSZUZJ80yRJVxT2X+6SEtQJZJ1QVSykbU2qbql9XERUbzC"
    "bgglTZbjJNF+S+DCdxg1uhySTrfdtkLMnb7IJPDHxi4BPr5BObhro9XvRe7wo36IND6oPT"
    "EqNVEbkmJ0fTn3ZHvE03RpdogdVKs9rH9MdROZSKc47XKV2rSg91cFTmuIX8YNExOa9MC5"
    "tbaVZDsNBL4PKekxm2H9WKMFaTXIZpoDklO+Ik46/2ncmg5LbfJZGBfgXj0+3lZW8W2oo+"
    "lfRjTXpZlHyA0jWq33GTtuyPoaZUvXOZ6hsv9OlvbigNUxoxa7J0B/FYRcvDgMUbLN5g8Z"
    "6SQjm4xRtssi9BywNd/iVwGRRPUDwVVzz3E79yWyPZ326V50MQ4vUX4vFGMk8kI9BOhJ+f"
    "tJHh6ah6t/9JtfQ0g2vxiD1CJ+0iawonAEehyrJI9H+JLZWOB62thdbmIt9/cuituEb+Wg"
    "blCqGGcM9ft8Gbjqo/wl5XELeQfR9S4UIGbJ5GR5z7zxZa/ObYUhAXiEaMvzvzCfrT39ED"
    "8gI0lKwzeIWVNZY7ojOCEYH2n/0Ab8aBuOdqkOiRypuy+niBaFC/uiqSjYRjPQHnjsgVMC"
    "2RaReme9zmvjuuv+6OK7edjZ/8RecOhlVqENVVFtUtsiGBv9iE3RwBAnLgt8r8XnrOA06a"
    "rXXmeu0kwHuVec/m6870KjVwW2VuI7LY7SoXTgA8V5nnzGMha3zjaUA83ioeu2tJM0VGoB"
    "24/Vftcrx7ZBM/i19si3GZTjuoD+etKnjNGyp4zQVt6vFil4Q9ET3EAil9QcRe+Q68LhCC"
    "EKAyjwPsbfwo107KwFug0u8AbXV+NhyfldPTcRkWjrfwiS0KU23eT1Vq2FQqbyqIldWWzZ"
    "W4v/o4NU52WlK9iWK5IllxI3Fazg8/tkjIQf50t3c1CadUEMJPa2TvAFA8y3Q3RzNIJvFZ"
    "W+nInrobUO+jmS7pRLpixSdXdcep3PFbR6RKfUC7g1VsPKojVKL+Td3xqjSO0hEyQQ+E7o"
    "hVei/oiZjfg6zA1VzUESRRDm13sKrZuzpihlyyeMDPO2J15pIf8bOmYigTrRarNbLvRVXJ"
    "ZWBistW7aCJNoaLC6Ib4PrJ2XU+27YT2Cm/okf4+nVPXLZiZc9Bq17vwKpnqbDXBGu1yYF"
    "mOs6vCk6J1SafSFC6ycR1v11X1IZrkS9hGcJgiSPhbDyBdRJPoeka5FrJtKlpFrpzdBdHP"
    "8XTvk9m0Rc0jj2j1vPAw/c7+rivsczzbl3gyTfciS9ij66wHc9bHaKaW5qwpQkVMKh2RgO"
    "wqlX6I52kjvk9yFzooDNaLO4vqcTvKC2yiH+g8mi4oluS3uy74OZ5F19WUgMQUQot5iHfd"
    "fQlc79LpNF1bHl45j9h7jgrR7QjZl2SulvXnJrnMUGiSYEEPZm/n8/2MTXWRNhvQcG0R+5"
    "EEqAex9EM2kaZIPeHlmiq7dF2ZrkN2Nr3/HE93kcymEWhSRWWqvqCawiDy5TYTd9BFOp8m"
    "8BZPumDNBNAVM8X0gdlZeUJNQJOsXRRpPoLaRalGVF+7KFO++m5M7qZFDVj079JyVg8H9C"
    "f8wlcSxt8CllJgsUzm6BmL0lk8Io+grIAu/Q4BseO6tqFnCVqa86WJHYtK7Dgi9FcoviKy"
    "LyKanAWrpiFXyFutyWMegYVCP/tH9AOyfxXr3a0ssnpYRBmO0TQm/QtbgHL91KFiU98Vm/"
    "y14wU1xZDr41uLVBqW5BiiAGtxj0qgLSDVEPL56+M2dSPYsIZ6M8eV6hEBCeSqHGQE2sVt"
    "D1LQh/9mcouaJ9MO65NWWJ80YH1Sxdp2ApHy21AMLCXQDl+6Elsu5sbVXIFYoQK/asrhkw"
    "1NL0RSF8XRkobV0Ai+RAit4KuLoV0r+D1X3lONB8Pf03eOF5lq6O8VNWY9dxwLI1uMeYW2"
    "hPmSEg91n6Rq17gn2vnV1WXhMDv/UFrSn24/nl98+e4w4gEdRIKale5hk94Lq2DhBygIBd"
    "f39QZZVu2JIyDvdOp0Av/o9XzYU+do/uY0O2fYP5pOluuPZ5eXVYAfCVogl0iuaY5qxNWc"
    "fTLZ5cwMYA9YYJxpRJujgrOjPdicYVDqiuSptBP9B6hDUjV7tjU8Ckih2mSpNEZq7JWStH"
    "mq8S6811oJ2bytvz3yPBUg3w35zLPSHvbcGQOYd8I8aoudLt6ubbVL9GDGUdmMU3A/StVf"
    "5AmBxyrzuORxlqqpVXJWA58V5nMxekCGzUVK4PIUuPy0Ftgg6zXaEpl2Ku0g3sJi5I58gb"
    "pRd5QibQ0nt6GgltaLYHPomh3ZXKQENivN5kfs+cJAmlqrAUcxnt3gcKhLMbYbzA+P3xy/"
    "PTo9zswF2SdNVgKBFQYzFaCK5g3+VmeEySh0cCs3bY2Lf9wUdkUqSnz38ewffyjsjMurT/"
    "+ZDudEj3eXV+dlV2doieKT6uHOCABtebSJ48uGknIk2snQQwWQItv0HGLKQl0iA7hbwu24"
    "2O4SfsfTgQ1AZSGHfmKxzDHZHVWmgy3VckvZ9P6VBZunAaAlge7U669ACieYyicYclli68"
    "JFgUC5aIyDKlFC5JlEMBSfCilxkpXIdNA0yu0Y2vVjaGrIUA2J8vAjwU8L6fSpCqGGt8cA"
    "4dkpbB3TqWrItcN+EEdJCp5LVkHoYdkIQCE1BAHW57+u1rhDCHHNDN2u0Olg3OMFmlQBkO"
    "2kXqDqM8VeXdAlFnYUbC15YuQkcEz8Xu0ZU1mxVXB/cDxM7u0f8XME8Qf6VZC491NaBCWf"
    "aZrLtFL/hH7soaesckZpn1IEYi9+xICz63dn7y8OKgu3B2A/I51qtJVB5baqGNFCGaSaVe"
    "xTsW3XomXXbA59cC7GMIxeS34qe7wEExV6du1plAtR79h0umLF/r8jVJ/QhM1szej8y+uj"
    "7OR/ey0LTk4RIg/3UAP9C25ZA30qCHUsAxg3+FslnfnEeLavZ6dZh79qGTsu2RbdC5bgR2"
    "Q/3zjsz5Yy2g2673LQby+Bth8JLfpVi1IZv+Q3emz5YDN7mhdOT2oYsFLMMbKJXJet3uRJ"
    "1N4mfhSsPSe8X2efpuwQioL080UF4d8bSxLGQp2gJmEm7dUXJcyFyn6rEpZqB0J9vhGsCQ"
    "31+VaOK1eaLyXox/S71yOgaPp928by+7be8Pu2YveF2Okuq3l63lrlzZ6KJD9IWD25S7It"
    "oBzJoFbP6YGZyyLts8VzmoFqkI160I+WLz49W7MiMvdOpmYrKbG9I6699S5SEVPueNwOaB"
    "ArOzvi2U4tnCac+fkoa7eXsnFUlfdGhY8hLlD3EkbUK3up4tl3AfpiXXgTm5Xa8VL6X9OF"
    "1faySpiprlIyYm2Ter3QTozTrcN5k/EaFg4/mrfQC4/mtXohe1Qpm2SKwlMaQtMzCg0B7r"
    "8YPgXOCQW9TZorYeZUGpXd7aMAJpRgFx8MrWIFjxpiBY+qsYLqGxNUsRNB1I8qqhjEqIzg"
    "7Wxy49V075X247VUgNUSmGUdeemPLHvyMl9o0ZHH6c1lT16uA+7kyMu9tHVqXRQDJ9Dr0t"
    "i4esWOxZcN78QrKHpF3wWBHlx79/FZocCa0+DiS8aDqtFC1YD2Tzm4bcTh03pp+LRaYcxD"
    "dwIx7e/XV59qVI6UoOwyJavA+LdhEX8wWY07KZYhsQJi+6/Ya/dxWDCACt7TSjmQcuWP0q"
    "nCJiiXA4HaQQd91g6Kg5JZyUFReED9+VGm0+4Y6b/8fgpZhziMAiXEYSgdh+GGS3rAr0WW"
    "1fobo0C0062hptY52vVgh5slFthca2+HnECbgvS9XQ7ZqlzI37pCWoC4HuIO5d1LtFBNRe"
    "V7gWXPS/bKyEi02Tf76JXBUOzeKaNADTtM5R0GtfVfEpehtj7U1p/t2dujxYaC/JAXwWao"
    "El7PyyHqVkMIDYTQ6BhCUxPlIVvEZLIHSHNBBT9cssmX2Ns1yiibSKM1WYLKdelOZ7bBnb"
    "HKZtIVLKj00lzG5JH0sI6+JNPouoigIA4UxIGCOAphKpFTx8kDokoqBWmhoZxKUTzpO9Eu"
    "LbaIN4hYlSS7LfGZM6MwIJ0LAjn3oHPNjPpAzpi5FaAbStOnBBqGcs5P2sRy0lH1VdJPBI"
    "ljto9Fam1DPFZOoiHKw+Q4+cwf0AHrCqF2zoRB8LaQfR8Kq/HWQ83TaLiu2+T01qf0VjJ6"
    "A+cB2wuT3GNfakGX6bQrqjVEbq99R7xNN7dJiRb8zSr7TUI7E5o7NSaukgO/VeY3uENfBJ"
    "vBHQruUDXhn0JXFn3gBO/yC2jLMlVUd+jLsmNVhy226NzfKjRGF9yxTdboogd4UHN0qt9C"
    "6TeFQvW3WJk72DLKdBpajQYoH6CU4Wi/ob1DYw32hJelaFLY/U6cLhACj1Xm8bRsRpAo0T"
    "GzH7TtAbVt0AgnrBGeo2C1PhDogvGDWZMWuGRDoMeT7mFDD/T3yegW6fgRgyvSBg7DqxWH"
    "py3UisPyZZerFexRSYWjUwjwrXdnZAQaRK+M7cxwom8oiBKur/DDkUBVuGaGdCj7UxPWXs"
    "+OjEANZrD3acMM07EFklyt3TQdrk2Rk96KA4U21Q6l6ojlFLCue1/XG2TiDio+RwZWHLX1"
    "+47lYwqEwGOVeXyHiNWJxwVC4LHKPJ6WNRbY3JHN+JtL6HRdPCsFSjC6q8xl9eMGFeGsdn"
    "FuinRv6bGIyqAWeFbf7pKpdyIrfPZw1miJZ8MWTGcDa7zm1njorDlgw5DQk8qPToZrYIcv"
    "ZTe+Pn7bJsGRDqvPcYwelhuXehu5bhU5hYbrt39fUgKHXMH3IhEYc8vGXGzT94mcFLWIch"
    "QAZwVOYXP4hrjgZLyGp2yb+2vekKs/F+Xq+8GCSoiEzinlta8Qaof3ALnkYK96CZaM0DU7"
    "srlICcZnlbnMruwuPObpgMMqc5h5gkJPSnvmSLS7D3uTPyoWynpDGt9UL9y5HHFmHXvHJp"
    "vuLdl7a+92BscYtSarY4ZrG9PjImdp3/mgpeiXdFF4+I58E1QrTB7MjJhQru4gZIqyZ2Nk"
    "ik7KWjE8N/prTZct/yKm1xtkWfV9/zIqnUA9mr85zfBk/2iC8vrj2eVlFc818tfC2svERt"
    "6zGM2cpoTm8jmIP58Ynk27PwnDy2RAKiCcf/h09uX/ikO1zwVhe+f/9+birGzLYJeKnFeJ"
    "I4G0rWbncXqn7ug5Lngop4nrVucxt6qU8xxj87+cBt9x8ni7CEd12LUD/mPt/cdrR65SRD"
    "peu9Ki85OjNurvyVFDAeijskXYw8gXibP1+OYU4OFs4eG0nUAu/CEZr531ZpC2kdNyaCgS"
    "vzc5O6hF7roxuUAItm6VebxaI1tUlqHJupXTDGUB0NPGJWH/HlIdOCPnyIqUNYEykD9sVA"
    "UQWSzjcXtUBFSLHN+r0DqMFrB0wvu14PxvOh5yGm2CmkYxgHPVB+4WLt1ccrBzRIB7N9wZ"
    "fouNYweCsuFM4qkxiBeomsQdrUQdJr5UtFofe4+ieLKmhctTwcrttnKpVGAvltiiUp4U9k"
    "U6QL87+p0UpQIhKEoqK0ouCrtV+SwQAo9V4/FOSlmLFMu0/WlLN9kOCZYqqB/951fuquqG"
    "JlUsD8Sabvxstk3RjYYNEq9UROMBPyd/i74IFLJX6bZvqHuYsa2tsyGn0M7dcNTGk3NU78"
    "k5qnhy4r0ggW5GoB24b9u4ct7We3LeVhw5G6GXt+ns2Ij9vJMO/hpZXZC2MPRlXFANfjnr"
    "AhOj5dZqSgF6bbeFCvacPVsUpE+KMt1Ltkaq5h5SFzztKgspGR2qbmmhM0L5dIO9TbwkKo"
    "py9nS2RVVmik2QjdymLB/8vEaBgQxKZWzQs2E6xhMJ1kbyXuMsesI+ckI2znOejDXyDao/"
    "G6EfIsuwyIYEvvGdj4OAssj/g4Fsk1Jh1zdsx6AsCbAdvDoo8XG0F/9q/2p/9TBdpn7gL1"
    "zsLTbEDgP8dWZ8jVprFT6M5vhKvyVGG5/+y8PGJ8fGxp3jVV79vfHVuVvEXzge6rOsDewZ"
    "lML/1WY0Pv1mFk5+FWVs9Be6FtIvNDPi7zAzknf+z++vjK/8nBQAn/1J0SJBBFXI+PjL/0"
    "Tfib6P/sKvyY9dmOiZkhE/eramkNH1RrGln6Z4sIcP2A1mxutokO1QdINoHuOrS19oB9EE"
    "7McyDjh3xtOarNb0A/opg4L+D/3KGmT9kT7/C30afzPfxbbJXkP3FyV32JaIp0mMN2yqpR"
    "OsZxHGlCIaHzGd8TF+N/0Sq9APnA32st/xtHY23CuNJ7oMWL3f6Asnht1oMF0J7MtSvCOk"
    "HnC0EHKo0+FP6+doPPs19Eux7xiHdvrpP5HtUFY+/2p7IZ2Nfgf6OfuSzhM9Fo3vonn8V+"
    "7zH7436M8lFv3WyNosor/ThYXu6A7kCOhZHm4w+9Ez9o2S2Y14GvZl0T09tKI9skMsRp0R"
    "pP6irTWCQAxG8Y5N16SMDYSnATPIVjOI4Iiuot2g8AipO+k+ikncfaccVi49CZiFtAByFe"
    "TkNpeAlqMAQIXxWLm8W4S0oR8MT6RGswatOsLIc0Q1dmjVO4PXAqpMaU4pL9NqYzXsI6sc"
    "Ak/0DDwR8JjqhjJCfpFKOzF/3q7sUEPVoUraWqYny+6lIiVsJpU3k/p2/6nYJPgDihnIpH"
    "sjc0Q7ILp9r0wD0On5UaYaQVhdun0g6zJHyFTXa4vG09xu3d07VTANV9GXDYtti72SBuGt"
    "2Oe28OEjYi+xeY+9Czvwng+E3j5+wGyLw8+Kxrbz9p0ZceIw82esPGySwP+L8RVt2G6OXC"
    "L0yCQBecTG0xpHzif8bCzxin4/Y0M3K3PPMIk3Ghvzd2b4Tuaeop8uHecBm4ZD11LV6Tfy"
    "+yPfH+txzbt7Pt8y4fT6YmZ8PvvwfnF+9u5H+tfLs0/xn4uLT+8v3s+Md1dfvly8u/lw9S"
    "l/KeNT7NNyPBN7s+ivUaCHkfgHKfot3TjlyONiVQb6GZRCVDTWWPke60OyoFgzZt6mZsy8"
    "vmbMvKwexkeB3PLOaSAgtnO0W3TCSbk3UwLtqk3179uESkhD9tGYViUksCnNdLUpqcJa7W"
    "wgEEsqqWB+jPKvhKrlxzQ1q1GpzD9Vp8Bo/X3ZZyKfhoII6DJ70WXo75bLmswINIR3gLxJ"
    "9CAXkJkRaAhv//1VXcciq+eFZJvVIpV2+stRK/3lqEF/OarqL2hJLBII21bWB1IViCCWqq"
    "DE9BZL9U0gCTdHUH3Tq+heb+GbbBc5YeCGMogWiQDUSkxs9A3kImJzEjUODb3iYZF3T2Q6"
    "JOUEsLqrvZzZr+xi1itSQqSYylY9E7seXnW031aIgdcq89oPbR8HHfhcIAQeq83j1Qr7vi"
    "OlmReItFMa+zd9gMdL271Ucc7UuxD4LpJkhRee87Rjk94z8pnNNF22V7vzFlKMqTIpbA4p"
    "AdEXJ5xyna9x2xefkU9OQOq6XCTPZltcUXY0bHhf1C8QgqdWcBK4rfbitoJinwNKbgEJLC"
    "xZqpan0Q7iw1YphocNOYaH1STDGDEs1dyRpwGUW6GMv4mjsW7ogxqQcxINMG7SNS7+cdNs"
    "Xi602U6Hl23OAsBFq3oL4Nos6rEBh6DoYU8QsGN0WupTsGMU3WKkmyOnQAh2X9V4LGGrGt"
    "bKEFuthEaGzKDVaGOIDGgtK6berLERjWfJhCgu7WnceaxGJf3HhtXYdOzvo2xAGz9hP4hq"
    "l8Z1MePal8xQF9X2tPEj9pKUSLOaLTnYm6K8yPg3x0VGn9aORQch2/mj6dDt4sWVNzFihT"
    "9ZzbeZ4ZJVEHpRMUwf04Vssi/1SEzszIzls7GykB+Vzwx9yiXju9BNCpr9Kfrglfv8/a82"
    "+6bxwK8bYlkknoh+B1bZNSoCGv1aOl385A+vjK++E3or/NXwWRHTOCuUBEaUEcqgmBl+SL"
    "8kpf9KNz8if4x/lvH61fzV0dfWuZgRttVMTDAAqWkAyvdr28CXnALiXprl5A5xL/EelfL4"
    "ZRQaqCVDh+KCmKytCFUxvEraBnkaDa3b/RhgGxLeaozd8ulueV7VxABvm+7GrzS1kt2+oK"
    "BG+P+StFhplP0ZryRE/7TSdCRfx/WQ06rxcUlkJtvGvQS+i//isy4AVKw9/POb13+I5fKA"
    "nygqXsKkcMfFtlgLGPqlcaGUqAIOX/3/P6hUbjLZmpkRZ3mNk0jF+A8/64pgIn+9dCgrv0"
    "96F0ST/Hrw60HapCD9tvGkCYNqhPNfoAvjNKXyaXRhHO3ygj6MyksGBXBli+HvWAFf6+D9"
    "9J6RgJMnAUDFXRvkbrecRhs8R66KxIQjiSWcDtcG7t6Wr/rFW6B+LdSvVUKbja/BA7FCmz"
    "ycbdNpubt04KDZLVUsZ0zYREHop3/DB3SKMhm2zUXox9UZilOsWK/riCImZj/IIo848s6w"
    "jzt7a+qPnX20RON8BNGb2B/H+3AQ7NAlLVl1kjpgkUq7wJnjNorKcb2iclxRVCbibUEuGU"
    "cVfJkh0BOzwRczu03XISJRpR5hnkZDkOfHLUCeH9eXxTyunBJR+AUWGUQdx8LIrjkqOLIS"
    "zktKNxTQ2SfjXnbnV1eXBffg+YdyWOjtx/MLenxEyNNBJKhTFZ/shbDMfiPcHBWgLYF2Jg"
    "y2vgJTghFvQCo5Ye8Rp19m6GuwVYBuQ3yuoCVr/v3bW514Km0MIWNX43Z8ySLoKQUg3g1x"
    "N40TlQooEyAO8WS7x5NFIaMyzMgIgBm9M4Pq5mQTgSYn2hToQLiREG6WoXmPmUFEKsK1SK"
    "XGRtCqJCQDTJYpPA2wpHeWmJjZgj3R2VQrKRVotBGXeuxcn1rri3g2t4/OqbRBtI/G0djz"
    "5CphZQTaBez0HxZP3y6XA5IRwEnc+0l8Rzw/WGxkAn54kk6nhmLpnH2fxFFSnhykPAlAKq"
    "opm/uZJTwPGY1+p3Ibv8Npvd/htOJ3gGSlLmfy5JKVsiAMSSbzdMBipVns4yDoVrehSAmF"
    "G1TmsvqRmaqwdmtk1PZMmHpAazNhZMBUsuv9i4hy3cca7SXMtbRq+8DVJT/GE01xtW4FNd"
    "+oBUDp641Pt5eXvQUO52yJiqwInC8J3ZWNbxz6R5vyzj+lU03yvm2u7hz1XxL2DpcG6kfs"
    "Bu/y6TQBSzoU/TbyqgoD0W9Th2tjGHrmlt2eWv1zlI9sp8nFBtW4zShr2UXENBz6wLi9eW"
    "eY6DkqN0R34SwpiMQGxQGu3xtPHgko1+IKQkwGZUWS/FlS/ijerYJCS2O+XJRqTUwuPzrP"
    "t84SqAs51q+MS7IhbOIopil6SfQ9Vmvk0b9SLTrK9fZxVP6pPsu6eD3QH8f+lx9vedAwJG"
    "G32nhqJGEnfKyqazXeMCQKPizoaNOVkESoMqWrpbSuVt76WC0ue89an0a+wmih3pCuMLF0"
    "Bchl79kLcxeVdZXxFGYEAGYZTGK7YbDoUh6gTKkNtmMXCYha1HZiQYUUeNCNB2RDNU2ZEz"
    "on0Aby/po1c7V55dZzmVIbbCH/Q3PEwQ0GvhuV3AwqlyiJvQhCu3DmYGi0C0ceDQWKk0DB"
    "kDHc4vW2SjBcDGu4YL1KhTdaveGCI4EAUsjy328iXNpERNI6XyLTzkQ/f93mqKCj6suFvK"
    "5WFarT9+pzfjTU8/pLoyK/ybk8kvEaLtZWa7VhqVbt8RtCf9SCtf+RgbhMpx3U/adY1SUD"
    "NtdZESYCDgkvHRqOVmald/ed6zlMZpbOueTptDmAe8u6pECZUidwkQoOh62HQwzYhq5AYb"
    "WObUhzhNqBfdRKQjtqkNCOqhIaZFbVoq9TQsbK2bhRqGAXRpdoIfVGZU5jqj11YDJHBvxV"
    "mb/gU4LUKpWhbKrXXQ9nY73ugZ0eSkIKHk/IVnsR2WqVk6OKf5pj1RZ9vqPFFI+LrQwonp"
    "Yt/Pg7+eb5xDWBf76U19boo0/S6Vp2xvzqY2ThPKNpRdw19lgaU9y7npUMMpzlP/EqMJ5I"
    "sOabUWbNKZHtP2Hve+NrIuFGsz2tsc06vtO/1uZvjf727bEHtZEFcOkOHlYQr4YqvDd0Qd"
    "S5spA4wHyagQVNStTFP24K+lOl+FemQ11effrPdHi5IhhYpl6gPquEvaIFgxU5wSbHX/Xt"
    "FYpwVjuFUEXJue8IWNBeVNderp7s2yR0i+nkAgWmNGKbDpPE3bXUYc6MJ8d78F20wv/hG5"
    "TWoNKJSXUggqy4j71tpKFlMwPbK+/Zpfz+C9UP/FSbiPQPjyoT9L8lsSxWRyIwfsOeU9Va"
    "Rnhfi7oPfLAclHhQKDelXr/Jl4mMjlOkAj2ng55jIXoW3jmhVP3YApEWsJcaXLaIdKgvIA"
    "v1Y0HXUFPXUIW1Eg69xnj52su5OVy+t1DCPdzTO0VzT0+L08Ktl67GHsC95aaa1vptC25p"
    "66qUJvqFZZIdCHS4+MFsWwd7Nqq94oaejcAxUFyVL9aQ2GuNuK5fCtMr49J5wp7x1fWI45"
    "HgOfYYeYSqTVE3iu+Nr090ja2Dr4ZPBTrsG2jj2PcGVbaoTubY2BeqceO9Paoe6LjYXtA9"
    "RaxoBh8HxtOaWDh68Yp4qzD2WLFxMwPdBeylrIZOSOekJKyeoec8fc90R5vNm/nCXM9Z0t"
    "eS4JVxQ2UkP9IrCX1nkuszY8UJKf0N8qhGWa9iRkAIFEz+nz1UFXwp+uaOWUn1mmSJGRJa"
    "TZVSQ9XmsFXy0mFD9tJhNX0p3f1VtLele+R046V7HA67svtI94jPTFk4cyoAk6/NFjVlWj"
    "6Lumtv6eSUEo2I53wq6aDEtGQATYePB+XpVJDENvuZXexDRUoInVfZPJRKqzKHEEeiTTpk"
    "f4UrMp1BdtsUKWHbqLxteL2rrSTP02gow/dfVgesrONYWWt0UnkbK/mYzjSxldzWDMhvYb"
    "Cw9gqtwhbWDHyBkZVnTHOLlmTg8NX4wLI3pmUv+r+EFJCO70cC2C+0xfCENvf/cf39f1y5"
    "/x/oz5KBNh2voXDVfzGcJfLxIvSkbNE8jYYgD1VMZEIxZIOVbRk7gszD90nnubaLO6fQAO"
    "6hSxLxAb+l6NQW9TlFpiMo0NlUoBOMsS/BqgQhmdqyuWJ+qVdlq6fswrlbJOFdohM3meWH"
    "H7c3XK3mdUxzHTR3qM1jmrojlUVP6QLQkBaSvzvLA4FxhH08a7KL/NNZjtGdgLJy5cTHHq"
    "afR8cktCQYI2S63m4Cyv2AlhMXPVsOEuDLCnTURD3lJGXxgawC49+GRbrlX7bSg/IFvQyJ"
    "FRDbf8Veu481zSBqVkfLmmdp8bMJyupockoJSyk1xP4VqDqtfMWk9RHC/kyKmLwAnVOB8K"
    "yc8FwIWMG2qMdxfbQKFjvWIFTlgEXEywT+ZOMByjKUS3wf2h2OHZ4ObDMqnzsWna8Dgzky"
    "4K/K/DUdW+ZaSYfDUVi5VZxA5Ouqv1XS8QBlGUoPI1/WiZVSaOfEOmnlnT1p8M6eVL2znG"
    "WoLcQciXYYH7bSxxrUsWrvktTeJnlv8nRwcap8cYLTSls2SzithvQuJKXDBQ6GvKh4Q+yl"
    "S9rXJtvNz8CVq6i2QJ4ZhQEu8nDdUHBN7NU1sd+QTqUstP1HDpnkXlgSsh7enEK7mNnTNj"
    "W9TuuLep1WqnrFGcKypdOKVBqu455rp0F9uuExBrlSW7myspVCvxOjy7SgKKrMaQ8/Og+d"
    "+FykBC6rzGUlehcAfwfjr79yXJHXuKFTeUYxor30/4xjMB0kZcjGQVSwXEoH5Wg0NEu3gp"
    "kNazBNV4HG31xCt0aX46pACSeWyidWxKvnxQaRjhk0AnrguMoc97BroVVHUbNACnyeBJ+X"
    "sq2Kq5TQsrgALZSNHwDUDTKx/FotUsE6LWU6MDeaJKIFIgAUKvDvpwJ/srF7wPbWx/0kg6"
    "hYGap4/tW0166eCX0sWb17lheOQdmCW9wRQRZ+uKwrByGRcnvG0L7BXlwja5JidXNeMmu3"
    "kLST2xWp9g0RJwrUIzGxszNMP7FZNAWpp03X3xmnHkQm2hWe94hYz7c+up+wn7gZozD9cd"
    "1BogtIa4j6ObQvnft7bO7QyVZVqKRiPwuHfJBe9mJU0zbBL1R0kAyT5Y4qQahs8SCrD5el"
    "N8oiOxL6jZf95SDJZKfHMrTAnUYLXMaqCvzMhF4Tq4lEpQoKZvN+Tj5FDCvMDF5J2qq7LG"
    "qXLE8yXhbc8Gu3t0Q4dijJmfhyCrBCN1v4hDVJhjOVKIrpVmNJvqBUKk3+wcQb1wmwvXqu"
    "SZEpjWi8+0k+dqCUmUIKTBLYD5LANCSBvSdu7PtSGzx1w77HnusRke26KXejQAZQt4B6ZS"
    "EiaMtRL05kBCBNiKDEZreWVxViSNZQOuCGSoFBKNBsmjuA5lSdlBvFzDU99gBFtv+EBTlk"
    "9X0BcgodqgE2bY0hmgIoFO87HRPH5A4pCF2DsCCVLAdtwoL2Yz3I/HYCuwHv09taXEPCY3"
    "Bw9vmDkRo8jQgZbBrENpBxe/PO2Dh2sJ4Zy2eDTvvqoMQIaeImL0Q0GqwP07A+xMyqMKCp"
    "22pCoKFC3ARvKia9qVWH35S1YfBYgMdiSsIHeCwm7LEoRsEIBI9KmEyz9MGfROOU90pArZ"
    "TtmmWWDijgNYYNsl5YSNaEZH/2ItVQYsP+ik21arbQ0Guh2mphQ/eKI4VxTqGhWPa2Bb5v"
    "a+F9WxHL0g5UrRdwSqAhtoO0CnGRnE6RjtcQ30EKWezFXaAczv35C7DnOVIl5zIC7UqC9N"
    "8zSxSIXLtGN9qtz94036QSjcwy5Uj0W6hHbRbqUf1CPaqcqsLkxnqfYTpeA2jHdhiO7qB9"
    "2XBPq+Qn+GfBP6tMGJa69mZFtgn4ulXxdZeWrWKmfBULNahpyf/IPKwNGYeF57NtdvwBIg"
    "iSxUgxXWPDc56i/2/ib2VYZEMCg/jGA3bp/+3usQbyr9mWGAGRCa22D0QmKHAzQGTCxOwz"
    "IH6DyKiScKNueOQlsR/oMW6LxRvuaaNwY9Fxi1U0cIwgheh1MZbSrcRAaBhLaAjWnhPeS4"
    "kNHImGgsPhvJV7t8G7W5YdmNIk28mNp9HAflsKT2jjMntb7zJ7W3GZxVZXUQEfx7Ewspts"
    "tSIBbUnJhgI5+2RcGeL86uqyYJg9/1A2hN9+PL+gazvCnQ4iQeEM4dCO7hAzPU8qoNc7Ja"
    "qUWpwg4J5QzJClhXuCE6DaKkccCWhGpU0T+tiThJMjgeLcTWomW3c96JiXyTTTXJ9bFUxu"
    "d253SIS+yN8PBbl5QLn9WVONez/6+nvsB8SOKkW+W+PVw4GoDGJ5zKxJdzfz0VSFp8MHKY"
    "mUbuPQsypG/18O1k6cBmFSOhSARq+oRs+YV4G/XtNMhmshh5fTDI7bBMKzYQ2pBseVcPh0"
    "H7RFOB2vI8QnJ20QPjmpB5g9KzVmj8+XCsLNmk1OBa2yVNZqoturm+5aoAQuq8xlJwxWjp"
    "zJkyPRzuJ5eNrGqFxmGGdUPlUio0WxDdNjQsvScx6w3eFQKhDCmaTymUR/2h3xNt3unhIt"
    "cFplTnfusAutdSfD42n5QIDNHdmsfpDYNIz34Fh64SF3KtrvZZM0wM3Ui5tpP06RTzETK4"
    "6QT0mYU73zgxEM4u8wHSrwRc287hzLxCZkOkzDxcHxrTUHcprxgvFfa8AFri1EvEcqqDd0"
    "hMgoNPR99N8Mwl87T4JVXY9vRgDwtoB3zeaRVxc5MrAIqKwqRp1nRAdU7Z3AUWhzKfSWnr"
    "VEnofNxVKQF12vJxaIBo2ZU2WbSOjdYMvQyJahZMTcjmC6VHOTBJMjATDBLPQCzEJKrtXO"
    "RqE8VLZ8EPSA6OdkGi0R5U4+6eDjHOl/efRNpjB1LaH84cftXef/23tH/zJZuUrccX4oQ+"
    "RtsLnBG9dCgdAeyT+eNZklw2CzCJKRQ3eoBfukepaxevukbLbv+Jm+45lx2uT6ntbn+p5W"
    "cn3BDDl8PXLfCb2V1BLOKbQL3py3qkg+b6hIPq9WJN9gk4SCzr9NHQtSCkC4DcIrtHERFV"
    "dlMOZpAOU2KAfYk1rF6XhAt9UaduxAWGS7YQnnJIBxK4whkPAleIfUN76rwlrtbJxKmDRm"
    "k6k2dxUG9w79iRcsGv5AYCEpDpg11pzDAb3xxyg3V+mCR0f8cuDhFXFJch9Wh0jZT6A9Xt"
    "/t8R7o75ORbdLxOqrxvWcIFpZ+W4QLRBrCPD9pE1ZERzUkrFcCi/YsWqhp09/RFe2Hy3/i"
    "ldTa5Uh0XLnDaO/fpDo4peO1wLdJuxmiat862Agqs9SDnY4HsDuA7dzdLSQr4XAk2llOTl"
    "qdHicNp8eJoKsmlRM6mE04MgioVdlkck8esb0I3Q48LpECn1XmM1hAtWVzxVi3H5PSR2wS"
    "dCAwJcUPZk0mpE02ZLjwGn+N5iengpqH/BjyGwaL0Z4tRtFiiAGTkOyKVFrI06Wm6W2aFh"
    "zVNy04qjQteCKmqJlUbQBZNh5aHQlyadaY3K8Ft2stnDkB4CnAMzqL26OZDgcsRWm9xJI6"
    "TNPx/Ryj+40WLTZIb6MiH9dryMdVBTkWKyTAzSk0vKX6T+l9RB5Btqgt39+vrz6JIeZpyh"
    "oLWQXGvw2L+IMdDJwQtgyJFRDbf8Veuw85jGHUbHgr29hKAhubYNq9SUCZnEE4DYTTKA/s"
    "wOE0kI+1JR+rINWgR3pK+8GztStM12ymazaRRlANaUc7s226yld4g6P3Vcxpheezxk7n3M"
    "j9hGeBJQ1ir9TQS/pv+RmQwBJXUmjIjOBotAR5gDy1GDMslePD0wDOLXHG38SifnOokE6r"
    "eewAlgg/0creArlGC3tsyO88Z9PBbsGRgdFCaaMFVRCJ1YHDPB2EsqjM4eXzIk1KKamlTY"
    "3AOSpoBC7RCBz6bOi/o55IsDY99NSlOVKZFjitMqfBc6MtmyXCALkq68TfEN9H1o5WXt4o"
    "+T6dc7qLYH8W3xy8LabfAsrtbMCLIrd7j7XkXxVbBdLm3VDTrF3Az55rmsHtoO3tUPDrVz"
    "dqa+d+lRQ8/CWNKT30JGDlSKD4d3O8RMn7uWvQRGm6aS7Y7ZET1W27veQyW5Q9QHybTDPJ"
    "xbsVWW7nKlXfxWVYO97ZShhDwD9uFB+dZOCCyon7q/ASrNlEEE2w32gCuhR8R8oNm1Nol2"
    "z9to0H9m29A/Ztxf+6fKbIbeiOFqlAWyzbHCEYtyWM20iu+gjStvJI/3kR8ZktAW5GoN1Z"
    "MUhZFxMHQidYPcA5BSAMRUPBGrJvdV3Jlij9auvjqpBKAtpZg2zTY2YMFfLScR4OGnTI6P"
    "mslRJp0aGDuB44DNMY5kyc8C0nEFR9AE0TNE1l79ehdU1IDOBEx1aSY4PgOEXNZ0R4B5DM"
    "oyO9AnCTnzil0Kk6xMit4UEd6nILgjr04kocT0gfUtJZqapC9AU/Ej/+zRVlKHs2a1KEon"
    "aiXjJ0DHda2uNVOhcXYq76vUYbYq7q2j/VV7epb/80QnGb/Ry5g5SxeVqLZJl6OT0dr6GY"
    "3r//B8TFFyEuch2y24qLHAnEDjbLi+P2aFcU0s5d2vccg/XOCV2xtJg8aZQVV9GY4YVEKb"
    "HwpciEOxbebJL2TKlCnOl47Qpxzlv1aGpo0VSpE+libyUUpK83yLJqVy5HNp5x8PWwy/do"
    "/uY0W7nsH02L9vrj2eWlIDRqI65L16QZ5jTaQDmykXVDxYNF6IuKrtWiXqDRycDdW/ljCo"
    "7MZZYO12YR9wYk/uYSKrx2UOqKlJAkrrJOB+UAXgqnwUijLZs7lQNwPDPp5FwS+iRKAVyx"
    "OSa7rcfN/L/4tloj+x5/QZHFomIoKDyfNZkLcDJywRDfo9VgFXoetlfPUkouR6OdottGz6"
    "1XcxMtt96g4CUro6Vomw4HNUEg3ZpIsGzZNViTT4FEK7Zw900Q1AbE2F0mslfvKT45umdE"
    "gcnpBdQQkZzdcwM74Isl6zmhKYo29oNkjfAPIPZ4r7HHHr7D7DaSMtMWiLS7wo7aOIeP6p"
    "3DRxXnsGshufDuZLyGnvfD0xbgHpa1B66S82kZ3I1jB2uBEN9sB8+pdJIN+rCE08PZJKL+"
    "U7VYchRgQyzD6XrOIzFFcZAN+5+jgTOgxRkACR559kyb5Jn63JlK7kEg1Lga2v0FYp1LB2"
    "wPW/UhaGhDUA0bU8J+oBTIvVgQ+POXiITbJr9uRqKTaDCyZ9ckfk2ntybkeSptRImRkQ/Q"
    "NznQEwLAuzPei+jvEkc4T6NhdZLeU0zp9GLLb7OSx9Nps7z70PECJ0CijhJNp0RKApdi56"
    "PCRc+LLoFmRbpODFDM/bgv/InZkQEFQuBAVw54+C6kv1cyBY+n0uYcH3vtM6Vm4YUuQesO"
    "6hBHCRdAd1mRXaKdmFCmBCZ0P4NGjCFQ89DvzbjNfvlCMo6Ap9kxmEAxdLfHEhRMf1HG00"
    "I+RaZApp/22HumTIKYhy2M/G7Rn8IZINZXtSDQQn3p8Bl70oaZIpWG1vVBeinHqGFxm8pt"
    "YOOaPpU6oD0/aXWanTQcZyeV8yyGjW4FulsEbvpteHOE2l0eR63Krx01lF87qpZfi2Fjtk"
    "RRSNo2uHM67dDuv4pGGvhAr9o7GajLdNpBPcixHVm1ZJHmaADlNij7eOVhgchZ3/Q+p9AA"
    "4SaZcoiO9/+iRy5FVgZvjgQA7wI42QgLtzQintEA5NKQM39Q6Alk7XrEORIAXBpwwt4eRq"
    "H+Aom7HvUyHUAvDf3KIXKYZwQAdiewZbEGqDtC7T4vHrBc5CdH0wnysr1Roaybw9NWsvdp"
    "g+x9WpG9UcAqhxK55goFIg1W9tDB91Al5SXY01drvHro4jvh6EbhsCJdpKbJYKm0r4xAm5"
    "ic/rK+ooAx6c3CkcFeUXmvQCGhl8DmYjmDIpvrSxEUqaBFiDAaQ6rcboFmoDisqZXdrZQl"
    "qSzbKsDSlbTP8pkmuVa31tIu7tWa/ivV5dsDtHlR7Ekt3bbAFrasdF8bTrl8xLaoGIFMib"
    "bP6HlDZ7l4xJOMkq0t1VYNrN8RqC/RJDpBJFWRqVBcmziiJIWE8MrGNw79o8Xas5D9OZtN"
    "j0O0tPBWmE7dB1Zf8qk0AUqyxlfhoBKU+iofZE2tt6KRi/z47LsHMV+jJHpLZJguNx6Wqu"
    "4FXbjYszG6cEFRmjHs4tmukEC5QKQjzEOEWDkeuRc5Luthzim0xLgVxA0IVxLwvdAPhFmb"
    "jmNhZNfkrOVUJZSXlGyCMDedw1dXlwWz1vmHshP49uP5BcU9gp0OIkHhsIaSSyOVXJpejP"
    "G0D2dIut93wisUGRu6yNgdVawEtpf6nrYZAXS03aGj7dIxnxf+Gs1PTmXWdolMw+V92mZ9"
    "n9Yv8NNq0hnFrIpxfWRgOl6D+KmxIwOdMFg5cmmrHImGq7l/1XyNXJci0sWBXyKFoDWVHf"
    "iRcfqxE59LpONEakA8Tjc+Rw0uJMM0eJphG3MrwtXufbkdT2grlvZ5t+2VpSamW33e/IpS"
    "qTM354MUOZUKHsoGlxIdt4gdo+O3klnie2L78g1jwKU0mksJepxAj5Mx1nkf9W+p2uohVo"
    "RMJt69SAQx72VQH5EVSlbaz0h0WqAjW3d/c2wpW0E6XsODt3+zF5Vn144nLnHYfPgWKXVa"
    "330cwLk8V4G1WS0vEEL6hNJaObbNTlmhORlYXVTmr4epEL/qaF0rkIIVdRJ8flpL+ZDLdB"
    "r4goYOTskgWwqQbi6RXyCEYInOwRJRM0s58HMabbTC0ftCbIi4L0SzlM3TjYf9n/+svoS9"
    "59zVCcnVEsmrKvmZ9mpzHsTNtI+8VUXX6S6Jq528TVudfWka19CuPhWWdd+evp28d2lWnM"
    "B1xyXM1fvtkgS9QZLAnjGKmGyHmyX9DLK/FBKu6l11Kdda+j3S4TrZMHtzevjYI1iqCn9O"
    "oZ0+3HPv8eRUab9ScwJYq4K12iUJY8f8C0UhhQSMfbvqek7A8LFldWj3UyLTEOd5q44o84"
    "aOKPNqR5QEtg4taKqUGmI+SBeaBDnpJktlOg3xHrDLEvQPg/5heq7safUPm/bZPb0OYuPJ"
    "gb33ECO+H3aKSSgQQuSJyhEJ4Ifp3w8D3gKNvAXvmNUmstLXOQ3SEbMWvoPFKh48fN5Prc"
    "dgrzZrFXwGO1oB670BFvKDhbSptUSlTdwLOAYUdQzsdF/1eb5GJXKF52paPLfpPM2q9O7n"
    "GAXH6z4drzH7ZUtCFqn6ORu0b/wFri5wdali4ujX1WU7ctUh0/HaCRWDmOqm1dlHEVMD2I"
    "+gXgzUi9GmXswNcQ8ECg77eNak3QTEHb8yDHfs0pHlp2lDPbmqMfWHwD7Mxwd/pfJ/1EPc"
    "iN7E/jj+21B37C6JEg3VYehKk3amF4g0FAz7L1dAVUXMRGkpmAtE2qmXR+2ExAYZsa6AuN"
    "RShuYZchWPplelfayc4yECcKDlwKBZ3WCN2pM1ykXPHVsPPO/aeQAYEAMJzR/2ywEfUw1J"
    "AH596facQoPLs8lqNUTx9n95i4AiK4M3RwKAdwGcbKiiKIl4RgOQS0PObsfQE4Rq1yPOkQ"
    "Dg0oDjby7xcKdaagVKqJentFditcarhy6eJ45ulEpqijgopsngbs7FAiWUy1OZy6nPQZLF"
    "HBnwV2X+3pNHbC+Yq60DlyvEwGuVeT2tcBBgc0c2Q7E8qO6mUmRI39Xdeo0NeefYNl4lP1"
    "0UJcINmG2JF2FQJGMVi4qHGJDeY0DAbz6835yVIsZ2QJAlyD2qt8+VyLSAemwrnY9sc+l8"
    "q8J+7jgWRnaNtyWnKqG+pGRDwZ59Mi7u51dXlwXczz+Ugb39eH5B13zEBDqIBDV+LZDMOy"
    "18kMwh278iEbbO9q+V4SXz/XeQ4FVgQP/y+04y+SXZkOBn5NnxV6+I5IXnjRK5xUZS8SQY"
    "Jtn/F34BRd0J2V+e1vFJ7FMpEMdP/ABqCasUTlIv1GdcbCvRZwRayJhFcb4J3lTAfFMrzL"
    "8py/LpxmgLbTpeQ2R7riycHTVFaJt7jWREOsUD9tFqJDqvK2A2tKX1tQur7K9Gs2Lyrrqq"
    "DFiilZRkR7NEf9i4jhd8ifTGisibP2yUd0k0bOE5T4NIu14YWcBtJ/m/uEtGNu4ReyZZRa"
    "uJwh1lM5Zm8J3Qo+tRLpsRhOGxhOGUTW0FtnQ8CGzbBDZoBdGvmJEcJBJrNafQIIB36Bq0"
    "T8hmSEjAm1NoB+/bNvC+rYf3bQVe2UTy8XPIJwstWjqhlNEhI9AO3EFaZ3AyXluEORIQFL"
    "YJCh5GviMlhOUU2q3gQSpkWfguWAgPiUY/N08Gjm4JR/cGmVjSHMSR7GALmk5YsUQH3wga"
    "+ZgBjgwCtlWOFwht06ky9+/XV5/EjE3Hl7lKL1zj34ZF/MG0RS6kbxkSKyC2/4q9dh9RfQ"
    "yfAocr8VDl0KcS69gE5Xgo03PcReiL9KDGm6JAB1eFxFXBFrPd5XgrEMIBp/IB54W2pDSQ"
    "U4BjqNkx5InMt9JOocT3EM81TVi3uoXyNaWgSygUJiYU2LLNJQTJCJonI9wRS74gZYFIO2"
    "vBYStrwWGDteBQ0LaU/CaAuMklmVJo01Jm7Ar8zF8vSP6o14FyCtCCeteCIE+hCysmJ5ZD"
    "aY+XwGUq+nvdNnORErisMpfviE38dSc2l0iBzyrzmVm9Ft23tIAc+K06v8E8qjeP7xDV0T"
    "ud3Dwh8Fh1Hoei/J0Gy01Oop3dZpAoD3bgVQGuNdqkw7Ux2vQWaRs4ARKUyq1FMhsPUJah"
    "nFYZXEUKA0zudFc/A04RzkpEPYW+dLtDjmTQGLJpgDm9bMKplsUoL9secL31W3WRVHKtbs"
    "WU26cFQOn7jU+3l5dNvngu8iHJgCy56RKqH378gi2UFvRrjHqIMy6n6YioYP37kMEKF98Y"
    "YAeCSIXkyawpTAF/gzCFFxCm4IU2q9qzeMBSHdVLZJ1U3vJxqFBPx+M2SSPH9Vkjx5W0EV"
    "B3Qd1VDUoInRk9dAZiNV6ChYHyynzuwGSeDjwEKnMYvED68xiswS+By3u2BitpE5qqMXg6"
    "26S7NXhck6WaiHa2WQqNwPuwryu57Sdcq++zhWwbm+/Z96npG1MeMmuyfrrx4PgHqtc7Bi"
    "ru9auh19tHTXKPRcVn602jOcVQgUD7s4ueHrewi54e19pF2SOwiICUDVI2SNn7RxOkbJCy"
    "FYRVYSnbI49o9fwFUzh9YWRBaUSzjB2PXXjx4OFF7F8OVpbjZyKDGUYZF3K1riECoe8IhA"
    "f6+2Tk63S8hqUq++/WiDeICLzl9ehmBPopL/OTNtoLHVVfbvWkor9YyL4P6WkpgzFPo+Eq"
    "nrdBuR7jMsIB/iaQGuo7jabjtUC2SQccosUosv0nkeRbD3dOAYB3AJziiukvNRdLvEJUoJ"
    "Y6qwW02iWfnbRKPjtpSD47qSafgdWp0waYmtUpkfAlWZxTAXuVZq+HNyQ6/7pEWhVIIRBH"
    "ZT7HIkYnPpdIgc8q87lgnZG6lHlC4LHKPIZEUV2cFkoCurvPYj+W9XeObeNV8IMl7jbJP5"
    "412dRX8cDFnTVIx0nI3VPJcq6yB1iVC1LCoe5j36cvlkS0SAXdcEqN9HDw5HgPMlYtjkQL"
    "i2K551sb63hTx7dKAWzsPYru/YZOmxmFdtbC+clJKx/PSYOP56Ta8i25Vn3ZxhhlQjgeSm"
    "s3oD94IR9jWabrZx0rlIDef6DlklXgoJe/PNhVSg3P5f4B9/HKw1Key5xCg3N5bEcauHQ6"
    "sWJq9iNIynwJXA672YFDsAJPg79QAP9l8BlKbQ5u9IfqkBoE1if2/ZrMVe7prIXxf5R01V"
    "/4hVeUoCm8dPAvsZIefZHVCvv+AtumDwH34xwYswa3AdhkwSY7eZssi331bGQJRYvmkFmO"
    "TMfFPATazG0o28uUp4E13QZlk/iuhZ6lu8aW6QDtNmi7ZBWEHpbUTYpU4M8pYqp+Lt+Biz"
    "0/FqSnmM9HNYhQVP723HEsjGwxyjlRCeclpRoK6OyTcRfr+dXVZcE6cv6h7Dy4/Xh+QWGP"
    "UKeDSKwBCsrjrhw2cwXr+j7HOYUafY7Z+7Tpc7yhN5wbLulvWkuv/wLliJsg1R8nuwdMHC"
    "BiSW0CjkSNXaBVt+/AecC2gB8N+bAZhQZy4dhe5Qi8BdXM/cT6VkS9oep8iU6bium9VZ8v"
    "WQUr2G5J7KlQgydIZU+Qh+/obOuu7BaQA78nwG/WIya0A1ENklYML9ADx1XmeObukQriHF"
    "kuSVxkOP02kzMABJ4TMgAkcOZINJAAS2GbbVw3p/Wum9OK68bDj1R2W0iv5jKddlC3aYlV"
    "3xGr0hAr24mL5bOkDVZACobYErprvHroFg1boIQrV+UrFwpgvAw+u6hjQGyBEHisMo9N4u"
    "f3WoeiRVVy4LfK/IZ8lRfBZnnT8V6MxodDqRD9G40VDyhXZadoF1G+D2AHDinnjgnkEWQH"
    "AsfeeUL5w49fsIUC8cmQVl+nfP4pnmmyl3sF8qKR0XJ2BelnjB+s52s6kUbr8vchsxOoOI"
    "KaOmsVns+aMhSimHToqVVYPy+vpxYkIAyegLCie08G33S8doU0jttAe1wP7bEA2kKWVUup"
    "vkQF4SBlyR704W2Xvhb6sOnYnWpy52Rg1lKNvxVdcj9JtJ9iGeHWxyIhlXvaKKImksYi9P"
    "EAAuovBw/4mU1rkQ0JsoydJ7ryKM5Un/aS/NhCqm31MUi1ykm1CWNbp77EwzWUZvuPyShu"
    "lrYIF6k0BLp/2bZw0Ehe0WVaEMSUu6jLJZYk9Jd0OCgulTSxwHFdqn50CnOtEIN0q9qmUU"
    "S6ZbZ9kVwbfd4o0TIQlCgIww9gf6EDNo5Nr7LyU9dCtl0gh5Ixey0Zo34PRm0yzlZo4yJy"
    "L4gYaLDecjQaQF6KoW/VAPCwoQHgYbUBoL92vGBhEftB5E1sSiYuUUIycftk4jDYSIKdUA"
    "DI7UEu3p1SwaIFShBEVRNEeS7/5thStpB0vHa3Q/9124uiqcwtXCbUDuwmxTjF+k0t1G8q"
    "l7ATeiu5lMGMYkRsTeSvlw5V4MaSd1qJOw3STl23Y/lEqzIhpFmVVnC43JCgm9u6TAsXrs"
    "oXLnJdz3nssomqlLCLfhdj26EMSJEU9pDKeyiOje6U3VSgBC6rzGUI5HoRbA5dsyObi5TA"
    "ZqXZDPlrB706izHyVgKrQlNTuJRCA3PC2M4USBeEdEEd0wU32CRI4EuRzBX8mE6jCdzFm2"
    "sPKZWTAWroSJWLR2zXhqvED2fbYlYWmI0bI3LlMWewdLAJBFizZ2MEWD+tRbpGvbMgHa9h"
    "5O+8jddrXu/1mle8XlBXcOAY9v1mZCoE7WGrbNfDhnTXw2q+a1x0XgbfnEI7hE9aRUydNE"
    "RMnQgipgIUhAJh6nqDLKv2BsypOtkCFDPTJvfg0fzNaXbzsX803XXXH88uLwWxUD72JNVS"
    "jgQ8SCU9X95xBMbHCRgfY7lccp8UqcB802y+4XSfHc03eqrKs5IJp7i6VGoizPD/gUTgCt"
    "Xu6Nlsq9Z9R4cpkS6SldJOa5hCFsh+s0DU7+43mgLeczH0yJ4bAySBb5FKQ5T7T3Bmh5ts"
    "HjlPo52uOG+lK84bdMW5QFckvwkQbrKUphTjeYw1MZfyxeBXmDyKkrqbgOeptMntHhl5f4"
    "3mJ6cyR0pOod2B0n9CxhMxRYkYtUs6G6/Neu4t/GRNNbq1QNerxTInADDLYG6IZREf07eY"
    "MpUAy2QaGUZ7g5YpJtiTOVFzCu1O1P6lYGRJOVKT4doBe9jOUXLY5Ck5rHGVKN8JL3QtB5"
    "kMrHGw7j2rDTzWQ3usk05gS6m6dkUq7WDu2fAD/dW7WzIH6a8eH4td8vyqlOClhRLPL9Br"
    "27FXXb+d6oDBA+ZCQ1YFZFUo5JLvK6siLfkNSRWj5grEgNUELWRobolayDJitkYtHJwZzK"
    "NnOHcGMhjtXwwS+IZroRU20Max741gTR+zwAXfQLYZPUZWgD2bsv8RG6y6IRvj4VcHJWh7"
    "n1xYQ95Nan6yV1XKxUP2gpLZC5RnJD08ZCJoeTqdvKN9BNGCHXNQOyY7XiSFPI5kWAlvzA"
    "OkH+03uqbk0ORIQF5ulpfzK3HnGNbpQrpVUuYWlFhMLm//niBNQ08nue+3osodeqrFA6fx"
    "2DXSNReuvUW+5rOp+26JlO7dvEeeoAcSpxCbIa6vLO+ukY/jT7n5cqroSTyI+xAii/caWQ"
    "wdQQfvCOpj71EupCKn0E5inp+ctMH35KQeYPZMXGxGNr64TAdot0F71JYU03HHDVJGqabc"
    "TL2POiPYyUM9HdQHcUV72LUEoRf1Szwj0OAEGXuJO25NR+f6Rc6RQCBG76t/zx1apnP29N"
    "g7hGG2IPai5uRpRL1CO2LTluyTySIPXVteQuAEBTQUJmg1baycCHaUxI7KjUQyuymngp2k"
    "8k7KDHit80NSgjEbx3joLhhHxT48beMALHOMc/+dVpx/2Bb15qn1U2fjIVGsfBTRt4kCi5"
    "r9/hmRNnj24fH3cOA9dzjXeTo42ZU+2T2HTSelifM0oIr3roq72FthUSzqlsilnAzOMA5O"
    "/C2K9rOEwSD1EkyJTAMb3wheAroG6RoltpRrsUCkH86vj9sksbFhDe7F40oqW2T4WUjnvp"
    "bItIP7cN5GMp83FLuFxNeRE18TtBayJZvLdNpBPUjp5hQ1+RLOVUrtEB+klDNadeoGWyKD"
    "7NZygI0ddGkDm5OBYqq0YkrPGuKvuzlpSrTAaZU57eENQ7ELo0ukwGeV+Qz1CF4Em6FT6Y"
    "tgM1QlGKJkS5ZCIYlrhRDUBUgH7BlOKJ8xWvmM8srtAVhItRQdsz0A+64w2STP1q3oVq6X"
    "Asb0Wxifbi8v25V9yduMlqLyJAu/ZG1NNVnRgxZ+uY6Sy86ipNNKamr+cNaUmBonqC3ogO"
    "H71UBVFSWrquw/q3G/TBjeg76yCK7RqhqKwPJEOqbnDoi0j1celkptrBBqgfjYGWBgDezE"
    "iimYiSqK4n4KcvyM8YP1fG05wnoc3NNGqecpGrfw6cBBqnEUdRH2NhNFCV0bYocB1JubiG"
    "TEMU4maJMjg2pz5X4v0fqXBDSnAjwVtC2rhu8g1tD9mZcUhXdH+9KeC3v9t/eORRgKZIjk"
    "SaP88C8vClBUosVvGmRdfQoFuUbwRtVLDxskV40rHd9LdR2FTCr951UGJJCM3U4JtAtufd"
    "smtvVtfWjr20pkq/odqrMjb4prl74uECaCNdimchIN1u/YNql78ogFMlt9JmRGAGmQzczo"
    "kAZJvyYVlGW4kVMAO3pnx72H5NJzMgINDqJBm9L5KySqhNbYvz0l0SbTd+Qe4hbygwVDsV"
    "sVKAE5xJ6r5oYoXibMmNCF1UXKUbisSLOFyTEZXIovgs2QYPAi2PyIPV9oQq+VijiK8eSi"
    "w2Hlot6qYvkYeau1jC0hp4Ai3vK2BMiPGSCLI656K4UoRwI5MSU0nXtHFs2cZFA0FRGBJc"
    "Bk/xeC2aTHc0Sdbiy1gNyPKu+ie9m2eRwJrGLI69pPXpe4TJo0sJfJNJO8wLaCyt3e2xEV"
    "dwKSRvQTmq4dZyug3I1Tk8NVPlt7QPRzMo2WiHKXSYtNT+WnHgBt2/R8mohyQqZ0nuGgSX"
    "ToEZvXwXMEbTWLLn862xIQ5rNRg0ST8xe2Y5nY3C1+HCK9em+9KNmtbvwudaMFex23iUc6"
    "ro9HOq520I6XvAS8OQUA3AJgiMlQKiZjtXZ8bHfxd/GE4LlW2Q0CdmSwfKoHJtiM9mMzAv"
    "VxuurjF+w6njAXOXkya1IbvWjMGGlEK4sKB2mQBBcZA0lCoDoqotmcHrfQbE6P65sQHFfb"
    "aSBfFGzS1EkjpdAQ4P6TWZ4czxREOdfjmxHoCO/rVo0G2LB6iF9XWw1ABGSXM3lyOmHhhp"
    "biMk8Ier/KPFY41GkaKirEiIyj76sWx6CkSioTxgBO9x6c7vtR8T8iYmEzWsoCNZ97OmtS"
    "9TfRuAVbNIpVWgWlvm+l3g09SiHXWz0n0VE16r2BI95INrrLCDSEd37SxnRCRzWUUq0YT0"
    "xyj0VF6ushzil0K2HTv2lq6TlPvlzVZY5kqDVcPY2HOniHxtfEj2QldQLnFPrVNui9SNAU"
    "DH+j9YJuc/bWg1vt5mrjb8HCRYEgsa/BMcATaQfyID1cfWyLFnF9gY50PCSiVuqQgo36Jd"
    "gv8TeX0Ok6sLlIOQ6bFbHCTY7LIZUyJQ2rHAkYVpsMq6FQ6Je2A94m00wR0K12QG4xqWQH"
    "/Eyvf/rzLiJDgsASWHg+a7IFuvHIRWSTaGcNPDizDbqF6TrzDefOQAYDaWY4nuHY2AjWKD"
    "CIbwSOscQrZ4MNEsziT5+Qb7D+6JSElSx+dVBiVa8Tg2VSgdNn1mCZBLPZ0GYzthcW8raz"
    "EpmGaPdv45mCEWK8xdy7GYK+Hcuox9l4bepX9linCSwN/UEZdNA/OTKwMSitfYIp6UWwGU"
    "xJL4HLezMlddDvpmFKkrF9bDM7Xdn4xqF/9Gt0UhL6no1OfRiSrsm9fSvs3V0cMGtjSmIJ"
    "+YuwZRPvgzODjf9j6BpPLGk8MwBtNxZJEIIxSIHzYwbGIDAGqYc2GIPAGATGIDAG7Q4lGI"
    "N01h/BGPQi2AzGoJfAZRVi3rVOKoBiIgOGvLvI95nOsFgjXyoyu0KoIdzzVvHZ84b47Hk1"
    "PttC9n0ozJutB5un0RHnNijXY1zR6rC38Rc+FjXIbeimXaDSEOXDdnVcGqq4lIFmmc30lX"
    "fE23SSZkX0INMqLe1MKYtntJ01SB5PgB7wAlkO/RYVqM8dx8LIrjnICoQluJeUcoJ4N8B7"
    "fnV1Wdg95x/KPc9uP55f0KMtQp8OIrEPLDa87OSK7M979sHEdkCC5wOB4yx7NmvymZF4FB"
    "mmWj/x/TDWWPxw+U+8Cnar1t/Uaaptk6lEx1FXLxqxx1S9OyxnXNvTOqfQ8Kien5y0coid"
    "NDjETiopl8mWkACZIwGU26FMfzqWcuxmBBoi3H/DhCn4zcdKfh/Eaw5G/5egIIXdyl2GvR"
    "a7BAa/hOBPZX04U0kkVhPRqWYSX9Fts/7BirZNRYfNH86alFiHDVvc0XFQTlDzOE0f+z79"
    "IpJHaZEK2qSXvHlQorHkMG3jL613l1a8pZ7zSEw5cwpPoyHC/Qdl0ss96BJfXKaD0IoS1I"
    "LQCoeKUR2gLtNpuK4HK47ZAe4qJQDeZnVPyFc5kmXr8PW8DcxsWEMcwLwCNZtGIMfdUDBr"
    "nJQpgQYQN1k3Lv5xUzBsVHqpZsaNy6tP/5kOLzdYLYI9DZfOaLbaF+zQmTLG4G8Y1t8Qwb"
    "V4xB6hk4pc8E0xJFXiEeNIsk8mFUgyrZDlydboBjdaJzlkal4WyJ15CVxWwlk6HUvw5Ph7"
    "R2zirzvxuEQKfFaZz1BbWxeXuJKATtUj/hn5/gMWxnSnj2ZN3vAnvGT+cHtBRdcouhu1rK"
    "sNbvHJusU9V3iQNjR3d8XHqA4+gfnJUSvDyFGDYeRIoEEmm0kS6Qqhdh7Gw6NWXhg2rN49"
    "cFT1xLjh0iKrRXLgtfURFKm0WN5juwqii3GNbNOSskeVyLSAvhQ/3+ZgOa4/V44rx0pUq3"
    "DlhLZA1WlKdyrSaVNYapS0pylZXMdzpLexuZ7W21xPKzZXJg1TTTx0Jb0IBTpwIEg4EMDK"
    "3ekKnZrdxEJ+sOhoBC3TgoVMZU5D1og2JjI1EZ24jYxKahaTYPBBvbEsHzNrZzVLxytmNI"
    "PiB/1qAfXGNPlQWwgflwiwhXSTsv3stI31rCyHcLazUwga3/OanprFbKRArv7tZRDhA3oP"
    "RAZMR+1REtCpaj1nVEFhrsQVChzvQKDyFAfMmvQdxA8FVeeFqjo+XnlYLmMlo9BQMByoAp"
    "kfLPwAi/wgDQu9QDaeg0+TJQ9OERAZ92QqV6HFYx8io4yMA901leyu+S4uk47YT3lHPxLJ"
    "jJUxjWLjihu9YL35QHR8oaLj/q3k+xZnBrYpRm0D6QvuBCBfb5BlNTcczCjHkx1Phl3wR/"
    "M3p9kSZ/9oWtTXH88uL6vSINgPX4IwuOcqcWpdF3sXCRNcd5YKr/N5psiArYJhcf0NLRt+"
    "wSvnEXvPdXJh4XmjTOglI0EeBHlwn/Kg1lETYMZ6EZKLOmYsZaXRqbg+1UR0ur5PkwQXdu"
    "AJE6O5p42iCmLjFtiONOTBJZVfDtAqytFK8CyexPSz/4G06b2mTbvY80WKSUMkYkahoQ2r"
    "/7pby2dx+m5zAthzTfYuZH81ZX8hudKTSNs+Yv0v42BNRA01G9oCpwTahXQO0t16WsqNIn"
    "Lw5HSbojDUVrYpUg2r4aiitko074BQ2eH0xWTp9aAynuUzTXOVblUbi9tUrDmW1+14uriS"
    "i7WzKk7fb3y6vbzcly7+wX4kAUp+dbXxdP501th6Ohs3SO/p4oKMy4Dv1H0a1O++1e8pFH"
    "MfMfZ4gHLuniOXkJaO1xDfnpt6gbsL3F3K6Q2TUwkhHOslcNmjkivqVq+oRArlilTmMxh4"
    "BjDwRGoS3QDLZ0lcK4Rg7AFjz36MPflSBJNPM7KVTauU4ecdoiK/iYS559mzWWP+UDJqj2"
    "GitRu9KVaUI+onnwIiRg9+c2wp40Q6XkPjRP8K9AN2g8Wd52yqCNcu8gKNNjWl54fHb47f"
    "Hp0eZ4s7+6RpTcfrd6cUiP4O3vfo+cYJkCU6eLNnjQeviZ7paUmHwckLJ69F7Ac5LqQUUI"
    "hCkgk56E9rp4p5cyJnQqIT6H0kcdKzTOJWS0brBOJOV1rBzG6R1YMvdxTkNDpBOvJh4K+Q"
    "LYl7RgKwd4b9keAnSdgzEoB9B9h9kpaZk0E+pwLwpcBXR235CVkR9CK1JX4226a2PLJhoL"
    "aA2gJqyx7OblBbDvpSW8gG2+JKGE1RQxyRhpbP/ovfg3bYl3b4mN7PbRdrRqDhQh2kNizo"
    "36B/vyTYQf9+aSrg353Qs5H12aG6fE3CSHnIrEkh/Gc8GMpMvVAdMOG/jFTCkUDkfUkmqQ"
    "YO+Pieahyy7ahzIm3iBka+GpfPAZa8GjMSwLwb5lGPBdnznCMC3Ccnj1yjCL6KEBJ93ih5"
    "+HQEiB0vVOzYo1FJBfR7Myn5yTZrK7ul4zU0KPUjuilyrP7EfLU/kOg7Vs7W/GHjARv5e+"
    "kLrZbOvoMzgw02nDvDx8jCphHN4NMdssYG/arkDvsBe/z1r2xjGybx8CpwvOe//Ske+fXV"
    "QYlxfcz5q/2rTTkfUIGYXtzGneMlk8yMw+hffrjZIFaBkM0TP6LTo8BAHjZsx7Ac+x57Bg"
    "vHNb6Lv8af/NUab9Ar9/kPdP474lEZhJ4yMwPbJvtL/P3oX3yD2AYJZsYaWXd/dFxszwxE"
    "X+SZhKnN7I0sWc7/3ri9eVf4bpazQlbx+9FXRdIONgn9KexP3whdI3Do2wh9kxl9Y8pRi1"
    "Ck6IvZl2D4RbjucNlF/5c4JtLx2ul3fdUyq7/ZkpUq6+PjyHQyzPXh58t2p4TEUKDRCdDe"
    "JIfkoJPAlKMARAWIslbfcjpFSqETnGDmeQmwZ2JMB1tPSgbWno4RRB4JqKzQofpDkRJquS"
    "hX/UE17fOCbdUmDfQi2ctttNBo47dWRVdrRLU2phsVFMdYsfOw63j0H0xVejZCOyCWgVnP"
    "nFjbXFMNbYmxTcclS954IsGa6nEiBXWgNzG19Wf29682poyP41e/Ripd8gKm9WafLzFTU2"
    "NdkKmu8effx9N9ZYGXX+Mn7K/GE31vnMduRirmveOY3/9qR4NtTJh+GL0pmYYfv6suCYbT"
    "fRpO1QiefpkyzwTCpfWSdLiDUw74EiHg3w3/DTJxBzGTIwMZE2TMLTLmT9jzayLZKmPaSp"
    "qP8fiWwuaVjQ3PefqL8TWh+2rcM9NMLHvF0l4iJFKRrei4iMWsSLKdGV/vsL3CX2M6uvD9"
    "CkFV/hz75T1Lfs1W7T7DOlQQ/rqbs+slusd8bUtE8eZEINF1vt+iHSMHfEYCsE8xXCm6Ub"
    "5Et6H4tmHPtt8yI/a6Y2+Sbm3Xhz4+lTMZkmhfxgkiqIwLVpDxoX+gv1ZWDExpdIK9j8gG"
    "yAXvC8mktomkEJ0T6YTnyAeCh++w54m6TzX0ReFoNAxFHSS3OQw2C98JPZHGUo90kUpDrA"
    "9bNdA8bGigeVhtoMlQ22CThIJyr81Y51SAdXusV2jjInIvVcmjTAd4t8c7wJ70yk5pAGeJ"
    "dV0XDLxlWdcGAwPaNWhHqp0nCGetR5oj0RDleRsJpF7+qOBLAjlwk/EaIjvI+jXxI5GT7H"
    "IKHTHuvYzVkjnV5LQUjkRDiE/brOLT+kV8WlnD/rMfYCm5IqcAgFsAbCH7PkT3UscET6Mh"
    "yP0fFK6FVlhcsqMe5QLReDAfHEwUZC+05BrpJuMB2q3QPiKPILnVy5FoB/C8zSk8rz+F56"
    "8VSgu/tX16xvwUu6AFLuzC81mTG/sJL9eO87AYyp1d8F8zj+cidWJDjLkaFvxml7Zkc0yO"
    "BDqOtixKqlRFUpWbhrUoNKpSldHJQEmE0W/Nsd0ZEUR2KxfZDb2jBzjJK5IftDgWANtLi+"
    "P9yNQ/x5LwWRDgjSvMdi2NaCVXo3gwFLh7oTI03fFBKBBUmqO7cqpO4sr2Ht1Tje9yPYf+"
    "RCnbMkein1GjTa27eX2tu3mlTPGGWBbxMX2rKSNel8l0iqPrTdCmGsiTnOcpp9Bv6b4+ft"
    "vKInf8tsEmxx5CruqL0mioqEVYNqR0gekS4VBHlJ4yToP6k+Lag/6TSNjvuRmnxZC2alBp"
    "LSqoB2U8qFeEeDZt14SSn0yGaDn5CytK6DrJHsaPONYwy36G4rCVh9m6Sk79veTWgQ7VRo"
    "fK+CkhOfE0GoY7HLfxZh7XezOPKzElMWARRtIwp1QaAn3UJn7yqD6A8qgSQbl0TMFVeYO/"
    "1ZWpTMZrAW6TIHrxj5uCDJqC+N3Hs3/8oSCHXl59+s90OAf6u8ur87JvI6DYyCzojGBEhe"
    "sJkYCBNsqC/nOL9fzn2uX85/JqDtILvaWhIBsPfjhhLdVu9sISKRgNixpj2MUikFP1YBBQ"
    "DFyd7AEedi30nMnxMiwukQKfVeYzVd06MZmnAw6rzOGiQi7D4yLlOAbcPZiVtOByaoKRDE"
    "kpkUFMSrNRljd09WOUveBmnCbCW62ypTUma5XlPH1c1EfJaphQ/vDjF2yhtC9zI/BcvIkm"
    "uP8+gv06W6719mt+RW+3X6eLY+Sab1Ur9cz45eAJ0S+SBu1zn+BvLvGwrCm7/tTt/7Ddbs"
    "8++OtdaK8Yjkb0JvbH8d+Gso7sEttdb7IOPalW2slwLUx847j5+S8nAXSJTMOoinZpTk15"
    "TmLXgOAu+/v11acGt4DIFGWSVWD827CIP9h9xh0fy5BYAbH9V+x9+zhBGELNNu2y+bp01L"
    "AJyjbtwtlfFTAcx8LIFvOlTFrizpLSDsWW7JNxOXB+dXVZ4MD5h7Lb4Pbj+cWX7w4jdtBB"
    "JCi4Jcu4pzdsF+A5WkBeAnkfUylIoMrUO81yCi3u1LHdZpE/4c4JpYIVC0RawF7yubdxud"
    "d73Mu3qkMnkV/YRapOKE/IgjnE2s4RXERtvGRtjSJ6sCurbHH0rbiYu8R9nZLANS1xTd8h"
    "YtFvseiUUFohhj2l8p5y7u46+GlyKuCu6tz1MPLljCtFKu1sK23sWPVGrIoFa4mC1XrB6r"
    "R02EgVYthPKu+nRPHvJnBWiCFBSWlmQ0DSS+LzInACJNjTtbGaZTIIhC3rEdOKA4L903H/"
    "hK7Zkc1FSmCz0myGCkQD1JKL0tWX4hzoelCLVDuAul2qUCQ6Eoo6qVLUSbB6e8D2NqnLPs"
    "X1uhXW4nYtwEq/gvHp9vKyXThiMfV654DEftPzlVjRg0YknlHoV+sDQSBi8mTWFH+I8jHK"
    "1A97KYnvO6o0HZp9NxTnrm31rYNzfZBWeWxTSSCcDNcQ3YFaLdU0taqPC6xvaDVCYOB+JN"
    "DeQgArsuqY5WF+//9HfLHD"
)
