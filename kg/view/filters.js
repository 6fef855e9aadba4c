// What the reader sees of the filters: a form that says what there is, and a chip for each that is on.

const counted = (list, key) => {
  const counts = new Map();
  for (const item of list) if (key(item) !== undefined) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || String(a[0]).localeCompare(String(b[0])));
};
const CERTAINTIES = { actual: "stated as fact", planned: "planned", required: "required", conditional: "conditional", possible: "possible", denied: "denied" };
const titleOf = (article) => article.title ?? article.headline;

function boxes(title, name, items) {
  if (items.length < 2) return null;
  return el("fieldset", {}, el("legend", {}, title), el("div", { class: "boxes" }, ...items.map(([value, text, count]) => {
    const box = el("input", { type: "checkbox", value, name });
    box.addEventListener("change", () => change({ [name]: toggled(state[name], value) }));
    return el("label", {}, box, el("span", { class: "grow" }, text), el("span", { class: "count" }, String(count)));
  })));
}
function choice(title, name, items) {
  if (items.length < 2) return null;
  const select = el("select", { name }, el("option", { value: "" }, "any"),
    ...items.map(([value, text, count]) => el("option", { value }, `${text.length > 60 ? `${text.slice(0, 59)}…` : text} (${count})`)));
  select.addEventListener("change", () => change({ [name]: select.value }));
  return el("label", { class: "field" }, title, select);
}

// Each with the claims that the picture holds without any filter.
function makeFilters() {
  const isOffered = (id) => state.more || state.around || !nodes.get(id).more;
  const offered = [...edges.values()].filter((edge) => isOffered(edge.from) && isOffered(edge.to)).flatMap((edge) => edge.claims);
  const relations = counted(offered, (claim) => claim.relation).map(([value, count]) => [value, value, count]);
  const certainties = counted(offered, sortOf).map(([value, count]) => [value, CERTAINTIES[value], count]);
  const told = counted(offered, (claim) => claim.article.iri);
  const titles = new Map(articles.map((article) => [article.iri, titleOf(article)]));
  const sources = counted(offered, (claim) => claim.by).map(([iri, count]) => [iri, entityName(iri), count]);
  const classes = counted([...nodes.values()].filter((node) => isOffered(node.id)).flatMap((node) => entities.get(node.id)?.types ?? []), ([term]) => term);
  const words = new Map([...nodes.values()].flatMap((node) => entities.get(node.id)?.types ?? []));
  const sure = el("input", { type: "range", min: 0, max: 100, step: 5, name: "sure" });
  sure.addEventListener("input", () => change({ sure: Number(sure.value) }));
  const named = el("input", { type: "checkbox", name: "named" });
  named.addEventListener("change", () => change({ named: named.checked }));
  const all = (off) => button(() => change({ relations: off ? relations.map(([value]) => value) : [] }), {}, off ? "none" : "all");
  document.getElementById("filters").replaceChildren(...[
    choice("Class", "kind", classes.map(([term, count]) => [term, words.get(term), count])),
    choice("Article", "article", told.map(([iri, count]) => [iri, titles.get(iri) ?? iri, count])),
    choice("According to", "source", sources),
    el("label", { class: "field" }, el("span", {}, "At least this sure: ", el("span", { id: "sureness" })), sure),
    [...nodes.values()].some((node) => node.described) && el("label", { class: "check" }, named, "Only what has a name"),
    boxes("Certainty", "certainty", certainties),
    boxes("Relation", "relations", relations),
    relations.length > 1 && el("div", { class: "choices" }, "Relations: ", all(false), all(true)),
  ].filter(Boolean));
}

function showFilters() {
  drawChips();
  for (const field of document.querySelectorAll("#filters [name]")) {
    if (field.name === "named") field.checked = state.named;
    else if (field.type === "checkbox") field.checked = !state[field.name].includes(field.value);
    else field.value = String(state[field.name]);
  }
  const sureness = document.getElementById("sureness");
  if (sureness) sureness.textContent = `${state.sure} %`;
}
// Made when they are asked for, since they count all claims.
document.getElementById("filters").addEventListener("beforetoggle", ({ newState }) => {
  if (newState !== "open") return;
  makeFilters();
  showFilters();
});

function drawChips() {
  const chip = (text, patch, ...more) => el("span", { class: "chip" }, text, ...more,
    button(() => change(patch), { "aria-label": `Remove: ${text}` }, "×"));
  const some = (list, text) => list.length <= 2 ? list.map(text).join(", ") : `${list.length}`;
  const steps = (by) => button(() => change({ steps: state.steps + by }), { "aria-label": by > 0 ? "One step more" : "One step less", disabled: state.steps + by < 1 }, by > 0 ? "+" : "−");
  const period = [state.from && `from ${day(state.from)}`, state.to && `until ${day(state.to)}`].filter(Boolean).join(" ");
  const chips = [
    nodes.has(state.around) && chip(`Around ${entityName(state.around)}, ${many(state.steps, "step", "steps")}`, { around: "", steps: 1 }, steps(-1), steps(1)),
    state.kinds.length > 0 && chip(`Without ${some(state.kinds, (kind) => kinds.get(kind)?.label.toLowerCase() ?? kind)}${state.kinds.length > 2 ? " kinds" : ""}`, { kinds: [] }),
    state.kind && chip(`Class ${state.kind.split(/[:#/]/).at(-1)}`, { kind: "" }),
    state.named && chip("Only what has a name", { named: false }),
    state.relations.length > 0 && chip(`Without ${some(state.relations, (relation) => relation)}${state.relations.length > 2 ? " relations" : ""}`, { relations: [] }),
    state.certainty.length > 0 && chip(`Without ${some(state.certainty, (sort) => CERTAINTIES[sort] ?? sort)}${state.certainty.length > 2 ? " certainties" : ""}`, { certainty: [] }),
    state.article && chip(`Article ${titleOf(articles.find((article) => article.iri === state.article) ?? { id: state.article })}`, { article: "" }),
    state.source && chip(`According to ${entityName(state.source)}`, { source: "" }),
    state.sure > 0 && chip(`At least ${state.sure} % sure`, { sure: 0 }),
    period && chip(period[0].toUpperCase() + period.slice(1), { from: "", to: "" }),
  ].filter(Boolean);
  if (chips.length > 1) chips.push(button(() => { clearFilters(); change({ around: "", steps: 1 }); }, { class: "chip" }, "Clear all"));
  document.getElementById("chips").replaceChildren(...chips);
}
