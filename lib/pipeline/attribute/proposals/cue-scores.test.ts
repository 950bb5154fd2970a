import { expect, test } from "vitest";
import { loadTable, readManifest } from "#lib/models/model-file";
import { loadReader } from "#lib/models/reader-file";
import { attributionEngine } from "#lib/pipeline/attribute/engine";
import { SpanContext } from "#lib/pipeline/attribute/words/span-context";
import { WordReader } from "#lib/pipeline/attribute/words/word-reader";
import { CueFeatures, regionOf } from "./cue-features";
import { CueScores } from "./cue-scores";

const TEXT = `Maria Lopez said on Monday that crime had halved since 2010, and that the police “deserve thanks”.

“We will not pay,” Finance Minister Omar Haddad told reporters. “Nobody will. The banks know it.” He added: “Ask them.”

According to Eurostat, prices rose by four percent; the ministry, which denies it, announced a study. Critics say it is late.`;

test("groups that were summed before give what all features of a token give", () => {
  const manifest = readManifest();
  const cues = loadTable(manifest, "cues").table;
  const { page } = attributionEngine().read(TEXT);
  const context = new SpanContext(page);
  const { model, vocabulary } = loadReader(manifest);
  const { reading, candidates } = new WordReader(model, vocabulary).read(context);
  expect(candidates.length).toBeGreaterThan(4);
  const features = new CueFeatures(cues.bits);
  const scores = new CueScores(cues, new CueFeatures(cues.bits));
  for (let round = 0; round < 2; round++) {
    features.open(context, reading, candidates);
    scores.open(context, reading, candidates);
    for (const candidate of candidates) {
      features.turnTo(candidate);
      scores.turnTo(candidate);
      const { from, to } = regionOf(context, candidate);
      for (let i = from; i < to; i++) {
        const all = new Float64Array(cues.classes);
        features.read(i);
        cues.add(features.list.ids, 0, features.list.count, all, 0);
        const grouped = new Float64Array(cues.classes);
        scores.add(i, grouped, 0);
        expect([i, ...grouped]).toEqual([i, ...all]);
      }
    }
  }
});
