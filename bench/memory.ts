/**
 * Memory of the engine: `npx tsx bench/memory.ts FILE`, with texts as a JSON array. A process of its own, that reads them
 * one after the other and prints the highest memory that it has held, in bytes.
 */
import { readFileSync } from "node:fs";
import { analyse } from "#lib/pipeline/analyse";

const texts = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as string[]; // written by bench/engine.ts
for (const content of texts) analyse({ format: "text", content, url: null, publisher: null });
console.log(process.resourceUsage().maxRSS * 1024);
