"""The files of batches in the data directory: `batches/<id>.zip` and `<id>.pdf`."""

from app.kernel import installation
from app.kernel.id_files import IdFiles

ZIP, SHEET = "zip", "pdf"
FILES = IdFiles(lambda: installation.current().batches_dir)
