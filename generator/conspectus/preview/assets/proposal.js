// An edit before it is written: what moves by it, and the lines that would be, to be saved or left.
import { create } from "./dom.js";
import { post } from "./post.js";

const KINDS = { "+": "added", "-": "removed", "@": "at" };

const line = (text) => {
  const head = /^(---|\+\+\+) /.test(text);
  return create("span", { className: head ? "file" : (KINDS[text[0]] ?? ""), textContent: `${text}\n` });
};

// Shows what a wish comes to in `place`. `others`: the facet's title, if the paper has others there that could go.
// `saved` is called with the server's words; `left` when it is not wanted after all.
export const propose = async (wish, { place, others, saved, left }) => {
  const found = await post("propose", wish);
  const failed = create("p", { className: "wrong", role: "alert" });
  const save = create("button", { type: "button", className: "main", textContent: "Save" });
  const cancel = create("button", { type: "button", textContent: "Cancel" });
  const diff = create("pre", { tabIndex: 0 }, ...found.diff.trimEnd().split("\n").map(line));
  diff.setAttribute("aria-label", "The lines to be written");
  save.addEventListener("click", async () => {
    save.disabled = true;
    try {
      saved((await post("save", { request: wish, fingerprint: found.fingerprint })).message);
    } catch (error) {
      failed.textContent = error.message;
      save.disabled = false;
    }
  });
  cancel.addEventListener("click", left);

  let instead = null;
  if (others) {
    const box = create("input", { type: "checkbox", checked: wish.do === "only" });
    box.addEventListener("change", () => {
      const now = { ...wish, do: box.checked ? "only" : "place" };
      propose(now, { place, others, saved, left }).catch((error) => (failed.textContent = error.message));
    });
    instead = create("label", { className: "instead" }, box, ` instead of its other places in ${others}`);
  }
  place.replaceChildren(
    create("h3", { textContent: "What will be written" }),
    create("p", { textContent: found.moves.join("; ") || "No paper moves by it." }),
    ...(instead ? [instead] : []),
    diff,
    failed,
    create("p", { className: "buttons" }, save, cancel),
  );
  place.hidden = false;
  save.focus();
};
