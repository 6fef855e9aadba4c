// A claim as a card: what is said, with its sentence in its paragraph, and who says it where and when.

const AT_ONCE = 60;
function claimCards(found, title, centre) {
  if (!found.length) return [];
  const first = found.slice(0, AT_ONCE).map((claim) => card(claim, centre));
  const rest = found.slice(AT_ONCE);
  const more = rest.length && button(() => more.replaceWith(...rest.map((claim) => card(claim, centre))),
    { class: "more" }, `Show ${rest.length} more`);
  return [el("h2", { class: "small" }, title), ...first, ...(more ? [more] : [])];
}

function card(claim, centre) {
  const mention = (iri) => iri !== centre && nodes.has(iri) ? button(() => choose(iri), {}, entityName(iri)) : entityName(iri);
  const { article } = claim;
  const percent = Math.round(claim.confidence * 100);
  const facts = [
    ["When", claim.time && day(claim.time)],
    ["Where", claim.place && mention(claim.place)],
    ["According to", claim.by && mention(claim.by)],
    ["Certainty", [el("meter", { min: 0, max: 100, value: percent, "aria-hidden": "true" }), `${percent} %`]],
    ["Article", article.title || article.headline ? link(article.url, article.title ?? article.headline) : null],
    ["Published", [article.publisher, article.published && day(article.published)].filter(Boolean).join(", ")],
  ].filter(([, value]) => value);
  return el("article", { class: "card", "data-claim": claim.iri },
    el("div", { class: "said" }, mention(claim.subject), el("span", {}, ` ${claim.relation} `),
      claim.object !== undefined ? mention(claim.object) : claim.value ?? "", " ",
      claim.denied && el("span", { class: "badge denied" }, "denied"),
      claim.modality !== "actual" && el("span", { class: "badge" }, claim.modality),
      claim.event && el("span", { class: "badge" }, claim.event.toLowerCase())),
    evidence(claim),
    el("dl", {}, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, ...[value].flat())])));
}

// The paragraph with the sentence set off in it.
function evidence(claim) {
  const [number, start, end] = claim.passage;
  const text = data.passages[number];
  const sentence = text.slice(start, end);
  if (!sentence) return null;
  return el("blockquote", {}, text.slice(0, start),
    el("span", { class: "sentence" }, ...marked(sentence, claim.phrase)), text.slice(end));
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
