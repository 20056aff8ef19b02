// The namespace of the map: small helpers, the shared canvas pane, and the two entry points
// that Python calls: EventMap.install(map, options) once, EventMap.update(map, data, view) at each change.
// Report text is data here: it reaches the page through textContent and canvas text only.
(function () {
  "use strict";

  const EventMap = (window.EventMap = window.EventMap || {});
  EventMap.NO_DAY = -2147483648;
  EventMap.NO_COUNT = 65535;

  const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f32: Float32Array };

  /** A typed array from {t: type, b: base64 of little-endian values}. */
  EventMap.column = function (packed) {
    const text = atob(packed.b);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return new ARRAYS[packed.t](bytes.buffer);
  };

  /** Event ids of 16 hexadecimal digits from {b: base64 of 8 bytes each}. */
  EventMap.hexIds = function (packed) {
    const bytes = EventMap.column({ t: "u8", b: packed.b });
    const pairs = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
    const ids = [];
    for (let at = 0; at < bytes.length; at += 8) {
      let id = "";
      for (let i = at; i < at + 8; i += 1) id += pairs[bytes[i]];
      ids.push(id);
    }
    return ids;
  };

  const ICONS = {
    play: "M5 3.5v9l7.5-4.5z",
    pause: "M4.5 3.5h2.4v9h-2.4zM9.1 3.5h2.4v9h-2.4z",
    back: "M3.5 3.5h1.8v9h-1.8zM12.5 3.5v9l-7-4.5z",
    on: "M10.7 3.5h1.8v9h-1.8zM3.5 3.5v9l7-4.5z",
    full: "M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5",
    save: "M8 2.5v7.5M4.8 7l3.2 3.2 3.2-3.2M3 13.2h10",
    link: "M6.5 5h-1.5a3 3 0 0 0 0 6h1.5M9.5 5h1.5a3 3 0 0 1 0 6h-1.5M5.5 8h5",
    measure: "M2 8h12M4.5 5.5l-2.5 2.5 2.5 2.5M11.5 5.5l2.5 2.5-2.5 2.5",
    layers: "M3 4.5h10M3 8h10M3 11.5h10",
  };

  /** A 16 px icon drawn as lines: fonts of a bare machine lack the signs for play, pause and the like. */
  EventMap.icon = function (name) {
    const made = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
    const svg = made("svg");
    const path = made("path");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    svg.classList.add("em-icon");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    return svg;
  };

  /** A DOM element with text set as text; attributes by name, listeners as functions. */
  EventMap.element = function (tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") node.addEventListener(name, value);
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children) node.append(child);
    return node;
  };

  /** Web Mercator in units of the whole world: x east, y south, each 0 to 1. */
  EventMap.world = function (latitude, longitude) {
    const sine = Math.sin((latitude * Math.PI) / 180);
    return [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  };

  /** Pixels per kilometre at a latitude and a zoom. */
  EventMap.pixelsPerKm = function (latitude, zoom) {
    return (256 * 2 ** zoom) / (40075.016686 * Math.cos((latitude * Math.PI) / 180));
  };

  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  /** Days since 1970-01-01 as "3 Jun 2020". */
  EventMap.dayWords = function (day) {
    const date = new Date(day * 86400000);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  };

  const PALETTES = {
    light: {
      land: "#f4f2ed", inside: "#fbfaf7", district: "#c9c3b6", subdistrict: "#e4dfd4", governorate: "#8d8675",
      border: "#6d6a64", river: "#8db6d4", road: "#d9c9a8", town: "#4a4740", label: "#3a3833", halo: "#fbfaf7",
      ink: "#1f2328", paper: "#ffffff", edge: "#ffffff", accent: "#1b5e86", muted: "#5f6368",
    },
    dark: {
      land: "#17191c", inside: "#1e2125", district: "#3d424a", subdistrict: "#2a2e34", governorate: "#7b8290",
      border: "#8d939d", river: "#31506b", road: "#4a4334", town: "#b4b8bf", label: "#c8ccd2", halo: "#17191c",
      ink: "#e8eaed", paper: "#23262b", edge: "#101214", accent: "#6cb2dd", muted: "#9aa0a6",
    },
  };

  /** One canvas that pans and zooms with the map and is repainted by a painter(context, view). */
  EventMap.CanvasPane = L.Renderer.extend({
    options: { padding: 0.2, pane: "overlayPane" },

    initialize: function (painter, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._painter = painter;
    },

    _initContainer: function () {
      this._container = document.createElement("canvas");
      this._container.className = "em-canvas";
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d");
    },

    _destroyContainer: function () {
      cancelAnimationFrame(this._frame);
      this._container.remove();
      delete this._container;
    },

    _updatePaths: function () {},

    _update: function () {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      this.ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const [width, height] = [Math.round(size.x * this.ratio), Math.round(size.y * this.ratio)];
      if (this._container.width !== width || this._container.height !== height) {
        this._container.width = width;
        this._container.height = height;
        this._container.style.width = `${size.x}px`;
        this._container.style.height = `${size.y}px`;
      }
      this.paint();
    },

    /** Repaint at the next animation frame, however often it is asked for. */
    repaint: function () {
      if (this._frame || !this._map) return;
      this._frame = requestAnimationFrame(() => {
        this._frame = 0;
        if (this._map && this._bounds) this.paint();
      });
    },

    paint: function () {
      const { min, max } = this._bounds;
      const context = this._context;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, this._container.width, this._container.height);
      context.setTransform(this.ratio, 0, 0, this.ratio, -min.x * this.ratio, -min.y * this.ratio);
      const origin = this._map.getPixelOrigin();
      const zoom = this._map.getZoom();
      this._painter(context, { map: this._map, zoom, scale: 256 * 2 ** zoom, originX: origin.x, originY: origin.y, min, max, ratio: this.ratio });
    },
  });

  /** Set up a new map: panes, basemap, event layer, controls. Options come from core/view/base_map.py. */
  EventMap.install = function (map, options) {
    const state = { options, palette: PALETTES[options.dark ? "dark" : "light"], map, view: {} };
    map.eventMap = state;
    const container = map.getContainer();
    container.classList.add("em-map", options.dark ? "em-dark" : "em-light");
    container.style.background = state.palette.land;
    if (map.attributionControl) map.attributionControl.setPrefix("Leaflet").addAttribution(options.attribution);
    for (const [name, order] of [["basemap", 150], ["choropleth", 160], ["labels", 250], ["heat", 420], ["events", 450]]) {
      map.createPane(name).style.zIndex = order;
      map.getPane(name).style.pointerEvents = "none";
    }
    state.basemap = new EventMap.Basemap(state);
    state.surface = new EventMap.Surface(state);
    state.layer = new EventMap.EventLayer(state);
    state.layer.pane.addTo(map);
    EventMap.installPicking(state);
    if (options.tools) EventMap.installTools(state);
    if (options.time_bar) state.timeBar = new EventMap.TimeBar(state);
    if (options.link) EventMap.linkViews(state, options.link);
  };

  /** Show data (the columnar payload of core/view/event_layer.py) under a view (selection, surface). */
  EventMap.update = function (map, data, view) {
    const state = map.eventMap;
    window.feature_group = []; // streamlit-folium keeps every former group alive otherwise
    state.view = Object.assign({}, state.view, view);
    if (!state.data || state.data.version !== data.version) {
      state.data = EventMap.decode(data);
      state.layer.setData(state.data);
      if (state.timeBar) state.timeBar.setData(state.data);
      if (state.legend) state.legend(state.data);
    }
    state.surface.set(state.view.surface || "none", state.view.measure || "events");
    state.layer.adopt(state.view.selected || null);
    container(map).dataset.version = data.version; // lets a test wait for the update
  };

  const container = (map) => map.getContainer();

  /** The payload with its columns unpacked and its spots projected. */
  EventMap.decode = function (data) {
    const columns = {};
    for (const [name, packed] of Object.entries(data.columns)) columns[name] = EventMap.column(packed);
    const { start, days } = columns;
    columns.end = Int32Array.from(start, (first, i) => (first === EventMap.NO_DAY ? first : first + days[i]));
    const ids = Array.isArray(data.ids) ? data.ids : EventMap.hexIds(data.ids);
    const spots = {};
    for (const [name, value] of Object.entries(data.spots)) spots[name] = value.t ? EventMap.column(value) : value;
    spots.name = Array.from(spots.named, (code) => data.texts.place[code]);
    const n = spots.latitude.length;
    spots.x = new Float64Array(n);
    spots.y = new Float64Array(n);
    for (let i = 0; i < n; i += 1) [spots.x[i], spots.y[i]] = EventMap.world(spots.latitude[i], spots.longitude[i]);
    for (const route of data.routes) route.world = route.points.map(([latitude, longitude]) => EventMap.world(latitude, longitude));
    const cells = data.cells ? EventMap.decodeCells(data.cells) : null;
    return Object.assign({}, data, { ids, columns, spots, cells, count: ids.length });
  };

  /** Keep the views of all maps of one page that name the same group in step. */
  EventMap.linkViews = function (state, group) {
    const channel = new BroadcastChannel(`event-map-${group}`);
    let following = false;
    state.map.on("move", () => {
      if (following) return;
      const centre = state.map.getCenter();
      channel.postMessage([centre.lat, centre.lng, state.map.getZoom()]);
    });
    channel.onmessage = ({ data: [latitude, longitude, zoom] }) => {
      following = true;
      state.map.setView([latitude, longitude], zoom, { animate: false });
      following = false;
    };
  };
})();
