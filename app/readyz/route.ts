import { answerReadiness } from "#lib/next/readiness";

export const dynamic = "force-dynamic";

/** Whether pages can be served and taken in now, and which part is ill where they can't. */
export function GET(): Promise<Response> {
  return answerReadiness();
}
