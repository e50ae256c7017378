// Before the first paint: the chosen colour scheme, and, opened from disk, the way on from a page that moved.
"use strict";

(() => {
  const root = document.documentElement;
  root.dataset.scripts = "on";
  try {
    const chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch {
    // Without storage the system's scheme holds.
  }
  const onward = root.dataset.target;
  if (location.protocol === "file:" && onward) {
    const url = new URL(onward, location.href);
    if (url.pathname.endsWith("/")) url.pathname += "index.html";
    location.replace(url.href);
  }
})();
