import { lastCheck } from "#lib/db/audit/checks";
import { isDatabaseLost } from "#lib/db/core/presence";
import { isRoomShort } from "#lib/db/core/room";
import { isWorkerAlive } from "#lib/db/jobs/abandoned";
import { logError, loggable } from "./log";
import { RETRY_AFTER } from "./refused";

type Part = "ok" | "ill" | "unknown";

interface Readiness {
  /** `degraded`: readers are served, and something else is ill. */
  readonly status: "ready" | "degraded" | "unavailable";
  readonly parts: {
    readonly database: Part;
    readonly worker: Part;
    readonly record: Part;
    /** The room on the disk: where it is ill nothing new is taken in. */
    readonly room: Part;
  };
}

/** Which part is ill. 503 only where pages can't be served: without a worker readers still are. */
export async function answerReadiness(): Promise<Response> {
  const found = await readiness();
  const isUnavailable = found.status === "unavailable";
  const headers = { "Cache-Control": "no-store", ...(isUnavailable ? { "Retry-After": RETRY_AFTER } : {}) };
  return Response.json(found, { status: isUnavailable ? 503 : 200, headers });
}

async function readiness(): Promise<Readiness> {
  const room = isRoomShort() ? "ill" : "ok";
  const lost: Readiness = {
    status: "unavailable",
    parts: { database: "ill", worker: "unknown", record: "unknown", room },
  };
  if (isDatabaseLost()) return lost;
  try {
    const [isAlive, check] = await Promise.all([isWorkerAlive(), lastCheck()]);
    const worker = isAlive ? "ok" : "ill";
    const record = check === null ? "unknown" : check.faultCount > 0 ? "ill" : "ok";
    const status = [worker, record, room].includes("ill") ? "degraded" : "ready";
    return { status, parts: { database: "ok", worker, record, room } };
  } catch (error) {
    logError("not ready", loggable(error));
    return lost;
  }
}
