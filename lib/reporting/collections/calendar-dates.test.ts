import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePeriod, periodDays, periodSortKey } from '@/lib/catalogue/periods/period';
import { type CalendarTimes, daysFor, fitsCalendar, periodAfter } from '@/lib/reporting/collections/calendar-dates';
import { calendarFrequencies } from '@/lib/reporting/words';

const monthly: CalendarTimes = {
  frequency: 'monthly',
  mergesJanuary: false,
  opensDay: 1,
  dueDay: 18,
  dueMonthsAfter: 1,
};
const merged = { ...monthly, mergesJanuary: true };
const of = (frequency: CalendarTimes['frequency']) => ({ ...monthly, frequency });

test.each([
  [monthly, '2026-M11', '2026-M12'],
  [monthly, '2026-M12', '2027-M01'],
  [monthly, '2026-M01', '2026-M02'],
  [merged, '2026-M12', '2027-YTD02'],
  [merged, '2027-YTD02', '2027-M03'],
  [of('quarterly'), '2026-Q4', '2027-Q1'],
  [of('halfYearly'), '2026-H1', '2026-H2'],
  [of('halfYearly'), '2026-H2', '2027-H1'],
  [of('yearly'), '2026', '2027'],
])('a period is followed by the next one: %#', (calendar, code, next) => {
  expect(periodAfter(calendar, code)).toBe(next);
});

test.each([
  [monthly, '2026-M01', true],
  [monthly, '2026-YTD02', false],
  [merged, '2026-M01', false],
  [merged, '2026-M02', false],
  [merged, '2026-YTD02', true],
  [merged, '2026-YTD03', false],
  [monthly, '2026-Q1', false],
  [monthly, 'undated', false],
  [monthly, 'soon', false],
  [of('quarterly'), '2026-Q1', true],
  [of('yearly'), '2026', true],
  [of('yearly'), '2026-H1', false],
])('a calendar begins only with a period of its own kind: %#', (calendar, code, fits) => {
  expect(fitsCalendar(calendar, code)).toBe(fits);
});

test.each([
  [monthly, '2026-M10', '2026-11-01', '2026-11-18'],
  [monthly, '2026-M12', '2027-01-01', '2027-01-18'],
  [merged, '2026-YTD02', '2026-03-01', '2026-03-18'],
  [{ ...monthly, opensDay: 31, dueDay: 31 }, '2026-M01', '2026-02-28', '2026-02-28'],
  [{ ...monthly, dueDay: 31 }, '2028-M01', '2028-02-01', '2028-02-29'],
  [{ ...monthly, dueDay: 30, dueMonthsAfter: 2 }, '2026-M12', '2027-01-01', '2027-02-28'],
  [{ ...of('quarterly'), dueMonthsAfter: 2 }, '2026-Q4', '2027-01-01', '2027-02-18'],
  [{ ...of('yearly'), dueMonthsAfter: 3 }, '2026', '2027-01-01', '2027-03-18'],
])('a collection opens in the month after its period and is due on its day: %#', (calendar, code, opensOn, dueOn) => {
  expect(daysFor(calendar, code)).toEqual({ opensOn, dueOn });
});

test('every calendar continues through fitting periods without a gap or an overlap', () => {
  const calendars = fc.record({
    frequency: fc.constantFrom(...calendarFrequencies),
    mergesJanuary: fc.boolean(),
    opensDay: fc.integer({ min: 1, max: 31 }),
    dueDay: fc.integer({ min: 1, max: 31 }),
    dueMonthsAfter: fc.integer({ min: 1, max: 6 }),
  });
  const startOf = { monthly: '2026-M03', quarterly: '2026-Q1', halfYearly: '2026-H1', yearly: '2026' };
  fc.assert(
    fc.property(calendars, fc.integer({ min: 1, max: 40 }), (calendar, steps) => {
      let code: string = startOf[calendar.frequency];
      for (let step = 0; step < steps; step += 1) {
        const next = periodAfter(calendar, code);
        const [before, after] = [parsePeriod(code), parsePeriod(next)];
        if (!before || !after) return false;
        const [ended, began] = [periodDays(before)?.endsOn ?? '', periodDays(after)?.startsOn ?? ''];
        const dayAfter = new Date(Date.parse(ended) + 86_400_000).toISOString().slice(0, 10);
        if (!fitsCalendar(calendar, next) || began !== dayAfter || periodSortKey(after) <= periodSortKey(before))
          return false;
        if (daysFor(calendar, next).opensOn <= ended) return false;
        code = next;
      }
      return true;
    }),
    { numRuns: 300 },
  );
});
