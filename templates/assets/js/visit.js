// What came into the survey since the reader was last here: the latest papers that were not among those shown then.
// So it does not matter when the site was published, nor what anybody's clock says.

import { gettext, ngettext } from "./language.js";
import { load, store } from "./storage.js";

const HOUR = 3_600_000; // a visit goes on until nothing was looked at for so long

const line = document.querySelector("[data-recent]");
const recent = line.dataset.recent.split(" ");

function visit() {
  const now = Date.now();
  const last = load("visit");
  if (!Array.isArray(last?.shown) || !Number.isFinite(last.at)) return { shown: recent, at: now };
  return { known: now - last.at > HOUR ? last.shown : last.known, shown: recent, at: now };
}

const now = visit();
store("visit", now);

if (Array.isArray(now.known)) {
  const fresh = recent.filter((id) => !now.known.includes(id));
  const said = fresh.length > 1 && fresh.length === recent.length
    ? gettext("%(count)s or more papers since your last visit", { count: fresh.length })
    : ngettext("%(num)s paper since your last visit", "%(num)s papers since your last visit", fresh.length);
  if (fresh.length) line.lastElementChild.textContent = said;
  for (const id of fresh) {
    const card = document.querySelector(`.card[data-paper="${CSS.escape(id)}"]`);
    if (!card) continue;
    card.classList.add("fresh");
    card.querySelector(".card-title").prepend(
      Object.assign(document.createElement("span"), { className: "unseen", textContent: `${gettext("New:")} ` }),
    );
  }
}
