// form[data-theme-toggle] posts the choice to the settings; this only shows it at once.
import { on, $$ } from "./page.js";

on("click", (event) => {
  const button = event.target.closest("[data-theme-toggle] button[name=theme]");
  if (!button) return;
  const root = document.documentElement;
  if (button.value === "system") delete root.dataset.theme;
  else root.dataset.theme = button.value;
  $$("[data-theme-toggle] button[name=theme]").forEach((other) => other.setAttribute("aria-pressed", String(other.value === button.value)));
});
