// The page that searches: asks the index that lies in the site, and shows what it finds. What is found is only text.
"use strict";

(async () => {
  const tools = document.querySelector("[data-search]");
  const results = document.querySelector("[data-results]");
  const more = document.querySelector("[data-more]");
  if (!tools || !results) return;

  const output = tools.querySelector("output");
  const inputs = [...tools.querySelectorAll("input, select")];
  const box = inputs[0];
  const PAGE = 10;

  let engine;
  try {
    if (location.protocol === "file:") throw new Error("no server");
    engine = await import(new URL(tools.dataset.search, location.href).href);
    await engine.init();
  } catch {
    output.textContent = tools.dataset.failed;
    return;
  }

  // Excerpts come as HTML with marks in it: only the marks are taken over.
  const marked = (html) => {
    const read = new DOMParser().parseFromString(html, "text/html");
    return [...read.body.childNodes].map((node) => {
      if (node.nodeName !== "MARK") return node.textContent;
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      return mark;
    });
  };

  const shown = (found) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = found.url;
    link.textContent = found.meta.title;
    const by = document.createElement("p");
    by.className = "byline";
    by.textContent = (found.meta.authors || "").replace(/\s+/g, " ").replace(/ ,/g, ",").replace(/\.$/, "");
    const excerpt = document.createElement("p");
    excerpt.append(...marked(found.excerpt));
    item.append(link, by, excerpt);
    return item;
  };

  const offer = (name, counts) => {
    const field = tools.querySelector(`[name="${name}"]`);
    const options = field.list || field;
    const values = Object.keys(counts).filter((value) => counts[value] > 0);
    if (name === "year") values.sort().reverse();
    else values.sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1));
    const kept = field.value;
    options.replaceChildren(...(field.list ? [] : [field.options[0]]));
    for (const value of values.slice(0, 200)) options.append(new Option(value, value));
    if (!field.list) {
      if (kept && !values.includes(kept)) options.append(new Option(kept, kept));
      field.value = kept;
    }
    field.closest("label").hidden = values.length < 2 && !kept;
  };

  let turn = 0;
  let waiting = [];

  const next = async () => {
    const mine = turn;
    const found = await Promise.all(waiting.splice(0, PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    results.append(...found.map(shown));
    more.hidden = waiting.length === 0;
  };

  const search = async () => {
    const mine = ++turn;
    const state = Object.fromEntries(inputs.map((input) => [input.name, input.value.trim()]));
    const asked = Object.entries(state).filter(([, value]) => value);
    history.replaceState(null, "", asked.length ? `#${new URLSearchParams(asked)}` : location.pathname);
    const filters = Object.fromEntries(asked.filter(([name]) => name !== "q"));
    if (!asked.length) {
      results.replaceChildren();
      output.textContent = "";
      more.hidden = true;
      for (const [name, counts] of Object.entries(await engine.filters())) offer(name, counts);
      return;
    }
    const found = await engine.search(state.q || null, { filters });
    if (mine !== turn) return;
    results.replaceChildren();
    waiting = found.results;
    output.textContent = waiting.length ? tools.dataset.count.replace("{n}", waiting.length) : tools.dataset.none;
    for (const [name, counts] of Object.entries(found.filters)) offer(name, counts);
    await next();
  };

  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const input of inputs) {
      const value = state.get(input.name) || "";
      const known = !input.options || [...input.options].some((option) => option.value === value);
      if (!known) input.append(new Option(value, value));
      input.value = value;
    }
    search();
  };

  let timer;
  for (const input of inputs) {
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, 150);
    });
  }
  more.addEventListener("click", next);
  addEventListener("hashchange", restore);
  for (const [name, counts] of Object.entries(await engine.filters())) offer(name, counts);
  restore();
  box.focus();
})();
