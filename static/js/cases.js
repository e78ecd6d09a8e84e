// In a list of cases: J and K open the next and the previous one, B and A press the buttons of the open one.
import { on, $, $$, typing } from "./page.js";

function step(by) {
  const rows = $$("[data-cases] [data-case]");
  const at = rows.findIndex((row) => row.closest("[aria-current]"));
  rows[at < 0 ? 0 : at + by]?.click();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  b: () => $("[data-case-block]")?.click(),
  a: () => $("[data-case-allow]")?.click(),
};

on("keydown", (event) => {
  if (!$("[data-cases]") || event.isComposing || event.defaultPrevented || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]")) return;
  const press = keys[event.key.toLowerCase()];
  if (!press) return;
  event.preventDefault();
  press();
});
