// Opened from disk, a link to a folder shows its files: name the page in it.
"use strict";

(() => {
  if (location.protocol !== "file:") return;
  const complete = (address) => {
    const url = new URL(address, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };
  const onward = document.documentElement.dataset.target;
  if (onward) {
    location.replace(complete(onward));
    return;
  }
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("a[href]")) link.href = complete(link.getAttribute("href"));
  });
})();
