// Exports papers that a reader has found or chosen: exactly those, in their order. Their entries are picked from the
// survey's own files; the layout of each format, and where it has room for a search description, is declared in exports/
// and published in data/exports.json.

import { counted } from "./dom.js";
import { download } from "./download.js";
import { gettext, ngettext } from "./language.js";
import { about, json, root, text } from "./survey.js";

const MANY = 2000; // papers in a survey whose files are large; from it a few are picked one by one, and so they are of files without keys
const FEW = 100;
const IN_SIGHT = 20; // as many results as are listed at first

// The entries of a file.
function entriesOf(file, { head, end, between, tail, bullet }) {
  const entries = file.slice(head.length, file.length - end.length - tail.length).split(end + between);
  return entries.length > 1 ? entries.map((entry) => entry.slice(bullet.length)) : entries;
}

function keyOf(entry, [before, behind]) {
  const at = entry.indexOf(before) + before.length;
  return entry.slice(at, entry.indexOf(behind, at));
}

function unlessGone(error) {
  if (error.status !== 404) throw error;
  return null;
}

// Some papers' entries from their own files.
async function each(ids, format) {
  const files = await Promise.all(ids.map((id) => text(`papers/${id}/cite.${format.suffix}`).catch(unlessGone)));
  return files.filter(Boolean).map((file) => entriesOf(file, format)[0]);
}

// From the file of all papers: by their keys, or else by their places, the newest first.
async function fromWhole(ids, format) {
  const [names, file] = await Promise.all([json(format.key ? "data/keys.json" : "data/order.json"), text(format.whole)]);
  const all = entriesOf(file, format);
  if (!format.key && all.length !== names.length) return each(ids, format); // they are of two editions
  const entries = new Map(format.key ? all.map((entry) => [keyOf(entry, format.key), entry]) : all.reverse().map((entry, at) => [names[at], entry]));
  return ids.map((id) => entries.get(format.key ? names[id] : id)).filter(Boolean);
}

// The entries of papers, by their ids; of those that are gone there is none. An offline copy has the file of all papers alone.
async function picked(ids, format) {
  const isFew = format.each && ids.length <= FEW && (!format.key || (await about()).papers > MANY);
  return (isFew && (await each(ids, format).catch(() => null))) || fromWhole(ids, format);
}

// A file of entries, with a note on how they were found if there is one.
function fileOf(entries, { head, end, between, tail, bullet, note: places }, note) {
  const safe = [...note].map((sign) => places.escapes[sign] ?? sign).join("");
  const noted = (part) => (note ? part.replace("{note}", () => safe) : "");
  const mark = entries.length > 1 ? bullet : "";
  const parts = entries.map((entry) => {
    const at = places.before ? entry.lastIndexOf(places.before) : entry.length;
    return mark + entry.slice(0, at) + noted(places.entry) + entry.slice(at) + end;
  });
  const start = note && places.head !== null ? noted(places.head) : head;
  return start + parts.join(between) + tail + noted(places.tail);
}

// Saves papers, by their ids, in the format of this suffix. Comes to how many there are in the file.
export async function exportPapers(suffix, ids, note = "") {
  const format = (await json("data/exports.json")).find((one) => one.suffix === suffix);
  const entries = await picked(ids, format);
  download(`papers.${suffix}`, format.type, fileOf(entries, format, note));
  return entries.length;
}

// The search description, in a line: how many papers, in which survey of which date, the criteria, and the address.
async function methods(count, asked, address) {
  const survey = await about();
  const values = { papers: counted(count), all: survey.papers, title: survey.title, date: survey.dated };
  const found = survey.dated
    ? gettext("%(papers)s of %(all)s in “%(title)s” (data as of %(date)s)", values)
    : gettext("%(papers)s of %(all)s in “%(title)s”", values);
  return `${[found, ...asked].join("; ")}. ${address}`.replace(/[\s\p{Cc}]+/gu, " ");
}

// A comparison takes the first that it has room for, and lists papers like them.
function compareLike(ids) {
  const address = new URL("compare/#like", root);
  address.search = new URLSearchParams(ids.slice(0, IN_SIGHT).map((id) => ["p", id]));
  location.assign(address);
  return "";
}

// Saves papers that were found with a note on how, copies that note (`line`), or leads to papers like them (`like`). `asked`: what they were asked for by, in
// words. Comes to what is to be said of it.
export async function exportFound(suffix, ids, asked, address = location.href) {
  if (suffix === "like") return compareLike(ids);
  const note = await methods(ids.length, asked, address);
  if (suffix === "line") {
    await navigator.clipboard.writeText(note);
    return gettext("Copied");
  }
  return ngettext("%(num)s paper exported", "%(num)s papers exported", await exportPapers(suffix, ids, note));
}
