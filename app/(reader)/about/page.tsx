import type { Metadata } from "next";
import Link from "next/link";
import { Section } from "#components/ui/section";
import { newsroom } from "#lib/next/newsroom";
import * as words from "#lib/words";

const w = words.about;

export const metadata: Metadata = { title: `${w.title}.` };

/** Read anew for every reader: the newsroom's words are settings of the server that runs, not of the one that was built on. */
export const dynamic = "force-dynamic";

export default function AboutPage() {
  const { name, about, funding, contact } = newsroom();
  return (
    <>
      <p className="kicker">{w.kicker}</p>
      <h1 className="answer">{w.answer(name)}</h1>
      <p className="lede">{w.lede}</p>
      <Said id="who" title={w.who} words={about} otherwise={w.whoUnsaid} />
      <Said id="funding" title={w.funding} words={funding} otherwise={w.fundingUnsaid} />
      <Section id="choice" title={w.fair.title}>
        <p>
          {w.fair.text} <Link href="/method">{w.fair.link}</Link>
        </p>
      </Section>
      <Section id="wrong" title={w.corrections.title}>
        <p>
          {w.corrections.text} <Link href="/corrections">{w.corrections.link}</Link>
        </p>
        <p className="mt-3">
          <Link href="/report">{w.corrections.report}</Link>
        </p>
      </Section>
      <Section id="check" title={w.sources.title}>
        <p>{w.sources.text}</p>
      </Section>
      <Section id="programs" title={w.programs.title}>
        <p>
          {w.programs.text} <Link href="/about/api">{w.programs.link}</Link>
        </p>
      </Section>
      <Section id="privacy" title={w.privacy.title}>
        <p>{w.privacy.text}</p>
      </Section>
      <Said id="contact" title={w.contact} words={contact} otherwise={w.contactUnsaid} />
    </>
  );
}

/** What the newsroom says of itself, or that it says nothing. */
function Said(props: {
  readonly id: string;
  readonly title: string;
  readonly words: string | null;
  readonly otherwise: string;
}) {
  return (
    <Section id={props.id} title={props.title}>
      {props.words === null ? (
        <p className="muted">{props.otherwise}</p>
      ) : (
        <p className="pre measure wrap-anywhere" dir="auto">
          {props.words}
        </p>
      )}
    </Section>
  );
}
