const start = 'fix:';

/** The name of the tick of a count, which has what the page showed of it. */
export const fixName = (of: { link: string; unit: string; counted: number; replaces: number | null }): string =>
  `${start}${of.link}:${of.unit}:${of.counted}:${of.replaces ?? ''}`;

/** The counts that are ticked in a form. */
export const fixedIn = (form: FormData) =>
  [...form.keys()].flatMap((name) => {
    if (!name.startsWith(start)) return [];
    const [link, unit, counted, replaces] = name.slice(start.length).split(':');
    return [{ link, unit, counted: Number(counted), replaces: replaces ? Number(replaces) : null }];
  });

/** The field of the form of a register: no form repeats one of the name `code`. */
export const fieldOfRegister = (path: string): string | undefined => (path === 'code' ? 'registerCode' : undefined);

/** The field of the form of an entry, of the name that its command has for it. */
export const fieldOfEntry = (path: string): string => (path === 'name' ? 'entryName' : path);
