// What a reader's browser keeps for this site, and nobody else ever sees. Where it must keep nothing, nothing is kept.

export const root = new URL("..", import.meta.url).pathname; // several sites may share a host

export const key = (name) => `conspectus ${root} ${name}`;

export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(key(name)));
  } catch {
    return null;
  }
}

// Whether it could be kept: storage may be forbidden, or full.

export function keep(name, value) {
  try {
    localStorage.setItem(key(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
