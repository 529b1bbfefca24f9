"""Editing the curator's YAML in place: only the lines concerned change; comments, quotes and layout stay.

    draft = Draft.of(project)
    draft = draft.edited("content/taxonomy/topic.yaml", lambda sheet: categories.with_pin(sheet, "kv-cache", "snapkv"))
    pipeline.survey(draft, cache)         # the survey as it would be
    diff(draft.edits)                     # what would be written, as a unified diff
    write(project, draft.edits)           # EditError if somebody saved one of the files meanwhile

`conspectus.curation.placing` says what to edit so that a paper stands where it is wanted, and gives such drafts. Here
is how:

    categories    with_pin, without_pin, with_exception, without_exception, with_id
    records       with_place, without_place, with_only_place, with_summary, with_id, with_record
    splicing      the small edits those are made of: a key, an item of a list, a text

Each takes the layout of one file (`Sheet`) and gives another. What comes of it is read again: unless it says exactly
what it should and has all its comments, the edit is refused (`EditError`), with the line to edit by hand. Nothing but
`write` touches the disk.
"""

from conspectus.yaml_edit.draft import Draft
from conspectus.yaml_edit.edit import Edit, EditError, diff
from conspectus.yaml_edit.layout import Sheet, Way
from conspectus.yaml_edit.writing import write

__all__ = ["Draft", "Edit", "EditError", "Sheet", "Way", "diff", "write"]
