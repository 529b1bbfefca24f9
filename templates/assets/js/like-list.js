// “More like these” where several papers are shown: a button, and a section with what they are like.

import { create } from "./dom.js";
import { gettext, ngettext } from "./language.js";

// The address says whether it is asked for, so that Back comes to it and away again. `ids()`: what is shown; `known()`: what
// is left out, a set; `say` takes a sentence. Returns what shows the list anew where it is asked for.
export function likeList({ button, section, ids, known, say }) {
  const isAsked = () => location.hash === "#like";

  async function show() {
    button.setAttribute("aria-expanded", isAsked());
    section.hidden = true;
    if (!isAsked() || !ids().length) return;
    const { likeThese } = await import("./like-these.js");
    const found = await likeThese(ids(), known());
    if (!isAsked()) return;
    if (!found) return say(gettext("Related papers could not be loaded. Check your connection and try again."));
    say(found.length ? ngettext("%(num)s paper like these.", "%(num)s papers like these.", found.length) : gettext("No other papers are like these."));
    const reason = (names) => create("span", { className: "reason" }, gettext("like: %(names)s", { names: names.join("; ") }));
    section.querySelector("ul").replaceChildren(...found.map(({ link, near }) => create("li", {}, link, " ", reason(near))));
    section.hidden = !found.length;
    if (found.length) section.querySelector("h2").focus();
  }

  button.addEventListener("click", () => {
    if (!isAsked()) history.pushState(null, "", "#like");
    show();
  });
  for (const part of [button, section]) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !isAsked()) return;
      event.preventDefault();
      history.replaceState(null, "", location.pathname + location.search);
      show();
      button.focus();
    });
  }
  return show;
}
