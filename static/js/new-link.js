// What somebody types or pastes into the form of a new link while one is being made is for the next one, and stays.
import { on, $$, typing } from "./page.js";

const typed = new WeakMap();
const values = () => $$("#new-link [id]").filter(typing).map(({ id, value }) => [id, value]);

on("htmx:before:request", ({ detail: { ctx } }) => ctx.sourceElement.id === "new-link" && typed.set(ctx, values()));

on("htmx:before:swap", ({ detail: { ctx } }) => {
  const sent = typed.has(ctx) && Object.fromEntries(typed.get(ctx));
  if (sent) typed.set(ctx, values().filter(([id, value]) => value !== sent[id]));
});

on("htmx:after:swap", ({ detail: { ctx } }) => {
  for (const [id, value] of typed.get(ctx) ?? []) {
    const field = document.getElementById(id);
    if (field) field.value = value;
  }
});
