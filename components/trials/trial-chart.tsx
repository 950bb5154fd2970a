import type { Precision } from "#lib/domain/suggestion-trials";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";

const said = words.suggestionTrials;

/** In user units: the whole of a row is from nothing to all. */
const WIDTH = 400;

/** Precision over time: a row for each week, a dot for the share and a line for its range. All of it stands in the table below, too. */
export function TrialChart({ weeks }: { weeks: readonly (Precision & { readonly week: string })[] }) {
  const told = weeks.filter(({ share }) => share !== null);
  if (told.length === 0) return null;
  return (
    <figure className="track-chart mt-3" aria-hidden="true">
      <div>
        {told.map(({ week, share, low, high, n }) => (
          <div key={week} className="track-row">
            <span>{shortDay(week)}</span>
            <svg viewBox={`-6 0 ${WIDTH + 12} 20`} aria-hidden="true">
              <line className="trial-scale" x1={0} x2={WIDTH} y1={10} y2={10} />
              <line
                className="trial-range"
                x1={(low ?? 0) * WIDTH}
                x2={(high ?? 0) * WIDTH}
                y1={10}
                y2={10}
              />
              <circle className="trial-dot" cx={(share ?? 0) * WIDTH} cy={10} r={4} />
            </svg>
            <span className="num">{n}</span>
          </div>
        ))}
      </div>
      <figcaption className="cap">{said.chart}</figcaption>
    </figure>
  );
}
