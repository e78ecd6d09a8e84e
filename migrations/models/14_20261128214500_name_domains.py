"""Names become unique on (domain, folded): every name of today is one of domain 0, the installation's own.

On PostgreSQL the notifications of changed names carry the domain (app/names/name_on_domain.py); they also tell of what they
missed so far: another plan of an account, which decides how much of its pages' visits is kept, and another owner or
page of a link.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite cannot drop the UNIQUE of a column: the table is written anew. executescript() commits aerich's own BEGIN; ours
# makes the script and the version row one transaction again. Foreign keys are off before it: dropping the table would
# otherwise take its names from the QR codes.
COLUMNS = '"id", "folded", "shown", "account_id", "link_id", "held_at", "barred_by", "printed", "page_id"'
INDEXES = """
        CREATE INDEX "idx_names_account_785427" ON "names" ("account_id");
        CREATE INDEX "idx_names_link_id_95a8fe" ON "names" ("link_id");
        CREATE INDEX "idx_names_page_id_e74c53" ON "names" ("page_id");"""


def _rebuild(domain: str, unique: str, values: str) -> str:
    """Returns the script for SQLite. `domain` is the definition of the new column, or empty for the old table."""
    return f"""
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE "names_rebuilt" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,{domain}
    "folded" VARCHAR(64) NOT NULL,
    "shown" VARCHAR(64) NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "link_id" CHAR(36) REFERENCES "links" ("id") ON DELETE SET NULL,
    "held_at" TIMESTAMP,
    "barred_by" CHAR(36),
    "printed" INT NOT NULL DEFAULT 0,
    "page_id" CHAR(36) REFERENCES "pages" ("id") ON DELETE SET NULL,
    {unique}
);
        INSERT INTO "names_rebuilt" ({COLUMNS}) SELECT {COLUMNS} FROM "names"{values};
        DELETE FROM "sqlite_sequence" WHERE "name" = 'names_rebuilt';
        UPDATE "sqlite_sequence" SET "name" = 'names_rebuilt' WHERE "name" = 'names';
        DROP TABLE "names";
        ALTER TABLE "names_rebuilt" RENAME TO "names";{INDEXES}"""  # noqa: S608 - constants


NOTIFY = """
        CREATE OR REPLACE FUNCTION kliqs_tell_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'links' THEN
        PERFORM pg_notify('kliqs_names', {of_row}) FROM names WHERE link_id = OLD.id;
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN PERFORM pg_notify('kliqs_names', {of_old}); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM pg_notify('kliqs_names', {of_new}); END IF;
    RETURN NULL;
END $$;
        CREATE OR REPLACE FUNCTION kliqs_tell_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('kliqs_names', {of_row}) FROM names WHERE page_id = OLD.id;
    RETURN NULL;
END $$;
        DROP TRIGGER links_tell ON links;
        CREATE TRIGGER links_tell AFTER UPDATE OF destination_url, redirect_status, forward_query, tracked, expires_at,
            click_limit, password_hash, paused_at, blocked_at, deleted_at{more} ON links
            FOR EACH ROW EXECUTE FUNCTION kliqs_tell_names();"""
PAYLOADS = {
    f"of_{row}": f"CASE WHEN {prefix}domain = 0 THEN '' ELSE {prefix}domain || '/' END || {prefix}folded"
    for row, prefix in (("row", ""), ("old", "OLD."), ("new", "NEW."))
}
UPGRADE = {
    "sqlite": _rebuild(
        '\n    "domain" BIGINT NOT NULL DEFAULT 0,',
        'CONSTRAINT "uid_names_domain_b178af" UNIQUE ("domain", "folded")',
        "",
    ),
    "postgres": f"""
        ALTER TABLE "names" ADD "domain" BIGINT NOT NULL DEFAULT 0;
        CREATE UNIQUE INDEX "uid_names_domain_b178af" ON "names" ("domain", "folded");
        ALTER TABLE "names" DROP CONSTRAINT IF EXISTS "names_folded_key";{NOTIFY.format(more=", account_id, page_id", **PAYLOADS)}
        CREATE FUNCTION kliqs_tell_plans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('kliqs_names', {PAYLOADS["of_row"].replace("domain", "n.domain").replace("folded", "n.folded")})
        FROM names n LEFT JOIN links l ON l.id = n.link_id
        WHERE n.account_id = OLD.id AND (n.page_id IS NOT NULL OR l.page_id IS NOT NULL);
    RETURN NULL;
