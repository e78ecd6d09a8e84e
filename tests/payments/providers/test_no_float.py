"""Money is counted in integers and converted with Decimal: there is no float in app/payments."""

import ast
from pathlib import Path

MODULES = sorted((Path(__file__).parents[3] / "app" / "payments").rglob("*.py"))


def test_no_amount_is_ever_a_float() -> None:
    """Modules that draw with reportlab have positions on a sheet, which are floats."""
    texts = {path.name: path.read_text() for path in MODULES}
    assert texts
    floats = [
        f"{name}:{node.lineno}"
        for name, text in texts.items()
        if "from reportlab" not in text
        for node in ast.walk(ast.parse(text))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
    ]
    assert not floats
