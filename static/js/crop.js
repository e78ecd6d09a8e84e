// Choosing a part of a picture: a dialog around cropperjs 1 (version 2 has no plain way to ask for the region).
// A file that the server would refuse is not opened here; the server explains the refusal (app/media/upload_sandbox.py).
import { $, $$ } from "./page.js";

const MOST_PIXELS = 16e6;
const MOST_SIDE = 6000;
const STEP = 12;
const MOVES = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
const ZOOMS = { "+": 0.1, "=": 0.1, "-": -0.1, _: -0.1 };

const shown = (image, url) =>
  new Promise((loaded) => {
    image.onload = () => loaded(image.naturalWidth * image.naturalHeight <= MOST_PIXELS && Math.max(image.naturalWidth, image.naturalHeight) <= MOST_SIDE);
    image.onerror = () => loaded(false);
    image.src = url;
  });

const closed = (dialog) => new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue), { once: true }));

function began(image, aspect, scale) {
  const cropper = new window.Cropper(image, {
    aspectRatio: aspect || NaN,
    viewMode: 1,
    dragMode: "move",
    autoCropArea: 1,
    cropBoxMovable: !aspect,
    cropBoxResizable: !aspect,
    toggleDragModeOnDblclick: false,
    checkOrientation: false, // it would fetch the blob, which our policy forbids; browsers turn pictures themselves
    background: false,
    guides: false,
    ready: () => (least = size().width / size().naturalWidth),
    zoom: ({ detail }) => (scale.value = 100 * (Math.log(detail.ratio / least) / Math.log(8))),
  });
  const size = () => cropper.getCanvasData();
  let least = 1;
  scale.value = 0;
  scale.oninput = () => cropper.zoomTo(least * 8 ** (scale.value / 100));
  return cropper;
}

function steered(dialog, cropper) {
  $("[data-stage]", dialog).onkeydown = (event) => {
    if (event.key in MOVES) cropper.move(...MOVES[event.key]);
    else if (event.key in ZOOMS) cropper.zoom(ZOOMS[event.key]);
    else return;
    event.preventDefault();
  };
  $$("[data-zoom]", dialog).forEach((button) => (button.onclick = () => cropper.zoom(Number(button.dataset.zoom))));
  $("[data-use]", dialog).onclick = () => dialog.close("use");
}

function region(cropper) {
  const { x, y, width, height } = cropper.getData();
  const { naturalWidth, naturalHeight } = cropper.getImageData();
  const part = (long, of, from = 0) => Math.min(Math.max(long / of, 0), 1 - from);
  const [left, top] = [part(x, naturalWidth), part(y, naturalHeight)];
  return { x: left, y: top, width: part(width, naturalWidth, left), height: part(height, naturalHeight, top) };
}

/** The part somebody chose: { region, canvas }; null when they cancelled, undefined for a file that is no picture. */
export async function crop(dialog, file, aspect) {
  const image = $("[data-image]", dialog);
  const url = URL.createObjectURL(file);
  let cropper;
  try {
    if (!(await shown(image, url))) return undefined;
    await import("../vendor/cropper-1.6.2.min.js");
    dialog.returnValue = "";
    dialog.showModal();
    cropper = began(image, aspect, $("[data-scale]", dialog));
    steered(dialog, cropper);
    $("[data-stage]", dialog).focus();
    if ((await closed(dialog)) !== "use") return null;
    return { region: region(cropper), canvas: cropper.getCroppedCanvas({ maxWidth: 2400, maxHeight: 2400, fillColor: "#fff" }) };
  } finally {
    cropper?.destroy();
    image.removeAttribute("src");
    URL.revokeObjectURL(url);
  }
}
