"""Editing the curator's YAML in place: only the lines concerned change; comments, quotes and layout stay.

    draft = Draft.of(project)
    draft = draft.edited("content/taxonomy/topic.yaml", lambda sheet: with_item(sheet, way, "papers", "snapkv"))
    pipeline.survey(draft, cache)         # the survey as it would be
    diff(draft.edits)                     # what would be written, as a unified diff
    write(project, draft.edits)           # EditError if somebody saved one of the files meanwhile

What changes is a `Sheet`: a file's text and the values in it, which know the characters they are written with.

    sheet         reading one, and finding a value in it
    entries       a key set or taken away, an item added to a list or taken from it, a text
    rewording     words in place of others: scalars, keys, pieces of prose
    splices       what those are made of: pieces of text replaced, and the outcome compared with what was meant
    formatting    a whole file in order

Each edit takes a sheet and gives another; those of categories and records are in `conspectus.curation`. What comes of
it is read again: unless it says exactly what it should and has all its comments, the edit is refused (`EditError`),
with the line to edit by hand. Nothing but `write` touches the disk.
"""

from conspectus.yaml_edit.draft import Draft
from conspectus.yaml_edit.edit import Edit, EditError, diff
from conspectus.yaml_edit.sheet import Sheet, Way
from conspectus.yaml_edit.writing import write
