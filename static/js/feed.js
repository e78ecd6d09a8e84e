// A list that grows at its top keeps as many rows as data-keep says.
import { on } from "./page.js";

on("htmx:sse:after:message", ({ target }) => {
  const most = Number(target.dataset?.keep);
  while (most && target.children.length > most) target.lastElementChild.remove();
});
