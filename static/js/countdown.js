// [data-seconds-left] counts down. The server writes the time anew now and then, so that a page that slept is right again.
import { on, $$ } from "./page.js";

const written = new WeakMap();

function tick() {
  for (const clock of $$("[data-seconds-left]")) {
    if (written.get(clock)?.from !== clock.dataset.secondsLeft) {
      written.set(clock, { from: clock.dataset.secondsLeft, at: performance.now() });
    }
    const { from, at } = written.get(clock);
    const left = Math.max(Math.round(Number(from) - (performance.now() - at) / 1000), 0);
    const [days, hours] = [Math.floor(left / 86400), Math.floor(left / 3600)];
    if (days > 0) continue;
    const parts = [Math.floor(left / 60) % 60, left % 60].map((part) => String(part).padStart(2, "0"));
    clock.textContent = (hours ? [hours, ...parts] : parts).join(":");
  }
}

on("htmx:after:swap", tick);
setInterval(tick, 1000);
tick();
