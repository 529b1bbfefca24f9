// An edit before it is written: what moves by it, and the lines that would be, to be saved or left.
import { create } from "./dom.js";
import { post } from "./post.js";

const KINDS = { "+": "added", "-": "removed", "@": "at" };

const line = (text) => {
  const head = /^(---|\+\+\+) /.test(text);
  return create("span", { className: head ? "file" : (KINDS[text[0]] ?? ""), textContent: `${text}\n` });
};

// Shows in `section` what an edit request comes to. `others`: the facet's title, if the paper has others there that
// could go. `saved` is called with the server's words; `left` when it is not wanted after all.
export const propose = async (request, { section, others, saved, left }) => {
  const proposal = await post("propose", request);
  const failed = create("p", { className: "wrong", role: "alert" });
  const save = create("button", { type: "button", className: "main", textContent: "Save" });
  const cancel = create("button", { type: "button", textContent: "Cancel" });
  const diff = create("pre", { tabIndex: 0 }, ...proposal.diff.trimEnd().split("\n").map(line));
  diff.setAttribute("aria-label", "The lines to be written");
  save.addEventListener("click", async () => {
    save.disabled = true;
    try {
      saved((await post("save", { request, fingerprint: proposal.fingerprint })).message);
    } catch (error) {
      failed.textContent = error.message;
      save.disabled = false;
    }
  });
  cancel.addEventListener("click", left);

  let instead = null;
  if (others) {
    const box = create("input", { type: "checkbox", checked: request.do === "only" });
    box.addEventListener("change", () => {
      const changed = { ...request, do: box.checked ? "only" : "place" };
      propose(changed, { section, others, saved, left }).catch((error) => (failed.textContent = error.message));
    });
    instead = create("label", { className: "instead" }, box, ` instead of its other places in ${others}`);
  }
  section.replaceChildren(
    create("h3", { textContent: "What will be written" }),
    create("p", { textContent: proposal.moves.join("; ") || "No paper moves by it." }),
    ...(instead ? [instead] : []),
    diff,
    failed,
    create("p", { className: "buttons" }, save, cancel),
  );
  section.hidden = false;
  save.focus();
};
