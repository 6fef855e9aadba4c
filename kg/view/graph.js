// The graph: entities, the claims between them, and which of them the reader wants to see.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read("kg-data");
// IRIs come without their base, rows of a table without the names of their columns.
const fullIri = (iri) => /^[a-z][a-z0-9+.-]*:/i.test(iri) ? iri : data.base + iri;
const unpacked = ({ names: columns, rows: found }) => found.map((row) => {
  const record = {};
  for (let i = 0; i < row.length; i++) if (row[i] !== null) record[columns[i]] = row[i];
  return record;
});
const heading = document.title;
const names = new Map(data.things.map(([iri, name]) => [fullIri(iri), name]));
// What the graph calls them, where their names say more, to tell them from others called the same.
const labels = new Map(data.things.filter(([, , label]) => label).map(([iri, , label]) => [fullIri(iri), label]));
const things = [...names.keys()];
const entities = new Map(Object.entries(data.entities).map(([iri, known]) =>
  [fullIri(iri), { ...known, types: (known.types ?? []).map((number) => data.classes[number]) }]));
const articles = unpacked(data.articles).map((article) => ({ ...article, iri: fullIri(article.iri) }));
const kinds = new Map(data.kinds.map((kind) => [kind.kind, kind]));
const entityName = (iri) => names.get(iri) ?? nodes.get(iri)?.name ?? iri;

// First and last day of a time of any grain; a claim without a time counts by its article's date.
const firstDay = (time) => `${time.slice(0, 10)}${"-01-01".slice(Math.max(time.slice(0, 10).length - 4, 0))}`.slice(0, 10);
const lastDay = (time) => `${time.slice(0, 10)}${"-12-31".slice(Math.max(time.slice(0, 10).length - 4, 0))}`.slice(0, 10);
function span(time) {
  const [first, last = first] = time.split("/");
  const known = [firstDay(first), lastDay(last || first)];
  return known.every((text) => /^\d{4}-\d\d-\d\d$/.test(text)) ? known : null;
}

const claims = unpacked(data.claims).map((card) => {
  const article = articles[card.article] ?? {};
  const [term, words] = data.relations[card.relation];
  const entity = (number) => number === undefined ? undefined : things[number];
  return {
    ...card, iri: fullIri(card.iri), article, term, relation: words, modality: card.modality ?? "actual", phrase: card.phrase ?? "",
    subject: entity(card.subject), object: entity(card.object), by: entity(card.by), place: entity(card.place),
    days: span(card.time ?? article.published ?? ""),
  };
});
// Maps by id, since an id may be called like a property of every object.
const nodes = new Map(unpacked(read("kg-nodes")).map((node) => [fullIri(node.id), { ...node, id: fullIri(node.id), name: String(node.label), edges: [], group: -1, shown: true }]));
const edges = new Map(unpacked(read("kg-edges")).map((edge) => [edge.id, {
  ...edge, from: fullIri(edge.from), to: fullIri(edge.to), total: edge.count, relation: edge.label, claims: edge.claims.map((number) => claims[number]),
}]));
for (const edge of edges.values()) {
  nodes.get(edge.from).edges.push(edge);
  if (edge.to !== edge.from) nodes.get(edge.to).edges.push(edge);
}
data.groups.forEach((members, number) => members.forEach((member) => { nodes.get(things[member]).group = number; }));
const byClaim = new Map([...edges.values()].flatMap((edge) => edge.claims.map((claim) => [claim.iri, edge])));

const MEASURES = { neighbours: "Neighbours", claims: "Claims", rank: "PageRank", bridge: "Betweenness" };
const measure = (node) => node.measures[Object.keys(MEASURES).indexOf(state.size)] ?? node.measures[0];
const REALNESS = ["actual", "planned", "required", "conditional", "possible"];

// What is seen: the nodes, the strongest first, and the lines.
let byStrength = [];
let edgesShown = [];

// Of which sort the certainty of a claim is: one of the modalities, or denied; said by a source comes on top.
const sortOf = (claim) => claim.denied ? "denied" : claim.modality;
function claimFilter() {
  const tests = [
    state.relations.length && ((claim) => !state.relations.includes(claim.relation)),
    state.certainty.length && ((claim) => !state.certainty.includes(sortOf(claim))),
    state.article && ((claim) => claim.article.iri === state.article),
    state.source && ((claim) => claim.by === state.source),
    state.sure && ((claim) => claim.confidence >= state.sure / 100),
    (state.from || state.to) && ((claim) => claim.days && claim.days[1] >= (state.from || "0000") && claim.days[0] <= (state.to || "9999")),
  ].filter(Boolean);
  return tests.length ? (claim) => tests.every((test) => test(claim)) : null;
}

function neighbourhood(centre, steps) {
  const found = new Map([[centre, 0]]);
  for (const [id, far] of found) {
    if (far >= steps) continue;
    for (const edge of nodes.get(id).edges)
      for (const other of [edge.from, edge.to]) if (edge.live.length && !found.has(other)) found.set(other, far + 1);
  }
  return found;
}

const isOf = (node) => !state.kinds.includes(node.kind) && !(state.named && node.described)
  && (!state.kind || (entities.get(node.id)?.types ?? []).some(([term]) => term === state.kind));
function sift() {
  const passes = claimFilter();
  for (const edge of edges.values()) {
    edge.live = passes ? edge.claims.filter(passes) : edge.claims;
    edge.count = passes ? edge.live.length : edge.total;
    edge.modality = REALNESS.find((modality) => edge.live.some((claim) => claim.modality === modality)) ?? "actual";
    edge.isSaid = edge.live.every((claim) => claim.by !== undefined);
    edge.words = `${edge.denied ? "not " : ""}${edge.relation}${edge.modality === "actual" ? "" : ` (${edge.modality})`}`;
  }
  const near = nodes.has(state.around) ? neighbourhood(state.around, state.steps) : null;
  for (const node of nodes.values()) node.shown = isOf(node) && (near ? near.has(node.id) : state.more || !node.more);
  for (const edge of edges.values())
    edge.shown = edge.live.length > 0 && nodes.get(edge.from).shown && nodes.get(edge.to).shown;
  edgesShown = [...edges.values()].filter((edge) => edge.shown);
  for (const node of nodes.values()) {
    node.lines = node.edges.filter((edge) => edge.shown);
    if (passes && !node.lines.length && node.id !== state.around) node.shown = false;
  }
  byStrength = [...nodes.values()].filter((node) => node.shown).sort((a, b) => measure(b) - measure(a) || b.lines.length - a.lines.length);
}
const between = (a, b) => nodes.get(a).edges.filter((edge) => edge.shown
  && ((edge.from === a && edge.to === b) || (edge.from === b && edge.to === a)));

// The shortest way over the lines that are shown, as ids of nodes; of equals the one over the best connected.
function shortestPath(a, b) {
  const cameFrom = new Map([[a, null]]);
  for (const [id] of cameFrom) {
    if (id === b) break;
    const next = nodes.get(id).lines.map((edge) => nodes.get(edge.from === id ? edge.to : edge.from));
    for (const node of next.sort((x, y) => y.lines.length - x.lines.length)) if (!cameFrom.has(node.id)) cameFrom.set(node.id, id);
  }
  if (!cameFrom.has(b)) return [];
  const way = [b];
  while (way[0] !== a) way.unshift(cameFrom.get(way[0]));
  return way;
}
