from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "announcements" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(12) NOT NULL,
    "title_id" VARCHAR(120) NOT NULL,
    "title_en" VARCHAR(120) NOT NULL,
    "text_id" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "from_at" TIMESTAMP NOT NULL,
    "until_at" TIMESTAMP,
    "by_mail" INT NOT NULL,
    "mailed_at" TIMESTAMP,
    "withdrawn_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_announcemen_created_feb8e0" ON "announcements" ("created_at", "id");
        CREATE TABLE IF NOT EXISTS "runtime_settings" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(60) NOT NULL UNIQUE,
    "value" VARCHAR(200),
    "previous" VARCHAR(200),
    "version" INT NOT NULL,
    "changed_at" TIMESTAMP NOT NULL
);
        CREATE TABLE IF NOT EXISTS "announcement_dismissals" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "announcement_id" CHAR(36) NOT NULL REFERENCES "announcements" ("id") ON DELETE CASCADE,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_announcemen_announc_f2caa4" UNIQUE ("announcement_id", "user_id")
);
CREATE INDEX IF NOT EXISTS "idx_announcemen_user_id_9979db" ON "announcement_dismissals" ("user_id");
        CREATE TABLE IF NOT EXISTS "operator_looks" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "thing" VARCHAR(200) NOT NULL,
    "slot" BIGINT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_operator_lo_user_id_54d726" UNIQUE ("user_id", "kind", "thing", "slot")
);
CREATE INDEX IF NOT EXISTS "idx_operator_lo_created_a107fd" ON "operator_looks" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_operator_lo_thing_57a53a" ON "operator_looks" ("thing");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "announcements" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(12) NOT NULL,
    "title_id" VARCHAR(120) NOT NULL,
    "title_en" VARCHAR(120) NOT NULL,
    "text_id" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ NOT NULL,
    "until_at" TIMESTAMPTZ,
    "by_mail" BOOL NOT NULL,
    "mailed_at" TIMESTAMPTZ,
    "withdrawn_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_announcemen_created_feb8e0" ON "announcements" ("created_at", "id");
        CREATE TABLE IF NOT EXISTS "runtime_settings" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(60) NOT NULL UNIQUE,
    "value" VARCHAR(200),
    "previous" VARCHAR(200),
    "version" INT NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "announcement_dismissals" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "announcement_id" UUID NOT NULL REFERENCES "announcements" ("id") ON DELETE CASCADE,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_announcemen_announc_f2caa4" UNIQUE ("announcement_id", "user_id")
);
CREATE INDEX IF NOT EXISTS "idx_announcemen_user_id_9979db" ON "announcement_dismissals" ("user_id");
        CREATE TABLE IF NOT EXISTS "operator_looks" (
    "id" UUID NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "thing" VARCHAR(200) NOT NULL,
    "slot" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_operator_lo_user_id_54d726" UNIQUE ("user_id", "kind", "thing", "slot")
);
CREATE INDEX IF NOT EXISTS "idx_operator_lo_created_a107fd" ON "operator_looks" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_operator_lo_thing_57a53a" ON "operator_looks" ("thing");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "announcement_dismissals";
        DROP TABLE IF EXISTS "runtime_settings";
        DROP TABLE IF EXISTS "announcements";
        DROP TABLE IF EXISTS "operator_looks";""",
    "postgres": """
        DROP TABLE IF EXISTS "operator_looks";
        DROP TABLE IF EXISTS "runtime_settings";
        DROP TABLE IF EXISTS "announcements";
        DROP TABLE IF EXISTS "announcement_dismissals";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztvWtz3Da2LvxXWPqyM2/1eFtXeya7dpXkKHM8kS1vW0qmTjJFo5uQGiM2yeFFsnJ2/v"
    "sL8H4B0QSbZIPQ+hDHbmKB3c/CZd3X/zvYuBa2g1fnq5UbOeHBX43/d+CgDaZ/qT9aGAfI"
    "84oH7IMQLe14LEoGxR+iZRD6aMUmu0N2gOlHFg5WPvFC4jr0Uyeybfahu6IDiXNffBQ55N"
    "8RNkP3Hodr7NMHv/6TfkwcC3/DQfZP78G8I9i2Kt+WWOzd8edm+OzFn93evv/hx3gke93S"
    "XLl2tHGK0d5zuHadfHgUEesVo2HP7rGDfRRiq/Qz2LdMf3H2UfKN6QehH+H8q1rFBxa+Q5"
    "HNwDj4r7vIWTEMjPhN7I+T/06/WmmYaX68vjG/XN6Y5oEEdivXYbgTxgUKzB/JvAUg8acH"
    "7AXv/s/55++Oz/4UQ+AG4b0fP4zhOvgjJkQhSkhj0AuU4/83cH63Rj4f52x8DWn6RftgnH"
    "1QgFwssAy+DKARID3YoG+mjZ37cE3/+fa1AOKfzz/HKL99HaPs0v2QbJSP6ZOj+BEDuwDX"
    "Rs59hO6lAC7TaAjyUQeMj1ohPqojHJINNn93HSmIK0TTYXxwHhD0n39HD8gP0VinRBXts5"
    "MOcJ+dtOLNHlUB9+j6NGUPjQrRhIDf+RhPA/ThWQegD89agWaPqkC7HsPD9U0GngzYDcJe"
    "gKeXnZqHyPBoL93ofh1KY10jm3Bpz3VZx0fBak0vORyYKGyC/QNFih3QgpOkSl4D3UrpX2"
    "V/GWSxN2S/Ede6APKb9x8uv9ycf/jEpt8Ewb/tGLLzm0v25Cj+9Ln26Xd19uSTGL+8v/k/"
    "Bvun8X+vP17Wpcd83M3/PWDfCUWhazruk4msMo7Zx9lHVQmIOA+BaZMN4bD6vRO2yEBVqh"
    "qHSaK7zOwAu2df4s9HhydvTt4en528pUPi75l/8kbA9/cfb2r7yMf0ZwWhPLZNQoC3CW+y"
    "AqMAc5TQLcs2I+oFa6/L4PVMQH3Az9KYVmgA0jqkAUahNKZVIgC1Diq7BAPTwdgykef57i"
    "Oym+heuK6NkdMipvBnqEG9pFOMhXX+ybQCysX19VVFNrl4f1MTDm8/XFxSoTEWSuggEmIR"
    "FzzE1mkfSbFJPomkOOm1p5OoeM/EEtMiVLLnMLtdB6vTDaLubjf+TqbsDm/DufPd37HTY0"
    "9VCGE3qbybLGzjEPfgcYUQeKwyj11n6SLf6nU91mmB0ypzeuVjhnsPPlcpB+Cyau6lubOZ"
    "+b/vHkq+WfbBEq0enuj2NCtPSp58vFliP1gTL+BoJinxjz99xjaK8WyyPo0F+JBPNF/WF5"
    "+mh1BNQw4COu+OOH1JZpntKSjGKDZc7QbQFZ1C2yVEdQ+86wJic+gKUIjud4TnBt3rCo6H"
    "7nddPJ/SeBAd4QmiJZuc3UI77rB8Il2hWqJwtd51LV2wSXRFCBFzGVn3ONwRpHNyEU+jMU"
    "4P+NkMsb/ZGamf8PNNNo+mWNmYLgZ/V6Cu4lkundB/1hgr9pN2XlOf6SQ6Y5T64HeGKZlH"
    "Y6SigBs+KwfTbaCx/ERBeiQWdndeTD+zWTRGiQ4IsbPrpvsJe+G7ZCZdsXKfHDPy6ACMNk"
    "xM2BGx6yfnNp2Nigq6goY8MgBW5x7RGCN6wGw8l26d1fMAWL0vZtMYM7auhhEXrtz7e2xp"
    "LjIMIC98oKf72n7WWmigc4fEiYEwV2u82tX6+0Mx3zs2na64sf/vCNVHNGc325bdF27MkJ"
    "7K9u464G24uUln0hWtDbYI2tV9l06hIz6ub+1sFL5mc2jqtYtzYTzsE9fa1b9AZ/oUT6Tr"
    "Wgp39pTf6OsijzNBTBuH4c777YpN9QvyHfalNIWLULXD31Uafx9P8jnqElIwS5TwtwFQuo"
    "wn0fj8drBlxhGXu4eofEqm+yGdTVPQ6FMHr0LzznafdgTsXTLVj3QmXTdhitbui+tdPpGu"
    "UMX5IjvuQFdfwwqDx7wj9s6hLHSeH+k0WuP0iHyCdnY1MKh+TmbSFa1/+3SAteua+h//Hf"
    "2LrhgF6JEKCUH4vPPe+8Jm+sIm0hUrFFlUk8EOnWrnIAQ2ldbBGsR5JCEaQDh4n0+kK1SR"
    "E9BFZT6SgOx6qt/GU/2cz6QjXE94uXbdB7oRLc8lO1+EvyTTXaaz6YQaS/Zwj9y29I/qo2"
    "qcI6L63krg67p28I1L/+gU7VhMpqHOGBLPXFUUmF0RuyGelEY0F9TY4tscbWrLcYMcdB9/"
    "SzYdIy60QnaYHXCKjGaPFqIio6tkkGJFRi/IfWvpDG6ZUc6ZlDJcdCTtN8U8KZnxl6Oj4+"
    "M3R6+Pz96enrx5c/r2dV47o/lIVETj4v3fWAWHRTlzLivp0F589IH++Cb+7an+2XgN62IO"
    "X2ntEfsB97hrx7dEol8puy7VXQ/bq7seNqq7onsf98rJrRBCSq5yKbkVUZaEa8tHT33KZd"
    "RpIcdeZU5HAfZNuaLjJZIhK483mapI+cktdcYbqexVcJvI/uj6mNw7P+HnGN/39HtkakiL"
    "8hwMld23B0Qb4jb9mJ4OuVRaXk70pyeFWGLYz7+8O//h8uCP9tIAUnqkpJT/AwncJydO8O"
    "YI+qWnQlnfiseZeao5yPsvT96XL+61Y1kvxZgwcl0v/M0jfq+yylXKaURSRe40kFNATgE5"
    "RQc55Se6Y5wL330KYpmgIalUngtllQc20lwmQ0FaAWkFpJXhpZUA96pBWiIDOQXklFnzFO"
    "SUlyinlGoucqSUakXGdhmlVgJyWAHl1zJ2aStI9q9/guQyB8nFd22p/mzZeA39qm87iC1v"
    "21s61oUWKMT7ImSX0pEnIb5UqUCC+WM28qAqG0UjgVCJgDZpiZBzCAyAaqnj9ix3/lZcqy"
    "efSsL2J+xY9Bd+ofx67xxw5O3qAKHI7SVDzYCONYmjmGEQeqMP3RsdDICjGgDjJB36gjsO"
    "xF82yLZbtcUq5XQN7E7HQjrRGo+P3pzleiL7h0gz/PLh/Oqq2TUNfMAvQT9RWZZWhKcaid"
    "IqSnyK2la/4FXkk/D58rElL6U6QCjuBelQEz+Ok6RSsbJmuQ0b7NNfRsXLhrG1MrxqTspM"
    "s2CLVc4WCzkuuQh5fNRBhDw+ahUh2aOqtGPhEBFOc16BhJ5T6JfhctYpxeVMkONy1khysf"
    "Aj4WWZihDOKLRD+G0XgN+24/u2mUNkWVQu4eRHt+NbItEO4JPTDgCfnLYCzB7VHDbMLpXU"
    "cOgKcIlEO4C7nMDtB3Dj/GWaIGfxtivu2fjpdPbDcaWLwZrOF3KflLBWIeuFqmIpZVNKbX"
    "P16yqiYoPZBFyQKttN5umC3JfhJGlwyzWZ5L1vRcaSos0u+MTAJwY+sV4+sXmo29NF7w2u"
    "cIM+OKY+OC8xWhWRa3ZyNP1pd8Tf9GN0jRZYrTSrA0x/HJVDqTjn+r3StZr0UAdHZY7bKA"
    "jNnsl5dVrY3EqzGoKFXgKX95zMsP2oVoSxmuQyzAPNOdkRZxl/te9MBiW3/S6JDPQrGB9v"
    "r64Gs9A29Km0H2vay6LmA5SuUf2uNGnH/hhqStU7l6m+8aOA/mZBaZjaiIXI0h0mYxUtDw"
    "MWb7B4g8V7Tgrl6BZvsMm+BC0PdPmXwGVQPEHxVFzx3E/8ym2LZH+7VZ6PQIjXX4jHG8k8"
    "kZxAOxH+6LSLDE9Htbv9T5ulpxlc5iP2CZ20j6zJnQAchSrLIvH/JbZUNh60tg5am4eC4M"
    "mlt+IaBWsZlBuEGsJ99LoL3nRU+xH2uoG4jZz7iAoXMmCXaXTEefhsIfN315GCuEI0Yfzd"
    "eUDQf/4dPSA/RGPJOqNXWFljuSM6J5gQ6OA5CPFmGogHrgaJHqm8KauPV4hG9aurItlION"
    "ZTcO6IXAHTGpl2YbonXe67k/br7qRx2zn4KTB7dzBsUoOorrKobpMNCQNzE/VzBHDIgd8q"
    "83vpuw84bbbWm+utkwDvVeY9m68/05vUwG2VuY2IudtVzp0AeK4yz5nHQtb4VqYB8XireO"
    "ytJc0UOYF24A5ftcv175FDgjx+sSvGdTrtoD486lTB60hQweuI06Yem7sk7PHoIRZI6Qsi"
    "8cr34HWFEIQAlXkcYn8TxLl2UgbeCpV+B2in81NwfDZOT9djWLi+GRCHF6Yq3k9NathUKm"
    "8qiJXVls2NuL/2OLVKYk6Q1X7m5+P8+FOnTJwAj1fhcB8ZOBVpgwSsXXJsJ9wNqB/ima7o"
    "RLpiVU4a6o9TvZO1jkjV+lv2B6vaUFNHqHh9ifrj1WiIpCNknNr+/RFr9BTQE7GiwN8uUO"
    "W1BHUEiZcb2h+sZlaqjpghj5gP+HlHrM498hN+nq32JIaIiVbmao2ce161bRmYmGz1Lp5I"
    "U6ioMLohQYDsXdeT47gR1dk39Ej/IZtT1y2YmynQate78Dqd6nw1w9rjcmDZrrurwpOhdU"
    "Wn0hQusvFcf9dV9T6e5HPURXCYI0j42wAgXcaT6HpGeTZyHCpaxS6K3QXRT8l0P6SzaYua"
    "Tx7R6tn0Mf3Owa4r7FMy2+dkMk33IktEo+tsAHPWh3imjuasOUJFLCodkZDsKpW+T+bpIr"
    "7Pche6KArX5p1N9bgd5QU20Y90Hk0XFEte210X/JTMoutqSkFiCqHNPJ+77r4UrnfZdJqu"
    "LR+v3EfsP8cF1naE7HM6V8e6arNcZiiySGjSg9nf+Xw/Z1NdZkX0NVxbxHkkIRpALH2fT6"
    "QpUk94uabKLl1XlueSnU3vvyTTXaazaQSaVLGUpi+opeCFfBnJ1B10mc2nCbzVky5cMwF0"
    "xUwxQ2B2Xp9QE9Aka/LEmg+nJk+mEbXX5MmVr6EbbntZsj6Lal3a7urhgP6EX8sVcvG3kI"
    "XK2yxDN37Gok/MR+QTlBeGpd8hJE5SrzXybU6r7nLJXdemEjuOCYMVSq6I/IvwJmdBmFko"
    "EfJXa/JYRBahKMj/Ef+A/F/VOm4rm6wezDhzL57Gon9hC1CuTzhUIhq6ElGwdv2wpchve9"
    "xmlUrDUhNjFBat7lEJtDmkGkJ+9PqkSz0ENkxQR+WkURUhJKFc9n5OoF088iiFasrfTG5R"
    "l8m0w/q0E9anAqxPm1g7bshTfgVFrjIC7fClK7HjYhau5gbEChWuVVMOn23IdSWyviqO1j"
    "QsQYPzGiG0OG8uhm4tzvdcUU41Hox/T9+5fmyqob+X13D0wnVtjBw+5g3aGuZLSjzWfZKp"
    "XdOeaBfX11eVw+zifW1Jf7z9cHH5+bvDmAd0EAlbVrqPLXovrEIzCFEYca7vLxtk260nDo"
    "e816nTC/zj10fjnjrHR2/O8nOG/UN0snz5cH511QT4kSATeURyTZeoJlzN+SezXc7MAPaA"
    "OcYZIdolKjg7uoNdMgxKXZFlKu1E/xHqazTNnl0NjxxSqKJYK/mQGXulJO0y1XQX3muthO"
    "yyrb878mUqQL4f8rlnpTvshTMGMO+FedzuOVu8fdtF1+jBjKOyGafifpSqK1gmBB6rzOOa"
    "x1mqVlTNWQ18VpjP1egBGTZXKYHLc+Dy05pjg2zXaGtk2qm0o3gLq5E78oXXJt1RirTrm9"
    "2GghpRL4LNkWf1ZHOVEtisNJsfsR9wA2larQYliunsBodjXYqJ3eDo8OTNydvjs5PcXJB/"
    "IrIScKwwmKkATTRv8Lc2I0xOoYNbWbQ1Lv9xU9kVmSjx3Yfzf/ypsjOurj/+LRteEj3eXV"
    "1f1F2dkc2LT2qHOycAtOXRJm4gG0paItFOhh4rgBQ5lu8SSxbqGhnA3RFu18NOn/C7Mh3Y"
    "AFQWcugnNssck91RdTrYUh23lEPvX1mwyzQAtCTQvXrYVUjhBFP5BEMeS2w1PRRylAthHF"
    "SNEiLPJIKhyqmQEidZjUwHTaPeZqBbnwFRo4FmSJSPHwl+MqXTpxqEGt4eI4RnZ7D1TKdq"
    "IdcO+1EcJRl4HlmFkY9lIwC51BAE2J7/ulrjHiHELTP0u0Lng/GAF2haBUC2Q3iFasgUe3"
    "VBl1jYcbC15IlRkMAx8UezF0pjxTbB/dH1Mbl3fsLPMcTv6VdB/J5GWRGUYqZ5LtNG/RP6"
    "sY+e8soZtX1KEUi8+DEDzr+8O//h8qCxcAcA9hPSqUZbHdTSVuUjWimD1LKKAyq27Vq07A"
    "ubQx+cqzEMk9eSn8ser8FEhZ5dexoVQtQ7Np2uWLH/7wjVRzRjM5sYnX/7Q5Sd/B+/Y8HJ"
    "OULk4wFqoH/GHWugzwUhqTKAzfpspSxSdM/B9gNynm9c9mdH4eMG3fc5wbbX9tqP6BH/Kr"
    "NWny79jT5bbdjKnxYVwdPkfFZjOEE2FVhytqRP4r4tyaNw7bvR/Tr/NGMHV8ahn5sNhP8Q"
    "1tpLpBVOsb1cjGmvtldIS8OW26sVxYPCcxOoyYLCcyvXk6s5lxEMY9Pc6xFQtWm+7WLSfN"
    "tu0XzbMGhCUHCf1Tw/N6Ty9jxFovolzHmlS7IroCWSUc158wOzkEW6p0EXNCMV15r0oJ8s"
    "EXp+RlRFZO6dbKh2Wjt6R1wHa8qjIqal43E7oGGi7OyIZze1cJ5wFuejrEF6R+VdqPAxxD"
    "nqXsqIdmUvUzyHrqxeLXhuYatRFF1K/xNdWF0vq5SZ6iolExbtaNcLndTq2jlONR2vYUXs"
    "46MOeuHxUateyB416gFZvLgLQcx1TqEhwMNXeafAuRGnaYe4xGNBpVE92SEqO0Jtcf7B0C"
    "kI7lgQBHfcDIJT35igip0IwllUUcUg+GLPbryWtrTSfryOCrBaArOsIy/7kXVPXu4LrTry"
    "Snpz3ZNX6IA7OfKKLlptal0c3MXR67Kgr3bFjgVOje/Eqyh6Vd8FgeZSe/fx2RHHmiNw8a"
    "XjQdXooGpAX6MC3C7i8Fm7NHzWLJ3lozuOmPb3L9cfW1SOjKDuMiWr0PhfwyadGtT3A7k4"
    "KZYRsUPiBK/Ya/dxWDCAKt7TRp2LekmL2qnCJqjXuYCiOAdDFsVJom1ZLT1eeED7+VGn0+"
    "4YGb6ufAZZjziMCiXEYSgdh+FFS3rAr3mW1fYbo0K0062hptY52fXgRJsl5thcW2+HgkCb"
    "SuuDXQ75qjTlb10uLUDcDnGPuuU1WigTovK9wNLCJZtA5CTa7Jt9NIFgKPZvAVGhhh2m8g"
    "6DovEvictQNB6Kxi/27O3RYkNBfsiLYDOUv27n5RgFmSGEBkJodAyhaYnykK3OMdsDRFwp"
    "IIiWbPIl9neNMson0mhN1qDyPLrTmW1wZ6zymXQFC0qYiOtzPJIB1tHndBpdFxFUeoFKL/"
    "sIERVXBykuOl6JkMo1KKgTUr13h84gy8rj4Q0idiN7bEvg4cKoDMjmggjFPSgTC6M9QjFh"
    "bgNoQTHxjEDDGMWj0y5BinRUe13rU05GlBNgnr4mCDQqSDREeZzknYAZuntg3SDUzko+Ct"
    "42cu4jbv3UdqjLNBqu6y7Jqu25qo1U1dB9wI5pkXscSC3oOp121aLGSFp17oi/6ecPqNGC"
    "I1Vlh0Dk5EJzr1ayTXLgt8r8Bj/fi2Az+PnAz6cm/HPoo6EPnOA2fQGNNOaK6g6dNMa1RR"
    "eORK4xuuJnFFmjq67NUc3RmX4LNc0UikHfYmXuYcuo02loNRohL14pw9F+Y1bHxhrsCS9L"
    "0aSwB704XSEEHqvM43nZjCADoGfKOmjbI2rboBHOWCO8QOFqfcDRBZMHC5EWuGRDoHmR7m"
    "FDD/T3yegW2fgJgyuyzgTjqxWHZx3UisP6ZVeoFexRTYWjU3DwbXdn5AQaRK9M7cxw42/I"
    "CX9tL11TIoFyZ2KG9Khn0xKv3c6OnEANZrD3acMMy3U4klyr3TQbrk31jsGq3kQO1Q6lCm"
    "QVFLCuB1/XG2ThHip+iQysOGrr9z3rolQIgccq8/gOEbsXjyuEwGOVeTwvayywuSeb8TeP"
    "0On6eFYqlGB0V5nL6scNKsJZ7eLcFGlLMmB1kDEt8OfkAtkxdzhW+OLhQmSJR8RcJuP2aI"
    "1XbcOr0C5nYFP8krW/4ex3UXRbQaONnWbiKqvunenRzSUHe4kIcO+HO8PP3LhOyMn2YHJi"
    "i05foRLJiFope0zmq+FHzxXsP/KcS6KFW6aCldtv5VKpwDGX2KaisRT2VTpAvz/6vawIFU"
    "IwFamsXXoo6hecWSEEHqvG44a2K6OUddCMrx1849I/xteLVVA/hleLd1V1I4sqlgd8TTd5"
    "ttim6MbDRkk7qqLxgJ/Tv8VfBPKPVLrtBeFqOds6B6zlFBpEVNXqAXUJVztuD1c7boSrJX"
    "tBAt2cQDtw33aptfS2vdTS20alpY3LS+MSnR0ZxXS6giYHSBl0SQvDUMYF1eCXsy4wMVpu"
    "rWYUoNf2W6hgz9mzRUH6pKjTvWRrpGruIXXB084hvA9gZ+0Rpny6wf4mWRINRTl/utiiKj"
    "PFJsxHblOWD35Zo9BABqUyNujZsFzjiYRrI32vcR4/YR+5ERvnu0/GGgUG1Z+NKIiQbdhk"
    "Q8LA+C7AYUhZFPzJQI5FqbAXGI5rUJaE2AlfHdT4ONmLf3N+c776mC7TIAxMD/vmhjhRiL"
    "8ujK9xRYTKh/EcX+m3xGgT0H/52PjoOti4c/3Gq783vrp3ZvKFk6HBBtk29g1KEfzmMJqA"
    "fjMbp7+KMjb+C10L2RdaGMl3WBjpO//5xyvja3lOCkDA/qRokTCGKmJ8/PWf8Xei76O/8G"
    "v6Y00LPVMyEsTP1hQyut4otvTTDA/28AF74cJ4HQ9yXIpuGM9jfPXoC50wnoD9WMYB9854"
    "WpPVmn5AP2VQ0P+h31hdgz/T5381ntJvFnjYsdhr6P6i5C7bEsk0qfGGTbV0w/UixphSxO"
    "NjpjM+Ju+mX2IVBaG7wX7+O57W7qb0SuOJLgMWph1/4dSwGw+mK4F9WYp3jNQDjhdCAXU2"
    "/Gn9HI9nv4Z+KfYdKfYBPTyyfyLHpax8/s3xIzob/Q70c/Yl3Sd6LBrfxfMEr7znP31v0J"
    "9LbPqtkb0x47/ThYXu6A4sEdCzPNpg9qMX7BulsxvJNOzLont6aMV7ZIdYjDYjSPtF22oE"
    "gRiM6h2brUkZG0iZBswgW80gnCO6ibZA4eFS99J9FJO4h85Talx6EjBzaQHkJsjpbS4BbY"
    "kCAOXGYxXybuc03jKRGjl2WiXyynNENXZolfJY1gKaTPnClJPW46dOq43V8PjozVl++LB/"
    "iM6dLx/Or644QYkQeKJl4AmHx5Id2KtU2on5R13E/KN2Mf+oIeYXerLsXqpSwmZSeTOpb/"
    "efi02ifEAxA5l0SbsS0Q6Ibt8r8wB0fn6UuUYQNpfuEMh6zBEy1/XaoV5gabfu7p2qmIab"
    "6MuGxXbFXkmD8FbsC1v4+BGxV9i6x/6lE/rPB1xvX3nAYovDz47HdvP2nRurNXLuY7fHys"
    "cWCYO/Gl/Rhu3m2CVCj0wSkkdsPK1x7HzCz8YSr+j3MzZ0szL3DJN447EJfxdG4ObuKfrp"
    "0nUfsGW4dC01nX4Tvz/2/bHShGV3z6dbJpx+uVwYn87f/2BenL/7if716vxj8qd5+fGHyx"
    "8Wxrvrz58v3928v/5YvDRuWB47iFzfwv4i/msc6GGk/kGKfkc3Tj3yeMfOuRBrPGwc0JxL"
    "Y47JgmphzC4tMQ/be2IeNppiJkeB3PIuaCAgtne0W3zCSbk3MwLt+o8O79t0XJ6XrR3bbL"
    "yG9qRuBiWRRalpUoIKUmBTUsGmpAprtbOBQCyppIL5Ic6/4qqWH7LULKFSWXyqTpX/9vty"
    "yEQ+DQUR0GX2osvQ3y2XNZkTaAjvCHmT6EEuIDMn0BDesy7wnrXDe9aA13Ntsno2I19qCV"
    "eptNNfjjvpL8cC/eW4qb+gJbFJSORaIlSIIJaqosQMFkv1jSMJiyOovulVdG+w8E22i9wo"
    "9CIZRKtEAGojJhYa26h1aGyQf084NSMFKzwjgNVdX93YYb+yVy/WCiVEiqls1bOw5+NVT/"
    "ttgxh4rTKvg8gJcNiDzxVC4LHaPF6tcBC4Upp5hUg7pXF40wd4vLTdSw3nTLsLoWSr8ckK"
    "m777xNEFLlLaH3/6jG0Uw9nkfO4d+MRmmi/bG06baooxVSZ5VhYZiD670ZzrfDUBGtcR9d"
    "ENSVuXi/TZYosryomHje+L+hVC8NQKTgK31V7cVlDsc0TJLSShjSVL1ZZptIP4sFOK4aEg"
    "x/CwmWSYIIY5lrhtKGPe1Q8o81HG3/jRWII29gWJBhiLdI0xGtnH6PFW9RbAtVnUUwMOQd"
    "HjniBgx+i11Odgx6i6xXq2cd5AG2eVeSxhqxrXypBYrbhGhtygJbQxxAa0jhVTb9bYiMez"
    "ZEKUlPY07nxWo5L+Y8NqbLrO93E2oIOfcBDGtUuTuphJ7UtmqItrezr4EftpSqTVzJYc7U"
    "1xXmTym5Mio09r16aDkOP+2XLpdvGTypsYscKfrObbwvDIKoz8uBhmgOlCttiXeiQWdhfG"
    "8tlY2SiIy2dGAeWS8V3kpQXN/jP+4JX3/P1vDvumycCvG2LbJJmIfgdW2TUuAhr/Wjpd8u"
    "RPr4yvgRv5K/zVCFgR0yQrlIRGnBHKoFgYQUS/JKX/Sjc/In9Ofpbx+tXRq+OvnXMxY2yb"
    "mZhgAFLTAFTs166BLwUFxL2I5eQecS/JHpXy+OUUGqglY4figpisrQjVMLxK2gbLNBpat4"
    "cxwAoS3lqM3fLpbkVe1cwA75ruVl5paiW7fUZhi/D/OW2xIpT9Ga8kRP+s0nQsXyf1kLOq"
    "8UlJZCbbJr0Evkv+ErAuAFSsPfzLm9d/SuTysDxRXLyESeGuhx2+FjD2S5NCKXEFnHL1//"
    "+gUrnFZGtmRlwUNU5iFeM/grwrgoWC9dKlrPw+7V0QT/LbwW8HWZOC7Nsmk6YMahHOf4Uu"
    "jPOUyufRhXGyywv6MCovGVTAlS2Gv2MFfK2D97N7RgLOMgkAyu/aIHe7FTTa4DlxVSQmHE"
    "ks4Wy4NnAPtnzVL94C9Wuhfq0S2mxyDR7wFdr04WKbTlu6S0cOmt1SxXLBhE0URkH2N3xA"
    "p6iTYccyoyCpzlCdYsV6XccUCTH7QTZ5xLF3hn3c21vTfuzsoyVayUcQv4n9cbIPB8EOXd"
    "LSVSepA1aptAucOemiqJy0KyonDUVlJt4W5JFpVMGXGQI9Mxt8NbPb8lzCE1XaES7TaAjy"
    "0UkHkI9O2stinjROiTj8AvMMoq5rY+S0HBUlshrOS0o3FtD5J9NedhfX11cV9+DF+3pY6O"
    "2Hi0t6fMTI00EkbFMVnxyTW2ZfCHeJCtCWQDsXBjtfgRnBhDcglZyw/4izLzP2NdgpQFcQ"
    "n8tpyVp8/+5WpzKVNoaQqatxu4FkEfSMAhDvh7iXxYlKBZRxEId4st3jyeKQURlm5ATAjM"
    "GZQXVzsolBkxNtKnQg3EgIN8vIusfMICIV4VqlUmMjaFUSkgEmy5QyDbBkcJZYmNmCfd7Z"
    "1CopVWi0EZcG7FyfWeureIrbRxdU2iA6RONo7PtylbByAu0CdoYPi6dvl8sByQngJB78JL"
    "4jfhCaG5mAnzJJr1NDsXTOoU/iOClPDtIyCUDKqylb+JklPA85jX6nche/w1m73+Gs4XeA"
    "ZKU+Z/LskpXyIAxJJpfpgMVKszjAYdivbkOVEgo3qMxl9SMzVWHt1sio7Zkw7YC2ZsLIgK"
    "lk1/sXEeW6jzU6SJhrbdUOgatHfkommuNq3QpqsVErgNLXGx9vr64GCxwu2BIXWeE4X1K6"
    "awffuPSPLuWdf86mmuV9K67uHPdf4vYOlwbqJ+yF74rpNAFLOhT9NvaqcgPRbzOHqzAMPX"
    "fLbk+t/iXOR3ay5GKDatxWnLXsIWIZLn1g3N68Myz0HJcbortwkRZEYoOSANfvjSefhJRr"
    "SQUhJoOyIknBIi1/lOxWTqGlKV/OS7UmVik/usi3zhOoKznWr4wrsiFs4jimKX5J/D1Wa+"
    "TTv1ItOs71DnBc/qk9y7p6PdAfx/5XHG9F0DAkYXfaeGokYad8bKprLd4wxAs+rOho85WQ"
    "eKgypaujtK5W3vpULS4Hz1qfR77CZKHekK4ws3QFyGUf2AtzF5d1lfEU5gQAZh1M4nhRaP"
    "YpD1Cn1AbbqYsExC1qe7GgQQo86McDsqGapswJXRBoA/lwzZpLtXnl1nOdUhtsIf9Dc8TB"
    "DQa+G5XcDCqXKEm8CFy7cO5gENqFY4+GAsVJoGDIFG7xdlslGC7GNVywXqXcG63dcFEigQ"
    "BSyPLfbyJc1kRE0jpfI9PORH/0ustRQUe1lwt53awq1Kbvtef8aKjnDZdGRX6Xc3mk4zVc"
    "rJ3WqmCpNu3xG0J/lMna/8hAXKfTDurhU6zakgHFdVa4iYBjwkuHRpOVWRncfef5LpOZpX"
    "Muy3TaHMCDZV1SoCypE7hKBYfD1sMhAWxDVyC3Wsc2pEuE2oF93ElCOxZIaMdNCQ0yq1rR"
    "1ykhY+VuvDhUsA+ja7SQeqMypzHVnnowuUQG/FWZv+BTgtQqlaEU1etuh1NYr3tkp4eSkI"
    "LHE7LVXkS2WuPkaOKf5Vh1Rb/c0WKOx8VWBlRPyw5+/J188+XENY5/vpbXJvTRp+l0HTtj"
    "fg0wsnGR0bQi3hr7LI0p6V3PSgYZ7vJfeBUaTyRcl5tR5s0pkRM8Yf9742sq4cazPa2xwz"
    "q+07+25m9N/vbtsQetkQVw6Y4eVpCshia8N3RBtLmyED/AfJ6BBSIl6vIfNxX9qVH8K9eh"
    "rq4//i0bXq8IBpapF6jPKmGv6MBgRU6w2fFXfXuFIpzVTiFUUXIeOgIWtBfVtZfrJ+c2Dd"
    "1iOjlHgamN2KbDpHF3HXWYc+PJ9R8CD63wfwQGpTWodGJRHYggO+lj7xhZaNnCwM7Kf/Yo"
    "v/9K9YMg0yZi/cOnygT9b0lsm9WRCI3fse82tZYJ3teh7kM5WA5KPCiUm9Ku3xTLREbHqV"
    "KBntNDz7ERPQvv3EiqfmyFSAvYaw0uO0Q6tBeQhfqxoGuoqWuowloJh54wXr71chaHyw8W"
    "SriHe3qnaO75aXFauPWy1TgAuLelqea1fruCW9u6KqWJfmaZZAccHS55sNjWwZ6N6q64oW"
    "cjdA2UVOVLNCT2WiOp65fB9Mq4cp+wb3z1fOL6JHxOPEY+oWpT3I3ie+PrE11j6/CrEVCB"
    "DgcG2rjOvUGVLaqTuQ4OuGrcdG+Pqwe6HnZMuqeIHc8Q4NB4WhMbxy9eEX8VJR4rNm5hoL"
    "uQvZTV0InonJSE1TP03afvme7osHlzX5jnu0v6WhK+Mm6ojBTEeiWh70xzfRasOCGlv0E+"
    "1SjbVcwYCI6CWf7nAFUFX4q+uWNWUrsmWWOGhFbTpNRQtTnslLx0KMheOmymL2W7v4n2tn"
    "SPgm66dI/DcVf2EOkeyZkpC2dBBWCWa7PFTZmWz7zu2ls6OWVEE+J5NJd0UGLZMoBmw6eD"
    "8mwuSGKH/cw+9qEqJYTOq2weyqRVmUOoRKJNOuRwhStynUF221QpYduovG3KeldXSb5Mo6"
    "EMP3xZHbCyTmNlbdFJ5W2s5EM208xWclczYHkLg4V1UGgVtrDm4HOMrGXGiFu0pAPHr8YH"
    "lr0pLXvx/yWkgGz8MBLAfqGthid0uf9P2u//k8b9/0B/lgy02XgNhavhi+EsUYDNyJeyRZ"
    "dpNAR5rGIiM4ohG61sy9QRZD6+TzvPdV3cBYUGcI9dkqgc8FuLTu1Qn5NnOoICnaICnWCM"
    "fQlWJQjJ1JbNDfNLuyrbPGVN985Mw7t4J246y48/bW+42szrmOc6EHeoLWKa+iOVR0/pAt"
    "CYFpK/u8sDjnGEfbwQ2UX+5S6n6E5AWblyk2MP08/jYxJaEkwRMt1uNwHlfkTLiYeebRdx"
    "8GUFOlqingqSuvhAVqHxv4ZN+uVfdtKDigW9jIgdEid4xV67jzXNIBKro3XNs7b42QR1dT"
    "Q9pbillASxfxWqXitfMWl9grA/iyImL0AXVCA8Kyc8VwJWsMPrcdwerYL5jjUIVTlgEfEy"
    "gT/5eICyDuUS30dOj2OnTAe2GZXPHZvO14PBJTLgr8r8tVxH5lrJhsNR2LhV3JDn62q/Vb"
    "LxAGUdSh+jQNaJlVFo58Q67eSdPRV4Z0+b3tmSZagrxCUS7TA+7KSPCdSxZu+SzN4meW+W"
    "6eDiVPniBKeVtmyWcFqN6V1IS4dzHAxFUXFB7KVHutcm283PUCpX0WyBvDAqAzzk47ah4J"
    "rYq2tivyGdSlloh48cssg9tyRkO7wFhXYxs2ddanqdtRf1OmtU9UoyhGVLp1WpNFzHA9dO"
    "g/p042MMcqW2cmVjK0VBL0bXaUFRVJnTPn50H3rxuUoJXFaZy0r0LgD+jsbfYOV6PK+xoF"
    "N5TjGhvfT/m8ZgOkrKkIPDuGC5lA5aotHQLN0JZjZMYJpuAo2/eYRujT7HVYUSTiyVT6yY"
    "V8/mBpGeGTQceuC4yhz3sWejVU9Rs0IKfJ4Fn5eyrYqblNCyuAItlI0fAdQNsrD8Wq1SwT"
    "qtZTowN5okohUiABQq8O+nAn+6sQfA9jbAwySDqFgZqnr+tbTXbp4JQyxZvXuWV45B2YJb"
    "pSOCmEG0bCsHIZFye87QvsF+UiNrlmK1OC+ZtVtI28ntilT3hogzBeqRWNjdGaaf2Syagj"
    "TQphvujFMPIgvtCs8PiNjPtwG6n7GfWIxRlP24/iDRBaQ1RMMc2lfu/T22duhkqypUUrGf"
    "lUM+zC57PqpZm+AXKjpIhsmWjipOqGz1IGsPl6U3ipkfCcPGy/56kGay02MZWuDOowUuY1"
    "UDfmZCb4nVRLxSBRWz+TAnnyKGFWYGbyRttV0WrUu2TDJdFtz4a3ewRDh2KMmZ+AoKsEKL"
    "LXzcmiTjmUoUxXSrsaRYUCqVJn9v4Y3nhthZPbekyNRGCO9+UowdKWWmkgKTBvaDJDAPSW"
    "DviRv7vtRGT91w7rHv+YRnuxblblTIAOoOUK9sRDhtOdrFiZwApAkelNjq1/KqQQzJGkoH"
    "3FApMIw4mo24A2hB1Uu5UcxcM2APUOQET5iTQ9beF6Cg0KEaoGhrjNEUQKF43/mYOGZ3SE"
    "HoGoQFqWQ56BIWtB/rQe6349gNyj69rcU1JDwGB+ef3huZwdOIkcGWQRwDGbc374yN64Tr"
    "hbF8Nui0rw5qjJAmFnkh4tFgfZiH9SFhVoMBom6rKYGGCrEI3kxMetOqDr+pa8PgsQCPxZ"
    "yED/BYzNhjUY2C4QgejTAZsfRRPommKe+Vgtoo27XILR1QwGsKG2S7sJCuCcn+7FWqscSG"
    "/RWb6tRsQdBrodlqYUP3iiuFcUGhoVj2tgO+b1vhfdsQy7IOVJ0XcEagIbajtArxkJxOkY"
    "3XEN9RClnsxV2gHM7D+Quw77tSJedyAu1KggzfM4sXiNy6Rjfarc/BNN+0Eo3MMi2R6LdQ"
    "j7ss1OP2hXrcOFW5yY3tPsNsvAbQTu0wnNxB+7LhnlfJT/DPgn9WmTAsde3NimwT8HWr4u"
    "uuLVvFTPkqFmpQ05L/gXlYBRmHleeLbXb8ESII0sVIMV1jw3ef4v9vkm9l2GRDQoMExgP2"
    "6P+d/rEG8q/ZlhgBkQmdtg9EJihwM0BkwszsMyB+g8ioknCjbnjkFXEe6DHu8MWb0lOhcG"
    "PTceYqHjhFkEL8ugRL6VZiIDRMJTSEa9+N7qXEhhKJhoLD4VEn967Au1uXHZjSJNvJrUyj"
    "gf22Fp7QxWX2tt1l9rbhMkusrrwCPq5rY+SIbLU8AW1JycYCOf9kWhni4vr6qmKYvXhfN4"
    "Tffri4pGs7xp0OImHlDCmhHd8hVnaeNEBvd0o0KbU4QcA9oZghSwv3REmA6qoclUhAM6pt"
    "mijAviScJRIozi1SM9m6G0DHvEqnmef63KpglnbndodEFPD8/VCQuwxoaX+2VOPej77+Aw"
    "5C4sSVIt+t8erhgFcGsT5mIdLdrWI0VeHp8FFKImXbOPLthtH/14O1m6RBWJQOhaDRK6rR"
    "M+Y14G/XNNPhWsjh9TSDky6B8GyYINXgpBEOn+2Drghn43WE+PS0C8Knp+0As2e1xuzJ+d"
    "JAWKzZFFTQKktlrSa+vfrprhVK4LLKXHajcOXKmTxLJNpZPA/PuhiV6wwrGZXPlMhoUWzD"
    "DJjQsvTdB+z0OJQqhHAmqXwm0Z92R/xNv7unRgucVpnTvTvsQmvd2fB4Xj4QYHNPNqsfJD"
    "YP4z04ll54yJ2K9nvZJA1wMw3iZtqPU+RjwsSGI+RjGubU7vxgBKP4OyyXCnxxM68717aw"
    "BZkO83BxlPjWmQMFzXTB+K814EKpLUSyRxqoCzpC5BQa+j6GbwYRrN0nzqpuxzcnAHg7wL"
    "tm88iriyUysAiorCrGnWd4B1TrnVCi0OZSGCw9a4l8H1vmkpMX3a4nVohGjZlTZZtI6N1g"
    "y9DIlqFkxNyOYHpUc5MEs0QCYIJZ6AWYhZRcq72NQkWobP0gGADRT+k0WiJaOvmkg48LpP"
    "/t0zdZ3NS1lPLHn7Z3nf8f/x39y2zlKn7H+bEMkbfh5gZvPBuFXHtk+fFCZJaMwo0ZpiPH"
    "7lAL9kn1LGPt9knZbN/pM32nM+N0yfU9a8/1PWvk+oIZcvx65IEb+SupJVxQaBe8edSpIv"
    "mRoCL5UbMi+QZbJOJ0/hV1LMgoAOEuCK/QxkNUXJXBuEwDKHdBOcS+1CrOxgO6ndaw64Tc"
    "ItuCJVyQAMadMIZAwpfgHVLf+K4Ka7WzcSph0ljMptrcdRTeu/QnXrJo+AOOhaQ6YCGsOY"
    "dDeuNPUW6u0QWPjvj1wMcr4pH0PmwOkbKfQHu8odvjPdDfJyPbZON1VOMHzxCsLP2uCFeI"
    "NIT56LRLWBEdJUhYbwQW7Vm0UNOmv6MrOoiW/8IrqbVbItFx5Y6jvX+T6uCUjdcCX5F2M0"
    "bVvnW44VRmaQc7Gw9g9wDbvbszJSvhlEi0s5ycdjo9TgWnxymnqyaVE3qYTUpkEFCrssnk"
    "njxix4y8HjyukQKfVeYzWEC1ZXPDWLcfk9IHbBF0wDElJQ8WIhPSJh8yXnhNsEZHp2ecmo"
    "flMeR3DBajPVuM4sWQACYh2VWptJCna03TuzQtOG5vWnDcaFrwRCxeM6nWALJ8PLQ64uTS"
    "rDG5X3Nu11Y4CwLAk4NnfBZ3RzMbDljy0nqJLXWYZuOHOUb3Gy1abZDeRUU+adeQT5oKci"
    "JWSIBbUGh4Sw2f0vuIfIIcXlu+v3+5/siHuExT11jIKjT+17BJMNrBUBLClhGxQ+IEr9hr"
    "9yGHMYzEhre6ja0msLEJ5t2bBJTJBYTTQDiN8sCOHE4D+Vhb8rEqUg16pKd0ED7bu8L0hc"
    "30hU2kEVRj2tHOHYeu8hXe4Ph9DXNa5flC2Om8NHI/4VlgSYPYKzX0kuFbfoYktPmVFASZ"
    "ESUaLUEeIU8twQxL5fiUaQDnjjjjb3xRXxwqpNNqnjqAJcaPt7K3QK7Rwp4a8jvf3fSwW5"
    "TIwGihtNGCKojE7sHhMh2EsqjM4eWzmSWl1NRSUSPwEhU0ApdoBA59NvTfUU8kXFs+eurT"
    "HKlOC5xWmdPgudGWzRJhgKUq6yTYkCBA9o5W3rJR8odszvkugv1ZfAvwtph+Kyh3swGbVW"
    "4PHmtZflViFciad0NNs24BP3uuaQa3g7a3Q8Wv39yonZ37TVLw8Nc0puzQk4C1RALFv8Xx"
    "EjXv565BE7Xp5rlgt0dONLft9pLLbFEOAPFtOs0sF+9WZEs7V6n6Lh7D2vXPV9wYgvJjof"
    "jopgNNKifur8JLuGYTQTTBfqMJ6FIIXCk3bEGhXbL12y4e2LftDti3Df/r8pkit6E7mqcC"
    "bbFslwjBuC1h3EZy1UeQtpVHhs+LSM5sCXBzAu3OilHKulg45DrB2gEuKABhKBoK1pB9q+"
    "tKtkQZVlufVoVUEtDeGmSXHjNTqJBXrvtwINAh4+eLTkqkTYeO4nooYZjFMOfiRGC7Iafq"
    "A2iaoGkqe7+OrWtCYkBJdOwkOQoExzlqPhPCO4JkHh/pDYBFfuKMQqfqEBO3hgd1qM8tCO"
    "rQiytxPCN9SElnpaoK0WeWIrDBX3AYJj+zoRLVRixESpGfjDWDZPD4zjUpnealBFztWGFJ"
    "1faQClVcGr455COyIylsc4Je4Cp2ik4gXns+fiRuxAkJFijgJRqAuRPMj9gPCM/M0Xr4li"
    "imU2QOlT6BS/rJGjn3/fSTCiXoJ8rpJxKpDaMKgPSICxLom6Jf9kwo9MX95P106BTxVOyF"
    "mX0bgu7VDLpv6//ZXt6wvf/nBNUN93NOjVLH8GnNuyzahZxsvIZ22uEDgMBeqO19XFEW2J"
    "UmZy8skUDyiNhgmN3fOxoMP6XTzBPSrRbD0oJSKQj/nRt5fGkxfSKUFVfxGLAL6mUXXKU1"
    "Q7uKHNl47eyCR52adAp6dDYKhXvYX3EF6S8bZNutK7dENp1R5fW4y/f46M1ZvnLZP0SL9s"
    "uH86srTmz8hl+YWKQZFjTaQDmxl31DxQMzCnhVd1tRr9DoFOEwmG2QgiNzmWXDtVnEgwGJ"
    "v3mECq89lLoqJVQJUlmng3pQL4XTYKTRls0STpNSS2Xfwv6OtaCu2Ryz3dbTln66/JY4Hz"
    "+j2GLRMBRUni9E5gKcjjQZ4nu0Gqwi38fO6llKyS3RaKfodtFz29XcVMttNyj46croKNpm"
    "w0FN4Ei3FuIsW3YN8rFMh4vuvhmCKkCM3WU8e/WeEtTie4aXmZZdQIKUtPyeG9kBX+1ZVB"
    "Ka4nSzIEzXSPkBJJ/tNfnMx3eY3UZSZtoKkXZX2HEX5/Bxu3P4uBliaCO5/L50vIae98Oz"
    "DuAe1rWHUiuPszq4G9cJ1xwhXmwHL6h0kg2GsITTw9kivAakrViWKMCGWIfT891HYvESYU"
    "ThxQUNnAEdzgDI8C3Sp7tkT7cnTzeST0OuxiXo9xzydS4dsD3s1IhK0IeqGTamhP1AKZAH"
    "sSCUz1/CE25Fft2cRCfRYGLPrkWClla/IuTLVNqIEhMjH6JvcqCnBIB3b7xN2fzHMo2G5e"
    "k6ZY/J1Bih0/Mtv2Ilr0ynzfIeQscL3RDxWoqJTomMBC7F3keFh57NPoFmVbpeDFDM/bgv"
    "/InVkwEVQuBAXw74+C6iv1cyBa9Mpc05PvXaZ0qN6UceQese6lCJEi6A/rIiu0R7MaFOCU"
    "zofwZNGEOg5qE/mHGb/XJTMo6gTLNjMIFi6G6PJaiY/uKMJ1M+RaZCpp/2OHimTIqYj22M"
    "gn7Rn9wZINZXtSDQSoOR6Bn70oaZKpWG1vXDTtaZQ4F55rBpn0lQw/w+5dvAxi2NynVA++"
    "i002l2KjjOThvnWQIb3Qp0t0hVrWoQand5HHeqXHUsqFx13KxclcDGbIm8kLRtcBd02qE9"
    "fBWNLPCBXrV3MlDX6bSDepRjO7ZqySJdogGUu6Ac4JWPOSLnDf7WVr47p9AAYZFMefmPm4"
    "o42ahylIuUV9cf/5YNr5c+qsL9b3rkUmRl8C6RAOB9ACcbbuEWIeI5DUAuDTnzB0U+R9Zu"
    "R7xEAoBLA07Y26M41J8jcbejXqcD6KWhX7lEDvOcAMDuBbYs1gB1T6i9Z/MBy0V+lmgGKT"
    "utUNbNYafS6YeC2umHzeLpKGSVQ7llpwV9b8tEGqzssYPvoUrKS7Cnr9Z49dCr3HhBNwmH"
    "FWkjOk8GS6V95QTaxOQMl/UVB4xJb5YSGewVlfcKFBJ6CWyuljOosrm9FEGVCnrEcaMxpM"
    "rtVmhGisOaW9ndRlmSxrJtAixdSfu8mGmWa3VrLe3qXm1pwNdcvgNAWxTFntXS7QpsZctK"
    "NzYsKZeP2OEVI5Ap0fYJPW/oLJePeJZRsq2l2pqB9TsC9TmeRCeIpCoyVYprE5eXpJASXj"
    "v4xqV/dFh7NnI+5bPpcYjWFt4K06mHwOpzMZUmQEnW+KocVJxSX/WDTNR6Kx5pFsfnsJW/"
    "fq3UKInfEhum/1krCSZV3Qu6cLFnU3ThgqI0U9jF810hgXKFSEeYxwixcn1yz3NctsNcUG"
    "iJcSeIBQg3EvD9KAi5WZuua2PktOSsFVQ1lJeUbIYwi87h6+urilnr4n3dCXz74eKS4h7D"
    "TgeRsHJYQ8mliUouzS/GeN6HMyTd7zvhFYqMjV1k7I4qVhzbS3tP25wAOtru0NF26VrPZr"
    "BGR6dnMmu7Rqbh8j7rsr7P2hf4WTPpjGLWxLg9MjAbr0H81NSRgW4Urly5tNUSiYareXjV"
    "fI08jyLSx4FfI4WgNZUd+LFx+rEXn2uk00RqQDxOPz7HDS4kwzTKNOM25laEq/37crs+11"
    "Ys7fPu2itLTUy3+rzLK0qlztwlHyTPqVTxUApcSnScmThGp28ls8T3xAnkG8aAS2kylxL0"
    "OIEeJ1Os8yHq31K11UesCJlMvHuVCGLe66A+IjuSrLSfk+i0QCe27v7uOlK2gmy8hgfv8G"
    "YvKs+uXZ9f4lB8+FYpdVrfQxzAhTzXgFWsllcIIX1Caa0cO1avrNCCDKwuKvPXx1SIX/W0"
    "rlVIwYo6Cz4/raV8yHU6DXxBYwen5JAtOUiLS+RXCCFYonewRNzMUg78gkYbrXDyvhAbwu"
    "8LIZayy3TTYf+Xv6gvYe85d3VGcrVE8qpKfqa92pxHcTPtI29V0XW6S+JqL2/TVmdflsY1"
    "tqtPhWU9tKdvJ+9dlhXHcd2VEuba/XZpgt4oSWDPGMVMdqLNkn4G2V8KCVftrrqMax39Ht"
    "lwnWyYgzk9AuwTLFWFv6DQTh8euPd4eqp0X6kFAaxVzlrtk4SxY/6FopBCAsa+XXUDJ2AE"
    "2LZ7tPupkWmI81GnjihHgo4oR82OKClsPVrQNCk1xHyULjQpctJNlup0GuI9Ypcl6B8G/c"
    "P0XNnz6h8277N7fh3EppMDB+8hRoIg6hWTUCGEyBOVIxLADzO8Hwa8BRp5C94xq01spW9z"
    "GmQjFh18B+YqGTx+3k+rx2CvNmsVfAY7WgHbvQE2CkJT2tRao9Im7gUcA4o6Bna6r4Y8X+"
    "MSudxzNSueKzpP8yq9+zlGwfG6T8drwn7ZkpBVqmHOBu0bf4GrC1xdqpg4hnV1Oa5cdchs"
    "vHZCxSimunl19lHE1AD2I6gXA/VitKkXc0O8A46Cwz5eiLSbkHjTV4YpHbt0ZP1p1lBPrm"
    "pM+yGwD/PxwX9R+T/uIW7Eb2J/nPz3WHfsLokSguowdKVJO9MrRBoKhsOXK6CqImaitBTM"
    "FSLt1MvjbkKiQEZsKyAutZSheYZcxaP5VWmfKud4jAAcaDkwalY3WKP2ZI3y0HPP1gPPu3"
    "YeAAYkQELzh/1yIMBUQ+KA3166vaDQ4PIUWa3GKN7+b98MKbIyeJdIAPA+gJMNVRQlEc9p"
    "AHJpyNntGPmcUO12xEskALg04PibR3zcq5ZahRLq5SntlVit8eqhj+epRDdJJTVFHBTzZH"
    "A/52KFEsrlqczlzOcgyeISGfBXZf7ek0fsmMzV1oPLDWLgtcq8nlc4CLC5J5uhWB5Ud1Mp"
    "MmTo6m6Dxoa8cx0Hr9KfzosSKQ1YbIkXYVCkYxWLiocYkMFjQMBvPr7fnJUixk5IkM3JPW"
    "q3z9XItIB6aitdgBxr6X5rwn7hujZGTou3paCqob6kZGPBnn8yLe4X19dXFdwv3teBvf1w"
    "cUnXfMwEOoiELX4tkMx7LXyQzCHbvyERds72b5XhJfP9d5DgVWDA8PL7TjL5FdmQ8BfkO8"
    "lXb4jkledCidxmI6l4Eo6T7P9reQHF3QnZX57WyUkcUCkQJ0+CEGoJqxRO0i7U51zsKtHn"
    "BFrImFVxXgRvJmC+aRXm39Rl+WxjdIU2G68hsgNXFs6Pmiq04l4jOZFO8YBDtBqJz+sGmI"
    "K2tIF2YZXD1WhWTN5VV5UBS7SSkuxkluj3G8/1w8+x3tgQeYuHQnmXxMNM330aRdr1o9gC"
    "7rjp//ldMvJxj9i3yCpeTRTuOJuxNkPgRj5dj3LZjCAMTyUMZ2zqKrBl40Fg2yawQSuIYc"
    "WM9CCRWKsFhQYBvGPXoH1CDkNCAt6CQjt433aB9207vG8b8Momkk+fQz5baNHSjaSMDjmB"
    "duCO0jqjJON1RbhEAoLCNkHBxyhwpYSwgkK7FTxKhSwb34Um95AQ+rnLZODolnB0b5CFJc"
    "1BJZIdbEHzCSuW6OAbQyMfM1Aig4BtleMFIsdym8z9+5frj3zGZuPrXKUXrvG/hk2C0bTF"
    "UkjfMiJ2SJzgFXvtPqL6GD4VDjfioeqhTzXWsQnq8VCW73pmFPD0IOFNUaGDq0LiqmCL2e"
    "lzvFUI4YBT+YDzI0dSGigowDEkdgz5PPOttFMo9T0kc80T1q1uoWJNKegSiriJCRW2bHMJ"
    "QTKC5skId8SWL0hZIdLOWnDYyVpwKLAWHHLalpLfORCLXJIZhTYtZaauwM/89Zzkj3YdqK"
    "AALWhwLQjyFPqwYnZiOZT2eAlcpqK/328zVymByypz+Y44JFj3YnONFPisMp+Z1cvsv6U5"
    "5MBv1fkN5lG9eXyHqI7e6+QuEwKPVedxxMvfEVhuChLt7DajRHmwA68JcKvRJhuujdFmsE"
    "jb0A0Rp1RuK5L5eICyDuW8yuAqUhhgdqe7+hlwinBWIuopCqTbHZZIRo0hmweY88smnGtZ"
    "jPqyHQDX26BTF0kl1+pWTEv7tAIofb/x8fbqSuSLL0U+pBmQNTddSvXjT5+xjbKCfsKohy"
    "Tjcp6OiAbWf4wZrHD5jQF2wIlUSJ8sRGEK+BuEKbyAMAU/cljVHvMBS3VUr5H1Unnrx6FC"
    "PR1PuiSNnLRnjZw00kZA3QV1VzUoIXRm8tAZiNV4CRYGyivruQeTy3TgIVCZw+AF0p/HYA"
    "1+CVzeszVYSZvQXI3B89km/a3B05os1US0t82SawTeh31dyW0/41p9n2zkONj6gX2flr4x"
    "9SELkfXTSwYnP1C93jFQcW9YDb3dPmqRe8wrPttuGi0oxgoE2p9d9Oykg1307KTVLsoegU"
    "UEpGyQskHK3j+aIGWDlK0grApL2T55RKvnz5jCGXAjC2ojxDJ2Mtb0k8Hji9i/HqxsN8hF"
    "BiuKMy7kal1DBMLQEQgP9PfJyNfZeA1LVQ7frRFvEOF4y9vRzQn0U16OTrtoL3RUe7nV04"
    "b+YiPnPqKnpQzGZRoNV/FRF5TbMa4jHOJvHKmhvdNoNl4LZEU64BgtRpETPPEk33a4CwoA"
    "vAfgFFdMf6llLvEKUYFa6qzm0GqXfHbaKfnsVJB8dtpMPgOrU68NMDerUyrhS7K4oAL2Ks"
    "1eH29IfP71ibSqkEIgjsp8TkSMXnyukQKfVeZzxTojdSmXCYHHKvMYEkV1cVooCejuPov9"
    "WNbfuY6DV+GPNr/bZPnxQmRTXyUDzTt7lI6TkLunkuVcZQ+wKhekhEM9wEFAXyyJaJUKuu"
    "HUGunh8Mn1H2SsWiUSLSyK9Z5vXazjoo5vjQLY2H/k3fuCTps5hXbWwqPT004+nlOBj+e0"
    "2fItvVYD2cYYdUI4HmprN6Q/2JSPsazTDbOOFUpAHz7QcskqcNDLXx7sJqWG5/LwgAd45W"
    "Mpz2VBocG5PLUjDVw6vVgxN/sRJGW+BC5H/ezAEViB58FfKID/MvgMpTZHN/pDdUgNAutT"
    "+35L5mrp6aKD8X+SdNVfywuvKkFTeOngXxMlPf4iqxUOAhM7VgAB99McGAuB2wBssmCTnb"
    "1NlsW++g6yuaKFOGS2RKbjYh4DbeY2lO1lWqaBNd0FZYsEno2epbvG1ukA7S5oe2QVRj6W"
    "1E2qVODPqWKqfi7fgYf9IBGk55jPRzWIiFf+9sJ1bYwcPsoFUQ3nJaUaC+j8k2kX68X19V"
    "XFOnLxvu48uP1wcUlhj1Gng0iiAXLK465cNnMD6/Y+xwWFGn2O2fu06XO8oTecFy3pb1pL"
    "r/8K5YSbINMfZ7sHLBwiYkttghKJGrtAq27fofuAHQ4/BPmwOYUGcuHUXuUYPJNq5kFqfa"
    "uiLqg6X6PTpmL6YNXna1bBBrZbEnsa1OAJUtkT5OM7Otu6L7s55MDvGfCb9YiJnJBXg6QT"
    "wyv0wHGVOZ67e6SCOCeWS1IXGc6+zewMAKHvRgwACZxLJBpIgLWwzS6um7N2181Zw3Xj40"
    "cqu5nSq7lOpx3UXVpitXfEajTEyneiuXyWtMFySMEQW0N3jVcP/aJhK5Rw5ap85UIBjJfB"
    "Zw/1DIitEAKPVeaxRYLiXutRtKhJDvxWmd+Qr/Ii2CxvOt6L0fhwLBVieKOx4gHlquwU7S"
    "LK9wHsyCHlpWMC+QQ5Icexd5FS/vjTZ2yjkH8yZNXXKZ9/Tmaa7eXegLxqZLTdXUH6BeMH"
    "+/kLnUijdfnHmNkJVBxBos5alecLUYZCHJMOPbUq6+fl9dSCBITRExBWdO/J4JuN166Qxk"
    "kXaE/aoT3hQFvJsuoo1deoIBykLtmDPrzt0tdCH7Zcp1dN7oIMzFqq8behS+4nifZjIiPc"
    "BpgnpJaeCkXUVNIwowCPIKD+evCAn9m0NtmQMM/YeaIrj+JM9Wk/zY+tpNo2H4NUq5xUmz"
    "K2c+pLMlxDaXb4mIzqZumKcJVKQ6CHl20rB43kFV2nBUFMuYu6XmJJQn/JhoPi0kgTC13P"
    "o+pHrzDXBjFIt6ptGkWkW2bb58m18edCiZaBoERBmPIA9hc6YOM69CqrP/Vs5DgVcigZs9"
    "eSMer3YNQm42yFNh4i95yIAYH1tkSjAeS1GPpODQAPBQ0AD5sNAIO164emTZwHnjdRlExc"
    "o4Rk4u7JxFG4kQQ7pQCQu4NcvTulgkUrlCCIqiaIlrn8u+tI2UKy8drdDsPXba+KpjK3cJ"
    "1QO7BFinGG9ZtWqN80LmE38ldyKYM5xYTYWihYL12qwE0l73QSdwTSTlu3Y/lEqzohpFnV"
    "VnC03JCwn9u6TgsXrsoXLvI8333ss4malLCL/uBj26MMSJUU9pDKeyiJje6V3VShBC6rzG"
    "UI5HoRbI48qyebq5TAZqXZDPlrB4M6izHyVxyrgqgpXEahgTlhamcKpAtCuqCO6YIbbBHE"
    "8aVI5gp+yKbRBO7qzbWHlMrZADV2pMrlI3Zaw1WSh4ttMSsmZuOmiFx5LBgsHWwCAdbs2R"
    "QB1k9rnq7R7izIxmsY+XvUxet11O71Omp4vaCu4Mgx7PvNyFQI2sNO2a6HgnTXw2a+a1J0"
    "XgbfgkI7hE87RUydCiKmTjkRUyEKI44w9WWDbLv1BiyoetkCFDPTpvfg8dGbs/zmY/8Q3X"
    "VfPpxfXXFioQLsS6qlJRLwINX0fHnHERgfZ2B8TORyyX1SpQLzjdh8U9J9djTf6KkqL2om"
    "nOrqUqmJMMP/RxKDy1W742eLrVr3HR2mRLpIXko7q2EKWSD7zQJRv7vfZAr4wMXQY3tuAp"
    "AEvlUqDVEePsGZHW6yeeRlGu10xaNOuuKRQFc84uiK5HcOwiJLaUYxncdYE3NpuRj8CpNH"
    "XlK3CPgylTa53RMjH6zR0emZzJFSUGh3oAyfkPFELF4iRuuSzsdrs54HCz9ZU41uzdH1Wr"
    "EsCADMOpgbYtskwPQtlkwlwDqZRobRwaBlign2ZU7UgkK7E3V4KRjZUo7UdLh2wB52c5Qc"
    "ijwlhy2uEuU74UWe7SKLgTUN1oNntYHHemyPddoJbClV165KpR3MAxt+oL96f0vmKP3Vk2"
    "OxT55fkxK8tFDi+QV6bXv2qhu2Ux0weMRcaMiqgKwKhVzyQ2VVZCW/Iali0lyBBLCWoIUc"
    "zS1RC3lGzNaohYNzg3n0DPfOQAaj/atBwsDwbLTCBtq4zr0RruljFrgQGMix4sfIDrHvUP"
    "Y/YoNVN2RjfPzqoAbt4JNza8h7ac1P9qpGuXjIXlAye4HyjGSHh0wEbZlOJ+/oEEG0YMcc"
    "1Y7JjhdJIa9EMq6EN+UBMoz2G19TcmiWSEBeFsvLxZW4cwzrfCHdKimXFhRfTK5v/4EgzU"
    "JPZ7nvt6JaOvRUiwfO4rFbpOtSuPYW+bqcTT10S6Rs7xY98jg9kEoKsRXh9sry3hoFOPm0"
    "NF9BFT9JBpU+hMjivUYWQ0fQ0TuCBth/lAupKCi0k5iPTk+74Ht62g4we8YvNiMbX1ynA7"
    "S7oD1pS4r5uONGKaPUUm6m3UedE+zkoZ4P6qO4on3s2ZzQi/YlnhNocIJMvcRdr6Wjc/si"
    "L5FAIMbgq3/PHVrmc/YM2DuEYWYSx2w5eYSoN2gnbNqSfzJb5KFry0sInKCARtwELdHGKo"
    "hgR0nsqMJIJLObCirYSSrvpNyA1zk/JCOYsnGMj+7CaVTsw7MuDsA6x0ruv7OG8w87vN48"
    "rX7qfDwkitWPIvo2XmCR2O+fE2mD5xAefx+H/nOPc71MBye70ie777LppDTxMg2o4oOr4h"
    "72V5gXi7olcqkggzOsBCf+Fkf72dxgkHYJpkamgY1vAi8BXYN0jRJHyrVYIdIP59cnXZLY"
    "2DCBe/GkkcoWG35M6dzXGpl2cB8edZHMjwTFbiHxdeLE1xQtU7Zkc51OO6hHKd2coSZfwr"
    "lJqR3io5RyRqte3WBrZJDdWg+wccI+bWALMlBMlVZM6VlDgnU/J02NFjitMqd9vGEo9mF0"
    "jRT4rDKfoR7Bi2AzdCp9EWyGqgRjlGzJUygkcW0QgroA6YADwwnlMyYrn1FfuQMAC6mWvG"
    "N2AGDfVSab5dm6Fd3G9VLBmH4L4+Pt1VW3si9Fm9FaVJ5k4Ze8rakmK3rUwi9f4uSy8zjp"
    "tJGaWjxciBJTkwQ1kw4Yv18NVFVRsqrK/rMa98uE8T3oK5vgFq1KUAS2TKRjeu6ISAd45W"
    "Op1MYGoRaIT50BBtbAXqyYg5mooSjupyDHLxg/2M9fbJdbj6P0VCj1PMXjzIAOHKUaR1UX"
    "YW+zUJzQtSFOFEK9uZlIRiXGyQRtlsig2ly930u8/iUBLagATwVty6rhO4o1dH/mJUXh3d"
    "G+tOfCXv/jv2MRhhwZIn0ilB/+7ccBikq0+M2CrJtPoSDXBN6odulhg+SqcWXjB6muo5BJ"
    "Zfi8ypCEkrHbGYF2wa1vu8S2vm0PbX3biGxVv0N1fuTNce3S14XcRDCBbaog0WD9Tm2Tui"
    "ePmCOztWdC5gSQBilmRo80SPo1qaAsw42CAtgxODvufSSXnpMTaHAQjdqULlghXiU0Yf/2"
    "jESbTN+Je4jbKAhNhmK/KlAccog9V80NUb1MmDGhD6urlJNwWZFmC7NjMrgUXwSbIcHgRb"
    "D5EfsB14TeKhWVKKaTiw7HlYsGq4oVYOSv1jK2hIICinjL2xIgP2aELI6k6q0UoiUSyImp"
    "oeneu7JoFiSjoqmICCwBJvs/F0yRHl8i6nVjqQXkflR5D93Lts0rkcAqhryu/eR18cukSQ"
    "N7lU4zywtsK6il23s7ovxOQNKIfkTzteNsBbR047TkcNXP1gEQ/ZROoyWipcukw6an8tMA"
    "gHZtej5PREtCpnSe4ahJdOgRW1/C5xjaZhZd8XSxJSAsYKNGiSYvX9iubWFrt/hxiPQavP"
    "WiZLe66bvUTRbsddIlHumkPR7ppNlBO1nyEvAWFABwB4AhJkOpmIzV2g2w08ffVSYEz7XK"
    "bhCwI4PlUz0wwWa0H5sRqI/zVR8/Y8/1ubnI6ZOFSG304zFTpBGtbCocZEESpcgYSBIC1V"
    "ERzebspINmc3bS3oTgpNlOAwW8YBNRJ42MQkOAh09meXJ9ixPl3I5vTqAjvK87NRpgw9oh"
    "ft1sNQARkH3O5NnphJUbWorLZULQ+1XmscKhTvNQUSFGZBp9X7U4BiVVUpkwBnC6D+B034"
    "+K/wERG1vxUuao+aWnC5Gqv4nHmWzRKFZpFZT6oZV6L/IphVxv9YJER9Vo8AaOeCPZ6C4n"
    "0BDeo9MuphM6SlBKtWE8scg95hWpb4e4oNCthM3wpqml7z4FclWXSyRjreHmaTzWwTs2vh"
    "Z+JCupE7ig0K+2weBFguZg+JusF3SXs7cd3GY3Vwd/C00PhZzEPoFjoEykHcij9HANsMNb"
    "xO0FOrLxkIjaqEMKNuqXYL/E3zxCp+vB5irlNGxWxAo3Oy5HVMqUNKyWSMCwKjKsRlyhX9"
    "oOeJtOM0dAt9oBS4tJJTvgJ3r90593GRsSOJbAyvOFyBboJSPN2CbRzRp4cO4YdAvTdRYY"
    "7p2BDAbSwnB9w3WwEa5RaJDACF1jiVfuBhskXCSfPqHAYP3RKQkrWfzqoMaqQScGy6QCp8"
    "9CYJkEs9nYZjO2F0x521mNTEO0h7fxzMEIMd1iHtwMQd+OZdTjfLw29SsHrNMElobhoAx7"
    "6J8lMrAxKK19ginpRbAZTEkvgct7MyX10O/mYUqSsX1sMztdO/jGpX8Ma3RSEvqBjU5DGJ"
    "K+kHvnltu7uzpg0cWUxBLyzahjE++Dc4ON/3PkGU8saTw3AG03FkkQgjFIgfNjAcYgMAap"
    "hzYYg8AYBMYgMAbtDiUYg3TWH8EY9CLYDMagl8BlFWLetU4qgGIiI4a8eygImM5grlEgFZ"
    "ndINQQ7qNO8dlHgvjso2Z8to2c+4ibN9sOdplGR5y7oNyOcUOrw/4mMAPMa5Ar6KZdodIQ"
    "5cNudVwEVVzqQLPMZvrKO+JvekmzPHqQaZWWduaUxTPZzholjydED9hEtku/RQPqC9e1MX"
    "JaDrIKYQ3uJaWcId4CeC+ur68qu+fifb3n2e2Hi0t6tMXo00Ek8YElhpedXJHDec/eW9gJ"
    "Sfh8wHGc5c8WIp8ZSUaRcar1kyCIEo0liJb/wqtwt2r9ok5TXZtMpTqOunrRhD2m2t1hBe"
    "O6ntYFhYZH9dHpaSeH2KnAIXbaSLlMt4QEyCUSQLkbyvSnYynHbk6gIcLDN0yYg998quT3"
    "UbzmYPR/CQpS1K/cZTRosUtg8EsI/lTWhzOXRGI1EZ1rJvE13TbrH+142zR02OLhQqTEum"
    "yYeUfHQTlBzeM0AxwE9ItIHqVVKmiTXvPmQYnGmsO0i7+03V3a8Jb67iOx5MwpZRoNER4+"
    "KJNe7mGf+OI6HYRW1KDmhFa4VIzqAXWdTsN1PVpxzB5wNykB8C6re0a+yoksW4evj7rAzI"
    "YJ4gCOGlCzaThy3A0Fs8VJmRFoALHIunH5j5uKYaPRSzU3blxdf/xbNrzeYLUK9jxcOpPZ"
    "al+wQ2fOGIO/YVx/QwyX+Yh9QiflueBFMSRN4gnjSPJPZhVIMq+Q5dnW6AY3Wi85ZG5eFs"
    "ideQlcVsJZOh9L8Oz4e0ccEqx78bhGCnxWmc9QW1sXl7iSgM7VI/4JBcED5sZ0Z48WIm/4"
    "E14yf7hjUtE1ju5GHetqg1t8tm5x3+MepILm7h7/GNXBJ3B0etzJMHIsMIwcczTIdDNJIt"
    "0g1M7DeHjcyQvDhrW7B46bnhgvWtpkZaYHXlcfQZVKi+U9tasgvhjXyLFsKXtUjUwL6Gvx"
    "810OlpP2c+WkcazEtQpXbuRwVB1RulOVTpvCUpOkPc3J4jqdI72LzfWs3eZ61rC5MmmYau"
    "KRJ+lFqNCBA0HCgQBW7l5X6NzsJjYKQrOnEbROCxYylTkNWSPamMjURHTmNjIqqdlMgsEH"
    "7cayYsyim9UsG6+Y0QyKHwyrBbQb0+RDbSF8XCLAFtJN6vazsy7Ws7ocUrKdnUHQ+J7X9N"
    "wsZhMFcg1vL4MIH9B7IDJgPmqPkoDOVes5pwoKcyWuUOj6BxyVpzpgIdJ3UHkoqDovVNUJ"
    "8MrHchkrOYWGguFIFciC0AxCzPODCBZ6hWw6B58mSx6cIiAy7slUrkKLxyFERhkZB7prKt"
    "ld811SJh2xn/KOfsSTGRtjhGLjqjTaZL35QHR8oaLj/q3k+xZnRrYpxm0D6QvuOCB/2SDb"
    "FjcczCmnkx1Px13wx0dvzvIlzv4hWtRfPpxfXTWlQbAfvgRhcM9V4tS6LvYuEqa47iwVfi"
    "nmmSMDtgqG1fU3tmz4Ga/cR+w/t8mFledCmdBPR4I8CPLgPuVBraMmwIz1IiQXdcxYykqj"
    "c3F9qonofH2fFgkvndDnJkaXngpFFcTGmdiJNeTRJZVfD9AqztFK8ayexPSzf0La9F7Tpj"
    "3sBzzFRBCJmFNoaMMavu7W8pmfvitOAHtuyd6F7C9R9heSKz2JtO0jNvwyDteE11BT0BY4"
    "I9AupHOU7tbzUm4UkYNnp9tUhaGusk2ValwNRxW1VaJ5B4TKjqcvpktvAJXxvJhpnqt0q9"
    "pY3aZ8zbG+bqfTxZVcrL1Vcfp+4+Pt1dW+dPH3ziMJUfqrm42ni6cLYevpfNwovaerCzIp"
    "A75T92lQv4dWv+dQzH3C2OMRyrn7rlxCWjZeQ3wHbuoF7i5wdymnN8xOJYRwrJfAZZ9Krq"
    "hfvaIaKZQrUpnPYOAZwcATq0l0AyyfJXFtEIKxB4w9+zH2FEsRTD5iZBubVinDzztERX4L"
    "cXPP82cLYf5QOmqPYaKtG10UK1oiGiafAiJGD353HSnjRDZeQ+PE8Ar0A/ZC8853N02EWx"
    "d5hUabmtJHhydvTt4en53kizv/RLSmk/W7UwrEcAfvD+j5xg2RzTt482fCg9dCz/S0pMPg"
    "5IWT1ybOgxwXMgooRCHJhAL0p7XbxFycyJmS6AT6EEmc9CyTuNXS0TqBuNOVVjGz22T1EM"
    "gdBQWNTpBOfBgEK+RI4p6TAOy9YX8k+EkS9pwEYN8B9oBkZeZkkC+oAHwp8NVRW35Gdgw9"
    "T21Jni22qS2PbBioLaC2gNqyh7Mb1JaDodQWssEOvxKGKGqoRKSh5XP44vegHQ6lHT5m93"
    "PXxZoTaLhQR6kNC/o36N8vCXbQv1+aCvh3N/IdZH9yqS7fkjBSH7IQKYT/SgZDmakXqgOm"
    "/JeRSkokEHlfk0magQMBvqcah2w76oJIm7iBia/G5XOIJa/GnAQw74d53GNB9jwvEQHus5"
    "NHvqAYvoYQEn8ulDwCOgLEjhcqduzRqKQC+oOZlIJ0m3WV3bLxGhqUhhHdFDlWf2a+2h9J"
    "/B0bZ2vxUHjAxv5e+kK7o7Pv4Nxggw33zggwsrFlxDMEdIessUG/KrnDQcgef/0vtrENi/"
    "h4Fbr+83//ZzLy66uDGuOGmPM35zeHcj6kAjG9uI07108nWRiH8b+CaLNBrAIhmyd5RKdH"
    "oYF8bDiuYbvOPfYNFo5rfJd8jf8MVmu8Qa+85z/R+e+IT2UQesosDOxY7C/J96N/CQziGC"
    "RcGGtk3/3Z9bCzMBB9kW8RpjazN7JkueB74/bmXeW72e4K2dXvR18VSzvYIvSnsD8DI/KM"
    "0KVvI/RNVvyNKUdtQpGiL2ZfguEX47rDZRf/X+KYyMZrp98NVcus/WZLV6qsj69EppNhbg"
    "g/X747JSSGCo1OgA4mOaQHnQSmJQpAlIMoa/Utp1NkFDrBCWaelwB7Lsb0sPVkZGDt6RlB"
    "5JOQygo9qj9UKaGWi3LVH1TTPi/ZVhVpoJfpXu6ihcYbv7MqulojqrUx3aiiOCaKnY8916"
    "f/YKrSsxE5IbENzHrmJNrmmmpoS4wdOi5d8sYTCddUj+MpqCO9iamtv7C/f3UwZXwSv/o1"
    "VunSFzCtN/98iZmamuiCTHVNPv8+me4rC7z8mjxhfzWe6HuTPHYrVjHvXdf6/jcnHuxgwv"
    "TD+E3pNOXxu+qSYDjdp+FUjeDplynzzCBcWi9Jp3RwygFfIwT8++G/QRbuIWaWyEDGBBlz"
    "i4z5M/aDlki2xpiukuZjMr6jsHntYMN3n/5qfE3pvhr3zDSTyF6JtJcKiVRkqzouEjErlm"
    "wXxtc77Kzw14SOLvygQdCUP6d++cCSn9iqPWRYhwrCX39zdrtE91isbYko3oIIJLre91u8"
    "Y+SAz0kA9jmGK8U3yuf4NuTfNuzZ9ltmwl537E3Sre2G0MfnciZDEu3LOEE4lXHBCjI99A"
    "/018qKgRmNTrAPEdkAueBDIZnWNpEUogsinfCc+EDw8R32fV73KUFflBKNhqGoo+Q2R+HG"
    "DNzI52ks7UhXqTTE+rBTA81DQQPNw2YDTYbaBlsk4pR7FWNdUAHW3bFeoY2HyL1UJY86He"
    "DdHe8Q+9IrO6MBnCXWdVsw8JZl3RoMDGi3oB2rdj4nnLUd6RKJhigfdZFA2uWPBr4klAM3"
    "Ha8hsqOsXws/EjnJrqDQEePBy1gtmVNNTkspkWgI8VmXVXzWvojPGms4eA5CLCVXFBQAcA"
    "eAbeTcR+he6pgo02gI8vAHhWejFeaX7GhHuUI0HcwHBzMF2Y9suUa66XiAdiu0j8gnSG71"
    "lki0A/ioyyl81H4KH71WKC381gnoGfNz4oLmuLArzxciN/YTXq5d98Ecy51d8V8zj6eZOb"
    "EhxlwNC77YpS3ZHLNEAh1HOxYlVaoiqcpNwzoUGlWpyuhsoCTc6DdxbHdOBJHdykV2Q+/o"
    "EU7yhuQHLY45wA7S4ng/MvUviSR8HoZ443GzXWsjOsnVKBkMBe5eqAxNd3wYcQQVcXRXQd"
    "VLXNneo3uu8V2e79KfKGVbLpHoZ9ToUuvuqL3W3VGjTPGG2DYJMH2rJSNe18l0iqMbTNCm"
    "GsiTnOepoNBv6b4+edvJInfyVmCTYw8hV/VFaTRU1CIsG1K6wHSNcKwjSk8ZR6D+ZLgOoP"
    "+kEvYPpRnnxZCualBtLSqoB+U8aFeEymzargmlP5mM0XLyV1aU0HPTPYwfcaJh1v0M1WEr"
    "H7N1lZ76e8mtAx2qiw6V81NCcirTaBjucNLFm3nS7s08acSUJIDFGEnDnFFpCPRxl/jJ4/"
    "YAyuNGBOXStThX5Q3+1lamMh2vBbgiQfTyHzcVGTQD8bsP5//4U0UOvbr++LdseAn0d1fX"
    "F3XfRkixkVnQOcGECtcTIiEDbZIF/ZcO6/kvrcv5L/XVHGYXekdDQT4e/HDcWqr97IU1Uj"
    "AaVjXGqI9FoKAawCCgGLg62QN87NnoOZfjZVhcIwU+q8xnqrr1YnKZDjisMoerCrkMj6uU"
    "0xhw92BW0oLLmQlGMiSlRgYxKWKjbNnQNYxR9rI04zwR3mqVra0xWatsydNXivqoWQ1Tyh"
    "9/+oxtlPVlFgJfijfRBPc/JrBf58u13X5dXtHb7dfZ4pi45lvTSr0wfj14QvSLZEH7pU/w"
    "N4/4WNaU3X7qDn/YbrdnH/zXXeSsGI5G/Cb2x8l/j2Ud2SW2u91kHflSrbTT4VqY+KZx85"
    "e/nATQNTINoyq6pTmJ8pz4rgHOXfb3L9cfBW4BninKIqvQ+F/DJsFo91np+FhGxA6JE7xi"
    "79vHCcIQEtu06+br2lHDJqjbtCtnf1PAcF0bI4fPlzppjTtLSjsWW/JPpuXAxfX1VYUDF+"
    "/rboPbDxeXn787jNlBB5Gw4pas457dsH2AL9EC8hLIB5hKQRxVpt1pVlBocadO7TaL/Ql3"
    "biQVrFgh0gL2ms+9i8u93eNev1VdOon8wq5S9UJ5RhbMMdZ2gaAZt/GStTXy6MGurLLFMb"
    "CTYu4S93VGAte0xDV9h4hNv4XZK6G0QQx7SuU95d7d9fDTFFTAXdW562MUyBlXqlTa2Va6"
    "2LHajVgNC9YShau1yeq09NhIDWLYTyrvp1Tx7ydwNoghQUlpZkNA0kvisxm6IeLs6dZYzT"
    "oZBMLW9Yh5xQHB/um5fyLP6snmKiWwWWk2QwWiEWrJxenqS34OdDuoVaodQN0uVSgSHQlF"
    "nVQp6sRZvQNge5vWZZ/jet0Ka3W7VmClX8H4eHt11S0csZp6vXNA4rDp+Uqs6FEjEs8p9K"
    "v1AScQMX2yEMUfomKMMvXDXkri+44qTY9m34Li3K2tvnVwro/SKo9tKgmE0+EaojtSq6WW"
    "plbtcYHtDa0mCAzcjwQ6WAhgQ1adsjzMH/8/QG95+A=="
)
