"""The preview: the site as it would be built now, on this machine alone, changing as the content changes."""

from conspectus.preview.server import PreviewServer
from conspectus.preview.state import Preview, Steps
from conspectus.preview.watcher import Watcher
