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
    "paid_ref" VARCHAR(120) NOT NULL,
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
    "paid_ref" VARCHAR(120) NOT NULL,
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
    "V7Pq+p93xerfccwcZsibwYqpfgzui0Q7v71OUk8IFetSsZqMt02kHdy7EdWrVkkc7RAMpN"
    "UPbw0sVS7SYyCg0QrpMp++iA8As9ciXbe+RIAPA2gJMtN1u+FvGUBiCXhpz5g7hdPsSI50"
    "gAcGnACXv3IIxN50jcYtTLdAC9NPRLZ/dsPGK5CLkcTSvIy3YZhcLpz64ayShXNTLKVUVG"
    "QT4raxUnFzVFuUCkwcruO0gZUnhPwe643ODlYxsbc45uEA4r0uZ7nAyWqRKREWgTu9CZAz"
    "EKrJHeLDky2Csq7xXIcj8FNh+5Kvp4pJkXM4srXmupWnAFmp7iVcZWE65SjeG4hebVXKuH"
    "1JmnH2Hy8cvt7ZSzfDuANqvYOKql2xTYwpYV4NqkfgjeY25DGJn6IZ/Q85bOcrPHo4wmFN"
    "YRqQYgHwjU53ASnSCSKrVSqPxIHF4wd0x4Z+MHh/5osPYsZH9KZ9PjEC0tvCWmU3eB1eds"
    "Kk2AkizeUzioODV8ygdZXV+IcKSRHZ9dt1vN13II3yU0TJdbrkqV7YEWEezZEC0ioHjHEH"
    "bxdFdIoFwg0hHmPkJRHJesiZSPJ6PQEuNGENcgXElUdgPP52a3OY6FkS3I7cmoSigvKNkI"
    "Ya47h+/ubgtmrbfvy07gLx/e3lDcQ9jpIOIXDmsoTTNQaZrxxWKO+3CG5ORjJwZCMaa+iz"
    "GtqGIl1bU4JYB2awe0W1s45rMh35W7RKbh8u6+NbcT+EtHLucsR6IhxN3rixu021FE2niV"
    "S6QQSaWyVzm0mO5b8blEOkz4AASJtONzWE5dMnYgT9NvK0NFuNq+k6Hjcg2Y0o7Ypt0F1M"
    "T0RUdsfkWp1Msw5xjjeToKbrMaPwcdZ0TeuuEbFyzwmtiefHsC8HMM5ueAivpQUX+Idd5F"
    "8Ur8lc7LKgjJBGEXiSAQuwzqHlmBZJnslESnBTqwyfFXx5ayFSTjNTx4u7fFUHl247j8+m"
    "T1h2+RUqf13cUBnMlzFVjr1fICIcT0K62VY9tslaqYkYHVRWX+upgK8cuW1rUCKVhRR8Hn"
    "p42UY7NMp1+Cd+cREy7eEn5x63ppI083nKzxxz+qL2kcObFsRPKFRGaZSvb2o9reejG3Hy"
    "OpTNF1ekhWWSur+4tOjyTHom+XhwrLumuPx0FejCRlhePCyGWziP0XcfZMLxkazxiFTLaD"
    "7YK+BqkZClnKxC6LhGsN7b/JcJ1sOZ0Zf+OV3xzNjADw5ODZJor3wABeRSGFCN5jm9U7ju"
    "D1sGW1qKtfItMQ53mj0uPzmtLj82rp8Ri2FrXeq5QaYt5LufcYOeluBmU6DfHusZ0BNOqA"
    "Rh16ruxxNeoY99k9vlYdw8mBnTfrIJ4XtPIfFgjBS6yy9xB8Bd37CsCirZFF+x2z2oSWZJ"
    "FhOxkxa2DfNpbR4P5j9IVW7aPaVVWwax9oBRRbrC3k+Ya0qbVEBZHL3KKex8nNiesAcvd+"
    "UiGwbs+npQiPs9XBgXVMB1bEftm6V0WqbvQU7bubgDsG3DGqqOHdumNsR64EVjJeu2jOXs"
    "xJ42pfoIg6DDYOqD8A9Qe0qT9wS7bE/wdy7ehLVjSdwvNZnb5jsZH0xPb7MXD8lA+9DbOn"
    "2R9Pm+gI9uiViKMnng8xfirJi2IVKeViU/EmJdBQcqyDN5FvXgulm9dl2SbZGE2hTcZriO"
    "ybBsi+ESL7phJAkhw1MjlAKZFO6mYXKUDheV0Bs6Zshqed1t5dXCqkU0H+j0Iyb9f5P91J"
    "ve+3O8f1P4caY0XkzR7WyrskHGa4zlMv0q4bhCWYbCf+zc9eScftscuK5rI/Kdx0VGUGzw"
    "lcuh6hRpeawnDCpuamvkDXGl0dC2yQ/tKtmBEfJBJrNaPQzjDdfdzdE7K5PUZqdLeUQjt4"
    "3zSB940Y3jcVeGUj0YePQR8ttGjhBFJGh5RAO3B7SRfKyXhNEc6RgKDwkqDgYuTxmtrWhW"
    "skFNqt4F48rhZe+Qb3kKjtoJUnG7CFVvrKaHtobZGJJc1BORLo2c5BUz5YIEcGtdRUjhQI"
    "bNOpMlfcvSgZP3zzoumfV4G9ZLyaLAJi+cT2vmVv+5e+7oYaNvfS0sh0nZ0ReDw9qPamKN"
    "DBVSFxVbDFbLc53gqEcMCpfMC5gS0pDWQU4Biqdwy5PPOttFMo9j1Ec40T1hfdQtmaUtAl"
    "FNhTsUsoYstLLiHFUj7Em/sYOZw5ySV8J/bj4hhiy4tyv9hVsyIWlq5oUSDSzlpw1shacF"
    "ZjLTjjlGohv0r2rEgotEmjGzqjg/nrpTq4ZhSgBXWuBY0rQUEVGW50Yvlyg5eP7dhcoATl"
    "S2UuU9HfbbeZi5TAZZW5vCI28Tat2FwiBT6rzGdm9TLab2kOOfBbdX6DeVRvHq8Q1dFbnd"
    "x5QuCx6jwOePk7NZabjEQ7u00vUR4mt+ul0Ghj8ptejtdo01mkre/4iFPJVYhkOh6grHYV"
    "3hF6jLRpeVighFoPKp/u6mfAKcJZiainwJMun5Ej6TWGbBxgji+bUMUCGk2SCcvLtgNcv3"
    "iNqpIouVZfxDS3TwuA0veffPxye1vni89FPsQZkCU3XUz1/Y+fsYXCbyAEuZBxOU5HRAXr"
    "3/oMVrj5ygCbciIV4iezujAF/BXCFE4gTMENbFa1R7oEZZGslcpbPg4VKkF50SRp5EKcNX"
    "JRSRsBdRfUXdWghNCZwUNnIFbjFCwMlFfmcwsm5+nAQ6Ayh8ELpD+PwRp8Clw+sjVYSZvQ"
    "WI3B49km7a3Bw5os1US0tc2SawQ+hn1dyW0/4lp9nyxk29j8jn2e6MtXjJ7lIbM66+cuGh"
    "x9QTpaMTsoVNzrVkMX20dNssa84rNi02hG0Vcg0PHsoldNWpdciXuXXFWal4BFpI34AFI2"
    "SNkgZYOUDVL2+Lb9mKVsl+zR8vkzpnB63MiC0oh6GTsaa7jR4P5F7J+mS8vxUpHBDMKMC7"
    "la1xCB0HUEwiOxpQrZJuM1LFV5dtWkPkJZjsv3vSyL13iLCMdbLkY3JdBPeZlfNtFe6Chx"
    "udXLiv5iIXsd0NNSBuM8jYareN4EZTHGZYR9/JUjNTzQVwUBH/F4LZCt0wFv/vlQUP8qxS"
    "RSFfD27uNfk+HlChOl6sy298STfMVwZxQAeAvAKa6YflPTWOAlogK11FnNodUu+eyyUfLZ"
    "ZU3y2eXYm7oqswHGZnWKJXxJFmdUwF6l2eviLQnPvzaRVgVSCMRRmc+RiNGKzyVS4LPKfC"
    "5YZ6Qu5Twh8FhlHkOiqC5OCyUBPdxncRzL+t/cd/SPKceiHj+Z1VnSf3HpF6fADWBBz7lx"
    "iqpQ0lDSIvYj/ynY2Y9qZ98i91HGupCM1y23r3sju098S8pwkxJoZ63pvl+c+u6h9Mgb49"
    "qlb+djnltebPHNkWiwfoc2+K7JHnOaQIiLZ6cEUDu7nhltOghhj4rGMtzIKIAdnbNj7SJT"
    "6iJNCTQ4iHrtWuktkc2rv1KX652QQLJ3u2RvC3m+wVC0Wxm1OORg2lLZtBUZE9qwukg5CJ"
    "cVMXaNjsngOT4JNgc7syWbi5TAZqXZvMeuR3jdvIVSUY5iOLnorF+5qLuCQhi5y42MLSGj"
    "6MTMqPDW6CVaT/lKtqrAL5FXxax5kojmSKAdeglNZ+3IopmRgL+3ACb7zQWzTo/PEbW6sd"
    "QC8jiq/A6t+cCLV3GOBFbxCMtbH+Os7by+deKZOhDY23iaUV5gL4Kau71fRpTf0Vca0Y9o"
    "vHacFwHN3TiCiuHls7UDRD/F02iJaO4yabDpqfzUAaAfsEmQtojmhEzpqvZ9BoLdoz027/"
    "3nENpKMFju6eyFgDCPjeohIqwQArZyLBPHoV1Q012VSC/ZrvPDN5wfLNjrokk80oU4Humi"
    "Eo8UL3kJeDMKALgBwBCToVRMxnLjeNhu1XY8Rwiea5XdIGBHBsunemCCzeg4NiNQH8erPn"
    "7Gop5f8ZNZndro4mF6fpUKceUiYyBJCFRHRTSb7mvd0mXu8YJNatqspRQaAtx9MsuT45qc"
    "KGcxvimBjvC+alQ5hw0TQ/wKauecqE4IxRj057HCoU7jUFEhRmQYfV+1OAYlVVKZMAZwun"
    "fgdD+Oiv8h7CAYLmWOmp97OqtT9bdRH0K2aBTrbQNKfddK/S5wKYWUXp8j0VE1alKi+Exc"
    "o/isUqRYvTrbR4S3l0LbgzdiUriETfemqYXrPHGrh4nhzZEMVit+oOT77vE18Z4spU7gjE"
    "K/2gadFwkag+FvIHDnTcCdi8GdV8C18Vff2CGfk9hX4xjIE2kHci9FyT1s8xaxuEBHMh4S"
    "Ucv5OmCjFkKtk/0SOrSfApehZHB/hlUoGTzaksGf6PVPv95NaEjgWAILz2e1jfiikUZok2"
    "hmDZxe2xO6hek68ybOaoImDKTZxHEnjo0n/gb5E+JNfGeywEtniyfEn0WvPiFvQgUXn5Kw"
    "ksXfTkus6nRisEwqcPrMaiyTYDbr22zG9oIhbzsrkWmIdvc2njEYIYZbzJ2bIei7Yxn1OB"
    "2vTf3KDus0gaWhOyj9FvpnjgxsDEprn2BKOgk2gynpFLh8NFNSC/1uHKYkGdvHS2anOxs/"
    "OPRHt0YnJaHv2OjUhSHpnqztL7up2JIUD5g1MSWxhHwj2DU1Jk3Y+N8Hu8kTSxpPDUAvG4"
    "skCMEYpMD5MQNjEBiD1EMbjEFgDAJjEBiDDocSjEE6649gDDoJNoMx6BS4rELMu9ZJBVBM"
    "pMeQ9x3yPKYzGBvkSUVmVwg1hHveKD57XhOfPa/GZ1vIXgfcvFkx2HkaHXFugrIY44pWh9"
    "2tZ3iY1yC3ppt2gUpDlM+a1XGpqeJSBpplNtO3XBF320qa5dGDTKu0tDOmLJ7BdlYveTw+"
    "esQGshz6KSpQv3UcCyNbcJAVCEtwLyjlCPGugfft3d1tYfe8fV/uefblw9sberSF6NNBJP"
    "KBRYaXg1yR3XnP3pvY9on/POU4ztJnszqfGYlGkX6q9RPPCyKNxQsW/8FL/7Bq/XWdppo2"
    "mYp1HHX1ogF7TIndYRnjmp7WGYWGR/X88rKRQ+yyxiF2WUm5jLeEBMg5EkC5Gcr0q2Mpx2"
    "5KoCHC3TdMGIPffKjk91685mD0PwUFKWhX7jLotNglMPgUgj+V9eGMJZFYTUTHmkl8R7fN"
    "5nsr3DYVHTZ7OKtTYh02zFjRcVBOUPM4TQ97Hv0gkkdpkQrapJe8eVCiseQwbeIvFbtLK9"
    "5S19kTU86ckqfREOHugzLp5e63iS8u00FoRQlqTmiFQ8WoFlCX6TRc170Vx2wBd5USAG+y"
    "ukfkqxzIsnX2at4EZjasJg5gXoGaTcOR4x4omAInZUKgAcR11o2bfz4UDBuVXqqpceP27u"
    "Nfk+HlBqtFsMfh0hnMVnvCDp0xYwz+hn79DSFcxh67hE7Kc8HXxZBUiQeMI0lfGVUgybhC"
    "lkdboxvcaK3kkLF5WSB35hS4rISzdDyW4NHxd0Vs4m1a8bhECnxWmc9QW1sXl7iSgI7VI/"
    "4Jed4j5sZ0J49mdd7wJ7xg/nDboKJrGN2NGtbVBrf4aN3i7o57kNY0d9/xj1EdfALzy/NG"
    "hpHzGsPIOUeDjDeTJNIVQu08jGfnjbwwbJjYPXBe9cTsgoVFlkZ84DX1ERSptFjeQ7sKwo"
    "txg2zTkrJHlci0gL4UP9/kYLkQnysXlWMlrFW4dAKbo+rUpTsV6bQpLDVI2tOYLK7DOdKb"
    "2FyvxDbXq4rNlUnDVBMPdpJehAIdOBAkHAhg5W51hY7NbmIhzzdaGkHLtGAhU5nTkDWijY"
    "lMTURHbiOjkprFJBg8FRvLsjGzZlazZLxiRjMoftCtFiA2psmH2kL4uESALaSblO1nV02s"
    "Z2U5JGc7u4Kg8SOv6bFZzAYK5OreXgYRPqD3QGTAeNQeJQEdq9ZzTRUU5kpcIt9xpxyVpz"
    "hgVqfvoPxQUHVOVNXx8NLFchkrKYWGgmFPFcg83/B8zPOD1Cz0AtlwDj5Nljw4RUBkPJKp"
    "XIUWj12IjDIyDnTXVLK75ruoTDpiX+UdfYknM1bG1IqNy9xog/XmA9HxREXH41vJjy3O9G"
    "xTDNsG0jdYcUC+3yLLqm84mFIOJzte9rvgz+evr9Ilzv6pW9T3H65vb6vSINgPT0EYPHKV"
    "OLWui6OLhDGuB0uF99k8Y2TAi4Jhcf31LRt+xktnj91nkVxYeF4rE7rxSJAHQR48pjyodd"
    "QEmLFOQnJRx4ylrDQ6FtenmoiO1/dpEv/G9l1uYnTuaa2ogtg4A9uhhty7pPLTFC3DHK0Y"
    "z+JJTF/7N6RNHzVteoddj6eY1EQiphQa2rC6r7u1eOan79YngD0Lsnch+6su+wvJlZ5E2v"
    "YR634Z+xvCa6hZ0xY4IdAupLOX7tbjUm4UkYNHp9sUhaGmsk2Rql8NRxW1VaJ5B4TK9qcv"
    "xkuvA5XxOptpnKv0RbWxuE35mmN53Q6niyu5WFur4vT9Jx+/3N4eSxd/b++Jj+JvXW08nT"
    "2d1baeTsf10nu6uCCjMuAHdZ8G9btr9XsMxdwHjD3uoZy768glpCXjNcS346Ze4O4Cd5dy"
    "esPoVEIIxzoFLrtUckXt6hWVSKFckcp8BgNPDwaeUE2iG2DxLIlrhRCMPWDsOY6xJ1uKYP"
    "KpR7ayaZUy/LxDVOQ3ETf3PH02q80fikcdMUxUuNHrYkVzRN3kU0DE6PRXx5YyTiTjNTRO"
    "dK9AP+Kdb6xcZ1tFWLjICzTa1JSen128vnhzfnWRLu70lbo1Ha3fg1Igujt4v0PPD46PLN"
    "7Bmz6rPXhN9ExPSzoMTl44eS1iP8pxIaGAQhSSTMhAf9o4VczrEzljEp1A7yKJk55lErda"
    "PFonEA+60gpmdossHz25oyCj0QnSgQ8Db4lsSdxTEoC9Nex7gp8kYU9JAPYDYPdIUmZOBv"
    "mMCsCXAl8dteXvyAqh56kt0bPZS2rLng0DtQXUFlBbjnB2g9oy7UptIVts8yth1EUN5Yg0"
    "tHx2X/wetMOutMN9cj83XawpgYYLtZfasKB/g/59SrCD/n1qKuAPTuDayPrkUF1ekDBSHj"
    "KrUwj/Ew2GMlMnqgPG/JeRSnIkEHlfkkmqgQMeXlONQ7YddUakTdzAwFfj4tnHkldjSgKY"
    "t8M87LEge57niAD30ckj9yiEryKEhK/XSh4eHQFix4mKHUc0KqmAfmcmJS/eZk1lt2S8hg"
    "albkQ3RY7VvzNf7fck/IyVszV7WHvAhv5e+oZWQ2ff9HrCBk+c1cTDyMLmJJzBoztkgyf0"
    "o5IV9nz2+Oc/s409MYmLl77jPv/lD9HIn7+dlhjXxZz/sv9lU877VCCmF/dk5bjxJLPJWf"
    "ifF2y3iFUgZPNEj+j0yJ8gF09sZ2I59hq7ExaOO/km+hh/8JYbvEXf7p5/R+dfEZfKIPSU"
    "mU2wbbI/os9H//AmxJ4QfzbZIGv1e2eH7dkE0TdyTcLUZvaOLFnO+9Pky8O7wmeznCWyip"
    "+PvlUo7WCT0K/CfnqTYDfxHfpuhL6TGX5iylGLUKToG7MPwfALcT3gsgt/SxwTyXjt9Luu"
    "apmJb7Z4pcr6+HJkOhnmuvDzpbtTQmIo0OgEaGeSQ3zQSWCaowBEOYiyVt9yOkVCoROcYO"
    "Y5BdhTMaaFrSchA2tPywgil/hUVmhR/aFICbVclKv+oJr2ecO2ap0GehPv5SZaaLjxG6ui"
    "yw2iWhvTjQqKY6TYuXjnuPQfpio9TwLbJ9YEs545kba5oRraAmObjouX/OSJ+Buqx/EU1J"
    "7eiamt/2B//2xjyvgofvXnUKWL34BpvenrC8zU1EgXZKpr9Pqfoul+ZoGXP0dP2J+TJ/q+"
    "UR67GaqYa8cx//QvOxxsY8L0w/Cd4mny4w/VJcFwekzDqRrB06cp84wgXFovSSd3cMoBXy"
    "IE/Nvhv0UmbiFm5shAxgQZ8wUZ8+/Y9QSRbJUxTSXNfTS+obB5Z+OJ6zz91+TnmO7nyZqZ"
    "ZiLZK5L2YiGRimxFx0UkZoWS7Wzy8wrbS/xzREcXvlchqMqfQ795x5JfvVW7y7AOFYS/9u"
    "ZssUS3z9a2RBRvRgQSXev7LdwxcsCnJAD7GMOVwhvlc3gb8m8b9uzlW2bAXnfsnaRb23Wh"
    "j4/lTIYk2tM4QTiVccEKMjz0j/TbyoqBCY1OsHcR2QC54F0hGdc2kRSiMyKd8Bz4QHDxCr"
    "sur/tUTV+UHI2Goai95DYH/tbwnMDlaSxipItUGmJ91qiB5llNA82zagNNhtoWmyTglHut"
    "xzqjAqybY71E2x0ia6lKHmU6wLs53j52pVd2QgM4S6xrUTDwC8taGAwMaAvQDlU7lxPOKk"
    "Y6R6IhyvMmEohY/qjgS3w5cOPxGiLby/o18Z7ISXYZhY4Yd17GasGcanJaSo5EQ4ivmqzi"
    "K/EivqqsYe/Z87GUXJFRAMANALaQvQ7QWuqYyNNoCHL3B8XOQkvML9khRrlANBzM0+mIQF"
    "bEBXiNXbLcTDkOwPjJrM79h7IxypQtOJXQ2wMztVqEYNSUZhQGYOhwqvZiwGSbSgLheLiG"
    "6PakAAtMDT/c330UKcAiM4NJlv7k/yYW8cboB6kBl4HBZk6DMxNMv/lw/c8y3O9u796G4O"
    "SiLtkEb499mf32/0wKeHU="
)
