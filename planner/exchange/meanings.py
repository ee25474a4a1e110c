"""What records and their fields are for, as their docstrings say it.

Read from the source, for the schema and the reference pages, which are made when the project is
built and never while it runs.
"""

import ast
import inspect
import re
from collections.abc import Mapping
from itertools import pairwise
from textwrap import dedent

from planner.records import Record

ID_MEANING = "Never changes; where left out, it is made from what names the record."


def meaning_of(kind: type[Record]) -> str:
    """Return what a kind of record is, in one paragraph."""
    return _one_line(inspect.getdoc(kind) or "")


def meanings_of_fields(kind: type[Record]) -> Mapping[str, str]:
    """Return what the fields of a kind are for; those whose names say it are left out."""
    (source,) = ast.parse(dedent(inspect.getsource(kind))).body
    meanings = {"id": ID_MEANING}
    for field, text in pairwise(source.body if isinstance(source, ast.ClassDef) else ()):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            meanings[field.target.id] = _one_line(str(text.value.value))
    return meanings


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
