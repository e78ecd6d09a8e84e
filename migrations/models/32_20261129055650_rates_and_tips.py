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
        DROP TABLE IF EXISTS "tip_connections";
        DROP TABLE IF EXISTS "tips";
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
    "XyL8q18iPYmC1RFEO1D+6MTju0uy/7kAQ+0Kt2KQN1kU47qHs5tkOrlizSORpAuQnKHl64"
    "WKpVT0ahAcJ1MmUf3WN+oUeuZGukHAkA3gZwshFWGqlFPKUByKUhZ/4gYYekasRzJAC4NO"
    "CEfXoQxqYLJO5q1It0AL009Atn+2I8YbkIuRxNK8iLdhmFwunPrxvJKNc1Msp1SUZBPisJ"
    "GCdmNkWZI9JgZfcdpAzlD07B7rhY48VTGxtzjm4QDh+hSbo+DJapsJMRaBO70JkDMQqskd"
    "4sOTLYKyrvFagQcgpsPnJHifFIM3szi0tea6k6mhxNT/EqY6unWao3cNwmHWqu1UN6dNCv"
    "MPn45e7uTLB8O4A2q3Y7qqXbFFhuy1bg2qT2Et5hYTMtmdpLn9DLhs5yu8OjjCasrMFUDk"
    "A+EKjP4SQ6QSRVaoWrmkscUTB3THhv40eH/tFg7VnI/pTOpschWlh4C0yn7gKrz9lUmgAl"
    "WbyHO6gENXyKB1ldT51wpJEdn123qs7Xcgg/JTRMF9tVS5XtgfY67N0Q7XWgeMcQdvF0V0"
    "igzBHpCHMfoSiOS1ZEyseTUWiJcSOIaxAuJSq7gecLs9scx8LIrsjtyagKKM8p2QhhrjuH"
    "7+/vOLPW2/dFJ/CXD29vKe4h7HQQ8bnDGkrTDFSaZnyxmOM+nCE5+diJgVCMqe9iTEuqWE"
    "l1fE8JoFXlAa0q5475YnhrNLu6llnbBTINl/d1k/V9Xb3Ar0sr3An8hSOXc5Yj0RDi7vXF"
    "NdpuKSJtvMoFUoikUtmrHFpMd634XCAdJnwAgkTa8Tkspy4ZO5Cn6bcNrCJcbd8F1nGFBk"
    "xpR2zTzixqYrrXEZtfUSr1gc05xkSeDs5tVuPnoOOMyFs3fOOCOV4R25NvTwB+jsH8HFBR"
    "HyrqD7HOuyheib/SeVkFIZkgbJ4IArGLoO6QFUiWyU5JdFqgA5scf3VsKVtBMl7Dg7d7Ww"
    "yVZ9eOK65PVn/48pQ6re8uDuBMnivBWq+Wc4QQ06+0Vo5ts1WqYkYGVheV+etiKsQvWlrX"
    "OFKwoo6Cz89rKcdmkU6/BO/OIyZcvCHi4tb10kaebjhZ449/VF/SOHJi2YjkC4nMMpXs7U"
    "e1vfVibj9GUpmi6/SQrLJWVve9To8kx6Jvl4cKy7prj8dBXowkZUXgwshls1T7L+LsmV4y"
    "NF4wCplsB5s5fQapGQpZyqpdFgnXGtp/k+E62XI6M/7GK785mhkB4CnAs00U74EBvIpCCh"
    "G8xzardxzB62HLalFXv0CmIc6zRqXHZzWlx2fl0uMxbC1qvZcpNcS8l3LvMXLS3QyKdBri"
    "3WM7A2jUAY069FzZ42rUMe6ze3ytOoaTAztv1kE8L2jlP+QIwUussvcQfAXd+wrAoq2RRf"
    "sds9qEluQqw3YyYtrAvm0sosH9x+hXWrWPaldVwa59oBWw2mJtIc83pE2tBSqIXBYW9TxO"
    "bk5cB1C495MKgXV7Pi1FeJytDg6sYzqwIvbL1r3iqbrRU7TvbgLuGHDHqKKGd+uOsR25El"
    "jJeO2iOXsxJ42rfYEi6jDYOKD+ANQf0Kb+wCPZngkUHPZ4Wqfd+GQ7fKWB3LFLRxbfJl2D"
    "5KoQVB8CxzBxnv2Zyv9hQ8lJ+Ensj8u/9HXHHhJwXlNtgK40aYcvR6ShYNh9+itVFTETpa"
    "Vg5oi0Uy8vmgmJNTJiVZVUqaUMFcLlKmiMrxTtqBvWQ13lPrMEwRp1JGsUa4Herr7yy6Hl"
    "lYEBEZBQ4fq4HPAw1ZAE4Fd3sM8oNLg866xWffSu/8U1fIqsDN45EgC8DeBkQxVFScRTGo"
    "BcGnJ2OwauIJy4GvEcCQAuDTj+uiUublWbh6OE+ktKeyXCrvFtPE85OuiNrjqD2zkXOUoo"
    "v6QylxOfgySLc2TAX5X5O64QAWBzSzZDISqonKRStEDXlZM6jRd459g2XsQ/XRQ5kBsw3R"
    "NDwKCIxyoWKQ1xAZ3HBYAvtX9fKhU7TGz7BFmClORqm02BTAuoh7bceMg2585Xge+jrjtw"
    "jmrA7sDpk9G2BwbJvNXCB8kcspRLEmHjLOVKGV4yT/kACV4FBnQvvx8kk9+RDfH/jlw7+u"
    "olkZx7XyuRW2wkFU/8fpKUf8ovoLADEvvH8zo6iT0qBeLojedDnU6VQgyqhfqUi00l+pRA"
    "CxmTF+fr4E0EzNeVwvzroiyfbIym0CbjNUT2TQNk31Qi+6YUA5kcNTy09XX8UyKdYsS6KO"
    "MfntclMGta33nahdp1V1tWMXlXXVUGLNFKSrKDWaLfb7aO638O9caSyJu9rJV3STjMcJ3n"
    "XqRdNwgt4LYT/y2uQJ+O22HXJItwNVG4wwy3wgyeE7h0PUKfXTWF4YRNTQW2ZDwIbPsENi"
    "hh362YER8kEms1o9AgqLPv2pnPyGZISMCbUWgH75sm8L6phvdNCV7Z5OLh84pHCy2aO4GU"
    "0SEl0A7cXkr+52S8pgjnSEBQ2CcouBh5jpQQllFot4J7qZpk4aVvCA+JWj93ngwc3RKO7g"
    "0ysaQ5KEdygC1oPGHFEt0xQ2jkYwZyZBCwrXK8QGCbTpm5PzzcfxQzNhlf5Cq9cCf/mVjE"
    "601bzIX0zQNi+cT2vmUfe4yoPoYPx+FSPFQx9KnAOjZBMR7KdJ2tEXgiPaj2puDo4KqQuC"
    "rYYrbbHG8cIRxwKh9wbmBLSgMZBTiG6h1Drsh8K+0Uin0P0VzjhHWvWyhbUwq6hAJhYgLH"
    "ln0uIUhG0DwZYUks+SKFHJF21oLzRtaC8xprwbmg3SL5VQBxnUsyodCmFcbQVdmZv16Q/F"
    "GtA2UUoAV1rgVBnkIbVoxOLIdyD6fAZSr6u+02M08JXFaZy0tiE2/dis0FUuCzynxmVi+j"
    "/ZYWkAO/Vec3mEf15vESUR291cmdJwQeq87jQJS/U2O5yUi0s9v0EuXBDrwywJVGm2S4Nk"
    "abziJtfcdHgvKplUim4wHKIpTjKo2qSGGA0Z3u6mfAKcJZiainwJNugZcj6TWGbBxgji+b"
    "cKxlMYrLtgNcv3iNOgsquVb3Yprbpxyg9PMnH7/c3dX54nORD3EGZMFNF1N9/+NnbKGkoF"
    "9t1EOUcTlOR0QJ69/6DFa4/coAOxNEKsRvpnVhCvgrhCmcQJiCG9isao90G3merJXKWzwO"
    "Ferzd9kkaeSyOmvkspQ2AuouqLuqQQmhM4OHzkCsxilYGCivzJcWTM7TgYdAZQ6DF0h/Ho"
    "M1+BS4fGRrsJI2obEag8ezTdpbg4c1WaqJaGubpdAIfAz7upLbfsS1+j5ZyLax+R37PhV9"
    "Y4pDpnXWz200OPqB6vWOgYp73Wro1fZRk6ywqPhstWk0o+grEOh4dtHrywZ20evLSrsoew"
    "UWEZCyQcoGKfv4aIKUDVK2grAqLGW7ZIcWL58xhdMTRhYURtTL2NFYw40G9y9i/3S2sBwv"
    "FRnMIMy4kKt1DREIXUcgPNHfJyNfJ+M1LFXZfbdGvEFE4C2vRjcl0E95mV010V7oqOpyq1"
    "cl/cVC9iqgp6UMxnkaDVfxrAnK1RgXEfbxV4HUUN1pNBmvBbJ1OmAfLUaR7T2LJN9quDMK"
    "ALwF4BRXTH+paczxAlGBWuqsFtBql3x21Sj57Kom+eyqnHwGVqdWG2BsVqdYwpdkcUYF7F"
    "WavS7ekPD8axNpxZFCII7KfI5EjFZ8LpACn1XmM2edkbqU84TAY5V5DImiujgtlAT0cJ/F"
    "cSzrf3Xf0X+cCSzq8ZtpnSX9F5f+cArcABb0nBuHV4WShpIWsZ/Eb8HOflQ7+wa5TzLWhW"
    "S8brl93RvZfeJbUoablEA7a033/eLUdw+lR94Y1y79OB+L3PLVFt8ciQbrd2iD74rssKAJ"
    "RHXx7JQAamfXM6NNByHsUdFYhhsZBbCjc3asXGRKXaQpgQYHUa9dK70FskX1V+pyvRMSSP"
    "Zul+xtIc83GIp2K6OWgBxMWyqbtiJjQhtW85SDcFkRY9fomAye45Ngc7A1W7KZpwQ2K83m"
    "HXY9IurmXSkV5SiGk4vO+5WLuisohJG7WMvYEjKKTsyMCm+NXqL1lK9kqwr8EnlVzJoniW"
    "iOBNqhF9B0Vo4smhkJ+Hs5MNnfQjDr9PgcUasbSy0gj6PKb9FKDHz1Ks6RwCoeYXnrY5y1"
    "nde3TjxTBwJ7F08zygtsL6i523s/ouKOvtKIfkTjtePsBTR341RUDC+erR0g+imeRktEc5"
    "dJg01P5acOAP2ATYK0RTQnZEpXte8zEOwB7bD54L+E0JaCwXJvp3sCwjw2qoeIMC4EbOlY"
    "Jo5Du6CmuyqRXrJd54dvOD9YsNdlk3iky+p4pMtSPFK85CXgzSgA4AYAQ0yGUjEZi7XjYb"
    "tV2/EcIXiuVXaDgB0ZLJ/qgQk2o+PYjEB9HK/6+BlX9fyK30zr1EYXD9Pzq1CIKxcZA0lC"
    "oDoqotl0X+uWLnNPFGxS02YtpdAQ4O6TWZ4d1xREOVfjmxLoCO+rRpVz2LBqiF9B7ZwT1Q"
    "mhGIP+PFY41GkcKirEiAyj76sWx6CkSioTxgBO9w6c7sdR8T+EHQTDpSxQ83Nvp3Wq/ibq"
    "Q8gWjWK9bUCp71qp3wYupZDS63MkOqpGTUoUn1fXKD4vFSlWr872EeHtpdD24I2YFC5h07"
    "1pau46z8LqYdXw5kgGqxU/UPJ99/iaeEcWUidwRqFfbYPOiwSNwfA3ELizJuDOqsGdlcC1"
    "8Vff2CJfkNhX4xjIE2kHci9FyT1sixZxdYGOZDwkohbzdcBGXQm1TvZL6NB+ClyGksH9GV"
    "ahZPBoSwZ/otc//Xm3oSFBYAnk3k9rG/FFI43QJtHMGnh2Y0/oFqbrzJs4ywmaMJCmE8ed"
    "ODae+GvkT4g38Z3JHC+cDZ4Qfxo9fUbehAouPiVhJYu/PSuwqtOJwTKpwOkzrbFMgtmsb7"
    "MZ2wuGvO2sQKYh2t3beMZghBhuMXduhqCfjmXU43S8NvUrO6zTBJaG7qD0W+ifOTKwMSit"
    "fYIp6STYDKakU+Dy0UxJLfS7cZiSZGwf+8xO9zZ+dOgf3RqdlIS+Y6NTF4akB7Kyv2zPqi"
    "1J8YBpE1MSS8g3gm1TY9KEjf99sJ08s6Tx1AC031gkQQjGIAXOjykYg8AYpB7aYAwCYxAY"
    "g8AYdDiUYAzSWX8EY9BJsBmMQafAZRVi3rVOKoBiIj2GvG+R5zGdwVgjTyoyu0SoIdyzRv"
    "HZs5r47Fk5PttC9ioQ5s1Wg52n0RHnJihXY1zS6rC78QwPixrk1nTT5qg0RPm8WR2Xmiou"
    "RaBZZjP9yCVxN62kWRE9yLRKSztjyuIZbGf1ksfjoydsIMuh36IE9VvHsTCyKw4yjrAA95"
    "xSjhDvGnjf3t/fcbvn7ftiz7MvH97e0qMtRJ8OIpEPLDK8HOSK7M579t7Etk/8lzOB4yx9"
    "N63zmZFoFOmnWj/xvCDSWLxg/m+88A+r1l/Xaappk6lYx1FXLxqwx1S1OyxjXNPTOqPQ8K"
    "ieXV01cohd1TjErkopl/GWkAA5RwIoN0OZ/nQs5dhNCTREuPuGCWPwmw+V/N6L1xyM/qeg"
    "IAXtyl0GnRa7BAafQvCnsj6csSQSq4noWDOJ7+m2WX9vhdumpMNmL6d1SqzDhhlLOg7KCW"
    "oep+lhz6NfRPIo5amgTXrBmwclGgsO0yb+0mp3aclb6jo7YsqZU/I0GiLcfVAmvdz9NvHF"
    "RToIrShALQitcKgY1QLqIp2G67q34pgt4C5TAuBNVveIfJUDWbbOX82awMyG1cQBzEpQs2"
    "kEctwjBbPCSZkQaABxnXXj9h+PnGGj1Es1NW7c3X/872R4scEqD/Y4XDqD2WpP2KEzZozB"
    "39CvvyGEy9hhl9BJRS74uhiSMvGAcSTpk1EFkowrZHm0NbrBjdZKDhmblwVyZ06By0o4S8"
    "djCR4df5fEJt66FY8LpMBnlfkMtbV1cYkrCehYPeKfkOc9YWFMd/JqWucNf8Zz5g+3DSq6"
    "htHdqGFdbXCLj9Yt7m6FB2lNc/et+BjVwScwu7poZBi5qDGMXAg0yHgzSSJdItTOw3h+0c"
    "gLw4ZVuwcuyp6YbTC3yMKID7ymPgKeSovlPbSrILwY18g2LSl7VIFMC+gL8fNNDpbL6nPl"
    "snSshLUKF05gC1SdunQnnk6bwlKDpD2NyeI6nCO9ic31utrmel2yuTJpmGriwVbSi8DRgQ"
    "NBwoEAVu5WV+jY7CYW8nyjpRG0SAsWMpU5DVkj2pjI1ER05DYyKqlZTILBZ9XGsmzMtJnV"
    "LBmvmNEMih90qwVUG9PkQ20hfFwiwBbSTYr2s+sm1rOiHJKznV1D0PiR1/TYLGYDBXJ1by"
    "+DCB/QeyAyYDxqj5KAjlXruaEKCnMlLpDvuGcClYcfMK3Td1B+KKg6J6rqeHjhYrmMlZRC"
    "Q8Gwpwpknm94Phb5QWoWOkc2nINPkyUPThEQGY9kKlehxWMXIqOMjAPdNZXsrvkuKpOO2E"
    "95Rx+JZMbSmFqxcZEbbbDefCA6nqjoeHwr+bHFmZ5timHbQPoBSwHIDxtkWfUNB1PK4WTH"
    "q34X/MXs9XW6xNl/6hb1w4ebu7uyNAj2w1MQBo9cJU6t6+LoImGM68FS4UM2zxgZsFcw5N"
    "df37LhZ7xwdth9qZILufe1MqEbjwR5EOTBY8qDWkdNgBnrJCQXdcxYykqjY3F9qonoeH2f"
    "JvFvbd8VJkbn3taKKoiNM7Adasi9Syo/naFFmKMV48mfxPTZvyBt+qhp01vseiLFpCYSMa"
    "XQ0IbVfd2t+Ys4fbc+AeylInsXsr/qsr+QXOlJpG0fse6Xsb8mooaaNW2BEwLtQjp76W49"
    "LuVGETl4dLoNLww1lW14qn41HFXUVonmHRAq25++GC+9DlTGm2ymca7SvWojv03FmmNx3Q"
    "6niyu5WFur4vTzJx+/3N0dSxd/b++Ij+JfXW48nb2d1raeTsf10nuaX5BRGfCDuk+D+t21"
    "+j2GYu4Dxh73UM7ddeQS0pLxGuLbcVMvcHeBu0s5vWF0KiGEY50Cl10quaJ29YoKpFCuSG"
    "U+g4GnBwNPqCbRDTB/kcS1RAjGHjD2HMfYky1FMPnUI1vatEoZft4hKvKbSJh7nr6b1uYP"
    "xaOOGCZaudHrYkVzRN3kU0DE6Nmvji1lnEjGa2ic6F6BfsJb31i6zqaMcOUi52i0qSk9O7"
    "98ffnm4voyXdzpk7o1Ha3fg1Igujt4v0Mvj46PLNHBm76rPXhN9EJPSzoMTl44eS1iP8lx"
    "IaGAQhSSTMhAf147ZczrEzljEp1A7yKJk55lErdaPFonEA+60jgzu0UWT57cUZDR6ATpwI"
    "eBt0C2JO4pCcDeGvYdwc+SsKckAPsBsHskKTMng3xGBeBLga+O2vI3ZIXQi9SW6N10n9qy"
    "Y8NAbQG1BdSWI5zdoLacdaW2kA22xZUw6qKGckQaWj67L34P2mFX2uEuuZ+bLtaUQMOF2k"
    "ttWNC/Qf8+JdhB/z41FfAHJ3BtZH1yqC5fkTBSHDKtUwj/HQ2GMlMnqgPG/JeRSnIkEHlf"
    "kEnKgQMeXlGNQ7YddUakTdzAwFfj/MXHkldjSgKYt8M87LEge57niAD30ckjDyiErySEhM"
    "9rJQ+PjgCx40TFjiMalVRAvzOTkhdvs6ayWzJeQ4NSN6KbIsfq35iv9nsSfsfS2Zq9rD1g"
    "Q38v/UCrobPv7GbCBk+c5cTDyMLmJJzBoztkjSf0q5Il9nz2+uc/s409MYmLF77jvvzlD9"
    "HIn789KzCuizn/af/Tppz3qUBML+7J0nHjSaaT8/B/XrDZIFaBkM0TvaLTI3+CXDyxnYnl"
    "2CvsTlg47uSb6Gv8wVus8QZ9u335HZ1/SVwqg9BTZjrBtsn+EX0/+g9vQuwJ8aeTNbKWv3"
    "e22J5OEP0g1yRMbWafyJLlvD9Nvjy+476b5SyQxX8/+lGhtINNQn8K+9ObBNuJ79BPI/ST"
    "zPAbU45ahCJFP5h9CYZfiOsBl134t8QxkYzXTr/rqpZZ9c0Wr1RZH1+OTCfDXBd+vnR3Sk"
    "gMHI1OgHYmOcQHnQSmOQpAVIAoa/Utp1MkFDrBCWaeU4A9FWNa2HoSMrD2tIwgcolPZYUW"
    "1R94Sqjlolz1B9W0z1u2Ves00Nt4LzfRQsON31gVXawR1dqYbsQpjpFi5+Kt49L/MFXpZR"
    "LYPrEmmPXMibTNNdXQ5hjbdFy85CfPxF9TPU6koPb0SUxt/Tv79882poyP4ld/DlW6+AOY"
    "1ps+n2Ompka6IFNdo+d/iqb7mQVe/hy9Yf+cPNPPjfLYzVDFXDmO+ad/2uFgGxOmH4afFE"
    "+TH3+oLgmG02MaTtUInj5NmWcE4dJ6STq5g1MO+AIh4N8O/w0ycQsxM0cGMibImHtkzL9h"
    "16uIZCuNaSpp7qLxDYXNextPXOf5vyY/x3Q/T1bMNBPJXpG0FwuJVGTjHReRmBVKttPJz0"
    "tsL/DPER1d+F6JoCx/Dv3hHUt+9VbtLsM6VBD+2puzqyW6Xba2JaJ4MyKQ6Frfb+GOkQM+"
    "JQHYxxiuFN4on8PbUHzbsHf7b5kBe92xT5JubdeFPj6WMxmSaE/jBBFUxgUryPDQP9FfKy"
    "sGJjQ6wd5FZAPkgneFZFzbRFKIzoh0wnPgA8HFS+y6ou5TNX1RcjQahqL2ktsc+BvDcwJX"
    "pLFUI81TaYj1eaMGmuc1DTTPyw00GWobbJJAUO61HuuMCrBujvUCbbaIrKQqeRTpAO/meP"
    "vYlV7ZCQ3gLLGuq4KB9yzrymBgQLsC7VC1cwXhrNVI50g0RHnWRAKplj9K+BJfDtx4vIbI"
    "9rJ+TbwjcpJdRqEjxp2XsZozp5qclpIj0RDi6yar+Lp6EV+X1rD34vlYSq7IKADgBgBbyF"
    "4FaCV1TORpNAS5+4Nia6EFFpfsqEaZIxoO5rOzEYGsiAvwBrtksT4TOADjN9M69x/KxihT"
    "tuBUQm8PzNRqEYJRU5qxMgBDh1O1FwMm21QSCMfDNUS3JwW4wtTww8P9xyoFuMrMYJKFP/"
    "nPxCLeGP0gNeAyMNjMaXBmguk3H27+UYT73d392xCcXNQlm+DtsS+z3/4fpjXeCg=="
)
