"""A kind that pages made by hand can be of: their addresses are anything."""

from __future__ import annotations

from conspectus.model.site import Kind

ANY = Kind("any", ("", "{name}", "{folder}/", "{folder}/{name}/"))
