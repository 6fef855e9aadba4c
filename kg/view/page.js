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
