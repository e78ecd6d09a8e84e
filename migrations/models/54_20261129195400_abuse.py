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
    "eJztfetz2ziW77/C8pftuaXJxPIjmemtrbIT92ymnTgb291zb/eUAomwhTFFcviw497p//"
    "0CfIIkSBEUSYHw+dDpRMQBpd/B47zP/x5sHBNb/qt3yMcHfzH+98BGG/aXwucz4wC5bv4p"
    "+yBASysaiJahjxcrOi76HC39wEOrgD66Q5aP6Ucm9lcecQPi2PRTO7Qs9qGzogOJfZ9/FN"
    "rkXyFeBM49DtbYow9++Qf9mNgm/kYnp//85cAPUBB9odC7x/bqmf2VmAd0HPdstUb2PTYX"
    "KEgfs3nch8UdwZZZ+Jn0IX0Ufb4Int3os9vbD+9/iEay77lcrBwr3Nj5aPc5WDt2NjwMif"
    "mK0bBn9Ethj34Nk/v97OclaKUfxT+VfhB4Ic5+o5l/YOI7FFoMxYP/vAvtFQPPiN7E/jj+"
    "r+SrccMWi09XN4vri5vF4kAC9JVjM4YRO2AI/+/v8bw5INGnB+wF7/777Mt3R6d/iCBw/O"
    "Deix5GcB38HhGiAMWkEbdylKP/V3B+t0aeGOd0fAlp+kW7YJx+kIOcr8wUvhSgASA92KBv"
    "Cwvb98Ga/vP0uAHin86+RCifHkcoO3QjxZvsU/JkHj1iYOfgZsu+LboZwXjwHjgutodas0"
    "WAD+ctAD6c1wLMHhUBfqC/TAbfdPyI8I4E7WkbaE/roT0tQ+th1/ECv4ruBzsQg8tRlPCl"
    "33kofF8PBe89+wZ/nB8evzl+e3R6/JYOib5l9smbBsQ/fLopwcldii3h5CgAzjKcPrm3kS"
    "VYnX+7vvpUc7bmJCU8TbIKjH8bFvEHw5UTFZYhsQJi+6/Y+/YhLTCI2Mwb3/+XxR8D3308"
    "+3v5hHh3eXVeFivYBOclhtDXBzhel20ZwpHsxJBELlNFqBgbeXZ/ZxJ1Efv3FLSAbLAY/w"
    "JhmQMJ5av0LxOU7hoYcfPh48X1zdnHzwVuvD+7uWBP5tGnz6VPvyvfntkkxs8fbv7bYP80"
    "/t/Vp4sy07JxN//vgH0nFAbOwnaeFsjkMUk/Tj8qbq+C3iTD5SIlsFlpNpt4RcxObC5S9s"
    "Dm6Zyqk+Oyh5Hv2DJ6S04BmstWzcV25JTudLx20J68ft0CWzqqFtzoWRHdpeWsHuhBs3Z8"
    "wSFVj3KZTju05ydHLdCmo2rRjp6VLUiO67JjfbVyQpF4fe44FkZ2nTmpQl2CfUnJh8I9+2"
    "Tc6+D86uqycBOcf7gpIX778fyCHioRI+ggEsSaeEXLXOI7x8MLaTNemU67td6/Jc9Z/hNH"
    "+rEMzgUi7UCev251frNh9UfK6+oJHqPWTWUskoKYqbKYiWz/CXsy+ymn0G4zDSILxXh12k"
    "klUthJKu+kR+z5wqup1njPUYxnvD8caif1bLxPxNGFnIe/SNWnp7+KbcXVv5+NstWvX7Uc"
    "LZ8lYa0Q7oDs9iNoesC66B5LQsqR9Ajm9ngU5bG0iP0giSVHAliyWKm7B2EcT62B4AeqiZ"
    "J7+0f8HAH8gX4VZK9EamkSV3aWzzTJgzT/NH+/h56yCLPSRUIBoD8bxyaAd2fX787eXxzU"
    "HK09oHvr4zaitJIn6VZkK3dJAVz6LYxPt5eXB9E6XqLVwxPyzEVhQbMnztwRLnF2FFQ5cG"
    "XjG4f+0RL/y2SSCR4YW+Hnzsrtq5pdUjuj+TmZREc0uVtcjGZhFRcXLXu0mW/KnyCbzmkm"
    "34x9jwTGa4y81fqz45Pkx1SCfUsjZtvDft1k7PChv1IRvOfkvlZpEl7zAn0p4dZuwbtDhp"
    "XG+tKf5/Ojozfz10enb0+O37w5efs6U5yqj5o0qPMPf2VK1IxXf1OtStXI3v0yoGD6OWpj"
    "rD6qN1YfVYzVLrcP2y9vnkqbiL4RFnlF6pURH/o7pFO5WHA6cyJzw7EcD1LsPIaMCsioGO"
    "zkfdvG5v623uT+tmJxt5B9Hwol13qAeRoNQW5zu9VfbpW7jXkbFr85thTEBaIRfUdnPkF/"
    "+ht6QF6AxvEj9Z8k5NL1uZA9NApEIwJ+52E8DtD9x4U5LsPD8RYMPBmwK4SdAFfMPzc02k"
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
    "rXF6RB5BO7saGFQ/xTPpita/PDrA3HVN/Y/3jv5FV4x89EiFBD943nnvXbOZrtlEumKFQp"
    "NqMtimU+0chMCm0jpYg9iPJEA9CAcfsol0hSq0fbqoFo/EJ7ue6rfRVD9lM+kI1xNerh3n"
    "gW5E03XIzhfhz/F0F8lsOqHGMmJaV0YtxjkiKy0CLkY2rRneKtoxn0xDnTEg7mJVUGB2Re"
    "yGuFIa0VRQY4tPovYuxYAdZgeC2rvpo1lT7d1VPEix2rtQC509G6MW+gP98VX86ytgpOM1"
    "LBfbfwHC2u5o9fjWt0cbEOKxKjy2KXp8WF/0+LDaZvDew92aDPKEkLesXN5yQZQlwdr00F"
    "OXmiJlWihEoDKnQx97kl3QOBJofNjYBy30RfkzQ7XpUhPRirg9K7U24pZTi9ZGo3XYeE98"
    "58mOErwFgj73tFHWN6NxiyzVHOT9lyfvy9e827HanWJMGLjcHf7mEq9TtfEi5TgiqSJ3Gs"
    "gpIKeAnKKDnPIj3TH2uec8+ZFMUJFUCs8bZZUHNnKxjIeCtALSCkgr/UsrPu5UqJUjAzkF"
    "5JRJ8xTklJcop3A1FwVSSrEiY72MUioB2a+A8guPXdIhlf3rHyC5TEFy8RxLqm1hOl5Dv+"
    "rbFmLL2/pOp2WhBaoVvwjZhTvyJMSXIhVIML9PRh5UZaNoJBAqEdAmLREKDoEeUOUa0U9y"
    "52/FtXjyqSRsf8a2SX/hNeXXB/tAIG8XBzSK3G48dOHTsQtiK2YYrD9G+z9Bt8vYB/95F9"
    "pReKwRvYn9cfxfB8odqU1iNBgABzUARkk69AV3AoivN8iyarXFIuV4fR1PhkI61hqP5m9O"
    "Mz2R/aNJM7z+eHZ5WW0mCD7gl6CfqCxLK8JTjURpFSU+RW2r13gVeiR4vnisyUspDmgU9/"
    "xk6AI/DpOkUrCyprkNG+zRX0bFy4qxtTC8aE5KTbNgi1XOFgs5LpkIeTRvIUIezWtFSPao"
    "KO2YOEBE0LO6QULPKPTLcDltleJy2pDjclpJcjHxIxFlmTYhnFJoh/DbNgC/rcf3bTWHyD"
    "SpXCLIj67HlyPRDuDjkxYAH5/UAswelRw2zC4V13BoCzBHoh3AbU7g+gO4cv4yTVCweOsV"
    "93T8eDr74bDSxfzw+M3x26PT40yoyD5pkiWqinsu90kJawWyTqgqllI2ptQ2Vb+uIio2mE"
    "3ABamy3WSaLsh9GU7iBrdCk0nW+7bJWJK32QWfGPjEwCfWySc2DXV7vOi93hVu0AeH1Aen"
    "JUarInJNTo6mP+2OeJtujC7RAquVZrWP6Y+jcigV5xyvU7pWlR7q4KjMcQv5waJjcl6ZFj"
    "a30qyGYKGXwOU9JzNsP6oVYawmuQzTQHNKdsRJxl/tO5NByW2/SyID/QrGp9vLy94stBV9"
    "KunHmvSyKPkApWtUv+MmbdkfQ02peucy1Tde6NPf3FAapjRi1mTpDuKxipaHAYs3WLzB4j"
    "0lhXJwizfYZF+Clge6/EvgMiieoHgqrnjuJ37ltkayv90qz4cgxOsvxOONZJ5IRqCdCD8/"
    "aSPD01H1bv+TaulpBtfiEXuETtpF1hROAI5ClWWR6P8SWyodD1pbC63NRb7/5NBbcY38tQ"
    "zKFUIN4Z6/boM3HVV/hL2uIG4h+z6kwoUM2DyNjjj3ny20+M2xpSAuEI0Yf3fmE/Snv6EH"
    "5AVoKFln8Aorayx3RGcEIwLtP/sB3owDcc/VINEjlTdl9fEC0aB+dVUkGwnHegLOHZErYF"
    "oi0y5M97jNfXdcf90dV247Gz/5i84dDKvUIKqrLKpbZEMCf7EJuzkCBOTAb5X5vfScB5w0"
    "W+vM9dpJgPcq857N153pVWrgtsrcRmSx21UunAB4rjLPmcdC1vjG04B4vFU8dteSZoqMQD"
    "tw+6/a5Xj3yCZ+Fr/YFuMynXZQH85bVfCaN1Twmgva1OPFLgl7InqIBVL6goi98h14XSAE"
    "IUBlHgfY2/hRrp2UgbdApd8B2ur8bDg+K6en4zIsHG/hE1sUptq8n6rUsKlU3lQQK6stmy"
    "txf/VxapzstKR6E8VyRbLiRuK0nB9+bJGQg/zpbu9qEk6pIISf1sjeAaB4lulujmaQTOKz"
    "ttKRPXU3oN5HM13SiXTFik+u6o5TueO3jkiV+oB2B6vYeFRHqET9m7rjVWkcpSNkgh4I3R"
    "Gr9F7QEzG/B1mBq7moI0iiHNruYFWzd3XEDLlk8YCfd8TqzCU/4mdNxVAmWi1Wa2Tfi6qS"
    "y8DEZKt30USaQkWF0Q3xfWTtup5s2wntFd7QI/19OqeuWzAz56DVrnfhVTLV2WqCNdrlwL"
    "IcZ1eFJ0Xrkk6lKVxk4zrerqvqQzTJl7CN4DBFkPC3HkC6iCbR9YxyLWTbVLSKXDm7C6Kf"
    "4+neJ7Npi5pHHtHqeeFh+p39XVfY53i2L/Fkmu5FlrBH11kP5qyP0UwtzVlThIqYVDoiAd"
    "lVKv0Qz9NGfJ/kLnRQGKwXdxbV43aUF9hEP9B5NF1QLMlvd13wczyLrqspAYkphBbzEO+6"
    "+xK43qXTabq2PLxyHrH3HBWi2xGyL8lcLevPTXKZodAkwYIezN7O5/sZm+oibTag4doi9i"
    "MJUA9i6YdsIk2ResLLNVV26boyXYfsbHr/OZ7uIplNI9CkispUfUE1hUHky20m7qCLdD5N"
    "4C2edMGaCaArZorpA7Oz8oSagCZZuyjSfAS1i1KNqL52UaZ89d2Y3E2LGrDo36XlrB4O6E"
    "/4ha8kjL8FLKXAYpnM0TMWpbN4RB5BWQFd+h0CYsd1bUPPErQ050sTOxaV2HFE6K9QfEVk"
    "X0Q0OQtWTUOukLdak8c8AguFfvaP6Adk/yrWu1tZZPWwiDIco2lM+he2AOX6qUPFpr4rNv"
    "lrxwtqiiHXx7cWqTQsyTFEAdbiHpVAW0CqIeTz18dt6kawYQ31Zo4r1SMCEshVOcgItIvb"
    "HqSgD//N5BY1T6Yd1ietsD5pwPqkirXtBCLlt6EYWEqgHb50JbZczI2ruQKxQgV+1ZTDJx"
    "uaXoikLoqjJQ2roRF8iRBawVcXQ7tW8HuuvKcaD4a/p+8cLzLV0N8rasx67jgWRrYY8wpt"
    "CfMlJR7qPknVrnFPtPOrq8vCYXb+obSkP91+PL/48t1hxAM6iAQ1K93DJr0XVsHCD1AQCq"
    "7v6w2yrNoTR0De6dTpBP7R6/mwp87R/M1pds6wfzSdLNcfzy4vqwA/ErRALpFc0xzViKs5"
    "+2Syy5kZwB6wwDjTiDZHBWdHe7A5w6DUFclTaSf6D1CHpGr2bGt4FJBCtclSaYzU2Cslaf"
    "NU4114r7USsnlbf3vkeSpAvhvymWelPey5MwYw74R51BY7Xbxd22qX6MGMo7IZp+B+lKq/"
    "yBMCj1XmccnjLFVTq+SsBj4rzOdi9IAMm4uUwOUpcPlpLbBB1mu0JTLtVNpBvIXFyB35An"
    "Wj7ihF2hpObkNBLa0XwebQNTuyuUgJbFaazY/Y84WBNLVWA45iPLvB4VCXYmw3mB8evzl+"
    "e3R6nJkLsk+arAQCKwxmKkAVzRv8rc4Ik1Ho4FZu2hoXf78p7IpUlPju49nf/1DYGZdXn/"
    "6aDudEj3eXV+dlV2doieKT6uHOCABtebSJ48uGknIk2snQQwWQItv0HGLKQl0iA7hbwu24"
    "2O4SfsfTgQ1AZSGHfmKxzDHZHVWmgy3VckvZ9P6VBZunAaAlge7U669ACieYyicYclli68"
    "JFgUC5aIyDKlFC5JlEMBSfCilxkpXIdNA0yu0Y2vVjaGrIUA2J8vAjwU8L6fSpCqGGt8cA"
    "4dkpbB3TqWrItcN+EEdJCp5LVkHoYdkIQCE1BAHW57+u1rhDCHHNDN2u0Olg3OMFmlQBkO"
    "2kXqDqM8VeXdAlFnYUbC15YuQkcEz8Xu0ZU1mxVXB/cDxM7u0f8XME8Qf6VZC491NaBCWf"
    "aZrLtFL/hH7soaesckZpn1IEYi9+xICz63dn7y8OKgu3B2A/I51qtJVB5baqGNFCGaSaVe"
    "xTsW3XomXXbA59cC7GMIxeS34qe7wEExV6du1plAtR79h0umLF/r8jVJ/QhM1szej8y+uj"
    "7OT/eC0LTk4RIg/3UAP9C25ZA30qCHUsAxg3+FslnfnEeLavZ6dZh79qGTsu2RbdC5bgR2"
    "Q/3zjsz5Yy2g2673LQby+Bth8JLfpVi1IZv+Q3emz5YDN7mhdOT2oYsFLMMbKJXJet3uRJ"
    "1N4mfhSsPSe8X2efpuwQioL080UF4d8bSxLGQp2gJmEm7dUXJcyFyn6rEpZqB0J9vhGsCQ"
    "31+VaOK1eaLyXox/S71yOgaPp928by+7be8Pu2YveF2Okuq3l63lrlzZ6KJD9IWD25S7It"
    "oBzJoFbP6YGZyyLts8VzmoFqkI160I+WLz49W7MiMvdOpmYrKbG9I6699S5SEVPueNwOaB"
    "ArOzvi2U4tnCac+fkoa7eXsnFUlfdGhY8hLlD3EkbUK3up4tl3AfpiXXgTm5Xa8VL6X9OF"
    "1faySpiprlIyYm2Ter3QTozTrcN5k/EaFg4/mrfQC4/mtXohe1Qpm2SKwlMaQtMzCg0B7r"
    "8YPgXOCQW9TZorYeZUGpXd7aMAJpRgFx8MrWIFjxpiBY+qsYLqGxNUsRNB1I8qqhjEqIzg"
    "7Wxy49V075X247VUgNUSmGUdeemPLHvyMl9o0ZHH6c1lT16uA+7kyMu9tHVqXRQDJ9Dr0t"
    "i4esWOxZcN78QrKHpF3wWBHlx79/FZocCa0+DiS8aDqtFC1YD2Tzm4bcTh03pp+LRaYcxD"
    "dwIx7W/XV59qVI6UoOwyJavA+LdhEX8wWY07KZYhsQJi+6/Ya/dxWDCACt7TSjmQcuWP0q"
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
    "I4G0rWbncXqn7ug5Lngop4nrVucxt6qU8xxj87+dBt9x8ni7CEd12LUD/mPt/cdrR65SRD"
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
    "lML/1WY0Pv1mFk5+FWVs9Be6FtIvNDPi7zAzknf+4/dXxld+TgqAz/6kaJEggipkfPzlH9"
    "F3ou+jv/Br8mMXJnqmZMSPnq0pZHS9UWzppyke7OEDdoOZ8ToaZDsU3SCax/jq0hfaQTQB"
    "+7GMA86d8bQmqzX9gH7KoKD/Q7+yBll/pM//Qp/G38x3sW2y19D9RckdtiXiaRLjDZtq6Q"
    "TrWYQxpYjGR0xnfIzfTb/EKvQDZ4O97Hc8rZ0N90rjiS4DVu83+sKJYTcaTFcC+7IU7wip"
    "BxwthBzqdPjT+jkaz34N/VLsO8ahnX76T2Q7lJXPv9peSGej34F+zr6k80SPReO7aB7/lf"
    "v8h+8N+nOJRb81sjaL6O90YaE7ugM5AnqWhxvMfvSMfaNkdiOehn1ZdE8PrWiP7BCLUWcE"
    "qb9oa40gEINRvGPTNSljA+FpwAyy1QwiOKKraDcoPELqTrqPYhJ33ymHlUtPAmYhLYBcBT"
    "m5zSWg5SgAUGE8Vi7vFiFt6AfDE6nRrEGrjjDyHFGNHVr1zuC1gCpTmlPKy7TaWA37yCqH"
    "wBM9A08EPKa6oYyQX6TSTsyftys71FB1qJK2lunJsnupSAmbSeXNpL7dfyo2Cf6AYgYy6d"
    "7IHNEOiG7fK9MAdHp+lKlGEFaXbh/IuswRMtX12qLxNLdbd/dOFUzDVfRlw2LbYq+kQXgr"
    "9rktfPiI2Ets3mPvwg685wOht48fMNvi8LOise28fWdGnDjM/BkrD5sk8P9ifEUbtpsjlw"
    "g9MklAHrHxtMaR8wk/G0u8ot/P2NDNytwzTOKNxsb8nRm+k7mn6KdLx3nApuHQtVR1+o38"
    "/sj3x3pc8+6ez7dMOL2+mBmfzz68X5yfvfuR/vXy7FP85+Li0/uL9zPj3dWXLxfvbj5cfc"
    "pfyvgU+7Qcz8TeLPprFOhhJP5Bin5LN0458rhYlYF+BqUQFY01Vr7H+pAsKNaMmbepGTOv"
    "rxkzL6uH8VEgt7xzGgiI7RztFp1wUu7NlEC7alP9+zahEtKQfTSmVQkJbEozXW1KqrBWOx"
    "sIxJJKKpgfo/wroWr5MU3NalQq80/VKTBaf1/2mcinoSACusxedBn6u+WyJjMCDeEdIG8S"
    "PcgFZGYEGsLbf39V17HI6nkh2Wa1SKWd/nLUSn85atBfjqr6C1oSiwTCtpX1gVQFIoilKi"
    "gxvcVSfRNIws0RVN/0KrrXW/gm20VOGLihDKJFIgC1EhMbfQO5iNicRI1DQ694WOTdE5kO"
    "STkBrO5qL2f2K7uY9YqUECmmslXPxK6HVx3ttxVi4LXKvPZD28dBBz4XCIHHavN4tcK+70"
    "hp5gUi7ZTG/k0f4PHSdi9VnDP1LgS+iyRZ4YXnPO3YpPeMfGYzTZft1e68hRRjqkwKm0NK"
    "QPTFCadc52vc9sVn5JMTkLouF8mz2RZXlB0NG94X9QuE4KkVnARuq724raDY54CSW0ACC0"
    "uWquVptIP4sFWK4WFDjuFhNckwRgxLNXfkaQDlVijjb+JorBv6oAbknEQDjJt0jYu/3zSb"
    "lwttttPhZZuzAHDRqt4CuDaLemzAISh62BME7BidlvoU7BhFtxjp5sgpEILdVzUeS9iqhr"
    "UyxFYroZEhM2g12hgiA1rLiqk3a2xE41kyIYpLexp3HqtRSf+xYTU2Hfv7KBvQxk/YD6La"
    "pXFdzLj2JTPURbU9bfyIvSQl0qxmSw72pigvMv7NcZHRp7Vj0UHIdv5oOnS7eHHlTYxY4U"
    "9W821muGQVhF5UDNPHdCGb7Es9EhM7M2P5bKws5EflM0Ofcsn4LnSTgmZ/ij545T5//6vN"
    "vmk88OuGWBaJJ6LfgVV2jYqARr+WThc/+cMr46vvhN4KfzV8VsQ0zgolgRFlhDIoZoYf0i"
    "9J6b/SzY/IH+OfZbx+NX919LV1LmaEbTUTEwxAahqA8v3aNvAlp4C4l2Y5uUPcS7xHpTx+"
    "GYUGasnQobggJmsrQlUMr5K2QZ5GQ+t2PwbYhoS3GmO3fLpbnlc1McDbprvxK02tZLcvKK"
    "gR/r8kLVYaZX/GKwnRP600HcnXcT3ktGp8XBKZybZxL4Hv4r/4rAsAFWsP//zm9R9iuTzg"
    "J4qKlzAp3HGxLdYChn5pXCglqoDDV///DyqVm0y2ZmbEWV7jJFIx/sPPuiKYyF8vHcrK75"
    "PeBdEkvx78epA2KUi/bTxpwqAa4fwX6MI4Tal8Gl0YR7u8oA+j8pJBAVzZYvg7VsDXOng/"
    "vWck4ORJAFBx1wa52y2n0QbPkasiMeFIYgmnw7WBu7flq37xFqhfC/VrldBm42vwQKzQJg"
    "9n23Ra7i4dOGh2SxXLGRM2URD66d/wAZ2iTIZtcxH6cXWG4hQr1us6ooiJ2Q+yyCOOvDPs"
    "487emvpjZx8t0TgfQfQm9sfxPhwEO3RJS1adpA5YpNIucOa4jaJyXK+oHFcUlYl4W5BLxl"
    "EFX2YI9MRs8MXMbtN1iEhUqUeYp9EQ5PlxC5Dnx/VlMY8rp0QUfoFFBlHHsTCya44KjqyE"
    "85LSDQV09sm4l9351dVlwT14/qEcFnr78fyCHh8R8nQQCepUxSd7ISyz3wg3RwVoS6CdCY"
    "Otr8CUYMQbkEpO2HvE6ZcZ+hpsFaDbEJ8raMmaf//2VieeShtDyNjVuB1fsgh6SgGId0Pc"
    "TeNEpQLKBIhDPNnu8WRRyKgMMzICYEbvzKC6OdlEoMmJNgU6EG4khJtlaN5jZhCRinAtUq"
    "mxEbQqCckAk2UKTwMs6Z0lJma2YE90NtVKSgUabcSlHjvXp9b6Ip7N7aNzKm0Q7aNxNPY8"
    "uUpYGYF2ATv9h8XTt8vlgGQEcBL3fhLfEc8PFhuZgB+epNOpoVg6Z98ncZSUJwcpTwKQim"
    "rK5n5mCc9DRqPfqdzG73Ba73c4rfgdIFmpy5k8uWSlLAhDksk8HbBYaRb7OAi61W0oUkLh"
    "BpW5rH5kpiqs3RoZtT0Tph7Q2kwYGTCV7Hr/IqJc97FGewlzLa3aPnB1yY/xRFNcrVtBzT"
    "dqAVD6euPT7eVlb4HDOVuiIisC50tCd2XjG4f+0aa880/pVJO8b5urO0f9l4S9w6WB+hG7"
    "wbt8Ok3Akg5Fv428qsJA9NvU4doYhp65ZbenVv8c5SPbaXKxQTVuM8padhExDYc+MG5v3h"
    "kmeo7KDdFdOEsKIrFBcYDr98aTRwLKtbiCEJNBWZEkf5aUP4p3q6DQ0pgvF6VaE5PLj87z"
    "rbME6kKO9SvjkmwImziKaYpeEn2P1Rp59K9Ui45yvX0clX+qz7IuXg/0x7H/5cdbHjQMSd"
    "itNp4aSdgJH6vqWo03DImCDws62nQlJBGqTOlqKa2rlbc+VovL3rPWp5GvMFqoN6QrTCxd"
    "AXLZe/bC3EVlXWU8hRkBgFkGk9huGCy6lAcoU2qD7dhFAqIWtZ1YUCEFHnTjAdlQTVPmhM"
    "4JtIG8v2bNXG1eufVcptQGW8j/0BxxcIOB70YlN4PKJUpiL4LQLpw5GBrtwpFHQ4HiJFAw"
    "ZAy3eL2tEgwXwxouWK9S4Y1Wb7jgSCCAFLL895sIlzYRkbTOl8i0M9HPX7c5Kuio+nIhr6"
    "tVher0vfqcHw31vP7SqMhvci6PZLyGi7XVWm1YqlV7/IbQH7Vg7X9kIC7TaQd1/ylWdcmA"
    "zXVWhImAQ8JLh4ajlVnp3X3neg6TmaVzLnk6bQ7g3rIuKVCm1AlcpILDYevhEAO2oStQWK"
    "1jG9IcoXZgH7WS0I4aJLSjqoQGmVW16OuUkLFyNm4UKtiF0SVaSL1RmdOYak8dmMyRAX9V"
    "5i/4lCC1SmUom+p118PZWK97YKeHkpCCxxOy1V5Etlrl5Kjin+ZYtUWf72gxxeNiKwOKp2"
    "ULP/5Ovnk+cU3gny/ltTX66JN0upadMb/6GFk4z2haEXeNPZbGFPeuZyWDDGf5T7wKjCcS"
    "rPlmlFlzSmT7T9j73viaSLjRbE9rbLOO7/Svtflbo799e+xBbWQBXLqDhxXEq6EK7w1dEH"
    "WuLCQOMJ9mYEGTEnXx95uC/lQp/pXpUJdXn/6aDi9XBAPL1AvUZ5WwV7RgsCIn2OT4q769"
    "QhHOaqcQqig59x0BC9qL6trL1ZN9m4RuMZ1coMCURmzTYZK4u5Y6zJnx5HgPvotW+D98g9"
    "IaVDoxqQ5EkBX3sbeNNLRsZmB75T27lN9/ofqBn2oTkf7hUWWC/rcklsXqSATGb9hzqlrL"
    "CO9rUfeBD5aDEg8K5abU6zf5MpHRcYpUoOd00HMsRM/COyeUqh9bINIC9lKDyxaRDvUFZK"
    "F+LOgaauoaqrBWwqHXGC9fezk3h8v3Fkq4h3t6p2ju6WlxWrj10tXYA7i33FTTWr9twS1t"
    "XZXSRL+wTLIDgQ4XP5ht62DPRrVX3NCzETgGiqvyxRoSe60R1/VLYXplXDpP2DO+uh5xPB"
    "I8xx4jj1C1KepG8b3x9YmusXXw1fCpQId9A20c+96gyhbVyRwb+0I1bry3R9UDHRfbC7qn"
    "iBXN4OPAeFoTC0cvXhFvFcYeKzZuZqC7gL2U1dAJ6ZyUhNUz9Jyn75nuaLN5M1+Y6zlL+l"
    "oSvDJuqIzkR3oloe9Mcn1mrDghpb9BHtUo61XMCAiBgsn/s4eqgi9F39wxK6lekywxQ0Kr"
    "qVJqqNoctkpeOmzIXjqspi+lu7+K9rZ0j5xuvHSPw2FXdh/pHvGZKQtnTgVg8rXZoqZMy2"
    "dRd+0tnZxSohHxnE8lHZSYlgyg6fDxoDydCpLYZj+zi32oSAmh8yqbh1JpVeYQ4ki0SYfs"
    "r3BFpjPIbpsiJWwblbcNr3e1leR5Gg1l+P7L6oCVdRwra41OKm9jJR/TmSa2ktuaAfktDB"
    "bWXqFV2MKagS8wsvKMaW7RkgwcvhofWPbGtOxF/5eQAtLx/UgA+4W2GJ7Q5v4/rr//jyv3"
    "/wP9WTLQpuM1FK76L4azRD5ehJ6ULZqn0RDkoYqJTCiGbLCyLWNHkHn4Puk813Zx5xQawD"
    "10SSI+4LcUndqiPqfIdAQFOpsKdIIx9iVYlSAkU1s2V8wv9aps9ZRdOHeLJLxLdOIms/zw"
    "4/aGq9W8jmmug+YOtXlMU3eksugpXQAa0kLyN2d5IDCOsI9nTXaRfzrLMboTUFaunPjYw/"
    "Tz6JiElgRjhEzX201AuR/QcuKiZ8tBAnxZgY6aqKecpCw+kFVg/NuwSLf8y1Z6UL6glyGx"
    "AmL7r9hr97GmGUTN6mhZ8ywtfjZBWR1NTilhKaWG2L8CVaeVr5i0PkLYn0kRkxegcyoQnp"
    "UTngsBK9gW9Tiuj1bBYscahKocsIh4mcCfbDxAWYZyie9Du8Oxw9OBbUblc8ei83VgMEcG"
    "/FWZv6Zjy1wr6XA4Ciu3ihOIfF31t0o6HqAsQ+lh5Ms6sVIK7ZxYJ628sycN3tmTqneWsw"
    "y1hZgj0Q7jw1b6WIM6Vu1dktrbJO9Nng4uTpUvTnBaactmCafVkN6FpHS4wMGQFxVviL10"
    "SfvaZLv5GbhyFdUWyDOjMMBFHq4bCq6Jvbom9hvSqZSFtv/IIZPcC0tC1sObU2gXM3vapq"
    "bXaX1Rr9NKVa84Q1i2dFqRSsN13HPtNKhPNzzGIFdqK1dWtlLod2J0mRYURZU57eFH56ET"
    "n4uUwGWVuaxE7wLg72D89VeOK/IaN3QqzyhGtJf+n3EMpoOkDNk4iAqWS+mgHI2GZulWML"
    "NhDabpKtD4m0vo1uhyXBUo4cRS+cSKePW82CDSMYNGQA8cV5njHnYttOooahZIgc+T4PNS"
    "tlVxlRJaFheghbLxA4C6QSaWX6tFKlinpUwH5kaTRLRABIBCBf79VOBPNnYP2N76uJ9kEB"
    "UrQxXPv5r22tUzoY8lq3fP8sIxKFtwizsiyMIPl3XlICRSbs8Y2jfYi2tkTVKsbs5LZu0W"
    "knZyuyLVviHiRIF6JCZ2dobpJzaLpiD1tOn6O+PUg8hEu8LzHhHr+dZH9xP2EzdjFKY/rj"
    "tIdAFpDVE/h/alc3+PzR062aoKlVTsZ+GQD9LLXoxq2ib4hYoOkmGy3FElCJUtHmT14bL0"
    "RllkR0K/8bK/HCSZ7PRYhha402iBy1hVgZ+Z0GtiNZGoVEHBbN7PyaeIYYWZwStJW3WXRe"
    "2S5UnGy4Ibfu32lgjHDiU5E19OAVboZgufsCbJcKYSRTHdaizJF5RKpck/mHjjOgG2V881"
    "KTKlEY13P8nHDpQyU0iBSQL7QRKYhiSw98SNfV9qg6du2PfYcz0isl035W4UyADqFlCvLE"
    "QEbTnqxYmMAKQJEZTY7NbyqkIMyRpKB9xQKTAIBZpNcwfQnKqTcqOYuabHHqDI9p+wIIes"
    "vi9ATqFDNcCmrTFEUwCF4n2nY+KY3CEFoWsQFqSS5aBNWNB+rAeZ305gN+B9eluLa0h4DA"
    "7OPn8wUoOnESGDTYPYBjJub94ZG8cO1jNj+WzQaV8dlBghTdzkhYhGg/VhGtaHmFkVBjR1"
    "W00INFSIm+BNxaQ3terwm7I2DB4L8FhMSfgAj8WEPRbFKBiB4FEJk2mWPviTaJzyXgmolb"
    "Jds8zSAQW8xrBB1gsLyZqQ7M9epBpKbNhfsalWzRYaei1UWy1s6F5xpDDOKTQUy962wPdt"
    "LbxvK2JZ2oGq9QJOCTTEdpBWIS6S0ynS8RriO0ghi724C5TDuT9/AfY8R6rkXEagXUmQ/n"
    "tmiQKRa9foRrv12Zvmm1SikVmmHIl+C/WozUI9ql+oR5VTVZjcWO8zTMdrAO3YDsPRHbQv"
    "G+5plfwE/yz4Z5UJw1LX3qzINgFftyq+7tKyVcyUr2KhBjUt+R+Zh7Uh47DwfLbNjj9ABE"
    "GyGCmma2x4zlP0/038rQyLbEhgEN94wC79v9091kD+NdsSIyAyodX2gcgEBW4GiEyYmH0G"
    "xG8QGVUSbtQNj7wk9gM9xm2xeMM9bRRuLDpusYoGjhGkEL0uxlK6lRgIDWMJDcHac8J7Kb"
    "GBI9FQcDict3LvNnh3y7IDU5pkO7nxNBrYb0vhCW1cZm/rXWZvKy6z2OoqKuDjOBZGdpOt"
    "ViSgLSnZUCBnn4wrQ5xfXV0WDLPnH8qG8NuP5xd0bUe400EkKJwhHNrRHWKm50kF9HqnRJ"
    "VSixME3BOKGbK0cE9wAlRb5YgjAc2otGlCH3uScHIkUJy7Sc1k664HHfMymWaa63Orgsnt"
    "zu0OidAX+fuhIDcPKLc/a6px70dff4/9gNhRpch3a7x6OBCVQSyPmTXp7mY+mqrwdPggJZ"
    "HSbRx6VsXo/8vB2onTIExKhwLQ6BXV6BnzKvDXa5rJcC3k8HKawXGbQHg2rCHV4LgSDp/u"
    "g7YIp+N1hPjkpA3CJyf1ALNnpcbs8flSQbhZs8mpoFWWylpNdHt1010LlMBllbnshMHKkT"
    "N5ciTaWTwPT9sYlcsM44zKp0pktCi2YXpMaFl6zgO2OxxKBUI4k1Q+k+hPuyPeptvdU6IF"
    "TqvM6c4ddqG17mR4PC0fCLC5I5vVDxKbhvEeHEsvPORORfu9bJIGuJl6cTPtxynyKWZixR"
    "HyKQlzqnd+MIJB/B2mQwW+qJnXnWOZ2IRMh2m4ODi+teZATjNeMP5rDbjAtYWI90gF9YaO"
    "EBmFhr6P/ptB+GvnSbCq6/HNCADeFvCu2Tzy6iJHBhYBlVXFqPOM6ICqvRM4Cm0uhd7Ss5"
    "bI87C5WAryouv1xALRoDFzqmwTCb0bbBka2TKUjJjbEUyXam6SYHIkACaYhV6AWUjJtdrZ"
    "KJSHypYPgh4Q/ZxMoyWi3MknHXycI/0vj77JFKauJZQ//Li96/z/eO/oXyYrV4k7zg9liL"
    "wNNjd441ooENoj+cezJrNkGGwWQTJy6A61YJ9UzzJWb5+UzfYdP9N3PDNOm1zf0/pc39NK"
    "ri+YIYevR+47obeSWsI5hXbBm/NWFcnnDRXJ59WK5BtsklDQ+bepY0FKAQi3QXiFNi6i4q"
    "oMxjwNoNwG5QB7Uqs4HQ/otlrDjh0Ii2w3LOGcBDBuhTEEEr4E75D6xndVWKudjVMJk8Zs"
    "MtXmrsLg3qE/8YJFwx8ILCTFAbPGmnM4oDf+GOXmKl3w6IhfDjy8Ii5J7sPqECn7CbTH67"
    "s93gP9fTKyTTpeRzW+9wzBwtJvi3CBSEOY5ydtworoqIaE9Upg0Z5FCzVt+ju6ov1w+U+8"
    "klq7HImOK3cY7f2bVAendLwW+DZpN0NU7VsHG0Fllnqw0/EAdgewnbu7hWQlHI5EO8vJSa"
    "vT46Th9DgRdNWkckIHswlHBgG1KptM7skjtheh24HHJVLgs8p8BguotmyuGOv2Y1L6iE2C"
    "DgSmpPjBrMmEtMmGDBde46/R/ORUUPOQH0N+w2Ax2rPFKFoMMWASkl2RSgt5utQ0vU3Tgq"
    "P6pgVHlaYFT8QUNZOqDSDLxkOrI0EuzRqT+7Xgdq2FMycAPAV4RmdxezTT4YClKK2XWFKH"
    "aTq+n2N0v9GixQbpbVTk43oN+biqIMdihQS4OYWGt1T/Kb2PyCPIFrXl+9v11ScxxDxNWW"
    "Mhq8D4t2ERf7CDgRPCliGxAmL7r9hr9yGHMYyaDW9lG1tJYGMTTLs3CSiTMwingXAa5YEd"
    "OJwG8rG25GMVpBr0SE9pP3i2doXpms10zSbSCKoh7Whntk1X+QpvcPS+ijmt8HzW2OmcG7"
    "mf8CywpEHslRp6Sf8tPwMSWOJKCg2ZERyNliAPkKcWY4alcnx4GsC5Jc74m1jUbw4V0mk1"
    "jx3AEuEnWtlbINdoYY8N+Z3nbDrYLTgyMFoobbSgCiKxOnCYp4NQFpU5vHxepEkpJbW0qR"
    "E4RwWNwCUagUOfDf131BMJ1qaHnro0RyrTAqdV5jR4brRls0QYIFdlnfgb4vvI2tHKyxsl"
    "36dzTncR7M/im4O3xfRbQLmdDXhR5HbvsZb8q2KrQNq8G2qatQv42XNNM7gdtL0dCn796k"
    "Zt7dyvkoKHv6QxpYeeBKwcCRT/bo6XKHk/dw2aKE03zQW7PXKium23l1xmi7IHiG+TaSa5"
    "eLciy+1cpeq7uAxrxztbCWMI+MeN4qOTDFxQOXF/FV6CNZsIogn2G01Al4LvSLlhcwrtkq"
    "3ftvHAvq13wL6t+F+XzxS5Dd3RIhVoi2WbIwTjtoRxG8lVH0HaVh7pPy8iPrMlwM0ItDsr"
    "BinrYuJA6ASrBzinAIShaChYQ/atrivZEqVfbX1cFVJJQDtrkG16zIyhQl46zsNBgw4ZPZ"
    "+1UiItOnQQ1wOHYRrDnIkTvuUEgqoPoGmCpqns/Tq0rgmJAZzo2EpybBAcp6j5jAjvAJJ5"
    "dKRXAG7yE6cUOlWHGLk1PKhDXW5BUIdeXInjCelDSjorVVWIvrAUgQ2+xkEQ/8yKSlQaMW"
    "tSirx47MKPBw/vXJPSaV5KwNWOFZZUbQ+pUMWl/ptDPiIrlMI2I+gErmKn6AjitevhR+KE"
    "gpDgBgWcowGYW8H8iD2fiMwctYcvRzGeInOo9AnM6SdrZN93008KlKCfKKefSKQ2DCoA0i"
    "POj6Gvin7ps0ahL+on7yVDx4inYi9M7dsQdK9m0H1d/8/68ob1/T9HqG64n3NqkDqGT2vR"
    "ZVEv5KTjNbTT9h8ABPZCbe/jgrLArjQ5eyFHAskjzQbD9P7e0WD4OZlmmpButRhyC0qlIP"
    "x3TuiKpcXkSaOsuIrGgF1QL7vgKqkZ2lbkSMdrZxect2rS2dCjs1Io3MXeSihIX2+QZdWu"
    "XI5sPKPK62GX79H8zWm2ctk/mhbt9cezy0tBbPxGXJi4STPMabSBcmQv+4aKB4vQF1XdrU"
    "W9QKNThENvtkEKjsxllg7XZhH3BiT+5hIqvHZQ6oqUUCVIZZ0O6kG9FE6DkUZbNks4TbiW"
    "yp6JvR1rQV2xOSa7rcct/XTxLXY+fkGRxaJiKCg8nzWZC3AycsEQ36PVYBV6HrZXz1JKLk"
    "ejnaLbRs+tV3MTLbfeoOAlK6OlaJsOBzVBIN2aSLBs2TUoxjIZ3nT3TRDUBsTYXSayV+8p"
    "QS26Z0SZaekF1JCSlt1zAzvgiz2LOKEpSjfzg2SN8A8g+WyvyWcevsPsNpIy0xaItLvCjt"
    "o4h4/qncNH1RBDC8nl9yXjNfS8H562APewrD1wrTxOy+BuHDtYC4T4Zjt4TqWTbNCHJZwe"
    "ziYRNSCtxZKjABtiGU7Xcx6JKUqEaQovzmngDGhxBkCGb54+3SZ7uj55upJ8Ggg1roZ+z4"
    "FY59IB28NWjaga+lBVw8aUsB8oBXIvFgT+/CUi4bbJr5uR6CQajOzZNYlf0+q3CXmeShtR"
    "YmTkA/RNDvSEAPDujPdCNv+Rp9GwPF2r7DGZGiN0erHlt1nJ4+m0Wd596HiBEyBRS7GmUy"
    "IlgUux81HhoudFl0CzIl0nBijmftwX/sTsyIACIXCgKwc8fBfS3yuZgsdTaXOOj732mVKz"
    "8EKXoHUHdYijhAugu6zILtFOTChTAhO6n0EjxhCoeej3Ztxmv3whGUfA0+wYTKAYuttjCQ"
    "qmvyjjaSGfIlMg00977D1TJkHMwxZGfrfoT+EMEOurWhBoocFI+Iw9acNMkUpD6/phK+vM"
    "YYN55rBqn4lRw+I+5dvAxjWNynVAe37S6jQ7aTjOTirnWQwb3Qp0t0hVraoQand5HLWqXH"
    "XUULnqqFq5KoaN2RJFIWnb4M7ptEO7/yoaaeADvWrvZKAu02kH9SDHdmTVkkWaowGU26Ds"
    "45WHBSLnDf5WV747o9AA4SaZ8uLvNwVxslLlKBMpL68+/TUdXi59VIT7X/TIpcjK4M2RAO"
    "BdACcbYeGWRsQzGoBcGnLmDwo9gaxdjzhHAoBLA07Y28Mo1F8gcdejXqYD6KWhXzlEDvOM"
    "AMDuBLYs1gB1R6jd58UDlov85Gh6KTutUNbNYavS6YcNtdMPq8XTUcAqhwrLTjf0veWJNF"
    "jZQwffQ5WUl2BPX63x6qFTufGcbhQOK9JGdJoMlkr7ygi0icnpL+srChiT3iwcGewVlfcK"
    "FBJ6CWwuljMosrm+FEGRCnrECaMxpMrtFmgGisOaWtndSlmSyrKtAixdSfssn2mSa3VrLe"
    "3iXq1pwFddvj1AmxfFntTSbQtsYctKNzbklMtHbIuKEciUaPuMnjd0lotHPMko2dpSbdXA"
    "+h2B+hJNohNEUhWZCsW1iSNKUkgIr2x849A/Wqw9C9mfs9n0OERLC2+F6dR9YPUln0oToC"
    "RrfBUOKkGpr/JB1tR6Kxq5yI/Pfit//VKoURK9JTJM/6NUEkyquhd04WLPxujCBUVpxrCL"
    "Z7tCAuUCkY4wDxFi5XjkXuS4rIc5p9AS41YQNyBcScD3Qj8QZm06joWRXZOzllOVUF5Ssg"
    "nC3HQOX11dFsxa5x/KTuDbj+cXFPcIdjqIBIXDGkoujVRyaXoxxtM+nCHpft8Jr1BkbOgi"
    "Y3dUsRLYXup72mYE0NF2h462S8d8XvhrND85lVnbJTINl/dpm/V9Wr/AT6tJZxSzKsb1kY"
    "HpeA3ip8aODHTCYOXIpa1yJBqu5v5V8zVyXYpIFwd+iRSC1lR24EfG6cdOfC6RjhOpAfE4"
    "3fgcNbiQDNPgaYZtzK0IV7v35XY8oa1Y2ufdtleWmphu9XnzK0qlztycD1LkVCp4KBtcSn"
    "TcInaMjt9KZonvie3LN4wBl9JoLiXocQI9TsZY533Uv6Vqq4dYETKZePciEcS8l0F9RFYo"
    "WWk/I9FpgY5s3f3NsaVsBel4DQ/e/s1eVJ5dO564xGHz4Vuk1Gl993EA5/JcBdZmtbxACO"
    "kTSmvl2DY7ZYXmZGB1UZm/HqZC/Kqjda1AClbUSfD5aS3lQy7TaeALGjo4JYNsKUC6uUR+"
    "gRCCJToHS0TNLOXAz2m00QpH7wuxIeK+EM1SNk83HvZ//rP6Evaec1cnJFdLJK+q5Gfaq8"
    "15EDfTPvJWFV2nuySudvI2bXX2pWlcQ7v6VFjWfXv6dvLepVlxAtcdlzBX77dLEvQGSQJ7"
    "xihish1ulvQzyP5SSLiqd9WlXGvp90iH62TD7M3p4WOPYKkq/DmFdvpwz73Hk1Ol/UrNCW"
    "CtCtZqlySMHfMvFIUUEjD27arrOQHDx5bVod1PiUxDnOetOqLMGzqizKsdURLYOrSgqVJq"
    "iPkgXWgS5KSbLJXpNMR7wC5L0D8M+ofpubKn1T9s2mf39DqIjScH9t5DjPh+2CkmoUAIkS"
    "cqRySAH6Z/Pwx4CzTyFrxjVpvISl/nNEhHzFr4DharePDweT+1HoO92qxV8BnsaAWs9wZY"
    "yA8W0qbWEpU2cS/gGFDUMbDTfdXn+RqVyBWeq2nx3KbzNKvSu59jFByv+3S8xuyXLQlZpO"
    "rnbNC+8Re4usDVpYqJo19Xl+3IVYdMx2snVAxiqptWZx9FTA1gP4J6MVAvRpt6MTfEPRAo"
    "OOzjWZN2ExB3/Mow3LFLR5afpg315KrG1B8C+zAfH/wnlf+jHuJG9Cb2x/F/DXXH7pIo0V"
    "Adhq40aWd6gUhDwbD/cgVUVcRMlJaCuUCknXp51E5IbJAR6wqISy1laJ4hV/FoelXax8o5"
    "HiIAB1oODJrVDdaoPVmjXPTcsfXA866dB4ABMZDQ/GG/HPAx1ZAE4NeXbs8pNLg8m6xWQx"
    "Rv/5e3CCiyMnhzJAB4F8DJhiqKkohnNAC5NOTsdgw9Qah2PeIcCQAuDTj+5hIPd6qlVqCE"
    "enlKeyVWa7x66OJ54uhGqaSmiINimgzu5lwsUEK5PJW5nPocJFnMkQF/VebvPXnE9oK52j"
    "pwuUIMvFaZ19MKBwE2d2QzFMuD6m4qRYb0Xd2t19iQd45t41Xy00VRItyA2ZZ4EQZFMlax"
    "qHiIAek9BgT85sP7zVkpYmwHBFmC3KN6+1yJTAuox7bS+cg2l863KuznjmNhZNd4W3KqEu"
    "pLSjYU7Nkn4+J+fnV1WcD9/EMZ2NuP5xd0zUdMoINIUOPXAsm808IHyRyy/SsSYets/1oZ"
    "XjLffwcJXgUG9C+/7ySTX5INCX5Gnh1/9YpIXnjeKJFbbCQVT4Jhkv1/4RdQ1J2Q/eVpHZ"
    "/EPpUCcfzED6CWsErhJPVCfcbFthJ9RqCFjFkU55vgTQXMN7XC/JuyLJ9ujLbQpuM1RLbn"
    "ysLZUVOEtrnXSEakUzxgH61GovO6AmZDW1pfu7DK/mo0KybvqqvKgCVaSUl2NEv0h43reM"
    "GXSG+siLz5w0Z5l0TDFp7zNIi064WRBdx2kv+Lu2Rk4x6xZ5JVtJoo3FE2Y2kG3wk9uh7l"
    "shlBGB5LGE7Z1FZgS8eDwLZNYINWEP2KGclBIrFWcwoNAniHrkH7hGyGhAS8OYV28L5tA+"
    "/benjfVuCVTSQfP4d8stCipRNKGR0yAu3AHaR1BifjtUWYIwFBYZug4GHkO1JCWE6h3Qoe"
    "pEKWhe+ChfCQaPRz82Tg6JZwdG+QiSXNQRzJDrag6YQVS3TwjaCRjxngyCBgW+V4gdA2nS"
    "pz/3Z99UnM2HR8mav0wjX+bVjEH0xb5EL6liGxAmL7r9hr9xHVx/ApcLgSD1UOfSqxjk1Q"
    "jocyPcddhL5ID2q8KQp0cFVIXBVsMdtdjrcCIRxwKh9wXmhLSgM5BTiGmh1Dnsh8K+0USn"
    "wP8VzThHWrWyhfUwq6hEJhYkKBLdtcQpCMoHkywh2x5AtSFoi0sxYctrIWHDZYCw4FbUvJ"
    "bwKIm1ySKYU2LWXGrsDP/PWC5I96HSinAC2ody0I8hS6sGJyYjmU9ngJXKaiv9dtMxcpgc"
    "sqc/mO2MRfd2JziRT4rDKfmdVr0X1LC8iB36rzG8yjevP4DlEdvdPJzRMCj1XncSjK32mw"
    "3OQk2tltBonyYAdeFeBao006XBujTW+RtoETIEGp3Foks/EAZRnKaZXBVaQwwOROd/Uz4B"
    "ThrETUU+hLtzvkSAaNIZsGmNPLJpxqWYzysu0B11u/VRdJJdfqVky5fVoAlL7f+HR7ednk"
    "i+ciH5IMyJKbLqH64ccv2EJpQb/GqIc443KajogK1r8PGaxw8Y0BdiCIVEiezJrCFPA3CF"
    "N4AWEKXmizqj2LByzVUb1E1knlLR+HCvV0PG6TNHJcnzVyXEkbAXUX1F3VoITQmdFDZyBW"
    "4yVYGCivzOcOTObpwEOgMofBC6Q/j8Ea/BK4vGdrsJI2oakag6ezTbpbg8c1WaqJaGebpd"
    "AIvA/7upLbfsK1+j5byLax+Z59n5q+MeUhsybrpxsPjn+ger1joOJevxp6vX3UJPdYVHy2"
    "3jSaUwwVCLQ/u+jpcQu76OlxrV2UPQKLCEjZIGWDlL1/NEHKBilbQVgVlrI98ohWz18whd"
    "MXRhaURjTL2PHYhRcPHl7E/uVgZTl+JjKYYZRxIVfrGiIQ+o5AeKC/T0a+TsdrWKqy/26N"
    "eIOIwFtej25GoJ/yMj9po73QUfXlVk8q+ouF7PuQnpYyGPM0Gq7ieRuU6zEuIxzgbwKpob"
    "7TaDpeC2SbdMAhWowi238SSb71cOcUAHgHwCmumP5Sc7HEK0QFaqmzWkCrXfLZSavks5OG"
    "5LOTavIZWJ06bYCpWZ0SCV+SxTkVsFdp9np4Q6Lzr0ukVYEUAnFU5nMsYnTic4kU+Kwynw"
    "vWGalLmScEHqvMY0gU1cVpoSSgu/ss9mNZf+fYNl4FP1jibpP841mTTX0VD1zcWYN0nITc"
    "PZUs5yp7gFW5ICUc6j72ffpiSUSLVNANp9RIDwdPjvcgY9XiSLSwKJZ7vrWxjjd1fKsUwM"
    "beo+jeb+i0mVFoZy2cn5y08vGcNPh4Tqot35Jr1ZdtjFEmhOOhtHYD+oMX8jGWZbp+1rFC"
    "Cej9B1ouWQUOevnLg12l1PBc7h9wH688LOW5zCk0OJfHdqSBS6cTK6ZmP4KkzJfA5bCbHT"
    "gEK/A0+AsF8F8Gn6HU5uBGf6gOqUFgfWLfr8lc5Z7OWhj/R0lX/YVfeEUJmsJLB/8SK+nR"
    "F1mtsO8vsG36EHA/zoExa3AbgE0WbLKTt8my2FfPRpZQtGgOmeXIdFzMQ6DN3IayvUx5Gl"
    "jTbVA2ie9a6Fm6a2yZDtBug7ZLVkHoYUndpEgF/pwipurn8h242PNjQXqK+XxUgwhF5W/P"
    "HcfCyBajnBOVcF5SqqGAzj4Zd7GeX11dFqwj5x/KzoPbj+cXFPYIdTqIxBqgoDzuymEzV7"
    "Cu73OcU6jR55i9T5s+xxt6w7nhkv6mtfT6L1COuAlS/XGye8DEASKW1CbgSNTYBVp1+w6c"
    "B2wL+NGQD5tRaCAXju1VjsBbUM3cT6xvRdQbqs6X6LSpmN5b9fmSVbCC7ZbEngo1eIJU9g"
    "R5+I7Otu7KbgE58HsC/GY9YkI7ENUgacXwAj1wXGWOZ+4eqSDOkeWSxEWG028zOQNA4Dkh"
    "A0ACZ45EAwmwFLbZxnVzWu+6Oa24bjz8SGW3hfRqLtNpB3Wbllj1HbEqDbGynbhYPkvaYA"
    "WkYIgtobvGq4du0bAFSrhyVb5yoQDGy+CzizoGxBYIgccq89gkfn6vdShaVCUHfqvMb8hX"
    "eRFsljcd78VofDiUCtG/0VjxgHJVdop2EeX7AHbgkHLumEAeQXYgcOydJ5Q//PgFWygQnw"
    "xp9XXK55/imSZ7uVcgLxoZLWdXkH7G+MF6vqYTabQufx8yO4GKI6ips1bh+awpQyGKSYee"
    "WoX18/J6akECwuAJCCu692TwTcdrV0jjuA20x/XQHgugLWRZtZTqS1QQDlKW7EEf3nbpa6"
    "EPm47dqSZ3TgZmLdX4W9El95NE+ymWEW59LBJSuaeNImoiaSxCHw8goP5y8ICf2bQW2ZAg"
    "y9h5oiuP4kz1aS/Jjy2k2lYfg1SrnFSbMLZ16ks8XENptv+YjOJmaYtwkUpDoPuXbQsHje"
    "QVXaYFQUy5i7pcYklCf0mHg+JSSRMLHNel6kenMNcKMUi3qm0aRaRbZtsXybXR540SLQNB"
    "iYIw/AD2Fzpg49j0Kis/dS1k2wVyKBmz15Ix6vdg1CbjbIU2LiL3goiBBustR6MB5KUY+l"
    "YNAA8bGgAeVhsA+mvHCxYWsR9E3sSmZOISJSQTt08mDoONJNgJBYDcHuTi3SkVLFqgBEFU"
    "NUGU5/Jvji1lC0nHa3c79F+3vSiaytzCZULtwG5SjFOs39RC/aZyCTuht5JLGcwoRsTWRP"
    "566VAFbix5p5W40yDt1HU7lk+0KhNCmlVpBYfLDQm6ua3LtHDhqnzhItf1nMcum6hKCbvo"
    "dzG2HcqAFElhD6m8h+LY6E7ZTQVK4LLKXIZArhfB5tA1O7K5SAlsVprNkL920KuzGCNvJb"
    "AqNDWFSyk0MCeM7UyBdEFIF9QxXXCDTYIEvhTJXMGP6TSawF28ufaQUjkZoIaOVLl4xHZt"
    "uEr8cLYtZmWB2bgxIlcecwZLB5tAgDV7NkaA9dNapGvUOwvS8RpG/s7beL3m9V6vecXrBX"
    "UFB45h329GpkLQHrbKdj1sSHc9rOa7xkXnZfDNKbRD+KRVxNRJQ8TUiSBiKkBBKBCmrjfI"
    "smpvwJyqky1AMTNtcg8ezd+cZjcf+0fTXXf98ezyUhAL5WNPUi3lSMCDVNLz5R1HYHycgP"
    "Exlssl90mRCsw3zeYbTvfZ0Xyjp6o8K5lwiqtLpSbCDP8fSASuUO2Ons22at13dJgS6SJZ"
    "Ke20hilkgew3C0T97n6jKeA9F0OP7LkxQBL4Fqk0RLn/BGd2uMnmkfM02umK81a64rxBV5"
    "wLdEXymwDhJktpSjGex1gTcylfDH6FyaMoqbsJeJ5Km9zukZH312h+cipzpOQU2h0o/Sdk"
    "PBFTlIhRu6Sz8dqs597CT9ZUo1sLdL1aLHMCALMM5oZYFvExfYspUwmwTKaRYbQ3aJligj"
    "2ZEzWn0O5E7V8KRpaUIzUZrh2wh+0cJYdNnpLDGleJ8p3wQtdykMnAGgfr3rPawGM9tMc6"
    "6QS2lKprV6TSDuaeDT/QX727JXOQ/urxsdglz69KCV5aKPH8Ar22HXvV9dupDhg8YC40ZF"
    "VAVoVCLvm+sirSkt+QVDFqrkAMWE3QQobmlqiFLCNma9TCwZnBPHqGc2cgg9H+xSCBb7gW"
    "WmEDbRz73gjW9DELXPANZJvRY2QF2LMp+x+xwaobsjEefnVQgrb3yYU15N2k5id7VaVcPG"
    "QvKJm9QHlG0sNDJoKWp9PJO9pHEC3YMQe1Y7LjRVLI40iGlfDGPED60X6ja0oOTY4E5OVm"
    "eTm/EneOYZ0upFslZW5BicXk8vbvCdI09HSS+34rqtyhp1o8cBqPXSNdc+HaW+RrPpu675"
    "ZI6d7Ne+QJeiBxCrEZ4vrK8u4a+Tj+lJsvp4qexIO4DyGyeK+RxdARdPCOoD72HuVCKnIK"
    "7STm+clJG3xPTuoBZs/ExWZk44vLdIB2G7RHbUkxHXfcIGWUasrN1PuoM4KdPNTTQX0QV7"
    "SHXUsQelG/xDMCDU6QsZe449Z0dK5f5BwJBGL0vvr33KFlOmdPj71DGGYLYi9qTp5G1Cu0"
    "IzZtyT6ZLPLQteUlBE5QQENhglbTxsqJYEdJ7KjcSCSzm3Iq2Ekq76TMgNc6PyQlGLNxjI"
    "fugnFU7MPTNg7AMsc4999pxfmHbVFvnlo/dTYeEsXKRxF9myiwqNnvnxFpg2cfHn8PB95z"
    "h3Odp4OTXemT3XPYdFKaOE8DqnjvqriLvRUWxaJuiVzKyeAM4+DE36JoP0sYDFIvwZTINL"
    "DxjeAloGuQrlFiS7kWC0T64fz6uE0SGxvW4F48rqSyRYafhXTua4lMO7gP520k83lDsVtI"
    "fB058TVBayFbsrlMpx3Ug5RuTlGTL+FcpdQO8UFKOaNVp26wJTLIbi0H2NhBlzawORkopk"
    "orpvSsIf66m5OmRAucVpnTHt4wFLswukQKfFaZz1CP4EWwGTqVvgg2Q1WCIUq2ZCkUkrhW"
    "CEFdgHTAnuGE8hmjlc8or9wegIVUS9Ex2wOw7wqTTfJs3Ypu5XopYEy/hfHp9vKyXdmXvM"
    "1oKSpPsvBL1tZUkxU9aOGX6yi57CxKOq2kpuYPZ02JqXGC2oIOGL5fDVRVUbKqyv6zGvfL"
    "hOE96CuL4BqtqqEILE+kY3rugEj7eOVhqdTGCqEWiI+dAQbWwE6smIKZqKIo7qcgx88YP1"
    "jP15YjrMfBPW2Uep6icQufDhykGkdRF2FvM1GU0LUhdhhAvbmJSEYc42SCNjkyqDZX7vcS"
    "rX9JQHMqwFNB27Jq+A5iDd2feUlReHe0L+25sNf/eO9YhKFAhkieNMoP//KiAEUlWvymQd"
    "bVp1CQawRvVL30sEFy1bjS8b1U11HIpNJ/XmVAAsnY7ZRAu+DWt21iW9/Wh7a+rUS2qt+h"
    "Ojvyprh26esCYSJYg20qJ9Fg/Y5tk7onj1ggs9VnQmYEkAbZzIwOaZD0a1JBWYYbOQWwo3"
    "d23HtILj0nI9DgIBq0KZ2/QqJKaI3921MSbTJ9R+4hbiE/WDAUu1WBEpBD7LlqbojiZcKM"
    "CV1YXaQchcuKNFuYHJPBpfgi2AwJBi+CzY/Y84Um9FqpiKMYTy46HFYu6q0qlo+Rt1rL2B"
    "JyCijiLW9LgPyYAbI44qq3UohyJJATU0LTuXdk0cxJBkVTERFYAkz2fyGYTXo8R9TpxlIL"
    "yP2o8i66l22bx5HAKoa8rv3kdYnLpEkDe5lMM8kLbCuo3O29HVFxJyBpRD+h6dpxtgLK3T"
    "g1OVzls7UHRD8n02iJKHeZtNj0VH7qAdC2Tc+niSgnZErnGQ6aRIcesXkdPEfQVrPo8qez"
    "LQFhPhs1SDQ5f2E7lonN3eLHIdKr99aLkt3qxu9SN1qw13GbeKTj+nik42oH7XjJS8CbUw"
    "DALQCGmAylYjJWa8fHdhd/F08InmuV3SBgRwbLp3pggs1oPzYjUB+nqz5+wa7jCXORkyez"
    "JrXRi8aMkUa0sqhwkAZJcJExkCQEqqMims3pcQvN5vS4vgnBcbWdBvJFwSZNnTRSCg0B7j"
    "+Z5cnxTEGUcz2+GYGO8L5u1WiADauH+HW11QBEQHY5kyenExZuaCku84Sg96vMY4VDnaah"
    "okKMyDj6vmpxDEqqpDJhDOB078Hpvh8V/yMiFjajpSxQ87mnsyZVfxONW7BFo1ilVVDq+1"
    "bq3dCjFHK91XMSHVWj3hs44o1ko7uMQEN45ydtTCd0VEMp1YrxxCT3WFSkvh7inEK3Ejb9"
    "m6aWnvPky1Vd5kiGWsPV03iog3dofE38SFZSJ3BOoV9tg96LBE3B8DdaL+g2Z289uNVurj"
    "b+FixcFAgS+xocAzyRdiAP0sPVx7ZoEdcX6EjHQyJqpQ4p2Khfgv0Sf3MJna4Dm4uU47BZ"
    "ESvc5LgcUilT0rDKkYBhtcmwGgqFfmk74G0yzRQB3WoH5BaTSnbAz/T6pz/vIjIkCCyBhe"
    "ezJlugG49cRDaJdtbAgzPboFuYrjPfcO4MZDCQZobjGY6NjWCNAoP4RuAYS7xyNtggwSz+"
    "9An5BuuPTklYyeJXByVW9ToxWCYVOH1mDZZJMJsNbTZje2EhbzsrkWmIdv82nikYIcZbzL"
    "2bIejbsYx6nI3Xpn5lj3WawNLQH5RBB/2TIwMbg9LaJ5iSXgSbwZT0Eri8N1NSB/1uGqYk"
    "GdvHNrPTlY1vHPpHv0YnJaHv2ejUhyHpmtzbt8Le3cUBszamJJaQvwhbNvE+ODPY+D+Grv"
    "HEksYzA9B2Y5EEIRiDFDg/ZmAMAmOQemiDMQiMQWAMAmPQ7lCCMUhn/RGMQS+CzWAMeglc"
    "ViHmXeukAigmMmDIu4t8n+kMizXypSKzK4Qawj1vFZ89b4jPnlfjsy1k34fCvNl6sHkaHX"
    "Fug3I9xhWtDnsbf+FjUYPchm7aBSoNUT5sV8eloYpLGWiW2UxfeUe8TSdpVkQPMq3S0s6U"
    "snhG21mD5PEE6AEvkOXQb1GB+txxLIzsmoOsQFiCe0kpJ4h3A7znV1eXhd1z/qHc8+z24/"
    "kFPdoi9OkgEvvAYsPLTq7I/rxnH0xsByR4PhA4zrJnsyafGYlHkWGq9RPfD2ONxQ+X/8Sr"
    "YLdq/U2dpto2mUp0HHX1ohF7TNW7w3LGtT2tcwoNj+r5yUkrh9hJg0PspJJymWwJCZA5Ek"
    "C5Hcr0p2Mpx25GoCHC/TdMmILffKzk90G85mD0fwkKUtit3GXYa7FLYPBLCP5U1oczlURi"
    "NRGdaibxFd026x+saNtUdNj84axJiXXYsMUdHQflBDWP0/Sx79MvInmUFqmgTXrJmwclGk"
    "sO0zb+0np3acVb6jmPxJQzp/A0GiLcf1AmvdyDLvHFZToIrShBLQitcKgY1QHqMp2G63qw"
    "4pgd4K5SAuBtVveEfJUjWbYOX8/bwMyGNcQBzCtQs2kEctwNBbPGSZkSaABxk3Xj4u83Bc"
    "NGpZdqZty4vPr013R4ucFqEexpuHRGs9W+YIfOlDEGf8Ow/oYIrsUj9gidVOSCb4ohqRKP"
    "GEeSfTKpQJJphSxPtkY3uNE6ySFT87JA7sxL4LISztLpWIInx987YhN/3YnHJVLgs8p8ht"
    "raurjElQR0qh7xz8j3H7Awpjt9NGvyhj/hJfOH2wsqukbR3ahlXW1wi0/WLe65woO0obm7"
    "Kz5GdfAJzE+OWhlGjhoMI0cCDTLZTJJIVwi18zAeHrXywrBh9e6Bo6onxg2XFlktkgOvrY"
    "+gSKXF8h7bVRBdjGtkm5aUPapEpgX0pfj5NgfLcf25clw5VqJahSsntAWqTlO6U5FOm8JS"
    "o6Q9TcniOp4jvY3N9bTe5npasbkyaZhq4qEr6UUo0IEDQcKBAFbuTlfo1OwmFvKDRUcjaJ"
    "kWLGQqcxqyRrQxkamJ6MRtZFRSs5gEgw/qjWX5mFk7q1k6XjGjGRQ/6FcLqDemyYfaQvi4"
    "RIAtpJuU7WenbaxnZTmEs52dQtD4ntf01CxmIwVy9W8vgwgf0HsgMmA6ao+SgE5V6zmjCg"
    "pzJa5Q4HgHApWnOGDWpO8gfiioOi9U1fHxysNyGSsZhYaC4UAVyPxg4QdY5AdpWOgFsvEc"
    "fJoseXCKgMi4J1O5Ci0e+xAZZWQc6K6pZHfNd3GZdMR+yjv6kUhmrIxpFBtX3OgF680Hou"
    "MLFR33byXftzgzsE0xahtIX3AnAPl6gyyrueFgRjme7Hgy7II/mr85zZY4+0fTor7+eHZ5"
    "WZUGwX74EoTBPVeJU+u62LtImOC6s1R4nc8zRQZsFQyL629o2fALXjmP2HuukwsLzxtlQi"
    "8ZCfIgyIP7lAe1jpoAM9aLkFzUMWMpK41OxfWpJqLT9X2aJLiwA0+YGM09bRRVEBu3wHak"
    "IQ8uqfxygFZRjlaCZ/Ekpp/9A9Km95o27WLPFykmDZGIGYWGNqz+624tn8Xpu80JYM812b"
    "uQ/dWU/YXkSk8ibfuI9b+MgzURNdRsaAucEmgX0jlId+tpKTeKyMGT022KwlBb2aZINayG"
    "o4raKtG8A0Jlh9MXk6XXg8p4ls80zVW6VW0sblOx5lhet+Pp4kou1s6qOH2/8en28nJfuv"
    "gH+5EEKPnV1cbT+dNZY+vpbNwgvaeLCzIuA75T92lQv/tWv6dQzH3E2OMByrl7jlxCWjpe"
    "Q3x7buoF7i5wdymnN0xOJYRwrJfAZY9KrqhbvaISKZQrUpnPYOAZwMATqUl0AyyfJXGtEI"
    "KxB4w9+zH25EsRTD7NyFY2rVKGn3eIivwmEuaeZ89mjflDyag9honWbvSmWFGOqJ98CogY"
    "PfjNsaWME+l4DY0T/SvQD9gNFnees6kiXLvICzTa1JSeHx6/OX57dHqcLe7sk6Y1Ha/fnV"
    "Ig+jt436PnGydAlujgzZ41HrwmeqanJR0GJy+cvBaxH+S4kFJAIQpJJuSgP62dKubNiZwJ"
    "iU6g95HESc8yiVstGa0TiDtdaQUzu0VWD77cUZDT6ATpyIeBv0K2JO4ZCcDeGfZHgp8kYc"
    "9IAPYdYPdJWmZOBvmcCsCXAl8dteUnZEXQi9SW+Nlsm9ryyIaB2gJqC6gtezi7QW056Ett"
    "IRtsiythNEUNcUQaWj77L34P2mFf2uFjej+3XawZgYYLdZDasKB/g/79kmAH/fulqYB/c0"
    "LPRtZnh+ryNQkj5SGzJoXwn/FgKDP1QnXAhP8yUglHApH3JZmkGjjg43uqcci2o86JtIkb"
    "GPlqXD4HWPJqzEgA826YRz0WZM9zjghwn5w8co0i+CpCSPR5o+Th0xEgdrxQsWOPRiUV0O"
    "/NpOQn26yt7JaO19Cg1I/opsix+hPz1f5Aou9YOVvzh40HbOTvpS+0Wjr7Ds4MNthw7gwf"
    "IwubRjSDT3fIGhv0q5I77Afs8df/ZBvbMImHV4HjPf/Xn+KRX18dlBjXx5y/2r/alPMBFY"
    "jpxW3cOV4yycw4jP7lh5sNYhUI2TzxIzo9CgzkYcN2DMux77FnsHBc47v4a/zJX63xBr1y"
    "n/9A578jHpVB6CkzM7Btsr/E34/+xTeIbZBgZqyRdfdHx8X2zED0RZ5JmNrM3siS5fzvjd"
    "ubd4XvZjkrZBW/H31VJO1gk9Cfwv70jdA1Aoe+jdA3mdE3phy1CEWKvph9CYZfhOsOl130"
    "f4ljIh2vnX7XVy2z+pstWamyPj6OTCfDXB9+vmx3SkgMBRqdAO1NckgOOglMOQpAVIAoa/"
    "Utp1OkFDrBCWaelwB7JsZ0sPWkZGDt6RhB5JGAygodqj8UKaGWi3LVH1TTPi/YVm3SQC+S"
    "vdxGC402fmtVdLVGVGtjulFBcYwVOw+7jkf/wVSlZyO0A2IZmPXMibXNNdXQlhjbdFyy5I"
    "0nEqypHidSUAd6E1Nbf2Z//2pjyvg4fvVrpNIlL2Bab/b5EjM1NdYFmeoaf/59PN1XFnj5"
    "NX7C/mo80ffGeexmpGLeO475/a92NNjGhOmH0ZuSafjxu+qSYDjdp+FUjeDplynzTCBcWi"
    "9Jhzs45YAvEQL+3fDfIBN3EDM5MpAxQcbcImP+hD2/JpKtMqatpPkYj28pbF7Z2PCcp78Y"
    "XxO6r8Y9M83Eslcs7SVCIhXZio6LWMyKJNuZ8fUO2yv8NaajC9+vEFTlz7Ff3rPk12zV7j"
    "OsQwXhr7s5u16ie8zXtkQUb04EEl3n+y3aMXLAZyQA+xTDlaIb5Ut0G4pvG/Zs+y0zYq87"
    "9ibp1nZ96ONTOZMhifZlnCCCyrhgBRkf+gf6a2XFwJRGJ9j7iGyAXPC+kExqm0gK0TmRTn"
    "iOfCB4+A57nqj7VENfFI5Gw1DUQXKbw2Cz8J3QE2ks9UgXqTTE+rBVA83Dhgaah9UGmgy1"
    "DTZJKCj32ox1TgVYt8d6hTYuIvdSlTzKdIB3e7wD7Emv7JQGcJZY13XBwFuWdW0wMKBdg3"
    "ak2nmCcNZ6pDkSDVGet5FA6uWPCr4kkAM3Ga8hsoOsXxM/EjnJLqfQEePey1gtmVNNTkvh"
    "SDSE+LTNKj6tX8SnlTXsP/sBlpIrcgoAuAXAFrLvQ3QvdUzwNBqC3P9B4VpohcUlO+pRLh"
    "CNB/PBwURB9kJLrpFuMh6g3QrtI/IIklu9HIl2AM/bnMLz+lN4/lqhtPBb26dnzE+xC1rg"
    "wi48nzW5sZ/wcu04D4uh3NkF/zXzeC5SJzbEmKthwW92aUs2x+RIoONoy6KkSlUkVblpWI"
    "tCoypVGZ0MlEQY/dYc250RQWS3cpHd0Dt6gJO8IvlBi2MBsL20ON6PTP1zLAmfBQHeuMJs"
    "19KIVnI1igdDgbsXKkPTHR+EAkGlOborp+okrmzv0T3V+C7Xc+hPlLItcyT6GTXa1Lqb19"
    "e6m1fKFG+IZREf07eaMuJ1mUynOLreBG2qgTzJeZ5yCv2W7uvjt60scsdvG2xy7CHkqr4o"
    "jYaKWoRlQ0oXmC4RDnVE6SnjNKg/Ka496D+JhP2em3FaDGmrBpXWooJ6UMaDekWIZ9N2TS"
    "j5yWSIlpO/sKKErpPsYfyIYw2z7GcoDlt5mK2r5NTfS24d6FBtdKiMnxKSE0+jYbjDcRtv"
    "5nG9N/O4ElMSAxZhJA1zSqUh0Edt4ieP6gMojyoRlEvHFFyVN/hbXZnKZLwW4DYJohd/vy"
    "nIoCmI3308+/sfCnLo5dWnv6bDOdDfXV6dl30bAcVGZkFnBCMqXE+IBAy0URb0n1us5z/X"
    "Luc/l1dzkF7oLQ0F2XjwwwlrqXazF5ZIwWhY1BjDLhaBnKoHg4Bi4OpkD/Cwa6HnTI6XYX"
    "GJFPisMp+p6taJyTwdcFhlDhcVchkeFynHMeDuwaykBZdTE4xkSEqJDGJSmo2yvKGrH6Ps"
    "BTfjNBHeapUtrTFZqyzn6eOiPkpWw4Tyhx+/YAulfZkbgefiTTTB/fcR7NfZcq23X/Mrer"
    "v9Ol0cI9d8q1qpZ8YvB0+IfpE0aJ/7BH9ziYdlTdn1p27/h+12e/bBf96F9orhaERvYn8c"
    "/9dQ1pFdYrvrTdahJ9VKOxmuhYlvHDc//+UkgC6RaRhV0S7NqSnPSewaENxlf7u++tTgFh"
    "CZokyyCox/GxbxB7vPuONjGRIrILb/ir1vHycIQ6jZpl02X5eOGjZB2aZdOPurAobjWBjZ"
    "Yr6USUvcWVLaodiSfTIuB86vri4LHDj/UHYb3H48v/jy3WHEDjqIBAW3ZBn39IbtAjxHC8"
    "hLIO9jKgUJVJl6p1lOocWdOrbbLPIn3DmhVLBigUgL2Es+9zYu93qPe/lWdegk8gu7SNUJ"
    "5QlZMIdY2zmCi6iNl6ytUUQPdmWVLY6+FRdzl7ivUxK4piWu6TtELPotFp0SSivEsKdU3l"
    "PO3V0HP01OBdxVnbseRr6ccaVIpZ1tpY0dq96IVbFgLVGwWi9YnZYOG6lCDPtJ5f2UKP7d"
    "BM4KMSQoKc1sCEh6SXxeBE6ABHu6NlazTAaBsGU9YlpxQLB/Ou6f0DU7srlICWxWms1QgW"
    "iAWnJRuvpSnANdD2qRagdQt0sVikRHQlEnVYo6CVZvD9jeJnXZp7het8Ja3K4FWOlXMD7d"
    "Xl62C0cspl7vHJDYb3q+Eit60IjEMwr9an0gCERMnsya4g9RPkaZ+mEvJfF9R5WmQ7Pvhu"
    "Lcta2+dXCuD9Iqj20qCYST4RqiO1CrpZqmVvVxgfUNrUYIDNyPBNpbCGBFVh2zPMzv/x8D"
    "P+A5"
)
