"""Conspectus: a literature survey as a static website."""

__version__ = "0.1.0"
