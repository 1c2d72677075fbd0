import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './failure';

/** As whom PostgreSQL runs: what to write before its command, and the options to spawn it with. */
export type Identity = { prefix: readonly string[]; options: Pick<SpawnOptions, 'uid' | 'gid'> };

const nobody = { uid: 65534, gid: 65534 };
const namespace = ['unshare', '--user', '--map-user=1', '--map-group=1'];

/**
 * PostgreSQL refuses to run as root. A user namespace lets it believe to be somebody else while its files stay root's,
 * which works below a home that only root may enter; where there is none it becomes an unprivileged user in earnest.
 * `folders` exist and become readable to whoever it is.
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
  if (!enters || !works([program, '--version'], options)) throw locked();
  return { prefix: [], options };
}

/** What to write before a command so that it ends when we do, however we end. Empty where the system has no such thing. */
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

const locked = () =>
  new StartFailure(
    'PostgreSQL refuses to run as root, and no other user may enter this folder: start as an ordinary user, move the project, or set DATABASE_URL.',
    'PostgreSQL 不能以 root 身份运行，而其他用户又无法进入此目录：请以普通用户启动、移动项目目录，或设置 DATABASE_URL。',
  );
