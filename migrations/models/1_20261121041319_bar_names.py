from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
# Foreign keys are off before it: rebuilding a parent table would otherwise empty its children.
UPGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "names" ADD "barred_by" CHAR(36);""",
    "postgres": """
        ALTER TABLE "names" ADD "barred_by" UUID;""",
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        ALTER TABLE "names" DROP COLUMN "barred_by";""",
    "postgres": """
        ALTER TABLE "names" DROP COLUMN "barred_by";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtv4zYW/SuCP80C3VnHjp10sVjAzmS26SROMXHaRYuBQEu0TVgWXZFKxtvmvy8p6y"
    "1RlmRLI6n8Esckrx7n8nHug/QfvS3WoUHeTzQN2ybt/VP5o2eCLWT/xKu+U3pgtwsqeAEF"
    "C8NpCw6NnEKwINQCGr/YEhgEsiIdEs1CO4qwyUpN2zB4IdZYQ2SugiLbRL/bUKV4BekaWq"
    "zity+sGJk6/AqJ93W3UZcIGnrkaZHO7+2Uq3S/c8qen+8+fHRa8tstVA0b9tYMWu/2dI1N"
    "v7ltI/09l+F1K2hCC1Coh16DP6X7xl7R4YlZAbVs6D+qHhTocAlsg4PR+9fSNjWOgeLcif"
    "+5/Lf7aKFmqjp7nKtPt3NV7RXATsMmxx1xLTBg3g7XDQBxSnv8Bjc/TD6/G47/5kCACV1Z"
    "TqUDV+/NEQQUHEQd0AOU4RYgIwn0zRpY6UD7AjGs2aNWg7IHUAWQ9rbgq2pAc0XX7OtgdJ"
    "mB8c+Tzw7MrJWDM2Yj4jBUZm7V4FDH8Q7wdT4LwOu1Pw+6XkEAbzCAa8f3up8D3uu+EF1e"
    "FQV3Bwh5xZaurgFZF0E5IdhBuAf9PHizVuLu3E8gbgBzZYNVoS4dlukiznlQFmMcR5iiLV"
    "T/h81CEEeE6sO4NyEI/ONHsAEWBVWte1G0x3nm6LF4ih4nZmjGS4pN0b5AjUCTPaFwWw/E"
    "13mmafEsnZik2fhXiy6DEaEacV5aENaD8sU4B8wXYyHOvCo2NyNzQ1QDbRFNQn1nUsHsHJ"
    "WKYY0OdsIRrF3O1pj5ecUf4u+Di8ury+vh+PKaNXGe0y+5ysD+bjaPAWtB9lqEFsc2KSjh"
    "TcJ76IE2gSkG35Fu6wmVgrXUDNFvCagbuC+MaURGQhqHFC9VxmJVkDIDfGCQcA6WjmtEMI"
    "ar7kq+9/5pIR/OQHF+93D7NJ88/MQvvyXkd8OBazK/5TUDp3QfK30XX/T8iyi/3M1/UPhX"
    "5dfH2W3c3eG3m//a488EbIpVE7+qQA9j4hV7RRElaxbkwJfQclRSqrlxauaexuUm5AXjBQ"
    "ugbV6BpauRmqA/EEgIw4kke8PUlfz46TM0gANmUu+uy/XpcJX2Kj0odflIwsl1IkIz0OYx"
    "kQ0P2CGVr62nITTZoU9w31WMbJLqVSoC0LN3iS7i4/Dd0/C5Z5foKjwUrE5EZw5WXQKHr2"
    "14gEWrXbJqO9jGS4DJBpTu3pvfKbaapcQWQwudOLYYXlNlbLG7sUUdrSBJ4dFit18g0bno"
    "4vkd1zp8QVohr2og0cE4zPnDi9IWLDNhtMIWjMY0CVUJhGYJRcdlpaobrWr4dYfY5UooOi"
    "pZj5rrXKy6pGU3d00txvKiUudke43V7BFul3CYJSBO4vsRWxCtzE9w76B8xx4FmKmcI5mN"
    "2EpcE6YXK7bAq290xPoVA4C9NqQHpjZ5upl8uO29iT2RVdpxs4MyE0ac54sTW3C+w6855t"
    "sUrYSBrdQhnRLRctXXXIviENH6fjAYDq8G/eH4enR5dTW67vuhrWRVVoxrevcfHuaKTNRe"
    "3Ets1i2xoafFFcV2RyAhzbqjZh1Z41ezCLq+QAeNuvPDu+bXKc7/QmJnIH8Ny+joEvlbAM"
    "tilvdiX4T7RYROoH7t0etRt56k01ViysM5BQENiVTaQ9sBprRN6rJN4t32DLjmjEQ2sq8e"
    "xTQ0TiOAsvsrs+f7+29l7bn5A2kbAv3Mgoz9gKEchuYYfTJmd+6YndyvFtgeeQJKY3FAaZ"
    "wIKMmAaKWm3RJZhKpLbFuFnBMRqQ724zw4i2FOoOyEvIqCHBGSGB/DWEaeyyx7rfNVOKOC"
    "b7goG3kOyUqvVJM1bcEXvCml56ik1HKTtSw9ZdK50xxHxGmB57Om5jOtdC47v0pfjY9Xir"
    "cmjOVRf43qK++o06Y3+elO8XYsK07XgbqCTAUoz/MbZYtNuv5OWewVdtn3vRh2hYVTHEG/"
    "8Q2ozqTOW/e+yGyANmQDHJSVUIDYFPQFOmgGZsHrmYFXQjPwKm4GegMqCe/RIwfydfE2AH"
    "z+jfEF+VkgUS03awrtLk/O3Pn7VGLWtY2OcWIWdKgmZQMKCUdOtlEB03AZLENxDRULvzqf"
    "TrWxV5wzVRREGKXYsU+zPCcpfptU9hIyTSSDkQymLbOWZDAtYzDN9zK1n8k01M3USDrT3A"
    "0OTp5RCqPx8o/EhMY/bqHSXJcIZ4hG7hiYX2QqzDdNhSFrbFGGo14oISYq1UGGUMVGdkKR"
    "6biQVdsqdBp5imgHIR/0L/McysqbZRzmfJk4mpUiahQ8Z9gVqPFI1qomjRpOyw4/WbFOHR"
    "brHNajXFiPMrAeJbE2MU07gywjc9ET6By+rCfm7MyZvTkBcYN2z8skhupOwDSQthEddZzl"
    "lYoJduio41ocVI35WYum6aD6dXqJLcfYZO9rpUQwphgbEJiC9OG4bAzzBROuaj3xzK56Z7"
    "Tp4+N9ZDKb3sW69Oz5YXr7+d2FowPWCFFBT7egztYFjaqEAmqnLN9PW2AYGa7ChHh9HsNh"
    "f1DtrDMcXI39eYZ/yZpZnh4m9/dJgF8QUMEOFezTIakae7Nf0truvMSGgV/TzkbIWjfDUp"
    "05db3mJZNoIPWM5gzYfRGJeTnM3T0dh85bNoM9Ji9NgyabBjtQcrNCRFDquMk6Bpa2Ri+l"
    "tBwTlXpusp4XBtbK7UiJSkott0HLr+sUu1bsSIiJdc5DWokH+hD2LjOiopK1jKiGbARq3Y"
    "CSO3P/Emq2d3pJNUclpZobreYXaJHU4KzQaxCSqM9vcFHVoigzE2VmYnuBrW0HbH2/b9ZM"
    "U+jsm1+P/XDTAzD3c8z/5uzLJX+96Zvufsjoxc5bqbGsVfcdLd7XGMFI/jKYG4ncOKe8cW"
    "Tdju+rxa0JnVBH1xa2V2u/1FNH6lhh5WoC4bfMDFz+zCkJuO6riPNvvec4b/ptJN/WPZRa"
    "btJpUHBBnkuXw3kxHOTwXQwHQtcFr0rELb/xie6NAvj8Gc6SGEti3B1ifDbyJ/hR08Lsr+"
    "wvm7aK/nkvGed/PoOO0r8QyYvzv4AZnkT/fENAfOQwtJC2TiOAbk0mBwRBm8YcOPxXYXsn"
    "uoTEPE7ocRNzDbHLrQtkYzAa5UloHY3ECa28LsY32KAqgLDbvIPoXuQK9F1kBPoukoE+dk"
    "cK05jGj0+PM0HwJxCJhwSQRpU/FQORFhOONHA5GJE4gIfpu4fJf+Nw39w/TuOUj19gmsb5"
    "6txM/PZ/ITZz3g=="
)
