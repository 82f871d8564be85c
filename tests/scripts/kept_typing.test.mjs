// What was typed and not yet saved stays on this device, for three days and for one person.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const store = new Map();
globalThis.localStorage = new Proxy({}, {
  get: (_, name) => ({
    setItem: (key, value) => store.set(key, value),
    getItem: (key) => store.get(key) ?? null,
    removeItem: (key) => store.delete(key),
  })[name],
  ownKeys: () => [...store.keys()],
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
});
const listeners = [];
globalThis.document = { addEventListener: (_, listener) => listeners.push(listener) };
globalThis.location = { href: "https://portal.example/ho-so" };

const { drop, dropAllOnSignOut, keep, recall } = await import("../../static/scripts/kept_typing.js");
const typed = [["name", "Nguyễn Thị Mẫu"], ["version", "3"]];

beforeEach(() => store.clear());

test("what was kept comes back until it is dropped", () => {
  keep("/nop/1", typed);
  assert.deepEqual(recall("/nop/1"), typed);
  assert.equal(recall("/nop/2"), null);
  drop("/nop/1");
  assert.equal(recall("/nop/1"), null);
});

test("after three days it is gone", (context) => {
  keep("/nop/1", typed);
  context.mock.timers.enable({ apis: ["Date"], now: Date.now() + 3 * 24 * 3600 * 1000 + 1 });
  assert.equal(recall("/nop/1"), null);
});

test("signing out leaves nothing for the next person, and touches nothing else", () => {
  keep("/nop/1", typed);
  store.set("other", "stays");
  dropAllOnSignOut("/dang-xuat");
  listeners.forEach((listener) => listener({ target: { action: "/tra-cuu" } }));
  assert.deepEqual(recall("/nop/1"), typed);
  listeners.forEach((listener) => listener({ target: { action: "/dang-xuat" } }));
  assert.deepEqual([...store.keys()], ["other"]);
});

test("a full or forbidden storage is no error", () => {
  const working = globalThis.localStorage;
  globalThis.localStorage = { setItem: () => { throw new Error("full"); } };
  keep("/nop/1", typed);
  assert.equal(recall("/nop/1"), null);
  globalThis.localStorage = working;
});
