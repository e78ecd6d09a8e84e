from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" ADD "settled_at" TIMESTAMP;""",
    "postgres": """
        ALTER TABLE "accounts" ADD "settled_at" TIMESTAMPTZ;""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "accounts" DROP COLUMN "settled_at";""",
    "postgres": """
        ALTER TABLE "accounts" DROP COLUMN "settled_at";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2ziW/SsqfcpWebO2bNnera2tsp10jzt+ZGKlu2tSXSxIhCSOKVLNhx1NT/77Ah"
    "TfBCiCIikQvl/imMShpXPBi/sE/hqubB2b7vs77HnYGf7P4K+hhVaY/Cd352gwROt1cp1e"
    "8NDUDIaawZjgGpq6noNmHrk8R6aLySUduzPHWHuGbZGrlm+a9KI9IwMNa5Fc8i3jTx9rnr"
    "3A3jL4MN/+IJcNS8ffsUt//TZ0seVpyKN/SSdjyf/IkG/DmYORh/XwjqEP/6DI9bM2N7Cp"
    "Z74WuUluBdc1b7MOrn39evvhp2Akfe5Um9mmv7KS0euNt7SteLjvG/p7iqH3FtjCDv3jqW"
    "9Mv1DITXRp++XIBc/xcfyt9OSCjufINylvw/+d+9aM0jUI/hL95+z/wo+WGqZpD48T7enj"
    "RNOGAjTPbIuKyLA8yulfP7bPTQgJrg7pH7j529WXd6fn/xFQYLvewgluBnQNfwRA5KEtNJ"
    "BPwvIz+X5Fnm+WyGHzHI3PMU0+aB2OowsJyclcjOiLCGqB0uEKfddMbC28Jfn15LyE4l+v"
    "vgQsn2xZtsmrs32lHsI7o+AWJTsh18EzY22QN0GE4QxIQZpH47MKPJNRXKKDe1mmXX/6Tz"
    "wT4jkFUZHl4+MqLB8f81mm97Ise/g7g+IJucqmOBqvBL8ldE4+/j6hT1657p9mmsV391e/"
    "BwSvNuGdu8eHn6PhKdZv7h6vc2QvvZUpQnY0HsiuQbY9n2u+w+Cbrz9SkO4oH7ZlXWS1x7"
    "iS9hiXaI8xQ3s4BnaLDN9aPO0Rjc/Ra2yXxjboPW6L3QX9BP85Ojm7OLs8PT+7PKK2OFXT"
    "0ZWLEr5vHyY5KkOTusDlB8KHZ6wwm9AElWNUD2Hvo/8opjFu7z8+Ta7uP2fUxoeryUd6Z5"
    "RRGdHVd3k7L37I4Lfbyd8G9NfBPx4fPuZt7njc5B9D+pmQ79maZb9qSE9zEl2OLmWtmcR5"
    "EpFvCtaAgEN3B+TbvHwXxgu2NH9dQ8Y5KMhZZjlnox0iYs4iQV1LJ2Yatpo/p0Iq9MIUzZ"
    "5fkaNrhTv2yOaNLd5ajVb5K8hCi0BIlE36OcOg39VsZvuWN2TEA6NbR2UBQbQd1H5EEMJ8"
    "Bw3z4RUyhLybGNCMb7Ob5X7Hn4KfAvRG45Vw1rP8XlZxHS/5nuNlwXFcI9d9tYmqXCJ3Kc"
    "JyAagg3a0E+kxkLXyy4oiQncaoyHMVlvkcF4IhxGzT/mVbQhRnQB0Gna5cA/3XL+gZOR7q"
    "JgB1XkVHn/NV9HlBQxO7RExFx4AOiXY3rodX3VB8WUVN87V0QUmT918TXQYzoA55njsYd8"
    "Ny80lF07CeXc00VgbDq+QGU3OoWiFVySIFTQdVHUy+luuJc1sEAr1Fercz0Hcxw+HbMW0j"
    "ECQC8qQ+440wpxkMUJqndEHfZU03FuSHyFqWx9VazvI6QCK/uXmTDL0gDzmaWAQoA9ojEC"
    "SZtt0n7FNgdG6YQmZYDqZcOvusiot8xveQzwoOsoVfXQ0RSdSK7hfRkMeRLcCfNV2IXedq"
    "K79eMocBB3nLLG97Tt7OOhUWGSBk7aQWsoedlau5GFtCUaEMSrmV8qTKSnnCXylPCiuliz"
    "3PrKU2s0jQmDK/TFDpoKyYBSodkvkwdexXN+w0ys6G6xD506cv2EQBmUW5hyUMn8jnsK63"
    "j+qv5JOroQ7K6UfXJc/dk6mn7VNUJYn+3JOhB9Rn7VFOzwrrBtqPnvvoESryg9aGRqOe+1"
    "F0tTY+4Y2qHPkuM98vQtDX6BEq8hNkIvbj5448QlV6PLTYk50JWqhKzp8OGaDvu4L93bkh"
    "/1GYI9fbmPuT9ESfoipLU+TNlvtydE0foipDa7IG7cnPZ4WXMdef0odP9/bNnuIHKUvVEj"
    "n7TqUn+gxVCQryGlpqT5H6PP2GHGtbkKAKUW12fWTiIozWj3zchN//8UxHaulojTxdINfG"
    "glvDwkz/M4pXwpBv2QQ6bInFtnjlv0ej09OL0fHp+eX47OJifHkcV7EUb5WVs1zf/kwrWo"
    "7SAcKoxIXfHSJe7LJnmYtkQmi5zoVmi2rlP2JYN2HxLjnve1Q8E17aNtGJFjJlUE22tEkr"
    "2R2VTIVMQ4HiIr8/2Q42FtYnvAlYviUfBVkzVhlTsS2yl7wWLA1y2UGv8Zqam1eEAPK1sb"
    "fV51dPN1cfPg5/HKZZNUpSMCyWVP6Cb6ykUyXymCnQrNp0syqYI62aIzp+MWZC9aEJQsHG"
    "vub7VaEY4k2YfSZyPa2mbZ/HgqilFjX+vjbI42oIOosEP05mKYMfB34c+HG7/biHrTALTl"
    "xUYsX34OI6LnncN4gydxVlntumzmpU5fsdCQLcut1R5qX9KtTKEAMUdOqap3dJnyNu/6Vg"
    "0MEgs/G3Jt/UE+qjTyGgiz7fRT9FjoN1bboRMaUzIOjt/gHeScuc0qJeQUJTkFZnaP/IpJ"
    "V3gmSmIEAm+M2d+c15HdAArxWL+6Wcqzs5TSm9DKHk7w8evt7dDQuKoAFGK5bh9pPRlObj"
    "MFqlzbLjxgI57apuay+3jXKM6FfcQccPf8V9es2Gv76llwd3iUbj8+25elDSIEtJQyD5LW"
    "EFtvkRmixKwTDNaZVddU/52+qeFvbVfTV0j7FHNNeJj8d358K3H+htzItfkhV7KbIVZgIA"
    "Phl8usa/GAqAy2Y0HLhkcCm6yV2zu9tJlEpofne70IYQIDdBKLhKNZ9MeEGOgcJjV7IU//"
    "L0+MCmOI3JpxKMmTf498A03NYUQ8oIm/qG6RmW+57+2UPYYZSjTFqhcAJk/rDHnMFGH5A/"
    "ARKK9uqIondpHvmj6LKIVrlgpRSxiaNGq3wgEiTzDhN9IanNcNkNImaUjphtyvG9o7Kg2S"
    "wcdcC6Ma5CKyseS4Ga8d+ghGwoemBS92cl9dgpecZrT5s79kogQpHBQBXMhGUYHaZI9wPa"
    "TGwPmSzFG98rVbw62hBtSYaB5gXNy86Sl0khQqgUvOxECKlkxtIucv60QqbJz2dsISqRfj"
    "q6OI9ppr+UEft0f3V3V2SS6DKBVS0crRKJjYXdZ6YxY26EWaIKEoxKlHasDNwZYu4SXcJ7"
    "DAHaa9P+YuBXQdpjCNC+B+2u4dnMbeVKmU9QQL4Q+fK4Lb8iM6Ce5bZs7x3tclte6DBwW8"
    "BtAbflALob3JZhU26LscJWtDFW1aBnBqRg5LP5I7XBO2zKO3yJ1ueqkzUGKDhRR+NxhZlK"
    "RnGnanAP/G8pVjXwv8H/Vpt2SVzAX2zfsZD52Sa+PGe70PyQozKH8J/bwbDvzBv1AUP5i1"
    "glKYhy5eJt7G++IB6HYLQjBVKmbqDjpXG68ZjFbCWsxxDgvB7nwcadovo8BQLee2eP3NuW"
    "t+QGpVN3S62QFR0HgWkJVkMpjBIITB9AeUNgegiB6T4FpoNFQyA0HY9Xab5CcBqC0z1iGY"
    "LTb4d2CE6/NWfwcY2tD2gzZHiC0a2jMjfQJoM0HW3ABwQfEMoOFOizekIBMcUT7ej1UlXg"
    "khGQlIJ3v+t3Xwb2m9tRK3zNqrp00XgFPbpmEnuSqNVfaSX/l2ATl4Jqje+VqtegF6B9/f"
    "otDswSBUnuZTbjpJc6V8B90QEQgZfABOvYYZbD93iT1D+Tbyua/YgwKtHeRPoDEklNMRl2"
    "7InG0GKQSnx2rBAcPMeOgxnc883nNEZBE7qVpIjvrTTX9h2xM7ezKAW5Pjmusm8tGcXPlx"
    "4Xdq6lrNFd033GJkblXCco4Lo61zO0WiNjIVQGkMcB39X59rAjPLMjDPAsMK9ty2OWNO+Y"
    "1gkM2K7GduDaOYxgKJ/pFERBlqscicE/EaNwIMbM8MTIDccryGwr81fHL4aYZZcgVOS48R"
    "q4qWO/umJeSgqiIMXnVWbxOX8SnxfPe9i4HhayKxIEEFyBYBNZC595Kh6f4jRGQZKbVxRr"
    "E80wuxGNz3IG1B3Nw2GPSJYkJXi1Nj5hZuVVeOeoLB2I1ob2jA9ZdwUn7XVx0l7wU0ABRO"
    "MVVLHNr2O6scCukH5NENBInae30Eg9NxzX0+a2L2TtZlEKzuMqPPNpLrAcdOOKkpwBAce7"
    "OIbTtOose707TSt4K3y3lqDz2AZELeeBO0pI2sEv9nMtOWeRIGWZpSz/6Xhdmnv1HZSCxy"
    "z94XgH4LWzs/F8lxl6Ezn0jUjla/SUftob3R77FvPFiNakudwZr9Fi4e0M2gyvPt8OHExI"
    "dz13EEwdrA8Ma4AGXyc3g6A3/mgw3QzIY98Pc9wJgxmBoG/D520UatuG/wd04shT9sYPGH"
    "H2WOC7grxNFlRwA8vojdzAC64beJF3A6MXqkgvd3KnISoVdzbW8USVoph9liDg5OJy4yzU"
    "3/saZnE6op+c7jTMkgklapS1aXNwDY6K1kYLlkZowRIWl3jg2K/Bz+C2uRmYxsrwBoY7oI"
    "doEnR9m0T8zzCtl5RrAhYMWDB90VpgwfTMgpE/ytR/S0bSMJOU5sx+caY2TZo72nHMsGju"
    "wk5kvkFDe5VbqHX5NlxHJWnkpzY17dlzwUzIWBLZfJ5wQzwUyDRdIOMubccjPOpCZTJZlI"
    "J2Q/PVHORjeYYVBJY13xE6f4ABVZDy0fHZZZVmBzKM3+8Q3MwS7xmeKTS5Y4ByBaCjSi0P"
    "o5KWhxGr5SH5ZGKTOg1TjutxJa7HJVyPi1xbNvOMh5J6Rpt9wkP/+SUzseJkLp3NBYrx97"
    "VBls8apQ1ZJJQ2yFzaEGwzrAXBMLFYVQ5Yy6OXTK6H2W9ijVz31SYu0RK5QuGqArCWapNN"
    "Bu2v03PbCVxQ8n1ZDbbXtm1iZHGKivPYHOdTAm5rPYncrm412vXj411GmV3f5qb0w9f764"
    "9f3p0EMiCDDI8z0x2sk3Vh5mmuhzyfsXyXbxXEgHcXRzw9HrWrdZrZNQhpaG0IzukUqsPZ"
    "HF/p7XSm8aNnzErxlLGdQoHuqE52Kq4mtESmUcqZ/mdVVscz/uJ4VlgbkU7sOY85qct2Ik"
    "yh4CS3embg3DZN+1WU+TQKmFf5kBC1OA/7xraTt26XTA4PgQaZAw1rVLMhKgMEGcssY+TM"
    "lsZLLSnnoCBnmeUcWNS1xJxFgpT7IOXXpdBOaTmYck5XK/msbWlNnTcqi+zkjZKk2bB3Lx"
    "R0/78JMftrvaaYs0gQs9RifsEO+6Rn/v78CaK7uMFJW4siVD/LWf1ciJqLMZqC7EFnf8xy"
    "qCWXpZY8P3EbIPZztb0J5JytO0lNvar1d4GgP1nRb4FdIB5Qj1314gYQ6Xn4pxMUd+9J0N"
    "+dm7BCXEGKHLy2HVYnmAhDX4KHKMqQu0TOvlPoiT5DIX72bA9KVWGgBYPae2RtJjb9t+JK"
    "MUGLOsvvQdtsS9aJ4Ftpufao8Ds6dLIRLzN94uOWwrC47TnYTpgyG64usVjCOxQR3vKWju"
    "0vlvHVSBzMBYlc1woM/yht9aKfmdHpFX4VfqNX9Dma7vNKG322qWMdusFlyjDDBsgVItin"
    "Vc5SOeUfpnJaOE0lfBUE6E0QChLcfNMcREfAn5fJ9WxqD0IwjVs0jRPDbj/bOGqrV9o4jr"
    "5k3jqO/YuscZwygfPWcWI372Ucx3OBaxuHYQWGeZwEHPgWcjq00erJH7DvwaEXvTK7eIUc"
    "oZL6aHwjzWYSHVvR/MFL0G8fk3tZpWTmkl8xc1komHkm30qE22h8h9Sa4YrSx7nLPeh1gr"
    "/zGoIPcchra/O3rFLh4+9B9CEuUoiIfHd/9XvAcVyocPf48HM0PEX8zd3jdY7whfGCGbUE"
    "vzw9PrDpjgH5MhFj5g3+PTANtzX/I7XsTX3D9AzLfU//7CFWPkpQuTDyvOeWSPqAvDDIx2"
    "Qe3s2XRoIAcTQujoWDxHZligEKKKLcQlplHeUvo4UTTqH16TCtT5RFq37nUxYOZfQy1wlC"
    "afcbEDKUdr8JMUNp95sQM5R2D6G0W8LkZcaMTBIQVRlNQVot7ZbEiBAh017YomQmECAzQy"
    "b9ySSzzK1MgVraSlDVkqdedHv0YxZDcchBmj2iRMmexFYsU5Bysu7kNLV27yaUXesoTGhj"
    "fR0yEppacDKEkr8/ePh6dyd3P5KMjO5sR8pbXA0Qeo91AynLaMrG5MxRfo3dnlVkOwqPnr"
    "xNwCuj8mh762hH6ZFLR/WhQh8qjpquOIJK/BY38IRK/JYJhtoAqWoDZkvbxVadvEsaCBlU"
    "mcPxED+GkKd8ZEKw6DDBInAc++s4XiNvthwy3MbtjaMyp3FKh3TQrgLe4UG9Qyjsb7cphT"
    "yCwS+/rD8GKFBL23VRvx18QkaBLd9ZTEHAW2zeW2Tv5cQXRwyQQxj07ykjDN22GHFAboVA"
    "NFyZuvPG6qt8y8GIodT50zpBwLxufF6TT8NSMtyJHY+HmZ2f2Suk4xqxvRQMInsyR/amGH"
    "l1TpFIYCBfmeW7RjXPCckAQcYyyxhaX96EmCU6Dr6CmCVJIfROyvKn2iSRrHLJIRnTGPvt"
    "MtdmIiMo5GTkMaICT34ag1ZJwp5bbzvH4Zr+QiTHEY1XsECr+a1SYduthNwq1W/n/Oq382"
    "L1m4PmjKWrpPgtAsgRaFQqmwFtysMmg42zJbIWwcGVLB+Hrz/yOOXUSPNFtBFldco200iI"
    "GUjtTa79KVHwS1bBAX/FyID2WjX6E/RrZXmw/NUUOwKrQwKATFShtzqalZr4qsvEAsV8im"
    "vkC3JYSBnIvC68GPhVcNvBGKLMe3OIbQcpi/V3Hcyg4Q2T+Q2bmnbNzGsWCVLug5RflxsR"
    "hzUHU85fHR9XcVjJKK7HGtzL933CNp7Kv1BQy/AmxCx/llsW0SqX5j4EsZ2dpgZneZcdw8"
    "w5Dk2Enca2GJOPHTjpfCdFDn4xXHZDl9hZ59vHKKTQMjS5/pQ+fIqdfQ92jB+kKlVOcOz9"
    "3vOJPkShd67Nwq345WMUb6VfzPICLi2jClqu5Ir2HhQu3ILDxZsNpvILurjHpZV1lvKOS+"
    "ugNEahLKdotUb3VRqd1dK1UKcB8ZC3EA852MbhPRJq/UhIt3sHS0rp/rsHH6bQP+WDMCzG"
    "rIfCtxlzLlHTW95GMwyvkGEWtruFXoBDK4cy03ErMwEDJgYoaMGMxlXaAcgorg0T3CucZe"
    "wyjfOSkt4EoiDLp5Xyo6cl+dHTYn7URNbCZ650fJrTGAV5HlWZy/yZXGhssZ8xWRmNBXaF"
    "JnMe1wzTh/X6W+4hIn9ubjirep5PDgslNDK7Pr4V22a1jnUswkHeMssbIhpvQsxQ4dHClu"
    "EQJoKCmU6IbXzTcAjB9TgEF+a3mQnbKPPND72lUuwt52lnpu3G9kHKWoAI22EjbHDeVIue"
    "MpnmLqsZkk9vglCQ4OY3bH+1HZ1RIFSS4I4AKtJ7XCl0SYfxKT4uBi/BK6yjk3vnFWZWaC"
    "Epp4EQ4JFZxqmDkqsaVikInGslh8evCpkl/j6cet7wqedwRndvXfwnYs3iIavAJrhxVFpb"
    "Q4fAsWCKO/HuzF4LefExQLl092UVF+iS7wBdgvvzNk1j+ZNi/TDqwN1oiUwPLZhcljUyJZ"
    "haO0PJRWN33Uz9S0TKaE4LH14MPl+zPh95+xvgc7J9ipJ0JvpRJofvN+RYOOtHZe8clbl8"
    "prEyPGIQe15LDRUpFbiyLS84mTpqHHQjl3RFFrNCswU06ErZoBtLsar7GAMUzKKV0Rv5jx"
    "dc9/GikKGEDtzYNa/imfMd8zyzsarJUvu0QqbJVRwxqLudUttXH6eji/NYYdBfyubw0/3V"
    "3R3jMFGb1TfB5TEarhKNje3VLH8oQZYoERSEyuKIHcbSvcKOMVsOGZZueKfU0kXJGGmSG2"
    "/FZN1TWfKNUe4JAnybiX9wgApm02g8rtT2Oy5p+x3njSf6UgkwHA5XkN2TqjVzZSVzjA5J"
    "2PGoux2PCmZCl4vZj/8HJDHgSA=="
)
