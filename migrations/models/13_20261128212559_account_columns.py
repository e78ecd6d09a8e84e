"""Columns of accounts get plain names, and four models; the tables of the models stay as they are."""

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
    "eJztXWtz2za6/isaferO6OTY8iU+Oztnxk7S3bS2042ddmc7HQ4kQhJrilRBUo66J//9AB"
    "TvBGiCIikQfr/EMYmHlp4XBN47/jNeuya2vTfX87kbOP74r6P/jB20xvQ/xVuT0RhtNukN"
    "dsFHMzsci/aDwoto5vkEzdnDFsj2ML1kYm9OrI1vuQ696gS2zS66czrQcpbppcCx/giw4b"
    "tL7K8woTd+/Y1ethwTf8Ve/OvmyVhY2DZzn9Yy2d8Orxv+bhNe+/Ll4/vvw5Hsz82MuWsH"
    "aycdvdn5K9dJhgeBZb5hGHZviR1MkI/NzNdgnzL6xvGl/SemF3wS4OSjmukFEy9QYDMyxn"
    "9bBM6ccTAK/xL75/x/o4+WGWYY958ejYcPj4YxluBu7jqMd4tJgRLzbf/clJDw6pj9gXf/"
    "uP783dnlX0IKXM9fkvBmSNf4WwhEPtpDQ9JTlvEaWXaZ6HcrRPhEJ4AC1/SjdsNyTFAHlI"
    "7X6KthY2fpr+iv04vzCo5/vv4c0kxHhTy79I3Yvyr30a3p/h7jO+U3/ClBbzy+HXbjCym9"
    "6QvcO79XJzXovToRsstu5cndIM97dolprJC3kmG5BNSQ7ulJHb7pKPF0PikxbiNnGaCl1J"
    "TOYnTkuQ7LYo6LDPvWGht/uo4UxTlQfxyPrz0L/fcP6AkRH3W17+XZvqyzRl+Kl+jL0gpN"
    "9RK5JToB9Ei0t/N8vO6H4qs6y7R4lS4t0vT9N2S3wRyoR54XBON+WD69rEHz6aWQZ3arsD"
    "ZbzpNn2Nba8stUf3R8weqcRxW4tvZ2wgtcRzqbMuvzkn2I/5qenr89vzq7PL+iQ8LPmVx5"
    "W8H9x/vHArEE06/l+fLcloFAb5ne/QwMPMwx+F6YtjGoEa2NVoiTgZD6hHfSnOYwQGmR0i"
    "V7lw3TWtIfMntZEddoOyuuAQrZze2rZGiLfEQMOQ9QDnSAI0ix1fYQt0+J0YVlS6lhBViP"
    "ilg/Sth5HRP5XGwhn5cMZAc/ewaiksCmgTjLxHtKFLPWBN6fErpAuRnB38T/0WpCP368+/"
    "DweH33E3v82vP+sEPKrh8/sDvT8OqucPW7ooqcPGT0y8fHf4zYr6N/f7r/UHxLknGP/x6z"
    "z4QC3zUc99lAZpaT+HJ8qaC6UL3OM9aB30jcHDjIW2V5oyWm4nMWFlk3EjgP34LEVXOQ6S"
    "RyH5O1Z3gYO1I+ohxKu33ztM6+eSreN09L+6brzFxEzEZvVRELa6jKL9ScYNRsu8wjYd1U"
    "Tswslr94ysSZ2YUZmj8909fTyN1J58OMuM8eJl55NtxEyO9//IxtFJJZlnuU1PAj/RzOzf"
    "5Rw5V8ejVag3Jvjoc9jz73QKYe9k/RlaTQMXgYQ7f0EbrS41GVBR86g9gzdCXIR8sD6XlE"
    "S13J2VAD5kB2fooyAXSkxwtm7OGzg3ezh+RBulI1Q/58dehcumEP0ZUhtLEMFpE5jKLrjf"
    "Uj3unKUeBxc5FkCLpzHX9l7754Gq9L7OeB8+geDdmiqqZnjU0LHTiL4kfoyE/opjZs7PsH"
    "b2y37FG/IOKwD6UpXX8QOsA89IX7J3lH/6MrRx7aYtPw/J19sDHCnvTAHqQTV8xx4k5dkS"
    "ulfGs9XRevIIduaWb0t9lf4rlKOPUhRVeKuEjkiY00sg4cdUpFbqylMNGFmyPAyXCJvMBV"
    "E+i4eRj7DJf/mU7Pzt5OT84ury7O3769uDpJUl3Kt6pyXm4+/p2lvUyyPsM4D0ZcQiKfEX"
    "NgLoxiQug4GYYFkRo4yzOwfjzlfXI+dEd5zs7bV9rJZjvlUG3WvSkr2RfSnUrBhxLFZX6/"
    "dwm2lg61kEOWP9KPgpw5L9epXDs5SF5Lmga9TNBzsqcW5hUlgH5t7O/X8+uHd9fvP4y/ia"
    "M6XaotcdyCo7FkQhpiZSUbPVFHTYGK1rYrWkEd6VQdMfHWmkslkaYIDav/2i9qhfyIV6H2"
    "2cjzjYa6fRELolZa1PjrxqKPayDoPBLsOJWlDHYc2HFgx71sx4XZVRwjLs66EltwSWpXu+"
    "bbr2FaSzhXWH7+zHbnT+PfCkbdr9nJl1e0KMW/gc13VJvPW7nED6NuMoZJHqWhcdKF9ef5"
    "lhOG5IyASDWO4kA1pHx6cl6nfwYbVtF357zURcO3fLnSzQSgXfFJJ42Nsp9MblJnYdpxfV"
    "GL64sKri/KXDuuz4v6VzRFiwHa8UtnYs3JXDmbSxQrZHJCKVV3pVS2NX8SdaWpSoAoADXq"
    "StNLLoQyHQhVk0H3+/TCJaEJSr8v2XEmvevaGDl8zkvYAuczCu5qP4nNrn5XtJtPn25zi9"
    "nNx8KUvv9yd/Ph83enoQzoIMsXzHSCTbovzH3D85EfcLbvhzWy7YpWWCV4fx2Gzk6m3a46"
    "Z9O3l8k6w36pWlke7q5vb8sEby1koI0lOaczqB5nc3JlsNOZ+Y+eeN2xKtnOoGDtqE92xq"
    "8mtUVmUdqp/u33HkIm1ed87qSu0AWzKG2avvWsBi5c23afZZnPooD5Zsx7c8QtiK+gPYEA"
    "5804D9MP4snbNH2hgAdHg8qOhg1ibUEbiDoHBBmrLGNE5itr26ytWR4KclZZzqFG3UjMeS"
    "RIeQhSfl5xvGRim6sA087o6iSetU+tafJG5ZG9vFGKJIEN7oWCtOxXIeZgYzYUcx4JYlZa"
    "zFtMPG6qh9BrkEH05zc47WpTbPloBA8zE6DM5iP+KnLCJAgdAp9Vr8aHfz3m3opYlfju7v"
    "pff8m9Gbef7v8eD8+oHu9uP90UPb3K55qrQr/EGQlhvEGO0QwETpwYYur+MYhtJXe/OHFb"
    "ILZmZ0Y1Z+uLpGZeVdlqiON0Tx0Iz/nMzt4azQ2RnZ4bgw2RIoI3LvEPZOhz+BCNGDqwHO"
    "ul5sZ3yNk9uuzfmjtFww7HR+2LULFPhN/KKJSjRd+RsNlGrfpye/EomfAJ7yJmo90lEUt0"
    "hyGiW/6KuMFylVyNxcHdkOh1o8Twt+oWKeHWwmuQEu85Fe1Rkq0NmqNoXCg3dzdyNXIxQL"
    "vWKNC5Qw2bcnC+Q/WdL4rEeCR8L5lNsi6hGUinvpfhkZnqIvWT4lJMR8VAevZFHZ7HSxGd"
    "+yCHlx21ijiQ15rn/Kg1t+tymlkeXybU3xs7B/JZzywcJp3p+qhSLxXGOMfciwQhNvZiw7"
    "PtRirZNc+1TWyW+qhI2X/Qw7vNvWpSYRc6kde1dkV+NF7DDh5n0xp24dlUaBeyW6XqEJNX"
    "GyKmN0VoSHD7XWkocW5AygRXl6SmKI3q39uoRFXfwFXFdwHxcFXMA4jeHjm0JDh3VTq21P"
    "Tw1UEFl+IvWYwuJfG5fHApY8sVo0upXXJQcCmZC0JTI8wO4dgacdaI2NhIDg3tNLAEDRqP"
    "vdtNquJOdsDxMFSEnaLxoP7WUH+hN2BKbp2g3qU4qHdZLu4haMFR0354+HQvqOmJAcUwnj"
    "X3R/83si2vM10ts1LMAsv2Lcd7w/7sMRYLRlAuolfKey6mOBdWFfaAYt4zpO2P20zbn6+Q"
    "swyr/Xgha/H6UcRpt4y035slpqxBbkAOCbkBSucGbIIZXeBXPG+feMfIgQ7aNdS0OnvbHp"
    "xgPcMcP6Bwd0gB2vSCaW1zSGalIb/rcrFAsZjiBp1VClhox6DyvrC18LNkm6oEos17c4w2"
    "VYzF5k2qcmh4w1R+w6CtzWuSMrS1gbY2kyNHe7R4oaBm4VWIGRp0iGUJDToghQZSaOql0A"
    "iyPGQyaFrLuleC6PwqG8zYw2eYHJpllDxIozlZoGqzoW868w0ezFXyJF3JgrYa1T0jtlYL"
    "8+hz9BhdJxF0H4HuI8dIEa3uWJFudLy2FbltsKJ3RX7f7ep4aLxGlg0nQ3c7/1pOPNzLrE"
    "S02FWYADRMPZxe1Mk9pKPEJ/JdcIpvHA/zzLCK/KEUoiHLZ7WcsWcVztizsjMWecx/3YDr"
    "ElA753cnfNvIWQbcvopiqrMYDed1nbpIcVlkqSrSd5+wY5jWEntSE7qI064xURf1kc7CIu"
    "tmbv4CFuKjKvv5AyfRhRv1sC/DQd4qyxvCd69CzBC+g/CdmvQPob++PnRCNPQVNNgfKqsH"
    "dNjv1sWcxge5PuZc+LDKyZyPWHbqZY7tW2ifpVBq+Qte5ga+jCJOQ69RB+XuSjmOjpuK2j"
    "XX4E94XYYmpb3ZQd85IMhYZRkPy2cEif0NK9HB2u7Q2gaLcMAW4Q3y56sxxxbc35hUWYEz"
    "NgTOydE9beiJfj8Z2yIe32NyRdwEv3uz4vSyhllxWtzsUrOC3SqYcPQRHH7F4YwEoEH2St"
    "/BDDf8hJysVnFHmgwEuphVC6RBmxpBGrZYHAlADWGwv6eNMEzX4WhyQr9pPFybphytNbMJ"
    "HGodSvW9ShEwr1uf12tk4gYmfgYGXhy17fuG7U5yQJCxyjJeIMtuJOMcEGSssoyH5Y0FMT"
    "cUM/66sejjmkRWckhwuqssZfXzBhWRrHZ5boqcNtJi048uPfA/uLMxx//OLk+qvO+/u7M+"
    "ThJxA3/u7tdSTK+HWywU8oJHXpGUqva702/QznblnDcZiBreG61cxNEqxQ55kpjzeZQOhR"
    "+FQNS0zsyno8ShqGm5zWXQxE+WosDwUlolX+BICazp4E/Gg4e/6OGnf40XtxJSmYwHKotU"
    "zvAycJr0qs7gwK+n8rpj0+c1aTufwkC+KssX4sZt7SqujzgdmsS7SjweqCxSSTDyeOf0iC"
    "2GFKFBYlUPPfEznqG6FGcg2nF8WsseqzDHSgQn/jbJfTOLg41T5Y0TAp7airkUtjlOdOF6"
    "Y/0Yno5eCjBEdyZVMQa0sZgHDVL8NQ8oOEhuH4/HaxhQ6ODUbOnqbGjoJ1GWvbCI5xsLN+"
    "AcdiqmOI/ScB7X4VlMc4nl8AhAWZJzIOD4JY5BG9RWGyy9SkGz1gJFLJh3Kkua4K3bLDE9"
    "jwQpqyxlSHSEREddEh0zWTcet62DzOkvVCpfPL26OnR6AEzCF8dbk+XyRX+NkQjvRafN+P"
    "qnjyOCKeme743CqYPNkeWM0OjL47vR2nX81WQ0243oY9+MC9xJg7nN/qIUrXA0NPkbRpO/"
    "vbBKAhCbgglAQzOwit7YDHwrNAPfFs3A+IUq0yuc3FlIf6Hg7md5a9FgtijK6WcpAvo/VS"
    "tn3MRcecUsCUcMk9MXFbN0QqlUfXLH1mVbrHfk7r+oe3Sgd0T6LOV0hUfEfQ5/rvefamRb"
    "a8sfWR5VMDb0p9NcQ5H/M1xdJmOogD4D+sxQ1jDQZwamz6jvcxq+XqOo00lJ5Ubd8tr7vT"
    "RLik18CLhYoUlOGlcn8wUUgr4UgoVrm7y2jBUZBQkCkjYKKkE5acNbuc9SydkJQEN9q316"
    "V+w58lHHDAxCjiqHHDf0m/q85Um4O2QQUCtSqkBEhGDTmHH8WGJlOgc6QJcezmsicb6d+v"
    "bJMGLiubwhy3mSJDQD6XSGDo/Mox0JoQuZwzOch5qtUVwDWuD1NnrMEOfqi5xmFr0cofTv"
    "j+6/3N4e8zzLYTIqOrskZbRORtEfxBB0e5dJKvoneUf/M1i9qt+Mok+Bv3Tpp/rAzlYcc7"
    "xg+QGTKncYFbqPSR8t5/LZ7HTeQb+5PpQj6DdXw1fT/vkvBM+tjYV5+lJVr4IMSEOapxd1"
    "fGJ0lJDo8F7B6RjMfsdzKZ4zEB1ZrtUWYlrRFmJabgvh468ciiuOM4rGa8FvlZOxi/OMVv"
    "6a0y9GTHY8HshucnjUYmEEhMN3RcOTFKJdw5NOmsp4dE9rELnIwCByoXLkYmltsWMEmwYy"
    "LkBBzirLGWqZtRVzyfN7pMxlbFpozEtZDm9MqnwZ62RIq56MXP6vt0LTi8vDEoDBldG2Ky"
    "OU/J4wCTUuj9JCec7rcmfTGqrc2VSoybFbeUXu2TJ5GdXCBIVkPOT7cjIUVtharjhbqZDO"
    "FAB8cvj0rD9lOtbGw4FLDpcLy5ZaTOPx2qVJtn8WSaRDSJCbIjTcpdpPlNwiYiGHV5siPu"
    "0li4HjXqq9bE1OBAfLUVfLcVgZgqqIVrtELCXyLiYd9c2BLBdulktOq0Fbukp7/s4+lKYH"
    "9qQH9iCNqOrSafYZby1v/0FLfrPk3qTKdRbmgpFoaB/ZQHGCnnQeEBTLsXt9FMvRD+VzE1"
    "jESnQG0r8OfZx9vBNt+XnF05PF9mE8XkPrsH3zG0yRJvN8cKbI0WpBBiTU5kZIvwn2ilLa"
    "OMX+yN0Tblnno18QcfbfsaQz5u5X6o1hDyWjsyRyTuulSbrbeXQ/xPs7ng89mYahVUJPpu"
    "56MoHamDB7VYPZKyGzV5yQDeHsdw9rZNvi+GIM0inAeDZ9e5ksGOyXqjn8cHd9e1uOLYbr"
    "dYlMIY/xcJ1ohJ5hA1J2weOuQ8+wyPvO0XdTv7xY081GADr2jWamGxRNHmElqFRfEeGU6l"
    "dor9H4RipWMbahUFZM+xWTvuXLZRwlAO1qcK7q+DyvxD7Pq5LPU/1a36QJxhDnrjBUIq7Z"
    "E4dKhjh/+y7aC6uGZCJTCQByu1qPVtGPSZVgGWmkCBBH6+JYEmRKbaQJQIOFqFsv0Bw5vN"
    "yWCudxAtGmP2Mv/uPCuZqMRaf50Zp5OJSYqhy23bsLmog6j+xFyoo09RuckCEF41WIOdiY"
    "DcWcR4KYlRbzFpM4w7RmRCeD6E8vOu1WL2qvihEjMueEyMW+hBTRiptR4VejC18CRNCgrb"
    "XiZLpLV5bMFAJk5shkP7lkVpnxGVCjDUstIo9jyUNzdshQGEqGAnRnb6c7O5dQJzqk7UBC"
    "47PetCQ0s+FAu/t+cvGLGlcLhCZNy7RkNKNjSh8g0GWiV6Z+mJPsla8urkz4SouZOyxriE"
    "4YhI5ySuV58fcocQw1Hq9hKn37FZjHP4ZTc4IhI0OpjIz5yvWw0yTalQVC3FrlIAh4kcHx"
    "qR6Z4DI6jssIzMfhmo+f8cYl/pjbSym8M6kyG0k4ppcD1WyqHMQpEpm8GCgRAtNREcum/d"
    "audJp7vFSTqkPVYoSGBLdfyvLsEpOT41zRRCAG6EjvSa3TkNgwMcUn5fOQIP+xyZo8OJsw"
    "t0NLSTkLBLtfZRlDolOL9j6kiHRn70MaQ8tpDBB0H2wDvHeIqngmImOOkZ/cm1SZ+fNoVP"
    "eGvtCaFzrwqhIZM6B2Mu+hpd34T9eRMvjj8RoaTO0b/E944xsL4q7LDAsneQ6jTeHtQQUm"
    "JcXgOAvve7R7dH1k8xbe5F7lwmuiHV0t6TBYeWHl5eu0VVKIETr1Euw5j/95xYltVXfCjC"
    "A6kd5GH0y6lknsatFonUhsrWZyblvzJ8nWHClGJ0p7XgyG0RJFO9q3Fn6WpD2BAO0H0O5Z"
    "vkukmU9RQL4U+eqYLT8jO6SeZ7bs701eMlu2bBiYLWC2gNlyhLUbzJZxW2aLtcYOv+OL2O"
    "mZA2no+Ww/Ewesw7asw228P9edrAlAw4k6vbioMVPpKOFUDe+B/a3Ergb2N9jfetOuiAn4"
    "gxsQB9k/udSWFxy1XBwyqTIIf98PPqI5COfgHdMGjOQvo5VkIO3oJQqdJ9J+4oCHl2vumQ"
    "yVe2MK0iZvoOetcbbzseTWmECA8wOapMuu5xkQ8D44feSOHYsqdEpn7lZqIeHhquCYVmA3"
    "VEIpAcf0ERZvcEyPwTE9JMe04Ahv4WwVneA96PkKzmlwTg+IZXBOvx7awTn92ozBTxvsvE"
    "e7MccSjG9NqsxAlw4yTLQDGxBsQEg70KDO6gHZ3A5W4fXKpcCjIyAoBe9+3+++Cuy3d4RX"
    "9JrVNeni8RpadO0E9hRZVn9mmfyfw04wpaU1uVe5vIa1AH10B4wds3SBpPdyHectU7JHYB"
    "sL8FDWAPDAK6CC9Wwwq2F7vErqn+i3lY1+xBidaG8j/AGBpLaYjCr2ZH1oCUgnPnteEAhe"
    "YEIwh/uqFq8pRkMVupOgSOCvDc8NyFwq9pRHacj1ad2Gr1X9Xnlcr7FpBZwmRtVcpyjguj"
    "7Xc7TeIO4BONVsZ3HAd32+fUykZ3aMAZ4l5rXr+NyU5hemdQoDtuuxHZp2hOMMFTOdgWjI"
    "8rSOBiLWP0r8Wr4cudF4DZntZP6aeGvJaXYpQkeOW8+BmxH32ZOzUjIQDSm+rDOLL8WT+L"
    "I0h72d52MpvSJFAME1CLaRswy4TazFFGcxGpLc/kKxsdEc8wvRxCznQP3RPB4PiGRFQoLX"
    "mFjz1ZgTEIzuTKrCgSgdo0y6xWvJtTgw2i+O4W0xkS1CyEA0XFU7cWCyl0qC4Wi4hux2ZA"
    "ALXA3iI6TFboYezpDukO0Kcls7Lfqom9m3/wdCE+Uw"
)
