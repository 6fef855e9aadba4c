// Mouse and keys, the first sight, and what scripts may call.

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
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { tones.clear(); drawLegend(); paint(); });
addEventListener("resize", () => { if (!focus) fit(visible(), { animate: false }); });

drawLegend();
show(heading, overview());
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
