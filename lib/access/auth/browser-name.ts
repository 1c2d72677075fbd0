const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\/|wxwork\//, '微信'],
  [/DingTalk\//, '钉钉'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/**
 * The name of a browser and its system: Chrome · Windows. Unknown parts become a dash; the name identifies no person.
 */
export function browserName(userAgent: string): string {
  const firstMatch = (known: readonly [RegExp, string][]) => known.find(([sign]) => sign.test(userAgent))?.[1];
  return [firstMatch(browsers), firstMatch(systems)].filter(Boolean).join(' · ') || '—';
}
