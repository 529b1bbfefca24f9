// A field to find a category of any facet by words and choose it: an ARIA combobox with a list.
import { create } from "./dom.js";

// `categories` are suggested; `choose` is called with the chosen one.
export const categorySearch = (categories, choose) => {
  const placeholder = "Type part of its title";
  const input = create("input", { type: "text", id: "finder", role: "combobox", autocomplete: "off", placeholder });
  const list = create("ul", { id: "found", role: "listbox", hidden: true });
  const label = create("label", { htmlFor: "finder", textContent: "Add to a category" });
  list.setAttribute("aria-label", "Categories");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let shown = [];
  let at = -1;

  const point = (next) => {
    at = next;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    const option = list.children[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-1);
  };

  const pick = (category) => {
    input.value = "";
    close();
    choose(category);
  };

  const option = (category, number) => {
    const item = create("li", { id: `found-${number}`, role: "option" });
    item.append(create("small", { textContent: category.within }), ` ${category.title}`);
    item.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    item.addEventListener("click", () => pick(category));
    return item;
  };

  const find = () => {
    const words = input.value.toLowerCase().split(/\s+/);
    const text = (category) => `${category.within} ${category.title} ${category.id}`.toLowerCase();
    shown = categories.filter((category) => words.every((word) => text(category).includes(word)));
    list.replaceChildren(...shown.map(option));
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    point(input.value && shown.length ? 0 : -1);
  };

  input.addEventListener("input", find);
  input.addEventListener("click", find);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) find();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (shown.length) point((at + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && shown[at]) {
      event.preventDefault();
      pick(shown[at]);
    }
  });
  return create("div", { className: "finder" }, label, input, list);
};
