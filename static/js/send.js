// Sends a form with a file and shows the progress, which fetch cannot report. A busy server is tried again.
import { $ } from "./page.js";

const TRIES = 3;
const pause = (seconds) => new Promise((go) => setTimeout(go, 1000 * seconds));

// What htmx sends from this page as well: the workspace that it was drawn for.
const headers = () => Object.entries(JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}"));

/** One request: { status, text, header(name) } of its answer, status 0 for none; `progress` gets the bytes sent. */
export const exchange = (method, url, body = null, more = {}, progress = () => {}) =>
  new Promise((done) => {
    const asked = new XMLHttpRequest();
    asked.upload.onprogress = ({ loaded, total }) => progress(loaded, total);
    asked.onloadend = () => done({ status: asked.status, text: asked.responseText, header: (name) => asked.getResponseHeader(name) });
    asked.open(method, url);
    asked.setRequestHeader("HX-Request", "true");
    for (const [name, value] of [...headers(), ...Object.entries(more)]) asked.setRequestHeader(name, value);
    asked.send(body);
  });

/** { status, text } of the answer, status 0 for none; `place` holds a progress element and [data-share]. */
export async function sent(url, body, place) {
  const progress = (share) => {
    $("progress", place).value = share;
    $("[data-share]", place).textContent = `${share}%`;
  };
  progress(0);
  place.hidden = false;
  let answer;
  for (let at = 0; at < TRIES; at++) {
    answer = await exchange("POST", url, body, {}, (loaded, total) => progress(Math.round((100 * loaded) / total)));
    const again = Number(answer.header("Retry-After"));
    if (answer.status !== 503 || !again) break;
    await pause(again);
  }
  place.hidden = true;
  return answer;
}
