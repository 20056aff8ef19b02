// The event layer: every event of the payload on one canvas, and what was drawn where, for picking.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const MOST_CIRCLES = 300; // more precision circles than this hide one another: then only those pointed at
  const CLOSE = { fill: 0.06, line: 0.75, dash: [4, 4] }; // precision circles, small and large ones
  const WIDE = { fill: 0.02, line: 0.35, dash: [4, 4] };
  const ANSWER_MS = 3000; // how long the page may take to answer a pick

  EventMap.EventLayer = class {
    constructor(state) {
      this.state = state;
      this.data = null;
      this.window = null; // {from, to, cumulative} in days, or null for all
      this.selected = -1;
      this.hovered = -1;
      this.wanted = this.adopted = this.reported = null; // ids: to select, last given by the page, told to it
      this.raster = new EventMap.Raster();
      this.pane = new EventMap.CanvasPane((context, view) => this.paint(context, view), { pane: "events" });
      this.drawn = { count: 0, x: new Float32Array(0), y: new Float32Array(0), r: new Float32Array(0), event: new Int32Array(0) };
      this.boxes = []; // discs and plates: {box, events, name}
      this.routes = []; // {path, event}
    }

    setData(data) {
      this.data = data;
      this.groups = EventMap.groupBySpot(data);
      this.index = new Map(data.ids.map((id, i) => [id, i]));
      this.selected = this.index.has(this.wanted) ? this.index.get(this.wanted) : -1;
      this.hovered = -1;
      this.looks = [];
      this.areaSpots = [...this.groups.keys()].filter((spot) => data.spots.kind[spot] === EventMap.AREA);
      this.crowds = new Map(); // events by place, so that town labels stand clear of them
      this.groups.forEach((group, spot) => {
        if (data.spots.kind[spot] === EventMap.AREA) return;
        const key = EventMap.placeKey(data.spots.x[spot], data.spots.y[spot]);
        this.crowds.set(key, (this.crowds.get(key) || 0) + group.length);
      });
      for (const name of ["x", "y", "r"]) this.drawn[name] = new Float32Array(data.count);
      this.drawn.event = new Int32Array(data.count);
      this.pane.repaint();
      this.state.map.fire("eventsloaded");
    }

    /** How far in pixels the events of a place (in world units) reach from it. */
    reachAt(x, y, zoom) {
      const count = this.crowds ? this.crowds.get(EventMap.placeKey(x, y)) || 0 : 0;
      const { spacing, reach } = EventMap.fanOf(zoom);
      return count ? Math.min(reach, spacing * Math.sqrt(count - 0.4)) + 5 : 0;
    }

    setWindow(window) {
      this.window = window;
      this.pane.repaint();
      this.state.map.fire("eventswindow");
    }

    /** 0 for an event that is not shown, else its opacity. */
    presence(i) {
      if (!this.window) return 1;
      const { start, end } = this.data.columns;
      return EventMap.presence(start[i], end[i], this.window.from, this.window.to, this.window.cumulative);
    }

    /** Take over a selection made outside the map (list, card, address), bringing it into view. */
    adopt(id) {
      const echo = this.reported === id && id !== null;
      if (id === this.adopted && !echo) return;
      this.adopted = id;
      const late = this.reported && performance.now() - this.reportedAt < ANSWER_MS;
      if (echo) this.reported = null;
      if (echo || late) return; // our own pick coming back, or the answer to an older one
      const index = id !== null && this.index.has(id) ? this.index.get(id) : -1;
      this.wanted = id;
      if (index === this.selected) return;
      this.selected = index;
      if (index >= 0) {
        const at = this.latLngOf(index);
        if (!this.state.map.getBounds().pad(-0.05).contains(at)) this.state.map.panTo(at);
      }
      this.pane.repaint();
    }

    /** Select an event (or none, -1) from the map and tell the page: streamlit-folium reads the popup's text. */
    select(index) {
      this.selected = index;
      const id = index >= 0 ? this.data.ids[index] : "";
      this.wanted = this.reported = id || null;
      this.reportedAt = performance.now();
      const popup = { innerText: id };
      const source = { _popup: { _content: true }, getPopup: () => ({ getContent: () => popup }) };
      this.pane.fire("click", { latlng: index >= 0 ? this.latLngOf(index) : null, sourceTarget: source });
      this.state.map.fire("eventselected", { id });
      this.pane.repaint();
    }

    latLngOf(index) {
      const spot = this.data.columns.spot[index];
      return { lat: this.data.spots.latitude[spot], lng: this.data.spots.longitude[spot] };
    }

    styleOf(i) {
      const { columns, families } = this.data;
      const family = families[columns.family[i]];
      return { shape: family.symbol, colour: family.colour, radius: EventMap.radiusOf(columns.killed[i], this.scale), flags: columns.flags[i] };
    }

    paint(context, view) {
      this.drawn.count = 0;
      this.boxes = [];
      this.routes = [];
      if (!this.data) return;
      if (!this.sprites || this.sprites.ratio !== view.ratio) {
        this.sprites = new EventMap.Sprites(this.state.palette, view.ratio);
        this.looks = [];
      }
      if (this.zoom !== view.zoom) this.looks = [];
      this.zoom = view.zoom;
      this.scale = EventMap.markerScale(view.zoom, this.data.count);
      if (this.data.cells) EventMap.paintCells(context, view, this);
      const { surface } = this.state.view;
      if (surface === "heat" || surface === "districts") return;
      EventMap.paintAreas(context, view, this);
      if (this.state.view.routes !== false) EventMap.paintRoutes(context, view, this);
      this.paintSpots(context, view);
      this.paintEmphasis(context, view);
      EventMap.paintPlates(context, view, this);
    }

    /** The sprite of an event at the present zoom, looked up once. */
    spriteOf(event) {
      if (!this.looks[event]) {
        const { shape, colour, radius, flags } = this.styleOf(event);
        this.looks[event] = this.sprites.get(shape, colour, radius, flags);
      }
      return this.looks[event];
    }

    pixelOf(view, spot) {
      return [this.data.spots.x[spot] * view.scale - view.originX, this.data.spots.y[spot] * view.scale - view.originY];
    }

    paintSpots(context, view) {
      const { spots } = this.data;
      const fan = EventMap.fanOf(view.zoom);
      const holds = EventMap.fanHolds(fan);
      const [near, crowded] = [[], []];
      this.raster.begin(context.canvas.width, context.canvas.height);
      for (let spot = 0; spot < this.groups.length; spot += 1) {
        const group = this.groups[spot];
        if (spots.kind[spot] === EventMap.AREA) continue;
        const [x, y] = this.pixelOf(view, spot);
        const margin = group.length > 1 ? fan.reach : 16;
        if (x < view.min.x - margin || x > view.max.x + margin || y < view.min.y - margin || y > view.max.y + margin) continue;
        if (spots.kind[spot] === EventMap.NEAR) near.push(spot);
        if (group.length > holds) crowded.push(spot);
        else this.blitFan(view, group, x, y, fan.spacing);
      }
      if (near.length <= MOST_CIRCLES) for (const spot of near) this.paintPrecision(context, view, spot);
      this.raster.finish(context);
      for (const spot of crowded) this.paintDisc(context, spot, this.groups[spot], this.pixelOf(view, spot), fan);
      context.globalAlpha = 1;
    }

    blitFan(view, group, x, y, spacing) {
      const drawn = this.drawn;
      for (let k = group.length - 1; k >= 0; k -= 1) {
        const event = group[k];
        const alpha = this.presence(event);
        if (alpha === 0) continue;
        const [dx, dy] = EventMap.fanOffset(k, group.length, spacing);
        const { half, pixels, radius } = this.spriteOf(event);
        const left = Math.round((x + dx - half - view.min.x) * view.ratio);
        const top = Math.round((y + dy - half - view.min.y) * view.ratio);
        this.raster.blit(pixels, left, top, alpha);
        const at = drawn.count;
        drawn.x[at] = x + dx;
        drawn.y[at] = y + dy;
        drawn.r[at] = radius;
        drawn.event[at] = event;
        drawn.count += 1;
      }
    }

    /** One disc for a crowded spot: a ring of the families' shares around the number. */
    paintDisc(context, spot, group, [x, y], fan) {
      const shown = group.filter((event) => this.presence(event) > 0);
      if (!shown.length) return;
      const radius = Math.min(fan.reach * 0.7, 11 + 2.2 * Math.log2(shown.length + 1));
      const shares = new Map();
      for (const event of shown) shares.set(this.data.columns.family[event], (shares.get(this.data.columns.family[event]) || 0) + 1);
      EventMap.drawDisc(context, x, y, radius, shown.length, shares, this.data.families, this.state.palette);
      this.boxes.push({ box: [x - radius, y - radius, x + radius, y + radius], events: shown, name: this.data.spots.name[spot], spot });
    }

    paintPrecision(context, view, spot) {
      const [x, y] = this.pixelOf(view, spot);
      const first = this.groups[spot].find((event) => this.presence(event) > 0);
      if (first === undefined || this.state.view.precision === false) return;
      const radius = this.data.spots.radius[spot] * EventMap.pixelsPerKm(this.data.spots.latitude[spot], view.zoom);
      if (radius < 8) return;
      EventMap.circle(context, x, y, radius, this.styleOf(first).colour, radius < 60 ? CLOSE : WIDE);
    }

    /** The hovered and the selected event: precision circle, tie to the spot, ring. */
    paintEmphasis(context, view) {
      for (const event of new Set([this.hovered, this.selected])) {
        if (event < 0 || this.presence(event) === 0) continue;
        const spot = this.data.columns.spot[event];
        if (this.data.spots.kind[spot] === EventMap.AREA) continue;
        const [x, y] = this.pixelOf(view, spot);
        const { colour, shape, radius, flags } = this.styleOf(event);
        const reach = this.data.spots.radius[spot] * EventMap.pixelsPerKm(this.data.spots.latitude[spot], view.zoom);
        if (reach > radius + 3) EventMap.circle(context, x, y, reach, colour, {
          fill: 0.1, line: 0.9, dash: this.data.spots.kind[spot] === EventMap.NEAR ? [4, 4] : [],
        });
        const group = this.groups[spot];
        const fan = EventMap.fanOf(view.zoom);
        const alone = group.length > EventMap.fanHolds(fan);
        const [dx, dy] = alone ? [0, 0] : EventMap.fanOffset(group.indexOf(event), group.length, fan.spacing);
        context.strokeStyle = this.state.palette.ink;
        context.lineWidth = 1;
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(x + dx, y + dy);
        context.stroke();
        const sprite = this.sprites.get(shape, colour, radius, flags);
        context.drawImage(sprite.canvas, x + dx - sprite.half, y + dy - sprite.half, sprite.half * 2, sprite.half * 2);
        context.beginPath();
        context.arc(x + dx, y + dy, radius + 5, 0, 2 * Math.PI);
        context.lineWidth = event === this.selected ? 2.6 : 1.4;
        context.strokeStyle = event === this.selected ? this.state.palette.accent : this.state.palette.ink;
        context.stroke();
      }
    }
  };
})();
