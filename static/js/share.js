// [data-share="address"] opens the share sheet of the device with the address, where the browser has one.
import { on, $$ } from "./page.js";

const offer = () => navigator.share && $$("[data-share][hidden]").forEach((button) => (button.hidden = false));

on("click", ({ target }) => {
  const button = target.closest("[data-share]");
  // closing the share sheet is no error
  if (button) navigator.share({ title: button.dataset.shareTitle, url: button.dataset.share }).catch(() => {});
});
on("htmx:after:swap", offer);
offer();
