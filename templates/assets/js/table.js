// The comparison table: a press on a heading sorts by it, another turns the order round; columns can be left out; rows are
// those of the list it stands with. What was chosen is in the address: `table=-speedup` (downwards), `hide=memory`.

const root = document.querySelector(".comparison");
const table = root.querySelector("table");
const columns = root.querySelector(".columns");
const boxes = [...columns.querySelectorAll("input")];
const headings = [...table.tHead.rows[0].cells];
const count = root.querySelector(".comparison-count");
const save = root.querySelector("button");
const rows = [...table.tBodies[0].rows].map((element) => ({
  element,
  id: element.dataset.paper,
  texts: [...element.cells].map((cell) => cell.textContent.trim()),
  numbers: [...element.cells].map((cell) => cell.dataset.order),
}));
const said = count.textContent;

let papers = null; // the ids of those in the list, in its order; all of them until it is narrowed down
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

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

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

// A column is seen if it is chosen, and if a paper of those shown has anything in it.

function show() {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = papers ? papers.map((id) => byId.get(id)).filter(Boolean) : rows;
  const inside = new Set(shown);
  for (const row of rows) row.element.hidden = !inside.has(row);
  table.tBodies[0].append(...sorted(shown).map((row) => row.element));
  let whole = shown.length === rows.length;
  headings.forEach((heading, index) => {
    const box = boxes.find((one) => one.value === heading.dataset.column);
    const empty = !shown.some((row) => row.texts[index]);
    const hidden = Boolean(box) && (empty || !box.checked);
    box?.parentElement.classList.toggle("empty", empty);
    if (hidden) whole = false;
    if (hidden !== heading.hidden) for (const row of table.rows) row.cells[index].hidden = hidden;
    if (index === column) heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  });
  count.textContent = shown.length === rows.length ? said : `${shown.length} of ${said}`;
  table.parentElement.hidden = !shown.length;
  save.hidden = whole || !shown.length;
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

// What is seen, as a file like the whole table's: RFC 4180, and no cell that a spreadsheet would calculate with.

const FORMULA = /^(?:[=@]|[+-](?!\d[\w .,;:%/×–-]*$))/;

function quoted(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(row) {
  const link = row.querySelector("a");
  const cells = [...row.cells].slice(1).filter((cell) => !cell.hidden);
  return [link.textContent, link.href, ...cells.map((cell) => cell.querySelector("a")?.href ?? cell.textContent.trim())];
}

function csv() {
  const titles = headings.slice(1).filter((heading) => !heading.hidden).map((heading) => heading.textContent);
  const seen = [...table.tBodies[0].rows].filter((row) => !row.hidden);
  return [["title", "page", ...titles], ...seen.map(line)].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

save.addEventListener("click", () => {
  const href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
  const name = location.pathname.split("/").at(-2);
  Object.assign(document.createElement("a"), { href, download: `${name}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
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

columns.inert = false;
read();
if (location.search) show();
