"""The tables of this package. Each is described in the module that it comes from."""

from app.blocklists.block_list import BlockList, BlockListChunk
from app.blocklists.blocked_host import BlockedHost

__all__ = ["BlockList", "BlockListChunk", "BlockedHost"]
