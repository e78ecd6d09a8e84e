from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        CREATE TABLE IF NOT EXISTS "identities" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "issuer" VARCHAR(255) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "label" VARCHAR(40) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP NOT NULL,
    "user_id" CHAR(36) NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_identities_issuer_1dda2d" UNIQUE ("issuer", "subject")
);
CREATE INDEX IF NOT EXISTS "idx_identities_user_id_5a446e" ON "identities" ("user_id");
        CREATE TABLE IF NOT EXISTS "oauth_flows" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "session_id" CHAR(36),
    "purpose" VARCHAR(8) NOT NULL,
    "provider" VARCHAR(20) NOT NULL,
    "state_digest" VARCHAR(64) NOT NULL UNIQUE,
    "nonce_digest" VARCHAR(64) NOT NULL,
    "browser_digest" VARCHAR(64) NOT NULL,
    "next_path" VARCHAR(1024) NOT NULL,
    "typed" TEXT NOT NULL,
    "issuer" VARCHAR(255) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "email_verified" INT NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP,
    "finished_at" TIMESTAMP,
    "user_id" CHAR(36) REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_oauth_flows_expires_d27df5" ON "oauth_flows" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_oauth_flows_user_id_5cf351" ON "oauth_flows" ("user_id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "identities" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "issuer" VARCHAR(255) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "label" VARCHAR(40) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_identities_issuer_1dda2d" UNIQUE ("issuer", "subject")
);
CREATE INDEX IF NOT EXISTS "idx_identities_user_id_5a446e" ON "identities" ("user_id");
        CREATE TABLE IF NOT EXISTS "oauth_flows" (
    "id" UUID NOT NULL PRIMARY KEY,
    "session_id" UUID,
    "purpose" VARCHAR(8) NOT NULL,
    "provider" VARCHAR(20) NOT NULL,
    "state_digest" VARCHAR(64) NOT NULL UNIQUE,
    "nonce_digest" VARCHAR(64) NOT NULL,
    "browser_digest" VARCHAR(64) NOT NULL,
    "next_path" VARCHAR(1024) NOT NULL,
    "typed" TEXT NOT NULL,
    "issuer" VARCHAR(255) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "email_verified" BOOL NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "user_id" UUID REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_oauth_flows_expires_d27df5" ON "oauth_flows" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_oauth_flows_user_id_5cf351" ON "oauth_flows" ("user_id");""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        DROP TABLE IF EXISTS "oauth_flows";
        DROP TABLE IF EXISTS "identities";""",
    "postgres": """
        DROP TABLE IF EXISTS "oauth_flows";
        DROP TABLE IF EXISTS "identities";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz47bV/iscfUpm1I0tX9Zv0+mMvdm0m3jtdG0nnaYdLSRCEmqKVHiR123z31+A4p"
    "0ATVAkBcLny65F4kDUc0Dg3M9/R2vHxJb35nI+dwLbH/3R+O/IRmtM/yjeGhsjtNmkN9gF"
    "H82scCzaDQovopnnu2jOJlsgy8P0kom9uUs2PnFsetUOLItddOZ0ILGX6aXAJr8FeOo7S+"
    "yvsEtv/PovepnYJv6Cvfjj5nG6INgyc09LTPbd4fWp/7wJrz08fPju+3Ak+7rZdO5YwdpO"
    "R2+e/ZVjJ8ODgJhvGA27t8Q2dpGPzczPYE8Z/eL40u6J6QXfDXDyqGZ6wcQLFFgMjNGfFo"
    "E9ZxgY4Texf07/HD1aZth0enN7P717fz+djiSwmzs2w50wLlBgft/NmwISXh2xL3j318tP"
    "X52cfx1C4Hj+0g1vhnCNfg8JkY92pCHoKcrh/yWc362Qy8c5Hl9Amj5oE4zjCynI6QKL4Y"
    "sB6gDS0Rp9mVrYXvor+vHiqALiny8/hShfHIUoO/R92L0oN9GdSXiLgZ2CayF7GaClFMBZ"
    "Gg1BntTAeCKEeFJE2CdrPP2PY0tBnCPqD+PRpUfQNz+gR+T6qKtdIo/2+WkNuM9PhXizW3"
    "nAN3R9TmU3jRxRj4AvXIz7Afr4vAbQx+dCoNmtwt5B7EdvapE18ctQf7B9we6RpypgTXan"
    "/gtYR+ecMvvHkj3EHybHp29PL07OTy/okPA5kytvK7D/cHNfANbF9Gd5vjy2ZUKAtwzvbg"
    "UGHuaIby8s25ioEayNdoijgYD6iJ+lMc3RAKRFSD2MfGlM80QAahHUJdsgpyZZ0v9kBIQi"
    "XSMZobixvqzA9Sb1ti+HOfbMQa6JzSniIP0dRYlJuXy0i7QFtM2I+E38x/AOtQq07z98fH"
    "93f/nxJzb92vN+s0LALu/fszuT8Opz4epXRcEtmcT45cP9Xw320fjH7c37ogKejLv/x4g9"
    "Ewp8Z2o7T1NkZjGJL8eXcpyeu5jh3oDPecoWuKyaajl0NjPb1+IxY5dhF2Zo/vhEX89p7k"
    "7GiofXM+x6K7LxygviKiL+/sdP2EIhnmXWR3bAj8lEw2V9ejXahApnvOfReffE6W43y2B3"
    "wWqMQtF7P4Cu6RTaLiEqs+B9FxCbQ1eAfLTcE557tNQVnA1a7rt4fopswTrC4wUzNjk7hf"
    "Z8w5KJdIVqhvz5at+1dMUm0RUhtCFTZvPYD6LLDfkRP+uKUeBxvVFSUqNj+yvr+cHTeF9i"
    "/++5jm7QkDWqanjW2CRoX90jmkJHfEL/wNTCvr/3wXbNpvoFuTZ7KE3h+s2lA8x9X7i/ue"
    "/oH7pi5KEtNqee/2ztrYywme7YRDphxQwnzsQRmVLKt9aTdfEKsumRZkbfzb4pQuxH23my"
    "r1znyQsDmErxVLn746qgqkc2cjrbDVUstOqKLIVuD25wFcfdEdk/9ouq6t7X+X+TycnJ28"
    "nRyfnF2enbt2cXR4nfo3yrygFy9eEvzAcyztoMY6eIOORK3j2yp2NEMSZ07BnxMLYbGMsz"
    "ZP1YyvvEfOiG8rwOg92pXHBohqTNCFFlefpCPGjJ7ZAHt4zs946LydKminGI7wf6HMie86"
    "K5oiPxwWvLEnMAREvSBb3soqfkHM0uJ/rT6Q/G/m4Dv7x7d/nd+9HvYjdOl3JKxp/DkVLy"
    "3h6xjFJwL7UroPyaxS4KMWef/gWSyxAkF9expOI+4/EaxjFf1IkVF4eKF4UWcPK/Ctkls+"
    "VJiC95KpBgfh+MPKjKi6KRQKiEvUlaIuRsAi2gmsnkG+Sb/yKu+Z1PJWH7Ds8Dl/jP77eY"
    "n2WZH1ApcnvR0ClmY7u3C+ak8Lz8EMviIHwrJ3w/0h8vI3zH4zUUvk/qZBGeiNMIT0p5hC"
    "b2EbGkbLIJRY8JbaNe4D0+r5MJS0dVpLOVcmFNvCVzKe0xpdAO4fZTjakSQmU6jm9QjG+G"
    "RDuAT89qAHx6JgSY3Rqyhq6IGjc4BR2USVAmD630KOpeiNMguLpOkiFRpeWkyRjqhD1ARZ"
    "m2K8pAeEOn4Q3DkKP788O0LkkPS9BTRSgYnKRHf9qCuOtmjC7QAquVZrWFPH/aMCysSAus"
    "VprV+MuG0OkaMDpPCVq6ylw+sBv95TRvRRiriRd9GGgOye6hoq9XeR+6kq/9Pi50+gjGzc"
    "P19aEsSg+ChJqHFxNpAvXyZ8CQ1LYhCa8lXbIJgXZmpMlZHTsSHSWunHtWsiSFcE232CV0"
    "0iZqMHcCKCamsuQM5b47tBxukOc9OfRUXCFvJYNyiVBDuCdHdfCmo8Rb2BEUWK+Bcx2Uoc"
    "C6sv4dKovKbdEJQY9Ae8+ej9f9QNxypg3aUnlT1tSRI+rUcqSKZCNhOorAWRC55LACmX4h"
    "aHXOu1PxcXdaOu1s/ORNEeVEI2m9TA2iusqielhFyJuug2bOaA458FtlflORdLqPU5pHD9"
    "5KpVnuY3fthd5lKYEvR6XduXlcK/mgIvcAInpez9tUcrqJPRmZWqqZAlyFbDaJQmrFsl/D"
    "5PxLlR6h1nztWvOlJM7mcJWSR/VErN/q/IMEiZh0BRCf7Fv28cNuHm0rGzv0aFhNFxbdjv"
    "cD6pZN9D2dZ7DaUL/VMcPmDxwnftwUQuzETzpPtF1jahNb95lKNLOc+WOpwNSvuQgSx6L8"
    "xqH4583RbkeKJ9mFS8QiIHLnK7JNJULEeoFFH8JvSj7l4wnnFpk/po0DkUn/YMtKLtkeYg"
    "zajjHwVo7rh+WHZTSwPJWGTqQu0lY8n9jh3jsNXMlM+xKphpBPjk7reDrYsAoP6WnJ30EP"
    "fTm7fEKgnWWhExd09snkFnWWTDusz2phfVaB9VkZa9vxeXJwRfhKTKAdvnQl1lzMlau5BL"
    "FCCRRqSteDNZXlLKJ5cbSgLVWUdCoQatQAu5fqTsrEiqnGg+7P6YXjhsou/b3uM2fRO46F"
    "kc3HvERbwHxGibs6T2K1q98d7er29jq3mV19KCzpm4ePV+8/fXUc8oAOIr5gpbvYpOfC3J"
    "96PvIDzvF9t0aWJdxxOOT99d0+OZp0u+ucTN6eJ/sM+1C1s9x9vLy+LgO8JWiKNkRyTWeo"
    "elzNyZXBLmdmqXrEvEqIVWhnqGDvqA92xoIndURmqbQT/dsPLEvMkVKyYJaqvy35SCsxMG"
    "t6ro98lgqQb4Z8YuivD3vqGwDMG2EeFtOIF2/TYhwFejA0qGxoyDnIZFidIwQeq8zjgk9U"
    "Kma14E4FPivM57x/W4bNeUrg8hC4/LTiWMnEOleBTDulqxN/Vj62ROaNylP28kYpUoVncC"
    "8URJ+/CjYHG7Mhm/OUwGal2bzFrscN9RBaDTIU/dkNjrs6FHd2g8nx6dvTi5Pz08RckFyp"
    "shJwrDCYqQBlNO/xF5ERJqHQwfFZ9Wq8//t97q2IRYmvPl7+/evcm3F9e/OXeHhG9Hh3fX"
    "tVtPQq34BQFfglEuBDf4McohkSKCdQWTtR0W55SgT2jxu0yysu3BaA/SmaZpCr9UVQM6+q"
    "bDuObJw5cvdN4bljc+iDc6ku2Z7w3KABm46q0fnNDZMN9gTob+67KGNBQ4hcvHHcfdMuP4"
    "WTaITQnolfmagXtORg+xHZz/cO+7fmSXGPlk2O34NW4qw4J8JfNS0kvkW/0WWrjWr1aTmX"
    "KNstDiZ8xM8RstHpkrAlusMoolv+ynWC5Sq5GrODeyDR69MSwr9XJvHtjhZeZ6f4zKno65"
    "QcbVCMV+NEubmzkcuRiwm0K8YLLYfU0CkHZztU3/iiiI9HwvaSOSTrApohgSYg+djmRBap"
    "HxSX0nSUDKRnp/fhWbwUkbn3MnhZUVGKPXGNa1sMam3XxTSzPb4MqL9TdvbEs55aOEw40/"
    "1RpWa+DHGOuhcxQqzsxYpn2yVb8tVYzLgySlP9r+rAqntYRcxUVynpMYRbrBdCQ4lELzyp"
    "U3r/RFx7/6RUfD96FSTgTSk0BLj9qjQUOCfgtGarTklNqTTKf28jE1V9BVcV2wX4w1VRD8"
    "B7e2DXUuoY2c+3VFMpU0uIk3UuxT+y6F1K/HN551JGlyt6l1K9ZC/nUrIWhKpGGB3C0TXi"
    "qBGxssEiL7p3LOWUj7w9nUCBxoP7nayAY2GocDtF40H8rdNrCmoDJuDWceqdi5165+XkHh"
    "ctOGLaD3e3N4Kcnpig6MYjc9/4n2ERrzNZLbNTzAJi+cT23rCvPcRmwQDKefRKcc/FEOfC"
    "rsImKMY9Q9j+qM2w/fkK2csw24/nshbvH0U67baR9muzxJA1iA3IUUJsgNKxAZtgRjf4Fc"
    "/aJz4xckR7nRpqap29HQ92wNqTSJwOKYE2tWBaOxySVTmVP3W5tACxGOIGlVUKtFCOQeVz"
    "YUswt6NJhYMzIdHmvTlEmSqGYvMiVTlqeMNUfsOgrM1r4jKUtYGyNuMDe3u0eKEgZ+FVsB"
    "kKdIh5CQU6IIQGQmjqhdAIojxkImhai7pXAuj8LhvM2OSzvZtS3yUTabQmC1BtNm47nYPT"
    "mXQFC8pqVNeM2JIW1tGnaBpdFxFUH4HqI8q1nc4cdLyyFbljsKJ2Rf7c7aoRNV4jYlX3oC"
    "4HHo6N3IB4LohQPIAyMTbEEYo75paAFtsUEwINYxQnZ3WCFOkoceu+M06Wju1hnr5WEWiU"
    "kmiI8kktq+1JhdX2pGy1RR4zdDfAukSonZW8E7wtZC8DbgFGMdRZGg3XdZ0ESnH+ZCl90n"
    "cesT01yRJ7Ugu6SKddBaMuEintBXHXzfwBBVpwpKrsEAjsRGhuVOy+TA78Vpnf4Od7FWwG"
    "Px/4+dSEfwiF+PWBE9ymr6AS/1BR3aMUf7e26NSRyDVG5/yMVdbovGuzU3N0rN9CnS2FYt"
    "BfsDI3sGUU6TS0GnWQF6+U4eiwMatdYw32hNelaFLYm3UEzxECj1Xm8bBsRpAB0DBlHbTt"
    "DrVt0AgHrBFeIX++GnF0wd2NcZUWOGNDoKGO7mFDj/T3yegW8fgegyviavndqxXH5zXUiu"
    "PiYZeqFexWQYWjU3DwFbszEgINolf6dmY44RNywl/FpWsyJFDurJohDerZCOK1xexICNRg"
    "Bvs+bZhhOjZHkhPaTePh2lTvaK3qTWBT7VCqQFZKAeu69XW9RiZuoOJnyMCKo7Z+37AuSo"
    "4QeKwyjxeIWI14nCMEHqvM42FZY4HNDdmMv2wIna6JZyVHCUZ3lbmsftygIpzVLs5NkbYk"
    "LVYH6dIC/4MzG3Hs7+zyuMr6/m9n1kfLESfw585uL8X0enjEQiIvWOQVCalqv4z9Bj1bjp"
    "zxJkOihvVGKxNxtEuxblASaz5PpUPiR8ERNamz8ukosStqUq6HGTSxk6VUoHgpLZIvcCQE"
    "1jTwJ+PBwl+08NNv4/mthFAm4wHKIpQzvAzsJkWtM3Rg11N537HofE3q06dkwF+V+Qt+47"
    "ZOFcdHnApN4lMlHg9QFqF0MfJ4DX3EGkNKoUFgVQ/F8zOWoboQZ0i0w/i4lj5WoY6VAE7s"
    "bZLnZpYODk6VD05weGrL5pLb5jDehcsN+TFso15yMER3xlU+BrQhzIIGrc1ft7/BRnLHfD"
    "xeQ39DB923pZO3od6fRNb2grieP104AadpqhjiPJWG67gOzmKYSyiHrQRlQc4RAcYvYQzC"
    "orbCYulVCppVHijSgvanMqddvHWaxa3nKYHLKnNZ/ThIVVirXSDkIYDtrU9a4HHrPsj0ka"
    "FsefD0KvvQaSuZBC+OOSeL5YsGnWnCvBetOqPLnz4YLqage75nhEsHmwaxDWQ83L8z1o7t"
    "r8bG7Nmg074ZFbCTJuZWA4xiuMLRUAVwGFUAd8wqMUCsDCYEGiqCVfDGiuBboSL4tqgIxi"
    "9UGV7h4s6S9Ocr7n6Vt+YuZpuinISWUoB0Vi2dcSN35SWzxF8xTExfFMzSBaVSespHti9b"
    "Yrkjd/9F2aMDuSOSZymmK2y4zlP4/3r3VIZF1sQ3iEcFjA39324uoch/DVeWyWgqIM+APD"
    "OUPQzkmYHJM2B1AquTSsKNuvm3NztulgSbuJ24WKBJepa33f7AdNYUynBdOZaJTRAShiEk"
    "ZPhWmwMpjTYx3L1wIRPhsXtHJGSzlEJD4az9EBpv5TxJRdInBABvDXhXbB55H3CGDBzAKj"
    "uAN/SX+rwNSngmZCi0ORTaSxdFrovN6YxjUxQrNjmiPfSa4bwmEs0I1dcVh1GpKRfFRexH"
    "SUAzJJ2u0OGBebD+HbqAOTwjxlBriBX3gBZwvY6mGeJafRHTzKaXA5R+v3HzcH19yOajw0"
    "RU1GgmRbROdNdv7lRQml8mwOtv7jv6x2Dlqn6ju24Df+nQp3rPGmGOOBbJ/IBxlWmSMt3H"
    "bh95e+VkvbHx68jFc7IhGPL5lMzng/qBHfbzyS39ugjniDSEeXJWx2xGRwmBDu8V7JLB7N"
    "94LoVzhkRHlGuV+ZhUlPmYlMt8+PgLB+KK9lTReC3wrbJDdtGfauWvOfV/xGDH4wHsJs3A"
    "Fotp4HLwrihgk5JoV8CmkyJBHj3TGjg3MmTg3FDZubEkW2xPg00DHhdIgc8q8xmSz7Vlc8"
    "k4fKBAc2wSNOJFmIc3xlXmjnUypOVIrIx13Fuhydl5KRQrP4b8B4N148DWjXAx7ACTkOzy"
    "VFrI03nx7mRSQ7o7mQiFO3YrL9s9EZMXEy8Ma0jGQ8Q2J65hhclyxTldhXCmBIAnB89wL6"
    "6PZjwcsOSFWBJLajONx2tXn6z9djORWCEBbkqh4SnVfnjlFrkE2bzsInFDnywNdPSpNrw1"
    "afoOyqSuyuSw4gpVYa124VtKRGuMO6p8BLEx3NiYnFSDtnSX9vxna1+Y7thMd2wijaDq0o"
    "72CW+Jt3vQkiktuTeusqaFEWRuNLSPGKI4rE86NAhSG9m9PlIb6UP53JgWsRCdIelfhj7M"
    "Od6JtPy04snJYv0wHq+hdti++g2qSJN1PjhV5GAZJANianMlpN+wfEUhbRyYf+D6F9esdt"
    "UvyLV3v7EkM+buV8qNYRWsaWeh55ziWeP0tPPoeYh3dzwfCmYMQ6qEqlrdVdUCsTFB9qIG"
    "shdCZC84LhuXc97drZFlif2LMZFODsaTydvzZMNgH6rW8N3Hy+vrsm8x3K9LYApxjIfrBC"
    "NUfRuQsAsWdx2qvkXWd468m9rlxZJu1gNwyL6ILNUyzjKHLMsD7BOVwi1yOen/FbJtNL6R"
    "AFb0fCgUM9N+iqVPfLl4pIRAu6SdizoW0QuxRfSiZBFVPzk42fKGuHaFjhRxkp/YkTLE9d"
    "t3ll+YZiTjt0oIIPKrdV8WfUwqIstwI6UAdrTOjqWLTKmDNCHQYCPq1kY0RzYv8qXCtJyQ"
    "aFPzsedCwGH3U4ai3bx5ap4cclJVdurujAlNWJ2n7IXLihQKHByTIUDjVbA52JgN2ZynBD"
    "YrzeYtduP405r+ngxFf3LRcbdyUXs5jhi5c44DXWxLSClaMTMq/Gp0YUsA/9rrKpU9RDSd"
    "pSOLZkoCtbJzYLL/uWBW6fEZokYnllpAHkaVh4rvEMAwlAAGlUu+KwmqqOY7F1E7asO3J6"
    "JxN78hvv4vApo5caCIfj+x+kWRqwVAkzpnWiKaETKl2xJ0GQiWyS/mBIPls48rA8LSZOcO"
    "0x7a6AcKkV5tR3rxzyixFzUer2GoffsZmtDes2OAISZDqZiM+crxsN3E35UlBM+1ym4QsC"
    "OD5VM9MMFmdBibEaiPw1UfP+GN4/ojbq2l8M64Sm10wzG9tGmzqHAQB0lkImMgSQhUR0U0"
    "m/ZLv9Jl7vGCTar6sMUUGgLcfjLLk+OanCjniiIDMYGO8B7VaqDEhokhPiq3UIIIyCZ78u"
    "B0wtwJLcXlLCHo/SrzWOFQp2GoqBAj0o++r1ocg5IqqUwYAzjdB1sg74OJbZ/4zyOOkp/c"
    "G1ep+WQ3inTjHiaeF+BQfI67G0P1O4WCGsW6f8q4uupTSqGh/jQ5O6uhPtFRFT3Cz6BH+C"
    "FQpj8dS/VRTgg0RLh9Dz1eIyIFb0KgXZr+5KyOlZCOqli+JTshWFhekt200L6DZvaVoFXr"
    "CjC4Uwa7khaBDEm3ARWDNwkwpFrQYB+iaQaJ6IsqbGY5qaTC3tLXZvW9Fb42JR02vTmuUm"
    "IdNmy6oOO691eDU/qgTmkPeyznXnIrzVNBXm7BWh24dISUrz9DoqGa1HLBrY3rbIkpZ07J"
    "0miI8KSOIjoRK6KTcrNin2IxNckS82q2V5hUCnTa9YVuP3bFdqgY1QDqIp2G67p9sGculW"
    "qo5CYPd5kSAK+zuvEXf7pBcs1fckTaWbaOjyZ1YGbDKsKHJiWo2TQcOU5cIigh0ADivgsE"
    "DcOl05ut9hU7dIaMMfgbuvU3hHBNt9gldFKeC95xLIzsCqxzxAXQZ5S6K9STK/3u1Ve3t9"
    "e5vfrqQ3Ezfvh49Z6ejiEb6CDi55zwQwq4H2znCHCjNZJDhuZlwV82hE7XgM15yn7YrIjf"
    "ZXBcVsJZOhxL8OD4uyA28VaNeFwgBT6rzOeD+cSVjEEesktcSUCH6hF/h6ggbCJ3xHGIJ/"
    "fGVf7weTTqgN5wYVWGqhjuDFE7BdUhknv0H8eWUirj8eArqOEreMQbf7pwnXUZYeEiz9Fo"
    "009pr74BpXPsMBvvd+j53vGRxdt4k3uVG6+JnuluSYfBzgs7Lz9RsYoLMYVODeR7rs7+tO"
    "IULLpbI8sSoh6R6AT6yeTteQIz+1AF7N3Hy+vrMpJ0L5M41aLROoHYWiucuUXmj5IdF1Ma"
    "nSDteTMYRqdL7WDfEvwkCXtCArDvAbtHfMeVRj6lAvClwFdHbfkZWSH0PLVld2/8ktqyZc"
    "NAbQG1BdSWA+zdoLaM2lJbyBrb/EaeYqNnjkhDy2f75RVBO2xLO9zG53PdxZoQaLhQO4kZ"
    "Bf0b9O/XBDvo369NBfzBCVwbWT85VJffYVXSBItDxlUK4b93gxXLpofyb33pgBH/ZaSSDA"
    "mk0BZkknLggIeXVOOQtHZkiLSJG+j5aJw9+1jyaExIAPNmmFvI47eTqrQppUSA++DkkTsU"
    "wsfpWWq90HbGoyNA7HilYscBjUoqoN+aScmLXrO6sls8XkODUjuimyLb6s/MV/s9CZ+xtL"
    "emNys32NDfS7+wbkPo0aXBBhvOwvAwsrBphDN49A1ZYYM+Kllgz2e3P/+JvdiGSVw89x33"
    "+c/f7EZ+fjMqMK6NOf9p/9OmnPepQEwPbmPhuNEkY+M4/OQF6zVyCfbYPLtbdHrkG8jFhu"
    "0YlmMvsWuwcFzjq91jfOPNV3iN3myev6bzL4hLZRC6y4wNbJvsj93z0T88g9gG8cfGClmL"
    "PzgbbI8NRL/INQlTm9k3shQj71vj4f5d7tksZ46s/PPRrwqlHWwS+lPYv54RbAzfod9G6D"
    "eZ4RNTjlqEIkW/mD0Ewy/EdY/D7rD5xgrpd23lG4tPtmilyvr4MmQ6Geba8PMlb6eExJCj"
    "0QnQ1iSHaKOTwDRDAYhyEHUdWVt8TKETnGDmeQ2wJ2JMA1tPTAbWnoYRRC7xqazQIGc+Tw"
    "kVTpTLmVdN+3zPXtUqDfR99C7X0ULDF7+2KjpfIaq1Md0opzjuFLuoZXWoKj0bge0Ty8Bb"
    "7D7vtM0V1dBmGNt0XLTkjSfir6gex1NQO/omprb+wv7+bGPK+F386udQpYu+gGm9yfUZZm"
    "rqThdkquvu+re76T6zwMvPuzvsT+OJfu8ujd0MVcyl45jf/tMOB9uYMP0w/KZomuz4fXVJ"
    "MJwe0nCqRvD065R5BhAurZekk9k45YAvEAL+zfBfIxM3EDMzZCBjgoz5goz5M3Y9QSRbaU"
    "xdSXO7G19T2Ly1seE6T380Pkd0n40lM83sZK+dtBcJiVRkyzsudmJWKNmOjc8LbM/x5x0d"
    "XfheiaAsf/b95S1LftVW7TbDOlQQ/pqbs8US3TZd2xJRvCkRSHSNz7fwjZEDPiEB2IcYrh"
    "SeKJ/4LciSey+fMt3HLf2aVdroNvqv3vXxoezJkET7OnaQ7MYNVpCDQf9If62sGBjT6AR7"
    "G5ENkAveFpJRbRNJITol0gnPnjcEFy+w68r1G8rSaBiK2kluc+Cvp54TuDyNRYx0nkpDrI"
    "+P6oT00VEV/cpKTUQYamtskoBT7rUa65QKsK6P9RytN4gspSp5FOkA7/p4+9iVXtkxDeAs"
    "sa5FwcAvLGthMDCgLUA7VO1cTjirGOkMiYYoT+pIIGL5o4Qv8eXAjcZriGwn69fEWyIn2a"
    "UUOmLcehmrqEeyDMIZEg0hPq+zis/Fi/i83Jj92fOxlFyRUgDANQC2kL0M0FJqm8jSaAhy"
    "+xvFxkJzzC/ZIUY5R6Rdl852QFbEBXiJXTJfjTgOwOjOuMr9h9IxypQteC2ht3tmajUIwa"
    "gozSgMwNBhV+3EgMleKgmEo+EaotuRAiwwNfxwd3sjUoBFZgaTzH3jf4ZFvCH6QSrAZWCw"
    "mZPgzBjTrz5e/r0I97vr26sQnEzUJZvg6tCH2e//D2mCBrg="
)
