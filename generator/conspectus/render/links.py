"""Where links and images in the curator's Markdown may lead."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

from conspectus.model.identifiers import http_url
from conspectus.text.links import below_root, inside
from conspectus.text.prose import Image

KEPT = "/%:@!$&'()*+,;=~-._"


class Links:
    """The rules for addresses in prose of a site whose root is at the path `root`.

    An address without a scheme counts from the site's root, wherever the prose is shown: the same summary stands on
    the page of its paper, on the cards of many categories and in a feed.
    """

    def __init__(self, root: str) -> None:
        self._root = root

    def inside(self, url: str) -> str:
        """An address in the site from one below its root; `..` cannot lead out of it."""
        parts = urlsplit(url)
        path = below_root(parts.path)
        query = f"?{quote(parts.query, safe=KEPT + '?')}" if parts.query else ""
        fragment = f"#{quote(parts.fragment, safe=KEPT)}" if parts.fragment else ""
        return self._root + quote(path, safe=KEPT) + query + fragment

    def address(self, url: str) -> str | None:
        """A link's address: the web's with http or https, a mail address, or one in the site; None for all others."""
        url = url.strip()
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.scheme in ("http", "https"):
            return http_url(url)
        if parts.scheme == "mailto":
            return url
        if parts.scheme or parts.netloc or not url.isprintable() or "\\" in url:
            return None
        return url if url.startswith("#") else self.inside(url)

    def follow(self, link: Element) -> None:
        """Put a link right, or leave only its words; one that leads out of the site gets `rel=noopener`."""
        address = self.address(link.get("href", ""))
        if address is None:
            link.tag = "span"
            link.attrib.clear()
            return
        link.set("href", address)
        if address.startswith(("http:", "https:")):
            link.set("rel", "noopener")

    def show(self, image: Element, known: Mapping[str, Image]) -> None:
        """Put an image right; one that is not in the site is left out, and its description stays.

        `known`: the survey's images by their urls. Their size is written down, so that text does not move when they
        come, and their version, so that a changed image is not taken from a browser's cache.
        """
        source = image.get("src", "")
        address = self.address(source)
        if address is None or not address.startswith("/"):
            description = image.get("alt", "")
            image.tag, image.text = "span", description
            image.attrib.clear()
            return
        image.set("src", address)
        image.set("loading", "lazy")
        place = inside(source)
        own = known.get(place.path or "") if place else None
        if own:
            image.set("src", f"{self.inside(own.url)}?{own.version}")
            for name, size in (("width", own.width), ("height", own.height)):
                if size:
                    image.set(name, str(size))
