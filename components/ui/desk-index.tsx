import * as words from "#lib/words";
import { NavLinks } from "./nav-links";

const LISTS = {
  "/desk/speakers": words.navigation.places.speakers,
  "/desk/claims": words.navigation.places.claims,
  "/desk/claims/evidence": words.navigation.places.evidence,
  "/desk/publishers": words.navigation.places.publishers,
  "/desk/topics": words.navigation.places.topics,
} as const;

export const INDEX_LISTS = Object.keys(LISTS);

/** The lists of what pages have in common, above each of them; `here` is the one that is open. */
export function DeskIndex({ here }: { here: keyof typeof LISTS }) {
  return (
    <NavLinks
      of={words.navigation.places.index}
      links={Object.entries(LISTS).map(([href, name]) => ({ href, words: name, isHere: href === here }))}
    />
  );
}
