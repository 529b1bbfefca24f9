"""British and American spelling, which make no two titles of one."""

from __future__ import annotations

import pytest

from conspectus.library.likeness import Likeness, likeness
from conspectus.library.titles import title_of
from conspectus.text.spelling import MOST, american, spellings

BRITISH = """
tumours signalling modelling labelled optimise optimised optimisation organisers behavioural colour neighbourhood
analysed centres fibre kilometre litre theatre anaemia haemorrhage leukaemia paediatric anaesthesia aetiology
gynaecology oestrogen oedema foetal diarrhoea sulphur catalogue programmes defence ageing judgement grey artefact
aluminium travelling fuelled channelled centred calibre caesarean
""".split()
AMERICAN = """
tumors signaling modeling labeled optimize optimized optimization organizers behavioral color neighborhood
analyzed centers fiber kilometer liter theater anemia hemorrhage leukemia pediatric anesthesia etiology
gynecology estrogen edema fetal diarrhea sulfur catalog programs defense aging judgment gray artifact
aluminum traveling fueled channeled centered caliber cesarean
""".split()


@pytest.mark.parametrize(("british", "ours"), list(zip(BRITISH, AMERICAN, strict=True)))
def test_both_spellings_are_one_word(british: str, ours: str) -> None:
    assert american(british) == american(ours)
    assert {*spellings(british)} == {*spellings(ours)} >= {british, ours}


@pytest.mark.parametrize(
    "words",
    ["filling filing", "tilling tiling", "polling poling", "four for", "hours hors", "pour por", "course corse"],
)
def test_other_words_stay_two(words: str) -> None:
    one, other = words.split()
    assert american(one) != american(other)
    assert {*spellings(one)}.isdisjoint(spellings(other))


def test_a_word_that_differs_in_two_places_has_both_spellings() -> None:
    assert {"colourised", "colorized"} <= {*spellings("colorized")} == {*spellings("colourised")}
    assert len(spellings("color" * 6)) <= MOST


def test_spelling_and_one_more_variant_are_one_title() -> None:
    """As two indexes write it: neither alone told titles apart."""

    def alike(one: str, other: str) -> Likeness:
        first, second = title_of(one), title_of(other)
        assert first and second
        return likeness(first, second)

    british = "Tumour signalling and the optimised behaviour of lamps"
    assert alike(british, "Tumor signaling and the optimized behavior of lamps") is Likeness.SAME
    assert alike(british, "Tumor signaling and the optimized behavior of a lamp") is Likeness.CLOSE
