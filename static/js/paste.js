// On the links page, an address pasted outside of a field is put into the new-link field and not sent.
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
