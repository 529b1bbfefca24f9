"""Text with markup: TeX in titles and abstracts, Markdown in the curator's prose."""

from conspectus.text.markup import Text
from conspectus.text.prose import Citation, Image, Prose
