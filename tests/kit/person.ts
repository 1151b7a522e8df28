import { randomBytes } from 'node:crypto';
import { type GraphQLAnswer, HttpClient } from './http-client';
import { SocketClient } from './socket-client';

/** An event as `events` brings it. */
export interface HeardEvent {
  readonly kind: string;
  readonly seq: string;
  readonly cursor: string;
  readonly invitation?: { readonly id: string; readonly note: string | null; readonly sender: { readonly id: string } };
  readonly edge?: { readonly node: { readonly id: string } };
}

/** The result of a mutation: what was asked for, or why not. */
export type Outcome<Result> = Result & {
  readonly errors: readonly {
    readonly code: string;
    readonly path: readonly string[] | null;
    readonly retryAt: string | null;
  }[];
};

interface Account {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  readonly refreshToken: string;
}

/** People who live at one server; what they know they know through the front door. */
export class People {
  private readonly all: Person[] = [];

  constructor(private readonly url: string) {}

  async signUp(name: string, email = `${randomBytes(6).toString('hex')}@example.org`): Promise<Person> {
    const password = `the password of ${email}`;
    const { data, errors } = await new HttpClient(this.url).query<SignedUp>(SIGN_UP, {
      input: { email, password, name },
    });
    const { session, viewer, errors: refusals = [] } = data?.signUp ?? {};
    if (!session || !viewer) throw new Error(`${name} could not sign up: ${JSON.stringify([...errors, ...refusals])}`);
    const { accessToken: token, refreshToken } = session;
    const person = new Person(this.url, { ...viewer.member, name, email, password, token, refreshToken });
    this.all.push(person);
    return person;
  }

  signUpAll<const Names extends readonly string[]>(...names: Names): Promise<Person[]> {
    return Promise.all(names.map((name) => this.signUp(name)));
  }

  /** Three who are new to each other. */
  trio(): Promise<[grace: Person, alan: Person, ada: Person]> {
    return Promise.all([this.signUp('Grace Hopper'), this.signUp('Alan Turing'), this.signUp('Ada Lovelace')]);
  }

  /** Everybody closes their sockets. */
  async leave(): Promise<void> {
    await Promise.all(this.all.map((person) => person.stopsListening()));
  }
}

/** Someone with an account, signed in on one device. */
export class Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  readonly refreshToken: string;
  /** The last cursor that was heard. */
  cursor: string | undefined;
  private readonly http: HttpClient;
  private socket: SocketClient | undefined;
  private readonly pending: HeardEvent[] = [];

  constructor(
    private readonly url: string,
    account: Account,
  ) {
    Object.assign(this, account);
    this.http = new HttpClient(url);
  }

  /** The same person at another process. */
  at(url: string): Person {
    return new Person(url, this);
  }

  /** The whole answer, errors and all. */
  answer<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<GraphQLAnswer<Data>> {
    return this.http.query<Data>(query, variables, { token: this.token });
  }

  /** What was asked for; fails when anything went wrong. */
  async asks<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const { data, errors } = await this.answer<Data>(query, variables);
    if (errors.length > 0) throw new Error(`${this.name} was answered: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The result of a mutation that takes one input: what is selected, and its errors. */
  async does<Result = object>(mutation: string, input: object, selection = ''): Promise<Outcome<Result>> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} errors { code path retryAt } } }`;
    const { [mutation]: outcome } = await this.asks<Record<string, Outcome<Result>>>(query, { input });
    if (!outcome) throw new Error(`${mutation} gave nothing.`);
    return outcome;
  }

  /** Invites, and resolves to the invitation's id. Fails when refused. */
  async sends(recipient: Person, more: object = {}): Promise<string> {
    const input = { recipientId: recipient.id, reason: 'COLLEAGUE', ...more };
    const { invitation, errors } = await this.does<{ invitation: { id: string } | null }>(
      'sendInvitation',
      input,
      'invitation { id }',
    );
    if (!invitation) throw new Error(`${this.name} could not invite ${recipient.name}: ${JSON.stringify(errors)}`);
    return invitation.id;
  }

  accepts(invitationId: string): Promise<Outcome<{ edge: { node: { id: string } } | null }>> {
    return this.does('acceptInvitation', { invitationId }, 'edge { node { id } }');
  }

  declines(invitationId: string, report = 'NONE'): Promise<Outcome<object>> {
    return this.does('declineInvitation', { invitationId, report });
  }

  withdraws(invitationId: string): Promise<Outcome<object>> {
    return this.does('withdrawInvitation', { invitationId });
  }

  blocks(other: Person): Promise<Outcome<object>> {
    return this.does('blockMember', { memberId: other.id });
  }

  async connectsWith(other: Person): Promise<void> {
    await other.accepts(await this.sends(other));
  }

  /** Subscribes to `events`, after a cursor or from now on, and waits until it is live. */
  async listens(after: string | undefined = this.cursor): Promise<void> {
    this.socket = await SocketClient.connect(this.url, this.token);
    this.socket.subscribe('events', EVENTS, { after: after ?? null });
    while (!(await this.nextMessage())) if (this.pending.length > 100_000) throw new Error('This stream has no end.');
  }

  /** The next event of a kind; those before it are passed over, and later asked for in vain. */
  async hears(kind: string): Promise<HeardEvent> {
    if (!this.socket) await this.listens();
    for (;;) {
      const event = this.pending.shift();
      if (event?.kind === kind) return event;
      if (!event) await this.nextMessage();
    }
  }

  async stopsListening(): Promise<void> {
    const socket = this.socket;
    this.socket = undefined;
    this.pending.length = 0;
    await socket?.close();
  }

  /** Takes one message; true when it says that nothing is missing. */
  private async nextMessage(): Promise<boolean> {
    const message = await this.socket?.hears('next', 'events');
    const payload: StreamPayload = Object(message?.payload);
    const { events } = payload.data ?? {};
    if (!events || events.reason !== undefined) throw new Error(`${this.name} heard: ${JSON.stringify(payload)}`);
    this.pending.push(...(events.events ?? []));
    this.cursor = events.cursor;
    return events.head ?? false;
  }
}

interface SignedUp {
  readonly signUp: {
    readonly session: { readonly accessToken: string; readonly refreshToken: string } | null;
    readonly viewer: { readonly member: { readonly id: string; readonly handle: string } } | null;
    readonly errors: readonly object[];
  };
}

interface StreamPayload {
  readonly data?: {
    readonly events?: { cursor?: string; events?: HeardEvent[]; head?: boolean; reason?: string };
  };
}

const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { session { accessToken refreshToken } viewer { member { id handle } } errors { code path } }
}`;

const EVENTS = `subscription ($after: Cursor) {
  events(after: $after) {
    ... on EventBatch {
      cursor
      events {
        kind seq cursor
        ... on InvitationReceivedEvent { invitation { id note sender { id } } }
        ... on ConnectionCreatedEvent { edge { node { id } } }
      }
    }
    ... on Checkpoint { cursor head }
    ... on StreamReset { reason }
  }
}`;
