"use client";

import type { ComponentProps } from "react";
import { Combobox } from "#components/ui/combobox";
import { MOST_TAGGED, TOPIC_SEARCH_LENGTH, type TopicRow } from "#lib/domain/topics";
import { isCount, isOrNull, isRecordOf, isText } from "#lib/text/plain-data";
import * as words from "#lib/words";

const { row, tags } = words.topicTags;

const isTopic = isRecordOf<TopicRow>({
  id: isText,
  name: isText,
  definition: isOrNull(isText),
  pages: isCount,
  claims: isCount,
});

const SAID = { known: tags.known, count: tags.count, none: tags.noneKnown };

type Props = Omit<
  ComponentProps<typeof Combobox<TopicRow>>,
  "address" | "isChoice" | "said" | "about" | "maxLength"
>;

/** A field in which the name of a topic is typed, with those that are called like it. */
export function TopicCombobox(props: Props) {
  return (
    <Combobox
      {...props}
      maxLength={TOPIC_SEARCH_LENGTH}
      address="/desk/topics/choices"
      isChoice={isTopic}
      said={SAID}
      about={aboutTopic}
    />
  );
}

/** How much has the topic, and what belongs to it. */
function aboutTopic({ definition, pages, claims }: TopicRow): string {
  const counts = row.counts(pages, claims, MOST_TAGGED);
  return definition === null ? counts : `${counts}. ${definition}`;
}
