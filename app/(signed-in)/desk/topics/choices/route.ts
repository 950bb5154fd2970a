import type { NextRequest } from "next/server";
import { topicChoices } from "#lib/db/topics/lists";
import { TOPIC_SEARCH_LENGTH } from "#lib/domain/topics";
import { answerJson } from "#lib/next/answer";

/** Topics that are called like `?search=`, for whoever tags something with one, or merges two. */
export function GET(request: NextRequest): Promise<Response> {
  const search = (request.nextUrl.searchParams.get("search") ?? "").slice(0, TOPIC_SEARCH_LENGTH);
  return answerJson(() => topicChoices(search));
}
