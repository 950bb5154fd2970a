import { readFileSync, existsSync, readdirSync, statSync } from "node:fs";
import { parseSync } from "oxc-parser";
import path from "node:path";
const roots = process.argv.slice(2);
const resolve = (from, s) => {
  let b = s.startsWith("#") ? s.slice(1) : s.startsWith(".") ? path.join(path.dirname(from), s) : null;
  if (!b) return null;
  for (const e of [".ts", ".tsx", ""]) if (existsSync(b+e) && statSync(b+e).isFile()) return b+e;
  return null;
};
const walk = d => readdirSync(d).flatMap(n => { const p = d+"/"+n; return statSync(p).isDirectory() ? walk(p) : [p]; });
const start = roots.flatMap(r => statSync(r).isDirectory() ? walk(r) : [r]).filter(p => /(?<!\.test)\.tsx?$/.test(p));
const queue = start.map(p => [p, null]); const via = new Map(); const all = new Map();
const keysOf = (pat) => pat.properties.filter(e=>e.type==="Property").map(e => [e.key.name, e.value]);
while (queue.length) {
  const [p, from] = queue.shift();
  if (via.has(p) || p.startsWith("lib/words/english") || p === "lib/words.ts" || p.startsWith("lib/db/generated")) continue;
  via.set(p, from);
  const src = readFileSync(p, "utf8");
  const { program } = parseSync(p, src);
  const uses = new Set();
  const flat = (pre, pat) => { for (const [k, v] of keysOf(pat)) { const vv = v.type==="AssignmentPattern"?v.left:v; if (vv.type === "ObjectPattern") flat([...pre, k], vv); else uses.add([...pre, k].join(".")); } };
  const chainOf = n => { const c = []; while (n.type === "MemberExpression" && !n.computed) { c.unshift(n.property.name); n = n.object; } return n.type === "Identifier" && n.name === "words" ? c : null; };
  const visit = (n) => {
    if (!n || typeof n !== "object") return;
    if (Array.isArray(n)) return n.forEach(visit);
    if (n.type === "VariableDeclarator" && n.init && n.id.type === "ObjectPattern") {
      const c = n.init.type === "Identifier" && n.init.name === "words" ? [] : chainOf(n.init);
      if (c) { flat(c, n.id); return; }
    }
    if (n.type === "AssignmentPattern" && n.right.type === "Identifier" && n.right.name === "words" && n.left.type === "ObjectPattern") { for (const [k] of keysOf(n.left)) uses.add(k + ":D"); return; }
    const c = chainOf(n);
    if (c && c.length) { uses.add(c.join(".")); return; }
    for (const k in n) if (k !== "type") visit(n[k]);
  };
  visit(program.body);
  if (uses.size) all.set(p, [...uses]);
  for (const st of program.body) {
    const typeOnly = (st.importKind === "type" || st.exportKind === "type" || (st.specifiers?.length && st.specifiers.every(s => s.importKind === "type")));
    if (st.source && !typeOnly) { const r = resolve(p, st.source.value); if (r) queue.push([r, p]); }
  }
  for (const m of src.matchAll(/import\("(#[^"]+)"\)/g)) { const r = resolve(p, m[1]); if (r) queue.push([r, p]); }
}
const by = {};
for (const [p, us] of all) for (const u of us) (by[u] ??= []).push(p);
for (const k of Object.keys(by).sort()) console.log(k, "\t", by[k].join(" "));
console.log(via.size, "modules");
for (const v of (process.env.VIA ?? "").split(" ")) { let p = v; while (p) { console.log("  via", p); p = via.get(p);} }
