import Link from "next/link";
import { Facts } from "#components/ui/facts";
import { LabelBadge } from "#components/ui/label";
import { Section } from "#components/ui/section";
import { CHART_WIDTH } from "#lib/publish/track-chart";
import type { TrackNumber, TrackView } from "#lib/publish/track-view";
import * as words from "#lib/words";
import { TrackChart } from "./track-chart";
import { TrackLinks } from "./track-links";

const w = words.trackRecords;

/** The record of a publisher, an author or a speaker. */
export function TrackBody({ view }: { readonly view: TrackView }) {
  return (
    <>
      <p className="kicker">{view.kicker}</p>
      <h1 className="answer" dir="auto">
        {view.answer}
      </h1>
      <p className="lede">{view.lede}</p>
      <div className="mt-6">
        <Facts rows={view.facts} label={w.facts} />
        <TrackLinks links={view.links} />
      </div>
      {view.labels.length === 0 ? null : (
        <>
          <Section id="labels" title={w.labels}>
            <Labels view={view} />
          </Section>
          <Section id="time" title={w.time}>
            <Time view={view} />
          </Section>
          <Section id="promises" title={w.promisesTitle}>
            <Promises view={view} />
          </Section>
        </>
      )}
      <Section id="more" title={w.more}>
        <dl className="facts">
          {view.more.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>
                <Count of={value} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="meaning" title={w.meaning}>
        <ul className="bullets">
          {view.definitions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="mt-3 small">
          <Link href="/method">{w.method}</Link>
        </p>
      </Section>
    </>
  );
}

/** A number, and the way to what it counts. */
function Count({ of: { value, href } }: { readonly of: TrackNumber }) {
  return href === null ? value : <Link href={href}>{value}</Link>;
}

function Labels({ view }: { readonly view: TrackView }) {
  return (
    <>
      <table className="cards measure">
        <thead>
          <tr>
            <th scope="col">{w.label}</th>
            <th scope="col" className="num">
              {w.count}
            </th>
            <th scope="col">{w.share}</th>
          </tr>
        </thead>
        <tbody>
          {view.labels.map(({ label, count, share }) => (
            <tr key={label}>
              <th scope="row">
                <LabelBadge label={label} link />
              </th>
              <td className="num" data-l={w.count}>
                <Count of={count} />
              </td>
              <td data-l={w.share}>{share}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{w.all}</th>
            <td className="num" data-l={w.count}>
              <Count of={view.total} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="mt-3 small muted measure">{view.shareNote}</p>
    </>
  );
}

function Time({ view }: { readonly view: TrackView }) {
  return (
    <>
      {view.chart === null ? <p>{w.noTime}</p> : <TrackChart width={CHART_WIDTH} {...view.chart} />}
      {view.noDay === null ? null : <p className="mt-2 small muted">{view.noDay}</p>}
      <details className="mt-5">
        <summary>{w.table}</summary>
        <table className="cards mt-3">
          <thead>
            <tr>
              <th scope="col">{w.when}</th>
              {view.columns.map((label) => (
                <th key={label} scope="col" className="num">
                  {words.labels[label].badge}
                </th>
              ))}
              <th scope="col" className="num">
                {w.all}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map(({ name, counts, total }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {view.columns.map((label, i) => (
                  <td key={label} className="num" data-l={words.labels[label].badge}>
                    <Count of={counts[i] ?? { value: 0, href: null }} />
                  </td>
                ))}
                <td className="num" data-l={w.all}>
                  <Count of={total} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Promises({ view }: { readonly view: TrackView }) {
  const [made] = view.promises;
  if (made === undefined || made.count.value === 0) return <p>{w.noPromises}</p>;
  return (
    <>
      <table className="cards measure">
        <thead>
          <tr>
            <th scope="col">{w.promise}</th>
            <th scope="col" className="num">
              {w.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.promises.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num" data-l={w.count}>
                <Count of={count} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.promiseNotes.map((note) => (
        <p key={note} className="mt-3 small muted measure">
          {note}
        </p>
      ))}
    </>
  );
}
