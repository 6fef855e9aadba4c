"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("kg-data");
  const style = getComputedStyle(document.documentElement);
  const tone = (name) => style.getPropertyValue(`--${name}`).trim();
  const heading = document.title;

  // Node and edge objects by id; Maps, since an id may be called like a property of every object.
  const nodes = new Map(read("kg-nodes").map((node) => [node.id, { ...node, name: String(node.label), edges: [] }]));
  const edges = new Map(read("kg-edges").map((edge) => [edge.id, { ...edge, words: edge.label }]));
  for (const edge of edges.values()) {
    nodes.get(edge.from).edges.push(edge);
    if (edge.to !== edge.from) nodes.get(edge.to).edges.push(edge);
  }
  const entities = new Map(Object.entries(data.entities));
  const names = new Map(Object.entries(data.names));
  const kinds = new Map(data.kinds.map((kind) => [kind.kind, kind]));
  const hiddenKinds = new Set();
  const byStrength = [...nodes.values()].sort((a, b) => b.size - a.size);
  let focus = null;
  let hover = null;

  // The picture. Labels are drawn below, by `drawLabels`, and so not given to vis-network.

  const visNode = (node) => ({
    id: node.id, x: node.x, y: node.y, size: node.size, shape: node.shape,
    color: { background: node.color, border: tone("paper"), hover: { background: node.color, border: tone("ink") } },
  });
  const visEdge = (edge) => ({
    id: edge.id, from: edge.from, to: edge.to, arrows: edge.arrows, dashes: edge.dashes,
    width: edge.width, smooth: edge.smooth, color: edgeColour(edge, 1),
  });
  function edgeColour(edge, opacity) {
    const colour = tone(edge.denied ? "denied" : "edge");
    return { color: colour, hover: tone("ink"), highlight: colour, opacity };
  }
  const canvas = document.getElementById("canvas");
  const nodeSet = new vis.DataSet([...nodes.values()].map(visNode));
  const edgeSet = new vis.DataSet([...edges.values()].map(visEdge));
  const network = new vis.Network(canvas, { nodes: nodeSet, edges: edgeSet }, read("kg-options"));

  function bounds(ids) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const id of ids) {
      const { x, y } = network.getPosition(id);
      const { size } = nodes.get(id);
      box.left = Math.min(box.left, x - size - 55);
      box.right = Math.max(box.right, x + size + 55);
      box.top = Math.min(box.top, y - size - 12);
      box.bottom = Math.max(box.bottom, y + size + 40);
    }
    return box;
  }

  function fit(ids, { animate = true, most = 1.6 } = {}) {
    if (!ids.length) return;
    const box = bounds(ids);
    const { clientWidth: width, clientHeight: height } = canvas;
    const above = 76;
    const below = document.getElementById("legend").offsetHeight + 32;
    const scale = Math.max(0.03, Math.min(most, (width - 48) / (box.right - box.left), (height - above - below) / (box.bottom - box.top)));
    const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + (below - above) / 2 / scale };
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    network.moveTo({ position, scale, animation: animate && !calm && { duration: 350 } });
  }
  const visible = () => [...nodes.values()].filter((node) => !hiddenKinds.has(node.kind)).map((node) => node.id);

  // Labels: drawn in the order of their weight, and only where there is room, as on a map.

  class Room {
    #cells = new Map();
    constructor(size) { this.size = size; }
    *#keys([left, top, right, bottom]) {
      for (let i = Math.floor(left / this.size); i <= right / this.size; i++)
        for (let j = Math.floor(top / this.size); j <= bottom / this.size; j++) yield `${i} ${j}`;
    }
    isFree(boxes, owner) {
      return boxes.every((box) => [...this.#keys(box)].every((key) => (this.#cells.get(key) ?? []).every(
        ([other, whose]) => whose === owner || box[0] >= other[2] || other[0] >= box[2] || box[1] >= other[3] || other[1] >= box[3])));
    }
    take(boxes, owner) {
      for (const box of boxes) for (const key of this.#keys(box)) {
        if (!this.#cells.has(key)) this.#cells.set(key, []);
        this.#cells.get(key).push([box, owner]);
      }
    }
  }

  const font = (size, bold) => `${bold ? 650 : 450} ${size}px ${tone("text")}`;
  const widths = new Map();
  function widthOf(context, text, size, bold) {
    const key = `${bold} ${text}`;
    if (!widths.has(key)) {
      context.font = font(100, bold);
      widths.set(key, context.measureText(text).width / 100);
    }
    return widths.get(key) * size;
  }
  function lines(text) {
    const rows = [];
    for (const word of text.split(/\s+/)) {
      const last = rows.at(-1);
      if (last !== undefined && (last + " " + word).length <= 20) rows[rows.length - 1] = last + " " + word;
      else rows.push(word.length > 28 ? word.slice(0, 27) + "…" : word);
    }
    return rows.length > 3 ? [...rows.slice(0, 2), rows[2].replace(/…?$/, "…")] : rows;
  }
  function halo(context, text, x, y, unit, colour) {
    context.lineJoin = "round";
    context.lineWidth = 4 * unit;
    context.strokeStyle = tone("paper");
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  function drawNodeLabel(context, node, room, unit, forced) {
    const { x, y } = network.getPosition(node.id);
    const bold = node.size > 17 || forced;
    const size = (11.5 + Math.min(node.size / 8, 3.5)) * unit;
    const rows = lines(node.name);
    const width = Math.max(...rows.map((row) => widthOf(context, row, size, bold))) + 4 * unit;
    const height = rows.length * size * 1.18;
    const gap = node.size + 3 * unit;
    const spots = [
      [x, y + gap + height / 2], [x, y - gap - height / 2],
      [x + gap + width / 2, y], [x - gap - width / 2, y],
    ];
    for (const [cx, cy] of spots) {
      const box = [[cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2]];
      if (!forced && !room.isFree(box, node.id)) continue;
      room.take(box, node.id);
      context.font = font(size, bold);
      context.textAlign = "center";
      context.textBaseline = "middle";
      rows.forEach((row, i) => halo(context, row, cx, cy + (i - (rows.length - 1) / 2) * size * 1.18, unit, tone("ink")));
      return;
    }
  }

  function curve(edge) {
    const drawn = network.body.edges[edge.id]?.edgeType;
    if (drawn?.getPoint) return (t) => drawn.getPoint(t);
    const [a, b] = [network.getPosition(edge.from), network.getPosition(edge.to)];
    return (t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  }

  function drawEdgeLabel(context, edge, room, unit, forced) {
    const size = 11 * unit;
    const text = edge.count > 1 ? `${edge.words} ×${edge.count}` : edge.words;
    const shown = text.length > 40 ? text.slice(0, 39) + "…" : text;
    const width = widthOf(context, shown, size, false) + 6 * unit;
    const at = curve(edge);
    const [a, b] = [network.getPosition(edge.from), network.getPosition(edge.to)];
    const loop = edge.from === edge.to;
    const free = Math.hypot(a.x - b.x, a.y - b.y) - nodes.get(edge.from).size - nodes.get(edge.to).size;
    if (!forced && !loop && free < width + 8 * unit) return;
    for (const t of loop ? [0.5] : [0.5, 0.42, 0.58, 0.34, 0.66]) {
      const { x, y } = at(t);
      const [before, after] = [at(t - 0.03), at(t + 0.03)];
      let angle = loop ? 0 : Math.atan2(after.y - before.y, after.x - before.x);
      if (Math.abs(angle) > Math.PI / 2) angle -= Math.sign(angle) * Math.PI;
      const steps = Math.max(1, Math.ceil(width / size));
      const boxes = Array.from({ length: steps }, (_, i) => {
        const along = ((i + 0.5) / steps - 0.5) * width;
        const [cx, cy] = [x + along * Math.cos(angle), y + along * Math.sin(angle)];
        return [cx - size * 0.62, cy - size * 0.62, cx + size * 0.62, cy + size * 0.62];
      });
      if (!room.isFree(boxes, edge.id) && !(forced && t === 0.66)) continue;
      room.take(boxes, edge.id);
      context.save();
      context.translate(x, y);
      context.rotate(angle);
      context.font = font(size, false);
      context.textAlign = "center";
      context.textBaseline = "middle";
      halo(context, shown, 0, 0, unit, edge.denied ? tone("denied") : forced ? tone("ink") : tone("quiet"));
      context.restore();
      return;
    }
  }

  function drawLabels(context) {
    const unit = 1 / Math.min(Math.max(network.getScale(), 0.05), 1.5);
    const room = new Room(60 * unit);
    const shown = byStrength.filter((node) => !hiddenKinds.has(node.kind));
    for (const node of shown) {
      const { x, y } = network.getPosition(node.id);
      const r = node.size * 0.9;
      room.take([[x - r, y - r, x + r, y + r]], node.id);
    }
    const lit = (node) => !focus || focus.nodes.has(node.id);
    const chosen = (item) => item.id === focus?.id || item.id === hover;
    for (const node of shown) if (chosen(node)) drawNodeLabel(context, node, room, unit, true);
    for (const node of shown) if (!chosen(node) && lit(node)) drawNodeLabel(context, node, room, unit, false);
    const drawn = [...edges.values()].filter((edge) => isShown(edge) && (!focus || focus.edges.has(edge.id) || edge.id === hover));
    for (const edge of drawn) if (chosen(edge)) drawEdgeLabel(context, edge, room, unit, true);
    drawn.sort((a, b) => b.count - a.count);
    for (const edge of drawn) if (!chosen(edge)) drawEdgeLabel(context, edge, room, unit, false);
  }
  const isShown = (edge) => ![edge.from, edge.to].some((id) => hiddenKinds.has(nodes.get(id).kind));

  // What is looked at

  function paint() {
    nodeSet.update([...nodes.values()].map((node) => ({
      ...visNode(node), hidden: hiddenKinds.has(node.kind), opacity: !focus || focus.nodes.has(node.id) ? 1 : 0.13,
      borderWidth: node.id === focus?.id ? 3 : 2,
      ...(node.id === focus?.id && { color: { background: node.color, border: tone("ink"), hover: { background: node.color, border: tone("ink") } } }),
    })));
    edgeSet.update([...edges.values()].map((edge) => ({
      id: edge.id, hidden: !isShown(edge), color: edgeColour(edge, !focus || focus.edges.has(edge.id) ? 1 : 0.1),
      width: edge.width + (edge.id === focus?.id ? 1.5 : 0),
    })));
  }

  function between(a, b) {
    return nodes.get(a).edges.filter((edge) => (edge.from === a && edge.to === b) || (edge.from === b && edge.to === a));
  }

  function choose(id, { move = true } = {}) {
    if (nodes.has(id)) {
      const own = nodes.get(id).edges;
      focus = { id, nodes: new Set([id, ...own.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(own.map((edge) => edge.id)) };
      show(nodePanel(nodes.get(id)));
    } else {
      const edge = edges.get(id);
      focus = { id, nodes: new Set([edge.from, edge.to]), edges: new Set(between(edge.from, edge.to).map((other) => other.id)) };
      show(edgePanel(edge));
    }
    for (const node of focus.nodes) hiddenKinds.delete(nodes.get(node).kind);
    drawLegend();
    paint();
    if (move && !inView(focus.nodes)) fit([...focus.nodes], { most: Math.max(network.getScale(), 0.9) });
  }

  function inView(ids) {
    const { clientWidth: width, clientHeight: height } = canvas;
    return network.getScale() > 0.45 && [...ids].every((id) => {
      const { x, y } = network.canvasToDOM(network.getPosition(id));
      return x > 30 && y > 30 && x < width - 30 && y < height - 30;
    });
  }

  function clear() {
    focus = null;
    show(overview());
    paint();
  }

  // The panel: built of elements and text only, so that no text can be more than text.

  function el(tag, options = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(options)) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "on") element.addEventListener("click", value);
      else if (name === "class") element.className = value;
      else element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }
  const button = (on, options, ...children) => el("button", { type: "button", on, ...options }, ...children);
  const many = (count, one, more) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

  const OUTLINES = {
    dot: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z",
    square: "M3 3h10v10H3Z",
    diamond: "M8 1.5L14.5 8L8 14.5L1.5 8Z",
    triangle: "M8 2L14.5 13.5H1.5Z",
    triangleDown: "M8 14L1.5 2.5H14.5Z",
    star: "M8 1l2 4.7 5.1.4-3.9 3.3 1.2 5L8 11.7l-4.4 2.7 1.2-5L.9 6.1 6 5.7Z",
    hexagon: "M4.6 2h6.8L14.9 8l-3.5 6H4.6L1.1 8Z",
  };
  function drawing(attributes, width = 16) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    for (const [name, value] of Object.entries({ width, height: 16, viewBox: `0 0 ${width} 16`, "aria-hidden": "true" })) svg.setAttribute(name, value);
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
    svg.append(path);
    return svg;
  }
  const swatch = (kind) => drawing({ d: OUTLINES[kind.shape], fill: kind.colour });
  const swatchOf = (iri) => nodes.has(iri) && swatch(kinds.get(nodes.get(iri).kind));

  const MONTHS = "January February March April May June July August September October November December".split(" ");
  function day(time) {
    return time.split("/").map((part) => {
      const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(part) ?? [];
      if (!year) return part;
      return [date && Number(date), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
    }).join(" – ");
  }
  function link(url, text) {
    let address = null;
    try { address = new URL(url); } catch { return text; }
    if (!["http:", "https:"].includes(address.protocol)) return text;
    return el("a", { href: address.href, rel: "noopener noreferrer", target: "_blank" }, text);
  }

  function show(children) {
    const panel = document.getElementById("panel");
    panel.replaceChildren(...children);
    panel.scrollTop = 0;
  }

  function overview() {
    const { entities: all, drawn, alone, claims, shown, articles } = data.omitted;
    const left = [];
    if (drawn < all - alone) left.push(`The picture shows the ${drawn.toLocaleString("en")} of ${many(all, "entity", "entities")} with the most and surest claims.`);
    if (alone) left.push(`${many(alone, "entity is", "entities are")} without a connection and not drawn.`);
    if (shown < claims) left.push(`${many(claims - shown, "claim is", "claims are")} not drawn as a line: about dates and other values, with only one participant, or about entities left out.`);
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
    ].filter(Boolean);
  }

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
    ].filter(Boolean);
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
    ].filter(Boolean);
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
    const entityName = (iri) => names.get(iri) ?? iri;
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
        claim.object !== undefined ? mention(claim.object) : claim.value ?? "",
        claim.denied && el("span", { class: "badge denied" }, "denied"),
        claim.modality && el("span", { class: "badge" }, claim.modality),
        claim.event && el("span", { class: "badge" }, claim.event.toLowerCase())),
      data.quotes[claim.quote] && el("blockquote", {}, marked(data.quotes[claim.quote], claim.phrase)),
      el("dl", {}, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, ...[value].flat())])));
  }

  // The sentence with the relation's words marked: in one piece, or else one after the other.
  function marked(quote, phrase) {
    const parts = phrase.split(/\s+/).filter(Boolean).map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
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

  // Legend

  function drawLegend() {
    const line = (attributes) => drawing({ d: "M1 8H27", "stroke-width": 2, fill: "none", ...attributes }, 28);
    const all = [...edges.values()];
    const style = (modalities, dash, text) => all.some((edge) => modalities.includes(edge.modality) && !edge.denied)
      && el("div", {}, line({ stroke: "currentColor", "stroke-opacity": 0.6, "stroke-dasharray": dash }), text);
    const entries = [
      ...data.kinds.map((kind) => button(() => toggle(kind.kind), { "aria-pressed": String(!hiddenKinds.has(kind.kind)), "data-kind": kind.kind },
        swatch(kind), kind.label, el("span", { class: "count" }, String(kind.count)))),
      all.length && data.kinds.length ? el("hr") : null,
      style(["actual"], "none", "stated as fact"),
      style(["planned"], "6 4", "planned"),
      style(["required"], "7 3 2 3", "required"),
      style(["possible", "conditional"], "2 4", "possible or conditional"),
      all.some((edge) => edge.denied) && el("div", {}, line({ stroke: tone("denied") }), "denied"),
    ].filter(Boolean);
    const legend = document.getElementById("legend");
    legend.hidden = !entries.length;
    legend.replaceChildren(...entries);
  }

  function toggle(kind) {
    if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
    drawLegend();
    paint();
    document.querySelector(`#legend [data-kind="${kind}"]`).focus();
  }

  // Search

  const query = document.getElementById("query");
  const matches = document.getElementById("matches");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const index = byStrength.map((node) => ({ node, keys: [node.name, ...entities.get(node.id).aliases].map((name) => [name, fold(name)]) }));
  let active = -1;

  function find(text) {
    const wanted = fold(text.trim());
    if (!wanted) return [];
    const rank = (key) => key.startsWith(wanted) ? 0 : key.includes(` ${wanted}`) ? 1 : key.includes(wanted) ? 2 : 9;
    return index
      .map(({ node, keys }) => ({ node, best: keys.map(([name, key]) => [rank(key), name]).sort((a, b) => a[0] - b[0])[0] }))
      .filter(({ best }) => best[0] < 9)
      .sort((a, b) => a.best[0] - b.best[0])
      .slice(0, 9);
  }
  function complete() {
    const found = find(query.value);
    active = found.length ? 0 : -1;
    matches.replaceChildren(...found.map(({ node, best }, i) => {
      const item = el("li", { role: "option", id: `match-${i}`, "aria-selected": String(i === active) },
        swatchOf(node.id), el("span", {}, node.name), best[1] !== node.name && el("small", {}, best[1]));
      item.dataset.id = node.id;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(node.id); });
      return item;
    }));
    if (!found.length && query.value.trim()) matches.append(el("li", { "aria-disabled": "true" }, "No such name in the picture"));
    open(query.value.trim() !== "");
  }
  function open(isOpen) {
    matches.hidden = !isOpen;
    query.setAttribute("aria-expanded", String(isOpen));
    if (isOpen && active >= 0) query.setAttribute("aria-activedescendant", `match-${active}`);
    else query.removeAttribute("aria-activedescendant");
  }
  function step(by) {
    const items = [...matches.querySelectorAll("[role=option]")];
    if (!items.length) return;
    active = (active + by + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    items[active].scrollIntoView({ block: "nearest" });
    open(true);
  }
  function take(id) {
    query.value = nodes.get(id).name;
    open(false);
    choose(id);
  }
  query.addEventListener("input", complete);
  query.addEventListener("blur", () => open(false));
  document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const item = matches.querySelectorAll("[role=option]")[active];
      if (item && !matches.hidden) take(item.dataset.id);
    }
  });

  // Mouse and keys

  network.on("afterDrawing", drawLabels);
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) choose(node, { move: false });
    else if (edge !== undefined) choose(edge, { move: false });
    else if (focus) clear();
  });
  for (const [event, key] of [["hoverNode", "node"], ["hoverEdge", "edge"]])
    network.on(event, (at) => { hover = at[key]; canvas.style.cursor = "pointer"; network.redraw(); });
  for (const event of ["blurNode", "blurEdge"])
    network.on(event, () => { hover = null; canvas.style.cursor = ""; network.redraw(); });

  const ZOOMS = {
    in: () => network.moveTo({ scale: Math.min(network.getScale() * 1.35, 6), animation: { duration: 180 } }),
    out: () => network.moveTo({ scale: Math.max(network.getScale() / 1.35, 0.03), animation: { duration: 180 } }),
    fit: () => fit(visible()),
  };
  for (const control of document.querySelectorAll("[data-zoom]"))
    control.addEventListener("click", () => ZOOMS[control.dataset.zoom]());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (document.activeElement === query) { query.value = ""; open(false); query.blur(); }
      if (focus) clear();
    } else if (document.activeElement !== query) {
      const zoom = { "+": "in", "=": "in", "-": "out", 0: "fit" }[event.key];
      if (zoom) ZOOMS[zoom]();
      else if (event.key === "/") { event.preventDefault(); query.focus(); query.select(); }
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { drawLegend(); paint(); });
  addEventListener("resize", () => { if (!focus) fit(visible(), { animate: false }); });

  drawLegend();
  show(overview());
  fit(visible(), { animate: false });

  // For scripts and tests: `select` takes the IRI of an entity or a claim, or the id of an edge.
  window.kg = Object.freeze({
    count: () => ({ nodes: nodeSet.length, edges: edgeSet.length }),
    selected: () => focus?.id ?? null,
    clear,
    edges: (a, b) => between(a, b).map((edge) => edge.id),
    position: (id) => network.canvasToDOM(network.getPosition(id)),
    select(id) {
      const byClaim = [...edges.values()].find((edge) => edge.claims.some((number) => data.claims[number].iri === id));
      const target = nodes.has(id) || edges.has(id) ? id : byClaim?.id;
      if (target === undefined) return false;
      choose(target);
      return true;
    },
  });
})();
