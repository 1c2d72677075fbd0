import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './failure';

/** The user that PostgreSQL runs as: the words before its command, and the options to spawn it with. */
export type Identity = { prefix: readonly string[]; options: Pick<SpawnOptions, 'uid' | 'gid'> };

const nobody = { uid: 65534, gid: 65534 };
const namespace = ['unshare', '--user', '--map-user=1', '--map-group=1'];

/**
 * Chooses the user that PostgreSQL runs as, since it refuses to run as root. In a user namespace it sees itself as
 * another user while its files stay root's, which works below a home that only root may enter; without user namespaces
 * it runs as an unprivileged user. `folders` exist and become readable to the chosen user.
 */
export function chooseIdentity(cluster: string, folders: readonly string[], program: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [], options: {} };
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  const ownedByUser = owner !== null && owner.uid !== 0;
  if (!ownedByUser && process.platform === 'linux' && works([...namespace, 'true'])) {
    return { prefix: namespace, options: {} };
  }
  const options = owner && ownedByUser ? { uid: owner.uid, gid: owner.gid } : nobody;
  for (const folder of folders) giveAway(folder, options);
  const enters = folders.every((folder) => works(['sh', '-c', 'cd "$1" && test -w .', 'sh', folder], options));
  if (!enters || !works([program, '--version'], options)) throw homeLocked();
  return { prefix: [], options };
}

/**
 * The words before a command that bind its life to this process, however this process ends. Empty where the system
 * offers no such program.
 */
export function dyingWithUs(signal: 'INT' | 'TERM'): readonly string[] {
  const prefix = ['setpriv', '--pdeathsig', signal];
  return process.platform === 'linux' && works([...prefix, 'true']) ? prefix : [];
}

function works([command = '', ...args]: readonly string[], options: Identity['options'] = {}): boolean {
  return spawnSync(command, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0;
}

function giveAway(path: string, to: { uid: number; gid: number }): void {
  const found = statSync(path);
  if (found.uid !== to.uid) chownSync(path, to.uid, to.gid);
  if (!found.isDirectory()) return;
  for (const name of readdirSync(path)) giveAway(join(path, name), to);
}

const homeLocked = () =>
  new StartFailure(
    'PostgreSQL refuses to run as root, and no other user may enter this folder: start as an ordinary user, move the project, or set DATABASE_URL.',
    'PostgreSQL 不能以 root 身份运行，而其他用户又无法进入此目录：请以普通用户启动、移动项目目录，或设置 DATABASE_URL。',
  );
