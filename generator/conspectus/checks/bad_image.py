"""An image cannot be published.

    content/images/photo.png      # 12 MiB
    content/images/lamp.svg       # has a script

PNG, JPEG, GIF, WebP, AVIF and SVG files are published, of at most 5 MiB and 40 million pixels. An SVG may only draw: a
browser runs its scripts, and loads the files that its styles and pictures name, when it is opened by its own address.
Export drawings as “plain SVG”, and photos in the size in which they are shown; 1,600 pixels are wide enough for any
screen.
"""

from conspectus.diagnostics import Severity

CODE = "W008"
SEVERITY = Severity.ERROR
