import { LabelSample } from "#components/ui/label";
import type { LegendEntry } from "#lib/domain/reader-view";
import * as words from "#lib/words";

/** Every line in a sentence, also those that the page doesn't have. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <dl className="legend">
      {entries.map(({ label, isMissing }) => (
        <div key={label}>
          <dt>
            <LabelSample label={label} />
          </dt>
          <dd>
            {words.labels[label].meaning}
            {isMissing ? ` ${words.article.noneHere}` : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
