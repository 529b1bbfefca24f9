"""Languages as exports name them: by a tag, a code of ISO 639, a word in English or another large language, or a name
of LaTeX's babel."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from conspectus.language import canonical
from conspectus.model.settings import LANGUAGE

OF_LATEX = {
    "american": "en-US", "australian": "en-AU", "austrian": "de-AT", "brazil": "pt-BR", "brazilian": "pt-BR",
    "british": "en-GB", "canadian": "en-CA", "canadien": "fr-CA", "castilian": "es", "farsi": "fa", "francais": "fr",
    "frenchb": "fr", "germanb": "de", "magyar": "hu", "mexican": "es-MX", "naustrian": "de-AT", "newzealand": "en-NZ",
    "ngerman": "de", "nswissgerman": "de-CH", "nynorsk": "nn", "polutonikogreek": "el", "portuges": "pt",
    "swissgerman": "de-CH", "ukenglish": "en-GB", "usenglish": "en-US",
}  # fmt: skip
"""Names of babel, polyglossia and biblatex that are not the language's name in English."""

LARGE = ("de", "fr", "es", "pt", "it", "nl", "pl", "ru", "zh", "ja", "ko", "en", "tr", "sv", "cs", "uk", "ar", "fa")
"""Languages in which people name the language of a work, as Zotero lets them."""


def language_tag(text: str) -> str | None:
    """The tag (BCP 47) of a language: `en` of `English`, `eng` and `EN`; None for several, or for none we know."""
    name = text.strip(" {}\\").casefold().removeprefix("lang").strip()
    found = OF_LATEX.get(name) or _by_name().get(name)
    tag = name.replace("_", "-")
    if found or not LANGUAGE.fullmatch(tag):
        return found or (_by_names_elsewhere().get(name) if name else None)
    first, hyphen, others = tag.partition("-")
    first = str(get_global("language_aliases").get(first, first))
    is_code = first in Locale("en").languages
    return canonical(f"{first}{hyphen}{others}") if is_code else _by_names_elsewhere().get(name)


@cache
def _by_name() -> Mapping[str, str]:
    """The tags of all languages by their names in English."""
    return {name.casefold(): tag.replace("_", "-") for tag, name in sorted(Locale("en").languages.items())}


@cache
def _by_names_elsewhere() -> Mapping[str, str]:
    """The tags of the languages of LARGE by their names in each of them: `Deutsch`, `anglais`, `中文`."""
    found: dict[str, str] = {}
    for speaking in LARGE:
        names = Locale(speaking).languages
        for tag in LARGE:
            found.setdefault(str(names[tag]).casefold(), tag)
    return found
