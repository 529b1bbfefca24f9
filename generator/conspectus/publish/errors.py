"""What can go wrong in publishing."""

from __future__ import annotations

from conspectus.diagnostics import HintedError


class PublishError(HintedError):
    """The site could not be written, and was left unchanged; the message says why and what to do."""


class HalfWrittenError(PublishError):
    """A change of the site was begun and could not be completed: some of its files are old, and some new."""
