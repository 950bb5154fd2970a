import { detached } from "./detached";

const MOST_LINES = 2048;
const LONGEST_LINE = 1000;

/**
 * `read`, which must depend on its line alone, with its last answers kept: several stages ask the same of the same lines.
 * Memory is bounded: long lines are read each time, and when `most` are kept all are dropped.
 */
export function remembered<T>(read: (line: string) => T, most = MOST_LINES): (line: string) => T {
  const known = new Map<string, T>();
  return (line) => {
    if (line.length > LONGEST_LINE) return read(line);
    const before = known.get(line);
    if (before !== undefined) return before;
    const answer = read(line);
    if (known.size >= most) known.clear();
    known.set(detached(line), answer);
    return answer;
  };
}
