"""Why a server does not start, or does not take over from another one."""


class ServerFailure(Exception):
    """The server cannot be started. The message tells the operator why."""
