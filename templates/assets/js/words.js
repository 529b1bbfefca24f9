// Words as they are compared: without case and accents, and by what they grew from.

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const stem = (word) => word.replace(/(?:ies|es|s|e|y)$/, "");

export const words = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// Whether a word is one of those asked for: the same, grown from one, or what it grew from.
export function matches(word, asked) {
  return asked.some((other) => {
    const [a, b] = [stem(word), stem(other)];
    if (b.length < 3) return word === other;
    return a.startsWith(b) || (a.length >= 4 && b.startsWith(a) && b.length - a.length <= 3);
  });
}

const SAY_NOTHING =
  "a about an and any are as at be been by can could did do does done for from had has have how i if in into is it its me my " +
  "of on or our should so some than that the their them then there these they this to was way ways we were what when where " +
  "which who why will with would you";
const empty = new Set(SAY_NOTHING.split(" "));

// The words of a question that say what it is about.
export const telling = (text) => words(text).filter((word) => !empty.has(word));
