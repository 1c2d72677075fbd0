import { expect, test } from 'vitest';
import { policyVariables } from '@/lib/settings';
import { code, codeOf, isTool } from '@/lib/testing/house-files';

const { settingNames } = await import(new URL('cli/launch/settings-file.mjs', import.meta.url).href);

/** Who reads the environment, each with why it may; all others ask them. */
const readers: Record<string, string> = {
  'app/server/serve.mjs': 'begins before the framework, in plain JavaScript',
  'db/embedded/cluster.ts': 'hands on to the built-in database what its programs need to run at all',
  'db/settings.ts': 'how the database is reached',
  'instrumentation.ts': 'what the framework says of itself, known when it is built',
  'lib/cli/launch/build.ts': 'hands the environment on to the build',
  'lib/cli/launch/requirements.ts': 'looks through all of it before anything starts',
  'lib/cli/launch/settings.ts': 'what the launcher is told',
  'lib/cli/launch/web-settings.ts': 'tells this process what it told the web process',
  'lib/cli/launch/web.ts': 'hands the environment on to the web process',
  'lib/log.ts': 'which secrets never to log, whatever else is wrong with the settings',
  'lib/settings.ts': 'the policies of the product',
  'proxy.ts': 'what the framework says of itself, known when it is built',
};

/** What no operator chooses: told by the launcher to the web process, by npm, by the framework or by a check. */
const told = [
  'BATON_DIST',
  'BATON_EMBEDDED',
  'BATON_HEALTH_HOSTS',
  'BATON_HOSTS',
  'INIT_CWD',
  'NEXT_RUNTIME',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'NODE_ENV',
  'PATH',
  'SystemRoot',
  'npm_lifecycle_event',
];

// The programs that try, measure and test the product set the environment of what they start.
const product = code.filter((file) => !isTool(file) || file.startsWith('lib/cli/launch/'));
const served = product.filter((file) => !/^(e2e\/|db\/testing)/.test(file));

test('the environment is read in few places', () => {
  expect(served.filter((file) => /\bprocess\.env\b/.test(codeOf(file))).sort()).toEqual(Object.keys(readers));
});

test('whatever is read of it is a setting that an operator may choose, or is told by who starts the product', () => {
  const named = Object.keys(readers).flatMap((file) => {
    const text = codeOf(file);
    const taken = [...text.matchAll(/const \{([^}]*)\} = process\.env/g)].map(([, names]) => `${names}`);
    return [
      ...[...text.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => `${name}`),
      ...taken.flatMap((names) => names.split(',').flatMap((name) => name.match(/[A-Z]\w+/)?.[0] ?? [])),
    ];
  });
  const known = new Set([...settingNames, ...told]);
  expect([...new Set([...named, ...policyVariables])].filter((name) => !known.has(name))).toEqual([]);
  expect(told.filter((name) => ![...named, ...policyVariables].includes(name))).toEqual([]);
});
