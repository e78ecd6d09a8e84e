// C new link, / search, E edit the focused row, ? the list of all of them; Escape cancels, Ctrl/Cmd+Enter saves.
import { on, $, typing } from "./page.js";

function focusNewLink() {
  const field = $("#new-link-url");
  if (!field) return $("[data-key=c]")?.click();
  field.focus();
  field.scrollIntoView({ block: "center" });
}

function focusSearch() {
  const field = $("main [type=search]");
  field?.focus();
  field?.select();
  return field;
}

const shortcuts = {
  c: focusNewLink,
  "/": focusSearch,
  q: () => document.activeElement?.closest(".link")?.querySelector("[data-key=q]")?.click(),
  e: () => document.activeElement?.closest(".link")?.querySelector("[data-key=e]")?.click(),
  "?": () => $("#shortcuts")?.showModal(),
};

function cancel(event) {
  const form = event.target.closest?.("[data-esc]");
  if (!form || $("dialog[open]:modal") || $(":popover-open")) return;
  event.preventDefault();
  $(form.dataset.esc || "[data-cancel]", form)?.click();
}

function submit(event) {
  const form = event.target.form ?? event.target.closest?.("form");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

on("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  if (event.key === "Escape") return cancel(event);
  if (event.ctrlKey || event.metaKey) return event.key === "Enter" && submit(event);
  if (event.altKey || typing(event.target) || $("dialog[open]")) return;
  const shortcut = shortcuts[event.key.toLowerCase()];
  if (!shortcut) return;
  event.preventDefault();
  shortcut();
});
