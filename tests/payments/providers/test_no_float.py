"""Money is counted in integers and converted with Decimal: there is no float in app/payments."""

import ast
from pathlib import Path

MODULES = sorted((Path(__file__).parents[3] / "app" / "payments").rglob("*.py"))


def test_no_amount_is_ever_a_float() -> None:
    assert MODULES
    floats = [
        f"{path.name}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text()))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
    ]
    assert not floats
