// <k-files> sends the pictures and videos of a post in pieces, one file after another, with progress; after a broken
// connection it asks how much has arrived and goes on from there. Rows come from the server: publishing/_file.html.
import { exchange } from "./send.js";
import { say } from "./sortable.js";
import { $, $$, words } from "./page.js";

const PIECE = 4 * 2 ** 20; // bytes; the server takes twice as much
const MOST_PAUSE = 30; // seconds between two tries
const GIVE_UP = 40; // tries in a row without a byte
const pause = (seconds) => new Promise((go) => setTimeout(go, 1000 * seconds));
const offset = ({ header }) => Number(header("Upload-Offset"));

class Files extends HTMLElement {
  connectedCallback() {
    this.input = $("input[type=file]", this);
    this.input.removeAttribute("name"); // the chosen files are sent by themselves, not with the surrounding form
    this.list = $(".files__list", this);
    this.last = Promise.resolve();
    this.input.addEventListener("change", (event) => {
      event.stopPropagation();
      this.take([...this.input.files]);
      this.input.value = "";
    });
    for (const type of ["dragover", "dragleave", "drop"]) this.addEventListener(type, this.dragged);
    this.addEventListener("click", this.pressed);
  }

  dragged(event) {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    $(".drop", this).toggleAttribute("data-over", event.type === "dragover");
    if (event.type === "drop") this.take([...event.dataTransfer.files]);
  }

  pressed(event) {
    const button = event.target.closest("[data-move], [data-remove]");
    const row = button?.closest(".file-row");
    if (!row) return;
    event.preventDefault();
    if (button.hasAttribute("data-remove")) return this.removeRow(row);
    const up = button.dataset.move === "up";
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (other) up ? other.before(row) : other.after(row);
    button.focus();
    say(row);
    this.changed();
  }

  removeRow(row) {
    const unused = $("[data-state]", row).dataset.state !== "ready";
    const next = row.nextElementSibling ?? row.previousElementSibling;
    (next ? $("[data-remove]", next) : this.input).focus();
    row.remove();
    this.changed();
    if (unused) exchange("POST", row.dataset.delete);
  }

  changed() {
    this.list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  take(files) {
    this.blame("");
    for (const file of files) this.last = this.last.then(() => this.send(file)).catch(() => this.blame(words.broken));
  }

  blame(text, html = "") {
    const place = $(":scope > [data-fault]", this);
    if (html) place.innerHTML = html;
    else place.textContent = text;
  }

  async send(file) {
    const row = this.unfinished(file) ?? (await this.begin(file));
    if (!row) return;
    this.say(row, "");
    let at = await this.received(row);
    for (let failed = 0; row.isConnected && failed < GIVE_UP; ) {
      const answer = await this.piece(row, file, at);
      const known = answer.header("Upload-Offset") !== null;
      if (answer.status === 200) return this.show(row, answer.text);
      if (known && answer.status < 500) [at, failed] = [offset(answer), answer.status === 204 ? 0 : failed + 1];
      else if (answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status)) return this.refuse(row, answer.text);
      else {
        this.say(row, this.dataset.stopped);
        await pause(Math.min(2 ** failed++, MOST_PAUSE));
        at = await this.received(row);
        this.say(row, "");
      }
    }
  }

  say(row, text) {
    $("[data-words]", row).textContent = text;
  }

  unfinished({ name, size }) {
    const rows = $$(".file-row:has([data-state=uploading])", this);
    return rows.find(({ dataset }) => dataset.name === name.slice(-200) && Number(dataset.size) === size);
  }

  async begin({ name, size, type }) {
    const answer = await exchange("POST", this.dataset.begin, new URLSearchParams({ filename: name, size, media_type: type }));
    if (answer.status !== 201) return this.blame(answer.status ? words.broken : words.offline, answer.status ? answer.text : "");
    this.list.insertAdjacentHTML("beforeend", answer.text);
    this.changed();
    return this.list.lastElementChild;
  }

  async received(row) {
    const answer = await exchange("HEAD", row.dataset.pieces);
    return answer.status === 204 ? offset(answer) : Number(row.dataset.received);
  }

  piece(row, file, at) {
    const progress = (loaded) => {
      const share = Math.floor((100 * (at + loaded)) / file.size);
      $("progress", row).value = share;
      $("[data-share]", row).textContent = `${share}%`;
    };
    row.dataset.received = at;
    return exchange("PUT", row.dataset.pieces, file.slice(at, at + PIECE), { "Upload-Offset": at, "Content-Type": "application/octet-stream" }, progress);
  }

  show(row, html) {
    $("[data-state]", row).outerHTML = html;
    window.htmx?.process(row);
  }

  refuse(row, html) {
    row.remove();
    this.changed();
    this.blame("", html);
  }
}

customElements.define("k-files", Files);
