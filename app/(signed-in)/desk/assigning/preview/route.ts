import type { NextRequest } from "next/server";
import { previewOf } from "#lib/db/assigning/views";
import { parse } from "#lib/desk/verb";
import { PreviewRule } from "#lib/domain/assigning-shapes";
import { answerJson } from "#lib/next/answer";

/** Which of the latest pages a rule would fit, for whoever writes one. Nothing is changed. */
export function GET(request: NextRequest): Promise<Response> {
  return answerJson(() => {
    const { conditions, ruleId } = parse(PreviewRule, Object.fromEntries(request.nextUrl.searchParams));
    return previewOf(conditions, ruleId);
  });
}
