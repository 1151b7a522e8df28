import { registerEnumType } from 'type-graphql';
import { PURPOSES } from './purpose';

export const PurposeEnum = Object.fromEntries(Object.keys(PURPOSES).map((name) => [name, name]));

registerEnumType(PurposeEnum, {
  name: 'Purpose',
  description: 'What one member can be to another beyond an acquaintance. Purposes are added over time.',
  valuesConfig: Object.fromEntries(Object.entries(PURPOSES).map(([name, description]) => [name, { description }])),
});
