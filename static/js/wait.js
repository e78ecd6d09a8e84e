// [data-wait="40"] is a button that can be pressed after so many seconds; its note, by aria-describedby, then goes.
import { $$ } from "./page.js";

$$("[data-wait]").forEach((button) => {
  setTimeout(() => {
    button.disabled = false;
    document.getElementById(button.getAttribute("aria-describedby"))?.replaceChildren();
    button.removeAttribute("aria-describedby");
  }, Number(button.dataset.wait) * 1000);
});
