// What was typed or chosen before the scripts came, which may be seconds on a phone: forms that save by themselves, or
// show what is typed, hear of it now.
import { $$ } from "./page.js";
import { changed } from "./unsaved.js";

const fieldsOf = (form) => (form.matches("input, select") ? [form] : $$(":is(input, select, textarea):not([hx-trigger])", form));

/** Tells each of these forms of the first field that was changed: all of the form is sent. */
export function catchUp() {
  // After Back and after a reload the browser itself fills fields, maybe with less than what was saved since.
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return;
  for (const form of $$("[hx-post][hx-trigger*=change]")) fieldsOf(form).find(changed)?.dispatchEvent(new Event("change", { bubbles: true }));
}
