import { gzipSync } from 'node:zlib';
import { BadEdgeList } from '../../src/imports/bad-edge-list';
import { readEdgeList } from '../../src/imports/edge-list';
import { importedPerson, importNameOf } from '../../src/imports/imported-person.rules';
import { fileWith } from './imports-graphs';

/** Edges as they were understood: `Ada-Grace`. */
async function read(content: string | Buffer, name?: string): Promise<string[]> {
  const list = await readEdgeList(await fileWith(content, name));
  return [...list.edges()].map(([one, other]) => `${list.labels[one]}-${list.labels[other]}`);
}

test.each([
  ['blanks', '1 2\n2 3'],
  ['tabs, and blanks around', ' 1\t2 \n\t2   3\n'],
  ['the line ends of Windows', '1 2\r\n2 3\r\n'],
  ['comments and empty lines', '# nodes: 3\n\n1 2\n   \n# half time\n2 3\n'],
  ['a byte order mark', '\u{feff}1 2\n2 3'],
  ['commas', '1,2\n2,3'],
  ['commas and blanks', '1 , 2\n2, 3'],
  ['quotation marks', '"1","2"\n"2",3'],
  ['a header of its own', 'node_1,node_2\n1,2\n2,3'],
  ['a header as everybody writes it', 'Source,Target\n1,2\n2,3'],
  ['the same edge again, in both directions', '1 2\n2 3\n2 1\n1 2\n3 2'],
])('an operator brings a file with %s', async (_, content) => {
  expect(await read(content)).toEqual(['1-2', '2-3']);
  expect(await read(gzipSync(content), 'zipped-but-does-not-say-so.txt')).toEqual(['1-2', '2-3']);
  expect(await read(content, 'says-zipped-but-is-not.gz')).toEqual(['1-2', '2-3']);
});

test('people may be called by names, also by names that hold commas and quotation marks', async () => {
  expect(await read('Ada Lovelace,Grace Hopper\n"Hopper, Grace","""Amazing"" Grace"\nZoë,李小龙')).toEqual([
    'Ada Lovelace-Grace Hopper',
    'Hopper, Grace-"Amazing" Grace',
    'Zoë-李小龙',
  ]);
  expect(await read('from,to\nAda,Grace')).toEqual(['Ada-Grace']);
  expect(await read('Ada,Grace\nGrace,Alan')).toEqual(['Ada-Grace', 'Grace-Alan']);
});

test('one name written in two ways of Unicode is one person', async () => {
  expect(await read('Zoe\u{308} Ada\nZo\u{eb} Ada')).toEqual(['Zoë-Ada']);
});

test('somebody who is connected with themselves only is a member without connections', async () => {
  const list = await readEdgeList(await fileWith('1 2\n3 3\n2 1\n'));
  expect([list.labels, list.size, list.left]).toEqual([['1', '2', '3'], 1, { repeated: 1, loops: 1 }]);
});

const zipped = gzipSync('1 2\n'.repeat(1000));

test.each([
  ['one label', '1 2\n3\n', 2],
  ['three labels', '# three\n1 2 3\n', 2],
  ['a weight', '1,2\n1,3,0.5\n', 2],
  ['another separator than before', '1 2\n2,3\n', 2],
  ['no label after the comma', '1,2\n2,\n', 2],
  ['a quotation mark that stays open', '1,2\n"2,3\n', 2],
  ['a label of more than 64 characters', `1 2\n1 ${'x'.repeat(65)}\n`, 2],
  ['a control character', '1,2\n1,a\u{7}b\n', 2],
  ['a character that turns the direction of writing', '1,2\n1,a\u{202e}b\n', 2],
  ['bytes that are no text', Buffer.from('1 2\n\n3 \xff4\n', 'latin1'), 3],
  ['text in UTF-16', Buffer.from('1 2\n2 3\n', 'utf16le'), 1],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 1],
  ['one endless line', '7'.repeat(200_000), 1],
  ['JSON', '{"edges": [[1, 2], [2, 3]]}', 1],
  ['nothing but comments', '# no\n# body\n', 2],
  ['something zipped that is broken', Buffer.concat([zipped.subarray(0, 10), Buffer.alloc(50, 0xff)]), null],
])('an operator who brings a file with %s reads which line is wrong', async (_, content, line) => {
  const file = await fileWith(content);
  const refused = await readEdgeList(file).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(BadEdgeList);
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', details: { path: ['file'] }, file, line });
  expect(refused).toHaveProperty('message', expect.stringContaining(line === null ? file : `${file}, line ${line}: `));
});

test('an operator is told of a zipped file that is cut off, and of one that does not exist', async () => {
  await expect(readEdgeList(await fileWith(zipped.subarray(0, -12)))).rejects.toThrow(/unexpected end of file/);
  await expect(readEdgeList('/nowhere/graph.txt')).rejects.toThrow(BadEdgeList);
  await expect(readEdgeList('/')).rejects.toThrow(BadEdgeList);
});

test('whoever a label names is found again, and no two labels are one person', () => {
  expect(importedPerson('facebook', '123')).toEqual({ handle: 'facebook-123', name: 'facebook 123' });
  const labels = ['Ada', 'ada', 'ÄDA', 'a-d', 'ada--1', '李小龙', '…', 'x'.repeat(64), 'a b', 'a_b', 'a.b', '-'];
  const handles = labels.map((label) => importedPerson('town', label).handle);
  expect(new Set(handles).size).toBe(labels.length);
  for (const handle of handles) expect(handle).toMatch(/^town-[a-z0-9-]{1,35}$/);
  expect(labels.map((label) => importedPerson('town', label).handle)).toEqual(handles);
  expect(importedPerson('a-b', 'c').handle).not.toBe(importedPerson('a', 'b-c').handle);
});

test('an import without a name is called after its file', () => {
  expect(importNameOf('/data/facebook_combined.txt.gz')).toBe('facebook-combined');
  expect(importNameOf('Une Très Longue Histoire.csv')).toBe('une-tres-longue-hist');
  expect(importNameOf('…')).toBe('import');
});
