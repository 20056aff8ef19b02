// The map's controls: layer choice, legend, coordinates, measuring, full screen, picture, link.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const { element } = EventMap;

  const control = (map, position, node) => {
    const made = L.control({ position });
    made.onAdd = () => {
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      return node;
    };
    return made.addTo(map);
  };

  const button = (label, icon, act) =>
    element("button", { type: "button", title: label, "aria-label": label, click: act }, EventMap.icon(icon));

  const choice = (name, options, chosen, act) => {
    const select = element("select", { "aria-label": name, change: () => act(select.value) });
    for (const [value, label] of options) select.append(element("option", { value, selected: value === chosen }, label));
    return element("label", {}, element("span", {}, name), select);
  };

  const tick = (name, on, act) => {
    const box = element("input", { type: "checkbox", checked: on, change: () => act(box.checked) });
    return element("label", { class: "em-tick" }, box, element("span", {}, name));
  };

  const layersPanel = (state) => {
    const { map, options } = state;
    const show = (changes) => {
      Object.assign(state.view, changes);
      state.surface.set(state.view.surface || "none", state.view.measure || "events");
      state.layer.pane.repaint();
    };
    const bases = [["-1", "Offline map"], ...options.tiles.map(({ name }, i) => [String(i), `${name} (online)`])];
    const base = choice("Base map", bases, "-1", (value) => state.basemap.setTiles(Number(value)));
    map.on("tilesfallback", () => { base.querySelector("select").value = "-1"; });
    const surfaces = [["none", "Events"], ["heat", "Heat"], ["districts", "Districts"]];
    const panel = element("div", { class: "em-panel", hidden: true },
      base,
      choice("Show", surfaces, "none", (surface) => show({ surface })),
      choice("Count", [["events", "Events"], ["killed", "Killed"]], "events", (measure) => show({ measure })),
      tick("Routes", true, (routes) => show({ routes })),
      tick("Precision", true, (precision) => show({ precision })));
    const opener = button("Layers", "layers", () => {
      panel.hidden = !panel.hidden;
      opener.setAttribute("aria-expanded", String(!panel.hidden));
    });
    control(map, "topright", element("div", { class: "leaflet-bar em-bar" }, opener, panel));
  };

  const legendEntry = (state, family) => {
    const canvas = element("canvas", { width: 44, height: 44, "aria-hidden": "true" });
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    context.translate(11, 11);
    EventMap.drawMarker(context, family.symbol, family.colour, 5, family.flags || 0, state.palette);
    return element("li", {}, canvas, family.label);
  };

  const installLegend = (state) => {
    const list = element("ul", {});
    const details = element("details", { class: "em-legend" }, element("summary", {}, "Legend"), list);
    details.open = state.map.getSize().x > 640;
    control(state.map, "bottomright", details);
    state.legend = (data) => {
      const plain = { symbol: "circle", colour: state.palette.muted };
      list.replaceChildren(
        ...data.families.map((family) => legendEntry(state, family)),
        legendEntry(state, { ...plain, label: "background", flags: EventMap.BACKGROUND }),
        legendEntry(state, { ...plain, label: "low confidence", flags: EventMap.DOUBTFUL }),
        legendEntry(state, { ...plain, label: "loose date", flags: EventMap.LOOSE_DATE }),
        element("li", { class: "em-note" }, "Size: killed. Dashed circle: somewhere inside. Boxed number: events somewhere in an area."));
    };
  };

  const degrees = ({ lat, lng }) => `${lat.toFixed(4)}, ${lng.toFixed(4)}`;

  const installCoordinates = (state) => {
    const node = element("output", { class: "em-coordinates", "aria-label": "Latitude, longitude under the pointer" });
    control(state.map, "bottomleft", node);
    const show = (latlng) => { node.textContent = degrees(latlng); };
    state.map.on("mousemove", ({ latlng }) => show(latlng));
    show(state.map.getCenter());
  };

  const installMeasure = (state) => {
    const { map } = state;
    const points = [];
    const line = L.polyline([], { color: state.palette.accent, weight: 2.5, dashArray: "6 4", interactive: false });
    const toggle = button("Measure a distance", "measure", () => {
      state.measuring = !state.measuring;
      toggle.setAttribute("aria-pressed", String(state.measuring));
      map.getContainer().classList.toggle("em-measuring", state.measuring);
      points.length = 0;
      line.setLatLngs([]);
      if (state.measuring) {
        line.addTo(map);
        state.notice("Click along the way; click the tool again to end.");
      } else {
        line.remove();
        state.notice("");
      }
    });
    map.on("click", ({ latlng }) => {
      if (!state.measuring) return;
      points.push(latlng);
      line.setLatLngs(points);
      let metres = 0;
      for (let i = 1; i < points.length; i += 1) metres += map.distance(points[i - 1], points[i]);
      state.notice(points.length > 1 ? `${(metres / 1000).toFixed(metres < 20000 ? 2 : 1)} km` : "Click the next point.");
    });
    return toggle;
  };

  /** The map as one canvas: background, tiles where their server allows it, and our own canvases in order. */
  EventMap.picture = function (state) {
    const { map, palette } = state;
    const size = map.getSize();
    const ratio = window.devicePixelRatio || 1;
    const canvas = element("canvas", { width: size.x * ratio, height: size.y * ratio });
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.fillStyle = palette.land;
    context.fillRect(0, 0, size.x, size.y);
    const frame = map.getContainer().getBoundingClientRect();
    const draw = (selector) => {
      for (const node of map.getContainer().querySelectorAll(selector)) {
        const { left, top, width, height } = node.getBoundingClientRect();
        if (width && height) context.drawImage(node, left - frame.left, top - frame.top, width, height);
      }
    };
    for (const selector of [".leaflet-basemap-pane canvas", ".leaflet-tile-pane img", ".leaflet-choropleth-pane canvas",
      ".leaflet-labels-pane canvas", ".leaflet-heat-pane canvas", ".leaflet-events-pane canvas"]) draw(selector);
    const note = [state.options.attribution, state.basemap.tiles && state.basemap.tiles.options.attribution].filter(Boolean).join(" · ");
    context.font = "11px system-ui, sans-serif";
    context.fillStyle = palette.label;
    context.textAlign = "right";
    context.fillText(note, size.x - 6, size.y - 6);
    return canvas;
  };

  const savePicture = (state) => {
    EventMap.picture(state).toBlob((blob) => {
      const address = URL.createObjectURL(blob);
      element("a", { href: address, download: "event-map.png" }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    }, "image/png");
  };

  const fullScreen = (map) => {
    if (document.fullscreenElement) document.exitFullscreen();
    else map.getContainer().requestFullscreen().catch(() => map.eventMap.notice("The browser does not allow full screen here."));
  };

  /** The page's address with the view in it; dashboard pages read `view=latitude,longitude,zoom`. */
  EventMap.linkOf = function (map, location) {
    const address = new URL(location);
    const { lat, lng } = map.getCenter();
    address.searchParams.set("view", `${lat.toFixed(4)},${lng.toFixed(4)},${map.getZoom()}`);
    return address.toString();
  };

  const copyLink = (state) => {
    const address = EventMap.linkOf(state.map, window.parent.location.href);
    navigator.clipboard.writeText(address).then(
      () => state.notice("Link to this view copied."),
      () => state.notice(address));
  };

  EventMap.installTools = function (state) {
    const { map } = state;
    const notice = element("div", { class: "em-notice", role: "status", "aria-live": "polite", hidden: true });
    map.getContainer().append(notice);
    state.notice = (text) => {
      notice.textContent = text;
      notice.hidden = !text;
      clearTimeout(notice.timer);
      if (text && !state.measuring) notice.timer = setTimeout(() => { notice.hidden = true; }, 6000);
    };
    control(map, "topleft", element("div", { class: "leaflet-bar em-bar" },
      installMeasure(state),
      button("Full screen", "full", () => fullScreen(map)),
      button("Save as picture (PNG)", "save", () => savePicture(state)),
      state.options.standalone ? "" : button("Copy link to this view", "link", () => copyLink(state))));
    layersPanel(state);
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
    installCoordinates(state);
    installLegend(state);
  };
})();
