// Blitting: thousands of sprites written straight into pixels, then put on the canvas at once. In software
// (no graphics card, or many markers) this is more than ten times as fast as one drawImage a marker.
(function () {
  "use strict";

  const EventMap = window.EventMap;

  /** The visible pixels of a sprite: position from its corner, colour as the canvas stores it, opacity. */
  EventMap.pixelsOf = function (canvas) {
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const words = new Uint32Array(data.buffer);
    const seen = [];
    for (let i = 0; i < words.length; i += 1) if (data[i * 4 + 3]) seen.push(i);
    return {
      width,
      height,
      x: Uint16Array.from(seen, (i) => i % width),
      y: Uint16Array.from(seen, (i) => Math.floor(i / width)),
      colour: Uint32Array.from(seen, (i) => words[i]),
      opacity: Uint8Array.from(seen, (i) => data[i * 4 + 3]),
      offsets: null,
      rowLength: 0,
    };
  };

  EventMap.Raster = class {
    constructor() {
      this.canvas = document.createElement("canvas");
      this.context = this.canvas.getContext("2d");
      this.image = null;
    }

    /** Start empty at a size in device pixels. */
    begin(width, height) {
      if (!this.image || this.image.width !== width || this.image.height !== height) {
        this.canvas.width = width;
        this.canvas.height = height;
        this.image = new ImageData(width, height);
        this.words = new Uint32Array(this.image.data.buffer);
      } else {
        this.words.fill(0);
      }
      this.isEmpty = true;
    }

    /** Put a sprite's pixels with its corner at device pixel (left, top). */
    blit(pixels, left, top, alpha) {
      const { width, height } = this.image;
      if (left <= -pixels.width || top <= -pixels.height || left >= width || top >= height) return;
      this.isEmpty = false;
      const whole = left >= 0 && top >= 0 && left + pixels.width <= width && top + pixels.height <= height;
      if (pixels.rowLength !== width) {
        pixels.offsets = Int32Array.from(pixels.x, (x, i) => pixels.y[i] * width + x);
        pixels.rowLength = width;
      }
      const base = top * width + left;
      const { offsets, colour, opacity, x, y } = pixels;
      const { words } = this;
      for (let i = 0; i < offsets.length; i += 1) {
        if (!whole && (left + x[i] < 0 || left + x[i] >= width || top + y[i] < 0 || top + y[i] >= height)) continue;
        const at = base + offsets[i];
        const over = alpha === 1 ? opacity[i] : (opacity[i] * alpha) | 0;
        const under = words[at];
        if (over === 255) words[at] = colour[i];
        else if (under === 0) words[at] = ((colour[i] & 0xffffff) | (over << 24)) >>> 0;
        else words[at] = blend(colour[i], over, under);
      }
    }

    /** Lay the pixels over a context whose origin is moved by (x, y) layer pixels and scaled by ratio. */
    finish(context) {
      if (this.isEmpty) return;
      this.context.putImageData(this.image, 0, 0);
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(this.canvas, 0, 0);
      context.restore();
    }
  };

  /** One colour over another, both not premultiplied (canvas order: opacity in the highest byte). */
  const blend = (colour, over, under) => {
    const opacity = under >>> 24;
    const total = opacity === 255 ? 255 : over + (opacity * (255 - over)) / 255;
    const share = ((over * 256) / total) | 0; // of 256
    const red = under & 255;
    const green = (under >>> 8) & 255;
    const blue = (under >>> 16) & 255;
    return (
      ((total << 24) |
        ((blue + (((((colour >>> 16) & 255) - blue) * share) >> 8)) << 16) |
        ((green + (((((colour >>> 8) & 255) - green) * share) >> 8)) << 8) |
        (red + ((((colour & 255) - red) * share) >> 8))) >>> 0
    );
  };
})();
