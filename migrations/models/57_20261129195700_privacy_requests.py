"""Privacy requests that an operator records, with their steps, and the log of disclosures that a law requires."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "disclosures" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "subject" VARCHAR(200) NOT NULL,
    "authority" VARCHAR(120) NOT NULL,
    "basis" VARCHAR(300) NOT NULL,
    "what" TEXT NOT NULL,
    "disclosed_at" TIMESTAMP NOT NULL,
    "told_at" TIMESTAMP,
    "silent_until" TIMESTAMP,
    "person" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) REFERENCES "accounts" ("id") ON DELETE SET NULL,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_disclosures_account_0fbd09" ON "disclosures" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_disclosures_user_id_7853fd" ON "disclosures" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_disclosures_disclos_e51eb2" ON "disclosures" ("disclosed_at", "id");
CREATE INDEX IF NOT EXISTS "idx_disclosures_told_at_52309e" ON "disclosures" ("told_at", "silent_until");
        CREATE TABLE IF NOT EXISTS "disclosure_notes" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "disclosure_id" CHAR(36) NOT NULL REFERENCES "disclosures" ("id") ON DELETE CASCADE,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_disclosure__disclos_20bb34" ON "disclosure_notes" ("disclosure_id");
CREATE INDEX IF NOT EXISTS "idx_disclosure__user_id_0b64e9" ON "disclosure_notes" ("user_id");
        CREATE TABLE IF NOT EXISTS "privacy_request_steps" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "request_id" CHAR(36) NOT NULL REFERENCES "privacy_requests" ("id") ON DELETE CASCADE,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_privacy_req_request_7c666d" ON "privacy_request_steps" ("request_id");
CREATE INDEX IF NOT EXISTS "idx_privacy_req_user_id_16fead" ON "privacy_request_steps" ("user_id");
        ALTER TABLE "privacy_requests" ADD "name" VARCHAR(120) NOT NULL DEFAULT '';
        ALTER TABLE "privacy_requests" ADD "channel" VARCHAR(8) NOT NULL DEFAULT 'form';
        ALTER TABLE "privacy_requests" ADD "concerns" VARCHAR(200) NOT NULL DEFAULT '';
        ALTER TABLE "privacy_requests" ADD "outcome" VARCHAR(12) NOT NULL DEFAULT '';""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "disclosures" (
    "id" UUID NOT NULL PRIMARY KEY,
    "subject" VARCHAR(200) NOT NULL,
    "authority" VARCHAR(120) NOT NULL,
    "basis" VARCHAR(300) NOT NULL,
    "what" TEXT NOT NULL,
    "disclosed_at" TIMESTAMPTZ NOT NULL,
    "told_at" TIMESTAMPTZ,
    "silent_until" TIMESTAMPTZ,
    "person" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID REFERENCES "accounts" ("id") ON DELETE SET NULL,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_disclosures_account_0fbd09" ON "disclosures" ("account_id");
CREATE INDEX IF NOT EXISTS "idx_disclosures_user_id_7853fd" ON "disclosures" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_disclosures_disclos_e51eb2" ON "disclosures" ("disclosed_at", "id");
CREATE INDEX IF NOT EXISTS "idx_disclosures_told_at_52309e" ON "disclosures" ("told_at", "silent_until");
        CREATE TABLE IF NOT EXISTS "disclosure_notes" (
    "id" UUID NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "disclosure_id" UUID NOT NULL REFERENCES "disclosures" ("id") ON DELETE CASCADE,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_disclosure__disclos_20bb34" ON "disclosure_notes" ("disclosure_id");
CREATE INDEX IF NOT EXISTS "idx_disclosure__user_id_0b64e9" ON "disclosure_notes" ("user_id");
        CREATE TABLE IF NOT EXISTS "privacy_request_steps" (
    "id" UUID NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "request_id" UUID NOT NULL REFERENCES "privacy_requests" ("id") ON DELETE CASCADE,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_privacy_req_request_7c666d" ON "privacy_request_steps" ("request_id");
CREATE INDEX IF NOT EXISTS "idx_privacy_req_user_id_16fead" ON "privacy_request_steps" ("user_id");
        ALTER TABLE "privacy_requests" ADD "name" VARCHAR(120) NOT NULL DEFAULT '';
        ALTER TABLE "privacy_requests" ADD "channel" VARCHAR(8) NOT NULL DEFAULT 'form';
        ALTER TABLE "privacy_requests" ADD "concerns" VARCHAR(200) NOT NULL DEFAULT '';
        ALTER TABLE "privacy_requests" ADD "outcome" VARCHAR(12) NOT NULL DEFAULT '';""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "privacy_request_steps";
        DROP TABLE IF EXISTS "disclosure_notes";
        DROP TABLE IF EXISTS "disclosures";
        ALTER TABLE "privacy_requests" DROP COLUMN "name";
        ALTER TABLE "privacy_requests" DROP COLUMN "channel";
        ALTER TABLE "privacy_requests" DROP COLUMN "concerns";
        ALTER TABLE "privacy_requests" DROP COLUMN "outcome";""",
    "postgres": """
        DROP TABLE IF EXISTS "privacy_request_steps";
        DROP TABLE IF EXISTS "disclosure_notes";
        DROP TABLE IF EXISTS "disclosures";
        ALTER TABLE "privacy_requests" DROP COLUMN "name";
        ALTER TABLE "privacy_requests" DROP COLUMN "channel";
        ALTER TABLE "privacy_requests" DROP COLUMN "concerns";
        ALTER TABLE "privacy_requests" DROP COLUMN "outcome";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztfet327i177/C5S9nepeaxvIjbqera9mJpycdJ85J7JneO9PFQCJsoaZIlQ87ntP+7xfgEy"
    "RBiqBICoT3h8kkIjYo/TYe+73/92DtWtj2X71FPj74k/G/Bw5as78UPp8ZB2izyT9lHwRoYUcD"
    "0SL0sbmk46LP0cIPPLQM6KM7ZPuYfmRhf+mRTUBch37qhLbNPnSXdCBx7vOPQof8K8Rm4N7jYI"
    "U9+uCXf9CPiWPhb3Ry+s9fDvwABdEXCr177Cyf2V+JdUDHcc+WK+TcY8tEQfqYzbN5MO8Itq3C"
    "z6QP6aPoczN43kSf3d6+f/dDNJJ9z4W5dO1w7eSjN8/BynWy4WFIrFeMhj2jXwp79GtY3O9nPy"
    "9BK/0o/qn0g8ALcfYbrfwDC9+h0GYoHvz5LnSWDDwjehP74/gvyVfjhpnmx+sb88vljWkeSIC+"
    "dB3GMOIEDOH//U88bw5I9OkBe8Hb/z7//N3R6e8iCFw/uPeihxFcB/+JCFGAYtKIWznK0f8rOL"
    "9dIU+Mczq+hDT9ol0wTj/IQc5XZgpfCtAAkB6s0TfTxs59sKL/PD1ugPin888RyqfHEcou3Ujx"
    "JvuYPJlHjxjYObjZsm+LbkYwHrwH7gY7Q63ZIsCH8xYAH85rAWaPigA/0F8mg286fkR4R4L2tA"
    "20p/XQnpah9fDG9QK/iu57JxCDy1GU8KXfeSh8Xw8F7z37Br+fHx6/OT47Oj0+o0Oib5l98qYB"
    "8fcfb0pwcpdiSzg5CoCzDKdP7h1kC1bn375cf6w5W3OSEp4WWQbGvw2b+IPhyokKi5DYAXH8V+"
    "x9+5AWGERs5rXv/8vmj4HvPpz/vXxCvL26viiLFWyCixJD6OsDHK/LtgzhSHZiSCKXqSJUjI08"
    "u78zibqI/TsKWkDWWIx/gbDMgYTyVfqXCUp3DYy4ef/h8svN+YdPBW68O7+5ZE/m0afPpU+/K9"
    "+e2STGz+9v/ttg/zT+3/XHyzLTsnE3/++AfScUBq7puE8msnhM0o/Tj4rbq6A3yXC5SAlsVprN"
    "Fl4SqxObi5Q9sHk6p+rkuOxh5LuOjN6SU4DmslVzcVw5pTsdrx20J69ft8CWjqoFN3pWRHdhu8"
    "sHetCsXF9wSNWjXKbTDu35yVELtOmoWrSjZ2ULkrvZsGN9uXRDkXh94bo2Rk6dOalCXYJ9QcmH"
    "wj37ZNzr4OL6+qpwE1y8vykhfvvh4pIeKhEj6CASxJp4Rctc4DvXw6a0Ga9Mp91a79+S5y7+iS"
    "P9WAbnApF2IM9ftzq/2bD6I+V19QSPUeumMhZJQcxUWcxEjv+EPZn9lFNot5kGkYVivDrtpBIp"
    "7CSVd9Ij9nzh1VRrvOcoxjPeHw61k3o23ifiqCnn4S9S9enpr2JbcfXvZ6Ns9etXLUeLZ0lYK4"
    "Q7ILv9CJoesBt0jyUh5Uh6BHN7PIryWNrEeZDEkiMBLFms1N2DMI6n1kDwA9VEyb3zI36OAH5P"
    "vwpyliK1NIkrO89nmuRBmn+av99DT1mEWekioQDQn41jE8Db8y9vz99dHtQcrT2ge+vjNqK0ki"
    "fpVmQrd0kBXPotjI+3V1cH0TpeoOXDE/Iss7Cg2RN37gqXODsKqhy4dvCNS/9oif9VMskED4yt"
    "8HNn5fZVzS6pndH8lEyiI5rcLS5Gs7CKi4uWPVrP1+VPkEPntJJvxr5HAuMXjLzl6pPrk+THVI"
    "J9SyNm28N+N8nY4UN/pSJ4L8h9rdIkvOYF+lLCrd2Cd4cMK431pT/O50dHb+avj07PTo7fvDk5"
    "e50pTtVHTRrUxfu/MiVqxqu/qValamTvfhlQMP0ctTFWH9Ubq48qxuoNtw/bL2+eSpuIvhEWeU"
    "XqlREfejykQ3+DHb/ugM6fNh/OifDpZ+PHyM3ATh4bwtvwIftiv9kXNn7EtswhnRFomH/Rv1Nx"
    "GoE24wEMoTZDQTtMqA2+D50OviWeDgI+lfYsUVGACC6AZv5mROA1VJm3vNAlw16eDjisOIfZT5"
    "W4AHMK7a7AsxYX4Fnt9XcGAWEQEAbHFQSETVpih4Cwl7GTICDsAALC1IsPgYAwCLxR2KMOgTdT"
    "Crzpz3OWLmyB24xb81t9ZopFMoA3DGqRDWdMaaOcnNXrJmcV1cRGzn0ojPlq8DZyNBqC3MbfWO"
    "9urHgbmVpm/uY6UhAXiEZUss99gv7wN/SAvACNo3D3X15vQ9enKXtoFIhGBPzOw3gcoPt387ob"
    "hofrmQw8KXtsmbAT4IoZMoZGe+GG96tAGusSmXYGu/6Bjo6CuD6S38FiJyAfxWqniMo8OaMdC4"
    "/3TZusiYDVtYa7ElUn451qB1jP5jsP05/lB/LYVgkB3iq88QoMfSxQQrcs25RIm3Dj3kB9wM/S"
    "mBZoANJKTVaMAmlMi0QAahlUdgn6poOZY3Cz8dxHJAgXaywCVTMDFIKSKAQVY7hBbJ12kRSr5O"
    "DfVVlUvGdiiWkRKtlLFbkr0/Wi7iqUStW/DSeWU7JCddJbS0QPe0vlvRVnPnULjS3Tgr49CUZ3"
    "inIXkMPGVpnfK2JZuEu+SoEQeKwyj+8897dOPC4QAo9V5nEcONKpBj1HCDxWmceus3CR100IK9"
    "MCp1Xm9NLDqFtuR5ESEkmVY7NEYQwuXrXYFLRkSEyIf/jxM7ZRTSJVqf/oNJleCakUqC5ZdY7u"
    "IBXLgugI1RqvF9jzV2SzI1Qfsol0hYpuuT6WVDzLZG/VZowie95uALUs8TfNJbRC3q4H9xc2h6"
    "4ABeh+R3hu0L2u4LCShjui07Li4yTh8cMFm5zdQrve+ulEukK1QMFytetaumCT6IoQIuYitO6x"
    "qIWyDEjn5CKaRmOcHvCzGWBvvTNSP+Lnm3QeTbGyMV0Mghx+OaCuolkuncB71hgr9pN2XlOfkx"
    "5eumKUhGDuDFM8j8ZIhb4we0oOpltfY/mJgvRILOzuvJh+YrNojFLS+XxHnH7Em+Bt3kNdR6zc"
    "J8cMN3QARmsmJuyI2PWTc5vMRkUFXUFDG9IDVucbojFG9IBZb1y6dZbPPWD1Pp9NY8zYuupHXL"
    "hy7++xpbnI0IO88IGe7iv7WWuhgc4dECcCwlyu8HJX6++7fL63bDpdcWP/3xGqj2jKbtstuy9Y"
    "mwE9le3ddcDbYH2TzKQrWmtsEbSr+y6ZQkd8XM/a2Sh8zebQ1GsXpUJvsEdca1f/Ap3pUzSRrm"
    "sp2NlTfqOvizxKBDZtHAQ777crNtXPyHOSgss6wkWo2uHtKo2/jyb5HGobooK/9YDSZTSJpue3"
    "Rfyl7frhzrEF77KJNEWK3XQOtuLqersH83yKp3uXzKYpaPSpg5eBeWe7T7tGHcZT/UBn0vW4St"
    "DafXG9zSbSFaoosXrHHejqa4Ji8Jh3xN456IfO8wOdRmucHpFH0M5OGQbVT/FMuqL1L48OsHZd"
    "U//jvaV/0RUjHz1SIcEPnnfee1/YTF/YRLpihUKL6nzYoVPtHK7BptI6rIU4jyRAPQgH77OJdI"
    "UqdHy6qMxH4pNdT/XbaKqfspl0hOsJL1au+0A3orVxyc4X4c/xdJfJbDqhxtKsWtdKL0aEIjut"
    "Ui9G9trBNy79o1VcaD6ZhjpjQDbmsqDA7IrYDdlIaURTQY0tPolq/BQDdpgdCKrxp49mTdX4l/"
    "EgxarxNzVeF9bjF5xJCcObjqT91mIareU6o6mr0v9Af3wV//qaWOl4DQvI91+SuLaxVD2+9Z2l"
    "BoR4rJrPbdogHNa3QTisdmi793C3/mw8ISTDK5cMXxBlSbCyPPTUpVBNmRaqW6jM6dDHnmR/M4"
    "4EesY1tjYLfVGm0VCdt9REtCJuz0qtt7jlJO5oVl+UQ0qPlJTy3xHffXKiVHiBoM89bZT1rWic"
    "mSXlg7z/8uR9+Sq4O9a/VYwJAxfAxd82xOvUf6RIOY5IqsidBnIKyCkgp+ggp/xId4xz4blPfi"
    "QTVCSVwvNGWeWBjTQX8VCQVkBaAWmlf2nFx52q/3JkIKeAnDJpnoKc8hLlFK46pUBKKdaurJdR"
    "SsUy+xVQfuGxS3qms3/9AySXKUgunmtLNTJOx2voVz1rIbac1fc+LwstUAL7Rcgu3JEnIb4UqU"
    "CC+c9k5EFVNopGAqESAW3SEqHgEOgB1fN8pknu/K24Fk8+lYTtT9ix6C/8Qvn13jkQyNvFAY0i"
    "9yYeavp0rEkcxQyD9cdo/yfodhn74M93oROFxxrRm9gfx385UO5IbRKjwQA4qAEwStKhL7gTQP"
    "xljWy7VlssUo7X6flkKKRjrfFo/uY00xPZP5o0wy8fzq+uqu2FwQf8EvQTlWVpRXiqkSitosSn"
    "qG31C16GHgmeLx9r8lKKAxrFPT8ZauLHYZJUClbWNLdhjT36y6h4WTG2FoYXzUmpaRZsscrZYi"
    "HHJRMhj+YtRMijea0IyR4VpR0LB0jUDrpBQs8o9MtwOW2V4nLakONyWklysfAjEWWZNiGcUmiH"
    "8FkbgM/q8T2r5hBZFpVLBPnR9fhyJNoBfHzSAuDjk1qA2aOSw4bZpeIaDm0B5ki0A7jNCVx/AF"
    "fOX6YJChZvveKejh9PZz8cVrqYHx6/OT47Oj3OhIrskyZZoqq453KflLBWIOuEqmIpZWNKbVP1"
    "6yqiYoPZBFyQKttNpumC3JfhJG4FLDSZZF2Cm4wleUNi8ImBTwx8Yp18YtNQt8eL3utd4QZ9cE"
    "h9cFpitCoi1+TkaPrT7oi37sboEi2wWmlW+5j+OCqHUnHO9Tqla1XpoQ6Oyhy3kR+YHZPzyrSw"
    "uZVmNQQLvQQu7zmZYftRrQhjNcllmAaaU7IjTjL+at+ZDEpu+10SGehXMD7eXl31ZqGt6FNJ59"
    "qkl0XJByhdo/otN2nL/hhqStU7l6m+8UKf/uaG0jClEbMmS3cQj1W0PAxYvMHiDRbvKSmUg1u8"
    "wSb7ErQ80OVfApdB8QTFU3HFcz/xK7c1kv3tVnk+BCFefyEeryXzRDIC7UT4+UkbGZ6Oqnf7n1"
    "RLTzO4zEfsETppF1lTOAE4ClWWRaL/S2ypdDxobS20tg3y/SeX3oor5K9kUK4Qagj3/HUbvOmo"
    "+iPsdQVxGzn3IRUuZMDmaXTEuf9sIfM315GCuEA0YvzduU/QH/6GHpAXoKFkncErrKyw3BGdEY"
    "wItP/sB3g9DsQ9V4NEj1TelNXHC0SD+tVVkWwkHOsJOHdEroBpiUy7MN3jNvfdcf11d1y57Rz8"
    "5JudOxhWqUFUV1lUt8maBL65Drs5AgTkwG+V+b3w3AecNFvrzPXaSYD3KvOezded6VVq4LbK3E"
    "bE3O0qF04APFeZ58xjIWt842lAPN4qHm9WkmaKjEA7cPuv2uV698ghfha/2BbjMp12UB/OW1Xw"
    "mjdU8JoL2tRjc5eEPRE9xAIpfUHEXvkOvC4QghCgMo8D7K39KNdOysBboNLvAG11fjYcn5XT09"
    "0wLFzP9IkjClNt3k9VathUKm8qiJXVls2VuL/6ODVOdlpQvYliuSRZcSNxWs4PP7ZIyEH+dLd3"
    "NQmnUCUg9DfYiTCK0LKwqOa0BFZfsgk1RYw9TauK77Ck4lmme5w0g2QRnzXijizQuwH1Lprpik"
    "6kK1Z8Olp3nMo90nVEqtQ5tTtYxVatOkIl6njVHa9Kqy0dIRN0jdjhGix3q9ATMb8H6YqrUqkj"
    "SKKs4+5gVfOddcQMbYj5gJ93xOp8Q37Ez5qKoUy0Mpcr5NyL6rjLwMRkq7fRRJpCRYXRNfF9ZO"
    "+6nhzHDZ0lXtMj/V06p65bMDOAoeWud+F1MtX5coJV7eXAsl13V4UnReuKTqUpXGS9cb1dV9X7"
    "aJLPoa52BvytB5Auo0l0PaPowb60XT/0dr0C32UTabqYcqRMxw36g+sjnUxTyDY2chwqt0ee1d"
    "21nE/xdO+S2XTdkhuPPKLls+lh+p39XY+vT/Fsn+PJdF1oCWRUr9vVrpXg9YXOpClYLNmYbsoe"
    "DMsfoplaGpanCBWxqJ5CArLraf8+nqeNIj3JI8tFYbAy72z3aVfJnU30A51H0wXFEpR3t8p8im"
    "fRdTUlIDHTjM2iW3bdfQlcb9PpNF1bHl66j9h7jopo7gjZ52SulrUzJ7nMUGiRwKQHs7fz+X7O"
    "prpMG6VouLaI80gC1IMM/z6bSFOknvBi5boPdF1ZG5fs7AT7OZ7uMplNI9CkCmJVvbI1RY3kSw"
    "UnjtnLdD5N4C2edMGKCaBLZhTtA7Pz8oSagCZZdy3SfAR111KNqL7uWqZ89Vt37RcqOyUFWVjm"
    "wsJ2lw8H9Cf8wldBx98Clg5lsyoM0TMWYWg+Io+grPg3/Q4BceKa3KFnH/zjHxm3/PhFfFl116"
    "YSexz15i9RfEVkX0Q0OQu0T8NFkbdckcc8ehSFfvaP6Adk/yrW6lzaZPlgRtnZ0TQW/QtbgNFX"
    "hWpze6s2569cL6gp5F4fm1+k0rCc0BDFo4t7VAJtAamGkM9fH7epecOGNdTKOq5UvglIIFehJS"
    "PQLudkkGJk/DeTW9Q8mXZYn7TC+qQB65Mq1jWurIZChimBdvjSldhyMTeu5grEChUnV1MOn2xa"
    "TSGnoSiOljQscv/eCWqSp4qEJS5PUuenX5f+7/d/nM+Pjt7MXx+dnp0cv3lzcvb6jI6NvnD10Z"
    "uGxXDx/q/vP94Uecs+UKpqqGo8GP6evnO9yFRDf6+oqfSF69oYOWLMK7QlzBeUeKj7JFW7xj3R"
    "Lq6vrwqH2cX70pL+ePvh4vLzd4cRD+ggEtSsdA9b9F5YBqYfoCAUXN9f1si2a08cAXmnU6cT+E"
    "ev58OeOkfzN6fZOcP+0XSyfPlwfnVVBfiRIBNtiOSa5qhGXM3ZJ5NdzswA9iBMmmxCm6OCs6M9"
    "2JxhUOqK5Km0E/0HqKFUNXu2NTwKSKFSbqmsT2rslZK0earxLrzXWgnZvK2/PfI8FSDfDfnMs9"
    "Ie9twZA5h3wtxG9ChOF2+X2sECejDjqGzGKbgfpWrH8oTAY5V5XPI4S9UDLDmrgc8K87kYPSDD"
    "5iIlcHkKXH5aCWyQ9RptiUw7lXYQb2Excke+uOaoO0qRlqyT21BQB/BFsDncWB3ZXKQENivN5k"
    "fs+cJAmlqrAUcxnt3gcKhLMbYbzA+P3xyfHZ0eZ+aC7JMmK4HACoOZClBF8wZ/qzPCZBQ6uJWb"
    "tsbl328KuyIVJb77cP733xV2xtX1x7+mwznR4+3V9UXZ1RnaovikergzAkBbHm3i+rKhpByJdj"
    "L0UAGkyLE8l1iyUJfIAO6WcLusmm4HOYenAxuAykIO/cRmmWOyO6pMB1uq5ZZy6P0rCzZPA0BL"
    "At2pT2mBFE4wlU8wtGGJreYGBQLlojEOqkQJkWcSwVB8KqTESVYi00HTKLeSaddLpqmZTDUkys"
    "OPBD+Z0ulTFUINb48BwrNT2DqmU9WQa4f9II6SFLwNWQasYqBkBKCQGoIA6/NflyvcIYS4ZoZu"
    "V+h0MO7xAk2qAEiu7yJVnyn26oIusbCjYGvJEyMngWPiP9V+V5UVWwX3B9fD5N75ET9HEL+nXw"
    "WJ+9alRVDymaa5TCv1T+jHHnrKKmeU9ilFIPbiRww4//L2/N3lQWXh9gDsJ6RTjbYyqNxWFSNa"
    "KINUs4p9KrbtWrTsC5tDH5yLMQyjd3WYyh4vwUSFnl0rWedC1Fs2na5Ysf/vCNVHNGEzWzM6//"
    "L6KDv5P17LgpNThMjDPXQj+IxbdiOYCkIdywDGzUmXSVdRMZ7t69lp1p20WsaOS7ZF94Il+AE5"
    "zzcu+7OljHaD7rsc9NtLoO1HQot+lVkq45f8Ro8tH2xlT/PC6UkNA1aKOUY2keuy1Zs8iRpNxY"
    "+CleeG96vs05QdQlGQfm5WEP5PY0nCWKgT1CTMpL36ooS5UNlvVcJS7UCozzeCNaGhPt/S3ciV"
    "5ksJ+jH97vUIKJp+z9pYfs/qDb9nFbsvxE53Wc3T89Yqb/ZUJPlBwurJXZJtAeVIBrV6Tg/MXB"
    "Zpny2e0wxUg2zUg360fPHp2ZoVkbl3MjXbSYntHXHtrXeRiphyx+N2QINY2dkRz3Zq4TThzM9H"
    "Wbu9lI2jqrw3KnwMcYG6lzCiXtlLFc++C9AX68Jb2KrUjpfS/5ourLaXVcJMdZWSEWub1OuFTm"
    "Kcbh3Om4zXsHD40byFXng0r9UL2aNK2SRLFJ7SEJqeUWgIcP/F8ClwbijobdJcCTOn0qjsbh8F"
    "MKEEu/hgaBUreNQQK3hUjRVU35igip0Ion5UUcUgRmUEb2eTG6+me6+0H6+lAqyWwCzryEt/ZN"
    "mTl/lCi448Tm8ue/JyHXAnR17upa1T66IYOIFel8bG1St2LL5seCdeQdEr+i4I9ODau4/PDgXW"
    "nAYXXzIeVI0Wqga0f8rBbSMOn9ZLw6fVCmMeuhOIaX/7cv2xRuVICcouU7IMjH8bNvEHk9W4k2"
    "IREjsgjv+KvXYfhwUDqOA9rZQDKVf+KJ0qbIJyORCoHXTQZ+2gOCiZlRwUhQfUnx9lOu2Okf7L"
    "76eQdYjDKFBCHIbScRibcEEP+JXIslp/YxSIdro11NQ6R7senHC9wAKba+3tkBNoU5C+t8shW5"
    "Wm/K0rpAWI6yHuUN69RAvVVFS+F1j2vGSvjIxEm32zj14ZDMXunTIK1LDDVN5hUFv/JXEZautD"
    "bf3Znr09WmwoyA95EWyGKuH1vByibjWE0EAIjY4hNDVRHrJFTCZ7gDQXVPDDBZt8gb1do4yyiT"
    "RakyWoNhu605ltcGesspl0BQsqvTSXMXkkPayjz8k0ui4iKIgDBXGgII5CmErk1HHygKiSSkFa"
    "aCinUhRP+k60S4st4jUidiXJbkt85swoDEjngkDOPehcM6M+kDNmbgXohtL0KYGGoZzzkzaxnH"
    "RUfZX0E0HimONjkVrbEI+Vk2iI8jA5Tj7zB3TAukKonTNhELxt5NyHwmq89VDzNBqu6zY5vfUp"
    "vZWM3sB9wI5pkXvsSy3oMp12RbWGyO117oi37uY2KdGCv1llv0noZEJzp8bEVXLgt8r8Bnfoi2"
    "AzuEPBHaom/FPoyqIPnOBdfgFtWaaK6g59WXas6rDFFp37W4XG6II7tskaXfQAD2qOTvVbKP2m"
    "UKj+FitzB1tGmU5Dq9EA5QOUMhztN7R3aKzBnvCyFE0Ku9+J0wVC4LHKPJ6WzQgSJTpm9oO2Pa"
    "C2DRrhhDXCCxQsVwcCXTB+MGvSAhdsCPR40j1s6IH+PhndIh0/YnBF2sBheLXi8LSFWnFYvuxy"
    "tYI9KqlwdAoBvvXujIxAg+iVsZ0ZbvQNBVHC9RV+OBKoCtfMkA5lf2rC2uvZkRGowQz2Pm2YYb"
    "mOQJKrtZumw7UpctJbcaDQodqhVB2xnALWde/reo0s3EHF58jAiqO2ft+xfEyBEHisMo/vELE7"
    "8bhACDxWmcfTssYCmzuyGX/bEDpdF89KgRKM7ipzWf24QUU4q12cmyLdW3osojKoBZ7Vt7ti6p"
    "3ICp89nDVa4tkwk+lsYI3X3BoPnTUHbBgSelL50clwDezwpezG18dnbRIc6bD6HMfoYblxqbeW"
    "61aRU2i4fvv3JSVwyBV8LxKBMbdszMUOfZ/ISVGLKEcBcFbgFDaHb4gLTsZreMq2ub/mDbn6c1"
    "Guvh+YVEIkdE4pr32FUDu8B8glB3vVS7BkhBurI5uLlGB8VpnL7MruwmOeDjisMoeZJyj0pLRn"
    "jkS7+7A3+aNioaw3pPFN9cKdyxFn1rG3bLLp3pK9t/ZuZ3CMUWuyOma4tjE9mjlL+84HLUW/pI"
    "vCw3fkm6BaYfJgZsSEcnUHIVOUPRsjU3RS1orhudFfa7ps+Rcx/bJGtl3f9y+j0gnUo/mb0wxP"
    "9o8mKL98OL+6quK5Qv5KWHuZOMh7FqOZ05TQXDwH8ecTw7Np9ydheJkMSAWEi/cfzz//X3Go9o"
    "UgbO/i/95cnpdtGexSkfMqcSSQttXsPE7v1B09xwUP5TRx3eo85laVcp5jbP232+A7Th5vF+Go"
    "DrtywX+svf945cpVikjHa1dadH5y1Eb9PTlqKAB9VLYIexj5InG2Ht+cAjycLTycjhvIhT8k47"
    "Wz3gzSNnJaDg1F4vcmZwe1yV03JhcIwdatMo+XK+SIyjI0WbdymqEsAHrauCTs30OqA+fkAtmR"
    "siZQBvKHjaoAIuYiHrdHRUC1yPG9Cq3DaAELN7xfCc7/puMhp9EmqGkUAzhXfeDO3NDNJQc7Rw"
    "S4d8Od4WeuXScQlA1nEk+NQbxA1STuaCXqMPGlotX62HsUxZM1LVyeClZut5VLpQLHXGCbSnlS"
    "2BfpAP3u6HdSlAqEoCiprChtUNitymeBEHisGo93UspapFim7U9busl2SLBUQf3oP79yV1U3tK"
    "hieSDWdONns22KbjRskHilIhoP+Dn5W/RFoJC9Srd9Q93DjG1tnQ05hXbuhqM2npyjek/OUcWT"
    "E+8FCXQzAu3APWvjyjmr9+ScVRw5a6GXt+nsWIv9vJMO/hpZXZC2MPRlXFANfjnrAhOj5dZqSg"
    "F6bbeFCvacPVsUpE+KMt1Ltkaq5h5SFzztKgspGR2qbmmhc0L5dIO9dbwkKopy9nS2RVVmik2Q"
    "jdymLB/8vEKBgQxKZazRs2G5xhMJVkbyXuM8esI+ckM2znOfjBXyDao/G6EfItuwyZoEvvGdj4"
    "OAssj/nYEci1LhjW84rkFZEmAneHVQ4uNoL/7V+dX56mG6TP3ANzfYM9fECQP8dWZ8jVprFT6M"
    "5vhKvyVGa5/+y8PGR9fBxp3rVV79vfHVvTPjLxwP9VnWBvYMSuH/6jAan34zGye/ijI2+gtdC+"
    "kXmhnxd5gZyTv/8Z9Xxld+TgqAz/6kaJEggipkfPzlH9F3ou+jv/Br8mNNCz1TMuJHz1YUMrre"
    "KLb00xQP9vABb4KZ8Toa5LgU3SCax/i6oS90gmgC9mMZB9w742lFliv6Af2UQUH/h35lDbJ+T5"
    "//iT6Nv5m/wY7FXkP3FyV32ZaIp0mMN2yqhRusZhHGlCIaHzGd8TF+N/0Sy9AP3DX2st/xtHLX"
    "3CuNJ7oMWL3f6Asnht1oMF0J7MtSvCOkHnC0EHKo0+FPq+doPPs19Eux7xiHdvrpP5HjUlY+/+"
    "p4IZ2Nfgf6OfuS7hM9Fo3vonn8V5vn331v0J9LbPqtkb02o7/ThYXu6A7kCOhZHq4x+9Ez9o2S"
    "2Y14GvZl0T09tKI9skMsRp0RpP6irTWCQAxG8Y5N16SMDYSnATPIVjOI4Iiuot2g8AipO+k+ik"
    "ncfaccVi49CZiFtAByFeTkNpeAlqMAQIXxWLm8W4S0oR8MT6RGswatOsLIc0Q1dmjVO4PXAqpM"
    "aU4pL9NqYzXsI6scAk/0DDwR8JjqhjJCfpFKOzF/3q7sUEPVoUraWqYny+6lIiVsJpU3k/p2/6"
    "nYJPgDihnIpHsjc0Q7ILp9r0wD0On5UaYaQVhdun0gu2GOkKmu1xaNp7ndurt3qmAarqIvGxbb"
    "FnslDcJbsc9t4cNHxF5h6x57l07gPR8IvX38gNkWh58djW3n7Ts34sRh5s9Yetgigf8n4ytas9"
    "0cuUTokUkC8oiNpxWOnE/42VjgJf1+xppuVuaeYRJvNDbm78zw3cw9RT9duO4DtgyXrqWq02/k"
    "90e+P9bjmnf3fLplwumXy5nx6fz9O/Pi/O2P9K9X5x/jP83Lj+8u382Mt9efP1++vXl//TF/Ke"
    "NT7NNyPQt7s+ivUaCHkfgHKfot3TjlyONiVQb6GZRCVDTWWPke60OyoFgzZt6mZsy8vmbMvKwe"
    "xkeB3PLOaSAgtnO0W3TCSbk3UwLtqk3179uESkhD9tGYViUksCnNdLUpqcJa7WwgEEsqqWB+iP"
    "KvhKrlhzQ1q1GpzD9Vp8Bo/X3ZZyKfhoII6DJ70WXo75bLmswINIR3gLxJ9CAXkJkRaAhv//1V"
    "N65Nls+mZJvVIpV2+stRK/3lqEF/OarqL2hBbBII21bWB1IViCCWqqDE9BZL9U0gCTdHUH3Tq+"
    "heb+GbbBe5YbAJZRAtEgGolZjY6BvIRcTmJGocGnrFwyLvnsh0SMoJYHVXezmzX9nFrFekhEgx"
    "la16Ft54eNnRflshBl6rzGs/dHwcdOBzgRB4rDaPl0vs+66UZl4g0k5p7N/0AR4vbfdSxTlT70"
    "Lgu0iSJTY992nHJr3n5BObabpsr3bnLaQYU2VS2BxSAqLPbjjlOl/jti8+Jx/dgNR1uUiezba4"
    "opxo2PC+qF8gBE+t4CRwW+3FbQXFPgeU3AIS2FiyVC1Pox3Eh61SDA8bcgwPq0mGMWJYqrkjTw"
    "Mot0IZfxNHY93QBzUg5yQaYNyka1z+/abZvFxos50OL9ucBYCLVvUWwLVZ1GMDDkHRw54gYMfo"
    "tNSnYMcousVIN0dOgRDsvqrxWMJWNayVIbZaCY0MmUGr0cYQGdBaVky9WWEjGs+SCVFc2tO481"
    "iNSvqPNaux6TrfR9mADn7CfhDVLo3rYsa1L5mhLqrt6eBH7CUpkVY1W3KwN0V5kfFvjouMPq1c"
    "mw5Cjvt7y6XbxYsrb2LECn+ymm8zY0OWQehFxTB9TBeyxb7UI7GwOzMWz8bSRn5UPjP0KZeM78"
    "JNUtDsD9EHrzbP3//qsG8aD/y6JrZN4onod2CVXaMioNGvpdPFT373yvjqu6G3xF8NnxUxjbNC"
    "SWBEGaEMipnhh/RLUvqvdPMj8vv4ZxmvX81fHX1tnYsZYVvNxAQDkJoGoHy/tg18ySkg7qVZTu"
    "4Q9xLvUSmPX0ahgVoydCguiMnailAVw6ukbZCn0dC63Y8BtiHhrcbYLZ/uludVTQzwtulu/EpT"
    "K9ntMwpqhP/PSYuVRtmf8UpC9E8rTUfydVwPOa0aH5dEZrJt3Evgu/gvPusCQMXawz++ef27WC"
    "4P+Imi4iVMCnc32BFrAUO/NC6UElXA4av//xeVyi0mWzMz4iyvcRKpGP/lZ10RLOSvFi5l5fdJ"
    "74Jokl8Pfj1ImxSk3zaeNGFQjXD+C3RhnKZUPo0ujKNdXtCHUXnJoACubDH8HSvgax28n94zEn"
    "DyJACouGuD3O2W02iD58hVkZhwJLGE0+HawN3b8lW/eAvUr4X6tUpos/E1eCBWaJOHs206LXeX"
    "Dhw0u6WK5YwJmygI/fRv+IBOUSbDjmWGflydoTjFkvW6jihiYvaDbPKII+8M+7izt6b+2NlHSz"
    "TORxC9if1xvA8HwQ5d0pJVJ6kDFqm0C5w5bqOoHNcrKscVRWUi3ha0IeOogi8zBHpiNvhiZre1"
    "cYlIVKlHmKfREOT5cQuQ58f1ZTGPK6dEFH6BRQZR17UxcmqOCo6shPOC0g0FdPbJuJfdxfX1Vc"
    "E9ePG+HBZ6++Hikh4fEfJ0EAnqVMUnxxSW2W+Em6MCtCXQzoTB1ldgSjDiDUglJ+w94vTLDH0N"
    "tgrQbYjPFbRkzb9/e6sTT6WNIWTsatyuL1kEPaUAxLshvknjRKUCygSIQzzZ7vFkUcioDDMyAm"
    "BG78ygujlZR6DJiTYFOhBuJISbRWjdY2YQkYpwLVKpsRG0KgnJAJNlCk8DLOmdJRZmtmBPdDbV"
    "SkoFGm3EpR4716fW+iKeze2jcyptEO2jcTT2PLlKWBmBdgE7/YfF07fL5YBkBHAS934S3xHPD8"
    "y1TMAPT9Lp1FAsnbPvkzhKypODlCcBSEU1ZXM/s4TnIaPR71Ru43c4rfc7nFb8DpCs1OVMnlyy"
    "UhaEIclkng5YrDSLfRwE3eo2FCmhcIPKXFY/MlMV1m6NjNqeCVMPaG0mjAyYSna9fxFRrvtYo7"
    "2EuZZWbR+4bsiP8URTXK1bQc03agFQ+nrj4+3VVW+BwzlboiIrAudLQnft4BuX/tGmvPNP6VST"
    "vG+bqztH/ZeEvcOlgfoRb4K3+XSagCUdin4beVWFgei3qcO1MQw9c8tuT63+OcpHdtLkYoNq3F"
    "aUtbxBxDJc+sC4vXlrWOg5KjdEd+EsKYjEBsUBrt8bTx4JKNfiCkJMBmVFkvxZUv4o3q2CQktj"
    "vlyUak0sLj86z7fOEqgLOdavjCuyJmziKKYpekn0PZYr5NG/Ui06yvX2cVT+qT7Lung90B/H/p"
    "cfb3nQMCRht9p4aiRhJ3ysqms13jAkCj4s6GjTlZBEqDKlq6W0rlbe+lgtLnvPWp9GvsJood6Q"
    "rjCxdAXIZe/ZC3MXlXWV8RRmBABmGUzibMLA7FIeoEypDbZjFwmIWtR2YkGFFHjQjQdkTTVNmR"
    "M6J9AG8v6aNXO1eeXWc5lSG2wh/0NzxMENBr4bldwMKpcoib0IQrtw5mBotAtHHg0FipNAwZAx"
    "3OL1tkowXAxruGC9SoU3Wr3hgiOBAFLI8t9vIlzaRETSOl8i085EP3/d5qigo+rLhbyuVhWq0/"
    "fqc3401PP6S6Miv8m5PJLxGi7WVmu1YalW7fFrQn+Uydr/yEBcptMO6v5TrOqSAZvrrAgTAYeE"
    "lw4NRyuz0rv7buO5TGaWzrnk6bQ5gHvLuqRAWVIncJEKDoeth0MM2JquQGG1jm1Ic4TagX3USk"
    "I7apDQjqoSGmRW1aKvU0LG0l1volDBLowu0ULqjcqcxlR76sBkjgz4qzJ/wacEqVUqQ9lUr7se"
    "zsZ63QM7PZSEFDyekK32IrLVKidHFf80x6ot+nxHiykeF1sZUDwtW/jxd/LN84lrAv98Ka+t0U"
    "efpNO17Iz51cfIxnlG05JsVthjaUxx73pWMshwF//Ey8B4IsGKb0aZNadEjv+Eve+Nr4mEG832"
    "tMIO6/hO/1qbvzX627fHHtRGFsClO3hYQbwaqvDe0AVR58pC4gDzaQYWNClRl3+/KehPleJfmQ"
    "51df3xr+nwckUwsEy9QH1WCXtFCwYrcoJNjr/q2ysU4ax2CqGKknPfEbCgvaiuvVw/ObdJ6BbT"
    "yQUKTGnENh0mibtrqcOcG0+u9+Bv0BL/l29QWoNKJxbVgQiy4z72jpGGls0M7Cy95w3l95+ofu"
    "Cn2kSkf3hUmaD/LYhtszoSgfEb9tyq1jLC+1rUfeCD5aDEg0K5KfX6Tb5MZHScIhXoOR30HBvR"
    "s/DODaXqxxaItIC91OCyRaRDfQFZqB8LuoaauoYqrJVw6DXGy9dezs3h8r2FEu7hnt4pmnt6Wp"
    "wWbr10NfYA7i031bTWb1twS1tXpTTRzyyT7ECgw8UPZts62LNR7RU39GwEroHiqnyxhsRea8R1"
    "/VKYXhlX7hP2jK8bj7geCZ5jj5FHqNoUdaP43vj6RNfYKvhq+FSgw76B1q5zb1Bli+pkroN9oR"
    "o33tuj6oHuBjsm3VPEjmbwcWA8rYiNoxcvibcMY48VGzcz0F3AXspq6IR0TkrC6hl67tP3THd0"
    "2LyZL2zjuQv6WhK8Mm6ojORHeiWh70xyfWasOCGlv0Ee1SjrVcwICIGCyf+zh6qCL0Xf3DErqV"
    "6TLDFDQqupUmqo2hy2Sl46bMheOqymL6W7v4r2tnSPnG68dI/DYVd2H+ke8ZkpC2dOBWDytdmi"
    "pkyLZ1F37S2dnFKiEfGcTyUdlFi2DKDp8PGgPJ0KkthhP7OLfahICaHzKpuHUmlV5hDiSLRJh+"
    "yvcEWmM8humyIlbBuVtw2vd7WV5HkaDWX4/svqgJV1HCtrjU4qb2MlH9KZJraS25oB+S0MFtZe"
    "oVXYwpqBLzCy8oxpbtGSDBy+Gh9Y9sa07EX/l5AC0vH9SAD7hbYYntDm/j+uv/+PK/f/A/1ZMt"
    "Cm4zUUrvovhrNAPjZDT8oWzdNoCPJQxUQmFEM2WNmWsSPIPHyfdJ5ru7hzCg3gHrokER/wW4pO"
    "bVGfU2Q6ggKdTQU6wRj7EqxKEJKpLZsr5pd6VbZ6yprunZmEd4lO3GSWH37c3nC1mtcxzXXQ3K"
    "E2j2nqjlQWPaULQENaSP7mLg4ExhH28azJLvJPdzFGdwLKyqUbH3uYfh4dk9CSYIyQ6Xq7CSj3"
    "A1pONujZdpEAX1agoybqKScpiw9kGRj/NmzSLf+ylR6UL+hFSOyAOP4r9tp9rGkGUbM6WtY8S4"
    "ufTVBWR5NTSlhKqSH2r0DVaeUrJq2PEPZnUcTkBeicCoRn5YTnQsAKdkQ9juujVbDYsQahKgcs"
    "Il4m8CcbD1CWoVzg+9DpcOzwdGCbUfncsel8HRjMkQF/Veav5Toy10o6HI7Cyq3iBiJfV/2tko"
    "4HKMtQehj5sk6slEI7J9ZJK+/sSYN39qTqneUsQ20h5ki0w/iwlT7WoI5Ve5ek9jbJe5Ong4tT"
    "5YsTnFbaslnCaTWkdyEpHS5wMORFxRtiLzekfW2y3fwMXLmKagvkmVEYsEEerhsKrom9uib2G9"
    "KplIW2/8ghi9wLS0LWw5tTaBcze9qmptdpfVGv00pVrzhDWLZ0WpFKw3Xcc+00qE83PMYgV2or"
    "V1a2Uuh3YnSZFhRFlTnt4Uf3oROfi5TAZZW5rETvAuDvYPz1l+5G5DVu6FSeUYxoL/0/4xhMB0"
    "kZcnAQFSyX0kE5Gg3N0q1gZsMaTNNVoPG3DaFbo8txVaCEE0vlEyvi1bO5RqRjBo2AHjiuMsc9"
    "vLHRsqOoWSAFPk+CzwvZVsVVSmhZXIAWysYPAOoaWVh+rRapYJ2WMh2YG00S0QIRAAoV+PdTgT"
    "/Z2D1ge+vjfpJBVKwMVTz/atprV8+EPpas3j3LC8egbMEt7oggph8u6spBSKTcnjO0b7AX18ia"
    "pFjdnJfM2i0k7eR2Rap9Q8SJAvVILOzuDNNPbBZNQepp0/V3xqkHkYV2hecdIvbzrY/uJ+wnbs"
    "YoTH9cd5DoAtIaon4O7Sv3/h5bO3SyVRUqqdjPwiEfpJe9GNW0TfALFR0kw2S5o0oQKls8yOrD"
    "ZemNYmZHQr/xsr8cJJns9FiGFrjTaIHLWFWBn5nQa2I1kahUQcFs3s/Jp4hhhZnBK0lbdZdF7Z"
    "LlScbLght+7faWCMcOJTkTX04BVuhmC5+wJslwphJFMd1qLMkXlEqlyd9beL1xA+wsn2tSZEoj"
    "Gu9+ko8dKGWmkAKTBPaDJDANSWDviRv7vtQGT91w7rG38YjIdt2Uu1EgA6hbQL20ERG05agXJz"
    "ICkCZEUGKrW8urCjEkaygdcEOlwCAUaDbNHUBzqk7KjWLmmh57gCLHf8KCHLL6vgA5hQ7VAJu2"
    "xhBNARSK952OiWNyhxSErkFYkEqWgzZhQfuxHmR+O4HdgPfpbS2uIeExODj/9N5IDZ5GhAy2DO"
    "IYyLi9eWusXSdYzYzFs0GnfXVQYoQ0cZMXIhoN1odpWB9iZlUY0NRtNSHQUCFugjcVk97UqsNv"
    "ytoweCzAYzEl4QM8FhP2WBSjYASCRyVMpln64E+iccp7JaBWynbNMksHFPAawwZZLywka0KyP3"
    "uRaiixYX/Fplo1W2jotVBttbCme8WVwjin0FAsO2uB71ktvGcVsSztQNV6AacEGmI7SKuQDZLT"
    "KdLxGuI7SCGLvbgLlMO5P38B9jxXquRcRqBdSZD+e2aJApFr1+hau/XZm+abVKKRWaYciX4L9a"
    "jNQj2qX6hHlVNVmNxY7zNMx2sA7dgOw9EdtC8b7mmV/AT/LPhnlQnDUtferMg2AV+3Kr7u0rJV"
    "zJSvYqEGNS35H5iHtSHjsPB8ts2OP0AEQbIYKaYrbHjuU/T/dfytDJusSWAQ33jAG/p/p3usgf"
    "xrtiVGQGRCq+0DkQkK3AwQmTAx+wyI3yAyqiTcqBseeUWcB3qMO2LxhnvaKNzYdJy5jAaOEaQQ"
    "vS7GUrqVGAgNYwkNwcpzw3spsYEj0VBwOJy3cu82eHfLsgNTmmQ7ufE0GthvS+EJbVxmZ/Uus7"
    "OKyyy2uooK+LiujZHTZKsVCWgLSjYUyNkn48oQF9fXVwXD7MX7siH89sPFJV3bEe50EAkKZwiH"
    "dnSHWOl5UgG93ilRpdTiBAH3hGKGLC3cE5wA1VY54khAMyptmtDHniScHAkU525SM9m660HHvE"
    "qmmeb63Kpgcrtzu0Mi9EX+fijIzQPK7c+aatz70dffYT8gTlQp8u0KLx8ORGUQy2NmTbq7lY+m"
    "KjwdPkhJpHQbh55dMfr/crBy4zQIi9KhADR6RTV6xrwK/PWaZjJcCzm8nGZw3CYQng1rSDU4ro"
    "TDp/ugLcLpeB0hPjlpg/DJST3A7FmpMXt8vlQQbtZscipolaWyVhPdXt101wIlcFllLrthsHTl"
    "TJ4ciXYWz8PTNkblMsM4o/KpEhktim2YHhNaFp77gJ0Oh1KBEM4klc8k+tPuiLfudveUaIHTKn"
    "O6c4ddaK07GR5PywcCbO7IZvWDxKZhvAfH0gsPuVPRfi+bpAFupl7cTPtxinyMmVhxhHxMwpzq"
    "nR+MYBB/h+VSgS9q5nXn2ha2INNhGi4Ojm+tOZDTjBeM/1oDLnBtIeI9UkG9oSNERqGh76P/Zh"
    "D+yn0SrOp6fDMCgLcFvCs2j7y6yJGBRUBlVTHqPCM6oGrvBI5Cm0uht/SsBfI8bJkLQV50vZ5Y"
    "IBo0Zk6VbSKhd4MtQyNbhpIRczuCuaGamySYHAmACWahF2AWUnKtdjYK5aGy5YOgB0Q/JdNoiS"
    "h38kkHH+dI/8ujb7KEqWsJ5Q8/bu86/z/eW/qXycpV4o7zQxkib4P1DV5vbBQI7ZH841mTWTIM"
    "1maQjBy6Qy3YJ9WzjNXbJ2WzfcfP9B3PjNMm1/e0Ptf3tJLrC2bI4euR+27oLaWWcE6hXfDmvF"
    "VF8nlDRfJ5tSL5GlskFHT+bepYkFIAwm0QXqL1BlFxVQZjngZQboNygD2pVZyOB3RbrWHXCYRF"
    "thuWcE4CGLfCGAIJX4J3SH3juyqs1c7GqYRJYzaZanPXYXDv0p94yaLhDwQWkuKAWWPNORzQG3"
    "+McnOVLnh0xC8HHl6SDUnuw+oQKfsJtMfruz3eA/19MrJNOl5HNb73DMHC0m+LcIFIQ5jnJ23C"
    "iuiohoT1SmDRnkULNW36O7qi/XDxT7yUWrsciY4rdxjt/ZtUB6d0vBb4Nmk3Q1TtWwVrQWWWer"
    "DT8QB2B7DduztTshIOR6Kd5eSk1elx0nB6nAi6alI5oYPZhCODgFqVTSb35BE7ZrjpwOMSKfBZ"
    "ZT6DBVRbNleMdfsxKX3AFkEHAlNS/GDWZEJaZ0OGC6/xV2h+ciqoeciPIb9hsBjt2WIULYYYMA"
    "nJrkilhTxdaprepmnBUX3TgqNK04InYomaSdUGkGXjodWRIJdmhcn9SnC71sKZEwCeAjyjs7g9"
    "mulwwFKU1ktsqcM0Hd/PMbrfaNFig/Q2KvJxvYZ8XFWQY7FCAtycQsNbqv+U3kfkEeSI2vL97c"
    "v1RzHEPE1ZYyHLwPi3YRN/sIOBE8IWIbED4viv2Gv3IYcxjJoNb2UbW0lgYxNMuzcJKJMzCKeB"
    "cBrlgR04nAbysbbkYxWkGvRIT2k/eLZ3hekLm+kLm0gjqIa0o507Dl3lS7zG0fsq5rTC81ljp3"
    "Nu5H7Cs8CSBrFXaugl/bf8DEhgiyspNGRGcDRagjxAnlqMGZbK8eFpAOeWOONvYlG/OVRIp9U8"
    "dgBLhJ9oZW+BXKOFPTbkd5677mC34MjAaKG00YIqiMTuwGGeDkJZVObw4tlMk1JKamlTI3COCh"
    "qBSzQChz4b+u+oJxKsLA89dWmOVKYFTqvMafDcaMtmiTBArso68dfE95G9o5WXN0q+S+ec7iLY"
    "n8U3B2+L6beAcjsbsFnkdu+xlvyrYqtA2rwbapq1C/jZc00zuB20vR0Kfv3qRm3t3K+Sgoe/pD"
    "Glh54ErBwJFP9ujpcoeT93DZooTTfNBbs9cqK6bbeXXGaLsgeIb5NpJrl4tyLL7Vyl6rtsGNau"
    "d74UxhDwjxvFRzcZaFI5cX8VXoIVmwiiCfYbTUCXgu9KuWFzCu2Src/aeGDP6h2wZxX/6+KZIr"
    "emO1qkAm2xbHOEYNyWMG4jueojSNvKI/3nRcRntgS4GYF2Z8UgZV0sHAidYPUA5xSAMBQNBWvI"
    "vtV1JVui9Kutj6tCKgloZw2yTY+ZMVTIK9d9OGjQIaPns1ZKpE2HDuJ64DBMY5gzccK33UBQ9Q"
    "E0TdA0lb1fh9Y1ITGAEx1bSY4NguMUNZ8R4R1AMo+O9ArATX7ilEKn6hAjt4YHdajLLQjq0Isr"
    "cTwhfUhJZ6WqCtFn/Ej8+DdXlKHs2axJEYraiXrJ0DHcaWmPV+lcXIi56vcabYi5qmv/VF/dpr"
    "790wjFbfZz5A5SxuZpJZJl6uX0dLyGYnr//h8QF1+EuMh1yG4rLnIkEDvYLC+O26NdUUg7d2nf"
    "cwzWWzfciKXF5EmjrLiMxgwvJEqJhS9FJtyx8GaTtGdJFeJMx2tXiHPeqkdTQ4umSp3IDfaWQk"
    "H6yxrZdu3K5cjGMw6+Hnb5Hs3fnGYrl/2jadF++XB+dSUIjVqL69I1aYY5jTZQjmxkXVPxwAx9"
    "UdG1WtQLNDoZuHsrf0zBkbnM0uHaLOLegMTfNoQKrx2UuiIlJImrrNNBOYCXwmkw0mjL5k7lAF"
    "zPSjo5l4Q+iVIA12yOyW7rcTP/L78tV8i5x59RZLGoGAoKz2dN5gKcjDQZ4nu0GixDz8PO8llK"
    "yeVotFN02+i59WpuouXWGxS8ZGW0FG3T4aAmCKRbCwmWLbsGa/IpkGjFFu6+CYLagBi7y0T26j"
    "3FJ0f3jCgwOb2AGiKSs3tuYAd8sWQ9JzRF0cZ+kKwR/gHEHu819tjDd5jdRlJm2gKRdlfYURvn"
    "8FG9c/io4hze2EguvDsZr6Hn/fC0BbiHZe2Bq+R8WgZ37TrBSiDEN9vBcyqdZIM+LOH0cLaIqP"
    "9ULZYcBdgQy3BuPPeRWKI4yIb9z9HAGdDiDIAEjzx7pk3yTH3uTCX3IBBqXA3t/gKxzqUDtoet"
    "+hA0tCGoho0pYT9QCuReLAj8+UtEwm2TXzcj0Uk0GNmzaxG/ptNbE/I8lTaixMjIB+ibHOgJAe"
    "DdGW8z+rvEEc7TaFidpPcUUzq92PLbrOTxdNos7z50vMANkKijRNMpkZLApdj5qNigZ7NLoFmR"
    "rhMDFHM/7gt/YnVkQIEQONCVAx6+C+nvlUzB46m0OcfHXvtMqTG9cEPQqoM6xFHCBdBdVmSXaC"
    "cmlCmBCd3PoBFjCNQ89HszbrNfbkrGEfA0OwYTKIbu9liCgukvyngy5VNkCmT6aY+9Z8okiHnY"
    "xsjvFv0pnAFifVULAi3Ulw6fsSdtmClSaWhdH6SXcowaFrep3AY2rulTqQPa85NWp9lJw3F2Uj"
    "nPYtjoVqC7ReCm34Y3R6jd5XHUqvzaUUP5taNq+bUYNmZLFIWkbYM7p9MO7f6raKSBD/SqvZOB"
    "ukynHdSDHNuRVUsWaY4GUG6Dso+XHhaInPVN73MKDRBukimH6Hj/L3rkUmRl8OZIAPAugJO1sH"
    "BLI+IZDUAuDTnzB4WeQNauR5wjAcClASfs7WEU6i+QuOtRL9MB9NLQL10ih3lGAGB3AlsWa4C6"
    "I9SbZ/MBy0V+cjSdIC/bGxXKujk8bSV7nzbI3qcV2RsFrHIokWuuUCDSYGUPHXwPVVJegj19uc"
    "LLhy6+E45uFA4r0kVqmgyWSvvKCLSJyekv6ysKGJPeLBwZ7BWV9woUEnoJbC6WMyiyub4UQZEK"
    "WoQIozGkyu0WaAaKw5pa2d1KWZLKsq0CLF1J+zyfaZJrdWst7eJerem/Ul2+PUCbF8We1NJtC2"
    "xhy0r3teGUy0fsiIoRyJRo+4Se13SWy0c8ySjZ2lJt1cD6HYH6HE2iE0RSFZkKxbWJK0pSSAiv"
    "HXzj0j9arD0bOZ+y2fQ4REsLb4np1H1g9TmfShOgJGt8FQ4qQamv8kHW1HorGmnmx2ffPYj5Gi"
    "XRWyLDdLnxsFR1L+jCxZ6N0YULitKMYRfPdoUEygUiHWEeIsTK9ci9yHFZD3NOoSXGrSBuQLiS"
    "gO+FfiDM2nRdGyOnJmctpyqhvKBkE4S56Ry+vr4qmLUu3pedwLcfLi4p7hHsdBAJCoc1lFwaqe"
    "TS9GKMp304Q9L9vhNeocjY0EXG7qhiJbC91Pe0zQigo+0OHW0XrvVs+is0PzmVWdslMg2X92mb"
    "9X1av8BPq0lnFLMqxvWRgel4DeKnxo4MdMNg6cqlrXIkGq7m/lXzFdpsKCJdHPglUghaU9mBHx"
    "mnHzvxuUQ6TqQGxON043PU4EIyTIOnGbYxtyJc7d6X2/WEtmJpn3fbXllqYrrV582vKJU6c3M+"
    "SJFTqeChbHAp0XFm7Bgdv5XMAt8Tx5dvGAMupdFcStDjBHqcjLHO+6h/S9VWD7EiZDLx7kUiiH"
    "kvg/qI7FCy0n5GotMCHdm6+5vrSNkK0vEaHrz9m72oPLtyPXGJw+bDt0ip0/ru4wDO5bkKrM1q"
    "eYEQ0ieU1sqxY3XKCs3JwOqiMn89TIX4ZUfrWoEUrKiT4PPTSsqHXKbTwBc0dHBKBtlCgHRzif"
    "wCIQRLdA6WiJpZyoGf02ijFY7eF2JNxH0hmqVsnm487P/4R/Ul7D3nrk5IrpZIXlXJz7RXm/Mg"
    "bqZ95K0quk53SVzt5G3a6uxL07iGdvWpsKz79vTt5L1Ls+IErjsuYa7eb5ck6A2SBPaMUcRkJ1"
    "wv6GeQ/aWQcFXvqku51tLvkQ7XyYbZm9PDxx7BUlX4cwrt9OGee48np0r7lZoTwFoVrNUuSRg7"
    "5l8oCikkYOzbVddzAoaPbbtDu58SmYY4z1t1RJk3dESZVzuiJLB1aEFTpdQQ80G60CTISTdZKt"
    "NpiPeAXZagfxj0D9NzZU+rf9i0z+7pdRAbTw7svYcY8f2wU0xCgRAiT1SOSAA/TP9+GPAWaOQt"
    "eMusNpGVvs5pkI6YtfAdmMt48PB5P7Ueg73arFXwGexoBaz3BtjID0xpU2uJSpu4F3AMKOoY2O"
    "m+6vN8jUrkCs/VtHhu03maVendzzEKjtd9Ol5j9suWhCxS9XM2aN/4C1xd4OpSxcTRr6vLceWq"
    "Q6bjtRMqBjHVTauzjyKmBrAfQb0YqBejTb2YG7I5ECg47ONZk3YTkM34lWG4Y5eOLD9NG+rJVY"
    "2pPwT2YT4++DOV/6Me4kb0JvbH8V+GumN3SZRoqA5DV5q0M71ApKFg2H+5AqoqYiZKS8FcINJO"
    "vTxqJyQ2yIh1BcSlljI0z5CreDS9Ku1j5RwPEYADLQcGzeoGa9SerFEb9Nyx9cDzrp0HgAExkN"
    "D8Yb8c8DHVkATg15duzyk0uDybrFZDFG//l2cGFFkZvDkSALwL4GRNFUVJxDMagFwacnY7hp4g"
    "VLsecY4EAJcGHH/bEA93qqVWoIR6eUp7JZYrvHzo4nni6EappKaIg2KaDO7mXCxQQrk8lbmc+h"
    "wkWcyRAX9V5u89ecSOyVxtHbhcIQZeq8zraYWDAJs7shmK5UF1N5UiQ/qu7tZrbMhb13HwMvnp"
    "oigRbsBsS7wIgyIZq1hUPMSA9B4DAn7z4f3mrBQxdgKCbEHuUb19rkSmBdRjW+l85FgL91sV9g"
    "vXtTFyarwtOVUJ9QUlGwr27JNxcb+4vr4q4H7xvgzs7YeLS7rmIybQQSSo8WuBZN5p4YNkDtn+"
    "FYmwdbZ/rQwvme+/gwSvAgP6l993ksmvyJoEPyPPib96RSQvPG+UyG02koonwTDJ/r/wCyjqTs"
    "j+8rSKT2KfSoE4fuIHUEtYpXCSeqE+42JbiT4j0ELGLIrzTfCmAuabWmH+TVmWTzdGW2jT8Roi"
    "23Nl4eyoKULb3GskI9IpHrCPViPReV0Bs6Etra9dWGV/NZoVk3fVVWXAEq2kJDuaJfr9euN6we"
    "dIb6yIvPnDRnmXRMNMz30aRNr1wsgC7rjJ/8VdMrJxj9izyDJaTRTuKJuxNIPvhh5dj3LZjCAM"
    "jyUMp2xqK7Cl40Fg2yawQSuIfsWM5CCRWKs5hQYBvEPXoH1CDkNCAt6cQjt4z9rAe1YP71kFXt"
    "lE8vFzyCcLLVq4oZTRISPQDtxBWmdwMl5bhDkSEBS2CQoeRr4rJYTlFNqt4EEqZNn4LjCFh0Sj"
    "n5snA0e3hKN7jSwsaQ7iSHawBU0nrFiig28EjXzMAEcGAdsqxwuEjuVWmfu3L9cfxYxNx5e5Si"
    "9c49+GTfzBtEUupG8REjsgjv+KvXYfUX0MnwKHK/FQ5dCnEuvYBOV4KMtzN2boi/SgxpuiQAdX"
    "hcRVwRaz0+V4KxDCAafyAeeFjqQ0kFOAY6jZMeSJzLfSTqHE9xDPNU1Yt7qF8jWloEsoFCYmFN"
    "iyzSUEyQiaJyPcEVu+IGWBSDtrwWEra8Fhg7XgUNC2lPwmgLjJJZlSaNNSZuwK/MxfL0j+qNeB"
    "cgrQgnrXgiBPoQsrJieWQ2mPl8BlKvp73TZzkRK4rDKX74hD/FUnNpdIgc8q85lZvczuW1pADv"
    "xWnd9gHtWbx3eI6uidTm6eEHisOo9DUf5Og+UmJ9HObjNIlAc78KoA1xpt0uHaGG16i7QN3AAJ"
    "SuXWIpmNByjLUE6rDK4ihQEmd7qrnwGnCGclop5CX7rdIUcyaAzZNMCcXjbhVMtilJdtD7je+q"
    "26SCq5Vrdiyu3TAqD0/cbH26urJl88F/mQZECW3HQJ1Q8/fsY2Sgv6NUY9xBmX03REVLD+z5DB"
    "CpffGGAHgkiF5MmsKUwBf4MwhRcQpuCFDqvaYz5gqY7qJbJOKm/5OFSop+Nxm6SR4/qskeNK2g"
    "iou6DuqgYlhM6MHjoDsRovwcJAeWU9d2AyTwceApU5DF4g/XkM1uCXwOU9W4OVtAlN1Rg8nW3S"
    "3Ro8rslSTUQ72yyFRuB92NeV3PYTrtX3jvhL2/VZBIbA3sk9nTXZPK1s3PB2z1/St2XSYFqSL3"
    "Dt9COfCosUb4o5sSWL8oGptG9TqR8u/onlKutwJBpW1hmkfhEV1lauRwIpc3SBSEOkD+etMufm"
    "DZlz8wrSC+QTgU+uHuWMQEOEB4lxE9dXr2+SpFV99SYlcYjuSOXrVEZhL9OCfVVpnZ2TkGS4zJ"
    "GB5U1l/hbEXkkml2mB0ypzeoM9yWqKOYV2cfb9F1sFf+OL2EVgw9bHhq0LmIoFNCsJ6y4G1zz8"
    "FgKa9xHQ7LgB3jGiOTdLf6STTfcOHTesuYRao7k/xbWNyd/MOArxzvoa8UHhGFThCPA3KQdJOl"
    "4Li2el2l3LcneN9e5Ap3uZOh13McndDBVCCKgB1W4s1c4qRFrsqIUUwzYmuVS3KiOV3QpJq/vW"
    "8YZUXj7ZyHGw9Y59ofinV7SX8pBZk/qyiQfHv5COVkx/gc6g7NkYnUEtco9FTbLrRe+cYijhe3"
    "/5m6fHLSTv0+NauZs9Aqn7BUrd4EnRR9xW7ISCbADVhEHIBtA0G+CTRx7R8vkzpnD6wgoopRHN"
    "MnY81vTiwWOkBhSCEa0wqgwL4f/79Rw80N8nI1+n43U0bZ+2MWyX5TjOrH1aFq/xGolC/erRzQ"
    "j0U17mJ220FzqqPq3ipKK/QEfzIVMplitmhpFawBzJiBjfud56JN9iG9di+7bb9F1L7DlS+So8"
    "jXbreJDkKxs59yGVqWRQ5mk0vOvmbVCux7idg7w+JUgrB/nYKUHI8Z9E+nE93DkFAN4BcIorpr"
    "/UMhd4iajaLSXRCWi1O7VPWp3aJw2n9glEhLxQ23RiB5BkcU4F7FWavR5ek+j861I3rkAKKW8q"
    "8zkWMTrxuUQKfFaZz52T0fvORAceD8ZjNwyWrpxhjSPRTro9bKMsH9Zry4cVdRliNXXxHSsJ6O"
    "6u4zapYn6ANzumiiX+yi90pumK6ePmifGQ1XuAU0Rbu3/NjJvqhFmCsxfSxCBNbCqnIaSJqXEd"
    "aaGBpLeS3LVQpIIYS1A6xlI6vDzibke9oxrCN8m1ulUFKe5VSA/TOT3sres4eBn8YEenfUVn4R"
    "/PmnSWZTzQvLOTtougq+irq6icYKGKXCdx+/vY9+mLJREtUg0qA0wQUwcHT673IKPycSQaan2t"
    "glAbYlCrIah0Rz+KLv6G4vQZhXYWi/nJSasQ6pOGEOqTMsIeTq5VX1rbKhHC8VBauwH9waZ8Cn"
    "OZrp91rFAf2v7zmBesETe9/OXBrlJqeC73D7iPlx6WCvnNKTQ4l8eOQAWzZydWTM3sCb0ZXwKX"
    "w24BVCGET02Dv3fEIf6qWx/dIinwWWU+77mqynRO6GnVVFcT1wnXrUjs+zWF4binsxbG/1Gqwf"
    "3CL7yiBJ22s4yU9OiLLJfY903sWD7UsxjnwJg1uA3AJgs22cnbZFnSqOcgWyhaNOeacmQ6LuYh"
    "0GZuQ9lCIjwNrOk2KFvE39jo2ZRFukwHaLdBe0OWgXyR9SIV+HOKmKpfKosL1x4hxLf3cllUgw"
    "iRoNzQhevaGDlilHOiEs4LSjUU0Nkn4y7Wi+vrq4J15OJ92Xlw++HiksIeoU4HkVgDTCstc0Lc"
    "0t2IOj397cv1xxohLqMom6XoqWH827BJX/GKgoWdayaLkNgBcfxX7H37UE4YQs0OnrIvp3S0sA"
    "nKDp41veE24YL+ppX0+i9QjrgJUv1xsnvAwgEittQm4EjU2AXstdrsgsB9wKJiaA2FpDIKDeTC"
    "sb3KEXgm1cx9IsoKq+1xUKHb3u6gL+xfDyXaxO0O5ofHb47Pjk6Psy4H2SdNzQ2qR0vJKljBdk"
    "tFjAo1eIJU9gR5+I7OturKbgE58HsC/KY/1wydQFTitxXDC/TAcZU5nrl7pII4R5ZLEhcZTr/N"
    "5AwAgeeGDAAJnDkSDSTAUthmG9fNab3r5rTiuvHwI5XdTOnVXKbTDur+6zrHO9FcPEvaYAWkYI"
    "gt1yXHy4du0bAFSrhyVb5yoXLky+DzBnUMiC0QAo9V5jHrB5vdax2q/VbJgd8q8xvyVV4Em+VN"
    "x3sxGh8OpUL0bzRWPKBclZ2iXUT5PoAdOKScOyaQR5AT7FoslPL5p3imyV7u1VqhBSOj7e4K0s"
    "8YP9jPX+hEGq3LQQuqUnEENTWuLzyfNWUoRDHp0LK+sH5eXst6SEAYPAFhSfeeDL7peO0KaRy3"
    "gfa4HtpjAbSFLKuWUn2JCsJBypI96MPbLn0t9GHLdTo1s8rJwKylGn8ruuR+kmg/xjLCrY9FQi"
    "r3tFFETSQNM/TxAALqLwcP+JlNa5M1CbKMnSe68ijOVJ/2kvzYQqpt9TFItcpJtQljW6e+xMM1"
    "lGb7j8kobpa2CBepNAS6f9m2cNBIXtFlWhDElLuoyyWWJPSXdDgoLpU0scDdbKj60SnMtUIM0q"
    "1qm0YR6ZbZ9kVybfR5o0TLQFCiIAw/gP2FDli7Dr3Kyk83NnKcAjmUjNlryRhx26aGnLPR2zZp"
    "k3G2ROsNIvdSLch4Gg0gr/TJahNE39wlq1KgZ+V6gWkT50HkTWxKJi5RQjJx+2TiMFhLgp1QAM"
    "jtQS7enVLBogVKEERVE0R5Lv/mOlK2kHS8drdD/3Xbi6KpzC1cJtQO7CbFOMX6TS3UbyqXsBt6"
    "S7mUwYxiRGwt5K8WLlXgxpJ3Wok7DdJOXUdQ+USrMiGkWZVWcLhYk6Cb27pMCxeuyhcu2mw897"
    "HLJqpSwi76jxjbDmVAiqSwh1TeQ3FsdKfspgIlcFllLkMg14tgc7ixOrK5SAlsVprNkL920Kuz"
    "GCNvKbAqNDWFSyk0MCeM7UyBdEFIF9QxXXCNLYIEvhTJXMEP6TSawF28ufaQUjkZoIaOVLl8xE"
    "5tuEr8cLYtZsXEbNwYkSuPOYOlg00gwJo9GyPA+mkl0jXqnQXpeA0jf+dtvF7zeq/XvOL1grqC"
    "A8ew7zcjUyFoD1tlux42pLseVvNd46LzMvjmFNohfNIqYuqkIWLqRBAxFaAgFAhTX9bItmtvwJ"
    "yqky1AMTNtcg8ezd+cZjcf+0fTXfflw/nVlSAWyseepFrKkYAHqaTnyzuOwPg4AeNjLJdL7pMi"
    "FZhvms03nO6zo/lGT1V5VjLhFFeXSk2EGf4/kAhcododPZtt1brv6DAl0kWyUtppDVPIAtlvFo"
    "j63f1GU8B7LoYe2XNjgCTwLVJpiHL/Cc7scJPNI+dptNMV5610xXmDrjgX6IrkNwHCTZbSlGI8"
    "j7Em5lK+GPwSk0dRUncT8DyVNrndIyPvr9D85FTmSMkptDtQ+k/IeCKWKBGjdkln47VZz72Fn6"
    "yoRrcS6Hq1WOYEAGYZzDWxbeJj+hZLphJgmUwjw2hv0DLFBHsyJ2pOod2J2r8UjGwpR2oyXDtg"
    "D9s5Sg6bPCWHNa4S5TvhhRvbRRYDaxyse89qA4/10B7rpBPYQqquXZFKO5h7NvxAf/XulsxB+q"
    "vHx2KXPL8qJXhpocTzC/TaduxV12+nOmDwgLnQkFUBWRUKueT7yqpIS35DUsWouQIxYDVBCxma"
    "W6IWsoyYrVELB+cG8+gZ7p2BDEb7J4MEvrGx0RIbaO0690awoo9Z4IJvIMeKHiM7wJ5D2f+IDV"
    "bdkI3x8KuDErS9Ty6sIb9Jan6yV1XKxUP2gpLZC5RnJD08ZCJoeTqdvKN9BNGCHXNQOyY7XiSF"
    "PI5kWAlvzAOkH+03uqbk0ORIQF5ulpfzK3HnGNbpQrpVUuYWlFhMLm//niBNQ08nue+3osodeq"
    "rFA6fx2DXSNReuvUW+5rOp+26JlO7dvEeeoAcSpxBbIa6vLL9ZIR/Hn3Lz5VTRk3gQ9yFEFu81"
    "shg6gg7eEdTH3qNcSEVOoZ3EPD85aYPvyUk9wOyZuNiMbHxxmQ7QboP2qC0ppuOOG6SMUk25mX"
    "ofdUawk4d6OqgP4or28MYWhF7UL/GMQIMTZOwl7m5qOjrXL3KOBAIxel/9e+7QMp2zp8feIQwz"
    "kzhmzcnTiHqFdsSmLdknk0Ueura8hMAJCmgoTNBq2lg5EewoiR2VG4lkdlNOBTtJ5Z2UGfBa54"
    "ekBGM2jvHQXTCOin142sYBWOYY5/47rTj/sCPqzVPrp87GQ6JY+SiibxMFFjX7/TMibfDsw+Pv"
    "4cB77nCu83Rwsit9snsum05KE+dpQBXvXRXfYG+JRbGoWyKXcjI4wzg48bco2s8WBoPUSzAlMg"
    "1sfCN4CegapGuUOFKuxQKRfji/Pm6TxMaGNbgXjyupbJHhx5TOfS2RaQf34byNZD5vKHYLia8j"
    "J74maJmyJZvLdNpBPUjp5hQ1+RLOVUrtEB+klDNaduoGWyKD7NZygI0TdGkDm5OBYqq0YkrPGu"
    "KvujlpSrTAaZU57eE1Q7ELo0ukwGeV+Qz1CF4Em6FT6YtgM1QlGKJkS5ZCIYlrhRDUBUgH7BlO"
    "KJ8xWvmM8srtAVhItRQdsz0A+7Yw2STP1q3oVq6XAsb0Wxgfb6+u2pV9yduMlqLyJAu/ZG1NNV"
    "nRgxZ++RIll51HSaeV1NT84awpMTVOUDPpgOH71UBVFSWrquw/q3G/TBjeg760Ca7RqhqKwPJE"
    "OqbnDoi0j5celkptrBBqgfjYGWBgDezEiimYiSqK4n4KcvyM8YP9/MV2hfU4uKeNUs9TNM706c"
    "BBqnEUdRH2NgtFCV1r4oQB1JubiGTEMU4maJMjg2pz5X4v0fqXBDSnAjwVtC2rhu8g1tD9mZcU"
    "hXdH+9KeC3v9j/eWRRgKZIjkSaP88C8vClBUosVvGmRdfQoFuUbwRtVLD2skV40rHd9LdR2FTC"
    "r951UGJJCM3U4JtAtuPWsT23pWH9p6VolsVb9DdXbkTXHt0tcFwkSwBttUTqLB+h3bJnVPHrFA"
    "ZqvPhMwIIA2ymRkd0iDp16SCsgw3cgpgR+/suPeQXHpORqDBQTRoUzp/iUSV0Br7t6ck2mT6jt"
    "xD3EZ+YDIUu1WBEpBD7LlqbojiZcKMCV1YXaQchcuKNFuYHJPBpfgi2AwJBi+CzY/Y84Um9Fqp"
    "iKMYTy46HFYu6q0qlo+Rt1zJ2BJyCijiLW9LgPyYAbI44qq3UohyJJATU0LTvXdl0cxJBkVTER"
    "FYAkz2fyGYTXo8R9TpxlILyP2o8ht0L9s2jyOBVQx5XfvJ6xKXSZMG9iqZZpIX2FZQudt7O6Li"
    "TkDSiH5E07XjbAWUu3FqcrjKZ2sPiH5KptESUe4yabHpqfzUA6Btm55PE1FOyJTOMxw0iQ49Yu"
    "tL8BxBW82iy5/OtgSE+WzUINHk/IXt2ha2dosfh0iv3lsvSnarG79L3WjBXsdt4pGO6+ORjqsd"
    "tOMlLwFvTgEAtwAYYjKUislYrlwfO138XTwheK5VdoOAHRksn+qBCTaj/diMQH2crvr4GW9cT5"
    "iLnDyZNamNXjRmjDSipU2FgzRIgouMgSQhUB0V0WxOj1toNqfH9U0IjqvtNJAvCjZp6qSRUmgI"
    "cP/JLE+uZwminOvxzQh0hPd1q0YDbFg9xK+rrQYgArLLmTw5nbBwQ0txmScEvV9lHisc6jQNFR"
    "ViRMbR91WLY1BSJZUJYwCnew9O9/2o+B8QsbEVLWWBms89nTWp+utonMkWjWKVVkGp71up34Qe"
    "pZDrrZ6T6Kga9d7AEa8lG91lBBrCOz9pYzqhoxpKqVaMJxa5x6Ii9fUQ5xS6lbDp3zS18NwnX6"
    "7qMkcy1BqunsZDHbxD42vhR7KUOoFzCv1qG/ReJGgKhr/RekG3OXvrwa12c3Xwt8DcoECQ2Nfg"
    "GOCJtAN5kB6uPnZEi7i+QEc6HhJRK3VIwUb9EuyX+NuG0Ok6sLlIOQ6bFbHCTY7LIZUyJQ2rHA"
    "kYVpsMq6FQ6Je2A94m00wR0K12QG4xqWQH/ESvf/rzLiNDgsASWHg+a7IFbuKRZmSTaGcNPDh3"
    "DLqF6TrzDffOQAYDaWa4nuE62AhWKDCIbwSuscBLd40NEsziT5+Qb7D+6JSElSx+dVBiVa8Tg2"
    "VSgdNn1mCZBLPZ0GYzthdMedtZiUxDtPu38UzBCDHeYu7dDEHfjmXU42y8NvUre6zTBJaG/qAM"
    "OuifHBnYGJTWPsGU9CLYDKakl8DlvZmSOuh30zAlydg+tpmdrh1849I/+jU6KQl9z0anPgxJX8"
    "i9cyvs3V0cMGtjSmIJ+WbYson3wbnBxv8+3BhPLGk8MwBtNxZJEIIxSIHzYwbGIDAGqYc2GIPA"
    "GATGIDAG7Q4lGIN01h/BGPQi2AzGoJfAZRVi3rVOKoBiIgOGvG+Q7zOdwVwhXyoyu0KoIdzzVv"
    "HZ84b47Hk1PttGzn0ozJutB5un0RHnNijXY1zR6rC39k0fixrkNnTTLlBpiPJhuzouDVVcykCz"
    "zGb6yjvirTtJsyJ6kGmVlnamlMUz2s4aJI8nQA/YRLZLv0UF6gvXtTFyag6yAmEJ7gWlnCDeDf"
    "BeXF9fFXbPxftyz7PbDxeX9GiL0KeDSOwDiw0vO7ki+/OevbewE5Dg+UDgOMuezZp8ZiQeRYap"
    "1k98P4w1Fj9c/BMvg92q9Td1mmrbZCrRcdTVi0bsMVXvDssZ1/a0zik0PKrnJyetHGInDQ6xk0"
    "rKZbIlJEDmSADldijTn46lHLsZgYYI998wYQp+87GS3wfxmoPR/yUoSGG3cpdhr8UugcEvIfhT"
    "WR/OVBKJ1UR0qpnE13TbrH6wo21T0WHzh7MmJdZlw8w7Og7KCWoep+lj36dfRPIoLVJBm/SSNw"
    "9KNJYcpm38pfXu0oq31HMfiSVnTuFpNES4/6BMerkHXeKLy3QQWlGCWhBa4VIxqgPUZToN1/Vg"
    "xTE7wF2lBMDbrO4J+SpHsmwdvp63gZkNa4gDmFegZtMI5LgbCmaNkzIl0ADiJuvG5d9vCoaNSi"
    "/VzLhxdf3xr+nwcoPVItjTcOmMZqt9wQ6dKWMM/oZh/Q0RXOYj9gidVOSCb4ohqRKPGEeSfTKp"
    "QJJphSxPtkY3uNE6ySFT87JA7sxL4LISztLpWIInx9874hB/1YnHJVLgs8p8htraurjElQR0qh"
    "7xT8j3H7Awpjt9NGvyhj/hBfOHOyYVXaPobtSyrja4xSfrFvc2woO0obn7RnyM6uATmJ8ctTKM"
    "HDUYRo4EGmSymSSRrhBq52E8PGrlhWHD6t0DR1VPzCZc2GRpJgdeWx9BkUqL5T22qyC6GFfIsW"
    "wpe1SJTAvoS/HzbQ6W4/pz5bhyrES1Cpdu6AhUnaZ0pyKdNoWlRkl7mpLFdTxHehub62m9zfW0"
    "YnNl0jDVxMONpBehQAcOBAkHAli5O12hU7Ob2MgPzI5G0DItWMhU5jRkjWhjIlMT0YnbyKikZj"
    "MJBh/UG8vyMbN2VrN0vGJGMyh+0K8WUG9Mkw+1hfBxiQBbSDcp289O21jPynIIZzs7haDxPa/p"
    "qVnMRgrk6t9eBhE+oPdAZMB01B4lAZ2q1nNOFRTmSlyiwPUOBCpPccCsSd9B/FBQdV6oquPjpY"
    "flMlYyCg0Fw4EqkPmB6QdY5AdpWOgFsvEcfJoseXCKgMi4J1O5Ci0e+xAZZWQc6K6pZHfNt3GZ"
    "dMR+ylv6kUhmrIxpFBuX3GiT9eYD0fGFio77t5LvW5wZ2KYYtQ2kL7gTgPxljWy7ueFgRjme7H"
    "gy7II/mr85zZY4+0fTov7y4fzqqioNgv3wJQiDe64Sp9Z1sXeRMMF1Z6nwSz7PFBmwVTAsrr+h"
    "ZcPPeOk+Yu+5Ti4sPG+UCb1kJMiDIA/uUx7UOmoCzFgvQnJRx4ylrDQ6FdenmohO1/dpkeDSCT"
    "xhYjT3tFFUQWyciZ1IQx5cUvnlAC2jHK0Ez+JJTD/7B6RN7zVteoM9X6SYNEQiZhQa2rD6r7u1"
    "eBan7zYngD3XZO9C9ldT9heSKz2JtO0j1v8yDlZE1FCzoS1wSqBdSOcg3a2npdwoIgdPTrcpCk"
    "NtZZsi1bAajipqq0TzDgiVHU5fTJZeDyrjeT7TNFfpVrWxuE3FmmN53Y6niyu5WDur4vT9xsfb"
    "q6t96eLvnUcSoORXVxtP509nja2ns3GD9J4uLsi4DPhO3adB/e5b/Z5CMfcRY48HKOfuuXIJae"
    "l4DfHtuakXuLvA3aWc3jA5lRDCsV4Clz0quaJu9YpKpFCuSGU+g4FnAANPpCbRDbB4lsS1QgjG"
    "HjD27MfYky9FMPk0I1vZtEoZft4iKvJbSJh7nj2bNeYPJaP2GCZau9GbYkU5on7yKSBi9OA315"
    "EyTqTjNTRO9K9AP+BNYN557rqKcO0iL9BoU1N6fnj85vjs6PQ4W9zZJ01rOl6/O6VA9HfwvkPP"
    "N26AbNHBmz1rPHgt9ExPSzoMTl44eW3iPMhxIaWAQhSSTMhBf1q5VcybEzkTEp1A7yOJk55lEr"
    "daMlonEHe60gpmdpssH3y5oyCn0QnSkQ8Df4kcSdwzEoC9M+yPBD9Jwp6RAOw7wO6TtMycDPI5"
    "FYAvBb46astPyI6gF6kt8bPZNrXlkQ0DtQXUFlBb9nB2g9py0JfaQtbYEVfCaIoa4og0tHz2X/"
    "wetMO+tMPH9H5uu1gzAg0X6iC1YUH/Bv37JcEO+vdLUwH/5oaeg+xPLtXlaxJGykNmTQrhP+PB"
    "UGbqheqACf9lpBKOBCLvSzJJNXDAx/dU45BtR50TaRM3MPLVuHgOsOTVmJEA5t0wj3osyJ7nHB"
    "HgPjl55AuK4KsIIdHnjZKHT0eA2PFCxY49GpVUQL83k5KfbLO2sls6XkODUj+imyLH6k/MV/sD"
    "ib5j5WzNHzYesJG/l77QbunsOzg32GDDvTN8jGxsGdEMPt0hK2zQr0rusB+wx1//zDa2YREPLw"
    "PXe/7LH+KRX18dlBjXx5y/Or86lPMBFYjpxW3cuV4yycw4jP7lh+s1YhUI2TzxIzo9CgzkYcNx"
    "Ddt17rFnsHBc47v4a/zBX67wGr3aPP+Ozn9HPCqD0FNmZmDHYn+Jvx/9i28QxyDBzFgh++737g"
    "Y7MwPRF3kWYWozeyNLlvO/N25v3ha+m+0ukV38fvRVkbSDLUJ/CvvTN8KNEbj0bYS+yYq+MeWo"
    "TShS9MXsSzD8Ilx3uOyi/0scE+l47fS7vmqZ1d9syUqV9fFxZDoZ5vrw82W7U0JiKNDoBGhvkk"
    "Ny0ElgylEAogJEWatvOZ0ipdAJTjDzvATYMzGmg60nJQNrT8cIIo8EVFboUP2hSAm1XJSr/qCa"
    "9nnJtmqTBnqZ7OU2Wmi08VurossVolob040KimOs2Hl443r0H0xVejZCJyC2gVnPnFjbXFENbY"
    "GxQ8clS954IsGK6nEiBXWgNzG19Wf2968OpoyP41e/Ripd8gKm9WafLzBTU2NdkKmu8effx9N9"
    "ZYGXX+Mn7K/GE31vnMduRSrmveta3//qRIMdTJh+GL0pmYYfv6suCYbTfRpO1QiefpkyzwTCpf"
    "WSdLiDUw74EiHg3w3/NbJwBzGTIwMZE2TMLTLmT9jzayLZKmPaSpqP8fiWwua1gw3PffqT8TWh"
    "+2rcM9NMLHvF0l4iJFKRrei4iMWsSLKdGV/vsLPEX2M6uvD9CkFV/hz75T1Lfs1W7T7DOlQQ/r"
    "qbs+slusd8bUtE8eZEINF1vt+iHSMHfEYCsE8xXCm6UT5Ht6H4tmHPtt8yI/a6Y2+Sbm3Xhz4+"
    "lTMZkmhfxgkiqIwLVpDxoX+gv1ZWDExpdIK9j8gGyAXvC8mktomkEJ0T6YTnyAeCh++w54m6Tz"
    "X0ReFoNAxFHSS3OQzWpu+GnkhjqUe6SKUh1oetGmgeNjTQPKw20GSorbFFQkG512ascyrAuj3W"
    "S7TeIHIvVcmjTAd4t8c7wJ70yk5pAGeJdV0XDLxlWdcGAwPaNWhHqp0nCGetR5oj0RDleRsJpF"
    "7+qOBLAjlwk/EaIjvI+rXwI5GT7HIKHTHuvYzVgjnV5LQUjkRDiE/brOLT+kV8WlnD/rMfYCm5"
    "IqcAgFsAbCPnPkT3UscET6MhyP0fFBsbLbG4ZEc9ygWi8WA+OJgoyF5oyzXSTcYDtFuhfUQeQX"
    "KrlyPRDuB5m1N4Xn8Kz18rlBZ+6/j0jPkpdkELXNiF57MmN/YTXqxc98Ecyp1d8F8zj6eZOrEh"
    "xlwNC36zS1uyOSZHAh1HWxYlVaoiqcpNw1oUGlWpyuhkoCTC6Lfm2O6MCCK7lYvsht7RA5zkFc"
    "kPWhwLgO2lxfF+ZOqfY0n4PAjweiPMdi2NaCVXo3gwFLh7oTI03fFBKBBUmqO7cqpO4sr2Ht1T"
    "je/aeC79iVK2ZY5EP6NGm1p38/pad/NKmeI1sW3iY/pWS0a8LpPpFEfXm6BNNZAnOc9TTqHf0n"
    "19fNbKInd81mCTYw8hV/VFaTRU1CIsG1K6wHSJcKgjSk8Zp0H9SXHtQf9JJOx33IzTYkhbNai0"
    "FhXUgzIe1CtCPJu2a0LJTyZDtJz8hRUl3LjJHsaPONYwy36G4rClh9m6Sk79veTWgQ7VRofK+C"
    "khOfE0GoY7HLfxZh7XezOPKzElMWARRtIwp1QaAn3UJn7yqD6A8qgSQblwLcFVeYO/1ZWpTMZr"
    "AW6TIHr595uCDJqC+N2H87//riCHXl1//Gs6nAP97dX1Rdm3EVBsZBZ0RjCiwvWESMBAG2VB/7"
    "HFev5j7XL+Y3k1B+mF3tJQkI0HP5ywlmo3e2GJFIyGRY0x7GIRyKl6MAgoBq5O9gAPb2z0nMnx"
    "MiwukQKfVeYzVd06MZmnAw6rzOGiQi7D4yLlOAbcPZiVtOByaoKRDEkpkUFMSrNRljd09WOUve"
    "RmnCbCW62ypTUma5XlPH1c1EfJaphQ/vDjZ2yjtC9zI/BcvIkmuP9nBPt1tlzr7df8it5uv04X"
    "x8g136pW6pnxy8ETol8kDdrnPsHfNsTDsqbs+lO3/8N2uz374M93obNkOBrRm9gfx38ZyjqyS2"
    "x3vck69KRaaSfDtTDxjePm57+cBNAlMg2jKtqlOTXlOYldA4K77G9frj82uAVEpiiLLAPj34ZN"
    "/MHuM+74WITEDojjv2Lv28cJwhBqtmmXzdelo4ZNULZpF87+qoDhujZGjpgvZdISdxaUdii2ZJ"
    "+My4GL6+urAgcu3pfdBrcfLi4/f3cYsYMOIkHBLVnGPb1huwDP0QLyEsj7mEpBAlWm3mmWU2hx"
    "p47tNov8CXduKBWsWCDSAvaSz72Ny73e416+VV06ifzCLlJ1QnlCFswh1naOoBm18ZK1NYrowa"
    "6sssXRt+Ni7hL3dUoC17TENX2HiE2/hdkpobRCDHtK5T3l3t118NPkVMBd1bnrYeTLGVeKVNrZ"
    "VtrYseqNWBUL1gIFy5XJ6rR02EgVYthPKu+nRPHvJnBWiCFBSWlmQ0DSS+KzGbgBEuzp2ljNMh"
    "kEwpb1iGnFAcH+6bh/wo3Vkc1FSmCz0myGCkQD1JKL0tUX4hzoelCLVDuAul2qUCQ6Eoo6qVLU"
    "SbB6e8D2NqnLPsX1uhXW4nYtwEq/gvHx9uqqXThiMfV654DEftPzlVjRg0YknlPol6sDQSBi8m"
    "TWFH+I8jHK1A97KYnvO6o0HZp9NxTnrm31rYNzfZBWeWxTSSCcDNcQ3YFaLdU0taqPC6xvaDVC"
    "YOB+JNDeQgArsuqY5WH+8/8BXZamHg=="
)
