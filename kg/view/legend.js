// The legend; its kinds can be switched off.

function drawLegend() {
  const line = (attributes) => drawing({ d: "M1 8H27", "stroke-width": 2, fill: "none", stroke: "currentColor", ...attributes }, 28);
  const all = edgesShown;
  const style = (modalities, dash, text) => all.some((edge) => modalities.includes(edge.modality) && !edge.denied)
    && el("div", {}, line({ "stroke-dasharray": dash }), text);
  const counts = new Map();
  const isOffered = (node) => state.more || !node.more || state.around;
  for (const node of nodes.values()) if (isOffered(node)) counts.set(node.kind, (counts.get(node.kind) ?? 0) + 1);
  const count = (kind) => byStrength.filter((node) => node.kind === kind.kind).length;
  const here = data.kinds.filter((kind) => state.around ? count(kind) || state.kinds.includes(kind.kind) : counts.has(kind.kind));
  const rows = here.map((kind) => button(() => toggle(kind.kind),
    { "aria-pressed": String(!state.kinds.includes(kind.kind)), "data-kind": kind.kind },
    swatch(kind), kind.label, el("span", { class: "count" }, String(count(kind)))));
  const lines = [
    style(["actual"], "none", "stated as fact"),
    all.some((edge) => edge.isSaid) && el("div", {}, line({ "stroke-width": 1 }), "said by a source"),
    style(["planned"], "6 4", "planned"),
    style(["required"], "7 3 2 3", "required"),
    style(["possible", "conditional"], "2 4", "possible or conditional"),
    all.some((edge) => edge.denied) && el("div", {}, line({ d: "M1 8H27M10 4L18 12M18 4L10 12", stroke: tone("denied") }), "denied"),
  ].filter(Boolean);
  const legend = document.getElementById("legend");
  legend.hidden = !rows.length;
  legend.replaceChildren(el("div", { class: "line" }, rows), el("div", { class: "line" }, lines));
}

function toggle(kind) {
  change({ kinds: toggled(state.kinds, kind) });
  document.querySelector(`#legend [data-kind="${kind}"]`)?.focus();
}
