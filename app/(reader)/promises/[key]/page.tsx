import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { FollowList } from "#components/articles/follow-list";
import { Unverified } from "#components/articles/unverified";
import { TellingTable } from "#components/promises/telling-table";
import { TimeLineFigure } from "#components/promises/time-line";
import { NotHere } from "#components/ui/not-here";
import { Section } from "#components/ui/section";
import { publishedTemplate } from "#lib/db/readers/templates";
import { type DuePlace, duePlace } from "#lib/domain/promise-ledger";
import { TemplateKey } from "#lib/domain/promise-template";
import { MOST_TOLD } from "#lib/domain/template-tellings";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import {
  tellingRows,
  templateHref,
  templatePieces,
  templateQuery,
  timeLine,
  toldSentences,
} from "#lib/publish/template-view";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { langOf } from "#lib/words/lists";

const w = words.promiseTemplates;
const WIDE = { width: 960, height: 470 };
const NARROW = { width: 340, height: 380 };
const RATED = 10;

interface Props {
  readonly params: Promise<{ key: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const load = cache(async (given: string, place: DuePlace | null) => {
  const key = TemplateKey.safeParse(decoded(given)).data;
  return key === undefined ? null : publishedTemplate(key, place);
});

/** The part of the address as it is meant; what isn't one stays as it is, and is no key. */
function decoded(given: string): string {
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const template = await load((await params).key, null);
  if (template === null) return { title: `${words.trouble.notFoundTitle}.` };
  const alternates = feedLinks("template", publicOrigin().origin, templateQuery(template.key));
  return { title: `${w.title(template.tellings.length)}.`, description: template.words, alternates };
}

/** Every time that a promise was made on a page which stands: when, for when, by whom, where, and what came of it. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const place = duePlace(await searchParams);
  const template = place === undefined ? null : await load((await params).key, place);
  if (template === null) return <NotHere />;
  const today = dayOf(new Date(), timeZone());
  const { tellings, isCut, key } = template;
  const wide = timeLine(tellings, today, WIDE);
  const narrow = timeLine(tellings, today, NARROW);
  const undrawn = tellings.filter(({ said, dueTo }) => said === null || dueTo === null).length;
  return (
    <>
      <Unverified proof={template.isProven ? "VERIFIED" : "BROKEN"} />
      <p className="kicker">{w.kicker(tellings.length)}</p>
      <h1 className="claim-words" dir="auto">
        {templatePieces(template.words).map((piece, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, in its order
          <Piece key={i} {...piece} />
        ))}
      </h1>
      <p className="lede">{toldSentences(template, today)}</p>
      {isCut ? <p className="mt-3 small muted measure">{w.cut(MOST_TOLD)}</p> : null}
      {wide === null || narrow === null ? null : (
        <Section id="picture" title={w.picture}>
          <TimeLineFigure wide={wide} narrow={narrow} />
          {undrawn === 0 ? null : <p className="mt-3 small muted">{w.undrawn(undrawn)}</p>}
        </Section>
      )}
      <Section id="tellings" title={w.table}>
        <TellingTable
          rows={tellingRows(template.places, today)}
          href={templateHref(key)}
          previous={template.previous}
          next={template.next}
        />
        {tellings.length < RATED ? <p className="mt-3 small muted">{w.few(tellings.length)}</p> : null}
      </Section>
      <Section id="same" title={w.sameHeading}>
        <p className="measure">{w.same}</p>
        <p className="measure">{w.overdueMeaning}</p>
        <p className="small">
          <Link href="/promises">{w.ledger}</Link>
        </p>
      </Section>
      <FollowList name="template" query={templateQuery(key)} />
    </>
  );
}

/** A slot is in the words of the screens, and what is said in the page's. */
function Piece({ text, isSlot }: ReturnType<typeof templatePieces>[number]) {
  return isSlot ? <bdi className="slot">{`{${text}}`}</bdi> : <span lang={langOf(text)}>{text}</span>;
}
