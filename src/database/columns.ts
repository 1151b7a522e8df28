import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/** MySQL's driver delivers 64-bit integers of entities as text; ours stay below 2^53 and are numbers everywhere. */
const transformer = {
  from: (value: string | number | null) => (value === null ? null : Number(value)),
  to: (value: number | null) => value,
};

/** An integer below 2^53: an id, a count, or a time in epoch milliseconds. */
export const Integer = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer, ...options });

export const NullableInteger = (options: ColumnOptions = {}): PropertyDecorator =>
  Integer({ nullable: true, ...options });

export const PrimaryInteger = (name?: string): PropertyDecorator =>
  PrimaryColumn({ type: 'bigint', transformer, ...(name === undefined ? {} : { name }) });

/** Text of at most `length` characters. */
export const Varchar = (length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...options });

export const NullableVarchar = (length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Varchar(length, { nullable: true, ...options });

export const NullableText = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'text', nullable: true, ...options });
