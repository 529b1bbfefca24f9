// On every page: `/` goes to the search box, and the page somebody points at is fetched ahead.

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("input[type=search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A page is fetched as soon as somebody is about to go there, unless they save data; the browser keeps it for the click.

const fetched = new Set([location.pathname]);

function prefetch(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.origin !== location.origin || fetched.has(link.pathname)) return;
  if (navigator.connection?.saveData || !link.pathname.endsWith("/")) return;
  fetched.add(link.pathname);
  const href = link.href.split("#")[0];
  document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href }));
}
for (const about of ["pointerover", "touchstart", "focusin"]) document.addEventListener(about, prefetch, { passive: true });
