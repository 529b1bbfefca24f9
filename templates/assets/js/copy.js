// A button with `data-copy` copies the file at that address, and says so on itself and aloud. Where copying is not allowed,
// the text is shown and selected.

import { gettext } from "./language.js";

const SAID = 2000; // milliseconds a button says that it has copied
const texts = new Map();
const status = Object.assign(document.createElement("p"), { className: "unseen" });
status.setAttribute("role", "status");
document.body.append(status);

function read(address) {
  if (!texts.has(address)) {
    const text = fetch(address).then((reply) => {
      if (!reply.ok) throw new Error(`${reply.status}`);
      return reply.text();
    });
    text.catch(() => texts.delete(address));
    texts.set(address, text);
  }
  return texts.get(address);
}

// A browser may allow copying only at the press itself, so the clipboard is given the promise of a text.

function copy(text) {
  const blob = text.then((said) => new Blob([said], { type: "text/plain" }));
  blob.catch(() => {}); // whoever awaits the text is told
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

function select(button, text) {
  const shown = button.parentElement.querySelector(".copied") ?? Object.assign(document.createElement("pre"), { className: "copied" });
  shown.textContent = text;
  button.parentElement.append(shown);
  getSelection().selectAllChildren(shown);
}

function say(button, words, aloud = words) {
  const name = (button.dataset.name ??= button.textContent);
  button.textContent = words;
  status.textContent = "";
  setTimeout(() => (status.textContent = aloud), 50); // else the same words twice would be said once
  clearTimeout(button.waiting);
  button.waiting = setTimeout(() => (button.textContent = name), SAID);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button[data-copy]");
  if (!button) return;
  const what = button.dataset.what;
  const text = read(button.dataset.copy);
  try {
    await copy(text);
    say(button, gettext("Copied"), gettext("%(what)s copied", { what }));
  } catch {
    try {
      select(button, await text);
      say(button, gettext("Selected"), gettext("%(what)s selected; copy it with the keyboard", { what }));
    } catch {
      say(button, gettext("Copy failed"), gettext("%(what)s could not be loaded", { what }));
    }
  }
});
