"use client";

import { useState } from "react";
import { SpeakerCombobox } from "#components/speakers/speaker-combobox";
import { Combobox } from "#components/ui/combobox";
import { MOST_PAGES_COUNTED, PUBLISHER_KINDS, type PublisherRow } from "#lib/domain/publishers";
import { FILTER_LENGTH } from "#lib/domain/queue-search";
import { isCount, isOneOf, isOrNull, isRecordOf, isText } from "#lib/text/plain-data";
import * as words from "#lib/words";

const said = words.queueList;

/** Filters in which a name is typed, with what is known by such names below. Without a script each is a field like any other. */

interface Props {
  /** As the address has it; empty where nothing is asked. */
  readonly value: string;
}

export function SpeakerFilter({ value }: Props) {
  const [name, setName] = useState(value);
  return (
    <SpeakerCombobox
      id="queue-speaker"
      name="speaker"
      label={said.filters.speaker}
      hint={said.speakerHint}
      value={name}
      onText={setName}
      onChoose={(chosen) => setName(chosen.name)}
    />
  );
}

const isPublisher = isRecordOf<PublisherRow>({
  id: isText,
  name: isText,
  kind: isOrNull(isOneOf(PUBLISHER_KINDS)),
  pages: isCount,
});

export function PublisherFilter({ value }: Props) {
  const [name, setName] = useState(value);
  return (
    <Combobox
      id="queue-publisher"
      name="publisher"
      label={said.filters.publisher}
      hint={said.publisherHint}
      address="/desk/publishers/choices"
      isChoice={isPublisher}
      said={said.publishers}
      about={({ pages }) => words.publishers.counts(pages, MOST_PAGES_COUNTED)}
      maxLength={FILTER_LENGTH}
      value={name}
      onText={setName}
      onChoose={(chosen) => setName(chosen.name)}
    />
  );
}
