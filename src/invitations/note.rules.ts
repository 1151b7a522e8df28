import { InvalidInput } from '../errors';
import { checkedText } from '../members/text.rules';
import type { Policy } from '../policy';

type Path = readonly string[];
const INPUT: Path = ['input'];

/** What mail programs and chats turn into links: anything with a scheme or "www.", and names under the busiest domains. */
const LINK =
  /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|dev|co|me|app|ai|info|biz)\b(?:\/\S*)?/giu;

/** A note as it is stored: NFC, trimmed, null when empty. Throws `InvalidInput` that says what is wrong with it. */
export function checkedNote(note: string | null | undefined, policy: Policy, place: Path = INPUT): string | null {
  const path = [...place, 'note'];
  const text = checkedText(note ?? null, path, { most: policy.noteMaxLength, prose: true });
  const links = text?.match(LINK)?.length ?? 0;
  if (links > policy.noteMaxLinks)
    throw new InvalidInput(path, `At most ${policy.noteMaxLinks} link(s) are allowed in a note.`);
  return text;
}

/** The context of a reason ("Kafka meetup, Lisbon, May 2026") as it is stored. */
export function checkedContext(context: string | null | undefined, policy: Policy, place: Path = INPUT): string | null {
  return checkedText(context ?? null, [...place, 'context'], { most: policy.contextMaxLength });
}
