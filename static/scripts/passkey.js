// Passkeys: shows what needs them where the browser knows them; on the page with a question, asks the device and
// sends its answer as a form.

export function passkeys() {
  const known = typeof window.PublicKeyCredential === "function" && Boolean(navigator.credentials);
  for (const part of document.querySelectorAll("[data-passkey-needed]")) part.hidden = !known;
  for (const part of document.querySelectorAll("[data-passkey-absent]")) part.hidden = known;
  const form = document.querySelector("form[data-passkey]");
  if (!form || !known) return;
  const status = form.querySelector("[data-passkey-status]");
  let answered = false;

  form.addEventListener("submit", (event) => {
    if (answered) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask();
  }, { capture: true });

  async function ask() {
    status.textContent = "";
    try {
      const { publicKey } = readable(JSON.parse(form.dataset.question));
      const found = form.dataset.passkey === "new"
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      form.elements.namedItem("answer").value = JSON.stringify(written(found));
      answered = true;
      form.submit();
    } catch (error) {
      status.textContent = status.dataset.failed;
    }
  }
}

/** The question with bytes where browsers want bytes. */
function readable(question) {
  const asked = question.publicKey;
  asked.challenge = bytes(asked.challenge);
  if (asked.user) asked.user.id = bytes(asked.user.id);
  for (const list of [asked.excludeCredentials, asked.allowCredentials]) {
    for (const key of list || []) key.id = bytes(key.id);
  }
  return question;
}

/** The answer with letters where forms want letters. */
function written(found) {
  const { response } = found;
  const said = { clientDataJSON: letters(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = letters(response.attestationObject);
    if (response.getTransports) said.transports = response.getTransports();
  } else {
    said.authenticatorData = letters(response.authenticatorData);
    said.signature = letters(response.signature);
    said.userHandle = response.userHandle ? letters(response.userHandle) : null;
  }
  return { id: found.id, rawId: letters(found.rawId), type: found.type, response: said, extensions: {} };
}

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function letters(buffer) {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
