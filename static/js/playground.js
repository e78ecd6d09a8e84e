// The chat of the playground: the message leaves its field once the answer begins, Stop ends the answer, and whatever way it ended,
// its turn loads what it cost.
import { on, $, $$ } from "./page.js";

const isChat = (element) => element?.matches?.("[data-chat]");
const nearEnd = () => innerHeight + scrollY > document.documentElement.scrollHeight - 160;
let sent = "";

on("htmx:before:request", ({ target }) => {
  if (isChat(target)) sent = $("textarea", target).value;
});

on("htmx:sse:after:connection", ({ target }) => {
  const field = isChat(target) && $("textarea", target);
  if (field && field.value === sent) field.value = "";
});

let follows = true;
on("htmx:sse:before:message", ({ target }) => {
  if (isChat(target)) follows = nearEnd();
});
on("htmx:sse:after:message", ({ target }) => {
  if (isChat(target) && follows) scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
});

on("click", ({ target }) => {
  const stop = target.closest("[data-stop]");
  if (!stop) return;
  htmx.trigger(stop.form, "htmx:abort");
  $("textarea", stop.form).focus();
});

on("htmx:finally:request", ({ target }) => {
  if (!isChat(target)) return;
  for (const turn of $$("#ai-log [aria-busy=true]")) {
    turn.removeAttribute("aria-busy");
    htmx.trigger($("[data-summary]", turn), "finished");
  }
});

// A picture is in the page only; its button saves it as a file.
on("click", ({ target }) => {
  const button = target.closest("[data-save]");
  const picture = button && $("img", button.closest("li"));
  if (picture) Object.assign(document.createElement("a"), { href: picture.src, download: button.dataset.save }).click();
});
