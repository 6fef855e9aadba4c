// The first sight, what follows a change, and what scripts may call.

function showSettings() {
  for (const field of document.querySelectorAll("#settings [name]"))
    if (field.type === "checkbox") field.checked = state[field.name];
    else field.value = state[field.name];
}
for (const field of document.querySelectorAll("#settings [name]"))
  field.addEventListener("change", () => change({ [field.name]: field.type === "checkbox" ? field.checked : field.value }));

function refresh(changed) {
  if (changed.has("theme")) dress();
  if (["around", "steps", "more"].some((name) => changed.has(name))) moved.clear();
  sift();
  settle();
  focus = focused();
  paint();
  drawLegend();
  showFilters();
  showTimeline();
  showSettings();
  drawPanel();
  showSheet();
  if (["around", "steps", "more"].some((name) => changed.has(name))) fit(visible());
}
followers.push(refresh);

network.on("beforeDrawing", (context) => { drawGroups(context); drawLines(context); });
network.on("afterDrawing", (context) => { drawCrosses(context); drawLabels(context); });
dark.addEventListener("change", () => refresh(new Set(["theme"])));
addEventListener("resize", () => { if (!focus) fit(visible(), { animate: false }); });
addEventListener("beforeprint", () => network.redraw());

document.querySelector("#settings [name=more]").closest("label").hidden = data.extent.drawn <= data.extent.first;
document.querySelector("#settings [name=groups]").closest("label").hidden = !data.groups.length;
makeTimeline();
refresh(new Set(["theme"]));
fit(focus ? [...focus.nodes] : visible(), { animate: false });

// For scripts and tests: `select` takes the IRI of an entity or a claim, or the id of an edge.
window.kg = Object.freeze({
  count: () => ({ nodes: byStrength.length, edges: edgesShown.length }),
  selected: () => focus?.id ?? null,
  clear: () => change({ at: "", path: [] }),
  edges: (a, b) => between(a, b).map((edge) => edge.id),
  labels: () => placed.map(({ id, box, isOver }) => ({ id, box, isOver })),
  nodes: () => byStrength.map(({ id, place, size }) => ({ id, ...place, size })),
  position: (id) => network.canvasToDOM(nodes.get(id).place),
  select: (id) => nodes.has(id) || edges.has(id) || byClaim.has(id) ? choose(id) : false,
  turtle,
  svg: pictureSvg,
});
