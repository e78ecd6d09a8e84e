// The current one of a row of tabs that scrolls sideways is in view.
import { $$ } from "./page.js";

$$("[data-tabs], .tabs").forEach((row) => {
  const current = row.querySelector("[aria-current]");
  if (current) row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
});
