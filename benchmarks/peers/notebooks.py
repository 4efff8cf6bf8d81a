"""Notebooks as peers take them, written without their libraries."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def cell(number: int, text: str, metadata: dict[str, Any] | None = None) -> Any:
    """Return a cell of code."""
    return {
        "cell_type": "code",
        "id": f"cell{number}",
        "metadata": metadata or {},
        "source": text,
        "outputs": [],
        "execution_count": None,
    }


def write(path: Path, cells: Iterable[Any]) -> None:
    """Write a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {
        "cells": list(cells),
        "metadata": {"kernelspec": KERNEL, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(document), "utf-8")


def plain(path: Path, sources: Iterable[str]) -> None:
    """Write a notebook of cells of code."""
    write(path, (cell(number, text) for number, text in enumerate(sources)))
