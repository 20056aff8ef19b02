// Where the events of one spot are drawn: fanned out like the seeds of a sunflower, so that none
// hides another; too many for that become one numbered disc. Areas get a plate at their edge.
(function () {
  "use strict";

  const EventMap = window.EventMap;

  EventMap.POINT = 0;
  EventMap.NEAR = 1;
  EventMap.AREA = 2;

  const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /** The same for places within some hundred metres of one another; world units. */
  EventMap.placeKey = (x, y) => `${Math.round(x * 1e5)},${Math.round(y * 1e5)}`;

  /** Distance in pixels between neighbours of a fan, and the widest fan, by zoom. */
  EventMap.fanOf = function (zoom) {
    if (zoom < 8) return { spacing: 3.4, reach: 20 };
    if (zoom < 10) return { spacing: 5.2, reach: 34 };
    if (zoom < 12) return { spacing: 7.5, reach: 60 };
    return { spacing: 10, reach: 120 };
  };

  /** How many events a fan holds before it turns into a disc. */
  EventMap.fanHolds = ({ spacing, reach }) => Math.floor((reach / spacing) ** 2);

  /** Offset in pixels of the k-th of n events at a spot; alone it sits on the spot itself. */
  EventMap.fanOffset = function (k, n, spacing) {
    if (n === 1) return [0, 0];
    const radius = spacing * Math.sqrt(k + 0.6);
    const angle = k * GOLDEN_ANGLE;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };

  /** The events of each spot, the deadliest first (it sits in the middle of the fan). */
  EventMap.groupBySpot = function (data) {
    const { spot, killed, start } = data.columns;
    const groups = Array.from({ length: data.spots.latitude.length }, () => []);
    for (let i = 0; i < data.count; i += 1) groups[spot[i]].push(i);
    const toll = (i) => (killed[i] === EventMap.NO_COUNT ? 0 : killed[i]);
    for (const group of groups) if (group.length > 1) group.sort((a, b) => toll(b) - toll(a) || start[a] - start[b] || a - b);
    return groups;
  };

  /** How visible an event is in a window of days: 0 outside its dates, fading in and out over a long interval. */
  EventMap.presence = function (start, end, from, to, cumulative) {
    if (start === EventMap.NO_DAY) return 0;
    if (start > to || (!cumulative && end < from)) return 0;
    const length = end - start + 1;
    const window = to - from + 1;
    if (cumulative || length <= Math.max(8, window)) return 1;
    const middle = (Math.max(from, start) + Math.min(to, end)) / 2;
    const fromEdge = Math.min(middle - start, end - middle) / (length / 2);
    return 0.35 + 0.5 * Math.max(0, Math.min(1, fromEdge));
  };

  /** The box of an area's outline (or of its circle) in layer pixels. */
  EventMap.areaBox = function (view, rings, x, y, radius) {
    if (!rings) return [x - radius, y - radius, x + radius, y + radius];
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const [px, py] = [ring[i] * view.scale - view.originX, ring[i + 1] * view.scale - view.originY];
        if (px < box[0]) box[0] = px;
        if (py < box[1]) box[1] = py;
        if (px > box[2]) box[2] = px;
        if (py > box[3]) box[3] = py;
      }
    }
    return box;
  };

  /** Move a plate down until it covers no other; returns its box. */
  EventMap.placePlate = function (taken, x, y, width, height) {
    let box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    for (let tries = 0; tries < 40; tries += 1) {
      const hit = taken.find((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
      if (!hit) break;
      const shift = hit[3] - box[1] + 2;
      box = [box[0], box[1] + shift, box[2], box[3] + shift];
    }
    taken.push(box);
    return box;
  };
})();
