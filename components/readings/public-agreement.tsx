import { FEWEST, fieldFigures, type SaidTogether } from "#lib/domain/agreement-report";
import * as words from "#lib/words";
import { agreementWords, FigureTable } from "./agreement-figure";

const w = words.publicAgreement;

/** How far the newsroom's readers agree, as readers of its pages are told: nothing of fewer than ten places. */
export function PublicAgreement({ counts }: { counts: readonly SaidTogether[] }) {
  const figures = fieldFigures(counts);
  return (
    <>
      <p>{w.text}</p>
      <FigureTable
        caption={w.measures}
        of={w.field}
        rows={figures.map(({ field, ...told }) => ({
          key: field,
          name: w.fields[field],
          told: told.figure.n < FEWEST ? w.notYet(told.figure.n) : agreementWords(told),
        }))}
      />
    </>
  );
}
