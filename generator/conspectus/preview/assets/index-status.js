// On the search page: shows a note while the search index is older than the content.
import { create } from "./dom.js";

const note = create("p", { hidden: true, lang: "en", dir: "ltr", textContent: "The search index is being updated." });
note.setAttribute("role", "status");

// The server answers when the status changes, or with the same status after a while.
export const follow = async () => {
  document.querySelector("main h1")?.after(note);
  for (let known = ""; ; ) {
    const answer = await fetch("/__conspectus/index?older=" + known).catch(() => null);
    if (!answer?.ok) return;
    const { older } = await answer.json();
    note.hidden = !older;
    known = older ? "yes" : "no";
  }
};
