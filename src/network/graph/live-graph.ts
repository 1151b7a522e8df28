import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../database/database';
import type { Follower, Listener } from '../../events/follower';
import { CONNECTED, type LaneBatch, type PairNews } from '../../events/lane';
import { Choices, PAUSE } from './choices';
import type { Graph } from './graph';
import type { GraphIndex } from './graph-index';
import { bytesNeeded, loadIndex } from './graph-loader';
import { IndexGraph } from './index-graph';
import { LatestNews } from './pair-news';
import { SqlGraph } from './sql-graph';

export interface LiveGraphOptions {
  readonly database: Database;
  readonly follower: Pick<Follower, 'listen' | 'poll'>;
  readonly logger: Logger;
  /** Bytes, for the index or for what is kept of it. */
  readonly memory: number;
}

/**
 * The graph as it is now, in memory where it fits. While the index loads, the database answers. The lanes say what stands
 * between a pair since each commit, so that nothing is read again and a process's own change is in the index before its caller
 * hears of it; only who shows their list to whom is read when somebody has changed their settings, and it counts as closed
 * until then.
 */
export class LiveGraph implements Listener {
  private readonly sql: SqlGraph;
  private readonly news = new LatestNews();
  private index: GraphIndex | undefined;
  private answers: IndexGraph | undefined;
  /** What was heard while an index loads. */
  private pending = new Map<string, PairNews>();
  private readonly choices: Choices;
  private loading = new AbortController();
  private loaded: Promise<void> = Promise.resolve();

  constructor(private readonly options: LiveGraphOptions) {
    this.sql = new SqlGraph(options.database, options.memory / 4);
    this.choices = new Choices(options.database, options.logger);
    options.follower.listen(this);
  }

  /** Begins to load. */
  start(): void {
    this.reload();
  }

  async stop(): Promise<void> {
    this.loading.abort();
    await this.loaded;
    this.forgetIndex();
    await this.choices.settled();
  }

  /** Resolves when loading has come to an end, whether or not the graph fitted. */
  settled(): Promise<void> {
    return this.loaded;
  }

  get hasIndex(): boolean {
    return this.index !== undefined;
  }

  /** What answers now. Ask again for each question. */
  async graph(): Promise<Graph> {
    await this.choices.settled();
    return this.answers ?? this.sql;
  }

  /** The index as it is now; undefined while it loads and where it does not fit. Not to be kept over an `await`. */
  async indexNow(): Promise<GraphIndex | undefined> {
    await this.choices.settled();
    return this.index;
  }

  touched({ pairs, chosen, erased }: LaneBatch): void {
    for (const pair of pairs) if (this.news.isNews(pair)) this.hear(pair);
    for (const member of erased) this.index?.remove(member);
    if (erased.length > 0) this.sql.lists.clear();
    this.choices.heard(chosen);
  }

  caughtUp(): void {
    this.news.caughtUp();
  }

  /**
   * What has changed unheard is not known: a lane that went back may have taken anything with it, and rows that are gone leave
   * nothing to find them by. So everything is read again, and the database answers meanwhile.
   */
  doubt(): void {
    this.news.clear();
    this.sql.lists.clear();
    this.reload();
  }

  private hear(pair: PairNews): void {
    const [low, high] = pair;
    this.sql.lists.forget([low, high]);
    if (this.index) {
      apply(this.index, pair);
      if (this.index.bytes > this.options.memory * 1.1) this.doWithout(this.index.bytes);
    } else if (!this.loading.signal.aborted) this.pending.set(`${low}:${high}`, pair);
  }

  private reload(): void {
    this.loading.abort();
    this.loading = new AbortController();
    this.forgetIndex();
    const { signal } = this.loading;
    this.loaded = this.loaded.then(() => this.load(signal));
  }

  private async load(signal: AbortSignal): Promise<void> {
    const { database, follower, logger, memory } = this.options;
    while (!signal.aborted)
      try {
        // What is heard from here on was committed later than the last word noted about its pair.
        await follower.poll();
        const needed = await bytesNeeded(database.patient);
        if (needed >= memory) return this.doWithout(needed);
        const begun = performance.now();
        const index = await loadIndex(database.patient, signal);
        this.take(index);
        const { size } = index.numbers;
        const took = Math.round(performance.now() - begun);
        logger.info(
          { members: size, directions: index.lists.total, bytes: index.bytes, took },
          'the network is in memory',
        );
        return;
      } catch (error) {
        if (signal.aborted) return;
        logger.warn({ err: error }, 'could not load the network; will try again');
        await delay(PAUSE, undefined, { signal, ref: false }).catch(() => {});
      }
  }

  /** Without a pause between the last word heard and the first answer. */
  private take(index: GraphIndex): void {
    for (const pair of this.pending.values()) apply(index, pair);
    this.pending = new Map();
    this.index = index;
    this.answers = new IndexGraph(index);
    this.sql.lists.clear();
    this.choices.tell(index);
  }

  private forgetIndex(): void {
    this.index = undefined;
    this.choices.tell(undefined);
    this.answers = undefined;
    this.pending = new Map();
  }

  private doWithout(needed: number): void {
    const { logger, memory } = this.options;
    logger.warn({ needed, memory }, 'the network does not fit into GRAPH_MEMORY_MB and is read from the database');
    this.loading.abort();
    this.forgetIndex();
    this.sql.lists.allow(memory);
  }
}

function apply(index: GraphIndex, [low, high, standing]: PairNews): void {
  index.connect(low, high, (standing & CONNECTED) !== 0);
  index.block(low, high, (standing & ~CONNECTED) !== 0);
}
