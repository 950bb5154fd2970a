import type { Metadata } from "next";
import { Section } from "#components/ui/section";
import { type Example, examples } from "#lib/api/examples";
import { EXPORTS } from "#lib/api/exports";
import { parameterWords } from "#lib/api/openapi";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";

const w = words.publicApi;

export const metadata: Metadata = { title: `${w.title}.` };

/** Drawn anew for every reader: its examples are what stands published now. */
export const dynamic = "force-dynamic";

/** What programs can read, each address with a request to try and its answer. */
export default async function ApiPage() {
  const where = { origin: publicOrigin().origin, today: dayOf(new Date(), timeZone()) };
  const shown = await examples(where);
  return (
    <>
      <p className="kicker">{w.page.kicker}</p>
      <h1 className="answer">{w.page.answer}</h1>
      <p className="lede">{w.page.lede}</p>
      <p className="mt-6 measure">
        <a href="/api/v1/openapi.json">{w.page.document}</a>
        {w.page.documentAfter}
      </p>
      {[w.page.list, w.page.copies, w.page.broken].map((sentence) => (
        <p key={sentence} className="mt-3 measure">
          {sentence}
        </p>
      ))}
      <Everything />
      {shown.map((example) => (
        <Operation key={example.operation.id} example={example} />
      ))}
    </>
  );
}

function Everything() {
  return (
    <Section id="everything" title={w.page.everything}>
      <p className="measure">{w.page.everythingLede}</p>
      <table className="cards mt-3">
        <thead>
          <tr>
            <th scope="col">{w.page.file}</th>
            <th scope="col">{w.page.holds}</th>
          </tr>
        </thead>
        <tbody>
          {EXPORTS.map(({ path, about }) => (
            <tr key={path}>
              <th scope="row">
                <a href={`/api/v1${path}`}>{path.replace("/exports/", "")}</a>
              </th>
              <td data-l={w.page.holds}>{w.exports[about]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Operation({ example: { operation, href, answer } }: { example: Example }) {
  const { id, path, base, query } = operation;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).concat(Object.keys(query));
  return (
    <Section id={id} title={w.operations[id]}>
      <p className="wrap-anywhere">
        <code>
          GET {base}
          {path}
        </code>
      </p>
      {parameters.length === 0 ? null : (
        <table className="cards mt-3">
          <thead>
            <tr>
              <th scope="col">{w.page.parameter}</th>
              <th scope="col">{w.page.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td data-l={w.page.meaning}>{parameterWords(id, name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Answer href={href} answer={answer} />
    </Section>
  );
}

function Answer({ href, answer }: Pick<Example, "href" | "answer">) {
  if (answer === null) return <p className="mt-3 muted">{w.page.nothing}</p>;
  return (
    <>
      <p className="mt-3 wrap-anywhere">
        {w.page.request} <a href={href}>{href}</a>
      </p>
      <p className="mt-3 small muted">{w.page.answerHeading}</p>
      <pre className="json" dir="ltr">
        {JSON.stringify(answer, null, 2)}
      </pre>
    </>
  );
}
