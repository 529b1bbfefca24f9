// The timeline of a category: a bar chooses its years in the form beside the list, and shows how much of it is in the list.

import { ngettext } from "./language.js";

const form = document.querySelector(".narrowing");
const drawing = document.querySelector(".timeline svg");

const bars = [...drawing.querySelectorAll("a")].map((link) => {
  const years = link.dataset.years.split(" ");
  const boxes = years.map((year) => form.querySelector(`[name="year"][value="${year}"]`));
  const [whole, part, value] = [".whole", ".part", ".value"].map((name) => link.querySelector(name));
  return { link, boxes, whole: whole.height.baseVal.value, part, value, all: Number(value.textContent) };
});

function show() {
  for (const { link, boxes, whole, part, value, all } of bars) {
    const counts = boxes.map((box) => Number(box.parentElement.querySelector(".count").textContent));
    const count = counts.reduce((sum, one) => sum + one, 0);
    const height = (whole * count) / all;
    part.setAttribute("y", part.previousElementSibling.y.baseVal.value + whole - height);
    part.setAttribute("height", height);
    value.textContent = count;
    const share = ngettext("%(shown)s of %(num)s paper", "%(shown)s of %(num)s papers", all, { shown: count });
    link.ariaLabel = `${value.previousElementSibling.textContent}: ${share}`;
    if (boxes.every((box) => box.checked)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

drawing.addEventListener("click", (event) => {
  const bar = bars.find(({ link }) => link.contains(event.target));
  if (!bar || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const [last, ...others] = bar.boxes;
  for (const box of others) box.checked = !last.checked;
  last.click(); // the form tells the list
});
document.addEventListener("narrowed", show);
