"""Links and images in Markdown, found as the renderer finds them."""

from __future__ import annotations

import pytest

from conspectus.text.links import Inside, inside, links

TEXT = """\
See [wicks](topics/wicks/ "all"), ![a [lamp]](<images/a b.png>) and [![in](images/in.png)](papers/).

`[code](x1)`, ``[more ` code](x2)``, \\[no](x3) and <https://lamps.example/auto>; a [cross][ref] and ![pic][Pic].

```
[fenced](x4)
```

    [indented](x5)

- an item

    [of an item](of/an/item)

<!-- [commented](x6) -->
[escaped\\] text](a\\_b) [round](a(b)c)

[ref]: <https://lamps.example/ref>
[pic]: images/pic.png
[^note]: See [below](#below).
"""


def test_links_are_found_in_order_each_where_its_address_begins() -> None:
    found = links(TEXT)
    assert [link.target for link in found if not link.is_image] == [
        "topics/wicks/", "papers/", "https://lamps.example/auto", "of/an/item", "a_b", "a(b)c",
        "https://lamps.example/ref", "#below",
    ]  # fmt: skip
    assert [(link.target, link.label) for link in found if link.is_image] == [
        ("images/a b.png", "a [lamp]"), ("images/in.png", "in"), ("images/pic.png", "pic"),
    ]  # fmt: skip
    assert all(TEXT[link.start :].startswith((link.target, "![pic]", "a\\_b")) for link in found)


def test_no_text_takes_long() -> None:
    for piece in ("[", "![", "[a](", "`", "[[a]", "[a][", "<!--", "[\\", "](<", "`` ` "):
        assert links(piece * 20_000 + "](") is not None


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("topics/wicks/#oil", Inside("topics/wicks/", "oil")),
        ("/topics/../topics", Inside("topics", "")),
        ("../../images/a%20b.png?x", Inside("images/a b.png", "")),
        ("#oil", Inside(None, "oil")),
        ("/", Inside("", "")),
        ("https://lamps.example", None),
        ("//lamps.example/x", None),
        ("mailto:ada@lamps.example", None),
        ("http://[", None),
        ("a\\b", None),
    ],
)
def test_an_address_in_the_site_counts_from_its_root(target: str, place: Inside | None) -> None:
    assert inside(target) == place
