// The composer of posts: saves run one after another, each with the version that the last response gave.
import { on, $, $$ } from "./page.js";

let leaving = false; // another page is on its way here: what still waits would save an older version of the post
addEventListener("pageshow", () => (leaving = false));
on("input", () => (leaving = false));
on("htmx:after:request", ({ detail: { ctx } }) => (leaving ||= ctx.sourceElement.id === "composer" && Boolean(ctx.hx.redirect)));

// The form is read when the request leaves, not when it was queued: somebody has typed on, and the request before it
// may have made a new version.
on("htmx:before:request", (event) => {
  const { sourceElement, request } = event.detail.ctx;
  if (!["composer", "composer-fields"].includes(sourceElement.id)) return;
  if (leaving) return event.preventDefault();
  request.body = new URLSearchParams(new FormData($("#composer")));
  if (request.submitter?.name) request.body.set(request.submitter.name, request.submitter.value);
});

// A morph keeps what somebody typed where the server's text did not change; the text of one network would become that of another.
on("htmx:after:swap", ({ detail: { ctx } }) => {
  const body = ctx?.request.body;
  if (!(ctx?.response?.status < 400) || ctx.sourceElement?.id !== "composer" || !(body?.has?.("go") || body?.has?.("do"))) return;
  for (const field of $$("#composer textarea")) field.value = field.defaultValue;
  for (const box of $$("#composer input[type=checkbox]")) box.checked = box.defaultChecked;
});
