// Failures the server could not describe: offline, timed out, or an error page that brought no toast of its own.
import { on, $$, words } from "./page.js";
import { complain } from "./toasts.js";

// Streams and what follows them come back by themselves, and a part that is loaded later keeps its link; only what a person asked for
// gets a toast.
const inBackground = (element) => element.matches("[hx-sse\\:connect], [hx-trigger='finished'], [hx-trigger='load'], [hx-trigger^='every']");

// An optimistic control shows the new state at once; a failure puts the old one back.
function undoOptimistic(element) {
  const form = element?.closest?.("[data-optimistic]");
  if (form) $$("[type=checkbox]", form).forEach((box) => (box.checked = !box.checked));
  return Boolean(form);
}

on("htmx:error", ({ detail: { ctx } }) => {
  if (!ctx?.request || inBackground(ctx.sourceElement)) return;
  if (undoOptimistic(ctx.sourceElement) || !ctx.sourceEvent) return complain(words.offline);
  complain(words.offline, () => htmx.trigger(ctx.sourceElement, ctx.sourceEvent.type));
});

on("htmx:response:error", ({ detail: { ctx } }) => {
  const { status } = ctx.response;
  if (status === 422) return;
  undoOptimistic(ctx.sourceElement);
  if (inBackground(ctx.sourceElement)) return;
  if (status >= 500 && !ctx.text?.includes("hx-partial")) complain(words.broken);
});
