import Link from "next/link";
import { ListPages } from "#components/ui/list-pages";
import type { TellingRow } from "#lib/publish/template-view";
import * as words from "#lib/words";

const w = words.promiseTemplates;
const { columns } = w;

/** The tellings of a template, the latest first: the same as in the picture, in words. */
export function TellingTable(props: {
  readonly rows: readonly TellingRow[];
  readonly href: string;
  readonly previous: string | null;
  readonly next: string | null;
}) {
  return (
    <>
      <div className="scroll">
        <table className="cards">
          <caption className="sr">{w.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.said}</th>
              <th scope="col">{columns.promised}</th>
              <th scope="col" className="num">
                {columns.ahead}
              </th>
              <th scope="col">{columns.who}</th>
              <th scope="col">{columns.where}</th>
              <th scope="col">{columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <Telling key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <ListPages href={props.href} of={w.list} older={props.next} newer={props.previous} at="tellings" />
    </>
  );
}

function Telling({ row }: { readonly row: TellingRow }) {
  return (
    <tr>
      <th scope="row" className="nowrap">
        {row.said}
      </th>
      <td data-l={columns.promised}>{row.promised}</td>
      <td data-l={columns.ahead} className="num">
        {row.ahead ?? "–"}
      </td>
      <td data-l={columns.who} dir="auto">
        {row.who}
      </td>
      <td data-l={columns.where}>
        <Link href={row.href} dir="auto" aria-label={w.statement(row.where)}>
          {row.where}
        </Link>
      </td>
      <td data-l={columns.state}>
        {row.state}
        {row.joinedBy === null ? null : <small className="muted"> {row.joinedBy}</small>}
      </td>
    </tr>
  );
}
