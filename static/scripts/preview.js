// A small look at a photo just sent, so that its sender sees whether it can be read. Drawn anew from
// the file on this device: nothing is fetched, and nothing but a picture can come of it.

const PHOTO = /^image\/(jpeg|png|webp)$/;
const WIDTH = 320;
/** Of 255, on average: below this a paper was photographed in the dark. */
const DARK = 70;

/** `{ address, dark }`, or nothing if it is no photo that this browser can draw. */
export async function preview(file) {
  if (!PHOTO.test(file.type) || typeof createImageBitmap !== "function") return null;
  try {
    const photo = await createImageBitmap(file);
    const scale = Math.min(1, WIDTH / photo.width);
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(photo.width * scale));
    canvas.height = Math.max(1, Math.round(photo.height * scale));
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    const dark = light(pen.getImageData(0, 0, canvas.width, canvas.height).data) < DARK;
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.8));
    return blob && { address: URL.createObjectURL(blob), dark };
  } catch {
    return null;
  }
}

/** Puts it into the row of its file, with the question whether it can be read. */
export function showPreview(row, { address, dark }, box) {
  const picture = document.createElement("img");
  picture.className = "mc-file__photo";
  picture.src = address;
  picture.alt = "";
  const question = document.createElement("p");
  question.className = "mc-file__look";
  question.textContent = dark ? box.dataset.textDark : box.dataset.textReadable;
  row.append(picture, question);
}

function light(pixels) {
  let sum = 0;
  for (let i = 0; i < pixels.length; i += 4) sum += 0.299 * pixels[i] + 0.587 * pixels[i + 1] + 0.114 * pixels[i + 2];
  return sum / (pixels.length / 4);
}
