// The time bar: drag a window over the days, play it, step it; all on the data already in the browser.
(function () {
  "use strict";

  const EventMap = window.EventMap;
  const { element } = EventMap;
  const DAY_MS = 86400000;
  const STEP_DAYS = { day: 1, week: 7, month: 30.44 };
  const STEP_SECONDS = 0.7; // how long one step lasts while playing at single speed
  const HANDLE_PX = 9;
  const LABEL_PX = 15; // kept free above the bars for the words of the window

  EventMap.TimeBar = class {
    constructor(state) {
      this.state = state;
      this.step = "week";
      this.speed = 1;
      this.cumulative = false;
      this.range = null; // [first, last] day of the data
      this.span = null; // [from, to] of the window, or null for all of time
      this.build();
    }

    build() {
      const button = (label, face, act) => element("button", { type: "button", title: label, "aria-label": label, click: act }, face);
      this.playButton = button("Play", EventMap.icon("play"), () => this.toggle());
      this.canvas = element("canvas", { "aria-hidden": "true" });
      this.handles = ["from", "to"].map((end, i) => {
        const handle = element("div", { class: "em-handle", role: "slider", tabindex: 0, "aria-label": i ? "Window ends" : "Window begins" });
        handle.addEventListener("keydown", (event) => this.onHandleKey(event, i));
        return handle;
      });
      this.label = element("output", { class: "em-span" });
      this.track = element("div", { class: "em-track" }, this.canvas, this.label, ...this.handles);
      const steps = element("select", { "aria-label": "Step", change: () => { this.step = steps.value; } },
        ...Object.keys(STEP_DAYS).map((name) => element("option", { value: name, selected: name === this.step }, name)));
      const speeds = element("select", { class: "em-speed", "aria-label": "Speed", change: () => { this.speed = Number(speeds.value); } },
        ...[0.5, 1, 2, 4, 8].map((value) => element("option", { value, selected: value === 1 }, `${value}×`)));
      const box = element("input", { type: "checkbox", change: () => { this.cumulative = box.checked; this.apply(); } });
      const all = button("Show all of time", "All", () => this.reset());
      this.node = element("div", { class: "em-time", role: "group", "aria-label": "Time" },
        element("div", { class: "em-keys" }, button("Step back", EventMap.icon("back"), () => this.move(-1)), this.playButton, button("Step on", EventMap.icon("on"), () => this.move(1)), all),
        this.track,
        element("div", { class: "em-options" }, steps, speeds, element("label", {}, box, " cumulative")));
      L.DomEvent.disableClickPropagation(this.node);
      L.DomEvent.disableScrollPropagation(this.node);
      this.node.addEventListener("keydown", (event) => event.stopPropagation());
      this.track.addEventListener("pointerdown", (event) => this.onPointer(event));
      this.track.addEventListener("dblclick", () => this.reset());
      this.state.map.getContainer().append(this.node);
      new ResizeObserver(() => {
        this.state.map.getContainer().style.setProperty("--em-time-height", `${this.node.offsetHeight}px`);
        this.draw();
      }).observe(this.node);
    }

    setData(data) {
      this.data = data;
      this.bins = null;
      const range = EventMap.dayRange(data);
      this.node.hidden = !range;
      this.state.map.getContainer().classList.toggle("em-has-time", Boolean(range));
      if (!range) {
        this.range = this.span = null;
        this.pause();
        this.state.layer.setWindow(null);
        return;
      }
      this.range = range;
      if (this.span && (this.span[1] < range[0] || this.span[0] > range[1])) this.span = null;
      this.apply();
    }

    /** Tell the layer, the label and the handles what the window is. */
    apply() {
      if (!this.range) return;
      const { layer } = this.state;
      layer.setWindow(this.span && { from: this.span[0], to: this.span[1], cumulative: this.cumulative, playing: Boolean(this.frame) });
      const [from, to] = (this.span || this.range).map(Math.round);
      const undated = this.data.undated && this.span ? ` · ${this.data.undated} undated hidden` : "";
      const first = this.cumulative && this.span ? this.range[0] : from;
      this.label.textContent = `${EventMap.dayWords(first)} – ${EventMap.dayWords(to)}${undated}`;
      this.handles.forEach((handle, i) => {
        const day = [from, to][i];
        handle.style.insetInlineStart = `${this.share(day + i) * 100}%`;
        handle.setAttribute("aria-valuemin", this.range[0]);
        handle.setAttribute("aria-valuemax", this.range[1]);
        handle.setAttribute("aria-valuenow", day);
        handle.setAttribute("aria-valuetext", EventMap.dayWords(day));
      });
      this.draw();
    }

    share(day) {
      return Math.max(0, Math.min(1, (day - this.range[0]) / (this.range[1] - this.range[0] + 1)));
    }

    reset() {
      this.pause();
      this.span = null;
      this.apply();
    }

    width() {
      return this.span ? this.span[1] - this.span[0] : STEP_DAYS[this.step] - 1;
    }

    /** One step on or back: whole calendar months where the step is a month. */
    move(direction) {
      if (!this.range) return;
      this.pause();
      if (!this.span) {
        const from = direction > 0 ? this.range[0] : this.range[1] - this.width();
        this.span = [from, from + this.width()];
      } else if (this.step === "month") {
        const date = new Date(Math.round(this.span[0]) * DAY_MS);
        const month = (shift) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + shift, 1) / DAY_MS;
        this.span = [month(direction), month(direction + 1) - 1];
      } else {
        this.span = this.span.map((day) => day + direction * STEP_DAYS[this.step]);
      }
      this.hold();
      this.apply();
    }

    /** Keep the window within the data. */
    hold() {
      const width = this.span[1] - this.span[0];
      if (this.span[0] < this.range[0]) this.span = [this.range[0], this.range[0] + width];
      if (this.span[1] > this.range[1]) this.span = [Math.max(this.range[0], this.range[1] - width), this.range[1]];
    }

    toggle() {
      if (this.frame) this.pause();
      else this.play();
    }

    play() {
      if (!this.range) return;
      const width = this.width();
      if (!this.span || this.span[1] >= this.range[1]) this.span = [this.range[0], this.range[0] + width];
      this.playButton.replaceChildren(EventMap.icon("pause"));
      this.playButton.setAttribute("aria-label", "Pause");
      let before = performance.now();
      const tick = (now) => {
        const days = (((now - before) / 1000) * this.speed * STEP_DAYS[this.step]) / STEP_SECONDS;
        before = now;
        this.span = this.span.map((day) => day + days);
        this.frame = requestAnimationFrame(tick);
        if (this.span[1] >= this.range[1]) {
          this.span = [this.range[1] - width, this.range[1]];
          this.pause();
        }
        this.apply();
      };
      this.frame = requestAnimationFrame(tick);
    }

    pause() {
      cancelAnimationFrame(this.frame);
      const played = Boolean(this.frame);
      this.frame = 0;
      this.playButton.replaceChildren(EventMap.icon("play"));
      this.playButton.setAttribute("aria-label", "Play");
      if (played) this.apply();
    }

    onHandleKey(event, end) {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 }[event.key];
      if (!by || !this.range) return;
      event.preventDefault();
      const span = [...(this.span || this.range)];
      span[end] = Math.max(this.range[0], Math.min(this.range[1], span[end] + by));
      if (span[0] > span[1]) span[1 - end] = span[end];
      this.span = span;
      this.apply();
    }

    onPointer(event) {
      if (!this.range) return;
      this.pause();
      const frame = this.track.getBoundingClientRect();
      const dayAt = (clientX) => this.range[0] + ((clientX - frame.left) / frame.width) * (this.range[1] - this.range[0] + 1);
      const grabbed = dayAt(event.clientX);
      const span = this.span || this.range;
      const reach = (HANDLE_PX / frame.width) * (this.range[1] - this.range[0] + 1);
      let drag;
      if (Math.abs(grabbed - span[0]) < reach) drag = (day) => [Math.min(day, span[1]), span[1]];
      else if (Math.abs(grabbed - span[1] - 1) < reach) drag = (day) => [span[0], Math.max(day, span[0])];
      else if (this.span && grabbed > span[0] && grabbed < span[1]) drag = (day) => span.map((end) => end + day - grabbed);
      else drag = (day) => [Math.min(day, grabbed), Math.max(day, grabbed)];
      this.track.setPointerCapture(event.pointerId);
      let moved = false;
      const onMove = (move) => {
        if (!moved && Math.abs(move.clientX - event.clientX) < 3) return;
        moved = true;
        this.span = drag(dayAt(move.clientX)).map(Math.round);
        this.span = [Math.max(this.range[0], this.span[0]), Math.min(this.range[1], this.span[1])];
        if (this.span[0] > this.span[1]) this.span[0] = this.span[1];
        this.apply();
      };
      const onUp = () => {
        this.track.removeEventListener("pointermove", onMove);
        this.track.removeEventListener("pointerup", onUp);
      };
      this.track.addEventListener("pointermove", onMove);
      this.track.addEventListener("pointerup", onUp);
    }

    /** Stacked bars by family; what lies outside the window is pale. */
    draw() {
      const { clientWidth: width, clientHeight: height } = this.track;
      if (!this.range || !width) return;
      const ratio = window.devicePixelRatio || 1;
      const count = Math.max(1, Math.min(Math.floor(width / 4), this.range[1] - this.range[0] + 1));
      if (!this.bins || this.bins.length !== count) this.bins = EventMap.dayBins(this.data, this.range, count);
      this.canvas.width = width * ratio;
      this.canvas.height = height * ratio;
      const context = this.canvas.getContext("2d");
      context.scale(ratio, ratio);
      const most = Math.max(1, ...this.bins.map((bin) => bin.reduce((a, b) => a + b, 0)));
      const [left, right] = this.span ? [this.share(this.cumulative ? this.range[0] : this.span[0]) * width, this.share(this.span[1] + 1) * width] : [0, width];
      const bar = width / count;
      this.bins.forEach((bin, i) => {
        const middle = (i + 0.5) * bar;
        context.globalAlpha = middle >= left - bar / 2 && middle <= right + bar / 2 ? 1 : 0.28;
        let y = height;
        bin.forEach((value, family) => {
          const tall = (value / most) * (height - LABEL_PX);
          context.fillStyle = this.data.families[family].colour;
          context.fillRect(i * bar + 0.5, y - tall, Math.max(1, bar - 1), tall);
          y -= tall;
        });
      });
      context.globalAlpha = 0.16;
      context.fillStyle = this.state.palette.accent;
      if (this.span) context.fillRect(left, 0, Math.max(2, right - left), height);
    }
  };

  /** First and last day of the data, or null where nothing is dated. */
  EventMap.dayRange = function (data) {
    if (data.cells) {
      const steps = data.cells.steps;
      return steps ? [steps.starts[0], steps.end] : null;
    }
    const { start, end } = data.columns;
    let [first, last] = [Infinity, -Infinity];
    for (let i = 0; i < data.count; i += 1) {
      if (start[i] === EventMap.NO_DAY) continue;
      if (start[i] < first) first = start[i];
      if (end[i] > last) last = end[i];
    }
    return first <= last ? [first, last] : null;
  };

  /** Events by bin of days and family; an interval counts in its middle. */
  EventMap.dayBins = function (data, [first, last], count) {
    const bins = Array.from({ length: count }, () => new Array(data.families.length).fill(0));
    const binOf = (day) => Math.max(0, Math.min(count - 1, Math.floor(((day - first) / (last - first + 1)) * count)));
    if (data.cells) {
      const { steps, count: cells } = data.cells;
      steps.families.forEach((row, step) => row.forEach((value, family) => { bins[binOf(steps.starts[step])][family] += cells.length ? value : 0; }));
      return bins;
    }
    const { start, end, family } = data.columns;
    for (let i = 0; i < data.count; i += 1) {
      if (start[i] !== EventMap.NO_DAY) bins[binOf((start[i] + end[i]) / 2)][family[i]] += 1;
    }
    return bins;
  };
})();
