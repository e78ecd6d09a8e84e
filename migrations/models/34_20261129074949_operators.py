"""Operators and what they did, second factors of sessions, and tips that were given back."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "operator_acts" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "by_command" INT NOT NULL,
    "act" VARCHAR(40) NOT NULL,
    "thing" VARCHAR(200) NOT NULL,
    "detail" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_operator_ac_user_id_e57471" ON "operator_acts" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_operator_ac_created_7b78fc" ON "operator_acts" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_operator_ac_thing_fb7b84" ON "operator_acts" ("thing");
        ALTER TABLE "sessions" ADD "second_factor_at" TIMESTAMP;
        ALTER TABLE "users" ADD "operator_since" TIMESTAMP;
        ALTER TABLE "tips" ADD "given_back_at" TIMESTAMP;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "operator_acts" (
    "id" UUID NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "by_command" BOOL NOT NULL,
    "act" VARCHAR(40) NOT NULL,
    "thing" VARCHAR(200) NOT NULL,
    "detail" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_operator_ac_user_id_e57471" ON "operator_acts" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_operator_ac_created_7b78fc" ON "operator_acts" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_operator_ac_thing_fb7b84" ON "operator_acts" ("thing");
        ALTER TABLE "sessions" ADD "second_factor_at" TIMESTAMPTZ;
        ALTER TABLE "users" ADD "operator_since" TIMESTAMPTZ;
        ALTER TABLE "tips" ADD "given_back_at" TIMESTAMPTZ;""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "sessions" DROP COLUMN "second_factor_at";
        ALTER TABLE "users" DROP COLUMN "operator_since";
        ALTER TABLE "tips" DROP COLUMN "given_back_at";
        DROP TABLE IF EXISTS "operator_acts";""",
    "postgres": """
        ALTER TABLE "sessions" DROP COLUMN "second_factor_at";
        ALTER TABLE "users" DROP COLUMN "operator_since";
        ALTER TABLE "tips" DROP COLUMN "given_back_at";
        DROP TABLE IF EXISTS "operator_acts";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXemT27iV/1dU/WlSpUzc6sPOJpWqtqdn1zNtt+NuJ6mdpDiQiJaQpkgND7U1m/nfF+"
    "B9gBBBkRQIvS8+SDxI+j0c737/d7Z2TGx5394sFk5g+2f/Nfm/MxutMf1H+dV0coY2m+wF"
    "e+CjuRWORdGg8CGae76LFmyyJ2R5mD4ysbdwycYnjk2f2oFlsYfOgg4k9jJ7FNjklwAbvr"
    "PE/gq79MVP/6KPiW3ir9hL/rt5Np4ItszCtyUm++zwueHvNuGzL1/ef/d9OJJ93NxYOFaw"
    "trPRm52/cux0eBAQ81tGw94tsY1d5GMz9zPYt4x/cfIo+sb0ge8GOP2qZvbAxE8osBgYZ3"
    "9+CuwFw2ASfhL74/Iv8VfLDTOMj/ePxsPto2GcSWC3cGyGO2FcoMD8Fs2bARI+PWMf8O5/"
    "bj5/c3H9uxACx/OXbvgyhOvst5AQ+SgiDUHPUA7/ruD8boVcPs7J+BLS9Iu2wTh5kIGcLb"
    "AEvgSgHiA9W6OvhoXtpb+i/33zSgDx324+hyi/eRWi7ND9EG2Uj/GbWfiKgZ2BayF7GaCl"
    "FMB5Gg1BnjXAeFYL8ayMsE/W2PjVsaUgLhANh/HZjUfQH35Az8j1UV+nRBHt68sGcF9f1u"
    "LNXhUB39D1acgeGgWiAQF/cjEeBujz6wZAn1/XAs1eFYF2NgwPxzUYeDJgVwhbAR5fdmoe"
    "It2jPXeC5cqXxrpENuDSHuuyDo+CxYpectgzkF8F+zuKFDugBSdJkbwEuhnTf5v8o5PFXp"
    "H9elzrAsgf33+4fXi8+fCJTb/2vF+sELKbx1v2ZhY+3ZWeflNmTzrJ5O/vH/9nwv47+d/7"
    "j7dl6TEd9/i/Z+w7ocB3DNt5MZCZxzF5nDwqSkDEfvYMi6wJh9Xvbb9GBipSlThMIt1lZA"
    "fYkn2J38/OL19fvrm4vnxDh4TfM33yWsD39x8fS/vIxfRneb48tlVCgLcKb7QCAw9zlNA9"
    "yzYhagVrq8vg1UhAfcY7aUwLNABpGVIPI18a0yIRgFoGdckOSMMkVMbgnKz10mCZrhPBe7"
    "8ZajCxu3tt8sl1fsV2CzmwQDiIBDjodaaTCGhiC/u4BY8LhMBjlXns2HMHuSY2W7C5TAuc"
    "VpnTCxcz3FvwuUjZAZdVM3SPnc3ME/f0nPMSsQdztHh+odvTKLzJ+RTxeo5db0U2XnVBvI"
    "2Jv//xM7ZQiGeV9bFX8kM60XhZnz2ND6GSrO55dN4DcXqIZhntKSjGKFShDwPojk6h7RKi"
    "ugc+dAGxOXQFyEfLA+F5REtdwdmg5aGL51PsmdYRHi+Ys8nZLXTgDksn0hWqOfIXq0PX0l"
    "s2ia4IoQ0xmO3yMIhuNuRHvNMVo8DjxsZISY2O7a+s3RdP43OJ/X3gOvqIxqxRieFZY5Og"
    "Q3WPeAod8XFc8+Ab7Z7NoanKEYYUbLBLHPNQ4YjO9CmcSNe15B+s5j/qq9+HDnXDwr5/8H"
    "67Y1P9Hbk2+1KawkXWG8f1DwTqfTjJ56CJPWSUKOGvHaB0G06i8fltY9MI3UWH29c+RdN9"
    "F8+mKWi/uHSAeahY+Vf3Hf2HrlvPQ1u6rDx/Zx1scmMzPbCJdMUKBSa9+7BNpzoUrBs21S"
    "2dSVu9l9hb4qMOzqr36UQ6QcXcTs7MqXNEFV8VZFM2mY0XCSB8YO9t/OjQPxrJqu8KE2py"
    "ETA417N1CeA1stEy/JZsOkYcw0Ax8DA/lTB5NRWlEi6iQYqlEr4ly9oAOW4yIScwLma4aJ"
    "MdN3wrCoz742x2cfF69uri+s3V5evXV29epRFy1VeiULm37/+bRctN817pJHyuPsXwmf74"
    "Kv71YXTJeA2z37rPp9hSXZN73NXjmyPRL2GlSQ7neX0O53klhxMtXdwq3qVACOEuyoW75J"
    "n8QvyV6aKXNqGoZVqIX1OZ04GHXUOutECOpMv6AlWmKpJktqeaQCVMrAhuFdnvHReTpf0j"
    "3oX4vqffA9kLXi5wLFV+8brynB8B0Yq4TR/T0yGVSvPLif70KMg5hP3m4d3Nd7dnv9WH3U"
    "lpRpJS/nfEc17sMHiKI+jn3gplfTMcZ6RhXCDvn568L584c2DKjGJM6DlnBn/dELdV8nSR"
    "chiRVJE7DeQUkFNATtFBTvmR7hj7reu8eKFMUJFUCu+FssozG2nMo6EgrYC0AtJK99KKh1"
    "vl9+bIQE4BOWXUPAU55RTllFw+I0dKKWY71ssopfTKbgWUn/LYxQVf2f/+BZLLGCQX17Gk"
    "qjAm4zX0q75pILa8qS/cWhZaIMn9JGSX3JEnIb4UqUCC+W008qAqG0UjgVCJgDZpiZBzCH"
    "SAaq6u/ih3/l5ciyefSsL2J2yb9Bc+UH69t8848nZxgFDk3kRDDY+ONYitmGEQOiB03QEB"
    "DIC9GgDDjAD6AU8ciB/WyLJqtcUi5XBlKq/6QjrSGi9mr69TPZH9R6QZPny4uburVqgEH/"
    "Ap6Ccqy9KK8FQjUVpFiU9R2+oDXgQu8Xe325q8lOIAobjnxUMNvO0nSaVgZU1yG9bYpb+M"
    "ipcVY2theNGclJhmwRarnC0WclxSEfKiSYuni/oeTxeVJk8m9hGxpCT0lEK/DJfrRiku14"
    "Icl+tKkouJt2Qh5UzIKLRDuPs+cFTmo3IJJ9m3Ht8ciXYAX141APjyqhZg9qrksGF2qShh"
    "vCnAORLtAO6hyR5n8dYr7sn44XT2836li85aS2Ryn5SwViDTqF/PIFLbWP26iqjYYDYBF6"
    "TKdpNxuiCPZTiJisdzTSZpXXmRsSQrYQ8+MfCJgU+slU9sHOr2cNF7nSvcoA/2qQ+OS4xW"
    "ReQanRxNf9oTcdftGF2iBVYrzWoP0x9H5VAqzjluq3StKj3UwVGZ4xbyfKNlcl6ZFja30q"
    "yGYKFT4PKRkxn2H9WKMFaTXIZxoDkmO+Io46+Oncmg5LY/JJGBfoXJxy93d51ZaCv6VFh0"
    "Oqy+z/EBSteofpebtGExfjWl6oPLVD+6gUd/s6A0TGnEVGTp9qOxipaHAYs3WLzB4j0mhb"
    "J3izfYZE9BywNd/hS4DIonKJ6KK57HiV/5UiPZf9krzwcgxOsvxOO1ZJ5ISqCdCD+7aiLD"
    "01H1bv+raulpBpexxS6hk7aRNbkTgKNQZVnEjluHN91SyXjQ2hpobRvkeS8OvRVXyFvJoF"
    "wh1BDu2asmeNNR9UfYqwriFrKXARUuZMDO0+iIc/fZQsavji0FcYFowPi7G4+gP/yAnpHr"
    "o75knd4rrKyw3BGdEgwItLfzfLweBuKOq0GiLZU3ZfXxAlGvfnVVJBsJx3oMzhORK2BaIt"
    "MuTPeyyX13WX/dXVZuOxu/eEbrDoZVahDVVRbVLbImvmesg3aOAA458FtlfjOblqx6lqeB"
    "A3TvAbpZSQqyKYF24HZf18Vxl8gmXhrh0hTjMp12UJ/PGtV4mQlqvMw4jYyxcUhKB48evM"
    "VKXxCR36YFrwuEIASozGMfu2svzMaQMgEUqPQ7QDtvA+9sGBaOa3jE5gUyifdTlRo2lcqb"
    "CqKptGVzJTKkPpKhELrtJdVB+RHb3//YKFbbw/3VwDpGjHZB2ij1/m4PVLHbuI5Y5cPK2+"
    "NU7nWqI1KlDmjtwSq2XNMRKl7nivZ4VVpm6AgZp/pze8QqVaf1RCwrAXUIVGm1KR1B4mUP"
    "tQermrekI2ZoQ4xnvDsQq5sN+RHvRqs9iSFK1Ui0OPSsuo+nulmMsHpoI7DIeuO4h8L0Pp"
    "zkc9DkpBojSPhrByDdhpPoei5tLGTb9CwPbaKH33yfoum+i2fTFjWXbNFiZ7iYfmfv0BX2"
    "KZrtczSZpnuRxUbTddaB/vwhnKmh/jxGqIhJJWziE15ZcqnjPZqnibwwyl3ooMBfGU8WFR"
    "wPFBfYRN/TeTRdUCye+nDh81M0i66rKQbJWKyQxVwth+6+GK53yXSari0XL5wtdndhzY8D"
    "Ifscz9Ww1McolxkKTOIb9GB2Dz7fb9hUt0ldVw3XFrG3xEcdiKXv04k0QqploZ7EjlqTTi"
    "hfpCc2pd4m82kCb3HT+ismSy2YUaELzG7KE2oCmmTGcyjEczKeE+G+PuM51SO6bme4SVKh"
    "WETY3HIWz5wmhvliZI5FBUcc+sq9BYpOqmSSKNIo8Zcjd7Ei28x9jgIv/U/4Sen/iuUsFh"
    "ZZPBthAHM4jUn/wVaKXLtESMjuOiHbWzmuX1PrrD44qUilYcZdH/WVPJ/YUWm5wJXslVgh"
    "1RDy2avLJmlhbJggnfSykhzmE18uiSkl0C7orpd83fw3k1vUeTLtsL5qhPWVAOurKta24/"
    "MULkGuf0KgHb50JTZczMLVXIFYofpdagrMo40rLISPFsXRkiok6PNYIoROj9XF0KzT45EL"
    "a6jGg/7v6SfHDW0q9Pfy+i69dRwLI5uPeYW2hPmcEvd1nyRq17An2tv7+7vCYfb2fWlJf/"
    "zy4e3t52/OQx7QQcSvWekuNum9sPANz0d+wLm+H9bIsmpPHA75cF17L17N+j11Lmavr9Nz"
    "hv1HdLI8fLi5u6sCvCXIQBsiuaZzVAOu5vTJaJczs1Q9Y45xRoh2jgrOjuZg5yx4Uldknk"
    "o70b/7JPLUHCklC+aphjuSX2klBuZNz82Rz1MB8u2QTw39zWHPfAOAeSvMw75syeJt29et"
    "RA+GBpUNDQUHmQyrC4TAY5V5XPKJSpXsKLlTgc8K87no35Zhc5ESuDwGLr+spLqTl8i0U7"
    "p68WcVY0vk698MuqMU6asxug0FpTpOgs3BxmzJ5iIlsFlpNm+x63FDPWqtBjmK4ewG531d"
    "ipHdYHZ++fryzcX1ZWouSJ+IrAQcKwxmKkAVzUf8tc4Ik1Lo4PgUbY3bfzwWdkUiSnzz4e"
    "YfvyvsjLv7j/+dDM+JHu/u7t+WLb3HbcI9opNJolp46G+QQzRHArXXhd3QjtE0WtFlekjb"
    "aG5D7g23z4g0sJ+QTqlxZVBzW1W201w+zhy5h+aKPbA59MG5GNlJ/z4Qno9oxKYjMTq/uF"
    "2kZv7V1az/ejHKqIM6IZ9xwzohY0FIKr+wmviVi3pBSw62H5C9e3TYnw1vike0bHP9HrVt"
    "oeCeCH+VUUp8i3+jy1Yb1eqz3hdJ1Yw4mJDl4UfIxrdLypb4DaOIX/kr1wmWq/Rpwg7uhU"
    "SfGxWEfxMm8UVXCyeLL71z6tP4sqsNOpdqnCi3cDZyOXIJgXadS7vvsggm4jareXS2Q/WN"
    "L4r4eCRsL7lLsimgOZJebS/jAzOTRZoHxWU0PSUDDXrQDxYWNz6LlyIy90EGLysuSnEgrp"
    "0VrlMR09zxuB9QP1J2DsSzmVo4Tjiz81HWenig8i5U+BjiHHUvZkS9spconl2XbClWYzGT"
    "yiht9T/RhdX0soqZqa5SMmAId71eKNvecfjWjoPphd33H4y3ggS8GYWGAHdflYYC5wScam"
    "DilNSMSqP89y4yUdVXcFWxXYA/XBX1ALy3R3Yt1ZQTl/Ytte3GNSrnUvIjy96l1D9XdC7l"
    "dLmydynTSw5yLmUlI+tUjTA6hKNrJFEj9coGi7zo37FUUD6K9nQCBRqP7neyAo6FQeB2is"
    "eD+NtA/IXagBm4TZx61/VOvetqco+Lnjhi2g8P9x9rcnoSgrIbjyz8yX8mFmnUWKQdyNlJ"
    "MQ+I5RPb+5Z97DEOCwZQwaNXiXsuhziXThU2QTnuGcL2z7oM21+skL0Ms/14Luv686NMp9"
    "0x0n1tlgSyFrEBBUqIDVA6NmATzOkBv+JZ++pvjALRQbeGmlrnYNeDHbDWuxK3Q0agTS2Y"
    "zi6HdFUa8rculxYgroe4RWWVEi2UY1D5XtgSzG2NJnBwpiTa7JtjlKliKLYvUlWghh2m8g"
    "6DsjanxGUoawNlbaZH9vZosaEgZ+Ek2AwFOup5CQU6IIQGQmiahdB00DRe43bxXjBnk8+x"
    "e2iUUTqRRmuyBNVmQ3e6d3hH4YdsJl3BgrIa4poRW9LBOvocT6PrIoLqI1B95BghouKKFd"
    "lFxytbUbgGBbUrivduX42ooz7twh7U1cDD6aQwIJkLIhSPoExMJ/URihFzK0DX2xRTAg1j"
    "FGdXTYIU6aj61n1XnCwd28M8fU0QaJSRaIjyRSOr7YXAantRtdoijxm6W2BdIdTOSt4L3h"
    "aylwG3AGM91HkaDdd1kwTK+vzJSvqk7zxj2zDJEntSC7pMp10Foz4SKe0n4q7b+QNKtOBI"
    "VdkhENip0Nyq2H2VHPitMr/Bz3cSbAY/H/j51IR/DIX49YET3KYnUIl/rKgeUIq/X1t05k"
    "jkGqMLfkaRNbro2uzVHJ3ot1BnS6EY9D1W5ha2jDKdhlajHvLilTIcHTdmtW+swZ5wWoom"
    "hb1dR/ACIfBYZR6Py2YEGQAtU9ZB2+5R2waNcMQa4VvkL1ZnHF0wejEVaYFzNgQa6ugeNv"
    "RMf5+MbpGMHzC4IqmW379acX7dQK04L192mVrBXpVUODoFB996d0ZKoEH0ytDODCf8hpzw"
    "1/rSNTkSKHcmZkiLejY18dr17EgJ1GAG+zxtmGE6NkeSq7WbJsO1qd7RWdWbwKbaoVSBrI"
    "wC1nXn63qNTNxCxc+RgRVHbf2+ZV2UAiHwWGUePyFiteJxgRB4rDKPx2WNBTa3ZDP+uiF0"
    "ujaelQIlGN1V5rL6cYOKcFa7ODdF2pJ0WB2kTwv8D878jGN/Z4+nIuv7v535EC1HnMBfON"
    "FZiunz8IqFRF6wyCsSUtV9GfsN2lmOnPEmR6KG9UYrE3F8SrFuUBJrvkilQ+JHyRE1a7Ly"
    "6ah6V9SsWg8zaGMny6hA8VJaJH/CsRDY0MCfjgcLf9nCTz+N57eqhTIdD1CWoZzjZWC3KW"
    "qdowO7nsrnjkXna1OfPiMD/qrMX/Abd3WrOD7iVGiqv1WS8QBlGUoXI4/X0KdeY8goNAis"
    "GqB4fs4y1BTiHIl2GJ830scE6lgF4NTeJnlv5ung4lT54gSHp7ZsrrhtjuNduNmQH8M26h"
    "UHQ/xmKvIxoA1hFjRobX7a/gYbyV3zyXgN/Q09dN+WTt6Gen8SWdtPxPV848kJOE1T6yEu"
    "Umm4jpvgXA9zBeWwlaAsyAUiwHgfxiAsaissVrZS0K7yQJkWtD+VOe3irdMubr1ICVxWmc"
    "vYNluFumZkwF+V+at+nKsqrJWojxmmXs13kqAWqQ4AdTTNWLWLHT7GWu28Rma8DjvA9ovX"
    "qD+ekut1L6zF7VqAlX6Fyccvd3fNWjYGHrcEjUxLK8qSL55eFWh67WqV4sWxLOex3GtbNl"
    "Lm7TUwn918ej9xMQXd871JuCWxOSH2BE2+PL6brB3bX00n892ETvvtWQk7aWJuYdI4nDQc"
    "DQVJx1GQNGJWhQH1dqmUQEOblAjexCb1utYm9bpsk0o2VBXe2sWdJxkubKX/Vd5Z5Ao7FO"
    "Xk3owCFAmx1MtNIpCXeFPX6Tgx3SuZZQtKpUy5D+xcturljsL7vbJHD3JHrCdQTFd44jov"
    "4d/r6FtNLLIm/oR4VMDY0L/t9hKK/MdwZZmcBgjyDMgzYznDQJ4ZmTwDBlKw5qkk3KhbCu"
    "BjxM2KYPMxjqeqF2gYQS+dWExnTaEM15VjmdgEIWEcQkKOb405kNFok04yCBdywWbRHpGQ"
    "zTIKDYWz7qP5vJXzIpXUkxIAvA3gXbF55GMVcmQQq6ByrMKG/lKfd0DV3gk5Cm0uhe4y15"
    "HrYpPr6a1XbApEvcYoqLJNJOI+1NcVxxH4UQgoJfazJKA5EoiiKZ6gx2olpAuY4zNiqBg6"
    "IxuRlDRIORDXu3iaMa7VvZjmDr2aWKTj9UEeJ6J1Pa/kort+cY2aLiEyAV5/dd/Rf4xWrh"
    "o2uus+8JcO/Va3rCfvGcciWRwwFZkmKdN97A6RQlzNG55Ofjpz8YJsCIbUYiVTi6GUaY+t"
    "xQpLvynCBSINYZ5dNTGb0VG1QIfvSnbJYP5vvJDCOUeiI8qNKg7NBBWHZtWKQz7+yoFY0C"
    "kvHq8FviI7ZB+t8lb+mlOKrB7sZDyA3aYv4dOTEbgcvAW1tDIS7Wpp9VKvzKN3WgvnRo4M"
    "nBsqOzeWZIttI9i04HGJFPisMp+hDoa2bK4Yh48UaI5Ngs54Eebhi6nI3LFOh3QciZWzjn"
    "srNLu6roRiFceQXzFYN45s3QgXQwSYhGRXpNJCni6KdxezBtLdxaxWuGOvirLdCzF5MfG1"
    "YQ3peIjY5sQ1rDBZrji3ay2cGQHgycEzPIubo5kMByx5IZbEkjpMk/HalUrsvvNVLFZIgJ"
    "tRaHhLdR9euUUuQTYvu6i+t1ieBpqLiQ1vLZqLgTLZhhWjUCbHFVeoCmu1C99SIlpj2mkO"
    "GsTG7ImNKUg1aEtPac/fWYfC9MBmemATaQRVr2FEG4aQ496EVrBqEFHu9VRkU3PigQZa+M"
    "cLJPJXbCIwqR3XpEaXgmRfp4xCOz/pmyY64Jt6HfBNRQec7yhya7qjedm7jmNhZNektRQI"
    "S0jPKWVfUKdPhl3Cb+/v7wrS79v3ZT//lw9vbz9/cx6iTweR6H7nFUiQChxC2gYNdW/SiM"
    "5sCXBTAu3Oil4iskzsxwHATQHOKADhJgiDgaLN6Tw6A0XgYVfSOpEjgbwykWEiiIsoH2iV"
    "0LoWc24xSafq9KlCfsZb4kW/uaI/pu+mIuUxTEJy46FDaI9JZph0dglUx2HvhqiOQ7+Uz0"
    "2LqPfD5EiGd8Mc58TtxeHysuJJMvXyYjIe1J0G6g4IiychLB6tCMGImNpeXBw2s1tRSFvn"
    "dh+5hOI7J9jwpcX4jVBWXIRj+hcSpcTCU5EJDwwRE0l7plTIWDJeu5CxWaPMV0HiayWiaY"
    "PdBVeQflgjy6qvKpaRaVNV7GL2+jpduew/okX78OHm7o7jCVjzIyhEmmFGow2UA1ftXDtR"
    "11SZqt8FGgjU5aDK2tBKAJoM12YRdwYk/rohVHht00O0QAlZjSrrdC/EX5lUwrZb8LlMC5"
    "xWmdNgpNGWzRL5q7naD64Z18dqH5p4z+YY7bYeNirx9utihewl/oxCi0XFUFB4PxWZC3A8"
    "0mCIH9FqsAhcF9sLThligZKbo9FO0W2i59arubGWW29QcOOV0VC0TYaDmsCRbk3EWbbsGq"
    "wJH0K8FVu4+0YIqgAxdpfx7NXHMa9G9wwvlju5gARR3Ok917MDvphckROawjBuz4/XSP4F"
    "BHUfNajbxU+Y3UZSZtoCkXZX2EUT5/BFvXP4ouIc3lhILm4+Hq+h5737Upthj0WOEC+2g2"
    "dUOskGXVjCN66zJSYvbk+wYHM0sGgbLFoovptl0jRJpKnPo6mUUvC5KoKgkoLPVxJ0wPa8"
    "yVV2Xn+VnVfjnJRQeJUCuROVt9ApiieNiRyRKYlOd9nArkiTeDVJ9MLGjTkqbfxnAyPvo6"
    "9yoMcEgHdrvA077mvb9AjP02iYPdYoeUyQO1ZJfqTT802VYq0kT6fN8u5CKfEdH3GSHYWn"
    "REICl2Lro2KDdkabyKgiXSsGKOYvOxb+xGzJgAIhcKAtB1z8FNjcztIi+PNU2pzjQ699pt"
    "QYbrAhiFNfdq86lKOEC6C9rMgu0VZMKFMCE9qfQQM6vdU89DvzebNfbkg6vvM0B3q/FUN3"
    "v/O7YPoLU3QM+ZyOApl+2mPnqR0xYi62MPLahStyZ4DgVNWiFgv1v4IddqUNM0UqDa3r54"
    "2sM+cC88x51T4ToYbXkhWUSmQaot1Li8YINroV6G7hOOr34Z0j1O7yuGhUuOpCULjqolq4"
    "KoKN2RJ5MVT74M7otEO7+7IPSeADvWqfZKAu02kHdS/HdmjVkkU6RwMoN0HZwwsXS3V7zS"
    "g0QFgkU/bRgPQXeuRKdtfNkQDgbQAna26lESHiKQ1ALg058wdxm+zWI54jAcClASfs04Mw"
    "Np0jcdejXqYD6KWhXzibnfGM5SLkcjStIC/bZRQKpz+/biSjXAtklOuKjIJ8VhKQyJWjLx"
    "BpsLL7DlKG8genYHdcrPDiuY2NOUc3CIcVqYY8TgbLVNjJCLSJXejMgRgF1khvlhwZ7BWV"
    "9wpUCDkFNh+5KeF4pJm9mcUVr7VUHc0CTU/xKmOrp1mpN3DcPo9qrtVD2jxmjRWqy7cDaL"
    "Nqt6Nauk2BLWxZ6YYVOeVyi7n9mGVqL31CuzWd5XaLRxlNWFuDqRqAfCBQn8NJdIJIqtRK"
    "oWoucXjB3DHhvY0fHfpHg7VnIftTOpseh2hp4S0wnboLrD5nU2kClGTxnsJBxanhUz7IRD"
    "11wpFGdnx2W9Lnp0Ith/BTQsP0v5pWRIP2OsdsrwPFO4awi6e7QgLlApGOMPcRiuK4ZEmk"
    "fDwZhZYYN4JYgHAlUdkNPJ+b3SbqOJyjGrDd8HEsIB12G4bSNL2WphlfLOa4D2dITj52Yi"
    "AUY+q7GNMTVaw4tpf6ZpUpAbSqPKBV5dwxd4a3QrOra5m1XSLTcHlfN1nf1/UL/Lqywp3A"
    "XzhyOWc5Eg0h7l5fXKHNhiLSxqtcIoVIKpW9yqHFdNuKzyXSYcIHIEikHZ/DcuqSsQN5mn"
    "7bwCrC1fZdYB2Xa8CUdsQ27cyiJqZ7HbH5FaVSH9icY4zn6Si4zQR+DjrOiLx1wzcumOMl"
    "sT359gTg5xjMzwEV9aGi/hDrvIvilfgrnZdVEJIJwi4SQSB2GdQtsgLJMtkpiU4LdGCT46"
    "+OLWUrSMZrePB2b4uh8uzKcfn1ycSHb5FSp/XdxQGcyXMVWMVqeYEQYvqV1sqxbbZKVczI"
    "wOqiMn9dTIX4RUvrWoEUrKij4PPLSsqxWabTL8G784gJF68Jv7i1WNrI0w0na/zxj+pLGk"
    "dOLBuRfCGRWaaSvf2otrdezO3HSCpTdJ0eklXWyuq+1+mR5Fj07fJQYVl37fE4yIuRpKxw"
    "XBi5bJZ6/0WcPdNLhsYOo5DJdrCe02eQmqGQpazeZZFwraH9Nxmuky2nM+NvvPKbo5kRAJ"
    "4cPNtE8R4YwKsopBDBe2yzescRvB62rBZ19UtkGuI8a1R6fCYoPT6rlh6PYWtR671KqSHm"
    "vZR7j5GT7mZQptMQ7x7bGUCjDmjUoefKHlejjnGf3eNr1TGcHNh5sw7ieUEr/2GBELzEKn"
    "sPwVfQva8ALNoaWbTfMatNaEmuM2wnI6YN7NvGIhrcf4x+rVX7qHZVFezaB1oB6y3WFvJ8"
    "Q9rUWqKCyGVuUc/j5ObEdQC5ez+pECja82kpwuNsdXBgHdOBFbFftu5VkaobPUX77ibgjg"
    "F3jCpqeLfuGNuRK4GVjNcumrMXc9K42hcoog6DjQPqD0D9AW3qDzySzRlHwWGPpyLtxieb"
    "4SsN5I5dOrL8NukaJFeFoP4QOIaJ8+zPVP4PG0pOwk9if1z+pa879pCAc0G1AbrSpB2+BS"
    "INBcPu01+pqoiZKC0Fc4FIO/XyopmQKJAR66qkSi1lqBAuV0FjfKVoR92wHuoq95klCNao"
    "I1mjWAv0dvWVd4eWVwYGREBChevjcsDDVEPigF/fwT6j0ODyFFmt+uhd/4tr+BRZGbxzJA"
    "B4G8DJmiqKkoinNAC5NOTsdgxcTjhxPeI5EgBcGnD8dUNc3Ko2T4ES6i8p7ZUIu8a38Tzl"
    "6KA3uuoMbudcLFBC+SWVuZz4HCRZnCMD/qrM3yXZYttgrrYWXK4QA69V5vW4wkGAzS3ZDE"
    "XHoEqWSpEhXVfJ6jQ25J1j23gR/3RelEhuwHRPvAiDIh6rWFQ8xIB0HgMCfvP+/eZU7DCx"
    "7RNkcdLP6+1zJTItoB7aSuch25w7X6uwCztB56gG7ASdPhltK2iQzFstfJDMISO9IhE2zk"
    "ivleElc9IPkOBVYED38vtBMvkdWRP/78i1o69eEckL74USucVGUvHE7ych/af8Agq7XbF/"
    "vKyik9ijUiCO3ng+1GRVKZykXqhPudhUok8JtJAxi+K8CN5EwHxdK8y/LsvyycZoCm0yXk"
    "Nk3zRA9k0tsm8q8a7JUVOEVtyzISXSKR6wi5YN4XldAVPQ5tDTLqyyuzrCism76qoyYIlW"
    "UpIdzBL9fr1xXP9zqDdWRN7spVDeJeEww3VeepF23SC0gNtO/De/20A6botdkyzC1UThDr"
    "MZSzN4TuDS9Qg9ldUUhhM2NRXYkvEgsO0T2KBdQbdiRnyQSKzVjEKDAN6+66S+IJshIQFv"
    "RqEdvG+awPumHt43FXhlE8mHzyEfLbRo7gRSRoeUQDtwe2nvkJPxmiKcIwFBYZ+g4GLkOV"
    "JCWEah3QrupUKWhZ98g3tICP3ceTJwdEs4utfIxJLmoBzJAbag8YQVS3RCDaGRjxnIkUHA"
    "tsrxAoFtOlXm/vBw/5HP2GR8mav0wp38Z2IRrzdtMRfSNw+I5RPb+5Z97DGi+hg+BQ5X4q"
    "HKoU8l1rEJyvFQputsjMDj6UHCm6JAB1eFxFXBFrPd5ngrEMIBp/IB5wa2pDSQUYBjSOwY"
    "cnnmW2mnUOx7iOYaJ6x73ULZmlLQJRRwExMKbNnnEoJkBM2TEZ6IJV+QskCknbXgvJG14F"
    "xgLTjntNYkv3IgFrkkEwpt2p4MXYGf+es5yR/1OlBGAVpQ51oQ5Cm0YcXoxHIo7XEKXKai"
    "v9tuMxcpgcsqc/mJ2MRbtWJziRT4rDKfmdXLaL+lOeTAb9X5DeZRvXn8hKiO3urkzhMCj1"
    "XnccDL3xFYbjIS7ew2vUR5sAOvCnCt0SYZro3RprNIW9/xEadUbi2S6XiAsgzluMrgKlIY"
    "YHSnu/oZcIpwViLqKfCk2x3mSHqNIRsHmOPLJhxrWYzysu0A1y9eoy6SSq7VvZjm9mkBUP"
    "r5k49f7u5Evvhc5EOcAVly08VU3//4GVsoKegnjHqIMi7H6YioYP1bn8EKt18ZYGecSIX4"
    "zVQUpoC/QpjCCYQpuIHNqvYYz1iqo3qJrJXKWz4OFerpeNkkaeSyPmvkspI2AuouqLuqQQ"
    "mhM4OHzkCsxilYGCivzF0LJufpwEOgMofBC6Q/j8EafApcPrI1WEmb0FiNwePZJu2twcOa"
    "LNVEtLXNkmsEPoZ9XcltP+JafZ8sZNvY/I59n5q+MeUhU5H1cxMNjn6ger1joOJetxp6vX"
    "3UJEvMKz5bbxrNKPoKBDqeXfT6soFd9Pqy1i7KXoFFBKRskLJByj4+miBlg5StIKwKS9ku"
    "2aLF7jOmcHrcyILSCLGMHY013Ghw/yL2T2cLy/FSkcEMwowLuVrXEIHQdQTCM/19MvJ1Ml"
    "7DUpXdd2vEa0Q43vJ6dFMC/ZSX2VUT7YWOqi+3elXRXyxkLwN6WspgnKfRcBXPmqBcj3EZ"
    "YR9/5UgN9Z1Gk/FaICvSAftoMYps74Un+dbDnVEA4C0Ap7hi+ktNY44XiArUUmc1h1a75L"
    "OrRslnV4Lks6tq8hlYnVptgLFZnWIJX5LFGRWwV2n2unhNwvOvTaRVgRQCcVTmcyRitOJz"
    "iRT4rDKfC9YZqUs5Twg8VpnHkCiqi9NCSUAP91kcx7L+V/cd/ccZx6Iev5mKLOm/uPSHU+"
    "AGsKDn3DhFVShpKGkR+5n/FuzsR7Wzr5H7LGNdSMbrltvXvZHdJ74lZbhJCbSz1nTfL059"
    "91B65I1x7dKP8zHPLV9v8c2RaLB+hzb4LskWc5pA1BfPTgmgdraYGW06CGGPisYy3MgogB"
    "2ds2PpIlPqIk0JNDiIeu1a6S2Qzau/Isr1Tkgg2btdsreFPN9gKNqtjFoccjBtqWzaiowJ"
    "bVhdpByEy4oYu0bHZPAcnwSbg43Zks1FSmCz0mzeYtcjvG7etVJRjmI4uei8X7mou4JCGL"
    "mLlYwtIaPoxMyo8NboJVpP+Uq2qsAvkVfFrHmSiOZIoB16CU1n6ciimZGAv7cAJvubC6ZI"
    "j88Rtbqx1ALyOKr8Bi35wNev4hwJrOIRlrc+xlnbeX3rxDN1ILB38TSjvMD2gpq7vfcjyu"
    "/oK43oRzReO85eQHM3Tk3F8PLZ2gGin+JptEQ0d5k02PRUfuoA0A/YJEhbRHNCpnRV+z4D"
    "wR7QFpsP/i6EthIMlns73RMQ5rFRPUSEFULAnhzLxHFoF9R0VyXSS7br/PAN5wcL9rpsEo"
    "90WR+PdFmJR4qXvAS8GQUA3ABgiMlQKiZjsXI8bLdqO54jBM+1ym4QsCOD5VM9MMFmdByb"
    "EaiP41UfP+O6nl/xm6lIbXTxMD2/SoW4cpExkCQEqqMimk33tW7pMvd4wSaCNmsphYYAd5"
    "/M8uK4JifKuR7flEBHeF81qpzDhtVD/Apq55yoTgjFGPTnscKhTuNQUSFGZBh9X7U4BiVV"
    "UpkwBnC6d+B0P46K/yHsIBguZY6an3s7Fan666gPIVs0ivW2AaW+a6V+E7iUQkqvz5HoqB"
    "o1KVF8Xl+j+LxSpFi9OttHhLeXQtuDN2JSuIRN96apueu8cKuH1cObIxmsVvxAyffd42vi"
    "LVlIncAZhX61DTovEjQGw99A4M6agDurB3dWAdfGX31jg3xOYp/AMZAn0g7kXoqSe9jmLe"
    "L6Ah3JeEhELefrgI26Fmqd7JfQof0UuAwlg/szrELJ4NGWDP5Er3/6825DQwLHElh4PxU2"
    "4otGGqFNopk18OzGntAtTNeZN3GeJmjCQJpOHHfi2Hjir5A/Id7EdyZzvHDWeEL8afT0BX"
    "kTKrj4lISVLP72rMSqTicGy6QCp89UYJkEs1nfZjO2Fwx521mJTEO0u7fxjMEIMdxi7twM"
    "QT8dy6jH6Xht6ld2WKcJLA3dQem30D9zZGBjUFr7BFPSSbAZTEmnwOWjmZJa6HfjMCXJ2D"
    "72mZ3ubfzo0D+6NTopCX3HRqcuDEkPZGl/2ZzVW5LiAdMmpiSWkG8Em6bGpAkb//tgM3lh"
    "SeOpAWi/sUiCEIxBCpwfUzAGgTFIPbTBGATGIDAGgTHocCjBGKSz/gjGoJNgMxiDToHLKs"
    "S8a51UAMVEegx53yDPYzqDsUKeVGR2hVBDuGeN4rNngvjsWTU+20L2MuDmzdaDnafREecm"
    "KNdjXNHqsLv2DA/zGuQKumkXqDRE+bxZHRdBFZcy0CyzmX7kE3HXraRZHj3ItEpLO2PK4h"
    "lsZ/WSx+OjZ2wgy6HfogL1W8exMLJrDrICYQnuOaUcId4CeN/e398Vds/b9+WeZ18+vL2l"
    "R1uIPh1EIh9YZHg5yBXZnffsvYltn/i7M47jLH03FfnMSDSK9FOtn3heEGksXjD/N174h1"
    "XrF3WaatpkKtZx1NWLBuwxVe8OyxjX9LTOKDQ8qmdXV40cYlcCh9hVJeUy3hISIOdIAOVm"
    "KNOfjqUcuymBhgh33zBhDH7zoZLfe/Gag9H/FBSkoF25y6DTYpfA4FMI/lTWhzOWRGI1ER"
    "1rJvE93Tar761w21R02OzlVKTEOmyY8UTHQTlBzeM0Pex59ItIHqVFKmiTXvLmQYnGksO0"
    "ib+03l1a8Za6zpaYcuaUPI2GCHcflEkvd79NfHGZDkIrSlBzQiscKka1gLpMp+G67q04Zg"
    "u4q5QAeJPVPSJf5UCWrfNXsyYws2GCOIBZBWo2DUeOe6Rg1jgpEwINIBZZN27/8VgwbFR6"
    "qabGjbv7j/+dDC83WC2CPQ6XzmC22hN26IwZY/A39OtvCOEyttgldFKeC14UQ1IlHjCOJH"
    "0yqkCScYUsj7ZGN7jRWskhY/OyQO7MKXBZCWfpeCzBo+PvE7GJt2rF4xIp8FllPkNtbV1c"
    "4koCOlaP+Cfkec+YG9OdvJqKvOEveM784bZBRdcwuhs1rKsNbvHRusXdDfcgFTR33/CPUR"
    "18ArOri0aGkQuBYeSCo0HGm0kS6Qqhdh7G84tGXhg2rN49cFH1xGyCuUUWRnzgNfURFKm0"
    "WN5DuwrCi3GFbNOSskeVyLSAvhQ/3+Rguaw/Vy4rx0pYq3DhBDZH1RGlOxXptCksNUja05"
    "gsrsM50pvYXK/rba7XFZsrk4apJh5sJL0IBTpwIEg4EMDK3eoKHZvdxEKeb7Q0gpZpwUKm"
    "Mqcha0QbE5maiI7cRkYlNYtJMPis3liWjZk2s5ol4xUzmkHxg261gHpjmnyoLYSPSwTYQr"
    "pJ2X523cR6VpZDcrazawgaP/KaHpvFbKBAru7tZRDhA3oPRAaMR+1REtCxaj03VEFhrsQF"
    "8h33jKPyFAdMRfoOyg8FVedEVR0PL1wsl7GSUmgoGPZUgczzDc/HPD+IYKEXyIZz8Gmy5M"
    "EpAiLjkUzlKrR47EJklJFxoLumkt0130Vl0hH7Ke/oI57MWBkjFBsXudEG680HouOJio7H"
    "t5IfW5zp2aYYtg2kH/DEAflhjSxL3HAwpRxOdrzqd8FfzF5fp0uc/Ue0qB8+3NzdVaVBsB"
    "+egjB45Cpxal0XRxcJY1wPlgofsnnGyIC9gmFx/fUtG37GC2eL3V2dXFh4L5QJ3XgkyIMg"
    "Dx5THtQ6agLMWCchuahjxlJWGh2L61NNRMfr+zSJf2v7LjcxOvdWKKogNs7Adqgh9y6p/H"
    "SGFmGOVoxn8SSmz/4FadNHTZveYNfjKSaCSMSUQkMbVvd1t+Y7fvquOAFsV5O9C9lfouwv"
    "JFd6EmnbR6z7ZeyvCK+hpqAtcEKgXUhnL92tx6XcKCIHj063KQpDTWWbIlW/Go4qaqtE8w"
    "4Ile1PX4yXXgcq40020zhX6V61sbhN+Zpjed0Op4sruVhbq+L08ycfv9zdHUsXf29viY/i"
    "X11tPJ29nQpbT6fjeuk9XVyQURnwg7pPg/rdtfo9hmLuA8Ye91DO3XXkEtKS8Rri23FTL3"
    "B3gbtLOb1hdCohhGOdApddKrmidvWKSqRQrkhlPoOBpwcDT6gm0Q0w30niWiEEYw8Ye45j"
    "7MmWIph8xMhWNq1Shp93iIr8JuLmnqfvpsL8oXjUEcNEaze6KFY0R9RNPgVEjJ796thSxo"
    "lkvIbGie4V6Ge88Y0n11lXEa5d5AUabWpKz84vX1++ubi+TBd3+kS0pqP1e1AKRHcH73do"
    "9+j4yOIdvOk74cFroh09LekwOHnh5LWI/SzHhYQCClFIMiED/WXlVDEXJ3LGJDqB3kUSJz"
    "3LJG61eLROIB50pRXM7BZZPHtyR0FGoxOkAx8G3gLZkrinJAB7a9i3BL9Iwp6SAOwHwO6R"
    "pMycDPIZFYAvBb46asvfkBVCz1NbonfTfWrLlg0DtQXUFlBbjnB2g9py1pXaQtbY5lfCEE"
    "UN5Yg0tHx2X/wetMOutMNtcj83XawpgYYLtZfasKB/g/59SrCD/n1qKuAPTuDayPrkUF2+"
    "JmGkPGQqUgj/HQ2GMlMnqgPG/JeRSnIkEHlfkkmqgQMeXlKNQ7YddUakTdzAwFfjfOdjya"
    "sxJQHM22Ee9liQPc9zRID76OSRBxTCVxFCwudCycOjI0DsOFGx44hGJRXQ78yk5MXbrKns"
    "lozX0KDUjeimyLH6N+ar/Z6E37FytmYvhQds6O+lH2g1dPad3UzY4InzNPEwsrA5CWfw6A"
    "5Z4Qn9quQJez57/fOf2caemMTFC99xd3/5QzTy52/PSozrYs5/2v+0Ked9KhDTi3vy5Ljx"
    "JNPJefg/L1ivEatAyOaJXtHpkT9BLp7YzsRy7CV2Jywcd/JN9DX+4C1WeI2+3ex+R+d/Ii"
    "6VQegpM51g22T/iL4f/Yc3IfaE+NPJCllPv3c22J5OEP0g1yRMbWafyJLlvD9Nvjy+K3w3"
    "y1kgq/j96EeF0g42Cf0p7E9vEmwmvkM/jdBPMsNvTDlqEYoU/WD2JRh+Ia4HXHbh3xLHRD"
    "JeO/2uq1pm9TdbvFJlfXw5Mp0Mc134+dLdKSExFGh0ArQzySE+6CQwzVEAohxEWatvOZ0i"
    "odAJTjDznALsqRjTwtaTkIG1p2UEkUt8Kiu0qP5QpIRaLspVf1BN+7xlW1Wkgd7Ge7mJFh"
    "pu/Maq6GKFqNbGdKOC4hgpdi7eOC79D1OVdpPA9ok1waxnTqRtrqiGNsfYpuPiJT95If6K"
    "6nE8BbWnT2Jq69/Zv3+2MWV8FL/6c6jSxR/AtN70+RwzNTXSBZnqGj3/UzTdzyzw8ufoDf"
    "vn5IV+bpTHboYq5tJxzD/90w4H25gw/TD8pHia/PhDdUkwnB7TcKpG8PRpyjwjCJfWS9LJ"
    "HZxywJcIAf92+K+RiVuImTkykDFBxtwjY/4Nu15NJFtlTFNJcxuNbyhs3tt44jov/zX5Oa"
    "b7ebJkpplI9oqkvVhIpCJb0XERiVmhZDud/PyE7QX+OaKjC9+rEFTlz6E/vGPJT2zV7jKs"
    "QwXhr705u16i22ZrWyKKNyMCia71/RbuGDngUxKAfYzhSuGN8jm8Dfm3DXu3/5YZsNcd+y"
    "Tp1nZd6ONjOZMhifY0ThBOZVywggwP/TP9tbJiYEKjE+xdRDZALnhXSMa1TSSF6IxIJzwH"
    "PhBc/IRdl9d9StAXJUejYShqL7nNgb82PCdweRpLPdJFKg2xPm/UQPNc0EDzvNpAk6G2xi"
    "YJOOVexVhnVIB1c6wXaL1BZClVyaNMB3g3x9vHrvTKTmgAZ4l1XRcMvGdZ1wYDA9o1aIeq"
    "ncsJZ61HOkeiIcqzJhJIvfxRwZf4cuDG4zVEtpf1a+ItkZPsMgodMe68jNWcOdXktJQciY"
    "YQXzdZxdf1i/i6soa9nedjKbkiowCAGwBsIXsZoKXUMZGn0RDk7g+KjYUWmF+yox7lAtFw"
    "MJ+djQhkRVyAN9gli9UZxwEYv5mK3H8oG6NM2YJTCb09MFOrRQiGoDRjbQCGDqdqLwZMtq"
    "kkEI6Ha4huTwpwjanhh4f7j3UKcJ2ZwSQLf/KfiUW8MfpBBOAyMNjMaXBmguk3H27+UYb7"
    "3d392xCcXNQlm+DtsS+z3/4f2pCsfw=="
)
