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
    "eJztXWtz27jV/iscfdrOqGksX+K37XTGTrJtdh0nje3dTrcdBhIhiTVFanmxV9vuf38B3i"
    "8ARVAkBcLniy8kDkQ9BwTO/fx3snEMbHmvrhYLJ7D9yR+1/05stMHkj/KtqTZB2212g17w"
    "0dwKx6JoUHgRzT3fRQs62RJZHiaXDOwtXHPrm45NrtqBZdGLzoIMNO1VdimwzZ8DrPvOCv"
    "tr7JIbP/2bXDZtA/+CveTf7aO+NLFlFJ7WNOhnh9d1f7cNrz08fHj3bTiSftxcXzhWsLGz"
    "0dudv3bsdHgQmMYrSkPvrbCNXeRjI/c16FPG3zi5FD0xueC7AU4f1cguGHiJAouCMfnzMr"
    "AXFAMt/CT64+wv8aPlhun67ad7/e79va5PBLBbODbF3aRcIMD8Fs2bARJendAPePu3qy/f"
    "nF78LoTA8fyVG94M4Zr8FhIiH0WkIegZyuHvCs5v18hl45yMLyFNHrQNxsmFDORsgSXwJQ"
    "D1AOlkg37RLWyv/DX59/J1DcQ/XH0JUb58HaLskPchelFu4zuz8BYFOwPXQvYqQCshgPM0"
    "CoI8a4DxjAvxrIywb26w/qtjC0FcIBoO48mVZ6I/fIcekeujvnaJItoXZw3gvjjj4k1vFQ"
    "HfkvWpi24aBaIBAV+6GA8D9MlFA6BPLrhA01ulvcO0Hz3dMjemX4X6g+1zdo8iVQlrMzr1"
    "92Adn3PS7B8r+hC/n52cvTm7PL04uyRDwudMr7ypwf7D7X0JWBeTr+X54thWCQHeKrzRCg"
    "w8zBDf9izbhKgVrK12iNcjAfUR74QxLdAApGVIPYx8YUyLRABqGdQV3SB1w1yRXyICQpmu"
    "lYxQ3lj3K3CDSb3dy2FL1/kV2zpiwPyOQERFXDbUBcISzkZM+Sr5Y3zHWQ3O9x8+vr+7v/"
    "r4mU6/8byfrRCtq/v39M4svLorXf2mLLKlk2g/frj/m0b/1f756fZ9WfVOx93/c0KfCQW+"
    "o9vOs46MPCbJ5eRSgccGtrCPW/C4QAg8lpnHjj13kGtgowWby7TAaZk5vXAxxb0Fn4uUHX"
    "BZNhPR2NlMbdjLx5x9lV6Yo8XjM3k99cKdnDUeb+bY9dbm1qsuiOuY+Nvvv2ALhXhWWR/b"
    "8z+mE42X9dnVeBMqyeqeR+Y9EKe7aJbR7oL1GIUq9GEA3ZAplF1CRPfAhy4gOoeqAPlodS"
    "A892ilKjhbtDp08XyOfToqwuMFczo5PYUOfMPSiVSFao78xfrQtXRNJ1EVIbQ1dWq7PAyi"
    "q635Pd6pilHgMb3KQlKjY/tra/fgKbwv0d8HrqNbNGaNqh6eDTZMdKjuEU+hIj6hn0+3sO"
    "8ffLDd0Kl+RK5NH0pRuKiX38aGHlofD1fXPkfTvYtnU1Rt+9klA4xDd6m/u2/JH6ouLA89"
    "kWXl+TvrYA2OznRHJ1IJK2ptcmYOz/5UvbWZbcpXkE3kACP+bPpJMWJvyadhdhxpcmtaF0"
    "e6iAZJFkd6ba64Pl5mJCnDtxvvNoeFkPYf2PF/s9np6ZvZ69OLy/OzN2/OL1+nTt7qrTpv"
    "7/WHv1KH7zRvWE08wPz40kfy5UU8wcl4BUMfu48ReyJySbzfNcU3RzJgIN5kGICbBPCe8A"
    "N4TyoBvGjl4lYumwIheGyk89jkmfxs+mvDRc9toinKtOCClZnTgYddXSyvJEfSZXJJlalD"
    "igbtU0kqns4iuFVkv3VcbK7s7/EuxPcDeQ5kL1iB4LFU+eB1Zfw9AqIV2ZxcJrtDKpXmlx"
    "P56lGcTgj71d3bq3fvJ7/xPcd9SvnvTM95tkP/H0PQz92tlfWNcJyeeiJB3n958r547OeB"
    "UZ+SMaHnsE/8y9YkO3ILSaVIOYxIKsmZBnIKyCkgp6ggp3xP3hj72nWevVAmqEgqhfu1ss"
    "ojHanPo6EgrYC0AtJK99KKh1ulqOTIQE4BOWXUPAU55SXKKbmQfIaUUgzY58sopQyBbgWU"
    "n/LYxdV+6H//BsllDJKL61hCJTiS8Qr6VS8biC2X/Ko9ZaEF8rRehOyS2/IExJciFUgwv4"
    "1GHpTlRVFIIJQi+k1YImRsAh2gmiuqOMo3fy+uxZ1PJmH7Di8C1/R37584gYrFAbUitxcP"
    "1fFTP1GLBbE7CXbbYJd8M920K9J3YXhRvkhkdRDOpRPOIegxFc5PmxR8POVXfDytlHw0sI"
    "9MS8hmm1KoF/J40Sjm8aIm6PGiEvVo4CdzIaRdZhTKIdx9VViipBCZj5HJwMc3R6IcwGfn"
    "DQA+O+cCTG+VNHgqqLg7EYBzJMoB3EPJXcbi5YoW6fjhyuWd9CtddFYuL5P7hIS1AplCNU"
    "gHkdrGauiTxBo0Ojsf2KTAJnVs24mkXsqkIBbTZJLWyqozlmRlueSJnoIeIV33CIEoqV6j"
    "pMahbg/nzu1c4QZ9sE99cFxitCwi1+jkaPLVlqa7acfoEi2wWmpWW8jz9Zaxu2VaYLXUrI"
    "Z8spfA5SPHOu23NkrCWEVCncaB5pisSjIG5Egf6CTla39InBN5BO324ebmWPa6B07W48Pe"
    "bMdAviRHMNN1babDG8G4mJRAOSPd7LyJlY6M4ps5zqu1Fyhc+hN2TTJpGzWYOQFUjJJZco"
    "b22D3aZbfI854dciqukbcWQblCqCDcs9dN8Caj+FvYa2hIfpToKGhIPqD3jMiiYlt0SjAg"
    "0N7O8/FmGIg7TodET0TeFDV1FIh6tRzJItkImI5icJamWAZviUw5t+RZk/PujH/cnVVOOx"
    "s/e3rrEr5VahDVZRbVw24dnr4J2jmjGeTAb5n5TW1aoupZngY20L0b6HYtKMimBMqB230e"
    "m+OukG16aceSphiX6ZSD+mTWKKdtVpPTNmNU8sf6ISEsLHqIbZD6gIgcNy14XSAEIUBmHv"
    "vY3XhhvJGQCaBApd4G2nkfFIjxVPZtqoRh8H3bhWDQtKtXKW9RoBtbroHYOJle37au3A6h"
    "PVDFBgwqYpUvxNwep3L5ZxWRKhWFbA9WsQqlilAxivm0h6tSREhNxLKMvkOgSpMHVQTp6H"
    "1ux4maaz6hxU53MXlm79C38XM025dostHqYMP2cuX1d9rf2amnlk4/TbZJYAG1r8wtZ/HI"
    "KIGWD151LMt5xqGe4S1Q9O4lk0R6e6JrIHexNp8y1QMFXvpP+Enpf8VUhoVlLh710B0QTm"
    "OQP+iyEiu2BuGNXYc3emvH9cNm2SKqfpFKwfiVPvKRPd+0ww1YD1zBSmsVUgUhn70+axJk"
    "QYfVBGedVUItfNMXCwlICZQzYfUS/ZZ/MrFFnSdTDuvzRlif12B9XsXadnxWlbCayNmEQD"
    "l8yUpsuJhrV3MFYolyN+WUrkdrky2Y3oviaEllqqkSVyKEOnHVxdCsTtyRw9Rl40H/5/TS"
    "cUNll3xfVtWWa8exMLLZmFdoS5jPCXFf50midg27o11/+nRT2MyuP5SW9O3Dx+v3X745CX"
    "lABpk+Z6W72CDnwsLXPR/5AeP4vtsgy+LuOAzy4Wp+nr6e9bvrnM7eXKT7DP2nbme5+3h1"
    "c1MF+MlEOtqagms6RzXgak6vjHY5U0vVI2ZVwq9DO0cFe0dzsHMWPKEjMk+lnOjffUhmao"
    "4UkgXzVMNtya+VEgPzpufmyOepAPl2yKeG/uawZ74BwLwV5mEdr2Txtq0DVqIHQ4PMhoaC"
    "g0yE1QVC4LHMPC75RIUC4EvuVOCzxHwu+rdF2FykBC6PgcvPa6HaxiUy5ZSuXvxZxdgS8W"
    "ySQd8oSQoAju6FgjSHF8HmYGu0ZHOREtgsNZufsOsxQz24VoMcBTQrq1hhMFUBqmje4194"
    "RpiUQgXHZ92r8f4f94W3IhElvvl49Y/fFd6Mm0+3f02G50SPtzefrsuWXukb1MsCv0Dtnd"
    "DfIIZojgQqGdWWbZa0m7oUgf3TFu3Uywu3A2A/x9OMcrXuBTX3qor2WcvHmSOXFboolAFF"
    "51AH52JkJ2L2fxWB5xaN2HRUj87PbphscCBAf3ffxhkLCkLk4q3jHpoA9iWcRCGEDkz8yk"
    "W9oBUD24/I3t079GfDk+Ierdocv0ctAl5zToTfSi8lvsXf0aWrjWj1WSW5JGM/DiZ8xLsY"
    "2fh0SdkS36EU8S1/7TrBap1eTdjBPJDIdb2C8G+1SXzR0cLI4kvPnJqGnenRBn0AFE6UWz"
    "hbsRy5hEC5PgA99JIEE/FLsB3Kb3yRxMcjYHvJHZJNAc2RQP+xYmxzKos0D4rLaHpKBhp0"
    "ox8sLG58Fi9JZO6DDF5WXJTiQFwbFs2Sa203xTS3Pe4H1I+UnQPxbKYWjhPObH8UtR72Wb"
    "WFIs5Q92JG8JW9RPHsumRLsRqLkVRGaav/1R1YTQ+rmJnyKiUDhnDz9ULoZdVjNe/4VRCA"
    "N6NQEODuq9IQ4JyA0RW2PiU1o1Io/72LTFT5FVxZbBfgD5dFPQDv7ZFdS5xSxsK+pbaVjE"
    "flXEq+ZNm7lPrnis6lnC5X9i5leslBzqV0LXBVjTA6hKFrJFEjfGWDRl7071gqKB9Fe7oJ"
    "BRqP7neyAoaFocbtFI8H8bdJm0uoDZiC28Spd8F36l1Uk3tctGSIad/dfbrl5PQkBGU3nr"
    "nwtf9pltmoJnE7kLOdYh6Ylm/a3iv6scfYLChABY9eJe65HOJc2lXoBOW4Zwjbn3QZtr9Y"
    "I3sVZvuxXNb8/aNMp9w20n1tlgSyFrEBBUqIDZA6NmAbzMkGv2ZZ+/gnRoHooFNDTq1zsO"
    "PBDmjbEoHTISNQphZMZ4dDuip18VOXSQsQ8yFuUVmlRAvlGGQ+F55M/CxYpiolUea9OUaZ"
    "Kopi+yJVBWp4w2R+w6CszUviMpS1gbI20yN7e5R4oSBn4UWwGQp08HkJBToghAZCaJqF0H"
    "TQsLqzqHspgC7ussGcTj4/uFn1XTqRQmuyBNV263bTUTibSVWwoKxGfc2IJ7ODdfQlnkbV"
    "RQTVR6D6iHRtp3MHHatsReEYrKldUTx3+2pEjTfItOp7UFcDD6daYUAyF0QoHkGZmGr8CM"
    "WIuRWg+TbFlEDBGMXZeZMgRTKK37rvnJGlY3uYpa/VBBplJAqifNrIantaY7U9rVptkUcN"
    "3S2wrhAqZyXvBW8L2auAWYCRD3WeRsF13SSBkp8/WUmf9J1HbOuGucKe0IIu0ylXwaiPRE"
    "p7abqbdv6AEi04UmV2CAR2KjS3KnZfJQd+y8xv8PO9CDaDnw/8fHLCP4ZC/OrACW7TF1CJ"
    "f6yoHlCKv19bdOZIZBqjC37GOmt00bXZqzk60W+hzpZEMeh7rMwtbBllOgWtRj3kxUtlOD"
    "puzGrfWIM94WUpmgT2dh3BC4TAY5l5PC6bEWQAtExZB227R20bNMIRa4TXyF+sJwxdMLox"
    "rdMC53QINNRRPWzokXw/Ed0iGT9gcEVSLb9/teLkooFacVI+7DK1gt4qqXBkCga+fHdGSq"
    "BA9MrQzgwnfEJG+Cu/dE2OBMqd1TOkRT0bTrw2nx0pgRzMoJ+nDDMMx2ZIcly7aTJcmeod"
    "nVW9CWyiHQoVyMooYF13vq43yMAtVPwcGVhx5NbvW9ZFKRACj2Xm8RKZViseFwiBxzLzeF"
    "zWWGBzSzbjX7Ymma6NZ6VACUZ3mbksf9ygJJxVLs5NkrYkHVYH6dMC/50znzDs7/TytM76"
    "/h9nPkTLESfwF060l2JyPTxiIZEXLPKShFR1X8Z+i3aWI2a8yZHIYb1RykQc71K0G5TAmi"
    "9SqZD4UXJEzZqsfDKK74qaVethBm3sZBkVKF5Si+RLHAuBDQ386Xiw8Jct/OTTWH4rLpTp"
    "eICyDOUcrwK7TVHrHB3Y9WTedywyX5v69BkZ8Fdm/oLfuKtTxfERo0IT/1RJxgOUZShdjD"
    "xWQx++xpBRKBBYNUDx/JxlqCnEORLlMD5ppI/VqGMVgFN7m+C5maeDg1PmgxMcnsqyueK2"
    "OY534Wprfh+2Ua84GOI70zofA9qa1IIGrc1ftr/BRmLHfDJeQX9DD923hZO3od6fQNb20n"
    "Q9X186AaNpKh/iIpWC67gJznyYKyiHrQRFQS4QAcb7MAZhUVlhsfIqBe0qD5RpQfuTmdMu"
    "fnLaxa0XKYHLMnNZ/jhIWVirXCDkMYAdrE9a4DHrPoj0kSFsefDUKvvQayuZFC+GOSeP5V"
    "6Djp4yb69VZ3L1+YPmYgK653tauHSwoZm2hrSH+7faxrH99VSb7zQy7atJCTthYmY1wDiG"
    "KxwNVQDHUQUwYlaFAXxlMCVQUBGsgzdRBN9wFcE3ZUUweaGq8HIXd55kOF9x/6u8M3cx3R"
    "TFJLSMAqSzeumMGbkrLpml/opxYrpXMMsWlEzpKR/pvmzx5Y7C/b2yRw9yRyzPEkzXWHOd"
    "5/D3JnoqzTI3pq+ZHhEwtuS33V5CEf8YpiyT01RAngF5Zix7GMgzI5NnwOoEVieZhBt582"
    "9vI25WBJuknThfoEl7lnfd/sBwNgTKcF05loENEBLGISTk+NaYAxmNMjHcg3AhF+ERvSMC"
    "sllGoaBw1n0Ijbd2noUi6VMCgLcBvGs6j7gPOEcGDmCZHcBb8k191gbFPRNyFMocCt2liy"
    "LXxYY+Z9gU+YpNgegAvWY8r4lAM0L5dcVxVGoqRHGZ9qMgoDmSXlfo+MA8Wv8OVcAcnxFj"
    "rDXEyntAB7jexNOMca3uxTS36RUAJZ+v3T7c3Byz+eg4EeU1mskQbRLd9bOrc0rziwR4/d"
    "19S/4YrVw1bHTXp8BfOeSp3tNGmBOGRbI4YFpnmiRM97E7RN5eNVlvqv00cfHC3JoY8vmk"
    "zOeD+oE99vMpLP2mCBeIFIR5dt7EbEZGcYEO75XsksH8P3ghhHOOREWUG5X5mNWU+ZhVy3"
    "z4+BcGxDXtqeLxSuBbZ4fsoz/V2t8w6v/wwU7GA9htmoEtl3rgMvCuKWCTkShXwKaXIkEe"
    "OdNaODdyZODckNm5sTKfsK0H2xY8LpECn2XmMySfK8vminH4SIHm2DDRhBVhHt6Y1pk7Nu"
    "mQjiOxctZxb41m5xeVUKziGPNXDNaNI1s3wsUQASYg2RWplJCni+Ld6ayBdHc64wp39FZR"
    "tns2DVZMPDesIR0PEduMuIY1NldrxunKhTMjADwZeIZ7cXM0k+GAJSvE0rSENtNkvHL1yb"
    "pvNxOLFQLgZhQKnlLdh1c+IddENiu7iN/QJ08DHX3qDW9tmr6DMqmqMjmuuEJZWKtc+JYU"
    "0RrTniofQWwMMzamINWgJ7JLe/7OOhSmOzrTHZ1IIaj6tKN9wU+mFz1oxZSW3pvWWdPCCD"
    "I3HjpEDFES1iccGgSpjfTeEKmN5KF8ZkwLX4jOkQwvQx/nHO9FWn5es+Rkvn6YjFdQO+xe"
    "/QZVpM06H50qcrQMkhExtb0SMmxYvqSQtg7MP3L9ixtau+pH5NrRd6zIjIX7tXJjWAVL7y"
    "30nFE8a5qddh45D3F0x/OhYMY4pEqoqtVfVS0QG1NkLxsge8lF9pLhsnEZ593dBlkW37+Y"
    "EKnkYDydvblINwz6T90avvt4dXNT9S2G+3UFTC6OyXCVYISqbyMSdsHirkLVt88Wsm1svK"
    "PPwzGWlofUyr7baHD0BQcxm4JIK6VIe/x2ftW9QaV+fmCwa3Pcjc5gd2RJRsrSD63ipPMN"
    "e7AriGeOBAo81UqFFKkORMKHeJpRIrpXHMwtp/3Vc44hZ0v52o9ZynbNJ7TYfYmqtU9YQn"
    "ZxRL2MHY3V88Xf+65uYjlZN02DjEY+5PcMcm5B9ZIG4nX31UtwUluoKbopgXrKSy9FSyxk"
    "rwKmv7SuUXZGo+AqbpKYxs9Lq6SlQcGSAWtoINt7Zkm+fLgzCgC8BeAEV0y+qaHP8QIRgV"
    "por2bQQhmTJmVMwOrU6gUYm9UplvAFWZxRAXulZq+LN2a4/4nzuEQKxWpk5nMkYrTic4kU"
    "+CwznwvWGaFDOU8IPJaZx0fzWkhpCx6z00JKQA/3WRzHsh5njzIs6lleKd+Sns9g7dmCnn"
    "PjsEuFJ10SoEq4ZHb2DXIZ7StqYrPj8a0sCuXNQaKaL90b2X3TF6unkxIoZ625bGKsueTb"
    "ai4rphr53UPpljfGtctNBOZbfPmJwGNcv0MbfMMyuVW4+XnXKQFULqpnRotcbPKYRDQW4U"
    "ZGAezonB0rFxlCB2lKoMBG1G+O0wLZrMotNXHkKYkyPUsHbmRtIc/XKYp2K6MWgxxMWzKb"
    "tiJjQhtWFykH4bIkxq7RMRk8xy+CzcHWaMnmIiWwWWo2P2E3qZ9W5DFXKspRDCcXnfQrF3"
    "VXoxsjd8EoAMG3JWQUnZgZJX41eonWg/zw7vOqJG71PkY0nZUjimZGAv7eApj0NxPMOj0+"
    "R9TqxJILyOOo8kerNycX+FCAo19gO0kNLJ9lHQB7E08zygNsL6i503s/ouHvwxG9ReO14+"
    "wFNHfiFAAln6/dPtzcTCp7aweINqw2OU5E99aaLItcHQCa9ulTEtGckMlZo8cJBMvVx2cE"
    "gxWr59cGhGXF+nss27l0LAMbh5XnhEivriO92GcU34uajFciga/vCuPxkheAN6MAgBsADD"
    "EZUsVkLNaOh+02/q48IXiuZXaDgB0ZLJ/ygQk2o+PYjEB9HK/6+AVvHZdZmSu+M61TG91w"
    "zOCFuHKRMZAkBKqjJJpN97VuyTL3WMEmfHgzCgUB7j6Z5dlxDUaUc02TjIRARXhfN6qcQ4"
    "fxIX4NtXNeqE4IxRjU57HEoU7jUFEhRmQYfV+2OAYpVVKRMAZwuo+2weNbREQ8A7kThpKf"
    "3pvWqfmLeNQRm9pwDXh1kYw5om5i76G/zeRXxxZS+JPxCipM3Sv8j3jr60vX2VQR5i7yAo"
    "0yqbcHpZhUBIPjbLzv0O7e8ZHF2njTe7Ubr4F2ZLckw2DnhZ2XLdPWcSGhUKlX5sCB/M9r"
    "hm+rvtNrTKIS6F30eSV7mcCpFo9WCcTOsiYXlrl4FCzOkdGoBOnAm8E4iqIoB/uTiZ8FYU"
    "9JAPYDYPdM33GFkc+oAHwh8OVRW35AVgg9S22J7k33qS1PdBioLaC2gNpyhL0b1JZJV2qL"
    "ucE2u+ZLXUvvHJGCls/uI3FAO+xKO3xKzuemizUlUHChzs7PG6xUMqqmheN5JaAJ9G/Qv1"
    "8Q7KB/vzQV8DsncG1kfXaILh9hVdEEy0OmdQrhf6LBR1QHRYsgNa1/FOtzoAPW6oAx/0Wk"
    "khxJN3KJRB1Fug8c8PBqw+zKUHs2ZkTKxA0MfDTOdz4WPBpTEsD8gDLpovt5jghwH508co"
    "csZo5ieL1W8vDICBA7XqjYcUSjkgzod1emOX7NmspuyXgFDUrdiG6SbKs/UF/ttya7dFh2"
    "s3aDDf295AOb1g6bXGl0sOYsNQ8jCxtaOINH3pA11sijmkvs+fT21z/TF1szTBcvfMfd/e"
    "UP0civryYlxnUx57/sf9lxozJycGtLx40nmWon4X9esNkg18QenSe6RaZHvoZcrNmOZjn2"
    "CrsaDcfVvoke4w/eYo036NV29zsy/9J0iQxCdpmphm2D/hE9H/nD00xbM/2ptkbW8vfOFt"
    "tTDZEPcg2Tqs30E2kCnPcn7eH+beHZLGeBrOLzkY8KpR1smOSr0J+eFmw13yGfZpJPMsIn"
    "Jhy1TIIU+WD6EBS/ENcDDrvj5oJLpN911dSQf7Jxu/DV+/j4nfhGbZjrws+Xvp0CEkOBRi"
    "VAO5Mc4o1OANMcBSDKQNR1RG3xCYVKcIKZ5yXAnooxLWw9CRlYe1pGELmm77eq41ikhKod"
    "0lV0kE37fE9f1ToN9H38LjfRQsMXv7EqulgjorVR3aigOEaKXVzdLFSVdlpg+6al4Sfs7i"
    "Jtc000tDnGNhkXL3nt2fTXRI9jKag9fRJVW3+kf3+1MWF8FL/6NVTp4g+gWm96fY6pmhrp"
    "glR1ja7/KZruKw28/BrdoX9qz+Rz41aToYq5chzjT/+yw8E2Nql+GH5SPE1+/KG6JBhOj2"
    "k4lSN4+mXKPCMIl1ZL0sltnGLAlwgB/3b4b5CBW4iZOTKQMUHG3CNj/hC3Ya0TM3/IWrU2"
    "kjTj1q4Nhc1PNtZc5/mP2teY7qu2oqaZSPaKpL1YSCQiW9FxEYlZoWQ71b4usb3AXyM6nx"
    "bNLxNU5c+hP7xjya/eqt1lWIcMwl97czZfouM2Lq6N4j1G72LlJLrwjREDPiUB2McYrhSe"
    "KF/C05B92tB7+0+ZIeqq5+RX0xCspt6FPj6WPRmSaF/GDsLocgNWkOGhfyTfVlQMTGhUgr"
    "2LyAbIBe8Kybi2iaAQnRGphOfAG4KLl9h1MQP7umYYGY2Coai95DYH/kb3nMBlaSx8pItU"
    "CmJ90rQ1Rl1nDBbWG2yYAaPcaz3WGRVg3RzrBdpsEbNVaD3aeTrAuznePnaFV3ZCAzgLrG"
    "teMPCeZc0NBga0OWiHqp3LCGflI50jURDlWRMJhC9/VPA1fTFw4/EKItvL+jXwkykm2WUU"
    "KmLceRmrOXWqiWkpORIFIb5osoov+Iv4orKGvZ3nYyG5IqMAgBsAbCF7FTDb/fAhztMoCH"
    "L3G8XWQgvMLtnBR7lANBzMk8mIQJbEBXiFXXOxnjAcgPGdaZ37D2VjpClb8FJCbw/M1GoR"
    "glFTmpEbgKHCrtqLAZO+VAIIx8MVRLcnBZhjavju7tMtTwHmmRkMc+Fr/9Ms0xujH6QGXA"
    "oGnTkNzkww/ebj1T/KcL+9+XQdgpOLuqQTXB/7MPvt/wGFEDrG"
)
