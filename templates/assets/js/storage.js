// What a reader's browser stores for this site, and nobody else ever sees. Where it may store nothing, nothing is stored.

export const root = new URL("..", import.meta.url).pathname; // several sites may share a host

const key = (name) => `conspectus ${root} ${name}`;

export function load(name) {
  try {
    return JSON.parse(localStorage.getItem(key(name)));
  } catch {
    return null;
  }
}

// Whether it could be stored: storage may be forbidden, or full.

export function store(name, value) {
  try {
    localStorage.setItem(key(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function canStore() {
  const able = store("probe", 0);
  if (able) localStorage.removeItem(key("probe"));
  return able;
}

// The papers a reader marked, in that order, each { id, title, by, date, note, read }, and { lang } if the title is in another language than the page. Whatever else may stand in the
// storage, or in a file that somebody was sent, what comes out of here has these fields and no others.

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;

export const isId = (id) => typeof id === "string" && ID.test(id) && !id.includes("..");

const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");

export function asMark(value) {
  if (!isId(value?.id)) return null;
  const { id, by, note, read } = value;
  const title = text(value.title, 500) || id;
  const date = /^\d{4}(-\d\d){0,2}$/.test(value.date) ? value.date : "";
  const lang = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/.test(value.lang) && { lang: value.lang };
  return { id, title, ...lang, by: text(by, 200), date, note: text(note, 20_000), read: read === true };
}

export function marks() {
  const stored = load("marks");
  const entries = Array.isArray(stored) ? stored.map(asMark).filter(Boolean) : [];
  return [...new Map(entries.map((one) => [one.id, one])).values()];
}

// Whoever shows marks listens for `marks` on the document: they change here, in another tab, or while one was away.

const changed = () => document.dispatchEvent(new Event("marks"));

export function saveMarks(entries) {
  const done = store("marks", entries);
  changed();
  return done;
}

addEventListener("storage", (event) => (event.key === key("marks") || event.key === null) && changed());
addEventListener("pageshow", (event) => event.persisted && changed());
