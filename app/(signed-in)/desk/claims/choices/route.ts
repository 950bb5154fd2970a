import type { NextRequest } from "next/server";
import { claimChoices } from "#lib/db/claims/desk";
import { answerJson } from "#lib/next/answer";

/** Claims whose wording holds the words of `?search=`, for whoever joins a statement to one. */
export function GET(request: NextRequest): Promise<Response> {
  const search = (request.nextUrl.searchParams.get("search") ?? "").slice(0, 200);
  return answerJson(() => claimChoices(search));
}
