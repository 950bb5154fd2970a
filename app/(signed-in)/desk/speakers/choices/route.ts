import type { NextRequest } from "next/server";
import { speakerChoices } from "#lib/db/speakers/lists";
import { SPEAKER_SEARCH_LENGTH } from "#lib/domain/speaker-desk";
import { answerJson } from "#lib/next/answer";

/** Speakers who are called like `?search=`, for whoever credits a statement to one, or merges two. */
export function GET(request: NextRequest): Promise<Response> {
  const search = (request.nextUrl.searchParams.get("search") ?? "").slice(0, SPEAKER_SEARCH_LENGTH);
  return answerJson(() => speakerChoices(search));
}
