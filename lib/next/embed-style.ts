import { createHash } from "node:crypto";

/** How a card looks in somebody else's page: the one sheet that its policy lets in, and that policy. Its fonts are those of the reader's device. */
export const EMBED_STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#f8f9f6,#121614);--ink:light-dark(#17201c,#e7ebe6);--ink-2:light-dark(#4b5751,#b0bab4);
--rule:light-dark(#d3d9d0,#39423d);--accent:light-dark(#0b5b4b,#86d0bb);--reported:light-dark(#2458a6,#8fb8f2);
--unsourced:light-dark(#a8480a,#f2a65a);--opinion:light-dark(#8c2f5e,#efa1c4);--danger:light-dark(#a3213a,#ff9fac)}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:0.9375rem/1.4 "Source Sans 3","Noto Sans Arabic","Segoe UI",system-ui,sans-serif}
main{border:1px solid var(--rule);padding:1rem;min-block-size:100vh;overflow-wrap:anywhere}
p,h1,svg{margin-block-end:.5rem}
h1{font:400 1.1875rem/1.45 "Source Serif 4","Noto Naskh Arabic",Charter,Georgia,serif}
.kicker,.foot{color:var(--ink-2)}
/* In sight where the frame is too low for all of it. */
.more{position:sticky;inset-block-end:0;background:var(--paper);padding-block:.5rem;margin-block-end:-.5rem}
a{color:var(--accent)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg{display:block;inline-size:100%;stroke:var(--ink);fill:none}
.alarm,.corrected{border-inline-start:4px solid var(--danger);padding-inline-start:.75rem}
.alarm{font-weight:600;color:var(--danger)}
[data-tone=reported]{--tone:var(--reported)}[data-tone=unsourced]{--tone:var(--unsourced)}
[data-tone=opinion]{--tone:var(--opinion)}[data-tone=plain]{--tone:var(--ink-2)}
path[data-tone]{stroke:var(--tone)}
.label b{color:var(--tone)}
.line{text-decoration:underline var(--tone);text-decoration-skip-ink:none;text-underline-offset:.28em}
.line[data-line=reported]{text-decoration-style:solid;text-decoration-thickness:1px}
.line[data-line=unnamed]{text-decoration-style:dashed;text-decoration-thickness:1.5px}
.line[data-line=unsourced]{text-decoration-style:wavy;text-decoration-thickness:1.5px}
.line[data-line=opinion]{text-decoration-style:dotted;text-decoration-thickness:2.5px}
@media(forced-colors:active){.line{text-decoration-color:CanvasText}path[data-tone]{stroke:CanvasText}}
`;

const digest = createHash("sha256").update(EMBED_STYLE).digest("base64");

/**
 * The policy of a card: any site may frame it, nothing in it runs or is loaded, and it is in a sandbox of its own even where the frame around it
 * has none: it can open a link beside the page, and nothing else. Source: W3C Content Security Policy Level 3.
 */
export const EMBED = [
  "default-src 'none'",
  `style-src 'sha256-${digest}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "frame-ancestors *",
].join("; ");
