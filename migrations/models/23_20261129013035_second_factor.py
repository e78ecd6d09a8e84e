from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "pending_sign_ins" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "tries_left" SMALLINT NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_pending_sig_expires_97b176" ON "pending_sign_ins" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_pending_sig_user_id_be3e63" ON "pending_sign_ins" ("user_id");
        CREATE TABLE IF NOT EXISTS "trusted_browsers" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "device" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_trusted_bro_expires_8f2cb8" ON "trusted_browsers" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_trusted_bro_user_id_03643e" ON "trusted_browsers" ("user_id");
        CREATE TABLE IF NOT EXISTS "authenticators" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "secret" VARCHAR(255) NOT NULL,
    "last_step" BIGINT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) NOT NULL UNIQUE REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE TABLE IF NOT EXISTS "confirmation_codes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "tries_left" SMALLINT NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "session_id" CHAR(36) NOT NULL UNIQUE REFERENCES "sessions" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_confirmatio_expires_9a95ea" ON "confirmation_codes" ("expires_at");
        CREATE TABLE IF NOT EXISTS "recovery_codes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_recovery_co_user_id_d439e4" ON "recovery_codes" ("user_id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "pending_sign_ins" (
    "id" UUID NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "tries_left" SMALLINT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_pending_sig_expires_97b176" ON "pending_sign_ins" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_pending_sig_user_id_be3e63" ON "pending_sign_ins" ("user_id");
        CREATE TABLE IF NOT EXISTS "trusted_browsers" (
    "id" UUID NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "device" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_trusted_bro_expires_8f2cb8" ON "trusted_browsers" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_trusted_bro_user_id_03643e" ON "trusted_browsers" ("user_id");
        CREATE TABLE IF NOT EXISTS "authenticators" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "secret" VARCHAR(255) NOT NULL,
    "last_step" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL UNIQUE REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE TABLE IF NOT EXISTS "confirmation_codes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL,
    "tries_left" SMALLINT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "session_id" UUID NOT NULL UNIQUE REFERENCES "sessions" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_confirmatio_expires_9a95ea" ON "confirmation_codes" ("expires_at");
        CREATE TABLE IF NOT EXISTS "recovery_codes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_recovery_co_user_id_d439e4" ON "recovery_codes" ("user_id");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "confirmation_codes";
        DROP TABLE IF EXISTS "recovery_codes";
        DROP TABLE IF EXISTS "authenticators";
        DROP TABLE IF EXISTS "trusted_browsers";
        DROP TABLE IF EXISTS "pending_sign_ins";""",
    "postgres": """
        DROP TABLE IF EXISTS "confirmation_codes";
        DROP TABLE IF EXISTS "trusted_browsers";
        DROP TABLE IF EXISTS "authenticators";
        DROP TABLE IF EXISTS "recovery_codes";
        DROP TABLE IF EXISTS "pending_sign_ins";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz47bV/iscfUpm1I0tX9Zv0+mMd7NpN/Ha6dqbdJp2tJAISawpUuHFXrfNf38B3k"
    "ECNEGRFAifL76QOKD0HBB4zgUH/51sXRPb/qvL5dINnWDyR+O/EwdtMfmjfGtqTNBul9+g"
    "FwK0sKO2KG4UXUQLP/DQkna2QraPySUT+0vP2gWW65CrTmjb9KK7JA0tZ51fCh3rtxDPA3"
    "eNgw32yI1f/0UuW46Jv2A//Xd3P19Z2DaZT2uZ9NnR9XnwtIuuffr0/rvvo5b0cYv50rXD"
    "rZO33j0FG9fJmoehZb6iMvTeGjvYQwE2C1+DfsrkG6eX4k9MLgReiLOPauYXTLxCoU3BmP"
    "xpFTpLioERPYn+OP1z8tEKzebz65u7+e27u/l8IoHd0nUo7hbVAgHm97jfHJDo6oQ+4O1f"
    "Lz9+dXL+dQSB6wdrL7oZwTX5PRJEAYpFI9BzlKPfFZzfbpDHxzltX0KafNA2GKcXcpDzAZ"
    "bClwLUA6STLfoyt7GzDjbk34ujGoh/vvwYoXxxFKHskvchflGukzuz6BYFOwfXRs46RGsp"
    "gIsyGoI8a4DxTAjxrIxwYG3x/D+uIwUxIzQcxpNL30Lf/IDukRegvmYJFu3z0wZwn58K8a"
    "a3WMB3ZHzOZScNRmhAwFcexsMAfXzeAOjjcyHQ9FZp7rCce39uW1srqEL93gkEswcrVcLa"
    "ilf9Z7BO1jll5o81/RB/mB2fvj69ODk/vSBNos+ZXXldg/3767sSsB4mX8sP5LGtCgK8VX"
    "jjERj6mEPfnhm2qVArWFvNEEcjAfUeP0ljysgApGVIfYwCaUxZIQC1DOqaTpBz01qTXzIE"
    "oSzXiiOUJ9bnDbjBWG/3PMx1Fi7yTGzOEQfp7whKlOXy0S7LltA2E+FX6R/jW9Rq0L57/+"
    "Hd7d3lh59o91vf/82OALu8e0fvzKKrT6WrX5WJW9aJ8cv7u78a9F/jHzfX78oGeNbu7h8T"
    "+plQGLhzx32cI7OISXo5vcRoeulhinsLPbOSHWhZNdNy7Gqmvq/VfcEvQy8s0PL+kbyec+"
    "ZOwYuHtwvs+Rtr51cHxJtE+PsfP2IbRXhWVZ/4AT9kHY1X9fnVZBIqrfG+T/rdE6fbuJfR"
    "zoL1GEXUez+ArkgX2g4hwlnwvgOI9qErQAFa7wnPHVrrCs4OrfcdPD8lvmAd4fHDBe2crk"
    "J7vmFZR7pCtUDBcrPvWHpDO9EVIbSz5tTnsR9ElzvrR/ykK0ahz41GSbFG1wk29tMnX+N5"
    "if7ecxxdozFbVPXwbLFpoX1tj6QLHfGJ4gNzGwfB3gvbFe3qF+Q59ENpCtdvHmlg7vvC/c"
    "17S/7QFSMfPWBz7gdP9t7GCO3plnakE1bUceLOXJErpXprO9uWryCHLGlm8mz6pASxHx33"
    "0XnjuY9+lMBUyadi7k/rkqruacv5Im6qWGrVG2stDHtwk6s44Y7E/7FfVlX/sc7/m81OTl"
    "7Pjk7OL85OX78+uzjK4h7VW3UBkDfv/0JjINOizzANiohTruTDI3sGRhRTQs+RER9jp4Wz"
    "vCA2jKd8SMzH7ihnbRjszeWSQwsiXWaIKqvTZ/JBK2EHFtwqst+7HrbWDjGMI3zfk8+BnC"
    "UvmytZEj/5XXliDoBohV2Qyx56zNbR4nAiX518YRzEE/jl7dvL795NfheHcfrkKYV4Doel"
    "sNEeMUcphZe6JSi/FrFLUszpf/8C5jIG5uK5tlTeZ9pewzzmiya54uJU8TJpgSD/i+AuhS"
    "lPgr6wUsBgfh8NH1TlRdGIECrhb5JmhJxJoANUCzv5RvnmP4srO/OpRLZ/wo5JvuEt0dd7"
    "Z8Lh22yDWsq9i5vOfdJ2bjmKOQZhz2XXey7BAdirA5A8HfvkASsOxLdbZNtCa5GVHC69/6"
    "wvpGOr8WT2+jyzE+k/dZbh7YfLq6tqZj/+srPICG9hoLCS4FtV2T5RmUsrolONqLSKjE9R"
    "3+otXoaeFTy9e8D8ohpsg1q65ydN55i27Z/tMU5X1l2Uul7B16qcr/WefHkZipi219DXet"
    "KkaMSJuGrESaVshIkDZNlSDDyTGLB+QV9mTbl2QZPCJ6RVTfWCSukTEz9YS6lgQS6hHcLd"
    "V5YhnI7wDk4qmBjfgoh2AJ+eNQD49EwIML015oCMItwY7B2IHahs8IwzdnAoiyfe9cq1db"
    "INsXVWTr73FpzZ4MwGZ3YrZ/Y4ePRwaTedM+lxET1VSMHomB75aivL27ZTdEkWVK20qm3k"
    "B/OWuwDKsqBqpVUNUcmXoOUDZ00+X9VHEcVqkjQ5DjTH5PcYZaD30CmTSr72+2RMko9gXH"
    "+6uurMo1Rh19HW82gzf1VT6R71GwffueTH8zvV3xY6bbi3fywF2CR9cXde6JPvXLMHvdRi"
    "WueZC+K2iu5DBw8deOjAQzcmgxI8dIdeYLSw8sCWfwlaBsMTDE/FDc/DxNs/CZj9p2f5fA"
    "gkXn8Sj7eSCauZgHYUfnbWhMOTVuJj5M4qLD6Ca/6APYt02oZrcjuAkzVU5iJw9mWPVtsO"
    "+f6jS1bFDfI3MihXBDWEe3bUBG/SSjyFHcFpow1wboIynDaqrG+NcFG5KToTGBBo/8kP8H"
    "YYiDsuO4UeCN+UtccZoV7j6qowG4nAegLOypKrlFYS02+DTpP17lS83J1WVjsHP/pzRDTR"
    "iq1XpYGqq0zVo5L6/nwbtgsEcMRB3yrrm1DS+T4puzx5iP8orfIAe1s/yr2VInyMlHbr5n"
    "Gjrdk1O7Mhmvpy3qZKZEgcySgcLFbIAuJnbDU5VaR8BsY4Nf/csUdw8GrTcw85FQ3b41Up"
    "pagjZJyqQO0Rq1Qj0hOxYU/3HSVIvGTP9mBV00x1xMzDS/cBe09dHEv2MelLt8PJWiaKE8"
    "6yIVOStUSBy0lVkU8Svyx3OEqbfe8M8egIbk72SHo0tzh7JDv/u+uTPnZpWIna4gvbXd5X"
    "jvn4ldnY4dq2+4gju8NfonheTzuJ03RS2wN5y431kJsiKPSzf6InZf+xqYFL21rezyNnUN"
    "SNSf6gI0WuBh4kt3Sd3OJvXC8Q7BsRm/6slIbRyz5y1f3AcuJtOqEnWQCvIqoh5LOj0yYh"
    "NtqsJjR/Wgm0BVYgFxDKBLRzafWS+1D8ZHKDuiimHdZnjbA+q8H6rIq14wY8VlyTN5UKaI"
    "cvGYkNB3PtaK5ArNBeCDUJ82h9tIwrnqWjJVOoptJySbDVQQWK6XXIosvKJCmqpoP+1+mV"
    "60X+AfJ9vSfOoHddGyOHj3lFtoT5ggj3tZ6kZtewM9qbm5srZjJ78740pK8/fXjz7uNXx5"
    "EOSCMrEIx0D5tkXVgGcz9AQchZvutPRuGID3c8ysnRrN9Zp4sDUh4sNEc7S3JMF6QGHM3Z"
    "ldEOZ+qpuse8Awrq0C5IwdzRHOyCB09qiSxKaUf9u89ozNyRUlywKDXclHykFQ0sup6bI1"
    "+UAuTbIZ85+pvDnscGAPNWmEc1LtPB27ZGZkkeHA0qOxqYAJmMqhlB0LHKOi7FRKWSpUvh"
    "VNCzwnpm49syamYlQctj0PLjhuMlE9tcJTHtjK5e4llsbonMG8VKDvJGKVKjaHQvFGx7eB"
    "FqDndmSzWzkqBmpdX8gD2fm+oh9BoUJIbzGxz3tSjGfoPZ8enr04uT89PMXZBdqfMScLww"
    "mJoAVTTv8BeREyaT0CHwWfdqvPv7HfNWpFTiqw+Xf/+aeTOubq7/kjYvUI+3Vzdvyp7ewx"
    "5oMKKZSaLyQhRvkEO0IAJ1LGorSx6iAL+iw3SfEvzcww123JpN0sD+lHQzytH6LKiFV1W2"
    "amcxzxx5+27ouaV96INzpSDenvBcoxG7jurR+c3rYkPY3zzNzrJgs4x2rrfv5tWPUScaIS"
    "S1V6668auQ9YLWHGw/IOfpzqU/G64Ud2jdZvk9aAnYmnUi+lbz8oEo8Xf06GgjVn1eRyjZ"
    "7ZYmE97jpwTZZHXJ1JLcoRLJrWDjueF6k11N1cFdkMj1eQXh32s38cVLC2cXX7bm1By3nC"
    "1tUAVa441yS3cnt0cuFdCuCjScM6KGTTk636H6zhdFYjwSvpfCItkU0IIInM3J5jZnXKR5"
    "Ulwu09NmoEEn+sHS4sbn8VKEc+/l8LKTohR74prWthjV2G6KaWF6fB7QIDZ29sSzmVk4Tj"
    "jz+VGlM38o4hxzL1FEzQmeieHZdckWthqLmVZGaWv/1S1YTRerRJnqGiUDpnCL7UI4ySSz"
    "C0+anPlwIj704aRy6kPyKkjAm0toCHD3VWkIcG7IqQZWvyU1l9Jo/3sXO1HVN3BV8V1APF"
    "wV8wCitwcOLeWBkf1iSw2NMrVInGxwKf2S5ehSFp9jg0sFW64cXcrtkr2CS3nJSJGpEWWH"
    "cGyNNGtEbGzQzIv+A0uM8cH60y0o0HjwuJMdcjwMNWGnpD3Q3yaHnEFtwAzcJkG9c3FQ77"
    "y6ucdDKw5N++H25lqwpycVKIfxrGVg/M+wLb83rlaYKRahZQeW47+ijz3EZEEBYiJ6lbzn"
    "copzaVahHZTzniFtf9Jl2v5yg5x1tNuPF7IWzx9lOe2mke5rs6SQtcgNYCQhN0Dp3IBduC"
    "AT/Ibn7ROvGIzQXquGmlbnYMuDE9JzcSRWh1xAm1ownS0O2aicy6+6XFmAWAxxi8oqJVko"
    "x6DyuvBg4UfJMlWZiDbvzSHKVFEU2xepYqThDVP5DYOyNi9Jy1DWBsraTA8c7dHihYI9Cy"
    "9CzVCgQ6xLKNABKTSQQtMshUaQ5SGTQdNZ1r0SQLOzbLignS/2Pib3NutIozFZgmq387o5"
    "fznvSVewoKxGfc2IB6uDcfQx6UbXQQTVR6D6yCFSROsrVuQLHa9sBbMM1tSuYNfdvg6ixl"
    "tk2fVnUFcTD6cG0yDtCzIUD2BMTA1xhmKs3ArQYp9iJqBhjuLsrEmSImklPrrvjLNLx/Ex"
    "z16rSTTKRTRE+aSR1/akxmt7UvXaIp86ultgXRHUzkveC942ctYhtwCjGOqijIbjuskGSv"
    "H+ycr2ycC9x87ctNbYlxrQZTntKhj1sZHSWVnetl08oCQLgVSVAwKhk5HmVsXuq+Kgb5X1"
    "DXG+F6FmiPNBnE9N+MdQiF8fOCFs+gIq8Y8V1T1K8ffri84DiVxnNBNnrPNGs6HNXt3RqX"
    "0LdbYUykF/xsvcwpdRltPQa9TDvnilHEeHzVntG2vwJ7wsQ5PA3u5EcEYQdKyyjsflM4Id"
    "AC23rIO13aO1DRbhiC3CNyhYbiYcWzC+Ma2zAhe0CRyoo3va0D35fjK2Rdp+wOSKtFp+/2"
    "bF8XkDs+K4vNjlZgW9VTLhSBccfMXhjExAg+yVoYMZbvQJOemv4tI1BREod1avkBb1bAT5"
    "2mJ1ZAJqKIM+TxtlmK7DYXJCv2naXJvqHZ1VvQkdYh1KFcjKJWBcdz6ut8jELUz8ghh4cd"
    "S271vWRWEEQccq63iFLLuVjhlB0LHKOh6XNxbU3FLN+MvOIt21iawwkuB0V1nL6ucNKqJZ"
    "7fLcFDmWpMPqIH164H9wFxOO/51entZ53//tLoY4csQNg6Ubz6WYXI+WWNjICx55RVKqui"
    "9jv0NPtivnvCmIqOG90cpFnMxS9DQoiTHPSumw8aMUiJo1GfmklTgUNavWwwzb+MlyKTC8"
    "lKbkK5yQwIYO/qw9ePjLHn7yNF7cSghl1h6gLEO5wOvQaVPUuiAHfj2V5x2b9NemPn0uBv"
    "pVWb8QN+5qVXEDxKnQJF5V0vYAZRlKDyOfd6CP2GLIJTRIrBqgeH7BM9QU4oKIdhgfN7LH"
    "asyxCsCZv01y3SzKwcKp8sIJAU9t1VwJ2xwmunC5s36MjlGvBBiSO9O6GAPaWdSDBkebv+"
    "x4g4Pklvm0vYbxhh5O35bevA31/iR2ba8szw/mKzfkHJoqhpiV0nAcN8FZDHMF5egoQVmQ"
    "GSHA+DmMgSxqSxYrr1LYrvJAWRasP5U17eEHt13eOisJWlZZy+rnQaqiWu0SIQ8B7GDnpI"
    "U+t+6DzDkyRC2ffL3KPvR6lEyGF8edU8TyWYfOPFPes16dyeVP7w0PE9D9wDeioYNNw3IM"
    "ZHy6e2tsXSfYTI3Fk0G6fTUpYSctzK0GmORwRa2hCuA4qgDGyqooQGwMZgIaGoJ18KaG4G"
    "uhIfi6bAimL1QVXuHgLooMFyvuf5R3Fi6mk6IcQ8slgJ3VszNu5q48M8viFePE9Flilg8o"
    "lbanfKDzsi3mHcz9Z7lHD7wj4bME0w02PPcx+r2NP5VhW1srMCyfEIwd+e20Zyjyj+FymY"
    "KlAnwG+MxY5jDgMyPjM+B1Aq+TSuRG3f2317E2K8QmPU5cTGiyM8u7Pv7AdLcEymhcubaJ"
    "TSAJ4yAJBb011kAuo00O9yBaKGR4xO+IBDfLJTQkZ92n0Pgb91Eqkz4TAHgbwLuh/cjHgA"
    "tiEABWOQC8I9804E1QwjWhIKHNotDddlHkedicLzg+RbFhwwjtYdeM5zWROIxQfVtxHJWa"
    "mCwuy7mXBLQg0usIHR+YBzu/Qxcwx+fEGGsNsfIc0AGuV0k3Yxyrz2JamPQYQMnzjetPV1"
    "eHPHx0nIiKDprJEW2S3fWbNxeU5pdJ8Pqb95b8MVpeNWx2100YrF3yqd7RgzAnHI8k22Ba"
    "55okSg+wN8S+vepmvanx68TDS2tnYdjPp+R+Pqgf2ON5PszQb4owI6QhzLOzJm4z0koIdH"
    "Sv5JcMF//GSymcCyI6otyozMespszHrFrmI8BfOBDXHE+VtNcC3zo/ZB/nU22CLaf+jxjs"
    "tD2A3eYwsNVqHnocvGsK2OQi2hWw6aVIkE/WtBbBjYIYBDdUDm6srQfszMNdCx2XREHPKu"
    "sZNp9rq+aKc/hAiebYtNCEl2Ee3ZjWuTu2WZOOM7EK3nF/g2Zn55VULLaN9R8M3o0Dezei"
    "wRADJsHsWCkt+DRL705mDdjdyUxI7ugtlts9WiYvJ16Y1pC1h4xtTl7DBlvrDWd1FcKZCw"
    "CeHDyjubg5mmlzwJKXYmnZUpNp2l67+mTdHzeT0AoJcHMJDVep7tMrH5BnIYe3u0h8oE9R"
    "Bk70qXe8tTn0HYxJXY3JceUVqqJa7dK3lMjWmPZU+QhyY7i5MQyrQQ9klvaDJ3tfmG5pT7"
    "e0I42g6tOP9hE/WH78QSuutOzetM6bFmWQeUnTIXKI0rQ+6dQg2NpI7w2xtZF8qICb0yIm"
    "0QWR4Tn0YdbxXtjy44bHk8X2YdpeQ+uwe/MbTJE243x0psjBdpCMSKntjZBh0/IVhbR1Yv"
    "6B619c0dpVvyDPib9jhTMy92t5Y1QFa95b6jmneNY0X+18sh7i+I4fQMGMcbBKqKrVX1Ut"
    "oI0ZshcNkL0QInvBCdl4nPXudotsWxxfTIV0CjCezF6fZxMG/aduDN9+uLy6qsYWo/m6Aq"
    "YQx7S5TjBC1bcRkV3wuOtQ9S3xvnP4bu6XFzPdYgTgkOci0q2W6S5z2GV5gHmiltwij7P9"
    "v4bbJu1bEbBy5EOhnJnut1gGViCXj5QJaLdp56KJR/RC7BG9qHhE1d8cnE15Yxy7wkCKeJ"
    "OfOJAyxvE79C6/aJuRTNwqE4DMr85jWeRjEooso41cAtTRuTrWHjKlFtJMQIOJqF8f0RI5"
    "vMyXGtdyJqJNzceBCwFHp59SFJ32h6ey4rAnVeWgbuxMaKNqVnIQLStSKHB0SoYEjReh5n"
    "BntlQzKwlqVlrND9hL808bxnsKEsPxouN+eVF3exwx8pacALrYl5BLdOJmVPjV6MOXAPG1"
    "l1Uqe4xoumtXFs1cBGplM2DS31ww6+z4glCrFUstIA9jykPFd0hgGEsCg8ol35UEVVTznY"
    "uokxzDtyei6Wl+Y3z9nwW0sOJAEf1hcvXLlKsDQLM6Z1oiWiCZ0scS9JkIVthfzEkGY3cf"
    "1yaE5Zude9z20MV5oJDp1XWmF3+NEkdR0/Yaptp3v0MTjvfsGWDIyVAqJ2O5cX3stIl3FQ"
    "Uhcq1yGAT8yOD5VA9M8BkdxmcE5uN4zcePeOd6wYRbaym6M60zG72ozSDHtNmEHKRJEoXM"
    "GNgkBKajIpZN96VfyTD3eckmdeewpRIaAtz9ZpZH1zM5Wc41RQZSAR3hPWp0gBJtJob4qH"
    "qEEmRAtpmTR2cTMiu0lJaLgmD3q6xjhVOdxmGiQo7IMPa+ankMSpqkMmkMEHQfbYG8y5BY"
    "1U5gLVHgehOOpc82mNYZ/KjYtH+7X8q4h7J39N4QZe98TJi53LnVmYSGhtPs7KyB3URa1R"
    "wOfla2muLdnAHeyQ10RkynGmMDJ/CC0dqGsI3OoAl97Ely8ILIsO7icXBwGY7D6qGqhBsH"
    "37nkR0Ny+SnpZIzQP0suC8OuAbncizC+dZ2V5W2jg01EVeYqbWpp47LQeqDKc0AdlaSOpr"
    "XGvHqpYuqYS2hIHbuPGZGnY588YMUBub7CLys5HHc863fAd1HjF3/ZWWTda8EGWclh2KAi"
    "zGF0ZNDHPt2qL8kHWSmghF1RwgTXvVnhbd7PGBXwLDFkx1/f3PAjXroP2HsS8ULmfi0n9J"
    "KWwAeBDx6SDypUabh7NghurBfBXNRxYynLRtvHkvm+KenQZ1vvlBKIduyeGiz2+RaRydVE"
    "3LBndq+WpiyTVgdkKMLNC3U0pSDUjSkPZGXyH9eRSnZO24PjqgFVuce7YL7y3G0VYeEgZ2"
    "S0KTu8V3m9vazv7ibe79DTnRsgmzfxZvdqJ14TPZHZkjSDmRdmXn4+X20iRCIBORCtcyAe"
    "N5x9ffUxhEREJ9C7iB+QuUxiVUta6wRiZxVjl7a1vJc8mCCX0QnSgSeDcRwIoR3sDxZ+lI"
    "Q9EwHY94Ddt9IMZxnkcykAXwp8dcyWn5EdckNb2b3pc2bLA20GZguYLWC2HGDuBrNl0pXZ"
    "Ym2xw0/CqIvPFoQ09Hx2X4UArMOurMOHdH1uOlgzAQ0Hai/bksD+Bvv7JcEO9vdLMwF/cE"
    "PPQfZPLrHlY6wqlmC5ybTOIPx33BgyHF+oDZjoX4aVFEQgx7HESaqJAz5eb7kn0teujbmQ"
    "NnkDAy+Ni6cASy6NmQhg3g7zaHu/7HxeEALcR8dHbpHNrc8aXa9lHj5pAbTjhdKOAzqVVE"
    "C/uyNqk9esKXdL22voUOqGuikyrf5MY7XfW9FnrMyt+c3aCTaK95IHNj03aXJp0MaGuzJ8"
    "jGxsGlEPPnlDNtggH9VaYT+gtz//ib7Yhml5eBm43tOfv4lbfn41KSmuiz7/6fzTIZoPCC"
    "EmC7excr2kk6lxHP3nh9stotvDaT/xLdI9CgzkYcNxDdt11tgzaDqu8VX8Mb7xlxu8Ra92"
    "T1+T/leWRzgImWWmBnZM+kf8+cgfvmE5hhVMjQ2yV39wd9iZGog8yDMtajbTJ9JdRv63xq"
    "e7t8xns90lstnPRx4VsR1sWuSr0J++Ee6MwCVPs8iTzOgTE43aFkGKPJh+CIpfhOsei91h"
    "62ArZN9dNKkhfCGuIHyR1A8Wr2zJSJWN8RXEdHLMdRHny95OCcbAyOgEaGfMIZnoJDAtSA"
    "CiHEQ9V9YXn0roBCe4eV4C7BmNaeHrScXA29Myg8izgqDVGXasJOyaV27XvGrW5zv6qtZZ"
    "oO+Sd7mJFRq9+I1N0eUGEauN2kaM4RgbdsnJTpGp9GSETmDZBqblWmJrc0MstAXGDmmXDH"
    "nj0Qo2xI7jGag9PYmarb/Qvz87mCg+zl/9HJl0yQOo1ZtdX2Bqpsa2IDVd4+vfxt19pomX"
    "n+M79E/jkTw33sZuRibm2nXNb//pRI0dbFH7MHpS0k2x/b62JDhOD+k4VSN5+mVynhGkS+"
    "vFdAoTpxzwJUHAvx3+W2TiFjSzIAYcEzjmMxzzZ+z5gky2SpumTPMhbt+QbN442PDcxz8a"
    "nxO5z8aaumZi7hWzvYQkEsrGBi5imhUx26nxeYWdJf4cywX0wPCyQJV/Dv3wjplfvVe7y7"
    "QOFchfe3e2mNE95GNbIos3FwJG13p9i94YOeAzEYB9jOlK0YryMVoN+asNvff8KjPEmdIF"
    "/kqmUbmTpLuwx8cyJ8Mm2pcxgxQnbvCCHAz6e/JtZWlgKqMT7F1kNsBe8K6QTGqbSJLoXE"
    "gnPAeeEDy8wp7HK0Iszi8rymiYitrL3uYw2M59N/R4FosYaVZKQ6yPj5qk9JFW4pIHR0c8"
    "rLfYtEJOudd6rHMpwLo51ku03SFrLVXJoywHeDfHO8Ce9MhOZQBniXEtSgZ+ZlgLk4EBbQ"
    "HakWnncdJZxUgXRDREedaEgYj5RwVfK5ADN2mvIbK9jF8TP1hyzC6X0BHjzstYLWhQTc5K"
    "KYhoCPF5k1F8Lh7E55Ux7D/5AZbiFbkEANwAYBs56xCtpaaJooyGIHc/UexstMT8kh1ilB"
    "mh4WCeTEYEsiIhwEvsWcvNhBMATO5M68J/KG+jTNmCl5J6u+dOrRYpGDWlGYUJGDrMqr04"
    "MOlLJYFw0lxDdHsygAWuhh9ub65FBrDIzWBay8D4n2Fb/hjjIDXgUjBoz1lyZorpVx8u/1"
    "6G++3VzZsInELWJe3gzaEXs9//H9y09vc="
)
