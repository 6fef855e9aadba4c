// The panel: the whole, a node, or a line, each with its claims.

function show(title, children) {
  const panel = document.getElementById("panel");
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(...children.filter(Boolean));
  panel.scrollTop = 0;
  document.getElementById("status").textContent = title;
  if (hadFocus) panel.focus();
}

function overview() {
  const { entities: all, drawn, alone, claims, shown, articles } = data.extent;
  const left = [];
  if (data.extent.around) left.push(`The picture shows what lies around ${entityName(data.extent.around)}: ${drawn.toLocaleString("en")} of ${many(all, "entity", "entities")}.`);
  else if (drawn < all - alone) left.push(`The picture shows the ${drawn.toLocaleString("en")} of ${many(all, "entity", "entities")} with the most and surest claims.`);
  if (alone && !data.extent.around) left.push(`${many(alone, "entity is", "entities are")} without a connection and not drawn.`);
  if (shown < claims && !data.extent.around) left.push(`${many(claims - shown, "claim is", "claims are")} not drawn as a line: about dates and other values, with only one participant, or about entities left out.`);
  return [
    el("h1", {}, heading),
    el("div", { class: "numbers" },
      ...[[drawn, "entity", "entities"], [shown, "claim", "claims"], [articles, "article", "articles"]].map(
        ([count, one, more]) => el("div", {}, el("b", {}, count.toLocaleString("en")), count === 1 ? one : more))),
    nodes.size ? el("h3", {}, "Most connected") : el("p", {}, "There is nothing to draw."),
    ...byStrength.slice(0, 12).map((node) => button(() => choose(node.id), { class: "row" },
      swatchOf(node.id), el("span", { class: "grow" }, node.name), el("span", { class: "number" }, String(node.edges.length)))),
    left.length ? el("h3", {}, "Left out") : null,
    ...left.map((text) => el("p", { class: "quiet" }, text)),
    el("h3", {}, "How to look"),
    el("p", { class: "quiet" }, "Click on a node for its claims, on a line for the sentences behind it. Scroll to come closer: more names appear. Press / to search, Esc to come back here, + − 0 to zoom."),
  ];
}

const entityName = (iri) => names.get(iri) ?? iri;
const back = () => button(clear, { class: "back" }, "← Overview");

function nodePanel(node) {
  const entity = entities.get(node.id);
  const cards = [...new Set([...node.edges.flatMap((edge) => edge.claims), ...entity.facts])];
  const rows = [...node.edges].sort((a, b) => b.count - a.count);
  return [
    back(),
    el("div", { class: "head" }, swatchOf(node.id), el("h2", {}, node.name)),
    entity.types.length ? el("p", { class: "quiet" }, entity.types.join(" · ")) : null,
    entity.aliases.length ? el("p", { class: "quiet" }, `Also called ${entity.aliases.join(", ")}`) : null,
    ...entity.same.map((iri) => el("p", { class: "quiet" }, "Same as ", link(iri, iri))),
    rows.length ? el("h3", {}, "Connections") : null,
    ...rows.map((edge) => {
      const out = edge.from === node.id;
      const other = out ? edge.to : edge.from;
      const direction = edge.arrows ? (out ? `${edge.words} →` : `← ${edge.words}`) : edge.words;
      return button(() => choose(edge.id), { class: "row" }, swatchOf(other),
        el("span", { class: "grow" }, el("em", {}, `${direction} `), nodes.get(other).name),
        edge.count > 1 && el("span", { class: "number" }, `×${edge.count}`));
    }),
    ...claimCards(cards, "Claims", node.id),
    entity.more ? el("p", { class: "quiet" }, `And ${many(entity.more, "further claim", "further claims")}.`) : null,
  ];
}

function edgePanel(edge) {
  const all = between(edge.from, edge.to);
  const others = all.filter((other) => other.id !== edge.id);
  const rest = all.reduce((sum, other) => sum + other.count - other.claims.length, 0);
  const end = (id) => button(() => choose(id), { class: "row" }, swatchOf(id), el("span", { class: "grow" }, nodes.get(id).name));
  return [
    back(),
    el("h2", {}, edge.words),
    el("p", {}),
    end(edge.from),
    edge.to === edge.from ? null : end(edge.to),
    ...claimCards(edge.claims, many(edge.count, "claim", "claims")),
    ...(others.length ? claimCards(others.flatMap((other) => other.claims), "Also between the two") : []),
    rest ? el("p", { class: "quiet" }, `And ${many(rest, "further claim", "further claims")}.`) : null,
  ];
}

const AT_ONCE = 60;
function claimCards(numbers, title, centre) {
  if (!numbers.length) return [];
  const first = numbers.slice(0, AT_ONCE).map((number) => card(data.claims[number], centre));
  const rest = numbers.slice(AT_ONCE);
  const more = rest.length && button(() => more.replaceWith(...rest.map((number) => card(data.claims[number], centre))),
    { class: "more" }, `Show ${rest.length} more`);
  return [el("h3", {}, title), ...first, ...(more ? [more] : [])];
}

function card(claim, centre) {
  const mention = (iri) => iri !== centre && nodes.has(iri) ? button(() => choose(iri), {}, entityName(iri)) : entityName(iri);
  const article = data.articles[claim.article] ?? {};
  const percent = Math.round(claim.confidence * 100);
  const facts = [
    ["When", claim.time && day(claim.time)],
    ["Where", claim.place && mention(claim.place)],
    ["According to", claim.by && mention(claim.by)],
    ["Certainty", [el("meter", { min: 0, max: 100, value: percent, "aria-hidden": "true" }), `${percent} %`]],
    ["Article", article.title || article.id ? link(article.url, article.title ?? article.id) : null],
    ["Published", [article.publisher, article.published && day(article.published)].filter(Boolean).join(", ")],
  ].filter(([, value]) => value);
  return el("article", { class: "card", "data-claim": claim.iri },
    el("div", { class: "said" }, mention(claim.subject), el("span", {}, ` ${claim.relation} `),
      claim.object !== undefined ? mention(claim.object) : claim.value ?? "", " ",
      claim.denied && el("span", { class: "badge denied" }, "denied"),
      claim.modality && el("span", { class: "badge" }, claim.modality),
      claim.event && el("span", { class: "badge" }, claim.event.toLowerCase())),
    data.quotes[claim.quote] && el("blockquote", {}, marked(data.quotes[claim.quote], claim.phrase)),
    el("dl", {}, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, ...[value].flat())])));
}

// The sentence with the relation's words marked: in one piece, or else one after the other.
function marked(quote, phrase) {
  const parts = phrase.split(/\s+/).filter(Boolean).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  if (!parts.length) return [quote];
  const whole = (text) => new RegExp(`(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`, "giu");
  const together = whole(parts.join("\\s+")).exec(quote);
  const spans = together ? [[together.index, together.index + together[0].length]] : [];
  let from = 0;
  for (const part of together ? [] : parts) {
    const pattern = whole(part);
    pattern.lastIndex = from;
    const found = pattern.exec(quote);
    if (!found) return [quote];
    from = found.index + found[0].length;
    spans.push([found.index, from]);
  }
  const pieces = [];
  let done = 0;
  for (const [start, end] of spans) {
    pieces.push(quote.slice(done, start), el("mark", {}, quote.slice(start, end)));
    done = end;
  }
  return [...pieces, quote.slice(done)];
}
