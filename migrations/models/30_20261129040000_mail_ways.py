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
    "eJztfWtz47iV9l9R6dOkSpm05Uv3u9naKrvHk/WM2+607WRqkxQbEiEJMUVqeJFbszv//Q"
    "V4v4AUQZEUCJ0vvpA4oPQcEDj387/jtaVjw/n+ej63PNMd/8fof8cmWmP6R/7WZDRGm01y"
    "g11w0czwx6JgkH8RzRzXRnM22QIZDqaXdOzMbbJxiWXSq6ZnGOyiNacDiblMLnkm+dXDmm"
    "stsbvCNr3xj3/Ry8TU8TfsRP9uXrUFwYae+bREZ8/2r2vubuNfe3m5++FHfyR73EybW4a3"
    "NpPRm527ssx4uOcR/XtGw+4tsYlt5GI99TXYpwy/cXQp+MT0gmt7OP6oenJBxwvkGQyM8X"
    "8uPHPOMBj5T2I/Lv4r/GipYZr28PisPd0+a9pYALu5ZTLcCeMCBeb3YN4EEP/qmD3g439f"
    "f/nu/OoPPgSW4y5t/6YP1/h3nxC5KCD1QU9Q9n8XcP64QjYf52h8Dmn6QZtgHF1IQE4WWA"
    "RfBFAHkI7X6JtmYHPprui/H95VQPy36y8+yh/e+Shb9H0IXpSH8M7Uv8XATsA1kLn00FII"
    "4DSNgiBPa2A8LYV4mkfYJWus/WaZQhBniPrDeHztEPSnn9Arsl3U1S6RRfvqogbcVxeleL"
    "NbWcA3dH1qoptGhqhHwBc2xv0AfXZVA+izq1Kg2a3c3kHMV0czyJq4RajvTLdk98hS5bAm"
    "wam/B+vwnJNm/1iyD/HH6dnF+4sP51cXH+gQ/3PGV95XYH/38JwD1sb0azmuOLZFQoC3CG"
    "+wAj0Hc8S3Pcs2ImoEa6Md4t1AQH3FO2FMMzQAaR5SByNXGNMsEYCaB3XJNkhNJ0v6S0RA"
    "yNM1khHyG+t+Ba43qbd9OWxhW79hU0McmH+gEDERlw91hjCHsx5Sfh/9MbzjrALn57tPt0"
    "/P158+s+nXjvOr4aN1/XzL7kz9q7vc1e/yIls8yejvd8//PWL/jv7n8eE2r3rH457/Z8w+"
    "E/JcSzOtNw3paUyiy9GlDI91bGAXN+BxhhB4LDOPLXNmIVvHegM252mB0zJzem5jhnsDPm"
    "cpW+CybCaiobOZ2bAXryn7KrswQ/PXN/p6apk7KWs8Xs+w7azIxikuiJuQ+Mefv2AD+XgW"
    "WR/a8z/FEw2X9cnVcBPKyeqOQ+c9EKenYJbB7oLVGPkq9GEA3dMplF1CVPfAhy4gNoeqAL"
    "loeSA8z2ipKjgbtDx08XwOfToqwuN4MzY5O4UOfMPiiVSFaobc+erQtXTDJlEVIbQhGrNd"
    "HgbR9Yb8jHeqYuQ5XK+ykNRome7K2L04Cu9L7PeB6+gBDVmjqoZnjXWCDtU9wilUxMf382"
    "kGdt2DD7Z7NtXfkW2yD6UoXGS9sWz3QKDu/Em+eHXUtEGihL+1gNKtP4mimiyLFjGxrvlW"
    "7MPV/s/BdD+EsykK2q82HaAfetr91f5I/1D11XPQli4rx90ZB1sC2ExPbCJVsUKeTs8+bN"
    "KpDgXrmk11S2dSVhwn5pa4qIW96i6eSCWomDXcmlpl9vHirfV0nb+CTKqn6OGz2ZNCxD7S"
    "p2F+nHt0a1IV5z4PBkkW535DlqUxKNxId07sSXiKVS2Y40ZIBLEn/286PT9/P313fvXh8u"
    "L9+8sP7+IglOKtqmiUm7u/sICUSdrxE0WolMe/v9IvX8S/PFIlGq9gaHb7MaxbqjeFe1ld"
    "fFMkPQYKj/sBuE6CwVl5gsFZIcEALW3cyKWcIQSPsnQe5TST34i70m301iTaK08LISIyc9"
    "pzsK2J5b2lSNpMfisytU/RoHmqWyESIwtuEdkfLRuTpfkz3vn43tHPgcw5L1EllCpfnLac"
    "U0dAtCCb08t0d4il0vRyol89iCP0Yb9++nj9w+349/LIli6l/B+IY72ZfnwCR9BP3a2U9X"
    "V/nBZHSoC8f3ryvnhs+oFR6ZIxoeOwdPxtQ+iO3EBSyVL2I5JKcqaBnAJyCsgpKsgpP9M3"
    "xryxrTfHlwkKkkrmfqWs8spGarNgKEgrIK2AtNK+tOLgRil0KTKQU0BOGTRPQU45RTkllT"
    "LEkVKyCUXlMkoug6ldAeUfaezCamTsv3+B5DIEycW2DKESQdF4Bf2qH2qILR/Kq4rlhRbI"
    "Iz0J2SW15QmIL1kqkGB+H4w8KMuLopBAKEX0m7BEyNkEWkA1VfR1kG/+XlyzO59MwvZnbO"
    "r0Gz5Rft2ZY468nR1QKXJvgqGaQ8dqxJTMMAjledsuzwsGwE4NgH50O33AggPx0xoZRqm2"
    "mKXsrxLcZVdIB1rj+fT9Vawnsn+qNMOnT9f398UicOADPgX9RGZZWhKeKiRKyyjxSWpbfc"
    "Jzzybu7nZbkpeSHVAp7jnhUA1vu0lSyVhZo9yGNbbpN6PiZcHYmhmeNSdFplmwxUpni4Uc"
    "l1iEPK/Tf+C8vAHBeaEDgY5dRAwhCT2mUC/D5apWistVRY7LVSHJRcdbMhdyJiQUyiHcfp"
    "MSKvNRuYSTuFqOb4pEOYAvLmsAfHFZCjC7lXPYMLtUkPxcF+AUiXIAd9ABhrN4yxX3aHx/"
    "OvtZt9JFa9XbE7lPSFjLkCnUEqMXqW2ofl1JVGwwm4ALUma7yTBdkMcynAT1mbkmk7h0c5"
    "WxJKkSDT4x8ImBT6yRT2wY6nZ/0XutK9ygD3apDw5LjJZF5BqcHE2/2oLY62aMztECq6Vm"
    "tYEcV2uYqpWnBVZLzWoIHTkFLh85tH2/tVESxioS2T4MNIdkVRpkNM6x49qlfO0PCWunH2"
    "H08HJ/35q9riBd+5WI/briHI9QOMejiZ8t+mN/ceOPqUlrlhmXzDFUxrTfBS2dz7bn0O9c"
    "USgkN2JSZfd0g7GSFgsB+yfYP8H+OSSFsnP7J1joTkHLA13+FLgMiiconpIrnseJZngpke"
    "xf9srzHgjx6gvxeC2YNRATKCfCTy/ryPB0VLkT+LJYiJjBpW2xTeikTWRN7gTQPkFmWcQM"
    "e7XWfaWi8aC11dDaNshx3ix6Kq6QsxJBuUCoINzTd3XwpqPKt7B3BcQNZC49bp/ncrDTNC"
    "ri3H7uiPabZQpBnCHqMRrr2iHoTz+hV2S7qCtZp/N6GysstkXHBD0C7ewcF6/7gbjl2oBo"
    "S+VNUX08Q9SpX10WyUbAsR6CsyBi5SxzZMoFbV7UOe8uyo+7i8JpZ+I3R2vcz65IDaK6zK"
    "K6QdbEdbS118wRwCEHfsvMb2bTElXP0jSwge7dQDcrQUE2JlAO3ParfFj2EpnEiSNc6mKc"
    "p1MO6rNprYof04qKH1NOW1usHRLgz6MHb7HUB0Tgt2nA6wwhCAEy89jF9trxszGETAAZKv"
    "U20NabgkN8jbJvUyFWoNy3nQnmdaLqgfwY3h9/rhW96+DuauQcI2o3c/7kegM3ByrbjVhF"
    "rNKBxs1xyvdCVBGpXIek5mBlWzKpCBWvsn1zvAol9VWEjFMdtjlihaq0aiKWlIg5BKq4Go"
    "2KIPHySZqDVcxkUREztCHaK94diNX1hvyMd4NVUqshIuuNZR+6S935k3zx6rx8QwQJf2sB"
    "pFt/ElVftY2BTJNuT77h5/DN/HMw3Q/hbMqiZpMtmu80G9PP7By6wj4Hs30JJlP0XWQBoH"
    "SdtaASfvJnqqkSDhEqolOhkbiEV4lXaHsP5qlzBA7yLbSQ5660hUFlocOAemQT/UjnUXRB"
    "saDRw+Wpz8Esqq6mECRtvkIGsycf+vaFcH2MplN0bdl4bm2xvfMLGxwI2Zdwrpr1DAa5zJ"
    "CnE1ejG7N98P5+zaa6jUoZKri2iLklLmpBLL2LJ1IIqYbVSCLTYEnOlHglktA6eBvNpwi8"
    "2ZfWXTFZao5ci5NDKo7ZdX5CRUATTOv0hXhOWmck3JendcZ6RNsdvDZRvgcLe5kZ1vyV07"
    "crXXHJMqjgiH33rzNHwU4VTRKEU0QuYGTPV2SbeISR58T/+E+K/8vm7M8NMn/V/ChNfxqd"
    "/sFWiliHMMg6bTvr1FlZtltS0Kk8AiNLpWBaURdFZByXmEH9LM8WbA9WIFUQ8um7izq5L2"
    "xYRc7cRSEDxiWuWKZGTKBcZFEnSYnpTya2qNNkymF9WQvrywqsL4tYm5bLU7gqEpojAuXw"
    "pSux5mKuXM0FiCUqUiSnwDzYULlMRGRWHM2pQhWtzXKE0NysuBjqNTc7cvUA2XjQ/Tm9sG"
    "zfpkK/L6/VyI1lGRiZfMwLtDnMZ5S4q/MkUrv63dFuHh/vM5vZzV1uST+8fLq5/fLdmc8D"
    "Ooi4JSvdxjo9F+au5rjI9TjH99MaGUbpjsMh769R5fm7abe7zvn0/VW8z7B/qnaWp0/X9/"
    "dFgLcEaWhDBNd0iqrH1RxfGexyZpaqV8xr316FdooK9o76YKcseEJHZJpKOdG//UzZ2Bwp"
    "JAumqfrbkt8pJQamTc/1kU9TAfLNkI8N/fVhT3wDgHkjzP3mU9Hibdq8KkcPhgaZDQ0ZB5"
    "kIqzOEwGOZeZzziQrVJci5U4HPEvM5698WYXOWErg8BC6/rYQa8ubIlFO6OvFnZWNLxIt8"
    "9PpGSdI8YHAvFFSfOAk2exu9IZuzlMBmqdm8xbbDDfUotRqkKPqzG5x1dSgGdoPp2cX7iw"
    "/nVxexuSC+UmUl4FhhMFMBimg+429lRpiYQgXHZ9WrcfvLc+atiESJ7z5d//KHzJtx//jw"
    "l2h4SvT4eP94k7f0HrfT8IB2JoGSyL6/QQzRFAkUmK5s+XSMzriSLtNDeuNyuw5vuM0UhI"
    "H9jFRKjcuDmnpVRdtppePMkX1ortgTm0MdnLORnfT3gfA8oAGbjqrR+dVuIzXzr7ZiTaaz"
    "UUYt1An5gmvWCRkKQkL5hcXEr1TUC1pysP2EzN2zxX7WPCme0bLJ8XvU3mwV54T/rbR8p/"
    "LgO9pstVGtPinwH1XNCIMJWR5+gGx4usRsCe8wivCWu7Itb7mKr0bs4B5I9LpWQPj3yiS+"
    "4GjhZPHFZ055Gl9ytEF7RoUT5ebWRixHLiJQrj0jNACXQ6ccnO1QfuOLJD4eAdtL6pCsC2"
    "iKpFPby/DATGSR+kFxCU1HyUC9bvS9hcUNz+Ilicx9kMHLCItSHIhra4XrZMQ0tT3uB9QN"
    "lJ0D8aynFg4TzmR/FLUeHqi8Vyp8DHGOuhcyolzZixTPtku2ZKux6FFllKb6X9WBVfewCp"
    "kpr1LSYwh3uV4ILcY7bLIWvgoC8CYUCgLcflUaCpzlcaqBVaekJlQK5b+3kYkqv4Iri+0C"
    "/OGyqAfgvT2ya6mknLiwb6lpg6lBOZeiL5n3LsX+uaxzKaXL5b1LiV5ykHMpKRlZpmr40S"
    "EcXSOKGilXNljkRfeOpYzykbWnEyjQeHS/k+FxLAwVbqdwPIi/NcRfqA2YgFvHqXdV7tS7"
    "Kib32GjBEdN+enp8KMnpiQjybjwyd0f/NzJIrcYizUBOdoqZRwyXmM737LHH2CwYQBmPXi"
    "HuOR/inNtV2AT5uGcI2x+3GbY/XyFz6Wf78VzW5ftHnk65baT92iwRZA1iAzKUEBsgdWzA"
    "xpvRDX7Fs/aVnxgZooNODTm1zt6OB9Nj3WQFToeEQJlaMK0dDvGq1MRPXS4tQFwOcYPKKj"
    "laKMcg87mwJZjbGq3CwRmTKPPeHKNMFUOxeZGqDDW8YTK/YVDW5pS4DGVtoKzN5MjeHiVe"
    "KMhZOAk2Q4GOcl5CgQ4IoYEQmnohNC00jVe4XbzjzdjkM2wfGmUUT6TQmsxBtdnQN905vK"
    "PwUzKTqmBBWY3qmhFb0sI6+hJOo+oiguojUH3kGCGi1RUrkoOOV7YicwxW1K7InrtdNaIO"
    "+rRX9qAuBh5ORpkB0VwQoXgEZWIyKo9QDJhbALrcphgTKBijOL2sE6RIR5W37rvkZOmYDu"
    "bpaxWBRgmJgiif17LanldYbc+LVlvkMEN3A6wLhMpZyTvB20Dm0uMWYCyHOk2j4Lquk0BZ"
    "nj9ZSJ90rVdsajpZYkdoQefplKtg1EUipbkg9rqZPyBHC45UmR0CnhkLzY2K3RfJgd8y8x"
    "v8fCfBZvDzgZ9PTviHUIhfHTjBbXoClfiHiuoBpfi7tUUnjkSuMTrjZ6yyRmddm52aoyP9"
    "FupsSRSDvsfK3MCWkadT0GrUQV68VIaj48asdo012BNOS9GksDfrCJ4hBB7LzONh2YwgA6"
    "Bhyjpo2x1q26ARDlgjvEHufDXm6ILBjUmVFjhjQ6ChjuphQ6/0+4noFtH4HoMromr53asV"
    "Z1c11Iqz/GGXqBXsVk6Fo1Nw8C13Z8QECkSv9O3MsPxPyAl/LS9dkyKBcmfVDGlQz6YkXr"
    "ucHTGBHMxgz1OGGbplciS5UrtpNFyZ6h2tVb3xTKodChXISihgXbe+rtdIxw1U/BQZWHHk"
    "1u8b1kXJEAKPZebxAhGjEY8zhMBjmXk8LGsssLkhm/G3DaHTNfGsZCjB6C4zl+WPG5SEs8"
    "rFuUnSlqTF6iBdWuB/smZjjv2dXZ5UWd//bc36aDliee7cCvZSTK/7Rywk8oJFXpKQqvbL"
    "2G/QzrDEjDcpEjmsN0qZiMNdinWDEljzWSoVEj9yjqhpnZVPR5W7oqbFepheEztZQgWKl9"
    "Qi+QKHQmBNA388Hiz8eQs/fRrPb1UKZTweoMxDOcNLz2xS1DpFB3Y9mfcdg87XpD59Qgb8"
    "lZm/4Ddu61SxXMSp0FR+qkTjAco8lDZGDq+hT7nGkFAoEFjVQ/H8lGWoLsQpEuUwPqulj1"
    "WoYwWAY3ub4LmZpoODU+aDExyeyrK54LY5jnfhekN+9tuoFxwM4Z1JlY8BbQizoEFr89P2"
    "N5hI7JiPxivob+ig+7Zw8jbU+xPI2l4Q23G1heVxmqaWQ5ylUnAd18G5HOYCyn4rQVGQM0"
    "SA8T6MQVhUVlgsvEpes8oDeVrQ/mTmtI23VrO49SwlcFlmLmNTbxTqmpABf2Xmr/xxrrKw"
    "VqA+pp96NdsJgpqlOgDUwTRjVS52+BhrtfUameE6bAHbF6dWfzwp1+teWLOvawZW+hFGDy"
    "/39/VaNnoOtwSNSEsrypIXR60KNJ12tYrx4liW01jutS1rMfP2GpjH15/vRjamoDuuM/Jf"
    "SayPiDlCo5fnj6O1ZbqryWi2G9Fpvx/nsBMm5hYmDcNJ/dFQkHQYBUkDZhUYUG6XigkUtE"
    "lVwRvZpN6X2qTe521S0QtVhLd0cadJ+gtb6X6Vtxa5wjZFMbk3oQBFolrq5SYRiEu8set0"
    "mJjulcySBSVTptwnti8b5XJH5v5e2aMDuSPUEyimKzyyrTf/9zr4VCODrIk7Ig4VMDb0t9"
    "lcQhF/DFeWSWmAIM+APDOUPQzkmYHJM2AgBWueTMKNvKUAHgJuFgSbhzCeqlygYQSddGLR"
    "rTWF0l9XlqFjHYSEYQgJKb7V5kBCo0w6SS9cSAWbBe+IgGyWUCgonLUfzeesrDehpJ6YAO"
    "CtAe+KzSMeq5Aig1gFmWMVNvSburwNqvRMSFEocyi0l7mObBvrXE9vuWKTIeo0RkGW10Qg"
    "7kN+XXEYgR+ZgFJivgoCmiKBKJrsDnqsVkKqgDk8I4aMoTOiEUlRg5QDcb0PpxniWt2LaW"
    "rTK4lFOl4f5GEiWtbzSiy661dbK+kSIhLg9Vf7I/1jsHJVv9Fdj567tOinumU9eccci2R2"
    "wKTKNEmZ7mK7jxTiYt7wZPSPsY3nZEMwpBZLmVoMpUw7bC2WWfp1Ec4QKQjz9LKO2YyOKg"
    "Xav5ezS3qzf+O5EM4pEhVRrlVxaFpRcWharDjk4m8ciCs65YXjlcC3yg7ZRau8lbvmlCIr"
    "BzsaD2A36Uu4WGiezcG7opZWQqJcLa1O6pU59Exr4NxIkYFzQ2bnxpJssal5mwY8zpECn2"
    "XmM9TBUJbNBePwkQLNsU7QmBdh7t+YVJk71vGQliOxUtZxZ4Wml1eFUKzsGPIbBuvGka0b"
    "/mIIABOQ7LJUSsjTWfHufFpDujuflgp37FZWtnsjOi8mvjSsIR4PEducuIYVJssV53QthT"
    "MhADw5ePp7cX00o+GAJS/EkhhCm2k0XrlSie13vgrFCgFwEwoFT6n2wyu3yCbI5GUXlfcW"
    "S9NAc7Fqw1uD5mKgTDZhxSCUyWHFFcrCWuXCt6SI1pi0moMGsTF7YmMyUg3a0l3acXfGoT"
    "A9sZme2EQKQdWlHe0L3hIn+KAFU1p8b1JlTfMjyOxwaB8xRFFYn3BoEKQ2snt9pDbSD+Vy"
    "Y1rKhegUSf8y9HHO8U6k5bcVT04u1w+j8Qpqh+2r36CKNFnng1NFjpZBMiCmNldC+g3Llx"
    "TSxoH5R65/cc9qV/0d2WbwHQsyY+Z+pdzoV8HSOgs95xTPmiSnnUPPQxzcoVIFFMwYhFQJ"
    "VbW6q6oFYmOM7IcayH4oRfYDx2Vjc867pzUyjHL/YkSkkoPxfPr+Kt4w2D9Va/jp0/X9fd"
    "G36O/XBTBLcYyGqwQjVH0bkLALFncVqr7drTeW7X7x1cWCyJvcrJR3iT9Ms623TqRd2/Pt"
    "tKYV/vbWM3qrGH8Yjttim9nVIjuqn4WZncGxPHsuGp8IwnBfwnDEproCWzQeBLZ9Alv46t"
    "QXMhICEDN4oXXBRiKwVhMK5dKm2rdJvyF+vbAK3Q2V1AsbPrwf6sD7oRzeDwV45W+sPVho"
    "0czyhIwOMYFy4HaSi52S8eoinCIBQWGfoGBj5FhCQlhCodwKPq+1gs8rVvB5cQUbeOFq3E"
    "3ixrIMjEw+zGmyHNAzStcV0vGVfo0TN4+P974rI/Ks3tzl09lfPt3cfvnuzIeeDiJuRsnI"
    "dUVs0NCzh9J5AzEFFdAUDxVIkUGWs8xhAp6pW0Xmloc4ReMhRyDD4TainnTb2miew9ODKk"
    "+KDB0cFQJHBVvMZpPtLUMIG5zMG5ztmYLSQEIBjqFqx5DNM98KO4VC30Mw1zBh3esWStaU"
    "hC4hjxs5n2HLPpdQ9zHzUGLiqCUmWH6zJmpHzBApZy04q2UtOKuwFpxxqodxc/irXJL9p/"
    "Gr1UzJ99cL5UonFKAFta4FQXpCE1YMTiyfr/D8tRmbM5SgfMnMZSr6281e5iwlcFlmLi+I"
    "SZxVIzbnSIHPMvOZWb205q80hxz4LTu/wTyqNo8XiOrojXbuNCHwWHYee7z8nQrLTUKinN"
    "2mkygPtuEVAa7ogW2qZbRpLdLWtVzEaVBQimQ8HqDMQ4m/bQjdRhps7lnKfkwpkvSVHNzu"
    "Ln8GnCScFYh68hxsCwKaIoH2qwPMJpSxsaVo+1W2BlvA9SWcZohrdS+mqff0gGahUQZkzk"
    "0nUOUvk3E5TEdEv1X+br8xwMacSIXwzqQqTAF/gzCFEwhTsD2TVe3RXvFORN3NkTVSefPb"
    "oUw13OskjVyUZ41cFNJGQN0FdVc2KCF0pvfQGYjVOAULA+WVvmvA5DQdeAhk5jB4gdTnMV"
    "iDT4HLR7YGS2kTGqoxeDivSXNrcL8mSzkRbWyz5BqBj2Ffl/K1H3Ctvs8GMk2s/8A+T0lj"
    "k/yQSWV/k2Bw8AV7aXEiZAeFinvtaujl9lGdLDGv+Gy5aTSh6CoQ6Hh20fZbL4JFpIn4AF"
    "I2SNkgZYOUDVL28F77IUvZNtmi+e4LpnA63MiC3IhqGTsYq9nB4D66CM4Ny4lFBt3zMy7E"
    "al1DBELbEQiv9PuJyNfReAVLVZ5d1amPkJfjUuURrvLiNV4jwvGWl6MbE6invEwv62gvdF"
    "R5udXLgv5iIHPpcXublWOcplFwFU/roFyOcR5hF3/jSA3P9GpJwEc4Xglkq3TA21+eM+pf"
    "oZhErALePz78JRqerzCRq85sOm88ybcc7oQCAG8AOMUV02+qazM8R1SgFtqrObTKJZ9d1k"
    "o+u6xIPrssJp+B1anRCzA0q1Mo4QuyOKEC9krNXhuvib//NYm0ypBCII7MfA5EjEZ8zpEC"
    "n2Xmc8Y6I3QopwmBxzLzGBJFVXFaSAno4T6L41jW/2p/pH+MORb18M6kypL+q02/OAWuBw"
    "t6yo2TVYWihpIGMV/5d8HOflQ7+xrZryLWhWi8arl97RvZXeIaQoabmEA5a037/eLkdw/F"
    "W94Q1y59nIt5bvlyi2+KRIH127fBd0m2mNMEorx4dkwAtbOrmdGkgxB2qGgswo2EAtjROj"
    "uWNtKFDtKYQIGNqNOulc4cmbz6K1W53hEJJHs3S/Y2kONqDEWzkVGLQw6mLZlNW4ExoQmr"
    "s5S9cFkSY9fgmAye45Ngs7fRG7I5SwlslprNW2w7hNfNu1QqSlH0JxeddSsXtVdQCCN7vh"
    "KxJSQUrZgZJX41OonWk76SrSzwC+RVMWueIKIpEmiHnkPTWlqiaCYk4O/NgMl+c8Gs0uNT"
    "RI1OLLmAPI4qv0FLPvDlqzhFAqt4gOWtj7HXtl7fOvJMHQjsfTjNIA+wvaCmTu/9iPI7+g"
    "oj+oCGa8fZC2jqxCmpGJ7fW1tA9HM4jZKIpg6TGi89lZ9aAPQT1glSFtGUkClc1b7LQLAn"
    "tMX6k7vzoS0Eg6XuTvYEhDlsVAcRYZkQsIVl6DgM7YKa7rJEeol2ne+/4XxvwV4XdeKRLs"
    "rjkS4K8UjhkheAN6EAgGsADDEZUsVkzFeWg81GbcdThOC5ltkNAnZksHzKBybYjI5jMwL1"
    "cbjq4xdc1vMrvDOpUhtt3E/Pr1whrlRkDCQJgeooiWbTfq1buswdXrBJRZu1mEJBgNtPZn"
    "mzbJ0T5VyOb0ygIrzvalXOYcPKIX4HtXNOVCeEYgzq81jiUKdhqKgQI9KPvi9bHIOUKqlI"
    "GAM43Vtwuh9Hxf/kdxD0lzJHzU/dnVSp+uugDyFbNJL1tgGlvm2lfuPZlEJIr0+RqKga1S"
    "lRfFZeo/isUKRYvjrbR4S3k0LbvTdikriETfumqZltvXGrh5XDmyLprVZ8T8n37eOr4y2Z"
    "C+3ACYV6tQ1aLxI0BMNfT+BO64A7LQd3WgDXxN9cbYNcTmJfhWMgTaQcyJ0UJXewyVvE5Q"
    "U6ovGQiJrP1wEbdSnUKtkvoUP7KXAZSgZ3Z1iFksGDLRn8mR7/9Ovd+oYEjiUwc39S2Ygv"
    "GKn5Nol61sDxtTmirzBdZ87IWozQiIE0GVn2yDLxyF0hd0SckWuNZnhurfGIuJPg6htyRl"
    "RwcSkJK1n8/TjHqlYnBsukBLvPpMIyCWazrs1m7F3QxG1nOTIF0W7fxjMEI0R/i7l1MwR9"
    "OhZRj+PxytSvbLFOE1ga2oPSbaB/psjAxiC19gmmpJNgM5iSToHLRzMlNdDvhmFKErF97D"
    "M7PZr42aI/2jU6SQl9y0anNgxJT2RpvmzG5ZakcMCkjimJJeRr3qauMWnExv/R24zeWNJ4"
    "bADabywSIARjkAT7xwSMQWAMkg9tMAaBMQiMQWAMOhxKMAaprD+CMegk2AzGoFPgsgwx70"
    "onFUAxkQ5D3jfIcZjOoK2QIxSZXSBUEO5prfjsaUV89rQYn20gc+lx82bLwU7TqIhzHZTL"
    "MS5oddheO5qDeQ1yK7ppZ6gURPmsXh2XiioueaBZZjN95ILY60bSLI8eZFqppZ0hZfH09m"
    "Z1ksfjolesIcOin6IA9Y1lGRiZJRtZhjAH94xSDhDvCnhvHh/vM2/PzV2+59nLp5tburX5"
    "6NNBJPCBBYaXg1yR7XnP7nRsusTdjTmOs/jepMpnRoJRpJtq/cRxvEBjcbzZv/HcPaxaf1"
    "WnqbpNpkIdR169qMceU+XusIRxdXfrhELBrXp6eVnLIXZZ4RC7LKRchq+EAMgpEkC5Hsr0"
    "q2Mhx25MoCDC7TdMGILfvK/k90685mD0PwUFyWtW7tJrtdglMPgUgj+l9eEMJZFYTkSHmk"
    "n8SF+b1Y+G/9oUdNjk5qRKibXYMG1Bx0E5QcXjNB3sOPSDCG6lWSpok57z5kGJxpzDtI6/"
    "tNxdWvCW2taW6GLmlDSNggi3H5RJD3e3SXxxng5CK3JQc0IrLCpGNYA6T6fguu6sOGYDuI"
    "uUAHid1T0gX2VPlq2zd9M6MLNhFXEA0wLUbBqOHPdMwSxxUkYECkBcZd24/eU5Y9go9FKN"
    "jRv3jw9/iYbnG6xmwR6GS6c3W+0JO3SGjDH4G7r1N/hwaVtsEzopzwVfFUNSJO4xjiS+Mq"
    "hAkmGFLA+2Rje40RrJIUPzskDuzClwWQpn6XAswYPj74KYxFk14nGOFPgsM5+htrYqLnEp"
    "AR2qR/wzcpxXzI3pjm5Nqrzhb3jG/OGmRkVXP7ob1ayrDW7xwbrF7Q13I61o7r7hb6Mq+A"
    "Sml+e1DCPnFYaRc44GGb5MgkgXCJXzMJ6d1/LCsGHl7oHzoidm480MMtfCDa+ujyBLpcTy"
    "7ttV4B+MK2TqhpA9KkemBPS5+Pk6G8tF+b5yUdhW/FqFc8szOapOVbpTlk6ZwlK9pD0Nye"
    "LanyO9js31qtzmelWwuTJpmGri3kbQi5ChAweCgAMBrNyNjtCh2U0M5LhaQyNonhYsZDJz"
    "GrJGlDGRyYnowG1kVFIzmASDx+XGsmTMpJ7VLBovmdEMih+0qwWUG9PEQ20hfFwgwBbSTf"
    "L2s6s61rO8HJKynV1B0PiR1/TQLGY9BXK1by+DCB/QeyAyYDhqj5SADlXruaYKCnMlzpFr"
    "2WOOypMdMKnSd1B6KKg6J6rqOHhuY7GMlZhCQcGwowpkjqs5Lub5QSoWeoasPwefIksenC"
    "IgMh7JVC5Di8c2REYRGQe6a0rZXfNjUCYdsa/ykV7iyYyFMZVi4zw1WmO9+UB0PFHR8fhW"
    "8mOLMx3bFP22gfQBCw7IT2tkGNUNB2PK/mTHy24X/Pn0/VW8xNk/VYv66dP1/X1RGgT74S"
    "kIg0euEifXcXF0kTDE9WCp8CmZZ4gM2CsYZtdf17LhFzy3ttjelcmFmfuVMqEdjgR5EOTB"
    "Y8qDSkdNgBnrJCQXecxY0kqjQ3F9yonocH2fOnFvTdfmJkan7laKKoiN07Dpa8idSyr/GK"
    "O5n6MV4pndiem1f0Ha9FHTpjfYdniKSUUkYkyhoA2r/bpbsx0/fbc6AWxXkr0L2V9V2V9I"
    "rPQkUraPWPvL2F0RXkPNirbAEYFyIZ2ddLcelnIjiRw8ON0mKwzVlW2yVN1qOLKorQLNOy"
    "BUtjt9MVx6LaiM18lMw1yle9XG7GvK1xzz67Y/XVzKxdpYFafPHz283N8fSxe/M7fEReG3"
    "LjaeTu5OKltPx+M66T2dXZBBGfCDuk+D+t22+j2EYu49xh53UM7dtsQS0qLxCuLbclMvcH"
    "eBu0s6vWFwKiGEY50Cl20quaJm9YpypFCuSGY+g4GnAwOPrybRF2C2E8S1QAjGHjD2HMfY"
    "kyxFMPlUI1t4aaUy/HxEVOTXETf3PL43qcwfCkcdMUy09EWvihVNEbWTTwERo+PfLFPIOB"
    "GNV9A40b4C/Yo3rrawrXUR4dJFnqFRpqb09Ozi/cWH86uLeHHHV6rWdLB+D0qBaG/j/QHt"
    "ni0XGbyNN75XufHqaEd3SzoMdl7YeQ1ivopxIaKAQhSCTEhAf1tZRcyrEzlDEpVAbyOJk+"
    "5lAqdaOFolEA860jJmdoPMXx2xrSChUQnSnjcDZ45MQdxjEoC9Mexbgt8EYY9JAPYDYHdI"
    "VGZOBPmECsAXAl8eteVvyPCh56ktwb3JPrVly4aB2gJqC6gtR9i7QW0Zt6W2kDU2+ZUwqq"
    "KGUkQKWj7bL34P2mFb2uE2Op/rLtaYQMGF2kltWNC/Qf8+JdhB/z41FfAny7NNZHy2qC5f"
    "kjCSHzKpUgj/HQyGMlMnqgOG/BeRSlIkEHmfk0mKgQMOXlKNQ7QddUKkTNxAz0fjbOdiwa"
    "MxJgHMm2Hu91gQ3c9TRID74OSRJ+TDVxBC/OuVkodDR4DYcaJixxGNSjKg35pJyQlfs7qy"
    "WzReQYNSO6KbJNvq35iv9kfif8bC3prcrNxgfX8vfaBR09k3vh6xwSNrMXIwMrA+8mdw6B"
    "uywiP6UckCOy67/fU/2Ys90omN565l7/7rT8HIr9+Pc4xrY85/mv80KeddKhDTg3u0sOxw"
    "ksnozP/P8dZrxCoQsnmCW3R65I6QjUemNTIsc4ntEQvHHX0XfIw/OfMVXqPvN7s/0PkXxK"
    "YyCN1lJiNs6uyP4PPRP5wRMUfEnYxWyFj80dpgczJC9EG2TpjazJ7IkuWcP49enj9mPpth"
    "zZGR/Xz0Ub60g3VCvwr76Yy8zci16NMIfZLuf2LKUYNQpOiD2Ydg+Pm4HnDY+b8FtolovH"
    "L6XVu1zMpPtnClivr4UmQqGeba8PPFb6eAxJChUQnQ1iSHcKMTwDRFAYhyEGWtvsV0iohC"
    "JTjBzHMKsMdiTANbT0QG1p6GEUQ2cams0KD6Q5YSarlIV/1BNu3zlr2qVRrobfgu19FC/R"
    "e/tio6XyGqtTHdKKM4BoqdjTeWTf9hqtJu5JkuMUaY9cwJtM0V1dBmGJt0XLjkR2/EXVE9"
    "jqegdvQkprb+nf391cSU8UH86ldfpQsfwLTe+PoMMzU10AWZ6hpc/3Mw3VcWePk1uMP+HL"
    "3R5wZ57LqvYi4tS//zP01/sIkJ0w/9J4XTpMcfqkuC4fSYhlM5gqdPU+YZQLi0WpJOauMU"
    "Az5HCPg3w3+NdNxAzEyRgYwJMuYeGfNv2HZKItkKY+pKmttgfE1h89HEI9t6+4/R15Du62"
    "jJTDOB7BVIe6GQSEW2rOMiELN8yXYy+rrA5hx/DejowncKBEX5s++Htyz5VVu12wzrkEH4"
    "a27OLpfotsnaFojiTYhAomt8vvlvjBjwMQnAPsRwJf9E+eKfhvzTht3bf8r02OuOPUm4tV"
    "0b+vhQ9mRIoj2NHYRTGResIP1D/0q/ragYGNGoBHsbkQ2QC94WkmFtE0EhOiFSCc+eNwQb"
    "L7Bt87pPVfRFSdEoGIraSW6z5641x/JsnsZSjnSWSkGsz2o10DyraKB5VmygyVBbY514nH"
    "Kv1VgnVIB1faznaL1BZClUySNPB3jXx9vFtvDKjmgAZ4F1XRYMvGdZlwYDA9olaPuqnc0J"
    "Zy1HOkWiIMrTOhJIufxRwJe4YuCG4xVEtpP1q+MtEZPsEgoVMW69jNWMOdXEtJQUiYIQX9"
    "VZxVfli/iqsIadneNiIbkioQCAawBsIHPpoaXQNpGmURDk9jeKjYHmmF+yoxzlDFF/MI/H"
    "AwJZEhfgNbbJfDXmOADDO5Mq9x9KxkhTtuBUQm8PzNRqEIJRUZqxNABDhV21EwMme6kEEA"
    "6HK4huRwpwianhp6fHhzIFuMzMoJO5O/q/kUGcIfpBKsBlYLCZ4+DMCNPvPl3/kof74/3j"
    "jQ9OKuqSTXBz7MPs9/8PjkfQKg=="
)
