import { LabelBadge } from "#components/ui/label";
import type { StatementView, SuggestionView } from "#lib/domain/statement-views";
import { type FateView, spanKey } from "#lib/domain/version-views";
import * as words from "#lib/words";
import { FateWords } from "./fate-words";

const said = words.versions.page;

interface Props {
  /** In page order. */
  readonly statements: readonly (StatementView | SuggestionView)[];
  readonly fates: Readonly<Record<string, FateView>>;
  readonly timeZone: string;
}

/** The older version's statements beside what became of each. */
export function FateList({ statements, fates, timeZone }: Props) {
  if (statements.length === 0) return <p className="muted">{said.noStatements}</p>;
  return (
    <ol className="fate-list">
      {statements.map((statement) => {
        const fate = fates[spanKey(statement)];
        return (
          <li key={statement.id}>
            <div>
              <p className="fate-quote" dir="auto">
                {statement.exact}
              </p>
              <p className="xs muted">
                <LabelBadge label={statement.label} />{" "}
                {"derivedLabel" in statement ? said.reviewed : said.suggested}
              </p>
            </div>
            <div>{fate && <FateWords fate={fate} timeZone={timeZone} />}</div>
          </li>
        );
      })}
    </ol>
  );
}
