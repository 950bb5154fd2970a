import type { NextRequest } from "next/server";
import { findPublishers } from "#lib/db/publishers/desk";
import { FILTER_LENGTH } from "#lib/domain/queue-search";
import { answerJson } from "#lib/next/answer";

const MOST = 10;

/** Publishers that are called like `?search=`, for whoever narrows the queue to one. */
export function GET(request: NextRequest): Promise<Response> {
  const search = (request.nextUrl.searchParams.get("search") ?? "").slice(0, FILTER_LENGTH);
  return answerJson(async () => (await findPublishers(search)).slice(0, MOST));
}
