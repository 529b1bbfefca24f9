// The comparison table: a press on a heading sorts by it, another turns the order round; columns can be left out; rows are
// those of the list it stands with. What was chosen is in the address: `table=-speedup` (downwards), `hide=memory`.

import { csv } from "./csv.js";
import { download } from "./download.js";
import { collator, gettext, ngettext } from "./language.js";

const root = document.querySelector(".comparison");
const table = root.querySelector("table");
const columns = root.querySelector(".columns");
const boxes = [...columns.querySelectorAll("input")];
const headings = [...table.tHead.rows[0].cells];
const count = root.querySelector(".comparison-count");
const scroll = root.querySelector(".scroll");
const save = root.querySelector("button");
const rows = [...table.tBodies[0].rows].map((element) => ({
  element,
  id: element.dataset.paper,
  texts: [...element.cells].map((cell) => cell.textContent.trim()),
  numbers: [...element.cells].map((cell) => cell.dataset.order),
}));
const said = count.textContent;

let papers = null; // the ids of those in the list, in its order; all of them until it is filtered
let column = -1; // by which it is sorted, if by any
let down = false;

// The address, and what it says of the table.

function read() {
  const address = new URLSearchParams(location.search);
  const by = address.get("table") ?? "";
  down = by.startsWith("-");
  column = headings.findIndex((heading) => heading.dataset.column === by.replace(/^-/, ""));
  const hidden = address.getAll("hide");
  for (const box of boxes) box.checked = !hidden.includes(box.value);
}

function remember() {
  const address = new URL(location.href);
  address.searchParams.delete("table");
  address.searchParams.delete("hide");
  if (column >= 0) address.searchParams.set("table", `${down ? "-" : ""}${headings[column].dataset.column}`);
  for (const box of boxes) if (!box.checked) address.searchParams.append("hide", box.value);
  if (address.href !== location.href) history.pushState(null, "", address);
  show();
}

// What is empty stays last, whichever way the rest goes.


function compare(a, b) {
  const [one, other] = [a.numbers[column], b.numbers[column]];
  if (one && other) return one - other;
  if (one || other) return one ? -1 : 1;
  return collator.compare(a.texts[column], b.texts[column]);
}

function sorted(some) {
  if (column < 0) return some;
  return [...some].sort((a, b) => {
    const empty = !a.texts[column] - !b.texts[column];
    return empty || (down ? compare(b, a) : compare(a, b));
  });
}

// A column is seen if it is chosen, and if a paper of those in the list has anything in it. Of many rows only the first
// are laid out until all are asked for: a thousand would make every change slow.

const MOST = 100;
const byId = new Map(rows.map((row) => [row.id, row]));
const more = Object.assign(document.createElement("button"), { type: "button" });

const share = (found) => gettext("%(shown)s of %(all)s", { shown: found.length, all: said });

function show(most = MOST) {
  const found = papers ? papers.map((id) => byId.get(id)).filter(Boolean) : rows;
  const seen = sorted(found).slice(0, most);
  table.tBodies[0].replaceChildren(...seen.map((row) => row.element));
  let whole = found.length === rows.length;
  headings.forEach((heading, index) => {
    const box = boxes.find((one) => one.value === heading.dataset.column);
    const empty = !found.some((row) => row.texts[index]);
    const hidden = Boolean(box) && (empty || !box.checked);
    box?.parentElement.classList.toggle("empty", empty);
    if (hidden) whole = false;
    heading.hidden = hidden;
    for (const row of seen) row.element.cells[index].hidden = hidden;
    if (index === column) heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  });
  count.textContent = found.length === rows.length ? said : share(found);
  scroll.hidden = !found.length;
  save.hidden = whole || !found.length;
  more.hidden = seen.length === found.length;
  more.textContent = ngettext("Show all %(num)s row", "Show all %(num)s rows", found.length);
  more.onclick = () => show(Infinity);
}

headings.forEach((heading, index) => {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: heading.textContent });
  button.addEventListener("click", () => {
    down = column === index ? !down : "figures" in heading.dataset; // of figures, the largest first
    column = index;
    remember();
  });
  heading.replaceChildren(button);
});

// What is seen, as a file like the whole table's.

function line(row) {
  const link = row.querySelector("a");
  const cells = [...row.cells].slice(1).filter((cell) => !cell.hidden);
  return [link.textContent, link.href, ...cells.map((cell) => cell.querySelector("a")?.href ?? cell.textContent)];
}

save.addEventListener("click", () => {
  show(Infinity);
  const titles = headings.slice(1).filter((heading) => !heading.hidden).map((heading) => heading.textContent);
  const lines = [["title", "page", ...titles], ...[...table.tBodies[0].rows].map(line)];
  download(`${location.pathname.split("/").at(-2)}.csv`, "text/csv", csv(lines));
});
columns.addEventListener("change", remember);
addEventListener("click", ({ target }) => {
  if (!columns.contains(target)) columns.open = false;
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !columns.open) return;
  event.preventDefault(); // this press is for the menu alone
  columns.open = false;
  columns.querySelector("summary").focus();
});
document.addEventListener("narrowed", ({ detail }) => {
  papers = detail;
  show();
});
addEventListener("popstate", () => {
  read();
  show();
});

addEventListener("beforeprint", () => show(Infinity));
addEventListener("afterprint", () => show());

columns.inert = false;
scroll.after(more);
more.hidden = true;
read();
if (location.search || rows.length > MOST) show();
