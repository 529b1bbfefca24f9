// The checkboxes that filter papers, in search and on a category's page: for each value one that chooses it and
// one that leaves it out, whose value begins with a hyphen.

import { gettext, labelled } from "./language.js";

const called = (box) => box.closest(".choice").querySelector("label > input + span").textContent;

function label(box, name = called(box)) {
  return box.value.startsWith("-") ? gettext("not %(name)s", { name }) : name;
}

// With its group, where another group has a value of that name.
function apart(box, boxes) {
  const name = called(box);
  const is = boxes.every((other) => other.name === box.name || called(other) !== name);
  return is ? name : labelled(box.closest("fieldset").querySelector("legend").textContent, name);
}

// so many, that an address of thousands of values costs no more than others
const MOST_UNOFFERED = 20;

// The checkbox of a value, as an address has it. One that is not offered, because no paper has it here, is added to its group;
// `boxes` are all there are. Undefined if there is no such group, and for what is no value.
export function boxOf(form, boxes, name, value) {
  const known = boxes.find((one) => one.name === name && one.value === value);
  const group = form.querySelector(`fieldset[name="${CSS.escape(name)}"]`);
  const pattern = form.querySelector(".choice:has(.not)");
  const label = value.replace(/^-/, "");
  if (known || !group || !pattern || !/^[^-]/.test(label) || form.querySelectorAll(".unoffered").length >= MOST_UNOFFERED) return known;
  const choice = pattern.cloneNode(true);
  choice.classList.add("unoffered");
  const [one, not] = choice.querySelectorAll("input");
  Object.assign(one, { name, value: label, checked: false });
  Object.assign(not, { name, value: `-${label}`, checked: false, ariaLabel: gettext("Exclude %(name)s", { name: label }) });
  one.nextElementSibling.textContent = label;
  group.append(choice);
  boxes.push(one, not);
  return value === label ? one : not;
}

// What is asked for in each group: within it one of the values chosen and none of those left out, across groups all of it.
export function wanted(boxes) {
  const groups = new Map();
  for (const { name, value, checked } of boxes) {
    if (!groups.has(name)) groups.set(name, { name, any: [], not: [] });
    if (!checked) continue;
    if (value.startsWith("-")) groups.get(name).not.push(value.slice(1));
    else groups.get(name).any.push(value);
  }
  return [...groups.values()];
}

// The same in words, a text for each group in use.
export function inWords(form) {
  const groups = [...form.querySelectorAll("fieldset")].filter((group) => group.querySelector(":checked"));
  return groups.map((group) => {
    const chosen = [...group.querySelectorAll("input")].filter((box) => box.checked).map((box) => label(box));
    return labelled(group.querySelector("legend").textContent, chosen.join(", "));
  });
}

// A value is chosen or left out, not both.
export function onlyOne(box) {
  for (const other of box.closest(".choice").querySelectorAll("input")) if (other !== box) other.checked = false;
}

// The values in use, in sight while their groups are closed; a press on one takes it back, and `changed` is told which.
export function nameChosen(list, boxes, changed) {
  const items = boxes.filter((box) => box.checked).map((box) => {
    const name = label(box, apart(box, boxes));
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: `${name} ×` });
    button.setAttribute("aria-label", gettext("Remove filter %(name)s", { name }));
    button.addEventListener("click", () => {
      box.checked = false;
      changed(box);
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  list.replaceChildren(...items);
}
