import Link from "next/link";
import { DueLine } from "#components/claims/due-line";
import { PromisedBefore } from "#components/promises/promised-before";
import { LabelledPieces, LabelledWords } from "#components/ui/label";
import { LABELS } from "#lib/domain/labels";
import type { ReadStatement } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";

const w = words.article.excerpt;

/** A statement as the page has it; beside it its label, and in one line the promise that it makes. `#s16` leads here. */
export function Statement({ statement, language }: { statement: ReadStatement; language: string | null }) {
  const { number, label, pieces, due, before } = statement;
  return (
    <div className="st" id={`s${number}`}>
      <p className="st-text" dir="auto" lang={language ?? undefined}>
        <LabelledPieces label={label} pieces={pieces} />
      </p>
      <div>
        <SideNote statement={statement} />
        <Notes notes={statement.notes} />
        {due === null ? null : <DueLine view={due} number={number} />}
        {before === null ? null : <PromisedBefore view={before} />}
      </div>
    </div>
  );
}

/** What editors wrote, under their names, apart from what follows from the facts. */
function Notes({ notes }: Pick<ReadStatement, "notes">) {
  return notes.map(({ by, text }) => (
    <p key={text} className="tag outcome-note" dir="auto">
      <b>{by ?? w.editorsNote}</b> <bdi lang={langOf(text)}>{text}</bdi>
    </p>
  ));
}

function SideNote({ statement }: { statement: ReadStatement }) {
  const { number, label, sentences, claimSlug, isCorrected, upstream } = statement;
  return (
    <p className="tag" data-tone={LABELS[label].tone} dir={words.direction} lang={words.language}>
      <b>{words.labels[label].badge}</b>
      {isCorrected ? (
        <span>
          <Link href="#corrections">{w.corrected}</Link>.{" "}
        </span>
      ) : null}
      {sentences.map((sentence) => (
        <span key={sentence} dir="auto">
          {sentence}{" "}
        </span>
      ))}
      {upstream !== null ? (
        <span className="tag-upstream" dir="auto">
          {upstream}{" "}
        </span>
      ) : null}
      {claimSlug !== null ? (
        <span className="tag-link">
          <Link href={`/claims/${claimSlug}`}>{w.claim}</Link>
        </span>
      ) : null}
      <Permalink number={number} />
    </p>
  );
}

/**
 * Statements that are counted and described, and whose first words can be opened. A browser that follows `#s9` opens them
 * before React wakes, which is as it should be.
 */
export function Elided(props: {
  words: string;
  statements: readonly ReadStatement[];
  language: string | null;
}) {
  return (
    <details className="elided" suppressHydrationWarning>
      <summary dir={words.direction} lang={words.language}>
        {props.words} <span className="elided-open">{w.show}</span>
      </summary>
      <ul>
        {props.statements.map(({ number, label, firstWords, sentences, upstream }) => (
          <li key={number} id={`s${number}`}>
            <p className="elided-words" dir="auto" lang={props.language ?? undefined}>
              <LabelledWords label={label}>{firstWords}</LabelledWords>
            </p>
            <p dir={words.direction} lang={words.language}>
              <span dir="auto">{[...sentences, ...(upstream === null ? [] : [upstream])].join(" ")}</span>{" "}
              <Permalink number={number} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Permalink({ number }: { number: number }) {
  return (
    <a className="perma" href={`#s${number}`} aria-label={w.permalinkWords(number)}>
      {w.permalink(number)}
    </a>
  );
}
