// Sends each file as soon as it is chosen: `[data-upload]` with its address, its sentences and its list.
// The server answers with the new content of the list; a refusal with { message } or plain status.

import { preview, showPreview } from "./preview.js";
import { failedRow, sendingRow } from "./upload_rows.js";

/** Forms wait for the last file before they go off. */
const busy = new WeakMap();

export function uploads() {
  document.querySelectorAll("[data-upload]").forEach(watch);
  document.addEventListener("submit", waitForFiles, true);
}

function watch(box) {
  const input = box.querySelector("input[type='file']");
  const form = input.form;
  const frame = input.parentElement;
  let line = Promise.resolve();
  /** The photos sent from this page, by the address of their file. */
  const photos = new Map();

  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    files.forEach(take);
  });
  for (const [event, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
    frame.addEventListener(event, () => frame.classList.toggle("mc-upload__pick--over", over));
  }
  box.addEventListener("click", (event) => {
    const button = event.target.closest("[data-upload-remove]");
    if (!button) return;
    event.preventDefault();
    button.disabled = true;
    const body = new FormData();
    body.append("csrf", box.dataset.csrf);
    line = line.then(() => post(button.getAttribute("formaction"), body, box)).then((answer) => settle(answer, null, null));
  });

  /** One file after another: a weak connection carries one well and three badly. */
  function take(file) {
    if (file.size > Number(box.dataset.limit)) {
      failedRow(box, file, box.dataset.textLarge);
      return;
    }
    const row = sendingRow(box, file);
    count(form, 1);
    line = line.then(() => {
      const body = new FormData();
      body.append("csrf", box.dataset.csrf);
      body.append(box.dataset.field, file, file.name.normalize("NFC"));
      return post(box.dataset.action, body, box, row.progress);
    }).then((answer) => settle(answer, row, file)).then(() => count(form, -1));
  }

  async function look(file, address) {
    const photo = await preview(file);
    const row = photo && addresses(box.querySelector("[data-upload-list]")).get(address);
    if (!row) return;
    photos.set(address, photo);
    showPreview(row, photo, box);
  }

  function settle(answer, row, file) {
    if (row) row.remove();
    if (answer.status >= 200 && answer.status < 300) {
      const fresh = new DOMParser().parseFromString(answer.text, "text/html").body;
      const list = box.querySelector("[data-upload-list]");
      const before = addresses(list);
      list.replaceChildren(...fresh.childNodes);
      const made = file && [...addresses(list).keys()].find((address) => !before.has(address));
      for (const [address, row] of addresses(list)) if (photos.has(address)) showPreview(row, photos.get(address), box);
      if (made) look(file, made);
      if (file) say(box, `${file.name}: ${box.dataset.textReceived}`);
    } else if (file) {
      failedRow(box, file, message(answer) || box.dataset.textFailed, () => take(file));
    }
  }
}

/** The rows of files that arrived, by the address of the file. */
function addresses(list) {
  const rows = [...list.querySelectorAll(".mc-file")].filter((row) => row.querySelector("a"));
  return new Map(rows.map((row) => [row.querySelector("a").getAttribute("href"), row]));
}

function post(address, body, box, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("X-CSRF-Token", box.dataset.csrf);
    request.setRequestHeader("X-Requested-With", "fetch");
    if (onProgress) request.upload.addEventListener("progress", (event) => onProgress(event.loaded / event.total));
    request.addEventListener("load", () => resolve({ status: request.status, text: request.responseText, type: request.getResponseHeader("Content-Type") || "" }));
    for (const failure of ["error", "abort", "timeout"]) request.addEventListener(failure, () => resolve({ status: 0, text: "", type: "" }));
    request.send(body);
  });
}

function message(answer) {
  if (!answer.type.includes("json")) return "";
  try {
    return JSON.parse(answer.text).message || "";
  } catch {
    return "";
  }
}

function say(box, sentence) {
  box.querySelector("[data-upload-status]").textContent = sentence;
}

function count(form, change) {
  if (!form) return;
  const state = busy.get(form) || { files: 0, waiting: null };
  state.files += change;
  busy.set(form, state);
  if (state.files === 0 && state.waiting) {
    const button = state.waiting;
    state.waiting = null;
    button.click();
  }
}

function waitForFiles(event) {
  const state = busy.get(event.target);
  if (!state || !state.files) return;
  event.preventDefault();
  event.stopPropagation();
  state.waiting = event.submitter || event.target.querySelector("button[type='submit']");
  state.waiting.setAttribute("aria-busy", "true");
}
