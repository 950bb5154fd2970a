import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { isDatabaseLost } from "#lib/db/core/presence";
import { publicVersion } from "#lib/db/readers/version";
import { isGone } from "#lib/db/readers/withdrawn";
import { timeZone } from "#lib/next/time-zone";
import { dayOf } from "#lib/words/date-words";
import { type Gate, guard } from "./gate";
import { ClientLimit } from "./limit";

/** Put the gate before the web server, as soon as its first request comes. `most` as `ClientLimit` takes it. */
export function openGate(most: number): void {
  const build = buildId();
  const gate: Gate = {
    limit: new ClientLimit(most),
    made: async () => {
      if (isDatabaseLost()) return null;
      return { version: await publicVersion(), build, day: dayOf(new Date(), timeZone()) };
    },
    isGone: async (kind, slug) => !isDatabaseLost() && isGone(kind, slug),
  };
  const guarded = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    // The shape is Node's own: https://nodejs.org/api/diagnostics_channel.html#http. It is told before the server hands the request on.
    const { server } = message as { readonly server: Server };
    if (guarded.has(server)) return;
    guarded.add(server);
    guard(server, gate);
  });
}

/** Every build has another; without one, every start is its own. */
function buildId(): string {
  try {
    return readFileSync(".next/BUILD_ID", "utf8").trim();
  } catch {
    return String(process.hrtime.bigint());
  }
}
