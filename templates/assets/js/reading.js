// The reading list: saved papers, with notes that are stored as they are typed. A list can be exported and imported.

import { create, plainText } from "./dom.js";
import { download } from "./download.js";
import { collator, gettext, ngettext } from "./language.js";
import { likeList } from "./like-list.js";
import { paper } from "./paper.js";
import { asMark, canStore, marks, saveMarks, root } from "./storage.js";

const whole = document.querySelector(".reading-list");
const form = whole.querySelector("form");
const list = whole.querySelector(".reading-papers");
const status = whole.querySelector("[role=status]");
const back = whole.querySelector(".reading-status button");
const MOST_COMPARED = 12;
const MOST_ASKED = 60; // of a long list, what was saved last; for each paper its page is read

let removed = null; // what was removed last, and where it stood

function say(words, taken = null) {
  status.textContent = words;
  removed = taken;
  back.hidden = !taken;
}

// Whatever changes, changes what is kept at that moment: another tab may have changed it too.

function change(entries, words, taken) {
  if (!saveMarks(entries)) say(gettext("Not saved: your browser’s storage is full."));
  else if (words) say(words, taken);
}

const revise = (id, fields) => change(marks().map((one) => (one.id === id ? { ...one, ...fields } : one)));

// The list as the form asks for it.

const orders = {
  title: (a, b) => collator.compare(a.title, b.title),
  date: (a, b) => b.date.localeCompare(a.date),
};

function wanted(one) {
  const words = form.elements.find.value.trim().toLowerCase();
  const state = form.elements.state.value;
  const text = `${one.title} ${one.by} ${one.note}`.toLowerCase();
  return (!state || one.read === (state === "read")) && text.includes(words);
}

const items = new Map();

function show() {
  const all = marks();
  const some = all.filter(wanted).reverse().sort(orders[form.elements.sort.value] ?? (() => 0));
  const now = some.map((one) => items.get(one.id) ?? item(one));
  some.forEach(update);
  // An element that is moved loses the focus, so none is moved without need.
  if (now.length !== list.children.length || now.some((one, at) => one !== list.children[at])) list.replaceChildren(...now);
  whole.querySelector(".reading-empty").hidden = all.length > 0;
  form.hidden = whole.querySelector(".reading-take").hidden = !all.length;
  const compared = some.slice(0, MOST_COMPARED).map((one) => ["p", one.id]);
  const link = whole.querySelector(".reading-compare");
  link.search = new URLSearchParams(compared);
  link.hidden = compared.length < 2;
  asks.hidden = !some.length;
}

function item({ id, title, lang, by, date }) {
  const about = [by, date.slice(0, 4)].filter(Boolean).join(", ");
  const link = create("a", { href: `${root}papers/${id}/`, textContent: title, ...(lang && { lang, dir: "auto" }) });
  const note = create("textarea", { rows: 2, maxLength: 20_000, placeholder: gettext("Add a note") });
  note.setAttribute("aria-label", gettext("Your note on %(title)s", { title }));
  const read = create("input", { type: "checkbox" });
  read.setAttribute("aria-label", gettext("read: %(title)s", { title }));
  const remove = create("button", { type: "button", className: "copy" }, gettext("Remove"));
  remove.ariaLabel = gettext("Remove %(title)s", { title });
  const tools = create("p", { className: "reading-item-tools" }, create("label", {}, read, " ", gettext("read")), remove);
  const element = create("li", {}, create("h2", { className: "card-title" }, link), create("p", { className: "card-authors" }, about), note, tools);
  note.addEventListener("input", () => revise(id, { note: note.value }));
  read.addEventListener("change", () => leave(element, () => revise(id, { read: read.checked })));
  remove.addEventListener("click", () => leave(element, () => takeOff(id)));
  items.set(id, element);
  return element;
}

function update({ id, note, read }) {
  const element = items.get(id);
  const box = element.querySelector("textarea");
  if (box.value !== note) box.value = note; // else whoever types would lose their place
  element.querySelector("input").checked = read;
  element.classList.toggle("is-read", read);
}

// Where a paper is only named, as in a table, its authors and date were not there to be kept with the mark.

async function complete({ id, ...known }) {
  const cells = (await paper(id))?.cells;
  if (!cells) return;
  const by = plainText(create("p", {}, ...cells.get("authors"))).slice(0, 200);
  const date = create("p", {}, ...cells.get("date")).querySelector("time")?.dateTime ?? "";
  if (by === known.by && date === known.date) return;
  items.delete(id);
  revise(id, { by, date });
}

