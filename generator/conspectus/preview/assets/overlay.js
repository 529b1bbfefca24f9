// Mistakes shown over the page; Escape or the button closes them. The server has escaped their text.

let dialog = null;

const created = () => {
  // A shadow root, so that the site's styles and ours do not affect each other.
  const layer = document.createElement("div");
  Object.assign(layer, { id: "conspectus-overlay", lang: "en", dir: "ltr" });
  const inside = layer.attachShadow({ mode: "open" });
  inside.innerHTML = `<link rel="stylesheet" href="/__conspectus/overlay.css">
    <dialog aria-label="Mistakes in the content">
      <button type="button">Back to the page</button>
      <div></div>
    </dialog>`;
  const dialog = inside.querySelector("dialog");
  inside.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => layer.remove());
  document.body.append(layer);
  return dialog;
};

// Shows these mistakes instead of any shown before; without any, closes the dialog.
export const lay = (mistakes) => {
  if (document.body.classList.contains("alone")) return;
  if (!mistakes) {
    dialog?.close();
    return;
  }
  if (!dialog?.isConnected) dialog = created();
  dialog.querySelector("div").innerHTML = mistakes;
  if (!dialog.open) dialog.showModal();
};
