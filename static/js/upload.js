// <k-upload> takes a picture that was dropped, pasted or chosen, lets a part of it be chosen, sends it with progress and
// shows the answer. The hidden field of the answer gets a bubbling change event. See templates/media/_upload.html.
import { crop } from "./crop.js";
import { sent } from "./send.js";
import { mayBeTaken, smaller } from "./photo.js";
import { answered, blame, empty, offer } from "./picture.js";
import { $, on } from "./page.js";

const MOST = 5 * 2 ** 20;
const LONGEST = 3200; // pixels a side: twice what the largest of our files has
const ASPECTS = { avatar: 1, cover: 3, card: 1200 / 630 };
const written = (canvas) => new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));

class Upload extends HTMLElement {
  connectedCallback() {
    this.input = $("input[type=file]", this);
    this.input.removeAttribute("name"); // the chosen file is sent by itself, not with the surrounding form
    for (const type of ["change", "input"]) this.addEventListener(type, this.chosen);
    for (const type of ["dragover", "dragleave", "drop"]) this.addEventListener(type, this.dragged);
    this.addEventListener("click", this.pressed);
    offer(this);
  }

  chosen(event) {
    if (!event.target.matches("input[type=file], [data-scale]")) return;
    event.stopPropagation();
    if (event.type === "change" && this.input.files[0]) this.take(this.input.files[0]);
  }

  dragged(event) {
    event.preventDefault();
    $(".drop", this).toggleAttribute("data-over", event.type === "dragover");
    if (event.type === "drop" && event.dataTransfer.files[0]) this.take(event.dataTransfer.files[0]);
  }

  pressed(event) {
    if (event.target.closest("[data-replace]")) this.input.click();
    if (!event.target.closest("[data-remove]")) return;
    event.preventDefault();
    empty(this);
  }

  async take(chosen) {
    blame(this);
    const { purpose, name, url, heavy } = this.dataset;
    const file = await smaller(chosen, LONGEST);
    const part = mayBeTaken(file) ? await crop($("dialog", this), file, ASPECTS[purpose] ?? 0) : undefined;
    this.input.value = "";
    if (part === null) return;
    const large = file.size > MOST;
    if (large && !part) return blame(this, heavy);
    const body = new FormData();
    for (const [side, value] of Object.entries((!large && part?.region) || {})) body.append(`crop-${side}`, value);
    body.append("purpose", purpose);
    body.append("name", name);
    body.append("picture", large ? await written(part.canvas) : file, file.name);
    $("[data-local]", this).replaceChildren(...(part ? [part.canvas] : []));
    answered(this, await sent(url, body, $("[data-progress]", this)));
  }
}

customElements.define("k-upload", Upload);
on("paste", (event) => {
  const upload = $("k-upload:is(:hover, :focus-within)");
  const file = event.clipboardData?.files[0];
  if (!upload || !file) return;
  event.preventDefault();
  upload.take(file);
});
