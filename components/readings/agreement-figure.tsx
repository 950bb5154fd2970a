import type { Told } from "#lib/domain/agreement-report";
import * as words from "#lib/words";

const said = words.publicAgreement;

/** A figure with its interval and its n, or why there is none. */
export function agreementWords({ figure, interval }: Told): string {
  if (figure.value === null) return said.untold[figure.why];
  return said.figure(figure.value, interval?.low ?? null, interval?.high ?? null, figure.n);
}

/** A table of two columns: what it is of, and how far the readers agree. */
export function FigureTable(props: {
  readonly caption: string;
  readonly of: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly told: string }[];
}) {
  return (
    <table className="mt-6">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.of}</th>
          <th scope="col">{said.value}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ key, name, told }) => (
          <tr key={key}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td>{told}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
