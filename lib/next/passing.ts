import { AsyncLocalStorage } from "node:async_hooks";
import { passingTrouble } from "#lib/db/core/trouble";

/** One request: did the database cut off what it asked? */
interface Passing {
  isCutOff: boolean;
}

// It hangs on globalThis because what the server loads at its start and what its pages load are two copies of this file.
const KEY = Symbol.for("onrecord.request.passing");
// The cast only says that a property of our own may hang there; nobody else knows the symbol.
const holder = globalThis as { [KEY]?: AsyncLocalStorage<Passing> };
function store(): AsyncLocalStorage<Passing> {
  holder[KEY] ??= new AsyncLocalStorage();
  return holder[KEY];
}

/** From here on, what this request does is known to be of this request. */
export function beginPassing(): Passing {
  const passing = { isCutOff: false };
  store().enterWith(passing);
  return passing;
}

/** Told of every error that ends a page. */
export function notePassing(error: unknown): void {
  const passing = store().getStore();
  if (passing !== undefined && passingTrouble(error) !== null) passing.isCutOff = true;
}
