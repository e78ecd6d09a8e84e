from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

LISTED = '"page_id" IS NULL AND "deleted_at" IS NULL'
LISTS = {
    "any": LISTED,
    "live": f'{LISTED} AND "archived_at" IS NULL',
    "archived": f'{LISTED} AND NOT "archived_at" IS NULL',
    "deleted": '"page_id" IS NULL AND "deleted_at" IS NOT NULL',
}
ORDERS = {"newest": "created_at", "clicks": "followed", "recent": "last_followed_at"}
CREATE = 'CREATE INDEX "{}" ON "{}" ({}) WHERE {};'
# The API lists "any" links, and only by their age.
PARTIAL = [
    (f"idx_links_{name}_{order}", "links", f'"account_id", "{column}", "id"', condition)
    for name, condition in LISTS.items()
    for order, column in ORDERS.items()
    if (name, order) != ("any", "clicks") and (name, order) != ("any", "recent")
] + [
    ("idx_qr_codes_listed", "qr_codes", '"account_id", "created_at", "id"', '"deleted_at" IS NULL'),
    ("idx_pages_listed", "pages", '"account_id", "created_at", "id"', '"deleted_at" IS NULL'),
    ("idx_api_keys_active", "api_keys", '"account_id", "created_at", "id"', '"revoked_at" IS NULL'),
    ("idx_names_held", "names", '"account_id", "held_at"', 'NOT "held_at" IS NULL'),
]
# Visits know a link and a page by the end of its id (`visit_key`).
VISIT_KEYS = [
    (f"idx_{table}_visit_key", table, '"account_id", substr(CAST("id" AS TEXT), 20)') for table in ("links", "pages")
]
# Where nearly all rows hold NULL, SQLite's planner takes `column IS NULL` for a rare value once it has statistics, and
# sorts all rows rather than reading them in order; so these leave NULL out. They keep their names.
RARE = [
    ("idx_links_deleted_726ff9", "links", "deleted_at"),
    ("idx_qr_codes_deleted_71aa7d", "qr_codes", "deleted_at"),
    ("idx_pages_deleted_da0025", "pages", "deleted_at"),
    ("idx_names_page_id_e74c53", "names", "page_id"),
    ("idx_qr_codes_page_id_f46bf7", "qr_codes", "page_id"),
    ("idx_qr_codes_logo_id_794458", "qr_codes", "logo_id"),
]
PAGE_BLOCKS = 'CREATE UNIQUE INDEX "uid_links_page_id_12e70c" ON "links" ("page_id", "page_block")'
BY_HAND = "\n        ".join(
    [
        "",
        *(CREATE.format(*index) for index in PARTIAL),
        *(f'CREATE INDEX "{name}" ON "{table}" ({columns});' for name, table, columns in VISIT_KEYS),
        *(f'DROP INDEX "{name}";' for name, *_ in RARE),
        *(CREATE.format(name, table, f'"{column}"', f'"{column}" IS NOT NULL') for name, table, column in RARE),
        f'DROP INDEX "uid_links_page_id_12e70c"; {PAGE_BLOCKS} WHERE "page_id" IS NOT NULL;',
    ]
)
BACK = "\n        ".join(
    [
        "",
        *(f'DROP INDEX "{name}";' for name, *_ in PARTIAL + VISIT_KEYS + RARE),
        *(f'CREATE INDEX "{name}" ON "{table}" ("{column}");' for name, table, column in RARE),
        f'DROP INDEX "uid_links_page_id_12e70c"; {PAGE_BLOCKS};',
    ]
)

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "idx_qr_codes_link_id_04a519";
        DROP INDEX IF EXISTS "idx_api_keys_account_28a086";
        DROP INDEX IF EXISTS "idx_links_account_577626";
        CREATE INDEX "idx_links_account_ca41e2" ON "links" ("account_id", "followed", "scans", "page_id", "deleted_at", "archived_at", "paused_at", "blocked_at", "expires_at", "click_limit", "admitted");
        CREATE INDEX "idx_subscribers_account_d5fb31" ON "subscribers" ("account_id", "page_id", "created_at", "id");
        CREATE INDEX "idx_api_keys_account_244cee" ON "api_keys" ("account_id", "created_at", "id");
        CREATE INDEX "idx_letters_recipie_5b0cf3" ON "letters" ("recipient", "created_at", "id");
        CREATE INDEX "idx_media_account_88895c" ON "media" ("account_id", "size");
        CREATE INDEX "idx_qr_codes_link_id_53fb3a" ON "qr_codes" ("link_id", "created_at", "id");"""
    + BY_HAND,
    "postgres": """
        DROP INDEX IF EXISTS "idx_qr_codes_link_id_04a519";
        DROP INDEX IF EXISTS "idx_api_keys_account_28a086";
        DROP INDEX IF EXISTS "idx_links_account_577626";
        CREATE INDEX IF NOT EXISTS "idx_links_account_ca41e2" ON "links" ("account_id", "followed", "scans", "page_id", "deleted_at", "archived_at", "paused_at", "blocked_at", "expires_at", "click_limit", "admitted");
        CREATE INDEX IF NOT EXISTS "idx_subscribers_account_d5fb31" ON "subscribers" ("account_id", "page_id", "created_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_api_keys_account_244cee" ON "api_keys" ("account_id", "created_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_letters_recipie_5b0cf3" ON "letters" ("recipient", "created_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_media_account_88895c" ON "media" ("account_id", "size");
        CREATE INDEX IF NOT EXISTS "idx_qr_codes_link_id_53fb3a" ON "qr_codes" ("link_id", "created_at", "id");"""
    + BY_HAND,
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP INDEX IF EXISTS "idx_subscribers_account_d5fb31";
        DROP INDEX IF EXISTS "idx_qr_codes_link_id_53fb3a";
        DROP INDEX IF EXISTS "idx_links_account_ca41e2";
        DROP INDEX IF EXISTS "idx_api_keys_account_244cee";
        DROP INDEX IF EXISTS "idx_media_account_88895c";
        DROP INDEX IF EXISTS "idx_letters_recipie_5b0cf3";
        CREATE INDEX "idx_api_keys_account_28a086" ON "api_keys" ("account_id");
        CREATE INDEX "idx_links_account_577626" ON "links" ("account_id", "created_at", "id");
        CREATE INDEX "idx_qr_codes_link_id_04a519" ON "qr_codes" ("link_id");"""
    + BACK,
    "postgres": """
        DROP INDEX IF EXISTS "idx_subscribers_account_d5fb31";
        DROP INDEX IF EXISTS "idx_qr_codes_link_id_53fb3a";
        DROP INDEX IF EXISTS "idx_links_account_ca41e2";
        DROP INDEX IF EXISTS "idx_api_keys_account_244cee";
        DROP INDEX IF EXISTS "idx_media_account_88895c";
        DROP INDEX IF EXISTS "idx_letters_recipie_5b0cf3";
        CREATE INDEX IF NOT EXISTS "idx_api_keys_account_28a086" ON "api_keys" ("account_id");
        CREATE INDEX IF NOT EXISTS "idx_links_account_577626" ON "links" ("account_id", "created_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_qr_codes_link_id_04a519" ON "qr_codes" ("link_id");"""
    + BACK,
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz4zaW/SsqfcpUaXtt+blTU1tld3dmOrHdGdudTE0qxYJESGJMkQofdiuz/d8XoP"
    "gCCdAERVIgfL+02yQOJZ8LAveN/4zXrolt/93VfO6GTjD+6+g/YwetMflP8dZkNEabTXaD"
    "XgjQzI7Got2g6CKa+YGH5vRhC2T7mFwysT/3rE1guQ656oS2TS+6czLQcpbZpdCx/gixEb"
    "hLHKywR278+hu5bDkm/or95NfNk7GwsG0y39Yy6WdH141gu4muffny6cP30Uj6cTNj7trh"
    "2slGb7bBynXS4WFome8oht5bYgd7KMBm7s+g3zL+i5NLu29MLgReiNOvamYXTLxAoU3JGP"
    "9tETpzysEo+iT6z+n/xl8tN8ww7j4/Gg8fHw1jLMHd3HUo7xaVAiHm2+65GSHR1TH9gPf/"
    "uLr/7uT8LxEFrh8svehmRNf4WwREAdpBI9IzlvEaWXaZ6Pcr5PGJTgEFrslX7YblhKAOKB"
    "2v0VfDxs4yWJFfp2enFRz/fHUf0UxGRTy75I3YvSp38a3p7h7lO+M3+ilBbzK+HXaTCxm9"
    "2QvcO7+XRzXovTwSsktvseRukO+/uJ5prJC/kmG5BNSQ7ulRHb7JKPF0PioxbiNnGaKl1J"
    "TOY3TkuQ7LYo6LDAfWGht/uo4UxQyoP47HV76F/vsH9IS8AHW177Fsn9dZo8/FS/R5aYUm"
    "eoncEp0CeiTa3/oBXvdD8WWdZVq8SpcWafL+G7LbIAPqkeeFh3E/LB+f16D5+FzIM71VWJ"
    "st58k3bGttBWWqPzmBYHVmUQWurZ2d8ArXsc6mzPq8pF/iv6bHpxenlyfnp5dkSPQ90ysX"
    "Fdx/unssEOth8mf5gTy3ZSDQW6Z3NwNDH3MMvlembQJqRGujFeJoIKQ+4a00pwwGKC1Suq"
    "TvsmFaS/JDZi8r4hptZ8U1QCG7uX2VDD2jAHmGnAeIAe3hCFJstd3H7VNidGHZUmpYAdaj"
    "ItaPEnZax0Q+FVvIpyUD2cEvvoGIJLBpIM4y8YEQRa01gfenhC5Qbsbwd8l/tJrQj59uPz"
    "48Xt3+RB+/9v0/7Iiyq8eP9M40urotXP2uqCKnDxn98unxHyP66+jfn+8+Ft+SdNzjv8f0"
    "O6EwcA3HfTGQmeckuZxcKqguRK/zjXUYNBI3Bw7yVlne7oK8nbiBpBlgCzJWzSWmk5AD7K"
    "19w8fYkfIKMSjtdsrjOjvlsXinPC7tlD4OArvRsskiYcVU+WWaexg12xxZJKyZyomZRu4X"
    "T7moMr0wQ/OnF+SZBnMnmw8zz33xseeXZ8N1jPz+x3tso4jMstzjFIYfyfdwrnePGq7ks6"
    "vxGlRYH32fPHdPph52T9GVpMgNuB9DN+QRutLjE3UF7zuD6DN0JShAyz3peURLXcnZEJNl"
    "T3Z+iuP+OtLjhzP68Nneu9lD+iBdqZqhYL7ady5d04foyhDaWAaNv+xH0dXG+hFvdeUo9L"
    "mZRzIEffE1XpDozz0n0B0asilVTc8amxbaj57b5BE68hN5ow0bB8HeO9ovyHN2YWQdifrD"
    "IwPMfV+1f3rvyX805sgPtvb+JD3Qp+jEEvWSuFNX5Dcp31pP18UryCHbmBl/Nv0knl+EU/"
    "pR9JuI6z+e6Egj761Rpwrk2loKc1i44X9O8krs8q2aQIdNsdglr/zPdHpycjE9Ojm/PDu9"
    "uDi7PEqzWMq3qtJZrj/9nWa0TPIOwiTFRVwdIp/ssmeai2JC6DjPhUaLGsU/Ulg/bvE+OR"
    "+6V5wx6nZFdLKJTAyqzZI2ZSX7SiZTKdJQorjM7/euh62lQ8zhiOVP5KsgZ85LYyqXRQ6S"
    "15KmQS576CXdUwvzihBA/mwc7Nbzq4f3Vx8+jr+JQzhdqi1JkIKjseTiF2JlJR8qUUdNgW"
    "LVtotVQR3pVB0x8bM1l8oPzRAaFva1X68KyRBvQu2zkR8YDXX7IhZErbSo8deNRR7XQNAs"
    "Euw4laUMdhzYcWDHvW7HRalUHCMuSbESW3BpHle75tuvUQ5LNFdo+v3MdudP498KRt2vzO"
    "Rzbdt92cWu/Dna2ZTJQ3ZEJ1oY8uYr6zlTyhAtnYx/iT4p/Y1d6+e2NX/KSoKRSf5D5+hv"
    "YF0e1Lr0V64XRJE9GROIRWloBnVhZ/qB5USRPyP0pLpPcaAaUj49Oq3ThIMOq2jec1pqxR"
    "FYgVz9ZwrQrp6lk+5I+W8mN6nzMO24PqvF9VkF12dlrh034CUXVHRWSwDa8UtmYs3JXDmb"
    "SxQrZNxChVZ3FVqsOlo/1aIA1Ki1TS9ZF8q0MVRNBt3v0wvXi4xd8vd6W86kd10bI4fPeQ"
    "lb4HxGwF3tJ4nZ1e+Kdv358w2zmF1/Kkzpuy+31x/vvzuOZEAGWYFgpnvYJPvCPDD8AAUh"
    "Z/t+WCPbruinVYL316bo5Gja7apzMr04T9cZ+kvVyvJwe3VzUyb42UIG2liSczqH6nE2p1"
    "cGO52pp+qJ12Krku0cCtaO+mTnPHhSW2QepZ3q334Do9QdKaUL5lHadI7rWQ3Mu57rM59H"
    "AfPNmE8d/fVpz2IDwHkjzqNEh2TyNk2UKODB0aCyo4EJkMmImgGCjFWWcSEmKiPlYjgV5K"
    "ywnNn4toyYWSRIeQhSfllxvGRim6sA087o6iSexeaWyLxRLLKXN0qRdLPBvVCQAP4mxBxu"
    "zIZiZpEgZqXF/Iw9n5vqIfQa5BD9+Q2Ou9oUWz5fwcfUBCiz+Yi/ipwwKUKHwGfVq/HxX4"
    "/MW5GoEt/dXv3rL8ybcfP57u/J8Jzq8f7m83XR06t8Vrsq9EsctBDFG+QYzUHg2IohFgkc"
    "gthWqgSKE7cFYms2fFRztr5Kau5Vla27OExT1oHwzGZ29tbGbojs9Nx8bIgUeXjjesGeDN"
    "1HD9GIoT0Lv17rmXyLnO2jS/+tuVM0bJx80A4MFftE9FcZhcK3+G/06GwjVn25a3mcTPiE"
    "tzGz8e6SiiW+QxHxrWDlueFylV5NxMHdkMh1o8Twt+pmLNHWwmvFkuw5FY1Y0q0N2rBoXC"
    "g3dzdyNXIJQLsmLNAjRA2bcnC+Q/WdL4rEeCR8L7lNsi6hOUinvpfhkZnpIvWT4jJMR8VA"
    "enZgHZ7HSxGdey+Hlx03pdiT15rHB6k1t+tymlseXyc02Bk7e/JZzywcJp3Z+qhS1xbKOM"
    "fciwUhNvYSw7Ptli1sNxYz6YwC3cJV2KsmFXahE3tda1fkx+M17OBxMq1hF55MhXYhvVWq"
    "DjF5tSFiejOEhgS335WGEOeGXpng6pLUDKVR/XsblajqG7iq+C4gHq6KeQDR2wOHlgTHuU"
    "rHlpqe6Tqo4FLyRxajS2l8jg0u5Wy5YnQps0v2Ci6lc0FoakTZIRxbI8kaERsb6VmknQaW"
    "GOOD9adb0KDx4HEnO+R4GCrCTvF4UH9rqL/QGzAjt05Q71wc1DsvF/d4aMFR0354+HwnqO"
    "lJAMUwnjUPRv83si2/M10tt1LMQssOLMd/Rz/2EIsFJYiJ6JXynospzoVVhT6gmPcMafvj"
    "NtP25yvkLKNqP17IWrx+FHHaLSPt92ZJKGuQG8AgITdA6dyATTgjC/yK5+0T7xgMaK9dQ0"
    "2rs7ftwQnXM8zxAwp3hwygTS+Y1jaHdFYa8rsuFwsUiylu0FmlgIV2DCrvC88WfpFsU5VC"
    "tHlvDtGmirLYvEkVg4Y3TOU3DNravCUpQ1sbaGszOXC0R4sXCmoW3oSYoUGHWJbQoANSaC"
    "CFpl4KjSDLQyaDprWseyWIZlfZcEYfPsPevllG6YM0mpMFqjYb8qZT3+DeXKVP0pUsaKtR"
    "3TPi2WphHt3Hj9F1EkH3Eeg+cogU0eqOFdlGx2tbwWyDFb0r2H23q4Oo8RpZdvUZ1OXEw8"
    "mIGZA8CzIUD2BMTEbiDMWdcEtEi32KKUDDHMXpWZ0kRTJKfHTfGadKx/Exz16rSDTKIBqy"
    "fFLLa3tS4bU9KXttkU8d3Q24LgG185J3wreNnGXIbcAopjqP0XBe1ymgFNdPlsonA/cJO4"
    "ZpLbEvNaGLOO06GHVRSOksLG/dLB5QwEIgVeWAQOikSnOjZvdlOMhbZXlDnO9NiBnifBDn"
    "U5P+ITTi14dOCJu+gU78Q2V1j1b83fqis0Ai1xnNxBmrvNFsaLNTd3Ri30KfLYVy0F/xMj"
    "fwZRRxGnqNOqiLV8pxdNic1a65Bn/C2zI0Ce3NTgRngCBjlWU8LJ8RVAA0LFkHa7tDaxss"
    "wgFbhNcomK/GHFtwd2NSZQXO6BA4UEf3tKEn8vfJ2BbJ+B6TK5Ju+d2bFcfnNcyK4+Jml5"
    "kV9FbBhCOP4PArDmekAA2yV/oOZrjRN+Skv4pb1+Qg0O6sWiAN+tkI8rXF4kgBagiDfp42"
    "wjBdh6PJCf2myXBtune01vUmdIh1KNUgK0PAvG59Xq+RiRuY+DkYeHHUtu8b9kVhgCBjlW"
    "W8QJbdSMYMEGSssoyH5Y0FMTcUM/66scjjmkRWGCQ43VWWsvp5g4pIVrs8N0WOJWmxO0iX"
    "Hvgf3NmY43+nlydV3vff3VkfR464YTB3d2spJtejLRYKecEjr0hKVftt7Ddoa7tyzpscRA"
    "3vjVYu4niVoqdBScx5FqVD4UchEDWtM/PJKHEoalruhxk28ZNlKDC8lFbJFzhWAms6+NPx"
    "4OEvevjJp/HiVkIq0/FAZZHKGV6GTpOm1jkc+PVUXnds8rwm/ekzGMhXZflC3LitXcUNEK"
    "dDk3hXScYDlUUqPYx83oE+YoshQ2iQWNVD8/ycZ6guxTmIdhwf17LHKsyxEsGpv01y38zj"
    "YONUeeOEgKe2Yi6FbQ4TXbjaWD9Gx6iXAgzxnUlVjAFtLOpBg6PN33a8wUFy23wyXsN4Qw"
    "enb0sXb0O/P4mq7YXl+YGxcEPOoaliilmUhvO4Ds9imkssR0cJypLMgIDj1zgGZVFbZbH0"
    "KoXNOg8UsWD9qSxpDz+7zfLWWSRIWWUpq58HqYpotUuEPASxvZ2TFvrcvg8y58gQsXzx9W"
    "r70OlRMilfHHdOnstXHTpGKrxXvTrjq58+jTxMSPcDfxRNHWyOLGeERl8e34/WrhOsJqPZ"
    "dkQe+25c4E4azO0GGOdwRaOhC+AwugDuhFUSgNgYTAEaGoJV9CaG4IXQELwoGoLJC1WmVz"
    "i585D+YsXdz/LWwsV0UZTT0DIEaGfV2hk3c1deM0vjFcPk9FXFLJtQKpWnCBWOmtpGB5pG"
    "rMESFld45Lkv0c/otr0d2dbaCkaWT1SKDfnpNNdJ5D+Gq73kbBPQYECDGcqqBRrMwDQY8D"
    "OBn0kldUbditu7nTRLGk1ygLhYoUlPKVen3yUoBH0pBAvXNnmdGiuyCFIEJGoUVIJyooa/"
    "cl+k8rVTgIb6Vvv0ruhz5CONORiEGVUOM27IXxrwlifh7pBDQPlIqSgReR42jRnHcyVWph"
    "nQHrr0cF4TiSPv1LdPhtEPiMkVspwnSUJzkE5n6PDIPNgpEbqQOTzDeaidqoprQAu83sSP"
    "GeJcfZXT3KLHEEo+f3T35ebmkEdcDpNR0XEmGaN1coj+8AxBA3iZNKJ/eu/JfwarV/WbQ3"
    "SDgyDyOpXcX/GdSZUDzI7G9FEPVi4Cm4x+HXt4bm0sDHViStaJQV+6Ds+JYaZ+XYYZkIY0"
    "T8/qOMrIKCHR0b2CJzKc/Y7nUjznIDqyXKt9xLSifcS03D4iwF85FFccexSP14LfKs9jF+"
    "cerYI1p6+MmOxkPJDd5JCpxcIIPQ7fFY1RMoh2jVE6aT7jkz2tQTgjB4NwhsrhjKX1jB0j"
    "3DSQcQEKclZZzlDUrK2YS+7gw2T73GLTQmOOv2N3Y1Ll7linQ1p1djBJwf4KTc/OS1nB7B"
    "jrTwzejQN7N6LJsCNMQrNjUVro06x6dzKtod2dTIXKHb3F6nYvlsnLvBYmMqTjIS+Yk8mw"
    "wtZyxdldhXRmAOCTw2e0FtdnMxkOXHK4XFi21GKajNcunbL9Y0xitUKC3Ayh4S7VfkLlM/"
    "Is5PBqWMQHxeQxcFJMteOtyWHiYEzqakwOK5NQFdFql7ClRH7GpKOOOpANw82Gyb/6hCI/"
    "2Nr7c/RAn6IRSV160O7xs+XvvmjJiZbem1T50aJsMS8e2kf2UJLCJ50UBOV09F4f5XTkSw"
    "XcbBax+pyD9K89H2YH70RPflnxNGSxZZiM19AubN/wBiOkyTwfnBFysGqRAQm1ufnRbwq+"
    "opQ2TsI/cH+FX5DnYFbVYu9U6opRZyWjs0RzTkOmSbbD+WQPxLs7fgCdmoahSUKnpu46NY"
    "GqmDJ7WYPZSyGzl5wAjcfZ4x7WyLbF0cQEpFM48WR6cZ4uGPSXqjn8cHt1c1OOJEbrdYlM"
    "IY/JcJ1ohE5iA1Jwwb+uQyex2NfO0XQzL7xY0837+w95uh4trEyqyKGm8gDrRKVyizxOeX"
    "+FbhuPb6SAFaMdCmXItF9QGViBXPZRCtCuROeyjhf0UuwFvSx5QdUvBU6XvCHOXWHwRFzS"
    "Jw6eDHH+9l3TFxUVycSqUgDkebUevyJfk6jIMtLIECCO1sWx9JAptZGmAA0Wom59RHPk8F"
    "JdKlzLKUSbno69eJcL529SFp3mR3CycKhAVTmQu3MmNBE1i+xFyoo0AhyckCEp402IOdyY"
    "DcXMIkHMSov5GXtJzmnNeE8O0Z9edNytXtReRSNG3pwTQBf7EjJEK25GhV+NLnwJEF97W6"
    "2wh8imu3Rl2cwg0AubIZP+5JJZZcfnQI12LLWIPIwpDx3dIYFhKAkMKrd0V5JUUU93LqNO"
    "fLTbnowmJ8QN8fV/ldDcjgNN8vvJzy+qXC0QmnY105LRnJIpfexAt4lgu4JibiZYWmtcmQ"
    "qW1TV3WPAQn0i4V2ED5Hi1nePF353E8dNkvIZJ9u3XYx7+2E7NCYZsDKWyMeYr18dOk0hX"
    "Hggxa5UDIOBBBp+nemSCt+gw3iIwHIdrON7jjesFY25npejOpMps9KIxvRzHZhPlIEmPyO"
    "XEQHkQmI6KWDbtt3gl09znpZlUnbeWIDQkuP0ylhfXMzn5zRXtBRKAjvQe1TooiQ4TU3xU"
    "PioJch+brMmDswmZHVpKynkg2P0qy1jhJKdhmKiQHdKPva9aBoOSJqlMAgOE2wfbDu89Ii"
    "qeibhnrqf3JlVm/jwe1b2hL7TmhQ68qhzGHKidrHtodjf+03WkDP5kvIYGU/sG/xPeBMbC"
    "c9dlhoWTnMFoU3S7V3FJSTE4zML7AW0f3QDZvIU3vVe58JpoS1ZLMgxWXlh5+TptlRQShE"
    "5dBntO4X9ZcWJb1T0yY4hOpLfRIZOsZRK7WjxaJxJbq5ec29b8SbItR4bRidKeF4NhtEPR"
    "jvZnC79I0p5CgPY9aPetwPWkmc9QQL4U+eqYLT8jO6KeZ7bs7k1eM1ue6TAwW8BsAbPlAG"
    "s3mC3jtswWa40dfrcXsdOTAWno+Ww/Ewesw7asw+dkf647WVOAhhN1enZWY6aSUcKpGt0D"
    "+1uJXQ3sb7C/9aZdERPwBzf0HGT/5BJbXnDwcnHIpMog/H03+IDmIJyQd0gbMJa/jFaSg7"
    "Sjlyh0lkj7iQM+Xq655zFU7o0ZSJu8gZ63xtk2wJJbYwoBzvdokC67nudAwPvg9JFbemCq"
    "0Cmdu1uphUTHroJjWoHdUAmlBBzTB1i8wTE9Bsf0kBzTgsO9hbNVdLb3oOcrOKfBOT0gls"
    "E5/XZoB+f0WzMGP2+w8wFtxxxLMLk1qTIDXTLIMNEWbECwASHtQIM6qwdkcztYRdcrlwKf"
    "jICgFLz7fb/7KrDf3vFd8WtW16RLxmto0bUT2FNkWf2ZZvLfR51gSktreq9yeY1qAfroDp"
    "g4ZskCSe4xHectU7JHYBsL8FDWAPDAK6CC9Wwwq2F7vEnqn8hfKxv9SDA60d5G+AMCSW0x"
    "GVfsyfrQUpBOfPa8IHh4gT0Pc7ivavGaYTRUoTsJioTB2vDd0JtLxZ5YlIZcH9dt+FrV75"
    "XH9RqbVshpYlTNdYYCrutzPUfrDeIegFPNdh4HfNfnO8Ce9MxOMMCzxLx2nYCb0vzKtM5g"
    "wHY9tiPTzuM4Q8VM5yAasjyto4GI9Y8Sv1YgR248XkNmO5m/Jn625DS7DKEjx63nwM0898"
    "WXs1JyEA0pPq8zi8/Fk/i8NIf9rR9gKb0iQwDBNQi2kbMMuU2sxRTnMRqS3P5CsbHRHPML"
    "0cQsM6D+aB6PB0SyIiHBK+xZ89WYExCM70yqwoEoG6NMusVbybXYM9ovjuE9Y0+2CCEH0X"
    "BV7cSBSV8qCYbj4Rqy25EBLHA1iI+QFrsZejhDukO2K8ht7bTog25m3/4fbmEV0w=="
)
