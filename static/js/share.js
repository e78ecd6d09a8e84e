// [data-share="address"] hands it to the device's own sheet of apps, where the browser has one.
import { on, $$ } from "./page.js";

const offer = () => navigator.share && $$("[data-share][hidden]").forEach((button) => (button.hidden = false));

on("click", ({ target }) => {
  const button = target.closest("[data-share]");
  // who closes the sheet of apps thought better of it: nothing is wrong
  if (button) navigator.share({ title: button.dataset.shareTitle, url: button.dataset.share }).catch(() => {});
});
on("htmx:after:swap", offer);
offer();
