import type { StripView } from "#lib/domain/reader-view";
import { breakPath, strokeShape } from "#lib/publish/stroke";

/** The page as strokes. `caption` false leaves it to the text beside. */
export function Strip({ view, caption = true }: { view: StripView; caption?: boolean }) {
  return (
    <figure className={caption ? "strip" : "strip mt-3"}>
      <svg viewBox="0 0 624 20" role="img" aria-label={view.words}>
        {view.strokes.map((stroke) => (
          <Stroke key={stroke.from} {...stroke} />
        ))}
        {view.breaks.map((x) => (
          <path key={x} className="k-ink" d={breakPath(x)} strokeWidth="1.5" />
        ))}
      </svg>
      {caption ? <figcaption>{view.caption}</figcaption> : null}
    </figure>
  );
}

export function Stroke(stroke: StripView["strokes"][number]) {
  const { path, width, dashes, isRound } = strokeShape(stroke);
  return (
    <path
      className="stroke"
      data-tone={stroke.tone}
      d={path}
      fill="none"
      strokeWidth={width}
      strokeDasharray={dashes ?? undefined}
      strokeLinecap={isRound ? "round" : undefined}
    />
  );
}
