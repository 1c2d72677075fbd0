import { type ListColumn, listColumns } from '@/lib/access/users/words';
import { type AccountRole, accountRoles } from '@/lib/access/words';
import { access as en } from '@/lib/i18n/en/access';
import { access as zh } from '@/lib/i18n/zh-CN/access';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** A line of a list of users, unchanged; `line` is its row in the sheet. */
export type ListedUser = { readonly line: number } & Readonly<Record<ListColumn, string>>;

const headings: Readonly<Record<string, ListColumn>> = {
  用户名: 'username',
  姓名: 'name',
  角色: 'role',
  单位: 'unitCode',
  部门: 'department',
  username: 'username',
  name: 'name',
  role: 'role',
  unit: 'unitCode',
  department: 'department',
};

/** The lines of a sheet below its row of headings, empty ones left out; null when no row has all the headings. */
export function listedUsers(rows: readonly (readonly string[])[]): ListedUser[] | null {
  const plain = rows.map((row) => row.map(plainText));
  const head = plain.findIndex((row) => listColumns.every((column) => columnAt(row, column) >= 0));
  const heading = plain[head];
  if (!heading) return null;
  const at = Object.fromEntries(listColumns.map((column) => [column, columnAt(heading, column)])) as Record<
    ListColumn,
    number
  >;
  return plain.flatMap((row, index) =>
    index <= head || row.every((cell) => cell === '')
      ? []
      : [
          {
            line: index + 1,
            ...(Object.fromEntries(listColumns.map((column) => [column, row[at[column]] ?? ''])) as Record<
              ListColumn,
              string
            >),
          },
        ],
  );
}

function columnAt(row: readonly string[], column: ListColumn): number {
  return row.findIndex((cell) => headings[cell.toLowerCase()] === column);
}

const roleWords = new Map<string, AccountRole>(
  accountRoles.flatMap((role) =>
    [zh.roles[role], en.roles[role], role].map((word) => [word.toLowerCase(), role] as const),
  ),
);

/** The role named by a word of the list, in either language; undefined for no role. */
export function roleOf(word: string): AccountRole | undefined {
  return roleWords.get(word.toLowerCase());
}
