"""A paper edited on its page in the preview: the YAML on disk changes as by hand, and back again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conspectus.project import Project

pytestmark = pytest.mark.browser

Edit = Callable[[str, str, str], None]


def opened(page: Page, address: str) -> Locator:
    """The panel of the paper at an address, opened by keyboard."""
    page.goto(address)
    button = page.locator("#conspectus-bar").get_by_role("button", name="Edit")
    button.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#conspectus-panel").get_by_role("dialog", name="Edit this paper")
    expect(panel.get_by_role("heading", name="Edit this paper")).to_be_focused()
    return panel


def save(panel: Locator) -> None:
    """Saves what is proposed, and waits until the page has been loaded anew with it."""
    panel.get_by_role("button", name="Save").click()
    expect(panel.get_by_role("status")).to_contain_text("Saved.")
    expect(panel.get_by_role("button", name="Undo")).to_be_visible()


def undo(panel: Locator) -> None:
    panel.get_by_role("button", name="Undo").click()
    expect(panel.get_by_role("status")).to_contain_text("Undone.")


def places(page: Page) -> Locator:
    """What the page itself says of where the paper stands."""
    return page.locator(".places")


def test_a_paper_is_added_to_a_category_and_the_undo_is_byte_for_byte(
    url: str, survey: Project, edit: Edit, page: Page
) -> None:
    edit("taxonomy/topic.yaml", "facet: topic\n", "# By hand.\nfacet: topic  # the main one\n")
    topics = survey.content / "taxonomy/topic.yaml"
    before = topics.read_bytes()
    panel = opened(page, url + "papers/sun-valve/")
    field = panel.get_by_role("combobox", name="Add to a category")
    field.fill("fog sig")
    expect(panel.get_by_role("option")).to_have_text(["Topics Keeping watch › Fog signals"])
    page.keyboard.press("Enter")
    expect(panel.get_by_label("The lines that change")).to_contain_text("+          - sun-valve  # A Sun Valve")
    assert topics.read_bytes() == before
    expect(panel.get_by_role("button", name="Save")).to_be_focused()
    save(panel)
    expect(places(page)).to_contain_text("Fog signals placed by the editor")
    assert topics.read_text("utf-8").startswith("# By hand.\nfacet: topic  # the main one\n")
    assert "        papers:\n          - sun-valve  # A Sun Valve" in topics.read_text("utf-8")
    undo(panel)
    expect(places(page)).not_to_contain_text("Fog signals")
    assert topics.read_bytes() == before


def test_a_paper_is_removed_from_where_a_rule_took_it(url: str, survey: Project, page: Page) -> None:
    panel = opened(page, url + "papers/sun-valve/")
    panel.get_by_role("button", name="Remove from Acetylene").click()
    expect(panel.get_by_text("Fuel: out of Acetylene")).to_be_visible()
    save(panel)
    expect(places(page)).not_to_contain_text("Acetylene")
    assert "    except:\n      - sun-valve  # A Sun Valve" in (survey.content / "taxonomy/fuel.yaml").read_text("utf-8")


def test_a_paper_that_a_rule_took_is_pinned(url: str, survey: Project, page: Page) -> None:
    panel = opened(page, url + "papers/bell-log/")
    panel.get_by_role("button", name="Pin to Keeping watch › Fog signals").click()
    expect(panel.get_by_text("No papers change category.")).to_be_visible()
    save(panel)
    expect(places(page)).to_contain_text("Fog signals placed by the editor")
    expect(panel.get_by_role("button", name="Pin to Keeping watch › Fog signals")).to_have_count(0)


def test_a_paper_is_placed_in_one_category_alone(url: str, survey: Project, page: Page) -> None:
    records = survey.papers / "records.yaml"
    panel = opened(page, url + "papers/bell-log/")
    panel.get_by_role("combobox").fill("lenses")
    page.keyboard.press("Enter")
    panel.get_by_role("checkbox", name="Remove from its other categories in Topics").check()
    expect(panel.get_by_label("The lines that change")).to_contain_text("+  place: {topic: [lenses]}")
    save(panel)
    expect(places(page)).to_contain_text("Lenses placed by the editor")
    expect(places(page)).not_to_contain_text("Keeping watch")
    assert "  place: {topic: [lenses]}\n" in records.read_text("utf-8")


def test_a_summary_is_written_and_shown_as_it_renders(url: str, survey: Project, page: Page) -> None:
    records = survey.papers / "records.yaml"
    before = records.read_bytes()
    panel = opened(page, url + "papers/bell-log/")
    summary = panel.get_by_label("Summary (Markdown)")
    expect(summary).to_have_value("A log of 12,000 strokes shows which weather goes unheard.")
    summary.fill("Bells go unheard *in snow*.")
    panel.get_by_role("button", name="Preview change").click()
    save(panel)
    expect(page.locator(".lead em")).to_have_text("in snow")
    expect(summary).to_have_value("Bells go unheard *in snow*.")
    undo(panel)
    expect(page.locator(".lead")).to_have_text("A log of 12,000 strokes shows which weather goes unheard.")
    expect(summary).to_have_value("A log of 12,000 strokes shows which weather goes unheard.")
    assert records.read_bytes() == before


def test_a_half_written_summary_outlives_the_reload(url: str, edit: Edit, page: Page) -> None:
    panel = opened(page, url + "papers/bell-log/")
    panel.get_by_label("Summary (Markdown)").fill("Half a sen")
    edit("papers/records.yaml", "Wrote Down", "Rang Out")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rang Out")
    expect(panel.get_by_label("Summary (Markdown)")).to_have_value("Half a sen")


def test_a_summary_that_was_typed_is_kept_until_it_is_saved_or_discarded(url: str, survey: Project, page: Page) -> None:
    panel = opened(page, url + "papers/bell-log/")
    summary = panel.get_by_label("Summary (Markdown)")
    summary.fill("Typed and not saved.")
    panel.get_by_role("combobox").fill("lenses")
    page.keyboard.press("Enter")
    expect(panel.get_by_role("button", name="Save")).to_be_focused()
    expect(panel.locator(".body")).to_have_js_property("inert", True)
    save(panel)
    expect(places(page)).to_contain_text("Lenses placed by the editor")
    expect(panel.get_by_role("status")).to_contain_text("The summary you typed is not saved yet.")
    expect(summary).to_have_value("Typed and not saved.")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    panel = opened(page, url + "papers/bell-log/")
    expect(summary).to_have_value("Typed and not saved.")
    expect(panel.get_by_role("status")).to_have_text("The summary you typed is not saved yet.")
    panel.get_by_role("button", name="Preview change").click()
    save(panel)
    expect(panel.get_by_role("status")).not_to_contain_text("not saved yet")
    assert "Typed and not saved." in (survey.papers / "records.yaml").read_text("utf-8")


def test_a_summary_that_was_typed_is_discarded_on_request(url: str, page: Page) -> None:
    panel = opened(page, url + "papers/bell-log/")
    summary = panel.get_by_label("Summary (Markdown)")
    discard = panel.get_by_role("button", name="Discard the summary you typed")
    expect(discard).to_be_hidden()
    summary.fill("Never mind.")
    discard.click()
    expect(summary).to_have_value("A log of 12,000 strokes shows which weather goes unheard.")
    expect(discard).to_be_hidden()
    panel.get_by_role("button", name="Close").click()
    opened(page, url + "papers/bell-log/")
    expect(panel.get_by_text("not saved yet")).to_have_count(0)


def test_escape_leaves_the_proposal_then_the_panel_and_the_focus_goes_back(url: str, page: Page) -> None:
    panel = opened(page, url + "papers/bell-log/")
    button = panel.get_by_role("button", name="Remove from Keeping watch", exact=True)
    button.click()
    expect(panel.get_by_role("button", name="Save")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel.get_by_role("button", name="Save")).to_have_count(0)
    expect(button).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(page.locator("#conspectus-bar").get_by_role("button", name="Edit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("heading", name="Edit this paper")).to_be_focused()


def test_the_list_of_categories_is_walked_by_keyboard(url: str, page: Page) -> None:
    panel = opened(page, url + "papers/wick/")
    field = panel.get_by_role("combobox")
    field.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = panel.get_by_role("option", selected=True)
    expect(chosen).to_have_count(1)
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Escape")
    expect(panel.get_by_role("option")).to_have_count(0)
    expect(field).to_be_focused()


def test_what_was_changed_by_hand_meanwhile_is_told_and_kept(
    url: str, survey: Project, edit: Edit, browser: Browser
) -> None:
    context = browser.new_context()  # of its own, for a refusal is an error in the console
    page = context.new_page()
    panel = opened(page, url + "papers/sun-valve/")
    panel.get_by_role("button", name="Remove from Acetylene").click()
    save = panel.get_by_role("button", name="Save")
    expect(save).to_be_focused()
    edit("taxonomy/fuel.yaml", "facet: fuel\n", "facet: fuel  # by hand\n")
    before = (survey.content / "taxonomy/fuel.yaml").read_bytes()
    save.click()
    expect(panel.get_by_role("alert")).to_contain_text("changed in the meantime")
    assert (survey.content / "taxonomy/fuel.yaml").read_bytes() == before
    context.close()


def test_only_a_paper_can_be_edited(url: str, page: Page) -> None:
    page.goto(url + "topics/light/")
    bar = page.locator("#conspectus-bar")
    expect(bar.get_by_role("link", name="Source")).to_be_visible()
    expect(bar.get_by_role("button", name="Edit")).to_be_hidden()
