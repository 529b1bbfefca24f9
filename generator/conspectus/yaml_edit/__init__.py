"""Editing the curator's YAML in place: only the lines concerned change; comments, quotes and layout stay.

    draft = Draft.of(project)
    draft = draft.edited("content/taxonomy/topic.yaml", lambda sheet: with_item(sheet, way, "papers", "snapkv"))
    pipeline.survey(draft, cache)         # the survey as it would be
    diff(draft.edits)                     # what would be written, as a unified diff
    write(project, draft.edits)           # EditError if somebody saved one of the files meanwhile

What changes is a `Sheet`: a file's text and the values in it, which know the characters they are written with.

    sheet         reading one, and finding a value in it
    entries       a key set or removed, an item added to a list or removed from it, a text
    rewording     words in place of others: scalars, keys, pieces of prose
    splices       pieces of text replaced, and the result compared with the intended values
    formatting    a whole file in order

Each edit takes a sheet and returns a changed one; edits of categories and records are in `conspectus.curation`. The
result is read again: unless it has exactly the intended values and all comments, the edit is refused (`EditError`),
with the line to edit by hand. Nothing but `write` touches the disk.
"""

from conspectus.yaml_edit.draft import Draft
from conspectus.yaml_edit.edit import Edit, EditError, diff
from conspectus.yaml_edit.sheet import Sheet, Way
from conspectus.yaml_edit.writing import write
