import Link from "next/link";
import type { ReactNode } from "react";
import type { Reason } from "#lib/domain/reasons";
import type { StatementFacts, StatementView, SuggestionView } from "#lib/domain/statement-views";
import { isMark } from "#lib/domain/sureness";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { reasonWords } from "#lib/words/reason-words";
import { keyOfSourcing, SOURCING_KEYS } from "./keyboard";
import { promiseWords, sureWords } from "./row-words";
import type { Row } from "./rows";
import type { Annotator } from "./use-annotator";

const said = words.desk.annotator;

interface Props {
  readonly annotator: Annotator;
  readonly row: Row;
  readonly today: string;
  /** Can what became of a promise be recorded from here? */
  readonly recordsPromises: boolean;
  readonly timeZone: string;
}

/** Sourcing, factuality, time and speaker: each with its value, why, which rule, which version, and how sure. */
export function FactSections(props: Props) {
  const { annotator, row, today, recordsPromises } = props;
  const facts = row.statement ?? row.suggestion;
  if (!facts || row.kind === "furniture" || row.kind === "sentence")
    return <PlainRow annotator={annotator} row={row} />;
  const why = (axis: Reason["axis"], unchanged: boolean) => (
    <Why row={row} axis={axis} unchanged={row.statement === null || unchanged} />
  );
  const from = row.suggestion;
  const isReasoned = from?.time === facts.time && from.reasons.some(({ axis }) => axis === "TIME");
  const promise = facts.prediction && promiseWords(facts.prediction, today);
  return (
    <>
      {row.statement === null && from?.switchedOff && (
        <RuleOff off={from.switchedOff} timeZone={props.timeZone} />
      )}
      <Section name={said.sections.sourcing} keyName="1–0" value={words.desk.sourcing[facts.sourcing]}>
        {why("SOURCING", from?.sourcing === facts.sourcing)}
        {annotator.canWrite && !row.isAside && <SourcingPicks annotator={annotator} facts={facts} />}
        <Flags facts={facts} />
        <HelpButton annotator={annotator} />
      </Section>
      <Section
        name={said.sections.factuality}
        keyName="c"
        value={words.desk.factuality[facts.factualityWriter]}
      >
        <BySource facts={facts} />
        {why("FACTUALITY", from?.factualityWriter === facts.factualityWriter)}
      </Section>
      <Section
        name={said.sections.time}
        keyName="f"
        value={promise ? promise.value : words.desk.time[facts.time]}
      >
        {promise && (
          <p className="why">
            {facts.prediction?.resolvedFrom &&
              !isReasoned &&
              said.readFrom(facts.prediction.text, longDay(facts.prediction.resolvedFrom))}{" "}
            {promise.state}{" "}
            {row.statement && recordsPromises && (
              <Link href={`/desk/promises/${row.statement.id}`} prefetch={false}>
                {said.recordOutcome}
              </Link>
            )}
          </p>
        )}
        {why("TIME", from?.time === facts.time)}
      </Section>
      <Speaker facts={facts} />
      <LabelSection row={row} />
    </>
  );
}

function HelpButton({ annotator }: { annotator: Annotator }) {
  return (
    <button type="button" className="plain-button small" onClick={() => annotator.ask({ kind: "help" })}>
      {words.desk.actions.whatItMeans} <kbd>h</kbd>
    </button>
  );
}

function BySource({ facts: { factualitySource } }: { facts: StatementFacts }) {
  if (factualitySource === null) return null;
  return <p className="why">{said.bySource(words.desk.factuality[factualitySource])}</p>;
}

function Section(props: { name: string; keyName?: string; value: ReactNode; children?: ReactNode }) {
  return (
    <section className="i-sec">
      <h3>
        {props.name} {props.keyName && <kbd>{props.keyName}</kbd>}
      </h3>
      <p className="val" dir="auto">
        {props.value}
      </p>
      {props.children}
    </section>
  );
}

/** Which rule was off when the page came in, since when and why. */
function RuleOff(props: { off: NonNullable<SuggestionView["switchedOff"]>; timeZone: string }) {
  const { rule, version, since, reason } = props.off;
  return (
    <Section name={said.sections.rule} value={words.ruleNames.called(rule)}>
      <p className="why">
        <b>{said.ruleIsOff}</b> {said.ruleOff(longDay(dayOf(since, props.timeZone)))}{" "}
        <q dir="auto">{reason}</q>{" "}
        <Link
          href={`/desk/suggestions?${new URLSearchParams({ rule, version })}#closer`}
          prefetch={false}
          className="together"
        >
          {words.ruleNames.code(rule, version)}
        </Link>
      </p>
    </Section>
  );
}

