// The search page. Pagefind finds; the form, its state in the address and the results are ours: Pagefind's own
// components (1.5.2) keep neither query nor filters in the address, so a search could not be linked to or survive Back.

const PAGE = 20;
const form = document.querySelector("form.search");
const box = form.elements.q;
const list = form.querySelector(".search-results");
const status = form.querySelector(".search-status");
const active = form.querySelector(".search-active");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const names = [...new Set(boxes.map((choice) => choice.name))];
const bundle = form.dataset.bundle;

let pagefind;
let asked = 0; // the newest search; an older one that comes back late is not shown

async function engine() {
  if (!pagefind) {
    pagefind = await import(`${bundle}pagefind.js`);
    await pagefind.options({ bundlePath: bundle, baseUrl: new URL("..", new URL(bundle, location)).pathname });
    await pagefind.filters(); // without it results come without counts
  }
  return pagefind;
}

// The form as an address says it, and back.

function read(address) {
  const said = new URL(address).searchParams;
  box.value = said.get("q") ?? "";
  form.elements.sort.value = said.get("sort") ?? "";
  for (const choice of boxes) {
    choice.checked = said.getAll(choice.name).includes(choice.value);
    if (choice.checked) choice.closest("details").open = true;
  }
  for (const group of form.querySelectorAll("fieldset")) {
    const label = group.querySelector(":checked")?.closest("label");
    if (label) group.scrollTop += label.getBoundingClientRect().top - group.getBoundingClientRect().top;
  }
}

// The values chosen, in sight of the results; a press on one takes it back.

function nameChosen() {
  const chosen = boxes.filter((choice) => choice.checked).map((choice) => {
    const label = choice.nextElementSibling.textContent;
    const button = made("button", "", `${label} ×`);
    button.type = "button";
    button.setAttribute("aria-label", `Without the filter ${label}`);
    button.addEventListener("click", () => {
      choice.checked = false;
      remember(true);
      search();
      box.focus();
    });
    return made("li", "", button);
  });
  active.replaceChildren(...chosen);
}

function written() {
  const said = new URLSearchParams();
  if (box.value.trim()) said.set("q", box.value.trim());
  for (const choice of boxes) if (choice.checked) said.append(choice.name, choice.value);
  if (form.elements.sort.value) said.set("sort", form.elements.sort.value);
  return said.toString();
}

