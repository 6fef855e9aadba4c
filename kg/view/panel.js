// The panel: the whole, a node, or a line, each with its claims.

function show(title, children) {
  const panel = document.getElementById("panel");
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(...children.filter(Boolean));
  panel.scrollTop = 0;
  document.getElementById("status").textContent = title;
  if (hadFocus) panel.focus();
}

function numbers() {
  const lines = edgesShown;
  const told = new Set(lines.flatMap((edge) => edge.live.map((claim) => claim.article.iri)));
  const { extent } = data;
  const counts = [
    [byStrength.length, extent.entities, "entity", "entities"],
    [lines.reduce((sum, edge) => sum + edge.count, 0), extent.claims, "claim", "claims"],
    [told.size, extent.articles, "article", "articles"],
  ];
  return el("div", { class: "numbers" }, ...counts.map(([count, all, one, more]) => el("div", {}, el("b", {}, grouped(count)),
    count < all ? `of ${many(all, one, more)}` : count === 1 ? one : more)));
}

function leftOut() {
  const { entities: all, posts, first, drawn, alone, claims: told, around } = data.extent;
  const shown = edgesShown.reduce((sum, edge) => sum + edge.count, 0);
  const texts = [];
  if (around !== undefined) texts.push(`The page holds what lies around ${entityName(things[around])}: ${grouped(drawn)} of ${many(all, "entity", "entities")}.`);
  else if (first < all - alone && !state.around) texts.push(`The picture starts with the ${grouped(first)} of ${many(all, "entity", "entities")} that have the most and surest claims.`);
  if (alone && around === undefined) texts.push(`${many(alone, "entity is", "entities are")} without a connection and not drawn.`);
  if (posts && around === undefined) texts.push(`${many(posts, "post is", "posts are")} told of with whoever holds them.`);
  if (shown < told && around === undefined && !state.around) texts.push(`${many(told - shown, "claim is", "claims are")} not drawn as a line: about dates, posts and other values, with only one participant, about entities left out, or filtered.`);
  const more = drawn > first && !state.around && button(() => change({ more: !state.more }), { class: "wide", id: "more" },
    state.more ? `Back to the strongest ${grouped(first)}` : `Draw ${grouped(drawn - first)} more entities`);
  if (state.more && drawn < all - alone) texts.push(`Still more: kg view DIR --limit ${Math.min(all - alone, 2000)}`);
  if (!texts.length && !more) return [];
  return [el("h2", { class: "small" }, "Left out"), ...texts.map((text) => el("p", { class: "quiet" }, text)), more];
}

const AT_FIRST = 12;
function ranking() {
  const row = (node) => button(() => choose(node.id), { class: "row" },
    swatchOf(node.id), el("span", { class: "grow" }, node.name), el("span", { class: "number" }, shortNumber(measure(node))));
  const rest = byStrength.slice(AT_FIRST);
  const more = rest.length > 0 && button(() => more.replaceWith(...rest.map(row)), { class: "more" }, `All ${grouped(byStrength.length)}`);
  return [el("h2", { class: "small" }, state.size === "neighbours" ? "Most connected" : `By ${MEASURES[state.size]}`), ...byStrength.slice(0, AT_FIRST).map(row), more];
}
const shortNumber = (value) => value >= 1 ? grouped(Math.round(value)) : value.toFixed(3);

function groupList() {
  const groups = [...data.groups.entries()]
    .map(([group, members]) => [group, members.map((number) => nodes.get(things[number])).filter((node) => node.shown)])
    .filter(([, members]) => members.length > 2);
  if (!state.groups || !groups.length) return [];
  return [el("h2", { class: "small" }, "Groups"), ...groups.map(([group, members]) => button(() => fit(members.map((node) => node.id)), { class: "row" },
    drawing({ d: OUTLINES.dot, fill: HUES[group % HUES.length], "fill-opacity": 0.45 }),
    el("span", { class: "grow" }, members.slice(0, 3).map((node) => node.name).join(", ")), el("span", { class: "number" }, String(members.length))))];
}

function overview() {
  const nothing = nodes.size ? "Nothing passes these filters." : "There is nothing to draw: no two entities of this graph are connected.";
  return [
    el("h1", {}, heading),
    numbers(),
    ...(byStrength.length ? ranking() : [el("p", {}, nothing), isFiltered() && button(clearFilters, { class: "wide" }, "Clear the filters")]),
    ...groupList(),
    ...leftOut(),
    el("h2", { class: "small" }, "How to look"),
    el("p", { class: "quiet" }, "Click a node for its claims, a line for the sentences behind it; double-click a node to see only what lies around it. Keys: / searches, arrows walk from node to node, Enter looks around, Esc goes back, + − 0 zoom."),
  ];
}

const back = () => button(() => change({ at: "", path: [] }), { class: "back" }, "← Overview");

