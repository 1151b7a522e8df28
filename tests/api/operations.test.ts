import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLObjectType, parse, visit } from 'graphql';
import { type DocumentedOperation, readOperations } from '../../src/server/documented-operations';
import type { GraphQLAnswer } from '../kit/http-client';
import { People, type Person } from '../kit/person';
import { SocketClient } from '../kit/socket-client';
import { startApp, type TestApp } from '../kit/start-app';

const OPERATIONS = new Map(readOperations('schema/operations').map((operation) => [operation.name, operation]));
const SCHEMA = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

/** What earlier operations of the story left behind. */
interface Story {
  readonly grace: Person;
  readonly alan: Person;
  readonly ada: Person;
  invitationId: string;
  cursor: string;
  refreshToken: string;
}

interface Step {
  readonly who: 'grace' | 'alan' | 'ada';
  readonly variables?: (story: Story) => object;
  readonly remember?: (story: Story, data: never) => void;
}

const withInput = (input: (story: Story) => object) => (story: Story) => ({ input: input(story) });
const invitation = withInput(({ invitationId }) => ({ invitationId }));

/** One run through everything that can be asked, in an order that makes sense. */
const STORY: readonly (readonly [operation: string, step: Step])[] = [
  [
    'SignUp',
    {
      who: 'ada',
      variables: withInput(() => ({ email: 'new@example.org', password: 'a fine long password', name: 'New' })),
    },
  ],
  [
    'SignIn',
    {
      who: 'ada',
      variables: withInput(({ ada: { email, password } }) => ({ email, password })),
      remember: (story, { signIn }: { signIn: { session: { refreshToken: string } } }) => {
        story.refreshToken = signIn.session.refreshToken;
      },
    },
  ],
  ['RefreshSession', { who: 'ada', variables: withInput(({ refreshToken }) => ({ refreshToken })) }],
  ['Viewer', { who: 'grace' }],
  ['UpdateProfile', { who: 'grace', variables: withInput(() => ({ headline: 'Compilers', skills: ['COBOL'] })) }],
  [
    'UpdateSettings',
    {
      who: 'grace',
      variables: withInput(() => ({ connectionsVisibleTo: 'CONNECTIONS', admission: { asksNote: true } })),
    },
  ],
  ['Member', { who: 'alan', variables: ({ grace: { handle } }) => ({ handle }) }],
  ['SearchMembers', { who: 'alan', variables: () => ({ query: 'compilers' }) }],
  ['SearchCards', { who: 'alan', variables: () => ({ query: 'compilers' }) }],
  ['Node', { who: 'alan', variables: ({ grace: { id } }) => ({ id }) }],
  ['Nodes', { who: 'alan', variables: ({ grace, ada }) => ({ ids: [grace.id, ada.id] }) }],
  [
    'Snapshot',
    {
      who: 'grace',
      remember: (story, { snapshot }: { snapshot: { cursor: string } }) => {
        story.cursor = snapshot.cursor;
      },
    },
  ],
  [
    'SendInvitation',
    {
      who: 'alan',
      variables: withInput(({ grace }) => ({ recipientId: grace.id, reason: 'ADMIRE_WORK', note: 'Hello' })),
      remember: (story, { sendInvitation }: { sendInvitation: { invitation: { id: string } } }) => {
        story.invitationId = sendInvitation.invitation.id;
      },
    },
  ],
  ['InvitationsReceived', { who: 'grace' }],
  [
    'SendInvitations',
    {
      who: 'alan',
      variables: withInput(({ ada }) => ({ items: [{ recipientId: ada.id, reason: 'OTHER' }], dryRun: true })),
    },
  ],
  ['AnswerInvitations', { who: 'grace', variables: withInput(() => ({ answer: 'ACCEPT', filter: {}, dryRun: true })) }],
  ['InvitationsSent', { who: 'alan' }],
  ['Standing', { who: 'alan' }],
  ['DeclineInvitation', { who: 'grace', variables: invitation }],
  ['UndoDecline', { who: 'grace', variables: invitation }],
  [
    'SnoozeInvitation',
    {
      who: 'grace',
      variables: withInput(({ invitationId }) => ({ invitationId, until: new Date(Date.now() + 1000).toISOString() })),
    },
  ],
  ['AskSender', { who: 'grace', variables: withInput(({ invitationId }) => ({ invitationId, question: 'Who?' })) }],
  ['AnswerQuestion', { who: 'alan', variables: withInput(({ invitationId }) => ({ invitationId, answer: 'I.' })) }],
  ['AcceptInvitation', { who: 'grace', variables: invitation }],
  ['AllowInvitationsFrom', { who: 'grace', variables: withInput(({ alan }) => ({ memberId: alan.id })) }],
  ['EventPage', { who: 'grace', variables: ({ cursor }) => ({ after: cursor }) }],
  ['Notifications', { who: 'alan' }],
  ['Connections', { who: 'grace' }],
  ['Suggestions', { who: 'grace' }],
  ['DismissSuggestion', { who: 'grace', variables: withInput(({ ada }) => ({ memberId: ada.id })) }],
  ['Relationship', { who: 'alan', variables: ({ grace: { handle } }) => ({ handle }) }],
  [
    'UpdateRelationship',
    { who: 'grace', variables: withInput(({ alan }) => ({ memberId: alan.id, label: 'Enigma', privateNote: 'Tea' })) },
  ],
  ['NetworkStatistics', { who: 'grace', variables: () => ({ weeks: 4 }) }],
  ['RemoveConnection', { who: 'grace', variables: withInput(({ alan }) => ({ memberId: alan.id })) }],
  ['BlockMember', { who: 'grace', variables: withInput(({ ada }) => ({ memberId: ada.id })) }],
  ['BlockedMembers', { who: 'grace' }],
  ['UnblockMember', { who: 'grace', variables: withInput(({ ada }) => ({ memberId: ada.id })) }],
  [
    'ChangePassword',
    {
      who: 'ada',
      variables: withInput(({ ada }) => ({ currentPassword: ada.password, newPassword: 'another fine long password' })),
    },
  ],
  ['ExportMyData', { who: 'ada', variables: withInput(() => ({})) }],
  ['EraseMe', { who: 'ada', variables: withInput(() => ({ password: 'another fine long password' })) }],
  ['SignOut', { who: 'alan', variables: withInput(() => ({})) }],
];

