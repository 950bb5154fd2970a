import Link from "next/link";
import { Section } from "#components/ui/section";
import type { LostPage } from "#lib/domain/published";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { langOf } from "#lib/words/lists";

const w = words.lostPages;

interface Props {
  readonly pages: readonly LostPage[];
  /** An IANA name. */
  readonly timeZone: string;
}

/** Pages that made the claim and were taken back, so that nobody wonders where it was said. */
export function LostPages({ pages, timeZone }: Props) {
  if (pages.length === 0) return null;
  return (
    <Section id="lost" title={w.heading}>
      <p>{w.made(pages.length)}</p>
      <List pages={pages} timeZone={timeZone} />
    </Section>
  );
}

/** In place of a claim of which nothing else is left. */
export function LostClaim({ pages, timeZone }: Props) {
  return (
    <>
      <p className="kicker">{w.kicker}</p>
      <h1 className="answer">{w.answer(pages.length)}</h1>
      <p className="lede">{w.lede}</p>
      <div className="mt-6">
        <List pages={pages} timeZone={timeZone} />
      </div>
    </>
  );
}

function List({ pages, timeZone }: Props) {
  return (
    <ul className="bullets">
      {pages.map(({ href, title, at }) => (
        <li key={href}>
          <Link href={href} dir="auto" lang={langOf(title)}>
            {title}
          </Link>
          {words.lists.comma}
          {w.page(longDay(dayOf(at, timeZone)))}
        </li>
      ))}
    </ul>
  );
}
