"""What `kliqs doctor` says about the connections that PostgreSQL gives to Kliqs."""

from app.kernel.connection_budget import connection_budget
from app.ops.finding import Finding


async def check_connections() -> Finding:
    """Whether there is room for at least one process; how many there are on all machines is not known here."""
    budget = await connection_budget()
    if warning := budget.warning(1):
        return Finding(warning, False)
    return Finding(
        f"PostgreSQL gives Kliqs {budget.room} connections: enough for {budget.processes} processes with "
        f"{budget.each} each."
    )
