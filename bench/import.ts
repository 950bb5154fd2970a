/**
 * Speed of taking pages in: `node --import tsx bench/import.ts [whole|store]`.
 *
 * `whole`: the command `import` on 2,000 made pages, against `analyse --jsonl` on the same ones with as many processes, turn by
 * turn; pages a second, processor time a page (the database's included), and their ratios. `store`: storing pages that are
 * analysed already, at 1,000, 10,000 and 100,000 pages; the cost of one should stay what it is. Wants Linux for the processor
 * times.
 */
import { storeGrowth } from "./import/stored";
import { wholeImport } from "./import/whole";

const asked = process.argv[2];
if (asked !== "store") await wholeImport(2000, 2);
if (asked !== "whole") await storeGrowth([1_200, 10_000, 100_000]);
