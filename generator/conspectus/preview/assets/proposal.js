// An edit before it is written: what it moves, and the lines that would change, to save or cancel.
import { create } from "./dom.js";
import { post } from "./post.js";

const KINDS = { "+": "added", "-": "removed", "@": "at" };

const line = (text) => {
  const head = /^(---|\+\+\+) /.test(text);
  return create("span", { className: head ? "file" : (KINDS[text[0]] ?? ""), textContent: `${text}\n` });
};

// Shows in `section` what an edit request would change. `others`: the facet's title, if the paper is in other categories
// there that it could leave. `saved` is called with the server's message; `left` when the edit is canceled.
export const propose = async (request, { section, others, saved, left }) => {
  const proposal = await post("propose", request);
  const failed = create("p", { className: "wrong", role: "alert" });
  const save = create("button", { type: "button", className: "main", textContent: "Save" });
  const cancel = create("button", { type: "button", textContent: "Cancel" });
  const diff = create("pre", { tabIndex: 0 }, ...proposal.diff.trimEnd().split("\n").map(line));
  diff.setAttribute("aria-label", "The lines that change");
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
    instead = create("label", { className: "instead" }, box, ` Remove from its other categories in ${others}`);
  }
  section.replaceChildren(
    create("h3", { textContent: "Proposed change" }),
    create("p", { textContent: proposal.moves.join("; ") || "No papers change category." }),
    ...(instead ? [instead] : []),
    diff,
    failed,
    create("p", { className: "buttons" }, save, cancel),
  );
  section.hidden = false;
  save.focus();
};
