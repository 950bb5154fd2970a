import type { Metadata } from "next";
import Link from "next/link";
import { PublicAgreement } from "#components/readings/public-agreement";
import { LabelledWords, LabelSample } from "#components/ui/label";
import { Section } from "#components/ui/section";
import { publishedAgreement } from "#lib/db/readers/agreement";
import { LABELS, READER_LABELS, type ReaderLabel } from "#lib/domain/labels";
import * as words from "#lib/words";

const w = words.method;

export const metadata: Metadata = { title: `${w.title}.` };

/** Read anew: how far the newsroom's readers agree changes with every page that two of them read. */
export const dynamic = "force-dynamic";

export default async function MethodPage() {
  const counts = await publishedAgreement(new Date());
  return (
    <>
      <p className="kicker">{w.title}</p>
      <h1 className="answer">{w.answer}</h1>
      <p className="lede">{w.lede}</p>
      <Section id="labels" title={w.labels}>
        {READER_LABELS.map((label) => (
          <Explained key={label} label={label} />
        ))}
        <p className="small">
          <Link href="/method/words">{words.termsPage.link}</Link>
        </p>
      </Section>
      <Section id="meaning" title={w.reported.title}>
        <Bullets items={w.reported.does} />
        <Bullets items={w.reported.doesNot} />
      </Section>
      <Section id="review" title={w.review.title}>
        <Steps items={w.review.steps} />
      </Section>
      <Section id="agreement" title={words.publicAgreement.title}>
        <PublicAgreement counts={counts} />
      </Section>
      <Section id="verdicts" title={w.verdicts.title}>
        <p>{w.verdicts.text}</p>
      </Section>
      <Section id="due" title={w.due.title}>
        <p>{w.due.text}</p>
      </Section>
      <Section id="excerpts" title={w.excerpts.title}>
        <p>{w.excerpts.text}</p>
      </Section>
      <Section id="history" title={w.history.title}>
        <Steps items={w.history.steps} />
      </Section>
      <Section id="mistakes" title={w.mistakes.title}>
        <p>
          {w.mistakes.text} <Link href="/corrections">{w.mistakes.link}</Link>
        </p>
      </Section>
    </>
  );
}

function Explained({ label }: { label: ReaderLabel }) {
  const { anchor } = LABELS[label];
  const { meaning, example } = words.labels[label];
  return (
    <article className="explained" id={anchor} aria-labelledby={`word-${anchor}`}>
      <h3 id={`word-${anchor}`} className="explained-word">
        <LabelSample label={label} />
      </h3>
      <p>{meaning}</p>
      <p className="small muted mt-3">{w.example}</p>
      <blockquote className="quote">
        <LabelledWords label={label}>{example.text}</LabelledWords>
      </blockquote>
      <p className="small muted mt-2">{example.why}</p>
    </article>
  );
}

function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul className="bullets">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Steps({ items }: { items: readonly string[] }) {
  return (
    <ol className="steps">
      {items.map((item) => (
        <li key={item}>
          <span>{item}</span>
        </li>
      ))}
    </ol>
  );
}