/** Run in the tests of what they do. */
const ELSEWHERE = ['MarkNotificationsRead', 'WithdrawInvitation', 'AppealStanding'];
const SUBSCRIPTIONS = ['Events', 'InvitationReceived', 'InvitationAnswered'];

function refusals(data: Readonly<Record<string, unknown>>): unknown {
  return Object.values(data).flatMap((payload) => Object(payload).errors ?? []);
}

describe('the documented operations, under the limits of production', () => {
  let app: TestApp;
  let people: People;
  let story: Story;

  beforeAll(async () => {
    app = await startApp({ NODE_ENV: 'production' });
    people = new People(app.app.url);
    const [grace, alan, ada] = await Promise.all(['Grace', 'Alan', 'Ada'].map((name) => people.signUp(name)));
    if (!grace || !alan || !ada) throw new Error('Nobody came.');
    story = { grace, alan, ada, invitationId: '', cursor: '', refreshToken: '' };
  });
  afterAll(async () => {
    await people.leave();
    await app.stop();
  });

  test.each(STORY)('%s', async (name, { who, variables, remember }) => {
    const operation = OPERATIONS.get(name);
    const answer: GraphQLAnswer<never> = await story[who].answer(operation?.document ?? '', { ...variables?.(story) });
    expect(answer.errors).toEqual([]);
    expect(refusals(answer.data)).toEqual([]);
    remember?.(story, answer.data);
  });

  test.each(SUBSCRIPTIONS)('%s is accepted and runs', async (name) => {
    const socket = await SocketClient.connect(app.app.url, story.grace.token);
    socket.subscribe('it', OPERATIONS.get(name)?.document ?? '');
    // The server takes messages in order: when this is answered, a refusal of the other would have been heard.
    await socket.ask('after', '{ viewer { id } }');
    expect(socket.unread.filter(({ type }) => type === 'error')).toEqual([]);
    await socket.close();
  });

  test('everything that is documented is run, and everything that can be asked is documented', () => {
    expect([...STORY.map(([name]) => name), ...SUBSCRIPTIONS, ...ELSEWHERE].sort()).toEqual(
      [...OPERATIONS.keys()].sort(),
    );
    const asked = new Set([...OPERATIONS.values()].flatMap(rootFields));
    const roots = [SCHEMA.getQueryType(), SCHEMA.getMutationType(), SCHEMA.getSubscriptionType()];
    expect([...asked].sort()).toEqual(roots.flatMap((root) => Object.keys(root?.getFields() ?? {})).sort());
  });
});

function rootFields({ document }: DocumentedOperation): string[] {
  const names: string[] = [];
  visit(parse(document), {
    Field(node, _key, _parent, path) {
      if (path.filter((step) => step === 'selectionSet').length === 1) names.push(node.name.value);
      return false;
    },
  });
  return names;
}

test('every word of the schema is explained', () => {
  const silent = Object.values(SCHEMA.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) return [];
    const parts = 'getFields' in type ? Object.values(type.getFields()) : 'getValues' in type ? type.getValues() : [];
    const fields = type instanceof GraphQLObjectType ? Object.values(type.getFields()) : [];
    const args = fields.flatMap((field) => field.args.map((arg) => ({ ...arg, name: `${field.name}(${arg.name})` })));
    const named = [...parts, ...args].map((part) => ({ name: `${type.name}.${part.name}`, text: part.description }));
    return [{ name: type.name, text: type.description }, ...named].filter(({ text }) => !text).map(({ name }) => name);
  });
  expect(silent).toEqual([]);
});
