// Movements: curved routes from origin over via points to destination, with arrowheads; width by
// vehicles or personnel. While time plays, a route grows along its course.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const STEPS = 24;
  const BEND = 0.16;

  /** Points of a gentle arc from a to b; `lane` sets equal routes apart. */
  EventMap.arc = function ([ax, ay], [bx, by], lane) {
    const bend = BEND * (1 + 0.45 * lane);
    const [cx, cy] = [(ax + bx) / 2 + (by - ay) * bend, (ay + by) / 2 - (bx - ax) * bend];
    const points = [];
    for (let i = 0; i <= STEPS; i += 1) {
      const t = i / STEPS;
      const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
      points.push([p * ax + q * cx + r * bx, p * ay + q * cy + r * by]);
    }
    return points;
  };

  const widthOf = (load) => Math.min(5.5, 1.4 + (load > 0 ? 0.5 * Math.log2(1 + load) : 0));

  const arrow = (context, [fx, fy], [tx, ty], size) => {
    const angle = Math.atan2(ty - fy, tx - fx);
    context.beginPath();
    context.moveTo(tx, ty);
    context.lineTo(tx - size * Math.cos(angle - 0.42), ty - size * Math.sin(angle - 0.42));
    context.lineTo(tx - size * Math.cos(angle + 0.42), ty - size * Math.sin(angle + 0.42));
    context.closePath();
    context.fill();
  };

  /** How much of a route is shown: all of it, or as far as the window's end has come within its dates. */
  const progressOf = (layer, event) => {
    if (!layer.window || !layer.window.playing) return 1;
    const { start, end } = layer.data.columns;
    const length = Math.max(end[event] - start[event] + 1, Math.min(3, layer.window.to - layer.window.from + 1));
    return Math.max(0.08, Math.min(1, (layer.window.to + 1 - start[event]) / length));
  };

  EventMap.paintRoutes = function (context, view, layer) {
    const { palette } = layer.state;
    for (const route of layer.data.routes) {
      const alpha = layer.presence(route.event);
      if (alpha === 0) continue;
      const strong = route.event === layer.selected || route.event === layer.hovered;
      const stops = route.world.map(([x, y]) => [x * view.scale - view.originX, y * view.scale - view.originY]);
      let path = [];
      for (let i = 1; i < stops.length; i += 1) path = path.concat(EventMap.arc(stops[i - 1], stops[i], route.lane));
      if (!path.some(([x, y]) => x > view.min.x && x < view.max.x && y > view.min.y && y < view.max.y)) continue;
      layer.routes.push({ path, event: route.event });
      const progress = progressOf(layer, route.event);
      const shown = path.slice(0, Math.max(2, Math.round(path.length * progress)));
      const { colour } = layer.styleOf(route.event);
      const width = widthOf(route.load);
      context.lineCap = "round";
      for (const [ink, extra, opacity] of [[palette.edge, 2.4, 0.7], [colour, 0, strong ? 1 : 0.65]]) {
        context.beginPath();
        shown.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
        context.globalAlpha = alpha * opacity;
        context.strokeStyle = ink;
        context.lineWidth = width + extra + (strong ? 1.2 : 0);
        context.stroke();
      }
      context.fillStyle = colour;
      const tip = shown.length - 1;
      arrow(context, shown[Math.max(0, tip - 3)], shown[tip], 7 + width * 1.5);
      if (progress === 1 && path.length > 12) {
        const half = Math.floor(path.length / 2);
        arrow(context, path[half - 2], path[half + 1], 6 + width * 1.2);
      }
      stops.slice(0, -1).forEach(([x, y], i) => {
        context.beginPath();
        context.arc(x, y, i === 0 ? 4 : 3, 0, 2 * Math.PI);
        context.fillStyle = i === 0 ? palette.paper : colour;
        context.fill();
        context.lineWidth = 1.6;
        context.strokeStyle = colour;
        context.stroke();
      });
    }
    context.globalAlpha = 1;
  };

  /** The event of the route that passes within `reach` pixels of a point, or -1. */
  EventMap.routeAt = function (layer, x, y, reach) {
    for (let i = layer.routes.length - 1; i >= 0; i -= 1) {
      const { path, event } = layer.routes[i];
      for (let k = 1; k < path.length; k += 1) {
        const [ax, ay] = path[k - 1];
        const [bx, by] = path[k];
        const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
        const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
        if ((ax + t * (bx - ax) - x) ** 2 + (ay + t * (by - ay) - y) ** 2 < reach * reach) return event;
      }
    }
    return -1;
  };
})();
