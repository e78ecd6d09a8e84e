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
    "eJztfWlz28i19l9h6dPkLV7HohY7N6lUybIm1zOy5VhykrqTFKZJtMiOQICDRTLnZv7724"
    "19aTTRIAA2mueLF6BPk3xOL2c//3eydkxsea+uFgsnsP2T/57834mN1pj+o/xqOjlBm032"
    "gj3w0dwKx6JoUPgQzT3fRQs22SOyPEwfmdhbuGTjE8emT+3AsthDZ0EHEnuZPQps8kuADd"
    "9ZYn+FXfrip3/Rx8Q28TfsJf/dPBmPBFtm4dsSk312+Nzwt5vw2devH95/H45kHzc3Fo4V"
    "rO1s9Gbrrxw7HR4ExHzFaNi7Jbaxi3xs5n4G+5bxL04eRd+YPvDdAKdf1cwemPgRBRYD4+"
    "RPj4G9YBhMwk9if5z/Of5quWGG8enuwbi/eTCMEwnsFo7NcCeMCxSY36J5M0DCpyfsA67/"
    "5+rLd2eXvwshcDx/6YYvQ7hOfgsJkY8i0hD0DOXw7wrO1yvk8nFOxpeQpl+0DcbJgwzkbI"
    "El8CUA9QDpyRp9MyxsL/0V/e/b1wKI/3b1JUT57esQZYfuh2ijfIrfzMJXDOwMXAvZywAt"
    "pQDO02gI8qwBxrNaiGdlhH2yxsavji0FcYFoOIxPrjyCfv8DekKuj/o6JYpoX543gPvyvB"
    "Zv9qoI+IauT0P20CgQDQj4o4vxMECfXjYA+vSyFmj2qgi0s2F4OK7BwJMBu0LYCvD4slPz"
    "EOke7bkTLFe+NNYlsgGX9liXdXgULFb0ksOegfwq2O8pUuyAFpwkRfIS6GZM/yr5RyeLvS"
    "L79bjWBZA/fPh4c/9w9fEzm37teb9YIWRXDzfszSx8ui09/a7MnnSSyd8/PPzPhP138r93"
    "n27K0mM67uF/T9h3QoHvGLbzYiAzj2PyOHlUlICI/eQZFlkTDqs/2H6NDFSkKnGYRLrLyA"
    "6wJfsS/zU7PX9z/vbs8vwtHRJ+z/TJGwHfP3x6KO0jF9Of5fny2FYJAd4qvNEKDDzMUUJ3"
    "LNuEqBWsrS6D1yMB9QlvpTEt0ACkZUg9jHxpTItEAGoZ1CU7IA2TUBmDc7LWS4Nluk4E79"
    "1mqMHE7u61yUfX+RXbLeTAAuEgEuCg15lOIqCJLezjFjwuEAKPVeaxY88d5JrYbMHmMi1w"
    "WmVOL1zMcG/B5yJlB1xWzdA9djYzT9zjU85LxB7M0eLphW5Po/Am51PE6zl2vRXZeNUF8S"
    "4m/v7HL9hCIZ5V1sdeyY/pRONlffY0PoRKsrrn0Xn3xOk+mmW0p6AYo1CF3g+gWzqFtkuI"
    "6h543wXE5tAVIB8t94TnAS11BWeDlvsuns+xZ1pHeLxgziZnt9CeOyydSFeo5shfrPZdS+"
    "/YJLoihDbEYLbL/SC62pAf8VZnjBJ3xN44fYkm0hUrYuL1xvGxvdh2sK4+ZLNpvL4Cjxt7"
    "JaWVOLa/srZfPY3vPTq3T+wQCIOe6ot9BfD32XzXbDpdcWN/7wnVJzRmS4cYnjU2CdrXJh"
    "BPoSM+jmvuLWnesTk0NQWEoT4b7BLH3FdpoTN9DifSdS35e5vfHvS1u4WBLoaFfX/v/XbL"
    "pvo7cm32pTSFi1DJ0N1XIP8QTvIlaGKnHCVK+FsHKN2Ek2h8ftvYNEI37v5278/RdO/j2T"
    "QF7ReXDjD3FSv/6l7Tf+i69Tz0TJeV52+tvU3hbKZ7NpGuWKHApHcftulU+4J1xaa6oTNp"
    "ay8g9jPxUQdn1Yd0Ip2gYu5gZ+bUOYiLrwqyKZvMxosEED6wdzZ+cOgfjWTV68KEmlwEDM"
    "71bF0CeI1stAy/JZuOEccwUAw8zE/xTV5NRSm+i2iQYim+78iyNnCVm+TLCViNGS7aZIcN"
    "q4wCVv8wm52dvZm9Prt8e3H+5s3F29dp5Gr1lSiE9d2Hv7Ao1mk+WiQJa61P/X2iP76Kf3"
    "14azJew6zU7vOcnqmuyT3u6vHNkeiXSNYkt/q0Prf6tJJbjZYubhWHViCEMDTlwtDyTH4h"
    "/sp00UubEPEyLcSVqszpwMOuIVfyI0fSZd2PKlMVSf7cUeWjEr5ZBLeK7PeOi8nS/hFvQ3"
    "w/0O+B7AUvRz+WKr96XUW0HADRirhNH9PTIZVK88uJ/vQo+SCE/er++ur9zclv9eGwUpqR"
    "pJT/nnjOix0GNXIE/dxboaxvhuOMNLwS5P3jk/flE9r2TGVTjAk957LhbxvitipqUKQcRi"
    "RV5E4DOQXkFJBTdJBTfqQ7xn7nOi9eKBNUJJXCe6Gs8sRGGvNoKEgrIK2AtNK9tOLhVnn3"
    "OTKQU0BOGTVPQU45Rjkll2fMkVKKWcj1Mkop7blbAeWnPHZxIWb2v3+B5DIGycV1LKnqqM"
    "l4Df2qbxuILW/rCyqXhRYoPnEUskvuyJMQX4pUIMH8Nhp5UJWNopFAqERAm7REyDkEOkA1"
    "1+9ilDt/J67Fk08lYfsztk36C+8pvz7YJxx5uzhAKHJvoqGGR8caxFbMMAidSbruTAIGwF"
    "4NgGFGAP2ARw7E92tkWbXaYpFyuPKxF30hHWmNZ7M3l6meyP4j0gzvP17d3lYrx4IP+Bj0"
    "E5VlaUV4qpEoraLEp6ht9R4vApf425vnmryU4gChuOfFQw383E+SSsHKmuQ2rLFLfxkVLy"
    "vG1sLwojkpMc2CLVY5WyzkuKQi5FmT1mtn9b3XzirN10zsI2JJSegphX4ZLpeNUlwuBTku"
    "l5UkFxM/k4WUMyGj0A7h7vszUpmPyiWcZN96fHMk2gF8ftEA4POLWoDZq5LDhtmlooTxpg"
    "DnSLQDuIfml5zFW6+4J+OH09lP+5UuOmv5ksl9UsJagUyjPlqDSG1j9esqomKD2QRckCrb"
    "TcbpgjyU4SRq6sA1maT9HkTGkqy1BPjEwCcGPrFWPrFxqNvDRe91rnCDPtinPjguMVoVkW"
    "t0cjT9aY/EXbdjdIkWWK00qy3k+UbLVK0yLbBaaVZD6MgxcPnAoe27rY2KMFaTyPZxoDkm"
    "q9Ioo3EOHdeu5LbfJ6ydfoXJp6+3t53Z6yrSddwOKS6jXvIISVcsvs5N2rA0u2KOoTqmyR"
    "YtfnADj/5mQaGQ0oipyO7pR2MVLRYC9k+wf4L9c0wKZe/2T7DQHYOWB7r8MXAZFE9QPBVX"
    "PA8TzfC1RrL/ulOeD0CI11+Ix2vJrIGUQDsRfnbRRIano+qdwBfVQsQMLuMZu4RO2kbW5E"
    "4A7RNUlkXsuJF00y2VjAetrYHWtkGe9+LQW3GFvJUMyhVCDeGevW6CNx1Vf4S9riBuIXsZ"
    "UOFCBuw8jY44d587Yvzq2FIQF4gGjMa68gj6/Q/oCbk+6kvW6b3exgrLHdEpwYBAe1vPx+"
    "thIO64NiB6pvKmrD5eIOrVr66KZCPhWI/BeSRy5SxLZNoFbZ43ue/O66+788ptZ+MXz2jd"
    "z65KDaK6yqK6RdbE94x10M4RwCEHfqvM77nrPOG49VZrrtdOArxXmffMnimrmudp4PLceX"
    "luVpJKTEqgHbjdV3hx3CWyiZdGNzXFuEynHdSns0bVXmaCai8zTktjbOyT3MGjh0gBpS+I"
    "yGfXgtcFQhACVOaxj921F2biSJl/ClT6HaCdN4SH2Cptd1MlTqQ+rqEQyO0llSP58dvf/9"
    "goctvD/dVHOkTEduH+KfWFbg9UsRO1jljlg8zb41Tug6kjUqXuWO3BKrbj0hEqXleD9nhV"
    "2inoCBmnMnB7xCoVifVELCsPtA9UaSUiHUHi5RK1B6uaxaQjZmhDjCe83ROrqw35EW9Hq6"
    "SKISLrjePue0p9CCf5EjTZfGMECX/rAKSbcBJdt9rGQrZNj6fQ8LP/Yf45mu59PJu2qLnk"
    "GS22hovpd/b2XWGfo9m+RJNpuhdZ8C9dZx2ohB/DmRqqhGOEiphUaCQ+4VVhljreo3maXI"
    "Gj3IUOCvyV8WhRWWg/oO7YRN/TeTRdUCxgeH956nM0i66rKQbJWKyQxezJ++6+GK7rZDpN"
    "15aLF84zdrdhUYs9IfsSz9WwlsUolxkKTOIb9GB29z7fr9hUN0kZSw3XFrGfiY86EEs/pB"
    "NphFTLSjSJabAmX06+Ck1sHbxJ5tME3uKm9VdMllog3+HkD8tjdlWeUBPQJFN6QyGek9Kb"
    "CPf1Kb2pHtF197ZNkuvDwl7mlrN4OqE/4ad8gS38zWexdJaRdGgr9HPLV+JyLCpU4tA17C"
    "1QdIolHxCFWiTuYeQuVuQ58xajwEv/E36L9H/FWg4LiyyejDB6N5zGpP9gq0iucxxkI3ed"
    "jeytHNevKfRVH51RpNIw3ayP4kKeT+yorlrgSraNq5BqCPns9XmTnCg2TJBLeV7JjPKJL5"
    "fBkxJoF3XUS7Jq/pvJLeo8mXZYXzTC+kKA9UUVa9vxecqYINE9IdAOX7oSGy5m4WquQKxQ"
    "8So1henRhtEVoiWL4mhJTRK0vCsRQtO76mJo1vTuwFUlVONB//f0o+OG9hb6e3ktaN45jo"
    "WRzce8QlvCfE6J+7pPErVr2BPt3d3dbeEwe/ehtKQ/ff347ubLd6chD+gg4tesdBeb9F5Y"
    "+IbnIz/gXN/3a2RZtScOh3y4BqZnr2f9njpnszeX6TnD/iM6We4/Xt3eVgF+JshAGyK5pn"
    "NUA67m9MlolzOzYj1hjnFGiHaOCs6O5mDnrHtSV2SeSjvRv/ss2tQcKSUL5qmGO5JfayUG"
    "5k3PzZHPUwHy7ZBPDf3NYc98A4B5K8zDpmTJ4m3b1KxED4YGlQ0NBQeZDKsLhMBjlXlc8o"
    "lK1SwouVOBzwrzuejflqpfVKAELo+Byy8rqUbNJTLtlK5e/FnF2BL5AiCD7ihFmkqMbkNB"
    "ZYqjYHOwMVuyuUgJbFaazc/Y9bihHrVWgxzFcHaD074uxchuMDs9f3P+9uzyPDUXpE9EVg"
    "KOFQYzFaCK5gP+VmeESSl0cHyKtsbNPx4KuyIRJb77ePWP3xV2xu3dp78kw3Oix/Xt3buy"
    "My6weBE09XCnBIC2PNrE8WSDHXMk2snQfYU4Itt0HWLKQl0iA7gbwu1ssN0mQCxPBzYAlY"
    "Uc+sRiCUqyO6pMB1uq4Zay6f0rC3aeBoCWBLpVp4UCKZxgKp9gaMPyJ40N8jnKhTBSp0QJ"
    "sVES4Tr5jDuJk6xEpoOmUS5326zerajgbbX0vYufCX4xpBN8KoQa3h49BBAnsLVM+Kkh1w"
    "77XhwlCXgbsvADF0v2+eJTQ8Ov+gzNxQq3CHKtmaHdFToejDu8QOOkdNk+dgWqflvLqwK6"
    "xMIOw4ElT4yMBI6J36oV2Csrtgru946LydL+EW9DiD/Qr4LsBU/eSGptZDONc5lWymzQxy"
    "56SWs7lPYpRSDy4ocMuLq/vnp/c1JZuB0A+xnpVNWqDGpuq/IRLVTbqVnFHhXb9i3zdM/m"
    "0AfnYgwDu833bRGQSQfXbDqNNnrRxET/3hOqT2jE9iMxOr+4XVSg+6vbsPbcGCFycQflkL"
    "/ghuWQx4KQVBm1an2rXAIfWnKw/Yjs7YPD/mx4qz6gZZsTbHdZpcPcqeGvMkr1veLf6LLV"
    "hs30bVYcOM6LZuVGI2TjmzhlS/yGUcSv/JXrBMtV+jRhB/fyps+NCsK/CWuVRdcwp1hZej"
    "/XVyvLxIBuy5WVio9Bza8B9D9Bza+Fs5Er95UQdGOsO+gRUDTWvW1iq3tbb6p7C33YjtS/"
    "pryhSpFwdQk7Ve6SbApojqRXO9X4wMxkkeb5vRlNT3WNBj3oB8vwHZ91UBGZey/joBXX3t"
    "0T1876c6iIae543A2oHyk7e+LZTC0cJ5zZ+Shrad1TeRcqfAxxjroXM6Je2UsUz64rUxcL"
    "S5u4WnxaSv8TXVhNL6uYmeoqJQNWo6jXC+3Y6to4ADMer2Ex4rNZA73wbFarF7JXlUI3Ji"
    "+gQBBMnFJoCHD3BbYpcE7AaXogrq6XUWlUyrOLonpQ1pl/MDSK7joTRHedVaO71DcmqGIn"
    "gjgNVVQxiCo4sBuvpkOltB+voQKslsAs68hLfmTZk5f6QouOvJzeXPbkZTrgXo68rAtRnV"
    "oXRi1x9LokmqlesWMRQf078QqKXtF3QaCvz8F9fFbAseYIXHzxeFA1Gqga0FImA7eJOHxZ"
    "Lw1fVmtCueiRI6b9cH/3qUblSAjKLlOy8Cf/mVikUa/qdiBnJ8U8IJZPbO8V+9hDHBYMoI"
    "L3tFLAoVyroXSqsAnKBRyg2stJl9VeFitkL8MicbzwgPrzo0yn3THSfUnvBLIWcRgFSojD"
    "UDoOYxPM6QG/4llW62+MAtFet4aaWudg14MdrOeYY3OtvR0yAm1KiHd2OaSr0pC/dbm0AH"
    "E9xC0Kcpdoof6FyvcCy3eW7G6Qkmizbw7R3YCh2L63QYEadpjKOwyqoR8Tl6EaOlRDnx7Y"
    "26PFhoL8kKNgM9R1rudlH5WGIYQGQmh0DKGpifKQiaDpLMNBCaCLp2wwZ5PPsbtvlFE6kU"
    "ZrsgTVZkN3OrMN7o1VOpOuYEEJE3F9jmfSwTr6Ek+j6yKCSi9Q6eUQIaLi6iDZRccrEVK4"
    "BgV1Qor3btcZZEndN7xGxKpkj+0IPJxOCgOSuSBC8QDKxHRSH6EYMbcCtKBKdkKgYYzi7K"
    "JJkCIdVV+w+YKTEWV7mKevCQKNMhINUe4necdjhu4WWFcItbOS94K3hexlwC0MWg91nkbD"
    "dd0kWbU+V7WSquo7T9g2TLLEntSCLtNpVy2qj6RV+5G463b+gBItOFJVdggEdio0t+qRWi"
    "UHfqvMb/DzHQWbwc8Hfj414R9Dgwh94AS36RF0iBgrqnu0iOjXFp05ErnG6IKfUWSNLro2"
    "ezVHJ/ot1DRTKAZ9h5W5hS2jTKeh1aiHvHilDEeHjVntG2uwJxyXoklh91pxukAIPFaZx+"
    "OyGUEGQMuUddC2e9S2QSMcsUb4DvmL1QlHF4xeTEVa4JwNgeZFuocNPdHfJ6NbJOMHDK5I"
    "OhP0r1acXjZQK07Ll12mVrBXJRWOTsHBt96dkRJoEL0ytDPDCb8hJ/y1vnRNjgTKnYkZ0q"
    "KeTU28dj07UgI1mME+TxtmmI7NkeRq7abJcG2qd3RW9SawqXYoVSAro4B13fm6XiMTt1Dx"
    "c2RgxVFbv29ZF6VACDxWmcePiFiteFwgBB6rzONxWWOBzS3ZjL9tCJ2ujWelQAlGd5W5rH"
    "7coCKc1S7OTZG2JB1WB+nTAv+DMz/h2N/Z46nI+v5vZz5EyxEn8BdOdJZi+jy8YiGRFyzy"
    "ioRUdV/GfoO2liNnvMmRqGG90cpEHJ9SrBuUxJovUumQ+FFyRM2arHw6qt4VNavWwwza2M"
    "kyKlC8lBbJH3EsBDY08KfjwcJftvDTT+P5rWqhTMcDlGUo53gZ2G2KWufowK6n8rlj0fna"
    "1KfPyIC/KvMX/MZd3SqOjzgVmupvlWQ8QFmG0sXIk2uknlFoEFg1QPH8nGWoKcQ5Eu0wPm"
    "2kjwnUsQrAqb1N8t7M08HFqfLFCQ5PbdlccdscxrtwtSE/hm3UKw6G+M1U5GNAG8IsaNDa"
    "/Lj9DTaSu+aT8Rr6G3rovi2dvA31/iSyth+J6/nGoxNwmqbWQ1yk0nAdN8G5HuYKymErQV"
    "mQC0SA8S6MQVjUVlisbKWgXeWBMi1ofypz2sXPTru49SIlcFllLmPbbBXqmpEBf1Xmr7dw"
    "NjxXcL3ck1EMaAT9f8NYQXspQG9j/8VxeV3ZBDpojkZDW3MjmNkwgb25CrRCkflwYvWbf7"
    "E11m0zqnj0wHGVOe7ijYUWLUXNAinweRR8nm8l826qlHuYyUfTy1yiYrf66Uyq7BoJUMMM"
    "e+m1WqSCdTrCFLFDrNXOS6HH67ADbL96jdogK7led8Ja3K4FWOlXmHz6envbrDO3i+nP9v"
    "ZtXnq1IV+iiTRaykWPItruidF7Ktpvv3p6VWQsJhV53KqVMiDR7a0dRD2HoiQbjx+OktuW"
    "4pCU/EEwTFhKfHhBZMpBBMb6yJR4JXAFSFGkb55Kv9r3jVIDBZmB1cTANd0hjhTGGYWGnv"
    "23DfB9Wwvv2zK6rhP4UgFWKYGG2PaS2LpBPqdlXD3AyXgN8e3FQ0MVHD/gCJ33a2RZtekr"
    "GdVw+St94hylsJzN3lym2SvsP6LElfuPV7e31ewV7LqOVCxVSqCdr6v7Cg9rmcTdtXbrs7"
    "MUq9jF2sIrq+dCPWuyUM/qF+pZ5VTl9rcXNTrVpq29yCvTS5dT23vBnBO3HuyMAuCWhntc"
    "sayKeAFG544En1kPPrMnLOsvyyigniI4yw7kLOOW75LHNU1aHOVy3YlqtlVVKlGZcwdxLP"
    "dFZ1G95Z79ttTt0nXH4Hh5mWgLfYLH0SeYsYor+9UkPSJeIb+CwDfaY4EHKhPgKiVN6vzf"
    "tUs2TwI2DI4NQ11paiSiqUCcUu/KV1KSUvPO/2Di9cbxsb3Y1hSQKI0Q3v0kG9tTQYlCBY"
    "k4Qx4kgXFIAgevgHDoS633Ggj2Ersbl/B0W1ERhAIZQN0A6oWFyFpGnEgJQJrgQYlNg57p"
    "hFMUcYeZuEwMVQ+UNhUfJIBAsUykDuMHBndnKQbl0P4shRJnx2PiGN0hBf4s8MGoZDlQt6"
    "lVmhvBsRvk8yZ2lp6U8BicXH3+MEkMnpMQGWxOiD1Bk68P15O1Y/ur6WS+ndBpX52UGCFN"
    "LPJChKPB+jAO60PErAoDBJHtCYGGCrEI3kRMelOrDr+pBLaDxwI8FiMSPsBjMWKPxUd2Lg"
    "viFArvd8oePcgdsbhGMV3hieu8hH+vo281scia+BPiUQFjQ/+220so8h+zy50C8gzIM2M5"
    "w0CeGZk8A0YVMKqoJNyoa1R5T88RYodVKa5XePHEE3IqY4SCjpmNNhZseC+BGRaxw+8RuF"
    "ZFiPjpZOVEnvy4i6xcRQUQK4YSKxjzJISKeLiGIsXs9XmT9H82TFBg4bxSBCDZB00RTsbr"
    "CPHFRROELy7qAWbvlOttPSIn6dhcc+Ht1S6hsEAJXFaZy9Byslgq5bJJpZQyw3KFUi6VqO"
    "Oh2IbpMAxn7jpPuFVv8zwhnEkqn0n0pz0Sd93u7inRAqdV5nTrgvlQKX80PB5XYQpgc0s2"
    "q290ViRGUyJen5n5JAHNkYAJf5QmfBWLKMiWpkjs03viehtPM87VuhPV3F5VySnyKWJixR"
    "HyKe5BXe/8YAS9+DtMhwp8YeHwR8cysQmRE+NwceT41pgDGc1wzv3XGnAhl5wa7ZEK6oK8"
    "1JRCQ99H9ymp3sp54axqQX/KhADgbQDvis0jry7myMAioLKqGOa/8w6o2jshR6HNpdBZuN"
    "ccuW7YZk5GTywQ9drwS5VtolVnOrBlHF1LumLzhSWWBDNHAmCCWegIzEJKrtXWRqGssV/5"
    "IOgA0c/Nmq6NE9HcybdHq8RfXPpJJt6zDeBf3Wv6j9HKVcO2t7sL/KVDv9UN8/aecCySxQ"
    "FTkWmSMt3H7hD97aod7aaTn05cvCAbEneTgKZ3B5Gf6u2UT/T3ydhzkvEamnO6j4ArLP2m"
    "CBeINIR5dtHEbEZHCQKyq3bJYP5vvJDCOUeiI8qNOrPNBJ3ZZtXObD7+JtVDKBmvBb4iO2"
    "QfZcBW/pqTJVMPdjIewG4BtvP4aEhmJeVItAsGv2h0elwITo8LTl9Heqe1cG7kyMC5obJz"
    "Y0mesW0EmxY8LpECn1XmM4S1asvminH4QNV3sEnQCa/sTvhiKjJ3rNMh/bUE8FZodnHJyT"
    "/PjyG/YrBuHNi6ES6GCDAJya5IpYU8XWrbPWsg3Z3N6pt2z8qy3QsxeYWCasMa0vFQxoYT"
    "17DCZLni3K61cGYEgCcHz/Asbo5mMhyw5IVYEkvqME3Gd3OMHjayuOde8rFYIQFuRqHhLd"
    "V9eOUzcgmyeSXXfri/+8SHOE9T1ljIwp/8Z2IRr7eDISeEzQNi+cT2XrGPPYQcxjASG97K"
    "NraSwMYmGHfzblAmp7rmSKrCWu3Ct5SI1ph2WpgPYmN2xMYUpBr0TE9pz99a+8J0z2a6Zx"
    "NpBFWfdrQv+Jl40RetmNLSd1ORNS2MIHPjoUPEECVhfdKhQZDayN4NkdpIv5TPjWmpF6Jz"
    "JMPL0Ie5x3uRll9WPDm5Xj9MxmuoHXavfoMq0madj04VOVgGyYiY2l4JGTYsX1FIWwfmH7"
    "j+xbUTbPjSYvxGKCsuwjH9C4lSYuGxyIR72vdF0p4pZe9Pxmtn7581ClsWRC1XzNEb7C64"
    "grS4QmqOTJuU8E76FK/55i+RZpjRaAPlwCVX1lQ8MAKPZ9upRb1AA15WDqoUHJnLLBmuzS"
    "LuDEiFmmmraZHUQqd7If7KpBJ2m/LYZVrgtMqcBiONtmyWCD7OJe64Zpzc3N6vdMfmGO22"
    "HtaldPNtsUL2En9BocWiYigovJ+KzAU4HmkwxA9oNVgErovtBaeGlEDJzdFop+g20XPr1d"
    "xYy603KLjxymgo2ibDQU3gSLcm4ixbdg3ysYyHi+6+EYIqQIzdZTx79WHMq9E9w6vmkVxA"
    "9adlds/17IAvRsbkhKZ/sWIerDsPLr+AJJeDJrm4+BGz20jKTFsg0u4KO2viHD6rdw6fVZ"
    "zDGwtJ1b1Nxmvoee++TkrYNVy6U1hGpZNs0IUlfOM6zyS+Uhov2BwNLNoGixYqJ6XgNulh"
    "W9/AttK9NhUyGqfB+HwlQQdsT5tcZaf1V9lpNc5JCYVXKZA7UXkLZb550pjIEZmS6HSXDe"
    "yKNIlXkwEh7LqRo9LGfzYw8j76Jgd6TAB4t8bbsJFc8+I8jXYFq2bNqt0Jit1Vat3R6fmm"
    "SrFWkqfTZnl3oZT4jo84BdaEp0RCApdi66Nig7ZGm8ioIp1GvbgHx5+YLRlQIAQOtOWAix"
    "8Dm9sWTAR/nkqbc3zotc+UGsMNNgRxigPtVIdylHABtJcV2SXaigllSmBC+zNoQKe3mod+"
    "Zz5v9ssNScd3nmZP77di6O52fhdMf2GKjiGf01Eg00977Dy1I0bMxRZGXrtwRe4MEJyqWt"
    "RioR9hsMWutGGmSKWhdf20kXXmVGCeOa3aZyLUcNL/Rg7slExDtHvprxHBRrcC3S0cR/0u"
    "vHOE2l0eZ41q5Z8JauWfVWvlR7AxWyIvhmoX3Bmddmh3X/YhCXygV+2jDNRlOu2g7uXYDq"
    "1askjnaADlJih7eOFiqVY9GYUGCItkyj66x/xCj1zJ1kg5EgC8DeBkza00IkQ8pQHIpSFn"
    "/iBuh6R6xHMkALg04IR9ehDGpnMk7nrUy3QAvTT0C2ezNZ6wXIRcjqYV5GW7jELh9KeXjW"
    "SUS4GMclmRUZDPSgLGiZlNUS4QabCy+w5ShvIHx2B3XKzw4qmNjTlHNwiHD9AkXR8Gy1TY"
    "yQi0iV3ozIEYBdZIb5YcGewVlfcKVAg5BjYfuKPEeKSZnZnFFa+1VB3NAk1P8Spjq6dZqT"
    "dw2CYdaq7VfXp00K8w+fT19vaEs3w7gDardjuqpdsU2MKWrcG1Se0l/Iy5zbRkai99Rts1"
    "neXmGY8ymrC2BlM1AHlPoL6Ek+gEkVSplULVXOLwgrljwjsbPzj0jwZrz0L253Q2PQ7R0s"
    "JbYDp1F1h9yabSBCjJ4j2Fg4pTw6d8kIl66oQjjez47LpVdb6WQ/gpoWG63K5aqmwPtNdh"
    "74ZorwPFO4awi6e7QgLlApGOMPcRiuK4ZEmkfDwZhZYYN4JYgHAlUdkNPJ+b3eY4FkZ2TW"
    "5PRlVCeU7JRgiz6By+u7stmLXefSg7gb9+fHdDcQ9hp4OIXzisoTTNQKVpxheLOe7DGZKT"
    "D50YCMWY+i7G9EgVK6mO7ykBtKrco1Xl3DG3hrdCs4tLmbVdItNweV82Wd+X9Qv8srLCnc"
    "BfOHI5ZzkSDSHuXl9coc2GItLGq1wihUgqlb3KocX0uRWfS6TDhA9AkEg7Pofl1CVjB/I0"
    "/baBVYSr7bvAOi7XgCntiG3amUVNTHc6YvMrSqU+sDnHGM/TUXCbCfwcdJwReeuGb1wwx0"
    "tie/LtCcDPMZifAyrqQ0X9IdZ5F8Ur8Tc6L6sgJBOEXSSCQOwyqM/ICiTLZKckOi3QgU2O"
    "vzq2lK0gGa/hwdu9LYbKsyvH5dcnEx++RUqd1ncXB3Amz1VgFavlBUKI6VdaK8e22SpVMS"
    "MDq4vK/HUxFeIXLa1rBVKwoo6Czy8rKcdmmU6/BO/OIyZcvCb84tZiaSNPN5ys8Yc/qC9p"
    "HDixbETyhURmmUr29oPa3noxtx8iqUzRdbpPVlkrq/tOp0eSY9G3y0OFZd21x2MvL0aSss"
    "JxYeSyWer9F3H2TC8ZGluMQibbwXpOn0FqhkKWsnqXRcK1hvbfZLhOtpzOjL/xym+OZkYA"
    "eHLwbBPFu2cAr6KQQgTvoc3qHUfwetiyWtTVL5FpiPOsUenxmaD0+KxaejyGrUWt9yqlhp"
    "j3Uu49Rk66m0GZTkO8e2xnAI06oFGHnit7XI06xn12j69Vx3ByYOfNOojnBa38hwVC8BKr"
    "7D0EX0H3vgKwaGtk0b5mVpvQklxn2E5GTBvYt41FNLj/GP1aq/ZB7aoq2LX3tALWW6wt5P"
    "mGtKm1RAWRy9yinofJzYnrAHL3flIhULTn01KEh9nq4MA6pAMrYr9s3asiVTd6ivbdTcAd"
    "A+4YVdTwbt0xtiNXAisZr100Zy/mpHG1L1BEHQYbB9QfgPoD2tQfeCCbE46Cwx5PRdqNTz"
    "bDVxrIHbt0ZPlt0jVIrgpB/SFwCBPnyZ+o/B82lJyEn8T+OP9zX3fsPgHngmoDdKVJO3wL"
    "RBoKht2nv1JVETNRWgrmApF26uVZMyFRICPWVUmVWspQIVyugsb4StGOumE91FXuM0sQrF"
    "EHskaxFujt6itv9y2vDAyIgIQK14flgIephsQBv76DfUahweUpslr10bv+F9fwKbIyeOdI"
    "APA2gJM1VRQlEU9pAHJpyNntGLiccOJ6xHMkALg04Pjbhri4VW2eAiXUX1LaKxF2jW/jec"
    "rRQW901RnczrlYoITySypzOfE5SLI4Rwb8VZm/4woRADa3ZDMUooLKSSpFC3RdOanTeIFr"
    "x7bxIv7pvMiB3IDpjhgCBkU8VrFIaYgL6DwuAHyp/ftSqdhhYtsnyOKkJNfbbEpkWkA9tO"
    "XGQ7Y5d75xfB+i7sA5qgG7A6dPRtseGCTzVgsfJHPIUq5IhI2zlGtleMk85T0keBUY0L38"
    "vpdMfkvWxP87cu3oq1dE8sJ7oURusZFUPPH7SVL+Kb+Awg5I7B8vq+gk9qgUiKM3ng91Ol"
    "UKMagX6lMuNpXoUwItZMyiOC+CNxEw39QK82/KsnyyMZpCm4zXENm3DZB9W4vs20oMZHLU"
    "FKEV1/FPiXSKEeuijH94XlfAFLS+87QLteuutqxi8q66qgxYopWUZAezRH9YbxzX/xLqjR"
    "WRN3splHdJOMxwnZdepF03CC3gthP/za9An457xq5JFuFqonCHGW6lGTwncOl6hD67agrD"
    "CZuaCmzJeBDYdglsUMK+WzEjPkgk1mpGoUFQZ9+1M1+QzZCQgDej0A7et03gfVsP79sKvL"
    "LJxcPnFY8WWjR3AimjQ0qgHbi9lPzPyXhNEc6RgKCwS1BwMfIcKSEso9BuBfdSNcnCj77B"
    "PSSEfu48GTi6JRzda2RiSXNQjmQPW9B4woolumOG0MjHDOTIIGBb5XiBwDadKnN/uL/7xG"
    "dsMr7MVXrhTv4zsYjXm7aYC+mbB8Tyie29Yh97iKg+hk+Bw5V4qHLoU4l1bIJyPJTpOhsj"
    "8Hh6kPCmKNDBVSFxVbDFbLc53gqEcMCpfMC5gS0pDWQU4BgSO4ZcnvlW2ikU+x6iucYJ60"
    "63ULamFHQJBdzEhAJbdrmEIBlB82SER2LJFyksEGlnLThtZC04FVgLTjntFsmvHIhFLsmE"
    "QptWGENXZWf+ek7yR70OlFGAFtS5FgR5Cm1YMTqxHMo9HAOXqejvttvMRUrgsspcfiQ28V"
    "at2FwiBT6rzGdm9TLab2kOOfBbdX6DeVRvHj8iqqO3OrnzhMBj1Xkc8PJ3BJabjEQ7u00v"
    "UR7swKsCXGu0SYZrY7TpLNLWd3zEKZ9ai2Q6HqAsQzmu0qiKFAYY3emufgacIpyViHoKPO"
    "kWeDmSXmPIxgHm+LIJx1oWo7xsO8D1q9eos6CSa3Unprl9WgCUfv7k09fbW5EvPhf5EGdA"
    "ltx0MdX3P37BFkoK+gmjHqKMy3E6IipY/9ZnsMLNNwbYCSdSIX4zFYUp4G8QpnAEYQpuYL"
    "OqPdJt5ItkrVTe8nGoUJ+/8yZJI+f1WSPnlbQRUHdB3VUNSgidGTx0BmI1jsHCQHllblsw"
    "OU8HHgKVOQxeIP15DNbgY+Dyga3BStqExmoMHs82aW8NHtZkqSairW2WXCPwIezrSm77Ed"
    "fq+2wh28bme/Z9avrGlIdMRdbPTTQ4+oHq9Y6Binvdauj19lGTLDGv+Gy9aTSj6CsQ6HB2"
    "0cvzBnbRy/Nauyh7BRYRkLJBygYp+/BogpQNUraCsCosZbvkGS22XzCF0+NGFpRGiGXsaK"
    "zhRoP7F7F/OllYjpeKDGYQZlzI1bqGCISuIxCe6O+Tka+T8RqWquy+WyNeI8LxltejmxLo"
    "p7zMLppoL3RUfbnVi4r+YiF7GdDTUgbjPI2Gq3jWBOV6jMsI+/gbR2qo7zSajNcCWZEO2E"
    "eLUWR7LzzJtx7ujAIAbwE4xRXTX2oac7xAVKCWOqs5tNoln100Sj67ECSfXVSTz8Dq1GoD"
    "jM3qFEv4kizOqIC9SrPXxWsSnn9tIq0KpBCIozKfIxGjFZ9LpMBnlflcsM5IXcp5QuCxyj"
    "yGRFFdnBZKArq/z+IwlvW/utf0Hycci3r8ZiqypP/i0h9OgRvAgp5z4xRVoaShpEXsJ/5b"
    "sLMf1M6+Ru6TjHUhGa9bbl/3Rnaf+JaU4SYl0M5a032/OPXdQ+mRN8a1Sz/Oxzy3fL3FN0"
    "eiwfod2uC7JM+Y0wSivnh2SgC1s8XMaNNBCHtUNJbhRkYB7OicHUsXmVIXaUqgwUHUa9dK"
    "b4FsXv0VUa53QgLJ3u2SvS3k+QZD0W5l1OKQg2lLZdNWZExow+oi5SBcVsTYNTomg+f4KN"
    "gcbMyWbC5SApuVZvMzdj3C6+ZdKxXlKIaTi077lYu6KyiEkbtYydgSMopOzIwKb41eovWU"
    "r2SrCvwSeVXMmieJaI4E2qGX0HSWjiyaGQn4ewtgsr+5YIr0+BxRqxtLLSAPo8pv0JIPfP"
    "0qzpHAKh5heetDnLWd17dOPFN7AnsbTzPKC2wnqLnbezei/I6+0oh+QuO14+wENHfj1FQM"
    "L5+tHSD6OZ5GS0Rzl0mDTU/lpw4A/YhNgrRFNCdkSle17zMQ7B49Y/Pe34bQVoLBcm+nOw"
    "LCPDaqh4iwQgjYo2OZOA7tgpruqkR6yXadH77h/GDBXudN4pHO6+ORzivxSPGSl4A3owCA"
    "GwAMMRlKxWQsVo6H7VZtx3OE4LlW2Q0CdmSwfKoHJtiMDmMzAvVxvOrjF1zX8yt+MxWpjS"
    "4epudXqRBXLjIGkoRAdVREs+m+1i1d5h4v2ETQZi2l0BDg7pNZXhzX5EQ51+ObEugI7+tG"
    "lXPYsHqIX0PtnCPVCaEYg/48VjjUaRwqKsSIDKPvqxbHoKRKKhPGAE73Dpzuh1HxP4YdBM"
    "OlzFHzc2+nIlV/HfUhZItGsd42oNR3rdRvApdSSOn1ORIdVaMmJYpP62sUn1aKFKtXZ/uA"
    "8PZSaHvwRkwKl7Dp3jQ1d50XbvWwenhzJIPVih8o+b57fE38TBZSJ3BGoV9tg86LBI3B8D"
    "cQuLMm4M7qwZ1VwLXxN9/YIJ+T2CdwDOSJtAO5l6LkHrZ5i7i+QEcyHhJRy/k6YKOuhVon"
    "+yV0aD8GLkPJ4P4Mq1AyeLQlgz/T65/+vJvQkMCxBBbeT4WN+KKRRmiTaGYNPLmyJ3QL03"
    "XmTZzHCZowkKYTx504Np74K+RPiDfxnckcL5w1nhB/Gj19Qd6ECi4+JWEli1+dlFjV6cRg"
    "mVTg9JkKLJNgNuvbbMb2giFvOyuRaYh29zaeMRghhlvMnZsh6KdjGfU4Ha9N/coO6zSBpa"
    "E7KP0W+meODGwMSmufYEo6CjaDKekYuHwwU1IL/W4cpiQZ28cus9OdjR8c+ke3Ricloe/Y"
    "6NSFIemeLO2vm5N6S1I8YNrElMQS8o1g09SYNGHj/yvYTF5Y0nhqANptLJIgBGOQAufHFI"
    "xBYAxSD20wBoExCIxBYAzaH0owBumsP4Ix6CjYDMagY+CyCjHvWicVQDGRHkPeN8jzmM5g"
    "rJAnFZldIdQQ7lmj+OyZID57Vo3PtpC9DLh5s/Vg52l0xLkJyvUYV7Q67K49w8O8BrmCbt"
    "oFKg1RPm1Wx0VQxaUMNMtsph/5SNx1K2mWRw8yrdLSzpiyeAbbWb3k8fjoCRvIcui3qED9"
    "znEsjOyag6xAWIJ7TilHiLcA3nd3d7eF3fPuQ7nn2deP727o0RaiTweRyAcWGV72ckV25z"
    "37YGLbJ/72hOM4S99NRT4zEo0i/VTrJ54XRBqLF8z/jRf+ftX6RZ2mmjaZinUcdfWiAXtM"
    "1bvDMsY1Pa0zCg2P6tnFRSOH2IXAIXZRSbmMt4QEyDkSQLkZyvSnYynHbkqgIcLdN0wYg9"
    "98qOT3XrzmYPQ/BgUpaFfuMui02CUw+BiCP5X14YwlkVhNRMeaSXxHt83qeyvcNhUdNns5"
    "FSmxDhtmPNJxUE5Q8zhND3se/SKSR2mRCtqkl7x5UKKx5DBt4i+td5dWvKWu80xMOXNKnk"
    "ZDhLsPyqSXu98mvrhMB6EVJag5oRUOFaNaQF2m03Bd91YcswXcVUoAvMnqHpGvciDL1unr"
    "WROY2TBBHMCsAjWbhiPHPVAwa5yUCYEGEIusGzf/eCgYNiq9VFPjxu3dp78kw8sNVotgj8"
    "OlM5it9ogdOmPGGPwN/fobQriMZ+wSOinPBS+KIakSDxhHkj4ZVSDJuEKWR1ujG9xoreSQ"
    "sXlZIHfmGLishLN0PJbg0fH3kdjEW7XicYkU+Kwyn6G2ti4ucSUBHatH/DPyvCfMjelOXk"
    "1F3vAXPGf+cNugomsY3Y0a1tUGt/ho3eLuhnuQCpq7b/jHqA4+gdnFWSPDyJnAMHLG0SDj"
    "zSSJdIVQOw/j6VkjLwwbVu8eOKt6YjbB3CILIz7wmvoIilRaLO+hXQXhxbhCtmlJ2aNKZF"
    "pAX4qfb3KwnNefK+eVYyWsVbhwApuj6ojSnYp02hSWGiTtaUwW1+Ec6U1srpf1NtfLis2V"
    "ScNUEw82kl6EAh04ECQcCGDlbnWFjs1uYiHPN1oaQcu0YCFTmdOQNaKNiUxNREduI6OSms"
    "UkGHxSbyzLxkybWc2S8YoZzaD4QbdaQL0xTT7UFsLHJQJsId2kbD+7bGI9K8shOdvZJQSN"
    "H3hNj81iNlAgV/f2MojwAb0HIgPGo/YoCehYtZ4rqqAwV+IC+Y57wlF5igOmIn0H5YeCqn"
    "Okqo6HFy6Wy1hJKTQUDHuqQOb5hudjnh9EsNALZMM5+DRZ8uAUAZHxQKZyFVo8diEyysg4"
    "0F1Tye6a11GZdMR+yjV9xJMZK2OEYuMiN9pgvflAdDxS0fHwVvJDizM92xTDtoH0Ax45IN"
    "+vkWWJGw6mlMPJjhf9Lviz2ZvLdImz/4gW9f3Hq9vbqjQI9sNjEAYPXCVOrevi4CJhjOve"
    "UuF9Ns8YGbBTMCyuv75lwy944Txjd1snFxbeC2VCNx4J8iDIg4eUB7WOmgAz1lFILuqYsZ"
    "SVRsfi+lQT0fH6Pk3i39i+y02Mzr0ViiqIjTOwHWrIvUsqP52gRZijFeNZPInps39B2vRB"
    "06Y32PV4iokgEjGl0NCG1X3drfmWn74rTgDb1mTvQvaXKPsLyZWeRNr2Eet+GfsrwmuoKW"
    "gLnBBoF9LZS3frcSk3isjBo9NtisJQU9mmSNWvhqOK2irRvANCZfvTF+Ol14HKeJXNNM5V"
    "ulNtLG5TvuZYXrfD6eJKLtbWqjj9/Mmnr7e3h9LFP9jPxEfxr642ns7eToWtp9NxvfSeLi"
    "7IqAz4Xt2nQf3uWv0eQzH3AWOPeyjn7jpyCWnJeA3x7bipF7i7wN2lnN4wOpUQwrGOgcsu"
    "lVxRu3pFJVIoV6Qyn8HA04OBJ1ST6AaYbyVxrRCCsQeMPYcx9mRLEUw+YmQrm1Ypw881oi"
    "K/ibi55+m7qTB/KB51wDDR2o0uihXNEXWTTwERoye/OraUcSIZr6FxonsF+glvfOPRddZV"
    "hGsXeYFGm5rSs9PzN+dvzy7P08WdPhGt6Wj97pUC0d3B+x5tHxwfWbyDN30nPHhNtKWnJR"
    "0GJy+cvBaxn+S4kFBAIQpJJmSgv6ycKubiRM6YRCfQu0jipGeZxK0Wj9YJxL2utIKZ3SKL"
    "J0/uKMhodIJ04MPAWyBbEveUBGBvDfszwS+SsKckAPsesHskKTMng3xGBeBLga+O2vI3ZI"
    "XQ89SW6N10l9ryzIaB2gJqC6gtBzi7QW056UptIWts8ythiKKGckQaWj67L34P2mFX2uFz"
    "cj83XawpgYYLtZfasKB/g/59TLCD/n1sKuAPTuDayPrsUF2+JmGkPGQqUgj/HQ2GMlNHqg"
    "PG/JeRSnIkEHlfkkmqgQMeXlKNQ7YddUakTdzAwFfjfOtjyasxJQHM22Ee9liQPc9zRID7"
    "6OSRexTCVxFCwudCycOjI0DsOFKx44BGJRXQ78yk5MXbrKnslozX0KDUjeimyLH6N+ar/Z"
    "6E37FytmYvhQds6O+lH2g1dPadXE3Y4InzOPEwsrA5CWfw6A5Z4Qn9quQRez57/fOf2Mae"
    "mMTFC99xt3/+fTTy51cnJcZ1Mec/7X/alPM+FYjpxT15dNx4kunkNPyfF6zXiFUgZPNEr+"
    "j0yJ8gF09sZ2I59hK7ExaOO/ku+hq/9xYrvEavNtvf0fkfiUtlEHrKTCfYNtk/ou9H/+FN"
    "iD0h/nSyQtbjfzkbbE8niH6QaxKmNrNPZMly3h8nXx+uC9/NchbIKn4/+lGhtINNQn8K+9"
    "ObBJuJ79BPI/STzPAbU45ahCJFP5h9CYZfiOsel134t8QxkYzXTr/rqpZZ/c0Wr1RZH1+O"
    "TCfDXBd+vnR3SkgMBRqdAO1McogPOglMcxSAKAdR1upbTqdIKHSCE8w8xwB7Ksa0sPUkZG"
    "DtaRlB5BKfygotqj8UKaGWi3LVH1TTPm/YVhVpoDfxXm6ihYYbv7EqulghqrUx3aigOEaK"
    "nYs3jkv/w1Sl7SSwfWJNMOuZE2mbK6qhzTG26bh4yU9eiL+iehxPQe3pk5ja+nf2759tTB"
    "kfxa/+HKp08QcwrTd9PsdMTY10Qaa6Rs//GE33Mwu8/Dl6w/45eaGfG+Wxm6GKuXQc84//"
    "tMPBNiZMPww/KZ4mP35fXRIMp4c0nKoRPH2cMs8IwqX1knRyB6cc8CVCwL8d/mtk4hZiZo"
    "4MZEyQMXfImH/DrlcTyVYZ01TSfI7GNxQ272w8cZ2X/578HNP9PFky00wke0XSXiwkUpGt"
    "6LiIxKxQsp1Ofn7E9gL/HNHRhe9VCKry59Af3rHkJ7ZqdxnWoYLw196cXS/RPWdrWyKKNy"
    "MCia71/RbuGDngUxKAfYzhSuGN8iW8Dfm3DXu3+5YZsNcd+yTp1nZd6ONjOZMhifY4ThBO"
    "ZVywggwP/RP9tbJiYEKjE+xdRDZALnhXSMa1TSSF6IxIJzwHPhBc/Ihdl9d9StAXJUejYS"
    "hqL7nNgb82PCdweRpLPdJFKg2xPm3UQPNU0EDztNpAk6G2xiYJOOVexVhnVIB1c6wXaL1B"
    "ZClVyaNMB3g3x9vHrvTKTmgAZ4l1XRcMvGNZ1wYDA9o1aIeqncsJZ61HOkeiIcqzJhJIvf"
    "xRwZf4cuDG4zVEtpf1a+JnIifZZRQ6Ytx5Gas5c6rJaSk5Eg0hvmyyii/rF/FlZQ17W8/H"
    "UnJFRgEANwDYQvYyQEupYyJPoyHI3R8UGwstML9kRz3KBaLhYD45GRHIirgAr7BLFqsTjg"
    "MwfjMVuf9QNkaZsgXHEnq7Z6ZWixAMQWnG2gAMHU7VXgyYbFNJIBwP1xDdnhTgGlPDD/d3"
    "n+oU4Dozg0kW/uQ/E4t4Y/SDCMBlYLCZ0+DMBNPvPl79owz39e3duxCcXNQlm+DdoS+z3/"
    "4//HkZiw=="
)
