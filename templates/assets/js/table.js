// Comparison tables: a click on a heading sorts by it, another turns the order round. What is empty stays last.

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

function compare(a, b) {
  if (a.dataset.order && b.dataset.order) return Number(a.dataset.order) - Number(b.dataset.order);
  if (a.dataset.order || b.dataset.order) return a.dataset.order ? -1 : 1;
  return collator.compare(a.textContent.trim(), b.textContent.trim());
}

function sort(table, heading) {
  const column = heading.cellIndex;
  const down = heading.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((one, two) => {
    const [a, b] = [one.cells[column], two.cells[column]];
    const empty = !a.textContent.trim() - !b.textContent.trim();
    return empty || (down ? compare(b, a) : compare(a, b));
  });
  body.append(...rows);
}

for (const table of document.querySelectorAll("table[data-sortable]")) {
  for (const heading of table.tHead.rows[0].cells) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: heading.textContent });
    button.addEventListener("click", () => sort(table, heading));
    heading.replaceChildren(button);
  }
}
