// Other ways to see the same events: a heat surface, and districts shaded by count.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const HEAT_RADIUS = 26;
  const RAMP = [[0, 68, 1, 84], [0.35, 59, 82, 139], [0.6, 33, 145, 140], [0.8, 94, 201, 98], [1, 253, 231, 37]]; // viridis
  const SHADES = [0.12, 0.26, 0.4, 0.54, 0.68];

  const rampColour = (value) => {
    const upper = RAMP.findIndex(([stop]) => stop >= value);
    if (upper <= 0) return RAMP[Math.max(0, upper)].slice(1);
    const [low, high] = [RAMP[upper - 1], RAMP[upper]];
    const t = (value - low[0]) / (high[0] - low[0]);
    return [1, 2, 3].map((i) => low[i] + t * (high[i] - low[i]));
  };

  const COLOURS = Array.from({ length: 256 }, (_, i) => rampColour(i / 255));

  /** One soft round stamp, made once. */
  const stampOf = () => {
    const stamp = document.createElement("canvas");
    stamp.width = stamp.height = HEAT_RADIUS * 2;
    const context = stamp.getContext("2d");
    const shade = context.createRadialGradient(HEAT_RADIUS, HEAT_RADIUS, 0, HEAT_RADIUS, HEAT_RADIUS, HEAT_RADIUS);
    shade.addColorStop(0, "rgba(0,0,0,1)");
    shade.addColorStop(1, "rgba(0,0,0,0)");
    context.fillStyle = shade;
    context.fillRect(0, 0, stamp.width, stamp.height);
    return stamp;
  };

  EventMap.Surface = class {
    constructor(state) {
      this.state = state;
      this.kind = "none";
      this.panes = {
        heat: new EventMap.CanvasPane((context, view) => this.paintHeat(context, view), { pane: "heat", padding: 0.1 }),
        districts: new EventMap.CanvasPane((context, view) => this.paintDistricts(context, view), { pane: "choropleth", padding: 0.1 }),
      };
      state.map.on("eventsloaded eventswindow", () => this.repaint());
    }

    set(kind, measure) {
      this.measure = measure;
      if (kind !== this.kind) {
        if (this.panes[this.kind]) this.panes[this.kind].remove();
        this.kind = kind;
        if (this.panes[kind]) this.panes[kind].addTo(this.state.map);
      }
      this.repaint();
    }

    repaint() {
      if (this.panes[this.kind]) this.panes[this.kind].repaint();
    }

    /** What an event weighs: one, or the number killed. */
    weight(event) {
      if (this.measure !== "killed") return 1;
      const killed = this.state.data.columns.killed[event];
      return killed === EventMap.NO_COUNT ? 0 : killed;
    }

    /** [x, y, weight] in world units of everything that is shown; areas are left out of a heat surface. */
    weighted() {
      const { data, layer } = this.state;
      const points = [];
      if (data.cells) {
        const values = EventMap.cellValues(layer, this.measure);
        values.forEach((value, i) => { if (value) points.push([data.cells.x[i], data.cells.y[i], value]); });
        return points;
      }
      const { spots, columns } = data;
      for (let event = 0; event < data.count; event += 1) {
        const spot = columns.spot[event];
        if (spots.kind[spot] === EventMap.AREA) continue;
        const weight = this.weight(event) * layer.presence(event);
        if (weight) points.push([spots.x[spot], spots.y[spot], weight]);
      }
      return points;
    }

    paintHeat(context, view) {
      if (!this.state.data) return;
      this.stamp = this.stamp || stampOf();
      const [width, height] = [view.max.x - view.min.x, view.max.y - view.min.y];
      const bins = new Map(); // 6-pixel bins, so that a crowded spot costs one stamp
      for (const [x, y, weight] of this.weighted()) {
        const [px, py] = [x * view.scale - view.originX - view.min.x, y * view.scale - view.originY - view.min.y];
        if (px < -HEAT_RADIUS || py < -HEAT_RADIUS || px > width + HEAT_RADIUS || py > height + HEAT_RADIUS) continue;
        const key = Math.round(px / 6) * 100000 + Math.round(py / 6);
        bins.set(key, (bins.get(key) || 0) + weight);
      }
      if (!bins.size) return;
      const full = this.fullHeat(bins);
      const shade = document.createElement("canvas");
      [shade.width, shade.height] = [Math.ceil(width), Math.ceil(height)];
      const ink = shade.getContext("2d", { willReadFrequently: true });
      for (const [key, weight] of bins) {
        const [bx, by] = [Math.round(key / 100000), key - Math.round(key / 100000) * 100000];
        ink.globalAlpha = Math.max(0.03, Math.min(1, weight / full));
        ink.drawImage(this.stamp, bx * 6 - HEAT_RADIUS, by * 6 - HEAT_RADIUS);
      }
      const image = ink.getImageData(0, 0, shade.width, shade.height);
      for (let i = 0; i < image.data.length; i += 4) {
        const alpha = image.data[i + 3];
        if (!alpha) continue;
        const colour = COLOURS[alpha];
        [image.data[i], image.data[i + 1], image.data[i + 2]] = colour;
        image.data[i + 3] = Math.min(205, alpha * 3);
      }
      ink.putImageData(image, 0, 0);
      context.drawImage(shade, view.min.x, view.min.y);
    }

    /** The weight that gives full colour: most of what lies within one stamp of a bin. */
    fullHeat(bins) {
      const near = new Map();
      for (const [key, weight] of bins) {
        const [bx, by] = [Math.round(key / 100000), key - Math.round(key / 100000) * 100000];
        const block = Math.round(bx / 5) * 100000 + Math.round(by / 5);
        near.set(block, (near.get(block) || 0) + weight);
      }
      return Math.max(2, Math.max(...near.values()) * 0.6);
    }

    /** Sums by district name. */
    byDistrict() {
      const { data, layer } = this.state;
      const sums = new Map();
      for (let event = 0; event < data.count; event += 1) {
        const district = data.districts[data.columns.district[event]];
        if (!district || layer.presence(event) === 0) continue;
        sums.set(district, (sums.get(district) || 0) + this.weight(event));
      }
      return sums;
    }

    paintDistricts(context, view) {
      const { data, basemap, palette } = this.state;
      if (!data) return;
      const sums = data.cells ? new Map(Object.entries(data.cells.districts[this.measure] || {})) : this.byDistrict();
      const most = Math.max(1, ...sums.values());
      context.textAlign = "center";
      context.textBaseline = "middle";
      for (const [district, value] of sums) {
        const area = basemap.area(district, district);
        if (!area || !value) continue;
        const { rings, name } = area;
        context.beginPath();
        EventMap.trace(context, view, rings);
        context.globalAlpha = SHADES[Math.min(4, Math.floor((value / most) * 5))];
        context.fillStyle = palette.accent;
        context.fill("evenodd");
        context.globalAlpha = 1;
        context.strokeStyle = palette.accent;
        context.lineWidth = 1.2;
        context.stroke();
        const box = EventMap.areaBox(view, rings, 0, 0, 0);
        context.font = '700 15px "Source Sans", system-ui, sans-serif';
        context.lineWidth = 4;
        context.strokeStyle = palette.halo;
        const text = `${name}: ${value.toLocaleString("en")}`;
        context.strokeText(text, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
        context.fillStyle = palette.ink;
        context.fillText(text, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
      }
      context.textAlign = "left";
    }
  };
})();
