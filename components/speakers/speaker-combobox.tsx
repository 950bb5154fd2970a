"use client";

import type { ComponentProps } from "react";
import { Combobox } from "#components/ui/combobox";
import { SPEAKER_KINDS } from "#lib/domain/labels";
import { SPEAKER_SEARCH_LENGTH, type SpeakerRow } from "#lib/domain/speaker-desk";
import { isCount, isOneOf, isOrNull, isRecordOf, isText } from "#lib/text/plain-data";
import * as words from "#lib/words";
import { speakerWords } from "#lib/words/speaker-words";

const isSpeaker = isRecordOf<SpeakerRow>({
  id: isText,
  name: isText,
  kind: isOneOf(SPEAKER_KINDS),
  role: isOrNull(isText),
  statements: isCount,
  pages: isCount,
  lastPage: isOrNull(isText),
});

type Props = Omit<
  ComponentProps<typeof Combobox<SpeakerRow>>,
  "address" | "isChoice" | "said" | "about" | "maxLength"
> & { readonly maxLength?: number };

/** A field in which a name is typed, with the speakers that are called like it. */
export function SpeakerCombobox({ maxLength = SPEAKER_SEARCH_LENGTH, ...props }: Props) {
  return (
    <Combobox
      {...props}
      maxLength={maxLength}
      address="/desk/speakers/choices"
      isChoice={isSpeaker}
      said={words.speaker.choose}
      about={speakerWords}
    />
  );
}
