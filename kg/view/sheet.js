// On a narrow screen the panel is a sheet below the picture, which is drawn up and down by its grip.

const grip = document.getElementById("grip");
const HEIGHTS = { low: 0.16, half: 0.46, high: 0.86 };
const isNarrow = matchMedia("(max-width: 800px)");
let sheet = "half";
function setSheet(height) {
  sheet = height;
  document.body.style.setProperty("--sheet-height", `${100 * HEIGHTS[height]}%`);
  grip.setAttribute("aria-expanded", String(height === "high"));
  grip.setAttribute("aria-label", height === "high" ? "Less of the panel" : "More of the panel");
}
// What is chosen shall be read at once, and still be seen.
function showSheet() {
  if (isNarrow.matches && sheet === "low" && (state.at || state.path.length)) setSheet("half");
}

let pulled = null;
grip.addEventListener("pointerdown", (event) => {
  pulled = { from: event.clientY, isFar: false };
  grip.setPointerCapture(event.pointerId);
});
grip.addEventListener("pointermove", (event) => {
  if (!pulled) return;
  pulled.isFar ||= Math.abs(event.clientY - pulled.from) > 6;
  const share = 1 - event.clientY / document.documentElement.clientHeight;
  if (pulled.isFar) document.body.style.setProperty("--sheet-height", `${100 * Math.min(Math.max(share, 0.1), 0.9)}%`);
});
grip.addEventListener("pointerup", (event) => {
  const share = 1 - event.clientY / document.documentElement.clientHeight;
  const off = (height) => Math.abs(HEIGHTS[height] - share);
  if (pulled?.isFar) setSheet(Object.keys(HEIGHTS).reduce((best, height) => off(height) < off(best) ? height : best));
});
grip.addEventListener("click", () => {
  if (!pulled?.isFar) setSheet({ low: "half", half: "high", high: "half" }[sheet]);
  pulled = null;
});
setSheet("half");
