// The pages' language: strings, plurals and numbers, as gettext knows them. The build writes `translations.js`; a string
// is known by its English text, with %(name)s where a value goes.

import translations from "./translations.js";

const tag = document.documentElement.lang || "en";
const plurals = new Intl.PluralRules(tag);
const numbers = new Intl.NumberFormat(tag);

export const collator = new Intl.Collator(tag, { numeric: true, sensitivity: "base" });

export const number = (value) => numbers.format(value);
const shown = (value) => (typeof value === "number" ? number(value) : value);
const filled = (text, values) => text.replace(/%(?:\((\w+)\)s|%)/g, (place, name) => (name ? shown(values[name]) : "%"));

export const gettext = (text, values = {}) => filled(translations.texts[text]?.[0] ?? text, values);

// A word and what it announces; languages differ in the colon, and the space behind it.
export const labelled = (label, value = "") => gettext("%(label)s: %(value)s", { label, value });

// The same text, marked as a string where it is only translated when it is shown.
export const marked = (text) => text;

export const pgettext = (context, text, values = {}) =>
  filled(translations.texts[`${context}|${text}`]?.[0] ?? text, values);

// The number stands in the string as %(num)s.
export function ngettext(one, other, num, values = {}) {
  const forms = translations.texts[one];
  const text = forms ? forms[translations.forms[plurals.select(num)]] ?? forms.at(-1) : num === 1 ? one : other;
  return filled(text, { num, ...values });
}