function nodePanel(node) {
  const entity = { types: [], aliases: [], same: [], facts: [], more: 0, ...entities.get(node.id) };
  const isCentre = state.around === node.id;
  const rest = entity.facts.map((number) => claims[number]).filter(claimFilter() ?? (() => true));
  return [
    back(),
    el("div", { class: "head" }, swatchOf(node.id), el("h1", {}, node.name)),
    entity.types.length ? el("p", { class: "quiet" }, telling(entity.types).map(([, words]) => words).join(" · ")) : null,
    entity.aliases.length ? el("p", { class: "quiet" }, `Also called ${entity.aliases.join(", ")}`) : null,
    ...entity.same.map((iri) => el("p", { class: "quiet" }, "Same as ", link(iri, iri))),
    el("div", { class: "actions" },
      !isCentre && button(() => lookAround(node.id), { id: "around" }, "Only its surroundings"),
      button(() => change({ path: [node.id], at: "" }), { id: "way" }, "Shortest path to …")),
    ...connections(node),
    ...byRelation(node, [...new Set([...node.lines.flatMap((edge) => edge.live), ...rest])]),
    entity.more ? el("p", { class: "quiet" }, `And ${many(entity.more, "further claim", "further claims")}.`) : null,
  ];
}

// That somebody acts says nothing where anything else is known.
const telling = (types) => types.length > 1 ? types.filter(([term]) => term !== "kgo:Agent") : types;

function connections(node) {
  const rows = [...node.lines].sort((a, b) => b.count - a.count);
  if (!rows.length) return [];
  return [el("h2", { class: "small" }, "Connections"), ...rows.map((edge) => {
    const isOut = edge.from === node.id;
    const other = isOut ? edge.to : edge.from;
    const direction = edge.arrows ? (isOut ? `${edge.words} →` : `← ${edge.words}`) : edge.words;
    return button(() => choose(edge.id), { class: "row" }, swatchOf(other),
      el("span", { class: "grow" }, el("em", {}, `${direction} `), nodes.get(other).name),
      edge.count > 1 && el("span", { class: "number" }, `×${edge.count}`));
  })];
}

// The claims under a heading for each relation, those with most claims first.
function byRelation(node, found) {
  const relations = new Map();
  for (const claim of found) relations.set(claim.relation, [...relations.get(claim.relation) ?? [], claim]);
  return [...relations].sort((a, b) => b[1].length - a[1].length).flatMap(([relation, list]) => claimCards(list, relation, node.id));
}

function edgePanel(edge) {
  const all = between(edge.from, edge.to);
  const others = all.filter((other) => other.id !== edge.id);
  const rest = all.reduce((sum, other) => sum + other.count - other.live.length, 0);
  const end = (id) => button(() => choose(id), { class: "row" }, swatchOf(id), el("span", { class: "grow" }, nodes.get(id).name));
  return [
    back(),
    el("h1", {}, edge.words),
    el("p", {}),
    end(edge.from),
    edge.to === edge.from ? null : end(edge.to),
    ...claimCards(edge.live, many(edge.count, "claim", "claims")),
    ...(others.length ? claimCards(others.flatMap((other) => other.live), "Also between the two") : []),
    rest ? el("p", { class: "quiet" }, `And ${many(rest, "further claim", "further claims")}.`) : null,
  ];
}

// Between two: the way, step by step, or the question where it should lead.
function pathPanel([from, to]) {
  if (!nodes.has(to)) return [back(), el("h1", {}, `From ${entityName(from)} to …`), el("p", {}, "Choose where the path should end: click a node, or search for a name.")];
  const way = focus?.way ?? [];
  if (!way.length) return [back(), el("h1", {}, "No path"), el("p", {}, `Nothing that is drawn leads from ${entityName(from)} to ${entityName(to)}.`)];
  return [
    back(),
    el("h1", {}, `From ${entityName(from)} to ${entityName(to)}`),
    el("p", { class: "quiet" }, many(way.length - 1, "step", "steps")),
    ...way.slice(1).flatMap((id, i) => claimCards(between(way[i], id).flatMap((edge) => edge.live), `${entityName(way[i])} – ${entityName(id)}`)),
  ];
}

function drawPanel() {
  const edge = byClaim.get(state.at);
  const node = nodes.get(state.at);
  if (state.path.length && nodes.has(state.path[0])) show(nodes.has(state.path[1]) ? "Shortest path" : "Choose where the path should end", pathPanel(state.path));
  else if (node?.shown) show(node.name, nodePanel(node));
  else if (edge?.shown) show(`${entityName(edge.from)} ${edge.words} ${entityName(edge.to)}`, edgePanel(edge));
  else show(`${heading}: ${many(byStrength.length, "entity", "entities")}`, overview());
}
