"""TeX as it turns up in titles and abstracts."""


def to_html(source: str) -> str:
    raise NotImplementedError


def to_text(source: str) -> str:
    raise NotImplementedError


def to_tex(source: str) -> str:
    raise NotImplementedError
