import { words } from "#lib/words";
import { NavLinks } from "./nav-links";

const LISTS = {
  "/desk/speakers": words.speakers.list.title,
  "/desk/claims": words.deskClaims.title,
  "/desk/publishers": words.publishers.title,
  "/desk/topics": words.topics.list.title,
} as const;

export const INDEX_LISTS = Object.keys(LISTS);

/** The lists of what pages have in common, above each of them; `here` is the one that is open. */
export function DeskIndex({ here }: { here: keyof typeof LISTS }) {
  return (
    <NavLinks
      of={words.speakers.list.index}
      links={Object.entries(LISTS).map(([href, name]) => ({ href, words: name, isHere: href === here }))}
    />
  );
}
