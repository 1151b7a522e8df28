import { type ChildProcess, execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { end, launch, written } from '../../services/process';
import { asServiceUser, type Ground } from '../../services/service';

export interface DiskOptions {
  /** Megabytes. Only what is used takes memory. */
  readonly size?: number;
  /** How ext4 is mounted; default: as operators are told to. */
  readonly mount?: string;
}

const run = promisify(execFile);

/** After a write that failed nothing more is taken, so that a database on it must stop. ext4 by itself would go on. */
const STRICT = 'data_err=abort,errors=remount-ro';

const SHUT_DOWN_WITHOUT_FLUSH = `perl -e '$how = pack "L", 2; open F, "<", "." and ioctl F, 0x8004587d, $how or die $!'`;
/** `LOOP_SET_STATUS64` with another size limit: whatever is written beyond it fails, as one piece. */
const SIZE_LIMIT = `perl -e '
  my $status = "\\0" x 232; open D, "+<", $ARGV[0] and ioctl D, 0x4c05, $status or die $!;
  substr($status, 32, 8) = pack "Q", $ARGV[1]; ioctl D, 0x4c04, $status or die $!'`;
const MOUNT_CACHE = 'mount -o loop,noatime medium/disk cache';
const MAKE = `
  mkdir medium cache data
  mount -t tmpfs -o size="$size"m,mode=700 tmpfs medium
  truncate -s "$size"M medium/disk
  mkfs.ext4 -q -F -m 0 medium/disk
  ${MOUNT_CACHE}
  truncate -s "$((size * 9 / 10))"M cache/disk
  mkfs.ext4 -q -F -m 0 cache/disk
  mount -o loop,"$options" cache/disk data
  rmdir data/lost+found
  chown --reference=. data
  sync`;

/**
 * A disk for a server's data, which can lose power, refuse to write, fill up, and become again what it was. It is an ext4 in
 * a file on a second ext4, in memory. The second plays the disk's own cache: what has not been flushed is lost when it is
 * shut down. Everything is mounted in a namespace that vanishes with its last process, so whatever becomes of
 * us, nothing stays behind.
 */
export class Disk implements Ground {
  private readonly size: number;
  private readonly options: string;
  private holder: ChildProcess | undefined;
  private folder = '';

  constructor({ size = 2000, mount = STRICT }: DiskOptions = {}) {
    this.size = size;
    this.options = mount;
  }

  /** Why there can be no such disk on this machine; null when there can. */
  static impossible(): string | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can mount a disk';
    const attempt = `mount -t tmpfs tmpfs /mnt; cd /mnt; size=32; options=defaults; ${MAKE}`;
    const { status, stderr } = spawnSync('unshare', ['--mount', 'sh', '-ec', attempt], { encoding: 'utf8' });
    return status === 0 ? null : `no disk can be mounted here: ${stderr.trim()}`;
  }

  async lay(folder: string): Promise<void> {
    this.folder = folder;
    const command = ['unshare', '--mount', 'sh', '-ec', `${this.within(MAKE)}\n echo made\n exec sleep infinity`];
    this.holder = launch(command, { output: 'piped' });
    await written(this.holder, /^made$/);
  }

  command(command: readonly string[]): readonly string[] {
    return ['nsenter', `--mount=/proc/${this.holder?.pid}/ns/mnt`, ...asServiceUser(command)];
  }

  async remove(): Promise<void> {
    if (this.holder) await end(this.holder);
  }

  /** The path, seen from outside, of a file on the disk. */
  path(file: string): string {
    return join(`/proc/${this.holder?.pid}/root`, this.folder, 'data', file);
  }

  /** The power is cut: from now on nothing can be written or read anew, and what was not flushed is lost. */
  async losesPower(): Promise<void> {
    await this.sh(`cd cache; ${SHUT_DOWN_WITHOUT_FLUSH}`);
  }

  /** Power is back, and the file system is mounted again. Whoever used the disk must have ended. */
  async isMountedAgain(): Promise<void> {
    await this.sh(`umount data cache; ${MOUNT_CACHE}; mount -o loop,"$options" cache/disk data`);
  }

  /** Whatever is written from now on fails, as `fsync` will tell; what was written before is not harmed. */
  async refusesWrites(): Promise<void> {
    await this.sh(`${SIZE_LIMIT} "$(findmnt -no SOURCE -M "$PWD/data")" 4096`);
  }

  /** Whether a write has failed, so that the file system takes no more. */
  async hasFailed(): Promise<boolean> {
    const mounts = await readFile(`/proc/${this.holder?.pid}/mounts`, 'utf8');
    return mounts
      .split('\n')
      .some((line) => line.includes(`${this.folder}/data ext4`) && /[ ,](emergency_)?ro[ ,]/.test(line));
  }

  async takesWritesAgain(): Promise<void> {
    await this.sh(`${SIZE_LIMIT} "$(findmnt -no SOURCE -M "$PWD/data")" 0`);
  }

  /** Not a byte is left. */
  async fillsUp(): Promise<void> {
    // Both end for want of room: the first is quick, the second takes what it leaves.
    await this.sh('fallocate -l "$(df -k --output=avail data | tail -1)"k data/filler || true');
    await this.sh('cat /dev/zero > data/rest || true');
  }

  async isFreed(): Promise<void> {
    await this.sh('rm -f data/filler data/rest');
  }

  /** Keeps what the disk holds at this moment, as the snapshot of a volume does. */
  async isBackedUp(): Promise<void> {
    await this.sh('fsfreeze -f data; cp --sparse=always cache/disk medium/backup; fsfreeze -u data');
  }

  /** Becomes what was kept. Whoever used the disk must have ended. */
  async isRestored(): Promise<void> {
    await this.sh(
      'umount data; cp --sparse=always medium/backup cache/disk; sync; mount -o loop,"$options" cache/disk data',
    );
  }

  private async sh(script: string): Promise<void> {
    await run('nsenter', [`--mount=/proc/${this.holder?.pid}/ns/mnt`, 'sh', '-ec', this.within(script)]);
  }

  private within(script: string): string {
    return `cd '${this.folder}'; size=${this.size}; options='${this.options}'; ${script}`;
  }
}
