'use client';

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { Section } from '@/app/ui/shell/section';
import { applyEdit, at, type Edit, type Path } from '@/lib/assessment/schemes/designer/edit-document';
import { stepsOf } from '@/lib/assessment/schemes/read-scheme';
import type { SchemeCatalogue } from '@/lib/assessment/schemes/words';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { type Design, DesignContext, type Tools, ToolsContext } from './design-context';
import { GradeFields } from './grade-fields';
import { LiveChecks } from './live-checks';
import { NodePanel } from './node-panel';
import { NodeTree } from './node-tree';
import { BasicFields, RuleFields } from './rule-fields';
import { SaveBar } from './save-bar';
import { UnitFields } from './unit-fields';
import { useChecks } from './use-checks';
import { VetoFields } from './veto-fields';

type Props = {
  code: string;
  version: number;
  note: string;
  document: unknown;
  catalogue: SchemeCatalogue;
  /** The path of the field to begin with. */
  start: string;
  rooms: Rooms<'schemes' | 'methods'>;
  locale: Locale;
};

/** The designer of a scheme's draft. Nothing is sent before it is saved; findings are shown while it is typed. */
export function Designer(props: Props) {
  const { catalogue, rooms, locale } = props;
  const [document, edit] = useReducer(applyEdit as (document: unknown, change: Edit) => unknown, props.document);
  const [selected, select] = useState<Path>(() => nodeOf(props.document, props.start) ?? ['root']);
  const heading = useRef<HTMLHeadingElement>(null);
  const [t, m] = useMemo(
    () => [partTranslator(locale, rooms, 'schemes'), partTranslator(locale, rooms, 'methods')],
    [locale, rooms],
  );
  const checks = useChecks(document, catalogue, { t, m, locale });
  const design: Design = useMemo(() => {
    const faults = new Map(checks.filter(({ isFault }) => isFault).map(({ path, text }) => [path, text]));
    return { document, edit, faults, catalogue, t, m, locale };
  }, [document, catalogue, checks, t, m, locale]);
  const latest = useRef(document);
  useEffect(() => {
    latest.current = document;
  }, [document]);
  const tools: Tools = useMemo(() => ({ edit, t, locale, latest: () => latest.current }), [t, locale]);
  const choose = useCallback((path: Path) => {
    select(path);
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: matchMedia('(min-width: 64rem)').matches }));
  }, []);
  const goTo = useCallback(
    (path: string) => {
      const node = nodeOf(document, path);
      if (node) select(node);
      // Waits until the panel of the node is rendered.
      requestAnimationFrame(() => {
        const field = window.document.getElementById(`field-${path}`) ?? heading.current;
        field?.scrollIntoView({ block: 'center' });
        field?.focus({ preventScroll: true });
      });
    },
    [document],
  );
  // Runs only when the page is opened: the draft changes, its start field does not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (props.start) goTo(props.start);
  }, [props.start]);
  // An edit may have removed the chosen node.
  const shown = at(document, selected) === undefined ? (['root'] as const) : selected;
  return (
    <ToolsContext value={tools}>
      <DesignContext value={design}>
        <Section title={t('design.sections.tree')} id="tree" className="mt-2">
          <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,6fr)_minmax(0,7fr)]">
            <div className="min-w-0">
              <NodeTree selected={shown} select={select} open={choose} />
            </div>
            <div className="min-w-0 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-8.5rem)] lg:overflow-y-auto">
              <NodePanel path={shown} select={choose} heading={heading} />
            </div>
          </div>
        </Section>
        <Section title={t('design.sections.basics')} id="basics">
          <BasicFields />
        </Section>
        <Section title={t('design.sections.rules')} id="rules">
          <RuleFields />
        </Section>
        <Section title={t('design.sections.grades')} id="grades">
          <GradeFields />
        </Section>
        <Section title={t('design.sections.vetoes')} id="vetoes">
          <VetoFields />
        </Section>
        <Section title={t('design.sections.units')} id="units">
          <UnitFields />
        </Section>
        <Section title={t('checks.title')} id="checks">
          <LiveChecks checks={checks} goTo={goTo} />
        </Section>
        <SaveBar code={props.code} version={props.version} note={props.note} checks={checks} goTo={goTo} />
      </DesignContext>
    </ToolsContext>
  );
}

/** The innermost block or item around a path; null when there is none. */
function nodeOf(document: unknown, path: string): Path | null {
  const [written] = /^root(\.parts\[\d+\])*/.exec(path) ?? [];
  if (written === undefined) return null;
  const steps = stepsOf(written);
  return at(document, steps) === undefined ? null : steps;
}
