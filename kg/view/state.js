// What the reader chose, in one place. The address says it, too, so that a view can be sent.

const DEFAULTS = Object.freeze({
  at: "", path: [], around: "", steps: 1, more: false,
  size: "neighbours", groups: false, theme: "",
  kinds: [], relations: [], certainty: [], kind: "", named: false, article: "", source: "", from: "", to: "", sure: 0,
});
const FILTERS = ["kinds", "relations", "certainty", "kind", "named", "article", "source", "from", "to", "sure"];
const READERS = {
  string: (texts) => texts[0],
  number: (texts) => Number.isFinite(Number(texts[0])) ? Math.max(0, Number(texts[0])) : 0,
  boolean: (texts) => texts[0] === "yes",
  object: (texts) => texts,
};

function fromAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const read = ([name, usual]) => [name, given.has(name) ? READERS[typeof usual](given.getAll(name)) : usual];
  return Object.fromEntries(Object.entries(DEFAULTS).map(read));
}
function toAddress(chosen) {
  const said = new URLSearchParams();
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    if (Array.isArray(usual)) for (const item of chosen[name]) said.append(name, item);
    else if (chosen[name] !== usual) said.set(name, chosen[name] === true ? "yes" : chosen[name]);
  }
  return `#${said}`;
}

const state = fromAddress();
const followers = [];

// Everything that changes what is seen goes through here; `followers` are told which names changed.
function change(patch) {
  const changed = Object.keys(patch).filter((name) => String(state[name]) !== String(patch[name]));
  if (!changed.length) return;
  Object.assign(state, patch);
  const step = changed.some((name) => ["at", "path", "around"].includes(name)) ? "pushState" : "replaceState";
  try { history[step](null, "", toAddress(state)); } catch { /* A frame without an address of its own. */ }
  for (const follow of followers) follow(new Set(changed));
}
function restore() {
  const before = { ...state };
  Object.assign(state, fromAddress());
  const changed = Object.keys(DEFAULTS).filter((name) => String(state[name]) !== String(before[name]));
  if (changed.length) for (const follow of followers) follow(new Set(changed));
}
addEventListener("popstate", restore);
addEventListener("hashchange", restore);

const without = (list, item) => list.filter((other) => other !== item);
const toggled = (list, item) => list.includes(item) ? without(list, item) : [...list, item];
const clearFilters = () => change(Object.fromEntries(FILTERS.map((name) => [name, DEFAULTS[name]])));
const isFiltered = () => FILTERS.some((name) => String(state[name]) !== String(DEFAULTS[name]));
