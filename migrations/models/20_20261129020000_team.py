from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "invitations" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "role" VARCHAR(8) NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "released_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "invited_by_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_invitations_account_82771a" UNIQUE ("account_id", "email")
);
CREATE INDEX IF NOT EXISTS "idx_invitations_expires_d2381d" ON "invitations" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_invitations_invited_ee0d0b" ON "invitations" ("invited_by_id");
        ALTER TABLE "api_keys" ADD "made_by_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL;
        ALTER TABLE "api_keys" ADD "ends_at" TIMESTAMP;
        CREATE INDEX "idx_api_keys_made_by_804d25" ON "api_keys" ("made_by_id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "invitations" (
    "id" UUID NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "role" VARCHAR(8) NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "released_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "invited_by_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_invitations_account_82771a" UNIQUE ("account_id", "email")
);
CREATE INDEX IF NOT EXISTS "idx_invitations_expires_d2381d" ON "invitations" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_invitations_invited_ee0d0b" ON "invitations" ("invited_by_id");
        ALTER TABLE "api_keys" ADD "made_by_id" UUID;
        ALTER TABLE "api_keys" ADD "ends_at" TIMESTAMPTZ;
        ALTER TABLE "api_keys" ADD CONSTRAINT "fk_api_keys_users_f5f722ac" FOREIGN KEY ("made_by_id") REFERENCES "users" ("id") ON DELETE SET NULL;
        CREATE INDEX IF NOT EXISTS "idx_api_keys_made_by_804d25" ON "api_keys" ("made_by_id");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "idx_api_keys_made_by_804d25";
        ALTER TABLE "api_keys" DROP COLUMN "made_by_id";
        ALTER TABLE "api_keys" DROP COLUMN "ends_at";
        DROP TABLE IF EXISTS "invitations";""",
    "postgres": """
        DROP INDEX IF EXISTS "idx_api_keys_made_by_804d25";
        ALTER TABLE "api_keys" DROP CONSTRAINT IF EXISTS "fk_api_keys_users_f5f722ac";
        ALTER TABLE "api_keys" DROP COLUMN "made_by_id";
        ALTER TABLE "api_keys" DROP COLUMN "ends_at";
        DROP TABLE IF EXISTS "invitations";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zbW/iscfWpntGksX+J3u7MzTprupnWcNrbbzrY7CiRCEtYUqfIiR93tf38Bin"
    "cCNEGRFAifL76QOBD1HBA49/Pf0doxseW9uJrPncD2R381/juy0RrTP4q3xsYIbTbpDXbB"
    "RzMrHIv2g8KLaOb5LpqzyRbI8jC9ZGJv7pKNTxybXrUDy2IXnTkdSOxleimwye8BnvrOEv"
    "sr7NIbv/6bXia2iT9jL/538zBdEGyZuaclJvvs8PrU323Ca/f37775NhzJPm42nTtWsLbT"
    "0Zudv3LsZHgQEPMFo2H3ltjGLvKxmfka7Cmjbxxf2j8xveC7AU4e1UwvmHiBAouBMfrbIr"
    "DnDAMj/CT24+zv0aNlhk2nNx/uprdv76bTkQR2c8dmuBPGBQrMn/t5U0DCqyP2AW/+efXx"
    "i9OLL0MIHM9fuuHNEK7RnyEh8tGeNAQ9RTn8XcL5zQq5fJzj8QWk6YM2wTi+kIKcLrAYvh"
    "igDiAdrdHnqYXtpb+i/16+rID4p6uPIcqXL0OUHfo+7F+Um+jOJLzFwE7BtZC9DNBSCuAs"
    "jYYgT2pgPBFCPCki7JM1nv7h2FIQ54j6w3h05RH01XfoAbk+6mqXyKN9cVYD7oszId7sVh"
    "7wDV2fU9lNI0fUI+ALF+N+gD65qAH0yYUQaHarsHcQ+8GbWmRN/DLU72xfsHvkqQpYk/2p"
    "/wTW0TmnzP6xZA/xl8nJ2auzy9OLs0s6JHzO5MqrCuzf3dwVgHUx/VqeL49tmRDgLcO7X4"
    "GBhzni2xPLNiZqBGujHeLlQEB9wDtpTHM0AGkRUg8jXxrTPBGAWgR1yTbIqUmW9JeMgFCk"
    "ayQjFDfWpxW43qTe9uUwx545yDWxOUUcpL+hKDEpl492kbaAthkRv4j/GN6hVoH23bv3b2"
    "/vrt7/wKZfe97vVgjY1d1bdmcSXt0Vrn5RFNySSYyf393902D/Gv/6cPO2qIAn4+7+NWLP"
    "hALfmdrO4xSZWUziy/GlHKfnLma4N+BznrIFLqumWg6dzcz2tXjI2GXYhRmaPzzS13Oau5"
    "Ox4uH1DLveimy88oJ4HRF/+/1HbKEQzzLrIzvg+2Si4bI+vRptQoUz3vPovAfidLufZbC7"
    "YDVGoeh9GEDXdAptlxCVWfChC4jNoStAPloeCM8dWuoKzgYtD108P0S2YB3h8YIZm5ydQg"
    "e+YclEukI1Q/58dehaes0m0RUhtCFTZvM4DKKrDfke73TFKPC43igpqdGx/ZW1u/c03pfY"
    "7wPX0Q0askZVDc8amwQdqntEU+iIT+gfmFrY9w8+2K7ZVD8j12YPpSlcv7t0gHnoC/ej+4"
    "b+oStGHtpic+r5O+tgZYTNdMsm0hUrYm+JH6JwIFTvkol0gorZmJyJI7I6lW+tJ+viFWTT"
    "09+MPpt9UoTY97bzaL92nUcvjPUqhZ7l7o+r4s8e2MjpbD9UsSi012Qp9BBx49A4nqHIVH"
    "RYAFr3buH/m0xOT19NXp5eXJ6fvXp1fvkycRGVb1X5il6/+wdzF42z5tXYfySOTpP3JB3o"
    "Q1KMCR07kTyM7QZ+hQxZP06FPjEfuk8hr+5hdyoXR5shaTOYVlmePhE6W/LQ5MEtI/ut42"
    "KytL/HuxDfd/Q5kD3nBb5FR+K915bR6giIlqQLetlFj8k5ml1O9KvTL4z9/QZ+dfvm6pu3"
    "oz/FHq8u5ZSM64sjpeQdY2IZpeCJa1dA+TWLXRSNz/77N0guQ5BcXMeSCpGNx2sY8n1ZJ6"
    "xeHFVfFFogHuJZyC6ZLU9CfMlTgQTz52DkQVVeFI0EQiXsTdISIWcTaAHVTNLjIN/8J3HN"
    "73wqCdu3eB64xN+93WJ+Qmp+QKXI7UVDp5iN7d4umJPC8/JDLIuD8K2c8P1Av7yM8B2P11"
    "D4Pq2TcHkqzrg8LaVcmthHxJKyySYUPeb+jXqB9+SiTtIwHVWR+VdKGzbxlsyltMeUQjuE"
    "28/KpkoIlek4vkExvhkS7QA+O68B8Nm5EGB2a8gauiJq3OAUdFAmQZk8ttKjqHshzhjh6j"
    "pJMkmVlpPmragT9gDFd9ouvgPhDZ2GNwxDju7PD9O6JD0sQU8VoWBwkh79agvirpsxukAL"
    "rFaa1Rby/GnDsLAiLbBaaVbjzxtCp2vA6DwlaOkqc/nIbvSnM+IVYawmXvRhoDkku4eKvl"
    "7lfehKvvaHuNDpIxg399fXx7Io3QsSau6fTKQJ1MufAUNS24YkvJZ0ySYE2pmRJud17Eh0"
    "lLjI8HnJkhTCNd1il9BJm6jB3Amg7prKkjNURu/QcrhBnvfo0FNxhbyVDMolQg3hnrysgz"
    "cdJd7CXkIt+ho410EZatEr69+hsqjcFp0Q9Ai0t/N8vO4H4pYzbdCWypuypo4cUaeWI1Uk"
    "GwnTUQTOgsglhxXI9AtBq3PenYmPu7PSaWfjR2+KKCcaSetlahDVVRbVw4JL3nQdNHNGc8"
    "iB3yrzm4qk00Oc0jx68FYqzXIfu2sv9C5LCXw5Ku3OzZNayQcVuQcQ0fN83qaS003syciU"
    "nc0U4Cpks0kUUiuW/Rom558qigll+WuX5S8lcTaHq5Q8qidi/TYyGCRIPReAVlO+V7E05l"
    "CQ6tKBH/bI4Djw494ZYgd+0qCj7fpSm9iyz9ShmeXMH0rFpX7NRY84luU84lD08+Zov4Ti"
    "SfahErH4h9z5imxTaRCxlmnRP+EnJf/lYwnnFpk/pP0VkUn/YMtKLtEe4gvaji/wVo7rh1"
    "WaZbSvPJWGDqQuUlY8n9jhxjoNXMks+xKphpBPXp7V8XKwYRXe0bOSr8MnvpxNPiHQzqrQ"
    "ifs5+2RyizpLph3W57WwPq/A+ryMte34vCrxFaErMYF2+NKVWHMxV67mEsQKJU+oKV0P1k"
    "yWs4bmxdGCulRRzqlAqFGf8F4qOykTJ6YaD7o/pxeOGyq79Pu6O86idxwLI5uPeYm2gPmM"
    "End1nsRqV7872usPH65zm9nrd4UlfXP//vXbj1+chDygg4gvWOkuNum5MPenno/8gHN836"
    "6RZQl3HA55f+3JT19Out11TievLpJ9hv1TtbPcvr+6vi4DvCVoijZEck1nqHpczcmVwS5n"
    "Zql6wLwqiFVoZ6hg76gPdsaCJ3VEZqm0E/3bDypLzJFSsmCWqr8t+aVWYmDW9Fwf+SwVIN"
    "8M+cTQXx/21DcAmDfCPCykES/epoU4CvRgaFDZ0JBzkMmwOkcIPFaZxwWfqFS8asGdCnxW"
    "mM95/7YMm/OUwOUhcPlxxbGSiXWuApl2Slcn/qx8bInMG5Wn7OWNUqQCz+BeKIg8fxZsDj"
    "ZmQzbnKYHNSrN5i12PG+ohtBpkKPqzG5x0dSju7QaTk7NXZ5enF2eJuSC5UmUl4FhhMFMB"
    "ymje4c8iI0xCoYPjs+rVePvLXe6tiEWJL95f/fJl7s24/nDzj3h4RvR4c/3hddHSq3zzQV"
    "Xgl0h+D/0NcohmSKCUQGXdREU75SkR2D9u0CqvuHBbAPaHaJpBrtYnQc28qrKtOLJx5sjl"
    "hS5KZTmxOfTBuVST7EB4btCATUfV6PzuhskGBwL0o/smyljQECIXbxz30JTLj+EkGiF0YO"
    "JXJuoFLTnYvkf27s5hP2ueFHdo2eT4PWoVzopzIvxW00LiW/QdXbbaqFaflnKJst3iYMIH"
    "vIuQjU6XhC3RHUYR3fJXrhMsV8nVmB3cA4len5YQ/rMyiW9/tPC6OsVnTkVPp+Rog0K8Gi"
    "fKzZ2NXI5cTKBdIV5oN6SGTjk426H6xhdFfDwStpfMIVkX0AwJNADJxzYnskj9oLiUpqNk"
    "ID27vA/P4qWIzH2QwcuKilIciGtc22JQa7suppnt8WlA/b2ycyCe9dTCYcKZ7o8qNfJliH"
    "PUvYgRYmUvVjzbLtmSr8ZixpVRmup/VQdW3cMqYqa6SkmPIdxivRCaSSR64Wmdsvun4rr7"
    "p6XC+9GrIAFvSqEhwO1XpaHAOQGnLVt1SmpKpVH+exuZqOoruKrYLsAfrop6AN7bI7uWUs"
    "fIYb6lmkqZWkKcrHMp/pJF71Lin8s7lzK6XNG7lOolBzmXkrUgVDXC6BCOrhFHjYiVDRZ5"
    "0b1jKad85O3pBAo0Ht3vZAUcC0OF2ykaD+JvnT5TUBswAbeOU+9C7NS7KCf3uGjBEdO+u/"
    "1wI8jpiQmKbjwy943/GRbxOpPVMjvFLCCWT2zvBfvYY2wWDKCcR68U91wMcS7sKmyCYtwz"
    "hO2P2gzbn6+QvQyz/Xgua/H+UaTTbhtpvzZLDFmD2IAcJcQGKB0bsAlmdINf8ax94hMjR3"
    "TQqaGm1tnb8WAHrDWJxOmQEmhTC6a1wyFZlVP5U5dLCxCLIW5QWaVAC+UYVD4XtgQ/Spap"
    "Ski0eW+OUaaKodi8SFWOGt4wld8wKGvznLgMZW2grM34yN4eLV4oyFl4FmyGAh1iXkKBDg"
    "ihgRCaeiE0gigPmQia1qLulQA6v8sGMzb57OCG1LfJRBqtyQJUm43bTtfgdCZdwYKyGtU1"
    "I7akhXX0MZpG10UE1Ueg+ohybaczBx2vbEXuGKyoXZE/d7tqRI3XiFjVPajLgYdjIzcgng"
    "siFI+gTIwNcYTinrkloMU2xYRAwxjFyXmdIEU6Sty675yTpWN7mKevVQQapSQaonxay2p7"
    "WmG1PS1bbZHHDN0NsC4Ramcl7wRvC9nLgFuAUQx1lkbDdV0ngVKcP1lKn/SdB2xPTbLEnt"
    "SCLtJpV8Goi0RKe0HcdTN/QIEWHKkqOwQCOxGaGxW7L5MDv1XmN/j5ngWbwc8Hfj414R9C"
    "IX594AS36TOoxD9UVA8oxd+tLTp1JHKN0Tk/Y5U1Ou/a7NQcHeu3UGdLoRj0J6zMDWwZRT"
    "oNrUYd5MUrZTg6bsxq11iDPeF5KZoU9mYdwXOEwGOVeTwsmxFkADRMWQdtu0NtGzTCAWuE"
    "r5E/X404uuD+xrhKC5yxIdBQR/ewoQf6/WR0i3h8j8EVcbX87tWKk4saasVJ8bBL1Qp2q6"
    "DC0Sk4+IrdGQmBBtErfTsznPAJOeGv4tI1GRIod1bNkAb1bATx2mJ2JARqMIN9njbMMB2b"
    "I8kJ7abxcG2qd7RW9SawqXYoVSArpYB13fq6XiMTN1DxM2RgxVFbv29YFyVHCDxWmccLRK"
    "xGPM4RAo9V5vGwrLHA5oZsxp83hE7XxLOSowSju8pcVj9uUBHOahfnpkhbkharg3Rpgf/O"
    "mY049nd2eVxlff+PM+uj5YgT+HNnv5diej08YiGRFyzyioRUtV/GfoN2liNnvMmQqGG90c"
    "pEHO1SrBuUxJrPU+mQ+FFwRE3qrHw6SuyKmpTrYQZN7GQpFSheSovkCxwJgTUN/Ml4sPAX"
    "Lfz003h+KyGUyXiAsgjlDC8Du0lR6wwd2PVU3ncsOl+T+vQpGfBXZf6C37itU8XxEadCk/"
    "hUiccDlEUoXYw8XkMfscaQUmgQWNVD8fyMZaguxBkS7TA+qaWPVahjJYATe5vkuZmlg4NT"
    "5YMTHJ7asrnktjmOd+FqQ74P26iXHAzRnXGVjwFtCLOgQWvz5+1vsJHcMR+P19Df0EH3be"
    "nkbaj3J5G1vSCu508XTsBpmiqGOE+l4Tqug7MY5hLKYStBWZBzRIDxUxiDsKitsFh6lYJm"
    "lQeKtKD9qcxpF2+dZnHreUrgsspcxrbZKNQ1JQP+qsxf9eNcVWGtRH3MMPVqtpMENU91AK"
    "iDacaqXezwMdZq6zUyo3XYArb3Xq3+eEqu1ydhzb+uOVjpIxg399fX9Vo2Bh63BI1MSyvK"
    "kntPrwo0nXa1SvDiWJazWD5pW54mzHvSwDy6+uGd4WIKuud7RvhKYtMgtoGM+7s3xtqx/d"
    "XYmO0MOu2LUQE7aWJuYdIonDQcDQVJh1GQdM+sEgPEdqmEQEObVBW8sU3qldAm9apok4pf"
    "qDK8wsWdJekvbKX7Vd5a5ArbFOXk3pQCFIlqqZebRCAv8Sau02Fi+qRkli4olTLl3rN92R"
    "LLHbn7T8oeHcgdkZ5AMV1hw3Uew9/r/VMZFlkT3yAeFTA29LfdXEKR/xiuLJPRAEGeAXlm"
    "KHsYyDMDk2fAQArWPJWEG3VLAdzsuVkSbG6ieCqxQMMIOunEYjprCmW4rhzLxCYICcMQEj"
    "J8q82BlEabdJJeuJAJNtu/IxKyWUqhoXDWfjSft3IepZJ6EgKAtwa8KzaPfKxChgxiFVSO"
    "VdjQb+rzNijhmZCh0OZQaC9zHbkuNrmeXrFikyPqNEZBlddEIu5DfV1xGIEfuYBSYj9IAp"
    "ohgSia/A56rFZCuoA5PCOGiqEzshFJcYOUA3G9jqYZ4lp9EtPMpieIRTpeH+RhIirqeSUX"
    "3fW7OxV0CZEJ8PrRfUP/GKxc1W9014fAXzr0qd6ynrwjjkUyP2BcZZqkTPex20cKcTlveG"
    "z8OnLxnGwIhtRiJVOLoZRph63Fcku/LsI5Ig1hnpzXMZvRUUKgw3sFu2Qw+w+eS+GcIdER"
    "5VoVhyYVFYcm5YpDPv7MgbiiU140Xgt8q+yQXbTKW/lrTikyMdjxeAC7SV/CxWIauBy8K2"
    "pppSTa1dLqpF6ZR8+0Bs6NDBk4N1R2bizJFtvTYNOAxwVS4LPKfIY6GNqyuWQcPlKgOTYJ"
    "GvEizMMb4ypzxzoZ0nIkVsY67q3Q5PyiFIqVH0P+wGDdOLJ1I1wMe8AkJLs8lRbydF68O5"
    "3UkO5OJ0Lhjt3Ky3aPxOTFxAvDGpLxELHNiWtYYbJccU5XIZwpAeDJwTPci+ujGQ8HLHkh"
    "lsSS2kzj8dqVSmy/81UkVkiAm1JoeEq1H165RS5BNi+7SNxbLEsDzcWqDW8NmouBMtmEFY"
    "NQJocVV6gKa7UL31IiWmPcag4axMY8ERuTk2rQlu7Snr+zDoXpls10yybSCKou7Wgf8ZZ4"
    "+wctmdKSe+Mqa1oYQeZGQ/uIIYrD+qRDgyC1kd3rI7WRPpTPjWkRC9EZkv5l6OOc451Iy4"
    "8rnpws1g/j8Rpqh+2r36CKNFnng1NFjpZBMiCmNldC+g3LVxTSxoH5R65/cc1qV/2MXHv/"
    "HUsyY+5+pdwYVsGadhZ6zimeNU5PO4+eh3h/h0oVUDBjEFIlVNXqrqoWiI0Jspc1kL0UIn"
    "vJcdm4nPPudo0sS+xfjIl0cjCeTl5dJBsG+6dqDd++v7q+LvsWw/26BKYQx3i4TjBC1bcB"
    "Cbtgcdeh6ltkfefIu6ldXizpZj0Ax2zRylIt4yxzyLI8wj5RKdwil5P+XyHbRuMbCWBFz4"
    "dCMTPtp1j6xJeLR0oItEvauaxjEb0UW0QvSxZR9ZODky1viGtX6EgRJ/mJHSlDXL99Z/mF"
    "aUYyfquEACK/Wvdl0cekIrIMN1IKYEfr7Fi6yJQ6SBMCDTaibm1Ec2TzIl8qTMsJiTY1H3"
    "suBBw2YmYo2s37OOfJISdVZafu3pjQhNV5yl64rEihwMExGQI0ngWbg43ZkM15SmCz0mze"
    "YjeOP63p78lQ9CcXnXQrF7WX44iRO+c40MW2hJSiFTOjwq9GF7YE8K89r1LZQ0TTWTqyaK"
    "YkUCs7Byb7zQWzSo/PEDU6sdQC8jiqPFR8hwCGoQQwqFzyXUlQRTXfuYjaURu+AxGNu/kN"
    "8fV/EtDMiQNF9PuJ1S+KXC0AmtQ50xLRjJAp3Zagy0CwTH4xJxgsn31cGRCWJjt3mPbQRj"
    "9QiPRqO9KLf0aJvajxeA1D7dvP0IT2nh0DDDEZSsVkzFeOh+0m/q4sIXiuVXaDgB0ZLJ/q"
    "gQk2o+PYjEB9HK76+BFvHNcfcWsthXfGVWqjG47ppU2bRYWDOEgiExkDSUKgOiqi2bRf+p"
    "Uuc48XbFLVhy2m0BDg9pNZHh3X5EQ5VxQZiAl0hPdlrQZKbJgY4pflFkoQAdlkTx6cTpg7"
    "oaW4nCUEvV9lHisc6jQMFRViRPrR91WLY1BSJZUJYwCn+2AL5L2zt8RHvqCkcubuuErVJ8"
    "m4Ln3EEXw47BAPXmKlVP09U0pAi5WlhEBDZamThuCuI1cWJB6vIb4tpzObZIl5ZdrE2KYU"
    "2jWBat9QBSp+k714cOof/rwhdLoGbM5T9sNmRZSYwXHZpYIrambKKZCCMUdlPkMQRwdGnV"
    "BNoi/AbCeJa4kQDDwQ0HGcgI50KbYA772H20nMVtHiU3pplYrteIOoyG8id8Qx+yT3xlVG"
    "n3k0qvsID6FtR/iiV6WwZojaKboAvQ5Gfzi2lHEiHq+hcaJ9BfoBb/zpwnXWZYSFizxHo0"
    "3NtYNqi5QEhuNsvN+g3Z3jI4u38Sb3KjdeE+3obkmHwc4LOy/fmVnFhZhCpyYTPVdweFxx"
    "gpqrW6REJDqB3kaDFLqXSZxq0WidQGytXNbcIvMHyaqsKY1OkPa8GQyjGq52sG8JfpSEPS"
    "EB2A+A3SO+40ojn1IB+FLgq6O2/ISsEHqe2rK/N35KbdmyYaC2gNoCassR9m5QW0ZtqS1k"
    "jW1+sd+qqKEMkYaWz/ZTsEA7bEs73Mbnc93FmhBouFAn5+e14jPPK+Izz0thbqB/g/79jG"
    "AH/fu5qYDfOYFrI+sHh+rygoSR4pBxlUL4n/3gI6qDstWv6xa+jvQ50AErdcCI/zJSSYYE"
    "Iu8LMkk5cMDDyzW3HWfl2ZgSaRM30PPRONv5WPJoTEgA82aYhw3uZPfzDBHgPjh55BZZ3O"
    "JU4fVKycOjI0DseKZixxGNSiqg315/rug1qyu7xeM1NCi1I7opsq3+xHy135LwGUt7a3qz"
    "coMN/b30A+sWjR9dGWyw4SwMDyMLm0Y4g0ffkBU26KOSBfZ8dvvT39iLbZjExXPfcXd//2"
    "o/8tOLUYFxbcz5m/2bHXWopwe3sXDcaJKxcRL+5wXrNXIJ9tg8+1t0euQbyMWG7RiWYy+x"
    "a7BwXOOL/WN85c1XeI1ebHZf0vkXxKUyCN1lxga2TfbH/vnoH55BbIP4Y2OFrMVfnA22xw"
    "aiH+SahKnN7BNZspz3tXF/9yb3bJYzR1b++ehHhdIONgn9KuynZwQbw3fopxH6SWb4xJSj"
    "FqFI0Q9mD8HwC3E94LA7bhFAhfS7yzoF1C7F5dMuo+Jp4pMtWqmyPr4MmU6GuTb8fMnbKS"
    "Ex5Gh0ArQ1ySHa6CQwzVAAohxEXUfWFh9T6AQnmHmeA+yJGNPA1hOTgbWnYQSRS3y/UQOP"
    "PCXUclGu+oNq2udb9qpWaaBvo3e5jhYavvi1VdH5ClGtjelGOcVxr9hFZe1DVWlnBLZPLA"
    "Nvsbvba5srqqHNMLbpuGjJG4/EX1E9jqegdvRJTG39mf39ycaU8fv41U+hShd9ANN6k+sz"
    "zNTUvS7IVNf99a/3031igZef9nfYn8Yj/dx9HrsZqphLxzG//s0OB9uYMP0w/KRomuz4Q3"
    "VJMJwe03CqRvD085R5BhAurZekk9k45YAvEAL+zfBfIxM3EDMzZCBjgoz5hIz5E3Y9QSRb"
    "aUxdSXO7H19T2PxgY8N1Hv9qfIroPhlLZprZy157aS8SEqnIlndc7MWsULIdG58W2J7jT3"
    "s6n3VLLBKU5c++P7xlya/aqt1mWIcKwl9zc7ZYotuma1siijclAomu8fkWvjFywCckAPsQ"
    "w5XCE+VjeBryTxt27+lTpo+Gehn5lZiSbfTa0MeHsidDEu3z2EE4lXHBCtI/9A/028qKgT"
    "GNTrC3EdkAueBtIRnVNpEUolMinfDseUNw8QK7LuZgX9UFNaXRMBS1k9zmwF9PPSdweRqL"
    "GOk8lYZYn9TtiVrVEpWH9RqbJOCUe63GOqUCrOtjPUfrDSJLqUoeRTrAuz7ePnalV3ZMAz"
    "hLrGtRMPATy1oYDAxoC9AOVTuXE84qRjpDoiHKkzoSiFj+KOFLfDlwo/EaItvJ+jXxlshJ"
    "dimFjhi3XsZqxpxqclpKhkRDiC/qrOIL8SK+KK1hb+f5WEquSCkA4BoAW8heBtw+z2KIsz"
    "Qagtz+RrGx0BzzS3aIUc4R9QfzaDQgkBVxAV5hl8xXI44DMLozrnL/oXSMMmULnkvo7YGZ"
    "Wg1CMCpKMwoDMHTYVTsxYLKXSgLhaLiG6HakAAtMDd/dfrgRKcAiM4NJ5r7xP8Mi3hD9IB"
    "XgMjDYzElwZozpF++vfinC/eb6w+sQnEzUJZvg9bEPsz//H1xXDV8="
)
