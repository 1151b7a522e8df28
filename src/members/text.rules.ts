import { InvalidInput } from '../errors';

/** What a text may be. Lengths are code points after NFC. */
export interface TextRule {
  readonly most: number;
  /** Whether line breaks, tabs and the joiners of Persian and Indic scripts are welcome: for prose, not for names. */
  readonly prose?: boolean;
}

type Path = readonly string[];

/**
 * Characters that are not what they seem: controls, bidi overrides, zero-width and tag characters, lone surrogates, private
 * use, separators of lines, and letters that show nothing.
 */
const DECEPTIVE =
  /\u{34f}|\u{17b4}|\u{17b5}|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}]/u;
/** Nobody's name needs more marks on one letter; towers of them cover the lines around. */
const TOWER = /\p{M}{9}/u;
/** The joiner within an emoji made of several, which is visible after all. */
const EMOJI_JOINER =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f})\u{200d}(?=\p{Extended_Pictographic})/gu;
const PROSE_ONLY = /[\n\t\u{200c}\u{200d}]/gu;

/** The text in NFC without blanks around it, or null when nothing is left. Throws `InvalidInput` naming `path`. */
export function checkedText(value: string | null, path: Path, { most, prose = false }: TextRule): string | null {
  const text = (value ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim();
  const visible = (prose ? text.replace(PROSE_ONLY, '') : text).replace(EMOJI_JOINER, '');
  if (DECEPTIVE.test(visible) || TOWER.test(text))
    throw new InvalidInput(path, 'Control, invisible and direction-changing characters are not allowed here.');
  if (lengthOf(text) > most) throw new InvalidInput(path, `At most ${most} characters are allowed here.`);
  return text === '' ? null : text;
}

/** The same for a text that must not be blank. */
export function requiredText(value: string | null, path: Path, rule: TextRule): string {
  const text = checkedText(value, path, rule);
  if (text === null) throw new InvalidInput(path, 'This must not be empty.');
  return text;
}

/** An absolute address of the web, or null. */
export function checkedUrl(value: string | null, path: Path, rule: TextRule): string | null {
  const text = checkedText(value, path, rule);
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const web = url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  if (!web || /\s/.test(text))
    throw new InvalidInput(path, 'This must be an address that begins with https:// or http://.');
  return text;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
