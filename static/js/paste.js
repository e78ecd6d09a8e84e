// On the links page, an address pasted anywhere outside a field lands in the new-link field; sending it stays a choice.
import { on, $, typing } from "./page.js";

on("paste", (event) => {
  const field = $("#new-link-url");
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  if (!field || field.disabled || typing(event.target) || $("dialog[open]") || !/^https?:\/\/\S+$/i.test(text)) return;
  event.preventDefault();
  field.value = text;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
