/**
 * The load, in a process of its own so that the servers' CPU time is theirs alone. Told over IPC what to do, one thing at a
 * time; answers each.
 */
import { load } from '../measure';
import { Strangers } from '../people';
import type { Account, Asked, JobsDone, PagesDone } from './asked';
import { Http } from './http';
import { Listener } from './listener';
import { ACCEPT, type Done, SEND } from './operations';

const CONNECTIONS = 256;
/** Sockets opened at the same time. */
const AT_ONCE = 20;

interface Person extends Account {
  readonly listener: Listener;
}

class Client {
  private http = new Http('', 0);
  private people: Person[] = [];
  private strangers = new Strangers([]);

  async connect(url: string, accounts: readonly Account[]): Promise<void> {
    this.http = new Http(url, CONNECTIONS);
    this.people = [];
    for (let from = 0; from < accounts.length; from += AT_ONCE)
      this.people.push(
        ...(await Promise.all(
          accounts
            .slice(from, from + AT_ONCE)
            .map(async (account) => ({ ...account, listener: await Listener.open(url, account.token) })),
        )),
      );
    this.strangers = new Strangers(this.people.map((_, index) => index));
  }

  async jobs(callers: number, milliseconds: number): Promise<JobsDone> {
    const heard: number[] = [];
    const result = await load(callers, milliseconds, async () => {
      heard.push(...(await this.job()));
    });
    return { ...result, heard };
  }

  async pages(url: string, callers: number, milliseconds: number, token: string, body: string): Promise<PagesDone> {
    const http = new Http(url, callers);
    const sample = await http.post(token, body);
    const result = await load(callers, milliseconds, () => http.post(token, body));
    http.close();
    return { ...result, sample };
  }

  close(): void {
    for (const { listener } of this.people) listener.close();
    this.http.close();
  }

  /** A invites B, B's socket hears, B accepts, A's socket hears. Resolves to how long each of the two took to be heard. */
  private async job(): Promise<[number, number]> {
    const [a, b] = this.strangers.draw().map((index) => this.people[index]);
    if (!a || !b) throw new Error('There is nobody.');
    const invited = performance.now();
    const received = b.listener.hears('INVITATION_RECEIVED', a.id);
    const note = 'Your talk on exactly-once delivery stayed with me. Shall we stay in touch?';
    const sent = this.does(a, SEND, { recipientId: b.id, reason: 'MET_IN_PERSON', note });
    const invitationId = await received;
    const accepted = performance.now();
    const connected = a.listener.hears('CONNECTION_CREATED', b.id);
    const answered = this.does(b, ACCEPT, { invitationId });
    await connected;
    const end = performance.now();
    await Promise.all([sent, answered]);
    return [accepted - invited, end - accepted];
  }

  private async does(person: Person, query: string, input: object): Promise<void> {
    const data = await this.http.ask<Done>(person.token, JSON.stringify({ query, variables: { input } }));
    for (const { errors } of Object.values(data))
      if (errors.length > 0) throw new Error(`Refused: ${JSON.stringify(errors)}`);
  }
}

const client = new Client();

async function answer(asked: Asked): Promise<JobsDone | PagesDone | null> {
  switch (asked.what) {
    case 'connect':
      await client.connect(asked.url, asked.accounts);
      return null;
    case 'jobs':
      return client.jobs(asked.callers, asked.milliseconds);
    case 'pages':
      return client.pages(asked.url, asked.callers, asked.milliseconds, asked.token, asked.body);
    case 'close':
      client.close();
      return null;
  }
}

process.on('message', (asked: Asked) => {
  answer(asked).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
