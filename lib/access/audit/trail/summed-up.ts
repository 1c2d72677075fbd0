/** A changed field of one change: its words, and what the change is about. */
export type Step = {
  readonly about: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly isAdded: boolean;
};

/** Steps that say the same: about whom or what, and the values that one field was given. */
export type SummedStep = Omit<Step, 'about' | 'after'> & {
  readonly abouts: readonly string[];
  readonly afters: readonly string[];
};

/**
 * Steps without repetition: equal ones of several changes become one about all of them, and members added to one list
 * become one with all its values. In the order of their first.
 */
export function summedUp(steps: readonly Step[]): SummedStep[] {
  const alike = groupsBy(steps, ({ name, before, after, isAdded }) => JSON.stringify([name, before, after, isAdded]));
  const whole = alike.map(([first, ...more]) => ({
    ...first,
    abouts: [...new Set([first, ...more].map(({ about }) => about))],
  }));
  const lists = groupsBy(whole, ({ name, after, isAdded, abouts }, at) =>
    JSON.stringify(isAdded ? [name, abouts] : [at, after]),
  );
  return lists.map((group) => {
    const [{ name, before, isAdded, abouts }] = group;
    return { name, before, isAdded, abouts, afters: group.map(({ after }) => after) };
  });
}

function groupsBy<One>(all: readonly One[], keyOf: (one: One, at: number) => string): [One, ...One[]][] {
  const groups = new Map<string, [One, ...One[]]>();
  all.forEach((one, at) => {
    const key = keyOf(one, at);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  });
  return [...groups.values()];
}