function remember(push) {
  const address = new URL(location.href);
  address.search = written();
  if (address.href === location.href) return;
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

// Within a group one of the values chosen, across groups all of them.

function chosen(except) {
  const filters = {};
  for (const name of names) {
    const values = boxes.filter((choice) => choice.name === name && choice.checked).map((choice) => choice.value);
    if (values.length && name !== except) filters[name] = { any: values };
  }
  return filters;
}

// An arXiv id or a DOI in whatever spelling: the pages have it bare.

const ARXIV = /^(?:arxiv:|https?:\/\/arxiv\.org\/(?:abs|pdf)\/)?(\d{4}\.\d{4,5})(?:v\d+)?$/i;
const DOI = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;

function wanted(query) {
  const found = ARXIV.exec(query) ?? DOI.exec(query);
  return found ? found[1] : query || null;
}

const SORTS = { newest: { date: "desc" }, oldest: { date: "asc" } };

async function search() {
  const mine = ++asked;
  const query = box.value.trim();
  const filters = chosen();
  nameChosen();
  let found;
  try {
    const index = await engine();
    const sort = SORTS[form.elements.sort.value];
    found = await index.search(wanted(query), { filters, ...(sort && { sort }) });
    if (mine !== asked) return;
    await count(index, query, found, filters, mine);
    await show(found.results, 0, query, mine);
  } catch (error) {
    status.textContent = "The search index could not be read. Was the site built with --no-search?";
    return;
  }
  if (mine !== asked) return;
  const { length } = found.results;
  const papers = length === 1 ? "1 paper" : `${length.toLocaleString()} papers`;
  const some = query || Object.keys(filters).length;
  status.textContent = some ? `${papers}${query ? ` for “${query}”` : ""}` : `${papers}. Type, or choose on the side.`;
}

// How many papers each value would leave: for a group in use, as if nothing of that group were chosen.

async function count(index, query, found, filters, mine) {
  for (const name of names) {
    const inUse = name in filters;
    const other = inUse ? await index.search(wanted(query), { filters: chosen(name) }) : found;
    if (mine !== asked) return;
    const counts = other.filters[name] ?? {};
    for (const choice of boxes.filter((one) => one.name === name)) {
      const papers = counts[choice.value] ?? 0;
      const label = choice.closest("label");
      label.querySelector(".count").textContent = papers;
      label.classList.toggle("empty", papers === 0 && !choice.checked);
    }
  }
}

// The results from one on; those shown stay until the new ones are there, so that nothing flickers.

async function show(all, from, query, mine) {
  let some = await Promise.all(all.slice(from, from + PAGE).map((result) => result.data()));
  if (mine !== asked) return;
  if (from === 0 && query && !form.elements.sort.value) some = exactFirst(some, query);
  if (from === 0) list.replaceChildren();
  list.querySelector(".more")?.remove();
  const items = some.map(shown);
  list.append(...items);
  if (from > 0) items[0].querySelector("a").focus();
  if (from + PAGE < all.length) {
    const button = made("button", "", "Show more");
    button.type = "button";
    button.addEventListener("click", () => show(all, from + PAGE, query, mine));
    list.append(made("li", "more", button));
  }
}

const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

function exactFirst(some, query) {
  const exact = some.filter((paper) => plain(paper.meta.title ?? "") === plain(query));
  return [...exact, ...some.filter((paper) => !exact.includes(paper))];
}

// Pagefind's excerpt is escaped text with <mark> around what was found; it is taken apart, not trusted as HTML.

function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const paragraph = made("p", "excerpt");
  for (const node of parsed.body.childNodes) {
    const text = node.nodeName === "MARK" ? document.createElement("mark") : document.createTextNode("");
    text.textContent = node.textContent;
    paragraph.append(text);
  }
  return paragraph;
}

function made(name, className, ...inside) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...inside);
  return element;
}

function shown(paper) {
  const { title, authors, date, venue } = paper.meta;
  const link = Object.assign(document.createElement("a"), { href: paper.url, textContent: title });
  const body = made("div", "card-body", made("h2", "card-title", link));
  if (authors) body.append(made("p", "card-authors", authors));
  body.append(excerpt(paper.excerpt));
  const facts = made("p", "card-facts", ...[date, venue].filter(Boolean).map((fact) => made("span", "", fact)));
  const card = made("article", "card", body, facts);
  card.dataset.paper = paper.url.split("/").at(-2); // so that it can be marked
  return made("li", "", card);
}

// Keys: down and up walk from the box through the results and back; Escape in the box empties it.

form.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...list.querySelectorAll(".card-title a")];
  const here = links.indexOf(document.activeElement);
  if (here < 0 && document.activeElement !== box) return;
  event.preventDefault();
  const next = here + (event.key === "ArrowDown" ? 1 : -1);
  (next < 0 ? box : links[Math.min(next, links.length - 1)] ?? box).focus();
});

let pause;
box.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    remember(false);
    search();
  }, 120);
});
form.addEventListener("change", (event) => {
  if (event.target === box) return;
  remember(true);
  search();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  remember(true);
  search();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  read(new URL(location.pathname, location.origin).href);
  remember(true);
  search();
  box.focus();
});
addEventListener("popstate", () => {
  read(location.href);
  search();
});

// On a phone the results come first; the groups are a row of words to open.
if (matchMedia("(max-width: 52rem)").matches) {
  for (const group of form.querySelectorAll("details")) group.open = false;
}

read(location.href);
search();
