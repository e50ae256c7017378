// In every page of the preview: shows what is wrong, loads the page anew when it changed, swaps stylesheets in place.
"use strict";

(() => {
  const own = document.currentScript.dataset;
  const key = `profilegen-preview:${location.pathname}`;
  const styles = `
    :host { all: initial; color-scheme: light; font: 15px/1.5 system-ui, sans-serif; }
    .errors, .note { position: fixed; z-index: 2147483647; color: #1d1d1f; background: #fff; box-shadow: 0 2px 24px #0006; }
    .errors { inset: auto 0 0; max-height: 70vh; overflow: auto; padding: 1rem 1.5rem 1.5rem; border-top: 6px solid #c01c28; }
    .note { right: 1rem; bottom: 1rem; max-width: 32rem; max-height: 50vh; overflow: auto; padding: .4rem .8rem;
      border-left: 6px solid #b06f00; border-radius: 4px; font-size: 13px; }
    h2 { margin: 0; font-size: 1.1rem; color: #a51d2d; }
    button { float: right; font: inherit; }
    article { margin-top: 1rem; }
    .place { font-family: ui-monospace, monospace; font-weight: 600; }
    p { margin: 0; }
    .hint { color: #444; }
    pre { margin: .4rem 0 0; padding: .5rem; overflow: auto; background: #f3f3f5; font: 13px/1.5 ui-monospace, monospace; }
    .at { display: inline-block; min-width: 100%; background: #ffd9dc; }
    mark { background: #c01c28; color: #fff; }
  `;

  const made = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  // What is shown over the page: in a shadow tree, so that neither touches the other's styles.
  const host = made("profilegen-preview");
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);

  const excerpt = (problem) => {
    const box = made("pre");
    const width = String(Math.max(...problem.lines.map((line) => line.number))).length;
    for (const line of problem.lines) {
      const row = made("span", "", line.number === problem.line ? "at" : "");
      row.append(`${String(line.number).padStart(width)}  `);
      const points = [...line.text];
      const at = line.number === problem.line && problem.column > 0 ? problem.column - 1 : points.length;
      row.append(points.slice(0, at).join(""));
      if (at < points.length) row.append(made("mark", points[at]), points.slice(at + 1).join(""));
      box.append(row, "\n");
    }
    return box;
  };

  const shown = (problem) => {
    const box = made("article");
    box.append(made("p", problem.place, "place"), made("p", problem.message));
    if (problem.hint) box.append(made("p", problem.hint, "hint"));
    if (problem.lines.length) box.append(excerpt(problem));
    return box;
  };

  const errorPanel = (errors) => {
    const panel = made("section", "", "errors");
    panel.setAttribute("role", "alert");
    const close = made("button", "Close");
    close.addEventListener("click", () => panel.remove());
    const title = errors.length === 1 ? "1 error" : `${errors.length} errors`;
    panel.append(close, made("h2", `${title}: the page is as it was before`), ...errors.map(shown));
    return panel;
  };

  const warningNote = (warnings) => {
    const note = made("details", "", "note");
    const title = warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`;
    note.append(made("summary", title), ...warnings.map(shown));
    return note;
  };

  const tell = (text) => {
    const note = made("section", text, "note");
    note.setAttribute("role", "status");
    return note;
  };

  const show = (news) => {
    const open = shadow.querySelector("details")?.open;
    shadow.replaceChildren();
    if (news.errors.length) shadow.append(errorPanel(news.errors));
    else if (news.gone && own.mark) shadow.append(tell("This page is no longer there."));
    else if (news.warnings.length) {
      shadow.append(warningNote(news.warnings));
      shadow.querySelector("details").open = Boolean(open);
    }
  };

  // assets/style.css of assets/style.1a2b3c4d.css
  const unmarked = (path) => path.replace(/\.[0-9a-f]{8}(?=\.css$)/, "");

  const swap = (stylesheets) => {
    const known = new Map(stylesheets.map((at) => [unmarked(`/${at}`), `/${at}`]));
    for (const link of document.querySelectorAll("link[rel~=stylesheet]:not([data-old])")) {
      const now = new URL(link.href);
      const next = known.get(unmarked(now.pathname));
      if (now.origin !== location.origin || !next || next === now.pathname) continue;
      const fresh = link.cloneNode();
      fresh.href = next;
      link.dataset.old = "";
      for (const event of ["load", "error"]) fresh.addEventListener(event, () => link.remove());
      link.after(fresh);
    }
  };

  const fields = () => [...document.querySelectorAll("input, select, textarea")];
  const parts = () => [...document.querySelectorAll("details")];

  const keep = () => {
    const state = {
      x: scrollX,
      y: scrollY,
      open: parts().map((part) => part.open),
      values: fields().map((field) => [field.name, field.value, Boolean(field.checked)]),
      focus: fields().indexOf(document.activeElement),
    };
    try {
      sessionStorage.setItem(key, JSON.stringify(state));
    } catch {
      // Then the page is loaded as if for the first time.
    }
  };

  const restore = () => {
    let state = null;
    try {
      state = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
    } catch {
      return;
    }
    if (!state) return;
    parts().forEach((part, index) => (part.open = state.open[index] ?? part.open));
    fields().forEach((field, index) => {
      const [name, value, checked] = state.values[index] ?? [];
      if (name !== field.name || (value === field.value && checked === Boolean(field.checked))) return;
      field.value = value;
      field.checked = checked;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    fields()[state.focus]?.focus({ preventScroll: true });
    scrollTo({ left: state.x, top: state.y, behavior: "instant" });
  };

  const reload = () => {
    keep();
    location.reload();
  };

  // A preview that was started anew knows another token: one more look, and no more for a while.
  const startedAnew = () => {
    const last = Number(sessionStorage.getItem(`${key}:again`) || 0);
    if (Date.now() - last < 10000) return shadow.replaceChildren(tell("The preview has ended."));
    sessionStorage.setItem(`${key}:again`, String(Date.now()));
    setTimeout(reload, 500);
  };

  let stream = null;

  const listen = () => {
    stream?.close();
    const asked = new URLSearchParams({ token: own.token, page: own.page, mark: own.mark });
    stream = new EventSource(`/-/events?${asked}`);
    stream.addEventListener("message", (event) => {
      const news = JSON.parse(event.data);
      if (news.changed) return reload();
      show(news);
      swap(news.stylesheets);
    });
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED) startedAnew();
    });
  };

  // A browser holds few connections to a host: pages that nobody sees do without one.
  document.addEventListener("visibilitychange", () => (document.hidden ? stream?.close() : listen()));
  addEventListener("pagehide", () => stream?.close());
  restore();
  if (!document.hidden) listen();
})();
