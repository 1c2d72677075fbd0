import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filePrefix, paths, servicePrefix, withQuery } from '@/lib/paths';
import { app, codeOf, filesUnder, isTool, lib } from '@/lib/testing/house-files';

/** Every address of the table, its gaps filled with `x`. */
const listed = Object.values(paths).map((path: string | ((...gaps: string[]) => string)) =>
  typeof path === 'string' ? path : path(...Array<string>(path.length).fill('x')),
);

describe('addresses', () => {
  test('stand for a page or a service each, and every page and service has one', () => {
    const folders = filesUnder('app')
      .filter((file) => /\/(page\.tsx|route\.ts)$/.test(file) && !file.includes('[...unknown]'))
      .map((file) => posix.dirname(file).replace(/^app|\/\(\w+\)/g, ''));
    expect(listed.toSorted()).toEqual(folders.map((folder) => folder.replace(/\[\w+\]/g, 'x') || '/').sort());
  });

  test('of services and files begin alike', () => {
    expect(paths.saveFigures.startsWith(servicePrefix)).toBe(true);
    expect(paths.auditFile.startsWith(filePrefix)).toBe(true);
  });

  test('write what stands in a gap so that it stays in its gap', () => {
    expect(paths.indicator('GDP')).toBe('/catalogue/indicators/GDP');
    expect(paths.figure('A/B', '3206?', '2026 M1')).toBe('/reporting/revisions/A%2FB/3206%3F/2026%20M1');
    expect(paths.schemeDesigner('市#1')).toBe('/assessment/schemes/%E5%B8%82%231/edit');
  });

  // Tests write addresses themselves: a test that made them by this table would prove nothing of it. So do the programs
  // of the command line that knock from outside as a browser does.
  test('are written in the table alone', () => {
    // What is asked before the framework has begun is plain JavaScript, which reads no table.
    const others = ['lib/paths.ts', 'app/server/request-faults.mjs', 'app/server/gate.mjs'];
    const rooms = [...new Set(listed.map((path) => path.split('/')[1]))].filter(Boolean).join('|');
    const written = new RegExp(`(?<!(?:PageProps|RouteContext)<)['"\`]/(?:${rooms})\\b[^'"\`]*`, 'g');
    const offences = [...app, ...lib.filter((file) => !isTool(file))]
      .filter((file) => !others.includes(file))
      .flatMap((file) => [...codeOf(file).matchAll(written)].map(([found]) => `${file}: ${found}`));
    expect(offences).toEqual([]);
  });
});

describe('what an address asks for', () => {
  test('stands behind it in the order given, without what is undefined or empty', () => {
    expect(withQuery('/a', { unit: '3206 00', page: 2, q: '', sort: undefined, none: 0 }, 'part')).toBe(
      '/a?unit=3206+00&page=2&none=0#part',
    );
    expect(withQuery('/a', {})).toBe('/a');
  });

  test('stays as it is where it is given in pairs', () => {
    const pairs = [
      ['unit', '320600'],
      ['unit', ''],
    ] as const;
    expect(withQuery('/a', pairs)).toBe('/a?unit=320600&unit=');
    expect(withQuery('/a', new URLSearchParams([['q', '人均']]))).toBe('/a?q=%E4%BA%BA%E5%9D%87');
  });

  // The address that stands in the browser is given back as it stands.
  test('is written by `withQuery` alone', () => {
    const asItStands = ['app/ui/shell/locale-switch.tsx', 'app/ui/shell/main-area.tsx'];
    const writers = [...app, ...lib.filter((file) => !isTool(file))].filter((file) =>
      /[^.]\?\$\{(?!removed)|['"`}\w]\?\w+=[\w$]/.test(codeOf(file).replace(/\/[^/\n]+\/[gimu]*\.(test|exec)/g, '')),
    );
    expect(writers.filter((file) => file !== 'lib/paths.ts').sort()).toEqual(asItStands);
  });
});
