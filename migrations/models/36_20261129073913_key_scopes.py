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
CREATE INDEX IF NOT EXISTS "idx_api_request_account_6b309b" ON "api_requests" ("account_id", "created_at", "id", "status");
        CREATE TABLE IF NOT EXISTS "key_usage" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" DATE NOT NULL,
    "requests" INT NOT NULL,
    "key_id" CHAR(36) NOT NULL REFERENCES "api_keys" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_key_usage_key_id_41808a" UNIQUE ("key_id", "day")
);
CREATE INDEX IF NOT EXISTS "idx_key_usage_day_dc4b13" ON "key_usage" ("day");
        ALTER TABLE "api_keys" ADD "replaced_by_id" CHAR(36);
        ALTER TABLE "api_keys" ADD "expiry_mailed_at" TIMESTAMP;
        ALTER TABLE "api_keys" ADD "networks" VARCHAR(1000) NOT NULL DEFAULT '';
        ALTER TABLE "api_keys" ADD "expires_at" TIMESTAMP;
        ALTER TABLE "api_keys" ADD "replaced_at" TIMESTAMP;
        ALTER TABLE "api_keys" ADD "scopes" VARCHAR(300) NOT NULL DEFAULT '*';
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
CREATE INDEX IF NOT EXISTS "idx_api_request_account_6b309b" ON "api_requests" ("account_id", "created_at", "id", "status");
        CREATE TABLE IF NOT EXISTS "key_usage" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "requests" INT NOT NULL,
    "key_id" UUID NOT NULL REFERENCES "api_keys" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_key_usage_key_id_41808a" UNIQUE ("key_id", "day")
);
CREATE INDEX IF NOT EXISTS "idx_key_usage_day_dc4b13" ON "key_usage" ("day");
        ALTER TABLE "api_keys" ADD "scopes" VARCHAR(300) NOT NULL DEFAULT '*';
        ALTER TABLE "api_keys" ADD "expiry_mailed_at" TIMESTAMPTZ;
        ALTER TABLE "api_keys" ADD "expires_at" TIMESTAMPTZ;
        ALTER TABLE "api_keys" ADD "networks" VARCHAR(1000) NOT NULL DEFAULT '';
        ALTER TABLE "api_keys" ADD "replaced_by_id" UUID;
        ALTER TABLE "api_keys" ADD "replaced_at" TIMESTAMPTZ;
        CREATE INDEX IF NOT EXISTS "idx_api_keys_replace_669a53" ON "api_keys" ("replaced_by_id");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "idx_api_keys_replace_669a53";
        ALTER TABLE "api_keys" DROP COLUMN "replaced_by_id";
        ALTER TABLE "api_keys" DROP COLUMN "expiry_mailed_at";
        ALTER TABLE "api_keys" DROP COLUMN "networks";
        ALTER TABLE "api_keys" DROP COLUMN "expires_at";
        ALTER TABLE "api_keys" DROP COLUMN "replaced_at";
        ALTER TABLE "api_keys" DROP COLUMN "scopes";
        DROP TABLE IF EXISTS "key_usage";
        DROP TABLE IF EXISTS "api_requests";""",
    "postgres": """
        DROP INDEX IF EXISTS "idx_api_keys_replace_669a53";
        ALTER TABLE "api_keys" DROP COLUMN "scopes";
        ALTER TABLE "api_keys" DROP COLUMN "expiry_mailed_at";
        ALTER TABLE "api_keys" DROP COLUMN "expires_at";
        ALTER TABLE "api_keys" DROP COLUMN "networks";
        ALTER TABLE "api_keys" DROP COLUMN "replaced_by_id";
        ALTER TABLE "api_keys" DROP COLUMN "replaced_at";
        DROP TABLE IF EXISTS "key_usage";
        DROP TABLE IF EXISTS "api_requests";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztfWlz47i19l9R+dPkLd1JW17auUmlyt3jye0Zd7tju5PUnaQ4kAhLiClSw0Vuzc389x"
    "fgvoAwQZEUCJ0vvZA4kPQcLGc//3eydkxsed9eLxZOYPsn/z35vxMbrTH9R/nVdHKCNpvs"
    "BXvgo7kVjkXRoPAhmnu+ixZssidkeZg+MrG3cMnGJ45Nn9qBZbGHzoIOJPYyexTY5JcAG7"
    "6zxP4Ku/TFT/+ij4lt4q/YS/67eTaeCLbMwrclJvvs8Lnh7zbhsy9fPnz3fTiSfdzcWDhW"
    "sLaz0Zudv3LsdHgQEPNbRsPeLbGNXeRjM/cz2LeMf3HyKPrG9IHvBjj9qmb2wMRPKLAYGC"
    "d/egrsBcNgEn4S++P8z/FXyw0zjE93j8bDzaNhnEhgt3BshjthXKDA/BbNmwESPj1hH/D+"
    "f67vvzm7/F0IgeP5Szd8GcJ18ltIiHwUkYagZyiHf1dwfr9CLh/nZHwJafpF22CcPMhAzh"
    "ZYAl8CUA+QnqzRV8PC9tJf0f9evRFA/Lfr+xDlqzchyg7dD9FG+RS/mYWvGNgZuBaylwFa"
    "SgGcp9EQ5FkDjGe1EM/KCPtkjY1fHVsK4gLRcBifXHsE/f4H9IxcH/V1ShTRvjxvAPfleS"
    "3e7FUR8A1dn4bsoVEgGhDwJxfjYYA+vWwA9OllLdDsVRFoZ8PwcFyDgScDdoWwFeDxZafm"
    "IdI92nMnWK58aaxLZAMu7bEu6/AoWKzoJYc9A/lVsL+jSLEDWnCSFMlLoJsx/bfJPzpZ7B"
    "XZr8e1LoD88cPHm4fH64+f2fRrz/vFCiG7frxhb2bh013p6Tdl9qSTTP7+4fF/Juy/k/+9"
    "+3RTlh7TcY//e8K+Ewp8x7CdFwOZeRyTx8mjogRE7GfPsMiacFj9wfZrZKAiVYnDJNJdRn"
    "aALdmX+K/Z6fnb86uzy/MrOiT8numTtwK+f/j0WNpHLqY/y/Plsa0SArxVeKMVGHiYo4S+"
    "smwTolawtroM3owE1Ge8k8a0QAOQliH1MPKlMS0SAahlUJfsgDRMQmUMzslaLw2W6ToRvF"
    "83Qw0mdnevTT65zq/YbiEHFggHkQAHvc50EgFNbGEft+BxgRB4rDKPHXvuINfEZgs2l2mB"
    "0ypzeuFihnsLPhcpO+CyaobusbOZeeKennNeIvZgjhbPL3R7GoU3OZ8iXs+x663IxqsuiH"
    "cx8fc/3mMLhXhWWR97JT+mE42X9dnT+BAqyeqeR+fdE6eHaJbRnoJijEIVej+AbukU2i4h"
    "qnvgfRcQm0NXgHy03BOeR7TUFZwNWu67eD7Hnmkd4fGCOZuc3UJ77rB0Il2hmiN/sdp3Lb"
    "1jk+iKENoQg9ku94PoekN+xDudMUrcEXvjdB9NpCtWgceNI5KSsB3bX1m7L57GZzj7e8+1"
    "9AmNWfsUw7PGJkH76mnxFDri47jm3rf/HZtDU/UsDL/YYJc45r6CJJ3pcziRrmvJ39sk8q"
    "ivLSQMPjAs7Pt777dbNtXfkWuzL6UpXGS9cdx9haQP4ST3QRPb0ShRwl87QOkmnETj89vG"
    "phG61va3RX6Opvsunk1T0H5x6QBzX7Hyr+57+g9dt56HtnRZef7O2ts8yWZ6YBPpihUKTH"
    "r3YZtOtS9Y12yqGzqTtjYCYm+Jjzo4qz6kE+kEFXPROTOnzmlXfFWQTdlkNl4kgPCBvbPx"
    "o0P/aCSrvi9MqMlFwOBcz9YlgNfIRsvwW7LpGHEMA8XAw/y0y+TVVJR2uYgGKZZ2+Y4sa4"
    "MJuYmXnCDCmOGiTXbYULcoiPAPs9nZ2dvZm7PLq4vzt28vrt6k0YTVV6Kwwncf/sIiC6d5"
    "D34SalifjvlMf3wV//qQw2S8hpmC3eeebKmuyT3u6vHNkeiX3NMk3/W0Pt/1tJLvipYubh"
    "UbVCCE0CDlQoPyTH4h/sp00UubsN0yLcT6qczpwMOuIVeGIUfSZS2GKlMVSch7pfJCJaSu"
    "CG4V2e8dF5Ol/SPehfh+oN8D2Qte3nQsVX7xuooyOACiFXGbPqanQyqV5pcT/elRQHgI+/"
    "XD++vvbk5+qw9RlNKMJKX874jnvNhhoBlH0M+9Fcr6ZjjOSEPeQN4/PnlfPsloz/QixZjQ"
    "c34R/rohbqtE8yLlMCKpIncayCkgp4CcooOc8iPdMfY713nxQpmgIqkU3gtllWc20phHQ0"
    "FaAWkFpJXupRUPt8qFzpGBnAJyyqh5CnLKMcopudxPjpRSzAytl1FKqajdCig/5bGLi+Oy"
    "//0LJJcxSC6uY0lVrEzGa+hXvWogtlzVF7ktCy1QEOAoZJfckSchvhSpQIL5bTTyoCobRS"
    "OBUImANmmJkHMIdIBqrgfBKHf+q7gWTz6VhO3P2DbpL3yg/Ppgn3Dk7eIAoci9iYYaHh1r"
    "EFsxwyB0i+i6WwQYAHs1AIYZAfQDnjgQP6yRZdVqi0XK4Up6XvSFdKQ1ns3eXqZ6IvuPSD"
    "N8+Hh9e1ut5gk+4GPQT1SWpRXhqUaitIoSn6K21Qe8CFzi7262NXkpxQFCcc+Lhxp420+S"
    "SsHKmuQ2rLFLfxkVLyvG1sLwojkpMc2CLVY5WyzkuKQi5FmTdlhn9f2wzioNsUzsI2JJSe"
    "gphX4ZLpeNUlwuBTkul5UkFxNvyULKmZBRaIdw9z3zqMxH5RJOsm89vjkS7QA+v2gA8PlF"
    "LcDsVclhw+xSUcJ4U4BzJNoB3ENDQs7irVfck/HD6eyn/UoXnbXhyOQ+KWGtQKZRb6NBpL"
    "ax+nUVUbHBbAIuSJXtJuN0QR7KcBIV2ueaTNIa/CJjSVbuH3xi4BMDn1grn9g41O3hovc6"
    "V7hBH+xTHxyXGK2KyDU6OZr+tCfirtsxukQLrFaa1RbyfKNlqlaZFlitNKshdOQYuHzg0P"
    "bXrY2KMFaTyPZxoDkmq9Ioo3EOHdeu5LbfJ6ydfoXJpy+3t53Z6yrSdViCOKzFzvEISVcs"
    "fp+btGFpdsUcQ3VMky1a/OgGHv3NgkIhpRFTkd3Tj8YqWiwE7J9g/wT755gUyt7tn2ChOw"
    "YtD3T5Y+AyKJ6geCqueB4mmuFLjWT/5VV5PgAhXn8hHq8lswZSAu1E+NlFExmejqp3Al9U"
    "CxEzuIwtdgmdtI2syZ0A2ieoLIvYcSPpplsqGQ9aWwOtbYM878Wht+IKeSsZlCuEGsI9e9"
    "MEbzqq/gh7U0HcQvYy4Dahrwc7T6Mjzt3njhi/OrYUxAWiAaOxrj2Cfv8Dekauj/qSdXqv"
    "t7HCckd0SjAg0N7O8/F6GIg7rg2ItlTelNXHC0S9+tVVkWwkHOsxOE9ErpxliUy7oM3zJv"
    "fdef11d1657Wz84hmt+9lVqUFUV1lUt8ia+J6xDto5AjjkwG+V+c1sWrLqWZ4GDtBXD9DN"
    "SlKQTQm0A7f7Kh+Ou0Q28dIIl6YYl+m0g/p01qjix0xQ8WPGaWuLjX0C/Hn04C1W+oKI/D"
    "YteF0gBCFAZR772F17YTaGlAmgQKXfAdp5U3CIr9F2N1ViBep924VgXi+pHsiP4f3+x0bR"
    "ux7ur0bOIaJ2C/dPqTdwe6CK3Yh1xCofaNwep3IvRB2RKnVIag9WsSWTjlDxKtu3x6tSUl"
    "9HyDjVYdsjVqlKqydiWYmYfaBKq9HoCBIvn6Q9WNVMFh0xQxtiPOPdnlhdb8iPeDdaJVUM"
    "EVlvHHffU+pDOMl90GTzjREk/LUDkG7CSXTdahsL2TY9nkLDz/6H+edouu/i2bRFzSVbtN"
    "gZLqbf2dt3hX2OZruPJtN0L7IAULrOOlAJP4YzNVQJxwgVManQSHzCq8QrdbxH8zS5Ake5"
    "Cx0U+CvjyaKy0H5A3bGJvqfzaLqgWNDo/vLU52gWXVdTDJKxWCGL2ZP33X0xXO+T6TRdWy"
    "5eOFvs7sLCBntCdh/P1bCewSiXGQpM4hv0YHb3Pt+v2VQ3SSlDDdcWsbfERx2IpR/SiTRC"
    "qmU1ksQ0WJMzJV+JJLYO3iTzaQJvcdP6KyZLLZDvcHJI5TG7Lk+oCWiSaZ2hEM9J60yE+/"
    "q0zlSP6LqD1ybJ92BhL3PLWTxz+nblKy45FhUccej+9RYoOqmSSaJwisQFjNzFimwzjzAK"
    "vPQ/4Sel/yvm7C8ssng2wijNcBqT/oOtFLkOYZB12nXWqbdyXL+moFN9BEaRSsO0oj6KyH"
    "g+saP6WYEr2R6sQqoh5LM3501yX9gwQc7ceSUDxie+XKZGSqBdZFEvSYn5bya3qPNk2mF9"
    "0QjrCwHWF1WsbcfnKVyChOaEQDt86UpsuJiFq7kCsUJFitQUmEcbKleIiCyKoyVVSNDarE"
    "QIzc2qi6FZc7MDVw9QjQf939NPjhvaVOjv5bUaeec4FkY2H/MKbQnzOSXu6z5J1K5hT7R3"
    "d3e3hcPs3YfSkv705eO7m/tvTkMe0EHEr1npLjbpvbDwDc9HfsC5vh/WyLJqTxwO+XCNKs"
    "/ezPo9dc5mby/Tc4b9R3SyPHy8vr2tArwlyEAbIrmmc1QDrub0yWiXM7NUPWNe+3YR2jkq"
    "ODuag52z4EldkXkq7UT/7jNlU3OklCyYpxruSH6jlRiYNz03Rz5PBci3Qz419DeHPfMNAO"
    "atMA+bTyWLt23zqhI9GBpUNjQUHGQyrC4QAo9V5nHJJypVl6DkTgU+K8znon9bhs1FSuDy"
    "GLj8spJqyFsi007p6sWfVYwtkS/yMeiOUqR5wOg2FFSfOAo2BxuzJZuLlMBmpdm8xa7HDf"
    "WotRrkKIazG5z2dSlGdoPZ6fnb86uzy/PUXJA+EVkJOFYYzFSAKpqP+GudESal0MHxKdoa"
    "N/94LOyKRJT45uP1P35X2Bm3d5/+kgzPiR7vb+/elS29h+00PKKTSaIkcuhvkEM0RwIFpo"
    "Utnw7RGVfRZbpPb1xu1+ENt5mCNLCfkU6pcWVQc1tVtp1WPs4cufvmij2wOfTBuRjZSf/e"
    "E55PaMSmIzE6v7hdpGb+1dWsyXQxyqiDOiH3uGGdkLEgJJVfWE38ykW9oCUH24/I3j067M"
    "+GN8UjWra5fg/am01wT4S/yih3Ko9+o8tWG9XqswL/SdWMOJiQ5eFHyMa3S8qW+A2jiF/5"
    "K9cJlqv0acIO7oVEnxsVhH8TJvFFVwsniy+9c+rT+LKrDdozapwot3A2cjlyCYF27RmhAb"
    "gaOuXobIfqG18U8fFI2F5yl2RTQHMkvdpexgdmJos0D4rLaHpKBhr0oB8sLG58Fi9FZO69"
    "DF5WXJRiT1w7K1ynIqa54/F1QP1I2dkTz2Zq4TjhzM5HWevhnsq7UOFjiHPUvZgR9cpeon"
    "h2XbKlWI3FTCqjtNX/RBdW08sqZqa6SsmAIdz1eiG0GO+xyVq8FSTgzSg0BLj7qjQUOCfg"
    "VAMTp6RmVBrlv3eRiaq+gquK7QL84aqoB+C9PbBrqaacuLRvqW2DqVE5l5IfWfYupf65on"
    "Mpp8uVvUuZXrKXcykrGVmnaoTRIRxdI4kaqVc2WORF/46lgvJRtKcTKNB4cL+TFXAsDAK3"
    "UzwexN8G4i/UBszAbeLUu6x36l1Wk3tc9MQR0354uPtUk9OTEJTdeGThT/4zsUijxiLtQM"
    "5OinlALJ/Y3rfsYw9xWDCACh69StxzOcS5dKqwCcpxzxC2f9Jl2P5ihexlmO3Hc1nXnx9l"
    "Ou2Oke5rsySQtYgNKFBCbIDSsQGbYE4P+BXP2ld/YxSI9ro11NQ6B7se7IB1k5W4HTICbW"
    "rBdHY5pKvSkL91ubQAcT3ELSqrlGihHIPK98KWYG5rNIGDMyXRZt8cokwVQ7F9kaoCNeww"
    "lXcYlLU5Ji5DWRsoazM9sLdHiw0FOQtHwWYo0FHPSyjQASE0EELTLISmg6bxGreL94I5m3"
    "yO3X2jjNKJNFqTJag2G7rTvf07Cj9kM+kKFpTVENeM2JIO1tF9PI2uiwiqj0D1kUOEiIor"
    "VmQXHa9sReEaFNSuKN67fTWijvq0C3tQVwMPp5PCgGQuiFA8gDIxndRHKEbMrQBdb1NMCT"
    "SMUZxdNAlSpKPqW/ddcLJ0bA/z9DVBoFFGoiHKZ42stmcCq+1Z1WqLPGboboF1hVA7K3kv"
    "eFvIXgbcAoz1UOdpNFzXTRIo6/MnK+mTvvOMbcMkS+xJLegynXYVjPpIpLSfiLtu5w8o0Y"
    "IjVWWHQGCnQnOrYvdVcuC3yvwGP99RsBn8fODnUxP+MRTi1wdOcJseQSX+saK6Ryn+fm3R"
    "mSORa4wu+BlF1uiia7NXc3Si30KdLYVi0F+xMrewZZTpNLQa9ZAXr5Th6LAxq31jDfaE41"
    "I0KeztOoIXCIHHKvN4XDYjyABombIO2naP2jZohCPWCN8hf7E64eiC0YupSAucsyHQUEf3"
    "sKFn+vtkdItk/IDBFUm1/P7VitPLBmrFafmyy9QK9qqkwtEpOPjWuzNSAg2iV4Z2ZjjhN+"
    "SEv9aXrsmRQLkzMUNa1LOpideuZ0dKoAYz2OdpwwzTsTmSXK3dNBmuTfWOzqreBDbVDqUK"
    "ZGUUsK47X9drZOIWKn6ODKw4auv3LeuiFAiBxyrz+AkRqxWPC4TAY5V5PC5rLLC5JZvx1w"
    "2h07XxrBQoweiuMpfVjxtUhLPaxbkp0pakw+ogfVrgf3DmJxz7O3s8FVnf/+3Mh2g54gT+"
    "wonOUkyfh1csJPKCRV6RkKruy9hv0M5y5Iw3ORI1rDdamYjjU4p1g5JY80UqHRI/So6oWZ"
    "OVT0fVu6Jm1XqYQRs7WUYFipfSIvkTjoXAhgb+dDxY+MsWfvppPL9VLZTpeICyDOUcLwO7"
    "TVHrHB3Y9VQ+dyw6X5v69BkZ8Fdl/oLfuKtbxfERp0JT/a2SjAcoy1C6GHm8hj71GkNGoU"
    "Fg1QDF83OWoaYQ50i0w/i0kT4mUMcqAKf2Nsl7M08HF6fKFyc4PLVlc8VtcxjvwvWG/Bi2"
    "Ua84GOI3U5GPAW0Is6BBa/Pj9jfYSO6aT8Zr6G/oofu2dPI21PuTyNp+Iq7nG09OwGmaWg"
    "9xkUrDddwE53qYKyiHrQRlQS4QAcavYQzCorbCYmUrBe0qD5RpQftTmdMu3jrt4taLlMBl"
    "lbmMbbNVqGtGBvxVmb/ewtnwXMH1ck9GMaAR9P8NYwXtpQC9jf0Xx+V1ZRPooDkaDW3NjW"
    "BmwwT25irQCkXmw4nVb/7Fzli3zaji0QPHVea4izcWWrQUNQukwOdR8Hm+k8y7qVLuYSYf"
    "TS9ziYrd6qczqbJrJEANM+yl12qRCtbpCFPEDrFWOy+FHq/DDrD94jVqg6zken0V1uJ2Lc"
    "BKv8Lk05fb22aduV1Mf7a3b/PS6w25jybSaCkXPYpotydG31HRfvfF06siYzGpyONWrZQB"
    "iW5v7SDqORQl2Xj8cJTcthSHpOQPgmHCUuLDqxKZMmXWJOQHHsSoHDhGJV4TXFFSFPObp9"
    "KvCn6jJEFBjmA1RXBN94ojhXFGoaGP/6oBvle18F6V0XWdwJcKtUoJNMS2lxTXDfI5zePq"
    "AU7Ga4hvL76a+DqsIPywRpZVm8iSUQ2XydInzlEyy9ns7WWax8L+I0phefh4fXtbzWPBru"
    "tIRVWlBNp5vbqv9bCWSeFda7c+O0u2ip2tLfyzei7UsyYL9ax+oZ5VTlVup3tRy1NtGtyL"
    "/DO99Du1vRfMOXHrwc4oAG5puMcV1aqIP2B0jknwnvXgPXvGsp6zjAIqK4Lb7EBuM24hL3"
    "lc0/TFUS7XV1HNtqpKxSpzjiGODb/oNqq34bPfljpguu4dHC8vE+2gY/A4OgYzVnFlv5r0"
    "R8Qr6VcQ+EZ7LPBAZQJcpbhJnSe8dsnmScCGwbFhqCtNjUQ0FYhT6l35SkpSat75aZwD58"
    "bPx0C8WkZC4s4/uf78YZIcWZNQvsTmhNgTNPny+H6ydmx/NZ3MdxM67bcnJSZIE4vkiHA0"
    "SBLjkCQiZlUYIPBNJwQauvdE8CaGu7e1Nui3Fdc0yBwgc4DMMTJMRypzfGTnssDSUHj/qu"
    "zRg9wRG70opis8cZ2X8O919K0mFlkTf0I8KmBs6N92ewlF/mO4skzOnAnyDMgzYznDQJ4Z"
    "mTwDbj5wTakk3Kjb9etTxM2KYPMpLp1YL9Awgh4yH36i49YUynBdOZaJTRASxiEk5PjWmA"
    "MZjTaV4wfhQq6uZLRHJGSzjEJD4az7wp3eynmRqt+fEgC8DeBdsXnkg+5yZFAKROWIuw39"
    "pT7vgKq9E3IU2lwK3TWpQq4bVkeRUWwKRL3WqVBlm2hVUEWR+A8JTC1iP0sCmiOBSiqlTM"
    "EllgQzRwJgjtCIoWIgqGx4LdvQHeB6G08zxrX6Kqa5Q6+mHk35IOgA0c/NaoWME9HcybdH"
    "hZ9fXPpJJq+arkxhlr+67+k/RitXDVuV5S7wlw79VjesnOcJxyJZHDAVmSYp033sDlGWpd"
    "oiaDr56cTFC7IhGLoIKVmh5Zn+Phl7TjJeQ3PO6WWTwhZl80GursVl1ZuZW/pNES4QaQjz"
    "7KKJ2YyOqq9/c1G1Swbzf+OFFM45Eh1RblRGZCYoIzKrlhHx8VephPdkvBb4Dp2DvfLXnK"
    "7D9WAn4wHsFmA7T09G4HLwFrTNzUg0qDAwQGtiVv6ihXMjRwbODZWdG0uyxbYRbFrwuEQK"
    "fFaZz+MqDgJslmBzxTh8oEBzbBJ0woswD19MReaOdTqk40isnHXcW6HZxWUlFKs4hvyKwb"
    "pxYOtGuBgiwCQkuyKVFvJ0qcbkrIF0dzarrzA5K8t2L8TkxcTXhjWk4yFimxPXsMJkueLc"
    "rrVwZgSAJwfP8CxujmYyHLDkhVgSS+owTcZr1xW9+8KnsVghAW5GoeEt1X145Ra5BNm87K"
    "IfHu4+8SHO05Q1FrLwJ/+ZWKS/riU5IWweEMsntvct+9hDyGEMI7HhrWxjKwlsbIJxV5oE"
    "ZXIKpSYhfEt5YHvOQYPYGImmTh7a0lPa83fWvjA9sJke2EQaQdWnHe0eb4kXfdGKKS19Nx"
    "VZ08IIMjceOkQMURLWJx0aBKmN7N0QqY30S/ncmJZ6ITpHMrwMfZh7vBdp+WXFk5Pr9cNk"
    "vIbaYffqN6gibdb56FSRg2WQjIip7ZWQYcPyFYW0dWD+getfvHeCDV9ajN8IZcVFOKZ/IV"
    "FKLDwWmXBP+75I2jOl7P3JeO3s/bNGYcuCqOWKOXqD3QVXkBa35cuRaZMS3kVTPrTmm79E"
    "mmFGow2UA5dcWVPxwAg8nm2nvmlfnga8rBxUKTgyl1kyXJtF3BmQ+OuGUOG1hVJXpISQVJ"
    "V1uhfir0wqYdst+FymBU6rzGkw0mjLZong41zijmvGyc3t/Up3bI7RbuthXUo3XxcrZC/x"
    "PQotFhVDQeH9VGQuwPFIgyF+QKvBInBdbC84NaQESm6ORjtFt4meW6/mxlpuvUHBjVdGQ9"
    "E2GQ5qAke6VbVJmyr3XtylTZG0luie4VXzSC6g+tMyu+d6dsAXI2NyQtO/WDEPz4/XSP4F"
    "JLkcNMnFxU+Y3UZSZtoCkXZX2FkT5/BZvXP4rOIc3lhIqu5tMl5Dz3v3dVLCBhkcIV5sB8"
    "+odJINurCEb1xnS+IrpfGCzdHAom2waKFyUgruVQNsr2qhvarkwfhcFUGQBuPzlQQdsD1t"
    "cpWd1l9lp9U4JyUUXqVA7kTlLZT55kljIkdkSqLTXTawK9IkXk0GhLDrRo5KG//ZwMj76K"
    "sc6DEB4N0ab8OOmxI1PcLzNNoVrJo1q3YnKHZXqXVHp+ebKsVaSZ5Om+XdhVLiOz7iFFgT"
    "nhIJCVyKrY+KDdoZbSKjinStGKCYv+xQ+BOzJQMKhMCBthxw8VNgc9uCieDPU2lzjg+99p"
    "lSY7jBhiBOcaBX1aEcJVwA7WVFdom2YkKZEpjQ/gwa0Omt5qHfmc+b/XJD0vGdp9nT+60Y"
    "uq87vwumvzBFx5DP6SiQ6ac9dp7aESPmYgsjr124IncGCE5VLWqx0I8w2GFX2jBTpNLQun"
    "7ayDpzKjDPnFbtMxFqOOl/Iwd2SqYh2r3014hgo1uB7haOo/41vHOE2l0eZ41q5Z8JauWf"
    "VWvlR7AxWyIvhuo1uDM67dDuvuxDEvhAr9onGajLdNpB3cuxHVq1ZJHO0QDKTVD28MLFUq"
    "16MgoNEBbJlH10j/mFHrmSrZFyJAB4G8DJmltpRIh4SgOQS0PO/EHcDkn1iOdIAHBpwAn7"
    "9CCMTedI3PWol+kAemnoF85mZzxjuQi5HE0ryMt2GYXC6U8vG8kolwIZ5bIioyCflQSMEz"
    "Obolwg0mBl9x2kDOUPjsHuuFjhxXMbG3OObhAOH6BJuj4MlqmwkxFoE7vQmQMxCqyR3iw5"
    "MtgrKu8VqBByDGw+cEeJ8Ugzr2YWV7zWUnU0CzQ9xauMrZ5mpd7AYZt0qLlW9+nRQb/C5N"
    "OX29sTzvLtANqs2u2olm5TYAtbtgbXJrWX8BZzm2nJ1F76jHZrOsvNFo8ymrC2BlM1AHlP"
    "oO7DSXSCSKrUSqFqLnF4wdwx4Z2NHx36R4O1ZyH7czqbHodoaeEtMJ26C6zus6k0AUqyeE"
    "/hoOLU8CkfZKKeOuFIIzs+u25Vna/lEH5KaJgut6uWKtsD7XXYuyHa60DxjiHs4umukEC5"
    "QKQjzH2EojguWRIpH09GoSXGjSAWIFxJVHYDz+dmtzmOhZFdk9uTUZVQnlOyEcIsOofv7m"
    "4LZq13H8pO4C8f391Q3EPY6SDiFw5rKE0zUGma8cVijvtwhuTkQycGQjGmvosxPVHFSqrj"
    "e0oArSr3aFU5d8yd4a3Q7OJSZm2XyDRc3pdN1vdl/QK/rKxwJ/AXjlzOWY5EQ4i71xdXaL"
    "OhiLTxKpdIIZJKZa9yaDHdtuJziXSY8AEIEmnH57CcumTsQJ6m3zawinC1fRdYx+UaMKUd"
    "sU07s6iJ6auO2PyKUqkPbM4xxvN0FNxmAj8HHWdE3rrhGxfM8ZLYnnx7AvBzDObngIr6UF"
    "F/iHXeRfFK/JXOyyoIyQRhF4kgELsM6hZZgWSZ7JREpwU6sMnxV8eWshUk4zU8eLu3xVB5"
    "duW4/Ppk4sO3SKnT+u7iAM7kuQqsYrW8QAgx/Upr5dg2W6UqZmRgdVGZvy6mQvyipXWtQA"
    "pW1FHw+WUl5dgs0+mX4N15xISL14Rf3FosbeTphpM1/vAH9SWNAyeWjUi+kMgsU8neflDb"
    "Wy/m9kMklSm6TvfJKmtldX/V6ZHkWPTt8lBhWXft8djLi5GkrHBcGLlslnr/RZw900uGxg"
    "6jkMl2sJ7TZ5CaoZClrN5lkXCtof03Ga6TLacz42+88pujmREAnhw820Tx7hnAqyikEMF7"
    "aLN6xxG8HrasFnX1S2Qa4jxrVHp8Jig9PquWHo9ha1HrvUqpIea9lHuPkZPuZlCm0xDvHt"
    "sZQKMOaNSh58oeV6OOcZ/d42vVMZwc2HmzDuJ5QSv/YYEQvMQqew/BV9C9rwAs2hpZtN8z"
    "q01oSa4zbCcjpg3s28YiGtx/jH6tVfugdlUV7Np7WgHrLdYW8nxD2tRaooLIZW5Rz8Pk5s"
    "R1ALl7P6kQKNrzaSnCw2x1cGAd0oEVsV+27lWRqhs9RfvuJuCOAXeMKmp4t+4Y25ErgZWM"
    "1y6asxdz0rjaFyiiDoONA+oPQP0BbeoPPJLNCUfBYY+nIu3GJ5vhKw3kjl06svw26RokV4"
    "Wg/hA4hInz5E9U/g8bSk7CT2J/nP+5rzt2n4BzQbUButKkHb4FIg0Fw+7TX6mqiJkoLQVz"
    "gUg79fKsmZAokBHrqqRKLWWoEC5XQWN8pWhH3bAe6ir3mSUI1qgDWaNYC/R29ZV3+5ZXBg"
    "ZEQEKF68NywMNUQ+KAX9/BPqPQ4PIUWa366F3/i2v4FFkZvHMkAHgbwMmaKoqSiKc0ALk0"
    "5Ox2DFxOOHE94jkSAFwacPx1Q1zcqjZPgRLqLyntlQi7xrfxPOXooDe66gxu51wsUEL5JZ"
    "W5nPgcJFmcIwP+qszfcYUIAJtbshkKUUHlJJWiBbqunNRpvMB7x7bxIv7pvMiB3IDpKzEE"
    "DIp4rGKR0hAX0HlcAPhS+/elUrHDxLZPkMVJSa632ZTItIB6aMuNh2xz7nzl+D5E3YFzVA"
    "N2B06fjLY9MEjmrRY+SOaQpVyRCBtnKdfK8JJ5yntI8CowoHv5fS+Z/Jasif935NrRV6+I"
    "5IX3QoncYiOpeOL3k6T8U34BhR2Q2D9eVtFJ7FEpEEdvPB/qdKoUYlAv1KdcbCrRpwRayJ"
    "hFcV4EbyJgvq0V5t+WZflkYzSFNhmvIbJXDZC9qkX2qhIDmRw1RWjFdfxTIp1ixLoo4x+e"
    "1xUwBa3vPO1C7bqrLauYvKuuKgOWaCUl2cEs0R/WG8f170O9sSLyZi+F8i4Jhxmu89KLtO"
    "sGoQXcduK/+RXo03Fb7JpkEa4mCneY4VaawXMCl65H6LOrpjCcsKmpwJaMB4HtNYENSth3"
    "K2bEB4nEWs0oNAjq7Lt25guyGRIS8GYU2sF71QTeq3p4ryrwyiYXD59XPFpo0dwJpIwOKY"
    "F24PZS8j8n4zVFOEcCgsJrgoKLkedICWEZhXYruJeqSRZ+8g3uISH0c+fJwNEt4eheIxNL"
    "moNyJHvYgsYTVizRHTOERj5mIEcGAdsqxwsEtulUmfvDw90nPmOT8WWu0gt38p+JRbzetM"
    "VcSN88IJZPbO9b9rGHiOpj+BQ4XImHKoc+lVjHJijHQ5muszECj6cHCW+KAh1cFRJXBVvM"
    "dpvjrUAIB5zKB5wb2JLSQEYBjiGxY8jlmW+lnUKx7yGaa5ywvuoWytaUgi6hgJuYUGDLay"
    "4hSEbQPBnhiVjyRQoLRNpZC04bWQtOBdaCU067RfIrB2KRSzKh0KYVxtBV2Zm/npP8Ua8D"
    "ZRSgBXWuBUGeQhtWjE4sh3IPx8BlKvq77TZzkRK4rDKXn4hNvFUrNpdIgc8q85lZvYz2W5"
    "pDDvxWnd9gHtWbx0+I6uitTu48IfBYdR4HvPwdgeUmI9HObtNLlAc78KoA1xptkuHaGG06"
    "i7T1HR9xyqfWIpmOByjLUI6rNKoihQFGd7qrnwGnCGclop4CT7oFXo6k1xiycYA5vmzCsZ"
    "bFKC/bDnD94jXqLKjkWn0V09w+LQBKP3/y6cvtrcgXn4t8iDMgS266mOr7H++xhZKCfsKo"
    "hyjjcpyOiArWv/UZrHDzlQF2wolUiN9MRWEK+CuEKRxBmIIb2Kxqj3Qb+SJZK5W3fBwq1O"
    "fvvEnSyHl91sh5JW0E1F1Qd1WDEkJnBg+dgViNY7AwUF6ZuxZMztOBh0BlDoMXSH8egzX4"
    "GLh8YGuwkjahsRqDx7NN2luDhzVZqoloa5sl1wh8CPu6ktt+xLX6PlvItrH5Hfs+NX1jyk"
    "OmIuvnJhoc/UD1esdAxb1uNfR6+6hJlphXfLbeNJpR9BUIdDi76OV5A7vo5XmtXZS9AosI"
    "SNkgZYOUfXg0QcoGKVtBWBWWsl2yRYvdPaZwetzIgtIIsYwdjTXcaHD/IvZPJwvL8VKRwQ"
    "zCjAu5WtcQgdB1BMIz/X0y8nUyXsNSld13a8RrRDje8np0UwL9lJfZRRPthY6qL7d6UdFf"
    "LGQvA3paymCcp9FwFc+aoFyPcRlhH3/lSA31nUaT8VogK9IB+2gximzvhSf51sOdUQDgLQ"
    "CnuGL6S01jjheICtRSZzWHVrvks4tGyWcXguSzi2ryGVidWm2AsVmdYglfksUZFbBXafa6"
    "eE3C869NpFWBFAJxVOZzJGK04nOJFPisMp8L1hmpSzlPCDxWmceQKKqL00JJQPf3WRzGsv"
    "5X9z39xwnHoh6/mYos6b+49IdT4AawoOfcOEVVKGkoaRH7mf8W7OwHtbOvkfssY11IxuuW"
    "29e9kd0nviVluEkJtLPWdN8vTn33UHrkjXHt0o/zMc8tX2/xzZFosH6HNvguyRZzmkDUF8"
    "9OCaB2tpgZbToIYY+KxjLcyCiAHZ2zY+kiU+oiTQk0OIh67VrpLZDNq78iyvVOSCDZu12y"
    "t4U832Ao2q2MWhxyMG2pbNqKjAltWF2kHITLihi7Rsdk8BwfBZuDjdmSzUVKYLPSbN5i1y"
    "O8bt61UlGOYji56LRfuai7gkIYuYuVjC0ho+jEzKjw1uglWk/5SraqwC+RV8WseZKI5kig"
    "HXoJTWfpyKKZkYC/twAm+5sLpkiPzxG1urHUAvIwqvwGLfnA16/iHAms4hGWtz7EWdt5fe"
    "vEM7UnsLfxNKO8wF4FNXd7v44ov6OvNKKf0HjtOK8CmrtxaiqGl8/WDhD9HE+jJaK5y6TB"
    "pqfyUweAfsQmQdoimhMypava9xkI9oC22HzwdyG0lWCw3NvpKwFhHhvVQ0RYIQTsybFMHI"
    "d2QU13VSK9ZLvOD99wfrBgr/Mm8Ujn9fFI55V4pHjJS8CbUQDADQCGmAylYjIWK8fDdqu2"
    "4zlC8Fyr7AYBOzJYPtUDE2xGh7EZgfo4XvXxHtf1/IrfTEVqo4uH6flVKsSVi4yBJCFQHR"
    "XRbLqvdUuXuccLNhG0WUspNAS4+2SWF8c1OVHO9fimBDrC+6ZR5Rw2rB7iN1A750h1QijG"
    "oD+PFQ51GoeKCjEiw+j7qsUxKKmSyoQxgNO9A6f7YVT8j2EHwXApc9T83NupSNVfR30I2a"
    "JRrLcNKPVdK/WbwKUUUnp9jkRH1ahJieLT+hrFp5UixerV2T4gvL0U2h68EZPCJWy6N03N"
    "XeeFWz2sHt4cyWC14gdKvu8eXxNvyULqBM4o9Ktt0HmRoDEY/gYCd9YE3Fk9uLMKuDb+6h"
    "sb5HMS+wSOgTyRdiD3UpTcwzZvEdcX6EjGQyJqOV8HbNS1UOtkv4QO7cfAZSgZ3J9hFUoG"
    "j7Zk8Gd6/dOfdxMaEjiWwML7qbARXzTSCG0SzayBJ9f2hG5hus68ifM0QRMG0nTiuBPHxh"
    "N/hfwJ8Sa+M5njhbPGE+JPo6cvyJtQwcWnJKxk8bcnJVZ1OjFYJhU4faYCyySYzfo2m7G9"
    "YMjbzkpkGqLdvY1nDEaI4RZz52YI+ulYRj1Ox2tTv7LDOk1gaegOSr+F/pkjAxuD0tonmJ"
    "KOgs1gSjoGLh/MlNRCvxuHKUnG9vGa2enOxo8O/aNbo5OS0HdsdOrCkPRAlvaXzUm9JSke"
    "MG1iSmIJ+UawaWpMmrDx/xVsJi8saTw1AL1uLJIgBGOQAufHFIxBYAxSD20wBoExCIxBYA"
    "zaH0owBumsP4Ix6CjYDMagY+CyCjHvWicVQDGRHkPeN8jzmM5grJAnFZldIdQQ7lmj+OyZ"
    "ID57Vo3PtpC9DLh5s/Vg52l0xLkJyvUYV7Q67K49w8O8BrmCbtoFKg1RPm1Wx0VQxaUMNM"
    "tsph/5RNx1K2mWRw8yrdLSzpiyeAbbWb3k8fjoGRvIcui3qED9znEsjOyag6xAWIJ7TilH"
    "iLcA3nd3d7eF3fPuQ7nn2ZeP727o0RaiTweRyAcWGV72ckV25z37YGLbJ/7uhOM4S99NRT"
    "4zEo0i/VTrJ54XRBqLF8z/jRf+ftX6RZ2mmjaZinUcdfWiAXtM1bvDMsY1Pa0zCg2P6tnF"
    "RSOH2IXAIXZRSbmMt4QEyDkSQLkZyvSnYynHbkqgIcLdN0wYg998qOT3XrzmYPQ/BgUpaF"
    "fuMui02CUw+BiCP5X14YwlkVhNRMeaSXxHt83qeyvcNhUdNns5FSmxDhtmPNFxUE5Q8zhN"
    "D3se/SKSR2mRCtqkl7x5UKKx5DBt4i+td5dWvKWusyWmnDklT6Mhwt0HZdLL3W8TX1ymg9"
    "CKEtSc0AqHilEtoC7TabiueyuO2QLuKiUA3mR1j8hXOZBl6/TNrAnMbJggDmBWgZpNw5Hj"
    "HimYNU7KhEADiEXWjZt/PBYMG5Veqqlx4/bu01+S4eUGq0Wwx+HSGcxWe8QOnTFjDP6Gfv"
    "0NIVzGFruETspzwYtiSKrEA8aRpE9GFUgyrpDl0dboBjdaKzlkbF4WyJ05Bi4r4SwdjyV4"
    "dPx9IjbxVq14XCIFPqvMZ6itrYtLXElAx+oR/4w87xlzY7qTV1ORN/wFz5k/3Dao6BpGd6"
    "OGdbXBLT5at7i74R6kgubuG/4xqoNPYHZx1sgwciYwjJxxNMh4M0kiXSHUzsN4etbIC8OG"
    "1bsHzqqemE0wt8jCiA+8pj6CIpUWy3toV0F4Ma6QbVpS9qgSmRbQl+Lnmxws5/XnynnlWA"
    "lrFS6cwOaoOqJ0pyKdNoWlBkl7GpPFdThHehOb62W9zfWyYnNl0jDVxIONpBehQAcOBAkH"
    "Ali5W12hY7ObWMjzjZZG0DItWMhU5jRkjWhjIlMT0ZHbyKikZjEJBp/UG8uyMdNmVrNkvG"
    "JGMyh+0K0WUG9Mkw+1hfBxiQBbSDcp288um1jPynJIznZ2CUHjB17TY7OYDRTI1b29DCJ8"
    "QO+ByIDxqD1KAjpWreeaKijMlbhAvuOecFSe4oCpSN9B+aGg6hypquPhhYvlMlZSCg0Fw5"
    "4qkHm+4fmY5wcRLPQC2XAOPk2WPDhFQGQ8kKlchRaPXYiMMjIOdNdUsrvm+6hMOmI/5T19"
    "xJMZK2OEYuMiN9pgvflAdDxS0fHwVvJDizM92xTDtoH0A544ID+skWWJGw6mlMPJjhf9Lv"
    "iz2dvLdImz/4gW9cPH69vbqjQI9sNjEAYPXCVOrevi4CJhjOveUuFDNs8YGfCqYFhcf33L"
    "hvd44Wyxu6uTCwvvhTKhG48EeRDkwUPKg1pHTYAZ6ygkF3XMWMpKo2NxfaqJ6Hh9nybxb2"
    "zf5SZG594KRRXExhnYDjXk3iWVn07QIszRivEsnsT02b8gbfqgadMb7Ho8xUQQiZhSaGjD"
    "6r7u1nzHT98VJ4DtarJ3IftLlP2F5EpPIm37iHW/jP0V4TXUFLQFTgi0C+nspbv1uJQbRe"
    "Tg0ek2RWGoqWxTpOpXw1FFbZVo3gGhsv3pi/HS60BlvM5mGucqfVVtLG5TvuZYXrfD6eJK"
    "LtbWqjj9/MmnL7e3h9LFP9hb4qP4V1cbT2dvp8LW0+m4XnpPFxdkVAZ8r+7ToH53rX6PoZ"
    "j7gLHHPZRzdx25hLRkvIb4dtzUC9xd4O5STm8YnUoI4VjHwGWXSq6oXb2iEimUK1KZz2Dg"
    "6cHAE6pJdAPMd5K4VgjB2APGnsMYe7KlCCYfMbKVTauU4ec9oiK/ibi55+m7qTB/KB51wD"
    "DR2o0uihXNEXWTTwERoye/OraUcSIZr6FxonsF+hlvfOPJddZVhGsXeYFGm5rSs9Pzt+dX"
    "Z5fn6eJOn4jWdLR+90qB6O7g/Q7tHh0fWbyDN30nPHhNtKOnJR0GJy+cvBaxn+W4kFBAIQ"
    "pJJmSgv6ycKubiRM6YRCfQu0jipGeZxK0Wj9YJxL2utIKZ3SKLZ0/uKMhodIJ04MPAWyBb"
    "EveUBGBvDfuW4BdJ2FMSgH0P2D2SlJmTQT6jAvClwFdHbfkbskLoeWpL9G76mtqyZcNAbQ"
    "G1BdSWA5zdoLacdKW2kDW2+ZUwRFFDOSINLZ/dF78H7bAr7XCb3M9NF2tKoOFC7aU2LOjf"
    "oH8fE+ygfx+bCviDE7g2sj47VJevSRgpD5mKFMJ/R4OhzNSR6oAx/2WkkhwJRN6XZJJq4I"
    "CHl1TjkG1HnRFpEzcw8NU43/lY8mpMSQDzdpiHPRZkz/McEeA+OnnkAYXwVYSQ8LlQ8vDo"
    "CBA7jlTsOKBRSQX0OzMpefE2ayq7JeM1NCh1I7opcqz+jflqvyfhd6ycrdlL4QEb+nvpB1"
    "oNnX0n1xM2eOI8TTyMLGxOwhk8ukNWeEK/KnnCns9e//wntrEnJnHxwnfc3Z9/H438+duT"
    "EuO6mPOf9j9tynmfCsT04p48OW48yXRyGv7PC9ZrxCoQsnmiV3R65E+Qiye2M7Ece4ndCQ"
    "vHnXwTfY3fe4sVXqNvN7vf0fmfiEtlEHrKTCfYNtk/ou9H/+FNiD0h/nSyQtbTfzkbbE8n"
    "iH6QaxKmNrNPZMly3h8nXx7fF76b5SyQVfx+9KNCaQebhP4U9qc3CTYT36GfRugnmeE3ph"
    "y1CEWKfjD7Egy/ENc9Lrvwb4ljIhmvnX7XVS2z+pstXqmyPr4cmU6GuS78fOnulJAYCjQ6"
    "AdqZ5BAfdBKY5igAUQ6irNW3nE6RUOgEJ5h5jgH2VIxpYetJyMDa0zKCyCU+lRVaVH8oUk"
    "ItF+WqP6imfd6wrSrSQG/ivdxECw03fmNVdLFCVGtjulFBcYwUOxdvHJf+h6lKu0lg+8Sa"
    "YNYzJ9I2V1RDm2Ns03Hxkp+8EH9F9TiegtrTJzG19e/s3z/bmDI+il/9OVTp4g9gWm/6fI"
    "6Zmhrpgkx1jZ7/MZruZxZ4+XP0hv1z8kI/N8pjN0MVc+k45h//aYeDbUyYfhh+UjxNfvy+"
    "uiQYTg9pOFUjePo4ZZ4RhEvrJenkDk454EuEgH87/NfIxC3EzBwZyJggY74iY/4Nu15NJF"
    "tlTFNJcxuNbyhs3tl44jov/z35Oab7ebJkpplI9oqkvVhIpCJb0XERiVmhZDud/PyE7QX+"
    "OaKjC9+rEFTlz6E/vGPJT2zV7jKsQwXhr705u16i22ZrWyKKNyMCia71/RbuGDngUxKAfY"
    "zhSuGNch/ehvzbhr17/ZYZsNcd+yTp1nZd6ONjOZMhifY4ThBOZVywggwP/TP9tbJiYEKj"
    "E+xdRDZALnhXSMa1TSSF6IxIJzwHPhBc/IRdl9d9StAXJUejYShqL7nNgb82PCdweRpLPd"
    "JFKg2xPm3UQPNU0EDztNpAk6G2xiYJOOVexVhnVIB1c6wXaL1BZClVyaNMB3g3x9vHrvTK"
    "TmgAZ4l1XRcM/Mqyrg0GBrRr0A5VO5cTzlqPdI5EQ5RnTSSQevmjgi/x5cCNx2uIbC/r18"
    "RbIifZZRQ6Ytx5Gas5c6rJaSk5Eg0hvmyyii/rF/FlZQ17O8/HUnJFRgEANwDYQvYyQEup"
    "YyJPoyHI3R8UGwstML9kRz3KBaLhYD45GRHIirgAr7FLFqsTjgMwfjMVuf9QNkaZsgXHEn"
    "q7Z6ZWixAMQWnG2gAMHU7VXgyYbFNJIBwP1xDdnhTgGlPDDw93n+oU4Dozg0kW/uQ/E4t4"
    "Y/SDCMBlYLCZ0+DMBNNvPl7/owz3+9u7dyE4uahLNsG7Q19mv/1/EGxQUQ=="
)
