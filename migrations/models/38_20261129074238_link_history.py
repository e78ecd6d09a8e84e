from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "link_changes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "through" VARCHAR(12) NOT NULL,
    "key_name" VARCHAR(80) NOT NULL,
    "creates" INT NOT NULL,
    "changed_fields" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "link_id" CHAR(36) NOT NULL REFERENCES "links" ("id") ON DELETE CASCADE,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_link_change_created_20c4eb" ON "link_changes" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_link_change_user_id_5ce0d8" ON "link_changes" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_link_change_link_id_d3dcd3" ON "link_changes" ("link_id", "id");
        CREATE TABLE IF NOT EXISTS "utm_templates" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "folded" VARCHAR(120) NOT NULL,
    "source" VARCHAR(200) NOT NULL,
    "medium" VARCHAR(200) NOT NULL,
    "campaign" VARCHAR(200) NOT NULL,
    "term" VARCHAR(200) NOT NULL,
    "content" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_utm_templat_account_3ce380" UNIQUE ("account_id", "folded")
);""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "link_changes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "through" VARCHAR(12) NOT NULL,
    "key_name" VARCHAR(80) NOT NULL,
    "creates" BOOL NOT NULL,
    "changed_fields" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "link_id" UUID NOT NULL REFERENCES "links" ("id") ON DELETE CASCADE,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_link_change_created_20c4eb" ON "link_changes" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_link_change_user_id_5ce0d8" ON "link_changes" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_link_change_link_id_d3dcd3" ON "link_changes" ("link_id", "id");
        CREATE TABLE IF NOT EXISTS "utm_templates" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(60) NOT NULL,
    "folded" VARCHAR(120) NOT NULL,
    "source" VARCHAR(200) NOT NULL,
    "medium" VARCHAR(200) NOT NULL,
    "campaign" VARCHAR(200) NOT NULL,
    "term" VARCHAR(200) NOT NULL,
    "content" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_utm_templat_account_3ce380" UNIQUE ("account_id", "folded")
);""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "utm_templates";
        DROP TABLE IF EXISTS "link_changes";""",
    "postgres": """
        DROP TABLE IF EXISTS "link_changes";
        DROP TABLE IF EXISTS "utm_templates";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXelz47iV/1dU/jSpUiZt+Whnk0qV3ePZ7Rm33WnbSWonKQ4kwhJiitTwsNuzmf99Ad"
    "4HQBEUSYHQ+9IHiQdJv4fj3e//jtaOiS3v28vFwgls/+i/Jv93ZKM1pv8ov5pOjtBmk71g"
    "D3w0t8KxKBoUPkRzz3fRgk32hCwP00cm9hYu2fjEselTO7As9tBZ0IHEXmaPApv8EmDDd5"
    "bYX2GXvvjpX/QxsU38FXvJfzfPxhPBlln4tsRknx0+N/y3Tfjs8fHjd9+HI9nHzY2FYwVr"
    "Oxu9efNXjp0ODwJifsto2LsltrGLfGzmfgb7lvEvTh5F35g+8N0Ap1/VzB6Y+AkFFgPj6M"
    "9Pgb1gGEzCT2J/nP4l/mq5YYZxe/dg3F8/GMaRBHYLx2a4E8YFCsxv0bwZIOHTI/YBH/7n"
    "8ss3J+e/CyFwPH/phi9DuI5+CwmRjyLSEPQM5fDvCs4fVsjl45yMLyFNv2gbjJMHGcjZAk"
    "vgSwDqAdKjNfpqWNhe+iv634t3NRD/7fJLiPLFuxBlh+6HaKPcxm9m4SsGdgauhexlgJZS"
    "AOdpNAR51gDjmRDiWRlhn6yx8atjS0FcIBoO46NLj6A//ICekeujvk6JItrnpw3gPj8V4s"
    "1eFQHf0PVpyB4aBaIBAX9yMR4G6OPzBkAfnwuBZq+KQDsbhofjGgw8GbArhK0Ajy87NQ+R"
    "7tGeO8Fy5UtjXSIbcGmPdVmHR8FiRS857BnIr4L9HUWKHdA1J0mRvAS6GdN/m/yjk8Vekf"
    "16XOs1kD98/HR9/3D56TObfu15v1ghZJcP1+zNLHz6Vnr6TZk96SSTv398+J8J++/kf+9u"
    "r8vSYzru4X+P2HdCge8YtvNqIDOPY/I4eVSUgIj97BkWWRMOqz/avkAGKlKVOEwi3WVkB9"
    "iSfYnfz45P359enJyfXtAh4fdMn7yv4fvH24fSPnIx/VmeL49tlRDgrcIbrcDAwxwldMuy"
    "TYhawdrqMng3ElCf8Zs0pgUagLQMqYeRL41pkQhALYO6ZAekYRIqY3BOVrE0WKbrRPDebo"
    "YaTOzuXpt8cp1fsd1CDiwQDiIBDnqd6SQCmtjCPm7B4wIh8FhlHjv23EGuic0WbC7TAqdV"
    "5vTCxQz3FnwuUnbAZdUM3WNnM/PEPT3nvETswRwtnl/p9jQKb3I+RbyeY9dbkY1XXRBXMf"
    "H3P37BFgrxrLI+9kp+SicaL+uzp/EhVJLVPY/OuyNO99Esoz0F6zEKVejdALqhU2i7hKju"
    "gXddQGwOXQHy0XJHeB7QUldwNmi56+L5HHumdYTHC+ZscnYL7bjD0ol0hWqO/MVq17V0xS"
    "bRFSG0IQazXe4G0eWG/IjfdMUo8LixMVJSo2P7K+vt0dP4XGJ/77iObtGYNaotq8hfGz5e"
    "bygGu8L06K8f4pl0RWuNTYJ21dTiKXTEx3HNne//OzaHpgpaGICxwS5xzF1FSTrT53AiXd"
    "eSv7NR5EFfa0gYfmBY2Pd33m83bKq/I9dmX0pTuMh647j+jkB9DCf5EjSxHo0SJfy1A5Su"
    "w0k0Pr9tbBqhc213a+TnaLrv4tk0Be0Xlw4wd5Uu/+p+oP/Qdet56IUuK89/s3Y2ULKZ7t"
    "lEumKFApPefdimU+0K1iWb6prOpK2VgNgvxEcdnFUf04l0goo56ZyZI3LbFV8VZFM2mY0X"
    "CSB8YO9s/ODQPxrJqh8KE2pyETA417N1CeA1stEy/JZsOkYcw0Ax8DA/8TJ5Na1LvFxEgx"
    "RLvLwiS2E4ITf1khNGGDO8bpPtN9gtCiP842x2cvJ+9u7k/OLs9P37s4t3aTxh9VVdYOHV"
    "x/9msYXTvA8/CTYUJ2Q+0x9fxV8cdJiM1zBXsPvskxeqa3KPOzG+ORL90nuaZLweizNejy"
    "sZr2jp4lbRQQVCCA5SLjgoz+RX4q9MF722Cdwt00K0n8qcDjzsGnKFGHIkXVZjqDJVkZS8"
    "LbUXKkF1RXCryH7vuJgs7R/xW4jvR/o9kL3gZU4nTiuvqziDPSBaEbfpY3o6pFJpfjnRnx"
    "6FhIewX95/uPzu+ug3cZCilGYkKeV/Rzzn1Q5DzTiCfu5traxvhuOMNOgN5P3Dk/fl04x2"
    "TDBSjAk9Zxjhrxvitko1L1IOI5IqcqeBnAJyCsgpOsgpP9IdY1+5zqsXygQVSaXwvlZWeW"
    "YjjXk0FKQVkFZAWuleWvFwq2zoHBnIKSCnjJqnIKccopySy/7kSCnF3FCxjFJKRu1WQPkp"
    "j11cHpf9718guYxBcnEdS6pmZTJeQ7/qRQOx5UJc5rYstEBJgIOQXXJHnoT4UqQCCea30c"
    "iDqmwUjQRCJQLapCVCziHQAaq5LgSj3PlbcS2efCoJ25+xbdJfeE/59dE+4sjbxQG1Ivcm"
    "Gmp4dKxBbMUMg9Avout+EWAA7NUAGGYE0A944kB8v0aWJdQWi5TDFfU86wvpSGs8mb0/T/"
    "VE9p86zfD+0+XNTbWeJ/iAD0E/UVmWVoSnGonSKkp8itpW7/EicIn/dv0iyEspDqgV97x4"
    "qIFf+klSKVhZk9yGNXbpL6PiZcXYWhheNCclplmwxSpni4Ucl1SEPGnSEOtE3BHrpNISy8"
    "Q+IpaUhJ5S6Jfhct4oxeW8JsflvJLkYuIXspByJmQU2iHcfdc8KvNRuYST7CvGN0eiHcCn"
    "Zw0APj0TAsxelRw2zC4VJYw3BThHoh3APbQk5CxeseKejB9OZz/uV7rorBFHJvdJCWsFMo"
    "26Gw0itY3Vr6uIig1mE3BBqmw3GacLcl+Gk6jUPtdkklbhrzOWZAX/wScGPjHwibXyiY1D"
    "3R4ueq9zhRv0wT71wXGJ0aqIXKOTo+lPeyLuuh2jS7TAaqVZbSHPN1qmapVpgdVKsxpCRw"
    "6By3sObd9ubVSEsZpEto8DzTFZlUYZjbPvuHYlt/0uYe30K0xuH29uOrPXVaTrsARxWIud"
    "4xGSrlj8ITdpw9LsijmGREyTLVr84AYe/c01hUJKI6Z1dk8/GqtosRCwf4L9E+yfY1Ioe7"
    "d/goXuELQ80OUPgcugeILiqbjiuZ9ohkeBZP+4VZ4PQIjXX4jHa8msgZRAOxF+dtZEhqej"
    "xE7gs2ohYgaX8YJdQidtI2tyJ4D2CSrLInbcdrvplkrGg9bWQGvbIM97deituELeSgblCq"
    "GGcM/eNcGbjhIfYe8qiFvIXgZUuJABO0+jI87d544Yvzq2FMQFogGjsS49gv7wA3pGro/6"
    "knV6r7exwnJHdEowINDem+fj9TAQd1wbEL1QeVNWHy8Q9epXV0WykXCsx+A8EblyliUy7Y"
    "I2T5vcd6fi6+60ctvZ+NUzWvezq1KDqK6yqG6RNfE9Yx20cwRwyIHfKvOb2bRk1bM8DRyg"
    "Ww/QzUpSkE0JtAO3+yofjrtENvHSCJemGJfptIP6eNao4sespuLHjNPWFhu7BPjz6MFbrP"
    "QFEfltWvC6QAhCgMo89rG79sJsDCkTQIFKvwO086bgEF+j7W6qxAqIfduFYF4vqR7Ij+H9"
    "/sdG0bse7q9Gzj6idgv3T6k3cHugit2IdcQqH2jcHqdyL0QdkSp1SGoPVrElk45Q8Srbt8"
    "erUlJfR8g41WHbI1apSqsnYlmJmF2gSqvR6AgSL5+kPVjVTBYdMUMbYjzjtx2xutyQH/Hb"
    "aJXUeoiYaGUsVshe8uo1ysDEZKsP4USaQkXWG8fd9UD/GE7yJWhyTo0RJPy1A5Cuw0l0PZ"
    "U2FrJtepKHNrLd773P0XTfxbNpi5pLXtDizXAx/c7erivsczTbl2gyTfcii5Wl66wD7flT"
    "OFND7XmMUBGTytfEJ7tegh+jeZpIC6PchQ4K/JXxZFGxcTeg7thE39N5NF1QLL52d9Hzcz"
    "SLrqspBonJnxYzve+6+2K4PiTTabq2XLxwXrD7FtaA2BGyL/FcDUs/jHKZocAkvkEPZnfn"
    "8/2STXWdVH3UcG0R+4X4qAOx9GM6kUZItSzcklhRBell8kVbYkPqdTKfJvAWN62/YrLUAv"
    "kOJ91WHrPL8oSagCaZARsK8ZwM2ES4F2fApnpE183ONklqDIsQmlvO4vmI/oSf8vWo8Fef"
    "hR1aRtLQrND+LF+4yrGoUIlDL7q3QNEplnxAFJWSeNKRu1iRl8yxjgIv/U/4LdL/FUsfLC"
    "yyeDbCYNdwGpP+g60iuUZrkLzbdfKut3JcX1AXSxzIUqTSMDurj1o8nk/sqAxZ4Ep2WauQ"
    "agj57N1pkxQiNqwm9fC0kkjkE18u4SUl0C5Aq5fczvw3k1vUeTLtsD5rhPVZDdZnVaxtx+"
    "cpYzV54QmBdvjSldhwMdeu5grECtV6UlOYHm3EYSGwtCiOltSkmg5xJULoEVddDM16xO25"
    "CINqPOj/nn5y3NDeQn8vr2PLleNYGNl8zCu0JcznlLiv+yRRu4Y90a7u7m4Kh9nVx9KSvn"
    "38dHX95ZvjkAd0EPEFK93FJr0XFr7h+cgPONf3/RpZlvDE4ZAP1+/z5N2s31PnZPb+PD1n"
    "2H/qTpb7T5c3N1WAXwgy0IZIrukc1YCrOX0y2uXMrFjPmGOcqUU7RwVnR3Owc9Y9qSsyT6"
    "Wd6N99wnFqjpSSBfNUwx3J77QSA/Om5+bI56kA+XbIp4b+5rBnvgHAvBXmYQ+vZPG27QFW"
    "ogdDg8qGhoKDTIbVBULgsco8LvlEpco7lNypwGeF+Vz0b8uwuUgJXB4Dl19XUn2NS2TaKV"
    "29+LOKsSXytVIG3VGK9GAY3YaCIh4HweZgY7Zkc5ES2Kw0m1+w63FDPYRWgxzFcHaD474u"
    "xchuMDs+fX96cXJ+mpoL0id1VgKOFQYzFaCK5gP+KjLCpBQ6OD7rtsb1Px4KuyIRJb75dP"
    "mP3xV2xs3d7X8nw3Oix4ebu6uyMy6weBE0YrhTAkBbHm3ieLLBjjkS7WTovkIckW26DjFl"
    "oS6RAdwN4XY22G4TIJanAxuAykIOfWKxBCXZHVWmgy3VcEvZ9P6VBTtPA0BLAt2qMUGBFE"
    "4wlU8wtGH5k8YG+RzlojZSp0QJsVES4Tr5jDuJk6xEpoOmUa4M3Kw0cF1t4GqXABe/EPxq"
    "SCf4VAg1vD16CCBOYGuZ8CMg1w77XhwlCXgbsvADF0u2xeJTQ38scYbmYoVbBLkKZmh3hY"
    "4H4w4v0DgpXbbtW4Gq307sqoAusbDDcGDJEyMjgWOitrF9voxCAVzp3vaX2UzjXKZb+9sX"
    "9ym/xX154XYA7GekU1WrMqi5rcpHtFBtR7CKPSq27Vrm6Z7NoQ/OxRiGwYv9jmWPF61L9O"
    "8dQbpFIzYd1aPzi9tF8bm/ug3Lzo0RIhd3UAn5C25YCXksCElVUKuWtsrl7qElB9tPyH57"
    "cNifDS/UB7Rsc4Jtr6i0n+s0/FVGqbRX/Btdttqwmb7N6gLHKdGs0miEbHwJp2yJ34TF4q"
    "NX/sp1guUqfZqwg3tv0+dGBeHfasuURTcwp05ZejWLC5VlEkC3lcpKdceg3NcAql9Nua+F"
    "s5Gr9JUQdGOn2+sRUOpX38RMdyG20l1At7oDda0pb6NSJFJdwkSVuySbApoj6dVENT4wM1"
    "mkeWpvRtNTSaNBD/rBknvHZxhURObeyS5oxWV3d8S1s9YcKmKaOx63A+pHys6OeDZTC8cJ"
    "Z3Y+yhpZd1TeaxU+hjhH3YsZIVb2EsWz66LUxZrSJq7WnZbS/+ourKaXVcxMdZWSAQtRiP"
    "VCO7a6No69jMdrWIf4ZNZALzyZCfVC9qpS48bkxRLUxBGnFBoC3H1tbQqcE3D6HdQX1suo"
    "NKri2UU9PfUVXFVsFxA2oIp6AE7uPbuWBA0TpX1LDZUytYQ4WedS8iPL3qXUP1d0LuV0ub"
    "J3KdNLdnIuZU1xRKpGGETD0TWS4BqxssECVPp3LBWUj6I9nUCbmb37nayAY2GocTvF40H8"
    "bSD+QoeTDNwmTr1zsVPvvFqiyEVPHDHth/u7W0EQeEJQduORhT/5z8QijVontwM5OynmAb"
    "F8Ynvfso/dx2HBACp49Cr1BMqlA0qnCpugXE8Aio8cdVl8JIpqZDXLeC5r8flRptPuGOm+"
    "wnQCWYvYgAIlxAYoHRuwCeb0gF/xrH3iG6NAtNOtoabWOdj1YAfrOebYAYW3Q0agTUXrzi"
    "6HdFUa8rculxYgFkPcoj50iRbKMah8L7D0W8li+ymJNvtmH8X2GYrtS+0XqGGHqbzDoDj3"
    "IXEZinNDce7pnr09WmwoyFk4CDZDmWExL/sofAshNBBCo2MIjSDKQ7YKwmgPkPrsdS+Ys8"
    "nn2N01yiidSKM1WYJqs6E7ndkGd8YqnUlXsKCsRn3NiBfSwTr6Ek+j6yKC6iNQfWQfIaL1"
    "FSuyi45XtqJwDdbUrijeu11nNSVlyPAaEauS0bQl8HA6KQxI5oIIxT0oE9OJOEIxYm4F6J"
    "qizQmBhjGKs7MmQYp0lLh+8BknS8f2ME9fqwk0ykg0RPmkkdX2pMZqe1K12iKPGbpbYF0h"
    "1M5K3gveFrKXAbdOpRjqPI2G67pJAqU4f7KSPuk7z9g2TLLEntSCLtNpV8Goj0RK+4m463"
    "b+gBItOFJVdggEdio0t2rZWSUHfqvMb/DzHQSbwc8Hfj414R9DvwJ94AS36QE0LBgrqjt0"
    "LOjXFp05ErnG6IKfsc4aXXRt9mqOTvRbqLOlUAz6FitzC1tGmU5Dq1EPefFKGY72G7PaN9"
    "ZgTzgsRZPC7rXidIEQeKwyj8dlM4IMgJYp66Bt96htg0Y4Yo3wCvmL1RFHF4xeTOu0wDkb"
    "Ag11dA8beqa/T0a3SMYPGFyRVMvvX604Pm+gVhyXL7tck/fzigpHp+DgK3ZnpAQaRK8M7c"
    "xwwm/ICX8Vl67JkUC5s3qGtKhnI4jXFrMjJVCDGezztGGG6dgcSU5oN02Ga1O9o7OqN4FN"
    "tUOpAlkZBazrztf1Gpm4hYqfIwMrjtr6fcu6KAVC4LHKPH5CxGrF4wIh8FhlHo/LGgtsbs"
    "lm/HVD6HRtPCsFSjC6q8xl9eMGFeGsdnFuirQl6bA6SJ8W+B+c+RHH/s4eT+us7/925kO0"
    "HHECf+FEZymmz8MrFhJ5wSKvSEhV92XsN+jNcuSMNzkSNaw3WpmI41OKdYOSWPNFKh0SP0"
    "qOqFmTlU9HiV1Rs2o9zKCNnSyjAsVLaZH8CcdCYEMDfzoeLPxlCz/9NJ7fSghlOh6gLEM5"
    "x8vAblPUOkcHdj2Vzx2LztemPn1GBvxVmb/gN+7qVnF8xKnQJL5VkvEAZRlKFyOP19BHrD"
    "FkFBoEVg1QPD9nGWoKcY5EO4yPG+ljNepYBeDU3iZ5b+bp4OJU+eIEh6e2bK64bfbjXbjc"
    "kB/DNuoVB0P8ZlrnY0Abwixo0Nr8sP0NNpK75pPxGvobeui+LZ28DfX+JLK2n4jr+caTE3"
    "CapoohLlJpuI6b4CyGuYJy2EpQFuQCEWC8DWMQFrUVFitbKWhXeaBMC9qfypx28YvTLm69"
    "SAlcVpnL2DZbhbpmZMBflfmrfpyrKqyVqI8Zpl7N3yRBLVLtAOpomrFqFzu8j7XaeY3MeB"
    "12gO2j16g/npLrdSusxe1agJV+hcnt481Ns5aNgcctQSPT0oqy5NHTqwJNr12tUrw4luU8"
    "lltty0bKvK0G5qPLzx8nLqage743CbckNifEnqDJ48OHydqx/dV0Mn+b0Gm/PSphJ03MLU"
    "wah5OGo6Eg6TgKkkbMqjBAbJdKCTS0SdXBm9ik3gttUu/LNqlkQ1XhFS7uPMlwYSv9r/LO"
    "IlfYoSgn92YUoEjUS73cJAJ5iTd1nY4T062SWbagVMqU+8TOZUssdxTeb5U9epA7Yj2BYr"
    "rCE9d5Df9eR99qYpE18SfEowLGhv5tt5dQ5D+GK8vkNECQZ0CeGcsZBvLMyOQZMJCCNU8l"
    "4UbdUgA3xH6mx7jNF29yb2uFG1YM1ViEA4cI3As/LsJSOlQPhIahhAZ/5TrBUkpsyJFoKD"
    "gcN2nheyzu4XtcaeLLlCbZSMk8jXYZERdNYiUvxLGSF5VYySiQiSOdXTmOhZFdF/7EE9Dm"
    "lKwvkNMnw8oQV3d3NwXX+dXHcl3kx09X13Rth7jTQcQvnCE5tMM7xEzOkwro4hLVVUotTp"
    "C6sIU+qlWPK+JPEZf46AJIcgJUU+UoRwKaUblcjIddSThzJBA0UqdmJn0WdtQxb+Jpxrk+"
    "tyqYud25PVYkiCM8IFBEDGhuf0pHifSpr99GPKxo6rexRC/W0RlBL51TTWdNgQwXlGOZ2A"
    "Sj/jj08xzfGnMgo9Gm/MMgXMglh0V7pIJ6TWJYSqGFRtN39p23cl6linCkBABvA3hXbB55"
    "7TBHBrkFKquGG/pLfd4BJbwTchTaXArdVZpDrotNbmS2WDksEPWqHqqyTSSUbfV9u+PQuZ"
    "WwBympHO4I5t5a/+oC5viCDlS0YMhmEA1raFNyrbY2s2VWofJB0AGiDbtUjxNRUY9quWys"
    "X1xD0NVTJiHrr+4H+o/RylXDZmM9+usHvN5QTLn2yPzraZ1ZMvDXhh+P7MU8mb8ywD7ZaE"
    "GpYZ+EEmA9lgADM2T/rS08J3B5zQ9qTJEphXaRWbNG9YBnNfWAZ9V6wGtskmAtg3BGAQg3"
    "QXiB1htExVUZjPM0gHITlH3sSq3iZDyg22gNO7aPeUaDmiWckQDGjTAeVdygKmbv0XmH1D"
    "e+q8Ja7WycSpg0pqNJrLoL/KVDf+L1GhHriGMhKQ6Y1qZXYZ/e+ENkVlXroE8nPx25eEE2"
    "BEOpdCVLpUNr1kyNP2+ixZcv0JwSf17Nzs4t/aYIF4g0hHl21iSsiI4SS5Bn1bitYP5vvJ"
    "DCOUeiI8r9aJpfORCL06qS8VrgO3Qy1cpfc1qricFOxgPYLcB2np6MwOXgXdMbLCPRTsvv"
    "pf+aR++0Fip+jgyCP1VW75fkBdtGsGnB4xIp8FllPoO1Tls2VwxL+zF/fMImQUe8innhi2"
    "mduWOdDukvFMRbodnZeSUUpDiG/IrBurFn60a4GCLAJCS7IpUW8nRRvDtpUkvmRFxL5qRS"
    "S+aVmLwaf8Jgp3Q8VKDj5H2sMFmuOLerEM6MAPDk4Bmexc3RTIYDlrwUVGJJHabJeO1aP5"
    "42UZFPxRryaVVBjsQKCXAzCg1vqe7TT1+QS5DNq5b6w/3dLR/iPE1ZYyELf/KfiUW83g6G"
    "nBA2D4jlE9v7ln3sPuQwhlG94a1sYysJbGyCcZeMAmVyCqEfEPqhPLA9h35A7tCW3KGCVI"
    "Ne6Cnt+W/WrjDds5nu2UQaQdWnHe0LfiFe9EUrprT03bTOmhZm2Lnx0CFiiJK0RyjNrGxq"
    "lTAiWixEiyOiB5Ch93OP9yItv654crJYP0zGa6gddq9+gyrSZp2PThXZW4WNETG1vRIybN"
    "kCRSFtXbhgz2HnH5xgw5cW4ze1suIiHNO/kCglFh6KTLijfb9O2jOl7P3JeO3s/bNGYcs1"
    "UcsVc/QGuwuuIH2/RpYlLpmXkWlTMu9k9v48XbnsP3WL9v7T5c0Np2/Xmm/+qtMMMxptoB"
    "y4JO2aigdG4PFsO0LUCzTgZeWgSsGRucyS4dos4s6AxF83hAqvLZS6IiWEpKqs070Sf2VS"
    "CdtuwecyLXBaZU6DkUZbNksEH+cSd1wzTm5u71e6Y3OMdlsP61K6/hr1SvsiKN1XeD+tMx"
    "fgeKTh9lO8r6nVYBG4LrYXnBrbNUpujkY7RbeJnitWc2MtV2xQcOOV0VC0TYaDmsCRbk3E"
    "WbbsGuRjGQ+vu/tGCGoNYuwu49mr92Neje4ZXjWP5AISn5bZPdezA74YGZMTmv7Finl4fr"
    "xG8i8gyWWvSS4ufsLsNpIy0xaItLvCTpo4h0/EzuGTinN4YyGpMobJeA09793XSVk7tr/i"
    "CPH1dvCMSifZoAtL+MZ1XojJ69NYs2BzNLBoGyxaqJyUNU5vgO2FuG16JQ/G56oINWkwPl"
    "9J0AHb40a1pWtKS1fjnJRQeJUCuROVt9AGjSeN1TkiUxKd7rKBXZEm8QQZELVdSXNU2vjP"
    "BkbeR1/lQI8JAO/WeBuyHS7yNNoVrGrUgaGmAUO1/wKDi2+qrNdK8nTaLO8ulBLf8RGnwF"
    "rtKZGQwKXY+qjYoDejTWRUka4VAxTzl+0Lf2K2ZECBEDjQlgMufgpsbr+iOvjzVNqc40Ov"
    "fabUGG6wIYhTHGirOpSjhAugvazILtFWTChTAhPan0EDOr3VPPQ783mzX25IOr7zNDt6vx"
    "VDd7vzu9jMiKXoGPI5HQUy/bTHzlM7YsRcbGHktQtX5M4AwamqRS3muT4P3rArbZgpUmlo"
    "Xe+lP2aEGk7638iBnZJpiHYv/TUi2OhWoLuF46jfhneOULvL46RRrfyTmlr5J9Va+RFszJ"
    "bIi6HaBndGpx3a3Zd9SAIf6FX7JAN1mU47qHs5tkOrlizSORpAuVHzaLxwsVSrnoxCA4Tr"
    "ZMo+usf8Qo9cydZIORIAvA3gZM2tNFKLeEoDkEtDzvxB3A5JYsRzJAC4NOCEfXoQxqZzJG"
    "4x6mU6gF4a+oWzeTOesVyEXI6mFeRlu4xC4fTH541klPMaGeW8IqMgn5UEjBMzm6JcINJg"
    "ZfcdpAzlDw7B7rhY4cVzGxtzjm4QDg95hGnHYJkKOxmBNrELnTkQo8Aa6c2SI4O9ovJegQ"
    "ohh8DmPXeUGI80szWzuOK1lqqjWaDpKV5lbPU0K/UG9tukQ821ukuPDvoVJrePNzdHnOXb"
    "AbRZtdtRLd2mwBa2rADXJrWX8AvmNtOSqb30Gb2t6SzXL3iU0YTCGkzVAOQdgfoSTqITRF"
    "KlVgpVc4nDC+aOCe9s/ODQPxqsPQvZn9PZ9DhESwtvgenUXWD1JZtKE6Aki/cUDipODZ/y"
    "QVbXUyccaWTHZ9etqvO1HMJPCQ3T5XbVUmV7oL0OezdEex0o3jGEXTzdFRIoF4h0hLmPUB"
    "THJUsi5ePJKLTEuBHENQhXEpXdwPO52W2OY2FkC3J7MqoSynNKNkKY687hu7ubglnr6mPZ"
    "Cfz46eqa4h7CTgcRv3BYQ2magUrTjC8Wc9yHMyQn7zsxEIox9V2M6YkqVlId31MCaFW5Q6"
    "vKuWO+Gd4Kzc7OZdZ2iUzD5X3eZH2fixf4eWWFO4G/cORyznIkGkLcvb64QpsNRaSNV7lE"
    "CpFUKnuVQ4vpSys+l0iHCR+AIJF2fA7LqUvGDuRp+m0DqwhX23eBdVyuAVPaEdu0M4uamG"
    "51xOZXlEp9YHOOMZ6no+A2q/Fz0HFG5K0bvnHBHC+J7cm3JwA/x2B+DqioDxX1h1jnXRSv"
    "xF/pvKyCkEwQdpEIArHLoL4gK5Ask52S6LRABzY5/urYUraCZLyGB2/3thgqz64cl1+frP"
    "7wLVLqtL67OIAzea4Ca71aXiCEmH6ltXJsm61SFTMysLqozF8XUyF+0dK6ViAFK+oo+Py6"
    "knJslun0S/DuPGLCxWvCL25dL23k6YaTNf74R/UljT0nlo1IvpDILFPJ3r5X21sv5vZ9JJ"
    "Upuk53ySprZXXf6vRIciz6dnmosKy79njs5MVIUlY4LoxcNovYfxFnz/SSofGGUchkO1jP"
    "6TNIzVDIUiZ2WSRca2j/TYbrZMvpzPgbr/zmaGYEgCcHzzZRvDsG8CoKKUTw7tus3nEEr4"
    "ctq0Vd/RKZhjjPGpUen9WUHp9VS4/HsLWo9V6l1BDzXsq9x8hJdzMo02mId4/tDKBRBzTq"
    "0HNlj6tRx7jP7vG16hhODuy8WQfxvKCV/7BACF5ilb2H4Cvo3lcAFm2NLNofmNUmtCSLDN"
    "vJiGkD+7axiAb3H6MvtGrv1a6qgl17Ryug2GJtIc83pE2tJSqIXOYW9dxPbk5cB5C795MK"
    "gXV7Pi1FuJ+tDg6sfTqwIvbL1r0qUnWjp2jf3QTcMeCOUUUN79YdYztyJbCS8dpFc/ZiTh"
    "pX+wJF1GGwcUD9Aag/oE39gQeyOeIoOOzxtE678clm+EoDuWOXjiy/TboGyVUhEB8C+zBx"
    "Hv2Zyv9hQ8lJ+Ensj9O/9HXH7hJwXlNtgK40aYdvgUhDwbD79FeqKmImSkvBXCDSTr08aS"
    "Yk1siIoiqpUksZKoTLVdAYXynaUTesh7rKfWYJgjVqT9Yo1gK9XX3lt13LKwMDIiChwvV+"
    "OeBhqiFxwBd3sM8oNLg866xWffSu/8U1fIqsDN45EgC8DeBkTRVFScRTGoBcGnJ2OwYuJ5"
    "xYjHiOBACXBhx/3RAXt6rNU6CE+ktKeyXCrvFtPE85OuiNrjqD2zkXC5RQfkllLic+B0kW"
    "58iAvyrzd1whAsDmlmyGQlRQOUmlaIGuKyd1Gi/wwbFtvIh/Oi9yIDdguiWGgEERj1UsUh"
    "riAjqPCwBfav++VCp2mNj2CbI4Kclim02JTAuoh7bceMg2585Xju+jrjtwjmrA7sDpk9G2"
    "BwbJvNXCB8kcspQrEmHjLGWhDC+Zp7yDBK8CA7qX33eSyW/Imvh/R64dffWKSF54XyuRW2"
    "wkFU/8fpKUf8ovoLADEvvH6yo6iT0qBeLojedDnU6VQgzEQn3KxaYSfUqghYxZFOfr4E0E"
    "zPdCYf59WZZPNkZTaJPxGiJ70QDZCyGyF5UYyOSoKUJbX8c/JdIpRqyLMv7heV0Bs6b1na"
    "ddqF13tWUVk3fVVWXAEq2kJDuYJfrjeuO4/pdQb6yIvNnLWnmXhMMM13ntRdp1g9ACbjvx"
    "3/wK9Om4F+yaZBGuJgp3mOFWmsFzApeuR+izq6YwnLCpqcCWjAeBbZvABiXsuxUz4oNEYq"
    "1mFBoEdfZdO/MV2QwJCXgzCu3gvWgC74UY3osKvLLJxcPnFY8WWjR3AimjQ0qgHbi9lPzP"
    "yXhNEc6RgKCwTVBwMfIcKSEso9BuBfdSNcnCT77BPSRq/dx5MnB0Szi618jEkuagHMkOtq"
    "DxhBVLdMcMoZGPGciRQcC2yvECgW06Veb+cH93y2dsMr7MVXrhTv4zsYjXm7aYC+mbB8Ty"
    "ie19yz52H1F9DJ8ChyvxUOXQpxLr2ATleCjTdTZG4PH0oNqbokAHV4XEVcEWs93meCsQwg"
    "Gn8gHnBrakNJBRgGOo3jHk8sy30k6h2PcQzTVOWLe6hbI1paBLKOAmJhTYss0lBMkImicj"
    "PBFLvkhhgUg7a8FxI2vBcY214JjTbpH8yoG4ziWZUGjTCmPoquzMX89J/hDrQBkFaEGda0"
    "GQp9CGFaMTy6HcwyFwmYr+brvNXKQELqvM5SdiE2/Vis0lUuCzynxmVi+j/ZbmkAO/Vec3"
    "mEf15vETojp6q5M7Twg8Vp3HAS9/p8Zyk5FoZ7fpJcqDHXhVgIVGm2S4NkabziJtfcdHnP"
    "KpQiTT8QBlGcpxlUZVpDDA6E539TPgFOGsRNRT4Em3wMuR9BpDNg4wx5dNONayGOVl2wGu"
    "j16jzoJKrtWtmOb2aQFQ+vmT28ebmzpffC7yIc6ALLnpYqrvf/yCLZQU9KuNeogyLsfpiK"
    "hg/VufwQrXXxlgR5xIhfjNtC5MAX+FMIUDCFNwA5tV7ZFuI18ka6Xylo9Dhfr8nTZJGjkV"
    "Z42cVtJGQN0FdVc1KCF0ZvDQGYjVOAQLA+WV+daCyXk68BCozGHwAunPY7AGHwKX92wNVt"
    "ImNFZj8Hi2SXtr8LAmSzURbW2z5BqB92FfV3Lbj7hW32cL2TY2v2PfR9A3pjxkWmf93ESD"
    "ox+oXu8YqLjXrYYuto+aZIl5xWfFptGMoq9AoP3ZRc9PG9hFz0+FdlH2CiwiIGWDlA1S9v"
    "7RBCkbpGwFYVVYynbJC1q8fcEUTo8bWVAaUS9jR2MNNxrcv4j909HCcrxUZDCDMONCrtY1"
    "RCB0HYHwTH+fjHydjNewVGX33RrxGhGOt1yMbkqgn/IyO2uivdBR4nKrZxX9xUL2MqCnpQ"
    "zGeRoNV/GsCcpijMsI+/grR2oQdxpNxmuBbJ0O2EeLUWR7rzzJVwx3RgGAtwCc4orpLzWN"
    "OV4gKlBLndUcWu2Sz84aJZ+d1SSfnVWTz8Dq1GoDjM3qFEv4kizOqIC9SrPXxWsSnn9tIq"
    "0KpBCIozKfIxGjFZ9LpMBnlflcsM5IXcp5QuCxyjyGRFFdnBZKArq7z2I/lvW/uh/oP444"
    "FvX4zbTOkv6LS384BW4AC3rOjVNUhZKGkhaxn/lvwc6+Vzv7GrnPMtaFZLxuuX3dG9l94l"
    "tShpuUQDtrTff94tR3D6VH3hjXLv04H/Pc8mKLb45Eg/U7tMF3SV4wpwmEuHh2SgC1s+uZ"
    "0aaDEPaoaCzDjYwC2NE5O5YuMqUu0pRAg4Oo166V3gLZvPordbneCQkke7dL9raQ5xsMRb"
    "uVUYtDDqYtlU1bkTGhDauLlINwWRFj1+iYDJ7jg2BzsDFbsrlICWxWms0v2PUIr5u3UCrK"
    "UQwnFx33Kxd1V1AII3exkrElZBSdmBkV3hq9ROspX8lWFfgl8qqYNU8S0RwJtEMvoeksHV"
    "k0MxLw9xbAZH9zwazT43NErW4stYDcjyq/QUs+8OJVnCOBVTzC8tb7OGs7r2+deKZ2BPYm"
    "nmaUF9hWUHO393ZE+R19pRG9ReO142wFNHfjCCqGl8/WDhD9HE+jJaK5y6TBpqfyUweAfs"
    "ImQdoimhMypava9xkIdo9esHnvv4XQVoLBcm+nWwLCPDaqh4iwQgjYk2OZOA7tgpruqkR6"
    "yXadH77h/GDBXqdN4pFOxfFIp5V4pHjJS8CbUQDADQCGmAylYjIWK8fDdqu24zlC8Fyr7A"
    "YBOzJYPtUDE2xG+7EZgfo4XvXxCxb1/IrfTOvURhcP0/OrVIgrFxkDSUKgOiqi2XRf65Yu"
    "c48XbFLTZi2l0BDg7pNZXh3X5EQ5i/FNCXSE912jyjlsmBjid1A750B1QijGoD+PFQ51Go"
    "eKCjEiw+j7qsUxKKmSyoQxgNO9A6f7flT8T2EHwXApc9T83Ntpnaq/jvoQskWjWG8bUOq7"
    "Vuo3gUsppPT6HImOqlGTEsXH4hrFx5UixerV2d4jvL0U2h68EZPCJWy6N03NXeeVWz1MDG"
    "+OZLBa8QMl33ePr4lfyELqBM4o9Ktt0HmRoDEY/gYCd9YE3JkY3FkFXBt/9Y0N8jmJfTWO"
    "gTyRdiD3UpTcwzZvEYsLdCTjIRG1nK8DNmoh1DrZL6FD+yFwGUoG92dYhZLBoy0Z/Jle//"
    "TnXYeGBI4lsPB+WtuILxpphDaJZtbAo0t7QrcwXWfexHmaoAkDaTpx3Ilj44m/Qv6EeBPf"
    "mczxwlnjCfGn0dNX5E2o4OJTElay+NujEqs6nRgskwqcPtMayySYzfo2m7G9YMjbzkpkGq"
    "LdvY1nDEaI4RZz52YI+ulYRj1Ox2tTv7LDOk1gaegOSr+F/pkjAxuD0tonmJIOgs1gSjoE"
    "Lu/NlNRCvxuHKUnG9rHN7HRn4weH/tGt0UlJ6Ds2OnVhSLonS/txcyS2JMUDpk1MSSwh3w"
    "g2TY1JEzb+98Fm8sqSxlMD0HZjkQQhGIMUOD+mYAwCY5B6aIMxCIxBYAwCY9DuUIIxSGf9"
    "EYxBB8FmMAYdApdViHnXOqkAion0GPK+QZ7HdAZjhTypyOwKoYZwzxrFZ89q4rNn1fhsC9"
    "nLgJs3KwY7T6Mjzk1QFmNc0eqwu/YMD/Ma5NZ00y5QaYjycbM6LjVVXMpAs8xm+pFPxF23"
    "kmZ59CDTKi3tjCmLZ7Cd1Usej4+esYEsh36LCtRXjmNhZAsOsgJhCe45pRwh3jXwXt3d3R"
    "R2z9XHcs+zx09X1/RoC9Gng0jkA4sMLzu5Irvznn00se0T/+2I4zhL303rfGYkGkX6qdZP"
    "PC+INBYvmP8bL/zdqvXXdZpq2mQq1nHU1YsG7DEldodljGt6WmcUGh7Vs7OzRg6xsxqH2F"
    "kl5TLeEhIg50gA5WYo05+OpRy7KYGGCHffMGEMfvOhkt978ZqD0f8QFKSgXbnLoNNil8Dg"
    "Qwj+VNaHM5ZEYjURHWsm8R3dNqvvrXDbVHTY7OW0Tol12DDjiY6DcoKax2l62PPoF5E8So"
    "tU0Ca95M2DEo0lh2kTf6nYXVrxlrrOCzHlzCl5Gg0R7j4ok17ufpv44jIdhFaUoOaEVjhU"
    "jGoBdZlOw3XdW3HMFnBXKQHwJqt7RL7KgSxbx+9mTWBmw2riAGYVqNk0HDnugYIpcFImBB"
    "pAXGfduP7HQ8GwUemlmho3bu5u/zsZXm6wWgR7HC6dwWy1B+zQGTPG4G/o198QwmW8YJfQ"
    "SXku+LoYkirxgHEk6ZNRBZKMK2R5tDW6wY3WSg4Zm5cFcmcOgctKOEvHYwkeHX+fiE28VS"
    "sel0iBzyrzGWpr6+ISVxLQsXrEPyPPe8bcmO7k1bTOG/6K58wfbhtUdA2ju1HDutrgFh+t"
    "W9zdcA/SmubuG/4xqoNPYHZ20sgwclJjGDnhaJDxZpJEukKonYfx+KSRF4YNE7sHTqqemE"
    "0wt8jCiA+8pj6CIpUWy3toV0F4Ma6QbVpS9qgSmRbQl+Lnmxwsp+Jz5bRyrIS1ChdOYHNU"
    "nbp0pyKdNoWlBkl7GpPFdThHehOb67nY5npesbkyaZhq4sFG0otQoAMHgoQDAazcra7Qsd"
    "lNLOT5RksjaJkWLGQqcxqyRrQxkamJ6MhtZFRSs5gEg4/ExrJszLSZ1SwZr5jRDIofdKsF"
    "iI1p8qG2ED4uEWAL6SZl+9l5E+tZWQ7J2c7OIWh8z2t6bBazgQK5ureXQYQP6D0QGTAetU"
    "dJQMeq9VxSBYW5EhfId9wjjspTHDCt03dQfiioOgeq6nh44WK5jJWUQkPBsKcKZJ5veD7m"
    "+UFqFnqBbDgHnyZLHpwiIDLuyVSuQovHLkRGGRkHumsq2V3zQ1QmHbGf8oE+4smMlTG1Yu"
    "MiN9pgvflAdDxQ0XH/VvJ9izM92xTDtoH0A544IN+vkWXVNxxMKYeTHc/6XfAns/fn6RJn"
    "/6lb1PefLm9uqtIg2A8PQRjcc5U4ta6LvYuEMa47S4X32TxjZMBWwbC4/vqWDb/ghfOC3T"
    "eRXFh4XysTuvFIkAdBHtynPKh11ASYsQ5CclHHjKWsNDoW16eaiI7X92kS/9r2XW5idO5t"
    "raiC2DgD26GG3Luk8tMRWoQ5WjGexZOYPvsXpE3vNW16g12Pp5jURCKmFBrasLqvuzV/46"
    "fv1ieAvQmydyH7qy77C8mVnkTa9hHrfhn7K8JrqFnTFjgh0C6ks5fu1uNSbhSRg0en2xSF"
    "oaayTZGqXw1HFbVVonkHhMr2py/GS68DlfEym2mcq3Sr2ljcpnzNsbxuh9PFlVysrVVx+v"
    "mT28ebm33p4h/tF+Kj+FdXG09nb6e1rafTcb30ni4uyKgM+E7dp0H97lr9HkMx9wFjj3so"
    "5+46cglpyXgN8e24qRe4u8DdpZzeMDqVEMKxDoHLLpVcUbt6RSVSKFekMp/BwNODgSdUk+"
    "gGmL9J4lohBGMPGHv2Y+zJliKYfOqRrWxapQw/HxAV+U3EzT1P301r84fiUXsMExVu9LpY"
    "0RxRN/kUEDF69KtjSxknkvEaGie6V6Cf8cY3nlxnXUVYuMgLNNrUlJ4dn74/vTg5P00Xd/"
    "qkbk1H63enFIjuDt7v0NuD4yOLd/Cm72oPXhO90dOSDoOTF05ei9jPclxIKKAQhSQTMtBf"
    "V04V8/pEzphEJ9C7SOKkZ5nErRaP1gnEna60gpndIotnT+4oyGh0gnTgw8BbIFsS95QEYG"
    "8N+wvBr5KwpyQA+w6weyQpMyeDfEYF4EuBr47a8jdkhdDz1Jbo3XSb2vLChoHaAmoLqC17"
    "OLtBbTnqSm0ha2zzK2HURQ3liDS0fHZf/B60w660w5fkfm66WFMCDRdqL7VhQf8G/fuQYA"
    "f9+9BUwB+cwLWR9dmhurwgYaQ8ZFqnEP47Ggxlpg5UB4z5LyOV5Egg8r4kk1QDBzy8pBqH"
    "bDvqjEibuIGBr8b5m48lr8aUBDBvh3nYY0H2PM8RAe6jk0fuUQhfRQgJn9dKHh4dAWLHgY"
    "odezQqqYB+ZyYlL95mTWW3ZLyGBqVuRDdFjtW/MV/t9yT8jpWzNXtZe8CG/l76gVZDZ9/R"
    "5YQNnjhPEw8jC5uTcAaP7pAVntCvSp6w57PXP/+ZbeyJSVy88B337S9/iEb+/O1RiXFdzP"
    "lP+5825bxPBWJ6cU+eHDeeZDo5Dv/nBes1YhUI2TzRKzo98ifIxRPbmViOvcTuhIXjTr6J"
    "vsYfvMUKr9G3m7ff0fmfiEtlEHrKTCfYNtk/ou9H/+FNiD0h/nSyQtbT750NtqcTRD/INQ"
    "lTm9knsmQ570+Tx4cPhe9mOQtkFb8f/ahQ2sEmoT+F/elNgs3Ed+inEfpJZviNKUctQpGi"
    "H8y+BMMvxHWHyy78W+KYSMZrp991VctMfLPFK1XWx5cj08kw14WfL92dEhJDgUYnQDuTHO"
    "KDTgLTHAUgykGUtfqW0ykSCp3gBDPPIcCeijEtbD0JGVh7WkYQucSnskKL6g9FSqjlolz1"
    "B9W0z2u2Ves00Ot4LzfRQsON31gVXawQ1dqYblRQHCPFzsUbx6X/YarS2ySwfWJNMOuZE2"
    "mbK6qhzTG26bh4yU9eib+iehxPQe3pk5ja+nf2759tTBkfxa/+HKp08QcwrTd9PsdMTY10"
    "Qaa6Rs//FE33Mwu8/Dl6w/45eaWfG+Wxm6GKuXQc80//tMPBNiZMPww/KZ4mP35XXRIMp/"
    "s0nKoRPH2YMs8IwqX1knRyB6cc8CVCwL8d/mtk4hZiZo4MZEyQMbfImH/DrieIZKuMaSpp"
    "vkTjGwqbdzaeuM7rf01+jul+niyZaSaSvSJpLxYSqchWdFxEYlYo2U4nPz9he4F/jujowv"
    "cqBFX5c+gP71jyq7dqdxnWoYLw196cLZboXrK1LRHFmxGBRNf6fgt3jBzwKQnAPsZwpfBG"
    "+RLehvzbhr3bfssM2OuOfZJ0a7su9PGxnMmQRHsYJwinMi5YQYaH/pn+WlkxMKHRCfYuIh"
    "sgF7wrJOPaJpJCdEakE54DHwgufsKuy+s+VdMXJUejYShqL7nNgb82PCdweRqLGOkilYZY"
    "HzdqoHlc00DzuNpAk6G2xiYJOOVe67HOqADr5lgv0HqDyFKqkkeZDvBujrePXemVndAAzh"
    "LrWhQMvGVZC4OBAW0B2qFq53LCWcVI50g0RHnWRAIRyx8VfIkvB248XkNke1m/Jn4hcpJd"
    "RqEjxp2XsZozp5qclpIj0RDi8yar+Fy8iM8ra9h783wsJVdkFABwA4AtZC8DtJQ6JvI0Go"
    "Lc/UGxsdAC80t2iFEuEA0H89HRiEBWxAV4iV2yWB1xHIDxm2md+w9lY5QpW3Aoobc7Zmq1"
    "CMGoKc0oDMDQ4VTtxYDJNpUEwvFwDdHtSQEWmBp+uL+7FSnAIjODSRb+5D8Ti3hj9IPUgM"
    "vAYDOnwZkJpt98uvxHGe4PN3dXITi5qEs2wdW+L7Pf/h/iOchj"
)
