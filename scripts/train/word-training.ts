import { WORD_TABLE } from "#lib/pipeline/segment/classifier/word-features";
import type { WordModel } from "#lib/pipeline/segment/classifier/word-model";
import { softmax } from "#lib/pipeline/segment/classifier/word-model";
import { randomFrom } from "./random";

/** Multinomial logistic regression over hashed words by AdaGrad, weights rounded to bytes. */
export function trainWords(
  rows: readonly Int32Array[],
  labels: Uint8Array,
  weights: Float64Array,
  options: { types: number; epochs: number; seed: number },
): WordModel {
  const { types, epochs } = options;
  const table = new Float32Array(WORD_TABLE * types);
  const squares = new Float32Array(WORD_TABLE * types).fill(0.1);
  const bias = new Array<number>(types).fill(0);
  const random = randomFrom(options.seed);
  const order = Int32Array.from(rows, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      const kept = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = kept;
    }
    for (const at of order) {
      const row = rows[at] ?? new Int32Array();
      const norm = 1 / Math.sqrt(Math.max(1, row.length));
      const scores = bias.slice();
      for (const place of row)
        for (let t = 0; t < types; t += 1)
          scores[t] = (scores[t] ?? 0) + (table[place * types + t] ?? 0) * norm;
      const chances = softmax(scores);
      for (let t = 0; t < types; t += 1) {
        const error = ((chances[t] ?? 0) - (labels[at] === t ? 1 : 0)) * (weights[at] ?? 1);
        if (Math.abs(error) < 1e-4) continue;
        bias[t] = (bias[t] ?? 0) - 0.01 * error;
        for (const place of row) {
          const k = place * types + t;
          const step = error * norm + 2e-5 * (table[k] ?? 0);
          squares[k] = (squares[k] ?? 0) + step * step;
          table[k] = (table[k] ?? 0) - (0.35 * step) / Math.sqrt(squares[k] ?? 1);
        }
      }
    }
  }
  const sorted = Float32Array.from(table, Math.abs).sort();
  const scale = Math.max(1e-6, (sorted[Math.floor(sorted.length * 0.9995)] ?? 1) / 127);
  const whole = Int8Array.from(table, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))));
  return { weights: whole, scale, bias };
}
