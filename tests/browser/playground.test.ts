import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { chromiumPath } from '../services/engine';

jest.setTimeout(60_000);

let app: TestApp;
let browser: Browser;
let context: BrowserContext;
let grace: Person;
let alan: Person;
/** What the pages asked for, and what they complained about. */
const requests: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  app = await startApp({ PLAYGROUND: 'on', INTROSPECTION: 'on' });
  [grace, alan] = [await app.people.signUp('Grace Hopper'), await app.people.signUp('Alan Turing')];
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  await app.stop();
});

async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('e-mail').fill(person.email);
  await page.getByLabel('password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(`Requests are sent as ${person.name}.`).waitFor();
}

/** Opens a documented operation in a tab of its own, and sends it as it is there. */
async function send(home: Page, operation: string): Promise<Page> {
  const link = home.locator('.operation', { has: home.getByText(operation, { exact: true }) });
  const [page] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await page.getByText('Signed in as').waitFor();
  await page.getByRole('button', { name: 'Send Request' }).click();
  return page;
}

/** Waits for a text in the answers. */
async function reads(page: Page, text: string): Promise<void> {
  await page.locator('app-query-result').getByText(text).first().waitFor();
}

/** Keeps a picture for the README, when `npm run screenshots` asks for it. */
async function show(page: Page, name: string): Promise<void> {
  const folder = process.env.RAPPORT_SCREENSHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

test('in the playground Grace hears live what Alan sends, and accepts; no page asks anybody else', async () => {
  const home = await context.newPage();
  await home.goto(app.app.url);
  await signIn(home, grace);
  await show(home, 'playground-operations');

  const events = await send(home, 'Events');
  await reads(events, '"Checkpoint"');
  await signIn(home, alan);
  await reads(await send(home, 'SendInvitation'), '"PENDING"');
  await reads(events, '"INVITATION_RECEIVED"');
  await show(events, 'playground');
  await signIn(home, grace);
  await reads(await send(home, 'AcceptInvitation'), '"ACCEPTED"');
  await reads(events, '"CONNECTION_CREATED"');

  expect(
    requests.filter((url) => !/^(blob:)?https?:/.test(url) || !url.replace('blob:', '').startsWith(app.app.url)),
  ).toEqual([]);
  expect(requests.length).toBeGreaterThan(20);
  expect(complaints).toEqual([]);
});

test('every page of the playground may load from here and from nowhere else', async () => {
  for (const path of ['/', '/altair/', '/altair/main.js', '/playground/altair.js']) {
    const policy = (await fetch(app.app.url + path)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  }
});
