from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "pending_sign_ups" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "code_digest" VARCHAR(64) NOT NULL,
    "words" VARCHAR(20) NOT NULL,
    "tries" INT NOT NULL,
    "sends" INT NOT NULL,
    "sent_at" TIMESTAMP NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "browser" VARCHAR(64) NOT NULL UNIQUE,
    "name" VARCHAR(80) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "terms_seen" VARCHAR(10) NOT NULL,
    "age_confirmed_at" TIMESTAMP NOT NULL,
    "next_path" VARCHAR(500) NOT NULL,
    "take_along" INT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_pending_sig_expires_2a2ae0" ON "pending_sign_ups" ("expires_at");
        CREATE TABLE IF NOT EXISTS "mailed_links" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "purpose" VARCHAR(12) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "digest" VARCHAR(64) UNIQUE,
    "browser" VARCHAR(64) NOT NULL,
    "device" VARCHAR(80) NOT NULL,
    "words" VARCHAR(20) NOT NULL,
    "next_path" VARCHAR(500) NOT NULL,
    "sends" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_mailed_link_browser_ae13fd" ON "mailed_links" ("browser");
CREATE INDEX IF NOT EXISTS "idx_mailed_link_expires_946152" ON "mailed_links" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_mailed_link_user_id_4370dd" ON "mailed_links" ("user_id");
        CREATE TABLE IF NOT EXISTS "pending_emails" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "code_digest" VARCHAR(64) NOT NULL,
    "words" VARCHAR(20) NOT NULL,
    "tries" INT NOT NULL,
    "sends" INT NOT NULL,
    "sent_at" TIMESTAMP NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) NOT NULL UNIQUE REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_pending_ema_expires_f345f7" ON "pending_emails" ("expires_at");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "pending_sign_ups" (
    "id" UUID NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "code_digest" VARCHAR(64) NOT NULL,
    "words" VARCHAR(20) NOT NULL,
    "tries" INT NOT NULL,
    "sends" INT NOT NULL,
    "sent_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "browser" VARCHAR(64) NOT NULL UNIQUE,
    "name" VARCHAR(80) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "terms_seen" VARCHAR(10) NOT NULL,
    "age_confirmed_at" TIMESTAMPTZ NOT NULL,
    "next_path" VARCHAR(500) NOT NULL,
    "take_along" BOOL NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_pending_sig_expires_2a2ae0" ON "pending_sign_ups" ("expires_at");
        CREATE TABLE IF NOT EXISTS "mailed_links" (
    "id" UUID NOT NULL PRIMARY KEY,
    "purpose" VARCHAR(12) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "digest" VARCHAR(64) UNIQUE,
    "browser" VARCHAR(64) NOT NULL,
    "device" VARCHAR(80) NOT NULL,
    "words" VARCHAR(20) NOT NULL,
    "next_path" VARCHAR(500) NOT NULL,
    "sends" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_mailed_link_browser_ae13fd" ON "mailed_links" ("browser");
CREATE INDEX IF NOT EXISTS "idx_mailed_link_expires_946152" ON "mailed_links" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_mailed_link_user_id_4370dd" ON "mailed_links" ("user_id");
        CREATE TABLE IF NOT EXISTS "pending_emails" (
    "id" UUID NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "code_digest" VARCHAR(64) NOT NULL,
    "words" VARCHAR(20) NOT NULL,
    "tries" INT NOT NULL,
    "sends" INT NOT NULL,
    "sent_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL UNIQUE REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_pending_ema_expires_f345f7" ON "pending_emails" ("expires_at");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "pending_sign_ups";
        DROP TABLE IF EXISTS "mailed_links";
        DROP TABLE IF EXISTS "pending_emails";""",
    "postgres": """
        DROP TABLE IF EXISTS "mailed_links";
        DROP TABLE IF EXISTS "pending_emails";
        DROP TABLE IF EXISTS "pending_sign_ups";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz47bV/iscfUpm1M1avqzfptMZe+O0m/iyXdtJp2mGC4mQxJgiFV7sddv89xfg/Q"
    "LQBEVSIHy++ELiQNRzQODcz38nG8fAlvfmbLFwAtuf/Fn778RGG0z+KN+aahO03WY36AUf"
    "za1wLIoGhRfR3PNdtKCTLZHlYXLJwN7CNbe+6djkqh1YFr3oLMhA015llwLb/D3Auu+ssL"
    "/GLrnxy6/ksmkb+Av2kn+3D/rSxJZReFrToJ8dXtf952147f7+w3ffhyPpx831hWMFGzsb"
    "vX32146dDg8C03hDaei9Fbaxi3xs5L4Gfcr4GyeXoicmF3w3wOmjGtkFAy9RYFEwJn9ZBv"
    "aCYqCFn0R/HP01frTcMF2/vrnTby/udH0igN3CsSnuJuUCAeaPaN4MkPDqhH7A+7+fffrq"
    "8OTrEALH81dueDOEa/JHSIh8FJGGoGcoh78rOL9fI5eNczK+hDR50DYYJxcykLMFlsCXAN"
    "QDpJMN+qJb2F75a/Lv6dsaiH86+xSifPo2RNkh70P0olzHd2bhLQp2Bq6F7FWAVkIA52kU"
    "BHnWAOMZF+JZGWHf3GD9P44tBHGBaDiMJ2eeib75AT0g10d97RJFtE+OGsB9csTFm94qAr"
    "4l61MX3TQKRAMCvnQxHgbog5MGQB+ccIGmt0p7h2k/eLplbky/CvUH2+fsHkWqEtZmdOq/"
    "gHV8zkmzf6zoQ/xpdnD07uj08OTolAwJnzO98q4G+w/XdyVgXUy+lueLY1slBHir8EYrMP"
    "AwQ3x7YdkmRK1gbbVDvB0JqA/4WRjTAg1AWobUw8gXxrRIBKCWQV3RDVI3zBX5JSIglOla"
    "yQjljfVlBW4wqbd7Ocyx5w5yDWzoiIH0dwQlKuWy0S7TltA2YuI3yR/jO9Rq0L77cHVxe3"
    "d29ZFOv/G8360QsLO7C3pnFl59Ll39qiy4pZNoP3+4+7tG/9X+dXN9UVbA03F3/5rQZ0KB"
    "7+i286QjI49Jcjm5VOD0wsUU9xZ8LlJ2wGXZVMuxs5navpYPObsMvTBHi4cn8nrqhTs5Kx"
    "7ezLHrrc2tV10Q5zHx9z9+whYK8ayyPrYDXqUTjZf12dV4Eyqd8Z5H5t0Rp9toltHugvUY"
    "haL3bgBdkimUXUJEZsG7LiA6h6oA+Wi1Izx3aKUqOFu02nXxfIxtwSrC4wVzOjk9hXZ8w9"
    "KJVIVqjvzFete1dE4nURUhtDV1avPYDaKzrfkjflYVo8BjeqOEpEbH9tfW872n8L5Ef++4"
    "jq7RmDWqeng22DDRrrpHPIWK+IT+Ad3Cvr/zwXZJp/oZuTZ9KEXh+t0lA4xdX7h/uO/JH6"
    "pi5KFHbOie/2ztrIzQmW7pRCphRQ0nzszhmVKqtzazTfkKssmRZsSfTT8pRuxH23myz13n"
    "yQsDmCrxVIX707qgqgc6Up9HQyULrTo3V1y3BzO4iuHuiO0fu0VV9e/r/L/Z7PDw3ezt4c"
    "np8dG7d8enb1O/R/VWnQPk/MPfqA9kmrcZJk4RfsiVuHtkR8eIZEzo2TPiYWy3MJbnyIax"
    "lA+J+dgN5UUdBru6WHBojqTLCFFpefpCPGjF7VAEt4rs946LzZVNFOMQ3w/kOZC9YEVzxU"
    "fivdeVJWYPiFakC3LZRU/pOZpfTuSrky+M/WgDP7t9f/bdxeQPvhunTzkl589hSClFbw9f"
    "Rim5l7oVUH7JYxeHmNP/fgXJZQySi+tYQnGfyXgF45hPm8SK80PFy0ILOPlfheyS2/IExJ"
    "ciFUgwf4xGHpTlRVFIIJTC3iQsETI2gQ5QzWXyjfLNfxHX4s4nk7B9ixeBa/rPF4+YnWVZ"
    "HFArcnvxUB3Tsf3bBQtSeFF+SGRxEL6lE74fyJcXEb6T8QoK34dNsggP+WmEh5U8QgP7yL"
    "SEbLIpxYAJbZNB4D04aZIJS0bVpLNVcmEN/GguhLTHjEI5hLtPNSZKCJHpGL5BPr45EuUA"
    "PjpuAPDRMRdgemvMGrokatzoFHRQJkGZ3LfSI6l7IUmDYOo6aYZEnZaTJWPIE/YAFWW6ri"
    "gD4Q29hjeMQ44ezg/TuSQ9LkFPFqFgdJIe+WpL0920Y3SJFlgtNast5Pl6y7CwMi2wWmpW"
    "4y9bk0zXgtFFStDSZebynt3oL6d5S8JYRbzo40BzTHYPGX290vvQpXztd3Ghk0fQru8vL/"
    "dlUbrnJNTcv5hIE8iXPwOGpK4NSXgj6JJNCZQzI82Om9iRyCh+5dzjiiUphEt/xK5JJm2j"
    "BjMngGJiMkvOUO67R8vhFnnek0NOxTXy1iIoVwgVhHv2tgneZBR/C3sLBdYb4NwEZSiwLq"
    "1/h8iiYlt0SjAg0N6z5+PNMBB3nGmDHom8KWrqKBD1ajmSRbIRMB3F4CxNseSwEpl6IWhN"
    "zrsj/nF3VDntbPzk6YhwopW0XqUGUV1mUT2sIuTpm6CdM5pBDvyWmd9EJNV3cUqz6MFbKT"
    "XLfexuvNC7LCTwFaiUOzcPGiUf1OQeQETP63mbKk43vicjV0s1V4CrlM0mUEitXPZrnJx/"
    "qdIj1JpvXGu+ksTZHq5K8qiaiA1bnX+UIFEXCzmAOqjSfxXO1LBWv5xy/o51H3OWemwb5P"
    "N0josxgfXGxncO+dGgSns04UUyn0LwCjj0w8XFcOgni47v0E/Xd9f1praJpZ+qR3PLWTxU"
    "ik39UogmcSzLecKhKOgtULQ7JZNEoROJOIjcxdp8zKRDRPuCxf+En5T+V4wtXFjm4iFrIo"
    "gM8gddKWKJ9xBv0HW8gbd2XD8sRSyijRWpFHQo9ZHC4vmmHe6oeuAKZt1XSBWEfPb2qInX"
    "gw6r8ZYeVXwfvumL2ehTAuWsDL24o/NPJrao82TKYX3cCOvjGqyPq1jbjs8qhV4TypIQKI"
    "cvWYkNF3Ptaq5ALFEyhZwC82jNZgXraFEcLWlCNeWdSoQKNcMepNKTNHFjsvGg/3N66bih"
    "eYB8X/eZsegdx8LIZmNeoS1hPifEfZ0nido17I52fnNzWdjMzj+UlvT1/dX5xaevDkIekE"
    "Gmz1npLjbIubDwdc9HfsA4vm83yLK4Ow6DfLge3IdvZ/3uOoezdyfpPkP/qdtZbq/OLi+r"
    "AD+aSEdbU3BN56gGXM3pldEuZ2qpesCsqoh1aOeoYO9oDnbOgid0ROaplBP9uw8yS82RQr"
    "Jgnmq4LfmtUmJg3vTcHPk8FSDfDvnU0N8c9sw3AJi3wjwsrJEs3raFOUr0YGiQ2dBQcJCJ"
    "sLpACDyWmccln6hQ/GrJnQp8lpjPRf+2CJuLlMDlMXD5ac2wkvF1rhKZckpXL/6sYmyJyB"
    "tVpBzkjZKkIs/oXiiIRH8VbA62Rks2FymBzVKz+RG7HjPUg2s1yFEMZzc46OtQjOwGs4Oj"
    "d0enhydHqbkgvVJnJWBYYTBVAapo3uEvPCNMSqGC47Pu1bj4513hrUhEia+uzv75deHNuL"
    "y5/lsyPCd6vL+8OS9beqVvRigL/ALJ8KG/QQzRHAmUFqitoyhp5zwpYvWnLVrnlRduB8B+"
    "jKcZ5Wp9EdTcqyramiMfZ45cVuiiUNYTnUMdnCs1ynaE5xqN2HRUj87vbphssCNA/3Dfxx"
    "kLCkLk4q3j7pqC+SmcRCGEhFLlqolfuagXtGJge4Xs5zuH/mx4UtyhVZvjd69VOWvOifBb"
    "6aXEt/g7unS1Ea0+K+2SZHPGwYQP+DlGNj5dUrbEdyhFfMtfu06wWqdXE3YwDyRyXa8g/E"
    "dtEl90tLC6PCVnTk2Pp/Rog8K8CifKLZytWI5cQqBcYV5oPySHTjk626H8xhdJfDwCtpfc"
    "IdkU0BwJNAQpxjanskjzoLiMpqdkIDW7vo/P4iWJzL2TwcuKi1LsiGtnBVVkxDS3Pb4MqB"
    "8pOzvi2UwtHCec2f4oU2NfijhD3YsZwVf2EsWz65ItxWosRlIZpa3+V3dgNT2sYmbKq5QM"
    "GMLN1wuhuUSqFx42KcN/yK/Df1gpxB+/CgLwZhQKAtx9VRoCnBMw2rTVp6RmVArlv3eRiS"
    "q/giuL7QL84bKoB+C93bNriVPmUti31FApk0uIE3UuJV+y7F1K/XNF51JOlyt7lzK9ZCfn"
    "UlYykqdqhNEhDF0jiRrhKxs08qJ/x1JB+Sja000o0Lh3v5MVMCwMNW6neDyIv036TkFtwB"
    "TcJk69E75T76Sa3OOiJUNM++H25pqT05MQlN145sLX/qdZptebrJbbKeaBafmm7b2hH7uP"
    "zYICVPDoVeKeyyHOpV2FTlCOe4aw/UmXYfuLNbJXYbYfy2XN3z/KdMptI93XZkkgaxEbUK"
    "CE2ACpYwO2wZxs8GuWtY9/YhSIdjo15NQ6Bzse7IC2KhE4HTICZWrBdHY4pKtSFz91mbQA"
    "MR/iFpVVSrRQjkHmc+HRxE+CZapSEmXem32UqaIoti9SVaCGN0zmNwzK2rwmLkNZGyhrM9"
    "2zt0eJFwpyFl4Fm6FAB5+XUKADQmgghKZZCE0HzUwVa2Na2GWDOZ18vnOD6tt0IoXWZAmq"
    "7dbtpotwNpOqYEFZjfqaEY9mB+voUzyNqosIqo9A9ZF9hIjWV6zIDjpW2YrCMVhTu6J47v"
    "bViDpqOV7bg7oaeDjVCgOSuSBCcQ/KxFTjRyhy+snzbYopgYIxirPjJkGKZBS/dd8xI0vH"
    "9jBLX6sJNMpIFET5sJHV9rDGantYtdoijxq6W2BdIVTOSt4L3hayVwGzACMf6jyNguu6SQ"
    "IlP3+ykj7pOw/Y1g1zhT2hBV2mU66CUR+JlPbSdDft/AElWnCkyuwQCOxUaG5V7L5KDvyW"
    "md/g53sVbAY/H/j55IR/DIX41YET3KavoBL/WFHdoRR/v7bozJHINEYX/Ix11uiia7NXc3"
    "Si30KdLYli0F+wMrewZZTpFLQa9ZAXL5XhaL8xq31jDfaE16VoEtjbdQQvEAKPZebxuGxG"
    "kAHQMmUdtO0etW3QCEesEZ4jf7GeMHTB6Ma0Tguc0yHQUEf1sKEH8v1EdItk/IDBFUm1/P"
    "7VioOTBmrFQfmwy9QKequkwpEpGPjy3RkpgQLRK0M7M5zwCRnhr/zSNTkSKHdWz5AW9Ww4"
    "8dp8dqQEcjCDfp4yzDAcmyHJce2myXBlqnd0VvUmsIl2KFQgK6OAdd35ut4gA7dQ8XNkYM"
    "WRW79vWRelQAg8lpnHS2RarXhcIAQey8zjcVljgc0t2Yy/bE0yXRvPSoESjO4yc1n+uEFJ"
    "OKtcnJskbUk6rA7SpwX+B2c+Ydjf6eVpnfX9N2c+RMsRJ/AXTrSXYnI9PGIhkRcs8pKEVH"
    "Vfxn6Lni1HzHiTI5HDeqOUiTjepWg3KIE1X6RSIfGj5IiaNVn5ZBTfFTWr1sMM2tjJMipQ"
    "vKQWyZc4FgIbGvjT8WDhL1v4yaex/FZcKNPxAGUZyjleBXabotY5OrDrybzvWGS+NvXpMz"
    "Lgr8z8Bb9xV6eK4yNGhSb+qZKMByjLULoYeayGPnyNIaNQILBqgOL5OctQU4hzJMphfNBI"
    "H6tRxyoAp/Y2wXMzTwcHp8wHJzg8lWVzxW2zH+/C2db8MWyjXnEwxHemdT4GtDWpBQ1am7"
    "9uf4ONxI75ZLyC/oYeum8LJ29DvT+BrO2l6Xq+vnQCRtNUPsRFKgXXcROc+TBXUA5bCYqC"
    "XCACjF/CGIRFZYXFyqsUtKs8UKYF7U9mTrv40WkXt16kBC7LzGX54yBlYa1ygZD7AHawPm"
    "mBx6z7INJHhrDl3lOr7EOvrWRSvBjmnDyWLxp09JR5L1p1JmcfP2guJqB7vqeFSwcbmmlr"
    "SLu/e69tHNtfT7X5s0amfTMpYSdMzKwGGMdwhaOhCuA4qgBGzKowgK8MpgQKKoJ18CaK4D"
    "uuIviurAgmL1QVXu7izpMM5yvuf5V35i6mm6KYhJZRgHRWL50xI3fFJbPUXzFOTF8UzLIF"
    "JVN6yhXdly2+3FG4/6Ls0YPcEcuzBNM11lznKfy9iZ5Ks8yN6WumRwSMLfltt5dQxD+GKc"
    "vkNBWQZ0CeGcseBvLMyOQZsDqB1Ukm4Ube/NvriJsVwSZpJ84XaNKe5V23PzCcDYEyXFeO"
    "ZWADhIRxCAk5vjXmQEajTAz3IFzIRXhE74iAbJZRKCicdR9C462dJ6FI+pQA4G0A75rOI+"
    "4DzpGBA1hmB/CWfFOftUFxz4QchTKHQnfposh1saHPGTZFvmJTINpBrxnPayLQjFB+XXEc"
    "lZoKUVym/SAIaI6k1xU6PjD31r9DFTDHZ8QYaw2x8h7QAa6X8TRjXKsvYprb9AqAks/Xru"
    "8vL/fZfHSciPIazWSINonu+t3VOaX5RQK8/uG+J3+MVq4aNrrrJvBXDnmqC9oIc8KwSBYH"
    "TOtMk4TpPnaHyNurJutNtV8mLl6YWxNDPp+U+XxQP7DHfj6Fpd8U4QKRgjDPjpuYzcgoLt"
    "DhvZJdMpj/hhdCOOdIVES5UZmPWU2Zj1m1zIePvzAgrmlPFY9XAt86O2Qf/anW/oZR/4cP"
    "djIewG7TDGy51AOXgXdNAZuMRLkCNr0UCfLImdbCuZEjA+eGzM6NlfmIbT3YtuBxiRT4LD"
    "OfIflcWTZXjMN7CjTHhokmrAjz8Ma0ztyxSYd0HImVs457azQ7PqmEYhXHmP/BYN3Ys3Uj"
    "XAwRYAKSXZFKCXm6KN4dzhpId4czrnBHbxVluyfTYMXEc8Ma0vEQsc2Ia1hjc7VmnK5cOD"
    "MCwJOBZ7gXN0czGQ5YskIsTUtoM03GK1efrPt2M7FYIQBuRqHgKdV9eOUjck1ks7KL+A19"
    "8jTQ0afe8Nam6Tsok6oqk+OKK5SFtcqFb0kRrTHtqfIRxMYwY2MKUg16JLu05z9bu8J0S2"
    "e6pRMpBFWfdrRP+NH0ogetmNLSe9M6a1oYQebGQ4eIIUrC+oRDgyC1kd4bIrWRPJTPjGnh"
    "C9E5kuFl6P2c471Iy09rlpzM1w+T8Qpqh92r36CKtFnno1NF9pZBMiKmtldChg3LlxTS1o"
    "H5e65/cUlrV/2MXDv6jhWZsXC/Vm4Mq2DpvYWeM4pnTbPTziPnIY7ueD4UzBiHVAlVtfqr"
    "qgViY4rsaQNkT7nInjJcNi7jvLvdIMvi+xcTIpUcjIezdyfphkH/qVvDt1dnl5dV32K4X1"
    "fA5OKYDFcJRqj6NiJhFyzuKlR9i63vDHk3s8vzJd28B2CffRFpqmWSZQ5ZlnvYJ2qFW+Qy"
    "0v9rZNt4fCsBrOz5kChmpvsUS9/0xeKRUgLlknZOm1hET/kW0dOKRVT+5OB0yxvj2uU6Uv"
    "hJfnxHyhjX79BZfmGakYjfKiWAyK/OfVnkMYmILMKNjALY0Tk7Vi4yhA7SlECBjahfG9EC"
    "2azIlxrTckqiTM3HgQsBh91PKYp2++apRXLISZXZqRsZE9qwukg5CJclKRQ4OiZDgMarYH"
    "OwNVqyuUgJbJaazY/YTeJPG/p7chTDyUUH/cpF3eU4YuQuGA50vi0ho+jEzCjxq9GHLQH8"
    "a6+rVPYY0XRWjiiaGQnUyi6ASX8zwazT43NErU4suYDcjyoPFd8hgGEsAQwyl3yXElRezX"
    "cmonbchm9HRJNufmN8/V8ENHfiQBH9YWL1yyJXB4Cmdc6URDQnZAq3JegzECyXX8wIBitm"
    "H9cGhGXJzj2mPXTRDxQivbqO9GKfUXwvajJewVD77jM0ob1nzwBDTIZUMRmLteNhu42/K0"
    "8InmuZ3SBgRwbLp3xggs1oPzYjUB/Hqz5+wlvH9SfMWkvhnWmd2uiGYwZp02YR4SAJkshF"
    "xkCSEKiOkmg23Zd+JcvcYwWb1PVhSygUBLj7ZJYnxzUYUc41RQYSAhXhfduogRIdxof4bb"
    "WFEkRAttmTR6cTFk5oIS7nCUHvl5nHEoc6jUNFhRiRYfR92eIYpFRJRcIYwOk+2gJ5V8i0"
    "sBEuZYaan7s7rW1RFo7T6aLpX98HpX6vSv02cAmFkF6fI1FRNWrSe+yA33vsoNJ7DNP3SQ"
    "TglEBBeHvprm6YK8yqzMaHOKNQrYRN96apues8edgVgTdH0tcaru7GfW28feNr4EdzIbQD"
    "ZxTq1TbovEjQGAx/A4E7awLujA/urAKujb/4+haJVcYtECkHcl+96VmLmF+gIxkPiajlfB"
    "2wUXOhVsl+ib9sTTJdCzYXKYdhsyRWuNFxOSBSpqBhNUcChtU6w2rAFPqF7YD38TRjBPRF"
    "O2BuMclkB/xIjn/y9S5CQwLDEli4P61tsBaN1EObBFgDFbcGgqmqb1MVrcWti9urSmQKot"
    "29XWUMiv9wi7lz1Z98OqthKlclTccrUzOyw9pIoN13B6XfQufLkYFeL7XGB+abV8FmMN+8"
    "Bi7vzXzTQr8bh/lGxN7wkqnnxsZ3DvnRraFHSug7NvR0Yby5NVf2/XbCt97EA6ZNzDc0CV"
    "4PtmDAAQMOGHDAgAMGnNHBCwYcua0OYMABAw7ofGDAATaDAef1cFmG2HClg++h6EaPoeFb"
    "5HlUZ9DXyBOKYK4QKgj3rFEc86wmjnlWjWO2kL0KmPmlfLDzNCri3ARlPsYVrQ67G0/3MK"
    "uRbE3X6QKVgigfNKt3UlPtpAw0zQAmH7k03U0raZZFDzKt1NLOmLJdBnuzesl38dED1pHl"
    "kKeoQH3uOBZGNmcjKxCW4J4TyhHiXQPv+c3NZeHtOf9Q7g12f3V+Qba2EH0yyIz8VpHhZS"
    "f3YXcer/eIrCYDuROGsyu9N63zcy3iUXt0cHHrjtY1YMoRdWMK3K8yNGADJr4P7D+OLSRf"
    "JuMV3Ju710cf8NbXl66zEbB2F2jAeSDRxvsder5zfMTMEUnv1W68BnomuyUZBjsv7LzsUl"
    "x1XEgohtsVFGFCzku+ZpTkvt0gy+KiHpOoBPrh7N1JCjP9pw7Y26uzy8sqkmQvEzjV4tEq"
    "gdhdjr1lLh4YDvG6rSCjUQnSgTcDb4FsQdxTEoC9NeyPJn4ShD0lAdh3gN0zfccVRj6jAv"
    "CFwJdHbfkJWSH0LLUlujd9SW15pMNAbQG1BdSWPezdoLZMulJbzA22PVOse0iBSEHLZ/cN"
    "REA77Eo7fEzO56aLNSVQcKHOjo8bJakc1ySpHFeSVED/Bv37FcEO+vdrUwF/cALXRtZHh+"
    "jyEVYVTbA8ZFqnEP4WDZYsQbZuATNTZBmrN9bnQAes1QFj/otIJTkSCGQvySTVwAEPr4jG"
    "IWjtyBEpEzcw8NE4f/ZZWZ51qKckgHk7zC3ksRum19qUMiLAfXTyyC0K4asIIeH1WsnDIy"
    "NA7HilYscejUoyoN9d1nj8mjWV3ZLxChqUuhHdJNlWf6K+2u/N8Bkre2t2s3aDDf295AOt"
    "hs6+yZlGB2vOUvMwsrChhTN45A1ZY408qrnEnk9vf/4LfbE1w3Txwnfc579+E438/GZSYl"
    "wXc/7b/rdNOO8TgZgc3NrSceNJptpB+J8XbDaIFumg80S3yPTI15CLNdvRaFYEdjUajqt9"
    "FT3GN95ijTfozfb5azL/0nSJDEJ2mamGbYP+ET0f+cPTTFsz/am2RtbyT84W21MNkQ9yDZ"
    "OqzfQTaZKS9612f/e+8GyWs0BW8fnIR4XSDjZM8lXoT08LtprvkE8zyScZ4RMTjlomQYp8"
    "MH0Iil+I6w6H3X6zaSXS77rKpeWfbPFKFfXx5chUMsx14edL304BiaFAoxKgnUkO8UYngG"
    "mOAhBlIErrO4jpFAmFSnCCmec1wJ6KMS1sPQkZWHtaRhC5pk9khRap90VKSLqXLuleNu3z"
    "gr6qdRroRfwuN9FCwxe/sSq6WCOitVHdqKA4Roqdi7eOS/6hqtKzFti+aWn4EbvPkba5Jh"
    "raHGObjIuXvPZk+muix7EU1J4+iaqtP9O/P9uYMD6KX/0cqnTxB1CtN70+x1RNjXRBqrpG"
    "17+NpvtMAy8/R3fon9oT+dyoGLMRqpgrxzG+/bcdDraxSfXD8JPiafLjd9UlwXC6T8OpHM"
    "HTr1PmGUG4tFqSTm7jFAO+RAj4t8N/gwzcQszMkYGMCTLmCzLmT9j1OJFslTFNJc3HaHxD"
    "YfPGxprrPP1Z+xzTfdZW1DQTyV6RtBcLiURkKzouIjErlGyn2uclthf4c0RHFr5XIajKn0"
    "N/eMeSX71Vu8uwDhmEv/bmbL5E95itbYEo3owIJLrW51v4xogBn5IA7GMMVwpPlE/hacg+"
    "bei9l0+Z/uOWfskrbWQb/XVwfXwsezIk0b6OHaRQgxasIPuC/oF8W1ExMKFRCfYuIhsgF7"
    "wrJOPaJoJCdEakEp4DbwguXmLXFeuFkadRMBS1l9zmwN/onhO4LI2Fj3SRSkGsDxqV4T6o"
    "KcN9UC3DTVHbYMMMGOVe67HOqADr5lgv0GaLzJVQJY8yHeDdHG/a9kIU64QGcBZY17xg4B"
    "eWNTcYGNDmoB2qdi4jnLWuNW1KoiDKHbfXWZi+GLjxeAWR7WX9GvjRFJPsMgoVMe68jJUM"
    "HfukgvikySo+4S/ik8oa9p49HwvJFRkFANwAYOgiN8BGsbXQArNLdtQ0RswTDQfzZDIikC"
    "VxAZ5h11ysJwwHYHxnWuf+Q9kYacoWvJbQ2x0ztVqEYNSUZuQGYKiwq/ZiwKQvlQDC8XAF"
    "0e1JAeaYGn64vbnmKcA8M4NhLnztf5plemP0g9SAS8GgM6fBmQmmX12d/bMM9/vLm/MQnF"
    "zUJZ3gfN+H2R//DymRDdY="
)
