// CSV as RFC 4180 has it, of cells that no spreadsheet takes for a formula: the words are other people's. exports/csv.py
// has the same rule for the survey's own files; a test compares the two.

const FORMULA = /^(?:[=@＝＠]|[+＋－-](?!\d[\w .,;:%/×–-]*$))/;

function cell(text) {
  const line = text.replace(/\s+/g, " ").trim();
  const safe = FORMULA.test(line) ? `'${line}` : line;
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = (rows) => rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
