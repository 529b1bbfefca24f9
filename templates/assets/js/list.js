// A category's list, narrowed down and sorted in place; the choice is in the address, so that it can be linked to.

const form = document.querySelector(".narrowing");
const section = form.closest("section");
const list = section.querySelector(".cards");
const paging = section.querySelector(".paging");
const status = form.querySelector("[role=status]");
const active = form.querySelector(".chips");
const boxes = [...form.querySelectorAll("input")];
const names = [...new Set(boxes.map((box) => box.name))];
const sort = form.elements.sort;
const mark = (box) => `${box.name}:${box.value}`;

function paper(element) {
  const card = element.querySelector(".card");
  return {
    element,
    marks: new Set(card.dataset.marks.split(" ")),
    title: card.querySelector(".card-title").textContent.trim(),
    score: Number(card.dataset.score ?? -Infinity),
    comments: Number(card.dataset.comments ?? 0),
  };
}
const papers = [...list.children].map(paper); // as the page has them: by date

// The list's further pages, all at the same time, once they are needed: `whole` is kept when they are asked for.

let whole = paging ? null : Promise.resolve();

async function rest() {
  const last = [...paging.querySelectorAll("li a")].pop();
  const numbers = Array.from({ length: last.textContent - 1 }, (_, index) => index + 2);
  const pages = await Promise.all(numbers.map(async (number) => {
    const reply = await fetch(new URL(`../${number}/`, last.href));
    if (!reply.ok) throw new Error(`${reply.status}`);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    return [...page.querySelectorAll(".cards > li")].map((element) => paper(document.importNode(element, true)));
  }));
  papers.push(...pages.flat());
  paging.remove();
}

// The form as an address says it, and back.

function read() {
  const said = new URLSearchParams(location.search);
  for (const box of boxes) box.checked = said.getAll(box.name).includes(box.value);
  sort.value = said.get("sort") ?? "";
  if (sort.selectedIndex < 0) sort.value = "";
}

function remember() {
  const said = new URLSearchParams();
  for (const box of boxes) if (box.checked) said.append(box.name, box.value);
  if (sort.value) said.set("sort", sort.value);
  const address = new URL(location.href);
  address.search = said;
  if (address.href !== location.href) history.pushState(null, "", address);
}

// Within a group one of the values chosen, across groups all of them.

function chosen() {
  const groups = names.map((name) => boxes.filter((box) => box.name === name && box.checked));
  return groups.filter((group) => group.length);
}

const fits = (one, groups) => groups.every((group) => group.some((box) => one.marks.has(mark(box))));

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
const orders = {
  title: (a, b) => collator.compare(a.title, b.title),
  score: (a, b) => b.score - a.score || 0, // no score less no score is not a number
  comments: (a, b) => b.comments - a.comments,
};

async function show() {
  nameChosen();
  if (!whole && !chosen().length && !sort.value) {
    status.textContent = "";
    return; // the page as it was built
  }
  try {
    await (whole ??= rest());
  } catch {
    whole = null;
    status.textContent = "The rest of the list could not be read.";
    return;
  }
  const groups = chosen();
  for (const one of papers) one.element.hidden = !fits(one, groups);
  const order = orders[sort.value];
  list.append(...(order ? [...papers].sort(order) : papers).map((one) => one.element));
  count(groups);
  const all = `${papers.length.toLocaleString()} papers`;
  const shown = papers.filter((one) => !one.element.hidden).length;
  status.textContent = groups.length ? `${shown.toLocaleString()} of ${all}` : all;
}

// How many papers each value would leave: for a group in use, as if nothing of that group were chosen.

function count(groups) {
  for (const name of names) {
    const others = groups.filter((group) => group[0].name !== name);
    const left = papers.filter((one) => fits(one, others));
    for (const box of boxes.filter((one) => one.name === name)) {
      const found = left.filter((one) => one.marks.has(mark(box))).length;
      const label = box.closest("label");
      label.querySelector(".count").textContent = found;
      label.classList.toggle("empty", !found && !box.checked);
    }
  }
}

// The values chosen, in sight while the groups are closed; a press on one takes it back.

function nameChosen() {
  const items = chosen().flat().map((box) => {
    const label = box.nextElementSibling.textContent;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: `${label} ×` });
    button.setAttribute("aria-label", `Without the filter ${label}`);
    button.addEventListener("click", () => {
      box.checked = false;
      box.closest("details").querySelector("summary").focus();
      changed();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  active.replaceChildren(...items);
}

function changed() {
  remember();
  show();
}

form.addEventListener("change", changed);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(changed)); // the form is empty only after the event
form.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (active.contains(document.activeElement)) form.querySelector("summary").focus();
  form.reset();
});
addEventListener("popstate", () => {
  read();
  show();
});

read();
form.inert = false;
if (location.search) show();
