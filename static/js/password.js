// [data-reveal="input-id"] shows and hides a password. The button is hidden in the markup: without script it does nothing.
import { on, $$ } from "./page.js";

const unhide = () => $$("[data-reveal][hidden]").forEach((button) => (button.hidden = false));

on("click", (event) => {
  const button = event.target.closest("[data-reveal]");
  const field = button && document.getElementById(button.dataset.reveal);
  if (!field) return;
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
});

// A password field must be one again when it is sent, or the browser would remember it as plain text.
on("submit", ({ target }) => {
  for (const button of $$("[data-reveal]", target)) {
    document.getElementById(button.dataset.reveal)?.setAttribute("type", "password");
    button.setAttribute("aria-pressed", "false");
  }
});

on("htmx:after:swap", unhide);
unhide();
