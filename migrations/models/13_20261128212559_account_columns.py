"""Columns of accounts get plain names, and the model of saved QR styles its own; its table stays as it is."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" RENAME COLUMN "settled_at" TO "onboarded_at";
        ALTER TABLE "accounts" RENAME COLUMN "of_age_at" TO "age_confirmed_at";""",
    "postgres": """
        ALTER TABLE "accounts" RENAME COLUMN "settled_at" TO "onboarded_at";
        ALTER TABLE "accounts" RENAME COLUMN "of_age_at" TO "age_confirmed_at";""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" RENAME COLUMN "age_confirmed_at" TO "of_age_at";
        ALTER TABLE "accounts" RENAME COLUMN "onboarded_at" TO "settled_at";""",
    "postgres": """
        ALTER TABLE "accounts" RENAME COLUMN "age_confirmed_at" TO "of_age_at";
        ALTER TABLE "accounts" RENAME COLUMN "onboarded_at" TO "settled_at";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2za6/isaferO6OTY8iU+Oztnxk7S3bS2042ddmc7HQ4kQhJrilR5kaPuyX8/AM"
    "U7AZigSAqE3y9xTOKh5OcFgfeO/4zXrolt/831fO6GTjD+6+g/YwetMflP+dZkNEabTXaD"
    "XgjQzI7Gov2g6CKa+YGH5vRhC2T7mFwysT/3rE1guQ656oS2TS+6czLQcpbZpdCx/gixEb"
    "hLHKywR278+hu5bDkm/or95NfNk7GwsG0Wvq1l0s+OrhvBbhNd+/Ll4/vvo5H042bG3LXD"
    "tZON3uyCleukw8PQMt9QDL23xA72UIDN3J9Bv2X8FyeX9t+YXAi8EKdf1cwumHiBQpuSMf"
    "7bInTmlINR9En0n/P/jb9abphh3H96NB4+PBrGWIK7uetQ3i0qBULMt/1zM0Kiq2P6Ae/+"
    "cf35u7PLv0QUuH6w9KKbEV3jbxEQBWgPjUjPWMZrZNlVot+tkMcmOgWUuCZftRuWE4I6oH"
    "S8Rl8NGzvLYEV+nV6cCzj++fpzRDMZFfHskjdi/6rcx7em+3uU74zf6KcEvcn4dthNLmT0"
    "Zi9w7/xendSg9+qEyy69VSR3g3z/2fVMY4X8lQzLFaCGdE9P6vBNRvGn80mFcRs5yxAtpa"
    "Z0HqMjz3VY5nNcZjiw1tj403WkKC6A+uN4fO1b6L9/QE/IC1BX+16R7cs6a/Qlf4m+rKzQ"
    "RC+RW6JTQI9E+zs/wOt+KL6qs0zzV+nKIk3ef0N2GyyAeuR54WHcD8unlzVoPr3k8kxvld"
    "Zmy3nyDdtaW0GV6o9OwFmdi6gS19beTniB61hnU2Z9XtIv8V/T0/O351dnl+dXZEj0PdMr"
    "bwXcf7x/LBHrYfJn+YE8t1Ug0Fuldz8DQx8zDL4Xpm0CakRroxXiZCCkPuGdNKcFDFBapn"
    "RJ32XDtJbkh8xeVsY12s7Ka4BCdnP7KhnaogB5hpwHqAA6wBGk2Gp7iNunwujCsqXUsBKs"
    "R0WsHyXsvI6JfM63kM8rBrKDn30DEUlg00CMZeI9IYpaaxzvTwVdotyM4W+S/2g1oR8/3n"
    "14eLy++4k+fu37f9gRZdePH+idaXR1V7r6XVlFTh8y+uXj4z9G9NfRvz/dfyi/Jem4x3+P"
    "6XdCYeAajvtsIDPPSXI5uVRSXYhe5xvrMGgkbgYc5K2yvNESE/E5C8tbNxI4C9+CxFVzkO"
    "kk8gB7a9/wMXakfEQFlHb75mmdffOUv2+eVvZN15m5yDMbvVVlLKyhKr9Qcw+jZttlEQnr"
    "pnJiprH8xVMuzkwvzND86Zm8nkbhTjYfZp777GPPr86Gmxj5/Y+fsY0iMqtyj5MafiTfw7"
    "nZP2q4ks+uxmtQ4c3xse+T5x7I1MP+KbqSFDkGD2PoljxCV3p8orLgQ2cQfYauBAVoeSA9"
    "j2ipKzkbYsAcyM5PcSaAjvT44Yw+fHbwbvaQPkhXqmYomK8OnUs39CG6MoQ2lkEjModRdL"
    "2xfsQ7XTkKfWYukgxBX3yNFyT688AJdI+GbEqJ6Vlj00KH0XOXPEJHfiL/tGHjIDh4R/sF"
    "ec4+sKwjUX94ZIB56Kv2T+8d+Y+uHPloi03DD3b2wfYHfdIDfZBOXFFfiTt1ed6T6q31dF"
    "2+ghyymZnxZ9NPYnlHGCUhZe8Jvy7kiY408j4bdapDbqwlN7eFmRbASGqJHb+iCXTc1It9"
    "Usv/TKdnZ2+nJ2eXVxfnb99eXJ2k2S3VW6I0l5uPf6eZLpO8mzBJfeFXjcgnwRyY/qKYED"
    "rOf6Fxowb+8RysH+d4n5wP3TdeMO32xXWyCU4FVJulbspK9oUMp0q8oUJxld/vXQ9bS4cY"
    "xRHLH8lXQc6cld5ULZccJK8VTYNc9tBzuqeW5hUhgPzZONiv59cP767ffxh/4wdyulRbkl"
    "AFQ2PJRTH4yko+YKKOmgJFrG0XsYI60qk6YuKtNZfKG80QGhb8tV/HCikRr0Lts5EfGA11"
    "+zIWRK20qPHXjUUe10DQRSTYcSpLGew4sOPAjnvZjosSqhhGXJJoxbfg0myuds23X6NMlm"
    "iu0JT8me3On8a/lYy6X/OTr6hoEYp/A5vvqDafv3K9IIq6yRgmRZSGxkkX1p8fWE4UkjNC"
    "T6pXFAOqIeXTk/M6LTPoMEGrnfNK44zACuSqNVOAdvUmnfQyyn8zuUmdh2nH9UUtri8EXF"
    "9UuXbcgBX1F/RBSwDa8UtmYs3JLJzNFYoVMjmheqq76inbmj/xGtGIEiBKQI0a0fSSC6FM"
    "00HVZND9Pr1wvcgEJX+vt2NMete1MXLYnFewJc5nBNzVfpKYXf2uaDefPt0WFrObj6Upff"
    "/l7ubD5+9OIxmQQVbAmekeNsm+MA8MP0BByNi+H9bItgXdryrw/poKnZ1Mu111zqZvL9N1"
    "hv4iWlke7q5vb6sEby1koI0lOadzqB5nc3plsNOZ+o+eWA2xhGznULB21Cc751eT2iLzKO"
    "1U//bbDSGT6HMBc1ILdME8Sps+bz2rgQvXtt1nWebzKGC+GfP+HDFr4AW0pxDgvBnnUfpB"
    "Mnmbpi+U8OBoUNnRsEG0E2gDUReAIGOVZYy8+craNutkVoSCnFWWc6RRNxJzEQlSHoKUn1"
    "cMLxnf5irBtDO6Ooln7VNrmrxRRWQvb5QiSWCDe6EgLftViDncmA3FXESCmJUW8xZ7PjPV"
    "g+s1yCH68xucdrUptnwago+pCVBl8xF/5TlhUoQOgU/Rq/HhX4+FtyJRJb67u/7XXwpvxu"
    "2n+78nw3Oqx7vbTzdlT6/yueaq0C9xLEIUb5BjNAeBQyaGmLp/DGJbyd0vT9wWiK3ZjFHN"
    "2foiqblXVbYa4jgNUwfCczGzs7cWc0Nkp+fGYEOkyMMb1wsOZOhz9BCNGDqwHOulfsZ3yN"
    "k9uvTfmjtFw6bGR+2LINgnor/KKJWjxX+jR2cbseqrHcXjZMInvIuZjXeXVCzxHYqIbwUr"
    "zw2Xq/RqIg7mhkSuGxWGv4lbpERbC6tBSrLnCNqjpFsbNEfRuFBu7m7kauQSgHatUaBzhx"
    "o25eB8h+o7XxSJ8Uj4XnKbZF1Cc5BOfS/DIzPTReonxWWYjoqB9OyLOjyPlyI690EOLztu"
    "FXEgrzWP9lFrbtflNLc8vkxosDd2DuSznlk4TDqz9VGlXiqUcYa5FwuCb+wlhmfbjVTya5"
    "5rm9is9FGRsv+gh3ebe9VEYBc6sde1dkV+PF7DDh5n0xp24dmUaxfSW5XqEJNVG8KnN0No"
    "SHD7XWkIcW7oVQkWl6RmKI3q39uoRFXfwFXFdwHxcFXMA4jeHjm0xDlqVTq21PS81UEFl5"
    "I/shxdSuNzxeBSzpYrR5cyu+Sg4FI6F7imRpQdwrA1kqwRvrGRnhPaaWAJGjQee7ebiOJO"
    "dsjwMAjCTvF4UH9rqL/QGzAjt05Q75If1LusFvd4aMFQ0354+HTPqelJAOUwnjUPRv83si"
    "2/M10tt1LMQssOLMd/Qz/2GIsFJagQ0avkPZdTnEurCn1AOe8Z0vbHbabtz1fIWUbVfqyQ"
    "NX/9KOO0W0ba782SUNYgN6CAhNwApXMDNuGMLPArlrePv2MUQAftGmpanb1tD064nmGGH5"
    "C7O2QAbXrBtLY5pLPSkN91mVigmE9xg84qJSy0Y1B5X9ha+FmyTVUK0ea9OUabKspi8yZV"
    "BTS8YSq/YdDW5jVJGdraQFubyZGjPVq8UFCz8CrEDA06+LKEBh2QQgMpNPVSaDhZHjIZNK"
    "1l3StBdHGVDWf04TPsHZpllD5IozlZomqzIW869Q0ezFX6JF3JgrYa4p4RW6uFefQ5foyu"
    "kwi6j0D3kWOkiIo7VmQbHattRWEbFPSuKO67XR0PjdfIsuFk6G7nX8uJh3uZVYjmuwpTgI"
    "aph9OLOrmHZBT/RL4LRvGN42OWGSbIH8ogGrJ8VssZeyZwxp5VnbHIp/7rBlxXgNo5vzvh"
    "20bOMmT2VeRTncdoOK/r1EXyyyIrVZGB+4Qdw7SW2Jea0GWcdo2JuqiPdBaWt27m5i9hIT"
    "6qsp8/dFJduFEP+yoc5K2yvCF89yrEDOE7CN+pSf8Q+uvrQydEQ19Bg/2hsnpAh/1uXcxZ"
    "fJDpYy6ED0VO5mLEslMvc2LfQvsshVLLX/AyN/BllHEaeo06KHdXynF03FTUrrkGf8LrMj"
    "QJ7c0O+i4AQcYqy3hYPiNI7G9YiQ7WdofWNliEA7YIb1AwX40ZtuD+xkRkBc7oEDgnR/e0"
    "oSfy98nYFsn4HpMrkib43ZsVp5c1zIrT8maXmRX0VsmEI49g8MsPZ6QADbJX+g5muNE3ZG"
    "S18jvS5CDQxUwskAZtajhp2HxxpAA1hEE/TxthmK7D0OS4ftNkuDZNOVprZhM6xDqU6nuV"
    "IWBetz6v18jEDUz8HAy8OGrb9w3bnRSAIGOVZbxAlt1IxgUgyFhlGQ/LGwtibihm/HVjkc"
    "c1iawUkOB0V1nK6ucNKiJZ7fLcFDltpMWmH1164H9wZ2OG/51enoi877+7sz5OEnHDYO7u"
    "11JMrkdbLBTygkdekZSq9rvTb9DOduWcNzmIGt4brVzE8SpFD3mSmPNFlA6FH6VA1LTOzC"
    "ej+KGoabXNZdjET5ahwPBSWiVf4FgJrOngT8eDh7/s4SefxopbcalMxwOVZSpneBk6TXpV"
    "53Dg11N53bHJ85q0nc9gIF+V5Qtx47Z2FTdAjA5N/F0lGQ9Ulqn0MPJZ5/TwLYYMoUFiVQ"
    "898XOeoboU5yDacXxayx4TmGMVglN/m+S+mcfBxqnyxgkBT23FXAnbHCe6cL2xfoxOR68E"
    "GOI7E1GMAW0s6kGDFH/NAwoOktvHk/EaBhQ6ODVbujobGvpJlGUvLM8PjIUbMg475VNcRG"
    "k4j+vwzKe5wnJ0BKAsyQUQcPwSx6ANaqsNVl6lsFlrgTIWzDuVJe3hrdssMb2IBCmrLGVI"
    "dIRER10SHXNZNz6zrYPM6S9EKl98vbo6dHoATMoXw1uT5/JFf42RCu9Fp834+qePIw8T0v"
    "3AH0VTB5sjyxmh0ZfHd6O16wSryWi2G5HHvhmXuJMGM5v9xSla0Who8jeMJn97YVUEwDcF"
    "U4CGZqCI3sQMfMs1A9+WzcDkharSy53ceUh/oeDuZ3lr0WC6KMrpZxkC+j+JlTNmYq68Yp"
    "aGI4bJ6YuKWTahVKo+4SocNbWNDjSNWIMlLK7wyHOfo5/RbXs3sq21FYwsn6gUG/LTaa6T"
    "yH8MU3vJmSagwYAGM5RVCzSYgWkw6nuZhq/JKOpmUlKdUbeg9n4vzYpGkxz7zVdo0rPF1c"
    "l1AYWgL4Vg4domqxGjIIcgRUCaRkklqKZp+Cv3WSodOwVoqG+1T++KPkc+zpiDQZBR5SDj"
    "hvylAWt54u4OOQRUh1RqDpHnYdOYMTxXfGW6ADpAlx7OayJxop369skwouCFTCHLeZIkNA"
    "fpdIYOj8yjHQKhC5nDM5yHmp9RXgNa4PU2fswQ5+qLnOYWvQKh5PNH919ub495guUwGeWd"
    "VpIxWieH6A/P4PR3l0kj+qf3jvxnsHpVvzlEtzgIIq9Txf0V35mIHGB2NKaPtnLFjHUy06"
    "CnXB/qEPSUq+Gdaf+MFw/PrY2FWRqSqB9BDqQhzdOLOl4wMopLdHSv5GYMZ7/juRTPOYiO"
    "LNdq/TAVtH6YVls/BPgrg2LBkUXxeC34FbkVuzizaBWsGT1h+GQn44HsJgdELRZG6DH4Fj"
    "Q1ySDaNTXppHGMT/a0BrGKHAxiFSrHKpbWFjtGuGkg4xIU5KyynKFeWVsxV3y9x0nlucOm"
    "hcYMZ8b+xkTky1inQ1r1ZBQyfv0Vml5cHpbyC66Mtl0ZkeT3hEmocUWUFspzUZc7m9ZQ5c"
    "6mXE2O3ioqcs+Wycqh5qYkpOMhw5eRk7DC1nLF2Eq5dGYA4JPBp2/9KdOVNhkOXDK4XFi2"
    "1GKajNcuMbL980ZiHUKC3Ayh4S7VfmrkFnkWcljVKPwTXfIYONJF7GVrcuo3WI66Wo7Dyg"
    "lURbTapV4pkWkx6ag3DuS1MPNaCloN2pJV2g929qE0PdAnPdAHaURVl06zz3hr+fsvWvGb"
    "pfcmItdZlP3lxUP7yAZKUvKk84CgPI7e66M8jnypgJnAwleic5D+dejj7OOdaMvPK5aezL"
    "cPk/EaWoftm99gijSZ54MzRY5W/TEgoTY3QvpNqVeU0sZJ9Uful/AL8hxcVLWKd4S6YtQp"
    "yegscZzRYGmS7XA+2QPx/o4fQOelYWiS0Hmpu85LoCqmzF7VYPaKy+wVI0zjMfa4hzWybX"
    "5MMQHpFFQ8m769TBcM+otoDj/cXd/eVuOJ0XpdIZPLYzJcJxqhM9iAFFzwsuvQGSz2uDM0"
    "3cwXz9d0817/jv2huekGhZJHWAmE6ivyGAX5Au01Ht9IxSrHMxTKhGm/SjKwArksoxSgXd"
    "3NVR0/5xXfz3lV8XOqX9+btroY4tzlhkf4dXr88MgQ52/fhXpRpZBMNCoFQD5X6xEq8jWJ"
    "EiwjjQwB4mhdHEsPmVIbaQrQYCHq1gs0Rw4rn0XgPE4h2nRh7MV/XDovk7LoND8yswiHsl"
    "KVQ7V7d0ETUReRvUhZkdZ9gxMypF28CjGHG7OhmItIELPSYt5iL8kqrRnRySH604tOu9WL"
    "2qtcxMibM0LkfF9ChmjFzajwq9GFLwEiaNC8WnEy3aUrS2YGATILZNKfTDJFZnwO1GjDUo"
    "vI41jy0IIdMhSGkqEAPdjb6cHOJNSJj2I7kNDkRDctCc1tONDUvp/8+7LG1QKhaaMyLRnN"
    "6ZjSxwR0meiVqxlmJHsVK4qFCV9ZAXOHZQ3xOYLQRU6pPC/2HsWPoSbjNUylb7/q8viHbW"
    "pOMGRkKJWRMV+5PnaaRLvyQIhbqxwEAS8yOD7VIxNcRsdxGYH5OFzz8TPeuF4wZvZPiu5M"
    "RGajF43p5RA1mygHSYpELi8GSoTAdFTEsmm/nSuZ5j4r1UR0kFqC0JDg9ktZnl3PZOQ4C5"
    "oIJAAd6T2pdQISHcan+KR6BhLkPzZZkwdnExZ2aCkp54Fg96ssY0h0atHehxSR7ux9SGNo"
    "OY0Bgu6DbXr3DhEVz0TMk9LTexORmT+PR3Vv6HOtea4DT5TImAO1k3kPLe3Gf7qOlMGfjN"
    "fQYGrf4H/Cm8BYeO66yjB3khcw2hTeHlRgUlEMjrPwvke7RzdANmvhTe8JF14T7chqSYbB"
    "ygsrL1unFUkhQejUS7DnPP7nFSO2Je6EGUN0Ir2NPphkLZPY1eLROpHYWs3k3LbmT5KtOT"
    "KMTpT2vBgMoyWKdrRvLfwsSXsKAdoPoN23AteTZj5DAflS5KtjtvyM7Ih6ltmyvzd5yWzZ"
    "0mFgtoDZAmbLEdZuMFvGbZkt1ho77I4vfKdnAaSh57P9TBywDtuyDrfJ/lx3sqYADSfq9O"
    "Kixkwlo7hTNboH9rcSuxrY32B/6027IibgD27oOcj+ySW2POd45fKQicgg/H0/+IjmIJyD"
    "d0wbMJa/jFaSg7Sjlyh0nkj7iQM+Xq6ZZzII98YMpE3eQM9b42wXYMmtMYUA5wc0SZddz3"
    "Mg4H1w+sgdPRaV65TO3RVqIdHhquCYVmA3VEIpAcf0ERZvcEyPwTE9JMc05whv7mzlneA9"
    "6PkKzmlwTg+IZXBOvx7awTn92ozBTxvsvEe7McMSTG5NRGagSwYZJtqBDQg2IKQdaFBn9Y"
    "BsZger6LpwKfDJCAhKwbvf97uvAvvtHeEVv2Z1TbpkvIYWXTuBPUWW1Z9pJv/nqBNMZWlN"
    "7wmX16gWoI/ugIljliyQ5F6h47xlSvYIbGMBHsoaAB54BVSwng1mNWyPV0n9E/lrZaMfCU"
    "Yn2tsIf0AgqS0m44o9WR9aCtKJz54XBA8vsOdhBveiFq8ZRkMVupOgSBisDd8NvblU7KmI"
    "0pDr07oNX0X9Xllcr7FphYwmRmKuMxRwXZ/rOVpvEPMAHDHbeRzwXZ/vAHvSMzvBAM8S89"
    "p1AmZK8wvTOoMB2/XYjkw7j+EM5TOdg2jI8rSOBsLXPyr8WoEcufF4DZntZP6aeGvJaXYZ"
    "QkeOW8+Bm3nusy9npeQgGlJ8WWcWX/In8WVlDvs7P8BSekWGAIJrEGwjZxkym1jzKc5jNC"
    "S5/YViY6M5Zhei8VkugPqjeTweEMmKhASvsWfNV2NGQDC+MxGFA1E2Rpl0i9eSa3FgtJ8f"
    "w9tiT7YIIQfRcFXtxIFJXyoJhuPhGrLbkQHMcTXwj5Dmuxl6OEO6Q7YF5LZ2WvRRN7Nv/w"
    "9H3M+L"
)
