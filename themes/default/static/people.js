// The list of people: found as a name is typed.
"use strict";

(() => {
  const tools = document.querySelector("[data-people-tools]");
  if (!tools) return;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const people = [...document.querySelectorAll("[data-person]")].map((row) => ({ row, words: fold(row.textContent) }));
  const groups = [...document.querySelectorAll("[data-people]")];
  const input = tools.querySelector("input");
  const output = tools.querySelector("output");
  const show = () => {
    const words = fold(input.value).split(/\s+/);
    for (const person of people) person.row.hidden = !words.every((word) => person.words.includes(word));
    for (const group of groups) group.hidden = !group.querySelector("[data-person]:not([hidden])");
    const shown = people.filter((person) => !person.row.hidden).length;
    const text = output.dataset.shown.replace("{shown}", shown).replace("{total}", people.length);
    output.textContent = shown < people.length ? text : "";
  };
  input.addEventListener("input", show);
  show();
})();
