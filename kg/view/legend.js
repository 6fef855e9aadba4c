// The legend; its kinds can be switched off.

function drawLegend() {
  const line = (attributes) => drawing({ d: "M1 8H27", "stroke-width": 2, fill: "none", ...attributes }, 28);
  const all = [...edges.values()];
  const style = (modalities, dash, text) => all.some((edge) => modalities.includes(edge.modality) && !edge.denied)
    && el("div", {}, line({ stroke: "currentColor", "stroke-opacity": 0.6, "stroke-dasharray": dash }), text);
  const things = data.kinds.map((kind) => button(() => toggle(kind.kind),
    { "aria-pressed": String(!hiddenKinds.has(kind.kind)), "data-kind": kind.kind },
    swatch(kind), kind.label, el("span", { class: "count" }, String(kind.count))));
  const lines = [
    style(["actual"], "none", "stated as fact"),
    style(["planned"], "6 4", "planned"),
    style(["required"], "7 3 2 3", "required"),
    style(["possible", "conditional"], "2 4", "possible or conditional"),
    all.some((edge) => edge.denied) && el("div", {}, line({ stroke: tone("denied") }), "denied"),
  ].filter(Boolean);
  const legend = document.getElementById("legend");
  legend.hidden = !things.length;
  legend.replaceChildren(el("div", { class: "line" }, things), el("div", { class: "line" }, lines));
}

function toggle(kind) {
  if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
  drawLegend();
  paint();
  document.querySelector(`#legend [data-kind="${kind}"]`).focus();
}
