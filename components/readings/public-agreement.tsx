import { FEWEST, fieldFigures, type SaidTogether } from "#lib/domain/agreement-report";
import { words } from "#lib/words";
import { agreementWords, FigureTable } from "./agreement-figure";

const { agreement, method } = words.readings;

/** How far the newsroom's readers agree, as readers of its pages are told: nothing of fewer than ten places. */
export function PublicAgreement({ counts }: { counts: readonly SaidTogether[] }) {
  const figures = fieldFigures(counts);
  return (
    <>
      <p>{method.text}</p>
      <FigureTable
        caption={method.measures}
        of={agreement.field}
        rows={figures.map(({ field, ...told }) => ({
          key: field,
          name: agreement.fields[field],
          told: told.figure.n < FEWEST ? method.notYet(told.figure.n) : agreementWords(told),
        }))}
      />
    </>
  );
}
