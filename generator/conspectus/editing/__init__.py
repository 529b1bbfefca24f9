"""Aids for whoever edits the content: what an edit did, what a rule would do, what an editor may know."""
