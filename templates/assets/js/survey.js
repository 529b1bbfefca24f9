// The site's own files, and what the survey says of itself to those who search it.

export const root = new URL("..", import.meta.url);

const kept = new Map();

// Made once; if that fails, made anew when it is asked for again.
export function once(name, make) {
  if (!kept.has(name)) kept.set(name, make().catch((error) => {
    kept.delete(name);
    throw error;
  }));
  return kept.get(name);
}

export const forget = () => kept.clear();

// What a browser keeps may be of an earlier build, and is not to be read together with what is newer. So the host is asked
// which edition there is, and the other files of the search are asked for by that.
export const EDITION = "data/search.json";
const OF_ANY = /^papers|finder/;

async function reply(path) {
  const edition = path === EDITION || OF_ANY.test(path) ? "" : `?${(await json(EDITION)).edition}`;
  const answer = await fetch(new URL(path + edition, root), path === EDITION ? { cache: "no-cache" } : {});
  if (!answer.ok) throw Object.assign(new Error(`${answer.status} ${path}`), { status: answer.status });
  return answer;
}

export const text = async (path) => (await reply(path)).text();
export const json = (path) => once(path, async () => (await reply(path)).json());

// The survey as search speaks of it: title, papers, dated, years, places.
export const about = () => json("data/finder.json");

// The checksum by which the build has spread things over files.
export function crc32(text) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}
