// On the search page: says so while the index that is searched is older than the content.
import { create } from "./dom.js";

const note = create("p", { hidden: true, textContent: "The search index is being brought up to date." });
note.setAttribute("role", "status");

// The server answers as soon as it is otherwise than what we know, or says the same after a while.
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
