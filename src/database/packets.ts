import type { QueryRunner } from 'typeorm';
import type { SqlValue } from './database';

/** What mysql2 answers: rows, or how many were changed. */
type Answer = unknown[] & { readonly affectedRows?: number };

interface Asked {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

const WITHOUT_ANSWER = { parameters: [], resolve: () => {}, reject: () => {} } as const;

/** In one packet. Servers take packets of 16 MB, unless told otherwise. */
const MOST_VALUES = 20_000;

/**
 * The statements of one transaction, in the order in which they are asked. Those that do not wait for one another go in one packet:
 * while locks are held, each round trip is one that everybody else waits for. After one that fails none runs any more,
 * since the database may have undone the transaction, or only the statement.
 */
export class Packets {
  private readonly waiting: Asked[] = [];
  private sending = false;
  private over: { readonly why: unknown } | undefined;

  constructor(
    private readonly runner: QueryRunner,
    /** Most statements in a packet. */
    private readonly most: number,
    /** What begins the transaction, unless it has begun: goes along with what is asked first. */
    private begin?: string,
  ) {}

  get begun(): boolean {
    return this.begin === undefined;
  }

  ask(text: string, parameters: readonly SqlValue[]): Promise<Answer> {
    if (this.over) return Promise.reject(this.over.why);
    if (this.waiting.length === 0 && !this.sending) queueMicrotask(() => void this.sendAll());
    if (this.begin !== undefined) this.waiting.push({ text: this.begin, ...WITHOUT_ANSWER });
    this.begin = undefined;
    return new Promise((resolve, reject) => this.waiting.push({ text, parameters, resolve, reject }));
  }

  /** What has been asked is all there is. Throws when something of it failed, or nobody has waited for it: that must not be committed. */
  close(): void {
    if (this.over) throw this.over.why;
    if (this.sending || this.waiting.length > 0) throw new Error('A statement was not waited for.');
    this.end(new Error('The transaction has ended.'));
  }

  /** Whoever asks from now on is told why nothing is run. */
  end(why: unknown): void {
    this.over ??= { why };
    for (const { reject } of this.waiting.splice(0)) reject(why);
  }

  private async sendAll(): Promise<void> {
    this.sending = true;
    while (this.waiting.length > 0) {
      const packet = this.waiting.splice(0, this.fitting());
      try {
        const answers = await this.send(packet);
        for (const [n, { resolve }] of packet.entries()) resolve(answers[n] ?? []);
      } catch (error) {
        for (const { reject } of packet) reject(error);
        this.end(error);
      }
    }
    this.sending = false;
  }

  private async send(packet: readonly Asked[]): Promise<readonly Answer[]> {
    const text = packet.map((asked) => asked.text).join(';\n');
    const values = packet.flatMap(({ parameters }) => parameters);
    if (packet.length > 1) return this.runner.query(text, values);
    const { records = [], affected } = await this.runner.query(text, values, true);
    return [affected === undefined ? records : Object.assign([], { affectedRows: affected })];
  }

  /** How many of those that wait go into a packet: always one. */
  private fitting(): number {
    let values = 0;
    const end = this.waiting.findIndex(({ parameters }, n) => {
      values += parameters.length;
      return n > 0 && (n === this.most || values > MOST_VALUES);
    });
    return end < 0 ? this.waiting.length : end;
  }
}
