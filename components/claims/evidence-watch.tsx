import type { EvidenceWatchView } from "#lib/domain/claim-desk";
import * as words from "#lib/words";
import { dayWords } from "#lib/words/moments";

const said = words.evidenceWatch;

/** What came of looking again at the page behind a piece of evidence; nothing where nobody did so far. */
export function EvidenceWatch({ watch, timeZone }: { watch: EvidenceWatchView; timeZone: string }) {
  const { lookedAt, wellAt, trouble } = watch;
  if (lookedAt === null) return null;
  const day = (moment: string) => dayWords(new Date(moment), timeZone);
  if (trouble === null) {
    return (
      <p className="small m-0">
        {lookedAt === wellAt ? said.well(day(lookedAt)) : said.noted(day(lookedAt))}
      </p>
    );
  }
  const before = wellAt === null ? said.neverWell : said.wellAt(day(wellAt));
  if (!trouble.isSaid) {
    return (
      <p className="small m-0" dir="auto">
        {said.wait(day(lookedAt), trouble.message)} {before}
      </p>
    );
  }
  return (
    <>
      <p className="small m-0">
        <b>{said.said(trouble.kind, day(trouble.since))}</b> {before}
      </p>
      {trouble.message !== said.look.missing && (
        <p className="small muted m-0" dir="auto">
          {said.answered(trouble.message)}
        </p>
      )}
    </>
  );
}
