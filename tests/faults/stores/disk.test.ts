import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Disk } from './disk';

const impossible = Disk.impossible();
if (impossible !== null) console.warn(`Disks that fail are not tested: ${impossible}.`);

/** Writes a file, and flushes it to the disk if it should last. */
async function write(path: string, text: string, lasting: 'flushed' | 'not flushed'): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.write(text);
    if (lasting === 'flushed') await file.sync();
  } finally {
    await file.close();
  }
}

(impossible === null ? describe : describe.skip)('a disk (root only)', () => {
  let folder: string;
  let disk: Disk;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-disk-'));
    disk = new Disk({ size: 64 });
    await disk.lay(folder);
  });
  afterEach(async () => {
    await disk.remove();
    // Only in its namespace was anything mounted here.
    await rm(folder, { recursive: true });
  });

  test('that loses power has what was flushed, and nothing of what was not', async () => {
    await write(disk.path('kept'), 'written and flushed', 'flushed');
    await write(disk.path('lost'), 'written only', 'not flushed');
    expect((await readdir(disk.path(''))).toSorted()).toEqual(['kept', 'lost']);
    await disk.losesPower();
    await expect(write(disk.path('late'), 'too late', 'flushed')).rejects.toThrow('EIO');
    await disk.isMountedAgain();
    expect(await readdir(disk.path(''))).toEqual(['kept']);
    expect(await readFile(disk.path('kept'), 'utf8')).toBe('written and flushed');
  });

  test('that refuses writes lets a program write, and fails when it flushes', async () => {
    await write(disk.path('kept'), 'written before', 'flushed');
    const file = await open(disk.path('new'), 'w');
    await disk.refusesWrites();
    await file.write('written in vain');
    await expect(file.sync()).rejects.toThrow('EIO');
    await file.close();
    await disk.takesWritesAgain();
    // It was mounted so that it is trusted with nothing after that.
    await expect(write(disk.path('another'), 'never', 'flushed')).rejects.toThrow('EROFS');
    await disk.isMountedAgain();
    await write(disk.path('another'), 'at last', 'flushed');
    expect(await readFile(disk.path('kept'), 'utf8')).toBe('written before');
  });

  test('that is full takes not a byte more, until it is freed', async () => {
    await disk.fillsUp();
    await expect(writeFile(disk.path('more'), 'x')).rejects.toThrow('ENOSPC');
    await disk.isFreed();
    await write(disk.path('more'), 'x', 'flushed');
  });

  test('that is restored holds what it held when it was backed up', async () => {
    await writeFile(disk.path('a'), 'as it was');
    await disk.isBackedUp();
    await writeFile(disk.path('a'), 'changed since');
    await writeFile(disk.path('b'), 'new');
    await disk.isRestored();
    expect(await readdir(disk.path(''))).toEqual(['a']);
    expect(await readFile(disk.path('a'), 'utf8')).toBe('as it was');
  });
});
