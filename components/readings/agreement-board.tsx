import Link from "next/link";
import { NavLinks } from "#components/ui/nav-links";
import { Section } from "#components/ui/section";
import type { Confusion } from "#lib/domain/agreement";
import { type AgreementCount, AgreementField, fieldFigures, fieldReport } from "#lib/domain/agreement-report";
import type { Factuality, ReaderLabel, Sourcing, Time } from "#lib/domain/labels";
import { PASS_STARTS } from "#lib/domain/readings";
import * as words from "#lib/words";
import { FigureTable } from "./agreement-figure";
import { deskAgreementWords } from "./desk-agreement";

const said = words.readings.agreement;

interface Props {
  readonly counts: readonly AgreementCount[];
  /** Of the readers, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Which field is looked at closely. */
  readonly field: AgreementField;
  readonly own: {
    readonly places: number;
    readonly differ: readonly {
      readonly readingId: string;
      readonly exact: string;
      readonly mine: ReaderLabel | null;
      readonly final: ReaderLabel | null;
    }[];
  };
}

/** How far readers agree: every field by start; one field by month, by pair and value by value. All of it is tables. */
export function AgreementBoard({ counts, names, field, own }: Props) {
  return (
    <>
      <Section id="overview" title={said.overview}>
        {counts.length === 0 ? <p className="muted">{said.none}</p> : <Overview counts={counts} />}
        <p className="small muted mt-3">
          {said.interval} {said.measures}
        </p>
      </Section>
      {counts.length > 0 && (
        <Section id="field" title={said.fields[field]}>
          <NavLinks
            of={said.choose}
            links={AgreementField.options.map((option) => ({
              href: `/desk/readings/agreement?field=${option}`,
              words: said.fields[option],
              isHere: option === field,
            }))}
          />
          <Closer counts={counts} names={names} field={field} />
        </Section>
      )}
      <Section id="own" title={said.own}>
        <p>{said.ownCount(own.places, own.differ.length)}</p>
        {own.differ.length > 0 && <Own own={own} />}
      </Section>
    </>
  );
}

function Overview({ counts }: Pick<Props, "counts">) {
  const columns = [
    { name: said.all, figures: fieldFigures(counts) },
    ...PASS_STARTS.map((start) => ({
      name: said.starts[start],
      figures: fieldFigures(counts.filter((row) => row.start === start)),
    })),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled with the keyboard, too
    <section className="scroll" tabIndex={0} aria-label={said.byField}>
      <table>
        <caption className="sr">{said.byField}</caption>
        <thead>
          <tr>
            <th scope="col">{said.field}</th>
            {columns.map(({ name }) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {AgreementField.options.map((field, at) => (
            <tr key={field}>
              <th scope="row">{said.fields[field]}</th>
              {columns.map(({ name, figures }) => (
                <td key={name}>{figures[at] && deskAgreementWords(figures[at])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Closer({ counts, names, field }: Pick<Props, "counts" | "names" | "field">) {
  const { byMonth, byPair, confusion } = fieldReport(counts, field);
  const called = (id: string) => names.get(id) ?? "";
  return (
    <div className="mt-5">
      <FigureTable
        caption={said.byMonth}
        of={said.month}
        rows={byMonth.map(({ month, ...told }) => ({
          key: month,
          name: month.slice(0, 7),
          told: deskAgreementWords(told),
        }))}
      />
      <FigureTable
        caption={said.byPair}
        of={said.pair}
        rows={byPair.map(({ readerA, readerB, ...told }) => ({
          key: `${readerA} ${readerB}`,
          name: said.pairOf(called(readerA), called(readerB)),
          told: deskAgreementWords(told),
        }))}
      />
      <ConfusionTable confusion={confusion} field={field} />
      <p className="small muted mt-3">{said.confusionNote}</p>
    </div>
  );
}

function ConfusionTable({ confusion, field }: { confusion: Confusion; field: AgreementField }) {
  const { codes, counts } = confusion;
  const called = (code: string) => valueWords(field, code);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled with the keyboard, too
    <section className="scroll mt-6" tabIndex={0} aria-label={said.confusion}>
      <table>
        <caption>{said.confusion}</caption>
        <thead>
          <tr>
            <td />
            {codes.map((code) => (
              <th scope="col" key={code} className="num">
                {called(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((code, row) => (
            <tr key={code}>
              <th scope="row">{called(code)}</th>
              {codes.map((other, column) => (
                <td key={other} className="num">
                  {row === column ? <b>{counts[row]?.[column]}</b> : counts[row]?.[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The codes of a column are those of its field. */
function valueWords(field: AgreementField, code: string): string {
  const desk = words.desk;
  const labels = words.labels;
  switch (field) {
    case "SPAN":
      return said.values[code as keyof typeof said.values];
    case "LABEL":
      return labels[code as ReaderLabel].badge;
    case "SOURCING":
      return desk.sourcing[code as Sourcing];
    case "CERTAINTY":
      return desk.factuality[code as Factuality];
    case "TIME":
      return desk.time[code as Time];
  }
}

function Own({ own }: Pick<Props, "own">) {
  const badge = (label: ReaderLabel | null) => (label === null ? said.noMark : words.labels[label].badge);
  return (
    <table className="mt-3">
      <caption className="sr">{said.own}</caption>
      <thead>
        <tr>
          <th scope="col">{said.words}</th>
          <th scope="col">{said.mine}</th>
          <th scope="col">{said.final}</th>
        </tr>
      </thead>
      <tbody>
        {own.differ.map(({ readingId, exact, mine, final }) => (
          <tr key={readingId + exact + mine}>
            <th scope="row" className="regular" dir="auto">
              <Link href={`/desk/readings/${readingId}`} prefetch={false}>
                {exact}
              </Link>
            </th>
            <td>{badge(mine)}</td>
            <td>{badge(final)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
