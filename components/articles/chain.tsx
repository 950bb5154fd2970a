import type { ChainBox, ChainRow } from "#lib/domain/reader-view";
import { wave } from "#lib/text/strokes";
import * as words from "#lib/words";

const w = words.article.chain;

/**
 * Where the words come from, one way back per row. Each row is a list from the first source to the page; on a wide screen it
 * is drawn from right to left, on a narrow one from top to bottom, so that what one sees and what one hears are the same.
 */
export function Chain({ rows }: { rows: readonly ChainRow[] }) {
  return (
    <div className="chain">
      {rows.map((row) => (
        <ol key={row.boxes.map((box) => box.title).join("→") + (row.nobody?.why ?? "")} className="chain-row">
          {row.nobody === null ? null : (
            <li className="chain-nobody">
              <p className="chain-nobody-words">
                <b>{row.nobody.title}</b> <span>{row.nobody.why}</span>
              </p>
              <WavyLink />
            </li>
          )}
          {row.boxes.map((box, i) => (
            <li key={box.title} className="chain-part">
              {i === 0 ? null : <Link verb={row.links[i - 1] ?? ""} />}
              <Box box={box} leadsNowhere={row.nobody !== null} />
            </li>
          ))}
        </ol>
      ))}
    </div>
  );
}

function Box({ box, leadsNowhere }: { box: ChainBox; leadsNowhere: boolean }) {
  return (
    <div className="chain-end">
      {box.step === null ? null : <p className="chain-step">{box.step}</p>}
      <div className={leadsNowhere ? "chain-box chain-box--nobody" : "chain-box"}>
        <b>
          <bdi>{box.title}</bdi>
        </b>
        {box.lines.map((line) => (
          <span key={line}>
            <bdi>{line}</bdi>
          </span>
        ))}
      </div>
    </div>
  );
}

function Link({ verb }: { verb: string }) {
  return (
    <div className="chain-link">
      <span className="chain-verb">
        {verb}
        <span className="chain-by"> {w.by}</span>
      </span>
      <svg className="chain-arrow" viewBox="0 0 112 8" aria-hidden="true">
        <path className="k-ink" strokeWidth="1.5" d="M112 4H6" />
        <path className="chain-head" d="M0 4L8 0V8z" />
      </svg>
      <svg className="chain-arrow-down" viewBox="0 0 8 38" aria-hidden="true">
        <path className="k-ink" strokeWidth="1.5" d="M4 0V32" />
        <path className="chain-head" d="M4 38L0 30H8z" />
      </svg>
    </div>
  );
}

function WavyLink() {
  return (
    <>
      <svg className="chain-wave" viewBox="0 0 104 12" aria-hidden="true">
        <path
          className="k-unsourced"
          fill="none"
          strokeWidth="2"
          d={wave({ from: 100, to: 4, y: 6, halfPeriod: 6, height: 5.2 })}
        />
      </svg>
      <svg className="chain-wave-down" viewBox="0 0 12 30" aria-hidden="true">
        <path
          className="k-unsourced"
          fill="none"
          strokeWidth="2"
          transform="translate(6 0) rotate(90)"
          d={wave({ from: 0, to: 30, y: 0, halfPeriod: 5, height: 5.2 })}
        />
      </svg>
    </>
  );
}
