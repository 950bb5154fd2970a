import type { SourcesPicture as Picture, PictureBox } from "#lib/domain/reader-view";
import { PICTURE } from "#lib/publish/sources-picture";
import { wave } from "#lib/text/strokes";
import * as words from "#lib/words";

const { width, box, gutter } = PICTURE;
/** The line at the side of the boxes. */
const TRUNK = 8;
const MIDDLE = box / 2;
const isMirrored = words.direction === "rtl";
/** Where words begin. */
const WORDS = isMirrored ? width - gutter - 10 : gutter + 10;

/** Pages as boxes, from the earliest down, joined at their side; mirrored where the screens run from right to left. The lists below say the same. */
export function SourcesPicture({ picture }: { readonly picture: Picture }) {
  const { boxes, height } = picture;
  const hasUpstream = boxes[0]?.place === "UP";
  return (
    <figure className="sources-picture">
      <svg viewBox={`-2 -2 ${width + 4} ${height + 4}`} role="img" aria-label={picture.words}>
        <g transform={isMirrored ? `translate(${width} 0) scale(-1 1)` : undefined}>
          <path
            className="k-ink"
            strokeWidth="1.5"
            d={`M${TRUNK} ${MIDDLE}V${(boxes.at(-1)?.y ?? 0) + MIDDLE}`}
          />
          {boxes.map((one) => (
            <BoxWithLine
              key={one.y}
              one={one}
              hasHead={one.place === "DOWN" || (one.place === "HERE" && hasUpstream)}
            />
          ))}
        </g>
        {boxes.map(({ y, name, day }) => (
          <g key={y} direction={words.direction}>
            <text className="tb" fontSize="14" x={WORDS} y={y + 18}>
              {name}
            </text>
            <text className="t2" fontSize="13" x={WORDS} y={y + 36}>
              {day}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="cap">{picture.caption}</figcaption>
    </figure>
  );
}

/** Straight where somebody is named as the publisher of the page that the text comes from, wavy where nobody is. `hasHead`: the text goes into the box. */
function BoxWithLine({ one, hasHead }: { readonly one: PictureBox; readonly hasHead: boolean }) {
  const { y, place, isNobodys } = one;
  const at = y + MIDDLE;
  const isWavy = isNobodys && place !== "HERE";
  const to = hasHead ? gutter - 7 : gutter;
  return (
    <>
      {isWavy ? (
        <path
          className="k-unsourced"
          fill="none"
          strokeWidth="2"
          d={wave({ from: TRUNK, to, y: at, halfPeriod: 5, height: 5.2 })}
        />
      ) : (
        <path className="k-ink" strokeWidth="1.5" d={`M${TRUNK} ${at}H${to}`} />
      )}
      {hasHead && <path className="chain-head" d={`M${gutter} ${at}l-8-4v8z`} />}
      <rect
        className={isNobodys && place !== "DOWN" ? "box box-un" : "box"}
        strokeWidth={place === "HERE" ? 2.5 : 1}
        x={gutter}
        y={y}
        width={width - gutter}
        height={box}
      />
    </>
  );
}
