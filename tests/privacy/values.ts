import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Dice } from './dice';
import type { Memory } from './memory';

const DAY = 86_400_000;

/** From what somebody fills in the arguments of what they ask. */
export interface Resources {
  readonly memory: Memory;
  readonly now: number;
  /** What one can search for. */
  readonly words: readonly string[];
  /** What one takes for the address of the one who may say no. */
  readonly address: string;
}

/** Draws a value for an argument or a field of an input; undefined leaves it out. The name says what kind of text or id it is. */
export function draw(dice: Dice, type: GraphQLInputType, name: string, from: Resources): unknown {
  if (isNonNullType(type)) return drawn(dice, type.ofType, name, from);
  return dice.once(2) ? undefined : drawn(dice, type, name, from);
}

function drawn(dice: Dice, type: GraphQLInputType, name: string, from: Resources): unknown {
  if (isNonNullType(type)) return drawn(dice, type.ofType, name, from);
  if (isListType(type))
    return Array.from({ length: 1 + dice.below(3) }, () => drawn(dice, type.ofType, name.replace(/s$/, ''), from));
  if (isEnumType(type)) return dice.of(type.getValues())?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [
        field.name,
        isRequiredInputField(field)
          ? drawn(dice, field.type, field.name, from)
          : draw(dice, field.type, field.name, from),
      ]),
    );
  switch (type.name) {
    case 'Boolean':
      return dice.once(2);
    case 'Int':
      return 1 + dice.below(4);
    case 'ID':
      return dice.of(idsFor(name, from.memory)) ?? 'nobody';
    case 'Cursor':
      return dice.of(from.memory.seen('Cursor'));
    case 'DateTime':
      return new Date(from.now + dice.below(60) * DAY - 10 * DAY).toISOString();
    case 'PartialDate':
      return '2020-05';
    default:
      return text(dice, name, from);
  }
}

function idsFor(name: string, memory: Memory): readonly string[] {
  const kind = /(member|recipient|invitation)/i.exec(name)?.[1]?.toLowerCase();
  if (kind === undefined) return memory.ids;
  return memory.seen(kind === 'invitation' ? 'Invitation' : 'Member');
}

function text(dice: Dice, name: string, { memory, words, address }: Resources): string | undefined {
  switch (name) {
    case 'after':
    case 'before':
      return dice.of(memory.seen('page'));
    case 'handle':
      return dice.of(memory.seen('handle'));
    case 'idempotencyKey':
      return dice.once(3) ? `key ${dice.below(3)}` : undefined;
    case 'recipientEmail':
      return dice.once(3) ? address : undefined;
    default:
      return dice.of(words);
  }
}
