"""Lets the applications of one process share what Jinja compiles: a test that makes its own would compile all again."""

from jinja2.bccache import Bucket, BytecodeCache
from quart import Quart


class MemoryCache(BytecodeCache):
    """Keeps the code of templates in memory, by their names and the digests of their sources."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Puts the code of a template into a bucket, if its source was compiled before."""
        if code := self.codes.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code in a bucket."""
        self.codes[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def compile_templates_once() -> None:
    """From now on, each template of an application made in this process is compiled once."""
    Quart.jinja_options = {**Quart.jinja_options, "bytecode_cache": MemoryCache()}
