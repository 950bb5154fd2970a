"use client";

import type { ComponentProps } from "react";
import { z } from "zod";
import { Combobox } from "#components/ui/combobox";
import { MOST_TAGGED, TOPIC_SEARCH_LENGTH, type TopicRow } from "#lib/domain/topics";
import * as words from "#lib/words";

const { row, tags } = words.topics;

const Choices = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    definition: z.string().nullable(),
    pages: z.number(),
    claims: z.number(),
  }),
);

const SAID = { known: tags.known, count: tags.count, none: tags.noneKnown };

type Props = Omit<
  ComponentProps<typeof Combobox<TopicRow>>,
  "address" | "shape" | "said" | "about" | "maxLength"
>;

/** A field in which the name of a topic is typed, with those that are called like it. */
export function TopicCombobox(props: Props) {
  return (
    <Combobox
      {...props}
      maxLength={TOPIC_SEARCH_LENGTH}
      address="/desk/topics/choices"
      shape={Choices}
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
