// A list of papers: filtered and sorted as the tools say, which the part of the address behind # remembers.
"use strict";

(() => {
  const list = document.querySelector("[data-papers]");
  const tools = list && list.querySelector("[data-tools]");
  if (!tools) return;

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const groups = [...list.querySelectorAll("[data-cards]")].map((box) => ({
    box,
    cards: [...box.querySelectorAll("article")].map((card, place) => ({
      card,
      place,
      words: fold(card.textContent),
      title: fold(card.querySelector("h3, h4").textContent.trim()),
      keys: card.dataset,
    })),
  }));
  const all = groups.flatMap((group) => group.cards);
  const output = tools.querySelector("output");
  const fields = [...tools.querySelectorAll("button[name=field]")];
  const inputs = [...tools.querySelectorAll("input, select")];

  const byText = (key) => (a, b) => (a.keys[key] < b.keys[key] ? 1 : a.keys[key] > b.keys[key] ? -1 : 0);
  const byNumber = (key) => (a, b) => (b.keys[key] || -1) - (a.keys[key] || -1);
  const orders = {
    date: byText("date"),
    year: byText("date"),
    citations: byNumber("citations"),
    score: byNumber("score"),
    title: (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  };

  const fits = (entry, state) =>
    (!state.field || entry.keys.field === state.field) &&
    (!state.year || entry.keys.year === state.year) &&
    (!state.code || entry.keys.code === state.code) &&
    fold(state.q || "")
      .split(/\s+/)
      .every((word) => entry.words.includes(word));

  const heading = (text) => {
    const made = document.createElement("p");
    made.className = "year-heading";
    made.textContent = text;
    return made;
  };

  const arrange = (group, state) => {
    const order = orders[state.sort];
    const sorted = [...group.cards].sort((a, b) => (order ? order(a, b) : 0) || a.place - b.place);
    for (const old of group.box.querySelectorAll(".year-heading")) old.remove();
    let year = null;
    for (const entry of sorted) {
      if (state.sort === "year" && !entry.card.hidden && entry.keys.year !== year) {
        year = entry.keys.year;
        group.box.append(heading(year || "–"));
      }
      group.box.append(entry.card);
    }
    group.box.hidden = group.cards.length > 0 && group.cards.every((entry) => entry.card.hidden);
  };

  const show = (state) => {
    for (const entry of all) entry.card.hidden = !fits(entry, state);
    for (const group of groups) arrange(group, state);
    const shown = all.filter((entry) => !entry.card.hidden).length;
    const filtered = shown < all.length;
    output.textContent = filtered
      ? output.dataset.shown.replace("{shown}", shown).replace("{total}", all.length)
      : "";
  };

  const read = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

  const fill = (state) => {
    for (const input of inputs) {
      if (input.type === "checkbox") input.checked = state[input.name] === input.value;
      else input.value = state[input.name] || "";
    }
    for (const button of fields) button.setAttribute("aria-pressed", String(button.value === state.field));
  };

  const gather = () => {
    const state = {};
    for (const input of inputs) {
      if (input.type !== "checkbox" || input.checked) state[input.name] = input.value;
    }
    const pressed = fields.find((button) => button.getAttribute("aria-pressed") === "true");
    if (pressed) state.field = pressed.value;
    return Object.fromEntries(Object.entries(state).filter(([, value]) => value));
  };

  const change = () => {
    const state = gather();
    const text = new URLSearchParams(state).toString();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
    show(state);
  };

  const restore = () => {
    if (location.hash && !location.hash.includes("=")) return;
    const state = read();
    fill(state);
    show(state);
  };

  for (const input of inputs) input.addEventListener("input", change);
  for (const button of fields) {
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") === "true";
      for (const other of fields) other.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-pressed", String(!pressed));
      change();
    });
  }
  addEventListener("hashchange", restore);
  restore();
})();
