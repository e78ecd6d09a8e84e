"""Orders and what belongs to them, and the columns of accounts for a bought plan."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "coupons" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "code" VARCHAR(24) NOT NULL UNIQUE,
    "percent" SMALLINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "most_uses" INT NOT NULL,
    "used" INT NOT NULL,
    "expires_at" TIMESTAMP,
    "withdrawn_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL
);
        CREATE TABLE IF NOT EXISTS "receipt_counters" (
    "year" INT NOT NULL PRIMARY KEY,
    "last_number" INT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "orders" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "reference" VARCHAR(30) NOT NULL UNIQUE,
    "plan" VARCHAR(16) NOT NULL,
    "months" SMALLINT NOT NULL,
    "provider" VARCHAR(16) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "currency" VARCHAR(4) NOT NULL,
    "price" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "tax_name" VARCHAR(20) NOT NULL,
    "tax_rate" SMALLINT NOT NULL,
    "total" BIGINT NOT NULL,
    "pay_amount" BIGINT,
    "paid_amount" BIGINT,
    "refunded" BIGINT NOT NULL,
    "price_rupiah" BIGINT NOT NULL,
    "total_rupiah" BIGINT NOT NULL,
    "rate" INT,
    "rate_day" DATE,
    "coupon_code" VARCHAR(24) NOT NULL,
    "coupon_released_at" TIMESTAMP,
    "buyer_name" VARCHAR(120) NOT NULL,
    "buyer_email" VARCHAR(254) NOT NULL,
    "buyer_address" VARCHAR(300) NOT NULL,
    "buyer_tax_id" VARCHAR(40) NOT NULL,
    "provider_ref" VARCHAR(120) NOT NULL,
    "secret" TEXT NOT NULL,
    "qr_text" TEXT NOT NULL,
    "qr_image" TEXT NOT NULL,
    "pay_url" TEXT NOT NULL,
    "instructions" TEXT NOT NULL,
    "copy_key" VARCHAR(160) UNIQUE,
    "attention" VARCHAR(16) NOT NULL,
    "expires_at" TIMESTAMP,
    "check_at" TIMESTAMP,
    "checks" INT NOT NULL,
    "paid_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) REFERENCES "accounts" ("id") ON DELETE SET NULL,
    "coupon_id" INT REFERENCES "coupons" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_orders_check_a_835dda" ON "orders" ("check_at");
CREATE INDEX IF NOT EXISTS "idx_orders_paid_at_2ca315" ON "orders" ("paid_at");
CREATE INDEX IF NOT EXISTS "idx_orders_coupon__d5a15c" ON "orders" ("coupon_id");
CREATE INDEX IF NOT EXISTS "idx_orders_account_547b5b" ON "orders" ("account_id", "created_at");
CREATE INDEX IF NOT EXISTS "idx_orders_state_8d5b27" ON "orders" ("state", "created_at");
        CREATE TABLE IF NOT EXISTS "payment_events" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" VARCHAR(16) NOT NULL,
    "event_key" VARCHAR(120) NOT NULL,
    "origin" VARCHAR(12) NOT NULL,
    "trusted" INT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "provider_ref" VARCHAR(120) NOT NULL,
    "paid_amount" BIGINT,
    "currency" VARCHAR(4) NOT NULL,
    "facts" JSON NOT NULL,
    "body_sha256" VARCHAR(64) NOT NULL,
    "outcome" VARCHAR(16) NOT NULL,
    "happened_at" TIMESTAMP,
    "received_at" TIMESTAMP NOT NULL,
    "order_id" CHAR(36) NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_payment_eve_provide_8757d8" UNIQUE ("provider", "event_key")
);
CREATE INDEX IF NOT EXISTS "idx_payment_eve_receive_2e03e6" ON "payment_events" ("received_at");
CREATE INDEX IF NOT EXISTS "idx_payment_eve_order_i_1a6178" ON "payment_events" ("order_id");
        CREATE TABLE IF NOT EXISTS "plan_periods" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "plan" VARCHAR(16) NOT NULL,
    "months" SMALLINT NOT NULL,
    "extra_days" INT NOT NULL,
    "value" BIGINT NOT NULL,
    "zone" VARCHAR(64) NOT NULL,
    "anchor_day" SMALLINT NOT NULL,
    "begins_at" TIMESTAMP NOT NULL,
    "ends_at" TIMESTAMP NOT NULL,
    "replaced_at" TIMESTAMP,
    "replaced_why" VARCHAR(10) NOT NULL,
    "reminded" SMALLINT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "order_id" CHAR(36) NOT NULL UNIQUE REFERENCES "orders" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_plan_period_ends_at_037f61" ON "plan_periods" ("ends_at");
CREATE INDEX IF NOT EXISTS "idx_plan_period_account_ed7624" ON "plan_periods" ("account_id", "begins_at");
        CREATE TABLE IF NOT EXISTS "receipts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "year" INT NOT NULL,
    "number" INT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" VARCHAR(4) NOT NULL,
    "seller_name" VARCHAR(200) NOT NULL,
    "seller_address" VARCHAR(300) NOT NULL,
    "seller_email" VARCHAR(254) NOT NULL,
    "buyer_name" VARCHAR(120) NOT NULL,
    "buyer_email" VARCHAR(254) NOT NULL,
    "buyer_address" VARCHAR(300) NOT NULL,
    "buyer_tax_id" VARCHAR(40) NOT NULL,
    "issued_at" TIMESTAMP NOT NULL,
    "order_id" CHAR(36) NOT NULL UNIQUE REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_receipts_year_d27c21" UNIQUE ("year", "number")
);
CREATE INDEX IF NOT EXISTS "idx_receipts_issued__547ea1" ON "receipts" ("issued_at");
        CREATE TABLE IF NOT EXISTS "refunds" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "refund_key" VARCHAR(160) NOT NULL UNIQUE,
    "amount" BIGINT NOT NULL,
    "currency" VARCHAR(4) NOT NULL,
    "note" VARCHAR(300) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "order_id" CHAR(36) NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_refunds_created_7b2344" ON "refunds" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_refunds_order_i_83dc7c" ON "refunds" ("order_id");
        ALTER TABLE "accounts" ADD "bought_plan" VARCHAR(16) NOT NULL DEFAULT '';
        ALTER TABLE "accounts" ADD "plan_changes_at" TIMESTAMP;
        ALTER TABLE "accounts" ADD "operator_plan" VARCHAR(16);
        CREATE INDEX "idx_accounts_plan_ch_04d2b7" ON "accounts" ("plan_changes_at");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "coupons" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "code" VARCHAR(24) NOT NULL UNIQUE,
    "percent" SMALLINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "most_uses" INT NOT NULL,
    "used" INT NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "withdrawn_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "receipt_counters" (
    "year" INT NOT NULL PRIMARY KEY,
    "last_number" INT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "orders" (
    "id" UUID NOT NULL PRIMARY KEY,
    "reference" VARCHAR(30) NOT NULL UNIQUE,
    "plan" VARCHAR(16) NOT NULL,
    "months" SMALLINT NOT NULL,
    "provider" VARCHAR(16) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "currency" VARCHAR(4) NOT NULL,
    "price" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "tax_name" VARCHAR(20) NOT NULL,
    "tax_rate" SMALLINT NOT NULL,
    "total" BIGINT NOT NULL,
    "pay_amount" BIGINT,
    "paid_amount" BIGINT,
    "refunded" BIGINT NOT NULL,
    "price_rupiah" BIGINT NOT NULL,
    "total_rupiah" BIGINT NOT NULL,
    "rate" INT,
    "rate_day" DATE,
    "coupon_code" VARCHAR(24) NOT NULL,
    "coupon_released_at" TIMESTAMPTZ,
    "buyer_name" VARCHAR(120) NOT NULL,
    "buyer_email" VARCHAR(254) NOT NULL,
    "buyer_address" VARCHAR(300) NOT NULL,
    "buyer_tax_id" VARCHAR(40) NOT NULL,
    "provider_ref" VARCHAR(120) NOT NULL,
    "secret" TEXT NOT NULL,
    "qr_text" TEXT NOT NULL,
    "qr_image" TEXT NOT NULL,
    "pay_url" TEXT NOT NULL,
    "instructions" TEXT NOT NULL,
    "copy_key" VARCHAR(160) UNIQUE,
    "attention" VARCHAR(16) NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "check_at" TIMESTAMPTZ,
    "checks" INT NOT NULL,
    "paid_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID REFERENCES "accounts" ("id") ON DELETE SET NULL,
    "coupon_id" INT REFERENCES "coupons" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_orders_check_a_835dda" ON "orders" ("check_at");
CREATE INDEX IF NOT EXISTS "idx_orders_paid_at_2ca315" ON "orders" ("paid_at");
CREATE INDEX IF NOT EXISTS "idx_orders_coupon__d5a15c" ON "orders" ("coupon_id");
CREATE INDEX IF NOT EXISTS "idx_orders_account_547b5b" ON "orders" ("account_id", "created_at");
CREATE INDEX IF NOT EXISTS "idx_orders_state_8d5b27" ON "orders" ("state", "created_at");
        CREATE TABLE IF NOT EXISTS "payment_events" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "provider" VARCHAR(16) NOT NULL,
    "event_key" VARCHAR(120) NOT NULL,
    "origin" VARCHAR(12) NOT NULL,
    "trusted" BOOL NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "provider_ref" VARCHAR(120) NOT NULL,
    "paid_amount" BIGINT,
    "currency" VARCHAR(4) NOT NULL,
    "facts" JSONB NOT NULL,
    "body_sha256" VARCHAR(64) NOT NULL,
    "outcome" VARCHAR(16) NOT NULL,
    "happened_at" TIMESTAMPTZ,
    "received_at" TIMESTAMPTZ NOT NULL,
    "order_id" UUID NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_payment_eve_provide_8757d8" UNIQUE ("provider", "event_key")
);
CREATE INDEX IF NOT EXISTS "idx_payment_eve_receive_2e03e6" ON "payment_events" ("received_at");
CREATE INDEX IF NOT EXISTS "idx_payment_eve_order_i_1a6178" ON "payment_events" ("order_id");
        CREATE TABLE IF NOT EXISTS "plan_periods" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "plan" VARCHAR(16) NOT NULL,
    "months" SMALLINT NOT NULL,
    "extra_days" INT NOT NULL,
    "value" BIGINT NOT NULL,
    "zone" VARCHAR(64) NOT NULL,
    "anchor_day" SMALLINT NOT NULL,
    "begins_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "replaced_at" TIMESTAMPTZ,
    "replaced_why" VARCHAR(10) NOT NULL,
    "reminded" SMALLINT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "order_id" UUID NOT NULL UNIQUE REFERENCES "orders" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_plan_period_ends_at_037f61" ON "plan_periods" ("ends_at");
CREATE INDEX IF NOT EXISTS "idx_plan_period_account_ed7624" ON "plan_periods" ("account_id", "begins_at");
        CREATE TABLE IF NOT EXISTS "receipts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "year" INT NOT NULL,
    "number" INT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" VARCHAR(4) NOT NULL,
    "seller_name" VARCHAR(200) NOT NULL,
    "seller_address" VARCHAR(300) NOT NULL,
    "seller_email" VARCHAR(254) NOT NULL,
    "buyer_name" VARCHAR(120) NOT NULL,
    "buyer_email" VARCHAR(254) NOT NULL,
    "buyer_address" VARCHAR(300) NOT NULL,
    "buyer_tax_id" VARCHAR(40) NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL,
    "order_id" UUID NOT NULL UNIQUE REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_receipts_year_d27c21" UNIQUE ("year", "number")
);
CREATE INDEX IF NOT EXISTS "idx_receipts_issued__547ea1" ON "receipts" ("issued_at");
        CREATE TABLE IF NOT EXISTS "refunds" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "refund_key" VARCHAR(160) NOT NULL UNIQUE,
    "amount" BIGINT NOT NULL,
    "currency" VARCHAR(4) NOT NULL,
    "note" VARCHAR(300) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "order_id" UUID NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_refunds_created_7b2344" ON "refunds" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_refunds_order_i_83dc7c" ON "refunds" ("order_id");
        ALTER TABLE "accounts" ADD "bought_plan" VARCHAR(16) NOT NULL DEFAULT '';
        ALTER TABLE "accounts" ADD "operator_plan" VARCHAR(16);
        ALTER TABLE "accounts" ADD "plan_changes_at" TIMESTAMPTZ;
        CREATE INDEX IF NOT EXISTS "idx_accounts_plan_ch_04d2b7" ON "accounts" ("plan_changes_at");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "idx_accounts_plan_ch_04d2b7";
        ALTER TABLE "accounts" DROP COLUMN "bought_plan";
        ALTER TABLE "accounts" DROP COLUMN "plan_changes_at";
        ALTER TABLE "accounts" DROP COLUMN "operator_plan";
        DROP TABLE IF EXISTS "refunds";
        DROP TABLE IF EXISTS "receipts";
        DROP TABLE IF EXISTS "plan_periods";
        DROP TABLE IF EXISTS "payment_events";
        DROP TABLE IF EXISTS "orders";
        DROP TABLE IF EXISTS "coupons";
        DROP TABLE IF EXISTS "receipt_counters";""",
    "postgres": """
        DROP INDEX IF EXISTS "idx_accounts_plan_ch_04d2b7";
        ALTER TABLE "accounts" DROP COLUMN "bought_plan";
        ALTER TABLE "accounts" DROP COLUMN "operator_plan";
        ALTER TABLE "accounts" DROP COLUMN "plan_changes_at";
        DROP TABLE IF EXISTS "refunds";
        DROP TABLE IF EXISTS "receipts";
        DROP TABLE IF EXISTS "plan_periods";
        DROP TABLE IF EXISTS "payment_events";
        DROP TABLE IF EXISTS "orders";
        DROP TABLE IF EXISTS "coupons";
        DROP TABLE IF EXISTS "receipt_counters";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXelz47iV/1dU+jSpUiZt+ejOJpUqd48n2zPudqftTlI7SXEgEZIQU6SGh9ye3fnfF+"
    "B9ADRBkRQIvS8+RDxI+j0c737/O906Jra8b6+XSyew/el/Tf53aqMtpn+UH80mU7TbZQ/Y"
    "Cz5aWOFYFA0KX0QLz3fRkk22QpaH6Usm9pYu2fnEsemrdmBZ7EVnSQcSe529FNjklwAbvr"
    "PG/ga79MFP/6YvE9vEX7GX/Lt7NFYEW2bh0xKTvXf4uuE/78LXvnx5/9334Uj2dgtj6VjB"
    "1s5G7579jWOnw4OAmN8yGvZsjW3sIh+bua/BPmX8jZOXok9MX/DdAKcf1cxeMPEKBRYDY/"
    "rnVWAvGQaT8J3Yj4u/xB8tN8wwPt49GPc3D4YxlcBu6dgMd8K4QIH5LZo3AyR8dcre4N1/"
    "X3/+5vzqdyEEjuev3fBhCNf0t5AQ+SgiDUHPUA5/V3B+t0EuH+dkfAlp+kHbYJy8kIGcLb"
    "AEvgSgHiCdbtFXw8L22t/Qf9+8qoH479efQ5TfvApRduh+iDbKx/jJPHzEwM7AtZC9DtBa"
    "CuA8jYYgzxtgPBdCPC8j7JMtNn51bCmIC0TDYTy99gj6ww/oEbk+6uuUKKJ9ddEA7qsLId"
    "7sURHwHV2fhuyhUSAaEPCVi/EwQJ9dNQD67EoINHtUBNrZMTwc12DgyYBdIWwFeHzZqXmI"
    "dI/2wgnWG18a6xLZgEt7rMs6PAqWG3rJYc9AfhXs7yhS7ICuOUmK5CXQzZj+2+SPThZ7Rf"
    "brca3XQP7w/sPN/cP1h09s+q3n/WKFkF0/3LAn8/DV59Kr35TZk04y+cf7h/+esH8n/3P3"
    "8aYsPabjHv5nyj4TCnzHsJ0nA5l5HJOXk5eKEhCxHz3DIlvCYfV72xfIQEWqEodJpLuM7A"
    "Bbsw/x+/nZxeuLN+dXF2/okPBzpq+8ruH7+48PpX3kYvq1PF8e2yohwFuFN1qBgYc5SugL"
    "yzYhagVrq8vg1UhAfcTP0pgWaADSMqQeRr40pkUiALUM6podkIZJqIzBOVnF0mCZrhPB+2"
    "Uz1GBid/fa5Mp1fsV2CzmwQDiIBDjodaaTCGhiC/u4BY8LhMBjlXns2AsHuSY2W7C5TAuc"
    "VpnTSxcz3FvwuUjZAZdVM3SPnc3ME7d6zHmJ2AsLtHx8otvTKDzJ+RTxdoFdb0N2XnVBvI"
    "2Jv//xM7ZQiGeV9bFX8kM60XhZn70aH0IlWd3z6LwH4nQfzTLaU7Aeo1CFPgygWzqFtkuI"
    "6h740AXE5tAVIB+tD4TnAa11BWeH1ocunk+xZ1pHeLxgwSZnt9CBOyydSFeoFshfbg5dS2"
    "/ZJLoihHbEYLbLwyC63pEf8bOuGAUeNzZGSmp0bH9jPX/xND6X2O8D19FHNGaNqh6eLTYJ"
    "OlT3iKfQER/HNQ++0e7YHJqqHGFIwQ67xDEPFY7oTJ/CiXRdS6HP2LCw7x+8pG7ZVP9Ars"
    "0+lKZwke3Ocf0DgXofTvI5aKLyjxIl/LUDlG7CSTQ+omxsGqFH5HAT0qdouu/i2TQF7ReX"
    "DjAPlZz+5r6jf+i69Ty0p8vK85+tg61KbKZ7NpGuWKHApHcftulUh4J1zaa6oTNpq9oRe0"
    "981MFZ9T6dSCeomGfFmTsiX0v10Xa+Lb+CbKrzmvF7s3eKEXtH3w3zM7+SR7O6zK9lNEix"
    "zK+3ZC2MZ+LmfnHimOJbrG7BHDfaJopj+uN8fn7+ev7q/OrN5cXr15dvXqUBTdVHdZFNb9"
    "//lQU3zfJOxCTaSZwR9ki/fBV/cdRTMl7DZKXuw9/3VG+Kz7Km+OZI9MsvaJJydyZOuTur"
    "pNyhtYtbhScUCCE6QbnohDyTn4i/MV301CZysEwL4UYqczrwsGvIZYLnSLpMB68yVZGcoB"
    "eSvytRPUVwq8h+77iYrO0f8XOI73v6OZC95KVuxlLlF68rR+cREK3I5vRlejqkUml+OdGv"
    "HsWkhrBf37+7/u5m+ps4SqpPKf874jlPdhjrwhH0c09rZX0zHGekUTcg75+evC+f53Bgho"
    "NiTOg5xQF/3RG3Va5rkXIYkVSROw3kFJBTQE7RQU75ke4Y+63rPHmhTFCRVArPa2WVRzbS"
    "WERDQVoBaQWkle6lFQ+3SsfMkYGcAnLKqHkKcsopyim59DOOlFJMThPLKKVsuG4FlJ/y2M"
    "X1Odl//wbJZQySi+tYUkXzkvEa+lXfNBBb3ojrbJaFFshJPgnZJXfkSYgvRSqQYH4bjTyo"
    "ykbRSCBUIvpNWiLkHAIdoJorgz7Knf8irsWTTyVh+xO2TfoN7ym/3ttTjrxdHFArcu+ioY"
    "ZHxxrEVswwCAXruy5YDwbAXg2AYXQ7fYMVB+L7LbIsobZYpByuquBlX0hHWuP5/PVVqiey"
    "f+o0w/sP17e31YKC4AM+Bf1EZVlaEZ5qJEqrKPEpalu9x8vAJf7zzV6Ql1IcUCvuefFQA+"
    "/7SVIpWFmT3IYtduk3o+JlxdhaGF40JyWmWbDFKmeLhRyXVIQ8b9KR51zckue80pPHxD4i"
    "lpSEnlLol+Fy1SjF5aomx+WqkuRi4j1ZSjkTMgrtEO6+bReV+ahcwklcFeObI9EO4IvLBg"
    "BfXAoBZo9KDhtml4qSn5sCnCPRDuAeeqJxFq9YcU/GD6ezn/UrXXTWCSCT+6SEtQKZRu1V"
    "BpHaxurXVUTFBrMJuCBVtpuM0wV5LMNJVOubazJJy4DXGUuyiuPgEwOfGPjEWvnExqFuDx"
    "e917nCDfpgn/rguMRoVUSu0cnR9KutiLttx+gSLbBaaVZbyPONlqlaZVpgtdKshtCRU+Dy"
    "kUPbR9P/XJPI9nGgOSar0iijcY4d167ktj8krJ1+hMnHL7e3ndnrKtJ1WIk4rCvO8QjFc9"
    "zZ+MGhP14ubvwuN2nDMuOKOYZETPtN0tL54AYe/c41hUJKI2Z1dk8/GqtosRCwf4L9E+yf"
    "Y1Ioe7d/goXuFLQ80OVPgcugeILiqbjieZxohi8Cyf7Li/J8AEK8/kI83kpmDaQE2onw88"
    "smMjwdJXYCX1YLETO4jD12CZ20jazJnQDaJ6gsi9hx39+mWyoZD1pbA61thzzvyaG34gZ5"
    "GxmUK4Qawj1/1QRvOkp8hL2qIG4hex1we4aLwc7T6Ihz97kjxq+OLQVxgWjAaKxrj6A//I"
    "AekeujvmSd3uttbLDcEZ0SDAi09+z5eDsMxB3XBkR7Km/K6uMFol796qpINhKO9RicFZEr"
    "Z1ki0y5o86LJfXchvu4uKredjZ88o3U/uyo1iOoqi+oW2RLfM7ZBO0cAhxz4rTK/mU1LVj"
    "3L08AB+uIButtICrIpgXbgdl/lw3HXyCZeGuHSFOMynXZQn80bVfyY11T8mHPa2mLjkAB/"
    "Hj14i5W+ICK/TQteFwhBCFCZxz52t16YjSFlAihQ6XeAdt4UHOJrtN1NlVgBsW+7EMzrJd"
    "UD+TG83//YKHrXw/3VyDlG1G7h/in1Bm4PVLEbsY5Y5QON2+NU7oWoI1KlDkntwSq2ZNIR"
    "Kl5l+/Z4VUrq6wgZpzpse8QqVWn1RCwrEXMIVGk1Gh1B4uWTtAermsmiI2ZoR4xH/HwgVt"
    "c78iN+Hq2SWg8R2e4c99BT6n04yeegyeYbI0j4awcg3YST6LrVdhaybXo8hYafww/zT9F0"
    "38WzaYuaS/Zo+Wy4mH5m79AV9ima7XM0maZ7kQWA0nXWgUr4IZypoUo4RqiISYVG4hNeJV"
    "6p4z2ap8kVOMpd6KDA3xgri8pChwF1xyb6ns6j6YJiQaOHy1Ofoll0XU0xSMZygyxmTz50"
    "98VwvUum03RtuXjp7LH7HBY2OBCyz/FcDesZjHKZocAkvkEPZvfg8/2aTXWTlDLUcG0Re0"
    "981IFY+j6dSCOkWlYjSUyDgpwp+UoksXXwJplPE3iLm9bfMFlqiXyHk0Mqj9l1eUJNQJNM"
    "6wyFeE5aZyLci9M6Uz2i6w5euyTfg4W9LCxn+cjp25WvuORYVHDEofvXW6LopEomicIpEh"
    "cwcpcbss88wijw0n/Cd0r/K+bsLy2yfDTCKM1wGpP+wVaKXIcwyDrtOuvU2ziuLyjoJI7A"
    "KFJpmFbURxEZzyd2VD8rcCXbg1VINYR8/uqiSe4LG1aTM3dRyYDxiS+XqZESaBdZ1EtSYv"
    "6TyS3qPJl2WF82wvqyBuvLKta24/MUrpqE5oRAO3zpSmy4mGtXcwVihYoUqSkwjzZUrhAR"
    "WRRHS6pQTWuzEiE0N6suhmbNzY5cPUA1HvR/T68cN7Sp0O/LazXy1nEsjGw+5hXaEuYLSt"
    "zXfZKoXcOeaG/v7m4Lh9nb96Ul/fHLh7c3n785C3lABxFfsNJdbNJ7Yekbno/8gHN932+R"
    "ZQlPHA75cI0qz1/N+z11zuevr9Jzhv1Td7Lcf7i+va0CvCfIQDsiuaZzVAOu5vSV0S5nZq"
    "l6xLz27XVo56jg7GgOds6CJ3VF5qm0E/27z5RNzZFSsmCeargj+ZVWYmDe9Nwc+TwVIN8O"
    "+dTQ3xz2zDcAmLfCPGw+lSzets2rSvRgaFDZ0FBwkMmwukAIPFaZxyWfqFRdgpI7FfisMJ"
    "+L/m0ZNhcpgctj4PLTRqohb4lMO6WrF39WMbZEvsjHoDtKkeYBo9tQUH3iJNgc7MyWbC5S"
    "ApuVZvMeux431ENoNchRDGc3OOvrUozsBvOzi9cXb86vLlJzQfpKnZWAY4XBTAWoovmAv4"
    "qMMCmFDo7Puq1x88+Hwq5IRIlvPlz/83eFnXF79/GvyfCc6PHu9u5t2dJ73E7DIzqZJEoi"
    "h/4GOURzJFBgurbl0zE64yq6TA/pjcvtOrzjNlOQBvYT0ik1rgxqbqvKttPKx5kj99BcsX"
    "s2hz44FyM76e8D4fmIRmw6qkfnF7eL1My/uZo1mS5GGXVQJ+QzblgnZCwISeUXVhO/clEv"
    "aM3B9gOynx8c9rPhTfGA1m2u36P2Zqu5J8JvZZQ7lUff0WWrjWr1WYH/pGpGHEzI8vAjZO"
    "PbJWVL/IRRxI/8jesE6036asIO7oVEXzcqCP9Wm8QXXS2cLL70zhGn8WVXG7Rn1DhRbuns"
    "5HLkEgLt2jNCA3A1dMrR2Q7VN74o4uORsL3kLsmmgOZIerW9jA/MTBZpHhSX0fSUDDToQT"
    "9YWNz4LF6KyNwHGbysuCjFgbh2VrhORUxzx+PLgPqRsnMgns3UwnHCmZ2PstbDA5X3WoWP"
    "Ic5R92JGiJW9RPHsumRLsRqLmVRGaav/1V1YTS+rmJnqKiUDhnCL9UJoMd5jk7V4K0jAm1"
    "FoCHD3VWkocE7AqQZWn5KaUWmU/95FJqr6Cq4qtgvwh6uiHoD39siuJUE5cWnfUtsGU6Ny"
    "LiVfsuxdSv1zRedSTpcre5cyveQg51JWMlKkaoTRIRxdI4kaESsbLPKif8dSQfko2tMJFG"
    "g8ut/JCjgWhhq3UzwexN8G4i/UBszAbeLUuxI79a6qyT0uWnHEtB/u7z4KcnoSgrIbjyz9"
    "yf9NLNKosUg7kLOTYhEQyye29y1722McFgyggkevEvdcDnEunSpsgnLcM4TtT7sM219ukL"
    "0Os/14Lmvx+VGm0+4Y6b42SwJZi9iAAiXEBigdG7ALFvSA3/CsfeIbo0B00K2hptY52PVg"
    "B6ybrMTtkBFoUwums8shXZWG/K3LpQWIxRC3qKxSooVyDCrfC3uCua3RahycKYk2++YYZa"
    "oYiu2LVBWoYYepvMOgrM0pcRnK2kBZm9mRvT1abCjIWTgJNkOBDjEvoUAHhNBACE2zEJoO"
    "msZr3C7eCxZs8gV2D40ySifSaE2WoNrt6E73Du8ofJ/NpCtYUFajvmbEnnSwjj7H0+i6iK"
    "D6CFQfOUaIaH3Fiuyi45WtKFyDNbUrivduX42ooz7ttT2oq4GHs0lhQDIXRCgeQZmYTcQR"
    "ihFzK0CLbYopgYYxivPLJkGKdJS4dd8lJ0vH9jBPX6sJNMpINET5vJHV9rzGantetdoijx"
    "m6W2BdIdTOSt4L3hay1wG3AKMY6jyNhuu6SQKlOH+ykj7pO4/YNkyyxp7Ugi7TaVfBqI9E"
    "SntF3G07f0CJFhypKjsEAjsVmlsVu6+SA79V5jf4+U6CzeDnAz+fmvCPoRC/PnCC2/QEKv"
    "GPFdUDSvH3a4vOHIlcY3TBz1hnjS66Nns1Ryf6LdTZUigG/QUrcwtbRplOQ6tRD3nxShmO"
    "jhuz2jfWYE84LUWTwt6uI3iBEHisMo/HZTOCDICWKeugbfeobYNGOGKN8C3yl5spRxeMHs"
    "zqtMAFGwINdXQPG3qk309Gt0jGDxhckVTL71+tOLtqoFaclS+7TK1gj0oqHJ2Cg6/YnZES"
    "aBC9MrQzwwk/ISf8VVy6JkcC5c7qGdKino0gXlvMjpRADWaw99OGGaZjcyQ5od00Ga5N9Y"
    "7Oqt4ENtUOpQpkZRSwrjtf11tk4hYqfo4MrDhq6/ct66IUCIHHKvN4hYjViscFQuCxyjwe"
    "lzUW2NySzfjrjtDp2nhWCpRgdFeZy+rHDSrCWe3i3BRpS9JhdZA+LfA/OIspx/7OXp7VWd"
    "//4yyGaDniBP7Sic5STF8Pr1hI5AWLvCIhVd2Xsd+hZ8uRM97kSNSw3mhlIo5PKdYNSmLN"
    "F6l0SPwoOaLmTVY+HSV2Rc2r9TCDNnayjAoUL6VF8hWOhcCGBv50PFj4yxZ++m48v5UQyn"
    "Q8QFmGcoHXgd2mqHWODux6Kp87Fp2vTX36jAz4qzJ/wW/c1a3i+IhToUl8qyTjAcoylC5G"
    "Hq+hj1hjyCg0CKwaoHh+zjLUFOIciXYYnzXSx2rUsQrAqb1N8t7M08HFqfLFCQ5Pbdlccd"
    "scx7twvSM/hm3UKw6G+MmszseAdoRZ0KC1+Wn7G2wkd80n4zX0N/TQfVs6eRvq/Ulkba+I"
    "6/nGygk4TVPFEBepNFzHTXAWw1xBOWwlKAtygQgwfgljEBa1FRYrWyloV3mgTAvan8qcdv"
    "HeaRe3XqQELqvMZWybrUJdMzLgr8r8VT/OVRXWStTHDFOvFs+SoBapDgB1NM1YtYsdPsZa"
    "7bxGZrwOO8D2i9eoP56S6/VFWIvbtQAr/QiTj19ub5u1bAw8bgkamZZWlCVfPL0q0PTa1S"
    "rFi2NZzmP5om3ZSJn3ooF5ev3p/cTFFHTP9ybhlsTmhNgTNPny8G6ydWx/M5ssnid02m+n"
    "JeykibmFSeNw0nA0FCQdR0HSiFkVBojtUimBhjapOngTm9RroU3qddkmlWyoKrzCxZ0nGS"
    "5spf9V3lnkCjsU5eTejAIUiXqpl5tEIC/xpq7TcWL6omSWLSiVMuU+sHPZEssdhecvyh49"
    "yB2xnkAx3eCJ6zyFv7fRp5pYZEv8CfGogLGjv+32Eor823BlmZwGCPIMyDNjOcNAnhmZPA"
    "MGUrDmqSTcqFsK4GPEzYpg8zGOpxILNIygl04sprOlUIbryrFMbIKQMA4hIce3xhzIaLRJ"
    "JxmEC7lgs2iPSMhmGYWGwln30XzexnmSSupJCQDeBvBu2DzysQo5MohVUDlWYUe/qc87oI"
    "R3Qo5Cm0uhu8x15LrY5Hp6xYpNgajXGAVVtolE3If6uuI4Aj8KAaXEfpQENEcCUTTFE/RY"
    "rYR0AXN8RgwVQ2dkI5KSBikH4nobTzPGtfoiprlDTxCLdLw+yONEVNTzSi666xfXEHQJkQ"
    "nw+pv7jv4xWrlq2Oiuu8BfO/RT3bCevFOORbI4YFZnmqRM97E7RApxNW94Nvlp6uIl2REM"
    "qcVKphZDKdMeW4sVln5ThAtEGsI8v2xiNqOjhECHz0p2yWDxH7yUwjlHoiPKjSoOzWsqDs"
    "2rFYd8/JUDcU2nvHi8FvjW2SH7aJW38becUmRisJPxAHabvoSrlRG4HLxramllJNrV0uql"
    "XplH77QWzo0cGTg3VHZurMke20awa8HjEinwWWU+Qx0MbdlcMQ4fKdAcmwRNeRHm4YNZnb"
    "ljmw7pOBIrZx33Nmh+eVUJxSqOIb9isG4c2boRLoYIMAnJrkilhTxdFO/O5w2ku/O5ULhj"
    "j4qy3RMxeTHxwrCGdDxEbHPiGjaYrDec21UIZ0YAeHLwDM/i5mgmwwFLXoglsaQO02S8dq"
    "USu+98FYsVEuBmFBreUt2HV+6RS5DNyy4S9xbL00BzsXrDW4vmYqBMtmHFKJTJccUVqsJa"
    "7cK3lIjWmHWagwaxMS/ExhSkGrSnp7TnP1uHwnTPZrpnE2kEVZ92tM94T7zog1ZMaemzWZ"
    "01LYwgc+OhQ8QQJWF90qFBkNrIng2R2kg/lM+NaREL0TmS4WXo49zjvUjLTxuenCzWD5Px"
    "GmqH3avfoIq0WeejU0WOlkEyIqa2V0KGDctXFNLWgflHrn/xzgl2fGkxflIrKy7DMf0LiV"
    "Ji4anIhAfa9+ukPVPK3p+M187eP28UtlwTtVwxR++wu+QK0vdbZFnilPCMTJuU8PP566t0"
    "5bJ/6hbt/Yfr21tOnast3/xVpxlmNNpAOXDJla0TtbyRKdlWoAEvKwdV1kNIAtBkuDaLuD"
    "Mg8dcdocJrmwYwBUoISVVZp3si/sakErbdgs9lWuC0ypwGI422bJYIPs4l7rhmnNzc3q90"
    "x+YY7bYeODM9xIqXkZ6AKDYQZLwappd1bGHJbfwwId3z6b/lBxCofdRAbRevsItjk2BTU0"
    "OBSDt7w3kTB8e52MFxXnFw7CwkVbsxGa+h96j7XP+wyDvnIqq35WRUOqnBXVhzdq6zJ/GV"
    "0njB5mhg0TZYtFD9IwX3TQNs3wihfVOJ5U6EjMah3AmBhtieNbnKzsRX2VnVVx+47ObnFP"
    "6s8UzkaDQEueNu9zuX8KSxOmN6SqLTXTawOd0kniCKt7ZyfI5KGxvwwMj76Ksc6DEB4N0a"
    "b8OOG2s0PcLzNNoVXZk3q9hUU7CpUq+JTu9y5ZB6rSRPp83y7kIp8R0fcYoE1Z4SCQlciq"
    "2Pih16Ntp494t0rRigmM33WPgTsyUDCoTAgbYccPEqsLmtbergz1Npc44PvfaZUmO4wY4g"
    "ToGLF9WhHCVcAO1lRXaJtmJCmRKY0P4M4kqS4sPnEAFSzUO/s6gk9s0NE3HMVyyGQYxnQl"
    "MXvTA+dGugY8EIZdNfGGZuyMclF8j00x47D0+OEXOxhZHXLuSGOwMEWKkWeVPoqRU8Y1fa"
    "MFOk0tC6ftbIOnNWY545q9pnItRw0sNBDuyUTEO0e6kRH8FGtwLdLRxH/Ut45wi1uzzOG9"
    "V7Pq+p93xerfccwcZsibwYqpfgzui0Q7v71OUk8IFetSsZqMt02kHdy7Ht4aWLpRohZBQa"
    "IFwn7fRRm/8XehhINp7IkQDgbQAnW24edy3iKQ1ALg0581Rw+0+IEc+RAODSgBP27kEYNc"
    "2RBcWol+kAemnol87u2XjEcrFbOZpWkJctBgoFep9dNZJRrmpklKuKjIJ8VnApTntpinKB"
    "SIOV3Xf4LCSXnoJFbLnBy8c21s8c3SAcVqQB9TgZLFO/ICPQxqvemWsrCvmQ3iw5MtgrKu"
    "8VyL8+BTYfuV73eKSZF3NeK/5UqSplBZqeIinGVq2sUifguCXQ1Vyrh1RApx9h8vHL7e2U"
    "s3w7gDarJTiqpdsU2MKWFeDapLIF3mNuqxKZyhaf0POWznKzx6OMcxNWuKiGxh4I1OdwEp"
    "0gkioCUqhJSBxemHFMeGfjB4f+aLD2LGR/SmfT4xAtLbwlplN3gdXnbCpNgJIsK1M4qDjV"
    "ZcoHWV3HgnCkkR2fXTcCzVcZCN8lNEyXm4FKFZSB5gXs2RDNC6CsxBB28XRXSKBcINIR5j"
    "5CURyXrImUjyej0BLjRhDXIFxJoXUDz+fmXTmOhZEtyDrJqEooLyjZCGGuO4fv7m4LZq23"
    "78tO4C8f3t5Q3EPY6SDiFw5rKJoyUNGU8UUJjvtwhrTZY6esQZmgvssErahiJdVPNyWARm"
    "AHNAJbOOazId8vukSm4fLuvmm0E/hLRy4bKkeiIcTd64sbtNtRRNp4lUukEEmlslc5tJju"
    "W/G5RDpM+AAEibTjc1joWzJ2IE/Tb5M9Rbjavsee43INmNKO2KZ179XE9EVHbH5FqdRlL+"
    "cY43k6Cm6zGj8HHWdE3rrhS+ov8JrYnnzhfPBzDObngFrvUOt9iHXeRVlF/JXOy2rbyARh"
    "F4kgELsM6h5ZgWQB55REpwU6sMnxV8eWshUk4zU8eLu3xVB5duO4/MpZ9YdvkVKn9d3FAZ"
    "zJcxVY69XyAiHE9CutlWPbbJWqmJGB1UVl/rqYCvHLlta1AilYUUfB56eNlGOzTKdfgnfn"
    "ERMu3hJ+2eV6aSNPN5ys8cc/qi9pHDmxbETyhURmmUr29qPa3noxtx8jqUzRdXpIVlkrq/"
    "uLTo8kx6Jvl4cKy7prj8dBXowkZYXjwshls4j9F3H2TC8ZGs8YhUy2g+2CvgapGQpZysQu"
    "i4RrDe2/yXCdbDmdGX/jld8czYwA8OTg2SaK98AAXkUhhQjeY5vVO47g9bBltaj4XiLTEO"
    "d5o6LY85qi2PNqUewYthZVyKuUGmLeSyHyGDnpOvtlOg3x7rHQPrSQgBYSeq7scbWQGPfZ"
    "Pb4mEsPJgZ23kSCeF7TyHxYIwUussvcQfAXd+wrAoq2RRfsds9qElmSRYTsZMWtg3zaW0e"
    "D+Y/SFVu2j2lVVsGsfaAUUW6wt5PmGtKm1RAWRy9yinsfJzYnrAHL3flIhsG7Pp6UIj7PV"
    "wYF1TAdWxH7ZuldFqm70FO27m4A7Btwxqqjh3bpjbEeuBFYyXrtozl7MSeNqX6CIOgw2Dq"
    "g/APUHtKk/cEu2xP8Hcu3oS1Y0ncLzWZ2+Y7GR9MT2+zFw/JQPvQ2zp9kfT5voCPbolYij"
    "J54PMX4qyYtiFSnlYlPxJiXQUHKsgzeRb14LpZvXZdkm2RhNoU3Ga4jsmwbIvhEi+6YSQJ"
    "IcNTI5QCmRTupmFylA4XldAbOmbIanndbeXVwqpFNB/o9CMm/X+T/dSb3vtzvH9T+HGmNF"
    "5M0e1sq7JBxmuM5TL9KuG4QlmGwn/s3PXknH7bHLiuayPyncdFRlBs8JXLoeoUaXmsJwwq"
    "bmpr5A1xpdHQtskP7SrZgRHyQSazWj0M4w3X3c3ROyuT1GanS3lEI7eN80gfeNGN43FXhl"
    "I9GHj0EfLbRo4QRSRoeUQDtwe0kXysl4TRHOkYCg8JKg4GLk8Zra1oVrJBTareBePK4WXv"
    "kG95Co7aCVJxuwhVb6ymh7aG2RiSXNQTkS6NnOQVM+WCBHBrXUVI4UCGzTqTJX3L0oGT98"
    "86Lpn1eBvWS8miwCYvnE9r5lb/uXvu6GGjb30tLIdJ2dEXg8Paj2pijQwVUhcVWwxWy3Od"
    "4KhHDAqXzAuYEtKQ1kFOAYqncMuTzzrbRTKPY9RHONE9YX3ULZmlLQJRTYU7FLKGLLSy4h"
    "xVI+xJv7GDmcOcklfCf24+IYYsuLcr/YVbMiFpauaFEg0s5acNbIWnBWYy0445RqIb9K9q"
    "xIKLRJoxs6o4P566U6uGYUoAV1rgWNK0FBFRludGL5coOXj+3YXKAE5UtlLlPR3223mYuU"
    "wGWVubwiNvE2rdhcIgU+q8xnZvUy2m9pDjnwW3V+g3lUbx6vENXRW53ceULgseo8Dnj5Oz"
    "WWm4xEO7tNL1EeJrfrpdBoY/KbXo7XaNNZpK3v+IhTyVWIZDoeoKx2Fd4Reoy0aXlYoIRa"
    "Dyqf7upnwCnCWYmop8CTLp+RI+k1hmwcYI4vm1DFAhpNkgnLy7YDXL94jaqSKLlWX8Q0t0"
    "8LgNL3n3z8cntb54vPRT7EGZAlN11M9f2Pn7GFwm8gBLmQcTlOR0QF69/6DFa4+coAm3Ii"
    "FeIns7owBfwVwhROIEzBDWxWtUe6BGWRrJXKWz4OFSpBedEkaeRCnDVyUUkbAXUX1F3VoI"
    "TQmcFDZyBW4xQsDJRX5nMLJufpwEOgMofBC6Q/j8EafApcPrI1WEmb0FiNwePZJu2twcOa"
    "LNVEtLXNkmsEPoZ9XcltP+JafZ8sZNvY/I59nujLV4ye5SGzOuvnLhocfUE6WjE7KFTc61"
    "ZDF9tHTbLGvOKzYtNoRtFXINDx7KJXTVqXXIl7l1xVmpeARaSN+ABSNkjZIGWDlA1S9vi2"
    "/ZilbJfs0fL5M6ZwetzIgtKIehk7Gmu40eD+ReyfpkvL8VKRwQzCjAu5WtcQgdB1BMIjsa"
    "UK2SbjNSxVeXbVpD5CWY7L970si9d4iwjHWy5GNyXQT3mZXzbRXugocbnVy4r+YiF7HdDT"
    "UgbjPI2Gq3jeBGUxxmWEffyVIzU80FcFAR/xeC2QrdMBb/75UFD/KsUkUhXw9u7jX5Ph5Q"
    "oTperMtvfEk3zFcGcUAHgLwCmumH5T01jgJaICtdRZzaHVLvnsslHy2WVN8tnl2Ju6KrMB"
    "xmZ1iiV8SRZnVMBepdnr4i0Jz782kVYFUgjEUZnPkYjRis8lUuCzynwuWGekLuU8IfBYZR"
    "5DoqguTgslAT3cZ3Ecy/rf3Hf0jynHoh4/mdVZ0n9x6RenwA1gQc+5cYqqUNJQ0iL2I/8p"
    "2NmPamffIvdRxrqQjNctt697I7tPfEvKcJMSaGet6b5fnPruofTIG+PapW/nY55bXmzxzZ"
    "FosH6HNviuyR5zmkCIi2enBFA7u54ZbToIYY+KxjLcyCiAHZ2zY+0iU+oiTQk0OIh67Vrp"
    "LZHNq79Sl+udkECyd7tkbwt5vsFQtFsZtTjkYNpS2bQVGRPasLpIOQiXFTF2jY7J4Dk+CT"
    "YHO7Mlm4uUwGal2bzHrkd43byFUlGOYji56Kxfuai7gkIYucuNjC0ho+jEzKjw1uglWk/5"
    "SraqwC+RV8WseZKI5kigHXoJTWftyKKZkYC/twAm+80Fs06PzxG1urHUAvI4qvwOrfnAi1"
    "dxjgRW8QjLWx/jrO28vnXimToQ2Nt4mlFeYC+Cmru9X0aU39FXGtGPaLx2nBcBzd04gorh"
    "5bO1A0Q/xdNoiWjuMmmw6an81AGgH7BJkLaI5oRM6ar2fQaC3aM9Nu/95xDaSjBY7unshY"
    "Awj43qISKsEAK2ciwTx6FdUNNdlUgv2a7zwzecHyzY66JJPNKFOB7pohKPFC95CXgzCgC4"
    "AcAQk6FUTMZy43jYbtV2PEcInmuV3SBgRwbLp3pggs3oODYjUB/Hqz5+xqKeX/GTWZ3a6O"
    "Jhen6VCnHlImMgSQhUR0U0m+5r3dJl7vGCTWrarKUUGgLcfTLLk+OanChnMb4pgY7wvmpU"
    "OYcNE0P8CmrnnKhOCMUY9OexwqFO41BRIUZkGH1ftTgGJVVSmTAGcLp34HQ/jor/IewgGC"
    "5ljpqfezqrU/W3UR9CtmgU620DSn3XSv0ucCmFlF6fI9FRNWpSovhMXKP4rFKkWL0620eE"
    "t5dC24M3YlK4hE33pqmF6zxxq4eJ4c2RDFYrfqDk++7xNfGeLKVO4IxCv9oGnRcJGoPhby"
    "Bw503AnYvBnVfAtfFX39ghn5PYV+MYyBNpB3IvRck9bPMWsbhARzIeElHL+TpgoxZCrZP9"
    "Ejq0nwKXoWRwf4ZVKBk82pLBn+j1T7/eTWhI4FgCC89ntY34opFGaJNoZg2cXtsTuoXpOv"
    "MmzmqCJgyk2cRxJ46NJ/4G+RPiTXxnssBLZ4snxJ9Frz4hb0IFF5+SsJLF305LrOp0YrBM"
    "KnD6zGosk2A269tsxvaCIW87K5FpiHb3Np4xGCGGW8ydmyHou2MZ9Tgdr039yg7rNIGloT"
    "so/Rb6Z44MbAxKa59gSjoJNoMp6RS4fDRTUgv9bhymJBnbx0tmpzsbPzj0R7dGJyWh79jo"
    "1IUh6Z6s7S+7qdiSFA+YNTElsYR8I9g1NSZN2PjfB7vJE0saTw1ALxuLJAjBGKTA+TEDYx"
    "AYg9RDG4xBYAwCYxAYgw6HEoxBOuuPYAw6CTaDMegUuKxCzLvWSQVQTKTHkPcd8jymMxgb"
    "5ElFZlcINYR73ig+e14Tnz2vxmdbyF4H3LxZMdh5Gh1xboKyGOOKVofdrWd4mNcgt6abdo"
    "FKQ5TPmtVxqaniUgaaZTbTt1wRd9tKmuXRg0yrtLQzpiyewXZWL3k8PnrEBrIc+ikqUL91"
    "HAsjW3CQFQhLcC8o5QjxroH37d3dbWH3vH1f7nn25cPbG3q0hejTQSTygUWGl4Nckd15z9"
    "6b2PaJ/zzlOM7SZ7M6nxmJRpF+qvUTzwsijcULFv/BS/+wav11naaaNpmKdRx19aIBe0yJ"
    "3WEZ45qe1hmFhkf1/PKykUPsssYhdllJuYy3hATIORJAuRnK9KtjKcduSqAhwt03TBiD33"
    "yo5PdevOZg9D8FBSloV+4y6LTYJTD4FII/lfXhjCWRWE1Ex5pJfEe3zeZ7K9w2FR02ezir"
    "U2IdNsxY0XFQTlDzOE0Pex79IJJHaZEK2qSXvHlQorHkMG3iLxW7SyveUtfZE1POnJKn0R"
    "Dh7oMy6eXut4kvLtNBaEUJak5ohUPFqBZQl+k0XNe9FcdsAXeVEgBvsrpH5KscyLJ19mre"
    "BGY2rCYOYF6Bmk3DkeMeKJgCJ2VCoAHEddaNm38+FAwblV6qqXHj9u7jX5Ph5QarRbDH4d"
    "IZzFZ7wg6dMWMM/oZ+/Q0hXMYeu4ROynPB18WQVIkHjCNJXxlVIMm4QpZHW6Mb3Git5JCx"
    "eVkgd+YUuKyEs3Q8luDR8XdFbOJtWvG4RAp8VpnPUFtbF5e4koCO1SP+CXneI+bGdCePZn"
    "Xe8Ce8YP5w26CiaxjdjRrW1Qa3+Gjd4u6Oe5DWNHff8Y9RHXwC88vzRoaR8xrDyDlHg4w3"
    "kyTSFULtPIxn5428MGyY2D1wXvXE7IKFRZZGfOA19REUqbRY3kO7CsKLcYNs05KyR5XItI"
    "C+FD/f5GC5EJ8rF5VjJaxVuHQCm6Pq1KU7Fem0KSw1SNrTmCyuwznSm9hcr8Q216uKzZVJ"
    "w1QTD3aSXoQCHTgQJBwIYOVudYWOzW5iIc83WhpBy7RgIVOZ05A1oo2JTE1ER24jo5KaxS"
    "QYPBUby7Ixs2ZWs2S8YkYzKH7QrRYgNqbJh9pC+LhEgC2km5TtZ1dNrGdlOSRnO7uCoPEj"
    "r+mxWcwGCuTq3l4GET6g90BkwHjUHiUBHavWc00VFOZKXCLfcacclac4YFan76D8UFB1Tl"
    "TV8fDSxXIZKymFhoJhTxXIPN/wfMzzg9Qs9ALZcA4+TZY8OEVAZDySqVyFFo9diIwyMg50"
    "11Syu+a7qEw6Yl/lHX2JJzNWxtSKjcvcaIP15gPR8URFx+NbyY8tzvRsUwzbBtI3WHFAvt"
    "8iy6pvOJhSDic7Xva74M/nr6/SJc7+qVvU9x+ub2+r0iDYD09BGDxylTi1rouji4QxrgdL"
    "hffZPGNkwIuCYXH99S0bfsZLZ4/dZ5FcWHheKxO68UiQB0EePKY8qHXUBJixTkJyUceMpa"
    "w0OhbXp5qIjtf3aRL/xvZdbmJ07mmtqILYOAPboYbcu6Ty0xQtwxytGM/iSUxf+zekTR81"
    "bXqHXY+nmNREIqYUGtqwuq+7tXjmp+/WJ4A9C7J3IfurLvsLyZWeRNr2Eet+GfsbwmuoWd"
    "MWOCHQLqSzl+7W41JuFJGDR6fbFIWhprJNkapfDUcVtVWieQeEyvanL8ZLrwOV8TqbaZyr"
    "9EW1sbhN+Zpjed0Op4sruVhbq+L0/Scfv9zeHksXf2/viY/ib11tPJ09ndW2nk7H9dJ7ur"
    "ggozLgB3WfBvW7a/V7DMXcB4w97qGcu+vIJaQl4zXEt+OmXuDuAneXcnrD6FRCCMc6BS67"
    "VHJF7eoVlUihXJHKfAYDTw8GnlBNohtg8SyJa4UQjD1g7DmOsSdbimDyqUe2smmVMvy8Q1"
    "TkNxE39zx9NqvNH4pHHTFMVLjR62JFc0Td5FNAxOj0V8eWMk4k4zU0TnSvQD/inW+sXGdb"
    "RVi4yAs02tSUnp9dvL54c351kS7u9JW6NR2t34NSILo7eL9Dzw+OjyzewZs+qz14TfRMT0"
    "s6DE5eOHktYj/KcSGhgEIUkkzIQH/aOFXM6xM5YxKdQO8iiZOeZRK3WjxaJxAPutIKZnaL"
    "LB89uaMgo9EJ0oEPA2+JbEncUxKAvTXse4KfJGFPSQD2A2D3SFJmTgb5jArAlwJfHbXl78"
    "gKoeepLdGz2Utqy54NA7UF1BZQW45wdoPaMu1KbSFbbPMrYdRFDeWINLR8dl/8HrTDrrTD"
    "fXI/N12sKYGGC7WX2rCgf4P+fUqwg/59airgD07g2sj65FBdXpAwUh4yq1MI/xMNhjJTJ6"
    "oDxvyXkUpyJBB5X5JJqoEDHl5TjUO2HXVGpE3cwMBX4+LZx5JXY0oCmLfDPOyxIHue54gA"
    "99HJI/cohK8ihISv10oeHh0BYseJih1HNCqpgH5nJiUv3mZNZbdkvIYGpW5EN0WO1b8zX+"
    "33JPyMlbM1e1h7wIb+XvqGVkNn3/R6wgZPnNXEw8jC5iScwaM7ZIMn9KOSFfZ89vjnP7ON"
    "PTGJi5e+4z7/5Q/RyJ+/nZYY18Wc/7L/ZVPO+1Qgphf3ZOW48SSzyVn4nxdst4hVIGTzRI"
    "/o9MifIBdPbGdiOfYauxMWjjv5JvoYf/CWG7xF3+6ef0fnXxGXyiD0lJlNsG2yP6LPR//w"
    "JsSeEH822SBr9Xtnh+3ZBNE3ck3C1Gb2jixZzvvT5MvDu8Jns5wlsoqfj75VKO1gk9Cvwn"
    "56k2A38R36boS+kxl+YspRi1Ck6BuzD8HwC3E94LILf0scE8l47fS7rmqZiW+2eKXK+vhy"
    "ZDoZ5rrw86W7U0JiKNDoBGhnkkN80ElgmqMARDmIslbfcjpFQqETnGDmOQXYUzGmha0nIQ"
    "NrT8sIIpf4VFZoUf2hSAm1XJSr/qCa9nnDtmqdBnoT7+UmWmi48RurossNolob040KimOk"
    "2Ll457j0H6YqPU8C2yfWBLOeOZG2uaEa2gJjm46Ll/zkifgbqsfxFNSe3omprf9gf/9sY8"
    "r4KH7151Cli9+Aab3p6wvM1NRIF2Sqa/T6n6LpfmaBlz9HT9ifkyf6vlEeuxmqmGvHMf/0"
    "LzscbGPC9MPwneJp8uMP1SXBcHpMw6kawdOnKfOMIFxaL0knd3DKAV8iBPzb4b9FJm4hZu"
    "bIQMYEGfMFGfPv2PUEkWyVMU0lzX00vqGweWfjies8/dfk55ju58mamWYi2SuS9mIhkYps"
    "RcdFJGaFku1s8vMK20v8c0RHF75XIajKn0O/eceSX71Vu8uwDhWEv/bmbLFEt8/WtkQUb0"
    "YEEl3r+y3cMXLApyQA+xjDlcIb5XN4G/JvG/bs5VtmwF537J2kW9t1oY+P5UyGJNrTOEE4"
    "lXHBCjI89I/028qKgQmNTrB3EdkAueBdIRnXNpEUojMinfAc+EBw8Qq7Lq/7VE1flByNhq"
    "GoveQ2B/7W8JzA5WksYqSLVBpifdaogeZZTQPNs2oDTYbaFpsk4JR7rcc6owKsm2O9RNsd"
    "ImupSh5lOsC7Od4+dqVXdkIDOEusa1Ew8AvLWhgMDGgL0A5VO5cTzipGOkeiIcrzJhKIWP"
    "6o4Et8OXDj8Roi28v6NfGeyEl2GYWOGHdexmrBnGpyWkqOREOIr5qs4ivxIr6qrGHv2fOx"
    "lFyRUQDADQC2kL0O0FrqmMjTaAhy9wfFzkJLzC/ZIUa5QDQczNPpiEBWxAV4jV2y3Ew5Ds"
    "D4yazO/YeyMcqULTiV0NsDM7VahGDUlGYUBmDocKr2YsBkm0oC4Xi4huj2pAALTA0/3N99"
    "FCnAIjODSZb+5P8mFvHG6AepAZeBwWZOgzMTTL/5cP3PMtzvbu/ehuDkoi7ZBG+PfZn99v"
    "/BHAfl"
)
