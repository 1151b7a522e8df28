/* global AltairGraphQL */
import { ask, sessionOf, someoneElse } from './session.js';

const chosen = new URLSearchParams(location.hash.slice(1));
const { people, operations } = await (await fetch('/playground/content.json')).json();
const operation = operations.find(({ name }) => name === chosen.get('operation'));
const session = await sessionOf(chosen.get('person') ?? '', people).catch(() => null);
const authorization = `Bearer ${session?.accessToken}`;

/** Puts ids that exist in the place of those that a reader would have to look up first. */
async function filledIn(variables) {
  if (!session || !variables.includes('<')) return variables;
  const parsed = JSON.parse(variables);
  const input = parsed.input ?? {};
  const other = await someoneElse(session.email, people);
  if (other && 'recipientId' in input) input.recipientId = other.id;
  if (other && 'memberId' in input) input.memberId = other.id;
  if ('invitationId' in input) input.invitationId = (await someInvitation()) ?? input.invitationId;
  if ('until' in input) input.until = new Date(Date.now() + 3 * 86_400_000).toISOString();
  if (operation.name === 'EventPage')
    parsed.after = (await ask('{ snapshot { cursor } }', {}, session.accessToken)).snapshot.cursor;
  return JSON.stringify(parsed, null, 2);
}

async function someInvitation() {
  const kind = operation.name === 'WithdrawInvitation' ? 'invitationsSent' : 'invitationsReceived';
  const { viewer } = await ask(`{ viewer { ${kind}(first: 1) { edges { node { id } } } } }`, {}, session.accessToken);
  return viewer[kind].edges[0]?.node.id;
}

function showWho() {
  const link = Object.assign(document.createElement('a'), { href: '/', className: 'who' });
  link.textContent = session ? `Signed in as ${session.name} · all operations` : 'Not signed in · all operations';
  link.style.cssText =
    'position:fixed;top:0;left:50%;translate:-50%;z-index:10;padding:.35rem .9rem;border-radius:0 0 .5rem .5rem;background:#0b6b5b;color:#fff;font:14px system-ui;text-decoration:none';
  document.body.append(link);
}

/** Altair starts with the variables folded away. */
function showVariables() {
  const title = document.querySelector('.variables-editor--title');
  if (title) title.click();
  else requestAnimationFrame(showVariables);
}

document.title = [operation?.name ?? 'Rapport', session?.name].filter(Boolean).join(' as ');
const variables = await filledIn(operation?.variables ?? '').catch(() => operation.variables);
await AltairGraphQL.init({
  initialName: document.title,
  endpointURL: new URL('/graphql', location.href).href,
  subscriptionsEndpoint: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  initialQuery: operation?.document,
  initialVariables: variables,
  initialHeaders: session ? { authorization } : {},
  initialSubscriptionsPayload: session ? { authorization } : {},
  instanceStorageNamespace: `rapport_${session?.email ?? 'nobody'}_`,
  preserveState: false,
  disableAccount: true,
  initialSettings: { 'alert.disableUpdateNotification': true, 'banners.disable': true, disablePushNotification: true },
});
showWho();
if (variables && variables !== '{}') showVariables();
