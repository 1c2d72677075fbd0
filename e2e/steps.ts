import type { BrowserContext } from '@playwright/test';

/** Counts clicks and filled fields, by person. */
export class Steps {
  readonly #counted = new Map<string, number>();

  /** Counts those of a person in a browser context, from the next page that is opened in it. */
  async countOf(context: BrowserContext, name: string): Promise<void> {
    await context.exposeBinding('countStep', () => this.#counted.set(name, (this.#counted.get(name) ?? 0) + 1));
    await context.addInitScript(() => {
      const count = () => (window as unknown as { countStep: () => void }).countStep();
      const isTick = (target: EventTarget | null) =>
        target instanceof HTMLInputElement && /checkbox|radio/.test(target.type);
      addEventListener('click', ({ target, detail }) => (detail > 0 || isTick(target)) && count(), true);
      addEventListener('change', ({ target }) => !isTick(target) && count(), true);
    });
  }

  /** The counted steps in a sentence: 213 steps (管理员 20, 考核办甲 120). */
  toString(): string {
    const of = [...this.#counted].map(([who, count]) => `${who} ${count}`).join(', ');
    return `${[...this.#counted.values()].reduce((sum, one) => sum + one, 0)} steps (${of})`;
  }
}
