// What all engines are asked alike.

// What a word weighs in each field, the last argument.
export const WEIGHTS = JSON.parse(process.argv.at(-1));
export const FIELDS = Object.keys(WEIGHTS);

// So many results are asked for where a library wants to know.
export const MOST = 20;

export const folded = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const words = (query) => folded(query).match(/[\p{L}\p{N}]+/gu) ?? [];
