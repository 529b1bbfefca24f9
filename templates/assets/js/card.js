// On a card: an abstract is taken from the paper's own page when it is unfolded, because fifty of them would weigh more
// than all else on a page; and where nothing can be pointed with, one press tells why the paper stands in its places.

async function abstract(address) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${reply.status}`);
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  return [...page.querySelector("#abstract").childNodes].map((node) => document.importNode(node, true));
}

async function unfold(event) {
  const fold = event.target;
  if (!fold.open || !fold.matches(".card-abstract:not([data-read])")) return;
  fold.dataset.read = "";
  const text = fold.querySelector("p");
  try {
    text.replaceChildren(...(await abstract(text.querySelector("a").href)));
  } catch {
    delete fold.dataset.read; // the link to it is still there
  }
}
document.addEventListener("toggle", unfold, true); // the event does not bubble

document.addEventListener("click", (event) => {
  const why = event.target.closest?.(".ask a");
  if (!why || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  why.setAttribute("role", "button");
  why.setAttribute("aria-expanded", why.closest(".chips").classList.toggle("told"));
});

// A reason stands below its place, but within the list of places, so that it never leaves the window.

function align(event) {
  const place = event.target.closest?.(".chips li");
  const why = place?.querySelector(".why");
  if (!why) return;
  const list = place.parentElement;
  const room = list.offsetWidth - why.offsetWidth;
  why.style.insetInlineStart = `${Math.max(0, Math.min(place.offsetLeft, room))}px`;
}
for (const coming of ["pointerover", "focusin"]) document.addEventListener(coming, align);

// A reason that is in the way goes with Escape, until its place is left.

const HUSHED = "hushed";
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  for (const place of document.querySelectorAll(`.chips li:is(:hover, :focus-within):not(.${HUSHED}):has(> .why)`)) {
    event.preventDefault(); // the key has done its work
    place.classList.add(HUSHED);
  }
});
for (const leaving of ["pointerout", "focusout"]) {
  document.addEventListener(leaving, (event) => {
    const place = event.target.closest?.(`.${HUSHED}`);
    if (place && !place.contains(event.relatedTarget)) place.classList.remove(HUSHED);
  });
}
