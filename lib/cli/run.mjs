// The entry point of the command line: `node lib/cli/run.mjs <name> [arguments]` runs lib/cli/<name>.ts. It needs
// nothing but Node, installs missing dependencies, and then runs the program in this same process, so that the caller's
// signals reach it directly.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { neededNode, runsOn } from './launch/node-floor.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const installedFrom = join(root, 'node_modules', '.installed-from');
const [name = 'start', ...args] = process.argv.slice(2);

/** Commands that use a database of their own or none, whatever `DATABASE_URL` says. */
const apart = ['test', 'bench', 'bench-data', 'chaos', 'fuzz', 'soak', 'mutants', 'assess', 'bundle', 'earlier'];

process.chdir(root);
refuseOldNode();
const program = findProgram();
await readSettings();
await install();
process.argv = [process.execPath, program, ...args];
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(program).href);

function refuseOldNode() {
  const { node } = process.versions;
  if (runsOn(node)) return;
  fail(
    `Baton needs Node.js ${neededNode} or later; this is ${node}.`,
    `指挥棒需要 Node.js ${neededNode.replace(', ', '、')} 或更高版本，当前为 ${node}。`,
  );
}

/** Reads the settings of `.env` into the environment. */
async function readSettings() {
  // The framework reads `.env` and related files too; this variable tells it that they have been read.
  process.env.__NEXT_PROCESSED_ENV = 'true';
  if (apart.includes(name)) return;
  const { readSettingsFile } = await import('./launch/settings-file.mjs');
  const { values, fault } = readSettingsFile(join(root, '.env'), process.env);
  if (fault) fail(...fault);
  Object.assign(process.env, values);
}

function findProgram() {
  const file = join(root, 'lib', 'cli', `${name}.ts`);
  if (/^[a-z][a-z-]*$/.test(name) && existsSync(file)) return file;
  return fail(`There is no command ${name}.`, `没有名为 ${name} 的命令。`);
}

/** Installs the dependencies unless they match the lock file. One process at a time. */
async function install() {
  if (isInstalled()) return;
  const began = performance.now();
  const release = await takeTurn();
  try {
    if (isInstalled()) return;
    console.log('… 正在安装依赖 · installing the dependencies');
    runNpm();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`✓ 依赖已安装 · dependencies installed  ${seconds} s`);
  } finally {
    release();
  }
}

/** Whether the installed packages match the lock file: by our own note, or by npm's when a person called npm. */
function isInstalled() {
  const wanted = readIfThere(join(root, 'package-lock.json'));
  if (readIfThere(installedFrom) === digest(wanted)) return true;
  try {
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(JSON.parse(wanted).packages).every(([path, entry]) => {
      const found = present[path];
      if (path === '' || entry.extraneous) return true;
      return found ? found.version === entry.version : entry.optional || entry.devOptional;
    });
  } catch {
    return false;
  }
}

function runNpm() {
  refuseUnwritable();
  // The build needs the development packages too, whatever NODE_ENV or the user's settings say. Not `npm ci`, which
  // refuses a lock file without the packages of other platforms that the registry did not have when it was written.
  const options = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    // Offline, npm answers in seconds: by default it waits for minutes between its retries.
    '--fetch-retries=3',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=4000',
  ];
  const npm = process.env.npm_execpath;
  const direct = npm !== undefined && /npm-cli\.[cm]?js$/.test(npm);
  const done = direct
    ? spawnSync(process.execPath, [npm, ...options], { stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', options, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (done.status === 0) {
    writeFileSync(installedFrom, digest(readIfThere(join(root, 'package-lock.json'))));
    return;
  }
  fail(
    'The dependencies could not be installed: see what npm says above, and whether its registry can be reached.',
    '依赖安装失败：请查看上方 npm 的说明，并检查软件源是否可以访问。',
  );
}

function refuseUnwritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    fail(
      `The folder ${root} cannot be written by this user: make it writable, or start as its owner.`,
      `当前用户无法写入目录 ${root}：请修改其权限，或以其所有者身份启动。`,
    );
  }
}

/** Waits until no other process installs; returns a function that lets the next one install. */
async function takeTurn() {
  refuseUnwritable();
  const folder = join(root, '.baton');
  const note = join(folder, 'install.pid');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      writeFileSync(note, String(process.pid), { flag: 'wx' });
      return () => rmSync(note, { force: true });
    } catch {
      if (!isRunning(Number(readIfThere(note)))) rmSync(note, { force: true });
      else await new Promise((later) => setTimeout(later, 200));
    }
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex');
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function fail(en, zh) {
  console.error(`✗ ${en}\n  ${zh}`);
  process.exit(1);
}
