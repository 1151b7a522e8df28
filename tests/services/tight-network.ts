import { spawnSync } from 'node:child_process';

const MAKE = `ip link set lo mtu 1500 up
  sysctl -qw net.ipv4.tcp_rmem='4096 16384 16384' net.ipv4.tcp_wmem='4096 16384 16384'`;

/**
 * The command, in a network of its own that ends with it. Its kernel keeps at most 16 KB for each end of a connection, so that
 * the sender soon feels whoever does not read. With less, those who do read would wait for acknowledgements.
 */
export function inTightNetwork(command: readonly string[]): readonly string[] {
  return ['unshare', '--net', 'sh', '-ec', `${MAKE}\n exec "$@"`, 'sh', ...command];
}

/** Why there can be no such network on this machine; null when there can. */
export function noTightNetwork(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can make a network';
  const [program = '', ...args] = inTightNetwork(['true']);
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? null : `no network can be made here: ${error?.message ?? stderr.trim()}`;
}
