/** The packages of a lock file, as npm writes it: by folder, with what says whether only development needs them. */
export type Lock = {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
};

/**
 * The folders of the packages that a served product needs, without those within another of them. Packages of other machines
 * are not there, which `isThere` says.
 */
export function servedPackages({ packages }: Lock, isThere: (folder: string) => boolean): string[] {
  const served = Object.entries(packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional && isThere(folder))
    .map(([folder]) => folder);
  const all = new Set(served);
  return served.filter((folder) => {
    const outer = folder.lastIndexOf('/node_modules/');
    return outer < 0 || !all.has(folder.slice(0, outer));
  });
}
