import { Stroke } from "#components/articles/strip";
import type { TrackChart as Chart } from "#lib/publish/track-chart";

/** Statements over time: a row for each stretch of time, in strokes. `width` is in user units. */
export function TrackChart(props: Chart & { readonly width: number }) {
  return (
    <figure className="track-chart">
      <div role="img" aria-label={props.words}>
        {props.rows.map(({ period, name, total, strokes }) => (
          <div key={period} className="track-row">
            <span>{name}</span>
            <svg viewBox={`-2 0 ${props.width + 6} 20`} aria-hidden="true">
              {strokes.map((stroke) => (
                <Stroke key={stroke.from} {...stroke} />
              ))}
            </svg>
            <span className="num">{total}</span>
          </div>
        ))}
      </div>
      <figcaption className="cap">{props.caption}</figcaption>
    </figure>
  );
}
