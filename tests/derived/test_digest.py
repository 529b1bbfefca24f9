"""Under which name a value could be kept anywhere."""

from __future__ import annotations

import subprocess
import sys

from conspectus.derived import digest
from conspectus.diagnostics import Span


def test_an_address_is_the_same_in_every_process_and_another_for_other_inputs() -> None:
    span = Span("content/papers/a.yaml", 3)
    code = (
        "from conspectus.derived import digest; from conspectus.diagnostics import Span;"
        "print(digest('words', (Span('content/papers/a.yaml', 3), None, 1.5)))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()

    assert digest("words", (span, None, 1.5)) == other
    assert digest("words", (span, None, 1.25)) != other
