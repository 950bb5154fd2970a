import type { FeatureList } from "#lib/models/features";
import { mix } from "#lib/models/hash";
import { NO_WORD, type ParseState } from "./parse-state";
import { NO_TAG } from "./tagger";

function least(value: number, cap: number): number {
  return value < cap ? value : cap;
}

/** `list[i]`, or `none` where there is no such token. No closure: this runs for every move. */
function linked(list: Int32Array, i: number, none: number): number {
  return i < 0 ? none : (list[i] ?? none);
}

/** The features of the next move (after Zhang & Nivre 2011, for the arc-hybrid system). */
export function moveFeatures(list: FeatureList, s: ParseState): void {
  list.clear();
  wordFeatures(list, s);
  treeFeatures(list, s);
}

/** The words and tags on top of the stack and at the front of the buffer. */
function wordFeatures(list: FeatureList, s: ParseState): void {
  const s0 = s.depth > 0 ? (s.stack[s.depth - 1] ?? -1) : -1;
  const s1 = s.depth > 1 ? (s.stack[s.depth - 2] ?? -1) : -1;
  const s2 = s.depth > 2 ? (s.stack[s.depth - 3] ?? -1) : -1;
  const end = s.length + 1;
  const b0 = s.next < end ? s.next : -1;
  const b1 = s.next + 1 < end ? s.next + 1 : -1;
  const b2 = s.next + 2 < end ? s.next + 2 : -1;
  const ws0 = linked(s.words, s0, NO_WORD);
  const ws1 = linked(s.words, s1, NO_WORD);
  const wb0 = linked(s.words, b0, NO_WORD);
  const wb1 = linked(s.words, b1, NO_WORD);
  const ts0 = linked(s.tags, s0, NO_TAG);
  const ts1 = linked(s.tags, s1, NO_TAG);
  const ts2 = linked(s.tags, s2, NO_TAG);
  const tb0 = linked(s.tags, b0, NO_TAG);
  const tb1 = linked(s.tags, b1, NO_TAG);
  const tb2 = linked(s.tags, b2, NO_TAG);
  list.one(1, 0);
  list.one(2, ws0);
  list.one(3, wb0);
  list.one(4, ws1);
  list.one(5, wb1);
  list.one(6, linked(s.words, b2, NO_WORD));
  list.two(7, ws0, ts0);
  list.two(8, wb0, tb0);
  list.two(9, ts0, tb0);
  list.two(10, ws0, wb0);
  list.three(11, ws0, ts0, tb0);
  list.three(12, ts0, wb0, tb0);
  list.two(13, ws0, tb0);
  list.two(14, ts0, wb0);
  list.three(15, tb0, tb1, tb2);
  list.three(16, ts0, tb0, tb1);
  list.three(17, ts1, ts0, tb0);
  list.three(18, ts2, ts1, ts0);
  list.two(19, ws1, ws0);
  list.two(20, ts1, ts0);
  list.three(21, ts1, ws0, tb0);
  list.three(22, ts1, ts0, wb0);
  list.two(23, ws1, wb0);
  list.three(24, ws1, ts0, tb0);
}

/** The children found so far, how far apart both places are, and longer stretches of tags. */
function treeFeatures(list: FeatureList, s: ParseState): void {
  const s0 = s.depth > 0 ? (s.stack[s.depth - 1] ?? -1) : -1;
  const s1 = s.depth > 1 ? (s.stack[s.depth - 2] ?? -1) : -1;
  const s2 = s.depth > 2 ? (s.stack[s.depth - 3] ?? -1) : -1;
  const end = s.length + 1;
  const b0 = s.next < end ? s.next : -1;
  const b1 = s.next + 1 < end ? s.next + 1 : -1;
  const b2 = s.next + 2 < end ? s.next + 2 : -1;
  const gap = s0 < 0 || b0 < 0 ? 0 : least(b0 - s0, 7);
  const left0 = s0 < 0 ? 0 : least(s.leftCount[s0] ?? 0, 4);
  const right0 = s0 < 0 ? 0 : least(s.rightCount[s0] ?? 0, 4);
  const leftB = b0 < 0 ? 0 : least(s.leftCount[b0] ?? 0, 4);
  const ws0 = linked(s.words, s0, NO_WORD);
  const ws1 = linked(s.words, s1, NO_WORD);
  const wb0 = linked(s.words, b0, NO_WORD);
  const wb1 = linked(s.words, b1, NO_WORD);
  const ts0 = linked(s.tags, s0, NO_TAG);
  const ts1 = linked(s.tags, s1, NO_TAG);
  const ts2 = linked(s.tags, s2, NO_TAG);
  const tb0 = linked(s.tags, b0, NO_TAG);
  const tb1 = linked(s.tags, b1, NO_TAG);
  const tb2 = linked(s.tags, b2, NO_TAG);
  const s0l = linked(s.leftmost, s0, -1);
  const s0r = linked(s.rightmost, s0, -1);
  const s1r = linked(s.rightmost, s1, -1);
  const b0l = linked(s.leftmost, b0, -1);
  list.three(25, ts0, linked(s.tags, s0l, NO_TAG), tb0);
  list.three(26, ts0, linked(s.tags, s0r, NO_TAG), tb0);
  list.three(27, ts0, tb0, linked(s.tags, b0l, NO_TAG));
  list.three(28, ts0, linked(s.tags, s0l, NO_TAG), linked(s.tags, linked(s.left2, s0, -1), NO_TAG));
  list.three(29, ts0, linked(s.tags, s0r, NO_TAG), linked(s.tags, linked(s.right2, s0, -1), NO_TAG));
  list.three(30, ts1, linked(s.tags, s1r, NO_TAG), ts0);
  list.three(31, tb0, linked(s.tags, b0l, NO_TAG), linked(s.tags, linked(s.left2, b0, -1), NO_TAG));
  list.three(32, ts0, tb0, gap);
  list.three(33, ws0, wb0, gap);
  list.two(34, ws0, left0);
  list.two(35, ws0, right0);
  list.two(36, ts0, left0);
  list.two(37, ts0, right0);
  list.two(38, wb0, leftB);
  list.two(39, tb0, leftB);
  list.three(40, linked(s.words, s0r, NO_WORD), ts0, tb0);
  list.three(41, linked(s.words, b0l, NO_WORD), tb0, ts0);
  list.two(42, gap, ts0);
  list.three(43, ws0, tb0, tb1);
  list.two(44, wb0, wb1);
  list.three(45, ts0, ts1, linked(s.tags, s0r, NO_TAG));
  list.two(46, linked(s.words, s1r, NO_WORD), ws0);
  list.three(47, mix(ts1, ts0), tb0, tb1);
  list.three(48, mix(ts2, ts1), ts0, tb0);
  list.three(49, ws0, mix(linked(s.tags, s0r, NO_TAG), right0), tb0);
  list.three(50, ws1, mix(ts0, linked(s.tags, s1r, NO_TAG)), tb0);
  list.three(51, mix(ts0, tb0), mix(tb1, tb2), gap);
  list.two(52, linked(s.words, s2, NO_WORD), mix(ts1, ts0));
}

