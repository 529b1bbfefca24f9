"""How much of a value a message quotes: whoever reads it sees the place in the file, too."""

from __future__ import annotations

import re

MOST = 120
"""Characters of a quoted value, such as a date, a DOI or an id."""

LONGEST = 2000
"""Characters of a message, whatever it quotes."""

LONG_QUOTE = re.compile(rf"`([^`]{{{MOST}}})[^`]{{2,}}`")


def brief(message: str) -> str:
    """A message in which each long value between backticks is cut, and which itself has an end."""
    if len(message) <= MOST:
        return message
    message = LONG_QUOTE.sub(r"`\1…`", message)
    return message if len(message) <= LONGEST else f"{message[: LONGEST - 1]}…"
