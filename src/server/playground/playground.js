import { signIn } from './session.js';

const GROUPS = [
  ['subscription', 'Listen'],
  ['query', 'Ask'],
  ['mutation', 'Change'],
];

const byId = (id) => document.getElementById(id);
const make = (element, properties) => Object.assign(document.createElement(element), properties);
/** Words between backticks are code. */
const prose = (text) => {
  const parts = text.split('`').map((part, n) => (n % 2 === 0 ? part : make('code', { textContent: part })));
  const span = make('span', {});
  span.append(...parts);
  return span;
};
const say = (text) => {
  byId('status').textContent = text;
};

async function become(email, password) {
  say('Signing in …');
  try {
    const { name } = await signIn(email, password);
    for (const link of document.querySelectorAll('.operation')) link.href = address(link.dataset.name, email);
    say(`Requests are sent as ${name}.`);
  } catch (error) {
    say(`That did not work: ${error.message}`);
  }
}

function address(operation, person) {
  return `/altair/#${new URLSearchParams({ operation, ...(person ? { person } : {}) })}`;
}

function showPeople(people) {
  for (const { name, email, password } of people) {
    const card = make('label', { className: 'person' });
    const choice = make('input', { type: 'radio', name: 'person' });
    choice.addEventListener('change', () => become(email, password));
    const lines = [email, password].map((textContent) => make('span', { textContent }));
    card.append(choice, make('strong', { textContent: name }), ...lines);
    byId('people').append(card);
  }
}

function showOperations(operations) {
  for (const [kind, title] of GROUPS) {
    const group = make('div', { className: 'group' });
    for (const { name, description } of operations.filter((operation) => operation.kind === kind)) {
      const link = make('a', { className: 'operation', target: '_blank' });
      link.dataset.name = name;
      link.href = address(name);
      link.append(make('strong', { textContent: name }), prose(description));
      group.append(link);
    }
    if (group.children.length === 0) continue;
    byId('operations').append(make('h3', { textContent: title }), group);
  }
}

byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  become(form.get('email'), form.get('password'));
});

const { people, operations } = await (await fetch('/playground/content.json')).json();
showPeople(people);
showOperations(operations);
