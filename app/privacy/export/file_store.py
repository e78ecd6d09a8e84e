"""The files of exports in the data directory: `exports/<id>.zip`."""

from app.kernel import installation
from app.kernel.id_files import IdFiles

ZIP = "zip"
FILES = IdFiles(lambda: installation.current().exports_dir)
