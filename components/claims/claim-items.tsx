import Link from "next/link";
import { LabelBadge } from "#components/ui/label";
import type { ClaimCard, DueCard } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";

/** Claims in a list: the label on the left, the verdict on the right, never merged. */
export function ClaimItems({
  cards,
  heading: Heading = "h3",
}: {
  cards: readonly ClaimCard[];
  heading?: "h2" | "h3";
}) {
  return (
    <ul className="items">
      {cards.map((card) => (
        <li key={card.slug}>
          <div>
            <Heading className="item-title">
              <Link href={`/claims/${card.slug}`} dir="auto" lang={langOf(card.wording)}>
                {card.wording}
              </Link>
            </Heading>
            <p className="meta">
              {card.label === null ? null : <LabelBadge label={card.label} />} {card.meta}
            </p>
          </div>
          <p className="side">
            <b>{card.verdict ?? words.common.noVerdict}</b>
            {card.side}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Rumours that fell due, with the days that have passed. */
export function DueItems({ cards }: { cards: readonly DueCard[] }) {
  return (
    <ul className="items">
      {cards.map((card) => (
        <li key={card.href}>
          <div>
            <h3 className="item-title">
              <Link href={card.href} dir="auto" lang={langOf(card.words, card.language)}>
                {card.words}
              </Link>
            </h3>
            <p className="meta">{card.promised}</p>
          </div>
          <p className="side">
            <b>{card.state}</b>
            {card.side}
          </p>
        </li>
      ))}
    </ul>
  );
}
