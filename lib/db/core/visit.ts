import { AsyncLocalStorage } from "node:async_hooks";

/** Who asks, as far as the server's door can see it: kept beside the request, so that nobody has to hand it on. */
export interface Visit {
  /** Names the request in the log. */
  readonly requestId: string;
  /** The other end of the connection, past the newsroom's own proxies: an address, or `unknown`. */
  readonly address: string;
  /** Asked from the machine that Onrecord runs on, with no proxy between. */
  readonly isThisMachine: boolean;
  /** The User-Agent header; null where none was sent. */
  readonly agent: string | null;
}

// One for each process. It hangs on globalThis because Next.js loads a module once for its door and once more for its pages.
const KEY = Symbol.for("onrecord.visit");
// The cast only says that a property of our own may hang there; nobody else knows the symbol.
const holder = globalThis as { [KEY]?: AsyncLocalStorage<Visit> };

function storage(): AsyncLocalStorage<Visit> {
  holder[KEY] ??= new AsyncLocalStorage();
  return holder[KEY];
}

/** From here on all that this request leads to is done for `visit`. */
export function beginVisit(visit: Visit): void {
  storage().enterWith(visit);
}

/** `work`, done for `visit`. */
export function duringVisit<T>(visit: Visit, work: () => T): T {
  return storage().run(visit, work);
}

/** Null outside of a request: in the worker, in a command. */
export function currentVisit(): Visit | null {
  return storage().getStore() ?? null;
}
