"use client";

import { z } from "zod";
import { useChoices } from "#components/ui/use-choices";
import type { JoinableClaim } from "#lib/domain/claim-desk";

const Choices = z.array(
  z.object({
    id: z.string(),
    wording: z.string(),
    verdict: z.object({ name: z.string(), at: z.string() }).nullable(),
  }),
);

/** Claims whose wording holds the words of `search`; null until the first answer. */
export function useClaimChoices(search: string): readonly JoinableClaim[] | null {
  return useChoices("/desk/claims/choices", search, Choices);
}
