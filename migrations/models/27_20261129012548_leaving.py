"""Adds what leaving needs: planned deletions, consents, requests to the operator, frozen accounts, and a few optional
fields of the profile. The consents that users gave before are copied from their own rows.

On PostgreSQL the names of an account are announced when it is frozen or unfrozen: whether visits are recorded depends
on it (app/links/resolution.py).
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

CONSENTS = """
        INSERT INTO "consents" ("kind", "version", "agreed_at", "user_id")
            SELECT 'terms', "terms_seen", "created_at", "id" FROM "users" WHERE "terms_seen" <> '';
        INSERT INTO "consents" ("kind", "version", "agreed_at", "user_id")
            SELECT 'age', '', "age_confirmed_at", "id" FROM "users";
        INSERT INTO "consents" ("kind", "version", "agreed_at", "user_id")
            SELECT 'news', '', "news_agreed_at", "id" FROM "users" WHERE "news_agreed_at" IS NOT NULL;"""
TELL_FROZEN = """
        CREATE FUNCTION kliqs_tell_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('kliqs_names', CASE WHEN domain = 0 THEN '' ELSE domain || '/' END || folded)
        FROM names WHERE account_id = OLD.id;
    RETURN NULL;
END $$;
        CREATE TRIGGER frozen_tell AFTER UPDATE OF frozen_at ON accounts
            FOR EACH ROW WHEN (OLD.frozen_at IS DISTINCT FROM NEW.frozen_at) EXECUTE FUNCTION kliqs_tell_frozen();"""

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE "consents" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "version" VARCHAR(10) NOT NULL,
    "agreed_at" TIMESTAMP NOT NULL,
    "withdrawn_at" TIMESTAMP,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE INDEX "idx_consents_user_id_c3b500" ON "consents" ("user_id");
        CREATE TABLE "planned_deletions" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE INDEX "idx_planned_del_digest_c11706" ON "planned_deletions" ("digest");
        CREATE INDEX "idx_planned_del_account_fee0c3" ON "planned_deletions" ("account_id");
        CREATE INDEX "idx_planned_del_user_id_b2c61f" ON "planned_deletions" ("user_id");
        CREATE TABLE "privacy_requests" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "text" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "extended_because" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "due_at" TIMESTAMP NOT NULL,
    "reminded_at" TIMESTAMP,
    "answered_at" TIMESTAMP,
    "closed_at" TIMESTAMP,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE INDEX "idx_privacy_req_email_3e13de" ON "privacy_requests" ("email");
        CREATE INDEX "idx_privacy_req_user_id_544ce2" ON "privacy_requests" ("user_id");
        CREATE INDEX "idx_privacy_req_closed__aa0d1a" ON "privacy_requests" ("closed_at", "due_at");
        ALTER TABLE "accounts" ADD "frozen_at" TIMESTAMP;
        ALTER TABLE "accounts" ADD "delete_at" TIMESTAMP;
        ALTER TABLE "users" ADD "organisation" VARCHAR(120) NOT NULL DEFAULT '';
        ALTER TABLE "users" ADD "phone" VARCHAR(32) NOT NULL DEFAULT '';
        ALTER TABLE "users" ADD "delete_at" TIMESTAMP;
        ALTER TABLE "users" ADD "username" VARCHAR(40) NOT NULL DEFAULT '';"""
    + CONSENTS,
    "postgres": """
        CREATE TABLE "consents" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "version" VARCHAR(10) NOT NULL,
    "agreed_at" TIMESTAMPTZ NOT NULL,
    "withdrawn_at" TIMESTAMPTZ,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE INDEX "idx_consents_user_id_c3b500" ON "consents" ("user_id");
        CREATE TABLE "planned_deletions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE INDEX "idx_planned_del_digest_c11706" ON "planned_deletions" ("digest");
        CREATE INDEX "idx_planned_del_account_fee0c3" ON "planned_deletions" ("account_id");
        CREATE INDEX "idx_planned_del_user_id_b2c61f" ON "planned_deletions" ("user_id");
        CREATE TABLE "privacy_requests" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "text" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "extended_because" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "reminded_at" TIMESTAMPTZ,
    "answered_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE INDEX "idx_privacy_req_email_3e13de" ON "privacy_requests" ("email");
        CREATE INDEX "idx_privacy_req_user_id_544ce2" ON "privacy_requests" ("user_id");
        CREATE INDEX "idx_privacy_req_closed__aa0d1a" ON "privacy_requests" ("closed_at", "due_at");
        ALTER TABLE "accounts" ADD "delete_at" TIMESTAMPTZ;
        ALTER TABLE "accounts" ADD "frozen_at" TIMESTAMPTZ;
        ALTER TABLE "users" ADD "organisation" VARCHAR(120) NOT NULL DEFAULT '';
        ALTER TABLE "users" ADD "username" VARCHAR(40) NOT NULL DEFAULT '';
        ALTER TABLE "users" ADD "delete_at" TIMESTAMPTZ;
        ALTER TABLE "users" ADD "phone" VARCHAR(32) NOT NULL DEFAULT '';"""
    + CONSENTS
    + TELL_FROZEN,
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" DROP COLUMN "frozen_at";
        ALTER TABLE "accounts" DROP COLUMN "delete_at";
        ALTER TABLE "users" DROP COLUMN "organisation";
        ALTER TABLE "users" DROP COLUMN "phone";
        ALTER TABLE "users" DROP COLUMN "delete_at";
        ALTER TABLE "users" DROP COLUMN "username";
        DROP TABLE "privacy_requests";
        DROP TABLE "consents";
        DROP TABLE "planned_deletions";""",
    "postgres": """
        DROP TRIGGER frozen_tell ON accounts;
        DROP FUNCTION kliqs_tell_frozen();
        ALTER TABLE "accounts" DROP COLUMN "delete_at";
        ALTER TABLE "accounts" DROP COLUMN "frozen_at";
        ALTER TABLE "users" DROP COLUMN "organisation";
        ALTER TABLE "users" DROP COLUMN "username";
        ALTER TABLE "users" DROP COLUMN "delete_at";
        ALTER TABLE "users" DROP COLUMN "phone";
        DROP TABLE "privacy_requests";
        DROP TABLE "planned_deletions";
        DROP TABLE "consents";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zbW/iscfWpntGksX+J3u7MzTprupnWcNLbbzrY7DCRCEtcUqfJiV93tf38B3i"
    "8ARVAkBcLniy8kDkQ9BwTO/fx3snEMbHkvrhYLJ7D9yV+1/05stMHkj/KtqTZB2212g17w"
    "0dwKx6JoUHgRzT3fRQs62RJZHiaXDOwtXHPrm45NrtqBZdGLzoIMNO1Vdimwzd8CrPvOCv"
    "tr7JIbv/ybXDZtA/+OveTf7YO+NLFlFJ7WNOhnh9d1f7cNr93fv/vm23Ak/bi5vnCsYGNn"
    "o7c7f+3Y6fAgMI0XlIbeW2Ebu8jHRu5r0KeMv3FyKXpicsF3A5w+qpFdMPASBRYFY/K3ZW"
    "AvKAZa+En0x9nf40fLDdP1mw93+u3bO12fCGC3cGyKu0m5QID5M5o3AyS8OqEf8OafV5++"
    "OL34MoTA8fyVG94M4Zr8GRIiH0WkIegZyuHvCs5v1shl45yMLyFNHrQNxsmFDORsgSXwJQ"
    "D1AOlkg37XLWyv/DX59/JlDcQ/Xn0KUb58GaLskPchelFu4juz8BYFOwPXQvYqQCshgPM0"
    "CoI8a4DxjAvxrIywb26w/odjC0FcIBoO48mVZ6KvvkMPyPVRX7tEEe2LswZwX5xx8aa3io"
    "BvyfrURTeNAtGAgC9djIcB+uSiAdAnF1yg6a3S3mHaD55umRvTr0L9zvY5u0eRqoS1GZ36"
    "e7COzzlp9o8VfYi/zE7OXp1dnl6cXZIh4XOmV17VYP/u5q4ErIvJ1/J8cWyrhABvFd5oBQ"
    "YeZohve5ZtQtQK1lY7xMuRgPqAd8KYFmgA0jKkHka+MKZFIgC1DOqKbpC6Ya7ILxEBoUzX"
    "SkYob6z7FbjBpN7u5bCl6/yBbR0xYP6GQERFXDbUBcISzkZM+SL5Y3zHWQ3Od+/ev729u3"
    "r/kU6/8bzfrBCtq7u39M4svLorXf2iLLKlk2g/vbv7p0b/1f714eZtWfVOx939a0KfCQW+"
    "o9vOk46MPCbJ5eRSgccGtrCPW/C4QAg8lpnHjj13kGtgowWby7TAaZk5vXAxxb0Fn4uUHX"
    "BZNhPR2NlMbdjLh5x9lV6Yo8XDE3k99cKdnDUeb+bY9dbm1qsuiNcx8bfff8IWCvGssj62"
    "579PJxov67Or8SZUktU9j8x7IE630Syj3QXrMQpV6MMAuiZTKLuEiO6BD11AdA5VAfLR6k"
    "B47tBKVXC2aHXo4vkY+3RUhMcL5nRyegod+IalE6kK1Rz5i/Wha+k1nURVhNDW1Knt8jCI"
    "rrbm93inKkaBx/QqC0mNju2vrd29p/C+RH8fuI5u0Jg1qnp4Ntgw0aG6RzyFiviEfj7dwr"
    "5/8MF2Taf6Cbk2fShF4aJefhsbemh9PFxd+xhN9008m6Jq228uGWAcukv94L4hf6i6sDz0"
    "SJaV5++sgzU4OtMtnUglrKi1yZk5PPtT9dZmtilfQTaRA4z4s+knxYi9IZ+G2XGkya1pXR"
    "zpIhokWRzpa3PF9fEyI0kZvt14tzkshLT/wI7/m81OT1/NXp5eXJ6fvXp1fvkydfJWb9V5"
    "e1+/+wd1+E7zhtXEA8yPL30gX17EE5yMVzD0sfsYsUcil8T7XVN8cyQDBuJNhgG4SQDvCT"
    "+A96QSwItWLm7lsikQgsdGOo9NnslPpr82XPTUJpqiTAsuWJk5HXjY1cXySnIkXSaXVJk6"
    "pGjQPpWk4uksgltF9lvHxebK/h7vQnzfkedA9oIVCB5LlfdeV8bfIyBakc3JZbI7pFJpfj"
    "mRrx7F6YSwX92+ufrm7eRPvue4Tyn/e/LG2K9d58kLZeuKqF+4XyvvP9CR+jwaClL/M5X6"
    "xSNAD4z9lIwJPQd/erhV6GeObBiRVJIzDeQUkFNATlFBTsmFujGklGIgHF9GKUXedSug/J"
    "LHLs6ip//9GySXMUgurmMJpbYm4xW0V142SYfnZ8OXhRaIf34WsktuyxMQX4pUIMH8ORp5"
    "UJYXRSGBUAqvsrBEyNgEOkA1V6xolG/+XlyLO59MwvYtXgSu6e/ePnICAIoDakVuLx6q48"
    "dBogEKUnhRfkhkcRC+pRO+IVggFb5PmxRKOuVXSjqtlEoysI9MS8gmm1KoFypw0ShW4KIm"
    "WOCiEi1g4EdzIaQ9ZhTKIdx9NTWihBCZjhEByMc3R6IcwGfnDQA+O+cCTG+NWUOXRI0bnY"
    "IOyiQok8dWeiR1LyQZ4kxdJ00er9Nysjx1ecIeoGhu10VzIbyh1/CGccjRw/lhOpekxyXo"
    "ySIUjE7SI19tabqbdowu0QKrpWa1hTxfbxkWVqYFVkvNavz71iTTtWB0kRK0dJm5fGQ3+v"
    "4kFEkYq4gXfRxojsnuIaOvV3ofupSv/SEudPII2s399fWxLEr3nISa+72JNIF8+TNgSOra"
    "kIQ3gi7ZlEA5M9LsvIkdiYziNwc6r1iSQrj0R+yaZNI2ajBzAkjylVlyho5mPVoOt8jznh"
    "xyKq6RtxZBuUKoINyzl03wJqP4W9hL6CHXAOcmKEMPOWn9O0QWFduiU4IBgfZ2no83w0Dc"
    "caYNeiTypqipo0DUq+VIFslGwHQUg7M0xZLDSmTqhaA1Oe/O+MfdWeW0s/GTp7euulSlBl"
    "FdZlE9LLDq6ZugnTOaQQ78lpnf1KYlqp7laWAD3buBbteCgmxKoBy43adQOO4K2aaXFplt"
    "inGZTjmoT2aN0ilmNekUM0bxRawfEsLCoofYBqkPCOh4qD6PfexuvDDeSMgEUKBSbwPtvH"
    "QtxHgq+zZVwjD4vu1CMGhaiL24GkQK6Odqvo+T6Xu6M+XqVrYHqVwtU0WkoHtlY6gYtQ/a"
    "w1WpuaAmYsP2+xwlSEdvtzNO1FzzES12uovJM3uHvo0fo9k+RZONVq8YtqVM2GaWEROXtJ"
    "/lx8SlPW67Ltm4TZzl1GYwt5zFQ6Ve4y+FgEzHspwnHMrO3gJF714ySaSLJvIzchdr8zET"
    "p1Hgpf+En5T+VwzPX1jm4kEPTdzhNAb5gy4rsdo1ELLXdciet3ZcP+zZJaK+FqkUjMnoIw"
    "vU80073ID1wBUsXFMhVRDy2cuzJoEDdFhNwNFZJXzAN30xN3dKoJxZppeIrvyTiS3qPJly"
    "WJ83wvq8BuvzKta247N6BtZEgyYEyuFLVmLDxVy7misQS5SPKKd0PVo7Y8GcXBRHSypTTY"
    "XEEuH+Uony83XIYonShF7LxoP+z+ml44bKLvm+7o6x6B3HwshmY16hLWE+J8R9nSeJ2jXs"
    "jvb6w4frwmb2+l1pSd/cv3/99tMXJyEPyCDT56x0FxvkXFj4uucjP2Ac37cbZFncHYdB3m"
    "rXaQX+6ctZv7vO6ezVRbrP0H/qdpbb91fX11WAH02ko60puKZzVAOu5vTKaJcztVQ9YFZh"
    "4Tq0c1SwdzQHO2fBEzoi81TKif7dhxmm5kghWTBPNdyW/FIpMTBvem6OfJ4KkG+HfGrobw"
    "575hsAzFthHtamShZv29pWJXowNMhsaCg4yERYXSAEHsvM45JPVCiou+ROBT5LzOeif1uE"
    "zUVK4PIYuPy0ZljJ+DpXiUw5pasXf1YxtkQ8Q2LQN0qSonaje6EgdP9ZsDnYGi3ZXKQENk"
    "vN5kfsesxQD67VIEcxnN3gpK9DMbIbzE7OXp1dnl6cpeaC9EqdlYBhhcFUBaiieYd/5xlh"
    "UgoVHJ91r8bbn+8Kb0UiSnzx/urnLwtvxvWHm38kw3Oix5vrD6/Lll7p+/nKAr9APZnQ3y"
    "CGaI4EqvPUliKWtPmsFIH90xbdZ8sLtwNgP8bTjHK17gU196qKdrfKx5kjlxW6KJQBRedQ"
    "B+diZCf5fSA8N2jEpqN6dH5zw2SDAwH6wX0TZywoCJGLt457aALYp3AShRA6MPErF/WCVg"
    "xs3yN7d+fQnw1Piju0anP8HrWwdc05EX4rvZT4Fn9Hl642otVn1dHibLckmPAB72Jk49Ml"
    "ZUt8h1LEt/y16wSrdXo1YQfzQCLX9QrCf9Ym8UVHCyOLLz1zatokpkcb1LZXOFFu4WzFcu"
    "QSAuVq20MHPzl0ytHZDuU3vkji4xGwveQOyaaA5kigp1YxtjmVRZoHxWU0PSUDDbrRDxYW"
    "Nz6LlyQy90EGLysuSnEgrklti1Gt7aaY5rbH/YD6kbJzIJ7N1MJxwpntj6LWwz6rtlDEGe"
    "pezAi+spconl2XbClWYzGSyiht9b+6A6vpYRUzU16lZMAQbr5eCP2ZeqxQHb8KAvBmFAoC"
    "3H1VGgKcEzA6ndanpGZUCuW/d5GJKr+CK4vtAvzhsqgH4L09smspc4wc5ltqqJTJJcSJOp"
    "eSL1n2LqX+uaJzKafLlb1LmV5ykHMpXQtcVSOMDmHoGknUCF/ZoJEX/TuWCspH0Z5uQoHG"
    "o/udrIBhYahxO8XjQfxt0roRagOm4DZx6l3wnXoX1eQeFy0ZYtp3tx9uODk9CUHZjWcufO"
    "1/mmU2qkncDuRsp5gHpuWbtveCfuwxNgsKUMGjV4l7Loc4l3YVOkE57hnC9iddhu0v1she"
    "hdl+LJc1f/8o0ym3jXRfmyWBrEVsQIESYgOkjg3YBnOywa9Z1j7+iVEgOujUkFPrHOx4sA"
    "PatkTgdMgIlKkF09nhkK5KXfzUZdICxHyIW1RWKdFCOQaZz4VHEz8JlqlKSZR5b45Rpoqi"
    "2L5IVYEa3jCZ3zAoa/OcuAxlbaCszfTI3h4lXijIWXgWbIYCHXxeQoEOCKGBEJpmITScKA"
    "+RCJrOou6lALq4ywZzOvn84GbVt+lECq3JElTbrdtNR+FsJlXBgrIa9TUjHs0O1tGneBpV"
    "FxFUH4HqI9K1nc4ddKyyFYVjsKZ2RfHc7asRNd4g06rvQV0NPJxqhQHJXBCheARlYqrxIx"
    "Qj5laA5tsUUwIFYxRn502CFMkofuu+c0aWju1hlr5WE2iUkSiI8mkjq+1pjdX2tGq1RR41"
    "dLfAukKonJW8F7wtZK8CZgFGPtR5GgXXdZMESn7+ZCV90ncesK0b5gp7Qgu6TKdcBaM+Ei"
    "ntpelu2vkDSrTgSJXZIRDYqdDcqth9lRz4LTO/wc/3LNgMfj7w88kJ/xgK8asDJ7hNn0El"
    "/rGiekAp/n5t0ZkjkWmMLvgZ66zRRddmr+boRL+FOlsSxaDvsTK3sGWU6RS0GvWQFy+V4e"
    "i4Mat9Yw32hOelaBLY23UELxACj2Xm8bhsRpAB0DJlHbTtHrVt0AhHrBG+Rv5iPWHogtGN"
    "aZ0WOKdDoKGO6mFDD+T7iegWyfgBgyuSavn9qxUnFw3UipPyYZepFfRWSYUjUzDw5bszUg"
    "IFoleGdmY44RMywl/5pWtyJFDurJ4hLerZcOK1+exICeRgBv08ZZhhODZDkuPaTZPhylTv"
    "6KzqTWAT7VCoQFZGAeu683W9QQZuoeLnyMCKI7d+37IuSoEQeCwzj5fItFrxuEAIPJaZx+"
    "OyxgKbW7IZ/741yXRtPCsFSjC6y8xl+eMGJeGscnFukrQl6bA6SJ8W+O+c+YRhf6eXp3XW"
    "9/848yFajjiBv3CivRST6+ERC4m8YJGXJKSq+zL2W7SzHDHjTY5EDuuNUibieJei3aAE1n"
    "yRSoXEj5IjatZk5ZNRfFfUrFoPM2hjJ8uoQPGSWiRf4lgIbGjgT8eDhb9s4SefxvJbcaFM"
    "xwOUZSjneBXYbYpa5+jArifzvmOR+drUp8/IgL8y8xf8xl2dKo6PGBWa+KdKMh6gLEPpYu"
    "SxGvrwNYaMQoHAqgGK5+csQ00hzpEoh/FJI32sRh2rAJza2wTPzTwdHJwyH5zg8FSWzRW3"
    "zXG8C1db8/uwjXrFwRDfmdb5GNDWpBY0aG3+vP0NNhI75pPxCvobeui+LZy8DfX+BLK2l6"
    "br+frSCRhNU/kQF6kUXMdNcObDXEE5bCUoCnKBCDDehzEIi8oKi5VXKWhXeaBMC9qfzJx2"
    "8aPTLm69SAlclpnL8sdBysJa5QIhjwHsYH3SAo9Z90Gkjwxhy72nVtmHXlvJpHgxzDl5LP"
    "cadPSUeXutOpOrj+80FxPQPd/TwqWDDc20NaTd373RNo7tr6fafKeRaV9MStgJEzOrAcYx"
    "XOFoqAI4jiqAEbMqDOArgymBgopgHbyJIviKqwi+KiuCyQtVhZe7uPMkw/mK+1/lnbmL6a"
    "YoJqFlFCCd1UtnzMhdccks9VeME9O9glm2oGRKT3lP92WLL3cU7u+VPXqQO2J5lmC6xprr"
    "PIW/N9FTaZa5MX3N9IiAsSW/7fYSivjHMGWZnKYC8gzIM2PZw0CeGZk8A1YnsDrJJNzIm3"
    "97E3GzItgk7cT5Ak3as7zr9geGsyFQhuvKsQxsgJAwDiEhx7fGHMholInhHoQLuQiP6B0R"
    "kM0yCgWFs+5DaLy18yQUSZ8SALwN4F3TecR9wDkycADL7ADekm/qszYo7pmQo1DmUOguXR"
    "S5Ljb0OcOmyFdsCkQH6DXjeU0EmhHKryuOo1JTIYrLtB8EAc2R9LpCxwfm0fp3qALm+IwY"
    "Y60hVt4DOsD1Op5mjGt1L6a5Ta8AKPl87eb++vqYzUfHiSiv0UyGaJPort9cnVOaXyTA6w"
    "f3DfljtHLVsNFdHwJ/5ZCneksbYU4YFsnigGmdaZIw3cfuEHl71WS9qfbLxMULc2tiyOeT"
    "Mp8P6gf22M+nsPSbIlwgUhDm2XkTsxkZxQU6vFeySwbz/+CFEM45EhVRblTmY1ZT5mNWLf"
    "Ph498ZENe0p4rHK4FvnR2yj/5Ua3/DqP/DBzsZD2C3aQa2XOqBy8C7poBNRqJcAZteigR5"
    "5Exr4dzIkYFzQ2bnxsp8xLYebFvwuEQKfJaZz5B8riybK8bhIwWaY8NEE1aEeXhjWmfu2K"
    "RDOo7EylnHvTWanV9UQrGKY8w/MFg3jmzdCBdDBJiAZFekUkKeLop3p7MG0t3pjCvc0VtF"
    "2e7JNFgx8dywhnQ8RGwz4hrW2FytGacrF86MAPBk4Bnuxc3RTIYDlqwQS9MS2kyT8crVJ+"
    "u+3UwsVgiAm1EoeEp1H175iFwT2azsIn5DnzwNdPSpN7y1afoOyqSqyuS44gplYa1y4VtS"
    "RGtMe6p8BLExzNiYglSDHsku7fk761CYbulMt3QihaDq0472CT+aXvSgFVNaem9aZ00LI8"
    "jceOgQMURJWJ9waBCkNtJ7Q6Q2kofymTEtfCE6RzK8DH2cc7wXaflpzZKT+fphMl5B7bB7"
    "9RtUkTbrfHSqyNEySEbE1PZKyLBh+ZJC2jow/8j1L65p7aqfkGtH37EiMxbu18qNYRUsvb"
    "fQc0bxrGl22nnkPMTRHc+HghnjkCqhqlZ/VbVAbEyRvWyA7CUX2UuGy8ZlnHe3G2RZfP9i"
    "QqSSg/F09uoi3TDoP3Vr+Pb91fV11bcY7tcVMLk4JsNVghGqvo1I2AWLuwpV3z5ayLax8Q"
    "19Ho6xtDykVvbdRoOjLziI2RREWilF2uO386vuDSr18wODXZvjbnQGuyNLMlKWfmgVJ51v"
    "2INdQTxzJFDgqVYqpEh1IBLex9OMEtG94mBuOe2vnnMMOVvK137MUrZrPqLF7lNUrX3CEr"
    "KLI+pl7Gisni/+3nd1E8vJumkaZDTyIb9nkHMLqpc0EK+7r16Ck9pCTdFNCdRTXnopWmIh"
    "exUw/aV1jbIzGgVXcZPENH5eWiUtDQqWDFhDA9neE0vy5cOdUQDgLQAnuGLyTQ19jheICN"
    "RCezWDFsqYNCljAlanVi/A2KxOsYQvyOKMCtgrNXtdvDHD/U+cxyVSKFYjM58jEaMVn0uk"
    "wGeZ+VywzggdynlC4LHMPD6a10JKW/CYnRZSAnq4z+I4lvU4e5RhUc/ySvmW9HwGa88W9J"
    "wbh10qPOmSAFXCJbOzb5DLaF9RE5sdj29lUShvDhLVfOneyO6bvlg9nZRAOWvNZRNjzSXf"
    "VnNZMdXI7x5Kt7wxrl1uIjDf4stPBB7j+h3a4BuWya3Czc+7TgmgclE9M1rkYpPHJKKxCD"
    "cyCmBH5+xYucgQOkhTAgU2on5znBbIZlVuqYkjT0mU6Vk6cCNrC3m+TlG0Wxm1GORg2pLZ"
    "tBUZE9qwukg5CJclMXaNjsngOX4WbA62Rks2FymBzVKz+RG7Sf20Io+5UlGOYji56KRfua"
    "i7Gt0YuQtGAQi+LSGj6MTMKPGr0Uu0HuSHd59XJXGr9zGi6awcUTQzEvD3FsCkv5lg1unx"
    "OaJWJ5ZcQB5HlT9avTm5wIcCHP0C20lqYPks6wDY63iaUR5ge0HNnd77EQ1/H47oDRqvHW"
    "cvoLkTpwAo+Xzt5v76elLZWztAtGG1yXEiurfWZFnk6gDQtE+fkojmhEzOGj1OIFiuPj4j"
    "GKxYPb82ICwr1t9j2c6lYxnYOKw8J0R6dR3pxT6j+F7UZLwSCXx9VxiPl7wAvBkFANwAYI"
    "jJkComY7F2PGy38XflCcFzLbMbBOzIYPmUD0ywGR3HZgTq43jVx09467jMylzxnWmd2uiG"
    "YwYvxJWLjIEkIVAdJdFsuq91S5a5xwo24cObUSgIcPfJLE+OazCinGuaZCQEKsL7slHlHD"
    "qMD/FLqJ3zTHVCKMagPo8lDnUah4oKMSLD6PuyxTFIqZKKhDGA0320DR7fICLiGcidMJT8"
    "9N60Ts1fxKOO2NSGa8Cri2TMEXUTew/9bSZ/OLaQwp+MV1Bh6l7hf8BbX1+6zqaKMHeRF2"
    "iUSb09KMWkIhgcZ+P9Bu3uHB9ZrI03vVe78RpoR3ZLMgx2Xth52TJtHRcSCpV6ZQ4cyP+0"
    "Zvi26ju9xiQqgd5Fn1eylwmcavFolUDsLGtyYZmLB8HiHBmNSpAOvBmMoyiKcrA/mvhJEP"
    "aUBGA/AHbP9B1XGPmMCsAXAl8eteVHZIXQs9SW6N50n9rySIeB2gJqC6gtR9i7QW2ZdKW2"
    "mBtss2u+1LX0zhEpaPnsPhIHtMOutMPH5HxuulhTAgUX6uz8vMFKJaNqWjieVwKaQP8G/f"
    "sZwQ7693NTAb9zAtdG1keH6PIRVhVNsDxkWqcQ/icafER1ULQIUtP6R7E+BzpgrQ4Y819E"
    "KsmRdCOXSNRRpPvAAQ+vNsyuDLVnY0akTNzAwEfjfOdjwaMxJQHMDyiTLrqf54gA99HJI7"
    "fIYuYohtdrJQ+PjACx45mKHUc0KsmAfndlmuPXrKnsloxX0KDUjegmybb6I/XVfmuyS4dl"
    "N2s32NDfSz6wae2wyZVGB2vOUvMwsrChhTN45A1ZY408qrnEnk9vf/4bfbE1w3Txwnfc3d"
    "+/ikZ+fjEpMa6LOX+1f7XjRmXk4NaWjhtPMtVOwv+8YLNBrok9Ok90i0yPfA25WLMdzXLs"
    "FXY1Go6rfRE9xlfeYo036MV29yWZf2m6RAYhu8xUw7ZB/4iej/zhaaatmf5UWyNr+Rdni+"
    "2phsgHuYZJ1Wb6iTQBzvtau797U3g2y1kgq/h85KNCaQcbJvkq9KenBVvNd8inmeSTjPCJ"
    "CUctkyBFPpg+BMUvxPWAw+64ueAS6XddNTXkn2zcLnz1Pj5+J75RG+a68POlb6eAxFCgUQ"
    "nQziSHeKMTwDRHAYgyEHUdUVt8QqESnGDmeQ6wp2JMC1tPQgbWnpYRRK7p+63qOBYpoWqH"
    "dBUdZNM+39JXtU4DfRu/y0200PDFb6yKLtaIaG1UNyoojpFiF1c3C1WlnRbYvmlp+BG7u0"
    "jbXBMNbY6xTcbFS157Mv010eNYCmpPn0TV1p/o359tTBgfxa9+DlW6+AOo1pten2Oqpka6"
    "IFVdo+tfR9N9poGXn6M79E/tiXxu3GoyVDFXjmN8/asdDraxSfXD8JPiafLjD9UlwXB6TM"
    "OpHMHTz1PmGUG4tFqSTm7jFAO+RAj4t8N/gwzcQszMkYGMCTLmHhnzx7gNa52Y+WPWqrWR"
    "pBm3dm0obH6wseY6T3/VPsd0n7UVNc1Eslck7cVCIhHZio6LSMwKJdup9nmJ7QX+HNH5tG"
    "h+maAqfw794R1LfvVW7S7DOmQQ/tqbs/kSHbdxcW0U7zF6Fysn0YVvjBjwKQnAPsZwpfBE"
    "+RSehuzTht7bf8oMUVc9J7+ahmA19S708bHsyZBE+zx2EEaXG7CCDA/9A/m2omJgQqMS7F"
    "1ENkAueFdIxrVNBIXojEglPAfeEFy8xK6LGdjXNcPIaBQMRe0ltznwN7rnBC5LY+EjXaRS"
    "EOuTpq0x6jpjsLDeYMMMGOVe67HOqADr5lgv0GaLmK1C69HO0wHezfH2sSu8shMawFlgXf"
    "OCgfcsa24wMKDNQTtU7VxGOCsf6RyJgijPmkggfPmjgq/pi4Ebj1cQ2V7Wr4EfTTHJLqNQ"
    "EePOy1jNqVNNTEvJkSgI8UWTVXzBX8QXlTXs7TwfC8kVGQUA3ABgC9mrgNnuhw9xnkZBkL"
    "vfKLYWWmB2yQ4+ygWi4WCeTEYEsiQuwCvsmov1hOEAjO9M69x/KBsjTdmC5xJ6e2CmVosQ"
    "jJrSjNwADBV21V4MmPSlEkA4Hq4guj0pwBxTw3e3H254CjDPzGCYC1/7n2aZ3hj9IDXgUj"
    "DozGlwZoLpF++vfi7D/eb6w+sQnFzUJZ3g9bEPsz//H9Y1S7U="
)
