// Areas: events known only to lie somewhere in a region. The region's outline (or a circle of its reach) and
// a plate at its edge with their number; never a point.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const FONT = '600 12px "Source Sans", system-ui, sans-serif';
  const FEW = 5; // up to here every area is hatched and named; of more, only those pointed at
  const LONGEST_NAME = 32;
  const PLATE_HEIGHT = 20;

  /** The family that most of the events belong to. */
  const leading = (layer, events) => {
    const counts = new Map();
    for (const event of events) {
      const family = layer.data.columns.family[event];
      counts.set(family, (counts.get(family) || 0) + 1);
    }
    const [family] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
    return layer.data.families[family];
  };

  /** The areas with events in the window of time that reach into the view. */
  const areasInView = (view, layer) => {
    const { spots } = layer.data;
    const found = [];
    for (const spot of layer.areaSpots) {
      const shown = layer.groups[spot].filter((event) => layer.presence(event) > 0);
      if (!shown.length) continue;
      const [x, y] = layer.pixelOf(view, spot);
      const area = layer.state.basemap.area(spots.area_id[spot], spots.name[spot]);
      const rings = area && area.rings;
      const radius = spots.radius[spot] * EventMap.pixelsPerKm(spots.latitude[spot], view.zoom);
      const box = EventMap.areaBox(view, rings, x, y, radius);
      if (box[0] > view.max.x || box[2] < view.min.x || box[1] > view.max.y || box[3] < view.min.y) continue;
      const strong = shown.includes(layer.selected) || shown.includes(layer.hovered);
      found.push({ spot, shown, rings, circle: [x, y, radius], box, strong, colour: leading(layer, shown).colour });
    }
    return found.sort((a, b) => b.box[2] - b.box[0] - (a.box[2] - a.box[0]));
  };

  /** Draw the outlines and keep the areas for their plates, which come on top of the events. */
  EventMap.paintAreas = function (context, view, layer) {
    layer.areas = areasInView(view, layer);
    const few = layer.areas.length <= FEW;
    for (const { rings, circle, box, strong, colour } of layer.areas) {
      const fillsView = box[0] < view.min.x && box[1] < view.min.y && box[2] > view.max.x && box[3] > view.max.y;
      EventMap.drawArea(context, view, rings, circle, colour, { strong, hatched: strong || (few && !fillsView), faint: !few });
    }
  };

  EventMap.paintPlates = function (context, view, layer) {
    const { palette, map } = layer.state;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
    const taken = [];
    context.font = FONT;
    for (const { spot, shown, box, strong, colour } of layer.areas) {
      const name = layer.data.spots.name[spot];
      const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
      const text = strong || layer.areas.length <= FEW ? `${short}  ${shown.length}` : String(shown.length);
      const width = context.measureText(text).width + 16;
      const x = clamp((box[0] + box[2]) / 2, corner.x + width / 2 + 52, corner.x + size.x - width / 2 - 52);
      const y = clamp(box[1], corner.y + 24, corner.y + size.y - 70);
      const plate = EventMap.placePlate(taken, x, y, width, PLATE_HEIGHT);
      EventMap.drawPlate(context, plate, text, colour, palette, strong);
      layer.boxes.push({ box: plate, events: shown, name, spot });
    }
  };
})();
