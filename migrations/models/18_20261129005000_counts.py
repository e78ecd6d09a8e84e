from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

CREATE = 'CREATE INDEX "{}" ON "{}" ({}){};'
DROP = 'DROP INDEX "{}";'
LISTED = ' WHERE "page_id" IS NULL AND "deleted_at" IS NULL'
NEWEST, IN_ORDER = "idx_links_any_newest", '"account_id", "created_at", "id"'
# Each holds all columns that a count or a condition reads, so that SQLite does not read the rows. What is no longer
# listed is rare; the id comes second, because SQLite would take a second column with a condition for the order of a
# list, too.
COUNTED = [
    ("idx_links_deleted", "links", '"account_id", "id", "deleted_at", "page_id"', ' WHERE "deleted_at" IS NOT NULL'),
    (
        "idx_links_archived",
        "links",
        '"account_id", "id", "archived_at", "page_id", "deleted_at"',
        ' WHERE "archived_at" IS NOT NULL',
    ),
    (
        "idx_qr_codes_counted",
        "qr_codes",
        '"account_id", "id", "link_id", "page_id", "deleted_at"',
        ' WHERE "deleted_at" IS NULL',
    ),
    ("idx_link_tags_tag_link", "link_tags", '"tag_id", "link_id"', ""),
]
OF_TAG = ("idx_link_tags_tag_id", "link_tags", '"tag_id"', "")
# A search for words reads the texts of all links that an account lists. In SQLite they are in the index, side by side;
# an index of PostgreSQL holds no texts of that length, and its rows are side by side more often.
SEARCHED = (NEWEST, "links", IN_ORDER + ', "page_id", "deleted_at", "archived_at", "search"', LISTED)
UP = "\n        ".join([*(CREATE.format(*index) for index in COUNTED), DROP.format(OF_TAG[0])])
DOWN = "\n        ".join([CREATE.format(*OF_TAG), *(DROP.format(name) for name, *_ in COUNTED)])
SEARCH_UP = f"\n        {DROP.format(NEWEST)} {CREATE.format(*SEARCHED)}"
SEARCH_DOWN = f"\n        {DROP.format(NEWEST)} {CREATE.format(NEWEST, 'links', IN_ORDER, LISTED)}"

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        """
    + UP
    + SEARCH_UP,
    "postgres": """
        """
    + UP,
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        """
    + DOWN
    + SEARCH_DOWN,
    "postgres": """
        """
    + DOWN,
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zYW/SscfUpntGksx453u7MzdprupnWcbuy0nW07CiRCEmqKVPmw4+72vy/A9w"
    "OgCYqkQPh+SWwSB6TPBYH7wsV/J1vHxJb3/Hy5dALbn/zN+O/ERltMfyjfmhoTtNtlN9gF"
    "Hy2ssC2KGoUX0cLzXbRkna2Q5WF6ycTe0iU7nzg2vWoHlsUuOkvakNjr7FJgk98DPPedNf"
    "Y32KU3fv6VXia2iT9jL/l1dztfEWyZhbclJnt2eH3uP+zCax8/vv36m7Ale9xivnSsYGtn"
    "rXcP/sax0+ZBQMznDMPurbGNXeRjM/dnsLeM/+LkUvTG9ILvBjh9VTO7YOIVCixGxuTvq8"
    "BeMg6M8Ensn5f/iF8t12w+v3p/M79+czOfTyS4Wzo2450wKVBi/oz6zQgJr07YA17/6/zD"
    "s+PTL0IKHM9fu+HNkK7JnyEQ+SiChqRnLOMtIlaV6Ncb5PKJTgElrumr9sNyQlAPlE626P"
    "Pcwvba39BfZycvazj+4fxDSDNtFfLs0C8i+lSu4luz6B7jO+M3/F+C3qR9N+wmFzJ6sw94"
    "cH7PXjSg9+yFkF12q0juDnneveOa8w3yNjIsV4Aa0j170YRv2ko8nF9UGLeQvQ7QWmpI5z"
    "E68tyEZTHHZYZ9ssXzPxxbiuICaDiOJ+ceQV9+i26R66O+1r0i26dN5uhT8RR9WpmhqV4i"
    "N0WngAGJ9h48H2+HofisyTQtnqUrkzT9/ueyy2ABNCDPKxfjYVg+Om1A89GpkGd2qzQ3E/"
    "vWm1tkS/wq1W9tXzA7F1ElrklkJzzCdayzKTM/r9lL/GV29PLVy7Pj05dntEn4numVVzXc"
    "v726KRHrYvpneb48t1Ug0FulNxqBgYc5Bt8jwzYBtaK11QzxYiSk3uIHaU4LGKC0TOmafc"
    "tzk6zpfzJrWRnXajkrzwEK2c3dq2ToDvnInct5gAqgPRxBis22+7h9KoyuiCWlhpVgAypi"
    "wyhhL5uYyC/FFvLLioFs43tvjqgksDlHnGnia0oUs9YE3p8KukS5GcOfJz9oNaBv3r57c3"
    "1z/u571v3W8363QsrOb96wO7Pw6kPp6rOyipx2Yvz49uZfBvvV+M/7qzflryRtd/OfCXsn"
    "FPjO3Hbu58jMc5JcTi6VVBeq13nzbeC3EjcHDvJWWd5ojan47BVxt60EzsN3IHHVHGQ6id"
    "zH7tabexjbUj6iAkq7dfOoybp5JF43jyrrpmMvHOSarb6qMhbmUJU/qKWLUbvlsoiEeVM5"
    "MbNY/uo2F2dmFxZoeXtPP8954U42Hhauc+9h16uOhosY+c13H7CFQjKrco+TGr6j72FfRF"
    "2NV/LZ1XgOKnw5HvY82u+eTF1HvehKUugY3I+hS9qFrvR4VGXB+44g1oeuBPlovSc9N2it"
    "Kzk7asDsyc73cSaAjvR4wYJ1vth7NbtOO9KVqgXyl5t9x9IF60RXhtCOzFlEZj+KznfkO/"
    "ygK0eBx81FkiHonWP7G+vho6fxvMT+33McXaExW1T19GyxSdCeoyjpQkd+Qjf13MK+v/fC"
    "dsm6+hG5NnspTen63aUNzH0/uH+7r+kPunLkoTtszj3/wdrbGGE9XbOOdOKKOU6cmSNypV"
    "RvbWfb8hVk0yXNjJ/NnsRzlXD2h5RdKeJNIres5TzvwFFnq8gFWQsTXbg5ApwMl9gLXDeA"
    "DpuHEWW4/HU2Oz5+NXtxfHp28vLVq5OzF2mqS/VWXc7Lxdt/srSXad5nmOTBiLeQyGfE7J"
    "kLo5gQek6GYUGkFs7yHGwYT/mQnI/dUV6w86KddrLZTgVUl/velJXsI+lOleBDheIqv984"
    "LiZrm1rIIctv6asge8nLdarunRwlrxVNg1520X26ppbGFSWA/tnYj+bz8+vX51+/mfwpju"
    "r0qbYkcQuOxpILaYiVlXz0RB01BXa0dr2jFdSRXtURE9+RpVQSaYbQcPdf95taIT/iSah9"
    "FvL8eUvdvowFUSstavx5R2h3LQRdRIIdp7KUwY4DOw7suMftuDC7imPEJVlXYgsuTe3q1n"
    "z7OUxrCccKy89fWM7ydvJryaj7uTD4HMty7qN9kt4SRTZl0klEdKKFIXe5IXeZUobY/sr4"
    "l/BJ6W/FuX5pkeVttm8YmfQHNkZ/BevyoNalt3FcP4zvyZhARZSGZlAfdqbnEzsM/s0DV6"
    "pEFQeqIeWzFy+bVOpgzWoq/Lys1OvwiS+3STQFaLfNpZcSSvk3kxvUeZh2XJ804vqkhuuT"
    "Kte24/PyC2rKryUA7filI7HhYK4dzRWKFTJuYdNWf5u2iupo81SLElCj+jeDZF0oU+tQNR"
    "n0v06vHDc0dunf6z5wBr3jWBjZfM4r2BLnCwruaz1JzK5hZ7SL9+8vC5PZxdvSkL76+O7i"
    "zYdnR6EMaCPiC0a6i026Liz9uecjP+As39dbZFk1Rbcq8OFqGR2/mPU76xzPXp2m8wz7pW"
    "5muX53fnlZJfiOoDnaEckxnUMNOJrTK6MdzsxTdcurw1XLdg4Fc0dzsnMePKklMo/STvXv"
    "vspR6o6U0gXzKG3Kyw2sBuZdz82Zz6OA+XbMp47+5rRnsQHgvBXnYaJDMnjbJkqU8OBoUN"
    "nRUAiQyYi6AAQZqyzjUkxURsrlcCrIWWE5F+PbMmIuIkHKY5Dy/YbjJRPbXCWYdkZXL/Gs"
    "Ym6JzBdVRA7yRSmSbja6DwoSwJ+EmIOd2VLMRSSIWWkx32HX46Z6CL0GOcRwfoOjvhbFjg"
    "9h8DAzAaps3uDPIidMitAh8Fn3abz56abwVSSqxLN35z99UfgyLt9f/TNpnlM9Xl++vyh7"
    "epXPaleFfonTGMJ4gxyjOQicbTHGTQKHILaTXQLlgdsBsQ1rQKo5Wh8lNfepyu67OEyd1p"
    "HwXMzsHKyk3RjZGbgE2RgpcvHOcf09GfoQdqIRQ3tu/HqsjPI7ZD/cOOzfhitFy1rKB63A"
    "ULNOhH/VvLTxLf4bXTbaqFVfLWQeJxPe4oeY2Xh1ScUS32GI+Ja/cZ1gvUmvJuLgLkj0+r"
    "zC8J/1xVjCpYVXiiVZc2oKsaRLG5Rh0Xij3NLZye2RSwDaFWGBGiFq2JSj8x2q73xRJMYj"
    "4XvJLZJNCc1BevW9jI/MTBdpnhSXYXraDKRnBdbxebwU0bn3cnhZcVGKPXlteKKQWmO7Ka"
    "e56fFxQv3I2NmTz2Zm4TjpzOZHlaq2MMY55l4sCLGxlxieXZdsKVZjMZPKKFAtXIW1alpj"
    "F9qx17Xxjvy4vYYVPI5nDezC45nQLmS3KrtDTN7eEDG9GUJDgruvSkOJcwK3SnD9ltQMpd"
    "H+9y52oqpv4Kriu4B4uCrmAURvDxxaEpzwKh1banvM66iCS8kfWY4upfG5YnApZ8uVo0uZ"
    "XbJXcCkdC0JTI8wO4dgaSdaI2NhIjyftNbBUMD6K/nQCBRoPHneyAo6HoSbsFLcH9beB+g"
    "u1ATNymwT1TsVBvdPq5h4XrThq2rfX768Ee3oSQDmMR5a+8T/DIl5vulpuplgExPKJ7T1n"
    "jz3EZMEIKkT0KnnP5RTn0qzCOijnPUPa/qTLtP3lBtnrcLcfL2Qtnj/KOO2mke5rsySUtc"
    "gNKCAhN0Dp3IBdsKAT/Ibn7ROvGAXQXquGmlbnYMuDHWwXmOMHFK4OGUCbWjCdLQ7pqJzL"
    "r7pcLFAsprhFZZUSFsoxqLwu3BF8L1mmKoVo890cokwVY7F9kaoCGr4wlb8wKGvzlKQMZW"
    "2grM30wNEeLT4o2LPwJMQMBTrEsoQCHZBCAyk0zVJoBFkeMhk0nWXdK0F0cZYNFqzzBXb3"
    "zTJKO9JoTJao2u3ol858g3tzlfakK1lQVqO+ZsQd6WAcfYi70XUQQfURqD5yiBTR+ooV2U"
    "LHK1tRWAZralcU192+DqLGW0Ss+jOoq4mHU6PQIOkLMhQPYExMDXGGYiTcCtFin2IK0DBH"
    "cXbSJEmRthIf3XfC2aVje5hnr9UkGmUQDVk+buS1Pa7x2h5XvbbIY47uFlxXgNp5yXvh20"
    "L2OuAWYBRTncdoOK6bbKAU75+sbJ/0nVtsz02yxp7UgC7jtKtg1MdGSntF3G27eEAJC4FU"
    "lQMCgZ0qza2K3VfhIG+V5Q1xvichZojzQZxPTfrHUIhfHzohbPoEKvGPldU9SvH364vOAo"
    "lcZ3QhzljnjS6GNnt1Ryf2LdTZUigH/REvcwtfRhmnodeoh33xSjmODpuz2jfX4E94WoYm"
    "pb3dieAFIMhYZRmPy2cEOwBablkHa7tHaxsswhFbhBfIX24mHFswujGtswIXrAkcqKN72t"
    "At/ftkbIuk/YDJFUm1/P7NiqPTBmbFUXmxy8wKdqtkwtEuOPyKwxkpQIPslaGDGU74hpz0"
    "V3HpmhwEyp3VC6RFPRtBvrZYHClADWGw52kjDNOxOZqc0G+aNNemekdnVW8Cm1qHUgWyMg"
    "SM687H9RaZuIWJn4OBF0dt+75lXZQCEGSssoxXiFitZFwAgoxVlvG4vLEg5pZixp93hHbX"
    "JrJSQILTXWUpq583qIhktctzU+RYkg6rg/Tpgf/WWUw4/nd2eVrnff/NWQxx5IgT+Esnmk"
    "sxvR4usbCRFzzyiqRUdV/GfoceLEfOeZODqOG90cpFHM9S7DQoiTFfROmw8aMUiJo1Gfm0"
    "lTgUNavWwwza+MkyFBheSqvkKxwrgQ0d/Gl78PCXPfz0aby4lZDKtD1QWaZygdeB3aaodQ"
    "4Hfj2V5x2L9temPn0GA/mqLF+IG3e1qjg+4lRoEq8qSXugskyli5HHO9BHbDFkCA0SqwYo"
    "np/zDDWlOAfRjuOjRvZYjTlWITj1t0mum3kcLJwqL5wQ8NRWzJWwzWGiC+c78l14jHolwB"
    "DfmdbFGNCOMA8aHG3+tOMNNpJb5pP2GsYbejh9W3rzNtT7k9i1vSKu589XTsA5NFVMcRGl"
    "4ThuwrOY5grL4VGCsiQXQMDxYxyDsqitslj5lIJ2lQfKWLD+VJa0i++cdnnrRSRIWWUpq5"
    "8HqYpotUuEPASxg52TFnjcug8y58hQsXz09Cr70OtRMilfHHdOnstHHTrzVHiPenUm59+/"
    "NVxMSfd8zwiHDjYNYhvI+Hjz2tg6tr+ZGosHg3b7fFLiThrMrQYY53CFraEK4DiqAEbCqg"
    "hAbAymAA0NwTp6E0PwldAQfFU2BJMPqkqvcHDnIcPFivsf5Z2Fi9mkKKehZQjQzuq1M27m"
    "rrxmlsYrxsnpo4pZNqBU2p7yjs3LlljvKNx/VPfoQe+I9VnK6QYbrnMf/r+N3sqwyJb4Bv"
    "GogrGj/9vtNRT5x3B1mZylAvoM6DNjmcNAnxmZPgNeJ/A6qaTcqLv/9iqSZkWxSY4TFys0"
    "6ZnlXR9/YDpbSmU4rhzLxCYoCeNQEnJyayyBDKNNDvcgUshleETfiIRuliE0VM66T6HxNs"
    "69VCZ9CgB6G9C7Yf3Ix4BzMAgAqxwA3tG/1OdNUMI1IYfQZlHobrsocl1szhccn6LYsCmA"
    "9rBrxvOZSBxGqL6tOI5KTYUsLmLfShKag/Q6QsdH5sHO79CFzPE5McZaQ6w8B3TA62XczR"
    "jH6qOc5ia9AqH0+cbVx8vLQx4+Ok5GRQfNZIw2ye763Z0LSvPLJHj9231NfxitXjVsdtf7"
    "wF879K3esIMwJxyPZLHBtM41SYXuY3eIfXvVzXpT4+eJi5dkRzDs51NyPx/UD+zxPJ/C0G"
    "/KcAGkIc2zkyZuM9pKSHR4r+SXDBa/4aUUzzmIjiw3KvMxqynzMauW+fDxZw7FNcdTxe21"
    "4LfOD9nH+VQbf8up/yMmO2kPZLc5DGy1mgcuh++aAjYZRLsCNr0UCfLomtYiuJGDQXBD5e"
    "DGmtxhex7sWsi4BAU5qyxn2HyurZgrzuEDJZpjk6AJL8M8vDGtc3ds0yYdZ2LlvOPeBs1O"
    "TiupWMU25A8M3o0DezfCwRARJqHZFVFa6NNF9e541kC7O54JlTt2q6jb3ROTlxMvTGtI20"
    "PGNievYYPJesNZXYV0ZgDgk8NnOBc3ZzNpDlzyUiyJJTWZJu21q0/W/XEzsVohQW6G0HCV"
    "6j698g65BNm83UXiA33yGDjRp97x1ubQdzAmdTUmx5VXqIpotUvfUiJbY9pT5SPIjeHmxh"
    "S0GnRHZ2nPf7D2pema9XTNOtKIqj79aB/wHfGiF6240tJ70zpvWphB5sZNh8ghStL6pFOD"
    "YGsjuzfE1kb6Uj43p0WsROcgw+vQh1nHe9GW7zc8PVlsHybtNbQOuze/wRRpM85HZ4ocbA"
    "fJiITa3ggZNi1fUUpbJ+YfuP7FJatd9SNy7ehvrOiMhfu1emNYBWveW+o5p3jWNFvtPLoe"
    "4uiO50PBjHFolVBVq7+qWqA2psyeNWD2TMjsGSdk43LWu+stsixxfDEB6RRgPJ69Ok0nDP"
    "ZL3Ri+fnd+eVmNLYbzdYVMIY9Jc51ohKpvI1J2weOuQ9W32PvO0Xczv7xY081HAA55LiLb"
    "apnsModdlgeYJ2qVW+Rytv/X6LZx+1YKWDnyoVDOTPdbLH3iy+UjpQDtNu2cNfGInok9om"
    "cVj6j6m4PTKW+MY1cYSBFv8hMHUsY4fofe5RduM5KJW6UAyPzqPJZFX5OqyDLSyBAgjs7F"
    "sXaRKbWQpgANJqJ+fURLZPMyX2pcyylEm5qPAxcCDk8/ZSza7Q9PLcJhT6rKQd3ImdBG1E"
    "XkIFJWpFDg6IQMCRpPQszBzmwp5iISxKy0mO+wm+SfNoz35BDD6UVH/epF3e1xxMhdcgLo"
    "Yl9ChujEzajwp9GHLwHia0+rVPYY2XTWjiybGQRqZRfIZP9zyayz43OgViuWWkQexpSHiu"
    "+QwDCWBAaVS74rSaqo5juXUTs+hm9PRpPT/Mb4+T9KaG7FgSL6w+Tql1WuDghN65xpyWhO"
    "yZQ+lqDPRLDc/mJOMlhx93FtQli22bnHbQ9dnAcKmV5dZ3rx1yhxFDVpr2Gqffc7NOF4z5"
    "4JhpwMpXIylhvHw3abeFceCJFrlcMg4EcGz6d6ZILP6DA+IzAfx2s+fsA7x/Un3FpL4Z1p"
    "ndnohm0GOabNospBkiSRy4yBTUJgOipi2XRf+pUOc4+XbFJ3DluC0JDg7jez3Duuyclyri"
    "kykAB0pPdFowOUWDMxxS+qRyhBBmSbOXl0NmFhhZaSch4Idr/KMlY41WkcJirkiAxj76uW"
    "x6CkSSqTxgBB99EWyHuNqIpnInfCMfLTe9M6M38Zt+rf0Bda80IHXl0mYw7UTe49lLyb/O"
    "HYUgZ/0l5Dg6l7g/8W7/z5ynW2VYaFg7yA0Wbr7V5bTCqKwWEm3q/Rw43jI4s38ab3aide"
    "Ez3Q2ZI2g5kXZl6+TlsnhQShU63BgRP57zec2FZ9pcwYohPpXdTJpHOZxKoWt9aJxM52TS"
    "4tsryVLM6RYXSidODJYBxFUbSj/Y7ge0naUwjQvgftHvEdV5r5DAXkS5GvjtnyA7JC6nlm"
    "S3Rv+pjZcseagdkCZguYLQeYu8FsmXRltpAttvk1X8ROzwJIQ89n95k4YB12ZR3eJetz08"
    "GaAjQcqLOTkwYjlbYSDtXwHtjfSqxqYH+D/a037YqYgN86gWsj63uH2vKCo5jLTaZ1BuFv"
    "UeMDmoNwTt4hbcBY/jJaSQ7SjV6i0Iki3ScOeHi95Z7KULs2ZiBt8gYGXhoXDz6WXBpTCH"
    "C+R5l02fk8BwLeR6ePXCOLu0cxvF6reXi0BagdT1TtOKBTSQX2uyvTHH9mTXW3pL2GDqVu"
    "VDdFptUfWKz2G8IvHZbdrJ1gw3gvfWDT2mGTc4M1NpyV4WFkYdMIe/DoF7LBBn1VssKez2"
    "5/+jv7sA2TuHjpO+7DP76MWn56PikJros+f7F/seODyujCbawcN+5kahyFv3nBdotcgj3W"
    "T3SLdo98A7nYsB3Dcuw1dg2Wjms8i17jS2+5wVv0fPfwBe1/RVyqg9BZZmpg22Q/RO9Hf/"
    "AMYhvEnxobZK3+4uywPTUQfZBrEmY2syeyDXDeV8bHm9eFd7OcJbKK70cfFWo72CT0T2H/"
    "ekawM3yHPo3QJ5nhG1OJWoQyRR/MXoLxF/K6x2J32L3gCtl3XR1qKF7ZhKfw1cf4xCfxjd"
    "ox10WcL/06JTSGAkYnQjvTHOKJToLTHAIY5TDqOrK++AShE53g5nkKtKdqTAtfTwIDb0/L"
    "DCKX+H6rOo5FJFTtUK6ig2rW5xv2qdZZoG/ib7mJFRp++I1N0eUGUauN2UYFwzEy7OLqZq"
    "Gp9GAEtk8sA99h9yGyNjfUQltgbNN28ZA37om/oXYcz0Dt6UnMbP2R/fzJxlTwUf7qp9Ck"
    "ix/ArN70+gIzMzWyBZnpGl3/KuruE0u8/BTdYT8a9/S58VGToYm5dhzzq1/ssLGNCbMPwy"
    "fF3eTb72tLguP0kI5TNZKnn6bOM4J0ab00ndzEKUd8CQj8t+N/i0zcQs3MwUDHBB3zER3z"
    "h/gY1jo184fsqNZGmmZ8tGtDZfO9jQ3Xuf+b8SnGfTLWzDUT6V6RthcriVRlKwYuIjUr1G"
    "ynxqcVtpf4U4TzWdH8MqCqfw798I41v3qvdpdpHSoof+3d2WKNTnhwcW0W7yHOLtZOowu/"
    "GDniUwjQPsZ0pXBF+RCuhvzVht17fJUZoq56Tn8lpmQ19S7s8bHMybCJ9mnMIJxTbsALMj"
    "z1t/SvlVUDE4xOtHeR2QB7wbtiMq5tIqlEZyCd+Bx4QnDxCrsu5nBfdxhGhtEwFbWXvc2B"
    "v517TuDyLBYx00WUhlwfNT0ao+5kDB7XW2ySgFPutZ7rDAVcN+d6ibY7xD0qtJ7tPA74bs"
    "63j13pkZ1ggGeJcS1KBn5kWAuTgYFtAduhaedy0lnFTOcgGrI8a6KBiPWPCr/ElyM3bq8h"
    "s72MXxPfETnNLkPoyHHnZawWLKgmZ6XkIBpSfNpkFJ+KB/FpZQx7D56PpfSKDAEENyDYQv"
    "Y64B73I6Y4j9GQ5O4nip2FlphfskPMcgE0HM2TyYhIViQEeI5dstxMOAHA+M60LvyHsjbK"
    "lC14Kqm3e+7UapGCUVOaUZiAocOs2osDk31UEgzHzTVktycDWOBq+Pb6/ZXIABa5GUyy9I"
    "3/GRbxxhgHqSGXkcF6TpMzE06fvTv/qUz368v3FyE5uaxL1sHFoRezP/8PoqEB4g=="
)
