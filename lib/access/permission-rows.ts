import { type CommandName, grantOf, permissions, type ViewName, views } from '@/lib/access/permissions';
import { type Role, roles } from '@/lib/access/words';

/** The roles of people. */
export const columns: readonly Exclude<Role, 'system'>[] = roles.filter((role) => role !== 'system');

export const viewRows = Object.keys(views) as ViewName[];

export type CommandRows = { readonly noun: NounOf<CommandName>; readonly commands: readonly CommandName[] };
type NounOf<Name extends string> = Name extends `${infer Noun}.${string}` ? Noun : never;

/** The commands of people, grouped by their noun, in the order of the table. */
export function commandRows(): CommandRows[] {
  const given = (Object.keys(permissions) as CommandName[]).filter((name) =>
    grantOf(name).roles.some((role) => role !== 'system'),
  );
  const nouns = [...new Set(given.map(nounOf))];
  return nouns.map((noun) => ({ noun, commands: given.filter((name) => nounOf(name) === noun) }));
}

export function nounOf(name: CommandName): NounOf<CommandName> {
  return name.split('.')[0] as NounOf<CommandName>;
}
