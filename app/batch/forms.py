"""The form of a batch: a table, uploaded or pasted, and what is chosen beside it."""

from __future__ import annotations

from quart import request

from app.batch.columns import LINK
from app.batch.models import Batch
from app.batch.options import SWITCHES, Options
from app.batch.table_reader import decoded
from app.kernel.refusal import Refusal
from app.web.forms import Form


class BatchForm(Form):
    """Fields: kind, typed, the file `table`, and those of Options."""

    @classmethod
    async def submitted(cls) -> BatchForm:
        return cls((await Form.submitted()).values)

    @classmethod
    def begun(cls, kind: str = LINK) -> BatchForm:
        """An empty form with what is usual."""
        return cls(_written(Options()) | {"kind": kind})

    @classmethod
    def of(cls, batch: Batch) -> BatchForm:
        """The form filled from a draft."""
        return cls(_written(batch.chosen) | {"kind": batch.kind, "typed": batch.typed})

    def blame(self, refusal: Refusal) -> BatchForm:
        super().blame(refusal)
        return self

    @property
    def options(self) -> Options:
        """Refusals: those of Options.of, by field."""
        return Options.of(self.values | {name: self[name] for name in SWITCHES})

    async def table(self) -> str:
        """The table: that of the file, where one came along, or else what was pasted. Refusals: those of `decoded`."""
        uploaded = (await request.files).get("table")
        if uploaded and uploaded.filename:
            self.values["typed"] = decoded(uploaded.read())
        return self["typed"]


def _written(options: Options) -> dict[str, str]:
    return {name: ("on" if value else "") if isinstance(value, bool) else str(value)
            for name, value in options.as_dict().items()}
