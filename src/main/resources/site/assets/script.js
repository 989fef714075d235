// The switch between light and dark; relative dates. Pages are whole without it.
"use strict";
(() => {
  const page = document.documentElement;
  const dark = () =>
    page.dataset.theme ? page.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const button = document.querySelector("button.theme");
  if (button) {
    const show = () => button.setAttribute("aria-pressed", String(dark()));
    button.hidden = false;
    show();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    button.addEventListener("click", () => {
      page.dataset.theme = dark() ? "light" : "dark";
      try {
        localStorage.setItem("orrery-theme", page.dataset.theme);
      } catch (e) {
        // Storage may be refused; the switch then lasts as long as the page.
      }
      show();
    });
  }

  // What scrolls sideways can be reached by keyboard, also where the browser does not see to it.
  for (const wide of document.querySelectorAll(".prose pre, .prose table, .prose math[display=block]")) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }

  const units = [["day", 86400e3], ["hour", 3600e3], ["minute", 60e3]];
  const words = new Intl.RelativeTimeFormat(page.lang, { numeric: "auto" });
  for (const time of document.querySelectorAll("time[datetime]")) {
    const ago = Date.parse(time.dateTime) - Date.now();
    const unit = units.find(([, length]) => Math.abs(ago) >= length);
    if (unit && ago < 0 && ago > -14 * 86400e3) {
      time.title = words.format(Math.round(ago / unit[1]), unit[0]);
    }
  }
})();
