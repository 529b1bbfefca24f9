// On every page: `/` goes to the search box, a citation shows its paper while it is pointed at or focused, and the page
// somebody points at is fetched ahead.

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("input[type=search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// The card of a cited paper is taken from the paper's own page, once.

const cards = new Map();
const popup = Object.assign(document.createElement("aside"), { className: "popup", hidden: true });
popup.setAttribute("role", "tooltip");
popup.id = "cited";
let wanted;

async function card(address) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${reply.status}`);
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const parts = ["h1", ".authors", ".paper-facts", ".lead"].map((name) => page.querySelector(`.paper ${name}`));
  return parts.filter(Boolean).map((part) => {
    const copy = Object.assign(document.createElement("div"), { className: part.className || "popup-title" });
    copy.append(...[...part.childNodes].map((node) => document.importNode(node, true)));
    return copy;
  });
}

function place(link) {
  const box = link.getBoundingClientRect();
  popup.style.insetInlineStart = `${Math.max(8, Math.min(box.left, innerWidth - popup.offsetWidth - 8)) + scrollX}px`;
  const below = box.bottom + popup.offsetHeight + 8 < innerHeight;
  popup.style.insetBlockStart = `${scrollY + (below ? box.bottom + 4 : box.top - popup.offsetHeight - 4)}px`;
}

async function show(link) {
  wanted = link;
  const address = link.href;
  if (!cards.has(address)) cards.set(address, card(address).catch(() => null));
  const parts = await cards.get(address);
  if (wanted !== link || !parts) return;
  popup.replaceChildren(...parts.map((part) => part.cloneNode(true)));
  popup.hidden = false;
  link.removeAttribute("title"); // else the browser would show its own tip over the card
  link.setAttribute("aria-describedby", popup.id);
  place(link);
}

function hide() {
  wanted?.removeAttribute("aria-describedby");
  wanted = null;
  popup.hidden = true;
}

const citations = document.querySelectorAll("a.citation");
if (citations.length) document.body.append(popup);
for (const link of citations) {
  link.addEventListener("mouseenter", () => show(link));
  link.addEventListener("focus", () => show(link));
  link.addEventListener("mouseleave", hide);
  link.addEventListener("blur", hide);
}
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || popup.hidden) return;
  event.preventDefault(); // the key has done its work
  hide();
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
