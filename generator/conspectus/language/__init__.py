"""Languages of the user interface: its strings, and how dates, numbers, lists and names are written and sorted."""

from conspectus.language.collation import sort_key
from conspectus.language.language import ENGLISH, Language, canonical, load, marked, shipped, shipped_tags
from conspectus.language.messages import File
from conspectus.language.scripts import Written, is_right_to_left, written_in
