import Link from "next/link";
import { useState } from "react";
import { OpenForms } from "#components/reviews/open-forms";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { Guarded } from "#components/ui/guarded-button";
import { send } from "#components/ui/send";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { openFormsOf } from "./open-forms";
import type { Annotator } from "./use-annotator";
import type { PassCase } from "./workplace";

const said = words.passes.pass;

/** What is above the text in a blind pass: the page, what its reader starts from, and how it ends. */
export function PassHead({ annotator, pass }: { annotator: Annotator; pass: PassCase }) {
  const { desk, canWrite } = annotator;
  const { article, version, statements, suggestions } = desk;
  const waiting = suggestions.filter(({ decision }) => decision === null).length;
  const facts = [article.publisher, version.postedAt && longDay(version.postedAt)].filter(Boolean);
  return (
    <div className="t-head">
      <div>
        <p className="t-title" dir="auto" aria-hidden="true">
          {version.title ?? words.desk.queue.untitled}
        </p>
        <p className="xs muted">
          {facts.length > 0 && `${facts.join(", ")}. `}
          {words.desk.annotator.counts(statements.length + waiting, statements.length, waiting)}
        </p>
        <p className="xs">
          <Link href={`/desk/readings/${pass.readingId}`}>{said.back}</Link>
        </p>
      </div>
      <section className="review" aria-label={said.panel}>
        <p className="small">{canWrite ? `${said.about[pass.start]} ${said.alone}` : said.isIn}</p>
        {canWrite && <Ends annotator={annotator} pass={pass} waiting={waiting} />}
      </section>
    </div>
  );
}

function Ends(props: { annotator: Annotator; pass: PassCase; waiting: number }) {
  const { annotator, pass, waiting } = props;
  const [asking, setAsking] = useState<"handIn" | "giveUp" | null>(null);
  const { review, statements } = annotator.desk;
  const openForms = openFormsOf(annotator, []);
  const given = { passId: review?.id ?? "", revision: review?.revision ?? 0 };
  const leave = () => annotator.push(`/desk/readings/${pass.readingId}`);
  const why =
    waiting > 0
      ? words.unready.suggestionsWait(waiting)
      : openForms.length > 0
        ? words.unready.draftsOpen(openForms.length)
        : null;
  return (
    <>
      <p className="cluster">
        <Guarded why={why} onClick={() => setAsking("handIn")}>
          {said.handIn}
        </Guarded>
        <button type="button" className="btn btn--s btn--danger" onClick={() => setAsking("giveUp")}>
          {said.giveUp}
        </button>
      </p>
      <OpenForms forms={openForms} />
      {asking && (
        <AskDialog
          undrafted="nothing-typed"
          title={asking === "handIn" ? said.handInTitle : said.giveUpTitle}
          note={<p>{asking === "handIn" ? said.handInBody(statements.length) : said.giveUpBody}</p>}
          confirm={said[asking]}
          isDanger={asking === "giveUp"}
          action={asked(async () => {
            // What was just saved is still being forgotten as a draft.
            await annotator.drafts.settled();
            return send(pass[asking], given);
          })}
          onDone={leave}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
