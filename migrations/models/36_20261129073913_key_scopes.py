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
    "eJztfWlz47i19l9R+dPkLd1JW166c5NKld3jye0Zd7tju5PUnaQ4kAhLiClSw8Vuzc389x"
    "fgvgAUQZEUCJ0vvZA4kPQcLGc//3eydkxsed9eLRZOYPsn/z35vxMbrTH9R/nVdHKCNpvs"
    "BXvgo7kVjkXRoPAhmnu+ixZssidkeZg+MrG3cMnGJ45Nn9qBZbGHzoIOJPYyexTY5JcAG7"
    "6zxP4Ku/TFT/+ij4lt4q/YS/67eTaeCLbMwrclJvvs8Lnhbzfhsy9fPnz3fTiSfdzcWDhW"
    "sLaz0Zutv3LsdHgQEPNbRsPeLbGNXeRjM/cz2LeMf3HyKPrG9IHvBjj9qmb2wMRPKLAYGC"
    "d/egrsBcNgEn4S++P8z/FXyw0zjE93j8bDzaNhnEhgt3BshjthXKDA/BbNmwESPj1hH/D+"
    "f67uvzm7/F0IgeP5Szd8GcJ18ltIiHwUkYagZyiHf1dwfr9CLh/nZHwJafpF22CcPMhAzh"
    "ZYAl8CUA+QnqzRV8PC9tJf0f++e1MD8d+u7kOU370JUXbofog2yqf4zSx8xcDOwLWQvQzQ"
    "UgrgPI2GIM8aYDwTQjwrI+yTNTZ+dWwpiAtEw2F8cuUR9Psf0DNyfdTXKVFE+/K8AdyX50"
    "K82asi4Bu6Pg3ZQ6NANCDgTy7GwwB9etkA6NNLIdDsVRFoZ8PwcFyDgScDdoWwFeDxZafm"
    "IdI92nMnWK58aaxLZAMu7bEu6/AoWKzoJYc9A/lVsL+jSLEDuuYkKZKXQDdj+m+Tf3Sy2C"
    "uyX49rvQbyxw8fbx4erz5+ZtOvPe8XK4Ts6vGGvZmFT7elp9+U2ZNOMvn7h8f/mbD/Tv73"
    "7tNNWXpMxz3+7wn7TijwHcN2Xg1k5nFMHiePihIQsZ89wyJrwmH1B9sXyEBFqhKHSaS7jO"
    "wAW7Iv8V+z0/O35+/OLs/f0SHh90yfvK3h+4dPj6V95GL6szxfHtsqIcBbhTdagYGHOUro"
    "jmWbELWCtdVl8GYkoD7jrTSmBRqAtAyph5EvjWmRCEAtg7pkB6RhEipjcE5WsTRYputE8N"
    "5thhpM7O5em3xynV+x3UIOLBAOIgEOep3pJAKa2MI+bsHjAiHwWGUeO/bcQa6JzRZsLtMC"
    "p1Xm9MLFDPcWfC5SdsBl1QzdY2cz88Q9Pee8ROzBHC2eX+n2NApvcj5FvJ5j11uRjVddEN"
    "cx8fc/3mMLhXhWWR97JT+mE42X9dnT+BAqyeqeR+fdE6eHaJbRnoL1GIUq9H4A3dIptF1C"
    "VPfA+y4gNoeuAPlouSc8j2ipKzgbtNx38XyOPdM6wuMFczY5u4X23GHpRLpCNUf+YrXvWr"
    "pmk+iKENoQg9ku94PoakN+xFudMUrcEXvjdB9NpCtWgceNI5KSsB3bX1nbL57GZzj7e8+1"
    "9AmNWfush2eNTYL21dPiKXTEx3HNvW//OzaHpupZGH6xwS5xzH0FSTrT53AiXdeSv7dJ5F"
    "FfW0gYfGBY2Pf33m+3bKq/I9dmX0pTuMh647j7Ckkfwknugya2o1GihL92gNJNOInG57eN"
    "TSN0re1vi/wcTfddPJumoP3i0gHmvmLlX9339B+6bj0PvdBl5flba2/zJJvpgU2kK1YoMO"
    "ndh2061b5gXbGpbuhM2toIiP1CfNTBWfUhnUgnqJiLzpk5Iqdd8VVBNmWT2XiRAMIH9s7G"
    "jw79o5Gs+r4woSYXAYNzPVuXAF4jGy3Db8mmY8QxDBQDD/PTLpNX07q0y0U0SLG0y2uyFA"
    "YTchMvOUGEMcPrNtlhQ92iIMI/zGZnZ29nb84u312cv3178e5NGk1YfVUXVnj94S8ssnCa"
    "9+AnoYbidMxn+uOr+ItDDpPxGmYKdp978kJ1Te5xJ8Y3R6Jfck+TfNdTcb7raSXfFS1d3C"
    "o2qEAIoUHKhQblmfxK/JXpotc2YbtlWoj1U5nTgYddQ64MQ46ky1oMVaYqkpC3o/JCJaSu"
    "CG4V2e8dF5Ol/SPehvh+oN8D2Qte3nQsVX7xuooyOACiFXGbPqanQyqV5pcT/elRQHgI+9"
    "XD+6vvbk5+E4coSmlGklL+d8RzXu0w0Iwj6Ofe1sr6ZjjOSEPeQN4/PnlfPsloz/QixZjQ"
    "c34R/rohbqtE8yLlMCKpIncayCkgp4CcooOc8iPdMfa167x6oUxQkVQK72tllWc20phHQ0"
    "FaAWkFpJXupRUPt8qFzpGBnAJyyqh5CnLKMcopudxPjpRSzAwVyyilVNRuBZSf8tjFxXHZ"
    "//4FkssYJBfXsaQqVibjNfSrvmsgtrwTF7ktCy1QEOAoZJfckSchvhSpQIL5bTTyoCobRS"
    "OBUImANmmJkHMIdIBqrgfBKHf+TlyLJ59KwvZnbJv0Fz5Qfn2wTzjydnFArci9iYYaHh1r"
    "EFsxwyB0i+i6WwQYAHs1AIYZAfQDnjgQP6yRZQm1xSLlcCU9L/pCOtIaz2ZvL1M9kf2nTj"
    "N8+Hh1e1ut5gk+4GPQT1SWpRXhqUaitIoSn6K21Qe8CFzib29eBHkpxQG14p4XDzXwSz9J"
    "KgUra5LbsMYu/WVUvKwYWwvDi+akxDQLtljlbLGQ45KKkGdN2mGdifthnVUaYpnYR8SSkt"
    "BTCv0yXC4bpbhc1uS4XFaSXEz8QhZSzoSMQjuEu++ZR2U+Kpdwkn3F+OZItAP4/KIBwOcX"
    "QoDZq5LDhtmlooTxpgDnSLQDuIeGhJzFK1bck/HD6eyn/UoXnbXhyOQ+KWGtQKZRb6NBpL"
    "ax+nUVUbHBbAIuSJXtJuN0QR7KcBIV2ueaTNIa/HXGkqzcP/jEwCcGPrFWPrFxqNvDRe91"
    "rnCDPtinPjguMVoVkWt0cjT9aU/EXbdjdIkWWK00qy3k+UbLVK0yLbBaaVZD6MgxcPnAoe"
    "27rY2KMFaTyPZxoDkmq9Ioo3EOHdeu5LbfJ6ydfoXJpy+3t53Z6yrSdViCOKzFzvEISVcs"
    "fp+btGFpdsUcQyKmyRYtfnQDj/7mmkIhpRHTOrunH41VtFgI2D/B/gn2zzEplL3bP8FCdw"
    "xaHujyx8BlUDxB8VRc8TxMNMMXgWT/Zac8H4AQr78Qj9eSWQMpgXYi/OyiiQxPR4mdwBfV"
    "QsQMLuMFu4RO2kbW5E4A7RNUlkXsuJF00y2VjAetrYHWtkGe9+rQW3GFvJUMyhVCDeGevW"
    "mCNx0lPsLeVBC3kL0MuE3oxWDnaXTEufvcEeNXx5aCuEA0YDTWlUfQ739Az8j1UV+yTu/1"
    "NlZY7ohOCQYE2tt6Pl4PA3HHtQHRC5U3ZfXxAlGvfnVVJBsJx3oMzhORK2dZItMuaPO8yX"
    "13Lr7uziu3nY1fPaN1P7sqNYjqKovqFlkT3zPWQTtHAIcc+K0yv5lNS1Y9y9PAAbrzAN2s"
    "JAXZlEA7cLuv8uG4S2QTL41waYpxmU47qE9njSp+zGoqfsw4bW2xsU+AP48evMVKXxCR36"
    "YFrwuEIASozGMfu2svzMaQMgEUqPQ7QDtvCg7xNdrupkqsgNi3XQjm9ZLqgfwY3u9/bBS9"
    "6+H+auQcImq3cP+UegO3B6rYjVhHrPKBxu1xKvdC1BGpUoek9mAVWzLpCBWvsn17vCol9X"
    "WEjFMdtj1ilaq0eiKWlYjZB6q0Go2OIPHySdqDVc1k0REztCHGM97uidXVhvyIt6NVUush"
    "IuuN4+57Sn0IJ7kPmmy+MYKEv3YA0k04ia5bbWMh26bHU2j42f8w/xxN9108m7aoueQFLb"
    "aGi+l39vZdYZ+j2e6jyTTdiywAlK6zDlTCj+FMDVXCMUJFTCo0Ep/wKvFKHe/RPE2uwFHu"
    "QgcF/sp4sqgstB9Qd2yi7+k8mi4oFjS6vzz1OZpF19UUg2QsVshi9uR9d18M1/tkOk3Xlo"
    "sXzgt2t2Fhgz0hu4/naljPYJTLDAUm8Q16MLt7n+9XbKqbpJShhmuL2C/ERx2IpR/SiTRC"
    "qmU1ksQ0KMiZkq9EElsHb5L5NIG3uGn9FZOlFsh3ODmk8phdlSfUBDTJtM5QiOekdSbCvT"
    "itM9Ujuu7gtUnyPVjYy9xyFs8n9Cf8lC+yhL/6LJbOMpIuXYWeXvlqTI5FhUocuoa9BYpO"
    "seQDolCLxD2M3MWKvGTeYhR46X/Cb5H+r5jPv7DI4tkIIzjDaUz6D7aK5LqHQUZq1xmp3s"
    "pxfUGxJ3F0RpFKw5SjPgrMeD6xo9pagSvZOqxCqiHkszfnTfJi2LCafLrzSnaMT3y5LI6U"
    "QLuoo14SFvPfTG5R58m0w/qiEdYXNVhfVLG2HZ+njNUkOycE2uFLV2LDxVy7misQK1TASE"
    "1herRhdIVoyaI4WlKTatqelQih8Vl1MTRrfHbgygKq8aD/e/rJcUN7C/29vDYk145jYWTz"
    "Ma/QljCfU+K+7pNE7Rr2RLu+u7stHGbXH0pL+tOXj9c399+chjygg4gvWOkuNum9sPANz0"
    "d+wLm+H9bIsoQnDod8uCaWZ29m/Z46Z7O3l+k5w/5Td7I8fLy6va0C/EKQgTZEck3nqAZc"
    "zemT0S5nZsV6xrzW7nVo56jg7GgOds66J3VF5qm0E/27z6JNzZFSsmCeargj+Y1WYmDe9N"
    "wc+TwVIN8O+dTQ3xz2zDcAmLfCPGxMlSzeto2tSvRgaFDZ0FBwkMmwukAIPFaZxyWfqFTN"
    "gpI7FfisMJ+L/m0ZNhcpgctj4PLrSqpZb4lMO6WrF39WMbZEvgDIoDtKkcYCo9tQUJniKN"
    "gcbMyWbC5SApuVZvMLdj1uqIfQapCjGM5ucNrXpRjZDWan52/P351dnqfmgvRJnZWAY4XB"
    "TAWoovmIv4qMMCmFDo7Puq1x84/Hwq5IRIlvPl7943eFnXF79+kvyfCc6PH+9u667IwLLF"
    "4EjRjulADQlkebOJ5ssGOORDsZuq8QR2SbrkNMWahLZAB3Q7idDbbbBIjl6cAGoLKQQ59Y"
    "LEFJdkeV6WBLNdxSNr1/ZcHO0wDQkkC3qrZfIIUTTOUTDG1Y/qSxQT5HuaiN1ClRQmyURL"
    "hOPuNO4iQrkemgaZTL3Tard1tX8LZa+t7FLwS/GtIJPhVCDW+PHgKIE9haJvwIyLXDvhdH"
    "SQLehiz8wMWSvZ741ND0SZyhuVjhFkGughnaXaHjwbjDCzROSpftZVag6re9uCqgSyzsMB"
    "xY8sTISOCYqO3Wni+jUABXumH7VTbTOJfpzqbtxX3K79teXrgdAPsZ6VTVqgxqbqvyES1U"
    "2xGsYo+KbfuWeXpgc+iDc9FsQv/eE55PaMQ2kXp0fnG7qKr2V7dhPbUxQuTiDkr83uOGJX"
    "7HgpBUabBqzaZcUhpacrD9iOzto8P+bHhTPKJlm+t3d6mgw9wT4a8ySjWr4t/ostWGzfRt"
    "VvA2zvVlJTQjZOPbJWVL/IZRxK/8lesEy1X6NGEH90Kiz40Kwr/V1t+KrhZOAa70zhFX4M"
    "qutm5LcJUKakEdq8PWsVo4G7kSVglBNwaogx4Bpe7iTexP78Tmp3fQW+xIfUbKG18UCcGW"
    "sL3kLsmmgOZIerW9jA/MTBZpnrOa0fRUq2fQg36wrNXxWbwUkbn3MnhZcT3ZPXHtrOeEip"
    "jmjsfdgPqRsrMnns3UwnHCmZ2PstbDPZX3WoWPIc5R92JGiJW9RPHsutpysViyiasFlaX0"
    "v7oLq+llFTNTXaVkwAoLYr3Qjq2ujYMK4/EaFtg9mzXQC89mQr2QvaoUbzF5TvKaANmUQk"
    "OAuy8aTYFzAk4h//qKcRmVRuUpuygUp76Cq4rtAvzhqqgH4L09sGtJ0AlQ2rfUtjf8qJxL"
    "yY8se5dS/1zRuZTT5crepUwv2cu5lHV7EakaYXQIR9dIokbEygaLvOjfsVRQPor2dAL9Uw"
    "7ud7ICjoWhxu0Ujwfxt4H4C607MnCbOPUuxU69y2rtHRc9ccS0Hx7uPgmimxOCshuPLPzJ"
    "fyYWadQTuB3I2UkxD4jlE9v7ln3sIQ4LBlDBo1dJlC/nxJdOFTZBOVEeqmqcdFlVY7FC9j"
    "IsxsVzWYvPjzKddsdI96WTE8haxAYUKCE2QOnYgE0wpwf8imftE98YBaK9bg01tc7Brgc7"
    "WM8xxw4ovB0yAm1KNXd2OaSr0pC/dbm0ALEY4haFj0u0UGdA5XuB5ZVKVpFPSbTZN4eoIs"
    "9QbF9DvkANO0zlHQZVp4+Jy1B1GqpOTw/s7dFiQ0HOwlGwGerninnZR0VXCKGBEBodQ2gE"
    "UR4yETSdRd0rAXTxlA3mbPI5dveNMkon0mhNlqDabOhOZ7bBvbFKZ9IVLCirUV8z4oV0sI"
    "7u42l0XURQfQSqjxwiRLS+YkV20fHKVhSuwZraFcV7t+uspqS+Fl4jYlUymnYEHk4nhQHJ"
    "XBCheABlYjoRRyhGzK0AXVONOCHQMEZxdtEkSJGOEhfGveBk6dge5ulrNYFGGYmGKJ81st"
    "qe1Vhtz6pWW+QxQ3cLrCuE2lnJe8HbQvYy4BZgFEOdp9FwXTdJoBTnT1bSJ33nGduGSZbY"
    "k1rQZTrtKhj1kUhpPxF33c4fUKIFR6rKDoHAToXmVr0oq+TAb5X5DX6+o2Az+PnAz6cm/G"
    "MoxK8PnOA2PYJK/GNFdY9S/P3aojNHItcYXfAz1lmji67NXs3RiX4LdbYUikHfYWVuYcso"
    "02loNeohL14pw9FhY1b7xhrsCcelaFLYvVacLhACj1Xm8bhsRpAB0DJlHbTtHrVt0AhHrB"
    "FeI3+xOuHogtGLaZ0WOGdDoKGO7mFDz/T3yegWyfgBgyuSavn9qxWnlw3UitPyZZfrXn5Z"
    "UeHoFBx8xe6MlECD6JWhnRlO+A054a/i0jU5Eih3Vs+QFvVsBPHaYnakBGowg32eNswwHZ"
    "sjyQntpslwbap3dFb1JrCpdihVICujgHXd+bpeIxO3UPFzZGDFUVu/b1kXpUAIPFaZx0+I"
    "WK14XCAEHqvM43FZY4HNLdmMv24Ina6NZ6VACUZ3lbmsftygIpzVLs5NkbYkHVYH6dMC/4"
    "MzP+HY39njaZ31/d/OfIiWI07gL5zoLMX0eXjFQiIvWOQVCanqvoz9Bm0tR854kyNRw3qj"
    "lYk4PqVYNyiJNV+k0iHxo+SImjVZ+XSU2BU1q9bDDNrYyTIqULyUFsmfcCwENjTwp+PBwl"
    "+28NNP4/mthFCm4wHKMpRzvAzsNkWtc3Rg11P53LHofG3q02dkwF+V+Qt+465uFcdHnApN"
    "4lslGQ9QlqF0MfJ4DX3EGkNGoUFg1QDF83OWoaYQ50i0w/i0kT5Wo45VAE7tbZL3Zp4OLk"
    "6VL05weGrL5orb5jDehasN+TFso15xMMRvpnU+BrQhzIIGrc2P299gI7lrPhmvob+hh+7b"
    "0snbUO9PImv7ibiebzw5AadpqhjiIpWG67gJzmKYKyiHrQRlQS4QAca7MAZhUVthsbKVgn"
    "aVB8q0oP2pzGkXvzjt4taLlMBllbmMbbNVqGtGBvxVmb/ewtnwXMFiuSejGNAI+v+GsYL2"
    "UoDexv6r4/K6stXooDkaDW3NjWBmw2rszVWgFYrMhxOr3/yLrbFum1HFoweOq8xxF28stG"
    "gpahZIgc+j4PN8K5l3U6Xcw0w+ml7mEhW71U9nUmXXSIAaZthLr9UiFazTEaaIHWKtdl4K"
    "PV6HHWD7xWvUBlnJ9boT1uJ2LcBKv8Lk05fb22aduV1Mf7a3b/PSqw25jybSaCkXPYpouy"
    "dG31HRfvvF06siYzGpyONWrZQBiW5v7SDqORQl2Xj8cJTctqwPSckfBMOEpcSHVyUyZcqs"
    "ScgPPIhROXCMSrwmuKJkXcxvnkq/KviNkgRrcgSrKYJrulccKYwzCg19/O8a4PtOCO+7Mr"
    "quE/hSoVYpgYbY9pLiukE+p3mcGOBkvIb49uKria/DCsIPa2RZwkSWjGq4TJY+cY6SWc5m"
    "by/TPBb2n7oUloePV7e31TwW7LqOVFRVSqCd16v7Wg9rmRTetXbrs7Nkq9jZ2sI/q+dCPW"
    "uyUM/EC/WscqpyO93XtTzVpsF9nX+ml36ntveKOSeuGOyMAuCWhntcUa2K+ANG55gE71kP"
    "3rNnLOs5yyigsiK4zQ7kNuMW8pLHNU1fHOVy3YlqtlVVKlaZcwxxbPhFt5HYhs9+W+qA6b"
    "p3cLy8TLSFjsHj6BjMWMWV/QTpj4hX0q8g8I32WOCBygS4SnETkSdcuGTzJGDD4Ngw1JWm"
    "RiKa1ohT6l35SkpSat75aZwD58bPx0DsLCMhceefXH3+MEmOrEkoX2JzQuwJmnx5fD9ZO7"
    "a/mk7m2wmd9tuTEhOkievkiHA0SBLjkCQiZlUYUOObTgg0dO/VwZsY7t4KbdBvK65pkDlA"
    "5gCZY2SYjlTm+MjO5RpLQ+H9TtmjB7kjNnpRTFd44jqv4d/r6FtNLLIm/oR4VMDY0L/t9h"
    "KK/MdwZZmcORPkGZBnxnKGgTwzMnkG3HzgmlJJuFG369eniJsVweZTXDpRLNAwgh4yH36i"
    "49YUynBdOZaJTRASxiEk5PjWmAMZjTaV4wfhQq6uZLRHJGSzjEJD4az7wp3eynmVqt+fEg"
    "C8DeBdsXnkg+5yZFAKROWIuw39pT7vgBLeCTkKbS6F7ppUIdcNq6PIKDYFol7rVKiyTbQq"
    "qKJI/IcEphaxnyUBzZFAJZVSpuASS4KZIwEwR2jEUDEQVDa8lm3oDnC9jacZ41rdiWnu0B"
    "PUoykfBB0g+rlZrZBxIpo7+fao8POLSz/J5FXTlSnM8lf3Pf3HaOWqYauy3AX+0qHf6oaV"
    "8zzhWCSLA6Z1pknKdB+7Q5RlqbYImk5+OnHxgmwIhi5CSlZoeaa/T8aek4zX0JxzetmksE"
    "XZfJCra3FZ9Wbmln5ThAtEGsI8u2hiNqOjxPVvLiqGswPrrWreWXuqWl4w/zdeSK3dHImO"
    "K7dRaZZZTWmWWbU0i4+/ShURSMZrge/Qee0rf83p5CwGOxkPYLcA23l6MgKXg3dNK+KMRI"
    "OqDQO0e2YlRVo4jHJk4DBS2WG0JC/YNoJNCx6XSIHPKvN5XAVXgM0SbK4Y3A8UvI9Ngk54"
    "Ufvhi2mdCWmdDuk4ui3ncfBWaHZxWQlvK44hv2KwGB3YYhQuhggwCcmuSKWFPF2q2zlrIN"
    "2dzcRVO2dl2e6VmLw8A2GoSDoeouA5sSIrTJYrzu0qhDMjADw5eIZncXM0k+GAJS9slVhS"
    "h2kyXrtO890Xk43FCglwMwoNb6nuQ1ZfkEuQzcvY+uHh7hMf4jxNWWMhC3/yn4lF+usEkx"
    "PC5gGxfGJ737KPPYQcxjCqN7yVbWwlgY1NMO7qnaBMTqF8J4TEKQ9sz3l9EG8k0SjLQy/0"
    "lPb8rbUvTA9spgc2kUZQ9WlHu8cvxIu+aMWUlr6b1lnTwqg8Nx46RFxWEiopHW4F6aLs3R"
    "DpovRL+dw4IbEQnSMZXoY+zD3ei7T8uuLJyWL9MBmvoXbYvfoNqkibdT46VeRgWTkjYmp7"
    "JWTYVAdFIW2d7HDgmiLvnWDDlxbjN7Wy4iIc07+QKCUWHotMuKd9v07aM6Xs/cl47ez9s0"
    "ah4DWR4BVz9Aa7C64gXd/qMEemTZp9F40O0Zpv/qrTDDMabaAcuIzNmooHRuDxbDviRoh5"
    "GvCyclCl4MhcZslwbRZxZ0DirxtChdcWSl2REkJSVdbpXom/MqmEbbfgc5kWOK0yp8FIoy"
    "2bJYKPc4k7rhknjLf3K92xOUa7rYd1Kd18XayQvcT3KLRYVAwFhffTOnMBjkcaDPEDWg0W"
    "getie8Gpy1Wj5OZotFN0m+i5YjU31nLFBgU3XhkNRdtkOKgJHOlW1cZ3qtx7cec7RdJaon"
    "uGVyEluYDEp2V2z/XsgC9GxuSEpn+xAimeH6+R/AtIcjlokouLnzC7jaTMtAUi7a6wsybO"
    "4TOxc/is4hzeWEiqlnAyXkPPe/e1Z8KmIxwhvt4OnlHpJBt0YQnfuM4Lia+Uxgs2RwOLts"
    "GihWpUKbjvGmD7Tgjtu0oejM9VEWrSYHy+kqADtqdNrrJT8VV2Wo1zUkLhVQrkTlTeQul0"
    "njRW54hMSXS6ywZ2RZrEE2RA1HYyyVFp4z8bGHkffZUDPSYAvFvjbdhxo6emR3ieRruCVb"
    "Nm1e5qit1Vat3R6fmmynqtJE+nzfLuQinxHR9xCqzVnhIJCVyKrY+KDdoabSKjinStGKCY"
    "v+xQ+BOzJQMKhMCBthxw8VNgc1ut1cGfp9LmHB967TOlxnCDDUGc4kA71aEcJVwA7WVFdo"
    "m2YkKZEpjQ/gwa0Omt5qHfmc+b/XJD0vGdp9nT+60Yurud3wXTX5iiY8jndBTI9NMeO0/t"
    "iBFzsYWR1y5ckTsDBKeqFrVY6PEYbLErbZgpUmloXT9tZJ05rTHPnFbtMxFqOOkpJAd2Sq"
    "Yh2r30LIlgo1uB7haOo34X3jlC7S6Ps0a18s9qauWfVWvlR7AxWyIvhmoX3Bmddmh3X/Yh"
    "CXygV+2TDNRlOu2g7uXYDq1askjnaADlJih7eOFiqVY9GYUGCNfJlH10j/mFHrmSrZFyJA"
    "B4G8DJmltppBbxlAYgl4ac+YO4HZLEiOdIAHBpwAn79CCMTedI3GLUy3QAvTT0C4fIYZ4S"
    "ANitwJbFGqBuCfVmazxjucjPHE0ryMv2RoXSRE4vG8nelzWy92VF9kY+K3UZJxw3RblApM"
    "HK7jv4Hsp6HIM9fbHCi+c2vpMc3SAcHvII047BMpWjMgJtYnI6c4xHAWPSmyVHBntF5b0C"
    "lW+Ogc0H7pQyHmlmZ8Z8JRpDqj5sgaanOKyx1Ymt1NE4bPMZNdfqPr1n6FeYfPpye3vCWb"
    "4dQJtVcR7V0m0KbGHLCnBtUlMMv2BukziZmmKf0XZNZ7l5waOMkhXWFqsG1u8J1H04iU4Q"
    "SZUQKlSDJg4vSSEmvLPxo0P/aLD2LGR/TmfT4xAtLbwFplN3gdV9NpUmQEkWpSocVJzaVO"
    "WDrK5XVDjSyI7Prluw52uUhJ8SGqbLbdilylFB2yj2boi2UVCUZgi7eLorJFAuEOkIcx8h"
    "Vo5LljzHpRjmjEJLjBtBXINwJQHfDTyfm7XpOBZGtiBnLaMqoTynZCOEue4cvru7LZi1rj"
    "+UncBfPl7fUNxD2Okg4hcOayi5NFDJpfHFGI/7cIak+0MnvEKRsb6LjD1RxYpjexE3YU0J"
    "oAXrHi1Y5465NbwVml1cyqztEpmGy/uyyfq+FC/wy2rSGcWsirE4MjAZr0H81NCRgU7gLx"
    "y5tNUciYaruXvVfIU2G4pIGwd+iRSC1lR24IfG6ZdWfC6RDhOpAfE47fgcdmSQDNPI0/Tb"
    "SVoRrrZvJO24XFuxtM+7aXMnNTHd6fPOryiVWknnfJA8p1LBQ1njUqLjjMgxOnzvkzleEt"
    "uT73ACLqXBXErQlAOacgyxzruof0vVVhexImQy8e5FIoh5L4P6gqxAstJ+SqLTAh3Yuvur"
    "Y0vZCpLxGh683Zu9qDy7clx+icP6w7dIqdP67uIAzuS5Cqz1anmBENInlNbKsW22ygrNyM"
    "DqojJ/XUyF+EVL61qBFKyoo+Dz60rKh1ym08AX1HdwSgrZnIN0fYn8AiEES7QOlnCxSSQj"
    "VTIabbTCwftCrAm/L0S9lJ2nGw77P/xBfQn7wLmrI5KrJZJXVfIzHdTm3Iub6RB5q4qu03"
    "0SV1t5m3Y6+5I0rr5dfSos6649fXt575KsOI7rLpcwJ/bbxQl6vSSBbTEKmWwH6zl9Btlf"
    "CglXYlddwrWGfo9kuE42zM6cHh52CZaqwp9RaKcPd9x7PD5Vmq/UjADWKmettknC2DP/Ql"
    "FIIQHj0K66jhMwPGxZLdr9lMg0xHnWqCPKrKYjyqzaESWGrUULmiqlhpj30oUmRk66yVKZ"
    "TkO8e+yyBP3DoH+Ynit7XP3Dxn12j6+D2HByYOc9xIjnBa1iEgqEEHmickQC+GG698OAt0"
    "Ajb8F7ZrUJrfQip0EyYtrAd2AsosH95/0IPQYHtVmr4DPY0woo9gZYyPMNaVNriUqbuBdw"
    "DCjqGNjrvuryfA1L5HLP1aR4bt15mlbpPcwxCo7XQzpeI/bLloQsUnVzNmjf+AtcXeDqUs"
    "XE0a2ry3bkqkMm47UTKnox1Y2rs48ipgawH0G9GKgXo029mEeyOeEoOOzxtE678clm+Mow"
    "uWOXjiy/TRrqyVWNER8ChzAfn/yJyv9hD/FJ+Ensj/M/93XH7pMoUVMdhq40aWd6gUhDwb"
    "D7cgVUVcRMlJaCuUCknXp51kxIrJERRQXEpZYyNM+Qq3g0virtQ+Uc9xGAAy0Hes3qBmvU"
    "gaxRG7Rt2Xpgu2/nAWBABCQ0fzgsBzxMNSQO+OLS7RmFBpdnndWqj+Ltv7iGT5GVwTtHAo"
    "C3AZysqaIoiXhKA5BLQ85ux8DlhGqLEc+RAODSgOOvG+LiVrXUCpRQL09pr8RihRfPbTxP"
    "ObpBKqkp4qAYJ4PbORcLlFAuT2UuJz4HSRbnyIC/KvN3XCECwOaWbIYCalDxS6Voga4rfn"
    "UaL/DesW28iH86L3IgN2C6I4aAQRGPVSxSGuICOo8LAF9q/75UVp4W2z5BFicfRWyzKZFp"
    "AfXQlhsP2ebc+crxfTiOhZEtsMBnVCXU55SsL9jTJ8Pifn13d1vA/fpDGdgvH69v6JoPmU"
    "AHEV/g6wDJvNXCB8kcMsArEmHjDHChDC+ZA76HBK8CA7qX3/eSyW/Jmvh/R64dffWKSF54"
    "XyuRW2wkFU/8fhLAf8ovoLBjHfvH6yo6iT0qBeLojedDfVmVQgzEQn3KxaYSfUqghYxZFO"
    "fr4E0EzLdCYf5tWZZPNkZTaJPxGiLbcbXZ9KgpQlvffyIl0ilGrIv2E+F5XQGzplWpp12o"
    "XXd1exWTd9VVZcASraQkO5gl+sN647j+fag3VkTe7GWtvEvCYYbrvPYi7bpBaAG3nfhvfu"
    "eEdNwLdk2yCFcThTvMcCvN4DmBS9cj9EVXUxhO2NRUYEvGg8C2S2CD9gDdihnxQSKxVjMK"
    "DYI6+65L+opshoQEvBmFdvC+awLvOzG87yrwyiYXD59XPFpo0dwJpIwOKYF24PbSTiEn4z"
    "VFOEcCgsIuQcHFyHOkhLCMQrsV3EvVJAs/+Qb3kKj1c+fJwNEt4eheIxNLmoNyJHvYgsYT"
    "VizR1TWERj5mIEcGAdsqxwsEtulUmfvDw90nPmOT8WWu0gt38p+JRbzetMVcSN88IJZPbO"
    "9b9rGHiOpj+BQ4XImHKoc+lVjHJijHQ5muszECj6cH1d4UBTq4KiSuCraY7TbHW4EQDjiV"
    "Dzg3sCWlgYwCHEP1jiGXZ76VdgrFvodornHCutMtlK0pBV1CATcxocCWXS4hSEbQPBnhiV"
    "jyRQoLRNpZC04bWQtOa6wFp5xWluRXDsR1LsmEQps2I0NXZWf+ek7yh1gHyihAC+pcC4I8"
    "hTasGJ1YDuUejoHLVPR3223mIiVwWWUuPxGbeKtWbC6RAp9V5jOzehnttzSHHPitOr/BPK"
    "o3j58Q1dFbndx5QuCx6jwOePk7NZabjEQ7u00vUR7swKsCLDTaJMO1Mdp0FmnrOz7ilE8V"
    "IpmOByjLUI6rNKoihQFGd7qrnwGnCGclop4CT7oFXo6k1xiycYA5vmzCsZbFKC/bDnD94j"
    "XqLKjkWt2JaW6fFgClnz/59OX2ts4Xn4t8iDMgS266mOr7H++xhZKCfrVRD1HG5TgdERWs"
    "f+szWOHmKwPshBOpEL+Z1oUp4K8QpnAEYQpuYLOqPdJt5ItkrVTe8nGoUJ+/8yZJI+firJ"
    "HzStoIqLug7qoGJYTODB46A7Eax2BhoLwyty2YnKcDD4HKHAYvkP48BmvwMXD5wNZgJW1C"
    "YzUGj2ebtLcGD2uyVBPR1jZLrhH4EPZ1Jbf9iGv1fbaQbWPzO/Z9BH1jykOmddbPTTQ4+o"
    "Hq9Y6Binvdauhi+6hJlphXfFZsGs0o+goEOpxd9PK8gV308lxoF2WvwCICUjZI2SBlHx5N"
    "kLJBylYQVoWlbJe8oMX2HlM4PW5kQWlEvYwdjTXcaHD/IvZPJwvL8VKRwQzCjAu5WtcQgd"
    "B1BMIz/X0y8nUyXsNSld13a8RrRDjecjG6KYF+ysvsoon2QkeJy61eVPQXC9nLgJ6WMhjn"
    "aTRcxbMmKIsxLiPs468cqUHcaTQZrwWydTpgHy1Gke298iRfMdwZBQDeAnCKK6a/1DTmeI"
    "GoQC11VnNotUs+u2iUfHZRk3x2UU0+A6tTqw0wNqtTLOFLsjijAvYqzV4Xr0l4/rWJtCqQ"
    "QiCOynyORIxWfC6RAp9V5nPBOiN1KecJgccq8xgSRXVxWigJ6P4+i8NY1v/qvqf/OOFY1O"
    "M30zpL+i8u/eEUuAEs6Dk3TlEVShpKWsR+5r8FO/tB7exr5D7LWBeS8brl9nVvZPeJb0kZ"
    "blIC7aw13feLU989lB55Y1y79ON8zHPLiy2+ORIN1u/QBt8lecGcJhDi4tkpAdTOrmdGmw"
    "5C2KOisQw3MgpgR+fsWLrIlLpIUwINDqJeu1Z6C2Tz6q/U5XonJJDs3S7Z20KebzAU7VZG"
    "LQ45mLZUNm1FxoQ2rC5SDsJlRYxdo2MyeI6Pgs3BxmzJ5iIlsFlpNr9g1yO8bt5CqShHMZ"
    "xcdNqvXNRdQSGM3MVKxpaQUXRiZlR4a/QSrad8JVtV4JfIq2LWPElEcyTQDr2EprN0ZNHM"
    "SMDfWwCT/c0Fs06PzxG1urHUAvIwqvwGLfnAi1dxjgRW8QjLWx/irO28vnXimdoT2Nt4ml"
    "FeYDtBzd3euxHld/SVRvQTGq8dZyeguRtHUDG8fLZ2gOjneBotEc1dJg02PZWfOgD0IzYJ"
    "0hbRnJApXdW+z0CwB/SCzQd/G0JbCQbLvZ3uCAjz2KgeIsIKIWBPjmXiOLQLarqrEukl23"
    "V++IbzgwV7nTeJRzoXxyOdV+KR4iUvAW9GAQA3ABhiMpSKyVisHA/brdqO5wjBc62yGwTs"
    "yGD5VA9MsBkdxmYE6uN41cd7LOr5Fb+Z1qmNLh6m51epEFcuMgaShEB1VESz6b7WLV3mHi"
    "/YpKbNWkqhIcDdJ7O8Oq7JiXIW45sS6Ajvm0aVc9gwMcRvoHbOkeqEUIxBfx4rHOo0DhUV"
    "YkSG0fdVi2NQUiWVCWMAp3sHTvfDqPgfww6C4VLmqPm5t9M6VX8d9SFki0ax3jag1Het1G"
    "8Cl1JI6fU5Eh1VoyYlik/FNYpPK0WK1auzfUB4eym0PXgjJoVL2HRvmpq7ziu3epgY3hzJ"
    "YLXiB0q+7x5fE7+QhdQJnFHoV9ug8yJBYzD8DQTurAm4MzG4swq4Nv7qGxvkcxL7ahwDeS"
    "LtQO6lKLmHbd4iFhfoSMZDImo5Xwds1EKodbJfQof2Y+AylAzuz7AKJYNHWzL4M73+6c+7"
    "CQ0JHEtg4f20thFfNNIIbRLNrIEnV/aEbmG6zryJ8zRBEwbSdOK4E8fGE3+F/AnxJr4zme"
    "OFs8YT4k+jp6/Im1DBxackrGTxtyclVnU6MVgmFTh9pjWWSTCb9W02Y3vBkLedlcg0RLt7"
    "G88YjBDDLebOzRD007GMepyO16Z+ZYd1msDS0B2Ufgv9M0cGNgaltU8wJR0Fm8GUdAxcPp"
    "gpqYV+Nw5TkoztY5fZ6c7Gjw79o1ujk5LQd2x06sKQ9ECW9pfNidiSFA+YNjElsYR8I9g0"
    "NSZN2Pj/CjaTV5Y0nhqAdhuLJAjBGKTA+TEFYxAYg9RDG4xBYAwCYxAYg/aHEoxBOuuPYA"
    "w6CjaDMegYuKxCzLvWSQVQTKTHkPcN8jymMxgr5ElFZlcINYR71ig+e1YTnz2rxmdbyF4G"
    "3LxZMdh5Gh1xboKyGOOKVofdtWd4mNcgt6abdoFKQ5RPm9VxqaniUgaaZTbTj3wi7rqVNM"
    "ujB5lWaWlnTFk8g+2sXvJ4fPSMDWQ59FtUoL52HAsjW3CQFQhLcM8p5QjxroH3+u7utrB7"
    "rj+Ue559+Xh9Q4+2EH06iEQ+sMjwspcrsjvv2QcT2z7xtyccx1n6blrnMyPRKNJPtX7ieU"
    "GksXjB/N944e9Xrb+u01TTJlOxjqOuXjRgjymxOyxjXNPTOqPQ8KieXVw0cohd1DjELiop"
    "l/GWkAA5RwIoN0OZ/nQs5dhNCTREuPuGCWPwmw+V/N6L1xyM/segIAXtyl0GnRa7BAYfQ/"
    "Cnsj6csSQSq4noWDOJ7+i2WX1vhdumosNmL6d1SqzDhhlPdByUE9Q8TtPDnke/iORRWqSC"
    "Nuklbx6UaCw5TJv4S8Xu0oq31HVeiClnTsnTaIhw90GZ9HL328QXl+kgtKIENSe0wqFiVA"
    "uoy3QaruveimO2gLtKCYA3Wd0j8lUOZNk6fTNrAjMbVhMHMKtAzabhyHGPFEyBkzIh0ADi"
    "OuvGzT8eC4aNSi/V1Lhxe/fpL8nwcoPVItjjcOkMZqs9YofOmDEGf0O//oYQLuMFu4ROyn"
    "PB18WQVIkHjCNJn4wqkGRcIcujrdENbrRWcsjYvCyQO3MMXFbCWToeS/Do+PtEbOKtWvG4"
    "RAp8VpnPUFtbF5e4koCO1SP+GXneM+bGdCevpnXe8Fc8Z/5w26CiaxjdjRrW1Qa3+Gjd4u"
    "6Ge5DWNHff8I9RHXwCs4uzRoaRsxrDyBlHg4w3kyTSFULtPIynZ428MGyY2D1wVvXEbIK5"
    "RRZGfOA19REUqbRY3kO7CsKLcYVs05KyR5XItIC+FD/f5GA5F58r55VjJaxVuHACm6Pq1K"
    "U7Fem0KSw1SNrTmCyuwznSm9hcL8U218uKzZVJw1QTDzaSXoQCHTgQJBwIYOVudYWOzW5i"
    "Ic83WhpBy7RgIVOZ05A1oo2JTE1ER24jo5KaxSQYfCI2lmVjps2sZsl4xYxmUPygWy1AbE"
    "yTD7WF8HGJAFtINynbzy6bWM/KckjOdnYJQeMHXtNjs5gNFMjVvb0MInxA74HIgPGoPUoC"
    "Olat54oqKMyVuEC+455wVJ7igGmdvoPyQ0HVOVJVx8MLF8tlrKQUGgqGPVUg83zD8zHPD1"
    "Kz0Atkwzn4NFny4BQBkfFApnIVWjx2ITLKyDjQXVPJ7prvozLpiP2U9/QRT2asjKkVGxe5"
    "0QbrzQei45GKjoe3kh9anOnZphi2DaQf8MQB+WGNLKu+4WBKOZzseNHvgj+bvb1Mlzj7T9"
    "2ifvh4dXtblQbBfngMwuCBq8SpdV0cXCSMcd1bKnzI5hkjA3YKhsX117dseI8Xzgt2tyK5"
    "sPC+ViZ045EgD4I8eEh5UOuoCTBjHYXkoo4ZS1lpdCyuTzURHa/v0yT+je273MTo3NtaUQ"
    "WxcQa2Qw25d0nlpxO0CHO0YjyLJzF99i9Imz5o2vQGux5PMamJREwpNLRhdV93a77lp+/W"
    "J4BtBdm7kP1Vl/2F5EpPIm37iHW/jP0V4TXUrGkLnBBoF9LZS3frcSk3isjBo9NtisJQU9"
    "mmSNWvhqOK2irRvANCZfvTF+Ol14HKeJXNNM5VulNtLG5TvuZYXrfD6eJKLtbWqjj9/Mmn"
    "L7e3h9LFP9gvxEfxr642ns7eTmtbT6fjeuk9XVyQURnwvbpPg/rdtfo9hmLuA8Ye91DO3X"
    "XkEtKS8Rri23FTL3B3gbtLOb1hdCohhGMdA5ddKrmidvWKSqRQrkhlPoOBpwcDT6gm0Q0w"
    "30riWiEEYw8Yew5j7MmWIph86pGtbFqlDD/vERX5TcTNPU/fTWvzh+JRBwwTFW70uljRHF"
    "E3+RQQMXryq2NLGSeS8RoaJ7pXoJ/xxjeeXGddRVi4yAs02tSUnp2evz1/d3Z5ni7u9End"
    "mo7W714pEN0dvN+h7aPjI4t38Kbvag9eE23paUmHwckLJ69F7Gc5LiQUUIhCkgkZ6K8rp4"
    "p5fSJnTKIT6F0kcdKzTOJWi0frBOJeV1rBzG6RxbMndxRkNDpBOvBh4C2QLYl7SgKwt4b9"
    "heBXSdhTEoB9D9g9kpSZk0E+owLwpcBXR235G7JC6HlqS/RuuktteWHDQG0BtQXUlgOc3a"
    "C2nHSltpA1tvmVMOqihnJEGlo+uy9+D9phV9rhS3I/N12sKYGGC7WX2rCgf4P+fUywg/59"
    "bCrgD07g2sj67FBdXpAwUh4yrVMI/x0NhjJTR6oDxvyXkUpyJBB5X5JJqoEDHl5SjUO2HX"
    "VGpE3cwMBX43zrY8mrMSUBzNthHvZYkD3Pc0SA++jkkQcUwlcRQsLntZKHR0eA2HGkYscB"
    "jUoqoN+ZScmLt1lT2S0Zr6FBqRvRTZFj9W/MV/s9Cb9j5WzNXtYesKG/l36g1dDZd3I1YY"
    "MnztPEw8jC5iScwaM7ZIUn9KuSJ+z57PXPf2Ibe2ISFy98x93++ffRyJ+/PSkxros5/2n/"
    "06ac96lATC/uyZPjxpNMJ6fh/7xgvUasAiGbJ3pFp0f+BLl4YjsTy7GX2J2wcNzJN9HX+L"
    "23WOE1+naz/R2d/4m4VAahp8x0gm2T/SP6fvQf3oTYE+JPJytkPf2Xs8H2dILoB7kmYWoz"
    "+0SWLOf9cfLl8X3hu1nOAlnF70c/KpR2sEnoT2F/epNgM/Ed+mmEfpIZfmPKUYtQpOgHsy"
    "/B8Atx3eOyC/+WOCaS8drpd13VMhPfbPFKlfXx5ch0Msx14edLd6eExFCg0QnQziSH+KCT"
    "wDRHAYhyEGWtvuV0ioRCJzjBzHMMsKdiTAtbT0IG1p6WEUQu8ams0KL6Q5ESarkoV/1BNe"
    "3zhm3VOg30Jt7LTbTQcOM3VkUXK0S1NqYbFRTHSLFz8cZx6X+YqrSdBLZPrAlmPXMibXNF"
    "NbQ5xjYdFy/5ySvxV1SP4ymoPX0SU1v/zv79s40p46P41Z9DlS7+AKb1ps/nmKmpkS7IVN"
    "fo+R+j6X5mgZc/R2/YPyev9HOjPHYzVDGXjmP+8Z92ONjGhOmH4SfF0+TH76tLguH0kIZT"
    "NYKnj1PmGUG4tF6STu7glAO+RAj4t8N/jUzcQszMkYGMCTLmDhnzb9j1BJFslTFNJc2XaH"
    "xDYfPOxhPXef3vyc8x3c+TJTPNRLJXJO3FQiIV2YqOi0jMCiXb6eTnJ2wv8M8RHV34XoWg"
    "Kn8O/eEdS371Vu0uwzpUEP7am7PFEt1LtrYlongzIpDoWt9v4Y6RAz4lAdjHGK4U3ij34W"
    "3Iv23Yu923zIC97tgnSbe260IfH8uZDEm0x3GCcCrjghVkeOif6a+VFQMTGp1g7yKyAXLB"
    "u0Iyrm0iKURnRDrhOfCB4OIn7Lq87lM1fVFyNBqGovaS2xz4a8NzApensYiRLlJpiPVpow"
    "aapzUNNE+rDTQZamtskoBT7rUe64wKsG6O9QKtN4gspSp5lOkA7+Z4+9iVXtkJDeAssa5F"
    "wcA7lrUwGBjQFqAdqnYuJ5xVjHSOREOUZ00kELH8UcGX+HLgxuM1RLaX9WviFyIn2WUUOm"
    "LceRmrOXOqyWkpORINIb5ssoovxYv4srKGva3nYym5IqMAgBsAbCF7GaCl1DGRp9EQ5O4P"
    "io2FFphfskOMcoFoOJhPTkYEsiIuwCvsksXqhOMAjN9M69x/KBujTNmCYwm93TNTq0UIRk"
    "1pRmEAhg6nai8GTLapJBCOh2uIbk8KsMDU8MPD3SeRAiwyM5hk4U/+M7GIN0Y/SA24DAw2"
    "cxqcmWD6zcerf5Thfn97dx2Ck4u6ZBNcH/oy++3/A1hwIYE="
)
