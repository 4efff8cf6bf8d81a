"""Loads what is kept of a submission: from sources to functions."""

import ast
import random
import sys
import types
from collections.abc import Collection, Iterable
from copy import copy
from typing import Any

import numpy as np

from .sites import Watch, watched


def define(
    units: list[dict[str, Any]], provided: dict[str, Any], watch: Watch | None = None
) -> list[Any]:
    """Run the sources of `units` and return the function of each, None where it is not.

    `provided` are functions by name, for units that use them; units come after what
    they use. With a `watch`, their calls go through it.
    """
    provided = dict(provided)
    functions = []
    for unit in units:
        function = _define(unit, provided, watch)
        provided[unit["names"][0]] = function
        functions.append(function)
    return functions


def reseed(seed: int) -> None:
    """Make chance repeatable for who uses it without a seed: same seed, same bytes."""
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002 - student code may use it


def _define(unit: dict[str, Any], provided: dict[str, Any], watch: Watch | None) -> Any:
    supplied = {name: provided[name] for name in unit["uses"]}
    module = types.ModuleType("submission")
    # Dataclasses and the like look their module up by name.
    sys.modules["submission"] = module
    namespace = module.__dict__
    namespace.update(supplied)
    namespace.update(watch.names() if watch else {})
    for label, source, keep, names in unit["pieces"]:
        kept: str | ast.Module = source
        if keep is not None or watch:
            kept = _kept(source, label, keep, names)
            kept = watched(kept, label) if watch else kept
        exec(compile(kept, label, "exec"), namespace)  # noqa: S102 - its purpose
        namespace.update(supplied)
    for name in unit["names"]:
        if name in namespace:
            return namespace[name]
    return None


def _kept(
    source: str, label: str, keep: Iterable[int] | None, names: Collection[str]
) -> ast.Module:
    """Return the tree of the statements to keep, all of them without `keep`."""
    tree = ast.parse(source, label)
    if keep is not None:
        tree.body = [_narrowed(tree.body[index], names) for index in keep]
    return tree


def _narrowed(node: ast.stmt, names: Collection[str]) -> ast.stmt:
    """Return an import of several names without those that are not needed."""
    if not (names and isinstance(node, ast.Import | ast.ImportFrom)):
        return node
    kept = [
        alias
        for alias in node.names
        if (alias.asname or alias.name.partition(".")[0]) in names
    ]
    if not kept or len(kept) == len(node.names):
        return node
    narrow = copy(node)
    narrow.names = kept
    return narrow
