"""The schemas editors use say what the loaders do."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from conspectus import located, settings, taxonomy
from conspectus.cache import Cache
from conspectus.diagnostics import Mistake
from conspectus.editor_support.schemas import DRAFT, schemas, written
from conspectus.editor_support.shapes import SHAPES, mapping
from conspectus.located import Mapping, Node, Scalar
from conspectus.model.keys import Key, Keys, Shape
from conspectus.model.paper import Source
from conspectus.model.query import QUERY
from conspectus.model.settings import COLUMN, SOURCE, SURVEY
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH
from conspectus.model.work import FIELDS, RECORD
from conspectus.pipeline import compile
from conspectus.project import PACKAGE, Project
from conspectus.sources import records_yaml

ROOT = Path(__file__).resolve().parents[2]
OURS = [ROOT, PACKAGE / "starter", ROOT / "tests" / "survey"]


def source(text: str, path: str = "content/x.yaml") -> Source:
    data = text.encode()
    return Source(path, data, hashlib.sha256(data).hexdigest())


def plain(node: Node | None) -> Any:
    """A YAML node as the data an editor sees: dates are text there."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, located.Sequence):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def data(text: str) -> Any:
    return plain(located.read(text.encode(), "x.yaml")[0])


def made(project: Project) -> dict[str, Any]:
    return schemas(compile(project, Cache(None)).survey)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The schemas of the made-up survey."""
    root = tmp_path_factory.mktemp("lamps") / "survey"
    shutil.copytree(ROOT / "tests" / "survey", root)
    return made(Project(root))


def accepts(schema: Any, value: Any) -> bool:
    return bool(Draft202012Validator(schema).is_valid(value))


def files(project: Project) -> Iterator[tuple[str, Source]]:
    yield "survey", project.source(project.settings_file)
    for name in ("taxonomy", "papers"):
        yield from ((name, found) for found in project.sources(name, ".yaml", ".yml"))


@pytest.mark.parametrize("root", OURS, ids=["this repository", "the starter", "the made-up survey"])
def test_every_schema_is_one_and_accepts_what_is_written(root: Path) -> None:
    project = Project(root)
    found = made(project)
    for schema in found.values():
        assert schema["$schema"] == DRAFT
        Draft202012Validator.check_schema(schema)
    for name, file in files(project):
        value = plain(located.read(file.data, file.path)[0])
        assert not [error.message for error in Draft202012Validator(found[name]).iter_errors(value)], file.path


def test_every_key_has_its_documentation_and_its_shape(known: dict[str, Any]) -> None:
    category = known["taxonomy"]["$defs"]["category"]["properties"]
    query = known["survey"]["properties"]["queries"]["additionalProperties"]
    column = known["survey"]["properties"]["columns"]["additionalProperties"]
    pairs = [
        (known["survey"]["properties"], SURVEY),
        (column["properties"], COLUMN),
        (known["survey"]["properties"]["sources"]["items"]["properties"], SOURCE),
        (query["properties"], QUERY),
        (query["properties"]["match"]["properties"], MATCH),
        (known["taxonomy"]["properties"], FACET),
        (category, CATEGORY),
        (category["match"]["properties"], MATCH),
        (known["papers"]["items"]["properties"], RECORD),
    ]
    for schema, keys in pairs:
        assert {name: entry["markdownDescription"] for name, entry in schema.items()} == {
            key.name: key.help for key in keys
        }
        assert all(len(entry) > 2 for name, entry in schema.items() if name != "source")


def test_a_former_name_of_a_key_is_proposed_no_more_but_taken() -> None:
    keys = Keys.of(Key("color", Shape.FLAG, "In color.", former=("colour",)))
    schema = mapping(keys, SHAPES)
    assert schema["properties"]["colour"]["deprecated"]
    assert "deprecated" not in schema["properties"]["color"]
    assert accepts(schema, {"colour": True}) and not accepts(schema, {"colour": "red"})


def loaded(name: str, text: str) -> tuple[Mistake, ...]:
    """What the loader finds wrong with a file."""
    if name == "survey":
        return settings.load(source(text))[1] + taxonomy.load_queries(source(text))[1]
    if name == "taxonomy":
        return taxonomy.load([source(text, "content/taxonomy/topic.yaml")]).mistakes
    return records_yaml.parse(source(text)).mistakes


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("survey", "titel: Lamps"),
        ("survey", "- Lamps"),
        ("survey", "title: [Lamps]"),
        ("survey", "language: english language"),
        ("survey", "repository: git@example.org"),
        ("survey", "newest: many"),
        ("survey", "newest: -1"),
        ("survey", "newest: 1000"),
        ("survey", "columns: {saved: {heading: Saved}}"),
        ("survey", "columns: {saved: {type: number}}"),
        ("survey", "columns: {saved: Saved}"),
        ("survey", "columns: [saved]"),
        ("survey", "tables: [saved]"),
        ("survey", "tables: {light: {saved: true}}"),
        ("survey", "queries: [a]"),
        ("survey", "queries: {a: {title: A}}"),
        ("survey", "queries: {a: lens}"),
        ("survey", "queries: {a b: {code: true}}"),
        ("survey", "queries: {a: {code: perhaps}}"),
        ("survey", "queries: {a: {since: 24}}"),
        ("survey", "queries: {a: {in: [light]}}"),
        ("survey", "queries: {a: {match: {some: [b]}}}"),
        ("survey", "queries: {a: {code: true, tags: [b]}}"),
        ("taxonomy", "facets: topic"),
        ("taxonomy", "- topic"),
        ("taxonomy", "facet: to/pic"),
        ("taxonomy", "categories: {id: a}"),
        ("taxonomy", "categories: [a]"),
        ("taxonomy", "categories: [{title: A}]"),
        ("taxonomy", "categories: [{id: }]"),
        ("taxonomy", "categories: [{id: a b}]"),
        ("taxonomy", "categories: [{id: a, paper: [b]}]"),
        ("taxonomy", "categories: [{id: a, about: [b]}]"),
        ("taxonomy", "categories: [{id: a, papers: {b: c}}]"),
        ("taxonomy", "categories: [{id: a, except: [[b]]}]"),
        ("taxonomy", "categories: [{id: a, was: [b/c/d]}]"),
        ("taxonomy", "categories: [{id: a, match: [b]}]"),
        ("taxonomy", "categories: [{id: a, match: {some: [b]}}]"),
        ("taxonomy", "categories: [{id: a, match: {any: {b: c}}}]"),
        ("taxonomy", "categories: [{id: a, children: [{id: b, match: {some: [b]}}]}]"),
        ("papers", "title: A"),
        ("papers", "- A"),
        ("papers", "- {titel: A}"),
        ("papers", "- {title: [A]}"),
        ("papers", "- {authors: {family: A}}"),
        ("papers", "- {id: a/b}"),
        ("papers", "- {date: May 2024}"),
        ("papers", "- {date: 24}"),
        ("papers", "- {arxiv: abc}"),
        ("survey", ""),
        ("taxonomy", ""),
        ("papers", "- {doi: abc}"),
        ("papers", "- {kind: preprint}"),
        ("papers", "- {score: high}"),
        ("papers", "- {comments: 1.5}"),
        ("papers", "- {comments: -1}"),
        ("papers", "- {code: maybe}"),
        ("papers", "- {urls: [ftp://example.org]}"),
        ("papers", "- {urls: [{web: https://example.org}]}"),
        ("papers", "- {urls: [{kind: web, url: https://example.org}]}"),
        ("papers", "- {urls: [{kind: code}]}"),
        ("papers", "- {facts: [a]}"),
        ("papers", "- {facts: {saved: [a]}}"),
        ("papers", "- {place: [light]}"),
        ("papers", "- {place: {topic: [{a: b}]}}"),
        ("papers", "- {keywords: {a: b}}"),
        ("papers", "- {was: [a/b]}"),
        ("papers", "- {author_count: some}"),
    ],
)
def test_schema_and_loader_refuse_the_same(known: dict[str, Any], name: str, text: str) -> None:
    assert loaded(name, text), "the loader takes it"
    assert not accepts(known[name], data(text)), "the schema takes it"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("survey", "title: 1984\ncolumns:\ntables:\n"),
        ("survey", "tables: {light: saved}"),
        ("survey", "queries: "),
        ("survey", "queries: {a: {match: {any: lens}, in: {topic: light}, code: , since: 2020, was: b}}"),
        ("taxonomy", "title: 1984\ncategories:\n"),
        ("taxonomy", "categories: [{id: 1984, title: , match: , papers: wick, was: , children: []}]"),
        ("taxonomy", "categories: [{id: a, match: {any: lens, title: [3, yes], all: }}]"),
        ("taxonomy", "categories: [{id: a, was: [b, fuel/c]}]"),
        ("papers", ""),
        ("papers", "- {title: 1984, date: 2024, arxiv: 2404.14469, authors: Ada Lampe}"),
        ("papers", "- {date: 2024-04, doi: https://doi.org/10.1145/3731569.3764808, kind: , code: yes, score: 3}"),
        ("papers", "- {arxiv: https://arxiv.org/abs/hep-th/9901001v2, urls: https://example.org}"),
        ("papers", "- {urls: {code: https://example.org}, place: {topic: burners, fuel: [oil]}, source: anything}"),
        ("papers", "- {urls: [https://example.org, {kind: code, url: https://example.org}]}"),
    ],
)
def test_schema_and_loader_take_the_same(known: dict[str, Any], name: str, text: str) -> None:
    assert not loaded(name, text)
    assert accepts(known[name], data(text))


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3000),
    st.floats(-10, 3000, allow_nan=False),
    st.sampled_from(
        ["a", "a b", "wick", "2024-04-22", "2404.14469", "10.1145/x", "https://example.org/a", "book", "code"]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["url", "code", "other"]), inner, max_size=1)
    ),
    max_leaves=4,
)
READ_BY_SHAPE = sorted({field.name for field in FIELDS} - {"place"})
"""Where a record places its paper the schema knows more than the loader: facets and categories, as a check does."""


@hypothesis_settings(deadline=None, max_examples=400)
@given(st.sampled_from(READ_BY_SHAPE), VALUES)
def test_a_schema_is_never_stricter_than_the_loader(known: dict[str, Any], key: str, value: Any) -> None:
    text = yaml.safe_dump([{key: value}], allow_unicode=True)
    if not loaded("papers", text):
        assert accepts(known["papers"], data(text)), text


@hypothesis_settings(deadline=None, max_examples=400)
@given(st.sampled_from(READ_BY_SHAPE), VALUES)
def test_a_schema_refuses_values_of_the_wrong_type(known: dict[str, Any], key: str, value: Any) -> None:
    text = yaml.safe_dump([{key: value}], allow_unicode=True)
    if any(mistake.check == "bad-value" for mistake in loaded("papers", text)):
        integral = key == "comments" and isinstance(value, float)  # 3.0 is an integer to a schema, and to no reader
        assert integral or not accepts(known["papers"], data(text)), text


@pytest.mark.parametrize(
    "text", ["- {place: {topics: [light]}}", "- {place: {topic: [fog, lihgt]}}", "- {place: {fuel: light}}"]
)
def test_a_facet_or_category_that_is_none_is_refused(known: dict[str, Any], text: str) -> None:
    assert not accepts(known["papers"], data(text))


def test_a_query_that_asks_for_no_category_is_refused(known: dict[str, Any]) -> None:
    assert not accepts(known["survey"], {"queries": {"a": {"in": {"topic": ["lihgt"]}}}})
    assert not accepts(known["survey"], {"queries": {"a": {"in": {"tpoic": ["light"]}}}})


def test_a_table_for_no_category_is_refused(known: dict[str, Any]) -> None:
    assert not accepts(known["survey"], {"tables": {"lihgt": ["saved"]}})


def test_papers_are_proposed_and_others_allowed(known: dict[str, Any]) -> None:
    assert "wick" in known["taxonomy"]["$defs"]["papers"]["items"]["examples"]
    assert accepts(known["taxonomy"], {"categories": [{"id": "a", "papers": ["a-paper-of-tomorrow"]}]})


def test_a_survey_without_a_taxonomy_has_schemas_too(survey: Project) -> None:
    shutil.rmtree(survey.content / "taxonomy")
    for schema in made(survey).values():
        Draft202012Validator.check_schema(schema)
    assert accepts(made(survey)["papers"], [{"place": {"topic": "light"}}])


def test_the_same_survey_gives_the_same_bytes(known: dict[str, Any], survey: Project) -> None:
    assert {name: written(schema) for name, schema in known.items()} == {
        name: written(schema) for name, schema in made(survey).items()
    }
