from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "letters" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "recipient" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "off_url" VARCHAR(500) NOT NULL,
    "tries" INT NOT NULL,
    "due_at" TIMESTAMP NOT NULL,
    "sent_at" TIMESTAMP,
    "given_up_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_letters_sent_at_82694f" ON "letters" ("sent_at", "due_at");
CREATE INDEX IF NOT EXISTS "idx_letters_created_2aca60" ON "letters" ("created_at", "id");
        CREATE TABLE IF NOT EXISTS "known_browsers" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "seen_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_known_brows_seen_at_dcb9c9" ON "known_browsers" ("seen_at");
CREATE INDEX IF NOT EXISTS "idx_known_brows_account_dfd057" ON "known_browsers" ("account_id");
        CREATE TABLE IF NOT EXISTS "limit_letters" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "what" VARCHAR(8) NOT NULL,
    "share" SMALLINT NOT NULL,
    "most" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_limit_lette_account_9d0c39" UNIQUE ("account_id", "month", "what", "share", "most")
);
        ALTER TABLE "accounts" ADD "limits_muted_at" TIMESTAMP;
        ALTER TABLE "accounts" ADD "avatar_file" VARCHAR(40) NOT NULL DEFAULT '';
        ALTER TABLE "accounts" ADD "avatar_id" CHAR(36);
        ALTER TABLE "accounts" ADD "news_agreed_at" TIMESTAMP;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "letters" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "recipient" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "off_url" VARCHAR(500) NOT NULL,
    "tries" INT NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "sent_at" TIMESTAMPTZ,
    "given_up_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_letters_sent_at_82694f" ON "letters" ("sent_at", "due_at");
CREATE INDEX IF NOT EXISTS "idx_letters_created_2aca60" ON "letters" ("created_at", "id");
        CREATE TABLE IF NOT EXISTS "known_browsers" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_known_brows_seen_at_dcb9c9" ON "known_browsers" ("seen_at");
