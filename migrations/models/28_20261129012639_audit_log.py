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
    "eJztXWtz2zbW/iscfUpntGksX+J3u7MzdurupnXsNrbbzrY7DCRCEtcUqfJiR93Nf38Bin"
    "cCFEGRFAifL76QOBD1HBA49/Pf0coxsOW9vpjNnMD2R3/V/juy0QqTP4q3xtoIrdfpDXrB"
    "R1MrHIu2g8KLaOr5LprRyebI8jC5ZGBv5ppr33RsctUOLItedGZkoGkv0kuBbf4RYN13Ft"
    "hfYpfc+O3f5LJpG/gz9uJ/14/63MSWkXta06CfHV7X/c06vPbw8P7b78KR9OOm+syxgpWd"
    "jl5v/KVjJ8ODwDReUxp6b4Ft7CIfG5mvQZ8y+sbxpe0Tkwu+G+DkUY30goHnKLAoGKO/zQ"
    "N7RjHQwk+iP07+Hj1aZpiu39ze63dX97o+EsBu5tgUd5NygQDzZTtvCkh4dUQ/4N0/Lz6+"
    "Oj77KoTA8fyFG94M4Rp9CQmRj7akIegpyuHvEs7vlshl4xyPLyBNHrQJxvGFFOR0gcXwxQ"
    "B1AOlohT7rFrYX/pL8e/6mAuKfLz6GKJ+/CVF2yPuwfVFuojuT8BYFOwXXQvYiQAshgLM0"
    "CoI8qYHxhAvxpIiwb66w/qdjC0GcI+oP49GFZ6Kvv0ePyPVRV7tEHu2zkxpwn51w8aa38o"
    "CvyfrURTeNHFGPgM9djPsB+uisBtBHZ1yg6a3C3mHaj55umSvTL0P93vY5u0eeqoC1uT31"
    "d2AdnXPS7B8L+hB/mRydvD05Pz47OSdDwudMrrytwP79zX0BWBeTr+X54tiWCQHeMrzbFR"
    "h4mCG+7Vi2MVEjWBvtEG8GAuoj3ghjmqMBSIuQehj5wpjmiQDUIqgLukHqhrkgv0QEhCJd"
    "IxmhuLHuVuB6k3rbl8Mce+og18CGjhhIf0tQolIuG+0ibQFtIyJ+Hf8xvEOtAu379x+u7u"
    "4vPvxIp1953h9WCNjF/RW9MwmvbgpXXxUFt2QS7Zf39//U6L/av25vrooKeDLu/l8j+kwo"
    "8B3ddp51ZGQxiS/Hl3KcnrmY4t6Az3nKFrgsm2o5dDZT29f8MWOXoRemaPb4TF5PPXcnY8"
    "XDqyl2vaW59soL4jIi/u6Hj9hCIZ5l1kd2wA/JRMNlfXo12oQKZ7znkXn3xOluO8tgd8Fq"
    "jELRez+ArskUyi4hIrPgfRcQnUNVgHy02BOee7RQFZw1Wuy7eH6MbMEqwuMFUzo5PYX2fM"
    "OSiVSFaor82XLftXRJJ1EVIbQ2dWrz2A+ii7X5A96oilHgMb1RQlKjY/tLa/PgKbwv0d97"
    "rqMbNGSNqhqeFTZMtK/uEU2hIj6hf0C3sO/vfbBd06l+Qa5NH0pRuP5wyQBj3xfuJ/cd+U"
    "NVjDz0hA3d8zfW3soInemOTqQqVigwyOuHbTLVvmBd0KmuyExKSQTUyuRMHJ7dqXxrNVkV"
    "ryCbnP9G9Nn0kyLEvjU959kOLQKM0LPM3XFV9JkRjtMT24Q8EWiX5oLrHWLGoDG8QpGZaL"
    "/gs+5dwv83mRwfv528OT47Pz15+/b0/E3iHirfqvITXb7/B3UVjbOm1dh3xI9ME/ci7ek/"
    "kowJHTuQ8Oe16WKvgVshT9mPW6FP5IfuVcgrfNjVxSJpMyRthtNKy9MdwbMlH00e3DKy3z"
    "kuNhf2D3gT4vuePAeyZ6zQt+hQfPDaMlsdANGSdEEuu+g5OU2zy4l8dfKFsb/dxi/u3l18"
    "ezX6wvd5dSmn/EDeGPvSdZ69UCYoSSq5+5WyyiMdqU+3Q0FaAWkFpJX2pRUPY7uBqJIhAz"
    "kF5JRB8xTklJcop2SCdBhSSj6Ehy+jFGKG2hVQfstiF+UN0v/+DZLLECQX17GEknni8Qom"
    "p53XSQDk5/8VhRaI3HwRsktmyxMQX/JUIMF8GYw8KMuLopBAKIVfTFgiZGwCLaCaKc8wyD"
    "d/J675nU8mYfsOzwLX9DdXT5hdOiM/oFLk9qKhOqZjuxa7HwnLw5MRu+Sb6aZdkr5zw/Py"
    "RSyrg3AunXAe87WucB6PV1A4P65TOuKYXzviuFQ8wsA+Mi0hm21C0WMVg1Ev8B6d1Sl/Qk"
    "ZV1DAoFUAx8JM5E9IuUwrlEG6/vgxRUojMx4hx4uObIVEO4JPTGgCfnHIBprcKGjwVVLbB"
    "X3UBzpAoB3AHxXsYi5crWiTj+0u8P+pWumgt8T6V+4SEtRyZQtVMepHahmrok8QaNDg7H9"
    "ikwCZ1aNuJpF7KOEWeaTJJsuerjCVpor480VNQbbTtaqMQJdVplNQw1O3+3LmtK9ygD3ap"
    "Dw5LjJZF5BqcHE2+2tx0V80YXaAFVkvNagt5vt4wdrdIC6yWmtWQT/YSuHzgWKfd1kZJGK"
    "tIqNMw0BySVUnGgBzpA52kfO33iXMij6DdPFxfH8pe98DJenzYme0YyJfkCGa6ts10eCUY"
    "F5MQKGekm5zWsdKRUXwzx2m59gKFS3/CrkkmbaIGMyeAMt4yS87QaKtDu+waed6zQ07FJf"
    "KWIiiXCBWEe/KmDt5kFH8LewOtzQ4SHQWtzXr0nhFZVGyLTgh6BNrbeD5e9QNxy+mQ6InI"
    "m6KmjhxRp5YjWSQbAdNRBM7cFMvgLZAp55Y8qXPenfCPu5PSaWfjZ09HhBONpPUyNYjqMo"
    "vqYf1eT18FzZzRDHLgt8z8JiKpvo9TmkUP3kqpWe5jd+WF3mUhgS9Hpdy5eVQrA6wiAawc"
    "LwURPaq+TSWnG9+TkY3/zNd1LmSqCFTmzleSHibvd3R8yVSUbI5TsY6likhBR7zaUDGqEj"
    "SHq1QNQU3E+u0hOEiQDtVyQU6lqN+OC7xeC7u7LHTUXuG3sO1dyGGqGU0tZ/bIKEeSDSRx"
    "LMt5xqEU6M3Q9mWLJ9lGTcSSIHJnS/MpFQwRbcYd/RN+UvJfPqxwZpmzRz1UzcNpDPIHXV"
    "ZihU8g1KDtUANv6bh+2P9HRBHLUynoS+oiN8jzTTvcfPXAFax6UiJVEPLJm5M6Dg86rMJR"
    "elJye/imL2aeTwiUMzB04onOPpnYos6SKYf1aS2sTyuwPi1jbTs+S76riGKJCZTDl6zEmo"
    "u5cjWXIJYoj0JO6XqwFrOcYTQvjhbUpYqKLQVCqNlSXgz1arYcOGRMNh50f07PHTdUdsn3"
    "ZWVQXzqOhZHNxrxEW8B8Soi7Ok9itavfHe3y9vY6t5ldvi8s6ZuHD5dXH18dhTwgg0yfs9"
    "JdbJBzYebrno/8gHF8362QZXF3HAZ5f/W3jt9Mut11jidvz5J9hv5TtbPcfbi4vi4D/GQi"
    "Ha1NwTWdoepxNSdXBrucqaXqEbOq0lahnaGCvaM+2BkLntARmaVSTvRvP74sMUcKyYJZqv"
    "625DdKiYFZ03N95LNUgHwz5BNDf33YU98AYN4I87CmRrx4m9bkKNCDoUFmQ0POQSbC6hwh"
    "8FhmHhd8okKhqwV3KvBZYj7n/dsibM5TApeHwOXnpVCdwQKZckpXJ/6sfGyJyBuVp+zljZ"
    "KkGM/gXigIQn8RbA7WRkM25ymBzVKz+Qm7HjPUg2s1yFBA45CSFQZTFaCM5j3+zDPCJBQq"
    "OD6rXo2rX+9zb0UsSrz6cPHrV7k34/r25h/x8Izo8e769rJo6ZW+Waws8AvkwYf+BjFEMy"
    "RQVaCyhKKknU2lCOwfN2htWly4LQD7YzTNIFfrTlAzr6poz5NsnDly901NuaNzqINzqTzZ"
    "nvDcoAGbjqrR+cMNkw32BOgn912UsaAgRC5eO+6+GYUfw0kUQmjPxK9M1AtaMLD9gOzNvU"
    "N/1jwp7tGiyfF70IKcFedE+K30QuJb9B1dutqIVp9WdYmTzqNgwke8iZCNTpeELdEdShHd"
    "8peuEyyWydWYHcwDiVzXSwh/qUzi2x4tjCy+5MypaJ6VHG1Qk1fhRLmZsxbLkYsJlKvJ20"
    "FfJzARvwTbofzGF0l8PAK2l8whWRfQDAn0AsnHNieySP2guJSmo2SgXjf63sLihmfxkkTm"
    "3svgZUVFKfbEtWbdJ7nWdl1MM9vjbkD9rbKzJ5711MJhwpnujzJ1TKaIM9S9iBF8ZS9WPN"
    "su2ZKvxmLElVGa6n9VB1bdwypiprxKSY8h3Hy9EPpKJHrhcZ0K/Mf8EvzHpRr80asgAG9K"
    "oSDA7VelIcA5AaNDW3VKakqlUP57G5mo8iu4stguwB8ui3oA3tsDu5Y41XiFfUtNi/EOyr"
    "kUf8midynxz+WdSxldruhdSvWSvZxLyVrgqhphdAhD14ijRvjKBo286N6xlFM+8vZ0Ewo0"
    "HtzvZAUMC0OF2ykaD+JvnZZTUBswAbeOU++M79Q7Kyf3uGjOENO+v7u94eT0xARFN54587"
    "X/aZbpdSarZXaKaWBavml7r+nHHmKzoADlPHqluOdiiHNhV6ETFOOeIWx/1GbY/myJ7EWY"
    "7cdyWfP3jyKdcttI+7VZYsgaxAbkKCE2QOrYgHUwJRv8kmXt458YOaK9Tg05tc7ejgc7oJ"
    "03BE6HlECZWjCtHQ7JqtTFT10mLUDMh7hBZZUCLZRjkPlceDLxs2CZqoREmffmEGWqKIrN"
    "i1TlqOENk/kNg7I2L4nLUNYGytqMD+ztUeKFgpyFF8FmKNDB5yUU6IAQGgihqRdC00LP5d"
    "ai7qUAOr/LBlM6+XTvfst3yUQKrckCVOu1205T3HQmVcGCshrVNSOezBbW0cdoGlUXEVQf"
    "geoj0rWdzhx0rLIVuWOwonZF/tztqhE1XiHTqu5BXQ48HGu5AfFcEKF4AGVirPEjFLfMLQ"
    "HNtykmBArGKE5O6wQpklH81n2njCwd28Msfa0i0CglURDl41pW2+MKq+1x2WqLPGroboB1"
    "iVA5K3kneFvIXgTMAox8qLM0Cq7rOgmU/PzJUvqk7zxiWzfMBfaEFnSRTrkKRl0kUtpz01"
    "018wcUaMGRKrNDILAToblRsfsyOfBbZn6Dn+9FsBn8fODnkxP+IRTiVwdOcJu+gEr8Q0V1"
    "j1L83dqiU0ci0xid8zNWWaPzrs1OzdGxfgt1tiSKQd9hZW5gyyjSKWg16iAvXirD0WFjVr"
    "vGGuwJL0vRJLA36wieIwQey8zjYdmMIAOgYco6aNsdatugEQ5YI7xE/mw5YuiC2xvjKi1w"
    "SodAQx3Vw4YeyfcT0S3i8T0GV8TV8rtXK47OaqgVR8XDLlUr6K2CCkemYODLd2ckBApEr/"
    "TtzHDCJ2SEv/JL12RIoNxZNUMa1LPhxGvz2ZEQyMEM+nnKMMNwbIYkx7WbxsOVqd7RWtWb"
    "wCbaoVCBrJQC1nXr63qFDNxAxc+QgRVHbv2+YV2UHCHwWGYez5FpNeJxjhB4LDOPh2WNBT"
    "Y3ZDP+vDbJdE08KzlKMLrLzGX54wYl4axycW6StCVpsTpIlxb4753piGF/p5fHVdb3/zjT"
    "PlqOOIE/c7Z7KSbXwyMWEnnBIi9JSFX7ZezXaGM5YsabDIkc1hulTMTRLkW7QQms+TyVCo"
    "kfBUfUpM7KJ6P4rqhJuR5m0MROllKB4iW1SD7HkRBY08CfjAcLf9HCTz6N5bfiQpmMByiL"
    "UE7xIrCbFLXO0IFdT+Z9xyLzNalPn5IBf2XmL/iN2zpVHB8xKjTxT5V4PEBZhNLFyGM19O"
    "FrDCmFAoFVPRTPz1iG6kKcIVEO46Na+liFOlYCOLG3CZ6bWTo4OGU+OMHhqSybS26bw3gX"
    "LtbmD2Eb9ZKDIbozrvIxoLVJLWjQ2vxl+xtsJHbMx+MV9Dd00H1bOHkb6v0JZG3PTdfz9b"
    "kTMJqm8iHOUym4juvgzIe5hHLYSlAU5BwRYLwLYxAWlRUWS69S0KzyQJEWtD+ZOe3iJ6dZ"
    "3HqeErgsM5flj4OUhbXKBUIeAtje+qQFHrPug0gfGcKWB0+tsg+dtpJJ8GKYc7JY7jTo6A"
    "nzdlp1Rhc/vtdcTED3fE8Llw42NNPWkPZw/05bOba/HGvTjUamfT0qYCdMzKwGGMVwhaOh"
    "CuAwqgBumVViAF8ZTAgUVASr4I0VwbdcRfBtURGMX6gyvNzFnSXpz1fc/SpvzV1MN0UxCS"
    "2lAOmsWjpjRu6KS2aJv2KYmO4UzNIFJVN6yge6L1t8uSN3f6fs0YHcEcmzBNMl1lznOfy9"
    "2j6VZpkr09dMjwgYa/Lbbi6hiH8MU5bJaCogz4A8M5Q9DOSZgckzYHUCq5NMwo28+bc3W2"
    "6WBJu4nThfoEl6lrfd/sBwVgTKcF05loENEBKGISRk+FabAymNMjHcvXAhE+GxfUcEZLOU"
    "QkHhrP0QGm/pPAtF0icEAG8NeJd0HnEfcIYMHMAyO4DX5Jv6rA2KeyZkKJQ5FNpLF0Wuiw"
    "19yrAp8hWbHNEees1wXhOBZoTy64rDqNSUi+Iy7UdBQDMkna7Q4YF5sP4dqoA5PCPGUGuI"
    "FfeAFnC9jqYZ4lrdiWlm08sBSj5fu3m4vj5k89FhIsprNJMiWie66w9X55TmFwnw+sl9R/"
    "4YrFzVb3TXbeAvHPJUV7QR5ohhkcwPGFeZJgnTfez2kbdXTtYba7+NXDwz1yaGfD4p8/mg"
    "fmCH/XxyS78uwjkiBWGenNYxm5FRXKDDewW7ZDD9D54J4ZwhURHlWmU+JhVlPiblMh8+/s"
    "yAuKI9VTReCXyr7JBd9Kda+itG/R8+2PF4ALtJM7D5XA9cBt4VBWxSEuUK2HRSJMgjZ1oD"
    "50aGDJwbMjs3FuYTtvVg3YDHBVLgs8x8huRzZdlcMg4fKNAcGyYasSLMwxvjKnPHKhnSci"
    "RWxjruLdHk9KwUipUfY/6JwbpxYOtGuBi2gAlIdnkqJeTpvHh3PKkh3R1PuMIdvZWX7Z5N"
    "gxUTzw1rSMZDxDYjrmGJzcWScbpy4UwJAE8GnuFeXB/NeDhgyQqxNC2hzTQer1x9svbbzU"
    "RihQC4KYWCp1T74ZVPyDWRzcou4jf0ydJAR59qw1uTpu+gTKqqTA4rrlAW1ioXviVFtMa4"
    "o8pHEBvDjI3JSTXoiezSnr+x9oXpjs50RydSCKou7Wgf8ZPpbR+0ZEpL7o2rrGlhBJkbDe"
    "0jhigO6xMODYLURnqvj9RG8lA+M6aFL0RnSPqXoQ9zjnciLT8vWXIyXz+MxyuoHbavfoMq"
    "0mSdD04VOVgGyYCY2lwJ6TcsX1JIGwfmH7j+xTWtXfULcu3tdyzJjLn7lXJjWAVL7yz0nF"
    "E8a5yedh45D/H2judDwYxhSJVQVau7qlogNibIntdA9pyL7DnDZeMyzru7FbIsvn8xJlLJ"
    "wXg8eXuWbBj0n6o1fPfh4vq67FsM9+sSmFwc4+EqwQhV3wYk7ILFXYWqb5H1nSHvpnZ5vq"
    "Sb9QAcsi8iTbWMs8why/IA+0SlcItcRvp/hWwbjW8kgBU9HxLFzLSfYumbvlg8UkKgXNLO"
    "eR2L6DnfInpesojKnxycbHlDXLtcRwo/yY/vSBni+u07yy9MMxLxWyUEEPnVui+LPCYRkU"
    "W4kVIAO1pnx8JFhtBBmhAosBF1ayOaIZsV+VJhWk5IlKn52HMh4LD7KUXRbt48NU8OOaky"
    "O3W3xoQmrM5T9sJlSQoFDo7JEKDxItgcrI2GbM5TApulZvMTduP405r+ngxFf3LRUbdyUX"
    "s5jhi5M4YDnW9LSClaMTNK/Gp0YUsA/9rLKpU9RDSdhSOKZkoCtbJzYNLfTDCr9PgMUaMT"
    "Sy4gD6PKQ8V3CGAYSgCDzCXfpQSVV/OdiagdteHbE9G4m98QX/+dgGZOHCii30+sflHkag"
    "HQpM6ZkohmhEzhtgRdBoJl8osZwWD57OPKgLA02bnDtIc2+oFCpFfbkV7sM4rvRY3HKxhq"
    "336GJrT37BhgiMmQKiZjtnQ8bDfxd2UJwXMtsxsE7Mhg+ZQPTLAZHcZmBOrjcNXHj3jtuP"
    "6IWWspvDOuUhvdcEwvbdosIhzEQRKZyBhIEgLVURLNpv3Sr2SZe6xgk6o+bDGFggC3n8zy"
    "7LgGI8q5oshATKAivG9qNVCiw/gQvym3UIIIyCZ78uB0wtwJLcTlLCHo/TLzWOJQp2GoqB"
    "Aj0o++L1scg5QqqUgYAzjdB1sg7yIwTP/K9t3NiKHmZ+6Oq1R9RMfpmAw0+6wbEuEJxUEk"
    "0/vX2BVUTVMKBXWn9stYTDf6I96UAb50HAsjm41xSlTAeEqougI5udLv4r28vb3Oyc2X74"
    "sZEA8fLq+IwhqiTgaZ2+2YVXZMqNIgUrYBe/vL2F9GZVfrgpsQKJeh30l3+2EZVyTRKwan"
    "d4O/vQP9O/CwK4hohgT0b/C3H8bfThdhC8A+RNMMcbHuxDTzokrlbn+HiDhgIHfE0MSTe+"
    "MqPXwWjepeB+dq2NyXuyqrMEPUTh48lJ8f/enYQs73eLyCmkv7zvdHvPb1ueusyghzF3mO"
    "RpkyWHuVeygJCYfZeL9Fm3vHRxZr403uVW68BtqQ3ZIMg50Xdl62f6mKCzGFSnX/e06qf1"
    "4y4kyru1ZEJCqB3kbPCrKXCZxq0WiVQGytgtHMMmePgoUyUxqVIO15MxhGgVLlYH8y8bMg"
    "7AkJwL4H7J7pO64w8ikVgC8Evjxqy8/ICqFnqS3be+NdassTHQZqC6gtoLYcYO8GtWXUlt"
    "pirrDNrr/KN3rmiBS0fLafFQPaYVva4VN8PtddrAmBggt1cnpaJ/7l9JQf/0Lvgf4txakG"
    "+jfo32rDLokK+L0TuDayfnSILr/FqqQJFoeMqxTC/2wHH1AdhJ71h9QBI/6LSCUZknbkEo"
    "m6e7YfOODhxYrZIbHybEyJlIkb6PlonG58LHg0JiSA+R4ty0T38wwR4D44eeQOWcx6QeH1"
    "SsnDIyNA7HihYscBjUoyoN9ey6ToNasru8XjFTQotSO6SbKt/kx9td+Z7DLe6c3KDTb095"
    "IPrFvHe3Sh0cGaM9c8jCxsaOEMHnlDllgjj2rOsefT25/+Rl9szTBdPPMdd/P3r7cjP70e"
    "FRjXxpy/27/bUdNwcnBrc8eNJhlrR+F/XrBaIZqITufZ3iLTI19DLtZsR7Mce4FdjYbjaq"
    "+2j/G1N1viFXq93nxF5p+bLpFByC4z1rBt0D+2z0f+8DTT1kx/rC2RNf+Ls8b2WEPkg1zD"
    "pGoz/USaFOd9oz3cv8s9m+XMkJV/PvJRobSDDZN8FfrT04K15jvk00zySUb4xISjlkmQIh"
    "9MH4LiF+K6x2F32LpsEul3baW08k+2THt7ER9fhkwlw1wbfr7k7RSQGHI0KgHamuQQbXQC"
    "mGYoAFEGoq4jaouPKVSCE8w8LwH2RIxpYOuJycDa0zCCyDV9v1FPhTwlVNCUrsqDbNrnFX"
    "1VqzTQq+hdrqOFhi9+bVV0tkREa6O6UU5x3Cp2UaXxUFXaaIHtm5aGn7C72WqbS6KhTTG2"
    "ybhoyWvPpr8kehxLQe3ok6ja+gv9+5ONCeO38aufQpUu+gCq9SbXp5iqqVtdkKqu2+vfbK"
    "f7RAMvP23v0D+1Z/K52zx2I1QxF45jfPO7HQ62sUn1w/CTommy4/fVJcFwekjDqRzB0y9T"
    "5hlAuLRakk5m4xQDvkAI+DfDf4UM3EDMzJCBjAky5g4Z82fsepxIttKYupLm03Z8TWHz1s"
    "aa6zz/VfsU0X3SFtQ0s5W9ttJeJCQSkS3vuNiKWaFkO9Y+zbE9w5+2dD5tYFckKMuffX94"
    "y5JftVW7zbAOGYS/5uZsvkT3lK5tgSjelAgkusbnW/jGiAGfkADsQwxXCk+Uj+FpyD5t6L"
    "3dp0yPJc/pJwlXOG9DHx/KngxJtC9jB2FUwAUrSP/QP5JvKyoGxjQqwd5GZAPkgreFZFTb"
    "RFCITolUwrPnDcHFc+y6rCLEVY0pUxoFQ1E7yW0O/JXuOYHL0lj4SOepFMT6qG6byqoulS"
    "ysV9gwA0a512qsUyrAuj7WM7RaI3MhVMmjSAd418fbx67wyo5pAGeBdc0LBt6xrLnBwIA2"
    "B+1QtXMZ4ax8pDMkCqI8qSOB8OWPEr6mLwZuNF5BZDtZvwZ+MsUku5RCRYxbL2M1pU41MS"
    "0lQ6IgxGd1VvEZfxGfldawt/F8LCRXpBQAcA2ALWQvAmbrXT7EWRoFQW5/o1hbaIbZJTsq"
    "2plmiZTrVdgOyJK4AC+wa86WI4YDMLozrmx8nI6RpmzBSwm93TNTq0EIRkVpRm4Ahgq7ai"
    "cGTPpSCSAcDVcQ3Y4UYI6p4fu72xueAswzMxjmzNf+p1mmN0Q/SAW4FAw6cxKcGWP66sPF"
    "r0W4313fXobgZKIu6QSXhz7Mvvw/Oxha8Q=="
)
