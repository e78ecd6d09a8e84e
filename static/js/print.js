// [data-print] prints the page. The button is hidden in the markup: without script it does nothing.
import { on, $$ } from "./page.js";

$$("[data-print][hidden]").forEach((button) => (button.hidden = false));

on("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
