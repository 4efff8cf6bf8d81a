"""An auto-graded exercise framework for NumPy and neural-network basics."""

__version__ = "0.1.0"
