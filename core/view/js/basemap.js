// The offline basemap: our own generalised vector data on one canvas, town labels on another,
// and online tiles that give way by themselves when they cannot be reached.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const LABEL_FONT = '"Source Sans", "Noto Sans", "Noto Naskh Arabic", system-ui, sans-serif';
  const FAILURES_BEFORE_FALLBACK = 3;

  // How each file of data/basemap is drawn, in drawing order: [palette colour, width in pixels, dash, fill].
  const STYLES = [
    ["governorate", { stroke: "governorate", width: 1.6, fill: "inside" }],
    ["subdistricts", { stroke: "subdistrict", width: 0.7, minZoom: 9 }],
    ["districts", { stroke: "district", width: 1, dash: [5, 3] }],
    ["roads", { stroke: "road", width: 1.4, schematic: [6, 4] }],
    ["khabur", { stroke: "river", width: 2, schematic: [7, 4] }],
    ["rivers", { stroke: "river", width: 2.4, schematic: [7, 4] }],
    ["euphrates", { stroke: "river", width: 3, schematic: [7, 4] }],
    ["lakes", { stroke: "river", width: 1, fill: "river" }],
    ["borders", { stroke: "border", width: 1.5, dash: [10, 3, 2, 3] }],
  ];

  const ringsOf = (geometry) => {
    if (!geometry) return [];
    const { type, coordinates } = geometry;
    if (type === "LineString") return [coordinates];
    if (type === "MultiLineString" || type === "Polygon") return coordinates;
    if (type === "MultiPolygon") return coordinates.flat();
    return [];
  };

  /** A ring as interleaved world coordinates. */
  const project = (ring) => {
    const points = new Float64Array(ring.length * 2);
    ring.forEach(([longitude, latitude], i) => points.set(EventMap.world(latitude, longitude), i * 2));
    return points;
  };

  /** Add the world-coordinate rings of a shape to the context's path. */
  EventMap.trace = function (context, view, rings) {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const x = ring[i] * view.scale - view.originX;
        const y = ring[i + 1] * view.scale - view.originY;
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
    }
  };

  EventMap.Basemap = class {
    constructor(state) {
      this.state = state;
      this.shapes = new Map(); // file stem -> [{rings, properties}]
      this.areas = new Map(); // place_id or lower-cased name -> {rings, name}
      this.towns = [];
      this.lines = new EventMap.CanvasPane((context, view) => this.paintLines(context, view), { pane: "basemap", padding: 0.3 });
      this.labels = new EventMap.CanvasPane((context, view) => this.paintLabels(context, view), { pane: "labels", padding: 0.1 });
      state.map.on("eventsloaded", () => this.labels.repaint());
      this.lines.addTo(state.map);
      this.labels.addTo(state.map);
      for (const [stem, source] of Object.entries(state.options.basemap)) this.load(stem, source);
    }

    /** Source is a GeoJSON object (standalone) or an address to fetch it from. */
    load(stem, source) {
      if (typeof source !== "string") {
        this.accept(stem, source);
        return;
      }
      fetch(source)
        .then((response) => {
          if (!response.ok) throw new Error(`${stem}: ${response.status}`);
          return response.json();
        })
        .then((collection) => this.accept(stem, collection))
        .catch((error) => console.warn("basemap not loaded:", error.message));
    }

    accept(stem, collection) {
      const shapes = [];
      for (const { geometry, properties } of collection.features) {
        if (geometry && geometry.type === "Point") {
          this.addTown(geometry.coordinates, properties || {});
          continue;
        }
        const shape = { rings: ringsOf(geometry).map(project), properties: properties || {} };
        shapes.push(shape);
        const { place_id: id, name } = shape.properties;
        for (const key of [id, name]) {
          if (key && geometry.type.includes("Polygon")) this.areas.set(String(key).toLowerCase(), { rings: shape.rings, name: name || id });
        }
      }
      if (shapes.length) this.shapes.set(stem, shapes);
      this.towns.sort((a, b) => a.minZoom - b.minZoom);
      this.lines.repaint();
      this.labels.repaint();
      if (this.state.layer) this.state.layer.pane.repaint();
      if (this.state.surface) this.state.surface.repaint();
    }

    addTown([longitude, latitude], properties) {
      const [x, y] = EventMap.world(latitude, longitude);
      this.towns.push({
        x, y,
        name: String(properties.label || properties.name || ""),
        arabic: String(properties.name_ar || ""),
        minZoom: Number.isFinite(properties.min_zoom) ? properties.min_zoom : 9,
      });
    }

    /** {rings, name} of an area by place_id or name, or null where no outline is known. */
    area(placeId, name) {
      return this.areas.get(String(placeId).toLowerCase()) || this.areas.get(String(name).toLowerCase()) || null;
    }

    paintLines(context, view) {
      const { palette } = this.state;
      context.lineJoin = context.lineCap = "round";
      for (const [stem, style] of STYLES) {
        if (style.minZoom && view.zoom < style.minZoom) continue;
        for (const shape of this.shapes.get(stem) || []) {
          context.beginPath();
          EventMap.trace(context, view, shape.rings);
          if (style.fill) {
            context.fillStyle = palette[style.fill];
            context.fill("evenodd");
          }
          const schematic = shape.properties.schematic && style.schematic;
          context.setLineDash(schematic || style.dash || []);
          context.lineWidth = style.width * (view.zoom < 8 ? 0.7 : 1);
          context.strokeStyle = palette[style.stroke];
          context.stroke();
        }
      }
      context.setLineDash([]);
    }

    /** Towns by zoom, the more important first; a label that would overlap another is left out. */
    paintLabels(context, view) {
      if (this.tilesShown) return;
      const { palette, options } = this.state;
      const taken = [];
      context.lineJoin = "round";
      for (const town of this.towns) {
        if (view.zoom < town.minZoom) continue;
        const x = town.x * view.scale - view.originX;
        const y = town.y * view.scale - view.originY;
        if (x < view.min.x || x > view.max.x || y < view.min.y || y > view.max.y) continue;
        const large = town.minZoom <= 7;
        context.font = `${large ? 600 : 400} ${large ? 13 : 11.5}px ${LABEL_FONT}`;
        const name = options.language === "ar" && town.arabic ? town.arabic : town.name;
        const gap = 6 + (this.state.layer ? this.state.layer.reachAt(town.x, town.y, view.zoom) : 0);
        const width = context.measureText(name).width;
        const box = [x - 4, y - 9, x + gap + 2 + width, y + 9];
        if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
        taken.push(box);
        context.fillStyle = palette.town;
        context.fillRect(x - 1.5, y - 1.5, 3, 3);
        context.textBaseline = "middle";
        context.lineWidth = 3;
        context.strokeStyle = palette.halo;
        context.strokeText(name, x + gap, y);
        context.fillStyle = palette.label;
        context.fillText(name, x + gap, y);
      }
    }

    /** Show an online tile layer by its position in the options, or none with -1. */
    setTiles(index) {
      const { map, options } = this.state;
      if (this.tiles) this.tiles.remove();
      this.tiles = null;
      this.tilesShown = false;
      const chosen = options.tiles[index];
      if (chosen) {
        let failures = 0;
        this.tiles = L.tileLayer(chosen.url, { maxZoom: 19, attribution: chosen.attribution, crossOrigin: "anonymous" });
        this.tiles.on("tileload", () => {
          failures = -Infinity;
          if (!this.tilesShown) {
            this.tilesShown = true;
            this.labels.repaint();
          }
        });
        this.tiles.on("tileerror", () => {
          failures += 1;
          if (failures === FAILURES_BEFORE_FALLBACK) {
            this.setTiles(-1);
            if (this.state.notice) this.state.notice(`${chosen.name} cannot be reached: the offline map is shown.`);
            map.fire("tilesfallback");
          }
        });
        this.tiles.addTo(map);
      }
      this.labels.repaint();
    }
  };
})();
