// Above the threshold: hexagons counted on the server for the view, coloured by the family that
// leads, with the number on them; over time from counts per step.
(function () {
  "use strict";

  const EventMap = window.EventMap;

  /** Unpack cells and add running sums over the time steps (steps + 1 rows of one value a cell). */
  EventMap.decodeCells = function (packed) {
    const cells = Object.assign({}, packed);
    for (const [name, column] of Object.entries(packed.columns)) cells[name] = EventMap.column(column);
    const n = cells.latitude.length;
    cells.x = new Float64Array(n);
    cells.y = new Float64Array(n);
    for (let i = 0; i < n; i += 1) [cells.x[i], cells.y[i]] = EventMap.world(cells.latitude[i], cells.longitude[i]);
    if (packed.steps) {
      const counts = EventMap.column(packed.steps.counts);
      const steps = packed.steps.starts.length;
      const running = new Float64Array((steps + 1) * n);
      for (let step = 0; step < steps; step += 1) {
        for (let i = 0; i < n; i += 1) running[(step + 1) * n + i] = running[step * n + i] + counts[step * n + i];
      }
      cells.running = running;
    }
    return cells;
  };

  /** The number of each cell in the window of time (all of time without one). */
  EventMap.cellValues = function (layer, measure) {
    const { cells } = layer.data;
    if (measure === "killed") return cells.killed;
    if (!layer.window || !cells.running) return cells.count;
    const { from, to, cumulative } = layer.window;
    const { starts } = cells.steps;
    const n = cells.count.length;
    let first = cumulative ? 0 : starts.findIndex((_, i) => i + 1 === starts.length || starts[i + 1] > from);
    if (first < 0) first = 0;
    let last = first;
    while (last < starts.length && starts[last] <= to) last += 1;
    const values = new Uint32Array(n);
    for (let i = 0; i < n; i += 1) values[i] = cells.running[last * n + i] - cells.running[first * n + i];
    return values;
  };

  EventMap.paintCells = function (context, view, layer) {
    const { cells, families } = layer.data;
    if (["heat", "districts"].includes(layer.state.view.surface)) return;
    const { palette } = layer.state;
    const measure = layer.state.view.measure || "events";
    const values = EventMap.cellValues(layer, measure);
    const most = values.reduce((a, b) => Math.max(a, b), 1);
    const full = (cells.side / 2) * view.scale;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (let i = 0; i < values.length; i += 1) {
      if (!values[i]) continue;
      const [x, y] = [cells.x[i] * view.scale - view.originX, cells.y[i] * view.scale - view.originY];
      if (x < view.min.x - full || x > view.max.x + full || y < view.min.y - full || y > view.max.y + full) continue;
      const radius = full * (0.45 + 0.5 * Math.sqrt(values[i] / most));
      context.beginPath();
      for (let corner = 0; corner < 6; corner += 1) {
        const angle = Math.PI / 6 + (corner * Math.PI) / 3;
        context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      }
      context.closePath();
      const { colour, label } = families[cells.family[i]];
      context.globalAlpha = 0.78;
      context.fillStyle = colour;
      context.fill();
      context.globalAlpha = 1;
      context.lineWidth = 1.2;
      context.strokeStyle = palette.edge;
      context.stroke();
      const text = values[i] >= 10000 ? `${Math.round(values[i] / 1000)}k` : String(values[i]);
      if (radius > 9) {
        context.font = `600 ${Math.min(13, Math.max(9, radius * 0.62))}px system-ui, sans-serif`;
        context.lineWidth = 3;
        context.strokeStyle = palette.paper;
        context.strokeText(text, x, y + 0.5);
        context.fillStyle = palette.ink;
        context.fillText(text, x, y + 0.5);
      }
      layer.boxes.push({
        box: [x - radius, y - radius, x + radius, y + radius],
        cell: [cells.latitude[i], cells.longitude[i]],
        lines: [`${values[i].toLocaleString("en")} ${measure}`, `mostly ${label.toLowerCase()}`, "Click to zoom in"],
      });
    }
    context.textAlign = "left";
  };
})();
