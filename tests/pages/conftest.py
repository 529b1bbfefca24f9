"""The made-up survey that pages are shown of."""

from made_up_lamps import catalog, lamps, lamps_at, make_paper, make_survey, many

__all__ = ["catalog", "lamps", "lamps_at", "make_paper", "make_survey", "many"]
