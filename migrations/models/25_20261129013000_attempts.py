"""Attempts at guessing are counted once for all processes; sessions and the security log know the country.

Attempts (app/kernel/attempt_store.py) are in an unlogged table on PostgreSQL: a counter may be forgotten in a crash. On
SQLite they have a file of their own, which is made when the first attempt is counted.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
DISOWN_LINKS = """
        CREATE TABLE "disown_links" (
    "id" {id},
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "expires_at" {time} NOT NULL,
    "user_id" {uuid} NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
        CREATE INDEX "idx_disown_link_expires_e4a609" ON "disown_links" ("expires_at");
        CREATE INDEX "idx_disown_link_user_id_99df3f" ON "disown_links" ("user_id");"""
COLUMNS = """
        ALTER TABLE "sessions" ADD "country" VARCHAR(2) NOT NULL DEFAULT '';
        ALTER TABLE "security_events" ADD "country" VARCHAR(2) NOT NULL DEFAULT '';
        ALTER TABLE "security_events" ADD "times" INT NOT NULL DEFAULT 1;
        ALTER TABLE "security_events" ADD "merged_in" BIGINT;
        CREATE UNIQUE INDEX "uid_security_ev_user_id_e54c82" ON "security_events" ("user_id", "kind", "merged_in");"""
UPGRADE = {
    "sqlite": f"""
        PRAGMA foreign_keys=OFF;
        BEGIN;{DISOWN_LINKS.format(id="INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", time="TIMESTAMP", uuid="CHAR(36)")}{COLUMNS}""",
    "postgres": f"""{DISOWN_LINKS.format(id="BIGSERIAL NOT NULL PRIMARY KEY", time="TIMESTAMPTZ", uuid="UUID")}{COLUMNS}
        CREATE UNLOGGED TABLE "attempts" (
    "key" VARCHAR(64) NOT NULL PRIMARY KEY,
    "count" BIGINT NOT NULL,
    "ends_at" BIGINT NOT NULL,
    "salt" VARCHAR(64)
);""",
}
DROP = """
        DROP INDEX "uid_security_ev_user_id_e54c82";
        ALTER TABLE "security_events" DROP COLUMN "merged_in";
        ALTER TABLE "security_events" DROP COLUMN "times";
        ALTER TABLE "security_events" DROP COLUMN "country";
        ALTER TABLE "sessions" DROP COLUMN "country";
        DROP TABLE "disown_links";"""
DOWNGRADE = {
    "sqlite": f"""
        PRAGMA foreign_keys=OFF;
        BEGIN;{DROP}""",
    "postgres": f"""
        DROP TABLE "attempts";{DROP}""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zbW/iscfUpntKktX+J3u7MzdprupnXsNrbbzrY7CiRCEtYUqfJix93Nf38Bin"
    "cCNEGRFAifL76QOBD1HBA49/Pf0doxseW9Pp/PncD2R381/juy0RrTP4q3xsYIbTbpDXbB"
    "RzMrHIu2g8KLaOb5LpqzyRbI8jC9ZGJv7pKNTxybXrUDy2IXnTkdSOxleimwyR8BnvrOEv"
    "sr7NIbv/2bXia2iT9jL/53cz9dEGyZuaclJvvs8PrUf9qE1+7u3n/7XTiSfdxsOnesYG2n"
    "ozdP/sqxk+FBQMzXjIbdW2Ibu8jHZuZrsKeMvnF8afvE9ILvBjh5VDO9YOIFCiwGxuhvi8"
    "CeMwyM8JPYj+O/R4+WGTadXl3fTm/e3U6nIwns5o7NcCeMCxSYL9t5U0DCqyP2AW//ef7x"
    "1dHpVyEEjucv3fBmCNfoS0iIfLQlDUFPUQ5/l3B+u0IuH+d4fAFp+qBNMI4vpCCnCyyGLw"
    "aoA0hHa/R5amF76a/ov2cHFRD/fP4xRPnsIETZoe/D9kW5iu5MwlsM7BRcC9nLAC2lAM7S"
    "aAjypAbGEyHEkyLCPlnj6Z+OLQVxjqg/jEfnHkFff4/ukeujrnaJPNqnxzXgPj0W4s1u5Q"
    "Hf0PU5ld00ckQ9Ar5wMe4H6MPTGkAfngqBZrcKewex772pRdbEL0P93vYFu0eeqoA12Z76"
    "z2AdnXPK7B9L9hB/mRwevzk+Ozo9PqNDwudMrrypwP791W0BWBfTr+X58tiWCQHeMrzbFR"
    "h4mCO+PbNsY6JGsDbaIQ4GAuo9fpLGNEcDkBYh9TDypTHNEwGoRVCXbIOcmmRJf8kICEW6"
    "RjJCcWN9XoHrTeptXw5z7JmDXBObU8RB+luKEpNy+WgXaQtomxHx6/iP4R1qFWjfvv/w7u"
    "b2/MOPbPq15/1hhYCd375jdybh1afC1VdFwS2ZxPjl/e0/Dfav8a/rq3dFBTwZd/uvEXsm"
    "FPjO1HYep8jMYhJfji/lOD13McO9AZ/zlC1wWTXVcuhsZravxX3GLsMuzND8/pG+ntPcnY"
    "wVD69n2PVWZOOVF8RFRPzdDx+xhUI8y6yP7IAfkomGy/r0arQJFc54z6Pz7ojTzXaWwe6C"
    "1RiFovduAF3SKbRdQlRmwbsuIDaHrgD5aLkjPLdoqSs4G7TcdfH8GNmCdYTHC2ZscnYK7f"
    "iGJRPpCtUM+fPVrmvpgk2iK0JoQ6bM5rEbROcb8gN+0hWjwON6o6SkRsf2V9bTnafxvsR+"
    "77iOrtCQNapqeNbYJGhX3SOaQkd8Qv/A1MK+v/PBdsmm+gW5NnsoTeH6w6UDzF1fuJ/ct/"
    "QPXTHy0AM2p57/ZO2sjLCZbthEOmHFDCfOxBGZUsq31pN18Qqy6ZFmRp/NPilC7FviOY92"
    "qORyoqkyd8dVAVVmOG6aqNvqBFVdkKXQ4cENq+I4OiLLx27xVN17Of9vMjk6ejM5ODo9Oz"
    "l+8+bk7CDxeJRvVbk+Lt7/g3k/xllrYewOEQdbyTtGdnSJKMaEjn0i+POGuNhrYCnPU/Zj"
    "Ke8T+aEbyvM6DHancsGhGZI2I0SV5ekz8aAlt0Me3DKy3zkuJkubKsYhvu/pcyB7zovmig"
    "7FO68tS8weEC1JF/Syix6T0zS7nOhXp18Y+9tt/Pzm7fm370ZfxG6cLuWUH+gbY1+4zqMX"
    "ygQlSSV3v1JWuWcjp7PtUJBWQFoBaaV9acXD2G4gqmTIQE4BOWXQPAU55SXKKZm4E46Uko"
    "9KEcsohTCYdgWU37LYRalw7L9/g+QyBMnFdSyp/JR4vIb5Vmd1ctrEKW1FoQWCEV+E7JLZ"
    "8iTElzwVSDBfBiMPqvKiaCQQKuEXk5YIOZtAC6hmKg4M8s1/Ftf8zqeSsH2D54FL/Kd3D5"
    "hfDSI/oFLk9qKhU8zGdi1231OWhycjduk3mxK7JH3nhufli1hWB+FcOeE85mtd4Twer6Fw"
    "flSnGsKRuBzCUakegol9RCwpm21C0WNi/qgXeA9P61T0oKMq0vJLNT1M/EDmUtplSqEdwu"
    "2XTKFKCpX5ODFOYnwzJNoBfHxSA+DjEyHA7FZBg2eCivskA3CGRDuAO6hHw1m8QtEiGd9f"
    "Lvlht9JFa7nkqdwnJazlyDQq0NGL1DZUQ58i1qDB2fnAJgU2qX3bThT1UsZZ31yTSZIQXm"
    "UsSXPP1YmeggKabRfQhCipTqOkhqFu9+fObV3hBn2wS31wWGK0KiLX4ORo+tUWxF03Y3SB"
    "FlitNKst5PnThrG7RVpgtdKshnyyl8DlPcc6PW9tVISxmoQ6DQPNIVmVVAzIUT7QScnXfp"
    "c4J/oIxtXd5eW+7HV3gqzHu2ezHQP1khzBTNe2mQ6vJeNiEgLtjHSTkzpWOjpKbOY4Kdde"
    "YHBNH7BL6KRN1GDuBFCZWmXJGXpHdWiX3SDPe3ToqbhC3koG5RKhhnBPDurgTUeJt7AD6N"
    "a1l+go6NbVo/eMyqJyW3RC0CPQ3pPn43U/ELecDokeqLwpa+rIEXVqOVJFspEwHUXgLIhc"
    "Bm+BTDu35HGd8+5YfNwdl047Gz96U0Q50UhaL1ODqK6yqB6WpPWm66CZM5pDDvxWmd9UJJ"
    "3u4pTm0YO3UmmW+9hde6F3WUrgy1Fpd24e1soAq0gAK8dLQUSPrm9Tyekm9mRk4z/zdZ0L"
    "mSoSlbnzlaSHyftnmphkKko2x6lYx1JHpKDJW22oOFUJmsNVqoagJ2L9tsUbDEhd+qdF/Q"
    "Oe7xzQUcuA38LuZCF/mbQ/s5z5PafERjY4wrEs5xGHko03R9sFFE+yjQSIpRvkzlfkIRV2"
    "EOuZHP0TflLyXz5Ubm6R+X3aYB2Z9A+2ruSKeYD7vG33ubdyXD9s0yKjXOSpNPSPdJHv4v"
    "nEDrfeaeBKVvIokWoI+eTguI4Rnw2rcP4dl0z5PvHlTM4JgXZKcyfe1eyTyS3qLJl2WJ/U"
    "wvqkAuuTMta24/OqUFREZsQE2uFLV2LNxVy5mksQK5QbAGb07vK68uJoQVmqqEJSIIQ6JO"
    "XFUK8OyZ7DoFTjQffn9MJxQ2WXfl9eVvCF41gY2XzMS7QFzGeUuKvzJFa7+t3RLq6vL3Ob"
    "2cX7wpK+uvtw8e7jq8OQB3QQ8QUr3cUmPRfm/tTzkR9wju+bNbIs4Y7DIe+vptTRwaTbXe"
    "do8uY02WfYP1U7y82H88vLMsAPBE3Rhkiu6QxVj6s5uTLY5cwsVfeYV2m1Cu0MFewd9cHO"
    "WPCkjsgslXaif/sxU4k5UkoWzFL1tyUfaCUGZk3P9ZHPUgHyzZBPDP31YU99A4B5I8zDOh"
    "Hx4m1aZ6JAD4YGlQ0NOQeZDKtzhMBjlXlc8IlKhWMW3KnAZ4X5nPdvy7A5TwlcHgKXH1dS"
    "tfMKZNopXZ34s/KxJTJvVJ6ylzdKkQIzg3uhILD6RbA52JgN2ZynBDYrzeYH7HrcUA+h1S"
    "BDAc0wSlYYzFSAMpq3+LPICJNQ6OD4rHo13v16m3srYlHi1YfzX7/KvRmX11f/iIdnRI+3"
    "l9cXRUuv8g1QVYFfIrc79DfIIZohgUz5yrKAinbrVCKwf9ygXWdx4bYA7I/RNINcrc+Cmn"
    "lVZft4ZOPMkcsLXZRKTGFz6INzqeTWjvBcoQGbjqrR+cMNkw12BOgn922UsaAhRC7eOO6u"
    "WXIfw0k0QmjHxK9M1AtacrD9gOynW4f9rHlS3KJlk+N3r0UmK86J8FtNC4lv0Xd02WqjWn"
    "1aqSROpI6CCe/xU4RsdLokbInuMIrolr9ynWC5Sq7G7OAeSPT6tITwl8okvu3RwmsJFZ85"
    "FQ2hkqMN6sxqnCg3dzZyOXIxgXZ1ZjvoVQQm4pdgO1Tf+KKIj0fC9pI5JOsCmiGB/hb52O"
    "ZEFqkfFJfSdJQM1OtG31tY3PAsXorI3DsZvKyoKMWOuNasZaTW2q6LaWZ7fB5Qf6vs7Ihn"
    "PbVwmHCm+6NKXYAZ4hx1L2KEWNmLFc+2S7bkq7GYcWWUpvpf1YFV97CKmKmuUtJjCLdYL4"
    "ReCYleeFSnqvyRuKz8UamufPQqSMCbUmgIcPtVaShwTsDpOladkppSaZT/3kYmqvoKriq2"
    "C/CHq6IegPd2z64lQYVZad9S0wKzg3IuxV+y6F1K/HN551JGlyt6l1K9ZCfnUrIWhKpGGB"
    "3C0TXiqBGxssEiL7p3LOWUj7w9nUCBxr37nayAY2GocDtF40H8rdNGCWoDJuDWceqdip16"
    "p+XkHhctOGLa9zfXV4Kcnpig6MYjc9/4n2ERrzNZLbNTzAJi+cT2XrOP3cdmwQDKefRKcc"
    "/FEOfCrsImKMY9Q9j+qM2w/fkK2csw24/nshbvH0U67baR9muzxJA1iA3IUUJsgNKxAZtg"
    "Rjf4Fc/aJz4xckQ7nRpqap29HQ92wLpJSJwOKYE2tWBaOxySVTmVP3W5tACxGOIGlVUKtF"
    "COQeVz4YHgR8kyVQmJNu/NPspUMRSbF6nKUcMbpvIbBmVtXhKXoawNlLUZ79nbo8ULBTkL"
    "L4LNUKBDzEso0AEhNBBCUy+EpoU+wq1F3SsBdH6XDWZs8tnOPYRvkok0WpMFqDYbt51Gr+"
    "lMuoIFZTWqa0Y8kBbW0cdoGl0XEVQfgeojyrWdzhx0vLIVuWOwonZF/tztqhE1XiNiVfeg"
    "Lgcejo3cgHguiFDcgzIxNsQRilvmloAW2xQTAg1jFCcndYIU6Shx674TTpaO7WGevlYRaJ"
    "SSaIjyUS2r7VGF1faobLVFHjN0N8C6RKidlbwTvC1kLwNuAUYx1FkaDdd1nQRKcf5kKX3S"
    "d+6xPTXJEntSC7pIp10Foy4SKe0FcdfN/AEFWnCkquwQCOxEaG5U7L5MDvxWmd/g53sRbA"
    "Y/H/j51IR/CIX49YET3KYvoBL/UFHdoRR/t7bo1JHINUbn/IxV1ui8a7NTc3Ss30KdLYVi"
    "0J+xMjewZRTpNLQadZAXr5ThaL8xq11jDfaEl6VoUtibdQTPEQKPVebxsGxGkAHQMGUdtO"
    "0OtW3QCAesEV4gf74acXTB7Y1xlRY4Y0OgoY7uYUP39PvJ6Bbx+B6DK+Jq+d2rFYenNdSK"
    "w+Jhl6oV7FZBhaNTcPAVuzMSAg2iV/p2ZjjhE3LCX8WlazIkUO6smiEN6tkI4rXF7EgI1G"
    "AG+zxtmGE6NkeSE9pN4+HaVO9orepNYFPtUKpAVkoB67r1db1GJm6g4mfIwIqjtn7fsC5K"
    "jhB4rDKPF4hYjXicIwQeq8zjYVljgc0N2Yw/bwidrolnJUcJRneVuax+3KAinNUuzk2Rti"
    "QtVgfp0gL/vTMbcezv7PK4yvr+H2fWR8sRJ/DnznYvxfR6eMRCIi9Y5BUJqWq/jP0GPVmO"
    "nPEmQ6KG9UYrE3G0S7FuUBJrPk+lQ+JHwRE1qbPy6SixK2pSrocZNLGTpVSgeCktki9wJA"
    "TWNPAn48HCX7Tw00/j+a2EUCbjAcoilDO8DOwmRa0zdGDXU3nfseh8TerTp2TAX5X5C37j"
    "tk4Vx0ecCk3iUyUeD1AWoXQx8ngNfcQaQ0qhQWBVD8XzM5ahuhBnSLTD+LCWPlahjpUATu"
    "xtkudmlg4OTpUPTnB4asvmkttmP96F8w35IWyjXnIwRHfGVT4GtCHMggatzV+2v8FGcsd8"
    "PF5Df0MH3belk7eh3p9E1vaCuJ4/XTgBp2mqGOI8lYbruA7OYphLKIetBGVBzhEBxs9hDM"
    "KitsJi6VUKmlUeKNKC9qcyp1384DSLW89TApdV5rL6cZCqsFa7QMh9ANtbn7TA49Z9kOkj"
    "Q9ly5+lV9qHTVjIJXhxzThbLZw0604R5z1p1Ruc/vjdcTEH3fM8Ilw42DWIbyLi7fWusHd"
    "tfjY3Zk0GnfT0qYCdNzK0GGMVwhaOhCuAwqgBumVVigFgZTAg0VASr4I0VwTdCRfBNURGM"
    "X6gyvMLFnSXpz1fc/SpvzV3MNkU5CS2lAOmsWjrjRu7KS2aJv2KYmD4rmKULSqX0lA9sX7"
    "bEckfu/rOyRwdyRyTPUkxX2HCdx/D3evtUhkXWxDeIRwWMDf1tN5dQ5D+GK8tkNBWQZ0Ce"
    "GcoeBvLMwOQZsDqB1Ukl4Ubd/NurLTdLgk3cTlws0CQ9y9tuf2A6awpluK4cy8QmCAnDEB"
    "IyfKvNgZRGmxjuXriQifDYviMSsllKoaFw1n4IjbdyHqUi6RMCgLcGvCs2j7wPOEMGDmCV"
    "HcAb+k193gYlPBMyFNocCu2liyLXxeZ0xrEpihWbHNEOes1wXhOJZoTq64rDqNSUi+Ii9r"
    "0koBmSTlfo8MDcW/8OXcAcnhFjqDXEintAC7heRtMMca0+i2lm08sBSj/fuLq7vNxn89Fh"
    "IipqNJMiWie66w93KijNLxPg9ZP7lv4xWLmq3+iu68BfOvSp3rFGmCOORTI/YFxlmqRM97"
    "HbR95eOVlvbPw2cvGcbAiGfD4l8/mgfmCH/XxyS78uwjkiDWGenNQxm9FRQqDDewW7ZDD7"
    "D55L4Zwh0RHlWmU+JhVlPiblMh8+/syBuKI9VTReC3yr7JBd9Kda+WtO/R8x2PF4ALtJM7"
    "DFYhq4HLwrCtikJNoVsOmkSJBHz7QGzo0MGTg3VHZuLMkDtqfBpgGPC6TAZ5X5DMnn2rK5"
    "ZBzeU6A5Ngka8SLMwxvjKnPHOhnSciRWxjrurdDk5LQUipUfQ/7EYN3Ys3UjXAxbwCQkuz"
    "yVFvJ0Xrw7mtSQ7o4mQuGO3crLdo/E5MXEC8MakvEQsc2Ja1hhslxxTlchnCkB4MnBM9yL"
    "66MZDwcseSGWxJLaTOPx2tUna7/dTCRWSICbUmh4SrUfXvmAXIJsXnaRuKFPlgY6+lQb3p"
    "o0fQdlUldlclhxhaqwVrvwLSWiNcYdVT6C2BhubExOqkEPdJf2/CdrV5hu2Ew3bCKNoOrS"
    "jvYRPxBv+6AlU1pyb1xlTQsjyNxoaB8xRHFYn3RoEKQ2snt9pDbSh/K5MS1iITpD0r8MvZ"
    "9zvBNp+XHFk5PF+mE8XkPtsH31G1SRJut8cKrI3jJIBsTU5kpIv2H5ikLaODB/z/UvLlnt"
    "ql+Qa2+/Y0lmzN2vlBvDKljTzkLPOcWzxulp59HzEG/veD4UzBiGVAlVtbqrqgViY4LsWQ"
    "1kz4TInnFcNi7nvLtZI8sS+xdjIp0cjEeTN6fJhsH+qVrDNx/OLy/LvsVwvy6BKcQxHq4T"
    "jFD1bUDCLljcdaj6FlnfOfJuapcXS7pZD8A++yKyVMs4yxyyLPewT1QKt8jlpP9XyLbR+E"
    "YCWNHzoVDMTPsplj7x5eKREgLtknbO6lhEz8QW0bOSRVT95OBkyxvi2hU6UsRJfmJHyhDX"
    "b99ZfmGakYzfKiGAyK/WfVn0MamILMONlALY0To7li4ypQ7ShECDjahbG9Ec2bzIlwrTck"
    "KiTc3HngsBh91PGYp28+apeXLISVXZqbs1JjRhdZ6yFy4rUihwcEyGAI0XweZgYzZkc54S"
    "2Kw0mx+wG8ef1vT3ZCj6k4sOu5WL2stxxMidcxzoYltCStGKmVHhV6MLWwL4115Wqewhou"
    "ksHVk0UxKolZ0Dk/3mglmlx2eIGp1YagG5H1UeKr5DAMNQAhhULvmuJKiimu9cRO2oDd+O"
    "iMbd/Ib4+j8LaObEgSL6/cTqF0WuFgBN6pxpiWhGyJRuS9BlIFgmv5gTDJbPPq4MCEuTnT"
    "tMe2ijHyhEerUd6cU/o8Re1Hi8hqH27WdoQnvPjgGGmAylYjLmK8fDdhN/V5YQPNcqu0HA"
    "jgyWT/XABJvRfmxGoD4OV338iDeO64+4tZbCO+MqtdENx/TSps2iwkEcJJGJjIEkIVAdFd"
    "Fs2i/9Spe5xws2qerDFlNoCHD7ySyPjmtyopwrigzEBDrCe1CrgRIbJob4oNxCCSIgm+zJ"
    "g9MJcye0FJezhKD3q8xjhUOdhqGiQoxIP/q+anEMSqqkMmEM4HQfbIG8t4iKeCZyRxwlP7"
    "k3rlLz59Go7hV9oTYvNOBVRTJmiNqJvYeSd6M/HVtK4Y/Ha6gwta/w3+ONP124zrqMsHCR"
    "52i0Sb3dKcWkJBjsZ+P9Fj3dOj6yeBtvcq9y4zXRE90t6TDYeWHn5cu0VVyIKXSqNdhzIP"
    "/jiuPbqq6UGZHoBHobdTLpXiZxqkWjdQKxtazJuUXm95LFOVIanSDteTMYRlEU7WB/IPhR"
    "EvaEBGDfAXaP+I4rjXxKBeBLga+O2vIzskLoeWrL9t74ObXlgQ0DtQXUFlBb9rB3g9oyak"
    "ttIWts82u+iI2eOSINLZ/tR+KAdtiWdvgQn891F2tCoOFCnZyc1FipdJRwqYb3QP9W4lQD"
    "/Rv0b71hV0QF/N4JXBtZPzpUlxe0Yi4OGVcphP/ZDt6jOgh98vapA0b8l5FKMiTtyCUKdR"
    "RpP3DAw8s1tytD5dmYEmkTN9Dz0Th78rHk0ZiQAOY7lEmX3c8zRID74OSRG2RxcxTD65WS"
    "h0dHgNjxQsWOPRqVVEC/vTLN0WtWV3aLx2toUGpHdFNkW/2Z+Wq/I/zSYenNyg029PfSD6"
    "xbO2x0brDBhrMwPIwsbBrhDB59Q1bYoI9KFtjz2e1Pf2MvtmESF899x336+9fbkZ9ejwqM"
    "a2PO3+3f7ahRGT24jYXjRpOMjcPwPy9Yr5FLsMfm2d6i0yPfQC42bMewHHuJXYOF4xqvto"
    "/xtTdf4TV6vXn6is6/IC6VQeguMzawbbI/ts9H//AMYhvEHxsrZC3+4mywPTYQ/SDXJExt"
    "Zp/IEuC8b4y727e5Z7OcObLyz0c/KpR2sEnoV2E/PSPYGL5DP43QTzLDJ6YctQhFin4wew"
    "iGX4jrDofdfnPBFdLv2mpqKD7ZhF34qn184k58gzbMteHnS95OCYkhR6MToK1JDtFGJ4Fp"
    "hgIQ5SDqOrK2+JhCJzjBzPMSYE/EmAa2npgMrD0NI4hc4vuN6jjmKaFqh3IVHVTTPt+xV7"
    "VKA30Xvct1tNDwxa+tis5XiGptTDfKKY5bxS6qbhaqSk9GYPvEMvADdp+22uaKamgzjG06"
    "LlryxiPxV1SP4ymoHX0SU1t/YX9/sjFl/DZ+9VOo0kUfwLTe5PoMMzV1qwsy1XV7/ZvtdJ"
    "9Y4OWn7R32p/FIPzdqNRmqmEvHMb/53Q4H25gw/TD8pGia7PhddUkwnO7TcKpG8PTLlHkG"
    "EC6tl6ST2TjlgC8QAv7N8F8jEzcQMzNkIGOCjPmMjPlz1Ia1Ssz8OW3VWkvSjFq71hQ2r2"
    "1suM7jX41PEd0nY8lMM1vZayvtRUIiFdnyjoutmBVKtmPj0wLbc/xpS+ezovlFgrL82feH"
    "tyz5VVu12wzrUEH4a27OFkt0wsbFlVG8++hdrJ1EF74xcsAnJAD7EMOVwhPlY3ga8k8bdu"
    "/5U6aPuuoZ+ZWYktXU29DHh7InQxLty9hBOF1uwArSP/T39NvKioExjU6wtxHZALngbSEZ"
    "1TaRFKJTIp3w7HlDcPECuy7mYF/VDCOl0TAUtZPc5sBfTz0ncHkaixjpPJWGWB/WbY1R1R"
    "mDh/UamyTglHutxjqlAqzrYz1H6w3itgqtRjtLB3jXx9vHrvTKjmkAZ4l1LQoGfmZZC4OB"
    "AW0B2qFq53LCWcVIZ0g0RHlSRwIRyx8lfIkvB240XkNkO1m/Jn4gcpJdSqEjxq2XsZoxp5"
    "qclpIh0RDi0zqr+FS8iE9La9h78nwsJVekFABwDYAtZC8DbrsfMcRZGg1Bbn+j2Fhojvkl"
    "O8Qo54j6g3k0GhDIirgAz7FL5qsRxwEY3RlXuf9QOkaZsgUvJfR2x0ytBiEYFaUZhQEYOu"
    "yqnRgw2UslgXA0XEN0O1KABaaG72+ur0QKsMjMYJK5b/zPsIg3RD9IBbgMDDZzEpwZY/rq"
    "w/mvRbjfXl5fhOBkoi7ZBBf7Psy+/D+6rJHy"
)
