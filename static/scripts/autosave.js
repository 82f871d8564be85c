// Saves a draft while it is written: `form[data-autosave="address"]` with a `[data-autosave-status]` that holds the sentences.
// The server answers { saved_at, version }, 409 { conflicts: [{ label, mine, theirs }] }, 422 { errors: [sentence] } or 401.
// Files are not sent here. The version stands in the box `version`, or `number` where forms are edited.

import { growRows } from "./rows.js";
import { drop, dropAllOnSignOut, keep, recall } from "./kept_typing.js";

const PAUSE = 1500;

export function autosave() {
  dropAllOnSignOut("/dang-xuat");
  for (const form of document.querySelectorAll("form[data-autosave]")) watch(form);
}

function watch(form) {
  const address = form.dataset.autosave;
  const status = form.querySelector("[data-autosave-status]") || document.querySelector("[data-autosave-status]");
  let timer = 0;
  let composing = false;
  let dirty = false;
  let sending = false;
  let leaving = false;
  let stopped = false;
  let refused = false;
  let pressed = null;

  // A Vietnamese keyboard composes a letter in several strokes: half a letter is not saved.
  form.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
  form.addEventListener("compositionend", () => { composing = false; touched(); });
  form.addEventListener("input", (event) => { if (event.target.type !== "file") touched(); });
  form.addEventListener("submit", (event) => {
    // A save on its way renews the number on which the form stands: the button waits for it.
    if (sending && form.elements.number) {
      event.preventDefault();
      pressed = event.submitter;
      return;
    }
    leaving = true;
  });
  window.addEventListener("online", () => { if (dirty) save(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) leaving = false; });
  document.addEventListener("visibilitychange", () => { if (document.hidden && dirty && !composing) save(); });
  window.addEventListener("beforeunload", (event) => { if (dirty && !leaving) event.preventDefault(); });
  restore();

  function touched() {
    dirty = true;
    refused = false;
    keep(address, pairs(form));
    clearTimeout(timer);
    if (!composing && !stopped) timer = setTimeout(save, PAUSE);
  }

  async function save() {
    if (sending || leaving || stopped || !dirty) return;
    clearTimeout(timer);
    sending = true;
    dirty = false;
    say("saving");
    try {
      await heed(await send(address, form));
    } catch {
      dirty = true;
      say("offline");
    }
    sending = false;
    if (pressed) {
      form.requestSubmit(pressed);
      return;
    }
    if (dirty && !stopped && !refused && navigator.onLine !== false) timer = setTimeout(save, PAUSE * 2);
  }

  async function heed(answer) {
    if (answer.ok) {
      const { saved_at: time, version, computed } = await answer.json();
      for (const [key, text] of Object.entries(computed || {})) sayComputed(form, key, text);
      if (version !== undefined) renew(form, version);
      if (!dirty) drop(address);
      say("saved", time);
    } else if (answer.status === 409) {
      stop("conflict");
      list((await answer.json()).conflicts || []);
    } else if (answer.status === 422) {
      // Nothing is lost: it stays in the page and on this device until it can be saved.
      dirty = true;
      refused = true;
      say("refused", "", "failed");
      tell((await answer.json()).errors || []);
    } else if (answer.status === 401 || answer.status === 403) {
      stop("signedOut", "failed");
    } else {
      dirty = true;
      stop("failed");
    }
  }

  /** Nothing more is sent by itself: the visitor decides. What was typed stays kept. */
  function stop(sentence, state = sentence) {
    stopped = true;
    say(sentence, "", state);
  }

  function say(sentence, time = "", state = sentence) {
    if (!status) return;
    status.dataset.state = state;
    status.textContent = (status.dataset[sentence] || "").replace("%t", time);
  }

  function list(conflicts) {
    if (!status) return;
    const { mine: here, theirs: there } = status.dataset;
    tell(conflicts.map(({ label, mine, theirs }) => `${label}. ${here}: ${mine || "–"}. ${there}: ${theirs || "–"}.`));
  }

  function tell(sentences) {
    if (!status || !sentences.length) return;
    const items = document.createElement("ul");
    for (const sentence of sentences) items.append(Object.assign(document.createElement("li"), { textContent: sentence }));
    status.append(items);
  }

  function restore() {
    const kept = recall(address);
    if (!kept || JSON.stringify(kept) === JSON.stringify(pairs(form))) return;
    // Saved since then, here or elsewhere: what the server has is newer than what this device kept.
    if (stamp(form) && versionOf(kept, stamp(form).name) !== stamp(form).value) {
      drop(address);
      return;
    }
    fill(form, kept);
    say("restored", "", "offline");
    dirty = true;
    timer = setTimeout(save, PAUSE);
  }
}

function send(address, form) {
  const token = form.elements.csrf ? form.elements.csrf.value : "";
  return fetch(address, {
    method: "POST",
    body: new URLSearchParams(pairs(form)),
    headers: { "X-CSRF-Token": token, Accept: "application/json" },
    credentials: "same-origin",
    keepalive: true,
    redirect: "error",
  });
}

/** What the form would send, without files and without the token. */
function pairs(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrf");
}

/** Ages, sums, fees: worked out on the server from what it has just saved. */
function sayComputed(form, key, text) {
  const fact = [...form.querySelectorAll("[data-computed]")].find((each) => each.dataset.computed === key);
  if (!fact) return;
  fact.querySelector("[data-computed-text]").textContent = text;
  fact.hidden = !text;
}

/** The box that says upon which save the page stands. */
function stamp(form) {
  return form.elements.version || form.elements.number;
}

function renew(form, version) {
  if (stamp(form)) stamp(form).value = version;
  for (const other of document.querySelectorAll("[data-save-number]")) other.value = version;
}

function versionOf(kept, stampName) {
  const pair = kept.find(([name]) => name === stampName);
  return pair && pair[1];
}

function fill(form, kept) {
  const values = new Map();
  for (const [name, value] of kept) values.set(name, [...(values.get(name) || []), value]);
  growRows(form, [...values.keys()]);
  for (const field of form.elements) {
    if (!field.name || field.name === "csrf" || /^(file|submit|button|hidden)$/.test(field.type)) continue;
    const mine = values.get(field.name);
    if (field.type === "checkbox" || field.type === "radio") field.checked = !!mine && mine.includes(field.value);
    else if (mine) field.value = mine.shift() || "";
  }
  (form.querySelector("[data-conditions]") || form).dispatchEvent(new Event("change", { bubbles: true }));
}
