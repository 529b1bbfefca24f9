// A page that stays open while its site is built anew: what it has read of the older one is not to be mixed with what it reads next.

import { EDITION, forget, json, root } from "./survey.js";

// Ask the host which edition there is, and forget all that is of another. Offline, what is there stays.
export async function renewed() {
  const [{ edition }, answer] = await Promise.all([json(EDITION), fetch(new URL(EDITION, root), { cache: "no-cache" })]);
  if (answer.ok && (await answer.json()).edition !== edition) forget();
}
