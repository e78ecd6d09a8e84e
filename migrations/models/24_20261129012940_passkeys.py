from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "webauthn_credentials" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "rp_id" VARCHAR(253) NOT NULL,
    "credential_id" VARCHAR(1364) NOT NULL UNIQUE,
    "public_key" TEXT NOT NULL,
    "user_handle" VARCHAR(43) NOT NULL,
    "sign_count" BIGINT NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "backed_up" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "last_used_at" TIMESTAMP,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_webauthn_cr_user_id_75cee9" ON "webauthn_credentials" ("user_id");
        CREATE TABLE IF NOT EXISTS "webauthn_challenges" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "purpose" VARCHAR(16) NOT NULL,
    "browser_digest" VARCHAR(64) NOT NULL,
    "user_handle" VARCHAR(43) NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_webauthn_ch_expires_9ee024" ON "webauthn_challenges" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_webauthn_ch_user_id_318f3f" ON "webauthn_challenges" ("user_id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "webauthn_credentials" (
    "id" UUID NOT NULL PRIMARY KEY,
    "rp_id" VARCHAR(253) NOT NULL,
    "credential_id" VARCHAR(1364) NOT NULL UNIQUE,
    "public_key" TEXT NOT NULL,
    "user_handle" VARCHAR(43) NOT NULL,
    "sign_count" BIGINT NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "backed_up" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "last_used_at" TIMESTAMPTZ,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_webauthn_cr_user_id_75cee9" ON "webauthn_credentials" ("user_id");
        CREATE TABLE IF NOT EXISTS "webauthn_challenges" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "purpose" VARCHAR(16) NOT NULL,
    "browser_digest" VARCHAR(64) NOT NULL,
    "user_handle" VARCHAR(43) NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_webauthn_ch_expires_9ee024" ON "webauthn_challenges" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_webauthn_ch_user_id_318f3f" ON "webauthn_challenges" ("user_id");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "webauthn_credentials";
        DROP TABLE IF EXISTS "webauthn_challenges";""",
    "postgres": """
        DROP TABLE IF EXISTS "webauthn_credentials";
        DROP TABLE IF EXISTS "webauthn_challenges";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWlz4zbS/issfUqqtBNbPsbvZmur7MlkdxKPPRnbSWqTLQ4kQhLXFKnwsMfZnf/+Ar"
    "wPgCYokgLh/uKDREPU0yDQd/93snEMbHmvzhcLJ7D9yV+1/05stMHkj/KtqTZB2212g17w"
    "0dwKx6JoUHgRzT3fRQs62RJZHiaXDOwtXHPrm45NrtqBZdGLzoIMNO1VdimwzT8CrPvOCv"
    "tr7JIbv/2bXDZtA3/GXvLv9l5fmtgyCk9rGvSzw+u6/7QNr93dvfvu+3Ak/bi5vnCsYGNn"
    "o7dP/tqx0+FBYBqvKA29t8I2dpGPjdzXoE8Zf+PkUvTE5ILvBjh9VCO7YOAlCiwKxuRvy8"
    "BeUAy08JPoj+O/x4+WG6brV9e3+s3bW12fCGC3cGyKu0m5QID5Es2bARJendAPePPP849f"
    "HZ1+HULgeP7KDW+GcE2+hITIRxFpCHqGcvi7gvObNXLZOCfjS0iTB22DcXIhAzlbYAl8CU"
    "A9QDrZoM+6he2Vvyb/nh3UQPzz+ccQ5bODEGWHvA/Ri3IV35mFtyjYGbgWslcBWgkBnKdR"
    "EORZA4xnXIhnZYR9c4P1Px1bCOIC0XAYT849E33zA7pHro/62iWKaJ8eN4D79JiLN71VBH"
    "xL1qcuumkUiAYEfOliPAzQh6cNgD485QJNb5X2DtO+93TL3Jh+Fep3ts/ZPYpUJazN6NR/"
    "Buv4nJNm/1jRh/jL7PD49fHZ0enxGRkSPmd65XUN9u+ubkvAuph8Lc8Xx7ZKCPBW4Y1WYO"
    "Bhhvj2zLJNiFrB2mqHOBgJqPf4SRjTAg1AWobUw8gXxrRIBKCWQV3RDVI3zBX5JSIglOla"
    "yQjljfV5BW4wqbd7Ocyx5w5yDWzoiIH0dwQlKuWy0S7TltA2YuJXyR/jO9Rq0L599/7tze"
    "35+w90+o3n/WGFgJ3fvqV3ZuHVp9LVr8qCWzqJ9su7239q9F/tX9dXb8sKeDru9l8T+kwo"
    "8B3ddh51ZOQxSS4nlwqcXriY4t6Cz0XKDrgsm2o5djZT29fyPmeXoRfmaHH/SF5PvXAnZ8"
    "XDmzl2vbW59aoL4iIm/v7Hj9hCIZ5V1sd2wPfpRONlfXY13oRKZ7znkXl3xOkmmmW0u2A9"
    "RqHovRtAl2QKZZcQkVnwrguIzqEqQD5a7QjPLVqpCs4WrXZdPB9iW7CK8HjBnE5OT6Ed37"
    "B0IlWhmiN/sd51LV3QSVRFCG1Nndo8doPofGv+iJ9UxSjwmN4oIanRsf219XTnKbwv0d87"
    "rqMrNGaNqh6eDTZMtKvuEU+hIj6hf0C3sO/vfLBd0ql+Qa5NH0pRuP5wyQBj1xfuJ/cN+U"
    "NVjDz0gA3d85+snZUROtMNnUglrKjhxJk5PFNK9dZmtilfQTY50oz4s+knxYj9aDuP9oXr"
    "PHphAFMlnqpwf1oXVHVPR+rzaKhkoVUX5orr9mAGVzHcHbH9Y7eoqv59nf83mx0dvZ4dHJ"
    "2enRy/fn1ydpD6Paq36hwgF+/+QX0g07zNMHGK8EOuxN0jOzpGJGNCz54RD2O7hbE8RzaM"
    "pXxIzMduKC/qMNjVxYJDcyRdRohKy9Nn4kErbociuFVkv3dcbK5sohiH+L4jz4HsBSuaKz"
    "4S77yuLDF7QLQiXZDLLnpMz9H8ciJfnXxh7Ecb+PnNm/Pv3k6+8N04fcopOX8OQ0openv4"
    "MkrJvdStgPJbHrs4xJz+92+QXMYgubiOJRT3mYxXMI75rEmsOD9UvCy0gJP/RcguuS1PQH"
    "wpUoEE82U08qAsL4pCAqEU9iZhiZCxCXSAai6Tb5Rv/rO4Fnc+mYTtG7wIXNN/evuA2VmW"
    "xQG1IrcXD9UxHdu/XbAghRflh0QWB+FbOuH7nnx5EeE7Ga+g8H3UJIvwiJ9GeFTJIzSwj0"
    "xLyCabUgyY0DYZBN7D0yaZsGRUTTpbJRfWwA/mQkh7zCiUQ7j7VGOihBCZjuEb5OObI1EO"
    "4OOTBgAfn3ABprfGrKFLosaNTkEHZRKUyX0rPZK6F5I0CKauk2ZI1Gk5WTKGPGEPUFGm64"
    "oyEN7Qa3jDOOTo4fwwnUvS4xL0ZBEKRifpka+2NN1NO0aXaIHVUrPaQp6vtwwLK9MCq6Vm"
    "Nf68Ncl0LRhdpAQtXWYu79mN/nyatySMVcSLPg40x2T3kNHXK70PXcrXfhcXOnkE7eru8n"
    "JfFqU7TkLN3bOJNIF8+TNgSOrakIQ3gi7ZlEA5M9LspIkdiYziV849qViSQrj0B+yaZNI2"
    "ajBzAigmJrPkDOW+e7QcbpHnPTrkVFwjby2CcoVQQbhnB03wJqP4W9gBFFhvgHMTlKHAur"
    "T+HSKLim3RKcGAQHtPno83w0DccaYNeiDypqipo0DUq+VIFslGwHQUg7M0xZLDSmTqhaA1"
    "Oe+O+cfdceW0s/GjpyPCiVbSepUaRHWZRfWwipCnb4J2zmgGOfBbZn4TkVTfxSnNogdvpd"
    "Qs97G78ULvspDAV6BS7tw8bJR8UJN7ABE9L+dtqjjd+J6MXC3VXAGuUjabQCG1ctmvcXL+"
    "uUqPUGu+ca35ShJne7gqyaNqIjZsdf5RgkRNw7tXNf4QzaI4SPpijSwqR+xecz2c700y3W"
    "gVo2ELZYZ9IBj+/KQ/BN+fnzah6Lrc1DYx9FPtaG45i/tKranfCsEkjmU5jziUBL0Fijan"
    "ZJIociKRBpG7WJsPmXCIaFuw+J/wk9L/iqGFC8tc3Gc9BJFB/qDLSizvHsINug438NaO64"
    "eViEWUsSKVgv6kPjJYPN+0wy1YD1zBpPsKqYKQzw6Omzg96LAaZ+lxxfXhm76YiT4lUM7I"
    "0Is3Ov9kYos6T6Yc1ieNsD6pwfqkirXt+CwpryaSJSFQDl+yEhsu5trVXIFYolwKOaXr0V"
    "rNCsbRojhaUppqqjuVCBXqhT1IoSdpwsZk40H/5/TScUNll3xf94mx6B3HwshmY16hLWE+"
    "J8R9nSeJ2jXsjnZxfX1Z2Mwu3pWW9NXd+4u3H786DHlABpk+Z6W72CDnwsLXPR/5AeP4vt"
    "kgy+LuOAzy4VpwHx3M+t11jmavT9N9hv5Tt7PcvD+/vKwC/GAiHW1NwTWdoxpwNadXRruc"
    "qaXqHrOKItahnaOCvaM52DkLntARmadSTvTvPsYsNUcKyYJ5quG25AOlxMC86bk58nkqQL"
    "4d8qmhvznsmW8AMG+FeVhXI1m8betylOjB0CCzoaHgIBNhdYEQeCwzj0s+UaHw1ZI7Ffgs"
    "MZ+L/m0RNhcpgctj4PLjmmEl4+tcJTLllK5e/FnF2BKRN6pIOcgbJUlBntG9UBCI/iLYHG"
    "yNlmwuUgKbpWbzA3Y9ZqgH12qQoxjObnDY16EY2Q1mh8evj8+OTo9Tc0F6pc5KwLDCYKoC"
    "VNG8xZ95RpiUQgXHZ92r8fbX28JbkYgSX70///XrwptxeX31j2R4TvR4c3l9Ubb0St+LUB"
    "b4BXLhQ3+DGKI5EqgsUFtGUdLGeVIE9k9bdM4rL9wOgP2AVMqWKIOae1VFO3Pk48yRu2uC"
    "yg2dQx2cKyXKdoTnCo3YdFSPzh9umGywI0A/uW/ijAUFIXLx1nF3zcD8GE6iEEI7Jn7lol"
    "7QioHte2Q/3Tr0Z8OT4hat2hy/ey3KWXNOhN9KLyW+xd/RpauNaPVZZZc42y0JJqSpmRGy"
    "8emSsiW+QyniW/7adYLVOr2asIN5IJHregXhL7VJfNHRwmrylJw5NS2e0qMN6vIqnCi3cL"
    "ZiOXIJgXJ1eaH7kBw65ehsh/IbXyTx8QjYXnKHZFNAcyTQD6QY25zKIs2D4jKanpKB1Gz6"
    "Pj6LlyQy904GLysuSrEjrklti1Gt7aaY5rbH5wH1I2VnRzybqYXjhDPbH2Xq60sRZ6h7MS"
    "P4yl6ieHZdsqVYjcVIKqO01f/qDqymh1XMTHmVkgFDuPl6IfSWSPXCoyZV+I/4ZfiPKnX4"
    "41dBAN6MQkGAu69KQ4BzAkaXtvqU1IxKofz3LjJR5VdwZbFdgD9cFvUAvLd7di1ljpHdfE"
    "sNlTK5hDhR51LyJcvepdQ/V3Qu5XS5sncp00t2ci6la4GraoTRIQxdI4ka4SsbNPKif8dS"
    "Qfko2tNNKNC4d7+TFTAsDDVup3g8iL9N2k5BbcAU3CZOvVO+U++0mtzjoiVDTPvh5vqKk9"
    "OTEJTdeObC1/6nWabXm6yW2ynmgWn5pu29oh+7j82CAlTw6FXinsshzqVdhU5QjnuGsP1J"
    "l2H7izWyV2G2H8tlzd8/ynTKbSPd12ZJIGsRG1CghNgAqWMDtsGcbPBrlrWPf2IUiHY6Ne"
    "TUOgc7HuyAdioROB0yAmVqwXR2OKSrUhc/dZm0ADEf4haVVUq0UI5B5nPhwcSPgmWqUhJl"
    "3pt9lKmiKLYvUlWghjdM5jcMytq8JC5DWRsoazPds7dHiRcKchZeBJuhQAefl1CgA0JoII"
    "SmWQgNJ8pDJIKms6h7KYAu7rLBnE4+37k/9U06kUJrsgTVdut200Q4m0lVsKCsRn3NiAez"
    "g3X0MZ5G1UUE1Ueg+oh0badzBx2rbEXhGKypXVE8d/tqRI03yLTqe1BXAw+nWmFAMhdEKO"
    "5BmZhq/AjFiLkVoPk2xZRAwRjF2UmTIEUyit+674SRpWN7mKWv1QQaZSQKonzUyGp7VGO1"
    "PapabZFHDd0tsK4QKmcl7wVvC9mrgFmAkQ91nkbBdd0kgZKfP1lJn/Sde2zrhrnCntCCLt"
    "MpV8Goj0RKe2m6m3b+gBItOFJldggEdio0typ2XyUHfsvMb/DzvQg2g58P/Hxywj+GQvzq"
    "wAlu0xdQiX+sqO5Qir9fW3TmSGQaowt+xjprdNG12as5OtFvoc6WRDHoz1iZW9gyynQKWo"
    "16yIuXynC035jVvrEGe8LLUjQJ7O06ghcIgccy83hcNiPIAGiZsg7ado/aNmiEI9YIL5C/"
    "WE8YumB0Y1qnBc7pEGioo3rY0D35fiK6RTJ+wOCKpFp+/2rF4WkDteKwfNhlagW9VVLhyB"
    "QMfPnujJRAgeiVoZ0ZTviEjPBXfumaHAmUO6tnSIt6Npx4bT47UgI5mEE/TxlmGI7NkOS4"
    "dtNkuDLVOzqrehPYRDsUKpCVUcC67nxdb5CBW6j4OTKw4sit37esi1IgBB7LzOMlMq1WPC"
    "4QAo9l5vG4rLHA5pZsxp+3JpmujWelQAlGd5m5LH/coCScVS7OTZK2JB1WB+nTAv+DM58w"
    "7O/08rTO+v4fZz5EyxEn8BdOtJdicj08YiGRFyzykoRUdV/GfoueLEfMeJMjkcN6o5SJON"
    "6laDcogTVfpFIh8aPkiJo1WflkFN8VNavWwwza2MkyKlC8pBbJlzgWAhsa+NPxYOEvW/jJ"
    "p7H8Vlwo0/EAZRnKOV4Fdpui1jk6sOvJvO9YZL429ekzMuCvzPwFv3FXp4rjI0aFJv6pko"
    "wHKMtQuhh5rIY+fI0ho1AgsGqA4vk5y1BTiHMkymF82Egfq1HHKgCn9jbBczNPBwenzAcn"
    "ODyVZXPFbbMf78L51vwxbKNecTDEd6Z1Pga0NakFDVqbv2x/g43EjvlkvIL+hh66bwsnb0"
    "O9P4Gs7aXper6+dAJG01Q+xEUqBddxE5z5MFdQDlsJioJcIAKMn8MYhEVlhcXKqxS0qzxQ"
    "pgXtT2ZOu/jBaRe3XqQELsvMZfnjIGVhrXKBkPsAdrA+aYHHrPsg0keGsOXOU6vsQ6+tZF"
    "K8GOacPJbPGnT0lHnPWnUm5x/eaS4moHu+p4VLBxuaaWtIu7t9o20c219PtfmTRqZ9NSlh"
    "J0zMrAYYx3CFo6EK4DiqAEbMqjCArwymBAoqgnXwJorga64i+LqsCCYvVBVe7uLOkwznK+"
    "5/lXfmLqabopiEllGAdFYvnTEjd8Uls9RfMU5MnxXMsgUlU3rKe7ovW3y5o3D/WdmjB7kj"
    "lmcJpmusuc5j+HsTPZVmmRvT10yPCBhb8ttuL6GIfwxTlslpKiDPgDwzlj0M5JmRyTNgdQ"
    "Krk0zCjbz5t1cRNyuCTdJOnC/QpD3Lu25/YDgbAmW4rhzLwAYICeMQEnJ8a8yBjEaZGO5B"
    "uJCL8IjeEQHZLKNQUDjrPoTGWzuPQpH0KQHA2wDeNZ1H3AecIwMHsMwO4C35pj5rg+KeCT"
    "kKZQ6F7tJFketiQ58zbIp8xaZAtINeM57XRKAZofy64jgqNRWiuEz7XhDQHEmvK3R8YO6t"
    "f4cqYI7PiDHWGmLlPaADXC/jaca4Vp/FNLfpFQAln69d3V1e7rP56DgR5TWayRBtEt31h6"
    "tzSvOLBHj95L4hf4xWrho2uus68FcOeaq3tBHmhGGRLA6Y1pkmCdN97A6Rt1dN1ptqv01c"
    "vDC3JoZ8Pinz+aB+YI/9fApLvynCBSIFYZ6dNDGbkVFcoMN7JbtkMP8PXgjhnCNREeVGZT"
    "5mNWU+ZtUyHz7+zIC4pj1VPF4JfOvskH30p1r7G0b9Hz7YyXgAu00zsOVSD1wG3jUFbDIS"
    "5QrY9FIkyCNnWgvnRo4MnBsyOzdW5gO29WDbgsclUuCzzHyG5HNl2VwxDu8p0BwbJpqwIs"
    "zDG9M6c8cmHdJxJFbOOu6t0ezktBKKVRxj/onBurFn60a4GCLABCS7IpUS8nRRvDuaNZDu"
    "jmZc4Y7eKsp2j6bBionnhjWk4yFimxHXsMbmas04XblwZgSAJwPPcC9ujmYyHLBkhVialt"
    "BmmoxXrj5Z9+1mYrFCANyMQsFTqvvwygfkmshmZRfxG/rkaaCjT73hrU3Td1AmVVUmxxVX"
    "KAtrlQvfkiJaY9pT5SOIjWHGxhSkGvRAdmnPf7J2hemGznRDJ1IIqj7taB/xg+lFD1oxpa"
    "X3pnXWtDCCzI2HDhFDlIT1CYcGQWojvTdEaiN5KJ8Z08IXonMkw8vQ+znHe5GWH9csOZmv"
    "HybjFdQOu1e/QRVps85Hp4rsLYNkRExtr4QMG5YvKaStA/P3XP/iktau+gW5dvQdKzJj4X"
    "6t3BhWwdJ7Cz1nFM+aZqedR85DHN3xfCiYMQ6pEqpq9VdVC8TGFNmzBsiecZE9Y7hsXMZ5"
    "d7NBlsX3LyZEKjkYj2avT9MNg/5Tt4Zv3p9fXlZ9i+F+XQGTi2MyXCUYoerbiIRdsLirUP"
    "Uttr4z5N3MLs+XdPMegH32RaSplkmWOWRZ7mGfqBVukctI/6+RbePxrQSwsudDopiZ7lMs"
    "fdMXi0dKCZRL2jlrYhE941tEzyoWUfmTg9Mtb4xrl+tI4Sf58R0pY1y/Q2f5hWlGIn6rlA"
    "Aivzr3ZZHHJCKyCDcyCmBH5+xYucgQOkhTAgU2on5tRAtksyJfakzLKYkyNR8HLgQcdj+l"
    "KNrtm6cWySEnVWanbmRMaMPqIuUgXJakUODomAwBGi+CzcHWaMnmIiWwWWo2P2A3iT9t6O"
    "/JUQwnFx32Kxd1l+OIkbtgOND5toSMohMzo8SvRh+2BPCvvaxS2WNE01k5omhmJFAruwAm"
    "/c0Es06PzxG1OrHkAnI/qjxUfIcAhrEEMMhc8l1KUHk135mI2nEbvh0RTbr5jfH1fxbQ3I"
    "kDRfSHidUvi1wdAJrWOVMS0ZyQKdyWoM9AsFx+MSMYrJh9XBsQliU795j20EU/UIj06jrS"
    "i31G8b2oyXgFQ+27z9CE9p49AwwxGVLFZCzWjoftNv6uPCF4rmV2g4AdGSyf8oEJNqP92I"
    "xAfRyv+vgRbx3XnzBrLYV3pnVqoxuOGaRNm0WEgyRIIhcZA0lCoDpKotl0X/qVLHOPFWxS"
    "14ctoVAQ4O6TWR4d12BEOdcUGUgIVIT3oFEDJTqMD/FBtYUSREC22ZNHpxMWTmghLucJQe"
    "+XmccShzqNQ0WFGJFh9H3Z4hikVElFwhjA6T7aAnkfkOfd46cJQ8dPbk3rlPxHPCeHwtrW"
    "iThmYNs3kdW/xg9q/V7VenfLPJlqFM8t+1xSQTGanRw10IvIqJrm30cMrSh+mQSRrhAq16"
    "To8KiRKYUO4yuiR1VzyjaYW+ZCjze8phknRSollvfQaSeBh119jWxDrOpNiUwJ6EvBEE02"
    "lmP+vnJc2VZoYIPO8XXVJu8X6CCDv13YP1jDM2t4E1viKd+SeFqxI1JpGBt6sGWsbMexML"
    "LZIBfoSkjPCWFfUKdXht3BL66vLws7+MW78hZ99/7iLTk/Q+zJINPnLGew3LY6Qkdn1aOF"
    "Q4J2xtsyLdhvZeZ0KFGJadA5kn4jtkZvc6RIdWAiu4unGSWiz9rIcstJQhsZkdQsKsHgCd"
    "9Ylo2ZNrOaJeMlM5pBl4hutQC+Mc0wCfOFehlkFMoZd7qPktkGLtmohfSuHImCqlf3cTJz"
    "13mkG7f4Sq5SKgh492t6bBazgYpcdm8vw5+3JpHwWmg+RcphVFxJZGTQeyDUYk9qj5SAjl"
    "XreYPIzmogd8LQdtJ70zotZxGP2qNuw03tqVNwckTd+DpAzZn86dhCwkoyHgTCBgLhPd76"
    "+tJ1NlWEuYu8QKOMS2+n4pOVc2w/G+936OnW8ZHF2njTe7Ubr4GeyG7p7zUUC3ZeSXZedr"
    "RrHRcSCpW6EA7s639cM7Je63toxiQqgd5FB02ylwmcavFolUDsrJ7ywjIX94JtOzIalSAd"
    "eDMYR7sU5WB/MPGjIOwpCcC+A+ye6TuuMPIZFYAvBL48asvPyAqhZ6kt0b3pc2rLAx0Gag"
    "uoLaC27GHvBrVl0pXaYm6wze4GUxfZkSNS0PLZfewBaIddaYcPyfncdLGmBAou1NnJSaOk"
    "vpOapL6TSlIf6N+gf78g2EH/fmkq4A9O4NrI+uAQXT7CqqIJlodM6xTC/0SDITb6heqAMf"
    "9FpJIcCURHl2SSauCAh1dE4xDNBs6IlIkbGPhonD/5WPBoTEkA83aYh8mIovt5jghwH508"
    "coMsZvXi8Hqt5OGRESB2vFCxY49GJRnQ766Bc/yaNZXdkvEKGpS6Ed0k2VZ/pr7a783wGS"
    "t7a3azdoMN/b3kA5t2FZuca3Sw5iw1DyMLG1o4g0fekDXWyKOaS+z59Panv9EXWzNMFy98"
    "x336+zfRyE+vJiXGdTHn7/bvNuG8TwRicnBrS8eNJ5lqh+F/XrDZINfEHp0nukWmR76GXK"
    "zZjmY59gq7Gg3H1b6KHuMbb7HGG/Rq+/Q1mX9pukQGIbvMVMO2Qf+Ino/84WmmrZn+VFsj"
    "a/kXZ4vtqYbIB7mGSdVm+ok0xcj7Vru7fVN4NstZIKv4fOSjQmkHGyb5KvSnpwVbzXfIp5"
    "nkk4zwiQlHLZMgRT6YPgTFL8R1h8Nuv3VxJNLvzppUxTnjV8U5i6vi8E+2eKWK+vhyZCoZ"
    "5rrw86Vvp4DEUKBRCdDOJId4oxPANEcBiDIQpZnWYjpFQqESnGDmeQmwp2JMC1tPQgbWnp"
    "YRRK7p+606PBYpoSqcdDnzsmmfb+mrWqeBvo3f5SZaaPjiN1ZFF2tEtDaqGxUUx0ixi/ue"
    "harSkxbYvmlp+AG7T5G2uSYa2hxjm4yLl7z2aPprosexFNSePomqrb/Qvz/ZmDA+il/9FK"
    "p08QdQrTe9PsdUTY10Qaq6Rte/jab7RAMvP0V36J/aI/ncKI3dCFXMleMY3/5uh4NtbFL9"
    "MPykeJr8+F11STCc7tNwKkfw9MuUeUYQLq2WpJPbOMWALxEC/u3w3yADtxAzc2QgY4KM+Y"
    "yM+TN2PU4kW2VMU0nzIRrfUNi8trHmOo9/1T7FdJ+0FTXNRLJXJO3FQiIR2YqOi0jMCiXb"
    "qfZpie0F/hTRkYXvVQiq8ufQH96x5Fdv1e4yrEMG4a+9OZsv0T1ka1sgijcjAomu9fkWvj"
    "FiwKckAPsYw5XCE+VjeBqyTxt67/lTZoiO6zn5lWyjYn3Wu9DHx7InQxLty9hB8hs3WEH2"
    "Bv09+baiYmBCoxLsXUQ2QC54V0jGtU0EheiMSCU8B94QXLzErsuqQVzTrTRHo2Aoai+5zY"
    "G/0T0ncFkaS01F+gKVglgfHjQJ6SOj+CUPDiqt7ihqG2yYAaPcaz3WGRVg3RzrBdpskbkS"
    "quRRpgO8m+PtY1d4ZSc0gLPAuuYFAz+zrLnBwIA2B+1QtXMZ4aw1jbwzEgVRnjWRQPjyRw"
    "Vf0xcDNx6vILK9rF8DP5hikl1GoSLGfbXQEkE4R6IgxN03iPaePB8LyRUZBQDcAGAL2asA"
    "rYS2iTyNgiB3v1FsLbTA7JIdNQ0N80TKtX3rBmRJXIDn2DUX6wnDARjfmda5/1A2RpqyBS"
    "8l9HbHTK0WIRg1pRm5ARgq7Kq9GDDpSyWAcDxcQXR7UoA5poYfbq6veAowz8xgmAtf+59m"
    "md4Y/SA14FIw6MxpcGaC6Vfvz38tw/3m8voiBCcXdUknuNj3Yfbl/wGyarED"
)
