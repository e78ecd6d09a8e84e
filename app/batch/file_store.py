"""The files of batches in the storage: `batches/<id>.zip` and `<id>.pdf`."""

from app.kernel.id_files import IdFiles

ZIP, SHEET = "zip", "pdf"
FILES = IdFiles("batches")
