// An open editor with unsaved changes stays when a search, a filter or an undo would put a new list in its place.
import { on, $, words } from "./page.js";
import { complain } from "./toasts.js";

/** Whether somebody has changed a field since the server sent it. */
export function changed(field) {
  if (field.type === "hidden" || !field.name) return false;
  if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
  if (field.options?.length) {
    const options = [...field.options];
    return !(options.find((option) => option.defaultSelected) ?? options[0]).selected;
  }
  return "defaultValue" in field && field.value !== field.defaultValue;
}

/** The field to return to: one that was changed, or one that was refused, because its changes are the answer's. */
const unsaved = (editor) => [...editor.elements].find(changed) ?? $("[aria-invalid=true], [data-fault]", editor);

on("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail;
  const editor = $("#links .link--editing form");
  const field = editor && !editor.contains(ctx.sourceElement) && unsaved(editor);
  if (!field) return;
  const kept = tasks.filter(({ target }) => !(typeof target === "string" ? $(target) : target)?.contains?.(editor));
  if (kept.length === tasks.length) return;
  // The action itself has succeeded: its toast and its numbers are shown, only the list is not replaced.
  tasks.splice(0, tasks.length, ...kept);
  if (ctx.request.method === "GET") event.preventDefault();
  complain(words.editing);
  field.focus();
});
