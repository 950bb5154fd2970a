import type { TimeLine } from "#lib/publish/template-view";
import * as words from "#lib/words";

const w = words.promiseTemplates;

/** Tellings of a template, drawn on the server. Time runs from left to right in every language; the table has the same rows. */
export function TimeLineFigure({ wide, narrow }: { wide: TimeLine; narrow: TimeLine }) {
  return (
    <figure className="time-line" dir="ltr">
      <Picture line={wide} size="wide" />
      <Picture line={narrow} size="narrow" />
      <figcaption className="cap" dir={words.direction}>
        {w.legend}
      </figcaption>
    </figure>
  );
}

function Picture({ line, size }: { line: TimeLine; size: "wide" | "narrow" }) {
  const { width, height, area, marks, years, same, today } = line;
  return (
    <svg className={size} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={line.words}>
      {years.map(({ year, x, y }) => (
        <g key={year}>
          {y === null ? null : (
            <>
              <path className="time-line-rule" d={`M${area.left} ${y}H${area.right}`} />
              <text className="t2" x={area.left - 10} y={y + 5} textAnchor="end">
                {year}
              </text>
            </>
          )}
          {x === null ? null : (
            <text className="t2" x={x} y={area.bottom + 20} textAnchor="middle">
              {year}
            </text>
          )}
        </g>
      ))}
      <path className="k-ink" d={`M${area.left} ${area.bottom}H${area.right}`} />
      <text className="t2" x={area.left} y={16}>
        ↑ {w.axisPromised}
      </text>
      <text className="t2" x={area.right} y={height - 6} textAnchor="end">
        {w.axisSaid} →
      </text>
      <path className="k-rule time-line-same" d={`M${same.x1} ${same.y1}L${same.x2} ${same.y2}`} />
      {today === null ? null : (
        <>
          <path className="k-ink" strokeWidth="1.5" d={`M${area.left} ${today.y}H${area.right}`} />
          <text className="tb halo" x={area.left + 6} y={today.y - 7}>
            {today.words}
          </text>
        </>
      )}
      {marks.map(({ x, y, look }, i) => (
        // Marks have no names of their own, and are never moved.
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, on the server
        <g key={i} className="time-line-mark" data-look={look}>
          <circle cx={x} cy={y} r="6" />
          {look === "not" ? <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} /> : null}
        </g>
      ))}
    </svg>
  );
}
