import { settingNumbers, settingWords } from '@/lib/cli/launch/requirements';

/** What a bundle tells of each setting: a number or a word of a list as it is, of all others only whether they are set. */
export function toldSettings(
  names: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, toldSetting(name, environment[name] ?? '')]));
}

function toldSetting(name: string, value: string): string {
  if (value === '') return '';
  const isPlain = name in settingNumbers ? /^\d{1,6}$/.test(value) : settingWords[name]?.includes(value);
  return isPlain ? value : '(set)';
}
