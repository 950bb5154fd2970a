import { ActButton } from "#components/ui/act-button";
import { Facts } from "#components/ui/facts";
import { Section } from "#components/ui/section";
import { FACT_CHECK_BOUNDS } from "#lib/domain/bounds";
import type { FactCheck, FactCheckLook, FoundFactChecks } from "#lib/domain/fact-checks";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { firstWords, langOf } from "#lib/words/lists";
import { LookAgain } from "./look-again";

const said = words.factChecks;

interface Props {
  readonly look: FactCheckLook;
  /** Puts one of them into the form for evidence. */
  readonly take: FormAction;
}

/** What a look at another fact-checker's page or file came to. */
export function FoundChecks({ look, take }: Props) {
  return (
    <Section id="found" title={said.result}>
      <LookAgain isWaiting={look.isWaiting} />
      <p className="small wrap-anywhere">
        <LookedAt look={look} />
      </p>
      <p role="status">{told(look)}</p>
      {look.found && look.found.unreadable > 0 && (
        <p className="small muted">{said.unreadable(look.found.unreadable)}</p>
      )}
      {look.found?.isCut && <p className="note mt-3">{said.cut}</p>}
      {look.found && look.found.checks.length > 0 && (
        <>
          <p className="small muted">{said.takeHint}</p>
          <ol className="stack-4 mt-4">
            {look.found.checks.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no name, and their order never changes
              <li key={index} className="piece">
                <Check {...one} />
                <ActButton
                  action={take}
                  hidden={{ lookId: look.id, index: String(index) }}
                  label={said.take}
                  of={firstWords(one.check.claim ?? one.check.title ?? String(index + 1), 60)}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function LookedAt({ look: { url, name } }: Pick<Props, "look">) {
  if (url === null) return name === null ? said.ofPasted : said.ofFile(name);
  return (
    <>
      {said.ofAddress} <Address url={url} />
    </>
  );
}

function told({ isWaiting, message, found }: FactCheckLook): string {
  if (isWaiting) return said.waiting;
  return message ?? (found === null ? said.gaveUp : counted(found));
}

function counted({ checks, total }: FoundFactChecks): string {
  if (total === 0) return said.none;
  if (total <= FACT_CHECK_BOUNDS.shown) return said.found(total);
  return checks.length === 0 ? said.noneLike(total) : said.foundOf(checks.length, total);
}

function Address({ url }: { readonly url: string }) {
  return (
    <a href={url} rel="noreferrer noopener nofollow ugc" dir="ltr">
      {url}
    </a>
  );
}

/** A stranger's words, in their own language. */
function Theirs({ text }: { readonly text: string }) {
  return <span lang={langOf(text)}>{text}</span>;
}

function Check({ check, likeness }: FoundFactChecks["checks"][number]) {
  const { claim, by, day, url } = check;
  return (
    <>
      {likeness !== null && <p className="small">{said.likeness[likeness]}</p>}
      <Facts
        label={said.facts}
        rows={[
          [said.claim, claim === null ? said.noClaim : <Theirs key="claim" text={claim} />],
          [said.rating, <Rating key="rating" check={check} />],
          [said.by, by === null ? said.noBy : <Theirs key="by" text={by} />],
          [said.day, day === null ? said.noDay : longDay(day)],
          [said.url, url === null ? said.noUrl : <Address key="url" url={url} />],
        ]}
      />
    </>
  );
}

function Rating({ check }: { readonly check: FactCheck }) {
  const scale = said.scale(check);
  if (check.rating === null) return scale ?? said.noRating;
  return (
    <>
      <q lang={langOf(check.rating)} dir="auto">
        {check.rating}
      </q>
      {scale !== null && ` (${scale})`}
    </>
  );
}
