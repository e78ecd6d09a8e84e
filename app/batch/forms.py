"""The form of a batch: a table, uploaded or pasted, and its options."""

from __future__ import annotations

from quart import request

from app.batch.columns import LINK
from app.batch.models import Batch
from app.batch.options import SWITCHES, Options
from app.batch.table_reader import decode_file
from app.kernel.refusal import Refusal
from app.web.forms import Form


class BatchForm(Form):
    """Fields: kind, typed, the file `table`, and those of Options."""

    @classmethod
    async def submitted(cls) -> BatchForm:
        """The form of the current request."""
        return cls((await Form.submitted()).values)

    @classmethod
    def with_defaults(cls, kind: str = LINK) -> BatchForm:
        """An empty form with the default options."""
        return cls(_to_form_values(Options()) | {"kind": kind})

    @classmethod
    def of(cls, batch: Batch) -> BatchForm:
        """The form filled with the values of a draft."""
        return cls(_to_form_values(batch.parsed_options) | {"kind": batch.kind, "typed": batch.typed})

    def blame(self, refusal: Refusal) -> BatchForm:
        """Show a refusal at its field."""
        super().blame(refusal)
        return self

    @property
    def options(self) -> Options:
        """The options in the form. Raises: those of `Options.of`, each with its field."""
        return Options.of(self.values | {name: self[name] for name in SWITCHES})

    async def table(self) -> str:
        """The text of the uploaded table, or else the pasted one. Raises: those of `decode_file`."""
        uploaded = (await request.files).get("table")
        if uploaded and uploaded.filename:
            self.values["typed"] = decode_file(uploaded.read())
        return self["typed"]


def _to_form_values(options: Options) -> dict[str, str]:
    """The options as a form sends them: `on` or nothing for a boolean."""
    return {
        name: ("on" if value else "") if isinstance(value, bool) else str(value)
        for name, value in options.as_dict().items()
    }
