// The larger figures of the event layer: precision circles, discs of crowded spots, areas, plates.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const DISC_FONT = '600 12px "Source Sans", system-ui, sans-serif';

  EventMap.circle = function (context, x, y, radius, colour, { fill, line, dash }) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.globalAlpha = fill;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = line;
    context.setLineDash(dash);
    context.lineWidth = 1.2;
    context.strokeStyle = colour;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  };

  EventMap.drawDisc = function (context, x, y, radius, count, shares, families, palette) {
    context.globalAlpha = 1;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = palette.paper;
    context.fill();
    let angle = -Math.PI / 2;
    context.lineWidth = 4;
    for (const [family, share] of [...shares].sort((a, b) => a[0] - b[0])) {
      const next = angle + (share / count) * 2 * Math.PI;
      context.beginPath();
      context.arc(x, y, radius - 2, angle, next);
      context.strokeStyle = families[family].colour;
      context.stroke();
      angle = next;
    }
    context.font = DISC_FONT;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = palette.ink;
    context.fillText(count >= 10000 ? `${Math.round(count / 1000)}k` : String(count), x, y + 0.5);
    context.textAlign = "left";
  };

  const hatch = new Map();

  const hatchOf = (context, colour) => {
    if (!hatch.has(colour)) {
      const tile = document.createElement("canvas");
      tile.width = tile.height = 10;
      const ink = tile.getContext("2d");
      ink.strokeStyle = colour;
      ink.lineWidth = 1;
      ink.beginPath();
      for (const shift of [-10, 0, 10]) {
        ink.moveTo(shift, 10);
        ink.lineTo(shift + 10, 0);
      }
      ink.stroke();
      hatch.set(colour, context.createPattern(tile, "repeat"));
    }
    return hatch.get(colour);
  };

  EventMap.drawArea = function (context, view, rings, [x, y, radius], colour, { strong, hatched, faint }) {
    context.beginPath();
    if (rings) EventMap.trace(context, view, rings);
    else context.arc(x, y, radius, 0, 2 * Math.PI);
    if (hatched) {
      context.globalAlpha = strong ? 0.5 : rings ? 0.1 : 0.22;
      context.fillStyle = hatchOf(context, colour);
      context.fill("evenodd");
    }
    context.globalAlpha = strong ? 1 : faint ? 0.35 : 0.6;
    context.setLineDash([6, 4]);
    context.lineWidth = strong ? 2.2 : faint ? 0.9 : 1.2;
    context.strokeStyle = colour;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  };

  EventMap.drawPlate = function (context, [left, top, right, bottom], text, colour, palette, strong) {
    context.beginPath();
    context.roundRect(left, top, right - left, bottom - top, 4);
    context.globalAlpha = 0.92;
    context.fillStyle = palette.paper;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = strong ? 2.4 : 1.4;
    context.setLineDash([4, 3]);
    context.strokeStyle = colour;
    context.stroke();
    context.setLineDash([]);
    context.textBaseline = "middle";
    context.textAlign = "center";
    context.fillStyle = palette.ink;
    context.fillText(text, (left + right) / 2, (top + bottom) / 2 + 0.5);
    context.textAlign = "left";
  };
})();
