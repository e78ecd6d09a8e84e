// A photo of a phone is made small before it is sent: input[data-longest] names the most pixels a side.
const HEAVY = 2 * 2 ** 20; // bytes above which a picture is written anew even where its pixels are few enough
const MOST = 5 * 2 ** 20; // what the server takes (app/media/upload_sandbox.py)
const CLEAR = ["image/png", "image/webp"]; // may be transparent, and stay what they are
const REFUSED = ["image/gif", "image/svg+xml"]; // sent as they are: the server says why
const done = new WeakSet();

/** Whether the server may take a file of this kind, as far as a browser can say. */
export const mayBeTaken = (file) => !REFUSED.includes(file.type);

const blobOf = (canvas, type) => new Promise((made) => canvas.toBlob(made, type, 0.9));

function painted(picture, scale, ground) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paint = canvas.getContext("2d");
  paint.fillStyle = ground;
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.imageSmoothingQuality = "high";
  paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The picture with at most `longest` pixels a side, upright; the file itself when it is small, or cannot be opened here. */
export async function smaller(file, longest) {
  if (!mayBeTaken(file)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  const scale = picture && Math.min(1, longest / Math.max(picture.width, picture.height));
  if (!picture || (scale === 1 && file.size <= HEAVY)) return file;
  const clear = CLEAR.includes(file.type) && (await blobOf(painted(picture, scale, "transparent"), file.type));
  const blob = clear && clear.size < MOST ? clear : await blobOf(painted(picture, scale, "#fff"), "image/jpeg");
  picture.close();
  const ending = blob.type.replace("image/", "").replace("jpeg", "jpg");
  return new File([blob], `${file.name.replace(/\.\w+$/, "")}.${ending}`, { type: blob.type });
}

async function shrink(input) {
  const files = new DataTransfer();
  for (const file of input.files) files.items.add(await smaller(file, Number(input.dataset.longest)));
  input.files = files.files;
  for (const file of input.files) done.add(file);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

// In the capture phase, before other listeners of the form, so that they send the reduced picture.
for (const type of ["input", "change"])
  document.addEventListener(
    type,
    (event) => {
      const input = event.target;
      if (!input.dataset?.longest || !input.files?.length || [...input.files].every((file) => done.has(file))) return;
      event.stopImmediatePropagation();
      if (type === "change") shrink(input);
    },
    true,
  );
