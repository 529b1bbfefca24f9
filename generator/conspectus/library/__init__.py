"""From records to papers: identifiers, matching, merging."""

from conspectus.library.regrouping import Merged, merge
