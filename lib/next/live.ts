import { createHash } from "node:crypto";
import { changesSince, isThere } from "#lib/db/live/changes";
import { liveHub } from "#lib/db/live/hub";
import { actorOfSession } from "#lib/db/people/sessions";
import type { Actor } from "#lib/domain/actor";
import type { LiveNews } from "#lib/domain/live";
import { LiveQuestion, LiveTab } from "#lib/domain/live-shapes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { answering } from "./answer";
import { streamOf } from "./live-stream";
import { currentSessionId } from "./session";

/** What a screen of the desk hears while it is open: as a stream, or asked for again and again where a stream is cut off. */

const LAST_EVENT = "last-event-id";

/** Where a session isn't asked after by a person, it isn't kept open either. */
async function whoListens(): Promise<{ actor: Actor; isStillIn: () => Promise<boolean> }> {
  const session = await currentSessionId();
  const actorNow = () => actorOfSession(session, new Date(), { isUsed: false });
  const actor = await actorNow();
  if (actor === null) throw new AppError("not_signed_in", words.deskErrors.notSignedIn);
  return { actor, isStillIn: async () => (await actorNow()) !== null };
}

/** `on` and `since` in the address; a browser that connects again says itself how far it came. */
async function questionOf(request: Request): Promise<LiveQuestion> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const last = request.headers.get(LAST_EVENT);
  const question = LiveQuestion.safeParse(last === null ? asked : { ...asked, since: last });
  if (!question.success) throw new AppError("invalid_input", words.live.badQuestion);
  if (!(await isThere(question.data.on))) throw new AppError("not_found", words.errors.notFound);
  return question.data;
}

/** A stream for a browser that takes one, else what is new now. */
export function answerLive(request: Request): Promise<Response> {
  return answering(async () => {
    const { actor, isStillIn } = await whoListens();
    const question = await questionOf(request);
    if ((request.headers.get("accept") ?? "").includes("text/event-stream"))
      return streamOf(liveHub(), { ...question, personId: actor.id, isStillIn });
    return newsAnswer(await newsFor(question, actor.id), request.headers.get("if-none-match"));
  });
}

async function newsFor({ on, since }: LiveQuestion, personId: string): Promise<LiveNews> {
  return { ...(await changesSince(on, since)), here: await liveHub().here(on, personId) };
}

function newsAnswer(news: LiveNews, held: string | null): Response {
  const body = JSON.stringify(news);
  const mark = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = { ETag: mark, "Cache-Control": "private, no-store", "Content-Type": "application/json" };
  return held === mark ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/** What a tab says of itself. */
export function takeTab(request: Request): Promise<Response> {
  return answering(async () => {
    const { actor } = await whoListens();
    const tab = LiveTab.safeParse(await request.json().catch(() => null));
    if (!tab.success) throw new AppError("invalid_input", words.live.badQuestion);
    if (tab.data.on !== null && !(await isThere(tab.data.on)))
      throw new AppError("not_found", words.errors.notFound);
    await liveHub().say(tab.data, actor.id);
    return new Response(null, { status: 204 });
  });
}
