from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "suppressions" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "email_digest" VARCHAR(64) NOT NULL,
    "token_digest" VARCHAR(64) NOT NULL,
    "unsubscribed_at" TIMESTAMP,
    "erased_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "page_id" CHAR(36) NOT NULL REFERENCES "pages" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_suppression_page_id_9dcaa7" UNIQUE ("page_id", "email_digest")
);
CREATE INDEX IF NOT EXISTS "idx_suppression_token_d_72f1c2" ON "suppressions" ("token_digest");
CREATE INDEX IF NOT EXISTS "idx_suppression_created_1d1e4f" ON "suppressions" ("created_at");
        ALTER TABLE "subscribers" ADD "asked_consent" VARCHAR(300) NOT NULL DEFAULT '';""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "suppressions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "email_digest" VARCHAR(64) NOT NULL,
    "token_digest" VARCHAR(64) NOT NULL,
    "unsubscribed_at" TIMESTAMPTZ,
    "erased_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "page_id" UUID NOT NULL REFERENCES "pages" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_suppression_page_id_9dcaa7" UNIQUE ("page_id", "email_digest")
);
CREATE INDEX IF NOT EXISTS "idx_suppression_token_d_72f1c2" ON "suppressions" ("token_digest");
CREATE INDEX IF NOT EXISTS "idx_suppression_created_1d1e4f" ON "suppressions" ("created_at");
        ALTER TABLE "subscribers" ADD "asked_consent" VARCHAR(300) NOT NULL DEFAULT '';""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "subscribers" DROP COLUMN "asked_consent";
        DROP TABLE IF EXISTS "suppressions";""",
    "postgres": """
        ALTER TABLE "subscribers" DROP COLUMN "asked_consent";
        DROP TABLE IF EXISTS "suppressions";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2ziy/SsqfZqt8s3a8vNubd0qO8nMZuJHNlZmpjY1xYIkSOKaIjUkaEc7m/9+AY"
    "pvAhRBkRQI95c4JtG0dBpsdDdON/4crpwZtrw3t5gQ7A7/NvhzaKMVpv/J3TkaDNF6nVxn"
    "FwiaWMFQKxgTXEMTj7hoSujlObI8TC/NsDd1zTUxHZtetX3LYhedKR1o2ovkkm+bf/jYIM"
    "4Ck2XwYb7+Ti+b9gx/wx779evQwzYxEGF/aUbH0v/RIV+HUxcjgmfhHXM2/J1Jrp+MuYmt"
    "WeZr0Zv0VnDdIJt1cO3Llw/vfgxGsudOjKlj+Ss7Gb3ekKVjx8N935y9YTLs3gLb2GV/PP"
    "WN2RcKsYkubb8cvUBcH8ffapZcmOE58i2G2/Dvc9+eMrgGwV9i/5z9X/jRUsMM4/5hbDy+"
    "HxvGUALmqWMzFZk2YZj++X373ASQ4OqQ/YG3/7j+/MPpxV8CCByPLNzgZgDX8HsgiAjaig"
    "b6SVB+ot+viPPbJXL5OEfjc0jTD1oH4+hCAnIyFyP4IoBagHS4Qt8MC9sLsqS/nlyUQPzL"
    "9ecA5ZMtyg59dbav1H14ZxTcYmAn4Lp4aq5N+ibIIJwR0hDm0flZBZzpKCHQwb0s0p4/+T"
    "eeSuGcEtER5ePjKigfH4tRZveyKBP8jQPxmF7lQxyN1wLfEjjH738bsyevPO8PK43iD3fX"
    "vwUArzbhnduH+5+i4SnU394+3OTAXpKVJQN2NB7ArgG2M58bvsvBW2w/UiLdQT5sy7vIWo"
    "/zStbjvMR6nHOsh2tir4jwB1tkPaLxOXjN7dLYBrzHbaG7YJ/gf0YnZ5dnV6cXZ1dHzBdn"
    "Zjq6clmC94f7cQ7K0KUuYPmO4kHMFeYDmkjlEJ2FYm+i/2hmMT7cvX8cX999ypiNd9fj9+"
    "zOKGMyoqs/5P28+CGDXz+M/zFgvw7+9XD/Pu9zx+PG/xqyz4R84hi282KgWRqT6HJ0KevN"
    "JMGTjH5TYg0oOAx3QL/N63dhPmPb8Nc1dJwTBT2rrOdstkNGzVlJMNfKqZmlreZPqZQKuz"
    "BB06cX5M6Mwh1n5IjGFm+tRqv8FWSjRaAkhib7nGHS73o6dXybDDn5wOjWUVlCEG0HtZ8R"
    "hDTfQdN8eIVMqegmFmgmttmNcr/zT8FPCXij8VoE61l8r6qEjlfiyPGqEDiukee9ONRULp"
    "G3lEG5IKgh3K0k+ixkL3y64siAnZbREecqKIsxLiRDqNtm/MexpSDOCHWYdLr2TPTXn9ET"
    "cgnqJgF1UcVGX4hN9EXBQlO/RM5ExwIdAu1tPIJX3UB8VcVMi610wUjT99+QXQYzQh3iPH"
    "cx7gbl5jcVLdN+8gzLXJmcqFKYTM1J1UqpKpYpaDqp6mL6tTwij21REOAtwrudgb6HOQHf"
    "jmkbCcFGQB7UJ7yRxjQjA5DmIV2wd9mYmQv6Q2Yty8vVWs7yNkChuLl5lww9I4JcQy4DlB"
    "HaIxGkmLXdJ+1TQHRuWlJuWE5Mu+3ssyoh8pk4Qj4rBMg2fvEMRDVRK7tflIZ9HNUS/FnX"
    "hfp1nrHy623mcMRB3yrr25nTt7MOwyIjCLt2SiuZYHflGR7GtlRWKCOl3Up5UmWlPBGvlC"
    "eFldLDhFi1zGZWEiymyi8TMB20VbME0yGZDxPXefHCSqPsbLgJJX/8+BlbKACzqPeQwvCR"
    "fg77Zvuo/mo+uRraoJx99Dz63D2Retw+RVeQ2M89EbpHfbYe5fCs8MxE+8FzFz1CR3zQ2j"
    "RY1nM/iK7X5ke80RUj3+Pu98sA9CV6hI74BDsR++FzSx+hKzwELfZEZ4wWuoLzh0sHzPZd"
    "wf7pvqX/0Rgjj2ys/UF6ZE/RFaUJItPlvhjdsIfoitCarkF74vNJ42XM8yfs4ZO9Y7PH+E"
    "HaQrVE7r5T6ZE9Q1eAgn0NI9VTpD5OvyLX3hISdAGqzaqPTF6EU/qRz5uI6z+e2Egjna1R"
    "pwrkxlwIOSzc7X8OeSVM+ZZNoMNSLLbklf8djU5PL0fHpxdX52eXl+dXxzGLpXirjM5y8+"
    "Enxmg5SicII4qLuDpEnuyyJ81FMSW0zHNhu0W19j9isW7S4l1i3veseCa9tC2ikyUyZaSa"
    "LGlTVrM7mEyFnYYCxEV8f3RcbC7sj3gToPyBfhRkT3k0pmJZZC9xLXga9LKLXuI1NTevKA"
    "D0a2OytefXj2+v370ffj9MsWq0ScHxWFL7F2JnJb1Voo6bAsWqTRergjvSqjsyw8/mVIof"
    "mkhoWNjXfL0qkCFehdtnIY8YNX37vCyoWmlV429rkz6uhqKzkhDHqaxliOMgjoM4bnccd7"
    "9VZiGIiyhW4ggu5nGpE75BlrmrLPPcsWa8QlVx3JFIQFi3O8u8dF6kShliAQ2DuubhXbLn"
    "yPt/KTGoYFDZ+VvTb0qk6uhTElBFn6+inyDXxTNjspFxpTNCUNv9HaKTljFlpF5JQFMirc"
    "7Q/oHJmHeSYKZEAEyImzuLm/M2oAFcK5L7lZyrOzFNGb0MoPTvD+6/3N4OC4agAUQr0nD7"
    "iWjK8gkQrVJm2XFhgZp+Vbfcy22hHCf7FVfQidNfcZ1es+mvr+nlwVui0fnF9lw9oDSoQm"
    "kINL8FrIC2OEOTldIwTXNapavuqbit7mmhr+6LOSOcHtHCID4e310I336it7EofklX7KVM"
    "K8xEAPDk4OmZ/+EYACGa0XDAkoOlbJO7ZrvbKbSV0Hx3u9CHkAA3kdBwlWp+M+EZuSYKj1"
    "3JQvzz48M9H+K0TH4rwZySwX8Hlum1ZhhSTtjENy1i2t4b9mcP4YcxjDLbCoUTIPOHPeYc"
    "NvaA/AmQQNqro4rebfOon0VXRbXaJSuVyE0cNcrygUyQyh0m+gJSm+myt4i6UTPELVOO7x"
    "2VJc2m4agD8saEBq2MPJYSaiZ+AwrZUPbApO7PSupxUPKE18SYu85KIkORkQEWzJjnGB2G"
    "pPsObcYOQRbP8Mb3Sg3vDG2otaTDwPKC5eXvkpdpIZLQKXnZiRJSmxlLp4j54wpZlng/Yy"
    "uiE+ino8uLGGb2Sxmwj3fXt7dFJKktk1jVwtE6gdhY2n1qmVNuI8wSU5DI6ARpx8bAmyJu"
    "l+gS3GMRgL027M8mfpGEPRYB2PeA3TOJw20rV4p8IgXgS4GvTtjyC7IC6Hlhy/be0a6w5Z"
    "kNg7AFwhYIWw5guyFsGTYVtpgrbEeNsaomPTNCGmY+mz9SG6LDpqLD52h9rjpZYwENJ+ro"
    "/LzCTKWjhFM1uAfxtxKrGsTfEH/rDbsiIeDPju/ayPrk0Fhe0C40P+SoLCD893Yw9J15pT"
    "FgqH8ZryQloh1dvI3+5gsacUhmO1JC2vAGOl4aJxvCJbOVoB6LAOb1MA8ad8ra85QQ4N47"
    "f+TOsclSmJRO3S31QlZsHCSmFVgNlXBKIDF9AOMNiekhJKb7lJgOFg2J1HQ8Xqf5CslpSE"
    "73CGVITr8e2CE5/dqCwYc1tt+hzZATCUa3jsrCQIcOMmZoAzEgxIBAO9CgzuoRBcAUT7Rj"
    "10tNgUdHwKYUvPtdv/sqoN9cR63wNasa0kXjNYzomtnYU8Ss/sKY/J+DJi4F0xrfKzWvQS"
    "1A+/b1a5yYpQaS3ss042SXOjfAfbEBkIFXwAXrOGBWI/Z4ldA/0W8ru/sRyegEexPbH7CR"
    "1BSSYcWebA4tFtIJz44Ngovn2HUxB3ux+5yW0dCFbmVTxCcrw3N8V+7M7ayUhlifHFfpW0"
    "tHifdLjwudaxlqrGu6z2liVI51IgVYV8d6ilZrZC6kaAB5OcC7Ot4Eu9IzO5IBnCXmtWMT"
    "LqV5x7ROxADtamgHoZ3LSYaKkU6JaIhylSMxxCdiFA7EmJpEDtxwvIbItjJ/Z/jZlPPsEg"
    "kdMW6cAzdxnRdPLkpJiWgI8UWVWXwhnsQXxfMeNh7BUn5FIgEAVwDYQvbC556KJ4Y4LaMh"
    "yM0birWFpphfiCZGOSPUHczDYY9AVmRL8HptfsRc5lV456hsOxCtTeMJH5J3BSftdXHSXv"
    "BTwgBE4zU0sc2vYzNzgT0p+5pIQCF1Ht5CIfXcdD1izB1fytvNSmk4j6vgLIa5gHJQjSsL"
    "ckYIMN6FMZymVWfZ691pWsFb4Xu1FJ2XbUDVah64o4WmXfzsPNXSc1YStKyyltU/Ha9Ld6"
    "9+gFKImJU/HO8AuHZ2Np7vcVNvMoe+Ua18iZ7ST3+j22PfYrw42Zo0ljvzNUasvJ1Jm+H1"
    "pw8DF1PQPeINgqmDZwPTHqDBl/HbQVAbfzSYbAb0sW+GOeykhTmJoK/Dp20WaluG/ztU4q"
    "hDexMnjAQ9FsShoKjJgg5hYBm8URh4KQwDL/NhYPRCFeEVTu60iE7kzsYqnphRlPPPEgk4"
    "ubjcOQvt976OWbwd0U9MdzpmyYSSdcra9DmEDkdFb6MFTyP0YCmKSzxwnZfgZ3Db2gwsc2"
    "WSgekN2CGaVLq+TyL/Z7jeSyo0AQ8GPJi+WC3wYHrmwaifZeq/J6NomklJd2a/PFObLs0t"
    "qzjmeDS3YSWy2KFhtcotcF2+DtcRJY3+NCaWM30quAkZTyK7nyddEA8EmaYJMt7ScQnFcS"
    "ZFk8lKaeg3NM/moB+LmHaQWDZ8V+r8AY6ohpCPjs+uqhQ70GHieofgZhZ4YhJLanLHAtoR"
    "QEeVSh5GJSUPI17JQ/LJ5CZ1Wkw7rM8rYX1egvV5EWvb4Z7xUMJndPgnPPQfXzoTK07m0t"
    "lcgBh/W5t0+axBbchKArVBZWpD0GbYCJJhcrmqnGCtiF4xvR6m38Qaed6LQ0OiJfKk0lUF"
    "wVqmTTUdtL9Ozx03CEHp9+UV2N44joWRLSAV52VzmE+ocFvrSRR2dWvRbh4ebjPG7OZDbk"
    "rff7m7ef/5h5NAB3SQSQQz3cUzui5MieERRHzO8l3eKogj3l0e8fR41K7VaaZrEDLQ2pSc"
    "0ympDmdzfKW305nlj54wb4unDO2UFNiO6mCn8mpSS2RaSjvX/6zK6ngmXhzPCmsjmlF/jn"
    "AndVknwpQUnORWzw2cO5blvMgin5YC5HU+JEQvzMO6se3krVslk5OHRIPKiYY1qlkQlREE"
    "HausY+ROl+ZzLS3nREHPKus58KhrqTkrCVrug5ZfllKd0nJi2gVdrexnbak1dd6orGQnb5"
    "QixYa9e6Gg+v9VqNlfz2qqOSsJalZazc/Y5Z/0LO7Pn0h0lzc4aWtRbPrEKsxCgCKaY/xN"
    "lISJJXTY+Cx7Nd7/Ns68FZEr8cPd9W9/ybwZtw/3P0XDU67H29uHG2Cbt0Uqze1SyCGaEt"
    "kDzv5MZuDuq8Ldz0/cBoD9VK0XhJqzdSeoqVe1ftcN9pO32yDRdeMe9Tg1Umy4kZ6Hf7gB"
    "mX5PgP7pvg0Z+RpC5OK14/Iq72QQ+hw8RFOEvCVy951Cj+wZGuGzZzlWivWCFhxo75C9GT"
    "vs34orxRgt6iy/By1rLlkngm9l5MrRwu/osslGo/r0CZtbCEMy4VPQvpkhG64usVrCO0wi"
    "vEWWruMvlvHVSB3cBYleNwoIfy8trWOfmVNZF34VcWFd9DmarqtLO32ONcMzqL5XaUcfGk"
    "5X2DE4rXJ2zan48JrTwuk14asgAW8ioSHAzRcpUuC4nZDLGcqJlEblEE0QkyHZBOkRlSL5"
    "plpoQqTRYqSR+Mn7hRpRVwitY43oS+aDjThcy8YaqYgiH2wkYchesUY8F4ShRpil4UQbSf"
    "5GHHCkM0WtHlwDbTsOvegdlYQZK+RKVYRE4xvZMlTo1JXmzw2DdhExuFdVGF9XYsLXVYHv"
    "9US/lQy20fgOobXCFaWPc1d4TrGYTXCQM4pbm79dswkW5jPmUGF+fny458MdC+RZTuaUDP"
    "47sEyvtfgjtexNfNMipu29YX/2ECsfA6hcGXncc0ske0BeGfRjcs+eF2sjkQB1NK6OhYvk"
    "morFAhoYotxCWmUdFS+jhQN6oXLvMJV7DEW7fuFeVhyqQFSmuUJlwitQMlQmvAo1Q2XCq1"
    "AzVCYMoTKhm1cDKhMU3izOuO3Jhk9VRFMirVYmKOK0yYDpLBxZMBMRADMDJvvJBbMsjE8J"
    "tUS10ZWx14tipX7MYiDjHKRWKdqY2hPYirQQJSfrTkxTa/duQPlUXWlAGytLUhHQ1IKTAZ"
    "T+/cH9l9tbtcvpVER0ZzVd3uNqANA7PDORtoimfEzBHBVzGvdk7e0gej2STYArh+m1vXW0"
    "g+rlsVF9KDABhlfTDC8oJGmx3y8UkrQMMHAxlOJiTJeOh+06+1xpQdixVnn7A/LHkPJUD0"
    "xIFh0mWQSBY38DxxtEpsshJ2zc3jgqCxonbEgH5UEQHR40OoRCinaLgOgjOPiKqQ+xgAbc"
    "5a6JD07wCTmEZnGwmBKBaLH5aJHfikysjlhADWWwv6eNMmaOzckDChkC0XBteP6N8dl828"
    "WIY9TF0zqRgHnd+Lymn4ZnZIQTOx4PMzs/s1dohmvk9lJikNlTObM3wYjUOXQmEQP9qqzf"
    "Nap5rFBGEHSsso6h1OhVqBl/W5v0cTXUnJXsRs2KbCH0Tsvqb7UpolntNodU3MbYr6tfmx"
    "sZAZGTs48RETzF2xiMJQk9zl73Hodn+QuZPY5ovIYEreY7/UKbswTcKuy3CzH77aLIfnPR"
    "nLN0lZDfIgE1Eo1a7WZAWfiwyWTjdInsRXDOLS/GEduPvJx2ZqR5Em0EWR3aZloScgZKR5"
    "Nrf0IN/JJHOBCvGBmhvVaN/iT9WlkebH81wZwjD8Q12LEA7EQVaqujWWnIr7pcWYBYDHGN"
    "/YKcLGwZqLwuPJv4RbLNYyyizXtziDaPDMX6XR4z0vCGqfyGTSyn5s5rVhK03Actvyw3Mg"
    "FrTky7ePX8uErASkcJI9bgXr7uE9qmav9CAZfhVagZGkCKdQkNIIFWADWn1U4LZD/3PCyw"
    "sR5bSgCdjTj5x/3JoNNYSzf10Ekfd1cfoORgPQ0hcvGz6fEL6GQw+hw+RiODlvVm/Al7+A"
    "S7+x5cGj9IX6jWa7qiNjCpHpMn6QqWi9eOS/Z++dhDNDJQbbIKY0vFYRamrVg5u9DI2M2W"
    "aYZRY0xpVmFZsr9qH+hwzuxHKGyT6tZhpl/MNhSenVhW9iw6O7ED3pZGW/CyVKLuKUSdET"
    "1bIBFBsu41JOsO1tW+R0qtnzbqtrG1opDu39r6MFUoqYCN4zFmwzmxz5iLH5vuxxzNMLxC"
    "plXoxQyFKoc2DmWu41ZnEg5MLKChBzM6r1KrQkcJfZjgXuFgc4/rnJfwzRMRDVE+rbR5f1"
    "qyeX9a3LxHHuM71MC6IKgdWaIVvC1kL3yuZyGGOi2j4bweVbEdYstRqHJznjD1RMwF9qQm"
    "dF6uGaQPm2VpuaCQ/rm56a7qRZo5WeDTqRxq+nbsC9c6U7coDvpWWd+QQXoVaga6l1iXQP"
    "dSOG8HaVBgz6mXDJU9sQFSzL1OMSc8F26OOUODKUsyZ5k3rWaZo/h2r4P/gKDQFUEho7OC"
    "HnYkmxvPZSiVNWqhPZJSiaMi2DpljiCf8LoCTQq7V0vTGUHQsco67lfOCApBgXSkXrQNEW"
    "GPI8KQ0c+lqEdcf3EcmCoqaJmZPrWcZE1N2V7gFB2WUwTHv7cYcdBp7vF6k4nhTSQ0BLj5"
    "8xNfHHfGKYkqofRHAjrCe1yJPMSGiSE+LtKH+uVjq+KP9c7JzqzQUlpOC0K4rLKOWRMA2W"
    "PmExE4Zl6NqFQXMEti0uhQ5z1j0sY6Vqh4HkvqzVRt27efgCoa4j9SbxYPedu9wY2j0o1e"
    "NqT9+B6C+IMG8d7UWUtF8bGAdoTzqyoh0JU4ALqC8Od1usbq0yT74dRBuNESmAQtuFiWMa"
    "MSmVqN2tWCsTt6VP+oqSq607LMVIj5Go756NvfAJ7j7VO0hDOxjyoFfL8i18bZOCp756gs"
    "5LPMlUmoQ0xISy0kUiZw5dgkKMyJWiV5UUi6coDxq9KSdlQSPsZarBo+xgIa7qKVwRvFj5"
    "fC8PGysEMJPcfi0LxKZC4OzPPIxqYmC+3jClmW0HDEQt0dXNS++TgdXV7EBoP9UjaHH++u"
    "b2+LBxIF9roAphDHaLhOMDZ2dJr6qQRVskRQIqhKIHYYT/cau+Z0OeR4uuGdUk8XJWOU2d"
    "x4LS7rnsZS7IwKD/QU+0ziczx1cJtG5+cVHCc6qqTR2XmhBRd9qSQQDodriO5JVc5cGWWO"
    "06MIejx31+O54CZ0uZh9/3/OgXeI"
)
