// A value of a filter that an address has and a page does not offer, because no paper has it here.

import { gettext } from "./language.js";

// Its checkbox, which is added to its group; `boxes` are all there are. Undefined if there is no such group.
export function offered(form, boxes, name, value) {
  const group = form.querySelector(`fieldset[name="${CSS.escape(name)}"]`);
  const pattern = form.querySelector(".choice:has(.not)");
  const label = value.replace(/^-/, "");
  if (!group || !pattern || !label) return undefined;
  const choice = pattern.cloneNode(true);
  const [one, not] = choice.querySelectorAll("input");
  Object.assign(one, { name, value: label });
  Object.assign(not, { name, value: `-${label}`, ariaLabel: gettext("Exclude %(name)s", { name: label }) });
  one.nextElementSibling.textContent = label;
  group.append(choice);
  boxes.push(one, not);
  return value === label ? one : not;
}