const asks = whole.querySelector("[aria-controls=like]");
const showLike = likeList({
  button: asks,
  section: whole.querySelector("#like"),
  ids: () => marks().filter(wanted).slice(-MOST_ASKED).map((one) => one.id),
  known: () => new Set(marks().map((one) => one.id)),
  say,
});
addEventListener("popstate", showLike);

// The focus goes on to the next paper where this one leaves the list.

function leave(element, act) {
  const neighbour = element.nextElementSibling ?? element.previousElementSibling;
  act();
  if (!element.isConnected) (neighbour?.querySelector("a") ?? form.elements.find).focus();
}

function takeOff(id) {
  const entries = marks();
  const at = entries.findIndex((one) => one.id === id);
  const [gone] = entries.splice(at, 1);
  change(entries, gettext("Removed: %(title)s", gone), { at, gone });
}

back.addEventListener("click", () => {
  const { at, gone } = removed;
  const entries = marks().filter((one) => one.id !== gone.id);
  entries.splice(at, 0, gone);
  change(entries, gettext("Restored: %(title)s", gone));
  items.get(gone.id)?.querySelector("a").focus();
});

form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());

// Files.

const FORMAT = "conspectus reading list";
const MOST_BYTES = 4_000_000;

const makers = {
  list(papers) {
    const kept = { format: FORMAT, version: 1, site: location.origin + root, papers };
    download("reading-list.json", "application/json", JSON.stringify(kept, null, 1));
  },
  md(papers) {
    const plain = (text) => text.replace(/[\\`*_[\]<>]/g, "\\$&");
    const lines = papers.map(({ id, title, by, date, note, read }) => {
      const about = [`[${plain(title)}](${location.origin}${root}papers/${id}/)`, plain(by), date].filter(Boolean);
      const lines = note.split("\n").map((line) => (line.trim() ? `  ${line}` : ""));
      return [`- [${read ? "x" : " "}] ${about.join(", ")}`, ...(note ? ["", ...lines] : [])].join("\n");
    });
    download("reading-list.md", "text/markdown", `# Reading list\n\n${lines.join("\n")}\n`);
  },
};

whole.querySelector(".reading-take").addEventListener("click", async (event) => {
  const what = event.target.closest("button")?.dataset.take;
  if (!what) return;
  const papers = marks();
  try {
    if (makers[what]) return makers[what](papers);
    const { exportPapers } = await import("./export.js");
    await exportPapers(what, papers.map((one) => one.id));
  } catch {
    say(gettext("Export failed. Reload the page and try again."));
  }
});

// Nothing here is lost by a file: papers are added, and of two notes on a paper both are kept.

async function bring(file) {
  if (file.size > MOST_BYTES) return say(gettext("This file is too large for a reading list (at most 4 MB)."));
  let said;
  try {
    said = JSON.parse(await file.text());
  } catch {
    said = null;
  }
  if (said?.format !== FORMAT || said.version !== 1 || !Array.isArray(said.papers)) return say(gettext("This is not a reading-list file."));
  const found = said.papers.map(asMark).filter(Boolean);
  const all = new Map(marks().map((one) => [one.id, one]));
  const before = all.size;
  let notes = 0;
  for (const one of found) {
    const own = all.get(one.id);
    const note = !own || one.note.includes(own.note) ? one.note : own.note.includes(one.note) ? own.note : `${own.note}\n\n${one.note}`;
    notes += Boolean(own && note !== own.note);
    all.set(one.id, { ...(own ?? one), note, read: one.read || Boolean(own?.read) });
  }
  const [added, invalid] = [all.size - before, said.papers.length - found.length];
  const done = [
    added && ngettext("%(num)s paper added.", "%(num)s papers added.", added),
    notes && ngettext("%(num)s note merged with yours.", "%(num)s notes merged with yours.", notes),
    invalid && ngettext("%(num)s invalid entry skipped.", "%(num)s invalid entries skipped.", invalid),
  ].filter(Boolean);
  if (!done.length) done.push(gettext("No new papers in this file."));
  if (said.site !== location.origin + root) {
    done.push(gettext("This list was exported from another site; papers that are not in this survey have no page here."));
  }
  change([...all.values()], done.join(" "));
}

whole.querySelector("[type=file]").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (file) await bring(file);
  event.target.value = ""; // so that the same file can be brought again
});

document.addEventListener("marks", show);
whole.hidden = false;
if (canStore()) {
  show();
  showLike();
  marks().filter((one) => !one.by || !one.date).forEach(complete);
} else whole.replaceChildren(create("p", { className: "notice" },
  gettext("Your browser does not store data for this site, so there is no reading list here."), " ",
  create("a", { href: `${root}compare/` }, gettext("Compare papers"))));
