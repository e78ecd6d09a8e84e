"""Attempts at guessing are counted once for all processes; sessions and the security log know the country.

Attempts (app/kernel/attempt_store.py) are in an unlogged table on PostgreSQL: a counter may be forgotten in a crash. On
SQLite they have a file of their own, which is made when the first attempt is counted.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
DISOWN_LINKS = """
        CREATE TABLE "disown_links" (
    "id" {id},
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "expires_at" {time} NOT NULL,
    "user_id" {uuid} NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE INDEX "idx_disown_link_expires_e4a609" ON "disown_links" ("expires_at");
        CREATE INDEX "idx_disown_link_user_id_99df3f" ON "disown_links" ("user_id");"""
COLUMNS = """
        ALTER TABLE "sessions" ADD "country" VARCHAR(2) NOT NULL DEFAULT '';
        ALTER TABLE "security_events" ADD "country" VARCHAR(2) NOT NULL DEFAULT '';
        ALTER TABLE "security_events" ADD "times" INT NOT NULL DEFAULT 1;
        ALTER TABLE "security_events" ADD "merged_in" BIGINT;
        CREATE UNIQUE INDEX "uid_security_ev_user_id_e54c82" ON "security_events" ("user_id", "kind", "merged_in");"""
UPGRADE = {
    "sqlite": f"""
        PRAGMA foreign_keys=OFF;
        BEGIN;{DISOWN_LINKS.format(id="INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", time="TIMESTAMP", uuid="CHAR(36)")}{COLUMNS}""",
    "postgres": f"""{DISOWN_LINKS.format(id="BIGSERIAL NOT NULL PRIMARY KEY", time="TIMESTAMPTZ", uuid="UUID")}{COLUMNS}
        CREATE UNLOGGED TABLE "attempts" (
    "key" VARCHAR(64) NOT NULL PRIMARY KEY,
    "count" BIGINT NOT NULL,
    "ends_at" BIGINT NOT NULL,
    "salt" VARCHAR(64)
);""",
}
DROP = """
        DROP INDEX "uid_security_ev_user_id_e54c82";
        ALTER TABLE "security_events" DROP COLUMN "merged_in";
        ALTER TABLE "security_events" DROP COLUMN "times";
        ALTER TABLE "security_events" DROP COLUMN "country";
        ALTER TABLE "sessions" DROP COLUMN "country";
        DROP TABLE "disown_links";"""
DOWNGRADE = {
    "sqlite": f"""
        PRAGMA foreign_keys=OFF;
        BEGIN;{DROP}""",
    "postgres": f"""
        DROP TABLE "attempts";{DROP}""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz47bV/iscfUpn1I0tX9Zv2+mMvdm0m3jt7dpOOk07XEiEJdQUqfBir9vmv78AxT"
    "sBmqBICoTPF19IHIh6Dgic+/nvZO1a2PbfnC8WbugEkz8Y/504aI3pH+VbU2OCNpvsBrsQ"
    "oLkdjUXbQdFFNPcDDy3YZPfI9jG9ZGF/4ZFNQFyHXnVC22YX3QUdSJxldil0yK8hNgN3iY"
    "MV9uiNX/5FLxPHwl+xn/y7eTDvCbatwtMSi312dN0MnjfRtbu7D999H41kHzc3F64drp1s"
    "9OY5WLlOOjwMifWG0bB7S+xgDwXYyn0N9pTxN04ubZ+YXgi8EKePamUXLHyPQpuBMfnTfe"
    "gsGAZG9Ensx/Gf40fLDTPNq+tb8+b9rWlOJLBbuA7DnTAuUGB+286bARJdnbAPePfX88/f"
    "HJ3+LoLA9YOlF92M4Jr8FhGiAG1JI9AzlKPfFZzfrZDHxzkZX0KaPmgbjJMLGcjZAkvgSw"
    "DqAdLJGn01bewsgxX99+ygBuKfzj9HKJ8dRCi79H3YvihX8Z1ZdIuBnYFrI2cZoqUUwHka"
    "DUGeNcB4JoR4VkY4IGts/sd1pCAuEA2H8eTcJ+jbH9AD8gLU1y5RRPv0uAHcp8dCvNmtIu"
    "Abuj5N2U2jQDQg4PcexsMAfXjaAOjDUyHQ7FZp7yDOg2/aZE2CKtQfnECwexSpSliT7an/"
    "AtbxOafM/rFkD/H72eHx2+Ozo9PjMzokes70ytsa7D9c3ZaA9TD9Wn4gj22VEOCtwrtdga"
    "GPOeLbC8s2IWoFa6sd4mAkoD7gZ2lMCzQAaRlSH6NAGtMiEYBaBnXJNkjTIkv6S0ZAKNO1"
    "khHKG+vLCtxgUm/3cpjrzF3kWdgyEQfp7yhKTMrlo12mLaFtxcRvkj/Gd6jVoH374eP7m9"
    "vzj5/Y9Gvf/9WOADu/fc/uzKKrz6Wr35QFt3QS4+cPt3812L/GP66v3pcV8HTc7T8m7JlQ"
    "GLim4z6ZyMpjklxOLhU4vfAww70Fn4uUHXBZNdVy7Gxmtq/7h5xdhl2Yo8XDE309zcKdnB"
    "UPr+fY81dk41cXxEVM/P2Pn7GNIjyrrI/tgB/TicbL+uxqvAmVznjfp/PuiNPNdpbR7oL1"
    "GEWi924AXdIptF1CVGbBuy4gNoeuAAVouSM8t2ipKzgbtNx18XyKbcE6wuOHczY5O4V2fM"
    "PSiXSFao6CxWrXtXTBJtEVIbQhJrN57AbR+Yb8iJ91xSj0ud4oKanRdYKV/Xzna7wvsd87"
    "rqMrNGaNqh6eNbYI2lX3iKfQEZ/IP2DaOAh2Ptgu2VQ/I89hD6UpXL96dIC16wv3N+8d/U"
    "NXjHz0iC3TD57tnZURNtMNm0gnrJjhxJ25IlNK9dZ6ti5fQQ490qz4s9knxYh9R3z3yYmU"
    "XE40Ve7utC6gyorGmam6rU5Q1QVZCh0e3LAqjqMjtnzsFk/Vv5fz/2azo6O3s4Oj07OT47"
    "dvT84OUo9H9Vad6+Piw1+Y92OatxYm7hBxsJW8Y2RHl4hiTOjZJ4K/boiH/RaW8iLlMJby"
    "IZEfu6G8qMNgz5QLDs2RdBkhqixPX4gHrbgdiuBWkf3e9TBZOlQxjvD9QJ8DOQteNFd8KN"
    "75XVli9oBoRbqglz30lJ6m+eVEvzr9wjjYbuPnN+/Ov3s/+U3sxulTTvmRvjHOhec++ZFM"
    "UJFUCvdrZZUHNtKcb4eCtALSCkgr3UsrPsZOC1ElRwZyCsgpo+YpyCmvUU7JxZ1wpJRiVI"
    "pYRimFwXQroPySxy5OhWP//QsklzFILp5rS+WnJOM1zLc6a5LTJk5pKwstEIz4KmSX3JYn"
    "Ib4UqUCC+W008qAqL4pGAqESfjFpiZCzCXSAaq7iwCjf/BdxLe58KgnbN3gReiR4fv+I+d"
    "UgigNqRW4/HmpiNrZvsfuBsjw6GbFHv5lJnIr0XRhelC8SWR2Ec+WE84SvTYXzZLyGwvlR"
    "k2oIR+JyCEeVeggWDhCxpWy2KcWAifmTQeA9PG1S0YOOqknLr9T0sPAjWUhplxmFdgh3Xz"
    "KFKilU5uPEOInxzZFoB/DxSQOAj0+EALNbJQ2eCSreswzAORLtAO6hHg1n8QpFi3T8cLnk"
    "h/1KF53lkmdyn5SwViDTqEDHIFLbWA19iliDRmfnA5sU2KT2bTtR1EuZZH1zTSZpQnidsS"
    "TLPVcnegoKaHZdQBOipHqNkhqHuj2cO7dzhRv0wT71wXGJ0aqIXKOTo+lXuyfeuh2jS7TA"
    "aqVZbSM/MFvG7pZpgdVKsxryyV4Dl/cc6/SytVERxmoS6jQONMdkVVIxIEf5QCclX/td4p"
    "zoIxhXd5eX+7LX3QmyHu9ezHYM1UtyBDNd12Y6vJaMi0kJtDPSzU6aWOnoKLGZ46Rae4HB"
    "ZT5ij9BJ26jB3AmgMrXKkjP0jurRLrtBvv/k0lNxhfyVDMoVQg3hnh00wZuOEm9hB9Ctay"
    "/RUdCta0DvGZVF5bbolGBAoP1nP8DrYSDuOB0SPVJ5U9bUUSDq1XKkimQjYTqKwbknchm8"
    "JTLt3JLHTc67Y/Fxd1w57Rz85JuIcqKVtF6lBlFdZVE9Kknrm+uwnTOaQw78VpnfVCQ1d3"
    "FK8+jBW6k0ywPsrf3Iuywl8BWotDs3DxtlgNUkgFXjpSCiR9e3qeJ0E3sy8vGfxbrOpUwV"
    "icrcxUrS4+T9C01MchUl2+NUrmOpI1LQ5K0xVJyqBO3hqlRD0BOxYdvijRIkZkbfvZ3Qp+"
    "0smoNkLlbIZjLX7s3OovneJdONVokctkOFqDfFy10pempH8UvU+S7iM9Mk57a7eOCUb8kH"
    "3ri27T7hSGr2F2i7OSWTbKNMEskZeYsVecwEacT6ccf/RJ+U/lcMw1zYZPFgRqaMaBqL/s"
    "GWlVyhGAjN6Do0w1+5XhC1AJJRXItUGvre+sil8gPiRFuwGXqSVWIqpBpCPjs4buIgYsNq"
    "HMvHFTdRQAI5d0ZKoJ1BphfPff7J5BZ1nkw7rE8aYX1Sg/VJFWvHDXhSXk3UT0KgHb50JT"
    "ZczLWruQKxQnknakrXo7UwFgzJRXG0pDTVVLgpEUKNm+piaFbjZs8hdqrxoP9z+t71ImWX"
    "fl9exvmF69oYOXzMK7QlzOeUuK/zJFG7ht3RLq6vLwub2cWH0pK+uvt48f7zN4cRD+ggEg"
    "hWuoctei4sAtMPUBByju+bNbJt4Y7DIR+uXtnRwazfXedo9vY03WfYP3U7y83H88vLKsCP"
    "BJloQyTXdI5qwNWcXhntcmaWqgfMq+Jbh3aOCvaO5mDnLHhSR2SeSjvRv/t4vNQcKSUL5q"
    "mG25IPtBID86bn5sjnqQD5dsinhv7msGe+AcC8FeZRDZJk8batYVKiB0ODyoaGgoNMhtUF"
    "QuCxyjwu+USlQn1L7lTgs8J8Lvq3ZdhcpAQuj4HLTyupuowlMu2Url78WcXYEpk3qkg5yB"
    "ulSPGi0b1QELT/KtgcbqyWbC5SApuVZvMj9nxuqIfQapCjgEYrFSsMZipAFc1b/FVkhEkp"
    "dHB81r0a7/9+W3grElHim4/nf/9d4c24vL76SzI8J3q8u7y+KFt6lW+uqwr8EnUDIn+DHK"
    "I5EqjCUFtyUtFOsEoE9k9btIItL9wOgP2EdMqWKIOae1Vle8Tk48yRt2uCyg2bQx+cK+Xc"
    "doTnCo3YdFSPzq9elGywI0B/897FGQsaQuThjevtmoH5OZpEI4R2TPzKRb2gJQfbj8h5vn"
    "XZz4YnxS1atjl+91rAtOaciL6VWUp8i7+jx1Yb1eqzKjhJkn4cTMhSM7fIxqdLypb4DqOI"
    "bwUrzw2Xq/Rqwg7ugUSvmxWEf6tN4tseLZwsvvTMqWk2lh5tUMNY40S5hbuRy5FLCLSrYd"
    "xDHywwEb8G26H6xhdFfDwStpfcIdkU0BwJ9E4pxjanskjzoLiMpqdkoEE3+sHC4sZn8VJE"
    "5t7J4GXHRSl2xLVhnSy11nZTTHPb48uABltlZ0c8m6mF44Qz2x9V6jDNEOeoezEjxMpeon"
    "h2XbKlWI3FSiqjtNX/6g6spodVzEx1lZIBQ7jFeiH04Uj1wqMmHQuOxC0Ljio9C+JXQQLe"
    "jEJDgLuvSkOBc0NOR7v6lNSMSqP89y4yUdVXcFWxXYA/XBX1ALy3e3YtCaoXS/uW2hYvHp"
    "VzKfmSZe9S6p8rOpdyulzZu5TpJTs5l9K1IFQ1ougQjq6RRI2IlQ0WedG/Y6mgfBTt6QQK"
    "NO7d72SHHAtDjdspHg/ib5MWXVAbMAW3iVPvVOzUO60m93joniOm/XBzfSXI6UkIym48sg"
    "iM/xk28XuT1XI7xTwkdkAc/w372H1sFgyggkevEvdcDnEu7SpsgnLcM4TtT7oM21+skLOM"
    "sv14Lmvx/lGm024b6b42SwJZi9iAAiXEBigdG7AJ53SDX/GsfeITo0C006mhptY52PHghK"
    "xTicTpkBFoUwums8MhXZWm/KnLpQWIxRC3qKxSooVyDCqfC48EP0mWqUpJtHlv9lGmiqHY"
    "vkhVgRreMJXfMChr85q4DGVtoKzNdM/eHi1eKMhZeBVshgIdYl5CgQ4IoYEQmmYhNB30qO"
    "4s6l4JoIu7bDhnk8937k99k06k0ZosQbXZeN00Ec5m0hUsKKtRXzPikXSwjj7H0+i6iKD6"
    "CFQfUa7tdO6g45WtKByDNbUriuduX42o8RoRu74HdTXwcGoUBiRzQYTiHpSJqSGOUNwytw"
    "K02KaYEmgYozg7aRKkSEeJW/edcLJ0HB/z9LWaQKOMREOUjxpZbY9qrLZHVast8pmhuwXW"
    "FULtrOS94G0jZxlyCzCKoc7TaLiumyRQivMnK+mTgfuAHdMiS+xLLegynXYVjPpIpHTuib"
    "du5w8o0YIjVWWHQOikQnOrYvdVcuC3yvwGP9+rYDP4+cDPpyb8YyjErw+c4DZ9BZX4x4rq"
    "DqX4+7VFZ45ErjG64Gess0YXXZu9mqMT/RbqbCkUg/6ClbmFLaNMp6HVqIe8eKUMR/uNWe"
    "0ba7AnvC5Fk8LeriN4gRB4rDKPx2UzggyAlinroG33qG2DRjhijfACBYvVhKMLbm9M67TA"
    "ORsCDXV0Dxt6oN9PRrdIxg8YXJFUy+9frTg8baBWHJYPu0ytYLdKKhydgoOv2J2REmgQvT"
    "K0M8ONnpAT/iouXZMjgXJn9QxpUc9GEK8tZkdKoAYz2OdpwwzLdTiSnNBumgzXpnpHZ1Vv"
    "Qodqh1IFsjIKWNedr+s1snALFT9HBlYctfX7lnVRCoTAY5V5fI+I3YrHBULgsco8Hpc1Ft"
    "jcks3464bQ6dp4VgqUYHRXmcvqxw0qwlnt4twUaUvSYXWQPi3wP7jzCcf+zi5P66zv/3bn"
    "Q7QcccNg4W73UkyvR0csJPKCRV6RkKruy9hv0LPtyhlvciRqWG+0MhHHuxTrBiWx5otUOi"
    "R+lBxRsyYrn44Su6Jm1XqYYRs7WUYFipfSIvk9joXAhgb+dDxY+MsWfvppPL+VEMp0PEBZ"
    "hnKOl6HTpqh1jg7seirvOzadr019+owM+Ksyf8Fv3NWp4gaIU6FJfKok4wHKMpQeRj6voY"
    "9YY8goNAisGqB4fs4y1BTiHIl2GB820sdq1LEKwKm9TfLczNPBwanywQkOT23ZXHHb7Me7"
    "cL4hP0Zt1CsOhvjOtM7HgDaEWdCgtfnr9jc4SO6YT8Zr6G/oofu2dPI21PuTyNq+J54fmP"
    "duyGmaKoa4SKXhOm6CsxjmCspRK0FZkAtEgPFLGIOwqK2wWHmVwnaVB8q0oP2pzGkPP7rt"
    "4taLlMBllbmsfhykKqzVLhByH8AO1ict9Ll1H2T6yFC23Pl6lX3otZVMihfHnJPH8kWDjp"
    "ky70WrzuT80wfDwxR0P/CNaOlgyyCOgYy723fG2nWC1dSYPxt02jeTEnbSxNxqgHEMVzQa"
    "qgCOowrgllkVBoiVwZRAQ0WwDt5EEXwrVATflhXB5IWqwitc3HmS4XzF/a/yztzFbFOUk9"
    "AyCpDO6qUzbuSuvGSW+ivGiemLglm2oFRKT/nI9mVbLHcU7r8oe/Qgd8TyLMV0hQ3PfYp+"
    "r7dPZdhkTQKD+FTA2NDfTnsJRf5juLJMTlMBeQbkmbHsYSDPjEyeAasTWJ1UEm7Uzb+92n"
    "KzItgk7cTFAk3as7zr9geWu6ZQRuvKtS1sgZAwDiEhx7fGHMhotInhHoQLuQiP7TsiIZtl"
    "FBoKZ92H0Pgr90kqkj4lAHgbwLti88j7gHNk4ABW2QG8od804G1QwjMhR6HNodBduijyPG"
    "yZc45NUazYFIh20GvG85pINCNUX1ccR6WmQhQXcR4kAc2R9LpCxwfm3vp36ALm+IwYY60h"
    "Vt4DOsD1Mp5mjGv1RUxzm14BUPr5xtXd5eU+m4+OE1FRo5kM0SbRXb96pqA0v0yA19+8d/"
    "SP0cpVw0Z3XYfB0qVP9Z41wpxwLJLFAdM60yRleoC9IfL2qsl6U+OXiYcXZEMw5PMpmc8H"
    "9QN77OdTWPpNES4QaQjz7KSJ2YyOEgId3SvZJcP5v/FCCucciY4oNyrzMasp8zGrlvkI8F"
    "cOxDXtqeLxWuBbZ4fsoz/VKlhz6v+IwU7GA9htmoHd35uhx8G7poBNRqJdAZteigT59Exr"
    "4dzIkYFzQ2XnxpI8YscMNy14XCIFPqvMZ0g+15bNFePwngLNsUXQhBdhHt2Y1pk71umQji"
    "OxctZxf4VmJ6eVUKziGPIfDNaNPVs3osWwBUxCsitSaSFPF8W7o1kD6e5oJhTu2K2ibPdE"
    "LF5MvDCsIR0PEducuIYVJssV53QVwpkRAJ4cPKO9uDmayXDAkhdiSWypzTQZr119su7bzc"
    "RihQS4GYWGp1T34ZWPyCPI4WUXiRv65Gmgo0+94a1N03dQJnVVJscVV6gKa7UL31IiWmPa"
    "U+UjiI3hxsYUpBr0SHdpP3i2d4Xphs10wybSCKo+7Wif8SPxtw9aMaWl96Z11rQogsyLhw"
    "4RQ5SE9UmHBkFqI7s3RGojfaiAG9MiFqJzJMPL0Ps5x3uRlp9WPDlZrB8m4zXUDrtXv0EV"
    "abPOR6eK7C2DZERMba+EDBuWryikrQPz91z/4pLVrvoZec72O1ZkxsL9WrkxqoJl9hZ6zi"
    "meNc1OO5+eh3h7xw+gYMY4pEqoqtVfVS0QG1NkzxogeyZE9ozjsvE4593NGtm22L+YEOnk"
    "YDyavT1NNwz2T90avvl4fnlZ9S1G+3UFTCGOyXCdYISqbyMSdsHirkPVt9j6zpF3M7u8WN"
    "LNewD22ReRpVomWeaQZbmHfaJWuEUeJ/2/RraNx7cSwMqeD4ViZrpPsQxIIBePlBJol7Rz"
    "1sQieia2iJ5VLKLqJwenW94Y167QkSJO8hM7Usa4fofO8ovSjGT8VikBRH517suij0lFZB"
    "luZBTAjs7ZsfSQJXWQpgQabET92ogWyOFFvtSYllMSbWo+DlwIOOp+ylB02jdPLZJDTqrK"
    "Tt2tMaENq4uUg3BZkUKBo2MyBGi8CjaHG6slm4uUwGal2fyIvST+tKG/J0cxnFx02K9c1F"
    "2OI0beguNAF9sSMopOzIwKvxp92BLAv/a6SmWPEU136cqimZFArewCmOw3F8w6PT5H1OrE"
    "UgvI/ajyUPEdAhjGEsCgcsl3JUEV1XznIurEbfh2RDTp5jfG1/9FQHMnDhTRHyZWvyxydQ"
    "BoWudMS0RzQqZ0W4I+A8Fy+cWcYLBi9nFtQFiW7Nxj2kMX/UAh0qvrSC/+GSX2oibjNQy1"
    "7z5DE9p79gwwxGQoFZOxWLk+dtr4u/KE4LlW2Q0CdmSwfKoHJtiM9mMzAvVxvOrjZ7xxvW"
    "DCrbUU3ZnWqY1eNGaQNm02FQ6SIIlcZAwkCYHqqIhm033pV7rMfV6wSV0ftoRCQ4C7T2Z5"
    "cj2LE+VcU2QgIdAR3oNGDZTYMDHEB9UWShAB2WZPHp1OWDihpbicJwS9X2UeKxzqNA4VFW"
    "JEhtH3VYtjUFIllQljAKf7aAvkfUK+/4CfJxwdP7k1rVPyn/CcHgorx6TimIWdgCC7f40f"
    "1Pq9qvXehnsy1SieG/65pINiNDs5aqAX0VE1zb+POFpR/DJJIl0h1K5J0eFRI1MKGyZWRI"
    "+q5pRNOLfJwow3vKYZJ0UqLZb30GknoY89c4UcS67qTYlMC+hLwRBNNpZj8b5yXNlWWGCD"
    "KfB11SbvF+ggg79d2D9YwzNreBNb4qnYknhasSMyaRhbZrjhrGzXtTFy+CAX6EpIzylhX1"
    "CnV4bdwS+ury8LO/jFh/IWfffx4j09PyPs6SASCJYzWG5bHaGjs+qxwiFhO+NtmRbstypz"
    "OpKo5DToHEm/EVujtzkypDowkd3F04wS0RdtZLnlpKCNjEpqNpNg8ERsLMvGTJtZzZLxih"
    "nNoEtEt1qA2JhmEcp8qV4GGYV2xp3uo2Q2oUc3aim9K0eioerVfZzM3HOf2MYtv5KrlBoC"
    "3v2aHpvFbKAil93by/DXDaESXgvNp0g5jIqriIwMeg+EWuxJ7VES0LFqPe8Q3Vkt5E042k"
    "56b1qn5SziUXvUbYSpPXUKTo6oG18HqDmT/7iOlLCSjAeBsIFA+IA3gXnvuesqwsJFXqDR"
    "xqW3U/HJyjm2n433O/R86wbI5m286b3ajddCz3S3DPYaigU7ryI7Lz/atY4LCYVOXQgH9v"
    "U/rThZr/U9NGMSnUDvooMm3cskTrV4tE4gdlZPeWGTxYNk246MRidIB94MxtEuRTvYHwl+"
    "koQ9JQHYd4DdJ4HrSSOfUQH4UuCro7b8hOwIep7asr03fUlteWTDQG0BtQXUlj3s3aC2TL"
    "pSW8gaO/xuMHWRHTkiDS2f3ccegHbYlXb4mJzPTRdrSqDhQp2dnDRK6jupSeo7qST1gf4N"
    "+vcrgh3079emAv7ghp6D7E8u1eW3WFU0wfKQaZ1C+O/tYIiNfqU6YMx/GakkRwLR0SWZpB"
    "o44OMl1Thks4EzIm3iBgY+GufPAZY8GlMSwLwd5lEyoux+niMC3Ecnj9wgm1u9OLpeK3n4"
    "dASIHa9U7NijUUkF9Ltr4By/Zk1lt2S8hgalbkQ3RbbVn5iv9nsSPWNlb81u1m6wkb+Xfm"
    "DTrmKTc4MNNtx7w8fIxpYRzeDTN2SFDfqo5B77Abv95U/sxTYs4uFF4HrPf/52O/LLm0mJ"
    "cV3M+U/nnw7lfEAFYnpwG/euF08yNQ6j//xwvUYewT6bZ3uLTo8CA3nYcFzDdp0l9gwWjm"
    "t8s32Mb/3FCq/Rm83z7+j898SjMgjdZaYGdiz2x/b56B++QRyDBFNjhez737sb7EwNRD/I"
    "swhTm9knshQj/4/G3e27wrPZ7gLZxeejHxVJO9gi9Kuwn74RbozApZ9G6CdZ0RNTjtqEIk"
    "U/mD0Ewy/CdYfDbr91cRTS786aVMU5E1fFOYur4ohPtnilyvr4cmQ6Gea68POlb6eExFCg"
    "0QnQziSHeKOTwDRHAYhyEGWZ1nI6RUKhE5xg5nkNsKdiTAtbT0IG1p6WEUQeCYJWHR6LlF"
    "AVTrmcedW0z/fsVa3TQN/H73ITLTR68RuroosVolob040KiuNWsYv7nkWq0rMROgGxDfyI"
    "veettrmiGtocY4eOi5e88USCFdXjeApqT5/E1Naf2d9fHEwZv41f/RKpdPEHMK03vT7HTE"
    "3d6oJMdd1e/+N2ui8s8PLL9g7703iin7tNY7ciFXPputYf/+lEgx1MmH4YfVI8TX78rrok"
    "GE73aThVI3j6dco8IwiX1kvSyW2ccsCXCAH/dvivkYVbiJk5MpAxQcZ8Qcb8CXu+IJKtMq"
    "appPm4Hd9Q2Lx2sOG5T38wvsR0X4wlM81sZa+ttBcLiVRkKzoutmJWJNlOjS/32FngL1s6"
    "uvD9CkFV/hz6wzuW/Oqt2l2Gdagg/LU3Z4slusdsbUtE8WZEING1Pt+iN0YO+JQEYB9juF"
    "J0onyOTkP+acPuvXzKDNFxPSe/0m1Urs96F/r4WPZkSKJ9HTtIfuMGK8jeoH+g31ZWDExo"
    "dIK9i8gGyAXvCsm4tomkEJ0R6YTnwBuCh++x5/FqENd0K83RaBiK2ktucxisTd8NPZ7GUl"
    "ORvkClIdaHB01C+ugoccmDg0qrO4baGlsk5JR7rcc6owKsm2O9QOsNIkupSh5lOsC7Od4B"
    "9qRXdkIDOEusa1Ew8AvLWhgMDGgL0I5UO48TzlrTyDsj0RDlWRMJRCx/VPAlgRy48XgNke"
    "1l/Vr4kchJdhmFjhj31UJLBuEciYYQd98g2n/2AywlV2QUAHADgG3kLEO0lNom8jQagtz9"
    "RrGx0QLzS3bUNDTME2nX9q0bkBVxAZ5jjyxWE44DML4zrXP/oWyMMmULXkvo7Y6ZWi1CMG"
    "pKMwoDMHTYVXsxYLKXSgLheLiG6PakAAtMDT/cXF+JFGCRmcEii8D4n2ETf4x+kBpwGRhs"
    "5jQ4M8H0m4/nfy/D/e7y+iICJxd1ySa42Pdh9tv/A/8aoBQ="
)
