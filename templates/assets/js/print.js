// A long list is printed whole: its further pages are put behind it for as long as the printing takes.
// Nothing can be waited for between the order to print and the printing, so they are fetched synchronously.

const paging = document.querySelector(".paging");
const list = document.querySelector(".cards");
let added = [];

function fetched(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.send();
  return request.status === 200 ? new DOMParser().parseFromString(request.responseText, "text/html") : null;
}

function items() {
  const last = [...paging.querySelectorAll("li a")].pop();
  const numbers = Array.from({ length: last.textContent - 1 }, (_, index) => index + 2);
  const pages = numbers.map((number) => fetched(new URL(`../${number}/`, last.href)));
  return pages.flatMap((page) => [...(page?.querySelectorAll(".cards > li") ?? [])]);
}

// The first page stands for the whole list; a filtered list is whole already and has no paging.

addEventListener("beforeprint", () => {
  if (added.length || !paging.isConnected || !paging.querySelector("li:first-child [aria-current]")) return;
  try {
    added = items().map((item) => document.importNode(item, true));
  } catch {
    return; // no network: what is here is printed
  }
  list.append(...added);
});

addEventListener("afterprint", () => {
  for (const item of added) item.remove();
  added = [];
});
