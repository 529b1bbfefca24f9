// Keeps an open page up to date with the content while `conspectus serve` runs.
// The server sends the digest of this page as it would be now, and the mistakes to show over it.
import * as bar from "./bar.js";
import { lay } from "./overlay.js";

const { digest } = document.getElementById("conspectus-live").dataset;
const place = "conspectus-scroll:" + location.pathname;
let stream = null;

// Listeners that have something to save hear of it first, and may add promises to wait for.
const reload = async () => {
  const waits = [];
  window.dispatchEvent(new CustomEvent("conspectus-reload", { detail: waits }));
  await Promise.all(waits);
  sessionStorage.setItem(place, String(window.scrollY));
  location.reload();
};

const tell = (message) => {
  const now = JSON.parse(message.data);
  if (now.digest !== digest) {
    reload();
  } else {
    lay(now.overlay);
  }
};

// A hidden page closes its connection: browsers allow six per host, and tabs add up.
const listen = () => {
  if (document.hidden || stream) return;
  stream = new EventSource("/__conspectus/events?page=" + encodeURIComponent(location.pathname));
  stream.addEventListener("message", tell);
  stream.addEventListener("bar", (message) => bar.tell(JSON.parse(message.data)));
};
const rest = () => {
  if (stream) stream.close();
  stream = null;
};

const scrolled = sessionStorage.getItem(place);
if (scrolled !== null) {
  sessionStorage.removeItem(place);
  window.scrollTo(0, Number(scrolled));
}
document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
window.addEventListener("pagehide", rest);
window.addEventListener("pageshow", listen);
listen();
