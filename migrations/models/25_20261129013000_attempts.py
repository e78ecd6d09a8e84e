"""Attempts at guessing are counted once for all processes (app/kernel/attempt_store.py).

On PostgreSQL in an unlogged table: a counter may be forgotten in a crash. On SQLite they have a file of their own, which
is made when the first attempt is counted.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;""",
    "postgres": """
        CREATE UNLOGGED TABLE "attempts" (
    "key" VARCHAR(64) NOT NULL PRIMARY KEY,
    "count" BIGINT NOT NULL,
    "ends_at" BIGINT NOT NULL,
    "salt" VARCHAR(64)
);""",
}
DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;""",
    "postgres": """
        DROP TABLE "attempts";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zbW/iscfUpntGksX+J3u7MzdprupnWcNrbbzrY7CiRCEtYUqfJiR93Nf38Bin"
    "cCNEGRFAifL76QOBD1HBA49/Pf0doxseW9vJjPncD2R381/juy0RrTP4q3xsYIbTbpDXbB"
    "RzMrHIt2g8KLaOb5LpqzyRbI8jC9ZGJv7pKNTxybXrUDy2IXnTkdSOxleimwyR8BnvrOEv"
    "sr7NIbv/2bXia2iT9jL/53cz9dEGyZuaclJvvs8PrU327Ca3d37779LhzJPm42nTtWsLbT"
    "0Zutv3LsZHgQEPMlo2H3ltjGLvKxmfka7Cmjbxxf2j0xveC7AU4e1UwvmHiBAouBMfrbIr"
    "DnDAMj/CT24+Tv0aNlhk2n1x9upzdvb6fTkQR2c8dmuBPGBQrMl928KSDh1RH7gDf/vPj4"
    "4vjsqxACx/OXbngzhGv0JSREPtqRhqCnKIe/Szi/WSGXj3M8voA0fdAmGMcXUpDTBRbDFw"
    "PUAaSjNfo8tbC99Ff03/NXFRD/fPExRPn8VYiyQ9+H3YtyHd2ZhLcY2Cm4FrKXAVpKAZyl"
    "0RDkSQ2MJ0KIJ0WEfbLG0z8dWwriHFF/GI8uPIK+/h7dI9dHXe0SebTPTmrAfXYixJvdyg"
    "O+oetzKrtp5Ih6BHzhYtwP0EdnNYA+OhMCzW4V9g5i33tTi6yJX4b6ne0Ldo88VQFrsjv1"
    "n8A6OueU2T+W7CH+Mjk6eX1yfnx2ck6HhM+ZXHldgf2769sCsC6mX8vz5bEtEwK8ZXh3Kz"
    "DwMEd8e2LZxkSNYG20Q7waCKj3eCuNaY4GIC1C6mHkS2OaJwJQi6Au2QY5NcmS/pIREIp0"
    "jWSE4sb6tALXm9Tbvhzm2DMHuSY2p4iD9LcUJSbl8tEu0hbQNiPil/EfwzvUKtC+fff+7c"
    "3txfsf2fRrz/vDCgG7uH3L7kzCq9vC1RdFwS2ZxPjl3e0/Dfav8a8P12+LCngy7vZfI/ZM"
    "KPCdqe08TpGZxSS+HF/KcXruYoZ7Az7nKVvgsmqq5dDZzGxfi/uMXYZdmKH5/SN9Pae5Ox"
    "krHl7PsOutyMYrL4jLiPi7Hz5iC4V4llkf2QHfJxMNl/Xp1WgTKpzxnkfn3ROnm90sg90F"
    "qzEKRe/9ALqiU2i7hKjMgvddQGwOXQHy0XJPeG7RUldwNmi57+L5MbIF6wiPF8zY5OwU2v"
    "MNSybSFaoZ8uerfdfSJZtEV4TQhkyZzWM/iC425Ae81RWjwON6o6SkRsf2V9b2ztN4X2K/"
    "91xH12jIGlU1PGtsErSv7hFNoSM+oX9gamHf3/tgu2JT/YJcmz2UpnD94dIB5r4v3E/uG/"
    "qHrhh56AGbU8/fWnsrI2ymGzaRTlgxw4kzcUSmlPKt9WRdvIJseqSZ0WezT4oQ+8F2Hu1L"
    "13n0wgCmUjxV7v64Kqjqno2cznZDFQutuiRLoduDG1zFcXdE9o/9oqq693X+32RyfPx68u"
    "r47Pz05PXr0/NXid+jfKvKAXL57h/MBzLO2gxjp4g45ErePbKnY0QxJnTsGfEwthsYyzNk"
    "/VjK+8R86IbyvA6D3alccGiGpM0IUWV5+kQ8aMntkAe3jOx3jovJ0qaKcYjvO/ocyJ7zor"
    "miI/HOa8sScwBES9IFveyix+QczS4n+tXpF8b+bgO/uHlz8e3b0RexG6dLOSXjz+FIKXlv"
    "j1hGKbiX2hVQfstiF4WYs//+DZLLECQX17Gk4j7j8RrGMZ/XiRUXh4oXhRZw8j8L2SWz5U"
    "mIL3kqkGC+DEYeVOVF0UggVMLeJC0RcjaBFlDNZPIN8s1/Etf8zqeSsH2D54FL/O3bB8zP"
    "sswPqBS5vWjoFLOx3dsFc1J4Xn6IZXEQvpUTvu/pl5cRvuPxGgrfx3WyCI/FaYTHpTxCE/"
    "uIWFI22YSix4S2US/wHp3VyYSloyrS2Uq5sCZ+IHMp7TGl0A7h9lONqRJCZTqOb1CMb4ZE"
    "O4BPTmsAfHIqBJjdGrKGrogaNzgFHZRJUCYPrfQo6l6I0yC4uk6SIVGl5aTJGOqEPUBFmb"
    "YrykB4Q6fhDcOQo/vzw7QuSQ9L0FNFKBicpEe/2oK462aMLtACq5VmtYU8f9owLKxIC6xW"
    "mtX484bQ6RowOk8JWrrKXD6wG/3pNG9FGKuJF30YaA7J7qGir1d5H7qSr/0+LnT6CMb13d"
    "XVoSxKd4KEmrsnE2kC9fJnwJDUtiEJryVdsgmBdmakyWkdOxIdJa6ce1qyJIVwTR+wS+ik"
    "TdRg7gRQTExlyRnKfXdoOdwgz3t06Km4Qt5KBuUSoYZwT17VwZuOEm9hr6DAeg2c66AMBd"
    "aV9e9QWVRui04IegTa23o+XvcDccuZNuiBypuypo4cUaeWI1UkGwnTUQTOgsglhxXI9AtB"
    "q3PenYiPu5PSaWfjR2+KKCcaSetlahDVVRbVwypC3nQdNHNGc8iB3yrzm4qk032c0jx68F"
    "YqzXIfu2sv9C5LCXw5Ku3OzaNayQcVuQcQ0fN83qaS003sycjUUs0U4Cpks0kUUiuW/Rom"
    "55+q9Ai15mvXmi8lcTaHq5Q8qidi/VbnHwxIXfpcw1r9HJ9rXMNf7HNNGgW0XRJoExtjmQ"
    "Q7s5z5fake0G85h79jWc4jDk9rb452CyieZOfdjk9s5M5X5CE9wBFr3RT9E35S8l8+/Gtu"
    "kfl92ucNmfQPtq7kcqPBJdy2S9hbOa4fVouVEZjzVBra/LvIMvB8Yodb7zRwJROjS6QaQj"
    "55dVLHMM2GVTi0TkrmaZ/4cmbUhEA7RbATj2H2yeQWdZZMO6xPa2F9WoH1aRlr2/F51aor"
    "og1iAu3wpSux5mKuXM0liBWKdwfTcHe5SnlxtKAsVVTgKRBq1K+4l2I8yoT2qMaD7s/phe"
    "OGyi79vu6Ws+gdx8LI5mNeoi1gPqPEXZ0nsdrV7452+eHDVW4zu3xXWNLXd+8v3358cRTy"
    "gA4ivmClu9ik58Lcn3o+8gPO8X2zRpZV0SS9RN5fm+TjV5Nud53jyeuzZJ9h/1TtLDfvL6"
    "6uygA/EDRFGyK5pjNUPa7m5MpglzOzVN1jXuG6KrQzVLB31Ac7Y8GTOiKzVNqJ/u3HASXm"
    "SClZMEulTef6nsXArOm5PvJZKkC+GfKJob8+7KlvADBvhHlY+yBevE1rJxTowdCgsqEh5y"
    "CTYXWOEHisMo8LPlGpEMOCOxX4rDCf8/5tGTbnKYHLQ+Dy44pjJRPrXAUy7ZSuTvxZ+dgS"
    "mTcqT9nLG6VI0ZTBvVAQLPws2BxszIZszlMCm5Vm8wN2PW6oh9BqkKHoz25w1NWhuLMbTI"
    "5OXp+cH5+dJOaC5EqVlYBjhcFMBSijeYs/i4wwCYUOjs+qV+Ptr7e5tyIWJV68v/j1q9yb"
    "cfXh+h/x8Izo8ebqw2XR0qt8vzhV4JfIVw79DXKIZkgg+7uy1J2izc2UCOwfN+huVly4LQ"
    "D7YzTNIFfrk6BmXlXZ7gnZOHPk8kIXpRJT2Bz64FwqI7UnPNdowKajanT+cMNkgz0B+sl9"
    "E2UsaAiRizeOu2+W3MdwEo0Q2jPxKxP1gpYcbN8je3vrsJ81T4pbtGxy/B60cGLFORF+q2"
    "kh8S36ji5bbVSrT6tvRNlucTDhPd5GyEanS8KW6A6jiG75K9cJlqvkaswO7oFEr09LCH+p"
    "TOLbHS28RjzxmVPRhic52qB2qsaJcnNnI5cjFxNoVzsVOsSooVMOznaovvFFER+PhO0lc0"
    "jWBTRDAj0b8rHNiSxSPygupekoGUjPxtzDs3gpInPvZfCyoqIUe+Ia17YY1Nqui2lme3wa"
    "UH+n7OyJZz21cJhwpvujSr1XGeIcdS9ihFjZixXPtku25KuxmHFllKb6X9WBVfewipiprl"
    "LSYwi3WC+E+v+JXnhcp1L6sbhU+nGpVnr0KkjAm1JoCHD7VWkocE7A6aRVnZKaUmmU/95G"
    "Jqr6Cq4qtgvwh6uiHoD39sCupdQxsp9vqaZSppYQJ+tcir9k0buU+OfyzqWMLlf0LqV6yV"
    "7OpWQtCFWNMDqEo2vEUSNiZYNFXnTvWMopH3l7OoECjQf3O1kBx8JQ4XaKxoP4W6c1ENQG"
    "TMCt49Q7Ezv1zsrJPS5acMS0728+XAtyemKCohuPzH3jf4ZFvM5ktcxOMQuI5RPbe8k+9h"
    "CbBQMo59ErxT0XQ5wLuwqboBj3DGH7ozbD9ucrZC/DbD+ey1q8fxTptNtG2q/NEkPWIDYg"
    "RwmxAUrHBmyCGd3gVzxrn/jEyBHtdWqoqXX2djzYAesmIXE6pATa1IJp7XBIVuVU/tTl0g"
    "LEYogbVFYp0EI5BpXPhQeCHyXLVCUk2rw3hyhTxVBsXqQqRw1vmMpvGJS1eU5chrI2UNZm"
    "fGBvjxYvFOQsPAs2Q4EOMS+hQAeE0EAITb0QGkGUh0wETWtR90oAnd9lgxmbfLZ3D+GbZC"
    "KN1mQBqs3GbafRazqTrmBBWY3qmhEPpIV19DGaRtdFBNVHoPqIcm2nMwcdr2xF7hisqF2R"
    "P3e7akSN14hY1T2oy4GHYyM3IJ4LIhQPoEyMDXGE4o65JaDFNsWEQMMYxclpnSBFOkrcuu"
    "+Uk6Vje5inr1UEGqUkGqJ8XMtqe1xhtT0uW22RxwzdDbAuEWpnJe8EbwvZy4BbgFEMdZZG"
    "w3VdJ4FSnD9ZSp/0nXtsT02yxJ7Ugi7SaVfBqItESntB3HUzf0CBFhypKjsEAjsRmhsVuy"
    "+TA79V5jf4+Z4Fm8HPB34+NeEfQiF+feAEt+kzqMQ/VFT3KMXfrS06dSRyjdE5P2OVNTrv"
    "2uzUHB3rt1BnS6EY9CeszA1sGUU6Da1GHeTFK2U4OmzMatdYgz3heSmaFPZmHcFzhMBjlX"
    "k8LJsRZAA0TFkHbbtDbRs0wgFrhJfIn69GHF1wd2NcpQXO2BBoqKN72NA9/X4yukU8vsfg"
    "irhafvdqxdFZDbXiqHjYpWoFu1VQ4egUHHzF7oyEQIPolb6dGU74hJzwV3HpmgwJlDurZk"
    "iDejaCeG0xOxICNZjBPk8bZpiOzZHkhHbTeLg21Ttaq3oT2FQ7lCqQlVLAum59Xa+RiRuo"
    "+BkysOKord83rIuSIwQeq8zjBSJWIx7nCIHHKvN4WNZYYHNDNuPPG0Kna+JZyVGC0V1lLq"
    "sfN6gIZ7WLc1OkLUmL1UG6tMB/78xGHPs7uzyusr7/x5n10XLECfy5s9tLMb0eHrGQyAsW"
    "eUVCqtovY79BW8uRM95kSNSw3mhlIo52KdYNSmLN56l0SPwoOKImdVY+HSV2RU3K9TCDJn"
    "aylAoUL6VF8gWOhMCaBv5kPFj4ixZ++mk8v5UQymQ8QFmEcoaXgd2kqHWGDux6Ku87Fp2v"
    "SX36lAz4qzJ/wW/c1qni+IhToUl8qsTjAcoilC5GHq+hj1hjSCk0CKzqoXh+xjJUF+IMiX"
    "YYH9XSxyrUsRLAib1N8tzM0sHBqfLBCQ5PbdlcctscxrtwsSE/hG3USw6G6M64yseANoRZ"
    "0KC1+fP2N9hI7piPx2vob+ig+7Z08jbU+5PI2l4Q1/OnCyfgNE0VQ5yn0nAd18FZDHMJ5b"
    "CVoCzIOSLA+CmMQVjUVlgsvUpBs8oDRVrQ/lTmtIsfnGZx63lK4LLKXFY/DlIV1moXCHkI"
    "YHvrkxZ43LoPMn1kKFvuPL3KPnTaSibBi2POyWL5pEFnmjDvSavO6OLHd4aLKeie7xnh0s"
    "GmQWwDGXe3b4y1Y/ursTHbGnTal6MCdtLE3GqAUQxXOBqqAA6jCuCOWSUGiJXBhEBDRbAK"
    "3lgRfC1UBF8XFcH4hSrDK1zcWZL+fMXdr/LW3MVsU5ST0FIKkM6qpTNu5K68ZJb4K4aJ6Z"
    "OCWbqgVEpPec/2ZUssd+TuPyl7dCB3RPIsxXSFDdd5DH+vd09lWGRNfIN4VMDY0N92cwlF"
    "/mO4skxGUwF5BuSZoexhIM8MTJ4BqxNYnVQSbtTNv73ecbMk2MTtxMUCTdKzvO32B6azpl"
    "CG68qxTGyCkDAMISHDt9ocSGm0ieHuhQuZCI/dOyIhm6UUGgpn7YfQeCvnUSqSPiEAeGvA"
    "u2LzyPuAM2TgAFbZAbyh39TnbVDCMyFDoc2h0F66KHJdbE5nHJuiWLHJEe2h1wznNZFoRq"
    "i+rjiMSk25KC5i30sCmiHpdIUOD8yD9e/QBczhGTGGWkOsuAe0gOtVNM0Q1+qTmGY2vRyg"
    "9PON67urq0M2Hx0moqJGMymidaK7/nCngtL8MgFeP7lv6B+Dlav6je76EPhLhz7VW9YIc8"
    "SxSOYHjKtMk5TpPnb7yNsrJ+uNjd9GLp6TDcGQz6dkPh/UD+ywn09u6ddFOEekIcyT0zpm"
    "MzpKCHR4r2CXDGb/wXMpnDMkOqJcq8zHpKLMx6Rc5sPHnzkQV7SnisZrgW+VHbKL/lQrf8"
    "2p/yMGOx4PYDdpBrZYTAOXg3dFAZuURLsCNp0UCfLomdbAuZEhA+eGys6NJXnA9jTYNOBx"
    "gRT4rDKfIflcWzaXjMMHCjTHJkEjXoR5eGNcZe5YJ0NajsTKWMe9FZqcnpVCsfJjyJ8YrB"
    "sHtm6Ei2EHmIRkl6fSQp7Oi3fHkxrS3fFEKNyxW3nZ7pGYvJh4YVhDMh4itjlxDStMlivO"
    "6SqEMyUAPDl4hntxfTTj4YAlL8SSWFKbaTxeu/pk7bebicQKCXBTCg1PqfbDKx+QS5DNyy"
    "4SN/TJ0kBHn2rDW5Om76BM6qpMDiuuUBXWahe+pUS0xrijykcQG8ONjclJNeiB7tKev7X2"
    "hemGzXTDJtIIqi7taB/xA/F2D1oypSX3xlXWtDCCzI2G9hFDFIf1SYcGQWoju9dHaiN9KJ"
    "8b0yIWojMk/cvQhznHO5GWH1c8OVmsH8bjNdQO21e/QRVpss4Hp4ocLINkQExtroT0G5av"
    "KKSNA/MPXP/iitWu+gW59u47lmTG3P1KuTGsgjXtLPScUzxrnJ52Hj0P8e6O50PBjGFIlV"
    "BVq7uqWiA2Jsie10D2XIjsOcdl43LOu5s1siyxfzEm0snBeDx5fZZsGOyfqjV88/7i6qrs"
    "Wwz36xKYQhzj4TrBCFXfBiTsgsVdh6pvkfWdI++mdnmxpJv1AByyLyJLtYyzzCHL8gD7RK"
    "Vwi1xO+n+FbBuNbySAFT0fCsXMtJ9i6RNfLh4pIdAuaee8jkX0XGwRPS9ZRNVPDk62vCGu"
    "XaEjRZzkJ3akDHH99p3lF6YZyfitEgKI/Grdl0Ufk4rIMtxIKYAdrbNj6SJT6iBNCDTYiL"
    "q1Ec2RzYt8qTAtJyTa1HzsuRBw2P2UoWg3b56aJ4ecVJWdujtjQhNW5yl74bIihQIHx2QI"
    "0HgWbA42ZkM25ymBzUqz+QG7cfxpTX9PhqI/ueioW7movRxHjNw5x4EutiWkFK2YGRV+Nb"
    "qwJYB/7XmVyh4ims7SkUUzJYFa2Tkw2W8umFV6fIao0YmlFpCHUeWh4jsEMAwlgEHlku9K"
    "giqq+c5F1I7a8O2JaNzNb4iv/5OAZk4cKKLfT6x+UeRqAdCkzpmWiGaETOm2BF0GgmXyiz"
    "nBYPns48qAsDTZucO0hzb6gUKkV9uRXvwzSuxFjcdrGGrffoYmtPfsGGCIyVAqJmO+cjxs"
    "N/F3ZQnBc62yGwTsyGD5VA9MsBkdxmYE6uNw1cePeOO4/ohbaym8M65SG91wTC9t2iwqHM"
    "RBEpnIGEgSAtVREc2m/dKvdJl7vGCTqj5sMYWGALefzPLouCYnyrmiyEBMoCO8r2o1UGLD"
    "xBC/KrdQggjIJnvy4HTC3AktxeUsIej9KvNY4VCnYaioECPSj76vWhyDkiqpTBgDON0HWy"
    "DvDaIinoncEUfJT+6Nq9T8eTSqe0VfqM0LDXhVkYwZonZi76Hk3ehPx5ZS+OPxGipM7Sv8"
    "93jjTxeusy4jLFzkORptUm/3SjEpCQaH2Xi/Rdtbx0cWb+NN7lVuvCba0t2SDoOdF3Zevk"
    "xbxYWYQqdagz0H8j+uOL6t6kqZEYlOoLdRJ5PuZRKnWjRaJxBby5qcW2R+L1mcI6XRCdKe"
    "N4NhFEXRDvYHgh8lYU9IAPY9YPeI77jSyKdUAL4U+OqoLT8jK4Sep7bs7o2fUlse2DBQW0"
    "BtAbXlAHs3qC2jttQWssY2v+aL2OiZI9LQ8tl+JA5oh21phw/x+Vx3sSYEGi7UyelpjZVK"
    "RwmXangP9G8lTjXQv0H/1ht2RVTA753AtZH1o0N1eUEr5uKQcZVC+J/d4AOqg9An75A6YM"
    "R/GakkQ9KOXKJQR5H2Awc8vFxzuzJUno0pkTZxAz0fjbOtjyWPxoQEMN+jTLrsfp4hAtwH"
    "J4/cIIuboxher5Q8PDoCxI5nKnYc0KikAvrtlWmOXrO6sls8XkODUjuimyLb6s/MV/sd4Z"
    "cOS29WbrChv5d+YN3aYaMLgw02nIXhYWRh0whn8OgbssIGfVSywJ7Pbn/6G3uxDZO4eO47"
    "7vbvX+9Gfno5KjCujTl/t3+3o0Zl9OA2Fo4bTTI2jsL/vGC9Ri7BHptnd4tOj3wDudiwHc"
    "Ny7CV2DRaOa7zYPcbX3nyF1+jlZvsVnX9BXCqD0F1mbGDbZH/sno/+4RnENog/NlbIWvzF"
    "2WB7bCD6Qa5JmNrMPpElwHnfGHe3b3LPZjlzZOWfj35UKO1gk9Cvwn56RrAxfId+GqGfZI"
    "ZPTDlqEYoU/WD2EAy/ENc9DrvD5oIrpN+11dRQfLIJu/BV+/jEnfgGbZhrw8+XvJ0SEkOO"
    "RidAW5Mcoo1OAtMMBSDKQdR1ZG3xMYVOcIKZ5znAnogxDWw9MRlYexpGELnE9xvVccxTQt"
    "UO5So6qKZ9vmWvapUG+jZ6l+tooeGLX1sVna8Q1dqYbpRTHHeKXVTdLFSVtkZg+8Qy8AN2"
    "tzttc0U1tBnGNh0XLXnjkfgrqsfxFNSOPomprb+wvz/ZmDJ+F7/6KVTpog9gWm9yfYaZmr"
    "rTBZnqurv+zW66Tyzw8tPuDvvTeKSfG7WaDFXMpeOY3/xuh4NtTJh+GH5SNE12/L66JBhO"
    "D2k4VSN4+nnKPAMIl9ZL0slsnHLAFwgB/2b4r5GJG4iZGTKQMUHGfELG/Dlqw1olZv6ctm"
    "qtJWlGrV1rCpsfbGy4zuNfjU8R3SdjyUwzO9lrJ+1FQiIV2fKOi52YFUq2Y+PTAttz/GlH"
    "57Oi+UWCsvzZ94e3LPlVW7XbDOtQQfhrbs4WS3TCxsWVUbyH6F2snUQXvjFywCckAPsQw5"
    "XCE+VjeBryTxt27+lTpo+66hn5lZiS1dTb0MeHsidDEu3z2EE4XW7ACtI/9Pf028qKgTGN"
    "TrC3EdkAueBtIRnVNpEUolMinfDseUNw8QK7LuZgX9UMI6XRMBS1k9zmwF9PPSdweRqLGO"
    "k8lYZYH9VtjVHVGYOH9RqbJOCUe63GOqUCrOtjPUfrDeK2Cq1GO0sHeNfH28eu9MqOaQBn"
    "iXUtCgZ+YlkLg4EBbQHaoWrncsJZxUhnSDREeVJHAhHLHyV8iS8HbjReQ2Q7Wb8mfiBykl"
    "1KoSPGrZexmjGnmpyWkiHREOKzOqv4TLyIz0pr2Nt6PpaSK1IKALgGwBaylwG33Y8Y4iyN"
    "hiC3v1FsLDTH/JIdYpRzRP3BPBoNCGRFXIAX2CXz1YjjAIzujKvcfygdo0zZgucSertnpl"
    "aDEIyK0ozCAAwddtVODJjspZJAOBquIbodKcACU8P3Nx+uRQqwyMxgkrlv/M+wiDdEP0gF"
    "uAwMNnMSnBlj+uL9xa9FuN9cfbgMwclEXbIJLg99mH35f7+aouE="
)
