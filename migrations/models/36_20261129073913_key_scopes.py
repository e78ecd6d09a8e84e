"""Scopes, networks, ends and replacement of API keys; their usage by day; the log of API requests."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "api_requests" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "request_id" VARCHAR(20) NOT NULL,
    "method" VARCHAR(8) NOT NULL,
    "route" VARCHAR(120) NOT NULL,
    "path" VARCHAR(300) NOT NULL,
    "status" SMALLINT NOT NULL,
    "error" VARCHAR(40) NOT NULL,
    "ms" INT NOT NULL,
    "network" VARCHAR(43) NOT NULL,
    "sent" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "key_id" CHAR(36) NOT NULL REFERENCES "api_keys" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_api_request_request_c31335" ON "api_requests" ("request_id");
CREATE INDEX IF NOT EXISTS "idx_api_request_created_6fdc2c" ON "api_requests" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_api_request_key_id_8ba8d7" ON "api_requests" ("key_id");
CREATE INDEX IF NOT EXISTS "idx_api_request_account_ef0987" ON "api_requests" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "key_usage" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" DATE NOT NULL,
    "requests" INT NOT NULL,
    "key_id" CHAR(36) NOT NULL REFERENCES "api_keys" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_key_usage_key_id_41808a" UNIQUE ("key_id", "day")
);
CREATE INDEX IF NOT EXISTS "idx_key_usage_day_dc4b13" ON "key_usage" ("day");
        ALTER TABLE "api_keys" ADD "replaced_by_id" CHAR(36);
        ALTER TABLE "api_keys" ADD "scopes" VARCHAR(300) NOT NULL DEFAULT '*';
        ALTER TABLE "api_keys" ADD "expiry_mailed_at" TIMESTAMP;
        ALTER TABLE "api_keys" ADD "replaced_at" TIMESTAMP;
        ALTER TABLE "api_keys" ADD "expires_at" TIMESTAMP;
        ALTER TABLE "api_keys" ADD "networks" VARCHAR(1000) NOT NULL DEFAULT '';
        CREATE INDEX "idx_api_keys_replace_669a53" ON "api_keys" ("replaced_by_id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "api_requests" (
    "id" UUID NOT NULL PRIMARY KEY,
    "request_id" VARCHAR(20) NOT NULL,
    "method" VARCHAR(8) NOT NULL,
    "route" VARCHAR(120) NOT NULL,
    "path" VARCHAR(300) NOT NULL,
    "status" SMALLINT NOT NULL,
    "error" VARCHAR(40) NOT NULL,
    "ms" INT NOT NULL,
    "network" VARCHAR(43) NOT NULL,
    "sent" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "key_id" UUID NOT NULL REFERENCES "api_keys" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_api_request_request_c31335" ON "api_requests" ("request_id");
CREATE INDEX IF NOT EXISTS "idx_api_request_created_6fdc2c" ON "api_requests" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_api_request_key_id_8ba8d7" ON "api_requests" ("key_id");
CREATE INDEX IF NOT EXISTS "idx_api_request_account_ef0987" ON "api_requests" ("account_id", "created_at", "id");
        CREATE TABLE IF NOT EXISTS "key_usage" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "requests" INT NOT NULL,
    "key_id" UUID NOT NULL REFERENCES "api_keys" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_key_usage_key_id_41808a" UNIQUE ("key_id", "day")
);
CREATE INDEX IF NOT EXISTS "idx_key_usage_day_dc4b13" ON "key_usage" ("day");
        ALTER TABLE "api_keys" ADD "networks" VARCHAR(1000) NOT NULL DEFAULT '';
        ALTER TABLE "api_keys" ADD "expires_at" TIMESTAMPTZ;
        ALTER TABLE "api_keys" ADD "replaced_at" TIMESTAMPTZ;
        ALTER TABLE "api_keys" ADD "expiry_mailed_at" TIMESTAMPTZ;
        ALTER TABLE "api_keys" ADD "scopes" VARCHAR(300) NOT NULL DEFAULT '*';
        ALTER TABLE "api_keys" ADD "replaced_by_id" UUID;
        CREATE INDEX IF NOT EXISTS "idx_api_keys_replace_669a53" ON "api_keys" ("replaced_by_id");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "idx_api_keys_replace_669a53";
        ALTER TABLE "api_keys" DROP COLUMN "replaced_by_id";
        ALTER TABLE "api_keys" DROP COLUMN "scopes";
        ALTER TABLE "api_keys" DROP COLUMN "expiry_mailed_at";
        ALTER TABLE "api_keys" DROP COLUMN "replaced_at";
        ALTER TABLE "api_keys" DROP COLUMN "expires_at";
        ALTER TABLE "api_keys" DROP COLUMN "networks";
        DROP TABLE IF EXISTS "key_usage";
        DROP TABLE IF EXISTS "api_requests";""",
    "postgres": """
        DROP INDEX IF EXISTS "idx_api_keys_replace_669a53";
        ALTER TABLE "api_keys" DROP COLUMN "networks";
        ALTER TABLE "api_keys" DROP COLUMN "expires_at";
        ALTER TABLE "api_keys" DROP COLUMN "replaced_at";
        ALTER TABLE "api_keys" DROP COLUMN "expiry_mailed_at";
        ALTER TABLE "api_keys" DROP COLUMN "scopes";
        ALTER TABLE "api_keys" DROP COLUMN "replaced_by_id";
        DROP TABLE IF EXISTS "key_usage";
        DROP TABLE IF EXISTS "api_requests";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztfWlz47i19l9R+dPkLd1JW17auUmlyt3jye0Zd7tju5PUnaQ4sARLiClSw8Vuzc389x"
    "fgvgAwQZEUCJ0vvZA4kPQcLGc//3e0dhfY9r+9nM/d0AmO/nvyf0cOWmP6j+qr6eQIbTb5"
    "C/YgQA92NBbFg6KH6MEPPDRnkz0i28f00QL7c49sAuI69KkT2jZ76M7pQOIs80ehQ34JsR"
    "W4SxyssEdf/PQv+pg4C/wV++l/N0/WI8H2ovRtyYJ9dvTcCrab6NmXLx+++z4ayT7uwZq7"
    "drh28tGbbbBynWx4GJLFt4yGvVtiB3sowIvCz2DfMvnF6aP4G9MHgRfi7Ksu8gcL/IhCm4"
    "Fx9KfH0JkzDCbRJ7E/Tv+cfLXCMMv6dHNv3V3dW9aRAnZz12G4E8YFCsxv8bw5INHTI/YB"
    "7//n8vabk/PfRRC4frD0opcRXEe/RYQoQDFpBHqOcvR3Def3K+TxcU7HV5CmX7QNxumDHO"
    "R8gaXwpQD1AOnRGn21bOwsgxX978UbCcR/u7yNUL54E6Hs0v0Qb5RPyZtZ9IqBnYNrI2cZ"
    "oqUSwEUaA0GeNcB4JoR4VkU4IGts/eo6ShCXiIbD+OjSJ+j3P6An5AWor1OijPb5aQO4z0"
    "+FeLNXZcA3dH1aqodGiWhAwB89jIcB+vi8AdDH50Kg2asy0O6G4eF6FgNPBewaYSvAk8tO"
    "z0Oke7Qf3HC5CpSxrpANuLTHuqyjo2C+opcc9i0U1MH+jiLFDmjJSVImr4C+SOi/Tf/RyW"
    "KvyX49rnUJ5PcfPl7d3V9+/MymX/v+L3YE2eX9FXszi55uK0+/qbInm2Ty9w/3/zNh/538"
    "782nq6r0mI27/98j9p1QGLiW475YaFHEMX2cPipLQMR58i2brAmH1R+cQCADlakqHCax7j"
    "KyA2zJvsR/zY5P355enJyfXtAh0ffMnryV8P3Dp/vKPvIw/Vl+oI5tnRDgrcMbr8DQxxwl"
    "9JVlmxK1grXVZfBmJKA+4a0ypiUagLQKqY9RoIxpmQhArYK6ZAektSBUxuCcrGJpsErXie"
    "D9uhlqMLG7e23y0XN/xU4LObBEOIgEOOh1ZpIIuMA2DnALHpcIgcc689h1HlzkLfCiBZur"
    "tMBpnTk99zDDvQWfy5QdcFk3Q/fY2cw8cY9PBS8Re/CA5k8vdHtapTcFnyJeP2DPX5GNX1"
    "8Q7xLi73+8xTaK8KyzPvFKfswmGi/r86fJIVSR1X2fzrsjTnfxLKM9BeUYRSr0bgBd0ymM"
    "XUJU98C7LiA2h6kABWi5Izz3aGkqOBu03HXxfE480ybC44cPbHJ2C+24w7KJTIXqAQXz1a"
    "5r6R2bxFSE0IZYzHa5G0SXG/Ij3pqMUeqO2Bmn23giU7EKfW4ckZKE7TrByt5+8Q0+w9nf"
    "O66lT2jM2qccnjVeELSrnpZMYSI+rrfY+fa/YXMYqp5F4Rcb7BF3sasgSWf6HE1k6loKdj"
    "aJ3JtrC4mCDywbB8HO++2aTfV35DnsSxkKF1lvXG9XIelDNMlt2MR2NEqU8NcOULqKJjH4"
    "/Hbwwopca7vbIj/H032XzGYoaL94dMBiV7Hyr957+g9Tt56Pnumy8oOtvbN5ks10xyYyFS"
    "sULujdhx061a5gXbKpruhMxtoIiPNMAtTBWfUhm8gkqJiLzp25Iqdd+VVJNmWTOXieAsIH"
    "9sbB9y79o5Gs+r40oSEXAYNzPVtXAF4jBy2jb8mmY8QJDBQDH/PTLtNXU1na5TwepFna5T"
    "uyFAYTchMvOUGECcNlm2y/oW5xEOEfZrOTk7ezNyfnF2enb9+eXbzJognrr2Rhhe8+/IVF"
    "Fk6LHvw01FCcjvlEf3wdf3HIYTrewEzB7nNPnqmuyT3uxPgWSMxL7mmS73osznc9ruW7oq"
    "WHW8UGlQghNEi70KAik19IsFp46KVN2G6VFmL9dOZ06GPPUivDUCDpshZDnamaJOS9Unmh"
    "FlJXBreO7Peuh8nS+RFvI3w/0O+BnDkvbzqRKr/4XUUZ7AHRmrhNH9PTIZNKi8uJ/vQ4ID"
    "yC/fLu/eV3V0e/iUMUlTQjRSn/O+K7L04UaMYR9AtvpbL+IhpnZSFvIO8fnryvnmS0Y3qR"
    "ZkzoOb8If90Qr1WieZlyGJFUkzsN5BSQU0BOMUFO+ZHuGOed5774kUxQk1RK76WyyhMbaT"
    "3EQ0FaAWkFpJXupRUft8qFLpCBnAJyyqh5CnLKIcophdxPjpRSzgwVyyiVVNRuBZSfitgl"
    "xXHZ//4FkssYJBfPtZUqVqbjDfSrXjQQWy7ERW6rQgsUBDgI2aVw5CmIL2UqkGB+G408qM"
    "tGMUgg1CKgTVki5BwCHaBa6EEwyp3/Kq7lk08nYfszdhb0F95Rfn1wjjjydnmAVOTexEMt"
    "n461iKOZYRC6RXTdLQIMgL0aAKOMAPoBjxyI79bItoXaYplyuJKeZ30hHWuNJ7O355meyP"
    "4j0wzvPl5eX9ereYIP+BD0E51laU14apAoraPEp6lt9Q7PQ48E26tnQV5KeYBU3POToRZ+"
    "7idJpWRlTXMb1tijv4yKlzVja2l42ZyUmmbBFqudLRZyXDIR8qRJO6wTcT+sk1pDrAUOEL"
    "GVJPSMwrwMl/NGKS7nkhyX81qSywI/k7mSMyGnMA7h7nvmUZmPyiWcZF8xvgUS4wA+PWsA"
    "8OmZEGD2quKwYXapOGG8KcAFEuMA7qEhIWfxihX3dPxwOvtxv9JFZ204crlPSVgrkRnU22"
    "gQqW2sfl1NVGwwm4ALUme7yThdkPsynMSF9rkmk6wGv8xYkpf7B58Y+MTAJ9bKJzYOdXu4"
    "6L3OFW7QB/vUB8clRusico1OjqY/7ZF463aMrtACq7VmtY38wGqZqlWlBVZrzWoIHTkELu"
    "85tP11a6MmjDUksn0caI7JqjTKaJx9x7Vrue13CWunX2Hy6cv1dWf2upp0HZUgjmqxczxC"
    "yhWL3xcmbViaXTPHkIhpqkWL773Qp79ZUiikMmIqs3sG8VhNi4WA/RPsn2D/HJNC2bv9Ey"
    "x0h6DlgS5/CFwGxRMUT80Vz/1EM3wRSPZfXpXnQxDizRfi8VoxayAjME6En501keHpKLET"
    "+KxeiJjBZT1jj9BJ28ia3AmgfYLOsoiTNJJuuqXS8aC1NdDaNsj3X1x6K66Qv1JBuUZoIN"
    "yzN03wpqPER9ibGuI2cpYhtwm9GOwijYk4d587Yv3qOkoQl4gGjMa69An6/Q/oCXkB6kvW"
    "6b3exgqrHdEZwYBA+1s/wOthIO64NiB6pvKmqj5eIurVr66LZKPgWE/AeSRq5SwrZMYFbZ"
    "42ue9Oxdfdae22c/CLb7XuZ1enBlFdZ1HdJmsS+NY6bOcI4JADv3XmN7NpqapnRRo4QF89"
    "QDcrRUE2IzAO3O6rfLjeEjnEzyJcmmJcpTMO6uNZo4ofM0nFjxmnrS22dgnw59GDt1jrCy"
    "L227TgdYkQhACdeRxgb+1H2RhKJoASlXkHaOdNwSG+xtjdVIsVEPu2S8G8flo9kB/D+/2P"
    "jaJ3fdxfjZx9RO2W7p9Kb+D2QJW7EZuIVTHQuD1O1V6IJiJV6ZDUHqxySyYToeJVtm+PV6"
    "2kvomQcarDtkesVpXWTMTyEjG7QJVVozERJF4+SXuw6pksJmKGNsR6wtsdsbrckB/xdrRK"
    "qhwist643q6n1IdoktuwyeYbI0j4awcgXUWTmLrVNjZyHHo8RYaf3Q/zz/F03yWzGYuaR5"
    "7RfGt5mH5nf9cV9jme7TaezNC9yAJA6TrrQCX8GM3UUCUcI1RkQYVGEhBeJV6l4z2ep8kV"
    "OMpd6KIwWFmPNpWFdgPqhk30PZ3H0AXFgkZ3l6c+x7OYupoSkKz5CtnMnrzr7kvgep9OZ+"
    "ja8vDcfcbeNipssCNkt8lcDesZjHKZoXBBAosezN7O5/slm+oqLWVo4NoizjMJUAdi6Yds"
    "IoOQalmNJDUNCnKm1CuRJNbBq3Q+Q+Atb9pgxWSpOQpcTg6pOmaX1QkNAU0xrTMS4jlpna"
    "lwL07rzPSIrjt4bdJ8Dxb28mC78ydO365ixSXXpoIjjty//hzFJ1U6SRxOkbqAkTdfkefc"
    "I4xCP/tP9EnZ/8o5+3ObzJ+sKEozmmZB/8FWilqHMMg67Trr1F+5XiAo6CSOwChTGZhW1E"
    "cRGT8gTlw/K/QU24PVSA2EfPbmtEnuCxsmyZk7rWXABCRQy9TICIyLLOolKbH4zdQWdZHM"
    "OKzPGmF9JsH6rI614wY8hUuS0JwSGIcvXYkNF7N0Ndcg1qhIkZ4C82hD5UoRkWVxtKIKSV"
    "qbVQihuVl9MTRrbrbn6gG68aD/e/rR9SKbCv29vFYj71zXxsjhY16jrWD+QIn7uk9StWvY"
    "E+3dzc116TB796GypD99+fju6vab44gHdBAJBCvdwwt6L8wDyw9QEHKu77s1sm3hicMhH6"
    "5R5cmbWb+nzsns7Xl2zrD/yE6Wu4+X19d1gJ8JstCGKK7pAtWAqzl7MtrlzCxVT5jXvl2G"
    "doEKzo7mYBcseEpXZJHKONG/+0zZzBypJAsWqYY7kt8YJQYWTc/NkS9SAfLtkM8M/c1hz3"
    "0DgHkrzKPmU+nibdu8qkIPhgadDQ0lB5kKq0uEwGOdeVzxiSrVJai4U4HPGvO57N9WYXOZ"
    "Erg8Bi6/rJQa8lbIjFO6evFnlWNL1It8DLqjNGkeMLoNBdUnDoLN4WbRks1lSmCz1mx+xp"
    "7PDfUQWg0KFMPZDY77uhRju8Hs+PTt6cXJ+WlmLsieyKwEHCsMZipAHc17/FVkhMkoTHB8"
    "yrbG1T/uS7siFSW++Xj5j9+Vdsb1zae/pMMLosf765t3VUvvfjsNj+hkUiiJHPkb1BAtkE"
    "CBaWnLp310xtV0me7SG5fbdXjDbaagDOxnZFJqXBXUwlZVbadVjDNH3q65YndsDnNwLkd2"
    "0r93hOcTGrHpSI7OL14XqZl/9QxrMl2OMuqgTsgtblgnZCwIKeUX1hO/ClEvaMnB9iNytv"
    "cu+7PhTXGPlm2u3732ZpPcE9GvsqqdyuPf6LHVRrX6vMB/WjUjCSZkefgxssntkrElecMo"
    "klfBynPD5Sp7mrKDeyHR51YN4d+kSXzx1cLJ4svuHHEaX361QXtGgxPl5u5GLUcuJTCuPS"
    "M0ANdDpxyd7VB/44smPh4F20vhkmwKaIGkV9vL+MDMZZHmQXE5TU/JQIMe9IOFxY3P4qWJ"
    "zL2TwctOilLsiGtnhet0xLRwPL4OaBArOzvi2UwtHCec+fmoaj3cUXmXKnwMcY66lzBCrO"
    "ylimfXJVvK1VgWaWWUtvqf7MJqelklzNRXKRkwhFusF0KL8R6brCVbQQHenMJAgLuvSkOB"
    "c0NONTB5SmpOZVD+exeZqPoruLrYLsAfrot6AN7bPbuWBOXElX1LbRtMjcq5lP7Iqncp88"
    "+VnUsFXa7qXcr1kp2cS3nJSJGqEUWHcHSNNGpErGywyIv+HUsl5aNsTydQoHHvfic75FgY"
    "JG6nZDyIvw3EX6gNmIPbxKl3LnbqndeTezz0yBHTfri7+STI6UkJqm48Mg8m/5nYpFFjkX"
    "Yg5yfFQ0jsgDj+t+xj93FYMIBKHr1a3HM1xLlyqrAJqnHPELZ/1GXY/nyFnGWU7cdzWYvP"
    "jyqdccdI97VZUshaxAaUKCE2QOvYgE34QA/4Fc/aJ74xSkQ73Rp6ap2DXQ9OyLrJKtwOOY"
    "ExtWA6uxyyVWmp37pcWoBYDHGLyioVWijHoPO98EwwtzWaxMGZkRizb/ZRpoqh2L5IVYka"
    "dpjOOwzK2hwSl6GsDZS1me7Z22PEhoKchYNgMxToEPMSCnRACA2E0DQLoemgabzB7eL98I"
    "FN/oC9XaOMsokMWpMVqDYbutP93TsK3+UzmQoWlNWQ14x4Jh2so9tkGlMXEVQfgeoj+wgR"
    "lVesyC86XtmK0jUoqV1Rvnf7akQd92mX9qCuBx5OJ6UB6VwQobgHZWI6EUcoxsytAS22KW"
    "YEBsYozs6aBCnSUeLWfWecLB3Hxzx9TRJolJMYiPJJI6vticRqe1K32iKfGbpbYF0jNM5K"
    "3gveNnKWIbcAoxjqIo2B67pJAqU4f7KWPhm4T9ixFmSJfaUFXaUzroJRH4mUziPx1u38AR"
    "VacKTq7BAInUxoblXsvk4O/NaZ3+DnOwg2g58P/Hx6wj+GQvzmwAlu0wOoxD9WVHcoxd+v"
    "LTp3JHKN0SU/o8waXXZt9mqOTvVbqLOlUQz6K1bmFraMKp2BVqMe8uK1MhztN2a1b6zBnn"
    "BYiiaFvV1H8BIh8FhnHo/LZgQZAC1T1kHb7lHbBo1wxBrhOxTMV0ccXTB+MZVpgQ9sCDTU"
    "MT1s6In+PhXdIh0/YHBFWi2/f7Xi+LyBWnFcvexytYK9qqhwdAoOvmJ3RkZgQPTK0M4MN/"
    "qGnPBXcemaAgmUO5MzpEU9G0G8tpgdGYEezGCfZwwzFq7DkeSEdtN0uDHVOzqrehM6VDtU"
    "KpCVU8C67nxdr9ECt1DxC2RgxdFbv29ZF6VECDzWmcePiNiteFwiBB7rzONxWWOBzS3ZjL"
    "9uCJ2ujWelRAlGd525rH/coCacNS7OTZO2JB1WB+nTAv+D+3DEsb+zx1OZ9f3f7sMQLUfc"
    "MJi78VmK6fPoioVEXrDIaxJS1X0Z+w3a2q6a8aZAoof1xigTcXJKsW5QCmu+TGVC4kfFET"
    "VrsvLpKLEralavhxm2sZPlVKB4aS2SP+JECGxo4M/Gg4W/auGnn8bzWwmhzMYDlFUoH/Ay"
    "dNoUtS7QgV1P53PHpvO1qU+fkwF/deYv+I27ulXcAHEqNIlvlXQ8QFmF0sPI5zX0EWsMOY"
    "UBgVUDFM8vWIaaQlwgMQ7j40b6mEQdqwGc2dsU780iHVycOl+c4PA0ls01t81+vAuXG/Jj"
    "1Ea95mBI3kxlPga0IcyCBq3ND9vf4CC1az4db6C/oYfu28rJ21DvTyFr+5F4fmA9uiGnaa"
    "oY4jKVgeu4Cc5imGsoR60EVUEuEQHGr2EMwqKxwmJtK4XtKg9UaUH705nTHn5228WtlymB"
    "yzpzGTuLVqGuORnwV2f++nN3w3MFi+WenGJAI+j/G8YK2ksBegcHL67H68om0UELNAbamh"
    "vBzIZJ7M11oDWKzIcTq9/8i621bptRxaMHjuvMcQ9vbDRvKWqWSIHPo+Dzw1Yx76ZOuYOZ"
    "fDS9zBUqduufzqTLrlEANcqwV16rZSpYpyNMEdvHWu28FHqyDjvA9ovfqA2yluv1VVjL27"
    "UEK/0Kk09frq+bdeb2MP3Z/q7NSy835DaeyKClXPYoou2OGH1HRfvtF9+siozlpCKfW7VS"
    "BSS6vY2DqOdQlHTj8cNRCttSHpJSPAiGCUtJDi+ITNmLwCiOTElWAleAlEX6FqnMq33fKD"
    "VQkhlYTwxc0x3iKmGcUxjo2b9ogO+FEN6LKrqeGwZKAVYZgYHY9pLYukEBp2WcGOB0vIH4"
    "9uKhoQpOEHKEzrs1sm1h+kpONVz+Sp84xyksJ7O351n2CvuPLHHl7uPl9XU9ewV7nqsUS5"
    "URGOfr6r7Cw1olcXdt3PrsLMUqcbG28MqauVBPmizUE/FCPamdqtz+9rJGp8a0tZd5ZXrp"
    "cur4L5hz4orBzikAbmW4xxXLqokXYHTuSPCZ9eAze8Kq/rKcAuopgrNsT84ybvkudVyzpM"
    "VRLtdXUc23qk4lKgvuII7lvuwsElvu2W/L3C5ddwxOltcCbaFP8Dj6BDNWcWU/QdIj4hXy"
    "Kwl8oz0WeKAyAa5W0kTk/xYu2SIJ2DA4Ngx9pamRiKYScUq/K19LSUrPOz+LbuDc+MXIh1"
    "eLRyjc+UeXnz9M0iNrEsmXeDEhzgRNvty/n6xdJ1hNJw/bCZ3226MKE5SJZXJENBokiXFI"
    "EjGzagyQ+KZTAgPdezJ4U8PdW6EN+m3NNQ0yB8gcIHOMDNORyhwf2bkssTSU3r8qe/Qgdy"
    "RGL4rpCk889yX6ex1/q4lN1iSYEJ8KGBv6t9NeQlH/GK4sUzBngjwD8sxYzjCQZ0Ymz4Cb"
    "D1xTOgk3+vb6+hRzsybYfEoKJooFGkbQQ77DT3TcmkIZrSvXXuAFCAnjEBIKfGvMgZzGmH"
    "rxg3ChUE0y3iMKsllOYaBw1n25Tn/lvihV7c8IAN4G8K7YPOpBdwUyKACic8Tdhv7SgHdA"
    "Ce+EAoUxl0J3ramQ50U1UVQUmxJRr9UpdNkmRpVR0ST+QwFTmzhPioAWSKB+SiVTcIkVwS"
    "yQAJgjNGLoGAiqGl7LNnQHuF4n04xxrb6KaeHQE1ShqR4EHSD6uVmFkHEiWjj5dqjr84tH"
    "P2nBq6GrUo7lr957+o/RylXD1mK5CYOlS7/VFSviecSxSJYHTGWmScr0AHtDFGOpl1+ZTn"
    "468vCcbAiG3kFaVmh5or9PxZ6TjjfQnHN83qSwRdV8UKhrcV73ZhaWflOES0QGwjw7a2I2"
    "o6PE9W/O6nbJ8OHfeK6Ec4HERJQblRGZScqIzOplRAL8VSnhPR1vBL5D52CvgjWn17AY7H"
    "Q8gN0CbPfx0Qo9Dt6SZrk5iQEVBgZoSMzKX7RwbhTIwLmhs3NjSZ6xY4WbFjyukAKfdebz"
    "uIqDAJsV2FwzDu8p0BwvCDriRZhHL6Yyc8c6G9JxJFbBOu6v0OzsvBaKVR5DfsVg3dizdS"
    "NaDDFgCpJdmcoIebpSY3LWQLo7mYkrTM6qst0LWfBi4oVhDdl4iNjmxDWsMFmuOLerEM6c"
    "APDk4Bmdxc3RTIcDlrwQS2IrHabpeON6oXdf+DQRKxTAzSkMvKW6D698Rh5BDi+76Ie7m0"
    "98iIs0VY2FzIPJfyY26a9XSUEIewiJHRDH/5Z97D7kMIaR3PBWtbFVBDY2wbgrTYIyOYVS"
    "kxC+pT2wPeegQWyMQisnHz3TU9oPtvauMN2xme7YRAZB1acd7RY/Ez/+ojVTWvZuKrOmRR"
    "FkXjJ0iBiiNKxPOTQIUhvZuyFSG+mXCrgxLWIhukAyvAy9n3u8F2n5ZcWTk8X6YTreQO2w"
    "e/UbVJE263x0qsjeMkhGxNT2SsiwYfmaQto6MH/P9S/eu+GGLy0mb6Sy4jwa07+QqCQWHo"
    "pMuKN9XybtLZTs/el44+z9s0Zhy5Ko5Zo5eoO9OVeQlrflK5AZkxLeRVM+tOabv2SaYU5j"
    "DJQDl1xZU/HACn2ebUfctK9IA15WDqoUHJXLLB1uzCLuDEj8dUOo8NpCqStTQkiqzjrdCw"
    "lWCyphOy34XKUFTuvMaTDSGMtmheDjQuKOt0iSm9v7lW7YHKPd1sO6lK6+zlfIWeJbFFks"
    "aoaC0vupzFyAk5EWQ3yPVoN56HnYmXNqSEmU3AKNcYpuEz1XrOYmWq7YoOAlK6OhaJsOBz"
    "WBI93q2qRNl3sv6dKmSVpLfM/wqnmkF5D4tMzvuZ4d8OXImILQ9C9WzMMPkjVSfAFJLntN"
    "cvHwI2a3kZKZtkRk3BV20sQ5fCJ2Dp/UnMMbGynVvU3HG+h5775OStQggyPEy+3gOZVJsk"
    "EXlvCN5z6T5EppvGALNLBoGyxaqJyUgXvRANsLIbQXtTyYgKsiSNJgAr6SYAK2x02usmPx"
    "VXZcj3PSQuHVCuROVN5SmW+eNCZzRGYkJt1lA7siF8QXZEBIu24UqIzxnw2MfIC+qoGeEA"
    "DerfG2nKQpUdMjvEhjXMGqWbNqd5Jid7Vad3R6vqlSrpUU6YxZ3l0oJYEbIE6BNekpkZLA"
    "pdj6qNigrdUmMqpM14oBmvnL9oU/WbRkQIkQONCWAx5+DB1uWzAZ/EUqY87xodc+U2osL9"
    "wQxCkO9Ko6VKCEC6C9rMgu0VZMqFICE9qfQQM6vfU89DvzebNfbik6vos0O3q/NUP3ded3"
    "yfQXpehY6jkdJTLztMfOUzsSxDxsY+S3C1fkzgDBqbpFLZb6EYZb7CkbZspUBlrXjxtZZ4"
    "4l5pnjun0mRg2n/W/UwM7IDES7l/4aMWx0K9DdwnHUv4Z3gdC4y+OkUa38E0mt/JN6rfwY"
    "NmZL5MVQvQZ3Tmcc2t2XfUgDH+hV+6gCdZXOOKh7ObYjq5Yq0gUaQLkJyj6ee1ipVU9OYQ"
    "DCMpmyj+4xv9AjV7E1UoEEAG8DOFlzK41IEc9oAHJlyJk/iNshSYx4gQQAVwacsE8Po9h0"
    "jsQtRr1KB9ArQz93N1vrCatFyBVoWkFetctoFE5/fN5IRjmXyCjnNRkFBawkYJKY2RTlEp"
    "EBK7vvIGUof3AIdsf5Cs+f2tiYC3SDcHgPTdLNYbBKhZ2cwJjYhc4ciHFgjfJmKZDBXtF5"
    "r0CFkENg8547SoxHmnk1s7jmtVaqo1mi6SleZWz1NGv1BvbbpEPPtbpLjw76FSafvlxfH3"
    "GWbwfQ5tVuR7V0mwJb2rICXJvUXsLPmNtMS6X20me0XdNZrp7xKKMJhTWY6gHIOwJ1G01i"
    "EkRKpVZKVXOJywvmTghvHHzv0j8arD0bOZ+z2cw4RCsLb47p1F1gdZtPZQhQisV7SgcVp4"
    "ZP9SCT9dSJRlr58dl1q+piLYfoUyLDdLVdtVLZHmivw94N0V4HincMYRfPdoUCyiUiE2Hu"
    "IxTF9ciSKPl4cgojMW4EsQThWqKyF/oBN7vNdW2MHEFuT05VQfmBko0QZtk5fHNzXTJrvf"
    "tQdQJ/+fjuiuIewU4HkaB0WENpmoFK04wvFnPchzMkJ+87MRCKMfVdjOmRKlZKHd8zAmhV"
    "uUOrygd3sbX8FZqdnaus7QqZgcv7vMn6Phcv8PPaCnfDYO6q5ZwVSAyEuHt9cYU2G4pIG6"
    "9yhRQiqXT2KkcW0+dWfK6QDhM+AEEi7fgclVNXjB0o0vTbBlYTrrbvAut6XAOmsiO2aWcW"
    "PTF91RFbXFE69YEtOMZ4no6S20zi56DjrNhbN3zjgge8JI6v3p4A/ByD+Tmgoj5U1B9inX"
    "dRvBJ/pfOyCkIqQdhlIgjEroL6jOxQsUx2RmLSAh3Y5Pir6yjZCtLxBh683dtiqDy7cj1+"
    "fTL54VumNGl9d3EA5/JcDVa5Wl4ihJh+rbVy7CxapSrmZGB10Zm/HqZC/Lylda1EClbUUf"
    "D5ZaXk2KzSmZfg3XnEhIfXhF/cWi5tFOmGkzX+8Af9JY09J5aNSL5QyCzTyd6+V9tbL+b2"
    "fSSVabpOd8kqa2V1f9XpkeZY9O3y0GFZd+3x2MmLkaascFwYhWwWsf8iyZ7pJUNji1HEZC"
    "dcP9BnkJqhkaVM7LJIudbQ/psON8mW05nxN1n5zdHMCQBPDp5tonh3DODVFFKI4N23Wb3j"
    "CF4f23aLuvoVMgNxnjUqPT6TlB6f1UuPJ7C1qPVepzQQ817KvSfIKXczqNIZiHeP7QygUQ"
    "c06jBzZY+rUce4z+7xteoYTg7svFkH8f2wlf+wRAheYp29h+Ar6N5XABZtgyza75nVJrIk"
    "iwzb6YhpA/u2NY8H9x+jL7Rq79WuqoNde0croNhibSM/sJRNrRUqiFzmFvXcT25OUgeQu/"
    "fTCoGyPZ+VItzPVgcH1j4dWDH7Vetelam60VOM724C7hhwx+iihnfrjnFctRJY6Xjjojl7"
    "MSeNq32BJuow2Dig/gDUHzCm/sA92RxxFBz2eCrTbgKyGb7SQOHYpSOrb9OuQWpVCMSHwD"
    "5MnEd/ovJ/1FByEn0S++P0z33dsbsEnEuqDdCVpuzwLREZKBh2n/5KVUXMRGklmEtExqmX"
    "J82ERImMKKqSqrSUoUK4WgWN8ZWiHXXDeqir3GeWIFij9mSNYi3Q29VX3u5aXhkYEAMJFa"
    "73ywEfUw2JA764g31OYcDlKbNa9dG7/hfPCiiyKngXSADwNoCTNVUUFRHPaAByZcjZ7Rh6"
    "nHBiMeIFEgBcGXD8dUM83Ko2T4kS6i9p7ZWIusa38TwV6KA3uu4MbudcLFFC+SWduZz6HB"
    "RZXCAD/urM33GFCACbW7IZClFB5SSdogW6rpzUabzAe9dx8Dz56bzIgcKA6SsxBAyKZKxm"
    "kdIQF9B5XAD4Uvv3pVKxY4GdgCCbk5IsttlUyIyAemjLjY+cxYP7leP7kHUHLlAN2B04ez"
    "La9sAgmbda+CCZQ5ZyTSJsnKUslOEV85R3kOB1YED38vtOMvk1WZPg78hz4q9eE8lL76US"
    "uc1GUvEk6CdJ+afiAoo6ILF/vKzik9inUiCO3/gB1OnUKcRALNRnXGwq0WcERsiYZXFeBm"
    "8qYL4VCvNvq7J8ujGaQpuONxDZiwbIXgiRvajFQKZHTRlaeR3/jMikGLEuyvhH53UNTEnr"
    "O9+4ULvuastqJu/qq8qAJVpLSXYwS/SH9cb1gttIb6yJvPlLqbxLomGW5770Iu16YWQBd9"
    "zkb34F+mzcM/YWZB6tJgp3lOFWmcF3Q4+uR+izq6cwnLKpqcCWjgeB7TWBDUrYdytmJAeJ"
    "wlrNKQwI6uy7duYLchgSCvDmFMbBe9EE3gsxvBc1eFWTi4fPKx4ttOjBDZWMDhmBceD2Uv"
    "K/IOM1RbhAAoLCa4KCh5HvKglhOYVxK7iXqkk2fgws7iEh9XMXycDRreDoXqMFVjQHFUh2"
    "sAWNJ6xYoTtmBI16zECBDAK2dY4XCJ2FW2fuD3c3n/iMTcdXuUov3Ml/Jjbxe9MWCyF9Dy"
    "GxA+L437KP3UdUH8OnxOFaPFQ19KnCOjZBNR5q4bkbK/R5epD0pijRwVWhcFWwxey0Od5K"
    "hHDA6XzAeaGjKA3kFOAYkjuGPJ75VtkplPge4rnGCeurbqF8TWnoEgq5iQkltrzmEoJkBM"
    "OTER6JrV6ksERknLXguJG14FhiLTjmtFskv3IglrkkUwpjWmEMXZWd+es5yR9iHSinAC2o"
    "cy0I8hTasGJ0YjmUezgELlPR32u3mcuUwGWdufxIHOKvWrG5Qgp81pnPzOpltd/SHHLgt+"
    "78BvOo2Tx+RFRHb3VyFwmBx7rzOOTl70gsNzmJcXabXqI82IFXB1hotEmHG2O06SzSNnAD"
    "xCmfKkQyGw9QVqEcV2lUTQoDjO501z8DThPOKkQ9hb5yC7wCSa8xZOMAc3zZhGMti1Fdth"
    "3g+sVv1FlQy7X6KqaFfVoClH7+5NOX62uZL74Q+ZBkQFbcdAnV9z/eYhulBf2kUQ9xxuU4"
    "HRE1rH/rM1jh6isD7IgTqZC8mcrCFPBXCFM4gDAFL3RY1R7lNvJlslYqb/U41KjP32mTpJ"
    "FTcdbIaS1tBNRdUHd1gxJCZwYPnYFYjUOwMFBeLbYtmFykAw+BzhwGL5D5PAZr8CFwec/W"
    "YC1tQmM1Bo9nm7S3Bg9rstQT0dY2S64ReB/2dS23/Yhr9X22kePgxXfs+wj6xlSHTGXWz0"
    "08OP6B+vWOgYp73WroYvvogiwxr/is2DSaU/QVCLQ/u+j5aQO76Pmp0C7KXoFFBKRskLJB"
    "yt4/miBlg5StIawaS9keeUbz7S2mcPrcyILKCLmMHY+1vHhw/yL2T0dz2/UzkWERRhkXar"
    "WuIQKh6wiEJ/r7VOTrdLyBpSq779aI14hwvOVidDMC85SX2VkT7YWOEpdbPavpLzZyliE9"
    "LVUwLtIYuIpnTVAWY1xFOMBfOVKDuNNoOt4IZGU6YB8tRpHjv/AkXzHcOQUA3gJwiiumv3"
    "RhPeA5ogK10lnNoTUu+eysUfLZmST57KyefAZWp1YbYGxWp0TCV2RxTgXs1Zq9Hl6T6Pxr"
    "E2lVIoVAHJ35HIsYrfhcIQU+68znknVG6VIuEgKPdeYxJIqa4rTQEtDdfRb7saz/1XtP/3"
    "HEsagnb6YyS/ovHv3hFLgBLOgFN05ZFUobStrEeeK/BTv7Xu3sa+Q9qVgX0vGm5fZ1b2QP"
    "SGArGW4yAuOsNd33i9PfPZQdeWNcu/TjAsxzy4stvgUSA9bv0AbfJXnGnCYQ4uLZGQHUzp"
    "Yzo00HIexT0ViFGzkFsKNzdiw9tFC6SDMCAw6iXrtW+nPk8OqvyHK9UxJI9m6X7G0jP7AY"
    "ik4roxaHHExbOpu2YmNCG1aXKQfhsibGrtExGTzHB8HmcLNoyeYyJbBZazY/Y88nvG7eQq"
    "moQDGcXHTcr1zUXUEhjLz5SsWWkFN0YmbUeGv0Eq2nfSVbXeBXyKti1jxFRAsk0A69gqa7"
    "dFXRzEnA31sCk/3NBVOmxxeIWt1YegG5H1V+g5Z84MWruEACq3iE5a33cdZ2Xt869UztCO"
    "x1Ms0oL7BXQS3c3q8jyu/oq4zoJzReO86rgBZuHEHF8OrZ2gGin5NpjES0cJk02PRUfuoA"
    "0I94QZCxiBaETOWq9n0Ggt2hZ7y4C7YRtLVgsMLb6SsBYT4b1UNEWCkE7NG1FzgJ7YKa7r"
    "pEeql2nR++4fxgwV6nTeKRTsXxSKe1eKRkySvAm1MAwA0AhpgMrWIy5ivXx06rtuMFQvBc"
    "6+wGATsyWD71AxNsRvuxGYH6OF718RaLen4lb6YytdHDw/T8qhTiKkTGQJIQqI6aaDbd17"
    "qly9znBZtI2qxlFAYC3H0yy4vrLThRzmJ8MwIT4X3TqHIOGyaG+A3UzjlQnRCKMZjPY41D"
    "ncahokKMyDD6vm5xDFqqpCphDOB078Dpvh8V/2PUQTBayhw1v/B2KlP113EfQrZoNOttA0"
    "p910r9JvQohZJeXyAxUTVqUqL4WFyj+LhWpFi/Ott7hLeXQtuDN2LSuIRN96apB8994VYP"
    "E8NbIBmsVvxAyffd47vAz2SudALnFObVNui8SNAYDH8DgTtrAu5MDO6sBq6DvwbWBgWcxD"
    "6JY6BIZBzIvRQl97HDW8TiAh3peEhErebrgI1aCLVJ9kvo0H4IXIaSwf0ZVqFk8GhLBn+m"
    "1z/9eVeRIYFjCSy9n0ob8cUjrcgm0cwaeHTpTOgWpuvMn7iPEzRhIE0nrjdxHTwJViiYEH"
    "8SuJMHPHfXeEKCafz0BfkTKrgElISVLP72qMKqTicGy6QGp89UYpkEs1nfZjO2Fyx121mF"
    "zEC0u7fxjMEIMdxi7twMQT8dq6jH2Xhj6ld2WKcJLA3dQRm00D8LZGBj0Fr7BFPSQbAZTE"
    "mHwOW9mZJa6HfjMCWp2D5eMzvdOPjepX90a3TSEvqOjU5dGJLuyNL5sjkSW5KSAdMmpiSW"
    "kG+Fm6bGpAkb/1/hZvLCksYzA9DrxiIFQjAGaXB+TMEYBMYg/dAGYxAYg8AYBMag3aEEY5"
    "DJ+iMYgw6CzWAMOgQu6xDzbnRSARQT6THkfYN8n+kM1gr5SpHZNUID4Z41is+eSeKzZ/X4"
    "bBs5y5CbNysGu0hjIs5NUBZjXNPqsLf2LR/zGuRKummXqAxE+bhZHRdJFZcq0CyzmX7kI/"
    "HWraRZHj3ItFpLO2PK4hlsZ/WSxxOgJ2wh26Xfogb1O9e1MXIEB1mJsAL3A6UcId4SeN/d"
    "3FyXds+7D9WeZ18+vruiR1uEPh1EYh9YbHjZyRXZnffswwI7AQm2RxzHWfZuKvOZkXgU6a"
    "daP/H9MNZY/PDh33ge7FatX9ZpqmmTqUTH0VcvGrDHlNgdljOu6WmdUxh4VM/Ozho5xM4k"
    "DrGzWsplsiUUQC6QAMrNUKY/HSs5djMCAxHuvmHCGPzmQyW/9+I1B6P/IShIYbtyl2GnxS"
    "6BwYcQ/KmtD2csicR6IjrWTOIbum1W39vRtqnpsPnLqUyJddkw65GOg3KChsdp+tj36RdR"
    "PErLVNAmveLNgxKNFYdpE3+p2F1a85Z67jNZqJlTijQGItx9UCa93IM28cVVOgitqEDNCa"
    "1wqRjVAuoqnYHrurfimC3grlMC4E1W94h8lQNZto7fzJrAzIZJ4gBmNajZNBw57p6CKXBS"
    "pgQGQCyzblz9475k2Kj1Us2MG9c3n/6SDq82WC2DPQ6XzmC22gN26IwZY/A39OtviOCynr"
    "FH6KQ8F7wshqROPGAcSfZkVIEk4wpZHm2NbnCjtZJDxuZlgdyZQ+CyFs7S8ViCR8ffR+IQ"
    "f9WKxxVS4LPOfIba2qa4xLUEdKwe8c/I958wN6Y7fTWVecNf8APzhzsWFV2j6G7UsK42uM"
    "VH6xb3NtyDVNLcfcM/Rk3wCczOThoZRk4khpETjgaZbCZFpGuExnkYj08aeWHYMLF74KTu"
    "idmEDzaZW8mB19RHUKYyYnkP7SqILsYVcha2kj2qQmYE9JX4+SYHy6n4XDmtHStRrcK5Gz"
    "ocVUeW7lSmM6aw1CBpT2OyuA7nSG9icz0X21zPazZXJg1TTTzcKHoRSnTgQFBwIICVu9UV"
    "Oja7iY38wGppBK3SgoVMZ05D1ogxJjI9ER25jYxKajaTYPCR2FiWj5k2s5ql4zUzmkHxg2"
    "61ALExTT3UFsLHFQJsId2kaj87b2I9q8ohBdvZOQSN73lNj81iNlAgV/f2MojwAb0HIgPG"
    "o/ZoCehYtZ5LqqAwV+IcBa53xFF5ygOmMn0HFYeCqnOgqo6P5x5Wy1jJKAwUDHuqQOYHlh"
    "9gnh9EstBLZMM5+AxZ8uAUAZFxT6ZyHVo8diEyqsg40F1Ty+6a7+My6Yj9lPf0EU9mrI2R"
    "io3zwmiL9eYD0fFARcf9W8n3Lc70bFOM2gbSD3jkgHy3RrYtbziYUQ4nO571u+BPZm/Psy"
    "XO/iNb1HcfL6+v69Ig2A8PQRjcc5U4va6LvYuECa47S4V3+TxjZMCrgmF5/fUtG97iufuM"
    "va1ILiy9l8qEXjIS5EGQB/cpDxodNQFmrIOQXPQxY2krjY7F9aknouP1fS5IcOUEHjcxuv"
    "BWKqogNs7CTqQh9y6p/HSE5lGOVoJn+SSmz/4FadN7TZveYM/nKSaSSMSMwkAbVvd1tx62"
    "/PRdeQLYVpC9C9lfsuwvpFZ6EhnbR6z7ZRysCK+hpqQtcEpgXEhnL92tx6XcaCIHj063KQ"
    "tDTWWbMlW/Go4uaqtC8w4Ile1PX0yWXgcq42U+0zhX6atqY3mb8jXH6rodThfXcrG2VsXp"
    "508+fbm+3pcu/sF5JgFKfnW98XT+diptPZ2N66X3dHlBxmXAd+o+Dep31+r3GIq5Dxh73E"
    "M5d89VS0hLxxuIb8dNvcDdBe4u7fSG0amEEI51CFz2qOSK2tUrqpBCuSKd+QwGnh4MPJGa"
    "RDfAw1YR1xohGHvA2LMfY0++FMHkI0e2tmm1Mvy8R1TkXyBu7nn2birNH0pG7TFMVLjRZb"
    "GiBaJu8ikgYvToV9dRMk6k4w00TnSvQD/hTWA9eu66jrBwkZdojKkpPTs+fXt6cXJ+mi3u"
    "7IlsTcfrd6cUiO4O3u/Q9t4NkM07eLN30oN3gbb0tKTD4OSFk9cmzpMaF1IKKEShyIQc9J"
    "eVW8dcnsiZkJgEehdJnPQsU7jVktEmgbjTlVYys9tk/uSrHQU5jUmQDnwY+HPkKOKekQDs"
    "rWF/JvhFEfaMBGDfAXafpGXmVJDPqQB8JfD1UVv+huwIep7aEr+bvqa2PLNhoLaA2gJqyx"
    "7OblBbjrpSW8gaO/xKGLKooQKRgZbP7ovfg3bYlXb4nN7PTRdrRmDgQu2lNizo36B/HxLs"
    "oH8fmgr4gxt6DrI/u1SXFySMVIdMZQrhv+PBUGbqQHXAhP8qUkmBBCLvKzJJPXDAx0uqca"
    "i2o86JjIkbGPhqfNgGWPFqzEgA83aYRz0WVM/zAhHgPjp55A5F8NWEkOi5VPLw6QgQOw5U"
    "7NijUUkH9DszKfnJNmsqu6XjDTQodSO6aXKs/o35ar8n0Xesna35S+kBG/l76QfaDZ19R5"
    "cTNnjiPk58jGy8mEQz+HSHrPCEflXyiP2Avf75T2xjTxbEw/PA9bZ//n088udvjyqM62LO"
    "fzr/dCjnAyoQ04t78uh6ySTTyXH0Pz9crxGrQMjmiV/R6VEwQR6eOO7Edp0l9iYsHHfyTf"
    "w1fu/PV3iNvt1sf0fnfyQelUHoKTOdYGfB/hF/P/oPf0KcCQmmkxWyH//L3WBnOkH0g7wF"
    "YWoz+0SWLOf/cfLl/n3pu9nuHNnl70c/KpJ28ILQn8L+9CfhZhK49NMI/aRF9I0pR21Cka"
    "IfzL4Ewy/CdYfLLvpb4ZhIxxun33VVy0x8syUrVdXHVyAzyTDXhZ8v250KEkOJxiRAO5Mc"
    "koNOAdMCBSDKQZS1+lbTKVIKk+AEM88hwJ6JMS1sPSkZWHtaRhB5JKCyQovqD2VKqOWiXf"
    "UH3bTPK7ZVZRroVbKXm2ih0cZvrIrOV4hqbUw3KimOsWLn4Y3r0f8wVWk7CZ2A2BPMeubE"
    "2uaKamgPGDt0XLLkJy8kWFE9jqeg9vRJTG39O/v3zw6mjI/jV3+OVLrkA5jWmz1/wExNjX"
    "VBprrGz/8YT/czC7z8OX7D/jl5oZ8b57EvIhVz6bqLP/7TiQY7mDD9MPqkZJri+F11STCc"
    "7tNwqkfw9GHKPCMIlzZL0ikcnGrAVwgB/3b4r9ECtxAzC2QgY4KM+YqM+Tfs+YJIttqYpp"
    "Lmczy+obB54+CJ57789+TnhO7nyZKZZmLZK5b2EiGRimxlx0UsZkWS7XTy8yN25vjnmI4u"
    "fL9GUJc/h/7wjiU/uVW7y7AOHYS/9uZssUT3nK9thSjenAgkutb3W7Rj1IDPSAD2MYYrRT"
    "fKbXQb8m8b9u71W2bAXnfsk5Rb23Whj4/lTIYk2sM4QTiVccEKMjz0T/TXqoqBKY1JsHcR"
    "2QC54F0hmdQ2URSicyKT8Bz4QPDwI/Y8XvcpSV+UAo2Boai95DaHwdry3dDjaSxipMtUBm"
    "J93KiB5rGkgeZxvYEmQ22NFyTklHuVY51TAdbNsZ6j9QaRpVIljyod4N0c7wB7yis7pQGc"
    "Fda1KBj4lWUtDAYGtAVoR6qdxwlnFSNdIDEQ5VkTCUQsf9TwJYEauMl4A5HtZf0u8DNRk+"
    "xyChMx7ryM1QNzqqlpKQUSAyE+b7KKz8WL+Ly2hv2tH2AluSKnAIAbAGwjZxmipdIxUaQx"
    "EOTuD4qNjeaYX7JDjHKJaDiYj45GBLImLsBL7JH56ojjAEzeTGXuP5SP0aZswaGE3u6Yqd"
    "UiBENSmlEYgGHCqdqLAZNtKgWEk+EGotuTAiwwNfxwd/NJpACLzAwLMg8m/5nYxB+jH0QC"
    "LgODzZwFZ6aYfvPx8h9VuN9f37yLwClEXbIJ3u37Mvvt/wMh3E0d"
)
