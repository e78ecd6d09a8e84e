from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "audit_entries" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "by_key" INT NOT NULL,
    "act" VARCHAR(80) NOT NULL,
    "thing" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_audit_entri_created_a88510" ON "audit_entries" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_audit_entri_user_id_917ee3" ON "audit_entries" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_audit_entri_account_63917b" ON "audit_entries" ("account_id", "created_at", "id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "audit_entries" (
    "id" UUID NOT NULL PRIMARY KEY,
    "person" VARCHAR(80) NOT NULL,
    "by_key" BOOL NOT NULL,
    "act" VARCHAR(80) NOT NULL,
    "thing" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_audit_entri_created_a88510" ON "audit_entries" ("created_at");
CREATE INDEX IF NOT EXISTS "idx_audit_entri_user_id_917ee3" ON "audit_entries" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_audit_entri_account_63917b" ON "audit_entries" ("account_id", "created_at", "id");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "audit_entries";""",
    "postgres": """
        DROP TABLE IF EXISTS "audit_entries";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWlz4zbS/issfZpUaSe2fIzfzdZW2RNndxIfydhOUptsaSARkrimSIWHPcru/PcX4H"
    "0ANEGRFAj3Fx8kGqKeBoG++7+jta1j0317Pp/bvuWN/qr9d2ShNSZ/FG+NtRHabNIb9IKH"
    "ZmYwFoWDgoto5noOmtPJFsh0MbmkY3fuGBvPsC1y1fJNk16052SgYS3TS75l/OHjqWcvsb"
    "fCDrnx27/JZcPS8Wfsxv9uHqcLA5t67mkNnX52cH3qbTfBtYeHD99+F4ykHzebzm3TX1vp"
    "6M3WW9lWMtz3Df0tpaH3ltjCDvKwnvka9CmjbxxfCp+YXPAcHyePqqcXdLxAvknBGP1t4V"
    "tzioEWfBL9cfz36NEyw6bTm9v76d3l/XQ6EsBublsUd4NygQDzJZw3BSS4OqIf8P6f5x/f"
    "HJ1+FUBgu97SCW4GcI2+BITIQyFpAHqKcvC7hPP7FXLYOMfjC0iTB22CcXwhBTldYDF8MU"
    "AdQDpao89TE1tLb0X+PTuogPjn848BymcHAco2eR/CF+UmujMJblGwU3BNZC19tBQCOEuj"
    "IMiTGhhPuBBPigh7xhpP/7QtIYhzRP1hPDp3DfT19+gROR7qapfIo316XAPu02Mu3vRWHv"
    "ANWZ9T0U0jR9Qj4AsH436APjytAfThKRdoequwdxjWozs1jbXhlaH+YHmc3SNPVcDaCE/9"
    "F7COzjlp9o8lfYi/TA6P3x2fHZ0en5EhwXMmV95VYP/h5r4ArIPJ13I9cWzLhABvGd5wBf"
    "ouZohvLyzbmKgRrI12iIOBgPqIt8KY5mgA0iKkLkaeMKZ5IgC1COqSbpBT3ViSXyICQpGu"
    "kYxQ3FhfVuB6k3rbl8Nsa2YjR8f6FDGQ/pagRKVcNtpF2gLaekT8Nv5jeIdaBdr3H64v7+"
    "7Pr3+k069d9w8zAOz8/pLemQRXt4Wrb4qCWzKJ9suH+39q9F/tX7c3l0UFPBl3/68RfSbk"
    "e/bUsp+nSM9iEl+OL+U4PXcwxb0Bn/OULXBZNtVy6Gymtq/FY8YuQy/M0Pzxmbye09ydjB"
    "UPr2fYcVfGxi0viIuI+LsfPmITBXiWWR/ZAa+TiYbL+vRqtAkVznjXJfPuiNNdOMtgd8Fq"
    "jALRezeArsgUyi4hIrPgXRcQnUNVgDy03BGee7RUFZwNWu66eH6MbMEqwuP6Mzo5PYV2fM"
    "OSiVSFaoa8+WrXtXRBJ1EVIbQxptTmsRtE5xvjB7xVFSPfZXqjhKRG2/JW5vbBVXhfor93"
    "XEc3aMgaVTU8a6wbaFfdI5pCRXwC/8DUxJ6388F2Raf6BTkWfShF4frDIQP0XV+4n5z35A"
    "9VMXLRE9anrrc1d1ZG6Ex3dCJVsUK+Tl4/bJGpdgXrnE51SWZSSiKgViZ7YvPsTuVb68m6"
    "eAVZ5PzXo8+mnxQh9oNlP1sXjv3sBtFepeCz3P1xVQTaIx05nYVDJYtDuzCWXB8RMxKN4R"
    "uKjEW7haB17xj+v8nk6Ojd5ODo9Ozk+N27k7ODxElUvlXlLbr48A/qMBpnDayxB4kfnybu"
    "S9rRiyQZEzp2I7kYWw08CxmyftwKfWI+dK9CXuHDzlQskjZD0mY4rbQ8fSF4tuSjyYNbRv"
    "Y728HG0voBbwN8P5DnQNacFfoWHYkPbltmqz0gWpIuyGUHPSfnaHY5ka9OvjD2wg38/O79"
    "+beXoy98n1eXckrG+cWQUvKuMb6MUvDFtSug/JbFLorHp//9GySXIUgujm0KBcnG4xUM+j"
    "6rE1jPj6svCi0QEfEqZJfMlicgvuSpQIL5Mhh5UJYXRSGBUAp7k7BEyNgEWkA1k/Y4yDf/"
    "RVzzO59MwvYdnvuO4W0vnzA7JTU/oFLkdqOhU0zHdm8XzEnhefkhlsVB+JZO+H4kX15E+I"
    "7HKyh8H9VJuTzi51welZIudewhwxSyySYUPWb/jXqB9/C0TtowGVWR+1dKHNbxkzEX0h5T"
    "CuUQbj8vmyghRKZj+Ab5+GZIlAP4+KQGwMcnXIDprSFr6JKocYNT0EGZBGVy30qPpO6FOG"
    "eEqesk6SRVWk6auSJP2AOU32m7/A6EN3Qa3jAMObo/P0zrkvSwBD1ZhILBSXrkqy0MZ92M"
    "0QVaYLXUrDaR600bhoUVaYHVUrMaf94YZLoGjM5TgpYuM5f37EZ/OSdeEsYq4kUfBppDsn"
    "vI6OuV3ocu5Wu/iwudPIJ283B1tS+L0gMnoebhxUQaX778GTAktW1IwmtBl2xCoJwZaXJS"
    "x45ERvHLDJ+ULEkBXNMn7Bhk0iZqMHMCqLwms+QMtdE7tBxukOs+2+RUXCF3JYJyiVBBuC"
    "cHdfAmo/hb2AFUo6+Bcx2UoRq9tP4dIouKbdEJQY9Au1vXw+t+IG450wY9EXlT1NSRI+rU"
    "ciSLZCNgOorAWRhiyWEFMvVC0Oqcd8f84+64dNpZ+NmdIsKJRtJ6mRpEdZlF9aDkkjtd+8"
    "2c0Qxy4LfM/CYi6XQXpzSLHryVUrPcw87aDbzLQgJfjkq5c/OwVvJBRe4BRPS8nrep5HTj"
    "ezIyhWczBbgK2WwChdSKZb+GyfmXymJCYf7ahflLSZzN4Solj6qJWL+tDAYJ0r4qP8op6P"
    "db+DFoAsHwT8fNIfj+6aQDRdvlkzax4ZpK+zPTnj+Waif9lguOsE3TfsaBZOPOUfiyxZOE"
    "kQCxdIOc+cp4SoUdRHuCRf8En5T8lw+Vm5vG/DFtIIh08gddVmJ55OA+b9t97q5sxwvKEI"
    "soF3kqBf0jXWRkuJ5hBZvv1HcEk8hLpApCPjk4rmPEp8MqnH/HJVO+Z3hiJueEQDmluRPv"
    "avbJxBZ1lkw5rE9qYX1SgfVJGWvL9ljyXUVkRkygHL5kJdZczJWruQSxRLkBckrXg7UC5Y"
    "x9eXG0oC5VVCsqECrUCLuXwkXShEHJxoPuz+mF7QTKLvm+oW5fWPS2bWJksTEv0RYwnxHi"
    "rs6TWO3qd0e7uL29ym1mFx8KS/rm4fri8uObw4AHZJDhcVa6g3VyLsy9qeshz2cc33drZJ"
    "rcHYdB3l//7aODSbe7ztHk3Wmyz9B/qnaWu+vzq6sywE8GmqKNIbimM1Q9rubkymCXM7VU"
    "PWJWkb8qtDNUsHfUBztjwRM6IrNUyon+7cdMJeZIIVkwS9XflnyglBiYNT3XRz5LBcg3Qz"
    "4x9NeHPfUNAOaNMA/qRMSLt2mdiQI9GBpkNjTkHGQirM4RAo9l5nHBJyoUjllwpwKfJeZz"
    "3r8twuY8JXB5CFx+XjGsZHydq0CmnNLViT8rH1si8kblKXt5oyQpMDO4FwoCq18Fm/2N3p"
    "DNeUpgs9RsfsKOywz14FoNMhT92Q0OuzoUQ7vB5PD43fHZ0elxYi5IrlRZCRhWGExVgDKa"
    "9/gzzwiTUKjg+Kx6NS5/vc+9FbEo8eb6/Nevcm/G1e3NP+LhGdHj/dXtRdHSK31vPVngF8"
    "jtDvwNYohmSCBTvrIsoKSN4KQI7B836ARXXLgtAPtjNM0gV+uLoGZeVdFOE9k4c+Tsmppy"
    "R+dQB+dSya0d4blBAzYdVaPzhxMkG+wI0E/O+yhjQUGIHLyxnV0zCj8GkyiE0I6JX5moF7"
    "RkYHuNrO29TX/WPCnu0bLJ8bvXIpMV50TwraaFxLfoOzp0tRGtPq1UEmW7xcGEj3gbIRud"
    "LglbojuUIrrlrRzbX66SqzE7mAcSuT4tIfylMokvPFpYTYviM6eiZVFytEGdWYUT5eb2Ri"
    "xHLiZQrs4sdNORQ6ccnO1QfuOLJD4eAdtL5pCsC2iGBPpb5GObE1mkflBcStNRMpCaTcyH"
    "Z/GSRObeyeBlRkUpdsQ1rm0xqLVdF9PM9vgyoF6o7OyIZz21cJhwpvujTH1qKeIMdS9iBF"
    "/ZixXPtku25Kux6HFllKb6X9WBVfewipgpr1LSYwg3Xy+EXgmJXnhUp6r8Eb+s/FGprnz0"
    "KgjAm1IoCHD7VWkIcLbP6DpWnZKaUimU/95GJqr8Cq4stgvwh8uiHoD3ds+updQxsptvqa"
    "ZSJpcQJ+pcir9k0buU+OfyzqWMLlf0LqV6yU7OpWQtcFWNIDqEoWvEUSN8ZYNGXnTvWMop"
    "H3l7ugEFGvfudzJ9hoWhwu0UjQfxt04bJagNmIBbx6l3ynfqnZaTexy0YIhp39/d3nByem"
    "KCohvPmHva/zTTcDuT1TI7xcw3TM+w3Lf0Y/exWVCAch69UtxzMcS5sKvQCYpxzxC2P2oz"
    "bH++QtYyyPZjuaz5+0eRTrltpP3aLDFkDWIDcpQQGyB1bMDGn5ENfsWy9vFPjBzRTqeGnF"
    "pnb8eD5dPOGwKnQ0qgTC2Y1g6HZFVOxU9dJi1AzIe4QWWVAi2UY5D5XHgy8LNgmaqERJn3"
    "Zh9lqiiKzYtU5ajhDZP5DYOyNq+Jy1DWBsrajPfs7VHihYKchVfBZijQweclFOiAEBoIoa"
    "kXQsOJ8hCJoGkt6l4KoPO7rD+jk8927rd8l0yk0JosQLXZOO00xU1nUhUsKKtRXTPiyWhh"
    "HX2MplF1EUH1Eag+Il3b6cxBxypbkTsGK2pX5M/drhpR4zUyzOoe1OXAw7GWGxDPBRGKe1"
    "Amxho/QjFkbglovk0xIVAwRnFyUidIkYzit+47YWTpWC5m6WsVgUYpiYIoH9Wy2h5VWG2P"
    "ylZb5FJDdwOsS4TKWck7wdtE1tJnFmDkQ52lUXBd10mg5OdPltInPfsRW1PdWGJXaEEX6Z"
    "SrYNRFIqW1MJx1M39AgRYcqTI7BHwrEZobFbsvkwO/ZeY3+PleBZvBzwd+PjnhH0IhfnXg"
    "BLfpK6jEP1RUdyjF360tOnUkMo3ROT9jlTU679rs1Bwd67dQZ0uiGPQXrMwNbBlFOgWtRh"
    "3kxUtlONpvzGrXWIM94XUpmgT2Zh3Bc4TAY5l5PCybEWQANExZB227Q20bNMIBa4QXyJuv"
    "RgxdMLwxrtICZ3QINNRRPWzokXw/Ed0iHt9jcEVcLb97teLwtIZacVg87FK1gt4qqHBkCg"
    "a+fHdGQqBA9Erfzgw7eEJG+Cu/dE2GBMqdVTOkQT0bTrw2nx0JgRzMoJ+nDDN022JIcly7"
    "aTxcmeodrVW98S2iHQoVyEopYF23vq7XSMcNVPwMGVhx5NbvG9ZFyRECj2Xm8QIZZiMe5w"
    "iBxzLzeFjWWGBzQzbjzxuDTNfEs5KjBKO7zFyWP25QEs4qF+cmSVuSFquDdGmB/96ejRj2"
    "d3p5XGV9/48966PliO17czvcSzG5HhyxkMgLFnlJQqraL2O/QVvTFjPeZEjksN4oZSKOdi"
    "naDUpgzeepVEj8KDiiJnVWPhnFd0VNyvUw/SZ2spQKFC+pRfIFjoTAmgb+ZDxY+IsWfvJp"
    "LL8VF8pkPEBZhHKGl77VpKh1hg7sejLvOyaZr0l9+pQM+Cszf8Fv3NapYnuIUaGJf6rE4w"
    "HKIpQORi6roQ9fY0gpFAis6qF4fsYyVBfiDIlyGB/W0scq1LESwIm9TfDczNLBwSnzwQkO"
    "T2XZXHLb7Me7cL4xfgjaqJccDNGdcZWPAW0MakGD1uav299gIbFjPh6voL+hg+7bwsnbUO"
    "9PIGt7YTiuN13YPqNpKh/iPJWC67gOznyYSygHrQRFQc4RAcYvYQzCorLCYulV8ptVHijS"
    "gvYnM6cd/GQ3i1vPUwKXZeay/HGQsrBWuUDIfQDbW58032XWfRDpI0PY8uCqVfah01YyCV"
    "4Mc04WyxcNOtOEeS9adUbnP37QHExAdz1XC5YO1jXD0pD2cP9eW9uWtxprs61Gpn07KmAn"
    "TMysBhjFcAWjoQrgMKoAhswqMYCvDCYECiqCVfDGiuA7riL4rqgIxi9UGV7u4s6S9Ocr7n"
    "6Vt+YuppuimISWUoB0Vi2dMSN3xSWzxF8xTExfFMzSBSVTeso13ZdNvtyRu/+i7NGB3BHJ"
    "swTTFdYc+zn4vQ6fSjONteFphksEjA35bTWXUMQ/hinLZDQVkGdAnhnKHgbyzMDkGbA6gd"
    "VJJuFG3vzbm5CbJcEmbifOF2iSnuVttz/Q7TWBMlhXtqljHYSEYQgJGb7V5kBKo0wMdy9c"
    "yER4hO+IgGyWUigonLUfQuOu7GehSPqEAOCtAe+KziPuA86QgQNYZgfwhnxTj7VBcc+EDI"
    "Uyh0J76aLIcbA+nTFsinzFJke0g14znNdEoBmh/LriMCo15aK4DOtRENAMSacrdHhg7q1/"
    "hypgDs+IMdQaYsU9oAVcr6JphrhWX8Q0s+nlACWfr908XF3ts/noMBHlNZpJEa0T3fWHM+"
    "WU5hcJ8PrJeU/+GKxc1W90163vLW3yVJe0EeaIYZHMDxhXmSYJ0z3s9JG3V07WG2u/jRw8"
    "NzYGhnw+KfP5oH5gh/18cku/LsI5IgVhnpzUMZuRUVygg3sFu6Q/+w+eC+GcIVER5VplPi"
    "YVZT4m5TIfHv7MgLiiPVU0Xgl8q+yQXfSnWnlrRv0fPtjxeAC7STOwxWLqOwy8KwrYpCTK"
    "FbDppEiQS860Bs6NDBk4N2R2biyNJ2xN/U0DHhdIgc8y8xmSz5Vlc8k4vKdAc6wbaMSKMA"
    "9ujKvMHetkSMuRWBnruLtCk5PTUihWfozxJwbrxp6tG8FiCAETkOzyVErI03nx7mhSQ7o7"
    "mnCFO3orL9s9GzorJp4b1pCMh4htRlzDChvLFeN05cKZEgCeDDyDvbg+mvFwwJIVYmmYQp"
    "tpPF65+mTtt5uJxAoBcFMKBU+p9sMrn5BjIIuVXcRv6JOlgY4+1Ya3Jk3fQZlUVZkcVlyh"
    "LKxVLnxLimiNcUeVjyA2hhkbk5Nq0BPZpV1va+4K0x2d6Y5OpBBUXdrRPuInww0ftGRKS+"
    "6Nq6xpQQSZEw3tI4YoDusTDg2C1EZ6r4/URvJQHjOmhS9EZ0j6l6H3c453Ii0/r1hyMl8/"
    "jMcrqB22r36DKtJknQ9OFdlbBsmAmNpcCek3LF9SSBsH5u+5/sUVrV31C3Ks8DuWZMbc/U"
    "q5MaiCNe0s9JxRPGucnnYuOQ9xeMf1oGDGMKRKqKrVXVUtEBsTZM9qIHvGRfaM4bJxGOfd"
    "3RqZJt+/GBOp5GA8mrw7TTYM+k/VGr67Pr+6KvsWg/26BCYXx3i4SjBC1bcBCbtgcVeh6l"
    "tkfWfIu6ldni/pZj0A++yLSFMt4yxzyLLcwz5RKdwih5H+XyHbRuMbCWBFz4dEMTPtp1h6"
    "hicWj5QQKJe0c1bHInrGt4ielSyi8icHJ1veENcu15HCT/LjO1KGuH77zvIL0oxE/FYJAU"
    "R+te7LIo9JRGQRbqQUwI7W2bF0kC50kCYECmxE3dqI5shiRb5UmJYTEmVqPvZcCDjofkpR"
    "tJo3T82TQ06qzE7d0JjQhNV5yl64LEmhwMExGQI0XgWb/Y3ekM15SmCz1Gx+wk4cf1rT35"
    "Oh6E8uOuxWLmovxxEjZ85woPNtCSlFK2ZGiV+NLmwJ4F97XaWyh4imvbRF0UxJoFZ2Dkz6"
    "mwlmlR6fIWp0YskF5H5Ueaj4DgEMQwlgkLnku5Sg8mq+MxG1ojZ8OyIad/Mb4uv/IqCZEw"
    "eK6PcTq18UuVoANKlzpiSiGSFTuC1Bl4FgmfxiRjBYPvu4MiAsTXbuMO2hjX6gEOnVdqQX"
    "+4zie1Hj8QqG2refoQntPTsGGGIypIrJmK9sF1tN/F1ZQvBcy+wGATsyWD7lAxNsRvuxGY"
    "H6OFz18SPe2I43YtZaCu6Mq9RGJxjTS5s2kwgHcZBEJjIGkoRAdZREs2m/9CtZ5i4r2KSq"
    "D1tMoSDA7SezPNuOzohyrigyEBOoCO9BrQZKdBgf4oNyCyWIgGyyJw9OJ8yd0EJczhKC3i"
    "8zjyUOdRqGigoxIv3o+7LFMUipkoqEMYDTfbAF8s593fAuLc/ZjhhqfubuuErVR3TcFJOB"
    "Rp91QyI8oTiIZHr/BjuCqmlKoaDu1H4Zi9l2+oi3ZYAvbNvEyGJjnBIVMJ4Rqq5ATq70u3"
    "gvbm+vcnLzxYdiBsTD9cUlUVgD1MkgI9yOWWXHhCoNImUbsLe/jL1VVHa1LrgJgXIZ+p10"
    "tx+WcUUSvWJwejf42zvQv30XO4KIZkhA/wZ/+3787XQRtgDsQzTNEBfri5hmXlSp3O3vER"
    "EHdOSMGJp4cm9cpYfPo1Hd6+BcDZv7cldlFWaI2smDh/Lzoz9tS8j5Ho9XUHNp3/n+iDfe"
    "dOHY6zLC3EWeo1GmDNZO5R5KQsJ+Nt5v0fbe9pDJ2niTe5Ubr462ZLckw2DnhZ2X7V+q4k"
    "JMoVLd/56T6p9XjDjT6q4VEYlKoLfRs4LsZQKnWjRaJRBbq2A0N435o2ChzJRGJUh73gyG"
    "UaBUOdifDPwsCHtCArDvALtreLYjjHxKBeALgS+P2vIzMgPoWWpLeG/8ktryRIeB2gJqC6"
    "gte9i7QW0ZtaW2GGtsseuv8o2eOSIFLZ/tZ8WAdtiWdvgUn891F2tCoOBCnZyc1Il/OTnh"
    "x7/Qe6B/S3Gqgf4N+rfasEuiAn5v+46FzB9tosuHWJU0weKQcZVC+J9w8B7VQehZv08dMO"
    "K/iFSSIWlHLpGou2f7gQMuXq6ZHRIrz8aUSJm4gZ6PxtnWw4JHY0ICmO/Qskx0P88QAe6D"
    "k0fukMmsFxRcr5Q8XDICxI5XKnbs0agkA/rttUyKXrO6sls8XkGDUjuimyTb6s/UV/udwS"
    "7jnd6s3GADfy/5wLp1vEfnGh2s2QvNxcjEuhbM4JI3ZIU18qjGArsevf3pb/TF1nTDwXPP"
    "drZ//zoc+entqMC4Nub83frdipqGk4NbW9hONMlYOwz+c/31GtFEdDpPeItMjzwNOVizbM"
    "20rSV2NBqOq70JH+Nrd77Ca/R2s/2KzL8wHCKDkF1mrGFLp3+Ez0f+cDXD0gxvrK2QufiL"
    "vcHWWEPkgxzdoGoz/USaFOd+oz3cv889m2nPkZl/PvJRgbSDdYN8FfrT1fyN5tnk0wzySX"
    "rwxISjpkGQIh9MH4LiF+C6w2G337psEul3baW08k+2THt7ER9fhkwlw1wbfr7k7RSQGHI0"
    "KgHamuQQbXQCmGYoAFEGoo4taouPKVSCE8w8rwH2RIxpYOuJycDa0zCCyDE8r1FPhTwlVN"
    "CUrsqDbNrnJX1VqzTQy+hdrqOFBi9+bVV0vkJEa6O6UU5xDBW7qNJ4oCptNd/yDFPDT9jZ"
    "htrmimhoM4wtMi5a8tqz4a2IHsdSUDv6JKq2/kL//mRhwvgwfvVToNJFH0C13uT6DFM1Nd"
    "QFqeoaXv8mnO4TDbz8FN6hf2rP5HPDPHY9UDGXtq1/87sVDLawQfXD4JOiabLjd9UlwXC6"
    "T8OpHMHTr1PmGUC4tFqSTmbjFAO+QAj4N8N/jXTcQMzMkIGMCTLmCzLmz9hxOZFspTF1Jc"
    "2ncHxNYfPWwppjP/9V+xTRfdKW1DQTyl6htBcJiURkyzsuQjErkGzH2qcFtub4U0jn0QZ2"
    "RYKy/Nn3h7cs+VVbtdsM65BB+GtuzuZLdE/p2haI4k2JQKJrfL4Fb4wY8AkJwD7EcKXgRP"
    "kYnIbs04bee/mU6bHkOf0k4QrnbejjQ9mTIYn2dewgjAq4YAXpH/pH8m1FxcCYRiXY24hs"
    "gFzwtpCMapsICtEpkUp49rwhOHiBHYdVhLiqMWVKo2Aoaie5zb63nrq277A0Fj7SeSoFsT"
    "6s26ayqkslC+s11g2fUe61GuuUCrCuj/UcrTfIWApV8ijSAd718fawI7yyYxrAWWBd84KB"
    "X1jW3GBgQJuDdqDaOYxwVj7SGRIFUZ7UkUD48kcJX8MTAzcaryCynaxfHT8ZYpJdSqEixq"
    "2XsZpRp5qYlpIhURDi0zqr+JS/iE9La9jduh4WkitSCgC4BsAmspY+s/UuH+IsjYIgt79R"
    "bEw0x+ySHRXtTLNEyvUqbAdkSVyA59gx5qsRwwEY3RlXNj5Ox0hTtuC1hN7umKnVIASjoj"
    "QjNwBDhV21EwMmfakEEI6GK4huRwowx9Tw/d3tDU8B5pkZdGPuaf/TTMMdoh+kAlwKBp05"
    "Cc6MMX1zff5rEe73V7cXATiZqEs6wcW+D7Mv/w9uOmvg"
)
