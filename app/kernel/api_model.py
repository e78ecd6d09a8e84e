"""The base class of the models of requests and answers."""

from pydantic import BaseModel, ConfigDict


class ApiModel(BaseModel):
    """A model whose validator is built when it is first used.

    Few servers use most of them, some two hundred, and building all took 0.1 seconds and 3 MiB of each start
    (https://docs.pydantic.dev/latest/api/config/#pydantic.config.ConfigDict.defer_build).
    """

    model_config = ConfigDict(defer_build=True)
