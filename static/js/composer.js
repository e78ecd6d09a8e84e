// The composer of posts: saves run one after another, each with the version that the last response gave.
import { on, $, $$ } from "./page.js";

// Set when the request leaves, not when it was queued: the one before it may have made a new version.
on("htmx:before:request", ({ detail: { ctx } }) => {
  const version = $("#composer-version");
  if (version && ctx.request.body?.set && ctx.sourceElement?.closest?.("#composer")) ctx.request.body.set("version", version.value);
});

// A morph keeps what somebody typed where the server's text did not change; the text of one network would become that of another.
on("htmx:after:swap", ({ detail: { ctx } }) => {
  const body = ctx?.request.body;
  if (!(ctx?.response?.status < 400) || ctx.sourceElement?.id !== "composer" || !(body?.has?.("go") || body?.has?.("do"))) return;
  for (const field of $$("#composer textarea")) field.value = field.defaultValue;
  for (const box of $$("#composer input[type=checkbox]")) box.checked = box.defaultChecked;
});
