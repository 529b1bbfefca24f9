// Keeps an open page up to date with the content while `conspectus serve` runs.
// The server tells the digest of this page as it would be now, and the mistakes to lay over it.
"use strict";
(() => {
  const digest = document.currentScript.dataset.digest;
  const place = "conspectus-scroll:" + location.pathname;
  let stream = null;
  let layer = null;

  const lay = (overlay) => {
    if (layer) layer.remove();
    layer = null;
    if (!overlay || document.body.classList.contains("alone")) return;
    // A shadow root, so that neither the site's styles nor ours reach into the other.
    layer = document.createElement("div");
    layer.id = "conspectus-overlay";
    const inside = layer.attachShadow({ mode: "open" });
    inside.innerHTML = `<link rel="stylesheet" href="/__conspectus/overlay.css">
      <section role="alert" aria-label="Mistakes in the content">
        <button type="button">Look at the last good page</button>${overlay}</section>`;
    inside.querySelector("button").addEventListener("click", () => lay(""));
    document.body.append(layer);
  };

  const tell = (message) => {
    const now = JSON.parse(message.data);
    if (now.digest !== digest) {
      sessionStorage.setItem(place, String(window.scrollY));
      location.reload();
    } else {
      lay(now.overlay);
    }
  };

  // A page out of sight lets go of its connection: browsers allow six to a host, and tabs add up.
  const listen = () => {
    if (document.hidden || stream) return;
    stream = new EventSource("/__conspectus/events?page=" + encodeURIComponent(location.pathname));
    stream.addEventListener("message", tell);
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
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && layer) lay("");
  });
  listen();
})();
