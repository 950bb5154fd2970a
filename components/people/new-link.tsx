import { ShownOnce } from "#components/ui/shown-once";
import * as words from "#lib/words";

const { linkFor, linkNote, ...say } = words.people.invite;

interface Props {
  readonly link: string;
  /** Whom it is for: a name or an address. */
  readonly who: string;
  readonly onDone: () => void;
}

/** A link that is shown once. */
export function NewLink({ link, who, onDone }: Props) {
  return <ShownOnce value={link} label={linkFor(who)} say={{ ...say, note: linkNote }} onDone={onDone} />;
}
