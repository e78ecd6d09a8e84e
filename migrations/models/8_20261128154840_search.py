from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# Rows that are there get their `search` after the start, a few at a time (app/ops/search_backfill.py); the partial indexes
# find those that still lack it. The letters of people can be folded in Python only.
# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "links" ADD "search" TEXT;
        ALTER TABLE "tags" ADD "colour" SMALLINT;
        ALTER TABLE "qr_codes" ADD "search" TEXT;
        ALTER TABLE "pages" ADD "search" TEXT;
        ALTER TABLE "subscribers" ADD "search" TEXT;
        CREATE INDEX "idx_links_unsearched" ON "links" ("id") WHERE "search" IS NULL AND "page_id" IS NULL;
        CREATE INDEX "idx_qr_codes_unsearched" ON "qr_codes" ("id") WHERE "search" IS NULL;
        CREATE INDEX "idx_pages_unsearched" ON "pages" ("id") WHERE "search" IS NULL;
        CREATE INDEX "idx_subscribers_unsearched" ON "subscribers" ("id") WHERE "search" IS NULL;""",
    "postgres": """
        ALTER TABLE "links" ADD "search" TEXT;
        ALTER TABLE "tags" ADD "colour" SMALLINT;
        ALTER TABLE "qr_codes" ADD "search" TEXT;
        ALTER TABLE "pages" ADD "search" TEXT;
        ALTER TABLE "subscribers" ADD "search" TEXT;
        CREATE INDEX "idx_links_unsearched" ON "links" ("id") WHERE "search" IS NULL AND "page_id" IS NULL;
        CREATE INDEX "idx_qr_codes_unsearched" ON "qr_codes" ("id") WHERE "search" IS NULL;
        CREATE INDEX "idx_pages_unsearched" ON "pages" ("id") WHERE "search" IS NULL;
        CREATE INDEX "idx_subscribers_unsearched" ON "subscribers" ("id") WHERE "search" IS NULL;""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX "idx_links_unsearched";
        DROP INDEX "idx_qr_codes_unsearched";
        DROP INDEX "idx_pages_unsearched";
        DROP INDEX "idx_subscribers_unsearched";
        ALTER TABLE "links" DROP COLUMN "search";
        ALTER TABLE "tags" DROP COLUMN "colour";
        ALTER TABLE "qr_codes" DROP COLUMN "search";
        ALTER TABLE "pages" DROP COLUMN "search";
        ALTER TABLE "subscribers" DROP COLUMN "search";""",
    "postgres": """
        DROP INDEX "idx_links_unsearched";
        DROP INDEX "idx_qr_codes_unsearched";
        DROP INDEX "idx_pages_unsearched";
        DROP INDEX "idx_subscribers_unsearched";
        ALTER TABLE "links" DROP COLUMN "search";
        ALTER TABLE "tags" DROP COLUMN "colour";
        ALTER TABLE "qr_codes" DROP COLUMN "search";
        ALTER TABLE "pages" DROP COLUMN "search";
        ALTER TABLE "subscribers" DROP COLUMN "search";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz27gV/SsafUpn3NSWn+10OmM72W02fqSxsrvTzA4HkiCJNUVq+bCjbvPfC1B8gC"
    "RAExRJgfD9EsckDi2dC17cJ/DHcOXMsOW9vcG+j93h3wZ/DG20wuQ/uTsHgyFar9Pr9IKP"
    "JlY41ArHhNfQxPNdNPXJ5TmyPEwuzbA3dc21bzo2uWoHlkUvOlMy0LQX6aXANn8PsOE7C+"
    "wvww/z9Tdy2bRn+Bv26K9fhx62fQP59C/NyFjyPzLk63DqYuTjWXTHnA1/o8j1ozE3sTXL"
    "fC1yk9wKrxv+Zh1e+/Llw7sfwpH0uRNj6ljByk5Hrzf+0rGT4UFgzt5SDL23wDZ26R9nvj"
    "H9QhE38aXtlyMXfDfAybeapRdmeI4Ci/I2/Ps8sKeUrkH4l+g/J/+IPhozzDDu7sfGw/ux"
    "YQwlaJ46NhWRafuU0z++b5+bEhJeHdI/cP3Py89vjs/+FFLgeP7CDW+GdA2/h0Dkoy00lE"
    "/K8iP5fkWer5fI5fMcj88xTT5oHY7jCynJ6VyM6YsJaoHS4Qp9MyxsL/wl+fXorITiny8/"
    "hywfbVl2yKuzfaXuojuj8BYlOyXXxVNzbZI3QYbhDEhDmkenJxV4JqOERIf3skx7weQ/eC"
    "rFMwPRkeXDwyosHx6KWab3siz7+BuH4jG5yqc4Hq8FvyV0jt//OqZPXnne7xbL4pvby19D"
    "gleb6M7N/d2P8XCG9eub+6sc2Ut/ZcmQHY8HsmuQ7cznRuBy+BbrDwbSHeXDtqyLrPY4ra"
    "Q9Tku0xylHe7gm9ooMf7BF2iMen6PX3C6NbdB72Ba7C/oJ/jw6Ojk/uTg+O7k4oLY4VdPx"
    "lfMSvj/cjXNURiZ1gct3hA/fXGE+oSkqx+gsgr2N/6OZxvhw+/5hfHn7KaM23l2O39M7o4"
    "zKiK++ydt5yUMGv3wY/3NAfx38+/7ufd7mTsaN/z2knwkFvmPYzrOBZiwn8eX4UtaaSZ0n"
    "GfkysAYEHLk7IN/m5bswn7BtBOsaMs5BQc4qyzkb7ZARcxYJ6lo5MdOw1fyRCanQCxM0fX"
    "xG7swo3HFGjmhs8dZqtMpfQTZahEKibNLPGQX9LqdTJ7D9ISceGN86KAsIou2g9iOCEObb"
    "a5gPr5Ap5d0kgGZ8m5dZ7nf8KfwpQW88XgtnPcvvRRXX8ULsOV4UHMc18rxnh6jKJfKWMi"
    "wXgBrS3Uqgz0L2IiArjgzZLEZHnquwLOa4EAwhZpvxX8eWojgD6jDodOmZ6C8/oUfk+qib"
    "ANRZFR19JlbRZwUNTewSORWdADok2tt4Pl51Q/FFFTUt1tIFJU3ef0N2GcyAOuR57mLcDc"
    "vNJxUt0370DMtcmRyvUhhMzaFqhVQVixQ0HVR1Mflani/PbREI9Bbp3c7AwMMch++FaRuD"
    "IBGQJ/URb6Q5zWCA0jylC/ouGzNzQX7IrGV5XK3lLK8DFPKbmzfJ0BPykWvIRYAyoB0CQY"
    "pp213CPgVG56YlZYblYNqls0+quMgnYg/5pOAg2/jZMxCRRK3ofhENeRzVAvxZ04XYdZ6x"
    "CuolczhwkLfK8nbm5O2sU2GRAULWTmkh+9hdeYaHsS0VFcqgtFspj6qslEfilfKosFJ62P"
    "etWmoziwSNqfLLBJUO2opZotIhnQ8T13n2ok6j7Gy4ipA/fPyMLRSSWZR7VMLwkXwO+2r7"
    "qP5KPr0a6aCcfvQ88twdmXrYPkVXkujPHRm6Q33WHuX0rPDMRLvRcxs/Qkd+0No0aNRzN4"
    "ou1+ZHvNGVo8Dj5vtlCPoSP0JHfsJMxG783JBH6EqPjxY7sjNGC13J+d0lA2a7rmD/cq/J"
    "fzTmyPM31u4kPdCn6MrSBPnT5a4cXdGH6MrQmqxBO/LzSeNlzAsm9OGTnX2zh+RB2lK1RO"
    "6uU+mBPkNXgsK8hsHsKVKfp1+Qa28LEnQhqs2uj0xchNP6kY+biPs/HulIg43WqNMFcmUu"
    "hDUs3PQ/p3glCvmWTaD9llhsi1f+OhodH5+PDo/PLk5Pzs9PLw6TKpbirbJylqsPP9KKlg"
    "M2QBiXuIi7Q+SLXXYsc1FMCC3XudBsUa38RwLrJizeJed9j4pnwkvbJjrZQqYMqsmWNmUl"
    "+0IlUyHTUKC4yO8PjovNhf0Rb0KWP5CPguwpr4yp2BbZS14Llga57KLnZE3NzStCAPna2N"
    "/q88uH68t374ff99OsGicpOBYLk78QGytsqkQdMwWaVZtuVgVzpFVzZIafzKlUfWiK0LCx"
    "r/l+VSiGeBVmn4U836hp2+exIGqlRY2/rU3yuBqCziLBj1NZyuDHgR8HftzLftzdVpgFJy"
    "4usRJ7cEkdlzruG0SZu4oyzx1rxmtUFfsdKQLcupejzEvnWaqVIQFo6NQ1T++SPkfe/mNg"
    "0MGgsvG3Jt/Ul+qjZxDQRZ/vop8g18UzY7KRMaUzIOjt/g7eScuc0qJeSUIZSKsztH9k0s"
    "o7STIZCJAJfnNnfnNeBzTAa8XifiXn6oucMkovQyj5+4O7Lzc3w4IiaIDRimW4/WSU0XwC"
    "Rqu0WXbcWKCmXdVt7eW2UY4T/Uo66MThr6RPr9nw11d2efCWaHR6tj1XD0oaVClpCCW/Ja"
    "zAtjhCk0VpGKY5rrKr7rF4W93jwr66z+bM5+wRLXTik/HdufDtB3ob8+KXZMVeymyFmQKA"
    "Tw6fnvlfjgIQshkPBy45XMpuctfs7nYKpRKa390usiEkyE0RGq5SzScTnpBroujYlSzFPz"
    "3c3/EpZjH5VII59Qf/G1im15piYIywSWBavml7b+mf3YcdRjnKpBUKJ0DmD3vMGWz0AfkT"
    "IKFor44oepfmUT+KropotQtWKhGbOGi0ygciQSrvMNEXktoMl10jYkbNELdNObl3UBY0m0"
    "aj9lg3JlRoZcVjDKgZ/w1KyIayByZ1f1ZSj52SR7z2jbnrrCQiFBkMVMGMeYbRfop036HN"
    "2PGRxVO8yb1SxTtDG6ItyTDQvKB5+VnyMinECJ2Cl50IgUlmLJ0i5w8rZFnifMYWohPpx6"
    "Pzs4Rm+ksZsQ+3lzc3RSaJLpNY1aLROpHYWNh9aplT7kaYJaogxehEacfKwJsi7i7RJbwn"
    "EKC9Nu1PJn6WpD2BAO070O6ZvsPdVq6U+RQF5EuRr47b8jOyQup5bsv23sFLbssTHQZuC7"
    "gt4LbsQXeD2zJsym0xV9iON8aqGvTMgDSMfDZ/pDZ4h015h0/x+lx1siYADSfq6PS0wkwl"
    "o4RTNbwH/rcSqxr43+B/6027Ii7gT07g2sj65BBfXrBdaH7IQZlD+J/tYNh35pX6gJH8Za"
    "wSBqJduXgb+5sviMchGe1gQNrUDXS8NE42PreYrYT1BAKc1+M83LhTVp8zIOC9d/bIrWP7"
    "S2FQmrlbaoWs6DgITCuwGiphlEBgeg/KGwLTQwhM9ykwHS4aEqHpZLxO8xWC0xCc7hHLEJ"
    "x+PbRDcPq1OYP3a2y/Q5shxxOMbx2UuYEOGWTM0AZ8QPABoexAgz6rBxQSUzzRjl4vVQUe"
    "GQFJKXj3u373VWC/uR21otesqksXj9fQo2smsaeIWv2ZVvJ/DjdxKajW5F6peg17AdrXr1"
    "+TwCxRkOReZjNOeqlzBdwXHQAReAVMsI4dZjV8j1dJ/SP5trLZjxijE+1NpD8gkdQUk1HH"
    "nmwMLQHpxGfHCsHFc+y6mMO92HxmMRqa0K0kRQJ/ZXhO4MqduZ1Facj10WGVfWvJKHG+9L"
    "Cwcy1lje6aHnA2MSrnOkUB19W5nqLVGpkLqTKAPA74rs63j13pmR1jgGeJee3YPrek+YVp"
    "ncKA7Wpsh66dywmGiplmIBqyXOVIDPGJGIUDMaamL0duNF5DZluZvzP8ZMpZdilCR44br4"
    "GbuM6zJ+elMBANKT6rMovPxJP4rHjew8bzsZRdkSKA4AoEW8heBNxT8cQUsxgNSW5eUawt"
    "NMX8RjQxyxlQdzQPhz0iWZGU4OXa/Ii5lVfRnYOydCBam8Yj3mfdFZy018VJe+FPCQUQj9"
    "dQxTa/js3MBfak9GuKgEbqPL2FRuq56Xq+MXcCKWs3i9JwHlfhWUxzgeWwG1eW5AwIOH6J"
    "YzhNq86y17vTtMK3IvBqCTqPbUDUah64o4WkXfzkPNaScxYJUlZZyuqfjteluVffQSl4zM"
    "ofjrcHXjs7Gy/wuKE3mUPfiFS+xE/pp73R7bFvCV+caA3L5YvxGiMR3otBm+Hlpw8DFxPS"
    "Pd8bhFMHzwamPUCDL+PrQdgbfzCYbAbksW+HOe6kwZxA0Nfh4zYKtW3D/w06cdQpexMHjA"
    "R7LIhdQdEmCzq4gWX0xm7gudANPM+7gfELVaRXOLlZiE7FnY11PFGlKGefpQg4ubjcOIv0"
    "966GWZKO6CenLxpm6YSSNcratDmEBkdFa6MFSyOyYAmLSzxwnefwZ3jb2gwsc2X6A9Mb0E"
    "M0Cbq+TSL/Z7jWC+OagAUDFkxftBZYMD2zYNSPMvXfklE0zKSkObNbnKlNk+aGdhxzLJqb"
    "qBNZbNDQXuUWal2+DtdxSRr5aUwsZ/pYMBMylkQ2nyfdEA8FMk0XyHhLx/UJjzOpMpksSk"
    "O7oflqDvKxfNMOA8tG4EqdP8CBakj56PDkokqzAxkm7ncIb2aJ903fkprcCUC7AtBRpZaH"
    "UUnLw4jX8pB+MrlJzcK04/q0EtenJVyfFrm2He4ZDyX1jA7/hIf+80tmYsXJXDqbCxTjb2"
    "uTLJ81ShuySChtULm0Idxm2AiDYXKxqhywlkevmFz3s9/EGnnes0NcoiXypMJVBWAt1aaa"
    "DNpfp+eOG7qg5PvyGmyvHMfCyBYUFeexOc4nBNzWehK7Xd1qtKv7+5uMMrv6kJvSd19ur9"
    "5/fnMUyoAMMn3BTHfxjKwLU9/wfOQHnOW7fKsgDry7OOLx4ahdrdPMrkHIQGtTck4zqA5n"
    "c3Klt9OZxo8eMS/FU8Y2gwLdUZ1sJq4mtUSyKO1M/5Mqq+OJeHE8KayNaEbsOZ87qct2Im"
    "RQcJJbPTNw7liW8yzLPIsC5nU+JEQvzqO+se3krdslk8NDoEHlQMMa1WyIygBBxirLGLnT"
    "pflUS8o5KMhZZTmHFnUtMWeRIOU+SPl5KbVTWg6mndPVSj5rW1pT543KIjt5oxRpNuzdCw"
    "Xd/69CzMF6VlPMWSSIWWkxP2GXf9KzeH/+FNFd3OCorUWx6ROrMHUBimyO8TdRECZB6JD4"
    "LHs13v86zrwVsSnx5vby1z9l3oyb+7sf4+GM6XF9c38F1eZtFZXmshRyjDKQHejsz2SG2n"
    "1VavfzE7cBYj9V2wtCzdn6IqnMq1p/1w36k5dtkNh14w71ODRS3HCDnYe/u2Ex/Y4E/cu9"
    "jiryNaTIxWvH5XXeyTD0OXyIpgx5S+TuOoUe6DM04mfHdiym6gUtONTeInszdui/FVeKMV"
    "rUWX732tZcsk6E38rItaNF39Glk4149ewJm1sKo2LCx3D7ZspstLokYonuUER0y1+6TrBY"
    "JldjcXAXJHLdKDD8vbS1jn5mTmdd9FXEjXXx52i6r441+hxrhmfQfa9SRh82nK6QMTiucn"
    "bNsfjwmuPC6TXRqyBBb4rQkODmmxQJcdydkMsrlFOURu0QTRQmQ7AJwiMqefJNbaEJnkaL"
    "nkZqJ+/masS7Qmjta8RfMu9sJO5a1tdgPIq8s5G6ITv5GslcELoaUZSG422k8Ruxw8FGil"
    "o9uAa27dj3ondQ4maskCvVERKPbyRlqNCpK82fGwbbRSTkXlSp+LoQF3xdFOq9Hsm3kuE2"
    "Ht8htVa0ovRx7grPKRZXE+zljOLW5m/X1QQL8wlzSmF+eri/49OdAPJVTubUH/xvYJlea/"
    "4Hs+xNAtPyTdt7S//sPlY+SlC5MPK855ZI+oC8MMjH5J49L5ZGigBxNC6OhYvkNhVLABoo"
    "otxCWmUdFS+jhQN6oXNvP517lEW7fuNeFg5dICqXuUJnwisQMnQmvAoxQ2fCqxAzdCYMoT"
    "Ohm1cDOhMUThZnzPY04VOVUQbSameCIkabDJnOwpElM4UAmRky6U8umWVuPANqqdRG14q9"
    "XjQr9WMWQzHOXnqV4sTUjsRWLAtRcrK+yCmzdr9MKL9UV5rQxtqSVCSUWXAyhJK/P7j7cn"
    "Ojdjudioy+2E2Xt7gaIPQWz0ykLaOMjSmYo+Kaxh2r9l4o9HrwNyGvnEqv7a2DF0q9PDqq"
    "Dw0mUOHVdIUXNJK0uN8vNJK0TDDUYihVizFdOh626+S5WCBkrFVOf0D8GEKe6pEJwaL9BI"
    "vAceyv43iF/OlyyHEbtzcOypzGCR3SQXsQeId79Q6hkaLdJiDyCA6/4tKHBKBB7XLXhQ9O"
    "+Ak5Bc1iZ5GBgLfYvLfI34pMLI4EoIYw6N/TRhgzx+bEAYUVAvFwber8G6tnC2wXI45SF0"
    "/rFAHzuvF5TT4NT8kIJ3YyHmZ2fmav0AzXiO0xMIjsqRzZm2Dk1zl0JoWBfFWW7xrVPFYo"
    "AwQZqyxjaDV6FWLG39YmeVwNMWeR3YhZkRRC76SsfqpNEclqlxxSMY2x265+bSYywkJOTh"
    "4jLvAUpzFolSTscfa6cxyeFSxkchzxeA0LtJrf6Re2OUvJrVL9diaufjsrVr+5aM5ZukqK"
    "32KAGoFGrbIZ0BY+bDLYOF0iexGec8vzccT6I4/TTo00X0QbU1anbJNFQsxAaW9yHUyIgl"
    "/yCg7EK0YGtNOq0Z+gXyvLgx2sJphz5IG4BzsBQCaq0Fsdz0pDftXlYoFiMcU18gU5LKQM"
    "VF4Xnkz8LLnNYwLR5r3ZxzaPlMX6uzxm0PCGqfyGTSynZuY1iwQp90HKz8uNjMOag2nnr5"
    "4eVnFYySihxxrey/d9wrap2r9QUMvwKsQMG0CKZQkbQEJZAfScVjstkP7c8bDAxvbYUoLo"
    "rMfJP+5Php3GtnRTjx32uLv6BKUH62lIkYufTI/fQCfD0efoMRoptKw1E0zowyfY3fXg0u"
    "RBulLl4rXj+jvPJ/oQjd65NgvlkpePUyzHvpjlBXNGRhW0XDkX7/UoXShXFr+uurVxNGd2"
    "q5Frs3qrw+C1uIBOeBxgWSev6DjADkqRNMoqy1bHdF8V01ntYgt1MRB/eg3xp71t1N4jod"
    "aPhHS7V7OilO6+W/N+GisYH4RjMWY9FLHNmHOJmt5iOJ5heIVMq7C9MPRe7Fs5lJmOW5lJ"
    "GDAJQEMLZnRapf2CjBLaMOG9wlndHtc4LymhTiEasnxcKR99XJKPPi7moy1kLwLuSiemmc"
    "VoyPOoylwWz+RCI5HziMnKaC6wJzWZ87hmmN6v199yzxb5c3PTXdXzfHJYKFlS2fUJ7MQ2"
    "q3VsaREO8lZZ3hDReBVihooasSyhokbhOBKE5aBASb3gnOym+BDy7HHIM6on4CbI40oDca"
    "iTKWloOS8+tRwvsccY6wwimvuNaMJ5ai1GJsg093jNvmJ6U4SGBDd/IMGz4844BVklBQUx"
    "QEd6DyuFiukwMcWHxWAxeOF1dHLvvPDMCi0lZRYIATWVZcwcBF7VsGIgcG6bGh6/LmSW+P"
    "vxKUk7+qSNtYCouMEp82aq5uT3k1BFXfwHYs3iIa+gKbxxUFrLRIfAsXeaO/He1FlLefEJ"
    "QLvygosqLtCF2AG6APfndZrG6ifF+mHUgbvREpk+WnC5LGscSzG1dj5Ti8buusf6l4hU0Z"
    "yWPpwbfL5mfT7y9jfA53j7FC3pTPWjSg7fL8i1cdaPyt45KHP5LHNl+sQg9v2WGlgYFbhy"
    "bD8sw4obNb3YJV2RxazQ3AIN0Uo2RCdSrOo+JgANs2hl9Mb+47nQfTwvZCih4zlxzat45m"
    "LHPM9somqy1D6skGUJFUcC6m4n4PbVx/Ho/CxRGPSXsjn8cHt5c8M5LNfh9akIeYyH60Rj"
    "Y3uRqx9KUCVKBAWhqjhi+7F0L7FrTpdDjqUb3Sm1dFE6RpnkxmsxWXdUlmJjVHhChthmEh"
    "+MoYPZNDo9rdRmfVrSZn2aN57oSyXBcDRcQ3aPqtbMlZXMcTpSYYep7naYKpgJXS5m3/8P"
    "mrkbgA=="
)
