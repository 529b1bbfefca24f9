"""What the preview's pages may have done: an edit proposed, saved, undone."""

from __future__ import annotations

from collections.abc import Callable

from conspectus.preview.answers import Answer, as_json, refusal
from conspectus.preview.edits import Edits, Proposal, RefusedError, edit_request, texts


def propose(data: object, edits: Edits) -> dict[str, object]:
    """An edit request; answered with what it comes to."""
    proposal = edits.propose(edit_request(data))
    return {
        "message": proposal.message,
        "fingerprint": proposal.fingerprint,
        "diff": proposal.diff,
        "moves": proposal.moves,
    }


def save(data: object, edits: Edits) -> dict[str, object]:
    """`request`, and the `fingerprint` of what was proposed; answered with what was done."""
    if not isinstance(data, dict) or set(data) != {"request", "fingerprint"}:
        raise ValueError("expected an object with request, fingerprint")
    fingerprint = texts({"fingerprint": data["fingerprint"]}, "fingerprint")["fingerprint"]
    return {"message": edits.save(edit_request(data["request"]), fingerprint).message}


def undo(data: object, edits: Edits) -> dict[str, object]:
    """The `fingerprint` of the last edit; answered with what was undone."""
    return {"message": edits.undo(texts(data, "fingerprint")["fingerprint"]).message}


ACTIONS: dict[str, Callable[[object, Edits], dict[str, object]]] = {"propose": propose, "save": save, "undo": undo}
"""What can be done, by its name below the preview's own folder."""


def answered(name: str, data: object, edits: Edits) -> Answer:
    """The answer to what was posted: JSON, or a line of text with what is wrong."""
    try:
        return as_json(ACTIONS[name](data, edits))
    except ValueError as error:
        return refusal(400, f"Bad request: {error}.")
    except RefusedError as error:
        return refusal(error.status, str(error))


def last(proposal: Proposal | None) -> dict[str, str] | None:
    """The edit that Undo would revert, as it is sent to pages."""
    return {"message": proposal.message, "fingerprint": proposal.fingerprint} if proposal else None
