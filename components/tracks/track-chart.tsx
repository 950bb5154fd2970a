import { Stroke } from "#components/articles/strip";
import type { Line, Tone } from "#lib/domain/labels";

/** Statements over time: a row for each stretch of time, in strokes. `words` tells the picture to whoever doesn't see it. */
export function TrackChart(props: {
  readonly words: string;
  readonly caption: string;
  /** In user units, from the left. */
  readonly width: number;
  readonly rows: readonly {
    readonly period: string;
    readonly name: string;
    readonly total: number;
    readonly strokes: readonly {
      readonly line: Line;
      readonly tone: Tone;
      readonly from: number;
      readonly to: number;
    }[];
  }[];
}) {
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
