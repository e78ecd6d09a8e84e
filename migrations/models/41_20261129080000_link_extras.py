"""What the check of destinations saw, what tags are for, and which pictures previews of links show."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
INDEXES = """
        CREATE INDEX "idx_destination_broken" ON "destination_checks" ("account_id", "link_id")
            WHERE broken_at IS NOT NULL;
        CREATE INDEX "idx_destination_due" ON "destination_checks" ("due_at", "host") WHERE due_at IS NOT NULL;
        CREATE INDEX "idx_destination_checked" ON "destination_checks" ("checked_at");
        CREATE INDEX "idx_links_preview_picture" ON "links" ("preview_picture_id") WHERE preview_picture_id IS NOT NULL;"""
DROP_INDEX = """
        DROP INDEX "idx_links_preview_picture";"""
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "destination_checks" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "url" VARCHAR(2048) NOT NULL,
    "host" VARCHAR(255) NOT NULL,
    "due_at" TIMESTAMP,
    "checked_at" TIMESTAMP,
    "outcome" VARCHAR(16) NOT NULL,
    "status" SMALLINT,
    "broken_at" TIMESTAMP,
    "confirmed_at" TIMESTAMP,
    "mailed_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" CHAR(36) NOT NULL REFERENCES "links" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_destination_link_id_b9ceb9" UNIQUE ("link_id", "url")
);
CREATE INDEX IF NOT EXISTS "idx_destination_account_eed32f" ON "destination_checks" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_destination_host_d8dbdf" ON "destination_checks" ("host", "due_at");
        ALTER TABLE "users" ADD "broken_links_muted_at" TIMESTAMP;
        ALTER TABLE "tags" ADD "description" VARCHAR(300) NOT NULL DEFAULT '';"""
    + INDEXES,
    "postgres": """
        CREATE TABLE IF NOT EXISTS "destination_checks" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "url" VARCHAR(2048) NOT NULL,
    "host" VARCHAR(255) NOT NULL,
    "due_at" TIMESTAMPTZ,
    "checked_at" TIMESTAMPTZ,
    "outcome" VARCHAR(16) NOT NULL,
    "status" SMALLINT,
    "broken_at" TIMESTAMPTZ,
    "confirmed_at" TIMESTAMPTZ,
    "mailed_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" UUID NOT NULL REFERENCES "links" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_destination_link_id_b9ceb9" UNIQUE ("link_id", "url")
);
CREATE INDEX IF NOT EXISTS "idx_destination_account_eed32f" ON "destination_checks" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_destination_host_d8dbdf" ON "destination_checks" ("host", "due_at");
        ALTER TABLE "users" ADD "broken_links_muted_at" TIMESTAMPTZ;
        ALTER TABLE "tags" ADD "description" VARCHAR(300) NOT NULL DEFAULT '';"""
    + INDEXES,
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "users" DROP COLUMN "broken_links_muted_at";
        ALTER TABLE "tags" DROP COLUMN "description";
        DROP TABLE IF EXISTS "destination_checks";"""
    + DROP_INDEX,
    "postgres": """
        ALTER TABLE "users" DROP COLUMN "broken_links_muted_at";
        ALTER TABLE "tags" DROP COLUMN "description";
        DROP TABLE IF EXISTS "destination_checks";"""
    + DROP_INDEX,
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXelz47iV/1dU+jSp0k7a8tGdTSpVbo8n2zNuu9N2J6mdpDiQCEuIKVLDw27PZv73BX"
    "iDBCmCIikQel/6IPEg6fdwvPv933TjmNjyvr1cLp3A9qf/Pfm/qY02mP6j+Go2maLtNnvB"
    "HvhoYYVjUTQofIgWnu+iJZvsEVkepo9M7C1dsvWJY9OndmBZ7KGzpAOJvcoeBTb5JcCG76"
    "ywv8YuffHTv+hjYpv4K/aS/26fjEeCLZP7tsRknx0+N/zXbfjsy5cP330fjmQftzCWjhVs"
    "7Gz09tVfO3Y6PAiI+S2jYe9W2MYu8rGZ+xnsW8a/OHkUfWP6wHcDnH5VM3tg4kcUWAyM6Z"
    "8eA3vJMJiEn8T+OPtz/NVywwzj9u7BuL9+MIypBHZLx2a4E8YFCsxv0bwZIOHTKfuAq/+5"
    "/PzN6cXvQggcz1+54csQrulvISHyUUQagp6hHP5dwvlqjVwxzsn4AtL0i7bBOHmQgZwtsA"
    "S+BKAeIJ1u0FfDwvbKX9P/vntTA/HfLj+HKL97E6Ls0P0QbZTb+M08fMXAzsC1kL0K0EoK"
    "4DyNhiDPG2A8r4R4XkTYJxts/OrYUhBzRMNhPL30CPr9D+gJuT7q65Tg0b44awD3xVkl3u"
    "wVD/iWrk9D9tDgiAYE/NHFeBigTy4aAH1yUQk0e8UD7WwZHo5rMPBkwC4RtgI8vuzUPES6"
    "R3vhBKu1L411gWzApT3WZR0eBcs1veSwZyC/DPZ3FCl2QNecJDx5AXQzpv82+Ucni70k+/"
    "W41msgf/jw8fr+4fLjJzb9xvN+sULILh+u2Zt5+PS18PSbInvSSSZ///DwPxP238n/3t1e"
    "F6XHdNzD/07Zd0KB7xi282IgM49j8jh5xEtAxH7yDItsiIDVH2y/QgbiqQocJpHuMrIDbM"
    "W+xH/NT87enr07vTh7R4eE3zN98raG7x9uHwr7yMX0Z3m+PLZlQoC3DG+0AgMPC5TQHcs2"
    "IWoFa6vL4M1IQH3Cr9KYcjQAaRFSDyNfGlOeCEAtgrpiB6RhEipjCE7WammwSNeJ4L3bDD"
    "WY2N29NvnoOr9iu4UcyBEOIgEOep3pJAKa2MI+bsFjjhB4rDKPHXvhINfEZgs2F2mB0ypz"
    "eulihnsLPvOUHXBZNUP32NnMPHGPTzkvEXuwQMunF7o9De5NzqeINwvsemuy9coL4n1M/P"
    "2Pn7GFQjzLrI+9kh/TicbL+uxpfAgVZHXPo/PuidN9NMtoT8F6jEIVej+AbugU2i4hqnvg"
    "fRcQm0NXgHy02hOeB7TSFZwtWu27eD7Fnmkd4fGCBZuc3UJ77rB0Il2hWiB/ud53Lb1nk+"
    "iKENoSg9ku94Pockt+xK+6YhR4wtgYKanRsf219frF0/hconP7xA6BMOiuW+4rIH2XzXfF"
    "ptMVN/b3nlDdojFrovXwbLBJ0L46WzyFjvg4rrm3JHDH5tBUVQtDMbbYJY65r1BJZ/oUTq"
    "TrWvL3No886GsXCQMRDAv7/t777YZN9Xfk2uxLaQoX2Wwd198TqA/hJJ+DJnakUaKEv3aA"
    "0nU4icbnt41NI3Sz7W+X/BRN9108m6ag/eLSAea+YuVf3Sv6D123noee6bLy/Fdrb1Mlm+"
    "meTaQrVigw6d2HbTrVvmBdsqmu6Uza2guI/Ux81MFZ9SGdSCeomLvOmTtVDjz+FSebssls"
    "vEwAEQN7Z+MHh/7RSFa94ibU5CJgcG7mmwLAG2SjVfgt2XSMOIaBYuBhcQpm8mpWl4K5jA"
    "YploL5nqwqAwuFSZiCgMKY4XWb7LBhb1FA4R/m89PTt/M3pxfvzs/evj1/9yaNLCy/qgsx"
    "fP/hLyzKcJb35idhh9WpmU/0x5fxrw4/TMZrmDXYfR7KM9U1hcddNb45Ev0SfZrkvp5U57"
    "6elHJf0crFreKEOEIIE1IuTCjP5Bfir00XvbQJ4S3SQtyfypwOPOwaciUZciRd1mUoM1WR"
    "5LwdVRhK4XU8uGVkv3dcTFb2j/g1xPcD/R7IXopyqGOp8ovXVcTBARAtidv0MT0dUqk0v5"
    "zoT4+Cw0PYL++vLr+7nv5WHa4opRlJSvnfEc95scOgM4Ggn3tbK+ub4TgjDX8Def/45H35"
    "hKM9U40UY0LPuUb465a4rZLOecphRFJF7jSQU0BOATlFBznlR7pj7Peu8+KFMkFJUuHe18"
    "oqT2yksYiGgrQC0gpIK91LKx5ulRedIwM5BeSUUfMU5JRjlFNyeaACKYXPEq2WUQppqd0K"
    "KD/lsYsL5bL//QsklzFILq5jSVWvTMZr6Fd910BseVdd8LYotEBxgKOQXXJHnoT4wlOBBP"
    "PbaORBVTaKRgKhEgFt0hKh4BDoANVcP4JR7vyduPInn0rC9idsm/QX3lN+fbCnAnmbH1Ar"
    "cm+joYZHxxrEVswwCJ0juu4cAQbAXg2AYUYA/YBHAcT3G2RZldoiTzlcec/zvpCOtMbT+d"
    "uLVE9k/6nTDO8/Xt7clCt7gg/4GPQTlWVpRXiqkSitosSnqG31Hi8Dl/iv188VeSn8gFpx"
    "z4uHGvi5nyQVzsqa5DZssEt/GRUvS8ZWbjhvTkpMs2CLVc4WCzkuqQh52qQ11ml1b6zTUn"
    "MsE/uIWFISekqhX4bLRaMUl4uaHJeLUpKLiZ/JUsqZkFFoh3D3/fOozEflEkGybzW+ORLt"
    "AD47bwDw2XklwOxVwWHD7FJRwnhTgHMk2gHcQ3NCweKtVtyT8cPp7Cf9ShedteTI5D4pYY"
    "0j06jP0SBS21j9uoqo2GA2ARekynaTcbogD2U4iYruC00maT3+OmNJVvoffGLgEwOfWCuf"
    "2DjU7eGi9zpXuEEf7FMfHJcYrYrINTo5mv60R+Ju2jG6QAusVprVFvJ8o2WqVpEWWK00qy"
    "F05Bi4fODQ9t3WRkUYq0lk+zjQHJNVaZTROIeOa1dy2+8T1k6/wuT2y81NZ/a6knQdt0OK"
    "y6gXPELSFYuvcpM2LM2umGOoimmyRYsf3MCjv7mmUEhhxKzO7ulHYxUtFgL2T7B/gv1zTA"
    "pl7/ZPsNAdg5YHuvwxcBkUT1A8FVc8DxPN8KVCsv+yU54PQIjXX4jHG8msgZRAOxF+ft5E"
    "hqejqp3A5+VCxAwu4xm7hE7aRtYUTgDtE1SWRey4kXTTLZWMB62tgda2RZ734tBbcY28tQ"
    "zKJUIN4Z6/aYI3HVV9hL0pIW4hexVQ4UIG7DyNjjh3nzti/OrYUhBzRANGY116BP3+B/SE"
    "XB/1Jev0Xm9jjeWO6JRgQKC9V8/Hm2Eg7rg2IHqm8qasPs4R9epXV0WykXCsx+A8Erlylg"
    "Uy7YI2z5rcd2fV191Z6baz8YtntO5nV6YGUV1lUd0iG+J7xiZo5wgQkAO/Veb3wnWecNx6"
    "qzXXKycB3qvMe2bPlFXN8zRwee68PLdrSSUmJdAO3O4rvDjuCtnES6ObmmJcpNMO6pN5o2"
    "ov85pqL3NBS2Ns7JPcIaKHSAGlL4jIZ9eC1xwhCAEq89jH7sYLM3GkzD8clX4HaOcN4SG2"
    "StvdVIoTqY5r4AK5vaRypDh++/sfG0Vue7i/+kiHiNjm7p9CX+j2QPGdqHXEKh9k3h6nYh"
    "9MHZEqdMdqDxbfjktHqERdDdrjVWqnoCNkgsrA7RErVSTWE7GsPNA+UKWViHQESZRL1B6s"
    "chaTjpihLTGe8OueWF1uyY/4dbRKaj1EZLN13H1PqQ/hJJ+DJptvjCDhrx2AdB1OoutW21"
    "rItunxFBp+9j/MP0XTfRfPpi1qLnlGy1fDxfQ7e/uusE/RbJ+jyTTdiyz4l66zDlTCj+FM"
    "DVXCMUJFTCo0Ep+IqjBLHe/RPE2uwFHuQgcF/tp4tKgstB9Qd2yi7+k8mi4oFjC8vzz1KZ"
    "pF19UUg2Qs18hi9uR9d18M11UynaZry8VL5xm7r2FRiz0h+xzP1bCWxSiXGQpM4hv0YHb3"
    "Pt8v2VTXSRlLDdcWsZ+JjzoQSz+kE2mEVMtKNIlpsCJfTr4KTWwdvE7m0wReftP6ayZLLZ"
    "HvCPKH5TG7LE6oCWiSKb2hEC9I6U2E++qU3lSP6Lp72zbJ9WFhLwvLWT5N6U/4KV9gC3/1"
    "WSydZSQd2rh+bvlKXI5FhUocuoa9JYpOseQDolCLxD2M3OWaPGfeYhR46X/Cb5H+j6/lsL"
    "TI8skIo3fDaUz6D7aK5DrHQTZy19nI3tpx/YpCX9XRGTyVhulmfRQX8nxiR3XVAleybVyJ"
    "VEPI52/OmuREsWE1uZRnpcwon/hyGTwpgXZRR70kq+a/mdyizpNph/V5I6zPa7A+L2NtO7"
    "5IGatJdE8ItMOXrsSGi7l2NZcgVqh4lZrC9GjD6LhoSV4cLahJNS3vCoTQ9K68GJo1vTtw"
    "VQnVeND/Pf3ouKG9hf5eUQua945jYWSLMS/RFjBfUOK+7pNE7Rr2RHt/d3fDHWbvPxSW9O"
    "2Xj++vP39zEvKADiJ+xUp3sUnvhaVveD7yA8H1fb9BllV54gjIh2tgevpm3u+pczp/e5Ge"
    "M+w/dSfL/cfLm5sywM8EGWhLJNd0jmrA1Zw+Ge1yZlasJywwztSinaOCs6M52DnrntQVma"
    "fSTvTvPos2NUdKyYJ5quGO5DdaiYF503Nz5PNUgHw75FNDf3PYM98AYN4K87ApWbJ42zY1"
    "K9CDoUFlQwPnIJNhNUcIPFaZxwWfqFTNgoI7FfisMJ95/7ZU/SKOErg8Bi6/rKUaNRfItF"
    "O6evFn8bEl8gVABt1RijSVGN2GgsoUR8HmYGu2ZDNPCWxWms3P2PWEoR6VVoMcxXB2g5O+"
    "LsXIbjA/OXt79u704iw1F6RP6qwEAisMZipAGc0H/LXKCJNS6OD4rNsa1/944HZFIkp88/"
    "HyH7/jdsbN3e1fkuE50ePq5u590RkXWKIImmq4UwJAWx5t4niywY45Eu1k6L5CHJFtug4x"
    "ZaEukAHcDeF2tthuEyCWpwMbgMpCDn1isQQl2R1VpIMt1XBL2fT+lQU7TwNASwLdqtMCRw"
    "onmMonGNqy/Elji3yBclEbqVOghNgoiXCdfMadxElWINNB0yiWu21W77au4G259L2Lnwl+"
    "MaQTfEqEGt4ePQQQJ7C1TPipINcO+14cJQl4W7L0AxdL9vkSU0PDr+oMzeUatwhyrZih3R"
    "U6How7vEDjpHTZPnYcVb+t5VUBXWJhh+HAkidGRgLHxG/lCuylFVsG93vHxWRl/4hfQ4g/"
    "0K+C7KVI3khqbWQzjXOZlsps0McueklrOxT2KUUg8uKHDLi8v7r87npaWrgdAPsJ6VTVqg"
    "hqbquKEeWq7VSsYo+KbfuWebpnc+iDMx/DwG7zfVsEZNLBFZtOo43Om5jo33tCdYtGbD+q"
    "R+cXt4sKdH91G9aeGyNELu6gHPJn3LAc8lgQkiqjVq5vlUvgQysBth+R/frgsD8b3qoPaN"
    "XmBNtdVukwd2r4q4xCfa/4N7pstWEzfZsVB47zolm50QjZ+CZO2RK/YRTxK3/tOsFqnT5N"
    "2CG8vOlzo4Twb7W1yqJrWFCsLL2fq6uVZWJAt+XKCsXHoObXAPpfTc2vpbOVK/eVEHRjrD"
    "voEcAb6941sdW9qzbVvYM+bEfqX1PeUKVIuLqEnSp3STYFNEfSq51qfGBmskjz/N6Mpqe6"
    "RoMe9INl+I7POqiIzL2XcdCKa+/uiWtn/TlUxDR3PO4G1I+UnT3xbKYWjhPO7HyUtbTuqb"
    "zXKnwMcYG6FzOiWtlLFM+uK1PzhaVNXC4+LaX/1V1YTS+rmJnqKiUDVqOo1gvt2OraOAAz"
    "Hq9hMeLTeQO98HReqReyV6VCN6YooKAmmDil0BDg7gtsU+CcQND0oL66XkalUSnPLorqQV"
    "ln8cHQKLrrtCa667Qc3aW+MUEVOxHEaaiiikFUwYHdeBUdKqX9eA0VYLUEZllHXvIji568"
    "1BfKO/JyenPRk5fpgHs58rIuRFVqXRi1JNDrkmimasWORQT178TjFD3ed0Ggr8/BfXxWIL"
    "Dm1Lj44vGgajRQNaClTAZuE3H4oloavijXhHLRo0BM++H+7rZC5UgIii5TsvQn/5lYpFGv"
    "6nYgZyfFIiCWT2zvW/axhzgsGECc97RUwKFYq6FwqrAJigUcoNrLtMtqL8s1sldhkThReE"
    "D1+VGk0+4Y6b6kdwJZizgMjhLiMJSOw9gGC3rAr0WW1eobgyPa69ZQU+sc7Hqwg80CC2yu"
    "lbdDRqBNCfHOLod0VRryt66QFiCuhrhFQe4CLdS/UPleYPnOkt0NUhJt9s0huhswFNv3Nu"
    "CoYYepvMOgGvoxcRmqoUM19NmBvT1abCjIDzkKNkNd52pe9lFpGEJoIIRGxxCaiigPmQia"
    "zjIclACaP2WDBZt8gd19o4zSiTRakwWotlu605ltcG+s0pl0BQtKmNTX53gmHayjz/E0ui"
    "4iqPQClV4OESJaXx0ku+hEJUK4a7CmTgh/73adQZbUfcMbRKxS9tiOwMPZhBuQzAURigdQ"
    "JmaT6gjFiLkloGuqZCcEGsYozs+bBCnSUdUFm88FGVG2h0X6Wk2gUUaiIcr9JO94zNDdAu"
    "sSoXZW8l7wtpC9CoSFQauhztNouK6bJKtW56qWUlV95wnbhklW2JNa0EU67apF9ZG0aj8S"
    "d9POH1CgBUeqyg6BwE6F5lY9UsvkwG+V+Q1+vqNgM/j5wM+nJvxjaBChD5zgNj2CDhFjRX"
    "WPFhH92qIzR6LQGM35Geus0bxrs1dzdKLfQk0zhWLQd1iZW9gyinQaWo16yItXynB02JjV"
    "vrEGe8JxKZoUdq8VpzlC4LHKPB6XzQgyAFqmrIO23aO2DRrhiDXC98hfrqcCXTB6MavTAh"
    "dsCDQv0j1s6In+PhndIhk/YHBF0pmgf7Xi5KKBWnFSvOwytYK9KqhwdAoBvtXujJRAg+iV"
    "oZ0ZTvgNBeGv1aVrciRQ7qyeIS3q2VTEa1ezIyVQgxns87RhhunYAkmu0m6aDNemekdnVW"
    "8Cm2qHUgWyMgpY152v6w0ycQsVP0cGVhy19fuWdVE4QuCxyjx+RMRqxWOOEHisMo/HZY0F"
    "NrdkM/66JXS6Np4VjhKM7ipzWf24QUU4q12cmyJtSTqsDtKnBf4HZzEV2N/Z41md9f3fzm"
    "KIliNO4C+d6CzF9Hl4xUIiL1jkFQmp6r6M/Ra9Wo6c8SZHoob1RisTcXxKsW5QEmuep9Ih"
    "8aPgiJo3Wfl0VLUral6uhxm0sZNlVKB4KS2SP+JYCGxo4E/Hg4W/aOGnnybyW1VCmY4HKI"
    "tQLvAqsNsUtc7RgV1P5XPHovO1qU+fkQF/VeYv+I27ulUcHwkqNFXfKsl4gLIIpYuRJ9dI"
    "PaPQILBqgOL5OctQU4hzJNphfNJIH6tRx0oAp/Y2yXszTwcXp8oXJzg8tWVzyW1zGO/C5Z"
    "b8GLZRLzkY4jezOh8D2hJmQYPW5sftb7CR3DWfjNfQ39BD923p5G2o9yeRtf1IXM83Hp1A"
    "0DS1GmKeSsN13ATnaphLKIetBGVB5ogA410Yg7CorbBY2kpBu8oDRVrQ/lTmtIufnXZx6z"
    "wlcFllLmPbbBXqmpEBf1Xmr/pxrqqwVqI+Zph6tXiVBJWn2gPU0TRj1S52+BBrtfMamfE6"
    "7ADbL16j/nhKrtedsPLblYOVfoXJ7Zebm2YtGwNPWIJGpqUVZckXT68KNL12tUrxEliW81"
    "jutC0bKfN2Gpinl58+TFxMQfd8bxJuSWxOiD1Bky8PV5ONY/vr2WTxOqHTfjstYCdNLCxM"
    "GoeThqOhIOk4CpJGzCoxoNoulRJoaJOqgzexSb2ttEm9Ldqkkg1VhrdycedJhgtb6X+Vdx"
    "a5wg5FObk3owBFol7qFSYRyEu8qet0nJjulMyyBaVSptxHdi5b1XIH936n7NGD3BHrCRTT"
    "NZ64zkv49yb6VhOLbIg/IR4VMLb0b7u9hCL/MUJZJqcBgjwD8sxYzjCQZ0Ymz4CBFKx5Kg"
    "k36pYC+I6eI8QOLVVXa7x8Egk5pTG1go6ZjTaWbHgv7VqS8quBK+odvnaiYKU4TVQumA/E"
    "iqHECsY8CaEiHq6hSDF/c/augVTBhlV3+A1f8vdgsg+aIpyM1xHi8/MmCJ+f1zRfP1cweR"
    "3c7P2lSrDbq130G0cJXFaZy5BT1nO1eSr++4FAvb3fIMuqlLQyqlYarmIbJpa3TudvL1IJ"
    "i/2nTqa6/3h5cyOoXeCGjdRaFC/IE8KZpPKZRH/aI3E37e6eAi1wWmVOb9rWGN5AjeGx8B"
    "iyKI6CzeobnccRQcplphD7SRLQHAmY8EdpwlcxcFQ2HjexT++J6008zThX605Uc3tVJafI"
    "bcTEkiPkNk4yr3Z+MIJe/B2mQwW+qLaQY5nYhMiJcbg4cnxrzIGMRpsaW4NwIZeBH+2REu"
    "o12fcphYa+j+5LHHhr50Wq0llKAPA2gHfN5pFXF3NkYBFQWVXc0l/qiw6oyjshR6HNpdBd"
    "OV/kutgUpr9V64kcUa+Jm6psEwm9G2wZGtkylEzV3BPMXG/7pmDmSABMMAsdgVlIybXa2i"
    "iUJWgXD4IOEP3ULBF7nIjmTr49Ut5/cY2K1ukyWe9/da/oP0YrVw2b8n4X+CuHfqtr5u2d"
    "CiyS/IBZnWmSMt3H7hB1VcvFVGeTn6YuXpItwVBvVcl6q9DfrccIOG7pN0WYI9IQ5vl5E7"
    "MZHVUTkF22SwaLf+OlFM45Eh1RbtSGYV7ThmFebsPg468CiB/oUzHEyXgt8K2zQ17/44Ez"
    "QZZ6EaZmyJu7278kw4sNCgu2YH8jyJKpBjsZD2C3ANt5fDQks5JyJNoFg/fSxMWjd1oL50"
    "aODJwbKjs3VuQZ20awbcHjAinwWWU+Q1irtmwuGYcPVH0HmwRNRWV3whezOnPHJh3ScSRW"
    "zjrurdH8/EKQf54fQ37FYN04sHUjXAwRYBKSHU+lhTzNi3en8wbS3em8Urhjr3jZ7oWYok"
    "JBlWEN6XgoYyOIa1hjsloLbtdKODMCwFOAZ3gWN0czGQ5YikIsiSV1mCbjtesfddZERT6r"
    "1pDPygpyJFZIgJtRaHhLdR9e+YxcgmxRybUf7u9uxRDnaYoaC1n6k/9MLOL1djDkhLBFQC"
    "yf2N637GMPIYcxjOoNb0UbW0FgYxMUDW+gTLZhxSiUyXHFFarCWu3Ct5SI1ph1WpgPYmN2"
    "xMZwUg16pqe0579a+8J0z2a6ZxNpBFWfdrTP+Jl40RctmdLSd7M6a1oYQebGQ4eIIUrC+q"
    "RDgyC1kb0bIrWRfilfGNNSLUTnSIaXoQ9zj/ciLb+sRXJytX6YjNdQO+xe/QZVpM06H50q"
    "crAMkhExtb0SMmxYvqKQtg7MP3D9iysn2IqlxfhNray4DMf0LyRKiYXHIhPuad+vk/ZMKX"
    "t/Ml47e/+8UdhyTdRyyRy9xe5SKEjXV0jNkWmTEt5FgVS0EZu/6jTDjEYbKAcuubKh4oER"
    "eCLbTiXqHA14WQWoUnBkLrNkuDaLuDMg8dctocJrC6WOp4SQVJV1uhfir00qYbcpj12kBU"
    "6rzGkw0mjLZong41zijmvGyc3t/Up3bI7RbuthXUrXX5drZK/wZxRaLEqGAu79rM5cgOOR"
    "BkP8gFaDZeC62F4KakjVKLk5Gu0U3SZ6brWaG2u51QYFN14ZDUXbZDioCQLp1kSCZcuuQT"
    "GW8fC6u2+EoNYgxu4ykb36MObV6J4RVfNILqDq0zK753p2wPORMTmh6V+smAfrzoOLLyDJ"
    "5aBJLi5+xOw2kjLTckTaXWGnTZzDp9XO4dOSc3hrIam6t8l4DT3v3ddJCbuGS3cKy6h0kg"
    "26sIRvXeeZxFdK4wWbo4FF22DRQuWkFNwmPWyrG9iWutemQkbjNBhfrCTogO1Jk6vspPoq"
    "OynHOSmh8CoFcicqL1fmWySN1TkiUxKd7rKBXZEm8SoyIGq7buSotPGfDYy8j77KgR4TAN"
    "6t8TZsJNe8OE+jXcGqebNqdzXF7kq17uj0YlNlvVaSp9NmeXehlPiOjwQF1mpPiYQELsXW"
    "R8UWvRptIqN4Oo16cQ+OPzFbMoAjBA605YCLHwNb2BasDv48lTbn+NBrnyk1hhtsCRIUB9"
    "qpDuUo4QJoLyuyS7QVE4qUwIT2Z9CATm81D/3OfN7slxuSju88zZ7eb8XQ3e385kx/YYqO"
    "IZ/TwZHppz12ntoRI+ZiCyOvXbiicAYITlUtapHrRxi8YlfaMMNTaWhdP2lknTmpMc+clO"
    "0zEWo46X8jB3ZKpiHavfTXiGCjW4HuFoGjfhfeOULtLo/TRrXyT2tq5Z+Wa+VHsDFboiiG"
    "ahfcGZ12aHdf9iEJfKBX7aMM1EU67aDu5dgOrVqySOdoAOUmKHt46WKpVj0ZhQYI18mUfX"
    "SP+YUeuZKtkXIkAHgbwMlGWGmkFvGUBiCXhpz5g4QdkqoRz5EA4NKAE/bpQRibLpC4q1Ev"
    "0gH00tAvne2r8YTlIuRyNK0gL9plFAqnP7loJKNc1MgoFyUZBfmsJGCcmNkUZY5Ig5Xdd5"
    "AylD84Brvjco2XT21szDm6QTh8gCbp+jBYpsJORqBN7EJnDsQosEZ6s+TIYK+ovFegQsgx"
    "sPnAHSXGI83szCwuea2l6mhyND3Fq4ytnmap3sBhm3SouVb36dFBv8Lk9svNzVSwfDuANq"
    "t2O6ql2xRYbstW4Nqk9hJ+xsJmWjK1lz6h1w2d5foZjzKasLIGUzkAeU+gPoeT6ASRVKkV"
    "rmoucUTB3DHhnY0fHPpHg7VnIftTOpseh2hh4S0xnboLrD5nU2kClGTxHu6gEtTwKR5kdT"
    "11wpFGdnx23ao6X8sh/JTQMF1sVy1Vtgfa67B3Q7TXgeIdQ9jF010hgTJHpCPMfYSiOC5Z"
    "ESkfT0ahJcaNIK5BuJSo7AaeL8xucxwLI7sityejKqC8oGQjhLnuHL67u+HMWu8/FJ3AXz"
    "6+v6a4h7DTQcTnDmsoTTNQaZrxxWKO+3CG5ORDJwZCMaa+izE9UsVKquN7SgCtKvdoVblw"
    "zFfDW6P5+YXM2i6Qabi8L5qs74vqBX5RWuFO4C8duZyzHImGEHevL67RdksRaeNVLpBCJJ"
    "XKXuXQYvrcis8F0mHCByBIpB2fw3LqkrEDeZp+28AqwtX2XWAdV2jAlHbENu3MoiamOx2x"
    "+RWlUh/YnGNM5Ong3GY1fg46zoi8dcM3LljgFbE9+fYE4OcYzM8BFfWhov4Q67yL4pX4K5"
    "2XVRCSCcLmiSAQuwjqM7ICyTLZKYlOC3Rgk+Ovji1lK0jGa3jwdm+LofLs2nHF9cnqD1+e"
    "Uqf13cUBnMlzJVjr1XKOEGL6ldbKsW22SlXMyMDqojJ/XUyF+GVL6xpHClbUUfD5ZS3l2C"
    "zS6Zfg3XnEhIs3RFzcul7ayNMNJ2v84Q/qSxoHTiwbkXwhkVmmkr39oLa3Xszth0gqU3Sd"
    "7pNV1srqvtPpkeRY9O3yUGFZd+3x2MuLkaSsCFwYuWyWav9FnD3TS4bGK0Yhk+1gs6DPID"
    "VDIUtZtcsi4VpD+28yXCdbTmfG33jlN0czIwA8BXi2ieLdM4BXUUghgvfQZvWOI3g9bFkt"
    "6uoXyDTEed6o9Pi8pvT4vFx6PIatRa33MqWGmPdS7j1GTrqbQZFOQ7x7bGcAjTqgUYeeK3"
    "tcjTrGfXaPr1XHcHJg5806iOcFrfyHHCF4iVX2HoKvoHtfAVi0NbJoXzGrTWhJrjJsJyNm"
    "DezbxjIa3H+MfqVV+6B2VRXs2ntaAast1hbyfEPa1FqggshlYVHPw+TmxHUAhXs/qRBYt+"
    "fTUoSH2ergwDqkAytiv2zdK56qGz1F++4m4I4Bd4wqani37hjbkSuBlYzXLpqzF3PSuNoX"
    "KKIOg40D6g9A/QFt6g88kO1UoOCwx7M67cYn2+ErDeSOXTqy+DbpGiRXhaD6EDiEiXP6Jy"
    "r/hw0lJ+EnsT/O/tzXHbtPwHlNtQG60qQdvhyRhoJh9+mvVFXETJSWgpkj0k69PG0mJNbI"
    "iFVVUqWWMlQIl6ugMb5StKNuWA91lfvMEgRr1IGsUawFerv6yq/7llcGBkRAQoXrw3LAw1"
    "RDEoBf3cE+o9Dg8qyzWvXRu/4X1/ApsjJ450gA8DaAkw1VFCURT2kAcmnI2e0YuIJw4mrE"
    "cyQAuDTg+OuWuLhVbR6OEuovKe2VCLvGt/E85eigN7rqDG7nXOQoofySylxOfA6SLM6RAX"
    "9V5u+4QgSAzS3ZDIWooHKSStECXVdO6jRe4MqxbbyMf7oociA3YLYjhoBBEY9VLFIa4gI6"
    "jwsAX2r/vlQqdpjY9gmyBCnJ1TabApkWUA9tufGQbS6crwLfR1134BzVgN2B0yejbQ8Mkn"
    "mrhQ+SOWQplyTCxlnKlTK8ZJ7yHhK8CgzoXn7fSya/IRvi/x25dvTVSyI5975WIrfYSCqe"
    "+P0kKf+UX0BhByT2j5d1dBJ7VArE0RvPhzqdKoUYVAv1KRebSvQpgRYyJi/O18GbCJhvK4"
    "X5t0VZPtkYTaFNxmuI7LsGyL6rRPZdKQYyOWp4aOvr+KdEOsWIdVHGPzyvS2DWtL7ztAu1"
    "6662rGLyrrqqDFiilZRkB7NEf9hsHdf/HOqNJZE3e1kr75JwmOE6L71Iu24QWsBtJ/5bXI"
    "E+HfeMXZMsw9VE4Q4z3AozeE7g0vUIfXbVFIYTNjUV2JLxILDtEtighH23YkZ8kEis1YxC"
    "g6DOvmtnviCbISEBb0ahHbzvmsD7rhredyV4ZZOLh88rHi20aOEEUkaHlEA7cHsp+Z+T8Z"
    "oinCMBQWGXoOBi5DlSQlhGod0K7qVqkoUffUN4SNT6ufNk4OiWcHRvkIklzUE5kj1sQeMJ"
    "K5bojhlCIx8zkCODgG2V4wUC23TKzP3h/u5WzNhkfJGr9MKd/GdiEa83bTEX0rcIiOUT2/"
    "uWfewhovoYPhyHS/FQxdCnAuvYBMV4KNN1tkbgifSg2puCo4OrQuKqYIvZbnO8cYRwwKl8"
    "wLmBLSkNZBTgGKp3DLki8620Uyj2PURzjRPWnW6hbE0p6BIKhIkJHFt2uYQgGUHzZIRHYs"
    "kXKeSItLMWnDSyFpzUWAtOBO0Wya8CiOtckgmFNq0whq7Kzvz1guSPah0oowAtqHMtCPIU"
    "2rBidGI5lHs4Bi5T0d9tt5l5SuCyylx+JDbx1q3YXCAFPqvMZ2b1MtpvaQE58Ft1foN5VG"
    "8ePyKqo7c6ufOEwGPVeRyI8ndqLDcZiXZ2m16iPNiBVwa40miTDNfGaNNZpK3v+EhQPrUS"
    "yXQ8QFmEclylURUpDDC60139DDhFOCsR9RR40i3wciS9xpCNA8zxZROOtSxGcdl2gOsXr1"
    "FnQSXX6k5Mc/uUA5R+/uT2y81NnS8+F/kQZ0AW3HQx1fc/fsYWSgr61UY9RBmX43RElLD+"
    "rc9gheuvDLCpIFIhfjOrC1PAXyFM4QjCFNzAZlV7pNvI82StVN7icahQn7+zJkkjZ9VZI2"
    "eltBFQd0HdVQ1KCJ0ZPHQGYjWOwcJAeWW+tmByng48BCpzGLxA+vMYrMHHwOUDW4OVtAmN"
    "1Rg8nm3S3ho8rMlSTURb2yyFRuBD2NeV3PYjrtX3yUK2jc3v2Pep6BtTHDKrs35uo8HRD1"
    "SvdwxU3OtWQ6+2j5pkhUXFZ6tNoxlFX4FAh7OLXpw1sItenFXaRdkrsIiAlA1SNkjZh0cT"
    "pGyQshWEVWEp2yXPaPn6GVM4PWFkQWFEvYwdjTXcaHD/IvZP06XleKnIYAZhxoVcrWuIQO"
    "g6AuGJ/j4Z+ToZr2Gpyu67NeINIgJveTW6KYF+ysv8vIn2QkdVl1s9L+kvFrJXAT0tZTDO"
    "02i4iudNUK7GuIiwj78KpIbqTqPJeC2QrdMB+2gximzvRST5VsOdUQDgLQCnuGL6S01jgZ"
    "eICtRSZ7WAVrvks/NGyWfnNcln5+XkM7A6tdoAY7M6xRK+JIszKmCv0ux18YaE51+bSCuO"
    "FAJxVOZzJGK04nOBFPisMp8564zUpZwnBB6rzGNIFNXFaaEkoPv7LA5jWf+re0X/MRVY1O"
    "M3szpL+i8u/eEUuAEs6Dk3Dq8KJQ0lLWI/id+Cnf2gdvYNcp9krAvJeN1y+7o3svvEt6QM"
    "NymBdtaa7vvFqe8eSo+8Ma5d+nE+Frnlqy2+ORIN1u/QBt8VecaCJhDVxbNTAqidXc+MNh"
    "2EsEdFYxluZBTAjs7ZsXKRKXWRpgQaHES9dq30lsgW1V+py/VOSCDZu12yt4U832Ao2q2M"
    "WgJyMG2pbNqKjAltWM1TDsJlRYxdo2MyeI6Pgs3B1mzJZp4S2Kw0m5+x6xFRN+9KqShHMZ"
    "xcdNKvXNRdQSGM3OVaxpaQUXRiZlR4a/QSrad8JVtV4JfIq2LWPElEcyTQDr2AprNyZNHM"
    "SMDfy4HJ/haCWafH54ha3VhqAXkYVX6LVmLgq1dxjgRW8QjLWx/irO28vnXimdoT2Jt4ml"
    "FeYDtBzd3euxEVd/SVRvQWjdeOsxPQ3I1TUTG8eLZ2gOineBotEc1dJg02PZWfOgD0IzYJ"
    "0hbRnJApXdW+z0Cwe/SMzXv/NYS2FAyWezvbERDmsVE9RIRxIWCPjmXiOLQLarqrEukl23"
    "V++IbzgwV7nTWJRzqrjkc6K8UjxUteAt6MAgBuADDEZCgVk7FcOx62W7UdzxGC51plNwjY"
    "kcHyqR6YYDM6jM0I1Mfxqo+fcVXPr/jNrE5tdPEwPb8KhbhykTGQJASqoyKaTfe1buky90"
    "TBJjVt1lIKDQHuPpnlxXFNQZRzNb4pgY7wvmlUOYcNq4b4DdTOOVKdEIox6M9jhUOdxqGi"
    "QozIMPq+anEMSqqkMmEM4HTvwOl+GBX/Y9hBMFzKAjU/93ZWp+pvoj6EbNEo1tsGlPqulf"
    "pt4FIKKb0+R6KjatSkRPFJdY3ik1KRYvXqbB8Q3l4KbQ/eiEnhEjbdm6YWrvMirB5WDW+O"
    "ZLBa8QMl33ePr4mfyVLqBM4o9Ktt0HmRoDEY/gYCd94E3Hk1uPMSuDb+6htb5AsS+2ocA3"
    "ki7UDupSi5h23RIq4u0JGMh0TUYr4O2KgrodbJfgkd2o+By1AyuD/DKpQMHm3J4E/0+qc/"
    "7zo0JAgsgdz7WW0jvmikEdokmlkDp5f2hG5hus68ifM4QRMG0mziuBPHxhN/jfwJ8Sa+M1"
    "ngpbPBE+LPoqcvyJtQwcWnJKxk8bfTAqs6nRgskwqcPrMayySYzfo2m7G9YMjbzgpkGqLd"
    "vY1nDEaI4RZz52YI+ulYRj1Ox2tTv7LDOk1gaegOSr+F/pkjAxuD0tonmJKOgs1gSjoGLh"
    "/MlNRCvxuHKUnG9rHL7HRn4weH/tGt0UlJ6Ds2OnVhSLonK/vLdlptSYoHzJqYklhCvhFs"
    "mxqTJmz8fwXbyQtLGk8NQLuNRRKEYAxS4PyYgTEIjEHqoQ3GIDAGgTEIjEH7QwnGIJ31Rz"
    "AGHQWbwRh0DFxWIeZd66QCKCbSY8j7Fnke0xmMNfKkIrNLhBrCPW8Unz2vic+el+OzLWSv"
    "AmHebDXYeRodcW6CcjXGJa0OuxvP8LCoQW5NN22OSkOUT5rVcamp4lIEmmU20498JO6mlT"
    "QrogeZVmlpZ0xZPIPtrF7yeHz0hA1kOfRblKB+7zgWRnbFQcYRFuBeUMoR4l0D7/u7uxtu"
    "97z/UOx59uXj+2t6tIXo00Ek8oFFhpe9XJHdec8+mNj2if86FTjO0nezOp8ZiUaRfqr1E8"
    "8LIo3FCxb/xkt/v2r9dZ2mmjaZinUcdfWiAXtMVbvDMsY1Pa0zCg2P6vn5eSOH2HmNQ+y8"
    "lHIZbwkJkHMkgHIzlOlPx1KO3ZRAQ4S7b5gwBr/5UMnvvXjNweh/DApS0K7cZdBpsUtg8D"
    "EEfyrrwxlLIrGaiI41k/iObpv191a4bUo6bPZyVqfEOmyY8UjHQTlBzeM0Pex59ItIHqU8"
    "FbRJL3jzoERjwWHaxF9a7S4teUtd55mYcuaUPI2GCHcflEkvd79NfHGRDkIrClALQiscKk"
    "a1gLpIp+G67q04Zgu4y5QAeJPVPSJf5UCWrZM38yYws2E1cQDzEtRsGoEc90DBrHBSJgQa"
    "QFxn3bj+xwNn2Cj1Uk2NGzd3t39JhhcbrPJgj8OlM5it9ogdOmPGGPwN/fobQriMZ+wSOq"
    "nIBV8XQ1ImHjCOJH0yqkCScYUsj7ZGN7jRWskhY/OyQO7MMXBZCWfpeCzBo+PvI7GJt27F"
    "4wIp8FllPkNtbV1c4koCOlaP+CfkeU9YGNOdvJrVecNf8IL5w22Diq5hdDdqWFcb3OKjdY"
    "u7W+FBWtPcfSs+RnXwCczPTxsZRk5rDCOnAg0y3kySSJcItfMwnpw28sKwYdXugdOyJ2Yb"
    "LCyyNOIDr6mPgKfSYnkP7SoIL8Y1sk1Lyh5VINMC+kL8fJOD5az6XDkrHSthrcKlE9gCVa"
    "cu3Ymn06aw1CBpT2OyuA7nSG9ic72otrlelGyuTBqmmniwlfQicHTgQJBwIICVu9UVOja7"
    "iYU832hpBC3SgoVMZU5D1og2JjI1ER25jYxKahaTYPC02liWjZk1s5ol4xUzmkHxg261gG"
    "pjmnyoLYSPSwTYQrpJ0X520cR6VpRDcrazCwgaP/CaHpvFbKBAru7tZRDhA3oPRAaMR+1R"
    "EtCxaj2XVEFhrsQl8h13KlB5+AGzOn0H5YeCqnOkqo6Hly6Wy1hJKTQUDHuqQOb5hudjkR"
    "+kZqFzZMM5+DRZ8uAUAZHxQKZyFVo8diEyysg40F1Tye6aV1GZdMR+yhV9JJIZS2NqxcZl"
    "brTBevOB6HikouPhreSHFmd6timGbQPpBzwKQL7fIMuqbziYUg4nO573u+BP528v0iXO/l"
    "O3qO8/Xt7clKVBsB8egzB44Cpxal0XBxcJY1z3lgrvs3nGyICdgiG//vqWDT/jpfOM3dcq"
    "uZB7XysTuvFIkAdBHjykPKh11ASYsY5CclHHjKWsNDoW16eaiI7X92kS/9r2XWFidO5tra"
    "iC2DgD26GG3Luk8tMULcMcrRhP/iSmz/4FadMHTZveYtcTKSY1kYgphYY2rO7rbi1exem7"
    "9QlgrxXZu5D9VZf9heRKTyJt+4h1v4z9NRE11KxpC5wQaBfS2Ut363EpN4rIwaPTbXhhqK"
    "lsw1P1q+GoorZKNO+AUNn+9MV46XWgMl5mM41zle5UG/ltKtYci+t2OF1cycXaWhWnnz+5"
    "/XJzcyhd/IP9THwU/+py4+ns7ay29XQ6rpfe0/yCjMqA79V9GtTvrtXvMRRzHzD2uIdy7q"
    "4jl5CWjNcQ346beoG7C9xdyukNo1MJIRzrGLjsUskVtatXVCCFckUq8xkMPD0YeEI1iW6A"
    "xaskriVCMPaAsecwxp5sKYLJpx7Z0qZVyvBzhajIbyJh7nn6blabPxSPOmCYaOVGr4sVzR"
    "F1k08BEaPTXx1byjiRjNfQONG9Av2Et77x6DqbMsKVi5yj0aam9Pzk7O3Zu9OLs3Rxp0/q"
    "1nS0fvdKgeju4P0OvT44PrJEB2/6rvbgNdErPS3pMDh54eS1iP0kx4WEAgpRSDIhA/1l7Z"
    "Qxr0/kjEl0Ar2LJE56lkncavFonUDc60rjzOwWWT55ckdBRqMTpAMfBt4S2ZK4pyQAe2vY"
    "nwl+kYQ9JQHY94DdI0mZORnkMyoAXwp8ddSWvyErhF6ktkTvZrvUlmc2DNQWUFtAbTnA2Q"
    "1qy7QrtYVssC2uhFEXNZQj0tDy2X3xe9AOu9IOn5P7ueliTQk0XKi91IYF/Rv072OCHfTv"
    "Y1MBf3AC10bWJ4fq8hUJI8UhszqF8N/RYCgzdaQ6YMx/GakkRwKR9wWZpBw44OEV1Thk21"
    "FnRNrEDQx8NS5efSx5NaYkgHk7zMMeC7LneY4IcB+dPHKPQvhKQkj4vFby8OgIEDuOVOw4"
    "oFFJBfQ7Myl58TZrKrsl4zU0KHUjuilyrP6N+Wq/J+F3LJ2t2cvaAzb099IPtBo6+6aXEz"
    "Z44jxOPIwsbE7CGTy6Q9Z4Qr8qecSez17//Ce2sScmcfHSd9zXP/8+Gvnzt9MC47qY85/2"
    "P23KeZ8KxPTinjw6bjzJbHIS/s8LNhvEKhCyeaJXdHrkT5CLJ7YzsRx7hd0JC8edfBN9jd"
    "97yzXeoG+3r7+j8z8Sl8og9JSZTbBtsn9E34/+w5sQe0L82WSNrMf/crbYnk0Q/SDXJExt"
    "Zp/IkuW8P06+PFxx381ylsjivx/9qFDawSahP4X96U2C7cR36KcR+klm+I0pRy1CkaIfzL"
    "4Ewy/EdY/LLvxb4phIxmun33VVy6z6ZotXqqyPL0emk2GuCz9fujslJAaORidAO5Mc4oNO"
    "AtMcBSAqQJS1+pbTKRIKneAEM88xwJ6KMS1sPQkZWHtaRhC5xKeyQovqDzwl1HJRrvqDat"
    "rnNduqdRrodbyXm2ih4cZvrIou14hqbUw34hTHSLFz8dZx6X+YqvQ6CWyfWBPMeuZE2uaa"
    "amgLjG06Ll7ykxfir6keJ1JQe/okprb+nf37ZxtTxkfxqz+HKl38AUzrTZ8vMFNTI12Qqa"
    "7R8z9G0/3MAi9/jt6wf05e6OdGeexmqGKuHMf84z/tcLCNCdMPw0+Kp8mP31eXBMPpIQ2n"
    "agRPH6fMM4Jwab0kndzBKQd8gRDwb4f/Bpm4hZiZIwMZE2TMHTLm37DrVUSylcY0lTSfo/"
    "ENhc07G09c5+W/Jz/HdD9PVsw0E8lekbQXC4lUZOMdF5GYFUq2s8nPj9he4p8jOrrwvRJB"
    "Wf4c+sM7lvzqrdpdhnWoIPy1N2dXS3TP2dqWiOLNiECia32/hTtGDviUBGAfY7hSeKN8Dm"
    "9D8W3D3u2+ZQbsdcc+Sbq1XRf6+FjOZEiiPY4TRFAZF6wgw0P/RH+trBiY0OgEexeRDZAL"
    "3hWScW0TSSE6I9IJz4EPBBc/YtcVdZ+q6YuSo9EwFLWX3ObA3xieE7gijaUaaZ5KQ6xPGj"
    "XQPKlpoHlSbqDJUNtgkwSCcq/1WGdUgHVzrJdos0VkJVXJo0gHeDfH28eu9MpOaABniXVd"
    "FQy8Y1lXBgMD2hVoh6qdKwhnrUY6R6IhyvMmEki1/FHCl/hy4MbjNUS2l/Vr4mciJ9llFD"
    "pi3HkZqwVzqslpKTkSDSG+aLKKL6oX8UVpDXuvno+l5IqMAgBuALCF7FWAVlLHRJ5GQ5C7"
    "Pyi2FlpiccmOapQ5ouFgnk5HBLIiLsBL7JLleipwAMZvZnXuP5SNUaZswbGE3u6ZqdUiBK"
    "OmNGNlAIYOp2ovBky2qSQQjodriG5PCnCFqeGH+7vbKgW4ysxgkqU/+c/EIt4Y/SA14DIw"
    "2MxpcGaC6TcfL/9RhPvq5u59CE4u6pJN8P7Ql9lv/w83eQ+k"
)
