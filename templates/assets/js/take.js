// Taking papers along: exactly those at hand, in the order they are shown in, with a line that says how they were found.
// Entries are picked from the survey's own files. Each format carries the line where programs that read it expect such a
// thing: BibTeX in a comment, RIS as a note of each record, CSL-JSON as its annotation, CSV in a last column, Markdown below.

import { counted } from "./results.js";
import { about, json, text } from "./survey.js";
import { save } from "./taken.js";

const MANY = 2000; // papers in a survey whose files are large; from it a few are taken one by one
const FEW = 100;

const pairs = (entries, key) => entries.map((entry) => [key.exec(entry)?.[1], entry]).filter(([name]) => name);

const FORMATS = [
  {
    type: "application/x-bibtex", suffix: "bib", whole: "data/papers.bib", each: "cite.bib",
    read: (file) => pairs(file.split(/^(?=@)/m), /^@\w+\{([^,]+),/),
    write: (entries, said) => [`@comment{${said.replace(/[{}@\\]/g, " ")}}\n`, ...entries.map((entry) => entry.trimEnd() + "\n")].join("\n"),
  },
  {
    type: "application/x-research-info-systems", suffix: "ris", whole: "data/papers.ris", each: "cite.ris",
    read: (file) => pairs(file.split(/^(?=TY {2}- )/m), /^ID {2}- (.*?)\r?$/m),
    write: (entries, said) => entries.map((entry) => entry.replace(/^ER {2}- /m, `N1  - ${said}\r\nER  - `)).join(""),
  },
  {
    type: "application/vnd.citationstyles.csl+json", suffix: "json", whole: "data/papers.csl.json", each: "cite.json",
    read: (file) => JSON.parse(file).map((item) => [item.id, item]),
    write: (items, said) => `[\n${items.map((item) => JSON.stringify({ ...item, annote: said })).join(",\n")}\n]\n`,
  },
  {
    type: "text/csv", suffix: "csv", whole: "data/papers.csv",
    read: (file) => file.split("\r\n").filter(Boolean).map((line) => [line.slice(0, line.indexOf(",")), line]),
    write: (lines, said) => lines.map((line, at) => `${line},${at ? `"${said.replaceAll('"', '""')}"` : "found_by"}\r\n`).join(""),
    head: "key",
  },
  {
    type: "text/markdown", suffix: "md", each: "cite.md",
    read: (file) => [["", file]],
    write: (lines, said) => `${lines.map((line) => `- ${line}`).join("")}\n${said}\n`,
  },
];

// The text of a file with these papers, by their ids.
async function written(format, ids, said) {
  const survey = await about();
  if (!format.whole || (format.each && survey.papers > MANY && ids.length <= FEW)) {
    const files = await Promise.all(ids.map((id) => text(`papers/${id}/${format.each}`)));
    return format.write(files.map((file) => format.read(file)[0][1]), said);
  }
  const [keys, file] = await Promise.all([json("data/keys.json"), text(format.whole)]);
  const entries = new Map(format.read(file));
  const wanted = [...(format.head ? [format.head] : []), ...ids.map((id) => keys[id])];
  return format.write(wanted.map((key) => entries.get(key)), said);
}

// How papers were found, in a line: how many, in which survey of which date, what was asked for, and where that is.
async function methods(count, asked) {
  const survey = await about();
  const dated = survey.dated ? `, data of ${survey.dated}` : "";
  const found = `${counted(count, "paper")} of the ${survey.papers.toLocaleString()} in “${survey.title}”${dated}`;
  return `${[found, ...asked].join("; ")}. ${location.href}`.replace(/\s+/g, " ");
}

// Saves papers, by their ids, as a file of a kind (`bib`, `ris`, `json`, `csv`, `md`), or copies how they were found (`line`).
// `asked`: what they were asked for by, in words. Comes to what is to be said of it.
export async function take(kind, ids, asked) {
  const said = await methods(ids.length, asked);
  if (kind === "line") {
    await navigator.clipboard.writeText(said);
    return "Copied";
  }
  const format = FORMATS.find((one) => one.suffix === kind);
  save(`papers.${kind}`, format.type, await written(format, ids, said));
  return `${counted(ids.length, "paper")} saved`;
}
