from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "exports" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "running_key" VARCHAR(48) UNIQUE,
    "done" INT NOT NULL,
    "total" INT NOT NULL,
    "size" BIGINT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "ready_at" TIMESTAMP,
    "failed_at" TIMESTAMP,
    "expires_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_exports_expires_ce0ea6" ON "exports" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_exports_account_544ba3" ON "exports" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_exports_user_id_a93f14" ON "exports" ("user_id");
        CREATE TABLE IF NOT EXISTS "imports" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "file_name" VARCHAR(100) NOT NULL,
    "size" BIGINT NOT NULL,
    "counts" JSON NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "checked_at" TIMESTAMP,
    "started_at" TIMESTAMP,
    "finished_at" TIMESTAMP,
    "undo_started_at" TIMESTAMP,
    "undone_at" TIMESTAMP,
    "failed_at" TIMESTAMP,
    "failure" VARCHAR(300) NOT NULL,
    "done" INT NOT NULL,
    "total" INT NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_imports_expires_3c5bb8" ON "imports" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_imports_account_b72375" ON "imports" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_imports_user_id_e6c91b" ON "imports" ("user_id");
        CREATE TABLE IF NOT EXISTS "import_rows" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "noun" VARCHAR(8) NOT NULL,
    "number" INT NOT NULL,
    "source" VARCHAR(40) NOT NULL,
    "wanted" VARCHAR(80) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "about" VARCHAR(200) NOT NULL,
    "verdict" VARCHAR(8) NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "left_out" INT NOT NULL,
    "made_id" CHAR(36),
    "made_at" TIMESTAMP,
    "undo" JSON NOT NULL,
    "drop_used" INT NOT NULL,
    "undone_at" TIMESTAMP,
    "run_id" CHAR(36) NOT NULL REFERENCES "imports" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_import_rows_run_id_c4791a" UNIQUE ("run_id", "noun", "number")
);
CREATE INDEX IF NOT EXISTS "idx_import_rows_run_id_5a6e90" ON "import_rows" ("run_id", "verdict", "id");
CREATE INDEX IF NOT EXISTS "idx_import_rows_run_id_8bd35d" ON "import_rows" ("run_id", "noun", "source");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "exports" (
    "id" UUID NOT NULL PRIMARY KEY,
    "running_key" VARCHAR(48) UNIQUE,
    "done" INT NOT NULL,
    "total" INT NOT NULL,
    "size" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "ready_at" TIMESTAMPTZ,
    "failed_at" TIMESTAMPTZ,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_exports_expires_ce0ea6" ON "exports" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_exports_account_544ba3" ON "exports" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_exports_user_id_a93f14" ON "exports" ("user_id");
        CREATE TABLE IF NOT EXISTS "imports" (
    "id" UUID NOT NULL PRIMARY KEY,
    "file_name" VARCHAR(100) NOT NULL,
    "size" BIGINT NOT NULL,
    "counts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "checked_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "undo_started_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,
    "failed_at" TIMESTAMPTZ,
    "failure" VARCHAR(300) NOT NULL,
    "done" INT NOT NULL,
    "total" INT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_imports_expires_3c5bb8" ON "imports" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_imports_account_b72375" ON "imports" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_imports_user_id_e6c91b" ON "imports" ("user_id");
        CREATE TABLE IF NOT EXISTS "import_rows" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "noun" VARCHAR(8) NOT NULL,
    "number" INT NOT NULL,
    "source" VARCHAR(40) NOT NULL,
    "wanted" VARCHAR(80) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "about" VARCHAR(200) NOT NULL,
    "verdict" VARCHAR(8) NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "left_out" BOOL NOT NULL,
    "made_id" UUID,
    "made_at" TIMESTAMPTZ,
    "undo" JSONB NOT NULL,
    "drop_used" BOOL NOT NULL,
    "undone_at" TIMESTAMPTZ,
    "run_id" UUID NOT NULL REFERENCES "imports" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_import_rows_run_id_c4791a" UNIQUE ("run_id", "noun", "number")
);
CREATE INDEX IF NOT EXISTS "idx_import_rows_run_id_5a6e90" ON "import_rows" ("run_id", "verdict", "id");
CREATE INDEX IF NOT EXISTS "idx_import_rows_run_id_8bd35d" ON "import_rows" ("run_id", "noun", "source");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "exports";
        DROP TABLE IF EXISTS "import_rows";
        DROP TABLE IF EXISTS "imports";""",
    "postgres": """
        DROP TABLE IF EXISTS "import_rows";
        DROP TABLE IF EXISTS "imports";
        DROP TABLE IF EXISTS "exports";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz47bV/iscfdrOqJu1fFm/Tacz9sZpN/ElXdtJpkmHC4mQxJoiFV7sVdr89xegeC"
    "dAERRJgfD5smuROKD0HBA49/Pf0coxsOW9vZjNnMD2R3/R/juy0QqTP4q3xtoIrdfpDXrB"
    "R1MrHIu2g8KLaOr5LprRyebI8jC5ZGBv5ppr33RsctUOLItedGZkoGkv0kuBbf4WYN13Ft"
    "hfYpfc+OXf5LJpG/gL9uKP6yd9bmLLyH1b06DPDq/r/mYdXnt8/PjNt+FI+ripPnOsYGWn"
    "o9cbf+nYyfAgMI23lIbeW2Abu8jHRuZn0G8Z/eL40vYbkwu+G+DkqxrpBQPPUWBRMEZ/nQ"
    "f2jGKghU+i/5z8LfpqmWG6fnv3oN9fPej6SAC7mWNT3E3KBQLMH9t5U0DCqyP6gA//uPj0"
    "5vjsTyEEjucv3PBmCNfoj5AQ+WhLGoKeohz+X8L5wxK5bJzj8QWkyRdtgnF8IQU5XWAxfD"
    "FAHUA6WqEvuoXthb8kH8/fVUD848WnEOXzdyHKDnkfti/KbXRnEt6iYKfgWsheBGghBHCW"
    "RkGQJzUwnnAhnhQR9s0V1n93bCGIc0T9YTy68Ez01XfoCbk+6mqXyKN9dlID7rMTLt70Vh"
    "7wNVmfuuimkSPqEfC5i3E/QB+d1QD66IwLNL1V2DtM+8nTLXNl+mWoP9o+Z/fIUxWwNren"
    "/g6so3NOmv1jQb/EnydHJ+9Pzo/PTs7JkPB7JlfeV2D/8fahAKyLyc/yfHFsy4QAbxne7Q"
    "oMPMwQ33Ys25ioEayNdoh3AwH1CW+EMc3RAKRFSD2MfGFM80QAahHUBd0gdcNckP9EBIQi"
    "XSMZobix7lbgepN625fDHHvqINfAho4YSH9DUKJSLhvtIm0BbSMifhv/MbxDrQLth483V/"
    "cPFzc/0OlXnvebFQJ28XBF70zCq5vC1TdFwS2ZRPvp48M/NPpR+9fd7VVRAU/GPfxrRL8T"
    "CnxHt50XHRlZTOLL8aUcp2cuprg34HOesgUuy6ZaDp3N1PY1f8rYZeiFKZo9vZDXU8/dyV"
    "jx8GqKXW9prr3ygriMiL/9/hO2UIhnmfWRHfAmmWi4rE+vRptQ4Yz3PDLvnjjdb2cZ7C5Y"
    "jVEoeu8H0DWZQtklRGQWvO8ConOoCpCPFnvC84AWqoKzRot9F88PkS1YRXi8YEonp6fQnm"
    "9YMpGqUE2RP1vuu5Yu6SSqIoTWpk5tHvtBdLE2v8cbVTEKPKY3SkhqdGx/aW0ePYX3Jfr/"
    "nuvoFg1Zo6qGZ4UNE+2re0RTqIhP6B/QLez7ex9s13Sqn5Br0y+lKFz4y9px/T2BugonUV"
    "RHM1ctIPQxnORTUEeRHeQ6+s0lA4x9N+5/uh/IH6pi5KFnbOiev7H2VmrpTPd0IpWwogY4"
    "Z+LwTHLlW6vJqngF2UQ0MqJn0ydFiH1vOy/2peu8eGEgXCkuL3d/XBWc90RH6tPtUMlC9C"
    "7NBdd9xgzSY7jNoj16v+i87n3m/zeZHB+/n7w7Pjs/PXn//vT8XeI/K9+qcqRdfvw79aWN"
    "s7bn2LnGD90Td7Pt6WCTjAkde9g8jO0GTpcMWT8elz4xH7rDJa8LY1cXCzLOkLQZaSwtT3"
    "fEFZfcV3lwy8h+67jYXNjf402I70fyPZA9Y0UFRkfio9eWRe8AiJakC3LZRS/JOZpdTuSn"
    "kx+M/e0GfnH/4eKbq9EffHdgl3JKxi/IkFLyXkO+jFJwU7YroPySxS5KVaCf/g2SyxAkF9"
    "exhOKH4/EKxsOf18k54KccFIUWCBZ5FbJLZssTEF/yVCDB/DEYeVCWF0UhgVAKe5OwRMjY"
    "BFpANZMROsg3fyeu+Z1PJmH7Hs8C1/Q3V8+Yna2bH1ApcnvRUB3Tsd3bBXNSeF5+iGVxEL"
    "6lE76fyI8XEb7j8QoK38d1slGP+emox6V8VAP7yLSEbLIJRY+JkaNe4D06q5NRTUZVpEWW"
    "cqoN/GzOhLTHlEI5hNtPWSdKCJHpGL5BPr4ZEuUAPjmtAfDJKRdgemvIGrokatzgFHRQJk"
    "GZPLTSI6l7IU6nYeo6SaZNlZaTJvXIE/YAlYnarkwE4Q2dhjcMQ47uzw/TuiQ9LEFPFqFg"
    "cJIe+Wlz0101Y3SBFlgtNast5Pl6w7CwIi2wWmpW4y9rk0zXgNF5StDSZebygd3ou1NRJG"
    "GsIl70YaA5JLuHjL5e6X3oUr72+7jQyVfQbh+vrw9lUXrkJNQ87kykCeTLnwFDUtuGJLwS"
    "dMkmBMqZkSandexIZBS/AvNpyZIUwqU/Y9ckkzZRg5kTQFE6mSVnKBvfoeVwjTzvxSGn4h"
    "J5SxGUS4QKwj15VwdvMoq/hb2DQv01cK6DMhTql9a/Q2RRsS06IegRaG/j+XjVD8QtZ9qg"
    "ZyJvipo6ckSdWo5kkWwETEcROHNTLDmsQKZeCFqd8+6Ef9ydlE47G794OiKcaCStl6lBVJ"
    "dZVA+rUXn6KmjmjGaQA79l5jcRSfV9nNIsevBWSs1yH7srL/QuCwl8OSrlzs2jWskHFbkH"
    "ENHzet6mktON78nI1OTNFOAqZLMJFFIrlv0aJud3VQyFngW1exaUkjibw1VKHlUTsX67PA"
    "wSpH6LrA4Sot6rrMqpBPVbFDPsHcLw3cc9Rfi++6RxSdulpdaxUZ9qQlPLmT2V6kr9kgsc"
    "cSzLecGh1OfN0HYjiifZRknEkh9yZ0vzORUEEW0lF30In5R8yocRzixz9pT2nUQG+YMuK7"
    "EcewgtaDu0wFuSlz2sOiyieOWpFPQddZGt4vmmHe69euAKJtiXSBWEfPLupI6Dgw6rcIye"
    "lNwcvumLmeMTAuUMCp14nrPfTGxRZ8mUw/q0FtanFViflrG2HZ9V9bwiaiUmUA5fshJrLu"
    "bK1VyCWKK8CTml68FayHKG0Lw4WtCWKio5FQgV6p/eS1EnaULEZONB9+f03HFDZZf8XnfD"
    "WPSOY2FkszEv0RYwnxLirs6TWO3qd0e7vLu7zm1mlx8LS/r28eby6tObo5AHZJDpc1a6iw"
    "1yLsx83fORHzCO7/sVsizujsMg769t+/G7Sbe7zvHk/Vmyz9APVTvL/c3F9XUZ4GcT6Wht"
    "Cq7pDFWPqzm5MtjlTC1VT5hVALEK7QwV7B31wc5Y8ISOyCyVcqJ/+/FkiTlSSBbMUvW3Jb"
    "9TSgzMmp7rI5+lAuSbIZ8Y+uvDnvoGAPNGmIc1NOLF27QGR4EeDA0yGxpyDjIRVucIgccy"
    "87jgExUKVS24U4HPEvM5798WYXOeErg8BC6/LBlWMr7OVSBTTunqxJ+Vjy0ReaPylL28UZ"
    "IU3xncCwVB56+CzcHaaMjmPCWwWWo2P2PXY4Z6cK0GGYr+7AZHXR2KW7vB5Ojk/cn58dlJ"
    "Yi5IrlRZCRhWGExVgDKaD/gLzwiTUKjg+Kx6Na5+fsi9FbEo8ebm4uc/5d6M67vbv8fDM6"
    "LHh+u7y6KlV/q+g7LAL5D3HvobxBDNkEAVgcqSiZI2yZMisH/coEteceG2AOwP0TSDXK07"
    "Qc28qqJdOLJx5shlhS4KJTjROdTBuVSObE94btGATUfV6PzmhskGewL0T/dDlLGgIEQubi"
    "H36xOumR43FIT2TPzKRL2gBQPbG2RvHhz6b82T4gEtmhy/By3AWXFOhL9KLyS+Rb/RpauN"
    "aPVpFZco2y0OJnzCmwjZ6HRJ2BLdoRTRLX/pOsFimVyN2cE8kMh1vYTwH5VJfNujhdXQKT"
    "5zKto5JUcb1OBVOFFu5qzFcuRiAuVq8EKnITl0ysHZDuU3vkji4xGwvWQOybqAZkig90c+"
    "tjmRReoHxaU0HSUDqdngfXgWL0lk7r0MXlZUlGJPXOPaFoNa23UxzWyPuwH1t8rOnnjWUw"
    "uHCWe6P8rUw5cizlD3Ikbwlb1Y8Wy7ZEu+GosRV0Zpqv9VHVh1D6uImfIqJT2GcPP1Qugj"
    "keiFx3Uq7h/zS+4fl2ruR6+CALwphYIAt1+VhgDnBIyObNUpqSmVQvnvbWSiyq/gymK7AH"
    "+4LOoBeG8P7FpKHSP7+ZZqKmVyCXGizqX4Rxa9S4l/Lu9cyuhyRe9Sqpfs5VxK1gJX1Qij"
    "Qxi6Rhw1wlc2aORF946lnPKRt6ebUKDx4H4nK2BYGCrcTtF4EH/rtJiC2oAJuHWcemd8p9"
    "5ZObnHRXOGmPbd/d0tJ6cnJii68cyZr/1Ps0yvM1kts1NMA9PyTdt7Sx97iM2CApTz6JXi"
    "noshzoVdhU5QjHuGsP1Rm2H7syWyF2G2H8tlzd8/inTKbSPt12aJIWsQG5CjhNgAqWMD1s"
    "GUbPBLlrWPf2LkiPY6NeTUOns7HuyAdiUROB1SAmVqwbR2OCSrUhc/dZm0ADEf4gaVVQq0"
    "UI5B5nPh2cQvgmWqEhJl3ptDlKmiKDYvUpWjhjdM5jcMytq8Ji5DWRsoazM+sLdHiRcKch"
    "ZeBZuhQAefl1CgA0JoIISmXggNJ8pDJIKmtah7KYDO77LBlE4+3bsX9X0ykUJrsgDVeu22"
    "0zA4nUlVsKCsRnXNiGezhXX0KZpG1UUE1Ueg+oh0baczBx2rbEXuGKyoXZE/d7tqRI1XyL"
    "Sqe1CXAw/HWm5APBdEKB5AmRhr/AjFLXNLQPNtigmBgjGKk9M6QYpkFL913ykjS8f2MEtf"
    "qwg0SkkURPm4ltX2uMJqe1y22iKPGrobYF0iVM5K3gneFrIXAbMAIx/qLI2C67pOAiU/f7"
    "KUPuk7T9jWDXOBPaEFXaRTroJRF4mU9tx0V838AQVacKTK7BAI7ERoblTsvkwO/JaZ3+Dn"
    "exVsBj8f+PnkhH8IhfjVgRPcpq+gEv9QUd2jFH+3tujUkcg0Ruf8jFXW6Lxrs1NzdKzfQp"
    "0tiWLQd1iZG9gyinQKWo06yIuXynB02JjVrrEGe8LrUjQJ7M06gucIgccy83hYNiPIAGiY"
    "sg7adofaNmiEA9YIL5E/W44YuuD2xrhKC5zSIdBQR/WwoSfy+0R0i3h8j8EVcbX87tWKo7"
    "MaasVR8bBL1Qp6q6DCkSkY+PLdGQmBAtErfTsznPAbMsJf+aVrMiRQ7qyaIQ3q2XDitfns"
    "SAjkYAZ9njLMMBybIclx7abxcGWqd7RW9SawiXYoVCArpYB13fq6XiEDN1DxM2RgxZFbv2"
    "9YFyVHCDyWmcdzZFqNeJwjBB7LzONhWWOBzQ3ZjL+sTTJdE89KjhKM7jJzWf64QUk4q1yc"
    "myRtSVqsDtKlBf47Zzpi2N/p5XGV9f0/zrSPliNO4M+c7V6KyfXwiIVEXrDISxJS1X4Z+z"
    "XaWI6Y8SZDIof1RikTcbRL0W5QAms+T6VC4kfBETWps/LJKL4ralKuhxk0sZOlVKB4SS2S"
    "z3EkBNY08CfjwcJftPCTp7H8Vlwok/EAZRHKKV4EdpOi1hk6sOvJvO9YZL4m9elTMuCvzP"
    "wFv3Fbp4rjI0aFJv6pEo8HKItQuhh5rIY+fI0hpVAgsKqH4vkZy1BdiDMkymF8VEsfq1DH"
    "SgAn9jbBczNLBwenzAcnODyVZXPJbXMY78LF2vw+bKNecjBEd8ZVPga0NqkFDVqbv25/g4"
    "3Ejvl4vIL+hg66bwsnb0O9P4Gs7bnper4+dwJG01Q+xHkqBddxHZz5MJdQDlsJioKcIwKM"
    "d2EMwqKywmLpVQqaVR4o0oL2JzOnXfzsNItbz1MCl2XmsvxxkLKwVrlAyEMA21uftMBj1n"
    "0Q6SND2PLoqVX2odNWMgleDHNOFsudBh09Yd5Oq87o4oePmosJ6J7vaeHSwYZm2hrSHh8+"
    "aCvH9pdjbbrRyLRvRwXshImZ1QCjGK5wNFQBHEYVwC2zSgzgK4MJgYKKYBW8sSL4nqsIvi"
    "8qgvELVYaXu7izJP35irtf5a25i+mmKCahpRQgnVVLZ8zIXXHJLPFXDBPTnYJZuqBkSk+5"
    "ofuyxZc7cvd3yh4dyB2RPEswXWLNdV7C/1fbb6VZ5sr0NdMjAsaa/G83l1DEH8OUZTKaCs"
    "gzIM8MZQ8DeWZg8gxYncDqJJNwI2/+7e2WmyXBJm4nzhdokp7lbbc/MJwVgTJcV45lYAOE"
    "hGEICRm+1eZASqNMDHcvXMhEeGzfEQHZLKVQUDhrP4TGWzovQpH0CQHAWwPeJZ1H3AecIQ"
    "MHsMwO4DX5pT5rg+KeCRkKZQ6F9tJFketiQ58ybIp8xSZHtIdeM5zXRKAZofy64jAqNeWi"
    "uEz7SRDQDEmnK3R4YB6sf4cqYA7PiDHUGmLFPaAFXK+jaYa4Vndimtn0coCS52u3j9fXh2"
    "w+OkxEeY1mUkTrRHf95uqc0vwiAV7/dD+QPwYrV/Ub3XUX+AuHfKsr2ghzxLBI5geMq0yT"
    "hOk+dvvI2ysn6421X0YunplrE0M+n5T5fFA/sMN+PrmlXxfhHJGCME9O65jNyCgu0OG9gl"
    "0ymP4Hz4RwzpCoiHKtMh+TijIfk3KZDx9/YUBc0Z4qGq8EvlV2yC76Uy39FaP+Dx/seDyA"
    "3aQZ2HyuBy4D74oCNimJcgVsOikS5JEzrYFzI0MGzg2ZnRsL8xnberBuwOMCKfBZZj5D8r"
    "mybC4Zhw8UaI4NE41YEebhjXGVuWOVDGk5EitjHfeWaHJ6VgrFyo8xf8dg3TiwdSNcDFvA"
    "BCS7PJUS8nRevDue1JDujidc4Y7eyst2L6bBionnhjUk4yFimxHXsMTmYsk4XblwpgSAJw"
    "PPcC+uj2Y8HLBkhVialtBmGo9Xrj5Z++1mIrFCANyUQsFTqv3wymfkmshmZRfxG/pkaaCj"
    "T7XhrUnTd1AmVVUmhxVXKAtrlQvfkiJaY9xR5SOIjWHGxuSkGvRMdmnP31j7wnRPZ7qnEy"
    "kEVZd2tE/42fS2X7RkSkvujausaWEEmRsN7SOGKA7rEw4NgtRGeq+P1EbypXxmTAtfiM6Q"
    "9C9DH+Yc70Raflmy5GS+fhiPV1A7bF/9BlWkyTofnCpysAySATG1uRLSb1i+pJA2Dsw/cP"
    "2La1q76ifk2tvfWJIZc/cr5cawCpbeWeg5o3jWOD3tPHIe4u0dz4eCGcOQKqGqVndVtUBs"
    "TJA9r4HsORfZc4bLxmWcd/crZFl8/2JMpJKD8Xjy/izZMOiHqjV8f3NxfV32LYb7dQlMLo"
    "7xcJVghKpvAxJ2weKuQtW3qy9rx/VHDHk3ulMp6eJwTPemUYgkPGgkoRvYVOvRmQWsK5L5"
    "8mSNBKqiJ0OmGJg64tQJX546KQlU0D8e+sfLBiU7fLDKNNB/BKFadRzBFN/keBucKZ7wyt"
    "g06nmX0kGumMwcniPTavQe5wiBxzLzmGhAJpmuAZPzlP1s1pJUaRsclw9sT5KyAFcjHTPb"
    "NhG7gnhmSKDMZqVtjiLVgmHuMZpmkIjuNMplltPuGoaHsHZK+doP2Nb5cUWtlZ/CPb5k7k"
    "xvjqssnmY4THedl048+24QxqTaTvR/sJqSW+Vc62jcM3ZpDCH9M6k4l5/BcwJ3JpqLDY7/"
    "vhz/MZvqmlTj8eCc3uWcjl6dErbchZ0SgEuVZQfcbiQCazWlUK5EVPvxty+I3RuhIk4FcX"
    "ojDB/e8zrwnvPhPS/Ba0dNrGrvs9F4gHYntGjqBEIBVgmBcuB2UncyI+PVRThDAoLCLkHB"
    "xchzhISwlEK5FXxcawUfV6zg4/IKtvDc15mbxKXjWBjZbJizZAWgp4SuK6STK/0aey7v7q"
    "5z5tDLj8XSnY83l1ef3hyF0JNBps9xIK6QIZrkkSGBrkAMNMXN+xky8ODIbNsPbMMpM5ef"
    "zhmPh3ooOQ63keFpuM5aDzyWHlR5UuTo4KgQOCroYrabbG85QtjgZN7g3MAWlAZSCgiCr3"
    "a0uSzzrbBLKPI9bOcaJqw73ULpmpLQJRQwq4Tk2LLLJQRB8IoHwdNajrqoHTFHpJy14KiW"
    "teCowlpwxOiUAAHHfQccU3+9UF3IlAK0oNa1IIj/bsKKwYnlsyWePTVjc44SlC+ZuUxEf7"
    "fZy5ynBC7LzOW5aZveslmsf54U+Cwzn6nVS2/+SjPIgd+y8xvMo2rzGLK0XgePA1atogrL"
    "TUqinN2mkygPKF4AxQtkgxKyM1/D7i5/tS9JODuE9Ewpk97adRpLWjltqMmExWXbAq41E1"
    "+lXKuN817J87Xbx+vres1f4gzIgptOoKNJLuNymI6IfjuaRJ1yGJEKaQ8dfphCtltPx31M"
    "Mhtc3iUVJ6lapv3EvgtBDgcNclgh90lES47Hq1bb7+isTmBDUejNxDWcFdVj3/QtIQNEQq"
    "Cc+aH9HLQn8qtEsI3H9whtvOUNce1ymx494C8cowS/6dEQ12+Vtnz180NOUS6FgCTK8vXd"
    "7d/j4cW4kDzgC/MZMwJL+QE5CQHE41Qzo0lWAvaI8iDCjZQC2NE6OxYuMoQO0oRAgY2o23"
    "4OM2SzdLqq0MuYRBnbc8+xlxbyfJ2iaDfyQTLIwRMps616a25pwuo8ZS9clsTSOjgmQwTv"
    "q2BzsDYasjlPCWyWms3P2I17Rdf0yGco+pOLjrqVi9orJIaRO2M0u+PbElKKVsyMEr8aXd"
    "gS5PeOywK/gHucWvMEEc2QQImVAprOwhFFMyWBYINSqTsmmFV6fIao0YklF5CHUeUP1ltb"
    "LvBfU8iMFDEH4z1jZmLP1J7AXkfTDPIA2wlq5vTejSi7SoAwordouHacnYBmThxOFFJxb2"
    "0B0R+iaZRENHOY1HjpifzUAqA32DCRsohmhEzhSLkuA8Hu0TM27v1NCG0pGCxzd7wjIMyj"
    "ozppZJA9sB3LwEapiQFEeh000kv+iti9BXu1X809WvIC8KYUAHANgCEmQ6qYjNnS8bDdqJ"
    "RJhhA81zK7QcCODJZP+cAEm9FhbEagPg5XffyEaeLViKE6RnfGVWqji/spd/rLaGYR4SAO"
    "kshExkCSEKiOkmg2Zyc1NJuzE65mQ28NsR1NbwC3n8zy4rgGI8q5otFaTKAivO/qlvCtrO"
    "Fb0s8hArLJnjw4nTB3QgtxOUsIer/MPJY41GkYKirEiPSj78sWxyClSioSxgBO9xac7odR"
    "8T8gIuIZyB0xlPzk3rhKzZ9Fow7Y14RrwKuKZMwQtRN7D13qR78zSzvyNabf2bUdVVCY2l"
    "f4n/Da1+eusyojzF3kORplUm/3SjEpCQaH2Xi/QZuHsB4nY+NN7lVuvAba6GFJT9h5Yedl"
    "y7RVXIgp+tsVFGFCxkK4ZPi27lfIsrioRyQqgX48eX+WwEw/VAF7f3NxfV1GkuxlAqdaNF"
    "olEFvLmpxZ5uxJsDhHSqMSpD1vBsMoiqIc7M8mZtYXrYA9IQHY94DdM33HFUY+pQLwhcCX"
    "R235EVkh9Cy1ZXtvvEtteabDQG0BtQXUlgPs3aC2jNpSW8wVttk1X/hGzxyRgpbP9iNxQD"
    "tsSzt8js/nuos1IVBwoU5OT2usVDKKu1TDe6B/S3Gqgf4N+rfasEuiAn7nBK6NrB8costv"
    "sSppgsUh4yqF8D/bwQdUB0WLINWtfxTpc6ADVuqAEf9FpJIMSTtyiUQdRdoPHPDwYsXsyl"
    "B5NqZEysQN9Hw0Tjc+FjwaExLAfI8y6aL7eYYIcB+cPHKPLGaOYni9UvLwyAgQO16p2HFA"
    "o5IM6LdXpjl6zerKbvF4BQ1K7YhukmyrP1Jf7bcmu3RYerNygw39veSBdWuHjS40Olhz5p"
    "qHkYUNLZzBI2/IEmvkq5pz7Pn09ue/0hdbM0wXz3zH3fztq+3Iz29HBca1Meev9q921KiM"
    "HNza3HGjScbaUfjJC1Yr5JrYo/Nsb5Hpka8hF2u2o1mOvcCuRsNxtTfbr/GVN1viFXq73v"
    "yJzD83XSKDkF1mrGHboH9svx/5w9NMWzP9sbZE1vzPzhrbYw2RB7mGSdVm+kSaAOd9rT0+"
    "fMh9N8uZISv//cijQmkHGyb5KfRfTwvWmu+Qp5nkSUb4jQlHLZMgRR5MvwTFL8R1j8PusL"
    "ngEul3bTU15J9s3C581T4+fie+QRvm2vDzJW+ngMSQo1EJ0NYkh2ijE8A0QwGIMhDl9Nqu"
    "0CliCpXgBDPPa4A9EWMa2HpiMrD2NIwgck3fb1THMU8JVTukq+ggm/Z5RV/VKg30KnqX62"
    "ih4YtfWxWdLRHR2qhulFMct4pdVN0sVJU2WmD7pqXhZ+xuttrmkmhoU4xtMi5a8tqL6S+J"
    "HsdSUDt6ElVbf6J/f7YxYfw2fvVzqNJFD6Bab3J9iqmautUFqeq6vf71drrPNPDy8/YO/V"
    "N7Ic+NWk2GKubCcYyvf7XDwTY2qX4YPimaJjt+X10SDKeHNJzKETz9OmWeAYRLqyXpZDZO"
    "MeALhIB/M/xXyMANxMwMGciYIGPukDF/jNqwVomZP6atWmtJmlFr15rC5p2NNdd5+Yv2Oa"
    "L7rC2oaWYre22lvUhIJCJb3nGxFbNCyXasfZ5je4Y/b+l8WjS/SFCWP/t+eMuSX7VVu82w"
    "DhmEv+bmbL5Ex21cXBnFe4jexcpJdOEbIwZ8QgKwDzFcKTxRPoWnIfu0ofd2nzJ91FXPyK"
    "+mIVhNvQ19fCh7MiTRvo4dhNHlBqwg/UP/RH6tqBgY06gEexuRDZAL3haSUW0TQSE6JVIJ"
    "z543BBfPsetiBvZVzTBSGgVDUTvJbQ78le45gcvSWPhI56kUxPqobmuMqs4YLKxX2DADRr"
    "nXaqxTKsC6PtYztFojZqvQarSzdIB3fbx97Aqv7JgGcBZY17xg4B3LmhsMDGhz0A5VO5cR"
    "zspHOkOiIMqTOhIIX/4o4Wv6YuBG4xVEtpP1a+BnU0yySylUxLj1MlZT6lQT01IyJApCfF"
    "ZnFZ/xF/FZaQ17G8/HQnJFSgEA1wDYQvYiYLb74UOcpVEQ5PY3irWFZphdsoOPco6oP5hH"
    "owGBLIkL8AK75mw5YjgAozvjKvcfSsdIU7bgtYTe7pmp1SAEo6I0IzcAQ4VdtRMDJn2pBB"
    "COhiuIbkcKMMfU8N393S1PAeaZGQxz5mv/0yzTG6IfpAJcCgadOQnOjDF9c3PxcxHuD9d3"
    "lyE4mahLOsHloQ+zP/4fSB6L+g=="
)
