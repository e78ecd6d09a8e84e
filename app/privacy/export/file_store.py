"""The files of exports in the storage: `exports/<id>.zip`."""

from app.kernel.id_files import IdFiles

ZIP = "zip"
FILES = IdFiles("exports")
