"use client";

import { useChoices } from "#components/ui/use-choices";
import type { JoinableClaim } from "#lib/domain/claim-desk";
import { isOrNull, isRecordOf, isText } from "#lib/text/plain-data";

const isClaim = isRecordOf<JoinableClaim>({
  id: isText,
  wording: isText,
  verdict: isOrNull(isRecordOf<NonNullable<JoinableClaim["verdict"]>>({ name: isText, at: isText })),
});

/** Claims whose wording holds the words of `search`; null until the first answer. */
export function useClaimChoices(search: string): readonly JoinableClaim[] | null {
  return useChoices("/desk/claims/choices", search, isClaim);
}
