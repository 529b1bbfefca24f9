// A comparison of papers. Their ids, in order, are in the address; their data comes from their own pages.

import { addOption, idsFor, suggest } from "./autocomplete.js";
import { csv } from "./csv.js";
import { create } from "./dom.js";
import { download } from "./download.js";
import { collator, gettext } from "./language.js";
import { likeList } from "./like-list.js";
import { paper } from "./paper.js";
import { marks } from "./storage.js";

const whole = document.querySelector(".compare");
const most = Number(whole.dataset.most);
const form = whole.querySelector("form");
const table = whole.querySelector("table");
const head = table.tHead.rows[0];
const body = table.tBodies[0];
const status = whole.querySelector("[role=status]");
const proposed = whole.querySelector("datalist");

let shown = []; // the papers in the table
let asked = 0; // the newest choice; an older one that comes back late is not shown

// The address, and back. Marks are the choice only where it names none.

function go(ids, { only = form.elements.only.checked, replace = false } = {}) {
  const address = new URL(location.href);
  address.search = new URLSearchParams([...ids.map((id) => ["p", id]), ...(only ? [["only", "differences"]] : [])]);
  address.hash = ""; // what other papers were like
  if (address.href !== location.href) history[replace ? "replaceState" : "pushState"](null, "", address);
  return show();
}

const ids = () => shown.map((one) => one.id);

const asks = whole.querySelector("[aria-controls=like]");
const showLike = likeList({
  button: asks,
  section: whole.querySelector("#like"),
  ids,
  known: () => new Set(ids()),
  say: (words) => (status.textContent = words),
});

async function show(said = "") {
  const mine = ++asked;
  const address = new URLSearchParams(location.search);
  form.elements.only.checked = address.get("only") === "differences";
  const chosen = [...new Set(address.getAll("p"))];
  const found = await Promise.all(chosen.slice(0, most).map(paper));
  if (mine !== asked) return;
  shown = [...new Map(found.filter(Boolean).map((one) => [one.id, one])).values()];
  fill();
  const lost = chosen.slice(0, most).filter((_, at) => !found[at]);
  const sentences = lost.map((id) => gettext("Paper “%(id)s” not found.", { id: id.slice(0, 60) }));
  if (chosen.length > most) sentences.push(gettext("Showing the first %(most)s of %(all)s papers.", { most, all: chosen.length }));
  status.textContent = [...sentences, said].join(" ");
  asks.hidden = !shown.length;
  showLike();
}

// The table: a column for each paper; rows of which nothing is known, or which don't tell the papers apart, are hidden.

function fill() {
  head.replaceChildren(head.cells[0], ...shown.map(heading));
  shown.flatMap((one) => [...one.cells.keys()]).forEach(ensure);
  for (const row of body.rows) {
    const known = shown.map((one) => one.cells.get(row.dataset.of) ?? []);
    row.replaceChildren(row.cells[0], ...known.map((nodes) => create("td", {}, ...nodes.map((node) => node.cloneNode(true)))));
    const [first, ...others] = texts(row);
    const same = others.every((text) => text === first);
    row.hidden = same && (!first || (others.length > 0 && form.elements.only.checked));
  }
  name();
  whole.hidden = false;
  for (const part of whole.querySelectorAll(".compare-scroll, .compare-files")) part.hidden = !shown.length;
  whole.querySelector(".compare-empty").hidden = shown.length > 0;
}

// On a phone rows are laid out as grids, for which some browsers forget what they are.

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell", row: "rowheader", col: "columnheader" };

function name() {
  for (const part of [table, ...table.querySelectorAll("*")]) {
    const role = ROLES[part.scope || part.tagName];
    if (role) part.setAttribute("role", role);
  }
}

// A row for a figure that no column is declared for.

function ensure(name) {
  if (body.querySelector(`[data-of="${CSS.escape(name)}"]`)) return;
  const label = create("button", { type: "button", textContent: name.replace("its ", "") });
  const row = create("tr", {}, create("th", { scope: "row" }, label));
  row.dataset.of = name;
  body.lastElementChild.before(row);
}

const texts = (row) => [...row.cells].slice(1).map(textOf);

function textOf(cell) {
  const items = [...cell.querySelectorAll("li")].map((item) => item.textContent);
  return (items.length ? items.join(", ") : cell.textContent).replace(/\s+/g, " ").trim();
}

// What can be done with a column.

