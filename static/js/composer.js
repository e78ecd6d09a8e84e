// The composer of posts: saves run one after another, each with the version that the last response gave.
import { on, $ } from "./page.js";

// Set when the request leaves, not when it was queued: the one before it may have made a new version.
on("htmx:before:request", ({ detail: { ctx } }) => {
  const version = $("#composer-version");
  if (version && ctx.request.body?.set && ctx.sourceElement?.closest?.("#composer")) ctx.request.body.set("version", version.value);
});
