// The content of a <k-upload>: its picture, the result of an upload, and the reason of a refusal.
import { $, $$, words } from "./page.js";

/** Shows what works only with scripts. */
export const offer = (upload) => $$("[data-replace]", upload).forEach((button) => (button.hidden = false));

/** Shows next to the field why a picture was refused, until the next upload. `html` is the server's response. */
export function blame(upload, text = "", html = "") {
  const place = $("[data-fault]", upload);
  if (html) place.innerHTML = html;
  else place.textContent = text;
  place.hidden = !text;
}

/** Removes the picture; the surrounding form saves that. */
export function empty(upload) {
  $$("[data-now] > :not([data-picture])", upload).forEach((part) => part.remove());
  $("[data-picture]", upload).value = "";
  $("input[type=file]", upload).focus();
  told(upload, upload.dataset.removed);
}

/** Shows the picture that the server stored, or its reason for refusing it. */
export function answered(upload, { status, text }) {
  if (status === 200) return show(upload, text);
  const explained = [400, 403, 404, 422, 503].includes(status);
  blame(upload, status === 413 ? upload.dataset.heavy : status ? words.broken : words.offline, explained ? text : "");
}

function show(upload, html) {
  const place = upload.dataset.target ? $(upload.dataset.target) : $("[data-now]", upload);
  place.innerHTML = html;
  window.htmx?.process(place);
  offer(place);
  const now = document.activeElement;
  if (now === document.body || upload.contains(now)) $("[data-replace]", place)?.focus();
  told(upload, upload.dataset.saved);
}

function told(upload, text) {
  $("[data-said]", upload).textContent = text;
  const place = upload.dataset.target ? $(upload.dataset.target) : upload;
  $("[data-picture]", place)?.dispatchEvent(new Event("change", { bubbles: true }));
}
