// A photo of a phone is made small before it is sent: input[data-longest] names the most pixels a side.
const LIGHT = 512 * 1024; // bytes that are sent as they are

async function smaller(file, longest) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const paint = canvas.getContext("2d");
  paint.fillStyle = "#fff"; // JPEG knows no transparency
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
  return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
}

document.addEventListener("change", async ({ target }) => {
  const [file] = target.dataset?.longest ? target.files : [];
  if (!file || file.size <= LIGHT) return;
  try {
    const files = new DataTransfer();
    files.items.add(await smaller(file, Number(target.dataset.longest)));
    target.files = files.files;
  } catch {
    // what this browser cannot open is sent as it is, and the answer says what is wrong with it
  }
});
