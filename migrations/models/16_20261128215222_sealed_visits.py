from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "visit_files" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "content" SMALLINT NOT NULL,
    "first_day" INT NOT NULL,
    "end_day" INT NOT NULL,
    "rows" BIGINT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "last_edit" BIGINT NOT NULL,
    "written_at" TIMESTAMP NOT NULL
);
        CREATE TABLE IF NOT EXISTS "visit_file_edits" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "account" BIGINT NOT NULL,
    "link" BIGINT NOT NULL,
    "new_account" BIGINT NOT NULL,
    "made_at" TIMESTAMP NOT NULL
);
        CREATE TABLE IF NOT EXISTS "visit_file_versions" (
    "id" SMALLINT NOT NULL PRIMARY KEY,
    "version" BIGINT NOT NULL,
    "fence" BIGINT NOT NULL
);
        DROP TABLE IF EXISTS "month_values";
        DROP TABLE IF EXISTS "open_days";""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "visit_files" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "content" SMALLINT NOT NULL,
    "first_day" INT NOT NULL,
    "end_day" INT NOT NULL,
    "rows" BIGINT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "last_edit" BIGINT NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "visit_file_edits" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "account" BIGINT NOT NULL,
    "link" BIGINT NOT NULL,
    "new_account" BIGINT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "visit_file_versions" (
    "id" SMALLINT NOT NULL PRIMARY KEY,
    "version" BIGINT NOT NULL,
    "fence" BIGINT NOT NULL
);
        DROP TABLE IF EXISTS "open_days";
        DROP TABLE IF EXISTS "month_values";""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "visit_files";
        DROP TABLE IF EXISTS "visit_file_edits";
        DROP TABLE IF EXISTS "visit_file_versions";""",
    "postgres": """
        DROP TABLE IF EXISTS "visit_files";
        DROP TABLE IF EXISTS "visit_file_edits";
        DROP TABLE IF EXISTS "visit_file_versions";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zYW/SscfUpntKktP+Ld7uyMnaa7aR2nGzttZ9uOAomQhJoiVT7sqLv97wtQfB"
    "OgCYqkQPh+SWwCh6TPBYH7wsV/R2vHxJb38nI+dwLbH/3N+O/IRmtMfyg2jY0R2mzSBnbB"
    "RzMr7It2ncKLaOb5Lpqzmy2Q5WF6ycTe3CUbnzg2vWoHlsUuOnPakdjL9FJgk98DPPWdJf"
    "ZX2KUNP/9KLxPbxJ+xF/+6uZ8uCLbM3NsSkz07vD71t5vw2sePb7/+JuzJHjebzh0rWNtp"
    "783WXzl20j0IiPmSYVjbEtvYRT42M38Ge8voL44v7d6YXvDdACevaqYXTLxAgcXIGP19Ed"
    "hzxoERPon9c/qP6NUy3abTm/d309s3d9PpSIK7uWMz3gmTAiXmz919U0LCqyP2gNf/uvzw"
    "4uT8i5ACx/OXbtgY0jX6MwQiH+2gIekpy3iNiFUm+vUKuXyiE0CBa/qq3bAcE9QBpaM1+j"
    "y1sL30V/TXydlpBcc/XH4Iaaa9Qp4d+kXsPpWbqGmya2N8p/yG/0vQG/dvh934Qkpv+gH3"
    "zu/FUQ16L46E7LKmPLkb5HmPjmtOV8hbybBcAmpI9+SoDt+0l3g4H5UYt5C9DNBSakhnMT"
    "ryXIdlMcdFhn2yxtM/HFuK4hyoP45Hlx5BX36L7pHro67WvTzb53Xm6HPxFH1emqGpXiI3"
    "RSeAHon2tp6P1/1QfFFnmhbP0qVJmn7/U9llMAfqkeeFi3E/LB+f16D5+FzIM2sqzM3Evv"
    "emFlkTv0z1W9sXzM55VIFrsrMTnuA60tmUmZ+X7CX+Mjk+fXV6cXJ+ekG7hO+ZXHlVwf3b"
    "m7sCsS6mf5bny3NbBgK9ZXp3IzDwMMfge2LYxqBGtDaaIY4GQuo93kpzmsMApUVKl+xbnp"
    "pkSf+TWcuKuEbLWXEOUMhubl8lQw/IR+5UzgOUA+3hCFJstt3H7VNidEEsKTWsAOtREetH"
    "CTutYyKfii3k05KBbONHb4qoJLA5RZxp4mtKFLPWBN6fErpAuRnBX8Y/aDWg796+e3N7d/"
    "nue3b7tef9boWUXd69YS2T8Oq2cPVFUUVObmL8+PbuXwb71fjP+5s3xa8k6Xf3nxF7JxT4"
    "ztR2HqfIzHISX44vFVQXqtd503XgNxI3Bw7yVlnezoJ+nbiBpHPAFmSsmktMJyH72F17Uw"
    "9jW8orlENpt1Ie11kpj8Ur5XFppfSw71uNps08EmZMlT+muYtRs8Uxj4Q5Uzkxs8j94j4T"
    "VWYXZmh+/4hcc5prScfDzHUePex65dFwFSG/+e4DtlBIZlnuUQrDd/Q97KvdrYYr+fRqNA"
    "cV5kfPo/fdk6nb3V10JSl0A+7H0DW9ha70eFRdwfuOIHYPXQny0XJPeu7QUldyNtRk2ZOd"
    "76O4v470eMGM3Xy292p2m9xIV6pmyJ+v9h1LV+wmujKENmTK4i/7UXS5Id/hra4cBR4380"
    "iGoI+exhMS+3/PAXSDhmxKVdOzxiZB+9HzLr6FjvyE3uiphX1/7xXtR+TauzCyjkT97tIO"
    "5r6f2r/d1/QHjTny/K21P0m37C46scS8JM7EEflNyk3rybp4Bdl0GTOjZ7Mn8fwinK0fRb"
    "+JeP/HPes5zXpr1NkFckWWwhwWbvifk7wSuXyrBtBhUyx2ySt/nUxOTl5Njk7OL85OX706"
    "uzhKsljKTVXpLFdv/8kyWsZZB2Gc4iLeHSKf7LJnmotiQug4z4VFixrFPxJYP27xPjkful"
    "c8Z9TtNtHJJjLlUG1uaVNWsk9kMpUiDSWKy/x+47iYLG1qDocsv6Wvguw5L42pvC1ykLyW"
    "NA162UWPyZpaGFeUAPpnY383n1/evr78+s3oT3EIp0u1JQ5ScDSWTPxCrKxkQyXqqCmwWb"
    "XtzaqgjnSqjpj4gcyl8kNThIYb+9rfrwrJEM9C7bOQ508b6vZFLIhaaVHjzxtCb9dA0Hkk"
    "2HEqSxnsOLDjwI572o4LU6k4RlycYiW24JI8rnbNt5/DHJZwrLD0+5nlzO9HvxaMup+zgy"
    "+vaFGKfwWb76A2n7dyXD+Mt8kYJnmUhsZJF9af5xM7jMdNA1eqJhQHqiHlk6PTOqUxWLeK"
    "kjqnpQIZPvHldmUmAO12mXRSsyj7ZnKDOgvTjuuzWlyfVXB9VubadnxeyL+i3lkM0I5fOh"
    "JrDubK0VyiWCGTE/ZNdbdvyiLze1HBmaoEiAJQo4IzveRCKFNcUDUZdL9OLxw3NEHp3+tu"
    "OYPecSyMbD7nJWyB8xkFd7WexGZXvzPa1fv317nJ7OptYUjffHx39ebDi+NQBrQT8QUj3c"
    "UmXRfm/tTzkR9wlu/bNbKsiipXJXh/xYNOjibdzjonk1fnyTzDfqmaWW7fXV5flwl+IGiK"
    "NkRyTGdQPY7m5MpghzPzH93zCl9Vsp1BwdxRn+yMX01qicyitFP92y8rhEyqz/ncQV2hC2"
    "ZR2tRz61kNXDiW5TzKMp9FAfPNmPfmiLv7vYL2BAKcN+M8TD+IB2/T9IUCHhwNKjsaNohV"
    "/Gwg6hwQZKyyjJE7X5GHRlIuQEHOKss51KgbiTmPBCkPQcqPK46XTGxzFWDaGV2dxLN2qT"
    "VNvqg8spcvSpEksMF9UJCW/SzEHGzMhmLOI0HMSov5AbseN9VD6DXIIPrzGxx3tSi2fOqB"
    "h5kJUGbzDn8WOWEShA6Bz6pP481Pd7mvIlYlXry7/OmL3Jdx/f7mn3H3jOrx+vr9VdHTq3"
    "yuuSr0Sxx/EMYb5BjNQOAwiSGm7h+C2FZy94sDtwVia5ZhVHO0Pklq5lOV3Q1xmFKpA+E5"
    "n9nZW3G5IbLTc0mwIVLk4o3j+nsy9CG8iUYM7bkd66lKxu+Qvb1z2L81V4qG5YwPWhehYp"
    "0I/6ppYTta9De6bLRRq75cSzxKJrzH24jZaHVJxBK1METU5K9cJ1iukquxOLgLEr0+LTH8"
    "Z3WJlHBp4RVIidecivIoydIGxVE03ig3dzZye+RigHalUaByhxo25eB8h+o7XxSJ8Uj4Xj"
    "KLZF1CM5BOfS/DIzPVReonxaWYjjYD6VkXdXgeL0V07r0cXlZUKmJPXmse6qPW2K7LaWZ6"
    "fJpQf2fs7MlnPbNwmHSm86NKtVQY4xxzLxKE2NiLDc+2C6lk5zzHMrFZqqMiZf9BDe8216"
    "pxhV1oR17X2jvyo/4aVvA4mdSwC08mQruQNZV2h5i8vSFielOEhgS3X5WGEucEbpng6i2p"
    "KUqj/e9t7ERV38BVxXcB8XBVzAOI3h44tCQ4ZFU6ttT0pNVBBZfiP7IYXUric/ngUsaWK0"
    "aXUrtkr+BSMhaEpkaYHcKxNeKsEbGxkZwQ2mlgCQo0Hnq1G1fFnayA42GoCDtF/UH9raH+"
    "Qm3AlNw6Qb1zcVDvvLy5x0ULjpr27e37G8GenhhQDOORuW/8z7CI15mulpkpZgGxfGJ7L9"
    "ljDzFZMIJyEb1S3nMxxbkwq7AbFPOeIW1/1Gba/nyF7GW4248XshbPH0WcdtNI+7VZYsoa"
    "5AbkkJAboHRuwCaY0Ql+xfP2iVeMHGivVUNNq7O35cEO1jPM8QMKV4cUoE0tmNYWh2RUTu"
    "VXXS4WKBZT3KCySgEL5RhUXhceCH6ULFOVQLT5bg5Rpoqx2LxIVQ4NX5jKXxiUtXlOUoay"
    "NlDWZnzgaI8WHxTsWXgWYoYCHWJZQoEOSKGBFJp6KTSCLA+ZDJrWsu6VIDo/ywYzdvMZdv"
    "fNMkpupNGYLFC12dAvnfkG9+YquZOuZEFZjeqaEQ+khXH0IbqNroMIqo9A9ZFDpIhWV6xI"
    "Fzpe2YrcMlhRuyK/7nZ1PDReI2LBydDdjr+WEw93MisRLXYVJgANUw8nZ3VyD2kv8Yl8Z5"
    "zNN7aHeWZYRf5QCtGQ5ZNaztiTCmfsSdkZizzmv27AdQmonfO7E74tZC8Dbl1FMdVZjIbj"
    "us6+SPG2yNKuSN+5x/bUJEvsSQ3oIk67wkRd7I+0F8RdN3PzF7AQH1XZzx/YiS7cqIZ9GQ"
    "7yVlneEL57FmKG8B2E79Skfwj19fWhE6Khz6DA/lBZ3aPCfrcu5jQ+yPUx58KHVU7mfMSy"
    "Uy9zbN9C+SyFUsuf8DI38GUUcRp6jTrY7q6U4+iwqahdcw3+hOdlaFLamx30nQOCjFWW8b"
    "B8RpDY33AnOljbHVrbYBEO2CK8Qv58NeLYgruGcZUVOGNd4Jwc3dOG7unfJ2NbxP17TK6I"
    "i+B3b1Ycn9cwK46Li11qVrCmgglHb8HhVxzOSAAaZK/0HcxwwjfkZLWKK9JkIFDFrFogDc"
    "rUCNKwxeJIAGoIgz1PG2GYjs3R5IR+07i7NkU5WitmE9jUOpSqe5UiYFy3Pq7XyMQNTPwM"
    "DLw4atv3Dcud5IAgY5VlvEDEaiTjHBBkrLKMh+WNBTE3FDP+vCH0dk0iKzkkON1VlrL6eY"
    "OKSFa7PDdFThtpsehHlx74b53ZiON/Z5fHVd7335xZHyeJOIE/d3ZzKabXwyUWNvKCR16R"
    "lKr2q9Nv0NZy5Jw3GYga3hutXMTRLMUOeZIY83mUDhs/CoGoSZ2RT3uJQ1GTcpnLoImfLE"
    "WB4aW0Sr7AkRJY08Gf9AcPf9HDT5/Gi1sJqUz6A5VFKmd4GdhNalVncODXU3nesej9mpSd"
    "T2EgX5XlC3HjtlYVx0ecCk3iVSXuD1QWqXQx8njn9IgthhShQWJVDzXxM56huhRnINpxfF"
    "zLHqswx0oEJ/42yXUzi4OFU+WFEwKe2oq5FLY5THThckO+C09HLwUYopZxVYwBbQjzoEGK"
    "v+YBBRvJreNxfw0DCh2cmi29OxsK+klsy14Q1/OnCyfgHHYqpjiP0nAc1+FZTHOJ5fAIQF"
    "mScyDg+CmOQRvUVhssfUpBs9ICRSyYdypL2sUPTrPE9DwSpKyylCHRERIddUl0zGTdeNyy"
    "DjKnv1CpfPT0qurQ6QEwCV8cb02Wyyf9NdNEeE86bUaX3781XExJ93zPCIcONg1iG8j4eP"
    "faWDu2vxobs61Bb/tyVOBOGswt9helaIW9ocjfMIr87YRVEoDYFEwAGpqBVfTGZuAroRn4"
    "qmgGxh9UmV7h4M5C+gsFdz/KW4sGs0lRTj9LEVD/qVo54ybmyitmSThimJw+qZilA0ql3S"
    "dChaOmttGBphFpsJTFFTZc5zH8P2y2toZF1sQ3iEdVig39326uk8g/hqu9ZEwT0GBAgxnK"
    "rAUazMA0GPW9TMPXZBR1Mympzqi7ofZmJ82SRhMf+y1WaJKzxdXJdQGFoC+FYOFYJq8QY0"
    "UOQYKANI2CSlBO0/BWzqNUOnYC0FDfap/eFbuPfJwxA4Mgo8pBxg39S33e9CRcHTII2B1S"
    "2nOIXBeb0xnHcyVWpnOgPXTp4XwmEifaqW+fDCMKnssUIva9JKEZSKcjdHhkHuwQCF3IHJ"
    "7hPNT8jOIc0AKv19FthjhWn+Q0M+nlCKXPN24+Xl8f8gTLYTIqOq0kZbRODtHv7lRQ310m"
    "jejf7mv6w2D1qn5ziK6x74dep5L7K2oZVznArLBPH2Xl8hnrdKRBTbk+1CGoKVfDO9P+GS"
    "8unpMNwTwNqaoeQQakIc2TszpeMNpLSHTYVnAzBrPf8FyK5wxER5ZrlX6YVJR+mJRLP/j4"
    "M4fiiiOLov5a8FvlVuzizKKVv+bUhBGTHfcHspscELVYTAOXw3dFUZMUol1Rk04Kx3h0TW"
    "sQq8jAIFahcqxiSR6wPQ02DWRcgIKcVZYz7FfWVswlX+9hUnneYZOgEceZsWsYV/ky1kmX"
    "Vj0ZuYxfb4UmZ+f7pfyCK6NtV0Yo+R1hEmpcHqWF8pzX5U4mNVS5k4lQk2NNeUXukZi8HG"
    "phSkLSHzJ8OTkJK0yWK85SKqQzBQCfHD498odMVdq4O3DJ4XJBLKnJNO6vXWJk++eNRDqE"
    "BLkpQsNVqv3UyAfkEmTzdqOIT3TJYuBIl2ovW5NTv8Fy1NVyHFZOoCqi1S71SolMi3FHtX"
    "Egr4Wb15L99ClFnr+19ufolt1FI5K6dJd9wA/E271oyWOWtI2rnGZh3pcbde0jDyhOxpPO"
    "AIKNcaytj41x9KV8buqKWH3OQPrXng+zgneiJz+ueBqy2DKM+2toF7ZveIMR0mScD84IOd"
    "i+jwEJtbn50W8yvaKUNk6nP3ClhB+Ra+O8qpVvqdQVwxpJ085SxjmllcbpCufRNRDvWjwf"
    "ai4NQ5OEmkvd1VwCVTFh9qIGsxdCZi84ARqXs8bdrpFliaOJMUincOLJ5NV5MmGwX6rG8O"
    "27y+vrciQxnK9LZAp5jLvrRCPUBBuQggv+dR1qgkW+do6mm3rhxZpu1t/fsT80M9xgi+QB"
    "ZoJK9RW5nK34Fdpr1L+RilWMZyiUA9P+/kif+HL5RQlAux03F3X8nBdiP+dFyc+p/s7epM"
    "jFEMeuMDwi3qEnDo8Mcfz2vUUv3CMkE41KAJDJ1XqEir4mVYJlpJEiQByti2PpIlNqIU0A"
    "GkxE3XqB5sjmJbNUOI8TiDb1F3vxHxdOymQs2s0Py8zDYUOpyqHanbugiajzyF6krEjRvs"
    "EJGdIunoWYg43ZUMx5JIhZaTE/YDfOKq0Z0ckg+tOLjrvVi9rbs4iRO+eEyMW+hBTRiptR"
    "4U+jC18CRNCgbLXiZDpLR5bMFAJk5shk/3PJrDLjM6BGC5ZaRB7Gkofi65ChMJQMBai+3k"
    "71dS6hdnQI256Exme5aUloZsGBcvb95N8XNa4WCE1KlGnJaEbHlD4goNtEr92GYW6mV7KX"
    "uDLVK9233OGGhujsQKgcp1SGF391EkdP4/4aJtG3v9/y8Adsak4w5GIolYsxXzketpvEub"
    "JAiFirHP4A/zG4PNUjE5xFh3EWgeE4XMPxA944rj/iVk4KW8ZVZqMb9unl4DSLKgdxckQm"
    "IwY2B4HpqIhl034JVzrMPV6SSdXhaTFCQ4Lb38Ty6LgmJ7u5onxADNCR3qNapx6xbmKKj8"
    "rnHkHmY5M5eXA2YW6FlpJyFgh2v8oyhhSnFu19SA7pzt6HBIaWExgg3D7YcnevEVXxTMQ9"
    "HT1pG1eZ+fOoV/eGvtCaFzrwqlIYM6B2cu6hmN3oD8eWMvjj/hoaTO0b/Pd4408XrrMuMy"
    "wc5DmMNltu99paUlIMDjPxfo22d46PLN7Em7RVTrwm2tLZknaDmRdmXr5OWyWFGKFTFcGe"
    "M/gfV5zYVnUNzAiiE+ltVMCkc5nEqhb11onE1nZLzi0yv5csypFidKK058lgGMVQtKP9ge"
    "BHSdoTCNC+B+0e8R1XmvkUBeRLka+O2fIDskLqeWbLrm38lNnywLqB2QJmC5gtB5i7wWwZ"
    "tWW2kDW2+bVexE7PHEhDz2f7mThgHbZlHT7E63PdwZoANByok7OzGiOV9hIO1bAN7G8lVj"
    "Wwv8H+1pt2RUzAb53AtZH1vUNtecHBysUu4yqD8Ldd5wOag3AC3iFtwEj+MlpJBtKOXqLQ"
    "SSLtJw54eLnmnsZQuTamIG3yBnpeGmdbH0sujQkEON+jPLrsfJ4BAe+D00dukcXdoxher9"
    "Q8PNoD1I5nqnYc0KmkAvvtlWeOPrO6ulvcX0OHUjuqmyLT6g8sVvsN4dcNSxsrJ9gw3ksf"
    "WLd22OjSYJ0NZ2F4GFnYNMI7ePQLWWGDvipZYM9nzZ/+zj5swyQunvuOu/3Hl7uen16OCo"
    "Jr456/2L/Y0QFldOE2Fo4b3WRsHIe/ecF6jVyCPXafXRO9PfIN5GLDdgzLsZfYNVg6rvFi"
    "9xpfevMVXqOXm+0X9P4L4lIdhM4yYwPbJvth9370B88gtkH8sbFC1uIvzgbbYwPRB7kmYW"
    "YzeyLbAOd9ZXy8e517N8uZIyv/fvRRobaDTUL/FPavZwQbw3fo0wh9khm+MZWoRShT9MHs"
    "JRh/Ia97LHaH3QuukH3X1mGG4pVNePpedYxPfALfoB1zbcT5kq9TQmPIYXQitDXNIZroJD"
    "jNIIBRDqOuI+uLjxE60QlunudAe6LGNPD1xDDw9jTMIHKJ7zeq45hHQtUO5So6qGZ9vmGf"
    "apUF+ib6lutYoeGHX9sUna8QtdqYbZQzHHeGXVTdLDSVtkZg+8Qy8AN2tztrc0UttBnGNu"
    "0XDXnjkfgrasfxDNSOnsTM1h/Zz59sTAW/y1/9FJp00QOY1Ztcn2Fmpu5sQWa67q5/tbvd"
    "J5Z4+WnXwn40HulzoyMmQxNz6TjmV7/YYWcbE2Yfhk+KbpPtv68tCY7TQzpO1Uiefp46zw"
    "DSpfXSdDITpxzxBSDw34z/NTJxAzUzAwMdE3TMJ3TMH6LjV6vUzB/SI1praZrRka41lc33"
    "NjZc5/FvxqcI98lYMtfMTvfaaXuRkkhVtnzgYqdmhZrt2Pi0wPYcf9rhfFY0vwgo6599P7"
    "xlza/aq91mWocKyl9zd7ZYoxMeWFyZxXuIM4u10+jCL0aO+AQCtA8xXSlcUT6EqyF/tWFt"
    "T68yfdRVj40HOofSttxZXcSUrK7ehn0+lDkaNtU+jxmFc+oNeEX6p/6e/rWyamGM0Yn2Nj"
    "IdYG94W0xGtU4kleoUpBOfPU8ILl5g18Uc7qsOx0gxGqamdrLXOfDXU88JXJ4FI2Y6j9KQ"
    "6+O6R2VUnZTB43qNTRJwyr9Wc52igOv6XM/ReoO4R4dWs53FAd/1+faxKz2yYwzwLDGuRc"
    "nBTwxrYXIwsC1gOzTtXE56q5jpDERDlid1NBCx/lHil/hy5Eb9NWS2k/Fr4gcip9mlCB05"
    "br2s1YwF2eSslAxEQ4rP64zic/EgPi+NYW/r+VhKr0gRQHANgi1kLwPu8T9iirMYDUluf6"
    "LYWGiO+SU8xCznQP3RPBoNiGRFQoKX2CXz1YgTEIxaxlXhQJT2UaaMwXNJxd1z51aDlIyK"
    "Uo3ChAwdZtVOHJjso5JgOOquIbsdGcACV8O3t+9vRAawyM1gkrlv/M+wiDfEOEgFuYwMdu"
    "ckWTPm9MW7y5+KdL++fn8VkpPJwmQ3uDr0Yvbn/wEvqxTO"
)
