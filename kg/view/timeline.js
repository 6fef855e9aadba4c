// The time slider: how many claims are of each day, month or year, and which of them are seen.

const connecting = [...edges.values()].flatMap((edge) => edge.claims);
const GRAINS = [10, 7, 4, 3];
const STEPS = 60;
function buckets() {
  const dated = connecting.filter((claim) => claim.days);
  const of = (length) => {
    const counts = new Map();
    for (const claim of dated) {
      const first = (claim.time ?? claim.article.published).split("/")[0].slice(0, length);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    return [...counts].sort(([a], [b]) => a < b ? -1 : 1);
  };
  return GRAINS.map(of).find((found) => found.length <= STEPS) ?? of(2);
}
const times = buckets();
const bucketEnd = (text) => text.length < 4 ? text.padEnd(4, "9") + "-12-31" : text.length === 4 ? `${text}-12-31` : text.length === 7 ? `${text}-31` : text;
const bucketStart = (text) => firstDay(text.length < 4 ? text.padEnd(4, "0") : text);
const bucketName = (text) => text.length < 4 ? `${text.padEnd(4, "0")}s` : day(text);
let playing = null;

function handles() {
  const from = state.from ? times.findIndex(([text]) => bucketEnd(text) >= state.from) : 0;
  const to = state.to ? times.findLastIndex(([text]) => bucketStart(text) <= state.to) : times.length - 1;
  return [from < 0 ? times.length - 1 : from, Math.max(to, 0)];
}
function moveTo(from, to) {
  const [first, last] = [Math.max(0, Math.min(from, to)), Math.min(Math.max(from, to), times.length - 1)];
  change({ from: first > 0 ? bucketStart(times[first][0]) : "", to: last < times.length - 1 ? bucketEnd(times[last][0]) : "" });
}

function makeTimeline() {
  const place = document.getElementById("time");
  place.hidden = times.length < 2;
  if (place.hidden) return;
  const most = Math.max(...times.map(([, count]) => count));
  const bars = times.map(([, count]) => {
    const bar = el("span", { class: "bar" });
    bar.style.height = `${Math.max(8, 100 * Math.sqrt(count / most))}%`;
    return bar;
  });
  const range = (name, label) => el("input", { type: "range", min: 0, max: times.length - 1, step: 1, id: name, "aria-label": label });
  const [from, to] = [range("from", "First day shown"), range("to", "Last day shown")];
  const moved = () => {
    const wanted = [Number(from.value), Number(to.value)];
    stop();
    moveTo(...wanted);
  };
  for (const handle of [from, to]) handle.addEventListener("input", moved);
  place.replaceChildren(
    button(play, { id: "play", "aria-label": "Play through time" }, "▶"),
    el("div", { class: "track" }, el("div", { class: "bars", "aria-hidden": "true" }, ...bars), from, to),
    el("output", { id: "period" }));
}

function showTimeline() {
  if (times.length < 2) return;
  const [from, to] = handles();
  document.getElementById("from").value = from;
  document.getElementById("to").value = to;
  const names = [bucketName(times[from][0]), bucketName(times[to][0])];
  const period = from === to ? names[0] : names.join(" – ");
  document.getElementById("period").textContent = period;
  document.getElementById("from").setAttribute("aria-valuetext", names[0]);
  document.getElementById("to").setAttribute("aria-valuetext", names[1]);
  document.querySelectorAll("#time .bar").forEach((bar, i) => bar.classList.toggle("off", i < from || i > to));
  const control = document.getElementById("play");
  control.textContent = playing ? "❚❚" : "▶";
  control.setAttribute("aria-label", playing ? "Pause" : "Play through time");
}

// The end of the period walks on to the last day, and the picture grows with it.
function play() {
  if (playing) return stop();
  const [from, to] = handles();
  moveTo(from, to >= times.length - 1 ? from : to);
  playing = setInterval(() => {
    const [first, last] = handles();
    if (last >= times.length - 1) stop();
    else moveTo(first, last + 1);
  }, Math.max(220, 8000 / times.length));
  showTimeline();
}
function stop() {
  clearInterval(playing);
  playing = null;
  showTimeline();
}
