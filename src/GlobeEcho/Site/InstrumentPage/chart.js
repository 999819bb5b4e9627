// Draws the chart of an instrument over the plain line the server drew. The page is whole without this file.
(() => {
  "use strict";
  const figure = document.querySelector("figure.drawing");
  if (!figure || typeof uPlot === "undefined") return;
  const { candles, instrument, unit, zone, mark, range, live } = figure.dataset;
  const decimals = Number(figure.dataset.decimals);
  const place = figure.querySelector(".drawn");
  const pointed = figure.querySelector(".pointed");
  const keys = figure.querySelector(".chart-keys");

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const print = (value, digits = decimals) =>
    new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value).replace("-", "\u2212");
  const said = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
  const hour = said({ hour: "2-digit", minute: "2-digit" });
  const day = said({ day: "numeric", month: "short" });
  const month = said({ month: "short", year: "numeric" });
  const year = said({ year: "numeric" });
  const date = said({ day: "numeric", month: "short", year: "numeric" });
  const at = (seconds) => new Date(seconds * 1000);
  // A day's candle has no hour.
  const moment = (seconds, span) => span === "day" ? date.format(at(seconds)) : `${day.format(at(seconds))} ${hour.format(at(seconds))}`;

  // Rows that are too far apart get an empty one between them, so that the line breaks.
  const withGaps = (columns) => {
    const [x, y] = [[], []];
    columns.start.forEach((start, i) => {
      if (i > 0 && start - columns.start[i - 1] > columns.gapSeconds) { x.push(columns.start[i - 1] + 1); y.push(null); }
      x.push(start);
      y.push(columns.close[i]);
    });
    // A mark before the first or after the last price stands in the chart too.
    if (mark && Number(mark) < x[0]) { x.unshift(Number(mark)); y.unshift(null); }
    if (mark && Number(mark) > x[x.length - 1]) { x.push(Number(mark)); y.push(null); }
    return [x, y];
  };

  // The story's upright rule, under the line.
  const rule = (chart) => {
    if (!mark) return;
    const there = chart.valToPos(Number(mark), "x", true);
    const { left, top, width, height } = chart.bbox;
    if (there < left - 1 || there > left + width + 1) return;
    // At either end the rule still stands inside.
    const x = Math.round(Math.min(Math.max(there, left + 1), left + width - 1)) + 0.5;
    const { ctx } = chart;
    ctx.save();
    ctx.strokeStyle = colour("--signal");
    ctx.lineWidth = uPlot.pxRatio;
    ctx.setLineDash([4 * uPlot.pxRatio, 3 * uPlot.pxRatio]);
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, top + height);
    ctx.stroke();
    ctx.restore();
  };

  const labels = (chart, splits, axis, space, step) => {
    const form = step < 86400 ? null : step < 26 * 86400 ? day : step < 364 * 86400 ? month : year;
    let before = "";
    return splits.map((seconds) => {
      const clock = hour.format(at(seconds));
      const text = form ? form.format(at(seconds)) : clock === "00:00" ? day.format(at(seconds)) : clock;
      const shown = text === before ? "" : text;
      before = text;
      // A label half outside says nothing.
      return chart.valToPos(seconds, "x") < text.length * 3 ? "" : shown;
    });
  };

  const options = (columns) => {
    const font = `12px ${colour("--plain")}`;
    return {
      width: place.clientWidth,
      height: place.clientWidth < 600 ? 260 : 384,
      tzDate: (seconds) => uPlot.tzDate(at(seconds), zone),
      legend: { show: false },
      padding: [12, 0, 0, 0],
      cursor: { y: false, points: { size: 7, fill: () => colour("--ink"), stroke: () => colour("--paper") }, drag: { x: true, y: false, setScale: true } },
      scales: { x: { time: true } },
      series: [{}, { stroke: () => colour("--ink"), width: 1.5, spanGaps: false, points: { show: false } }],
      axes: [
        { stroke: () => colour("--soft"), font, grid: { show: false }, ticks: { stroke: () => colour("--rule"), size: 5, width: 1 }, values: labels, size: 30, space: 72 },
        {
          side: 1, stroke: () => colour("--soft"), font, grid: { stroke: () => colour("--rule"), width: 1 }, ticks: { show: false }, gap: 6, space: 44,
          // No more digits than the steps between the lines need.
          values: (chart, splits, axis, space, step) => splits.map((value) => print(value, Math.min(decimals, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))))),
          size: (chart, values) => values ? 14 + 7 * Math.max(...values.map((v) => v.length)) : 40,
        },
      ],
      hooks: {
        drawAxes: [rule],
        setCursor: [(chart) => {
          const i = chart.cursor.idx;
          const price = i == null ? null : chart.data[1][i];
          pointed.textContent = price == null ? "" : `${moment(chart.data[0][i], columns.span)}: ${print(price)} ${unit}`;
        }],
        setScale: [(chart, key) => { if (key === "x") settle(chart); }],
      },
    };
  };

  // The buttons say by themselves when there is nothing more to do.
  const whole = (chart) => [chart.data[0][0], chart.data[0][chart.data[0].length - 1]];
  const settle = (chart) => {
    const [first, last] = whole(chart);
    const { min, max } = chart.scales.x;
    const at = { out: min <= first && max >= last, earlier: min <= first, later: max >= last, reset: min <= first && max >= last, in: (max - min) <= (last - first) / 200 };
    for (const button of keys.querySelectorAll("button")) button.setAttribute("aria-disabled", String(at[button.dataset.do]));
  };
  const act = (chart, what) => {
    const [first, last] = whole(chart);
    const { min, max } = chart.scales.x;
    const wide = max - min;
    let [from, to] = { in: [min + wide / 4, max - wide / 4], out: [min - wide / 2, max + wide / 2], earlier: [min - wide / 2, max - wide / 2], later: [min + wide / 2, max + wide / 2], reset: [first, last] }[what];
    // Moving stops at the ends and keeps the width.
    if (from < first) { to = Math.min(last, to + (what === "out" ? 0 : first - from)); from = first; }
    if (to > last) { from = Math.max(first, from - (what === "out" ? 0 : to - last)); to = last; }
    chart.setScale("x", { min: from, max: to });
  };

  const draw = (columns) => {
    let data = withGaps(columns);
    if (data[0].length < 2) return;
    figure.dataset.state = "drawn";
    const chart = new uPlot(options(columns), data, place);
    keys.hidden = false;
    keys.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do]");
      if (button && button.getAttribute("aria-disabled") !== "true") act(chart, button.dataset.do);
    });
    new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: place.clientWidth < 600 ? 260 : 384 })).observe(place);
    for (const theme of [matchMedia("(prefers-color-scheme: dark)"), matchMedia("print")]) theme.addEventListener("change", () => chart.redraw());
    if (live && (range === "1d")) follow(chart, columns, () => data, (next) => { data = next; });
    // For tests, and for whoever likes to look.
    figure.chart = chart;
  };

  // The last minute follows the price that live.js prints.
  const follow = (chart, columns, read, keep) => {
    const price = document.querySelector(`[data-quote="${instrument}"] [data-field="price"]`);
    if (!price) return;
    new MutationObserver(() => {
      const value = Number(price.textContent.replaceAll(",", "").replace("\u2212", "-"));
      if (!Number.isFinite(value)) return;
      const minute = Math.floor(Date.now() / 60000) * 60;
      const [x, y] = read();
      const last = x[x.length - 1];
      // A clock that stands elsewhere than the server's draws nothing new.
      if (minute < last || minute - last > 86400) return;
      const seen = chart.scales.x;
      const [first, end] = whole(chart);
      const all = seen.min <= first && seen.max >= end;
      if (minute === last) y[y.length - 1] = value;
      else {
        if (minute - last > columns.gapSeconds) { x.push(last + 1); y.push(null); }
        x.push(minute);
        y.push(value);
      }
      keep([x, y]);
      chart.setData([x, y], all);
      if (!all) chart.setScale("x", { min: seen.min, max: seen.max });
    }).observe(price, { childList: true, characterData: true, subtree: true });
  };

  fetch(candles, { headers: { accept: "application/json" } })
    .then((answer) => answer.ok ? answer.json() : Promise.reject(new Error(`the candles answered ${answer.status}`)))
    .then(draw)
    // The plain line stays.
    .catch((error) => { figure.dataset.state = "plain"; figure.dataset.why = String(error); });
})();