function heading(one, at) {
  const tool = (sign, does, act) => {
    const button = create("button", { type: "button", textContent: sign });
    button.setAttribute("aria-label", does);
    button.addEventListener("click", act);
    return button;
  };
  const moved = (by) => async () => {
    const order = ids();
    order.splice(at + by, 0, ...order.splice(at, 1));
    await go(order);
    const buttons = head.cells[at + by + 1].querySelectorAll("button");
    (by < 0 ? buttons[0] : buttons[buttons.length - 2]).focus();
  };
  const removed = async () => {
    await go(ids().filter((id) => id !== one.id));
    status.textContent = gettext("Removed: %(title)s", one);
    (head.cells[Math.min(at + 1, shown.length)].querySelector("button:last-child") ?? form.elements.add).focus();
  };
  const tools = create("span", { className: "compare-moves" });
  if (at > 0) tools.append(tool("←", gettext("Move left: %(title)s", one), moved(-1)));
  if (at < shown.length - 1) tools.append(tool("→", gettext("Move right: %(title)s", one), moved(1)));
  tools.append(tool("×", gettext("Remove: %(title)s", one), removed));
  const link = create("a", { href: one.address }, ...one.heading.map((node) => node.cloneNode(true)));
  return create("th", { scope: "col" }, tools, link);
}

// A press on a row's name sorts the papers by it, another the other way round; what is not known stays last.

const number = (text) => Number(/[-−]?\d[\d,]*(\.\d+)?/.exec(text)?.[0].replaceAll(",", "").replace("−", "-"));

body.addEventListener("click", (event) => {
  const row = event.target.closest("th button") && event.target.closest("tr");
  if (!row) return;
  const columns = shown.map((one, at) => {
    const text = textOf(row.cells[at + 1]);
    return { id: one.id, text, value: row.cells[at + 1].querySelector("time")?.dateTime ?? text };
  });
  const compare = (a, b) => (row.dataset.type === "figure" && number(a.value) - number(b.value)) || collator.compare(a.value, b.value);
  const sorted = (sign) => [...columns].sort((a, b) => !a.text - !b.text || sign * compare(a, b)).map((one) => one.id);
  const up = sorted(1);
  const turned = up.join() === ids().join();
  go(turned ? sorted(-1) : up);
  const name = row.cells[0].textContent;
  status.textContent = turned ? gettext("Sorted by %(name)s, descending", { name }) : gettext("Sorted by %(name)s", { name });
});

// A paper to add: by its title or a piece of it, by its address, or by its id.

async function add(text) {
  if (!idsFor(proposed, text).some((id) => proposed.querySelector(`[data-id="${CSS.escape(id)}"]`))) await suggest(proposed, text);
  const candidates = idsFor(proposed, text);
  if (candidates.length > 1) {
    return gettext("%(count)s titles contain “%(text)s”; choose one from the list.", { count: candidates.length, text });
  }
  const found = await paper(candidates[0]);
  if (!found) {
    return gettext("No paper matches “%(text)s”. Check the title, or paste the address of its page.", { text: text.slice(0, 60) });
  }
  form.elements.add.value = "";
  if (ids().includes(found.id)) return gettext("Already in the comparison: %(title)s", found);
  if (shown.length >= most) return gettext("You can compare at most %(most)s papers; remove one first.", { most });
  await go([...ids(), found.id]);
  return gettext("Added: %(title)s", found);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = form.elements.add.value.trim();
  if (text) status.textContent = await add(text);
});

let pause;
form.elements.add.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => suggest(proposed, form.elements.add.value), 200);
});
form.elements.only.addEventListener("change", () => go(ids()));

// The table as text, as it is seen; and the papers.

function markdown([heading, ...rows]) {
  const line = (row) => `| ${row.map((text) => text.replace(/[\\|]/g, "\\$&")).join(" | ")} |`;
  return [line(heading), `|${" --- |".repeat(heading.length)}`, ...rows.map(line), ""].join("\n");
}

async function take({ table: form, cite }) {
  if (cite) {
    const { exportPapers } = await import("./export.js");
    return exportPapers(cite, ids());
  }
  const rows = [...body.rows].filter((row) => !row.hidden).map((row) => [row.cells[0].textContent, ...texts(row)]);
  const lines = [["", ...shown.map((one) => one.title)], ...rows];
  if (form === "csv") return download("comparison.csv", "text/csv", csv(lines));
  await navigator.clipboard.writeText(markdown(lines));
  status.textContent = gettext("Copied as Markdown");
}

whole.querySelector(".compare-files").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) take(button.dataset).catch(() => (status.textContent = gettext("Export failed. Reload the page and try again.")));
});

addEventListener("popstate", () => show());

for (const one of marks()) addOption(proposed, one.id, one.title);
const named = new URLSearchParams(location.search).has("p");
if (named) show();
else go(marks().map((one) => one.id), { only: new URLSearchParams(location.search).has("only"), replace: true });
