"use client";

import { useRouter } from "next/navigation";
import { isStatementsView } from "#lib/domain/proposals";
import * as words from "#lib/words";
import { AskBar, Provenance } from "./ask-bar";
import { useAsked } from "./use-asked";

const say = words.proposals;

/** Asks the language model which statements of a page were missed, and opens what it found among the page's marks. */
export function AskStatements({ versionId, model }: { readonly versionId: string; readonly model: string }) {
  const router = useRouter();
  const page = `/desk/articles/${versionId}`;
  const asking = useAsked(
    { address: `${page}/proposals`, body: {}, isView: isStatementsView },
    ({ fileId }) => {
      if (fileId !== null) router.push(`${page}/marks?file=${fileId}#preview`);
    },
  );
  const { view, seconds } = asking;
  return (
    <div className="proposals stack-3">
      <AskBar asking={asking} use="STATEMENTS" model={model} />
      {view !== null && seconds === null && (
        <>
          <p role="status">{view.fileId === null ? say.none : say.found}</p>
          <Provenance view={view} />
        </>
      )}
    </div>
  );
}
