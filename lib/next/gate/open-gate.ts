import { subscribe } from "node:diagnostics_channel";
import { readFileSync, statSync } from "node:fs";
import type { Server } from "node:http";
import { isDatabaseLost } from "#lib/db/core/presence";
import { publicVersion } from "#lib/db/readers/version";
import { isGone } from "#lib/db/readers/withdrawn";
import { timeZone } from "#lib/next/time-zone";
import { dayOf } from "#lib/words/date-words";
import { type Gate, guard } from "./gate";
import { dayBegins, settled } from "./last-change";
import { ClientLimit } from "./limit";

const BUILD = ".next/BUILD_ID";

/** Put the gate before the web server, as soon as its first request comes. `most` as `ClientLimit` takes it. */
export function openGate(most: number): void {
  const build = buildOf();
  const dayBegan = dayBegins(timeZone());
  const gate: Gate = {
    limit: new ClientLimit(most),
    made: async () => {
      if (isDatabaseLost()) return null;
      const { version, changedAt } = await publicVersion();
      const now = new Date();
      const day = dayOf(now, timeZone());
      return {
        version,
        build: build.id,
        day,
        changedAt: settled([changedAt, build.at, dayBegan(now, day)], now),
      };
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
function buildOf(): { readonly id: string; readonly at: Date } {
  try {
    return { id: readFileSync(BUILD, "utf8").trim(), at: statSync(BUILD).mtime };
  } catch {
    return { id: String(process.hrtime.bigint()), at: new Date() };
  }
}
