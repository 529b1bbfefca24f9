"""From records to papers: identifiers, matching, merging."""

from conspectus.library.bylines import by_others
from conspectus.library.regrouping import Merged, merge
