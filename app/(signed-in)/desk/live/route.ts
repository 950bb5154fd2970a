import { answerLive, takeTab } from "#lib/next/live";

/** What changed at a place of the desk, and who else is there: a stream of events, or what is new since an act. */
export function GET(request: Request): Promise<Response> {
  return answerLive(request);
}

/** Where a tab of this person is. */
export function POST(request: Request): Promise<Response> {
  return takeTab(request);
}
