import { READER_LABELS, SOURCINGS } from "#lib/domain/labels";
import * as words from "#lib/words";

const say = words.guideline.first;

/** A guideline to begin with, made of what help in place says of each kind of source and each label. */
export function firstGuideline(): string {
  const help = words.help;
  const terms = words.terms;
  const labels = words.labels;
  const section = (name: string, code: string, parts: readonly string[]) =>
    [`## ${name} \`${code}\``, ...parts].join("\n\n");
  const cases = (example: string, { but, since }: { readonly but: string; readonly since: string }) => [
    `**${help.example}** “${example}”`,
    `**${help.but}** “${but}” ${since}`,
  ];
  return [
    say.text,
    `# ${help.sourcing}`,
    ...SOURCINGS.map((code) => {
      const { editor, meaning } = terms.sourcing[code];
      const own = help.cases.sourcing[code];
      return section(editor, code, [meaning, ...cases(own.example, own)]);
    }),
    `# ${help.labels}`,
    ...READER_LABELS.map((code) => {
      const { badge, meaning, example } = labels[code];
      return section(badge, code, [meaning, ...cases(example.text, help.cases.labels[code])]);
    }),
  ].join("\n\n");
}
