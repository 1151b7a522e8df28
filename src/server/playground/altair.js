/* global AltairGraphQL */
import { sessionOf } from './session.js';

const chosen = new URLSearchParams(location.hash.slice(1));
const { people, operations } = await (await fetch('/playground/content.json')).json();
const operation = operations.find(({ name }) => name === chosen.get('operation'));
const session = await sessionOf(chosen.get('person') ?? '', people).catch(() => null);
const authorization = `Bearer ${session?.accessToken ?? '<accessToken>'}`;

document.title = [operation?.name ?? 'Rapport', session?.name].filter(Boolean).join(' as ');
AltairGraphQL.init({
  initialName: document.title,
  endpointURL: new URL('/graphql', location.href).href,
  subscriptionsEndpoint: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  initialQuery: operation?.document,
  initialVariables: operation?.variables,
  initialHeaders: session ? { authorization } : {},
  initialSubscriptionsPayload: session ? { authorization } : {},
  instanceStorageNamespace: `rapport_${session?.email ?? 'nobody'}_`,
  preserveState: false,
  disableAccount: true,
  initialSettings: { 'alert.disableUpdateNotification': true, 'banners.disable': true, disablePushNotification: true },
});
