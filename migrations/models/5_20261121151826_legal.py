from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" ADD "terms_seen" VARCHAR(10) NOT NULL DEFAULT '';""",
    "postgres": """
        ALTER TABLE "accounts" ADD "terms_seen" VARCHAR(10) NOT NULL DEFAULT '';""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" DROP COLUMN "terms_seen";""",
    "postgres": """
        ALTER TABLE "accounts" DROP COLUMN "terms_seen";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zYW/SsafcrOeLO2/Ih3Z2dnbCdtnfiRxk6300yHA4mQxDVFKnzYUdv89wUovg"
    "lQBEVSIHS/1A2JQ0nngsC9F+cCfw4Xto5N9/XFZGL7ljf81+DPoYUWmPxP/tbBYIiWy+QG"
    "veChsRm0RetGwUU0dj0HTejDpsh0MbmkY3fiGEvPsC1y1fJNk160J6ShYc2SS75lfPWx5t"
    "kz7M2xQ258+Z1cNiwdf8Nu9M/lkzY1sKlnvq2h088Ormveahlc+/z5+u0PQUv6cWNtYpv+"
    "wkpaL1fe3Lbi5r5v6K8pht6bYQs7yMN66mfQbxn+4ujS+huTC57j4/ir6skFHU+Rb1Iyhv"
    "+e+taEcjAIPon+5+Q/4VdLNdO0u/tH7eHdo6YNBbib2Bbl3aBWIMR8Xz83ISS4OqQfcPXT"
    "xadXx2d/CyiwXW/mBDcDuobfAyDy0BoakJ6wjBfIMItEX82RwyY6BuS4Jl+1HZYjglqgdL"
    "hA3zQTWzNvTv45Oj0p4fiXi08BzaRVwLNN3oj1q3IX3hqt71G+E36DvwL0Ru2bYTe6kNCb"
    "vMCd83t+WIHe80Muu/RWltwlct0X29G1OXLnIiwXgArSPTqswjdpxe/OhwXGTWTNfDQT6t"
    "JpjIo8V2GZz3GeYc9YYO0P2xKiOAPqjuPhhWugf7xHT8jxUFvzXpbtsypj9Bl/iD4rjNDE"
    "LxEbomNAh0S7K9fDi24oPq8yTPNH6cIgTd5/TXQazIA65HnqYNwNy0dnFWg+OuPyTG/lxm"
    "bDenI101gYXpHqa8vjjM5ZVI5rYx0nbOA69NmkGZ9n9Ev8fXR08ubk/Pjs5Jw0Cb5nfOVN"
    "CffXd485Yh1MfpbriXNbBAK9RXrXPdB3MSPg29BtI1AtWmuNEIc9IfUJr4Q5zWCA0jylM/"
    "oua7oxI39E5rI8rtZ0lh8DJIqbm3fJ7KlG4gUNMWh+Syii3i6b6gwwx7MeIl9H/9PDyKOE"
    "6Mfr23cPjxe3H+njF6771Qzounh8R++Mgqur3NVXefcifsjgv9ePPw3oPwe/3d+9yyeW4n"
    "aPvw3pd0K+Z2uW/aIhPc1JdDm6lPW7sbNwNRdjS8j5zqA69Aw78gqrxOxH/JD9qBCxTxxM"
    "qajxMmWR8DZJ9zbR1Pn0KZXWpRfGaPL0ghxdy9xJ+oOLXZfw5BZ7w2WI/OHDJ2yigMyi3c"
    "M1hIf1U/pr9ORqOHcWsrZbMnSH+vxOlNOzwLqBtqPnNnqEivygpaFRZ3o7ii6Wxge8UpUj"
    "32WmkUUI+hw9QkV+ggB3O35uyCNUpcdDsy3ZeUQzVcn56pAG+rYz2M/OFfkfhTlyvZW5PU"
    "kP9CmqsjRG3mS+LUeX9CGqMrQkc9CW/HxUeBpz/TF9+Bg720Yc8YOUpWqOnG270gN9hkoE"
    "0ZDWHtm8ILd4azFa5K8gi7xgevjZ9JNyQSxDI5eKb/kauXQoDRo5dTVy4in/LZP9Mqvkms"
    "/26/jZmAipAxKEgnqi5mVykAKuM2D0IgWc1ea5XrAyUsPQeSyYWmpT429LgzyuhqGzyG7M"
    "3OVkpZKVwxoMTczLy6Ka9PaktewG366wTlaguMjvD7aDjZn1Aa8Clq/JV0EW0+coVtX0kt"
    "dC6EUuO+glDjpy/YoQQH429tae2sXD1cXbd8Pv/AXINuO4u7UxC0FctATHj+DidT55wrdL"
    "Y8YVaDFfaYYyKzSfvBHFWpn1z9Ho+PjN6PD47Pz05M2b0/PDWKJVvFWm1bq8/pHKtTIDda"
    "Tf4od1U9vUWfo4ftyRICCs2xjWuXP7RUjaEwMUDOqap3dOnyPu/6VgDTh/kimTVXL+luSX"
    "ekLy3RQCxLt58e4YOQ7WtfFKxJXOgLbwpPvzmmzMkkJ00ianVPQhSGgK0moP7R+ZdGVWkM"
    "wUBMiEuLmzuDk/BjTAa0Xxl5R9dSOnqUEvQyj5/MHd55ubYWEgaIDRijKNfjKaGvk4jFYR"
    "l3csPJPTr+pWxLAWUjOyX7HCmp/+inXczaa/vqSnB3eORqdnw99B0iCTpCGw/JqwAtv8DE"
    "0WpWCa5rjKZh7H/N08jgvbebwYusfYmoYbxMftuwvh20/0NhbFz8mMPRepwE8AwCeDT9f4"
    "gzEAcNmMmgOXDC6nhik0mEbtlVtKOKkiYDrhC5hOCgKm0IcQIDdBKDhLNb+Y8IwcA4W7PW"
    "Ypfv9wf8emOI3JLyUYE2/w18A03NYGhpQTNvYN0zMs9zX92F34YZSjzLJCRPWr24tf81a4"
    "urm/zDts9AGXINrbx2Ue+bPosphWuWSlFLmJg0ZVPpAJkrkCsS8ktZkuu0LEjdKRM2RkzO"
    "J7B2VJs0nYaoe6Me6AViYeS4Gaid9AQjYU3ae1+y1aexyUPOGlp00deyGQochgQAXzyHKM"
    "diPSfYtWj7aHTNbAG98rHXh1tCKjJWkGIy+MvOxV8jIrRAiVkpedGCG1mDG3i5w/LJBp8t"
    "cz1hCVSD8evTmLaab/KCP24fbi5qbIJBnLBGa1sLVKJDaWdp+YxoS5UVLJUJBgVKK048HA"
    "nSDmLoIlvMcQoL027c8GfhGkPYYA7VvQ7hqezdzEppT5BAXkC5EvT9jyCzID6llhy/rewa"
    "aw5Zk2g7AFwhYIW3YwdkPYMmwqbDEW2Io2xqqa9MyAFMx8Nn+SD0SHTUWHz9H8XLWzxgAF"
    "O+ro9LRCTyWtSg64PC1sLgXxN8Tfe0Q7xN/7FgK+t33HQuZHm8TynO1C800OygLC/60bw7"
    "4zexoDhvYX8UpSEOXk4i3sPINnJOIQzHakQMroBjqeGscrjylmK2E9hgDn9TgPNu4UHc9T"
    "IOC9d/7IrW15c25SOnW31AtZ0HaQmJZgNpTCKYHE9A4Gb0hMDyEx3afEdDBpCKSm4/Yq9V"
    "dITkNyukcsQ3J6f2iH5PS+BYP3S2y9RashIxKMbh2UhYE2aaTpaAUxIMSAIDtQoM7qAQXE"
    "FE+0o9dLhwKXtIBFKXj3u373ZWC/uR21wtesakgXtVcwomtmYU+SYfUXquT/FGziUhha43"
    "ulw2tQC9D++PolTsySAZLcy2zGSS91PgD3ZQyADLwELljHAbMcscdeUv9Efq3o6keEUYn2"
    "JpY/YCGpKSbDij3RHFoMUonPjgcEB0+x42AG93z3OY1R0IVuZVHE9xaaa/uO2JnbWZSCXB"
    "8dVtm3lrTir5ceFnaupazRXdN9xiZG5VwnKOC6OtcTtFgiYyYkA8jjgO/qfHvYEe7ZEQZ4"
    "FujXtuUxJc0bunUCA7arsR2Edg4jGcpnOgVRkOUqR2LwT8QoHIgxMTwxcsP2CjLbSv/V8b"
    "Mh5tklCBU5blwDN3bsF1csSklBFKT4rEovPuN34rPieQ8r18NCfkWCAIIrEGwia+YzT8Xj"
    "U5zGKEhy8wPF0kQTzC5E47OcAXVH83DYI5IlWRK8WBofMFN5Fd45KFsOREtDe8K71F3BSX"
    "tdnLQX/BUYAKL2Cg6xzc9jujHDrtD4miCgkDpPb6GQemo4rqdNbV/I282iFOzHVXjm01xg"
    "OajGFSU5AwKON3EMp2nVmfZ6d5pW8Fb4bi1D57ENmFrOA3eUsLSDn+2nWnbOIsHKMltZ/t"
    "PxunT36gcohYhZ+sPxdsBrZ2fj+S4z9SZy6BuxyufoKf30N7o99i3mi5GtSXO5MV+jxcbb"
    "mLQZXny8HjiYkO567iDoOlgfGNYADT4/Xg2C2viDwXg1II99PcxxJwxmJIK+DJ/WWah1Gf"
    "7vUIkjj+yNnzDi7LHADwV5myyoEAaW0RuFgW+4YeCbfBgYvVBFermdOw1RSdzZWMUTHRTF"
    "/LMEAScXlztn4fi9rWMWL0f0k9ONjlnSoUSdsjZ9Dq7DUdHbaMHTCD1YwuIcDxz7Jfgb3D"
    "ZXA9NYGN7AcAf0EE2Cru+TiH8M03tJhSbgwYAH05dRCzyYnnkw8meZ+u/JSJpmktKd2S7P"
    "1KZLc0MrjhkezU1Yicx3aGitcgtaly/DZSRJI3+1sWlPngpuQsaTyK7nCRfEg0CmaYGMO7"
    "cdj/CoC8lksigF/Ybm1Rzka3mGFSSWNd8ROn+AAVWQ8tHhyXmVYgfSjF/vENzMEu8ZninU"
    "uWOAcgLQUaWSh1FJycOIVfKQfDOxTp2GKcf1aSWuT0u4Pi1ybdnMMx5K9Iw2+4SH/vNLem"
    "LFzlzamwsU429Lg0yfNaQNWSRIG2SWNgTbDGtBMkwsV5UD1oroJbPrbvabWCLXfbFJSDRH"
    "rlC6qgCsNbTJZoP25+mp7QQhKPm9rALbS9s2MbI4ouI8Nsf5mIDbmk+isKvbEe3y/v4mM5"
    "hdXue69N3n28t3n14dBTYgjQyP09MdrJN5YeJproc8nzF9l28VxIB3l0c8Phy1O+o0s2sQ"
    "0tDSEOzTKVSHvTm+0tvuTPNHT5i1xFPGdgoFY0d1slN5NaEpMo1SzvU/qTI7nvAnx5PC3I"
    "h04s95zE5dthNhCgUnudVzA6e2adovosynUcC8yoeEqMV5WDe27rx1q2RyeEg0yJxoWKKa"
    "BVEZINhYZhsjZzI3nmtZOQcFO8ts58CjrmXmLBKs3Acrv8yFdkrLwZQLulpZz1pLa+q8UV"
    "lkJ2+UJMWGvXuhoPp/L8zsL/WaZs4iwcxSm/kZO+yTnvn78yeI7vIGR21NiqB+llP9XMia"
    "izGagmxBZ3/cctCSy6Ilz3fcBoj9WG1vAjl760ZSU69q/V0g6F9W9ltgF4g71ONQvbgBRL"
    "offnUCcfeWBP3sXIUKcQUpcvDSdliVYCIMfQoeoihD7hw523ahB/oMhfjZsjwopcJAMwa1"
    "t8haPdr0vxVnikc0qzP97rTMtmSeCH6VliuPCn+jQzsbiTLTJz6uKQzFbU/BdsKU2XB2ic"
    "0S3qGI8JY3d2x/No+vRuZgTkjkulZg+HtpqRf9zoxKr/Cn8Au9ou/RdJ1X2umzTR3rUA0u"
    "0wozbIBcIYN9XOUslWP+YSrHhdNUwldBgN4EoSDBzRfNQXYE4nmZQs+m9iAE17hF1zhx7L"
    "bzjaOyeqWd4+hH5r3jOL7IOscpFzjvHSd+81bOcdwXuL5xmFZguMdJwoHvIadTG62e/AH7"
    "Hux60ivzixfIEZLUR+0bKTaT6NiK5g9egnr7mNzzKpKZc75i5rwgmHkiv0qE26h9h9Sa4Y"
    "zSx77LPej1EX/jFQTv4pDX1vpvmVLh3a9B9iEWKUREvrq9+DXgOBYq3Nzf/Rg1TxF/dXN/"
    "mSN8Zjxjhpbg/cP9HZvuGJCXiRgTb/DXwDTc1uKP1LQ39g3TMyz3Nf3YXcx8lKByY+R5z0"
    "2R9AF5Y5CvyTy8m2+NBAHmaNwcMweJ7coUAxQYiHITaZV5lD+NFk44hdKn3ZQ+URat+pVP"
    "WTjI6GXWCYK0ew+MDNLuvTAzSLv3wswg7R6CtFvCxcuMG5ksQFRlNAVpVdotiRMhQqY9s0"
    "XJTCBAZoZM+pdJZllYmQK1tJWgqpKnXlR79KMXgzhkJ8Ue0ULJlsRWlClI2Vk3cpqauzcT"
    "ytY6ChPaWF2HjISmJpwMoeTzB3efb27krkeSkdGN5Uh5j6sBQm+xbiBlGU35mJw+ytfYba"
    "ki2yA8evBWAa8M5dH61sEG6ZFLW/VBoQ+Ko6YVR6DEb3EDT1Dit0wwaAOk0gZM5raLrTrr"
    "LmkgrKDKnI6H/DGkPOUjE5JFu0kWQeDY38DxEnmT+ZARNq5vHJQFjWPapINyFYgOdxodgr"
    "C/3aIU8ggGv3xZfwxQQEvbtajfDr4hQ2DLDxZTEIgWm48W2Xs58c0RA+QwBv08ZYyh2xYj"
    "D8hVCETNldGdN6av8i0HI8agzu/WCQL6deP9mnwb1iDD7dhxe+jZ+Z69QDqukdtLwSCzJ3"
    "Nmb4yRV+cUiQQG9pXZvktU85yQDBBsLLONofRlL8ws0XHwFcwsyRJC76ws/1KbJJZVbnFI"
    "xmWM7XaZa3MhIxByMtYxIoEnfxmDqiRhz639XuNwTX8mssYRtVdQoNX8Vqmw7VZCbhX12x"
    "lf/XZWVL85aMqYukrEbxFAjkSjUqsZUKY8bDLZOJkjaxYcXMmKcfjjRx6n3DDSvIg2oqyO"
    "bDONhJyB1NHk0h+TAX7OEhzwZ4wMaKtZoz9Jv1amB8tfjLEjMDskAFiJKtRWR71SE591mV"
    "igmE9xjfWCHBaWDGSeF54N/CK47WAMUea92cW2g5TF+rsOZtDwhsn8ho1Nu+bKaxYJVu6D"
    "lV/mK5GANQdTLl49PawSsJJW3Ig1uJev+4RtPJV/oUDLsBdmln+VWxbTKrfMvQtiOztNDc"
    "7yLjuGmXMcmgg7jW0xJh87cNL5Rooc/Gy47IIusbPO149RaEDL0OT6Y/rwMXa2PdgxfpCq"
    "VDnBsfdb9yf6EIXeuTaFW/HLxxBvpV/McgGXlhkKWlZyRXsPCgu34HDxZpOpfEEX97i0ss"
    "pS3nFpHUhjFFrlFFVrdK/S6ExL14JOA/Ih+5AP2dnG4T0yav1MSLd7B0tK6fa7B+9G6J+K"
    "QRgeYzZC4fuMuZCo6S1vox6GF8gwC9vdQi3ArgeHMtdxbTMBByYGKOjBjE6rlAOQVlwfJr"
    "hXOMvYZTrnJZLeBKIgy8eV1kePS9ZHj4vroyayZj5zpuPTnMYoyPOoSl/m9+RCYYv9hMnM"
    "aMywK9SZ87hmmN5t1N9yDRH5uKnhLOpFPjksSGhkDn18K/bNah3rWISDvWW2N2Q09sLMoP"
    "BoYctwSBOBYKYTYhvfNBxScD1OwYXr28wF22jlm596Sy2xt7xOOzFtN/YPUt4CZNh2m2GD"
    "86ZajJRJN3dZxZB8ehOEggQ3v2H7i+3oDIFQyQJ3BFCR3sNKqUvajE/xYTF5CVFhnTG5d1"
    "FhZoYWsnIaCAkemW2cOii5qmOVgsC5VnJE/KqQWRLvw6nnDZ96Dmd09zbEfyDeLB6yBDbB"
    "jYNSbQ1tAseCKR7EuxN7KRTFxwDllrvPq4RA5/wA6BzCn/10jeVfFOuHUwfhRktkemjG5L"
    "KskCnB1NoZSi4au6tm6t9CpIzutPDhxRDzNRvzkbe/AT4f109Rks5kfJQp4LvAjsE+CTq8"
    "c1AW8qGkjTQh375U2m653Sc/wuPuq8qP8fjbqaqw2DU6Pa1UDHFaUgxxmg/16EslwHDYXE"
    "F2j6quJJYtJDJ041AH3l0deMGJ7XIy+/5/bTe+Xg=="
)
