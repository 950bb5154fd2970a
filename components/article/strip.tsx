import type { Line } from "#lib/domain/line";
import type { StripView } from "#lib/domain/reader-view";
import { wave } from "#lib/text/strokes";

const MIDDLE = 10;

/** The page as strokes. `caption` false leaves it to the text beside. */
export function Strip({ view, caption = true }: { view: StripView; caption?: boolean }) {
  return (
    <figure className={caption ? "strip" : "strip mt-3"}>
      <svg viewBox="0 0 624 20" role="img" aria-label={view.words}>
        {view.strokes.map(({ line, from, to }) => (
          <Stroke key={from} line={line} from={from} to={to} />
        ))}
        {view.breaks.map((x) => (
          <path key={x} className="k-ink" d={`M${x} 1V19`} strokeWidth="1.5" />
        ))}
      </svg>
      {caption ? <figcaption>{view.caption}</figcaption> : null}
    </figure>
  );
}

function Stroke({ line, from, to }: { line: Line; from: number; to: number }) {
  const straight = `M${from} ${MIDDLE}H${to}`;
  switch (line) {
    case "reported":
      return <path className="k-reported" d={straight} strokeWidth="2.5" />;
    case "unnamed":
      return <path className="k-reported" d={straight} strokeWidth="2.5" strokeDasharray="6 3" />;
    case "unsourced":
      return (
        <path
          className="k-unsourced"
          fill="none"
          strokeWidth="2.2"
          d={wave({ from, to, y: MIDDLE, halfPeriod: 5, height: 5.2 })}
        />
      );
    case "opinion":
      return (
        <path
          className="k-opinion"
          d={straight}
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray="0 6"
        />
      );
    case "plain":
      return <path className="k-plain" d={straight} strokeWidth="1" />;
  }
}
