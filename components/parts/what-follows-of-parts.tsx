import * as words from "#lib/words";
import { type Foreseen, type PartDesk, willLook } from "./part-asks";

const said = words.desk.correctParts;
const NUMBERS = [
  "leaving",
  "coming",
  "toAnother",
  "toOwn",
  "suggestionsLeaving",
  "suggestionsComing",
  "counted",
] as const;

/** What a correction does to what is marked, said aloud when it changes; or why it can't be. */
export function WhatFollowsOfParts({ foreseen, desk }: { foreseen: Foreseen; desk: PartDesk }) {
  if ("refused" in foreseen)
    return (
      <p className="note" role="status">
        {said.cantBe(foreseen.refused)}
      </p>
    );
  const { follows } = foreseen;
  const lines = [
    ...NUMBERS.flatMap((name) => (follows[name] > 0 ? [said[name](follows[name])] : [])),
    ...(follows.isUnread ? [willLook(desk) ? words.partReadings.willLook : said.unread] : []),
  ];
  return (
    <section role="status" aria-label={said.follows} className="note stack-2">
      <p>
        <b>{said.follows}</b>
      </p>
      {lines.length === 0 ? <p>{said.nothingFollows}</p> : lines.map((line) => <p key={line}>{line}</p>)}
    </section>
  );
}
