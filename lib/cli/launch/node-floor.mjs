// The supported versions of Node.js: package.json states the same to npm, the READMEs to people.

/** The versions to install, in words for both languages. */
export const neededNode = '20.19, 22.13';

/** Whether Baton runs on a version of Node.js, as `process.versions.node` writes it. */
export function runsOn(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 22;
}