/** The machine's reason where its value still stands; else who set it. */
function Why({ row, axis, unchanged }: { row: Row; axis: Reason["axis"]; unchanged: boolean }) {
  const reasons = unchanged ? (row.suggestion?.reasons.filter((reason) => reason.axis === axis) ?? []) : [];
  if (reasons.length === 0) {
    const by = row.statement ? said.confirmedBy(row.statement.changedByName) : said.noReason;
    return <p className="why">{by}</p>;
  }
  return reasons.map((reason) => (
    <p className="why" key={reason.rule + reasonWords(reason)} dir="auto">
      {isMark(reason) ? (
        reasonWords(reason)
      ) : (
        <>
          <b>{sureWords(reason.score)}</b> {reasonWords(reason)}{" "}
          <span className="together">{said.rule(reason.rule, reason.version, reason.score.toFixed(2))}</span>
        </>
      )}
    </p>
  ));
}

function SourcingPicks({
  annotator,
  facts,
}: {
  annotator: Annotator;
  facts: StatementView | SuggestionView;
}) {
  return (
    <div className="picks" role="radiogroup" aria-label={said.sections.sourcing}>
      {SOURCING_KEYS.map((sourcing) => (
        <label key={sourcing}>
          <input
            type="radio"
            name="sourcing"
            checked={facts.sourcing === sourcing}
            onChange={() => annotator.ask({ kind: "sourcing", sourcing })}
          />
          <kbd>{keyOfSourcing(sourcing)}</kbd>
          {words.desk.sourcing[sourcing]}
        </label>
      ))}
    </div>
  );
}

function Flags({ facts }: { facts: StatementView | SuggestionView }) {
  const names = (Object.keys(words.desk.flags) as (keyof typeof facts.flags)[]) // the record's keys are the flags' names
    .filter((name) => facts.flags[name]);
  return names.length === 0 ? null : (
    <p className="why">{names.map((name) => words.desk.flags[name]).join(". ")}.</p>
  );
}

function Speaker({ facts }: { facts: StatementView | SuggestionView }) {
  return (
    <Section name={said.sections.speaker} keyName="s" value={facts.speaker?.name ?? said.nobody}>
      {facts.speaker && (
        <p className="why">
          {words.desk.speakerKinds[facts.speaker.kind]}
          {facts.speaker.role ? <bdi>, {facts.speaker.role}</bdi> : null}.{" "}
          {facts.speaker.id ? (
            <Link href={`/desk/speakers/${facts.speaker.id}`} prefetch={false}>
              {words.speaker.choose.look}
            </Link>
          ) : null}{" "}
          {facts.attributionScope === "CARRIED_OVER" && `${said.carriedOver} `}
          {facts.relayDepth !== null && said.relay(facts.relayDepth)}
        </p>
      )}
    </Section>
  );
}

/** The label that follows from the facts, or the one an editor set instead, with the reason. */
function LabelSection({ row }: { row: Row }) {
  const { statement, suggestion } = row;
  const label = statement?.label ?? suggestion?.label;
  if (!label) return null;
  return (
    <Section name={said.sections.label} value={words.labels[label].badge}>
      {statement?.labelOverride ? (
        <p className="why">
          {words.desk.form.derived(words.labels[statement.derivedLabel].badge)} {statement.labelReason}
        </p>
      ) : (
        <Why row={row} axis="LABEL" unchanged={statement === null || statement.label === suggestion?.label} />
      )}
    </Section>
  );
}

function PlainRow({ annotator, row }: { annotator: Annotator; row: Row }) {
  const reason = annotator.desk.segments[row.segment]?.reason;
  return (
    <Section name={said.sections.words} value={annotator.desk.version.text.slice(row.start, row.end)}>
      {reason && (
        <p className="why">
          <b>{sureWords(reason.score)}</b> {reasonWords(reason)}{" "}
          <span className="together">{said.rule(reason.rule, reason.version, reason.score.toFixed(2))}</span>
        </p>
      )}
    </Section>
  );
}
