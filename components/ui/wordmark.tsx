import Link from "next/link";
import { wave } from "#lib/text/strokes";
import * as words from "#lib/words";

/** The name over its line, which turns from straight to wavy. `size` follows the drawing it stands in. */
export function Wordmark({ href = "/", size = "normal" }: { href?: string; size?: "normal" | "big" }) {
  return (
    <Link
      className={size === "big" ? "wordmark wordmark--big" : "wordmark"}
      href={href}
      prefetch={false}
      aria-label={words.topBar.home}
    >
      {words.common.name}
      <svg viewBox="0 0 120 8" preserveAspectRatio="none" aria-hidden="true">
        <path
          className="k-reported"
          fill="none"
          strokeWidth="2"
          d="M0 4H72"
          vectorEffect="non-scaling-stroke"
        />
        <path
          className="k-unsourced"
          fill="none"
          strokeWidth="2"
          d={wave({ from: 72, to: 120, y: 4, halfPeriod: 6, height: 4.6 })}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </Link>
  );
}
