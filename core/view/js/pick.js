// Pointing at events: hover tells, a click selects, Tab walks from event to event, Escape lets go.
// Everything shown here comes from reports, so it is set with textContent only.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const { element } = EventMap;
  const LIST_LIMIT = 300;

  /** The short description of an event: lines of text, the first being its title. */
  EventMap.describe = function (data, event) {
    const { columns, texts } = data;
    const place = data.spots.name[columns.spot[event]];
    const line = [texts.when[columns.when[event]], place].filter(Boolean).join(" · ");
    const lines = [texts.type[columns.type[event]], line, texts.who[columns.who[event]], texts.toll[columns.toll[event]]];
    if (columns.flags[event] & EventMap.BACKGROUND) lines.push("told as background");
    return lines.filter(Boolean);
  };

  /** The event at a point of the container, or a box of several, or nothing. */
  const pickAt = (layer, point, touch) => {
    const { x, y } = layer.state.map.containerPointToLayerPoint(point);
    for (let i = layer.boxes.length - 1; i >= 0; i -= 1) {
      const [left, top, right, bottom] = layer.boxes[i].box;
      if (x >= left && x <= right && y >= top && y <= bottom) return { box: layer.boxes[i] };
    }
    const { drawn } = layer;
    let [best, nearest] = [-1, Infinity];
    for (let i = 0; i < drawn.count; i += 1) {
      const distance = Math.hypot(drawn.x[i] - x, drawn.y[i] - y) - drawn.r[i];
      if (distance < nearest) [best, nearest] = [drawn.event[i], distance];
    }
    if (nearest <= (touch ? 12 : 4)) return { event: best };
    const onRoute = EventMap.routeAt(layer, x, y, touch ? 10 : 5);
    return onRoute >= 0 ? { event: onRoute } : null;
  };

  class Tooltip {
    constructor(container) {
      this.container = container;
      this.node = element("div", { class: "em-tip", role: "status", "aria-live": "polite", hidden: true });
      container.append(this.node);
    }

    show(lines, { x, y }) {
      this.node.replaceChildren(...lines.map((line, i) => element(i ? "div" : "strong", { dir: "auto" }, line)));
      this.node.hidden = false;
      const { offsetWidth: width, offsetHeight: height } = this.node;
      const { clientWidth, clientHeight } = this.container;
      this.node.style.left = `${Math.max(4, Math.min(x + 14, clientWidth - width - 4))}px`;
      this.node.style.top = `${y + 18 + height > clientHeight ? Math.max(4, y - height - 12) : y + 18}px`;
    }

    hide() {
      this.node.hidden = true;
    }
  }

  /** The events of one crowded spot as a list of buttons. */
  class SpotList {
    constructor(state) {
      this.state = state;
      this.node = element("div", { class: "em-list", role: "dialog", "aria-label": "Events at this place", hidden: true });
      this.node.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.hide(true);
        event.stopPropagation();
      });
      L.DomEvent.disableClickPropagation(this.node);
      L.DomEvent.disableScrollPropagation(this.node);
      state.map.getContainer().append(this.node);
    }

    show({ name, events }) {
      const { layer } = this.state;
      const byDate = [...events].sort((a, b) => layer.data.columns.start[a] - layer.data.columns.start[b]);
      const items = byDate.slice(0, LIST_LIMIT).map((event) => {
        const [title, ...rest] = EventMap.describe(layer.data, event);
        const button = element("button", { type: "button", click: () => layer.select(event) },
          element("strong", {}, title), element("span", { dir: "auto" }, rest.join(" · ")));
        button.style.borderInlineStartColor = layer.styleOf(event).colour;
        return button;
      });
      const close = element("button", { type: "button", class: "em-close", "aria-label": "Close", click: () => this.hide(true) }, "×");
      const more = events.length > LIST_LIMIT ? [element("p", {}, `and ${events.length - LIST_LIMIT} more: zoom in or filter`)] : [];
      this.node.replaceChildren(
        element("header", {}, element("strong", { dir: "auto" }, `${name}: ${events.length} events`), close), ...items, ...more);
      this.node.hidden = false;
      (items[0] || close).focus({ preventScroll: true });
    }

    hide(focus) {
      if (this.node.hidden) return;
      this.node.hidden = true;
      if (focus) this.state.map.getContainer().focus({ preventScroll: true });
    }
  }

  /** On a standalone map: the chosen event's own card, for there is no page beside it. */
  const installCard = (state) => {
    const node = element("aside", { class: "em-card", "aria-live": "polite", hidden: true });
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    state.map.getContainer().append(node);
    state.map.on("eventselected", () => {
      const event = state.layer.selected;
      node.hidden = event < 0;
      if (event < 0) return;
      const [title, ...lines] = EventMap.describe(state.data, event);
      const { outlet, title: headline, url } = state.data.details;
      const source = /^https?:\/\//i.test(url[event])
        ? element("a", { href: url[event], target: "_blank", rel: "noopener noreferrer" }, outlet[event] || "source")
        : element("span", {}, outlet[event]);
      node.replaceChildren(
        element("button", { type: "button", class: "em-close", "aria-label": "Close", click: () => state.layer.select(-1) }, "×"),
        element("strong", {}, title), ...lines.map((line) => element("div", { dir: "auto" }, line)),
        element("div", { class: "em-source", dir: "auto" }, headline[event], " "), source);
    });
  };

  EventMap.installPicking = function (state) {
    const { map, layer } = state;
    const container = map.getContainer();
    const tooltip = (state.tooltip = new Tooltip(container));
    const list = (state.list = new SpotList(state));
    if (state.options.standalone) installCard(state);
    let touch = false;
    let walking = -1; // position in the walk by keyboard

    const hover = (event) => {
      if (layer.hovered === event) return;
      layer.hovered = event;
      layer.pane.repaint();
    };

    const lost = () => {
      hover(-1);
      tooltip.hide();
      container.classList.remove("em-pointing");
    };

    container.addEventListener("pointerdown", (event) => { touch = event.pointerType === "touch"; }, true);

    map.on("mousemove", ({ containerPoint }) => {
      if (!layer.data || state.measuring || touch) return;
      const picked = pickAt(layer, containerPoint, false);
      container.classList.toggle("em-pointing", Boolean(picked));
      if (!picked) {
        lost();
        return;
      }
      const { box, event } = picked;
      if (box && box.cell) tooltip.show(box.lines, containerPoint);
      else if (box && box.events.length > 1) tooltip.show([`${box.name}: ${box.events.length} events`, "Click to list them"], containerPoint);
      else tooltip.show(EventMap.describe(layer.data, box ? box.events[0] : event), containerPoint);
      hover(box ? (box.cell ? -1 : box.events[0]) : event);
    });
    map.on("mouseout movestart zoomstart", lost);

    map.on("click", ({ containerPoint }) => {
      if (!layer.data || state.measuring) return;
      const picked = pickAt(layer, containerPoint, touch);
      list.hide(false);
      if (!picked) {
        if (layer.selected >= 0) layer.select(-1);
      } else if (picked.box && picked.box.cell) {
        map.setView(picked.box.cell, Math.min(map.getZoom() + 2, 14));
      } else if (picked.box && picked.box.events.length > 1) {
        list.show(picked.box);
      } else {
        layer.select(picked.box ? picked.box.events[0] : picked.event);
      }
    });

    /** Events in view in reading order of time. */
    const inView = () => {
      const seen = new Set(Array.from(layer.drawn.event.subarray(0, layer.drawn.count)));
      for (const { events } of layer.boxes) for (const event of events || []) seen.add(event);
      const bounds = map.getBounds();
      const { start } = layer.data.columns;
      const { kind } = layer.data.spots;
      return [...seen]
        .filter((event) => kind[layer.data.columns.spot[event]] === EventMap.AREA || bounds.contains(layer.latLngOf(event)))
        .sort((a, b) => start[a] - start[b] || a - b);
    };

    const walk = (step) => {
      const events = inView();
      const from = events.indexOf(layer.hovered >= 0 ? layer.hovered : layer.selected);
      walking = from < 0 ? (step > 0 ? 0 : -1) : from + step;
      if (walking < 0 || walking >= events.length) return false; // the focus goes on to the next control
      const event = events[walking];
      hover(event);
      const point = map.latLngToContainerPoint(layer.latLngOf(event));
      tooltip.show([...EventMap.describe(layer.data, event), `${walking + 1} of ${events.length} · Enter selects`], point);
      return true;
    };

    container.addEventListener("keydown", (event) => {
      if (event.target !== container || !layer.data) return;
      if (event.key === "Tab" && !event.ctrlKey && !event.altKey) {
        if (walk(event.shiftKey ? -1 : 1)) event.preventDefault();
        else lost();
      } else if (event.key === "Enter" && layer.hovered >= 0) {
        layer.select(layer.hovered);
      } else if (event.key === "Escape") {
        if (layer.hovered >= 0) lost();
        else if (layer.selected >= 0) layer.select(-1);
        else container.blur();
      }
    });
  };
})();