CREATE INDEX IF NOT EXISTS "idx_known_brows_account_dfd057" ON "known_browsers" ("account_id");
        CREATE TABLE IF NOT EXISTS "limit_letters" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "month" VARCHAR(7) NOT NULL,
    "what" VARCHAR(8) NOT NULL,
    "share" SMALLINT NOT NULL,
    "most" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_limit_lette_account_9d0c39" UNIQUE ("account_id", "month", "what", "share", "most")
);
        ALTER TABLE "accounts" ADD "avatar_id" UUID;
        ALTER TABLE "accounts" ADD "avatar_file" VARCHAR(40) NOT NULL DEFAULT '';
        ALTER TABLE "accounts" ADD "news_agreed_at" TIMESTAMPTZ;
        ALTER TABLE "accounts" ADD "limits_muted_at" TIMESTAMPTZ;""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" DROP COLUMN "limits_muted_at";
        ALTER TABLE "accounts" DROP COLUMN "avatar_file";
        ALTER TABLE "accounts" DROP COLUMN "avatar_id";
        ALTER TABLE "accounts" DROP COLUMN "news_agreed_at";
        DROP TABLE IF EXISTS "letters";
        DROP TABLE IF EXISTS "known_browsers";
        DROP TABLE IF EXISTS "limit_letters";""",
    "postgres": """
        ALTER TABLE "accounts" DROP COLUMN "avatar_id";
        ALTER TABLE "accounts" DROP COLUMN "avatar_file";
        ALTER TABLE "accounts" DROP COLUMN "news_agreed_at";
        ALTER TABLE "accounts" DROP COLUMN "limits_muted_at";
        DROP TABLE IF EXISTS "known_browsers";
        DROP TABLE IF EXISTS "limit_letters";
        DROP TABLE IF EXISTS "letters";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2ziW/SsqfcpWebO2bNnera2tsp10jzt+ZGKlu2tSXSxIhCSOKVLNhx1NT/77Ah"
    "TfBCiCIikQvl/imMShpXPBi/sE/hqubB2b7vs77HnYGf7P4K+hhVaY/Cd352gwROt1cp1e"
    "8NDUDIaawZjgGpq6noNmHrk8R6aLySUduzPHWHuGbZGrlm+a9KI9IwMNa5Fc8i3jTx9rnr"
    "3A3jL4MN/+IJcNS8ffsUt//TZ0seVpyKN/SSdjyf/IkG/DmYORh/XwjqEP/6DI9bM2N7Cp"
    "Z74WuUluBdc1b7MOrn39evvhp2Akfe5Um9mmv7KS0euNt7SteLjvG/p7iqH3FtjCDv3jqW"
    "9Mv1DITXRp++XIBc/xcfyt9OSCjufINylvw/+d+9aM0jUI/hL95+z/wo+WGqZpD48T7enj"
    "RNOGAjTPbIuKyLA8yulfP7bPTQgJrg7pH7j529WXd6fn/xFQYLvewgluBnQNfwRA5KEtNJ"
    "BPwvIz+X5Fnm+WyGHzHI3PMU0+aB2OowsJyclcjOiLCGqB0uEKfddMbC28Jfn15LyE4l+v"
    "vgQsn2xZtsmrs32lHsI7o+AWJTsh18EzY22QN0GE4QxIQZpH47MKPJNRXKKDe1mmXX/6Tz"
    "wT4jkFUZHl4+MqLB8f81mm97Ise/g7g+IJucqmOBqvBL8ldE4+/j6hT1657p9mmsV391e/"
    "BwSvNuGdu8eHn6PhKdZv7h6vc2QvvZUpQnY0HsiuQbY9n2u+w+Cbrz9SkO4oH7ZlXWS1x7"
    "iS9hiXaI8xQ3s4BnaLDN9aPO0Rjc/Ra2yXxjboPW6L3QX9BP85Ojm7OLs8PT+7PKK2OFXT"
    "0ZWLEr5vHyY5KkOTusDlB8KHZ6wwm9AElWNUD2Hvo/8opjFu7z8+Ta7uP2fUxoeryUd6Z5"
    "RRGdHVd3k7L37I4Lfbyd8G9NfBPx4fPuZt7njc5B9D+pmQ79maZb9qSE9zEl2OLmWtmcR5"
    "EpFvCtaAgEN3B+TbvHwXxgu2NH9dQ8Y5KMhZZjlnox0iYs4iQV1LJ2Yatpo/p0Iq9MIUzZ"
    "5fkaNrhTv2yOaNLd5ajVb5K8hCi0BIlE36OcOg39VsZvuWN2TEA6NbR2UBQbQd1H5EEMJ8"
    "Bw3z4RUyhLybGNCMb7Ob5X7Hn4KfAvRG45Vw1rP8XlZxHS/5nuNlwXFcI9d9tYmqXCJ3Kc"
    "JyAagg3a0E+kxkLXyy4oiQncaoyHMVlvkcF4IhxGzT/mVbQhRnQB0Gna5cA/3XL+gZOR7q"
    "JgB1XkVHn/NV9HlBQxO7RExFx4AOiXY3rodX3VB8WUVN87V0QUmT918TXQYzoA55njsYd8"
    "Ny80lF07CeXc00VgbDq+QGU3OoWiFVySIFTQdVHUy+luuJc1sEAr1Fercz0Hcxw+HbMW0j"
    "ECQC8qQ+440wpxkMUJqndEHfZU03FuSHyFqWx9VazvI6QCK/uXmTDL0gDzmaWAQoA9ojEC"
    "SZtt0n7FNgdG6YQmZYDqZcOvusiot8xveQzwoOsoVfXQ0RSdSK7hfRkMeRLcCfNV2IXedq"
    "K79eMocBB3nLLG97Tt7OOhUWGSBk7aQWsoedlau5GFtCUaEMSrmV8qTKSnnCXylPCisl5M"
    "CVfZsEcuDJfJg69qsb9qBkZ8N1iPzp0xdsooDMotzD5PYn8jms6+2j+iv55Gq4nueqwFyX"
    "PHdPpp62T1GVJPpzT4YeUJ+1Rzk9K6wbaD967qNHqMgPWhsajYftR9HV2viEN6py5LvMTL"
    "AIQV+jR6jITxCj3o+fO/IIVenx0GJPdiZooSo5fzpkgL7vCvZ354b8R2GOXG9j7k/SE32K"
    "qixNkTdb7svRNX2IqgytyRq0Jz+fFV7GXH9KHz7d2zd7ih+kLFVL5Ow7lZ7oM1QlKIh4a6"
    "ndJurz9BtyrG2qWhWi2uwHyMRFGE0B+bgJvzPgmY7U0tEaefoDro0Ft7qBmRhmlDWE6ZOy"
    "CXTY5Pu2rOG/R6PT04vR8en55fjs4mJ8eRzXNxRvlRU6XN/+TGsdjtIBwqj4gd83IF4GsW"
    "cBhGRCaLkCguYRajV6xrBuwuJdct73qHgmvLRtrxItccmgmmx2klayO2pcCpmGAsVFfn+y"
    "HWwsrE94E7B8Sz4KsmasApdiw1wveS1YGuSyg17jNTU3rwgB5Gtjb6vPr55urj58HP44TB"
    "tjlKRgWCyp/AXfWEmnSuQxU6CNsek2RjBHWjVHdPxizIQqBxOEgi1fzXcyQjHEmzD7TOR6"
    "Wk3bPo8FUUstavx9bZDH1RB0Fgl+nMxSBj8O/Djw43b7cQ9bYRacuKjEiu/BxXVc8rhvEG"
    "XuKso8t02d1cLI9zsSBLh1u6PMS/tVqMg9Bijo1DVP75I+R9z+S8GgG0hm429Nvqkn1GGd"
    "QkB/db6/eoocB+vadCNiSmdA0PX7A7yTljmlRb2ChKYgrc7Q/pFJK+8EyUxBgEzwmzvzm/"
    "M6oAFeKxb3SzlXd3KaUnoZQsnfHzx8vbsbFhRBA4xWLMPtJ6MpzcdhtEqbZceNBXLaVd3W"
    "Xm4b5RjRr7iDjh/+ivv0mg1/fUsvD+4Sjcbn2xPXoKRBlpKGQPJbwgps8yM0WZSCYZrTKv"
    "utnvI3XD0t7Lj6augeY/dgrhMfj+/OhW8/0NuYF78kK/ZSZJPEBAB8Mvh0jX8xFACXzWg4"
    "cMngUnT7s2b3PZMoldD8vmehDSFAboJQcJVqPpnwghwDhQdyZCn+5enxgU1xGpNPJRgzb/"
    "DvgWm4rSmGlBE29Q3TMyz3Pf2zh7DDKEeZtELhbMD8MYA5g40+IH82IBTt1RFF79I88kfR"
    "ZRGtcsFKKWITR41W+UAkSOYdJvpCUpvhshtEzCgdMduU43tHZUGzWTjqgHVjXIVWVjyWAj"
    "Xjv0EJ2VD0KJ3uT9HpsVPyjNeeNnfslUCEIoOBKpgJyzA6TJHuB7SZ2B4yWYo3vleqeHW0"
    "IdqSDAPNC5qXnSUvk0KEUCl42YkQUsmMpV3k/GmFTJOfz9hCVCL9dHRxHtNMfykj9un+6u"
    "6uyCTRZQKrWjhaJRIbC7vPTGPG3AizRBUkGJUo7VgZuDPE3CW6hPcYArTXpv3FwK+CtMcQ"
    "oH0P2l3Ds5nbypUyn6CAfCHy5XFbfkVmQD3LbdneO9rltrzQYeC2gNsCbssBdDe4LcOm3B"
    "Zjha1oY6yqQc8MSMHIZ/OHLYN32JR3+BKtz1UnawxQcKKOxuMKM5WM4k7V4B7431KsauB/"
    "g/+tNu2SuIC/2L5jIfOzTXx5znah+SFHZQ7hP7eDYd+ZN+oDhvIXsUpSEOXKxdvY33xBPA"
    "7BaEcKpEzdQMdL43TjMYvZSliPIcB5Pc6DjTtF9XkKBLz3zh65ty1vyQ1Kp+6WWiErOg4C"
    "0xKshlIYJRCYPoDyhsD0EALTfQpMB4uGQGg6Hq/SfIXgNASne8QyBKffDu0QnH5rzuDjGl"
    "sf0GbI8ASjW0dlbqBNBmk62oAPCD4glB0o0Gf1hAJiiifa0eulqsAlIyApBe9+1+++DOw3"
    "t6NW+JpVdemi8Qp6dM0k9iRRq7/SSv4vwSYuBdUa3ytVr0EvQPv69VscmCUKktzLbMZJL3"
    "WugPuiAyACL4EJ1rHDLIfv8SapfybfVjT7EWFUor2J9AckkppiMuzYE42hxSCV+OxYITh4"
    "jh0HM7jnm89pjIImdCtJEd9baa7tO2JnbmdRCnJ9clxl31oyip8vPS7sXEtZo7um+4xNjM"
    "q5TlDAdXWuZ2i1RsZCqAwgjwO+q/PtYUd4ZkcY4FlgXtuWxyxp3jGtExiwXY3twLVzGMFQ"
    "PtMpiIIsVzkSg38iRuFAjJnhiZEbjleQ2Vbmr45fDDHLLkGoyHHjNXBTx351xbyUFERBis"
    "+rzOJz/iQ+L573sHE9LGRXJAgguALBJrIWPvNUPD7FaYyCJDevKNYmmmF2Ixqf5QyoO5qH"
    "wx6RLElK8GptfMLMyqvwzlFZOhCtDe0ZH7LuCk7a6+KkveCngAKIxiuoYptfx3RjgV0h/Z"
    "ogoJE6T2+hkXpuOK6nzW1fyNrNohScx1V45tNcYDnoxhUlOQMCjndxDKdp1Vn2eneaVvBW"
    "+G4tQeexDYhazgN3lJC0g1/s51pyziJByjJLWf7T8bo09+o7KAWPWfrD8Q7Aa2dn4/kuM/"
    "QmcugbkcrX6Cn9tDe6PfYt5osRrUlzuTNeo8XC2xm0GV59vh04mJDueu4gmDpYHxjWAA2+"
    "Tm4GQW/80WC6GZDHvh/muBMGMwJB34bP2yjUtg3/D+jEkafsjR8w4uyxwHcFeZssqOAGlt"
    "EbuYEXXDfwIu8GRi9UkV7u5E5DVCrubKzjiSpFMfssQcDJxeXGWai/9zXM4nREPzndaZgl"
    "E0rUKGvT5uAaHBWtjRYsjdCCJSwu8cCxX4OfwW1zMzCNleENDHdAD9Ek6Po2ififYVovKd"
    "cELBiwYPqitcCC6ZkFI3+Uqf+WjKRhJinNmf3iTG2aNHe045hh0dyFnch8g4b2KrdQ6/Jt"
    "uI5K0shPbWras+eCmZCxJLL5POGGeCiQabpAxl3ajkd41IXKZLIoBe2G5qs5yMfyDCsILG"
    "u+I3T+AAOqIOWj47PLKs0OZBi/3yG4mSXeMzxTaHLHAOUKQEeVWh5GJS0PI1bLQ/LJxCZ1"
    "GqYc1+NKXI9LuB4XubZs5hkPJfWMNvuEh/7zS2ZixclcOpsLFOPva4MsnzVKG7JIKG2Qub"
    "Qh2GZYC4JhYrGqHLCWRy+ZXA+z38Qaue6rTVyiJXKFwlUFYC3VJpsM2l+n57YTuKDk+7Ia"
    "bK9t28TI4hQV57E5zqcE3NZ6Erld3Wq068fHu4wyu77NTemHr/fXH7+8OwlkQAYZHmemO1"
    "gn68LM01wPeT5j+S7fKogB7y6OeHo8alfrNLNrENLQ2hCc0ylUh7M5vtLb6UzjR8+YleIp"
    "YzuFAt1RnexUXE1oiUyjlDP9z6qsjmf8xfGssDYindhzHnNSl+1EmELBSW71zMC5bZr2qy"
    "jzaRQwr/IhIWpxHvaNbSdv3S6ZHB4CDTIHGtaoZkNUBggyllnGyJktjZdaUs5BQc4yyzmw"
    "qGuJOYsEKfdByq9LoZ3ScjDlnK5W8lnb0po6b1QW2ckbJUmzYe9eKOj+fxNi9td6TTFnkS"
    "BmqcX8gh32Sc/8/fkTRHdxg5O2FkWofpaz+rkQNRdjNAXZg87+mOVQSy5LLXl+4jZA7Odq"
    "exPIOVt3kpp6VevvAkF/sqLfArtAPKAeu+rFDSDS8/BPJyju3pOgvzs3YYW4ghQ5eG07rE"
    "4wEYa+BA9RlCF3iZx9p9ATfYZC/OzZHpSqwkALBrX3yNpMbPpvxZVighZ1lt+DttmWrBPB"
    "t9Jy7VHhd3ToZCNeZvrExy2FYXHbc7CdMGU2XF1isYR3KCK85S0d218s46uROJgLErmuFR"
    "j+UdrqRT8zo9Mr/Cr8Rq/oczTd55U2+mxTxzp0g8uUYYYNkCtEsE+rnKVyyj9M5bRwmkr4"
    "KgjQmyAUJLj5pjmIjoA/L5Pr2dQehGAat2gaJ4bdfrZx1FavtHEcfcm8dRz7F1njOGUC56"
    "3jxG7eyziO5wLXNg7DCgzzOAk48C3kdGij1ZM/YN+DQy96ZXbxCjlCJfXR+EaazSQ6tqL5"
    "g5eg3z4m97JKycwlv2LmslAw80y+lQi30fgOqTXDFaWPc5d70OsEf+c1BB/ikNfW5m9Zpc"
    "LH34PoQ1ykEBH57v7q94DjuFDh7vHh52h4ivibu8frHOEL4wUzagl+eXp8YNMdA/JlIsbM"
    "G/x7YBpua/5Hatmb+obpGZb7nv7ZQ6x8lKByYeR5zy2R9AF5YZCPyTy8my+NBAHiaFwcCw"
    "eJ7coUAxRQRLmFtMo6yl9GCyecQuvTYVqfKItW/c6nLBzK6GWuE4TS7jcgZCjtfhNihtLu"
    "NyFmKO0eQmm3hMnLjBmZJCCqMpqCtFraLYkRIUKmvbBFyUwgQGaGTPqTSWaZW5kCtbSVoK"
    "olT73o9ujHLIbikIM0e0SJkj2JrVimIOVk3clpau3eTSi71lGY0Mb6OmQkNLXgZAglf3/w"
    "8PXuTu5+JBkZ3dmOlLe4GiD0HusGUpbRlI3JmaP8Grs9q8h2FB49eZuAV0bl0fbW0Y7SI5"
    "eO6kOFPlQcNV1xBJX4LW7gCZX4LRMMtQFS1QbMlraLrTp5lzQQMqgyh+MhfgwhT/nIhGDR"
    "YYJF4Dj213G8Rt5sOWS4jdsbR2VO45QO6aBdBbzDg3qHUNjfblMKeQSDX35ZfwxQoJa266"
    "J+O/iEjAJbvrOYgoC32Ly3yN7LiS+OGCCHMOjfU0YYum0x4oDcCoFouDJ1543VV/mWgxFD"
    "qfOndYKAed34vCafhqVkuBM7Hg8zOz+zV0jHNWJ7KRhE9mSO7E0x8uqcIpHAQL4yy3eNap"
    "4TkgGCjGWWMbS+vAkxS3QcfAUxS5JC6J2U5U+1SSJZ5ZJDMqYx9ttlrs1ERlDIychjRAWe"
    "/DQGrZKEPbfedo7DNf2FSI4jGq9ggVbzW6XCtlsJuVWq38751W/nxeo3B80ZS1dJ8VsEkC"
    "PQqFQ2A9qUh00GG2dLZC2CgytZPg5ff+RxyqmR5otoI8rqlG2mkRAzkNqbXPtTouCXrIID"
    "/oqRAe21avQn6NfK8mD5qyl2BFaHBACZqEJvdTQrNfFVl4kFivkU18gX5LCQMpB5XXgx8K"
    "vgtoMxRJn35hDbDlIW6+86mEHDGybzGzY17ZqZ1ywSpNwHKb8uNyIOaw6mnL86Pq7isJJR"
    "XI81uJfv+4RtPJV/oaCW4U2IWf4styyiVS7NfQhiOztNDc7yLjuGmXMcmgg7jW0xJh87cN"
    "L5Tooc/GK47IYusbPOt49RSKFlaHL9KX34FDv7HuwYP0hVqpzg2Pu95xN9iELvXJuFW/HL"
    "xyjeSr+Y5QVcWkYVtFzJFe09KFy4BYeLNxtM5Rd0cY9LK+ss5R2X1kFpjEJZTtFqje6rND"
    "qrpWuhTgPiIW8hHnKwjcN7JNT6kZBu9w6WlNL9dw8+TKF/ygdhWIxZD4VvM+Zcoqa3vI1m"
    "GF4hwyxsdwu9AIdWDmWm41ZmAgZMDFDQghmNq7QDkFFcGya4VzjL2GUa5yUlvQlEQZZPK+"
    "VHT0vyo6fF/KiJrIXPXOn4NKcxCvI8qjKX+TO50NhiP2OyMhoL7ApN5jyuGaYP6/W33ENE"
    "/tzccFb1PJ8cFkpoZHZ9fCu2zWod61iEg7xlljdENN6EmKHCo4UtwyFMBAUznRDb+KbhEI"
    "LrcQguzG8zE7ZR5psfekul2FvO085M243tg5S1ABG2w0bY4LypFj1lMs1dVjMkn94EoSDB"
    "zW/Y/mo7OqNAqCTBHQFUpPe4UuiSDuNTfFwMXoJXWEcn984rzKzQQlJOAyHAI7OMUwclVz"
    "WsUhA410oOj18VMkv8fTj1vOFTz+GM7t66+E/EmsVDVoFNcOOotLaGDoFjwRR34t2ZvRby"
    "4mOAcunuyyou0CXfAboE9+dtmsbyJ8X6YdSBu9ESmR5aMLksa2RKMLV2hpKLxu66mfqXiJ"
    "TRnBY+vBh8vmZ9PvL2N8DnZPsUJelM9KNMDt9vyLFw1o/K3jkqc/lMY2V4xCD2vJYaKlIq"
    "cGVbXnAyddQ46EYu6YosZoVmC2jQlbJBN5ZiVfcxBiiYRSujN/IfL7ju40UhQwkduLFrXs"
    "Uz5zvmeWZjVZOl9mmFTJOrOGJQdzultq8+TkcX57HCoL+UzeGn+6u7O8Zhojarb4LLYzRc"
    "JRob26tZ/lCCLFEiKAiVxRE7jKV7hR1jthwyLN3wTqmli5Ix0iQ33orJuqey5Buj3BME+D"
    "YT/+AAFcym0Xhcqe13XNL2O84bT/SlEmA4HK4guydVa+bKSuYYHZKw41F3Ox4VzIQuF7Mf"
    "/w/z70Vp"
)
