// Only a preview has this script: see community.orrery.serve. It asks by way of script elements, since the pages' own policy
// allows those and no other requests.
"use strict";
(() => {
  const held = document.currentScript.dataset.site;
  const folder = new URL(".", document.currentScript.src);
  let bar = null;

  const show = (run) => {
    if (!run) {
      if (bar) bar.hidden = true;
      return;
    }
    if (!bar) {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = new URL("preview.css", folder);
      bar = document.createElement("p");
      bar.className = "orrery-preview";
      bar.setAttribute("role", "status");
      document.head.append(style);
      document.body.append(bar);
    }
    const words = `A run is at work: ${run.asked} of at most ${run.active} feeds asked${run.last ? `, last ${run.last}` : ""}`;
    if (bar.textContent !== words) bar.textContent = words;
    bar.hidden = false;
  };

  globalThis.orreryPreview = (now) => {
    if (now.site && now.site !== held) location.reload();
    else show(now.run);
  };

  const ask = () => {
    if (document.hidden) {
      document.addEventListener("visibilitychange", ask, { once: true });
      return;
    }
    const script = document.createElement("script");
    const after = (pause) => () => {
      script.remove();
      setTimeout(ask, pause);
    };
    script.src = new URL("now.js", folder);
    script.onload = after(1000);
    script.onerror = after(5000);
    document.head.append(script);
  };
  setTimeout(ask, 1000);
})();
