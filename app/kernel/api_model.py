"""The base class of the models of requests and answers."""

from pydantic import BaseModel, ConfigDict


class ApiModel(BaseModel):
    """A model whose validator is built when it is first used.

    Building all of them, some two hundred, took a tenth of a start and 8 MiB, and few servers use most of them
    (https://docs.pydantic.dev/latest/api/config/#pydantic.config.ConfigDict.defer_build).
    """

    model_config = ConfigDict(defer_build=True)
