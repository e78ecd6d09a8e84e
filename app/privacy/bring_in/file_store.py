"""The files of imports in the storage: `imports/<id>.zip`, the export; and `<id>.csv`, a table as uploaded."""

from app.kernel.id_files import IdFiles

ZIP, TABLE = "zip", "csv"
NEW = 600  # seconds in which an upload may not be committed yet
FILES = IdFiles("imports")
