import { words } from "#lib/domain/words";

export default function Home() {
  return <h1 className="answer">{words.common.tagline}</h1>;
}
