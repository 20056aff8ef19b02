// Markers as sprites: family by colour and shape, size by killed, hollow for background,
// a dashed ring for low confidence, a soft edge for a date that is not one day.
(function () {
  "use strict";

  const EventMap = window.EventMap;

  EventMap.BACKGROUND = 1;
  EventMap.DOUBTFUL = 2;
  EventMap.LOOSE_DATE = 4;

  const BASE_RADIUS = 4.6;
  const LARGEST_RADIUS = 15;

  /** How large markers are drawn: smaller from afar, and there the smaller the more events there are. */
  EventMap.markerScale = function (zoom, count) {
    if (zoom >= 10) return 1;
    const crowd = Math.max(0.62, Math.min(1, Math.sqrt(3000 / count)));
    return crowd * (zoom < 8 ? 0.66 : zoom < 9 ? 0.78 : 0.88);
  };

  /** Marker radius in pixels: its area grows with the number killed. */
  EventMap.radiusOf = function (killed, scale) {
    if (killed === EventMap.NO_COUNT || killed === 0) return BASE_RADIUS * scale;
    return Math.min(LARGEST_RADIUS, BASE_RADIUS + 1.35 * Math.sqrt(killed)) * scale;
  };

  const regular = (context, sides, radius, turn) => {
    for (let i = 0; i < sides; i += 1) {
      const angle = turn + (i * 2 * Math.PI) / sides;
      context.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    context.closePath();
  };

  const star = (context, radius) => {
    for (let i = 0; i < 10; i += 1) {
      const reach = i % 2 ? radius * 0.5 : radius * 1.2;
      const angle = -Math.PI / 2 + (i * Math.PI) / 5;
      context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
    }
    context.closePath();
  };

  const cross = (context, radius) => {
    const [reach, arm] = [radius * 1.1, radius * 0.42];
    for (const [x, y] of [[-arm, -reach], [arm, -reach], [arm, -arm], [reach, -arm], [reach, arm], [arm, arm],
      [arm, reach], [-arm, reach], [-arm, arm], [-reach, arm], [-reach, -arm], [-arm, -arm]]) context.lineTo(x, y);
    context.closePath();
  };

  const SHAPES = {
    circle: (context, r) => context.arc(0, 0, r, 0, 2 * Math.PI),
    square: (context, r) => context.rect(-r * 0.88, -r * 0.88, r * 1.76, r * 1.76),
    triangle: (context, r) => regular(context, 3, r * 1.25, -Math.PI / 2),
    "triangle-down": (context, r) => regular(context, 3, r * 1.25, Math.PI / 2),
    diamond: (context, r) => regular(context, 4, r * 1.2, -Math.PI / 2),
    pentagon: (context, r) => regular(context, 5, r * 1.1, -Math.PI / 2),
    hexagon: (context, r) => regular(context, 6, r * 1.08, 0),
    star,
    cross,
  };

  /** Draw one marker at the context's origin. */
  EventMap.drawMarker = function (context, shape, colour, radius, flags, palette) {
    const path = SHAPES[shape] || SHAPES.circle;
    if (flags & EventMap.LOOSE_DATE) {
      const halo = context.createRadialGradient(0, 0, radius * 0.6, 0, 0, radius * 1.9);
      halo.addColorStop(0, `${colour}88`);
      halo.addColorStop(1, `${colour}00`);
      context.fillStyle = halo;
      context.beginPath();
      context.arc(0, 0, radius * 1.9, 0, 2 * Math.PI);
      context.fill();
    }
    context.beginPath();
    path(context, radius);
    context.lineJoin = "round";
    context.strokeStyle = palette.edge;
    context.lineWidth = flags & EventMap.BACKGROUND ? 3.6 : 2;
    context.stroke();
    context.fillStyle = flags & EventMap.BACKGROUND ? palette.edge : colour;
    context.fill();
    if (flags & EventMap.BACKGROUND) {
      context.strokeStyle = colour;
      context.lineWidth = 1.7;
      context.stroke();
    }
    if (flags & EventMap.DOUBTFUL) {
      context.beginPath();
      context.arc(0, 0, radius + 3.2, 0, 2 * Math.PI);
      context.setLineDash([2.5, 2.5]);
      context.strokeStyle = colour;
      context.lineWidth = 1.3;
      context.stroke();
      context.setLineDash([]);
    }
  };

  /** Sprites drawn once for each look and kept. */
  EventMap.Sprites = class {
    constructor(palette, ratio) {
      this.palette = palette;
      this.ratio = ratio;
      this.kept = new Map();
    }

    /** {canvas, half, pixels}: the sprite, half its side in CSS pixels, and its pixels for a raster. */
    get(shape, colour, radius, flags) {
      const key = `${shape}|${colour}|${radius.toFixed(1)}|${flags}`;
      let sprite = this.kept.get(key);
      if (!sprite) {
        const half = Math.ceil(flags & EventMap.LOOSE_DATE ? radius * 1.9 + 1 : radius * 1.25 + 5);
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = Math.ceil(half * 2 * this.ratio);
        const context = canvas.getContext("2d", { willReadFrequently: true });
        context.scale(this.ratio, this.ratio);
        context.translate(half, half);
        EventMap.drawMarker(context, shape, colour, radius, flags, this.palette);
        sprite = { canvas, half, radius, pixels: EventMap.pixelsOf(canvas) };
        this.kept.set(key, sprite);
      }
      return sprite;
    }
  };
})();
