// Files that are made in the browser, from what it shows and keeps.

import { root } from "./kept.js";

export function save(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

const TYPES = { bib: "application/x-bibtex", ris: "application/x-research-info-systems", json: "application/json" };

// Papers as one file of citations, put together from the files their pages have. Of those that are gone there is none.

export async function citations(ids, suffix) {
  const replies = await Promise.all(ids.map((id) => fetch(`${root}papers/${id}/cite.${suffix}`)));
  const found = await Promise.all(replies.filter((reply) => reply.ok).map((reply) => reply.text()));
  const text = suffix === "json" ? JSON.stringify(found.flatMap((one) => JSON.parse(one)), null, 1) : found.join("\n");
  save(`papers.${suffix}`, TYPES[suffix], text);
  return found.length;
}

// A table as text, from its rows, of which the first is the heading.

const FORMULA = /^(?:[=@]|[+-](?!\d[\w .,;:%/×–-]*$))/; // what a spreadsheet would calculate with

export const tables = {
  md([heading, ...rows]) {
    const line = (row) => `| ${row.map((text) => text.replace(/[\\|]/g, "\\$&")).join(" | ")} |`;
    return [line(heading), `|${" --- |".repeat(heading.length)}`, ...rows.map(line), ""].join("\n");
  },
  csv(rows) {
    const cell = (text) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  },
};
