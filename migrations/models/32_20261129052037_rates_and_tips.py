"""The exchange rate of the operator, and what creators take as tips."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "exchange_rates" (
    "currency" VARCHAR(4) NOT NULL PRIMARY KEY,
    "rate" INT NOT NULL,
    "day" DATE NOT NULL
);
        CREATE TABLE IF NOT EXISTS "tips" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "page_name" VARCHAR(64) NOT NULL,
    "reference" VARCHAR(30) NOT NULL UNIQUE,
    "provider" VARCHAR(16) NOT NULL,
    "provider_ref" VARCHAR(120) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "amount" BIGINT NOT NULL,
    "pay_amount" BIGINT NOT NULL,
    "paid_amount" BIGINT,
    "secret" TEXT NOT NULL,
    "qr_text" TEXT NOT NULL,
    "qr_image" TEXT NOT NULL,
    "pay_url" TEXT NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "check_at" TIMESTAMP,
    "checked_at" TIMESTAMP,
    "paid_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_tips_check_a_4c6a81" ON "tips" ("check_at");
CREATE INDEX IF NOT EXISTS "idx_tips_account_388f63" ON "tips" ("account_id", "created_at");
CREATE INDEX IF NOT EXISTS "idx_tips_account_452e8b" ON "tips" ("account_id", "paid_at");
        CREATE TABLE IF NOT EXISTS "tip_connections" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "provider" VARCHAR(16) NOT NULL,
    "credentials" TEXT NOT NULL,
    "sandbox" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL UNIQUE REFERENCES "accounts" ("id") ON DELETE CASCADE
);""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "exchange_rates" (
    "currency" VARCHAR(4) NOT NULL PRIMARY KEY,
    "rate" INT NOT NULL,
    "day" DATE NOT NULL
);
        CREATE TABLE IF NOT EXISTS "tips" (
    "id" UUID NOT NULL PRIMARY KEY,
    "page_name" VARCHAR(64) NOT NULL,
    "reference" VARCHAR(30) NOT NULL UNIQUE,
    "provider" VARCHAR(16) NOT NULL,
    "provider_ref" VARCHAR(120) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "amount" BIGINT NOT NULL,
    "pay_amount" BIGINT NOT NULL,
    "paid_amount" BIGINT,
    "secret" TEXT NOT NULL,
    "qr_text" TEXT NOT NULL,
    "qr_image" TEXT NOT NULL,
    "pay_url" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "check_at" TIMESTAMPTZ,
    "checked_at" TIMESTAMPTZ,
    "paid_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_tips_check_a_4c6a81" ON "tips" ("check_at");
CREATE INDEX IF NOT EXISTS "idx_tips_account_388f63" ON "tips" ("account_id", "created_at");
CREATE INDEX IF NOT EXISTS "idx_tips_account_452e8b" ON "tips" ("account_id", "paid_at");
        CREATE TABLE IF NOT EXISTS "tip_connections" (
    "id" UUID NOT NULL PRIMARY KEY,
    "provider" VARCHAR(16) NOT NULL,
    "credentials" TEXT NOT NULL,
    "sandbox" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL UNIQUE REFERENCES "accounts" ("id") ON DELETE CASCADE
);""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "exchange_rates";
        DROP TABLE IF EXISTS "tip_connections";
        DROP TABLE IF EXISTS "tips";""",
    "postgres": """
        DROP TABLE IF EXISTS "tips";
        DROP TABLE IF EXISTS "tip_connections";
        DROP TABLE IF EXISTS "exchange_rates";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXemT27iV/1dU/WlSpUzc6sPOJpWqtqdn1zNtt+NuJ6mdpDiQCElIU6SGh9o9m/nfF+"
    "ANEqQIiqRA6H3xQeJB0u/hePf7v7ONY2LL+/ZmsXAC2z/7r8n/ndlog+k/iq+mkzO03WYv"
    "2AMfza1wLIoGhQ/R3PNdtGCTLZHlYfrIxN7CJVufODZ9ageWxR46CzqQ2KvsUWCTXwJs+M"
    "4K+2vs0hc//Ys+JraJv2Iv+e/2yVgSbJnctyUm++zwueG/bMNnX768/+77cCT7uLmxcKxg"
    "Y2ejty/+2rHT4UFAzG8ZDXu3wjZ2kY/N3M9g3zL+xcmj6BvTB74b4PSrmtkDEy9RYDEwzv"
    "68DOwFw2ASfhL74/Iv8VfLDTOMj/ePxsPto2GcSWC3cGyGO2FcoMD8Fs2bARI+PWMf8O5/"
    "bj5/c3H9uxACx/NXbvgyhOvst5AQ+SgiDUHPUA7/LuH8bo1cMc7J+ALS9Iu2wTh5kIGcLb"
    "AEvgSgHiA926CvhoXtlb+m/33zqgbiv918DlF+8ypE2aH7IdooH+M3s/AVAzsD10L2KkAr"
    "KYDzNBqCPGuA8awS4lkRYZ9ssPGrY0tBzBENh/HZjUfQH35AT8j1UV+nBI/29WUDuK8vK/"
    "Fmr3jAt3R9GrKHBkc0IOBLF+NhgD6/bgD0+XUl0OwVD7SzZXg4rsHAkwG7RNgK8PiyU/MQ"
    "6R7tuROs1r401gWyAZf2WJd1eBQs1vSSw56B/DLY31Gk2AFdc5Lw5AXQzZj+2+QfnSz2ku"
    "zX41qvgfzx/Yfbh8ebD5/Y9BvP+8UKIbt5vGVvZuHTl8LTb4rsSSeZ/P394/9M2H8n/3v/"
    "8bYoPabjHv/3jH0nFPiOYTvPBjLzOCaPk0e8BETsJ8+wyIYIWP3e9itkIJ6qwGES6S4jO8"
    "BW7Ev8fnZ++fryzcX15Rs6JPye6ZPXNXx///GxsI9cTH+W58tjWyYEeMvwRisw8LBACd2z"
    "bBOiVrC2ugxejQTUJ/wijSlHA5AWIfUw8qUx5YkA1CKoK3ZAGiahMobgZK2WBot0nQje+8"
    "1Qg4nd3WuTS9f5Fdst5ECOcBAJcNDrTCcR0MQW9nELHnOEwGOVeezYcwe5JjZbsLlIC5xW"
    "mdMLFzPcW/CZp+yAy6oZusfOZuaJWz7lvETswRwtnp7p9jS4NzmfIt7MseutydYrL4i3Mf"
    "H3P37GFgrxLLM+9kp+SCcaL+uzp/EhVJDVPY/OeyBOD9Esoz0F6zEKVejDALqjU2i7hKju"
    "gQ9dQGwOXQHy0epAeB7RSldwtmh16OL5FHumdYTHC+ZscnYLHbjD0ol0hWqO/MX60LX0lk"
    "2iK0JoSwxmuzwMopst+RG/6IpR4AljY6SkRsf219bLF0/jc4n9feA6+ojGrFHVw7PBJkGH"
    "6h7xFDri47jmwTfaPZtDU5UjDCnYYpc45qHCEZ3pUziRrmvJP1jNf9RXvw8d6oaFff/g/X"
    "bHpvo7cm32pTSFi2y2jusfCNT7cJLPQRN7yChRwl87QOk2nETj89vGphG6iw63r32Kpvsu"
    "nk1T0H5x6QDzULHyr+47+g9dt56HdnRZef6LdbDJjc30wCbSFSsUmPTuwzad6lCwbthUt3"
    "QmbfVeYu+Ijzo4q96nE+kEFXM7OTOnyhHFv+JkUzaZjRcJIGJg72386NA/Gsmq77gJNbkI"
    "GJyb2aYA8AbZaBV+SzYdI45hoBh4WJxKmLya1qUSLqJBiqUSviWrygA5YTKhIDAuZnjdJj"
    "tu+FYUGPfH2ezi4vXs1cX1m6vL16+v3rxKI+TKr+pC5d6+/28WLTfNe6WT8LnqFMMn+uPL"
    "+FeH0SXjNcx+6z6fYkd1TeFxV41vjkS/hJUmOZzn1Tmc56UcTrRycat4F44Qwl2UC3fJM/"
    "mZ+GvTRc9tQlGLtBC/pjKnAw+7hlxpgRxJl/UFykxVJMlsTzWBUpgYD24Z2e8dF5OV/SN+"
    "CfF9T78HsheiXOBYqvzideU5PwKiJXGbPqanQyqV5pcT/elRkHMI+83Du5vvbs9+qw67k9"
    "KMJKX874jnPNth8JRA0M+9rZX1zXCckYZxgbx/evK+fOLMgSkzijGh55wZ/HVL3FbJ0zzl"
    "MCKpIncayCkgp4CcooOc8iPdMfZb13n2QpmgJKlw72tllSc20phHQ0FaAWkFpJXupRUPt8"
    "rvzZGBnAJyyqh5CnLKKcopuXxGgZTCZztWyyiF9MpuBZSf8tjFBV/Z//4FkssYJBfXsaSq"
    "MCbjNfSrvmkgtrypLtxaFFogyf0kZJfckSchvvBUIMH8Nhp5UJWNopFAqERAm7REKDgEOk"
    "A1V1d/lDt/L678yaeSsP0J2yb9hQ+UX+/tM4G8zQ+oFbm30VDDo2MNYitmGIQOCF13QAAD"
    "YK8GwDAjgH7AUgDxwwZZVqW2yFMOV6byqi+kI63xYvb6OtUT2X/qNMOHDzd3d+UKleADPg"
    "X9RGVZWhGeaiRKqyjxKWpbfcCLwCX+y+2uIi+FH1Ar7nnxUAPv+klS4aysSW7DBrv0l1Hx"
    "smRs5Ybz5qTENAu2WOVssZDjkoqQF01aPF1U93i6KDV5MrGPiCUloacU+mW4XDdKcbmuyX"
    "G5LiW5mHhHFlLOhIxCO4S77wNHZT4qlwiSfavxzZFoB/DlVQOAL68qAWavCg4bZpeKEsab"
    "Apwj0Q7gHprsCRZvteKejB9OZz/vV7rorLVEJvdJCWscmUb9egaR2sbq11VExQazCbggVb"
    "abjNMFeSzDSVQ8XmgySevK1xlLshL24BMDnxj4xFr5xMahbg8Xvde5wg36YJ/64LjEaFVE"
    "rtHJ0fSnLYm7acfoAi2wWmlWW8jzjZapWkVaYLXSrIbQkVPg8pFD2/dbGxVhrCaR7eNAc0"
    "xWpVFG4xw7rl3JbX9IWDv9CpOPX+7uOrPXlaTrsARxWItd4BGSrlj8Ljdpw9LsijmGqpgm"
    "W7T40Q08+ptrCoUURkzr7J5+NFbRYiFg/wT7J9g/x6RQ9m7/BAvdKWh5oMufApdB8QTFU3"
    "HF8zjRDF8qJPsve+X5AIR4/YV4vJHMGkgJtBPhZ1dNZHg6qtoJfFUuRMzgMnbYJXTSNrKm"
    "cAJon6CyLGLHjaSbbqlkPGhtDbS2LfK8Z4feimvkrWVQLhFqCPfsVRO86ajqI+xVCXEL2a"
    "tA2IS+Guw8jY44d587Yvzq2FIQc0QDRmPdeAT94Qf0hFwf9SXr9F5vY43ljuiUYECgvRfP"
    "x5thIO64NiDaUXlTVh/niHr1q6si2Ug41mNwlkSunGWBTLugzcsm991l9XV3WbrtbPzsGa"
    "372ZWpQVRXWVS3yIb4nrEJ2jkCBOTAb5X5zWxasupZngYO0L0H6HYtKcimBNqB232VD8dd"
    "IZt4aYRLU4yLdNpBfT5rVPFjVlPxYyZoa4uNQwL8RfTgLVb6goj8Ni14zRGCEKAyj33sbr"
    "wwG0PKBMBR6XeAdt4UHOJrtN1NpViBat82F8zrJdUDxTG83//YKHrXw/3VyDlG1C53/xR6"
    "A7cHiu9GrCNW+UDj9jgVeyHqiFShQ1J7sPiWTDpCJaps3x6vUkl9HSETVIdtj1ipKq2eiG"
    "UlYg6BKq1GoyNIonyS9mCVM1l0xAxtifGEXw7E6mZLfsQvo1VS6yEim63jHnpKvQ8n+Rw0"
    "2XxjBAl/7QCk23ASXbfa1kK2TY+n0PBz+GH+KZruu3g2bVFzyQ4tXgwX0+/sHbrCPkWzfY"
    "4m03QvsgBQus46UAk/hDM1VAnHCBUxqdBIfCKqxCt1vEfzNLkCR7kLHRT4a2NpUVnoMKDu"
    "2UTf03k0XVAsaPRweepTNIuuqykGyViskcXsyYfuvhiud8l0mq4tFy+cHXZfwsIGB0L2OZ"
    "6rYT2DUS4zFJjEN+jB7B58vt+wqW6TUoYari1i74iPOhBL36cTaYRUy2okiWmwImdKvhJJ"
    "bB28TebTBF5+0/prJkstkO8IckjlMbspTqgJaJJpnaEQL0jrTIT76rTOVI/ouoPXNsn3YG"
    "Evc8tZPAn6duUrLjkWFRxx6P71Fig6qZJJonCKxAWM3MWa7DKPMAq89D/hJ6X/43P2FxZZ"
    "PBlhlGY4jUn/wVaKXIcwyDrtOuvUWzuuX1HQqToCg6fSMK2ojyIynk/sqH5W4Eq2ByuRag"
    "j57NVlk9wXNqwmZ+6ylAHjE18uUyMl0C6yqJekxPw3k1vUeTLtsL5qhPVVDdZXZaxtxxcp"
    "XDUJzQmBdvjSldhwMdeu5hLEChUpUlNgHm2oHBcRyYujBVWoprVZgRCam5UXQ7PmZkeuHq"
    "AaD/q/p5eOG9pU6O8VtRp56zgWRrYY8xJtAfM5Je7rPknUrmFPtLf393fcYfb2fWFJf/zy"
    "4e3t52/OQx7QQcSvWOkuNum9sPANz0d+ILi+HzbIsipPHAH5cI0qL17N+j11Lmavr9Nzhv"
    "2n7mR5+HBzd1cGeEeQgbZEck3nqAZczemT0S5nZql6wqL27XVo56jg7GgOds6CJ3VF5qm0"
    "E/27z5RNzZFSsmCeargj+ZVWYmDe9Nwc+TwVIN8O+dTQ3xz2zDcAmLfCPGw+lSzets2rCv"
    "RgaFDZ0MA5yGRYzRECj1XmccEnKlWXoOBOBT4rzGfevy3DZp4SuDwGLj+vpRryFsi0U7p6"
    "8WfxsSXyRT4G3VGKNA8Y3YaC6hMnweZga7ZkM08JbFaazTvsesJQj0qrQY5iOLvBeV+XYm"
    "Q3mJ1fvr58c3F9mZoL0id1VgKBFQYzFaCM5iP+WmWESSl0cHzWbY3bfzxyuyIRJb75cPOP"
    "33E74+7+438nw3Oix7u7+7dFS+9xOw2P6GSSKIkc+hvkEM2RQIHp2pZPx+iMq+gyPaQ3rr"
    "Dr8FbYTEEa2E9Ip9S4Iqi5rSrbTisfZ47cQ3PFHtgc+uDMR3bSvw+E5yMasemoHp1f3C5S"
    "M//qatZkmo8y6qBOyGfcsE7IWBCSyi8sJ37lol7QSoDtB2S/PDrsz4Y3xSNatbl+j9qbre"
    "aeCH+VUexUHv1Gl602qtVnBf6TqhlxMCHLw4+QjW+XlC3xG0YRv/LXrhOs1unThB3CC4k+"
    "N0oI/1abxBddLYIsvvTOqU7jy642aM+ocaLcwtnK5cglBNq1Z4QG4GrolKOzHapvfFHExy"
    "Nhe8ldkk0BzZH0ansZH5iZLNI8KC6j6SkZaNCDfrCwuPFZvBSRuQ8yeFlxUYoDce2scJ2K"
    "mOaOx/2A+pGycyCezdTCccKZnY+y1sMDlfdahY8hLlD3YkZUK3uJ4tl1yRa+GouZVEZpq/"
    "/VXVhNL6uYmeoqJQOGcFfrhdBivMcma/FWkIA3o9AQ4O6r0lDgnEBQDaw+JTWj0ij/vYtM"
    "VPUVXFVsF+APV0U9AO/tkV1LFeXEpX1LbRtMjcq5lPzIoncp9c/xzqWcLlf0LmV6yUHOpa"
    "xkZJWqEUaHCHSNJGqkWtlgkRf9O5Y45YO3pxMo0Hh0v5MVCCwMNW6neDyIvw3EX6gNmIHb"
    "xKl3Xe3Uuy4n97hoKRDTfni4/1iR05MQFN14ZOFP/jOxSKPGIu1Azk6KeUAsn9jet+xjj3"
    "FYMIA4j14p7rkY4lw4VdgExbhnCNs/6zJsf7FG9irM9hO5rKvPjyKddsdI97VZEshaxAZw"
    "lBAboHRswDaY0wN+LbL2Vd8YHNFBt4aaWudg14MdsG6yErdDRqBNLZjOLod0VRryt66QFi"
    "CuhrhFZZUCLZRjUPle2BEsbI1W4+BMSbTZN8coU8VQbF+kiqOGHabyDoOyNqfEZShrA2Vt"
    "pkf29mixoSBn4STYDAU6qnkJBToghAZCaJqF0HTQNF7jdvFeMGeTz7F7aJRROpFGa7IA1X"
    "ZLd7p3eEfhh2wmXcGCshr1NSN2pIN19DmeRtdFBNVHoPrIMUJE6ytWZBedqGwFdw3W1K7g"
    "792+GlFHfdpre1CXAw+nE25AMhdEKB5BmZhOqiMUI+aWgK62KaYEGsYozq6aBCnSUdWt+6"
    "4EWTq2h0X6Wk2gUUaiIcoXjay2FzVW24uy1RZ5zNDdAusSoXZW8l7wtpC9CoQFGKuhztNo"
    "uK6bJFBW50+W0id95wnbhklW2JNa0EU67SoY9ZFIaS+Ju2nnDyjQgiNVZYdAYKdCc6ti92"
    "Vy4LfK/AY/30mwGfx84OdTE/4xFOLXB05wm55AJf6xonpAKf5+bdGZI1FojOb8jHXWaN61"
    "2as5OtFvoc6WQjHoe6zMLWwZRToNrUY95MUrZTg6bsxq31iDPeG0FE0Ke7uO4Bwh8FhlHo"
    "/LZgQZAC1T1kHb7lHbBo1wxBrhW+Qv1mcCXTB6Ma3TAudsCDTU0T1s6In+PhndIhk/YHBF"
    "Ui2/f7Xi/LqBWnFevOwytYK9KqhwdAoBvtXujJRAg+iVoZ0ZTvgNBeGv1aVrciRQ7qyeIS"
    "3q2VTEa1ezIyVQgxns87RhhunYAkmu0m6aDNemekdnVW8Cm2qHUgWyMgpY152v6w0ycQsV"
    "P0cGVhy19fuWdVE4QuCxyjxeImK14jFHCDxWmcfjssYCm1uyGX/dEjpdG88KRwlGd5W5rH"
    "7coCKc1S7OTZG2JB1WB+nTAv+DMz8T2N/Z42md9f3fznyIliNO4C+c6CzF9Hl4xUIiL1jk"
    "FQmp6r6M/Ra9WI6c8SZHoob1RisTcXxKsW5QEmuep9Ih8aPgiJo1Wfl0VLUralauhxm0sZ"
    "NlVKB4KS2SL3EsBDY08KfjwcJftPDTTxP5rSqhTMcDlEUo53gV2G2KWufowK6n8rlj0fna"
    "1KfPyIC/KvMX/MZd3SqOjwQVmqpvlWQ8QFmE0sXIEzX0qdYYMgoNAqsGKJ6fsww1hThHoh"
    "3G5430sRp1rARwam+TvDfzdHBxqnxxgsNTWzaX3DbH8S7cbMmPYRv1koMhfjOt8zGgLWEW"
    "NGhtftr+BhvJXfPJeA39DT1035ZO3oZ6fxJZ20vier6xdAJB09RqiHkqDddxE5yrYS6hHL"
    "YSlAWZIwKM92EMwqK2wmJpKwXtKg8UaUH7U5nTLt457eLWeUrgsspcxrbZKtQ1IwP+qsxf"
    "9eNcVWGtRH3MMPVq/iIJKk91AKijacaqXezwMdZq5zUy43XYAbZfvEb98ZRcr3th5bcrBy"
    "v9CpOPX+7umrVsDDxhCRqZllaUJV88vSrQ9NrVKsVLYFnOY7nXtmykzNtrYD67+fR+4mIK"
    "uud7k3BLYnNC7AmafHl8N9k4tr+eTuYvEzrtt2cF7KSJhYVJ43DScDQUJB1HQdKIWSUGVN"
    "ulUgINbVJ18CY2qdeVNqnXRZtUsqHK8FYu7jzJcGEr/a/yziJX2KEoJ/dmFKBI1Eu9wiQC"
    "eYk3dZ2OE9O9klm2oFTKlPvAzmWrWu7g3u+VPXqQO2I9gWK6xhPXeQ7/3kTfamKRDfEnxK"
    "MCxpb+bbeXUOQ/RijL5DRAkGdAnhnLGQbyzMjkGTCQgjVPJeFG3VIAHyNulgSbj3E8VbVA"
    "wwh66cRiOhsKZbiuHMvEJggJ4xAScnxrzIGMRpt0kkG4kAs2i/aIhGyWUWgonHUfzeetnW"
    "eppJ6UAOBtAO+azSMfq5Ajg1gFlWMVtvSX+qIDqvJOyFFocyl0l7mOXBebQk9vtWLDEfUa"
    "o6DKNpGI+1BfVxxH4AcXUErsJ0lAcyQQRcOfoMdqJaQLmOMzYqgYOiMbkZQ0SDkQ17t4mj"
    "Gu1b2Y5g69ilik4/VBHieiVT2v5KK7fnGNii4hMgFef3Xf0X+MVq4aNrrrPvBXDv1Wt6wn"
    "75nAIskPmNaZJinTfewOkUJczhueTn46c/GCbAmG1GIlU4uhlGmPrcW4pd8UYY5IQ5hnV0"
    "3MZnRUJdDhu4JdMpj/Gy+kcM6R6Ihyo4pDs5qKQ7NyxSEffxVAXNMpLx6vBb51dsg+WuWt"
    "/Y2gFFk12Ml4ALtNX8Ll0ghcAd41tbQyEu1qafVSr8yjd1oL50aODJwbKjs3VmSHbSPYtu"
    "BxgRT4rDKfoQ6GtmwuGYePFGiOTYLORBHm4Ytpnbljkw7pOBIrZx331mh2dV0KxeLHkF8x"
    "WDeObN0IF0MEmIRkx1NpIU/z4t3FrIF0dzGrFO7YK162eyamKCa+MqwhHQ8R24K4hjUmq7"
    "Xgdq2EMyMAPAV4hmdxczST4YClKMSSWFKHaTJeu1KJ3Xe+isUKCXAzCg1vqe7DK3fIJcgW"
    "ZRdV9xbL00BzsXrDW4vmYqBMtmHFKJTJccUVqsJa7cK3lIjWmHaagwaxMXtiYzipBu3oKe"
    "35L9ahMD2wmR7YRBpB1acd7TPeES/6oiVTWvpuWmdNCyPI3HjoEDFESVifdGgQpDayd0Ok"
    "NtIv5QtjWqqF6BzJ8DL0ce7xXqTl57VITq7WD5PxGmqH3avfoIq0WeejU0WOlkEyIqa2V0"
    "KGDctXFNLWgflHrn/xzgm2YmkxflMrKy7CMf0LiVJi4anIhAfa9+ukPVPK3p+M187eP2sU"
    "tlwTtVwyR2+xuxAK0g8bZFnVKeEZmTYp4Rez19fpymX/qVu0Dx9u7u4Eda42YvNXnWaY0W"
    "gD5cAlVzZO1PJGpmQbRwNeVgGqrIeQBKDJcG0WcWdA4q9bQoXXNg1gOEoISVVZp3sm/tqk"
    "Erbdgs9FWuC0ypwGI422bJYIPs4l7rhmnNzc3q90z+YY7bYe1qV0+3WxRvYKf0ahxaJkKO"
    "DeT+vMBTgeaTDEj2g1WASui+2FoIZUjZKbo9FO0e2kbWq1QcGNV0ZD0TYZDmqCQLo1kWDZ"
    "smtQjGU8vO7uGyGoNYixu0xkrz6OeTW6Z0TVPJILqPq0zO65nh3wfGRMTmj6Fyvm4fnxGs"
    "m/gCSXoya5uHiJ2W0kZabliLS7wi6aOIcvqp3DFyXn8NZCUnVvk/Eaet67r5MSNsgQCPH1"
    "dvCMSifZoAtL+NZ1diS+Uhov2BwNLNoGixYqJ6XgvmmA7ZtKaN+U8mB8oYpQkwbji5UEHb"
    "A9b3KVnVdfZeflOCclFF6lQO5E5eXKfIuksTpHZEqi0102sCvSJF5FBkRt140clTb+s4GR"
    "99FXOdBjAsC7Nd6GHTclanqE52m0K1g1a1btrqbYXanWHZ1ebKqs10rydNos7y6UEt/xka"
    "DAWu0pkZDApdj6qNiiF6NNZBRP14oBivnLjoU/MVsygCMEDrTlgIuXgS1sC1YHf55Km3N8"
    "6LXPlBrDDbYECYoD7VWHcpRwAbSXFdkl2ooJRUpgQvszaECnt5qHfmc+b/bLDUnHd57mQO"
    "+3Yujud35zpr8wRceQz+ngyPTTHjtP7YgRc7GFkdcuXFE4AwSnqha1yPUjDF6wK22Y4ak0"
    "tK6fN7LOnNeYZ87L9pkINZz0v5EDOyXTEO1e+mtEsNGtQHeLwFG/D+8coXaXx0WjWvkXNb"
    "XyL8q18iPYmC1RFEO1D+6MTju0uy/7kAQ+0Kt2KQN1kU47qHs5tj28cLFUE5mMQgOE66Sd"
    "Pvqa/EIPA8mmPTkSALwN4GQjrIFRi3hKA5BLQ848FcLePdWI50gAcGnACfv0IIyaFsiC1a"
    "gX6QB6aegXzvbFeMJysVs5mlaQFy0GCgV6n183klGua2SU65KMgnxWrC5OGWyKMkekwcru"
    "O3wWEvNPwSK2WOPFUxvrZ45uEA4foX23PgyWqf2SEWjjVe/MtRWFfEhvlhwZ7BWV9wrUrj"
    "gFNh+518F4pJm9Oa8lf6pUhUeOpqdIirFVeixlwh+3fYSaa/WQ7hH0K0w+frm7OxMs3w6g"
    "zeqwjmrpNgWW27IVuDapCoR3WNjmSaYq0Cf0sqGz3O7wKOPcKqsDlUNjDwTqcziJThBJFQ"
    "Hh6rkSRxRmHBPe2/jRoX80WHsWsj+ls+lxiBYW3gLTqbvA6nM2lSZASZaV4Q4qQXWZ4kFW"
    "1+0lHGlkx2fXTZTzVQbCTwkN08VGylIFZaDxC3s3ROMXKCsxhF083RUSKHNEOsLcRyiK45"
    "IVkfLxZBRaYtwI4hqESym0buD5wrwrx7EwsiuyTjKqAspzSjZCmOvO4fv7O86s9fZ90Qn8"
    "5cPbW4p7CDsdRHzusIaiKQMVTRlflOC4D2dImz12yhqUCeq7TNCSKlZSvchTAmiieEATxb"
    "ljvhjeGs2urmXWdoFMw+V93WR9X1cv8OvSCncCf+HIZUPlSDSEuHt9cY22W4pIG69ygRQi"
    "qVT2KocW010rPhdIhwkfgCCRdnwOC31Lxg7kafptUKoIV9v3J3VcoQFT2hHbtGeImpjudc"
    "TmV5RKHUpzjjGRp4Nzm9X4Oeg4I/LWDV9Sf45XxPbkC+eDn2MwPwfUeoda70Os8y7KKuKv"
    "dF5W20YmCJsngkDsIqg7ZAWSBZxTEp0W6MAmx18dW8pWkIzX8ODt3hZD5dm144orZ9Ufvj"
    "ylTuu7iwM4k+dKsNar5RwhxPQrrZVj22yVqpiRgdVFZf66mArxi5bWNY4UrKij4PPzWsqx"
    "WaTTL8G784gJF2+IuOxyvbSRpxtO1vjjH9WXNI6cWDYi+UIis0wle/tRbW+9mNuPkVSm6D"
    "o9JKusldV9r9MjybHo2+WhwrLu2uNxkBcjSVkRuDBy2SzV/os4e6aXDI0XjEIm28FmTp9B"
    "aoZClrJql0XCtYb232S4Traczoy/8cpvjmZGAHgK8GwTxXtgAK+ikEIE77HN6h1H8HrYsl"
    "pUfC+QaYjzrFFR7FlNUexZuSh2DFuLKuRlSg0x76UQeYycdJ39Ip2GePdYaB9aSEALCT1X"
    "9rhaSIz77B5fE4nh5MDO20gQzwta+Q85QvASq+w9BF9B974CsGhrZNF+x6w2oSW5yrCdjJ"
    "g2sG8bi2hw/zH6lVbto9pVVbBrH2gFrLZYW8jzDWlTa4EKIpeFRT2Pk5sT1wEU7v2kQmDd"
    "nk9LER5nq4MD65gOrIj9snWveKpu9BTtu5uAOwbcMaqo4d26Y2xHrgRWMl67aM5ezEnjal"
    "+giDoMNg6oPwD1B7SpP/BItmcCBYc9ntZpNz7ZDl9pIHfs0pHFt0nXILkqBNWHwDFMnGd/"
    "pvJ/2FByEn4S++PyL33dsYcEnNdUG6ArTdrhyxFpKBh2n/5KVUXMRGkpmDki7dTLi2ZCYo"
    "2MWFUlVWopQ4VwuQoa4ytFO+qG9VBXuc8sQbBGHckaxVqgt6uv/HJoeWVgQAQkVLg+Lgc8"
    "TDUkAfjVHewzCg0uzzqrVR+9639xDZ8iK4N3jgQAbwM42VBFURLxlAYgl4ac3Y6BKwgnrk"
    "Y8RwKASwOOv26Ji1vV5uEoof6S0l6JsGt8G89Tjg56o6vO4HbORY4Syi+pzOXE5yDJ4hwZ"
    "8Fdl/o4rRADY3JLNUIgKKiepFC3QdeWkTuMF3jm2jRfxTxdFDuQGTPfEEDAo4rGKRUpDXE"
    "DncQHgS+3fl0rFDhPbPkGWICW52mZTINMC6qEtNx6yzbnzVeD7qOsOnKMasDtw+mS07YFB"
    "Mm+18EEyhyzlkkTYOEu5UoaXzFM+QIJXgQHdy+8HyeR3ZEP8vyPXjr56SSTn3tdK5BYbSc"
    "UTv58k5Z/yCyjsgMT+8byOTmKPSoE4euP5UKdTpRCDaqE+5WJTiT4l0ELG5MX5OngTAfN1"
    "pTD/uijLJxujKbTJeA2RfdMA2TeVyL4pxUAmRw0PbX0d/5RIpxixLsr4h+d1Ccya1needq"
    "F23dWWVUzeVVeVAUu0kpLsYJbo95ut4/qfQ72xJPJmL2vlXRIOM1znuRdp1w1CC7jtxH+L"
    "K9Cn43bYNckiXE0U7jDDrTCD5wQuXY/QZ1dNYThhU1OBLRkPAts+gQ1K2HcrZsQHicRazS"
    "g0COrsu3bmM7IZEhLwZhTawfumCbxvquF9U4JXNrl4+Lzi0UKL5k4gZXRICbQDt5eS/zkZ"
    "rynCORIQFPYJCi5GniMlhGUU2q3gXqomWXjpG8JDotbPnScDR7eEo3uDTCxpDsqRHGALGk"
    "9YsUR3zBAa+ZiBHBkEbKscLxDYplNm7g8P9x/FjE3GF7lKL9zJfyYW8XrTFnMhffOAWD6x"
    "vW/Zxx4jqo/hw3G4FA9VDH0qsI5NUIyHMl1nawSeSA+qvSk4OrgqJK4KtpjtNscbRwgHnM"
    "oHnBvYktJARgGOoXrHkCsy30o7hWLfQzTXOGHd6xbK1pSCLqFAmJjAsWWfSwiSETRPRlgS"
    "S75IIUeknbXgvJG14LzGWnAuaLdIfhVAXOeSTCi0aYUxdFV25q8XJH9U60AZBWhBnWtBkK"
    "fQhhWjE8uh3MMpcJmK/m67zcxTApdV5vKS2MRbt2JzgRT4rDKfmdXLaL+lBeTAb9X5DeZR"
    "vXm8RFRHb3Vy5wmBx6rzOBDl79RYbjIS7ew2vUR5sAOvDHCl0SYZro3RprNIW9/xkaB8ai"
    "WS6XiAsgjluEqjKlIYYHSnu/oZcIpwViLqKfCkW+DlSHqNIRsHmOPLJhxrWYzisu0A1y9e"
    "o86CSq7VvZjm9ikHKP38yccvd3d1vvhc5EOcAVlw08VU3//4GVsoKehXG/UQZVyO0xFRwv"
    "q3PoMVbr8ywM4EkQrxm2ldmAL+CmEKJxCm4AY2q9oj3UaeJ2ul8haPQ4X6/F02SRq5rM4a"
    "uSyljYC6C+qualBC6MzgoTMQq3EKFgbKK/OlBZPzdOAhUJnD4AXSn8dgDT4FLh/ZGqykTW"
    "isxuDxbJP21uBhTZZqItraZik0Ah/Dvq7kth9xrb5PFrJtbH7Hvk9F35jikGmd9XMbDY5+"
    "oHq9Y6DiXrcaerV91CQrLCo+W20azSj6CgQ6nl30+rKBXfT6stIuyl6BRQSkbJCyQco+Pp"
    "ogZYOUrSCsCkvZLtmhxctnTOH0hJEFhRH1MnY01nCjwf2L2D+dLSzHS0UGMwgzLuRqXUME"
    "QtcRCE/098nI18l4DUtVdt+tEW8QEXjLq9FNCfRTXmZXTbQXOqq63OpVSX+xkL0K6Gkpg3"
    "GeRsNVPGuCcjXGRYR9/FUgNVR3Gk3Ga4FsnQ7YR4tRZHvPIsm3Gu6MAgBvATjFFdNfahpz"
    "vEBUoJY6qwW02iWfXTVKPruqST67KiefgdWp1QYYm9UplvAlWZxRAXuVZq+LNyQ8/9pEWn"
    "GkEIijMp8jEaMVnwukwGeV+cxZZ6Qu5Twh8FhlHkOiqC5OCyUBPdxncRzL+l/dd/QfZwKL"
    "evxmWmdJ/8WlP5wCN4AFPefG4VWhpKGkRewn8Vuwsx/Vzr5B7pOMdSEZr1tuX/dGdp/4lp"
    "ThJiXQzlrTfb849d1D6ZE3xrVLP87HIrd8tcU3R6LB+h3a4LsiOyxoAlFdPDslgNrZ9cxo"
    "00EIe1Q0luFGRgHs6JwdKxeZUhdpSqDBQdRr10pvgWxR/ZW6XO+EBJK92yV7W8jzDYai3c"
    "qoJSAH05bKpq3ImNCG1TzlIFxWxNg1OiaD5/gk2BxszZZs5imBzUqzeYddj4i6eVdKRTmK"
    "4eSi837lou4KCmHkLtYytoSMohMzo8Jbo5doPeUr2aoCv0ReFbPmSSKaI4F26AU0nZUji2"
    "ZGAv5eDkz2txDMOj0+R9TqxlILyOOo8lu0EgNfvYpzJLCKR1je+hhnbef1rRPP1IHA3sXT"
    "jPIC2wtq7vbej6i4o680oh/ReO04ewHN3TgVFcOLZ2sHiH6Kp9ES0dxl0mDTU/mpA0A/YJ"
    "MgbRHNCZnSVe37DAR7QDtsPvgvIbSlYLDc2+megDCPjeohIowLAVs6lonj0C6o6a5KpJds"
    "1/nhG84PFux12SQe6bI6HumyFI8UL3kJeDMKALgBwBCToVRMxmLteNhu1XY8Rwiea5XdIG"
    "BHBsunemCCzeg4NiNQH8erPn7GVT2/4jfTOrXRxcP0/CoU4spFxkCSEKiOimg23de6pcvc"
    "EwWb1LRZSyk0BLj7ZJZnxzUFUc7V+KYEOsL7qlHlHDasGuJXUDvnRHVCKMagP48VDnUah4"
    "oKMSLD6PuqxTEoqZLKhDGA070Dp/txVPwPYQfBcCkL1Pzc22mdqr+J+hCyRaNYbxtQ6rtW"
    "6reBSymk9PociY6qUZMSxefVNYrPS0WK1auzfUR4eym0PXgjJoVL2HRvmpq7zrOwelg1vD"
    "mSwWrFD5R83z2+Jt6RhdQJnFHoV9ug8yJBYzD8DQTurAm4s2pwZyVwbfzVN7bIFyT21TgG"
    "8kTagdxLUXIP26JFXF2gIxkPiajFfB2wUVdCrZP9Ejq0nwKXoWRwf4ZVKBk82pLBn+j1T3"
    "/ebWhIEFgCuffT2kZ80UgjtEk0swae3dgTuoXpOvMmznKCJgyk6cRxJ46NJ/4a+RPiTXxn"
    "MscLZ4MnxJ9GT5+RN6GCi09JWMnib88KrOp0YrBMKnD6TGssk2A269tsxvaCIW87K5BpiH"
    "b3Np4xGCGGW8ydmyHop2MZ9Tgdr039yg7rNIGloTso/Rb6Z44MbAxKa59gSjoJNoMp6RS4"
    "fDRTUgv9bhymJBnbxz6z072NHx36R7dGJyWh79jo1IUh6YGs7C/bs2pLUjxg2sSUxBLyjW"
    "Db1Jg0YeN/H2wnzyxpPDUA7TcWSRCCMUiB82MKxiAwBqmHNhiDwBgExiAwBh0OJRiDdNYf"
    "wRh0EmwGY9ApcFmFmHetkwqgmEiPIe9b5HlMZzDWyJOKzC4Ragj3rFF89qwmPntWjs+2kL"
    "0KhHmz1WDnaXTEuQnK1RiXtDrsbjzDw6IGuTXdtDkqDVE+b1bHpaaKSxFoltlMP3JJ3E0r"
    "aVZEDzKt0tLOmLJ4BttZveTx+OgJG8hy6LcoQf3WcSyM7IqDjCMswD2nlCPEuwbet/f3d9"
    "zuefu+2PPsy4e3t/RoC9Gng0jkA4sMLwe5Irvznr03se0T/+VM4DhL303rfGYkGkX6qdZP"
    "PC+INBYvmP8bL/zDqvXXdZpq2mQq1nHU1YsG7DFV7Q7LGNf0tM4oNDyqZ1dXjRxiVzUOsa"
    "tSymW8JSRAzpEAys1Qpj8dSzl2UwINEe6+YcIY/OZDJb/34jUHo/8pKEhBu3KXQafFLoHB"
    "pxD8qawPZyyJxGoiOtZM4nu6bdbfW+G2Kemw2ctpnRLrsGHGko6DcoKax2l62PPoF5E8Sn"
    "kqaJNe8OZBicaCw7SJv7TaXVrylrrOjphy5pQ8jYYIdx+USS93v018cZEOQisKUAtCKxwq"
    "RrWAukin4brurThmC7jLlAB4k9U9Il/lQJat81ezJjCzYTVxALMS1GwagRz3SMGscFImBB"
    "pAXGfduP3HI2fYKPVSTY0bd/cf/zsZXmywyoM9DpfOYLbaE3bojBlj8Df0628I4TJ22CV0"
    "UpELvi6GpEw8YBxJ+mRUgSTjClkebY1ucKO1kkPG5mWB3JlT4LISztLxWIJHx98lsYm3bs"
    "XjAinwWWU+Q21tXVziSgI6Vo/4J+R5T1gY0528mtZ5w5/xnPnDbYOKrmF0N2pYVxvc4qN1"
    "i7tb4UFa09x9Kz5GdfAJzK4uGhlGLmoMIxcCDTLeTJJIlwi18zCeXzTywrBh1e6Bi7InZh"
    "vMLbIw4gOvqY+Ap9JieQ/tKggvxjWyTUvKHlUg0wL6Qvx8k4PlsvpcuSwdK2GtwoUT2AJV"
    "py7diafTprDUIGlPY7K4DudIb2Jzva62uV6XbK5MGqaaeLCV9CJwdOBAkHAggJW71RU6Nr"
    "uJhTzfaGkELdKChUxlTkPWiDYmMjURHbmNjEpqFpNg8Fm1sSwbM21mNUvGK2Y0g+IH3WoB"
    "1cY0+VBbCB+XCLCFdJOi/ey6ifWsKIfkbGfXEDR+5DU9NovZQIFc3dvLIMIH9B6IDBiP2q"
    "MkoGPVem6ogsJciQvkO+6ZQOXhB0zr9B2UHwqqzomqOh5euFguYyWl0FAw7KkCmecbno9F"
    "fpCahc6RDefg02TJg1MERMYjmcpVaPHYhcgoI+NAd00lu2u+i8qkI/ZT3tFHIpmxNKZWbF"
    "zkRhusNx+IjicqOh7fSn5scaZnm2LYNpB+wFIA8sMGWVZ9w8GUcjjZ8arfBX8xe32dLnH2"
    "n7pF/fDh5u6uLA2C/fAUhMEjV4lT67o4ukgY43qwVPiQzTNGBuwVDPn117ds+BkvnB12X6"
    "rkQu59rUzoxiNBHgR58JjyoNZRE2DGOgnJRR0zlrLS6Fhcn2oiOl7fp0n8W9t3hYnRube1"
    "ogpi4wxshxpy75LKT2doEeZoxXjyJzF99i9Imz5q2vQWu55IMamJREwpNLRhdV93a/4iTt"
    "+tTwB7qcjeheyvuuwvJFd6EmnbR6z7ZeyviaihZk1b4IRAu5DOXrpbj0u5UUQOHp1uwwtD"
    "TWUbnqpfDUcVtVWieQeEyvanL8ZLrwOV8SabaZyrdK/ayG9TseZYXLfD6eJKLtbWqjj9/M"
    "nHL3d3x9LF39s74qP4V5cbT2dvp7Wtp9NxvfSe5hdkVAb8oO7ToH53rX6PoZj7gLHHPZRz"
    "dx25hLRkvIb4dtzUC9xd4O5STm8YnUoI4VinwGWXSq6oXb2iAimUK1KZz2Dg6cHAE6pJdA"
    "PMXyRxLRGCsQeMPccx9mRLEUw+9ciWNq1Shp93iIr8JhLmnqfvprX5Q/GoI4aJVm70uljR"
    "HFE3+RQQMXr2q2NLGSeS8RoaJ7pXoJ/w1jeWrrMpI1y5yDkabWpKz84vX1++ubi+TBd3+q"
    "RuTUfr96AUiO4O3u/Qy6PjI0t08Kbvag9eE73Q05IOg5MXTl6L2E9yXEgooBCFJBMy0J/X"
    "Thnz+kTOmEQn0LtI4qRnmcStFo/WCcSDrjTOzG6RxZMndxRkNDpBOvBh4C2QLYl7SgKwt4"
    "Z9R/CzJOwpCcB+AOweScrMySCfUQH4UuCro7b8DVkh9CK1JXo33ae27NgwUFtAbQG15Qhn"
    "N6gtZ12pLWSDbXEljLqooRyRhpbP7ovfg3bYlXa4S+7npos1JdBwofZSGxb0b9C/Twl20L"
    "9PTQX8wQlcG1mfHKrLVySMFIdM6xTCf0eDoczUieqAMf9lpJIcCUTeF2SScuCAh1dU45Bt"
    "R50RaRM3MPDVOH/xseTVmJIA5u0wD3ssyJ7nOSLAfXTyyAMK4SsJIeHzWsnDoyNA7DhRse"
    "OIRiUV0O/MpOTF26yp7JaM19Cg1I3opsix+jfmq/2ehN+xdLZmL2sP2NDfSz/QaujsO7uZ"
    "sMETZznxMLKwOQln8OgOWeMJ/apkiT2fvf75z2xjT0zi4oXvuC9/+UM08udvzwqM62LOf9"
    "r/tCnnfSoQ04t7snTceJLp5Dz8nxdsNohVIGTzRK/o9MifIBdPbGdiOfYKuxMWjjv5Jvoa"
    "f/AWa7xB325ffkfnXxKXyiD0lJlOsG2yf0Tfj/7DmxB7QvzpZI2s5e+dLbanE0Q/yDUJU5"
    "vZJ7JkOe9Pky+P77jvZjkLZPHfj35UKO1gk9Cfwv70JsF24jv00wj9JDP8xpSjFqFI0Q9m"
    "X4LhF+J6wGUX/i1xTCTjtdPvuqplVn2zxStV1seXI9PJMNeFny/dnRISA0ejE6CdSQ7xQS"
    "eBaY4CEBUgylp9y+kUCYVOcIKZ5xRgT8WYFraehAysPS0jiFziU1mhRfUHnhJquShX/UE1"
    "7fOWbdU6DfQ23stNtNBw4zdWRRdrRLU2phtximOk2Ll467j0P0xVepkEtk+sCWY9cyJtc0"
    "01tDnGNh0XL/nJM/HXVI8TKag9fRJTW//O/v2zjSnjo/jVn0OVLv4ApvWmz+eYqamRLshU"
    "1+j5n6LpfmaBlz9Hb9g/J8/0c6M8djNUMVeOY/7pn3Y42MaE6YfhJ8XT5McfqkuC4fSYhl"
    "M1gqdPU+YZQbi0XpJO7uCUA75ACPi3w3+DTNxCzMyRgYwJMuYeGfNv2PUqItlKY5pKmrto"
    "fENh897GE9d5/q/JzzHdz5MVM81Eslck7cVCIhXZeMdFJGaFku108vMS2wv8c0RHF75XIi"
    "jLn0N/eMeSX71Vu8uwDhWEv/bm7GqJbpetbYko3owIJLrW91u4Y+SAT0kA9jGGK4U3yufw"
    "NhTfNuzd/ltmwF537JOkW9t1oY+P5UyGJNrTOEEElXHBCjI89E/018qKgQmNTrB3EdkAue"
    "BdIRnXNpEUojMinfAc+EBw8RK7rqj7VE1flByNhqGoveQ2B/7G8JzAFWks1UjzVBpifd6o"
    "geZ5TQPN83IDTYbaBpskEJR7rcc6owKsm2O9QJstIiupSh5FOsC7Od4+dqVXdkIDOEus66"
    "pg4D3LujIYGNCuQDtU7VxBOGs10jkSDVGeNZFAquWPEr7ElwM3Hq8hsr2sXxPviJxkl1Ho"
    "iHHnZazmzKkmp6XkSDSE+LrJKr6uXsTXpTXsvXg+lpIrMgoAuAHAFrJXAVpJHRN5Gg1B7v"
    "6g2FpogcUlO6pR5oiGg/nsbEQgK+ICvMEuWazPBA7A+M20zv2HsjHKlC04ldDbAzO1WoRg"
    "1JRmrAzA0OFU7cWAyTaVBMLxcA3R7UkBrjA1/PBw/7FKAa4yM5hk4U/+M7GIN0Y/SA24DA"
    "w2cxqcmWD6zYebfxThfnd3/zYEJxd1ySZ4e+zL7Lf/B5yubXo="
)