END $$;
        CREATE TRIGGER plans_tell AFTER UPDATE OF plan_name ON accounts
            FOR EACH ROW WHEN (OLD.plan_name IS DISTINCT FROM NEW.plan_name) EXECUTE FUNCTION kliqs_tell_plans();""",
}

# Names of other domains go: the table of before has room for one domain only.
DOWNGRADE = {
    "sqlite": _rebuild("", 'UNIQUE ("folded")', ' WHERE "domain" = 0'),
    "postgres": f"""
        DROP TRIGGER plans_tell ON accounts;
        DROP FUNCTION kliqs_tell_plans();{NOTIFY.format(more="", of_row="folded", of_old="OLD.folded", of_new="NEW.folded")}
        DELETE FROM "names" WHERE "domain" <> 0;
        DROP INDEX "uid_names_domain_b178af";
        ALTER TABLE "names" ADD CONSTRAINT "names_folded_key" UNIQUE ("folded");
        ALTER TABLE "names" DROP COLUMN "domain";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz4zaW/SsqfcpUaXtt+blTU1tld3dmOrHdGdudTE0qxYJESGJMkQoJ2q3M9n9fgO"
    "KbAE1QJAXC90u7TeJQ8rkgcN/4z3jtmtj2313N527gkPFfR/8ZO2iN6X+KtyajMdps0hvs"
    "AkEzOxyLdoPCi2jmEw/N2cMWyPYxvWRif+5ZG2K5Dr3qBLbNLrpzOtBylumlwLH+CLBB3C"
    "UmK+zRG7/+Ri9bjom/Yj/+dfNkLCxsm7lva5nss8PrBtluwmtfvnz68H04kn3czJi7drB2"
    "0tGbLVm5TjI8CCzzHcOwe0vsYA8RbGb+DPYto784vrT7xvQC8QKcfFUzvWDiBQpsRsb4b4"
    "vAmTMORuEnsX9O/zf6aplhhnH3+dF4+PhoGGMJ7uauw3i3mBQoMd92z00JCa+O2Qe8/8fV"
    "/Xcn538JKXB9svTCmyFd428hEBG0g4akpyzjNbLsMtHvV8jjE50AClzTr9oNyzFBHVA6Xq"
    "Ovho2dJVnRX6dnpxUc/3x1H9JMR4U8u/SN2L0qd9Gt6e4e4zvlN/wpQW88vh124wspvekL"
    "3Du/l0c16L08ErLLbuXJ3SDff3E901ghfyXDcgmoId3Tozp801Hi6XxUYtxGzjJAS6kpnc"
    "XoyHMdlsUcFxkm1hobf7qOFMU5UH8cj698C/33D+gJeQR1te/l2T6vs0afi5fo89IKTfUS"
    "uSU6AfRItL/1CV73Q/FlnWVavEqXFmn6/huy22AO1CPPCw/jflg+Pq9B8/G5kGd2q7A2W8"
    "6Tb9jW2iJlqj85RLA651EFrq2dnfAK15HOpsz6vGRf4r+mx6cXp5cn56eXdEj4PZMrFxXc"
    "f7p7LBDrYfpn+USe2zIQ6C3Tu5uBgY85Bt8r0zYGNaK10QpxNBBSn/BWmtMcBigtUrpk77"
    "JhWkv6Q2YvK+IabWfFNUAhu7l9lQw9I4I8Q84DlAPt4QhSbLXdx+1TYnRh2VJqWAHWoyLW"
    "jxJ2WsdEPhVbyKclA9nBL76BqCSwaSDOMvGBEsWsNYH3p4QuUG5G8Hfxf7Sa0I+fbj8+PF"
    "7d/sQev/b9P+yQsqvHj+zONLy6LVz9rqgiJw8Z/fLp8R8j9uvo35/vPhbfkmTc47/H7Duh"
    "gLiG474YyMxyEl+OLxVUF6rX+cY6II3EzYGDvFWWt7ugbyduIOkcsAUZq+YS00nIBHtr3/"
    "AxdqS8QjmUdjvlcZ2d8li8Ux6XdkofE2I3WjbzSFgxVX6Z5h5GzTbHPBLWTOXEzCL3i6dM"
    "VJldmKH50wvyTCN3J50PM8998bHnl2fDdYT8/sd7bKOQzLLcoxSGH+n3cK53jxqu5NOr0R"
    "pUWB99nz53T6Yedk/RlaTQDbgfQzf0EbrS41N1Be87g9gzdCWIoOWe9Dyipa7kbKjJsic7"
    "P0Vxfx3p8YMZe/hs793sIXmQrlTNEJmv9p1L1+whujKENpbB4i/7UXS1sX7EW105Cnxu5p"
    "EMQV98jRck9nPPCXSHhmxKVdOzxqaF9qPnNn6EjvyE3mjDxoTsvaP9gjxnF0bWkag/PDrA"
    "3PdV+6f3nv5HY458srX3J+mBPUUnlpiXxJ26Ir9J+dZ6ui5eQQ7dxszos9kn8fwinNKPot"
    "9EXP/xxEYaWW+NOlUg19ZSmMPCDf9zklcil2/VBDpsisUueeV/ptOTk4vp0cn55dnpxcXZ"
    "5VGSxVK+VZXOcv3p7yyjZZJ1EMYpLuLqEPlklz3TXBQTQsd5Lixa1Cj+kcD6cYv3yfnQve"
    "I5o25XRCebyJRDtVnSpqxkX8lkKkUaShSX+f3e9bC1dKg5HLL8iX4V5Mx5aUzlsshB8lrS"
    "NOhlD70ke2phXlEC6J+NyW49v3p4f/Xh4/ibOITTpdoSByk4GksmfiFWVrKhEnXUFChWbb"
    "tYFdSRTtUREz9bc6n80BShYWFf+/WqkAzxJtQ+G/nEaKjbF7EgaqVFjb9uLPq4BoLOI8GO"
    "U1nKYMeBHQd23Ot2XJhKxTHi4hQrsQWX5HG1a779GuawhHOFpd/PbHf+NP6tYNT9mp18eU"
    "WLUvwb2HwHtfn8leuRMN4mY5jkURoaJ11Yfz6xnDAeZwSeVE8oDlRDyqdHp3VaY7BhFS11"
    "TksNMohF5KoyE4B2VSad9CzKfjO5SZ2Facf1WS2uzyq4Pitz7biEF/Kv6HcWA7Tjl87Emp"
    "O5cjaXKFbI5IS6qe7qpmxr/iRqOFOVAFEAatRwppdcCGWaC6omg+736YXrhSYo/Xu9LWfS"
    "u66NkcPnvIQtcD6j4K72k9js6ndFu/78+Sa3mF1/Kkzpuy+31x/vvzsOZUAHWUQw0z1s0n"
    "1hTgyfIBJwtu+HNbLtii5XJXh/zYNOjqbdrjon04vzZJ1hv1StLA+3Vzc3ZYKfLWSgjSU5"
    "pzOoHmdzcmWw05n5j554ja8q2c6gYO2oT3bGrya1RWZR2qn+7bcVQibV5wh3UlfoglmUNv"
    "3celYDF65tuy+yzGdRwHwz5v054la/V9CeQIDzZpyH6Qfx5G2avlDAg6NBZUfDBrGOnw1E"
    "nQOCjFWWMfLmK+u5kZQLUJCzynIONepGYs4jQcpDkPLLiuMlE9tcBZh2Rlcn8axdak2TNy"
    "qP7OWNUiQJbHAvFKRlvwkxBxuzoZjzSBCz0mJ+xp7PTfUQeg0yiP78BsddbYotn3rgY2YC"
    "lNl8xF9FTpgEoUPgs+rV+Pivx9xbEasS391e/esvuTfj5vPd3+PhGdXj/c3n66KnV/lcc1"
    "Xolzj+IIw3yDGagcBhEkNM3T8Esa3k7hcnbgvE1mzDqOZsfZXUzKsqWw1xmFapA+E5n9nZ"
    "W3O5IbLTc0uwIVLk4Y3rkT0Zug8fohFDe5ZjvdbJ+BY520eX/Vtzp2jYzvigfREq9onwrz"
    "IK5WjR3+ix2Uat+nIv8SiZ8AlvI2aj3SURS3SHIaJbZOW5wXKVXI3Fwd2Q6HWjxPC36hYp"
    "4dbCa5AS7zkV7VGSrQ2ao2hcKDd3N3I1cjFAu9Yo0LlDDZtycL5D9Z0visR4JHwvmU2yLq"
    "EZSKe+l+GRmeoi9ZPiUkxHxUB69kUdnsdLEZ17L4eXHbWK2JPXmof6qDW363KaWR5fJ5Ts"
    "jJ09+axnFg6TznR9VKmXCmOcY+5FghAbe7Hh2XYjleya59omNkt9VKTsP+jh3eZeNamwC5"
    "3I61q7Ij8ar2EHj5NpDbvwZCq0C9mtUnWIyasNEdObIjQkuP2uNJQ4N/DKBFeXpKYojerf"
    "26hEVd/AVcV3AfFwVcwDiN4eOLQkOGRVOrbU9KTVQQWX4j+yGF1K4nP54FLGlitGl1K7ZK"
    "/gUjIXhKZGmB3CsTXirBGxsZGcENppYAkaNB56t5tUxZ3sgONhqAg7ReNB/a2h/kJvwJTc"
    "OkG9c3FQ77xc3OOhBUdN++Hh852gpicGFMN41pyM/m9kW35nulpmpZgFlk0sx3/HPvYQiw"
    "UjKBfRK+U9F1OcC6sKe0Ax7xnS9sdtpu3PV8hZhtV+vJC1eP0o4rRbRtrvzRJT1iA3IIeE"
    "3AClcwM2wYwu8Cuet0+8Y+RAe+0aalqdvW0PTrCeYY4fULg7pABtesG0tjkks9KQ33W5WK"
    "BYTHGDzioFLLRjUHlfeLbwi2SbqgSizXtziDZVjMXmTapyaHjDVH7DoK3NW5IytLWBtjaT"
    "A0d7tHihoGbhTYgZGnSIZQkNOiCFBlJo6qXQCLI8ZDJoWsu6V4Lo/CobzNjDZ9jbN8soeZ"
    "BGc7JA1WZD33TmG9ybq+RJupIFbTWqe0Y8Wy3Mo/voMbpOIug+At1HDpEiWt2xIt3oeG0r"
    "cttgRe+K/L7b1fHQeI0sG06G7nb+tZx4uJNZiWixqzABaJh6OD2rk3tIR4lP5DvjFN84Pu"
    "aZYRX5QylEQ5ZPajljTyqcsSdlZyzymf+6AdcloHbO7074tpGzDLh9FcVUZzEazus6dZHi"
    "sshSVSRxn7BjmNYS+1ITuojTrjFRF/WRzsLy1s3c/AUsxEdV9vMHTqILN+phX4aDvFWWN4"
    "Tv3oSYIXwH4Ts16R9Cf3196IRo6BtosD9UVvfosN+tizmND3J9zLnwYZWTOR+x7NTLHNu3"
    "0D5LodTyV7zMDXwZRZyGXqMOyt2VchwdNhW1a67Bn/C2DE1Ke7ODvnNAkLHKMh6WzwgS+x"
    "tWooO13aG1DRbhgC3Ca0TmqzHHFtzdmFRZgTM2BM7J0T1t6In+fTK2RTy+x+SKuAl+92bF"
    "8XkNs+K4uNmlZgW7VTDh6CM4/IrDGQlAg+yVvoMZbvgNOVmt4o40GQh0MasWSIM2NYI0bL"
    "E4EoAawmCfp40wTNfhaHJCv2k8XJumHK01swkcah1K9b1KETCvW5/Xa2TiBiZ+BgZeHLXt"
    "+4btTnJAkLHKMl4gy24k4xwQZKyyjIfljQUxNxQz/rqx6OOaRFZySHC6qyxl9fMGFZGsdn"
    "luipw20mLTjy498D+4szHH/84uT6q877+7sz5OEnEDMnd3aymm18MtFgp5wSOvSEpV+93p"
    "N2hru3LOmwxEDe+NVi7iaJVihzxJzPk8SofCj0Igalpn5tNR4lDUtNzmMmjiJ0tRYHgprZ"
    "IvcKQE1nTwJ+PBw1/08NNP48WthFQm44HKIpUzvAycJr2qMzjw66m87tj0eU3azqcwkK/K"
    "8oW4cVu7iksQp0OTeFeJxwOVRSo9jHzeOT1iiyFFaJBY1UNP/IxnqC7FGYh2HB/XsscqzL"
    "ESwYm/TXLfzOJg41R544SAp7ZiLoVtDhNduNpYP4ano5cCDNGdSVWMAW0s5kGDFH/NAwoO"
    "ktvH4/EaBhQ6ODVbujobGvpJlGUvLM8nxsINOIediinOozScx3V4FtNcYjk8AlCW5BwIOH"
    "6NY9AGtdUGS69S0Ky1QBEL5p3Kkvbws9ssMT2PBCmrLGVIdIRER10SHTNZNz63rYPM6S9U"
    "Kl98vbo6dHoATMIXx1uT5fJVf42RCO9Vp8346qdPIw9T0n3ij8Kpg82R5YzQ6Mvj+9Hadc"
    "hqMpptR/Sx78YF7qTB3GZ/UYpWOBqa/A2jyd9OWCUBiE3BBKChGVhFb2wGXgjNwIuiGRi/"
    "UGV6hZM7C+kvFNz9LG8tGswWRTn9LEVA/6dq5YybmCuvmCXhiGFy+qpilk4olapPhApHTW"
    "2jA00j0mApiys88tyX8Gd4296ObGttkZHlU5ViQ386zXUS+Y/hai8Z0wQ0GNBghrJqgQYz"
    "MA1GfS/T8DUZRd1MSqoz6hbU3u2kWdJo4mO/xQpNcrZ42+cZmO6aUhnOK9c2sQlKwjCUhI"
    "zcaksgxWiTlN2LFDIZHbt3REI3SxEaKmftp8z4K/dFKjU+AQC9NehdsefIx3wzMAj4qhzw"
    "3dC/lPAWKOGekEFosym0V/+JPA+bxozjRRQbNjnQHnbNcF4TidMF1bcVh5GRkMvaspwnSU"
    "IzkE5n6PDIPNiBHLqQOTwnxlBzZYprQAu83kSPGeJcfZXTzKKXI5R+/ujuy83NIU8THSaj"
    "opNjUkbr5HP94RmCXvsyKV3/9N7T/wxWr+o3n+sGExJ6AEuuyOjOpMoZaYdj+mjxl68esE"
    "zo79eLOgT9/Wp4Z9o/b8fDc2tjYZ6GVNUbIgPSkObpWR0vGB0lJDq8V3AzBrPf8VyK5wxE"
    "R5ZrteGYVrThmJbbcBD8lUNxxfFR0Xgt+K1yK3ZxftSKrDn9ecRkx+OB7CaHdS0WRuBx+K"
    "5oMJNCtGsw00kTH5/uaQ1iFRkYxCpUjlUsrWfsGMGmgYwLUJCzynKG2nFtxVzy9R4mreoW"
    "mxYac5wZuxuTKl/GOhnScmJVxtntr9D07Hy/zCpwZbTtygglvyNMQo3Lo7RQnvO63Mm0hi"
    "p3MhVqcuxWXpF7sUxePrswJSEZD9nWnJyEFbaWK85WKqQzBQCfHD5960+ZDsHxcOCSlx5p"
    "2VKLaTxeu15i7Z/9EukQEuSmCA13qfZTI5+RZyGHVxkkPl0ni4Hjdaq9bE1OYAfLUVfLcV"
    "g5gaqIVrvUKyUyLSYd9SmCvBZuXkv21acU+WRr78/RA3uKRiR16S67x8+Wv/uiJY9Zcm9S"
    "5TQL8768aGgfeUBxMp50BhAUJLJ7fRQk0i9FuKkrYvU5A+lfez7MDt6Jnvyy4mnIYsswHq"
    "+hXdi+4Q1GSJN5Pjgj5GB1HwMSanPzo99kekUpbZxOf+CuFb8gz8F5VSt/p1JXDPtVGZ2l"
    "jHPaXE3SHc6neyDe3fEJtLYYhiYJ/a+6638FqmLC7GUNZi+FzF5yAjQeZ497WCPbFkcTY5"
    "BO4cST6cV5smCwX6rm8MPt1c1NOZIYrtclMoU8xsN1ohH6sw1IwQX/ug792SJfO0fTTb3w"
    "Yk036+/v2B+amW5QInmAlaBSfUUepxS/QnuNxjdSsYrxDIVyYNqvjyQWkcsvSgDaVdxc1v"
    "FzXor9nJclP6f6lb1Jk4shzl1heERcoScOjwxx/vZdohfWCMlEoxIAZHK1HqGiX5MqwTLS"
    "SBEgjtbFsfSQKbWRJgANFqJuvUBz5PCSWSqcxwlEm/6LPTflDU8eZSw6zQ8uzcOhoFTlUO"
    "3OXdBE1HlkL1JWpGnf4IQMaRdvQszBxmwo5jwSxKy0mJ+xF2eV1ozoZBD96UXH3epF7dUs"
    "YuTNOSFysS8hRbTiZlT41ejClwARNGhbrTiZ7tKVJTOFAJk5MtlPLplVZnwG1GjDUovIw1"
    "jy0HwdMhSGkqEA3dfb6b7OJdSJDsTbk9D4XD0tCc1sONDOvp/8+6LG1QKhSYsyLRnN6JjS"
    "BwR0m+i1KxjmZnoltcSVqV5p3XKHBQ1tnMkJGV5tZ3jxdydx9DQer2ESffv1lnDEZscEQy"
    "6GUrkY85XrY6dJnCsLhIi1yuEP8B+Dy1M9MsFZdBhnERiOwzUc7/HG9ciY2zkpvDOpMhu9"
    "cEwvB6fZVDmIkyMyGTFQHASmoyKWTfstXOk093lJJlWHp8UIDQluv4jlxfVMTnZzRfuAGK"
    "AjvUe1Tj1iw8QUH5XPPYLMxyZr8uBswtwOLSXlLBDsfpVlDClOLdr7kBzSnb0PCQwtJzBA"
    "uH2w7e7eI6rimYh7Onpyb1Jl5s+jUd0b+kJrXujAq0phzIDaybmHZnbjP11HyuCPx2toML"
    "Vv8D/hDTEWnrsuMyyc5DmMNiW3e5WWlBSDwyy8H9D20SXI5i28yb3KhddEW7pa0mGw8sLK"
    "y9dpq6QQI3TqIthzBv/LihPbqu6BGUF0Ir2NDph0LZPY1aLROpHYWrXk3LbmT5JNOVKMTp"
    "T2vBgMoxmKdrQ/W/hFkvYEArTvQbtvEdeTZj5FAflS5KtjtvyM7JB6ntmyuzd5zWx5ZsPA"
    "bAGzBcyWA6zdYLaM2zJbrDV2+L1exE7PHEhDz2f7mThgHbZlHT7H+3PdyZoANJyo07OzGj"
    "OVjhJO1fAe2N9K7Gpgf4P9rTftipiAP7iB5yD7J5fa8oKDlYtDJlUG4e+7wQc0B+EEvEPa"
    "gJH8ZbSSDKQdvUShk0TaTxzw8XLNPY2hcm9MQdrkDfS8Nc62BEtujQkEON+jPbrsep4BAe"
    "+D00du2YGoQqd05m6lFhIeqwqOaQV2QyWUEnBMH2DxBsf0GBzTQ3JMCw7vFs5W0dndg56v"
    "4JwG5/SAWAbn9NuhHZzTb80Y/LzBzge0HXMswfjWpMoMdOkgw0RbsAHBBoS0Aw3qrB6Qze"
    "1gFV6vXAp8OgKCUvDu9/3uq8B+e4d3Ra9ZXZMuHq+hRddOYE+RZfVnlsl/H3aCKS2tyb3K"
    "5TWsBeijO2DsmKULJL2X6zhvmZI9AttYgIeyBoAHXgEVrGeDWQ3b401S/0T/WtnoR4zRif"
    "Y2wh8QSGqLyahiT9aHloB04rPnBcHDC+x5mMN9VYvXFKOhCt1JUCQga8N3A28uFXvKozTk"
    "+rhuw9eqfq88rtfYtAJOE6NqrlMUcF2f6zlabxD3AJxqtrM44Ls+3wR70jM7xgDPEvPadQ"
    "g3pfmVaZ3CgO16bIemncdxhoqZzkA0ZHlaRwMR6x8lfi0iR240XkNmO5m/Jn625DS7FKEj"
    "x63nwM0898WXs1IyEA0pPq8zi8/Fk/i8NIf9rU+wlF6RIoDgGgTbyFkG3CbWYoqzGA1Jbn"
    "+h2NhojvmFaGKWc6D+aB6PB0SyIiHBK+xZ89WYExCM7kyqwoEoHaNMusVbybXYM9ovjuE9"
    "Y0+2CCED0XBV7cSByV4qCYaj4Rqy25EBLHA1iI+QFrsZejhDukO2K8ht7bTog25m3/4fnY"
    "Y6Eg=="
)
