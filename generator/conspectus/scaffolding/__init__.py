"""What a new survey begins with: its files, and how its workflow installs the Conspectus that created it."""

from conspectus.scaffolding.origin import Origin, installed
from conspectus.scaffolding.place import in_the_way, present, remote
from conspectus.scaffolding.starter import IGNORED, Plan, files, ignoring
from conspectus.scaffolding.wheel import NoMetadataError
