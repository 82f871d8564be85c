// What was typed and not yet saved, on this device only, until it is saved; gone after three days or with signing out.

const PREFIX = "motcua:typing:";
const THREE_DAYS = 3 * 24 * 3600 * 1000;

/** `fields`: the pairs of the form as they are sent. */
export function keep(address, fields) {
  quietly(() => localStorage.setItem(PREFIX + address, JSON.stringify({ at: Date.now(), fields })));
}

export function drop(address) {
  quietly(() => localStorage.removeItem(PREFIX + address));
}

/** The kept pairs, or null. */
export function recall(address) {
  return quietly(() => {
    const kept = JSON.parse(localStorage.getItem(PREFIX + address));
    return kept && Date.now() - kept.at < THREE_DAYS ? kept.fields : null;
  });
}

/** Nothing stays behind for the next person at a shared computer. */
export function dropAllOnSignOut(path) {
  document.addEventListener("submit", (event) => {
    if (new URL(event.target.action, location.href).pathname !== path) return;
    quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key)));
  });
}

/** Storage may be full or forbidden; saving to the server does not depend on it. */
function quietly(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
