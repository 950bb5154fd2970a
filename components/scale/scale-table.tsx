import type { ScaleCode, Told } from "#lib/domain/scale";
import * as words from "#lib/words";

const say = words.scale.table;

/** The verdicts of a scale, in their order. */
export function ScaleTable({ codes }: { readonly codes: readonly ScaleCode[] }) {
  return (
    <table className="cards mt-4">
      <thead>
        <tr>
          <th scope="col">{say.word}</th>
          <th scope="col">{say.definition}</th>
          <th scope="col">{say.meaning}</th>
          <th scope="col">{say.code}</th>
        </tr>
      </thead>
      <tbody>
        {codes.map(({ code, meaning, word, definition }) => (
          <tr key={code}>
            <th scope="row">
              <InBoth told={word} />
            </th>
            <td data-l={say.definition}>
              <InBoth told={definition} />
            </td>
            <td data-l={say.meaning}>{words.terms.verdicts[meaning].editor}</td>
            <td data-l={say.code}>
              <code className="wrap-break-word">{code}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function InBoth({ told: { en, ar } }: { readonly told: Told }) {
  return (
    <>
      <span lang="en" dir="auto">
        {en}
      </span>
      <br />
      {ar === null ? (
        <span className="small muted">
          {say.languages.ar}: {say.inEnglish}
        </span>
      ) : (
        <span className="small" lang="ar" dir="rtl">
          {ar}
        </span>
      )}
    </>
  );
}
