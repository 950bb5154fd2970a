import type { SVGProps } from "react";
import type { Line } from "#lib/domain/labels";
import type { StripView } from "#lib/domain/reader-view";
import { wave } from "#lib/text/strokes";

const MIDDLE = 10;

/** The page as strokes. `caption` false leaves it to the text beside. */
export function Strip({ view, caption = true }: { view: StripView; caption?: boolean }) {
  return (
    <figure className={caption ? "strip" : "strip mt-3"}>
      <svg viewBox="0 0 624 20" role="img" aria-label={view.words}>
        {view.strokes.map((stroke) => (
          <Stroke key={stroke.from} {...stroke} />
        ))}
        {view.breaks.map((x) => (
          <path key={x} className="k-ink" d={`M${x} 1V19`} strokeWidth="1.5" />
        ))}
      </svg>
      {caption ? <figcaption>{view.caption}</figcaption> : null}
    </figure>
  );
}

const STROKES: Readonly<Record<Line, Readonly<SVGProps<SVGPathElement>>>> = {
  reported: { strokeWidth: "2.5" },
  unnamed: { strokeWidth: "2.5", strokeDasharray: "6 3" },
  unsourced: { strokeWidth: "2.2", fill: "none" },
  opinion: { strokeWidth: "3", strokeLinecap: "round", strokeDasharray: "0 6" },
  plain: { strokeWidth: "1" },
};

function Stroke({ line, tone, from, to }: StripView["strokes"][number]) {
  const path =
    line === "unsourced"
      ? wave({ from, to, y: MIDDLE, halfPeriod: 5, height: 5.2 })
      : `M${from} ${MIDDLE}H${to}`;
  return <path className="stroke" data-tone={tone} d={path} {...STROKES[line]} />;
}
