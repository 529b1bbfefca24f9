// On every page: `/` and Ctrl-K open the box that finds, and the page somebody points at is fetched ahead.

// The box that finds is loaded when somebody reaches for it; where it can't be, the masthead's own form still works.

const quick = document.querySelector("form.quick");
const finder = () => import("./search-box.js");

// A letter that is being composed of several keys would be lost with the focus.
let composing = Promise.resolve();
quick?.addEventListener("compositionstart", () => {
  composing = new Promise((done) => quick.addEventListener("compositionend", done, { once: true }));
});

async function seek() {
  if (!quick) {
    const own = document.querySelector("form.search input[type=search]"); // the search page's
    own?.focus();
    own?.select();
    return;
  }
  const before = document.activeElement;
  quick.elements.q.focus(); // letters that are typed before the box is there go here, and come with it
  try {
    const { open } = await finder();
    await composing;
    open(quick.elements.q.value, before);
    quick.reset();
  } catch {
    // The form in the masthead searches too.
  }
}

addEventListener("keydown", (event) => {
  const isWriting = event.target !== quick?.elements.q || quick.elements.q.value;
  const typing = isWriting && event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !control) return;
  event.preventDefault();
  seek();
});
quick?.addEventListener("click", seek);
quick?.addEventListener("input", seek);
for (const near of ["pointerenter", "focusin"]) quick?.addEventListener(near, () => finder().catch(() => {}), { once: true });

// Where the search page's own script, or one that it imports, cannot be had, nothing else would say so.

addEventListener("error", ({ target }) => {
  const status = target instanceof HTMLScriptElement && document.querySelector(".search-status");
  if (status) status.textContent = status.dataset.failed;
}, true);

// A page is fetched as soon as somebody is about to go there, unless they save data or have no line; the browser keeps it for the click.

const fetched = new Set([location.pathname]);

function prefetch(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.origin !== location.origin || fetched.has(link.pathname)) return;
  if (!navigator.onLine || navigator.connection?.saveData || !link.pathname.endsWith("/")) return;
  fetched.add(link.pathname);
  const href = link.href.split("#")[0];
  document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href }));
}
for (const about of ["pointerover", "touchstart", "focusin"]) document.addEventListener(about, prefetch, { passive: true });
