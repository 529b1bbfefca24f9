"""What the preview's pages may post: have an edit proposed, saved, undone."""

from __future__ import annotations

from collections.abc import Callable

from conspectus.preview.answers import Answer, as_json, refusal
from conspectus.preview.edits import Edits, Proposal, RefusedError
from conspectus.preview.wishes import texts, wish


def propose(data: object, edits: Edits) -> dict[str, object]:
    """A wish; answered with what it comes to."""
    found = edits.propose(wish(data))
    return {"said": found.said, "mark": found.mark, "diff": found.diff, "moves": found.moves}


def save(data: object, edits: Edits) -> dict[str, object]:
    """`wish`, and the `mark` of what was proposed; answered with what was done."""
    if not isinstance(data, dict) or set(data) != {"wish", "mark"} or not isinstance(data["mark"], str):
        raise ValueError("an object is expected with wish, mark")
    return {"said": edits.save(wish(data["wish"]), data["mark"]).said}


def undo(data: object, edits: Edits) -> dict[str, object]:
    """The `mark` of the last edit; answered with what was undone."""
    return {"said": edits.undo(texts(data, "mark")["mark"]).said}


POSTS: dict[str, Callable[[object, Edits], dict[str, object]]] = {"propose": propose, "save": save, "undo": undo}
"""What can be posted, by its name below the preview's own folder."""


def answered(name: str, data: object, edits: Edits) -> Answer:
    """The answer to what was posted: JSON, or a line of text with what is wrong."""
    try:
        return as_json(POSTS[name](data, edits))
    except ValueError as error:
        return refusal(400, f"This is not what is expected: {error}.")
    except RefusedError as error:
        return refusal(error.status, str(error))


def last(proposal: Proposal | None) -> dict[str, str] | None:
    """What would be undone next, as pages are told."""
    return {"said": proposal.said, "mark": proposal.mark} if proposal else None
