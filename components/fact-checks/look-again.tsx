"use client";

import { useLookAgain } from "#components/ui/use-look-again";

/** Draws the page anew while somebody else's page is being read. */
export function LookAgain({ isWaiting }: { readonly isWaiting: boolean }) {
  useLookAgain(isWaiting);
  return null;
}
