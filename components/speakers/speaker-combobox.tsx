"use client";

import type { ComponentProps } from "react";
import { z } from "zod";
import { Combobox } from "#components/ui/combobox";
import { SpeakerKind } from "#lib/domain/labels";
import { SPEAKER_SEARCH_LENGTH, type SpeakerRow } from "#lib/domain/speaker-desk";
import * as words from "#lib/words";
import { speakerWords } from "#lib/words/speaker-words";

const Choices = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    kind: SpeakerKind,
    role: z.string().nullable(),
    statements: z.number(),
    pages: z.number(),
    lastPage: z.string().nullable(),
  }),
);

type Props = Omit<
  ComponentProps<typeof Combobox<SpeakerRow>>,
  "address" | "shape" | "said" | "about" | "maxLength"
> & { readonly maxLength?: number };

/** A field in which a name is typed, with the speakers that are called like it. */
export function SpeakerCombobox({ maxLength = SPEAKER_SEARCH_LENGTH, ...props }: Props) {
  return (
    <Combobox
      {...props}
      maxLength={maxLength}
      address="/desk/speakers/choices"
      shape={Choices}
      said={words.speakers.choose}
      about={speakerWords}
    />
  );
}