/** -1 for a token after the last one. */
function upTo(i: number, last: number): number {
  return i > last ? -1 : i;
}

/** The features of the relation between `child` and its head, once the whole tree stands. */
export function relationFeatures(list: FeatureList, s: ParseState, child: number): void {
  const n = s.length;
  const head = s.heads[child] ?? n;
  const side = head >= n ? 2 : head < child ? 0 : 1;
  const wc = linked(s.words, upTo(child, n), NO_WORD);
  const wh = linked(s.words, upTo(head, n), NO_WORD);
  const tc = linked(s.tags, upTo(child, n), NO_TAG);
  const th = linked(s.tags, upTo(head, n), NO_TAG);
  const pair = mix(th, side);
  const left = s.leftmost[child] ?? -1;
  const right = s.rightmost[child] ?? -1;
  const headLeft = s.leftmost[head] ?? -1;
  const headRight = s.rightmost[head] ?? -1;
  const grand = head < n ? (s.heads[head] ?? n) : -1;
  list.clear();
  list.one(1, side);
  list.two(2, wc, side);
  list.two(3, wh, side);
  list.two(4, tc, pair);
  list.two(5, wc, wh);
  list.two(6, wc, pair);
  list.three(7, tc, wh, side);
  list.three(8, tc, pair, least(Math.abs(head - child), 6));
  list.three(9, tc, linked(s.tags, upTo(left, n), NO_TAG), side);
  list.two(10, linked(s.words, upTo(left, n), NO_WORD), pair);
  list.three(11, linked(s.words, upTo(left, n), NO_WORD), tc, side);
  list.three(12, tc, linked(s.tags, upTo(child - 1, n), NO_TAG), pair);
  list.three(13, tc, linked(s.tags, upTo(child + 1, n), NO_TAG), pair);
  list.three(14, least(s.leftCount[head] ?? 0, 4), tc, pair);
  list.three(15, linked(s.words, upTo(child + 1, n), NO_WORD), tc, th);
  list.three(16, linked(s.words, upTo(child - 1, n), NO_WORD), tc, th);
  list.three(17, linked(s.tags, upTo(right, n), NO_TAG), tc, pair);
  list.three(18, linked(s.tags, upTo(left, n), NO_TAG), mix(tc, th), linked(s.tags, upTo(right, n), NO_TAG));
  list.three(19, headLeft === child ? 99 : linked(s.tags, upTo(headLeft, n), NO_TAG), tc, pair);
  list.three(20, headRight === child ? 99 : linked(s.tags, upTo(headRight, n), NO_TAG), tc, pair);
  list.three(21, linked(s.tags, upTo(grand, n), NO_TAG), tc, pair);
  list.three(22, linked(s.words, upTo(s.left2[child] ?? -1, n), NO_WORD), tc, th);
  list.three(23, linked(s.words, upTo(head - 1, n), NO_WORD), tc, pair);
  list.three(24, linked(s.tags, upTo(head + 1, n), NO_TAG), tc, pair);
  list.three(25, wh, tc, headLeft === child ? 99 : linked(s.tags, upTo(headLeft, n), NO_TAG));
  list.three(26, linked(s.words, upTo(left, n), NO_WORD), wh, tc);
}
