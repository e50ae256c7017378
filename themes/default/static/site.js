// On every page: links that work from disk, the switch between light and dark, copying, whole abstracts in print.
"use strict";

(() => {
  const root = document.documentElement;

  // From disk, a link to a folder shows its files: name the page in it.
  if (location.protocol === "file:") {
    for (const link of document.querySelectorAll("a[href]")) {
      const url = new URL(link.getAttribute("href"), location.href);
      if (url.protocol === "file:" && url.pathname.endsWith("/")) {
        url.pathname += "index.html";
        link.href = url.href;
      }
    }
  }

  const isDark = () =>
    root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  for (const button of document.querySelectorAll("[data-switch]")) {
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch {
        // Then the choice holds for this page.
      }
    });
  }

  // The box of the search: `/` goes there, Enter opens the page that searches. From disk no search works.
  const box = document.querySelector("[data-search] input, [data-find]");
  const find = document.querySelector("[data-find]");
  if (find) {
    find.closest("search").hidden = location.protocol === "file:" || document.querySelector("[data-search]") !== null;
    find.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      location.href = `${find.dataset.find}#${new URLSearchParams({ q: find.value })}`;
    });
  }
  if (box) {
    addEventListener("keydown", (event) => {
      const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = document.querySelector("[data-search] input") || box;
      if (!target.checkVisibility || target.checkVisibility()) {
        event.preventDefault();
        target.focus();
      }
    });
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy);
      if (!navigator.clipboard) {
        getSelection().selectAllChildren(source);
        return;
      }
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = label), 2000);
    });
  }

  // Paper has nothing to open: folded abstracts stand whole in print.
  const folds = () => document.querySelectorAll("details.fold");
  addEventListener("beforeprint", () => {
    for (const fold of folds()) {
      if (!fold.open) fold.dataset.printed = "";
      fold.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const fold of folds()) {
      if ("printed" in fold.dataset) fold.open = false;
      delete fold.dataset.printed;
    }
  });
})();
